//! `bassin validate`: whether past flags announced what came, on a territory.

use crate::analysis::validation::{Scores, Validation};
use crate::analysis::{Request, analyse};
use crate::cli::{Failure, Given, given, json, territory};
use crate::format::{decimal, integer, percent, percent_range};
use crate::i18n::Catalog;
use crate::indicators::agreement::{Confusion, LEVEL, Measure};
use crate::loading::Kept;
use crate::model::{Date, Language, Territory};
use crate::report::build::{error_sentence, validation_sentence};
use serde::Serialize;
use std::fmt::Write as _;
use std::path::PathBuf;

pub fn run(
    files: &[PathBuf],
    code: &str,
    as_json: bool,
    kept: &Kept,
    catalog: &Catalog,
    today: Date,
) -> Result<String, Failure> {
    let territory = territory(code, catalog)?;
    let Given { inputs, reference, parameters } = given(files, kept, catalog)?;
    let request = Request { territory, year: None, as_of: today };
    let results = analyse(&inputs, &reference, &parameters, &request)
        .map_err(|error| Failure::could_not(error_sentence(&error, catalog)))?;
    let found = &results.validations;
    if found.is_empty() {
        return Err(Failure::could_not(catalog.text("error-one-year")));
    }
    if as_json {
        return json::text(&View {
            territory: json::Place {
                code: territory.to_string(),
                label: results.territory.label.clone(),
            },
            sources: results.sources.iter().map(json::source).collect(),
            interval_level: LEVEL,
            words: catalog.text("reliability-words"),
            years: found.iter().map(|one| view(one, territory, catalog)).collect(),
        });
    }
    let mut out = format!("{} ({territory})\n", results.territory.label);
    let _ = writeln!(out, "{}", catalog.text("reliability-words"));
    for validation in found {
        tell(validation, territory, catalog, &mut out);
    }
    Ok(out)
}

fn tell(validation: &Validation, territory: Territory, catalog: &Catalog, out: &mut String) {
    let language = catalog.language();
    let _ = writeln!(out, "\n{} → {}", validation.before, validation.after);
    if let Some(scores) = &validation.scores {
        let title = |key: &str| catalog.text(&format!("column-{key}"));
        let _ = writeln!(
            out,
            "  {:<28} {:>18} {:>12} {:>20}   {:<18} {:<18} {}",
            title("predictor"),
            title("compared"),
            title("said"),
            title("came"),
            title("precision"),
            title("recall"),
            title("kappa"),
        );
        for (id, table) in [("flag", &scores.flag), ("persistence", &scores.persistence)] {
            let number = |n: u32| integer(f64::from(n), language);
            let _ = writeln!(
                out,
                "  {:<28} {:>18} {:>12} {:>20}   {:<18} {:<18} {}",
                catalog.text(&format!("predictor-{id}")),
                number(table.n()),
                number(table.said_and_came + table.said_only),
                number(table.said_and_came + table.came_only),
                share(table.precision(), language),
                share(table.recall(), language),
                kappa(table.kappa(), language),
            );
        }
    }
    let _ = writeln!(out, "  {}", validation_sentence(validation, territory, catalog));
}

fn share(measure: Option<Measure>, language: Language) -> String {
    measure.map_or_else(
        || "—".to_owned(),
        |Measure { value, low, high, .. }| {
            format!("{} ({})", percent(value, 0, language), percent_range(low, high, 0, language))
        },
    )
}

fn kappa(measure: Option<Measure>, language: Language) -> String {
    measure.map_or_else(
        || "—".to_owned(),
        |Measure { value, low, high, .. }| {
            let number = |value: f64| decimal(value, 2, language);
            format!("{} ({}–{})", number(value), number(low), number(high))
        },
    )
}

#[derive(Serialize)]
struct MeasureView {
    value: f64,
    low: f64,
    high: f64,
    n: u32,
}

fn measure(measure: Option<Measure>) -> Option<MeasureView> {
    measure.map(|Measure { value, low, high, n }| MeasureView { value, low, high, n })
}

#[derive(Serialize)]
struct PredictorView {
    said_and_came: u32,
    said_only: u32,
    came_only: u32,
    neither: u32,
    precision: Option<MeasureView>,
    recall: Option<MeasureView>,
    kappa: Option<MeasureView>,
}

fn predictor(table: &Confusion) -> PredictorView {
    PredictorView {
        said_and_came: table.said_and_came,
        said_only: table.said_only,
        came_only: table.came_only,
        neither: table.neither,
        precision: measure(table.precision()),
        recall: measure(table.recall()),
        kappa: measure(table.kappa()),
    }
}

#[derive(Serialize)]
struct ScoresView {
    flag: PredictorView,
    persistence: PredictorView,
    base: Option<MeasureView>,
    gain: Option<MeasureView>,
    verdict: &'static str,
}

#[derive(Serialize)]
struct YearsView {
    before: u16,
    after: u16,
    across_break: bool,
    occupations: u32,
    without_code: u32,
    without_row: u32,
    undecided: u32,
    compared: u32,
    least: u32,
    scores: Option<ScoresView>,
    /// What the figures say, in words.
    reading: String,
}

#[derive(Serialize)]
struct View {
    territory: json::Place,
    sources: Vec<json::Source>,
    /// Of every interval, 0–1.
    interval_level: f64,
    /// What κ, persistence, precision and recall mean.
    words: String,
    years: Vec<YearsView>,
}

fn view(found: &Validation, territory: Territory, catalog: &Catalog) -> YearsView {
    let scores = |scores: &Scores| ScoresView {
        flag: predictor(&scores.flag),
        persistence: predictor(&scores.persistence),
        base: measure(scores.flag.base()),
        gain: measure(scores.gain),
        verdict: scores.verdict.id(),
    };
    YearsView {
        before: found.before,
        after: found.after,
        across_break: found.across,
        occupations: found.occupations,
        without_code: found.without_code,
        without_row: found.without_row,
        undecided: found.undecided,
        compared: found.n,
        least: found.least,
        scores: found.scores.as_ref().map(scores),
        reading: validation_sentence(found, territory, catalog),
    }
}
