//! Calibration of weights on margins (Deville and Särndal, “Calibration estimators in survey
//! sampling”, JASA 1992; Insee's Calmar 2).
//!
//! Weights `w = d·F(x'λ)` are the closest to `d` that reproduce the totals. It refuses to hand back
//! weights that miss a total: what is tested is the residual, never the status of a solver.

use crate::survey::linalg::Factor;
use crate::survey::margins::Margins;

/// Distance between the weights before and after.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Method {
    /// `F(u) = 1 + u`; weights may be negative.
    Linear,
    /// `F(u) = exp u`, the raking ratio.
    RakingRatio,
    /// `F` between `low` and `high`, with `low < 1 < high`.
    Logit { low: f64, high: f64 },
}

/// A distance before its bounds are known.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Family {
    #[default]
    Raking,
    Linear,
    Logit,
}

impl Family {
    pub const ALL: [Self; 3] = [Self::Raking, Self::Linear, Self::Logit];

    /// Stable identifier, in project files and on the command line.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Raking => "raking",
            Self::Linear => "linear",
            Self::Logit => "logit",
        }
    }

    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|family| family.id() == id)
    }

    /// The distance with weights between `low` and `high`, in ratios to those before.
    pub const fn within(self, (low, high): (f64, f64)) -> Method {
        match self {
            Self::Raking => Method::RakingRatio,
            Self::Linear => Method::Linear,
            Self::Logit => Method::Logit { low, high },
        }
    }
}

impl Method {
    /// `F(u)` and its derivative.
    fn ratio(self, u: f64) -> (f64, f64) {
        match self {
            Self::Linear => (1.0 + u, 1.0),
            Self::RakingRatio => (u.exp(), u.exp()),
            Self::Logit { low, high } => {
                let a = (high - low) / ((1.0 - low) * (high - 1.0));
                let share = 1.0 / (1.0 + (high - 1.0) / (1.0 - low) * (-a * u).exp());
                let width = high - low;
                (low + width * share, a * width * share * (1.0 - share))
            }
        }
    }
}

/// What is asked of a calibration besides its margins.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Options {
    /// Newton steps before giving up.
    pub iterations: usize,
    /// Largest accepted `|t − Σwx| / |t|`.
    pub tolerance: f64,
    /// Accepts negative weights from [`Method::Linear`]: for checks against published values only.
    pub negative_weights: bool,
    /// Accepted range of `w/d`, if any.
    pub ratio_bounds: Option<(f64, f64)>,
}

impl Options {
    /// `w/d` within 0.3–3, no negative weight (method.md §4.2).
    pub const PRODUCTION: Self = Self {
        iterations: 50,
        tolerance: 1e-8,
        negative_weights: false,
        ratio_bounds: Some((0.3, 3.0)),
    };
    /// Any ratio, any sign: published examples and replicates.
    pub const FREE: Self = Self { negative_weights: true, ratio_bounds: None, ..Self::PRODUCTION };
}

/// Weights that reproduce every total.
#[derive(Debug, Clone, PartialEq)]
pub struct Calibrated {
    pub weights: Vec<f64>,
    /// One multiplier per margin; zero for a margin that others imply.
    pub lambda: Vec<f64>,
    pub iterations: usize,
    /// Largest `|t − Σwx| / |t|` left.
    pub residual: f64,
}

/// A margin as an error names it, with the ratio total / initial estimate it asks for.
#[derive(Debug, Clone, PartialEq)]
pub struct Pull {
    pub margin: usize,
    pub name: String,
    pub ratio: f64,
}

/// Why there are no calibrated weights.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub enum CalibrationError {
    #[error("{found} initial weights for {units} units")]
    Weights { units: usize, found: usize },
    #[error("initial weight {weight} of unit {unit} is negative or not a number")]
    InitialWeight { unit: usize, weight: f64 },
    #[error("bounds {low} and {high} do not enclose 1")]
    Bounds { low: f64, high: f64 },
    /// The population has units there, the respondents have none.
    #[error("no respondent in {names:?}")]
    EmptyMargin { margins: Vec<usize>, names: Vec<String> },
    /// `margin` has total `stated`, the others of `involved` make it `implied`; `suspects` are the
    /// margins any one of which, dropped, ends the contradiction (empty: no single one does).
    #[error("{margin} is {stated} but {involved:?} make it {implied}")]
    Inconsistent {
        margin: String,
        stated: f64,
        implied: f64,
        involved: Vec<String>,
        suspects: Vec<String>,
    },
    #[error("{name} still off by {residual} after {iterations} steps")]
    NotConverged { margin: usize, name: String, residual: f64, iterations: usize },
    /// `pulls`: the margins that these units belong to, the strongest demand first.
    #[error("{} negative weights", units.len())]
    NegativeWeights { units: Vec<usize>, pulls: Vec<Pull> },
    /// `units` are `(unit, w/d)`; `pulls` the margins they belong to, the strongest demand first.
    #[error("{} ratios out of {low}–{high}", units.len())]
    RatioOutOfBounds { low: f64, high: f64, units: Vec<(usize, f64)>, pulls: Vec<Pull> },
}

/// Calibrates the initial weights `d` on `margins`.
///
/// # Errors
/// See [`CalibrationError`]; infeasible input never comes back as weights.
pub fn calibrate(
    d: &[f64],
    margins: &Margins,
    method: Method,
    options: &Options,
) -> Result<Calibrated, CalibrationError> {
    check(d, margins, method)?;
    let (free, targets) = freed(d, margins);
    let empty: Vec<usize> = (targets.iter().zip(margins.totals()).enumerate())
        .filter(|(_, (left, total))| left.abs() > 1e-8 * total.abs())
        .map(|(margin, _)| margin)
        .filter(|margin| !touched(margins, &free, *margin))
        .collect();
    if !empty.is_empty() {
        let names = empty.iter().map(|m| margins.name(*m)).collect();
        return Err(CalibrationError::EmptyMargin { margins: empty, names });
    }
    if let Some(found) = margins.contradiction(&free, &targets) {
        let names = |list: &[usize]| list.iter().map(|m| margins.name(*m)).collect();
        return Err(CalibrationError::Inconsistent {
            margin: margins.name(found.margin),
            stated: found.stated,
            implied: found.implied,
            involved: names(&found.involved),
            suspects: names(&found.suspects),
        });
    }
    let found = newton(d, margins, method, options, &vec![0.0; margins.len()])?;
    accept(d, margins, options, &targets, &free, &found)?;
    Ok(found)
}

/// The Newton iteration alone, from `start`: for replicates of a design already checked.
///
/// λ ← λ + (Xᵀ diag(d·F'(Xλ)) X)⁺ (t − Xᵀw), halved until the residual shrinks.
///
/// # Errors
/// [`CalibrationError::NotConverged`] only.
pub fn newton(
    d: &[f64],
    margins: &Margins,
    method: Method,
    options: &Options,
    start: &[f64],
) -> Result<Calibrated, CalibrationError> {
    let (free, targets) = freed(d, margins);
    let scales = scales(margins, &free);
    let problem = Problem { d: &free, margins, method, targets: &targets, scales: &scales };
    let mut lambda = start.to_vec();
    let mut state = problem.at(&lambda);
    for iteration in 0..=options.iterations {
        if state.worst.1 < options.tolerance {
            let pairs = state.weights.iter().zip(d).zip(margins.held());
            let weights = pairs.map(|((w, d), held)| if *held { *d } else { *w }).collect();
            return Ok(Calibrated {
                weights,
                lambda,
                iterations: iteration,
                residual: state.worst.1,
            });
        }
        if iteration == options.iterations {
            break;
        }
        let gram = margins.gram(&state.slopes);
        let step = Factor::new(&gram, margins.len()).solve(&state.gaps);
        let Some((next, better)) = problem.descend(&lambda, &step, state.merit) else {
            return Err(problem.failure(&state, iteration));
        };
        (lambda, state) = (next, better);
    }
    Err(problem.failure(&state, options.iterations))
}

struct Problem<'a> {
    d: &'a [f64],
    margins: &'a Margins,
    method: Method,
    targets: &'a [f64],
    scales: &'a [f64],
}

struct State {
    weights: Vec<f64>,
    slopes: Vec<f64>,
    gaps: Vec<f64>,
    worst: (usize, f64),
    merit: f64,
}

impl Problem<'_> {
    fn at(&self, lambda: &[f64]) -> State {
        let mut weights = Vec::with_capacity(self.d.len());
        let mut slopes = Vec::with_capacity(self.d.len());
        for (row, d) in self.margins.rows().zip(self.d) {
            if *d == 0.0 {
                weights.push(0.0);
                slopes.push(0.0);
                continue;
            }
            let u: f64 = row.iter().map(|(m, x)| x * lambda.get(*m).copied().unwrap_or(0.0)).sum();
            let (ratio, slope) = self.method.ratio(u);
            weights.push(d * ratio);
            slopes.push(d * slope);
        }
        let sums = self.margins.sums(&weights);
        let gaps: Vec<f64> = self.targets.iter().zip(&sums).map(|(t, s)| t - s).collect();
        let mut worst = (0, 0.0);
        let mut merit = 0.0;
        for (margin, (gap, scale)) in gaps.iter().zip(self.scales).enumerate() {
            let relative = gap.abs() / scale;
            merit += relative * relative;
            if relative > worst.1 || relative.is_nan() {
                worst = (margin, relative);
            }
        }
        State { weights, slopes, gaps, worst, merit }
    }

    /// The longest of the steps 1, ½, ¼… that brings the residual down, if one does.
    fn descend(&self, lambda: &[f64], step: &[f64], merit: f64) -> Option<(Vec<f64>, State)> {
        let mut length = 1.0;
        for _ in 0..30 {
            let next: Vec<f64> = lambda.iter().zip(step).map(|(l, s)| l + length * s).collect();
            let state = self.at(&next);
            if state.merit < (1.0 - 1e-4 * length) * merit {
                return Some((next, state));
            }
            length *= 0.5;
        }
        None
    }

    fn failure(&self, state: &State, iterations: usize) -> CalibrationError {
        let (margin, residual) = state.worst;
        let name = self.margins.name(margin);
        CalibrationError::NotConverged { margin, name, residual, iterations }
    }
}

fn check(d: &[f64], margins: &Margins, method: Method) -> Result<(), CalibrationError> {
    if d.len() != margins.units() {
        return Err(CalibrationError::Weights { units: margins.units(), found: d.len() });
    }
    let bad = |(_, weight): &(usize, &f64)| !(weight.is_finite() && **weight >= 0.0);
    if let Some((unit, weight)) = d.iter().enumerate().find(bad) {
        return Err(CalibrationError::InitialWeight { unit, weight: *weight });
    }
    match method {
        Method::Logit { low, high } if !(low < 1.0 && 1.0 < high && high.is_finite()) => {
            Err(CalibrationError::Bounds { low, high })
        }
        _ => Ok(()),
    }
}

/// Initial weights with held units at zero, and what is left of the totals without them.
fn freed(d: &[f64], margins: &Margins) -> (Vec<f64>, Vec<f64>) {
    let pairs = || d.iter().zip(margins.held());
    let free = pairs().map(|(d, held)| if *held { 0.0 } else { *d }).collect();
    let kept: Vec<f64> = pairs().map(|(d, held)| if *held { *d } else { 0.0 }).collect();
    let sums = margins.sums(&kept);
    (free, margins.totals().iter().zip(sums).map(|(t, s)| t - s).collect())
}

/// What residuals are relative to: the total, or the initial estimate where the total is 0.
fn scales(margins: &Margins, free: &[f64]) -> Vec<f64> {
    let estimates = margins.sums(free);
    let pairs = margins.totals().iter().zip(estimates);
    pairs
        .map(|(t, e)| match (t.abs(), e.abs()) {
            (t, _) if t > 0.0 => t,
            (_, e) if e > 0.0 => e,
            _ => 1.0,
        })
        .collect()
}

/// Auxiliaries of either sign may cancel: only a column without any entry is empty.
fn touched(margins: &Margins, free: &[f64], margin: usize) -> bool {
    margins.rows().zip(free).any(|(row, d)| *d > 0.0 && row.iter().any(|(m, _)| *m == margin))
}

fn accept(
    d: &[f64],
    margins: &Margins,
    options: &Options,
    targets: &[f64],
    free: &[f64],
    found: &Calibrated,
) -> Result<(), CalibrationError> {
    if !options.negative_weights {
        let weights = found.weights.iter().enumerate();
        let units: Vec<usize> = weights.filter(|(_, w)| **w < 0.0).map(|(unit, _)| unit).collect();
        if !units.is_empty() {
            let pulls = pulls(margins, targets, free, units.iter().copied());
            return Err(CalibrationError::NegativeWeights { units, pulls });
        }
    }
    let Some((low, high)) = options.ratio_bounds else { return Ok(()) };
    let ratios = found.weights.iter().zip(d).zip(margins.held()).enumerate();
    let units: Vec<(usize, f64)> = ratios
        .filter(|(_, ((_, d), held))| **d > 0.0 && !**held)
        .map(|(unit, ((w, d), _))| (unit, w / d))
        .filter(|(_, ratio)| *ratio < low || *ratio > high)
        .collect();
    if units.is_empty() {
        return Ok(());
    }
    let pulls = pulls(margins, targets, free, units.iter().map(|(unit, _)| *unit));
    Err(CalibrationError::RatioOutOfBounds { low, high, units, pulls })
}

/// The margins that some units belong to, with what is asked of each: the strongest demand first.
fn pulls(
    margins: &Margins,
    targets: &[f64],
    free: &[f64],
    units: impl Iterator<Item = usize>,
) -> Vec<Pull> {
    let mut concerned = vec![0.0; free.len()];
    for unit in units {
        if let Some(mark) = concerned.get_mut(unit) {
            *mark = 1.0;
        }
    }
    let sums = margins.sums(free);
    let mut pulls: Vec<Pull> = (targets.iter().zip(&sums).enumerate())
        .filter(|(margin, _)| touched(margins, &concerned, *margin))
        .map(|(margin, (t, s))| Pull { margin, name: margins.name(margin), ratio: t / s })
        .collect();
    // What asks for less than nothing asks most.
    let demand = |pull: &Pull| pull.ratio.max(0.0).ln().abs();
    pulls.sort_by(|a, b| demand(b).total_cmp(&demand(a)).then(a.margin.cmp(&b.margin)));
    pulls
}

#[cfg(test)]
mod tests;
