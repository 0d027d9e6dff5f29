//! Readings beside that of the BMO survey: occupations without a row of it, the own survey, offers
//! and job seekers.

use crate::ui::screens::View;
use crate::ui::widgets::grid::{Grid, Wanted};
use crate::ui::widgets::{prose, weak};
use egui::Ui;

/// The tables, in the order that they are offered.
const TABLES: [&str; 3] = ["sans_bmo", "lecture_enquete", "offres_et_demandeurs"];

/// Passing state.
#[derive(Debug, Default)]
pub struct Beside {
    grids: [Grid; 3],
    chosen: usize,
}

impl Beside {
    pub fn show(&mut self, ui: &mut Ui, view: &mut View<'_>, text: &str) {
        let session = view.session;
        let Some((document, revision)) = session.document() else { return };
        let there: Vec<(usize, &str)> = TABLES
            .iter()
            .enumerate()
            .filter_map(|(place, id)| Some((place, document.table(id)?.title.as_str())))
            .collect();
        let Some((first, _)) = there.first() else {
            prose(ui, &view.text("beside-none"));
            return;
        };
        if there.iter().all(|(place, _)| *place != self.chosen) {
            self.chosen = *first;
        }
        ui.horizontal_wrapped(|ui| {
            for (place, title) in &there {
                ui.selectable_value(&mut self.chosen, *place, *title);
            }
        });
        let table = TABLES.get(self.chosen).and_then(|id| document.table(id));
        let (Some(table), Some(grid)) = (table, self.grids.get_mut(self.chosen)) else { return };
        weak(ui, &table.about);
        let wanted = Wanted { text, tag: table.id, keep: &|_| true };
        let events = grid.show(ui, (table, revision), &wanted, view.selected, &session.catalog);
        view.follow(events);
    }
}
