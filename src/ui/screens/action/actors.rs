//! The register of actors: who they are, what each can do, what each does already.

use super::To;
use super::desk::{Desk, of_name, shown};
use super::inputs::{Picked, choose, count, long, pick, text};
use super::told;
use crate::actions::matrix;
use crate::model::action::edit::step;
use crate::model::action::{ActionPlan, Actor, ActorKind, Id};
use crate::model::fold;
use crate::ui::screens::{View, search};
use crate::ui::theme::palette;
use crate::ui::widgets::{prose, section, weak};
use egui::{RichText, ScrollArea, Ui};

/// Passing state.
#[derive(Debug, Default)]
pub struct Panel {
    chosen: Option<Id>,
    text: String,
}

impl Panel {
    pub fn open(&mut self, id: Id) {
        self.chosen = Some(id);
        self.text.clear();
    }

    pub fn show(&mut self, ui: &mut Ui, view: &View<'_>, desk: &mut Desk<'_>) -> Option<To> {
        self.chosen = self.chosen.take().filter(|id| desk.plan().actor(id).is_some());
        if self.chosen.is_none() {
            self.chosen = desk.plan().actors.first().map(|one| one.id.clone());
        }
        egui::Panel::left("plan-actors")
            .resizable(true)
            .default_size((ui.available_width() * 0.40).clamp(260.0, 420.0))
            .size_range(220.0..=620.0)
            .show(ui, |ui| self.list(ui, view, desk));
        let mut to = None;
        let frame = egui::Frame::NONE.inner_margin(egui::Margin { left: 10, ..egui::Margin::ZERO });
        egui::CentralPanel::default().frame(frame).show(ui, |ui| {
            ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
                let chosen = self.chosen.as_ref().and_then(|id| desk.plan().actor(id)).cloned();
                match chosen {
                    Some(actor) => to = editor(ui, view, desk, &actor),
                    None => {
                        prose(ui, &view.text("acts-actors-empty"));
                    }
                }
            });
        });
        to
    }

    fn list(&mut self, ui: &mut Ui, view: &View<'_>, desk: &mut Desk<'_>) {
        ui.horizontal_wrapped(|ui| {
            let made = pick(ui, view, (&view.text("acts-add-actor"), "add-actor"), &[], true);
            if let Some(Picked::New(name)) = made {
                let actor = Actor { name, ..Actor::default() };
                self.chosen = Some(desk.change(step::ACTOR, |plan, _| plan.add_actor(actor)));
            }
        });
        ui.horizontal_wrapped(|ui| search(ui, view, &mut self.text));
        let needle = fold(self.text.trim());
        ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
            let plan = desk.plan();
            for actor in &plan.actors {
                let kind = view.text(&format!("actor-kind-{}", actor.kind.id()));
                let name = shown(view, &actor.name);
                if !fold(&format!("{name} {kind} {}", actor.can)).contains(&needle) {
                    continue;
                }
                let chosen = self.chosen.as_ref() == Some(&actor.id);
                if ui.selectable_label(chosen, &name).clicked() {
                    self.chosen = Some(actor.id.clone());
                }
                ui.indent(("actor", &actor.id), |ui| {
                    weak(ui, &format!("{kind} · {}", loads(view, plan, &actor.id)));
                });
            }
        });
    }
}

/// « mène 2 actions, prend part à 3 en tout ».
fn loads(view: &View<'_>, plan: &ActionPlan, id: &str) -> String {
    let (leads, parts) = matrix::loads(plan, id);
    let (leads, parts) = (leads.len().to_string(), parts.len().to_string());
    let of = [("leads", (&leads).into()), ("parts", (&parts).into())];
    view.session.catalog.with("acts-loads", &of)
}

fn put(desk: &mut Desk<'_>, id: &str, change: impl FnOnce(&mut Actor)) {
    let Some(mut actor) = desk.plan().actor(id).cloned() else { return };
    change(&mut actor);
    desk.change(step::ACTOR, |plan, _| plan.put_actor(actor));
}

fn editor(ui: &mut Ui, view: &View<'_>, desk: &mut Desk<'_>, actor: &Actor) -> Option<To> {
    let id = &actor.id;
    ui.label(RichText::new(shown(view, &actor.name)).size(18.0).strong());
    weak(ui, &loads(view, desk.plan(), id));
    let salt = |part: &str| format!("{id} {part}");
    let name = (view.text("acts-name"), salt("name"));
    if let Some(name) = text(ui, (&name.0, &name.1), &actor.name, 380.0) {
        put(desk, id, |one| one.name = name);
    }
    let kinds: Vec<(ActorKind, String)> = ActorKind::ALL
        .into_iter()
        .map(|kind| (kind, view.text(&format!("actor-kind-{}", kind.id()))))
        .collect();
    let kind = view.text(&format!("actor-kind-{}", actor.kind.id()));
    let label = view.text("acts-kind");
    if let Some(kind) = choose(ui, (&label, &salt("kind")), (&actor.kind, &kind), &kinds, 300.0) {
        put(desk, id, |one| one.kind = kind);
    }
    let label = view.text("acts-can");
    if let Some(can) = long(ui, (&label, &salt("can")), &actor.can, 3) {
        put(desk, id, |one| one.can = can);
    }
    let label = view.text("acts-contact");
    if let Some(contact) = text(ui, (&label, &salt("contact")), &actor.contact, 380.0) {
        put(desk, id, |one| one.contact = contact);
    }
    let label = view.text("acts-capacity");
    let capacity = actor.capacity.map(u32::from);
    if let Some(most) = count(ui, view, (&label, &salt("capacity")), capacity) {
        let most = most.map(|most| u8::try_from(most).unwrap_or(u8::MAX));
        put(desk, id, |one| one.capacity = most);
    }
    section(ui, &view.text("acts-can-levers"));
    for lever in desk.plan().levers.clone() {
        let mut acts = actor.levers.contains(&lever.id);
        if ui.checkbox(&mut acts, shown(view, &lever.name)).changed() {
            put(desk, id, |one| {
                one.levers.retain(|known| *known != lever.id);
                if acts {
                    one.levers.push(lever.id.clone());
                }
            });
        }
    }
    for gone in actor.levers.iter().filter(|id| desk.plan().lever(id).is_none()) {
        let text = super::desk::named(view, desk.plan(), gone);
        ui.label(RichText::new(text).color(palette(ui).flagged));
    }
    let mut to = None;
    section(ui, &view.text("acts-its-actions"));
    let actions: Vec<_> = desk.plan().actions_of(id).cloned().collect();
    if actions.is_empty() {
        weak(ui, &view.text("acts-its-actions-none"));
    }
    for action in actions {
        if told::link(ui, &shown(view, &action.title), false) {
            to = Some(To::Action(action.id));
        }
    }
    ui.add_space(10.0);
    if ui.button(of_name(view, "acts-remove-of", &shown(view, &actor.name))).clicked() {
        desk.change(step::REMOVE, |plan, by| plan.remove(id, by));
    }
    weak(ui, &view.text("acts-remove-why"));
    to
}
