//! Secondary suppression: which further cells to hide so that no sensitive cell can be found.
//!
//! For every sensitive cell and each side, the linear program of least cost moves the cell by the
//! distance to keep while all relations hold; the shown cells that move with it are hidden. This is
//! the heuristic of Robertson (« Automated disclosure control at Statistics Canada », 1993) and of
//! Kelly, Golden and Assad (« Cell suppression: disclosure protection for sensitive tabular data »,
//! 1992), with costs that pick small cells and spare totals.
//!
//! The point found is kept as a witness: a table that fits all that is shown and in which the
//! cell stands as far away as it must. Hiding more never spoils a witness, so one pass protects all,
//! and a witness is checked against every relation: nothing rests on the solver being right.

use crate::secrecy::attack::{View, attack_as, attack_cells};
use crate::secrecy::goals::{Goal, Side, goals, slack};
use crate::secrecy::search::Search;
use crate::secrecy::table::{CellId, Insider, Protection, State, System};

/// A cell that can be found whatever is hidden now: earlier exports give it away.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Exposure {
    pub cell: CellId,
    pub side: Side,
    /// Position of the respondent who finds it; `None` for anyone.
    pub insider: Option<usize>,
}

/// A protected system.
#[derive(Clone, Debug, PartialEq)]
pub struct Covered {
    /// One per cell.
    pub hidden: Vec<bool>,
    /// The cells hidden to cover others, in their order.
    pub secondary: Vec<CellId>,
    /// Empty, unless earlier exports leave no way: what no figure tells, then or now, is not
    /// among them.
    pub exposed: Vec<Exposure>,
}

/// Hides what must be hidden besides the sensitive cells.
///
/// `insiders` are the respondents against whom the sensitive cells are protected as well. The
/// result depends on nothing but the arguments; a system without a sensitive cell loses nothing,
/// and a protected one, given back with its hidden cells as [`State::Withheld`], loses nothing
/// more.
pub fn protect(system: &System, insiders: &[Insider], protection: Protection) -> Covered {
    let mut search = Search::new(system, insiders);
    let mut goals = goals(system, insiders, protection);
    for goal in &mut goals {
        search.serve(goal);
    }
    search.show_again(&goals);
    // Where the solver contradicts the witness, nothing of the group is shown; what is found even
    // so, or once nothing is left to hide, was given away before.
    loop {
        let mut found = audit_of(system, &search.hidden, &goals);
        found.retain(|exposure| !search.exposed.contains(exposure));
        let hides: Vec<bool> =
            found.iter().map(|exposure| search.hide_group(exposure.cell.0)).collect();
        if !hides.contains(&true) {
            search.exposed.extend(found);
            break;
        }
    }
    let Search { mut hidden, mut exposed, .. } = search;
    for (cell, hidden) in system.cells.iter().zip(&mut hidden) {
        // In the search it moves as hidden cells do, within its rounding; yet it is outside.
        *hidden &= !matches!(cell.state, State::Rounded { .. });
    }
    exposed.sort_unstable();
    exposed.dedup();
    let secondary = system.cells.iter().zip(&hidden).enumerate();
    let secondary = secondary
        .filter(|(_, (cell, hidden))| **hidden && cell.state == State::Open)
        .map(|(index, _)| CellId(index))
        .collect();
    Covered { hidden, secondary, exposed }
}

/// The attacker's verdict on what is `hidden`, outsiders and respondents: which sensitive cells
/// come within the distance to keep.
pub fn audit(
    system: &System,
    hidden: &[bool],
    insiders: &[Insider],
    protection: Protection,
) -> Vec<Exposure> {
    let goals = goals(system, insiders, protection);
    let mut exposed = audit_of(system, hidden, &goals);
    let view = View::of(system, hidden, 0.0);
    for (index, insider) in insiders.iter().enumerate() {
        let found = attack_as(system, &view, insider);
        for goal in goals.iter().filter(|goal| goal.insider == Some(index)) {
            let less = insider.own(goal.cell).map_or(0.0, |own| own.contribution);
            let bounds = found.iter().find(|bounds| bounds.cell.0 == goal.cell);
            let holds = bounds.is_some_and(|bounds| {
                let value = if goal.side == Side::Below { bounds.low } else { bounds.high };
                goal.reached(value + less, slack(goal.target))
            });
            if !holds {
                exposed.push(goal.exposure());
            }
        }
    }
    exposed.sort_unstable();
    exposed
}

fn audit_of(system: &System, hidden: &[bool], goals: &[Goal]) -> Vec<Exposure> {
    let goals: Vec<&Goal> = goals.iter().filter(|goal| goal.insider.is_none()).collect();
    let view = View::of(system, hidden, 0.0);
    let wanted = |cell: usize| goals.iter().any(|goal| goal.cell == cell);
    let found = attack_cells(system, &view, None, wanted);
    let exposed = goals.into_iter().filter(|goal| {
        let bounds = found.iter().find(|bounds| bounds.cell.0 == goal.cell);
        !bounds.is_some_and(|bounds| {
            let value = if goal.side == Side::Below { bounds.low } else { bounds.high };
            goal.reached(value, slack(goal.target))
        })
    });
    exposed.map(Goal::exposure).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::secrecy::table::Own;

    const HOT: State = State::Sensitive { least: 0.0 };
    const SHOW: State = State::Open;

    fn check(parts: &[(f64, State)], expect: &[usize]) {
        let mut system = System::new();
        system.one_way(parts).unwrap();
        let covered = protect(&system, &[], Protection::default());
        let secondary: Vec<usize> = covered.secondary.iter().map(|cell| cell.index()).collect();
        assert_eq!(secondary, expect, "{parts:?}");
        assert_eq!(covered.exposed, []);
    }

    #[test]
    fn the_smallest_cover_is_taken_and_the_total_is_spared() {
        check(&[(7.0, HOT), (50.0, SHOW), (8.0, SHOW), (100.0, SHOW)], &[2]);
        check(&[(7.0, HOT), (50.0, SHOW), (8.0, HOT), (100.0, SHOW)], &[]);
        // One job beside a thousand: two cells of one job cover as well as one.
        check(&[(10.0, HOT), (1.0, SHOW), (1.0, SHOW), (900.0, SHOW)], &[1, 2]);
        // Empty cells cover nothing; nothing else is left but the total.
        check(&[(10.0, HOT), (0.0, State::Empty)], &[2]);
        // A sensitive zero must be able to be more.
        check(&[(0.0, HOT), (4.0, SHOW), (60.0, SHOW)], &[1]);
        check(&[(1.0, SHOW), (2.0, SHOW)], &[]);
    }

    /// The square of two sensitive cells on a diagonal: the other two corners, and no margin.
    #[test]
    fn a_diagonal_is_covered_by_its_square() {
        let mut system = System::new();
        let inner = [
            (20.0, HOT),
            (50.0, SHOW),
            (60.0, SHOW),
            (40.0, SHOW),
            (19.0, HOT),
            (52.0, SHOW),
            (47.0, SHOW),
            (62.0, SHOW),
            (72.0, SHOW),
        ];
        let table = system.two_way(&inner, 3).unwrap();
        let covered = protect(&system, &[], Protection::default());
        assert_eq!(covered.secondary, [table.inner[1], table.inner[3]]);
    }

    #[test]
    fn two_lone_respondents_need_a_third_cell() {
        let mut system = System::new();
        let ids = system.one_way(&[(40.0, HOT), (60.0, HOT), (90.0, SHOW), (95.0, SHOW)]).unwrap();
        let lone = |cell: CellId, contribution: f64| Insider {
            knows: vec![Own { cell, contribution, alone: true, only: true }],
        };
        let insiders = [lone(ids[0], 40.0), lone(ids[1], 60.0)];
        let protection = Protection::default();
        let alone = protect(&system, &[], protection);
        assert_eq!(alone.secondary, []);
        assert_eq!(audit(&system, &alone.hidden, &insiders, protection).len(), 4);
        let together = protect(&system, &insiders, protection);
        assert_eq!(together.secondary, [ids[2]]);
        assert_eq!(audit(&system, &together.hidden, &insiders, protection), []);
    }

    /// One respondent is alone in a whole and in what a part leaves of it: it knows that the others
    /// have nothing in the part, whatever is shown. That is no exposure, and costs no figure.
    #[test]
    fn what_no_figure_tells_is_no_exposure() {
        let mut system = System::new();
        let part = system.add(0.0, HOT).unwrap();
        let rest = system.add(5.0, HOT).unwrap();
        let whole = system.add(5.0, HOT).unwrap();
        let others = system.add(40.0, SHOW).unwrap();
        let beside = system.add(60.0, SHOW).unwrap();
        let total = system.add(105.0, SHOW).unwrap();
        system.total(whole, &[part, rest]).unwrap();
        system.total(total, &[whole, others, beside]).unwrap();
        let own = |cell, contribution, only| Own { cell, contribution, alone: only, only };
        let knows = vec![own(part, 0.0, false), own(rest, 5.0, true), own(whole, 5.0, true)];
        let insiders = [Insider { knows }];
        let covered = protect(&system, &insiders, Protection::default());
        assert_eq!(covered.exposed, []);
        assert_eq!(covered.secondary, [others]);
        // Where the whole is already outside, and the rest, it is what they tell.
        let mut told = system.clone();
        for cell in [rest, whole] {
            told.cells[cell.index()].state = State::Released;
        }
        let exposed = protect(&told, &[], Protection::default()).exposed;
        assert_eq!(exposed, [Exposure { cell: part, side: Side::Above, insider: None }]);
    }

    #[test]
    fn what_is_outside_already_is_reported() {
        let mut system = System::new();
        let cell = system.add(10.0, HOT).unwrap();
        let other = system.add(30.0, State::Released).unwrap();
        let total = system.add(40.0, State::Released).unwrap();
        system.total(total, &[cell, other]).unwrap();
        let covered = protect(&system, &[], Protection::default());
        let found = |side| Exposure { cell, side, insider: None };
        assert_eq!(covered.exposed, [found(Side::Below), found(Side::Above)]);
    }
}
