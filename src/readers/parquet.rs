//! Parquet files as rows: the names of their columns, then their cells.

use crate::model::{IssueKind, Kind, Place, Reason};
use crate::readers::cells::{Buffer, Cells};
use crate::readers::sheet::Sheet;
use crate::readers::watch::{Flag, NEVER};
use crate::readers::{Cancelled, Control, Knowing, MAX_MEMBER, ReadTable, failed, read_alone};
use crate::tables::parquet::{Parquet, ParquetError};

pub fn is_parquet(bytes: &[u8]) -> bool {
    bytes.starts_with(b"PAR1")
}

/// The table of a file; cells that it has and that are none are told by column.
///
/// # Errors
/// Only when cancelled.
pub fn read_parquet(
    bytes: &[u8],
    blank: &ReadTable,
    knowing: Knowing<'_>,
    control: Control<'_>,
) -> Result<Vec<ReadTable>, Cancelled> {
    let mut table = match Table::open_watched(bytes, control.cancelled) {
        Ok(table) => table,
        Err(kind) => return Ok(vec![failed(blank, kind)]),
    };
    let reason = Reason::Structure("Parquet".to_owned());
    let mut tables = read_alone(&mut table, blank, knowing, control, &[reason])?;
    if let Some(first) = tables.first_mut().filter(|first| first.kind != Kind::Unknown) {
        table.tell(first);
    }
    Ok(tables)
}

pub struct Table<'a> {
    parquet: Parquet<'a>,
    cancelled: Flag<'a>,
    /// Cells of each column that are no number or infinite.
    not_finite: Vec<u32>,
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
            Ok(parquet) => {
                let not_finite = vec![0; parquet.names().len()];
                Ok(Self { parquet, cancelled, not_finite })
            }
            Err(ParquetError::TooLarge) => Err(IssueKind::TooLarge { limit_mib: 512 }),
            Err(error) => Err(IssueKind::Damaged { detail: error.to_string() }),
        }
    }

    /// Tells cells that were read as unknown, of the columns that are read.
    fn tell(&self, table: &mut ReadTable) {
        let is_read = |name: &str| {
            !table.reasons.iter().any(|reason| match reason {
                Reason::IgnoredColumns(columns) => columns.iter().any(|one| one == name.trim()),
                _ => false,
            })
        };
        let mut told = Vec::new();
        for (place, (name, count)) in self.parquet.names().iter().zip(&self.not_finite).enumerate()
        {
            if self.parquet.has_parts(place) {
                told.push((name.clone(), IssueKind::CellsOfParts));
            } else if *count > 0 {
                told.push((name.clone(), IssueKind::NotFinite { count: *count }));
            }
        }
        told.retain(|(name, _)| is_read(name));
        for (name, kind) in told {
            let place = Place { column: Some(name), ..Place::default() };
            table.issues.warning(place, kind);
        }
    }
}

impl Sheet for Table<'_> {
    /// The first row holds the names; a row's number is its rank below them.
    fn for_each_row(
        &mut self,
        visit: &mut dyn FnMut(u32, Cells<'_>) -> bool,
    ) -> Result<(), String> {
        if !visit(0, Buffer::of(self.parquet.names()).cells()) {
            return Ok(());
        }
        self.not_finite.fill(0);
        let mut number = 0;
        let mut cells = Buffer::default();
        for group in self.parquet.groups(self.cancelled) {
            let group = group.map_err(|error| error.to_string())?;
            for row in 0..group.height() {
                number += 1;
                cells.clear();
                for (column, not_finite) in self.not_finite.iter_mut().enumerate() {
                    let is_finite = cells.put(column, |into| group.write(row, column, into));
                    *not_finite += u32::from(!is_finite);
                }
                if !visit(number, cells.cells()) {
                    return Ok(());
                }
            }
        }
        Ok(())
    }
}
