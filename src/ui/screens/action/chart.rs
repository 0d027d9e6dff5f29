//! The measures of an indicator as a small chart, from its baseline to its target; the same in words
//! for who does not see it.

use crate::format;
use crate::model::Date;
use crate::model::action::indicator::Indicator;
use crate::ui::screens::View;
use crate::ui::theme::palette;
use crate::words::actions as words;
use egui::{Rect, Response, Sense, Shape, Stroke, Ui, Vec2, WidgetInfo, pos2};

/// A value at its day.
type Point = (Date, f64);

/// Baseline and measures, by day; of a day the last written comes last.
fn points(indicator: &Indicator) -> Vec<Point> {
    let baseline = indicator.baseline_on.zip(indicator.baseline);
    let measures = indicator.measures.iter().map(|one| (one.date, one.value));
    let mut all: Vec<Point> =
        baseline.into_iter().chain(measures).map(|(day, value)| (day, value.value())).collect();
    all.sort_by_key(|(day, _)| *day);
    all
}

/// Ends of the days and of the values, the target among them; `None` where there is nothing to draw.
fn ends(indicator: &Indicator, points: &[Point]) -> Option<([i64; 2], [f64; 2])> {
    let target = indicator.target.map(crate::model::decimal::Decimal::value);
    let (first, last) = (points.first()?.0, points.last()?.0);
    let until = indicator.target_on.filter(|_| target.is_some()).unwrap_or(last).max(last);
    let values = points.iter().map(|(_, value)| *value).chain(target);
    let (low, high) = values.fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), value| {
        (low.min(value), high.max(value))
    });
    let (from, to) = (first.ordinal(), until.ordinal());
    let to = if to == from { from + 1 } else { to };
    let room = if high - low > 0.0 { 0.0 } else { 1.0 };
    Some(([from, to], [low - room, high + room]))
}

/// « départ 58 % au 01/01/2026 ; 61 le 01/06/2026 ; cible 70 pour le 31/12/2027 ».
pub fn said(view: &View<'_>, indicator: &Indicator) -> String {
    let catalog = &view.session.catalog;
    let on = |key: &str, value, day: Option<Date>| {
        let value = words::number(value, catalog);
        let day = day.map(|day| format::date(day, catalog.language()));
        let key = if day.is_some() { format!("{key}-on") } else { key.to_owned() };
        let day = day.unwrap_or_default();
        let of = [
            ("value", (&value).into()),
            ("unit", (&indicator.unit).into()),
            ("date", (&day).into()),
        ];
        // A unit that is not said leaves no space.
        catalog.with(&key, &of).replace("  ", " ").trim().to_owned()
    };
    let mut parts = Vec::new();
    parts.extend(
        indicator.baseline.map(|value| on("acts-said-baseline", value, indicator.baseline_on)),
    );
    let mut measures: Vec<_> = indicator.measures.iter().collect();
    measures.sort_by_key(|one| one.date);
    parts.extend(measures.iter().map(|one| on("acts-said-measure", one.value, Some(one.date))));
    parts.extend(indicator.target.map(|value| on("acts-said-target", value, indicator.target_on)));
    if parts.is_empty() {
        return view.text("acts-said-nothing");
    }
    parts.join(&view.text("list-separator"))
}

/// Draws the chart: a line through the measures, a dashed one at the target.
pub fn chart(ui: &mut Ui, view: &View<'_>, indicator: &Indicator, size: Vec2) -> Response {
    let (rect, response) = ui.allocate_exact_size(size, Sense::hover());
    let said = said(view, indicator);
    response.widget_info(|| WidgetInfo::labeled(egui::Role::Image, true, &said));
    let points = points(indicator);
    let Some((days, values)) = ends(indicator, &points) else { return response };
    let colours = palette(ui);
    let painter = ui.painter_at(rect.expand(3.0));
    let within =
        Rect::from_min_max(rect.min + egui::vec2(5.0, 5.0), rect.max - egui::vec2(5.0, 5.0));
    let across = |day: Date| {
        let share = (day.ordinal() - days[0]) as f32 / (days[1] - days[0]) as f32;
        within.left() + within.width() * share.clamp(0.0, 1.0)
    };
    let up = |value: f64| {
        let share = ((value - values[0]) / (values[1] - values[0])) as f32;
        within.bottom() - within.height() * share.clamp(0.0, 1.0)
    };
    let frame = Stroke::new(1.0, colours.quiet.gamma_multiply(0.4));
    painter.hline(rect.x_range(), rect.bottom() - 1.0, frame);
    if let Some(target) = indicator.target {
        let at = up(target.value());
        let line = [pos2(rect.left(), at), pos2(rect.right(), at)];
        let stroke = Stroke::new(1.5, colours.quiet);
        painter.extend(Shape::dashed_line(&line, stroke, 5.0, 4.0));
    }
    let places: Vec<egui::Pos2> =
        points.iter().map(|(day, value)| pos2(across(*day), up(*value))).collect();
    painter.add(Shape::line(places.clone(), Stroke::new(2.0, colours.accent)));
    for place in &places {
        painter.circle_filled(*place, 3.0, colours.accent);
    }
    response.on_hover_text(said)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::action::indicator::Measure;
    use crate::model::decimal::Decimal;

    fn measure(day: &str, value: u32) -> Measure {
        let (date, value) = (day.parse().unwrap(), Decimal::whole(value));
        Measure::by_hand(date, value, String::new(), String::new())
    }

    #[test]
    fn a_chart_holds_every_measure_and_the_target() {
        let indicator = Indicator {
            baseline: Some(Decimal::whole(10)),
            baseline_on: "2026-01-01".parse().ok(),
            target: Some(Decimal::whole(40)),
            target_on: "2027-01-01".parse().ok(),
            measures: vec![measure("2026-09-01", 25), measure("2026-05-01", 12)],
            ..Indicator::default()
        };
        let points = points(&indicator);
        assert_eq!(points.iter().map(|(_, value)| *value).collect::<Vec<_>>(), [10.0, 12.0, 25.0]);
        let (days, values) = ends(&indicator, &points).unwrap();
        assert_eq!(days[1] - days[0], 365);
        assert!((values[0] - 10.0).abs() < 1e-9 && (values[1] - 40.0).abs() < 1e-9);
    }

    #[test]
    fn one_measure_alone_has_a_place_and_none_has_no_chart() {
        let alone = Indicator { measures: vec![measure("2026-05-01", 12)], ..Indicator::default() };
        let (days, values) = ends(&alone, &points(&alone)).unwrap();
        assert!(days[1] > days[0] && values[1] > values[0]);
        let target = Some(Decimal::whole(40));
        assert_eq!(ends(&Indicator { target, ..Indicator::default() }, &[]), None);
    }
}
