//! What documents stand on: results as they may be told, and what follows from them.

use crate::analysis::Results;
use crate::analysis::balanced::{Balanced, LetOut};
use crate::analysis::planning::{Plan, candidates, plan_while};
use crate::analysis::verdicts::{to_stop, verdicts};
use crate::matching::supply::Offer;
use crate::model::Fap;
use crate::model::papers::Dress;
use crate::model::planning::{Planning, Supposed};
use crate::recommend::stop::Unfed;
use crate::recommend::verdict::Conclusion;
use crate::reference::params::Parameters;
use crate::report::build::Context;
use crate::report::build::planned::Planned;
use crate::report::paper::Look;
use crate::report::survey::PublishedSurvey;
use std::collections::BTreeMap;
use std::path::Path;

/// Bytes of a logo, at most.
pub const MOST_LOGO: u64 = 512 * 1024;

/// Results as documents may tell them, and what follows from them.
#[derive(Clone)]
pub struct Ground {
    pub results: Balanced,
    pub out: LetOut,
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
        let out = published.map(PublishedSurvey::let_out).unwrap_or_default();
        let results = Results::clone(context.results);
        let results = Balanced::new(results, &out, &Supposed::default(), parameters);
        let verdicts = verdicts(&results, parameters);
        let unfed = to_stop(&results);
        let proposals = candidates(&results, &verdicts, parameters, planning);
        let plan = plan_while(proposals, planning, (parameters, &results), goes_on);
        Self { results, out, verdicts, unfed, plan }
    }

    /// The same as if nobody had answered a survey, and without what was decided of programmes:
    /// what a company is told.
    #[must_use]
    pub fn unsurveyed(&self, parameters: &Parameters) -> Self {
        let (results, planning) = (self.results.unsurveyed(parameters), Planning::default());
        let verdicts = verdicts(&results, parameters);
        let unfed = to_stop(&results);
        let proposals = candidates(&results, &verdicts, parameters, &planning);
        let plan = plan_while(proposals, &planning, (parameters, &results), &|| true);
        Self { results, out: LetOut::default(), verdicts, unfed, plan }
    }

    /// What the tables of its plan are made of.
    pub const fn planned<'a>(&'a self, context: Context<'a>) -> Planned<'a> {
        let Self { verdicts, unfed, plan, .. } = self;
        Planned { context, verdicts, unfed: unfed.as_slice(), plan }
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
