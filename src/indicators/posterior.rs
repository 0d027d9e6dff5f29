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
    let point = chain(rings.map(|ring| ring.point_chain()), cut, settings);
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

/// What the share of a cell is shrunk to: its rungs above, whatever the cell holds.
pub fn prior(rings: &Rings, cut: f64, settings: Settings) -> f64 {
    chain(rings.map(|ring| ring.point_chain()), cut, settings).p1
}

/// A share that a survey of its own estimates, with its interval of 95 %, whatever corrections its
/// design made: that of finite populations among them.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Estimate {
    pub value: f64,
    pub low: f64,
    pub high: f64,
}

/// A share of a survey of its own, shrunk to the rungs above it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct OwnShare {
    pub mean: f64,
    /// 80 % interval.
    pub low: f64,
    pub high: f64,
    /// `P(share > cut)`; `None` without a cut: nothing is known to set the share against.
    pub probability: Option<f64>,
    /// Answers that a simple survey of the same precision would have had.
    pub effective_n: f64,
    pub status: Status,
    pub grade: Grade,
}

/// Quantile of the interval of an [`Estimate`].
const NORMAL_95: f64 = 1.959_963_984_540_054;
/// Answers at most: everybody was asked, and the interval has no width.
const EVERYBODY: f64 = 1e6;

impl Estimate {
    /// `p(1 − p) / SE²`, at the middle of the interval: at 0 or 1 the estimate itself has no spread.
    pub fn effective_n(&self) -> f64 {
        let error = (self.high - self.low) / 2.0 / NORMAL_95;
        let middle = f64::midpoint(self.low, self.high).clamp(0.0, 1.0);
        if error <= 0.0 {
            return EVERYBODY;
        }
        (middle * (1.0 - middle) / (error * error)).min(EVERYBODY)
    }
}

/// The posterior of an own survey's share (`method.md` §1.11, end): the respondents themselves are
/// its effective size. Without a `prior`, half an answer on each side.
pub fn of_survey(
    estimate: Estimate,
    prior: Option<f64>,
    cut: Option<f64>,
    settings: Settings,
) -> OwnShare {
    let n = estimate.effective_n();
    let (strength, share) = match prior {
        Some(share) => (settings.prior_strength, share),
        None => (1.0, 0.5),
    };
    let alpha = n * estimate.value + strength * share;
    let beta = n * (1.0 - estimate.value) + strength * (1.0 - share);
    let law = BetaLaw::new(alpha, beta);
    let probability = cut.map(|cut| law.exceeding(cut));
    OwnShare {
        mean: alpha / (alpha + beta),
        low: law.quantile(0.1),
        high: law.quantile(0.9),
        probability,
        effective_n: n,
        status: match probability {
            Some(known) if known >= settings.flag_probability => Status::Flagged,
            Some(_) => Status::NotFlagged,
            None => Status::Unread,
        },
        grade: Grade::of_effective_size(n),
    }
}

/// The mean of [`posterior`] alone: a hundred times cheaper.
pub fn mean(rings: &Rings, cut: f64, settings: Settings) -> f64 {
    chain(rings.map(|ring| ring.point_chain()), cut, settings).mean()
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
    let point = chain(rings.map(|ring| ring.point_chain()), cut, settings);
    let probability = point.exceeding(cut);
    let enough = |rings: [(f64, f64); 4]| {
        chain(rings, cut, settings).exceeding(cut) >= settings.flag_probability
    };
    let [own, ..] = rings;
    let (status, depends_on_masked) = if own.is_without_projects() {
        (Status::NoProject, false)
    } else if probability >= settings.flag_probability {
        (Status::Flagged, !enough(rings.map(|ring| ring.low_chain(mask))))
    } else if enough(rings.map(|ring| ring.high_chain(mask))) {
        (Status::ToCheck, false)
    } else {
        (Status::NotFlagged, false)
    };
    Bearing { mean: point.mean(), probability, status, depends_on_masked }
}

/// What the probability says of a territory whose own sums are given.
pub fn status(own: &Sums, posterior: &Posterior, settings: Settings) -> Status {
    if own.is_without_projects() {
        Status::NoProject
    } else if posterior.probability >= settings.flag_probability {
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
    use proptest::prelude::*;

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

    /// A rung above cannot flag what nobody recruits here; one project, be it masked, is enough for a
    /// presumption.
    #[test]
    fn without_a_project_nothing_is_flagged() {
        let check = |own: (f64, f64, u32, u32), expected: Status| {
            let above = ring((1_000.0, 950.0, 0, 0));
            let rings = [ring(own), above, above, above];
            let mask = Mask::integer(4.0);
            let found = posterior(&rings, mask, 0.57, SETTINGS);
            assert!(found.probability > 0.8, "{}", found.probability);
            assert_eq!(status(&rings[0], &found, SETTINGS), expected);
            let short = bearing(&rings, mask, 0.57, SETTINGS);
            assert_eq!((short.status, short.depends_on_masked), (expected, false));
        };
        check((0.0, 0.0, 0, 0), Status::NoProject);
        check((0.0, 0.0, 1, 1), Status::Flagged);
        check((1.0, 1.0, 0, 0), Status::Flagged);
    }

    /// Two roads to a share of an own survey: 30 of 40 answers of a simple survey, or as many
    /// projects of a cell of which each rests on an answer.
    #[test]
    fn an_own_survey_weighs_as_its_answers_do() {
        let (n, share): (f64, f64) = (40.0, 0.75);
        let error = (share * (1.0 - share) / n).sqrt() * NORMAL_95;
        let estimate = Estimate { value: share, low: share - error, high: share + error };
        assert!((estimate.effective_n() - n).abs() < 1e-9);
        let around = ring((1_000.0, 400.0, 0, 0));
        let rings = [ring((n, n * share, 0, 0)), around, around, around];
        let each = Settings { effective_share: 1.0, ..SETTINGS };
        let cell = posterior(&rings, Mask::integer(4.0), 0.5, each);
        let own = of_survey(estimate, Some(cell.p1), Some(0.5), SETTINGS);
        assert!((own.mean - cell.mean).abs() < 1e-9);
        assert!((own.probability.unwrap() - cell.probability).abs() < 1e-9);
        assert_eq!(own.grade, Grade::A);
        // Half of the population asked: the error of the answers is that much less.
        let corrected = Estimate {
            low: share - error * 0.5_f64.sqrt(),
            high: share + error * 0.5_f64.sqrt(),
            ..estimate
        };
        assert!((corrected.effective_n() - 2.0 * n).abs() < 1e-9);
        let surer = of_survey(corrected, Some(cell.p1), Some(0.5), SETTINGS);
        assert!(surer.high - surer.low < own.high - own.low);
    }

    #[test]
    fn everybody_asked_leaves_no_doubt() {
        let all = Estimate { value: 0.6, low: 0.6, high: 0.6 };
        let found = of_survey(all, Some(0.2), Some(0.55), SETTINGS);
        assert!(found.probability.unwrap() > 0.999_999 && (found.mean - 0.6).abs() < 1e-4);
        assert!(found.status.is_flagged());
        let found = of_survey(all, Some(0.9), Some(0.65), SETTINGS);
        assert!(found.probability.unwrap() < 1e-6);
        // Without anything to set it against, the share is told and no sign is made.
        let found = of_survey(all, None, None, SETTINGS);
        assert_eq!((found.probability, found.status), (None, Status::Unread));
        assert!((found.mean - 0.6).abs() < 1e-4);
    }

    /// A second road: half of each answer in twice as many projects.
    #[test]
    fn twice_the_projects_at_half_the_share_are_the_same() {
        let rings =
            [(61.0, 16.0, 1, 1), (23.0, 23.0, 1, 2), (2434.0, 2042.0, 1, 2), (15e3, 12e3, 2, 9)];
        let once = posterior(&rings.map(ring), Mask::integer(4.0), 0.6, SETTINGS);
        let twice = rings.map(|(met, xmet, m, x)| ring((2.0 * met, 2.0 * xmet, 2 * m, 2 * x)));
        let half = Settings { effective_share: SETTINGS.effective_share / 2.0, ..SETTINGS };
        let found = posterior(&twice, Mask::integer(4.0), 0.6, half);
        for (one, other) in [
            (once.mean, found.mean),
            (once.low, found.low),
            (once.high, found.high),
            (once.probability_low, found.probability_low),
            (once.probability, found.probability),
            (once.probability_high, found.probability_high),
        ] {
            assert!((one - other).abs() < 1e-9, "{one} {other}");
        }
        assert!((once.effective_n - found.effective_n).abs() < 1e-9);
    }

    /// A second road to the probability: the density added up above the cut.
    #[test]
    fn the_probability_is_the_area_above_the_cut() {
        let rings =
            [(73.0, 46.0, 0, 0), (54.0, 41.0, 0, 0), (7777.0, 5788.0, 0, 2), (50e3, 34e3, 4, 20)];
        let found = posterior(&rings.map(ring), Mask::integer(4.0), CUT_2024, SETTINGS);
        let density = |x: f64| x.powf(found.alpha - 1.0) * (1.0 - x).powf(found.beta - 1.0);
        let steps = 20_000;
        let area = |from: f64, to: f64| -> f64 {
            let width = (to - from) / f64::from(steps);
            (0..steps).map(|i| density(from + (f64::from(i) + 0.5) * width) * width).sum()
        };
        let above = area(CUT_2024, 1.0) / area(0.0, 1.0);
        assert!((above - found.probability).abs() < 1e-6, "{above} {}", found.probability);
    }

    type Raw = (u32, u32, u32, u32);

    /// Projects, difficult ones among them, masked projects, masked difficult ones: those behind a
    /// masked count of projects, and those of cells whose projects are published and can hold them.
    fn any_ring() -> impl Strategy<Value = Raw> {
        (0_u32..400, 0_u32..=100, 0_u32..5, 0_u32..5).prop_map(|(free, percent, masked, more)| {
            (free + 4 * more, free * percent / 100, masked, masked + more)
        })
    }

    fn made((met, xmet, masked, masked_difficult): Raw) -> Sums {
        ring((f64::from(met), f64::from(xmet), masked, masked_difficult))
    }

    proptest! {
        /// Masked cells can only widen; the share lies between the cell's own and its prior; the
        /// short roads say what the long one does.
        #[test]
        fn what_always_holds(
            rings in [any_ring(), any_ring(), any_ring(), any_ring()],
            cut in 0.05_f64..0.95,
        ) {
            let rings = rings.map(made);
            let mask = Mask::integer(4.0);
            let found = posterior(&rings, mask, cut, SETTINGS);
            prop_assert!(found.probability_low <= found.probability + 1e-9);
            prop_assert!(found.probability <= found.probability_high + 1e-9);
            prop_assert!(0.0 <= found.low && found.low <= found.high && found.high <= 1.0);
            let own = rings[0];
            let (least, most) = if own.projects > 0.0 {
                let share = own.difficult / own.projects;
                (share.min(found.p1), share.max(found.p1))
            } else {
                (found.p1, found.p1)
            };
            prop_assert!(least - 1e-9 <= found.mean && found.mean <= most + 1e-9);
            prop_assert!((mean(&rings, cut, SETTINGS) - found.mean).abs() < 1e-12);
            prop_assert!((prior(&rings, cut, SETTINGS) - found.p1).abs() < 1e-12);
            let short = bearing(&rings, mask, cut, SETTINGS);
            prop_assert_eq!(short.status, status(&own, &found, SETTINGS));
            prop_assert!((short.probability - found.probability).abs() < 1e-12);
        }
    }
}
