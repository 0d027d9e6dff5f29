//! Programmes: what is recommended for each flagged occupation, with its reasons.

use crate::recommend::programme::Programme;
use crate::report::build::Context;
use crate::report::document::{Row, whole};
use crate::report::provenance::Asked;
use crate::ui::command::Command;
use crate::ui::screens::{View, ready, search};
use crate::ui::widgets::grid::{Grid, Wanted};
use crate::ui::widgets::{facts, prose, section, weak};
use egui::{RichText, ScrollArea, Ui};

/// Passing state.
#[derive(Debug, Default)]
pub struct Screen {
    grid: Grid,
    text: String,
    training_only: bool,
}

impl Screen {
    pub fn show(&mut self, ui: &mut Ui, view: &mut View<'_>) {
        if !ready(ui, view) {
            return;
        }
        let (Some((document, revision)), Some(context)) =
            (view.session.document(), view.session.context())
        else {
            return;
        };
        let Some(table) = document.table("programmes") else { return };
        let catalog = &view.session.catalog;
        ui.horizontal_wrapped(|ui| {
            search(ui, view, &mut self.text);
            ui.checkbox(&mut self.training_only, view.text("programmes-training-only"));
            let count = self.grid.count(&view.session.catalog);
            weak(ui, &catalog.with("window-rows", &[("count", (&count).into())]));
        });
        weak(ui, &table.about);
        ui.separator();
        let programmes = &context.results.programmes;
        if programmes.is_empty() {
            prose(ui, &view.text("programmes-none"));
            return;
        }
        let of = |code| programmes.iter().find(|programme| programme.occupation == code);
        let chosen = view.selected.and_then(of).or_else(|| programmes.first());
        if let Some(programme) = chosen {
            egui::Panel::right("programme-sheet")
                .resizable(true)
                .default_size((ui.available_width() * 0.42).clamp(300.0, 430.0))
                .size_range(280.0..=640.0)
                .show(ui, |ui| {
                    ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
                        programme_sheet(ui, &context, &context.told(programme), view);
                    });
                });
        }
        let only = self.training_only;
        let keep = |row: &Row| {
            !only
                || row
                    .occupation
                    .and_then(of)
                    .is_some_and(|found| context.told(found).training.is_some())
        };
        let tag = if only { "training" } else { "all" };
        let wanted = Wanted { text: &self.text, tag, keep: &keep };
        let selected = chosen.map(|programme| programme.occupation);
        egui::CentralPanel::default().frame(egui::Frame::NONE).show(ui, |ui| {
            let events = self.grid.show(ui, (table, revision), &wanted, selected, catalog);
            view.follow(events);
        });
    }
}

fn programme_sheet(ui: &mut Ui, context: &Context<'_>, programme: &Programme, view: &mut View<'_>) {
    let Some(occupation) = view.session.occupation(programme.occupation) else { return };
    let catalog = context.catalog;
    ui.label(RichText::new(&occupation.label).size(18.0).strong());
    weak(
        ui,
        &format!(
            "{} · {}",
            occupation.code,
            catalog.text(&format!("basis-{}", programme.basis.id()))
        ),
    );
    section(ui, &catalog.text("programmes-why"));
    prose(ui, &context.reason(occupation));
    let contradictions = context.contradictions(occupation);
    if !contradictions.is_empty() {
        prose(ui, &contradictions);
    }
    section(ui, &catalog.text("column-lever"));
    let lever = context.lever(occupation);
    ui.label(RichText::new(crate::format::prose(&lever)).strong());
    let title = |id: &str| catalog.text(&format!("column-{id}"));
    let lead = catalog.text(&format!("lead-{}", programme.lead));
    let Some(plan) = &programme.training else {
        prose(ui, &catalog.text("format-none"));
        facts(
            ui,
            "programme-facts",
            &[(title("lead"), lead), (title("follow-up"), context.follow_up(programme))],
        );
        return;
    };
    section(ui, &title("format"));
    prose(ui, &context.format(Some(plan)));
    if plan.employer_commitment {
        prose(ui, &catalog.text("programmes-commitment"));
    }
    if let Some(places) = &plan.places {
        let places = context.places(places);
        ui.horizontal_wrapped(|ui| {
            ui.label(title("places-order"));
            let text = whole(&places, catalog);
            if ui.link(text).on_hover_text(catalog.text("provenance-title")).clicked() {
                let asked = Asked::of_occupation(context, places, occupation.code);
                view.send(Command::Explain(Box::new(asked)));
            }
        });
        weak(ui, &catalog.text("cover-reading-places"));
    } else {
        prose(ui, &catalog.text("unsurveyed-places"));
    }
    let language = catalog.language();
    let hours = plan.hours.map_or_else(
        || catalog.text("programmes-hours-unknown"),
        |(least, median, most)| {
            let number = |value| crate::format::integer(value, language);
            catalog.with(
                "programmes-hours",
                &[
                    ("least", (&number(least)).into()),
                    ("median", (&number(median)).into()),
                    ("most", (&number(most)).into()),
                ],
            )
        },
    );
    facts(
        ui,
        "programme-facts",
        &[
            (title("audiences"), context.audiences(plan)),
            (title("hours"), hours),
            (title("certifications"), context.certifications(occupation, plan)),
            (title("providers"), context.providers(occupation, plan)),
            (title("financing"), context.financing(plan)),
            (title("lead"), lead),
            (title("follow-up"), context.follow_up(programme)),
        ],
    );
}
