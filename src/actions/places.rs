//! Planned and realised, from the places opened to who is still there a year later: per action, and
//! per programme.

use crate::model::Date;
use crate::model::action::ActionPlan;
use crate::model::action::sheet::{Action, Places};
use std::collections::BTreeMap;

/// A step of the way; what is not said is not zero.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Step {
    /// Of `Places::STEPS`.
    pub id: &'static str,
    pub planned: Option<u32>,
    pub realised: Option<u32>,
}

impl Step {
    /// Realised less planned, where both are said.
    pub fn gap(&self) -> Option<i64> {
        Some(i64::from(self.realised?) - i64::from(self.planned?))
    }
}

/// Planned against what was last said to be realised.
pub fn steps(action: &Action) -> [Step; 5] {
    of(&action.planned, &action.latest().map(|one| one.places).unwrap_or_default())
}

fn of(planned: &Places, realised: &Places) -> [Step; 5] {
    let (planned, realised) = (planned.steps(), realised.steps());
    let mut steps = Places::STEPS.map(|id| Step { id, planned: None, realised: None });
    for (step, (planned, realised)) in steps.iter_mut().zip(planned.into_iter().zip(realised)) {
        *step = Step { planned, realised, ..*step };
    }
    steps
}

/// Whether anything of the way is planned or realised.
pub fn has_places(action: &Action) -> bool {
    !action.planned.is_empty() || action.realised.iter().any(|one| !one.places.is_empty())
}

/// The reasons noted, with their dates, in the order of writing.
pub fn reasons(action: &Action) -> impl Iterator<Item = (Date, &str)> {
    let noted = action.realised.iter().filter(|one| !one.reason.is_empty());
    noted.map(|one| (one.date, one.reason.as_str()))
}

/// The actions of one candidate programme together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OfProgramme {
    /// As in the plan of training.
    pub key: String,
    pub name: String,
    pub actions: Vec<String>,
    /// Each sum is of the actions that say both, so that one silence makes no lack.
    pub steps: [Step; 5],
    /// Actions of which a step says one side alone, by step.
    pub partial: [u32; 5],
}

/// By key.
pub fn by_programme(plan: &ActionPlan) -> Vec<OfProgramme> {
    let mut all: BTreeMap<&str, Vec<&Action>> = BTreeMap::new();
    // People who are counted when an action is over are of its programme too.
    for action in plan.actions.iter().chain(plan.ended().map(|(_, action)| action)) {
        if let Some(link) = &action.programme {
            all.entry(&link.key).or_default().push(action);
        }
    }
    let one = |(key, actions): (&str, Vec<&Action>)| {
        // As it was named last.
        let mut names = actions.iter().rev().filter_map(|action| action.programme.as_ref());
        let mut sums = Places::STEPS.map(|id| Step { id, planned: None, realised: None });
        let mut partial = [0; 5];
        for action in &actions {
            for ((sum, partial), step) in sums.iter_mut().zip(partial.iter_mut()).zip(steps(action))
            {
                match (step.planned, step.realised) {
                    (Some(planned), Some(realised)) => {
                        sum.planned = Some(sum.planned.unwrap_or(0).saturating_add(planned));
                        sum.realised = Some(sum.realised.unwrap_or(0).saturating_add(realised));
                    }
                    (None, None) => {}
                    _ => *partial += 1,
                }
            }
        }
        OfProgramme {
            key: key.to_owned(),
            name: names.next().map(|link| link.name.clone()).unwrap_or_default(),
            actions: actions.iter().map(|action| action.id.clone()).collect(),
            steps: sums,
            partial,
        }
    };
    all.into_iter().map(one).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::actions::cycle::start;
    use crate::model::action::edit::By;
    use crate::model::action::sheet::{ProgrammeLink, Realised, Status};

    fn places(text: &str) -> Places {
        let mut steps = text.split(' ').map(|part| part.parse().ok());
        Places::from_steps(std::array::from_fn(|_| steps.next().flatten()))
    }

    fn action(id: &str, planned: &str, realised: &[(&str, &str)]) -> Action {
        let one = |(date, text): &(&str, &str)| Realised {
            date: date.parse().unwrap(),
            source: String::new(),
            places: places(text),
            reason: String::new(),
        };
        let name = "Aide à domicile".to_owned();
        Action {
            id: id.to_owned(),
            programme: Some(ProgrammeLink { key: "k".to_owned(), name }),
            planned: places(planned),
            realised: realised.iter().map(one).collect(),
            ..Action::default()
        }
    }

    fn told(steps: &[Step]) -> String {
        let part = |side: Option<u32>| side.map_or("-".to_owned(), |count| count.to_string());
        let all: Vec<String> =
            steps.iter().map(|s| format!("{}/{}", part(s.realised), part(s.planned))).collect();
        all.join(" ")
    }

    #[test]
    fn the_last_state_counts_not_the_sum_of_states() {
        let check = |realised: &[(&str, &str)], expect: &str| {
            assert_eq!(told(&steps(&action("A1", "12 12 10 8 -", realised))), expect);
        };
        check(&[], "-/12 -/12 -/10 -/8 -/-");
        check(
            &[("2025-03-01", "12 9 - - -"), ("2025-09-01", "12 9 7 - -")],
            "12/12 9/12 7/10 -/8 -/-",
        );
        check(
            &[("2025-09-01", "12 9 7 - -"), ("2025-03-01", "12 9 - - -")],
            "12/12 9/12 7/10 -/8 -/-",
        );
        check(
            &[("2025-09-01", "12 9 7 - -"), ("2025-09-01", "12 9 6 - 0")],
            "12/12 9/12 6/10 -/8 0/-",
        );
    }

    #[test]
    fn a_silence_makes_no_lack_in_a_sum() {
        let plan = ActionPlan {
            actions: vec![
                action("A1", "12 12 10 - -", &[("2025-09-01", "12 9 7 - -")]),
                action("A2", "8 8 6 - -", &[("2025-09-01", "8 8 - - -")]),
                action("A3", "10 - - - -", &[]),
            ],
            ..ActionPlan::default()
        };
        let all = by_programme(&plan);
        assert_eq!(all.len(), 1);
        assert_eq!(told(&all[0].steps), "20/20 17/20 7/10 -/- -/-");
        assert_eq!(all[0].partial, [1, 0, 1, 0, 0]);
        assert_eq!(all[0].actions, ["A1", "A2", "A3"]);
        assert_eq!(all[0].steps[1].gap(), Some(9 + 8 - 20));
    }

    /// People counted after the end are of their programme too, each action once.
    #[test]
    fn a_programme_counts_the_actions_of_closed_years() {
        let done = |id: &str| Action {
            status: Status::Done,
            ..action(id, "12 12 10 8 -", &[("2025-09-01", "12 9 7 6 -")])
        };
        let open = action("A2", "8 8 6 - -", &[("2025-09-01", "8 8 5 - -")]);
        let mut plan = ActionPlan {
            year: Some(2025),
            actions: vec![done("A1"), open],
            ..ActionPlan::default()
        };
        let before = by_programme(&plan);
        let by = By { date: "2026-01-05".parse().unwrap(), who: String::new() };
        plan = start(&plan, 2026, "", &by).unwrap();
        assert_eq!(plan.actions.len(), 1);
        let after = by_programme(&plan);
        assert_eq!(told(&after[0].steps), told(&before[0].steps));
        assert_eq!(after[0].actions, ["A2", "A1"]);
        let later = Realised {
            date: "2026-06-01".parse().unwrap(),
            source: String::new(),
            places: places("12 9 7 5 4"),
            reason: String::new(),
        };
        assert!(plan.realise("A1", later, &by));
        assert_eq!(told(&by_programme(&plan)[0].steps), "20/20 17/20 12/16 5/8 -/-");
    }
}
