//! Abbreviations of job titles and employers' words, expanded before anything is compared.
//!
//! The list is our own, in `assets/reference/abbreviation.csv`. A short form that ends with a
//! full stop (« ass. ») is expanded only where the full stop was typed; a short form with two
//! rows (« AVS ») has two readings.

use crate::matching::label::fold::{Token, tokens};
use crate::matching::label::{LabelError, rows};
use std::collections::BTreeMap;

/// Readings kept for one label: beyond, two ambiguous abbreviations would multiply them.
const MOST_READINGS: usize = 4;

#[derive(Clone, Debug)]
struct Entry {
    short: Vec<Token>,
    long: Vec<Token>,
    /// The usual short name of an occupation: only where it is the whole label.
    whole: bool,
    /// The expansion is a mention or a contract, dropped later: it changes no word of the job.
    dropped: bool,
}

/// The abbreviations, by their first word; longest first, then in the order of the list.
#[derive(Clone, Debug, Default)]
pub struct Abbreviations {
    by_first: BTreeMap<String, Vec<Entry>>,
}

/// Tokens of a label with abbreviations expanded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Expanded {
    pub tokens: Vec<Token>,
    /// Whether a word of the job was expanded.
    pub changed: bool,
}

fn fits(pattern: &Token, token: &Token) -> bool {
    match (pattern, token) {
        (Token::Word { text: a, cut: needed }, Token::Word { text: b, cut }) => {
            a == b && (*cut || !*needed)
        }
        (Token::Slash { .. }, Token::Slash { .. }) => true,
        _ => false,
    }
}

impl Abbreviations {
    /// Reads `short;long;comment` rows; the comments `mention`, `contract` and `certificate` say
    /// that the expansion names no job, `usual name` that the short form is the whole label.
    ///
    /// # Errors
    /// When a row has not three fields.
    pub fn new(text: &str) -> Result<Self, LabelError> {
        let mut by_first: BTreeMap<String, Vec<Entry>> = BTreeMap::new();
        for (_, [short, long, comment]) in rows::<3>("abbreviation.csv", text)? {
            let dropped = matches!(comment, "mention" | "contract" | "certificate");
            let whole = comment == "usual name";
            let entry = Entry { short: tokens(short), long: tokens(long), whole, dropped };
            if let Some(Token::Word { text, .. }) = entry.short.first() {
                by_first.entry(text.clone()).or_default().push(entry);
            }
        }
        for entries in by_first.values_mut() {
            entries.sort_by_key(|entry| std::cmp::Reverse(entry.short.len()));
        }
        Ok(Self { by_first })
    }

    pub fn len(&self) -> usize {
        self.by_first.values().map(Vec::len).sum()
    }

    pub fn is_empty(&self) -> bool {
        self.by_first.is_empty()
    }

    /// Entries that fit at the head of the tokens: the longest short form, all its readings.
    fn at<'a>(&'a self, rest: &[Token], first: bool) -> Vec<&'a Entry> {
        let Some(Token::Word { text, .. }) = rest.first() else { return Vec::new() };
        let entries = self.by_first.get(text).map(Vec::as_slice).unwrap_or_default();
        let fitting: Vec<&Entry> = entries
            .iter()
            .filter(|entry| {
                entry.short.len() <= rest.len()
                    && (!entry.whole || first && entry.short.len() == rest.len())
                    && entry.short.iter().zip(rest).all(|(p, t)| fits(p, t))
            })
            .collect();
        let longest = fitting.first().map_or(0, |entry| entry.short.len());
        fitting.into_iter().filter(|entry| entry.short.len() == longest).collect()
    }

    /// The readings of a label, the first row of each ambiguous abbreviation first.
    pub fn expand(&self, tokens: &[Token]) -> Vec<Expanded> {
        let mut readings = vec![Expanded { tokens: Vec::new(), changed: false }];
        let mut at = 0;
        while let Some(token) = tokens.get(at) {
            let entries = self.at(tokens.get(at..).unwrap_or_default(), at == 0);
            let Some(first) = entries.first() else {
                for reading in &mut readings {
                    reading.tokens.push(token.clone());
                }
                at += 1;
                continue;
            };
            at += first.short.len();
            readings = entries
                .iter()
                .flat_map(|entry| {
                    readings.iter().map(|reading| {
                        let tokens = reading.tokens.iter().chain(&entry.long).cloned().collect();
                        Expanded { tokens, changed: reading.changed || !entry.dropped }
                    })
                })
                .take(MOST_READINGS)
                .collect();
        }
        readings
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const LIST: &str = "short;long;comment\n\
        PL;poids lourd;\n\
        H/F;homme ou femme;\n\
        AVS;auxiliaire de vie sociale;\n\
        AVS;auxiliaire de vie scolaire;\n\
        tech;technicien;\n\
        ass.;assistant;\n\
        ass mat;assistant maternel;\n\
        plongeur;plongeur en restauration;usual name\n";

    fn check(text: &str, expected: &[&str]) {
        let list = Abbreviations::new(LIST).unwrap();
        let found: Vec<String> = list
            .expand(&tokens(text))
            .iter()
            .map(|reading| {
                let words = reading.tokens.iter().filter_map(|token| match token {
                    Token::Word { text, .. } => Some(text.as_str()),
                    _ => None,
                });
                words.collect::<Vec<_>>().join(" ")
            })
            .collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn expansions() {
        check("conducteur PL", &["conducteur poids lourd"]);
        check("Tech. PL H/F", &["technicien poids lourd homme ou femme"]);
        check("serveur h / f", &["serveur homme ou femme"]);
        check("AVS", &["auxiliaire de vie sociale", "auxiliaire de vie scolaire"]);
        check("ass. direction", &["assistant direction"]);
        check("ass direction", &["ass direction"]);
        check("ass mat", &["assistant maternel"]);
        check("plongeur", &["plongeur en restauration"]);
        check("plongeur démineur", &["plongeur demineur"]);
        check("aide plongeur", &["aide plongeur"]);
    }

    #[test]
    fn a_row_of_two_fields_is_refused() {
        let found = Abbreviations::new("short;long;comment\nPL;poids lourd\n").unwrap_err();
        let expected =
            LabelError::Fields { list: "abbreviation.csv", line: 2, found: 2, expected: 3 };
        assert_eq!(found, expected);
    }
}
