//! Hiring projects of a territory: sums with their bounds over masked cells (`method.md` §1.10).

use crate::model::{Count, Share};

/// The three counts of the BMO survey and the share of difficult projects.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Tally {
    /// Hiring projects per year.
    pub projects: Count,
    /// Projects that employers expect to be difficult: never "unfilled".
    pub difficult: Count,
    /// Seasonal projects.
    pub seasonal: Count,
    /// Difficult / projects, with the bounds of `method.md` §1.10 and its grade.
    pub difficult_share: Share,
}
