//! The only module that touches the disk. Sources are read, never written.

#![expect(clippy::disallowed_methods, reason = "the one border with the disk")]

use std::io::{ErrorKind, Read as _, Write as _};
use std::path::{Path, PathBuf};

/// A file that could not be read or written. Message first, path last.
#[derive(Debug, thiserror::Error)]
#[error("{source}: {}", path.display())]
pub struct FileError {
    pub path: PathBuf,
    #[source]
    pub source: std::io::Error,
}

impl FileError {
    /// Stable identifier of the kind of failure, for its sentence.
    pub fn id(&self) -> &'static str {
        match self.source.kind() {
            ErrorKind::NotFound => "not-found",
            ErrorKind::PermissionDenied => "permission",
            ErrorKind::FileTooLarge => "too-large",
            ErrorKind::AlreadyExists => "is-source",
            ErrorKind::StorageFull => "disk-full",
            _ => "other",
        }
    }
}

fn failed(path: &Path) -> impl FnOnce(std::io::Error) -> FileError + '_ {
    move |source| FileError { path: path.to_owned(), source }
}

/// Reads a whole file, but never more than `limit` bytes.
///
/// # Errors
/// When the file cannot be read, or is larger than `limit`.
pub fn read(path: &Path, limit: u64) -> Result<Vec<u8>, FileError> {
    let file = std::fs::File::open(path).map_err(failed(path))?;
    let size = file.metadata().map_err(failed(path))?.len();
    if size > limit {
        let error = std::io::Error::new(ErrorKind::FileTooLarge, "file too large");
        return Err(failed(path)(error));
    }
    let mut bytes = Vec::with_capacity(usize::try_from(size).unwrap_or(0));
    file.take(limit).read_to_end(&mut bytes).map_err(failed(path))?;
    Ok(bytes)
}

/// The files under the given paths, folders walked one level after the other, in name order.
///
/// Hidden files and spreadsheet lock files (`~$…`) are left out; links are not followed.
///
/// # Errors
/// When a path does not exist or a folder cannot be listed.
pub fn expand(paths: &[PathBuf]) -> Result<Vec<PathBuf>, FileError> {
    let mut found = Vec::new();
    for path in paths {
        let data = std::fs::metadata(path).map_err(failed(path))?;
        if data.is_dir() {
            walk(path, 0, &mut found)?;
        } else {
            found.push(path.clone());
        }
    }
    Ok(found)
}

fn walk(folder: &Path, depth: u32, found: &mut Vec<PathBuf>) -> Result<(), FileError> {
    const MAX_DEPTH: u32 = 8;
    let mut entries = Vec::new();
    for entry in std::fs::read_dir(folder).map_err(failed(folder))? {
        entries.push(entry.map_err(failed(folder))?);
    }
    entries.sort_by_key(std::fs::DirEntry::file_name);
    for entry in entries {
        let name = entry.file_name();
        let name = name.to_string_lossy();
        if name.starts_with('.') || name.starts_with("~$") {
            continue;
        }
        let path = entry.path();
        let kind = entry.file_type().map_err(failed(&path))?;
        if kind.is_dir() && depth < MAX_DEPTH {
            walk(&path, depth + 1, found)?;
        } else if kind.is_file() {
            found.push(path);
        }
    }
    Ok(())
}

/// Writes beside the target, syncs, then renames: the target is the old file or the new one.
/// The previous content is kept as `<name>.bak` when `keep_previous`.
///
/// # Errors
/// When the folder cannot be written; the target is then untouched.
pub fn write_atomic(path: &Path, bytes: &[u8], keep_previous: bool) -> Result<(), FileError> {
    if let Some(folder) = path.parent().filter(|folder| !folder.as_os_str().is_empty()) {
        std::fs::create_dir_all(folder).map_err(failed(folder))?;
    }
    let beside = sibling(path, ".part");
    let mut file = std::fs::File::create(&beside).map_err(failed(&beside))?;
    file.write_all(bytes).map_err(failed(&beside))?;
    file.sync_all().map_err(failed(&beside))?;
    drop(file);
    if keep_previous && path.exists() {
        let backup = sibling(path, ".bak");
        std::fs::copy(path, &backup).map_err(failed(&backup))?;
    }
    std::fs::rename(&beside, path).map_err(failed(path))
}

/// Writes results into a folder, and never over one of the sources they were computed from:
/// either all may be written, or none is. Gives the paths written, in order.
///
/// # Errors
/// When the folder cannot be written, or a result has the path of a source.
pub fn write_results(
    folder: &Path,
    results: &[(String, Vec<u8>)],
    sources: &[PathBuf],
) -> Result<Vec<PathBuf>, FileError> {
    let sources: Vec<PathBuf> = sources.iter().map(|source| canonical(source)).collect();
    let paths: Vec<PathBuf> = results.iter().map(|(name, _)| folder.join(name)).collect();
    for path in paths.iter().filter(|path| path.exists()) {
        if sources.contains(&canonical(path)) {
            return Err(failed(path)(std::io::Error::new(ErrorKind::AlreadyExists, "is a source")));
        }
    }
    for (path, (_, bytes)) in paths.iter().zip(results) {
        write_atomic(path, bytes, false)?;
    }
    Ok(paths)
}

/// Removes a file of ours; one that is not there is as good as removed.
///
/// # Errors
/// When the file is there and stays.
pub fn remove(path: &Path) -> Result<(), FileError> {
    match std::fs::remove_file(path) {
        Err(error) if error.kind() != ErrorKind::NotFound => Err(failed(path)(error)),
        _ => Ok(()),
    }
}

fn sibling(path: &Path, suffix: &str) -> PathBuf {
    let mut name = path.file_name().unwrap_or_default().to_owned();
    name.push(suffix);
    path.with_file_name(name)
}

pub fn exists(path: &Path) -> bool {
    path.exists()
}

/// The path with links and `..` resolved, or as it is when it does not exist.
pub fn canonical(path: &Path) -> PathBuf {
    std::fs::canonicalize(path).unwrap_or_else(|_| path.to_owned())
}

/// The home folder of the user.
pub fn home() -> Option<PathBuf> {
    directories::BaseDirs::new().map(|dirs| dirs.home_dir().to_owned())
}

/// Where settings, recent projects and logs go; `None` when the system has no home folder.
///
/// A folder `bassin-data` beside the executable, if present, replaces it (portable use).
pub fn user_folder() -> Option<PathBuf> {
    let portable = std::env::current_exe()
        .ok()
        .and_then(|exe| exe.parent().map(|folder| folder.join("bassin-data")))
        .filter(|folder| folder.is_dir());
    portable.or_else(|| {
        directories::ProjectDirs::from("fr", "", "Bassin").map(|dirs| dirs.data_dir().to_owned())
    })
}

/// Where copies that can be made again go; `None` when the system has no home folder.
pub fn cache_folder() -> Option<PathBuf> {
    let portable = user_folder().filter(|folder| folder.ends_with("bassin-data"));
    portable.map(|folder| folder.join("cache")).or_else(|| {
        directories::ProjectDirs::from("fr", "", "Bassin").map(|dirs| dirs.cache_dir().to_owned())
    })
}

/// Removes the oldest files of a folder of ours until it holds no more than `limit` bytes.
///
/// # Errors
/// When the folder cannot be listed, or a file cannot be removed.
pub fn prune(folder: &Path, limit: u64) -> Result<(), FileError> {
    let mut kept = Vec::new();
    for entry in std::fs::read_dir(folder).map_err(failed(folder))? {
        let data = entry.and_then(|entry| Ok((entry.path(), entry.metadata()?)));
        let (path, data) = data.map_err(failed(folder))?;
        if data.is_file() {
            kept.push((data.modified().ok(), data.len(), path));
        }
    }
    kept.sort();
    let mut size: u64 = kept.iter().map(|(_, length, _)| length).sum();
    for (_, length, path) in kept {
        if size <= limit {
            break;
        }
        remove(&path)?;
        size = size.saturating_sub(length);
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_full_folder_loses_its_oldest_files() {
        let folder = tempfile::tempdir().unwrap();
        for (place, name) in ["a", "b", "c"].iter().enumerate() {
            let path = folder.path().join(name);
            write_atomic(&path, &[0; 100], false).unwrap();
            let age = std::time::Duration::from_secs(100 - 10 * place as u64);
            let file = std::fs::File::options().write(true).open(&path).unwrap();
            file.set_modified(std::time::SystemTime::now() - age).unwrap();
        }
        prune(folder.path(), 200).unwrap();
        let left = |name: &str| folder.path().join(name).exists();
        assert_eq!((left("a"), left("b"), left("c")), (false, true, true));
    }
}
