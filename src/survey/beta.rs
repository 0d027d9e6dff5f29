//! The Beta distribution: tail probabilities and quantiles.
//!
//! Regularised incomplete beta by its continued fraction (Abramowitz & Stegun 26.5.8),
//! evaluated by the modified Lentz method; quantiles by bracketed Newton steps.

/// A Beta distribution whose constant is computed once: many of its values are asked for.
///
/// A parameter of zero is the limit: all mass at 0 (`alpha = 0`) or at 1 (`beta = 0`).
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct BetaLaw {
    alpha: f64,
    beta: f64,
    /// Logarithm of the constant that makes the density one.
    ln_constant: f64,
}

impl BetaLaw {
    pub fn new(alpha: f64, beta: f64) -> Self {
        let proper = alpha > 0.0 && beta > 0.0;
        let ln_constant =
            if proper { ln_gamma(alpha + beta) - ln_gamma(alpha) - ln_gamma(beta) } else { 0.0 };
        Self { alpha, beta, ln_constant }
    }

    /// `I_x(alpha, beta) = P(B ≤ x)`.
    pub fn cumulative(&self, x: f64) -> f64 {
        let Self { alpha, beta, .. } = *self;
        if alpha <= 0.0 {
            return 1.0;
        }
        if beta <= 0.0 {
            return if x >= 1.0 { 1.0 } else { 0.0 };
        }
        if x <= 0.0 {
            return 0.0;
        }
        if x >= 1.0 {
            return 1.0;
        }
        self.inside(x, FINE).0
    }

    /// `P(B > cut)`.
    pub fn exceeding(&self, cut: f64) -> f64 {
        (1.0 - self.cumulative(cut)).clamp(0.0, 1.0)
    }

    /// Cumulative probability and density at `0 < x < 1`, both parameters above zero, to a relative
    /// precision.
    fn inside(&self, x: f64, precision: f64) -> (f64, f64) {
        let Self { alpha, beta, ln_constant } = *self;
        let front = (ln_constant + alpha * x.ln() + beta * (1.0 - x).ln()).exp();
        let below = if x < (alpha + 1.0) / (alpha + beta + 2.0) {
            front * continued_fraction(x, alpha, beta, precision) / alpha
        } else {
            1.0 - front * continued_fraction(1.0 - x, beta, alpha, precision) / beta
        };
        (below, front / (x * (1.0 - x)))
    }

    /// The `p`-quantile: Newton's steps from the normal approximation, kept in a bracket that
    /// each of them narrows, with a bisection wherever a step leaves it.
    pub fn quantile(&self, p: f64) -> f64 {
        let Self { alpha, beta, .. } = *self;
        if alpha <= 0.0 {
            return 0.0;
        }
        if beta <= 0.0 {
            return 1.0;
        }
        let sum = alpha + beta;
        let mean = alpha / sum;
        // Near the middle a normal quantile is about 2.5 (p − 0.5) deviations away.
        let spread = (mean * (1.0 - mean) / (sum + 1.0)).sqrt() * 2.5 * (p - 0.5);
        let (mut low, mut high) = (0.0_f64, 1.0_f64);
        let mut x = if (0.0..1.0).contains(&(mean + spread)) { mean + spread } else { mean };
        // The first steps only come near: they are roughly computed, and bracket nothing.
        let mut near = false;
        for step in 0..MOST_STEPS {
            near |= step >= ROUGH_STEPS;
            if x <= 0.0 || x >= 1.0 {
                break;
            }
            let (below, density) = self.inside(x, if near { FINE } else { ROUGH });
            if !near {
                let next = x - (below - p) / density;
                near = !(next > low && next < high) || (next - x).abs() <= ROUGHLY * x;
                x = if next > low && next < high { next } else { x };
                continue;
            }
            if below < p {
                low = x;
            } else {
                high = x;
            }
            let next = x - (below - p) / density;
            // Newton's error is about the square of its last step.
            let (next, enough) = if next > low && next < high {
                (next, NEAR)
            } else {
                (f64::midpoint(low, high), CLOSE)
            };
            let done = (next - x).abs() <= enough * x;
            x = next;
            if done {
                break;
            }
        }
        x
    }
}

/// Relative precision of a probability, and of one on the way to a quantile.
const FINE: f64 = 1e-15;
const ROUGH: f64 = 1e-6;
/// Relative step below which a quantile is near, and steps after which it is taken to be.
const ROUGHLY: f64 = 1e-2;
const ROUGH_STEPS: u32 = 6;
/// Steps of a quantile, at most; about six are taken.
const MOST_STEPS: u32 = 200;
/// Relative step below which a quantile is found, by halving and by Newton's method.
const CLOSE: f64 = 1e-14;
const NEAR: f64 = 1e-10;

/// As [`BetaLaw::cumulative`].
pub fn cumulative(x: f64, alpha: f64, beta: f64) -> f64 {
    BetaLaw::new(alpha, beta).cumulative(x)
}

/// As [`BetaLaw::exceeding`].
pub fn exceeding(cut: f64, alpha: f64, beta: f64) -> f64 {
    BetaLaw::new(alpha, beta).exceeding(cut)
}

/// As [`BetaLaw::quantile`].
pub fn quantile(p: f64, alpha: f64, beta: f64) -> f64 {
    BetaLaw::new(alpha, beta).quantile(p)
}

#[expect(clippy::many_single_char_names, reason = "the letters of the published algorithm")]
fn continued_fraction(x: f64, a: f64, b: f64, precision: f64) -> f64 {
    const TINY: f64 = 1e-300;
    let away = |value: f64| if value.abs() < TINY { TINY } else { value };
    let mut c = 1.0;
    let mut d = 1.0 / away(1.0 - (a + b) * x / (a + 1.0));
    let mut h = d;
    for m in 1..=500_u32 {
        let m = f64::from(m);
        let even = m * (b - m) * x / ((a + 2.0 * m - 1.0) * (a + 2.0 * m));
        d = 1.0 / away(1.0 + even * d);
        c = away(1.0 + even / c);
        h *= d * c;
        let odd = -(a + m) * (a + b + m) * x / ((a + 2.0 * m) * (a + 2.0 * m + 1.0));
        d = 1.0 / away(1.0 + odd * d);
        c = away(1.0 + odd / c);
        let delta = d * c;
        h *= delta;
        if (delta - 1.0).abs() < precision {
            break;
        }
    }
    h
}

/// Natural logarithm of the gamma function, `x > 0` (Lanczos, g = 7, nine terms).
fn ln_gamma(x: f64) -> f64 {
    const COEFFICIENTS: [f64; 8] = [
        676.520_368_121_885_1,
        -1_259.139_216_722_402_8,
        771.323_428_777_653_1,
        -176.615_029_162_140_6,
        12.507_343_278_686_905,
        -0.138_571_095_265_720_12,
        9.984_369_578_019_572e-6,
        1.505_632_735_149_311_6e-7,
    ];
    if x < 0.5 {
        let pi = std::f64::consts::PI;
        return (pi / (pi * x).sin()).ln() - ln_gamma(1.0 - x);
    }
    let x = x - 1.0;
    let mut sum = 0.999_999_999_999_809_9;
    let mut term = 1.0;
    for coefficient in COEFFICIENTS {
        sum += coefficient / (x + term);
        term += 1.0;
    }
    let t = x + 7.5;
    0.5 * (2.0 * std::f64::consts::PI).ln() + (x + 0.5) * t.ln() - t + sum.ln()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn close(found: f64, expected: f64, tolerance: f64) {
        assert!((found - expected).abs() <= tolerance, "{found} is not {expected}");
    }

    #[test]
    fn closed_forms() {
        close(cumulative(0.3, 1.0, 1.0), 0.3, 1e-14);
        close(cumulative(0.3, 2.0, 1.0), 0.3 * 0.3, 1e-14);
        close(cumulative(0.3, 1.0, 3.0), 1.0 - 0.7_f64.powi(3), 1e-14);
        close(cumulative(0.5, 7.25, 7.25), 0.5, 1e-13);
    }

    #[test]
    fn symmetry() {
        for (x, a, b) in [(0.1, 0.4, 9.0), (0.6, 25.2, 9.8), (0.9, 64.0, 10.8)] {
            close(cumulative(x, a, b), 1.0 - cumulative(1.0 - x, b, a), 1e-12);
        }
    }

    /// Seven of twelve, prior 0.45 of strength 10: 0.5227, 80 % interval 0.387–0.658.
    #[test]
    fn published_shrinkage_example() {
        let (alpha, beta) = (7.0 + 10.0 * 0.45, 5.0 + 10.0 * 0.55);
        close(alpha / (alpha + beta), 0.5227, 5e-5);
        close(quantile(0.1, alpha, beta), 0.387, 5e-4);
        close(quantile(0.9, alpha, beta), 0.658, 5e-4);
    }

    /// The second road: bisection, however slow.
    fn bisected(p: f64, alpha: f64, beta: f64) -> f64 {
        let (mut low, mut high) = (0.0_f64, 1.0_f64);
        for _ in 0..80 {
            let middle = f64::midpoint(low, high);
            if cumulative(middle, alpha, beta) < p {
                low = middle;
            } else {
                high = middle;
            }
        }
        f64::midpoint(low, high)
    }

    proptest::proptest! {
        #[test]
        fn quantiles_are_those_of_bisection(
            p in 0.001_f64..0.999,
            alpha in 0.02_f64..4_000.0,
            beta in 0.02_f64..4_000.0,
        ) {
            let (found, expected) = (quantile(p, alpha, beta), bisected(p, alpha, beta));
            let apart = (found - expected).abs();
            proptest::prop_assert!(apart <= 1e-9, "{found} is not {expected}");
        }
    }

    #[test]
    fn degenerate_masses() {
        close(exceeding(0.57, 3.0, 0.0), 1.0, 0.0);
        close(exceeding(0.57, 0.0, 3.0), 0.0, 0.0);
        close(quantile(0.1, 3.0, 0.0), 1.0, 0.0);
    }
}
