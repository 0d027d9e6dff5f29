//! Iterative proportional fitting of a table of counts (Deming and Stephan, 1940).

/// One set of margins: for each cell the index of its total, and the totals.
#[derive(Debug, Clone, Copy)]
pub struct Set<'a> {
    pub class_of_cell: &'a [usize],
    pub totals: &'a [f64],
}

/// Why a table could not be fitted.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub enum IpfError {
    #[error("set {set} does not give one class to each of {cells} cells")]
    Shape { set: usize, cells: usize },
    /// The total is positive and every cell that feeds it is zero.
    #[error("total {class} of set {set} has no cell")]
    EmptyMargin { set: usize, class: usize },
    /// The worst margin after the last round: its set, its class and its relative gap.
    #[error("total {class} of set {set} off by {residual} after {rounds} rounds")]
    NotConverged { set: usize, class: usize, residual: f64, rounds: usize },
}

/// Scales `seed` set by set until every total is met to a relative `tolerance`.
///
/// # Errors
/// See [`IpfError`]; contradicting margins end as `NotConverged`.
pub fn fit(
    seed: &[f64],
    sets: &[Set<'_>],
    tolerance: f64,
    rounds: usize,
) -> Result<Vec<f64>, IpfError> {
    for (index, set) in sets.iter().enumerate() {
        let known = set.class_of_cell.iter().all(|class| *class < set.totals.len());
        if set.class_of_cell.len() != seed.len() || !known {
            return Err(IpfError::Shape { set: index, cells: seed.len() });
        }
    }
    let mut cells = seed.to_vec();
    for round in 0..=rounds {
        let (place, residual) = worst(&cells, sets)?;
        if residual < tolerance {
            return Ok(cells);
        }
        if round == rounds {
            let (set, class) = place;
            return Err(IpfError::NotConverged { set, class, residual, rounds });
        }
        for set in sets {
            let sums = sums(&cells, set);
            for (cell, class) in cells.iter_mut().zip(set.class_of_cell) {
                if let (Some(total), Some(sum)) = (set.totals.get(*class), sums.get(*class))
                    && *sum > 0.0
                {
                    *cell *= total / sum;
                }
            }
        }
    }
    Ok(cells)
}

fn sums(cells: &[f64], set: &Set<'_>) -> Vec<f64> {
    let mut sums = vec![0.0; set.totals.len()];
    for (cell, class) in cells.iter().zip(set.class_of_cell) {
        if let Some(sum) = sums.get_mut(*class) {
            *sum += cell;
        }
    }
    sums
}

fn worst(cells: &[f64], sets: &[Set<'_>]) -> Result<((usize, usize), f64), IpfError> {
    let mut worst = ((0, 0), 0.0);
    for (index, set) in sets.iter().enumerate() {
        for (class, (sum, total)) in sums(cells, set).iter().zip(set.totals).enumerate() {
            if *sum == 0.0 && *total > 0.0 {
                return Err(IpfError::EmptyMargin { set: index, class });
            }
            let gap = (sum - total).abs() / if *total > 0.0 { *total } else { 1.0 };
            if gap > worst.1 {
                worst = ((index, class), gap);
            }
        }
    }
    Ok(worst)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::survey::calibrate::{Method, Options, calibrate};
    use crate::survey::margins::Margins;

    /// Both roads, proportional fitting and raking by Newton, reach `expected`.
    fn check(seed: &[f64], sets: &[Set<'_>], expected: &[f64]) {
        let fitted = fit(seed, sets, 1e-10, 1000).unwrap();
        let mut names = Vec::new();
        let mut totals = Vec::new();
        let mut columns = Vec::new();
        for set in sets {
            for (class, total) in set.totals.iter().enumerate() {
                names.push(format!("{class} of {total}"));
                totals.push(*total);
                columns.push(set.class_of_cell.iter().map(move |c| *c == class));
            }
        }
        let mut rows = vec![Vec::new(); seed.len()];
        for column in columns {
            for (row, is) in rows.iter_mut().zip(column) {
                row.push(if is { 1.0 } else { 0.0 });
            }
        }
        let margins = Margins::new(&rows.concat(), seed.len(), names, totals).unwrap();
        let raked = calibrate(seed, &margins, Method::RakingRatio, &Options::FREE).unwrap();
        assert_eq!(seed.len(), expected.len());
        for ((a, b), expected) in fitted.iter().zip(&raked.weights).zip(expected) {
            assert!((a - expected).abs() < 1e-6, "{a} is not {expected}");
            assert!((b - expected).abs() < 1e-6, "{b} is not {expected}");
        }
    }

    const ROWS: Set<'_> = Set { class_of_cell: &[0, 0, 1, 1], totals: &[30.0, 70.0] };
    const COLUMNS: Set<'_> = Set { class_of_cell: &[0, 1, 0, 1], totals: &[50.0, 50.0] };

    #[test]
    fn two_by_two() {
        check(&[1.0; 4], &[ROWS, COLUMNS], &[15.0, 15.0, 35.0, 35.0]);
    }

    #[test]
    fn two_by_four_by_two() {
        let mut seed = [1.0; 16];
        (seed[0], seed[4], seed[7]) = (4.0, 10.0, 6.0);
        let mut pairs = [4.0; 8];
        (pairs[0], pairs[4], pairs[7]) = (10.0, 22.0, 14.0);
        let first: Vec<usize> = (0..16).map(|cell| cell / 8).collect();
        let second: Vec<usize> = (0..16).map(|cell| cell % 8).collect();
        let sets = [
            Set { class_of_cell: &first, totals: &[50.0, 16.0] },
            Set { class_of_cell: &second, totals: &pairs },
        ];
        let mut expected = [2.0; 16];
        expected[..8].copy_from_slice(&[8.0, 2.0, 2.0, 2.0, 20.0, 2.0, 2.0, 12.0]);
        check(&seed, &sets, &expected);
    }

    #[test]
    fn a_total_without_cell_is_named() {
        let found = fit(&[1.0, 1.0, 0.0, 0.0], &[ROWS, COLUMNS], 1e-8, 10);
        assert_eq!(found, Err(IpfError::EmptyMargin { set: 0, class: 1 }));
    }

    #[test]
    fn contradicting_totals_do_not_converge() {
        let other = Set { totals: &[50.0, 60.0], ..COLUMNS };
        let found = fit(&[1.0; 4], &[ROWS, other], 1e-8, 50);
        assert!(matches!(found, Err(IpfError::NotConverged { rounds: 50, .. })), "{found:?}");
    }
}
