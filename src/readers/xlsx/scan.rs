//! The cells of a sheet, scanned from the bytes as they inflate.

use crate::readers::cells::{Buffer, Cells};
use crate::readers::workbook::{MAX_COLUMNS, day};
use crate::readers::xlsx::Unknown;
use crate::readers::xlsx::parts::{Parts, Style, character};
use calamine::{ExcelDateTime, ExcelDateTimeType};
use std::fmt::Write as _;
use std::io::Read;

const CHUNK: usize = 256 * 1024;
/// Bytes of one tag or text, at most.
const MAX_PIECE: usize = 64 * 1024 * 1024;

/// Bytes not read yet, and more as they come.
struct Window<R> {
    reader: R,
    bytes: Vec<u8>,
    from: usize,
    ended: bool,
}

impl<R: Read> Window<R> {
    /// The bytes up to a mark, which is passed over; `None` at the end.
    fn until(&mut self, mark: u8) -> Result<Option<(usize, usize)>, Unknown> {
        let mut searched = 0;
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
            if searched > MAX_PIECE {
                return Err(Unknown);
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
        let length = memchr::memchr(b'<', value)?;
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
    Text,
    Boolean,
    Error,
    Day,
}

/// The row being read.
#[derive(Default)]
struct Line {
    row: u32,
    /// Place of the next cell that does not say its own.
    next: usize,
    cells: Buffer,
    begun: bool,
}

impl Line {
    fn begin(&mut self, row: u32) {
        self.row = row;
        self.next = 0;
        self.cells.clear();
        self.begun = true;
    }

    /// Writes a cell, unless it is beyond the columns kept.
    fn write(
        &mut self,
        (column, kind, style): Place,
        value: &[u8],
        parts: &Parts,
    ) -> Result<(), Unknown> {
        if column >= MAX_COLUMNS {
            return Ok(());
        }
        self.cells.put(column, |cell| write_value(cell, value, kind, style, parts))
    }
}

pub struct Scanner<R> {
    window: Window<R>,
}

impl<R: Read> Scanner<R> {
    pub const fn new(reader: R) -> Self {
        let window = Window { reader, bytes: Vec::new(), from: 0, ended: false };
        Self { window }
    }

    pub fn rows(
        mut self,
        parts: &Parts,
        visit: &mut dyn FnMut(u32, Cells<'_>) -> bool,
    ) -> Result<(), Unknown> {
        let mut line = Line::default();
        let mut in_data = false;
        let mut inside = Inside::Nothing;
        let mut value = Vec::new();
        // Column, type and style of the open cell.
        let mut open: Option<Place> = None;
        let mut next_row = 1;
        loop {
            let Some(text) = self.window.until(b'<')? else { return Err(Unknown) };
            if inside == Inside::Value {
                value.extend_from_slice(self.window.piece(text));
            }
            let Some(tag) = self.window.until(b'>')? else { return Err(Unknown) };
            let tag = self.window.piece(tag);
            let (tag, closed) = match tag.strip_suffix(b"/") {
                Some(tag) => (tag, true),
                None => (tag, false),
            };
            if let Some(name) = tag.strip_prefix(b"/") {
                match local(name) {
                    b"v" | b"t" if inside == Inside::Value => inside = Inside::Nothing,
                    b"f" | b"rPh" | b"extLst" => inside = Inside::Nothing,
                    b"c" => {
                        if let Some(place) = open.take() {
                            line.write(place, &value, parts)?;
                        }
                    }
                    b"row" => {
                        if !line.cells.is_empty() && !visit(line.row, line.cells.cells()) {
                            return Ok(());
                        }
                        line.begun = false;
                    }
                    b"sheetData" => return Ok(()),
                    _ => {}
                }
                continue;
            }
            let name_end = tag.iter().position(u8::is_ascii_whitespace).unwrap_or(tag.len());
            let (name, attributes) = tag.split_at(name_end);
            match local(name) {
                b"sheetData" if closed => return Ok(()),
                b"sheetData" => in_data = true,
                _ if !in_data => unusual(name)?,
                b"row" => {
                    let row = match find(attributes, b"r")? {
                        Some(text) => decimal(text).ok_or(Unknown)?,
                        None => next_row,
                    };
                    next_row = row.saturating_add(1);
                    if !closed {
                        line.begin(row);
                    }
                }
                b"c" if line.begun => {
                    let cell = cell(attributes, line.next)?;
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
                _ if closed => {}
                b"v" | b"t" if open.is_some() && inside == Inside::Nothing => {
                    // The value of a cell with its own text repeats it.
                    let repeats = matches!(open, Some((_, Type::Inline, _))) && local(name) == b"v";
                    inside = if repeats { Inside::Aside } else { Inside::Value };
                    if repeats {
                        self.pass_over(b"/v")?;
                        inside = Inside::Nothing;
                    }
                }
                b"f" | b"rPh" | b"extLst" => inside = Inside::Aside,
                b"is" | b"r" | b"rPr" => {}
                _ if open.is_none() || inside == Inside::Aside => unusual(name)?,
                // Properties of a run of text.
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

/// A name without its prefix.
fn local(name: &[u8]) -> &[u8] {
    let name = name.trim_ascii_end();
    match memchr::memchr(b':', name) {
        Some(place) => name.get(place + 1..).unwrap_or_default(),
        None => name,
    }
}

/// The attributes of a tag, one after the other.
fn attributes(
    mut rest: &[u8],
    mut visit: impl FnMut(&[u8], &[u8]) -> Result<(), Unknown>,
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
fn quick_attributes(
    mut tag: &[u8],
    mut visit: impl FnMut(&[u8], &[u8]) -> Result<(), Unknown>,
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
    // The slices given to the visitor live as long as the tag: found again by their place.
    attributes(tag, |name, value| {
        if name == wanted {
            let start = value.as_ptr() as usize - tag.as_ptr() as usize;
            found = tag.get(start..start + value.len());
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

/// Column, type and style of a cell.
fn cell(tag: &[u8], next: usize) -> Result<Place, Unknown> {
    let mut found = (next, Type::Number, usize::MAX);
    quick_attributes(tag, |name, value| {
        match name {
            b"r" => found.0 = column(value).ok_or(Unknown)?,
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

/// `AB12` → 27.
fn column(reference: &[u8]) -> Option<usize> {
    let mut column = 0_usize;
    for byte in reference.iter().take_while(|byte| byte.is_ascii_alphabetic()) {
        column = column * 26 + usize::from(byte.to_ascii_uppercase() - b'A') + 1;
        if column > 16_384 {
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
) -> Result<(), Unknown> {
    if value.is_empty() {
        return Ok(());
    }
    match kind {
        Type::Shared => {
            let place = decimal(value).ok_or(Unknown)? as usize;
            cell.push_str(parts.strings.get(place).ok_or(Unknown)?);
        }
        Type::Inline | Type::Text | Type::Day | Type::Error => write_text(cell, value)?,
        Type::Boolean => match value {
            b"0" | b"1" => write_text(cell, value)?,
            _ => return Err(Unknown),
        },
        Type::Number => {
            let style = parts.styles.get(style).copied().unwrap_or(Style::Number);
            // As it stands: short whole numbers are written so by everyone.
            let whole = value.len() < 16
                && value.iter().all(u8::is_ascii_digit)
                && (value.len() == 1 || value.first() != Some(&b'0'));
            if whole && style == Style::Number {
                return write_text(cell, value);
            }
            let text = std::str::from_utf8(value).map_err(|_| Unknown)?;
            let number: f64 = text.parse().map_err(|_| Unknown)?;
            match style {
                Style::Number if number.is_finite() => drop(write!(cell, "{number}")),
                Style::Date => {
                    let kind = ExcelDateTimeType::DateTime;
                    cell.push_str(&day(&ExcelDateTime::new(number, kind, parts.is_1904)));
                }
                _ => return Err(Unknown),
            }
        }
    }
    Ok(())
}

/// Text with its entities as characters.
fn write_text(cell: &mut String, value: &[u8]) -> Result<(), Unknown> {
    let mut text = std::str::from_utf8(value).map_err(|_| Unknown)?;
    if memchr::memchr3(b'&', b'\r', b'_', value).is_none() {
        cell.push_str(text);
        return Ok(());
    }
    if text.contains("_x") || text.contains('\r') {
        return Err(Unknown);
    }
    while let Some((before, after)) = text.split_once('&') {
        cell.push_str(before);
        let (name, rest) = after.split_once(';').ok_or(Unknown)?;
        cell.push(character(name)?);
        text = rest;
    }
    cell.push_str(text);
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_and_attributes() {
        assert_eq!(column(b"A1"), Some(0));
        assert_eq!(column(b"AB12"), Some(27));
        assert_eq!(column(b"XFD1048576"), Some(16_383));
        assert_eq!(column(b"XFE1"), None);
        assert_eq!(column(b"12"), None);
        assert_eq!(find(b" spans='1:4' r=\"12\"", b"r"), Ok(Some(&b"12"[..])));
        assert_eq!(find(b" r=12", b"r"), Err(Unknown));
        assert_eq!(decimal(b"4294967296"), None);
    }
}
