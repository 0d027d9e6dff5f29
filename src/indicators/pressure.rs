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
    pub const fn is_flagged(self) -> bool {
        matches!(self, Self::Flagged)
    }

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

/// Weights of `method.md` §1.2, before renormalisation over the components at hand.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Weights {
    pub difficulty: f64,
    pub exit_rate: f64,
}

/// One occupation × département of the région.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ReferenceCell {
    /// Shrunk difficulty share.
    pub difficulty: f64,
    pub exit_rate: Option<f64>,
}

/// A standardisation of `N` components, with the set's own quintiles of the weighted score.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Standard<const N: usize> {
    moments: [(f64, f64); N],
    weights: [f64; N],
    quintiles: [f64; 4],
}

impl<const N: usize> Standard<N> {
    /// `None` when the set is too small or has no spread.
    fn new(cells: &[[f64; N]], weights: [f64; N], least_cells: usize) -> Option<Self> {
        if cells.len() < least_cells {
            return None;
        }
        let mut moments = [(0.0, 1.0); N];
        for (place, moment) in moments.iter_mut().enumerate() {
            let values: Vec<f64> =
                cells.iter().filter_map(|cell| cell.get(place)).copied().collect();
            *moment = mean_and_deviation(&values)?;
        }
        let all: f64 = weights.iter().sum();
        let weights = weights.map(|weight| weight / all);
        let mut standard = Self { moments, weights, quintiles: [0.0; 4] };
        let mut scores: Vec<f64> = cells.iter().map(|cell| standard.score(*cell)).collect();
        scores.sort_by(f64::total_cmp);
        let cut = |order| quantile(&scores, order);
        standard.quintiles = [cut(0.2)?, cut(0.4)?, cut(0.6)?, cut(0.8)?];
        Some(standard)
    }

    fn parts(&self, values: [f64; N]) -> [Component; N] {
        let mut place = 0;
        values.map(|value| {
            let (mean, deviation) = self.moments.get(place).copied().unwrap_or((0.0, 1.0));
            let weight = self.weights.get(place).copied().unwrap_or(0.0);
            place += 1;
            Component { value, z: (value - mean) / deviation, weight }
        })
    }

    fn score(&self, values: [f64; N]) -> f64 {
        self.parts(values).iter().map(|part| part.weight * part.z).sum()
    }

    fn class(&self, score: f64) -> u8 {
        let above = self.quintiles.iter().filter(|cut| **cut < score).count();
        1 + u8::try_from(above).unwrap_or(4)
    }
}

/// Class, score and components of an occupation.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Placed {
    pub class: u8,
    pub score: f64,
    pub components: Components,
}

/// The reference set's standardisations, made once for all occupations of a territory: D alone,
/// and D with E where enough cells have both.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Scale {
    alone: Standard<1>,
    with_exits: Option<Standard<2>>,
}

impl Scale {
    /// `None` when the set is too small or has no spread: class and score are then refused.
    pub fn new(cells: &[ReferenceCell], weights: Weights, least_cells: usize) -> Option<Self> {
        let alone: Vec<[f64; 1]> = cells.iter().map(|cell| [cell.difficulty]).collect();
        let both: Vec<[f64; 2]> =
            cells.iter().filter_map(|cell| Some([cell.difficulty, cell.exit_rate?])).collect();
        let weights = [weights.difficulty, weights.exit_rate];
        Some(Self {
            alone: Standard::new(&alone, [1.0], least_cells)?,
            with_exits: Standard::new(&both, weights, least_cells),
        })
    }

    /// Places an occupation by the components it has, among the cells that have the same.
    pub fn place(&self, difficulty: f64, exit_rate: Option<f64>) -> Placed {
        if let (Some(standard), Some(exit_rate)) = (&self.with_exits, exit_rate) {
            let values = [difficulty, exit_rate];
            let score = standard.score(values);
            let [difficulty, exits] = standard.parts(values).map(Some);
            let components = Components { difficulty, exit_rate: exits, offers_per_seeker: None };
            return Placed { class: standard.class(score), score, components };
        }
        let score = self.alone.score([difficulty]);
        let [difficulty] = self.alone.parts([difficulty]).map(Some);
        let components = Components { difficulty, ..Components::default() };
        Placed { class: self.alone.class(score), score, components }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const WEIGHTS: Weights = Weights { difficulty: 0.5, exit_rate: 0.2 };

    fn evenly(n: u32, exit_rate: impl Fn(u32) -> Option<f64>) -> Vec<ReferenceCell> {
        let cell = |i: u32| ReferenceCell {
            difficulty: f64::from(i) / f64::from(n),
            exit_rate: exit_rate(i),
        };
        (0..n).map(cell).collect()
    }

    #[test]
    fn classes_are_the_quintiles_of_the_set() {
        let scale = Scale::new(&evenly(100, |_| None), WEIGHTS, 30).unwrap();
        let class = |share| scale.place(share, None).class;
        assert_eq!([0.05, 0.25, 0.5, 0.7, 0.9].map(class), [1, 2, 3, 4, 5]);
    }

    #[test]
    fn a_small_or_flat_set_is_refused() {
        let new = |cells: &[ReferenceCell]| Scale::new(cells, WEIGHTS, 30);
        assert_eq!(new(&evenly(29, |_| None)), None);
        assert!(new(&evenly(30, |_| None)).is_some());
        let flat = ReferenceCell { difficulty: 0.5, exit_rate: None };
        assert_eq!(new(&[flat; 40]), None);
    }

    /// Two cells in turn: means 0.5 and 0.3, deviations 0.1 and 0.1 (population), so that the
    /// score of (0.6, 0.2) is (0.5·1 − 0.2·1)/0.7.
    #[test]
    fn weights_are_renormalised_over_what_is_present() {
        let cells: Vec<ReferenceCell> = (0..40)
            .map(|i| match i % 4 {
                0 => (0.6, 0.4),
                1 => (0.6, 0.2),
                2 => (0.4, 0.4),
                _ => (0.4, 0.2),
            })
            .map(|(difficulty, rate)| ReferenceCell { difficulty, exit_rate: Some(rate) })
            .collect();
        let scale = Scale::new(&cells, WEIGHTS, 30).unwrap();
        let placed = scale.place(0.6, Some(0.2));
        let weights = |c: Option<Component>| c.unwrap().weight;
        assert!((weights(placed.components.difficulty) - 5.0 / 7.0).abs() < 1e-12);
        assert!((weights(placed.components.exit_rate) - 2.0 / 7.0).abs() < 1e-12);
        let (d, e) = (placed.components.difficulty.unwrap(), placed.components.exit_rate.unwrap());
        assert!(d.z > 0.0 && e.z < 0.0 && (d.z + e.z).abs() < 1e-12);
        assert!((placed.score - d.z * 3.0 / 7.0).abs() < 1e-12);
        let alone = scale.place(0.6, None);
        assert_eq!(alone.components.exit_rate, None);
        assert!((alone.score - d.z).abs() < 1e-12);
    }

    #[test]
    fn exits_of_too_few_cells_are_left_out() {
        let cells = evenly(100, |i| (i < 29).then(|| f64::from(i)));
        let scale = Scale::new(&cells, WEIGHTS, 30).unwrap();
        assert_eq!(scale.place(0.5, Some(3.0)), scale.place(0.5, None));
    }
}
