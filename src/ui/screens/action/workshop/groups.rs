//! What says the same: suggested, confirmed or refused, counted. An occurrence is a time that a
//! table of people wrote it, and no share of those who were there.

use super::rows::{links, same_as};
use crate::actions::workshop::{Group, Suggestion, groups, suggestions_since};
use crate::format;
use crate::model::action::ActionPlan;
use crate::model::action::edit::step;
use crate::model::action::workshop::{Apart, Contribution};
use crate::ui::screens::View;
use crate::ui::screens::action::To;
use crate::ui::screens::action::desk::Desk;
use crate::ui::screens::action::inputs::in_sight;
use crate::ui::widgets::{prose, section, weak};
use egui::{Button, Key, Modifiers, RichText, ScrollArea, Ui, WidgetInfo};

/// Passing state.
#[derive(Debug, Default)]
pub struct Groups {
    /// Suggestions, for the contributions that they were made of, and the pairs told apart.
    made: Option<(Vec<Contribution>, Vec<Apart>, Vec<Suggestion>)>,
    /// The keyboard goes to the next suggestion.
    next: bool,
}

/// What was answered to a suggestion.
enum Answer {
    Same,
    Different,
}

impl Groups {
    /// They are looked at anew: the first one takes the keyboard.
    pub const fn begin(&mut self) {
        self.next = true;
    }

    /// Suggestions that were not answered yet.
    pub fn waiting(&mut self, plan: &ActionPlan) -> usize {
        self.follow(plan);
        self.open().len()
    }

    fn follow(&mut self, plan: &ActionPlan) {
        let current = self
            .made
            .as_ref()
            .is_some_and(|(of, apart, _)| *of == plan.contributions && *apart == plan.apart);
        if !current {
            let (then, before) =
                self.made.take().map(|(then, _, all)| (then, all)).unwrap_or_default();
            let all = suggestions_since(plan, &then, &before);
            self.made = Some((plan.contributions.clone(), plan.apart.clone(), all));
        }
    }

    fn open(&self) -> &[Suggestion] {
        self.made.as_ref().map(|(_, _, all)| all.as_slice()).unwrap_or_default()
    }

    pub fn show(
        &mut self,
        ui: &mut Ui,
        view: &View<'_>,
        desk: &mut Desk<'_>,
        question: Option<&str>,
    ) -> Option<To> {
        let mut to = None;
        self.follow(desk.plan());
        ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
            self.suggested(ui, view, desk);
            section(ui, &view.text("acts-groups"));
            weak(ui, &view.text("acts-groups-about"));
            let all = groups(desk.plan(), question);
            if all.is_empty() {
                weak(ui, &view.text("acts-workshop-empty"));
            }
            for group in &all {
                if let Some(found) = one(ui, view, desk, group) {
                    to = Some(found);
                }
            }
        });
        to
    }

    fn suggested(&mut self, ui: &mut Ui, view: &View<'_>, desk: &mut Desk<'_>) {
        let all: Vec<Suggestion> = self.open().to_vec();
        let count = all.len().to_string();
        section(ui, &view.session.catalog.with("acts-suggestions", &[("count", (&count).into())]));
        if all.is_empty() {
            weak(ui, &view.text("acts-suggestions-none"));
            return;
        }
        weak(ui, &view.text("acts-suggestions-help"));
        let mut answered = None;
        for one in &all {
            let first = std::mem::take(&mut self.next);
            if let Some(answer) = suggestion(ui, view, desk.plan(), one, first) {
                answered = Some((one.clone(), answer));
            }
        }
        match answered {
            Some((one, Answer::Same)) => {
                let others = [one.other];
                desk.change(step::MERGE, |plan, _| plan.merge(&one.into, &others));
                self.next = true;
            }
            Some((one, Answer::Different)) => {
                desk.change(step::MERGE, |plan, _| plan.tell_apart(&one.into, &one.other));
                self.next = true;
            }
            None => {}
        }
    }
}

fn words_of(plan: &ActionPlan, id: &str) -> String {
    plan.contribution(id).map_or_else(|| id.to_owned(), |one| one.text.clone())
}

fn suggestion(
    ui: &mut Ui,
    view: &View<'_>,
    plan: &ActionPlan,
    one: &Suggestion,
    first: bool,
) -> Option<Answer> {
    let catalog = &view.session.catalog;
    let (a, b) = (words_of(plan, &one.into), words_of(plan, &one.other));
    let (score, words) = (one.score.to_string(), one.words.join(", "));
    let of = [
        ("a", (&a).into()),
        ("b", (&b).into()),
        ("score", (&score).into()),
        ("words", (&words).into()),
    ];
    let key = if one.words.is_empty() { "acts-alike-letters" } else { "acts-alike" };
    let said = catalog.with(key, &of);
    prose(ui, &said);
    let mut answer = None;
    ui.horizontal_wrapped(|ui| {
        for (key, which) in [("acts-same", Answer::Same), ("acts-different", Answer::Different)] {
            let text = view.text(key);
            let is_same = matches!(which, Answer::Same);
            let response = ui.add(Button::new(&text));
            let name = format!("{text}. {said}");
            response.widget_info(|| WidgetInfo::labeled(egui::Role::Button, true, &name));
            in_sight(&response);
            if first && is_same {
                response.request_focus();
            }
            let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
            if response.clicked() {
                answer = Some(which);
            } else if response.has_focus() {
                if pressed(Key::G) {
                    answer = Some(Answer::Same);
                } else if pressed(Key::N) {
                    answer = Some(Answer::Different);
                }
            }
        }
    });
    answer
}

/// A group: its words, how often they were said, at which tables, and who says them again.
fn one(ui: &mut Ui, view: &View<'_>, desk: &mut Desk<'_>, group: &Group) -> Option<To> {
    let catalog = &view.session.catalog;
    let head = desk.plan().contribution(&group.head)?.clone();
    let mut to = None;
    ui.add_space(4.0);
    ui.label(RichText::new(format::prose(&head.text)).strong());
    let mut told = vec![catalog.with("acts-times", &[("count", group.occurrences.into())])];
    if !group.tables.is_empty() {
        let tables: Vec<String> = group.tables.iter().map(ToString::to_string).collect();
        let tables = tables.join(", ");
        told.push(catalog.with("acts-tables", &[("list", (&tables).into())]));
    }
    if group.priorities > 0 {
        told.push(catalog.with("acts-stickers", &[("count", group.priorities.into())]));
    }
    told.push(view.text(&format!("practice-{}", head.practice.id())));
    ui.horizontal_wrapped(|ui| {
        weak(ui, &told.join(&view.text("list-separator")));
        links(ui, view, desk, &head);
        same_as(ui, view, desk, &head);
        if let Some(action) = &head.action
            && desk.plan().action(action).is_some()
            && ui.small_button(view.text("acts-open")).clicked()
        {
            to = Some(To::Action(action.clone()));
        }
    });
    for id in group.members.iter().skip(1) {
        let text = words_of(desk.plan(), id);
        ui.horizontal_wrapped(|ui| {
            prose(ui, &format!("= {text}"));
            let name = catalog.with("acts-split", &[("name", (&text).into())]);
            let button = ui.small_button(view.text("acts-split-short")).on_hover_text(&name);
            button.widget_info(|| WidgetInfo::labeled(egui::Role::Button, true, &name));
            if button.clicked() {
                desk.change(step::MERGE, |plan, _| plan.split(id));
            }
        });
    }
    to
}
