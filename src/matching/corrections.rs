//! What the user decided about links between training and occupations: it always wins.
//!
//! Decisions are kept under a key of words, never of row numbers: a catalogue loaded again, or
//! sorted otherwise, finds them back.

use crate::matching::supply::{Certification, Offer};
use crate::model::{Fap, fold};
use std::collections::{BTreeMap, BTreeSet};

/// What an offer or a certification is known by: its words, folded.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct LinkKey(String);

impl LinkKey {
    /// Provider, title and register number: one decision for all places and years of an offer.
    pub fn of_offer(offer: &Offer) -> Self {
        let register = offer.register.map(|register| register.to_string()).unwrap_or_default();
        Self::new("offer", &[&offer.provider, &offer.title, &register])
    }

    /// Register number, or code of the diploma, and label.
    pub fn of_certification(certification: &Certification) -> Self {
        let register = certification.register.map(|register| register.to_string());
        let number = register.unwrap_or_else(|| certification.diploma.clone());
        Self::new("certification", &[&number, &certification.label])
    }

    fn new(kind: &str, words: &[&str]) -> Self {
        let mut text = kind.to_owned();
        for word in words {
            text.push('|');
            let folded = fold(word).replace('|', " ");
            let words: Vec<&str> = folded.split_whitespace().collect();
            text.push_str(&words.join(" "));
        }
        Self(text)
    }

    /// As it is saved.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// A key that was saved.
    pub const fn saved(text: String) -> Self {
        Self(text)
    }
}

/// What was decided about one offer or certification.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Decision {
    /// Leads to these and to no other; `None`: what was found holds, but for the two below.
    pub set: Option<BTreeSet<Fap>>,
    pub accepted: BTreeSet<Fap>,
    pub refused: BTreeSet<Fap>,
}

/// What a decision says of an occupation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Said {
    Linked,
    Refused,
    /// What was found holds.
    Nothing,
}

impl Decision {
    fn is_empty(&self) -> bool {
        self.set.is_none() && self.accepted.is_empty() && self.refused.is_empty()
    }

    /// Whether it leads somewhere.
    pub fn links(&self) -> bool {
        self.set.as_ref().is_some_and(|set| !set.is_empty()) || !self.accepted.is_empty()
    }

    pub fn of(&self, occupation: Fap) -> Said {
        // A list is of one edition of codes: it says nothing of the other.
        let same = |one: &&Fap| one.version == occupation.version;
        if self.accepted.contains(&occupation) {
            Said::Linked
        } else if self.refused.contains(&occupation) {
            Said::Refused
        } else {
            match &self.set {
                Some(set) if set.contains(&occupation) => Said::Linked,
                Some(set) if set.is_empty() || set.iter().any(|one| same(&one)) => Said::Refused,
                _ => Said::Nothing,
            }
        }
    }
}

/// The decisions, by key: plain data that the project saves.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Links {
    pub decisions: BTreeMap<LinkKey, Decision>,
}

impl Links {
    pub fn is_empty(&self) -> bool {
        self.decisions.is_empty()
    }

    /// The link is right, whether it was proposed or not.
    pub fn accept(&mut self, key: LinkKey, occupation: Fap) {
        self.change(key, |decision| {
            decision.refused.remove(&occupation);
            decision.accepted.insert(occupation);
        });
    }

    /// The link is wrong: neither counted nor proposed again.
    pub fn refuse(&mut self, key: LinkKey, occupation: Fap) {
        self.change(key, |decision| {
            decision.accepted.remove(&occupation);
            decision.refused.insert(occupation);
        });
    }

    /// It leads to these occupations and to no other.
    pub fn set(&mut self, key: LinkKey, occupations: BTreeSet<Fap>) {
        self.change(key, |decision| {
            *decision = Decision { set: Some(occupations), ..Decision::default() };
        });
    }

    /// What was found holds again for this occupation.
    pub fn forget(&mut self, key: LinkKey, occupation: Fap) {
        self.change(key, |decision| {
            decision.accepted.remove(&occupation);
            decision.refused.remove(&occupation);
        });
    }

    fn change(&mut self, key: LinkKey, change: impl FnOnce(&mut Decision)) {
        let mut decision = self.decisions.remove(&key).unwrap_or_default();
        change(&mut decision);
        if !decision.is_empty() {
            self.decisions.insert(key, decision);
        }
    }

    pub fn said(&self, key: &LinkKey, occupation: Fap) -> Said {
        self.decisions.get(key).map_or(Said::Nothing, |decision| decision.of(occupation))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fap(code: &str) -> Fap {
        code.parse().unwrap()
    }

    fn key(title: &str) -> LinkKey {
        LinkKey::new("offer", &["Greta du Cantal", title, "RNCP35830"])
    }

    #[test]
    fn a_key_is_of_words_whatever_their_case_and_accents() {
        assert_eq!(key("Aide-soignant  diplômé"), key("AIDE-SOIGNANT DIPLOME"));
        assert_ne!(key("Aide-soignant"), key("Aide-soignante"));
        // A bar within a title does not make two fields of it.
        assert_ne!(LinkKey::new("offer", &["a|b", "c"]), LinkKey::new("offer", &["a", "b|c"]));
    }

    #[test]
    fn the_last_decision_holds() {
        let mut links = Links::default();
        let (care, home) = (fap("fap2021:V0X60"), fap("fap2021:T2A60"));
        links.accept(key("Soins"), care);
        assert_eq!(links.said(&key("soins"), care), Said::Linked);
        assert_eq!(links.said(&key("soins"), home), Said::Nothing);
        links.refuse(key("Soins"), care);
        assert_eq!(links.said(&key("soins"), care), Said::Refused);
        links.set(key("Soins"), [home].into());
        assert_eq!(
            [care, home].map(|o| links.said(&key("soins"), o)),
            [Said::Refused, Said::Linked]
        );
        links.accept(key("Soins"), care);
        assert_eq!([care, home].map(|o| links.said(&key("soins"), o)), [Said::Linked; 2]);
        // Codes of the other edition are not judged by this list.
        assert_eq!(links.said(&key("soins"), fap("fap2009:V0Z60")), Said::Nothing);
        links.set(key("Soins"), BTreeSet::new());
        assert_eq!(links.said(&key("soins"), fap("fap2009:V0Z60")), Said::Refused);
    }

    #[test]
    fn a_decision_taken_back_leaves_nothing() {
        let mut links = Links::default();
        links.accept(key("Soins"), fap("fap2021:V0X60"));
        links.forget(key("Soins"), fap("fap2021:V0X60"));
        assert!(links.is_empty());
    }
}
