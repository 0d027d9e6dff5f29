//! Whether a share moved between two years, or whether nobody can tell.
//!
//! An arrow needs two intervals apart; a presumption from the rungs above makes no trend.

use crate::indicators::pressure::Posterior;
use crate::model::Grade;
use std::cmp::Ordering;

/// What two years of one share say.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Trend {
    /// The 80 % intervals do not overlap, and the later is higher.
    Up,
    /// They do not overlap, and the later is lower.
    Down,
    /// They overlap, and the 80 % interval of the change lies within the margin.
    Stable,
    /// Neither a change nor its absence is shown.
    Inconclusive,
    /// No earlier year to compare with.
    Alone,
    /// The earlier years are of another edition of the occupation codes: no series of this one.
    Broken,
}

impl Trend {
    pub const ALL: [Self; 6] =
        [Self::Up, Self::Down, Self::Stable, Self::Inconclusive, Self::Alone, Self::Broken];

    pub const fn id(self) -> &'static str {
        match self {
            Self::Up => "up",
            Self::Down => "down",
            Self::Stable => "stable",
            Self::Inconclusive => "inconclusive",
            Self::Alone => "alone",
            Self::Broken => "broken",
        }
    }
}

/// Normal quantile of an 80 % interval.
const QUANTILE: f64 = 1.281_551_565_544_6;

/// Variance of a Beta distribution.
fn variance(posterior: &Posterior) -> f64 {
    let size = posterior.alpha + posterior.beta;
    posterior.mean * (1.0 - posterior.mean) / (size + 1.0)
}

/// Which way two intervals lie apart, from the earlier to the later; `None` where they overlap, and
/// nothing can be told from noise.
pub fn apart(before: (f64, f64), after: (f64, f64)) -> Option<Ordering> {
    if after.0 > before.1 {
        Some(Ordering::Greater)
    } else if after.1 < before.0 {
        Some(Ordering::Less)
    } else {
        None
    }
}

/// The trend from an earlier reading to a later one; `margin`: the largest change, as a share,
/// still called stable.
pub fn trend(
    (before, grade_before): (&Posterior, Grade),
    (after, grade_after): (&Posterior, Grade),
    margin: f64,
) -> Trend {
    if grade_before == Grade::C || grade_after == Grade::C {
        return Trend::Inconclusive;
    }
    match apart((before.low, before.high), (after.low, after.high)) {
        Some(Ordering::Greater) => return Trend::Up,
        Some(Ordering::Less) => return Trend::Down,
        _ => {}
    }
    let change = after.mean - before.mean;
    let half = QUANTILE * (variance(before) + variance(after)).sqrt();
    if change.abs() + half <= margin { Trend::Stable } else { Trend::Inconclusive }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::survey::beta;
    use proptest::prelude::*;

    fn posterior(alpha: f64, beta: f64) -> Posterior {
        Posterior {
            p3: 0.5,
            p2: 0.5,
            p1: 0.5,
            alpha,
            beta,
            mean: alpha / (alpha + beta),
            low: beta::quantile(0.1, alpha, beta),
            high: beta::quantile(0.9, alpha, beta),
            probability_low: 0.5,
            probability: 0.5,
            probability_high: 0.5,
            effective_n: 20.0,
        }
    }

    fn check(before: (f64, f64, Grade), after: (f64, f64, Grade), expected: Trend) {
        let [(a, grade_a), (b, grade_b)] =
            [before, after].map(|(alpha, beta, grade)| (posterior(alpha, beta), grade));
        assert_eq!(trend((&a, grade_a), (&b, grade_b), 0.1), expected);
    }

    #[test]
    fn an_arrow_needs_intervals_apart_and_stability_needs_narrow_ones() {
        let (a, b) = (Grade::A, Grade::B);
        check((20.0, 80.0, a), (80.0, 20.0, b), Trend::Up);
        check((80.0, 20.0, a), (20.0, 80.0, a), Trend::Down);
        check((500.0, 500.0, a), (510.0, 490.0, a), Trend::Stable);
        check((6.0, 6.0, b), (7.0, 5.0, b), Trend::Inconclusive);
        check((20.0, 80.0, a), (80.0, 20.0, Grade::C), Trend::Inconclusive);
    }

    proptest! {
        #[test]
        fn time_turned_round_turns_the_arrow(
            before in (1.0..80.0_f64, 1.0..80.0_f64), after in (1.0..80.0_f64, 1.0..80.0_f64),
        ) {
            let (a, b) = (posterior(before.0, before.1), posterior(after.0, after.1));
            let turned = match trend((&b, Grade::A), (&a, Grade::A), 0.1) {
                Trend::Up => Trend::Down,
                Trend::Down => Trend::Up,
                other => other,
            };
            prop_assert_eq!(trend((&a, Grade::A), (&b, Grade::A), 0.1), turned);
            prop_assert_ne!(trend((&a, Grade::A), (&a, Grade::B), 0.1), Trend::Up);
        }
    }
}
