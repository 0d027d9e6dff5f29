//! What became of files that were to be written.

use std::path::PathBuf;

/// The files written, or why they could not be.
pub type Written = Result<Vec<PathBuf>, String>;
