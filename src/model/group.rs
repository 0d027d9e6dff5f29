//! Groups of occupations that the user made, and what a row of the register of needs speaks of.

use crate::model::Fap;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// Groups by name, with their occupations; groups may share occupations.
pub type Groups = BTreeMap<String, BTreeSet<Fap>>;

/// A group of occupations under a name of the user's own.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct OccupationGroup {
    pub name: String,
    pub members: BTreeSet<Fap>,
}

/// What a row speaks of.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Scope {
    /// All occupations together.
    All,
    /// All occupations of the establishments of a section of NAF; without a letter, of those whose
    /// activity is not known.
    Sector(Option<char>),
    Group(Arc<OccupationGroup>),
    Occupation(Fap),
    /// An occupation of the establishments of a section of NAF.
    Within(Option<char>, Fap),
}

impl Scope {
    /// `None` for several occupations together.
    pub const fn occupation(&self) -> Option<Fap> {
        match self {
            Self::Occupation(fap) | Self::Within(_, fap) => Some(*fap),
            Self::All | Self::Sector(_) | Self::Group(_) => None,
        }
    }

    /// `None` unless it is a group.
    pub fn group(&self) -> Option<&OccupationGroup> {
        match self {
            Self::Group(group) => Some(group),
            Self::All | Self::Sector(_) | Self::Occupation(_) | Self::Within(..) => None,
        }
    }

    /// The section of NAF whose establishments it picks; `None` when it picks them all.
    pub const fn section(&self) -> Option<Option<char>> {
        match self {
            Self::Sector(section) | Self::Within(section, _) => Some(*section),
            Self::All | Self::Group(_) | Self::Occupation(_) => None,
        }
    }

    pub const fn is_sector(&self) -> bool {
        matches!(self, Self::Sector(_))
    }

    /// Whether an occupation counts in it.
    ///
    /// Of a sector, all do: it is the establishments that it picks.
    pub fn holds(&self, fap: Fap) -> bool {
        match self {
            Self::All | Self::Sector(_) => true,
            Self::Group(group) => group.members.contains(&fap),
            Self::Occupation(one) | Self::Within(_, one) => *one == fap,
        }
    }
}
