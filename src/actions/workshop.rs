//! What was said in the room, grouped and counted. An occurrence is a time that a table of people
//! wrote it: never a share of those who were there.

use crate::actions::alike::Sentences;
use crate::model::action::workshop::Contribution;
use crate::model::action::{ActionPlan, Id};
use std::collections::BTreeSet;

/// What was said once or several times.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// The contribution that speaks for it.
    pub head: Id,
    /// It, then those that say it again, in the order of writing.
    pub members: Vec<Id>,
    pub occurrences: u32,
    /// Numbers of the tables that said it, in order, where they are known.
    pub tables: Vec<u16>,
    /// Members with a sticker.
    pub priorities: u32,
}

/// Two groups that may say the same, to be confirmed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Suggestion {
    /// The one that was written first, or that was said more often.
    pub into: Id,
    pub other: Id,
    /// Of a hundred.
    pub score: u8,
    /// Words in common, folded; empty where letters alone are alike.
    pub words: Vec<String>,
}

/// Score from which two proposals are said to be alike: our choice.
const ALIKE: u8 = 45;
/// The same, where no word is in common: near spellings of the same words.
const ALIKE_BY_LETTERS: u8 = 30;

/// Whether a contribution speaks for itself: not merged, or into one that is no longer there.
fn is_head(plan: &ActionPlan, one: &Contribution) -> bool {
    one.merged_into.as_ref().is_none_or(|into| plan.contribution(into).is_none())
}

/// The groups of a question, of all of them, or of none where `question` is empty text: those said
/// most often first, then those with most stickers, then in the order of writing.
pub fn groups(plan: &ActionPlan, question: Option<&str>) -> Vec<Group> {
    let of_question = |one: &&Contribution| {
        question.is_none_or(|asked| one.question.as_deref().unwrap_or_default() == asked)
    };
    let heads = plan.contributions.iter().filter(|one| is_head(plan, one)).filter(of_question);
    let mut groups: Vec<Group> = heads.map(|head| group(plan, head)).collect();
    groups.sort_by(|a, b| b.occurrences.cmp(&a.occurrences).then(b.priorities.cmp(&a.priorities)));
    groups
}

fn group(plan: &ActionPlan, head: &Contribution) -> Group {
    let others = plan
        .contributions
        .iter()
        .filter(|one| one.id != head.id && one.merged_into.as_ref() == Some(&head.id));
    let members: Vec<&Contribution> = std::iter::once(head).chain(others).collect();
    let mut tables: Vec<u16> = members.iter().filter_map(|one| one.table).collect();
    tables.sort_unstable();
    tables.dedup();
    let stickers = members.iter().filter(|one| one.priority).count();
    Group {
        head: head.id.clone(),
        members: members.iter().map(|one| one.id.clone()).collect(),
        occurrences: members.iter().fold(0, |sum, one| sum.saturating_add(one.occurrences.max(1))),
        tables,
        priorities: u32::try_from(stickers).unwrap_or(u32::MAX),
    }
}

/// Pairs of heads that were said to be two things, or that hold two that were.
fn apart(plan: &ActionPlan) -> BTreeSet<(&str, &str)> {
    let head = |id: &str| {
        let one = plan.contribution(id)?;
        let into = one.merged_into.as_deref().and_then(|into| plan.contribution(into));
        Some(into.unwrap_or(one).id.as_str())
    };
    let pairs = plan.apart.iter();
    pairs.filter_map(|pair| Some((head(&pair.one)?, head(&pair.other)?))).collect()
}

/// Groups of one question that may say the same, the most alike first.
pub fn suggestions(plan: &ActionPlan) -> Vec<Suggestion> {
    // Words weigh as all that was written has them: grouping two changes no other score.
    let all = &plan.contributions;
    let sentences = Sentences::new(all.iter().map(|one| one.text.as_str()));
    let apart = apart(plan);
    let mut found = Vec::new();
    for (rank, first) in all.iter().enumerate().filter(|(_, one)| is_head(plan, one)) {
        for (other, likeness) in sentences.after(rank) {
            let Some(second) = all.get(other).filter(|one| is_head(plan, one)) else { continue };
            let least = if likeness.words.is_empty() { ALIKE_BY_LETTERS } else { ALIKE };
            let said = |a: &Contribution, b: &Contribution| apart.contains(&(&*a.id, &*b.id));
            let refused = said(first, second) || said(second, first);
            if first.question != second.question || likeness.score < least || refused {
                continue;
            }
            let (into, from) = if second.occurrences > first.occurrences {
                (second, first)
            } else {
                (first, second)
            };
            found.push(Suggestion {
                into: into.id.clone(),
                other: from.id.clone(),
                score: likeness.score,
                words: likeness.words,
            });
        }
    }
    // Equal ones stay in the order of writing.
    found.sort_by_key(|one| std::cmp::Reverse(one.score));
    found
}

#[cfg(test)]
mod tests;
