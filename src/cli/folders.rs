//! The files under the paths given, and what is left out of folders.

use crate::cli::{Failure, complain, file_failure};
use crate::files::{self, Found};
use crate::i18n::Catalog;
use crate::words;
use std::path::PathBuf;

/// The files under paths and folders; what is left out of folders is said once.
pub fn expand(paths: &[PathBuf], catalog: &Catalog) -> Result<Vec<PathBuf>, Failure> {
    let found = files::find(paths).map_err(|error| file_failure(&error, catalog))?;
    Ok(told(found, catalog))
}

/// The files found, once it is said what is left out.
pub fn told(found: Found, catalog: &Catalog) -> Vec<PathBuf> {
    let Found { files, skipped } = found;
    if let Some(told) = words::left_out(&skipped, catalog) {
        complain(&told);
    }
    files
}
