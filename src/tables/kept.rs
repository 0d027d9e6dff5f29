//! A frame as bytes and back, for the cache.
//!
//! A column whose texts stand in many rows, as codes and their labels do, is written as these
//! texts and a number for each row: a fifth of the bytes to write, to read and to check.

#![expect(clippy::disallowed_types, reason = "texts are looked up, the map is never walked")]

use polars::prelude::*;
use std::collections::HashMap;
use std::io::Cursor;

/// A column is written as numbers when each of its texts stands, on average, in so many rows.
const REPEATED: usize = 4;
/// Bytes of the length of the texts, which comes first.
const LENGTH: usize = 8;

/// The texts of all columns that are written as numbers, one column after the other.
type Texts<'a> = Vec<&'a str>;

/// # Errors
/// When polars cannot write the frame.
pub fn write(frame: &DataFrame, into: &mut Vec<u8>) -> PolarsResult<()> {
    let mut texts = Texts::new();
    let numbered = |column: &'_ Column, codes: Vec<u16>| -> Column {
        UInt16Chunked::from_vec(column.name().clone(), codes).into_series().into()
    };
    let mut columns = Vec::with_capacity(frame.width());
    for column in frame.columns() {
        let codes = codes(column, &mut texts);
        columns.push(codes.map_or_else(|| column.clone(), |codes| numbered(column, codes)));
    }
    let start = into.len();
    into.extend_from_slice(&[0; LENGTH]);
    let list = StringChunked::from_slice(PlSmallStr::EMPTY, &texts).into_series().into();
    DataFrame::new(texts.len(), vec![list])?.serialize_into_writer(into)?;
    let length = (into.len() - start - LENGTH) as u64;
    if let Some(place) = into.get_mut(start..start + LENGTH) {
        place.copy_from_slice(&length.to_le_bytes());
    }
    DataFrame::new(frame.height(), columns)?.serialize_into_writer(into)
}

/// The number of the text of each row; `None` for a column that is not worth it.
fn codes<'a>(column: &'a Column, texts: &mut Texts<'a>) -> Option<Vec<u16>> {
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
    }
    Some(codes)
}

/// # Errors
/// When the bytes are not those of a frame.
pub fn read(from: &[u8]) -> PolarsResult<DataFrame> {
    let short = || PolarsError::NoData("a frame cut short".into());
    let (length, rest) = from.split_first_chunk::<LENGTH>().ok_or_else(short)?;
    let length = usize::try_from(u64::from_le_bytes(*length)).map_err(|_| short())?;
    let (texts, rest) = rest.split_at_checked(length).ok_or_else(short)?;
    let texts = DataFrame::deserialize_from_reader(&mut Cursor::new(texts))?;
    let texts = texts.columns().first().ok_or_else(short)?.str()?.rechunk().into_owned();
    let frame = DataFrame::deserialize_from_reader(&mut Cursor::new(rest))?;
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

#[cfg(test)]
mod tests {
    use super::*;

    fn check(columns: Vec<Column>) -> usize {
        let height = columns.first().map_or(0, Column::len);
        let frame = DataFrame::new(height, columns).unwrap();
        let mut bytes = vec![7; 3];
        write(&frame, &mut bytes).unwrap();
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
        write(&frame, &mut bytes).unwrap();
        for length in 0..bytes.len().min(200) {
            assert!(read(&bytes[..length]).is_err(), "{length}");
        }
    }
}
