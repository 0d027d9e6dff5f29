//! When: from a day to another, and milestones on the way.

use super::of_field;
use crate::format;
use crate::model::action::edit::step;
use crate::model::action::sheet::{Action, Milestone};
use crate::ui::screens::View;
use crate::ui::screens::action::desk::{Desk, of_name, shown};
use crate::ui::screens::action::inputs::{alarm, beginning, cross, date, day, in_sight};
use crate::ui::theme::palette;
use crate::ui::widgets::field::field;
use crate::ui::widgets::weak;
use egui::{Button, Id as Place, Key, RichText, TextEdit, Ui};

/// A milestone being typed.
#[derive(Debug, Default)]
pub struct Draft {
    pub(super) name: String,
    pub(super) due: String,
    /// Its day could not be read.
    unread: bool,
}

fn salt(id: &str) -> String {
    format!("{id} begins")
}

pub fn first(action: &Action) -> Place {
    of_field(&salt(&action.id))
}

pub fn show(ui: &mut Ui, view: &View<'_>, desk: &mut Desk<'_>, action: &Action, draft: &mut Draft) {
    let id = &action.id;
    ui.horizontal_wrapped(|ui| {
        let label = view.text("acts-begins");
        if let Some(begins) = beginning(ui, view, (&label, &salt(id)), action.begins) {
            desk.sheet(step::SHEET, id, |one| one.begins = begins);
        }
        let label = view.text("acts-ends");
        if let Some(ends) = date(ui, view, (&label, &format!("{id} ends")), action.ends) {
            desk.sheet(step::SHEET, id, |one| one.ends = ends);
        }
        if let Some((begins, ends)) = action.begins.zip(action.ends)
            && ends < begins
        {
            alarm(ui, &view.text("acts-ends-before"));
        }
    });
    weak(ui, &view.text("acts-dates-help"));
    for milestone in &action.milestones {
        ui.horizontal_wrapped(|ui| line(ui, view, desk, action, milestone));
    }
    add(ui, view, desk, action, draft);
}

fn put(desk: &mut Desk<'_>, action: &str, id: &str, change: impl FnOnce(&mut Milestone)) {
    desk.sheet(step::MILESTONE, action, |one| {
        if let Some(milestone) = one.milestones.iter_mut().find(|one| one.id == id) {
            change(milestone);
        }
    });
}

fn line(ui: &mut Ui, view: &View<'_>, desk: &mut Desk<'_>, action: &Action, one: &Milestone) {
    let label = ui.label(view.text("acts-milestone"));
    if let Some(name) = field(ui, &format!("{} name", one.id), &one.name, 170.0, label.id) {
        put(desk, &action.id, &one.id, |one| one.name = name);
    }
    let label = view.text("acts-due");
    if let Some(due) = date(ui, view, (&label, &format!("{} due", one.id)), one.due) {
        put(desk, &action.id, &one.id, |one| one.due = due);
    }
    let mut done = one.done.is_some();
    let text = match one.done {
        Some(day) => {
            let day = format::date(day, view.session.catalog.language());
            view.session.catalog.with("acts-done-on", &[("date", (&day).into())])
        }
        None => view.text("acts-done"),
    };
    if ui.checkbox(&mut done, text).changed() {
        if done {
            desk.change(step::MILESTONE, |plan, by| plan.milestone_done(&action.id, &one.id, by));
        } else {
            put(desk, &action.id, &one.id, |one| one.done = None);
        }
    }
    if one.done.is_none() && one.due.is_some_and(|due| due < view.session.today) {
        alarm(ui, &view.text("acts-state-late"));
    }
    if cross(ui, &of_name(view, "acts-without", &shown(view, &one.name))) {
        desk.change(step::MILESTONE, |plan, by| plan.remove(&one.id, by));
    }
}

/// A milestone more: Enter adds it, and the next one can be typed.
fn add(ui: &mut Ui, view: &View<'_>, desk: &mut Desk<'_>, action: &Action, draft: &mut Draft) {
    let mut told = None;
    ui.horizontal_wrapped(|ui| {
        let label = ui.label(view.text("acts-milestone-new"));
        let edit = TextEdit::singleline(&mut draft.name).desired_width(170.0);
        let name = ui.add(edit).labelled_by(label.id);
        in_sight(&name);
        let label = ui.label(view.text("acts-milestone-new-due"));
        let edit = TextEdit::singleline(&mut draft.due).desired_width(92.0);
        let due = ui.add(edit).labelled_by(label.id);
        let enter = ui.input(|input| input.key_pressed(Key::Enter));
        let entered = enter && (name.lost_focus() || due.lost_focus());
        let named = !draft.name.trim().is_empty();
        let button = Button::new(view.text("acts-milestone-add"));
        if (ui.add_enabled(named, button).clicked() || entered) && named {
            let text = draft.due.trim();
            let day = day(text, view.session.today);
            draft.unread = day.is_none() && !text.is_empty();
            if !draft.unread {
                let milestone = Milestone {
                    name: draft.name.trim().to_owned(),
                    due: day,
                    ..Milestone::default()
                };
                desk.change(step::MILESTONE, |plan, _| plan.add_milestone(&action.id, milestone));
                *draft = Draft::default();
                name.request_focus();
            }
        }
        if draft.unread {
            let of = [("found", (&draft.due).into())];
            told = Some(view.session.catalog.with("acts-not-a-date", &of));
        }
    });
    if let Some(told) = told {
        ui.label(RichText::new(format::prose(&told)).color(palette(ui).flagged));
    }
}
