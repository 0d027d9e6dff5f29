//! What of the register of needs is shown and what is hidden, and its sampling errors over
//! replicates. Draws nothing.

use crate::analysis::employers::replicated::resample;
use crate::i18n::Catalog;
use crate::jobs::Control;
use crate::model::Fap;
use crate::reference::Reference;
use crate::report::build::resampled::{errors, with_error};
use crate::report::document::Table;
use crate::report::survey::PublishedNeed;
use crate::ui::survey::SurveyView;
use std::collections::BTreeSet;
use std::sync::Arc;

pub type Secret = BTreeSet<(Option<Fap>, &'static str)>;

/// How many figures of the register are shown and hidden, and which are hidden.
pub fn told_and_hidden(needs: &[PublishedNeed]) -> ((u32, u32), Secret) {
    let all = needs
        .iter()
        .flat_map(|need| need.measures.iter().map(move |measure| (need.occupation, measure)));
    let (mut shown, mut secret) = (0, Secret::new());
    for (occupation, measure) in all {
        if measure.weighted.hidden().is_some() {
            secret.insert((occupation, measure.wanted.indicator));
        } else if measure.weighted.bounds().or(measure.unweighted.bounds()).is_some() {
            shown += 1;
        }
    }
    ((shown, u32::try_from(secret.len()).unwrap_or(u32::MAX)), secret)
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
    let decided = view.decided.as_ref()?;
    let asked: Vec<_> =
        with_error(&decided.needs).into_iter().map(|one| (one.occupation, one.form)).collect();
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
