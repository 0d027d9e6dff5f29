//! Two groups asked the same thing: how far apart their shares are, and whether that means
//! something.
//!
//! The interval is Newcombe's hybrid score interval (“Interval estimation for the difference
//! between independent proportions”, Statistics in Medicine 1998, method 10). The groups are taken
//! as they came: no weight, no finite population.

use crate::survey::interval::{Interval, wilson};
use crate::survey::student::normal;

/// Answers under which nothing is read into a difference.
pub const LEAST_ANSWERS: u32 = 5;
/// A difference within this on both sides is agreement.
pub const CLOSE: f64 = 0.2;
/// A share surely below this is nearly nobody; one surely above twice of it is many.
pub const HARDLY: f64 = 0.2;

/// What may be said of two shares.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Reading {
    /// Too few answers in one of the groups.
    TooFew,
    /// Neither close nor apart for sure.
    Undetermined,
    Agreement,
    Gap,
    /// Many in one group, hardly anyone in the other.
    BlindSpot,
}

impl Reading {
    pub const ALL: [Self; 5] =
        [Self::TooFew, Self::Undetermined, Self::Agreement, Self::Gap, Self::BlindSpot];

    /// Key of its words in the catalogs (`perception-…`).
    pub const fn id(self) -> &'static str {
        match self {
            Self::TooFew => "too-few",
            Self::Undetermined => "undetermined",
            Self::Agreement => "agreement",
            Self::Gap => "gap",
            Self::BlindSpot => "blind-spot",
        }
    }
}

/// Difference of two shares, first less second, −1 to 1.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Difference {
    pub value: f64,
    pub interval: Interval,
    pub reading: Reading,
}

/// Share `yes` of `n` with its score interval; `None` without an answer.
pub fn share((yes, n): (u32, u32), level: f64) -> Option<(f64, Interval)> {
    if n == 0 || yes > n {
        return None;
    }
    let p = f64::from(yes) / f64::from(n);
    Some((p, wilson(p, f64::from(n), normal(f64::midpoint(1.0, level)), level)))
}

/// Compares `yes` of `n` in two groups; `None` when one has no answer.
pub fn difference(first: (u32, u32), second: (u32, u32), level: f64) -> Option<Difference> {
    let ((a, left), (b, right)) = (share(first, level)?, share(second, level)?);
    let value = a - b;
    let below = ((a - left.low).powi(2) + (right.high - b).powi(2)).sqrt();
    let above = ((left.high - a).powi(2) + (b - right.low).powi(2)).sqrt();
    let interval = Interval { low: value - below, high: value + above, level };
    let many_and_hardly =
        |many: &Interval, hardly: &Interval| many.low > 2.0 * HARDLY && hardly.high < HARDLY;
    let reading = if first.1.min(second.1) < LEAST_ANSWERS {
        Reading::TooFew
    } else if many_and_hardly(&left, &right) || many_and_hardly(&right, &left) {
        Reading::BlindSpot
    } else if interval.low > 0.0 || interval.high < 0.0 {
        Reading::Gap
    } else if interval.low > -CLOSE && interval.high < CLOSE {
        Reading::Agreement
    } else {
        Reading::Undetermined
    };
    Some(Difference { value, interval, reading })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// Newcombe 1998, table II: 56/70 less 48/80, method 10.
    #[test]
    fn the_published_example() {
        let found = difference((56, 70), (48, 80), 0.95).unwrap();
        assert!((found.value - 0.2).abs() < 1e-12);
        assert!((found.interval.low - 0.0524).abs() < 5e-5, "{found:?}");
        assert!((found.interval.high - 0.3339).abs() < 5e-5, "{found:?}");
        assert_eq!(found.reading, Reading::Gap);
    }

    #[test]
    fn words_only_where_the_answers_allow_them() {
        let check = |first, second, expect: Reading| {
            let found = difference(first, second, 0.95).unwrap();
            assert_eq!(found.reading, expect, "{first:?} {second:?} {found:?}");
        };
        check((4, 4), (0, 9), Reading::TooFew);
        check((5, 10), (4, 10), Reading::Undetermined);
        check((100, 200), (98, 200), Reading::Agreement);
        check((30, 40), (0, 40), Reading::BlindSpot);
        check((0, 40), (30, 40), Reading::BlindSpot);
        check((30, 40), (18, 40), Reading::Gap);
        assert_eq!(difference((0, 0), (1, 2), 0.95), None);
        assert_eq!(difference((3, 2), (1, 2), 0.95), None);
    }

    proptest! {
        /// The other way round is the same difference with the other sign.
        #[test]
        fn order_changes_the_sign_alone(
            (a, n) in (1_u32..60).prop_flat_map(|n| (0..=n, Just(n))),
            (b, m) in (1_u32..60).prop_flat_map(|n| (0..=n, Just(n))),
        ) {
            let one = difference((a, n), (b, m), 0.95).unwrap();
            let other = difference((b, m), (a, n), 0.95).unwrap();
            prop_assert!((one.value + other.value).abs() < 1e-12);
            prop_assert!((one.interval.low + other.interval.high).abs() < 1e-12);
            prop_assert_eq!(one.reading, other.reading);
            prop_assert!(one.interval.low <= one.value && one.value <= one.interval.high);
            prop_assert!(one.interval.low >= -1.0 - 1e-12 && one.interval.high <= 1.0 + 1e-12);
        }
    }
}
