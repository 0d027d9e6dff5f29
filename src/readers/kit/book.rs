//! The cells of a workbook that came back, kept sparse: a stray cell at the far corner costs one
//! entry.
//!
//! xlsx and xlsb are streamed. xls and ods are read dense by the library: their sizes are looked
//! at first.

use crate::model::Date;
use crate::readers::kit::fault::Fault;
use calamine::{Data, DataRef, DataType as _, ExcelDateTime, Reader as _};
use std::collections::BTreeMap;
use std::io::{Cursor, Read as _};

/// A filled kit is far below one hundredth of these.
const MAX_BYTES: usize = 16 * 1024 * 1024;
const MAX_XLS_BYTES: usize = 4 * 1024 * 1024;
const MAX_INFLATED: u64 = 64 * 1024 * 1024;
const MAX_MEMBERS: usize = 2_000;
const MAX_SHEETS: usize = 100;
/// Cells with content, and cells walked, in a workbook.
const MAX_KEPT: usize = 200_000;
const MAX_WALKED: usize = 4_000_000;

/// A cell with content.
#[derive(Clone, Debug, PartialEq)]
pub enum Cell {
    Text(String),
    Number(f64),
    Date(Date),
    Bool(bool),
    Error,
}

/// A sheet: cells by row and column, both from 0.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Cells {
    pub name: String,
    pub cells: BTreeMap<(u32, u32), Cell>,
}

/// The sheets of a workbook, in order.
///
/// # Errors
/// When it is too large, encrypted, or no workbook.
pub fn read(bytes: &[u8]) -> Result<Vec<Cells>, Fault> {
    if bytes.len() > MAX_BYTES {
        return Err(Fault::TooLarge);
    }
    let zipped = bytes.starts_with(b"PK\x03\x04");
    if zipped {
        match inspect(bytes)? {
            Container::Xlsx => return xlsx(bytes),
            Container::Xlsb => return xlsb(bytes),
            Container::Other => {}
        }
    } else if bytes.len() > MAX_XLS_BYTES {
        return Err(Fault::TooLarge);
    } else if is_encrypted(bytes) {
        return Err(Fault::PasswordProtected);
    }
    dense(bytes)
}

fn is_encrypted(bytes: &[u8]) -> bool {
    let mark: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
    bytes.windows(mark.len()).any(|window| window == mark)
}

fn unreadable(error: impl std::fmt::Display) -> Fault {
    Fault::Unreadable { detail: error.to_string() }
}

enum Container {
    Xlsx,
    Xlsb,
    Other,
}

/// Declared sizes of the members, and the box of cells of an ods.
fn inspect(bytes: &[u8]) -> Result<Container, Fault> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).map_err(unreadable)?;
    if archive.len() > MAX_MEMBERS {
        return Err(Fault::TooLarge);
    }
    let (mut total, mut container) = (0_u64, Container::Other);
    let mut is_ods = false;
    for index in 0..archive.len() {
        let member = archive.by_index_raw(index).map_err(unreadable)?;
        total = total.saturating_add(member.size());
        let name = String::from_utf8_lossy(member.name_raw());
        match name.as_ref() {
            "xl/workbook.xml" => container = Container::Xlsx,
            "xl/workbook.bin" => container = Container::Xlsb,
            "content.xml" => is_ods = true,
            _ => {}
        }
    }
    if total > MAX_INFLATED {
        return Err(Fault::TooLarge);
    }
    if is_ods && matches!(container, Container::Other) {
        let mut content = Vec::new();
        let member = archive.by_name("content.xml").map_err(unreadable)?;
        member.take(MAX_INFLATED).read_to_end(&mut content).map_err(unreadable)?;
        if cells_of_ods(&String::from_utf8_lossy(&content)) > MAX_WALKED as u64 {
            return Err(Fault::TooLarge);
        }
    }
    Ok(container)
}

/// Cells of the boxes that hold the content of the tables: repeats make a small file huge.
fn cells_of_ods(content: &str) -> u64 {
    let (mut total, mut rows, mut widest) = (0_u64, 0_u64, 0_u64);
    // Rows and columns before the place, and those up to the last content.
    let (mut row, mut column) = (0_u64, 0_u64);
    for tag in content.split('<').skip(1) {
        let name = tag.split([' ', '>', '/', '\n', '\t', '\r']).next().unwrap_or("");
        match name {
            "table:table" => {
                total = total.saturating_add(rows.saturating_mul(widest));
                (rows, widest, row) = (0, 0, 0);
            }
            "table:table-row" => {
                row = row.saturating_add(attribute(tag, "table:number-rows-repeated="));
                column = 0;
            }
            "table:table-cell" | "table:covered-table-cell" => {
                let wide = attribute(tag, "table:number-columns-repeated=");
                column = column.saturating_add(wide);
                if tag.contains("office:value-type=") || tag.contains("table:formula=") {
                    rows = rows.max(row);
                    widest = widest.max(column);
                }
            }
            _ => {}
        }
    }
    total.saturating_add(rows.saturating_mul(widest))
}

/// The number of an attribute, 1 when it is absent, huge when it is not a number.
fn attribute(tag: &str, name: &str) -> u64 {
    let Some((_, value)) = tag.split_once(name) else { return 1 };
    let digits: String =
        value.trim_start_matches(['"', '\'']).chars().take_while(char::is_ascii_digit).collect();
    digits.parse().unwrap_or(u64::MAX)
}

/// Counts what is walked and kept.
#[derive(Default)]
struct Budget {
    walked: usize,
    kept: usize,
}

impl Budget {
    fn take(
        &mut self,
        into: &mut Cells,
        place: (u32, u32),
        cell: Option<Cell>,
    ) -> Result<(), Fault> {
        self.walked += 1;
        if let Some(cell) = cell {
            into.cells.insert(place, cell);
            self.kept += 1;
        }
        if self.walked > MAX_WALKED || self.kept > MAX_KEPT {
            return Err(Fault::TooLarge);
        }
        Ok(())
    }
}

/// The sheets of a book whose cells come one after the other, within the budget. A sheet of charts
/// has no cells.
macro_rules! streamed_sheets {
    ($book:expr) => {{
        let mut book = $book.map_err(unreadable)?;
        let mut budget = Budget::default();
        let mut sheets = Vec::new();
        for name in book.sheet_names().into_iter().take(MAX_SHEETS) {
            let mut sheet = Cells { name: name.clone(), ..Cells::default() };
            if let Ok(mut reader) = book.worksheet_cells_reader(&name) {
                while let Some(cell) = reader.next_cell().map_err(unreadable)? {
                    budget.take(&mut sheet, cell.get_position(), streamed(cell.get_value()))?;
                }
            }
            sheets.push(sheet);
        }
        Ok(sheets)
    }};
}

fn xlsx(bytes: &[u8]) -> Result<Vec<Cells>, Fault> {
    streamed_sheets!(calamine::Xlsx::new(Cursor::new(bytes)))
}

fn xlsb(bytes: &[u8]) -> Result<Vec<Cells>, Fault> {
    streamed_sheets!(calamine::Xlsb::new(Cursor::new(bytes)))
}

fn dense(bytes: &[u8]) -> Result<Vec<Cells>, Fault> {
    let opened = calamine::open_workbook_auto_from_rs(Cursor::new(bytes));
    let mut book = match opened {
        Ok(book) => book,
        Err(calamine::Error::Ods(calamine::OdsError::Password)) => {
            return Err(Fault::PasswordProtected);
        }
        Err(error) => return Err(unreadable(error)),
    };
    let mut budget = Budget::default();
    let mut sheets = Vec::new();
    for name in book.sheet_names().into_iter().take(MAX_SHEETS) {
        let range = book.worksheet_range(&name).map_err(unreadable)?;
        let mut sheet = Cells { name, ..Cells::default() };
        let (top, left) = range.start().unwrap_or_default();
        for (row, cells) in (top..).zip(range.rows()) {
            for (column, value) in (left..).zip(cells) {
                budget.take(&mut sheet, (row, column), kept(value))?;
            }
        }
        sheets.push(sheet);
    }
    Ok(sheets)
}

fn streamed(value: &DataRef<'_>) -> Option<Cell> {
    match value {
        DataRef::SharedString(text) => self::text(text),
        other => kept(&Data::from(other.clone())),
    }
}

fn kept(value: &Data) -> Option<Cell> {
    match value {
        Data::Empty | Data::DurationIso(_) => None,
        Data::String(text) => self::text(text),
        Data::DateTimeIso(text) => iso(text),
        Data::Bool(value) => Some(Cell::Bool(*value)),
        Data::DateTime(date) => Some(day(date)),
        Data::Int(_) | Data::Float(_) => value.as_f64().map(Cell::Number),
        Data::Error(_) => Some(Cell::Error),
    }
}

/// Text with its blanks made ordinary; nothing when only blanks are left.
fn text(text: &str) -> Option<Cell> {
    let plain: Vec<&str> = text.split(|c: char| c.is_whitespace() || c.is_control()).collect();
    let words: Vec<&str> = plain.into_iter().filter(|word| !word.is_empty()).collect();
    (!words.is_empty()).then(|| Cell::Text(words.join(" ")))
}

fn iso(text: &str) -> Option<Cell> {
    let day = text.split('T').next().unwrap_or(text);
    day.parse().map(Cell::Date).ok().or_else(|| self::text(text))
}

fn day(date: &ExcelDateTime) -> Cell {
    let (year, month, day, ..) = date.to_ymd_hms_milli();
    Date::new(i32::from(year), month, day).map_or_else(|_| Cell::Number(date.as_f64()), Cell::Date)
}

impl Cell {
    /// The cell as a person sees it; a number in its shortest form.
    pub fn shown(&self) -> String {
        match self {
            Self::Text(text) => text.clone(),
            Self::Number(number) => number.to_string().replace('.', ","),
            Self::Date(date) => format!("{:02}/{:02}/{}", date.day(), date.month(), date.year()),
            Self::Bool(value) => if *value { "VRAI" } else { "FAUX" }.to_owned(),
            Self::Error => "#".to_owned(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn repeats_of_an_ods_are_counted_up_to_its_content() {
        let check = |content: &str, expect: u64| assert_eq!(cells_of_ods(content), expect);
        let cell = "<table:table-cell office:value-type=\"float\"/>";
        let empty = "<table:table-cell table:number-columns-repeated=\"16383\"/>";
        check(&format!("<table:table><table:table-row>{cell}{empty}</table:table-row>"), 1);
        check(&format!("<table:table><table:table-row>{empty}{cell}</table:table-row>"), 16_384);
        let many = "<table:table-row table:number-rows-repeated=\"1048575\">";
        check(
            &format!("<table:table>{many}{empty}</table:table-row><table:table-row>{empty}{cell}"),
            1_048_576 * 16_384,
        );
    }

    #[test]
    fn what_is_no_workbook_is_refused() {
        for bytes in [b"".as_slice(), b"PK\x03\x04", b"PK\x03\x04garbage", b"a;b;c\n1;2;3"] {
            assert!(matches!(read(bytes), Err(Fault::Unreadable { .. })));
        }
        assert_eq!(read(&vec![0; MAX_BYTES + 1]), Err(Fault::TooLarge));
    }
}
