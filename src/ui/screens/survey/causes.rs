//! Causes of difficulty as employers state them, by occupation and by sector.

use crate::ui::screens::{View, search};
use crate::ui::survey::SurveyView;
use crate::ui::widgets::grid::{Grid, Wanted};
use crate::ui::widgets::{prose, weak};
use egui::Ui;

/// Passing state.
#[derive(Debug, Default)]
pub struct Screen {
    by_sector: bool,
    occupations: Grid,
    sectors: Grid,
    text: String,
}

impl Screen {
    pub fn show(&mut self, ui: &mut Ui, view: &mut View<'_>, survey: &SurveyView, revision: u64) {
        ui.horizontal_wrapped(|ui| {
            for (by_sector, key) in [(false, "stated-by-occupation"), (true, "needs-as-sectors")] {
                if ui.selectable_label(self.by_sector == by_sector, view.text(key)).clicked() {
                    self.by_sector = by_sector;
                }
            }
            search(ui, view, &mut self.text);
        });
        let (table, missing) = if self.by_sector {
            (&survey.causes_by_sector, "needs-no-sector")
        } else {
            (&survey.causes, "weights-no-answer")
        };
        let Some(table) = table else {
            prose(ui, &view.text(missing));
            return;
        };
        if table.rows.is_empty() {
            prose(ui, &view.text("stated-no-cause"));
            return;
        }
        weak(ui, &table.about);
        let (grid, selected) = if self.by_sector {
            (&mut self.sectors, None)
        } else {
            (&mut self.occupations, view.selected)
        };
        let wanted = Wanted { text: &self.text, tag: table.id, keep: &|_| true };
        let shown = (table, revision);
        let events = grid.show(ui, shown, &wanted, selected, &view.session.catalog);
        view.follow(events);
    }
}
