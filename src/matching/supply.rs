//! Training found for an occupation, by ring of distance.

use crate::model::{Rncp, Rome, Territory};

/// Where an offer can be followed, seen from the territory. A remote offer is never local.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Ring {
    Basin,
    Department,
    Region,
    /// Known place, outside the région.
    Elsewhere,
    /// At a distance, or national: no place given.
    Remote,
}

impl Ring {
    pub const ALL: [Self; 5] =
        [Self::Basin, Self::Department, Self::Region, Self::Elsewhere, Self::Remote];

    pub const fn id(self) -> &'static str {
        match self {
            Self::Basin => "basin",
            Self::Department => "department",
            Self::Region => "region",
            Self::Elsewhere => "elsewhere",
            Self::Remote => "remote",
        }
    }
}

/// Why a certification or an offer is linked to the occupation.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Link {
    /// The ROME card both share.
    pub rome: Rome,
    /// Part of that card that falls in the occupation, over qualifications, 0–1.
    pub share: f64,
}

/// A certification that leads to the occupation.
#[derive(Clone, Debug, PartialEq)]
pub struct Certification {
    pub source: usize,
    pub row: u32,
    /// Certif Info code.
    pub diploma: String,
    pub label: String,
    pub type_label: String,
    pub level: Option<u8>,
    pub register: Option<Rncp>,
    pub certifier: String,
    /// `None` when the source does not say.
    pub continuing: Option<bool>,
    /// Last session or registration in the past: kept, but never recommended.
    pub ended: bool,
    pub link: Link,
}

/// An offer of courses: it says that a course exists, not how many people it trains.
#[derive(Clone, Debug, PartialEq)]
pub struct Offer {
    pub source: usize,
    pub row: u32,
    pub title: String,
    pub provider: String,
    pub ring: Ring,
    /// Place as known: commune, département or région.
    pub commune: Option<String>,
    pub department: Option<Territory>,
    pub diploma: Option<String>,
    pub register: Option<Rncp>,
    pub level: Option<u8>,
    pub hours: Option<f64>,
    /// Places per year, when the catalogue says.
    pub places: Option<f64>,
    /// Euros per person.
    pub price: Option<f64>,
    /// True for continuing education or a mixed route; `None` when not said.
    pub continuing: Option<bool>,
    pub link: Link,
    /// Its last session is over: kept, but neither counted nor proposed.
    pub ended: bool,
    /// The ROME of the offer was derived from its certification.
    pub derived: bool,
}

/// Everything linked to one occupation, best first.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Supply {
    pub certifications: Vec<Certification>,
    pub offers: Vec<Offer>,
    /// A catalogue or an offer file was loaded: no offer then means that none was found.
    pub offers_known: bool,
    /// A certification file was loaded.
    pub certifications_known: bool,
}

impl Supply {
    /// Offers of a ring that can still be followed.
    pub fn offers_in(&self, ring: Ring) -> impl Iterator<Item = &Offer> {
        self.offers.iter().filter(move |offer| offer.ring == ring && !offer.ended)
    }

    pub fn count(&self, ring: Ring) -> usize {
        self.offers_in(ring).count()
    }
}
