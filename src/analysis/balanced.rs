//! Results as training may be judged and planned from: with their balances, and without what the
//! secrecy of the survey keeps back. Verdicts, candidates and plans are made of nothing else.

use crate::analysis::Results;
use crate::analysis::balance::{Announced, balances};
use crate::flows::balance::Basis;
use crate::model::Fap;
use crate::model::planning::Supposed;
use crate::recommend::diagnosis::Diagnosis;
use crate::recommend::local::LocalCause;
use crate::reference::params::Parameters;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Deref;

/// What a survey lets out of what training is judged from; nothing, by default.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct LetOut {
    pub announced: BTreeMap<Fap, Announced>,
    /// Causes whose share of employers who name them is shown, by occupation. Elsewhere nothing is
    /// said of one: that it is acted on, or that a short adaptation is proposed where skills lack,
    /// would tell that the share is high.
    pub named: BTreeSet<(Fap, LocalCause)>,
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
        let mut results = as_told(results, &out.named);
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
            occupation.finding.named.clear();
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

/// As if employers named no cause, but those told of an occupation.
fn as_told(mut results: Results, told: &BTreeSet<(Fap, LocalCause)>) -> Results {
    for occupation in &mut results.occupations {
        let (code, finding) = (occupation.code, &mut occupation.finding);
        finding.named.retain(|cause| told.contains(&(code, *cause)));
        finding.short_adaptation &= told.contains(&(code, LocalCause::Skills));
    }
    results.programmes = std::mem::take(&mut results.programmes)
        .into_iter()
        .map(|programme| {
            let by_survey = programme.diagnosis == Diagnosis::JobQuality;
            if by_survey && !told.contains(&(programme.occupation, LocalCause::Skills)) {
                programme.without_training()
            } else {
                programme
            }
        })
        .collect();
    results
}
