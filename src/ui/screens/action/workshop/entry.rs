//! The line that is typed while it is said: Enter adds it and opens the next one.

use super::notation;
use crate::model::Language;
use crate::model::action::Id;
use crate::model::action::edit::step;
use crate::model::action::sheet::Practice;
use crate::model::action::workshop::Contribution;
use crate::ui::screens::View;
use crate::ui::screens::action::desk::Desk;
use crate::ui::screens::action::inputs::{Changed, alarm, passes_undo};
use crate::ui::widgets::field::whole;
use crate::ui::widgets::weak;
use egui::{Button, Id as Place, Key, Modifiers, TextEdit, Ui};

/// Passing state.
#[derive(Debug)]
pub struct Entry {
    text: String,
    table: String,
    practice: Practice,
    /// The line takes the keyboard when it is first seen.
    fresh: bool,
}

impl Default for Entry {
    fn default() -> Self {
        Self { text: String::new(), table: String::new(), practice: Practice::New, fresh: true }
    }
}

/// Place of the line.
fn place() -> Place {
    Place::unique("plan-proposal")
}

impl Entry {
    pub const fn begin(&mut self) {
        self.fresh = true;
    }

    /// What is typed and not entered yet.
    pub fn typed(&self) -> &str {
        &self.text
    }

    /// The same words again.
    pub fn type_again(&mut self, text: &str) {
        text.clone_into(&mut self.text);
    }

    /// The keyboard is elsewhere first: in the question that is to be written.
    pub const fn waits(&mut self) {
        self.fresh = false;
    }

    pub fn show(
        &mut self,
        ui: &mut Ui,
        view: &View<'_>,
        desk: &mut Desk<'_>,
        (question, helps): (Option<&Id>, bool),
    ) {
        self.keys(ui);
        passes_undo(ui, place(), &self.text);
        let mut entered = false;
        ui.horizontal(|ui| {
            let label = ui.label(view.text("acts-proposal"));
            let width = (ui.available_width() - 16.0).max(200.0);
            let edit = TextEdit::singleline(&mut self.text)
                .id(place())
                .hint_text(view.text("acts-proposal-hint"))
                .desired_width(width);
            let response = ui.add(edit).labelled_by(label.id);
            if std::mem::take(&mut self.fresh) {
                response.request_focus();
            }
            entered = response.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
        });
        let mut clicked = false;
        let mut table = None;
        ui.horizontal_wrapped(|ui| {
            let label = ui.label(view.text("acts-table"));
            let edit = TextEdit::singleline(&mut self.table).desired_width(48.0);
            ui.add(edit).labelled_by(label.id);
            table = self.table(view.session.catalog.language());
            if table.is_none() {
                alarm(ui, &view.text("acts-table-unread"));
            }
            let practice = view.text(&format!("practice-{}", self.practice.id()));
            let of = [("practice", (&practice).into())];
            let text = view.session.catalog.with("acts-practice-key", &of);
            if ui.button(text).clicked() {
                self.turn();
            }
            let add = Button::new(view.text("acts-proposal-add"));
            clicked = ui.add_enabled(!self.text.trim().is_empty(), add).clicked();
        });
        if helps {
            weak(ui, &view.text("acts-proposal-help"));
        }
        if let (true, Some(table)) = (entered || clicked, table) {
            self.add(desk, question, table);
            // The next one is typed at once.
            ui.memory_mut(|memory| memory.request_focus(place()));
        }
    }

    /// F3: it is done somewhere already, or not; F7 and F8: the table before, the next one.
    fn keys(&mut self, ui: &Ui) {
        let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
        if pressed(Key::F3) {
            self.turn();
        }
        let step = i32::from(pressed(Key::F8)) - i32::from(pressed(Key::F7));
        if step != 0 {
            let now: i32 = self.table.trim().parse().unwrap_or(0);
            let next = now.saturating_add(step);
            self.table = if next > 0 { next.to_string() } else { String::new() };
        }
    }

    const fn turn(&mut self) {
        self.practice = match self.practice {
            Practice::New => Practice::Existing,
            Practice::Existing => Practice::New,
        };
    }

    /// The table of people, `Some(None)` where it is not said; `None` where it is no number.
    fn table(&self, language: Language) -> Changed<u16> {
        let text = self.table.trim();
        if text.is_empty() {
            return Some(None);
        }
        whole(text, language).and_then(|number| u16::try_from(number).ok()).map(Some)
    }

    fn add(&mut self, desk: &mut Desk<'_>, question: Option<&Id>, table: Option<u16>) {
        let Some(read) = notation::read(&self.text, self.practice) else { return };
        let contribution = Contribution { question: question.cloned(), table, ..read };
        desk.change(step::WORKSHOP, |plan, _| plan.add_contribution(contribution));
        self.text.clear();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_table_is_a_number_or_is_not_said() {
        let check = |text: &str, expect: Option<Option<u16>>| {
            let entry = Entry { table: text.to_owned(), ..Entry::default() };
            assert_eq!(entry.table(Language::French), expect, "{text:?}");
        };
        check("", Some(None));
        check(" 4 ", Some(Some(4)));
        check("rouge", None);
        check("99999", None);
    }
}
