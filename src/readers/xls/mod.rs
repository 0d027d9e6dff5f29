//! The old format of Excel (MS-XLS, BIFF 5 and 8): records of one stream, read in the order of
//! their rows.
//!
//! A library lays each sheet out whole when the file is opened, as large as its farthest cell;
//! here a cell costs what it holds. Formulas are not computed: their last values are read.

pub mod cfb;
mod text;

use crate::model::IssueKind;
use crate::readers::rows::{Left, Rows, Visit};
use crate::readers::strings::{Shared, Strings};
use crate::readers::style::{Style, built_in, style_of};
use crate::readers::watch::Flag;
use crate::readers::workbook::day;
use crate::readers::xls::cfb::{Compound, f64_at, u16_at, u32_at};
use crate::readers::xls::text::{Coding, shared};
use calamine::{ExcelDateTime, ExcelDateTimeType};
use std::collections::BTreeMap;
use std::fmt::Write as _;

/// Records between two looks at the flag.
const BETWEEN: usize = 4_096;

/// Types of records (MS-XLS 2.3.2).
mod kind {
    pub const FORMULA: u16 = 0x0006;
    pub const EOF: u16 = 0x000a;
    pub const DATE_MODE: u16 = 0x0022;
    pub const FILE_PASS: u16 = 0x002f;
    pub const CONTINUE: u16 = 0x003c;
    pub const CODE_PAGE: u16 = 0x0042;
    pub const BOUND_SHEET: u16 = 0x0085;
    pub const MUL_RK: u16 = 0x00bd;
    pub const R_STRING: u16 = 0x00d6;
    pub const XF: u16 = 0x00e0;
    pub const SST: u16 = 0x00fc;
    pub const LABEL_SST: u16 = 0x00fd;
    pub const NUMBER: u16 = 0x0203;
    pub const LABEL: u16 = 0x0204;
    pub const BOOL_ERR: u16 = 0x0205;
    pub const STRING: u16 = 0x0207;
    pub const RK: u16 = 0x027e;
    pub const FORMAT: u16 = 0x041e;
    pub const BOF: u16 = 0x0809;
}

struct SheetAt {
    name: String,
    hidden: bool,
    at: usize,
}

/// Row and place of records, and the damage they end at.
type Places = (Vec<(u16, u32)>, Option<&'static str>);

/// An open workbook.
pub struct Xls<'a> {
    stream: Vec<u8>,
    sheets: Vec<SheetAt>,
    strings: Strings,
    styles: Vec<Style>,
    is_1904: bool,
    coding: Coding,
    cancelled: Flag<'a>,
}

/// One record: its type, its content, and where the next one begins.
struct Record<'s> {
    kind: u16,
    data: &'s [u8],
    next: usize,
}

fn record(stream: &[u8], at: usize) -> Option<Record<'_>> {
    let (kind, length) = (u16_at(stream, at)?, u16_at(stream, at + 2)?);
    let next = at + 4 + usize::from(length);
    Some(Record { kind, data: stream.get(at + 4..next)?, next })
}

/// The content of a record and of those that continue it.
fn pieces<'s>(stream: &'s [u8], first: &Record<'s>) -> Vec<&'s [u8]> {
    let mut pieces = vec![first.data];
    let mut at = first.next;
    while let Some(more) = record(stream, at).filter(|more| more.kind == kind::CONTINUE) {
        pieces.push(more.data);
        at = more.next;
    }
    pieces
}

fn damaged(detail: &str) -> IssueKind {
    IssueKind::Damaged { detail: detail.to_owned() }
}

impl<'a> Xls<'a> {
    /// # Errors
    /// When it is encrypted, damaged, or holds no workbook.
    pub fn open(bytes: &[u8], cancelled: Flag<'a>) -> Result<Self, IssueKind> {
        let file = Compound::open(bytes).ok_or_else(|| damaged("compound file"))?;
        if file.has("EncryptedPackage") {
            return Err(IssueKind::PasswordProtected);
        }
        if !file.has("Workbook") && !file.has("Book") {
            // A document of another program.
            return Err(IssueKind::NotAWorkbook);
        }
        let stream = file.stream("Workbook").or_else(|| file.stream("Book"));
        Self::of_stream(stream.ok_or_else(|| damaged("workbook stream"))?, cancelled)
    }

    /// A workbook by the one stream that holds it.
    ///
    /// # Errors
    /// As [`Xls::open`].
    pub fn of_stream(stream: Vec<u8>, cancelled: Flag<'a>) -> Result<Self, IssueKind> {
        let mut workbook = Self {
            stream,
            sheets: Vec::new(),
            strings: Strings::default(),
            styles: Vec::new(),
            is_1904: false,
            coding: Coding::default(),
            cancelled,
        };
        workbook.globals()?;
        Ok(workbook)
    }

    /// What stands before the sheets.
    fn globals(&mut self) -> Result<(), IssueKind> {
        let mut formats: BTreeMap<u16, Style> = BTreeMap::new();
        let mut numbers = Vec::new();
        let mut at = 0;
        loop {
            let record = record(&self.stream, at).ok_or_else(|| damaged("truncated stream"))?;
            let data = record.data;
            match record.kind {
                kind::FILE_PASS => return Err(IssueKind::PasswordProtected),
                kind::BOF => self.coding.is_wide = u16_at(data, 0).is_none_or(|v| v >= 0x0600),
                kind::CODE_PAGE => self.coding.set_page(u16_at(data, 0).unwrap_or_default()),
                kind::DATE_MODE => self.is_1904 = u16_at(data, 0) == Some(1),
                kind::FORMAT => {
                    if let Some((id, code)) = u16_at(data, 0).zip(data.get(2..)) {
                        let code = self.coding.format(code).unwrap_or_default();
                        formats.insert(id, style_of(&code));
                    }
                }
                kind::XF => numbers.push(u16_at(data, 2).unwrap_or_default()),
                kind::BOUND_SHEET => {
                    let sheet = self.sheet_at(data).ok_or_else(|| damaged("sheet"))?;
                    // Charts and macros hold no cells.
                    if data.get(5) == Some(&0) {
                        self.sheets.push(sheet);
                    }
                }
                kind::SST => {
                    let pieces = pieces(&self.stream, &record);
                    self.strings = shared(&pieces, self.cancelled)?;
                }
                kind::EOF => break,
                _ => {}
            }
            at = record.next;
        }
        let style = |id: u16| formats.get(&id).copied().unwrap_or_else(|| built_in(u32::from(id)));
        self.styles = numbers.into_iter().map(style).collect();
        Ok(())
    }

    fn sheet_at(&self, data: &[u8]) -> Option<SheetAt> {
        let at = u32_at(data, 0)? as usize;
        let hidden = data.get(4)? & 0x3f != 0;
        let name = self.coding.short(data.get(6..)?)?.replace('\0', "");
        Some(SheetAt { name, hidden, at })
    }

    pub fn sheet_names(&self) -> Vec<(String, bool)> {
        self.sheets.iter().map(|sheet| (sheet.name.clone(), sheet.hidden)).collect()
    }

    /// Walks the rows of a sheet that have cells.
    ///
    /// # Errors
    /// When the stream is damaged or the read given up; rows before were visited.
    pub fn rows(&self, name: &str, visit: Visit<'_>, left: &mut Left) -> Result<(), String> {
        let sheet = self.sheets.iter().find(|sheet| sheet.name == name).ok_or("no such sheet")?;
        let (mut places, broken) = self.places(sheet.at)?;
        // Nearly always in order already; the last of two in one place is kept.
        if !places.is_sorted_by_key(|(row, _)| *row) {
            places.sort_by_key(|(row, _)| *row);
        }
        let mut rows = Rows::new(visit, left);
        for (row, at) in places {
            if !rows.at(u32::from(row)) {
                return Ok(());
            }
            self.write(at as usize, &mut rows).ok_or("damaged record")?;
        }
        // The last row may lack the cells that come after the damage.
        if let Some(detail) = broken {
            return Err(detail.to_owned());
        }
        rows.end();
        Ok(())
    }

    /// Row and place of each record of cells of the sheet that begins at a place, and what is
    /// wrong with the stream after them.
    fn places(&self, sheet: usize) -> Result<Places, String> {
        let mut places = Vec::new();
        // Charts among the cells have records of their own.
        let mut depth = 0_u32;
        let mut at = sheet;
        for count in 1_usize.. {
            if count.is_multiple_of(BETWEEN) && (self.cancelled)() {
                return Err("cancelled".to_owned());
            }
            let Some(record) = record(&self.stream, at) else {
                return Ok((places, Some("truncated stream")));
            };
            match record.kind {
                kind::BOF => depth += 1,
                kind::EOF if depth <= 1 => break,
                kind::EOF => depth -= 1,
                kind::FORMULA
                | kind::MUL_RK
                | kind::R_STRING
                | kind::LABEL_SST
                | kind::NUMBER
                | kind::LABEL
                | kind::BOOL_ERR
                | kind::RK
                    if depth <= 1 =>
                {
                    let Some(row) = u16_at(record.data, 0) else {
                        return Ok((places, Some("damaged record")));
                    };
                    places.push((row, u32::try_from(at).map_err(|error| error.to_string())?));
                }
                _ => {}
            }
            at = record.next;
        }
        Ok((places, None))
    }

    /// Writes the cells of one record; `None` when it is damaged.
    fn write(&self, at: usize, rows: &mut Rows<'_>) -> Option<()> {
        let record = record(&self.stream, at)?;
        let data = record.data;
        let column = usize::from(u16_at(data, 2)?);
        let style = |at: usize| self.style(u16_at(data, at));
        match record.kind {
            kind::NUMBER => self.number(rows, column, f64_at(data, 6)?, style(4)),
            kind::RK => self.number(rows, column, rk(u32_at(data, 6)?), style(4)),
            kind::MUL_RK => {
                let cells = data.get(4..data.len().checked_sub(2)?)?;
                for (column, cell) in (column..).zip(cells.chunks_exact(6)) {
                    let style = self.style(u16_at(cell, 0));
                    self.number(rows, column, rk(u32_at(cell, 2)?), style);
                }
            }
            kind::LABEL_SST => match self.strings.get(u32_at(data, 6)? as usize) {
                Some(Shared::Text(text)) => rows.put(column, |into| into.push_str(text)),
                // None is as long: a text has 16 bits for its length.
                Some(Shared::Long(_)) | None => {}
            },
            kind::LABEL | kind::R_STRING => {
                let text = self.coding.long(&[data.get(6..)?])?;
                rows.put(column, |into| into.push_str(&text));
            }
            kind::BOOL_ERR => {
                let (value, is_error) = (*data.get(6)?, *data.get(7)? != 0);
                rows.put(column, |into| into.push_str(boolean(value, is_error)));
            }
            kind::FORMULA => {
                let value = data.get(6..14)?;
                match value {
                    [0, .., 0xff, 0xff] => {
                        let text = self.computed(record.next)?;
                        rows.put(column, |into| into.push_str(&text));
                    }
                    [sort @ (1 | 2), _, byte, .., 0xff, 0xff] => {
                        rows.put(column, |into| into.push_str(boolean(*byte, *sort == 2)));
                    }
                    [.., 0xff, 0xff] => {}
                    _ => self.number(rows, column, f64_at(value, 0)?, style(4)),
                }
            }
            _ => {}
        }
        Some(())
    }

    /// The text that a formula gave, in a record after it.
    fn computed(&self, mut at: usize) -> Option<String> {
        loop {
            let record = record(&self.stream, at)?;
            match record.kind {
                kind::STRING => return self.coding.long(&pieces(&self.stream, &record)),
                // The formula of several cells stands between.
                0x0221 | 0x0236 | 0x04bc | kind::CONTINUE => at = record.next,
                _ => return Some(String::new()),
            }
        }
    }

    fn style(&self, place: Option<u16>) -> Style {
        let style = place.and_then(|place| self.styles.get(usize::from(place)));
        style.copied().unwrap_or(Style::Number)
    }

    fn number(&self, rows: &mut Rows<'_>, column: usize, number: f64, style: Style) {
        rows.put(column, |into| match style {
            Style::Date => {
                let kind = ExcelDateTimeType::DateTime;
                into.push_str(&day(&ExcelDateTime::new(number, kind, self.is_1904)));
            }
            // Writing to a string cannot fail.
            Style::Number | Style::Unknown => drop(write!(into, "{number}")),
        });
    }
}

/// A number of 30 bits, whole or the high part of one, and perhaps of hundredths (2.5.217).
fn rk(bits: u32) -> f64 {
    let number = if bits & 2 == 0 {
        f64::from_bits(u64::from(bits & !3) << 32)
    } else {
        f64::from(bits.cast_signed() >> 2)
    };
    if bits & 1 == 0 { number } else { number / 100.0 }
}

const fn boolean(value: u8, is_error: bool) -> &'static str {
    match (is_error, value) {
        (false, 0) => "0",
        (false, _) => "1",
        (true, 0x00) => "#NULL!",
        (true, 0x07) => "#DIV/0!",
        (true, 0x0f) => "#VALUE!",
        (true, 0x17) => "#REF!",
        (true, 0x1d) => "#NAME?",
        (true, 0x24) => "#NUM!",
        (true, _) => "#N/A",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::readers::workbook::same::{streamed, told_by};
    use calamine::Reader as _;

    fn check(path: &str, bytes: &[u8]) {
        let theirs = told_by(calamine::Xls::new(std::io::Cursor::new(bytes)));
        assert!(theirs.iter().any(|(.., rows)| !rows.is_empty()), "{path}");
        assert_eq!(streamed(bytes), theirs, "{path}");
    }

    #[test]
    fn short_numbers() {
        let close = |bits, wanted: f64| assert!((rk(bits) - wanted).abs() < 1e-12, "{wanted}");
        close((8_450 << 2) | 2, 8_450.0);
        close((1_250 << 2) | 3, 12.5);
        close((-3_i32).cast_unsigned() << 2 | 2, -3.0);
        close(u32::try_from(1.5_f64.to_bits() >> 32).unwrap(), 1.5);
    }

    /// A sheet of records that are no cells is given up too.
    #[test]
    fn a_stream_is_given_up() {
        let globals = b"\x85\0\x09\0\x11\0\0\0\0\0\x01\0a\x0a\0\0\0";
        let stream = [&globals[..], &[0x99, 0, 0, 0].repeat(BETWEEN * 9), b"\x0a\0\0\0"].concat();
        let rows = |flag: Flag<'_>| {
            let book = Xls::of_stream(stream.clone(), flag).unwrap();
            book.rows("a", &mut |_, _| true, &mut Left::default())
        };
        assert_eq!(rows(crate::readers::watch::NEVER), Ok(()));
        let looks = std::sync::atomic::AtomicU32::new(0);
        let flag = || looks.fetch_add(1, std::sync::atomic::Ordering::Relaxed) > 0;
        assert!(rows(&flag).is_err());
        assert_eq!(looks.into_inner(), 2);
    }

    /// The same cells as a library that many use, on workbooks of several programs.
    #[test]
    #[expect(
        clippy::disallowed_methods,
        reason = "a test reads its own files, and published ones when they are there"
    )]
    fn cells_are_those_of_another_library() {
        let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
        let own = ["tests/data/types.xls", "tests/abuse/ordinaire.xls"];
        let published = ["../shared/published/nomenclatures/naf-2008.xls"];
        for path in own {
            let bytes = std::fs::read(root.join(path)).unwrap();
            check(path, &bytes);
        }
        for path in published {
            let Ok(bytes) = std::fs::read(root.join(path)) else { continue };
            check(path, &bytes);
        }
    }
}
