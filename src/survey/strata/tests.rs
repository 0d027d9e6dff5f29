//! Small basins written as `sector size N answers refusals` cells.

use super::*;
use proptest::prelude::*;

/// Size ranks 0, 1 and 2 begin at 1, 10 and 50 employees.
fn basin(cells: &[(u32, u32, f64, usize, usize)]) -> (Vec<Unit>, Vec<Stratum>) {
    let mut units = Vec::new();
    let mut strata = Vec::new();
    for (stratum, (sector, size, establishments, answers, refusals)) in cells.iter().enumerate() {
        let size_from = [1.0, 10.0, 50.0][*size as usize];
        let employees = size_from + 1.0;
        strata.push(Stratum {
            sector: *sector,
            size: *size,
            size_from,
            establishments: *establishments,
            employees: establishments * employees,
        });
        for responded in [true].repeat(*answers).into_iter().chain([false].repeat(*refusals)) {
            units.push(Unit { stratum, responded, employees });
        }
    }
    (units, strata)
}

fn check(cells: &[(u32, u32, f64, usize, usize)], expected: &[(&[usize], f64)]) -> Groups {
    let (units, strata) = basin(cells);
    let found = groups(&units, &strata, TAKE_ALL_EMPLOYEES).unwrap();
    let shape: Vec<(&[usize], f64)> = found
        .groups
        .iter()
        .map(|g| (g.strata.as_slice(), g.establishments / count(g.respondents.max(1))))
        .collect();
    assert_eq!(shape, expected);
    found
}

#[test]
fn enough_everywhere() {
    let found =
        check(&[(0, 0, 40.0, 8, 3), (0, 1, 12.0, 6, 0)], &[(&[0], 40.0 / 8.0), (&[1], 12.0 / 6.0)]);
    assert_eq!((found.merges.len(), found.thin.len()), (0, 0));
}

#[test]
fn adjacent_size_before_the_neighbouring_sector() {
    let found = check(
        &[(0, 0, 40.0, 8, 0), (0, 1, 12.0, 3, 0), (1, 1, 9.0, 7, 0)],
        &[(&[0, 1], 52.0 / 11.0), (&[2], 9.0 / 7.0)],
    );
    let expected =
        Merge { strata: vec![1], respondents: 3, into: vec![0], step: Step::AdjacentSize };
    assert_eq!(found.merges, [expected]);
}

#[test]
fn across_sectors_at_the_same_size() {
    let found = check(
        &[(0, 1, 12.0, 2, 0), (2, 1, 9.0, 7, 0), (1, 1, 20.0, 9, 0)],
        &[(&[0, 2], 32.0 / 11.0), (&[1], 9.0 / 7.0)],
    );
    assert_eq!(found.merges[0].step, Step::AdjacentSector);
}

#[test]
fn what_has_no_neighbour_is_reported() {
    let found =
        check(&[(0, 0, 12.0, 2, 0), (1, 1, 9.0, 7, 0)], &[(&[0], 12.0 / 2.0), (&[1], 9.0 / 7.0)]);
    assert_eq!(found.thin, [Thin { strata: vec![0], establishments: 12.0, respondents: 2 }]);
}

#[test]
fn take_all_stand_for_themselves() {
    let found = check(&[(0, 0, 40.0, 8, 0), (0, 2, 5.0, 2, 1)], &[(&[0], 5.0), (&[1], 1.0)]);
    assert_eq!(found.missing.units, [10]);
    assert!((found.missing.employees - 51.0).abs() < 1e-12);
    assert_eq!(found.missing.unlisted, [(1, 2.0)]);
    assert!((found.represented() - 42.0).abs() < 1e-12);
    assert_eq!(found.design().unwrap().unobserved()[1].to_bits(), 0.0_f64.to_bits());
}

#[test]
fn a_large_unit_leaves_its_small_stratum() {
    let (mut units, strata) = basin(&[(0, 0, 41.0, 9, 0)]);
    units[0].employees = 80.0;
    let found = groups(&units, &strata, TAKE_ALL_EMPLOYEES).unwrap();
    assert_eq!(found.weights[0], Some(1.0));
    assert_eq!(found.weights[1], Some(40.0 / 8.0));
}

#[test]
fn more_answers_than_establishments() {
    let (units, strata) = basin(&[(0, 0, 4.0, 5, 0)]);
    let expected = StrataError::TooMany { stratum: 0, respondents: 5, establishments: 4.0 };
    assert_eq!(groups(&units, &strata, 50.0), Err(expected));
}

proptest! {
    /// Weights of the groups that have answers add up to the register less the missing take-alls,
    /// and every merged group has enough respondents or is reported.
    #[test]
    fn parts_add_up(cells in prop::collection::vec((0..4_u32, 0..3_u32, 0..6_usize, 0..9_usize, 0..5_usize), 1..9)) {
        let cells: Vec<_> = cells.iter()
            .map(|(sector, size, more, r, x)| (*sector, *size, count(more + r + x), *r, *x)).collect();
        let (units, strata) = basin(&cells);
        let found = groups(&units, &strata, TAKE_ALL_EMPLOYEES).unwrap();
        let register: f64 = cells.iter().map(|c| c.2).sum();
        let unlisted: f64 = found.missing.unlisted.iter().map(|u| u.1).sum();
        let unheard: f64 = found.thin.iter().filter(|t| t.respondents == 0).map(|t| t.establishments).sum();
        let weighted: f64 = found.weights.iter().flatten().sum();
        let gone = count(found.missing.units.len()) + unlisted + unheard;
        prop_assert!((weighted + gone - register).abs() < 1e-9);
        for group in found.groups.iter().filter(|g| !g.take_all && g.respondents < LEAST_RESPONDENTS) {
            prop_assert!(found.thin.iter().any(|t| t.strata == group.strata));
        }
        for (unit, weight) in units.iter().zip(&found.weights) {
            if unit.responded && unit.employees >= TAKE_ALL_EMPLOYEES {
                prop_assert_eq!(*weight, Some(1.0));
            }
        }
    }
}
