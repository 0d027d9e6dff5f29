//! What colleges of actors say, as it may leave: decided as the survey is, with what has left
//! before.
//!
//! Of a college, an answer that fewer than the least gave is hidden, and another one with it, since
//! all answers make those who answered: one reason for both, or it would tell which are the few.

use crate::analysis::employers::perception::{Asked, Perception, Respondents, Statement};
use crate::model::Territory;
use crate::report::survey::draft::{Decided, Draft, Part, Weighting};
use crate::secrecy::journal::{Fate, JournalError, Key, Log, Release, Rule};
use crate::secrecy::primary::Thresholds;
use crate::secrecy::{Hidden, key};
use std::collections::BTreeMap;

/// First word of the keys of these figures in the log.
const PERCEPTION: &str = "perception/";

/// The perceptions with what of them may leave. Showing them and appending `release` to the log go
/// together.
#[derive(Clone, Debug)]
pub struct Perceived {
    pub perception: Perception,
    pub territory: Territory,
    /// By question, college and statement.
    fates: Vec<Vec<Vec<Fate>>>,
    pub release: Release,
    /// Figures that earlier exports have given away, or will whatever is hidden now.
    pub exposed: usize,
    /// Those of them that have a key.
    pub given_away: Vec<Key>,
}

impl Perceived {
    /// Decides on what the colleges say, given what has left before.
    ///
    /// # Errors
    /// When answers do not add up, which is a fault of the program.
    pub fn new(
        perception: Perception,
        territory: Territory,
        thresholds: Thresholds,
        log: &Log,
    ) -> Result<Self, JournalError> {
        let mut draft = Draft::new(&[], territory.to_string(), "");
        let colleges = &perception.colleges;
        let places: Vec<Vec<Vec<usize>>> = perception
            .questions
            .iter()
            .map(|asked| {
                let each = colleges.iter().enumerate();
                each.map(|(place, name)| put(&mut draft, asked, place, name)).collect()
            })
            .collect();
        // Of the survey of establishments nothing follows on what colleges think.
        let log = log.of(|key| key.indicator.starts_with(PERCEPTION));
        let decided = draft.decide(&log, thresholds)?;
        let of_college = |places: &Vec<usize>| -> Vec<Fate> {
            let Some((base, statements)) = places.split_first() else { return Vec::new() };
            let of = |place: &usize| {
                let own = decided.fate(&[Some(*place)]);
                if own == Fate::Shown { decided.fate(&[Some(*base)]) } else { own }
            };
            statements.iter().map(of).collect()
        };
        let of_question =
            |places: &Vec<Vec<usize>>| places.iter().map(of_college).collect::<Vec<_>>();
        let fates = places.iter().map(of_question).collect();
        let Decided { release, exposed, given_away, .. } = decided;
        Ok(Self { perception, territory, fates, release, exposed, given_away })
    }

    /// What became of a statement to a question, in a college.
    pub fn fate(&self, question: usize, college: usize, statement: usize) -> &Fate {
        let of = self.fates.get(question).and_then(|of| of.get(college));
        of.and_then(|of| of.get(statement)).unwrap_or(&Fate::Unwanted)
    }

    /// How many shares are hidden, by reason; those of a college without an answer are not.
    pub fn hidden(&self) -> BTreeMap<Hidden, u32> {
        let mut counts = BTreeMap::new();
        for hidden in self.fates.iter().flatten().flatten().filter_map(Hidden::from_fate) {
            *counts.entry(hidden).or_insert(0) += 1;
        }
        counts
    }
}

/// Whether a key of the log is of the survey of establishments.
pub fn is_of_survey(indicator: &str) -> bool {
    !indicator.starts_with(PERCEPTION)
}

/// The answers of a college to a question: those who answered, then each answer.
fn put(draft: &mut Draft<'_>, asked: &Asked, college: usize, name: &str) -> Vec<usize> {
    if asked.statements.is_empty() {
        return Vec::new();
    }
    let none = Respondents::new();
    let breakdown = format!("college/{}", key::part(name));
    let key = format!("{PERCEPTION}{}", key::part(&asked.question));
    let answered = asked.answered.get(college).unwrap_or(&none);
    let base_key = Weighting::Unweighted.of(&key);
    let base = draft.add(base_key, breakdown.clone(), &one_each(answered), Rule::Total, true);
    let mut places = vec![base];
    let mut alone: Vec<(&str, usize, Respondents)> = Vec::new();
    let mut together: Vec<(&Statement, usize)> = Vec::new();
    for statement in &asked.statements {
        let given = statement.who.get(college).cloned().unwrap_or_default();
        let key = format!("{key}/{}", key::joined(&statement.answers));
        let key = Weighting::Unweighted.of(&key);
        let at = draft.add(key, breakdown.clone(), &one_each(&given), Rule::PartOf(base), true);
        places.push(at);
        match statement.answers.as_slice() {
            [one] => alone.push((one, at, given)),
            _ => together.push((statement, at)),
        }
    }
    let sum = |of: &[&(&str, usize, Respondents)]| -> usize {
        of.iter().map(|(_, _, given)| given.len()).sum()
    };
    // Everyone gave one answer, and everyone knows it.
    let all: Vec<_> = alone.iter().collect();
    if !answered.is_empty() && sum(&all) == answered.len() {
        draft.total(base, alone.iter().map(|(_, at, _)| *at).collect());
        for (statement, at) in together {
            let is_part = |(label, ..): &&(&str, usize, Respondents)| {
                statement.answers.iter().any(|answer| answer == label)
            };
            draft.total(at, alone.iter().filter(is_part).map(|(_, at, _)| *at).collect());
        }
    } else {
        // No sum relates them, and several answers together tell of each: all, or none.
        draft.together(places.clone());
    }
    places
}

fn one_each(who: &Respondents) -> Vec<Part<'_>> {
    who.iter().map(|unit| Part { unit, own: 1.0, weighted: 1.0 }).collect()
}
