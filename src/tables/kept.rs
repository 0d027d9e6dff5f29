//! A frame as bytes and back, for the cache.
//!
//! A column whose texts stand in many rows, as codes and their labels do, is written as these
//! texts and a number for each row: a fifth of the bytes to write, to read and to check.

#![expect(clippy::disallowed_types, reason = "texts are looked up, the map is never walked")]

use polars::prelude::*;
use std::collections::HashMap;
use std::io::{Cursor, Write};

/// A column is written as numbers when each of its texts stands, on average, in so many rows.
const REPEATED: usize = 4;
/// Bytes of a length, before what is of it.
const LENGTH: usize = 8;
/// Rows written at a time: what is made for them is all the memory that writing takes.
const ROWS: usize = 16 * 1024;
/// Rows of a frame that was read that lie side by side in memory, at least.
const GROUP: usize = 256 * 1024;

/// The texts of all columns that are written as numbers, one column after the other.
type Texts<'a> = Vec<&'a str>;

/// # Errors
/// When the frame cannot be written, or the flag is set.
pub fn write(
    frame: &DataFrame,
    into: &mut dyn Write,
    cancelled: &dyn Fn() -> bool,
) -> PolarsResult<()> {
    let mut texts = Texts::new();
    let numbered = |column: &'_ Column, codes: Vec<u16>| -> Column {
        UInt16Chunked::from_vec(column.name().clone(), codes).into_series().into()
    };
    let mut columns = Vec::with_capacity(frame.width());
    for column in frame.columns() {
        let codes = codes(column, &mut texts, cancelled);
        columns.push(codes.map_or_else(|| column.clone(), |codes| numbered(column, codes)));
    }
    let mut piece = Vec::new();
    let list = StringChunked::from_slice(PlSmallStr::EMPTY, &texts).into_series().into();
    DataFrame::new(texts.len(), vec![list])?.serialize_into_writer(&mut piece)?;
    put(&piece, into)?;
    let mut from = 0;
    // A frame without rows has its columns.
    while from == 0 || from < frame.height() {
        if cancelled() {
            return Err(std::io::Error::other("cancelled").into());
        }
        let rows = ROWS.min(frame.height() - from);
        let start = i64::try_from(from).unwrap_or(i64::MAX);
        let some = columns.iter().map(|column| alone(&column.slice(start, rows))).collect();
        piece.clear();
        DataFrame::new(rows, some)?.serialize_into_writer(&mut piece)?;
        put(&piece, into)?;
        from += rows.max(1);
    }
    Ok(())
}

/// Some bytes after their length.
fn put(piece: &[u8], into: &mut dyn Write) -> PolarsResult<()> {
    into.write_all(&(piece.len() as u64).to_le_bytes())?;
    into.write_all(piece)?;
    Ok(())
}

/// A part of a column that holds its own texts and no other: those of the whole would be written
/// with each part.
fn alone(part: &Column) -> Column {
    match part.str() {
        Ok(texts) => {
            let own = StringChunked::from_iter_options(part.name().clone(), texts.iter());
            own.into_series().into()
        }
        Err(_) => part.clone(),
    }
}

/// The number of the text of each row; `None` for a column that is not worth it, or once the flag
/// is set.
fn codes<'a>(
    column: &'a Column,
    texts: &mut Texts<'a>,
    cancelled: &dyn Fn() -> bool,
) -> Option<Vec<u16>> {
    let column = column.str().ok()?;
    if column.null_count() > 0 {
        return None;
    }
    let before = texts.len();
    let most = (column.len() / REPEATED).min((usize::from(u16::MAX) + 1).saturating_sub(before));
    let (mut known, mut codes) = (HashMap::new(), Vec::with_capacity(column.len()));
    let mut last = ("", None);
    for text in column.iter().flatten() {
        let code = match last {
            (same, Some(code)) if same == text => code,
            _ => match known.get(text) {
                Some(code) => *code,
                None if known.len() == most => {
                    texts.truncate(before);
                    return None;
                }
                None => {
                    let code = u16::try_from(texts.len()).ok()?;
                    texts.push(text);
                    known.insert(text, code);
                    code
                }
            },
        };
        last = (text, Some(code));
        codes.push(code);
        if codes.len().is_multiple_of(ROWS) && cancelled() {
            return None;
        }
    }
    Some(codes)
}

/// # Errors
/// When the bytes are not those of a frame.
pub fn read(from: &[u8]) -> PolarsResult<DataFrame> {
    let (texts, mut rest) = taken(from)?;
    let texts = texts.columns().first().ok_or_else(short)?.str()?.rechunk().into_owned();
    let (mut frame, mut group) = (None, None);
    while !rest.is_empty() {
        let (piece, after) = taken(rest)?;
        rest = after;
        add(&mut group, piece)?;
        if group.as_ref().is_some_and(|group| group.height() >= GROUP) || rest.is_empty() {
            let mut whole = group.take().ok_or_else(short)?;
            whole.rechunk_mut();
            add(&mut frame, whole)?;
        }
    }
    let frame = frame.ok_or_else(short)?;
    let height = frame.height();
    let named = |column: Column| {
        let Ok(codes) = column.u16() else { return Ok(column) };
        let codes = codes.rechunk();
        let codes: Vec<IdxSize> = codes.cont_slice()?.iter().map(|code| (*code).into()).collect();
        let found = texts.take(codes.as_slice())?;
        Ok(found.with_name(column.name().clone()).into_series().into())
    };
    let columns = frame.into_columns().into_iter().map(named).collect::<PolarsResult<_>>()?;
    DataFrame::new(height, columns)
}

fn short() -> PolarsError {
    PolarsError::NoData("a frame cut short".into())
}

/// The frame at the beginning of some bytes, and those after it.
fn taken(from: &[u8]) -> PolarsResult<(DataFrame, &[u8])> {
    let (length, rest) = from.split_first_chunk::<LENGTH>().ok_or_else(short)?;
    let length = usize::try_from(u64::from_le_bytes(*length)).map_err(|_| short())?;
    let (piece, rest) = rest.split_at_checked(length).ok_or_else(short)?;
    Ok((DataFrame::deserialize_from_reader(&mut Cursor::new(piece))?, rest))
}

/// Rows below those of a frame.
fn add(frame: &mut Option<DataFrame>, more: DataFrame) -> PolarsResult<()> {
    if let Some(frame) = frame {
        return frame.vstack_mut(&more).map(drop);
    }
    *frame = Some(more);
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(columns: Vec<Column>) -> usize {
        let height = columns.first().map_or(0, Column::len);
        let frame = DataFrame::new(height, columns).unwrap();
        let mut bytes = vec![7; 3];
        write(&frame, &mut bytes, &|| false).unwrap();
        let found = read(&bytes[3..]).unwrap();
        assert!(found.equals_missing(&frame), "{found:?} {frame:?}");
        assert_eq!(found.dtypes(), frame.dtypes());
        bytes.len() - 3
    }

    fn column(name: &str, text: impl Fn(u32) -> String, rows: u32) -> Column {
        let texts: Vec<String> = (0..rows).map(text).collect();
        Series::new(name.into(), texts).into()
    }

    #[test]
    fn a_frame_comes_back_as_it_was() {
        let label = |row: u32| format!("Conducteurs de véhicules routiers, série {}", row % 7);
        let number = Series::new("n".into(), (0..5_000_u32).collect::<Vec<_>>());
        check(vec![
            column("repeated", label, 5_000),
            number.into(),
            column("different", |row| format!("libellé de la ligne numéro {row}"), 5_000),
            column("runs", |row| ((row / 900).to_string()).repeat(9), 5_000),
            column("empty", |_| String::new(), 5_000),
        ]);
        let some = Series::new("some".into(), [Some("a"), None, Some("a"), Some("a"), Some("b")]);
        check(vec![some.into()]);
        check(vec![column("none", label, 0)]);
        check(vec![column("one", label, 1)]);
        // More texts than numbers of two bytes, over several columns.
        let many = |row: u32| (row % 40_000).to_string();
        check(vec![column("a", many, 170_000), column("b", many, 170_000)]);
    }

    #[test]
    fn repeated_texts_take_two_bytes_a_row() {
        let label = |row: u32| format!("Conducteurs de véhicules routiers, série {}", row % 7);
        assert!(check(vec![column("label", label, 10_000)]) < 2 * 10_000 + 4_000);
    }

    #[test]
    fn damaged_bytes_are_an_error() {
        let frame = DataFrame::new(9, vec![column("a", |row| (row % 2).to_string(), 9)]).unwrap();
        let mut bytes = Vec::new();
        write(&frame, &mut bytes, &|| false).unwrap();
        assert!(write(&frame, &mut Vec::new(), &|| true).is_err());
        for length in 0..bytes.len().min(200) {
            assert!(read(&bytes[..length]).is_err(), "{length}");
        }
    }
}
