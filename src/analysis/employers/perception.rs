//! What colleges of actors say of the same things, and how far apart they are.

use crate::analysis::employers::needs::LEVEL;
use crate::analysis::inputs::{prepare, year_in};
use crate::model::fold;
use crate::readers::ReadTable;
use crate::readers::mapping::{degrees, is_beside};
use crate::survey::gap::{Difference, difference, share};
use crate::survey::interval::Interval;
use crate::tables::Table;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// Different answers that a closed question has at most; beyond, they are words, not a choice.
const MOST_ANSWERS: usize = 15;

/// One answer to one question, by college.
#[derive(Clone, Debug, PartialEq)]
pub struct Statement {
    /// As first written; the two highest degrees of a scale are also taken together.
    pub answers: Vec<String>,
    /// As many as colleges: who gave it, and who answered the question.
    pub by_college: Vec<(u32, u32)>,
    /// As many as colleges: who gave it.
    pub who: Vec<Respondents>,
}

impl Statement {
    /// The first college against another.
    pub fn against_first(&self, other: usize) -> Option<Difference> {
        difference(*self.by_college.first()?, *self.by_college.get(other)?, LEVEL)
    }

    /// Share of a college that says it, with its interval; `None` when it was not asked.
    pub fn share(&self, college: usize) -> Option<(f64, Interval)> {
        share(*self.by_college.get(college)?, LEVEL)
    }
}

/// A question put to several colleges.
#[derive(Clone, Debug, PartialEq)]
pub struct Asked {
    pub question: String,
    /// In the order of a scale, else of their labels; empty for a question answered in
    /// words of one's own, which are never shown.
    pub statements: Vec<Statement>,
    /// As many as colleges: who answered.
    pub answered: Vec<Respondents>,
}

/// The colleges, companies first where there are some, and what they say.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Perception {
    pub colleges: Vec<String>,
    /// In the order in which they come.
    pub questions: Vec<Asked>,
}

/// Respondents by names that stay the same from one export to the next, for as long as their files
/// keep their identifiers.
pub type Respondents = BTreeSet<String>;

/// A question under way, by folded names of colleges and answers.
#[derive(Default)]
struct Raw {
    question: String,
    answered: BTreeMap<String, Respondents>,
    given: BTreeMap<String, Given>,
}

#[derive(Default)]
struct Given {
    /// As first written.
    label: String,
    by_college: BTreeMap<String, Respondents>,
}

/// Reads the answers of the colleges, of the latest wave of each; `None` without two of them.
/// Copies count for nothing.
pub fn perception(inputs: &[Arc<ReadTable>]) -> Option<Perception> {
    // Names as first written, by their folded form.
    let mut colleges: BTreeMap<String, String> = BTreeMap::new();
    let mut places: BTreeMap<String, usize> = BTreeMap::new();
    let mut raw: Vec<Raw> = Vec::new();
    let prepared = prepare(inputs).inputs;
    let waves = waves(&prepared);
    let files = files(&prepared);
    for (file, input) in prepared.iter().enumerate() {
        let Table::Opinions(table) = &input.table else { continue };
        for row in table.rows().filter(|row| !row.answer.is_empty()) {
            let college = fold(row.college);
            if wave(input).is_some_and(|year| waves.get(&college).is_some_and(|of| year < *of)) {
                continue;
            }
            colleges.entry(college.clone()).or_insert_with(|| row.college.to_owned());
            let place = *places.entry(fold(row.question)).or_insert(raw.len());
            if place == raw.len() {
                raw.push(Raw { question: row.question.to_owned(), ..Raw::default() });
            }
            let Some(of) = raw.get_mut(place) else { continue };
            // Two files, and two colleges, may number their respondents alike.
            let rank = files.get(&college).and_then(|files| files.get(&(&input.file, file)));
            let who = format!("{college} {} {}", rank.copied().unwrap_or(file), row.respondent);
            of.answered.entry(college.clone()).or_default().insert(who.clone());
            let given = of.given.entry(fold(row.answer)).or_default();
            if given.label.is_empty() {
                row.answer.clone_into(&mut given.label);
            }
            given.by_college.entry(college).or_default().insert(who);
        }
    }
    if colleges.len() < 2 {
        return None;
    }
    let mut keys: Vec<String> = colleges.keys().cloned().collect();
    keys.sort_by_key(|key| {
        (!key.starts_with("entreprise") && !key.starts_with("employeur"), key.clone())
    });
    let questions = raw.into_iter().map(|raw| asked(raw, &keys)).collect();
    let colleges = keys.iter().filter_map(|key| colleges.get(key).cloned()).collect();
    Some(Perception { colleges, questions })
}

/// The tables that opinions are read in: of the latest wave of a college, where two colleges or
/// more answer.
pub fn heard(inputs: &[Arc<ReadTable>]) -> BTreeSet<usize> {
    let prepared = prepare(inputs).inputs;
    let waves = waves(&prepared);
    let (mut sources, mut colleges) = (BTreeSet::new(), BTreeSet::new());
    for (source, input) in prepared.iter().enumerate() {
        let Table::Opinions(table) = &input.table else { continue };
        for row in table.rows().filter(|row| !row.answer.is_empty()) {
            let college = fold(row.college);
            let former = |year| waves.get(&college).is_some_and(|of| year < *of);
            if !wave(input).is_some_and(former) {
                sources.insert(source);
                colleges.insert(college);
            }
        }
    }
    if colleges.len() < 2 { BTreeSet::new() } else { sources }
}

fn wave(input: &ReadTable) -> Option<u16> {
    input.vintage.or_else(|| year_in(&input.file))
}

/// The latest wave of each college, where files tell their year.
fn waves(inputs: &[Arc<ReadTable>]) -> BTreeMap<String, u16> {
    let mut latest: BTreeMap<String, u16> = BTreeMap::new();
    for input in inputs {
        let (Table::Opinions(table), Some(year)) = (&input.table, wave(input)) else { continue };
        for row in table.rows() {
            let known = latest.entry(fold(row.college)).or_insert(year);
            *known = year.max(*known);
        }
    }
    latest
}

/// The rank of each file among those of a college, by name: a file that is saved under another name
/// or loaded in another order numbers the same respondents.
fn files(inputs: &[Arc<ReadTable>]) -> BTreeMap<String, BTreeMap<(&String, usize), usize>> {
    let mut files: BTreeMap<String, BTreeMap<(&String, usize), usize>> = BTreeMap::new();
    for (file, input) in inputs.iter().enumerate() {
        let Table::Opinions(table) = &input.table else { continue };
        for row in table.rows() {
            files.entry(fold(row.college)).or_default().insert((&input.file, file), 0);
        }
    }
    for ranks in files.values_mut() {
        for (place, rank) in ranks.values_mut().enumerate() {
            *rank = place;
        }
    }
    files
}

fn number(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}

fn asked(raw: Raw, keys: &[String]) -> Asked {
    let Raw { question, mut answered, given } = raw;
    let answered: Vec<Respondents> =
        keys.iter().map(|college| answered.remove(college).unwrap_or_default()).collect();
    if is_words(&given) {
        return Asked { question, statements: Vec::new(), answered };
    }
    let statement = |said: &[&Given]| {
        let of = |college: &String| -> Respondents {
            said.iter().filter_map(|g| g.by_college.get(college)).flatten().cloned().collect()
        };
        let who: Vec<Respondents> = keys.iter().map(of).collect();
        let counts = who.iter().zip(&answered);
        Statement {
            answers: said.iter().map(|given| given.label.clone()).collect(),
            by_college: counts.map(|(who, of)| (number(who.len()), number(of.len()))).collect(),
            who,
        }
    };
    // « Sans opinion » stands beside a scale, after its degrees.
    let (beside, mut order): (Vec<&Given>, Vec<&Given>) =
        given.values().partition(|given| is_beside(&given.label));
    let labels: Vec<&str> = order.iter().map(|given| given.label.as_str()).collect();
    let mut together = None;
    if let Some(scale) = degrees(&labels) {
        let mut placed: Vec<(usize, &Given)> = scale.degrees.into_iter().zip(order).collect();
        placed.sort_by_key(|(degree, _)| *degree);
        if let [.., (below, next), (above, last)] = placed.as_slice()
            && scale.highest.is_some_and(|most| *above == most && *below + 1 == most)
        {
            together = Some(statement(&[*next, *last]));
        }
        order = placed.into_iter().map(|(_, given)| given).chain(beside).collect();
    } else {
        // By their labels: in the order of how many gave them, those that are hidden would be told.
        order.extend(beside);
        order.sort_by(|a, b| a.label.cmp(&b.label));
    }
    let statements = together.into_iter().chain(order.iter().map(|one| statement(&[*one])));
    let statements = statements.collect();
    Asked { question, statements, answered }
}

/// Whether the answers are words of one's own: many, or most of them given once.
fn is_words(given: &BTreeMap<String, Given>) -> bool {
    let once = |given: &&Given| given.by_college.values().map(BTreeSet::len).sum::<usize>() == 1;
    let alone = given.values().filter(once).count();
    given.len() > MOST_ANSWERS || (given.len() > 4 && alone * 2 > given.len())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::readers::{Control, read};
    use crate::reference::Reference;
    use crate::survey::gap::Reading;
    use std::fmt::Write as _;

    const HEADER: &str = "id_repondant;college;question;reponse\n";

    fn perceived(text: &str) -> Option<Perception> {
        let reference = Reference::embedded().unwrap();
        let read = read("acteurs.csv", text.as_bytes(), &reference, Control::none()).unwrap();
        let inputs: Vec<Arc<ReadTable>> = read.into_iter().map(Arc::new).collect();
        perception(&inputs)
    }

    #[test]
    fn colleges_are_set_against_companies() {
        let mut text = HEADER.to_owned();
        for n in 0..20 {
            let said = if n < 16 { "oui" } else { "non" };
            let _ = writeln!(text, "E{n};Entreprises;L'offre suffit;{said}");
            let said = if n < 2 { "Oui" } else { "Non" };
            let _ = writeln!(text, "O{n};Organismes de formation;L'offre suffit;{said}");
        }
        text.push_str("S1;Syndicats;L'offre suffit;oui\nS1;Syndicats;L'offre suffit;\n");
        let found = perceived(&text).unwrap();
        assert_eq!(found.colleges, ["Entreprises", "Organismes de formation", "Syndicats"]);
        let [asked] = found.questions.as_slice() else { panic!() };
        let yes = asked.statements.iter().find(|one| one.answers == ["oui"]).unwrap();
        assert_eq!(yes.by_college, [(16, 20), (2, 20), (1, 1)]);
        assert_eq!(yes.against_first(1).unwrap().reading, Reading::Gap);
        assert_eq!(yes.against_first(2).unwrap().reading, Reading::TooFew);
    }

    #[test]
    fn degrees_come_in_their_order_and_the_two_highest_together() {
        let mut text = HEADER.to_owned();
        for (n, said) in
            ["Tout à fait d'accord", "Plutôt d'accord", "Plutôt pas d'accord"].iter().enumerate()
        {
            let _ =
                writeln!(text, "{n};Entreprises;Avis;{said}\n{n};Syndicats;Avis;Plutôt d’accord");
        }
        let found = perceived(&text).unwrap();
        let [asked] = found.questions.as_slice() else { panic!() };
        let labels: Vec<String> = asked.statements.iter().map(|s| s.answers.join(" + ")).collect();
        let (next, last) = ("Plutôt d’accord", "Tout à fait d'accord");
        assert_eq!(labels, [&format!("{next} + {last}"), "Plutôt pas d'accord", next, last]);
        assert_eq!(asked.statements[0].by_college, [(2, 3), (3, 3)]);
    }

    #[test]
    fn words_of_ones_own_are_no_statements() {
        let mut text = HEADER.to_owned();
        for n in 0..6 {
            let _ = writeln!(text, "{n};Entreprises;Remarque;Notre cas {n}\n{n};Syndicats;Note;4");
        }
        let found = perceived(&text).unwrap();
        assert_eq!(found.questions[0].question, "Remarque");
        assert!(found.questions[0].statements.is_empty());
        assert_eq!(found.questions[1].statements[0].by_college, [(0, 0), (6, 6)]);
        assert_eq!(perceived(&format!("{HEADER}1;Entreprises;Note;4\n")), None);
    }
}
