//! Every decision of a plan: the last one of each action, those before it as the journal keeps
//! them, and those of actions that ended in years that are closed. None stops being followed.

use crate::model::action::ActionPlan;
use crate::model::action::decided::Decided;
use crate::model::action::sheet::Action;

/// A decision, with the action that it was taken on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decision<'a> {
    pub action: &'a Action,
    /// The year that the action ended in, where that is closed.
    pub closed: Option<u16>,
    pub on: Decided,
    /// The line of the journal that keeps it, from 1; `None`: the last one, which the sheet keeps.
    pub line: Option<usize>,
}

impl Decision<'_> {
    /// In keys of rows: `A12`, and `A12/e5` of an earlier one.
    pub fn key(&self) -> String {
        match self.line {
            None => self.action.id.clone(),
            Some(line) => format!("{}/e{line}", self.action.id),
        }
    }

    pub const fn is_last(&self) -> bool {
        self.line.is_none()
    }
}

/// Actions in the order of the plan, then those that ended, the latest year first; of each its last
/// decision, then those before it, the latest first.
pub fn decisions(plan: &ActionPlan) -> Vec<Decision<'_>> {
    let here = plan.actions.iter().map(|action| (None, action));
    let ended = plan.ended().map(|(year, action)| (Some(year.year), action));
    here.chain(ended).flat_map(|(closed, action)| of(plan, action, closed)).collect()
}

/// The decisions of one action that is in the plan or ended.
pub fn of_action<'a>(plan: &'a ActionPlan, id: &str) -> Vec<Decision<'a>> {
    let here = plan.action(id).map(|action| (None, action));
    let ended = || {
        let mut all = plan.ended().map(|(year, action)| (Some(year.year), action));
        all.find(|(_, action)| action.id == *id)
    };
    here.or_else(ended).map(|(closed, action)| of(plan, action, closed)).unwrap_or_default()
}

fn of<'a>(plan: &ActionPlan, action: &'a Action, closed: Option<u16>) -> Vec<Decision<'a>> {
    let last = action.decided_on.clone();
    let of_action = plan.journal.iter().enumerate().rev().filter_map(|(at, entry)| {
        let is_of = entry.subject.as_ref() == Some(&action.id);
        Some((at + 1, entry.decision().filter(|_| is_of)?))
    });
    // The last one is in the journal too.
    let mut seen = last.iter().map(|on| (on.date, on.figures.clone())).collect::<Vec<_>>();
    let mut all: Vec<Decision<'a>> =
        last.into_iter().map(|on| Decision { action, closed, on, line: None }).collect();
    for (line, on) in of_action {
        let known = (on.date, on.figures.clone());
        if !seen.contains(&known) {
            seen.push(known);
            all.push(Decision { action, closed, on, line: Some(line) });
        }
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::actions::cycle;
    use crate::model::action::decided::{FigureKey, Fingerprint, FrozenFigure, Spread};
    use crate::model::action::edit::By;
    use crate::model::action::journal::Event;
    use crate::model::action::sheet::Status;
    use crate::model::decimal::Decimal;

    fn by(day: &str) -> By {
        By { date: day.parse().unwrap(), who: "Comité".to_owned() }
    }

    pub fn decided(day: &str, value: u32) -> Decided {
        let figure = FrozenFigure {
            key: FigureKey { table: "diagnostic".to_owned(), ..FigureKey::default() },
            value: Some(Decimal::whole(value)),
            ..FrozenFigure::blank(Spread::None)
        };
        Decided {
            who: "Comité".to_owned(),
            figures: vec![figure],
            fingerprints: vec![Fingerprint { file: "a.xlsx".to_owned(), sha256: day.to_owned() }],
            method: "prior_strength=5".to_owned(),
            edition: "fap2021".to_owned(),
            ..Decided::nothing(day.parse().unwrap())
        }
    }

    fn told(plan: &ActionPlan) -> Vec<String> {
        let one = |one: &Decision<'_>| format!("{} {} {:?}", one.key(), one.on.date, one.closed);
        decisions(plan).iter().map(one).collect()
    }

    #[test]
    fn a_decision_taken_again_keeps_the_one_before_whole() {
        let mut plan = ActionPlan::default();
        let id = plan.add_action(Action::default(), Event::Added, &by("2024-01-01"));
        plan.decide(&id, decided("2024-06-01", 12));
        plan.decide(&id, decided("2025-06-01", 15));
        assert_eq!(told(&plan), ["A1 2025-06-01 None", "A1/e2 2024-06-01 None"]);
        // Fingerprints, method and edition with it: it can still be set against a later year.
        assert_eq!(decisions(&plan)[1].on, decided("2024-06-01", 12));
        assert_eq!(of_action(&plan, &id).len(), 2);
        assert_eq!(of_action(&plan, "A9"), []);
        plan.decide(&id, decided("2025-06-01", 15));
        assert_eq!(told(&plan).len(), 2, "the same on the same day is one decision");
    }

    #[test]
    fn what_ended_is_followed_through_the_years() {
        let mut plan = ActionPlan { year: Some(2024), ..ActionPlan::default() };
        let ids = [Status::Done, Status::Running, Status::Idea].map(|status| {
            let id = plan.add_action(Action::default(), Event::Added, &by("2024-01-01"));
            plan.decide(&id, decided("2024-06-01", 12));
            plan.set_status(&id, status, &by("2024-12-01"));
            id
        });
        let plan = cycle::start(&plan, 2025, "", &by("2025-01-05")).unwrap();
        assert_eq!(
            told(&plan),
            ["A2 2024-06-01 None", "A3 2024-06-01 None", "A1 2024-06-01 Some(2024)"]
        );
        let mut plan = plan;
        plan.set_status(&ids[1], Status::Stopped, &by("2025-06-01"));
        let mut plan = cycle::start(&plan, 2026, "", &by("2026-01-05")).unwrap();
        assert_eq!(
            told(&plan),
            ["A3 2024-06-01 None", "A2 2024-06-01 Some(2025)", "A1 2024-06-01 Some(2024)"]
        );
        // One that was carried over and removed since did not end.
        plan.remove(&ids[2], &by("2026-02-01"));
        assert_eq!(told(&plan).len(), 2);
    }
}
