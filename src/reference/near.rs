//! Territories that a text may have meant: by the name that people know, or by their code.

use crate::model::{Territory, fold};
use crate::reference::Reference;
use std::collections::BTreeMap;
use strsim::osa_distance;

/// Proposals at most: more are not read.
const MOST: usize = 5;
/// Kinds in the order in which they are proposed, those that the survey counts first.
const KINDS: [&str; 6] = ["be", "dep", "reg", "ze", "clpe", "epci"];

/// Letters and digits in words, without case or accents.
fn words(text: &str) -> String {
    let plain = fold(text);
    let words = plain.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join(" ")
}

/// How far a name is from what was typed; `None` when it is something else.
fn of_name(typed: &str, name: &str) -> Option<usize> {
    let inside = || name.split(' ').any(|word| word.starts_with(typed));
    match osa_distance(typed, name) {
        0 => Some(0),
        _ if name.starts_with(typed) => Some(1),
        _ if typed.len() >= 3 && inside() => Some(2),
        errors if errors * 4 <= typed.chars().count() => Some(2 + errors),
        _ => None,
    }
}

/// The same of a code: one digit wrong, missing or too many.
fn of_code(typed: &str, code: &str) -> Option<usize> {
    let errors = osa_distance(typed, code);
    (errors <= 1).then_some(errors)
}

impl Reference {
    /// Territories whose name, or code, is near a text (`aurillac`, `be:aurillac`, `8450`,
    /// `be:84500`), the nearest first; those of a commune whose code it is.
    pub fn near(&self, text: &str) -> Vec<(Territory, String)> {
        let (kind, rest) = match text.split_once(':') {
            Some((kind, rest)) if KINDS.contains(&kind.trim()) => (Some(kind.trim()), rest),
            _ => (None, text),
        };
        let typed = words(rest);
        if typed.is_empty() {
            return Vec::new();
        }
        let by_name = typed.chars().any(char::is_alphabetic);
        let mut found: BTreeMap<(usize, usize, Territory), String> = BTreeMap::new();
        for (rank, prefix) in KINDS.iter().enumerate() {
            if kind.is_some_and(|kind| kind != *prefix) {
                continue;
            }
            for territory in self.territories(prefix) {
                let label = self.label(territory).unwrap_or_default();
                let distance = if by_name {
                    of_name(&typed, &words(label))
                } else {
                    of_code(&typed, territory.code())
                };
                if let Some(distance) = distance {
                    found.insert((distance, rank, territory), label.to_owned());
                }
            }
            if let Some(home) = self.home(prefix, &typed) {
                found.insert((0, rank, home), self.label(home).unwrap_or_default().to_owned());
            }
        }
        found.into_iter().take(MOST).map(|((.., territory), label)| (territory, label)).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &[&str]) {
        let found = Reference::embedded().unwrap().near(text);
        let found: Vec<String> = found.iter().map(|(code, _)| code.to_string()).collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn names_without_case_or_accents() {
        check("aurillac", &["be:8450", "ze:8403", "clpe:15001"]);
        check("be:Aurillac", &["be:8450"]);
        check("be:aurilac", &["be:8450"]);
        check("SAINT-FLOUR", &["be:8451", "ze:8429", "clpe:15003"]);
        check("auvergne rhone alpes", &["reg:84"]);
        check("cantal", &["dep:15"]);
    }

    #[test]
    fn codes_with_a_wrong_digit_and_communes() {
        // The code of the basin is, but for a digit, that of others too: the exact one first.
        let found = Reference::embedded().unwrap().near("8450");
        assert_eq!(found[0], ("be:8450".parse().unwrap(), "AURILLAC".to_owned()));
        check("15014", &["be:8450", "dep:15", "reg:84", "ze:8403", "clpe:15001"]);
        check("be:84500", &["be:8450"]);
        check("be:99999", &[]);
        check("", &[]);
        check("xyzzy", &[]);
    }
}
