//! The command line: the same core as the window, one file per verb.
//!
//! Results on stdout, messages on stderr. Exit status: 0 done, 1 could not, 2 wrong usage.

mod alone;
mod analyse;
mod anchor;
mod archive;
mod catalogue;
mod chart;
mod check;
mod company;
mod compared;
mod couples;
mod demo;
mod diagnostic;
mod folders;
mod funding;
mod gathered;
mod help;
mod indicators;
mod json;
mod map;
mod memory;
mod paths;
mod picture;
mod plan;
mod plan_status;
mod refused;
mod report;
mod sector;
mod supply;
mod survey;
mod trace;
mod trained;
mod usage;
mod validate;

use crate::analysis::levels::Level;
use crate::cli::folders::{expand, told};
use crate::cli::paths::{
    Given, Sources, given, load, named, read_all, read_each, read_untold, sources, sources_of,
};
use crate::cli::refused::complain_of;
use crate::files::{self, FileError};
use crate::i18n::Catalog;
use crate::loading::Kept;
use crate::model::{Date, Language, Territory};
use crate::reference::Reference;
use crate::report::csv::Marks;
use crate::words;
use clap::{Parser, Subcommand, ValueEnum};
use std::io::Write as _;
use std::path::PathBuf;
use std::process::ExitCode;

/// Territorial workforce planning: which occupations are under hiring pressure, why, what to do.
#[derive(Debug, Parser)]
#[command(name = "bassin", version, subcommand_precedence_over_arg = true)]
pub struct Cli {
    /// Language of texts: fr or en. The window keeps its own setting without it.
    #[arg(long, global = true)]
    lang: Option<Language>,
    /// Reads every file anew, and keeps nothing for the next time.
    #[arg(long, global = true)]
    no_cache: bool,
    /// Project or data files to open in the window.
    files: Vec<PathBuf>,
    #[command(subcommand)]
    verb: Option<Verb>,
}

/// What the user asked of this process.
#[derive(Debug)]
pub enum Start {
    /// The window; `demo`: on the sample territory, or its results where there is no display.
    Window {
        files: Vec<PathBuf>,
        demo: bool,
        language: Option<Language>,
    },
    Command,
}

impl Cli {
    /// The command of this process.
    ///
    /// # Errors
    /// The exit status, after what was wrong with it or was asked to be shown.
    pub fn of_process() -> Result<Self, ExitCode> {
        help::parsed(&std::env::args_os().collect::<Vec<_>>())
    }

    /// Window or command. A word that is neither a verb nor a file is a mistake of usage.
    ///
    /// # Errors
    /// The exit status, after the message.
    pub fn start(&self) -> Result<Start, ExitCode> {
        let demo = matches!(self.verb, Some(Verb::Demo));
        if self.verb.is_some() && !demo {
            return Ok(Start::Command);
        }
        if let Some(missing) = self.files.iter().find(|path| !files::exists(path)) {
            let path = missing.display().to_string();
            let text = Catalog::new(self.language()).map_or_else(
                |error| error.to_string(),
                |catalog| catalog.with("error-not-a-verb", &[("path", (&path).into())]),
            );
            complain(&text);
            return Err(ExitCode::from(2));
        }
        Ok(Start::Window { files: self.files.clone(), demo, language: self.lang })
    }

    /// Where tables that were read are kept.
    fn kept(&self) -> Kept {
        if self.no_cache { Kept::default() } else { Kept::of_user() }
    }

    fn language(&self) -> Language {
        self.lang.unwrap_or(Language::French)
    }
}

#[derive(Debug, Subcommand)]
enum Verb {
    /// The window on the sample territory; without a display, its results in `bassin-demo`.
    Demo,
    /// What each file is, and every issue with its place.
    Check {
        /// Files, folders or projects.
        #[arg(required = true)]
        files: Vec<PathBuf>,
        /// Machine-readable output (docs/json.md).
        #[arg(long)]
        json: bool,
    },
    /// Results for a territory.
    Analyse {
        /// Files, folders, or a project. With a project, the figures of its survey that --out writes
        /// are decided with what has left it before, and are added to its memory.
        #[arg(required = true)]
        inputs: Vec<PathBuf>,
        /// Typed code: be:8450, dep:15, reg:84, ze:8403, clpe:15001, epci:…, fr; that of the project
        /// by default.
        #[arg(long)]
        territory: Option<String>,
        /// Text or CSV of commune codes: the territory, or a benchmark beside --territory.
        #[arg(long)]
        perimeter: Vec<PathBuf>,
        /// Territories to compare with: typed codes, or `similar` for the nearest in size and
        /// structure. Those of a project by default.
        #[arg(long, num_args = 1.., value_delimiter = ',')]
        benchmark: Vec<String>,
        /// What the page lists: groups of FAP (fap87), domains, families of occupations; the
        /// files and the JSON hold them all.
        #[arg(long, value_parser = ["fap87", "domains", "families"])]
        level: Option<String>,
        /// The page lists sectors of activity: of offers, and estimated from national hires. With
        /// a section of NAF (A to U), the occupations of that section alone; the JSON holds no
        /// other cell then.
        #[arg(long, conflicts_with = "level", value_name = "SECTION", num_args = 0..=1, default_missing_value = sector::ALL)]
        sector: Option<String>,
        /// Survey year; the latest loaded by default.
        #[arg(long)]
        year: Option<u16>,
        /// Changes of the method, as readable data: `{ "prior_strength": 5, "cut": "region" }`.
        #[arg(long)]
        params: Option<PathBuf>,
        /// Folder where the results are written.
        #[arg(long)]
        out: Option<PathBuf>,
        /// Formats to write, with --out.
        #[arg(long, value_delimiter = ',', default_value = "xlsx,csv,json")]
        format: Vec<Format>,
        /// CSV with `;` and the decimal mark of the language, or international: comma and point.
        #[arg(long, default_value = "language")]
        csv: Marks,
        /// Machine-readable output on stdout (docs/json.md).
        #[arg(long)]
        json: bool,
    },
    /// The official ladder of tensions on a territory, for every occupation.
    Anchor {
        /// Files or folders: Dares tensions, classes by ROME and basin.
        #[arg(required = true)]
        files: Vec<PathBuf>,
        /// Typed code: be:8450, dep:15, reg:84, fr.
        #[arg(long)]
        territory: String,
        /// Machine-readable output (docs/json.md).
        #[arg(long)]
        json: bool,
    },
    /// Whether last year's flags announced this year's difficulty, against persistence.
    Validate {
        /// Files or folders: two surveys or more.
        #[arg(required = true)]
        files: Vec<PathBuf>,
        /// Typed code: be:8450, dep:15, reg:84, fr.
        #[arg(long)]
        territory: String,
        /// Machine-readable output (docs/json.md).
        #[arg(long)]
        json: bool,
    },
    /// Basins and sectors that recruit two occupations: a job, and that of the spouse.
    Couples {
        /// Files or folders: a survey, and the hirings by ROME and NAF for sectors.
        #[arg(required = true)]
        files: Vec<PathBuf>,
        /// Two codes of the survey's nomenclature: V0X60,J3X43.
        #[arg(long, value_delimiter = ',', required = true)]
        occupations: Vec<String>,
        /// Basins near this territory first: be:8450, dep:15, reg:84.
        #[arg(long)]
        near: Option<String>,
        /// Machine-readable output (docs/json.md).
        #[arg(long)]
        json: bool,
    },
    /// Training supply within reach of a territory, against what its occupations need.
    Supply(supply::Asked),
    /// The best use of a training budget among candidate programmes.
    Plan(plan::Asked),
    /// Where the plan of action of a project stands: leads, delays, planned and realised, figures.
    PlanStatus(plan_status::Asked),
    /// A training body's own catalogue against the territories within its reach.
    Catalogue(catalogue::Asked),
    /// A company's headcount by occupation and age against its basin; for the company alone.
    Company(company::Asked),
    /// The documents of an analysis: note, sheets, programmes, bulletin, annex, plan of action and
    /// its evaluation, workshop.
    Report(report::Asked),
    /// Where the figures of a short name come from: K7Q2XA-9F, or K7Q2XA for a row.
    Trace(trace::Asked),
    /// A project in one file, to hand over or to keep: its decisions, and the sources chosen.
    Archive(archive::Asked),
    /// Opens the archive of a project into a folder of its own.
    Restore(archive::Restoring),
    /// An indicator by territory as a picture, on shapes of the user.
    Map(map::Asked),
    /// A chart of a territory as a picture: intervals, quadrant, trend, causes, columns, balance.
    Chart(chart::Asked),
    /// The employer survey: questionnaire, collection, weights, estimates, labels.
    #[command(subcommand)]
    Survey(survey::Verb),
    /// Financing devices worth checking for a training, and why the others are left aside.
    Funding(funding::Asked),
    /// Every indicator: definition, formula, unit, source.
    Indicators {
        /// Machine-readable output (docs/json.md).
        #[arg(long)]
        json: bool,
    },
    /// Version and folders; no personal data.
    Diagnostic,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Format {
    Xlsx,
    Csv,
    Json,
}

/// The command could not be done; the text is for the user, the status for scripts.
struct Failure {
    status: u8,
    text: String,
    /// What was done all the same, for stdout.
    done: String,
}

impl Failure {
    fn could_not(text: impl Into<String>) -> Self {
        Self { status: 1, text: text.into(), done: String::new() }
    }

    fn usage(text: impl Into<String>) -> Self {
        Self { status: 2, text: text.into(), done: String::new() }
    }
}

/// What the window would be drawn with, for `diagnostic`.
#[derive(Clone, Copy, Debug)]
pub struct Display {
    pub renderer: &'static str,
    pub present: bool,
}

/// The window could not open: why, and exit status 1.
pub fn no_window(cli: &Cli, error: &dyn std::fmt::Display) -> ExitCode {
    finish(catalog(cli).and_then(|catalog| {
        let detail = error.to_string();
        Err(Failure::could_not(catalog.with("error-no-window", &[("detail", (&detail).into())])))
    }))
}

/// Runs the command of this process. `today` comes from `main`, which alone reads the clock.
pub fn run(cli: &Cli, today: Date, display: Display) -> ExitCode {
    finish(catalog(cli).and_then(|catalog| match &cli.verb {
        Some(asked) => verb(asked, &cli.kept(), &catalog, today, display),
        None => Err(Failure::could_not(catalog.text("error-no-display"))),
    }))
}

/// Writes the results of the sample territory to a folder: `demo` where there is no display.
pub fn demo(cli: &Cli, today: Date) -> ExitCode {
    finish(catalog(cli).and_then(|catalog| demo::run(&catalog, today)))
}

fn catalog(cli: &Cli) -> Result<Catalog, Failure> {
    Catalog::new(cli.language()).map_err(|error| Failure::could_not(error.to_string()))
}

fn finish(outcome: Result<String, Failure>) -> ExitCode {
    let (done, failure) = match outcome {
        Ok(text) => (text, None),
        Err(failure) => (failure.done.clone(), Some(failure)),
    };
    match std::io::stdout().lock().write_all(done.as_bytes()) {
        // A reader that closed its end early got what it wanted.
        Err(error) if error.kind() != std::io::ErrorKind::BrokenPipe => {
            complain(&error.to_string());
            return ExitCode::from(1);
        }
        _ => {}
    }
    failure.map_or(ExitCode::SUCCESS, |failure| {
        complain(&failure.text);
        ExitCode::from(failure.status)
    })
}

/// A message for the user; when even stderr is closed, nobody listens.
fn complain(text: &str) {
    let _ = writeln!(std::io::stderr().lock(), "{text}");
}

fn verb(
    verb: &Verb,
    kept: &Kept,
    catalog: &Catalog,
    today: Date,
    display: Display,
) -> Result<String, Failure> {
    match verb {
        Verb::Demo => demo::run(catalog, today),
        Verb::Check { files, json } => check::run(files, *json, kept, catalog),
        Verb::Analyse {
            inputs,
            territory,
            perimeter,
            benchmark,
            level,
            sector,
            year,
            params,
            out,
            format,
            csv,
            json,
        } => {
            let asked = analyse::Asked {
                inputs,
                kept,
                territory: territory.as_deref(),
                perimeters: perimeter,
                benchmarks: benchmark,
                sector: sector.as_deref(),
                level: level.as_deref().and_then(Level::from_id),
                year: *year,
                params: params.as_deref(),
                out: out.as_deref(),
                formats: format,
                marks: *csv,
                json: *json,
            };
            analyse::run(&asked, catalog, today)
        }
        Verb::Anchor { files, territory, json } => {
            anchor::run(files, territory, *json, kept, catalog)
        }
        Verb::Validate { files, territory, json } => {
            validate::run(files, territory, *json, kept, catalog, today)
        }
        Verb::Couples { files, occupations, near, json } => {
            couples::run(files, occupations, near.as_deref(), *json, kept, catalog)
        }
        Verb::Supply(asked) => supply::run(asked, kept, catalog, today),
        Verb::Plan(asked) => plan::run(asked, kept, catalog, today),
        Verb::PlanStatus(asked) => plan_status::run(asked, kept, catalog, today),
        Verb::Catalogue(asked) => catalogue::run(asked, kept, catalog, today),
        Verb::Company(asked) => company::run(asked, kept, catalog, today),
        Verb::Report(asked) => report::run(asked, kept, catalog, today),
        Verb::Trace(asked) => trace::run(asked, kept, catalog, today),
        Verb::Archive(asked) => archive::run(asked, kept, catalog),
        Verb::Restore(asked) => archive::restore(asked, catalog),
        Verb::Map(asked) => map::run(asked, kept, catalog, today),
        Verb::Chart(asked) => chart::run(asked, kept, catalog, today),
        Verb::Survey(verb) => survey::run(verb, kept, catalog, today),
        Verb::Funding(asked) => funding::run(asked, catalog, today),
        Verb::Indicators { json } => indicators::run(*json, catalog),
        Verb::Diagnostic => Ok(diagnostic::run(catalog, display)),
    }
}

fn reference() -> Result<Reference, Failure> {
    Reference::embedded().map_err(|error| Failure::could_not(error.to_string()))
}

/// A territory as typed on the command line.
fn territory(code: &str, catalog: &Catalog) -> Result<Territory, Failure> {
    code.parse().map_err(|_| Failure::usage(not_a_territory("error-territory-code", code, catalog)))
}

/// A day as typed on the command line.
fn day(text: &str, catalog: &Catalog) -> Result<Date, Failure> {
    let of = || catalog.with("error-date", &[("found", text.into())]);
    text.parse().map_err(|_| Failure::usage(of()))
}

/// A code that is none, with the territories that may have been meant.
fn not_a_territory(key: &str, code: &str, catalog: &Catalog) -> String {
    let mut text = catalog.with(key, &[("code", code.into())]);
    let near = Reference::embedded().map(|reference| reference.near(code)).unwrap_or_default();
    if !near.is_empty() {
        let list: Vec<String> =
            near.iter().map(|(code, label)| format!("{code} {label}")).collect();
        let list = list.join(&catalog.text("list-separator"));
        text.push_str(&catalog.with("error-territory-near", &[("list", (&list).into())]));
    }
    text
}

/// A file that could not be read or written, in a sentence.
fn file_failure(error: &FileError, catalog: &Catalog) -> Failure {
    Failure::could_not(words::file(error, catalog))
}

#[cfg(test)]
mod tests;
