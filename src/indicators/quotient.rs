//! How specific an occupation is to a territory: the location quotient (`method.md` §2).
//!
//! Share of the occupation in the projects of the territory over its share in the benchmark.
//! Projects are a weighted estimate: the interval stands on the effective counts of §1.11.

use crate::indicators::hiring::{Mask, Sums};
use crate::survey::beta;

/// Tails left out on each side, so that the interval is one of 80 %, as those of §1.11.
const TAIL: f64 = 0.1;

/// An occupation and all occupations of one territory.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Place {
    pub occupation: Sums,
    pub all: Sums,
}

/// Ratio of two shares, without unit: 1 where both territories hire alike.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Quotient {
    /// On published cells; `None` where one side has masked cells only.
    pub value: Option<f64>,
    /// 80 % interval over sampling and masked cells.
    pub low: f64,
    pub high: f64,
    /// Enough published projects on the territory to be ranked by it.
    pub ranked: bool,
    /// Under the least number of published projects on the territory; where it is not ranked though
    /// there are enough, those of the benchmark are masked.
    pub few: bool,
}

/// Settings of the quotient.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Settings {
    /// Part of the projects that rests on an answer, 0–1.
    pub effective_share: f64,
    /// Published projects under which the quotient is shown but not ranked.
    pub least_projects: f64,
}

/// The quotient of a territory over a benchmark that shares no row with it, or that holds it
/// whole (`nested`). `None` where the benchmark hires nobody in the occupation.
///
/// Two Poisson counts are compared given their sum (Clopper–Pearson on the part of the first);
/// a benchmark that holds the territory is compared through its other rows, or the same projects
/// would stand on both sides. Where the two overlap in part, they are taken as apart: the
/// interval is then too wide rather than too narrow.
pub fn quotient(
    own: &Place,
    benchmark: &Place,
    nested: bool,
    mask: Mask,
    settings: Settings,
) -> Option<Quotient> {
    let other = if nested {
        Place {
            occupation: benchmark.occupation.minus(&own.occupation),
            all: benchmark.all.minus(&own.all),
        }
    } else {
        *benchmark
    };
    let least = |sums: &Sums| sums.least_projects(mask);
    let most = |sums: &Sums| sums.most_projects(mask);
    let bound = |counts: [f64; 4], high: bool| {
        let [_, own_all, _, other_all] = counts;
        let part = own_all / (own_all + other_all);
        match ratio_bound(counts, settings.effective_share, high) {
            Some(ratio) => Some(if nested { through_whole(ratio, part) } else { ratio }),
            // Nobody else in the benchmark recruits it: the whole is the territory alone.
            None => {
                Some(1.0 / part).filter(|end| nested && high && other_all > 0.0 && end.is_finite())
            }
        }
    };
    let low = bound(
        [least(&own.occupation), most(&own.all), most(&other.occupation), least(&other.all)],
        false,
    )?;
    let high = bound(
        [most(&own.occupation), least(&own.all), least(&other.occupation), most(&other.all)],
        true,
    )?;
    let share = |place: &Place| {
        let part = place.occupation.projects / place.all.projects;
        (place.occupation.projects > 0.0 && part.is_finite()).then_some(part)
    };
    let value = share(own).zip(share(benchmark)).map(|(here, there)| here / there);
    let few = own.occupation.projects < settings.least_projects;
    Some(Quotient { value, low, high, ranked: value.is_some() && !few, few })
}

/// One end of the interval of (a/A)/(b/B), for counts [a, A, b, B]; `None` where it has no end.
fn ratio_bound([a, of_a, b, of_b]: [f64; 4], effective_share: f64, high: bool) -> Option<f64> {
    let (first, second) = (effective_share * a, effective_share * b);
    let part = if high {
        beta::quantile(1.0 - TAIL, first + 1.0, second)
    } else {
        beta::quantile(TAIL, first, second + 1.0)
    };
    // Without any project on one side there is no share, or no end to the ratio.
    let ratio = part / (1.0 - part) * of_b / of_a;
    ratio.is_finite().then_some(ratio)
}

/// From the ratio over the rest to the ratio over the whole, of which `own` is the part, 0–1.
fn through_whole(ratio: f64, own: f64) -> f64 {
    ratio / (own * ratio + 1.0 - own)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const SETTINGS: Settings = Settings { effective_share: 0.25, least_projects: 30.0 };

    fn place(occupation: f64, all: f64) -> Place {
        let sums = |projects| Sums { cells: 1, projects, ..Sums::default() };
        Place { occupation: sums(occupation), all: sums(all) }
    }

    fn of(own: Place, benchmark: Place, nested: bool) -> Option<Quotient> {
        quotient(&own, &benchmark, nested, Mask::integer(4.0), SETTINGS)
    }

    #[test]
    fn a_share_twice_that_of_the_benchmark() {
        let found = of(place(40.0, 1_000.0), place(2_000.0, 100_000.0), false).unwrap();
        assert!((found.value.unwrap() - (40.0 / 1_000.0) / (2_000.0 / 100_000.0)).abs() < 1e-12);
        assert!(found.ranked && found.low > 1.0 && found.high < 4.0);
    }

    #[test]
    fn under_thirty_projects_nothing_is_ranked() {
        let found = of(place(29.0, 1_000.0), place(2_000.0, 100_000.0), false).unwrap();
        assert!(!found.ranked && found.few && found.value.is_some());
        // Enough here, and a benchmark that hides its own: another reason.
        let masked = Sums { cells: 1, masked_projects: 1, ..Sums::default() };
        let there = Place { occupation: masked, ..place(0.0, 100_000.0) };
        let found = of(place(40.0, 1_000.0), there, false).unwrap();
        assert!(!found.ranked && !found.few && found.value.is_none());
    }

    /// Second road: for large counts the logarithm of the ratio is normal, of variance
    /// 1/a + 1/b on effective counts; 1.2816 is the 0.9-quantile of the normal law.
    #[test]
    fn large_counts_agree_with_the_normal_law() {
        let found = of(place(8_000.0, 100_000.0), place(40_000.0, 1_000_000.0), false).unwrap();
        let deviation = (1.0_f64 / (0.25 * 8_000.0) + 1.0 / (0.25 * 40_000.0)).sqrt();
        for (found, side) in [(found.low, -1.0), (found.high, 1.0)] {
            let expected = 2.0 * (side * 1.281_551_6 * deviation).exp();
            assert!((found / expected - 1.0).abs() < 0.001, "{found} is not {expected}");
        }
    }

    /// Second road: over a whole that holds the territory, the quotient of the parts is
    /// the quotient of the whole, written out.
    #[test]
    fn through_the_whole_the_same_quotient() {
        let (e, own, rest_e, rest) = (30.0, 500.0, 90.0, 4_000.0);
        let ratio = (e / own) / (rest_e / rest);
        let whole = (e / own) / ((e + rest_e) / (own + rest));
        assert!((through_whole(ratio, own / (own + rest)) - whole).abs() < 1e-12);
    }

    #[test]
    fn masked_cells_widen_and_leave_no_value() {
        let masked = Sums { cells: 1, masked_projects: 1, ..Sums::default() };
        let own = Place { occupation: masked, ..place(0.0, 1_000.0) };
        let found = of(own, place(2_000.0, 100_000.0), false).unwrap();
        assert_eq!((found.value, found.ranked), (None, false));
        // One project at least, four at most, over a share of 2 %.
        assert!(found.low < 1.0 / 20.0 && found.high > 4.0 / 20.0);
    }

    #[test]
    fn a_benchmark_that_hires_nobody_has_no_quotient() {
        assert_eq!(of(place(40.0, 1_000.0), place(0.0, 100_000.0), false), None);
        assert_eq!(of(place(0.0, 0.0), place(10.0, 100.0), false), None);
    }

    proptest! {
        #[test]
        fn the_interval_holds_the_value_and_turns_over_with_the_roles(
            a in 1.0..500.0_f64, more in 1.0..5_000.0_f64,
            b in 1.0..500.0_f64, others in 1.0..5_000.0_f64,
        ) {
            let (own, other) = (place(a, a + more), place(b, b + others));
            let found = of(own, other, false).unwrap();
            let value = found.value.unwrap();
            prop_assert!(found.low <= value && value <= found.high);
            let turned = of(other, own, false).unwrap();
            prop_assert!((turned.low * found.high - 1.0).abs() < 1e-6);
            let whole = place(a + b, a + more + b + others);
            let nested = of(own, whole, true).unwrap();
            let value = nested.value.unwrap();
            prop_assert!(nested.low <= value + 1e-9 && value <= nested.high + 1e-9);
            // Part of both sides is the same: nearer to 1 than over the rest.
            prop_assert!(nested.high <= found.high.max(1.0) + 1e-9);
        }
    }
}
