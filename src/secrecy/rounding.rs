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

/// How a weighted figure is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Precision {
    /// With its interval.
    Point(Step),
    /// The interval alone.
    Range(Step),
    Hidden,
}

/// What is known of a number: it is between these.
pub type Room = (f64, f64);

/// Of ten: beyond, a figure is none.
const MOST_POWER: i32 = 15;

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

    /// The coarsest unit of a share: with a coarser one it would be none, half or all.
    pub const FIFTH: Self = Self { digit: 2, power: -1 };

    /// `None` for what is not of the series, or beyond all figures.
    pub fn new(digit: u8, power: i32) -> Option<Self> {
        (matches!(digit, 1 | 2 | 5) && power.unsigned_abs() <= MOST_POWER.unsigned_abs())
            .then_some(Self { digit, power })
    }

    /// Digit and power of ten.
    pub const fn parts(self) -> (u8, i32) {
        (self.digit, self.power)
    }

    /// The largest of the series within `most`, but never below `least`.
    pub fn within(most: f64, least: Self) -> Self {
        let mut step = least;
        while most.is_finite() && step.next() != step && step.next().size() <= most {
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
            _ if self.power == MOST_POWER => self,
            _ => Self { digit: 1, power: self.power + 1 },
        }
    }

    /// The units that a share may be rounded to, the first one that its `error` allows: beyond one
    /// point never so coarse that some would be none, or all, nor that a half way between two would
    /// be told by where both it and its rest go.
    pub fn of_share(share: f64, error: f64) -> Vec<Self> {
        let inside = share > 0.0 && share < 1.0;
        let tells = |step: &Self| {
            let shown = step.nearest(share);
            let is_half_way = (step.count(share).fract() - 0.5).abs() < NOTHING;
            *step == Self::POINT || !inside || (shown > 0.0 && shown < 1.0 && !is_half_way)
        };
        let all = std::iter::successors(Some(Self::POINT), |step| Some(step.next()));
        let all = all.take_while(|step| step.size() <= Self::FIFTH.size());
        let telling: Vec<Self> = all.filter(tells).collect();
        let least = Self::of_error(error, Self::POINT).size();
        let first = telling.iter().position(|step| step.size() >= least);
        // Where its error would make it none or all, the coarsest that does not.
        let first = first.unwrap_or(telling.len().saturating_sub(1));
        telling.into_iter().skip(first).collect()
    }

    /// Where a number is that was rounded to the nearest `shown`.
    pub fn around(self, value: f64) -> Room {
        let shown = self.nearest(value);
        (shown - self.size() / 2.0, shown + self.size() / 2.0)
    }

    /// Where both ends of an interval are that were rounded outwards; `most` as in [`Self::round`].
    pub fn ends(self, (low, high): (f64, f64), most: f64) -> (Room, Room) {
        let (down, up) = (self.below(low), self.above(high));
        ((down, down + self.size()), ((up - self.size()).max(0.0), up.min(most)))
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

    /// A figure with its bounds; `most` is what it can be at most, 1 for a share. Bounds alone that
    /// leave all it can be say nothing.
    pub fn round(self, value: Value, most: f64) -> Value {
        let (down, up) = (|low: f64| self.below(low), |high: f64| self.above(high).min(most));
        match value {
            Value::Exact(value) => Value::Exact(self.nearest(value)),
            Value::Interval { value, low, high } => {
                Value::Interval { value: self.nearest(value), low: down(low), high: up(high) }
            }
            Value::RangeOnly { low, high } => match (down(low), up(high)) {
                (low, high) if low <= 0.0 && high >= most => Value::Unknown,
                (low, high) => Value::RangeOnly { low, high },
            },
            Value::Masked { low, high } => Value::Masked { low: down(low), high: up(high) },
            Value::Unknown => Value::Unknown,
        }
    }
}

/// Where the middle is of an interval that is even on a logarithmic scale around `certain`, the
/// part without error, whose ends are within these rooms.
pub fn middle((low, high): (Room, Room), certain: f64) -> Room {
    let of = |low: f64, high: f64| {
        certain + ((low - certain).max(0.0) * (high - certain).max(0.0)).sqrt()
    };
    (of(low.0, high.0), of(low.1, high.1))
}

/// Where the share is of an interval as it is rounded: by its middle, since Wilson's interval is even
/// in log-odds, and by each of its ends, since the weights tell how many answers it is worth. `q` is
/// z² over that number: `(p − x)² = q x (1 − x)` at both ends.
pub fn share_between(value: f64, (low, high): (f64, f64), (of_low, of_high): (Room, Room)) -> Room {
    let q = if low > 0.0 && low < 1.0 {
        (value - low).powi(2) / (low * (1.0 - low))
    } else if high > 0.0 && high < 1.0 {
        (high - value).powi(2) / (high * (1.0 - high))
    } else {
        return middle_of_share((of_low, of_high));
    };
    let arm = |end: f64| (q * end.clamp(0.0, 1.0) * (1.0 - end.clamp(0.0, 1.0))).sqrt();
    let room = |end: Room, by: f64| {
        let of = |end: f64| (end + by * arm(end)).clamp(0.0, 1.0);
        (of(end.0).min(of(end.1)), of(end.0).max(of(end.1)))
    };
    let ends = both(room(of_low, 1.0), room(of_high, -1.0));
    both(middle_of_share((of_low, of_high)), ends)
}

/// Where the share is whose interval has its ends within these rooms.
fn middle_of_share((low, high): (Room, Room)) -> Room {
    let of = |low: f64, high: f64| {
        let (low, high) = (low.clamp(0.0, 1.0), high.clamp(0.0, 1.0));
        let (yes, no) = ((low * high).sqrt(), ((1.0 - low) * (1.0 - high)).sqrt());
        // Of 0 to 1 the middle is anything.
        if yes + no > 0.0 { Some(yes / (yes + no)) } else { None }
    };
    (of(low.0, high.0).unwrap_or(0.0), of(low.1, high.1).unwrap_or(1.0))
}

/// What both tell; the first alone where they have nothing in common.
pub fn both(one: Room, other: Room) -> Room {
    let room = (one.0.max(other.0), one.1.min(other.1));
    if room.0 <= room.1 { room } else { one }
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
        let wide = Value::RangeOnly { low: 0.004, high: 0.997 };
        assert_eq!(Step::POINT.round(wide, 1.0), Value::Unknown);
        assert_eq!(Step::POINT.nearest(0.1 + 0.2).to_string(), "0.3");
    }

    #[test]
    fn a_share_is_never_rounded_to_none_or_all() {
        let check = |share: f64, error: f64, expect: &[f64]| {
            let found: Vec<f64> =
                Step::of_share(share, error).into_iter().map(Step::size).collect();
            assert_eq!(found, expect, "{share} {error}");
        };
        check(0.48, 0.0, &[0.01, 0.02, 0.05, 0.1, 0.2]);
        // Half way between 40 and 60 %, and so is its rest.
        check(0.5, 0.0, &[0.01, 0.02, 0.05, 0.1]);
        check(0.8, 0.2, &[0.1, 0.2]);
        check(0.43, 0.9, &[0.2]);
        check(0.96, 0.2, &[0.05]);
        check(0.04, 0.3, &[0.05]);
        check(0.999, 0.3, &[0.01]);
        check(1.0, 0.2, &[0.1, 0.2]);
        check(0.0, f64::NAN, &[0.01, 0.02, 0.05, 0.1, 0.2]);
    }

    #[test]
    fn the_middle_of_rounded_bounds_is_where_the_figure_is() {
        for (share, n) in [(0.43, 12.0), (0.02, 40.0), (0.97, 9.0), (0.5, 5.0)] {
            // Wilson's interval: (p − x)² = z² x (1 − x) / n at both ends.
            let square = 1.96_f64.powi(2) / n;
            let centre = (share + square / 2.0) / (1.0 + square);
            let half = (share * (1.0 - share) * square + square * square / 4.0).sqrt();
            let half = half / (1.0 + square);
            let (low, high) = (centre - half, centre + half);
            let exact = middle_of_share(((low, low), (high, high)));
            assert!((exact.0 - share).abs() < 1e-9 && (exact.1 - share).abs() < 1e-9, "{exact:?}");
            let room = middle_of_share(Step::POINT.ends((low, high), 1.0));
            assert!(room.0 <= share && share <= room.1, "{room:?}");
        }
        for (value, certain) in [(435.0, 0.0), (435.0, 208.0), (12.5, 12.0)] {
            let part = value - certain;
            let (low, high) = (certain + part / 1.7, certain + part * 1.7);
            let exact = middle(((low, low), (high, high)), certain);
            assert!((exact.0 - value).abs() < 1e-9 && (exact.1 - value).abs() < 1e-9, "{exact:?}");
            let room = middle(Step::ONE.ends((low, high), f64::INFINITY), certain);
            assert!(room.0 <= value && value <= room.1, "{room:?}");
        }
        assert_eq!(middle_of_share(((0.0, 0.2), (0.8, 1.0))), (0.0, 1.0));
        // 22 % (8 % to 48 %) of some eleven answers: the ends say more than the middle.
        let (share, low, high) = (0.2295, 0.0817, 0.4762);
        let ends = Step::new(2, -2).unwrap().ends((low, high), 1.0);
        let (whole, middle) = (share_between(share, (low, high), ends), middle_of_share(ends));
        assert!(whole.0 <= share && share <= whole.1, "{whole:?}");
        assert!(whole.1 - whole.0 < 0.8 * (middle.1 - middle.0), "{whole:?} {middle:?}");
    }
}
