//! A source from the disk to its tables: from the cache when its content was read before.
//!
//! The window and the command line read through here, several sources at a time.

use crate::cache;
use crate::files::{self, FileError};
use crate::readers::{Cancelled, Control, Knowing, ReadTable, fingerprint, read_known, read_with};
use std::path::{Path, PathBuf};

/// Bytes of one source file, at most.
const MAX_FILE: u64 = 1024 * 1024 * 1024;
/// A smaller file is read again as fast as its copy in the cache.
const WORTH_KEEPING: usize = 256 * 1024;
/// Bytes of the cache, at most.
const MAX_CACHE: u64 = 2 * 1024 * 1024 * 1024;

/// Why a source could not be loaded. What is wrong inside a file is an issue of its tables.
#[derive(Debug, thiserror::Error)]
pub enum LoadError {
    #[error(transparent)]
    File(#[from] FileError),
    #[error("cancelled")]
    Cancelled,
}

impl From<Cancelled> for LoadError {
    fn from(_: Cancelled) -> Self {
        Self::Cancelled
    }
}

/// Where tables that were read are kept; none: every file is read.
#[derive(Clone, Debug, Default)]
pub struct Kept {
    pub folder: Option<PathBuf>,
}

impl Kept {
    /// In the cache folder of this user.
    pub fn of_user() -> Self {
        Self { folder: files::cache_folder() }
    }
}

/// The tables of a file.
///
/// # Errors
/// When the file cannot be read, or the work was cancelled.
pub fn load(
    path: &Path,
    knowing: Knowing<'_>,
    kept: &Kept,
    control: Control<'_>,
) -> Result<Vec<ReadTable>, LoadError> {
    let bytes = files::read(path, MAX_FILE)?;
    let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    load_bytes(&name, &bytes, knowing, kept, control)
}

/// The tables of a content.
///
/// # Errors
/// When the work was cancelled.
pub fn load_bytes(
    name: &str,
    bytes: &[u8],
    knowing: Knowing<'_>,
    kept: &Kept,
    control: Control<'_>,
) -> Result<Vec<ReadTable>, LoadError> {
    let Some(folder) = kept.folder.as_ref().filter(|_| bytes.len() >= WORTH_KEEPING) else {
        return Ok(read_with(name, bytes, knowing, control)?);
    };
    let fingerprint = fingerprint(bytes);
    let place = folder.join(cache::key(&fingerprint, knowing.mappings));
    if let Ok(copy) = files::read(&place, MAX_FILE) {
        if let Some(mut tables) = cache::open(&copy) {
            for table in &mut tables {
                name.clone_into(&mut table.file);
            }
            return Ok(tables);
        }
        // A damaged copy is worth nothing; the source is read instead.
        let _ = files::remove(&place);
    }
    let tables = read_known(name, bytes, &fingerprint, knowing, control)?;
    if let Some(copy) = cache::seal(&tables) {
        let written = files::write_atomic(&place, &copy, false)
            .and_then(|()| files::prune(folder, MAX_CACHE));
        if let Err(error) = written {
            log::warn!("cache: {error}");
        }
    }
    Ok(tables)
}
