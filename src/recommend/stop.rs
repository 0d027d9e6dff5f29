//! Supply of the territory that feeds no need. Said with the caution of a gap: an occupation whose
//! balance is undetermined keeps all its training.

use crate::flows::gap::Sign;
use crate::matching::supply::{Offer, Ring};
use crate::model::Fap;

/// Why an offer feeds no need.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unfed {
    /// No occupation that it leads to has a hiring project on the territory.
    NoHires,
    /// More people than posts for each of these, over the whole interval and under every rule.
    Surplus(Vec<Fap>),
}

impl Unfed {
    /// In `--json` and in the catalogs (`unfed-…`).
    pub const fn id(&self) -> &'static str {
        match self {
            Self::NoHires => "no-hires",
            Self::Surplus(_) => "surplus",
        }
    }
}

/// Judges an offer by the occupations of the territory that it leads to, each with the sign of
/// its gap; `None` where one of them lacks people or cannot be told, and for an offer that is
/// over, outside the territory, at a distance, or that leads nowhere by a confirmed link. What runs
/// in a neighbouring basin, even within reach, is for that basin to judge.
pub fn unfed(offer: &Offer, linked: bool, occupations: &[(Fap, Sign)]) -> Option<Unfed> {
    if offer.ended || offer.ring != Ring::Basin || !linked {
        return None;
    }
    if occupations.is_empty() {
        return Some(Unfed::NoHires);
    }
    let all = occupations.iter().all(|(_, sign)| *sign == Sign::Surplus);
    all.then(|| Unfed::Surplus(occupations.iter().map(|(code, _)| *code).collect()))
}
