use super::*;
use crate::project::{Decisions, Edit, Project, file};
use proptest::collection::vec;
use proptest::option::of;
use proptest::prelude::*;
use std::path::Path;

fn text() -> impl Strategy<Value = String> {
    "[ a-zé«»\"\\\\\n’]{0,12}"
}

fn id() -> impl Strategy<Value = Id> {
    "[ACIKLMPQV][0-9]{1,3}"
}

fn date() -> impl Strategy<Value = Date> {
    (1_i64..3_650_000).prop_map(|day| Date::from_ordinal(day).unwrap())
}

fn decimal() -> impl Strategy<Value = Decimal> {
    any::<i32>().prop_map(|number| Decimal::new(f64::from(number) / 1_000.0).unwrap())
}

fn one_of<T: Copy + std::fmt::Debug + 'static>(all: &'static [T]) -> impl Strategy<Value = T> {
    (0..all.len()).prop_map(|at| all[at])
}

fn places() -> impl Strategy<Value = Places> {
    proptest::array::uniform5(of(any::<u32>())).prop_map(Places::from_steps)
}

fn figure() -> impl Strategy<Value = FrozenFigure> {
    let spread = prop_oneof![
        Just(Spread::None),
        Just(Spread::Masking),
        (1_u8..100).prop_map(Spread::Interval)
    ];
    let grade = of(one_of(&[Grade::A, Grade::B, Grade::C]));
    let words = proptest::array::uniform9(text());
    let numbers = (of(decimal()), of(decimal()), of(decimal()), of(any::<u32>()));
    (words, numbers, (spread, grade, of(one_of(&Unit::ALL)), of(any::<u16>()), of(text())))
        .prop_map(|(words, (value, low, high, n), (spread, grade, unit, year, hidden))| {
            let [table, row, column, mark, indicator, label, territory, source, words] = words;
            FrozenFigure {
                key: FigureKey { table, row, column },
                mark,
                indicator,
                label,
                territory,
                occupation: hidden.clone(),
                unit,
                value,
                words,
                low,
                high,
                spread,
                n,
                grade,
                of_respondents: hidden.is_some(),
                hidden,
                source,
                year,
            }
        })
}

fn decided() -> impl Strategy<Value = Decided> {
    let fingerprint = (text(), text()).prop_map(|(file, sha256)| Fingerprint { file, sha256 });
    (date(), text(), vec(figure(), 0..3), vec(fingerprint, 0..3), text(), text()).prop_map(
        |(date, who, figures, fingerprints, method, edition)| Decided {
            date,
            who,
            figures,
            fingerprints,
            method,
            edition,
        },
    )
}

fn action() -> impl Strategy<Value = Action> {
    let words = (text(), text(), text(), text(), vec(text(), 0..3));
    let links = (of(id()), vec(id(), 0..3), vec(id(), 0..3), of(id()), vec(text(), 0..2));
    let partner = (id(), one_of(&Role::ALL), text()).prop_map(|(actor, role, does)| Partner {
        actor,
        role,
        does,
    });
    let milestone = (id(), text(), of(date()), of(date()))
        .prop_map(|(id, name, due, done)| Milestone { id, name, due, done });
    let money = (text(), any::<u32>(), any::<bool>()).prop_map(|(funder, euros, secured)| Money {
        funder,
        euros,
        secured,
    });
    let realised = (date(), text(), places(), text())
        .prop_map(|(date, source, places, reason)| Realised { date, source, places, reason });
    let signed = (date(), text()).prop_map(|(date, who)| SignedOff { date, who });
    let link = (text(), text()).prop_map(|(key, name)| ProgrammeLink { key, name });
    let outcome = (of(one_of(&Reached::ALL)), text(), text(), text()).prop_map(
        |(reached, done, hindered, follows)| Outcome { reached, done, hindered, follows },
    );
    let lists = (vec(partner, 0..3), vec(milestone, 0..3), vec(money, 0..3), vec(realised, 0..3));
    let state = (one_of(&Status::ALL), one_of(&Practice::ALL), of(signed), of(link), outcome);
    let dates = (of(date()), of(date()), places(), of(decided()));
    (id(), words, links, lists, state, dates).prop_map(|(id, words, links, lists, state, dates)| {
        let (title, objective, risks, notes, group) = words;
        let (lever, targets, lead, wave, occupations) = links;
        let (partners, milestones, budget, realised) = lists;
        let (status, practice, signed_off, programme, outcome) = state;
        let (begins, ends, planned, decided_on) = dates;
        Action {
            id,
            title,
            objective,
            lever,
            targets,
            sectors: occupations.clone(),
            occupations,
            wave,
            indicators: lead.clone(),
            lead,
            partners,
            group,
            milestones,
            begins,
            ends,
            budget,
            status,
            signed_off,
            risks,
            practice,
            programme,
            planned,
            realised,
            wanted: decided_on
                .iter()
                .flat_map(|on| on.figures.iter().map(|one| one.key.clone()))
                .collect(),
            decided_on,
            outcome,
            notes,
        }
    })
}

fn indicator() -> impl Strategy<Value = Indicator> {
    let measure = (date(), decimal(), text(), text(), of(any::<u16>()), of(decimal())).prop_map(
        |(date, value, source, note, year, low)| Measure {
            date,
            value,
            source,
            note,
            year,
            low,
            high: low,
            level: low.map(|_| 80),
        },
    );
    let words = (id(), text(), text(), text(), text(), of(id()));
    let numbers =
        (of(decimal()), of(date()), of(decimal()), of(date()), of(any::<u8>()), of(date()));
    let kinds = (one_of(&IndicatorKind::ALL), one_of(&Direction::ALL), vec(measure, 0..3));
    (words, numbers, kinds, of(figure())).prop_map(|(words, numbers, kinds, figure)| {
        let (id, name, definition, source, unit, owner) = words;
        let (baseline, baseline_on, target, target_on, every_months, next) = numbers;
        let (kind, direction, measures) = kinds;
        Indicator {
            id,
            name,
            kind,
            definition,
            source,
            unit,
            baseline,
            baseline_on,
            target,
            target_on,
            direction,
            owner,
            every_months,
            next,
            measures,
            basis: figure.as_ref().map(|figure| Basis {
                territory: figure.territory.clone(),
                indicator: figure.indicator.clone(),
                unit: figure.unit,
                edition: figure.label.clone(),
                method: figure.mark.clone(),
                year: figure.year,
            }),
            from: figure.map(|figure| figure.key),
        }
    })
}

fn contribution() -> impl Strategy<Value = Contribution> {
    let links = (id(), of(id()), of(id()), of(id()), of(id()), of(text()));
    (links, of(any::<u16>()), text(), one_of(&Practice::ALL), any::<u32>(), any::<bool>()).prop_map(
        |(links, table, text, practice, occurrences, priority)| {
            let (id, question, lever, action, merged_into, occupation) = links;
            Contribution {
                id,
                question,
                table,
                text,
                practice,
                occurrences,
                priority,
                lever,
                action,
                occupation,
                merged_into,
            }
        },
    )
}

fn entry() -> impl Strategy<Value = Entry> {
    (one_of(&Event::ALL), of(id()), text(), text(), decided()).prop_map(
        |(event, subject, name, words, on)| Entry {
            date: on.date,
            who: on.who,
            event,
            subject,
            name,
            words,
            figures: on.figures,
            fingerprints: on.fingerprints,
            method: on.method,
            edition: on.edition,
        },
    )
}

fn plan() -> impl Strategy<Value = ActionPlan> {
    let lever = (id(), text(), text(), vec(text(), 0..3))
        .prop_map(|(id, name, note, answers)| Lever { id, name, note, answers });
    let target = (id(), text(), text(), vec(text(), 0..3))
        .prop_map(|(id, name, named_in, audiences)| Target { id, name, named_in, audiences });
    let wave = (id(), text(), of(date()), of(date())).prop_map(|(id, name, begins, ends)| Wave {
        id,
        name,
        begins,
        ends,
    });
    let actor = (id(), text(), one_of(&ActorKind::ALL), vec(id(), 0..3), text(), of(any::<u8>()))
        .prop_map(|(id, name, kind, levers, can, capacity)| Actor {
            id,
            name,
            kind,
            levers,
            contact: can.clone(),
            can,
            capacity,
        });
    let question = (id(), text()).prop_map(|(id, text)| Question { id, text });
    let names = || proptest::collection::btree_map(id(), text(), 0..3);
    let closed =
        (any::<u16>(), of(date()), vec(action(), 0..2), vec(indicator(), 0..2), names(), text())
            .prop_map(|(year, on, actions, indicators, names, evaluation)| Closed {
                year,
                on,
                actions,
                indicators,
                names,
                evaluation,
            });
    let lists = (vec(lever, 0..3), vec(target, 0..3), vec(wave, 0..3), vec(actor, 0..3));
    let apart = (id(), id()).prop_map(|(one, other)| Apart { one, other });
    let work = (vec(action(), 0..3), vec(indicator(), 0..3), vec(question, 0..3), vec(apart, 0..3));
    let rest = (vec(contribution(), 0..3), vec(entry(), 0..3), vec(closed, 0..2), names());
    (of(any::<u16>()), lists, work, rest, 1_000_u32..).prop_map(
        |(year, lists, work, rest, issued)| {
            let (levers, targets, waves, actors) = lists;
            let (actions, indicators, questions, apart) = work;
            let (contributions, journal, archive, gone) = rest;
            ActionPlan {
                year,
                levers,
                targets,
                waves,
                actors,
                actions,
                indicators,
                questions,
                contributions,
                apart,
                journal,
                archive,
                gone,
                issued,
            }
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn a_plan_comes_back_whole(plan in plan()) {
        let made = Decisions { actions: plan, ..Decisions::default() };
        let text = file::to_text(&made, None, Path::new("/x")).unwrap();
        prop_assert_eq!(file::parse(&text, Path::new("/x")).unwrap(), made);
    }

    /// Whatever is removed of a plan, undoing brings all of it back, and nothing that is left
    /// changed but by its name.
    #[test]
    fn undo_brings_back_whatever_was_removed(plan in plan(), which in any::<usize>()) {
        use crate::model::action::edit::{By, step};
        let mut project = Project::default();
        project.apply(Edit::Actions { step: step::SEED, plan: Box::new(plan.clone()) });
        let ids: Vec<String> = plan.ids().map(str::to_owned).collect();
        prop_assume!(!ids.is_empty());
        let id = &ids[which % ids.len()];
        let mut without = plan.clone();
        let by = By { date: "2025-01-01".parse().unwrap(), who: String::new() };
        if without.remove(id, &by) {
            prop_assert!(without.gone.contains_key(id));
            project.apply(Edit::Actions { step: step::REMOVE, plan: Box::new(without) });
            prop_assert_eq!(project.undoable(), Some(step::REMOVE));
            project.undo();
        }
        prop_assert_eq!(&project.decisions().actions, &plan);
    }
}

fn small() -> ActionPlan {
    let mut plan = ActionPlan { year: Some(2025), ..ActionPlan::default() };
    plan.add_actor(Actor { name: "Greta".to_owned(), ..Actor::default() });
    plan
}

#[test]
fn a_project_without_a_plan_says_nothing_of_one() {
    let saved = |plan| {
        let made = Decisions { actions: plan, ..Decisions::default() };
        file::to_text(&made, None, Path::new("/x")).unwrap()
    };
    assert!(!saved(ActionPlan::default()).contains("actions"));
    let text = saved(small());
    assert!(text.contains("Greta"), "{text}");
    // What is empty is not written.
    for part in ["contributions", "capacity", "gone"] {
        assert!(!text.contains(part), "{part}: {text}");
    }
}

#[test]
fn what_is_not_what_it_should_be_does_not_open() {
    let made = Decisions { actions: small(), ..Decisions::default() };
    let text = file::to_text(&made, None, Path::new("/x")).unwrap();
    let check = |from: &str, to: &str, expect: &ProjectError| {
        assert!(text.contains(from), "{from} in {text}");
        let changed = text.replacen(from, to, 1);
        let error = file::parse(&changed, Path::new("/x")).unwrap_err();
        assert_eq!(&error, expect, "{to}");
    };
    let malformed = |text: &str| ProjectError::Malformed(text.to_owned());
    check("kind: \"other\"", "kind: \"autre\"", &malformed("autre"));
    let (plain, newer) =
        ("actions: Some((\n        version: 1", "actions: Some((\n        version: 9");
    check(plain, newer, &ProjectError::Newer(9));
}

/// A file changed by hand gives no identifier twice.
#[test]
fn identifiers_go_on_from_the_last_one_that_is_written() {
    let made = Decisions { actions: small(), ..Decisions::default() };
    let text = file::to_text(&made, None, Path::new("/x")).unwrap();
    let text = text.replace("\"P1\"", "\"P41\"");
    let mut plan = file::parse(&text, Path::new("/x")).unwrap().actions;
    assert_eq!(plan.add_actor(Actor::default()), "P42");
}
