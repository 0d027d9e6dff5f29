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
use crate::secrecy::rounding::{Precision, Room, Step, both, middle, share_between};
use crate::secrecy::table::Protection;
use std::collections::{BTreeMap, BTreeSet};

/// What is known of a measure before it is settled how it is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Before {
    /// The rules let it leave: the weighted figure, and the unweighted one beside.
    pub may_leave: (bool, bool),
    /// How the same left before, if it did.
    pub left: (Option<Precision>, Option<Precision>),
}

/// How a measure is shown.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Settled {
    pub weighted: Precision,
    /// The unweighted figure is shown beside.
    pub beside: bool,
    /// Where what is shown says that the weighted figure is; `None` where it says nothing.
    pub room: Option<Room>,
    /// The weighted figure, and the one beside, left before as they are.
    pub left: (bool, bool),
}

impl Settled {
    pub const HIDDEN: Self =
        Self { weighted: Precision::Hidden, beside: false, room: None, left: (false, false) };

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

/// How each measure of the register may be shown, of those that may leave or have left.
pub fn settle(needs: &[Need], before: &dyn Fn(usize, usize) -> Before) -> Settlement {
    let mut table = Table::new(needs);
    let mut places: Vec<((usize, usize), &Measure, [Forms; 2])> = Vec::new();
    for (place, need) in needs.iter().enumerate() {
        for (of, measure) in need.measures.iter().enumerate() {
            let Before { may_leave: (weighted, beside), left } = before(place, of);
            let exact = || vec![Precision::Point(Step::ONE)];
            let weighted = Forms::new(left.0, weighted, || forms(measure));
            let beside = Forms::new(left.1, beside, exact);
            table.add(need, measure, [&weighted, &beside]);
            places.push(((place, of), measure, [weighted, beside]));
        }
    }
    let chosen = protect(&table.joint, Protection::default());
    let chosen = chosen.chunks(2);
    let settled = places.into_iter().zip(chosen).map(|((at, measure, [whole, beside]), form)| {
        let of = |forms: &Forms, form: Option<&usize>| {
            let found = form.and_then(|form| forms.each.get(*form));
            found.copied().unwrap_or(Precision::Hidden)
        };
        let weighted = of(&whole, form.first());
        let is_shown = weighted != Precision::Hidden;
        let left = (whole.is_outside, beside.is_outside);
        let beside = is_shown && of(&beside, form.get(1)) != Precision::Hidden;
        let need = needs.get(at.0);
        let room = need.and_then(|need| table.room(need, measure, weighted));
        (at, Settled { weighted, beside, room, left })
    });
    settled.collect()
}

/// The forms a figure may be shown in, the most precise first.
struct Forms {
    each: Vec<Precision>,
    /// It left before, in the first one.
    is_outside: bool,
}

impl Forms {
    /// What left stays as it was, what was hidden stays hidden.
    fn new(left: Option<Precision>, may_leave: bool, all: impl FnOnce() -> Vec<Precision>) -> Self {
        match left {
            Some(Precision::Hidden) => Self { each: Vec::new(), is_outside: false },
            Some(form) => Self { each: vec![form], is_outside: true },
            None if may_leave => Self { each: all(), is_outside: false },
            None => Self { each: Vec::new(), is_outside: false },
        }
    }
}

/// The forms a measure may be shown in, the most precise first.
fn forms(measure: &Measure) -> Vec<Precision> {
    let (finest, _) = least(measure.wanted.unit);
    let error = measure.standard_error.unwrap_or(0.0);
    let point = match measure.value {
        Value::Interval { value, .. } | Value::Exact(value) => Some(value),
        _ => None,
    };
    let is_share = measure.wanted.unit.is_share();
    let first = Step::of_error(error, finest);
    let steps: Vec<Step> = match point {
        Some(share) if is_share => Step::of_share(share, error),
        _ => std::iter::successors(Some(first), |step| Some(step.next()))
            .take_while(|step| !is_share || step.size() <= Step::FIFTH.size())
            .take(COARSER + 1)
            .collect(),
    };
    // A figure rounded to nothing is none.
    let tells = |step: &Step| point.is_none_or(|value| step.nearest(value) > 0.0 || value <= 0.0);
    let last = steps.last().copied().unwrap_or(first);
    let steps = steps.into_iter().take_while(tells);
    let as_shown = |step| match point {
        Some(_) => Precision::Point(step),
        None => Precision::Range(step),
    };
    let mut forms: Vec<Precision> = steps.map(as_shown).collect();
    let range = Precision::Range(last);
    let is_interval = matches!(measure.value, Value::Interval { .. });
    if is_interval && precise(measure, range) != Value::Unknown {
        forms.push(range);
    }
    if forms.is_empty() && point.is_none() {
        forms.push(range);
    }
    forms
}

/// The figure in the precision that was settled on.
pub fn precise(measure: &Measure, precision: Precision) -> Value {
    let (_, most) = least(measure.wanted.unit);
    match (precision, measure.value) {
        (Precision::Range(step), Value::Interval { low, high, .. }) => {
            step.round(Value::RangeOnly { low, high }, most)
        }
        (Precision::Point(step) | Precision::Range(step), value) => step.round(value, most),
        (Precision::Hidden, _) => Value::Unknown,
    }
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
    fn add(&mut self, need: &Need, measure: &Measure, [weighted, beside]: [&Forms; 2]) {
        let sum = matches!(need.scope, Scope::All | Scope::Sector(_) | Scope::Group(_));
        let cost = if sum { WHOLE } else { 1.0 };
        let form = weighted.each.iter();
        let (figure, numbers) = match measure.wanted.form {
            Form::Total(asked) => {
                let told = form.map(|form| self.total(need, measure, asked, *form));
                (told.collect(), vec![asked])
            }
            Form::Ratio(part, base) => {
                let told = form.map(|form| self.ratio(need, measure, (part, base), *form));
                // Two whole numbers are told by their ratio.
                (told.collect(), vec![part, base])
            }
        };
        let exact = |asked: Asked| self.relation(&self.within(need, asked), |_| 1.0, (0.0, 0.0));
        let told = beside.each.iter().map(|_| numbers.iter().map(|asked| exact(*asked)).collect());
        let beside = Shown { forms: told.collect(), cost, is_outside: beside.is_outside };
        let is_outside = weighted.is_outside;
        self.joint.figures.push(Shown { forms: figure, cost: cost * WEIGHTED, is_outside });
        self.joint.figures.push(beside);
    }

    /// Where what is shown says that a weighted figure is, by itself and by the middle of its
    /// interval; `None` where it says nothing.
    fn room(&self, need: &Need, measure: &Measure, form: Precision) -> Option<Room> {
        let (Precision::Point(step) | Precision::Range(step)) = form else { return None };
        let (_, most) = least(measure.wanted.unit);
        let itself = || measure.point.map(|truth| step.around(truth));
        let between = match precise(measure, form) {
            Value::Interval { .. } | Value::RangeOnly { .. } => {
                let (Value::Interval { low, high, .. } | Value::RangeOnly { low, high }) =
                    measure.value
                else {
                    return None;
                };
                let ends = step.ends((low, high), most);
                match measure.wanted.form {
                    Form::Total(asked) => {
                        let total = Total::new(self, need, asked);
                        middle(total.ends(ends, low), total.certain)
                    }
                    Form::Ratio(..) if measure.wanted.unit.is_share() => {
                        share_between(measure.point?, (low, high), ends)
                    }
                    Form::Ratio(..) => middle(ends, 0.0),
                }
            }
            Value::Exact(_) => return itself(),
            Value::Unknown | Value::Masked { .. } => return None,
        };
        match form {
            Precision::Point(_) => itself().map(|itself| both(itself, between)),
            Precision::Range(_) | Precision::Hidden => Some(between),
        }
        // Blanks put the part without error elsewhere than its answers: the truth is never left out.
        .zip(measure.point)
        .map(|((low, high), truth)| (low.min(truth), high.max(truth)))
    }

    /// What a weighted total tells: itself, what stands for itself alone, and what respondents hold,
    /// which the interval never goes under.
    fn total(
        &self,
        need: &Need,
        measure: &Measure,
        asked: Asked,
        form: Precision,
    ) -> Vec<Relation> {
        let total = Total::new(self, need, asked);
        let truth = measure.point.filter(|_| total.weighted > 0.0);
        let Some((truth, of_value)) = truth.zip(self.room(need, measure, form)) else {
            return Vec::new();
        };
        // Blanks are given the mean of the others.
        let blow = truth / total.weighted;
        let off =
            |(low, high): Room, truth: f64, by: f64| ((low - truth) / by, (high - truth) / by);
        let weight = |unknown: &Unknown| unknown.weight;
        let mut told = vec![self.relation(&total.places, weight, off(of_value, truth, blow))];
        let (Value::Interval { low, high, .. } | Value::RangeOnly { low, high }) = measure.value
        else {
            return told;
        };
        let (Precision::Point(step) | Precision::Range(step)) = form else { return told };
        let (of_low, of_high) = total.ends(step.ends((low, high), f64::INFINITY), low);
        if !total.alone.is_empty() && matches!(form, Precision::Point(_)) {
            let most = (0.0, of_value.1.min(of_low.1));
            let value = step.around(truth);
            let held = implied(Some(value), Some(of_low), of_high, most);
            let held = held.unwrap_or((total.certain, total.certain));
            told.push(self.relation(&total.alone, weight, off(held, total.certain, 1.0)));
        }
        let least = if total.is_least(low) { step.below(low) } else { f64::NEG_INFINITY };
        let held = (least, step.below(low) + step.size());
        told.push(self.relation(&total.places, |_| 1.0, off(held, total.own, 1.0)));
        told
    }

    fn stands_alone(&self, need: &Need, place: usize) -> bool {
        let unknown = self.joint.unknowns.get(place);
        unknown.is_some_and(|unknown| need.observed.contains(&unknown.unit))
    }

    /// What a weighted ratio tells of its part and of its base: half of its room goes to each, so
    /// that both together stay within what is shown.
    fn ratio(
        &self,
        need: &Need,
        measure: &Measure,
        (part, base): (Asked, Asked),
        form: Precision,
    ) -> Vec<Relation> {
        let [part, base] = [part, base].map(|asked| self.within(need, asked));
        let weight = |unknown: &Unknown| unknown.weight;
        let whole = self.sum(&base, weight);
        let truth = measure.point.filter(|_| whole > 0.0);
        let Some((truth, (low, high))) = truth.zip(self.room(need, measure, form)) else {
            return Vec::new();
        };
        let (below, above) = ((truth - low).max(0.0), (high - truth).max(0.0));
        let mut told =
            vec![self.relation(&part, weight, (-below / 2.0 * whole, above / 2.0 * whole))];
        if truth > 0.0 {
            // The base goes down as the ratio goes up: as far as part over base allows.
            let down = above / 2.0 / (truth + above / 2.0);
            let up = below / 2.0 / (truth - below / 2.0).max(f64::MIN_POSITIVE);
            let room = (-down * whole, up * whole);
            told.push(self.relation(&base, weight, room));
        }
        told
    }
}

/// What a weighted total is the sum of.
struct Total {
    places: Vec<usize>,
    /// Of those who stand for themselves alone.
    alone: Vec<usize>,
    /// What respondents hold, with their weights and without, and what the latter have for certain.
    weighted: f64,
    own: f64,
    certain: f64,
}

impl Total {
    fn new(table: &Table<'_>, need: &Need, asked: Asked) -> Self {
        let places = table.within(need, asked);
        let alone = places.iter().copied().filter(|place| table.stands_alone(need, *place));
        let alone: Vec<usize> = alone.collect();
        Self {
            weighted: table.sum(&places, |unknown| unknown.weight),
            own: table.sum(&places, |_| 1.0),
            certain: table.sum(&alone, |unknown| unknown.weight),
            places,
            alone,
        }
    }

    /// Whether the low end is what respondents hold: under that no interval goes.
    fn is_least(&self, low: f64) -> bool {
        (low - self.own).abs() <= 1e-6 * (1.0 + self.own)
    }

    /// Where the ends of the interval are; a low end that respondents hold hides the one it has.
    fn ends(&self, (of_low, of_high): (Room, Room), low: f64) -> (Room, Room) {
        (if self.is_least(low) { (0.0, of_low.1) } else { of_low }, of_high)
    }
}
