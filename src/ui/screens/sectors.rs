//! The diagnosis by sector of activity, and the occupations of one sector.

use crate::model::Fap;
use crate::report::document::{Cell, Row};
use crate::ui::screens::View;
use crate::ui::widgets::grid::{Grid, Wanted};
use crate::ui::widgets::prose;
use egui::{ComboBox, Ui};
use std::collections::BTreeSet;

/// Passing state.
#[derive(Debug, Default)]
pub struct Sectors {
    grid: Grid,
    /// `None`: every sector, without its occupations.
    section: Option<char>,
    /// Offers of several lists that are one, instead of the sectors.
    merged: bool,
    twins: Grid,
}

impl Sectors {
    /// `text` and `tag` are the search and the choice made on the screen, `kept` what they leave.
    pub fn show(
        &mut self,
        ui: &mut Ui,
        view: &mut View<'_>,
        (text, tag): (&str, &str),
        kept: &BTreeSet<Fap>,
    ) {
        let session = view.session;
        let (Some((document, revision)), Some(context)) = (session.document(), session.context())
        else {
            return;
        };
        if let Some(twins) = document.table("merged-offers") {
            ui.horizontal_wrapped(|ui| {
                ui.selectable_value(&mut self.merged, false, view.text("sectors-by-section"));
                ui.selectable_value(&mut self.merged, true, &twins.title);
            });
            if self.merged {
                prose(ui, &twins.about);
                let wanted = Wanted { text, tag: twins.id, keep: &|_| true };
                let (rows, catalog) = ((twins, revision), &session.catalog);
                let events = self.twins.show(ui, rows, &wanted, None, catalog);
                view.follow(events);
                return;
            }
        }
        let Some(table) = document.table("sectors") else {
            prose(ui, &view.text("sector-none"));
            return;
        };
        let sections = context.sections();
        self.section = self.section.filter(|section| sections.contains(section));
        let every = view.text("sector-every");
        let name =
            |section: Option<char>| section.map_or(every.clone(), |one| context.section(one));
        ui.horizontal(|ui| {
            let label = ui.label(view.text("column-sector"));
            ComboBox::from_id_salt("sector")
                .selected_text(name(self.section))
                .width(330.0)
                .height(420.0)
                .show_ui(ui, |ui| {
                    for section in std::iter::once(None).chain(sections.into_iter().map(Some)) {
                        ui.selectable_value(&mut self.section, section, name(section));
                    }
                })
                .response
                .labelled_by(label.id);
        });
        prose(ui, &table.about);
        let chosen = self.section.map(|section| Cell::text(context.section(section)));
        let keep = |row: &Row| match &chosen {
            None => row.occupation.is_none(),
            Some(name) => {
                row.cells.first() == Some(name)
                    && row.occupation.is_none_or(|code| tag == "all" || kept.contains(&code))
            }
        };
        let tag = format!("{tag} {}", self.section.unwrap_or(' '));
        let wanted = Wanted { text, tag: &tag, keep: &keep };
        let events =
            self.grid.show(ui, (table, revision), &wanted, view.selected, &session.catalog);
        view.follow(events);
    }
}
