//! Draws from the Beta distribution, by way of the Gamma.

use crate::survey::random::Random;

/// A draw from Gamma(`shape`, 1) by the rejection of Marsaglia and Tsang (2000); `shape` > 0.
#[expect(clippy::many_single_char_names, reason = "the letters of the published algorithm")]
fn gamma(shape: f64, random: &mut Random) -> f64 {
    if shape < 1.0 {
        // Gamma(a) = Gamma(a + 1) · U^(1/a).
        let raised = gamma(shape + 1.0, random);
        return raised * (1.0 - random.uniform()).powf(1.0 / shape);
    }
    let d = shape - 1.0 / 3.0;
    let c = 1.0 / (9.0 * d).sqrt();
    loop {
        let x = normal(random);
        let v = (1.0 + c * x).powi(3);
        if v <= 0.0 {
            continue;
        }
        let u = 1.0 - random.uniform();
        if u < 1.0 - 0.0331 * x.powi(4) || u.ln() < 0.5 * x * x + d * (1.0 - v + v.ln()) {
            return d * v;
        }
    }
}

/// A standard normal draw (Box and Muller, polar form of Marsaglia).
fn normal(random: &mut Random) -> f64 {
    loop {
        let (a, b) = (2.0 * random.uniform() - 1.0, 2.0 * random.uniform() - 1.0);
        let s = a * a + b * b;
        if s > 0.0 && s < 1.0 {
            return a * (-2.0 * s.ln() / s).sqrt();
        }
    }
}

/// A draw from Beta(`alpha`, `beta`). A parameter of zero is the limit, as in `survey::beta`.
pub fn beta_draw(alpha: f64, beta: f64, random: &mut Random) -> f64 {
    if alpha <= 0.0 {
        return 0.0;
    }
    if beta <= 0.0 {
        return 1.0;
    }
    let (a, b) = (gamma(alpha, random), gamma(beta, random));
    if a + b > 0.0 { a / (a + b) } else { alpha / (alpha + beta) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::survey::beta::cumulative;

    /// The second road: the share of draws under a value is the incomplete beta function.
    #[test]
    fn draws_follow_the_distribution() {
        let number = 20_000_u32;
        for (alpha, beta) in [(0.4, 0.7), (1.0, 1.0), (7.25, 2.7), (64.0, 10.8), (0.3, 9.0)] {
            let mut random = Random::new(11, 0);
            let drawn: Vec<f64> =
                (0..number).map(|_| beta_draw(alpha, beta, &mut random)).collect();
            for x in [0.05, 0.3, 0.6, 0.8, 0.95] {
                let under = drawn.iter().filter(|value| **value <= x).count();
                let found = f64::from(u32::try_from(under).unwrap()) / f64::from(number);
                let expected = cumulative(x, alpha, beta);
                let error = (expected * (1.0 - expected) / f64::from(number)).sqrt();
                assert!(
                    (found - expected).abs() <= 5.0 * error + 1e-9,
                    "Beta({alpha}, {beta}) at {x}: {found} is not {expected}"
                );
            }
        }
    }

    #[test]
    fn degenerate_parameters_are_their_limit() {
        let mut random = Random::new(1, 0);
        assert!(beta_draw(0.0, 2.0, &mut random).abs() < f64::EPSILON);
        assert!((beta_draw(2.0, 0.0, &mut random) - 1.0).abs() < f64::EPSILON);
    }
}
