//! What a plan is followed by: of achievement, what was done; of result, what changed.

use crate::model::action::Id;
use crate::model::action::decided::{Decided, FigureKey, FrozenFigure};
use crate::model::decimal::Decimal;
use crate::model::{Date, Unit};

/// Indicators of a plan beyond which nobody keeps them up: « une douzaine », said by the field.
pub const MOST: usize = 12;

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Indicator {
    pub id: Id,
    pub name: String,
    pub kind: IndicatorKind,
    pub definition: String,
    /// Where its measures come from.
    pub source: String,
    /// In words: `places`, `%`.
    pub unit: String,
    pub baseline: Option<Decimal>,
    pub baseline_on: Option<Date>,
    pub target: Option<Decimal>,
    pub target_on: Option<Date>,
    pub direction: Direction,
    /// The actor who measures it.
    pub owner: Option<Id>,
    /// Months from one measure to the next; `None`: no rhythm.
    pub every_months: Option<u8>,
    /// The day of the next measure.
    pub next: Option<Date>,
    /// In the order of writing.
    pub measures: Vec<Measure>,
    /// The figure of loaded files that it is measured again by. A share is measured in per cent.
    pub from: Option<FigureKey>,
    /// What that figure was of when the indicator was tied to it: it is measured again by no other.
    pub basis: Option<Basis>,
}

/// What a figure was of on the day that an indicator was tied to it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Basis {
    pub territory: String,
    /// Of the registry of indicators; empty for a plain count.
    pub indicator: String,
    pub unit: Option<Unit>,
    /// As [`Decided::edition`].
    pub edition: String,
    /// As [`Decided::method`].
    pub method: String,
    /// Year of the survey.
    pub year: Option<u16>,
}

impl Basis {
    pub fn of(figure: &FrozenFigure, decided: &Decided) -> Self {
        Self {
            territory: figure.territory.clone(),
            indicator: figure.indicator.clone(),
            unit: figure.unit,
            edition: decided.edition.clone(),
            method: decided.method.clone(),
            year: figure.year,
        }
    }
}

impl Indicator {
    /// The last measure by date, then by writing.
    pub fn latest(&self) -> Option<&Measure> {
        // Of equals, the last one.
        self.measures.iter().max_by_key(|one| one.date)
    }

    /// Days before the day that a measure is due from which it is that measure: half its rhythm, a
    /// month where it has none.
    fn ahead(&self) -> i64 {
        self.every_months.map_or(30, |months| i64::from(months) * 15)
    }

    /// Takes a measure; `on`: the day of writing. The next one is due as many months later as the
    /// rhythm says; without a rhythm, what was due once is done.
    pub fn take(&mut self, measure: Measure, on: Date) {
        // A survey is dated by its year: the next edition comes a rhythm after this one is read.
        let from = if measure.year.is_some() { on } else { measure.date };
        let answers = |due: Date| due.ordinal() - self.ahead() <= from.ordinal();
        if self.next.is_none_or(answers) {
            self.next = self.every_months.and_then(|months| from.months_later(u32::from(months)));
        }
        self.measures.push(measure);
    }

    /// Whether a value is at its target or beyond; `None` without a target.
    pub fn reaches(&self, value: Decimal) -> Option<bool> {
        self.target.map(|target| match self.direction {
            Direction::Up => value >= target,
            Direction::Down => value <= target,
        })
    }
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum IndicatorKind {
    /// What was done: places opened, companies visited.
    #[default]
    Achievement,
    /// What changed: people at work, posts filled.
    Result,
}

impl IndicatorKind {
    pub const ALL: [Self; 2] = [Self::Achievement, Self::Result];

    /// In files, and in the catalogs (`indicator-kind-…`).
    pub const fn id(self) -> &'static str {
        match self {
            Self::Achievement => "achievement",
            Self::Result => "result",
        }
    }

    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.id() == id)
    }
}

/// Which way is better.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Direction {
    #[default]
    Up,
    Down,
}

impl Direction {
    pub const ALL: [Self; 2] = [Self::Up, Self::Down];

    /// In files, and in the catalogs (`direction-…`).
    pub const fn id(self) -> &'static str {
        match self {
            Self::Up => "up",
            Self::Down => "down",
        }
    }

    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.id() == id)
    }
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Measure {
    /// The day that it is of; of a survey, the first of its year.
    pub date: Date,
    pub value: Decimal,
    pub source: String,
    pub note: String,
    /// Year of the survey that gave it; `None`: given by hand.
    pub year: Option<u16>,
    /// The bounds of its interval, with its per cent, where its error is known.
    pub low: Option<Decimal>,
    pub high: Option<Decimal>,
    pub level: Option<u8>,
}

impl Measure {
    pub const fn by_hand(date: Date, value: Decimal, source: String, note: String) -> Self {
        Self { date, value, source, note, year: None, low: None, high: None, level: None }
    }
}
