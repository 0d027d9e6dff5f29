//! Formats, folder, and the export.

use super::Screen;
use super::hidden::exposed_ui;
use crate::outputs::Format;
use crate::report::csv::Marks;
use crate::ui::command::{Command, Dialog};
use crate::ui::desk::Order;
use crate::ui::screens::View;
use crate::ui::theme::palette;
use crate::ui::widgets::weak;
use egui::{Button, Checkbox, RichText, Ui};
use std::sync::Arc;

/// How CSV is written, as the user prefers it.
const fn marks_of(view: &View<'_>) -> Marks {
    if view.settings.csv_international { Marks::International } else { Marks::OfLanguage }
}

impl Screen {
    pub(super) fn leave_ui(
        &mut self,
        ui: &mut Ui,
        view: &mut View<'_>,
        under_way: Option<(u32, u32)>,
    ) {
        ui.add_space(6.0);
        for (is_of_papers, key) in [(true, "documents-as-paper"), (false, "documents-as-figures")] {
            ui.horizontal_wrapped(|ui| {
                ui.label(view.text(key));
                for format in Format::ALL.into_iter().filter(|f| f.is_of_papers() == is_of_papers) {
                    self.format_ui(ui, view, format);
                }
            });
        }
        if self.formats.contains(&Format::Csv) {
            let mut international = view.settings.csv_international;
            if ui.checkbox(&mut international, view.text("documents-csv-international")).changed() {
                view.send(Command::CsvInternational(international));
            }
        }
        let folder = view.settings.export_folder.clone();
        ui.horizontal_wrapped(|ui| {
            if ui.button(view.text("export-folder")).clicked() {
                view.send(Command::Ask(Dialog::ExportFolder));
            }
            let text = folder.as_ref().map_or_else(
                || view.text("export-no-folder"),
                |folder| folder.display().to_string(),
            );
            ui.add(egui::Label::new(&text).truncate()).on_hover_text(text);
        });
        for file in view.session.changed_sources() {
            let args = [("file", (&file).into())];
            let told = view.session.catalog.with("report-changed", &args);
            ui.label(RichText::new(crate::format::prose(&told)).color(palette(ui).flagged));
        }
        exposed_ui(ui, view);
        let pages = view.session.preview().and_then(|(preview, _)| preview.pages);
        if let Some((pages, most)) = pages {
            let (pages, most) = (pages.to_string(), most.to_string());
            let of = [("pages", (&pages).into()), ("most", (&most).into())];
            let told = view.session.catalog.with("documents-over", &of);
            ui.label(RichText::new(crate::format::prose(&told)).color(palette(ui).flagged));
        }
        let lost = view.session.preview().and_then(|(preview, _)| preview.lost.clone());
        if let (Some(lost), true) = (lost, self.formats.contains(&Format::Pdf)) {
            ui.label(RichText::new(crate::format::prose(&lost)).color(palette(ui).flagged));
        }
        ui.horizontal(|ui| {
            let order = folder.and_then(|folder| {
                let desk = view.session.desk().map(|(desk, _)| Arc::clone(desk))?;
                let formats: Vec<Format> = self.formats.iter().copied().collect();
                let papers = formats.iter().any(|format| format.is_of_papers());
                let subjects = if papers { self.wanted(&desk) } else { Vec::new() };
                let enough = !formats.is_empty() && (!papers || !subjects.is_empty());
                let marks = marks_of(view);
                enough.then_some(Order { subjects, formats, marks, folder })
            });
            let settled = view.session.may_export() && under_way.is_none();
            let button = Button::new(RichText::new(view.text("export-write")).strong());
            let ready = order.is_some() && settled && self.is_made(view);
            let pressed = ui.add_enabled(ready, button).clicked();
            if let (true, Some(order)) = (pressed, order) {
                view.send(Command::Export(order));
            }
            if let Some((done, all)) = under_way {
                ui.add(egui::Spinner::new().size(14.0));
                let (done, all) = (done.to_string(), all.to_string());
                let args = [("done", (&done).into()), ("all", (&all).into())];
                weak(ui, &view.session.catalog.with("documents-writing", &args));
                if ui.button(view.text("window-cancel")).clicked() {
                    view.send(Command::CancelExport);
                }
            } else {
                let (count, shown) = Self::hidden_count(view);
                let args = [("count", count.into()), ("shown", (&shown).into())];
                if count > 0 {
                    weak(ui, &view.session.catalog.with("documents-hidden-count", &args));
                }
            }
        });
        ui.add_space(4.0);
    }

    /// A document that is refused is not exported; its figures alone may be.
    fn is_made(&self, view: &View<'_>) -> bool {
        let papers = self.formats.iter().any(|format| format.is_of_papers());
        let refused = view.session.preview().is_some_and(|(preview, _)| preview.made.is_err());
        let shared = self.is_private() && view.sharing;
        !(papers && (refused || shared))
    }

    fn hidden_count(view: &View<'_>) -> (u32, String) {
        let count = view.session.desk().map_or(0, |(desk, _)| desk.hidden.values().sum());
        (count, crate::format::integer(f64::from(count), view.session.catalog.language()))
    }

    fn format_ui(&mut self, ui: &mut Ui, view: &View<'_>, format: Format) {
        let mut wanted = self.formats.contains(&format);
        let name = view.text(&format!("documents-format-{}", format.id()));
        let built_in = format.is_built_in();
        let response = ui.add_enabled(built_in, Checkbox::new(&mut wanted, name));
        if !built_in {
            response.on_disabled_hover_text(view.text("pdf-error-without"));
        } else if response.changed() {
            if wanted {
                self.formats.insert(format);
            } else {
                self.formats.remove(&format);
            }
        }
    }
}
