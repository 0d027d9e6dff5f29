//! Who decided what, when, on which figures.

use crate::model::Date;
use crate::model::action::Id;
use crate::model::action::decided::FrozenFigure;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    pub date: Date,
    pub who: String,
    pub event: Event,
    /// What it is about, and its name that day: it may be removed later.
    pub subject: Option<Id>,
    pub name: String,
    /// Words of the user, or what changed: `idea → decided` by its identifiers.
    pub words: String,
    /// What it was decided on.
    pub figures: Vec<FrozenFigure>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Event {
    /// An action is written.
    Added,
    /// An action is made of a recommendation.
    Adopted,
    /// Figures are kept with an action: it is decided on them.
    Decided,
    SignedOff,
    /// `words` holds the two statuses, `idea decided`.
    Status,
    Lead,
    Milestone,
    Measured,
    Realised,
    Removed,
    YearStarted,
    Note,
}

impl Event {
    pub const ALL: [Self; 12] = [
        Self::Added,
        Self::Adopted,
        Self::Decided,
        Self::SignedOff,
        Self::Status,
        Self::Lead,
        Self::Milestone,
        Self::Measured,
        Self::Realised,
        Self::Removed,
        Self::YearStarted,
        Self::Note,
    ];

    /// In files, and in the catalogs (`plan-event-…`).
    pub const fn id(self) -> &'static str {
        match self {
            Self::Added => "added",
            Self::Adopted => "adopted",
            Self::Decided => "decided",
            Self::SignedOff => "signed-off",
            Self::Status => "status",
            Self::Lead => "lead",
            Self::Milestone => "milestone",
            Self::Measured => "measured",
            Self::Realised => "realised",
            Self::Removed => "removed",
            Self::YearStarted => "year-started",
            Self::Note => "note",
        }
    }

    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.id() == id)
    }
}
