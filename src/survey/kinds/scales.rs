//! Ordered scales. Levels have an order and no distance: shares and medians, never a mean.

use std::marker::PhantomData;

use crate::survey::kinds::{AnswerError, Context, Employers, Figure, ShareOf};

/// Scale of how often or how much something is used; its lowest level is “never”.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Usage;
/// Scale of how good something is found; its middle is neither.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Quality;

/// Levels `low..=high` of the scale `S`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Likert<S> {
    low: i32,
    high: i32,
    answers: Vec<Option<i32>>,
    scale: PhantomData<S>,
}

impl<S> Likert<S> {
    /// # Errors
    /// A level out of `low..=high`.
    pub fn new(low: i32, high: i32, answers: Vec<Option<i32>>) -> Result<Self, AnswerError> {
        for (unit, level) in answers.iter().enumerate() {
            if let Some(level) = level.filter(|level| !(low..=high).contains(level)) {
                return Err(AnswerError::OutOfScale { unit, level, low, high });
            }
        }
        Ok(Self { low, high, answers, scale: PhantomData })
    }

    /// Share of employers at `level` or above.
    pub fn share_at_least(
        &self,
        level: i32,
        context: &Context<'_>,
    ) -> Option<Figure<ShareOf<Employers>>> {
        context.share_of_employers(&self.answers, |given| *given >= level)
    }

    /// Lowest level that half of the weighted employers reach or stay under.
    pub fn median(&self, context: &Context<'_>) -> Option<i32> {
        let pairs = self.answers.iter().zip(context.sample.weights).enumerate();
        let known: Vec<(i32, f64)> = pairs
            .filter(|(unit, _)| context.concerned(*unit))
            .filter_map(|(_, (level, weight))| level.map(|level| (level, *weight)))
            .collect();
        let whole: f64 = known.iter().map(|k| k.1).sum();
        if known.is_empty() {
            return None;
        }
        (self.low..=self.high).find(|level| {
            let below: f64 = known.iter().filter(|k| k.0 <= *level).map(|k| k.1).sum();
            below >= whole / 2.0
        })
    }

    /// Share of employers higher here than in `before`, among those that answered both.
    ///
    /// Only two questions of the same scale compare: another `S` would not compile.
    pub fn share_higher_than(
        &self,
        before: &Self,
        context: &Context<'_>,
    ) -> Option<Figure<ShareOf<Employers>>> {
        let pairs = self.answers.iter().zip(&before.answers);
        let both: Vec<Option<(i32, i32)>> = pairs.map(|(now, then)| now.zip(*then)).collect();
        context.share_of_employers(&both, |(now, then)| now > then)
    }
}

impl Likert<Usage> {
    /// Share of employers that use it at all.
    pub fn share_using(&self, context: &Context<'_>) -> Option<Figure<ShareOf<Employers>>> {
        context.share_of_employers(&self.answers, |level| *level > self.low)
    }
}

impl Likert<Quality> {
    /// Share of employers strictly above the middle of the scale.
    pub fn share_content(&self, context: &Context<'_>) -> Option<Figure<ShareOf<Employers>>> {
        let ends = i64::from(self.low) + i64::from(self.high);
        context.share_of_employers(&self.answers, |level| 2 * i64::from(*level) > ends)
    }
}
