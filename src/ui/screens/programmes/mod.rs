//! Programmes: candidates and their terms, the best use of a budget, scenarios, other levers, what
//! to stop; and all flagged occupations with what is recommended.

mod add;
mod budget;
mod candidates;
mod costs;
mod devices;
mod editor;
mod library;
mod lines;
mod parts;
mod precedents;
mod recommended;
mod scenarios;
mod terms;
mod worlds;

use crate::model::planning::Planning;
use crate::project::Edit;
use crate::report::build::planned::Tables;
use crate::report::document::Table;
use crate::ui::command::Command;
use crate::ui::screens::{View, ready, search, sides};
use crate::ui::session::Session;
use crate::ui::widgets::grid::{Grid, Wanted};
use crate::ui::widgets::{prose, weak};
use egui::Ui;
use std::sync::Arc;

/// What of the step is looked at.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Side {
    #[default]
    Candidates,
    Budget,
    Scenarios,
    Levers,
    Unfed,
    Library,
    Flagged,
}

/// Passing state.
#[derive(Debug, Default)]
pub struct Screen {
    side: Side,
    candidates: candidates::Panel,
    budget: budget::Panel,
    scenarios: scenarios::Panel,
    recommended: recommended::Screen,
    library: library::Panel,
    levers: Grid,
    unfed: Grid,
    text: String,
    /// The candidate looked at.
    chosen: Option<String>,
}

impl Screen {
    /// The candidate looked at: the first of the list until another is chosen.
    pub fn looked_at(&self, session: &Session) -> Option<String> {
        let (plan, _) = session.plan()?;
        let chosen = self.chosen.clone().filter(|id| plan.proposal(id).is_some());
        chosen.or_else(|| session.planned()?.0.candidates.ids.first().cloned())
    }

    pub fn show(&mut self, ui: &mut Ui, view: &mut View<'_>) {
        if !ready(ui, view) {
            return;
        }
        ui.horizontal_wrapped(|ui| {
            let named = [
                (Side::Candidates, "planned-as-candidates"),
                (Side::Budget, "planned-as-budget"),
                (Side::Scenarios, "planned-as-scenarios"),
                (Side::Levers, "planned-as-levers"),
                (Side::Unfed, "planned-as-unfed"),
                (Side::Library, "planned-as-library"),
                (Side::Flagged, "planned-as-flagged"),
            ];
            sides(ui, view, &mut self.side, &named);
            progress(ui, view);
        });
        ui.separator();
        if self.side == Side::Flagged {
            return self.recommended.show(ui, view);
        }
        if self.side == Side::Library {
            return self.library.show(ui, view);
        }
        let Some((tables, revision)) = view.session.planned() else {
            let failed = view.session.has_failed_planning();
            prose(ui, &view.text(if failed { "planned-failed" } else { "window-working" }));
            return;
        };
        let tables = Arc::clone(tables);
        match self.side {
            Side::Candidates => {
                self.candidates.show(ui, view, (&tables, revision), &mut self.chosen);
            }
            Side::Budget => self.budget.show(ui, view, (&tables, revision), &mut self.chosen),
            Side::Scenarios => self.scenarios.show(ui, view),
            Side::Levers | Side::Unfed => self.list(ui, view, (&tables, revision)),
            Side::Library | Side::Flagged => {}
        }
    }

    /// A table to read.
    fn list(&mut self, ui: &mut Ui, view: &mut View<'_>, (tables, revision): (&Tables, u64)) {
        let (grid, table, none): (&mut Grid, &Table, &str) = match self.side {
            Side::Unfed => (&mut self.unfed, &tables.unfed, "planned-unfed-none"),
            _ => (&mut self.levers, &tables.levers, "planned-levers-none"),
        };
        ui.horizontal_wrapped(|ui| {
            search(ui, view, &mut self.text);
            let count = grid.count(&view.session.catalog);
            weak(ui, &view.session.catalog.with("window-rows", &[("count", (&count).into())]));
        });
        weak(ui, &table.about);
        if table.rows.is_empty() {
            prose(ui, &view.text(none));
            return;
        }
        let wanted = Wanted { text: &self.text, tag: "all", keep: &|_| true };
        let catalog = &view.session.catalog;
        let events = grid.show(ui, (table, revision), &wanted, view.selected, catalog);
        view.follow(events);
    }
}

/// Says that a newer plan is under way, and stops it.
fn progress(ui: &mut Ui, view: &mut View<'_>) {
    if view.session.is_choosing() {
        ui.add(egui::Spinner::new().size(14.0));
        weak(ui, &view.text("planned-choosing"));
        if ui.button(view.text("planned-stop")).clicked() {
            view.send(Command::Choose(false));
        }
    } else if view.session.has_stopped_choosing() {
        weak(ui, &view.text("planned-stopped"));
        if ui.button(view.text("planned-again")).clicked() {
            view.send(Command::Choose(true));
        }
    }
}

/// A change of what is planned, as one step to undo.
fn decide<R>(view: &mut View<'_>, change: impl FnOnce(&mut Planning) -> R) {
    let before = &view.session.project.decisions().planning;
    let mut after = before.clone();
    change(&mut after);
    if after != *before {
        view.send(Command::Do(Edit::Planning(Box::new(after))));
    }
}

/// The frame of what stands at the right of a form.
fn beside_form() -> egui::Frame {
    egui::Frame::NONE.inner_margin(egui::Margin { left: 10, ..egui::Margin::ZERO })
}
