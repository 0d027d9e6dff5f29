//! Intervals of shares and totals, and the refusal to publish a value they do not support.
//!
//! None holds non-response bias: whoever shows one must say so. Measured coverage of each is in
//! [`crate::survey::coverage`].

use crate::survey::beta;
use crate::survey::diagnostics::{count, spread};
use crate::survey::estimate::{Estimate, Sample};
use crate::survey::student::{normal, student};

/// A two-sided interval; `level` 0–1.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Interval {
    pub low: f64,
    pub high: f64,
    pub level: f64,
}

impl Interval {
    pub fn half_width(&self) -> f64 {
        (self.high - self.low) / 2.0
    }

    pub fn contains(&self, value: f64) -> bool {
        self.low <= value && value <= self.high
    }
}

/// `n(N − 1)/(N − n)`: the size that would tell as much of an endless population.
///
/// Infinite when everyone answered.
pub fn endless_size(n: f64, population: f64) -> f64 {
    if population > n { n * ((population - 1.0) / (population - n)) } else { f64::INFINITY }
}

/// Score interval of a share `p` seen on `n` answers (Wilson, JASA 1927), `n` possibly not whole.
///
/// `z` is the normal or Student quantile; an infinite `n` gives the point `p`.
pub fn wilson(p: f64, n: f64, z: f64, level: f64) -> Interval {
    if n.is_infinite() {
        return Interval { low: p, high: p, level };
    }
    let square = z * z / n;
    let centre = (p + square / 2.0) / (1.0 + square);
    let half = z / (1.0 + square) * (p * (1.0 - p) / n + square / (4.0 * n)).sqrt();
    // At p = 0 and p = 1 the bound is exact; rounding would put it a hair inside.
    let low = if p <= 0.0 { 0.0 } else { (centre - half).max(0.0) };
    let high = if p >= 1.0 { 1.0 } else { (centre + half).min(1.0) };
    Interval { low, high, level }
}

/// Wilson interval of `yes` out of `n` answers drawn from `population`; `None` without answers.
pub fn share(yes: usize, n: usize, population: f64, level: f64) -> Option<Interval> {
    if n == 0 || yes > n {
        return None;
    }
    let size = endless_size(count(n), population);
    Some(wilson(count(yes) / count(n), size, normal(f64::midpoint(1.0, level)), level))
}

/// The size of an endless population's sample without weights that would tell as much: Kish's, less
/// the blanks, corrected for the population of the domain. `None` without anyone in the domain.
pub fn effective_size(
    sample: &Sample<'_>,
    estimate: &Estimate,
    domain: Option<&[bool]>,
) -> Option<f64> {
    let weights: Vec<f64> = sample
        .weights
        .iter()
        .enumerate()
        .filter(|(unit, _)| domain.is_none_or(|d| d.get(*unit).copied().unwrap_or(false)))
        .map(|(_, w)| *w)
        .collect();
    // Blanks reduce the number of answers, not the population of the domain.
    let answered = count(estimate.n) / count(estimate.base.max(1));
    let kish = spread(&weights)?.n_effective * answered;
    Some(endless_size(kish, weights.iter().sum()))
}

/// Wilson interval of a weighted share, from [`crate::survey::estimate::share`] on the same domain.
///
/// The effective size is the lesser of `p(1 − p)/SE²` (Korn and Graubard, “Analysis of health
/// surveys”, 1999), which holds strata and correction but is erratic on few answers, and of Kish's,
/// corrected for the population. With both precautions the normal quantile covers enough;
/// Student's would add a quarter to the width on small basins.
pub fn weighted_share(
    sample: &Sample<'_>,
    estimate: &Estimate,
    domain: Option<&[bool]>,
    level: f64,
) -> Option<Interval> {
    let p = estimate.value;
    let size = effective_size(sample, estimate, domain)?;
    let error = estimate.standard_error;
    let of_design = if error > 0.0 { p * (1.0 - p) / (error * error) } else { size };
    let z = normal(f64::midpoint(1.0, level));
    Some(wilson(p, size.min(of_design), z, level))
}

/// Beyond this ratio of bound to value, [`positive`] gives no interval.
pub const WIDEST_FACTOR: f64 = 20.0;

/// An error below this share of the figure is that of arithmetic: the answers did not differ.
const NO_SPREAD: f64 = 1e-9;

/// Interval of a positive figure: Student, on the logarithm of its uncertain part.
///
/// The total of a few large employers is skewed: samples that miss them have both a small total and
/// a small standard error. On the log scale the upper arm is longer. What fully observed strata
/// hold has no error and stays out; the result is never under `least`, what respondents themselves
/// hold (0 for a mean). `None` when nothing but zeros was seen, or when the upper end would be more
/// than [`WIDEST_FACTOR`] times the uncertain part: a dozen answers that say nothing of a total.
pub fn positive(estimate: &Estimate, least: f64, level: f64) -> Option<Interval> {
    let value = estimate.value;
    if estimate.degrees <= 0.0 {
        return Some(Interval { low: value, high: value, level });
    }
    let part = value - estimate.certain;
    // Answers that all fit the margins leave an error of nothing but rounding.
    if part <= 0.0 || estimate.standard_error <= NO_SPREAD * part {
        return None;
    }
    let factor = (quantile(level, estimate.degrees) * estimate.standard_error / part).exp();
    if factor > WIDEST_FACTOR {
        return None;
    }
    let low = (estimate.certain + part / factor).max(least.min(value));
    Some(Interval { low, high: estimate.certain + part * factor, level })
}

/// `value ± t·SE`, for figures of either sign.
pub fn symmetric(estimate: &Estimate, level: f64) -> Interval {
    let half = quantile(level, estimate.degrees) * estimate.standard_error;
    Interval { low: estimate.value - half, high: estimate.value + half, level }
}

fn quantile(level: f64, degrees: f64) -> f64 {
    student(f64::midpoint(1.0, level), degrees.max(1.0))
}

/// A share drawn towards a known one: Beta posterior.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Posterior {
    pub alpha: f64,
    pub beta: f64,
}

impl Posterior {
    /// From `yes` of `n` (effective numbers are welcome), prior share `prior` worth `strength` answers.
    ///
    /// `None` when the numbers are not those of a share.
    pub fn new(yes: f64, n: f64, prior: f64, strength: f64) -> Option<Self> {
        let sound = 0.0 <= yes && yes <= n && (0.0..=1.0).contains(&prior) && strength >= 0.0;
        if !sound || n + strength <= 0.0 {
            return None;
        }
        let (alpha, beta) = (yes + strength * prior, n - yes + strength * (1.0 - prior));
        Some(Self { alpha, beta })
    }

    pub fn mean(&self) -> f64 {
        self.alpha / (self.alpha + self.beta)
    }

    /// Central interval.
    pub fn interval(&self, level: f64) -> Interval {
        let tail = (1.0 - level) / 2.0;
        let low = beta::quantile(tail, self.alpha, self.beta);
        Interval { low, high: beta::quantile(1.0 - tail, self.alpha, self.beta), level }
    }

    /// `P(share > cut)`.
    pub fn exceeding(&self, cut: f64) -> f64 {
        beta::exceeding(cut, self.alpha, self.beta)
    }
}

/// Fewest answers a figure may rest on.
pub const LEAST_ANSWERS: usize = 3;
/// Widest half of the 80 % interval, relative to the value.
pub const WIDEST: f64 = 0.5;

/// Why a figure is shown without its value.
#[derive(Debug, Clone, Copy, PartialEq, thiserror::Error)]
pub enum Refusal {
    #[error("{n} answers, {least} needed")]
    TooFew { n: usize, least: usize },
    /// Only zeros, or answers too scattered: no interval can be read.
    #[error("no interval")]
    NoInterval,
    /// Half of the 80 % interval, relative to the value (infinite for a value of 0).
    #[error("half-width is {relative} of the value, {widest} accepted")]
    TooWide { relative: f64, widest: f64, interval: Interval },
}

/// The value if its 80 % interval supports it (method.md §6.1).
///
/// # Errors
/// A [`Refusal`]; the interval alone may still be shown with [`Refusal::TooWide`].
pub fn publish(estimate: &Estimate, interval: Option<Interval>) -> Result<f64, Refusal> {
    if estimate.n < LEAST_ANSWERS {
        return Err(Refusal::TooFew { n: estimate.n, least: LEAST_ANSWERS });
    }
    let interval = interval.ok_or(Refusal::NoInterval)?;
    let half = interval.half_width();
    let relative = if half > 0.0 { half / estimate.value.abs() } else { 0.0 };
    if relative > WIDEST {
        return Err(Refusal::TooWide { relative, widest: WIDEST, interval });
    }
    Ok(estimate.value)
}

#[cfg(test)]
mod tests;
