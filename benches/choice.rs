//! The best use of a budget: 20, 200 and 500 candidates, one funder or three, with what explains it.
//!
//! `cargo bench --bench choice`. The candidates are made up: twenty-five occupations with needs,
//! groups of 6 to 16, one to three sessions, five occupations at most.

#![expect(clippy::unwrap_used, reason = "a bench fails by panicking")]

use bassin::model::{Audience, Date, FapLevel, FapVersion};
use bassin::recommend::choice::explain::{left, survival};
use bassin::recommend::choice::more::more;
use bassin::recommend::choice::{
    Candidate, Choice, Effort, Estimate, Objective, Payer, Proof, Terms, choose,
};
use bassin::reference::Reference;
use bassin::survey::random::Random;
use criterion::{Criterion, criterion_group, criterion_main};
use std::collections::BTreeMap;
use std::hint::black_box;

const FUNDERS: [(&str, f64); 3] =
    [("region", 150_000.0), ("opco", 80_000.0), ("france-travail", 60_000.0)];

fn made(count: usize, funders: usize) -> (Vec<Candidate>, Terms) {
    let codes = Reference::embedded().unwrap().faps(FapVersion::Fap2021, FapLevel::Occupation);
    let mut random = Random::new(7, 0);
    let mut whole =
        |low: u32, high: u32| low + u32::try_from(random.below((high - low + 1) as usize)).unwrap();
    let mut candidates = Vec::new();
    for number in 0..count {
        let (least_group, value) = (whole(6, 10), f64::from(whole(15, 70)) / 100.0);
        let hours = f64::from(whole(1, 12) * 70);
        let payers = FUNDERS.iter().take(funders).skip(number % funders).take(2);
        candidates.push(Candidate {
            id: format!("c{number:03}"),
            occupation: *codes.get(number % 25).unwrap(),
            audience: Audience::JobSeekers,
            sector: None,
            least_group,
            most_group: least_group + whole(2, 6),
            most_sessions: whole(1, 3),
            session_cost: hours * f64::from(whole(20, 60)),
            place_cost: hours * f64::from(whole(1, 6)),
            cost_spread: 0.1,
            payers: payers
                .map(|(funder, _)| Payer {
                    funder: (*funder).to_owned(),
                    most_share: 1.0,
                    most_per_place: None,
                })
                .collect(),
            provider: None,
            lead_weeks: None,
            needed_by: None,
            brings: Estimate { value, low: value * 0.7, high: value * 1.3 },
        });
    }
    let budgets = FUNDERS.iter().take(funders).map(|(name, euros)| ((*name).to_owned(), *euros));
    let terms = Terms {
        budgets: budgets.collect(),
        most_occupations: Some(5),
        floors: BTreeMap::new(),
        most_places: None,
        capacities: BTreeMap::new(),
        need_bounds: BTreeMap::new(),
        needs: codes.iter().take(25).map(|code| (*code, whole(5, 40))).collect(),
        decided_on: Date::new(2026, 9, 1).unwrap(),
        latest_start: None,
        objective: Objective::Stay,
    };
    (candidates, terms)
}

fn told(choice: &Choice) -> String {
    match choice.proof {
        Proof::Optimal => "proven".to_owned(),
        Proof::Gap(share) => format!("gap of {:.1} %", share * 100.0),
    }
}

fn choosing(criterion: &mut Criterion) {
    for count in [20, 200, 500] {
        for funders in [1, 3] {
            let (candidates, terms) = made(count, funders);
            let choice = choose(&candidates, &terms, Effort::CHOICE).unwrap();
            let name = format!("choice: {count} candidates, {funders} funders ({})", told(&choice));
            criterion.bench_function(&name, |bencher| {
                bencher.iter(|| black_box(choose(&candidates, &terms, Effort::CHOICE).unwrap()));
            });
        }
    }
}

fn explaining(criterion: &mut Criterion) {
    let (candidates, terms) = made(200, 1);
    let choice = choose(&candidates, &terms, Effort::CHOICE).unwrap();
    let few = Effort::QUESTION;
    criterion.bench_function("choice: 200 candidates, every one that is left", |bencher| {
        bencher.iter(|| black_box(left(&candidates, &terms, &choice, few).unwrap()));
    });
    criterion.bench_function("choice: 200 candidates, 10 000 € more", |bencher| {
        bencher.iter(|| black_box(more(&candidates, &terms, &choice, 10_000.0, few).unwrap()));
    });
    let found = survival(&candidates, &terms, &choice, (100, 7), few).unwrap();
    let name = format!("choice: 200 candidates, 100 redraws ({} proven)", found.proven);
    criterion.bench_function(&name, |bencher| {
        bencher.iter(|| {
            black_box(survival(&candidates, &terms, &choice, (100, 7), few).unwrap());
        });
    });
}

criterion_group! {
    name = choice;
    config = Criterion::default().sample_size(10);
    targets = choosing, explaining
}
criterion_main!(choice);
