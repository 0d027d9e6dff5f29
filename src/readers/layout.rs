//! The layouts Bassin recognises: canonical columns, their names, and which must be there.

use crate::model::Kind;
use crate::readers::header::Field;

/// One kind of table as published.
pub struct Layout {
    pub kind: Kind,
    /// All of these must be found.
    pub required: &'static [&'static str],
    pub fields: &'static [Field],
    /// Further columns are months, one figure in each.
    pub wide: bool,
    /// What most cells of a column hold, where the header alone says too little.
    pub proof: Option<(&'static str, Holds)>,
}

/// Whether a cell holds what its column should.
pub type Holds = fn(&str) -> bool;

/// The usual case: a header that speaks for itself, one row for each thing.
const PLAIN: Layout =
    Layout { kind: Kind::Unknown, required: &[], fields: &[], wide: false, proof: None };

/// Same canonical and written name.
macro_rules! same {
    ($($name:literal => $written:literal),+ $(,)?) => { &[$(($name, &[$written])),+] };
}

mod asked;
mod lists;
mod own;
mod planned;
mod published;
mod training;

pub use asked::{lacking, needed, vital};

/// Of two that fit a header as well, the last; of two of one kind, the first names its fields.
pub static LAYOUTS: &[Layout] = &[
    published::BMO,
    published::DARES_TENSION,
    published::DARES_WORKBOOK,
    published::REGULATORY_LIST,
    published::BASIN_TENSION,
    training::CERTIF_INFO,
    training::NATIONAL_REGISTER,
    training::COURSE_OFFERS,
    own::TRAINING_CATALOGUE,
    training::CARIF_OFFERS,
    own::SURVEY_ESTABLISHMENTS,
    own::SURVEY_OCCUPATIONS,
    own::ACTOR_OPINIONS,
    own::ESTABLISHMENT_REGISTER,
    own::JOB_OFFERS,
    own::JOB_SEEKERS,
    own::EMPLOYMENT,
    own::TRAVEL_TIMES,
    planned::SURVEY_WISHES,
    planned::PROVEN_PROGRAMMES,
    planned::COMPANY_HEADCOUNT,
    lists::COMMUNE_BASINS,
    lists::COMMUNE_ZONES,
    lists::COMMUNE_COMMITTEES,
    lists::FAP2021_TREE,
    lists::ROME_TO_FAP2021,
    lists::ROME_CARDS,
    published::ROME_NAF_HIRINGS,
    lists::ROME_TREE,
    training::APPRENTICESHIP_PRICES,
    published::BASIN_SECTORS,
    lists::NAF_LABELS,
    lists::INSEE_NAF_LABELS,
    lists::FAP2009_LABELS,
    lists::ROME_TO_FAP2009,
    published::OFFERS_EXTRACT,
    published::JOB_SEEKER_SERIES,
    published::HIRING_DECLARATIONS,
    published::MARKET_INDICATORS,
    published::ESTABLISHMENT_STOCK,
    lists::COMMUNE_GROUPINGS,
    training::ONISEP_TRAINING,
    training::ONISEP_BRIDGE,
    training::APPRENTICESHIP_CATALOGUE,
];
