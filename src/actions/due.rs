//! What is late, what comes: milestones, ends, measures, on a day that is given.

use crate::model::Date;
use crate::model::action::indicator::{Indicator, MOST};
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
    for indicator in &plan.indicators {
        if let Some(date) = next_measure(indicator) {
            push(What::Measure { indicator: indicator.id.clone() }, date);
        }
    }
    all.sort_by_key(|one| one.date);
    all
}

/// The day when an indicator is to be measured: as said, else its rhythm after the last measure, or
/// after its baseline; `None` where nothing says it.
pub fn next_measure(indicator: &Indicator) -> Option<Date> {
    let last = indicator.latest().map(|measure| measure.date).or(indicator.baseline_on);
    indicator.next.or_else(|| last?.months_later(u32::from(indicator.every_months?)))
}

/// How many indicators there are, where there are more than anybody keeps up.
pub fn too_many(plan: &ActionPlan) -> Option<usize> {
    Some(plan.indicators.len()).filter(|count| *count > MOST)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::action::sheet::{Action, Milestone, Status};

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
