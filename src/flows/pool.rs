//! The usable local pool: job seekers who could take the posts (`method.md` §3.2).

use crate::flows::spread::Spread;

/// V = `DEFM_A` · min(1, share with the qualification) · share going back to the same occupation.
pub fn factors(stock: Spread, qualified: Spread, same_occupation: Spread) -> [Spread; 3] {
    [stock, at_most_one(qualified), at_most_one(same_occupation)]
}

fn at_most_one(share: Spread) -> Spread {
    match share {
        Spread::Known(share) => Spread::Known(share.min(1.0)),
        Spread::Uniform { low, high } => Spread::Uniform { low: low.min(1.0), high: high.min(1.0) },
        Spread::Bounds { low, high } => Spread::Bounds { low: low.min(1.0), high: high.min(1.0) },
        Spread::Around { value, low, high } => {
            Spread::Around { value: value.min(1.0), low: low.min(1.0), high: high.min(1.0) }
        }
        Spread::Poisson(mean) => Spread::Known(mean.min(1.0)),
        Spread::Events { people, rate, .. } => Spread::Known((people * rate).min(1.0)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::flows::spread::point;

    #[test]
    fn more_candidates_qualified_than_seekers_count_once() {
        let pool =
            |share| point(&factors(Spread::Known(40.0), Spread::Known(share), Spread::Known(0.25)));
        assert_eq!(pool(0.5), Some(40.0 * 0.5 * 0.25));
        assert_eq!(pool(1.8), Some(40.0 * 0.25));
    }
}
