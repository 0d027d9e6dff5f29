//! What was made of the cells of a table, counted by column, and what is told of a row at its cells.

use crate::model::IssueKind;
use crate::readers::cells::Cells;
use crate::readers::coerce;
use crate::readers::fill::Refusal;
use crate::readers::header::Columns;
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
    /// A code written otherwise than it is kept: `8450.0`, `015`, `s1z40`.
    Shaped,
    /// A cell that cannot be read, of a row that can do without it.
    Refused,
    /// A size class that a spreadsheet took for a date.
    ClassDate,
    /// A size class in other words.
    ClassWords,
    /// A period written otherwise than it is kept.
    Period,
    /// A département by a postal code.
    Postal,
    /// `1.500`: fifteen hundred, or one and a half.
    TwoReadings,
    /// `5 600 €`: the unit is taken off.
    Unit,
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
            Self::Shaped => IssueKind::CodesShaped { count },
            Self::Refused => IssueKind::CellsRefused { count },
            Self::ClassDate => IssueKind::ClassesDated { count },
            Self::ClassWords => IssueKind::ClassesWorded { count },
            Self::Period => IssueKind::PeriodsShaped { count },
            Self::Postal => IssueKind::PostalOnly { count },
            Self::TwoReadings => IssueKind::TwoReadings { count },
            Self::Unit => IssueKind::UnitsTaken { count },
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

/// Whether a count is not whole, or has thousands as another would read it.
pub fn is_doubtful(text: &str, value: Option<f64>) -> bool {
    value.is_some_and(|value| value.fract() != 0.0) || coerce::has_two_readings(text)
}

/// Coercions by column: of the rows kept, and of the present row.
#[derive(Debug, Default)]
pub struct Noted {
    kept: RefCell<BTreeMap<(&'static str, Coercion), u32>>,
    row: RefCell<Vec<(&'static str, Coercion)>>,
    /// Cells of the present row that cannot be read.
    refused: RefCell<Vec<Refusal>>,
}

impl Noted {
    pub fn begin_row(&self) {
        self.row.borrow_mut().clear();
        self.refused.borrow_mut().clear();
    }

    /// The cells of the row that cannot be read, in the order they were looked at.
    pub fn take_refused(&self) -> Vec<Refusal> {
        let mut refused = self.refused.borrow_mut();
        if refused.is_empty() { Vec::new() } else { std::mem::take(&mut refused) }
    }

    /// Whether the cell of a column was refused in this row.
    pub fn has_refused(&self, column: &str) -> bool {
        self.refused.borrow().iter().any(|refusal| refusal.column == column)
    }

    /// Refuses a cell of the row, which goes on without it.
    pub fn refuse(&self, column: &'static str, refusal: Refusal) {
        self.note(column, Coercion::Refused);
        self.refused.borrow_mut().push(refusal);
    }

    /// Tells what is doubtful of a cell that is kept as it is.
    pub fn doubt(&self, refusal: Refusal) {
        self.refused.borrow_mut().push(refusal);
    }

    /// Tells a count that is doubtful.
    #[cold]
    pub fn doubt_count(&self, column: Cow<'static, str>, text: &str) {
        let kind = IssueKind::FractionOfCount { text: coerce::shorten(text) };
        self.doubt(Refusal { column, kind });
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

    pub fn note(&self, column: &'static str, coercion: Coercion) {
        self.row.borrow_mut().push((column, coercion));
    }

    /// What to tell, by column.
    pub fn issues(&self) -> Vec<(&'static str, IssueKind)> {
        let counts = self.kept.borrow();
        let told = counts.iter().map(|((column, what), count)| (*column, what.issue(*count)));
        told.collect()
    }
}
