//! The basin reading of hiring pressure (`method.md` §1.9, second reading, and §1.11).

use crate::model::{Grade, Value};
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
    /// Not one project on the territory: no rung above flags what nobody recruits here.
    NoProject,
    /// No survey of projects is loaded: nothing of the sort can be said.
    Unread,
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
            Self::NoProject => "no-project",
            Self::Unread => "unread",
        }
    }

    /// Identifier of its word beside a grade: a flag of grade C is a presumption.
    pub const fn word(self, grade: Grade) -> &'static str {
        match (self, grade) {
            (Self::Flagged, Grade::C) => "presumed",
            _ => self.id(),
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

impl Posterior {
    /// The shrunk share with its 80 % interval, as it is shown.
    pub const fn shown(&self) -> Value {
        Value::Interval { value: self.mean, low: self.low, high: self.high }
    }

    /// The probability of exceeding the cut over what masked cells allow, as it is shown.
    pub const fn probability_shown(&self) -> Value {
        Value::Interval {
            value: self.probability,
            low: self.probability_low,
            high: self.probability_high,
        }
    }
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
    /// D, R and E as files give them, whether a class is made of them or not.
    pub raw: Raw,
    /// Grade of class and score; missing components lower it.
    pub confidence: Grade,
    pub status: Status,
    /// Grade of the flag (`method.md` §1.11); C is a presumption, never evidence.
    pub grade: Grade,
    /// `None`: no survey of projects is loaded.
    pub posterior: Option<Posterior>,
}

impl Pressure {
    /// The shrunk share with its 80 % interval, as it is shown.
    pub fn share_shown(&self) -> Value {
        self.posterior.map_or(Value::Unknown, |known| known.shown())
    }

    /// The probability of exceeding the cut, as it is shown.
    pub fn probability_shown(&self) -> Value {
        self.posterior.map_or(Value::Unknown, |known| known.probability_shown())
    }

    /// The shrunk share, 0–1.
    pub fn mean(&self) -> Option<f64> {
        self.posterior.map(|known| known.mean)
    }

    /// The probability of exceeding the cut, 0–1.
    pub fn probability(&self) -> Option<f64> {
        self.posterior.map(|known| known.probability)
    }

    pub fn flagged(&self) -> bool {
        self.status == Status::Flagged
    }

    /// Flagged from the rungs above, not from the territory's own data.
    pub fn presumed(&self) -> bool {
        self.flagged() && self.grade == Grade::C
    }

    /// Identifier of the word of its status.
    pub const fn status_word(&self) -> &'static str {
        self.status.word(self.grade)
    }

    /// Its share is that of the rungs above more than its own: too few answers of the territory, or
    /// masked ones.
    pub fn is_borrowed(&self) -> bool {
        let own = self.posterior.map(|known| Grade::of_effective_size(known.effective_n));
        own == Some(Grade::C)
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
    pub offers_per_seeker: f64,
    pub exit_rate: f64,
}

/// The components of a cell in their own units; `None`: no loaded file gives it there.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Raw {
    /// D: shrunk difficulty share.
    pub difficulty: Option<f64>,
    /// R: posts offered / registrations of category A, flows of one period.
    pub offers_per_seeker: Option<f64>,
    /// E: exit rate.
    pub exit_rate: Option<f64>,
}

impl Raw {
    const fn values(self) -> [Option<f64>; 3] {
        [self.difficulty, self.offers_per_seeker, self.exit_rate]
    }
}

/// Which of D, R and E a standardisation stands on: the most of them first, D before R, and never
/// E alone (`method.md` §1.9).
const SETS: [[bool; 3]; 6] = [
    [true, true, true],
    [true, true, false],
    [true, false, true],
    [true, false, false],
    [false, true, true],
    [false, true, false],
];

/// A standardisation of some components, with the set's own quintiles of the weighted score.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Standard {
    known: [bool; 3],
    moments: [(f64, f64); 3],
    /// Renormalised: those of the known components add up to one.
    weights: [f64; 3],
    quintiles: [f64; 4],
}

/// The values of the known components, the others at zero; `None` when one of them is missing.
fn chosen(values: [Option<f64>; 3], known: [bool; 3]) -> Option<[f64; 3]> {
    let mut chosen = [0.0; 3];
    for ((slot, value), known) in chosen.iter_mut().zip(values).zip(known) {
        if known {
            *slot = value?;
        }
    }
    Some(chosen)
}

impl Standard {
    /// `None` when the set is too small or has no spread, or its weights are nought.
    fn new(cells: &[Raw], known: [bool; 3], weights: [f64; 3], least_cells: usize) -> Option<Self> {
        let cells: Vec<[f64; 3]> =
            cells.iter().filter_map(|cell| chosen(cell.values(), known)).collect();
        let mut weights = weights;
        for (weight, known) in weights.iter_mut().zip(known) {
            *weight = if known { *weight } else { 0.0 };
        }
        let all: f64 = weights.iter().sum();
        if cells.len() < least_cells || all <= 0.0 {
            return None;
        }
        let mut moments = [(0.0, 1.0); 3];
        for ((place, moment), known) in moments.iter_mut().enumerate().zip(known) {
            if known {
                let values: Vec<f64> =
                    cells.iter().filter_map(|cell| cell.get(place)).copied().collect();
                *moment = mean_and_deviation(&values)?;
            }
        }
        let weights = weights.map(|weight| weight / all);
        let mut standard = Self { known, moments, weights, quintiles: [0.0; 4] };
        let mut scores: Vec<f64> = cells.iter().map(|cell| standard.score(*cell)).collect();
        scores.sort_by(f64::total_cmp);
        let cut = |order| quantile(&scores, order);
        standard.quintiles = [cut(0.2)?, cut(0.4)?, cut(0.6)?, cut(0.8)?];
        Some(standard)
    }

    fn parts(&self, values: [f64; 3]) -> [Option<Component>; 3] {
        let mut parts = [None; 3];
        let all = self.known.iter().zip(values).zip(self.moments).zip(self.weights);
        for (part, (((known, value), (mean, deviation)), weight)) in parts.iter_mut().zip(all) {
            *part = known.then_some(Component { value, z: (value - mean) / deviation, weight });
        }
        parts
    }

    fn score(&self, values: [f64; 3]) -> f64 {
        self.parts(values).iter().flatten().map(|part| part.weight * part.z).sum()
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

impl Placed {
    /// D, R and E were all at hand.
    pub const fn is_whole(&self) -> bool {
        let Components { difficulty, offers_per_seeker, exit_rate } = &self.components;
        difficulty.is_some() && offers_per_seeker.is_some() && exit_rate.is_some()
    }
}

/// The reference set's standardisations, made once for all occupations of a territory: one for
/// each choice of components that enough cells have together.
#[derive(Clone, Debug, PartialEq)]
pub struct Scale {
    standards: Vec<Standard>,
}

impl Scale {
    /// Cells are occupations × départements of the région. `None` when the set is too small or
    /// has no spread: class and score are then refused.
    pub fn new(cells: &[Raw], weights: Weights, least_cells: usize) -> Option<Self> {
        let Weights { difficulty, offers_per_seeker, exit_rate } = weights;
        let weights = [difficulty, offers_per_seeker, exit_rate];
        let standards = SETS.iter().filter_map(|known| {
            // Alone, a component weighs all, whatever it weighs beside others.
            let single = known.iter().filter(|known| **known).count() == 1;
            let weights = if single { [1.0; 3] } else { weights };
            Standard::new(cells, *known, weights, least_cells)
        });
        let standards: Vec<Standard> = standards.collect();
        (!standards.is_empty()).then_some(Self { standards })
    }

    /// Places an occupation by the components it has, among the cells that have the same; `None`
    /// when it has neither D nor R.
    pub fn place(&self, raw: Raw) -> Option<Placed> {
        self.standards.iter().find_map(|standard| {
            let values = chosen(raw.values(), standard.known)?;
            let score = standard.score(values);
            let [difficulty, offers_per_seeker, exit_rate] = standard.parts(values);
            let components = Components { difficulty, offers_per_seeker, exit_rate };
            Some(Placed { class: standard.class(score), score, components })
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const WEIGHTS: Weights = Weights { difficulty: 0.5, offers_per_seeker: 0.3, exit_rate: 0.2 };

    fn raw(difficulty: f64, exit_rate: Option<f64>) -> Raw {
        Raw { difficulty: Some(difficulty), offers_per_seeker: None, exit_rate }
    }

    fn evenly(n: u32, exit_rate: impl Fn(u32) -> Option<f64>) -> Vec<Raw> {
        (0..n).map(|i| raw(f64::from(i) / f64::from(n), exit_rate(i))).collect()
    }

    #[test]
    fn classes_are_the_quintiles_of_the_set() {
        let scale = Scale::new(&evenly(100, |_| None), WEIGHTS, 30).unwrap();
        let class = |share| scale.place(raw(share, None)).unwrap().class;
        assert_eq!([0.05, 0.25, 0.5, 0.7, 0.9].map(class), [1, 2, 3, 4, 5]);
    }

    #[test]
    fn a_small_or_flat_set_is_refused() {
        let new = |cells: &[Raw]| Scale::new(cells, WEIGHTS, 30);
        assert_eq!(new(&evenly(29, |_| None)), None);
        assert!(new(&evenly(30, |_| None)).is_some());
        assert_eq!(new(&[raw(0.5, None); 40]), None);
    }

    /// Two values of each component in turn: means 0.5, 2.5 and 0.3, deviations 0.1, 0.5 and 0.1
    /// (population), nearly.
    fn crossed(components: [bool; 3]) -> Vec<Raw> {
        let [d, r, e] = components;
        let cell = |i: u32| {
            let side = |bit: u32| i >> bit & 1 == 0;
            Raw {
                difficulty: d.then_some(if side(0) { 0.6 } else { 0.4 }),
                offers_per_seeker: r.then_some(if side(1) { 3.0 } else { 2.0 }),
                exit_rate: e.then_some(if side(2) { 0.4 } else { 0.2 }),
            }
        };
        (0..80).map(cell).collect()
    }

    fn check(known: [bool; 3], weights: [f64; 3]) {
        let scale = Scale::new(&crossed([true; 3]), WEIGHTS, 30).unwrap();
        let [d, r, e] = known;
        let raw = Raw {
            difficulty: d.then_some(0.6),
            offers_per_seeker: r.then_some(2.0),
            exit_rate: e.then_some(0.2),
        };
        let placed = scale.place(raw).unwrap();
        let Components { difficulty, offers_per_seeker, exit_rate } = placed.components;
        let parts = [difficulty, offers_per_seeker, exit_rate];
        assert_eq!(parts.map(|part| part.is_some()), known);
        assert_eq!(placed.is_whole(), known == [true; 3]);
        let mut score = 0.0;
        for ((part, weight), side) in parts.iter().zip(weights).zip([1.0, -1.0, -1.0]) {
            let Some(part) = part else { continue };
            assert!((part.weight - weight).abs() < 1e-12, "{} is not {weight}", part.weight);
            // A deviation of half the range, within what the sample form adds.
            assert!((part.z - side).abs() < 0.01, "{}", part.z);
            score += weight * part.z;
        }
        assert!((placed.score - score).abs() < 1e-12);
    }

    /// 0.5 / 0.3 / 0.2, renormalised over what is present.
    #[test]
    fn weights_are_renormalised_over_what_is_present() {
        check([true, true, true], [0.5, 0.3, 0.2]);
        check([true, true, false], [5.0 / 8.0, 3.0 / 8.0, 0.0]);
        check([true, false, true], [5.0 / 7.0, 0.0, 2.0 / 7.0]);
        check([true, false, false], [1.0, 0.0, 0.0]);
        check([false, true, true], [0.0, 0.6, 0.4]);
        check([false, true, false], [0.0, 1.0, 0.0]);
    }

    #[test]
    fn without_difficulty_nor_offers_nothing_is_said() {
        let scale = Scale::new(&crossed([true; 3]), WEIGHTS, 30).unwrap();
        assert_eq!(scale.place(Raw { exit_rate: Some(0.3), ..Raw::default() }), None);
        assert_eq!(scale.place(Raw::default()), None);
        assert_eq!(Scale::new(&crossed([false, false, true]), WEIGHTS, 30), None);
    }

    #[test]
    fn a_component_of_too_few_cells_is_left_out() {
        let cells = evenly(100, |i| (i < 29).then(|| f64::from(i)));
        let scale = Scale::new(&cells, WEIGHTS, 30).unwrap();
        assert_eq!(scale.place(raw(0.5, Some(3.0))), scale.place(raw(0.5, None)));
    }

    fn any_cells() -> impl Strategy<Value = Vec<Raw>> {
        let cell = (0.0_f64..1.0, 0.1_f64..5.0, 0.05_f64..0.9).prop_map(|(d, r, e)| Raw {
            difficulty: Some(d),
            offers_per_seeker: Some(r),
            exit_rate: Some(e),
        });
        prop::collection::vec(cell, 30..80)
    }

    proptest! {
        /// The order of the cells is indifferent; a harder share is never a lower class; the unit
        /// of a component is indifferent; weights add up to one.
        #[test]
        fn what_always_holds(cells in any_cells(), step in 0.01_f64..0.3) {
            let Some(scale) = Scale::new(&cells, WEIGHTS, 30) else { return Ok(()) };
            let turned: Vec<Raw> = cells.iter().rev().copied().collect();
            let other = Scale::new(&turned, WEIGHTS, 30).unwrap();
            let tenfold = |cell: &Raw| Raw {
                offers_per_seeker: cell.offers_per_seeker.map(|ratio| ratio * 10.0),
                ..*cell
            };
            let scaled: Vec<Raw> = cells.iter().map(tenfold).collect();
            let in_tens = Scale::new(&scaled, WEIGHTS, 30).unwrap();
            for cell in &cells {
                let placed = scale.place(*cell).unwrap();
                prop_assert!((placed.score - other.place(*cell).unwrap().score).abs() < 1e-9);
                let same = in_tens.place(tenfold(cell)).unwrap();
                prop_assert!((placed.score - same.score).abs() < 1e-9);
                let Components { difficulty, offers_per_seeker, exit_rate } = placed.components;
                let parts = [difficulty, offers_per_seeker, exit_rate];
                let weights: f64 = parts.iter().flatten().map(|part| part.weight).sum();
                prop_assert!((weights - 1.0).abs() < 1e-12);
                let harder = Raw { difficulty: cell.difficulty.map(|d| d + step), ..*cell };
                let harder = scale.place(harder).unwrap();
                prop_assert!(harder.score > placed.score && harder.class >= placed.class);
            }
        }
    }
}
