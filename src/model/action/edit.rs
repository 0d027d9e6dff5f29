//! Changes of a plan, each with its line in the journal where it is a decision.
//!
//! They are made on a copy that replaces the whole: undoing brings all of it back.

use crate::model::Date;
use crate::model::action::decided::{Decided, FrozenFigure};
use crate::model::action::indicator::{Indicator, Measure};
use crate::model::action::journal::{Entry, Event, of_former, of_realised};
use crate::model::action::sheet::{Action, Milestone, Outcome, Realised, SignedOff, Status};
use crate::model::action::workshop::{Apart, Contribution, Question};
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
    pub const EVALUATE: &str = "plan-evaluate";
    pub const REMOVE: &str = "plan-remove";
    pub const WORKSHOP: &str = "plan-workshop";
    pub const MERGE: &str = "plan-merge";
    pub const PASTE: &str = "plan-paste";
    pub const NOTE: &str = "plan-note";
    pub const YEAR: &str = "plan-year";
    pub const OF_YEAR: &str = "plan-of-year";

    pub const ALL: [&str; 22] = [
        SEED, LISTS, ACTOR, ADD, ADOPT, SHEET, STATUS, DECIDE, SIGN, LEAD, MILESTONE, INDICATOR,
        MEASURE, REALISED, EVALUATE, REMOVE, WORKSHOP, MERGE, PASTE, NOTE, YEAR, OF_YEAR,
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
        let decided = action.decided_on.clone();
        self.actions.push(action);
        self.write_on(event, Some(&id), "", decided.as_ref(), by);
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
        self.write(Event::Status, Some(action), &words, by);
        true
    }

    /// Keeps the figures that an action is decided on; one that was an idea is decided. What it was
    /// decided on before stays in the journal, whole.
    pub fn decide(&mut self, action: &str, on: Decided) -> bool {
        let Some(known) = self.actions.iter_mut().find(|one| one.id == action) else {
            return false;
        };
        if known.status == Status::Idea {
            known.status = Status::Decided;
        }
        let by = By { date: on.date, who: on.who.clone() };
        let kept = on.clone();
        known.decided_on = Some(on);
        self.write_on(Event::Decided, Some(action), "", Some(&kept), &by);
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
        // What was drafted in nobody's name is decided by who agrees to it.
        if let Some(on) = known.decided_on.as_mut().filter(|on| on.who.trim().is_empty()) {
            on.who.clone_from(&by.who);
        }
        // What is agreed to is no idea any more.
        if known.status == Status::Idea {
            known.status = Status::Decided;
        }
        self.write(Event::SignedOff, Some(action), "", by);
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
        self.write(Event::Lead, Some(action), &words, by);
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
        self.write(Event::Milestone, Some(action), &name, by);
        true
    }

    /// A measure, and the day of the next one.
    pub fn measure(&mut self, indicator: &str, measure: Measure, by: &By) -> bool {
        let Some(known) = self.indicators.iter_mut().find(|one| one.id == indicator) else {
            return false;
        };
        let words = measure.value.to_string();
        known.take(measure, by.date);
        self.write(Event::Measured, Some(indicator), &words, by);
        true
    }

    /// Of an action that ended in a closed year too: who is still there a year later is known when
    /// it is over.
    pub fn realise(&mut self, action: &str, realised: Realised, by: &By) -> bool {
        let Some(known) = self.any_action_mut(action) else { return false };
        let words = of_realised(&realised.places, &known.planned, &realised.reason);
        known.realised.push(realised);
        self.write(Event::Realised, Some(action), &words, by);
        true
    }

    /// Replaces what was said to be realised, by its place in the order of writing.
    pub fn put_realised(&mut self, action: &str, at: usize, realised: Realised) -> bool {
        let known = self.any_action_mut(action).and_then(|one| one.realised.get_mut(at));
        known.map(|known| *known = realised).is_some()
    }

    /// Takes back what was said to be realised, by its place in the order of writing.
    pub fn unrealise(&mut self, action: &str, at: usize) -> bool {
        let Some(known) = self.any_action_mut(action) else { return false };
        if at >= known.realised.len() {
            return false;
        }
        known.realised.remove(at);
        true
    }

    /// What came of an action that ended in a closed year, said otherwise: the journal keeps what
    /// each part said before. `false` where nothing changes or there is no such action.
    pub fn evaluate(&mut self, action: &str, outcome: Outcome, by: &By) -> bool {
        let Some(known) = self.any_action_mut(action) else { return false };
        let before = std::mem::replace(&mut known.outcome, outcome);
        let after = known.outcome.clone();
        let of = |one: &Outcome| {
            let reached = one.reached.map(|reached| reached.id().to_owned()).unwrap_or_default();
            [one.done.clone(), one.hindered.clone(), one.follows.clone(), reached]
        };
        let mut changed = false;
        let parts = ["done", "hindered", "follows", "reached"];
        for (part, (former, now)) in parts.into_iter().zip(of(&before).iter().zip(&of(&after))) {
            if former != now {
                self.write(Event::Evaluated, Some(action), &of_former(part, former), by);
                changed = true;
            }
        }
        changed
    }

    /// The evaluation of a closed year, said otherwise: the journal keeps what it said before.
    pub fn evaluate_year(&mut self, year: u16, evaluation: &str, by: &By) -> bool {
        let Some(closed) = self.archive.iter_mut().find(|one| one.year == year) else {
            return false;
        };
        if closed.evaluation == evaluation {
            return false;
        }
        let former = std::mem::replace(&mut closed.evaluation, evaluation.to_owned());
        let words = of_former("year", &format!("{year} {former}"));
        self.write(Event::Evaluated, None, &words, by);
        true
    }

    /// Figures that were not made yet when an action was drafted, or were kept back: it is drafted on
    /// them too, and its line in the journal holds them. None of other files, codes or method, and
    /// none once it is decided or agreed to. Whether anything came.
    pub fn complete(&mut self, action: &str, on: &Decided) -> bool {
        let Some(known) = self.actions.iter_mut().find(|one| one.id == action) else {
            return false;
        };
        if known.status != Status::Idea || known.signed_off.is_some() {
            return false;
        }
        let Some(drafted) = &mut known.decided_on else { return false };
        let same = drafted.fingerprints == on.fingerprints
            && drafted.method == on.method
            && drafted.edition == on.edition;
        // Of a figure that was kept back: once it is not.
        let lacks = |one: &FrozenFigure| match drafted.figures.iter().find(|had| had.key == one.key)
        {
            Some(had) => had.hidden.is_some() && one.hidden.is_none(),
            None => true,
        };
        let come: Vec<FrozenFigure> =
            on.figures.iter().filter(|one| same && lacks(one)).cloned().collect();
        if come.is_empty() {
            return false;
        }
        let before = drafted.figures.clone();
        for one in come {
            match drafted.figures.iter_mut().find(|had| had.key == one.key) {
                Some(had) => *had = one,
                None => drafted.figures.push(one),
            }
        }
        let after = drafted.figures.clone();
        let of_draft = |entry: &&mut Entry| {
            entry.event == Event::Adopted
                && entry.subject.as_deref() == Some(action)
                && entry.figures == before
        };
        if let Some(entry) = self.journal.iter_mut().rev().find(of_draft) {
            entry.figures = after;
        }
        true
    }

    /// A remark on anything, or on the plan.
    pub fn remark(&mut self, subject: Option<&str>, words: &str, by: &By) {
        self.write(Event::Note, subject, words, by);
    }

    /// Removes anything by its identifier. What refers to it still does, and shows its name then;
    /// the figures that an action was decided on stay in the journal.
    pub fn remove(&mut self, id: &str, by: &By) -> bool {
        let name = self.name(id);
        if name.is_broken() {
            return self.remove_milestone(id);
        }
        let name = name.text().to_owned();
        let decided = self.action(id).and_then(|one| one.decided_on.clone());
        let milestones: Vec<(Id, String)> = self
            .action(id)
            .into_iter()
            .flat_map(|action| &action.milestones)
            .map(|one| (one.id.clone(), one.name.clone()))
            .collect();
        self.write_on(Event::Removed, Some(id), "", decided.as_ref(), by);
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

    /// Says that two contributions are two things.
    pub fn tell_apart(&mut self, one: &str, other: &str) -> bool {
        let (one, other) = if one <= other { (one, other) } else { (other, one) };
        let pair = Apart { one: one.to_owned(), other: other.to_owned() };
        if self.apart.contains(&pair) {
            return false;
        }
        self.apart.push(pair);
        true
    }

    /// A line of the journal.
    pub fn write(&mut self, event: Event, subject: Option<&str>, words: &str, by: &By) {
        self.write_on(event, subject, words, None, by);
    }

    /// A line of the journal, with the figures that it stands on.
    pub fn write_on(
        &mut self,
        event: Event,
        subject: Option<&str>,
        words: &str,
        on: Option<&Decided>,
        by: &By,
    ) {
        let Decided { figures, fingerprints, method, edition, .. } =
            on.cloned().unwrap_or_else(|| Decided::nothing(by.date));
        let name = subject.map(|id| self.name(id).text().to_owned()).unwrap_or_default();
        self.journal.push(Entry {
            date: by.date,
            who: by.who.clone(),
            event,
            subject: subject.map(str::to_owned),
            name,
            words: words.to_owned(),
            figures,
            fingerprints,
            method,
            edition,
        });
    }
}

#[cfg(test)]
mod tests;
