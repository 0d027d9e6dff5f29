//! What each occupation lacks: need, entrants, pool and indicative gap with their intervals, the
//! verdict and its reasoning.

use crate::flows::Horizon;
use crate::flows::balance::Balance;
use crate::flows::gap::Sign;
use crate::flows::spread::Span;
use crate::format::percent;
use crate::report::build::planned::Tables;
use crate::report::chart::Kind;
use crate::report::document::Row;
use crate::ui::screens::charts::save_one_ui;
use crate::ui::screens::{View, search};
use crate::ui::widgets::grid::{Grid, Wanted};
use crate::ui::widgets::spans::{Line, spans_ui};
use crate::ui::widgets::{facts, prose, section, weak};
use crate::words::supply;
use egui::{Label, RichText, ScrollArea, Ui};
use std::sync::Arc;

/// Passing state.
#[derive(Debug, Default)]
pub struct Panel {
    grid: Grid,
    text: String,
    flagged_only: bool,
}

impl Panel {
    pub fn show(&mut self, ui: &mut Ui, view: &mut View<'_>) {
        let Some((tables, revision)) = view.session.planned() else {
            let failed = view.session.has_failed_planning();
            prose(ui, &view.text(if failed { "planned-failed" } else { "window-working" }));
            return;
        };
        let tables: Arc<Tables> = Arc::clone(tables);
        let table = &tables.balances;
        let catalog = &view.session.catalog;
        ui.horizontal_wrapped(|ui| {
            search(ui, view, &mut self.text);
            ui.checkbox(&mut self.flagged_only, view.text("balances-flagged-only"));
            let count = self.grid.count(catalog);
            weak(ui, &catalog.with("window-rows", &[("count", (&count).into())]));
        });
        let first = table.rows.first().and_then(|row| row.occupation);
        let known = |code| table.rows.iter().any(|row| row.occupation == Some(code));
        let chosen = view.selected.filter(|code| known(*code)).or(first);
        if let Some(code) = chosen {
            egui::Panel::right("balance-sheet")
                .resizable(true)
                .default_size((ui.available_width() * 0.38).clamp(300.0, 420.0))
                .size_range(280.0..=640.0)
                .show(ui, |ui| {
                    ScrollArea::vertical()
                        .auto_shrink(false)
                        .show(ui, |ui| sheet(ui, &mut *view, code));
                });
        }
        let flagged: Vec<_> = view.session.results().map_or_else(Vec::new, |results| {
            results.programmes.iter().map(|one| one.occupation).collect()
        });
        let only = self.flagged_only;
        let keep = |row: &Row| !only || row.occupation.is_some_and(|code| flagged.contains(&code));
        let tag = if only { "flagged" } else { "all" };
        let wanted = Wanted { text: &self.text, tag, keep: &keep };
        egui::CentralPanel::default().frame(egui::Frame::NONE).show(ui, |ui| {
            weak(ui, &table.about);
            let catalog = &view.session.catalog;
            let events = self.grid.show(ui, (table, revision), &wanted, chosen, catalog);
            view.follow(events);
        });
    }
}

/// One occupation: the verdict and why, horizon by horizon, what comes in, what is missing.
fn sheet(ui: &mut Ui, view: &mut View<'_>, code: crate::model::Fap) {
    let catalog = &Arc::clone(&view.session.catalog);
    let language = catalog.language();
    let Some((trained, _)) = view.session.trained() else { return };
    let Some(occupation) = trained.results.occupations.iter().find(|one| one.code == code) else {
        return;
    };
    ui.add(Label::new(RichText::new(&occupation.label).size(18.0).strong()).wrap());
    weak(ui, &code.to_string());
    save_one_ui(ui, view, Kind::Balance, code);
    if let Some(conclusion) = trained.verdicts.get(&code) {
        section(ui, &catalog.text(&format!("verdict-{}", conclusion.verdict.id())));
        prose(ui, &supply::why(conclusion, catalog));
    }
    let Some(balance) = trained.results.balances.get(&code) else { return };
    section(ui, &catalog.text("supply-needs"));
    weak(ui, &supply::basis(balance, catalog));
    drawn(ui, view, balance);
    horizons(ui, view, balance);
    section(ui, &catalog.text("balances-flows"));
    let flows = [
        ("supply-initial", Some(balance.initial)),
        ("supply-continuing", Some(balance.continuing)),
        ("supply-pool", balance.pool),
    ];
    let lines = flows.map(|(key, flow)| (catalog.text(key), supply::span(flow, catalog, language)));
    facts(ui, "balance-flows", &lines);
    weak(ui, &supply::rings(occupation, catalog));
    if balance.missing.is_empty() && !balance.biased_down {
        return;
    }
    section(ui, &catalog.text("balances-missing"));
    for missing in &balance.missing {
        prose(ui, &catalog.text(&format!("balance-missing-{}", missing.id())));
    }
    if balance.biased_down {
        prose(ui, &catalog.text("balance-biased-down"));
    }
}

/// Need, entrants, pool and gap over three years, on one axis.
fn drawn(ui: &mut Ui, view: &View<'_>, balance: &Balance) {
    let catalog = &view.session.catalog;
    let line = |key: &str, span: Option<Span>| Line {
        name: catalog.text(key),
        span,
        said: supply::span(span, catalog, catalog.language()),
    };
    let years = Horizon::ThreeYears.years();
    let thrice = |end: Option<f64>| end.map(|people| people * years);
    let Span { value, low, high } = supply::people(balance);
    let entrants = Span { value: thrice(value), low: thrice(low), high: thrice(high) };
    let need = balance.needs.and_then(|needs| needs.get(1).copied());
    let lines = [
        line("balances-need", need),
        line("balances-entrants", Some(entrants)),
        line("balances-pool", balance.pool),
        line("balances-gap", balance.gap().and_then(|gap| gap.span)),
    ];
    weak(ui, &catalog.text("balances-drawn"));
    spans_ui(ui, &catalog.text("balances-drawn"), &lines);
}

/// Need, gap and coverage over each horizon, and the gap under each rule of sharing out.
fn horizons(ui: &mut Ui, view: &View<'_>, balance: &Balance) {
    let catalog = &view.session.catalog;
    let language = catalog.language();
    egui::Grid::new("balance-horizons").num_columns(4).spacing([14.0, 5.0]).striped(true).show(
        ui,
        |ui| {
            for key in ["balances-horizon", "balances-need", "balances-gap", "balances-sign"] {
                weak(ui, &catalog.text(key));
            }
            ui.end_row();
            for (place, horizon) in Horizon::ALL.into_iter().enumerate() {
                let need = balance.needs.and_then(|needs| needs.get(place).copied());
                let gap = balance.gaps.get(place);
                let sign = gap.map_or(Sign::Undetermined, |gap| gap.sign);
                ui.label(catalog.text(&format!("horizon-{}", horizon.id())));
                ui.label(supply::span(need, catalog, language));
                ui.label(supply::span(gap.and_then(|gap| gap.span), catalog, language));
                let mut told = catalog.text(&format!("gap-{}", sign.id()));
                if let Some(share) = gap.and_then(|gap| gap.coverage) {
                    let share = percent(share, 0, language);
                    let of = [("sign", (&told).into()), ("share", (&share).into())];
                    told = catalog.with("balances-covered", &of);
                }
                ui.label(told);
                ui.end_row();
            }
        },
    );
    let Some(gap) = balance.gap().filter(|gap| gap.by_rule.len() > 1) else { return };
    egui::CollapsingHeader::new(catalog.text("balances-rules")).id_salt("balance-rules").show(
        ui,
        |ui| {
            let lines: Vec<(String, String)> = gap
                .by_rule
                .iter()
                .map(|one| {
                    let name = catalog.text(&format!("allocation-{}", one.rule.id()));
                    (name, supply::span(one.gap, catalog, language))
                })
                .collect();
            facts(ui, "balance-rules-facts", &lines);
        },
    );
}
