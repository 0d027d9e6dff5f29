//! Candidate programmes: for an occupation where training is a lever, what could be run, for
//! whom, at what cost, and what it would bring. What was computed and what the user changed stay
//! apart.
//!
//! Nothing here is a forecast. An amount or a rate that no file tells comes from the method and
//! says so; where nothing tells a cost, there is none, and the candidate cannot be chosen.

mod cost;
pub mod gain;
mod make;
mod select;
#[cfg(test)]
mod tests;

pub use cost::{Assumption, usual_rate};
pub use make::{Case, Setting, added, proposals};
pub use select::{Selection, Unpaid, select};

use crate::indicators::anchor::Cause;
use crate::model::planning::{Changes, Way};
use crate::model::{Date, Fap, Grade};
use crate::recommend::apprenticeship::Support;
use crate::recommend::choice::Estimate;
use crate::recommend::diagnosis::Diagnosis;
use crate::recommend::duplication::Precedent;
use crate::recommend::funding::Request;
use crate::recommend::programme::{Audience, Format};
use crate::recommend::verdict::Verdict;
use std::fmt;
use std::str::FromStr;

/// What names a candidate from one computation to the next.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Key {
    pub occupation: Fap,
    pub format: Format,
    pub audience: Audience,
}

/// What must be settled before a candidate that is chosen is opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Condition {
    /// The commitment of employers is asked for, and not obtained.
    Commitment,
    /// What is lacking is not established, or its bounds are too far apart for a number.
    Need,
}

impl Condition {
    pub const ALL: [Self; 2] = [Self::Commitment, Self::Need];

    /// In the catalogs (`condition-…`).
    pub const fn id(self) -> &'static str {
        match self {
            Self::Commitment => "commitment",
            Self::Need => "need",
        }
    }
}

impl Proposal {
    /// Under what it is chosen; nothing: as it stands.
    pub fn conditions(&self) -> Vec<Condition> {
        let need = &self.need;
        let is_open =
            self.risks.contains(&Risk::NeedUnconfirmed) || (need.value.is_none() && need.is_wide());
        let holds = |one: &Condition| match one {
            Condition::Commitment => self.commitment_required && !self.changes.committed,
            Condition::Need => is_open,
        };
        Condition::ALL.into_iter().filter(holds).collect()
    }
}

/// No candidate has this identifier.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("no such candidate: {0}")]
pub struct UnknownKey(pub String);

impl FromStr for Key {
    type Err = UnknownKey;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let unknown = || UnknownKey(text.to_owned());
        let parts: Vec<&str> = text.split('/').collect();
        let [occupation, format, audience] = parts.as_slice() else { return Err(unknown()) };
        Ok(Self {
            occupation: occupation.parse().map_err(|_| unknown())?,
            format: Format::from_id(format).ok_or_else(unknown)?,
            audience: audience.parse().map_err(|_| unknown())?,
        })
    }
}

impl fmt::Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { occupation, format, audience } = self;
        write!(f, "{occupation}/{}/{}", format.id(), audience.id())
    }
}

/// Where a number of a candidate comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Origin {
    /// So many linked offers that say it.
    Offers(u32),
    /// The hours at the hourly price of so many linked offers.
    Hourly(u32),
    /// So many offers of other occupations, by the hour.
    Catalogue(u32),
    /// So many comparable programmes of the library.
    Library(u32),
    /// The yearly support level of an apprenticeship contract, over so many branches: no price.
    Support(u32),
    /// An hypothesis of the user, where no file tells.
    Stated,
    /// A choice of the method, to be replaced by what the territory knows.
    Method,
    /// Written by the user.
    User,
}

impl Origin {
    /// In `--json` and in the catalogs (`proposal-from-…`).
    pub const fn id(self) -> &'static str {
        match self {
            Self::Offers(_) => "offers",
            Self::Hourly(_) => "hourly",
            Self::Catalogue(_) => "catalogue",
            Self::Library(_) => "library",
            Self::Support(_) => "support",
            Self::Stated => "stated",
            Self::Method => "method",
            Self::User => "user",
        }
    }
}

/// A number with its bounds and where it comes from.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Known {
    pub value: f64,
    pub low: f64,
    pub high: f64,
    pub from: Origin,
}

impl Known {
    pub const fn exactly(value: f64, from: Origin) -> Self {
        Self { value, low: value, high: value, from }
    }

    pub const fn estimate(self) -> Estimate {
        Estimate { value: self.value, low: self.low, high: self.high }
    }
}

/// What the places asked for stand on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NeedBasis {
    /// The indicative gap over three years, a third of it for one year.
    Gap,
    /// Hiring projects expected difficult: an order of size.
    Projects,
    /// An hypothesis of the user, for all occupations whose least need nothing establishes.
    Stated,
    /// Written by the user.
    User,
}

impl NeedBasis {
    pub const fn id(self) -> &'static str {
        match self {
            Self::Gap => "gap",
            Self::Projects => "projects",
            Self::Stated => "stated",
            Self::User => "user",
        }
    }
}

/// What is known of the low end of a need.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Floor {
    /// So many are lacking at least; or none at all.
    Known,
    /// No answer of employers that may be shown tells it: hiring projects bound a need from above.
    NoAnswers,
    /// There are answers: with them the gap may be a lack or a surplus.
    EitherWay,
}

impl Floor {
    pub const ALL: [Self; 3] = [Self::Known, Self::NoAnswers, Self::EitherWay];

    /// In `--json`.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Known => "known",
            Self::NoAnswers => "no-answers",
            Self::EitherWay => "either-way",
        }
    }
}

/// Places a year beyond which nothing more is gained for the occupation.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Need {
    /// `None` where the interval is too wide for a point.
    pub value: Option<f64>,
    pub low: f64,
    pub high: f64,
    pub basis: NeedBasis,
    pub floor: Floor,
}

/// How many times its low end the high end of a need may be, before it tells no number.
const WIDE: f64 = 3.0;

impl Need {
    /// Too wide for a number of places to be read in it.
    pub fn is_wide(&self) -> bool {
        self.high > WIDE * self.low.max(1.0)
    }

    /// Whole places for the choice: the point, else those that are sure.
    pub fn places(&self) -> u32 {
        whole(self.value.unwrap_or(self.low).ceil())
    }
}

/// A whole number of a positive float, 0 for what is not one.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped")]
pub(crate) const fn whole(value: f64) -> u32 {
    // A NaN becomes 0, and what is too large the greatest.
    if value > 0.0 { value.min(1e9) as u32 } else { 0 }
}

/// What can be changed by hand.
#[derive(Clone, Debug, PartialEq)]
pub struct Terms {
    /// Places of a session, at least and at most.
    pub least_group: u32,
    pub most_group: u32,
    pub most_sessions: u32,
    /// For one person; `None`: nothing tells.
    pub hours: Option<Known>,
    /// € for each place; `None`: nothing tells, and the candidate cannot be chosen.
    pub place_cost: Option<Known>,
    /// What the cost of a place stands on, where it is an hypothesis of the user.
    pub assumption: Option<Assumption>,
    /// € for each session, however many places.
    pub session_cost: f64,
    /// Weeks from the decision to the first day.
    pub lead_weeks: u32,
    pub needed_by: Option<Date>,
    /// Trained people who stay in the occupation on the territory, for each place, 0–1.
    pub brings: Known,
    /// The nearest body that already teaches it; `None`: to be found.
    pub provider: Option<String>,
    /// How it is run.
    pub way: Way,
}

/// What may go wrong; said with the candidate.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Risk {
    /// What is lacking cannot be told yet: employers must confirm it.
    NeedUnconfirmed,
    /// No body within the région teaches it.
    NoProvider,
    /// No financing device is worth checking for this public and length.
    NoDevice,
    /// A rule of financing was not verified for a year.
    StaleRule,
    /// The need of a year is below the least group.
    SmallGroup,
    CostUnknown,
    /// The cost is not that of an offer.
    CostAssumed,
    /// Completion, access to work or stay are choices of the method.
    OutcomesAssumed,
    /// The flag comes from the rungs above, not from the territory.
    Presumed,
    /// People leave where jobs do not change: the commitment of employers decides.
    Leakage,
    /// That commitment is not obtained yet.
    NotCommitted,
    /// The need stands on a public count and regional rates, not on answers of employers.
    NeedCounted,
    /// It cannot begin before it is needed.
    LateStart,
    /// What a device may pay is an amount that nobody verified: it decides nothing.
    AmountUnverified,
    /// The group is filled only with people of a neighbouring basin.
    SharedGroup,
    /// Added by hand where the diagnosis does not call for training.
    AgainstDiagnosis,
    /// The certification aimed at ends within a year.
    CertificationEnds,
    /// No certification still in force leads to it.
    NoCertification,
}

impl Risk {
    pub const ALL: [Self; 18] = [
        Self::NeedUnconfirmed,
        Self::NoProvider,
        Self::NoDevice,
        Self::StaleRule,
        Self::SmallGroup,
        Self::CostUnknown,
        Self::CostAssumed,
        Self::OutcomesAssumed,
        Self::Presumed,
        Self::Leakage,
        Self::NotCommitted,
        Self::NeedCounted,
        Self::LateStart,
        Self::AmountUnverified,
        Self::SharedGroup,
        Self::AgainstDiagnosis,
        Self::CertificationEnds,
        Self::NoCertification,
    ];

    /// In `--json` and in the catalogs (`risk-…`).
    pub const fn id(self) -> &'static str {
        match self {
            Self::NeedUnconfirmed => "need-unconfirmed",
            Self::NoProvider => "no-provider",
            Self::NoDevice => "no-device",
            Self::StaleRule => "stale-rule",
            Self::SmallGroup => "small-group",
            Self::CostUnknown => "cost-unknown",
            Self::CostAssumed => "cost-assumed",
            Self::OutcomesAssumed => "outcomes-assumed",
            Self::Presumed => "presumed",
            Self::Leakage => "leakage",
            Self::NotCommitted => "not-committed",
            Self::NeedCounted => "need-counted",
            Self::LateStart => "late-start",
            Self::AmountUnverified => "amount-unverified",
            Self::SharedGroup => "shared-group",
            Self::AgainstDiagnosis => "against-diagnosis",
            Self::CertificationEnds => "certification-ends",
            Self::NoCertification => "no-certification",
        }
    }
}

/// What is measured once it runs, with its definition in the catalogs (`measure-…`).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Measure {
    Opened,
    Entered,
    Completed,
    /// In work at six months, of those who completed.
    EmployedSixMonths,
    /// Still in the occupation on the territory at twelve months, of those in work.
    PresentTwelveMonths,
}

impl Measure {
    pub const ACHIEVEMENT: [Self; 3] = [Self::Opened, Self::Entered, Self::Completed];
    pub const RESULT: [Self; 2] = [Self::EmployedSixMonths, Self::PresentTwelveMonths];

    pub const fn id(self) -> &'static str {
        match self {
            Self::Opened => "opened",
            Self::Entered => "entered",
            Self::Completed => "completed",
            Self::EmployedSixMonths => "employed-6",
            Self::PresentTwelveMonths => "present-12",
        }
    }
}

/// A candidate programme.
#[derive(Clone, Debug, PartialEq)]
pub struct Proposal {
    pub key: Key,
    pub verdict: Verdict,
    pub diagnosis: Diagnosis,
    pub grade: Grade,
    /// Section of NAF that most hires of the occupation are made in; `None`: of none mainly, or
    /// not known.
    pub sector: Option<char>,
    /// Places a year; of the occupation, shared by its candidates. As the files say, then as it
    /// stands, with what the user changed.
    pub computed_need: Need,
    pub need: Need,
    /// As the files and the method say.
    pub computed: Terms,
    /// As it stands, with what the user changed.
    pub terms: Terms,
    pub changes: Changes,
    /// Indices in the certifications of the occupation's supply, best first.
    pub certifications: Vec<usize>,
    /// Indices in the offers of the occupation's supply, nearest first.
    pub providers: Vec<usize>,
    /// Comparable programmes of the library, best first.
    pub precedents: Vec<Precedent>,
    /// What the rules of financing were asked.
    pub request: Request,
    /// What a contract of apprenticeship in a certification aimed at is supported with, a year:
    /// right for that contract alone.
    pub support: Option<Support>,
    /// Devices worth checking: identifiers, in the order of the rules.
    pub devices: Vec<String>,
    /// Without a commitment of employers on the jobs, it is not recommended.
    pub commitment_required: bool,
    /// What of the jobs they must commit to: causes that the diagnosis finds, strongest first.
    pub conditions: Vec<Cause>,
    /// Added by the user, not computed.
    pub by_hand: bool,
    /// Who could lead: identifier in `assets/params/leads.ron`.
    pub lead: String,
    /// Other publics that could join, for whom no device is known.
    pub also: Vec<Audience>,
    pub risks: Vec<Risk>,
}

impl Proposal {
    pub fn id(&self) -> String {
        self.key.to_string()
    }

    /// Places are never bought by themselves where the verdict is undetermined, or the least
    /// need not known: employers say it, or the user.
    pub fn is_unconfirmed(&self) -> bool {
        is_unsure(self.verdict, &self.need, self.by_hand)
            && !matches!(self.need.basis, NeedBasis::User | NeedBasis::Stated)
    }

    /// € for a session of so many places, without its spread; `None` where no cost is known.
    pub fn cost(&self, sessions: u32, places: u32) -> Option<f64> {
        let place = self.terms.place_cost?.value;
        Some(self.terms.session_cost * f64::from(sessions) + place * f64::from(places))
    }
}

/// Whether nothing establishes that so many places are needed at least.
fn is_unsure(verdict: Verdict, need: &Need, by_hand: bool) -> bool {
    verdict == Verdict::AskEmployers
        || need.floor != Floor::Known
        || (by_hand && !verdict.is_training())
}
