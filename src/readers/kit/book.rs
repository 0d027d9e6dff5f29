//! The cells of a workbook that came back, kept sparse: a stray cell at the far corner costs one
//! entry.
//!
//! Opened within the bounds of every other workbook. xlsx and xlsb keep the types of their cells;
//! xls and ods are read as texts, by the roads that stream them.

use crate::model::{Date, IssueKind};
use crate::readers::kit::fault::Fault;
use crate::readers::sheet::Sheet as _;
use crate::readers::watch::NEVER;
use crate::readers::workbook;
use crate::readers::xlsx::slow;
use calamine::{Data, DataRef, DataType as _, ExcelDateTime, Reader as _};
use std::collections::BTreeMap;
use std::io::Cursor;

/// A filled kit is far below one hundredth of these.
const MAX_BYTES: usize = 16 * 1024 * 1024;
const MAX_XLS_BYTES: usize = 4 * 1024 * 1024;
const MAX_INFLATED: u64 = 64 * 1024 * 1024;
const MAX_MEMBERS: usize = 2_000;
const MAX_SHEETS: usize = 100;
/// Cells with content, and cells walked, in a workbook.
const MAX_KEPT: usize = 200_000;
const MAX_WALKED: usize = 4_000_000;

const ERRORS: [&str; 7] = ["#NULL!", "#DIV/0!", "#VALUE!", "#REF!", "#NAME?", "#NUM!", "#N/A"];

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
    if workbook::is_zip(bytes) {
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
    texts(bytes)
}

/// Whatever is left of an encrypted container says so.
fn is_encrypted(bytes: &[u8]) -> bool {
    let mark: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
    memchr::memmem::find(bytes, &mark).is_some()
}

fn unreadable(error: impl std::fmt::Display) -> Fault {
    Fault::Unreadable { detail: error.to_string() }
}

enum Container {
    Xlsx,
    Xlsb,
    Other,
}

/// Why a workbook is not opened, as a fault of the kit.
fn fault(kind: IssueKind) -> Fault {
    match kind {
        IssueKind::TooLarge { .. } | IssueKind::TooLong { .. } => Fault::TooLarge,
        IssueKind::PasswordProtected => Fault::PasswordProtected,
        IssueKind::Damaged { detail } => Fault::Unreadable { detail },
        other => Fault::Unreadable { detail: other.id().to_owned() },
    }
}

/// Declared sizes of the members, and what the library would keep without bound.
fn inspect(bytes: &[u8]) -> Result<Container, Fault> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).map_err(unreadable)?;
    if archive.len() > MAX_MEMBERS {
        return Err(Fault::TooLarge);
    }
    let (mut total, mut container) = (0_u64, Container::Other);
    for index in 0..archive.len() {
        let member = archive.by_index_raw(index).map_err(unreadable)?;
        total = total.saturating_add(member.size());
        match member.name_raw() {
            b"xl/workbook.xml" => container = Container::Xlsx,
            b"xl/workbook.bin" => container = Container::Xlsb,
            _ => {}
        }
    }
    if total > MAX_INFLATED {
        return Err(Fault::TooLarge);
    }
    match container {
        Container::Xlsx => slow::check(&mut archive, NEVER).map_err(fault)?,
        Container::Xlsb => slow::check_binary(&mut archive, NEVER).map_err(fault)?,
        Container::Other => {}
    }
    Ok(container)
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

/// A workbook whose cells come as texts.
fn texts(bytes: &[u8]) -> Result<Vec<Cells>, Fault> {
    let mut book = workbook::open(bytes).map_err(fault)?;
    let mut budget = Budget::default();
    let mut sheets = Vec::new();
    for (name, _) in book.sheet_names().into_iter().take(MAX_SHEETS) {
        let mut sheet = Cells { name: name.clone(), ..Cells::default() };
        let mut beyond = None;
        let walked = book.sheet(&name).for_each_row(&mut |row, cells| {
            for (column, text) in (0_u32..).zip(cells.iter()) {
                let place = (row.saturating_sub(1), column);
                if let Err(fault) = budget.take(&mut sheet, place, told(text)) {
                    beyond = Some(fault);
                    return false;
                }
            }
            true
        });
        walked.map_err(unreadable)?;
        let lost = !book.left().is_nothing();
        if let Some(fault) = beyond.or(lost.then_some(Fault::TooLarge)) {
            return Err(fault);
        }
        sheets.push(sheet);
    }
    Ok(sheets)
}

/// A cell by its text: a day, a number as programs write it, an error, or words.
fn told(text: &str) -> Option<Cell> {
    if matches!(text.as_bytes(), [_, _, _, _, b'-', _, _, b'-', ..]) {
        return iso(text);
    }
    let number = text.parse::<f64>().ok().filter(|number| number.to_string() == text);
    match number {
        Some(number) => Some(Cell::Number(number)),
        None if ERRORS.contains(&text) => Some(Cell::Error),
        None => self::text(text),
    }
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

    /// A small file that asks for a million rows, a text that names a huge list.
    #[test]
    fn what_is_asked_beyond_any_kit_is_refused() {
        let zipped = |members: &[(&str, String)]| {
            let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
            for (name, text) in members {
                zip.start_file(*name, zip::write::SimpleFileOptions::default()).unwrap();
                std::io::Write::write_all(&mut zip, text.as_bytes()).unwrap();
            }
            zip.finish().unwrap().into_inner()
        };
        let ods = |times: u32| {
            let rows = format!(
                "<table:table-row table:number-rows-repeated=\"{times}\"><table:table-cell \
                 table:number-columns-repeated=\"9\" office:value-type=\"string\">\
                 <text:p>x</text:p></table:table-cell></table:table-row>"
            );
            zipped(&[(
                "content.xml",
                format!("<t><table:table table:name=\"F\">{rows}</table:table></t>"),
            )])
        };
        let [sheet] = read(&ods(2)).unwrap().try_into().unwrap();
        assert_eq!((sheet.name.as_str(), sheet.cells.len()), ("F", 2 * 9));
        assert_eq!(read(&ods(1_048_576)), Err(Fault::TooLarge));
        let shared = |count: u64| {
            let list = format!("<sst uniqueCount=\"{count}\"></sst>");
            let sheet = "<worksheet><sheetData/></worksheet>".to_owned();
            zipped(&[
                ("xl/workbook.xml", "<workbook/>".to_owned()),
                ("xl/sharedStrings.xml", list),
                ("xl/worksheets/sheet1.xml", sheet),
            ])
        };
        assert_eq!(read(&shared(99_999_999_999)), Err(Fault::TooLarge));
    }

    #[test]
    fn cells_told_by_their_texts() {
        let date = "2026-03-01".parse().unwrap();
        for (text, expect) in [
            ("12", Some(Cell::Number(12.0))),
            ("12.5", Some(Cell::Number(12.5))),
            ("01001", Some(Cell::Text("01001".to_owned()))),
            ("2026-03-01", Some(Cell::Date(date))),
            ("#N/A", Some(Cell::Error)),
            (" \u{a0}", None),
            ("Aurillac\u{a0}", Some(Cell::Text("Aurillac".to_owned()))),
        ] {
            assert_eq!(told(text), expect, "{text}");
        }
    }

    #[test]
    fn what_is_no_workbook_is_refused() {
        for bytes in [b"".as_slice(), b"PK\x03\x04", b"PK\x03\x04garbage", b"a;b;c\n1;2;3"] {
            assert!(matches!(read(bytes), Err(Fault::Unreadable { .. })));
        }
        assert_eq!(read(&vec![0; MAX_BYTES + 1]), Err(Fault::TooLarge));
    }
}
