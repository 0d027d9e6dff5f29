//! What protection means, cell by cell: where each sensitive cell must be able to stand.

use crate::secrecy::protect::Exposure;
use crate::secrecy::table::{CellId, Insider, Protection, State, System};

/// The side of the truth that an attacker comes too close to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Side {
    Below,
    Above,
}

/// A share of a value is kept with this much to spare, above the tolerances of arithmetic. One whole
/// unit is kept as it is: in a table of counts, a little more than one unit is two.
pub(in crate::secrecy) const SPARE: f64 = 1.001;
/// Differences below this share of the largest value of a group are none.
pub(in crate::secrecy) const NOTHING: f64 = 1e-9;

#[derive(Clone, Copy, Debug)]
pub(in crate::secrecy) struct Goal {
    pub(in crate::secrecy) cell: usize,
    pub(in crate::secrecy) side: Side,
    pub(in crate::secrecy) insider: Option<usize>,
    pub(in crate::secrecy) target: f64,
}

impl Goal {
    pub(in crate::secrecy) fn reached(&self, value: f64, tolerance: f64) -> bool {
        match self.side {
            Side::Below => value <= self.target + tolerance,
            Side::Above => value >= self.target - tolerance,
        }
    }

    pub(in crate::secrecy) const fn exposure(&self) -> Exposure {
        Exposure { cell: CellId(self.cell), side: self.side, insider: self.insider }
    }
}

/// Part of [`SPARE`] that a check may use up.
pub(in crate::secrecy) fn slack(target: f64) -> f64 {
    target * 1e-6 + NOTHING
}

/// Where each sensitive cell must be able to stand, the farthest distances first.
pub(in crate::secrecy) fn goals(
    system: &System,
    insiders: &[Insider],
    protection: Protection,
) -> Vec<Goal> {
    let ceiling = |cell: usize| {
        let bases = system.shares.iter().filter(|&&(part, _)| part == cell);
        let values = bases.filter_map(|&(_, base)| system.cells.get(base)?.value);
        values.fold(f64::INFINITY, f64::min)
    };
    // A bound that was infinite must stay far away; how far an infinity is, a program cannot say.
    let values = system.cells.iter().filter_map(|cell| cell.value);
    let far = 1_000.0 * values.fold(1.0, f64::max);
    let mut found: Vec<(f64, Goal)> = Vec::new();
    for (cell, known) in system.cells.iter().enumerate() {
        match (known.state, known.value) {
            (State::Sensitive { least }, Some(value)) => {
                let mut push = |insider, floor: f64, distance: f64| {
                    let low = (value - distance).max(floor);
                    let high = (value + distance).min(ceiling(cell));
                    if low < value {
                        let target = low;
                        found.push((distance, Goal { cell, side: Side::Below, insider, target }));
                    }
                    if high > value {
                        let target = high;
                        found.push((distance, Goal { cell, side: Side::Above, insider, target }));
                    }
                };
                push(None, 0.0, protection.distance(SPARE * value, SPARE * least));
                for (index, insider) in insiders.iter().enumerate() {
                    let (own, only) = insider
                        .own(cell)
                        .map_or((0.0, false), |own| (own.contribution.min(value), own.only));
                    if !only {
                        push(Some(index), own, protection.distance(SPARE * (value - own), 0.0));
                    }
                }
            }
            (State::Near { distance }, Some(value)) => {
                let distance = (SPARE * distance).max(protection.least());
                let goal = |side, target| Goal { cell, side, insider: None, target };
                if value > 0.0 {
                    let low = (value - distance).max(0.0);
                    found.push((distance, goal(Side::Below, low)));
                }
                if value < ceiling(cell) {
                    let high = (value + distance).min(ceiling(cell));
                    found.push((distance, goal(Side::Above, high)));
                }
            }
            (State::Kept { low, high }, _) => {
                let high = high.min(far);
                let goal = |side, target| Goal { cell, side, insider: None, target };
                found.push((high - low, goal(Side::Below, low)));
                found.push((high - low, goal(Side::Above, high)));
            }
            _ => {}
        }
    }
    found.sort_by(|(a, one), (b, other)| {
        let order = one.insider.is_some().cmp(&other.insider.is_some());
        order.then(b.total_cmp(a)).then(one.cell.cmp(&other.cell)).then(one.side.cmp(&other.side))
    });
    found.into_iter().map(|(_, goal)| goal).collect()
}
