//! A need from a public count of those in employment (`method.md` §3.1): what the count says, with
//! the error of its sample, as a survey would have said it.

use crate::analysis::balance::{Announced, Told};
use crate::analysis::results::Employed;
use crate::flows::departures::{AgeRates, Older, by_older};
use crate::flows::spread::Spread;

/// A count of a sample with the 95 % interval that its size leaves; none of a whole count.
pub(super) fn counted(people: f64, sampled: f64) -> Spread {
    let variance = people * (1.0 - sampled) / sampled;
    if people <= 0.0 || variance <= 0.0 || !variance.is_finite() {
        return Spread::Known(people);
    }
    let side = crate::flows::spread::NINETY_FIVE * variance.sqrt();
    Spread::Around { value: people, low: (people - side).max(0.0), high: people + side }
}

/// As employers would have announced it. `usual`: the part behind a count that does not say it.
pub(super) fn announced(employed: &Employed, usual: f64) -> Announced {
    let sampled = employed.sampled.unwrap_or(usual);
    let told = |people: Option<f64>, years: f64| {
        people.map_or(Told::Unknown, |people| Told::Known(Spread::Known(people * years)))
    };
    Announced {
        headcount: Told::Known(counted(employed.people, sampled)),
        departures_36: told(employed.leavers, 3.0),
        ..Announced::default()
    }
}

/// End-of-career departures by the ages of the count; `None` where it tells none.
pub(super) fn leaving(
    employed: &Employed,
    usual: f64,
    rates: AgeRates,
    years: (u32, u32),
) -> Option<Spread> {
    let sampled = employed.sampled.unwrap_or(usual);
    let older = Older {
        headcount: counted(employed.people, sampled),
        from: employed.older,
        counted: &|people| counted(people, sampled),
    };
    by_older(&older, rates, years)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Two roads: the variance of a count of a Poisson sample is people · (1 − f) / f, hence the
    /// half-width, 1.96 times its root.
    #[test]
    fn a_sample_of_a_fifth_leaves_an_interval() {
        let Spread::Around { value, low, high } = counted(400.0, 0.2) else { panic!() };
        let side = 1.959_963_984_540_054 * (400.0_f64 * 0.8 / 0.2).sqrt();
        assert!((value - 400.0).abs() < 1e-12);
        assert!((low - (400.0 - side)).abs() < 1e-9 && (high - (400.0 + side)).abs() < 1e-9);
        assert_eq!(counted(400.0, 1.0), Spread::Known(400.0), "all of them were counted");
        assert_eq!(counted(0.0, 0.2), Spread::Known(0.0));
        let Spread::Around { low, .. } = counted(3.0, 0.2) else { panic!() };
        assert!(low.abs() < 1e-12, "never fewer than none");
    }
}
