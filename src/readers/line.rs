//! One row under the columns of its table, its cells read as people type them, and each coercion
//! counted.

use crate::model::{IssueKind, Territory};
use crate::readers::cells::Cells;
use crate::readers::coerce;
use crate::readers::fill::{At as _, Refusal};
use crate::readers::header::Columns;
use crate::tables::Cell;
use std::borrow::Cow;
use std::cell::RefCell;
use std::collections::BTreeMap;

/// What was made of a cell that is not written as the field is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Coercion {
    /// `n.d.`, `NC`, `?`…: unknown.
    Missing,
    /// A code whose leading zeros were lost.
    Zeros,
    /// `45658`: the days of a workbook.
    Serial,
    /// `03/2025`, day `00`: the day is not known.
    Month,
    /// 0 where the producer writes it for unknown.
    Zero,
    /// A no-break space after a label.
    Trimmed,
    /// A value that stands for another in a mapping.
    Recoded,
}

impl Coercion {
    pub const fn issue(self, count: u32) -> IssueKind {
        match self {
            Self::Missing => IssueKind::MissingMarks { count },
            Self::Zeros => IssueKind::LeadingZeros { count },
            Self::Serial => IssueKind::SerialDates { count },
            Self::Month => IssueKind::MonthsOnly { count },
            Self::Zero => IssueKind::ZeroIsUnknown { count },
            Self::Trimmed => IssueKind::Trimmed { count },
            Self::Recoded => IssueKind::Recoded { count },
        }
    }
}

/// Whether a label ends with a no-break space.
pub fn ends_with_a_blank(cell: &str) -> bool {
    // Their last bytes, seldom those of a letter.
    matches!(cell.as_bytes().last(), Some(0xa0 | 0xaf))
        && cell.ends_with(['\u{a0}', '\u{202f}'])
        && !cell.trim().is_empty()
}

/// Coercions by column: of the rows kept, and of the present row.
#[derive(Debug, Default)]
pub struct Noted {
    kept: RefCell<BTreeMap<(&'static str, Coercion), u32>>,
    row: RefCell<Vec<(&'static str, Coercion)>>,
}

impl Noted {
    pub fn begin_row(&self) {
        self.row.borrow_mut().clear();
    }

    /// Keeps what was noted of a row that is kept.
    pub fn end_row(&self, columns: &Columns, cells: Cells<'_>, kept: bool) {
        let mut row = self.row.borrow_mut();
        if !kept {
            return;
        }
        if cells.may_hold_blanks() {
            for (column, place) in columns.places() {
                if cells.get(place).is_some_and(ends_with_a_blank) {
                    row.push((column, Coercion::Trimmed));
                }
            }
        }
        if !row.is_empty() {
            let mut counts = self.kept.borrow_mut();
            for key in row.drain(..) {
                *counts.entry(key).or_default() += 1;
            }
        }
    }

    /// Keeps what was made of the cells of a kept row before they came here.
    pub fn keep(&self, made: &[(&'static str, Coercion)]) {
        let mut counts = self.kept.borrow_mut();
        for key in made {
            *counts.entry(*key).or_default() += 1;
        }
    }

    /// Adds what was noted of other rows.
    pub fn add(&self, other: &Self) {
        let mut counts = self.kept.borrow_mut();
        for (key, count) in other.kept.borrow().iter() {
            *counts.entry(*key).or_default() += count;
        }
    }

    fn note(&self, column: &'static str, coercion: Coercion) {
        self.row.borrow_mut().push((column, coercion));
    }

    /// What to tell, by column.
    pub fn issues(&self) -> Vec<(&'static str, IssueKind)> {
        let counts = self.kept.borrow();
        let told = counts.iter().map(|((column, what), count)| (*column, what.issue(*count)));
        told.collect()
    }
}

/// One row under the columns of its table.
#[derive(Clone, Copy)]
pub struct Line<'a> {
    pub columns: &'a Columns,
    /// As an editor numbers it.
    pub row: u32,
    pub cells: Cells<'a>,
    pub noted: &'a Noted,
}

impl<'a> Line<'a> {
    /// The trimmed cell of a column; empty when the column or the cell is absent.
    #[inline]
    pub fn get(self, column: &str) -> &'a str {
        self.columns.get(self.cells, column)
    }

    /// A cell that must not be empty.
    pub fn required(self, column: &'static str) -> Result<&'a str, Refusal> {
        match self.get(column) {
            "" => Err(Refusal { column: column.into(), kind: IssueKind::Required }),
            text => Ok(text),
        }
    }

    /// A cell by the reading of its content; a mark of a missing value is noted.
    fn read<T>(
        self,
        column: &'static str,
        read: fn(&'a str) -> Result<T, IssueKind>,
    ) -> Result<T, Refusal> {
        let text = self.get(column);
        let value = read(text).at(column)?;
        if !text.is_empty() && coerce::is_missing(text) {
            self.noted.note(column, Coercion::Missing);
        }
        Ok(value)
    }

    pub fn number(self, column: &'static str) -> Result<Option<f64>, Refusal> {
        self.read(column, coerce::number)
    }

    /// A number that is not negative.
    pub fn positive(self, column: &'static str) -> Result<Option<f64>, Refusal> {
        self.read(column, coerce::positive)
    }

    /// A share, 0–1.
    pub fn rate(self, column: &'static str) -> Result<Option<f64>, Refusal> {
        self.read(column, coerce::rate)
    }

    /// A number that is not negative, 0 standing for unknown.
    pub fn known(self, column: &'static str) -> Result<Option<f64>, Refusal> {
        let value = self.positive(column)?;
        if value == Some(0.0) {
            self.noted.note(column, Coercion::Zero);
        }
        Ok(value.filter(|value| *value > 0.0))
    }

    pub fn yes_no(self, column: &'static str) -> Result<Option<bool>, Refusal> {
        self.read(column, coerce::yes_no)
    }

    /// A count that the producer may mask.
    pub fn maskable(self, column: &'static str) -> Result<Cell, Refusal> {
        self.read(column, coerce::maskable)
    }

    /// An ISO day or month; empty when there is none.
    pub fn date(self, column: &'static str) -> Result<Cow<'a, str>, Refusal> {
        let date = self.read(column, coerce::date)?;
        let text = self.get(column);
        if date.len() == 7 {
            self.noted.note(column, Coercion::Month);
        } else if !date.is_empty() && text.len() < 8 {
            self.noted.note(column, Coercion::Serial);
        }
        Ok(date)
    }

    /// An Insee code; empty when there is none.
    pub fn commune(self, column: &'static str) -> Result<Cow<'a, str>, Refusal> {
        let text = self.get(column);
        let code = coerce::commune(text).at(column)?;
        self.zeros(column, text, &code);
        Ok(code)
    }

    /// A code that must be there and be of this kind of territory.
    pub fn territory(
        self,
        column: &'static str,
        system: &str,
        parse: fn(&str) -> Result<Territory, crate::model::code::InvalidCode>,
    ) -> Result<Territory, Refusal> {
        let text = self.required(column)?;
        let found = parse(text).map_err(|_| coerce::code(system, text)).at(column)?;
        self.zeros(column, text, found.code());
        Ok(found)
    }

    /// Notes a code whose leading zeros were restored.
    pub fn zeros(self, column: &'static str, text: &str, code: &str) {
        if code.len() > text.strip_suffix(".0").unwrap_or(text).len() && !text.is_empty() {
            self.noted.note(column, Coercion::Zeros);
        }
    }
}
