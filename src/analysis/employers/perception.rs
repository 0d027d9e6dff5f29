//! What colleges of actors say of the same things, and how far apart they are.

use crate::analysis::employers::needs::LEVEL;
use crate::model::fold;
use crate::readers::ReadTable;
use crate::survey::gap::{Difference, difference};
use crate::tables::Table;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// One answer to one question, by college.
#[derive(Clone, Debug, PartialEq)]
pub struct Statement {
    pub question: String,
    pub answer: String,
    /// As many as colleges: who gave it, and who answered the question.
    pub by_college: Vec<(u32, u32)>,
}

impl Statement {
    /// The first college against another.
    pub fn against_first(&self, other: usize) -> Option<Difference> {
        difference(*self.by_college.first()?, *self.by_college.get(other)?, LEVEL)
    }
}

/// The colleges, companies first where there are some, and what they say.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Perception {
    pub colleges: Vec<String>,
    pub statements: Vec<Statement>,
}

type Respondents = BTreeSet<String>;

/// Reads the answers of the colleges; `None` without two of them.
pub fn perception(inputs: &[Arc<ReadTable>]) -> Option<Perception> {
    // Names as first written, by their folded form.
    let mut colleges: BTreeMap<String, String> = BTreeMap::new();
    let mut answered: BTreeMap<(String, String), Respondents> = BTreeMap::new();
    let mut given: BTreeMap<(String, String), BTreeMap<String, Respondents>> = BTreeMap::new();
    for input in inputs {
        let Table::Opinions(table) = &input.table else { continue };
        for row in table.rows().filter(|row| !row.answer.is_empty()) {
            let college = fold(row.college);
            colleges.entry(college.clone()).or_insert_with(|| row.college.to_owned());
            let who = row.respondent.to_owned();
            let question = row.question.to_owned();
            answered.entry((question.clone(), college.clone())).or_default().insert(who.clone());
            let answers = given.entry((question, row.answer.to_lowercase())).or_default();
            answers.entry(college).or_default().insert(who);
        }
    }
    if colleges.len() < 2 {
        return None;
    }
    let mut keys: Vec<String> = colleges.keys().cloned().collect();
    keys.sort_by_key(|key| {
        (!key.starts_with("entreprise") && !key.starts_with("employeur"), key.clone())
    });
    let count = |found: Option<&Respondents>| {
        found.map_or(0, |found| u32::try_from(found.len()).unwrap_or(u32::MAX))
    };
    let statements = given
        .iter()
        .map(|((question, answer), by)| Statement {
            question: question.clone(),
            answer: answer.clone(),
            by_college: keys
                .iter()
                .map(|college| {
                    let of = answered.get(&(question.clone(), college.clone()));
                    (count(by.get(college)), count(of))
                })
                .collect(),
        })
        .collect();
    let colleges = keys.iter().filter_map(|key| colleges.get(key).cloned()).collect();
    Some(Perception { colleges, statements })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::readers::{Control, read};
    use crate::reference::Reference;
    use crate::survey::gap::Reading;
    use std::fmt::Write as _;

    #[test]
    fn colleges_are_set_against_companies() {
        let mut text = "id_repondant;college;question;reponse\n".to_owned();
        for n in 0..20 {
            let said = if n < 16 { "oui" } else { "non" };
            let _ = writeln!(text, "E{n};Entreprises;L'offre suffit;{said}");
            let said = if n < 2 { "Oui" } else { "Non" };
            let _ = writeln!(text, "O{n};Organismes de formation;L'offre suffit;{said}");
        }
        text.push_str("S1;Syndicats;L'offre suffit;oui\nS1;Syndicats;L'offre suffit;\n");
        let reference = Reference::embedded().unwrap();
        let read = read("acteurs.csv", text.as_bytes(), &reference, Control::none()).unwrap();
        let inputs: Vec<Arc<ReadTable>> = read.into_iter().map(Arc::new).collect();
        let found = perception(&inputs).unwrap();
        assert_eq!(found.colleges, ["Entreprises", "Organismes de formation", "Syndicats"]);
        let yes = found.statements.iter().find(|one| one.answer == "oui").unwrap();
        assert_eq!(yes.by_college, [(16, 20), (2, 20), (1, 1)]);
        assert_eq!(yes.against_first(1).unwrap().reading, Reading::Gap);
        assert_eq!(yes.against_first(2).unwrap().reading, Reading::TooFew);
    }
}
