//! What a chart draws: cells of the document, and nothing that is not one.

use crate::flows::spread::Span;
use crate::i18n::Catalog;
use crate::indicators;
use crate::model::{Grade, Unit, Value};
use crate::report::citation::FigureId;
use crate::report::document::{Cell, Part};
use crate::report::paper::cite::Citing;
use crate::secrecy::Published;

/// A cell by its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Spot<'a> {
    pub table: &'a str,
    pub key: &'a str,
    pub column: &'a str,
}

impl<'a> Spot<'a> {
    pub const fn new(table: &'a str, key: &'a str, column: &'a str) -> Self {
        Self { table, key, column }
    }
}

/// What of a cell is drawn.
#[derive(Clone, Debug, PartialEq)]
pub enum Reading {
    /// A point where there is a value, a bar where there are bounds; an end without bound is open.
    Span(Span),
    /// Masked, hidden or not known: why, and no shape.
    Words(String),
}

/// A figure of the document, ready to be drawn.
#[derive(Clone, Debug, PartialEq)]
pub struct Datum {
    pub id: FigureId,
    /// As its cell reads.
    pub shown: String,
    pub reading: Reading,
    /// Presumed from the rung above rather than told by own data.
    pub is_presumed: bool,
    pub unit: Option<Unit>,
    pub source: Option<&'static str>,
}

impl Datum {
    /// The figure of a cell; `None` where there is no such cell, or it holds no figure.
    pub fn of(citing: &Citing<'_>, spot: Spot<'_>) -> Option<Self> {
        let cell = citing.cell(spot.table, spot.key, spot.column)?;
        let shown = cell.shown(citing.catalog);
        let id = FigureId::of(spot.table, spot.key, spot.column);
        match cell {
            Cell::Figure { figure, .. } => {
                // A cell for a point has nothing where only bounds are known.
                let bounds = || Cell::figure(*figure, Part::Whole).shown(citing.catalog);
                let shown = if shown.is_empty() { bounds() } else { shown };
                Some(Self {
                    id,
                    reading: reading(figure, &shown, citing.catalog),
                    shown,
                    is_presumed: figure.grade() == Some(Grade::C),
                    unit: Some(figure.unit()),
                    source: source(figure.indicator()),
                })
            }
            Cell::Whole(count) => {
                let value = Some(f64::from(*count));
                let reading = Reading::Span(Span { value, low: value, high: value });
                Some(Self { id, shown, reading, is_presumed: false, unit: None, source: None })
            }
            _ => None,
        }
    }

    /// A span of which the document shows the whole in words, and each end in a cell of its own;
    /// an end whose cell is blank is open.
    pub fn spanned(citing: &Citing<'_>, whole: Spot<'_>, ends: [&str; 3]) -> Option<Self> {
        let cell = citing.cell(whole.table, whole.key, whole.column)?;
        let [value, low, high] =
            ends.map(|column| match citing.cell(whole.table, whole.key, column)? {
                Cell::Said { order, .. } => *order,
                Cell::Amount { value, .. } => *value,
                Cell::Figure { figure, .. } if figure.hidden().is_some() => None,
                cell => cell.number(),
            });
        let shown = cell.shown(citing.catalog);
        let reading = if value.is_none() && low.is_none() && high.is_none() {
            Reading::Words(words(&shown, citing.catalog))
        } else {
            Reading::Span(Span { value, low, high })
        };
        Some(Self {
            id: FigureId::of(whole.table, whole.key, whole.column),
            shown,
            reading,
            is_presumed: false,
            unit: None,
            source: None,
        })
    }

    pub const fn span(&self) -> Option<Span> {
        match self.reading {
            Reading::Span(span) => Some(span),
            Reading::Words(_) => None,
        }
    }

    pub const fn value(&self) -> Option<f64> {
        match self.reading {
            Reading::Span(span) => span.value,
            Reading::Words(_) => None,
        }
    }

    /// What is written of it: the figure, or why there is none.
    pub fn said(&self) -> &str {
        match &self.reading {
            Reading::Span(_) => &self.shown,
            Reading::Words(words) => words,
        }
    }
}

pub(super) fn source(indicator: &str) -> Option<&'static str> {
    indicators::ALL.iter().find(|one| one.id == indicator).map(|one| one.source)
}

fn reading(figure: &Published, shown: &str, catalog: &Catalog) -> Reading {
    if figure.hidden().is_some() {
        return Reading::Words(shown.to_owned());
    }
    let span = |value, (low, high)| Reading::Span(Span { value, low: Some(low), high: Some(high) });
    match figure.value() {
        Value::Unknown => Reading::Words(words(shown, catalog)),
        Value::Masked { .. } => {
            Reading::Words(catalog.with("chart-masked", &[("bounds", shown.into())]))
        }
        Value::Exact(value) => span(Some(value), (value, value)),
        Value::Interval { value, low, high } => span(Some(value), (low, high)),
        Value::RangeOnly { low, high } => span(None, (low, high)),
    }
}

/// A dash says that nothing is known: in a picture, in words.
fn words(shown: &str, catalog: &Catalog) -> String {
    match shown.trim() {
        "" | "—" => catalog.text("chart-unknown"),
        said => said.to_owned(),
    }
}
