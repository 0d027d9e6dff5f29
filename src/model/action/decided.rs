//! What a decision was taken on: figures as they were published that day, with their error, and the
//! fingerprints of the files. They stay whatever becomes of the files.

use crate::model::decimal::Decimal;
use crate::model::{Date, Grade, Unit};

/// A cell of the document of an analysis: the same from one year to the next.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FigureKey {
    pub table: String,
    pub row: String,
    pub column: String,
}

/// What the bounds of a figure are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Spread {
    /// It has none: its error is not published.
    None,
    /// What masked cells leave open: certain, and silent on the error of the survey.
    Masking,
    /// An interval of so many per cent.
    Interval(u8),
}

/// A published figure as it was on a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FrozenFigure {
    pub key: FigureKey,
    /// As printed beside it: `K7Q2XA-9F`.
    pub mark: String,
    /// Of the registry of indicators; empty for a plain count.
    pub indicator: String,
    /// What it is of, in words.
    pub label: String,
    /// Typed code of the territory that it is of.
    pub territory: String,
    /// Typed code of the occupation that it is of.
    pub occupation: Option<String>,
    /// `None` for a plain count of rows.
    pub unit: Option<Unit>,
    pub value: Option<Decimal>,
    /// What it says where it is words: a verdict, causes.
    pub words: String,
    pub low: Option<Decimal>,
    pub high: Option<Decimal>,
    pub spread: Spread,
    pub n: Option<u32>,
    pub grade: Option<Grade>,
    /// Why it is not shown, by its identifier: a hidden figure holds nothing else.
    pub hidden: Option<String>,
    /// Whether answers of respondents are in it, where its indicator does not say so.
    pub of_respondents: bool,
    /// Files that it comes from.
    pub source: String,
    /// Year of the survey.
    pub year: Option<u16>,
}

/// [`FrozenFigure::hidden`] of a figure of respondents that had not left the project.
pub const WITHHELD: &str = "withheld";

impl FrozenFigure {
    /// Of respondents, and not out of the project when it was looked up: nothing of it is kept.
    pub fn is_withheld(&self) -> bool {
        self.hidden.as_deref() == Some(WITHHELD)
    }

    /// Of nothing, without a number.
    pub const fn blank(spread: Spread) -> Self {
        Self {
            key: FigureKey { table: String::new(), row: String::new(), column: String::new() },
            mark: String::new(),
            indicator: String::new(),
            label: String::new(),
            territory: String::new(),
            occupation: None,
            unit: None,
            value: None,
            words: String::new(),
            low: None,
            high: None,
            spread,
            n: None,
            grade: None,
            hidden: None,
            of_respondents: false,
            source: String::new(),
            year: None,
        }
    }

    /// Computed from answers of respondents: shown, it has left the project.
    pub fn is_of_respondents(&self) -> bool {
        let told = ["need-", "survey-", "perception-"];
        self.of_respondents || told.iter().any(|start| self.indicator.starts_with(start))
    }

    /// The bounds of an interval, with its level; `None` where the error is not known.
    pub const fn interval(&self) -> Option<(Decimal, Decimal, u8)> {
        match (self.low, self.high, self.spread) {
            (Some(low), Some(high), Spread::Interval(level)) => Some((low, high, level)),
            _ => None,
        }
    }
}

/// What an action was decided on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decided {
    pub date: Date,
    pub who: String,
    pub figures: Vec<FrozenFigure>,
    pub fingerprints: Vec<Fingerprint>,
    /// Changes of the method under which the figures were computed, in one text; empty: the method
    /// as it comes.
    pub method: String,
    /// Edition of the codes of occupations: figures of another are of other occupations, even where
    /// their codes, their groups or their families are written the same.
    pub edition: String,
}

impl Decided {
    /// Without a figure.
    pub const fn nothing(date: Date) -> Self {
        Self {
            date,
            who: String::new(),
            figures: Vec::new(),
            fingerprints: Vec::new(),
            method: String::new(),
            edition: String::new(),
        }
    }
}

/// A file, and its content that day.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Fingerprint {
    pub file: String,
    pub sha256: String,
}
