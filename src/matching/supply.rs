//! Training found for an occupation, by ring of distance.

use crate::matching::label::Reason;
use crate::model::{Date, Rncp, Rome, Territory};

/// Where an offer can be followed, seen from the territory. A remote offer is never local.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Ring {
    Basin,
    /// Outside it, within the minutes or kilometres that the user chose.
    Near,
    Department,
    Region,
    /// Known place, outside the région.
    Elsewhere,
    /// At a distance, or national: no place given.
    Remote,
}

impl Ring {
    pub const ALL: [Self; 6] =
        [Self::Basin, Self::Near, Self::Department, Self::Region, Self::Elsewhere, Self::Remote];

    /// Within reach of who lives or works on the territory.
    pub const fn is_local(self) -> bool {
        matches!(self, Self::Basin | Self::Near)
    }

    pub const fn id(self) -> &'static str {
        match self {
            Self::Basin => "basin",
            Self::Near => "near",
            Self::Department => "department",
            Self::Region => "region",
            Self::Elsewhere => "elsewhere",
            Self::Remote => "remote",
        }
    }
}

/// What a link stands on, from the safest to the weakest.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum LinkKind {
    /// The user decided so.
    Decided,
    /// The card is written in the row itself.
    Code,
    /// The card is that of its certification.
    Card,
    /// Its title is that of a certification of the card, or is wholly inside it, 0–1: to be
    /// confirmed.
    Named { score: f64 },
    /// Most certifications of its Formacode lead to the card, 0–1: to be confirmed.
    Field { share: f64 },
    /// The title reads like a job title of the card: to be confirmed.
    Text { score: f64, reason: Reason },
}

impl LinkKind {
    /// In `--json` and in the catalogs (`link-…`).
    pub const fn id(self) -> &'static str {
        match self {
            Self::Decided => "decided",
            Self::Code => "code",
            Self::Card => "card",
            Self::Named { .. } => "named",
            Self::Field { .. } => "field",
            Self::Text { .. } => "text",
        }
    }

    /// Only proposed: it counts for nothing until the user confirms it.
    pub const fn is_proposal(self) -> bool {
        matches!(self, Self::Named { .. } | Self::Field { .. } | Self::Text { .. })
    }

    /// How near a proposal is, 0–1.
    pub const fn score(self) -> Option<f64> {
        match self {
            Self::Field { share } => Some(share),
            Self::Named { score } | Self::Text { score, .. } => Some(score),
            Self::Decided | Self::Code | Self::Card => None,
        }
    }

    const fn order(self) -> u8 {
        match self {
            Self::Decided => 0,
            Self::Code => 1,
            Self::Card => 2,
            Self::Named { .. } => 3,
            Self::Field { .. } => 4,
            Self::Text { .. } => 5,
        }
    }
}

/// Why a certification or an offer is linked to the occupation.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Link {
    /// The ROME card both share; `None` where the user decided and no card of the occupation is
    /// known.
    pub rome: Option<Rome>,
    /// Part of that card that falls in the occupation, over qualifications, 0–1.
    pub share: f64,
    pub kind: LinkKind,
    /// Source and row that the card is read in; `None` of a decision and of a title.
    pub found_in: Option<(usize, u32)>,
}

impl Link {
    /// Safer, then closer: what is kept of two links of the same pair.
    pub fn is_better_than(&self, other: &Self) -> bool {
        let key = |link: &Self| (link.kind.order(), link.kind.score().map(|score| -score));
        let ((a, near), (b, far)) = (key(self), key(other));
        a.cmp(&b)
            .then(near.unwrap_or_default().total_cmp(&far.unwrap_or_default()))
            .then(other.share.total_cmp(&self.share))
            .is_lt()
    }
}

/// How an offer is followed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Modality {
    OnSite,
    /// Some sessions on site, others at a distance.
    Mixed,
    Remote,
}

impl Modality {
    /// In `--json` and in the catalogs (`modality-…`).
    pub const fn id(self) -> &'static str {
        match self {
            Self::OnSite => "on-site",
            Self::Mixed => "mixed",
            Self::Remote => "remote",
        }
    }
}

/// What a source says of how many people an offer trains, and of what becomes of them.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Numbers {
    /// Enrolled last year, initial training.
    pub enrolled: Option<f64>,
    /// Entries and drop-outs per year, continuing education.
    pub entries: Option<f64>,
    pub dropouts: Option<f64>,
    /// Year of the three above.
    pub year: Option<u16>,
    /// Of those enrolled in the final year, those who go on studying, 0–1.
    pub continuation_rate: Option<f64>,
    /// Of those who leave, those employed at six months, 0–1.
    pub employment_rate: Option<f64>,
    pub rate_denominator: Option<f64>,
    /// Part that works in the territory, 0–1.
    pub retention: Option<f64>,
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
    /// End of the registration, where the register says.
    pub until: Option<Date>,
    /// Field of training; empty when not said.
    pub formacode: String,
    pub nsf: String,
    /// Blocks of skills that it is made of, as registered; empty when not said.
    pub blocks: Vec<String>,
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
    /// Euros per person: as written, else the hours at the hourly price.
    pub price: Option<f64>,
    /// Euros an hour and person, as written.
    pub hour_price: Option<f64>,
    /// The price is the hours at the hourly price.
    pub price_by_hour: bool,
    /// Who pays, as written, apart by `|`.
    pub funders: String,
    /// True for continuing education or a mixed route; `None` when not said.
    pub continuing: Option<bool>,
    /// As written: `scolaire`, `apprentissage`, `continue`, `mixte`; empty when not said.
    pub route: String,
    pub modality: Option<Modality>,
    /// Minutes and kilometres from the territory, where a file tells.
    pub minutes: Option<f64>,
    pub kilometres: Option<f64>,
    /// ISO dates of the next cycle, or months; empty when not said.
    pub starts: String,
    pub ends: String,
    /// Space separated; empty when not said.
    pub formacodes: String,
    pub nsf: String,
    pub numbers: Numbers,
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
    /// Offers that may lead to it by their title or field: they count for nothing until confirmed.
    pub proposed: Vec<Offer>,
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

/// How the rows of one source were linked to occupations: each row once, by its safest link.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Linking {
    pub source: usize,
    pub rows: u32,
    pub decided: u32,
    /// By a card of their own, by that of their certification.
    pub code: u32,
    pub card: u32,
    /// To be confirmed: by field, by title.
    pub field: u32,
    pub text: u32,
    pub none: u32,
}

impl Linking {
    /// Counts a row by the kind of its safest link.
    pub fn add(&mut self, kind: Option<LinkKind>) {
        self.rows += 1;
        *match kind {
            Some(LinkKind::Decided) => &mut self.decided,
            Some(LinkKind::Code) => &mut self.code,
            Some(LinkKind::Card) => &mut self.card,
            Some(LinkKind::Field { .. }) => &mut self.field,
            Some(LinkKind::Named { .. } | LinkKind::Text { .. }) => &mut self.text,
            None => &mut self.none,
        } += 1;
    }
}
