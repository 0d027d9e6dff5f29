//! The Poisson distribution: counts of independent departures over a horizon.

/// Largest mean whose table is kept whole; above it the law is that of its normal limit.
const MOST: f64 = 20_000.0;
/// Probability left out beyond the end of a table.
const TAIL: f64 = 1e-15;

/// Cumulative probabilities of Poisson(`mean`), from 0 on.
#[derive(Clone, Debug, PartialEq)]
pub struct Poisson {
    mean: f64,
    /// Empty above [`MOST`].
    table: Vec<f64>,
}

impl Poisson {
    /// `mean` is not negative; a negative one, or none, counts as 0.
    pub fn new(mean: f64) -> Self {
        let mean = if mean.is_finite() { mean.max(0.0) } else { 0.0 };
        let mut table = Vec::new();
        if mean <= MOST {
            // In logarithms: e^-mean alone is nought from a mean of 745 on.
            let (mut log, mut sum, mut k) = (-mean, 0.0_f64, 0.0_f64);
            loop {
                sum += log.exp();
                table.push(sum.min(1.0));
                if (k > mean && log < TAIL.ln()) || sum >= 1.0 - TAIL {
                    break;
                }
                k += 1.0;
                log += mean.ln() - k.ln();
            }
        }
        Self { mean, table }
    }

    /// Least count whose cumulative probability reaches `p`, 0 ≤ p < 1.
    pub fn quantile(&self, p: f64) -> f64 {
        if self.table.is_empty() {
            let z = crate::survey::student::normal(p.clamp(1e-12, 1.0 - 1e-12));
            return (self.mean + z * self.mean.sqrt()).round().max(0.0);
        }
        let below = self.table.partition_point(|sum| *sum < p);
        let last = self.table.len() - 1;
        u32::try_from(below.min(last)).map_or(f64::from(u32::MAX), f64::from)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A second road: the sum of the terms themselves, for small means.
    #[test]
    fn quantiles_are_those_of_the_terms() {
        for mean in [0.1, 0.76, 3.8, 12.0, 25.45] {
            let law = Poisson::new(mean);
            for p in [0.01, 0.1, 0.5, 0.9, 0.99] {
                let (mut term, mut sum, mut k) = ((-mean).exp(), (-mean).exp(), 0.0);
                while sum < p {
                    k += 1.0;
                    term *= mean / k;
                    sum += term;
                }
                assert!((law.quantile(p) - k).abs() < 1e-9, "{mean} {p}");
            }
        }
    }

    #[test]
    fn extremes() {
        assert!(Poisson::new(0.0).quantile(0.999).abs() < 1e-12);
        assert!(Poisson::new(f64::NAN).quantile(0.5).abs() < 1e-12);
        // The table and its normal limit meet.
        let (table, limit) = (Poisson::new(MOST), Poisson::new(MOST + 1.0));
        assert!((table.quantile(0.9) - limit.quantile(0.9)).abs() < 4.0);
        assert!((Poisson::new(2_000.0).quantile(0.5) - 2_000.0).abs() < 2.0);
    }
}
