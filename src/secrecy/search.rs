//! The search for what to hide: goals served one after the other, then second thoughts.

use crate::secrecy::goals::{Goal, NOTHING, slack};
use crate::secrecy::lp::{Row, Sense};
use crate::secrecy::moves::{Free, costs};
use crate::secrecy::protect::Exposure;
use crate::secrecy::relations::groups;
use crate::secrecy::table::{Insider, State, System};

/// Programs that may be spent on showing again what turned out not to be needed.
const SECOND_THOUGHTS: u32 = 300;

pub(in crate::secrecy) struct Search<'a> {
    pub(in crate::secrecy) system: &'a System,
    pub(in crate::secrecy) insiders: &'a [Insider],
    pub(in crate::secrecy) rows: Vec<Row>,
    pub(in crate::secrecy) group_of: Vec<usize>,
    /// Neither empty nor already outside.
    pub(in crate::secrecy) free: Vec<bool>,
    pub(in crate::secrecy) costs: Vec<f64>,
    pub(in crate::secrecy) hidden: Vec<bool>,
    pub(in crate::secrecy) exposed: Vec<Exposure>,
    /// Whole tables, each with the group it was found for.
    pub(in crate::secrecy) witnesses: Vec<(usize, Vec<f64>)>,
}

impl<'a> Search<'a> {
    pub(in crate::secrecy) fn new(system: &'a System, insiders: &'a [Insider]) -> Self {
        let rows = system.rows();
        let fixed: Vec<bool> = system
            .cells
            .iter()
            .map(|cell| matches!(cell.state, State::Empty | State::Released))
            .collect();
        let hidden = system
            .cells
            .iter()
            .map(|cell| !matches!(cell.state, State::Open | State::Empty | State::Released))
            .collect();
        Self {
            system,
            insiders,
            group_of: groups(&rows, &fixed),
            free: fixed.into_iter().map(|fixed| !fixed).collect(),
            rows,
            costs: costs(system),
            hidden,
            exposed: Vec::new(),
            witnesses: Vec::new(),
        }
    }

    pub(in crate::secrecy) fn value(&self, cell: usize) -> Option<f64> {
        self.system.cells.get(cell)?.value
    }

    pub(in crate::secrecy) fn is_hidden(&self, cell: usize) -> bool {
        self.hidden.get(cell).copied().unwrap_or(true)
    }

    pub(in crate::secrecy) fn members(&self, group: usize) -> Vec<usize> {
        let cells = self.group_of.iter().enumerate();
        cells.filter_map(|(cell, &of)| (of == group).then_some(cell)).collect()
    }

    pub(in crate::secrecy) fn group(&self, cell: usize) -> usize {
        self.group_of.get(cell).copied().unwrap_or(cell)
    }

    /// Hides all that is related to a cell; whether there was something left to hide.
    pub(in crate::secrecy) fn hide_group(&mut self, cell: usize) -> bool {
        let mut found = false;
        for member in self.members(self.group(cell)) {
            if self.free.get(member) == Some(&true)
                && let Some(slot) = self.hidden.get_mut(member)
            {
                found |= !*slot;
                *slot = true;
            }
        }
        found
    }

    /// Hides what the goal needs. A goal that earlier exports put out of reach is lowered to the
    /// farthest that can be reached, and reported.
    pub(in crate::secrecy) fn serve(&mut self, goal: &mut Goal) {
        if self.witness_of(goal, None).is_some() {
            return;
        }
        if let Some(point) = self.solve(goal, Free::Costed) {
            self.adopt(goal, point);
            return;
        }
        let Some(target) = self.farthest(goal) else {
            self.exposed.push(goal.exposure());
            self.hide_group(goal.cell);
            return;
        };
        if !self.has_room(goal.cell, target) && !self.is_known_anyway(goal, target) {
            self.exposed.push(goal.exposure());
        }
        goal.target = target;
        if let Some(point) = self.solve(goal, Free::Costed) {
            self.adopt(goal, point);
        }
    }

    /// No figure tells it: with nothing shown, now or ever, the cell could not stand farther. Who
    /// alone has something in a whole knows that the others have nothing in its parts.
    fn is_known_anyway(&self, goal: &Goal, target: f64) -> bool {
        let Some(truth) = self.value(goal.cell) else { return false };
        let bare = self.system.with_nothing_shown();
        let mut search = Search::new(&bare, self.insiders);
        search.hidden.fill(true);
        let Some(farthest) = search.farthest(goal) else { return false };
        let (near, far) = ((target - truth).abs(), (farthest - truth).abs());
        far <= near + 10.0 * slack(near.max(truth))
    }

    /// A difference has the room that earlier exports have left it, if they have left some.
    pub(in crate::secrecy) fn has_room(&self, cell: usize, target: f64) -> bool {
        let known = self.system.cells.get(cell);
        known.is_some_and(|known| {
            let near = matches!(known.state, State::Near { .. });
            near && known.value.is_some_and(|v| (v - target).abs() > 10.0 * slack(v))
        })
    }

    /// Hides the shown cells that the witness moves, and keeps the witness and its mirror image.
    pub(in crate::secrecy) fn adopt(&mut self, goal: &Goal, point: Vec<f64>) {
        for (cell, &value) in point.iter().enumerate() {
            if self.value(cell).is_some_and(|truth| (truth - value).abs() > 0.0)
                && let Some(slot) = self.hidden.get_mut(cell)
            {
                *slot = true;
            }
        }
        let group = self.group(goal.cell);
        let cells = self.system.cells.iter().zip(&point);
        let mirror: Option<Vec<f64>> =
            cells.map(|(cell, value)| Some(2.0 * cell.value? - value)).collect();
        self.witnesses.push((group, point));
        if let Some(mirror) = mirror
            && self.fits(group, &mirror)
        {
            self.witnesses.push((group, mirror));
        }
    }

    /// Position of a witness that serves the goal, and moves neither a shown cell nor `but`.
    pub(in crate::secrecy) fn witness_of(&self, goal: &Goal, but: Option<usize>) -> Option<usize> {
        let group = self.group(goal.cell);
        self.witnesses.iter().position(|(of, point)| {
            *of == group
                && point.get(goal.cell).is_some_and(|&v| goal.reached(v, slack(goal.target)))
                && but.is_none_or(|but| point.get(but).copied() == self.value(but))
                && self.allowed(goal, point)
        })
    }

    /// The respondent of the goal, if any, cannot exclude the table.
    pub(in crate::secrecy) fn allowed(&self, goal: &Goal, point: &[f64]) -> bool {
        let Some(insider) = goal.insider.and_then(|index| self.insiders.get(index)) else {
            return true;
        };
        insider.knows.iter().all(|own| {
            let truth = self.value(own.cell.0);
            point.get(own.cell.0).is_some_and(|&value| {
                let least = value >= own.contribution - slack(own.contribution);
                if own.alone { truth == Some(value) } else { least || truth == Some(value) }
            })
        })
    }

    /// All relations of the group hold, and no value is below zero.
    pub(in crate::secrecy) fn fits(&self, group: usize, point: &[f64]) -> bool {
        let largest = self.largest(group);
        let at = |cell: usize| point.get(cell).copied().unwrap_or(f64::NAN);
        let rows = self
            .rows
            .iter()
            .filter(|row| row.terms.iter().any(|&(cell, _)| self.group(cell) == group));
        let mut rows = rows.map(|row| {
            let sum: f64 = row.terms.iter().map(|&(cell, factor)| factor * at(cell)).sum();
            let size: f64 = row.terms.iter().map(|&(cell, f)| (f * at(cell)).abs()).sum();
            let tolerance = 1e-8 * size + 10.0 * NOTHING * largest;
            match row.sense {
                Sense::Equal => sum.abs() <= tolerance,
                Sense::AtMost => sum <= tolerance,
            }
        });
        let within = |cell: usize| {
            let (low, high) = self.range(cell);
            (low - NOTHING * largest..=high + NOTHING * largest).contains(&at(cell))
        };
        rows.all(|holds| holds) && self.members(group).into_iter().all(within)
    }

    /// What anyone knows of the cell before any relation.
    pub(in crate::secrecy) fn range(&self, cell: usize) -> (f64, f64) {
        match self.system.cells.get(cell).map(|cell| cell.state) {
            Some(State::Rounded { low, high }) => (low, high),
            _ => (0.0, f64::INFINITY),
        }
    }

    pub(in crate::secrecy) fn largest(&self, group: usize) -> f64 {
        let values = self.members(group).into_iter().filter_map(|cell| self.value(cell));
        let largest = values.fold(0.0, f64::max);
        if largest > 0.0 { largest } else { 1.0 }
    }

    /// Shows again, the dearest first, the cells without which every goal is still served.
    pub(in crate::secrecy) fn show_again(&mut self, goals: &[Goal]) {
        let mut added: Vec<usize> = self
            .system
            .cells
            .iter()
            .enumerate()
            .filter(|&(cell, known)| known.state == State::Open && self.is_hidden(cell))
            .map(|(cell, _)| cell)
            .collect();
        let cost = |cell: usize| self.costs.get(cell).copied().unwrap_or_default();
        added.sort_by(|&a, &b| cost(b).total_cmp(&cost(a)).then(a.cmp(&b)));
        let mut left = SECOND_THOUGHTS;
        // The witness of each goal; a goal without one was given up, and hides for good.
        let mut serves: Vec<Option<usize>> =
            goals.iter().map(|goal| self.witness_of(goal, None)).collect();
        for cell in added {
            let group = self.group(cell);
            let kept = self.witnesses.len();
            let mut moved: Vec<(usize, usize)> = Vec::new();
            let mut without = true;
            for (place, (goal, serving)) in goals.iter().zip(&serves).enumerate() {
                if self.group(goal.cell) != group {
                    continue;
                }
                let still = serving.and_then(|witness| self.witnesses.get(witness));
                if still.is_some_and(|(_, point)| point.get(cell).copied() == self.value(cell)) {
                    continue;
                }
                let found = serving.and_then(|_| {
                    self.witness_of(goal, Some(cell)).or_else(|| {
                        left = left.checked_sub(1)?;
                        let point = self.solve(goal, Free::HiddenBut(cell))?;
                        self.witnesses.push((group, point));
                        Some(self.witnesses.len() - 1)
                    })
                });
                let Some(found) = found else {
                    without = false;
                    break;
                };
                moved.push((place, found));
            }
            if !without {
                self.witnesses.truncate(kept);
                continue;
            }
            if let Some(slot) = self.hidden.get_mut(cell) {
                *slot = false;
            }
            for (place, witness) in moved {
                if let Some(slot) = serves.get_mut(place) {
                    *slot = Some(witness);
                }
            }
            // What moves a shown cell witnesses nothing any more; places must not shift.
            let truth = self.value(cell);
            for (_, point) in &mut self.witnesses {
                if point.get(cell).copied() != truth {
                    point.clear();
                }
            }
        }
    }
}
