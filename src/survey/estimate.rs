//! Estimates of a stratified design without replacement, with linearised standard errors.
//!
//! Sources: Cochran, “Sampling techniques”, 1977, chapters 5 and 6; Särndal, Swensson and Wretman,
//! 1992, for linearisation and domains; Deville and Särndal, 1992, for calibrated weights. What it
//! refuses: to read non-response bias, which no standard error holds.

use crate::survey::design::Design;
use crate::survey::diagnostics::count;
use crate::survey::margins::Margins;

/// A design with its final weights; `margins` when these were calibrated.
#[derive(Debug, Clone, Copy)]
pub struct Sample<'a> {
    pub design: &'a Design,
    pub weights: &'a [f64],
    pub margins: Option<&'a Margins>,
}

/// A figure and what it rests on.
#[derive(Debug, Clone, PartialEq)]
pub struct Estimate {
    pub value: f64,
    /// The same figure among respondents as they came, without weights.
    pub unweighted: f64,
    /// Answers the figure rests on.
    pub n: usize,
    /// Respondents concerned by the question, answered or not.
    pub base: usize,
    pub standard_error: f64,
    /// Satterthwaite degrees of freedom of the standard error.
    pub degrees: f64,
    /// Part of `value` from strata observed in full: it has no sampling error.
    pub certain: f64,
}

/// Weighted total of `values` over `domain` (all when `None`).
///
/// A respondent that left the question blank is given the mean of the others of the domain: it is
/// unknown, not zero. `None` without any answer.
pub fn total(
    sample: &Sample<'_>,
    values: &[Option<f64>],
    domain: Option<&[bool]>,
) -> Option<Estimate> {
    let ones: Vec<Option<f64>> = values.iter().map(|_| Some(1.0)).collect();
    let cells = Cells::new(sample, values, &ones, domain)?;
    let mean = cells.y / cells.x;
    let blow = cells.all / cells.x;
    let parts = cells.parts.iter();
    let scores: Vec<f64> = parts
        .map(|part| match (part.concerned, part.answer) {
            (false, _) => 0.0,
            (true, None) => mean,
            (true, Some((y, _))) => mean + blow * (y - mean),
        })
        .collect();
    let unweighted = cells.raw_y / count(cells.n) * count(cells.base);
    let mut found = cells.estimate(sample, mean * cells.all, unweighted, &scores);
    found.certain = certain(sample, &scores);
    Some(found)
}

/// `Σ w·numerator / Σ w·denominator` over the units of `domain` where both are known.
///
/// `None` without such a unit or with a denominator of 0.
pub fn ratio(
    sample: &Sample<'_>,
    numerator: &[Option<f64>],
    denominator: &[Option<f64>],
    domain: Option<&[bool]>,
) -> Option<Estimate> {
    let cells = Cells::new(sample, numerator, denominator, domain)?;
    let value = cells.y / cells.x;
    let parts = cells.parts.iter();
    let scores: Vec<f64> = parts
        .map(|part| match part.answer {
            Some((y, x)) if part.concerned => (y - value * x) / cells.x,
            _ => 0.0,
        })
        .collect();
    Some(cells.estimate(sample, value, cells.raw_y / cells.raw_x, &scores))
}

/// Weighted mean per establishment; `None` without any answer.
pub fn mean(
    sample: &Sample<'_>,
    values: &[Option<f64>],
    domain: Option<&[bool]>,
) -> Option<Estimate> {
    let ones: Vec<Option<f64>> = values.iter().map(|_| Some(1.0)).collect();
    let mut found = ratio(sample, values, &ones, domain)?;
    // The number of establishments is known only of the whole, with every answer there.
    if domain.is_none() && found.n == found.base {
        let known: Vec<f64> = values.iter().copied().flatten().collect();
        found.certain = certain(sample, &known) / sample.weights.iter().sum::<f64>();
    }
    Some(found)
}

/// Weighted share, 0–1, of the establishments that answer yes among those that answer.
pub fn share(
    sample: &Sample<'_>,
    answers: &[Option<bool>],
    domain: Option<&[bool]>,
) -> Option<Estimate> {
    let values: Vec<Option<f64>> =
        answers.iter().map(|a| a.map(|yes| if yes { 1.0 } else { 0.0 })).collect();
    mean(sample, &values, domain)
}

struct Part {
    concerned: bool,
    answer: Option<(f64, f64)>,
}

struct Cells {
    parts: Vec<Part>,
    y: f64,
    x: f64,
    raw_y: f64,
    raw_x: f64,
    /// Weights of everyone concerned, answered or not.
    all: f64,
    n: usize,
    base: usize,
}

impl Cells {
    fn new(
        sample: &Sample<'_>,
        y: &[Option<f64>],
        x: &[Option<f64>],
        domain: Option<&[bool]>,
    ) -> Option<Self> {
        let mut cells = Self {
            parts: Vec::with_capacity(y.len()),
            y: 0.0,
            x: 0.0,
            raw_y: 0.0,
            raw_x: 0.0,
            all: 0.0,
            n: 0,
            base: 0,
        };
        for (index, ((y, x), weight)) in y.iter().zip(x).zip(sample.weights).enumerate() {
            let concerned = domain.is_none_or(|d| d.get(index).copied().unwrap_or(false));
            let answer = y.zip(*x);
            cells.parts.push(Part { concerned, answer });
            if !concerned {
                continue;
            }
            cells.base += 1;
            cells.all += weight;
            if let Some((y, x)) = answer {
                cells.n += 1;
                cells.y += weight * y;
                cells.x += weight * x;
                cells.raw_y += y;
                cells.raw_x += x;
            }
        }
        (cells.n > 0 && cells.x != 0.0).then_some(cells)
    }

    fn estimate(
        &self,
        sample: &Sample<'_>,
        value: f64,
        unweighted: f64,
        scores: &[f64],
    ) -> Estimate {
        let (variance, degrees) = variance(sample, scores);
        Estimate {
            value,
            unweighted,
            n: self.n,
            base: self.base,
            standard_error: variance.sqrt(),
            degrees,
            certain: 0.0,
        }
    }
}

fn certain(sample: &Sample<'_>, scores: &[f64]) -> f64 {
    let unobserved = sample.design.unobserved();
    let strata = sample.design.stratum_of_unit();
    let of = |h: &usize| unobserved.get(*h).copied().unwrap_or(1.0);
    let triples = scores.iter().zip(sample.weights).zip(strata);
    triples.filter(|(_, h)| of(h) <= 0.0).map(|((z, w), _)| z * w).sum()
}

/// Variance of `Σ w·score` and its degrees of freedom.
///
/// `Σ_h (1 − f_h) n_h/(n_h − 1) Σ (w e − mean)²`, where `e` is the score, or its residual on the
/// margins when the weights were calibrated. A lonely respondent is compared with the mean of all
/// (Lumley, “Complex surveys”, 2010, option “adjust”).
///
/// Degrees are the lesser of Satterthwaite's, which suppose normal answers, and `2V²/var(V)` with
/// the variance of `V` read from the squares themselves: a few large employers make `V` uncertain.
/// They are 0 when everything was observed.
pub fn variance(sample: &Sample<'_>, scores: &[f64]) -> (f64, f64) {
    let residuals = sample.margins.map(|m| m.residuals(scores, sample.weights));
    let used = residuals.as_deref().unwrap_or(scores);
    let strata = sample.design.stratum_of_unit();
    let weighted: Vec<f64> = used.iter().zip(sample.weights).map(|(z, w)| z * w).collect();
    let sizes = sample.design.respondents();
    let add = |values: &[f64]| {
        let mut sums = vec![0.0; sizes.len()];
        for (value, h) in values.iter().zip(strata) {
            if let Some(sum) = sums.get_mut(*h) {
                *sum += value;
            }
        }
        sums
    };
    let overall = weighted.iter().sum::<f64>() / count(weighted.len().max(1));
    let sums = add(&weighted);
    let centres: Vec<f64> = sums
        .iter()
        .zip(sizes)
        .map(|(sum, n)| if *n > 1 { sum / count(*n) } else { overall })
        .collect();
    let centre = |h: &usize| centres.get(*h).copied().unwrap_or(overall);
    let squares: Vec<f64> =
        weighted.iter().zip(strata).map(|(value, h)| (value - centre(h)).powi(2)).collect();
    let fourths: Vec<f64> = squares.iter().map(|s| s * s).collect();
    let strata = add(&squares).into_iter().zip(add(&fourths)).zip(sizes);
    let (mut variance, mut normal, mut observed, mut most) = (0.0, 0.0, 0.0, 0.0);
    for (((square, fourth), n), left) in strata.zip(sample.design.unobserved()) {
        if *n == 0 || left <= 0.0 {
            continue;
        }
        let (n, free) = (count(*n), count(n.saturating_sub(1).max(1)));
        let factor = left * n / free;
        variance += factor * square;
        normal += (factor * square).powi(2) / free;
        observed += factor * factor * n * (fourth - square * square / n).max(0.0) / free;
        most += free;
    }
    let ratio = |by: f64| if by > 0.0 { variance * variance / by } else { f64::INFINITY };
    (variance, ratio(normal).min(2.0 * ratio(observed)).min(most))
}

#[cfg(test)]
mod tests;
