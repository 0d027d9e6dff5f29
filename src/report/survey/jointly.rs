//! The register of needs against who knows the weights: how precisely each figure may be shown.
//!
//! A figure is rounded to what its sampling error leaves of it; where its rounding would still let
//! an answer be found, together with all others that are shown, the unweighted one beside is
//! hidden, then the figure is shown less precisely, then by its interval alone, then hidden
//! (`crate::secrecy::joint`).

use crate::analysis::employers::answers::Asked;
use crate::analysis::employers::needs::{Form, Measure, Need};
use crate::model::{Fap, Scope, Unit, Value};
use crate::report::survey::needs::{made_of, used};
use crate::secrecy::joint::{Joint, Relation, Secret, Shown, Unknown, implied, protect};
use crate::secrecy::rounding::Step;
use crate::secrecy::table::Protection;
use std::collections::{BTreeMap, BTreeSet};

/// How a weighted figure is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Precision {
    /// With its interval.
    Point(Step),
    /// The interval alone.
    Range(Step),
    Hidden,
}

/// How a measure is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Settled {
    pub weighted: Precision,
    /// The unweighted figure is shown beside.
    pub beside: bool,
}

impl Settled {
    /// The unit it is rounded to.
    pub fn step(self, measure: &Measure) -> Step {
        match self.weighted {
            Precision::Point(step) | Precision::Range(step) => step,
            Precision::Hidden => least(measure.wanted.unit).0,
        }
    }
}

/// By place of the need and of its measure.
pub type Settlement = BTreeMap<(usize, usize), Settled>;

/// Coarser units that are tried before the interval alone.
const COARSER: usize = 3;
/// What is lost with a weighted figure, against the unweighted one beside it.
const WEIGHTED: f64 = 50.0;
/// What is lost with a figure of all occupations, against one of an occupation.
const WHOLE: f64 = 4.0;

/// The finest unit of a figure, and what it can be at most.
pub const fn least(unit: Unit) -> (Step, f64) {
    if unit.is_share() {
        (Step::POINT, 1.0)
    } else if matches!(unit, Unit::CandidatesPerPost) {
        (Step::TENTH, f64::INFINITY)
    } else {
        (Step::ONE, f64::INFINITY)
    }
}

/// How each measure of the register may be shown, of those that `is_shown`.
pub fn settle(needs: &[Need], is_shown: &dyn Fn(usize, usize) -> bool) -> Settlement {
    let mut table = Table::new(needs);
    let mut places: Vec<((usize, usize), Vec<Precision>)> = Vec::new();
    for (place, need) in needs.iter().enumerate() {
        for (of, measure) in need.measures.iter().enumerate() {
            if is_shown(place, of) {
                let forms = forms(measure);
                table.add(need, measure, &forms);
                places.push(((place, of), forms));
            }
        }
    }
    let chosen = protect(&table.joint, Protection::default());
    let chosen = chosen.chunks(2);
    let settled = places.into_iter().zip(chosen).map(|((place, forms), chosen)| {
        let weighted = chosen.first().and_then(|form| forms.get(*form));
        let weighted = weighted.copied().unwrap_or(Precision::Hidden);
        let beside = chosen.get(1) == Some(&0) && weighted != Precision::Hidden;
        (place, Settled { weighted, beside })
    });
    settled.collect()
}

/// The forms a measure may be shown in, the most precise first.
fn forms(measure: &Measure) -> Vec<Precision> {
    let (finest, _) = least(measure.wanted.unit);
    let mut step = Step::of_error(measure.standard_error.unwrap_or(0.0), finest);
    let point = match measure.value {
        Value::Interval { value, .. } | Value::Exact(value) => Some(value),
        _ => None,
    };
    let mut forms = Vec::new();
    for _ in 0..=COARSER {
        match point {
            // A figure rounded to nothing is none.
            Some(value) if step.nearest(value) > 0.0 || value <= 0.0 => {
                forms.push(Precision::Point(step));
            }
            Some(_) => break,
            None => forms.push(Precision::Range(step)),
        }
        step = step.next();
    }
    if matches!(measure.value, Value::Interval { .. }) {
        forms.push(Precision::Range(step));
    }
    forms
}

/// The answers as unknowns, and where they are.
struct Table<'a> {
    joint: Joint,
    needs: &'a [Need],
    /// By number and respondent: the unknown of each occupation.
    of: BTreeMap<(Asked, usize), Vec<OfOccupation>>,
}

/// An occupation, or what is of none, and the place of its unknown.
type OfOccupation = (Option<Fap>, usize);

impl<'a> Table<'a> {
    fn new(needs: &'a [Need]) -> Self {
        let mut table = Self { joint: Joint::default(), needs, of: BTreeMap::new() };
        for (number, asked) in used().into_iter().enumerate() {
            let occupations = needs.iter().enumerate();
            for (kind, need) in occupations {
                let Scope::Occupation(fap) = &need.scope else { continue };
                for one in made_of(need, asked).into_iter().flatten() {
                    table.unknown(
                        (asked, one.who),
                        Some(*fap),
                        (number, kind),
                        (one.own, one.weighted),
                    );
                }
            }
            // What is of no occupation is of the whole alone.
            let whole = needs.iter().find(|need| need.scope == Scope::All);
            for one in whole.and_then(|need| made_of(need, asked)).into_iter().flatten() {
                let within = table.of.get(&(asked, one.who)).into_iter().flatten();
                let known: f64 = within.map(|(_, place)| table.value(*place)).sum();
                let share = (one.own - known) / one.own;
                if one.own - known > 1e-9 {
                    let left = (one.own - known, one.weighted * share);
                    table.unknown((asked, one.who), None, (number, needs.len()), left);
                }
            }
        }
        table.secrets();
        table
    }

    fn value(&self, place: usize) -> f64 {
        self.joint.unknowns.get(place).map_or(0.0, |unknown| unknown.value)
    }

    fn unknown(
        &mut self,
        (asked, who): (Asked, usize),
        fap: Option<Fap>,
        (number, kind): (usize, usize),
        (own, weighted): (f64, f64),
    ) {
        if own > 0.0 {
            self.of.entry((asked, who)).or_default().push((fap, self.joint.unknowns.len()));
            let weight = weighted / own;
            self.joint.unknowns.push(Unknown { unit: who, number, kind, value: own, weight });
        }
    }

    /// Each answer, and what a respondent has in all and in each group.
    fn secrets(&mut self) {
        let groups: Vec<_> = self
            .needs
            .iter()
            .filter_map(|need| match &need.scope {
                Scope::Group(group) => Some(group),
                _ => None,
            })
            .collect();
        let mut secrets: BTreeSet<Secret> = BTreeSet::new();
        for (&(_, unit), own) in &self.of {
            let mut put = |unknowns: Vec<usize>| {
                if !unknowns.is_empty() {
                    secrets.insert(Secret { unit, unknowns });
                }
            };
            for (_, place) in own {
                put(vec![*place]);
            }
            put(own.iter().map(|(_, place)| *place).collect());
            for group in &groups {
                let member =
                    |fap: &Option<Fap>| fap.is_some_and(|fap| group.members.contains(&fap));
                let members = own.iter().filter(|(fap, _)| member(fap));
                put(members.map(|(_, place)| *place).collect());
            }
        }
        self.joint.secrets = secrets.into_iter().collect();
    }

    /// The unknowns that a number of a need is the sum of.
    fn within(&self, need: &Need, asked: Asked) -> Vec<usize> {
        let made = made_of(need, asked).into_iter().flatten();
        let mut who: Vec<usize> = made.filter(|one| one.own > 0.0).map(|one| one.who).collect();
        who.sort_unstable();
        who.dedup();
        let own = who.iter().filter_map(|who| self.of.get(&(asked, *who))).flatten();
        let own = own.filter(|(fap, _)| match &need.scope {
            Scope::All | Scope::Sector(_) => true,
            Scope::Group(group) => fap.is_some_and(|fap| group.members.contains(&fap)),
            Scope::Occupation(of) | Scope::Within(_, of) => *fap == Some(*of),
        });
        own.map(|(_, place)| *place).collect()
    }

    fn sum(&self, places: &[usize], by: impl Fn(&Unknown) -> f64) -> f64 {
        let unknowns = places.iter().filter_map(|place| self.joint.unknowns.get(*place));
        unknowns.map(|unknown| unknown.value * by(unknown)).sum()
    }

    fn relation(
        &self,
        places: &[usize],
        by: impl Fn(&Unknown) -> f64,
        (low, high): (f64, f64),
    ) -> Relation {
        let unknowns =
            places.iter().filter_map(|place| Some((*place, self.joint.unknowns.get(*place)?)));
        let terms = unknowns.map(|(place, unknown)| (place, by(unknown)));
        Relation { terms: terms.collect(), room: (low.min(0.0), high.max(0.0)) }
    }

    /// The weighted figure in its forms, then the unweighted one.
    fn add(&mut self, need: &Need, measure: &Measure, forms: &[Precision]) {
        let sum = matches!(need.scope, Scope::All | Scope::Sector(_) | Scope::Group(_));
        let cost = if sum { WHOLE } else { 1.0 };
        let (weighted, beside) = match measure.wanted.form {
            Form::Total(asked) => {
                let places = self.within(need, asked);
                let weighted = forms.iter().map(|form| self.total(need, measure, &places, *form));
                (weighted.collect(), vec![self.relation(&places, |_| 1.0, (0.0, 0.0))])
            }
            Form::Ratio(part, base) => {
                let places = [self.within(need, part), self.within(need, base)];
                let weighted = forms.iter().map(|form| self.ratio(measure, &places, *form));
                // Two whole numbers are told by their ratio.
                let beside = places.iter().map(|of| self.relation(of, |_| 1.0, (0.0, 0.0)));
                (weighted.collect(), beside.collect())
            }
        };
        self.joint.figures.push(Shown { forms: weighted, cost: cost * WEIGHTED });
        self.joint.figures.push(Shown { forms: vec![beside], cost });
    }

    /// What a weighted total tells: itself, what stands for itself alone, and what respondents hold,
    /// which the interval never goes under.
    fn total(
        &self,
        need: &Need,
        measure: &Measure,
        places: &[usize],
        form: Precision,
    ) -> Vec<Relation> {
        let weighted = self.sum(places, |unknown| unknown.weight);
        let own = self.sum(places, |_| 1.0);
        let Some(truth) = measure.point.filter(|_| weighted > 0.0) else { return Vec::new() };
        // Blanks are given the mean of the others.
        let blow = truth / weighted;
        let alone: Vec<usize> =
            places.iter().copied().filter(|place| self.stands_alone(need, *place)).collect();
        let certain = self.sum(&alone, |unknown| unknown.weight);
        let (low, high) = match measure.value {
            Value::Interval { low, high, .. } | Value::RangeOnly { low, high } => (low, high),
            Value::Exact(_) => (truth, truth),
            Value::Unknown | Value::Masked { .. } => return Vec::new(),
        };
        let (Precision::Point(step) | Precision::Range(step)) = form else { return Vec::new() };
        let unit = step.size();
        let (down, up) = (step.below(low), step.above(high));
        let is_clipped = (low - own).abs() <= 1e-6 * (1.0 + own);
        let of_low = (if is_clipped { 0.0 } else { down }, down + unit);
        let of_high = ((up - unit).max(0.0), up);
        let of_value = match form {
            Precision::Point(_) => {
                let shown = step.nearest(truth);
                (shown - unit / 2.0, shown + unit / 2.0)
            }
            _ if alone.is_empty() => ((of_low.0 * of_high.0).sqrt(), (of_low.1 * of_high.1).sqrt()),
            _ => (of_low.0, (of_low.1 * of_high.1).sqrt()),
        };
        let off = |(low, high): (f64, f64), truth: f64, by: f64| {
            ((low - truth) / by, (high - truth) / by)
        };
        let mut told =
            vec![self.relation(places, |unknown| unknown.weight, off(of_value, truth, blow))];
        if !alone.is_empty() && matches!(form, Precision::Point(_)) {
            let most = (0.0, of_value.1.min(of_low.1));
            let held =
                implied(Some(of_value), Some(of_low), of_high, most).unwrap_or((certain, certain));
            told.push(self.relation(&alone, |unknown| unknown.weight, off(held, certain, 1.0)));
        }
        if !matches!(measure.value, Value::Exact(_)) {
            let least = if is_clipped { down } else { f64::NEG_INFINITY };
            told.push(self.relation(places, |_| 1.0, off((least, down + unit), own, 1.0)));
        }
        told
    }

    fn stands_alone(&self, need: &Need, place: usize) -> bool {
        let unknown = self.joint.unknowns.get(place);
        unknown.is_some_and(|unknown| need.observed.contains(&unknown.unit))
    }

    /// What a weighted ratio tells of its part and of its base: half of its room goes to each, so
    /// that both together stay within what is shown.
    fn ratio(&self, measure: &Measure, places: &[Vec<usize>; 2], form: Precision) -> Vec<Relation> {
        let [part, base] = places;
        let whole = self.sum(base, |unknown| unknown.weight);
        let Some(truth) = measure.point.filter(|_| whole > 0.0) else { return Vec::new() };
        let (_, most) = least(measure.wanted.unit);
        let (low, high) = match form {
            Precision::Point(step) => {
                let shown = step.nearest(truth);
                (shown - step.size() / 2.0, shown + step.size() / 2.0)
            }
            Precision::Range(step) => match step.round(measure.value, most) {
                Value::Interval { low, high, .. } | Value::RangeOnly { low, high } => (low, high),
                _ => return Vec::new(),
            },
            Precision::Hidden => return Vec::new(),
        };
        let (below, above) = (truth - low, high - truth);
        let weight = |unknown: &Unknown| unknown.weight;
        let mut told =
            vec![self.relation(part, weight, (-below / 2.0 * whole, above / 2.0 * whole))];
        if truth > 0.0 {
            let room = (-above / 2.0 / truth * whole, below / 2.0 / truth * whole);
            told.push(self.relation(base, weight, room));
        }
        told
    }
}
