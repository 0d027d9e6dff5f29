//! Shrinkage of a small cell towards the rungs above it, and the flag (`method.md` §1.11).
//!
//! Four disjoint rings, so that no project is counted twice: the territory, the rest of its
//! département(s), the rest of its région(s), the rest of France.

use crate::indicators::hiring::{Mask, Sums};
use crate::indicators::pressure::{Posterior, Status};
use crate::model::Grade;
use crate::survey::beta::BetaLaw;

/// Sums of one occupation on the four rings, from the territory outwards.
pub type Rings = [Sums; 4];

/// Settings of the shrinkage; defaults and sources in `assets/params/method.ron`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Settings {
    /// Part of the projects that rests on an answer, 0–1.
    pub effective_share: f64,
    /// Weight of the prior, in answers.
    pub prior_strength: f64,
    /// Least probability of a flag, 0–1.
    pub flag_probability: f64,
}

struct Chain {
    p3: f64,
    p2: f64,
    p1: f64,
    alpha: f64,
    beta: f64,
}

impl Chain {
    fn mean(&self) -> f64 {
        self.alpha / (self.alpha + self.beta)
    }

    fn exceeding(&self, cut: f64) -> f64 {
        BetaLaw::new(self.alpha, self.beta).exceeding(cut)
    }
}

fn chain(rings: [(f64, f64); 4], cut: f64, settings: Settings) -> Chain {
    let [(m0, x0), (m1, x1), (m2, x2), (m3, x3)] = rings;
    let Settings { effective_share: s, prior_strength: m, .. } = settings;
    let p3 = if m3 > 0.0 { x3 / m3 } else { cut };
    let p2 = (s * x2 + m * p3) / (s * m2 + m);
    let p1 = (s * x1 + m * p2) / (s * m1 + m);
    Chain { p3, p2, p1, alpha: s * x0 + m * p1, beta: s * (m0 - x0) + m * (1.0 - p1) }
}

/// The posterior share of difficult projects of an occupation, and how it compares with `cut`.
pub fn posterior(rings: &Rings, mask: Mask, cut: f64, settings: Settings) -> Posterior {
    let point = chain(rings.map(|ring| (ring.projects, ring.difficult)), cut, settings);
    let low = chain(rings.map(|ring| ring.low_chain(mask)), cut, settings);
    let high = chain(rings.map(|ring| ring.high_chain(mask)), cut, settings);
    let [own, ..] = rings;
    let shares = BetaLaw::new(point.alpha, point.beta);
    Posterior {
        p3: point.p3,
        p2: point.p2,
        p1: point.p1,
        alpha: point.alpha,
        beta: point.beta,
        mean: point.mean(),
        low: shares.quantile(0.1),
        high: shares.quantile(0.9),
        probability_low: low.exceeding(cut),
        probability: shares.exceeding(cut),
        probability_high: high.exceeding(cut),
        effective_n: settings.effective_share * own.projects,
    }
}

/// The mean of [`posterior`] alone: a hundred times cheaper.
pub fn mean(rings: &Rings, cut: f64, settings: Settings) -> f64 {
    chain(rings.map(|ring| (ring.projects, ring.difficult)), cut, settings).mean()
}

/// What the flag of a cell needs, and no more: two tail probabilities, no quantile.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Bearing {
    pub mean: f64,
    /// In the point chain.
    pub probability: f64,
    pub status: Status,
    /// The flag would fall if the masked cells were at their least favourable.
    pub depends_on_masked: bool,
}

/// As [`posterior`] with [`status`], for the many cells of a country.
pub fn bearing(rings: &Rings, mask: Mask, cut: f64, settings: Settings) -> Bearing {
    let point = chain(rings.map(|ring| (ring.projects, ring.difficult)), cut, settings);
    let probability = point.exceeding(cut);
    let enough = |rings: [(f64, f64); 4]| {
        chain(rings, cut, settings).exceeding(cut) >= settings.flag_probability
    };
    let (status, depends_on_masked) = if probability >= settings.flag_probability {
        (Status::Flagged, !enough(rings.map(|ring| ring.low_chain(mask))))
    } else if enough(rings.map(|ring| ring.high_chain(mask))) {
        (Status::ToCheck, false)
    } else {
        (Status::NotFlagged, false)
    };
    Bearing { mean: point.mean(), probability, status, depends_on_masked }
}

pub fn status(posterior: &Posterior, settings: Settings) -> Status {
    if posterior.probability >= settings.flag_probability {
        Status::Flagged
    } else if posterior.probability_high >= settings.flag_probability {
        Status::ToCheck
    } else {
        Status::NotFlagged
    }
}

/// Grade of the flag: that of the cell, less one when the flag depends on masked cells.
pub fn grade(own: &Sums, posterior: &Posterior, mask: Mask, settings: Settings) -> Grade {
    let grade = own.grade(mask, settings.effective_share);
    let depends_on_masked = posterior.probability_low < settings.flag_probability
        && posterior.probability >= settings.flag_probability;
    if depends_on_masked { grade.lowered() } else { grade }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SETTINGS: Settings =
        Settings { effective_share: 0.25, prior_strength: 10.0, flag_probability: 0.8 };
    const CUT_2024: f64 = 1_568_524.0 / 2_751_069.0;
    const CUT_2023: f64 = 1_830_470.0 / 3_013_134.0;

    /// (projects, difficult, masked projects, masked difficult) of a ring.
    fn ring((projects, difficult, masked, masked_difficult): (f64, f64, u32, u32)) -> Sums {
        Sums {
            cells: 1,
            projects,
            difficult,
            masked_projects: masked,
            masked_difficult,
            hidden_difficult: 4.0 * f64::from(masked_difficult),
            ..Sums::default()
        }
    }

    fn check(rings: [(f64, f64, u32, u32); 4], cut: f64, mean: f64, chances: [f64; 3]) {
        let found = posterior(&rings.map(ring), Mask::integer(4.0), cut, SETTINGS);
        assert!((found.mean - mean).abs() < 1e-6, "{} is not {mean}", found.mean);
        let found = [found.probability_low, found.probability, found.probability_high];
        for (found, expected) in found.iter().zip(chances) {
            assert!((found - expected).abs() < 1e-6, "{found} is not {expected}");
        }
    }

    /// The worked chains of `method.md` §7.10.
    #[test]
    fn worked_chains() {
        check(
            [
                (61.0, 16.0, 0, 0),
                (23.0, 23.0, 1, 1),
                (2434.0, 2042.0, 1, 2),
                (15330.0, 11935.0, 21, 39),
            ],
            CUT_2023,
            0.513_713,
            [0.122_463, 0.173_180, 0.180_910],
        );
        check(
            [
                (100.0, 85.0, 0, 0),
                (57.0, 10.0, 0, 1),
                (3586.0, 2563.0, 3, 6),
                (23266.0, 18324.0, 11, 22),
            ],
            CUT_2024,
            0.720_902,
            [0.970_067, 0.970_310, 0.979_513],
        );
        check(
            [
                (0.0, 0.0, 1, 1),
                (0.0, 0.0, 1, 1),
                (2607.0, 1902.0, 0, 4),
                (19122.0, 13879.0, 19, 54),
            ],
            CUT_2024,
            0.729_517,
            [0.601_691, 0.869_876, 0.942_018],
        );
    }

    #[test]
    fn without_any_ring_the_cut_is_the_prior() {
        let none = posterior(&[Sums::default(); 4], Mask::integer(4.0), 0.57, SETTINGS);
        assert!((none.mean - 0.57).abs() < 1e-12);
    }
}
