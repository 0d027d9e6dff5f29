//! Published values of Insee's Calmar 2 test data.

use super::*;

type Row = (f64, usize, usize, usize, f64, f64);
/// `(d, service, categ, sexe, salaire, cinema)`.
const ROWS: [Row; 15] = [
    (10.0, 1, 1, 1, 1000.0, 1.0),
    (10.0, 1, 2, 2, 1100.0, 2.0),
    (10.0, 2, 2, 2, 1500.0, 4.0),
    (10.0, 2, 3, 1, 2300.0, 15.0),
    (10.0, 2, 1, 1, 1000.0, 2.0),
    (10.0, 1, 1, 2, 500.0, 3.0),
    (10.0, 2, 2, 2, 1000.0, 1.0),
    (20.0, 1, 3, 2, 2000.0, 0.0),
    (20.0, 1, 1, 1, 2100.0, 0.0),
    (20.0, 2, 2, 1, 2000.0, 3.0),
    (20.0, 2, 1, 2, 3200.0, 6.0),
    (20.0, 1, 1, 2, 1800.0, 0.0),
    (20.0, 1, 2, 1, 2800.0, 0.0),
    (20.0, 1, 3, 1, 1100.0, 1.0),
    (20.0, 2, 1, 2, 2500.0, 1.0),
];
const LINEAR: [f64; 15] = [
    5.6381, 4.8735, 11.3245, 19.8970, 11.1004, -0.7084, 10.0887, 17.1651, 16.7133, 35.3418,
    22.8538, 5.0090, 28.3714, 22.9379, 19.3937,
];
const RAKING: [f64; 15] = [
    5.3374, 5.1185, 9.9882, 24.5142, 9.2304, 2.7920, 8.5884, 15.7535, 14.8808, 38.1883, 21.8245,
    8.2689, 28.1165, 19.7323, 17.6660,
];
const LOGIT: [f64; 15] = [
    4.4859, 4.2674, 9.4427, 21.7067, 9.7760, 4.0262, 7.3103, 15.0120, 11.7705, 40.1082, 24.5277,
    8.2851, 28.8715, 23.2813, 17.1285,
];
const BOUNDED: Method = Method::Logit { low: 0.4, high: 2.2 };

fn weights() -> Vec<f64> {
    ROWS.iter().map(|r| r.0).collect()
}

fn cinema(weights: &[f64]) -> f64 {
    weights.iter().zip(&ROWS).map(|(w, r)| w * r.5).sum()
}

/// The published margins; `more` adds constant columns, `dropped` units leave.
fn margins(more: &[(&str, f64)], kept: impl Fn(&Row) -> bool) -> (Vec<f64>, Margins) {
    let mut names: Vec<String> =
        ["categ 1", "categ 2", "categ 3", "sexe 1", "sexe 2", "service 1", "service 2", "salaire"]
            .map(String::from)
            .to_vec();
    let mut totals = vec![80.0, 90.0, 60.0, 140.0, 90.0, 100.0, 130.0, 470_000.0];
    names.extend(more.iter().map(|m| m.0.to_owned()));
    totals.extend(more.iter().map(|m| m.1));
    let rows: Vec<&Row> = ROWS.iter().filter(|r| kept(r)).collect();
    let is = |a: usize, b: usize| if a == b { 1.0 } else { 0.0 };
    let mut cells = Vec::new();
    for r in &rows {
        cells.extend([is(r.2, 1), is(r.2, 2), is(r.2, 3), is(r.3, 1), is(r.3, 2)]);
        cells.extend([is(r.1, 1), is(r.1, 2), r.4]);
        cells.extend(more.iter().map(|_| 1.0));
    }
    let d = rows.iter().map(|r| r.0).collect();
    (d, Margins::new(&cells, rows.len(), names, totals).unwrap())
}

fn run(method: Method, options: &Options) -> Result<Calibrated, CalibrationError> {
    let (d, margins) = margins(&[], |_| true);
    calibrate(&d, &margins, method, options)
}

fn check(method: Method, published: &[f64; 15], cinemas: f64, mean: f64, ratios: (f64, f64)) {
    let found = run(method, &Options::FREE).unwrap();
    for (found, published) in found.weights.iter().zip(published) {
        assert!((found - published).abs() <= 5.1e-5, "{found} is not {published}");
    }
    // Logit prints the sum of the printed weights, 723.2335; their last digits hide 0.0006 of it.
    assert!((cinema(&found.weights) - cinemas).abs() <= 1e-3);
    assert!((cinema(&found.weights) / 230.0 - mean).abs() <= 5e-5);
    let spread: Vec<f64> = found.weights.iter().zip(weights()).map(|(w, d)| w / d).collect();
    assert!((spread.iter().copied().fold(f64::MAX, f64::min) - ratios.0).abs() <= 5e-5);
    // Raking prints 2.4515 for 24.5142 / 10: off by one in the last digit.
    assert!((spread.iter().copied().fold(f64::MIN, f64::max) - ratios.1).abs() <= 1e-4);
    assert!(found.residual < 1e-8);
}

fn refused(method: Method, more: &[(&str, f64)]) -> CalibrationError {
    let (d, margins) = margins(more, |_| true);
    calibrate(&d, &margins, method, &Options::FREE).unwrap_err()
}

#[test]
fn initial_weights() {
    assert!((cinema(&weights()) / 230.0 - 2.1739).abs() < 5e-5);
    assert!((cinema(&weights()) / 300.0 - 1.6667).abs() < 5e-5);
}

#[test]
fn linear_as_published() {
    check(Method::Linear, &LINEAR, 674.7827, 2.9338, (-0.0708, 1.9897));
}

#[test]
fn raking_as_published() {
    check(Method::RakingRatio, &RAKING, 741.575, 3.2242, (0.2792, 2.4515));
    let found = run(Method::RakingRatio, &Options::FREE).unwrap();
    assert!((cinema(&found.weights) / 300.0 - 2.471_917).abs() < 5e-6);
    assert!(found.iterations <= 6, "{}", found.iterations);
}

#[test]
fn logit_as_published() {
    check(BOUNDED, &LOGIT, 723.2335, 3.1445, (0.4026, 2.1707));
}

#[test]
fn logit_too_narrow_does_not_converge() {
    for (low, high) in [(0.5, 1.5), (0.6, 2.0)] {
        let error = refused(Method::Logit { low, high }, &[]);
        assert!(matches!(error, CalibrationError::NotConverged { .. }), "{error:?}");
    }
}

#[test]
fn a_population_of_300_is_the_one_at_fault() {
    for method in [Method::Linear, Method::RakingRatio, BOUNDED] {
        let error = refused(method, &[("population", 300.0)]);
        let CalibrationError::Inconsistent { suspects, .. } = error else { panic!("{error:?}") };
        assert_eq!(suspects, ["population"]);
    }
}

#[test]
fn a_population_of_230_agrees() {
    let (d, margins) = margins(&[("population", 230.0)], |_| true);
    let found = calibrate(&d, &margins, Method::RakingRatio, &Options::FREE).unwrap();
    assert!((cinema(&found.weights) - 741.575).abs() < 5e-4);
}

#[test]
fn without_the_check_of_totals_newton_still_refuses() {
    let (d, margins) = margins(&[("population", 300.0)], |_| true);
    let error = newton(&d, &margins, Method::Linear, &Options::FREE, &[0.0; 9]).unwrap_err();
    assert!(matches!(error, CalibrationError::NotConverged { .. }), "{error:?}");
}

#[test]
fn a_category_without_respondent_is_named() {
    let (d, margins) = margins(&[], |r| r.2 != 3);
    let error = calibrate(&d, &margins, Method::Linear, &Options::FREE).unwrap_err();
    let expected =
        CalibrationError::EmptyMargin { margins: vec![2], names: vec!["categ 3".to_owned()] };
    assert_eq!(error, expected);
}

#[test]
fn production_refuses_negative_weights_and_wide_ratios() {
    let linear = run(Method::Linear, &Options::PRODUCTION).unwrap_err();
    let CalibrationError::NegativeWeights { units, pulls } = linear else { panic!() };
    assert_eq!(units, [5]);
    assert_eq!(pulls[0].name, "categ 1", "the margin at fault");
    let raking = run(Method::RakingRatio, &Options::PRODUCTION).unwrap_err();
    let CalibrationError::RatioOutOfBounds { units, pulls, .. } = raking else { panic!() };
    assert_eq!(units.iter().map(|u| u.0).collect::<Vec<_>>(), [5]);
    assert!((units[0].1 - 0.2792).abs() < 5e-5);
    // 90 women wanted of an initial 30 + 80: the strongest pull on unit a06 is categ 1, 80 of 110.
    assert_eq!(pulls[0].name, "categ 1");
    assert!((pulls[0].ratio - 80.0 / 110.0).abs() < 1e-12);
}

#[test]
fn held_units_keep_their_weight_and_count() {
    let mask: Vec<bool> = (0..15).map(|i| i == 3).collect();
    let (d, margins) = margins(&[], |_| true);
    let margins = margins.holding(&mask);
    let found = calibrate(&d, &margins, Method::Linear, &Options::FREE).unwrap();
    assert!((found.weights[3] - 10.0).abs() < 1e-15);
    for (sum, total) in margins.sums(&found.weights).iter().zip(margins.totals()) {
        assert!((sum - total).abs() < 1e-8 * total);
    }
}

#[test]
fn doubled_units_with_halved_weights_change_nothing() {
    let (d, single) = margins(&[], |_| true);
    let mut cells = Vec::new();
    for row in single.rows().chain(single.rows()) {
        let mut line = vec![0.0; 8];
        for (m, x) in row {
            line[*m] = *x;
        }
        cells.extend(line);
    }
    let names = (0..8).map(|m| single.name(m)).collect();
    let twice = Margins::new(&cells, 30, names, single.totals().to_vec()).unwrap();
    let halves: Vec<f64> = d.iter().chain(&d).map(|d| d / 2.0).collect();
    let one = calibrate(&d, &single, Method::RakingRatio, &Options::FREE).unwrap();
    let two = calibrate(&halves, &twice, Method::RakingRatio, &Options::FREE).unwrap();
    for (whole, half) in one.weights.iter().zip(&two.weights) {
        assert!((whole - 2.0 * half).abs() < 1e-7 * whole);
    }
}
