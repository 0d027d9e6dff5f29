//! End-of-career departures: announced, from ages, or at a rate (`method.md` §3.1, §6.1).

use crate::flows::Horizon;
use crate::flows::spread::{LEVEL, NINETY_FIVE, Spread};
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

/// Employees by age of which only bounds or an estimate may be known.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Ages {
    pub headcount: Spread,
    pub from_50: Spread,
    pub from_55: Spread,
    pub from_60: Spread,
}

/// People in employment of whom those of an age or more are counted, not all ages always.
pub struct Older<'a> {
    pub headcount: Spread,
    /// 50 or more, 55 or more, 60 or more.
    pub from: [Option<f64>; 3],
    /// What is known of a count of people.
    pub counted: &'a dyn Fn(f64) -> Spread,
}

/// Departures between two years from now, by how many are of an age or more; `None` where no age
/// is told. With all three told, as [`by_ages`]; else bounds: who is of an age that is not told may
/// be of any between those that are.
pub fn by_older(older: &Older<'_>, rates: AgeRates, years: (u32, u32)) -> Option<Spread> {
    let Older { headcount, from, counted } = older;
    if let [Some(from_50), Some(from_55), Some(from_60)] = *from {
        let ages = Ages {
            headcount: *headcount,
            from_50: counted((from_50 - from_55).max(0.0)),
            from_55: counted((from_55 - from_60).max(0.0)),
            from_60: counted(from_60),
        };
        return Some(by_ages(&ages, rates, years));
    }
    from.iter().any(Option::is_some).then(|| {
        let (after, until) = years;
        let lost = |one: Pyramid| one.departures(rates, until) - one.departures(rates, after);
        let none = Pyramid::default();
        let young = [Pyramid { under_30: 1.0, ..none }, Pyramid { from_30: 1.0, ..none }].map(lost);
        let old = [
            lost(Pyramid { from_50: 1.0, ..none }),
            lost(Pyramid { from_55: 1.0, ..none }),
            lost(Pyramid { from_60: 1.0, ..none }),
        ];
        let (few, many) = ends(*headcount);
        // What a person loses by being counted one band higher, times how many are, at one end.
        let sum = |all: f64, under_50: f64, is_high: bool| {
            let mut before = under_50;
            let mut total = all * under_50;
            for (place, rate) in old.iter().enumerate() {
                let step = rate - before;
                let told = from.get(place).copied().flatten().map(|n| ends(counted(n)));
                let least = || {
                    let above = from.iter().skip(place + 1).flatten();
                    above.map(|n| ends(counted(*n)).0).next().unwrap_or_default()
                };
                let most = || {
                    let below = from.iter().take(place).rev().flatten();
                    below.map(|n| ends(counted(*n)).1).next().unwrap_or(all)
                };
                let (low, high) = told.unwrap_or_else(|| (least(), most()));
                total += step * if (step > 0.0) == is_high { high.min(all) } else { low };
                before = *rate;
            }
            total
        };
        let low = sum(few, young[0].min(young[1]), false).max(0.0);
        Spread::Bounds { low, high: sum(many, young[0].max(young[1]), true).max(low) }
    })
}

/// The least and the most that a number is said to be.
const fn ends(stock: Spread) -> (f64, f64) {
    match stock {
        Spread::Known(value) | Spread::Poisson(value) => (value, value),
        Spread::Uniform { low, high }
        | Spread::Bounds { low, high }
        | Spread::Around { low, high, .. } => (low, high),
        Spread::Events { low, high, rate, .. } => (low * rate, high * rate),
    }
}

/// Departures between two years from now, by ages: a sum of stocks and of what each loses
/// ([`Pyramid::departures`] is linear), as a count of events of a mean that is itself uncertain.
///
/// The younger ones are what the ages leave of the headcount, all in the band below 50 or all in
/// the one below 30: the little that they lose lies between the two. Deviations of stocks estimated
/// one by one add up in squares, with that of the count; where a stock has only bounds, so has the
/// sum.
pub fn by_ages(ages: &Ages, rates: AgeRates, (after, until): (u32, u32)) -> Spread {
    let lost = |one: Pyramid| one.departures(rates, until) - one.departures(rates, after);
    let none = Pyramid::default();
    let older = [
        (ages.from_50, lost(Pyramid { from_50: 1.0, ..none })),
        (ages.from_55, lost(Pyramid { from_55: 1.0, ..none })),
        (ages.from_60, lost(Pyramid { from_60: 1.0, ..none })),
    ];
    let young = [lost(Pyramid { under_30: 1.0, ..none }), lost(Pyramid { from_30: 1.0, ..none })];
    let sum = |pick: &dyn Fn((f64, f64)) -> f64| -> f64 {
        older.iter().map(|(stock, _)| pick(ends(*stock))).sum()
    };
    let (least, most) = ends(ages.headcount);
    // The younger ones, fewest and most.
    let (few, many) =
        ((least - sum(&|(_, high)| high)).max(0.0), (most - sum(&|(low, _)| low)).max(0.0));
    let points: Option<Vec<f64>> = older.iter().map(|(stock, _)| stock.point()).collect();
    let (Some(points), Some(all)) = (points, ages.headcount.point()) else {
        let of = |pick: &dyn Fn((f64, f64)) -> f64| -> f64 {
            older.iter().map(|(stock, lost)| pick(ends(*stock)) * lost).sum()
        };
        let low = of(&|(low, _)| low) + few * young[0].min(young[1]);
        let high = of(&|(_, high)| high) + many * young[0].max(young[1]);
        return Spread::Bounds { low, high };
    };
    let rest = (all - points.iter().sum::<f64>()).max(0.0);
    let of_young = f64::midpoint(young[0], young[1]);
    let mean = older.iter().zip(&points).map(|((_, lost), point)| lost * point).sum::<f64>()
        + rest * of_young;
    let surely = older.iter().all(|(stock, _)| matches!(stock, Spread::Known(_)))
        && matches!(ages.headcount, Spread::Known(_))
        && rest * (young[1] - young[0]).abs() < f64::EPSILON;
    if surely {
        return Spread::Poisson(mean);
    }
    let side = |end: &dyn Fn((f64, f64)) -> f64, young_end: f64| {
        let stocks = older.iter().zip(&points);
        let stocks =
            stocks.map(|((stock, lost), point)| (lost * (end(ends(*stock)) - point)).powi(2));
        let events = NINETY_FIVE.powi(2) * mean;
        (stocks.sum::<f64>() + (young_end - rest * of_young).powi(2) + events).sqrt()
    };
    Spread::Around {
        value: mean,
        low: (mean - side(&|(low, _)| low, few * young[0].min(young[1]))).max(0.0),
        high: mean + side(&|(_, high)| high, many * young[0].max(young[1])),
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
    use crate::flows::spread::{End, Product};
    use crate::survey::random::Random;

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

    fn ages(headcount: Spread, older: [Spread; 3]) -> Ages {
        let [from_50, from_55, from_60] = older;
        Ages { headcount, from_50, from_55, from_60 }
    }

    /// First road: the pyramid itself, year after year; those under 50 leave at no rate here, and
    /// what they lose by growing older lies between two of them.
    #[test]
    fn known_ages_lose_what_their_pyramid_loses() {
        let known = [10.0, 12.0, 8.0].map(Spread::Known);
        let older = Pyramid { from_50: 10.0, from_55: 12.0, from_60: 8.0, ..Pyramid::default() };
        for (after, until) in [(0, 1), (0, 3), (3, 5), (0, 5)] {
            let lost = |one: Pyramid| one.departures(RATES, until) - one.departures(RATES, after);
            let found = by_ages(&ages(Spread::Known(30.0), known), RATES, (after, until));
            let Spread::Poisson(mean) = found else { panic!("{found:?}") };
            assert!((mean - lost(older)).abs() < 1e-12, "{after} {until}");
            // Seventy younger ones: between the two bands they may be in.
            let found = by_ages(&ages(Spread::Known(100.0), known), RATES, (after, until));
            let least = lost(Pyramid { under_30: 70.0, ..older });
            let most = lost(Pyramid { from_30: 70.0, ..older });
            assert!((found.point().unwrap() - f64::midpoint(least, most)).abs() < 1e-12);
        }
        // The two periods make the whole.
        let mean =
            |years| by_ages(&ages(Spread::Known(30.0), known), RATES, years).point().unwrap();
        assert!((mean((0, 3)) + mean((3, 5)) - mean((0, 5))).abs() < 1e-12);
    }

    /// Second road: stocks drawn from their own laws, the pyramid of each draw, and a count drawn
    /// at its mean, against what is drawn from the law that is made of them.
    #[test]
    fn uncertain_ages_are_as_wide_as_their_draws() {
        let around =
            |value: f64, half: f64| Spread::Around { value, low: value - half, high: value + half };
        let stocks = [around(40.0, 12.0), around(35.0, 10.0), around(20.0, 8.0)];
        let made = by_ages(&ages(Spread::Known(95.0), stocks), RATES, (0, 3));
        let mut random = Random::new(11, 0);
        let products = stocks.map(|stock| Product::new(&[stock]));
        let mut drawn: Vec<f64> = (0..20_000)
            .map(|_| {
                let [from_50, from_55, from_60] =
                    [0, 1, 2].map(|band| products[band].draw(End::Low, &mut random));
                let people = Pyramid { from_50, from_55, from_60, ..Pyramid::default() };
                Poisson::new(people.departures(RATES, 3)).quantile(random.uniform())
            })
            .collect();
        let one = Product::new(&[made]);
        let mut other: Vec<f64> = (0..20_000).map(|_| one.draw(End::Low, &mut random)).collect();
        drawn.sort_by(f64::total_cmp);
        other.sort_by(f64::total_cmp);
        for place in [2_000, 10_000, 18_000] {
            // A count is whole: half a person, and a tenth of the width for the shape.
            let near = 0.5 + (drawn[18_000] - drawn[2_000]) / 10.0;
            assert!(
                (drawn[place] - other[place]).abs() <= near,
                "{place} {} {}",
                drawn[place],
                other[place]
            );
        }
    }

    /// All told: as by bands. One told: never out of the bounds that any bands within it give.
    #[test]
    fn ages_that_are_not_told_may_be_any_between() {
        let known = |from: [Option<f64>; 3]| Older {
            headcount: Spread::Known(100.0),
            from,
            counted: &Spread::Known,
        };
        let all = by_older(&known([Some(30.0), Some(20.0), Some(8.0)]), RATES, (0, 3));
        let bands = [10.0, 12.0, 8.0].map(Spread::Known);
        assert_eq!(all, Some(by_ages(&ages(Spread::Known(100.0), bands), RATES, (0, 3))));
        assert_eq!(by_older(&known([None; 3]), RATES, (0, 3)), None);
        let lost = |people: Pyramid| people.departures(RATES, 3);
        let half = by_older(&known([Some(30.0), None, None]), RATES, (0, 3));
        let Some(Spread::Bounds { low, high }) = half else { panic!("{half:?}") };
        // Thirty of 50 and more: all just 50, and seventy of under 30; or all of 60, and of 49.
        let youngest = Pyramid { under_30: 70.0, from_50: 30.0, ..Pyramid::default() };
        let oldest = Pyramid { from_30: 70.0, from_60: 30.0, ..Pyramid::default() };
        assert!((low - lost(youngest)).abs() < 1e-9, "{low}");
        assert!((high - lost(oldest)).abs() < 1e-9, "{high}");
        // Those of 55 and more alone: the others may be of 50 too.
        let half = by_older(&known([None, Some(20.0), None]), RATES, (0, 3));
        let Some(Spread::Bounds { low, high }) = half else { panic!("{half:?}") };
        let youngest = Pyramid { under_30: 80.0, from_55: 20.0, ..Pyramid::default() };
        let oldest = Pyramid { from_50: 80.0, from_60: 20.0, ..Pyramid::default() };
        assert!((low - lost(youngest)).abs() < 1e-9, "{low}");
        assert!((high - lost(oldest)).abs() < 1e-9, "{high}");
    }

    #[test]
    fn bounds_of_ages_are_bounds_of_departures() {
        let hidden = Spread::Bounds { low: 0.0, high: 9.0 };
        let found = by_ages(
            &ages(Spread::Known(12.0), [hidden, Spread::Known(2.0), Spread::Known(1.0)]),
            RATES,
            (0, 1),
        );
        let Spread::Bounds { low, high } = found else { panic!("{found:?}") };
        let sure = 2.0 * 0.1 + 0.25;
        assert!((low - sure).abs() < 1e-12 && (high - sure - 9.0 * 0.02).abs() < 1e-12);
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
