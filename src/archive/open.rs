//! From the bytes of an archive to its members. An archive may come from anyone: whatever it does
//! not name, names twice or names elsewhere refuses the whole of it, before anything is written.

use crate::archive::manifest::{FORMAT, Manifest, Member, VERSION};
use crate::archive::names::{SOURCES, folded, is_plain};
use crate::archive::pack::FOLDER;
use crate::archive::{MARK, MOST_SOURCE, is_archive, may_hold};
use crate::project::{Origin, file};
use crate::readers::{Control, Fingerprint};
use std::collections::{BTreeMap, BTreeSet};
use std::io::{Cursor, Read as _};
use std::path::Path;

/// Bytes of what an archive says of itself, at most.
const MOST_MANIFEST: u64 = 16 * 1024 * 1024;
/// Bytes of a logo, at most.
const MOST_LOGO: u64 = 64 * 1024 * 1024;
/// Members, at most.
const MOST_MEMBERS: usize = 5_000;
/// Bytes looked at between two looks at the cancel flag.
const PIECE: usize = 256 * 1024;

/// An archive that is not opened; nothing of it is written.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    #[error("not an archive of a project")]
    NotOne,
    #[error("damaged: {0}")]
    Damaged(String),
    #[error("made by a newer Bassin: version {0}")]
    Newer(u32),
    /// No archive that Bassin wrote is so.
    #[error("{}: {name}", trick.id())]
    Trick { trick: Trick, name: String },
    #[error("cancelled")]
    Cancelled,
}

impl Refusal {
    /// Key of its sentence in the catalogs (`archive-refused-…`).
    pub const fn id(&self) -> &'static str {
        match self {
            Self::NotOne => "not-one",
            Self::Damaged(_) => "damaged",
            Self::Newer(_) => "newer",
            Self::Trick { trick, .. } => trick.id(),
            Self::Cancelled => "cancelled",
        }
    }
}

/// What an archive was made to do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Trick {
    /// Two members of one name, or of names that a system does not tell apart.
    Twice,
    /// A name that leads out of the folder, or that no system takes.
    Path,
    /// A member that the archive does not name, or that is there beside its list.
    Unlisted,
    /// A link, a folder or an encrypted member.
    NotAFile,
    /// More than it says, or more than is opened.
    TooLarge,
    /// The project is not the one that was put in.
    Altered,
    /// The project names a file that is none of the archive's.
    Elsewhere,
}

impl Trick {
    pub const ALL: [Self; 7] = [
        Self::Twice,
        Self::Path,
        Self::Unlisted,
        Self::NotAFile,
        Self::TooLarge,
        Self::Altered,
        Self::Elsewhere,
    ];

    pub const fn id(self) -> &'static str {
        match self {
            Self::Twice => "twice",
            Self::Path => "path",
            Self::Unlisted => "unlisted",
            Self::NotAFile => "not-a-file",
            Self::TooLarge => "too-large",
            Self::Altered => "altered",
            Self::Elsewhere => "elsewhere",
        }
    }

    fn of(self, name: &str) -> Refusal {
        // Shown to people, who are to read it and not to be led by it.
        let name = name.chars().filter(|sign| !sign.is_control()).take(200).collect();
        Refusal::Trick { trick: self, name }
    }
}

/// An archive whose members were looked at.
pub struct Opened<'a> {
    archive: zip::ZipArchive<Cursor<&'a [u8]>>,
    pub manifest: Manifest,
    /// The text of the project.
    pub project: Vec<u8>,
    /// Members, the project apart, that are what they were when they were put in.
    pub sound: Vec<String>,
    /// Those that are not, or are not there: they are not to be written.
    pub spoilt: Vec<String>,
}

/// Looks at all of an archive.
///
/// # Errors
/// When it is none, is damaged where it matters, or is made to deceive.
pub fn open<'a>(bytes: &'a [u8], control: Control<'_>) -> Result<Opened<'a>, Refusal> {
    if !is_archive(bytes) {
        return Err(Refusal::NotOne);
    }
    let damaged = |error: zip::result::ZipError| Refusal::Damaged(error.to_string());
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).map_err(damaged)?;
    // Names that come twice are one in the list of the library: the count of the file tells them.
    match listed(bytes) {
        Some(listed) if listed == archive.len() => {}
        Some(listed) if listed > archive.len() => return Err(Trick::Twice.of("")),
        _ => return Err(Refusal::Damaged("central directory".to_owned())),
    }
    if archive.offset() != 0 {
        return Err(Trick::Unlisted.of(""));
    }
    let sizes = members(&mut archive, bytes.len() as u64)?;
    let manifest = manifest(&mut archive)?;
    let wanted = wanted(&manifest)?;
    if let Some(other) =
        sizes.keys().find(|name| *name != MARK && !wanted.contains_key(name.as_str()))
    {
        return Err(Trick::Unlisted.of(other));
    }
    let mut opened =
        Opened { archive, project: Vec::new(), sound: Vec::new(), spoilt: Vec::new(), manifest };
    opened.project = opened
        .content(&opened.manifest.project.clone(), file::MOST_BYTES, control)?
        .ok_or_else(|| Trick::Altered.of(&opened.manifest.project.name))?;
    holds(&opened.project, &opened.manifest)?;
    for (name, (member, most)) in wanted {
        if name == opened.manifest.project.name {
            continue;
        }
        if opened.is_sound(&member, most, control)? {
            opened.sound.push(name);
        } else {
            opened.spoilt.push(name);
        }
    }
    Ok(opened)
}

impl Opened<'_> {
    /// The content of a sound member; `None` where it is not what it was.
    ///
    /// # Errors
    /// When it was cancelled.
    pub fn read(&mut self, name: &str, control: Control<'_>) -> Result<Option<Vec<u8>>, Refusal> {
        let wanted = wanted(&self.manifest)?;
        let Some((member, most)) = wanted.get(name) else { return Ok(None) };
        self.content(member, *most, control)
    }

    fn content(
        &mut self,
        member: &Member,
        most: u64,
        control: Control<'_>,
    ) -> Result<Option<Vec<u8>>, Refusal> {
        let mut content = Vec::new();
        let sound = self.walk(member, most, control, |piece| content.extend_from_slice(piece))?;
        Ok(sound.then_some(content))
    }

    fn is_sound(
        &mut self,
        member: &Member,
        most: u64,
        control: Control<'_>,
    ) -> Result<bool, Refusal> {
        self.walk(member, most, control, |_| {})
    }

    /// Gives a member piece by piece; whether it is what it was when it was put in. No more is
    /// inflated than it may hold.
    fn walk(
        &mut self,
        member: &Member,
        most: u64,
        control: Control<'_>,
        mut take: impl FnMut(&[u8]),
    ) -> Result<bool, Refusal> {
        if member.size > most {
            return Err(Trick::TooLarge.of(&member.name));
        }
        let Ok(inside) = self.archive.by_name(&member.name) else { return Ok(false) };
        // The list of the file was weighed, not what the archive says of it.
        if inside.size() != member.size {
            return Ok(false);
        }
        let mut inside = inside.take(member.size.saturating_add(1));
        let (mut found, mut size) = (Fingerprint::default(), 0_u64);
        let mut buffer = vec![0; PIECE];
        loop {
            if (control.cancelled)() {
                return Err(Refusal::Cancelled);
            }
            // Damage shows here, at the latest where its checksum is.
            let Ok(length) = inside.read(&mut buffer) else { return Ok(false) };
            let piece = buffer.get(..length).unwrap_or_default();
            if piece.is_empty() {
                break;
            }
            size += length as u64;
            if size > member.size {
                return Err(Trick::TooLarge.of(&member.name));
            }
            found.add(piece);
            take(piece);
        }
        Ok(size == member.size && found.finish() == member.sha256)
    }
}

/// How many members the end of the file tells; `None` where anything follows that end.
fn listed(bytes: &[u8]) -> Option<usize> {
    let end = bytes.get(bytes.len().checked_sub(22)?..)?;
    let number = |at: usize| {
        let pair = end.get(at..at + 2)?;
        Some(u16::from_le_bytes(pair.try_into().ok()?))
    };
    let whole = end.starts_with(b"PK\x05\x06") && number(20)? == 0 && number(8)? == number(10)?;
    whole.then(|| number(10).map(usize::from)).flatten()
}

/// The names of all members with what they say they inflate to, once none of them is a trick.
fn members(
    archive: &mut zip::ZipArchive<Cursor<&[u8]>>,
    size: u64,
) -> Result<BTreeMap<String, u64>, Refusal> {
    if archive.len() > MOST_MEMBERS {
        return Err(Trick::TooLarge.of(""));
    }
    let (mut found, mut seen) = (BTreeMap::new(), BTreeSet::new());
    let mut all = 0_u64;
    for index in 0..archive.len() {
        let member =
            archive.by_index_raw(index).map_err(|error| Refusal::Damaged(error.to_string()))?;
        let name = String::from_utf8_lossy(member.name_raw()).into_owned();
        if !is_plain(&name) {
            return Err(Trick::Path.of(&name));
        }
        if member.is_dir() || member.is_symlink() || member.encrypted() {
            return Err(Trick::NotAFile.of(&name));
        }
        if !seen.insert(folded(&name)) {
            return Err(Trick::Twice.of(&name));
        }
        all = all.saturating_add(member.size());
        found.insert(name, member.size());
    }
    if !may_hold(size, all) {
        return Err(Trick::TooLarge.of(""));
    }
    Ok(found)
}

fn manifest(archive: &mut zip::ZipArchive<Cursor<&[u8]>>) -> Result<Manifest, Refusal> {
    /// Read first, whatever the rest is.
    #[derive(serde::Deserialize)]
    struct Versioned {
        format: String,
        version: u32,
    }
    let mut text = Vec::new();
    let member = archive.by_name(MARK).map_err(|error| Refusal::Damaged(error.to_string()))?;
    let read = member.take(MOST_MANIFEST + 1).read_to_end(&mut text);
    read.map_err(|error| Refusal::Damaged(error.to_string()))?;
    if text.len() as u64 > MOST_MANIFEST {
        return Err(Trick::TooLarge.of(MARK));
    }
    let damaged = |error: serde_json::Error| Refusal::Damaged(error.to_string());
    let versioned: Versioned = serde_json::from_slice(&text).map_err(damaged)?;
    if versioned.format != FORMAT {
        return Err(Refusal::NotOne);
    }
    if versioned.version > VERSION {
        return Err(Refusal::Newer(versioned.version));
    }
    serde_json::from_slice(&text).map_err(damaged)
}

/// Members that the list names, with the bytes that each may have.
fn wanted(manifest: &Manifest) -> Result<BTreeMap<String, (Member, u64)>, Refusal> {
    let mut found = BTreeMap::new();
    let mut seen = BTreeSet::from([folded(MARK)]);
    let mut put = |member: Member, most: u64| {
        if !is_plain(&member.name) {
            return Err(Trick::Path.of(&member.name));
        }
        if !seen.insert(folded(&member.name)) {
            return Err(Trick::Twice.of(&member.name));
        }
        found.insert(member.name.clone(), (member, most));
        Ok(())
    };
    let ends = |name: &str| {
        Path::new(name).extension().is_some_and(|ending| ending.eq_ignore_ascii_case("bassin"))
    };
    let project = &manifest.project;
    if !ends(&project.name) || project.name.contains('/') {
        return Err(Trick::Path.of(&project.name));
    }
    put(project.clone(), file::MOST_BYTES)?;
    if let Some(logo) = &manifest.logo {
        if logo.name.contains('/') || ends(&logo.name) {
            return Err(Trick::Path.of(&logo.name));
        }
        put(logo.clone(), MOST_LOGO)?;
    }
    for source in manifest.sources.iter().filter(|source| source.inside) {
        if !source.name.starts_with(&format!("{SOURCES}/")) {
            return Err(Trick::Path.of(&source.name));
        }
        let (Some(sha256), Some(size)) = (source.sha256.clone(), source.size) else {
            return Err(Refusal::Damaged(source.name.clone()));
        };
        put(Member { name: source.name.clone(), sha256, size }, MOST_SOURCE)?;
    }
    Ok(found)
}

/// The project is one, and names no file but those that the archive names.
fn holds(text: &[u8], manifest: &Manifest) -> Result<(), Refusal> {
    let damaged = |error: String| Refusal::Damaged(error);
    let text = std::str::from_utf8(text).map_err(|error| damaged(error.to_string()))?;
    let folder = Path::new(FOLDER);
    let (decisions, _) = file::parse_whole(text, folder).map_err(|error| match error {
        file::ProjectError::Newer(version) => Refusal::Newer(version),
        other @ file::ProjectError::Malformed(_) => damaged(other.to_string()),
    })?;
    let known: BTreeSet<_> =
        manifest.sources.iter().map(|source| folder.join(&source.name)).collect();
    for source in &decisions.sources {
        if let Origin::File(path) = &source.origin
            && !(known.contains(path)
                && path.strip_prefix(folder).is_ok_and(|rest| rest.starts_with(SOURCES)))
        {
            return Err(Trick::Elsewhere.of(&path.display().to_string()));
        }
    }
    let logo = manifest.logo.as_ref().map(|logo| folder.join(&logo.name));
    if let Some(path) = &decisions.papers.dress.logo
        && logo.as_ref() != Some(path)
    {
        return Err(Trick::Elsewhere.of(&path.display().to_string()));
    }
    Ok(())
}
