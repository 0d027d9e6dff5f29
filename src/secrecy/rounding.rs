//! Figures rounded to what they are worth: a unit of the series 1, 2, 5, 10… that their sampling
//! error does not tell from nothing.
//!
//! An estimate printed to fifteen digits tells nobody more of the basin, and gives away what
//! respondents answered: their weights are known to anyone who holds the register. Bounds are
//! rounded outwards, so that an interval covers at least what it covered.

use crate::model::Value;

/// A unit to round to: 1, 2 or 5 times a power of ten.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Step {
    /// 1, 2 or 5.
    digit: u8,
    /// Of ten.
    power: i32,
}

/// What a quotient may miss a whole number by.
const NOTHING: f64 = 1e-9;

impl Step {
    /// Whole numbers: jobs, projects, departures.
    pub const ONE: Self = Self { digit: 1, power: 0 };
    pub const TENTH: Self = Self { digit: 1, power: -1 };
    /// A tenth of a point of a share.
    pub const TENTH_OF_POINT: Self = Self { digit: 1, power: -3 };
    /// One point of a share.
    pub const POINT: Self = Self { digit: 1, power: -2 };

    /// The largest of the series within `most`, but never below `least`.
    pub fn within(most: f64, least: Self) -> Self {
        let mut step = least;
        while most.is_finite() && step.next().size() <= most {
            step = step.next();
        }
        step
    }

    /// Half of a standard error: the unit of a figure with that error.
    pub fn of_error(error: f64, least: Self) -> Self {
        Self::within(error / 2.0, least)
    }

    /// The next one of the series.
    #[must_use]
    pub const fn next(self) -> Self {
        match self.digit {
            1 => Self { digit: 2, ..self },
            2 => Self { digit: 5, ..self },
            _ => Self { digit: 1, power: self.power + 1 },
        }
    }

    pub fn size(self) -> f64 {
        self.times(1.0)
    }

    /// Whole numbers of steps, exact to the last digit that is printed.
    fn times(self, count: f64) -> f64 {
        let tens = 10.0_f64.powi(self.power.abs());
        let units = count * f64::from(self.digit);
        if self.power < 0 { units / tens } else { units * tens }
    }

    fn count(self, value: f64) -> f64 {
        value / self.size()
    }

    /// The nearest multiple, half away from zero.
    pub fn nearest(self, value: f64) -> f64 {
        self.times(self.count(value).round()) + 0.0
    }

    /// The multiple below.
    pub fn below(self, value: f64) -> f64 {
        self.times((self.count(value) + NOTHING).floor()) + 0.0
    }

    /// The multiple above.
    pub fn above(self, value: f64) -> f64 {
        self.times((self.count(value) - NOTHING).ceil()) + 0.0
    }

    /// A figure with its bounds; `most` is what it can be at most, 1 for a share.
    pub fn round(self, value: Value, most: f64) -> Value {
        let (down, up) = (|low: f64| self.below(low), |high: f64| self.above(high).min(most));
        match value {
            Value::Exact(value) => Value::Exact(self.nearest(value)),
            Value::Interval { value, low, high } => {
                Value::Interval { value: self.nearest(value), low: down(low), high: up(high) }
            }
            Value::RangeOnly { low, high } => Value::RangeOnly { low: down(low), high: up(high) },
            Value::Masked { low, high } => Value::Masked { low: down(low), high: up(high) },
            Value::Unknown => Value::Unknown,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_unit_is_half_of_the_error_at_most() {
        let check = |error: f64, least: Step, expect: f64| {
            assert!((Step::of_error(error, least).size() - expect).abs() < 1e-12, "{error}");
        };
        check(0.3, Step::ONE, 1.0);
        check(3.9, Step::ONE, 1.0);
        check(4.0, Step::ONE, 2.0);
        check(9.99, Step::ONE, 2.0);
        check(10.0, Step::ONE, 5.0);
        check(45.0, Step::ONE, 20.0);
        check(0.05, Step::POINT, 0.02);
        check(0.0, Step::POINT, 0.01);
        check(f64::NAN, Step::ONE, 1.0);
    }

    #[test]
    fn bounds_are_rounded_outwards_and_no_digit_is_left() {
        let step = Step::of_error(0.041, Step::POINT);
        let rounded = step.round(Value::Interval { value: 0.291, low: 0.131, high: 0.999 }, 1.0);
        assert_eq!(rounded, Value::Interval { value: 0.3, low: 0.12, high: 1.0 });
        let step = Step::within(50.0, Step::ONE);
        let rounded = step.round(Value::Interval { value: 1234.5, low: 999.0, high: 1501.0 }, 1e9);
        assert_eq!(rounded, Value::Interval { value: 1250.0, low: 950.0, high: 1550.0 });
        assert_eq!(
            step.round(Value::RangeOnly { low: 100.0, high: 150.0 }, 1e9),
            Value::RangeOnly { low: 100.0, high: 150.0 }
        );
        assert_eq!(Step::POINT.nearest(0.1 + 0.2).to_string(), "0.3");
    }
}
