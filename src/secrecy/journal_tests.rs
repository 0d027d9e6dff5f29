//! Sequences of exports: what a reader of all of them can find.

use crate::secrecy::journal::{
    Answer, Candidate, Decision, Export, Fate, JournalError, Key, Log, Rule, decide,
};
use crate::secrecy::primary::{Reason, Thresholds};
use crate::secrecy::table::Protection;
use crate::secrecy::world::{Employer, SALT, Table, World, employer, export};
use proptest::prelude::*;
use std::collections::BTreeSet;

fn crowd(n: usize) -> Vec<Employer> {
    (0..n)
        .map(|i| {
            let headcount = 10.0 + f64::from(u32::try_from(i * 7 % 23).unwrap());
            employer(&format!("e{i}"), i % 2, i % 3, headcount)
        })
        .collect()
}

fn fate_of(decision: &Decision, breakdown: &str) -> Fate {
    let place = decision.release.entries.iter().position(|e| e.key.breakdown == breakdown);
    decision.fates[place.unwrap()].clone()
}

/// The case of the manual: five respondents, then a sixth.
#[test]
fn a_sixth_respondent_is_not_found_by_difference() {
    let check = |added: usize, expect_shown: bool| {
        let mut world = World::new();
        let five: Vec<Employer> = (0..5).map(|i| employer(&format!("e{i}"), 0, 0, 20.0)).collect();
        let first = world.send(&export(&five, Table::Sectors, 1, 1));
        assert_eq!(fate_of(&first, "sector all, size all"), Fate::Shown);
        let mut more = five;
        more.extend((0..added).map(|i| employer(&format!("new{i}"), 0, 0, 33.0)));
        let second = world.send(&export(&more, Table::Sectors, 1, 1));
        let fate = fate_of(&second, "sector all, size all");
        assert_eq!(fate == Fate::Shown, expect_shown, "{added} more: {fate:?}");
        assert_eq!(world.telling_differences(), 0);
    };
    check(0, true);
    check(1, false);
    check(2, false);
    check(3, true);
}

/// A figure hidden since one dominates it, then of more, who make it publishable: shown, it would
/// be a bound of the first, too near if little came, and the very first for one who came alone.
#[test]
fn a_hidden_figure_is_not_bounded_by_its_later_version() {
    let check = |added: &[f64], expect_shown: bool| {
        let mut world = World::new();
        let mut people = vec![employer("big", 0, 0, 90.0)];
        people.extend((0..5).map(|i| employer(&format!("e{i}"), 0, 0, 3.0)));
        let first = world.send(&export(&people, Table::Sectors, 1, 1));
        assert_eq!(fate_of(&first, "sector all, size all"), Fate::Primary(Reason::OneDominates));
        let new = added.iter().enumerate();
        people.extend(new.map(|(i, headcount)| employer(&format!("new{i}"), 0, 0, *headcount)));
        let second = world.send(&export(&people, Table::Sectors, 1, 1));
        let fate = fate_of(&second, "sector all, size all");
        assert_eq!(fate == Fate::Shown, expect_shown, "{added:?}: {fate:?}");
        assert_eq!(second.exposed, []);
    };
    check(&[3.0], false);
    check(&[60.0], false);
    check(&[20.0, 20.0, 20.0], true);
}

#[test]
fn without_a_log_the_sixth_is_found() {
    let mut five = crowd(5);
    for employer in &mut five {
        employer.sector = 0;
    }
    let mut six = five.clone();
    six.push(employer("sixth", 0, 0, 33.0));
    let shown = |people: &[Employer]| {
        let mut world = World::new();
        let export = export(people, Table::Sectors, 1, 1);
        let fate = world.send(&export).fates[0].clone();
        (fate == Fate::Shown).then(|| export.candidates[0].value())
    };
    assert!((shown(&six).unwrap() - shown(&five).unwrap() - 33.0).abs() < 1e-9);
}

/// A corrected answer is one unit, a unit replaced by another is two, a new wave is all units.
#[test]
fn corrections_replacements_and_waves() {
    let check = |change: &dyn Fn(&mut Vec<Employer>), units: Option<u32>| {
        let mut world = World::new();
        let mut later = crowd(9);
        for employer in &mut later {
            employer.size = 0;
        }
        world.send(&export(&later, Table::Sizes, 1, 1));
        change(&mut later);
        let decision = world.send(&export(&later, Table::Sizes, 1, 1));
        match (fate_of(&decision, "sector all, size all"), units) {
            (Fate::Shown, None) => {}
            (Fate::Difference { units: found, .. }, Some(expect)) => assert_eq!(found, expect),
            (fate, expect) => panic!("{fate:?} {expect:?}"),
        }
    };
    check(&|_| {}, None);
    check(&|e| e[0].headcount += 1.0, Some(1));
    check(&|e| e[0].name = "other".into(), Some(2));
    check(&|e| drop(e.pop()), Some(1));
    check(&|e| e.iter_mut().for_each(|e| e.headcount += 1.0), None);
    // Three come, one of whom makes nearly all of the difference.
    let come = |values: [f64; 3]| {
        move |e: &mut Vec<Employer>| {
            let new = values.iter().enumerate();
            e.extend(new.map(|(i, &v)| employer(&format!("n{i}"), 0, 0, v)));
        }
    };
    check(&come([90.0, 5.0, 5.0]), Some(3));
    check(&come([30.0, 20.0, 25.0]), None);
}

/// Parts of one export give a total that the other shows with one unit more.
#[test]
fn a_total_is_compared_with_parts_of_another_export() {
    let mut world = World::new();
    let people = crowd(16);
    let mut first = export(&people, Table::Sectors, 2, 3);
    first.candidates[0].wanted = false;
    let decision = world.send(&first);
    assert_eq!(decision.fates, [Fate::Unwanted, Fate::Shown, Fate::Shown]);
    let mut more = people;
    more.push(employer("new", 0, 0, 12.0));
    let decision = world.send(&export(&more, Table::Sizes, 2, 3));
    let fate = fate_of(&decision, "sector all, size all");
    assert!(matches!(fate, Fate::Difference { units: 1, .. }), "{fate:?}");
}

#[test]
fn the_same_export_twice_is_shown_twice() {
    let mut world = World::new();
    let export = export(&crowd(31), Table::SectorBySize, 2, 3);
    let (first, second) = (world.send(&export), world.send(&export));
    assert_eq!(first.fates, second.fates);
    assert!(first.fates.contains(&Fate::Shown));
}

/// What covered a cell in one export is not shown alone in the next.
#[test]
fn a_cover_is_not_lifted_by_a_later_export() {
    let mut world = World::new();
    let mut people = crowd(30);
    people.push(employer("lone", 3, 0, 44.0));
    let decision = world.send(&export(&people, Table::Sectors, 4, 3));
    let covers: Vec<usize> = (0..decision.fates.len())
        .filter(|&place| decision.fates[place] == Fate::Secondary)
        .collect();
    assert!(!covers.is_empty());
    let mut alone = export(&people, Table::Sectors, 4, 3);
    alone.totals.clear();
    alone.candidates = covers.iter().map(|&place| alone.candidates[place].clone()).collect();
    let decision = world.send(&alone);
    assert_eq!(decision.exposed, []);
    assert!(decision.fates.contains(&Fate::Secondary), "{:?}", decision.fates);
    assert_eq!(world.broken(2), []);
}

#[test]
fn a_share_hides_with_its_part() {
    let check = |yes: usize, shown: bool| {
        let mut base = export(&crowd(8), Table::Sectors, 1, 1);
        base.totals.clear();
        base.candidates.truncate(1);
        let one = |answer: &Answer| Answer { unweighted: 1.0, weighted: 1.0, ..answer.clone() };
        base.candidates[0].answers = base.candidates[0].answers.iter().map(one).collect();
        let mut part = base.candidates[0].clone();
        part.answers.truncate(yes);
        part.key.breakdown = "yes".into();
        part.rule = Rule::PartOf(0);
        base.candidates.push(part);
        let decision = World::new().send(&base);
        assert_eq!(decision.fates[1] == Fate::Shown, shown, "{yes} of 8: {:?}", decision.fates);
    };
    check(4, true);
    check(8, false);
    check(7, false);
}

/// A question put to those who have an occupation: who said yes, of who answered.
fn asked(export: &mut Export, occupation: &str, yes: &[&str], of: &[&str]) {
    let mut add = |indicator: &str, who: &[&str], rule: Rule| {
        let answer =
            |unit: &&str| Answer { unit: (*unit).to_owned(), unweighted: 1.0, weighted: 1.0 };
        let key = Key {
            indicator: indicator.to_owned(),
            territory: "be:8450".to_owned(),
            breakdown: occupation.to_owned(),
            vintage: String::new(),
        };
        let answers = who.iter().map(answer).collect();
        export.candidates.push(Candidate { key, answers, rule, half_step: 0.0, wanted: true });
        export.candidates.len() - 1
    };
    let base = add("need/asked", of, Rule::Total);
    add("need", yes, Rule::PartOf(base));
}

const CROWD: [&str; 12] = ["a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "l"];

/// Nobody is in a figure of zero, so that it is a part of any other by name alone: who alone said
/// yes in one occupation learns nothing of another in which none did.
#[test]
fn who_is_alone_elsewhere_learns_nothing_of_a_zero() {
    let mut export = Export::default();
    asked(&mut export, "fap2021:T2A60", &[], &CROWD[..8]);
    asked(&mut export, "fap2021:S1X40", &["z"], &["x", "y", "z"]);
    asked(&mut export, "fap2021:V0X60", &["y", "z"], &["w", "x", "y", "z"]);
    let decision = World::new().send(&export);
    assert_eq!(decision.exposed, []);
    let hidden = Fate::Primary(Reason::AllOfAKind { units: 8, least: 11 });
    assert_eq!(decision.fates[1], hidden);
    // Nothing else has to go: the bases tell of no answer.
    let bases = decision.fates.iter().step_by(2);
    assert!(bases.clone().all(|fate| *fate == Fate::Shown), "{:?}", decision.fates);
}

/// All of twelve say yes, as is told: of five of them it is told as well. Of ten it is not, and
/// where the whole is hidden, its parts are.
#[test]
fn a_part_of_a_unanimous_answer_is_shown_only_with_the_whole() {
    let alike = |units| Fate::Primary(Reason::AllOfAKind { units, least: 11 });
    let of = |all: &[&str], part: &[&str]| {
        let mut export = Export::default();
        asked(&mut export, "all", all, all);
        asked(&mut export, "sector/Q", part, part);
        export
    };
    let mut world = World::new();
    let decision = world.clone().send(&of(&CROWD[..10], &CROWD[..5]));
    assert_eq!([&decision.fates[1], &decision.fates[3]], [&alike(10), &alike(5)]);
    let decision = world.send(&of(&CROWD, &CROWD[..5]));
    assert!(decision.fates.iter().all(|fate| *fate == Fate::Shown), "{:?}", decision.fates);
    assert_eq!(decision.exposed, []);
    // One who answers more is not told by two shares: the whole is hidden, and a new part with it.
    let more = [&CROWD[..], &["m"]].concat();
    let later = of(&more, &CROWD[5..11]);
    let decision = world.clone().send(&later);
    assert!(matches!(decision.fates[1], Fate::Difference { .. }), "{:?}", decision.fates);
    assert_eq!(decision.fates[3], alike(6));
    // Nobody of twelve, and nobody of five of them.
    let mut export = Export::default();
    asked(&mut export, "all", &[], &CROWD);
    asked(&mut export, "sector/Q", &[], &CROWD[..5]);
    let decision = World::new().send(&export);
    assert!(!matches!(decision.fates[3], Fate::Primary(_)), "{:?}", decision.fates);
    // One of twelve says no: nothing is told of the five who say yes.
    let mut export = Export::default();
    asked(&mut export, "all", &CROWD[..11], &CROWD);
    asked(&mut export, "sector/Q", &CROWD[..5], &CROWD[..5]);
    assert_eq!(World::new().send(&export).fates[3], alike(5));
}

/// Answers to different questions are no versions of each other, however alike they look: one more
/// answer in one occupation hides no other.
#[test]
fn another_occupation_is_no_version_of_a_figure() {
    let mut world = World::new();
    let mut first = Export::default();
    asked(&mut first, "fap2021:T2A60", &CROWD[..4], &CROWD);
    let decision = world.send(&first);
    assert_eq!(decision.fates, [Fate::Shown, Fate::Shown]);
    let check = |occupation: &str, expect_shown: bool| {
        let mut export = Export::default();
        asked(&mut export, occupation, &CROWD[..5], &CROWD);
        let decision = world.clone().send(&export);
        assert_eq!(decision.fates[1] == Fate::Shown, expect_shown, "{occupation}");
    };
    check("fap2021:T2A60", false);
    check("fap2021:V0X60", true);
    // A group may hold the occupation; a sector may hold none but those who have it.
    check("group/Soin", false);
    check("sector/Q", false);
}

/// Those who came between two exports of a share are as well protected as in a share of their own.
#[test]
fn newcomers_of_a_kind_are_not_told_by_two_shares() {
    let came: Vec<String> = (0..11).map(|n| format!("new{n}")).collect();
    let check = |yes: usize, no: usize, expect_shown: bool| {
        let mut world = World::new();
        let mut first = Export::default();
        asked(&mut first, "fap2021:T2A60", &CROWD[..4], &CROWD);
        world.send(&first);
        let came: Vec<&str> = came.iter().map(String::as_str).take(yes + no).collect();
        let mut later = Export::default();
        let (said, all) = ([&CROWD[..4], &came[..yes]].concat(), [&CROWD[..], &came].concat());
        asked(&mut later, "fap2021:T2A60", &said, &all);
        let forth = world.clone().send(&later);
        let shown = forth.fates.iter().all(|fate| *fate == Fate::Shown);
        assert_eq!((shown, forth.exposed), (expect_shown, Vec::new()), "{yes} {no}");
        // They may as well have left.
        let mut world = World::new();
        world.send(&later);
        let back = world.send(&first);
        let shown = back.fates.iter().all(|fate| *fate == Fate::Shown);
        assert_eq!((shown, back.exposed), (expect_shown, Vec::new()), "{yes} {no} left");
    };
    check(0, 0, true);
    check(0, 5, false);
    check(5, 0, false);
    check(3, 2, false);
    check(3, 3, true);
    check(0, 11, true);
}

#[test]
fn what_cannot_be_decided_is_named() {
    let mut export = export(&crowd(9), Table::Sectors, 2, 3);
    export.totals.push((17, vec![0]));
    let log = Log::new(SALT);
    let decide = |export: &Export| {
        decide(&log, export, Thresholds::default(), Protection::default()).map(|d| d.fates)
    };
    assert_eq!(decide(&export), Err(JournalError::NoSuchCandidate { position: 17 }));
    export.totals.pop();
    let twin = export.candidates[0].clone();
    export.candidates.push(twin.clone());
    assert_eq!(decide(&export), Err(JournalError::Twice { key: twin.key }));
}

#[derive(Clone, Debug)]
enum Step {
    Come(Vec<(usize, usize, u32)>),
    Leave(usize),
    Correct(usize, u32),
    Nothing,
}

fn step() -> impl Strategy<Value = Step> {
    prop_oneof![
        prop::collection::vec((0usize..6, 0usize..6, 1u32..300), 1..5).prop_map(Step::Come),
        (0usize..1000).prop_map(Step::Leave),
        (0usize..1000, 1u32..300).prop_map(|(who, value)| Step::Correct(who, value)),
        Just(Step::Nothing),
    ]
}

fn table() -> impl Strategy<Value = Table> {
    prop_oneof![Just(Table::SectorBySize), Just(Table::Sectors), Just(Table::Sizes)]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn all_exports_together_give_nothing_away(
        rows in 2usize..=6,
        columns in 2usize..=6,
        start in prop::collection::vec((0usize..6, 0usize..6, 1u32..300), 8..50),
        steps in prop::collection::vec((step(), table()), 1..5),
        first in table(),
        half_step in prop_oneof![Just(0.0), Just(2.5)],
    ) {
        let mut next = 0;
        let mut make = |(sector, size, value): (usize, usize, u32)| {
            next += 1;
            employer(&format!("e{next}"), sector % rows, size % columns, f64::from(value))
        };
        let mut people: Vec<Employer> = start.into_iter().map(&mut make).collect();
        let rounded = |people: &[Employer], table: Table| {
            let mut export = export(people, table, rows, columns);
            for candidate in &mut export.candidates {
                candidate.half_step = half_step;
            }
            export
        };
        let mut world = World::new();
        let first = world.send(&rounded(&people, first));
        prop_assert_eq!(first.exposed, Vec::new());
        let mut reported = BTreeSet::new();
        for (step, table) in steps {
            match step {
                Step::Come(new) => people.extend(new.into_iter().map(&mut make)),
                Step::Leave(who) => drop(people.remove(who % people.len())),
                Step::Correct(who, value) => {
                    let n = people.len();
                    people[who % n].headcount = f64::from(value);
                }
                Step::Nothing => {}
            }
            let decision = world.send(&rounded(&people, table));
            let by_anyone = decision.exposed.iter().filter(|e| e.respondent.is_none());
            reported.extend(by_anyone.filter_map(|e| e.key.clone()));
            // What is given away was so by earlier exports already, and is reported.
            let before = world.broken(world.log.releases.len() - 1);
            for key in world.broken(world.log.releases.len()) {
                prop_assert!(reported.contains(&key), "{:?} {:?}", key, decision.exposed);
                prop_assert!(before.contains(&key), "{:?} {:?}", key, decision.exposed);
            }
        }
        prop_assert_eq!(world.telling_differences(), 0);
    }
}
