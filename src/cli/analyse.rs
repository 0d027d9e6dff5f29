//! `bassin analyse`: results for a territory, on stdout or in a folder.

use crate::analysis::compare::{Compared, compare};
use crate::analysis::disagreement::{Disagreement, disagreements};
use crate::analysis::levels::{Group, Level};
use crate::analysis::missing::missing;
use crate::analysis::results::{Note, Occupation};
use crate::analysis::{Request, Results, Stage, with_lists};
use crate::cli::memory::{Leaving, Memory};
use crate::cli::sector::{self, Wanted};
use crate::cli::trained::as_decided;
use crate::cli::{
    Failure, Format, Sources, compared, complain, file_failure, json, named, read_all, reference,
    sources,
};
use crate::files::{self, FileError};
use crate::format::{integer, percent, percent_range, probability, range};
use crate::i18n::Catalog;
use crate::inquiry;
use crate::loading::Kept;
use crate::model::adjust::{ADJUSTABLE, AdjustError, Adjustments};
use crate::model::{Benchmark, Count, Date, Kind, Language, Perimeter, Severity, Territory};
use crate::project::Project;
use crate::readers::ReadTable;
use crate::reference::params::Parameters;
use crate::reference::{Reference, adjust};
use crate::report::build::comparison::specificity;
use crate::report::csv::Marks;
use crate::report::document::Shown;
use crate::report::survey::Inquiry;
use crate::report::{build, csv as delimited, xlsx};
use crate::words::together;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// What the command line asked for.
pub struct Asked<'a> {
    pub inputs: &'a [PathBuf],
    pub kept: &'a Kept,
    /// `None`: the first of the perimeters.
    pub territory: Option<&'a str>,
    pub perimeters: &'a [PathBuf],
    pub benchmarks: &'a [String],
    /// The page lists sectors of activity, or one.
    pub sector: Option<&'a str>,
    /// `None`: the page lists programmes.
    pub level: Option<Level>,
    pub year: Option<u16>,
    /// Changes of the method.
    pub params: Option<&'a Path>,
    pub out: Option<&'a Path>,
    pub formats: &'a [Format],
    /// Of CSV.
    pub marks: Marks,
    pub json: bool,
}

impl<'a> Asked<'a> {
    /// Of files, with nothing said of them.
    pub const fn of(inputs: &'a [PathBuf], kept: &'a Kept) -> Self {
        Self {
            inputs,
            kept,
            territory: None,
            perimeters: &[],
            benchmarks: &[],
            sector: None,
            level: None,
            year: None,
            params: None,
            out: None,
            formats: &[],
            marks: Marks::OfLanguage,
            json: false,
        }
    }
}

/// Results for a territory, with what they were made of.
pub struct Analysed {
    pub sources: Sources,
    pub inputs: Vec<Arc<ReadTable>>,
    /// With the lists and perimeters among the files.
    pub reference: Reference,
    pub parameters: Parameters,
    pub results: Results,
    pub comparison: build::Comparison,
}

/// Reads and analyses. A territory that is not said is that of the project; `as_saved`: year and
/// comparison as well.
pub fn analysed(
    asked: &Asked<'_>,
    as_saved: bool,
    catalog: &Catalog,
    today: Date,
) -> Result<Analysed, Failure> {
    let benchmarks = compared::benchmarks(asked.benchmarks, catalog)?;
    let asked_for = match asked.territory {
        Some(code) => Some(crate::cli::territory(code, catalog)?),
        None => None,
    };
    let method = Parameters::embedded().map_err(|error| Failure::could_not(error.to_string()))?;
    let reference = reference()?;
    let mut sources = sources(asked.inputs, catalog)?;
    if let Some(path) = asked.params {
        sources.method = adjustments(path, catalog)?;
    }
    let parameters = sources.parameters(&method, catalog)?;
    let project = sources.projects.last().map(|given| &given.decisions);
    let saved = project.filter(|_| as_saved);
    let inputs = read_all(&sources, &reference, asked.kept, catalog)?;
    let lists = with_lists(&inputs, &reference);
    let drawn = compared::perimeters(asked.perimeters, &lists, catalog)?;
    let mut given: Vec<Territory> = drawn.iter().map(Perimeter::territory).collect();
    let territory = match (asked_for, project.and_then(|decisions| decisions.territory)) {
        (None, _) if !given.is_empty() => given.remove(0),
        (Some(territory), _) | (None, Some(territory)) => territory,
        (None, None) => return Err(Failure::usage(catalog.text("error-no-territory"))),
    };
    let reference = lists.with_perimeters(&sources.perimeters).with_perimeters(&drawn);
    let year = asked.year.or_else(|| saved.and_then(|decisions| decisions.year));
    let compared = saved.and_then(|decisions| decisions.comparison.as_deref());
    let comparison = compared.and_then(build::Comparison::from_id).unwrap_or_default();
    let request = Request { territory, year, as_of: today };
    let could_not = |error| Failure::could_not(build::error_sentence(&error, catalog));
    let stage = Stage::corrected(&inputs, &reference, &parameters, &request, &sources.links);
    let mut results = as_decided(stage.map_err(could_not)?, &sources).results(&parameters);
    // A perimeter beside a territory is there to be compared with.
    let given = given.into_iter().map(Benchmark::Place);
    let mut benchmarks: Vec<Benchmark> = given.chain(benchmarks).collect();
    let of_project = benchmarks.is_empty();
    if of_project {
        benchmarks.clone_from(&sources.benchmarks);
    }
    results.comparisons = compare(&inputs, &reference, &parameters, &results, &benchmarks);
    for (_, error) in &results.comparisons.missing {
        if !of_project {
            return Err(could_not(error.clone()));
        }
        complain(&build::error_sentence(error, catalog));
    }
    for unread in inputs.iter().filter(|input| input.kind == Kind::Unknown) {
        let mut issues = unread.issues.as_slice().iter();
        if let Some(issue) = issues.find(|issue| issue.severity == Severity::Error) {
            complain(&format!("{}{}{}", unread.file, catalog.text("colon"), catalog.issue(issue)));
        }
    }
    Ok(Analysed { sources, inputs, reference, parameters, results, comparison })
}

pub fn run(asked: &Asked<'_>, catalog: &Catalog, today: Date) -> Result<String, Failure> {
    let sector = asked.sector.map(|text| sector::wanted(text, catalog)).transpose()?;
    let Analysed { sources, inputs, reference, parameters, results, comparison } =
        analysed(asked, false, catalog, today)?;
    let pairs = disagreements(&inputs);
    for pair in &pairs {
        complain(&together::disagreement(pair, &named(&inputs), catalog));
    }
    let memory = asked.out.map(|_| Memory::of(&sources, catalog));
    let found = memory
        .as_ref()
        .and_then(|memory| surveyed(&inputs, &reference, &parameters, &results, &sources, memory));
    let (place, new) = (results.territory.territory, Project::default().log());
    let perceived = memory.as_ref().and_then(|memory| {
        let log = memory.as_ref().map_or(&new, |memory| &memory.log);
        inquiry::perceived(&inputs, &parameters, place, log)
    });
    let context = build::Context {
        results: &results,
        catalog,
        reference: &reference,
        parameters: &parameters,
        comparison,
        inquiry: found.as_ref(),
        perceived: perceived.as_ref(),
        actions: None,
    };
    if let Some(folder) = asked.out {
        let mut protected = sources.files();
        protected.extend_from_slice(asked.inputs);
        let made = bytes((asked.formats, asked.marks), &context, &pairs)?;
        let could_not = |error: FileError| file_failure(&error, catalog);
        let names = made.iter().map(|(name, _)| name.as_str());
        files::may_write(folder, names, &protected).map_err(could_not)?;
        // Remembered before it is outside, and not before it can be.
        let survey = found.as_ref().and_then(|found| found.published.as_ref());
        let colleges = perceived.as_ref().map(Leaving::from);
        let leaving: Vec<Leaving<'_>> =
            survey.map(Leaving::from).into_iter().chain(colleges).collect();
        if let Some(memory) = memory.filter(|_| !leaving.is_empty()) {
            memory?.release(&leaving, catalog)?;
        }
        files::write_results(folder, &made, &protected).map_err(could_not)?;
    }
    if asked.json {
        let only = match sector {
            Some(Wanted::Section(section)) => Some(section),
            Some(Wanted::All) | None => None,
        };
        json::results_of(&context, &pairs, only)
    } else {
        Ok(summary(&context, asked.level, sector))
    }
}

/// Bytes of a file of changes of the method, at most.
const MAX_PARAMETERS: u64 = 64 * 1024;

/// What a file changes of the method.
pub fn adjustments(path: &Path, catalog: &Catalog) -> Result<Adjustments, Failure> {
    let bytes = files::read(path, MAX_PARAMETERS).map_err(|error| file_failure(&error, catalog))?;
    adjust::parse(&String::from_utf8_lossy(&bytes)).map_err(|error| {
        let path = path.display().to_string();
        let file = ("file", (&path).into());
        Failure::could_not(match &error {
            AdjustError::Unknown(id) => {
                let known: Vec<&str> = ADJUSTABLE.iter().map(|one| one.id).collect();
                let known = format!("cut, {}", known.join(", "));
                let args = [file, ("id", id.into()), ("known", (&known).into())];
                catalog.with("error-params-unknown", &args)
            }
            AdjustError::OutOfRange { id, least, most } => catalog.with(
                "error-params-range",
                &[file, ("id", id.into()), ("least", least.into()), ("most", most.into())],
            ),
            AdjustError::NotAValue { id, found } => {
                let key = if id == "cut" { "error-params-cut" } else { "error-params-value" };
                catalog.with(key, &[file, ("id", id.into()), ("found", found.into())])
            }
            AdjustError::Malformed { line, column, .. } => {
                let (line, column) = (line.to_string(), column.to_string());
                let args = [file, ("line", (&line).into()), ("column", (&column).into())];
                catalog.with("error-params-malformed", &args)
            }
        })
    })
}

/// The own survey, weighted and understood as the project says.
pub fn surveyed(
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
        groups: &decisions.groups,
        log: memory.as_ref().map_or(&new, |memory| &memory.log),
    };
    inquiry::inquiry(inputs, reference, parameters, &asked)
}

/// The results as files of the given formats: names and bytes.
pub fn bytes(
    (formats, marks): (&[Format], Marks),
    context: &build::Context<'_>,
    pairs: &[Disagreement],
) -> Result<Vec<(String, Vec<u8>)>, Failure> {
    let document = build::document(context);
    let could_not = |error: &dyn std::fmt::Display| Failure::could_not(error.to_string());
    let mut made: Vec<(String, Vec<u8>)> = Vec::new();
    for format in formats {
        match format {
            Format::Json => {
                let text = json::results(context, pairs)?;
                made.push(("bassin.json".to_owned(), text.into_bytes()));
            }
            Format::Xlsx => {
                let bytes = xlsx::workbook(&document, context.catalog)
                    .map_err(|error| could_not(&error))?;
                made.push(("bassin.xlsx".to_owned(), bytes));
            }
            Format::Csv => {
                for table in &document.tables {
                    let bytes = delimited::table(table, context.catalog, marks)
                        .map_err(|e| could_not(&e))?;
                    made.push((delimited::file_name(table), bytes));
                }
                let (name, bytes) = delimited::read_me(&document, context.catalog);
                made.push((name.to_owned(), bytes));
            }
        }
    }
    Ok(made)
}

/// A page for a terminal: totals, then the flagged occupations.
fn summary(context: &build::Context<'_>, level: Option<Level>, sector: Option<Wanted>) -> String {
    let build::Context { results, catalog, .. } = *context;
    let mut out = String::new();
    let _ = writeln!(
        out,
        "{} ({}), {}",
        results.territory.label, results.territory.territory, results.year
    );
    if results.bmo.is_some() {
        let _ = writeln!(out, "{}", totals(context));
    }
    if let Some(coverage) = &results.territory.coverage {
        let _ = writeln!(out, "{}", context.coverage(coverage));
    }
    for compared in &results.comparisons.found {
        let _ = writeln!(out, "{}", against(context, compared));
        let reading = context.benchmark_reading(compared);
        if !reading.is_empty() {
            let _ = writeln!(out, "  {reading}");
        }
        for similar in &compared.similar {
            let why = context.similar_why(similar);
            let _ = writeln!(out, "  {} ({}) — {why}", similar.label, similar.territory);
        }
    }
    for note in results.notes.iter().filter(|note| is_of_files(note) || note.is_of_settings()) {
        let _ = writeln!(out, "{}", context.note(note));
    }
    let missing = missing(results);
    if !missing.is_empty() {
        let _ = writeln!(out, "{}", catalog.text("cli-missing"));
    }
    for one in missing {
        let _ = writeln!(out, "  {}", catalog.text(&format!("missing-{}", one.id())));
    }
    let _ = writeln!(out);
    match sector {
        Some(Wanted::All) => {
            sectors(context, &mut out);
            return out;
        }
        Some(Wanted::Section(section)) => {
            sector::page(context, section, &mut out);
            return out;
        }
        None => {}
    }
    if let Some(level) = level {
        groups(context, level, &mut out);
        return out;
    }
    let key = match (results.programmes.is_empty(), results.bmo) {
        (true, Some(_)) => "cli-list-empty",
        (true, None) => "cli-list-empty-unsurveyed",
        (false, Some(_)) => "cli-list-about",
        (false, None) => "cli-list-about-unsurveyed",
    };
    let _ = writeln!(out, "{}", catalog.text(key));
    let mut under = None;
    for programme in &results.programmes {
        let Some(occupation) =
            results.occupations.iter().find(|found| found.code == programme.occupation)
        else {
            continue;
        };
        // A presumption is in a list of its own (`method.md` §1.11); they come in that order.
        if under != Some(programme.basis) {
            under = Some(programme.basis);
            let key = format!("cli-list-{}", programme.basis.id());
            let _ = writeln!(out, "\n{}", catalog.text(&key));
        }
        let _ = writeln!(
            out,
            "{:>3}. {} {} — {} — {}",
            programme.rank,
            occupation.code.code(),
            occupation.label,
            measured(context, occupation),
            context.lever(occupation),
        );
    }
    if results.bmo.is_none() {
        flows(context, &mut out);
    }
    out
}

/// Offers and job seekers, an occupation a line: what there is to list without a survey of projects.
fn flows(context: &build::Context<'_>, out: &mut String) {
    let Some(table) = build::flows::table(context) else { return };
    let catalog = context.catalog;
    let colon = catalog.text("colon");
    let _ = writeln!(out, "\n{}", table.title);
    for row in &table.rows {
        let told = row.cells.iter().zip(&table.columns);
        let told = told.filter(|(_, column)| column.shown != Shown::File);
        let told = told.map(|(cell, column)| (cell.shown(catalog), column));
        let told = told.filter(|(text, _)| !matches!(text.trim(), "" | "—"));
        let told = told.map(|(text, column)| match column.id {
            "code" | "label" => text,
            _ => format!("{}{colon}{text}", column.title),
        });
        let _ = writeln!(out, "{}", told.collect::<Vec<_>>().join(" — "));
    }
}

/// Projects of the territory, and the share expected difficult.
fn totals(context: &build::Context<'_>) -> String {
    let build::Context { results, catalog, .. } = *context;
    let language = catalog.language();
    let totals = &results.totals.territory;
    let projects = integer(totals.projects.value, language);
    let share = totals.difficult_share;
    let range = percent_range(share.low, share.high, 0, language);
    let point = share.value.map_or_else(|| "—".to_owned(), |share| percent(share, 0, language));
    catalog.with(
        "cli-totals",
        &[
            ("projects", (&projects).into()),
            ("masked", totals.projects.masked_cells.into()),
            ("shown", (&integer(totals.projects.masked_cells.into(), language)).into()),
            ("share", (&point).into()),
            ("range", (&range).into()),
        ],
    )
}

/// Projects and probability; without a survey of them, the official class.
fn measured(context: &build::Context<'_>, occupation: &Occupation) -> String {
    let language = context.catalog.language();
    match (occupation.pressure.probability(), &occupation.anchor) {
        (Some(chance), _) => {
            let projects = shown_projects(&occupation.benchmarks.territory.projects, language);
            format!("{projects} — P {}", probability(chance, language))
        }
        (None, Some(anchor)) => context.anchor_line(anchor),
        (None, None) => context.catalog.text("unsurveyed-no-class"),
    }
}

/// What was made of files that do not say all of themselves, or of two that say the same.
const fn is_of_files(note: &Note) -> bool {
    matches!(
        note,
        Note::YearGiven { .. }
            | Note::DuplicateYear { .. }
            | Note::OtherHirings { .. }
            | Note::Vintages { .. }
            | Note::RepeatedOffers { .. }
            | Note::LikeOffers { .. }
            | Note::CompanyApart { .. }
            | Note::OffersNotAFlow { .. }
            | Note::OffersApart { .. }
            | Note::OtherBorders(_)
            | Note::NoProjects
    )
}

/// The groups of a level, the largest first.
fn groups(context: &build::Context<'_>, level: Level, out: &mut String) {
    let build::Context { results, catalog, .. } = *context;
    let language = catalog.language();
    let mut groups: Vec<_> = results.groups.iter().filter(|group| group.level == level).collect();
    let size = |group: &&Group| group.tally.projects.value;
    groups.sort_by(|a, b| size(b).total_cmp(&size(a)).then(a.code.cmp(&b.code)));
    for group in groups {
        let _ = writeln!(
            out,
            "{:<3} {} — {} — P {} — {} — {}",
            group.code,
            group.label,
            shown_projects(&group.tally.projects, language),
            probability(group.posterior.probability, language),
            catalog.text(&format!("status-{}", group.status.word(group.grade))),
            group.grade,
        );
    }
}

/// Sections: posts of offers, then projects and difficulty, which are an estimate.
fn sectors(context: &build::Context<'_>, out: &mut String) {
    let catalog = context.catalog;
    let found = context.sector_cells();
    if found.is_empty() {
        let _ = writeln!(out, "{}", catalog.text("sector-none"));
        return;
    }
    let _ = writeln!(out, "{}", catalog.text("table-sectors-about"));
    for ((section, code), cell) in found.iter().filter(|((_, code), _)| code.is_none()) {
        let name = context.section(*section);
        let line = sector::line(context, (*section, *code, &name), cell);
        let _ = writeln!(out, "{section}  {line}");
    }
}

/// How many occupations are specific to the territory, against a benchmark.
fn against(context: &build::Context<'_>, compared: &Compared) -> String {
    let count = |id: &str| {
        let found = compared.occupations.values();
        let n = found.filter(|there| specificity(there.quotient.as_ref()) == id).count();
        integer(f64::from(u32::try_from(n).unwrap_or(u32::MAX)), context.catalog.language())
    };
    let least = context.parameters.quotient_minimum();
    let least = integer(least, context.catalog.language());
    context.catalog.with(
        "cli-benchmark",
        &[
            ("name", (&context.benchmark_name(compared)).into()),
            ("code", (&compared.benchmark.to_string()).into()),
            ("more", (&count("more")).into()),
            ("less", (&count("less")).into()),
            ("few", (&count("few")).into()),
            ("masked", (&count("masked")).into()),
            ("least", (&least).into()),
        ],
    )
}

/// Published projects, or the bounds where every cell is masked: never 0.
fn shown_projects(count: &Count, language: Language) -> String {
    if count.only_masked() {
        range(count.low, count.high, 0, language)
    } else {
        integer(count.value, language)
    }
}
