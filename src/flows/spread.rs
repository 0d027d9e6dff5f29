//! A number and what is known of it.

use crate::survey::poisson::Poisson;
use crate::survey::random::Random;
use crate::survey::student::normal;

/// Level of every interval of a flow (`method.md` §6.1): its ends are the quantiles 0.1 and 0.9.
pub const LEVEL: (f64, f64) = (0.1, 0.9);
/// Standard deviations between a value and the end of its 95 % interval.
pub(crate) const NINETY_FIVE: f64 = 1.959_963_984_540_054;

/// What is known of a number.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Spread {
    Known(f64),
    /// Between the bounds, no value more likely than another.
    Uniform {
        low: f64,
        high: f64,
    },
    /// An estimate with its 95 % interval, not always as far on both sides.
    Around {
        value: f64,
        low: f64,
        high: f64,
    },
    /// As many events as fall at this mean.
    Poisson(f64),
    /// As many events as fall at a rate among people of whom there is an estimate with its 95 %
    /// interval.
    Events {
        people: f64,
        low: f64,
        high: f64,
        rate: f64,
    },
    /// Nothing is known but the bounds: taken at each end, never drawn. An infinite end says that
    /// nothing bounds it.
    Bounds {
        low: f64,
        high: f64,
    },
}

/// The end at which numbers of which only the bounds are known are taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum End {
    Low,
    High,
}

impl Spread {
    pub const NOUGHT: Self = Self::Known(0.0);
    pub const ONE: Self = Self::Known(1.0);

    /// The middle of what is known; `None` where only bounds are.
    pub const fn point(self) -> Option<f64> {
        match self {
            Self::Known(value) | Self::Around { value, .. } | Self::Poisson(value) => Some(value),
            Self::Events { people, rate, .. } => Some(people * rate),
            Self::Uniform { low, high } => Some(f64::midpoint(low, high)),
            Self::Bounds { .. } => None,
        }
    }

    /// The same law for a multiple of the number; of a count of events, of its mean.
    #[must_use]
    pub fn times(self, factor: f64) -> Self {
        match self {
            Self::Known(value) => Self::Known(value * factor),
            Self::Uniform { low, high } => Self::Uniform { low: low * factor, high: high * factor },
            Self::Around { value, low, high } => {
                Self::Around { value: value * factor, low: low * factor, high: high * factor }
            }
            Self::Poisson(mean) => Self::Poisson(mean * factor),
            Self::Events { people, low, high, rate } => {
                Self::Events { people, low, high, rate: rate * factor }
            }
            // Nothing times an unbounded number is nothing.
            Self::Bounds { .. } if factor == 0.0 => Self::Known(0.0),
            Self::Bounds { low, high } => Self::Bounds { low: low * factor, high: high * factor },
        }
    }

    fn law(self) -> Law {
        match self {
            Self::Poisson(mean) => Law::Counts(Poisson::new(mean)),
            other => Law::Other(other),
        }
    }
}

enum Law {
    Counts(Poisson),
    Other(Spread),
}

impl Law {
    fn draw(&self, end: End, random: &mut Random) -> f64 {
        match self {
            Self::Counts(law) => law.quantile(random.uniform()),
            Self::Other(Spread::Known(value) | Spread::Poisson(value)) => *value,
            Self::Other(Spread::Uniform { low, high }) => low + (high - low) * random.uniform(),
            Self::Other(Spread::Around { value, low, high }) => {
                around(*value, (*low, *high), random)
            }
            Self::Other(Spread::Events { people, low, high, rate }) => {
                let mean = around(*people, (*low, *high), random).max(0.0) * rate;
                Poisson::new(mean).quantile(random.uniform())
            }
            Self::Other(Spread::Bounds { low, high }) => match end {
                End::Low => *low,
                End::High => *high,
            },
        }
    }
}

/// A draw of an estimate with its 95 % interval.
fn around(value: f64, (low, high): (f64, f64), random: &mut Random) -> f64 {
    let z = normal((1.0 - random.uniform()).clamp(1e-12, 1.0 - 1e-12));
    let side = if z < 0.0 { value - low } else { high - value };
    let drawn = value + z * side / NINETY_FIVE;
    // A count that cannot be negative is not drawn so.
    if low >= 0.0 { drawn.max(0.0) } else { drawn }
}

/// A product of numbers known each in its own way, ready to be drawn.
pub struct Product {
    laws: Vec<Law>,
}

impl Product {
    pub fn new(factors: &[Spread]) -> Self {
        Self { laws: factors.iter().map(|factor| factor.law()).collect() }
    }

    pub fn draw(&self, end: End, random: &mut Random) -> f64 {
        // Every factor is drawn, whatever the others are: streams stay aligned.
        let mut product = 1.0;
        let mut nought = false;
        for law in &self.laws {
            let drawn = law.draw(end, random);
            nought |= drawn == 0.0;
            product *= drawn;
        }
        if nought { 0.0 } else { product }
    }
}

/// The product of the middles; `None` where a factor has only bounds.
pub fn point(factors: &[Spread]) -> Option<f64> {
    factors.iter().try_fold(1.0, |product, factor| Some(product * factor.point()?))
}

/// A number with the ends of its interval, `None` where nothing bounds it.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Span {
    /// `None` when it is refused or cannot be told.
    pub value: Option<f64>,
    pub low: Option<f64>,
    pub high: Option<f64>,
}

impl Span {
    /// The interval of draws at [`LEVEL`], from those with unknown factors at each of their ends.
    pub fn of(value: Option<f64>, draws: [&mut Vec<f64>; 2]) -> Self {
        let [one, other] = draws.map(|draws| {
            draws.sort_by(f64::total_cmp);
            (order(draws, LEVEL.0), order(draws, LEVEL.1))
        });
        let finite = |bound: f64| bound.is_finite().then_some(bound);
        // A sum of nothing is −0 in binary: nobody reads it so.
        let value = value.map(|value| value + 0.0);
        Self { value, low: finite(one.0.min(other.0)), high: finite(one.1.max(other.1)) }
    }

    /// The same without its point value where the interval is too wide for one
    /// (`method.md` §6.1): half of it is more than `refusal` of the value, or it has no end.
    #[must_use]
    pub fn refused(self, refusal: f64) -> Self {
        let value = self.value.filter(|value| {
            let width = self.high.zip(self.low).map(|(high, low)| high - low);
            width.is_some_and(|width| width / 2.0 <= refusal * value.abs())
        });
        Self { value, ..self }
    }

    pub fn is_above(self, limit: f64) -> bool {
        self.low.is_some_and(|low| low > limit)
    }

    pub fn is_below(self, limit: f64) -> bool {
        self.high.is_some_and(|high| high < limit)
    }
}

/// An order statistic, so that infinite draws stay so; nought of no draw.
fn order(sorted: &[f64], p: f64) -> f64 {
    let last = sorted.len().saturating_sub(1);
    #[expect(clippy::cast_precision_loss, reason = "draws are far below 2^52")]
    let place = p * last as f64;
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "0 ≤ place")]
    let place = place.round() as usize;
    sorted.get(place).copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn span(factors: &[Spread]) -> Span {
        let product = Product::new(factors);
        let mut draws = [End::Low, End::High].map(|end| {
            let mut random = Random::new(3, 0);
            (0..2_000).map(|_| product.draw(end, &mut random)).collect::<Vec<f64>>()
        });
        let [low, high] = &mut draws;
        Span::of(point(factors), [low, high])
    }

    fn near(found: Option<f64>, expect: f64, within: f64) {
        assert!((found.unwrap() - expect).abs() <= within, "{found:?} {expect}");
    }

    #[test]
    fn a_known_number_has_no_width() {
        let found = span(&[Spread::Known(12.0), Spread::Known(0.5)]);
        assert_eq!(found, Span { value: Some(6.0), low: Some(6.0), high: Some(6.0) });
    }

    #[test]
    fn draws_follow_their_laws() {
        let found = span(&[Spread::Uniform { low: 0.4, high: 0.8 }]);
        near(found.value, 0.6, 1e-12);
        near(found.low, 0.4 + 0.1 * 0.4, 0.01);
        near(found.high, 0.8 - 0.1 * 0.4, 0.01);
        // An estimate of people is no surer for being multiplied by a rate.
        let events = |low, high| span(&[Spread::Events { people: 600.0, low, high, rate: 0.1 }]);
        let (sure, wide) = (events(600.0, 600.0), events(300.0, 1_150.0));
        assert_eq!((sure.value, wide.value), (Some(60.0), Some(60.0)));
        near(sure.low, 50.0, 1.0);
        near(sure.high, 70.0, 1.0);
        near(wide.low, 60.0 * (1.0 - 1.2816 * 0.5 / NINETY_FIVE), 4.0);
        near(wide.high, 60.0 * (1.0 + 1.2816 * 550.0 / 600.0 / NINETY_FIVE), 6.0);
        // 1.2816 standard deviations, of 10 below and of 20 above.
        let unit = NINETY_FIVE;
        let found = span(&[Spread::Around {
            value: 100.0,
            low: 100.0 - 10.0 * unit,
            high: 100.0 + 20.0 * unit,
        }]);
        near(found.low, 100.0 - 10.0 * 1.2816, 0.8);
        near(found.high, 100.0 + 20.0 * 1.2816, 1.6);
        let found = span(&[Spread::Poisson(3.8)]);
        assert_eq!((found.low, found.high), (Some(1.0), Some(6.0)));
    }

    #[test]
    fn bounds_are_taken_at_both_ends_and_never_drawn() {
        let unknown = Spread::Bounds { low: 0.0, high: 1.0 };
        let found = span(&[Spread::Known(20.0), unknown]);
        assert_eq!(found, Span { value: None, low: Some(0.0), high: Some(20.0) });
        let endless = Spread::Bounds { low: 2.0, high: f64::INFINITY };
        assert_eq!(span(&[endless]), Span { value: None, low: Some(2.0), high: None });
        // Nothing of an endless number is nothing.
        assert_eq!(span(&[endless, Spread::Known(0.0)]).high, Some(0.0));
        assert_eq!(endless.times(0.0), Spread::Known(0.0));
    }

    #[test]
    fn a_point_is_refused_when_its_interval_is_too_wide() {
        let span = |low, high| Span { value: Some(10.0), low: Some(low), high: Some(high) };
        assert_eq!(span(5.0, 15.0).refused(0.5).value, Some(10.0));
        assert_eq!(span(4.9, 15.0).refused(0.5).value, None);
        assert_eq!(Span { value: Some(10.0), low: Some(9.0), high: None }.refused(0.5).value, None);
    }
}
