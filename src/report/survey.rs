//! The register of needs as it may leave: every figure of the respondents goes through one
//! decision (`crate::secrecy::journal`), with all the tables it stands in and all that left before.
//!
//! Each number that was asked is a one-way table, occupations and their total, once weighted and
//! once as answered. A figure is shown weighted and unweighted, or not at all: one beside a hidden
//! other would tell of it, since a large establishment weighs one. A ratio is shown when its part
//! and its base could be; what a share leaves of its base (the posts not filled) is a cell too.

use crate::analysis::employers::answers::Asked;
use crate::analysis::employers::asked::Establishment;
use crate::analysis::employers::needs::{Contribution, Form, Measure, Need, WANTED, Wanted};
use crate::model::{Fap, Figure, Origin, Territory, Value};
use crate::secrecy::journal::{
    Answer, Candidate, Decision, Export, Fate, JournalError, Key, Log, Outcome, Release, Rule,
    decide,
};
use crate::secrecy::primary::Thresholds;
use crate::secrecy::table::Protection;
use crate::secrecy::{Published, publish_decided};
use crate::survey::interval::Refusal;
use std::collections::BTreeMap;

/// A figure that may leave, with what stands beside it.
#[derive(Clone, Debug, PartialEq)]
pub struct PublishedMeasure {
    pub wanted: Wanted,
    /// The weighted figure with its interval, or why it is hidden.
    pub weighted: Published,
    /// Among respondents alone.
    pub unweighted: Published,
    /// `None` when the figure is hidden or nobody answered.
    pub behind: Option<Behind>,
}

/// What a shown figure rests on.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Behind {
    /// Answers.
    pub n: u32,
    /// Respondents concerned, answered or not.
    pub base: u32,
    /// Of the linearised estimate; `None` when no point value is given.
    pub standard_error: Option<f64>,
    /// Why no point value is given.
    pub refusal: Option<Refusal>,
}

/// One occupation; all together without a code.
#[derive(Clone, Debug, PartialEq)]
pub struct PublishedNeed {
    pub occupation: Option<Fap>,
    /// Respondents that have it; `None` when they are too few to be counted aloud.
    pub establishments: Option<u32>,
    /// In the order of [`crate::analysis::employers::needs::WANTED`].
    pub measures: Vec<PublishedMeasure>,
}

/// The register as it may leave. Showing it and appending `release` to the log go together.
#[derive(Clone, Debug, PartialEq)]
pub struct PublishedNeeds {
    /// In the order of the needs.
    pub needs: Vec<PublishedNeed>,
    pub release: Release,
    /// Figures that earlier exports have given away, or will whatever is hidden now.
    pub exposed: usize,
}

/// Decides on the register of needs of a territory in a wave, given what has left before.
///
/// `list` are the establishments that the contributions of the needs point into.
///
/// # Errors
/// When the tables do not add up: needs that are not of this list, or not of one survey.
pub fn published(
    needs: &[Need],
    list: &[Establishment],
    territory: Territory,
    wave: &str,
    log: &Log,
) -> Result<PublishedNeeds, JournalError> {
    let thresholds = Thresholds::default();
    let mut tables = Tables {
        list,
        territory: territory.to_string(),
        wave,
        export: Export::default(),
        places: BTreeMap::new(),
    };
    for asked in used() {
        for weighting in Weighting::BOTH {
            tables.one_way(needs, asked, weighting);
        }
    }
    for (part, base) in shares() {
        for weighting in Weighting::BOTH {
            tables.rests(needs, part, base, weighting);
        }
    }
    let Tables { export, places, .. } = tables;
    let Decision { fates, mut release, exposed } =
        decide(log, &export, thresholds, Protection::default())?;
    let fate = |need: usize, asked: Asked| -> &Fate {
        let of = |weighting| places.get(&(need, asked, weighting)).and_then(|at| fates.get(*at));
        let both = Weighting::BOTH.map(|weighting| of(weighting).unwrap_or(&Fate::Unwanted));
        both.into_iter().find(|fate| **fate != Fate::Shown).unwrap_or(&Fate::Shown)
    };
    // A figure that goes with its hidden twin has not left.
    for ((need, asked, _), place) in &places {
        let entry = release.entries.get_mut(*place).filter(|_| *fate(*need, *asked) != Fate::Shown);
        if let Some(entry) = entry
            && matches!(entry.outcome, Outcome::Shown { .. })
        {
            entry.outcome = Outcome::Hidden;
        }
    }
    let measure = |place: usize, measure: &Measure| {
        let fate = match measure.wanted.form {
            Form::Total(asked) => fate(place, asked).clone(),
            Form::Ratio(part, base) => {
                let both = [fate(place, part), fate(place, base)];
                let hidden = both.into_iter().find(|fate| **fate != Fate::Shown);
                hidden.unwrap_or(&Fate::Shown).clone()
            }
        };
        shown(measure, &fate, territory)
    };
    let needs = needs
        .iter()
        .enumerate()
        .map(|(place, need)| PublishedNeed {
            occupation: need.occupation,
            establishments: Some(need.establishments).filter(|n| *n >= thresholds.least_units()),
            measures: need.measures.iter().map(|one| measure(place, one)).collect(),
        })
        .collect();
    Ok(PublishedNeeds { needs, release, exposed: exposed.len() })
}

fn shown(measure: &Measure, fate: &Fate, territory: Territory) -> PublishedMeasure {
    let sum: f64 = measure.contributions.iter().map(|one| one.own).sum();
    let largest = measure.contributions.iter().map(|one| one.own).fold(0.0, f64::max);
    let n = u32::try_from(measure.contributions.len()).unwrap_or(u32::MAX);
    let figure = Figure {
        indicator: measure.wanted.indicator,
        territory,
        value: measure.value,
        unit: measure.wanted.unit,
        n: measure.n,
        masked_cells: 0,
        grade: None,
        origin: Origin::Respondents {
            n,
            largest_share: if sum > 0.0 { largest / sum } else { 0.0 },
        },
    };
    let unweighted = measure.unweighted.map_or(Value::Unknown, Value::Exact);
    let behind = (*fate == Fate::Shown).then_some(Behind {
        n: measure.n,
        base: measure.base,
        standard_error: measure.standard_error.filter(|_| measure.refusal.is_none()),
        refusal: measure.refusal,
    });
    PublishedMeasure {
        wanted: measure.wanted,
        weighted: publish_decided(&figure, fate),
        unweighted: publish_decided(&Figure { value: unweighted, ..figure }, fate),
        behind,
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Weighting {
    Weighted,
    Unweighted,
}

impl Weighting {
    const BOTH: [Self; 2] = [Self::Weighted, Self::Unweighted];
}

/// Every number that a figure of the register stands on, once.
fn used() -> Vec<Asked> {
    let forms = WANTED.iter().map(|wanted| wanted.form);
    let mut all: Vec<Asked> = forms
        .flat_map(|form| match form {
            Form::Total(asked) => vec![asked],
            Form::Ratio(part, base) => vec![part, base],
        })
        .collect();
    all.sort_unstable();
    all.dedup();
    all
}

/// Part and base of the ratios that are shares.
fn shares() -> Vec<(Asked, Asked)> {
    let wanted = WANTED.iter();
    let shares = wanted.filter(|wanted| wanted.unit.is_share());
    let pairs = shares.filter_map(|wanted| match wanted.form {
        Form::Ratio(part, base) => Some((part, base)),
        Form::Total(_) => None,
    });
    pairs.collect()
}

/// Those who leave by age are counted as persons.
const fn rule(asked: Asked) -> Rule {
    match asked {
        Asked::retirements_12m | Asked::retirements_36m => Rule::Persons,
        _ => Rule::Total,
    }
}

/// What a number is made of in a need: that of a total, the base or the part of a ratio.
fn made_of(need: &Need, asked: Asked) -> Option<&[Contribution]> {
    need.measures.iter().find_map(|measure| match measure.wanted.form {
        Form::Total(of) if of == asked => Some(measure.contributions.as_slice()),
        Form::Ratio(_, base) if base == asked => Some(measure.contributions.as_slice()),
        Form::Ratio(part, _) if part == asked => Some(measure.part.as_slice()),
        Form::Total(_) | Form::Ratio(..) => None,
    })
}

/// What the part leaves of the base, by respondent; `None` where it is above it for one.
fn rest(need: Option<&Need>, part: Asked, base: Asked) -> Option<Vec<Contribution>> {
    let (part, base) = (made_of(need?, part)?, made_of(need?, base)?);
    let all: Option<Vec<Contribution>> = base
        .iter()
        .map(|of| {
            let within = part.iter().find(|one| one.who == of.who);
            let (own, weighted) = within.map_or((0.0, 0.0), |one| (one.own, one.weighted));
            let left = of.own - own;
            (left >= 0.0).then_some(Contribution {
                who: of.who,
                own: left,
                weighted: if left > 0.0 { of.weighted - weighted } else { 0.0 },
            })
        })
        .collect();
    let all = all?;
    let outside = part.iter().any(|one| one.own > 0.0 && base.iter().all(|of| of.who != one.who));
    if outside {
        return None;
    }
    let some: Vec<Contribution> = all.iter().copied().filter(|one| one.own > 0.0).collect();
    Some(if some.is_empty() { all } else { some })
}

/// The export under way.
struct Tables<'a> {
    list: &'a [Establishment],
    territory: String,
    wave: &'a str,
    export: Export,
    /// Of a need and a number, the position of its candidate.
    places: BTreeMap<(usize, Asked, Weighting), usize>,
}

impl Tables<'_> {
    fn candidate(
        &mut self,
        need: &Need,
        indicator: &str,
        weighting: Weighting,
        contributions: &[Contribution],
        rule: Rule,
        wanted: bool,
    ) -> usize {
        let suffix = match weighting {
            Weighting::Weighted => "",
            Weighting::Unweighted => "/unweighted",
        };
        let named = contributions.iter().filter_map(|one| {
            let unit = self.list.get(one.who)?.id.clone();
            let weighted = match weighting {
                Weighting::Weighted => one.weighted,
                Weighting::Unweighted => one.own,
            };
            Some(Answer { unit, unweighted: one.own, weighted })
        });
        let answers = named.collect();
        self.export.candidates.push(Candidate {
            key: Key {
                indicator: format!("{indicator}{suffix}"),
                territory: self.territory.clone(),
                breakdown: need.occupation.map_or_else(|| "all".to_owned(), |fap| fap.to_string()),
                vintage: self.wave.to_owned(),
            },
            answers,
            rule,
            half_step: 0.0,
            wanted,
        });
        self.export.candidates.len() - 1
    }

    /// Occupations and their total.
    fn one_way(&mut self, needs: &[Need], asked: Asked, weighting: Weighting) {
        let mut total = None;
        let mut parts = Vec::new();
        for (place, need) in needs.iter().enumerate() {
            let Some(contributions) = made_of(need, asked) else { continue };
            let at = self.candidate(need, asked.id(), weighting, contributions, rule(asked), true);
            self.places.insert((place, asked, weighting), at);
            match need.occupation {
                None => total = Some(at),
                Some(_) => parts.push(at),
            }
        }
        if let Some(total) = total.filter(|_| !parts.is_empty()) {
            self.export.totals.push((total, parts));
        }
    }

    /// In each need, the base as the sum of the part and of what it leaves.
    fn rests(&mut self, needs: &[Need], part: Asked, base: Asked, weighting: Weighting) {
        for (place, need) in needs.iter().enumerate() {
            let at = |asked| self.places.get(&(place, asked, weighting)).copied();
            let (Some(part_at), Some(base_at)) = (at(part), at(base)) else { continue };
            let Some(rest) = rest(Some(need), part, base) else { continue };
            let indicator = format!("{}-without-{}", base.id(), part.id());
            let rest = self.candidate(need, &indicator, weighting, &rest, Rule::Total, false);
            self.export.totals.push((base_at, vec![part_at, rest]));
        }
    }
}

#[cfg(test)]
mod tests;
