//! How much weighting costs: spread of the weights and design effect of unequal weights.

/// Spread of a set of weights.
#[derive(Debug, Clone, PartialEq)]
pub struct Spread {
    /// Number of weighted units.
    pub n: usize,
    pub least: f64,
    pub most: f64,
    /// Standard deviation (divisor n) over mean.
    pub variation: f64,
    /// `n Σw² / (Σw)²` (Kish, “Survey sampling”, 1965), at least 1.
    pub design_effect: f64,
    /// `n / design_effect`: as many equally weighted units tell as much.
    pub n_effective: f64,
}

/// Spread of non-negative weights; `None` without any, or when they add up to nothing.
pub fn spread(weights: &[f64]) -> Option<Spread> {
    let n = count(weights.len());
    let sum: f64 = weights.iter().sum();
    let squares: f64 = weights.iter().map(|w| w * w).sum();
    if weights.is_empty() || sum.is_nan() || sum <= 0.0 {
        return None;
    }
    let design_effect = (n * squares / (sum * sum)).max(1.0);
    Some(Spread {
        n: weights.len(),
        least: weights.iter().copied().fold(f64::INFINITY, f64::min),
        most: weights.iter().copied().fold(f64::NEG_INFINITY, f64::max),
        variation: (design_effect - 1.0).sqrt(),
        design_effect,
        n_effective: n / design_effect,
    })
}

/// Ratios `w/d` of a calibration, and the units at its bounds.
#[derive(Debug, Clone, PartialEq)]
pub struct Ratios {
    pub least: f64,
    pub most: f64,
    /// Units within 1 % of `low` or below.
    pub at_low: Vec<usize>,
    /// Units within 1 % of `high` or above.
    pub at_high: Vec<usize>,
}

/// Compares final weights with initial ones; units of initial weight 0 are left out.
pub fn ratios(weights: &[f64], initial: &[f64], low: f64, high: f64) -> Option<Ratios> {
    let pairs = weights.iter().zip(initial).enumerate();
    let found: Vec<(usize, f64)> =
        pairs.filter(|(_, (_, d))| **d > 0.0).map(|(unit, (w, d))| (unit, w / d)).collect();
    if found.is_empty() {
        return None;
    }
    let units = |wanted: &dyn Fn(f64) -> bool| {
        found.iter().filter(|(_, ratio)| wanted(*ratio)).map(|(unit, _)| *unit).collect()
    };
    Some(Ratios {
        least: found.iter().map(|f| f.1).fold(f64::INFINITY, f64::min),
        most: found.iter().map(|f| f.1).fold(f64::NEG_INFINITY, f64::max),
        at_low: units(&|ratio| ratio <= low * 1.01),
        at_high: units(&|ratio| ratio >= high * 0.99),
    })
}

/// A count as a number.
#[expect(clippy::cast_precision_loss, reason = "counts are far below 2^52")]
pub fn count(n: usize) -> f64 {
    n as f64
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn check(weights: &[f64], design_effect: f64) {
        let found = spread(weights).unwrap();
        assert!((found.design_effect - design_effect).abs() < 1e-12);
        assert!((found.n_effective - count(weights.len()) / design_effect).abs() < 1e-12);
    }

    #[test]
    fn equal_weights_cost_nothing() {
        check(&[7.0; 12], 1.0);
    }

    #[test]
    fn one_and_three() {
        check(&[1.0, 3.0], 2.0 * (1.0 + 9.0) / 16.0);
        assert!((spread(&[1.0, 3.0]).unwrap().variation - 1.0 / 2.0).abs() < 1e-12);
    }

    #[test]
    fn nothing_to_say() {
        assert_eq!(spread(&[]), None);
        assert_eq!(spread(&[0.0, 0.0]), None);
        assert_eq!(ratios(&[], &[], 0.3, 3.0), None);
    }

    #[test]
    fn bounds_are_named() {
        let found = ratios(&[3.0, 10.0, 30.0, 5.0], &[10.0, 10.0, 10.0, 0.0], 0.3, 3.0).unwrap();
        assert_eq!((found.at_low, found.at_high), (vec![0], vec![2]));
        assert_eq!(
            (found.least.to_bits(), found.most.to_bits()),
            (0.3_f64.to_bits(), 3.0_f64.to_bits())
        );
    }

    proptest! {
        /// The second road: deff = 1 + CV².
        #[test]
        fn kish_is_one_plus_squared_variation(w in prop::collection::vec(0.1..50.0_f64, 2..40)) {
            let found = spread(&w).unwrap();
            let mean = w.iter().sum::<f64>() / count(w.len());
            let variance = w.iter().map(|w| (w - mean).powi(2)).sum::<f64>() / count(w.len());
            prop_assert!((found.design_effect - (1.0 + variance / mean.powi(2))).abs() < 1e-9);
        }
    }
}
