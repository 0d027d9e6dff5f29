//! Archives of projects on the disk: made of a project and its sources, opened into a folder of
//! their own. The same for window and command line.

use crate::archive::manifest::Manifest;
use crate::archive::{
    self, Described, Given, HEAD, MOST_BYTES, MOST_SOURCE, Packed, Refusal, With, told,
};
use crate::files::{self, FileError, NewFolder};
use crate::i18n::Catalog;
use crate::project::{Decisions, Origin};
use crate::readers::Control;
use crate::secrecy::journal::Log;
use crate::words;
use std::path::{Path, PathBuf};

/// Whether a file is an archive of a project: by its first bytes, or by what its name ends in.
pub fn is_archive(path: &Path) -> bool {
    let name = path.file_name().unwrap_or_default().to_string_lossy().to_lowercase();
    if name.ends_with(&format!(".{}", archive::EXTENSION)) {
        return !files::is_folder(path);
    }
    if path.extension().is_none_or(|ending| !ending.eq_ignore_ascii_case("zip")) {
        return false;
    }
    let mut head = Vec::new();
    let looked = files::read_pieces(path, MOST_BYTES, |piece| {
        head.extend(piece.iter().take(HEAD - head.len()));
        head.len() < HEAD
    });
    looked.is_ok() && archive::is_archive(&head)
}

/// The name of a project's archive: `Aurillac.bassin.zip`.
pub fn file_name(project: Option<&Path>) -> String {
    format!("{}.{}", stem(project), archive::EXTENSION)
}

/// Where an archive is written: under a name that tells what it is.
pub fn named(path: PathBuf) -> PathBuf {
    let ending = path.extension().map(|ending| ending.to_string_lossy().to_lowercase());
    match ending.as_deref() {
        Some("zip") => path,
        // `x.bassin`, and whatever one calls an archive of ours.
        Some(ending) if ending.starts_with("bassin") => path.with_extension(archive::EXTENSION),
        _ => path.with_added_extension(archive::EXTENSION),
    }
}

fn stem(project: Option<&Path>) -> String {
    let stem = project.and_then(Path::file_stem).map(|stem| stem.to_string_lossy().into_owned());
    stem.filter(|stem| !stem.is_empty()).unwrap_or_else(|| "bassin".to_owned())
}

/// What an archive is made of.
pub struct Ordered<'a> {
    /// The project's file, for its name; `None` for one that was never saved.
    pub project: Option<&'a Path>,
    pub decisions: &'a Decisions,
    pub log: Option<&'a Log>,
    /// One for each source of the decisions, in their order.
    pub sources: &'a [Described],
    pub with: With,
}

/// The archive of a project, its sources being read again.
///
/// # Errors
/// The sentence for why there is none.
pub fn make(ordered: &Ordered<'_>, catalog: &Catalog) -> Result<Packed, String> {
    let given = Given {
        name: &stem(ordered.project),
        decisions: ordered.decisions,
        log: ordered.log,
        sources: ordered.sources,
        with: ordered.with,
    };
    let read = |path: &Path| files::read(path, MOST_SOURCE);
    let of_file = |error: &FileError| words::file(error, catalog);
    archive::pack(&given, read).map_err(|error| told::not_made(&error, of_file, catalog))
}

/// Writes an archive, never over the project nor over a source of it.
///
/// # Errors
/// When it cannot be written.
pub fn write(to: &Path, packed: &Packed, ordered: &Ordered<'_>) -> Result<PathBuf, FileError> {
    let folder = to.parent().unwrap_or(Path::new(""));
    let name = to.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let mut protected: Vec<PathBuf> = ordered.project.map(Path::to_owned).into_iter().collect();
    for source in &ordered.decisions.sources {
        if let Origin::File(path) = &source.origin {
            protected.push(path.clone());
        }
    }
    protected.extend(ordered.decisions.papers.dress.logo.clone());
    files::may_write(folder, [name.as_str()], &protected)?;
    if ordered.with.respondents {
        files::write_private_file(to, &packed.bytes)?;
    } else {
        files::write_atomic(to, &packed.bytes, false)?;
    }
    Ok(to.to_owned())
}

/// What an archive is, before a folder is chosen for it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Looked {
    pub manifest: Manifest,
    pub spoilt: Vec<String>,
}

/// What became of an archive.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Restored {
    /// The project's file.
    pub project: PathBuf,
    pub manifest: Manifest,
    /// Members that were not written, not being what they were.
    pub spoilt: Vec<String>,
}

/// Why an archive is not opened.
#[derive(Debug, thiserror::Error)]
pub enum RestoreError {
    #[error(transparent)]
    Refused(#[from] Refusal),
    #[error(transparent)]
    File(#[from] FileError),
}

impl RestoreError {
    pub fn say(&self, catalog: &Catalog) -> String {
        match self {
            Self::Refused(refusal) => told::refused(refusal, catalog),
            Self::File(error) => words::file(error, catalog),
        }
    }
}

/// Looks at an archive, and writes nothing.
///
/// # Errors
/// When it is not to be opened.
pub fn look(path: &Path, control: Control<'_>) -> Result<Looked, RestoreError> {
    let bytes = files::read(path, 2 * MOST_BYTES)?;
    let opened = archive::open(&bytes, control)?;
    Ok(Looked { manifest: opened.manifest, spoilt: opened.spoilt })
}

/// Writes what an archive holds into a folder that is not there or has nothing in it: all that is
/// sound, or nothing.
///
/// # Errors
/// When the archive is not to be opened, or the folder cannot be written.
pub fn restore(path: &Path, folder: &Path, control: Control<'_>) -> Result<Restored, RestoreError> {
    let bytes = files::read(path, 2 * MOST_BYTES)?;
    let mut opened = archive::open(&bytes, control)?;
    let holds_answers = opened.manifest.memory.inside;
    let mut into = NewFolder::at(folder, holds_answers)?;
    let project = into.put(&opened.manifest.project.name, &opened.project)?;
    for name in std::mem::take(&mut opened.sound) {
        match opened.read(&name, control)? {
            Some(content) => drop(into.put(&name, &content)?),
            None => opened.spoilt.push(name),
        }
    }
    into.keep();
    Ok(Restored { project, manifest: opened.manifest, spoilt: opened.spoilt })
}

/// A folder of its own for what an archive holds, below the one that was chosen: named as the
/// archive is, and numbered where that is taken.
pub fn folder_for(archive: &Path, chosen: &Path) -> PathBuf {
    let name = archive.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let ending = name.to_lowercase().find(".bassin").or_else(|| name.rfind('.'));
    let stem = ending.and_then(|at| name.get(..at)).unwrap_or(&name);
    let stem = if stem.is_empty() { "bassin" } else { stem };
    let mut folder = chosen.join(stem);
    let mut turn = 2;
    while files::exists(&folder) {
        folder = chosen.join(format!("{stem} {turn}"));
        turn += 1;
    }
    folder
}

#[cfg(test)]
mod tests;
