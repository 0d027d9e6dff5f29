//! Figures become `Published` here and nowhere else: exporters and the clipboard take no other.
//!
//! Figures of public files pass as they are, their producer has already masked what must be.
//! Figures of our own respondents pass only with enough of them, none of whom dominates
//! (`method.md` §4, after Insee's rules on enterprise data).

pub mod attack;
pub mod changes;
pub mod goals;
pub mod identity;
mod implied;
pub mod joint;
pub mod journal;
pub mod key;
mod lp;
mod moves;
pub mod primary;
pub mod protect;
mod relations;
pub mod rounding;
mod search;
pub mod siphash;
pub mod table;
mod union;

#[cfg(test)]
mod attacker_tests;
#[cfg(test)]
mod basin_tests;
#[cfg(test)]
mod exact_tests;
#[cfg(test)]
mod journal_tests;
#[cfg(test)]
mod world;

use crate::model::{Figure, Grade, Origin, Territory, Unit, Value};
use crate::secrecy::journal::Fate;
use crate::secrecy::primary::Reason;

/// Thresholds; values, dates and sources in `assets/params/method.ron`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Rules {
    /// Fewer respondents than this: not shown.
    pub least_respondents: u32,
    /// The largest respondent makes more than this share of the total, 0–1: not shown.
    pub dominance: f64,
    /// Fewer natural persons than this: not shown.
    pub least_persons: u32,
    /// Fewer respondents than this behind a share of none or of all: not shown.
    pub least_base: u32,
}

impl Rules {
    /// The published values.
    pub const PUBLISHED: Self = {
        let of = primary::Asked::PUBLISHED;
        Self {
            least_respondents: of.least_units,
            dominance: of.dominance,
            least_persons: of.least_persons,
            least_base: of.least_base,
        }
    };

    /// The same as thresholds of the primary rules, never looser than the published ones.
    pub fn thresholds(self) -> primary::Thresholds {
        let published = primary::Asked::PUBLISHED;
        let asked = primary::Asked {
            least_units: self.least_respondents.max(published.least_units),
            dominance: self.dominance.min(published.dominance),
            least_persons: self.least_persons.max(published.least_persons),
            least_base: self.least_base.max(published.least_base),
        };
        primary::Thresholds::new(asked).unwrap_or_default()
    }
}

/// Why a figure is not shown, as far as it may be said: a reason of their own for figures that
/// differ too little from an earlier one would tell which of them a new respondent is in, one for
/// answers that are all the same what they are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Hidden {
    TooFewRespondents,
    OneDominates,
    /// By itself, with what is shown beside or with what has left before, it would tell too much of
    /// one or of a few: too few persons, one side of a share made of few, all the same among few, a
    /// hidden figure found from it, a difference with an earlier one.
    TellsTooMuch,
    /// Identifiers mean other respondents than when figures left: it cannot be compared with them.
    RespondentsUnknown,
    /// An answer to which the rules do not apply.
    Unusable,
    /// It was not asked for when the export was decided on.
    NotAsked,
}

impl Hidden {
    pub const ALL: [Self; 6] = [
        Self::TooFewRespondents,
        Self::OneDominates,
        Self::TellsTooMuch,
        Self::RespondentsUnknown,
        Self::Unusable,
        Self::NotAsked,
    ];

    /// Key of its words in the catalogs: `hidden-…`.
    pub const fn id(self) -> &'static str {
        match self {
            Self::TooFewRespondents => "too-few",
            Self::OneDominates => "dominates",
            Self::TellsTooMuch => "tells-too-much",
            Self::RespondentsUnknown => "respondents-unknown",
            Self::Unusable => "unusable",
            Self::NotAsked => "not-asked",
        }
    }

    /// Why a figure of this fate is hidden; `None` for one that is shown, and for one without any
    /// answer, which tells nothing of anyone.
    pub const fn from_fate(fate: &Fate) -> Option<Self> {
        match fate {
            Fate::Shown | Fate::Empty => None,
            Fate::Unwanted => Some(Self::NotAsked),
            Fate::Primary(reason) => Some(Self::from_reason(*reason)),
            Fate::Difference { .. } | Fate::Secondary => Some(Self::TellsTooMuch),
            Fate::Unknown => Some(Self::RespondentsUnknown),
        }
    }

    pub const fn from_reason(reason: Reason) -> Self {
        match reason {
            Reason::TooFewUnits { .. } => Self::TooFewRespondents,
            Reason::OneDominates => Self::OneDominates,
            Reason::TooFewPersons { .. }
            | Reason::AllOfAKind { .. }
            | Reason::FewOnOneSide { .. } => Self::TellsTooMuch,
            Reason::Unusable => Self::Unusable,
        }
    }
}

/// A figure that may leave the program. A hidden one holds neither value nor base.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Published {
    figure: Figure,
    hidden: Option<Hidden>,
}

impl Published {
    pub const fn indicator(&self) -> &'static str {
        self.figure.indicator
    }

    pub const fn territory(&self) -> Territory {
        self.figure.territory
    }

    pub const fn unit(&self) -> Unit {
        self.figure.unit
    }

    pub const fn value(&self) -> Value {
        self.figure.value
    }

    /// Cells or answers behind the value; `None` when hidden.
    pub const fn n(&self) -> Option<u32> {
        match self.hidden {
            Some(_) => None,
            None => Some(self.figure.n),
        }
    }

    pub const fn masked_cells(&self) -> u32 {
        self.figure.masked_cells
    }

    pub const fn grade(&self) -> Option<Grade> {
        self.figure.grade
    }

    pub const fn hidden(&self) -> Option<Hidden> {
        self.hidden
    }

    /// The point value, where there is one.
    pub const fn point(&self) -> Option<f64> {
        match self.figure.value {
            Value::Exact(value) | Value::Interval { value, .. } => Some(value),
            Value::Unknown | Value::Masked { .. } | Value::RangeOnly { .. } => None,
        }
    }

    /// The published sum lies below its own bounds ([`Value::is_below_bounds`]).
    pub const fn is_below_bounds(&self) -> bool {
        self.figure.value.is_below_bounds()
    }

    /// The bounds; an exact value is its own bound.
    pub const fn bounds(&self) -> Option<(f64, f64)> {
        match self.figure.value {
            Value::Exact(value) => Some((value, value)),
            Value::Interval { low, high, .. }
            | Value::Masked { low, high }
            | Value::RangeOnly { low, high } => Some((low, high)),
            Value::Unknown => None,
        }
    }
}

/// What may be shown of a figure.
pub fn publish(figure: &Figure, rules: Rules) -> Published {
    let hidden = match figure.origin {
        Origin::Respondents { n, .. } if n < rules.least_respondents => {
            Some(Hidden::TooFewRespondents)
        }
        Origin::Respondents { largest_share, .. } if largest_share > rules.dominance => {
            Some(Hidden::OneDominates)
        }
        Origin::Public | Origin::Respondents { .. } => None,
    };
    let figure = if hidden.is_some() { emptied(figure) } else { *figure };
    Published { figure, hidden }
}

/// What may be shown of a figure of respondents, as an export was decided on
/// ([`journal::decide`]): the primary rules, those it covers, and what has left before.
pub fn publish_decided(figure: &Figure, fate: &Fate) -> Published {
    let hidden = Hidden::from_fate(fate);
    let figure = match fate {
        Fate::Shown => *figure,
        _ => emptied(figure),
    };
    Published { figure, hidden }
}

/// The figure without what could tell of anyone.
const fn emptied(figure: &Figure) -> Figure {
    Figure {
        value: Value::Unknown,
        n: 0,
        masked_cells: 0,
        grade: None,
        origin: Origin::Public,
        ..*figure
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const RULES: Rules = Rules::PUBLISHED;

    fn respondents(cells: &[f64]) -> Figure {
        let sum: f64 = cells.iter().sum();
        Figure {
            indicator: "survey-projects",
            territory: Territory::France,
            value: Value::Exact(sum),
            unit: Unit::Projects,
            n: u32::try_from(cells.len()).unwrap(),
            masked_cells: 0,
            grade: None,
            origin: Origin::Respondents {
                n: u32::try_from(cells.len()).unwrap(),
                largest_share: cells.iter().copied().fold(0.0, f64::max) / sum,
            },
        }
    }

    /// The published example of `method.md`: [90, 5, 5] dominated, [84, 10, 6] publishable.
    #[test]
    fn the_published_example() {
        let check = |cells: &[f64], expect: Option<Hidden>| {
            let published = publish(&respondents(cells), RULES);
            assert_eq!(published.hidden(), expect, "{cells:?}");
            assert_eq!(published.point().is_some(), expect.is_none());
        };
        check(&[90.0, 5.0, 5.0], Some(Hidden::OneDominates));
        check(&[84.0, 10.0, 6.0], None);
        check(&[50.0, 50.0], Some(Hidden::TooFewRespondents));
    }

    #[test]
    fn a_hidden_figure_holds_nothing_to_leak() {
        let published = publish(&respondents(&[4242.0, 7.0]), RULES);
        assert_eq!(published.n(), None);
        assert_eq!(published.bounds(), None);
        assert!(!format!("{published:?}").contains("4242"));
        assert!(!format!("{published:?}").contains("4249"));
    }

    #[test]
    fn a_decided_figure_is_what_was_decided() {
        let figure = respondents(&[4242.0, 7.0, 9.0]);
        let check = |fate: &Fate, expect: Option<Hidden>, shown: bool| {
            let published = publish_decided(&figure, fate);
            assert_eq!((published.hidden(), published.point().is_some()), (expect, shown));
            assert_eq!(format!("{published:?}").contains("4258"), shown, "{fate:?}");
        };
        check(&Fate::Shown, None, true);
        check(&Fate::Empty, None, false);
        check(&Fate::Unwanted, Some(Hidden::NotAsked), false);
        check(&Fate::Secondary, Some(Hidden::TellsTooMuch), false);
        check(&Fate::Unknown, Some(Hidden::RespondentsUnknown), false);
        let few = Reason::AllOfAKind { units: 4, least: 11 };
        check(&Fate::Primary(few), Some(Hidden::TellsTooMuch), false);
    }

    #[test]
    fn a_public_figure_passes_as_it_is() {
        let figure = Figure { origin: Origin::Public, ..respondents(&[9.0]) };
        assert_eq!(publish(&figure, RULES).point(), Some(9.0));
    }
}
