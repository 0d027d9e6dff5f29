//! What each financing device asks and pays: dated, sourced data, never advice.
//!
//! Every clause names its source; one that nobody verified says so, and neither opens nor closes a
//! device. Rules are read here and judged in `recommend::funding`.

mod read;

pub use read::{DeviceError, Fault, parse};

use crate::model::{Audience, Date, Territory};
use serde::Deserialize;

/// Whether a financing device may be suggested.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
pub enum Status {
    InForce,
    /// Known, so that it can be refused with its reason and its successor.
    Ended,
    /// Not documented: never suggested.
    Unverified,
}

/// What a training is, as the rules of financing tell it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Content {
    /// A whole certification: title, diploma, CQP.
    Certifying,
    /// Blocks of a certification.
    Blocks,
    /// Short adaptation to a job.
    Adaptation,
    /// Short access programme for publics far from employment.
    Access,
    /// Learning by a tutor in the firm alone.
    Tutoring,
}

impl Content {
    pub const ALL: [Self; 5] =
        [Self::Certifying, Self::Blocks, Self::Adaptation, Self::Access, Self::Tutoring];

    pub const fn id(self) -> &'static str {
        match self {
            Self::Certifying => "certifying",
            Self::Blocks => "blocks",
            Self::Adaptation => "short-adaptation",
            Self::Access => "short-access",
            Self::Tutoring => "tutoring",
        }
    }

    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.id() == id)
    }
}

/// A contract that an employer promises.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Contract {
    /// CDI.
    Permanent,
    /// CDD.
    FixedTerm,
    /// *Contrat de professionnalisation*.
    Professional,
    Apprenticeship,
    Seasonal,
    /// Temporary work.
    Missions,
}

impl Contract {
    pub const ALL: [Self; 6] = [
        Self::Permanent,
        Self::FixedTerm,
        Self::Professional,
        Self::Apprenticeship,
        Self::Seasonal,
        Self::Missions,
    ];

    /// The word of the trade, the same in both languages of the program.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Permanent => "cdi",
            Self::FixedTerm => "cdd",
            Self::Professional => "professionnalisation",
            Self::Apprenticeship => "apprentissage",
            Self::Seasonal => "saisonnier",
            Self::Missions => "interim",
        }
    }

    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.id() == id)
    }
}

/// Where a clause was read, and whether anybody verified it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fact {
    pub source: String,
    pub verified_on: Date,
    /// Known from a weak source alone: shown as such, and never a reason to refuse.
    pub unverified: bool,
}

/// Length of the training. The first rule that applies is the rule; exceptional ones go beyond it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hours {
    pub least: Option<u32>,
    pub most: Option<u32>,
    /// Months over which the hours are spread, at most.
    pub months: Option<u32>,
    /// Beyond the rule, on a condition to be confirmed.
    pub exceptional: bool,
    /// Empty: whatever the content, the audience, the contract.
    pub contents: Vec<Content>,
    pub audiences: Vec<Audience>,
    pub contracts: Vec<Contract>,
    /// In French, as the source says it; may be empty.
    pub condition: String,
    pub fact: Fact,
}

/// A contract that the employer must promise; one of several is enough.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Promised {
    pub kind: Contract,
    pub least_months: Option<u32>,
    pub condition: String,
    pub fact: Fact,
}

/// Who pays; the rows of a territory stand for the general ones.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Payer {
    pub name: String,
    pub territories: Vec<Territory>,
    /// Employees of the firm, at most.
    pub most_employees: Option<u32>,
    pub condition: String,
    pub fact: Fact,
}

/// What an amount is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
pub enum Measure {
    /// Paid, € an hour and person.
    PerHour,
    /// Paid on average, € a person.
    Average,
    /// Paid at most, € a person.
    AtMost,
    /// Left to the person, €.
    LeftToPay,
    /// Given to the employer, € a contract.
    ToEmployer,
}

impl Measure {
    pub const ALL: [Self; 5] =
        [Self::PerHour, Self::Average, Self::AtMost, Self::LeftToPay, Self::ToEmployer];

    pub const fn id(self) -> &'static str {
        match self {
            Self::PerHour => "per-hour",
            Self::Average => "average",
            Self::AtMost => "at-most",
            Self::LeftToPay => "left-to-pay",
            Self::ToEmployer => "to-employer",
        }
    }
}

/// An amount in €, between two bounds; equal where the source gives one number.
#[derive(Clone, Debug, PartialEq)]
pub struct Amount {
    pub measure: Measure,
    pub low: f64,
    pub high: f64,
    /// Empty: whatever the content, the audience.
    pub contents: Vec<Content>,
    pub audiences: Vec<Audience>,
    /// Those who are exempt.
    pub except: Vec<Audience>,
    pub condition: String,
    pub valid_from: Option<Date>,
    pub valid_to: Option<Date>,
    pub fact: Fact,
}

/// A condition that no question here answers: to be confirmed, in the words of the source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Term {
    pub text: String,
    pub fact: Fact,
}

/// Days without a new check after which a rule is stale: one year.
pub const STALE_AFTER: i64 = 365;

/// A financing device, with what decides whether it is worth checking.
#[derive(Clone, Debug, PartialEq)]
pub struct Device {
    pub id: String,
    pub name: String,
    /// The whole name, in French; the short one where there is no other.
    pub title: String,
    pub status: Status,
    /// Identifier of the device that stands for an ended one.
    pub successor: Option<String>,
    pub audiences: Vec<Audience>,
    /// Empty: any content.
    pub contents: Vec<Content>,
    /// `Some(true)`: for a group; `Some(false)`: for one person at a time.
    pub group: Option<bool>,
    pub hours: Vec<Hours>,
    /// Empty: the employer promises nothing.
    pub contracts: Vec<Promised>,
    /// A written agreement between employer and employee.
    pub agreement: bool,
    /// Days before the start by which the request is filed.
    pub deadline_days: Option<u32>,
    /// Empty: everywhere.
    pub territories: Vec<Territory>,
    pub payers: Vec<Payer>,
    pub amounts: Vec<Amount>,
    pub terms: Vec<Term>,
    pub valid_from: Option<Date>,
    /// The last day on which it may be begun.
    pub valid_to: Option<Date>,
    pub verified_on: Date,
    pub source: String,
    /// Whom to ask, always printed beside the device.
    pub confirm_with: String,
    /// The file of the user that it comes from; `None`: built in.
    pub own: Option<String>,
}

impl Device {
    /// Not verified for a year at that date.
    pub fn stale(&self, today: Date) -> bool {
        stale(self.verified_on, today)
    }
}

/// Not verified for a year at that date.
pub fn stale(verified_on: Date, today: Date) -> bool {
    today.ordinal() - verified_on.ordinal() > STALE_AFTER
}

/// The devices with those of the user: one of the same identifier stands for the built-in one, in
/// its place; the others follow.
pub fn merged(built_in: &[Device], own: &[Device]) -> Vec<Device> {
    let mut all: Vec<Device> = built_in.to_vec();
    for device in own {
        match all.iter_mut().find(|known| known.id == device.id) {
            Some(known) => known.clone_from(device),
            None => all.push(device.clone()),
        }
    }
    all
}
