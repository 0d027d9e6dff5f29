//! A typed label to its readings: words in the masculine singular, without mentions.

use crate::matching::label::abbreviation::Abbreviations;
use crate::matching::label::double;
use crate::matching::label::fold::{Token, is_small, tokens};
use crate::matching::label::inflect::Genders;
use crate::matching::label::noise::without_noise;

/// What is needed to read a label.
#[derive(Clone, Debug, Default)]
pub struct Normaliser {
    pub abbreviations: Abbreviations,
    pub genders: Genders,
}

/// One way to understand a label.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reading {
    /// Content words as typed but folded; one cut by a full stop keeps it, « soig. ».
    pub words: Vec<String>,
    /// Their masculine singular, each once, in the order of the label.
    pub lemmas: Vec<String>,
    /// An abbreviation was expanded.
    pub expanded: bool,
    /// Mentions and contract words were dropped.
    pub trimmed: bool,
    /// Only one of the occupations of the label, « serveur / barman ».
    pub part: bool,
}

/// A label with its readings, the most faithful first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Normalised {
    /// The folded text with small words, nothing expanded: for the exact look-up.
    pub surface: String,
    pub readings: Vec<Reading>,
    /// Sorted lemmas of the reading without mentions: what decisions are kept under.
    pub key: String,
}

/// Words between the slashes of a label; `tight` slashes separate too when asked.
pub(crate) fn parts(tokens: &[Token], tight_too: bool) -> Vec<Vec<String>> {
    let mut parts = vec![Vec::new()];
    for token in tokens {
        match token {
            Token::Word { text, cut } => {
                let word = if *cut { format!("{text}.") } else { text.clone() };
                if let Some(part) = parts.last_mut() {
                    part.push(word);
                }
            }
            Token::Slash { tight } if !tight || tight_too => parts.push(Vec::new()),
            Token::Slash { .. } | Token::Break => {}
        }
    }
    parts.retain(|part| !part.is_empty());
    parts
}

pub(crate) fn content(words: &[String]) -> Vec<String> {
    let kept: Vec<String> = words.iter().filter(|word| !is_small(word)).cloned().collect();
    if kept.is_empty() { words.to_vec() } else { kept }
}

/// Tokens between commas and « ou »: a list of occupations, when there are several.
fn listed(tokens: &[Token]) -> Vec<Vec<Token>> {
    tokens
        .split(|token| match token {
            Token::Break => true,
            Token::Word { text, .. } => text == "ou",
            Token::Slash { .. } => false,
        })
        .filter(|part| !part.is_empty())
        .map(<[Token]>::to_vec)
        .collect()
}

impl Normaliser {
    /// The lemmas of words, each once.
    pub fn lemmas(&self, words: &[String]) -> Vec<String> {
        let mut lemmas: Vec<String> = Vec::new();
        for word in words {
            let lemma = self.genders.lemma(word.trim_end_matches('.'));
            if !lemmas.contains(&lemma) {
                lemmas.push(lemma);
            }
        }
        lemmas
    }

    fn reading(&self, words: Vec<String>, expanded: bool, trimmed: bool, part: bool) -> Reading {
        Reading { lemmas: self.lemmas(&words), words, expanded, trimmed, part }
    }

    /// Reads a typed label.
    pub fn read(&self, label: &str) -> Normalised {
        let typed = tokens(label);
        let surface = double::read(&parts(&typed, true)).masculine;
        let surface: Vec<&str> = surface.iter().map(|word| word.trim_end_matches('.')).collect();
        let mut readings: Vec<Reading> = Vec::new();
        let mut add = |reading: Reading| {
            let known = readings.iter().any(|r| r.words == reading.words);
            if !known && !reading.words.is_empty() {
                readings.push(reading);
            }
        };
        let variants = self.abbreviations.expand(&typed);
        for variant in &variants {
            let whole = double::read(&parts(&variant.tokens, true));
            add(self.reading(content(&whole.masculine), variant.changed, false, false));
        }
        for variant in &variants {
            let whole = double::read(&parts(&variant.tokens, true));
            let words = without_noise(&content(&whole.masculine));
            add(self.reading(words, variant.changed, true, false));
        }
        for variant in &variants {
            self.add_parts(&variant.tokens, variant.changed, &mut add);
        }
        let trimmed = readings.iter().find(|reading| reading.trimmed && !reading.part);
        let mut key = trimmed.or(readings.first()).map(|r| r.lemmas.clone()).unwrap_or_default();
        key.sort_unstable();
        Normalised { surface: surface.join(" "), readings, key: key.join(" ") }
    }

    /// Each occupation of a list, and each side of a slash that is not a matter of gender.
    fn add_parts(&self, tokens: &[Token], expanded: bool, add: &mut impl FnMut(Reading)) {
        let list = listed(tokens);
        let many = list.len() > 1;
        for tokens in &list {
            let pieces = parts(tokens, true);
            let double = double::read(&pieces);
            if double.alternatives.is_empty() {
                if many {
                    let words = without_noise(&content(&double.masculine));
                    add(self.reading(words, expanded, true, true));
                }
                continue;
            }
            for words in pieces.iter().chain(&double.alternatives) {
                add(self.reading(without_noise(&content(words)), expanded, true, true));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(label: &str, expected: &[&str]) {
        let list = "short;long;comment\nPL;poids lourd;\nH/F;homme ou femme;\n\
                    SPL;super poids lourd;\nCDI;contrat à durée indéterminée;\n";
        let normaliser = Normaliser {
            abbreviations: Abbreviations::new(list).unwrap(),
            genders: Genders::default(),
        };
        let read = normaliser.read(label);
        let found: Vec<String> = read.readings.iter().map(|r| r.lemmas.join(" ")).collect();
        assert_eq!(found, expected, "{label}");
    }

    #[test]
    fn readings() {
        check("CONDUCTRICE DE BUS", &["conducteur bus"]);
        check("maçons", &["macon"]);
        check("boulanger(ère)", &["boulanger"]);
        check("serveur/serveuse", &["serveur"]);
        check("Conducteur / Conductrice de bus", &["conducteur bus"]);
        check(
            "conducteur PL CDI",
            &["conducteur poid lourd contrat dure indetermine", "conducteur poid lourd"],
        );
        check("serveur / barman", &["serveur barman", "serveur", "barman"]);
        check("", &[]);
        check("de la", &["de la"]);
    }

    #[test]
    fn a_key_knows_no_order_and_no_mention() {
        let normaliser = Normaliser::default();
        assert_eq!(normaliser.read("Bus, conductrices de").key, "bus conducteur");
    }
}
