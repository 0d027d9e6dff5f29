//! What an archive says of itself: readable JSON, its first member (docs/archive.md).

use crate::model::{Custody, Kind};
use serde::{Deserialize, Serialize};

/// What the file says it is.
pub const FORMAT: &str = "bassin-archive";
/// The version written.
pub const VERSION: u32 = 1;

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Manifest {
    pub format: String,
    pub version: u32,
    /// Version of the program, whose built-in lists and parameters hold.
    pub made_by: String,
    pub project: Member,
    /// What was chosen to go with it.
    pub with: Vec<Custody>,
    /// The picture that documents bear.
    pub logo: Option<Member>,
    pub memory: Memory,
    /// Left out with the data of respondents: what tells of them.
    pub left_out: LeftOut,
    /// In the order of the project.
    pub sources: Vec<Source>,
}

/// A file of the archive.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Member {
    pub name: String,
    pub sha256: String,
    pub size: u64,
}

/// What has left the project before.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Memory {
    /// Exports with figures of respondents.
    pub exports: u32,
    pub inside: bool,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct LeftOut {
    /// Labels of occupations as employers wrote them, with what they were decided to mean.
    pub labels: u32,
    /// How forms of respondents are read.
    pub mappings: u32,
    /// Actions whose decision does not name their files any more.
    #[serde(default)]
    pub traces: u32,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Source {
    /// Where it lies, or would lie, beside the project; that of a source built in.
    pub name: String,
    pub tables: Vec<Table>,
    /// `None` for a file that was not there.
    pub custody: Option<Custody>,
    /// Of a file of respondents, only where it may be inside.
    pub sha256: Option<String>,
    pub size: Option<u64>,
    pub inside: bool,
    pub why: Why,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Table {
    /// One that this version does not know is told as unknown.
    #[serde(deserialize_with = "known_kind")]
    pub kind: Kind,
    pub vintage: Option<u16>,
}

fn known_kind<'a, D: serde::Deserializer<'a>>(from: D) -> Result<Kind, D::Error> {
    Ok(Kind::try_from(String::deserialize(from)?).unwrap_or(Kind::Unknown))
}

/// Why a source is inside or is not.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Why {
    Chosen,
    /// Its custody was not chosen.
    NotChosen,
    /// Some of it was not read: it may hold what respondents gave, which was not chosen.
    Unread,
    /// Not there, or not to be opened.
    Absent,
    /// Of the sample territory, which every copy of the program has.
    BuiltIn,
    /// Larger than what an archive holds.
    TooLarge,
}

impl Why {
    pub const ALL: [Self; 6] =
        [Self::Chosen, Self::NotChosen, Self::Unread, Self::Absent, Self::BuiltIn, Self::TooLarge];

    /// Key of its sentence in the catalogs (`archive-why-…`).
    pub const fn id(self) -> &'static str {
        match self {
            Self::Chosen => "chosen",
            Self::NotChosen => "not-chosen",
            Self::Unread => "unread",
            Self::Absent => "absent",
            Self::BuiltIn => "built-in",
            Self::TooLarge => "too-large",
        }
    }
}
