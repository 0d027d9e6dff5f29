//! Published examples and limits.

use super::*;
use crate::survey::design::Design;
use crate::survey::estimate;
use proptest::prelude::*;

fn close(found: f64, expected: f64, tolerance: f64) {
    assert!((found - expected).abs() <= tolerance, "{found} is not {expected}");
}

fn check(yes: usize, n: usize, population: f64, low: f64, high: f64) {
    let found = share(yes, n, population, 0.95).unwrap();
    close(found.low, low, 5e-4);
    close(found.high, high, 5e-4);
}

fn figure(value: f64, standard_error: f64, degrees: f64, certain: f64) -> Estimate {
    Estimate { value, unweighted: value, n: 10, base: 10, standard_error, degrees, certain }
}

#[test]
fn wilson_as_published() {
    close(endless_size(12.0, 30.0), 12.0 * 29.0 / 18.0, 1e-12);
    check(7, 12, 30.0, 0.368, 0.771);
    check(7, 12, f64::MAX, 0.320, 0.807);
}

#[test]
fn a_census_is_a_point() {
    check(7, 12, 12.0, 7.0 / 12.0, 7.0 / 12.0);
}

#[test]
fn none_is_not_never() {
    let found = share(0, 12, 1e9, 0.95).unwrap();
    assert_eq!(found.low.to_bits(), 0.0_f64.to_bits());
    // Closed form at p = 0: z²/(n + z²).
    let z2 = normal(0.975).powi(2);
    close(found.high, z2 / (12.0 + z2), 1e-6);
    assert_eq!(share(0, 0, 5.0, 0.95), None);
}

#[test]
fn shrinkage_as_published() {
    let found = Posterior::new(7.0, 12.0, 0.45, 10.0).unwrap();
    close(found.mean(), 0.5227, 5e-5);
    close(found.interval(0.8).low, 0.387, 5e-4);
    close(found.interval(0.8).high, 0.658, 5e-4);
    close(found.exceeding(found.interval(0.8).low), 0.9, 1e-9);
    assert_eq!(Posterior::new(13.0, 12.0, 0.45, 10.0), None);
}

#[test]
fn equal_weights_give_the_published_wilson_or_wider() {
    let design = Design::new(vec![0; 12], vec![30.0]).unwrap();
    let weights = design.base_weights();
    let sample = Sample { design: &design, weights: &weights, margins: None };
    let answers: Vec<Option<bool>> = (0..12).map(|i| Some(i < 7)).collect();
    let found = estimate::share(&sample, &answers, None).unwrap();
    let interval = weighted_share(&sample, &found, None, 0.95).unwrap();
    let plain = share(7, 12, 30.0, 0.95).unwrap();
    assert!(interval.low < plain.low && interval.high > plain.high);
    close(interval.half_width(), plain.half_width(), 0.05);
}

#[test]
fn the_upper_arm_is_the_longer() {
    let found = positive(&figure(100.0, 20.0, 8.0, 0.0), 0.0, 0.95).unwrap();
    let factor = (student(0.975, 8.0) * 20.0 / 100.0).exp();
    close(found.low, 100.0 / factor, 1e-9);
    close(found.high, 100.0 * factor, 1e-9);
}

#[test]
fn what_was_fully_observed_has_no_error() {
    let found = positive(&figure(1100.0, 20.0, 8.0, 1000.0), 0.0, 0.95).unwrap();
    let alone = positive(&figure(100.0, 20.0, 8.0, 0.0), 0.0, 0.95).unwrap();
    close(found.low, 1000.0 + alone.low, 1e-9);
    close(found.high, 1000.0 + alone.high, 1e-9);
}

#[test]
fn never_under_what_respondents_hold() {
    close(positive(&figure(100.0, 60.0, 8.0, 0.0), 80.0, 0.95).unwrap().low, 80.0, 0.0);
}

#[test]
fn refusals() {
    let wide = Interval { low: 40.0, high: 142.0, level: 0.8 };
    let narrow = Interval { low: 60.0, high: 140.0, level: 0.8 };
    let sound = figure(100.0, 20.0, 8.0, 0.0);
    assert_eq!(publish(&sound, Some(narrow)), Ok(100.0));
    let expected = Refusal::TooWide { relative: 51.0 / 100.0, widest: 0.5, interval: wide };
    assert_eq!(publish(&sound, Some(wide)), Err(expected));
    assert_eq!(publish(&sound, None), Err(Refusal::NoInterval));
    let few = Estimate { n: 2, ..sound };
    assert_eq!(publish(&few, Some(narrow)), Err(Refusal::TooFew { n: 2, least: 3 }));
    assert_eq!(positive(&figure(10.0, 9.0, 1.0, 0.0), 0.0, 0.95), None);
    assert_eq!(positive(&figure(0.0, 0.0, 4.0, 0.0), 0.0, 0.95), None);
}

proptest! {
    /// Fewer answers, wider interval; it always holds the share itself.
    #[test]
    fn wilson_narrows(p in 0.0..=1.0_f64, n in 2.0..500.0_f64) {
        let small = wilson(p, n, 1.96, 0.95);
        let large = wilson(p, 2.0 * n, 1.96, 0.95);
        prop_assert!(small.contains(p) && large.contains(p));
        prop_assert!(large.half_width() < small.half_width());
    }
}
