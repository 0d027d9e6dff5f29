//! Gender and number of words, folded to one form before anything is compared.
//!
//! A French stemmer keeps « conducteur » and « conductrice » apart. Here the feminine of a job
//! title is looked up in the pairs that the published double forms give, and only the words they
//! do not hold follow rules on endings. Both sides of a comparison go through the same folding,
//! so a rule that takes a noun for a feminine (« matière » → « matier ») costs nothing unless
//! two words meet.

use std::collections::BTreeMap;

/// Feminine → masculine words, learned from double forms.
#[derive(Clone, Debug, Default)]
pub struct Genders {
    masculine: BTreeMap<String, String>,
}

/// Feminine ending, masculine ending, least length of the word; longest endings first.
const RULES: [(&str, &str, usize); 12] = [
    ("trice", "teur", 7),
    ("ienne", "ien", 6),
    ("euse", "eur", 6),
    ("iere", "ier", 6),
    ("onne", "on", 6),
    ("elle", "el", 7),
    ("ante", "ant", 6),
    ("ente", "ent", 7),
    ("ere", "er", 6),
    ("ive", "if", 5),
    ("ale", "al", 6),
    ("ee", "e", 5),
];

/// Plurals that no rule gives back.
const PLURALS: [(&str, &str); 7] = [
    ("travaux", "travail"),
    ("vitraux", "vitrail"),
    ("emaux", "email"),
    ("coraux", "corail"),
    ("yeux", "oeil"),
    ("mesdames", "madame"),
    ("messieurs", "monsieur"),
];

/// The singular of a folded word; words of three letters or less are left alone.
pub fn singular(word: &str) -> String {
    if let Some((_, one)) = PLURALS.iter().find(|(many, _)| *many == word) {
        return (*one).to_owned();
    }
    if word.len() <= 3 || !word.ends_with(['s', 'x']) || word.ends_with("ss") {
        return word.to_owned();
    }
    if let Some(stem) = word.strip_suffix("eaux") {
        return format!("{stem}eau");
    }
    if let Some(stem) = word.strip_suffix("aux").filter(|stem| stem.len() >= 3) {
        return format!("{stem}al");
    }
    word.strip_suffix(['s', 'x']).unwrap_or(word).to_owned()
}

impl Genders {
    /// Keeps a pair for each feminine: the masculine seen most often, the first in order on ties.
    pub fn learn<'a>(pairs: impl Iterator<Item = &'a (String, String)>) -> Self {
        let mut seen: BTreeMap<String, BTreeMap<String, u32>> = BTreeMap::new();
        for (feminine, masculine) in pairs {
            let (feminine, masculine) = (singular(feminine), singular(masculine));
            if feminine != masculine {
                *seen.entry(feminine).or_default().entry(masculine).or_default() += 1;
            }
        }
        let most = |counts: BTreeMap<String, u32>| {
            counts.into_iter().rev().max_by_key(|(_, n)| *n).map(|(word, _)| word)
        };
        let masculine = seen
            .into_iter()
            .filter_map(|(feminine, counts)| most(counts).map(|masculine| (feminine, masculine)))
            .collect();
        Self { masculine }
    }

    pub fn len(&self) -> usize {
        self.masculine.len()
    }

    pub fn is_empty(&self) -> bool {
        self.masculine.is_empty()
    }

    /// The masculine singular that stands for a folded word.
    pub fn lemma(&self, word: &str) -> String {
        let one = singular(word);
        if let Some(masculine) = self.masculine.get(&one) {
            return masculine.clone();
        }
        if one == "cheffe" {
            return "chef".to_owned();
        }
        RULES
            .iter()
            .filter(|(_, _, least)| one.len() >= *least)
            .find_map(|(feminine, masculine, _)| {
                one.strip_suffix(feminine).map(|stem| format!("{stem}{masculine}"))
            })
            .unwrap_or(one)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn genders() -> Genders {
        let pairs = [("hotesse", "hote"), ("avocate", "avocat"), ("religieuse", "religieux")];
        let pairs: Vec<_> = pairs.iter().map(|(f, m)| ((*f).to_owned(), (*m).to_owned())).collect();
        Genders::learn(pairs.iter())
    }

    fn check(word: &str, expected: &str) {
        assert_eq!(genders().lemma(word), expected, "{word}");
    }

    #[test]
    fn rules() {
        check("conductrices", "conducteur");
        check("serveuse", "serveur");
        check("boulangere", "boulanger");
        check("infirmieres", "infirmier");
        check("mecanicienne", "mecanicien");
        check("sportive", "sportif");
        check("macons", "macon");
        check("assistante", "assistant");
        check("commerciale", "commercial");
        check("commerciaux", "commercial");
        check("bateaux", "bateau");
        check("employees", "employe");
        check("cheffe", "chef");
    }

    #[test]
    fn learned_pairs_come_before_rules() {
        check("hotesses", "hote");
        check("avocates", "avocat");
        check("religieuses", "religieu");
        check("religieux", "religieu");
        check("travaux", "travail");
    }

    #[test]
    fn short_words_are_left_alone() {
        check("bus", "bus");
        check("gaz", "gaz");
    }
}
