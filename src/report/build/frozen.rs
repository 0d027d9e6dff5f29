//! Figures of the document as they are kept with a decision: published values with their error,
//! their files and the day, found again by their place in the document of another year.
//!
//! Nothing but cells of the document is kept: what it hides, no decision holds.

use crate::actions::follow::Present;
use crate::analysis::planning::Plan;
use crate::indicators::level;
use crate::model::action::decided::{
    Decided, FigureKey, Fingerprint, FrozenFigure, Spread, WITHHELD,
};
use crate::model::decimal::Decimal;
use crate::model::{Date, Fap, Value};
use crate::report::build::{Context, causes, diagnosis, facts};
use crate::report::citation::{FigureId, Place};
use crate::report::document::{Cell, Document, Row, Table};
use crate::report::provenance::{self, Asked, is_of_plan, is_told};
use crate::report::trace::about;
use crate::secrecy::Published;
use std::collections::BTreeSet;

/// A document with what its figures come from.
#[derive(Clone, Copy)]
pub struct Freezer<'a> {
    pub context: Context<'a>,
    pub document: &'a Document,
    /// The plan that the document holds.
    pub plan: Option<&'a Plan>,
    /// Whether figures of respondents have left the project: else they are not told.
    pub let_out: bool,
}

impl Freezer<'_> {
    /// The figure of a place; `None` where the document has none there.
    pub fn figure(&self, key: &FigureKey) -> Option<FrozenFigure> {
        let table = self.document.table(&key.table)?;
        let row = table.rows.iter().position(|row| row.key == key.row)?;
        let column = table.column(&key.column)?;
        self.at(Place { table, row, column })
    }

    /// The figure of a cell, whatever part of it the cell shows; of a sentence its number, its ends
    /// where the row has them, and its words; `None` for dates and blanks.
    pub fn at(&self, place: Place<'_>) -> Option<FrozenFigure> {
        let Place { table, row, column } = place;
        let (record, column) = (table.rows.get(row)?, table.columns.get(column)?);
        let cell = record.cells.get(place.column)?;
        let results = self.context.results;
        let base = FrozenFigure::blank(Spread::None);
        let mut figure = FrozenFigure {
            key: FigureKey {
                table: table.id.to_owned(),
                row: record.key.clone(),
                column: column.id.to_owned(),
            },
            mark: FigureId::of(table.id, &record.key, column.id).to_string(),
            label: self.label(table.id, &column.title, &about(table, record)),
            territory: results.territory.territory.to_string(),
            occupation: record.occupation.map(|code| code.to_string()),
            year: Some(results.year),
            ..base
        };
        match cell {
            Cell::Whole(count) => figure.value = Some(Decimal::whole(*count)),
            Cell::Figure { figure: published, .. } => fill(&mut figure, published),
            Cell::Said { text, order } if is_told(table.id, column.id, cell) => {
                said(&mut figure, (table, record), (text, *order));
            }
            Cell::Amount { text, value, order, .. } if is_told(table.id, column.id, cell) => {
                said(&mut figure, (table, record), (text, value.or(*order)));
            }
            Cell::Text(text) if WORDS.contains(&(table.id, column.id)) => {
                figure.words.clone_from(text);
            }
            _ => return None,
        }
        let (source, of_respondents) = self.source(place);
        figure.source = source;
        figure.of_respondents = !figure.is_of_respondents()
            && (of_respondents || self.stands_on_answers((table.id, column.id), record));
        if figure.is_of_respondents() && !self.let_out && figure.hidden.is_none() {
            figure = FrozenFigure {
                value: None,
                words: String::new(),
                low: None,
                high: None,
                spread: Spread::None,
                n: None,
                grade: None,
                hidden: Some(WITHHELD.to_owned()),
                ..figure
            };
        }
        Some(figure)
    }

    /// « Projets de recrutement : V0X60 · Aides à domicile »; of the territory, its words alone.
    fn label(&self, table: &str, column: &str, row: &str) -> String {
        if table == facts::ID {
            return row.to_owned();
        }
        self.context.catalog.with("frozen-label", &[("what", column.into()), ("of", row.into())])
    }

    /// The files that it stands on, each once, and whether answers of respondents are in it.
    fn source(&self, place: Place<'_>) -> (String, bool) {
        let Place { table, row, column } = place;
        let record = table.rows.get(row);
        let cell = record.and_then(|record| record.cells.get(column));
        // Words stand on the numbers of their row.
        let places: Vec<usize> = match (record, cell) {
            (Some(record), Some(Cell::Text(_))) => (0..record.cells.len())
                .filter(|at| {
                    let known = table.columns.get(*at).zip(record.cells.get(*at));
                    known.is_some_and(|(column, cell)| is_told(table.id, column.id, cell))
                })
                .collect(),
            _ => vec![column],
        };
        let mut files: BTreeSet<String> = BTreeSet::new();
        let mut of_respondents = false;
        for column in places.iter().copied() {
            let Some(asked) = Asked::at(Place { table, row, column }) else { continue };
            let origin = provenance::of(&self.context, self.plan, &asked);
            files.extend(origin.files.into_iter().map(|file| file.file));
            // Of words, it is told apart whether they are of respondents.
            of_respondents |= origin.of_respondents && !matches!(cell, Some(Cell::Text(_)));
        }
        (files.into_iter().collect::<Vec<_>>().join(", "), of_respondents)
    }

    /// Whether words, or a row of the tables of programmes, stand on the own survey.
    fn stands_on_answers(&self, place: (&str, &str), record: &Row) -> bool {
        const PLANNED: [&str; 3] = ["balances", "candidates", "choice"];
        let results = self.context.results;
        (PLANNED.contains(&place.0) || WORDS.contains(&place))
            && results.stands_on_answers(|code| Some(code) == record.occupation)
    }

    /// What a decision of that day is taken on; places that the document does not have are left
    /// out.
    pub fn decided(&self, keys: &[FigureKey], date: Date, who: &str) -> Decided {
        Decided {
            date,
            who: who.to_owned(),
            figures: keys.iter().filter_map(|key| self.figure(key)).collect(),
            fingerprints: self.files(),
            method: self.context.parameters.changes(),
            edition: self.context.results.fap_version.to_string(),
        }
    }

    /// The files that are loaded, with their content, each once.
    fn files(&self) -> Vec<Fingerprint> {
        let sources = &self.context.results.sources;
        let files: BTreeSet<Fingerprint> = sources
            .iter()
            .filter(|source| !source.file.is_empty())
            .map(|source| Fingerprint {
                file: source.file.clone(),
                sha256: source.fingerprint.clone(),
            })
            .collect();
        files.into_iter().collect()
    }

    /// The figures of these places as they are now.
    pub fn present(&self, keys: &[FigureKey]) -> Present {
        let results = self.context.results;
        let found = keys.iter().filter_map(|key| Some((key.clone(), self.figure(key)?)));
        Present {
            figures: found.collect(),
            year: Some(results.year),
            edition: results.fap_version.to_string(),
            method: self.context.parameters.changes(),
            files: self.files(),
        }
    }
}

/// Words that a decision keeps as they were: verdicts, causes. Those of respondents are none.
const WORDS: [(&str, &str); 4] = [
    ("balances", "verdict"),
    ("balances", "gap-sign"),
    (diagnosis::ID, "diagnosis"),
    (causes::ID, "causes-aggravating"),
];

/// Whether what a decision keeps of this place is words.
pub fn is_words(key: &FigureKey) -> bool {
    WORDS.contains(&(key.table.as_str(), key.column.as_str()))
}

/// Columns of tables of which another one is the figure.
const BESIDE: [&str; 5] = ["-low", "-high", "-value", "-shown", "-span"];

/// Figures of a document that may be chosen: of some occupations in every table, of the territory
/// in its facts; without an occupation, those that the diagnosis ranks by of each. What each is of.
pub fn offered(document: &Document, occupations: &[Fap]) -> Vec<(FigureKey, String)> {
    let mut all: Vec<(FigureKey, String)> = Vec::new();
    for table in document.tables.iter().filter(|table| !is_of_plan(table.id)) {
        let of_territory = table.id == facts::ID;
        let ranked = occupations.is_empty() && table.id == diagnosis::ID;
        let about_them = |row: &&Row| {
            of_territory || ranked || row.occupation.is_some_and(|one| occupations.contains(&one))
        };
        for row in table.rows.iter().filter(about_them) {
            let about = about(table, row);
            for (column, cell) in table.columns.iter().zip(&row.cells) {
                let beside = BESIDE.iter().any(|end| column.id.ends_with(end));
                let is_ranking = ["posterior", "projects", "difficult"].contains(&column.id);
                let wanted =
                    column.id == "gap-3y-span" || (ranked && is_ranking) || (!ranked && !beside);
                if !wanted || !is_told(table.id, column.id, cell) {
                    continue;
                }
                let key = FigureKey {
                    table: table.id.to_owned(),
                    row: row.key.clone(),
                    column: column.id.to_owned(),
                };
                let label = if of_territory {
                    about.clone()
                } else {
                    format!("{} — {about} ({})", column.title, table.title)
                };
                all.push((key, label));
            }
        }
    }
    all
}

/// Level of the intervals of what is drawn, in per cent.
const OF_FLOWS: u8 = 80;

/// What is not drawn, though it has ends: the cheapest and the dearest price are no error.
const NOT_DRAWN: [(&str, &str); 1] = [("candidates", "place-cost")];

/// A sentence on a number: its words, the number, and the ends of its interval where the row has
/// them beside it.
fn said(
    figure: &mut FrozenFigure,
    (table, record): (&Table, &Row),
    (text, order): (&str, Option<f64>),
) {
    text.clone_into(&mut figure.words);
    let base = figure.key.column.strip_suffix("-span").unwrap_or(&figure.key.column).to_owned();
    let beside = |end: &str| {
        let at = table.column(&format!("{base}-{end}"))?;
        Some(match record.cells.get(at)? {
            Cell::Said { order, .. } => order.and_then(Decimal::new),
            Cell::Amount { value, .. } => value.and_then(Decimal::new),
            _ => None,
        })
    };
    figure.value = beside("value").unwrap_or_else(|| order.and_then(Decimal::new));
    if let (Some(Some(low)), Some(Some(high))) = (beside("low"), beside("high"))
        && low != high
        && !NOT_DRAWN.contains(&(table.id, base.as_str()))
    {
        (figure.low, figure.high) = (Some(low), Some(high));
        figure.spread = Spread::Interval(OF_FLOWS);
    }
}

fn fill(figure: &mut FrozenFigure, published: &Published) {
    published.indicator().clone_into(&mut figure.indicator);
    figure.territory = published.territory().to_string();
    figure.unit = Some(published.unit());
    if let Some(hidden) = published.hidden() {
        figure.hidden = Some(hidden.id().to_owned());
        return;
    }
    figure.value = published.point().and_then(Decimal::new);
    figure.n = published.n();
    figure.grade = published.grade();
    figure.spread = match (published.value(), level(published.indicator())) {
        (Value::Unknown | Value::Exact(_), _) => Spread::None,
        (_, Some(level)) => Spread::Interval(level),
        (_, None) => Spread::Masking,
    };
    if figure.spread != Spread::None
        && let Some((low, high)) = published.bounds()
    {
        (figure.low, figure.high) = (Decimal::new(low), Decimal::new(high));
    }
}
