use super::*;
use crate::model::action::indicator::{Indicator, Measure};
use crate::model::action::sheet::{Milestone, Outcome, Reached};
use crate::model::action::{Actor, Lever};
use crate::model::decimal::Decimal;

fn by() -> By {
    By { date: "2026-01-10".parse().unwrap(), who: "Comité".to_owned() }
}

fn plan() -> ActionPlan {
    let mut plan = ActionPlan { year: Some(2025), ..ActionPlan::default() };
    let lever = plan.add_lever(Lever { name: "Formation".to_owned(), ..Lever::default() });
    let actor = plan.add_actor(Actor { name: "Greta".to_owned(), ..Actor::default() });
    let indicator = Indicator {
        name: "Places".to_owned(),
        measures: vec![Measure::by_hand(
            "2025-06-30".parse().unwrap(),
            Decimal::whole(12),
            "Greta".to_owned(),
            String::new(),
        )],
        ..Indicator::default()
    };
    let indicator = plan.add_indicator(indicator);
    for status in Status::ALL {
        let milestone = |name: &str, done: Option<&str>| Milestone {
            name: name.to_owned(),
            due: "2025-09-01".parse().ok(),
            done: done.map(|day| day.parse().unwrap()),
            ..Milestone::default()
        };
        let action = Action {
            title: status.id().to_owned(),
            status,
            lever: Some(lever.clone()),
            lead: vec![actor.clone()],
            indicators: vec![indicator.clone()],
            milestones: vec![milestone("premier", Some("2025-08-30")), milestone("second", None)],
            ..Action::default()
        };
        plan.add_action(action, Event::Added, &by());
    }
    plan.actions[3].outcome = Outcome { reached: Some(Reached::Partly), ..Outcome::default() };
    plan
}

#[test]
fn what_goes_on_is_carried_over_and_what_ended_is_in_the_archive() {
    let before = plan();
    let next = start(&before, 2026, "Une année utile.", &by()).unwrap();
    let titles: Vec<&str> = next.actions.iter().map(|one| one.title.as_str()).collect();
    assert_eq!(titles, ["idea", "decided", "running"]);
    assert!(next.actions.iter().all(|one| one.milestones.len() == 1));
    assert_eq!(next.actions[0].milestones[0].name, "second");
    assert_eq!(next.indicators, before.indicators);
    assert_eq!(next.year, Some(2026));
    let [closed] = next.archive.as_slice() else { panic!() };
    assert_eq!((closed.year, closed.evaluation.as_str()), (2025, "Une année utile."));
    // The archive is the plan as it stood, whole.
    assert_eq!((&closed.actions, &closed.indicators), (&before.actions, &before.indicators));
    let names: Vec<&str> = closed.names.values().map(String::as_str).collect();
    assert_eq!(names, ["Places", "Formation", "Greta"]);
    // What refers to an ended action still finds its name.
    let done = &before.actions[3].id;
    assert_eq!(next.name(done), Named::Gone("done"));
    assert_eq!(next.journal.last().map(|one| one.event), Some(Event::YearStarted));
}

#[test]
fn the_archive_is_readable_whatever_is_removed_later() {
    let mut next = start(&plan(), 2026, "", &by()).unwrap();
    let ids: Vec<Id> = next.ids().map(str::to_owned).collect();
    let archived = next.archive.clone();
    for id in ids {
        next.remove(&id, &by());
    }
    assert_eq!(next.archive, archived);
    let lead = &archived[0].actions[0].lead[0];
    assert_eq!(archived[0].names.get(lead).map(String::as_str), Some("Greta"));
}

#[test]
fn a_year_comes_after_those_before() {
    let check = |plan: &ActionPlan, year: u16, expect: Option<u16>| {
        let last = start(plan, year, "", &by()).err().map(|error| {
            let CycleError::NotAfter { last, .. } = error;
            last
        });
        assert_eq!(last, expect, "{year}");
    };
    check(&plan(), 2025, Some(2025));
    check(&plan(), 2024, Some(2025));
    check(&plan(), 2027, None);
    check(&ActionPlan::default(), 2024, None);
    let next = start(&plan(), 2026, "", &by()).unwrap();
    check(&next, 2026, Some(2026));
    let undated = ActionPlan { year: None, ..next };
    check(&undated, 2025, Some(2025));
}

#[test]
fn a_plan_is_of_a_year_after_those_that_are_closed() {
    let next = start(&plan(), 2026, "", &by()).unwrap();
    assert!(may_be_of(&next, 2026) && may_be_of(&next, 2028));
    assert!(!may_be_of(&next, 2025));
    assert!(may_be_of(&plan(), 2019));
}

#[test]
fn ended_actions_without_an_evaluation_are_told() {
    let plan = plan();
    let titles: Vec<&str> = unevaluated(&plan).map(|one| one.title.as_str()).collect();
    assert_eq!(titles, ["stopped"]);
    // Words are an evaluation too, whether or not it is said how far it went.
    let mut plan = plan;
    plan.actions[4].outcome.follows = "Rouvrir en 2026".to_owned();
    assert_eq!(unevaluated(&plan).count(), 0);
}
