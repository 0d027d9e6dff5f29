//! Tables as systems: cells, and the additive relations that everyone knows to hold among them.
//!
//! A table with a total, a table with margins, a hierarchy and tables that share cells are the same
//! thing here: linked tables are tables built in one system on the same [`CellId`]s.

use thiserror::Error;

/// A cell of a [`System`]; given by the system, in the order of creation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct CellId(pub(in crate::secrecy) usize);

impl CellId {
    /// Position of the cell in the order of creation.
    pub const fn index(self) -> usize {
        self.0
    }
}

/// What may be done with a cell.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum State {
    /// Would be shown, may be hidden to cover others.
    Open,
    /// No respondent: known to be zero whatever is shown, covers nothing.
    Empty,
    /// Already outside: cannot be hidden any more.
    Released,
    /// Already outside, rounded; its true value is no longer known here.
    Rounded { low: f64, high: f64 },
    /// Not shown, and not in need of cover.
    Withheld,
    /// Must not be found. `least` is a distance in the unit of the cell, beside the one of
    /// [`Protection`], that the attacker must be kept at; 0 asks for nothing more.
    Sensitive { least: f64 },
    /// Differs too little from a figure that is outside: not sensitive by itself, it must only not
    /// be found within `distance`, in its unit. Earlier exports may leave less room than that.
    Near { distance: f64 },
    /// Sensitive in an earlier export, its value no longer known here: must stay at least as
    /// uncertain as it was then.
    Kept { low: f64, high: f64 },
    /// Hidden in an earlier export, in no need of cover, its value no longer known here.
    Lost,
}

/// A cell: its true value, in the unit of the table, at least zero; `None` for
/// [`State::Rounded`], [`State::Kept`] and [`State::Lost`] alone.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Cell {
    pub value: Option<f64>,
    pub state: State,
}

/// What became of a cell in an earlier export.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Earlier {
    /// Shown; the interval is what its rounding leaves.
    Shown { low: f64, high: f64 },
    /// Hidden as sensitive; the bounds are those that the attacker of then could draw.
    Sensitive { low: f64, high: f64 },
    /// Hidden, in no need of cover.
    Hidden,
}

/// What a respondent knows of a cell it belongs to.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Own {
    pub cell: CellId,
    /// Its own contribution, in the unit of the cell.
    pub contribution: f64,
    /// It is the only one, and may know it: it knows the cell.
    pub alone: bool,
    /// It is the only one, known or not: there is nobody else to learn of.
    pub only: bool,
}

/// One respondent as an attacker: all the cells it contributes to.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Insider {
    pub knows: Vec<Own>,
}

impl Insider {
    pub(in crate::secrecy) fn own(&self, cell: usize) -> Option<Own> {
        self.knows.iter().copied().find(|own| own.cell.0 == cell)
    }
}

/// How far from the truth an attacker must be kept, on each side.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Protection {
    share: f64,
    least: f64,
}

impl Protection {
    /// The least share of the value, 0–1.
    pub const LEAST_SHARE: f64 = 0.15;

    /// `share` of the value, 0–1, and at least `least` in the unit of the table: a cell of zero, or
    /// of one job, has no width worth the name in shares of itself.
    ///
    /// # Errors
    /// A share below 0.15 or above 1, a least distance that is not above zero.
    pub fn new(share: f64, least: f64) -> Result<Self, TableError> {
        let share_holds = (Self::LEAST_SHARE..=1.0).contains(&share);
        if share_holds && least > 0.0 && least.is_finite() {
            Ok(Self { share, least })
        } else {
            Err(TableError::TooWeak { share, least })
        }
    }

    pub const fn share(self) -> f64 {
        self.share
    }

    pub const fn least(self) -> f64 {
        self.least
    }

    /// The distance to keep, in the unit of the cell.
    pub(in crate::secrecy) fn distance(self, value: f64, least: f64) -> f64 {
        (self.share * value).max(self.least).max(least)
    }
}

impl Default for Protection {
    /// 15 % of the value, and one whole unit: one job, one project.
    fn default() -> Self {
        Self { share: Self::LEAST_SHARE, least: 1.0 }
    }
}

/// What a table refuses.
#[derive(Clone, Copy, Debug, PartialEq, Error)]
pub enum TableError {
    #[error("value {value} of cell {cell} is not a number of at least zero")]
    Value { cell: usize, value: f64 },
    #[error("the state of cell {cell} does not go with its value")]
    State { cell: usize },
    #[error("no cell {cell} in this system")]
    NoSuchCell { cell: usize },
    #[error("parts of cell {total} make {sum}, not {value}")]
    NotAdditive { total: usize, value: f64, sum: f64 },
    #[error("part {part} above base {base}")]
    PartAboveBase { part: usize, base: usize },
    #[error("{rows} rows, {columns} columns and {cells} cells")]
    Shape { rows: usize, columns: usize, cells: usize },
    #[error("protection of {share} and {least} is weaker than allowed")]
    TooWeak { share: f64, least: f64 },
}

/// Cells, and the relations that hold among their true values.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct System {
    pub(in crate::secrecy) cells: Vec<Cell>,
    /// Total, then its parts.
    pub(in crate::secrecy) totals: Vec<(usize, Vec<usize>)>,
    /// Part and base: 0 ≤ part ≤ base.
    pub(in crate::secrecy) shares: Vec<(usize, usize)>,
}

/// The cells of a table with margins.
#[derive(Clone, Debug, PartialEq)]
pub struct TwoWay {
    /// Row by row.
    pub inner: Vec<CellId>,
    pub rows: Vec<CellId>,
    pub columns: Vec<CellId>,
    pub grand: CellId,
}

/// Values are sums of decimals: equal up to this share of their size.
pub(in crate::secrecy) const SAME: f64 = 1e-6;

impl System {
    pub fn new() -> Self {
        Self::default()
    }

    /// The same cells and relations, had nothing ever been shown.
    pub(in crate::secrecy) fn with_nothing_shown(&self) -> Self {
        let mut bare = self.clone();
        for cell in &mut bare.cells {
            cell.state = match (cell.state, cell.value) {
                (State::Empty, _) => State::Empty,
                (_, Some(_)) => State::Withheld,
                (_, None) => State::Lost,
            };
        }
        bare
    }

    pub fn len(&self) -> usize {
        self.cells.len()
    }

    pub fn is_empty(&self) -> bool {
        self.cells.is_empty()
    }

    pub fn cell(&self, id: CellId) -> Option<Cell> {
        self.cells.get(id.0).copied()
    }

    /// Adds a cell whose value is known here.
    ///
    /// # Errors
    /// A value below zero or no number, a state that does not go with it.
    pub fn add(&mut self, value: f64, state: State) -> Result<CellId, TableError> {
        let cell = self.cells.len();
        if !(value.is_finite() && value >= 0.0) {
            return Err(TableError::Value { cell, value });
        }
        let fits = match state {
            State::Open | State::Withheld | State::Released => true,
            State::Empty => value <= 0.0,
            State::Sensitive { least: distance } | State::Near { distance } => {
                distance >= 0.0 && distance.is_finite()
            }
            State::Rounded { .. } | State::Kept { .. } | State::Lost => false,
        };
        if !fits {
            return Err(TableError::State { cell });
        }
        self.cells.push(Cell { value: Some(value), state });
        Ok(CellId(cell))
    }

    /// Adds a cell of an earlier export whose value is no longer known here.
    pub fn add_unknown(&mut self, earlier: Earlier) -> CellId {
        let state = match earlier {
            Earlier::Shown { low, high } => State::Rounded { low, high },
            Earlier::Sensitive { low, high } => State::Kept { low, high },
            Earlier::Hidden => State::Lost,
        };
        self.cells.push(Cell { value: None, state });
        CellId(self.cells.len() - 1)
    }

    /// Declares that `total` is the sum of `parts`.
    ///
    /// # Errors
    /// A cell of another system, values that say otherwise.
    pub fn total(&mut self, total: CellId, parts: &[CellId]) -> Result<(), TableError> {
        let whole = self.known(total)?;
        let parts_known: Vec<Option<f64>> =
            parts.iter().map(|&part| self.known(part)).collect::<Result<_, _>>()?;
        if let (Some(value), Some(sum)) = (whole, parts_known.into_iter().sum::<Option<f64>>())
            && (value - sum).abs() > SAME * (1.0 + value)
        {
            return Err(TableError::NotAdditive { total: total.0, value, sum });
        }
        self.totals.push((total.0, parts.iter().map(|part| part.0).collect()));
        Ok(())
    }

    /// Declares that `part` is counted within `base`: their ratio is a share, 0–1. A share may be
    /// shown when both are: on a published base it gives its part away.
    ///
    /// # Errors
    /// A cell of another system, a part above its base.
    pub fn share(&mut self, part: CellId, base: CellId) -> Result<(), TableError> {
        if let (Some(few), Some(all)) = (self.known(part)?, self.known(base)?)
            && few > all + SAME * (1.0 + all)
        {
            return Err(TableError::PartAboveBase { part: part.0, base: base.0 });
        }
        self.shares.push((part.0, base.0));
        Ok(())
    }

    /// A list with its total, which is the last cell.
    ///
    /// # Errors
    /// As [`System::add`].
    pub fn one_way(&mut self, parts: &[(f64, State)]) -> Result<Vec<CellId>, TableError> {
        let mut ids =
            parts.iter().map(|&(v, state)| self.add(v, state)).collect::<Result<Vec<_>, _>>()?;
        let total = self.add(parts.iter().map(|part| part.0).sum(), State::Open)?;
        self.total(total, &ids)?;
        ids.push(total);
        Ok(ids)
    }

    /// A table row by row, with the sums of its rows, of its columns, and the grand total, all
    /// open; a margin whose cells are all empty is empty.
    ///
    /// # Errors
    /// As [`System::add`], and a number of cells that makes no rectangle.
    pub fn two_way(
        &mut self,
        inner: &[(f64, State)],
        columns: usize,
    ) -> Result<TwoWay, TableError> {
        let cells = inner.len();
        if columns == 0 || cells == 0 || !cells.is_multiple_of(columns) {
            return Err(TableError::Shape { rows: cells / columns.max(1), columns, cells });
        }
        let inner =
            inner.iter().map(|&(v, state)| self.add(v, state)).collect::<Result<Vec<_>, _>>()?;
        let rows = inner
            .chunks(columns)
            .map(|row| self.margin(row))
            .collect::<Result<Vec<_>, TableError>>()?;
        let columns = (0..columns)
            .map(|column| {
                let cells: Vec<CellId> =
                    inner.iter().copied().skip(column).step_by(columns).collect();
                self.margin(&cells)
            })
            .collect::<Result<Vec<_>, TableError>>()?;
        let grand = self.margin(&rows)?;
        self.total(grand, &columns)?;
        Ok(TwoWay { inner, rows, columns, grand })
    }

    /// Adds the sum of `parts` as an open cell, and the relation; empty when all parts are.
    ///
    /// # Errors
    /// A cell of another system.
    pub fn margin(&mut self, parts: &[CellId]) -> Result<CellId, TableError> {
        let sum = parts.iter().map(|&part| self.known(part)).collect::<Result<Vec<_>, _>>()?;
        let sum: f64 = sum.into_iter().map(Option::unwrap_or_default).sum();
        let empty = parts
            .iter()
            .all(|&part| self.cell(part).is_some_and(|cell| matches!(cell.state, State::Empty)));
        let total = self.add(sum, if empty { State::Empty } else { State::Open })?;
        self.total(total, parts)?;
        Ok(total)
    }

    fn known(&self, id: CellId) -> Result<Option<f64>, TableError> {
        let cell = self.cells.get(id.0).ok_or(TableError::NoSuchCell { cell: id.0 })?;
        Ok(cell.value)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn margins_add_up() {
        let mut system = System::new();
        let inner: Vec<(f64, State)> =
            [1.0, 2.0, 3.0, 4.0, 5.0, 6.0].iter().map(|&v| (v, State::Open)).collect();
        let table = system.two_way(&inner, 3).unwrap();
        let value = |id: CellId| system.cell(id).unwrap().value.unwrap();
        assert_eq!(table.rows.iter().map(|&id| value(id)).collect::<Vec<_>>(), [6.0, 15.0]);
        assert_eq!(table.columns.iter().map(|&id| value(id)).collect::<Vec<_>>(), [5.0, 7.0, 9.0]);
        assert!((value(table.grand) - (1.0 + 2.0 + 3.0 + 4.0 + 5.0 + 6.0)).abs() < 1e-9);
        let levels = system.levels();
        assert_eq!((levels[0], levels[table.rows[0].0], levels[table.grand.0]), (0, 1, 2));
    }

    #[test]
    fn what_is_not_a_table_is_refused() {
        let mut system = System::new();
        let refused = system.add(-1.0, State::Open);
        assert_eq!(refused, Err(TableError::Value { cell: 0, value: -1.0 }));
        assert_eq!(system.add(1.0, State::Empty), Err(TableError::State { cell: 0 }));
        let a = system.add(1.0, State::Open).unwrap();
        let b = system.add(3.0, State::Open).unwrap();
        let torn = TableError::NotAdditive { total: 1, value: 3.0, sum: 1.0 };
        assert_eq!(system.total(b, &[a]), Err(torn));
        assert_eq!(system.share(b, a), Err(TableError::PartAboveBase { part: 1, base: 0 }));
        let shape = system.two_way(&[(1.0, State::Open); 3], 2);
        assert_eq!(shape, Err(TableError::Shape { rows: 1, columns: 2, cells: 3 }));
    }

    #[test]
    fn protection_is_never_weaker_than_allowed() {
        let check = |share: f64, least: f64, holds: bool| {
            assert_eq!(Protection::new(share, least).is_ok(), holds, "{share} {least}");
        };
        check(0.15, 1.0, true);
        check(0.3, 0.01, true);
        check(0.14, 1.0, false);
        check(0.15, 0.0, false);
        check(f64::NAN, 1.0, false);
    }
}
