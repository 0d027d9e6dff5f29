//! What an action is: title, aim, lever, targets, occupations, sectors, practice, programme.

use super::of_field;
use crate::model::Fap;
use crate::model::action::Id;
use crate::model::action::edit::step;
use crate::model::action::sheet::{Action, Practice, ProgrammeLink, Status};
use crate::ui::screens::View;
use crate::ui::screens::action::desk::{Desk, named, shown};
use crate::ui::screens::action::inputs::{Picked, alarm, chip, choose, long, pick, text};
use crate::ui::screens::action::lists::named_in;
use crate::ui::widgets::weak;
use crate::words::plan as words;
use egui::{Id as Place, Ui};

fn salt(id: &str) -> String {
    format!("{id} title")
}

pub fn first(action: &Action) -> Place {
    of_field(&salt(&action.id))
}

pub fn show(ui: &mut Ui, view: &View<'_>, desk: &mut Desk<'_>, action: &Action) {
    let id = &action.id;
    let label = view.text("acts-title");
    let width = ui.available_width() - 12.0;
    if let Some(title) = text(ui, (&label, &salt(id)), &action.title, width) {
        desk.sheet(step::SHEET, id, |one| one.title = title);
    }
    ui.horizontal_wrapped(|ui| status(ui, view, desk, action));
    let label = view.text("acts-objective");
    if let Some(objective) = long(ui, (&label, &format!("{id} objective")), &action.objective, 2) {
        desk.sheet(step::SHEET, id, |one| one.objective = objective);
    }
    ui.horizontal_wrapped(|ui| lever(ui, view, desk, action));
    if !desk.plan().waves.is_empty() || action.wave.is_some() {
        ui.horizontal_wrapped(|ui| wave(ui, view, desk, action));
    }
    if !desk.plan().targets.is_empty() || !action.targets.is_empty() {
        targets(ui, view, desk, action);
    }
    occupations(ui, view, desk, action);
    sectors(ui, view, desk, action);
    let candidates = view.session.plan().is_some_and(|(plan, _)| !plan.proposals.is_empty());
    if action.programme.is_some() || candidates {
        programme(ui, view, desk, action);
    }
}

fn status(ui: &mut Ui, view: &View<'_>, desk: &mut Desk<'_>, action: &Action) {
    let id = &action.id;
    let name = |status: Status| view.text(&format!("action-status-{}", status.id()));
    let all: Vec<_> = Status::ALL.into_iter().map(|one| (one, name(one))).collect();
    let (label, salt) = (view.text("acts-status"), format!("{id} status"));
    let shown = name(action.status);
    if let Some(status) = choose(ui, (&label, &salt), (&action.status, &shown), &all, 110.0) {
        desk.change(step::STATUS, |plan, by| plan.set_status(id, status, by));
    }
    let name = |practice: Practice| view.text(&format!("practice-{}", practice.id()));
    let all: Vec<_> = Practice::ALL.into_iter().map(|one| (one, name(one))).collect();
    let (label, salt) = (view.text("acts-practice"), format!("{id} practice"));
    let shown = name(action.practice);
    if let Some(practice) = choose(ui, (&label, &salt), (&action.practice, &shown), &all, 150.0) {
        desk.sheet(step::SHEET, id, |one| one.practice = practice);
    }
}

fn lever(ui: &mut Ui, view: &View<'_>, desk: &mut Desk<'_>, action: &Action) {
    let id = &action.id;
    let none = view.text("acts-no-lever");
    let mut all = vec![(None, none.clone())];
    let levers = desk.plan().levers.iter();
    all.extend(levers.map(|one| (Some(one.id.clone()), shown(view, &one.name))));
    let now = action.lever.as_ref().map_or(none, |lever| named(view, desk.plan(), lever));
    let (label, salt) = (view.text("acts-lever"), format!("{id} lever"));
    let width = (ui.available_width() - 80.0).clamp(160.0, 380.0);
    if let Some(lever) = choose(ui, (&label, &salt), (&action.lever, &now), &all, width) {
        desk.sheet(step::SHEET, id, |one| one.lever = lever);
    }
}

fn wave(ui: &mut Ui, view: &View<'_>, desk: &mut Desk<'_>, action: &Action) {
    let id = &action.id;
    let none = view.text("acts-no-wave");
    let mut all = vec![(None, none.clone())];
    let waves = desk.plan().waves.iter();
    all.extend(waves.map(|one| (Some(one.id.clone()), shown(view, &one.name))));
    let now = action.wave.as_ref().map_or(none, |wave| named(view, desk.plan(), wave));
    let (label, salt) = (view.text("acts-wave"), format!("{id} wave"));
    if let Some(wave) = choose(ui, (&label, &salt), (&action.wave, &now), &all, 160.0) {
        desk.sheet(step::SHEET, id, |one| one.wave = wave);
    }
}

/// Adds to a list what is not in it, or takes it away.
fn toggle(list: &mut Vec<Id>, id: &str, held: bool) {
    list.retain(|known| known != id);
    if held {
        list.push(id.to_owned());
    }
}

fn targets(ui: &mut Ui, view: &View<'_>, desk: &mut Desk<'_>, action: &Action) {
    ui.label(view.text("acts-targets"));
    ui.horizontal_wrapped(|ui| {
        for target in desk.plan().targets.clone() {
            let mut held = action.targets.contains(&target.id);
            let mut name = shown(view, &target.name);
            // The text of the seminar and its diagram name some alike.
            if let Some(place) = named_in(&target) {
                name = format!("{name} ({})", view.text(&format!("acts-in-{place}")));
            }
            if ui.checkbox(&mut held, name).changed() {
                desk.sheet(step::SHEET, &action.id, |one| {
                    toggle(&mut one.targets, &target.id, held);
                });
            }
        }
        let gone: Vec<&Id> =
            action.targets.iter().filter(|id| desk.plan().target(id).is_none()).collect();
        for id in gone {
            let name = named(view, desk.plan(), id);
            if chip(ui, view, &name) {
                desk.sheet(step::SHEET, &action.id, |one| toggle(&mut one.targets, id, false));
            }
        }
    });
}

/// The label of a typed code, and the code where it is of no list that is known.
pub fn occupation(view: &View<'_>, code: &str) -> String {
    let known = code.parse().ok().and_then(|fap: Fap| {
        let label = view.session.occupation(fap).map(|one| one.label.clone());
        label.or_else(|| view.session.reference.fap_label(fap).map(str::to_owned))
    });
    known.unwrap_or_else(|| code.to_owned())
}

fn occupations(ui: &mut Ui, view: &View<'_>, desk: &mut Desk<'_>, action: &Action) {
    let id = &action.id;
    ui.horizontal_wrapped(|ui| {
        for code in &action.occupations {
            if chip(ui, view, &occupation(view, code)) {
                desk.sheet(step::SHEET, id, |one| toggle(&mut one.occupations, code, false));
            }
        }
        let results = view.session.results();
        let known = results.into_iter().flat_map(|results| &results.occupations);
        let all: Vec<(String, String)> = known
            .map(|one| (one.code.to_string(), one.label.clone()))
            .filter(|(code, _)| !action.occupations.contains(code))
            .collect();
        let named = (view.text("acts-occupations"), format!("{id} occupations"));
        if let Some(Picked::Known(code)) = pick(ui, view, (&named.0, &named.1), &all, false) {
            desk.sheet(step::SHEET, id, |one| toggle(&mut one.occupations, &code, true));
        }
        if all.is_empty() && results.is_none() {
            weak(ui, &view.text("acts-occupations-none"));
        }
    });
}

fn sectors(ui: &mut Ui, view: &View<'_>, desk: &mut Desk<'_>, action: &Action) {
    let id = &action.id;
    let name = |section: &str| {
        let key = format!("section-{}", section.to_lowercase());
        if view.session.catalog.has(&key) { view.text(&key) } else { section.to_owned() }
    };
    ui.horizontal_wrapped(|ui| {
        for section in &action.sectors {
            if chip(ui, view, &name(section)) {
                desk.sheet(step::SHEET, id, |one| toggle(&mut one.sectors, section, false));
            }
        }
        let all: Vec<(String, String)> = ('A'..='U')
            .map(|section| section.to_string())
            .filter(|section| !action.sectors.contains(section))
            .map(|section| (section.clone(), name(&section)))
            .collect();
        let named = (view.text("acts-sectors"), format!("{id} sectors"));
        if let Some(Picked::Known(section)) = pick(ui, view, (&named.0, &named.1), &all, false) {
            desk.sheet(step::SHEET, id, |one| toggle(&mut one.sectors, &section, true));
        }
    });
}

/// The programme that the action runs: kept by its name whatever becomes of the plan of training.
fn programme(ui: &mut Ui, view: &View<'_>, desk: &mut Desk<'_>, action: &Action) {
    let id = &action.id;
    let known = view.session.plan().map(|(plan, _)| plan);
    ui.horizontal_wrapped(|ui| {
        if let Some(link) = &action.programme {
            let of = [("name", (&link.name).into())];
            let text = view.session.catalog.with("acts-programme-of", &of);
            if chip(ui, view, &text) {
                desk.sheet(step::SHEET, id, |one| one.programme = None);
            }
            if known.is_some_and(|plan| plan.proposal(&link.key).is_none()) {
                alarm(ui, &view.text("acts-programme-gone"));
            }
            return;
        }
        let Some(plan) = known.filter(|plan| !plan.proposals.is_empty()) else { return };
        let none = view.text("acts-no-programme");
        let mut all: Vec<(Option<ProgrammeLink>, String)> = vec![(None, none.clone())];
        all.extend(plan.proposals.iter().map(|one| {
            let found = view.session.occupation(one.key.occupation);
            let label = found.map_or("", |found| found.label.as_str());
            let name = words::name(&one.key, label, &view.session.catalog);
            (Some(ProgrammeLink { key: one.id(), name: name.clone() }), name)
        }));
        let (label, salt) = (view.text("acts-programme"), format!("{id} programme"));
        let width = (ui.available_width() - 120.0).clamp(160.0, 360.0);
        if let Some(link) = choose(ui, (&label, &salt), (&None, &none), &all, width) {
            desk.sheet(step::SHEET, id, |one| one.programme = link);
        }
    });
}
