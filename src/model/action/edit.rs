//! Changes of a plan, each with its line in the journal where it is a decision.
//!
//! They are made on a copy that replaces the whole: undoing brings all of it back.

use crate::model::Date;
use crate::model::action::decided::{Decided, FrozenFigure};
use crate::model::action::indicator::{Indicator, Measure};
use crate::model::action::journal::{Entry, Event};
use crate::model::action::sheet::{Action, Milestone, Realised, SignedOff, Status};
use crate::model::action::workshop::{Contribution, Question};
use crate::model::action::{ActionPlan, Actor, Id, Lever, Target, Wave};

/// Who does it, and when.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct By {
    pub date: Date,
    pub who: String,
}

/// Names of what is done, for "Undo …": keys in the catalogs after `edit-`.
pub mod step {
    pub const SEED: &str = "plan-seed";
    pub const LISTS: &str = "plan-lists";
    pub const ACTOR: &str = "plan-actor";
    pub const ADD: &str = "plan-add";
    pub const ADOPT: &str = "plan-adopt";
    pub const SHEET: &str = "plan-sheet";
    pub const STATUS: &str = "plan-status";
    pub const DECIDE: &str = "plan-decide";
    pub const SIGN: &str = "plan-sign";
    pub const LEAD: &str = "plan-lead";
    pub const MILESTONE: &str = "plan-milestone";
    pub const INDICATOR: &str = "plan-indicator";
    pub const MEASURE: &str = "plan-measure";
    pub const REALISED: &str = "plan-realised";
    pub const REMOVE: &str = "plan-remove";
    pub const WORKSHOP: &str = "plan-workshop";
    pub const MERGE: &str = "plan-merge";
    pub const PASTE: &str = "plan-paste";
    pub const NOTE: &str = "plan-note";
    pub const YEAR: &str = "plan-year";

    pub const ALL: [&str; 20] = [
        SEED, LISTS, ACTOR, ADD, ADOPT, SHEET, STATUS, DECIDE, SIGN, LEAD, MILESTONE, INDICATOR,
        MEASURE, REALISED, REMOVE, WORKSHOP, MERGE, PASTE, NOTE, YEAR,
    ];
}

/// Replaces the one of the same identifier; whether there was one.
macro_rules! put {
    ($name:ident, $list:ident, $of:ty) => {
        /// Replaces the one of the same identifier; `false` where there is none.
        pub fn $name(&mut self, new: $of) -> bool {
            match self.$list.iter_mut().find(|one| one.id == new.id) {
                Some(known) => {
                    *known = new;
                    true
                }
                None => false,
            }
        }
    };
}

/// Adds one under an identifier of its own, whatever it bore; the identifier.
macro_rules! add {
    ($name:ident, $list:ident, $letter:literal, $of:ty) => {
        /// Added under a new identifier, whatever it bore.
        pub fn $name(&mut self, new: $of) -> Id {
            let id = self.issue($letter);
            self.$list.push(<$of>::clone_with(new, &id));
            id
        }
    };
}

/// Something that bears an identifier.
trait Identified: Sized {
    fn clone_with(self, id: &str) -> Self;
}

macro_rules! identified {
    ($($of:ty),*) => {
        $(impl Identified for $of {
            fn clone_with(mut self, id: &str) -> Self {
                id.clone_into(&mut self.id);
                self
            }
        })*
    };
}

identified!(Lever, Target, Wave, Actor, Action, Indicator, Question, Contribution, Milestone);

impl ActionPlan {
    /// An identifier that nothing of the plan has, had or will have.
    pub fn issue(&mut self, letter: char) -> Id {
        self.issued += 1;
        format!("{letter}{}", self.issued)
    }

    add!(add_lever, levers, 'L', Lever);
    add!(add_target, targets, 'C', Target);
    add!(add_wave, waves, 'V', Wave);
    add!(add_actor, actors, 'P', Actor);
    add!(add_indicator, indicators, 'I', Indicator);
    add!(add_question, questions, 'Q', Question);
    add!(add_contribution, contributions, 'K', Contribution);

    put!(put_lever, levers, Lever);
    put!(put_target, targets, Target);
    put!(put_wave, waves, Wave);
    put!(put_actor, actors, Actor);
    put!(put_action, actions, Action);
    put!(put_indicator, indicators, Indicator);
    put!(put_question, questions, Question);
    put!(put_contribution, contributions, Contribution);

    /// An action, written by hand or, with `event`, adopted; its milestones take identifiers too.
    pub fn add_action(&mut self, action: Action, event: Event, by: &By) -> Id {
        let id = self.issue('A');
        let mut action = action.clone_with(&id);
        let milestones = std::mem::take(&mut action.milestones);
        action.milestones =
            milestones.into_iter().map(|one| one.clone_with(&self.issue('M'))).collect();
        let figures = action.decided_on.as_ref().map(|on| on.figures.clone()).unwrap_or_default();
        self.actions.push(action);
        self.write(event, Some(&id), "", figures, by);
        id
    }

    /// A milestone of an action; `None` where there is no such action.
    pub fn add_milestone(&mut self, action: &str, milestone: Milestone) -> Option<Id> {
        self.action(action)?;
        let id = self.issue('M');
        let milestone = milestone.clone_with(&id);
        self.actions.iter_mut().find(|one| one.id == action)?.milestones.push(milestone);
        Some(id)
    }

    /// Each returns whether anything changed.
    pub fn set_status(&mut self, action: &str, status: Status, by: &By) -> bool {
        let Some(known) = self.actions.iter_mut().find(|one| one.id == action) else {
            return false;
        };
        let before = std::mem::replace(&mut known.status, status);
        if before == status {
            return false;
        }
        let words = format!("{} {}", before.id(), status.id());
        self.write(Event::Status, Some(action), &words, Vec::new(), by);
        true
    }

    /// Keeps the figures that an action is decided on; one that was an idea is decided.
    pub fn decide(&mut self, action: &str, on: Decided) -> bool {
        let Some(known) = self.actions.iter_mut().find(|one| one.id == action) else {
            return false;
        };
        if known.status == Status::Idea {
            known.status = Status::Decided;
        }
        let by = By { date: on.date, who: on.who.clone() };
        let figures = on.figures.clone();
        known.decided_on = Some(on);
        self.write(Event::Decided, Some(action), "", figures, &by);
        true
    }

    pub fn sign_off(&mut self, action: &str, by: &By) -> bool {
        let Some(known) = self.actions.iter_mut().find(|one| one.id == action) else {
            return false;
        };
        let signed = SignedOff { date: by.date, who: by.who.clone() };
        if known.signed_off.as_ref() == Some(&signed) {
            return false;
        }
        known.signed_off = Some(signed);
        self.write(Event::SignedOff, Some(action), "", Vec::new(), by);
        true
    }

    pub fn set_lead(&mut self, action: &str, lead: Vec<Id>, by: &By) -> bool {
        let names: Vec<&str> = lead.iter().map(|id| self.name(id).text()).collect();
        let words = names.join(", ");
        let Some(known) = self.actions.iter_mut().find(|one| one.id == action) else {
            return false;
        };
        if known.lead == lead {
            return false;
        }
        known.lead = lead;
        self.write(Event::Lead, Some(action), &words, Vec::new(), by);
        true
    }

    pub fn milestone_done(&mut self, action: &str, milestone: &str, by: &By) -> bool {
        let known = self.actions.iter_mut().find(|one| one.id == action);
        let milestones = known.map(|one| one.milestones.iter_mut());
        let Some(known) = milestones.and_then(|mut all| all.find(|one| one.id == milestone)) else {
            return false;
        };
        if known.done == Some(by.date) {
            return false;
        }
        known.done = Some(by.date);
        let name = known.name.clone();
        self.write(Event::Milestone, Some(action), &name, Vec::new(), by);
        true
    }

    /// A measure; the next one is then due as many months later as the indicator says.
    pub fn measure(&mut self, indicator: &str, measure: Measure, by: &By) -> bool {
        let Some(known) = self.indicators.iter_mut().find(|one| one.id == indicator) else {
            return false;
        };
        if let Some(months) = known.every_months
            && known.next.is_none_or(|next| next <= measure.date)
        {
            known.next = measure.date.months_later(u32::from(months));
        }
        let words = measure.value.to_string();
        known.measures.push(measure);
        self.write(Event::Measured, Some(indicator), &words, Vec::new(), by);
        true
    }

    pub fn realise(&mut self, action: &str, realised: Realised, by: &By) -> bool {
        let Some(known) = self.actions.iter_mut().find(|one| one.id == action) else {
            return false;
        };
        let words = realised.reason.clone();
        known.realised.push(realised);
        self.write(Event::Realised, Some(action), &words, Vec::new(), by);
        true
    }

    /// A remark on anything, or on the plan.
    pub fn remark(&mut self, subject: Option<&str>, words: &str, by: &By) {
        self.write(Event::Note, subject, words, Vec::new(), by);
    }

    /// Removes anything by its identifier. What refers to it still does, and shows its name then;
    /// the figures that an action was decided on stay in the journal.
    pub fn remove(&mut self, id: &str, by: &By) -> bool {
        let name = self.name(id);
        if name.is_broken() {
            return self.remove_milestone(id);
        }
        let name = name.text().to_owned();
        let decided = self.action(id).and_then(|one| one.decided_on.as_ref());
        let figures = decided.map(|on| on.figures.clone()).unwrap_or_default();
        let milestones: Vec<(Id, String)> = self
            .action(id)
            .into_iter()
            .flat_map(|action| &action.milestones)
            .map(|one| (one.id.clone(), one.name.clone()))
            .collect();
        self.write(Event::Removed, Some(id), "", figures, by);
        self.levers.retain(|one| one.id != id);
        self.targets.retain(|one| one.id != id);
        self.waves.retain(|one| one.id != id);
        self.actors.retain(|one| one.id != id);
        self.actions.retain(|one| one.id != id);
        self.indicators.retain(|one| one.id != id);
        self.questions.retain(|one| one.id != id);
        self.contributions.retain(|one| one.id != id);
        self.gone.extend(milestones);
        self.gone.insert(id.to_owned(), name);
        true
    }

    fn remove_milestone(&mut self, id: &str) -> bool {
        for action in &mut self.actions {
            if let Some(at) = action.milestones.iter().position(|one| one.id == id) {
                let removed = action.milestones.remove(at);
                self.gone.insert(removed.id, removed.name);
                return true;
            }
        }
        false
    }

    /// Says that contributions say again what one says; those merged into them follow.
    pub fn merge(&mut self, into: &str, others: &[Id]) -> bool {
        let Some(first) = self.contribution(into) else { return false };
        // Never a chain: the one that is merged into may be merged itself, into one that is there.
        let head = first.merged_into.as_deref().and_then(|head| self.contribution(head));
        let head = head.unwrap_or(first).id.clone();
        let mut changed = false;
        for one in &mut self.contributions {
            if one.id == head && one.merged_into.take().is_some() {
                changed = true;
            }
            let said = others.contains(&one.id)
                || one.merged_into.as_ref().is_some_and(|into| others.contains(into));
            if said && one.id != head && one.merged_into.as_ref() != Some(&head) {
                one.merged_into = Some(head.clone());
                changed = true;
            }
        }
        changed
    }

    /// Takes a contribution out of its group; the others of a group without its first one too.
    pub fn split(&mut self, contribution: &str) -> bool {
        let mut changed = false;
        for one in &mut self.contributions {
            let apart = one.id == contribution || one.merged_into.as_deref() == Some(contribution);
            if apart && one.merged_into.take().is_some() {
                changed = true;
            }
        }
        changed
    }

    /// A line of the journal.
    pub fn write(
        &mut self,
        event: Event,
        subject: Option<&str>,
        words: &str,
        figures: Vec<FrozenFigure>,
        by: &By,
    ) {
        let name = subject.map(|id| self.name(id).text().to_owned()).unwrap_or_default();
        self.journal.push(Entry {
            date: by.date,
            who: by.who.clone(),
            event,
            subject: subject.map(str::to_owned),
            name,
            words: words.to_owned(),
            figures,
        });
    }
}

#[cfg(test)]
mod tests;
