//! An export under way: the figures of all tables, decided together.

use crate::analysis::employers::asked::Establishment;
use crate::secrecy::journal::{
    Answer, Candidate, Decision, Entry, Export, Fate, JournalError, Key, Log, Outcome, Release,
    Rule, decide,
};
use crate::secrecy::primary::Thresholds;
use crate::secrecy::table::Protection;
use std::collections::{BTreeMap, BTreeSet};

/// What a figure counts: a total of answers with weights, or of answers alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Weighting {
    Weighted,
    Unweighted,
}

impl Weighting {
    pub const BOTH: [Self; 2] = [Self::Weighted, Self::Unweighted];

    /// The key of an indicator as weighted or not.
    pub fn of(self, indicator: &str) -> String {
        match self {
            Self::Weighted => indicator.to_owned(),
            Self::Unweighted => format!("{indicator}/unweighted"),
        }
    }
}

/// What one respondent puts into a figure.
#[derive(Clone, Debug, PartialEq)]
pub struct Part<'a> {
    pub unit: &'a str,
    pub own: f64,
    pub weighted: f64,
}

/// The export under way.
pub struct Draft<'a> {
    pub list: &'a [Establishment],
    territory: String,
    wave: &'a str,
    pub export: Export,
    /// Positions of figures that are shown all, or none of them.
    together: Vec<Vec<usize>>,
}

/// The export as decided.
pub struct Decided {
    fates: Vec<Fate>,
    pub release: Release,
    pub exposed: usize,
    /// What of it has a key: a difference of two figures has none.
    pub given_away: Vec<Key>,
}

impl<'a> Draft<'a> {
    pub fn new(list: &'a [Establishment], territory: String, wave: &'a str) -> Self {
        Self { list, territory, wave, export: Export::default(), together: Vec::new() }
    }

    /// Adds a figure that is exact; its position.
    pub fn add(
        &mut self,
        indicator: String,
        breakdown: String,
        parts: &[Part<'_>],
        rule: Rule,
        wanted: bool,
    ) -> usize {
        let answers = parts.iter().map(|part| Answer {
            unit: part.unit.to_owned(),
            unweighted: part.own,
            weighted: part.weighted,
        });
        self.export.candidates.push(Candidate {
            key: Key {
                indicator,
                territory: self.territory.clone(),
                breakdown,
                vintage: self.wave.to_owned(),
            },
            answers: answers.collect(),
            rule,
            half_step: 0.0,
            wanted,
        });
        self.export.candidates.len() - 1
    }

    /// Everyone knows that the parts make the total.
    pub fn total(&mut self, total: usize, parts: Vec<usize>) {
        self.export.totals.push((total, parts));
    }

    /// One of them hidden hides them all.
    pub fn together(&mut self, positions: Vec<usize>) {
        self.together.push(positions);
    }

    pub fn decide(self, log: &Log, thresholds: Thresholds) -> Result<Decided, JournalError> {
        let decision = apart(log, &self.export, thresholds)?;
        let exposed = decision.exposed_figures();
        if std::env::var("EXPOSED").is_ok() {
            for one in &decision.exposed {
                eprintln!("EXPOSED {one:?}");
            }
        }
        let given_away: BTreeSet<&Key> =
            decision.exposed.iter().filter_map(|one| one.key.as_ref()).collect();
        let given_away = given_away.into_iter().cloned().collect();
        let Decision { mut fates, mut release, .. } = decision;
        // The very same figure left before, its twin hidden beside it: it is outside already.
        let earlier = log.releases.iter().flat_map(|release| &release.entries);
        let shown = earlier.filter(|entry| matches!(entry.outcome, Outcome::Shown { .. }));
        let outside: BTreeSet<(&Key, u64)> =
            shown.map(|entry| (&entry.key, entry.fingerprint)).collect();
        for positions in self.together {
            let of = |place: &usize| fates.get(*place).unwrap_or(&Fate::Unwanted);
            let Some(hidden) = positions.iter().map(of).find(|fate| **fate != Fate::Shown) else {
                continue;
            };
            let hidden = hidden.clone();
            for place in positions {
                let version = release.entries.get(place);
                let version = version.map(|entry| (&entry.key, entry.fingerprint));
                if version.is_some_and(|version| outside.contains(&version)) {
                    continue;
                }
                let Some(fate) = fates.get_mut(place).filter(|fate| **fate == Fate::Shown) else {
                    continue;
                };
                *fate = hidden.clone();
                // A figure that goes with its hidden twin has not left.
                if let Some(entry) = release.entries.get_mut(place)
                    && matches!(entry.outcome, Outcome::Shown { .. })
                {
                    entry.outcome = Outcome::Hidden;
                }
            }
        }
        Ok(Decided { fates, release, exposed, given_away })
    }
}

/// Decides on each part of an export that nothing relates to the others: figures are related by
/// their indicator, by a sum and by a share. Each is set against the whole log. The attacks on one
/// large system take many times those on its parts, and find the same.
fn apart(log: &Log, export: &Export, thresholds: Thresholds) -> Result<Decision, JournalError> {
    let n = export.candidates.len();
    let (fates, exposed, release) = (vec![Fate::Unwanted; n], Vec::new(), Release::default());
    let mut whole = Decision { fates, exposed, release };
    let mut entries: Vec<Option<Entry>> = vec![None; n];
    for members in components(export) {
        // The bases of causes are of a part of their own, and known in that of each cause.
        let bases = members.iter().filter_map(|of| match export.candidates.get(*of)?.rule {
            Rule::PartOf(base) if members.binary_search(&base).is_err() => Some(base),
            _ => None,
        });
        let bases: BTreeSet<usize> = bases.collect();
        let members: Vec<usize> = members.into_iter().chain(bases).collect();
        let place = |of: usize| members.iter().position(|member| *member == of);
        let part = members.iter().filter_map(|of| {
            let candidate = export.candidates.get(*of)?;
            let rule = match candidate.rule {
                Rule::PartOf(base) => Rule::PartOf(place(base)?),
                rule => rule,
            };
            Some(Candidate { rule, ..candidate.clone() })
        });
        let totals = export.totals.iter().filter_map(|(total, parts)| {
            let parts: Option<Vec<usize>> = parts.iter().map(|part| place(*part)).collect();
            Some((place(*total)?, parts?))
        });
        let part = Export { candidates: part.collect(), totals: totals.collect() };
        let Decision { fates, exposed, release } =
            decide(log, &part, thresholds, Protection::default())?;
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
        // What the log alone gives away is found with every part, and counts once.
        let new =
            exposed.into_iter().filter(|one| one.key.is_none() || !whole.exposed.contains(one));
        let new: Vec<_> = new.collect();
        whole.exposed.extend(new);
    }
    whole.release.shares.sort_unstable();
    whole.release.shares.dedup();
    whole.release.totals.clone_from(&export.totals);
    // One per candidate: every one is in a part.
    whole.release.entries = entries.into_iter().flatten().collect();
    Ok(whole)
}

/// Indicators of causes: of one base, and related to each other by nothing else.
pub const CAUSE: &str = "cause/";

/// The parts of an export, each in the order of its figures.
fn components(export: &Export) -> Vec<Vec<usize>> {
    let mut parent: Vec<usize> = (0..export.candidates.len()).collect();
    let root = |parent: &[usize], mut at: usize| {
        while let Some(up) = parent.get(at).copied().filter(|up| *up != at) {
            at = up;
        }
        at
    };
    let mut join = |a: usize, b: usize| {
        let (a, b) = (root(&parent, a), root(&parent, b));
        if let Some(up) = parent.get_mut(a.max(b)) {
            *up = a.min(b);
        }
    };
    let mut of_indicator: BTreeMap<&str, usize> = BTreeMap::new();
    for (place, candidate) in export.candidates.iter().enumerate() {
        join(*of_indicator.entry(&candidate.key.indicator).or_insert(place), place);
        if let Rule::PartOf(base) = candidate.rule
            && !candidate.key.indicator.starts_with(CAUSE)
        {
            join(base, place);
        }
    }
    for (total, parts) in &export.totals {
        for part in parts {
            join(*total, *part);
        }
    }
    let mut found: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for place in 0..parent.len() {
        found.entry(root(&parent, place)).or_default().push(place);
    }
    found.into_values().collect()
}

impl Decided {
    /// Hides a figure that was to be shown, because of what is shown beside.
    pub fn hide(&mut self, position: Option<usize>) {
        let fate = position.and_then(|position| self.fates.get_mut(position));
        if let Some(fate) = fate.filter(|fate| **fate == Fate::Shown) {
            *fate = Fate::Secondary;
            self.leaves(position, Outcome::Hidden);
        }
    }

    /// What is outside of a figure that is shown.
    pub fn leaves(&mut self, position: Option<usize>, outcome: Outcome) {
        let entry = position.and_then(|position| self.release.entries.get_mut(position));
        if let Some(entry) = entry.filter(|entry| matches!(entry.outcome, Outcome::Shown { .. })) {
            entry.outcome = outcome;
        }
    }

    /// The fate of figures that are shown as one: the first that hides it.
    pub fn fate(&self, positions: &[Option<usize>]) -> Fate {
        let of = |place: &Option<usize>| {
            let fate = place.and_then(|place| self.fates.get(place));
            fate.unwrap_or(&Fate::Unwanted)
        };
        let hidden = positions.iter().map(of).find(|fate| **fate != Fate::Shown);
        hidden.unwrap_or(&Fate::Shown).clone()
    }
}
