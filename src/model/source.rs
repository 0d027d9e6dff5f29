//! What a file turned out to be, and how its rows were accounted for.

use crate::model::code::FapVersion;
use std::fmt;

/// The kinds of table Bassin recognises, by content.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// BMO survey: hiring projects by occupation × basin × département.
    Bmo,
    /// Variable list of a BMO workbook: documentation, no data.
    BmoDictionary,
    /// Dares tensions by occupation × territory.
    DaresTension,
    /// France Travail tension classes by ROME × basin.
    BasinTension,
    /// Regulatory list of *métiers en tension*: not a measure.
    RegulatoryList,
    /// Certif Info: certification ↔ ROME, Formacode, NSF, RNCP.
    CertifInfo,
    /// Export of the national registers of certifications, RNCP and RS.
    NationalRegister,
    /// Mon Compte Formation catalogue.
    CourseOffers,
    /// Offers of the Carif-Oref in LHEO.
    CarifOffers,
    /// Own training catalogue (`catalogue_formation`).
    TrainingCatalogue,
    /// Own survey, one row per establishment.
    SurveyEstablishments,
    /// Own survey, one row per establishment × occupation.
    SurveyOccupations,
    /// Own register of establishments (`population_etablissements`).
    EstablishmentRegister,
    /// Own list of job offers (`offres_locales`).
    JobOffers,
    /// Own table of job seekers (`demande_emploi`).
    JobSeekers,
    /// Commune → employment basin.
    CommuneBasins,
    /// Commune → *zone d'emploi*.
    CommuneZones,
    /// Commune → CLPE, with départements and régions.
    CommuneCommittees,
    /// Tree of FAP 2021.
    Fap2021Tree,
    /// Labels of FAP 2009.
    Fap2009Labels,
    /// ROME × qualification → FAP 2021.
    RomeToFap2021,
    /// ROME (× qualification) → FAP 2009.
    RomeToFap2009,
    /// ROME cards with their parents.
    RomeCards,
    /// NAF rév. 2 labels.
    NafLabels,
    /// ROME × NAF with hirings, national.
    RomeNafHirings,
    /// Tree of ROME v3 with its job titles.
    RomeTree,
    /// Job seekers by sector and basin.
    BasinSectors,
    /// Prices of apprenticeship contracts by certification (NPEC).
    ApprenticeshipPrices,
    /// Shapes of territories (GeoJSON).
    Map,
    /// Not recognised.
    Unknown,
}

impl Kind {
    /// Stable identifier, used by `--json` and by the catalogs (`kind-…`).
    pub const fn id(self) -> &'static str {
        match self {
            Self::Bmo => "bmo",
            Self::BmoDictionary => "bmo-dictionary",
            Self::DaresTension => "dares-tension",
            Self::BasinTension => "basin-tension",
            Self::RegulatoryList => "regulatory-list",
            Self::CertifInfo => "certif-info",
            Self::NationalRegister => "national-register",
            Self::CourseOffers => "course-offers",
            Self::CarifOffers => "carif-offers",
            Self::TrainingCatalogue => "training-catalogue",
            Self::SurveyEstablishments => "survey-establishments",
            Self::SurveyOccupations => "survey-occupations",
            Self::EstablishmentRegister => "establishment-register",
            Self::JobOffers => "job-offers",
            Self::JobSeekers => "job-seekers",
            Self::CommuneBasins => "commune-basins",
            Self::CommuneZones => "commune-zones",
            Self::CommuneCommittees => "commune-committees",
            Self::Fap2021Tree => "fap2021-tree",
            Self::Fap2009Labels => "fap2009-labels",
            Self::RomeToFap2021 => "rome-to-fap2021",
            Self::RomeToFap2009 => "rome-to-fap2009",
            Self::RomeCards => "rome-cards",
            Self::NafLabels => "naf-labels",
            Self::RomeNafHirings => "rome-naf-hirings",
            Self::RomeTree => "rome-tree",
            Self::BasinSectors => "basin-sectors",
            Self::ApprenticeshipPrices => "apprenticeship-prices",
            Self::Map => "map",
            Self::Unknown => "unknown",
        }
    }

    /// Whether a computation reads it; the others are recognised, checked and kept, no more.
    pub const fn serves(self) -> bool {
        !matches!(
            self,
            Self::BmoDictionary
                | Self::EstablishmentRegister
                | Self::RomeNafHirings
                | Self::RomeTree
                | Self::BasinSectors
                | Self::ApprenticeshipPrices
                | Self::Map
                | Self::Unknown
        )
    }

    /// Whether a loaded file of this kind replaces a built-in reference table.
    pub const fn is_reference(self) -> bool {
        matches!(
            self,
            Self::CommuneBasins
                | Self::CommuneZones
                | Self::CommuneCommittees
                | Self::Fap2021Tree
                | Self::Fap2009Labels
                | Self::RomeToFap2021
                | Self::RomeToFap2009
                | Self::RomeCards
                | Self::NafLabels
        )
    }
}

impl fmt::Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.id())
    }
}

/// Rows of a file, accounted for: `read = kept + refused + empty`, always.
///
/// The header, titles above it and footers below it are not rows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct RowCount {
    pub read: u32,
    pub kept: u32,
    pub refused: u32,
    pub empty: u32,
}

impl RowCount {
    pub const fn adds_up(&self) -> bool {
        self.read == self.kept + self.refused + self.empty
    }
}

/// Why a file was recognised as what it is; sentences are made by `crate::i18n`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reason {
    /// These canonical columns were found in the header.
    Columns(Vec<String>),
    /// The header stands on this row (1-based).
    HeaderRow(u32),
    /// The year came from this column or header suffix.
    YearFrom(String),
    /// Share of the codes valid in that edition, in percent points of the whole file.
    FapVersion { version: FapVersion, valid: u32, of: u32 },
    /// Unknown columns were left aside.
    IgnoredColumns(Vec<String>),
    /// The text was decoded from this encoding, with this separator.
    Text { encoding: &'static str, separator: char },
    /// Found inside an archive, under this member name.
    Member(String),
    /// Root element or object of a structured file.
    Structure(String),
}
