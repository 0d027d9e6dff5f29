//! What one analysis gives: everything that screens, exports and the command line show.

use crate::analysis::absent::Absent;
use crate::analysis::borders;
use crate::analysis::compare::Comparisons;
use crate::analysis::extent::Coverage;
use crate::analysis::levels::Group;
use crate::analysis::offers::{List, Merge, Nature};
use crate::analysis::readings::OtherReading;
use crate::analysis::sectors::Sectors;
use crate::analysis::series::{Change, Series};
use crate::analysis::stacking;
use crate::analysis::validation::Validation;
use crate::flows::balance::Balance;
use crate::indicators::anchor::{Anchor, RomeReading};
use crate::indicators::hiring::Tally;
use crate::indicators::pressure::{Pressure, Scale};
use crate::indicators::rank::Rank;
use crate::matching::supply::{Linking, Offer, Supply};
use crate::model::adjust::Cut;
use crate::model::{Count, Date, Fap, FapVersion, Figure, Kind, RowCount, Territory};
use crate::readers::ReadTable;
use crate::recommend::apprenticeship::Supports;
use crate::recommend::diagnosis::Finding;
use crate::recommend::duplication::Experience;
use crate::recommend::programme::Programme;
use std::collections::BTreeMap;
use std::sync::Arc;

/// The result of `analysis::analyse`: same inputs, same results, byte for byte.
#[derive(Clone, Debug, PartialEq)]
pub struct Results {
    pub territory: TerritoryView,
    /// The survey of hiring projects that occupations are read in; `None` where none is loaded: no
    /// project, share, flag nor rank is known of any, and they are those of which other files speak.
    pub bmo: Option<usize>,
    /// Of that survey; without one, of the latest file.
    pub year: u16,
    /// Edition of the occupation codes of that year.
    pub fap_version: FapVersion,
    /// Given by the caller: the core does not read the clock.
    pub as_of: Date,
    pub sources: Vec<SourceView>,
    /// The territory and what contains it, all occupations together.
    pub totals: Benchmarks,
    /// Share above which an occupation counts as difficult: all occupations of France, same file.
    /// `None`: no survey of projects, nor a share set by the user.
    pub cut: Option<f64>,
    /// Cells of the reference set of the pressure class.
    pub reference_cells: u32,
    /// Source and period of the exit rates, where a file gives them.
    pub exits: Option<(usize, String)>,
    /// The same of the registrations that offers are set against.
    pub registrations: Option<(usize, String)>,
    /// By code.
    pub occupations: Vec<Occupation>,
    /// Occupations without a row of the survey, of which other files say something; by code.
    pub absent: Vec<Absent>,
    /// What pressure classes are placed on; `None`: the reference set is too small.
    pub scale: Option<Scale>,
    /// What an own survey's share of occupations without a row is shrunk to, by code.
    pub priors: BTreeMap<Fap, f64>,
    /// Best first.
    pub programmes: Vec<Programme>,
    pub notes: Vec<Note>,
    /// What the sources make together.
    pub together: Vec<stacking::Pair>,
    /// Years of BMO at hand with the totals of the territory, oldest first.
    pub years: Vec<YearPoint>,
    pub series: Series,
    /// Whether past flags announced what came, per pair of neighbouring years, oldest first.
    pub validations: Vec<Validation>,
    /// Occupations together: groups, domains, families.
    pub groups: Vec<Group>,
    /// By sector of activity: offers, and an estimate.
    pub sectors: Sectors,
    /// Lists of offers with what each is of.
    pub offer_lists: Vec<List>,
    /// Rows of offers of the territory that are the same offer as another.
    pub merged_offers: Vec<Merge>,
    /// Against what the user chose; empty until [`crate::analysis::compare::compare`].
    pub comparisons: Comparisons,
    /// How the rows of training offers were linked to occupations, by source.
    pub linking: Vec<Linking>,
    /// Offers within reach, still open and linked, that lead to no occupation of the territory.
    pub idle: Vec<Offer>,
    /// Offers of own catalogues that nothing links to any occupation.
    pub unlinked: Vec<Offer>,
    /// Need, entrants and indicative gap by occupation; empty until
    /// [`crate::analysis::balance::balances`].
    pub balances: BTreeMap<Fap, Balance>,
    /// Programmes that worked, of the user's library.
    pub library: Vec<Experience>,
    /// Yearly support levels of apprenticeship contracts, by certification.
    pub supports: Arc<Supports>,
}

/// The territory looked at, and the ones around it.
#[derive(Clone, Debug, PartialEq)]
pub struct TerritoryView {
    pub territory: Territory,
    pub label: String,
    /// For a territory made of communes: the basins it is read at.
    pub coverage: Option<Coverage>,
    /// Départements it lies in, the one with most projects first.
    pub departments: Vec<(Territory, String)>,
    pub regions: Vec<(Territory, String)>,
}

/// One loaded file or sheet, as it entered the analysis. Its index is its name in the results.
#[derive(Clone, Debug, PartialEq)]
pub struct SourceView {
    pub file: String,
    pub fingerprint: String,
    pub kind: Kind,
    pub vintage: Option<u16>,
    pub sheet: Option<String>,
    pub rows: RowCount,
    pub usage: Usage,
}

/// What a loaded table is worth for a territory and a year. Its words are in the catalogs
/// (`usage-…`).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Usage {
    /// Figures, links or names of the results rest on it.
    Results,
    /// What is said of the employer survey or of the opinions of actors rests on it.
    Survey,
    /// Shapes that maps are drawn on.
    Map,
    /// Counts for nothing: another table of its kind does.
    SetAside,
    /// Says nothing of what is asked, or nothing without a file that is not there.
    Silent,
    /// Recognised and kept; nothing is computed from its kind.
    Unread,
    /// A company's own: of no result of a territory.
    Apart,
}

impl Usage {
    pub const ALL: [Self; 7] = [
        Self::Results,
        Self::Survey,
        Self::Map,
        Self::SetAside,
        Self::Silent,
        Self::Unread,
        Self::Apart,
    ];

    pub const fn id(self) -> &'static str {
        match self {
            Self::Results => "results",
            Self::Survey => "survey",
            Self::Map => "map",
            Self::SetAside => "set-aside",
            Self::Silent => "silent",
            Self::Unread => "unread",
            Self::Apart => "apart",
        }
    }

    /// Whether anything rests on it.
    pub const fn is_used(self) -> bool {
        matches!(self, Self::Results | Self::Survey | Self::Map)
    }

    /// Of a table that results either rest on or do not look at.
    pub const fn of(read: bool, kind: Kind) -> Self {
        match (read, kind.serves()) {
            (true, _) => Self::Results,
            (false, true) => Self::Silent,
            (false, false) => Self::Unread,
        }
    }
}

impl SourceView {
    /// Of the headcount of a company nothing is told, not even the name of its file.
    pub fn new(input: &ReadTable, usage: Usage) -> Self {
        if input.kind.is_of_company() {
            return Self {
                file: String::new(),
                fingerprint: String::new(),
                kind: Kind::Unknown,
                vintage: None,
                sheet: None,
                rows: RowCount::default(),
                usage: Usage::Apart,
            };
        }
        Self {
            file: input.file.clone(),
            fingerprint: input.fingerprint.clone(),
            kind: input.kind,
            vintage: input.vintage,
            sheet: input.sheet.clone(),
            rows: input.rows,
            usage,
        }
    }
}

/// The same counts on nested territories. Each includes the ones inside it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Benchmarks {
    pub territory: Tally,
    pub department: Tally,
    pub region: Tally,
    pub france: Tally,
}

/// One occupation of the territory.
#[derive(Clone, Debug, PartialEq)]
pub struct Occupation {
    pub code: Fap,
    pub label: String,
    /// Letter and label of the *famille de métiers*.
    pub family: Option<(String, String)>,
    pub benchmarks: Benchmarks,
    pub pressure: Pressure,
    /// Among the occupations of the territory, with what the draws allow.
    pub rank: Rank,
    /// Since the last loaded year of the same edition of FAP.
    pub change: Change,
    pub anchor: Option<Anchor>,
    /// France Travail classes of the ROME cards of this occupation on the basin.
    pub rome_readings: Vec<RomeReading>,
    /// What official files say of it beside its anchor.
    pub other_readings: Vec<OtherReading>,
    pub finding: Finding,
    pub supply: Supply,
    /// Same edition of FAP only: a series never runs across a break.
    pub history: Vec<YearPoint>,
    pub survey: Option<SurveyView>,
    pub local_offers: Option<LocalOffers>,
    pub seekers: Option<Seekers>,
    /// People in employment of it, where a table of the territory tells.
    pub employed: Option<Employed>,
    /// On the legal list of occupations in tension of its région.
    pub regulatory: Option<Listed>,
    /// BMO rows behind the territory's counts: source index and sheet rows.
    pub rows: Vec<(usize, u32)>,
}

/// A place on the legal list of occupations in tension: information, not a measure.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Listed {
    pub source: usize,
    pub row: u32,
    /// Share of the occupation carried by the listed code of the other edition of FAP.
    pub converted: Option<f64>,
}

/// One year of the BMO survey on the territory.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct YearPoint {
    pub source: usize,
    pub year: u16,
    pub fap_version: FapVersion,
    pub tally: Tally,
}

/// A figure of respondents with who is behind it: `secrecy` decides whether it is shown.
#[derive(Clone, Debug, PartialEq)]
pub struct Stated {
    pub figure: Figure,
    /// Identifier and answer of each; of a share, of those who said so. Never leaves the program.
    pub by: Vec<(String, f64)>,
    /// Of a share: identifiers of those who answered.
    pub of: Vec<String>,
}

/// What our own survey says about an occupation, as far as `secrecy` lets it out.
#[derive(Clone, Debug, PartialEq)]
pub struct SurveyView {
    pub source: usize,
    /// Establishments that answered on this occupation.
    pub establishments: u32,
    pub projects: Stated,
    pub difficult: Stated,
    pub training_need: Stated,
}

/// Posts offered on the territory, from own lists of offers.
#[derive(Clone, Debug, PartialEq)]
pub struct LocalOffers {
    pub source: usize,
    /// Of the lists that are counted: never of two natures together.
    pub nature: Nature,
    pub offers: u32,
    pub posts: Figure,
}

/// Job seekers of category A at the end of the latest period of a file.
#[derive(Clone, Debug, PartialEq)]
pub struct Seekers {
    pub source: usize,
    /// As written: `2025-T4`, `2025-12`.
    pub period: String,
    /// With the bounds that masked cells allow.
    pub stock: Count,
}

/// People in employment of an occupation on the territory, by age, as a public table counts them.
#[derive(Clone, Debug, PartialEq)]
pub struct Employed {
    pub source: usize,
    pub rows: Vec<u32>,
    pub year: u16,
    pub people: f64,
    /// Of these, 50 or more, 55 or more, 60 or more.
    pub older: [Option<f64>; 3],
    /// Where the ages are those of a wider territory, which one and where it was read.
    pub ages_of: Option<(Territory, usize, u32)>,
    /// People a year who leave otherwise than at the end of their career.
    pub leavers: Option<f64>,
    /// Part of the people behind the counts, 0–1; `None`: not said.
    pub sampled: Option<f64>,
}

/// What the reader of the results must know; one sentence each in the catalogs (`note-…`).
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Note {
    /// No survey of projects is loaded.
    NoProjects,
    SeveralDepartments {
        used: Territory,
        /// The one with most projects; else with most communes.
        by_projects: bool,
    },
    NoAnchorLoaded,
    AnchorConverted {
        from: FapVersion,
        to: FapVersion,
    },
    AnchorWithoutMatch {
        count: u32,
    },
    NoTrainingLoaded,
    ReferenceSetTooSmall {
        cells: u32,
    },
    NomenclatureBreak {
        before: u16,
        after: u16,
    },
    /// The territory is not the same in two years of the survey.
    OtherBorders(borders::Break),
    CodesUnknown {
        source: usize,
        count: u32,
        examples: String,
    },
    DuplicateYear {
        kept: usize,
        left: usize,
    },
    /// Two files hold the same bytes: the second counts for nothing.
    SameContent {
        kept: usize,
        left: usize,
    },
    /// Files of one kind that follow each other without a break.
    Series(stacking::Series),
    /// What else two files of one kind make: a break, one set aside for the other.
    Together(stacking::Pair),
    /// Answers of another wave of the survey: never added to those of the latest.
    FormerWave {
        left: usize,
        year: Option<u16>,
    },
    /// A survey that does not say its year: by the name of its file, or by the year asked for.
    YearGiven {
        source: usize,
        year: u16,
        by_name: bool,
    },
    /// Of an official list, the vintage that is read and those that are not; `later`: the analysed
    /// year, when the one that is read was not known then.
    Vintages {
        kind: Kind,
        kept: u16,
        left: Vec<u16>,
        later: Option<u16>,
    },
    /// Two vintages of the hirings by ROME × NAF: one counts.
    OtherHirings {
        kept: usize,
        left: usize,
    },
    /// Offers that several lists hold, counted once.
    RepeatedOffers {
        count: u32,
    },
    /// Offers of two origins that are one by employer, card, commune, day and title.
    LikeOffers {
        count: u32,
    },
    /// A list that does not follow new offers: it is not set against registrations.
    OffersNotAFlow {
        source: usize,
        nature: Nature,
    },
    /// A list of another nature than the one counted on the territory.
    OffersApart {
        source: usize,
        count: u32,
    },
    OutsideTerritory {
        source: usize,
        count: u32,
    },
    WithoutOccupation {
        source: usize,
        count: u32,
    },
    /// Offers without a code whose title tells the occupation.
    OccupationByTitle {
        source: usize,
        count: u32,
    },
    DecimalLayout {
        source: usize,
    },
    SeasonalMostly,
    /// The user changed a parameter of the method; in thousandths.
    ParameterChanged {
        id: &'static str,
        value: u32,
        default: u32,
    },
    /// Headcounts of companies among the files: of no result and of no document.
    CompanyApart {
        count: u32,
    },
    /// The share that makes an occupation difficult is not that of France.
    CutChanged {
        cut: Cut,
    },
}

impl Note {
    /// The user changed the method: no figure is then the usual one.
    pub const fn is_of_settings(&self) -> bool {
        matches!(self, Self::ParameterChanged { .. } | Self::CutChanged { .. })
    }
}
