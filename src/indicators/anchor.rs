//! The official anchor: finest published rung of a tension table (`method.md` §1.4, §1.9).

use crate::model::{Fap, Rome, Territory};

/// Which rung of the ladder supplied the value.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Rung {
    /// France Travail class of the one ROME of this occupation, on the basin.
    Basin,
    DepartmentOccupation,
    DepartmentGroup,
    RegionOccupation,
    RegionGroup,
    FranceOccupation,
}

impl Rung {
    pub const fn id(self) -> &'static str {
        match self {
            Self::Basin => "basin",
            Self::DepartmentOccupation => "department-occupation",
            Self::DepartmentGroup => "department-group",
            Self::RegionOccupation => "region-occupation",
            Self::RegionGroup => "region-group",
            Self::FranceOccupation => "france-occupation",
        }
    }
}

/// The seven causes, in the order of `method.md` §1.6.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Cause {
    HiringIntensity,
    TrainingLink,
    LabourShortage,
    Precariousness,
    WorkingConditions,
    GeographicMismatch,
    UnattractivePay,
}

impl Cause {
    pub const ALL: [Self; 7] = [
        Self::HiringIntensity,
        Self::TrainingLink,
        Self::LabourShortage,
        Self::Precariousness,
        Self::WorkingConditions,
        Self::GeographicMismatch,
        Self::UnattractivePay,
    ];

    pub const fn id(self) -> &'static str {
        match self {
            Self::HiringIntensity => "hiring-intensity",
            Self::TrainingLink => "training-link",
            Self::LabourShortage => "labour-shortage",
            Self::Precariousness => "precariousness",
            Self::WorkingConditions => "working-conditions",
            Self::GeographicMismatch => "geographic-mismatch",
            Self::UnattractivePay => "unattractive-pay",
        }
    }
}

/// Classes 1–5 of the causes; 5 aggravates the tension. `None`: not published.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Causes {
    pub hiring_intensity: Option<u8>,
    pub training_link: Option<u8>,
    pub labour_shortage: Option<u8>,
    pub precariousness: Option<u8>,
    pub working_conditions: Option<u8>,
    pub geographic_mismatch: Option<u8>,
    pub unattractive_pay: Option<u8>,
}

impl Causes {
    pub const fn get(&self, cause: Cause) -> Option<u8> {
        match cause {
            Cause::HiringIntensity => self.hiring_intensity,
            Cause::TrainingLink => self.training_link,
            Cause::LabourShortage => self.labour_shortage,
            Cause::Precariousness => self.precariousness,
            Cause::WorkingConditions => self.working_conditions,
            Cause::GeographicMismatch => self.geographic_mismatch,
            Cause::UnattractivePay => self.unattractive_pay,
        }
    }

    pub fn is_empty(&self) -> bool {
        Cause::ALL.iter().all(|cause| self.get(*cause).is_none())
    }
}

/// The official value of an occupation, and where it was found.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Anchor {
    /// Index of the source in the analysis.
    pub source: usize,
    pub year: u16,
    /// The code as published; another edition than the occupation's when `converted`.
    pub occupation: Fap,
    pub rung: Rung,
    pub territory: Territory,
    /// Composite value; `None` where the source publishes classes only.
    pub tension: Option<f64>,
    /// Class 1–5 as published at that rung.
    pub class: u8,
    pub causes: Causes,
    /// Rung and territory that supplied the causes; a higher one than `rung` when that has none.
    pub causes_rung: Option<Rung>,
    pub causes_territory: Option<Territory>,
    /// Row in the source.
    pub row: u32,
    /// Share of the occupation carried by the converted code, 0–1; `None` when not converted.
    pub converted: Option<f64>,
}

/// France Travail reading by ROME on the basin: context, never mixed with the anchor.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct RomeReading {
    pub source: usize,
    pub year: u16,
    pub rome: Rome,
    pub class: u8,
    pub causes: Causes,
    pub row: u32,
}
