//! Bytes → recognised tables, with every row accounted for. Never opens a file.
//!
//! Recognition is by content: the header decides, not the file name, the sheet name or the
//! column order. A reader never fails on content: it returns what it could read and an issue,
//! with its place, for the rest.

use crate::model::{FapVersion, Issues, Kind, Reason, RowCount};
use crate::tables::Table;

/// One recognised table: a sheet of a workbook, a text file, or a member of an archive.
#[derive(Clone, Debug)]
pub struct ReadTable {
    /// File name as given, without folders.
    pub file: String,
    /// SHA-256 of the whole file, hexadecimal.
    pub fingerprint: String,
    /// Size of the whole file in bytes.
    pub bytes: u64,
    pub kind: Kind,
    /// Year of the data.
    pub vintage: Option<u16>,
    /// Edition of its FAP codes, for the kinds that carry some.
    pub fap_version: Option<FapVersion>,
    pub sheet: Option<String>,
    pub reasons: Vec<Reason>,
    pub rows: RowCount,
    /// Masked cells (`*`) kept as such.
    pub masked_cells: u32,
    pub issues: Issues,
    pub table: Table,
}

/// Progress and cancellation of a long read.
#[derive(Clone, Copy)]
pub struct Control<'a> {
    /// Looked at every 4,096 cells at most.
    pub cancelled: &'a (dyn Fn() -> bool + Sync),
    /// Called with the part done, 0–1.
    pub progress: &'a (dyn Fn(f32) + Sync),
}

/// The read was cancelled: nothing of it is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("cancelled")]
pub struct Cancelled;
