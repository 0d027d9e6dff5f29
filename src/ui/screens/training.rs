//! Training: the supply found, by ring of distance.

use crate::matching::supply::Ring;
use crate::report::document::{Cell, Row};
use crate::ui::screens::{View, ready, search};
use crate::ui::widgets::grid::{Grid, Wanted};
use crate::ui::widgets::{prose, weak};
use egui::Ui;

/// Passing state.
#[derive(Debug, Default)]
pub struct Screen {
    grid: Grid,
    text: String,
    /// Only the occupation looked at.
    chosen_only: bool,
    /// Only this ring; certifications have none.
    ring: Option<Ring>,
}

impl Screen {
    pub fn show(&mut self, ui: &mut Ui, view: &mut View<'_>) {
        if !ready(ui, view) {
            return;
        }
        let Some((document, revision)) = view.session.document() else { return };
        let Some(table) = document.table("formation") else { return };
        let catalog = &view.session.catalog;
        ui.horizontal_wrapped(|ui| {
            search(ui, view, &mut self.text);
            let label = ui.label(view.text("column-ring"));
            let all = || view.text("ring-all");
            let name = |ring: Option<Ring>| {
                ring.map_or_else(all, |ring| view.text(&format!("ring-{}", ring.id())))
            };
            egui::ComboBox::from_id_salt("ring")
                .selected_text(name(self.ring))
                .width(170.0)
                .show_ui(ui, |ui| {
                    ui.selectable_value(&mut self.ring, None, name(None));
                    for ring in Ring::ALL {
                        ui.selectable_value(&mut self.ring, Some(ring), name(Some(ring)));
                    }
                })
                .response
                .labelled_by(label.id);
            if let Some(occupation) = view.selected.and_then(|code| view.session.occupation(code)) {
                let text =
                    catalog.with("training-chosen-only", &[("label", (&occupation.label).into())]);
                ui.checkbox(&mut self.chosen_only, text);
            }
            let count = self.grid.count(&view.session.catalog);
            weak(ui, &catalog.with("window-rows", &[("count", (&count).into())]));
        });
        ui.separator();
        if table.rows.is_empty() {
            prose(ui, &view.text("note-no-training-loaded"));
            return;
        }
        let column = table.column("ring");
        let ring = self.ring.map(|ring| view.text(&format!("ring-{}", ring.id())));
        let only = view.selected.filter(|_| self.chosen_only);
        let keep = |row: &Row| {
            let cell = column.and_then(|column| row.cells.get(column));
            let near = ring
                .as_ref()
                .is_none_or(|wanted| matches!(cell, Some(Cell::Text(text)) if text == wanted));
            near && only.is_none_or(|code| row.occupation == Some(code))
        };
        let tag = format!("{:?} {only:?}", self.ring);
        let wanted = Wanted { text: &self.text, tag: &tag, keep: &keep };
        weak(ui, &table.about);
        let events = self.grid.show(ui, (table, revision), &wanted, view.selected, catalog);
        view.follow(events);
    }
}
