//! Quantiles, mean and standard deviation of a sample.

/// Quantile by linear interpolation between order statistics (Hyndman–Fan type 7).
///
/// `sorted` is ascending; `None` when it is empty.
pub fn quantile(sorted: &[f64], p: f64) -> Option<f64> {
    let last = sorted.len().checked_sub(1)?;
    #[expect(clippy::cast_precision_loss, reason = "samples are far below 2^52")]
    let position = p.clamp(0.0, 1.0) * last as f64;
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "0 ≤ position")]
    let below = position.floor() as usize;
    let low = *sorted.get(below)?;
    let high = *sorted.get((below + 1).min(last))?;
    Some(low + (high - low) * (position - position.floor()))
}

/// Mean and standard deviation (n − 1); `None` under two values or without spread.
pub fn mean_and_deviation(values: &[f64]) -> Option<(f64, f64)> {
    if values.len() < 2 {
        return None;
    }
    #[expect(clippy::cast_precision_loss, reason = "samples are far below 2^52")]
    let n = values.len() as f64;
    let mean = values.iter().sum::<f64>() / n;
    let variance = values.iter().map(|v| (v - mean).powi(2)).sum::<f64>() / (n - 1.0);
    (variance > 0.0).then(|| (mean, variance.sqrt()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn type_seven() {
        let sample = [1.0, 2.0, 3.0, 4.0, 10.0];
        assert_eq!(quantile(&sample, 0.0), Some(1.0));
        assert_eq!(quantile(&sample, 0.5), Some(3.0));
        assert_eq!(quantile(&sample, 0.875), Some(4.0 + (10.0 - 4.0) * 0.5));
        assert_eq!(quantile(&sample, 1.0), Some(10.0));
        assert_eq!(quantile(&[], 0.5), None);
    }

    #[test]
    fn spread_needs_two_different_values() {
        assert_eq!(mean_and_deviation(&[1.0]), None);
        assert_eq!(mean_and_deviation(&[2.0, 2.0]), None);
        assert_eq!(mean_and_deviation(&[1.0, 3.0]), Some((2.0, 2.0_f64.sqrt())));
    }
}
