//! Numbers as places on an axis, and the round numbers written beside it.

/// Numbers between two ends, drawn between two places.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Scale {
    low: f64,
    high: f64,
    from: f32,
    to: f32,
    log: bool,
}

impl Scale {
    /// Equal steps for equal differences. Ends that are the same, or no numbers, are set apart.
    pub fn linear((low, high): (f64, f64), (from, to): (f32, f32)) -> Self {
        let known = low.is_finite() && high.is_finite();
        let (low, high) = if known && high > low { (low, high) } else { (low, low + 1.0) };
        let (low, high) = if known { (low, high) } else { (0.0, 1.0) };
        Self { low, high, from, to, log: false }
    }

    /// Ends at round numbers around what is drawn, in about so many steps.
    pub fn round((low, high): (f64, f64), places: (f32, f32), steps: u32) -> Self {
        let step = step(high - low, steps);
        Self::linear(((low / step).floor() * step, (high / step).ceil() * step), places)
    }

    /// Equal steps for equal ratios, of numbers of at least one.
    pub fn logarithmic((low, high): (f64, f64), places: (f32, f32)) -> Self {
        let (low, high) = (low.max(1.0), high.max(2.0));
        let low = if low < high { low } else { high / 2.0 };
        Self { log: true, ..Self::linear((low, high), places) }
    }

    pub const fn ends(&self) -> (f64, f64) {
        (self.low, self.high)
    }

    /// Where a number is drawn; at an end where it is beyond it.
    pub fn at(&self, value: f64) -> f32 {
        let value = value.clamp(self.low, self.high);
        let part = if self.log {
            (value / self.low).ln() / (self.high / self.low).ln()
        } else {
            (value - self.low) / (self.high - self.low)
        };
        #[expect(clippy::cast_possible_truncation, reason = "places on a page")]
        let part = part as f32;
        self.from + (self.to - self.from) * part
    }

    /// Round numbers between the ends, in about so many steps.
    pub fn ticks(&self, steps: u32) -> Vec<f64> {
        if self.log {
            let decades = (0..9).map(|power| 10_f64.powi(power));
            let all = decades.flat_map(|decade| [1.0, 2.0, 5.0].map(|step| step * decade));
            return all.filter(|tick| (self.low..=self.high).contains(tick)).collect();
        }
        let step = step(self.high - self.low, steps);
        let first = (self.low / step - 1e-9).ceil();
        (0..=4 * steps)
            .map(|place| (first + f64::from(place)) * step)
            .take_while(|tick| *tick <= self.high + step * 1e-9)
            // −0 reads otherwise.
            .map(|tick| tick + 0.0)
            .collect()
    }
}

/// 1, 2 or 5 times a power of ten.
fn step(width: f64, steps: u32) -> f64 {
    let wanted = width / f64::from(steps.max(1));
    if !(wanted.is_finite() && wanted > 0.0) {
        return 1.0;
    }
    let decade = 10_f64.powf(wanted.log10().floor());
    let round = [1.0, 2.0, 5.0].into_iter().find(|round| round * decade >= wanted * (1.0 - 1e-9));
    decade * round.unwrap_or(10.0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn ticks_are_round() {
        let check = |ends, steps, expect: &[f64]| {
            let found = Scale::linear(ends, (0.0, 1.0)).ticks(steps);
            assert_eq!(found.len(), expect.len(), "{found:?}");
            assert!(found.iter().zip(expect).all(|(a, b)| (a - b).abs() < 1e-9), "{found:?}");
        };
        check((0.0, 1.0), 5, &[0.0, 0.2, 0.4, 0.6, 0.8, 1.0]);
        check((-30.0, 80.0), 6, &[-20.0, 0.0, 20.0, 40.0, 60.0, 80.0]);
        check((0.31, 0.74), 5, &[0.4, 0.5, 0.6, 0.7]);
        check((3.0, 3.0), 4, &[3.0, 3.5, 4.0]);
        check((f64::NAN, 1.0), 2, &[0.0, 0.5, 1.0]);
        let log = Scale::logarithmic((3.0, 120.0), (0.0, 1.0));
        assert_eq!(log.ticks(5), [5.0, 10.0, 20.0, 50.0, 100.0]);
        assert_eq!(Scale::round((-7.0, 43.0), (0.0, 1.0), 6).ends(), (-10.0, 50.0));
    }

    proptest! {
        /// Greater numbers are never drawn before, and nothing is drawn beyond the ends.
        #[test]
        fn places_follow_numbers(a in -1e6..1e6_f64, b in -1e6..1e6_f64, c in -1e6..1e6_f64, log: bool) {
            let places = (10.0, 90.0);
            let scale = if log {
                Scale::logarithmic((a.min(b), a.max(b)), places)
            } else {
                Scale::linear((a.min(b), a.max(b)), places)
            };
            let (first, second) = (scale.at(a.min(c)), scale.at(a.max(c)));
            prop_assert!(first <= second && first >= 10.0 && second <= 90.0001);
            prop_assert!(scale.ticks(6).len() <= 27);
        }
    }
}
