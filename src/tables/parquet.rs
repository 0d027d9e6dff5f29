//! Parquet files: their cells as text, a group of rows at a time.

use polars::prelude::{AnyValue, DataFrame, PolarsError};
use polars_io::SerReader as _;
use polars_io::prelude::{FileMetadataRef, ParquetReader};
use std::fmt::Write as _;
use std::io::Cursor;

/// Rows of one group, at most: what is held in memory at a time.
const MOST_ROWS: usize = 4 * 1024 * 1024;
/// Columns decoded at a time, side by side.
const COLUMNS: usize = 4;

/// Why a file cannot be read.
#[derive(Debug, thiserror::Error)]
pub enum ParquetError {
    #[error(transparent)]
    Damaged(#[from] PolarsError),
    /// A group of rows that would not fit in memory.
    #[error("a group of rows is too large")]
    TooLarge,
    #[error("cancelled")]
    Cancelled,
}

/// An open file.
pub struct Parquet<'a> {
    bytes: &'a [u8],
    names: Vec<String>,
    /// Rows of each group.
    groups: Vec<usize>,
    metadata: FileMetadataRef,
}

/// Some rows, whose cells are written on demand.
pub struct Group(DataFrame);

impl<'a> Parquet<'a> {
    /// Reads the schema and the sizes of the groups.
    ///
    /// # Errors
    /// When the file is damaged, or a group holds more than `most_bytes` bytes.
    pub fn open(bytes: &'a [u8], most_bytes: u64) -> Result<Self, ParquetError> {
        let mut reader = ParquetReader::new(Cursor::new(bytes));
        let names = reader.schema()?.iter_names().map(ToString::to_string).collect();
        let metadata = reader.get_metadata()?.clone();
        let mut groups = Vec::with_capacity(metadata.row_groups.len());
        for group in &metadata.row_groups {
            let (rows, size) = (group.num_rows(), group.total_byte_size() as u64);
            if rows > MOST_ROWS || size > most_bytes {
                return Err(ParquetError::TooLarge);
            }
            groups.push(rows);
        }
        Ok(Self { bytes, names, groups, metadata })
    }

    pub fn names(&self) -> &[String] {
        &self.names
    }

    /// The groups of rows, in the order of the file. A few columns of one are decoded at a time,
    /// with a look at the flag between: a group may take seconds.
    pub fn groups(
        &self,
        cancelled: &dyn Fn() -> bool,
    ) -> impl Iterator<Item = Result<Group, ParquetError>> {
        let mut from = 0;
        let places: Vec<usize> = (0..self.names.len()).collect();
        self.groups.iter().map(move |rows| {
            let slice = Some((from, *rows));
            from += rows;
            let mut columns = Vec::with_capacity(places.len());
            for few in places.chunks(COLUMNS) {
                if cancelled() {
                    return Err(ParquetError::Cancelled);
                }
                let mut reader = ParquetReader::new(Cursor::new(self.bytes));
                reader.set_metadata(self.metadata.clone());
                let reader = reader.with_slice(slice).with_projection(Some(few.to_vec()));
                columns.extend(reader.finish()?.into_columns());
            }
            Ok(Group(DataFrame::new(*rows, columns)?))
        })
    }
}

impl Group {
    pub fn height(&self) -> usize {
        self.0.height()
    }

    /// Writes one cell: whole numbers without a decimal, days as `2025-03-01`, nothing for none.
    pub fn write(&self, row: usize, column: usize, into: &mut String) {
        let Some(column) = self.0.columns().get(column) else { return };
        let Ok(value) = column.get(row) else { return };
        match &value {
            AnyValue::Null => {}
            AnyValue::Boolean(value) => into.push(if *value { '1' } else { '0' }),
            AnyValue::Float32(number) if !number.is_finite() => {}
            AnyValue::Float64(number) if !number.is_finite() => {}
            AnyValue::Float32(number) => drop(write!(into, "{number}")),
            AnyValue::Float64(number) => drop(write!(into, "{number}")),
            other => match other.get_str() {
                Some(text) => into.push_str(text),
                None => drop(write!(into, "{other}")),
            },
        }
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
        let mut rows = Vec::new();
        for group in parquet.groups(&|| false) {
            let group = group.unwrap();
            for row in 0..group.height() {
                let mut cells = vec![String::new(); parquet.names().len()];
                for (column, cell) in cells.iter_mut().enumerate() {
                    group.write(row, column, cell);
                }
                rows.push(cells);
            }
        }
        assert_eq!(rows[0], ["0203", "8450", "0.1", "1", "1", "2025-03-01"]);
        assert_eq!(rows[1], ["é", "", "", "-3", "0", "1970-01-01"]);
    }

    #[test]
    fn a_group_of_many_columns_is_given_up() {
        let column = |place: usize| Series::new(format!("c{place}").into(), [1, 2]).into();
        let bytes = written((0..64).map(column).collect(), 2);
        let parquet = Parquet::open(&bytes, 1 << 20).unwrap();
        assert_eq!(parquet.groups(&|| false).next().unwrap().unwrap().0.width(), 64);
        let looks = std::cell::Cell::new(0);
        let flag = || looks.replace(looks.get() + 1) > 0;
        assert!(matches!(parquet.groups(&flag).next(), Some(Err(ParquetError::Cancelled))));
        assert_eq!(looks.get(), 2);
    }

    #[test]
    fn what_is_damaged_or_too_large_is_told() {
        let bytes = written(vec![Series::new("a".into(), ["x"; 100]).into()], 100);
        assert!(matches!(Parquet::open(&bytes, 8), Err(ParquetError::TooLarge)));
        assert!(Parquet::open(&bytes[..bytes.len() - 9], 1 << 20).is_err());
        assert!(Parquet::open(b"PAR1", 1 << 20).is_err());
    }
}
