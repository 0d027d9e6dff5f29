//! The register of needs computed again on each bootstrap replicate: a second road to the standard
//! errors, which does not lean on their linear form.

use crate::analysis::employers::answers::Answers;
use crate::analysis::employers::needs::Form;
use crate::analysis::employers::weigh::Weighing;
use crate::model::Scope;
use crate::survey::bootstrap::{Plan, Recalibration, Replicates, run};

/// Standard errors over replicates.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Resampled {
    /// In the order asked; `None` where nine replicates in ten do not define the figure.
    pub errors: Vec<Option<f64>>,
    /// Replicates in use, and those whose calibration failed.
    pub used: usize,
    pub failed: usize,
}

/// Standard errors of figures of the register over `of` replicates.
///
/// `progress(done, all)` is called after each replicate and each figure; `false` stops everything
/// and gives `None`.
pub fn resample(
    weighing: &Weighing,
    answers: &Answers,
    asked: &[(Scope, Form)],
    (seed, of): (u64, u64),
    progress: &mut dyn FnMut(u64, u64) -> bool,
) -> Option<Resampled> {
    let figures = u64::try_from(asked.len()).unwrap_or(u64::MAX);
    let all = of.saturating_add(figures);
    let replicates = run(&plan(weighing), seed, of, &mut |done, _| progress(done, all))?;
    let mut errors = Vec::with_capacity(asked.len());
    for ((scope, form), place) in asked.iter().zip(1_u64..) {
        errors.push(standard_error(answers, scope, *form, &replicates));
        if !progress(of + place, all) {
            return None;
        }
    }
    Some(Resampled { errors, used: replicates.len(), failed: replicates.failed() })
}

/// What each replicate is made of: it is calibrated again on the margins that were met.
pub fn plan(weighing: &Weighing) -> Plan<'_> {
    let again = weighing.margins.as_ref();
    let again =
        again.map(|(margins, method, lambda)| Recalibration { margins, method: *method, lambda });
    Plan::new(&weighing.design, &weighing.base, again)
}

/// Standard deviation of a figure over the replicates; `None` unless nine in ten define it.
pub fn standard_error(
    answers: &Answers,
    scope: &Scope,
    form: Form,
    replicates: &Replicates,
) -> Option<f64> {
    let values = match form {
        Form::Total(asked) => {
            let numbers = answers.numbers(scope, asked);
            let within = answers.concerned(scope);
            replicates.values(&|weights| total(weights, &numbers, within.as_deref()))
        }
        Form::Ratio(part, base) => {
            let part = answers.numbers(scope, part);
            let base = answers.numbers(scope, base);
            replicates.values(&|weights| ratio(weights, &part, &base))
        }
    };
    if values.len() * 10 < (replicates.len() + replicates.failed()) * 9 {
        return None;
    }
    deviation(&values)
}

/// As `survey::estimate::total`: who left the question blank is given the mean of the others.
fn total(weights: &[f64], numbers: &[Option<f64>], within: Option<&[bool]>) -> Option<f64> {
    let (mut sum, mut known, mut all) = (0.0, 0.0, 0.0);
    for (place, (weight, number)) in weights.iter().zip(numbers).enumerate() {
        if within.is_some_and(|within| within.get(place) != Some(&true)) {
            continue;
        }
        all += weight;
        if let Some(number) = number {
            known += weight;
            sum += weight * number;
        }
    }
    (known > 0.0).then(|| sum / known * all)
}

/// As `survey::estimate::ratio`, over those with a part and a base above zero.
fn ratio(weights: &[f64], part: &[Option<f64>], base: &[Option<f64>]) -> Option<f64> {
    let (mut above, mut below) = (0.0, 0.0);
    for ((weight, part), base) in weights.iter().zip(part).zip(base) {
        if let (Some(part), Some(base)) = (part, base.filter(|base| *base > 0.0)) {
            above += weight * part;
            below += weight * base;
        }
    }
    (below > 0.0).then(|| above / below)
}

fn deviation(values: &[f64]) -> Option<f64> {
    let n = f64::from(u32::try_from(values.len()).ok()?);
    if n < 2.0 {
        return None;
    }
    let mean = values.iter().sum::<f64>() / n;
    let squares: f64 = values.iter().map(|value| (value - mean).powi(2)).sum();
    Some((squares / (n - 1.0)).sqrt())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blanks_are_given_the_mean_of_the_others() {
        let numbers = [Some(3.0), None, Some(5.0)];
        let found = total(&[2.0, 4.0, 2.0], &numbers, None).unwrap();
        assert!((found - (2.0 * 3.0 + 2.0 * 5.0) / 4.0 * 8.0).abs() < 1e-12);
        assert_eq!(total(&[1.0], &[None], None), None);
        // Of one sector, the blank of another counts for nothing.
        let within = [true, false, true];
        assert_eq!(total(&[2.0, 4.0, 2.0], &numbers, Some(&within)), Some(2.0 * 3.0 + 2.0 * 5.0));
    }

    #[test]
    fn a_ratio_is_over_those_with_a_base() {
        let part = [Some(1.0), Some(2.0), None, Some(0.0)];
        let base = [Some(2.0), Some(4.0), Some(9.0), Some(0.0)];
        let found = ratio(&[1.0, 3.0, 5.0, 7.0], &part, &base).unwrap();
        assert!((found - (1.0 + 6.0) / (2.0 + 12.0)).abs() < 1e-12);
    }

    #[test]
    fn the_divisor_is_one_less() {
        assert_eq!(deviation(&[1.0, 3.0]), Some(2.0_f64.sqrt()));
        assert_eq!(deviation(&[1.0]), None);
    }
}
