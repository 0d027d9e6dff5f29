//! The diagnosis read at groups, domains and families of occupations, each with its occupations.

use crate::analysis::levels::Level;
use crate::format;
use crate::report::document::{Cell, Row};
use crate::ui::command::Command;
use crate::ui::screens::View;
use crate::ui::widgets::grid::{Grid, Wanted};
use egui::Ui;

/// Passing state.
#[derive(Debug)]
pub struct Groups {
    grid: Grid,
    level: Level,
    /// Level and code of the group that is looked at.
    chosen: Option<String>,
}

impl Default for Groups {
    fn default() -> Self {
        Self { grid: Grid::default(), level: Level::Group, chosen: None }
    }
}

impl Groups {
    /// The group whose occupations are asked for in the table.
    pub fn show(&mut self, ui: &mut Ui, view: &mut View<'_>, text: &str) -> Option<String> {
        ui.horizontal_wrapped(|ui| {
            for level in Level::ALL {
                let name = view.text(&format!("level-{}", level.id()));
                ui.selectable_value(&mut self.level, level, name);
            }
        });
        let asked = self.members(ui, view);
        let session = view.session;
        let (document, revision) = session.document()?;
        let table = document.table("levels")?;
        let name = Cell::text(view.text(&format!("level-{}", self.level.id())));
        let keep = |row: &Row| row.cells.first() == Some(&name);
        let wanted = Wanted { text, tag: self.level.id(), keep: &keep };
        let events = self.grid.show(ui, (table, revision), &wanted, None, &session.catalog);
        if let Some(row) = events.row.and_then(|place| table.rows.get(place)) {
            self.chosen = Some(row.key.clone());
        }
        view.follow(events);
        asked
    }

    /// The occupations of the chosen group, each a way to its sheet.
    fn members(&mut self, ui: &mut Ui, view: &mut View<'_>) -> Option<String> {
        let session = view.session;
        let results = session.results()?;
        let key = self.chosen.clone()?;
        let group = results.groups.iter().find(|group| {
            group.level == self.level && format!("{}/{}", group.level.id(), group.code) == key
        });
        let Some(group) = group else {
            self.chosen = None;
            return None;
        };
        let count = u32::try_from(group.occupations.len()).unwrap_or(u32::MAX);
        let shown = format::integer(f64::from(count), session.catalog.language());
        let args =
            [("label", (&group.label).into()), ("count", count.into()), ("shown", (&shown).into())];
        let mut asked = None;
        ui.horizontal_wrapped(|ui| {
            ui.strong(format::prose(&session.catalog.with("group-members", &args)));
            if ui.button(view.text("group-in-table")).clicked() {
                asked = Some(key);
            }
            for code in &group.occupations {
                let Some(one) = session.occupation(*code) else { continue };
                if ui.link(format::prose(&one.label)).clicked() {
                    view.send(Command::Select(*code));
                }
            }
        });
        asked
    }
}
