//! `bassin analyse`: results for a territory, on stdout or in a folder.

use crate::analysis::{AnalysisError, Request, Results, analyse};
use crate::cli::{Failure, Format, json, load, reference};
use crate::files;
use crate::format::{integer, percent, percent_range, probability, range};
use crate::i18n::Catalog;
use crate::model::{Count, Date, Language, Territory};
use crate::reference::params::Parameters;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

/// What the command line asked for.
pub struct Asked<'a> {
    pub inputs: &'a [PathBuf],
    pub territory: &'a str,
    pub year: Option<u16>,
    pub out: Option<&'a Path>,
    pub formats: &'a [Format],
    pub json: bool,
}

pub fn run(asked: &Asked<'_>, catalog: &Catalog, today: Date) -> Result<String, Failure> {
    let territory: Territory = asked.territory.parse().map_err(|_| {
        Failure::usage(catalog.with("error-territory-code", &[("code", asked.territory.into())]))
    })?;
    let parameters =
        Parameters::embedded().map_err(|error| Failure::could_not(error.to_string()))?;
    let reference = reference()?;
    let inputs = load(asked.inputs, &reference, catalog)?;
    let request = Request { territory, year: asked.year, as_of: today };
    let results = analyse(&inputs, &reference, &parameters, &request)
        .map_err(|error| Failure::could_not(sentence(&error, catalog)))?;
    if let Some(folder) = asked.out {
        write(folder, asked.formats, &results, catalog)?;
    }
    if asked.json { json::results(&results) } else { Ok(summary(&results, catalog)) }
}

fn write(
    folder: &Path,
    formats: &[Format],
    results: &Results,
    catalog: &Catalog,
) -> Result<(), Failure> {
    for format in formats {
        let (name, bytes) = match format {
            Format::Json => ("bassin.json", json::results(results)?.into_bytes()),
            Format::Csv => {
                let bytes = crate::report::csv::diagnosis(results, catalog)
                    .map_err(|error| Failure::could_not(error.to_string()))?;
                ("diagnostic.csv", bytes)
            }
        };
        files::write_atomic(&folder.join(name), &bytes, false)
            .map_err(|error| Failure::could_not(error.to_string()))?;
    }
    Ok(())
}

/// Why there is no result, with what is near.
fn sentence(error: &AnalysisError, catalog: &Catalog) -> String {
    let key = format!("error-{}", error.id());
    let list = |places: &[(Territory, String)]| {
        places.iter().map(|(code, label)| format!("{code} {label}")).collect::<Vec<_>>().join(", ")
    };
    match error {
        AnalysisError::NoSurvey => catalog.text(&key),
        AnalysisError::YearNotLoaded { year, loaded } => {
            let loaded: Vec<String> = loaded.iter().map(u16::to_string).collect();
            catalog.with(
                &key,
                &[("year", (&year.to_string()).into()), ("loaded", (&loaded.join(", ")).into())],
            )
        }
        AnalysisError::Absent { territory, year, close } => catalog.with(
            &key,
            &[
                ("code", (&territory.to_string()).into()),
                ("year", (&year.to_string()).into()),
                ("close", (&list(close)).into()),
            ],
        ),
        AnalysisError::ZoneNotSurveyed { zone, basins } => {
            let near: Vec<_> =
                basins.iter().map(|(code, label, _)| (*code, label.clone())).collect();
            catalog.with(
                &key,
                &[("code", (&zone.to_string()).into()), ("close", (&list(&near)).into())],
            )
        }
    }
}

/// A page for a terminal: totals, then the flagged occupations.
fn summary(results: &Results, catalog: &Catalog) -> String {
    let language = catalog.language();
    let totals = &results.totals.territory;
    let projects = integer(totals.projects.value, language);
    let share = totals.difficult_share;
    let range = percent_range(share.low, share.high, 0, language);
    let mut out = String::new();
    let _ = writeln!(
        out,
        "{} ({}), {}",
        results.territory.label, results.territory.territory, results.year
    );
    let _ = writeln!(
        out,
        "{}",
        catalog.with(
            "cli-totals",
            &[
                ("projects", (&projects).into()),
                ("masked", totals.projects.masked_cells.into()),
                (
                    "share",
                    (&share.value.map_or_else(|| "—".to_owned(), |v| percent(v, 0, language)))
                        .into(),
                ),
                ("range", (&range).into()),
            ],
        )
    );
    let _ = writeln!(out);
    for programme in &results.programmes {
        let Some(occupation) =
            results.occupations.iter().find(|found| found.code == programme.occupation)
        else {
            continue;
        };
        let _ = writeln!(
            out,
            "{:>3}. {} {} — {} — P {} — {} — {}",
            programme.rank,
            occupation.code.code(),
            occupation.label,
            shown_projects(&occupation.benchmarks.territory.projects, language),
            probability(occupation.pressure.posterior.probability, language),
            catalog.text(&format!("basis-{}", programme.basis.id())),
            catalog.text(&format!("lever-{}", programme.lever.id())),
        );
    }
    out
}

/// Published projects, or the bounds where every cell is masked: never 0.
fn shown_projects(count: &Count, language: Language) -> String {
    if count.only_masked() {
        range(count.low, count.high, 0, language)
    } else {
        integer(count.value, language)
    }
}
