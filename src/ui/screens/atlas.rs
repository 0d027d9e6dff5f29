//! Every basin × occupation of the survey, sorted and searched as any table.

use crate::indicators::atlas::Reading;
use crate::indicators::pressure::Status;
use crate::model::{Fap, Grade, Territory};
use crate::project::Edit;
use crate::report::atlas::Sheet;
use crate::report::document::{Cell, Column};
use crate::ui::command::Command;
use crate::ui::screens::View;
use crate::ui::screens::diagnosis::Keep;
use crate::ui::widgets::grid::Grid;
use crate::ui::widgets::rows::Rows;
use crate::ui::widgets::{empty, weak};
use egui::Ui;
use std::borrow::Cow;

/// Passing state.
#[derive(Debug, Default)]
pub struct Part {
    pub grid: Grid,
    /// The row looked at.
    chosen: Option<(Territory, Fap)>,
}

struct Shown<'a> {
    sheet: &'a Sheet,
    keep: Keep,
    chosen: Option<(Territory, Fap)>,
}

fn is_kept(keep: Keep, reading: &Reading) -> bool {
    let flagged = reading.status.is_flagged();
    match keep {
        Keep::All => true,
        Keep::Evidence => flagged && reading.grade != Grade::C,
        Keep::Flagged => flagged,
        Keep::ToCheck => reading.status == Status::ToCheck,
    }
}

impl Rows for Shown<'_> {
    fn id(&self) -> &'static str {
        "tous-les-bassins"
    }

    fn columns(&self) -> &[Column] {
        &self.sheet.columns
    }

    fn cell(&self, row: usize, column: usize) -> Option<Cow<'_, Cell>> {
        self.sheet.cell(row, column).map(Cow::Owned)
    }

    fn occupation(&self, row: usize) -> Option<Fap> {
        self.sheet.subject(row).map(|(_, occupation)| occupation)
    }

    /// The document is of one territory.
    fn key(&self, _row: usize) -> Option<&str> {
        None
    }

    /// A row of the table stands on one row of the survey or more: the sheet of the occupation,
    /// once its basin is chosen, says which.
    fn origin(&self, _row: usize) -> Option<(usize, u32)> {
        None
    }

    fn found(&self, needles: &[String]) -> Vec<usize> {
        self.sheet.found(needles, &|reading| is_kept(self.keep, reading))
    }

    fn sort(&self, rows: &mut Vec<usize>, column: usize, descending: bool) {
        self.sheet.sort(rows, column, descending);
    }

    fn is_number(&self, column: usize) -> bool {
        Sheet::is_number(column)
    }

    fn is_selected(&self, row: usize, _selected: Option<Fap>) -> bool {
        self.chosen.is_some() && self.chosen == self.sheet.subject(row)
    }
}

impl Part {
    pub fn show(&mut self, ui: &mut Ui, view: &mut View<'_>, (text, keep): (&str, Keep)) {
        if view.session.results().is_some_and(|results| results.bmo.is_none()) {
            return empty(ui, &view.session.catalog, "unsurveyed-atlas");
        }
        if !view.session.wants_atlas() {
            view.send(Command::WantAtlas);
        }
        let Some((sheet, revision)) = view.session.atlas_sheet() else {
            empty(ui, &view.session.catalog, "window-working");
            return;
        };
        self.choose(ui, view, sheet);
        let rows = Shown { sheet, keep, chosen: self.chosen };
        let wanted = (text, keep.id());
        let catalog = &view.session.catalog;
        let mut events = self.grid.show_rows(ui, (&rows, revision), wanted, None, catalog);
        if let Some(row) = events.row {
            self.chosen = sheet.subject(row);
        }
        // The sheet of an occupation is that of the project's territory; a figure says where it comes
        // from whatever its territory.
        events.chosen = None;
        view.follow(events);
    }

    /// The basin of the row looked at can become the territory of the project.
    fn choose(&self, ui: &mut Ui, view: &mut View<'_>, sheet: &Sheet) {
        let catalog = &view.session.catalog;
        ui.horizontal_wrapped(|ui| {
            weak(
                ui,
                &catalog.with("atlas-about", &[("year", (&sheet.atlas.year.to_string()).into())]),
            );
            let Some((territory, occupation)) = self.chosen else { return };
            let label = sheet.atlas.territories.iter().find(|basin| basin.territory == territory);
            let label = label.map(|basin| basin.label.as_str()).unwrap_or_default();
            if ui.button(catalog.with("atlas-go", &[("basin", label.into())])).clicked() {
                view.commands.push(Command::Do(Edit::Territory(territory)));
                view.commands.push(Command::Select(occupation));
            }
        });
    }
}
