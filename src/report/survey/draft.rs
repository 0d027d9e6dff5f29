//! An export under way: the figures of all tables, decided together.

use crate::analysis::employers::asked::Establishment;
use crate::report::survey::apart::apart;
use crate::secrecy::identity::have_moved;
use crate::secrecy::journal::{
    Answer, Candidate, Decision, Export, Fate, JournalError, Key, Log, Outcome, Release, Rule,
};
use crate::secrecy::key::renamed;
use crate::secrecy::primary::Thresholds;
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

    /// What respondents, by their place in the list, put into a figure: each what it said.
    pub fn parts<'l>(
        self,
        list: &'l [Establishment],
        weights: &BTreeMap<usize, f64>,
        said: impl IntoIterator<Item = (usize, f64)>,
    ) -> Vec<Part<'l>> {
        let named = said.into_iter().filter_map(|(who, own)| {
            let weight = match self {
                Self::Weighted => weights.get(&who).copied().unwrap_or(1.0),
                Self::Unweighted => 1.0,
            };
            Some(Part { unit: list.get(who)?.id.as_str(), own, weighted: own * weight })
        });
        named.collect()
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

    /// Identifiers do not mean the respondents that they meant when figures left.
    pub fn is_of_others(&self, log: &Log) -> bool {
        have_moved(log, &self.export)
    }

    /// Nothing leaves, and nothing is remembered: whose answers these are cannot be told.
    pub fn withheld(self) -> Decided {
        let fates = self.export.candidates.iter().map(|candidate| {
            if candidate.answers.is_empty() { Fate::Empty } else { Fate::Unknown }
        });
        let (fates, release, given_away) = (fates.collect(), Release::default(), Vec::new());
        Decided { fates, release, exposed: 0, given_away }
    }

    pub fn decide(self, log: &Log, thresholds: Thresholds) -> Result<Decided, JournalError> {
        let log = &*renamed(log, &self.export);
        let (decision, exposed) = apart(log, &self.export, thresholds)?;
        let given_away: BTreeSet<&Key> =
            decision.exposed.iter().filter_map(|one| one.key.as_ref()).collect();
        let given_away = given_away.into_iter().cloned().collect();
        let Decision { mut fates, mut release, .. } = decision;
        // The very same figure left before, its twin hidden beside it: it is outside already.
        let earlier = log.releases.iter().flat_map(|release| &release.entries);
        let shown = earlier.filter(|entry| {
            matches!(entry.outcome, Outcome::Shown { half_step, .. } if half_step.is_finite())
        });
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
