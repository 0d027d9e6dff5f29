//! The sheets of a workbook: those read, those that the user may map, those left aside.

use crate::model::{Issue, IssueKind, Kind, Place, Severity};
use crate::readers::{ReadTable, failed};

/// The sheets of a workbook, by what they are.
#[derive(Default)]
pub struct Sheets {
    found: Vec<ReadTable>,
    unknown: Vec<ReadTable>,
    /// Sheets that are not read, and why.
    pub aside: Vec<(String, IssueKind)>,
}

impl Sheets {
    pub fn take(&mut self, name: &str, tables: Vec<ReadTable>) {
        for table in tables {
            let is_empty = |issue: &Issue| issue.kind == IssueKind::EmptySheet;
            if table.kind != Kind::Unknown {
                self.found.push(table);
            } else if table.issues.as_slice().iter().all(is_empty) {
                self.aside.push((name.to_owned(), IssueKind::EmptySheet));
            } else {
                self.unknown.push(table);
            }
        }
    }

    /// The tables found, then those that the user may map.
    pub fn finish(self, blank: &ReadTable) -> Vec<ReadTable> {
        let Self { mut found, mut unknown, mut aside } = self;
        // The dictionary sheet of a survey says nothing once its data sheet was read.
        if found.iter().any(|table| table.kind == Kind::Bmo) {
            let of_words = |table: &mut ReadTable| table.kind == Kind::BmoDictionary;
            for table in found.extract_if(.., of_words) {
                aside.push((table.sheet.unwrap_or_default(), IssueKind::DocumentationOnly));
            }
        }
        // Beside tables that are read, a sheet of another kind is no fault.
        if !found.is_empty() {
            for table in &mut unknown {
                table.issues.weigh(&IssueKind::Unrecognised, Severity::Notice);
            }
        }
        found.append(&mut unknown);
        if found.is_empty() {
            found.push(failed(blank, IssueKind::NoUsableRow));
        }
        if let Some(first) = found.first_mut() {
            for (name, kind) in aside {
                first.issues.notice(Place::sheet(&name), kind);
            }
        }
        found
    }
}
