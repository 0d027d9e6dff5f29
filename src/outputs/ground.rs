//! What documents stand on: results with their balances, without what the secrecy of the survey
//! keeps back, and what follows from them.

use crate::analysis::Results;
use crate::analysis::balance::{Announced, balances};
use crate::analysis::planning::{Plan, candidates, plan_while};
use crate::analysis::verdicts::{to_stop, verdicts};
use crate::matching::supply::Offer;
use crate::model::Fap;
use crate::model::papers::Dress;
use crate::model::planning::{Planning, Supposed};
use crate::recommend::diagnosis::Diagnosis;
use crate::recommend::stop::Unfed;
use crate::recommend::verdict::Conclusion;
use crate::reference::params::Parameters;
use crate::report::build::Context;
use crate::report::paper::Look;
use crate::report::survey::PublishedSurvey;
use std::collections::BTreeMap;
use std::path::Path;

/// Bytes of a logo, at most.
pub const MOST_LOGO: u64 = 512 * 1024;

/// Results as documents may tell them, and what follows from them.
#[derive(Clone)]
pub struct Ground {
    /// They hold their balances.
    pub results: Results,
    pub announced: BTreeMap<Fap, Announced>,
    pub verdicts: BTreeMap<Fap, Conclusion>,
    pub unfed: Vec<(Offer, Unfed)>,
    pub plan: Plan,
}

impl Ground {
    /// From the results of a context, with the survey it publishes. The choice under a budget goes
    /// on as long as `goes_on` says.
    pub fn new(context: &Context<'_>, planning: &Planning, goes_on: &dyn Fn() -> bool) -> Self {
        let parameters = context.parameters;
        let published = context.inquiry.and_then(|inquiry| inquiry.published.as_ref());
        let announced = published.map(PublishedSurvey::announced).unwrap_or_default();
        let mut results = context.results.clone();
        results.balances = balances(&results, &announced, &Supposed::default(), parameters);
        let untold = Context { results: &results, ..*context }.untold_adaptations();
        without_adaptations(&mut results, |code| untold.contains(&code));
        let verdicts = verdicts(&results, parameters);
        let unfed = to_stop(&results);
        let proposals = candidates(&results, &verdicts, parameters, planning);
        let plan = plan_while(proposals, planning, (parameters, &results), goes_on);
        Self { results, announced, verdicts, unfed, plan }
    }

    /// The same as if nobody had answered a survey, and its verdicts: what a company is told.
    pub fn unsurveyed(&self, parameters: &Parameters) -> (Results, BTreeMap<Fap, Conclusion>) {
        let mut results = self.results.clone();
        without_adaptations(&mut results, |_| true);
        for occupation in &mut results.occupations {
            occupation.survey = None;
            occupation.finding.contradictions.clear();
        }
        results.balances = balances(&results, &BTreeMap::new(), &Supposed::default(), parameters);
        let verdicts = verdicts(&results, parameters);
        (results, verdicts)
    }
}

/// As if employers named no skill gap, for some occupations.
fn without_adaptations(results: &mut Results, of: impl Fn(Fap) -> bool) {
    for occupation in results.occupations.iter_mut().filter(|one| of(one.code)) {
        occupation.finding.short_adaptation = false;
    }
    for programme in &mut results.programmes {
        if of(programme.occupation) && programme.diagnosis == Diagnosis::JobQuality {
            *programme = programme.clone().without_training();
        }
    }
}

/// The dress of documents, with the picture of who publishes, which `read` gives.
///
/// # Errors
/// Those of `read`.
pub fn look<E>(dress: &Dress, read: impl FnOnce(&Path) -> Result<Vec<u8>, E>) -> Result<Look, E> {
    let default = Look::default();
    let shows = || match dress.logo_shows.as_str() {
        "" => dress.organisation.clone(),
        shows => shows.to_owned(),
    };
    let logo = dress.logo.as_deref().map(|path| Ok((read(path)?, shows()))).transpose()?;
    Ok(Look {
        accent: dress.accent.unwrap_or(default.accent),
        organisation: dress.organisation.clone(),
        logo,
    })
}
