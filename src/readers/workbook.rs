//! Workbooks: cells streamed row by row, never a dense grid.
//!
//! One stray cell at XFD1048576 would ask a dense reader for hundreds of gigabytes, which no
//! handler catches. So each format is opened as what it is, and only what streams is used of
//! calamine.

use crate::model::IssueKind;
use crate::readers::cells::Cells;
use crate::readers::ods::{Ods, is_encrypted};
use crate::readers::rows::{Left, MAX_ROWS, Rows, Visit};
use crate::readers::sheet::Sheet;
use crate::readers::watch::{Flag, NEVER, Watched};
use crate::readers::xls::Xls;
use crate::readers::xlsx::{Book, Trouble, slow};
use calamine::{DataRef, ExcelDateTime, Reader as _, SheetType, SheetVisible};
use std::fmt::Write as _;
use std::io::Cursor;

/// Inflated bytes allowed for one workbook.
const MAX_INFLATED: u64 = 2 * 1024 * 1024 * 1024;
/// Bytes of the shared texts of a workbook, in all, in MiB.
const MAX_STRINGS_MIB: u32 = 256;
/// Bytes of the old format, whose one stream is copied.
const MAX_COMPOUND: usize = 256 * 1024 * 1024;

type Bytes<'a> = Watched<'a, Cursor<&'a [u8]>>;

/// An open workbook.
pub struct Workbook<'a> {
    road: Road<'a>,
    gave_way: bool,
    left: Left,
}

/// How its cells are read.
enum Road<'a> {
    /// xlsx as spreadsheet programs write it.
    Fast(Box<Book<'a>>),
    Xlsx(Box<calamine::Xlsx<Bytes<'a>>>),
    Xlsb(Box<calamine::Xlsb<Bytes<'a>>>),
    Ods(Box<Ods<'a>>),
    Xls(Box<Xls<'a>>),
}

/// Bytes that every spreadsheet of the Office Open XML family starts with.
pub fn is_zip(bytes: &[u8]) -> bool {
    bytes.starts_with(b"PK\x03\x04")
}

/// Compound files: xls, or an encrypted workbook.
pub fn is_compound(bytes: &[u8]) -> bool {
    bytes.starts_with(&[0xd0, 0xcf, 0x11, 0xe0])
}

fn damaged(error: impl std::fmt::Display) -> IssueKind {
    IssueKind::Damaged { detail: error.to_string() }
}

/// # Errors
/// When the container is damaged, encrypted, or inflates beyond the limit.
pub fn open(bytes: &[u8]) -> Result<Workbook<'_>, IssueKind> {
    open_by(bytes, true, NEVER)
}

/// As [`open`], by the library alone.
///
/// # Errors
/// As [`open`].
pub fn open_slow(bytes: &[u8]) -> Result<Workbook<'_>, IssueKind> {
    open_by(bytes, false, NEVER)
}

/// As [`open`] or [`open_slow`], with a flag looked at while parts are read.
///
/// # Errors
/// As [`open`]; any once the flag is set.
pub fn open_by<'a>(
    bytes: &'a [u8],
    fast: bool,
    cancelled: Flag<'a>,
) -> Result<Workbook<'a>, IssueKind> {
    let road = if is_compound(bytes) {
        if bytes.len() > MAX_COMPOUND {
            return Err(IssueKind::TooLarge { limit_mib: 256 });
        }
        Road::Xls(Box::new(Xls::open(bytes, cancelled)?))
    } else {
        zipped(bytes, fast, cancelled)?
    };
    Ok(Workbook { road, gave_way: false, left: Left::default() })
}

fn zipped<'a>(bytes: &'a [u8], fast: bool, cancelled: Flag<'a>) -> Result<Road<'a>, IssueKind> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).map_err(damaged)?;
    let mut total = 0_u64;
    let (mut has_sheet, mut is_binary, mut has_content) = (false, false, false);
    for index in 0..archive.len() {
        let member = archive.by_index_raw(index).map_err(damaged)?;
        total = total.saturating_add(member.size());
        match member.name_raw() {
            b"xl/workbook.bin" => is_binary = true,
            b"content.xml" => has_content = true,
            name => has_sheet |= name.starts_with(b"xl/worksheets/") && name.ends_with(b".xml"),
        }
    }
    if total > MAX_INFLATED {
        return Err(IssueKind::TooLarge { limit_mib: 2_048 });
    }
    let source = || Watched::compressed(Cursor::new(bytes), cancelled);
    if has_sheet {
        if fast {
            match Book::open(bytes, cancelled) {
                Ok(book) => return Ok(Road::Fast(Box::new(book))),
                Err(Trouble::TooLarge) => {
                    return Err(IssueKind::TooLarge { limit_mib: MAX_STRINGS_MIB });
                }
                // What was given up is not tried by another road.
                Err(Trouble::Unknown) if cancelled() => return Err(damaged("cancelled")),
                Err(Trouble::Unknown) => {}
            }
        }
        slow::check(&mut archive, cancelled)?;
        let workbook = calamine::Xlsx::new(source()).map_err(damaged)?;
        return Ok(Road::Xlsx(Box::new(workbook)));
    }
    if is_binary {
        slow::check_binary(&mut archive, cancelled)?;
        let open = std::panic::AssertUnwindSafe(|| calamine::Xlsb::new(source()));
        // It panics on a sheet whose part is named nowhere.
        let workbook =
            std::panic::catch_unwind(open).map_err(|_| damaged("ill-formed document"))?;
        let workbook = workbook.map_err(damaged)?;
        return Ok(Road::Xlsb(Box::new(workbook)));
    }
    if is_encrypted(&mut archive) {
        return Err(IssueKind::PasswordProtected);
    }
    if has_content {
        return Ok(Road::Ods(Box::new(Ods::open(archive, cancelled)?)));
    }
    Err(IssueKind::NotAWorkbook)
}

/// Names of the sheets of cells, and whether each is hidden.
fn names(sheets: &[calamine::Sheet]) -> Vec<(String, bool)> {
    let cells = sheets.iter().filter(|sheet| sheet.typ == SheetType::WorkSheet);
    cells.map(|sheet| (sheet.name.clone(), sheet.visible != SheetVisible::Visible)).collect()
}

impl<'a> Workbook<'a> {
    /// Names of the sheets of cells, and whether each is hidden.
    pub fn sheet_names(&self) -> Vec<(String, bool)> {
        match &self.road {
            Road::Fast(book) => book.sheet_names(),
            Road::Xlsx(workbook) => names(workbook.sheets_metadata()),
            Road::Xlsb(workbook) => names(workbook.sheets_metadata()),
            Road::Ods(workbook) => workbook.sheet_names(),
            Road::Xls(workbook) => workbook.sheet_names(),
        }
    }

    /// Whether the last sheet held something that the fast road does not know: it is to be read
    /// again by [`open_slow`].
    pub const fn gave_way(&self) -> bool {
        self.gave_way
    }

    /// What was left out of the last sheet.
    pub const fn left(&self) -> &Left {
        &self.left
    }

    pub const fn sheet<'w>(&'w mut self, name: &'w str) -> WorkbookSheet<'w, 'a> {
        WorkbookSheet { workbook: self, name }
    }
}

/// One sheet, to be walked once or several times.
pub struct WorkbookSheet<'w, 'a> {
    workbook: &'w mut Workbook<'a>,
    name: &'w str,
}

impl Sheet for WorkbookSheet<'_, '_> {
    fn for_each_row(
        &mut self,
        visit: &mut dyn FnMut(u32, Cells<'_>) -> bool,
    ) -> Result<(), String> {
        let Workbook { road, gave_way, left } = &mut *self.workbook;
        *left = Left::default();
        match road {
            Road::Fast(book) => {
                *gave_way = book.rows(self.name, visit, left).is_err();
                Ok(())
            }
            Road::Xlsx(workbook) => {
                let reader = workbook.worksheet_cells_reader(self.name);
                let mut reader = reader.map_err(|error| error.to_string())?;
                stream(visit, left, || reader.next_cell())
            }
            Road::Xlsb(workbook) => {
                let reader = workbook.worksheet_cells_reader(self.name);
                let mut reader = reader.map_err(|error| error.to_string())?;
                stream(visit, left, || reader.next_cell())
            }
            Road::Ods(workbook) => workbook.rows(self.name, visit, left),
            Road::Xls(workbook) => workbook.rows(self.name, visit, left),
        }
    }
}

fn stream<'c, E: std::fmt::Display>(
    visit: Visit<'_>,
    left: &mut Left,
    mut next: impl FnMut() -> Result<Option<calamine::Cell<DataRef<'c>>>, E>,
) -> Result<(), String> {
    let mut rows = Rows::new(visit, left);
    while let Some(cell) = next().map_err(|error| error.to_string())? {
        let (row, column) = cell.get_position();
        if row >= MAX_ROWS {
            if !is_empty(cell.get_value()) {
                rows.below(row);
            }
            continue;
        }
        if !rows.at(row) {
            return Ok(());
        }
        rows.put(column as usize, |into| text(cell.get_value(), into));
    }
    rows.end();
    Ok(())
}

fn is_empty(value: &DataRef<'_>) -> bool {
    match value {
        DataRef::Empty => true,
        DataRef::SharedString(text) => text.is_empty(),
        DataRef::String(text) => text.is_empty(),
        _ => false,
    }
}

/// A cell as text; numbers in their shortest form, so that 8450.0 is `8450`.
fn text(value: &DataRef<'_>, into: &mut String) {
    match value {
        DataRef::Empty => {}
        DataRef::SharedString(text) => into.push_str(text),
        DataRef::String(text) | DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => {
            into.push_str(text);
        }
        DataRef::Bool(value) => into.push(if *value { '1' } else { '0' }),
        DataRef::DateTime(date) => into.push_str(&day(date)),
        // Writing to a string cannot fail.
        DataRef::Int(number) => drop(write!(into, "{number}")),
        DataRef::Float(number) => drop(write!(into, "{number}")),
        DataRef::Error(error) => drop(write!(into, "{error}")),
    }
}

/// ISO date of a date cell, its time left out.
pub fn day(date: &ExcelDateTime) -> String {
    let (year, month, day, ..) = date.to_ymd_hms_milli();
    format!("{year:04}-{month:02}-{day:02}")
}

#[cfg(test)]
pub mod same {
    //! Cells as another library gives them, sheet by sheet, laid out whole.

    use super::*;
    use calamine::Data;
    use std::fmt::Debug;

    type Row = (u32, Vec<String>);
    pub type Sheets = Vec<(String, bool, Vec<Row>)>;

    fn row(number: u32, mut cells: Vec<String>) -> Option<Row> {
        cells.truncate(cells.iter().rposition(|cell| !cell.is_empty())? + 1);
        Some((number, cells))
    }

    pub fn streamed(bytes: &[u8]) -> Sheets {
        let mut book = open(bytes).unwrap();
        let names = book.sheet_names();
        let rows = |(name, hidden): (String, bool)| {
            let mut rows = Vec::new();
            let mut visit = |number: u32, cells: Cells<'_>| {
                rows.extend(row(number, cells.to_vec()));
                true
            };
            book.sheet(&name).for_each_row(&mut visit).unwrap();
            (name, hidden, rows)
        };
        names.into_iter().map(rows).collect()
    }

    pub fn told_by<'a, B, E: Debug>(book: Result<B, E>) -> Sheets
    where
        B: calamine::Reader<Cursor<&'a [u8]>>,
    {
        let mut book = book.unwrap();
        let names = names(book.sheets_metadata());
        let rows = |(name, hidden): (String, bool)| {
            let range = book.worksheet_range(&name).unwrap();
            let (first, left) = range.start().unwrap_or_default();
            let rows = (first + 1..).zip(range.rows()).filter_map(|(number, cells)| {
                let mut texts = vec![String::new(); left as usize];
                texts.extend(cells.iter().map(|cell| match cell {
                    Data::DateTime(date) => day(date),
                    Data::Bool(value) => u8::from(*value).to_string(),
                    other => other.to_string(),
                }));
                row(number, texts)
            });
            (name, hidden, rows.collect())
        };
        names.into_iter().map(rows).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use calamine::Cell;

    #[test]
    fn cells_below_the_last_row_are_told_with_their_place() {
        let number = |row| Cell::new((row, 0), DataRef::Float(1.0));
        let filled = [0, MAX_ROWS - 1, MAX_ROWS + 4, MAX_ROWS].map(number);
        let empty = Cell::new((MAX_ROWS, 0), DataRef::Empty);
        let check = |cells: Vec<Cell<DataRef<'static>>>, rows: &[u32], below: Option<u32>| {
            let (mut cells, mut seen) = (cells.into_iter(), Vec::new());
            let mut left = Left::default();
            let mut visit = |row: u32, _: Cells<'_>| {
                seen.push(row);
                true
            };
            stream(&mut visit, &mut left, || Ok::<_, String>(cells.next())).unwrap();
            assert_eq!((seen.as_slice(), left.below), (rows, below));
        };
        check(filled.to_vec(), &[1, MAX_ROWS], Some(MAX_ROWS + 1));
        check(vec![number(0), empty], &[1], None);
    }
}
