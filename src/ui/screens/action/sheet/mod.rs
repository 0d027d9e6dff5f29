//! The sheet of an action, in two columns where there is room. Alt and a number goes to a part of
//! it, F6 to the next one: all of it is written by keyboard.

pub mod ending;
mod follow;
mod means;
pub mod places;
pub mod what;
mod when;
mod who;

use crate::model::action::Id;
use crate::model::action::sheet::Action;
use crate::ui::screens::View;
use crate::ui::screens::action::To;
use crate::ui::screens::action::desk::Desk;
use crate::ui::screens::action::figures;
use crate::ui::screens::action::inputs::alt_numbered;
use crate::ui::screens::action::present::Today;
use crate::ui::widgets::{escaped, section, weak};
use egui::{Align, Id as Place, Key, Modifiers, ScrollArea, Ui};
use std::collections::BTreeMap;

/// Width from which there are two columns.
const TWO: f32 = 820.0;

/// A part of the sheet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Section {
    What,
    Who,
    When,
    Means,
    Indicators,
    Figures,
    Places,
    Outcome,
    Agreement,
}

impl Section {
    pub const ALL: [Self; 9] = [
        Self::What,
        Self::Who,
        Self::When,
        Self::Means,
        Self::Indicators,
        Self::Figures,
        Self::Places,
        Self::Outcome,
        Self::Agreement,
    ];

    /// In the catalogs (`acts-part-…`).
    const fn id(self) -> &'static str {
        match self {
            Self::What => "what",
            Self::Who => "who",
            Self::When => "when",
            Self::Means => "means",
            Self::Indicators => "indicators",
            Self::Figures => "figures",
            Self::Places => "places",
            Self::Outcome => "outcome",
            Self::Agreement => "agreement",
        }
    }
}

/// Passing state.
#[derive(Debug, Default)]
pub struct Sheet {
    /// The part that the keyboard goes to.
    jump: Option<Section>,
    /// The last one it went to.
    at: Option<Section>,
    /// What is typed on a sheet and not added yet: it waits there, whatever is opened meanwhile.
    drafts: BTreeMap<Id, Drafts>,
    /// A field was typed in at the last frame: Escape is its own.
    typing: bool,
}

#[derive(Debug, Default)]
struct Drafts {
    milestone: when::Draft,
    realised: places::Draft,
    agreement: ending::Draft,
}

/// Names of fields of an action, as copies kept for recovery know them.
const MILESTONE: &str = "milestone ";
const MILESTONE_DUE: &str = "milestone-due ";

impl Sheet {
    /// What is typed and not added yet, by the name of its field.
    pub fn typed(&self) -> Vec<(String, String)> {
        let of = |(id, drafts): (&Id, &Drafts)| {
            let when::Draft { name, due, .. } = &drafts.milestone;
            [
                (format!("{MILESTONE}{id}"), name.clone()),
                (format!("{MILESTONE_DUE}{id}"), due.clone()),
            ]
        };
        self.drafts.iter().flat_map(of).collect()
    }

    /// The same words in their fields again.
    pub fn type_again(&mut self, name: &str, text: &str) {
        let text = text.to_owned();
        if let Some(id) = name.strip_prefix(MILESTONE) {
            self.drafts.entry(id.to_owned()).or_default().milestone.name = text;
        } else if let Some(id) = name.strip_prefix(MILESTONE_DUE) {
            self.drafts.entry(id.to_owned()).or_default().milestone.due = text;
        }
    }

    /// A new sheet: its title is written first.
    pub fn begin(&mut self) {
        *self = Self { drafts: std::mem::take(&mut self.drafts), ..Self::default() };
        self.look_at(Section::What);
    }

    pub const fn look_at(&mut self, part: Section) {
        self.jump = Some(part);
    }

    /// Whether Escape leaves the sheet: not the field that is typed in.
    pub fn leaves(&self, ui: &Ui) -> bool {
        !self.typing && escaped(ui)
    }

    pub fn show(
        &mut self,
        ui: &mut Ui,
        view: &mut View<'_>,
        desk: &mut Desk<'_>,
        (id, today): (&Id, Today<'_>),
    ) -> Option<To> {
        let action = desk.plan().action(id)?.clone();
        self.keys(ui);
        self.parts(ui, view);
        let mut to = None;
        let area = ScrollArea::vertical().id_salt(("plan-sheet", id)).auto_shrink(false);
        area.show(ui, |ui| {
            if ui.available_width() >= TWO {
                let width = (ui.available_width() - 28.0) / 2.0;
                ui.horizontal_top(|ui| {
                    ui.vertical(|ui| {
                        ui.set_width(width);
                        self.first(ui, view, desk, &action);
                    });
                    ui.add_space(8.0);
                    ui.vertical(|ui| {
                        ui.set_width(width);
                        to = self.second(ui, view, desk, (&action, today));
                    });
                });
            } else {
                self.first(ui, view, desk, &action);
                to = self.second(ui, view, desk, (&action, today));
            }
            ui.add_space(30.0);
        });
        self.typing = ui.ctx().text_edit_focused();
        to
    }

    /// What it is, who does it, when, with what.
    fn first(&mut self, ui: &mut Ui, view: &View<'_>, desk: &mut Desk<'_>, action: &Action) {
        self.head(ui, view, Section::What, Some(what::first(action)));
        what::show(ui, view, desk, action);
        self.head(ui, view, Section::Who, Some(who::first(action)));
        who::show(ui, view, desk, action);
        self.head(ui, view, Section::When, Some(when::first(action)));
        let drafts = self.drafts.entry(action.id.clone()).or_default();
        when::show(ui, view, desk, action, &mut drafts.milestone);
        self.head(ui, view, Section::Means, Some(means::first(action)));
        means::show(ui, view, desk, action);
    }

    /// What it is followed by, decided on, came to; who agreed.
    fn second(
        &mut self,
        ui: &mut Ui,
        view: &mut View<'_>,
        desk: &mut Desk<'_>,
        (action, today): (&Action, Today<'_>),
    ) -> Option<To> {
        self.head(ui, view, Section::Indicators, Some(follow::first(action)));
        let to = follow::indicators(ui, view, desk, action);
        let sent = self.head(ui, view, Section::Figures, None);
        figures::show(ui, view, desk, (action, today, sent));
        self.head(ui, view, Section::Places, Some(places::first(action)));
        let drafts = self.drafts.entry(action.id.clone()).or_default();
        places::show(ui, view, desk, action, &mut drafts.realised);
        self.head(ui, view, Section::Outcome, Some(ending::first(action)));
        ending::outcome(ui, view, desk, action);
        self.head(ui, view, Section::Agreement, Some(ending::first_agreement()));
        // What was agreed to is told where it is: with what the decision does not keep.
        if action.signed_off.is_some() {
            figures::not_kept(ui, view, action, today);
        }
        let drafts = self.drafts.entry(action.id.clone()).or_default();
        ending::agreement(ui, view, desk, action, &mut drafts.agreement);
        to
    }

    /// The heading of a part; the keyboard goes to its first field where it was sent there.
    fn head(&mut self, ui: &mut Ui, view: &View<'_>, part: Section, first: Option<Place>) -> bool {
        section(ui, &view.text(&format!("acts-part-{}", part.id())));
        let sent = self.jump == Some(part);
        if sent {
            self.jump = None;
            self.at = Some(part);
            ui.scroll_to_cursor(Some(Align::TOP));
            if let Some(first) = first {
                ui.memory_mut(|memory| memory.request_focus(first));
            }
        }
        sent
    }

    /// The parts by name, each with its key.
    fn parts(&mut self, ui: &mut Ui, view: &View<'_>) {
        ui.horizontal_wrapped(|ui| {
            weak(ui, &view.text("acts-go-to"));
            for (place, part) in (1..).zip(Section::ALL) {
                let name = view.text(&format!("acts-part-{}", part.id()));
                let number: u32 = place;
                let text = format!("{number} {name}");
                let tip = view.session.catalog.with("acts-key", &[("number", number.into())]);
                if ui.small_button(text).on_hover_text(tip).clicked() {
                    self.jump = Some(part);
                }
            }
        });
    }

    fn keys(&mut self, ui: &Ui) {
        if let Some(part) = alt_numbered(ui).and_then(|place| Section::ALL.get(place)) {
            self.jump = Some(*part);
        }
        let pressed = |by| ui.input_mut(|input| input.consume_key(by, Key::F6));
        let at = self.at.and_then(|at| Section::ALL.iter().position(|one| *one == at));
        let count = Section::ALL.len();
        let to = if pressed(Modifiers::SHIFT) {
            Some(at.map_or(count - 1, |at| (at + count - 1) % count))
        } else if pressed(Modifiers::NONE) {
            Some(at.map_or(0, |at| (at + 1) % count))
        } else {
            None
        };
        if let Some(part) = to.and_then(|to| Section::ALL.get(to)) {
            self.jump = Some(*part);
        }
    }
}

/// The place of a field by its salt.
fn of_field(salt: &str) -> Place {
    Place::unique(("field", salt))
}

/// The place of a field of names by its salt.
fn of_pick(salt: &str) -> Place {
    Place::unique(("pick", salt))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::screens::action::inputs::alt_number;
    use egui::Event;

    #[test]
    fn a_part_is_reached_by_the_place_of_its_key() {
        let event = |key, physical_key, modifiers| Event::Key {
            key,
            physical_key,
            pressed: true,
            repeat: false,
            modifiers,
        };
        let check = |event: Event, expect: Option<Section>| {
            let part = alt_number(&event).and_then(|place| Section::ALL.get(place).copied());
            assert_eq!(part, expect);
        };
        check(event(Key::Num2, None, Modifiers::ALT), Some(Section::Who));
        // The upper row of a French keyboard gives signs.
        check(event(Key::Quote, Some(Key::Num4), Modifiers::ALT), Some(Section::Means));
        check(event(Key::Num2, None, Modifiers::NONE), None);
        check(event(Key::Num2, None, Modifiers::ALT | Modifiers::CTRL), None);
        check(event(Key::A, Some(Key::A), Modifiers::ALT), None);
    }
}
