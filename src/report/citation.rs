//! The short name of a figure, printed beside it: the row and the column of the document that it
//! stands in, whatever its value, the language and the other rows.
//!
//! `K7Q2XA-9F` is the figure, `K7Q2XA` the row. Letters of Crockford's base 32: no I, L, O, U.

use crate::report::document::{Document, Table};
use sha2::{Digest as _, Sha256};
use std::collections::BTreeMap;
use std::fmt;
use std::str::FromStr;

const LETTERS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
/// Those of them that are digits come first.
const DIGITS: usize = 10;
const OF_ROW: usize = 6;
const OF_COLUMN: usize = 2;

/// Columns whose letters would be those of another of their table: they take others. A column that
/// a test finds to be such a one is added; what is here stays, for names that are on paper.
const APART: [&str; 6] =
    ["hours-least", "lead", "benchmark-share-shown", "recall-shown", "gap-alone-value", "score"];

/// Bits of a hash as letters.
fn letters<const N: usize>(parts: [&str; 2]) -> [u8; N] {
    let mut hash = Sha256::new();
    for part in parts {
        hash.update(part.as_bytes());
        hash.update([0]);
    }
    let digest = hash.finalize();
    let mut bits = digest.iter().take(8).fold(0_u64, |bits, byte| bits << 8 | u64::from(*byte));
    let mut out = [b'0'; N];
    for letter in &mut out {
        *letter =
            usize::try_from(bits & 31).ok().and_then(|at| LETTERS.get(at)).map_or(b'0', |l| *l);
        bits >>= 5;
    }
    out
}

/// The short name of a row.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RowMark([u8; OF_ROW]);

impl RowMark {
    pub fn of(table: &str, key: &str) -> Self {
        let mut mark: [u8; OF_ROW] = letters([table, key]);
        // A letter first: spreadsheets make numbers of `12E456` and of `000123`.
        let [first, ..] = &mut mark;
        if let Some(digit) = first.is_ascii_digit().then(|| usize::from(*first - b'0')) {
            *first = LETTERS.get(DIGITS + digit).copied().unwrap_or(*first);
        }
        Self(mark)
    }
}

/// The short name of a figure.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FigureId {
    pub row: RowMark,
    column: [u8; OF_COLUMN],
}

impl FigureId {
    pub fn of(table: &str, key: &str, column: &str) -> Self {
        let other = if APART.contains(&column) { "apart" } else { "" };
        Self { row: RowMark::of(table, key), column: letters([column, other]) }
    }
}

impl fmt::Display for RowMark {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|letter| fmt::Write::write_char(f, char::from(*letter)))
    }
}

impl fmt::Debug for RowMark {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl fmt::Display for FigureId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}-", self.row)?;
        self.column.iter().try_for_each(|letter| fmt::Write::write_char(f, char::from(*letter)))
    }
}

impl fmt::Debug for FigureId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

/// What a reader types: a figure, or all figures of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    Row(RowMark),
    Figure(FigureId),
}

/// A text that names no figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("six letters and digits name a row, two more after a hyphen a figure")]
pub struct NoMark;

impl FromStr for Mark {
    type Err = NoMark;

    /// Small letters, spaces, and the letters that are mistaken for digits are understood.
    fn from_str(text: &str) -> Result<Self, NoMark> {
        let mut typed = [b'0'; OF_ROW + OF_COLUMN];
        let mut length = 0;
        for letter in text.chars().filter(|letter| !matches!(letter, ' ' | '-' | '·' | '\u{a0}')) {
            let letter = match letter.to_ascii_uppercase() {
                'O' => '0',
                'I' | 'L' => '1',
                other => other,
            };
            let byte = u8::try_from(letter).map_err(|_| NoMark)?;
            let place = typed.get_mut(length).filter(|_| LETTERS.contains(&byte)).ok_or(NoMark)?;
            *place = byte;
            length += 1;
        }
        let mut row = [b'0'; OF_ROW];
        let mut column = [b'0'; OF_COLUMN];
        let (first, rest) = typed.split_at(OF_ROW);
        row.copy_from_slice(first);
        column.copy_from_slice(rest);
        match length {
            OF_ROW => Ok(Self::Row(RowMark(row))),
            length if length == typed.len() => {
                Ok(Self::Figure(FigureId { row: RowMark(row), column }))
            }
            _ => Err(NoMark),
        }
    }
}

/// A cell of a document: table, row and column, from 0.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Place<'a> {
    pub table: &'a Table,
    pub row: usize,
    pub column: usize,
}

impl Place<'_> {
    /// The short name of the cell; `None` where the row or the column is not there.
    pub fn id(&self) -> Option<FigureId> {
        let (row, column) = (self.table.rows.get(self.row)?, self.table.columns.get(self.column)?);
        Some(FigureId::of(self.table.id, &row.key, column.id))
    }
}

/// The rows of a document by their marks.
pub struct Index<'a> {
    rows: BTreeMap<RowMark, Vec<(&'a Table, usize)>>,
}

impl<'a> Index<'a> {
    pub fn new(document: &'a Document) -> Self {
        let mut rows: BTreeMap<RowMark, Vec<(&Table, usize)>> = BTreeMap::new();
        for table in &document.tables {
            for (row, record) in table.rows.iter().enumerate() {
                rows.entry(RowMark::of(table.id, &record.key)).or_default().push((table, row));
            }
        }
        Self { rows }
    }

    /// The cells that a mark names. Two rows may bear the same mark, once in some thousand
    /// documents: both are answered.
    pub fn places(&self, mark: Mark) -> Vec<Place<'a>> {
        let wanted = match mark {
            Mark::Row(row) | Mark::Figure(FigureId { row, .. }) => row,
        };
        let rows = self.rows.get(&wanted).map(Vec::as_slice).unwrap_or_default();
        let cells = rows.iter().flat_map(|(table, row)| {
            (0..table.columns.len()).map(|column| Place { table, row: *row, column })
        });
        let named = |place: &Place<'_>| match mark {
            Mark::Row(_) => true,
            Mark::Figure(id) => place.id() == Some(id),
        };
        cells.filter(named).collect()
    }
}

/// The cells of a document that a mark names; an [`Index`] is for many.
pub fn places(document: &Document, mark: Mark) -> Vec<Place<'_>> {
    Index::new(document).places(mark)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_printed_is_read_back() {
        let id = FigureId::of("diagnostic", "S1Z40", "projects");
        assert_eq!(id.to_string().parse(), Ok(Mark::Figure(id)));
        assert_eq!(id.to_string().to_lowercase().parse(), Ok(Mark::Figure(id)));
        assert_eq!(id.row.to_string().parse(), Ok(Mark::Row(id.row)));
        assert_eq!(id.to_string().len(), 9);
        let all = (0..1000).map(|key| RowMark::of("diagnostic", &key.to_string()).to_string());
        let first: std::collections::BTreeSet<char> =
            all.filter_map(|mark| mark.chars().next()).collect();
        assert_eq!(first.len(), 22);
        assert!(first.iter().all(char::is_ascii_uppercase), "{first:?}");
    }

    #[test]
    fn what_is_typed_badly() {
        let check = |text: &str, expect: Result<&str, NoMark>| {
            let mark = text.parse::<Mark>().map(|mark| match mark {
                Mark::Row(row) => row.to_string(),
                Mark::Figure(id) => id.to_string(),
            });
            assert_eq!(mark, expect.map(str::to_owned), "{text}");
        };
        check("k7q2xa 9f", Ok("K7Q2XA-9F"));
        check("k7q2xa9f", Ok("K7Q2XA-9F"));
        check("OIL000", Ok("011000"));
        check("K7Q2XA-9", Err(NoMark));
        check("K7Q2XA-9FA", Err(NoMark));
        check("", Err(NoMark));
        check("K7Q2XÉ", Err(NoMark));
        check("K7Q2XU", Err(NoMark));
    }

    /// The name is of the place: neither of the value nor of its neighbours.
    #[test]
    fn a_name_is_of_table_row_and_column() {
        let all = [
            FigureId::of("a", "b", "c"),
            FigureId::of("ab", "", "c"),
            FigureId::of("a", "b", "d"),
            FigureId::of("a", "c", "c"),
        ];
        for (at, one) in all.iter().enumerate() {
            assert!(all.iter().skip(at + 1).all(|other| other != one), "{one}");
        }
        assert_eq!(FigureId::of("a", "b", "c"), FigureId::of("a", "b", "c"));
    }
}
