use super::*;
use crate::model::action::Named;
use crate::model::action::decided::{FigureKey, Fingerprint, FrozenFigure, Spread};
use crate::model::action::sheet::Partner;
use crate::model::decimal::Decimal;
use proptest::prelude::*;
use std::collections::BTreeSet;

fn by() -> By {
    By { date: "2025-03-01".parse().unwrap(), who: "Comité de pilotage".to_owned() }
}

fn decided() -> Decided {
    let key = FigureKey {
        table: "diagnostic".to_owned(),
        row: "V0X60".to_owned(),
        column: "posterior".to_owned(),
    };
    let figure = FrozenFigure {
        key,
        mark: "K7Q2XA-9F".to_owned(),
        indicator: "difficult-share-posterior".to_owned(),
        label: "Part lissée".to_owned(),
        territory: "be:9601".to_owned(),
        occupation: Some("fap2021:V0X60".to_owned()),
        unit: Some(crate::model::Unit::ShareOfProjects),
        value: Decimal::new(0.5),
        words: String::new(),
        low: Decimal::new(0.4),
        high: Decimal::new(0.6),
        spread: Spread::Interval(80),
        n: Some(12),
        grade: Some(crate::model::Grade::A),
        hidden: None,
        of_respondents: false,
        source: "BMO_2024.xlsx".to_owned(),
        year: Some(2024),
    };
    let file = Fingerprint { file: "BMO_2024.xlsx".to_owned(), sha256: "ab".repeat(32) };
    Decided {
        date: by().date,
        who: by().who,
        figures: vec![figure],
        fingerprints: vec![file],
        method: String::new(),
        edition: "fap2021".to_owned(),
    }
}

/// An actor that leads an action, decided on a figure.
fn plan() -> (ActionPlan, Id, Id) {
    let mut plan = ActionPlan::default();
    let actor = plan.add_actor(Actor { name: "Greta".to_owned(), ..Actor::default() });
    let milestones = ["Cahier des charges", "Première session"]
        .map(|name| Milestone { name: name.to_owned(), ..Milestone::default() });
    let action = Action {
        title: "Former des soudeurs".to_owned(),
        lead: vec![actor.clone()],
        partners: vec![Partner { actor: actor.clone(), ..Partner::default() }],
        milestones: milestones.to_vec(),
        ..Action::default()
    };
    let action = plan.add_action(action, Event::Added, &by());
    plan.decide(&action, decided());
    (plan, actor, action)
}

#[test]
fn what_is_removed_leaves_its_name_and_the_actions_that_refer_to_it() {
    let (mut plan, actor, action) = plan();
    assert!(plan.remove(&actor, &by()));
    assert_eq!(plan.name(&actor), Named::Gone("Greta"));
    let kept = plan.action(&action).unwrap();
    assert_eq!(kept.lead, std::slice::from_ref(&actor));
    assert!(kept.involves(&actor));
    assert_eq!(kept.decided_on, Some(decided()));
    assert!(!plan.remove(&actor, &by()), "removed twice");
    assert_eq!(plan.name("Z9"), Named::Unknown("Z9"));
}

#[test]
fn the_figures_of_a_removed_action_stay_in_the_journal() {
    let (mut plan, _, action) = plan();
    plan.remove(&action, &by());
    let last = plan.journal.last().unwrap();
    assert_eq!((last.event, last.name.as_str()), (Event::Removed, "Former des soudeurs"));
    assert_eq!(last.figures, decided().figures);
    let milestones = plan.gone.values().filter(|name| name.ends_with("session")).count();
    assert_eq!(milestones, 1);
}

#[test]
fn decisions_are_written_in_the_journal_and_the_rest_is_not() {
    let (mut plan, actor, action) = plan();
    let milestone = plan.action(&action).unwrap().milestones[0].id.clone();
    assert!(plan.set_status(&action, Status::Running, &by()));
    assert!(!plan.set_status(&action, Status::Running, &by()), "the same again");
    assert!(plan.sign_off(&action, &by()));
    assert!(!plan.sign_off(&action, &by()));
    assert!(plan.set_lead(&action, Vec::new(), &by()));
    assert!(plan.set_lead(&action, vec![actor], &by()));
    assert!(plan.milestone_done(&action, &milestone, &by()));
    assert!(!plan.milestone_done(&action, "M0", &by()));
    for id in ["A0", "I0"] {
        assert!(!plan.set_status(id, Status::Done, &by()) && !plan.decide(id, decided()));
        assert!(!plan.sign_off(id, &by()) && !plan.set_lead(id, Vec::new(), &by()));
    }
    let told: Vec<String> = plan
        .journal
        .iter()
        .map(|one| format!("{} {}", one.event.id(), one.words).trim_end().to_owned())
        .collect();
    let expect = [
        "added",
        "decided",
        "status decided running",
        "signed-off",
        "lead",
        "lead Greta",
        "milestone Cahier des charges",
    ];
    assert_eq!(told, expect);
    assert_eq!(plan.journal[1].figures, decided().figures);
}

#[test]
fn a_measure_sets_the_day_of_the_next() {
    let check = |every: Option<u8>, next: Option<&str>, on: &str, expect: Option<&str>| {
        let mut plan = ActionPlan::default();
        let next = next.map(|day| day.parse().unwrap());
        let indicator = Indicator { every_months: every, next, ..Indicator::default() };
        let id = plan.add_indicator(indicator);
        let date: Date = on.parse().unwrap();
        let value = Decimal::whole(3);
        let measure = Measure::by_hand(date, value, String::new(), String::new());
        assert!(plan.measure(&id, measure, &by()));
        let next = plan.indicators[0].next.map(|date| date.to_string());
        assert_eq!(next.as_deref(), expect, "{on}");
    };
    check(Some(6), Some("2025-06-30"), "2025-07-10", Some("2026-01-10"));
    check(Some(6), None, "2025-08-31", Some("2026-02-28"));
    // One of a few days before is the one that is due; one of long before does not put it off.
    check(Some(6), Some("2025-06-30"), "2025-06-29", Some("2025-12-29"));
    check(Some(6), Some("2025-12-31"), "2025-07-10", Some("2025-12-31"));
    // What was due once is done.
    check(None, Some("2025-06-30"), "2025-07-10", None);
    check(None, Some("2025-06-30"), "2025-06-29", None);
    check(None, Some("2025-06-30"), "2025-03-01", Some("2025-06-30"));
}

#[test]
fn the_last_measure_is_by_date_then_by_writing() {
    let measure = |date: &str, value: u32| {
        let (date, value) = (date.parse().unwrap(), Decimal::whole(value));
        Measure::by_hand(date, value, String::new(), String::new())
    };
    let check = |measures: &[(&str, u32)], expect: Option<u32>| {
        let measures = measures.iter().map(|(date, value)| measure(date, *value)).collect();
        let indicator = Indicator { measures, ..Indicator::default() };
        assert_eq!(indicator.latest().map(|one| one.value), expect.map(Decimal::whole));
    };
    check(&[], None);
    check(&[("2025-01-01", 1), ("2024-01-01", 2)], Some(1));
    check(&[("2025-01-01", 1), ("2025-01-01", 2), ("2024-05-05", 3)], Some(2));
}

#[test]
fn proposals_are_merged_without_a_chain() {
    let mut plan = ActionPlan::default();
    let mut add = |text: &str| {
        plan.add_contribution(Contribution { text: text.to_owned(), ..Contribution::default() })
    };
    let [a, b, c, d] = ["a", "b", "c", "d"].map(&mut add);
    let into = |plan: &ActionPlan| -> Vec<Option<Id>> {
        plan.contributions.iter().map(|one| one.merged_into.clone()).collect()
    };
    assert!(plan.merge(&b, std::slice::from_ref(&c)));
    // `b` brings along what was merged into it; merging into `b` is merging into `a`.
    assert!(plan.merge(&a, std::slice::from_ref(&b)));
    assert!(plan.merge(&b, std::slice::from_ref(&d)));
    assert_eq!(into(&plan), [None, Some(a.clone()), Some(a.clone()), Some(a.clone())]);
    assert!(!plan.merge(&a, std::slice::from_ref(&a)), "into itself");
    assert!(plan.split(&c));
    assert_eq!(into(&plan), [None, Some(a.clone()), None, Some(a.clone())]);
    // The first one removed: the others speak for themselves, and can be merged anew.
    plan.remove(&a, &by());
    assert!(plan.merge(&b, std::slice::from_ref(&d)));
    assert_eq!(into(&plan), [None, None, Some(b)]);
}

fn step(plan: &mut ActionPlan, number: u8) {
    let some = |all: Vec<Id>| all.get(usize::from(number) % all.len().max(1)).cloned();
    let ids: Vec<Id> = plan.ids().map(str::to_owned).collect();
    match number % 9 {
        0 => {
            plan.add_lever(Lever::default());
        }
        1 => {
            plan.add_actor(Actor::default());
        }
        2 => {
            let milestones = vec![Milestone::default(); usize::from(number % 3)];
            plan.add_action(Action { milestones, ..Action::default() }, Event::Added, &by());
        }
        3 => {
            plan.add_indicator(Indicator::default());
        }
        4 => {
            plan.add_contribution(Contribution::default());
        }
        5 => {
            let action = some(plan.actions.iter().map(|one| one.id.clone()).collect());
            if let Some(id) = action {
                plan.add_milestone(&id, Milestone::default());
            }
        }
        6 => {
            let all: Vec<Id> = plan.contributions.iter().map(|one| one.id.clone()).collect();
            if let Some(into) = some(all.clone()) {
                plan.merge(&into, &all);
            }
        }
        _ => {
            if let Some(id) = some(ids) {
                plan.remove(&id, &by());
            }
        }
    }
}

proptest! {
    /// Whatever is done, an identifier that stood for something stands for nothing else, and
    /// nothing that was ever there is without a name.
    #[test]
    fn an_identifier_is_given_once(numbers in prop::collection::vec(any::<u8>(), 0..60)) {
        let mut plan = ActionPlan::default();
        let mut seen: BTreeSet<Id> = BTreeSet::new();
        for number in numbers {
            let before: BTreeSet<Id> = plan.ids().map(str::to_owned).collect();
            step(&mut plan, number);
            let all: Vec<Id> = plan.ids().map(str::to_owned).collect();
            let after: BTreeSet<Id> = all.iter().cloned().collect();
            prop_assert_eq!(after.len(), all.len(), "twice the same: {:?}", all);
            prop_assert!(before.is_subset(&after), "{:?} lost of {:?}", after, before);
            for new in after.difference(&before) {
                prop_assert!(seen.insert(new.clone()), "{} given again", new);
            }
            for one in &plan.contributions {
                if let Some(into) = &one.merged_into {
                    let head = plan.contribution(into);
                    prop_assert!(head.is_none_or(|head| head.merged_into.is_none()));
                }
            }
        }
    }
}

/// What was drafted by nobody is decided by who agrees; a name that is there stays.
#[test]
fn who_signs_a_nameless_decision_is_who_decided() {
    let (mut plan, _, action) = plan();
    for (drafted, expect) in [("", "Le Président"), ("Ada", "Ada")] {
        plan.decide(&action, Decided { who: drafted.to_owned(), ..decided() });
        plan.actions[0].signed_off = None;
        let by = By { who: "Le Président".to_owned(), ..by() };
        assert!(plan.sign_off(&action, &by));
        let on = plan.action(&action).unwrap().decided_on.clone().unwrap();
        assert_eq!((on.who.as_str(), &on.figures), (expect, &decided().figures));
    }
}

#[test]
fn the_evaluation_of_what_is_closed_is_changed_and_the_journal_keeps_what_it_said() {
    use crate::model::action::journal::former_of;
    use crate::model::action::sheet::Reached;
    let (mut plan, _, id) = plan();
    plan.set_status(&id, Status::Done, &by());
    let action = plan.actions.remove(0);
    plan.archive.push(crate::model::action::Closed {
        year: 2025,
        on: Some(by().date),
        actions: vec![action],
        indicators: Vec::new(),
        names: std::collections::BTreeMap::new(),
        evaluation: "Une année utile".to_owned(),
    });
    let lines = plan.journal.len();
    let outcome =
        |done: &str, reached| Outcome { done: done.to_owned(), reached, ..Outcome::default() };
    assert!(plan.evaluate(&id, outcome("Deux sessions", None), &by()));
    assert!(plan.evaluate(&id, outcome("Trois sessions", Some(Reached::Partly)), &by()));
    assert!(!plan.evaluate(&id, outcome("Trois sessions", Some(Reached::Partly)), &by()));
    assert!(!plan.evaluate("A99", outcome("Rien", None), &by()));
    assert!(plan.evaluate_year(2025, "Une année pleine", &by()));
    assert!(!plan.evaluate_year(2025, "Une année pleine", &by()));
    assert!(!plan.evaluate_year(2024, "Rien", &by()));
    assert_eq!(plan.any_action(&id).unwrap().outcome.done, "Trois sessions");
    let told: Vec<_> =
        plan.journal[lines..].iter().map(|entry| former_of(&entry.words).unwrap()).collect();
    assert_eq!(
        told,
        [
            ("done", ""),
            ("done", "Deux sessions"),
            ("reached", ""),
            ("year", "2025 Une année utile")
        ]
    );
    assert_eq!(plan.journal[lines].subject.as_deref(), Some(id.as_str()));
}

#[test]
fn a_draft_takes_what_was_not_ready_and_a_decision_does_not() {
    let later = |column: &str| {
        let mut on = decided();
        on.figures[0].key.column = column.to_owned();
        on
    };
    let drafted = || {
        let mut plan = ActionPlan::default();
        let action = Action { decided_on: Some(decided()), ..Action::default() };
        let id = plan.add_action(action, Event::Adopted, &by());
        (plan, id)
    };
    let check = |of: &dyn Fn(&mut ActionPlan, &str), on: &Decided, expect: usize| {
        let (mut plan, id) = drafted();
        of(&mut plan, &id);
        assert_eq!(plan.complete(&id, on), expect > 1);
        let figures = &plan.actions[0].decided_on.as_ref().unwrap().figures;
        assert_eq!(figures.len(), expect);
        assert_eq!(plan.journal[0].figures.len(), expect, "its line says the same");
    };
    check(&|_, _| (), &later("need-3y"), 2);
    check(&|_, _| (), &decided(), 1);
    check(&|_, _| (), &Decided { method: "autre".to_owned(), ..later("need-3y") }, 1);
    check(&|_, _| (), &Decided { fingerprints: Vec::new(), ..later("need-3y") }, 1);
    check(
        &|plan, id| {
            plan.sign_off(id, &by());
        },
        &later("need-3y"),
        1,
    );
}
