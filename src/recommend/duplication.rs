//! Programmes that worked, and what of them holds for another: how comparable they are with a
//! candidate, and the cost and outcome that are taken over, with an interval that widens as
//! comparability falls.
//!
//! The score is a choice of the tool, said with its reasons: it sorts experiences, it measures
//! nothing. What an experience does not say counts as far in the score, and as close in the most
//! that the score could be.

use crate::flows::spread::LEVEL;
use crate::matching::supply::{Ring, Supply};
use crate::model::{Audience, Date, Fap, Rome};
use crate::recommend::programme::TrainingPlan;
use crate::recommend::proposal::{Known, Origin};
use crate::reference::comparable::Comparable;
use crate::reference::params::Parameters;
use crate::survey::interval::wilson;
use crate::survey::student::normal;
use std::collections::BTreeMap;

/// How an experience bears on an occupation of the territory.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kinship {
    /// Its code, or a ROME card of it.
    Same,
    /// Another card of a professional domain of it (three signs of ROME).
    Domain,
}

impl Kinship {
    /// In `--json` and in the catalogs (`kinship-…`).
    pub const fn id(self) -> &'static str {
        match self {
            Self::Same => "same",
            Self::Domain => "domain",
        }
    }

    const fn closeness(self, rules: &Comparable) -> f64 {
        match self {
            Self::Same => 1.0,
            Self::Domain => rules.domain,
        }
    }
}

/// A programme that was run, as the library tells it.
#[derive(Clone, Debug, PartialEq)]
pub struct Experience {
    pub source: usize,
    pub row: u32,
    pub id: String,
    pub title: String,
    pub context: String,
    pub rome: Option<Rome>,
    /// Occupations of the territory that it bears on; none: it is of no use here.
    pub occupations: BTreeMap<Fap, Kinship>,
    pub level: Option<u8>,
    pub audience: Option<Audience>,
    /// For one person.
    pub hours: Option<f64>,
    /// As written; empty when not said.
    pub modality: String,
    pub group_size: Option<f64>,
    pub commune: Option<String>,
    /// Where it lies seen from the territory; `None` when its place is not said.
    pub ring: Option<Ring>,
    pub year: Option<u16>,
    /// € for one person.
    pub place_cost: Option<f64>,
    /// People, each among those before.
    pub entered: f64,
    pub completed: f64,
    pub employed_6m: Option<f64>,
    /// In the occupation and on the territory.
    pub present_12m: Option<f64>,
    /// Who tells it, and when.
    pub told_by: String,
    pub told_on: String,
}

/// The 80 % interval of a share of those who entered.
fn interval(people: f64, of: f64) -> (f64, f64) {
    let (low, high) = LEVEL;
    let found = wilson((people / of).clamp(0.0, 1.0), of, normal(high), high - low);
    (found.low, found.high)
}

impl Experience {
    /// Enough of those who entered work at six months, be the luck of few people set aside.
    pub fn worked(&self, rules: &Comparable) -> bool {
        let low = |employed| interval(employed, self.entered).0;
        self.employed_6m.is_some_and(|employed| low(employed) >= rules.worked)
    }
}

/// What an experience is set against.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Wanted {
    pub occupation: Fap,
    /// Of the certification aimed at.
    pub level: Option<u8>,
    pub audience: Audience,
    /// Places of a session, at least and at most.
    pub group: (u32, u32),
    pub as_of: Date,
}

impl Wanted {
    /// A training that is recommended for an occupation, for one of its publics.
    pub fn new(
        occupation: Fap,
        plan: &TrainingPlan,
        supply: &Supply,
        audience: Audience,
        (parameters, as_of): (&Parameters, Date),
    ) -> Self {
        let (level, group) = (plan.level(supply), parameters.group());
        Self { occupation, level, audience, group, as_of }
    }
}

/// What an experience is compared by, once its occupation is close.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Criterion {
    Level,
    Audience,
    Group,
    Place,
    Age,
}

impl Criterion {
    pub const ALL: [Self; 5] = [Self::Level, Self::Audience, Self::Group, Self::Place, Self::Age];

    /// In `--json` and in the catalogs (`criterion-…`).
    pub const fn id(self) -> &'static str {
        match self {
            Self::Level => "level",
            Self::Audience => "audience",
            Self::Group => "group",
            Self::Place => "place",
            Self::Age => "age",
        }
    }

    const fn weight(self, rules: &Comparable) -> f64 {
        match self {
            Self::Level => rules.weight_level,
            Self::Audience => rules.weight_audience,
            Self::Group => rules.weight_group,
            Self::Place => rules.weight_place,
            Self::Age => rules.weight_age,
        }
    }

    /// 0–1; `None` where the experience, or the candidate, does not say.
    fn closeness(self, one: &Experience, wanted: &Wanted, rules: &Comparable) -> Option<f64> {
        let fades = |distance: f64, nothing: f64| (1.0 - distance / nothing).clamp(0.0, 1.0);
        match self {
            Self::Level => {
                let apart = one.level?.abs_diff(wanted.level?);
                Some(fades(f64::from(apart), rules.levels))
            }
            Self::Audience => {
                let seekers = |one: Audience| {
                    !matches!(one, Audience::Employees | Audience::OutsideBasin | Audience::Spouses)
                };
                let (ran, now) = (one.audience?, wanted.audience);
                let near = seekers(ran) && seekers(now);
                Some(if ran == now { 1.0 } else { f64::from(u8::from(near)) * rules.audience })
            }
            Self::Group => {
                let size = one.group_size.filter(|size| *size > 0.0)?;
                let (least, most) = (f64::from(wanted.group.0), f64::from(wanted.group.1));
                let nearest = size.clamp(least, most.max(least));
                Some((size / nearest).min(nearest / size))
            }
            Self::Place => Some(match one.ring? {
                Ring::Basin => 1.0,
                Ring::Near | Ring::Department => rules.department,
                Ring::Region => rules.region,
                Ring::Elsewhere => rules.elsewhere,
                Ring::Remote => return None,
            }),
            Self::Age => {
                let years = wanted.as_of.year() - i32::from(one.year?);
                Some(fades(f64::from(years.max(0)), rules.years))
            }
        }
    }
}

/// How close an experience is to a candidate, and why.
#[derive(Clone, Debug, PartialEq)]
pub struct Precedent {
    /// Index in the library.
    pub at: usize,
    pub kinship: Kinship,
    /// By criterion, 0–1; `None` where it is not said.
    pub reasons: [(Criterion, Option<f64>); 5],
    /// The score, what is not said counting as far, 0–1.
    pub score: f64,
    /// The most that it could be.
    pub at_most: f64,
    pub worked: bool,
}

/// Experiences from the least score on, best first.
pub fn precedents(wanted: &Wanted, library: &[Experience], rules: &Comparable) -> Vec<Precedent> {
    let one = |(at, experience): (usize, &Experience)| compared(at, experience, wanted, rules);
    let mut found: Vec<Precedent> = library
        .iter()
        .enumerate()
        .filter_map(one)
        .filter(|found| found.score >= rules.least)
        .collect();
    found.sort_by(|a, b| b.score.total_cmp(&a.score).then(a.at.cmp(&b.at)));
    found
}

fn compared(
    at: usize,
    experience: &Experience,
    wanted: &Wanted,
    rules: &Comparable,
) -> Option<Precedent> {
    let kinship = *experience.occupations.get(&wanted.occupation)?;
    let reasons =
        Criterion::ALL.map(|criterion| (criterion, criterion.closeness(experience, wanted, rules)));
    let mean = |unknown: f64| {
        let (mut sum, mut weights) = (0.0, 0.0);
        for (criterion, closeness) in &reasons {
            let weight = criterion.weight(rules);
            sum += weight * closeness.unwrap_or(unknown);
            weights += weight;
        }
        if weights > 0.0 { sum / weights } else { 0.0 }
    };
    let close = kinship.closeness(rules);
    Some(Precedent {
        at,
        kinship,
        reasons,
        score: close * mean(0.0),
        at_most: close * mean(1.0),
        worked: experience.worked(rules),
    })
}

/// Whether one of them worked and is close enough to be duplicated.
pub fn is_proven(precedents: &[Precedent], rules: &Comparable) -> bool {
    precedents.iter().any(|one| one.worked && one.score >= rules.proven)
}

/// The experiences of precedents, each with its score.
fn told<'a>(
    precedents: &'a [Precedent],
    library: &'a [Experience],
) -> impl Iterator<Item = (&'a Experience, f64)> {
    precedents.iter().filter_map(|one| Some((library.get(one.at)?, one.score)))
}

fn origin(count: usize) -> Origin {
    Origin::Library(u32::try_from(count).unwrap_or(u32::MAX))
}

/// Share of those who begin and are in the occupation on the territory a year later, 0–1: of all
/// experiences that say it, each person counting as much as their experience is comparable. Few
/// people, and little in common, both widen the interval.
pub fn outcome(precedents: &[Precedent], library: &[Experience]) -> Option<Known> {
    let (mut stayed, mut base, mut count) = (0.0, 0.0, 0);
    for (experience, score) in told(precedents, library) {
        let Some(present) = experience.present_12m else { continue };
        stayed += score * present;
        base += score * experience.entered;
        count += 1;
    }
    let value = (base > 0.0).then(|| stayed / base)?;
    let (low, high) = interval(stayed, base);
    Some(Known { value, low, high, from: origin(count) })
}

/// € for one person: the mean of experiences by their score, at the hours of the candidate where
/// both are known. From the least to the greatest, each put farther by what is not in common.
pub fn place_cost(
    precedents: &[Precedent],
    library: &[Experience],
    hours: Option<Known>,
) -> Option<Known> {
    let (mut sum, mut weights, mut count) = (0.0, 0.0, 0);
    let (mut low, mut high) = (f64::INFINITY, 0.0_f64);
    for (experience, score) in told(precedents, library) {
        let Some(cost) = experience.place_cost.filter(|cost| *cost > 0.0) else { continue };
        if score <= 0.0 {
            continue;
        }
        let as_long = |wanted: fn(Known) -> f64| {
            hours.zip(experience.hours).map_or(cost, |(hours, ran)| cost * wanted(hours) / ran)
        };
        sum += score * as_long(|hours| hours.value);
        weights += score;
        low = low.min(as_long(|hours| hours.low) * score);
        high = high.max(as_long(|hours| hours.high) / score);
        count += 1;
    }
    (weights > 0.0).then(|| Known { value: sum / weights, low, high, from: origin(count) })
}

#[cfg(test)]
mod tests;
