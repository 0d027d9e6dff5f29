//! `bassin analyse`: results for a territory, on stdout or in a folder.

use crate::analysis::disagreement::{Disagreement, disagreements};
use crate::analysis::{Request, Results, analyse};
use crate::cli::memory::Memory;
use crate::cli::{
    Failure, Format, Sources, complain, disagreement, file_failure, json, read_all, reference,
    sources,
};
use crate::files;
use crate::format::{integer, percent, percent_range, probability, range};
use crate::i18n::Catalog;
use crate::inquiry;
use crate::loading::Kept;
use crate::model::{Count, Date, Language, Territory};
use crate::project::Project;
use crate::readers::ReadTable;
use crate::reference::Reference;
use crate::reference::params::Parameters;
use crate::report::survey::Inquiry;
use crate::report::{build, csv as delimited, xlsx};
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// What the command line asked for.
pub struct Asked<'a> {
    pub inputs: &'a [PathBuf],
    pub kept: &'a Kept,
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
    let sources = sources(asked.inputs, catalog)?;
    let inputs = read_all(&sources, &reference, asked.kept, catalog)?;
    let request = Request { territory, year: asked.year, as_of: today };
    let results = analyse(&inputs, &reference, &parameters, &request)
        .map_err(|error| Failure::could_not(build::error_sentence(&error, catalog)))?;
    let pairs = disagreements(&inputs);
    for pair in &pairs {
        complain(&disagreement(pair, &inputs, catalog));
    }
    if let Some(folder) = asked.out {
        let memory = Memory::of(&sources, catalog);
        let found = surveyed(&inputs, &reference, &parameters, &results, &sources, &memory);
        if let Some(published) = found.as_ref().and_then(|found| found.published.as_ref()) {
            memory?.release(published, catalog)?;
        }
        let context = build::Context {
            results: &results,
            catalog,
            reference: &reference,
            parameters: &parameters,
            comparison: build::Comparison::default(),
            inquiry: found.as_ref(),
        };
        let mut sources = sources.files();
        sources.extend_from_slice(asked.inputs);
        write(folder, asked.formats, &context, &pairs, &sources)?;
    }
    if asked.json { json::results(&results, &pairs) } else { Ok(summary(&results, catalog)) }
}

/// The own survey, weighted and understood as the project says.
fn surveyed(
    inputs: &[Arc<ReadTable>],
    reference: &Reference,
    parameters: &Parameters,
    results: &Results,
    sources: &Sources,
    memory: &Result<Memory<'_>, Failure>,
) -> Option<Inquiry> {
    let empty = Project::default();
    let decisions = sources.projects.first().map_or(empty.decisions(), |given| &given.decisions);
    let new = empty.log();
    let asked = inquiry::Asked {
        territory: results.territory.territory,
        version: results.fap_version,
        labels: &decisions.labels,
        weighting: decisions.weighting,
        log: memory.as_ref().map_or(&new, |memory| &memory.log),
    };
    inquiry::inquiry(inputs, reference, parameters, &asked)
}

/// Writes the results in the given formats; the paths written, in order.
pub fn write(
    folder: &Path,
    formats: &[Format],
    context: &build::Context<'_>,
    pairs: &[Disagreement],
    sources: &[PathBuf],
) -> Result<Vec<PathBuf>, Failure> {
    let document = build::document(context);
    let could_not = |error: &dyn std::fmt::Display| Failure::could_not(error.to_string());
    let mut made: Vec<(String, Vec<u8>)> = Vec::new();
    for format in formats {
        match format {
            Format::Json => {
                let text = json::results(context.results, pairs)?;
                made.push(("bassin.json".to_owned(), text.into_bytes()));
            }
            Format::Xlsx => {
                let bytes = xlsx::workbook(&document, context.catalog)
                    .map_err(|error| could_not(&error))?;
                made.push(("bassin.xlsx".to_owned(), bytes));
            }
            Format::Csv => {
                for table in &document.tables {
                    let bytes =
                        delimited::table(table, context.catalog).map_err(|e| could_not(&e))?;
                    made.push((format!("{}.csv", table.id), bytes));
                }
            }
        }
    }
    files::write_results(folder, &made, sources)
        .map_err(|error| file_failure(&error, context.catalog))
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
                ("shown", (&integer(totals.projects.masked_cells.into(), language)).into()),
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
