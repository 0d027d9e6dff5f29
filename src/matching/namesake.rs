//! Titles of training set against titles of certifications: the same but for letters, form and
//! gender, or wholly inside. What they share is proposed, never a link.

use crate::matching::label::fold::{Token, is_small, tokens};
use crate::matching::proposal::occupation_in;
use crate::model::Rome;
use std::collections::{BTreeMap, BTreeSet};

/// How near a title is to that of a certification which it is wholly inside, 0–1: our choice.
const INSIDE: f64 = 0.8;

/// A card of a certification whose title is that of the training.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Namesake {
    pub rome: Rome,
    /// 1 for the same title, less for one that is inside.
    pub score: f64,
    /// Source and row of the certification.
    pub at: (usize, u32),
}

/// The titles of the loaded certifications, by their words.
#[derive(Clone, Debug, Default)]
pub struct Namesakes {
    known: Vec<Titled>,
    by_word: BTreeMap<String, Vec<usize>>,
}

#[derive(Clone, Debug)]
struct Titled {
    words: BTreeSet<String>,
    romes: Vec<Rome>,
    at: (usize, u32),
}

impl Namesakes {
    /// A certification of this title leads to these cards.
    pub fn learn(&mut self, title: &str, romes: Vec<Rome>, at: (usize, u32)) {
        let words = words(title);
        for word in &words {
            self.by_word.entry(word.clone()).or_default().push(self.known.len());
        }
        self.known.push(Titled { words, romes, at });
    }

    /// Cards of the certifications of the same title; without one, those that all certifications
    /// whose title holds this one have in common. By card.
    pub fn of(&self, title: &str) -> Vec<Namesake> {
        let wanted = words(title);
        let rarest = wanted.iter().map(|word| self.by_word.get(word).map(Vec::as_slice));
        let Some(rarest) = rarest.map(Option::unwrap_or_default).min_by_key(|list| list.len())
        else {
            return Vec::new();
        };
        let holding = rarest.iter().filter_map(|place| self.known.get(*place));
        let holding: Vec<&Titled> = holding.filter(|one| wanted.is_subset(&one.words)).collect();
        let same = holding.iter().filter(|one| one.words.len() == wanted.len());
        let mut found: BTreeMap<Rome, Namesake> = BTreeMap::new();
        for one in same {
            for rome in &one.romes {
                let namesake = Namesake { rome: *rome, score: 1.0, at: one.at };
                found.entry(*rome).or_insert(namesake);
            }
        }
        if let (true, Some(first)) = (found.is_empty(), holding.first()) {
            let shared = |rome: &&Rome| holding.iter().all(|one| one.romes.contains(rome));
            for rome in first.romes.iter().filter(shared) {
                found.insert(*rome, Namesake { rome: *rome, score: INSIDE, at: first.at });
            }
        }
        found.into_values().collect()
    }
}

/// The words of the occupation in a title, each as its masculine singular would be folded.
fn words(title: &str) -> BTreeSet<String> {
    let tokens = tokens(&occupation_in(title));
    let words = tokens.into_iter().filter_map(|token| match token {
        Token::Word { text, .. } => (!is_small(&text)).then(|| root(&text)),
        Token::Slash { .. } | Token::Break => None,
    });
    words.collect()
}

/// Plural and feminine endings taken off: « cuisinières » → « cuisinier ».
fn root(word: &str) -> String {
    let singular = if word.len() > 3 { word.trim_end_matches(['s', 'x']) } else { word };
    if let Some(stem) = singular.strip_suffix("trice") {
        return format!("{stem}teur");
    }
    if let Some(stem) = singular.strip_suffix("euse") {
        return format!("{stem}eur");
    }
    for (feminine, masculine) in [("enne", "en"), ("onne", "on"), ("ee", "e")] {
        if let Some(stem) = singular.strip_suffix(feminine) {
            return format!("{stem}{masculine}");
        }
    }
    let bare = singular.strip_suffix('e').filter(|stem| stem.len() > 3);
    bare.unwrap_or(singular).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(title: &str) -> Vec<(String, f64)> {
        let certifications = [
            ("Titre professionnel maçon", "F1703"),
            ("Titre professionnel maçon du bâti ancien", "F1703"),
            ("BP maçon", "F1701"),
            ("Diplôme d'État d'infirmier(ière)", "J1506"),
            ("Diplôme d'État d'infirmier anesthésiste", "J1503"),
            ("Titre professionnel électricien d'équipement du bâtiment", "F1602"),
            ("Cuisinier en restauration collective", "G1602"),
            ("Titre professionnel conducteur de travaux du bâtiment", "F1201"),
            ("Titre professionnel conducteur de travaux publics", "F1201"),
            ("Titre professionnel serveur en restauration", "G1803"),
            ("CQP serveur de bar", "G1801"),
        ];
        let mut namesakes = Namesakes::default();
        for (row, (title, rome)) in (2..).zip(certifications) {
            namesakes.learn(title, vec![Rome::new(rome).unwrap()], (0, row));
        }
        namesakes.of(title).into_iter().map(|one| (one.rome.to_string(), one.score)).collect()
    }

    fn check(title: &str, expected: &[(&str, f64)]) {
        let expected: Vec<(String, f64)> =
            expected.iter().map(|(rome, score)| ((*rome).to_owned(), *score)).collect();
        assert_eq!(found(title), expected, "{title}");
    }

    #[test]
    fn letters_form_and_gender_make_no_other_title() {
        check("TITRE PRO MACON", &[("F1701", 1.0), ("F1703", 1.0)]);
        check("TP Maçonne", &[("F1701", 1.0), ("F1703", 1.0)]);
        check("Infirmier", &[("J1506", 1.0)]);
        check("Infirmière diplôme d'Etat", &[("J1506", 1.0)]);
        check("Infirmier diplôme d’État", &[("J1506", 1.0)]);
        check("Électricien d'équipement du bâtiment", &[("F1602", 1.0)]);
        check("ELECTRICIENNE D EQUIPEMENT DU BATIMENT", &[("F1602", 1.0)]);
        check("Cuisinier en restauration collective", &[("G1602", 1.0)]);
    }

    /// Inside one title, or several that lead to the same card; not where they part.
    #[test]
    fn a_title_inside_another_is_proposed_where_they_agree() {
        check("Électricien d'équipement", &[("F1602", INSIDE)]);
        check("Conducteur de travaux", &[("F1201", INSIDE)]);
        check("Serveur", &[]);
        check("Soudeur", &[]);
        check("(fictif)", &[]);
    }
}
