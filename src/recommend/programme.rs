//! A recommended programme, or the plain statement that training is not the first lever.

use crate::matching::supply::Supply;
pub use crate::model::Audience;
use crate::model::{Date, Fap, Grade};
use crate::recommend::diagnosis::{Diagnosis, Lever};
use crate::reference::financing::Content;

/// What a recommendation stands on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Basis {
    /// Flagged by the territory's own data, grade A or B.
    Evidence,
    /// Flagged from the rungs above, grade C.
    Presumed,
    /// No survey of projects is loaded: by the official class alone.
    Official,
}

impl Basis {
    pub const fn id(self) -> &'static str {
        match self {
            Self::Evidence => "evidence",
            Self::Presumed => "presumed",
            Self::Official => "official",
        }
    }
}

/// Shape of the training to run.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Format {
    /// Certifying, in volume.
    Certifying,
    /// Short adaptation: POEI, AFEST, blocks.
    ShortAdaptation,
    /// Short access programme for publics far from employment.
    ShortAccess,
}

impl Format {
    pub const fn id(self) -> &'static str {
        match self {
            Self::Certifying => "certifying",
            Self::ShortAdaptation => "short-adaptation",
            Self::ShortAccess => "short-access",
        }
    }

    pub const ALL: [Self; 3] = [Self::Certifying, Self::ShortAdaptation, Self::ShortAccess];

    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.id() == id)
    }

    /// What the rules of financing call it.
    pub const fn content(self) -> Content {
        match self {
            Self::Certifying => Content::Certifying,
            Self::ShortAdaptation => Content::Adaptation,
            Self::ShortAccess => Content::Access,
        }
    }
}

/// Order of size of the places to open, per year. Never a forecast.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Places {
    /// `None` when the interval is too wide for a point value (`method.md` §6.1).
    pub value: Option<f64>,
    pub low: f64,
    pub high: f64,
    /// κ used: share of recruitments that need trained entrants.
    pub trained_share: f64,
}

/// A financing device worth checking; never a promise.
#[derive(Clone, Debug, PartialEq)]
pub struct Financing {
    /// Identifier in `assets/params/financing.ron`.
    pub device: String,
    pub verified_on: Date,
    /// Not verified for a year at the date of the analysis.
    pub stale: bool,
}

/// What is recommended for one occupation: flagged, or tense by its official class where no survey
/// of projects is loaded.
#[derive(Clone, Debug, PartialEq)]
pub struct Programme {
    /// Position in the list, from 1.
    pub rank: u32,
    pub occupation: Fap,
    pub basis: Basis,
    pub grade: Grade,
    pub diagnosis: Diagnosis,
    pub lever: Lever,
    /// `None`: training is not the lever; the recommendation then names the lever alone.
    pub training: Option<TrainingPlan>,
    /// Who could lead: identifier in `assets/params/leads.ron`.
    pub lead: String,
    /// Indicators to follow: identifiers in `crate::indicators::ALL`.
    pub follow_up: Vec<&'static str>,
}

impl Programme {
    /// Indicator to follow where training is part of the recommendation.
    pub const OF_TRAINING: &str = "training-offers";

    /// The lever alone.
    #[must_use]
    pub fn without_training(self) -> Self {
        let mut follow_up = self.follow_up;
        follow_up.retain(|indicator| *indicator != Self::OF_TRAINING);
        Self { training: None, follow_up, ..self }
    }
}

/// The training part of a recommendation.
#[derive(Clone, Debug, PartialEq)]
pub struct TrainingPlan {
    pub format: Format,
    pub audiences: Vec<Audience>,
    /// Mixed diagnosis: no training without a commitment of the employers.
    pub employer_commitment: bool,
    /// `None`: no survey tells any project.
    pub places: Option<Places>,
    /// Hours seen in the linked offers: least, median, most. `None`: not said by any.
    pub hours: Option<(f64, f64, f64)>,
    /// Indices in `Supply::certifications`, best first.
    pub certifications: Vec<usize>,
    /// Indices in `Supply::offers`, nearest first.
    pub providers: Vec<usize>,
    pub financing: Vec<Financing>,
}

impl TrainingPlan {
    /// Level of the certification aimed at, where the whole of one is.
    pub fn level(&self, supply: &Supply) -> Option<u8> {
        let first = self.certifications.first().filter(|_| self.format == Format::Certifying)?;
        supply.certifications.get(*first)?.level
    }
}
