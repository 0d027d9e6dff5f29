//! The attacker: what can be found of the hidden cells from all that is public.
//!
//! Public are the shown figures within their rounding, the shown shares, the additive relations,
//! and that no value is below zero. The least and the greatest value of each hidden cell under all
//! of it are two linear programs (the audit problem of Fischetti and Salazar-González, « Models and
//! algorithms for optimizing cell suppression in tabular data with linear constraints », 2000).
//! This module knows no true value: it stands on the other side.

use crate::secrecy::lp::{Answer, Program, Row, Sense};
use crate::secrecy::relations::{groups, row};
use crate::secrecy::table::{CellId, Insider, State, System};

/// A share that is shown: `part` is between `low` and `high` times `base`, 0–1.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ShownShare {
    pub part: CellId,
    pub base: CellId,
    pub low: f64,
    pub high: f64,
}

/// What is public of a system.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct View {
    /// One per cell, in order: the interval that the rounding of the shown figure leaves, or `None`
    /// for a hidden cell.
    pub shown: Vec<Option<(f64, f64)>>,
    pub shares: Vec<ShownShare>,
}

impl View {
    /// All cells but the `hidden` ones, each rounded to a multiple of `step`; 0 is exact. Empty
    /// cells are public whatever is shown.
    pub fn of(system: &System, hidden: &[bool], step: f64) -> Self {
        let shown = system
            .cells
            .iter()
            .zip(hidden)
            .map(|(cell, &hidden)| match (cell.state, cell.value) {
                (State::Empty, _) => Some((0.0, 0.0)),
                (State::Rounded { low, high }, _) => Some((low, high)),
                (State::Released, Some(value)) => Some((value, value)),
                (_, Some(value)) if !hidden => {
                    let rounded = if step > 0.0 { (value / step).round() * step } else { value };
                    Some(((rounded - step / 2.0).max(0.0), rounded + step / 2.0))
                }
                _ => None,
            })
            .collect();
        Self { shown, shares: Vec::new() }
    }
}

/// What the attacker finds of a hidden cell; `high` may be infinite.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Bounds {
    pub cell: CellId,
    pub low: f64,
    pub high: f64,
}

/// How far the bounds stay from the truth, in shares of it (0.15 = 15 %).
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Distance {
    pub below: f64,
    pub above: f64,
}

/// Relative distance of the bounds on each side. Below a truth of zero nothing can be found, so
/// `below` is infinite there, and `above` is infinite unless the bounds close on zero.
pub fn worst(bounds: &Bounds, truth: f64) -> Distance {
    if truth > 0.0 {
        Distance { below: (truth - bounds.low) / truth, above: (bounds.high - truth) / truth }
    } else {
        let above = if bounds.high > 0.0 { f64::INFINITY } else { 0.0 };
        Distance { below: f64::INFINITY, above }
    }
}

/// Bounds of every hidden cell, in their order, for someone who knows what is public.
///
/// Where the solver fails, or what is public cannot be true together, a bound is NaN: no
/// comparison holds for it, so the cell counts as found.
pub fn attack(system: &System, view: &View) -> Vec<Bounds> {
    attack_cells(system, view, None, |_| true)
}

/// The same for a respondent who also knows its own contributions.
///
/// The bounds are those of the rest: of the cell less the respondent's own contribution; cells
/// that it fills alone are left out, it knows them.
pub fn attack_as(system: &System, view: &View, insider: &Insider) -> Vec<Bounds> {
    attack_cells(system, view, Some(insider), |_| true)
}

/// Bounds of the hidden cells that `wanted` holds for.
pub(in crate::secrecy) fn attack_cells(
    system: &System,
    view: &View,
    insider: Option<&Insider>,
    wanted: impl Fn(usize) -> bool,
) -> Vec<Bounds> {
    let own = |cell: usize| insider.and_then(|insider| insider.own(cell));
    let known = |cell: usize| -> (f64, f64) {
        let (mut low, mut high) = view.shown.get(cell).copied().flatten().unwrap_or(EVERYTHING);
        if let Some(own) = own(cell) {
            low = low.max(own.contribution);
            if own.alone {
                high = own.contribution;
            }
        }
        (low, high.max(low))
    };
    let bounds: Vec<(f64, f64)> = (0..system.len()).map(known).collect();
    let rows = rows(system, view);
    let fixed: Vec<bool> = bounds.iter().map(|&(low, high)| low >= high).collect();
    let group_of = groups(&rows, &fixed);
    let hidden = |cell: usize| view.shown.get(cell).copied().flatten().is_none();

    let mut found = Vec::new();
    let mut leaders = group_of.clone();
    leaders.sort_unstable();
    leaders.dedup();
    for leader in leaders {
        let members: Vec<usize> = group_of
            .iter()
            .enumerate()
            .filter_map(|(cell, &group)| (group == leader).then_some(cell))
            .collect();
        let targets: Vec<usize> = members
            .iter()
            .copied()
            .filter(|&cell| hidden(cell) && wanted(cell) && own(cell).is_none_or(|own| !own.only))
            .collect();
        if targets.is_empty() {
            continue;
        }
        let program = reduced(&rows, &bounds, &members);
        // A table that fits what is public, once one is found.
        let mut known = None;
        for cell in targets {
            let less = own(cell).map_or(0.0, |own| own.contribution);
            let range = bounds.get(cell).copied().unwrap_or(EVERYTHING);
            let (low, high) = extremes(&program, &members, cell, range, &mut known);
            found.push(Bounds { cell: CellId(cell), low: low - less, high: high - less });
        }
    }
    found.sort_by_key(|bounds| bounds.cell);
    found
}

const EVERYTHING: (f64, f64) = (0.0, f64::INFINITY);

/// The relations and the shown shares, as rows over the cells.
fn rows(system: &System, view: &View) -> Vec<Row> {
    let mut rows = system.rows();
    for share in &view.shares {
        let (part, base) = (share.part.0, share.base.0);
        let mut push = |terms: Vec<(usize, f64)>| {
            rows.push(row(terms, Sense::AtMost));
        };
        push(vec![(part, 1.0), (base, -share.high)]);
        push(vec![(part, -1.0), (base, share.low)]);
    }
    rows
}

/// The program on the `members` alone, fixed cells moved to the right sides.
fn reduced(rows: &[Row], bounds: &[(f64, f64)], members: &[usize]) -> Program {
    let place = |cell: usize| members.binary_search(&cell).ok();
    let kept = rows.iter().filter(|row| row.terms.iter().any(|&(cell, _)| place(cell).is_some()));
    let rows = kept.map(|row| {
        let mut terms = Vec::with_capacity(row.terms.len());
        let mut rhs = row.rhs;
        for &(cell, factor) in &row.terms {
            match place(cell) {
                Some(place) => terms.push((place, factor)),
                None => rhs -= factor * bounds.get(cell).map_or(0.0, |bounds| bounds.0),
            }
        }
        Row { terms, sense: row.sense, rhs }
    });
    Program {
        rows: rows.collect(),
        bounds: members
            .iter()
            .map(|&cell| bounds.get(cell).copied().unwrap_or(EVERYTHING))
            .collect(),
    }
}

fn extremes(
    program: &Program,
    members: &[usize],
    cell: usize,
    range: (f64, f64),
    known: &mut Option<Vec<f64>>,
) -> (f64, f64) {
    if range.0 >= range.1 {
        return range;
    }
    let Ok(place) = members.binary_search(&cell) else { return (f64::NAN, f64::NAN) };
    let mut end = |sign: f64| {
        let answer = match &*known {
            Some(start) => program.minimise_from(start, &[(place, sign)]),
            None => program.minimise(&[(place, sign)]),
        };
        match answer {
            Answer::Best(point) => {
                let found = point.get(place).copied().unwrap_or(f64::NAN);
                known.get_or_insert(point);
                found
            }
            Answer::Unbounded => sign * f64::NEG_INFINITY,
            Answer::Infeasible | Answer::Failed => f64::NAN,
        }
    };
    (end(1.0), end(-1.0))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::secrecy::table::Own;

    const HIDE: State = State::Withheld;
    const SHOW: State = State::Open;

    fn view(system: &System, step: f64) -> View {
        let hidden: Vec<bool> = system.cells.iter().map(|cell| cell.state == HIDE).collect();
        View::of(system, &hidden, step)
    }

    fn check(bounds: &[Bounds], expect: &[(f64, f64)]) {
        assert_eq!(bounds.len(), expect.len(), "{bounds:?}");
        for (bounds, &(low, high)) in bounds.iter().zip(expect) {
            let near = |a: f64, b: f64| (a - b).abs() < 1e-6 || a.total_cmp(&b).is_eq();
            assert!(near(bounds.low, low) && near(bounds.high, high), "{bounds:?} {low} {high}");
        }
    }

    #[test]
    fn one_hidden_cell_is_found_from_its_total() {
        let mut system = System::new();
        system.one_way(&[(7.0, HIDE), (5.0, SHOW), (8.0, SHOW)]).unwrap();
        check(&attack(&system, &view(&system, 0.0)), &[(7.0, 7.0)]);
        // Rounded to fours: total 20 ± 2, parts 4 ± 2 and 8 ± 2.
        check(
            &attack(&system, &view(&system, 4.0)),
            &[(20.0 - 2.0 - (4.0 + 2.0) - (8.0 + 2.0), 20.0 + 2.0 - (4.0 - 2.0) - (8.0 - 2.0))],
        );
    }

    /// Two hidden cells in each of two rows and columns: the bounds are those of Fréchet.
    #[test]
    fn a_square_of_hidden_cells() {
        let mut system = System::new();
        let inner = [
            (20.0, HIDE),
            (50.0, HIDE),
            (10.0, SHOW),
            (8.0, HIDE),
            (19.0, HIDE),
            (22.0, SHOW),
            (17.0, SHOW),
            (32.0, SHOW),
            (12.0, SHOW),
        ];
        system.two_way(&inner, 3).unwrap();
        // +t, −t, −t, +t around the square: t from −min(20, 19) to min(50, 8).
        let (down, up) = (20.0_f64.min(19.0), 50.0_f64.min(8.0));
        let expect = [
            (20.0 - down, 20.0 + up),
            (50.0 - up, 50.0 + down),
            (8.0 - up, 8.0 + down),
            (19.0 - down, 19.0 + up),
        ];
        check(&attack(&system, &view(&system, 0.0)), &expect);
    }

    #[test]
    fn a_shown_share_gives_its_part_away() {
        let mut system = System::new();
        let part = system.add(30.0, HIDE).unwrap();
        let base = system.add(120.0, SHOW).unwrap();
        system.share(part, base).unwrap();
        let mut view = view(&system, 0.0);
        check(&attack(&system, &view), &[(0.0, 120.0)]);
        view.shares.push(ShownShare { part, base, low: 0.245, high: 0.255 });
        check(&attack(&system, &view), &[(0.245 * 120.0, 0.255 * 120.0)]);
    }

    #[test]
    fn without_a_total_nothing_bounds_from_above() {
        let mut system = System::new();
        let a = system.add(3.0, HIDE).unwrap();
        let b = system.add(4.0, SHOW).unwrap();
        let total = system.add(7.0, HIDE).unwrap();
        system.total(total, &[a, b]).unwrap();
        let found = attack(&system, &view(&system, 0.0));
        check(&found, &[(0.0, f64::INFINITY), (4.0, f64::INFINITY)]);
    }

    /// Two lone respondents in a row cover each other from outsiders, not from each other.
    #[test]
    fn a_respondent_finds_its_only_neighbour() {
        let mut system = System::new();
        let ids = system.one_way(&[(40.0, HIDE), (60.0, HIDE), (30.0, SHOW)]).unwrap();
        let view = view(&system, 0.0);
        check(&attack(&system, &view), &[(0.0, 100.0), (0.0, 100.0)]);
        let own = |alone: bool, contribution: f64| Insider {
            knows: vec![Own { cell: ids[0], contribution, alone, only: alone }],
        };
        check(&attack_as(&system, &view, &own(true, 40.0)), &[(60.0, 60.0)]);
        check(&attack_as(&system, &view, &own(false, 25.0)), &[(0.0, 75.0), (0.0, 75.0)]);
    }

    #[test]
    fn distances_are_shares_of_the_truth() {
        let bounds = |low: f64, high: f64| Bounds { cell: CellId(0), low, high };
        let check = |bounds: Bounds, truth: f64, below: f64, above: f64| {
            let found = worst(&bounds, truth);
            assert!(
                (found.below - below).abs() < 1e-12 || found.below.total_cmp(&below).is_eq(),
                "{found:?}"
            );
            assert!(
                (found.above - above).abs() < 1e-12 || found.above.total_cmp(&above).is_eq(),
                "{found:?}"
            );
        };
        check(bounds(80.0, 130.0), 100.0, 0.2, 0.3);
        check(bounds(0.0, f64::INFINITY), 10.0, 1.0, f64::INFINITY);
        check(bounds(0.0, 0.0), 0.0, f64::INFINITY, 0.0);
    }
}
