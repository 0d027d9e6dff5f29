//! Shapes of territories as they are drawn: dissolved, simplified, projected, placed on a page.
//!
//! Pure: integers of 1e-7 degree up to the projection, so that two neighbours share their border
//! exactly; page units after it. Refuses to draw what it cannot place, and counts it.

mod dissolve;
mod frame;
mod group;
mod page;
mod simplify;
#[cfg(test)]
mod tests;

pub use dissolve::dissolve;
pub use frame::Frame;
pub use group::{Group, Groups, groups, groups_unless};
pub use page::{Atlas, Drawn, Inset, Polygon, atlas};
pub use simplify::simplify;

use crate::tables::shape::Point;

/// A closed ring; the first point is not repeated.
pub type Ring = Vec<Point>;

/// The divisions that a map is drawn by: those by which the hiring survey counts, then those made
/// of communes, which are read at the basins that hold them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Division {
    Basin,
    Department,
    Region,
    Zone,
    Committee,
    Grouping,
}

impl Division {
    pub const ALL: [Self; 6] =
        [Self::Basin, Self::Department, Self::Region, Self::Zone, Self::Committee, Self::Grouping];

    /// Prefix of a typed code, and key of its words: `level-…`.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Basin => "be",
            Self::Department => "dep",
            Self::Region => "reg",
            Self::Zone => "ze",
            Self::Committee => "clpe",
            Self::Grouping => "epci",
        }
    }

    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|division| division.id() == id)
    }
}
