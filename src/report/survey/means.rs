//! Means of the numbers that questions ask for, against who knows the weights: a weighted and an
//! unweighted mean with how many answered are two sums of the answers.

use crate::analysis::employers::questions::MeanView;
use crate::model::Value;
use crate::secrecy::rounding::{Room, Step, both, middle};
use crate::secrecy::table::Protection;

/// How a mean may be shown: the weighted one, and the one beside where it may stand there.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Settled {
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
    for (step, is_beside) in forms {
        let weighted = step.round(mean.value, f64::INFINITY);
        if weighted == Value::Unknown {
            continue;
        }
        let is_beside = is_beside && matches!(weighted, Value::Interval { .. } | Value::Exact(_));
        let beside = is_beside.then(|| step.around(mean.unweighted));
        let shown = Shown { values: &values, weights, weighted: room(mean, step), beside };
        if shown.is_open(step.size()) {
            let unweighted = is_beside.then(|| step.nearest(mean.unweighted));
            return Some(Settled { weighted, unweighted });
        }
    }
    None
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
    weights: &'a [f64],
    weighted: Room,
    beside: Option<Room>,
}

impl Shown<'_> {
    /// Whether every answer could be another, as far away as must be kept and by one unit at least, on
    /// both sides, for anyone and for each other respondent, who knows its own.
    fn is_open(&self, unit: f64) -> bool {
        let all = self.values.len();
        (0..all).all(|one| {
            let Some(value) = self.values.get(one).copied() else { return false };
            let mut knowing = std::iter::once(None).chain((0..all).filter(|k| *k != one).map(Some));
            let distance = (Protection::LEAST_SHARE * value).max(unit.min(value.max(1.0)));
            knowing.all(|known| {
                let below = value <= 0.0 || self.fits(one, (value - distance).max(0.0), known);
                below && self.fits(one, value + distance, known)
            })
        })
    }

    /// Whether answers of at least zero of the others fit all that is shown when one is `value`.
    fn fits(&self, one: usize, value: f64, known: Option<usize>) -> bool {
        let (mut sum, mut weighted) = (value, 0.0);
        let (mut lightest, mut heaviest) = (f64::INFINITY, 0.0_f64);
        let (mut n, mut weight, mut others) = (0.0, 0.0, 0);
        for (place, (said, own)) in self.values.iter().zip(self.weights).enumerate() {
            n += 1.0;
            weight += own;
            if place == one {
                weighted += own * value;
            } else if known == Some(place) {
                sum += said;
                weighted += own * said;
            } else {
                (lightest, heaviest) = (lightest.min(*own), heaviest.max(*own));
                others += 1;
            }
        }
        let left = |room: Room, all: f64, known: f64| (room.0 * all - known, room.1 * all - known);
        let of_weights = left(self.weighted, weight, weighted);
        let of_all = self.beside.map_or((0.0, f64::INFINITY), |room| left(room, n, sum));
        if others == 0 {
            let holds = |room: Room| room.0 <= 0.0 && room.1 >= 0.0;
            return holds(of_weights) && holds(of_all);
        }
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
        assert_eq!(found, Settled { weighted, unweighted: None });
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
}
