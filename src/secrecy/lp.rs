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
    pub fn minimise(&self, costs: &[(usize, f64)]) -> Answer {
        self.solved(&self.costs(costs), self.scale())
    }

    /// The same from a point that keeps every row: the solver need not look for one first. Rows are
    /// of moves from there, up and down.
    pub fn minimise_from(&self, start: &[f64], costs: &[(usize, f64)]) -> Answer {
        let costs = self.costs(costs);
        let mut moved = Self::default();
        let (mut signs, mut of_moves) = (Vec::new(), Vec::new());
        let mut first_of: Vec<(usize, usize)> = Vec::with_capacity(self.bounds.len());
        for (variable, &(low, high)) in self.bounds.iter().enumerate() {
            let at = start.get(variable).copied().unwrap_or(low);
            let first = moved.bounds.len();
            for (sign, room) in [(1.0, high - at), (-1.0, at - low)] {
                if room > 0.0 {
                    moved.bounds.push((0.0, room));
                    signs.push((variable, sign));
                    of_moves.push(sign * costs.get(variable).copied().unwrap_or_default());
                }
            }
            first_of.push((first, moved.bounds.len()));
        }
        for row in &self.rows {
            let mut terms = Vec::with_capacity(2 * row.terms.len());
            let mut rhs = row.rhs;
            for &(variable, factor) in &row.terms {
                rhs -= factor * start.get(variable).copied().unwrap_or_default();
                let (first, end) = first_of.get(variable).copied().unwrap_or_default();
                let within = signs.iter().enumerate().skip(first).take(end - first);
                terms.extend(within.map(|(place, &(_, sign))| (place, sign * factor)));
            }
            // The start keeps the row: what is left of an equality is arithmetic.
            let rhs = if row.sense == Sense::Equal { 0.0 } else { rhs.max(0.0) };
            moved.rows.push(Row { terms, sense: row.sense, rhs });
        }
        match moved.solved(&of_moves, self.scale()) {
            Answer::Best(by) => {
                let mut point = start.to_vec();
                for (&(variable, sign), by) in signs.iter().zip(by) {
                    if let Some(slot) = point.get_mut(variable) {
                        *slot += sign * by;
                    }
                }
                Answer::Best(point)
            }
            other => other,
        }
    }

    /// One cost per variable.
    fn costs(&self, costs: &[(usize, f64)]) -> Vec<f64> {
        let mut cost_of = vec![0.0; self.bounds.len()];
        for &(variable, cost) in costs {
            if let Some(slot) = cost_of.get_mut(variable) {
                *slot += cost;
            }
        }
        cost_of
    }

    /// Values are divided by a common scale before they reach the solver, whose tolerances are
    /// absolute.
    fn solved(&self, costs: &[f64], scale: f64) -> Answer {
        let mut problem = Problem::new(OptimizationDirection::Minimize);
        let variables: Vec<Variable> = self
            .bounds
            .iter()
            .zip(costs)
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
        let costs = [(0, -3.0), (1, -5.0)];
        let from = |start: &[f64]| program.minimise_from(start, &costs);
        for answer in
            [program.minimise(&costs), from(&[0.0, 0.0]), from(&[4.0, 3.0]), from(&[1.0, 2.5])]
        {
            let Answer::Best(point) = answer else { panic!("{answer:?}") };
            assert!((point[0] - 2.0).abs() < 1e-9 && (point[1] - 6.0).abs() < 1e-9, "{point:?}");
        }
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
