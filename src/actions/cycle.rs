//! From one year to the next: what goes on is carried over, what ended is closed with its
//! evaluation, nothing is lost.

use crate::model::action::edit::By;
use crate::model::action::journal::Event;
use crate::model::action::sheet::{Action, Outcome, Status};
use crate::model::action::{ActionPlan, Closed, Id, Named};
use std::collections::BTreeMap;

/// What a new year cannot begin with.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum CycleError {
    /// Not after the year of the plan, or after one that is closed.
    #[error("{year} does not come after {last}")]
    NotAfter { year: u16, last: u16 },
}

/// The plan of a new year. The year before is closed as it stands: all its actions, its indicators
/// and the names of what they refer to. Actions that ended leave the plan for the archive; those
/// that go on keep what they were decided on, what was realised, and the milestones not reached yet.
/// Indicators stay with all their measures. What was said in the workshop stays.
///
/// # Errors
/// When the year does not come after.
pub fn start(
    plan: &ActionPlan,
    year: u16,
    evaluation: &str,
    by: &By,
) -> Result<ActionPlan, CycleError> {
    let last = plan.archive.iter().map(|one| one.year).chain(plan.year).max();
    if let Some(last) = last.filter(|last| *last >= year) {
        return Err(CycleError::NotAfter { year, last });
    }
    let mut next = plan.clone();
    next.year = Some(year);
    let closing = plan.year.unwrap_or_else(|| year.saturating_sub(1));
    next.archive.push(Closed {
        year: closing,
        on: Some(by.date),
        actions: plan.actions.clone(),
        indicators: plan.indicators.clone(),
        names: names(plan),
        evaluation: evaluation.to_owned(),
    });
    let (going_on, ended): (Vec<Action>, Vec<Action>) =
        plan.actions.iter().cloned().partition(Action::is_open);
    next.actions = going_on.into_iter().map(carried).collect();
    // References to what is in the archive show its name.
    for action in ended {
        next.gone.extend(action.milestones.into_iter().map(|one| (one.id, one.name)));
        next.gone.insert(action.id, action.title);
    }
    next.write(Event::YearStarted, None, &year.to_string(), by);
    Ok(next)
}

/// Whether a plan can be of a year: it comes after those that are closed.
pub fn may_be_of(plan: &ActionPlan, year: u16) -> bool {
    plan.archive.iter().all(|closed| closed.year < year)
}

/// An action that goes on: milestones reached stay in the archive, the others keep their dates, so
/// that what was late still is.
fn carried(mut action: Action) -> Action {
    action.milestones.retain(|one| one.done.is_none());
    action
}

/// The names of everything that the actions and the indicators of a plan refer to.
pub fn names(plan: &ActionPlan) -> BTreeMap<Id, String> {
    let of_actions = plan.actions.iter().flat_map(|action| {
        let single = action.lever.iter().chain(&action.wave);
        let several = action.targets.iter().chain(&action.lead).chain(&action.indicators);
        single.chain(several).chain(action.partners.iter().map(|one| &one.actor))
    });
    let owners = plan.indicators.iter().filter_map(|one| one.owner.as_ref());
    let known = |id: &Id| match plan.name(id) {
        Named::Unknown(_) => None,
        Named::Here(name) | Named::Gone(name) => Some((id.clone(), name.to_owned())),
    };
    of_actions.chain(owners).filter_map(known).collect()
}

/// What is to be settled before a year is closed: ended actions without a word of evaluation.
pub fn unevaluated(plan: &ActionPlan) -> impl Iterator<Item = &Action> {
    plan.actions.iter().filter(|action| {
        let is_over = matches!(action.status, Status::Done | Status::Stopped);
        is_over && action.outcome == Outcome::default()
    })
}

#[cfg(test)]
mod tests;
