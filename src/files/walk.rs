//! The files under given paths, and what is left out on the way.

use crate::files::{FileError, failed};
use std::path::{Path, PathBuf};

/// What a walk through folders left out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Skipped {
    /// Hidden files and folders.
    pub hidden: u32,
    /// Lock files of spreadsheets (`~$…`).
    pub locks: u32,
    /// Links and other things that are neither files nor folders.
    pub links: u32,
    /// Folders below the deepest level walked.
    pub deep: u32,
    /// Folders that cannot be listed.
    pub closed: u32,
}

/// Files found, and what was left out on the way.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Found {
    pub files: Vec<PathBuf>,
    pub skipped: Skipped,
}

impl Found {
    /// Adds what was found elsewhere.
    pub fn add(&mut self, more: Self) {
        let Skipped { hidden, locks, links, deep, closed } = more.skipped;
        self.files.extend(more.files);
        self.skipped.hidden += hidden;
        self.skipped.locks += locks;
        self.skipped.links += links;
        self.skipped.deep += deep;
        self.skipped.closed += closed;
    }
}

/// The files under the given paths, folders walked one level after the other, in name order.
///
/// Hidden files and spreadsheet lock files (`~$…`) are left out; links are not followed.
///
/// # Errors
/// When a path does not exist or a folder cannot be listed.
pub fn expand(paths: &[PathBuf]) -> Result<Vec<PathBuf>, FileError> {
    find(paths).map(|found| found.files)
}

/// As [`expand`], with what was left out.
///
/// # Errors
/// When a given path does not exist, or a given folder cannot be listed.
pub fn find(paths: &[PathBuf]) -> Result<Found, FileError> {
    let mut found = Found::default();
    for path in paths {
        let data = std::fs::metadata(path).map_err(failed(path))?;
        if data.is_dir() {
            walk(path, 0, &mut found)?;
        } else {
            found.files.push(path.clone());
        }
    }
    Ok(found)
}

fn walk(folder: &Path, depth: u32, found: &mut Found) -> Result<(), FileError> {
    const MAX_DEPTH: u32 = 8;
    let mut entries = Vec::new();
    for entry in std::fs::read_dir(folder).map_err(failed(folder))? {
        entries.push(entry.map_err(failed(folder))?);
    }
    entries.sort_by_key(std::fs::DirEntry::file_name);
    for entry in entries {
        let name = entry.file_name();
        let name = name.to_string_lossy();
        if name.starts_with("~$") {
            found.skipped.locks += 1;
            continue;
        }
        if name.starts_with('.') {
            found.skipped.hidden += 1;
            continue;
        }
        let path = entry.path();
        let kind = entry.file_type().map_err(failed(&path))?;
        if kind.is_dir() {
            if depth == MAX_DEPTH {
                found.skipped.deep += 1;
            } else if walk(&path, depth + 1, found).is_err() {
                // What was found in it before stays; the rest of the walk goes on.
                found.skipped.closed += 1;
            }
        } else if kind.is_file() {
            found.files.push(path);
        } else {
            found.skipped.links += 1;
        }
    }
    Ok(())
}
