//! A folder of ours from its first file on: nothing in it is replaced, nothing is written beside it,
//! and what was written is taken away again when the work is given up.

use crate::files::{FileError, Readers, failed, make_folder};
use std::io::{ErrorKind, Write as _};
use std::path::{Component, Path, PathBuf};

/// Dropped without [`NewFolder::keep`], it is as if it had never been.
#[derive(Debug)]
pub struct NewFolder {
    folder: PathBuf,
    readers: Readers,
    files: Vec<PathBuf>,
    /// Made here, the outermost first.
    folders: Vec<PathBuf>,
    kept: bool,
}

impl NewFolder {
    /// A folder that is not there, or has nothing in it; `private`: of this user alone.
    ///
    /// # Errors
    /// When there is something in it, or it cannot be made.
    pub fn at(folder: &Path, private: bool) -> Result<Self, FileError> {
        let readers = if private { Readers::Owner } else { Readers::Usual };
        let mut made = Self {
            folder: folder.to_owned(),
            readers,
            files: Vec::new(),
            folders: Vec::new(),
            kept: false,
        };
        match std::fs::read_dir(folder) {
            Ok(mut entries) => {
                if entries.next().is_some() {
                    return Err(failed(folder)(ErrorKind::DirectoryNotEmpty.into()));
                }
            }
            Err(error) if error.kind() == ErrorKind::NotFound => made.make(folder)?,
            Err(error) => return Err(failed(folder)(error)),
        }
        Ok(made)
    }

    /// Makes a folder with those above it, and remembers which were not there.
    fn make(&mut self, folder: &Path) -> Result<(), FileError> {
        let mut missing: Vec<&Path> = folder
            .ancestors()
            .take_while(|above| !above.as_os_str().is_empty() && !above.exists())
            .collect();
        missing.reverse();
        for path in missing {
            make_folder(path, self.readers).map_err(failed(path))?;
            self.folders.push(path.to_owned());
        }
        Ok(())
    }

    /// Writes a file of a name with `/`, which is nowhere yet.
    ///
    /// # Errors
    /// When the name leads elsewhere, the file is there, or it cannot be written.
    pub fn put(&mut self, name: &str, bytes: &[u8]) -> Result<PathBuf, FileError> {
        let path = self.folder.join(name);
        let plain = |part: Component<'_>| matches!(part, Component::Normal(_));
        if name.is_empty() || !Path::new(name).components().all(plain) {
            return Err(failed(&path)(ErrorKind::InvalidInput.into()));
        }
        if let Some(folder) = path.parent() {
            self.make(folder)?;
        }
        let mut options = std::fs::OpenOptions::new();
        // Never one that is there, nor what a link leads to.
        options.write(true).create_new(true);
        #[cfg(unix)]
        if self.readers == Readers::Owner {
            std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
        }
        let mut file = options.open(&path).map_err(failed(&path))?;
        self.files.push(path.clone());
        file.write_all(bytes).and_then(|()| file.sync_all()).map_err(failed(&path))?;
        Ok(path)
    }

    /// What was written stays.
    pub fn keep(mut self) -> Vec<PathBuf> {
        self.kept = true;
        std::mem::take(&mut self.files)
    }
}

impl Drop for NewFolder {
    fn drop(&mut self) {
        if self.kept {
            return;
        }
        for file in &self.files {
            let _ = std::fs::remove_file(file);
        }
        // One that somebody put something into stays.
        for folder in self.folders.iter().rev() {
            let _ = std::fs::remove_dir(folder);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_given_up_was_never_there() {
        let root = tempfile::tempdir().unwrap();
        let folder = root.path().join("a/b");
        let mut made = NewFolder::at(&folder, false).unwrap();
        made.put("c/d.csv", b"1").unwrap();
        assert!(folder.join("c/d.csv").exists());
        drop(made);
        assert_eq!(std::fs::read_dir(root.path()).unwrap().count(), 0);
        let mut made = NewFolder::at(&folder, false).unwrap();
        made.put("d.csv", b"1").unwrap();
        assert_eq!(made.keep(), [folder.join("d.csv")]);
        assert_eq!(std::fs::read(folder.join("d.csv")).unwrap(), b"1");
    }

    #[test]
    fn nothing_is_replaced_and_nothing_is_written_elsewhere() {
        let root = tempfile::tempdir().unwrap();
        let folder = root.path().join("a");
        std::fs::create_dir(&folder).unwrap();
        let mut made = NewFolder::at(&folder, false).unwrap();
        made.put("x", b"1").unwrap();
        for name in ["x", "../y", "/bassin-never", "", "b/../../y", "."] {
            assert!(made.put(name, b"2").is_err(), "{name}");
        }
        drop(made);
        assert!(folder.exists(), "it was there before");
        std::fs::write(folder.join("kept"), b"1").unwrap();
        assert_eq!(NewFolder::at(&folder, false).unwrap_err().id(), "not-empty");
        assert_eq!(std::fs::read_dir(root.path()).unwrap().count(), 1);
    }

    #[cfg(unix)]
    #[test]
    fn a_link_is_not_followed_and_answers_are_of_this_user_alone() {
        use std::os::unix::fs::PermissionsExt as _;
        let root = tempfile::tempdir().unwrap();
        let (folder, outside) = (root.path().join("a"), root.path().join("outside"));
        let mut made = NewFolder::at(&folder, true).unwrap();
        std::os::unix::fs::symlink(&outside, folder.join("x")).unwrap();
        assert!(made.put("x", b"1").is_err());
        assert!(!outside.exists());
        let path = made.put("sources/y", b"1").unwrap();
        let rights = |path: &PathBuf| std::fs::metadata(path).unwrap().permissions().mode() & 0o777;
        let found = [&folder, &folder.join("sources"), &path].map(rights);
        assert_eq!(found, [0o700, 0o700, 0o600]);
    }
}
