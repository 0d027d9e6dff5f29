//! Training without a code of occupation: what its title or its field of training may lead to.
//! A proposal is never a link: the user confirms it.

use crate::matching::label::Reason;
use crate::matching::label::fold::letters;
use crate::matching::label::index::Index;
use crate::model::Rome;
use std::collections::BTreeMap;

/// Words of a title of training that tell its form, not its occupation; folded, as titles are.
const FORMS: [&str; 37] = [
    "titre professionnel",
    "titre pro",
    "titre a finalite professionnelle",
    "certificat d'aptitude professionnelle",
    "certificat de qualification professionnelle",
    "certificat professionnel",
    "certificat",
    "brevet professionnel",
    "brevet pro",
    "brevet de technicien superieur",
    "brevet de technicien",
    "brevet d'etudes professionnelles",
    "brevet superieur",
    "brevet",
    "baccalaureat professionnel",
    "bac professionnel",
    "bac pro",
    "diplome d'etat",
    "diplome d etat",
    "diplome universitaire",
    "diplome",
    "mention complementaire",
    "licence professionnelle",
    "licence",
    "master",
    "parcours complet",
    "en alternance",
    "par alternance",
    "formation de",
    "formation d'",
    "formation",
    "perfectionnement",
    "preparation au",
    "habilitation",
    "initiation a",
    "initiation",
    "module",
];
/// The same as initials, only as whole words.
const INITIALS: [&str; 14] = [
    "cap", "bp", "bts", "btsa", "bep", "bepa", "cqp", "capa", "ts", "tp", "mc", "de", "but", "dut",
];

/// What a title of training may lead to.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Proposal {
    pub rome: Rome,
    /// 0–1, as the index of job titles scores it.
    pub score: f64,
    pub reason: Reason,
}

/// The occupation within a title of training: without what stands in parentheses, and without the
/// words of its form where they begin it.
pub fn occupation_in(title: &str) -> String {
    let mut depth = 0_u32;
    let mut text = String::new();
    // Accents and capitals are left out on both sides: many titles are written without them.
    for c in letters(&title.replace(['–', '—'], "-")).chars() {
        match c {
            '(' | '[' => depth += 1,
            ')' | ']' => depth = depth.saturating_sub(1),
            // What comes after a comma says how, not what.
            ',' | ':' if !text.trim().is_empty() && depth == 0 => break,
            c if depth == 0 => text.push(c),
            _ => {}
        }
    }
    let mut rest = text.trim();
    loop {
        let form = FORMS.iter().find_map(|form| {
            let after = rest.strip_prefix(form)?;
            (form.ends_with('\'') || !after.starts_with(char::is_alphanumeric)).then_some(after)
        });
        let after = form.or_else(|| {
            let (first, after) = rest.split_once(' ')?;
            INITIALS.contains(&first.trim_end_matches('.')).then_some(after)
        });
        let Some(after) = after else { break };
        rest = after.trim_start_matches([' ', '-', ':', '.']);
    }
    let rest = FORMS.iter().find_map(|form| rest.strip_suffix(form)).unwrap_or(rest);
    rest.trim_matches([' ', '-']).to_owned()
}

/// Cards for a title, best first, from a score on; none when nothing is left of the title.
pub fn of_title(index: &Index, title: &str, least: f64) -> Vec<Proposal> {
    let text = occupation_in(title);
    if text.is_empty() {
        return Vec::new();
    }
    let candidates = index.propose(&text).candidates.into_iter();
    candidates
        .filter(|candidate| candidate.score >= least)
        .map(|found| Proposal { rome: found.rome, score: found.score, reason: found.reason })
        .collect()
}

/// What fields of training lead to, learned from certifications that have both.
#[derive(Clone, Debug, Default)]
pub struct Fields {
    /// By Formacode: certifications, and those that lead to each card.
    by_code: BTreeMap<String, (u32, BTreeMap<Rome, u32>)>,
}

impl Fields {
    /// A certification of this Formacode leads to these cards.
    pub fn learn(&mut self, formacode: &str, romes: &[Rome]) {
        if formacode.is_empty() || romes.is_empty() {
            return;
        }
        let (total, cards) = self.by_code.entry(formacode.to_owned()).or_default();
        *total += 1;
        for rome in romes {
            *cards.entry(*rome).or_default() += 1;
        }
    }

    /// Cards that at least this share of the certifications of a Formacode lead to, with that
    /// share, by card.
    pub fn cards(&self, formacode: &str, least: f64) -> Vec<(Rome, f64)> {
        let Some((total, cards)) = self.by_code.get(formacode) else { return Vec::new() };
        let share = |count: &u32| f64::from(*count) / f64::from((*total).max(1));
        let cards = cards.iter().map(|(rome, count)| (*rome, share(count)));
        cards.filter(|(_, share)| *share >= least).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_form_of_a_training_is_left_out() {
        let check = |title: &str, expect: &str| assert_eq!(occupation_in(title), expect, "{title}");
        check("Titre professionnel Conducteur d’engins (TP)", "conducteur d'engins");
        check("BTS - Comptabilité et gestion", "comptabilite et gestion");
        check("CAP Cuisine", "cuisine");
        check("TITRE PRO MACON", "macon");
        check("TP Maçon", "macon");
        check("Brevet pro – boucher", "boucher");
        for state in ["État", "Etat", "état", "ÉTAT", "E\u{301}tat"] {
            check(&format!("Aide-soignant diplôme d'{state}"), "aide-soignant");
            check(&format!("Diplôme d’{state} aide-soignant"), "aide-soignant");
        }
        check("DE aide-soignant", "aide-soignant");
        check("Aide-soignant, parcours complet (fictif)", "aide-soignant");
        check("Formation de soudeur", "soudeur");
        check("Maintenance automobile en alternance", "maintenance automobile");
        check("Moduleur", "moduleur");
        check("(fictif)", "");
    }

    #[test]
    fn titles_lead_to_cards_with_a_score_and_a_reason() {
        let index = Index::embedded().unwrap();
        let first =
            |title: &str| of_title(&index, title, 0.6).first().map(|one| one.rome.to_string());
        assert_eq!(first("DE aide-soignant").as_deref(), Some("J1501"));
        assert_eq!(first("Formation de soudeur").as_deref(), Some("H2913"));
        assert_eq!(first("Xyzzy plugh"), None);
        let all = of_title(&index, "DE aide-soignant", 0.0);
        assert!(all.windows(2).all(|pair| pair[0].score >= pair[1].score));
    }

    #[test]
    fn a_field_leads_where_most_of_its_certifications_do() {
        let rome = |code: &str| Rome::new(code).unwrap();
        let mut fields = Fields::default();
        for cards in [vec!["I1604"], vec!["I1604", "I1603"], vec!["I1604"], vec!["N4101"]] {
            let cards: Vec<Rome> = cards.into_iter().map(rome).collect();
            fields.learn("23637", &cards);
        }
        assert_eq!(fields.cards("23637", 0.5), [(rome("I1604"), 0.75)]);
        assert_eq!(fields.cards("11111", 0.0), []);
    }
}
