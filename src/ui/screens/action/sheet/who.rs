//! Who does it: lead, partners with their part, project group. A name that is not in the register
//! yet enters it as it is typed.

use super::of_pick;
use crate::model::action::edit::step;
use crate::model::action::sheet::{Action, Partner, Role};
use crate::model::action::{Actor, Id};
use crate::ui::screens::View;
use crate::ui::screens::action::desk::{Desk, lead, named, shown};
use crate::ui::screens::action::inputs::{Picked, chip, choose, cross, pick};
use crate::ui::theme::palette;
use crate::ui::widgets::field::field;
use crate::ui::widgets::weak;
use egui::{Id as Place, RichText, Ui};

fn salt(id: &str) -> String {
    format!("{id} lead")
}

pub fn first(action: &Action) -> Place {
    of_pick(&salt(&action.id))
}

pub fn show(ui: &mut Ui, view: &View<'_>, desk: &mut Desk<'_>, action: &Action) {
    leads(ui, view, desk, action);
    partners(ui, view, desk, action);
    group(ui, view, desk, action);
}

/// Actors of the register that are not among some.
fn others(view: &View<'_>, desk: &Desk<'_>, among: &[&Id]) -> Vec<(String, String)> {
    let actors = desk.plan().actors.iter().filter(|one| !among.contains(&&one.id));
    actors.map(|one| (one.id.clone(), shown(view, &one.name))).collect()
}

/// The actor that was picked, made where it is new: in the same step as what it is picked for.
fn actor(plan: &mut crate::model::action::ActionPlan, picked: Picked) -> Id {
    match picked {
        Picked::Known(id) => id,
        Picked::New(name) => plan.add_actor(Actor { name, ..Actor::default() }),
    }
}

fn leads(ui: &mut Ui, view: &View<'_>, desk: &mut Desk<'_>, action: &Action) {
    let id = &action.id;
    ui.horizontal_wrapped(|ui| {
        let wrong = action.lead.len() != 1
            || action.lead.iter().any(|lead| desk.plan().actor(lead).is_none());
        let said = lead(view, desk.plan(), action);
        if wrong {
            let text = RichText::new(format!("▲ {said}")).color(palette(ui).flagged);
            ui.label(text);
        } else {
            ui.label(RichText::new(said).strong());
        }
        for known in &action.lead {
            let name = named(view, desk.plan(), known);
            let of = [("name", (&name).into())];
            if cross(ui, &view.session.catalog.with("acts-without", &of)) {
                let lead = action.lead.iter().filter(|one| *one != known).cloned().collect();
                desk.change(step::LEAD, |plan, by| plan.set_lead(id, lead, by));
            }
        }
    });
    ui.horizontal_wrapped(|ui| {
        let among: Vec<&Id> = action.lead.iter().collect();
        let all = others(view, desk, &among);
        let named = (view.text("acts-lead"), salt(id));
        if let Some(picked) = pick(ui, view, (&named.0, &named.1), &all, true) {
            desk.change(step::LEAD, |plan, by| {
                let mut lead = action.lead.clone();
                lead.push(actor(plan, picked));
                plan.set_lead(id, lead, by)
            });
        }
    });
}

fn partners(ui: &mut Ui, view: &View<'_>, desk: &mut Desk<'_>, action: &Action) {
    let id = &action.id;
    let put = |desk: &mut Desk<'_>, at: usize, change: &dyn Fn(&mut Partner)| {
        desk.sheet(step::SHEET, id, |one| {
            if let Some(partner) = one.partners.get_mut(at) {
                change(partner);
            }
        });
    };
    for (at, partner) in action.partners.iter().enumerate() {
        ui.horizontal_wrapped(|ui| {
            let name = named(view, desk.plan(), &partner.actor);
            let broken = desk.plan().actor(&partner.actor).is_none();
            let text = RichText::new(&name);
            ui.label(if broken { text.color(palette(ui).flagged) } else { text });
            let role = |role: Role| view.text(&format!("action-role-{}", role.id()));
            let all: Vec<_> = Role::ALL.into_iter().map(|one| (one, role(one))).collect();
            let label = view.session.catalog.with("acts-role-of", &[("name", (&name).into())]);
            let salt = format!("{id} role {at}");
            let now = role(partner.role);
            if let Some(role) = choose(ui, (&label, &salt), (&partner.role, &now), &all, 120.0) {
                put(desk, at, &|one| one.role = role);
            }
            let label = ui.label(view.text("acts-does"));
            let salt = format!("{id} does {at}");
            if let Some(does) = field(ui, &salt, &partner.does, 140.0, label.id) {
                put(desk, at, &|one| one.does.clone_from(&does));
            }
            let of = [("name", (&name).into())];
            if cross(ui, &view.session.catalog.with("acts-without", &of)) {
                desk.sheet(step::SHEET, id, |one| {
                    if at < one.partners.len() {
                        one.partners.remove(at);
                    }
                });
            }
        });
    }
    ui.horizontal_wrapped(|ui| {
        let among: Vec<&Id> = action.partners.iter().map(|one| &one.actor).collect();
        let all = others(view, desk, &among);
        let named = (view.text("acts-partners"), format!("{id} partners"));
        if let Some(picked) = pick(ui, view, (&named.0, &named.1), &all, true) {
            desk.change(step::SHEET, |plan, _| {
                let actor = actor(plan, picked);
                if let Some(mut action) = plan.action(id).cloned() {
                    action.partners.push(Partner { actor, ..Partner::default() });
                    plan.put_action(action);
                }
            });
        }
    });
}

/// People, by name.
fn group(ui: &mut Ui, view: &View<'_>, desk: &mut Desk<'_>, action: &Action) {
    let id = &action.id;
    ui.horizontal_wrapped(|ui| {
        for (at, name) in action.group.iter().enumerate() {
            if chip(ui, view, name) {
                desk.sheet(step::SHEET, id, |one| {
                    if at < one.group.len() {
                        one.group.remove(at);
                    }
                });
            }
        }
        let named = (view.text("acts-group"), format!("{id} group"));
        if let Some(Picked::New(name)) = pick(ui, view, (&named.0, &named.1), &[], true) {
            desk.sheet(step::SHEET, id, |one| one.group.push(name));
        }
        if action.group.is_empty() {
            weak(ui, &view.text("acts-group-none"));
        }
    });
}
