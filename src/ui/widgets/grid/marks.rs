//! Marks inside a cell: an interval as a bar, causes as letters in shapes. The text of the cell
//! says the same: nothing is by colour or shape alone.

use crate::indicators::anchor::Causes;
use crate::secrecy::Published;
use crate::ui::theme::palette;
use egui::{Align2, Rect, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2};

/// Room of the text at the right of a bar.
const TEXT: f32 = 112.0;
/// Side of the shape of a cause.
const SIDE: f32 = 18.0;

/// A share with its interval on an axis from 0 to 100 %, and the cut that it is set against.
pub fn interval(ui: &Ui, rect: Rect, figure: &Published, cut: f64) {
    let colours = palette(ui);
    let (left, right) = (rect.left() + 4.0, rect.right() - TEXT);
    if right - left < 30.0 {
        return;
    }
    let (painter, middle) = (ui.painter(), rect.center().y);
    let at = |share: f64| left + (right - left) * share.clamp(0.0, 1.0) as f32;
    painter.hline(left..=right, middle, Stroke::new(1.0, colours.quiet.gamma_multiply(0.4)));
    if let Some((low, high)) = figure.bounds() {
        let bar = Stroke::new(5.0, colours.accent.gamma_multiply(0.55));
        painter.hline(at(low)..=at(high), middle, bar);
    }
    let ends = [pos2(at(cut), middle - 8.0), pos2(at(cut), middle + 8.0)];
    painter.line_segment(ends, Stroke::new(1.5, colours.accent));
    if let Some(point) = figure.point() {
        painter.circle_filled(pos2(at(point), middle), 4.0, colours.flagged);
    }
}

/// Aggravating causes: a full square at class 5, a ring at class 4, the letter of Dares in each.
pub fn causes(ui: &mut Ui, rect: Rect, causes: &Causes, spoken: &str) {
    let colours = palette(ui);
    let font = egui::FontId::proportional(12.0);
    let painter = ui.painter();
    let mut left = rect.left();
    for (cause, class) in causes.aggravating() {
        let shape = Rect::from_min_size(pos2(left, rect.center().y - SIDE / 2.0), vec2(SIDE, SIDE));
        let ink = if class == 5 {
            painter.rect_filled(shape, 3.0, colours.flagged);
            ui.visuals().panel_fill
        } else {
            let ring = Stroke::new(1.5, colours.flagged);
            painter.rect_stroke(shape, SIDE / 2.0, ring, StrokeKind::Inside);
            ui.visuals().text_color()
        };
        painter.text(shape.center(), Align2::CENTER_CENTER, cause.letter(), font.clone(), ink);
        left += SIDE + 3.0;
    }
    let response = ui.allocate_rect(rect, Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(egui::Role::Label, true, spoken));
}
