//! The relations of a system as rows, and what can be read of them without values.

use crate::secrecy::lp::{Row, Sense};
use crate::secrecy::table::System;
use std::collections::BTreeSet;

impl System {
    /// The relations as rows over the cells, each cell at most once in a row.
    pub(in crate::secrecy) fn rows(&self) -> Vec<Row> {
        let totals = self.totals.iter().map(|(total, parts)| {
            let mut terms: Vec<(usize, f64)> = parts.iter().map(|&part| (part, 1.0)).collect();
            terms.push((*total, -1.0));
            (terms, Sense::Equal)
        });
        let shares = self
            .shares
            .iter()
            .map(|&(part, base)| (vec![(part, 1.0), (base, -1.0)], Sense::AtMost));
        totals.chain(shares).map(|(terms, sense)| row(terms, sense)).collect()
    }

    /// How many sums stand below each cell, at most: 0 for a cell that is no total.
    pub(in crate::secrecy) fn levels(&self) -> Vec<u32> {
        let mut levels = vec![0_u32; self.cells.len()];
        // Each pass settles one level; more passes than relations would mean a circle.
        for _ in 0..self.totals.len() {
            let mut settled = true;
            for (total, parts) in &self.totals {
                let below = parts.iter().filter_map(|&part| levels.get(part)).max();
                let level = below.map_or(0, |&below| below.saturating_add(1));
                if let Some(slot) = levels.get_mut(*total)
                    && *slot < level
                {
                    *slot = level;
                    settled = false;
                }
            }
            if settled {
                break;
            }
        }
        levels
    }

    /// Relations said twice are kept once; the order of the others stays.
    pub(in crate::secrecy) fn forget_repeated(&mut self) {
        let mut seen = BTreeSet::new();
        self.totals.retain(|(total, parts)| {
            let mut parts = parts.clone();
            parts.sort_unstable();
            seen.insert((*total, parts))
        });
        let mut seen = BTreeSet::new();
        self.shares.retain(|&share| seen.insert(share));
    }
}

/// A homogeneous row with like terms merged, in the order of the cells.
pub(in crate::secrecy) fn row(mut terms: Vec<(usize, f64)>, sense: Sense) -> Row {
    terms.sort_by_key(|&(cell, _)| cell);
    let mut merged: Vec<(usize, f64)> = Vec::with_capacity(terms.len());
    for (cell, factor) in terms {
        match merged.last_mut() {
            Some(last) if last.0 == cell => last.1 += factor,
            _ => merged.push((cell, factor)),
        }
    }
    merged.retain(|&(_, factor)| factor != 0.0);
    Row { terms: merged, sense, rhs: 0.0 }
}

/// For each cell, the smallest cell it is related to through cells that are not `fixed`: cells of
/// different groups tell nothing of each other. A fixed cell is its own group.
pub(in crate::secrecy) fn groups(rows: &[Row], fixed: &[bool]) -> Vec<usize> {
    let mut group: Vec<usize> = (0..fixed.len()).collect();
    let is_free = |cell: usize| fixed.get(cell) == Some(&false);
    loop {
        let mut settled = true;
        for row in rows {
            let members = || row.terms.iter().map(|&(cell, _)| cell).filter(|&cell| is_free(cell));
            let Some(least) = members().filter_map(|cell| group.get(cell)).min().copied() else {
                continue;
            };
            for cell in members() {
                if let Some(slot) = group.get_mut(cell)
                    && *slot > least
                {
                    *slot = least;
                    settled = false;
                }
            }
        }
        if settled {
            return group;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fixed_cell_cuts_the_groups() {
        let rows = [
            row(vec![(0, 1.0), (1, 1.0), (2, -1.0)], Sense::Equal),
            row(vec![(2, 1.0), (3, 1.0)], Sense::Equal),
        ];
        assert_eq!(groups(&rows, &[false; 4]), [0, 0, 0, 0]);
        assert_eq!(groups(&rows, &[false, false, true, false]), [0, 0, 2, 3]);
    }
}
