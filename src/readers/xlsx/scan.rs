//! The cells of a sheet, scanned from the bytes as they inflate.

use crate::readers::cells::Buffer;
use crate::readers::rows::{Left, MAX_CELL, MAX_COLUMNS, MAX_ROW, MAX_ROWS, Visit};
use crate::readers::strings::Shared;
use crate::readers::style::Style;
use crate::readers::workbook::day;
use crate::readers::xlsx::Unknown;
use crate::readers::xlsx::parts::Parts;
use crate::readers::xlsx::text::{self, Manner};
use calamine::{ExcelDateTime, ExcelDateTimeType};
use std::fmt::Write as _;
use std::io::Read;

const CHUNK: usize = 256 * 1024;

/// Bytes not read yet, and more as they come.
struct Window<R> {
    reader: R,
    bytes: Vec<u8>,
    from: usize,
    ended: bool,
    /// Bytes of the last text that were not kept, before those given.
    dropped: usize,
}

impl<R: Read> Window<R> {
    /// The bytes up to a mark, which is passed over; `None` at the end. A text longer than a cell
    /// is not gathered: its end is given. A tag is never as long.
    fn until(&mut self, mark: u8) -> Result<Option<(usize, usize)>, Unknown> {
        let mut searched = 0;
        self.dropped = 0;
        loop {
            let rest = self.bytes.get(self.from + searched..).unwrap_or_default();
            if let Some(found) = memchr::memchr(mark, rest) {
                let start = self.from;
                let end = self.from + searched + found;
                self.from = end + 1;
                return Ok(Some((start, end)));
            }
            searched = self.bytes.len() - self.from;
            if self.ended {
                return Ok(None);
            }
            if searched > MAX_CELL {
                if mark != b'<' {
                    return Err(Unknown);
                }
                self.dropped = self.dropped.saturating_add(searched);
                self.from = self.bytes.len();
                searched = 0;
            }
            self.more()?;
        }
    }

    fn more(&mut self) -> Result<(), Unknown> {
        self.bytes.drain(..self.from);
        self.from = 0;
        let had = self.bytes.len();
        self.bytes.resize(had + CHUNK, 0);
        let mut filled = had;
        while let Some(room) = self.bytes.get_mut(filled..).filter(|room| !room.is_empty()) {
            match self.reader.read(room) {
                Ok(0) => {
                    self.ended = true;
                    break;
                }
                Ok(count) => filled += count,
                Err(error) if error.kind() == std::io::ErrorKind::Interrupted => {}
                Err(_) => return Err(Unknown),
            }
        }
        self.bytes.truncate(filled);
        Ok(())
    }

    /// The value of a cell that holds nothing else, as nearly all do, passed over with the end of
    /// the cell; `None` when it is not so, or not read yet.
    fn lone_value(&mut self) -> Option<(usize, usize)> {
        let value = self.bytes.get(self.from..)?.strip_prefix(b"<v>")?;
        // A longer one is gathered piece by piece, as far as a cell goes.
        let length = memchr::memchr(b'<', value).filter(|length| *length <= MAX_CELL)?;
        value.get(length..)?.strip_prefix(b"</v></c>")?;
        let start = self.from + b"<v>".len();
        self.from = start + length + b"</v></c>".len();
        Some((start, start + length))
    }

    fn piece(&self, (start, end): (usize, usize)) -> &[u8] {
        self.bytes.get(start..end).unwrap_or_default()
    }
}

/// What the text between two tags belongs to.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Inside {
    Nothing,
    /// The value of a cell, or a piece of its own text.
    Value,
    /// A formula or a reading aid: passed over.
    Aside,
}

/// Column, type and style of a cell.
type Place = (usize, Type, usize);

/// The type of a cell.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Type {
    Number,
    Shared,
    Inline,
    /// A text whose entities are characters already.
    Read,
    Text,
    Boolean,
    Error,
    Day,
}

/// The value of the open cell, as far as a cell goes.
#[derive(Default)]
struct Value {
    /// As it stands in the file.
    raw: Vec<u8>,
    /// The pieces of a text of its own, if it has one.
    text: String,
    own: bool,
    length: usize,
}

impl Value {
    fn clear(&mut self) {
        self.raw.clear();
        self.text.clear();
        self.own = false;
        self.length = 0;
    }

    fn add(&mut self, piece: &[u8], dropped: usize) {
        self.length = self.length.saturating_add(dropped).saturating_add(piece.len());
        if self.length <= MAX_CELL {
            self.raw.extend_from_slice(piece);
        }
    }

    /// Ends a piece of a text of its own.
    fn end_piece(&mut self, manner: Manner) -> Result<(), Unknown> {
        if self.length <= MAX_CELL {
            text::read(&self.raw, manner, &mut self.text)?;
        }
        self.raw.clear();
        self.own = true;
        Ok(())
    }
}

/// Why a cell is not written.
enum Odd {
    Unknown,
    /// Longer than a cell: how much.
    Long(usize),
}

impl From<Unknown> for Odd {
    fn from(_: Unknown) -> Self {
        Self::Unknown
    }
}

/// The row being read.
#[derive(Default)]
struct Line {
    row: u32,
    /// Its number, as its cells repeat it.
    digits: Vec<u8>,
    /// Place of the next cell that does not say its own.
    next: usize,
    cells: Buffer,
    begun: bool,
    /// Columns that are written: none once the row is refused.
    room: usize,
    /// The widest place beyond the columns of a spreadsheet.
    beyond: Option<usize>,
    /// The cell for which the row is refused, and its length.
    long: Option<(usize, usize)>,
}

impl Line {
    fn begin(&mut self, row: u32, digits: Option<&[u8]>) {
        self.row = row;
        self.digits.clear();
        match digits {
            Some(digits) => self.digits.extend_from_slice(digits),
            None => self.digits.extend_from_slice(row.to_string().as_bytes()),
        }
        self.next = 0;
        self.cells.clear();
        self.begun = true;
        self.room = MAX_COLUMNS;
        self.long = None;
    }

    fn refuse(&mut self, column: usize, length: usize) {
        self.long = Some((column, length));
        self.room = 0;
        self.cells.clear();
    }

    /// Writes a cell, unless it is beyond the columns of a spreadsheet or its row is refused.
    fn write(
        &mut self,
        (column, kind, style): Place,
        value: &[u8],
        parts: &Parts,
    ) -> Result<(), Unknown> {
        if column >= self.room {
            if self.long.is_none() {
                self.beyond = self.beyond.max(Some(column));
            }
            return Ok(());
        }
        let written = self.cells.put(column, |cell| write_value(cell, value, kind, style, parts));
        match written {
            Ok(()) => {}
            Err(Odd::Unknown) => return Err(Unknown),
            Err(Odd::Long(length)) => self.refuse(column, length),
        }
        if self.cells.bytes() > MAX_ROW {
            self.refuse(column, self.cells.bytes());
        }
        Ok(())
    }

    /// Writes the cell that was gathered.
    fn write_open(&mut self, place: Place, value: &Value, parts: &Parts) -> Result<(), Unknown> {
        if value.length > MAX_CELL && place.0 < self.room {
            self.refuse(place.0, value.length);
            return Ok(());
        }
        if value.own && value.raw.is_empty() {
            // Whatever the cell says to be; its entities were read piece by piece.
            return self.write((place.0, Type::Read, place.2), value.text.as_bytes(), parts);
        }
        self.write(place, &value.raw, parts)
    }

    /// Hands on the row; false when nothing more is wanted.
    fn end(&mut self, visit: Visit<'_>, left: &mut Left) -> bool {
        self.begun = false;
        if let Some(column) = self.beyond.take() {
            left.beyond(column);
        }
        if let Some((column, length)) = self.long.take() {
            left.refuse(self.row, column, length);
            return true;
        }
        self.cells.is_empty()
            || left.count(self.cells.bytes()) && visit(self.row, self.cells.cells())
    }
}

pub struct Scanner<R> {
    window: Window<R>,
}

impl<R: Read> Scanner<R> {
    pub const fn new(reader: R) -> Self {
        let window = Window { reader, bytes: Vec::new(), from: 0, ended: false, dropped: 0 };
        Self { window }
    }

    /// Walks the rows, then what follows them: the checksum of the sheet stands at its end.
    pub fn rows(mut self, parts: &Parts, visit: Visit<'_>, left: &mut Left) -> Result<(), Unknown> {
        if self.scan(parts, visit, left)? {
            let Window { reader, ended, .. } = &mut self.window;
            if !*ended {
                std::io::copy(reader, &mut std::io::sink()).map_err(|_| Unknown)?;
            }
        }
        Ok(())
    }

    /// Whether all rows were visited.
    fn scan(&mut self, parts: &Parts, visit: Visit<'_>, left: &mut Left) -> Result<bool, Unknown> {
        let mut line = Line::default();
        let mut in_data = false;
        let mut inside = Inside::Nothing;
        let mut value = Value::default();
        let mut manner = Manner::Plain;
        // Column, type and style of the open cell.
        let mut open: Option<Place> = None;
        let mut next_row = 1;
        loop {
            let Some(text) = self.window.until(b'<')? else { return Err(Unknown) };
            if inside == Inside::Value {
                value.add(self.window.piece(text), self.window.dropped);
            }
            let Some(tag) = self.window.until(b'>')? else { return Err(Unknown) };
            let tag = self.window.piece(tag);
            let (tag, closed) = match tag.strip_suffix(b"/") {
                Some(tag) => (tag, true),
                None => (tag, false),
            };
            if let Some(name) = tag.strip_prefix(b"/") {
                match local(name) {
                    b"v" if inside == Inside::Value => inside = Inside::Nothing,
                    b"t" if inside == Inside::Value => {
                        value.end_piece(manner)?;
                        inside = Inside::Nothing;
                    }
                    b"f" | b"rPh" | b"extLst" => inside = Inside::Nothing,
                    b"c" => {
                        if let Some(place) = open.take() {
                            line.write_open(place, &value, parts)?;
                        }
                    }
                    // The end of a row that did not begin.
                    b"row" if !line.begun => return Err(Unknown),
                    b"row" if line.end(visit, left) => {}
                    b"row" => return Ok(false),
                    b"sheetData" => return Ok(true),
                    _ => {}
                }
                continue;
            }
            let name_end = tag.iter().position(u8::is_ascii_whitespace).unwrap_or(tag.len());
            let (name, attributes) = tag.split_at(name_end);
            match local(name) {
                b"sheetData" if closed => return Ok(true),
                b"sheetData" => in_data = true,
                _ if !in_data => unusual(name)?,
                b"row" => {
                    let digits = find(attributes, b"r")?;
                    let row = match digits {
                        Some(text) => decimal(text).ok_or(Unknown)?,
                        None => next_row,
                    };
                    // Two parts of one row, or rows out of order: calamine joins them.
                    if row < next_row || row > MAX_ROWS {
                        return Err(Unknown);
                    }
                    next_row = row.saturating_add(1);
                    if !closed {
                        line.begin(row, digits);
                    }
                }
                b"c" if line.begun => {
                    let cell = cell(attributes, line.next, &line.digits)?;
                    line.next = cell.0 + 1;
                    value.clear();
                    if closed {
                        line.write(cell, b"", parts)?;
                    } else if cell.1 != Type::Inline
                        && let Some(span) = self.window.lone_value()
                    {
                        line.write(cell, self.window.piece(span), parts)?;
                    } else {
                        open = Some(cell);
                    }
                }
                _ if closed => unusual(name)?,
                b"v" | b"t" if open.is_some() && inside == Inside::Nothing => {
                    // The value of a cell with its own text repeats it.
                    let repeats = matches!(open, Some((_, Type::Inline, _))) && local(name) == b"v";
                    if repeats {
                        self.pass_over(b"/v")?;
                    } else {
                        let preserved = memchr::memmem::find(attributes, b"preserve").is_some();
                        manner = if preserved { Manner::Escaped } else { Manner::Trimmed };
                        inside = Inside::Value;
                    }
                }
                b"f" | b"rPh" | b"extLst" => inside = Inside::Aside,
                b"is" | b"r" | b"rPr" => {}
                // Properties of a run of text, and what is beside the cells.
                _ => unusual(name)?,
            }
        }
    }

    /// Passes over everything up to a closing tag.
    fn pass_over(&mut self, closing: &[u8]) -> Result<(), Unknown> {
        loop {
            let Some(_) = self.window.until(b'<')? else { return Err(Unknown) };
            let Some(tag) = self.window.until(b'>')? else { return Err(Unknown) };
            if self.window.piece(tag) == closing {
                return Ok(());
            }
        }
    }
}

/// Comments, declarations and raw text are left to the library; but for the first line.
fn unusual(name: &[u8]) -> Result<(), Unknown> {
    match name.first() {
        Some(b'!') => Err(Unknown),
        Some(b'?') if name != b"?xml" && name != b"?mso-application" => Err(Unknown),
        _ => Ok(()),
    }
}

/// A name without its prefix; that of a comment, a declaration or raw text stays whole.
fn local(name: &[u8]) -> &[u8] {
    let name = name.trim_ascii_end();
    match memchr::memchr(b':', name) {
        Some(place) if !matches!(name.first(), Some(b'!' | b'?')) => {
            name.get(place + 1..).unwrap_or_default()
        }
        _ => name,
    }
}

/// The attributes of a tag, one after the other.
fn attributes<'a>(
    mut rest: &'a [u8],
    mut visit: impl FnMut(&'a [u8], &'a [u8]) -> Result<(), Unknown>,
) -> Result<(), Unknown> {
    loop {
        rest = rest.trim_ascii_start();
        if rest.is_empty() {
            return Ok(());
        }
        let equals = memchr::memchr(b'=', rest).ok_or(Unknown)?;
        let (name, after) = rest.split_at(equals);
        let after = after.get(1..).unwrap_or_default().trim_ascii_start();
        let (quote, after) = after.split_first().ok_or(Unknown)?;
        if !matches!(quote, b'"' | b'\'') {
            return Err(Unknown);
        }
        let end = memchr::memchr(*quote, after).ok_or(Unknown)?;
        let (value, after) = after.split_at(end);
        visit(name.trim_ascii_end(), value)?;
        rest = after.get(1..).unwrap_or_default();
    }
}

/// As [`attributes`], faster for names of one letter in double quotes.
fn quick_attributes<'a>(
    mut tag: &'a [u8],
    mut visit: impl FnMut(&'a [u8], &'a [u8]) -> Result<(), Unknown>,
) -> Result<(), Unknown> {
    while let [b' ', name, b'=', b'"', rest @ ..] = tag {
        let end = rest.iter().position(|byte| *byte == b'"').ok_or(Unknown)?;
        let (value, after) = rest.split_at(end);
        visit(std::slice::from_ref(name), value)?;
        tag = after.get(1..).unwrap_or_default();
    }
    attributes(tag, visit)
}

fn find<'a>(tag: &'a [u8], wanted: &[u8]) -> Result<Option<&'a [u8]>, Unknown> {
    let mut found = None;
    attributes(tag, |name, value| {
        if name == wanted {
            found = Some(value);
        }
        Ok(())
    })?;
    Ok(found)
}

fn decimal(text: &[u8]) -> Option<u32> {
    let mut number = 0_u32;
    for byte in text {
        let digit = byte.checked_sub(b'0').filter(|digit| *digit < 10)?;
        number = number.checked_mul(10)?.checked_add(u32::from(digit))?;
    }
    (!text.is_empty()).then_some(number)
}

/// Column, type and style of a cell of the row with these digits.
fn cell(tag: &[u8], next: usize, digits: &[u8]) -> Result<Place, Unknown> {
    let mut found = (next, Type::Number, usize::MAX);
    quick_attributes(tag, |name, value| {
        match name {
            b"r" => {
                // A cell that says it is of another row: calamine believes it.
                let letters = value.strip_suffix(digits).ok_or(Unknown)?;
                found.0 = column(letters).ok_or(Unknown)?;
            }
            b"s" => found.2 = decimal(value).ok_or(Unknown)? as usize,
            b"t" => {
                found.1 = match value {
                    b"n" => Type::Number,
                    b"s" => Type::Shared,
                    b"inlineStr" => Type::Inline,
                    b"str" => Type::Text,
                    b"b" => Type::Boolean,
                    b"e" => Type::Error,
                    b"d" => Type::Day,
                    _ => return Err(Unknown),
                }
            }
            _ => {}
        }
        Ok(())
    })?;
    Ok(found)
}

/// `AB` → 27.
fn column(letters: &[u8]) -> Option<usize> {
    let mut column = 0_usize;
    for byte in letters {
        if !byte.is_ascii_alphabetic() {
            return None;
        }
        column = column * 26 + usize::from(byte.to_ascii_uppercase() - b'A') + 1;
        if column > MAX_COLUMNS {
            return None;
        }
    }
    column.checked_sub(1)
}

/// A value as text, as [`crate::readers::workbook`] writes it.
fn write_value(
    cell: &mut String,
    value: &[u8],
    kind: Type,
    style: usize,
    parts: &Parts,
) -> Result<(), Odd> {
    if value.is_empty() {
        return Ok(());
    }
    match kind {
        Type::Shared => {
            let place = decimal(value).ok_or(Unknown)? as usize;
            match parts.strings.get(place).ok_or(Unknown)? {
                Shared::Text(text) => cell.push_str(text),
                Shared::Long(length) => return Err(Odd::Long(length)),
            }
        }
        Type::Read => cell.push_str(std::str::from_utf8(value).map_err(|_| Unknown)?),
        Type::Text => text::read(value, Manner::Escaped, cell)?,
        Type::Inline | Type::Day | Type::Error => text::read(value, Manner::Plain, cell)?,
        Type::Boolean => match value {
            b"0" | b"1" => text::read(value, Manner::Plain, cell)?,
            _ => return Err(Odd::Unknown),
        },
        Type::Number => {
            let style = parts.styles.get(style).copied().unwrap_or(Style::Number);
            // As it stands: short whole numbers are written so by everyone.
            let whole = value.len() < 16
                && value.iter().all(u8::is_ascii_digit)
                && (value.len() == 1 || value.first() != Some(&b'0'));
            let text = std::str::from_utf8(value).map_err(|_| Unknown)?;
            if whole && style == Style::Number {
                cell.push_str(text);
                return Ok(());
            }
            let number: f64 = text.parse().map_err(|_| Unknown)?;
            match style {
                Style::Number if number.is_finite() => drop(write!(cell, "{number}")),
                Style::Date => {
                    let kind = ExcelDateTimeType::DateTime;
                    cell.push_str(&day(&ExcelDateTime::new(number, kind, parts.is_1904)));
                }
                _ => return Err(Odd::Unknown),
            }
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_and_attributes() {
        assert_eq!(column(b"A"), Some(0));
        assert_eq!(column(b"AB"), Some(27));
        assert_eq!(column(b"XFD"), Some(16_383));
        assert_eq!(column(b"XFE"), None);
        assert_eq!(column(b""), None);
        assert_eq!(column(b"A1"), None);
        let place = |tag: &[u8]| cell(tag, 3, b"12").map(|found| found.0);
        assert_eq!(place(b" r=\"AB12\" s=\"1\""), Ok(27));
        assert_eq!(place(b" s=\"1\""), Ok(3));
        assert_eq!(place(b" r=\"AB2\""), Err(Unknown));
        assert_eq!(place(b" r=\"AB112\""), Err(Unknown));
        assert_eq!(find(b" spans='1:4' r=\"12\"", b"r"), Ok(Some(&b"12"[..])));
        assert_eq!(find(b" r=12", b"r"), Err(Unknown));
        assert_eq!(decimal(b"4294967296"), None);
    }
}
