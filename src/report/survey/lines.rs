//! The lines of a question: which of its answers stand alone, and which are joined.
//!
//! Its share and its base tell how many gave an answer. Of one answer each, the shares add up: an
//! answer of fewer than the least units is joined with the other rare ones, and with the next ones
//! where the line would be of too few, or would tell what it is made of. Of several answers, such
//! an answer stands without a number, alone.

use crate::analysis::employers::asked::Establishment;
use crate::analysis::employers::questions::{OptionView, QuestionView};
use crate::report::survey::draft::{Decided, Draft};
use crate::report::survey::questions;
use crate::secrecy::journal::{Fate, Log};
use crate::secrecy::primary::Thresholds;
use crate::secrecy::siphash::Salt;
use std::collections::BTreeMap;

/// How the answers of a question stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lines {
    /// Several answers: each is decided on by itself.
    Several,
    /// One answer each: so many of the rarest are one line with what is beyond the list, the others
    /// one each; all of them are shown, or none.
    Joined(usize),
    /// One answer each, and no way to join them that tells of no few.
    Hidden,
}

/// The lines of a question as its answers ask for them, whatever left before.
pub fn lines(
    question: &QuestionView,
    list: &[Establishment],
    weights: &BTreeMap<usize, f64>,
    thresholds: Thresholds,
) -> Lines {
    let Some(beyond) = question.joined.first() else { return Lines::Several };
    let least = usize::try_from(thresholds.least_units()).unwrap_or(usize::MAX);
    let rarest = question.rarest();
    let counts = rarest.iter().filter_map(|place| question.options.get(*place));
    let counts: Vec<usize> = counts.map(|option| option.who.len()).collect();
    let few = counts.iter().filter(|count| **count < least).count();
    if few == 0 && beyond.who.is_empty() {
        return Lines::Joined(0);
    }
    // One line more than the joined one at least, or it is all of them.
    let found = (few..counts.len()).find(|rarest| {
        let join = Lines::Joined(*rarest);
        let together = question.joined.get(*rarest);
        let is_enough = together.is_some_and(|joined| joined.who.len() >= least);
        let members = counts.get(..*rarest).unwrap_or_default();
        // Beyond the list nobody knows what there is.
        let is_open = *rarest > few || !beyond.who.is_empty() || leaves_open(members, least);
        is_enough && is_open && holds(question, join, list, (weights, thresholds))
    });
    found.map_or(Lines::Hidden, Lines::Joined)
}

/// Whether the sum of answers that are known to be few, none above `least - 1`, leaves each of them
/// open, for anyone and for who is known to be alone in one of them: two answers that make four
/// are two each.
fn leaves_open(members: &[usize], least: usize) -> bool {
    let most = least.saturating_sub(1);
    let sum: usize = members.iter().sum();
    let alone = members.contains(&1);
    let others = members.len().saturating_sub(1);
    sum < most * members.len() && (!alone || others < 2 || sum - 1 < most * others)
}

/// Whether all lines may be shown together, had nothing left before.
fn holds(
    question: &QuestionView,
    lines: Lines,
    list: &[Establishment],
    (weights, thresholds): (&BTreeMap<usize, f64>, Thresholds),
) -> bool {
    let mut draft = Draft::new(list, String::new(), "");
    let places = questions::one(&mut draft, question, lines, weights);
    let decided = draft.decide(&Log::new(Salt([0; 16])), thresholds);
    decided.is_ok_and(|decided| {
        places.lines.iter().all(|twins| decided.fate(&twins.map(Some)) == Fate::Shown)
    })
}

/// The options as they are shown, each with its label; the joined ones have none.
pub fn shown(question: &QuestionView, lines: Lines) -> Vec<(Option<&str>, &OptionView)> {
    fn named(option: &OptionView) -> (Option<&str>, &OptionView) {
        (Some(option.label.as_str()), option)
    }
    match lines {
        Lines::Several | Lines::Hidden => question.options.iter().map(named).collect(),
        Lines::Joined(rarest) => {
            let order = question.rarest();
            let joined = order.get(..rarest).unwrap_or_default();
            let alone = question.options.iter().enumerate();
            let alone = alone.filter(|(place, _)| !joined.contains(place));
            let together = question.joined.get(rarest).filter(|joined| !joined.who.is_empty());
            let together = together.map(|joined| (None, joined));
            alone.map(|(_, one)| named(one)).chain(together).collect()
        }
    }
}

/// Hides more of several answers where those that are shown leave the hidden ones too little room:
/// who answered gave one of them at least, so that what the shown ones leave of all who answered is
/// the least that the hidden ones make.
///
/// `options`: how many gave each, and where it stands in the export.
pub fn leave_room(
    decided: &mut Decided,
    answered: usize,
    options: &[(usize, [usize; 2])],
    thresholds: Thresholds,
) {
    let most = usize::try_from(thresholds.least_units()).unwrap_or(usize::MAX).saturating_sub(1);
    loop {
        let is_shown =
            |(_, twins): &&(usize, [usize; 2])| decided.fate(&twins.map(Some)) == Fate::Shown;
        let (told, kept): (Vec<_>, Vec<_>) = options.iter().partition(is_shown);
        let left = answered.saturating_sub(told.iter().map(|(count, _)| count).sum());
        // A few are known to be few; of others nothing is known.
        let room = |count: usize| if count <= most { most } else { answered };
        let all: usize = kept.iter().map(|(count, _)| room(*count)).sum();
        let few = kept.iter().enumerate().filter(|(_, (count, _))| *count <= most);
        let is_found = few.into_iter().any(|(at, (count, _))| {
            // Who is alone in another one knows that it is one.
            let mut others = kept.iter().enumerate().filter(|(place, _)| *place != at);
            let known = if others.any(|(_, (count, _))| *count == 1) { most - 1 } else { 0 };
            left.saturating_sub((all - room(*count)).saturating_sub(known)) >= most
        });
        let Some((_, twins)) = told.iter().min().filter(|_| is_found) else { return };
        for place in *twins {
            decided.hide(Some(place));
        }
    }
}

#[cfg(test)]
mod tests;
