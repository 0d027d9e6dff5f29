//! What the user decides of the documents: their dress, their titles, their sections, and words of
//! one's own, which are kept across recomputations.

use crate::model::Date;
use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

/// Everything that is decided of documents.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Papers {
    pub dress: Dress,
    /// By kind of document (`note`, `occupation`…); one that nothing is decided of is not there.
    pub kinds: BTreeMap<String, Choices>,
}

/// How all documents are dressed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Dress {
    /// Red, green, blue; `None`: as it comes.
    pub accent: Option<[u8; 3]>,
    /// Who publishes.
    pub organisation: String,
    /// A PNG, read when a document is made.
    pub logo: Option<PathBuf>,
    /// What the logo shows, for those who do not see it.
    pub logo_shows: String,
}

/// What is decided of one kind of document.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Choices {
    /// Empty: as it comes.
    pub title: String,
    /// Sections in the order wished; those that are not named stay where they are.
    pub order: Vec<String>,
    /// Sections left out, and those shown that are left out as they come.
    pub off: BTreeSet<String>,
    pub on: BTreeSet<String>,
    /// Paragraphs apart by an empty line; `{K7Q2XA-9F}` is the figure of that short name.
    pub introduction: String,
    pub conclusions: String,
    /// Of the bulletin: what was done is told since then; `None`: of a year.
    pub since: Option<Date>,
}

impl Choices {
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

impl Papers {
    pub fn of(&self, kind: &str) -> Option<&Choices> {
        self.kinds.get(kind)
    }

    /// Writes what is decided of a kind; nothing decided is forgotten.
    pub fn decide(&mut self, kind: &str, choices: Choices) {
        if choices.is_empty() {
            self.kinds.remove(kind);
        } else {
            self.kinds.insert(kind.to_owned(), choices);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_taken_back_leaves_nothing() {
        let mut papers = Papers::default();
        papers.decide("note", Choices { title: "Titre".to_owned(), ..Choices::default() });
        assert_eq!(papers.of("note").map(|choices| choices.title.as_str()), Some("Titre"));
        papers.decide("note", Choices::default());
        assert_eq!(papers, Papers::default());
    }
}
