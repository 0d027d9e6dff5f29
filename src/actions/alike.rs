//! How alike two sentences are, and by which words: a suggestion to be confirmed, never a decision.

use crate::matching::label::fold::{Token, is_small, tokens};
use crate::matching::label::grams::Grams;
use crate::matching::label::inflect::singular;
use std::collections::{BTreeMap, BTreeSet};

/// Words that proposals of a workshop share without being about the same thing.
const USUAL: [&str; 27] = [
    "faire",
    "mettre",
    "place",
    "creer",
    "developper",
    "renforcer",
    "favoriser",
    "action",
    "projet",
    "plus",
    "mieux",
    "territoire",
    "local",
    "locaux",
    "locale",
    "the",
    "of",
    "for",
    "to",
    "and",
    "with",
    "in",
    "on",
    "est",
    "sont",
    "ne",
    "pas",
];

/// Sentences compared with one another.
pub struct Sentences {
    words: Vec<BTreeSet<String>>,
    /// Of each word, in how many sentences it is.
    frequency: BTreeMap<String, u32>,
    grams: Grams,
    folded: Vec<String>,
}

/// How alike two of them are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Likeness {
    /// Of a hundred: half for words in common, the rare ones weighing more, half for letters.
    pub score: u8,
    /// The words in common, folded, in order.
    pub words: Vec<String>,
}

/// The words of a sentence that say something, in the singular, without case or accents.
pub fn words(text: &str) -> BTreeSet<String> {
    let word = |token| match token {
        Token::Word { text, .. } if !is_small(&text) => Some(singular(&text)),
        _ => None,
    };
    let all = tokens(text).into_iter().filter_map(word);
    all.filter(|word| word.len() > 1 && !USUAL.contains(&word.as_str())).collect()
}

impl Sentences {
    pub fn new<'a>(texts: impl Iterator<Item = &'a str>) -> Self {
        let words: Vec<BTreeSet<String>> = texts.map(words).collect();
        let mut frequency: BTreeMap<String, u32> = BTreeMap::new();
        for word in words.iter().flatten() {
            *frequency.entry(word.clone()).or_default() += 1;
        }
        let joined = |set: &BTreeSet<String>| set.iter().cloned().collect::<Vec<_>>().join(" ");
        let folded: Vec<String> = words.iter().map(joined).collect();
        let grams = Grams::new(folded.iter().map(String::as_str));
        Self { words, frequency, grams, folded }
    }

    /// Rarer is heavier, and even a word that all sentences hold weighs.
    fn weight(&self, word: &str) -> f64 {
        let seen = f64::from(self.frequency.get(word).copied().unwrap_or(1).max(1));
        let all = f64::from(u32::try_from(self.words.len()).unwrap_or(u32::MAX));
        (1.0 + all / seen).ln()
    }

    /// Those after a sentence, each with how alike it is, by rank.
    pub fn after(&self, rank: usize) -> Vec<(usize, Likeness)> {
        let (Some(own), Some(text)) = (self.words.get(rank), self.folded.get(rank)) else {
            return Vec::new();
        };
        let cosines = self.grams.cosines(text);
        let sum = |set: &BTreeSet<String>| set.iter().map(|word| self.weight(word)).sum::<f64>();
        let whole = sum(own);
        let others = self.words.iter().zip(cosines).enumerate().skip(rank + 1);
        let one = |(other, (words, cosine)): (usize, (&BTreeSet<String>, f32))| {
            let shared: Vec<String> = own.intersection(words).cloned().collect();
            let common: f64 = shared.iter().map(|word| self.weight(word)).sum();
            let total = whole + sum(words);
            let dice = if total > 0.0 { 2.0 * common / total } else { 0.0 };
            let score = 50.0 * (dice + f64::from(cosine.clamp(0.0, 1.0)));
            #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "0–100")]
            let score = score.round().clamp(0.0, 100.0) as u8;
            (other, Likeness { score, words: shared })
        };
        others.map(one).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(a: &str, b: &str, least: u8, most: u8, shared: &[&str]) {
        let sentences = Sentences::new([a, b, "Ouvrir une crèche"].into_iter());
        let after = sentences.after(0);
        let (_, likeness) = after.into_iter().find(|(rank, _)| *rank == 1).unwrap();
        assert!((least..=most).contains(&likeness.score), "{a} / {b}: {}", likeness.score);
        assert_eq!(likeness.words, shared, "{a} / {b}");
    }

    #[test]
    fn the_same_said_otherwise_is_alike_and_the_rest_is_not() {
        check("Visites d’entreprises", "Visite d'entreprise", 100, 100, &["entreprise", "visite"]);
        check(
            "Organiser des visites d’entreprises pour les collégiens",
            "Visites d'entreprises par les collégiens",
            60,
            99,
            &["collegien", "entreprise", "visite"],
        );
        check("Travail du conjoint", "Bourse d’emplois unique", 0, 20, &[]);
        check("", "Travail du conjoint", 0, 0, &[]);
    }

    #[test]
    fn order_does_not_count() {
        let of = |a: &str, b: &str| Sentences::new([a, b].into_iter()).after(0).remove(0).1.score;
        let (a, b) = ("Forum des métiers du bois", "Un forum pour la filière bois");
        assert_eq!(of(a, b), of(b, a));
    }
}
