//! Weighted shares of answers against who knows the weights: a sum of weights names those who are
//! in it. One answer out of 197 establishments is a share of one weight, and there is one
//! establishment of that weight.

use crate::model::Value;
use crate::secrecy::journal::Fate;
use crate::secrecy::primary::{Reason, Thresholds};
use crate::secrecy::rounding::{Room, Step, both, share_between};
use std::collections::BTreeSet;

/// Half of an interval of 95 %, in standard errors.
const HALF: f64 = 1.96;

/// The standard error that the interval is made of.
fn error(value: Value) -> f64 {
    match value {
        Value::Interval { low, high, .. } | Value::RangeOnly { low, high } => {
            (high - low) / 2.0 / HALF
        }
        _ => 0.0,
    }
}

/// What a share tells of itself and by its interval, rounded to a unit.
fn room(value: Value, truth: f64, step: Step) -> Room {
    let ends = |low, high| share_between(truth, (low, high), step.ends((low, high), 1.0));
    match value {
        Value::Interval { low, high, .. } => both(step.around(truth), ends(low, high)),
        Value::RangeOnly { low, high } => ends(low, high),
        _ => step.around(truth),
    }
}

/// The weighted share as it may be shown, and its fate beside the unweighted one: of those who
/// `answered`, with their weights, the ones who said so are `who`.
///
/// Hidden where one or two said so, or did not, and where a respondent is among those who said so,
/// or is not, in whatever way the share can be made of so many weights.
pub fn of(
    value: Value,
    answered: &[(usize, f64)],
    who: &[usize],
    thresholds: Thresholds,
) -> (Value, Fate) {
    let said: BTreeSet<usize> = who.iter().copied().collect();
    let side = |of: bool| -> Vec<f64> {
        let some = answered.iter().filter(|(one, _)| said.contains(one) == of);
        some.map(|(_, weight)| *weight).collect()
    };
    let (yes, no) = (side(true), side(false));
    let all = || yes.iter().chain(&no).copied();
    let (least, most) = (all().fold(f64::INFINITY, f64::min), all().fold(0.0, f64::max));
    let whole: f64 = all().sum();
    let truth = if whole > 0.0 { yes.iter().sum::<f64>() / whole } else { 0.0 };
    let steps = Step::of_share(truth, error(value));
    // Weights that are all the same tell what the unweighted share does.
    if yes.is_empty() || no.is_empty() || most - least <= 1e-9 * most {
        let step = steps.first().copied().unwrap_or(Step::POINT);
        return (step.round(value, 1.0), Fate::Shown);
    }
    let units = u32::try_from(yes.len().min(no.len())).unwrap_or(u32::MAX);
    let least = thresholds.least_units();
    // How many others there must be whom someone could be: one of them may be the one who looks.
    let others = usize::try_from(least.saturating_sub(1)).unwrap_or(usize::MAX);
    if units < least {
        return (Value::Unknown, Fate::Primary(Reason::FewOnOneSide { units, least }));
    }
    for step in steps {
        let room = room(value, truth, step);
        // Someone who said so could be others who did not, and the other way round.
        let fits = |one: &f64, other: &f64| {
            let share = truth + (other - one) / whole;
            share >= room.0 && share <= room.1
        };
        let everyone = yes
            .iter()
            .all(|one| no.iter().filter(|other| fits(one, other)).count() >= others)
            && no.iter().all(|other| yes.iter().filter(|one| fits(one, other)).count() >= others);
        if everyone {
            return (step.round(value, 1.0), Fate::Shown);
        }
    }
    (Value::Unknown, Fate::Secondary)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::secrecy::primary::Asked;

    fn check(weights: &[f64], who: &[usize], expect: Option<f64>) {
        let answered: Vec<(usize, f64)> = weights.iter().copied().enumerate().collect();
        let sum = |of: &[f64]| of.iter().sum::<f64>();
        let said: Vec<f64> = who.iter().map(|one| weights[*one]).collect();
        let value = sum(&said) / sum(weights);
        let wide = Value::Interval { value, low: value - 0.12, high: value + 0.12 };
        let (value, fate) = of(wide, &answered, who, Thresholds::default());
        let point = match value {
            Value::Interval { value, .. } => Some(value),
            _ => None,
        };
        assert_eq!((point, fate == Fate::Shown), (expect, expect.is_some()), "{weights:?} {who:?}");
    }

    /// Made stricter, the least units hold for each side of a weighted share.
    #[test]
    fn stricter_thresholds_hide_more() {
        let weights = [8.0, 9.0, 8.0, 9.0, 8.0, 9.0, 8.0, 9.0, 8.0, 9.0];
        let answered: Vec<(usize, f64)> = weights.iter().copied().enumerate().collect();
        let value = Value::Interval { value: 0.4, low: 0.2, high: 0.6 };
        let fate = |least_units| {
            let asked = Asked { least_units, ..Asked::PUBLISHED };
            of(value, &answered, &[0, 1, 2, 3], Thresholds::new(asked).unwrap()).1
        };
        assert_eq!(fate(3), Fate::Shown);
        let few = Reason::FewOnOneSide { units: 4, least: 5 };
        assert_eq!(fate(5), Fate::Primary(few));
    }

    #[test]
    fn a_weight_names_its_owner() {
        let weights = [1.0, 1.0, 8.0, 8.0, 8.0, 8.0, 9.0, 9.0, 9.0, 9.0];
        // One or two who said so, or who did not.
        check(&weights, &[0], None);
        check(&weights, &[2, 3], None);
        check(&weights, &[0, 1, 2, 3, 4, 5, 6, 7], None);
        // Either of the ones, some of the others: the one knows that it is not the other.
        check(&weights, &[0, 2, 3, 6, 7], None);
        check(&weights[2..], &[0, 1, 4, 5], Some(0.5));
        // Both of the ones, and nobody of their kind on the other side.
        check(&weights, &[0, 1, 2, 3, 6, 7], None);
        check(&[1.0, 1.0, 1.0, 40.0, 40.0, 40.0], &[0, 1, 2], None);
        // Weights of one size name nobody.
        check(&[2.0; 6], &[0], Some(0.16));
    }

    /// Shares that are never none or all, and bounds that say something.
    #[test]
    fn a_share_reads_as_what_it_is() {
        let check = |yes: usize, n: usize, (low, high): (f64, f64), expect: Value| {
            let answered: Vec<(usize, f64)> = (0..n).map(|one| (one, 2.0)).collect();
            let who: Vec<usize> = (0..yes).collect();
            let share = |of: usize| f64::from(u32::try_from(of).unwrap());
            let value = Value::Interval { value: share(yes) / share(n), low, high };
            let value =
                if low <= 0.0 && high >= 1.0 { Value::RangeOnly { low, high } } else { value };
            assert_eq!(of(value, &answered, &who, Thresholds::default()), (expect, Fate::Shown));
        };
        check(8, 10, (0.1, 0.99), Value::Interval { value: 0.8, low: 0.1, high: 1.0 });
        check(9, 10, (0.1, 0.99), Value::Interval { value: 0.9, low: 0.1, high: 1.0 });
        check(24, 25, (0.1, 0.99), Value::Interval { value: 0.95, low: 0.1, high: 1.0 });
        check(3, 7, (0.0, 1.0), Value::Unknown);
    }
}
