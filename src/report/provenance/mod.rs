//! "Where does this figure come from?": files and rows of them, formula, parameters, questions and
//! weights of a survey, rounding, secrecy. No number of a document is without an answer.

mod actions;
mod computed;
mod files;
mod formula;
mod recipes;
mod subject;
mod survey;

pub use actions::is_of_plan;
pub use files::{Extent, File};
pub use subject::Asked;

use crate::analysis::planning::Plan;
use crate::format;
use crate::i18n::Catalog;
use crate::indicators::{ALL, Indicator};
use crate::model::{Date, Grade, Unit};
use crate::report::build::{Context, company};
use crate::report::document::{Cell, Form, whole};
use crate::report::provenance::recipes::Recipe;
use crate::report::provenance::subject::Subject;
use std::fmt::Write as _;

/// A parameter of the method behind a number.
#[derive(Clone, Debug, PartialEq)]
pub struct Used {
    /// As in the table of the method.
    pub id: String,
    pub name: String,
    pub value: f64,
    /// The value of the method, where the user changed it.
    pub default: Option<f64>,
    pub since: Date,
    pub source: String,
}

impl Used {
    fn text(&self, catalog: &Catalog) -> String {
        let language = catalog.language();
        let source = crate::words::source(&self.source, catalog);
        let source = match self.default {
            Some(default) => catalog.with(
                "parameter-by-user",
                &[
                    ("default", (&format::raw(default, language)).into()),
                    ("source", (&source).into()),
                ],
            ),
            None => source,
        };
        catalog.with(
            "provenance-parameter",
            &[
                ("id", (&self.id).into()),
                ("name", (&self.name).into()),
                ("value", (&format::raw(self.value, language)).into()),
                ("date", (&format::date(self.since, language)).into()),
                ("source", (&source).into()),
            ],
        )
    }
}

/// The answer: its parts, and the same in lines.
#[derive(Clone, Debug, PartialEq)]
pub struct Provenance {
    /// Name of the indicator, or of the column.
    pub title: String,
    /// As shown.
    pub value: String,
    pub definition: String,
    /// In symbols.
    pub formula: Option<String>,
    /// The formula with its numbers, or what they were taken from.
    pub computed: Option<String>,
    pub files: Vec<File>,
    pub parameters: Vec<Used>,
    /// As respondents read them.
    pub questions: Vec<String>,
    /// Label and text.
    pub weights: Vec<(String, String)>,
    pub rounding: String,
    /// Why it is hidden, where it is, then the rule.
    pub secrecy: Vec<String>,
    /// Who publishes what it is made of.
    pub source: Option<String>,
    /// Label and text, in the order of reading.
    pub lines: Vec<(String, String)>,
    /// Of respondents: copied or printed, it has left.
    pub of_respondents: bool,
}

impl Provenance {
    /// The same without what only a release tells of respondents.
    #[must_use]
    pub fn withheld(mut self, catalog: &Catalog) -> Self {
        let told = ["computed", "base", "confidence", "masked", "weights"];
        let told = told.map(|line| catalog.text(&format!("provenance-{line}")));
        self.value = catalog.text("trace-not-left");
        self.computed = None;
        self.weights.clear();
        self.questions.clear();
        self.secrecy.clear();
        self.lines.retain(|(label, _)| !told.contains(label));
        self
    }

    /// The answer as text, for the clipboard.
    pub fn text(&self) -> String {
        let mut out = format!("{}\t{}\n", self.title, self.value);
        for (label, text) in &self.lines {
            let _ = writeln!(out, "{label}\t{text}");
        }
        out
    }
}

/// Whether a cell holds a number whose origin is told.
pub fn is_told(table: &str, column: &str, cell: &Cell) -> bool {
    match cell {
        Cell::Figure { .. } => true,
        Cell::Causes(causes) => !causes.is_empty(),
        Cell::Blank | Cell::Text(_) | Cell::Date(_) | Cell::Amount { form: Form::Year, .. } => {
            false
        }
        Cell::Whole(_) | Cell::Said { .. } | Cell::Amount { .. } => {
            recipes::of_column(table, column).is_some()
        }
    }
}

/// Where a number comes from. `plan`: the one that tables of programmes were made of.
pub fn of(context: &Context<'_>, plan: Option<&Plan>, asked: &Asked) -> Provenance {
    let subject = Subject::new(*context, plan, asked);
    let catalog = context.catalog;
    let indicator = subject.indicator();
    let known = indicator.and_then(|id| ALL.iter().find(|one| one.id == id));
    let count = subject.count();
    let recipe = match (indicator.and_then(recipes::of_indicator), count) {
        (Some(recipe), _) => recipe,
        (None, Some(count)) => count.recipe,
        (None, None) => Recipe::NONE,
    };
    let of_respondents = subject.is_of_respondents(recipe.parts);
    let title = match indicator {
        Some(id) => catalog.text(&format!("indicator-{id}-name")),
        None => asked.title.clone(),
    };
    let definition = match (indicator, count) {
        (Some(id), _) => catalog.text(&format!("indicator-{id}-definition")),
        (None, Some(count)) => catalog.text(&format!("number-{}", count.id)),
        (None, None) => catalog.text("number-words"),
    };
    let formula = match (known, count) {
        (Some(known), _) => Some(known.formula.to_owned()),
        (None, count) => count
            .filter(|count| !count.formula.is_empty())
            .map(|count| formula::said(count.formula, catalog)),
    };
    let asked_as = known.filter(|_| of_respondents);
    let weights = match (indicator, count) {
        _ if !of_respondents => Vec::new(),
        (Some(id), _) => survey::weights(&subject, id),
        (None, count) if count.is_some_and(|one| one.id == "weights") => {
            survey::weights(&subject, "")
        }
        (None, _) => Vec::new(),
    };
    let mut told = Provenance {
        title,
        value: asked.cell.shown(catalog),
        definition,
        formula,
        computed: computed::of(&subject),
        files: files::of(&subject, recipe.parts),
        parameters: parameters(&subject, recipe),
        questions: asked_as.map(|one| survey::questions(&subject, one)).unwrap_or_default(),
        weights,
        rounding: catalog
            .text(&format!("provenance-rounded-{}", rounding(asked.table, &asked.cell))),
        secrecy: survey::secrecy(&subject, of_respondents),
        source: known.map(|one| one.source.to_owned()),
        lines: Vec::new(),
        of_respondents,
    };
    if let Cell::Figure { figure, .. } = &asked.cell {
        told.value = match figure.hidden() {
            Some(hidden) => catalog.text(&format!("hidden-{}", hidden.id())),
            None => whole(figure, catalog),
        };
    }
    told.lines = lines(&subject, &told, known);
    told
}

fn parameters(subject: &Subject<'_>, recipe: Recipe) -> Vec<Used> {
    let context = &subject.context;
    let values = context.parameters.values();
    let own = match subject.asked.key.split_once('/') {
        Some(("parameter", id)) if subject.asked.table == "methode" => Some(id),
        _ => None,
    };
    let similar = subject.asked.key.split('/').next() == Some("similar")
        && matches!(subject.asked.table, "comparison" | "benchmarks");
    let similar: &[&str] =
        if similar { &["similar_structure", "similar_volume", "similar_count"] } else { &[] };
    let names =
        recipe.parameters().map(|id| -> &str { id }).chain(similar.iter().copied()).chain(own);
    let used = names.filter_map(|id| {
        let parameter = values.get(id)?;
        Some(Used {
            id: id.to_owned(),
            name: context.catalog.text(&format!("parameter-{}", id.replace('_', "-"))),
            value: parameter.value,
            default: parameter.default,
            since: parameter.since,
            source: parameter.source.clone(),
        })
    });
    used.collect()
}

/// Tables whose figures are rounded to what their error leaves, in files too.
const OF_RESPONDENTS: [&str; 5] =
    ["besoins", "besoins_secteurs", "causes_citees", "causes_citees_secteurs", "questions"];

/// How a number is rounded when it is shown: end of a key of the catalogs.
fn rounding(table: &str, cell: &Cell) -> &'static str {
    match cell {
        // Where respondents could be found by its digits, a file has no more of them than paper.
        Cell::Figure { .. } if OF_RESPONDENTS.contains(&table) => "respondents",
        Cell::Figure { figure, .. } => match figure.unit() {
            Unit::Probability => "probability",
            unit if unit.is_share() => "percent",
            Unit::StandardScore | Unit::PostsPerSeeker | Unit::Kappa | Unit::Ratio => "hundredth",
            Unit::CandidatesPerPost | Unit::PerEstablishment => "tenth",
            Unit::DifferenceOfShares => "point",
            _ => "whole",
        },
        Cell::Said { .. } | Cell::Amount { .. } => "said",
        _ => "exact",
    }
}

fn lines(
    subject: &Subject<'_>,
    told: &Provenance,
    known: Option<&Indicator>,
) -> Vec<(String, String)> {
    let context = &subject.context;
    let catalog = context.catalog;
    let mut lines: Vec<(String, String)> = Vec::new();
    let mut say = |key: &str, text: String| lines.push((catalog.text(key), text));
    if let Some(id) = subject.asked.id() {
        say("provenance-id", id.to_string());
    }
    say("column-definition", told.definition.clone());
    if let Some(figure) = subject.figure() {
        say("provenance-unit", catalog.text(&format!("unit-{}", figure.unit().id())));
        say("provenance-territory", territory(subject));
    }
    if let Some(formula) = &told.formula {
        say("provenance-formula", formula.clone());
    }
    if let Some(computed) = &told.computed {
        say("provenance-computed", computed.clone());
    }
    if let Some(base) = base(subject, told.of_respondents) {
        say("provenance-base", base);
    }
    if let Some(figure) = subject.figure() {
        if figure.is_below_bounds() {
            say("provenance-masked", catalog.text("figure-published-why"));
        }
        if let Some(grade) = figure.grade() {
            let key = match grade {
                Grade::A => "grade-a",
                Grade::B => "grade-b",
                Grade::C => "grade-c",
            };
            say("provenance-confidence", catalog.text(key));
        }
    }
    for file in &told.files {
        say("provenance-files", file.text(catalog));
    }
    if told.files.is_empty() {
        let key = if actions::is_of_plan(subject.asked.table) {
            "provenance-plan"
        } else if subject.asked.table == company::ID {
            "provenance-company-file"
        } else if told.parameters.is_empty() {
            "provenance-no-file"
        } else {
            "provenance-no-file-parameters"
        };
        say("provenance-files", catalog.text(key));
    }
    for question in &told.questions {
        say("provenance-question", question.clone());
    }
    for (label, text) in &told.weights {
        say("provenance-weights", format!("{label}{}{text}", catalog.text("colon")));
    }
    for used in &told.parameters {
        say("provenance-parameters", used.text(catalog));
    }
    say("provenance-rounding", told.rounding.clone());
    for rule in &told.secrecy {
        say("provenance-secrecy", rule.clone());
    }
    if let Some(source) = &told.source {
        say("provenance-source", crate::words::source(source, catalog));
    }
    if let Some(known) = known {
        say("column-nulls", catalog.text(&format!("indicator-{}-nulls", known.id)));
    }
    lines
}

/// Where and when: « Bassin d’Aurillac (be:8450), 2024 ».
fn territory(subject: &Subject<'_>) -> String {
    let context = &subject.context;
    let Some(figure) = subject.figure() else { return String::new() };
    let territory = figure.territory();
    let place = context.reference.label(territory).map(str::to_owned).unwrap_or_default();
    let here = &context.results.territory;
    let compared = context.results.comparisons.found.iter();
    let place = if territory == here.territory {
        here.label.clone()
    } else {
        // A benchmark may be of the user's own making: the lists do not name it.
        let mut compared = compared.filter(|compared| compared.territory == territory);
        compared.next().map_or(place, |compared| context.benchmark_name(compared))
    };
    let year = subject.before().map_or(context.results.year, |one| one.year);
    format!("{place} ({territory}), {year}")
}

/// Cells read, or answers.
fn base(subject: &Subject<'_>, of_respondents: bool) -> Option<String> {
    let catalog = subject.context.catalog;
    let figure = subject.figure()?;
    let number = |n: u32| format::integer(f64::from(n), catalog.language());
    let n = number(figure.n()?);
    let masked = number(figure.masked_cells());
    let key = match figure.indicator() {
        "survey-perception" | "perception-gap" => "provenance-n-respondents",
        "flag-precision" | "flag-recall" | "flag-kappa" | "projects-median" => {
            "provenance-n-occupations"
        }
        // A level, of the whole survey.
        "share-cut" => return None,
        _ if of_respondents => "provenance-n-answers",
        _ => "provenance-n",
    };
    Some(catalog.with(key, &[("n", (&n).into()), ("masked", (&masked).into())]))
}
