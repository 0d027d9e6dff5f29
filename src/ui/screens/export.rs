//! Export: the workbook and its tables, previewed from the same document.

use crate::report::document::Line;
use crate::ui::command::{Command, Dialog, Formats};
use crate::ui::screens::{View, ready};
use crate::ui::widgets::{prose, section, weak};
use egui::{RichText, ScrollArea, Ui};

/// Passing state.
#[derive(Debug)]
pub struct Screen {
    formats: Formats,
}

impl Default for Screen {
    fn default() -> Self {
        Self { formats: Formats { xlsx: true, csv: false } }
    }
}

impl Screen {
    pub fn show(&mut self, ui: &mut Ui, view: &mut View<'_>, written: Option<&[String]>) {
        if !ready(ui, view) {
            return;
        }
        ui.horizontal_wrapped(|ui| {
            ui.checkbox(&mut self.formats.xlsx, view.text("export-xlsx"));
            ui.checkbox(&mut self.formats.csv, view.text("export-csv"));
        });
        let folder = view.settings.export_folder.clone();
        ui.horizontal_wrapped(|ui| {
            let text = folder.as_ref().map_or_else(
                || view.text("export-no-folder"),
                |folder| folder.display().to_string(),
            );
            ui.label(text);
            if ui.button(view.text("export-folder")).clicked() {
                view.send(Command::Ask(Dialog::ExportFolder));
            }
        });
        let any = self.formats.xlsx || self.formats.csv;
        let button = egui::Button::new(RichText::new(view.text("export-write")).strong());
        let pressed = ui.add_enabled(any && folder.is_some(), button).clicked();
        if let (true, Some(folder)) = (pressed, folder) {
            view.send(Command::Export { folder, formats: self.formats });
        }
        weak(ui, &view.text("export-overwrites"));
        if let Some(written) = written {
            section(ui, &view.text("export-written"));
            for path in written {
                ui.label(path);
            }
        }
        ui.separator();
        let Some((document, _)) = view.session.document() else { return };
        ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
            ui.set_max_width(820.0);
            ui.label(RichText::new(&document.title).size(18.0).strong());
            weak(ui, &document.subtitle);
            for line in &document.cover {
                match line {
                    Line::Heading(text) => section(ui, text),
                    Line::Text(text) => {
                        prose(ui, text);
                    }
                    Line::Fact { label, text } => {
                        ui.horizontal_wrapped(|ui| {
                            ui.label(RichText::new(crate::format::prose(label)).strong());
                            ui.label(crate::format::prose(text));
                        });
                    }
                }
            }
        });
    }
}
