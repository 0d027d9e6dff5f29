//! The only module that touches the disk. Sources are read, never written.

#![expect(clippy::disallowed_methods, reason = "the one border with the disk")]

mod new_folder;
mod walk;

pub use new_folder::NewFolder;
pub use walk::{Found, Skipped, expand, find};

use std::collections::BTreeSet;
use std::io::{ErrorKind, Read as _, Seek as _, Write};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};

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
            ErrorKind::DirectoryNotEmpty => "not-empty",
            ErrorKind::StorageFull => "disk-full",
            ErrorKind::IsADirectory | ErrorKind::InvalidInput => "not-a-file",
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
    let (file, size) = open(path, limit)?;
    if size >= IN_HALVES
        && let Some(bytes) = halves(path, &file, size)
    {
        return Ok(bytes);
    }
    let (file, size) = open(path, limit)?;
    let mut bytes = Vec::with_capacity(usize::try_from(size).unwrap_or(0));
    file.take(limit).read_to_end(&mut bytes).map_err(failed(path))?;
    Ok(bytes)
}

/// Bytes from which a file is read in two halves side by side: what takes time is new memory.
const IN_HALVES: u64 = 32 * 1024 * 1024;

/// Both halves of a file; `None` where one cannot be read so, or the file changes meanwhile.
fn halves(path: &Path, mut first: &std::fs::File, size: u64) -> Option<Vec<u8>> {
    let mut second = std::fs::File::open(path).ok()?;
    let of = |file: &std::fs::File| file.metadata().and_then(|data| data.modified()).ok();
    let before = of(first);
    let mut bytes = vec![0; usize::try_from(size).ok()?];
    let middle = bytes.len() / 2;
    let (head, tail) = bytes.split_at_mut(middle);
    second.seek(std::io::SeekFrom::Start(head.len() as u64)).ok()?;
    let read = std::thread::scope(|scope| {
        let second = &mut second;
        // At its end the file has nothing more.
        let rest = scope.spawn(move || {
            second.read_exact(tail).is_ok() && second.read(&mut [0]).is_ok_and(|more| more == 0)
        });
        let begun = first.read_exact(head).is_ok();
        rest.join().is_ok_and(|rest| rest && begun)
    });
    (read && before.is_some() && of(first) == before && of(&second) == before).then_some(bytes)
}

/// Gives a file piece by piece, without holding it, until `piece` says false.
///
/// # Errors
/// When the file cannot be read, or is larger than `limit`.
pub fn read_pieces(
    path: &Path,
    limit: u64,
    mut piece: impl FnMut(&[u8]) -> bool,
) -> Result<(), FileError> {
    /// What stays in the cache of a core while it is looked at.
    const PIECE: usize = 256 * 1024;
    let (file, _) = open(path, limit)?;
    let (mut file, mut bytes) = (file.take(limit), vec![0; PIECE]);
    loop {
        let length = match file.read(&mut bytes) {
            Err(error) if error.kind() == ErrorKind::Interrupted => continue,
            read => read.map_err(failed(path))?,
        };
        let read = bytes.get(..length).unwrap_or_default();
        if read.is_empty() || !piece(read) {
            return Ok(());
        }
    }
}

/// Bytes of a file, as its folder tells.
///
/// # Errors
/// When the file is not there or may not be looked at.
pub fn size(path: &Path) -> Result<u64, FileError> {
    std::fs::metadata(path).map(|data| data.len()).map_err(failed(path))
}

/// Opens a file for reading. What is none is not even opened: a pipe would wait for its writer, a
/// device has no end.
fn open(path: &Path, limit: u64) -> Result<(std::fs::File, u64), FileError> {
    let is_file = std::fs::metadata(path).map_err(failed(path))?.is_file();
    if !is_file {
        let error = std::io::Error::new(ErrorKind::InvalidInput, "not a regular file");
        return Err(failed(path)(error));
    }
    let file = std::fs::File::open(path).map_err(failed(path))?;
    let size = file.metadata().map_err(failed(path))?.len();
    if size > limit {
        let error = std::io::Error::new(ErrorKind::FileTooLarge, "file too large");
        return Err(failed(path)(error));
    }
    Ok((file, size))
}

/// Who may read a file that is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Readers {
    /// As the system decides.
    Usual,
    /// This user alone, where the system knows of users.
    Owner,
    /// The file is of this user alone, its folder as it is.
    OwnerOfFile,
}

/// Writes beside the target, syncs, then renames: the target is the old file or the new one.
/// The previous content is kept as `<name>.bak` when `keep_previous`.
///
/// # Errors
/// When the folder cannot be written; the target is then untouched.
pub fn write_atomic(path: &Path, bytes: &[u8], keep_previous: bool) -> Result<(), FileError> {
    write_for(path, bytes, keep_previous, Readers::Usual)
}

/// As [`write_atomic`], in a folder and a file of this user alone (0700 and 0600 on Unix).
///
/// # Errors
/// When the folder cannot be written; the target is then untouched.
pub fn write_private(path: &Path, bytes: &[u8]) -> Result<(), FileError> {
    write_for(path, bytes, false, Readers::Owner)
}

/// As [`write_private`], of a content that comes in pieces and is never whole in memory. It is not
/// waited for until it is on the disk: what is written so can be told to be damaged. Where `content`
/// fails, nothing is left.
///
/// # Errors
/// When the folder cannot be written, or the content failed; the target is then untouched.
pub fn write_private_by(
    path: &Path,
    content: impl FnOnce(&mut dyn Write) -> std::io::Result<()>,
) -> Result<(), FileError> {
    write_by(path, false, Readers::Owner, |file| {
        let mut buffered = std::io::BufWriter::with_capacity(BUFFER, file);
        content(&mut buffered)?;
        buffered.flush()
    })
}

/// As [`write_atomic`], in a file of this user alone (0600 on Unix) of a folder that stays as it is.
///
/// # Errors
/// When the folder cannot be written; the target is then untouched.
pub fn write_private_file(path: &Path, bytes: &[u8]) -> Result<(), FileError> {
    write_for(path, bytes, false, Readers::OwnerOfFile)
}

/// Bytes of a content in pieces that are written at once.
const BUFFER: usize = 256 * 1024;

fn write_for(
    path: &Path,
    bytes: &[u8],
    keep_previous: bool,
    readers: Readers,
) -> Result<(), FileError> {
    write_by(path, keep_previous, readers, |file| {
        file.write_all(bytes)?;
        file.sync_all()
    })
}

fn write_by(
    path: &Path,
    keep_previous: bool,
    readers: Readers,
    fill: impl FnOnce(&mut std::fs::File) -> std::io::Result<()>,
) -> Result<(), FileError> {
    // Two writers of one target, threads or processes, never share the file beside it.
    static WRITTEN: AtomicU64 = AtomicU64::new(0);
    if let Some(folder) = path.parent().filter(|folder| !folder.as_os_str().is_empty()) {
        make_folder(folder, readers).map_err(failed(folder))?;
    }
    let turn = WRITTEN.fetch_add(1, Ordering::Relaxed);
    let beside = sibling(path, &format!(".{}-{turn}.part", std::process::id()));
    let filled = make(&beside, readers).and_then(|mut file| fill(&mut file));
    let written = filled.map_err(failed(&beside)).and_then(|()| {
        if keep_previous && path.exists() {
            let backup = sibling(path, ".bak");
            std::fs::copy(path, &backup).map_err(failed(&backup))?;
        }
        std::fs::rename(&beside, path).map_err(failed(path))
    });
    if written.is_err() {
        let _ = std::fs::remove_file(&beside);
    }
    written
}

fn make(path: &Path, readers: Readers) -> std::io::Result<std::fs::File> {
    let mut options = std::fs::OpenOptions::new();
    options.write(true).create(true).truncate(true);
    #[cfg(unix)]
    if readers != Readers::Usual {
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    }
    #[cfg(not(unix))]
    let _ = readers;
    options.open(path)
}

fn make_folder(folder: &Path, readers: Readers) -> std::io::Result<()> {
    #[cfg(unix)]
    if readers == Readers::Owner {
        use std::os::unix::fs::{DirBuilderExt as _, PermissionsExt as _};
        std::fs::DirBuilder::new().recursive(true).mode(0o700).create(folder)?;
        let mut permissions = std::fs::symlink_metadata(folder)?.permissions();
        if permissions.mode() & 0o077 != 0 {
            permissions.set_mode(0o700);
            std::fs::set_permissions(folder, permissions)?;
        }
        return Ok(());
    }
    #[cfg(not(unix))]
    let _ = readers;
    std::fs::create_dir_all(folder)
}

/// Whether results of these names could be written into a folder now: to be asked before what is in
/// them is taken for being outside. The folder is made; nothing else is left of the trial.
///
/// # Errors
/// When the folder or one of the files cannot be written, or a result has the path of a source.
pub fn may_write<'a>(
    folder: &Path,
    names: impl IntoIterator<Item = &'a str>,
    sources: &[PathBuf],
) -> Result<(), FileError> {
    let sources: Vec<PathBuf> = sources.iter().map(|source| canonical(source)).collect();
    let paths: Vec<PathBuf> = names.into_iter().map(|name| folder.join(name)).collect();
    for path in paths.iter().filter(|path| path.exists()) {
        if sources.contains(&canonical(path)) {
            return Err(failed(path)(std::io::Error::new(ErrorKind::AlreadyExists, "is a source")));
        }
        // Opened, and left as it is: another program may hold it.
        std::fs::OpenOptions::new().append(true).open(path).map_err(failed(path))?;
    }
    let folders: BTreeSet<&Path> = paths.iter().filter_map(|path| path.parent()).collect();
    for folder in folders {
        let trial = folder.join("bassin.trial");
        let trial = sibling(&trial, &format!("-{}", std::process::id()));
        let told = |error: FileError| {
            let is_here = folder.as_os_str().is_empty();
            FileError { path: if is_here { error.path } else { folder.to_owned() }, ..error }
        };
        write_atomic(&trial, b"", false).map_err(told)?;
        remove(&trial).map_err(told)?;
    }
    Ok(())
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
    may_write(folder, results.iter().map(|(name, _)| name.as_str()), sources)?;
    let paths: Vec<PathBuf> = results.iter().map(|(name, _)| folder.join(name)).collect();
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

pub fn is_folder(path: &Path) -> bool {
    path.is_dir()
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

/// Removes the oldest files of a folder of ours until it holds no more than `limit` bytes. A file
/// that another process removes meanwhile is as good as removed.
///
/// # Errors
/// When the folder cannot be listed, or a file cannot be removed.
pub fn prune(folder: &Path, limit: u64) -> Result<(), FileError> {
    let mut kept = Vec::new();
    for entry in std::fs::read_dir(folder).map_err(failed(folder))? {
        let (path, data) = match entry.and_then(|entry| Ok((entry.path(), entry.metadata()?))) {
            Ok(found) => found,
            Err(error) if error.kind() == ErrorKind::NotFound => continue,
            Err(error) => return Err(failed(folder)(error)),
        };
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
    fn a_large_file_is_read_in_halves() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a");
        let count = u32::try_from(IN_HALVES / 4).unwrap() + 1;
        let bytes: Vec<u8> = (0..count).flat_map(u32::to_le_bytes).collect();
        write_atomic(&path, &bytes, false).unwrap();
        let file = std::fs::File::open(&path).unwrap();
        let size = bytes.len() as u64;
        assert!(halves(&path, &file, size).unwrap() == bytes);
        assert!(read(&path, size).unwrap() == bytes);
        assert_eq!(read(&path, size - 1).unwrap_err().id(), "too-large");
        // What the folder told is no longer so.
        for other in [size - 1, size + 1] {
            let file = std::fs::File::open(&path).unwrap();
            assert!(halves(&path, &file, other).is_none());
        }
    }

    #[test]
    fn pieces_make_the_file() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a");
        let bytes: Vec<u8> = (0..700_000_u32).flat_map(u32::to_le_bytes).collect();
        write_atomic(&path, &bytes, false).unwrap();
        let (mut found, mut pieces) = (Vec::new(), 0);
        let mut add = |piece: &[u8]| {
            found.extend_from_slice(piece);
            pieces += 1;
            true
        };
        read_pieces(&path, 1 << 30, &mut add).unwrap();
        assert!(found == bytes && pieces > 1);
        assert_eq!(size(&path).unwrap(), 4 * 700_000);
        let mut looks = 0;
        let stop = |_: &[u8]| {
            looks += 1;
            false
        };
        read_pieces(&path, 1 << 30, stop).unwrap();
        assert_eq!(looks, 1);
        assert_eq!(read_pieces(&path, 100, |_| true).unwrap_err().id(), "too-large");
        assert_eq!(size(&folder.path().join("b")).unwrap_err().id(), "not-found");
    }

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

    #[test]
    fn what_a_walk_leaves_out_is_counted() {
        let folder = tempfile::tempdir().unwrap();
        let mut deep = folder.path().to_owned();
        for level in 0..10 {
            deep = deep.join(format!("level{level}"));
        }
        for path in [
            folder.path().join("a.csv"),
            folder.path().join(".hidden.csv"),
            folder.path().join("~$a.xlsx"),
            deep.join("too_deep.csv"),
        ] {
            write_atomic(&path, b"a", false).unwrap();
        }
        let found = find(&[folder.path().to_owned()]).unwrap();
        assert_eq!(found.files, [folder.path().join("a.csv")]);
        let expect = Skipped { hidden: 1, locks: 1, deep: 1, ..Skipped::default() };
        assert_eq!(found.skipped, expect);
    }

    #[test]
    fn writers_of_one_target_do_not_meet() {
        let folder = tempfile::tempdir().unwrap();
        let target = folder.path().join("copy");
        std::thread::scope(|scope| {
            for byte in 0..8_u8 {
                let target = &target;
                scope.spawn(move || {
                    for _ in 0..20 {
                        write_atomic(target, &[byte; 5_000], false).unwrap();
                    }
                });
            }
        });
        let bytes = read(&target, 10_000).unwrap();
        assert!(bytes.len() == 5_000 && bytes.iter().all(|byte| *byte == bytes[0]));
        assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 1, "no part is left");
    }

    /// A folder, a device, a pipe without a writer: told at once.
    #[cfg(unix)]
    #[test]
    fn what_is_no_file_is_not_opened() {
        let folder = tempfile::tempdir().unwrap();
        let pipe = folder.path().join("pipe");
        let made = std::process::Command::new("mkfifo").arg(&pipe).status();
        for path in [folder.path(), Path::new("/dev/zero"), &pipe] {
            if path == pipe && !made.as_ref().is_ok_and(std::process::ExitStatus::success) {
                continue;
            }
            assert_eq!(read(path, 1 << 20).unwrap_err().id(), "not-a-file", "{}", path.display());
            assert_eq!(read_pieces(path, 1 << 20, |_| true).unwrap_err().id(), "not-a-file");
        }
    }

    #[test]
    fn a_content_that_fails_leaves_nothing() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("copy");
        let piece = vec![7; BUFFER];
        let given_up = |file: &mut dyn Write| {
            file.write_all(&piece)?;
            file.write_all(&piece)?;
            Err(std::io::Error::other("cancelled"))
        };
        assert!(write_private_by(&path, given_up).is_err());
        assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 0);
        write_private_by(&path, |file| file.write_all(b"abc")).unwrap();
        assert_eq!(read(&path, 10).unwrap(), b"abc");
    }

    #[cfg(unix)]
    #[test]
    fn private_files_are_of_this_user_alone() {
        use std::os::unix::fs::PermissionsExt as _;
        let folder = tempfile::tempdir().unwrap();
        let inside = folder.path().join("cache");
        write_private(&inside.join("copy"), b"a").unwrap();
        let mode = |path: &Path| std::fs::metadata(path).unwrap().permissions().mode() & 0o777;
        assert_eq!((mode(&inside), mode(&inside.join("copy"))), (0o700, 0o600));
    }
}
