//! Questions answered by a number: counts, amounts, parts of a count, lists of occupations.

use std::collections::BTreeMap;
use std::marker::PhantomData;

use crate::survey::kinds::{AnswerError, Context, Employers, Figure, Per, ShareOf, Total, Unit};

/// “How many?”: a whole number of `U` per employer; `None` is unknown, not zero.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Count<U> {
    answers: Vec<Option<u32>>,
    unit: PhantomData<U>,
}

impl<U: Unit> Count<U> {
    pub fn new(answers: Vec<Option<u32>>) -> Self {
        Self { answers, unit: PhantomData }
    }

    fn values(&self) -> Vec<Option<f64>> {
        self.answers.iter().map(|a| a.map(f64::from)).collect()
    }

    pub fn total(&self, context: &Context<'_>) -> Option<Figure<Total<U>>> {
        context.total(&self.values())
    }

    pub fn mean_per_employer(&self, context: &Context<'_>) -> Option<Figure<Per<U, Employers>>> {
        context.mean(&self.values())
    }

    /// Share of employers with at least one.
    pub fn share_having(&self, context: &Context<'_>) -> Option<Figure<ShareOf<Employers>>> {
        context.share_of_employers(&self.answers, |n| *n > 0)
    }

    /// So many `U` per `B`, over the employers that gave both.
    pub fn per<B: Unit>(
        &self,
        other: &Count<B>,
        context: &Context<'_>,
    ) -> Option<Figure<Per<U, B>>> {
        context.per(&self.values(), &other.values())
    }
}

/// “How much?”: a non-negative amount per employer.
#[derive(Debug, Clone, PartialEq)]
pub struct Amount<U> {
    answers: Vec<Option<f64>>,
    unit: PhantomData<U>,
}

impl<U: Unit> Amount<U> {
    /// # Errors
    /// A negative amount, or none.
    pub fn new(answers: Vec<Option<f64>>) -> Result<Self, AnswerError> {
        let pairs = answers.iter().enumerate().filter_map(|(unit, a)| a.map(|a| (unit, a)));
        for (unit, amount) in pairs {
            if !(amount.is_finite() && amount >= 0.0) {
                return Err(AnswerError::Amount { unit, amount });
            }
        }
        Ok(Self { answers, unit: PhantomData })
    }

    pub fn total(&self, context: &Context<'_>) -> Option<Figure<Total<U>>> {
        context.total(&self.answers)
    }

    pub fn mean_per_employer(&self, context: &Context<'_>) -> Option<Figure<Per<U, Employers>>> {
        context.mean(&self.answers)
    }
}

/// “Of these, how many…?”: a part of a count of `U`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part<U> {
    numbers: Vec<Option<u32>>,
    whole: Vec<Option<u32>>,
    unit: PhantomData<U>,
}

impl<U: Unit> Part<U> {
    /// # Errors
    /// A part larger than its whole, or lists of different lengths.
    pub fn new(part: Vec<Option<u32>>, whole: &Count<U>) -> Result<Self, AnswerError> {
        if part.len() != whole.answers.len() {
            let (found, expected) = (part.len(), whole.answers.len());
            return Err(AnswerError::Lengths { found, expected });
        }
        for (unit, (part, whole)) in part.iter().zip(&whole.answers).enumerate() {
            if let (Some(part), Some(whole)) = (*part, *whole)
                && part > whole
            {
                return Err(AnswerError::PartAboveWhole { unit, part, whole });
            }
        }
        Ok(Self { numbers: part, whole: whole.answers.clone(), unit: PhantomData })
    }

    /// Share of the `U` of all employers, not the mean of the shares of each.
    pub fn share(&self, context: &Context<'_>) -> Option<Figure<ShareOf<U>>> {
        let number = |list: &[Option<u32>]| -> Vec<Option<f64>> {
            list.iter().map(|a| a.map(f64::from)).collect()
        };
        context.part(&number(&self.numbers), &number(&self.whole))
    }

    /// The part as a count of its own.
    pub fn count(&self) -> Count<U> {
        Count::new(self.numbers.clone())
    }
}

/// “Which occupations, how many of each?”: `U` per occupation code and employer.
///
/// An employer that answered and does not list an occupation has none of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Occupations<U> {
    answers: Vec<Option<BTreeMap<String, u32>>>,
    unit: PhantomData<U>,
}

impl<U: Unit> Occupations<U> {
    pub fn new(answers: Vec<Option<BTreeMap<String, u32>>>) -> Self {
        Self { answers, unit: PhantomData }
    }

    /// Every code listed, ascending.
    pub fn codes(&self) -> Vec<&str> {
        let mut codes: Vec<&str> =
            self.answers.iter().flatten().flat_map(|a| a.keys().map(String::as_str)).collect();
        codes.sort_unstable();
        codes.dedup();
        codes
    }

    /// The numbers given for one occupation.
    pub fn of(&self, code: &str) -> Count<U> {
        let one = |a: &BTreeMap<String, u32>| a.get(code).copied().unwrap_or(0);
        Count::new(self.answers.iter().map(|a| a.as_ref().map(one)).collect())
    }

    /// Share of employers that list the occupation.
    pub fn share_listing(
        &self,
        code: &str,
        context: &Context<'_>,
    ) -> Option<Figure<ShareOf<Employers>>> {
        context.share_of_employers(&self.answers, |a| a.contains_key(code))
    }

    /// Share of all `U` that are of the occupation.
    pub fn share(&self, code: &str, context: &Context<'_>) -> Option<Figure<ShareOf<U>>> {
        let sum = |a: &BTreeMap<String, u32>| a.values().map(|n| f64::from(*n)).sum();
        let whole: Vec<Option<f64>> = self.answers.iter().map(|a| a.as_ref().map(sum)).collect();
        context.part(&self.of(code).values(), &whole)
    }
}
