//! Figures become `Published` here and nowhere else: exporters and the clipboard take no other.
//!
//! Figures of public files pass as they are, their producer has already masked what must be.
//! Figures of our own respondents pass only with enough of them, none of whom dominates
//! (`method.md` §4, after Insee's rules on enterprise data).

pub mod attack;
pub mod changes;
pub mod goals;
pub mod journal;
mod lp;
mod moves;
pub mod primary;
pub mod protect;
mod relations;
mod search;
pub mod siphash;
pub mod table;
mod union;

#[cfg(test)]
mod attacker_tests;
#[cfg(test)]
mod basin_tests;
#[cfg(test)]
mod journal_tests;
#[cfg(test)]
mod world;

use crate::model::{Figure, Grade, Origin, Territory, Unit, Value};

/// Thresholds; values, dates and sources in `assets/params/method.ron`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Rules {
    /// Fewer respondents than this: not shown.
    pub least_respondents: u32,
    /// The largest respondent makes more than this share of the total, 0–1: not shown.
    pub dominance: f64,
}

impl Rules {
    /// The same as thresholds of the primary rules, never looser than the published ones.
    pub fn thresholds(self) -> primary::Thresholds {
        let published = primary::Asked::PUBLISHED;
        let asked = primary::Asked {
            least_units: self.least_respondents.max(published.least_units),
            dominance: self.dominance.min(published.dominance),
            ..published
        };
        primary::Thresholds::new(asked).unwrap_or_default()
    }
}

/// Why a figure is not shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Hidden {
    TooFewRespondents,
    OneDominates,
}

impl Hidden {
    pub const ALL: [Self; 2] = [Self::TooFewRespondents, Self::OneDominates];

    /// Key of its words in the catalogs: `hidden-…`.
    pub const fn id(self) -> &'static str {
        match self {
            Self::TooFewRespondents => "too-few",
            Self::OneDominates => "dominates",
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
    let figure = match hidden {
        None => *figure,
        Some(_) => Figure {
            value: Value::Unknown,
            n: 0,
            masked_cells: 0,
            grade: None,
            origin: Origin::Public,
            ..*figure
        },
    };
    Published { figure, hidden }
}

#[cfg(test)]
mod tests {
    use super::*;

    const RULES: Rules = Rules { least_respondents: 3, dominance: 0.85 };

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
    fn a_public_figure_passes_as_it_is() {
        let figure = Figure { origin: Origin::Public, ..respondents(&[9.0]) };
        assert_eq!(publish(&figure, RULES).point(), Some(9.0));
    }
}
