//! Parquet files: their cells as text, some rows at a time.
//!
//! What a file says of its size is not trusted: a column of one value takes a few bytes and may ask
//! for any number of rows. What counts is rows × what a row of each column takes once decoded.

use polars::prelude::{AnyValue, ArrowDataType, DataFrame, PolarsError};
use polars_io::SerReader as _;
use polars_io::prelude::{FileMetadataRef, ParquetReader};
use std::fmt::Write as _;
use std::io::Cursor;

/// Columns decoded at a time, side by side.
const COLUMNS: usize = 4;
const MIB: u64 = 1024 * 1024;

/// How much a file may ask for.
#[derive(Clone, Copy, Debug)]
struct Limits {
    /// Rows of one group.
    rows: usize,
    /// Bytes of rows decoded at a time.
    at_once: u64,
    /// Bytes that one group decodes to.
    group: u64,
    /// Bytes that all groups decode to, whatever the size of the file; beyond, so many times its
    /// size: real tables do not shrink more.
    file: u64,
    gain: u64,
}

const LIMITS: Limits = Limits {
    rows: 4 * 1024 * 1024,
    at_once: 128 * MIB,
    group: 4 * 1024 * MIB,
    file: 2 * 1024 * MIB,
    gain: 64,
};

/// Why a file cannot be read.
#[derive(Debug, thiserror::Error)]
pub enum ParquetError {
    #[error(transparent)]
    Damaged(#[from] PolarsError),
    /// Rows that would not fit in memory, or many more than the file can hold.
    #[error("its rows are too large")]
    TooLarge,
    #[error("cancelled")]
    Cancelled,
}

/// An open file.
pub struct Parquet<'a> {
    bytes: &'a [u8],
    names: Vec<String>,
    /// Columns whose cells are values: what has parts is no cell.
    values: Vec<usize>,
    /// Rows read at a time: a group, or a part of one.
    parts: Vec<usize>,
    metadata: FileMetadataRef,
}

/// Some rows, whose cells are written on demand.
pub struct Group {
    frame: DataFrame,
    /// Of each column of the file, its place in the frame.
    places: Vec<Option<usize>>,
}

/// Bytes that a cell of a column takes once decoded; `None` for one that has parts.
fn width(of: &ArrowDataType) -> Option<u64> {
    use ArrowDataType as Type;
    match of {
        Type::List(_)
        | Type::LargeList(_)
        | Type::FixedSizeList(..)
        | Type::Struct(_)
        | Type::Map(..)
        | Type::Union(_) => None,
        Type::FixedSizeBinary(bytes) => Some(16 + *bytes as u64),
        Type::Boolean | Type::Int8 | Type::UInt8 => Some(1),
        Type::Int16 | Type::UInt16 | Type::Int32 | Type::UInt32 | Type::Float32 | Type::Date32 => {
            Some(4)
        }
        Type::Int64 | Type::UInt64 | Type::Float64 => Some(8),
        // Texts by reference, and whatever else.
        _ => Some(16),
    }
}

impl<'a> Parquet<'a> {
    /// Reads the schema and the sizes of the groups.
    ///
    /// # Errors
    /// When the file is damaged, a group says that it holds more than `most_bytes` bytes, or its
    /// rows would take more than is given.
    pub fn open(bytes: &'a [u8], most_bytes: u64) -> Result<Self, ParquetError> {
        Self::open_within(bytes, most_bytes, LIMITS)
    }

    fn open_within(bytes: &'a [u8], most_bytes: u64, limits: Limits) -> Result<Self, ParquetError> {
        let mut reader = ParquetReader::new(Cursor::new(bytes));
        let schema = reader.schema()?;
        let names: Vec<String> = schema.iter_names().map(ToString::to_string).collect();
        let widths: Vec<Option<u64>> = schema.iter_values().map(|one| width(&one.dtype)).collect();
        let metadata = reader.get_metadata()?.clone();
        let values: Vec<usize> = (0..names.len())
            .filter(|place| widths.get(*place).is_some_and(Option::is_some))
            .collect();
        let row: u64 = widths.into_iter().flatten().fold(0, u64::saturating_add);
        let row = row.max(1);
        let at_once = usize::try_from((limits.at_once / row).max(1)).unwrap_or(usize::MAX);
        let most = limits.file.max(limits.gain.saturating_mul(bytes.len() as u64));
        let (mut parts, mut decoded) = (Vec::new(), 0_u64);
        for group in &metadata.row_groups {
            let (rows, size) = (group.num_rows(), group.total_byte_size() as u64);
            let asked = row.saturating_mul(rows as u64);
            decoded = decoded.saturating_add(asked);
            if rows > limits.rows || size > most_bytes || asked > limits.group || decoded > most {
                return Err(ParquetError::TooLarge);
            }
            let mut left = rows;
            while left > 0 {
                parts.push(left.min(at_once));
                left -= left.min(at_once);
            }
        }
        Ok(Self { bytes, names, values, parts, metadata })
    }

    pub fn names(&self) -> &[String] {
        &self.names
    }

    /// Whether the cells of a column are lists or records, of which none is a value.
    pub fn has_parts(&self, place: usize) -> bool {
        !self.values.contains(&place)
    }

    /// The rows, some at a time, in the order of the file. A few columns are decoded at a time, with
    /// a look at the flag between: they may take seconds.
    pub fn groups(
        &self,
        cancelled: &dyn Fn() -> bool,
    ) -> impl Iterator<Item = Result<Group, ParquetError>> {
        let mut from = 0;
        let place_of = |column: usize| self.values.iter().position(|value| *value == column);
        let places: Vec<Option<usize>> = (0..self.names.len()).map(place_of).collect();
        self.parts.iter().map(move |rows| {
            let slice = Some((from, *rows));
            from += rows;
            let mut columns = Vec::with_capacity(self.values.len());
            for few in self.values.chunks(COLUMNS) {
                if cancelled() {
                    return Err(ParquetError::Cancelled);
                }
                let mut reader = ParquetReader::new(Cursor::new(self.bytes));
                reader.set_metadata(self.metadata.clone());
                let reader = reader.with_slice(slice).with_projection(Some(few.to_vec()));
                columns.extend(reader.finish()?.into_columns());
            }
            Ok(Group { frame: DataFrame::new(*rows, columns)?, places: places.clone() })
        })
    }
}

impl Group {
    pub fn height(&self) -> usize {
        self.frame.height()
    }

    /// Writes one cell: whole numbers without a decimal, days as `2025-03-01`, nothing for none.
    /// False for a number that is none (`NaN`) or infinite, of which nothing is written.
    pub fn write(&self, row: usize, column: usize, into: &mut String) -> bool {
        let Some(place) = self.places.get(column).copied().flatten() else { return true };
        let Some(column) = self.frame.columns().get(place) else { return true };
        let Ok(value) = column.get(row) else { return true };
        match &value {
            AnyValue::Null => {}
            AnyValue::Boolean(value) => into.push(if *value { '1' } else { '0' }),
            AnyValue::Float32(number) if !number.is_finite() => return false,
            AnyValue::Float64(number) if !number.is_finite() => return false,
            AnyValue::Float32(number) => drop(write!(into, "{number}")),
            AnyValue::Float64(number) => drop(write!(into, "{number}")),
            other => match other.get_str() {
                Some(text) => into.push_str(text),
                None => drop(write!(into, "{other}")),
            },
        }
        true
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use polars::prelude::{Column, DataType, NamedFrom as _, Series};
    use polars_io::prelude::ParquetWriter;

    fn written(columns: Vec<Column>, group: usize) -> Vec<u8> {
        let height = columns.first().map_or(0, Column::len);
        let mut frame = DataFrame::new(height, columns).unwrap();
        let mut bytes = Vec::new();
        ParquetWriter::new(&mut bytes).with_row_group_size(Some(group)).finish(&mut frame).unwrap();
        bytes
    }

    #[test]
    fn cells_are_text_as_a_workbook_gives_them() {
        let days = Series::new("jour".into(), [20_148, 0]).cast(&DataType::Date).unwrap();
        let bytes = written(
            vec![
                Series::new("code".into(), ["0203", "é"]).into(),
                Series::new("nombre".into(), [Some(8450.0), None]).into(),
                Series::new("part".into(), [0.1, f64::NAN]).into(),
                Series::new("petit".into(), [1_i8, -3]).into(),
                Series::new("oui".into(), [true, false]).into(),
                days.into(),
            ],
            1,
        );
        let parquet = Parquet::open(&bytes, 1 << 20).unwrap();
        assert_eq!(parquet.names(), ["code", "nombre", "part", "petit", "oui", "jour"]);
        let (mut rows, mut not_finite) = (Vec::new(), 0);
        for group in parquet.groups(&|| false) {
            let group = group.unwrap();
            for row in 0..group.height() {
                let mut cells = vec![String::new(); parquet.names().len()];
                for (column, cell) in cells.iter_mut().enumerate() {
                    not_finite += u32::from(!group.write(row, column, cell));
                }
                rows.push(cells);
            }
        }
        assert_eq!(rows[0], ["0203", "8450", "0.1", "1", "1", "2025-03-01"]);
        assert_eq!(rows[1], ["é", "", "", "-3", "0", "1970-01-01"]);
        assert_eq!(not_finite, 1);
    }

    #[test]
    fn a_group_of_many_columns_is_given_up() {
        let column = |place: usize| Series::new(format!("c{place}").into(), [1, 2]).into();
        let bytes = written((0..64).map(column).collect(), 2);
        let parquet = Parquet::open(&bytes, 1 << 20).unwrap();
        assert_eq!(parquet.groups(&|| false).next().unwrap().unwrap().frame.width(), 64);
        let looks = std::cell::Cell::new(0);
        let flag = || looks.replace(looks.get() + 1) > 0;
        assert!(matches!(parquet.groups(&flag).next(), Some(Err(ParquetError::Cancelled))));
        assert_eq!(looks.get(), 2);
    }

    const SMALL: Limits = Limits { rows: 1_000, at_once: 640, group: 8_000, file: 0, gain: 64 };

    fn open(bytes: &[u8], limits: Limits) -> Result<Parquet<'_>, ParquetError> {
        Parquet::open_within(bytes, 1 << 20, limits)
    }

    /// Columns of one value take nothing in the file, and as much as others once decoded.
    #[test]
    fn rows_count_by_what_they_take_once_decoded() {
        let constant = |rows: usize, columns: usize| {
            let column = |n: usize| Series::new(format!("c{n}").into(), vec![7_i64; rows]).into();
            written((0..columns).map(column).collect(), rows)
        };
        let told = |rows: usize, columns: usize, limits: Limits| {
            matches!(open(&constant(rows, columns), limits), Err(ParquetError::TooLarge))
        };
        assert!(!told(500, 2, SMALL), "500 × 2 × 8 bytes");
        assert!(told(501, 2, SMALL), "of one group");
        assert!(told(1_001, 1, Limits { group: u64::MAX, ..SMALL }), "rows of one group");
        // Many groups of one value: many more bytes than the file has.
        let many = {
            let column = Series::new("a".into(), vec![7_i64; 100_000]).into();
            written(vec![column], 1_000)
        };
        let gain = Limits { group: u64::MAX, gain: 1, ..SMALL };
        assert!(matches!(open(&many, gain), Err(ParquetError::TooLarge)), "{}", many.len());
        assert!(open(&many, Limits { file: 800_000, ..gain }).is_ok(), "few enough in themselves");
    }

    #[test]
    fn a_large_group_is_read_in_parts_and_loses_nothing() {
        let rows: Vec<i64> = (0..1_000).collect();
        let words: Vec<String> = rows.iter().map(|row| format!("mot {}", row % 7)).collect();
        let columns =
            vec![Series::new("n".into(), rows).into(), Series::new("mot".into(), words).into()];
        let bytes = written(columns, 700);
        let parquet = open(&bytes, Limits { group: u64::MAX, gain: 1_000, ..SMALL }).unwrap();
        // 640 bytes at a time, of rows of 8 + 16.
        assert!(parquet.parts.iter().all(|rows| *rows <= 640 / 24), "{:?}", parquet.parts);
        let mut read = 0;
        for group in parquet.groups(&|| false) {
            let group = group.unwrap();
            for row in 0..group.height() {
                let (mut number, mut word) = (String::new(), String::new());
                group.write(row, 0, &mut number);
                group.write(row, 1, &mut word);
                assert_eq!((number, word), (read.to_string(), format!("mot {}", read % 7)));
                read += 1;
            }
        }
        assert_eq!(read, 1_000);
    }

    #[test]
    fn what_is_damaged_or_too_large_is_told() {
        let bytes = written(vec![Series::new("a".into(), ["x"; 100]).into()], 100);
        assert!(matches!(Parquet::open(&bytes, 8), Err(ParquetError::TooLarge)));
        assert!(Parquet::open(&bytes[..bytes.len() - 9], 1 << 20).is_err());
        assert!(Parquet::open(b"PAR1", 1 << 20).is_err());
    }
}
