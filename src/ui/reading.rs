//! Reads the sources of a project, one after the other, off the window's thread.

use crate::files;
use crate::jobs::{Control, Job};
use crate::project::Origin;
use crate::readers::{self, ReadTable};
use crate::reference::Reference;
use crate::sample;
use std::sync::Arc;

/// Bytes of one source file, at most.
const MAX_FILE: u64 = 1024 * 1024 * 1024;

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

/// Starts reading one source.
///
/// # Errors
/// When the system refuses a thread.
pub fn start(
    origin: Origin,
    reference: Arc<Reference>,
    wake: impl Fn() + Send + 'static,
) -> std::io::Result<Job<Loaded>> {
    Job::spawn("reading", wake, move |control| read(&origin, &reference, control))
}

fn read(origin: &Origin, reference: &Reference, control: &Control) -> Loaded {
    let bytes = match origin {
        Origin::Sample(name) => match sample::file(name) {
            Some(bytes) => bytes.to_vec(),
            None => return Loaded::Missing,
        },
        Origin::File(path) => match files::read(path, MAX_FILE) {
            Ok(bytes) => bytes,
            Err(error) if error.source.kind() == std::io::ErrorKind::NotFound => {
                return Loaded::Missing;
            }
            Err(error) => return Loaded::Refused(error.source.to_string()),
        },
    };
    let cancelled = || control.cancelled();
    let progress = |rows| control.rows(rows);
    let watched = readers::Control { cancelled: &cancelled, progress: &progress };
    match readers::read(&origin.name(), &bytes, reference, watched) {
        Ok(tables) => Loaded::Read(tables.into_iter().map(Arc::new).collect()),
        Err(readers::Cancelled) => Loaded::Cancelled,
    }
}
