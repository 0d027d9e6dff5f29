//! Offers without a code of occupation, told by their title where it leaves no doubt.

use crate::matching::label::BULK_SCORE;
use crate::matching::label::index::Index;
use crate::model::Rome;
use std::collections::BTreeMap;

/// Least score of a card that is named as one that a title may be of.
const LIKELY: f64 = 0.35;

/// What titles lead to, each looked for once.
#[derive(Debug, Default)]
pub struct Titles {
    known: BTreeMap<String, Option<Rome>>,
}

impl Titles {
    /// The card that a title most likely is of, to be checked; `None` where none is near enough.
    pub fn likely(title: &str) -> Option<Rome> {
        let found = Index::shared()?.propose(title).candidates;
        found.first().filter(|candidate| candidate.score >= LIKELY).map(|candidate| candidate.rome)
    }

    /// The ROME v3 card of a title, from the score at which proposals are accepted without being
    /// read; `None` below it, or when two cards reach it.
    pub fn rome(&mut self, title: &str) -> Option<Rome> {
        if title.trim().is_empty() {
            return None;
        }
        if let Some(found) = self.known.get(title) {
            return *found;
        }
        let candidates =
            Index::shared().map(|index| index.propose(title).candidates).unwrap_or_default();
        let sure: Vec<Rome> = candidates
            .iter()
            .filter(|candidate| candidate.score >= BULK_SCORE)
            .map(|candidate| candidate.rome)
            .collect();
        let found = match sure.as_slice() {
            [only] => Some(*only),
            _ => None,
        };
        self.known.insert(title.to_owned(), found);
        found
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_without_doubt_have_a_card() {
        let mut titles = Titles::default();
        let mut check = |title: &str, expected: Option<&str>| {
            let found = titles.rome(title).map(|rome| rome.to_string());
            assert_eq!(found.as_deref(), expected, "{title}");
        };
        check("Aide-soignant H/F", Some("J1501"));
        check("AIDE SOIGNANTE", Some("J1501"));
        check("Aide-soignant H/F", Some("J1501"));
        check("", None);
        check("Venez rejoindre notre équipe !", None);
        let likely = |title: &str| Titles::likely(title).map(|rome| rome.to_string());
        assert_eq!(likely("Magasinier cariste").as_deref(), Some("N1103"));
        assert_eq!(likely("Venez rejoindre notre équipe !"), None);
    }
}
