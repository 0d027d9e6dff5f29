//! Answers that a greater unanimity tells: where all of enough people answer alike, each part of
//! them does, and hiding a part would hide nothing. Only as long as the whole itself is shown.

use crate::secrecy::journal::{Candidate, Export, Fate, Rule};
use crate::secrecy::primary::{Reason, Thresholds, Verdict, of_share};
use std::collections::BTreeSet;

/// Who is in a figure.
pub(in crate::secrecy) fn units(candidate: &Candidate) -> BTreeSet<&str> {
    candidate.answers.iter().map(|answer| answer.unit.as_str()).collect()
}

/// A share as the primary rules see it, alone; `None` for what is no share.
pub(in crate::secrecy) fn alone(
    export: &Export,
    candidate: &Candidate,
    thresholds: Thresholds,
) -> Option<Verdict> {
    let Rule::PartOf(position) = candidate.rule else { return None };
    let base = export.candidates.get(position)?;
    let count = |of: &Candidate| u32::try_from(units(of).len()).unwrap_or(u32::MAX);
    Some(of_share(count(candidate), count(base), thresholds))
}

/// Positions of the figures of the same question in which all of enough people, those of this part
/// among them, answer as they do; none for a part that may be shown alone, or never.
pub(in crate::secrecy) fn wholes(
    export: &Export,
    part: &Candidate,
    thresholds: Thresholds,
) -> Vec<usize> {
    let Rule::PartOf(position) = part.rule else { return Vec::new() };
    let Some(base) = export.candidates.get(position) else { return Vec::new() };
    let found = alone(export, part, thresholds);
    if !matches!(found, Some(Verdict::Sensitive(Reason::AllOfAKind { .. }))) {
        return Vec::new();
    }
    let (asked, yes) = (units(base), !part.answers.is_empty());
    let tells = |other: &Candidate| {
        let Rule::PartOf(position) = other.rule else { return false };
        let same = other.wanted && other.key.indicator == part.key.indicator;
        let Some(base) = export.candidates.get(position).filter(|_| same) else { return false };
        let all = units(base);
        let enough = u32::try_from(all.len()).is_ok_and(|count| count >= thresholds.least_base());
        let said = units(other).len();
        enough && said == if yes { all.len() } else { 0 } && asked.is_subset(&all)
    };
    let places = export.candidates.iter().enumerate();
    places.filter_map(|(place, other)| tells(other).then_some(place)).collect()
}

/// Parts that are shown for a whole that is not.
pub(in crate::secrecy) fn unfounded(
    export: &Export,
    fates: &[Fate],
    thresholds: Thresholds,
) -> BTreeSet<usize> {
    let shown = |place: usize| fates.get(place) == Some(&Fate::Shown);
    let parts = export.candidates.iter().enumerate().filter(|(place, _)| shown(*place));
    parts
        .filter_map(|(place, part)| {
            let wholes = wholes(export, part, thresholds);
            let none = !wholes.is_empty() && !wholes.iter().any(|whole| shown(*whole));
            none.then_some(place)
        })
        .collect()
}
