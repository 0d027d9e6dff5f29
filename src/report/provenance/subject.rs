//! What a number is about: where it stands in the document, and what of the results made it.

use crate::analysis::levels::Group;
use crate::analysis::planning::Plan;
use crate::analysis::results::Occupation;
use crate::analysis::series::{Reading, Subject as Followed};
use crate::analysis::validation::Validation;
use crate::flows::balance::Balance;
use crate::indicators::anchor::Cause;
use crate::model::Fap;
use crate::model::action::decided::FrozenFigure;
use crate::model::decimal::Decimal;
use crate::recommend::proposal::Proposal;
use crate::report::build::actions::id;
use crate::report::build::{Comparison, Context, budget, devices, terms, verdicts};
use crate::report::citation::{FigureId, Place};
use crate::report::document::{Cell, Document, Part};
use crate::report::provenance::actions;
use crate::report::provenance::recipes::{self, Count, Part as Of};
use crate::secrecy::Published;

/// A number whose origin is asked. It may be kept while the document is made anew.
#[derive(Clone, Debug, PartialEq)]
pub struct Asked {
    /// Table, key of the row and column; empty for a number that is drawn by itself.
    pub table: &'static str,
    pub key: String,
    pub column: &'static str,
    /// Of the column, as shown.
    pub title: String,
    pub cell: Cell,
    pub occupation: Option<Fap>,
    pub origin: Option<(usize, u32)>,
    /// The document holds it under that name.
    pub is_cited: bool,
}

/// Tables of a document with its plan.
const PLANNED: [&str; 9] = [
    budget::ID,
    "candidates",
    "choice",
    terms::ID,
    devices::ID,
    "levers",
    "unfed",
    "balances",
    verdicts::ID,
];

impl Asked {
    /// A cell of the document; `None` where there is none.
    pub fn at(place: Place<'_>) -> Option<Self> {
        let (row, column) =
            (place.table.rows.get(place.row)?, place.table.columns.get(place.column)?);
        Some(Self {
            table: place.table.id,
            key: row.key.clone(),
            column: column.id,
            title: column.title.clone(),
            cell: row.cells.get(place.column)?.clone(),
            occupation: row.occupation,
            origin: row.origin,
            is_cited: true,
        })
    }

    /// A figure by itself, of an occupation or of a row of a source.
    pub fn of(figure: Published, occupation: Option<Fap>, origin: Option<(usize, u32)>) -> Self {
        let cell = Cell::figure(figure, Part::Whole);
        Self {
            table: "",
            key: String::new(),
            column: "",
            title: String::new(),
            cell,
            occupation,
            origin,
            is_cited: false,
        }
    }

    /// A figure of an occupation, where the document holds it.
    pub fn of_occupation(context: &Context<'_>, figure: Published, code: Fap) -> Self {
        let here = figure.territory() == context.results.territory.territory;
        let around = || {
            let mut all = Comparison::ALL.into_iter();
            match all.find(|one| context.compared(*one) == figure.territory()) {
                Some(Comparison::Department) => "share-department",
                Some(Comparison::Region) => "share-region",
                Some(Comparison::France) => "share-france",
                None => "",
            }
        };
        let (table, column) = match figure.indicator() {
            "projects" => ("diagnostic", "projects-shown"),
            "difficult-projects" => ("diagnostic", "difficult"),
            "seasonal-projects" => ("diagnostic", "seasonal"),
            "difficult-share" if here => ("diagnostic", "share"),
            "difficult-share" => ("diagnostic", around()),
            "difficult-share-posterior" => ("diagnostic", "posterior-shown"),
            "flag-probability" => ("diagnostic", "probability"),
            "pressure-rank" => ("diagnostic", "rank-shown"),
            "survey-projects" => ("causes", "survey-projects"),
            "survey-difficult" => ("causes", "survey-difficult"),
            "survey-training-need" => ("causes", "survey-need"),
            "places-order" => ("programmes", "places-shown"),
            _ => ("", ""),
        };
        Self::of(figure, Some(code), None).named(table, code.code(), column)
    }

    /// The published class of a cause of an occupation.
    pub fn of_cause(figure: Published, code: Fap, cause: Cause) -> Self {
        let columns = [
            "cause-hiring-intensity",
            "cause-training-link",
            "cause-labour-shortage",
            "cause-precariousness",
            "cause-working-conditions",
            "cause-geographic-mismatch",
            "cause-unattractive-pay",
        ];
        let mut columns = columns.into_iter();
        let column = columns.find(|column| column.strip_prefix("cause-") == Some(cause.id()));
        Self::of(figure, Some(code), None).named("causes", code.code(), column.unwrap_or(""))
    }

    /// A figure that a decision keeps, by the key of its row among those of decisions.
    pub fn of_decision(key: String, figure: &FrozenFigure, text: String) -> Self {
        Self {
            table: id::DECIDED,
            key,
            column: "figure-then",
            title: figure.label.clone(),
            cell: Cell::Said { text, order: figure.value.map(Decimal::value) },
            occupation: figure.occupation.as_ref().and_then(|code| code.parse().ok()),
            origin: None,
            is_cited: true,
        }
    }

    /// The same, where a document may hold it.
    #[must_use]
    pub fn named(
        mut self,
        table: &'static str,
        key: impl Into<String>,
        column: &'static str,
    ) -> Self {
        self.table = table;
        self.key = key.into();
        self.column = column;
        self
    }

    /// It stands in a table of the plan.
    pub fn is_of_plan(&self) -> bool {
        PLANNED.contains(&self.table) || actions::is_of_plan(self.table)
    }

    /// The same under the name that it bears in the document; without one where it is not there.
    #[must_use]
    pub fn cited_in(self, document: &Document) -> Self {
        if self.is_of_plan() {
            return Self { is_cited: true, ..self };
        }
        let names = self.names();
        let stands = |(table, key, column): &(&'static str, String, &'static str)| {
            let found = document.table(table);
            found.is_some_and(|table| {
                table.column(column).is_some() && table.rows.iter().any(|row| row.key == *key)
            })
        };
        match names.into_iter().find(stands) {
            Some((table, key, column)) => Self { is_cited: true, ..self.named(table, key, column) },
            None => Self { is_cited: false, ..self },
        }
    }

    /// Where a document may hold it: the window has a row for each scope of the register and a
    /// column for each figure, the document a row for each figure.
    fn names(&self) -> Vec<(&'static str, String, &'static str)> {
        let mut names = vec![(self.table, self.key.clone(), self.column)];
        let wanted = self.column.strip_suffix("-unweighted").unwrap_or(self.column);
        let column = if wanted == self.column { "need-value" } else { "unweighted" };
        match self.table {
            "besoins" | "besoins_secteurs" => {
                names.push((self.table, format!("{}/{wanted}", self.key), column));
            }
            "erreurs" if self.column == "error-figure" => {
                let of = |table| (table, self.key.clone(), "need-value");
                names.extend(["besoins", "besoins_secteurs"].map(of));
            }
            _ => {}
        }
        names
    }

    /// Its short name in the document; `None` where the document does not hold it.
    pub fn id(&self) -> Option<FigureId> {
        self.is_cited.then(|| FigureId::of(self.table, &self.key, self.column))
    }
}

/// What is asked, beside what it is asked of.
#[derive(Clone, Copy)]
pub struct Subject<'a> {
    pub context: Context<'a>,
    pub plan: Option<&'a Plan>,
    pub asked: &'a Asked,
    pub origin: Option<(usize, u32)>,
}

impl<'a> Subject<'a> {
    pub const fn new(context: Context<'a>, plan: Option<&'a Plan>, asked: &'a Asked) -> Self {
        Self { context, plan, asked, origin: asked.origin }
    }

    pub const fn figure(&self) -> Option<&'a Published> {
        match &self.asked.cell {
            Cell::Figure { figure, .. } => Some(figure),
            _ => None,
        }
    }

    /// Of the registry.
    pub const fn indicator(&self) -> Option<&'static str> {
        match &self.asked.cell {
            Cell::Figure { figure, .. } => Some(figure.indicator()),
            Cell::Causes(_) => Some("official-cause-class"),
            _ => None,
        }
    }

    /// What a number is that is no indicator.
    pub fn count(&self) -> Option<Count> {
        match self.asked.cell {
            // What the user gave, of which no file says anything.
            Cell::Whole(_) | Cell::Amount { .. }
                if self.asked.table == budget::ID && self.asked.key.starts_with("given-") =>
            {
                Some(recipes::count("plan-given", "", &[], &[]))
            }
            Cell::Whole(_) if self.asked.table == crate::report::build::facts::ID => {
                Some(recipes::of_fact(&self.asked.key))
            }
            Cell::Whole(_) | Cell::Said { .. } | Cell::Amount { .. } => {
                let own = || recipes::of_column(self.asked.table, self.asked.column);
                self.now().or_else(own)
            }
            _ => None,
        }
    }

    /// Of a plain count beside that of a decision: what it is in its own table.
    fn now(&self) -> Option<Count> {
        let (figure, _) = actions::frozen(self).filter(|_| actions::is_now(self.asked.column))?;
        let key = &figure.key;
        if key.table == crate::report::build::facts::ID {
            return Some(recipes::of_fact(&key.row));
        }
        recipes::of_column(&key.table, &key.column)
    }

    fn key_is(&self, table: &str, key: &str) -> bool {
        self.asked.table == table && self.asked.key == key
    }

    pub fn occupation(&self) -> Option<&'a Occupation> {
        let code = self.asked.occupation?;
        self.context.results.occupations.iter().find(|one| one.code == code)
    }

    /// A row on several occupations together.
    pub fn group(&self) -> Option<&'a Group> {
        let mut groups = self.context.results.groups.iter();
        groups.find(|group| self.key_is("levels", &format!("{}/{}", group.level.id(), group.code)))
    }

    /// The occupations that the row adds up; `None` where that is no list of them.
    pub fn about(&self) -> Option<Vec<&'a Occupation>> {
        let all = &self.context.results.occupations;
        if let Some(one) = self.occupation() {
            return Some(vec![one]);
        }
        if let Some(group) = self.group() {
            return Some(all.iter().filter(|one| group.occupations.contains(&one.code)).collect());
        }
        // A sector holds a part of every occupation.
        (self.asked.table == "sectors").then(|| all.iter().collect())
    }

    /// The figure is of another territory than the one studied.
    pub fn is_elsewhere(&self) -> bool {
        let here = self.context.results.territory.territory;
        self.figure().is_some_and(|figure| figure.territory() != here)
    }

    /// The reading of a past year that a figure tells: of an occupation, a family or a group.
    pub fn before(&self) -> Option<Reading> {
        if let Some(reading) = self.of_series() {
            return Some(reading);
        }
        let figure = self.figure().filter(|one| one.indicator() == "difficult-share-before")?;
        if let Some(occupation) = self.occupation() {
            return occupation.change.before;
        }
        let tracks = self.context.results.series.tracks.iter();
        let named =
            tracks.clone().find(|track| self.key_is("evolution", &of_track(&track.subject)));
        if let Some(track) = named {
            return track.readings.iter().rev().nth(1).copied();
        }
        let mut readings = tracks.filter_map(|track| track.readings.iter().rev().nth(1));
        readings.find(|reading| figure.value() == reading.posterior.shown()).copied()
    }

    /// The reading of a row on one year.
    pub fn of_series(&self) -> Option<Reading> {
        let (subject, year) = self.asked.key.rsplit_once('/')?;
        let series = &self.context.results.series;
        let readings = match (self.asked.table, self.asked.occupation) {
            ("series", Some(code)) => series.occupations.get(&code)?,
            ("series", None) => {
                let mut tracks = series.tracks.iter();
                &tracks.find(|track| of_track(&track.subject) == subject)?.readings
            }
            _ => return None,
        };
        readings.iter().find(|reading| reading.year.to_string() == year).copied()
    }

    /// The pair of years of a row on how far flags are to be trusted.
    pub fn validation(&self) -> Option<&'a Validation> {
        let (years, _) = self.asked.key.split_once('/')?;
        let mut found = self.context.results.validations.iter();
        let named = |one: &&Validation| format!("{}-{}", one.before, one.after) == years;
        found.find(named).filter(|_| self.asked.table == "fiabilite")
    }

    pub fn proposal(&self) -> Option<&'a Proposal> {
        let key = self.asked.key.as_str();
        let id = match self.asked.table {
            "candidates" | "choice" | terms::ID => key,
            // A device of a candidate.
            devices::ID => key.rsplit_once('/')?.0,
            _ => return None,
        };
        self.plan?.proposal(id)
    }

    pub fn balance(&self) -> Option<&'a Balance> {
        self.context.results.balances.get(&self.asked.occupation?)
    }

    /// The source of a row of the table of sources.
    pub fn source(&self) -> Option<usize> {
        let results = self.context.results;
        (0..results.sources.len()).find(|at| {
            let kind = results.sources.get(*at).map(|source| source.kind.id()).unwrap_or_default();
            self.key_is("sources", &format!("{}/{kind}", self.context.source_key(*at)))
        })
    }

    /// Answers to a survey, or of colleges, are in the number: it leaves as they do.
    pub fn is_of_respondents(&self, parts: &[Of]) -> bool {
        let results = self.context.results;
        parts.iter().any(|part| match part {
            Of::Answers | Of::Opinions => true,
            Of::Balance | Of::Candidate => {
                results.stands_on_answers(|code| Some(code) == self.asked.occupation)
            }
            Of::Choice => results.stands_on_answers(|_| true),
            Of::Frozen => actions::kept(self).iter().any(FrozenFigure::is_of_respondents),
            _ => false,
        })
    }
}

/// A family or a group as keys of rows name it.
fn of_track(subject: &Followed) -> String {
    match subject {
        Followed::Family(letter) => format!("family/{letter}"),
        Followed::Group(code) => format!("group/{}", code.code()),
    }
}
