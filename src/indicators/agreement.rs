//! How far a yes or no said beforehand agrees with what came after: precision, recall, κ.

use crate::survey::interval::wilson;
use crate::survey::quantile::quantile;
use crate::survey::random::Random;

/// Cases by what was said (yes, no) and what came (yes, no).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Confusion {
    pub said_and_came: u32,
    pub said_only: u32,
    pub came_only: u32,
    pub neither: u32,
}

/// A measure with its 80 % interval, and the cases it stands on.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Measure {
    pub value: f64,
    pub low: f64,
    pub high: f64,
    pub n: u32,
}

/// Normal quantile of an 80 % interval.
const QUANTILE: f64 = 1.281_551_565_544_6;
/// Level of every interval here, 0–1.
pub const LEVEL: f64 = 0.8;

impl Confusion {
    /// From pairs (said, came).
    pub fn of(cases: impl IntoIterator<Item = (bool, bool)>) -> Self {
        let mut table = Self::default();
        for case in cases {
            let cell = match case {
                (true, true) => &mut table.said_and_came,
                (true, false) => &mut table.said_only,
                (false, true) => &mut table.came_only,
                (false, false) => &mut table.neither,
            };
            *cell += 1;
        }
        table
    }

    pub const fn n(&self) -> u32 {
        self.said_and_came + self.said_only + self.came_only + self.neither
    }

    /// Part of what was said that came; `None` when nothing was said. Interval of Wilson (1927).
    pub fn precision(&self) -> Option<Measure> {
        part(self.said_and_came, self.said_and_came + self.said_only)
    }

    /// Part of what came that had been said; `None` when nothing came.
    pub fn recall(&self) -> Option<Measure> {
        part(self.said_and_came, self.said_and_came + self.came_only)
    }

    /// Part of what came among all cases.
    pub fn base(&self) -> Option<Measure> {
        part(self.said_and_came + self.came_only, self.n())
    }

    /// κ of Cohen (1960), with the large-sample variance of Fleiss, Cohen and Everitt (1969).
    ///
    /// `None` when chance alone would agree always: all cases alike on both sides.
    pub fn kappa(&self) -> Option<Measure> {
        let n = f64::from(self.n());
        let share = |count: u32| f64::from(count) / n;
        let (yes, said, came, no) = (
            share(self.said_and_came),
            share(self.said_only),
            share(self.came_only),
            share(self.neither),
        );
        let (row, column) = (yes + said, yes + came);
        let chance = row * column + (1.0 - row) * (1.0 - column);
        if n < 1.0 || chance >= 1.0 {
            return None;
        }
        let kappa = (yes + no - chance) / (1.0 - chance);
        let loss = 1.0 - kappa;
        let diagonal = yes * (1.0 - (row + column) * loss).powi(2)
            + no * (1.0 - (2.0 - row - column) * loss).powi(2);
        let beside = said * (column + 1.0 - row).powi(2) + came * (1.0 - column + row).powi(2);
        let variance = (diagonal + loss * loss * beside - (kappa - chance * loss).powi(2))
            / (n * (1.0 - chance).powi(2));
        let half = QUANTILE * variance.max(0.0).sqrt();
        let (mut low, mut high) = ((kappa - half).max(-1.0), (kappa + half).min(1.0));
        // Where the variance vanishes, a few cases would claim a certainty that nobody has: the
        // interval is at least that of the plain agreement, the same chance taken away.
        let agreed = wilson(yes + no, n, QUANTILE, LEVEL);
        let beyond = |agreed: f64| (agreed - chance) / (1.0 - chance);
        if half < 1e-9 {
            (low, high) = (beyond(agreed.low).max(-1.0), beyond(agreed.high).min(1.0));
        }
        Some(Measure { value: kappa, low, high, n: self.n() })
    }
}

fn part(yes: u32, n: u32) -> Option<Measure> {
    (n > 0).then(|| {
        let value = f64::from(yes) / f64::from(n);
        let interval = wilson(value, f64::from(n), QUANTILE, LEVEL);
        Measure { value, low: interval.low, high: interval.high, n }
    })
}

/// Difference of the κ of two predictors on the same cases (first, second, came), by bootstrap
/// of the cases; `None` when either has none.
pub fn difference(cases: &[(bool, bool, bool)], draws: u32, seed: u64) -> Option<Measure> {
    let kappas = |cases: &mut dyn Iterator<Item = (bool, bool, bool)>| {
        let (mut first, mut second) = (Vec::new(), Vec::new());
        for (a, b, came) in cases {
            first.push((a, came));
            second.push((b, came));
        }
        let kappa = |cases| Confusion::of(cases).kappa().map(|measure| measure.value);
        Some(kappa(first)? - kappa(second)?)
    };
    let value = kappas(&mut cases.iter().copied())?;
    let mut random = Random::new(seed, 0);
    let mut found: Vec<f64> = (0..draws)
        .filter_map(|_| {
            let mut again =
                cases.iter().filter_map(|_| cases.get(random.below(cases.len())).copied());
            kappas(&mut again)
        })
        .collect();
    found.sort_by(f64::total_cmp);
    let tail = (1.0 - LEVEL) / 2.0;
    let (low, high) = (quantile(&found, tail)?, quantile(&found, 1.0 - tail)?);
    let n = u32::try_from(cases.len()).unwrap_or(u32::MAX);
    Some(Measure { value, low: low.min(value), high: high.max(value), n })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn table(cells: [u32; 4]) -> Confusion {
        let [said_and_came, said_only, came_only, neither] = cells;
        Confusion { said_and_came, said_only, came_only, neither }
    }

    /// Twenty and fifteen agreements of fifty, five and ten disagreements: the usual worked
    /// example of κ, 0.4.
    #[test]
    fn worked_example() {
        let found = table([20, 5, 10, 15]);
        let chance = 0.5 * 0.6 + 0.5 * 0.4;
        let kappa = found.kappa().unwrap();
        assert!((kappa.value - (0.7 - chance) / (1.0 - chance)).abs() < 1e-12);
        assert!((kappa.value - 0.4).abs() < 1e-12);
        assert!((found.precision().unwrap().value - 20.0 / 25.0).abs() < 1e-12);
        assert!((found.recall().unwrap().value - 20.0 / 30.0).abs() < 1e-12);
    }

    /// The measured benchmark of `method.md` §6.2: last year's flag on this year's, 186 occupations.
    #[test]
    fn the_measured_persistence_of_dares_flags() {
        for (year, cells, precision, recall, kappa) in [
            (2012, [71, 4, 32, 79], 0.95, 0.69, 0.62),
            (2013, [82, 21, 9, 74], 0.80, 0.90, 0.68),
            (2014, [62, 29, 9, 86], 0.68, 0.87, 0.59),
            (2015, [51, 20, 7, 108], 0.72, 0.88, 0.68),
            (2016, [50, 8, 11, 117], 0.86, 0.82, 0.77),
            (2017, [60, 1, 25, 100], 0.98, 0.71, 0.71),
            (2018, [79, 6, 37, 64], 0.93, 0.68, 0.55),
            (2019, [110, 6, 17, 53], 0.95, 0.87, 0.73),
        ] {
            let found = table(cells);
            assert_eq!(found.n(), 186, "{year}");
            let measures = [found.precision(), found.recall(), found.kappa()];
            for (measure, expected) in measures.into_iter().zip([precision, recall, kappa]) {
                let value: f64 = measure.unwrap().value;
                assert!((value - expected).abs() <= 0.005, "{year}: {value} is not {expected}");
            }
        }
    }

    /// The second road to the interval: cases drawn again.
    #[test]
    fn the_interval_is_that_of_a_bootstrap() {
        for cells in [[20, 5, 10, 15], [40, 10, 10, 90], [60, 30, 5, 55]] {
            let found = table(cells);
            let kappa = found.kappa().unwrap();
            let kinds = [(true, true), (true, false), (false, true), (false, false)];
            let cases: Vec<(bool, bool)> = kinds
                .into_iter()
                .zip(cells)
                .flat_map(|(kind, times)| (0..times).map(move |_| kind))
                .collect();
            let mut random = Random::new(3, 0);
            let mut drawn: Vec<f64> = (0..4_000)
                .filter_map(|_| {
                    let again = cases.iter().map(|_| cases[random.below(cases.len())]);
                    Confusion::of(again).kappa().map(|kappa| kappa.value)
                })
                .collect();
            drawn.sort_by(f64::total_cmp);
            let (low, high) = (quantile(&drawn, 0.1).unwrap(), quantile(&drawn, 0.9).unwrap());
            assert!((kappa.low - low).abs() < 0.03, "{cells:?}: {} {low}", kappa.low);
            assert!((kappa.high - high).abs() < 0.03, "{cells:?}: {} {high}", kappa.high);
        }
    }

    #[test]
    fn what_cannot_be_said_is_not() {
        assert_eq!(table([0, 0, 3, 9]).precision(), None);
        assert_eq!(table([0, 2, 0, 9]).recall(), None);
        assert_eq!(table([7, 0, 0, 0]).kappa(), None, "always yes agrees by chance");
        assert_eq!(table([0, 0, 0, 0]).kappa(), None);
        let perfect = table([4, 0, 0, 6]).kappa().unwrap();
        assert!((perfect.value - 1.0).abs() < 1e-12);
        assert!(perfect.low < 0.8, "ten agreements are no certainty: {}", perfect.low);
        assert_eq!(difference(&[], 100, 1), None);
    }

    #[test]
    fn a_predictor_does_not_differ_from_itself_and_a_perfect_one_beats_chance() {
        let came = |i: u32| i.is_multiple_of(2);
        let same: Vec<_> =
            (0..40_u32).map(|i| (i.is_multiple_of(3), i.is_multiple_of(3), came(i))).collect();
        let found = difference(&same, 500, 7).unwrap();
        assert_eq!((found.value, found.low, found.high), (0.0, 0.0, 0.0));
        let better: Vec<_> = (0..40).map(|i| (came(i), i.is_multiple_of(3), came(i))).collect();
        assert!(difference(&better, 500, 7).unwrap().low > 0.3);
    }

    proptest! {
        #[test]
        fn bounds_hold_and_turning_the_table_changes_nothing(cells in any::<[u8; 4]>()) {
            let found = table(cells.map(u32::from));
            let [a, b, c, d] = cells.map(u32::from);
            let turned = table([a, c, b, d]);
            prop_assert_eq!(found.precision(), turned.recall());
            if let (Some(kappa), Some(other)) = (found.kappa(), turned.kappa()) {
                prop_assert!((kappa.value - other.value).abs() < 1e-12);
                prop_assert!(-1.0 <= kappa.low && kappa.low <= kappa.value + 1e-12);
                prop_assert!(kappa.value <= kappa.high + 1e-12 && kappa.high <= 1.0);
            }
        }
    }
}
