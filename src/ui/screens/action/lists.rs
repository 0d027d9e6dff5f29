//! What is the territory's own: levers, targets, times of work. Another one starts from its own.

use super::desk::{Desk, shown};
use super::inputs::{cross, date, passes_undo};
use crate::actions::propose::{HOUSING, SPOUSE};
use crate::model::action::edit::step;
use crate::model::action::{ActionPlan, Id, Lever, Target, Wave};
use crate::ui::screens::View;
use crate::ui::widgets::field::{field, lines};
use crate::ui::widgets::{prose, section, weak};
use egui::{Id as Place, Key, ScrollArea, TextEdit, Ui};

pub fn show(ui: &mut Ui, view: &View<'_>, desk: &mut Desk<'_>) {
    ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
        prose(ui, &view.text("acts-lists-about"));
        let plan = desk.plan();
        let lacks = plan.levers.is_empty() || plan.targets.is_empty() || plan.waves.is_empty();
        if lacks && !super::begins(plan) {
            ui.horizontal_wrapped(|ui| {
                if ui.button(view.text("acts-seed-rest")).clicked() {
                    super::seed(view, desk);
                }
            });
        }
        levers(ui, view, desk);
        targets(ui, view, desk);
        waves(ui, view, desk);
        ui.add_space(24.0);
    });
}

/// A name to be written, added by Enter or its button.
fn add(ui: &mut Ui, view: &View<'_>, key: &str) -> Option<String> {
    let id = Place::unique(("plan-add", key));
    let mut typed: String = ui.data(|data| data.get_temp(id)).unwrap_or_default();
    let mut taken = None;
    passes_undo(ui, id, &typed);
    ui.horizontal_wrapped(|ui| {
        let label = ui.label(view.text(key));
        let edit = TextEdit::singleline(&mut typed).id(id).desired_width(300.0);
        let response = ui.add(edit).labelled_by(label.id);
        let entered = response.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
        let name = typed.trim().to_owned();
        let button = egui::Button::new(view.text(&format!("{key}-do")));
        if (ui.add_enabled(!name.is_empty(), button).clicked() || entered) && !name.is_empty() {
            taken = Some(name);
            response.request_focus();
        }
    });
    if taken.is_some() {
        typed.clear();
    }
    ui.data_mut(|data| data.insert_temp(id, typed));
    taken
}

/// The field of a name, and the cross that removes what it names.
fn head(
    ui: &mut Ui,
    view: &View<'_>,
    (key, id, name): (&str, &Id, &str),
) -> (Option<String>, bool) {
    let label = ui.label(view.text(key));
    let width = (ui.available_width() * 0.55).clamp(200.0, 560.0);
    let typed = field(ui, &format!("{id} name"), name, width, label.id);
    let shown = shown(view, name);
    let removed =
        cross(ui, &view.session.catalog.with("acts-remove-of", &[("name", (&shown).into())]));
    (typed, removed)
}

/// How many actions name something.
fn used(ui: &mut Ui, view: &View<'_>, count: usize) {
    let count = count.to_string();
    weak(ui, &view.session.catalog.with("acts-used", &[("count", (&count).into())]));
}

fn remove(desk: &mut Desk<'_>, id: &Id) {
    desk.change(step::REMOVE, |plan, by| plan.remove(id, by));
}

fn levers(ui: &mut Ui, view: &View<'_>, desk: &mut Desk<'_>) {
    section(ui, &view.text("acts-levers"));
    weak(ui, &view.text("acts-levers-about"));
    for lever in desk.plan().levers.clone() {
        ui.horizontal_wrapped(|ui| {
            let (typed, removed) = head(ui, view, ("acts-lever", &lever.id, &lever.name));
            if let Some(name) = typed {
                put_lever(desk, &lever.id, |one| one.name = name);
            }
            if removed {
                remove(desk, &lever.id);
            }
            let of = |plan: &ActionPlan| {
                plan.actions.iter().filter(|one| one.lever.as_ref() == Some(&lever.id)).count()
            };
            used(ui, view, of(desk.plan()));
        });
        ui.indent(("lever", &lever.id), |ui| {
            let label = ui.label(view.text("acts-note"));
            if let Some(note) = lines(ui, &format!("{} note", lever.id), &lever.note, 1, label.id) {
                put_lever(desk, &lever.id, |one| one.note = note);
            }
            answers(ui, view, desk, &lever);
        });
    }
    if let Some(name) = add(ui, view, "acts-add-lever") {
        desk.change(step::LISTS, |plan, _| plan.add_lever(Lever { name, ..Lever::default() }));
    }
}

fn put_lever(desk: &mut Desk<'_>, id: &str, change: impl FnOnce(&mut Lever)) {
    let Some(mut lever) = desk.plan().lever(id).cloned() else { return };
    change(&mut lever);
    desk.change(step::LISTS, |plan, _| plan.put_lever(lever));
}

/// What of the diagnosis a lever answers: an occupation whose first lever it is makes an action
/// under it.
fn answers(ui: &mut Ui, view: &View<'_>, desk: &mut Desk<'_>, lever: &Lever) {
    let name = shown(view, &lever.name);
    let title = view.session.catalog.with("acts-answers", &[("name", (&name).into())]);
    egui::CollapsingHeader::new(title).id_salt(("answers", &lever.id)).show(ui, |ui| {
        weak(ui, &view.text("acts-answers-about"));
        ui.horizontal_wrapped(|ui| {
            for (id, name) in diagnosed(view) {
                let mut answered = lever.answers.contains(&id);
                if ui.checkbox(&mut answered, name).changed() {
                    desk.change(step::LISTS, |plan, _| answer(plan, &lever.id, &id, answered));
                }
            }
        });
    });
}

/// One lever alone answers something: the others no longer do.
fn answer(plan: &mut ActionPlan, lever: &str, id: &str, answered: bool) {
    for one in &mut plan.levers {
        one.answers.retain(|known| known != id);
        if answered && one.id == lever {
            one.answers.push(id.to_owned());
        }
    }
}

/// What the diagnosis names: levers of its table, then causes.
fn diagnosed(view: &View<'_>) -> Vec<(String, String)> {
    use crate::indicators::anchor::Cause;
    use crate::recommend::diagnosis::Diagnosis;
    let mut all: Vec<(String, String)> = Vec::new();
    for diagnosis in Diagnosis::ALL {
        let id = diagnosis.lever().id().to_owned();
        if all.iter().all(|(known, _)| *known != id) {
            let name = view.text(&format!("lever-{id}"));
            all.push((id, name));
        }
    }
    for cause in Cause::ALL {
        all.push((cause.id().to_owned(), view.text(&format!("cause-{}", cause.id()))));
    }
    // Named by employers, in no published class.
    for id in [HOUSING, SPOUSE] {
        if all.iter().all(|(known, _)| known != id) {
            all.push((id.to_owned(), view.text(&format!("acts-answer-{id}"))));
        }
    }
    all
}

fn targets(ui: &mut Ui, view: &View<'_>, desk: &mut Desk<'_>) {
    section(ui, &view.text("acts-targets"));
    for target in desk.plan().targets.clone() {
        ui.horizontal_wrapped(|ui| {
            let (typed, removed) = head(ui, view, ("acts-target", &target.id, &target.name));
            if let Some(name) = typed {
                let target = Target { name, ..target.clone() };
                desk.change(step::LISTS, |plan, _| plan.put_target(target));
            }
            if removed {
                remove(desk, &target.id);
            }
            if let Some(place) = named_in(&target) {
                weak(ui, &view.text(&format!("acts-named-{place}")));
            }
            let actions = desk.plan().actions.iter();
            used(ui, view, actions.filter(|one| one.targets.contains(&target.id)).count());
        });
    }
    if let Some(name) = add(ui, view, "acts-add-target") {
        desk.change(step::LISTS, |plan, _| plan.add_target(Target { name, ..Target::default() }));
    }
}

/// Where the seminar named a target: its text and its diagram do not name the same.
pub fn named_in(target: &Target) -> Option<&'static str> {
    match target.named_in.as_str() {
        "text" => Some("text"),
        "diagram" => Some("diagram"),
        _ => None,
    }
}

fn waves(ui: &mut Ui, view: &View<'_>, desk: &mut Desk<'_>) {
    section(ui, &view.text("acts-waves"));
    for wave in desk.plan().waves.clone() {
        ui.horizontal_wrapped(|ui| {
            let (typed, removed) = head(ui, view, ("acts-wave", &wave.id, &wave.name));
            if let Some(name) = typed {
                put_wave(desk, &wave.id, |one| one.name = name);
            }
            let (from, to) = (view.text("acts-from"), view.text("acts-to"));
            let salt = format!("{} begins", wave.id);
            if let Some(begins) = date(ui, view, (&from, &salt), wave.begins) {
                put_wave(desk, &wave.id, |one| one.begins = begins);
            }
            let salt = format!("{} ends", wave.id);
            if let Some(ends) = date(ui, view, (&to, &salt), wave.ends) {
                put_wave(desk, &wave.id, |one| one.ends = ends);
            }
            if removed {
                remove(desk, &wave.id);
            }
            let actions = desk.plan().actions.iter();
            used(ui, view, actions.filter(|one| one.wave.as_ref() == Some(&wave.id)).count());
        });
    }
    if let Some(name) = add(ui, view, "acts-add-wave") {
        desk.change(step::LISTS, |plan, _| plan.add_wave(Wave { name, ..Wave::default() }));
    }
}

fn put_wave(desk: &mut Desk<'_>, id: &str, change: impl FnOnce(&mut Wave)) {
    let Some(mut wave) = desk.plan().wave(id).cloned() else { return };
    change(&mut wave);
    desk.change(step::LISTS, |plan, _| plan.put_wave(wave));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_lever_alone_answers_what_the_diagnosis_names() {
        let mut plan = ActionPlan::default();
        let lever = |answers: &[&str]| Lever {
            answers: answers.iter().map(|one| (*one).to_owned()).collect(),
            ..Lever::default()
        };
        let first = plan.add_lever(lever(&["training", "spouse"]));
        let second = plan.add_lever(lever(&[]));
        answer(&mut plan, &second, "spouse", true);
        assert_eq!(plan.lever(&first).unwrap().answers, ["training"]);
        assert_eq!(plan.lever(&second).unwrap().answers, ["spouse"]);
        answer(&mut plan, &second, "spouse", false);
        assert_eq!(plan.answering("spouse"), None);
    }
}
