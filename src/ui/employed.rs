//! The headcount of a company, read for its own kit alone: it is given to no other document, kept in
//! no cache and, unless it is one of the sources, written in no project.

use crate::i18n::Catalog;
use crate::jobs::Job;
use crate::loading::{self, Kept, LoadError, With};
use crate::model::IssueKind;
use crate::readers::mapping::Mapping;
use crate::readers::{Control, ReadTable};
use crate::reference::Reference;
use crate::tables::Table;
use crate::tables::headcount::Headcounts;
use std::path::PathBuf;
use std::sync::Arc;

/// A headcount, with what was refused of it.
#[derive(Clone, Debug)]
pub struct Employed {
    pub name: String,
    pub table: Headcounts,
    /// Occupations read, and rows refused.
    pub kept: u32,
    pub refused: u32,
    pub issues: Vec<crate::model::Issue>,
    fingerprint: String,
}

/// Of one name and content.
impl PartialEq for Employed {
    fn eq(&self, other: &Self) -> bool {
        self.name == other.name && self.fingerprint == other.fingerprint
    }
}

impl Eq for Employed {}

/// The headcount; the sentence for why there is none.
pub type Read = Result<Employed, String>;

/// The headcount that a table holds.
pub fn of(read: &ReadTable) -> Option<Employed> {
    let Table::Headcounts(table) = &read.table else { return None };
    Some(Employed {
        name: read.file.clone(),
        table: table.clone(),
        kept: read.rows.kept,
        refused: read.rows.refused,
        issues: read.issues.as_slice().to_vec(),
        fingerprint: read.fingerprint.clone(),
    })
}

/// Reads the headcount of a file, off the window's thread.
///
/// # Errors
/// When the system refuses a thread.
pub fn read(
    path: PathBuf,
    (reference, mappings): (Arc<Reference>, Vec<Mapping>),
    catalog: Arc<Catalog>,
    wake: impl Fn() + Send + 'static,
) -> std::io::Result<Job<Read>> {
    Job::spawn("headcount", wake, move |control| {
        let cancelled = || control.cancelled();
        let progress = |rows| control.rows(rows);
        let watched = Control { cancelled: &cancelled, progress: &progress };
        let with = With { lists: Some(&reference), mappings: &mappings };
        let tables = loading::load(&path, with, &Kept::default(), watched);
        let shown = path.display().to_string();
        let tables = tables.map_err(|error| match error {
            LoadError::File(error) => catalog.file(error.id(), &error.source.to_string(), &shown),
            LoadError::Cancelled | LoadError::Reference(_) => error.to_string(),
        })?;
        let found = tables.iter().find_map(of);
        found.ok_or_else(|| {
            let why = catalog.with("error-not-a-headcount", &[("path", (&shown).into())]);
            // A column that is lacking says more than that there is no headcount.
            let issues = tables.iter().flat_map(|table| table.issues.as_slice());
            let lacking = issues
                .filter(|issue| matches!(issue.kind, IssueKind::LacksColumn { .. }))
                .map(|issue| catalog.issue(issue));
            std::iter::once(why).chain(lacking).collect::<Vec<_>>().join("\n")
        })
    })
}
