//! The journal: who decided what, when, on which figures; remarks are added to it, nothing is taken
//! from it.

use super::desk::{Desk, named};
use super::present::Today;
use crate::model::action::ActionPlan;
use crate::model::action::edit::step;
use crate::model::action::journal::Entry;
use crate::report::document::{Cell, Column, Row, Shown, Table};
use crate::ui::screens::{View, search};
use crate::ui::widgets::grid::{Grid, Wanted};
use crate::ui::widgets::{prose, weak};
use crate::words::actions as told;
use egui::{Button, Key, TextEdit, Ui};

/// Passing state.
#[derive(Debug, Default)]
pub struct Panel {
    grid: Grid,
    text: String,
    remark: String,
    archive: super::archive::Panel,
}

impl Panel {
    pub fn show(
        &mut self,
        ui: &mut Ui,
        view: &mut View<'_>,
        desk: &mut Desk<'_>,
        today: Today<'_>,
    ) {
        ui.horizontal_wrapped(|ui| {
            let label = ui.label(view.text("acts-remark"));
            let edit = TextEdit::singleline(&mut self.remark).desired_width(420.0);
            let response = ui.add(edit).labelled_by(label.id);
            let entered = response.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
            let words = self.remark.trim().to_owned();
            let add = Button::new(view.text("acts-remark-add"));
            let clicked = ui.add_enabled(!words.is_empty(), add).clicked();
            if (clicked || entered) && !words.is_empty() {
                desk.change(step::NOTE, |plan, by| plan.remark(None, &words, by));
                self.remark.clear();
            }
        });
        self.archive.show(ui, view, desk, today);
        if desk.plan().journal.is_empty() {
            prose(ui, &view.text("acts-journal-empty"));
            return;
        }
        ui.horizontal_wrapped(|ui| {
            search(ui, view, &mut self.text);
            let count = self.grid.count(&view.session.catalog);
            weak(ui, &view.session.catalog.with("window-rows", &[("count", (&count).into())]));
        });
        weak(ui, &view.text("acts-journal-about"));
        let table = table(view, desk.plan());
        let wanted = Wanted { text: &self.text, tag: "all", keep: &|_| true };
        let rows = (&table, view.session.project.revision());
        let events = self.grid.show(ui, rows, &wanted, None, &view.session.catalog);
        view.follow(events);
    }
}

/// The last first.
fn table(view: &View<'_>, plan: &ActionPlan) -> Table {
    let column = |id, key: &str, width| Column {
        id,
        title: view.text(key),
        width,
        shown: Shown::Everywhere,
    };
    let row = |(at, entry): (usize, &Entry)| {
        let who = if entry.who.is_empty() { view.text("acts-nobody") } else { entry.who.clone() };
        let subject = match &entry.subject {
            // One that had no name yet bears the one it was given.
            Some(id) if entry.name.is_empty() => named(view, plan, id),
            Some(_) => entry.name.clone(),
            None => view.text("acts-the-plan"),
        };
        let colon = view.text("colon");
        let figure = |one| told::figure(one, &view.session.catalog);
        let figures: Vec<String> = entry
            .figures
            .iter()
            .map(|one| format!("{}{colon}{}", one.label, figure(one)))
            .collect();
        let cells = vec![
            Cell::Date(entry.date),
            Cell::text(who),
            Cell::text(view.text(&format!("plan-event-{}", entry.event.id()))),
            Cell::text(subject),
            Cell::text(told::entry_words(entry, &view.session.catalog)),
            Cell::text(figures.join(&view.text("list-separator"))),
        ];
        Row::new(at.to_string(), None, cells)
    };
    Table {
        id: "plan-journal",
        title: view.text("acts-journal"),
        about: String::new(),
        columns: vec![
            column("date", "acts-column-date", 12),
            column("who", "acts-column-who", 18),
            column("event", "acts-column-event", 24),
            column("label", "acts-column-subject", 34),
            column("words", "acts-column-words", 34),
            column("figures", "acts-column-figures", 46),
        ],
        rows: plan.journal.iter().enumerate().rev().map(row).collect(),
        chart: None,
    }
}
