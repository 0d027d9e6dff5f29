//! The job of one and that of the spouse: where two occupations are both recruited.

use crate::analysis::AnalysisError;
use crate::analysis::couples::{Couple, couple};
use crate::jobs::{Derived, Job};
use crate::model::{Fap, Territory};
use crate::report::build::error_sentence;
use crate::report::couples::{counts, nearness, projects, sector};
use crate::report::provenance::Asked;
use crate::ui::command::Command;
use crate::ui::screens::View;
use crate::ui::widgets::{prose, section, weak};
use egui::{Grid, ScrollArea, Ui};
use std::sync::Arc;

/// Basins listed; the file of `bassin couples --json` has all.
const LISTED: usize = 60;

/// What the answer was made for.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Key {
    results: u64,
    occupations: [Fap; 2],
    territory: Territory,
}

type Found = Arc<Result<Couple, AnalysisError>>;

/// Passing state.
#[derive(Debug, Default)]
pub struct Panel {
    other: Option<Fap>,
    found: Derived<Key, Found>,
}

impl Panel {
    pub fn show(&mut self, ui: &mut Ui, view: &mut View<'_>, revision: u64) {
        let Some(context) = view.session.context() else { return };
        prose(ui, &view.text("couples-about"));
        let Some(first) = view.selected.and_then(|code| view.session.occupation(code)) else {
            prose(ui, &view.text("couples-choose"));
            return;
        };
        let named = |code: Fap| {
            let label = view.session.occupation(code).map_or("", |found| found.label.as_str());
            format!("{} {label}", code.code())
        };
        // Codes of another year's nomenclature are forgotten.
        self.other = self.other.filter(|code| view.session.occupation(*code).is_some());
        ui.horizontal_wrapped(|ui| {
            ui.strong(named(first.code));
            let label = ui.label(view.text("couples-with"));
            egui::ComboBox::from_id_salt("couple")
                .selected_text(self.other.map_or_else(|| view.text("couples-none"), named))
                .width(320.0)
                .show_ui(ui, |ui| {
                    for occupation in &context.results.occupations {
                        let text = named(occupation.code);
                        ui.selectable_value(&mut self.other, Some(occupation.code), text);
                    }
                })
                .response
                .labelled_by(label.id);
        });
        let Some(other) = self.other else { return };
        let territory = context.results.territory.territory;
        let key = Key { results: revision, occupations: [first.code, other], territory };
        let year = context.results.year;
        let session = view.session;
        self.found.update(&key, || {
            let (inputs, reference) = (session.inputs(), Arc::clone(&session.reference));
            let parameters = Arc::clone(session.adjusted());
            let perimeters = session.project.decisions().perimeters.clone();
            let codes = [first.code, other];
            Job::spawn("couples", session.waker(), move |_| {
                let codes = codes.map(|code| code.to_string());
                let codes = [&*codes[0], &*codes[1]];
                let asked = (Some(territory), Some(year));
                let reference = reference.with_perimeters(&perimeters);
                Arc::new(couple(&inputs, &reference, &parameters, codes, asked))
            })
        });
        if !self.found.is_current(&key) {
            weak(ui, &view.text("window-working"));
            return;
        }
        match self.found.value().map(AsRef::as_ref) {
            Some(Ok(found)) => draw(ui, found, view),
            Some(Err(error)) => {
                prose(ui, &error_sentence(error, &view.session.catalog));
            }
            None => {}
        }
    }
}

fn draw(ui: &mut Ui, found: &Couple, view: &mut View<'_>) {
    let session = view.session;
    let catalog = &session.catalog;
    let Some(context) = session.context() else { return };
    prose(ui, &counts(found, catalog));
    let [first, second] = found.occupations.map(|code| code.code().to_owned());
    ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
        section(ui, &view.text("couples-basins"));
        Grid::new("couples-basins").num_columns(4).spacing([16.0, 4.0]).striped(true).show(
            ui,
            |ui| {
                for title in [&view.text("couples-basin"), &first, &second, ""] {
                    weak(ui, title);
                }
                ui.end_row();
                for basin in found.basins.iter().take(LISTED) {
                    ui.label(format!("{} ({})", basin.label, basin.territory));
                    for (tally, code) in basin.tallies.iter().zip(found.occupations) {
                        let told = ui.link(projects(tally, catalog));
                        if told.on_hover_text(catalog.text("provenance-title")).clicked() {
                            let count = tally.projects;
                            let figure = context.count_of("projects", basin.territory, &count);
                            let asked = Asked::of(figure, Some(code), None);
                            view.send(Command::Explain(Box::new(asked)));
                        }
                    }
                    ui.label(nearness(basin, catalog));
                    ui.end_row();
                }
            },
        );
        let Some(sectors) = &found.sectors else {
            weak(ui, &view.text("couples-no-sector"));
            return;
        };
        section(ui, &view.text("couples-sectors-title"));
        weak(ui, &view.text("couples-sectors"));
        Grid::new("couples-sectors").num_columns(3).spacing([16.0, 4.0]).striped(true).show(
            ui,
            |ui| {
                for title in ["", &first, &second] {
                    weak(ui, title);
                }
                ui.end_row();
                for one in sectors {
                    let (name, shares) = sector(one, catalog);
                    ui.label(name);
                    for share in shares {
                        ui.label(share);
                    }
                    ui.end_row();
                }
            },
        );
    });
}
