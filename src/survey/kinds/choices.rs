//! Questions answered by options or words: single and multiple choice, ranking, free text.

use std::collections::BTreeSet;

use crate::survey::kinds::{AnswerError, Citations, Context, Employers, Figure, ShareOf};

/// “Which one?”: one of `0..options`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Single {
    answers: Vec<Option<usize>>,
}

impl Single {
    /// # Errors
    /// An option that does not exist.
    pub fn new(options: usize, answers: Vec<Option<usize>>) -> Result<Self, AnswerError> {
        for (unit, answer) in answers.iter().enumerate() {
            known(unit, answer.iter(), options)?;
        }
        Ok(Self { answers })
    }

    pub fn share(
        &self,
        option: usize,
        context: &Context<'_>,
    ) -> Option<Figure<ShareOf<Employers>>> {
        context.share_of_employers(&self.answers, |chosen| *chosen == option)
    }
}

/// “Which ones?”: any of `0..options`; the empty set is an answer, `None` is not.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Multiple {
    answers: Vec<Option<BTreeSet<usize>>>,
}

impl Multiple {
    /// # Errors
    /// An option that does not exist.
    pub fn new(options: usize, answers: Vec<Option<BTreeSet<usize>>>) -> Result<Self, AnswerError> {
        for (unit, answer) in answers.iter().enumerate() {
            known(unit, answer.iter().flatten(), options)?;
        }
        Ok(Self { answers })
    }

    /// Share of employers that tick the option: these add up to more than 1.
    pub fn share_citing(
        &self,
        option: usize,
        context: &Context<'_>,
    ) -> Option<Figure<ShareOf<Employers>>> {
        context.share_of_employers(&self.answers, |chosen| chosen.contains(&option))
    }

    /// Share of all ticks that go to the option: these add up to 1.
    pub fn share_of_citations(
        &self,
        option: usize,
        context: &Context<'_>,
    ) -> Option<Figure<ShareOf<Citations>>> {
        let one = |chosen: &BTreeSet<usize>| if chosen.contains(&option) { 1.0 } else { 0.0 };
        let part: Vec<Option<f64>> = self.answers.iter().map(|a| a.as_ref().map(one)).collect();
        let all = |chosen: &BTreeSet<usize>| chosen.iter().map(|_| 1.0).sum();
        let whole: Vec<Option<f64>> = self.answers.iter().map(|a| a.as_ref().map(all)).collect();
        context.part(&part, &whole)
    }
}

/// “In which order?”: options from the first to the last, possibly not all of them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rank {
    answers: Vec<Option<Vec<usize>>>,
}

impl Rank {
    /// # Errors
    /// An option that does not exist or comes twice.
    pub fn new(options: usize, answers: Vec<Option<Vec<usize>>>) -> Result<Self, AnswerError> {
        for (unit, answer) in answers.iter().enumerate() {
            known(unit, answer.iter().flatten(), options)?;
            let mut met = BTreeSet::new();
            if let Some(option) = answer.iter().flatten().copied().find(|o| !met.insert(*o)) {
                return Err(AnswerError::RankedTwice { unit, option });
            }
        }
        Ok(Self { answers })
    }

    /// Share of employers that put the option among their first `places`.
    pub fn share_in_first(
        &self,
        option: usize,
        places: usize,
        context: &Context<'_>,
    ) -> Option<Figure<ShareOf<Employers>>> {
        context.share_of_employers(&self.answers, |order| {
            order.iter().take(places).any(|ranked| *ranked == option)
        })
    }
}

/// Words: they are read, not counted. Only how many wrote is a figure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FreeText {
    answers: Vec<Option<String>>,
}

impl FreeText {
    pub fn new(answers: Vec<Option<String>>) -> Self {
        Self { answers }
    }

    /// Texts with their respondent.
    pub fn texts(&self) -> impl Iterator<Item = (usize, &str)> {
        let texts = self.answers.iter().enumerate();
        texts.filter_map(|(unit, a)| {
            a.as_deref().filter(|t| !t.trim().is_empty()).map(|t| (unit, t))
        })
    }

    /// Share of employers that wrote something.
    pub fn share_writing(&self, context: &Context<'_>) -> Option<Figure<ShareOf<Employers>>> {
        let wrote: Vec<Option<bool>> = self
            .answers
            .iter()
            .map(|a| Some(a.as_deref().is_some_and(|t| !t.trim().is_empty())))
            .collect();
        context.share_of_employers(&wrote, |wrote| *wrote)
    }
}

fn known<'a>(
    unit: usize,
    mut chosen: impl Iterator<Item = &'a usize>,
    options: usize,
) -> Result<(), AnswerError> {
    match chosen.find(|option| **option >= options) {
        Some(option) => Err(AnswerError::UnknownOption { unit, option: *option, options }),
        None => Ok(()),
    }
}
