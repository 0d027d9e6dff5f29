//! Workbooks: cells streamed row by row, never a dense grid for xlsx.
//!
//! One stray cell at XFD1048576 would ask a dense reader for hundreds of gigabytes.

use crate::model::IssueKind;
use crate::readers::cells::{Buffer, Cells};
use crate::readers::sheet::Sheet;
use crate::readers::xlsx::Book;
use calamine::{Data, DataRef, ExcelDateTime, Reader as _, SheetType, SheetVisible};
use std::fmt::Write as _;
use std::io::Cursor;

/// Columns kept of a row: every published layout is far below.
pub const MAX_COLUMNS: usize = 1_024;
/// Inflated bytes allowed for one workbook.
const MAX_INFLATED: u64 = 2 * 1024 * 1024 * 1024;
/// Cells of the old and open formats, which are read dense.
const MAX_DENSE_BYTES: usize = 64 * 1024 * 1024;

type Bytes<'a> = Cursor<&'a [u8]>;

/// An open workbook.
pub enum Workbook<'a> {
    /// As spreadsheet programs write it.
    Fast {
        book: Box<Book<'a>>,
        gave_way: bool,
    },
    Xlsx(Box<calamine::Xlsx<Bytes<'a>>>),
    Xlsb(Box<calamine::Xlsb<Bytes<'a>>>),
    /// xls, ods.
    Other(Box<calamine::Sheets<Bytes<'a>>>),
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
    open_by(bytes, true)
}

/// As [`open`], by the library alone.
///
/// # Errors
/// As [`open`].
pub fn open_slow(bytes: &[u8]) -> Result<Workbook<'_>, IssueKind> {
    open_by(bytes, false)
}

fn open_by(bytes: &[u8], fast: bool) -> Result<Workbook<'_>, IssueKind> {
    if is_compound(bytes) {
        let marker: Vec<u8> =
            "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
        if bytes.windows(marker.len()).any(|window| window == marker) {
            return Err(IssueKind::PasswordProtected);
        }
    } else {
        let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).map_err(damaged)?;
        let mut total = 0_u64;
        let (mut is_xlsx, mut binary) = (false, false);
        for index in 0..archive.len() {
            let member = archive.by_index_raw(index).map_err(damaged)?;
            total = total.saturating_add(member.size());
            let name = String::from_utf8_lossy(member.name_raw());
            binary |= name == "xl/workbook.bin";
            is_xlsx |= name.starts_with("xl/worksheets/") && name.ends_with(".xml");
        }
        if total > MAX_INFLATED {
            return Err(IssueKind::TooLarge { limit_mib: 2_048 });
        }
        if is_xlsx
            && fast
            && let Ok(book) = Book::open(bytes)
        {
            return Ok(Workbook::Fast { book: Box::new(book), gave_way: false });
        }
        // Never dense: one stray cell would ask for hundreds of gigabytes.
        if binary {
            let workbook = calamine::Xlsb::new(Cursor::new(bytes)).map_err(damaged)?;
            return Ok(Workbook::Xlsb(Box::new(workbook)));
        }
        if is_xlsx {
            let workbook = calamine::Xlsx::new(Cursor::new(bytes)).map_err(damaged)?;
            return Ok(Workbook::Xlsx(Box::new(workbook)));
        }
    }
    if bytes.len() > MAX_DENSE_BYTES {
        return Err(IssueKind::TooLarge { limit_mib: 64 });
    }
    let sheets = calamine::open_workbook_auto_from_rs(Cursor::new(bytes)).map_err(damaged)?;
    Ok(Workbook::Other(Box::new(sheets)))
}

impl<'a> Workbook<'a> {
    /// Names of the sheets of cells, and whether each is hidden.
    pub fn sheet_names(&self) -> Vec<(String, bool)> {
        let sheets = match self {
            Self::Fast { book, .. } => return book.sheet_names(),
            Self::Xlsx(workbook) => workbook.sheets_metadata(),
            Self::Xlsb(workbook) => workbook.sheets_metadata(),
            Self::Other(workbook) => workbook.sheets_metadata(),
        };
        let cells = sheets.iter().filter(|sheet| sheet.typ == SheetType::WorkSheet);
        cells.map(|sheet| (sheet.name.clone(), sheet.visible != SheetVisible::Visible)).collect()
    }

    /// Whether the last sheet held something that the fast road does not know: it is to be read
    /// again by [`open_slow`].
    pub const fn gave_way(&self) -> bool {
        matches!(self, Self::Fast { gave_way: true, .. })
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
        match self.workbook {
            Workbook::Fast { book, gave_way } => {
                *gave_way = book.rows(self.name, visit).is_err();
                Ok(())
            }
            Workbook::Xlsx(workbook) => {
                let mut reader =
                    workbook.worksheet_cells_reader(self.name).map_err(|e| e.to_string())?;
                stream(|| reader.next_cell().map_err(|e| e.to_string()), visit)
            }
            Workbook::Xlsb(workbook) => {
                let mut reader =
                    workbook.worksheet_cells_reader(self.name).map_err(|e| e.to_string())?;
                stream(|| reader.next_cell().map_err(|e| e.to_string()), visit)
            }
            Workbook::Other(workbook) => {
                let range = workbook.worksheet_range(self.name).map_err(|e| e.to_string())?;
                let first = range.start().map_or(0, |(row, _)| row);
                let left = range.start().map_or(0, |(_, column)| column) as usize;
                let mut cells = Buffer::default();
                for (offset, row) in (1_u32..).zip(range.rows()) {
                    cells.clear();
                    for (place, value) in (left..MAX_COLUMNS).zip(row) {
                        cells.put(place, |into| into.push_str(&dense_text(value)));
                    }
                    if !visit(first + offset, cells.cells()) {
                        break;
                    }
                }
                Ok(())
            }
        }
    }
}

fn stream<'a>(
    mut next: impl FnMut() -> Result<Option<calamine::Cell<DataRef<'a>>>, String>,
    visit: &mut dyn FnMut(u32, Cells<'_>) -> bool,
) -> Result<(), String> {
    let mut current: Option<u32> = None;
    let mut cells = Buffer::default();
    while let Some(cell) = next()? {
        let (row, column) = cell.get_position();
        let column = column as usize;
        if column >= MAX_COLUMNS {
            continue;
        }
        if current != Some(row) {
            if let Some(done) = current
                && !visit(done + 1, cells.cells())
            {
                return Ok(());
            }
            current = Some(row);
            cells.clear();
        }
        cells.put(column, |into| text(cell.get_value(), into));
    }
    if let Some(done) = current {
        visit(done + 1, cells.cells());
    }
    Ok(())
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

/// The same for the formats that are read dense.
fn dense_text(value: &Data) -> String {
    match value {
        Data::Empty => String::new(),
        Data::String(text) | Data::DateTimeIso(text) | Data::DurationIso(text) => text.clone(),
        Data::Int(number) => number.to_string(),
        Data::Float(number) => number.to_string(),
        Data::Bool(value) => if *value { "1" } else { "0" }.to_owned(),
        Data::DateTime(date) => day(date),
        Data::Error(error) => error.to_string(),
    }
}

/// ISO date of a date cell, its time left out.
pub fn day(date: &ExcelDateTime) -> String {
    let (year, month, day, ..) = date.to_ymd_hms_milli();
    format!("{year:04}-{month:02}-{day:02}")
}
