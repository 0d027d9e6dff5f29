//! The workshop: proposals typed while they are said, in a room that looks at the wall. Large type
//! and the keyboard alone; then what says the same is put together, and counted.

mod entry;
mod groups;
mod notation;
mod rows;

use super::To;
use super::desk::{Desk, of_name, shown};
use super::inputs::{Picked, alt_numbered, cross, pick};
use crate::model::action::edit::step;
use crate::model::action::workshop::Question;
use crate::model::action::{ActionPlan, Id};
use crate::ui::screens::{View, sides};
use crate::ui::widgets::field::field;
use crate::ui::widgets::weak;
use egui::{Id as Place, Key, Modifiers, ScrollArea, Ui};

/// How much larger letters are for a room.
const LARGE: f32 = 1.7;

/// Names of fields, as copies kept for recovery know them.
const PROPOSAL: &str = "workshop-proposal";
const QUESTION: &str = "workshop-question";

/// What is done.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Side {
    #[default]
    Typing,
    Together,
}

/// Passing state.
#[derive(Debug, Default)]
pub struct Panel {
    side: Side,
    large: bool,
    /// The question that is answered.
    question: Option<Id>,
    entry: entry::Entry,
    /// Not drawn since it was looked at anew.
    fresh: bool,
    rows: rows::Rows,
    groups: groups::Groups,
}

impl Panel {
    /// What is typed and not entered yet, by the name of its field.
    pub fn typed(&self, ctx: &egui::Context) -> Vec<(String, String)> {
        let question: Option<String> = ctx.data(|data| data.get_temp(new_question()));
        let all =
            [(PROPOSAL, self.entry.typed().to_owned()), (QUESTION, question.unwrap_or_default())];
        all.map(|(name, text)| (name.to_owned(), text)).into()
    }

    /// The same words in their fields again.
    pub fn type_again(&mut self, ctx: &egui::Context, name: &str, text: &str) {
        match name {
            PROPOSAL => self.entry.type_again(text),
            QUESTION => {
                ctx.data_mut(|data| data.insert_temp(new_question(), text.to_owned()));
            }
            _ => {}
        }
    }

    /// The question that what comes in answers: the first one until another is chosen.
    pub fn question(&self, plan: &ActionPlan) -> Option<Id> {
        let chosen = self.question.clone().filter(|id| plan.question(id).is_some());
        chosen.or_else(|| plan.questions.first().map(|one| one.id.clone()))
    }

    /// It is looked at anew: what is said can be typed at once, after the question that it answers.
    pub const fn begin(&mut self) {
        self.entry.begin();
        self.fresh = true;
    }

    pub fn show(&mut self, ui: &mut Ui, view: &View<'_>, desk: &mut Desk<'_>) -> Option<To> {
        if self.large {
            enlarge(ui);
        }
        self.keys(ui, desk.plan());
        ui.horizontal_wrapped(|ui| {
            let waiting = self.groups.waiting(desk.plan()).to_string();
            let together =
                view.session.catalog.with("acts-together", &[("count", (&waiting).into())]);
            sides(ui, view, &mut self.side, &[(Side::Typing, "acts-typing")]);
            if ui.selectable_label(self.side == Side::Together, together).clicked() {
                self.put_together();
            }
            ui.separator();
            ui.checkbox(&mut self.large, view.text("acts-large"));
            weak(ui, &counts(view, desk.plan(), self.question(desk.plan()).as_deref()));
        });
        self.questions(ui, view, desk);
        weak(ui, &view.text("acts-workshop-keys"));
        ui.separator();
        let question = self.question(desk.plan());
        match self.side {
            Side::Typing if self.large => {
                // In large type all of it scrolls: a screen may hold no more than the line.
                let area = ScrollArea::vertical().id_salt("plan-room").auto_shrink(false);
                let told = area.show(ui, |ui| {
                    self.entry.show(ui, view, desk, (question.as_ref(), false));
                    self.rows.lines(ui, view, desk, question.as_ref())
                });
                told.inner
            }
            Side::Typing => {
                self.entry.show(ui, view, desk, (question.as_ref(), true));
                self.rows.show(ui, view, desk, question.as_ref())
            }
            Side::Together => self.groups.show(ui, view, desk, question.as_deref()),
        }
    }

    /// The pairs are looked at: the first one takes the keyboard.
    const fn put_together(&mut self) {
        self.side = Side::Together;
        self.groups.begin();
    }

    /// F4: another question is written; F9: what says the same, and back to what is typed; Alt and
    /// a number: the question that is answered.
    fn keys(&mut self, ui: &Ui, plan: &ActionPlan) {
        let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
        if pressed(Key::F4) {
            ui.memory_mut(|memory| memory.request_focus(new_question()));
        }
        if pressed(Key::F9) {
            match self.side {
                Side::Typing => self.put_together(),
                Side::Together => self.type_on(),
            }
        }
        if let Some(question) = alt_numbered(ui).and_then(|place| plan.questions.get(place)) {
            self.question = Some(question.id.clone());
            self.type_on();
        }
    }

    /// What is said next is typed at once.
    const fn type_on(&mut self) {
        self.side = Side::Typing;
        self.entry.begin();
    }

    /// The questions: which one is answered, and new ones.
    fn questions(&mut self, ui: &mut Ui, view: &View<'_>, desk: &mut Desk<'_>) {
        let current = self.question(desk.plan());
        let any = !desk.plan().questions.is_empty();
        let asks = !any && desk.plan().contributions.is_empty();
        let asks = std::mem::take(&mut self.fresh) && asks;
        if asks {
            self.entry.waits();
        }
        ui.horizontal_wrapped(|ui| {
            if !any {
                weak(ui, &view.text("acts-question-first"));
            }
            for (place, question) in (1..).zip(&desk.plan().questions) {
                let number: u32 = place;
                let text = format!("{number}. {}", shown(view, &question.text));
                if ui.selectable_label(current.as_ref() == Some(&question.id), text).clicked() {
                    self.question = Some(question.id.clone());
                }
            }
        });
        ui.horizontal_wrapped(|ui| {
            let known = current.as_ref().and_then(|id| desk.plan().question(id)).cloned();
            if let Some(question) = known {
                let label = ui.label(view.text("acts-question-words"));
                let salt = format!("{} text", question.id);
                if let Some(text) = field(ui, &salt, &question.text, 260.0, label.id) {
                    let question = Question { text, ..question.clone() };
                    desk.change(step::WORKSHOP, |plan, _| plan.put_question(question));
                }
                if cross(ui, &of_name(view, "acts-remove-of", &shown(view, &question.text))) {
                    desk.change(step::REMOVE, |plan, by| plan.remove(&question.id, by));
                }
            }
            let label = view.text("acts-question-new");
            if let Some(Picked::New(text)) = pick(ui, view, (&label, "add-question"), &[], true) {
                let question = Question { text, ..Question::default() };
                self.question =
                    Some(desk.change(step::WORKSHOP, |plan, _| plan.add_question(question)));
                self.type_on();
            }
        });
        // Once it is drawn: a click elsewhere takes the keyboard from what had it before.
        if asks {
            ui.memory_mut(|memory| memory.request_focus(new_question()));
        }
    }
}

/// Place of the field of a new question.
fn new_question() -> Place {
    Place::unique(("pick", "add-question"))
}

/// Proposals, occurrences and stickers of a question. An occurrence is no share of those present.
fn counts(view: &View<'_>, plan: &ActionPlan, question: Option<&str>) -> String {
    let of = plan.contributions.iter().filter(|one| one.question.as_deref() == question);
    let (mut proposals, mut occurrences, mut stickers) = (0_u32, 0_u32, 0_u32);
    for one in of {
        proposals += 1;
        occurrences = occurrences.saturating_add(one.occurrences);
        stickers += u32::from(one.priority);
    }
    let shown =
        |count: u32| crate::format::integer(f64::from(count), view.session.catalog.language());
    let (proposals, occurrences, stickers) =
        (shown(proposals), shown(occurrences), shown(stickers));
    let of = [
        ("proposals", (&proposals).into()),
        ("occurrences", (&occurrences).into()),
        ("stickers", (&stickers).into()),
    ];
    view.session.catalog.with("acts-counts", &of)
}

/// Letters and buttons of the workshop alone.
fn enlarge(ui: &mut Ui) {
    let style = ui.style_mut();
    for font in style.text_styles.values_mut() {
        font.size *= LARGE;
    }
    style.spacing.interact_size.y *= LARGE;
    style.spacing.icon_width *= LARGE;
    style.spacing.icon_width_inner *= LARGE;
}
