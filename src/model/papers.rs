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
    /// Of one occupation, sector or body: what stands in the place of the texts of the kind.
    pub subjects: BTreeMap<String, Words>,
    /// Of the bulletin: what was done is told since then; `None`: of a year.
    pub since: Option<Date>,
}

/// Words on one subject; an empty text leaves the place to that of its kind.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Words {
    pub introduction: String,
    pub conclusions: String,
}

/// A text of the user in a document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    Introduction,
    Conclusions,
}

impl Part {
    pub const ALL: [Self; 2] = [Self::Introduction, Self::Conclusions];

    /// The section that it is.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Introduction => "introduction",
            Self::Conclusions => "conclusions",
        }
    }
}

impl Words {
    pub fn of(&self, part: Part) -> &str {
        match part {
            Part::Introduction => &self.introduction,
            Part::Conclusions => &self.conclusions,
        }
    }
}

impl Choices {
    /// What a document about a subject says: its own words, else those of all documents of the
    /// kind.
    pub fn text(&self, part: Part, subject: Option<&str>) -> &str {
        let own = self.own(part, subject);
        if own.is_empty() { self.own(part, None) } else { own }
    }

    /// What is written for a subject alone; without one, for all.
    pub fn own(&self, part: Part, subject: Option<&str>) -> &str {
        match (subject, part) {
            (Some(subject), _) => self.subjects.get(subject).map_or("", |words| words.of(part)),
            (None, Part::Introduction) => &self.introduction,
            (None, Part::Conclusions) => &self.conclusions,
        }
    }

    /// Writes for a subject alone, or for all; a subject without words is forgotten.
    pub fn write(&mut self, part: Part, subject: Option<&str>, text: String) {
        let (introduction, conclusions) = match subject {
            None => (&mut self.introduction, &mut self.conclusions),
            Some(subject) => {
                let words = self.subjects.entry(subject.to_owned()).or_default();
                (&mut words.introduction, &mut words.conclusions)
            }
        };
        match part {
            Part::Introduction => *introduction = text,
            Part::Conclusions => *conclusions = text,
        }
        self.subjects.retain(|_, words| *words != Words::default());
    }

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
    fn a_subject_has_its_own_words_else_those_of_all() {
        let mut choices = Choices::default();
        choices.write(Part::Introduction, None, "pour tous".to_owned());
        choices.write(Part::Introduction, Some("fap2021:V0X60"), "pour lui".to_owned());
        choices.write(Part::Conclusions, Some("fap2021:V0X60"), "fin".to_owned());
        let text = |part, subject| choices.text(part, subject);
        assert_eq!(text(Part::Introduction, Some("fap2021:V0X60")), "pour lui");
        assert_eq!(text(Part::Introduction, Some("fap2021:T2A60")), "pour tous");
        assert_eq!(text(Part::Introduction, None), "pour tous");
        assert_eq!(text(Part::Conclusions, Some("fap2021:T2A60")), "");
        for part in Part::ALL {
            choices.write(part, Some("fap2021:V0X60"), String::new());
        }
        assert!(choices.subjects.is_empty(), "nothing of it is kept");
    }

    #[test]
    fn what_is_taken_back_leaves_nothing() {
        let mut papers = Papers::default();
        papers.decide("note", Choices { title: "Titre".to_owned(), ..Choices::default() });
        assert_eq!(papers.of("note").map(|choices| choices.title.as_str()), Some("Titre"));
        papers.decide("note", Choices::default());
        assert_eq!(papers, Papers::default());
    }
}
