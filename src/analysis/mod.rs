//! One pure call from loaded tables to results, for the window, the command line and the tests.
//!
//! No clock, no disk, no locale: same inputs, same results, byte for byte.

pub mod absent;
pub mod anchor;
mod asides;
pub mod balance;
pub mod balanced;
pub mod body;
pub mod borders;
pub mod company;
pub mod compare;
pub mod couples;
pub mod disagreement;
pub mod employers;
mod employment;
pub mod extent;
mod ground;
pub mod hirings;
mod history;
mod inputs;
pub mod levels;
mod library;
pub mod mapped;
pub mod missing;
pub mod offers;
mod official;
pub mod own;
pub mod planning;
mod pool;
pub mod readings;
mod regulatory;
pub mod respondents;
pub mod results;
mod rings;
pub mod sectors;
mod seekers;
pub mod series;
pub mod shift;
pub mod similar;
pub mod stacking;
mod stage;
mod support;
mod titles;
pub mod validation;
pub mod verdicts;
mod years;

pub use inputs::with_lists;
pub use results::Results;
pub use stage::Stage;

use crate::analysis::employers::Reading;
use crate::analysis::inputs::{Prepared, prepare_for};
use crate::analysis::results::TerritoryView;
use crate::indicators::atlas::Atlas;
use crate::indicators::fold::Fold;
use crate::indicators::posterior::Settings;
use crate::model::{Date, Fap, Territory};
use crate::readers::ReadTable;
use crate::reference::Reference;
use crate::reference::params::Parameters;
use std::collections::BTreeSet;
use std::sync::Arc;

/// What is asked: where, when, and the date of the question.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Request {
    pub territory: Territory,
    /// `None`: the latest loaded.
    pub year: Option<u16>,
    pub as_of: Date,
}

/// Why there is no result. Each has a sentence in the catalogs (`error-…`).
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum AnalysisError {
    /// What rests on hiring projects alone.
    #[error("no BMO survey among the files")]
    NoSurvey,
    #[error("no file speaks of the occupations of {territory}")]
    NothingTold { territory: Territory },
    #[error("the BMO survey {file} does not say its year")]
    SurveyWithoutYear { file: String },
    #[error("no BMO survey of {year} among the files")]
    YearNotLoaded { year: u16, loaded: Vec<u16> },
    #[error("{territory} has no row in the BMO survey of {year}")]
    Absent {
        territory: Territory,
        year: u16,
        /// Territories of the same kind that come closest by code or label.
        close: Vec<(Territory, String)>,
    },
    #[error("no official tensions among the files")]
    NoTension,
    #[error("{code} is not in the BMO survey of {year}")]
    OccupationAbsent { code: String, year: u16 },
    #[error("{code} is not a code of an occupation")]
    NotAnOccupation { code: String },
    #[error("{territory} is not known")]
    UnknownTerritory { territory: Territory },
    #[error("no list at hand tells the communes of {territory}")]
    CommunesUnknown { territory: Territory },
    #[error("no territory like {territory} in the BMO survey of {year}")]
    NoSimilar { territory: Territory, year: u16 },
}

impl AnalysisError {
    /// Key of the sentence in the catalogs.
    pub const fn id(&self) -> &'static str {
        match self {
            Self::NoSurvey => "no-survey",
            Self::NothingTold { .. } => "nothing-told",
            Self::SurveyWithoutYear { .. } => "survey-without-year",
            Self::YearNotLoaded { .. } => "year-not-loaded",
            Self::Absent { .. } => "territory-absent",
            Self::NoTension => "no-tension",
            Self::OccupationAbsent { .. } => "occupation-absent",
            Self::NotAnOccupation { .. } => "not-an-occupation",
            Self::UnknownTerritory { .. } => "unknown-territory",
            Self::CommunesUnknown { .. } => "communes-unknown",
            Self::NoSimilar { .. } => "no-similar",
        }
    }

    fn absent(fold: &Fold, territory: Territory) -> Self {
        let distance = |other: &Territory| {
            let pairs = territory.code().bytes().zip(other.code().bytes());
            pairs.filter(|(a, b)| a != b).count()
        };
        let mut close: Vec<_> = rings::territories(fold)
            .into_iter()
            .filter(|(other, _)| other.prefix() == territory.prefix())
            .collect();
        close.sort_by_key(|(other, _)| (distance(other), *other));
        close.truncate(3);
        Self::Absent { territory, year: fold.year, close }
    }
}

/// Territories that the latest loaded survey can be read at: its basins, départements, régions and
/// France, then the territories made of communes of those basins. Without a survey, those that the
/// other files speak of.
pub fn territories(inputs: &[Arc<ReadTable>], reference: &Reference) -> Vec<(Territory, String)> {
    let (waves, _) = rings::waves(inputs, 4.0);
    let reference = inputs::with_lists(inputs, reference);
    let mut list = if let Some(wave) = waves.values().next_back() {
        rings::territories(&wave.fold())
    } else {
        let named =
            |place: Territory| (place, reference.label(place).map(rings::tidy).unwrap_or_default());
        let found = ground::territories(inputs, &reference);
        if found.is_empty() {
            return Vec::new();
        }
        rings::basins_first(found.into_iter().map(named).collect())
    };
    let known: BTreeSet<Territory> = list.iter().map(|(place, _)| *place).collect();
    let over = reference.over(&known).into_iter().filter(|place| !known.contains(place));
    let of_communes = over.map(|place| {
        let label = reference.label(place).map(rings::tidy).unwrap_or_default();
        (place, label)
    });
    list.extend(of_communes);
    list
}

/// An occupation as typed, bare (`V0X60`) or with its edition (`fap2021:V0X60`), in the survey of
/// a year, the latest by default.
///
/// # Errors
/// When no survey of the year is loaded, the code is not in it, or is none.
pub fn occupation(
    inputs: &[Arc<ReadTable>],
    text: &str,
    year: Option<u16>,
) -> Result<Fap, AnalysisError> {
    let Prepared { inputs, .. } = prepare_for(inputs, year);
    let (waves, _) = rings::waves(&inputs, 4.0);
    if let Some(wave) = rings::wave_if_any(&waves, &inputs, year)? {
        return couples::occupation(text, wave.version, &wave.fold());
    }
    // Without a survey, as the other files name it.
    let code = text.parse::<Fap>().or_else(|_| Fap::new(ground::edition(&inputs), text));
    code.map_err(|_| AnalysisError::NotAnOccupation { code: text.to_owned() })
}

/// Years of the loaded surveys, oldest first.
pub fn years(inputs: &[Arc<ReadTable>]) -> Vec<u16> {
    rings::waves(inputs, 4.0).0.into_keys().collect()
}

/// The settings of shrinkage and flag that parameters give.
pub fn settings(parameters: &Parameters) -> Settings {
    Settings {
        effective_share: parameters.effective_share(),
        prior_strength: parameters.prior_strength(),
        flag_probability: parameters.flag_probability(),
    }
}

/// Every basin of a year, the latest loaded by default; `None` without a survey of that year.
pub fn atlas(
    inputs: &[Arc<ReadTable>],
    parameters: &Parameters,
    year: Option<u16>,
) -> Option<Atlas> {
    let Prepared { inputs, .. } = prepare_for(inputs, year);
    let (waves, _) = rings::waves(&inputs, parameters.star_max());
    let wave = rings::wave(&waves, &inputs, year).ok()?;
    Some(Atlas::of_basins(&wave.fold()))
}

/// # Errors
/// When no file speaks of the territory, or the survey of projects has not it or the year.
pub fn analyse(
    inputs: &[Arc<ReadTable>],
    reference: &Reference,
    parameters: &Parameters,
    request: &Request,
) -> Result<Results, AnalysisError> {
    analyse_read(inputs, reference, parameters, request, &Reading::default())
}

/// [`analyse`], with the own survey weighed and understood as the user decided.
///
/// # Errors
/// Those of [`analyse`].
pub fn analyse_read(
    inputs: &[Arc<ReadTable>],
    reference: &Reference,
    parameters: &Parameters,
    request: &Request,
    reading: &Reading<'_>,
) -> Result<Results, AnalysisError> {
    let stage = Stage::new(inputs, reference, parameters, request)?;
    Ok(stage.surveyed(reading).results(parameters))
}

fn view(geography: &rings::Geography, reference: &Reference) -> TerritoryView {
    TerritoryView {
        territory: geography.territory(),
        coverage: extent::coverage(geography.territory(), reference),
        label: geography.label.clone(),
        departments: geography.departments.clone(),
        regions: geography.regions.clone(),
    }
}
