//! The parts of an export that nothing relates to each other, each decided with what has left of it.
//!
//! Figures are related by their indicator, by a sum and by a share. The attacks on one large system
//! take many times those on its parts, and find the same.

use crate::jobs::side_by_side;
use crate::secrecy::journal::{
    Decision, Entry, Export, Fate, JournalError, Key, Log, Release, Rule, decide,
};
use crate::secrecy::primary::Thresholds;
use crate::secrecy::table::{CellId, Protection};
use std::collections::{BTreeMap, BTreeSet};

/// Indicators of causes: of one base, and related to each other by nothing else.
pub const CAUSE: &str = "cause/";

/// Decides on each part of an export; the decision on all, and how many figures are exposed.
///
/// # Errors
/// As [`decide`].
pub fn apart(
    log: &Log,
    export: &Export,
    thresholds: Thresholds,
) -> Result<(Decision, usize), JournalError> {
    let parts = parts(log, export);
    let decided = side_by_side(&parts, |part| {
        decide(&part.log, &part.export, thresholds, Protection::default())
    });
    let n = export.candidates.len();
    let (fates, exposed, release) = (vec![Fate::Unwanted; n], Vec::new(), Release::default());
    let mut whole = Decision { fates, exposed, release };
    let mut entries: Vec<Option<Entry>> = vec![None; n];
    let mut figures = 0;
    for (Part { members, .. }, decision) in parts.iter().zip(decided) {
        let Decision { fates, exposed, release } = decision?;
        for ((of, fate), entry) in members.iter().zip(fates).zip(release.entries) {
            if let (Some(slot), Some(left)) = (whole.fates.get_mut(*of), entries.get_mut(*of)) {
                // What one part hides is hidden.
                if left.is_none() || *slot == Fate::Shown {
                    *slot = fate;
                    *left = Some(entry);
                }
            }
        }
        let known = |of: usize| members.get(of).copied();
        let shares = release.shares.into_iter();
        whole.release.shares.extend(shares.filter_map(|(a, b)| Some((known(a)?, known(b)?))));
        // The base of causes is in several parts, and counts once.
        let before: BTreeSet<Key> =
            whole.exposed.iter().filter_map(|one| one.key.clone()).collect();
        let is_new = |key: &Option<Key>| key.as_ref().is_none_or(|key| !before.contains(key));
        let new: Vec<_> = exposed.into_iter().filter(|one| is_new(&one.key)).collect();
        figures += new.iter().map(|one| one.figure).collect::<BTreeSet<CellId>>().len();
        whole.exposed.extend(new);
    }
    whole.release.shares.sort_unstable();
    whole.release.shares.dedup();
    whole.release.totals.clone_from(&export.totals);
    // One per candidate: every one is in a part.
    whole.release.entries = entries.into_iter().flatten().collect();
    Ok((whole, figures))
}

struct Part {
    /// Positions in the export; the bases of causes last.
    members: Vec<usize>,
    export: Export,
    /// What has left of it.
    log: Log,
}

/// The parts of the export, each in the order of its figures, then those of the log alone, which may
/// give something away whatever is shown now.
fn parts(log: &Log, export: &Export) -> Vec<Part> {
    let families = Families::of(log, export);
    let mut members: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for (place, candidate) in export.candidates.iter().enumerate() {
        members.entry(families.family(&candidate.key.indicator)).or_default().push(place);
    }
    for entry in log.releases.iter().flat_map(|release| &release.entries) {
        members.entry(families.family(&entry.key.indicator)).or_default();
    }
    let parts = members.into_iter().map(|(family, members)| {
        let bases = members.iter().filter_map(|of| match export.candidates.get(*of)?.rule {
            Rule::PartOf(base) if members.binary_search(&base).is_err() => Some(base),
            _ => None,
        });
        let bases: BTreeSet<usize> = bases.collect();
        let keys = bases.iter().filter_map(|base| export.candidates.get(*base));
        let keys: BTreeSet<&Key> = keys.map(|candidate| &candidate.key).collect();
        let is_of = |key: &Key| families.family(&key.indicator) == family || keys.contains(key);
        let log = related(log, &is_of);
        let members: Vec<usize> = members.into_iter().chain(bases).collect();
        Part { export: of_members(export, &members), members, log }
    });
    parts.collect()
}

/// What an export says of some of its figures.
fn of_members(export: &Export, members: &[usize]) -> Export {
    let place = |of: usize| members.iter().position(|member| *member == of);
    let candidates = members.iter().filter_map(|of| {
        let mut candidate = export.candidates.get(*of)?.clone();
        if let Rule::PartOf(base) = candidate.rule {
            candidate.rule = Rule::PartOf(place(base)?);
        }
        Some(candidate)
    });
    let totals = export.totals.iter().filter_map(|(total, parts)| {
        let parts: Option<Vec<usize>> = parts.iter().map(|part| place(*part)).collect();
        Some((place(*total)?, parts?))
    });
    Export { candidates: candidates.collect(), totals: totals.collect() }
}

/// What has left of the figures of a part, and the bases that they were shares of.
fn related(log: &Log, is_of: &dyn Fn(&Key) -> bool) -> Log {
    let releases = log.releases.iter().map(|release| {
        let key = |of: usize| release.entries.get(of).map(|entry| &entry.key);
        let bases = release.shares.iter().filter(|(part, _)| key(*part).is_some_and(is_of));
        let bases: BTreeSet<usize> = bases.map(|(_, base)| *base).collect();
        let kept = |of: &usize| key(*of).is_some_and(is_of) || bases.contains(of);
        let kept: Vec<usize> = (0..release.entries.len()).filter(kept).collect();
        let place = |of: usize| kept.binary_search(&of).ok();
        let entries = kept.iter().filter_map(|of| release.entries.get(*of).cloned());
        let totals = release.totals.iter().filter_map(|(total, parts)| {
            let parts: Option<Vec<usize>> = parts.iter().map(|part| place(*part)).collect();
            Some((place(*total)?, parts?))
        });
        let shares = release.shares.iter();
        let shares = shares.filter_map(|(part, base)| Some((place(*part)?, place(*base)?)));
        // Releases keep their numbers, empty ones too.
        Release {
            has_plain_keys: release.has_plain_keys,
            entries: entries.collect(),
            precisions: Vec::new(),
            totals: totals.collect(),
            shares: shares.collect(),
        }
    });
    Log { salt: log.salt, releases: releases.collect() }
}

/// Indicators that sums and shares relate, now or in an earlier export.
struct Families<'a> {
    place: BTreeMap<&'a str, usize>,
    parent: Vec<usize>,
}

impl<'a> Families<'a> {
    fn of(log: &'a Log, export: &'a Export) -> Self {
        let mut families = Self { place: BTreeMap::new(), parent: Vec::new() };
        let indicator = |of: usize| {
            let candidate = export.candidates.get(of);
            candidate.map(|candidate| candidate.key.indicator.as_str())
        };
        for (part, candidate) in export.candidates.iter().enumerate() {
            families.root(&candidate.key.indicator);
            if let Rule::PartOf(base) = candidate.rule {
                families.share(indicator(part), indicator(base));
            }
        }
        for (total, parts) in &export.totals {
            for part in parts {
                families.join(indicator(*total), indicator(*part));
            }
        }
        for release in &log.releases {
            let indicator = |of: usize| {
                let entry = release.entries.get(of);
                entry.map(|entry| entry.key.indicator.as_str())
            };
            for entry in &release.entries {
                families.root(&entry.key.indicator);
            }
            for (part, base) in &release.shares {
                families.share(indicator(*part), indicator(*base));
            }
            for (total, parts) in &release.totals {
                for part in parts {
                    families.join(indicator(*total), indicator(*part));
                }
            }
        }
        families
    }

    fn share(&mut self, part: Option<&'a str>, base: Option<&'a str>) {
        if part.is_some_and(|part| !part.starts_with(CAUSE)) {
            self.join(part, base);
        }
    }

    fn join(&mut self, one: Option<&'a str>, other: Option<&'a str>) {
        let (Some(one), Some(other)) = (one, other) else { return };
        let (one, other) = (self.root(one), self.root(other));
        if let Some(up) = self.parent.get_mut(one.max(other)) {
            *up = one.min(other);
        }
    }

    fn root(&mut self, indicator: &'a str) -> usize {
        let next = self.parent.len();
        let place = *self.place.entry(indicator).or_insert(next);
        if place == next {
            self.parent.push(next);
        }
        self.up(place)
    }

    fn up(&self, mut at: usize) -> usize {
        while let Some(up) = self.parent.get(at).copied().filter(|up| *up != at) {
            at = up;
        }
        at
    }

    /// A number that related indicators share.
    fn family(&self, indicator: &str) -> usize {
        self.place.get(indicator).map_or(usize::MAX, |place| self.up(*place))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::secrecy::journal::{Answer, Candidate};
    use crate::secrecy::siphash::Salt;

    fn candidate(indicator: &str, breakdown: &str, rule: Rule, values: &[f64]) -> Candidate {
        let answers = values.iter().enumerate().map(|(unit, value)| Answer {
            unit: format!("{breakdown}{unit}"),
            unweighted: *value,
            weighted: *value,
        });
        let key = Key {
            indicator: indicator.to_owned(),
            territory: "be:8450".to_owned(),
            breakdown: breakdown.to_owned(),
            vintage: "2025".to_owned(),
        };
        Candidate { key, answers: answers.collect(), rule, half_step: 0.0, wanted: true }
    }

    fn salt() -> Salt {
        Salt([7; 16])
    }

    fn export() -> Export {
        Export {
            candidates: vec![
                candidate("hires", "a", Rule::Total, &[3.0, 4.0, 5.0]),
                candidate("hires", "b", Rule::Total, &[30.0, 4.0]),
                candidate("hires", "", Rule::Total, &[3.0, 4.0, 5.0, 30.0, 4.0]),
                candidate("answers", "", Rule::Total, &[1.0; 9]),
                candidate("cause/pay", "", Rule::PartOf(3), &[1.0; 4]),
                candidate("cause/hours", "", Rule::PartOf(3), &[1.0; 5]),
                candidate("exits", "", Rule::Total, &[1.0, 2.0, 3.0]),
            ],
            totals: vec![(2, vec![0, 1])],
        }
    }

    #[test]
    fn causes_are_apart_and_know_their_base() {
        let log = Log::new(salt());
        let members: Vec<Vec<usize>> =
            parts(&log, &export()).into_iter().map(|part| part.members).collect();
        assert_eq!(members, [vec![0, 1, 2], vec![3], vec![4, 3], vec![5, 3], vec![6]]);
    }

    /// A sum that was once shown relates what nothing relates today, and each part has its own past.
    #[test]
    fn what_has_left_goes_with_what_it_is_related_to() {
        let thresholds = Thresholds::default();
        let (first, _) = apart(&Log::new(salt()), &export(), thresholds).unwrap();
        let mut log = Log::new(salt());
        log.releases.push(first.release);
        let of = |part: &Part| part.log.releases[0].entries.len();
        let found: Vec<usize> = parts(&log, &export()).iter().map(of).collect();
        assert_eq!(found, [3, 1, 2, 2, 1]);
        log.releases[0].totals.push((6, vec![3]));
        let members: Vec<Vec<usize>> =
            parts(&log, &export()).into_iter().map(|part| part.members).collect();
        assert_eq!(members, [vec![0, 1, 2], vec![3, 6], vec![4, 3], vec![5, 3]]);
        // Of what is not shown any more, the log alone is a part.
        let mut less = export();
        less.candidates.pop();
        let parts = parts(&Log { salt: log.salt, releases: vec![log.releases[0].clone()] }, &less);
        assert_eq!(parts[1].members, [3]);
        assert_eq!(of(&parts[1]), 2);
        let mut alone = export();
        alone.candidates.clear();
        alone.totals.clear();
        log.releases[0].totals.clear();
        let (decision, exposed) = apart(&log, &alone, thresholds).unwrap();
        assert_eq!((decision.fates.len(), exposed), (0, 0));
    }

    /// Parts decided apart are decided as all together, with what left before too.
    #[test]
    fn apart_as_together() {
        let thresholds = Thresholds::default();
        let mut log = Log::new(salt());
        // One more answers each question, then nobody does.
        for more in [0, 1, 1] {
            let mut export = export();
            for candidate in export.candidates.iter_mut().take(more * 3) {
                candidate.answers.extend((0..more).map(|_| Answer {
                    unit: "late".to_owned(),
                    unweighted: 2.0,
                    weighted: 2.0,
                }));
            }
            if more > 0 {
                // The total of both, once more.
                export.candidates[2].answers.pop();
                let twice =
                    |unit: &str| Answer { unit: unit.to_owned(), unweighted: 2.0, weighted: 2.0 };
                export.candidates[2].answers.extend([twice("late"), twice("later")]);
                export.candidates[1].answers.pop();
                export.candidates[1].answers.push(twice("later"));
            }
            let (whole, _) = apart(&log, &export, thresholds).unwrap();
            let together = decide(&log, &export, thresholds, Protection::default()).unwrap();
            let shown = |fates: &[Fate]| -> Vec<bool> {
                fates.iter().map(|fate| *fate == Fate::Shown).collect()
            };
            assert_eq!(shown(&whole.fates), shown(&together.fates), "{more}");
            assert_eq!(whole.exposed.len(), together.exposed.len());
            log.releases.push(whole.release);
        }
    }
}
