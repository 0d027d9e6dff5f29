//! Successive exports: what was shown before, and what may be shown now because of it.
//!
//! A figure made of five answers, then of six, gives the sixth. Three rules follow, on additive
//! figures (totals of answers):
//! - a figure is hidden when it differs by one or two units from a figure of the same indicator
//!   that is already outside, whatever its place in a table (`method.md` §4.4: a hidden cell is
//!   recoverable across linked exports and across years). Units are compared as hashes (see
//!   [`crate::secrecy::changes`]); an altered answer counts as one unit, so that another wave, in
//!   which all answers are new, is compared with success and hides nothing;
//! - figures of one export that are nested with one or two units between them make their
//!   difference a sensitive cell;
//! - all figures and relations of all exports form one system, which must withstand the attacker.
//!
//! Of a hidden figure the log keeps no more than the bounds that anyone could draw. The part and the
//! base of a ratio are in it as if they were shown, which is the stricter side: it must not be given
//! away.

use crate::secrecy::attack::{View, attack_cells};
use crate::secrecy::changes::Contributors;
use crate::secrecy::goals::Side;
use crate::secrecy::implied;
use crate::secrecy::key::plain;
use crate::secrecy::primary::{Reason, Thresholds, Verdict};
use crate::secrecy::protect::{Covered, protect};
use crate::secrecy::rounding::Precision;
use crate::secrecy::siphash::Salt;
use crate::secrecy::table::{CellId, Protection, State, TableError};
use crate::secrecy::union::Union;
use std::collections::{BTreeMap, BTreeSet};
use thiserror::Error;

/// What a figure is, in stable texts.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Key {
    pub indicator: String,
    /// With its system in front: `be:8450`.
    pub territory: String,
    /// `all`, a class of a division (`sector/Q`, `fap2021:T2A60`), or a selection of them
    /// (`group/…`); what follows a further `/` is a part of it.
    pub breakdown: String,
    /// Vintage or wave.
    pub vintage: String,
}

impl Key {
    /// Whether both are of different classes of one division: nobody can be counted in one for what
    /// it is counted for in the other, so that their difference is no answer of anyone, however
    /// alike their answers look. Two occupations are, a sector and an occupation are not.
    pub fn is_apart_from(&self, other: &Self) -> bool {
        let class = |key: &Self| {
            let (division, class) = key.breakdown.split_once([':', '/'])?;
            // Groups may hold the same occupations.
            let class = class.split('/').next().unwrap_or_default();
            (division != "group").then(|| (division.to_owned(), class.to_owned()))
        };
        class(self).zip(class(other)).is_some_and(|((division, one), (other_division, other))| {
            division == other_division && one != other
        })
    }
}

/// One answer in a figure.
#[derive(Clone, Debug, PartialEq)]
pub struct Answer {
    /// A SIRET, or any text that names the unit.
    pub unit: String,
    pub unweighted: f64,
    pub weighted: f64,
}

/// Which primary rule a candidate is under.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rule {
    /// A total of answers of units.
    Total,
    /// A count of natural persons.
    Persons,
    /// Units that answered yes, among those of the candidate at this position.
    PartOf(usize),
}

/// A figure that an export would show: the sum of the weighted answers.
#[derive(Clone, Debug, PartialEq)]
pub struct Candidate {
    pub key: Key,
    pub answers: Vec<Answer>,
    pub rule: Rule,
    /// Half of the step it is rounded to, in its unit; 0 is exact.
    pub half_step: f64,
    /// `false` for a figure that is there for the relations alone and is not shown.
    pub wanted: bool,
}

/// An export before it leaves.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Export {
    pub candidates: Vec<Candidate>,
    /// Positions of a total and of its parts.
    pub totals: Vec<(usize, Vec<usize>)>,
}

/// What became of a figure.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Outcome {
    /// As published, hence rounded.
    Shown {
        value: f64,
        half_step: f64,
    },
    /// Not shown, yet anyone can find it within the distance that is kept for sensitive cells.
    Found {
        low: f64,
        high: f64,
    },
    /// Hidden as sensitive; bounds of the attacker of then.
    Sensitive {
        low: f64,
        high: f64,
    },
    Hidden,
    Empty,
}

/// A figure in the log.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    pub key: Key,
    pub fingerprint: u64,
    pub contributors: Contributors,
    pub outcome: Outcome,
}

/// How precisely a figure left that is shown against who knows the weights. The same figure leaves
/// no other way later: two roundings of one number tell more than each.
#[derive(Clone, Debug, PartialEq)]
pub struct AsShown {
    pub key: Key,
    /// Of the answers and weights it is made of.
    pub fingerprint: u64,
    pub precision: Precision,
}

/// An export that has left; positions are those of its entries.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Release {
    /// Parts of its keys are as users wrote them: it left before they were told apart
    /// ([`crate::secrecy::key`]).
    pub has_plain_keys: bool,
    pub entries: Vec<Entry>,
    pub precisions: Vec<AsShown>,
    pub totals: Vec<(usize, Vec<usize>)>,
    /// Part and base.
    pub shares: Vec<(usize, usize)>,
}

/// All that has left a project.
#[derive(Clone, Debug, PartialEq)]
pub struct Log {
    pub salt: Salt,
    pub releases: Vec<Release>,
}

/// Whether a candidate is shown, and why not.
#[derive(Clone, Debug, PartialEq)]
pub enum Fate {
    Shown,
    /// No respondent.
    Empty,
    Unwanted,
    Primary(Reason),
    /// It differs too little from a figure that is already outside.
    Difference {
        against: Key,
        release: usize,
        units: u32,
    },
    /// It covers others.
    Secondary,
    /// Whose answers these are cannot be told ([`crate::secrecy::identity`]).
    Unknown,
}

/// Something that earlier exports have given away, or will whatever is hidden now.
#[derive(Clone, Debug, PartialEq)]
pub struct Exposed {
    /// Tells figures of one decision apart: one may be exposed on two sides, and to several
    /// respondents.
    pub figure: CellId,
    /// `None` for a difference of two figures.
    pub key: Option<Key>,
    pub side: Side,
    /// The respondent who finds it; `None` for anyone.
    pub respondent: Option<String>,
}

/// The decision on an export. Showing it and appending `release` to the log go together.
#[derive(Clone, Debug, PartialEq)]
pub struct Decision {
    /// One per candidate.
    pub fates: Vec<Fate>,
    pub exposed: Vec<Exposed>,
    pub release: Release,
}

/// An export that cannot be decided on.
#[derive(Clone, Debug, PartialEq, Error)]
pub enum JournalError {
    #[error("two candidates for {key:?}")]
    Twice { key: Key },
    #[error("no candidate {position}")]
    NoSuchCandidate { position: usize },
    #[error("the table of the exports does not hold")]
    Table(#[from] TableError),
}

impl Candidate {
    /// Sum of the weighted answers.
    pub fn value(&self) -> f64 {
        // The sum of nothing is −0 otherwise, and −0 has another fingerprint than 0.
        self.answers.iter().map(|answer| answer.weighted).sum::<f64>() + 0.0
    }
}

impl Candidate {
    /// The value as it is shown: rounded to twice the half step, half away from zero.
    pub fn published(&self) -> f64 {
        let step = 2.0 * self.half_step;
        if step > 0.0 { (self.value() / step).round() * step } else { self.value() }
    }
}

impl Log {
    pub const fn new(salt: Salt) -> Self {
        Self { salt, releases: Vec::new() }
    }

    /// With what another memory of the same project holds beside: never fewer.
    #[must_use]
    pub fn joined(mut self, other: &Self) -> Self {
        for release in &other.releases {
            if !self.releases.contains(release) {
                self.releases.push(release.clone());
            }
        }
        self
    }

    /// The releases that hold a figure of these keys: figures that no relation binds to others are
    /// decided on alone.
    #[must_use]
    pub fn of(&self, keep: impl Fn(&Key) -> bool) -> Self {
        let holds = |release: &&Release| release.entries.iter().any(|entry| keep(&entry.key));
        Self { salt: self.salt, releases: self.releases.iter().filter(holds).cloned().collect() }
    }

    /// How a version of a figure left, if it did: the same answers and weights are the same figure
    /// whatever territory or wave it was named after.
    pub fn precision(&self, key: &Key, fingerprint: u64) -> Option<Precision> {
        // Under the keys of today, or of before.
        let same = |one: &str, other: &str| one == other || plain(one) == plain(other);
        let is_it = |one: &Key| {
            same(&one.indicator, &key.indicator) && same(&one.breakdown, &key.breakdown)
        };
        let mut all = self.releases.iter().flat_map(|release| &release.precisions);
        let found = all.find(|one| one.fingerprint == fingerprint && is_it(&one.key));
        found.map(|one| one.precision)
    }

    /// Whether a release holds more than is remembered: a figure shown for the first time, or a
    /// version never met. Remembering the same again would only make the log longer.
    pub fn adds(&self, release: &Release) -> bool {
        let known = self.releases.iter().flat_map(|release| &release.entries);
        let known: BTreeMap<(&Key, u64), bool> = known.fold(BTreeMap::new(), |mut known, entry| {
            let shown = matches!(entry.outcome, Outcome::Shown { .. });
            *known.entry((&entry.key, entry.fingerprint)).or_default() |= shown;
            known
        });
        let new = |one: &AsShown| self.precision(&one.key, one.fingerprint).is_none();
        release.precisions.iter().any(new)
            || release.entries.iter().any(|entry| {
                let shown = matches!(entry.outcome, Outcome::Shown { .. });
                match known.get(&(&entry.key, entry.fingerprint)) {
                    Some(before) => shown && !before,
                    None => entry.outcome != Outcome::Empty,
                }
            })
    }
}

/// Decides what an export may show, given all that has left before.
///
/// # Errors
/// Two candidates of one key, a position that is none, values below zero, parts that do not make
/// their total.
pub fn decide(
    log: &Log,
    export: &Export,
    thresholds: Thresholds,
    protection: Protection,
) -> Result<Decision, JournalError> {
    let mut doubted = BTreeSet::new();
    let (union, covered, fates) = loop {
        let union = Union::new(log, export, thresholds, protection, &doubted)?;
        let covered = protect(&union.system, &union.insiders, protection);
        let fates = fates(&union, export, &covered);
        // A part is shown for its whole only with it. Each round doubts more, and what is doubted
        // is not shown: the rounds end.
        let unfounded = implied::unfounded(export, &fates, thresholds);
        if unfounded.is_empty() {
            break (union, covered, fates);
        }
        doubted.extend(unfounded);
    };
    let release = release(&union, export, &covered, &fates, protection);
    let exposed = covered
        .exposed
        .iter()
        .map(|exposure| Exposed {
            figure: exposure.cell,
            key: union.keys.get(exposure.cell.index()).cloned().flatten(),
            side: exposure.side,
            respondent: exposure.insider.and_then(|index| union.units.get(index).cloned()),
        })
        .collect();
    Ok(Decision { fates, exposed, release })
}

fn fates(union: &Union, export: &Export, covered: &Covered) -> Vec<Fate> {
    let hidden = |cell: CellId| covered.hidden.get(cell.index()).copied().unwrap_or(true);
    let all = export.candidates.iter().zip(&union.places);
    all.map(|(candidate, place)| {
        if let Some(difference) = place.difference.as_ref().filter(|_| !place.covers) {
            difference.clone()
        } else {
            match place.verdict {
                Verdict::Empty => Fate::Empty,
                Verdict::Sensitive(reason) => Fate::Primary(reason),
                Verdict::Publishable if !candidate.wanted => Fate::Unwanted,
                Verdict::Publishable if place.covers || hidden(place.cell) => Fate::Secondary,
                Verdict::Publishable => Fate::Shown,
            }
        }
    })
    .collect()
}

fn release(
    union: &Union,
    export: &Export,
    covered: &Covered,
    fates: &[Fate],
    protection: Protection,
) -> Release {
    let view = View::of(&union.system, &covered.hidden, 0.0);
    // The bounds of what is hidden now; those of earlier figures are in the log.
    let hidden = union.places.iter().zip(fates);
    let hidden = hidden.filter(|(_, fate)| !matches!(fate, Fate::Shown | Fate::Empty));
    let hidden: BTreeSet<CellId> = hidden.map(|(place, _)| place.cell).collect();
    let found = attack_cells(&union.system, &view, None, |cell| hidden.contains(&CellId(cell)));
    let entries = export.candidates.iter().zip(&union.places).zip(fates);
    let entries = entries.map(|((candidate, place), fate)| {
        let value = candidate.value();
        let state = union.system.cell(place.cell).map(|cell| cell.state);
        let bounds = found.iter().find(|bounds| bounds.cell == place.cell);
        // A cell that is not among the attacked ones is public.
        let (low, high) = bounds.map_or((value, value), |bounds| (bounds.low, bounds.high));
        let kept = protection.distance(value, 0.0);
        let near = low > value - kept && high < value + kept;
        let outcome = match (fate, state) {
            (Fate::Shown, _) => {
                let value = candidate.published();
                Outcome::Shown { value, half_step: candidate.half_step }
            }
            (Fate::Empty, _) => Outcome::Empty,
            (_, Some(State::Sensitive { .. })) => Outcome::Sensitive { low, high },
            (_, Some(State::Near { .. })) => Outcome::Hidden,
            _ if near => Outcome::Found { low, high },
            _ => Outcome::Hidden,
        };
        Entry {
            key: candidate.key.clone(),
            fingerprint: place.fingerprint,
            contributors: place.contributors.clone(),
            outcome,
        }
    });
    let shares = export.candidates.iter().enumerate();
    let shares = shares.filter_map(|(part, candidate)| match candidate.rule {
        Rule::PartOf(base) => Some((part, base)),
        Rule::Total | Rule::Persons => None,
    });
    Release {
        has_plain_keys: false,
        entries: entries.collect(),
        precisions: Vec::new(),
        totals: export.totals.clone(),
        shares: shares.collect(),
    }
}
