//! The values of a column and what each stands for; the rows as they will be read.

use super::choices::manner_of;
use super::draft::{Draft, Target, Values};
use super::{Change, clipped, field_key};
use crate::format::integer;
use crate::i18n::Catalog;
use crate::model::{Issue, Place, Severity};
use crate::readers::fields::Content;
use crate::ui::theme::palette;
use crate::ui::widgets::{prose, section, weak};
use egui::{ComboBox, RichText, ScrollArea, Ui};

/// Rows shown as they will be read, at most and at least; and cells, beyond which rows are fewer.
const SHOWN_ROWS: usize = 40;
const LEAST_ROWS: usize = 8;
const SHOWN_CELLS: usize = 1_600;
/// Values of a column that can be recoded.
const SHOWN_VALUES: usize = 80;
/// Refused rows listed.
const SHOWN_REFUSALS: usize = 30;

/// The values of a column and what each stands for; `None` while they may not be seen.
pub fn values(
    ui: &mut Ui,
    draft: &Draft,
    target: &Target,
    found: Option<&Values>,
    catalog: &Catalog,
    changes: &mut Vec<Change>,
) {
    let (name, content) = match target {
        Target::Field(name) => (catalog.text(&field_key(name)), draft.content(name)),
        Target::Question(place) => {
            let label = draft.question(*place).map(|question| question.label.clone());
            (label.unwrap_or_default(), Content::Text)
        }
    };
    section(ui, &name);
    weak(ui, &catalog.text("mapping-values-help"));
    if ui.button(catalog.text("window-close")).clicked() {
        changes.push(Change::Values(None));
    }
    let Some(found) = found else {
        weak(ui, &catalog.text("sharing-hidden"));
        return;
    };
    ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
        for (written, count) in found.iter().take(SHOWN_VALUES) {
            let recodes = draft.recodes(target);
            let means = recodes.iter().find(|r| r.written == *written).map(|r| r.means.clone());
            ui.horizontal(|ui| {
                let label = ui.label(format!("{} ({count})", clipped(written, 24)));
                if let Content::OneOf(words) = content {
                    let shown = means.clone().unwrap_or_else(|| "—".to_owned());
                    ComboBox::from_id_salt(("mapping-recode", written))
                        .selected_text(shown)
                        .show_ui(ui, |ui| {
                            for word in std::iter::once(&"").chain(words) {
                                let text = if word.is_empty() { "—" } else { word };
                                if ui
                                    .selectable_label(means.as_deref() == Some(word), text)
                                    .clicked()
                                {
                                    changes.push(Change::Recode(
                                        target.clone(),
                                        written.clone(),
                                        (*word).to_owned(),
                                    ));
                                }
                            }
                        })
                        .response
                        .labelled_by(label.id);
                    return;
                }
                let mut edited = means.unwrap_or_default();
                let field = egui::TextEdit::singleline(&mut edited)
                    .hint_text(written)
                    .desired_width(ui.available_width() - 12.0);
                if ui.add(field).labelled_by(label.id).changed() {
                    changes.push(Change::Recode(target.clone(), written.clone(), edited));
                }
            });
        }
        if found.len() > SHOWN_VALUES {
            let count = (found.len() - SHOWN_VALUES).to_string();
            prose(ui, &catalog.with("mapping-more-values", &[("count", (&count).into())]));
        }
    });
}

/// The first rows as they will be read; what will be refused, and why.
pub fn rows(ui: &mut Ui, draft: &Draft, catalog: &Catalog) {
    let colours = palette(ui);
    section(ui, &catalog.text("mapping-preview"));
    let refused: Vec<_> = draft.refused().take(SHOWN_REFUSALS).collect();
    let further = draft.refused().count().saturating_sub(refused.len());
    ScrollArea::both().auto_shrink(false).show(ui, |ui| {
        for (row, field, kind) in refused {
            // A question has its own label.
            let is_field = draft.mapping.field(field).is_some();
            let column = if is_field { catalog.text(&field_key(field)) } else { field.to_owned() };
            let place = Place { sheet: None, row: Some(row.row), column: Some(column) };
            let severity = if row.kept { Severity::Warning } else { Severity::Error };
            let issue = Issue { severity, place, kind: kind.clone() };
            ui.horizontal(|ui| {
                ui.label(RichText::new("!").color(colours.flagged).strong());
                ui.label(RichText::new(catalog.place(&issue)).color(colours.quiet));
                ui.label(catalog.issue(&issue));
            });
        }
        if further > 0 {
            let count = u32::try_from(further).unwrap_or(u32::MAX);
            let shown = integer(f64::from(count), catalog.language());
            let args = [("count", count.into()), ("shown", (&shown).into())];
            weak(ui, &catalog.with("mapping-more-refused", &args));
        }
        egui::Grid::new("mapping-rows").striped(true).spacing([14.0, 4.0]).show(ui, |ui| {
            ui.label(RichText::new(catalog.text("mapping-row")).color(colours.quiet));
            for field in &draft.mapping.fields {
                let name = catalog.text(&field_key(&field.name));
                ui.label(RichText::new(clipped(&name, 22)).color(colours.quiet));
            }
            for question in &draft.mapping.questions {
                // Its whole words, and how it is read.
                let manner = manner_of(&question.from, question.manner, catalog);
                let label = RichText::new(clipped(&question.label, 22)).color(colours.quiet);
                let told = format!("{}\n{manner}", question.label);
                ui.label(label).on_hover_text(told);
            }
            ui.end_row();
            let columns = draft.mapping.fields.len() + draft.mapping.questions.len();
            let shown = (SHOWN_CELLS / columns.max(1)).clamp(LEAST_ROWS, SHOWN_ROWS);
            for row in draft.preview.iter().take(shown) {
                ui.label(RichText::new(row.row.to_string()).color(colours.quiet));
                let at_fault = |name: &str| row.refused.iter().any(|(field, _)| field == name);
                for (place, field) in draft.mapping.fields.iter().enumerate() {
                    let cell = row.cells.get(place).map_or("", String::as_str);
                    let text = clipped(cell, 26);
                    if at_fault(&field.name) {
                        let text = format!("! {text}");
                        ui.label(RichText::new(text).color(colours.flagged).strong());
                    } else {
                        ui.label(text);
                    }
                }
                for answer in &row.answers {
                    let text = clipped(&answer.parts.join(" · ").replace('\n', " "), 26);
                    if answer.refused {
                        let text = format!("! {text}");
                        ui.label(RichText::new(text).color(colours.flagged).strong());
                    } else {
                        ui.label(text);
                    }
                }
                ui.end_row();
            }
        });
    });
}
