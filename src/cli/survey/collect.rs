//! `bassin survey collect`: filled questionnaires → the tables of one survey, and what was not
//! taken, file by file and cell by cell. The questionnaires themselves are never touched.

use crate::cli::survey::{Setting, folder, write, written};
use crate::cli::{Failure, expand, file_failure, json, reference};
use crate::files;
use crate::format::integer;
use crate::i18n::Catalog;
use crate::readers::kit::{
    Collected, Fault, Key, Known, Outcome, Table, Told, collect, list, to_csv,
};
use crate::reference::questionnaire::Questionnaire;
use crate::words::collection::{self, Line, Nature};
use crate::words::fault;
use serde::Serialize;
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

/// Bytes of a file that is looked at; a kit is far below.
const MAX_FILE: u64 = 64 * 1024 * 1024;
/// Names, SIRET and addresses, in a folder of their own.
const PRIVATE: &str = "prive";
const CONTACTS: &str = "prive/contacts.csv";
/// The invited who are to be asked again, with their addresses.
const REMINDERS: &str = "prive/relances.csv";
/// What became of each file, with cells as they were typed.
const FOLLOWED: &str = "prive/suivi_collecte.csv";

#[derive(Debug, clap::Args)]
pub struct Args {
    /// Filled questionnaires, or folders of them.
    #[arg(required = true)]
    inputs: Vec<PathBuf>,
    /// Folder where the tables are written.
    #[arg(long)]
    out: PathBuf,
    /// Lists of the establishments invited, with their survey number, SIRET or name: those that sent
    /// nothing are rows of the survey, and a list to ask again. A list among the inputs does the same.
    #[arg(long, value_name = "FILES", num_args = 1..)]
    invited: Vec<PathBuf>,
    /// Replaces tables of the same names.
    #[arg(long)]
    force: bool,
    /// Machine-readable report on stdout (docs/json.md).
    #[arg(long)]
    json: bool,
}

/// A file that could not be opened.
#[derive(Serialize)]
struct Unread {
    file: String,
    message: String,
}

pub fn run(args: &Args, setting: Setting<'_>) -> Result<String, Failure> {
    let catalog = setting.catalog;
    let out = folder(&args.out, catalog)?;
    let ours: Vec<PathBuf> = TABLES.iter().map(|name| files::canonical(&out.join(name))).collect();
    let mut paths = expand(&args.inputs, catalog)?;
    // A former collection in the same folder is no answer.
    paths.retain(|path| !ours.contains(&files::canonical(path)));
    let mut unread = Vec::new();
    let mut given: Vec<(String, Vec<u8>)> = Vec::new();
    for (path, name) in paths.iter().zip(names(&paths, &args.inputs)) {
        match files::read(path, MAX_FILE) {
            Ok(bytes) => given.push((name, bytes)),
            Err(error) => {
                let message = catalog.file(error.id(), &error.source.to_string(), &name);
                unread.push(Line::unread(&name, &message));
            }
        }
    }
    let questionnaire =
        Questionnaire::shipped().map_err(|error| Failure::could_not(error.to_string()))?;
    let views: Vec<(&str, &[u8])> =
        given.iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice())).collect();
    let mut known = known(&out.join(CONTACTS), catalog)?;
    for path in &args.invited {
        known = known.with(&invited(path, catalog)?);
    }
    let collected = collect(&views, &known, &questionnaire, &reference()?);
    let lines = collection::lines(&collected, unread, &questionnaire, catalog);
    let report = Report { collected: &collected, lines: &lines, questionnaire: &questionnaire };
    if collected.n_answers == 0 {
        let mut text = report.text(catalog);
        text.push_str(&catalog.text("survey-collect-nothing"));
        return Err(Failure::could_not(text));
    }
    let tables = [
        &collected.establishments,
        &collected.occupations,
        &collected.wishes,
        &collected.contacts,
        &collected.reminders,
        &collection::table(&lines, catalog),
    ];
    let made = TABLES.iter().zip(tables).map(|(name, table)| ((*name).to_owned(), to_csv(table)));
    let made: Vec<(String, Vec<u8>)> = made.collect();
    let sources: Vec<PathBuf> = paths.iter().chain(&args.invited).cloned().collect();
    let paths = write(out, &made, &sources, args.force, catalog)?;
    if args.json {
        return json::text(&report.view(&paths, catalog));
    }
    let mut text = report.text(catalog);
    text.push_str(&written(&paths, catalog));
    text.push_str(&catalog.with("survey-collect-private", &[("file", PRIVATE.into())]));
    text.push('\n');
    Ok(text)
}

const TABLES: [&str; 6] = [
    "enquete_etablissements.csv",
    "enquete_metiers.csv",
    "souhaits_formation.csv",
    CONTACTS,
    REMINDERS,
    FOLLOWED,
];

/// A list of the invited that is named as one.
///
/// # Errors
/// When it cannot be read, or tells nobody.
fn invited(path: &Path, catalog: &Catalog) -> Result<Table, Failure> {
    let bytes = files::read(path, MAX_FILE).map_err(|error| file_failure(&error, catalog))?;
    let file = path.display().to_string();
    let no_list = || catalog.with("survey-collect-no-list", &[("file", (&file).into())]);
    list::read(&bytes).ok_or_else(|| Failure::could_not(no_list()))
}

/// The contacts of the former collection in the same folder.
///
/// # Errors
/// When they are there and cannot be read: identifiers would be given anew without a word.
fn known(path: &Path, catalog: &Catalog) -> Result<Known, Failure> {
    if !files::exists(path) {
        return Ok(Known::default());
    }
    let bytes = files::read(path, MAX_FILE).map_err(|error| file_failure(&error, catalog))?;
    let file = path.display().to_string();
    let no_list = || catalog.with("survey-collect-no-contacts", &[("file", (&file).into())]);
    Known::read(&bytes).ok_or_else(|| Failure::could_not(no_list()))
}

/// The name of each file in the report: within the folder given, or the path as it is where two
/// would have the same.
fn names(paths: &[PathBuf], given: &[PathBuf]) -> Vec<String> {
    let short = |path: &Path| {
        let within = given.iter().find_map(|folder| path.strip_prefix(folder).ok());
        let within = within.filter(|rest| !rest.as_os_str().is_empty()).map(Path::to_owned);
        let alone = || PathBuf::from(path.file_name().unwrap_or(path.as_os_str()));
        within.unwrap_or_else(alone).display().to_string()
    };
    let mut counts: BTreeMap<String, u32> = BTreeMap::new();
    for path in paths {
        *counts.entry(short(path)).or_default() += 1;
    }
    let unique = |path: &PathBuf| {
        let name = short(path);
        if counts.get(&name) == Some(&1) { name } else { path.display().to_string() }
    };
    paths.iter().map(unique).collect()
}

struct Report<'a> {
    collected: &'a Collected,
    lines: &'a [Line],
    questionnaire: &'a Questionnaire,
}

impl Report<'_> {
    fn text(&self, catalog: &Catalog) -> String {
        let mut out = self.counts(catalog);
        for nature in Nature::ALL {
            let mut lines = self.lines.iter().filter(|line| line.nature == nature).peekable();
            if lines.peek().is_some() {
                let title = catalog.text(&format!("collection-title-{}", nature.id()));
                let _ = writeln!(out, "\n{title}");
            }
            for line in lines {
                let _ = writeln!(out, "  {}", line.text(catalog));
            }
        }
        out.push('\n');
        out
    }

    /// Files and what became of them, then rows.
    fn counts(&self, catalog: &Catalog) -> String {
        let collected = self.collected;
        let unread = self.unread().count();
        let number = |n: usize| number(n, catalog);
        let outcomes = || collected.sources.iter().map(|source| &source.outcome);
        let kept = outcomes().filter(|outcome| matches!(outcome, Outcome::Kept { .. })).count();
        let refused = outcomes().filter(|outcome| matches!(outcome, Outcome::Refused(_))).count();
        let wave = if collected.wave.is_empty() { "—" } else { collected.wave.as_str() };
        let files = catalog.with(
            "survey-collect-files",
            &[
                ("wave", wave.into()),
                ("files", (&number(collected.sources.len() + unread)).into()),
                ("kept", (&number(kept)).into()),
                ("duplicates", (&number(collected.duplicates.len())).into()),
                ("replaced", (&number(collected.replaced.len())).into()),
                ("refused", (&number(refused + unread)).into()),
            ],
        );
        let rows = catalog.with(
            "survey-collect-rows",
            &[
                ("establishments", (&number(collected.n_answers)).into()),
                ("occupations", (&number(collected.occupations.rows.len())).into()),
                ("wishes", (&number(collected.wishes.rows.len())).into()),
            ],
        );
        let all = collected.n_answers;
        let ids = catalog.with(
            "survey-collect-ids",
            &[
                ("known", (&number(collected.n_known)).into()),
                ("new", (&number(all.saturating_sub(collected.n_known))).into()),
                ("file", CONTACTS.into()),
            ],
        );
        let mut out = format!("{files}\n{rows}\n{ids}\n");
        if collected.n_missing > 0 {
            let (missing, again) = (collected.n_missing, collected.reminders.rows.len());
            let (missing, again) = (number(missing), number(again));
            let args = [
                ("missing", (&missing).into()),
                ("again", (&again).into()),
                ("file", REMINDERS.into()),
            ];
            let _ = writeln!(out, "{}", catalog.with("survey-collect-missing", &args));
        }
        out
    }

    /// Files that could not be opened.
    fn unread(&self) -> impl Iterator<Item = &Line> {
        self.lines.iter().filter(|line| line.nature == Nature::Unread)
    }

    fn view(&self, paths: &[PathBuf], catalog: &Catalog) -> View {
        let Self { collected, questionnaire, .. } = *self;
        View {
            wave: collected.wave.clone(),
            establishments: collected.n_answers,
            missing: collected.n_missing,
            earlier: collected.n_earlier,
            without_commune: collected.uncounted.clone(),
            occupations: collected.occupations.rows.len(),
            wishes: collected.wishes.rows.len(),
            sources: collected.sources.iter().map(source).collect(),
            unread: self
                .unread()
                .map(|one| Unread { file: one.file.clone(), message: one.message.clone() })
                .collect(),
            rejects: collected
                .rejects
                .iter()
                .map(|one| {
                    let sentence = fault(&one.what, &one.found, questionnaire, catalog);
                    told_view(one, one.what.id(), sentence)
                })
                .collect(),
            mended: collected
                .mended
                .iter()
                .map(|one| {
                    let sentence = catalog.text(&format!("kit-mending-{}", one.what.id()));
                    told_view(one, one.what.id(), sentence)
                })
                .collect(),
            replaced: collected
                .replaced
                .iter()
                .map(|one| ReplacedView {
                    kept: one.kept.clone(),
                    left: one.left.clone(),
                    by: match one.by {
                        Key::Siret => "siret",
                        Key::Number => "number",
                    },
                    answers_changed: one.n_changed,
                    later_by: if one.is_by_name() { "name" } else { "date" },
                })
                .collect(),
            alike: collected
                .alike
                .iter()
                .map(|one| AlikeView { file: one.file.clone(), other: one.other.clone() })
                .collect(),
            known: collected.n_known,
            written: paths.iter().map(|path| path.display().to_string()).collect(),
        }
    }
}

fn number(n: usize, catalog: &Catalog) -> String {
    integer(f64::from(u32::try_from(n).unwrap_or(u32::MAX)), catalog.language())
}

#[derive(Serialize)]
struct View {
    wave: String,
    /// That answered.
    establishments: usize,
    /// Invited, that sent nothing.
    missing: usize,
    earlier: usize,
    /// Files kept that count nowhere.
    without_commune: Vec<String>,
    occupations: usize,
    wishes: usize,
    sources: Vec<SourceView>,
    unread: Vec<Unread>,
    rejects: Vec<ToldView>,
    mended: Vec<ToldView>,
    replaced: Vec<ReplacedView>,
    /// Answers that may be of one establishment, counted as two.
    alike: Vec<AlikeView>,
    /// Establishments that have the identifier of a former collection.
    known: usize,
    written: Vec<String>,
}

#[derive(Serialize)]
struct AlikeView {
    file: String,
    other: String,
}

#[derive(Serialize)]
struct SourceView {
    file: String,
    fingerprint: String,
    version: Option<u32>,
    outcome: &'static str,
    /// The file it repeats, or that took its place.
    of: Option<String>,
    fault: Option<&'static str>,
}

fn source(source: &crate::readers::kit::Source) -> SourceView {
    let (outcome, of, fault) = match &source.outcome {
        Outcome::Kept { .. } => ("kept", None, None),
        Outcome::Duplicate { of } => ("duplicate", Some(of.clone()), None),
        Outcome::Replaced { by } => ("replaced", Some(by.clone()), None),
        Outcome::List { .. } => ("list", None, None),
        Outcome::Refused(fault) => ("refused", None, Some(Fault::id(fault))),
    };
    SourceView {
        file: source.file.clone(),
        fingerprint: source.sha256.clone(),
        version: source.version,
        outcome,
        of,
        fault,
    }
}

#[derive(Serialize)]
struct ToldView {
    file: String,
    sheet: String,
    cell: String,
    question: String,
    found: String,
    kind: &'static str,
    message: String,
}

fn told_view<T>(told: &Told<T>, kind: &'static str, message: String) -> ToldView {
    ToldView {
        file: told.file.clone(),
        sheet: told.sheet.clone(),
        cell: told.cell.clone(),
        question: told.question.clone(),
        found: told.found.clone(),
        kind,
        message,
    }
}

#[derive(Serialize)]
struct ReplacedView {
    kept: String,
    left: String,
    by: &'static str,
    answers_changed: usize,
    /// `name` where both have one date.
    later_by: &'static str,
}
