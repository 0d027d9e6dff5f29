//! The diagnosis read at groups, domains and families of occupations.

use crate::analysis::levels::Level;
use crate::report::document::{Cell, Row};
use crate::ui::screens::View;
use crate::ui::widgets::grid::{Grid, Wanted};
use egui::Ui;

/// Passing state.
#[derive(Debug)]
pub struct Groups {
    grid: Grid,
    level: Level,
}

impl Default for Groups {
    fn default() -> Self {
        Self { grid: Grid::default(), level: Level::Group }
    }
}

impl Groups {
    pub fn show(&mut self, ui: &mut Ui, view: &mut View<'_>, text: &str) {
        ui.horizontal_wrapped(|ui| {
            for level in Level::ALL {
                let name = view.text(&format!("level-{}", level.id()));
                ui.selectable_value(&mut self.level, level, name);
            }
        });
        let session = view.session;
        let Some((document, revision)) = session.document() else { return };
        let Some(table) = document.table("levels") else { return };
        let name = Cell::text(view.text(&format!("level-{}", self.level.id())));
        let keep = |row: &Row| row.cells.first() == Some(&name);
        let wanted = Wanted { text, tag: self.level.id(), keep: &keep };
        let events = self.grid.show(ui, (table, revision), &wanted, None, &session.catalog);
        view.follow(events);
    }
}
