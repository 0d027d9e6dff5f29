//! Figures of the document as they are kept with a decision: published values with their error,
//! their files and the day, found again by their place in the document of another year.
//!
//! Nothing but cells of the document is kept: what it hides, no decision holds.

use crate::actions::follow::{Present, WITHHELD};
use crate::analysis::planning::Plan;
use crate::indicators::level;
use crate::model::action::decided::{Decided, FigureKey, Fingerprint, FrozenFigure, Spread};
use crate::model::decimal::Decimal;
use crate::model::{Date, Value};
use crate::report::build::{Context, facts};
use crate::report::citation::{FigureId, Place};
use crate::report::document::{Cell, Document};
use crate::report::provenance::{self, Asked};
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

    /// The figure of a cell, whatever part of it the cell shows; `None` for words and dates.
    pub fn at(&self, place: Place<'_>) -> Option<FrozenFigure> {
        let Place { table, row, column } = place;
        let (record, column) = (table.rows.get(row)?, table.columns.get(column)?);
        let cell = record.cells.get(place.column)?;
        let results = self.context.results;
        let mut figure = FrozenFigure {
            key: FigureKey {
                table: table.id.to_owned(),
                row: record.key.clone(),
                column: column.id.to_owned(),
            },
            mark: FigureId::of(table.id, &record.key, column.id).to_string(),
            indicator: String::new(),
            label: self.label(table.id, &column.title, &about(table, record)),
            territory: results.territory.territory.to_string(),
            occupation: record.occupation.map(|code| code.to_string()),
            unit: None,
            value: None,
            low: None,
            high: None,
            spread: Spread::None,
            n: None,
            grade: None,
            hidden: None,
            source: String::new(),
            year: Some(results.year),
        };
        match cell {
            Cell::Whole(count) => figure.value = Some(Decimal::whole(*count)),
            Cell::Figure { figure: published, .. } => fill(&mut figure, published),
            _ => return None,
        }
        figure.source = self.source(place);
        if figure.is_of_respondents() && !self.let_out && figure.hidden.is_none() {
            figure = FrozenFigure {
                value: None,
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

    /// The files that it stands on, each once.
    fn source(&self, place: Place<'_>) -> String {
        let Some(asked) = Asked::at(place) else { return String::new() };
        let origin = provenance::of(&self.context, self.plan, &asked);
        let files: BTreeSet<&str> = origin.files.iter().map(|file| file.file.as_str()).collect();
        files.into_iter().collect::<Vec<_>>().join(", ")
    }

    /// What a decision of that day is taken on; places that the document does not have are left
    /// out.
    pub fn decided(&self, keys: &[FigureKey], date: Date, who: &str) -> Decided {
        let sources = &self.context.results.sources;
        let fingerprints: BTreeSet<Fingerprint> = sources
            .iter()
            .filter(|source| !source.file.is_empty())
            .map(|source| Fingerprint {
                file: source.file.clone(),
                sha256: source.fingerprint.clone(),
            })
            .collect();
        Decided {
            date,
            who: who.to_owned(),
            figures: keys.iter().filter_map(|key| self.figure(key)).collect(),
            fingerprints: fingerprints.into_iter().collect(),
            method: self.context.parameters.changes(),
            edition: self.context.results.fap_version.to_string(),
        }
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
        }
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
