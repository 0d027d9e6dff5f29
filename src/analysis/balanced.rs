//! Results as training may be judged and planned from: with their balances, and without what the
//! secrecy of the survey keeps back. Verdicts, candidates and plans are made of nothing else.

use crate::analysis::Results;
use crate::analysis::balance::{Announced, balances};
use crate::flows::balance::Basis;
use crate::model::Fap;
use crate::model::planning::Supposed;
use crate::recommend::diagnosis::Diagnosis;
use crate::reference::params::Parameters;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Deref;

/// What a survey lets out of what training is judged from; nothing, by default.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct LetOut {
    pub announced: BTreeMap<Fap, Announced>,
    /// Occupations whose share of employers who name a skill gap is shown. Elsewhere a short
    /// adaptation is not proposed: that it is would tell that the share is high.
    pub skill_gaps: BTreeSet<Fap>,
}

/// Results that hold their balances, and tell nothing that the survey keeps back.
#[derive(Clone, Debug, PartialEq)]
pub struct Balanced(Results);

impl Balanced {
    pub fn new(
        results: Results,
        out: &LetOut,
        supposed: &Supposed,
        parameters: &Parameters,
    ) -> Self {
        let mut results = without_adaptations(results, &out.skill_gaps);
        results.balances = balances(&results, &out.announced, supposed, parameters);
        Self(results)
    }

    /// The same as if nobody had answered a survey: what a company is told.
    #[must_use]
    pub fn unsurveyed(&self, parameters: &Parameters) -> Self {
        let mut results = self.0.clone();
        for occupation in &mut results.occupations {
            occupation.survey = None;
            occupation.finding.contradictions.clear();
        }
        Self::new(results, &LetOut::default(), &Supposed::default(), parameters)
    }
}

impl Results {
    /// Whether what is planned for occupations stands on answers to a survey: told, these have left.
    pub fn stands_on_answers(&self, of: impl Fn(Fap) -> bool) -> bool {
        let mut balances = self.balances.iter();
        let mut occupations = self.occupations.iter();
        balances.any(|(code, balance)| balance.basis == Basis::Survey && of(*code))
            || occupations.any(|one| one.finding.short_adaptation && of(one.code))
    }
}

impl Deref for Balanced {
    type Target = Results;

    fn deref(&self) -> &Results {
        &self.0
    }
}

/// As if employers named no skill gap, but for some occupations.
fn without_adaptations(mut results: Results, told: &BTreeSet<Fap>) -> Results {
    for occupation in &mut results.occupations {
        occupation.finding.short_adaptation &= told.contains(&occupation.code);
    }
    results.programmes = std::mem::take(&mut results.programmes)
        .into_iter()
        .map(|programme| {
            let by_survey = programme.diagnosis == Diagnosis::JobQuality;
            if by_survey && !told.contains(&programme.occupation) {
                programme.without_training()
            } else {
                programme
            }
        })
        .collect();
    results
}
