//! Symmetric positive semi-definite systems of a few dozen unknowns.
//!
//! Diagonally pivoted Cholesky after scaling to a unit diagonal (Higham, “Analysis of the Cholesky
//! decomposition of a semi-definite matrix”, 1990). Collinear unknowns are found by rank and left
//! at zero, so the solution is the *basic* one: for a right-hand side in the range it fits exactly
//! as well as the Moore–Penrose one, at the price of one triangular factor instead of a
//! spectral decomposition.

/// Scaled pivots below this are noise: columns closer than about 1e-5 radian are collinear.
const RANK_TOLERANCE: f64 = 1e-10;

/// Factor of a `p × p` positive semi-definite matrix.
#[derive(Debug, Clone)]
pub struct Factor {
    order: usize,
    /// Index of the unknown eliminated at each step, hence `pivots.len()` is the rank.
    pivots: Vec<usize>,
    /// One column of length `order` per pivot, in the original order of the unknowns.
    columns: Vec<f64>,
    /// `1/√aᵢᵢ`, or 0 for an empty row.
    scale: Vec<f64>,
}

impl Factor {
    /// Factors `matrix`, row-major `order × order`; only symmetric input makes sense.
    ///
    /// Among equal pivots the first unknown wins, so the result depends on nothing but the input.
    pub fn new(matrix: &[f64], order: usize) -> Self {
        let diagonal = matrix.iter().step_by(order + 1);
        let scale: Vec<f64> =
            diagonal.map(|a| if *a > 0.0 { 1.0 / a.sqrt() } else { 0.0 }).collect();
        let mut left: Vec<f64> = scale.iter().map(|s| if *s > 0.0 { 1.0 } else { 0.0 }).collect();
        let mut factor =
            Self { order, pivots: Vec::new(), columns: Vec::with_capacity(order * order), scale };
        while factor.pivots.len() < order {
            let mut best = (0, 0.0);
            for (index, value) in left.iter().enumerate() {
                if *value > best.1 {
                    best = (index, *value);
                }
            }
            let (pivot, value) = best;
            if value.is_nan() || value <= RANK_TOLERANCE {
                break;
            }
            let column = factor.next_column(matrix, pivot, value.sqrt());
            for (rest, entry) in left.iter_mut().zip(&column) {
                *rest -= entry * entry;
            }
            if let Some(rest) = left.get_mut(pivot) {
                *rest = f64::NEG_INFINITY;
            }
            factor.columns.extend(column);
            factor.pivots.push(pivot);
        }
        factor
    }

    fn next_column(&self, matrix: &[f64], pivot: usize, root: f64) -> Vec<f64> {
        let row = matrix.chunks(self.order).nth(pivot).unwrap_or_default();
        let own = at(&self.scale, pivot);
        let mut column: Vec<f64> = row.iter().zip(&self.scale).map(|(a, s)| a * s * own).collect();
        for earlier in self.columns.chunks(self.order) {
            let weight = at(earlier, pivot);
            for (entry, previous) in column.iter_mut().zip(earlier) {
                *entry -= weight * previous;
            }
        }
        for entry in &mut column {
            *entry /= root;
        }
        // Rounding would leave dust where elimination makes an exact zero.
        for done in &self.pivots {
            if let Some(entry) = column.get_mut(*done) {
                *entry = 0.0;
            }
        }
        column
    }

    /// Number of independent unknowns.
    pub fn rank(&self) -> usize {
        self.pivots.len()
    }

    /// Unknowns in the order of elimination; those absent are combinations of these.
    pub fn pivots(&self) -> &[usize] {
        &self.pivots
    }

    /// Basic solution of `A x = right`; `right` and the result have `order` entries.
    pub fn solve(&self, right: &[f64]) -> Vec<f64> {
        let mut remaining: Vec<f64> = right.iter().zip(&self.scale).map(|(b, s)| b * s).collect();
        let mut forward = Vec::with_capacity(self.rank());
        for (column, pivot) in self.columns.chunks(self.order).zip(&self.pivots) {
            let value = at(&remaining, *pivot) / at(column, *pivot);
            for (entry, factor) in remaining.iter_mut().zip(column) {
                *entry -= value * factor;
            }
            forward.push(value);
        }
        let mut solution = vec![0.0; self.order];
        let steps = self.columns.chunks(self.order).zip(&self.pivots).zip(&forward);
        for ((column, pivot), value) in steps.rev() {
            let known: f64 = column.iter().zip(&solution).map(|(c, x)| c * x).sum();
            let found = (value - known) / at(column, *pivot);
            if let Some(entry) = solution.get_mut(*pivot) {
                *entry = found;
            }
        }
        solution.iter().zip(&self.scale).map(|(x, s)| x * s).collect()
    }
}

fn at(values: &[f64], index: usize) -> f64 {
    values.get(index).copied().unwrap_or(0.0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn product(matrix: &[f64], x: &[f64]) -> Vec<f64> {
        matrix.chunks(x.len()).map(|row| row.iter().zip(x).map(|(a, b)| a * b).sum()).collect()
    }

    fn check(matrix: &[f64], right: &[f64], rank: usize) {
        let factor = Factor::new(matrix, right.len());
        assert_eq!(factor.rank(), rank);
        for (found, wanted) in product(matrix, &factor.solve(right)).iter().zip(right) {
            assert!((found - wanted).abs() < 1e-9 * wanted.abs().max(1.0), "{found} {wanted}");
        }
    }

    #[test]
    fn regular() {
        check(&[4.0, 2.0, 2.0, 3.0], &[10.0, 8.0], 2);
    }

    #[test]
    fn collinear_with_a_right_side_in_the_range() {
        check(&[1.0, 2.0, 2.0, 4.0], &[3.0, 6.0], 1);
    }

    #[test]
    fn empty_unknown_stays_at_zero() {
        check(&[0.0, 0.0, 0.0, 5.0], &[0.0, 10.0], 1);
    }

    #[test]
    fn scales_apart_do_not_hide_rank() {
        check(&[1e12, 1.0, 1.0, 1e-6], &[1e12 + 1.0, 1.0 + 1e-6], 2);
    }

    proptest! {
        /// `XᵀX` with a repeated column: one rank less, and every combination of columns is fitted.
        #[test]
        fn gram_of_a_repeated_column(
            cells in prop::collection::vec(-5.0..5.0_f64, 24),
            x in prop::collection::vec(-3.0..3.0_f64, 5),
        ) {
            let rows: Vec<Vec<f64>> = cells
                .chunks(4)
                .map(|row| row.iter().copied().chain(row.first().copied()).collect())
                .collect();
            let mut gram = vec![0.0; 25];
            for row in &rows {
                for (i, a) in row.iter().enumerate() {
                    for (j, b) in row.iter().enumerate() {
                        gram[5 * i + j] += a * b;
                    }
                }
            }
            let right = product(&gram, &x);
            let factor = Factor::new(&gram, 5);
            prop_assert!(factor.rank() <= 4);
            let back = product(&gram, &factor.solve(&right));
            let size = right.iter().fold(1.0_f64, |m, v| m.max(v.abs()));
            for (found, wanted) in back.iter().zip(&right) {
                prop_assert!((found - wanted).abs() < 1e-6 * size);
            }
        }
    }
}
