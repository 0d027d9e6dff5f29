//! A company: its occupations beside the territory looked at. Nothing of its file is kept.

use crate::analysis::company::Pooling;
use crate::report::build::company;
use crate::report::document::Table;
use crate::ui::command::Command;
use crate::ui::desk::About;
use crate::ui::screens::View;
use crate::ui::screens::ways::employed_ui;
use crate::ui::widgets::grid::{Grid, Wanted};
use crate::ui::widgets::{prose, weak};
use crate::words::supply;
use egui::Ui;

/// Passing state.
#[derive(Debug, Default)]
pub struct Panel {
    grid: Grid,
}

impl Panel {
    pub fn show(&mut self, ui: &mut Ui, view: &mut View<'_>) -> Option<About> {
        prose(ui, &view.text("company-window"));
        let about = employed_ui(ui, view)?;
        if ui.button(view.text("company-kit")).clicked() {
            view.send(Command::Prepare(about.clone()));
        }
        let Some((preview, revision)) = super::of_one_reader(ui, view) else { return Some(about) };
        let Some(table) = preview.more().and_then(|document| document.table(company::ID)) else {
            return Some(about);
        };
        prose(ui, &pooled(view, table));
        weak(ui, &table.about);
        weak(ui, &view.text("company-reading"));
        let wanted = Wanted { text: "", tag: company::ID, keep: &|_| true };
        let catalog = &view.session.catalog;
        let events = self.grid.show(ui, (table, revision), &wanted, view.selected, catalog);
        view.follow(events);
        Some(about)
    }
}

/// What could be trained for with other employers.
fn pooled(view: &View<'_>, table: &Table) -> String {
    let catalog = &view.session.catalog;
    let named = |pooling: Pooling| company::pooled(table, pooling, catalog);
    supply::pooled(named(Pooling::Lack), named(Pooling::Likely), catalog)
}
