//! A source from the disk to its tables: from the cache when its content was read before.
//!
//! The window and the command line read through here, several sources at a time.

use crate::cache;
use crate::files::{self, FileError};
use crate::model::{IssueKind, Issues, Kind, Place, Reason};
use crate::readers::mapping::Mapping;
use crate::readers::{
    Cancelled, Control, Fingerprint, Knowing, ReadTable, fingerprint, named, read_known, read_with,
};
use crate::reference::Reference;
use crate::reference::lists::ReferenceError;
use std::path::{Path, PathBuf};

/// Bytes of one source file, at most.
const MAX_FILE: u64 = 1024 * 1024 * 1024;
/// A smaller file is read again as fast as its copy in the cache.
const WORTH_KEEPING: u64 = 256 * 1024;
/// Bytes of the cache, at most.
const MAX_CACHE: u64 = 2 * 1024 * 1024 * 1024;

/// Why a source could not be loaded. What is wrong inside a file is an issue of its tables.
#[derive(Debug, thiserror::Error)]
pub enum LoadError {
    #[error(transparent)]
    File(#[from] FileError),
    #[error("cancelled")]
    Cancelled,
    #[error(transparent)]
    Reference(#[from] ReferenceError),
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

/// What a source is read with, if it must be read.
#[derive(Clone, Copy)]
pub struct With<'a> {
    /// `None`: the built-in lists, which are made for the first file that is not in the cache.
    pub lists: Option<&'a Reference>,
    /// How spreadsheets of the user's own are read.
    pub mappings: &'a [Mapping],
}

/// The tables of a file.
///
/// # Errors
/// When the file cannot be read, or the work was cancelled.
pub fn load(
    path: &Path,
    with: With<'_>,
    kept: &Kept,
    control: Control<'_>,
) -> Result<Vec<ReadTable>, LoadError> {
    let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    if let Some(folder) = &kept.folder
        && files::size(path)? >= WORTH_KEEPING
    {
        // A file that was read before needs not be held in memory.
        let found = content(path, &control.cancelled)?;
        if let Some(tables) = kept_in(folder, &name, &found, with.mappings) {
            return Ok(tables);
        }
    }
    // It may have changed since: what is kept of it is named by what is read now.
    let bytes = files::read(path, MAX_FILE)?;
    load_bytes(&name, &bytes, with, kept, control)
}

/// The fingerprint of a file as it is on the disk now.
///
/// # Errors
/// When it cannot be read, or the work was cancelled.
pub fn content(path: &Path, cancelled: &dyn Fn() -> bool) -> Result<String, LoadError> {
    let mut found = Fingerprint::default();
    files::read_pieces(path, MAX_FILE, |piece| {
        found.add(piece);
        !cancelled()
    })?;
    if cancelled() { Err(LoadError::Cancelled) } else { Ok(found.finish()) }
}

/// A file that could not be opened, as a table of unknown kind with its issue: the others are read
/// all the same.
pub fn unopened(error: &FileError) -> ReadTable {
    let mut issues = Issues::default();
    let kind = match error.id() {
        "too-large" => {
            let limit_mib = u32::try_from(MAX_FILE / (1024 * 1024)).unwrap_or(u32::MAX);
            IssueKind::TooLarge { limit_mib }
        }
        id => IssueKind::Unopened { failure: id.to_owned(), detail: error.source.to_string() },
    };
    issues.error(Place::default(), kind);
    let file = error.path.file_name().unwrap_or_default().to_string_lossy();
    ReadTable { issues, ..ReadTable::blank(&file) }
}

/// Whether tables would be read otherwise with other mappings.
fn depends_on_mappings(tables: &[ReadTable]) -> bool {
    tables.iter().any(|table| {
        let mapped = |reason: &Reason| matches!(reason, Reason::Mapped { .. });
        table.kind == Kind::Unknown || table.reasons.iter().any(mapped)
    })
}

/// Answers of our own surveys stay where they are: no copy of them is kept. Of a file of no known
/// kind nothing is kept but that it is none.
fn is_private(table: &ReadTable) -> bool {
    table.kind != Kind::Unknown && table.kind.may_name_respondents()
}

/// The tables kept at a place; a copy that is damaged, or of another content, is removed.
fn kept_at(place: &Path, fingerprint: &str) -> Option<Vec<ReadTable>> {
    let copy = files::read(place, MAX_FILE).ok()?;
    let tables = cache::open(&copy)
        .filter(|tables| tables.iter().all(|table| table.fingerprint == fingerprint));
    if tables.is_none() {
        // It is worth nothing; the source is read instead.
        let _ = files::remove(place);
    }
    tables
}

/// The tables kept of a content, under the name of the file that has it now.
fn kept_in(
    folder: &Path,
    name: &str,
    fingerprint: &str,
    mappings: &[Mapping],
) -> Option<Vec<ReadTable>> {
    let place = |mappings| folder.join(cache::key(fingerprint, mappings));
    // What no mapping reads is kept whatever the mappings are.
    let plain = kept_at(&place(&[]), fingerprint)
        .filter(|tables| mappings.is_empty() || !depends_on_mappings(tables));
    let mapped =
        || (!mappings.is_empty()).then(|| kept_at(&place(mappings), fingerprint)).flatten();
    let mut tables = plain.or_else(mapped)?;
    let name = name.rsplit(['/', '\\']).next().unwrap_or(name);
    for table in &mut tables {
        name.clone_into(&mut table.file);
        named::date(table);
    }
    Some(tables)
}

/// The tables of a content.
///
/// # Errors
/// When the work was cancelled.
pub fn load_bytes(
    name: &str,
    bytes: &[u8],
    with: With<'_>,
    kept: &Kept,
    control: Control<'_>,
) -> Result<Vec<ReadTable>, LoadError> {
    let folder = kept.folder.as_ref().filter(|_| bytes.len() as u64 >= WORTH_KEEPING);
    let known = folder.map(|folder| (folder, fingerprint(bytes)));
    if let Some((folder, fingerprint)) = &known
        && let Some(tables) = kept_in(folder, name, fingerprint, with.mappings)
    {
        return Ok(tables);
    }
    let built_in;
    let reference = if let Some(given) = with.lists {
        given
    } else {
        built_in = Reference::embedded()?;
        &built_in
    };
    let knowing = Knowing { reference, mappings: with.mappings };
    let Some((folder, fingerprint)) = known else {
        return Ok(read_with(name, bytes, knowing, control)?);
    };
    let mut tables = read_known(name, bytes, &fingerprint, knowing, control)?;
    if tables.iter().any(is_private) {
        return Ok(tables);
    }
    let mappings = if depends_on_mappings(&tables) { knowing.mappings } else { &[] };
    let place = folder.join(cache::key(&fingerprint, mappings));
    let seal = |file: &mut dyn std::io::Write| cache::seal(&tables, file, &control.cancelled);
    let written =
        files::write_private_by(&place, seal).and_then(|()| files::prune(folder, MAX_CACHE));
    match written {
        Err(_) if (control.cancelled)() => return Err(LoadError::Cancelled),
        Err(error) => log::warn!("cache: {error}"),
        Ok(()) => {}
    }
    // Not before the copy is written, which is of any name.
    tables.iter_mut().for_each(named::date);
    Ok(tables)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mapping() -> Mapping {
        Mapping {
            confirmed_on: "form.csv".to_owned(),
            kind: Kind::JobOffers,
            two_rows: false,
            fields: Vec::new(),
            seen: Vec::new(),
            none: Vec::new(),
            questions: Vec::new(),
        }
    }

    /// Reads a content with the cache in a folder, from memory and from the disk; how many copies
    /// are kept then.
    fn check(bytes: &[u8], mappings: &[Mapping], folder: &Path, copies: usize) -> Vec<ReadTable> {
        let kept = Kept { folder: Some(folder.to_owned()) };
        let with = With { lists: None, mappings };
        let tables = load_bytes("a.csv", bytes, with, &kept, Control::none()).unwrap();
        let found = files::expand(&[folder.to_owned()]).unwrap_or_default();
        assert_eq!(found.len(), copies);
        let elsewhere = tempfile::tempdir().unwrap();
        let path = elsewhere.path().join("a.csv");
        files::write_atomic(&path, bytes, false).unwrap();
        let again = load(&path, with, &kept, Control::none()).unwrap();
        assert_eq!(format!("{again:?}"), format!("{tables:?}"));
        tables
    }

    fn survey() -> Vec<u8> {
        let mut text = "annee;code métier;BE26;Dept;REG;met;xmet;smet\n".to_owned();
        while (text.len() as u64) < WORTH_KEEPING {
            text.push_str("2026;V0X60;8450;15;84;12;8;*\n");
        }
        text.into_bytes()
    }

    #[test]
    fn what_no_mapping_reads_is_kept_once() {
        let folder = tempfile::tempdir().unwrap();
        let first = check(&survey(), &[], folder.path(), 1);
        let again = check(&survey(), &[mapping()], folder.path(), 1);
        assert_eq!(format!("{first:?}"), format!("{again:?}"));
    }

    #[test]
    fn what_a_mapping_may_read_is_kept_for_these_mappings() {
        let folder = tempfile::tempdir().unwrap();
        let unknown = "mot;autre\n".repeat(64 * 1024).into_bytes();
        assert_eq!(check(&unknown, &[], folder.path(), 1)[0].kind, Kind::Unknown);
        check(&unknown, &[mapping()], folder.path(), 2);
        check(&unknown, &[mapping()], folder.path(), 2);
    }

    #[test]
    fn answers_of_a_survey_are_not_kept() {
        let folder = tempfile::tempdir().unwrap();
        let mut text = "id_etablissement;code_commune;code_naf;date_reponse;statut_reponse;\
                        effectif_total\n"
            .to_owned();
        let mut number = 0;
        while (text.len() as u64) < WORTH_KEEPING {
            number += 1;
            let _ = std::fmt::Write::write_fmt(
                &mut text,
                format_args!("E{number};15014;1051C;10/11/2025;répondant;12\n"),
            );
        }
        let tables = check(text.as_bytes(), &[], folder.path(), 0);
        assert_eq!(tables[0].kind, Kind::SurveyEstablishments);
    }

    /// Whenever it is given up, while it is read or while it is written.
    #[test]
    fn a_reading_that_is_given_up_leaves_no_copy() {
        use std::sync::atomic::{AtomicU32, Ordering};
        let (bytes, reference) = (survey(), Reference::embedded().unwrap());
        let read = |most: u32, folder: &Path| {
            let looks = AtomicU32::new(0);
            let flag = || looks.fetch_add(1, Ordering::Relaxed) >= most;
            let control = Control { cancelled: &flag, progress: &|_| {} };
            let kept = Kept { folder: Some(folder.to_owned()) };
            let with = With { lists: Some(&reference), mappings: &[] };
            let read = load_bytes("a.csv", &bytes, with, &kept, control);
            (matches!(read, Err(LoadError::Cancelled)), looks.load(Ordering::Relaxed))
        };
        let folder = tempfile::tempdir().unwrap();
        let (given_up, all) = read(u32::MAX, folder.path());
        assert!(!given_up && all > 10);
        for most in (0..all).step_by(7).chain(all - 7..all) {
            let folder = tempfile::tempdir().unwrap();
            assert!(read(most, folder.path()).0, "after {most} of {all} looks");
            let left = files::expand(&[folder.path().to_owned()]).unwrap();
            assert!(left.is_empty(), "after {most} of {all} looks: {left:?}");
        }
    }

    #[test]
    fn a_copy_of_another_content_is_not_taken() {
        let folder = tempfile::tempdir().unwrap();
        check(&survey(), &[], folder.path(), 1);
        let copy = files::expand(&[folder.path().to_owned()]).unwrap().remove(0);
        let mut other = survey();
        other.extend_from_slice(b"2026;S1X20;8450;15;84;30;10;5\n");
        let place = folder.path().join(cache::key(&fingerprint(&other), &[]));
        let bytes = files::read(&copy, MAX_FILE).unwrap();
        files::write_atomic(&place, &bytes, false).unwrap();
        let tables = check(&other, &[], folder.path(), 2);
        assert_eq!(tables[0].fingerprint, fingerprint(&other));
    }
}
