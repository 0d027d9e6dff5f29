//! The linear programs of the search: which cells may move, and what moving each costs.

use crate::secrecy::goals::{Goal, NOTHING, Side, slack};
use crate::secrecy::lp::{Answer, Program, Row};
use crate::secrecy::search::Search;
use crate::secrecy::table::System;

/// What a program may move.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::secrecy) enum Free {
    /// Hidden cells at no cost, shown ones at theirs.
    Costed,
    /// Hidden cells alone, but for one of them.
    HiddenBut(usize),
}

impl Search<'_> {
    /// The least costly table that reaches the goal, checked.
    pub(in crate::secrecy) fn solve(&self, goal: &Goal, free: Free) -> Option<Vec<f64>> {
        let moves = self.moves(goal, free);
        let point = moves.solve(&moves.costs)?;
        let group = self.group(goal.cell);
        let point = self.table(&point, self.largest(group));
        let reached = point.get(goal.cell).is_some_and(|&v| goal.reached(v, slack(goal.target)));
        (reached && self.allowed(goal, &point) && self.fits(group, &point)).then_some(point)
    }

    /// The farthest value the cell can take with every open cell hidden, a little less than that;
    /// `None` when the solver fails.
    pub(in crate::secrecy) fn farthest(&self, goal: &Goal) -> Option<f64> {
        let free =
            Goal { target: if goal.side == Side::Below { f64::INFINITY } else { 0.0 }, ..*goal };
        let moves = self.moves(&free, Free::Costed);
        let sign = if goal.side == Side::Below { 1.0 } else { -1.0 };
        let own = moves.variables.iter().enumerate().filter(|(_, of)| of.0 == goal.cell);
        let costs: Vec<(usize, f64)> = own.map(|(place, of)| (place, sign * of.1)).collect();
        let point = moves.solve(&costs)?;
        let point = self.table(&point, self.largest(self.group(goal.cell)));
        let reached = point.get(goal.cell).copied()?;
        Some(self.value(goal.cell).map_or(reached, |truth| truth + (reached - truth) * 0.999_99))
    }

    /// A whole table from moved cells, differences of nothing removed.
    fn table(&self, moved: &[(usize, f64)], largest: f64) -> Vec<f64> {
        let truths = self.system.cells.iter().map(|cell| cell.value.unwrap_or_default());
        let mut table: Vec<f64> = truths.collect();
        for &(cell, value) in moved {
            let same = self.value(cell).is_some_and(|v| (v - value).abs() <= NOTHING * largest);
            if !same && let Some(slot) = table.get_mut(cell) {
                *slot = value.max(0.0);
            }
        }
        table
    }

    fn moves(&self, goal: &Goal, free: Free) -> Moves {
        let group = self.group(goal.cell);
        let insider = goal.insider.and_then(|index| self.insiders.get(index));
        let distance = self.value(goal.cell).map_or(1.0, |truth| (goal.target - truth).abs());
        let distance = if distance.is_finite() && distance > 0.0 { distance } else { 1.0 };
        let mut moves = Moves::default();
        let mut first_of = vec![None; self.system.len()];
        for cell in self.members(group) {
            let mut range = self.range(cell);
            if let Some(own) = insider.and_then(|insider| insider.own(cell)) {
                let known = self.value(cell).unwrap_or(own.contribution);
                range.0 = own.contribution.min(known);
                if own.alone {
                    range = (known, known);
                }
            }
            if cell == goal.cell {
                match goal.side {
                    Side::Below => range.1 = goal.target.max(range.0),
                    Side::Above => range.0 = goal.target,
                }
            }
            let first = moves.program.bounds.len();
            match (self.is_hidden(cell), self.value(cell)) {
                (false, Some(truth)) if free == Free::Costed => {
                    // What is moved counts for as much as it serves the goal.
                    let serves = truth.min(distance).max(distance * 1e-3);
                    let cost = self.costs.get(cell).copied().unwrap_or(1.0) / serves;
                    moves.variables.extend([(cell, 1.0), (cell, -1.0)]);
                    let (low, high) = (truth - range.0, range.1 - truth);
                    moves.program.bounds.extend([(0.0, high.max(0.0)), (0.0, low.max(0.0))]);
                    moves.costs.extend([(first, cost), (first + 1, cost)]);
                    moves.starts.push((cell, truth));
                }
                // From its true value: a program whose start keeps all but the goal has little to do.
                (true, Some(truth)) if free != Free::HiddenBut(cell) => {
                    moves.variables.extend([(cell, 1.0), (cell, -1.0)]);
                    let room = |from: f64, to: f64| (from.max(0.0), to.max(0.0));
                    let (up, down) = (range.1 - truth, truth - range.0);
                    moves.program.bounds.extend([room(-down, up), room(-up, down)]);
                    moves.starts.push((cell, truth));
                }
                (true, None) if free != Free::HiddenBut(cell) => {
                    moves.variables.push((cell, 1.0));
                    moves.program.bounds.push(range);
                    moves.starts.push((cell, 0.0));
                }
                _ => continue,
            }
            if let Some(slot) = first_of.get_mut(cell) {
                *slot = Some(first);
            }
        }
        let starts = |cell: usize| {
            let place = moves.starts.binary_search_by_key(&cell, |&(cell, _)| cell).ok()?;
            moves.starts.get(place).map(|&(_, start)| start)
        };
        for row in &self.rows {
            let mut terms = Vec::new();
            let mut rhs = 0.0;
            let mut size = 0.0;
            for &(cell, factor) in &row.terms {
                let start = starts(cell).or_else(|| self.value(cell)).unwrap_or_default();
                rhs -= factor * start;
                size += (factor * start).abs();
                let Some(first) = first_of.get(cell).copied().flatten() else { continue };
                for (variable, &(_, sign)) in
                    moves.variables.iter().enumerate().skip(first).take_while(|(_, v)| v.0 == cell)
                {
                    terms.push((variable, sign * factor));
                }
            }
            // Rounding of the sums is not a constraint.
            if rhs.abs() <= 1e-12 * size {
                rhs = 0.0;
            }
            if !terms.is_empty() {
                moves.program.rows.push(Row { terms, sense: row.sense, rhs });
            }
        }
        moves
    }
}

/// Variables over cells: two, up and down, or one for an earlier cell whose value is not kept.
#[derive(Default)]
struct Moves {
    program: Program,
    /// Cell and sign, one per variable.
    variables: Vec<(usize, f64)>,
    /// Value of each cell when its variables are zero, in the order of the cells.
    starts: Vec<(usize, f64)>,
    costs: Vec<(usize, f64)>,
}

impl Moves {
    fn solve(&self, costs: &[(usize, f64)]) -> Option<Vec<(usize, f64)>> {
        let Answer::Best(point) = self.program.minimise(costs) else { return None };
        let mut table = self.starts.clone();
        for (&(cell, sign), value) in self.variables.iter().zip(point) {
            if let Ok(place) = table.binary_search_by_key(&cell, |&(cell, _)| cell)
                && let Some(slot) = table.get_mut(place)
            {
                slot.1 += sign * value;
            }
        }
        Some(table)
    }
}

/// What hiding a cell loses: its value, many times over for a total, so that a grand total goes
/// last. A twentieth of the mean is added, since even a zero is information.
pub(in crate::secrecy) fn costs(system: &System) -> Vec<f64> {
    let levels = system.levels();
    let values = || system.cells.iter().map(|cell| cell.value.unwrap_or_default());
    let count = f64::from(u32::try_from(system.len().max(1)).unwrap_or(u32::MAX));
    let mean = values().sum::<f64>() / count;
    let mean = if mean > 0.0 { mean } else { 1.0 };
    values()
        .zip(levels)
        .map(|(value, level)| {
            (value / mean + 0.05) * 4.0_f64.powi(i32::try_from(level.min(4)).unwrap_or(4))
        })
        .collect()
}
