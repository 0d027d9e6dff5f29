//! A training body: its catalogue on the territory looked at, occupation by occupation.

use crate::report::build::body;
use crate::report::document::Table;
use crate::ui::command::{Command, Dialog};
use crate::ui::desk::About;
use crate::ui::screens::ways::catalogue_ui;
use crate::ui::screens::{View, search};
use crate::ui::widgets::grid::{Grid, Wanted};
use crate::ui::widgets::{prose, weak};
use egui::Ui;
use std::sync::Arc;

/// What is looked at.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Side {
    #[default]
    Positions,
    /// Offers that feed no need.
    Unfed,
    /// Offers that are linked to none, or whose link is to be confirmed.
    Unlinked,
}

impl Side {
    /// The key of its name, its table, and what is said where there is none.
    const fn told(self) -> (&'static str, &'static str, &'static str) {
        match self {
            Self::Positions => ("body-as-positions", body::ID, "body-no-position"),
            Self::Unfed => ("body-as-unfed", body::UNFED, "body-no-unfed"),
            Self::Unlinked => ("body-as-unlinked", body::UNLINKED, "body-no-unlinked"),
        }
    }
}

/// Passing state.
#[derive(Debug, Default)]
pub struct Panel {
    chosen: Option<String>,
    side: Side,
    positions: Grid,
    offers: Grid,
    text: String,
}

impl Panel {
    pub fn show(&mut self, ui: &mut Ui, view: &mut View<'_>) -> Option<About> {
        prose(ui, &view.text("body-about"));
        let Some(desk) = view.session.desk().map(|(desk, _)| Arc::clone(desk)) else {
            super::waiting(ui, view);
            return None;
        };
        let mut about = None;
        ui.horizontal_wrapped(|ui| {
            about = catalogue_ui(ui, view, &desk, &mut self.chosen).map(About::Of);
            if ui.button(view.text("body-add")).clicked() {
                view.send(Command::Ask(Dialog::AddFiles));
            }
            if let Some(about) = &about
                && ui.button(view.text("body-sheet")).clicked()
            {
                view.send(Command::Prepare(about.clone()));
            }
        });
        if about.is_none() {
            prose(ui, &view.text("documents-no-body"));
            return None;
        }
        let Some((preview, revision)) = super::of_one_reader(ui, view) else { return about };
        ui.horizontal_wrapped(|ui| {
            for side in [Side::Positions, Side::Unfed, Side::Unlinked] {
                let (key, ..) = side.told();
                if ui.selectable_label(self.side == side, view.text(key)).clicked() {
                    self.side = side;
                }
            }
            search(ui, view, &mut self.text);
        });
        let (_, id, none) = self.side.told();
        let Some(table) = preview.more().and_then(|document| document.table(id)) else {
            prose(ui, &view.text(none));
            return about;
        };
        let positions = self.side == Side::Positions;
        if positions {
            weak(ui, &stances(view, table));
        }
        weak(ui, &table.about);
        if self.side == Side::Unlinked {
            prose(ui, &view.text("body-how-to-link"));
        }
        let grid = if positions { &mut self.positions } else { &mut self.offers };
        let wanted = Wanted { text: &self.text, tag: id, keep: &|_| true };
        let catalog = &view.session.catalog;
        let events = grid.show(ui, (table, revision), &wanted, view.selected, catalog);
        view.follow(events);
        about
    }
}

/// How many occupations stand where, in the order of the table.
fn stances(view: &View<'_>, table: &Table) -> String {
    let catalog = &view.session.catalog;
    let Some(place) = table.column("stance") else { return String::new() };
    let mut counts: Vec<(String, u32)> = Vec::new();
    for row in &table.rows {
        let stance = row.cells.get(place).map(|cell| cell.shown(catalog)).unwrap_or_default();
        match counts.iter_mut().find(|(known, _)| *known == stance) {
            Some((_, count)) => *count += 1,
            None => counts.push((stance, 1)),
        }
    }
    let shown = |count: u32| crate::format::integer(f64::from(count), catalog.language());
    let counts = counts.into_iter().map(|(stance, count)| {
        let shown = shown(count);
        catalog.with("body-stance", &[("stance", (&stance).into()), ("count", (&shown).into())])
    });
    counts.collect::<Vec<_>>().join(&catalog.text("list-separator"))
}
