//! Weighted shares of answers against who knows the weights: a sum of weights names those who are
//! in it. One answer out of 197 establishments is a share of one weight, and there is one
//! establishment of that weight.

use crate::model::Value;
use crate::secrecy::journal::Fate;
use crate::secrecy::primary::{Reason, Thresholds};
use crate::secrecy::rounding::Step;
use std::collections::BTreeSet;

/// Half of an interval of 95 %, in standard errors.
const HALF: f64 = 1.96;
/// Coarser units that are tried before the share is hidden.
const COARSER: usize = 4;

/// The unit that the share is rounded to by its error.
pub fn unit(value: Value) -> Step {
    match value {
        Value::Interval { low, high, .. } | Value::RangeOnly { low, high } => {
            Step::of_error((high - low) / 2.0 / HALF, Step::POINT)
        }
        _ => Step::POINT,
    }
}

/// The weighted share as it may be shown, and its fate beside the unweighted one: of those who
/// `answered`, with their weights, the ones who said so are `who`.
///
/// Hidden where one or two said so, or did not, and where a respondent is among those who said so,
/// or is not, in whatever way the share can be made of so many weights.
pub fn of(value: Value, answered: &[(usize, f64)], who: &[usize]) -> (Value, Fate) {
    let said: BTreeSet<usize> = who.iter().copied().collect();
    let side = |of: bool| -> Vec<f64> {
        let some = answered.iter().filter(|(one, _)| said.contains(one) == of);
        some.map(|(_, weight)| *weight).collect()
    };
    let (yes, no) = (side(true), side(false));
    let step = unit(value);
    let all = || yes.iter().chain(&no).copied();
    let (least, most) = (all().fold(f64::INFINITY, f64::min), all().fold(0.0, f64::max));
    // Weights that are all the same tell what the unweighted share does.
    if yes.is_empty() || no.is_empty() || most - least <= 1e-9 * most {
        return (step.round(value, 1.0), Fate::Shown);
    }
    let units = u32::try_from(yes.len().min(no.len())).unwrap_or(u32::MAX);
    let least = Thresholds::default().least_units();
    if units < least {
        return (Value::Unknown, Fate::Primary(Reason::FewOnOneSide { units, least }));
    }
    let whole: f64 = all().sum();
    let truth = yes.iter().sum::<f64>() / whole;
    let mut step = step;
    for _ in 0..=COARSER {
        let shown = step.nearest(truth);
        let room = (shown - step.size() / 2.0, shown + step.size() / 2.0);
        // Someone who said so could be another who did not, and the other way round.
        let fits = |one: &f64, other: &f64| {
            let share = truth + (other - one) / whole;
            share >= room.0 && share <= room.1
        };
        let everyone = yes.iter().all(|one| no.iter().any(|other| fits(one, other)))
            && no.iter().all(|other| yes.iter().any(|one| fits(one, other)));
        if everyone {
            return (step.round(value, 1.0), Fate::Shown);
        }
        step = step.next();
    }
    (Value::Unknown, Fate::Secondary)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(weights: &[f64], who: &[usize], expect: Option<f64>) {
        let answered: Vec<(usize, f64)> = weights.iter().copied().enumerate().collect();
        let sum = |of: &[f64]| of.iter().sum::<f64>();
        let said: Vec<f64> = who.iter().map(|one| weights[*one]).collect();
        let value = sum(&said) / sum(weights);
        let wide = Value::Interval { value, low: value - 0.12, high: value + 0.12 };
        let (value, fate) = of(wide, &answered, who);
        let point = match value {
            Value::Interval { value, .. } => Some(value),
            _ => None,
        };
        assert_eq!((point, fate == Fate::Shown), (expect, expect.is_some()), "{weights:?} {who:?}");
    }

    #[test]
    fn a_weight_names_its_owner() {
        let weights = [1.0, 1.0, 8.0, 8.0, 8.0, 8.0, 9.0, 9.0, 9.0, 9.0];
        // One or two who said so, or who did not.
        check(&weights, &[0], None);
        check(&weights, &[2, 3], None);
        check(&weights, &[0, 1, 2, 3, 4, 5, 6, 7], None);
        // Either of the ones, some of the others.
        check(&weights, &[0, 2, 3, 6, 7], Some(0.5));
        // Both of the ones, and nobody of their kind on the other side: only a share so coarse that
        // it tells nothing would leave it open.
        check(&weights, &[0, 1, 2, 3, 6, 7], Some(0.6));
        check(&[1.0, 1.0, 1.0, 40.0, 40.0, 40.0], &[0, 1, 2], None);
        // Weights of one size name nobody.
        check(&[2.0; 6], &[0], Some(0.16));
    }
}
