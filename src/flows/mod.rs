//! Training need against training supply (`method.md` §3): posts to fill, people who come in,
//! and the indicative gap between the two.
//!
//! ```text
//! stock, age, announced ─ departures ▸ need ┐
//! enrolled, entries, rates ─ entrants ▸ allocation ┼─▶ gap, with its interval, under every rule
//! job seekers ─ pool ┘
//! ```
//!
//! Pure numbers: no table, no place, no word. Unknown is never nought: what no source tells is
//! an interval, taken at both of its ends, or no number at all.

pub mod allocation;
pub mod balance;
pub mod departures;
pub mod entrants;
pub mod gap;
pub mod need;
pub mod pool;
pub mod spread;

/// Over how many years posts are counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Horizon {
    OneYear,
    ThreeYears,
    FiveYears,
}

impl Horizon {
    pub const ALL: [Self; 3] = [Self::OneYear, Self::ThreeYears, Self::FiveYears];

    pub const fn years(self) -> f64 {
        match self {
            Self::OneYear => 1.0,
            Self::ThreeYears => 3.0,
            Self::FiveYears => 5.0,
        }
    }

    /// In `--json` and in the catalogs.
    pub const fn id(self) -> &'static str {
        match self {
            Self::OneYear => "1y",
            Self::ThreeYears => "3y",
            Self::FiveYears => "5y",
        }
    }
}
