//! Linear programs small enough to be solved one by one; a thin wall around the solver.
//!
//! The solver is never believed on its word: what it returns is a point, and callers check points
//! against the rows. A solver that fails makes a figure hidden, never shown.

use microlp::{ComparisonOp, Error, OptimizationDirection, Problem, Variable};
use std::time::Duration;

/// A degenerate program could make the simplex cycle; past this it is a failure, hence a refusal.
const PATIENCE: Duration = Duration::from_secs(2);

/// How the left side of a row stands to its right side.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sense {
    Equal,
    AtMost,
}

/// One row: Σ coefficient · variable, against `rhs`. Every variable at most once.
#[derive(Clone, Debug)]
pub struct Row {
    pub terms: Vec<(usize, f64)>,
    pub sense: Sense,
    pub rhs: f64,
}

/// Variables with bounds (an upper bound may be infinite) and rows.
#[derive(Clone, Debug, Default)]
pub struct Program {
    pub bounds: Vec<(f64, f64)>,
    pub rows: Vec<Row>,
}

/// What the solver says.
#[derive(Clone, Debug)]
pub enum Answer {
    /// A point of least cost, one value per variable.
    Best(Vec<f64>),
    Unbounded,
    Infeasible,
    /// Numerical failure, or patience exhausted.
    Failed,
}

impl Program {
    /// Minimises Σ `costs` · variable; variables without a cost cost nothing.
    ///
    /// Values are divided by a common scale before they reach the solver, whose tolerances are
    /// absolute.
    pub fn minimise(&self, costs: &[(usize, f64)]) -> Answer {
        let scale = self.scale();
        let mut cost_of = vec![0.0; self.bounds.len()];
        for &(variable, cost) in costs {
            if let Some(slot) = cost_of.get_mut(variable) {
                *slot += cost;
            }
        }
        let mut problem = Problem::new(OptimizationDirection::Minimize);
        let variables: Vec<Variable> = self
            .bounds
            .iter()
            .zip(&cost_of)
            .map(|(&(low, high), &cost)| problem.add_var(cost, (low / scale, high / scale)))
            .collect();
        for row in &self.rows {
            let terms: Vec<(Variable, f64)> = row
                .terms
                .iter()
                .filter_map(|&(index, factor)| Some((*variables.get(index)?, factor)))
                .collect();
            let sense = match row.sense {
                Sense::Equal => ComparisonOp::Eq,
                Sense::AtMost => ComparisonOp::Le,
            };
            problem.add_constraint(terms, sense, row.rhs / scale);
        }
        problem.set_time_limit(PATIENCE);
        match problem.solve() {
            Ok(outcome) => match outcome.into_solution() {
                Ok(solution) => {
                    Answer::Best(variables.iter().map(|&v| solution.var_value(v) * scale).collect())
                }
                Err(_interrupted) => Answer::Failed,
            },
            Err(Error::Infeasible) => Answer::Infeasible,
            Err(Error::Unbounded) => Answer::Unbounded,
            // Whatever the solver could not do hides the figure it was asked about.
            Err(_) => Answer::Failed,
        }
    }

    /// The largest finite magnitude, brought to a thousand; 1 when there is none.
    fn scale(&self) -> f64 {
        let bounds = self.bounds.iter().flat_map(|&(low, high)| [low, high]);
        let largest = bounds
            .chain(self.rows.iter().map(|row| row.rhs))
            .map(f64::abs)
            .filter(|v| v.is_finite())
            .fold(0.0, f64::max);
        if largest > 0.0 { largest / 1_000.0 } else { 1.0 }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(terms: &[(usize, f64)], sense: Sense, rhs: f64) -> Row {
        Row { terms: terms.to_vec(), sense, rhs }
    }

    /// Textbook case: max 3x + 5y under x ≤ 4, 2y ≤ 12, 3x + 2y ≤ 18 is 36 at (2, 6)
    /// (Hillier and Lieberman, Introduction to Operations Research, the Wyndor Glass problem).
    #[test]
    fn the_published_example() {
        let program = Program {
            bounds: vec![(0.0, f64::INFINITY); 2],
            rows: vec![
                row(&[(0, 1.0)], Sense::AtMost, 4.0),
                row(&[(1, 2.0)], Sense::AtMost, 12.0),
                row(&[(0, 3.0), (1, 2.0)], Sense::AtMost, 18.0),
            ],
        };
        let Answer::Best(point) = program.minimise(&[(0, -3.0), (1, -5.0)]) else { panic!() };
        assert!((point[0] - 2.0).abs() < 1e-9 && (point[1] - 6.0).abs() < 1e-9, "{point:?}");
    }

    #[test]
    fn what_cannot_be_solved_is_named() {
        let free = Program { bounds: vec![(0.0, f64::INFINITY)], rows: Vec::new() };
        assert!(matches!(free.minimise(&[(0, -1.0)]), Answer::Unbounded));
        let torn = Program {
            bounds: vec![(0.0, 1.0)],
            rows: vec![row(&[(0, -1.0)], Sense::AtMost, -2.0)],
        };
        assert!(matches!(torn.minimise(&[]), Answer::Infeasible));
    }
}
