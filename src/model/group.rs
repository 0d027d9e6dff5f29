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
    Group(Arc<OccupationGroup>),
    Occupation(Fap),
}

impl Scope {
    /// `None` for several occupations together.
    pub const fn occupation(&self) -> Option<Fap> {
        match self {
            Self::Occupation(fap) => Some(*fap),
            Self::All | Self::Group(_) => None,
        }
    }

    /// `None` unless it is a group.
    pub fn group(&self) -> Option<&OccupationGroup> {
        match self {
            Self::Group(group) => Some(group),
            Self::All | Self::Occupation(_) => None,
        }
    }

    /// Whether an occupation counts in it.
    pub fn holds(&self, fap: Fap) -> bool {
        match self {
            Self::All => true,
            Self::Group(group) => group.members.contains(&fap),
            Self::Occupation(one) => *one == fap,
        }
    }
}
