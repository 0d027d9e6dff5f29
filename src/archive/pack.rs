//! From a project to the bytes of its archive.

use crate::archive::content::Described;
use crate::archive::manifest::{
    FORMAT, LeftOut, Manifest, Member, Memory, Source, Table, VERSION, Why,
};
use crate::archive::names::{Names, folded, plain};
use crate::archive::without::{Names as Known, WithoutError, without};
use crate::archive::{MARK, MOST_BYTES, MOST_SOURCE, With, may_hold};
use crate::model::Custody;
use crate::project::{Decisions, Origin, Source as Listed, file};
use crate::readers::fingerprint;
use crate::secrecy::journal::Log;
use std::io::{Cursor, Write as _};
use std::path::{Path, PathBuf};
use zip::write::{SimpleFileOptions, ZipWriter};

/// What is to be put into an archive.
pub struct Given<'a> {
    /// That of the project's file, without its ending.
    pub name: &'a str,
    pub decisions: &'a Decisions,
    pub log: Option<&'a Log>,
    /// One for each source of the decisions, in their order.
    pub sources: &'a [Described],
    pub with: With,
}

/// An archive, and what it says of itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Packed {
    pub bytes: Vec<u8>,
    pub manifest: Manifest,
}

/// Why there is no archive.
#[derive(Debug, thiserror::Error)]
pub enum PackError<E> {
    /// A source that cannot be read any more.
    #[error(transparent)]
    Source(E),
    /// Its content is not the one whose kind is known: nobody knows what it holds.
    #[error("changed while it was read: {}", .0.display())]
    Changed(PathBuf),
    /// More than an archive holds.
    #[error("too large")]
    TooLarge,
    #[error(transparent)]
    Archive(#[from] zip::result::ZipError),
    #[error(transparent)]
    Text(#[from] ron::Error),
    #[error(transparent)]
    Without(#[from] WithoutError),
    #[error(transparent)]
    Manifest(#[from] serde_json::Error),
}

/// The folder that paths in an archive are relative to.
pub(super) const FOLDER: &str = "archive";
/// The picture that documents bear, whatever its file was called.
const LOGO: &str = "logo.png";

/// The archive of a project. `read` gives the content of a file of the user; it is asked for the
/// sources that go, one at a time, and for the logo.
///
/// # Errors
/// When a source that goes cannot be read, or is no longer what is described.
pub fn pack<E>(
    given: &Given<'_>,
    mut read: impl FnMut(&Path) -> Result<Vec<u8>, E>,
) -> Result<Packed, PackError<E>> {
    let mut names = Names::default();
    let placed: Vec<Source> =
        given.sources.iter().map(|source| placed(source, given.with, &mut names)).collect();
    let mut decisions = given.decisions.clone();
    decisions.sources = given
        .decisions
        .sources
        .iter()
        .zip(&placed)
        .map(|(source, place)| Listed {
            origin: match &source.origin {
                Origin::File(_) => Origin::File(Path::new(FOLDER).join(&place.name)),
                built_in @ Origin::Sample(_) => built_in.clone(),
            },
            fingerprint: match &source.origin {
                // What an absent file held nobody knows: of respondents, perhaps.
                Origin::File(_) if !given.with.respondents => place.sha256.clone(),
                _ => place.sha256.clone().or_else(|| source.fingerprint.clone()),
            },
            left_out: match place.why {
                Why::Chosen | Why::BuiltIn => false,
                Why::NotChosen | Why::Unread | Why::TooLarge => true,
                Why::Absent => source.left_out,
            },
        })
        .collect();
    let exports = given.log.map_or(0, |log| log.releases.len());
    let memory = Memory {
        exports: u32::try_from(exports).unwrap_or(u32::MAX),
        inside: given.with.respondents,
    };
    // The logo is no source: a project without it opens all the same.
    let logo = decisions.papers.dress.logo.take().and_then(|path| read(&path).ok());
    if logo.is_some() {
        decisions.papers.dress.logo = Some(Path::new(FOLDER).join(LOGO));
    }
    let mut left_out = LeftOut::default();
    if !given.with.respondents {
        let names = Known::of(given.sources, given.decisions, &placed);
        left_out = without(&mut decisions, &names, Path::new(FOLDER))?;
        decisions.forgotten = decisions.forgotten.saturating_add(memory.exports);
    }
    let log = given.log.filter(|_| given.with.respondents);
    let text = file::to_text(&decisions, log, Path::new(FOLDER))?.into_bytes();
    let project = plain(&format!("{}.bassin", given.name));
    let member = |name: &str, bytes: &[u8]| Member {
        name: name.to_owned(),
        sha256: fingerprint(bytes),
        size: bytes.len() as u64,
    };
    let manifest = Manifest {
        format: FORMAT.to_owned(),
        version: VERSION,
        made_by: env!("CARGO_PKG_VERSION").to_owned(),
        project: member(&project, &text),
        with: given.with.chosen(),
        logo: logo.as_ref().map(|bytes| member(LOGO, bytes)),
        memory,
        left_out,
        sources: placed,
    };
    let mut zipped =
        |method| zipped(given, &manifest, (text.as_slice(), logo.as_ref()), &mut read, method);
    let (mut bytes, size) = zipped(zip::CompressionMethod::Deflated)?;
    // What shrinks as a bomb does would be refused as one.
    if !may_hold(bytes.len() as u64, size) {
        (bytes, _) = zipped(zip::CompressionMethod::Stored)?;
    }
    Ok(Packed { bytes, manifest })
}

/// Where a source goes, and whether it does.
fn placed(source: &Described, with: With, names: &mut Names) -> Source {
    let content = source.content.as_ref();
    let custody = content.map(|content| content.custody);
    let why = match (&source.origin, content) {
        (Origin::Sample(_), _) => Why::BuiltIn,
        (Origin::File(_), None) => Why::Absent,
        (Origin::File(_), Some(content)) if !with.takes(content.custody) => {
            if content.unread {
                Why::Unread
            } else {
                Why::NotChosen
            }
        }
        (Origin::File(_), Some(content)) if content.bytes > MOST_SOURCE => Why::TooLarge,
        (Origin::File(_), Some(_)) => Why::Chosen,
    };
    let own_name = source.origin.name();
    let name = match &source.origin {
        Origin::Sample(name) => name.clone(),
        // A name may be that of the company that answered. Of a file that is not there nobody knows.
        Origin::File(path)
            if !with.respondents && custody.is_none_or(|of| of == Custody::Respondents) =>
        {
            let kind = content.map_or("absent", |content| content.kind().id());
            let ending = path.extension().map(|end| end.to_string_lossy().to_lowercase());
            match ending.filter(|ending| ENDINGS.contains(&ending.as_str())) {
                Some(ending) => names.place(&format!("{kind}.{ending}")),
                None => names.place(kind),
            }
        }
        Origin::File(_) => names.place(&own_name),
    };
    // Whoever has a file of theirs, or tries what may be in it, is told nothing.
    let told = content.filter(|of| with.respondents || of.custody != Custody::Respondents);
    let tables = content.map_or(&[][..], |content| content.tables.as_slice());
    Source {
        name,
        tables: tables.iter().map(|&(kind, vintage)| Table { kind, vintage }).collect(),
        custody,
        sha256: told.map(|content| content.fingerprint.clone()),
        size: told.map(|content| content.bytes),
        inside: why == Why::Chosen,
        why,
    }
}

/// Endings that tell nothing of who sent a file.
const ENDINGS: [&str; 13] = [
    "xlsx", "xlsm", "xls", "xlsb", "ods", "csv", "tsv", "txt", "zip", "json", "geojson", "xml",
    "parquet",
];

/// The bytes, and how many they inflate to.
fn zipped<E>(
    given: &Given<'_>,
    manifest: &Manifest,
    (project, logo): (&[u8], Option<&Vec<u8>>),
    read: &mut impl FnMut(&Path) -> Result<Vec<u8>, E>,
    method: zip::CompressionMethod,
) -> Result<(Vec<u8>, u64), PackError<E>> {
    // The same on every system and on every day.
    let options = SimpleFileOptions::default()
        .compression_method(method)
        .last_modified_time(zip::DateTime::DEFAULT)
        .system(zip::System::Unix)
        .unix_permissions(0o644);
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    let mut size = 0_u64;
    let mut put = |name: &str, bytes: &[u8]| -> Result<(), PackError<E>> {
        size += bytes.len() as u64;
        if size > MOST_BYTES {
            return Err(PackError::TooLarge);
        }
        writer.start_file(name, options)?;
        writer.write_all(bytes).map_err(zip::result::ZipError::from)?;
        Ok(())
    };
    let mut text = serde_json::to_vec_pretty(manifest)?;
    text.push(b'\n');
    put(MARK, &text)?;
    put(&manifest.project.name, project)?;
    if let Some(bytes) = logo {
        put(LOGO, bytes)?;
    }
    let mut inside: Vec<(&Source, &Described)> =
        manifest.sources.iter().zip(given.sources).filter(|(place, _)| place.inside).collect();
    inside.sort_by_key(|(place, _)| (folded(&place.name), &place.name));
    for (place, source) in inside {
        let Origin::File(path) = &source.origin else { continue };
        let bytes = read(path).map_err(PackError::Source)?;
        if place.sha256.as_deref() != Some(fingerprint(&bytes).as_str()) {
            return Err(PackError::Changed(path.clone()));
        }
        put(&place.name, &bytes)?;
    }
    Ok((writer.finish()?.into_inner(), size))
}
