//! What is said in the room: questions, and what each table of people proposes.

use crate::model::action::Id;
use crate::model::action::sheet::Practice;

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Question {
    pub id: Id,
    pub text: String,
}

/// Two proposals that were said to be two things: they are not suggested to be one again.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Apart {
    pub one: Id,
    pub other: Id,
}

/// A proposal. Occurrences are counted on tables: they are no share of those who were there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Contribution {
    pub id: Id,
    pub question: Option<Id>,
    /// Number of the table of people; `None`: not said, or several.
    pub table: Option<u16>,
    pub text: String,
    pub practice: Practice,
    /// Times that it was written, 1 at least.
    pub occurrences: u32,
    /// The sticker.
    pub priority: bool,
    pub lever: Option<Id>,
    pub action: Option<Id>,
    /// Typed code of the occupation that it is about.
    pub occupation: Option<String>,
    /// The one that it says again; never one that is merged itself.
    pub merged_into: Option<Id>,
}

impl Default for Contribution {
    fn default() -> Self {
        Self {
            id: Id::new(),
            question: None,
            table: None,
            text: String::new(),
            practice: Practice::default(),
            occurrences: 1,
            priority: false,
            lever: None,
            action: None,
            occupation: None,
            merged_into: None,
        }
    }
}
