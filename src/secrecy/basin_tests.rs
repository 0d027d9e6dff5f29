//! A basin: 21 respondents, one of whom holds half of the headcount.

use crate::secrecy::attack::{View, attack, worst};
use crate::secrecy::journal::{Export, Fate, Outcome};
use crate::secrecy::table::{State, System};
use crate::secrecy::world::{Employer, Table, World, employer, export};

const SECTORS: usize = 3;
const SIZES: usize = 4;
const BIG: f64 = 640.0;

fn basin() -> Vec<Employer> {
    let mut people = vec![employer("works", 1, 3, BIG)];
    let headcounts =
        [[12, 18, 31, 55, 9], [8, 22, 40, 62, 14], [11, 19, 35, 71, 16], [7, 25, 28, 90, 67]];
    for (row, headcounts) in headcounts.iter().enumerate() {
        for (column, &headcount) in headcounts.iter().enumerate() {
            let size = match headcount {
                0..=19 => 0,
                20..=49 => 1,
                _ => 2,
            };
            let name = format!("e{row}{column}");
            people.push(employer(&name, (row + column) % SECTORS, size, f64::from(headcount)));
        }
    }
    people
}

/// Distances, in shares of it, at which the big employer's headcount can be enclosed by someone
/// who knows which cells it is in: it is an unknown of its own, at most each cell it is in.
fn enclosed(export: &Export, outcomes: &[Outcome]) -> (f64, f64) {
    let mut system = System::new();
    let mut shown = Vec::new();
    let mut cells = Vec::new();
    for (candidate, outcome) in export.candidates.iter().zip(outcomes) {
        cells.push(system.add(candidate.value(), State::Withheld).unwrap());
        shown.push(match *outcome {
            Outcome::Shown { value, .. } => Some((value, value)),
            Outcome::Empty => Some((0.0, 0.0)),
            _ => None,
        });
    }
    for (total, parts) in &export.totals {
        let parts: Vec<_> = parts.iter().map(|&part| cells[part]).collect();
        system.total(cells[*total], &parts).unwrap();
    }
    let big = system.add(BIG, State::Withheld).unwrap();
    shown.push(None);
    for (place, candidate) in export.candidates.iter().enumerate() {
        if candidate.answers.iter().any(|answer| answer.unit == "works") {
            if candidate.answers.len() == 1 {
                system.total(cells[place], &[big]).unwrap();
            } else {
                system.share(big, cells[place]).unwrap();
            }
        }
    }
    let found = attack(&system, &View { shown, shares: Vec::new() });
    let bounds = found.iter().find(|bounds| bounds.cell == big).unwrap();
    let distance = worst(bounds, BIG);
    (distance.below, distance.above)
}

#[test]
fn half_of_the_headcount_is_one_employer() {
    let people = basin();
    assert_eq!(people.len(), 21);
    let all: f64 = people.iter().map(|e| e.headcount).sum();
    assert!((BIG / all - 0.5).abs() < 1e-9);
}

#[test]
fn nothing_exported_encloses_the_big_employer() {
    let export = export(&basin(), Table::SectorBySize, SECTORS, SIZES);
    let mut world = World::new();
    let decision = world.send(&export);
    assert_eq!(decision.exposed, []);
    assert_eq!(world.broken(1), []);
    let outcomes: Vec<Outcome> = decision.release.entries.iter().map(|e| e.outcome).collect();
    let (below, above) = enclosed(&export, &outcomes);
    assert!(below >= 0.15 && above >= 0.15, "{below} {above}");
    // Something is left to read, the grand total first: a quarter, of so few respondents.
    assert_eq!(decision.fates[0], Fate::Shown);
    let shown = decision.fates.iter().filter(|fate| **fate == Fate::Shown).count();
    assert!(4 * shown >= decision.fates.len(), "{shown}");
}

/// The same attack finds it when the primary rules alone are applied.
#[test]
fn primary_suppression_alone_encloses_it() {
    let export = export(&basin(), Table::SectorBySize, SECTORS, SIZES);
    let decision = World::new().send(&export);
    let outcomes = export.candidates.iter().zip(&decision.release.entries).map(|(c, e)| {
        let covers = matches!(e.outcome, Outcome::Hidden | Outcome::Found { .. });
        if covers { Outcome::Shown { value: c.value(), half_step: 0.0 } } else { e.outcome }
    });
    let (below, above) = enclosed(&export, &outcomes.collect::<Vec<_>>());
    assert!(below < 0.15 && above < 0.15, "{below} {above}");
}

/// It stays hidden while respondents come in one by one and each state is exported.
#[test]
fn exports_in_a_row_do_not_enclose_it() {
    let mut people = basin();
    let mut world = World::new();
    for i in 0..4 {
        let decision = world.send(&export(&people, Table::SectorBySize, SECTORS, SIZES));
        assert!(decision.exposed.iter().all(|e| e.respondent.is_none()), "{:?}", decision.exposed);
        people.push(employer(
            &format!("late{i}"),
            i % SECTORS,
            1,
            24.0 + f64::from(u32::try_from(i).unwrap()),
        ));
    }
    assert_eq!(world.broken(4), []);
    assert_eq!(world.telling_differences(), 0);
}
