//! What a plan is followed by: of achievement, what was done; of result, what changed.

use crate::model::Date;
use crate::model::action::Id;
use crate::model::action::decided::FigureKey;
use crate::model::decimal::Decimal;

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
}

impl Indicator {
    /// The last measure by date, then by writing.
    pub fn latest(&self) -> Option<&Measure> {
        // Of equals, the last one.
        self.measures.iter().max_by_key(|one| one.date)
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
    pub date: Date,
    pub value: Decimal,
    pub source: String,
    pub note: String,
}
