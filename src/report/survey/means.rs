//! Means of the numbers that questions ask for, against who knows the weights: a weighted and an
//! unweighted mean with how many answered are two sums of the answers.

use crate::analysis::employers::questions::MeanView;
use crate::model::Value;
use crate::secrecy::rounding::{Precision, Room, Step, both, middle};
use crate::secrecy::table::Protection;

/// How a mean may be shown: the weighted one, and the one beside where it may stand there.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Settled {
    /// Rounded to this unit.
    pub step: Step,
    pub weighted: Value,
    pub unweighted: Option<f64>,
}

/// Units that are tried, each coarser than the one before.
const COARSER: usize = 4;

/// The most precise form that leaves every answer open, for anyone and for every other respondent;
/// `None` where none does. `weights`: of those who said a number, in their order.
pub fn settle(mean: &MeanView, weights: &[f64]) -> Option<Settled> {
    let first = Step::of_error(mean.standard_error, Step::TENTH);
    let steps = std::iter::successors(Some(first), |step| Some(step.next())).take(COARSER);
    let forms = steps.flat_map(|step| [(step, true), (step, false)]);
    let values: Vec<f64> = mean.said.iter().map(|(_, value)| *value).collect();
    let weights = Weights::new(weights);
    for (step, is_beside) in forms {
        let settled = Settled::new(mean, step, is_beside);
        if settled.weighted == Value::Unknown {
            continue;
        }
        let beside = settled.unweighted.map(|_| step.around(mean.unweighted));
        let (values, weights) = (&values[..], &weights);
        let shown = Shown { values, weights, weighted: room(mean, step), beside };
        if shown.is_open(step.size()) {
            return Some(settled);
        }
    }
    None
}

/// The form in which the same answers with the same weights left before, and no other: two
/// roundings of one number tell more than each. `None` where they were hidden.
pub fn as_before(mean: &MeanView, [weighted, beside]: [Precision; 2]) -> Option<Settled> {
    let (Precision::Point(step) | Precision::Range(step)) = weighted else { return None };
    let is_beside = beside == Precision::Point(step);
    let mut settled = Settled::new(mean, step, is_beside);
    if let (Precision::Range(_), Value::Interval { low, high, .. }) = (weighted, settled.weighted) {
        settled.weighted = Value::RangeOnly { low, high };
    }
    Some(settled)
}

impl Settled {
    fn new(mean: &MeanView, step: Step, is_beside: bool) -> Self {
        let weighted = step.round(mean.value, f64::INFINITY);
        let has_point = matches!(weighted, Value::Interval { .. } | Value::Exact(_));
        let unweighted = (is_beside && has_point).then(|| step.nearest(mean.unweighted));
        Self { step, weighted, unweighted }
    }

    /// As it is remembered, weighted and not; of a mean that is hidden both are.
    pub fn precisions(settled: Option<Self>) -> [Precision; 2] {
        let Some(Self { step, weighted, unweighted }) = settled else {
            return [Precision::Hidden; 2];
        };
        let weighted = match weighted {
            Value::RangeOnly { .. } => Precision::Range(step),
            _ => Precision::Point(step),
        };
        [weighted, unweighted.map_or(Precision::Hidden, |_| Precision::Point(step))]
    }
}

/// Where what is shown says that the weighted mean is.
fn room(mean: &MeanView, step: Step) -> Room {
    let by_ends = |low, high| middle(step.ends((low, high), f64::INFINITY), 0.0);
    match mean.value {
        Value::Interval { low, high, .. } => both(step.around(mean.point), by_ends(low, high)),
        Value::RangeOnly { low, high } => by_ends(low, high),
        _ => step.around(mean.point),
    }
}

/// What is shown of the answers, and where it says that their means are.
struct Shown<'a> {
    values: &'a [f64],
    weights: &'a Weights<'a>,
    weighted: Room,
    beside: Option<Room>,
}

/// The weights of those who said a number; places from the lightest to the heaviest.
struct Weights<'a> {
    of: &'a [f64],
    order: Vec<usize>,
    sum: f64,
    /// How many there are.
    count: f64,
}

impl<'a> Weights<'a> {
    fn new(of: &'a [f64]) -> Self {
        let weight = |place: &usize| of.get(*place).copied().unwrap_or_default();
        let mut order: Vec<usize> = (0..of.len()).collect();
        order.sort_by(|a, b| weight(a).total_cmp(&weight(b)));
        Self { of, order, sum: of.iter().sum(), count: of.iter().map(|_| 1.0).sum() }
    }

    fn at(&self, place: usize) -> f64 {
        self.of.get(place).copied().unwrap_or_default()
    }

    /// The lightest and the heaviest of all but some; `None` where there is no other.
    fn ends_without(&self, some: [Option<usize>; 2]) -> Option<(f64, f64)> {
        let is_other = |place: &&usize| !some.contains(&Some(**place));
        let lightest = self.order.iter().find(is_other)?;
        let heaviest = self.order.iter().rev().find(is_other)?;
        Some((self.at(*lightest), self.at(*heaviest)))
    }
}

impl Shown<'_> {
    /// Whether every answer could be another, as far away as must be kept and by one unit at least, on
    /// both sides, for anyone and for each other respondent, who knows its own.
    fn is_open(&self, unit: f64) -> bool {
        let all = self.values.len();
        (0..all).all(|one| {
            let value = self.value(one);
            let mut knowing = std::iter::once(None).chain((0..all).filter(|k| *k != one).map(Some));
            let distance = (Protection::LEAST_SHARE * value).max(unit.min(value.max(1.0)));
            knowing.all(|known| {
                let below = value <= 0.0 || self.fits(one, (value - distance).max(0.0), known);
                below && self.fits(one, value + distance, known)
            })
        })
    }

    fn value(&self, place: usize) -> f64 {
        self.values.get(place).copied().unwrap_or_default()
    }

    /// Whether answers of at least zero of the others fit all that is shown when one is `value`.
    fn fits(&self, one: usize, value: f64, known: Option<usize>) -> bool {
        let said = known.map_or((0.0, 0.0), |place| (self.value(place), self.weights.at(place)));
        let sum = value + said.0;
        let weighted = value * self.weights.at(one) + said.0 * said.1;
        let left = |room: Room, all: f64, known: f64| (room.0 * all - known, room.1 * all - known);
        let of_weights = left(self.weighted, self.weights.sum, weighted);
        let all = self.weights.count;
        let of_all = self.beside.map_or((0.0, f64::INFINITY), |room| left(room, all, sum));
        let Some((lightest, heaviest)) = self.weights.ends_without([Some(one), known]) else {
            let holds = |room: Room| room.0 <= 0.0 && room.1 >= 0.0;
            return holds(of_weights) && holds(of_all);
        };
        // Between all of it on the lightest and all of it on the heaviest.
        let least = of_all.0.max(of_weights.0 / heaviest).max(0.0);
        let most = of_all.1.min(of_weights.1 / lightest);
        least <= most
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mean(values: &[f64], weights: &[f64], error: f64) -> MeanView {
        let count = |n: usize| f64::from(u32::try_from(n).unwrap());
        let sum: f64 = values.iter().zip(weights).map(|(value, weight)| value * weight).sum();
        let point = sum / weights.iter().sum::<f64>();
        MeanView {
            value: Value::Interval { value: point, low: point / 1.4, high: point * 1.4 },
            point,
            unweighted: values.iter().sum::<f64>() / count(values.len()),
            standard_error: error,
            refusal: None,
            said: values.iter().copied().enumerate().collect(),
        }
    }

    /// Many small answers hide each other; three, of whom one holds nearly all, do not.
    #[test]
    fn a_mean_leaves_every_answer_open() {
        let values: Vec<f64> = (0..21).map(|n| 3.0 + f64::from(n % 5)).collect();
        let weights: Vec<f64> = (0..21).map(|n| 2.0 + f64::from(n % 3)).collect();
        let found = settle(&mean(&values, &weights, 0.6), &weights).unwrap();
        assert_eq!((found.unweighted, found.weighted == Value::Unknown), (Some(5.0), false));
        // Who holds 97 of 100, known by the two others: to the whole, and the other mean goes.
        let weights = [1.0, 5.0, 9.0];
        let found = settle(&mean(&[97.0, 2.0, 1.0], &weights, 0.2), &weights).unwrap();
        let weighted = Value::Interval { value: 8.0, low: 5.0, high: 11.0 };
        assert_eq!((found.weighted, found.unweighted), (weighted, None));
    }

    /// Nothing fits where one respondent is nearly all of both sums.
    #[test]
    fn an_answer_that_nothing_hides_is_not_told() {
        let (values, weights) = ([10.0, 10.0, 10.0, 300.0], [1.0, 1.0, 1.0, 40.0]);
        assert_eq!(settle(&mean(&values, &weights, 4.0), &weights), None);
        let even = [30.0, 25.0, 35.0, 40.0, 20.0, 30.0, 28.0, 33.0];
        let weights = [1.0, 8.0, 1.0, 8.0, 1.0, 8.0, 1.0, 8.0];
        let found = settle(&mean(&even, &weights, 3.0), &weights).unwrap();
        assert!(matches!(found.weighted, Value::Interval { .. }), "{found:?}");
    }

    /// What left is shown again as it left, whatever the error is by then.
    #[test]
    fn the_same_answers_leave_as_before() {
        let values: Vec<f64> = (0..21).map(|n| 3.0 + f64::from(n % 5)).collect();
        let weights: Vec<f64> = (0..21).map(|n| 2.0 + f64::from(n % 3)).collect();
        let first = settle(&mean(&values, &weights, 4.0), &weights);
        let again = mean(&values, &weights, 0.2);
        assert_ne!(settle(&again, &weights), first);
        assert_eq!(as_before(&again, Settled::precisions(first)), first);
        assert_eq!(as_before(&again, Settled::precisions(None)), None);
        let range = as_before(&again, [Precision::Range(Step::ONE), Precision::Hidden]).unwrap();
        assert!(matches!(range.weighted, Value::RangeOnly { .. }), "{range:?}");
        assert_eq!(range.unweighted, None);
    }
}
