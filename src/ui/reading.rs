//! Reads the sources of a project off the window's thread.

use crate::files::{self, FileError};
use crate::jobs::{Control, Job};
use crate::loading::{self, Kept, LoadError};
use crate::project::{Origin, dated, is_undated};
use crate::readers::mapping::{self, Mapping};
use crate::readers::{self, ReadTable};
use crate::reference::Reference;
use crate::sample;
use crate::ui::screens::mapping::Draft;
use std::collections::BTreeMap;
use std::sync::Arc;

/// Bytes of a file whose first rows are looked at, at most.
const MAX_PEEK: u64 = 1024 * 1024 * 1024;

/// What became of a source.
#[derive(Clone, Debug)]
pub enum Loaded {
    Waiting,
    /// One table for each sheet or member recognised.
    Read(Vec<Arc<ReadTable>>),
    Missing,
    Refused(String),
    Cancelled,
}

impl Loaded {
    /// Whether only the user knows the year of one of its tables.
    pub fn has_undated(&self) -> bool {
        matches!(self, Self::Read(tables) if tables.iter().any(|table| is_undated(table)))
    }

    /// With the years that the user gave to surveys that do not say theirs.
    pub(super) fn dated(mut self, years: &BTreeMap<String, u16>) -> Self {
        if let Self::Read(tables) = &mut self {
            for table in tables.iter_mut().filter(|table| is_undated(table)) {
                dated(Arc::make_mut(table), years);
            }
        }
        self
    }
}

/// Starts reading one source.
///
/// # Errors
/// When the system refuses a thread.
pub fn start(
    origin: Origin,
    reference: Arc<Reference>,
    mappings: Vec<Mapping>,
    kept: Kept,
    wake: impl Fn() + Send + 'static,
) -> std::io::Result<Job<Loaded>> {
    Job::spawn("reading", wake, move |control| read(&origin, &reference, &mappings, &kept, control))
}

/// A mapping of a source begun, or the key of the words for why not.
pub type Begun = Result<Draft, &'static str>;

/// Looks at the first rows of a source and proposes what fills each field.
///
/// # Errors
/// When the system refuses a thread.
pub fn begin_mapping(
    origin: Origin,
    former: Vec<Mapping>,
    wake: impl Fn() + Send + 'static,
) -> std::io::Result<Job<Begun>> {
    Job::spawn("peek", wake, move |_| {
        let bytes = bytes(&origin).map_err(|_| "mapping-nothing")?;
        Draft::new(origin, mapping::peek(&bytes), former)
    })
}

/// The content of a source, or what became of it.
fn bytes(origin: &Origin) -> Result<Vec<u8>, Loaded> {
    match origin {
        Origin::Sample(name) => sample::file(name).map(<[u8]>::to_vec).ok_or(Loaded::Missing),
        Origin::File(path) => files::read(path, MAX_PEEK).map_err(|error| failed(&error)),
    }
}

/// Told as the issues of a table are, in the language of the window.
fn failed(error: &FileError) -> Loaded {
    if error.source.kind() == std::io::ErrorKind::NotFound {
        Loaded::Missing
    } else {
        Loaded::Read(vec![Arc::new(loading::unopened(error))])
    }
}

fn read(
    origin: &Origin,
    reference: &Reference,
    mappings: &[Mapping],
    kept: &Kept,
    control: &Control,
) -> Loaded {
    let cancelled = || control.cancelled();
    let progress = |rows| control.rows(rows);
    let watched = readers::Control { cancelled: &cancelled, progress: &progress };
    let with = loading::With { lists: Some(reference), mappings };
    let tables = match origin {
        Origin::File(path) => loading::load(path, with, kept, watched),
        Origin::Sample(name) => match sample::file(name) {
            Some(bytes) => loading::load_bytes(name, bytes, with, kept, watched),
            None => return Loaded::Missing,
        },
    };
    match tables {
        Ok(tables) => Loaded::Read(tables.into_iter().map(Arc::new).collect()),
        Err(LoadError::Cancelled) => Loaded::Cancelled,
        Err(LoadError::File(error)) => failed(&error),
        Err(error @ LoadError::Reference(_)) => Loaded::Refused(error.to_string()),
    }
}
