//! What makes an experience elsewhere worth duplicating here: choices of the tool, in the
//! parameters of the method.

use crate::reference::params::Parameters;

/// Weights and thresholds of comparability.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Comparable {
    /// Closeness of an occupation of the same professional domain (three signs of ROME), 0–1.
    pub domain: f64,
    /// Weights of the criteria; only their ratios count.
    pub weight_level: f64,
    pub weight_audience: f64,
    pub weight_group: f64,
    pub weight_place: f64,
    pub weight_age: f64,
    /// Levels of qualification, and years, from which nothing is left in common.
    pub levels: f64,
    pub years: f64,
    /// Closeness of another public of job seekers, 0–1.
    pub audience: f64,
    /// Closeness of a place near or in the département, in the région, elsewhere, 0–1.
    pub department: f64,
    pub region: f64,
    pub elsewhere: f64,
    /// Score from which cost and outcome are transferred, and from which it is to be duplicated.
    pub least: f64,
    pub proven: f64,
    /// Share of those who entered in work at six months, at least, for a programme that worked:
    /// the low end of its interval, 0–1.
    pub worked: f64,
}

impl Parameters {
    /// Weights and thresholds of comparability.
    pub fn comparable(&self) -> Comparable {
        let get = |name: &str| self.get(name);
        Comparable {
            domain: get("comparable_domain"),
            weight_level: get("comparable_weight_level"),
            weight_audience: get("comparable_weight_audience"),
            weight_group: get("comparable_weight_group"),
            weight_place: get("comparable_weight_place"),
            weight_age: get("comparable_weight_age"),
            levels: get("comparable_levels"),
            years: get("comparable_years"),
            audience: get("comparable_audience"),
            department: get("comparable_department"),
            region: get("comparable_region"),
            elsewhere: get("comparable_elsewhere"),
            least: get("comparable_minimum"),
            proven: get("proven_minimum"),
            worked: get("proven_outcome"),
        }
    }
}
