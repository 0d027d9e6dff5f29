//! Question kinds as types: only the statistics that make sense of a question can be written.
//!
//! A multiple choice has no mean, a scale of quality is never set against a scale of usage, and a
//! share of employers is not a share of departures: each would be another type.

pub mod choices;
pub mod counts;
pub mod scales;

use std::marker::PhantomData;

use crate::survey::estimate::{self, Estimate, Sample};
use crate::survey::interval::{self, Interval, Refusal};

/// Things that are counted; a type and a name.
pub trait Unit {
    const NAME: &'static str;
}

macro_rules! units {
    ($($(#[$doc:meta])* $name:ident = $text:literal,)*) => {
        $(
            $(#[$doc])*
            #[derive(Debug, Clone, Copy, PartialEq, Eq)]
            pub struct $name;
            impl Unit for $name {
                const NAME: &'static str = $text;
            }
        )*
    };
}

units! {
    /// Establishments that employ.
    Employers = "employers",
    /// Jobs held.
    Employees = "employees",
    /// Hiring projects: forecasts.
    Projects = "projects",
    /// Hires made.
    Hires = "hires",
    Departures = "departures",
    Applications = "applications",
    /// Options ticked in a multiple choice.
    Citations = "citations",
    Euros = "euros",
    /// What a question of the user's own asks the number of.
    Things = "things",
}

/// Marker: a total of `U`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Total<U>(PhantomData<U>);
/// Marker: `U` per `B`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Per<U, B>(PhantomData<(U, B)>);
/// Marker: a share, 0–1, of `U`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ShareOf<U>(PhantomData<U>);

/// A statistic with what it rests on; `K` says what it is a number of.
#[derive(Debug, Clone, PartialEq)]
pub struct Figure<K> {
    /// Value, unweighted value, answers, base, standard error.
    pub estimate: Estimate,
    /// `None` when none could be read.
    pub interval: Option<Interval>,
    /// The 80 % interval, which decides whether the value may be published.
    eighty: Option<Interval>,
    kind: PhantomData<K>,
}

impl<K> Figure<K> {
    fn new(
        estimate: Estimate,
        level: f64,
        at: &dyn Fn(&Estimate, f64) -> Option<Interval>,
    ) -> Self {
        let (interval, eighty) = (at(&estimate, level), at(&estimate, 0.8));
        Self { estimate, interval, eighty, kind: PhantomData }
    }

    /// The value if its 80 % interval supports it.
    ///
    /// # Errors
    /// Too few answers, no interval, or an interval too wide.
    pub fn published(&self) -> Result<f64, Refusal> {
        interval::publish(&self.estimate, self.eighty)
    }
}

/// Who answered with which weights, which of them are concerned, and the level of intervals.
#[derive(Debug, Clone, Copy)]
pub struct Context<'a> {
    pub sample: Sample<'a>,
    pub domain: Option<&'a [bool]>,
    pub level: f64,
}

impl Context<'_> {
    fn concerned(&self, unit: usize) -> bool {
        self.domain.is_none_or(|d| d.get(unit).copied().unwrap_or(false))
    }

    /// Share of the concerned employers for whom `is` holds; `None` answers are left out.
    fn share_of_employers<T>(
        &self,
        answers: &[Option<T>],
        is: impl Fn(&T) -> bool,
    ) -> Option<Figure<ShareOf<Employers>>> {
        let yes: Vec<Option<bool>> = answers.iter().map(|a| a.as_ref().map(&is)).collect();
        let found = estimate::share(&self.sample, &yes, self.domain)?;
        let at =
            |e: &Estimate, level| interval::weighted_share(&self.sample, e, self.domain, level);
        Some(Figure::new(found, self.level, &at))
    }

    fn total<U>(&self, values: &[Option<f64>]) -> Option<Figure<Total<U>>> {
        let found = estimate::total(&self.sample, values, self.domain)?;
        let known = values.iter().enumerate().filter(|(unit, _)| self.concerned(*unit));
        let reported = known.filter_map(|(_, value)| *value).sum();
        let at = |e: &Estimate, level| interval::positive(e, reported, level);
        Some(Figure::new(found, self.level, &at))
    }

    fn mean<U>(&self, values: &[Option<f64>]) -> Option<Figure<Per<U, Employers>>> {
        let found = estimate::mean(&self.sample, values, self.domain)?;
        let at = |e: &Estimate, level| interval::positive(e, 0.0, level);
        Some(Figure::new(found, self.level, &at))
    }

    fn per<U, B>(&self, of: &[Option<f64>], by: &[Option<f64>]) -> Option<Figure<Per<U, B>>> {
        let found = estimate::ratio(&self.sample, of, by, self.domain)?;
        let at = |e: &Estimate, level| interval::positive(e, 0.0, level);
        Some(Figure::new(found, self.level, &at))
    }

    /// Share of `U`: employers are the units of the interval, since their `U` go together.
    fn part<U>(&self, part: &[Option<f64>], whole: &[Option<f64>]) -> Option<Figure<ShareOf<U>>> {
        let having: Vec<bool> = whole
            .iter()
            .enumerate()
            .map(|(unit, w)| self.concerned(unit) && w.is_none_or(|w| w > 0.0))
            .collect();
        let found = estimate::ratio(&self.sample, part, whole, Some(&having))?;
        let at =
            |e: &Estimate, level| interval::weighted_share(&self.sample, e, Some(&having), level);
        Some(Figure::new(found, self.level, &at))
    }
}

/// Answers that their question does not allow; `unit` is the respondent.
#[derive(Debug, Clone, Copy, PartialEq, thiserror::Error)]
pub enum AnswerError {
    #[error("respondent {unit} chose {option} of {options}")]
    UnknownOption { unit: usize, option: usize, options: usize },
    #[error("respondent {unit} gave {level}, out of {low}–{high}")]
    OutOfScale { unit: usize, level: i32, low: i32, high: i32 },
    #[error("respondent {unit} ranked {option} twice")]
    RankedTwice { unit: usize, option: usize },
    #[error("respondent {unit} gave {part} of {whole}")]
    PartAboveWhole { unit: usize, part: u32, whole: u32 },
    #[error("respondent {unit} gave {amount}")]
    Amount { unit: usize, amount: f64 },
    #[error("{found} answers for {expected} respondents")]
    Lengths { found: usize, expected: usize },
}

#[cfg(test)]
mod tests;
