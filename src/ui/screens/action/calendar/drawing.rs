//! Months across, an action a line, milestones on it.

use super::{is_late, said};
use crate::model::action::sheet::Action;
use crate::model::action::{ActionPlan, Id};
use crate::model::{Date, Language};
use crate::ui::screens::View;
use crate::ui::screens::action::desk::shown;
use crate::ui::screens::action::inputs::in_sight;
use crate::ui::theme::palette;
use crate::ui::widgets::weak;
use egui::{Align2, FontId, Rect, ScrollArea, Sense, Shape, Stroke, Ui, WidgetInfo, pos2, vec2};

/// Height of a line, of the months, room of the names, least width of a month.
const LINE: f32 = 28.0;
const HEAD: f32 = 24.0;
const NAMES: f32 = 250.0;
const MONTH: f32 = 46.0;
/// Months drawn at most: a day typed for another century is not drawn to.
const MOST: u32 = 60;

/// First day of the first month and number of months that hold every day of the actions and today.
fn months(actions: &[&Action], today: Date) -> (Date, u32) {
    let of = |action: &&Action| {
        let milestones = action.milestones.iter().flat_map(|one| [one.due, one.done]);
        [action.begins, action.ends].into_iter().chain(milestones).flatten().collect::<Vec<_>>()
    };
    let days = actions.iter().flat_map(of).chain([today]);
    let (least, most) =
        days.fold((today, today), |(least, most), day| (least.min(day), most.max(day)));
    let month = |day: Date| i64::from(day.year()) * 12 + i64::from(day.month());
    let count = u32::try_from(month(most) - month(least) + 1).unwrap_or(1);
    // Nearer to today than an end that lies far away.
    let least = if count > MOST { today } else { least };
    let first = Date::new(least.year(), least.month(), 1).unwrap_or(today);
    (first, count.clamp(6, MOST))
}

/// Months across and a line for each action; the one that is clicked.
pub fn drawing(ui: &mut Ui, view: &View<'_>, plan: &ActionPlan, actions: &[&Action]) -> Option<Id> {
    if actions.is_empty() {
        weak(ui, &view.text("acts-calendar-empty"));
        return None;
    }
    let today = view.session.today;
    let (first, count) = months(actions, today);
    let mut clicked = None;
    ui.add_space(6.0);
    weak(ui, &view.text("acts-calendar-legend"));
    let available = ui.available_width();
    ScrollArea::horizontal().id_salt("plan-calendar").auto_shrink([false, true]).show(ui, |ui| {
        let names = NAMES.min(available * 0.36);
        let room = available - names - 12.0;
        let month = (room / count as f32).max(MONTH);
        let width = names + month * count as f32 + 8.0;
        let (head, _) = ui.allocate_exact_size(vec2(width, HEAD), Sense::hover());
        let scale = Scale { first, left: head.left() + names, month };
        let bottom = head.bottom() + (LINE + ui.spacing().item_spacing.y) * actions.len() as f32;
        heads(ui, view.session.catalog.language(), head, bottom, (&scale, count));
        for action in actions {
            let (rect, response) = ui.allocate_exact_size(vec2(width, LINE), Sense::click());
            let said = said(view, plan, action);
            response.widget_info(|| WidgetInfo::labeled(egui::Role::Button, true, &said));
            in_sight(&response);
            line(ui, view, action, rect, (&scale, names), response.has_focus());
            if response.on_hover_text(&said).clicked() {
                clicked = Some(action.id.clone());
            }
        }
        let at = scale.at(today);
        let stroke = Stroke::new(1.5, palette(ui).accent);
        ui.painter().vline(at, head.bottom()..=bottom, stroke);
    });
    clicked
}

/// Days to places.
struct Scale {
    first: Date,
    left: f32,
    month: f32,
}

impl Scale {
    fn at(&self, day: Date) -> f32 {
        let months = (day.year() - self.first.year()) * 12 + i32::from(day.month())
            - i32::from(self.first.month());
        let within = f32::from(day.day() - 1) / 31.0;
        self.left + self.month * (months as f32 + within)
    }
}

fn heads(ui: &Ui, language: Language, head: Rect, bottom: f32, (scale, count): (&Scale, u32)) {
    let colours = palette(ui);
    let font = FontId::proportional(12.0);
    for month in 0..count {
        let Some(day) = scale.first.months_later(month) else { return };
        let at = scale.at(day);
        let edge = Stroke::new(1.0, colours.quiet.gamma_multiply(0.35));
        ui.painter().vline(at, head.top()..=bottom, edge);
        let begins = month == 0 || day.month() == 1;
        let text = match (begins, language) {
            (true, Language::French) => format!("{:02}/{}", day.month(), day.year()),
            (true, Language::English) => format!("{}-{:02}", day.year(), day.month()),
            (false, _) => format!("{:02}", day.month()),
        };
        let place = pos2(at + 3.0, head.center().y);
        ui.painter().text(place, Align2::LEFT_CENTER, text, font.clone(), colours.quiet);
    }
}

/// The bar of an action, and its milestones: full where done, hollow where not, a triangle where
/// late.
fn line(
    ui: &Ui,
    view: &View<'_>,
    action: &Action,
    rect: Rect,
    (scale, names): (&Scale, f32),
    focused: bool,
) {
    let colours = palette(ui);
    let ink = ui.visuals().text_color();
    let today = view.session.today;
    if focused {
        let stroke = Stroke::new(2.0, colours.accent);
        ui.painter().rect_stroke(rect, 3.0, stroke, egui::StrokeKind::Inside);
    }
    let middle = rect.center().y;
    let of_name = Rect::from_min_max(rect.min, pos2(rect.left() + names - 8.0, rect.bottom()));
    let title = shown(view, &action.title);
    let (wrap, style) = (Some(egui::TextWrapMode::Truncate), egui::TextStyle::Body);
    let text = egui::WidgetText::from(title).into_galley(ui, wrap, of_name.width() - 8.0, style);
    let place = pos2(rect.left() + 4.0, middle - text.size().y / 2.0);
    ui.painter().galley(place, text, ink);
    let painter =
        ui.painter_at(Rect::from_min_max(pos2(rect.left() + names - 6.0, rect.top()), rect.max));
    if let Some((from, to)) = action.begins.or(action.ends).zip(action.ends.or(action.begins)) {
        let (from, to) = (scale.at(from.min(to)), scale.at(to.max(from)));
        let over = !action.is_open();
        let colour = if over { colours.quiet } else { colours.check };
        let bar =
            Rect::from_min_max(pos2(from, middle - 5.0), pos2(to.max(from + 3.0), middle + 5.0));
        painter.rect_filled(bar, 2.0, colour.gamma_multiply(0.55));
    }
    for milestone in &action.milestones {
        let Some(day) = milestone.done.or(milestone.due) else { continue };
        let at = scale.at(day);
        let (shape, colour, filled) = if milestone.done.is_some() {
            (diamond(at, middle), colours.accent, true)
        } else if is_late(milestone, today) {
            (triangle(at, middle), colours.flagged, true)
        } else {
            (diamond(at, middle), ink, false)
        };
        let fill = if filled { colour } else { ui.visuals().panel_fill };
        painter.add(Shape::convex_polygon(shape, fill, Stroke::new(1.5, colour)));
    }
}

fn diamond(x: f32, y: f32) -> Vec<egui::Pos2> {
    [(0.0, -6.5), (6.5, 0.0), (0.0, 6.5), (-6.5, 0.0)]
        .map(|(right, down)| pos2(x + right, y + down))
        .to_vec()
}

fn triangle(x: f32, y: f32) -> Vec<egui::Pos2> {
    [(0.0, -7.5), (7.5, 6.0), (-7.5, 6.0)].map(|(right, down)| pos2(x + right, y + down)).to_vec()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(text: &str) -> Date {
        text.parse().unwrap()
    }

    #[test]
    fn the_months_hold_every_day_and_today() {
        let check = |begins: Option<&str>, ends: Option<&str>, expect: (&str, u32)| {
            let (begins, ends) = (begins.map(date), ends.map(date));
            let action = Action { begins, ends, ..Action::default() };
            let found = months(&[&action], date("2026-11-24"));
            assert_eq!(found, (date(expect.0), expect.1));
        };
        check(None, None, ("2026-11-01", 6));
        check(Some("2026-09-15"), Some("2027-08-31"), ("2026-09-01", 12));
        check(Some("1999-01-01"), Some("2027-08-31"), ("2026-11-01", MOST));
    }

    #[test]
    fn days_have_their_places() {
        let scale = Scale { first: date("2026-11-01"), left: 100.0, month: 62.0 };
        let check = |day: &str, expect: f32| {
            assert!((scale.at(date(day)) - expect).abs() < 0.01, "{day}: {}", scale.at(date(day)));
        };
        check("2026-11-01", 100.0);
        check("2026-11-16", 100.0 + 30.0);
        check("2027-01-01", 100.0 + 2.0 * 62.0);
        check("2026-10-01", 100.0 - 62.0);
    }
}
