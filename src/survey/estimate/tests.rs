//! The published stratified example, a second road to each figure, and properties.

use super::*;
use crate::survey::calibrate::{Method, Options, calibrate};
use proptest::prelude::*;

const PUBLISHED: [f64; 8] = [2.8, 4.1, 6.8, 6.8, 9.2, 3.7, 6.6, 4.2];

fn published() -> Design {
    Design::new(vec![0, 0, 0, 0, 0, 1, 1, 1], vec![15.0, 12.0]).unwrap()
}

fn known(values: &[f64]) -> Vec<Option<f64>> {
    values.iter().copied().map(Some).collect()
}

fn close(found: f64, expected: f64, tolerance: f64) {
    assert!((found - expected).abs() <= tolerance, "{found} is not {expected}");
}

fn check(design: &Design, mean_value: f64, error: f64) {
    let weights = design.base_weights();
    let sample = Sample { design, weights: &weights, margins: None };
    let of_mean = mean(&sample, &known(&PUBLISHED), None).unwrap();
    close(of_mean.value, mean_value, 5e-7);
    close(of_mean.standard_error, error, 5e-7);
    let of_total = total(&sample, &known(&PUBLISHED), None).unwrap();
    close(of_total.value, 27.0 * of_mean.value, 1e-9);
    close(of_total.standard_error, 27.0 * of_mean.standard_error, 1e-9);
    close(of_mean.unweighted, PUBLISHED.iter().sum::<f64>() / 8.0, 1e-12);
}

#[test]
fn published_with_correction() {
    check(&published(), 5.448_148, 0.616_041);
}

#[test]
fn published_without_correction() {
    check(&published().uncorrected(), 5.448_148, 0.741_268);
}

#[test]
fn a_share_is_the_mean_of_zeros_and_ones() {
    let design = published();
    let weights = design.base_weights();
    let sample = Sample { design: &design, weights: &weights, margins: None };
    let yes: Vec<Option<bool>> = PUBLISHED.iter().map(|x| Some(*x > 5.0)).collect();
    let found = share(&sample, &yes, None).unwrap();
    close(found.value, (15.0 * 3.0 / 5.0 + 12.0 * 1.0 / 3.0) / 27.0, 1e-12);
    close(found.unweighted, 4.0 / 8.0, 1e-12);
    // Σ (N_h/N)² (1 − n_h/N_h) p q / (n_h − 1)
    let first = (15.0_f64 / 27.0).powi(2) * (1.0 - 5.0 / 15.0) * (0.6 * 0.4) / 4.0;
    let second = (12.0_f64 / 27.0).powi(2) * (1.0 - 3.0 / 12.0) * (2.0 / 9.0) / 2.0;
    close(found.standard_error, (first + second).sqrt(), 1e-12);
}

#[test]
fn a_ratio_to_a_constant_is_a_mean() {
    let design = published();
    let weights = design.base_weights();
    let sample = Sample { design: &design, weights: &weights, margins: None };
    let found = ratio(&sample, &known(&PUBLISHED), &known(&[2.0; 8]), None).unwrap();
    let half = mean(&sample, &known(&PUBLISHED), None).unwrap();
    close(found.value, half.value / 2.0, 1e-12);
    close(found.standard_error, half.standard_error / 2.0, 1e-12);
}

#[test]
fn an_exact_ratio_has_no_error() {
    let design = published();
    let weights = design.base_weights();
    let sample = Sample { design: &design, weights: &weights, margins: None };
    let double: Vec<f64> = PUBLISHED.iter().map(|x| 2.0 * x).collect();
    let found = ratio(&sample, &known(&double), &known(&PUBLISHED), None).unwrap();
    close(found.value, 2.0, 1e-12);
    close(found.standard_error, 0.0, 1e-12);
}

#[test]
fn blank_is_not_zero() {
    let design = Design::new(vec![0; 4], vec![8.0]).unwrap();
    let weights = design.base_weights();
    let sample = Sample { design: &design, weights: &weights, margins: None };
    let found = total(&sample, &[Some(3.0), None, Some(5.0), Some(1.0)], None).unwrap();
    close(found.value, 8.0 * 9.0 / 3.0, 1e-12);
    assert_eq!((found.n, found.base), (3, 4));
    assert_eq!(total(&sample, &[None; 4], None), None);
}

#[test]
fn no_denominator_no_ratio() {
    let design = Design::new(vec![0; 2], vec![8.0]).unwrap();
    let sample = Sample { design: &design, weights: &[4.0, 4.0], margins: None };
    assert_eq!(ratio(&sample, &known(&[1.0, 2.0]), &known(&[0.0, 0.0]), None), None);
}

#[test]
fn full_strata_are_certain() {
    let design = Design::new(vec![0, 0, 1, 1], vec![2.0, 6.0]).unwrap();
    let weights = design.base_weights();
    let sample = Sample { design: &design, weights: &weights, margins: None };
    let found = total(&sample, &known(&[10.0, 90.0, 1.0, 2.0]), None).unwrap();
    close(found.certain, 100.0, 1e-12);
    close(found.value, 100.0 + 3.0 * 3.0, 1e-12);
    // N²(1 − f)s²/n of the second stratum alone.
    close(found.standard_error, (36.0 * (1.0 - 2.0 / 6.0) * 0.5 / 2.0_f64).sqrt(), 1e-12);
    close(found.degrees, 1.0, 1e-12);
}

/// A total calibrated on itself is known: its residuals vanish.
#[test]
fn calibration_on_the_figure_leaves_no_error() {
    let design = published();
    let names = vec!["x".to_owned()];
    let margins = Margins::new(&PUBLISHED, 8, names, vec![140.0]).unwrap();
    let d = design.base_weights();
    let w = calibrate(&d, &margins, Method::RakingRatio, &Options::PRODUCTION).unwrap().weights;
    let sample = Sample { design: &design, weights: &w, margins: Some(&margins) };
    let found = total(&sample, &known(&PUBLISHED), None).unwrap();
    close(found.value, 140.0, 1e-5);
    close(found.standard_error, 0.0, 1e-9);
}

proptest! {
    /// A domain and its complement add up; the order of respondents is indifferent.
    #[test]
    fn parts_add_up(
        y in prop::collection::vec(0.0..100.0_f64, 9),
        mask in prop::collection::vec(any::<bool>(), 9),
    ) {
        let strata = vec![0, 1, 2, 0, 1, 2, 0, 1, 2];
        let design = Design::new(strata.clone(), vec![10.0, 3.0, 40.0]).unwrap();
        let weights = design.base_weights();
        let sample = Sample { design: &design, weights: &weights, margins: None };
        let rest: Vec<bool> = mask.iter().map(|m| !m).collect();
        let part = |m: &[bool]| total(&sample, &known(&y), Some(m)).map_or(0.0, |e| e.value);
        let whole = total(&sample, &known(&y), None).unwrap();
        prop_assert!((part(&mask) + part(&rest) - whole.value).abs() < 1e-9);

        let back: Vec<usize> = strata.iter().rev().copied().collect();
        let design = Design::new(back, vec![10.0, 3.0, 40.0]).unwrap();
        let weights = design.base_weights();
        let sample = Sample { design: &design, weights: &weights, margins: None };
        let reversed: Vec<f64> = y.iter().rev().copied().collect();
        let again = total(&sample, &known(&reversed), None).unwrap();
        prop_assert!((again.value - whole.value).abs() < 1e-9);
        prop_assert!((again.standard_error - whole.standard_error).abs() < 1e-9);
    }
}
