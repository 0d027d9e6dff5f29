//! From a diagnosed occupation to the sheet of an action: under the lever that answers it, with
//! whom it is for, who could lead, and indicators that start from its figures. Nothing of it is
//! decided: it is a draft that somebody signs.

use crate::model::Unit;
use crate::model::action::decided::{Decided, FrozenFigure, Spread};
use crate::model::action::edit::By;
use crate::model::action::indicator::{Basis, Direction, Indicator, IndicatorKind};
use crate::model::action::journal::Event;
use crate::model::action::sheet::{Action, Money, Places, ProgrammeLink};
use crate::model::action::{ActionPlan, ActorKind, Id};
use crate::model::decimal::Decimal;

/// What is known of an occupation, in words and figures that may be shown.
#[derive(Clone, Debug)]
pub struct Diagnosed {
    /// Typed code.
    pub occupation: String,
    /// Sections of NAF that it is done in, where they are known.
    pub sectors: Vec<String>,
    /// Lever of the decision table.
    pub lever: String,
    /// Causes that weigh, the heaviest first.
    pub causes: Vec<String>,
    pub title: String,
    pub objective: String,
    /// Publics of the programme, or those that the lever is for.
    pub audiences: Vec<String>,
    /// Kinds of actors that could lead, the likeliest first.
    pub lead_kinds: Vec<ActorKind>,
    pub programme: Option<ProgrammeLink>,
    pub planned: Places,
    /// Who pays what of it.
    pub budget: Vec<Money>,
    /// What its numbers suppose.
    pub notes: String,
    /// The figures that it is decided on.
    pub decided: Decided,
    pub indicators: Vec<Suggested>,
}

/// An indicator to follow it by.
#[derive(Clone, Debug)]
pub struct Suggested {
    pub name: String,
    pub kind: IndicatorKind,
    pub definition: String,
    pub unit: String,
    pub direction: Direction,
    /// Measured again by this figure, which is its baseline.
    pub from: Option<FrozenFigure>,
    pub every_months: Option<u8>,
    /// What it aims at, where the plan of training says it.
    pub target: Option<Decimal>,
}

/// A draft.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proposed {
    /// Without identifier nor indicators yet.
    pub action: Action,
    pub indicators: Vec<Indicator>,
    /// Actors of the register that could lead, the likeliest first; one alone is put on the sheet.
    pub leads: Vec<Id>,
    /// No lever of the territory answers the diagnosis: one is to be chosen.
    pub without_lever: bool,
}

pub fn propose(plan: &ActionPlan, diagnosed: &Diagnosed) -> Proposed {
    // Where people do not come for want of a roof or of work for two, that is the lever.
    let first = diagnosed
        .causes
        .iter()
        .filter(|cause| diagnosed.lever == MOBILITY && REFINED.contains(&cause.as_str()));
    let answers = first.chain(std::iter::once(&diagnosed.lever)).chain(&diagnosed.causes);
    let mut levers = answers.filter_map(|id| plan.answering(id));
    let lever = levers.next().map(|lever| lever.id.clone());
    let leads = leads(plan, &diagnosed.lead_kinds, lever.as_deref());
    let lead = if let [only] = leads.as_slice() { vec![only.clone()] } else { Vec::new() };
    let action = Action {
        title: diagnosed.title.clone(),
        objective: diagnosed.objective.clone(),
        lever: lever.clone(),
        targets: targets(plan, &diagnosed.audiences),
        occupations: vec![diagnosed.occupation.clone()],
        sectors: diagnosed.sectors.clone(),
        lead,
        programme: diagnosed.programme.clone(),
        planned: diagnosed.planned,
        budget: diagnosed.budget.clone(),
        notes: diagnosed.notes.clone(),
        decided_on: Some(diagnosed.decided.clone()),
        ..Action::default()
    };
    let indicator = |one: &Suggested| indicator(one, &diagnosed.decided);
    Proposed {
        action,
        indicators: diagnosed.indicators.iter().map(indicator).collect(),
        leads,
        without_lever: lever.is_none(),
    }
}

/// The lever of the decision table for those who do not come, and what says more of why.
const MOBILITY: &str = "mobility";
const REFINED: [&str; 2] = [HOUSING, SPOUSE];
/// Causes that employers name and no published class does.
pub const HOUSING: &str = "housing";
pub const SPOUSE: &str = "spouse";

/// For each public the first target that stands for it: the text of the seminar and its diagram
/// name the same people twice.
fn targets(plan: &ActionPlan, audiences: &[String]) -> Vec<Id> {
    let mut found: Vec<Id> = Vec::new();
    for audience in audiences {
        let mut targets = plan.targets.iter();
        let target = targets.find(|target| target.audiences.contains(audience));
        if let Some(id) = target.map(|one| &one.id).filter(|id| !found.contains(id)) {
            found.push(id.clone());
        }
    }
    found
}

/// Actors that say they act on the lever and are of a kind that could lead, then those of a kind,
/// then those of the lever; each in the order of the kinds, then of the register.
fn leads(plan: &ActionPlan, kinds: &[ActorKind], lever: Option<&str>) -> Vec<Id> {
    let mut ranked: Vec<(bool, Option<usize>, &Id)> = Vec::new();
    for actor in &plan.actors {
        let acts = lever.is_some_and(|lever| actor.levers.iter().any(|id| id == lever));
        let kind = kinds.iter().position(|kind| *kind == actor.kind);
        if acts || kind.is_some() {
            ranked.push((acts, kind, &actor.id));
        }
    }
    ranked.sort_by_key(|(acts, kind, _)| match (acts, kind) {
        (true, Some(place)) => (0, *place),
        (false, Some(place)) => (1, *place),
        (_, None) => (2, 0),
    });
    ranked.into_iter().map(|(_, _, id)| id.clone()).collect()
}

fn indicator(suggested: &Suggested, decided: &Decided) -> Indicator {
    let value = suggested.from.as_ref().and_then(|figure| {
        let value = figure.value.filter(|_| figure.hidden.is_none())?;
        if figure.unit.is_some_and(Unit::is_share) { value.per_cent() } else { Some(value) }
    });
    Indicator {
        name: suggested.name.clone(),
        kind: suggested.kind,
        definition: suggested.definition.clone(),
        source: suggested.from.as_ref().map(|from| from.source.clone()).unwrap_or_default(),
        unit: suggested.unit.clone(),
        baseline: value,
        baseline_on: value.map(|_| decided.date),
        target: suggested.target,
        direction: suggested.direction,
        every_months: suggested.every_months,
        from: suggested.from.as_ref().map(|from| from.key.clone()),
        basis: suggested.from.as_ref().map(|from| Basis::of(from, decided)),
        ..Indicator::default()
    }
}

/// Puts a draft in the plan, with its indicators: one that the plan measures already by the same
/// figure is shared, not doubled.
pub fn adopt(plan: &mut ActionPlan, proposed: Proposed, by: &By) -> Id {
    let Proposed { mut action, indicators, .. } = proposed;
    for indicator in indicators {
        let known = plan.indicators.iter().find(|one| {
            indicator.from.is_some() && one.from == indicator.from && one.name == indicator.name
        });
        let id = match known {
            Some(known) => known.id.clone(),
            None => plan.add_indicator(indicator),
        };
        action.indicators.push(id);
    }
    plan.add_action(action, Event::Adopted, by)
}

/// Whether an indicator of that figure can ever tell a change: its error must be known.
pub const fn can_tell(figure: &FrozenFigure) -> bool {
    matches!(figure.spread, Spread::Interval(_))
}

#[cfg(test)]
mod tests;
