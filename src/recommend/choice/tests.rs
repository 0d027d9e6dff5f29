//! The choice against every choice there is, against published instances, and against itself.

use crate::model::{Audience, Date, Fap, FapVersion};
use crate::recommend::choice::problem::{Goal, Question, gain};
use crate::recommend::choice::solve::trimmed;
use crate::recommend::choice::{
    Candidate, Choice, ChoiceError, Effort, Estimate, Exclusion, Flaw, Objective, Payer, Proof,
    Target, Terms, choose,
};
use crate::survey::random::Random;
use proptest::prelude::{ProptestConfig, any, prop_assert, prop_assert_eq, proptest};
use std::collections::{BTreeMap, BTreeSet};

const OCCUPATIONS: [&str; 5] = ["V0X60", "J3X43", "S1X20", "B2X40", "T4X60"];

pub fn occupation(place: usize) -> Fap {
    Fap::new(FapVersion::Fap2021, OCCUPATIONS[place % OCCUPATIONS.len()]).unwrap()
}

fn payer(funder: &str) -> Payer {
    Payer { funder: funder.to_owned(), most_share: 1.0, most_per_place: None }
}

/// One session of one place at a price: an item of a knapsack.
pub fn item(id: &str, cost: f64, brings: f64) -> Candidate {
    Candidate {
        id: id.to_owned(),
        occupation: occupation(0),
        audience: Audience::JobSeekers,
        sector: None,
        least_group: 1,
        most_group: 1,
        most_sessions: 1,
        session_cost: cost,
        place_cost: 0.0,
        cost_spread: 0.0,
        payers: vec![payer("a")],
        provider: None,
        lead_weeks: None,
        needed_by: None,
        brings: Estimate::exactly(brings),
    }
}

pub fn terms(budgets: &[(&str, f64)]) -> Terms {
    Terms {
        budgets: budgets.iter().map(|(name, euros)| ((*name).to_owned(), *euros)).collect(),
        most_occupations: None,
        floors: BTreeMap::new(),
        capacities: BTreeMap::new(),
        most_places: None,
        needs: BTreeMap::new(),
        need_bounds: BTreeMap::new(),
        decided_on: Date::new(2026, 9, 1).unwrap(),
        latest_start: None,
        objective: Objective::Stay,
    }
}

fn made(candidates: &[Candidate], terms: &Terms) -> Choice {
    choose(candidates, terms, Effort::CHOICE).unwrap()
}

fn ids(choice: &Choice) -> Vec<&str> {
    choice.taken.iter().map(|taken| taken.id.as_str()).collect()
}

fn near(found: f64, expect: f64) -> bool {
    (found - expect).abs() < 1e-6
}

/// Knapsacks of `method.md` §7.5; numbers of the items are those of the table.
#[test]
fn published_knapsacks() {
    let check = |weights: &[f64], profits: &[f64], capacity, expect: f64, items: &[&str]| {
        let candidates: Vec<Candidate> = weights
            .iter()
            .zip(profits)
            .zip(1..)
            .map(|((weight, profit), id)| item(&format!("{id:02}"), *weight, *profit))
            .collect();
        let choice = made(&candidates, &terms(&[("a", capacity)]));
        assert!(near(choice.objective, expect), "{choice:?}");
        assert_eq!(choice.proof, Proof::Optimal);
        assert_eq!(ids(&choice), items);
    };
    check(
        &[2.0, 20.0, 20.0, 30.0, 40.0, 30.0, 60.0, 10.0],
        &[15.0, 100.0, 90.0, 60.0, 40.0, 15.0, 10.0, 1.0],
        102.0,
        280.0,
        &["01", "02", "03", "04", "06"],
    );
    check(
        &[31.0, 10.0, 20.0, 19.0, 4.0, 3.0, 6.0],
        &[70.0, 20.0, 39.0, 37.0, 7.0, 5.0, 10.0],
        50.0,
        107.0,
        &["01", "04"],
    );
    check(
        &[25.0, 35.0, 45.0, 5.0, 25.0, 3.0, 2.0, 2.0],
        &[350.0, 400.0, 450.0, 20.0, 70.0, 8.0, 5.0, 5.0],
        104.0,
        900.0,
        &["01", "03", "04", "05", "07", "08"],
    );
    check(&TEN.0, &TEN.1, 165.0, 309.0, &["01", "02", "03", "04", "06"]);
}

const TEN: ([f64; 10], [f64; 10]) = (
    [23.0, 31.0, 29.0, 44.0, 53.0, 38.0, 63.0, 85.0, 89.0, 82.0],
    [92.0, 57.0, 49.0, 68.0, 60.0, 43.0, 67.0, 84.0, 87.0, 72.0],
);

/// Two knapsacks of 70 and 127: each item once, in one of them. An item in a knapsack is a
/// candidate that only this funder pays; the item itself is a provider with one place.
#[test]
fn published_two_knapsacks() {
    let mut candidates = Vec::new();
    let mut terms = terms(&[("a", 70.0), ("b", 127.0)]);
    for (number, (weight, profit)) in TEN.0.iter().zip(TEN.1).enumerate() {
        for funder in ["a", "b"] {
            candidates.push(Candidate {
                payers: vec![payer(funder)],
                provider: Some(format!("item {number}")),
                ..item(&format!("{number}{funder}"), *weight, profit)
            });
        }
        terms.capacities.insert(format!("item {number}"), 1);
    }
    let choice = made(&candidates, &terms);
    assert!(near(choice.objective, 333.0), "{choice:?}");
    assert_eq!(choice.proof, Proof::Optimal);
}

/// Generalised assignment: an agent is a funder, a task a provider with one place.
#[test]
fn published_generalised_assignment() {
    const WEIGHTS: [[f64; 7]; 2] =
        [[4.0, 1.0, 2.0, 1.0, 4.0, 3.0, 8.0], [9.0, 9.0, 8.0, 1.0, 3.0, 8.0, 7.0]];
    const PROFITS: [[f64; 7]; 2] =
        [[6.0, 9.0, 4.0, 2.0, 10.0, 3.0, 6.0], [4.0, 8.0, 9.0, 1.0, 7.0, 5.0, 4.0]];
    let mut candidates = Vec::new();
    let mut terms = terms(&[("0", 11.0), ("1", 22.0)]);
    for task in 0..7 {
        for agent in 0..2 {
            candidates.push(Candidate {
                payers: vec![payer(&agent.to_string())],
                provider: Some(format!("task {task}")),
                sector: Some(format!("task {task}")),
                ..item(&format!("{task}{agent}"), WEIGHTS[agent][task], PROFITS[agent][task])
            });
        }
        terms.capacities.insert(format!("task {task}"), 1);
    }
    let free = made(&candidates, &terms);
    assert!(near(free.objective, 41.0), "{free:?}");
    // A floor for each task: every one is assigned.
    for task in 0..7 {
        terms.floors.insert(Target::Sector(format!("task {task}")), 1);
    }
    let all = made(&candidates, &terms);
    assert!(near(all.objective, 40.0), "{all:?}");
    assert_eq!((free.proof, all.proof), (Proof::Optimal, Proof::Optimal));
}

/// The cheapest and the dearest budgets that a plan needs: every set of funders can pay what the
/// others cannot (Gale, 1957). No linear programme is solved here.
fn payable(candidates: &[Candidate], plan: &[(u32, u32)], terms: &Terms) -> bool {
    let funders: Vec<&String> = terms.budgets.keys().collect();
    (0..1_u32 << funders.len()).all(|set| {
        let inside = |funder: &str| {
            funders.iter().position(|name| *name == funder).is_some_and(|at| set >> at & 1 == 1)
        };
        let mut due = 0.0;
        for (candidate, (sessions, places)) in candidates.iter().zip(plan) {
            let cost = candidate.cost(*sessions, *places);
            let others: f64 = candidate
                .payers
                .iter()
                .filter(|payer| terms.budgets.contains_key(&payer.funder) && !inside(&payer.funder))
                .map(|payer| {
                    let cap =
                        payer.most_per_place.map_or(f64::INFINITY, |m| m * f64::from(*places));
                    (payer.most_share * cost).min(cap)
                })
                .sum();
            let here = candidate.payers.iter().any(|payer| inside(&payer.funder));
            let rest = (cost - others).max(0.0);
            if rest > 1e-6 && !here {
                return false;
            }
            let own: f64 = candidate
                .payers
                .iter()
                .filter(|payer| inside(&payer.funder))
                .map(|payer| {
                    let cap =
                        payer.most_per_place.map_or(f64::INFINITY, |m| m * f64::from(*places));
                    (payer.most_share * cost).min(cap)
                })
                .sum();
            if rest > own + 1e-6 {
                return false;
            }
            due += rest;
        }
        let have: f64 =
            terms.budgets.iter().filter(|(name, _)| inside(name)).map(|(_, euros)| euros).sum();
        due <= have + 1e-6
    })
}

/// Every plan there is, one candidate after the other; the best gain and its least cost.
struct Brute<'a> {
    candidates: &'a [Candidate],
    terms: &'a Terms,
    plan: Vec<(u32, u32)>,
    best: Option<(u64, f64)>,
}

impl Brute<'_> {
    fn run(&mut self, cost: f64) {
        if cost > self.terms.budgets.values().sum::<f64>() + 1e-6 {
            return;
        }
        let Some(candidate) = self.candidates.get(self.plan.len()) else {
            self.judge(cost);
            return;
        };
        let least = candidate.least_group.max(1);
        for sessions in 0..=candidate.most_sessions {
            for places in least * sessions..=candidate.most_group * sessions {
                self.plan.push((sessions, places));
                self.run(cost + candidate.cost(sessions, places));
                self.plan.pop();
            }
        }
    }

    fn judge(&mut self, cost: f64) {
        let Self { candidates, terms, plan, .. } = self;
        let each = || candidates.iter().zip(plan.iter());
        let opened: BTreeSet<Fap> =
            each().filter(|(_, (s, _))| *s > 0).map(|(one, _)| one.occupation).collect();
        let sum = |which: &dyn Fn(&Candidate) -> bool| -> u32 {
            each().filter(|(one, _)| which(one)).map(|(_, (_, places))| *places).sum()
        };
        let fine = terms.most_occupations.is_none_or(|most| opened.len() <= most as usize)
            && terms.floors.iter().all(|(target, floor)| {
                sum(&|one| match target {
                    Target::Audience(audience) => one.audience == *audience,
                    Target::Sector(sector) => one.sector.as_ref() == Some(sector),
                }) >= *floor
            })
            && terms
                .capacities
                .iter()
                .all(|(name, most)| sum(&|one| one.provider.as_ref() == Some(name)) <= *most)
            && terms.most_places.is_none_or(|most| sum(&|_| true) <= most);
        if !fine {
            return;
        }
        // Each occupation keeps its best places.
        let mut worths: BTreeMap<Fap, Vec<u64>> = BTreeMap::new();
        for (one, (_, places)) in each() {
            let worth = u64::from(gain(one, terms.objective));
            let list = worths.entry(one.occupation).or_default();
            list.extend(std::iter::repeat_n(worth, *places as usize));
        }
        let mut total = 0;
        for (occupation, mut list) in worths {
            list.sort_unstable_by(|a, b| b.cmp(a));
            let need = terms.needs.get(&occupation).map_or(usize::MAX, |need| *need as usize);
            total += list.into_iter().take(need).sum::<u64>();
        }
        let better = self
            .best
            .is_none_or(|(gain, paid)| total > gain || (total == gain && cost < paid - 1e-9));
        if better && payable(self.candidates, &self.plan, self.terms) {
            self.best = Some((total, cost));
        }
    }
}

fn brute(candidates: &[Candidate], terms: &Terms) -> Option<(u64, f64)> {
    let mut sorted = candidates.to_vec();
    sorted.sort_by(|a, b| a.id.cmp(&b.id));
    let mut all = Brute { candidates: &sorted, terms, plan: Vec::new(), best: None };
    all.run(0.0);
    all.best
}

fn whole(random: &mut Random, low: u32, high: u32) -> u32 {
    low + u32::try_from(random.below((high - low + 1) as usize)).unwrap()
}

fn chance(random: &mut Random, share: f64) -> bool {
    random.uniform() < share
}

/// `rich`: sessions, groups of several sizes, several funders; else one session or none.
fn generated(random: &mut Random, n: usize, rich: bool) -> (Vec<Candidate>, Terms) {
    let audiences = [Audience::JobSeekers, Audience::Employees, Audience::Young];
    let mut candidates = Vec::new();
    let mut total = 0.0;
    for number in 0..n {
        let least_group = whole(random, 1, 3);
        let most_group = if rich { least_group + whole(random, 0, 1) } else { least_group };
        let most_sessions = if rich && n <= 4 { whole(random, 1, 2) } else { 1 };
        let mut payers = vec![payer(if rich && chance(random, 0.4) { "b" } else { "a" })];
        if rich && chance(random, 0.5) {
            let other = if payers[0].funder == "a" { "b" } else { "a" };
            payers.push(Payer {
                most_share: f64::from(whole(random, 0, 4)) / 4.0,
                most_per_place: chance(random, 0.3)
                    .then(|| f64::from(whole(random, 1, 20)) * 100.0),
                ..payer(other)
            });
            if chance(random, 0.3) {
                payers[0].most_share = 0.5;
            }
        }
        let value = f64::from(whole(random, 0, 90)) / 100.0;
        let candidate = Candidate {
            occupation: occupation(number % 4),
            audience: audiences[random.below(3)],
            sector: chance(random, 0.5).then(|| "C".to_owned()),
            least_group,
            most_group,
            most_sessions,
            session_cost: f64::from(whole(random, 0, 30)) * 100.0,
            place_cost: f64::from(whole(random, 0, 20)) * 100.0,
            payers,
            provider: chance(random, 0.5).then(|| format!("p{}", number % 2)),
            brings: Estimate { value, low: value / 2.0, high: value * 1.5 },
            ..item(&format!("c{number:02}"), 0.0, 0.0)
        };
        total += candidate.cost(1, most_group);
        candidates.push(candidate);
    }
    let mut terms = terms(&[("a", (total * random.uniform() * 0.4).round())]);
    if rich {
        terms.budgets.insert("b".to_owned(), (total * random.uniform() * 0.3).round());
    }
    if chance(random, 0.5) {
        terms.most_occupations = Some(whole(random, 1, 3));
    }
    if chance(random, 0.4) {
        terms.floors.insert(Target::Audience(Audience::Employees), whole(random, 0, 3));
    }
    if chance(random, 0.2) {
        terms.floors.insert(Target::Sector("C".to_owned()), whole(random, 0, 4));
    }
    if chance(random, 0.4) {
        terms.capacities.insert("p0".to_owned(), whole(random, 0, 6));
    }
    for place in 0..4 {
        if chance(random, 0.4) {
            terms.needs.insert(occupation(place), whole(random, 0, 5));
        }
    }
    terms.objective = Objective::ALL[random.below(3)];
    if chance(random, 0.3) {
        terms.most_places = Some(whole(random, 0, 9));
    }
    (candidates, terms)
}

fn agree(candidates: &[Candidate], terms: &Terms) -> Result<(), String> {
    let found = choose(candidates, terms, Effort { nodes: 4_000_000, cells: 64, width: 4 });
    match (brute(candidates, terms), found) {
        (None, Err(ChoiceError::Floor { target, floor, most })) if most < floor => {
            let alone = Terms { floors: BTreeMap::from([(target, most)]), ..terms.clone() };
            match brute(candidates, &alone) {
                Some(_) => Ok(()),
                None => Err(format!("{most} places cannot be reached")),
            }
        }
        (None, Err(ChoiceError::Floors)) => Ok(()),
        (Some((gain, cost)), Ok(choice)) => {
            let spent: f64 = choice.taken.iter().map(|taken| taken.cost).sum();
            let paid: f64 = choice.spent.values().sum();
            let same = (choice.objective * 10_000.0).round().to_string() == gain.to_string()
                && (spent - cost).abs() < 0.01
                && (spent - paid).abs() < 0.05
                && choice.proof == Proof::Optimal;
            let kept =
                choice.spent.iter().all(|(name, euros)| *euros <= terms.budgets[name] + 0.05);
            if same && kept { Ok(()) } else { Err(format!("{gain} for {cost}: {choice:?}")) }
        }
        (brute, found) => Err(format!("{brute:?}, not {found:?}")),
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    /// Sessions, groups of several sizes, two funders with shares and caps, needs, floors.
    #[test]
    fn equals_every_plan_tried_on_rich_cases(seed in any::<u64>(), n in 1_usize..=7) {
        let (candidates, terms) = generated(&mut Random::new(seed, 1), n, true);
        let told = agree(&candidates, &terms);
        prop_assert!(told.is_ok(), "{told:?} {candidates:#?} {terms:#?}");
    }

    /// Up to twenty candidates, one session each.
    #[test]
    fn equals_every_plan_tried_on_many_candidates(seed in any::<u64>(), n in 8_usize..=20) {
        let (candidates, terms) = generated(&mut Random::new(seed, 2), n, false);
        let told = agree(&candidates, &terms);
        prop_assert!(told.is_ok(), "{told:?} {candidates:#?} {terms:#?}");
    }

    /// A euro more, a place of capacity more, an occupation more: never worse.
    #[test]
    fn more_is_never_worse(seed in any::<u64>(), n in 1_usize..=12) {
        let mut random = Random::new(seed, 3);
        let (candidates, mut terms) = generated(&mut random, n, true);
        if let Ok(before) = choose(&candidates, &terms, Effort::CHOICE) {
            *terms.budgets.get_mut("a").unwrap() += f64::from(whole(&mut random, 1, 5_000));
            let after = choose(&candidates, &terms, Effort::CHOICE).unwrap();
            prop_assert!(after.objective >= before.objective - 1e-9);
            terms.most_occupations = terms.most_occupations.map(|most| most + 1);
            let wider = choose(&candidates, &terms, Effort::CHOICE).unwrap();
            prop_assert!(wider.objective >= after.objective - 1e-9);
        }
    }

    /// The order in which candidates are given changes nothing at all.
    #[test]
    fn the_order_given_is_indifferent(seed in any::<u64>(), n in 2_usize..=15) {
        let mut random = Random::new(seed, 4);
        let (mut candidates, terms) = generated(&mut random, n, true);
        let before = choose(&candidates, &terms, Effort::CHOICE);
        for place in (1..candidates.len()).rev() {
            candidates.swap(place, random.below(place + 1));
        }
        prop_assert_eq!(before, choose(&candidates, &terms, Effort::CHOICE));
    }
}

/// Places beyond a need are taken off a plan that the search left them in, and floors are kept.
#[test]
fn useless_places_are_taken_off() {
    let one = Candidate {
        least_group: 4,
        most_group: 10,
        most_sessions: 3,
        place_cost: 100.0,
        payers: vec![Payer { funder: "a".to_owned(), most_share: 1.0, most_per_place: None }],
        brings: Estimate::exactly(0.5),
        ..item("c", 0.0, 0.0)
    };
    let mut terms = terms(&[("a", 10_000.0)]);
    terms.needs.insert(one.occupation, 5);
    let candidates = [&one];
    let cut = |terms: &Terms, plan: (u32, u32)| {
        let question = Question::new(&candidates, terms, Goal::Gain, None).unwrap();
        trimmed(&question, &candidates, vec![plan], terms)
    };
    assert_eq!(cut(&terms, (3, 28)), [(1, 5)]);
    assert_eq!(cut(&terms, (1, 5)), [(1, 5)]);
    // A need that fills no group leaves a whole one.
    terms.needs.insert(one.occupation, 2);
    assert_eq!(cut(&terms, (3, 28)), [(1, 4)]);
    terms.needs.insert(one.occupation, 0);
    assert_eq!(cut(&terms, (3, 28)), [(0, 0)]);
    terms.floors.insert(Target::Audience(one.audience), 12);
    assert_eq!(cut(&terms, (3, 28)), [(2, 12)]);
}

#[test]
fn candidates_set_aside_before_the_search() {
    let day = |text: &str| text.parse::<Date>().unwrap();
    let late = Candidate {
        lead_weeks: Some(10),
        needed_by: Some(day("2026-11-09")),
        ..item("late", 10.0, 1.0)
    };
    let in_time = Candidate { needed_by: Some(day("2026-11-10")), ..late.clone() };
    let unknown = Candidate { lead_weeks: None, ..late.clone() };
    let orphan = Candidate { payers: vec![payer("other")], ..item("orphan", 10.0, 1.0) };
    let dear = item("dear", 1_000.0, 1.0);
    let most = Payer { most_per_place: Some(9.0), ..payer("a") };
    let capped = Candidate {
        payers: vec![most],
        most_sessions: 3,
        place_cost: 10.0,
        ..item("capped", 0.0, 1.0)
    };
    let barren = item("barren", 10.0, 0.0);
    let cramped = Candidate {
        provider: Some("small".to_owned()),
        least_group: 8,
        most_group: 12,
        ..item("cramped", 10.0, 1.0)
    };
    let mut terms = terms(&[("a", 100.0)]);
    terms.capacities.insert("small".to_owned(), 7);
    let check = |candidate: &Candidate, expect: Option<Exclusion>| {
        let choice = made(std::slice::from_ref(candidate), &terms);
        assert_eq!(choice.excluded.get(&candidate.id), expect.as_ref());
        assert_eq!(choice.taken.is_empty(), expect.is_some());
    };
    let could_start = day("2026-11-10");
    let latest = day("2026-11-09");
    check(&late, Some(Exclusion::TooLate { could_start, latest }));
    check(&in_time, None);
    check(&unknown, None);
    check(&orphan, Some(Exclusion::NoFunder));
    check(&dear, Some(Exclusion::OverBudget { least_cost: 1_000.0, available: 100.0 }));
    check(&capped, Some(Exclusion::AboveCaps { place_cost: capped.place_cost, most: 9.0 }));
    check(&barren, Some(Exclusion::NothingGained));
    check(&cramped, Some(Exclusion::ProviderTooSmall { places: 7, least_group: 8 }));
}

/// By hand: 8 places at 1 000 €, of which the région pays 60 % and 500 € a place at most.
#[test]
fn several_funders_share_a_cost() {
    let shared = Candidate {
        least_group: 8,
        most_group: 8,
        place_cost: 1_000.0,
        payers: vec![
            Payer { most_share: 0.6, most_per_place: Some(500.0), ..payer("region") },
            payer("opco"),
        ],
        ..item("shared", 0.0, 0.5)
    };
    let choice = made(std::slice::from_ref(&shared), &terms(&[("region", 9e4), ("opco", 4_000.0)]));
    let paid = &choice.taken("shared").unwrap().paid;
    assert!((paid["region"] - 8.0 * 500.0).abs() < 0.05, "{paid:?}");
    assert!((paid["opco"] - (8_000.0 - 4_000.0)).abs() < 0.05, "{paid:?}");
    let short = terms(&[("region", 9e4), ("opco", 3_999.0)]);
    assert!(made(&[shared], &short).taken.is_empty());
}

#[test]
fn places_beyond_the_need_bring_nothing() {
    let grouped = Candidate {
        least_group: 8,
        most_group: 12,
        place_cost: 100.0,
        brings: Estimate { value: 0.5, low: 0.25, high: 0.75 },
        ..item("grouped", 0.0, 0.0)
    };
    let mut terms = terms(&[("a", 1e5)]);
    terms.needs.insert(occupation(0), 5);
    let choice = made(&[grouped], &terms);
    let taken = choice.taken("grouped").unwrap();
    // Eight, since a group has no fewer; five of them count.
    assert_eq!((taken.places, taken.useful), (8, 5));
    assert!(near(choice.objective, 5.0 * 0.5) && near(taken.brings.high, 5.0 * 0.75));
}

#[test]
fn floors_that_cannot_be_met_say_how_far_one_gets() {
    let mut terms = terms(&[("a", 25.0)]);
    let items = [item("1", 10.0, 1.0), item("2", 10.0, 1.0), item("3", 10.0, 1.0)];
    let target = Target::Audience(Audience::JobSeekers);
    terms.floors.insert(target.clone(), 3);
    let error = choose(&items, &terms, Effort::CHOICE).unwrap_err();
    assert_eq!(error, ChoiceError::Floor { target, floor: 3, most: 2 });
}

#[test]
fn faulty_candidates_are_refused() {
    let check = |candidate: Candidate, flaw| {
        let found = choose(&[candidate], &terms(&[("a", 10.0)]), Effort::CHOICE);
        assert_eq!(found, Err(ChoiceError::Flawed { id: "x".to_owned(), flaw }));
    };
    let fine = item("x", 1.0, 1.0);
    check(Candidate { least_group: 2, ..fine.clone() }, Flaw::Group);
    check(Candidate { most_sessions: 0, ..fine.clone() }, Flaw::Group);
    check(Candidate { session_cost: f64::NAN, ..fine.clone() }, Flaw::Cost);
    check(Candidate { place_cost: -1.0, ..fine.clone() }, Flaw::Cost);
    let brings = Estimate { value: 1.0, low: 2.0, high: 3.0 };
    check(Candidate { brings, ..fine.clone() }, Flaw::Brings);
    check(Candidate { payers: vec![payer("a"), payer("a")], ..fine.clone() }, Flaw::Share);
    let twice = choose(&[fine.clone(), fine], &terms(&[]), Effort::CHOICE);
    assert_eq!(twice, Err(ChoiceError::Twice { id: "x".to_owned() }));
}
