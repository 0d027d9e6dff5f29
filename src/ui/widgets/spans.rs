//! Intervals on one axis, a line each: what is needed, what comes in, what is lacking. An end that
//! nobody knows is an arrow. The text beside says the same: nothing is by colour alone.

use crate::flows::spread::Span;
use crate::ui::theme::palette;
use egui::{Align2, FontId, Sense, Stroke, Ui, WidgetInfo, pos2, vec2};

/// Height of a line, and room of the names at the left.
const LINE: f32 = 24.0;
const NAMES: f32 = 92.0;

/// A named interval, with its words.
pub struct Line {
    pub name: String,
    pub span: Option<Span>,
    pub said: String,
}

/// Ends of the axis: all that is known, and 0.
fn axis(lines: &[Line]) -> Option<(f64, f64)> {
    let known = lines.iter().filter_map(|line| line.span);
    let ends = known.flat_map(|span| [span.low, span.value, span.high]).flatten();
    let (low, high) = ends.fold((0.0_f64, 0.0_f64), |(low, high), end| {
        if end.is_finite() { (low.min(end), high.max(end)) } else { (low, high) }
    });
    (high - low > 0.0).then_some((low, high))
}

pub fn spans_ui(ui: &mut Ui, about: &str, lines: &[Line]) {
    let Some((least, most)) = axis(lines) else { return };
    let count = lines.iter().map(|_| LINE).sum::<f32>();
    let size = vec2(ui.available_width().min(520.0), count + 4.0);
    let (rect, response) = ui.allocate_exact_size(size, Sense::hover());
    let spoken: Vec<String> =
        lines.iter().map(|line| format!("{} {}", line.name, line.said)).collect();
    let spoken = format!("{about} {}", spoken.join(", "));
    response.widget_info(|| WidgetInfo::labeled(egui::Role::Image, true, &spoken));
    let colours = palette(ui);
    let (left, right) = (rect.left() + NAMES, rect.right() - 12.0);
    let at = |value: f64| left + (right - left) * ((value - least) / (most - least)) as f32;
    let painter = ui.painter();
    let zero = Stroke::new(1.0, colours.quiet);
    painter.vline(at(0.0), rect.y_range(), zero);
    let mut middle = rect.top() + LINE / 2.0 + 2.0;
    for line in lines {
        let font = FontId::proportional(12.5);
        let ink = ui.visuals().text_color();
        let place = pos2(rect.left(), middle);
        painter.text(place, Align2::LEFT_CENTER, &line.name, font.clone(), ink);
        let Some(span) = line.span else {
            let place = pos2(left, middle);
            painter.text(place, Align2::LEFT_CENTER, &line.said, font, colours.quiet);
            middle += LINE;
            continue;
        };
        let (from, to) = (span.low.map_or(left, at), span.high.map_or(right, at));
        let bar = Stroke::new(6.0, colours.accent.gamma_multiply(0.6));
        painter.hline(from..=to.max(from + 2.0), middle, bar);
        let arrow = Stroke::new(2.0, colours.accent);
        if span.low.is_none() {
            painter.arrow(pos2(from, middle), vec2(-8.0, 0.0), arrow);
        }
        if span.high.is_none() {
            painter.arrow(pos2(to, middle), vec2(8.0, 0.0), arrow);
        }
        if let Some(value) = span.value {
            painter.circle_filled(pos2(at(value), middle), 4.0, colours.flagged);
        }
        middle += LINE;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_axis_holds_nought_and_every_known_end() {
        let line = |low, high| Line {
            name: String::new(),
            span: Some(Span { value: None, low, high }),
            said: String::new(),
        };
        let check = |lines: &[Line], expect| assert_eq!(axis(lines), expect);
        check(&[line(Some(3.0), Some(9.0))], Some((0.0, 9.0)));
        check(&[line(Some(-53.0), None), line(Some(1.0), Some(2.0))], Some((-53.0, 2.0)));
        check(&[line(None, Some(f64::INFINITY))], None);
        check(&[line(Some(0.0), Some(0.0))], None);
        check(&[], None);
    }
}
