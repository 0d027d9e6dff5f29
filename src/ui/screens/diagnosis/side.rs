//! Two to four occupations side by side: where they differ, in words, then every figure.

use crate::model::Fap;
use crate::report::build::side;
use crate::report::document::Table;
use crate::ui::command::Command;
use crate::ui::screens::View;
use crate::ui::widgets::grid::{Grid, Looks, Wanted};
use crate::ui::widgets::{prose, section, weak};
use egui::{ScrollArea, Ui};

/// Passing state: what was picked, in the order of picking.
#[derive(Debug, Default)]
pub struct Side {
    picked: Vec<Fap>,
    grid: Grid,
    /// The table of what was picked, for the revision of the document that it was made from.
    made: Option<(u64, Vec<Fap>, Table)>,
    revision: u64,
}

/// Occupations looked at together, at most.
#[expect(clippy::cast_possible_truncation, reason = "a handful")]
pub const MOST: u32 = side::MOST as u32;

impl Side {
    pub fn picked(&self) -> &[Fap] {
        &self.picked
    }

    /// Picks an occupation, or puts it back; a fifth is not taken.
    pub fn toggle(&mut self, code: Fap) {
        if let Some(place) = self.picked.iter().position(|picked| *picked == code) {
            self.picked.remove(place);
        } else if self.picked.len() < side::MOST {
            self.picked.push(code);
        }
    }

    pub fn clear(&mut self) {
        self.picked.clear();
    }

    /// Codes of another year's nomenclature are forgotten.
    pub fn forget(&mut self, view: &View<'_>) {
        self.picked.retain(|code| view.session.occupation(*code).is_some());
    }

    pub fn show(&mut self, ui: &mut Ui, view: &mut View<'_>, revision: u64) {
        let session = view.session;
        let Some(context) = session.context() else { return };
        let found = self.picked.iter().filter_map(|code| session.occupation(*code));
        let occupations: Vec<_> = found.collect();
        if occupations.len() < 2 {
            prose(ui, &view.text("side-choose"));
            return;
        }
        weak(ui, &view.text("side-about"));
        let current = self
            .made
            .as_ref()
            .is_some_and(|(made, picked, _)| *made == revision && *picked == self.picked);
        if !current {
            let table = side::table(&context, &occupations);
            self.made = Some((revision, self.picked.clone(), table));
            self.revision += 1;
        }
        egui::Panel::bottom("side-words")
            .resizable(true)
            .default_size((ui.available_height() * 0.42).max(120.0))
            .show(ui, |ui| {
                ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
                    section(ui, &view.text("side-differences"));
                    for sentence in context.differences(&occupations) {
                        prose(ui, &sentence);
                    }
                    for occupation in &occupations {
                        section(ui, &occupation.label);
                        prose(ui, &context.portrait(occupation));
                    }
                });
            });
        let Some((_, _, table)) = &self.made else { return };
        let wanted = Wanted { text: "", tag: "", keep: &|_| true };
        let looks = Looks { cut: context.results.cut, ..Looks::default() };
        let of_survey = occupations.iter().any(|one| context.view(one).is_some());
        let mut events = egui::CentralPanel::default()
            .frame(egui::Frame::NONE)
            .show(ui, |ui| {
                let rows = (table, self.revision);
                self.grid.show_as(ui, rows, &wanted, (None, looks), &session.catalog)
            })
            .inner;
        if let Some(text) = events.copied.take_if(|_| of_survey) {
            view.send(Command::CopySurvey(text));
        }
        view.follow(events);
    }
}
