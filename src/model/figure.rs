//! Numbers as they travel: with their bounds, their base, their grade and their origin.
//!
//! A masked cell is an interval, a missing one is no value, a zero is a zero: three things.

use crate::model::territory::Territory;
use std::fmt;

/// A sum of published cells, with the bounds that the masked cells allow.
///
/// `value` is the sum of the published cells alone; `low ≤ value ≤ high` need not hold for `low`:
/// a masked number of projects is at least one, so `low` may exceed `value`.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Count {
    pub value: f64,
    pub low: f64,
    pub high: f64,
    pub masked_cells: u32,
    /// Cells read, masked ones included. Zero means that nothing was declared.
    pub cells: u32,
}

impl Count {
    /// What is shown of it: a point where every cell is published, bounds around it or alone else.
    pub const fn shown(&self) -> Value {
        let Self { value, low, high, masked_cells, cells } = *self;
        if cells == 0 {
            Value::Unknown
        } else if self.only_masked() {
            Value::Masked { low, high }
        } else if masked_cells > 0 {
            Value::Interval { value, low, high }
        } else {
            Value::Exact(value)
        }
    }

    /// Nothing but masked cells: there is no point value to show.
    pub const fn only_masked(&self) -> bool {
        self.cells > 0 && self.masked_cells == self.cells
    }
}

/// How far a figure may be trusted on this territory (`method.md` §1.11).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Grade {
    /// Own data weigh at least as much as the prior.
    A,
    /// Own data and the rung above.
    B,
    /// Presumed from the rung above.
    C,
}

impl Grade {
    /// The grade that an effective number of answers bears (`method.md` §1.11): A from that of the
    /// prior, B from a quarter of it.
    pub fn of_effective_size(n: f64) -> Self {
        match n {
            n if n >= 10.0 => Self::A,
            n if n >= 2.5 => Self::B,
            _ => Self::C,
        }
    }

    /// One grade less, never below C.
    #[must_use]
    pub const fn lowered(self) -> Self {
        match self {
            Self::A => Self::B,
            Self::B | Self::C => Self::C,
        }
    }
}

impl fmt::Display for Grade {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::A => "A",
            Self::B => "B",
            Self::C => "C",
        })
    }
}

/// A share, 0–1, with the bounds that masked cells allow and its grade.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Share {
    /// Ratio of the sums of published cells; `None` when no denominator is published.
    pub value: Option<f64>,
    pub low: f64,
    pub high: f64,
    pub confidence: Grade,
}

/// What a number counts. Every number shown names one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    /// Hiring projects, per year.
    Projects,
    /// A share of hiring projects, 0–1.
    ShareOfProjects,
    /// A probability, 0–1.
    Probability,
    /// A class from 1 (no tension) to 5 (high tension).
    Class,
    /// Standard deviations from the mean of the reference set.
    StandardScore,
    /// Training places, per year.
    Places,
    /// Courses on offer: not trained people.
    Offers,
    /// Hours.
    Hours,
    /// Establishments that answered.
    Establishments,
    /// Posts offered.
    Posts,
    /// A share of establishments, 0–1: never a share of hires.
    ShareOfEstablishments,
    /// Part of a ROME card that falls in an occupation, 0–1.
    ShareOfCard,
    /// A share of the job seekers of a period, 0–1.
    ShareOfSeekers,
    /// Euros per person.
    Euros,
    /// Employees, at the date of the survey.
    Employees,
    /// A share of employees, 0–1.
    ShareOfEmployees,
    /// People leaving over the horizon that the indicator names.
    Departures,
    /// A share of the posts offered, 0–1.
    ShareOfPosts,
    /// A share of the qualified candidates, 0–1.
    ShareOfCandidates,
    /// A share of the people hired, 0–1.
    ShareOfHires,
    /// Candidates for one post.
    CandidatesPerPost,
    /// Days until a post was filled.
    DaysPerPost,
    /// What an establishment that answered told, on average; of a unit that its question names.
    PerEstablishment,
    /// Posts offered for one registration of a job seeker.
    PostsPerSeeker,
    /// Job seekers, at a date.
    Seekers,
    /// A place in an order, from 1.
    Rank,
    /// A share of occupations, 0–1.
    ShareOfOccupations,
    /// Agreement beyond chance, −1 to 1.
    Kappa,
    /// A share of the respondents of a college of actors, 0–1.
    ShareOfRespondents,
    /// One share less another, −1 to 1.
    DifferenceOfShares,
    /// One share over another, without unit.
    Ratio,
}

impl Unit {
    pub const ALL: [Self; 31] = [
        Self::Projects,
        Self::ShareOfProjects,
        Self::Probability,
        Self::Class,
        Self::StandardScore,
        Self::Places,
        Self::Offers,
        Self::Hours,
        Self::Establishments,
        Self::Posts,
        Self::ShareOfEstablishments,
        Self::ShareOfCard,
        Self::ShareOfSeekers,
        Self::Euros,
        Self::Employees,
        Self::ShareOfEmployees,
        Self::Departures,
        Self::ShareOfPosts,
        Self::ShareOfCandidates,
        Self::ShareOfHires,
        Self::CandidatesPerPost,
        Self::DaysPerPost,
        Self::PerEstablishment,
        Self::PostsPerSeeker,
        Self::Seekers,
        Self::Rank,
        Self::ShareOfOccupations,
        Self::Kappa,
        Self::ShareOfRespondents,
        Self::DifferenceOfShares,
        Self::Ratio,
    ];

    /// A ratio, written in percent.
    pub const fn is_share(self) -> bool {
        matches!(
            self,
            Self::ShareOfProjects
                | Self::Probability
                | Self::ShareOfEstablishments
                | Self::ShareOfCard
                | Self::ShareOfSeekers
                | Self::ShareOfEmployees
                | Self::ShareOfPosts
                | Self::ShareOfCandidates
                | Self::ShareOfHires
                | Self::ShareOfOccupations
                | Self::ShareOfRespondents
        )
    }

    /// Stable identifier, used by `--json`.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Projects => "projects",
            Self::ShareOfProjects => "share-of-projects",
            Self::Probability => "probability",
            Self::Class => "class",
            Self::StandardScore => "standard-score",
            Self::Places => "places",
            Self::Offers => "offers",
            Self::Hours => "hours",
            Self::Establishments => "establishments",
            Self::Posts => "posts",
            Self::ShareOfEstablishments => "share-of-establishments",
            Self::ShareOfCard => "share-of-card",
            Self::ShareOfSeekers => "share-of-seekers",
            Self::Euros => "euros",
            Self::Employees => "employees",
            Self::ShareOfEmployees => "share-of-employees",
            Self::Departures => "departures",
            Self::ShareOfPosts => "share-of-posts",
            Self::ShareOfCandidates => "share-of-candidates",
            Self::ShareOfHires => "share-of-hires",
            Self::CandidatesPerPost => "candidates-per-post",
            Self::DaysPerPost => "days-per-post",
            Self::PerEstablishment => "per-establishment",
            Self::PostsPerSeeker => "posts-per-seeker",
            Self::Seekers => "seekers",
            Self::Rank => "rank",
            Self::ShareOfOccupations => "share-of-occupations",
            Self::Kappa => "kappa",
            Self::ShareOfRespondents => "share-of-respondents",
            Self::DifferenceOfShares => "difference-of-shares",
            Self::Ratio => "ratio",
        }
    }
}

/// The shown part of a figure.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Value {
    /// Cannot be computed from what was loaded; never shown as zero.
    Unknown,
    /// Every cell is masked: only the bounds are known.
    Masked { low: f64, high: f64 },
    /// Exact.
    Exact(f64),
    /// A point value with an interval.
    Interval { value: f64, low: f64, high: f64 },
    /// An interval too wide for a point value (`method.md` §6.1).
    RangeOnly { low: f64, high: f64 },
}

impl Value {
    /// A published sum that lies below its own bounds: each masked cell holds at least one more.
    pub const fn is_below_bounds(&self) -> bool {
        matches!(self, Self::Interval { value, low, .. } if *value < *low)
    }
}

/// Who could be recognised behind a figure: the secrecy rules depend on it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Origin {
    /// Already published by its producer.
    Public,
    /// Computed from the answers of our own survey.
    Respondents {
        n: u32,
        /// Share of the total that the largest respondent makes, 0–1.
        largest_share: f64,
    },
}

/// The only way a number reaches a document: value, unit, base, grade and origin together.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Figure {
    /// Identifier of the indicator, in `crate::indicators::ALL`.
    pub indicator: &'static str,
    pub territory: Territory,
    pub value: Value,
    pub unit: Unit,
    /// Cells or answers the value stands on.
    pub n: u32,
    pub masked_cells: u32,
    pub grade: Option<Grade>,
    pub origin: Origin,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_count_shows_what_its_cells_allow() {
        let check = |value, low, high, masked_cells, cells, expect| {
            assert_eq!(Count { value, low, high, masked_cells, cells }.shown(), expect);
        };
        check(0.0, 0.0, 0.0, 0, 0, Value::Unknown);
        check(0.0, 2.0, 8.0, 2, 2, Value::Masked { low: 2.0, high: 8.0 });
        check(12.0, 13.0, 16.0, 1, 2, Value::Interval { value: 12.0, low: 13.0, high: 16.0 });
        check(0.0, 0.0, 0.0, 0, 3, Value::Exact(0.0));
    }

    #[test]
    fn a_sum_below_its_bounds_is_known() {
        let interval = |value, low, high| Value::Interval { value, low, high };
        assert!(interval(12.0, 13.0, 16.0).is_below_bounds());
        assert!(!interval(13.0, 13.0, 16.0).is_below_bounds());
        assert!(!Value::Masked { low: 1.0, high: 4.0 }.is_below_bounds());
    }

    #[test]
    fn grades_never_fall_below_c() {
        assert_eq!(Grade::A.lowered(), Grade::B);
        assert_eq!(Grade::B.lowered(), Grade::C);
        assert_eq!(Grade::C.lowered(), Grade::C);
    }

    #[test]
    fn only_masked_needs_a_cell() {
        assert!(!Count::default().only_masked());
        assert!(Count { cells: 2, masked_cells: 2, ..Count::default() }.only_masked());
        assert!(!Count { cells: 2, masked_cells: 1, ..Count::default() }.only_masked());
    }
}
