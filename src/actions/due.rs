//! What is late, what comes: milestones, ends, measures, on a day that is given.

use crate::model::Date;
use crate::model::action::indicator::{Indicator, MOST};
use crate::model::action::journal::Event;
use crate::model::action::sheet::Action;
use crate::model::action::{ActionPlan, Id};

/// What is due.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum What {
    Milestone {
        action: Id,
        milestone: Id,
        name: String,
    },
    /// An action that should be over.
    End {
        action: Id,
    },
    /// An indicator that is to be measured.
    Measure {
        indicator: Id,
    },
}

impl What {
    /// In `--json`, and in the catalogs (`plan-due-…`).
    pub const fn id(&self) -> &'static str {
        match self {
            Self::Milestone { .. } => "milestone",
            Self::End { .. } => "end",
            Self::Measure { .. } => "measure",
        }
    }

    pub const IDS: [&str; 3] = ["milestone", "end", "measure"];
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Due {
    pub what: What,
    pub date: Date,
    /// Days since, below 0 for what comes.
    pub days: i64,
}

/// What should be done and is not, the latest first.
pub fn late(plan: &ActionPlan, today: Date) -> Vec<Due> {
    let mut all = due(plan, today);
    all.retain(|one| one.days > 0);
    all
}

/// What is due today and in the days after, the nearest first.
pub fn coming(plan: &ActionPlan, today: Date, days: u32) -> Vec<Due> {
    let mut all = due(plan, today);
    all.retain(|one| one.days <= 0 && one.days >= -i64::from(days));
    all
}

/// By date, then in the order of the plan.
fn due(plan: &ActionPlan, today: Date) -> Vec<Due> {
    let mut all = Vec::new();
    let mut push = |what: What, date: Date| {
        all.push(Due { what, date, days: today.ordinal() - date.ordinal() });
    };
    for action in plan.actions.iter().filter(|action| action.is_open()) {
        for milestone in action.milestones.iter().filter(|one| one.done.is_none()) {
            if let Some(date) = milestone.due {
                let (id, name) = (milestone.id.clone(), milestone.name.clone());
                push(What::Milestone { action: action.id.clone(), milestone: id, name }, date);
            }
        }
        if let Some(date) = action.ends {
            push(What::End { action: action.id.clone() }, date);
        }
    }
    for indicator in plan.indicators.iter().filter(|one| is_followed(plan, &one.id)) {
        if let Some(date) = next_measure(plan, indicator) {
            push(What::Measure { indicator: indicator.id.clone() }, date);
        }
    }
    all.sort_by_key(|one| one.date);
    all
}

/// The day when an indicator is to be measured: as said, else its rhythm after the last measure,
/// after its baseline, or after its first action was decided; `None` where nothing says it.
pub fn next_measure(plan: &ActionPlan, indicator: &Indicator) -> Option<Date> {
    let last = || indicator.latest().map(|measure| measure.date).or(indicator.baseline_on);
    let from = || last().or_else(|| begun(plan, &indicator.id));
    indicator.next.or_else(|| from()?.months_later(u32::from(indicator.every_months?)))
}

/// The day that the first action of an indicator was decided, else written.
fn begun(plan: &ActionPlan, indicator: &Id) -> Option<Date> {
    let actions = plan.actions.iter().filter(|one| one.indicators.contains(indicator));
    actions.filter_map(|action| decided_or_written(plan, action)).min()
}

fn decided_or_written(plan: &ActionPlan, action: &Action) -> Option<Date> {
    let on = |events: &[Event]| {
        let of = plan.journal.iter().filter(|one| one.subject.as_ref() == Some(&action.id));
        of.filter(|one| events.contains(&one.event)).map(|one| one.date).min()
    };
    let decided = action.decided_on.as_ref().map(|on| on.date);
    let first = [decided, on(&[Event::Adopted, Event::Decided])].into_iter().flatten().min();
    first.or_else(|| on(&[Event::Added]))
}

/// Whether an indicator is still to be kept up: its actions are not all over. One of no action
/// follows the plan as a whole.
pub fn is_followed(plan: &ActionPlan, indicator: &Id) -> bool {
    let uses = |action: &&Action| action.indicators.contains(indicator);
    let mut here = plan.actions.iter().filter(uses).peekable();
    if here.peek().is_some() {
        return here.any(Action::is_open);
    }
    !plan.ended().any(|(_, action)| uses(&action))
}

/// Indicators, those that are late first, by how much; then those that are followed, then those of
/// actions that are over; each in the order of the plan.
pub fn by_urgency(plan: &ActionPlan, today: Date) -> Vec<&Indicator> {
    let late = |one: &Indicator| {
        let next = next_measure(plan, one)?;
        (next < today).then_some(next)
    };
    let mut all: Vec<&Indicator> = plan.indicators.iter().collect();
    all.sort_by_key(|one| match (is_followed(plan, &one.id), late(one)) {
        (true, Some(next)) => (0, Some(next)),
        (true, None) => (1, None),
        (false, _) => (2, None),
    });
    all
}

/// How many indicators are followed, where there are more than anybody keeps up.
pub fn too_many(plan: &ActionPlan) -> Option<usize> {
    let followed = plan.indicators.iter().filter(|one| is_followed(plan, &one.id));
    Some(followed.count()).filter(|count| *count > MOST)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::action::decided::Decided;
    use crate::model::action::edit::By;
    use crate::model::action::sheet::{Milestone, Status};

    fn date(text: &str) -> Date {
        text.parse().unwrap()
    }

    fn plan() -> ActionPlan {
        let milestone = |id: &str, due: &str, done: Option<&str>| Milestone {
            id: id.to_owned(),
            name: format!("jalon {id}"),
            due: Some(date(due)),
            done: done.map(date),
        };
        let action = |id: &str, status, ends: Option<&str>, milestones| Action {
            id: id.to_owned(),
            status,
            ends: ends.map(date),
            milestones,
            ..Action::default()
        };
        let indicator = |id: &str, next: Option<&str>, on: Option<&str>| Indicator {
            id: id.to_owned(),
            next: next.map(date),
            baseline_on: on.map(date),
            every_months: Some(6),
            ..Indicator::default()
        };
        ActionPlan {
            actions: vec![
                action(
                    "A1",
                    Status::Running,
                    Some("2025-06-30"),
                    vec![
                        milestone("M1", "2025-01-15", Some("2025-01-10")),
                        milestone("M2", "2025-03-01", None),
                        milestone("M3", "2025-05-10", None),
                    ],
                ),
                action(
                    "A2",
                    Status::Done,
                    Some("2025-01-01"),
                    vec![milestone("M4", "2024-01-01", None)],
                ),
            ],
            indicators: vec![
                indicator("I1", Some("2025-02-01"), None),
                indicator("I2", None, Some("2024-10-31")),
                indicator("I3", None, None),
            ],
            ..ActionPlan::default()
        }
    }

    fn told(all: &[Due]) -> Vec<String> {
        let one = |due: &Due| {
            let of = match &due.what {
                What::Milestone { milestone, .. } => milestone,
                What::End { action } => action,
                What::Measure { indicator } => indicator,
            };
            format!("{} {of} {}", due.what.id(), due.days)
        };
        all.iter().map(one).collect()
    }

    #[test]
    fn what_is_late_comes_first_and_what_is_over_does_not_come() {
        let check = |today: &str, expect: &[&str]| {
            assert_eq!(told(&late(&plan(), date(today))), expect, "{today}");
        };
        check("2025-02-01", &[]);
        check("2025-02-02", &["measure I1 1"]);
        check("2025-05-01", &["measure I1 89", "milestone M2 61", "measure I2 1"]);
        let all =
            ["measure I1 150", "milestone M2 122", "measure I2 62", "milestone M3 52", "end A1 1"];
        check("2025-07-01", &all);
    }

    #[test]
    fn what_comes_is_told_from_the_day_itself() {
        let plan = plan();
        let check = |today: &str, days: u32, expect: &[&str]| {
            assert_eq!(told(&coming(&plan, date(today), days)), expect, "{today}");
        };
        check("2025-03-01", 60, &["milestone M2 0", "measure I2 -60"]);
        check("2025-03-01", 59, &["milestone M2 0"]);
    }

    /// An indicator without a baseline nor a measure is late a rhythm after the decision.
    #[test]
    fn a_rhythm_counts_from_the_decision_where_nothing_was_measured() {
        let mut plan = ActionPlan::default();
        let by = |day: &str| By { date: date(day), who: String::new() };
        let id = plan.add_indicator(Indicator { every_months: Some(6), ..Indicator::default() });
        let indicators = vec![id];
        let action = Action { indicators: indicators.clone(), ..Action::default() };
        plan.add_action(action.clone(), Event::Added, &by("2024-06-01"));
        assert_eq!(told(&late(&plan, date("2024-12-02"))), ["measure I1 1"]);
        let on = Decided::nothing(date("2024-09-01"));
        plan.actions[0].decided_on = Some(on);
        assert_eq!(told(&late(&plan, date("2024-12-02"))), [""; 0], "decided later");
        assert_eq!(told(&late(&plan, date("2025-03-02"))), ["measure I1 1"]);
        // The first of its actions starts the count.
        plan.add_action(action, Event::Adopted, &by("2024-07-01"));
        assert_eq!(told(&late(&plan, date("2025-03-02"))), ["measure I1 60"]);
    }

    #[test]
    fn an_indicator_of_ended_actions_is_neither_late_nor_of_the_dozen() {
        let mut plan = plan();
        plan.indicators.truncate(1);
        plan.actions[0].milestones.clear();
        let check = |plan: &ActionPlan, expect: bool| {
            assert_eq!(is_followed(plan, &"I1".to_owned()), expect);
            let late = late(plan, date("2025-05-01"));
            assert_eq!(told(&late) == ["measure I1 89"], expect, "{late:?}");
        };
        // Of no action, it is of the plan.
        check(&plan, true);
        plan.actions[1].indicators.push("I1".to_owned());
        check(&plan, false);
        plan.actions[0].indicators.push("I1".to_owned());
        check(&plan, true);
        plan.actions[0].indicators.clear();
        plan.year = Some(2025);
        let by = By { date: date("2026-01-05"), who: String::new() };
        let mut next = crate::actions::cycle::start(&plan, 2026, "", &by).unwrap();
        assert_eq!(next.actions.len(), 1);
        next.actions[0].ends = None;
        check(&next, false);
        // Thirteen, of which one is over.
        next.indicators.resize(13, Indicator::default());
        assert_eq!(too_many(&next), None);
        next.indicators.push(Indicator::default());
        assert_eq!(too_many(&next), Some(13));
    }

    #[test]
    fn what_is_late_comes_first_in_lists() {
        let plan = plan();
        let ids = |today: &str| -> Vec<&str> {
            by_urgency(&plan, date(today)).iter().map(|one| one.id.as_str()).collect()
        };
        assert_eq!(ids("2025-01-01"), ["I1", "I2", "I3"]);
        let mut turned = plan.clone();
        turned.indicators.reverse();
        let of = by_urgency(&turned, date("2025-05-01"));
        let of: Vec<&str> = of.iter().map(|one| one.id.as_str()).collect();
        assert_eq!(of, ["I1", "I2", "I3"], "the latest first, then what is not late");
    }

    #[test]
    fn more_than_a_dozen_indicators_are_too_many() {
        let of = |count: usize| ActionPlan {
            indicators: vec![Indicator::default(); count],
            ..ActionPlan::default()
        };
        assert_eq!(too_many(&of(12)), None);
        assert_eq!(too_many(&of(13)), Some(13));
    }
}
