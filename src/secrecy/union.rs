//! All exports of a project as one system of cells.
//!
//! A version of a figure (its key and its fingerprint) is one cell, in however many exports it
//! stands; two versions are two cells. Earlier figures that were rounded are intervals here; figures
//! of the present export count as exact, which is the stricter side.

use crate::secrecy::changes::{Contributors, unit_hash};
use crate::secrecy::implied;
use crate::secrecy::journal::{
    Answer, Candidate, Entry, Export, Fate, JournalError, Key, Log, Outcome, Release, Rule,
};
use crate::secrecy::primary::{Contribution, Thresholds, Verdict, of_persons, of_share, of_total};
use crate::secrecy::siphash::Salt;
use crate::secrecy::table::{Cell, CellId, Earlier, Insider, Own, Protection, State, System};
use std::collections::{BTreeMap, BTreeSet};

/// Where a candidate stands in the union.
#[derive(Clone, Debug)]
pub struct Place {
    /// What each unit puts in, by hash of the unit.
    contributions: BTreeMap<u64, Contribution>,
    pub cell: CellId,
    pub verdict: Verdict,
    pub difference: Option<Fate>,
    /// The very same figure was hidden to cover others: it stays so, whatever else could cover them
    /// today.
    pub covers: bool,
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

/// What has left, as candidates look it up.
struct History<'a> {
    /// A version may have been hidden once and shown later: what is outside stays outside.
    outcomes: BTreeMap<(&'a Key, u64), Outcome>,
    /// By indicator, with the position of the release.
    entries: BTreeMap<&'a str, Vec<(usize, &'a Entry)>>,
    /// The releases that hold a version, shown or hidden.
    met: BTreeMap<(&'a Key, u64), BTreeSet<usize>>,
    releases: &'a [Release],
}

impl<'a> History<'a> {
    fn new(log: &'a Log) -> Self {
        let (outcomes, entries, met) = (BTreeMap::new(), BTreeMap::new(), BTreeMap::new());
        let mut history = Self { outcomes, entries, met, releases: &log.releases };
        for (release, of) in log.releases.iter().enumerate() {
            for entry in &of.entries {
                let id = (&entry.key, entry.fingerprint);
                history.met.entry(id).or_default().insert(release);
                let known = history.outcomes.entry(id).or_insert(entry.outcome);
                if rank(entry.outcome) >= rank(*known) {
                    *known = entry.outcome;
                }
                let same = history.entries.entry(&entry.key.indicator).or_default();
                same.push((release, entry));
            }
        }
        history
    }

    fn of(&self, indicator: &str) -> &[(usize, &'a Entry)] {
        self.entries.get(indicator).map(Vec::as_slice).unwrap_or_default()
    }
}

impl Union {
    /// The union of the log and of an export.
    ///
    /// `doubted`: parts that no greater unanimity tells, whatever it seems.
    /// Candidates first, in their order, then the differences among them, then the earlier cells.
    ///
    /// # Errors
    /// As [`crate::secrecy::journal::decide`].
    pub fn new(
        log: &Log,
        export: &Export,
        thresholds: Thresholds,
        protection: Protection,
        doubted: &BTreeSet<usize>,
    ) -> Result<Self, JournalError> {
        let mut union = Self {
            system: System::new(),
            places: Vec::new(),
            keys: Vec::new(),
            insiders: Vec::new(),
            rests: Vec::new(),
            units: Vec::new(),
        };
        let history = History::new(log);
        let mut cells: BTreeMap<(&Key, u64), CellId> = BTreeMap::new();
        let mut seen: BTreeSet<&Key> = BTreeSet::new();
        for (position, candidate) in export.candidates.iter().enumerate() {
            if !seen.insert(&candidate.key) {
                return Err(JournalError::Twice { key: candidate.key.clone() });
            }
            let system = &mut union.system;
            let known = (log.salt, &history);
            let rules = (thresholds, protection, doubted);
            let place = place(known, export, (position, candidate), system, rules)?;
            cells.insert((&candidate.key, place.fingerprint), place.cell);
            union.keys.push(Some(candidate.key.clone()));
            union.places.push(place);
        }
        union.relate(export)?;
        union.differences(export, thresholds)?;
        union.earlier(log, &history, &mut cells)?;
        union.nested(&history, export, &cells, thresholds)?;
        union.system.forget_repeated();
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
    /// a relation already names. Nobody is in an empty figure, which is thus nested in any other:
    /// the difference is the other itself, and no relation between the two. Who alone is in the
    /// other would otherwise seem to know that the first is empty.
    fn differences(&mut self, export: &Export, thresholds: Thresholds) -> Result<(), JournalError> {
        let places = self.places.clone();
        for (place, candidate) in places.iter().zip(&export.candidates) {
            for (inner, within) in places.iter().zip(&export.candidates) {
                if candidate.key.indicator != within.key.indicator
                    || inner.contributors.as_slice().is_empty()
                    || candidate.key.is_apart_from(&within.key)
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
        history: &History<'a>,
        cells: &mut BTreeMap<(&'a Key, u64), CellId>,
    ) -> Result<(), JournalError> {
        for (&(key, fingerprint), &outcome) in &history.outcomes {
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
        Ok(())
    }

    /// Earlier figures that are hidden and of which a candidate is a later version with more
    /// answers: what came in between is a part of it like another, and the candidate a bound of the
    /// earlier one. Its value is known again from the answers. Weights of another export are not,
    /// hence figures of answers alone.
    fn nested(
        &mut self,
        history: &History<'_>,
        export: &Export,
        cells: &BTreeMap<(&Key, u64), CellId>,
        thresholds: Thresholds,
    ) -> Result<(), JournalError> {
        let hidden =
            |entry: &&Entry| !matches!(entry.outcome, Outcome::Shown { .. } | Outcome::Empty);
        let mut earlier: BTreeMap<&str, BTreeMap<CellId, &Entry>> = BTreeMap::new();
        let entries = history.entries.values().flatten().map(|(_, entry)| *entry);
        for entry in entries.filter(hidden) {
            if let Some(cell) = cells.get(&(&entry.key, entry.fingerprint)) {
                let same = earlier.entry(&entry.key.indicator).or_default();
                same.insert(*cell, entry);
            }
        }
        let places = self.places.clone();
        for (place, candidate) in places.iter().zip(&export.candidates) {
            let weightless =
                |answer: &Answer| answer.weighted.to_bits() == answer.unweighted.to_bits();
            let versions = earlier.get(candidate.key.indicator.as_str());
            if !candidate.answers.iter().all(weightless) {
                continue;
            }
            for (cell, entry) in versions.into_iter().flatten() {
                let contributors = &entry.contributors;
                let changes = contributors.changes_to(&place.contributors);
                if *cell == place.cell
                    || !changes.only_adds()
                    || contributors.as_slice().is_empty()
                    || candidate.key.is_apart_from(&entry.key)
                {
                    continue;
                }
                let units = contributors.as_slice().iter().map(|one| one.unit);
                self.recall(*cell, place.known(units));
                let added = place.known(changes.added.iter().copied());
                let state = match of_total(&place.of(&changes.added), thresholds) {
                    Verdict::Sensitive(_) => State::Sensitive { least: 0.0 },
                    Verdict::Publishable | Verdict::Empty => State::Withheld,
                };
                let value = added.values().map(|one| one.weighted).sum::<f64>() + 0.0;
                let rest = self.system.add(value, state)?;
                self.keys.push(None);
                self.rests.push((rest, added));
                self.system.total(place.cell, &[*cell, rest])?;
            }
        }
        Ok(())
    }

    /// Gives an earlier cell that must stay hidden its value back.
    fn recall(&mut self, cell: CellId, units: BTreeMap<u64, Contribution>) {
        let Some(known) = self.system.cells.get_mut(cell.index()) else { return };
        if matches!(known.state, State::Kept { .. }) {
            let value = units.values().map(|one| one.weighted).sum::<f64>() + 0.0;
            *known = Cell { value: Some(value), state: State::Sensitive { least: 0.0 } };
            self.rests.push((cell, units));
        }
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
        // Who is alone in a figure may know it; of a difference of two, which has no name, nobody
        // knows who else is in it.
        let figures = self.places.iter().map(|place| (place.cell, &place.contributions, true));
        let rests = self.rests.iter().map(|(cell, rest)| (*cell, rest, false));
        let within: Vec<(CellId, &BTreeMap<u64, Contribution>, bool)> =
            figures.chain(rests).collect();
        let mut by_unit: BTreeMap<u64, Insider> = within
            .iter()
            .filter(|(cell, ..)| sensitive(*cell))
            .flat_map(|(_, units, _)| units.keys().map(|&unit| (unit, Insider::default())))
            .collect();
        for (cell, units, named) in within {
            let only = units.len() == 1;
            let alone = named && only;
            for (unit, contribution) in units {
                if let Some(insider) = by_unit.get_mut(unit) {
                    let contribution = contribution.weighted;
                    insider.knows.push(Own { cell, contribution, alone, only });
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
    (salt, history): (Salt, &History<'_>),
    export: &Export,
    (position, candidate): (usize, &Candidate),
    system: &mut System,
    (thresholds, protection, doubted): (Thresholds, Protection, &BTreeSet<usize>),
) -> Result<Place, JournalError> {
    let value = candidate.value();
    let unweighted = candidate.answers.iter().map(|a| (a.unit.as_str(), a.unweighted));
    let contributors = Contributors::new(salt, unweighted);
    let fingerprint = contributors.fingerprint(salt, value);
    let contributions = contributions(salt, candidate);
    let verdict = verdict(export, (position, candidate), &contributions, (thresholds, doubted))?;
    let before = history.outcomes.get(&(&candidate.key, fingerprint));
    let outside = matches!(before, Some(Outcome::Shown { .. }));
    let covers = matches!(before, Some(Outcome::Hidden | Outcome::Found { .. }));
    let near = if outside || verdict == Verdict::Empty {
        None
    } else {
        let version = (&contributors, fingerprint);
        nearest(history, candidate, version, &contributions, thresholds).or_else(|| {
            let now = (position, candidate, &contributors);
            newcomers_tell((salt, history), export, now, thresholds)
        })
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
        (Verdict::Publishable, None) if candidate.wanted && !covers => State::Open,
        (Verdict::Publishable, None) => State::Withheld,
    };
    let cell = system.add(value, state)?;
    let difference = near.map(|(fate, _)| fate).filter(|_| verdict == Verdict::Publishable);
    Ok(Place { contributions, cell, verdict, difference, covers, fingerprint, contributors })
}

fn verdict(
    export: &Export,
    (position, candidate): (usize, &Candidate),
    contributions: &BTreeMap<u64, Contribution>,
    (thresholds, doubted): (Thresholds, &BTreeSet<usize>),
) -> Result<Verdict, JournalError> {
    let of_units: Vec<Contribution> = contributions.values().copied().collect();
    Ok(match candidate.rule {
        Rule::Total => of_total(&of_units, thresholds),
        Rule::Persons => of_persons(&of_units, thresholds),
        Rule::PartOf(of) => {
            let found = implied::alone(export, candidate, thresholds);
            let found = found.ok_or(JournalError::NoSuchCandidate { position: of })?;
            let told = !doubted.contains(&position)
                && !implied::wholes(export, candidate, thresholds).is_empty();
            if told { Verdict::Publishable } else { found }
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
    /// What each of the given units puts in.
    fn known(&self, units: impl Iterator<Item = u64>) -> BTreeMap<u64, Contribution> {
        let found = units.filter_map(|unit| Some((unit, *self.contributions.get(&unit)?)));
        found.collect()
    }

    /// What the given units put in.
    fn of(&self, units: &[u64]) -> Vec<Contribution> {
        units.iter().filter_map(|unit| self.contributions.get(unit).copied()).collect()
    }
}

/// The figure outside that the candidate is too near to, and what their difference is worth; the
/// one with the greatest difference, which asks for the most.
fn nearest(
    history: &History<'_>,
    candidate: &Candidate,
    (contributors, fingerprint): (&Contributors, u64),
    contributions: &BTreeMap<u64, Contribution>,
    thresholds: Thresholds,
) -> Option<(Fate, f64)> {
    let mut nearest: Option<(Fate, f64)> = None;
    let met = history.met.get(&(&candidate.key, fingerprint));
    for &(release, entry) in history.of(&candidate.key.indicator) {
        // What left together with this very version was decided on with it.
        let decided = met.is_some_and(|met| met.contains(&release));
        if decided || candidate.key.is_apart_from(&entry.key) {
            continue;
        }
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
    nearest
}

/// A base that came with answers, or lost some, whose own share would be hidden: five who came and
/// all said no are told by the two shares as well as by one of their own. The base goes, and every
/// share on it.
fn newcomers_tell(
    (salt, history): (Salt, &History<'_>),
    export: &Export,
    (position, candidate, now): (usize, &Candidate, &Contributors),
    thresholds: Thresholds,
) -> Option<(Fate, f64)> {
    let parts = export.candidates.iter().filter(|one| one.rule == Rule::PartOf(position));
    let parts: BTreeMap<&Key, Contributors> = parts
        .map(|part| {
            let answers = part.answers.iter().map(|a| (a.unit.as_str(), a.unweighted));
            (&part.key, Contributors::new(salt, answers))
        })
        .collect();
    if parts.is_empty() {
        return None;
    }
    let count = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
    for (number, release) in history.releases.iter().enumerate() {
        let outside = |position: usize| {
            let entry = release.entries.get(position)?;
            matches!(entry.outcome, Outcome::Shown { .. }).then_some(entry)
        };
        for &(part, base) in &release.shares {
            let (Some(part), Some(base)) = (outside(part), outside(base)) else { continue };
            let Some(later) = parts.get(&part.key).filter(|_| base.key == candidate.key) else {
                continue;
            };
            let (all, some) =
                (base.contributors.changes_to(now), part.contributors.changes_to(later));
            let (came, said) = (count(all.added.len()), count(some.added.len()));
            let verdict = match (came, all.removed) {
                // Who changed an answer in between hides the others.
                _ if all.altered > 0 || some.altered > 0 => continue,
                (_, 0) if some.removed == 0 => of_share(said, came, thresholds),
                (0, gone) if said == 0 => of_share(some.removed, gone, thresholds),
                _ => continue,
            };
            if matches!(verdict, Verdict::Sensitive(_)) {
                let (against, units) = (base.key.clone(), all.units());
                let fate = Fate::Difference { against, release: number, units };
                return Some((fate, f64::from(units)));
            }
        }
    }
    None
}
