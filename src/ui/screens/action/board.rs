//! The board: actions by where they stand. A card is moved by Alt and an arrow, by its menu, or by
//! the mouse.

use super::desk::{Desk, lead, named, shown};
use super::filters::Filters;
use super::inputs::in_sight;
use super::told;
use crate::actions::due::{self, Due};
use crate::format;
use crate::model::action::edit::step;
use crate::model::action::sheet::{Action, Milestone, Status};
use crate::model::action::{ActionPlan, Id};
use crate::ui::screens::View;
use crate::ui::theme::palette;
use crate::ui::widgets::weak;
use egui::{
    Frame, Key, Label, Modifiers, Response, RichText, ScrollArea, Sense, Stroke, Ui, UiBuilder,
    WidgetInfo,
};

/// Width of a column below which the board scrolls sideways.
const LEAST: f32 = 186.0;

/// A card under the mouse.
struct Dragged(Id);

/// What was asked for on a card.
enum Asked {
    Open(Id),
    Move(Id, Status),
    Remove(Id),
}

/// Draws the board; the action to be opened.
/// `back`: the card that takes the keyboard, its sheet being left.
pub fn show(
    ui: &mut Ui,
    view: &View<'_>,
    desk: &mut Desk<'_>,
    (filters, back): (&Filters, Option<&Id>),
) -> Option<Id> {
    let mut asked = Vec::new();
    let late = due::late(desk.plan(), view.session.today);
    weak(ui, &view.text("acts-board-help"));
    let width = ((ui.available_width() - 4.0 * 8.0 - 14.0) / 5.0).max(LEAST);
    let height = (ui.available_height() - 16.0).max(120.0);
    ScrollArea::both().auto_shrink(false).show(ui, |ui| {
        ui.horizontal_top(|ui| {
            for status in Status::ALL {
                let column = ui.vertical(|ui| {
                    ui.set_width(width);
                    ui.set_min_height(height);
                    column(ui, view, desk.plan(), (status, filters, &late, back), &mut asked);
                });
                let held = column.response.dnd_hover_payload::<Dragged>().is_some();
                if held {
                    let stroke = Stroke::new(2.0, palette(ui).accent);
                    let rect = column.response.rect;
                    ui.painter().rect_stroke(rect, 4.0, stroke, egui::StrokeKind::Inside);
                }
                if let Some(dropped) = column.response.dnd_release_payload::<Dragged>() {
                    asked.push(Asked::Move(dropped.0.clone(), status));
                }
            }
        });
    });
    let mut open = None;
    for one in asked {
        match one {
            Asked::Open(id) => open = Some(id),
            Asked::Move(id, status) => {
                desk.change(step::STATUS, |plan, by| plan.set_status(&id, status, by));
            }
            Asked::Remove(id) => {
                desk.change(step::REMOVE, |plan, by| plan.remove(&id, by));
            }
        }
    }
    open
}

fn column(
    ui: &mut Ui,
    view: &View<'_>,
    plan: &ActionPlan,
    (status, filters, late, back): (Status, &Filters, &[Due], Option<&Id>),
    asked: &mut Vec<Asked>,
) {
    let held = |action: &&Action| action.status == status && filters.keeps(plan, action);
    let mut all: Vec<&Action> = plan.actions.iter().filter(held).collect();
    // What is late comes first, the latest before; the rest in the order of the plan.
    all.sort_by_key(|action| std::cmp::Reverse(late_of(late, action).map(|due| due.days)));
    let name = view.text(&format!("plan-status-{}", status.id()));
    let count = all.len().to_string();
    let of = [("status", (&name).into()), ("count", (&count).into())];
    let title = view.session.catalog.with("acts-column", &of);
    ui.label(RichText::new(format::prose(&title)).strong().size(15.0).color(palette(ui).accent));
    if all.is_empty() {
        weak(ui, &view.text("acts-column-empty"));
    }
    for action in all {
        let response = card(ui, view, plan, (action, late_of(late, action)), asked);
        if back == Some(&action.id) {
            response.request_focus();
        }
        ui.add_space(4.0);
    }
}

/// The milestone that comes next, by its day; one without a day comes last.
pub fn next_milestone(action: &Action) -> Option<&Milestone> {
    let open = action.milestones.iter().filter(|one| one.done.is_none());
    open.min_by_key(|one| (one.due.is_none(), one.due))
}

/// What stands on a card, a line each; whether the last one tells that it is late.
fn lines(
    view: &View<'_>,
    plan: &ActionPlan,
    (action, late): (&Action, Option<&Due>),
) -> (Vec<String>, Option<String>) {
    let catalog = &view.session.catalog;
    let mut lines = vec![lead(view, plan, action)];
    lines.push(match &action.lever {
        Some(lever) => named(view, plan, lever),
        None => view.text("acts-no-lever"),
    });
    if let Some(next) = next_milestone(action) {
        let name = shown(view, &next.name);
        lines.push(match next.due {
            Some(due) => {
                let day = format::date(due, catalog.language());
                let of = [("name", (&name).into()), ("date", (&day).into())];
                catalog.with("acts-next", &of)
            }
            None => catalog.with("acts-next-no-date", &[("name", (&name).into())]),
        });
    }
    (lines, late.map(|one| told::late(view, one)))
}

/// What of an action is the latest.
fn late_of<'a>(late: &'a [Due], action: &Action) -> Option<&'a Due> {
    late.iter().find(|one| told::action_of(one) == Some(&action.id))
}

/// Place of the card of an action.
pub fn place(id: &Id) -> egui::Id {
    egui::Id::unique(("plan-card", id))
}

fn card(
    ui: &mut Ui,
    view: &View<'_>,
    plan: &ActionPlan,
    (action, late): (&Action, Option<&Due>),
    asked: &mut Vec<Asked>,
) -> Response {
    let (lines, late) = lines(view, plan, (action, late));
    let title = shown(view, &action.title);
    let status = view.text(&format!("action-status-{}", action.status.id()));
    let mut said = vec![title.clone(), status];
    said.extend(lines.iter().cloned());
    said.extend(late.clone());
    let said = said.join(". ");
    let id = place(&action.id);
    let builder = UiBuilder::new().scope_id(id).sense(Sense::click_and_drag());
    let drawn = ui.scope_builder(builder, |ui| {
        let response = ui.response();
        let colours = palette(ui);
        let stroke = if response.has_focus() {
            Stroke::new(2.0, colours.accent)
        } else {
            ui.visuals().widgets.noninteractive.bg_stroke
        };
        let fill = if response.hovered() { colours.stripe } else { ui.visuals().faint_bg_color };
        Frame::group(ui.style()).stroke(stroke).fill(fill).show(ui, |ui| {
            ui.set_width(ui.available_width());
            ui.add(Label::new(RichText::new(format::prose(&title)).strong()).wrap());
            for line in &lines {
                weak(ui, line);
            }
            if let Some(late) = &late {
                let text = format!("▲ {late}");
                ui.add(
                    Label::new(RichText::new(format::prose(&text)).color(colours.flagged)).wrap(),
                );
            }
            menu(ui, view, action, &title, asked);
        });
    });
    let response = drawn.response;
    response.widget_info(|| WidgetInfo::labeled(egui::Role::Button, true, &said));
    in_sight(&response);
    response.dnd_set_drag_payload(Dragged(action.id.clone()));
    if response.clicked() {
        asked.push(Asked::Open(action.id.clone()));
    }
    if response.has_focus() {
        keys(ui, action, asked);
    }
    response
}

/// Of the card that is looked at.
fn keys(ui: &Ui, action: &Action, asked: &mut Vec<Asked>) {
    let pressed = |key: Key| ui.input_mut(|input| input.consume_key(Modifiers::ALT, key));
    let at = Status::ALL.iter().position(|one| *one == action.status).unwrap_or_default();
    let to = if pressed(Key::ArrowRight) {
        Status::ALL.get(at + 1)
    } else if pressed(Key::ArrowLeft) {
        at.checked_sub(1).and_then(|at| Status::ALL.get(at))
    } else {
        None
    };
    if let Some(status) = to {
        asked.push(Asked::Move(action.id.clone(), *status));
    }
    if ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Delete)) {
        asked.push(Asked::Remove(action.id.clone()));
    }
}

fn menu(ui: &mut Ui, view: &View<'_>, action: &Action, title: &str, asked: &mut Vec<Asked>) {
    let name = view.session.catalog.with("acts-card-menu", &[("name", title.into())]);
    let opened = ui.menu_button("…", |ui| {
        if ui.button(view.text("acts-open")).clicked() {
            asked.push(Asked::Open(action.id.clone()));
            ui.close();
        }
        ui.separator();
        for status in Status::ALL.into_iter().filter(|one| *one != action.status) {
            let to = view.text(&format!("action-status-{}", status.id()));
            let text = view.session.catalog.with("acts-move-to", &[("status", (&to).into())]);
            if ui.button(text).clicked() {
                asked.push(Asked::Move(action.id.clone(), status));
                ui.close();
            }
        }
        ui.separator();
        if ui.button(view.text("acts-remove")).clicked() {
            asked.push(Asked::Remove(action.id.clone()));
            ui.close();
        }
    });
    opened.response.widget_info(|| WidgetInfo::labeled(egui::Role::Button, true, &name));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_next_milestone_is_the_nearest_that_is_not_done() {
        let milestone = |name: &str, due: Option<&str>, done: bool| Milestone {
            name: name.to_owned(),
            due: due.map(|text| text.parse().unwrap()),
            done: done.then(|| "2026-01-01".parse().unwrap()),
            ..Milestone::default()
        };
        let check = |milestones: Vec<Milestone>, expect: Option<&str>| {
            let action = Action { milestones, ..Action::default() };
            assert_eq!(next_milestone(&action).map(|one| one.name.as_str()), expect);
        };
        let (a, b) = (Some("2026-03-01"), Some("2026-02-01"));
        check(vec![], None);
        check(vec![milestone("a", a, false), milestone("b", b, false)], Some("b"));
        check(vec![milestone("a", a, false), milestone("b", b, true)], Some("a"));
        check(vec![milestone("c", None, false), milestone("a", a, false)], Some("a"));
        check(vec![milestone("c", None, false)], Some("c"));
    }
}
