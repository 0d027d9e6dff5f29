//! Parts of a key as users wrote them: labels of questions, answers, names of groups and colleges.
//!
//! A key is made of parts with `/` between them, and a label may hold one: two figures would have
//! one key, and nothing could be decided on either. Within a part, `\` stands before what is not
//! what it looks like. Logs of before know these parts as they were written.

use crate::secrecy::journal::{Entry, Export, Key, Log};
use std::borrow::Cow;
use std::collections::BTreeMap;

/// Words that the program itself puts between the parts of a key.
const KEPT: [&str; 2] = ["unweighted", "others"];

/// A part of a key, which no other text gives.
pub fn part(text: &str) -> String {
    if KEPT.contains(&text) {
        return format!("\\{text}");
    }
    let mut part = String::with_capacity(text.len());
    for sign in text.chars() {
        match sign {
            '\\' => part.push_str("\\\\"),
            '/' => part.push_str("\\|"),
            other => part.push(other),
        }
    }
    part
}

/// Several answers that are one part of a key.
pub fn joined(answers: &[String]) -> String {
    let each: Vec<String> = answers.iter().map(|one| part(one).replace('+', "\\&")).collect();
    each.join(" + ")
}

/// Parts as they were written, before they were told apart.
pub fn plain(key: &str) -> String {
    let mut plain = String::with_capacity(key.len());
    let mut signs = key.chars();
    while let Some(sign) = signs.next() {
        plain.push(match sign {
            '\\' => match signs.next() {
                Some('|') => '/',
                Some('&') => '+',
                Some(other) => other,
                None => '\\',
            },
            other => other,
        });
    }
    plain
}

fn plain_of(key: &Key) -> Key {
    let Key { indicator, territory, breakdown, vintage } = key;
    Key {
        indicator: plain(indicator),
        territory: territory.clone(),
        breakdown: plain(breakdown),
        vintage: vintage.clone(),
    }
}

/// The log under the keys that the figures of an export have now. Where a key of before may be that
/// of several of them, it is that of each: what is outside counts once too often rather than not.
pub fn renamed<'a>(log: &'a Log, export: &Export) -> Cow<'a, Log> {
    // Whatever territory or wave: figures of all of them are compared.
    let words = |key: &Key| (key.indicator.clone(), key.breakdown.clone());
    let mut now: BTreeMap<(String, String), Vec<(String, String)>> = BTreeMap::new();
    for candidate in &export.candidates {
        let key = &candidate.key;
        if key.indicator.contains('\\') || key.breakdown.contains('\\') {
            let told = now.entry(words(&plain_of(key))).or_default();
            if !told.contains(&words(key)) {
                told.push(words(key));
            }
        }
    }
    if now.is_empty() {
        return Cow::Borrowed(log);
    }
    let mut log = log.clone();
    for release in log.releases.iter_mut().filter(|release| release.has_plain_keys) {
        let mut more: Vec<Entry> = Vec::new();
        for entry in &mut release.entries {
            let Some(told) = now.get(&words(&entry.key)) else { continue };
            let mut told = told.iter().map(|(indicator, breakdown)| Key {
                indicator: indicator.clone(),
                breakdown: breakdown.clone(),
                ..entry.key.clone()
            });
            let first = told.next();
            more.extend(told.map(|key| Entry { key, ..entry.clone() }));
            if let Some(first) = first {
                // A figure of today may still have the key of before.
                let still =
                    export.candidates.iter().any(|one| words(&one.key) == words(&entry.key));
                if still {
                    more.push(Entry { key: first, ..entry.clone() });
                } else {
                    entry.key = first;
                }
            }
        }
        // Positions of the others stay.
        release.entries.extend(more);
    }
    Cow::Owned(log)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::secrecy::changes::Contributors;
    use crate::secrecy::journal::{Answer, Candidate, Outcome, Release, Rule};
    use crate::secrecy::siphash::Salt;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn no_two_texts_give_one_key(
            one in prop::collection::vec("[a/\\\\|&+ ]{0,4}|unweighted|others", 1..4),
            other in prop::collection::vec("[a/\\\\|&+ ]{0,4}|unweighted|others", 1..4),
        ) {
            let key = |parts: &[String]| {
                parts.iter().map(|text| part(text)).collect::<Vec<_>>().join("/")
            };
            prop_assert_eq!(key(&one) == key(&other), one == other);
            prop_assert_eq!(joined(&one) == joined(&other), one == other);
            prop_assert_eq!(plain(&key(&one)), one.join("/"));
            prop_assert_eq!(plain(&joined(&one)), one.join(" + "));
            prop_assert!(key(&one).split('/').all(|part| !KEPT.contains(&part)));
        }
    }

    fn key(indicator: &str) -> Key {
        Key {
            indicator: indicator.to_owned(),
            territory: "be:8450".to_owned(),
            breakdown: String::new(),
            vintage: "2026".to_owned(),
        }
    }

    fn renamed_to(before: &[&str], now: &[&str]) -> Vec<String> {
        let entry = |indicator: &&str| Entry {
            key: key(indicator),
            fingerprint: 7,
            contributors: Contributors::default(),
            outcome: Outcome::Hidden,
        };
        let entries = before.iter().map(entry).collect();
        let releases = vec![Release { has_plain_keys: true, entries, ..Release::default() }];
        let log = Log { salt: Salt([1; 16]), releases };
        let candidate = |indicator: &&str| Candidate {
            key: key(indicator),
            answers: Vec::<Answer>::new(),
            rule: Rule::Total,
            half_step: 0.0,
            wanted: true,
        };
        let export = Export { candidates: now.iter().map(candidate).collect(), totals: Vec::new() };
        let log = renamed(&log, &export);
        log.releases[0].entries.iter().map(|entry| entry.key.indicator.clone()).collect()
    }

    #[test]
    fn what_left_before_is_known_under_its_key_of_today() {
        assert_eq!(renamed_to(&["q/a", "q/b"], &["q/a", "q/b"]), ["q/a", "q/b"]);
        assert_eq!(renamed_to(&["q/a/b", "q/c"], &["q/a\\|b", "q/c"]), ["q/a\\|b", "q/c"]);
        // Either may be the one of before.
        assert_eq!(renamed_to(&["q/a/b"], &["q/a\\|b", "q/a/b"]), ["q/a/b", "q/a\\|b"]);
        let both = ["q/a\\|b/c", "q/a/b\\|c"];
        assert_eq!(renamed_to(&["q/a/b/c"], &both), both);
    }
}
