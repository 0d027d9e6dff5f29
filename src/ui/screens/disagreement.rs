//! Two files that disagree, side by side: the user chooses which is used.

use crate::analysis::disagreement::{Differing, Disagreement};
use crate::i18n::Catalog;
use crate::model::{Fap, FapVersion, Rome};
use crate::project::Edit;
use crate::readers::ReadTable;
use crate::ui::command::Command;
use crate::ui::screens::View;
use crate::ui::theme::palette;
use crate::ui::widgets::{prose, weak};
use crate::words::together;
use egui::{RichText, ScrollArea, Ui};

/// The pair looked at, by content.
pub type Looked = Option<(String, String)>;

/// A line for each pair of files that disagree.
pub fn banner(ui: &mut Ui, view: &View<'_>, looked: &mut Looked) {
    let inputs = view.session.inputs();
    let name = |place: usize| inputs.get(place).map(|table| table.file.clone()).unwrap_or_default();
    for pair in view.session.disagreements() {
        let (Some(first), Some(second)) = (inputs.get(pair.first), inputs.get(pair.second)) else {
            continue;
        };
        ui.horizontal_wrapped(|ui| {
            ui.label(RichText::new("!").color(palette(ui).flagged).strong());
            prose(ui, &together::disagreement(pair, &name, &view.session.catalog));
            if ui.button(view.text("disagreement-compare")).clicked() {
                *looked = Some((first.fingerprint.clone(), second.fingerprint.clone()));
            }
        });
    }
}

/// The cells of the pair looked at, and the choice.
pub fn window(ui: &Ui, view: &mut View<'_>, looked: &mut Looked) {
    let Some((first, second)) = looked.clone() else { return };
    let inputs = view.session.inputs();
    let table = |content: &str| inputs.iter().find(|table| table.fingerprint == content).cloned();
    let (Some(a), Some(b)) = (table(&first), table(&second)) else {
        *looked = None;
        return;
    };
    let is_pair = |pair: &&Disagreement| {
        let of = |place: usize| inputs.get(place).map(|table| table.fingerprint.as_str());
        (of(pair.first) == Some(first.as_str()) && of(pair.second) == Some(second.as_str()))
            || (of(pair.first) == Some(second.as_str()) && of(pair.second) == Some(first.as_str()))
    };
    let Some(pair) = view.session.disagreements().iter().find(is_pair).cloned() else { return };
    // The order of the window stays while the one used changes.
    let turned = inputs.get(pair.first).is_some_and(|table| table.fingerprint != first);
    let mut open = true;
    let mut chosen = None;
    let name = |place: usize| inputs.get(place).map(|table| table.file.clone()).unwrap_or_default();
    let catalog = &view.session.catalog;
    let room = ui.ctx().content_rect();
    egui::Window::new(catalog.text("disagreement-title"))
        .id(egui::Id::unique("disagreement"))
        .open(&mut open)
        .collapsible(false)
        .default_size([760.0, 420.0])
        .default_pos([((room.width() - 780.0) / 2.0).max(8.0), 90.0])
        .max_height(room.height() - 130.0)
        .show(ui.ctx(), |ui| {
            prose(ui, &together::disagreement(&pair, &name, catalog));
            ui.horizontal_wrapped(|ui| {
                // Where another goes before both, none of the two is used.
                let is_used = pair.behind.is_none();
                for (table, used) in [(&a, is_used && !turned), (&b, is_used && turned)] {
                    let key = if used { "disagreement-used" } else { "disagreement-use" };
                    let text = catalog.with(key, &[("file", (&table.file).into())]);
                    if ui.add_enabled(!used, egui::Button::new(text)).clicked() {
                        chosen = Some(table.fingerprint.clone());
                    }
                }
            });
            let is_private = pair.is_of_respondents() && view.sharing;
            if is_private {
                weak(ui, &catalog.text("sharing-hidden"));
            }
            ScrollArea::both().auto_shrink(false).show(ui, |ui| {
                cells(ui, &pair, (&a, &b), turned, view, catalog);
            });
        });
    if let Some(content) = chosen {
        view.send(Command::Do(Edit::Prefer(content)));
    }
    if !open || ui.input(|input| input.key_pressed(egui::Key::Escape)) {
        *looked = None;
    }
}

fn cells(
    ui: &mut Ui,
    pair: &Disagreement,
    (a, b): (&ReadTable, &ReadTable),
    turned: bool,
    view: &View<'_>,
    catalog: &Catalog,
) {
    let grey = palette(ui).quiet;
    let version = a.fap_version.unwrap_or(FapVersion::Fap2021);
    let reference = &view.session.reference;
    egui::Grid::new("disagreement").num_columns(5).striped(true).spacing([14.0, 4.0]).show(
        ui,
        |ui| {
            for text in [
                catalog.text("column-label"),
                catalog.text("cover-territory"),
                catalog.text("mapping-field"),
                a.file.clone(),
                b.file.clone(),
            ] {
                ui.label(RichText::new(text).color(grey));
            }
            ui.end_row();
            for differing in &pair.cells {
                let Differing { occupation, place, column, first, second, rows, answers } =
                    differing;
                let fap = Fap::new(version, occupation).ok();
                let rome = Rome::new(occupation).ok();
                let label = fap.and_then(|fap| reference.fap_label(fap));
                let label = label.or_else(|| rome.and_then(|rome| reference.rome_label(rome)));
                if answers.is_some() {
                    let (own, other) = if turned { (rows.1, rows.0) } else { (rows.0, rows.1) };
                    let (own, other) = (own.to_string(), other.to_string());
                    let rows = [("first_row", (&own).into()), ("second_row", (&other).into())];
                    ui.label(catalog.with("disagreement-rows", &rows));
                } else {
                    ui.label(format!("{occupation} {}", label.unwrap_or_default()));
                }
                ui.label(place);
                ui.label(catalog.text(&format!("field-{column}")));
                let shown = match answers {
                    None => [together::shown(*first, catalog), together::shown(*second, catalog)],
                    Some(_) if view.sharing => [String::new(), String::new()],
                    Some(answers) => answers.clone(),
                };
                let [one, other] = shown;
                let mut sides = [(one, rows.0), (other, rows.1)];
                if turned {
                    sides.reverse();
                }
                for (said, row) in sides {
                    let row = catalog.with("place-row", &[("row", (&row.to_string()).into())]);
                    ui.label(said).on_hover_text(row);
                }
                ui.end_row();
            }
            if pair.beyond > 0 {
                let count = pair.beyond.to_string();
                ui.label(catalog.with("cli-beyond", &[("count", (&count).into())]));
                ui.end_row();
            }
        },
    );
}
