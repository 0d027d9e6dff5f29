//! What of the register of needs is shown and what is hidden, and its sampling errors over
//! replicates. Draws nothing.

use crate::analysis::employers::replicated::resample;
use crate::i18n::Catalog;
use crate::jobs::Control;
use crate::model::Scope;
use crate::reference::Reference;
use crate::report::build::resampled::{errors, with_error};
use crate::report::document::Table;
use crate::report::survey::{PublishedMeasure, PublishedNeed};
use crate::ui::survey::SurveyView;
use std::collections::BTreeMap;
use std::sync::Arc;

/// What is said of a figure of the register.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Said {
    Hidden,
    /// A range, or that the answers bear no figure.
    WithoutValue,
    Value,
}

/// By row and indicator; a figure that is not there was not decided on.
pub type Register = BTreeMap<(Scope, &'static str), Said>;

/// What is said of each figure of the register, where there is something to say.
pub fn register(needs: &[PublishedNeed]) -> Register {
    let all = needs
        .iter()
        .flat_map(|need| need.measures.iter().map(move |measure| (&need.scope, measure)));
    let said = |measure: &PublishedMeasure| {
        let (weighted, unweighted) = (&measure.weighted, &measure.unweighted);
        if weighted.hidden().is_some() {
            Some(Said::Hidden)
        } else if weighted.point().is_some() {
            Some(Said::Value)
        } else {
            weighted.bounds().or(unweighted.bounds()).map(|_| Said::WithoutValue)
        }
    };
    let told = all.filter_map(|(scope, measure)| {
        Some(((scope.clone(), measure.wanted.indicator), said(measure)?))
    });
    told.collect()
}

/// Replicates that the sampling errors are computed over.
pub const REPLICATES: u64 = 1_000;

/// Sampling errors of the figures shown, over replicates of the survey; `None` when stopped, or
/// without any figure.
pub fn resampled(
    view: &SurveyView,
    reference: &Reference,
    catalog: &Catalog,
    control: &Control,
) -> Option<Arc<Table>> {
    let told = view.survey.weighing.as_ref().ok()?;
    let decided = view.published.as_ref()?;
    let asked: Vec<_> =
        with_error(&decided.needs).into_iter().map(|one| (one.scope, one.form)).collect();
    if asked.is_empty() {
        return None;
    }
    let steps = |n: u64| usize::try_from(n).unwrap_or(usize::MAX);
    let mut progress = |done, all| {
        control.step(steps(done), steps(all));
        !control.cancelled()
    };
    let plan = (view.survey.choices.seed, REPLICATES);
    let found = resample(&told.weighing, &told.answers, &asked, plan, &mut progress)?;
    let label = |fap| reference.fap_label(fap).unwrap_or_default().to_owned();
    Some(Arc::new(errors(&decided.needs, &found, catalog, &label)))
}
