//! What a file turned out to be, and how its rows were accounted for.

use crate::model::code::FapVersion;
use serde::{Deserialize, Serialize};
use std::fmt;

macro_rules! kinds {
    ($( $(#[$doc:meta])* $name:ident = $id:literal ),+ $(,)?) => {
        /// The kinds of table Bassin recognises, by content.
        #[derive(
            Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
        )]
        #[serde(try_from = "String", into = "String")]
        pub enum Kind {
            $( $(#[$doc])* $name, )+
        }

        impl Kind {
            pub const ALL: &[Self] = &[$( Self::$name ),+];

            /// Stable identifier, used by `--json`, by projects and by the catalogs (`kind-…`).
            pub const fn id(self) -> &'static str {
                match self {
                    $( Self::$name => $id, )+
                }
            }
        }
    };
}

kinds! {
    /// BMO survey: hiring projects by occupation × basin × département.
    Bmo = "bmo",
    /// Variable list of a BMO workbook: documentation, no data.
    BmoDictionary = "bmo-dictionary",
    /// Dares tensions by occupation × territory.
    DaresTension = "dares-tension",
    /// France Travail tension classes by ROME × basin.
    BasinTension = "basin-tension",
    /// Regulatory list of *métiers en tension*: not a measure.
    RegulatoryList = "regulatory-list",
    /// Certif Info: certification ↔ ROME, Formacode, NSF, RNCP.
    CertifInfo = "certif-info",
    /// Export of the national registers of certifications, RNCP and RS.
    NationalRegister = "national-register",
    /// Mon Compte Formation catalogue.
    CourseOffers = "course-offers",
    /// Offers of the Carif-Oref in LHEO.
    CarifOffers = "carif-offers",
    /// Own training catalogue (`catalogue_formation`).
    TrainingCatalogue = "training-catalogue",
    /// Own survey, one row per establishment.
    SurveyEstablishments = "survey-establishments",
    /// Own survey, one row per establishment × occupation.
    SurveyOccupations = "survey-occupations",
    /// Own survey, one row per course that an establishment wishes for.
    SurveyWishes = "survey-wishes",
    /// Answers to further questions of a survey, one row per answer.
    SurveyAnswers = "survey-answers",
    /// Answers of colleges of actors to the same questions (`enquete_acteurs`).
    ActorOpinions = "actor-opinions",
    /// Own register of establishments (`population_etablissements`).
    EstablishmentRegister = "establishment-register",
    /// Own list of job offers (`offres_locales`).
    JobOffers = "job-offers",
    /// Own table of job seekers (`demande_emploi`).
    JobSeekers = "job-seekers",
    /// People in employment by occupation and age, of territories (`emploi_metiers`).
    EmploymentByAge = "employment-by-age",
    /// Own travel times between communes (`temps_de_trajet`).
    TravelTimes = "travel-times",
    /// Programmes that worked (`formations_reussies`).
    ProvenProgrammes = "proven-programmes",
    /// Headcount of one company (`effectif_entreprise`): of no territory.
    CompanyHeadcount = "company-headcount",
    /// Commune → employment basin.
    CommuneBasins = "commune-basins",
    /// Commune → *zone d'emploi*.
    CommuneZones = "commune-zones",
    /// Commune → CLPE, with départements and régions.
    CommuneCommittees = "commune-committees",
    /// Tree of FAP 2021.
    Fap2021Tree = "fap2021-tree",
    /// Labels of FAP 2009.
    Fap2009Labels = "fap2009-labels",
    /// ROME × qualification → FAP 2021.
    RomeToFap2021 = "rome-to-fap2021",
    /// ROME (× qualification) → FAP 2009.
    RomeToFap2009 = "rome-to-fap2009",
    /// ROME cards with their parents.
    RomeCards = "rome-cards",
    /// NAF rév. 2 labels.
    NafLabels = "naf-labels",
    /// ROME × NAF with hirings, national.
    RomeNafHirings = "rome-naf-hirings",
    /// Tree of ROME v3 with its job titles.
    RomeTree = "rome-tree",
    /// Job seekers by sector and basin.
    BasinSectors = "basin-sectors",
    /// Prices of apprenticeship contracts by certification (NPEC).
    ApprenticeshipPrices = "apprenticeship-prices",
    /// Job seekers by month and zone (DEFM), one column per month.
    JobSeekerSeries = "job-seeker-series",
    /// Declarations before hiring (DPAE).
    HiringDeclarations = "hiring-declarations",
    /// Indicators of the labour market of France Travail.
    MarketIndicators = "market-indicators",
    /// Stock of establishments (SIRENE).
    EstablishmentStock = "establishment-stock",
    /// Commune → intercommunal grouping (EPCI).
    CommuneGroupings = "commune-groupings",
    /// Initial training described by Onisep.
    OnisepTraining = "onisep-training",
    /// Onisep ↔ Certif Info.
    OnisepBridge = "onisep-bridge",
    /// Offers of apprenticeship, one row per place.
    ApprenticeshipCatalogue = "apprenticeship-catalogue",
    /// Shapes of territories (GeoJSON).
    Map = "map",
    /// A text to be read by people beside tables: no data.
    ReadMe = "read-me",
    /// Not recognised.
    Unknown = "unknown",
}

impl TryFrom<String> for Kind {
    type Error = String;

    fn try_from(id: String) -> Result<Self, String> {
        Self::ALL.iter().copied().find(|kind| kind.id() == id).ok_or(id)
    }
}

impl From<Kind> for String {
    fn from(kind: Kind) -> Self {
        kind.id().to_owned()
    }
}

impl Kind {
    /// The edition of FAP that its codes are of in a year, where its publisher changed them at once.
    pub const fn edition_of(self, year: u16) -> Option<FapVersion> {
        let first = match self {
            Self::Bmo => 2024,
            Self::DaresTension => 2023,
            _ => return None,
        };
        Some(if year < first { FapVersion::Fap2009 } else { FapVersion::Fap2021 })
    }

    /// Whether a computation reads it; the others are recognised, checked and kept, no more.
    pub const fn serves(self) -> bool {
        !matches!(
            self,
            Self::BmoDictionary
                | Self::ReadMe
                | Self::RomeTree
                | Self::BasinSectors
                | Self::JobSeekerSeries
                | Self::HiringDeclarations
                | Self::MarketIndicators
                | Self::OnisepTraining
                | Self::OnisepBridge
                | Self::Unknown
        )
    }

    /// Its rows may name who answered; a form of no known layout may, too.
    pub const fn may_name_respondents(self) -> bool {
        matches!(
            self,
            Self::SurveyEstablishments
                | Self::SurveyOccupations
                | Self::SurveyWishes
                | Self::SurveyAnswers
                | Self::ActorOpinions
                | Self::Unknown
        )
    }

    /// Belongs to one company: nothing of it enters what is said of a territory.
    pub const fn is_of_company(self) -> bool {
        matches!(self, Self::CompanyHeadcount)
    }

    /// Whose data it is. A text to be read may say anything of anyone. Every kind is named, so that
    /// a new one is decided on.
    pub const fn custody(self) -> Custody {
        match self {
            Self::SurveyEstablishments
            | Self::SurveyOccupations
            | Self::SurveyWishes
            | Self::SurveyAnswers
            | Self::ActorOpinions
            | Self::EstablishmentRegister
            | Self::CompanyHeadcount
            | Self::ReadMe
            | Self::Unknown => Custody::Respondents,
            Self::TrainingCatalogue
            | Self::JobOffers
            | Self::JobSeekers
            | Self::EmploymentByAge
            | Self::TravelTimes
            | Self::ProvenProgrammes
            | Self::Map => Custody::Own,
            Self::Bmo
            | Self::BmoDictionary
            | Self::DaresTension
            | Self::BasinTension
            | Self::RegulatoryList
            | Self::CertifInfo
            | Self::NationalRegister
            | Self::CourseOffers
            | Self::CarifOffers
            | Self::CommuneBasins
            | Self::CommuneZones
            | Self::CommuneCommittees
            | Self::Fap2021Tree
            | Self::Fap2009Labels
            | Self::RomeToFap2021
            | Self::RomeToFap2009
            | Self::RomeCards
            | Self::NafLabels
            | Self::RomeNafHirings
            | Self::RomeTree
            | Self::BasinSectors
            | Self::ApprenticeshipPrices
            | Self::JobSeekerSeries
            | Self::HiringDeclarations
            | Self::MarketIndicators
            | Self::EstablishmentStock
            | Self::CommuneGroupings
            | Self::OnisepTraining
            | Self::OnisepBridge
            | Self::ApprenticeshipCatalogue => Custody::Public,
        }
    }

    /// Whether a loaded file of this kind replaces a built-in reference table.
    pub const fn is_reference(self) -> bool {
        matches!(
            self,
            Self::CommuneBasins
                | Self::CommuneZones
                | Self::CommuneCommittees
                | Self::CommuneGroupings
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

/// Whose data a table holds, for who hands a project over. What is last is kept closest.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Custody {
    /// Published by others: anyone may have it.
    Public,
    /// Of the user's own, without any answer; offers may name an employer.
    Own,
    /// Answers, names of establishments, a company's headcount; what nobody knows the kind of, too.
    Respondents,
}

impl Custody {
    pub const ALL: [Self; 3] = [Self::Public, Self::Own, Self::Respondents];

    /// Stable identifier, used on the command line, in archives and by the catalogs
    /// (`custody-…`).
    pub const fn id(self) -> &'static str {
        match self {
            Self::Public => "public",
            Self::Own => "own",
            Self::Respondents => "respondents",
        }
    }
}

/// Rows of a file, accounted for: `read = kept + refused + empty`, always.
///
/// The header, titles above it and footers below it are not rows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
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

impl std::ops::AddAssign for RowCount {
    fn add_assign(&mut self, other: Self) {
        self.read += other.read;
        self.kept += other.kept;
        self.refused += other.refused;
        self.empty += other.empty;
    }
}

/// Why a file was recognised as what it is; sentences are made by `crate::i18n`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Reason {
    /// These canonical columns were found in the header.
    Columns(Vec<String>),
    /// The header stands on this row (1-based).
    HeaderRow(u32),
    /// The year came from this column or header suffix.
    YearFrom(String),
    /// The year came from the name of the file.
    YearOfName(u16),
    /// The year is the one that the user gave.
    YearOfUser(u16),
    /// Its codes exist in both editions: the year decides.
    EditionOfYear { version: FapVersion, year: u16 },
    /// An edition that the name of the file tells, without a year.
    EditionOfName(String),
    /// The rows of this year, of a file that holds those of so many.
    YearOf { year: u16, years: u32 },
    /// Share of the codes valid in that edition, in percent points of the whole file.
    FapVersion { version: FapVersion, valid: u32, of: u32 },
    /// The further questions of a form that were read.
    Questions(Vec<String>),
    /// Unknown columns were left aside.
    IgnoredColumns(Vec<String>),
    /// The text was decoded from this encoding, with this separator.
    Text { encoding: String, separator: char },
    /// By the mapping that was confirmed on this file.
    Mapped { confirmed_on: String },
    /// Found inside an archive, under this member name.
    Member(String),
    /// Members of an archive that no table here is made of, with their rows where they were counted.
    MembersAside(Vec<(String, Option<u32>)>),
    /// Lines of words below the table hold no data, and count as empty rows; the first of them.
    Notes { count: u32, text: String },
    /// Root element or object of a structured file.
    Structure(String),
}

impl Reason {
    /// Key of its sentence in the catalogs (`reason-…`), and stable identifier in `--json`.
    pub const fn id(&self) -> &'static str {
        match self {
            Self::Columns(_) => "columns",
            Self::HeaderRow(_) => "header-row",
            Self::YearFrom(_) => "year-from",
            Self::YearOfName(_) => "year-of-name",
            Self::YearOfUser(_) => "year-of-user",
            Self::EditionOfYear { .. } => "edition-of-year",
            Self::EditionOfName(_) => "edition-of-name",
            Self::YearOf { .. } => "year-of",
            Self::FapVersion { .. } => "fap-version",
            Self::Questions(_) => "questions",
            Self::IgnoredColumns(_) => "ignored-columns",
            Self::Text { .. } => "text",
            Self::Mapped { .. } => "mapped",
            Self::Member(_) => "member",
            Self::MembersAside(_) => "members-aside",
            Self::Notes { .. } => "notes",
            Self::Structure(_) => "structure",
        }
    }
}
