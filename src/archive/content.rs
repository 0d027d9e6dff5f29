//! What a source is, as far as its place in an archive is concerned.

use crate::model::{Custody, IssueKind, Kind};
use crate::project::Origin;
use crate::readers::ReadTable;
use std::borrow::Borrow;

/// A source of the project; no content where it is not there or cannot be opened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Described {
    pub origin: Origin,
    pub content: Option<Content>,
}

/// What was read of a source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Content {
    /// SHA-256, hexadecimal.
    pub fingerprint: String,
    pub bytes: u64,
    /// Kind and year of each table, each once.
    pub tables: Vec<(Kind, Option<u16>)>,
    /// That of the table that is kept closest.
    pub custody: Custody,
    /// Some of it was not read, and may hold anything: it is kept as answers are.
    pub unread: bool,
}

impl Content {
    /// Of all the tables of one file; `None` where it could not be opened.
    pub fn of<T: Borrow<ReadTable>>(tables: &[T]) -> Option<Self> {
        let first: &ReadTable = tables.first()?.borrow();
        if first.fingerprint.is_empty() {
            return None;
        }
        let mut found: Vec<(Kind, Option<u16>)> = Vec::new();
        let mut unread = false;
        let mut custody = Custody::Public;
        for table in tables.iter().map(Borrow::<ReadTable>::borrow) {
            if !found.contains(&(table.kind, table.vintage)) {
                found.push((table.kind, table.vintage));
            }
            let hidden = |kind: &IssueKind| matches!(kind, IssueKind::HiddenSheet);
            unread |= matches!(table.kind, Kind::Unknown | Kind::ReadMe)
                || table.issues.as_slice().iter().any(|issue| hidden(&issue.kind));
            custody = custody.max(table.kind.custody());
        }
        Some(Self {
            fingerprint: first.fingerprint.clone(),
            bytes: first.bytes,
            tables: found,
            custody: if unread { Custody::Respondents } else { custody },
            unread,
        })
    }

    /// Its kind, for a name that tells no more.
    pub fn kind(&self) -> Kind {
        let closest = self.tables.iter().map(|(kind, _)| *kind).max_by_key(|kind| kind.custody());
        closest.unwrap_or(Kind::Unknown)
    }
}
