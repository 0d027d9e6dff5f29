//! The links of the occupation looked at: occupation, ROME, certification, Formacode, offer. As a
//! drawing and as a table.

use crate::model::Fap;
use crate::report::build::links::{Graph, graph, table};
use crate::report::document::Table;
use crate::ui::command::Command;
use crate::ui::screens::{View, chart_or_table};
use crate::ui::widgets::grid::{Grid, Wanted};
use crate::ui::widgets::links::links_ui;
use crate::ui::widgets::weak;
use egui::{ComboBox, ScrollArea, Ui};

/// Passing state.
#[derive(Debug, Default)]
pub struct Panel {
    as_table: bool,
    grid: Grid,
    text: String,
    /// What was last drawn, by revision of the document and occupation.
    drawn: Option<((u64, Fap), Graph, Table)>,
    /// Grows with it.
    revision: u64,
}

impl Panel {
    pub fn show(&mut self, ui: &mut Ui, view: &mut View<'_>) {
        let Some(code) = chosen(ui, view) else { return };
        let Some((_, document)) = view.session.document() else { return };
        let Some(context) = view.session.context() else { return };
        let Some(occupation) = view.session.occupation(code) else { return };
        let key = (document, code);
        if self.drawn.as_ref().is_none_or(|(known, ..)| *known != key) {
            let found = graph(&context, occupation);
            let rows = table(&context, occupation, &found);
            self.drawn = Some((key, found, rows));
            self.revision += 1;
        }
        let Some((_, found, rows)) = &self.drawn else { return };
        chart_or_table(ui, view, &mut self.as_table, &mut self.text);
        weak(ui, &rows.about);
        if self.as_table {
            let wanted = Wanted { text: &self.text, tag: "links", keep: &|_| true };
            let shown = (rows, self.revision);
            let events = self.grid.show(ui, shown, &wanted, None, &view.session.catalog);
            view.follow(events);
            return;
        }
        let catalog = &view.session.catalog;
        ScrollArea::both().auto_shrink(false).show(ui, |ui| links_ui(ui, found, catalog));
    }
}

/// The occupation looked at; the first of the table until one is.
fn chosen(ui: &mut Ui, view: &mut View<'_>) -> Option<Fap> {
    let occupations = &view.session.results()?.occupations;
    let first = occupations.first()?.code;
    let chosen = view.selected.filter(|code| occupations.iter().any(|one| one.code == *code));
    let mut after = chosen.unwrap_or(first);
    let before = after;
    ui.horizontal(|ui| {
        let label = ui.label(view.text("column-label"));
        let named = occupations.iter().find(|one| one.code == before);
        let named = named.map(|one| one.label.as_str()).unwrap_or_default();
        ComboBox::from_id_salt("links-occupation")
            .selected_text(named)
            .width((ui.available_width() - 12.0).min(460.0))
            .height(420.0)
            .truncate()
            .show_ui(ui, |ui| {
                for one in occupations {
                    let text = format!("{} {}", one.code.code(), one.label);
                    ui.selectable_value(&mut after, one.code, text);
                }
            })
            .response
            .labelled_by(label.id);
    });
    if after != before {
        view.send(Command::Select(after));
    }
    Some(after)
}
