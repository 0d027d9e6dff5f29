//! A table before anything is read of it: what every reader begins with, and what stands for a file
//! that could not be opened.

use crate::model::{Issues, Kind, RowCount};
use crate::readers::ReadTable;
use crate::tables::Table;

impl ReadTable {
    /// A file of which nothing is known yet.
    pub fn blank(file: &str) -> Self {
        Self {
            file: file.to_owned(),
            fingerprint: String::new(),
            bytes: 0,
            kind: Kind::Unknown,
            vintage: None,
            fap_version: None,
            sheet: None,
            reasons: Vec::new(),
            rows: RowCount::default(),
            masked_cells: 0,
            issues: Issues::default(),
            table: Table::None,
        }
    }
}
