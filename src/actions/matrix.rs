//! Who does what: actions × actors, and where nobody does, two do, one does too much, or two do the
//! same.

use crate::actions::alike::Sentences;
use crate::model::action::sheet::{Action, Role};
use crate::model::action::{ActionPlan, Id};
use std::collections::BTreeMap;

/// Every action, every actor: a cell holds the roles of one in the other.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Matrix {
    /// Those of the register in its order, then those removed that an action still names.
    pub actors: Vec<Id>,
    pub rows: Vec<MatrixRow>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MatrixRow {
    pub action: Id,
    /// One per actor, empty where it has no part.
    pub cells: Vec<Vec<Role>>,
}

/// What is to be settled.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Finding {
    /// Nobody answers for an action that is not over.
    NoLead { action: Id },
    /// Several answer for it: as leads, or as partners said to be accountable.
    TwoLeads { action: Id, actors: Vec<Id> },
    /// An actor that is no longer in the register leads it.
    BrokenLead { action: Id, actor: Id },
    /// An actor leads more at once than it said it could; `said`: else than is usual.
    Overload { actor: Id, leads: Vec<Id>, capacity: u8, said: bool },
    /// Two actions may be the same.
    Alike { a: Id, b: Id, score: u8, shared: Shared },
}

impl Finding {
    /// In `--json`, and in the catalogs (`plan-finding-…`).
    pub const fn id(&self) -> &'static str {
        match self {
            Self::NoLead { .. } => "no-lead",
            Self::TwoLeads { .. } => "two-leads",
            Self::BrokenLead { .. } => "broken-lead",
            Self::Overload { .. } => "overload",
            Self::Alike { .. } => "alike",
        }
    }

    pub const IDS: [&str; 5] = ["no-lead", "two-leads", "broken-lead", "overload", "alike"];
}

/// What two actions have in common.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Shared {
    pub lever: Option<Id>,
    pub targets: Vec<Id>,
    pub occupations: Vec<String>,
    /// Of their titles, folded.
    pub words: Vec<String>,
    /// Nobody leads both.
    pub across_actors: bool,
}

/// Score of titles from which two actions may be the same by their titles alone: our choice.
const BY_TITLE: u8 = 60;
/// The same, where the lever is the same, and a target or an occupation: our choice.
const BY_MORE: u8 = 30;
/// Both are for the same occupations, under the same lever, whatever their titles.
const BY_OCCUPATION: u8 = 15;

pub fn matrix(plan: &ActionPlan) -> Matrix {
    let mut actors: Vec<Id> = plan.actors.iter().map(|actor| actor.id.clone()).collect();
    for action in &plan.actions {
        let named = action.lead.iter().chain(action.partners.iter().map(|one| &one.actor));
        for id in named {
            if !actors.contains(id) {
                actors.push(id.clone());
            }
        }
    }
    let row = |action: &Action| MatrixRow {
        action: action.id.clone(),
        cells: actors.iter().map(|actor| roles(action, actor)).collect(),
    };
    let rows = plan.actions.iter().map(row).collect();
    Matrix { actors, rows }
}

/// The roles of an actor in an action, the heaviest first, each once.
pub fn roles(action: &Action, actor: &str) -> Vec<Role> {
    let leads = action.lead.iter().any(|id| id == actor).then_some(Role::Accountable);
    let partner = action.partners.iter().filter(|one| one.actor == actor).map(|one| one.role);
    let mut roles: Vec<Role> = leads.into_iter().chain(partner).collect();
    roles.sort_unstable();
    roles.dedup();
    roles
}

/// The open actions that an actor answers for, as lead or as a partner said to be accountable, and
/// those it has any role in: the first are among the second. Screens and documents count these.
pub fn loads<'p>(plan: &'p ActionPlan, actor: &str) -> (Vec<&'p Action>, Vec<&'p Action>) {
    let open = plan.actions.iter().filter(|action| action.is_open());
    let with = open.map(|action| (action, roles(action, actor)));
    let parts: Vec<_> = with.filter(|(_, roles)| !roles.is_empty()).collect();
    let answers = |(_, roles): &&(&Action, Vec<Role>)| roles.contains(&Role::Accountable);
    let leads = parts.iter().filter(answers).map(|(action, _)| *action).collect();
    (leads, parts.iter().map(|(action, _)| *action).collect())
}

/// Holes, conflicts, broken leads, overload, then what may be done twice, in the order of the plan.
/// What is over is nobody's hole. `usual`: what an actor who said nothing is held to lead at most.
pub fn findings(plan: &ActionPlan, usual: u8) -> Vec<Finding> {
    let open: Vec<&Action> = plan.actions.iter().filter(|action| action.is_open()).collect();
    let mut found = Vec::new();
    for action in &open {
        let id = || action.id.clone();
        let accountable = accountable(action);
        match accountable.as_slice() {
            [] => found.push(Finding::NoLead { action: id() }),
            [_] => {}
            _ => found.push(Finding::TwoLeads { action: id(), actors: accountable.clone() }),
        }
        let broken = accountable.iter().filter(|actor| plan.actor(actor).is_none());
        found
            .extend(broken.map(|actor| Finding::BrokenLead { action: id(), actor: actor.clone() }));
    }
    found.sort_by_key(|one| Finding::IDS.iter().position(|id| *id == one.id()));
    found.extend(overload(plan, &open, usual));
    found.extend(twice(&open));
    found
}

/// Who answers for an action: leads, then partners said to be accountable, each once.
fn accountable(action: &Action) -> Vec<Id> {
    let partners = action.partners.iter().filter(|one| one.role == Role::Accountable);
    let mut all: Vec<Id> = Vec::new();
    for id in action.lead.iter().chain(partners.map(|one| &one.actor)) {
        if !all.contains(id) {
            all.push(id.clone());
        }
    }
    all
}

fn overload(plan: &ActionPlan, open: &[&Action], usual: u8) -> Vec<Finding> {
    let mut leads: BTreeMap<&str, Vec<Id>> = BTreeMap::new();
    for action in open {
        for actor in &action.lead {
            leads.entry(actor).or_default().push(action.id.clone());
        }
    }
    let of = |actor: &crate::model::action::Actor| {
        let capacity = actor.capacity.unwrap_or(usual);
        let leads = leads.get(actor.id.as_str()).filter(|all| all.len() > usize::from(capacity))?;
        let said = actor.capacity.is_some();
        Some(Finding::Overload { actor: actor.id.clone(), leads: leads.clone(), capacity, said })
    };
    plan.actors.iter().filter_map(of).collect()
}

fn twice(open: &[&Action]) -> Vec<Finding> {
    let sentences = Sentences::new(open.iter().map(|action| action.title.as_str()));
    let mut found = Vec::new();
    for (rank, a) in open.iter().enumerate() {
        for (other, likeness) in sentences.after(rank) {
            let Some(b) = open.get(other) else { continue };
            let shared = shared(a, b, likeness.words);
            let same_lever = shared.lever.is_some();
            let same_people = !shared.targets.is_empty() || !shared.occupations.is_empty();
            let same = likeness.score >= BY_TITLE
                || (same_lever && same_people && likeness.score >= BY_MORE)
                || (same_lever
                    && !shared.occupations.is_empty()
                    && shared.occupations.len() == a.occupations.len().max(b.occupations.len())
                    && likeness.score >= BY_OCCUPATION);
            if same {
                found.push(Finding::Alike {
                    a: a.id.clone(),
                    b: b.id.clone(),
                    score: likeness.score,
                    shared,
                });
            }
        }
    }
    found
}

fn shared(a: &Action, b: &Action, words: Vec<String>) -> Shared {
    let common = |a: &[String], b: &[String]| -> Vec<String> {
        a.iter().filter(|one| b.contains(one)).cloned().collect()
    };
    Shared {
        lever: a.lever.clone().filter(|lever| b.lever.as_ref() == Some(lever)),
        targets: common(&a.targets, &b.targets),
        occupations: common(&a.occupations, &b.occupations),
        words,
        across_actors: common(&a.lead, &b.lead).is_empty(),
    }
}

#[cfg(test)]
mod tests;
