//! The words of the published titles, their rarity, and the words a typing error may hide.

use crate::matching::label::count;
use crate::matching::label::inflect::Genders;
use std::collections::BTreeMap;
use strsim::{jaro_winkler, osa_distance};

/// A lemma that a typed word may stand for.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Match {
    pub lemma: u32,
    /// Likeness, 0–1; 1 for the word itself.
    pub likeness: f64,
    /// Damerau distance (optimal string alignment); 0 for the word and for a cut word.
    pub distance: u8,
}

#[derive(Clone, Debug)]
struct Word {
    text: String,
    letters: u64,
    lemma: u32,
}

/// Every folded word of the titles, in both genders, with its lemma.
#[derive(Clone, Debug, Default)]
pub struct Vocabulary {
    words: Vec<Word>,
    by_text: BTreeMap<String, u32>,
    lemmas: BTreeMap<String, u32>,
    /// Number of forms that hold each lemma.
    frequency: Vec<u32>,
    n_forms: u32,
    most: f64,
}

/// Lemmas kept for one word that is cut or mistyped.
const MOST_MATCHES: usize = 24;

/// Likeness of a word cut by a full stop to the words it begins.
const CUT: f64 = 0.9;

/// Least weight of the word that opens a title; the usual ones (« agent ») weigh 2 to 3.
const LEAST_HEAD: f64 = 4.5;

/// A known word is seldom a mistake for another known word.
const KNOWN_MISTAKE: f64 = 0.6;

/// One bit per letter or digit: each edit changes at most two bits.
fn bits(word: &str) -> u64 {
    word.bytes().fold(0, |bits, b| {
        bits | match b {
            b'a'..=b'z' => 1 << (b - b'a'),
            b'0'..=b'9' => 1 << (26 + b - b'0'),
            _ => 1 << 40,
        }
    })
}

/// Damerau distance tolerated in a word of that length.
const fn tolerance(len: usize) -> usize {
    match len {
        0..=2 => 0,
        3..=7 => 1,
        _ => 2,
    }
}

impl Vocabulary {
    /// The lemma of a folded word, added when new.
    pub fn intern(&mut self, word: &str, genders: &Genders) -> u32 {
        if let Some(known) = self.by_text.get(word).and_then(|&at| self.words.get(at as usize)) {
            return known.lemma;
        }
        let text = genders.lemma(word);
        let next = u32::try_from(self.lemmas.len()).unwrap_or(u32::MAX);
        let lemma = *self.lemmas.entry(text).or_insert(next);
        let at = u32::try_from(self.words.len()).unwrap_or(u32::MAX);
        self.words.push(Word { text: word.to_owned(), letters: bits(word), lemma });
        self.by_text.insert(word.to_owned(), at);
        lemma
    }

    /// Counts the forms that hold each lemma, once all are known.
    pub fn weigh<'a>(&mut self, forms: impl Iterator<Item = &'a [u32]>) {
        self.frequency = vec![0; self.lemmas.len()];
        self.n_forms = 0;
        for form in forms {
            self.n_forms += 1;
            for &lemma in form {
                if let Some(n) = self.frequency.get_mut(lemma as usize) {
                    *n += 1;
                }
            }
        }
        self.most = (1.0 + f64::from(self.n_forms)).ln();
    }

    pub fn n_lemmas(&self) -> usize {
        self.lemmas.len()
    }

    /// The texts of the lemmas, by number.
    pub(crate) fn names(&self) -> Vec<&str> {
        let mut names = vec![""; self.lemmas.len()];
        for (text, &lemma) in &self.lemmas {
            if let Some(name) = names.get_mut(lemma as usize) {
                *name = text;
            }
        }
        names
    }

    pub fn lemma(&self, text: &str) -> Option<u32> {
        self.lemmas.get(text).copied()
    }

    /// Whether a folded word, or its lemma, stands in a published title.
    pub fn knows(&self, word: &str, lemma: &str) -> bool {
        self.by_text.contains_key(word) || self.lemmas.contains_key(lemma)
    }

    /// Inverse document frequency `ln(1 + N / n)` of a lemma over the forms.
    pub fn rarity(&self, lemma: u32) -> f64 {
        match self.frequency.get(lemma as usize) {
            Some(&n) if n > 0 => (1.0 + f64::from(self.n_forms) / f64::from(n)).ln(),
            _ => self.most,
        }
    }

    /// The weight of a lemma that opens a title: what it names is the job, however usual.
    pub fn head(&self, lemma: u32) -> f64 {
        self.rarity(lemma).max(LEAST_HEAD)
    }

    /// The rarity of a word of a single form.
    pub fn most_rare(&self) -> f64 {
        self.most
    }

    /// Lemmas that a typed word may stand for, likeliest first, each once.
    ///
    /// `word` is folded, with its full stop when it is cut; `lemma` is its own lemma.
    pub fn matches(&self, word: &str, lemma: &str) -> Vec<Match> {
        let bare = word.trim_end_matches('.');
        let known = self.lemmas.get(lemma).copied();
        let mut found: Vec<Match> =
            known.map(|lemma| Match { lemma, likeness: 1.0, distance: 0 }).into_iter().collect();
        if known.is_none() && word.ends_with('.') && bare.len() >= 2 {
            found.extend(self.beginning_with(bare));
        }
        if found.is_empty() || (known.is_some() && bare.len() >= 5) {
            found.extend(self.mistyped(bare, known.is_some()));
        }
        found.sort_by(|a, b| {
            b.likeness
                .total_cmp(&a.likeness)
                .then(a.distance.cmp(&b.distance))
                .then(a.lemma.cmp(&b.lemma))
        });
        let mut kept: Vec<Match> = Vec::new();
        for one in found {
            if kept.len() < MOST_MATCHES && kept.iter().all(|other| other.lemma != one.lemma) {
                kept.push(one);
            }
        }
        kept
    }

    fn beginning_with(&self, start: &str) -> impl Iterator<Item = Match> {
        self.by_text
            .range(start.to_owned()..)
            .take_while(move |(text, _)| text.starts_with(start))
            .filter_map(|(_, &at)| self.words.get(at as usize))
            .map(|word| Match { lemma: word.lemma, likeness: CUT, distance: 0 })
    }

    fn mistyped(&self, typed: &str, known: bool) -> impl Iterator<Item = Match> {
        let typed = typed.to_owned();
        let letters = bits(&typed);
        let most = if known { 1 } else { tolerance(typed.len()) };
        let first = typed.bytes().next();
        self.words.iter().filter_map(move |word| {
            let differing = (word.letters ^ letters).count_ones() as usize;
            if differing > 2 * most || word.text.len().abs_diff(typed.len()) > most {
                return None;
            }
            // In short words the first letter is seldom wrong, and chance neighbours abound.
            if typed.len() <= 3 && word.text.bytes().next() != first {
                return None;
            }
            let distance = osa_distance(&typed, &word.text);
            if distance == 0 || distance > most {
                return None;
            }
            let likeness = likeness(&typed, &word.text, distance);
            let likeness = if known { likeness * KNOWN_MISTAKE } else { likeness };
            let distance = u8::try_from(distance).unwrap_or(u8::MAX);
            Some(Match { lemma: word.lemma, likeness, distance })
        })
    }
}

/// Edits as a part of the length, softened by the Jaro–Winkler likeness of the two words, which
/// trusts a common beginning.
fn likeness(typed: &str, word: &str, distance: usize) -> f64 {
    let longest = count(typed.len().max(word.len()).max(1));
    let kept = 1.0 - count(distance) / longest;
    0.5 * kept + 0.5 * jaro_winkler(typed, word)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn vocabulary() -> Vocabulary {
        let mut vocabulary = Vocabulary::default();
        let forms: Vec<Vec<u32>> = [&["boulanger"][..], &["moteur", "bus"], &["monteur", "bus"]]
            .iter()
            .map(|form| form.iter().map(|w| vocabulary.intern(w, &Genders::default())).collect())
            .collect();
        vocabulary.weigh(forms.iter().map(Vec::as_slice));
        vocabulary
    }

    fn check(word: &str, expected: &[(&str, u8)]) {
        let vocabulary = vocabulary();
        let lemma = Genders::default().lemma(word.trim_end_matches('.'));
        let found: Vec<(u32, u8)> =
            vocabulary.matches(word, &lemma).iter().map(|m| (m.lemma, m.distance)).collect();
        let expected: Vec<(u32, u8)> =
            expected.iter().map(|(w, d)| (vocabulary.lemma(w).unwrap(), *d)).collect();
        assert_eq!(found, expected, "{word}");
    }

    #[test]
    fn words_and_mistakes() {
        check("boulangers", &[("boulanger", 0)]);
        check("boulagner", &[("boulanger", 1)]);
        check("bolangr", &[]);
        check("boul.", &[("boulanger", 0)]);
        check("monteur", &[("monteur", 0), ("moteur", 1)]);
        check("bys", &[("bus", 1)]);
        check("xus", &[]);
    }

    #[test]
    fn rarity_is_by_form() {
        let vocabulary = vocabulary();
        let rarity = |word| vocabulary.rarity(vocabulary.lemma(word).unwrap());
        assert!((rarity("bus") - (1.0_f64 + 3.0 / 2.0).ln()).abs() < 1e-12);
        assert!((rarity("boulanger") - (1.0_f64 + 3.0 / 1.0).ln()).abs() < 1e-12);
    }
}
