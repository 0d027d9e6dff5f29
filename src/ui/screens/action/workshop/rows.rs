//! What was typed, the last first: a line is corrected, counted, marked and linked where it stands.

use crate::model::action::edit::step;
use crate::model::action::sheet::Practice;
use crate::model::action::workshop::Contribution;
use crate::model::action::{ActionPlan, Id};
use crate::ui::screens::View;
use crate::ui::screens::action::To;
use crate::ui::screens::action::desk::{Desk, named, shown};
use crate::ui::screens::action::inputs::{Picked, chip, choose, cross, in_sight, pick};
use crate::ui::screens::action::sheet::what::occupation;
use crate::ui::theme::palette;
use crate::ui::widgets::field::field;
use crate::ui::widgets::weak;
use egui::{Button, Event, Id as Place, Key, Modifiers, RichText, ScrollArea, Ui, WidgetInfo};

/// Passing state.
#[derive(Debug, Default)]
pub struct Rows {
    /// The line whose words are corrected.
    open: Option<Id>,
}

impl Rows {
    pub fn show(
        &mut self,
        ui: &mut Ui,
        view: &View<'_>,
        desk: &mut Desk<'_>,
        question: Option<&Id>,
    ) -> Option<To> {
        weak(ui, &view.text("acts-rows-help"));
        let area = ScrollArea::vertical().auto_shrink(false);
        area.show(ui, |ui| self.lines(ui, view, desk, question)).inner
    }

    /// The lines alone, where something around them scrolls.
    pub fn lines(
        &mut self,
        ui: &mut Ui,
        view: &View<'_>,
        desk: &mut Desk<'_>,
        question: Option<&Id>,
    ) -> Option<To> {
        let of =
            |one: &&Contribution| one.question.as_ref() == question || broken(desk.plan(), one);
        let all: Vec<Contribution> = desk.plan().contributions.iter().filter(of).cloned().collect();
        if all.is_empty() {
            weak(ui, &view.text("acts-workshop-empty"));
            return None;
        }
        let mut to = None;
        for one in all.iter().rev() {
            ui.horizontal_wrapped(|ui| {
                if let Some(found) = self.row(ui, view, desk, one) {
                    to = Some(found);
                }
            });
            ui.separator();
        }
        to
    }

    fn row(
        &mut self,
        ui: &mut Ui,
        view: &View<'_>,
        desk: &mut Desk<'_>,
        one: &Contribution,
    ) -> Option<To> {
        let id = &one.id;
        let catalog = &view.session.catalog;
        if self.open.as_ref() == Some(id) {
            self.correct(ui, view, desk, one);
        } else {
            let response = ui.add(
                Button::new(RichText::new(crate::format::prose(&one.text)).strong())
                    .wrap()
                    .frame(false),
            );
            let said = said(view, one);
            response.widget_info(|| WidgetInfo::labeled(egui::Role::Button, true, &said));
            in_sight(&response);
            if response.clicked() {
                self.begin(ui, id);
            }
            if response.has_focus() {
                let stroke = egui::Stroke::new(2.0, palette(ui).accent);
                let rect = response.rect.expand(2.0);
                ui.painter().rect_stroke(rect, 3.0, stroke, egui::StrokeKind::Outside);
                self.keys(ui, desk, one);
            }
        }
        let table = match one.table {
            Some(table) => catalog.with("acts-table-of", &[("number", u32::from(table).into())]),
            None => view.text("acts-no-table"),
        };
        weak(ui, &table);
        let practice = view.text(&format!("practice-{}", one.practice.id()));
        if ui.small_button(practice).on_hover_text(view.text("acts-practice-turn")).clicked() {
            put(desk, id, turn);
        }
        occurrences(ui, view, desk, one);
        let mut priority = one.priority;
        if ui.checkbox(&mut priority, view.text("acts-sticker")).changed() {
            put(desk, id, |one| one.priority = priority);
        }
        links(ui, view, desk, one);
        same_as(ui, view, desk, one);
        let mut to = None;
        if let Some(action) = &one.action
            && desk.plan().action(action).is_some()
            && ui.small_button(view.text("acts-open")).clicked()
        {
            to = Some(To::Action(action.clone()));
        }
        let of = [("name", (&one.text).into())];
        if cross(ui, &catalog.with("acts-remove-of", &of)) {
            desk.change(step::REMOVE, |plan, by| plan.remove(id, by));
        }
        to
    }

    fn begin(&mut self, ui: &Ui, id: &Id) {
        self.open = Some(id.clone());
        let place = Place::unique(("field", format!("{id} text").as_str()));
        ui.memory_mut(|memory| memory.request_focus(place));
    }

    /// Its words, until the field is left.
    fn correct(&mut self, ui: &mut Ui, view: &View<'_>, desk: &mut Desk<'_>, one: &Contribution) {
        let label = ui.label(view.text("acts-proposal-correct"));
        let width = (ui.available_width() - 40.0).clamp(200.0, 520.0);
        let salt = format!("{} text", one.id);
        let place = Place::unique(("field", salt.as_str()));
        if let Some(text) = field(ui, &salt, &one.text, width, label.id)
            && !text.is_empty()
        {
            put(desk, &one.id, |one| one.text = text);
        }
        let (has, had) =
            ui.memory(|memory| (memory.has_focus(place), memory.had_focus_last_frame(place)));
        if had && !has {
            self.open = None;
        }
    }

    /// Of the line that is looked at: + and − count, P marks, E says that it exists, G groups it, M
    /// links it to an occupation, Delete removes, F2 corrects.
    fn keys(&mut self, ui: &Ui, desk: &mut Desk<'_>, one: &Contribution) {
        let id = &one.id;
        let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
        let typed = |wanted: &[&str]| {
            ui.input(|input| {
                input.events.iter().any(
                    |event| matches!(event, Event::Text(text) if wanted.contains(&text.as_str())),
                )
            })
        };
        if typed(&["+", "="]) {
            put(desk, id, |one| one.occurrences = one.occurrences.saturating_add(1));
        }
        if typed(&["-", "−"]) {
            put(desk, id, |one| one.occurrences = one.occurrences.saturating_sub(1).max(1));
        }
        if pressed(Key::P) {
            put(desk, id, |one| one.priority = !one.priority);
        }
        if pressed(Key::E) {
            put(desk, id, turn);
        }
        if pressed(Key::F2) {
            self.begin(ui, id);
        }
        if pressed(Key::G) {
            open(ui, &format!("{id} same"), true);
        }
        if pressed(Key::M) {
            open(ui, &format!("{id} occupation"), true);
        }
        if pressed(Key::Delete) {
            desk.change(step::REMOVE, |plan, by| plan.remove(id, by));
        }
    }
}

/// The question that it answered is no longer there: it is shown under every one, and not lost.
fn broken(plan: &ActionPlan, one: &Contribution) -> bool {
    one.question.as_ref().is_some_and(|id| plan.question(id).is_none())
}

const fn turn(one: &mut Contribution) {
    one.practice = match one.practice {
        Practice::New => Practice::Existing,
        Practice::Existing => Practice::New,
    };
}

pub fn put(desk: &mut Desk<'_>, id: &str, change: impl FnOnce(&mut Contribution)) {
    let Some(mut one) = desk.plan().contribution(id).cloned() else { return };
    change(&mut one);
    desk.change(step::WORKSHOP, |plan, _| plan.put_contribution(one));
}

/// A line in words.
fn said(view: &View<'_>, one: &Contribution) -> String {
    let catalog = &view.session.catalog;
    let times = catalog.with("acts-times", &[("count", one.occurrences.into())]);
    let practice = view.text(&format!("practice-{}", one.practice.id()));
    let mut parts = vec![one.text.clone(), times, practice];
    if one.priority {
        parts.push(view.text("acts-sticker"));
    }
    parts.join(", ")
}

fn occurrences(ui: &mut Ui, view: &View<'_>, desk: &mut Desk<'_>, one: &Contribution) {
    let catalog = &view.session.catalog;
    let of = [("name", (&one.text).into())];
    for (sign, key, up) in [("−", "acts-less", false), ("+", "acts-more", true)] {
        let name = catalog.with(key, &of);
        let enabled = up || one.occurrences > 1;
        let button = ui.add_enabled(enabled, Button::new(sign).small());
        button.widget_info(|| WidgetInfo::labeled(egui::Role::Button, enabled, &name));
        if button.on_hover_text(&name).clicked() {
            put(desk, &one.id, |one| {
                one.occurrences = if up {
                    one.occurrences.saturating_add(1)
                } else {
                    one.occurrences.saturating_sub(1).max(1)
                };
            });
        }
        if !up {
            ui.label(catalog.with("acts-times", &[("count", one.occurrences.into())]));
        }
    }
}

/// Whether a field of names is open on a line, by its salt.
fn is_open(ui: &Ui, salt: &str) -> bool {
    ui.data(|data| data.get_temp(Place::unique(("opened", salt)))).unwrap_or(false)
}

/// Opens it, with the keyboard, or closes it.
fn open(ui: &Ui, salt: &str, opened: bool) {
    ui.data_mut(|data| data.insert_temp(Place::unique(("opened", salt)), opened));
    if opened {
        ui.memory_mut(|memory| memory.request_focus(Place::unique(("pick", salt))));
    }
}

/// A button that opens a field of names; what was picked in it.
fn opened(
    ui: &mut Ui,
    view: &View<'_>,
    (key, salt, of): (&str, &str, &str),
    all: &dyn Fn() -> Vec<(Id, String)>,
) -> Option<Id> {
    let name = view.session.catalog.with(&format!("{key}-of"), &[("name", of.into())]);
    let button = ui.small_button(view.text(key)).on_hover_text(&name);
    button.widget_info(|| WidgetInfo::labeled(egui::Role::Button, true, &name));
    in_sight(&button);
    if button.clicked() {
        open(ui, salt, !is_open(ui, salt));
    }
    if !is_open(ui, salt) {
        return None;
    }
    let label = view.text(&format!("{key}-pick"));
    let picked = pick(ui, view, (&label, salt), &all(), false);
    let Some(Picked::Known(id)) = picked else { return None };
    open(ui, salt, false);
    Some(id)
}

/// Says that a proposal says again what another one of its question does, whatever is suggested.
pub fn same_as(ui: &mut Ui, view: &View<'_>, desk: &mut Desk<'_>, one: &Contribution) {
    let plan = desk.plan();
    let head = one.merged_into.as_ref().filter(|into| plan.contribution(into).is_some());
    if let Some(head) = head {
        let name = named(view, plan, head);
        weak(ui, &view.session.catalog.with("acts-under", &[("name", (&name).into())]));
        return;
    }
    let others = || {
        let of = plan.contributions.iter().filter(|other| {
            other.id != one.id
                && other.question == one.question
                && other.merged_into.as_ref() != Some(&one.id)
        });
        of.map(|other| (other.id.clone(), shown(view, &other.text))).collect()
    };
    let salt = format!("{} same", one.id);
    if let Some(into) = opened(ui, view, ("acts-group-by-hand", &salt, &one.text), &others) {
        let id = one.id.clone();
        desk.change(step::MERGE, |plan, _| plan.merge(&into, &[id]));
    }
}

/// The occupation that a proposal is about.
fn about(ui: &mut Ui, view: &View<'_>, desk: &mut Desk<'_>, one: &Contribution) {
    if let Some(code) = &one.occupation {
        if chip(ui, view, &occupation(view, code)) {
            put(desk, &one.id, |one| one.occupation = None);
        }
        return;
    }
    let known = || {
        let results = view.session.results().into_iter();
        let all = results.flat_map(|results| &results.occupations);
        all.map(|one| (one.code.to_string(), one.label.clone())).collect()
    };
    let salt = format!("{} occupation", one.id);
    if let Some(code) = opened(ui, view, ("acts-occupation-link", &salt, &one.text), &known) {
        put(desk, &one.id, |one| one.occupation = Some(code));
    }
}

/// The lever, the action and the occupation that a proposal belongs to.
pub fn links(ui: &mut Ui, view: &View<'_>, desk: &mut Desk<'_>, one: &Contribution) {
    let id = &one.id;
    let plan = desk.plan();
    let none = view.text("acts-none");
    let mut levers = vec![(None, none.clone())];
    levers.extend(plan.levers.iter().map(|one| (Some(one.id.clone()), shown(view, &one.name))));
    let mut actions = vec![(None, none.clone())];
    actions.extend(plan.actions.iter().map(|one| (Some(one.id.clone()), shown(view, &one.title))));
    let name =
        |link: &Option<Id>| link.as_ref().map_or_else(|| none.clone(), |id| named(view, plan, id));
    let (lever, action) = (name(&one.lever), name(&one.action));
    if !levers.is_empty() {
        let (label, salt) = (view.text("acts-lever"), format!("{id} lever"));
        if let Some(lever) = choose(ui, (&label, &salt), (&one.lever, &lever), &levers, 150.0) {
            put(desk, id, |one| one.lever = lever);
        }
    }
    let (label, salt) = (view.text("acts-action"), format!("{id} action"));
    if let Some(action) = choose(ui, (&label, &salt), (&one.action, &action), &actions, 150.0) {
        put(desk, id, |one| one.action = action);
    }
    about(ui, view, desk, one);
}
