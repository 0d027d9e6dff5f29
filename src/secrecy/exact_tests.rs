//! The solver against the list of all tables: small tables of whole numbers with margins, of which
//! every completion is written out. The bounds of such tables are whole numbers (their relations
//! make a totally unimodular matrix), so that both must agree to the unit; where the search gives a
//! figure up, no table may be left that would have served.

use crate::secrecy::attack::{View, attack, attack_as};
use crate::secrecy::goals::{Side, goals};
use crate::secrecy::protect::{Exposure, protect};
use crate::secrecy::table::{CellId, Insider, Own, Protection, State, System};
use proptest::prelude::*;

/// Inner cells row by row, rows, columns, the grand total: as [`System::two_way`] numbers them.
#[derive(Clone, Debug)]
struct Small {
    rows: usize,
    columns: usize,
    inner: Vec<u32>,
}

impl Small {
    fn whole(&self, inner: &[u32]) -> Vec<u32> {
        let mut all = inner.to_vec();
        all.extend(inner.chunks(self.columns).map(|row| row.iter().sum::<u32>()));
        let column = |c| inner.iter().skip(c).step_by(self.columns).sum::<u32>();
        all.extend((0..self.columns).map(column));
        all.push(inner.iter().sum());
        all
    }

    /// All tables with the same grand total.
    fn all(&self) -> Vec<Vec<u32>> {
        let (cells, total) = (self.rows * self.columns, self.inner.iter().sum::<u32>());
        let mut found = Vec::new();
        let mut begun: Vec<Vec<u32>> = vec![Vec::new()];
        while let Some(table) = begun.pop() {
            let left = total - table.iter().sum::<u32>();
            if table.len() + 1 == cells {
                found.push(self.whole(&[&table[..], &[left]].concat()));
                continue;
            }
            begun.extend((0..=left).map(|value| [&table[..], &[value]].concat()));
        }
        found
    }

    /// A cell of zero that nobody is in is empty when `empty`, else all who answered said zero.
    fn system(&self, states: &[State]) -> System {
        let mut system = System::new();
        let values = self.whole(&self.inner);
        let inner: Vec<(f64, State)> =
            self.inner.iter().map(|&value| (f64::from(value), State::Open)).collect();
        system.two_way(&inner, self.columns).unwrap();
        for (place, &state) in states.iter().enumerate().take(values.len()) {
            let empty = matches!(state, State::Empty) && values[place] > 0;
            system.cells[place].state = if empty { State::Open } else { state };
        }
        system
    }
}

/// Least and greatest value of each cell in the tables that agree on the cells that are not hidden.
fn listed(tables: &[Vec<u32>], fits: impl Fn(&[u32]) -> bool) -> Vec<(f64, f64)> {
    let mut bounds = vec![(f64::INFINITY, f64::NEG_INFINITY); tables[0].len()];
    for table in tables.iter().filter(|table| fits(table)) {
        for ((low, high), &value) in bounds.iter_mut().zip(table) {
            *low = low.min(f64::from(value));
            *high = high.max(f64::from(value));
        }
    }
    bounds
}

fn state() -> impl Strategy<Value = State> {
    prop_oneof![
        4 => Just(State::Open),
        2 => Just(State::Sensitive { least: 0.0 }),
        2 => Just(State::Released),
        1 => Just(State::Withheld),
        1 => Just(State::Empty),
    ]
}

prop_compose! {
    fn small()(
        shape in prop_oneof![Just((2, 2, 6u32)), Just((2, 3, 3)), Just((3, 3, 1))],
        values in prop::collection::vec(0u32..=6, 9),
        states in prop::collection::vec(state(), 16),
        hidden in prop::collection::vec(any::<bool>(), 16),
        knows in prop::collection::vec((0u32..=6, any::<bool>(), any::<bool>()), 16),
    ) -> (Small, Vec<State>, Vec<bool>, Insider) {
        let (rows, columns, most) = shape;
        let inner = values.iter().take(rows * columns).map(|value| value % (most + 1)).collect();
        let table = Small { rows, columns, inner };
        let all = table.whole(&table.inner);
        let mut states = states;
        states.truncate(all.len());
        // The grand total is public, or the list would not end.
        states[all.len() - 1] = State::Released;
        let knows = all.iter().zip(knows).enumerate();
        let knows = knows.filter(|(_, (_, (_, is_in, _)))| *is_in);
        let knows = knows.map(|(cell, (&value, (part, _, alone)))| Own {
            cell: CellId(cell),
            contribution: f64::from(if alone { value } else { part.min(value) }),
            alone,
            only: alone,
        });
        let insider = Insider { knows: knows.collect() };
        (table, states, hidden, insider)
    }
}

fn agrees(table: &[u32], truth: &[u32], open: impl Fn(usize) -> bool) -> bool {
    table.iter().zip(truth).enumerate().all(|(cell, (value, truth))| open(cell) || value == truth)
}

fn excludes(insider: &Insider, table: &[u32]) -> bool {
    insider.knows.iter().any(|own| {
        let value = f64::from(table[own.cell.0]);
        value < own.contribution || (own.alone && value > own.contribution)
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn bounds_are_those_of_the_list((table, mut states, hidden, insider) in small()) {
        for (cell, state) in states.iter_mut().enumerate() {
            let last = cell + 1 == table.whole(&table.inner).len();
            *state = if hidden[cell] && !last { State::Withheld } else { State::Open };
        }
        let system = table.system(&states);
        let hide: Vec<bool> = states.iter().map(|state| *state == State::Withheld).collect();
        let view = View::of(&system, &hide, 0.0);
        let (tables, truth) = (table.all(), table.whole(&table.inner));
        let outside = |table: &[u32]| agrees(table, &truth, |cell| hide[cell]);
        let expect = listed(&tables, outside);
        for found in attack(&system, &view) {
            let (low, high) = expect[found.cell.0];
            prop_assert!((found.low - low).abs() < 1e-6, "{found:?} {low}");
            prop_assert!((found.high - high).abs() < 1e-6, "{found:?} {high}");
        }
        let expect = listed(&tables, |table| outside(table) && !excludes(&insider, table));
        for found in attack_as(&system, &view, &insider) {
            let own = insider.own(found.cell.0).map_or(0.0, |own| own.contribution);
            let (low, high) = expect[found.cell.0];
            prop_assert!((found.low + own - low).abs() < 1e-6, "{found:?} {low} {own}");
            prop_assert!((found.high + own - high).abs() < 1e-6, "{found:?} {high} {own}");
        }
    }

    /// Whatever is not exposed is served by a table of the list, or known whatever is shown; whatever
    /// is exposed could not be served by hiding all that can still be hidden.
    #[test]
    fn nothing_is_given_up_that_could_be_served((table, states, _, insider) in small()) {
        let system = table.system(&states);
        let insiders = [insider];
        let covered = protect(&system, &insiders, Protection::default());
        let (tables, truth) = (table.all(), table.whole(&table.inner));
        for goal in goals(&system, &insiders, Protection::default()) {
            let insider = goal.insider.map(|index| &insiders[index]);
            let reach = |open: &dyn Fn(usize) -> bool| {
                let fits = |table: &[u32]| {
                    agrees(table, &truth, open) && insider.is_none_or(|one| !excludes(one, table))
                };
                let (low, high) = listed(&tables, fits)[goal.cell];
                goal.reached(if goal.side == Side::Below { low } else { high }, 1e-6)
            };
            let exposure =
                Exposure { cell: CellId(goal.cell), side: goal.side, insider: goal.insider };
            if covered.exposed.contains(&exposure) {
                let outside = |cell: usize| {
                    matches!(system.cells[cell].state, State::Released | State::Empty)
                };
                prop_assert!(!reach(&|cell| !outside(cell)), "given up: {exposure:?}");
            } else if !reach(&|cell| covered.hidden[cell]) {
                // Known whatever is shown: no figure gives it up.
                let bare = system.with_nothing_shown();
                let view = View::of(&bare, &vec![true; bare.len()], 0.0);
                let found = match insider {
                    Some(one) => attack_as(&bare, &view, one),
                    None => attack(&bare, &view),
                };
                let own = insider.and_then(|one| one.own(goal.cell));
                let own = own.map_or(0.0, |own| own.contribution);
                let known = found.iter().find(|bounds| bounds.cell.0 == goal.cell).is_none_or(|at| {
                    let value = if goal.side == Side::Below { at.low } else { at.high };
                    !goal.reached(value + own, 1e-6)
                });
                prop_assert!(known, "not served: {exposure:?}");
            }
        }
    }
}
