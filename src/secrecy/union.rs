//! All exports of a project as one system of cells.
//!
//! A version of a figure (its key and its fingerprint) is one cell, in however many exports it
//! stands; two versions are two cells. Earlier figures that were rounded are intervals here; figures
//! of the present export count as exact, which is the stricter side.

use crate::secrecy::changes::{Contributors, unit_hash};
use crate::secrecy::journal::{Candidate, Export, Fate, JournalError, Key, Log, Outcome, Rule};
use crate::secrecy::primary::{Contribution, Thresholds, Verdict, of_persons, of_share, of_total};
use crate::secrecy::siphash::Salt;
use crate::secrecy::table::{CellId, Earlier, Insider, Own, Protection, State, System};
use std::collections::{BTreeMap, BTreeSet};

/// Where a candidate stands in the union.
#[derive(Clone, Debug)]
pub struct Place {
    /// What each unit puts in, by hash of the unit.
    contributions: BTreeMap<u64, Contribution>,
    pub cell: CellId,
    pub verdict: Verdict,
    pub difference: Option<Fate>,
    pub fingerprint: u64,
    pub contributors: Contributors,
}

/// The union of the log and of an export.
#[derive(Clone, Debug)]
pub struct Union {
    pub system: System,
    /// One per candidate.
    pub places: Vec<Place>,
    /// One per cell; `None` for a difference.
    pub keys: Vec<Option<Key>>,
    /// The respondents in sensitive candidates, and their names in the same order.
    pub insiders: Vec<Insider>,
    /// The differences, and what each unit puts in.
    rests: Vec<(CellId, BTreeMap<u64, Contribution>)>,
    pub units: Vec<String>,
}

impl Union {
    /// The union of the log and of an export.
    ///
    /// Candidates first, in their order, then the differences among them, then the earlier cells.
    ///
    /// # Errors
    /// As [`crate::secrecy::journal::decide`].
    pub fn new(
        log: &Log,
        export: &Export,
        thresholds: Thresholds,
        protection: Protection,
    ) -> Result<Self, JournalError> {
        let mut union = Self {
            system: System::new(),
            places: Vec::new(),
            keys: Vec::new(),
            insiders: Vec::new(),
            rests: Vec::new(),
            units: Vec::new(),
        };
        let mut cells: BTreeMap<(&Key, u64), CellId> = BTreeMap::new();
        let mut seen: BTreeSet<&Key> = BTreeSet::new();
        for candidate in &export.candidates {
            if !seen.insert(&candidate.key) {
                return Err(JournalError::Twice { key: candidate.key.clone() });
            }
            let place = place(log, export, candidate, &mut union.system, thresholds, protection)?;
            cells.insert((&candidate.key, place.fingerprint), place.cell);
            union.keys.push(Some(candidate.key.clone()));
            union.places.push(place);
        }
        union.relate(export)?;
        union.differences(export, thresholds)?;
        union.earlier(log, &mut cells)?;
        union.respondents(export, log.salt);
        Ok(union)
    }

    fn at(&self, position: usize) -> Result<CellId, JournalError> {
        let place = self.places.get(position);
        place.map(|place| place.cell).ok_or(JournalError::NoSuchCandidate { position })
    }

    fn relate(&mut self, export: &Export) -> Result<(), JournalError> {
        for (total, parts) in &export.totals {
            let parts = parts.iter().map(|&part| self.at(part)).collect::<Result<Vec<_>, _>>()?;
            let total = self.at(*total)?;
            self.system.total(total, &parts)?;
        }
        for (part, candidate) in export.candidates.iter().enumerate() {
            if let Rule::PartOf(base) = candidate.rule {
                let (part, base) = (self.at(part)?, self.at(base)?);
                self.system.share(part, base)?;
            }
        }
        Ok(())
    }

    /// Nested candidates whose difference is sensitive by the primary rules, and is not a part that
    /// a relation already names.
    fn differences(&mut self, export: &Export, thresholds: Thresholds) -> Result<(), JournalError> {
        let places = self.places.clone();
        for (place, candidate) in places.iter().zip(&export.candidates) {
            for (inner, within) in places.iter().zip(&export.candidates) {
                if candidate.key.indicator != within.key.indicator
                    || inner.verdict == Verdict::Empty
                {
                    continue;
                }
                let changes = inner.contributors.changes_to(&place.contributors);
                let rest = || of_total(&place.of(&changes.added), thresholds);
                if !changes.only_adds() || !matches!(rest(), Verdict::Sensitive(_)) {
                    continue;
                }
                let value = candidate.value() - within.value();
                let named = self.system.totals.iter().any(|(total, parts)| {
                    *total == place.cell.index()
                        && parts.contains(&inner.cell.index())
                        && parts.len() == 2
                });
                if value < 0.0 || named {
                    continue;
                }
                let rest = self.system.add(value, State::Sensitive { least: 0.0 })?;
                let units = changes.added.iter();
                let units = units.filter_map(|unit| Some((*unit, *place.contributions.get(unit)?)));
                self.rests.push((rest, units.collect()));
                self.keys.push(None);
                self.system.total(place.cell, &[inner.cell, rest])?;
            }
        }
        Ok(())
    }

    fn earlier<'a>(
        &mut self,
        log: &'a Log,
        cells: &mut BTreeMap<(&'a Key, u64), CellId>,
    ) -> Result<(), JournalError> {
        // A version may have been hidden once and shown later: what is outside stays outside.
        let mut outcomes: BTreeMap<(&Key, u64), Outcome> = BTreeMap::new();
        for entry in log.releases.iter().flat_map(|release| &release.entries) {
            let id = (&entry.key, entry.fingerprint);
            let known = outcomes.entry(id).or_insert(entry.outcome);
            if rank(entry.outcome) >= rank(*known) {
                *known = entry.outcome;
            }
        }
        for (&(key, fingerprint), &outcome) in &outcomes {
            if cells.contains_key(&(key, fingerprint)) {
                continue;
            }
            let cell = match outcome {
                Outcome::Empty => self.system.add(0.0, State::Empty)?,
                Outcome::Shown { value, half_step } if half_step <= 0.0 => {
                    self.system.add(value, State::Released)?
                }
                Outcome::Shown { value, half_step } => {
                    let low = (value - half_step).max(0.0);
                    self.system.add_unknown(Earlier::Shown { low, high: value + half_step })
                }
                Outcome::Sensitive { low, high } => {
                    self.system.add_unknown(Earlier::Sensitive { low, high })
                }
                Outcome::Found { .. } | Outcome::Hidden => self.system.add_unknown(Earlier::Hidden),
            };
            self.keys.push(Some(key.clone()));
            cells.insert((key, fingerprint), cell);
        }
        for release in &log.releases {
            let at = |position: usize| {
                let entry = release.entries.get(position);
                entry
                    .and_then(|entry| cells.get(&(&entry.key, entry.fingerprint)).copied())
                    .ok_or(JournalError::NoSuchCandidate { position })
            };
            for (total, parts) in &release.totals {
                let parts = parts.iter().map(|&part| at(part)).collect::<Result<Vec<_>, _>>()?;
                self.system.total(at(*total)?, &parts)?;
            }
            for &(part, base) in &release.shares {
                self.system.share(at(part)?, at(base)?)?;
            }
        }
        self.system.forget_repeated();
        Ok(())
    }

    /// Everyone in a sensitive cell knows its own answer in all candidates and differences.
    fn respondents(&mut self, export: &Export, salt: Salt) {
        let sensitive = |cell: CellId| {
            let cell = self.system.cell(cell);
            cell.is_some_and(|cell| {
                matches!(cell.state, State::Sensitive { .. } | State::Near { .. })
            })
        };
        let answers = export.candidates.iter().flat_map(|candidate| &candidate.answers);
        let names: BTreeMap<u64, &str> =
            answers.map(|a| (unit_hash(salt, &a.unit), a.unit.as_str())).collect();
        let within = self.places.iter().map(|place| (place.cell, &place.contributions));
        let within: Vec<(CellId, &BTreeMap<u64, Contribution>)> =
            within.chain(self.rests.iter().map(|(cell, rest)| (*cell, rest))).collect();
        let mut by_unit: BTreeMap<u64, Insider> = within
            .iter()
            .filter(|(cell, _)| sensitive(*cell))
            .flat_map(|(_, units)| units.keys().map(|&unit| (unit, Insider::default())))
            .collect();
        for (cell, units) in within {
            let alone = units.len() == 1;
            for (unit, contribution) in units {
                if let Some(insider) = by_unit.get_mut(unit) {
                    let contribution = contribution.weighted;
                    insider.knows.push(Own { cell, contribution, alone });
                }
            }
        }
        for (unit, insider) in by_unit {
            self.units.push(names.get(&unit).map(|&name| name.to_owned()).unwrap_or_default());
            self.insiders.push(insider);
        }
    }
}

/// How much is outside: a later outcome replaces an earlier one of the same rank.
const fn rank(outcome: Outcome) -> u8 {
    match outcome {
        Outcome::Hidden => 0,
        Outcome::Found { .. } => 1,
        Outcome::Sensitive { .. } => 2,
        Outcome::Empty => 3,
        Outcome::Shown { .. } => 4,
    }
}

fn place(
    log: &Log,
    export: &Export,
    candidate: &Candidate,
    system: &mut System,
    thresholds: Thresholds,
    protection: Protection,
) -> Result<Place, JournalError> {
    let value = candidate.value();
    let unweighted = candidate.answers.iter().map(|a| (a.unit.as_str(), a.unweighted));
    let contributors = Contributors::new(log.salt, unweighted);
    let fingerprint = contributors.fingerprint(log.salt, value);
    let contributions = contributions(log.salt, candidate);
    let verdict = verdict(export, candidate, &contributions, thresholds)?;
    let outside = log.releases.iter().flat_map(|release| &release.entries).any(|entry| {
        let same = entry.key == candidate.key && entry.fingerprint == fingerprint;
        same && matches!(entry.outcome, Outcome::Shown { .. })
    });
    let near = if outside || verdict == Verdict::Empty {
        None
    } else {
        nearest(log, candidate, &contributors, &contributions, thresholds)
    };
    let state = match (verdict, &near) {
        (Verdict::Empty, _) => State::Empty,
        _ if outside => State::Released,
        (Verdict::Sensitive(_), None) => State::Sensitive { least: 0.0 },
        (Verdict::Sensitive(_), Some((_, distance))) => {
            State::Sensitive { least: protection.share() * distance }
        }
        (Verdict::Publishable, Some((_, distance))) => {
            State::Near { distance: protection.share() * distance }
        }
        (Verdict::Publishable, None) if candidate.wanted => State::Open,
        (Verdict::Publishable, None) => State::Withheld,
    };
    let cell = system.add(value, state)?;
    let difference = near.map(|(fate, _)| fate).filter(|_| verdict == Verdict::Publishable);
    Ok(Place { contributions, cell, verdict, difference, fingerprint, contributors })
}

fn verdict(
    export: &Export,
    candidate: &Candidate,
    contributions: &BTreeMap<u64, Contribution>,
    thresholds: Thresholds,
) -> Result<Verdict, JournalError> {
    let of_units: Vec<Contribution> = contributions.values().copied().collect();
    Ok(match candidate.rule {
        Rule::Total => of_total(&of_units, thresholds),
        Rule::Persons => of_persons(&of_units, thresholds),
        Rule::PartOf(position) => {
            let base = export.candidates.get(position);
            let base = base.ok_or(JournalError::NoSuchCandidate { position })?;
            let units: BTreeSet<&str> = base.answers.iter().map(|a| a.unit.as_str()).collect();
            let count = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
            of_share(count(of_units.len()), count(units.len()), thresholds)
        }
    })
}

fn contributions(salt: Salt, candidate: &Candidate) -> BTreeMap<u64, Contribution> {
    let mut by_unit = BTreeMap::new();
    for answer in &candidate.answers {
        let nothing = Contribution { unweighted: 0.0, weighted: 0.0 };
        let sum = by_unit.entry(unit_hash(salt, &answer.unit)).or_insert(nothing);
        sum.unweighted += answer.unweighted;
        sum.weighted += answer.weighted;
    }
    by_unit
}

impl Place {
    /// What the given units put in.
    fn of(&self, units: &[u64]) -> Vec<Contribution> {
        units.iter().filter_map(|unit| self.contributions.get(unit).copied()).collect()
    }
}

/// The figure outside that the candidate is too near to, and what their difference is worth; the
/// one with the greatest difference, which asks for the most.
fn nearest(
    log: &Log,
    candidate: &Candidate,
    contributors: &Contributors,
    contributions: &BTreeMap<u64, Contribution>,
    thresholds: Thresholds,
) -> Option<(Fate, f64)> {
    let mut nearest: Option<(Fate, f64)> = None;
    for (release, of) in log.releases.iter().enumerate() {
        for entry in of.entries.iter().filter(|e| e.key.indicator == candidate.key.indicator) {
            let value = match entry.outcome {
                Outcome::Shown { value, .. } => value,
                Outcome::Found { low, high } => f64::midpoint(low, high),
                Outcome::Sensitive { .. } | Outcome::Hidden | Outcome::Empty => continue,
            };
            let changes = entry.contributors.changes_to(contributors);
            let units = changes.units();
            // Units of which some left cannot be weighed here: their answers are not kept.
            let added = || {
                let units = changes.added.iter();
                let added: Vec<Contribution> =
                    units.filter_map(|unit| contributions.get(unit).copied()).collect();
                of_total(&added, thresholds)
            };
            let few = units > 0 && units < thresholds.least_units();
            if few || (changes.only_adds() && matches!(added(), Verdict::Sensitive(_))) {
                // Who left knows its own answer, and finds the one of who came from the difference:
                // what came counts for all it is.
                let came = changes.added.iter().filter_map(|unit| contributions.get(unit));
                let came: f64 = came.map(|contribution| contribution.weighted).sum();
                let distance = (candidate.value() - value).abs().max(came);
                if nearest.as_ref().is_none_or(|(_, known)| distance > *known) {
                    let against = entry.key.clone();
                    nearest = Some((Fate::Difference { against, release, units }, distance));
                }
            }
        }
    }
    nearest
}
