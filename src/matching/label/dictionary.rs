//! What the user decided about labels: it always wins over a score.
//!
//! Decisions are kept under the normalised label, so that « CONDUCTRICES DE BUS » and
//! « conducteur de bus (H/F) » are one. A confirmed label also serves its near variants: those
//! with a typing error come first with [`Reason::OwnDictionary`], those that share most of their
//! words are proposed below the bulk threshold. An exact title of ROME is never overruled by a
//! mere neighbour of a decision.

use crate::matching::label::index::{Answer, Index};
use crate::matching::label::{N_CANDIDATES, Reason};
use crate::model::Rome;
use std::collections::{BTreeMap, BTreeSet};
use strsim::osa_distance;

/// A decision on a label as a whole.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// The proposal, a card of ROME v3, was right.
    Accepted(Rome),
    /// The proposal was wrong, and this card is right.
    Corrected(Rome),
    /// The label names no occupation.
    NoOccupation,
}

impl Verdict {
    pub const fn target(&self) -> Option<Rome> {
        match self {
            Self::Accepted(target) | Self::Corrected(target) => Some(*target),
            Self::NoOccupation => None,
        }
    }
}

/// All that was decided about one normalised label.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Entry {
    pub verdict: Option<Verdict>,
    /// Cards refused without a right one being named: never proposed again for this label.
    pub refused: BTreeSet<Rome>,
}

/// The decisions, by normalised label: plain data that the project saves.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Dictionary {
    pub entries: BTreeMap<String, Entry>,
}

/// A decision found for a label.
#[derive(Clone, Debug, PartialEq)]
pub struct Decided {
    pub verdict: Verdict,
    /// The normalised label it was taken for.
    pub key: String,
    /// 1 for the label itself, less for a neighbour, 0–1.
    pub score: f64,
}

/// Proposals of the index with what the user decided.
#[derive(Clone, Debug, PartialEq)]
pub struct Resolved {
    pub answer: Answer,
    /// Score 1 when the label itself was decided.
    pub decided: Option<Decided>,
}

/// Score of a decision taken for the same words but for typing errors.
const MISTYPED: f64 = 0.95;
/// Least part of common words, Dice, for a decision to be proposed for another label.
const LEAST_COMMON: f64 = 0.75;
/// A decision on a label with common words is a proposal to be read, below the bulk threshold.
const COMMON: f64 = 0.85;

impl Dictionary {
    fn entry(&mut self, index: &Index, label: &str) -> Option<&mut Entry> {
        let key = index.normalise(label).key;
        (!key.is_empty()).then(|| self.entries.entry(key).or_default())
    }

    /// The proposal is right. A label without a word changes nothing.
    pub fn accept(&mut self, index: &Index, label: &str, target: Rome) {
        if let Some(entry) = self.entry(index, label) {
            entry.verdict = Some(Verdict::Accepted(target));
        }
    }

    /// The proposal is wrong, and `target` is right.
    pub fn correct(&mut self, index: &Index, label: &str, target: Rome) {
        if let Some(entry) = self.entry(index, label) {
            entry.verdict = Some(Verdict::Corrected(target));
        }
    }

    /// This card is wrong, without a right one; a verdict for that card falls.
    pub fn refuse(&mut self, index: &Index, label: &str, rome: Rome) {
        if let Some(entry) = self.entry(index, label) {
            entry.refused.insert(rome);
            let target = entry.verdict.as_ref().and_then(Verdict::target);
            if target == Some(rome) {
                entry.verdict = None;
            }
        }
    }

    /// The label names no occupation.
    pub fn reject(&mut self, index: &Index, label: &str) {
        if let Some(entry) = self.entry(index, label) {
            entry.verdict = Some(Verdict::NoOccupation);
        }
    }

    /// Takes back all that was decided about a label.
    pub fn forget(&mut self, index: &Index, label: &str) {
        self.entries.remove(&index.normalise(label).key);
    }

    /// Takes back all that was decided under a normalised label: it is to be decided again.
    pub fn reopen(&mut self, key: &str) {
        self.entries.remove(key);
    }

    /// Proposals for a label, what was decided first.
    pub fn resolve(&self, index: &Index, label: &str) -> Resolved {
        let mut answer = index.propose(label);
        let own = self.entries.get(&answer.normalised.key);
        if let Some(entry) = own {
            answer.candidates.retain(|one| !entry.refused.contains(&one.rome));
        }
        let verdict = own.and_then(|entry| entry.verdict.clone());
        let certain = |reason| reason < Reason::Typo { distance: 0 };
        let decided = match verdict {
            Some(verdict) => {
                Some(Decided { verdict, key: answer.normalised.key.clone(), score: 1.0 })
            }
            None if answer.candidates.first().is_some_and(|one| certain(one.reason)) => None,
            None => self.neighbour(index, &answer, own),
        };
        if let Some(decided) = &decided {
            put_first(index, &mut answer, decided);
        }
        Resolved { answer, decided }
    }

    /// The nearest label with a right occupation; ties by likeness then by key.
    fn neighbour(&self, index: &Index, answer: &Answer, own: Option<&Entry>) -> Option<Decided> {
        let words: Vec<&str> = answer.normalised.key.split(' ').filter(|w| !w.is_empty()).collect();
        let mut best: Option<Decided> = None;
        for (key, entry) in &self.entries {
            let Some(verdict) = entry.verdict.as_ref().filter(|v| v.target().is_some()) else {
                continue;
            };
            let refused = |rome: Rome| own.is_some_and(|own| own.refused.contains(&rome));
            if verdict.target().is_some_and(refused) {
                continue;
            }
            let others: Vec<&str> = key.split(' ').collect();
            let score = nearness(index, &words, &others);
            if score > best.as_ref().map_or(0.0, |best| best.score) {
                best = Some(Decided { verdict: verdict.clone(), key: key.clone(), score });
            }
        }
        best
    }
}

/// How far a decision on some lemmas serves other ones, 0–1.
fn nearness(index: &Index, words: &[&str], others: &[&str]) -> f64 {
    let mut left: Vec<&str> = others.to_vec();
    let (mut same, mut mistyped) = (0_u32, 0_u32);
    for exact in [true, false] {
        for word in words {
            if exact != others.contains(word) {
                continue;
            }
            let found = left.iter().position(|other| {
                if exact { other == word } else { is_mistake(index, word, other) }
            });
            if let Some(at) = found {
                left.swap_remove(at);
                same += 1;
                mistyped += u32::from(!exact);
            }
        }
    }
    let total = crate::matching::label::count(words.len() + others.len());
    let common = if total > 0.0 { 2.0 * f64::from(same) / total } else { 0.0 };
    if left.is_empty() && words.len() == others.len() && mistyped > 0 {
        MISTYPED
    } else if common >= LEAST_COMMON {
        COMMON * common
    } else {
        0.0
    }
}

/// A word unknown to the titles, one edit away (two from nine letters on) from a decided one.
fn is_mistake(index: &Index, word: &str, decided: &str) -> bool {
    let most = if word.len() >= 9 { 2 } else { 1 };
    word.len() >= 4
        && !index.vocabulary.knows(word, word)
        && word.len().abs_diff(decided.len()) <= most
        && osa_distance(word, decided) <= most
}

/// The decided card, first among the candidates; no occupation empties them.
fn put_first(index: &Index, answer: &mut Answer, decided: &Decided) {
    let Some(rome) = decided.verdict.target() else {
        answer.candidates.clear();
        return;
    };
    let known = answer.candidates.iter().position(|one| one.rome == rome);
    let known = known.map(|at| answer.candidates.remove(at)).or_else(|| index.of_card(rome));
    for one in &mut answer.candidates {
        one.score = one.score.min(1.0 - decided.score);
    }
    if let Some(mut first) = known {
        first.score = decided.score;
        first.reason = Reason::OwnDictionary;
        answer.candidates.insert(0, first);
    }
    answer.candidates.truncate(N_CANDIDATES);
}

#[cfg(test)]
mod tests {
    use super::*;

    const TITLES: &str = "ogr;rome;label\n\
        1;N4101;Conducteur / Conductrice de poids lourd\n\
        2;N4103;Conducteur / Conductrice de bus\n\
        3;K1304;Employé / Employée de ménage\n\
        4;K2204;Nettoyeur / Nettoyeuse de locaux\n";

    fn index() -> Index {
        Index::new(TITLES, "code;parent;label\n", "short;long;comment\nPL;poids lourd;\n").unwrap()
    }

    fn rome(code: &str) -> Rome {
        Rome::new(code).unwrap()
    }

    /// First card, its reason, and the score of the decision.
    fn check(dictionary: &Dictionary, label: &str, code: Option<&str>, reason: Option<Reason>) {
        let resolved = dictionary.resolve(&index(), label);
        let first = resolved.answer.candidates.first();
        assert_eq!(first.map(|one| one.rome.to_string()).as_deref(), code, "{label}");
        assert_eq!(first.map(|one| one.reason), reason, "{label}");
    }

    fn with(label: &str, code: &str) -> Dictionary {
        let mut dictionary = Dictionary::default();
        dictionary.correct(&index(), label, rome(code));
        dictionary
    }

    #[test]
    fn a_decision_wins_over_an_exact_title() {
        let dictionary = with("conducteur de bus", "N4101");
        check(&dictionary, "conducteur de bus", Some("N4101"), Some(Reason::OwnDictionary));
        check(&dictionary, "CONDUCTRICES DE BUS", Some("N4101"), Some(Reason::OwnDictionary));
        check(&dictionary, "conducteur PL", Some("N4101"), Some(Reason::Abbreviation));
    }

    #[test]
    fn near_variants_are_served() {
        let dictionary = with("dame de compagnie", "K1304");
        let own = Some(Reason::OwnDictionary);
        check(&dictionary, "dames de compagnie", Some("K1304"), own);
        check(&dictionary, "dame de comapgnie", Some("K1304"), own);
        let score = |label| dictionary.resolve(&index(), label).decided.map(|d| d.score);
        assert_eq!(score("dame de compagnie"), Some(1.0));
        assert_eq!(score("dame de comapgnie"), Some(MISTYPED));
        assert_eq!(score("dame compagnie nuit"), Some(COMMON * (2.0 * 2.0 / 5.0)));
        assert_eq!(score("gardien"), None);
    }

    #[test]
    fn a_neighbour_never_overrules_a_title() {
        let dictionary = with("conducteur de bux", "K1304");
        check(&dictionary, "conducteur de bus", Some("N4103"), Some(Reason::Exact));
    }

    #[test]
    fn refused_rejected_forgotten() {
        let mut dictionary = Dictionary::default();
        dictionary.refuse(&index(), "conducteur de bus", rome("N4103"));
        let resolved = dictionary.resolve(&index(), "conducteur de bus");
        assert!(resolved.answer.candidates.iter().all(|one| one.rome != rome("N4103")));
        dictionary.reject(&index(), "conducteur de bus");
        check(&dictionary, "conducteurs de bus", None, None);
        dictionary.forget(&index(), "conductrice de bus");
        check(&dictionary, "conducteur de bus", Some("N4103"), Some(Reason::Exact));
        assert_eq!(dictionary, Dictionary::default());
    }

    #[test]
    fn refusing_an_accepted_card_takes_the_verdict_back() {
        let mut dictionary = with("chauffeur", "N4101");
        dictionary.refuse(&index(), "chauffeur", rome("N4101"));
        assert_eq!(dictionary.resolve(&index(), "chauffeur").decided, None);
    }

    #[test]
    fn a_label_without_a_word_decides_nothing() {
        let mut dictionary = Dictionary::default();
        dictionary.accept(&index(), " ", rome("N4101"));
        assert_eq!(dictionary, Dictionary::default());
    }
}
