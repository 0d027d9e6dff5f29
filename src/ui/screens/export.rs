//! Export: the workbook and its tables, previewed from the same document.

use crate::format::integer;
use crate::report::build::secrecy;
use crate::report::document::Line;
use crate::ui::command::{Command, Dialog, Formats};
use crate::ui::screens::{View, ready};
use crate::ui::theme::palette;
use crate::ui::widgets::{facts, prose, section, weak};
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
        kept_back(ui, view);
        let any = self.formats.xlsx || self.formats.csv;
        let button = egui::Button::new(RichText::new(view.text("export-write")).strong());
        let settled = view.session.is_settled();
        let pressed = ui.add_enabled(any && folder.is_some() && settled, button).clicked();
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

/// What of the answers of respondents does not leave, and why; what earlier exports have given away.
fn kept_back(ui: &mut Ui, view: &View<'_>) {
    let Some(context) = view.session.context() else { return };
    let published = context.inquiry.and_then(|inquiry| inquiry.published.as_ref());
    if published.is_none() && context.perceived.is_none() {
        return;
    }
    let catalog = context.catalog;
    section(ui, &view.text("cover-survey"));
    if let Some(published) = published {
        let (sentence, reasons) = secrecy(published, &context);
        prose(ui, &sentence);
        facts(ui, "export-kept-back", &reasons);
    }
    let exposed = published.map_or(0, |published| published.exposed)
        + context.perceived.map_or(0, |perceived| perceived.exposed);
    if exposed > 0 {
        let exposed = u32::try_from(exposed).unwrap_or(u32::MAX);
        let shown = integer(f64::from(exposed), catalog.language());
        let args = [("count", exposed.into()), ("shown", (&shown).into())];
        let text = catalog.with("secrecy-exposed", &args);
        ui.label(RichText::new(crate::format::prose(&text)).color(palette(ui).flagged).strong());
    }
    let key = match view.session.project.path {
        Some(_) => "secrecy-memory",
        None => "secrecy-unsaved",
    };
    weak(ui, &view.text(key));
}
