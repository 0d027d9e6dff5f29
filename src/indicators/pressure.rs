//! The basin reading of hiring pressure (`method.md` §1.9, second reading, and §1.11).

use crate::model::Grade;
use crate::survey::quantile::{mean_and_deviation, quantile};

/// What the probability says, masked cells considered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Status {
    /// `P(point) ≥ 0.8`.
    Flagged,
    /// `P(point) < 0.8 ≤ P(high)`: only the masked values could raise it.
    ToCheck,
    /// `P(high) < 0.8`.
    NotFlagged,
}

impl Status {
    pub const fn id(self) -> &'static str {
        match self {
            Self::Flagged => "flagged",
            Self::ToCheck => "to-check",
            Self::NotFlagged => "not-flagged",
        }
    }
}

/// Posterior of the share of difficult projects, shrunk from France to the territory.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Posterior {
    /// Prior of each rung: rest of France, rest of the région, rest of the département.
    pub p3: f64,
    pub p2: f64,
    pub p1: f64,
    pub alpha: f64,
    pub beta: f64,
    pub mean: f64,
    /// 80 % interval: Beta quantiles 0.1 and 0.9.
    pub low: f64,
    pub high: f64,
    /// `P(share > cut)` in the low, point and high chains of masked cells.
    pub probability_low: f64,
    pub probability: f64,
    pub probability_high: f64,
    /// Effective number of answers behind the cell.
    pub effective_n: f64,
}

/// One of the three components of a tension score.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Component {
    /// In its own unit: a share, a ratio of flows, a rate.
    pub value: f64,
    /// Standard deviations from the mean of the reference set.
    pub z: f64,
    /// Weight after renormalisation over the components at hand.
    pub weight: f64,
}

/// D, R and E of `method.md` §1.2; `None` when no loaded file gives them.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Components {
    /// D: share of difficult projects.
    pub difficulty: Option<Component>,
    /// R: online offers / registrations of category A.
    pub offers_per_seeker: Option<Component>,
    /// E: exit rate from the lists, categories A, B, C.
    pub exit_rate: Option<Component>,
}

/// Where an occupation stands on the territory, by its own files only.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Pressure {
    /// 1–5 by the reference set's own quintiles; `None`: not computable.
    pub class: Option<u8>,
    /// Weighted sum of standard scores.
    pub score: Option<f64>,
    pub components: Components,
    /// Grade of class and score; missing components lower it.
    pub confidence: Grade,
    pub status: Status,
    /// Grade of the flag (`method.md` §1.11); C is a presumption, never evidence.
    pub grade: Grade,
    pub posterior: Posterior,
}

impl Pressure {
    pub fn flagged(&self) -> bool {
        self.status == Status::Flagged
    }

    /// Flagged from the rungs above, not from the territory's own data.
    pub fn presumed(&self) -> bool {
        self.flagged() && self.grade == Grade::C
    }

    /// Evidence from the territory itself: grade A or B.
    pub fn evidence(&self) -> bool {
        self.flagged() && self.grade != Grade::C
    }
}

/// Values of the components over the reference cells, to standardise against.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ReferenceSet {
    /// Shrunk difficulty shares of the occupations × départements of the région.
    pub difficulty: Vec<f64>,
}

/// A standardisation made once for all occupations of a territory.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Scale {
    mean: f64,
    deviation: f64,
    /// The reference set's own quintiles of the score.
    quintiles: [f64; 4],
}

impl Scale {
    /// `None` when the set is too small or has no spread: class and score are then refused.
    pub fn new(set: &ReferenceSet, least_cells: usize) -> Option<Self> {
        if set.difficulty.len() < least_cells {
            return None;
        }
        let (mean, deviation) = mean_and_deviation(&set.difficulty)?;
        let mut scores: Vec<f64> =
            set.difficulty.iter().map(|value| (value - mean) / deviation).collect();
        scores.sort_by(f64::total_cmp);
        let quintiles = [
            quantile(&scores, 0.2)?,
            quantile(&scores, 0.4)?,
            quantile(&scores, 0.6)?,
            quantile(&scores, 0.8)?,
        ];
        Some(Self { mean, deviation, quintiles })
    }

    /// Class, score and component of a difficulty share (weights renormalised over D alone).
    pub fn place(&self, difficulty: f64) -> (u8, f64, Component) {
        let z = (difficulty - self.mean) / self.deviation;
        let above = self.quintiles.iter().filter(|cut| **cut < z).count();
        let class = 1 + u8::try_from(above).unwrap_or(4);
        (class, z, Component { value: difficulty, z, weight: 1.0 })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn evenly(n: u32) -> ReferenceSet {
        ReferenceSet { difficulty: (0..n).map(|i| f64::from(i) / f64::from(n)).collect() }
    }

    #[test]
    fn classes_are_the_quintiles_of_the_set() {
        let scale = Scale::new(&evenly(100), 30).unwrap();
        let class = |share| scale.place(share).0;
        assert_eq!([0.05, 0.25, 0.5, 0.7, 0.9].map(class), [1, 2, 3, 4, 5]);
    }

    #[test]
    fn a_small_or_flat_set_is_refused() {
        assert_eq!(Scale::new(&evenly(29), 30), None);
        assert!(Scale::new(&evenly(30), 30).is_some());
        assert_eq!(Scale::new(&ReferenceSet { difficulty: vec![0.5; 40] }, 30), None);
    }
}
