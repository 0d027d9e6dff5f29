//! Parquet files as rows: the names of their columns, then their cells.

use crate::model::IssueKind;
use crate::readers::MAX_MEMBER;
use crate::readers::cells::{Buffer, Cells};
use crate::readers::sheet::Sheet;
use crate::readers::watch::{Flag, NEVER};
use crate::tables::parquet::{Parquet, ParquetError};

pub fn is_parquet(bytes: &[u8]) -> bool {
    bytes.starts_with(b"PAR1")
}

pub struct Table<'a> {
    parquet: Parquet<'a>,
    cancelled: Flag<'a>,
}

impl<'a> Table<'a> {
    /// # Errors
    /// When the file is damaged, or holds more than is read.
    pub fn open(bytes: &'a [u8]) -> Result<Self, IssueKind> {
        Self::open_watched(bytes, NEVER)
    }

    /// As [`Table::open`]; its rows end once the flag is set.
    ///
    /// # Errors
    /// As [`Table::open`].
    pub fn open_watched(bytes: &'a [u8], cancelled: Flag<'a>) -> Result<Self, IssueKind> {
        match Parquet::open(bytes, MAX_MEMBER) {
            Ok(parquet) => Ok(Self { parquet, cancelled }),
            Err(ParquetError::TooLarge) => Err(IssueKind::TooLarge { limit_mib: 512 }),
            Err(error) => Err(IssueKind::Damaged { detail: error.to_string() }),
        }
    }
}

impl Sheet for Table<'_> {
    /// The first row holds the names; a row's number is its rank below them.
    fn for_each_row(
        &mut self,
        visit: &mut dyn FnMut(u32, Cells<'_>) -> bool,
    ) -> Result<(), String> {
        let width = self.parquet.names().len();
        if !visit(0, Buffer::of(self.parquet.names()).cells()) {
            return Ok(());
        }
        let mut number = 0;
        let mut cells = Buffer::default();
        for group in self.parquet.groups(self.cancelled) {
            let group = group.map_err(|error| error.to_string())?;
            for row in 0..group.height() {
                number += 1;
                cells.clear();
                for column in 0..width {
                    cells.put(column, |into| group.write(row, column, into));
                }
                if !visit(number, cells.cells()) {
                    return Ok(());
                }
            }
        }
        Ok(())
    }
}
