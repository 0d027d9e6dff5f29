//! The formulas of numbers that are no indicator, in words of the language.

use crate::i18n::Catalog;

/// What formulas name, in the catalogs (`formula-word-…`): phrases before the words in them.
const WORDS: [&str; 29] = [
    "access to work",
    "by age",
    "budget",
    "completion",
    "cost",
    "draws",
    "empty",
    "entered",
    "entrants",
    "gain",
    "gap",
    "group",
    "kept",
    "need",
    "people",
    "place",
    "places",
    "pool",
    "qualified",
    "rate",
    "read",
    "refused",
    "return",
    "said",
    "seekers",
    "session",
    "sessions",
    "share",
    "stays",
];

/// A formula as the language names what is in it; its symbols stay.
pub fn said(formula: &str, catalog: &Catalog) -> String {
    let mut out = String::with_capacity(formula.len());
    let mut rest = formula;
    while let Some(first) = rest.chars().next() {
        let begins = out.chars().next_back().is_none_or(|sign| !sign.is_alphanumeric());
        let found = WORDS.iter().filter(|_| begins).find_map(|word| {
            let after = rest.strip_prefix(word)?;
            let ends = after.chars().next().is_none_or(|sign| !sign.is_ascii_alphabetic());
            ends.then_some((word, after))
        });
        if let Some((word, after)) = found {
            out.push_str(&catalog.text(&format!("formula-word-{}", word.replace(' ', "-"))));
            rest = after;
        } else {
            out.push(first);
            rest = rest.get(first.len_utf8()..).unwrap_or_default();
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Language;

    #[test]
    fn formulas_are_in_words_of_the_language() {
        let [french, english] =
            [Language::French, Language::English].map(|one| Catalog::new(one).unwrap());
        let check = |formula: &str, expect: &str| {
            assert_eq!(said(formula, &french), expect);
            assert_eq!(said(formula, &english), formula);
        };
        check("max Σ gain, Σ cost ≤ budget", "max Σ gain, Σ coût ≤ budget");
        check("completion × access to work × ρ", "achèvement × accès à l’emploi × ρ");
        check("need₃ − 3 entrants − pool", "besoin₃ − 3 entrées − vivier");
        check("⌈places / group⌉", "⌈places / groupe⌉");
        check("Σ w·c / Σ w", "Σ w·c / Σ w");
        for word in WORDS {
            assert_eq!(said(word, &english), word);
        }
    }
}
