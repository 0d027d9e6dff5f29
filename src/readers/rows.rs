//! The rows of a workbook as its cells come, within bounds; what is left out is told.

use crate::readers::cells::{Buffer, Cells};

/// Columns read of a row: as many as a spreadsheet has.
pub const MAX_COLUMNS: usize = 16_384;
/// Rows of a sheet, in every format.
pub const MAX_ROWS: u32 = 1_048_576;
/// Bytes of one cell, at most; a spreadsheet program stops at 32,767 characters.
pub const MAX_CELL: usize = 1024 * 1024;
/// Bytes of one row, at most: a shared text may be in each of its cells.
pub const MAX_ROW: usize = 16 * 1024 * 1024;
/// Bytes of the rows of one sheet, at most: a repeated row or text costs its file nothing.
const MAX_TEXT: u64 = (MAX_TEXT_MIB as u64) << 20;
/// The same in MiB.
pub const MAX_TEXT_MIB: u32 = 2_048;
/// Rows whose place is kept when they are left out.
const MAX_TOLD: usize = 1_000;

/// A row left out for a cell that no spreadsheet program writes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LongCell {
    pub row: u32,
    /// From zero.
    pub column: usize,
    pub length: u32,
}

/// What was left out of a sheet.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Left {
    /// Rows with a cell, or a text in all, longer than is read.
    pub long: Vec<LongCell>,
    /// Rows left out beyond those.
    pub more: u32,
    /// Columns of the widest row, when some are beyond those read.
    pub columns: u32,
    /// The sheet holds more than is read: the rows that follow were not looked at.
    pub cut: bool,
    /// First row with cells below the last row of a spreadsheet.
    pub below: Option<u32>,
    text: u64,
}

impl Left {
    pub fn refuse(&mut self, row: u32, column: usize, length: usize) {
        if self.long.len() < MAX_TOLD {
            let length = u32::try_from(length).unwrap_or(u32::MAX);
            self.long.push(LongCell { row, column, length });
        } else {
            self.more = self.more.saturating_add(1);
        }
    }

    /// Whether all was read.
    pub const fn is_nothing(&self) -> bool {
        self.long.is_empty() && self.columns == 0 && !self.cut && self.below.is_none()
    }

    /// A cell that is not read, beyond the columns of a spreadsheet.
    pub fn beyond(&mut self, column: usize) {
        let columns = u32::try_from(column).unwrap_or(u32::MAX).saturating_add(1);
        self.columns = self.columns.max(columns);
    }

    /// Counts the text of a row; false once the sheet holds more than is read.
    pub const fn count(&mut self, bytes: usize) -> bool {
        self.text = self.text.saturating_add(bytes as u64);
        self.cut = self.cut || self.text > MAX_TEXT;
        !self.cut
    }
}

/// Called with each row and its number; false to stop.
pub type Visit<'v> = &'v mut dyn FnMut(u32, Cells<'_>) -> bool;

/// Rows handed to a visitor as they end. Cells come row by row.
pub struct Rows<'v> {
    visit: Visit<'v>,
    left: &'v mut Left,
    cells: Buffer,
    /// From zero.
    row: Option<u32>,
    long: Option<(usize, usize)>,
}

impl<'v> Rows<'v> {
    pub fn new(visit: Visit<'v>, left: &'v mut Left) -> Self {
        Self { visit, left, cells: Buffer::default(), row: None, long: None }
    }

    /// Goes on to a row, by its number from zero; false when nothing more is wanted.
    pub fn at(&mut self, row: u32) -> bool {
        if self.row == Some(row) {
            return true;
        }
        let wanted = self.end();
        self.row = Some(row);
        wanted
    }

    /// Writes a cell of the row.
    pub fn put(&mut self, column: usize, write: impl FnOnce(&mut String)) {
        if column >= MAX_COLUMNS {
            self.left.beyond(column);
            return;
        }
        if self.long.is_some() {
            return;
        }
        let before = self.cells.bytes();
        self.cells.put(column, write);
        let (length, all) = (self.cells.bytes() - before, self.cells.bytes());
        if length > MAX_CELL || all > MAX_ROW {
            self.long = Some((column, length.max(if length > MAX_CELL { 0 } else { all })));
            self.cells.clear();
        }
    }

    /// A cell that is not read, below the last row of a spreadsheet; its row from zero.
    pub fn below(&mut self, row: u32) {
        let row = row.saturating_add(1);
        self.left.below = Some(self.left.below.map_or(row, |first| first.min(row)));
    }

    /// Hands on the row under way, if it has cells; false when nothing more is wanted.
    pub fn end(&mut self) -> bool {
        let Some(row) = self.row.take() else { return true };
        self.hand_on(row)
    }

    fn hand_on(&mut self, row: u32) -> bool {
        let number = row.saturating_add(1);
        let wanted = self.again(number);
        self.cells.clear();
        self.long = None;
        wanted
    }

    /// Hands on the row under way several times, as the rows from its number on.
    pub fn repeat(&mut self, times: u32) -> bool {
        let Some(first) = self.row.take() else { return true };
        let mut wanted = true;
        let filled = !self.cells.is_empty() || self.long.is_some();
        if filled && times > MAX_ROWS.saturating_sub(first) {
            self.below(first.max(MAX_ROWS));
        }
        for row in (first..MAX_ROWS).take(times as usize) {
            wanted = self.again(row.saturating_add(1));
            if !wanted || (self.cells.is_empty() && self.long.is_none()) {
                break;
            }
        }
        self.cells.clear();
        self.long = None;
        wanted
    }

    fn again(&mut self, number: u32) -> bool {
        if let Some((column, length)) = self.long {
            self.left.refuse(number, column, length);
            return true;
        }
        self.cells.is_empty()
            || self.left.count(self.cells.bytes()) && (self.visit)(number, self.cells.cells())
    }
}

/// `A`, `AB`: a column as a spreadsheet names it.
pub fn letters(column: usize) -> String {
    let mut letters = Vec::new();
    let mut rest = column + 1;
    while let Some(place) = rest.checked_sub(1) {
        letters.push(char::from(b'A' + u8::try_from(place % 26).unwrap_or_default()));
        rest = place / 26;
    }
    letters.iter().rev().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    type Seen = Vec<(u32, Vec<String>)>;

    fn walked(act: impl FnOnce(&mut Rows<'_>)) -> (Seen, Left) {
        let (mut seen, mut left) = (Seen::new(), Left::default());
        let mut visit = |row: u32, cells: Cells<'_>| {
            seen.push((row, cells.to_vec()));
            true
        };
        let mut rows = Rows::new(&mut visit, &mut left);
        act(&mut rows);
        rows.end();
        (seen, left)
    }

    #[test]
    fn columns_as_a_spreadsheet_names_them() {
        let names = [0, 25, 26, 27, 701, 702, 16_383].map(letters);
        assert_eq!(names, ["A", "Z", "AA", "AB", "ZZ", "AAA", "XFD"]);
    }

    #[test]
    fn a_cell_too_long_costs_its_row_and_is_told() {
        let (seen, left) = walked(|rows| {
            rows.at(0);
            rows.put(0, |text| text.push('a'));
            rows.at(4);
            rows.put(1, |text| text.push_str(&"b".repeat(MAX_CELL + 1)));
            rows.put(2, |text| text.push('c'));
            rows.at(5);
            rows.put(MAX_COLUMNS, |text| text.push('d'));
            rows.put(0, |text| text.push('e'));
        });
        assert_eq!(seen, [(1, vec!["a".to_owned()]), (6, vec!["e".to_owned()])]);
        let told = LongCell { row: 5, column: 1, length: 1_048_577 };
        assert_eq!((left.long, left.columns, left.cut), (vec![told], 16_385, false));
    }

    #[test]
    fn a_row_too_long_is_not_gathered() {
        let (seen, left) = walked(|rows| {
            rows.at(0);
            for column in 0..MAX_COLUMNS {
                rows.put(column, |text| text.push_str(&"b".repeat(MAX_CELL / 2)));
                assert!(rows.cells.bytes() <= MAX_ROW);
            }
        });
        assert!(seen.is_empty() && left.long.len() == 1);
    }

    #[test]
    fn a_repeated_row_is_handed_on_as_often_within_a_sheet() {
        let next = Some(MAX_ROWS + 1);
        for (times, below) in [(3, None), (4, next), (u32::MAX, next)] {
            let (seen, left) = walked(|rows| {
                rows.at(MAX_ROWS - 3);
                rows.put(0, |text| text.push('a'));
                assert!(rows.repeat(times));
            });
            let numbers: Vec<u32> = seen.iter().map(|(row, _)| *row).collect();
            assert_eq!(numbers, [MAX_ROWS - 2, MAX_ROWS - 1, MAX_ROWS]);
            assert_eq!(left.below, below, "{times}");
        }
        let (seen, left) = walked(|rows| {
            rows.at(1);
            assert!(rows.repeat(u32::MAX));
        });
        assert!(seen.is_empty() && left.below.is_none());
    }
}
