//! End-of-career departures: announced, from ages, or at a rate (`method.md` §3.1, §6.1).

use crate::flows::Horizon;
use crate::flows::spread::{LEVEL, Spread};
use crate::survey::poisson::Poisson;

/// Employees by age, in the bands of the questionnaire.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Pyramid {
    pub under_30: f64,
    pub from_30: f64,
    pub from_50: f64,
    pub from_55: f64,
    pub from_60: f64,
}

/// Yearly rates of definitive departure by age, 0–1.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct AgeRates {
    pub under_50: f64,
    pub from_50: f64,
    pub from_55: f64,
    pub from_60: f64,
}

impl Pyramid {
    pub fn total(self) -> f64 {
        self.under_30 + self.from_30 + self.from_50 + self.from_55 + self.from_60
    }

    /// Σ E·r, year after year, those who stay growing older: a fifth of a band of five years, a
    /// twentieth of one of twenty, moves up each year.
    pub fn departures(self, rates: AgeRates, years: u32) -> f64 {
        let mut left = 0.0;
        let rates = [rates.under_50, rates.under_50, rates.from_50, rates.from_55, rates.from_60];
        // Years within a band; the last has no next.
        let widths = [12.0, 20.0, 5.0, 5.0, f64::INFINITY];
        let mut bands = [self.under_30, self.from_30, self.from_50, self.from_55, self.from_60];
        for _ in 0..years {
            let mut younger = 0.0;
            for ((band, rate), width) in bands.iter_mut().zip(rates).zip(widths) {
                let leaving = *band * rate;
                let older = (*band - leaving) / width;
                left += leaving;
                *band += younger - leaving - older;
                younger = older;
            }
        }
        left
    }
}

/// Departures of `headcount` people at a yearly rate, over a horizon: a mean of events.
pub fn at_rate(headcount: f64, yearly: f64, horizon: Horizon) -> Spread {
    Spread::Poisson(headcount * yearly * horizon.years())
}

/// The 80 % interval of a count of that mean: quantiles 0.1 and 0.9.
pub fn interval(mean: f64) -> (f64, f64) {
    let law = Poisson::new(mean);
    (law.quantile(LEVEL.0), law.quantile(LEVEL.1))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The table of `method.md` §6.1, the same with 28 % in eleven years and with 2.55 % a year.
    #[test]
    fn the_published_table() {
        let table = [
            (30.0, [(0.0, 2.0), (0.0, 4.0), (1.0, 6.0)]),
            (60.0, [(0.0, 3.0), (2.0, 7.0), (4.0, 11.0)]),
            (150.0, [(1.0, 6.0), (7.0, 16.0), (14.0, 25.0)]),
            (400.0, [(6.0, 14.0), (24.0, 38.0), (42.0, 60.0)]),
            (1_000.0, [(19.0, 32.0), (65.0, 88.0), (113.0, 142.0)]),
        ];
        for rate in [0.28 / 11.0, 0.0255] {
            for (headcount, expected) in table {
                for (horizon, expected) in Horizon::ALL.into_iter().zip(expected) {
                    let Spread::Poisson(mean) = at_rate(headcount, rate, horizon) else { panic!() };
                    assert_eq!(interval(mean), expected, "{headcount} {horizon:?} {rate}");
                }
            }
        }
    }

    const RATES: AgeRates = AgeRates { under_50: 0.0, from_50: 0.02, from_55: 0.1, from_60: 0.25 };

    #[test]
    fn a_year_is_the_sum_of_stocks_and_rates() {
        let ages =
            Pyramid { under_30: 20.0, from_30: 50.0, from_50: 10.0, from_55: 12.0, from_60: 8.0 };
        let expect = 10.0 * 0.02 + 12.0 * 0.1 + 8.0 * 0.25;
        assert!((ages.departures(RATES, 1) - expect).abs() < 1e-12);
        assert!((ages.total() - 100.0).abs() < 1e-12);
        assert!(ages.departures(RATES, 0).abs() < 1e-12);
    }

    /// Nobody leaves twice, and a longer horizon never has fewer departures.
    #[test]
    fn departures_grow_and_stay_below_the_stock() {
        let ages =
            Pyramid { under_30: 3.0, from_30: 9.0, from_50: 4.0, from_55: 5.0, from_60: 2.0 };
        let left: Vec<f64> = (0..60).map(|years| ages.departures(RATES, years)).collect();
        assert!(left.windows(2).all(|pair| pair[1] >= pair[0]));
        assert!(left.last().is_some_and(|last| *last <= ages.total()));
        // Those of 60 and more alone, a second road: what is left of them after n years.
        let old = Pyramid { from_60: 8.0, ..Pyramid::default() };
        let expect = 8.0 * (1.0 - 0.75_f64.powi(5));
        assert!((old.departures(RATES, 5) - expect).abs() < 1e-12);
    }
}
