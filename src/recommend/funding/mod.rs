//! Which financing devices are worth checking for a training, and why the others are not.
//!
//! A ruling is never a promise: every clause names its source, and what no question answers is
//! left to be confirmed with whoever decides. A clause that nobody verified is shown and decides
//! nothing; a device that nobody verified is never suggested.

use crate::model::{Audience, Date, Territory};
use crate::reference::Reference;
use crate::reference::financing::{
    Amount, Content, Contract, Device, Fact, Hours, Measure, Payer, Promised, Status, Term, stale,
};
use std::collections::BTreeSet;

/// What the employer promises.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Promise {
    /// Not known yet: nothing is refused for it.
    #[default]
    Unknown,
    /// No promise.
    Nothing,
    /// `months` is `None` where it is not known, or without end.
    Made { contract: Contract, months: Option<u32> },
}

/// A training for which financing is sought. What is `None` or empty is not known, and refuses
/// nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Request {
    /// What the people are; any of these may open a device.
    pub audiences: Vec<Audience>,
    /// Hours of training for one person.
    pub hours: Option<u32>,
    pub content: Option<Content>,
    pub promise: Promise,
    /// For a group, or for one person at a time.
    pub group: Option<bool>,
    /// Employees of the firm.
    pub employer_size: Option<u32>,
    /// The territory and those that hold it; empty: not known.
    pub territories: Vec<Territory>,
    /// First day of the training: the rules of that day apply, those of today where it is not
    /// known.
    pub start: Option<Date>,
    pub today: Date,
}

impl Request {
    /// The day whose rules apply.
    pub fn day(&self) -> Date {
        self.start.unwrap_or(self.today)
    }
}

/// Why a device is open, clause by clause.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Ground<'a> {
    /// In force on the day of the start.
    Period {
        from: Option<Date>,
        to: Option<Date>,
    },
    Audience(Audience),
    Content(Content),
    Hours {
        hours: u32,
        rule: &'a Hours,
    },
    Promise {
        contract: Contract,
        rule: &'a Promised,
    },
    Territory(Territory),
}

impl Ground<'_> {
    /// Key of its sentence: `funding-ground-` and this.
    pub const fn id(&self) -> &'static str {
        match self {
            Self::Period { .. } => "period",
            Self::Audience(_) => "audience",
            Self::Content(_) => "content",
            Self::Hours { .. } => "hours",
            Self::Promise { .. } => "contract",
            Self::Territory(_) => "territory",
        }
    }
}

/// A clause that holds, with where it was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Clause<'a> {
    pub ground: Ground<'a>,
    pub source: &'a str,
    pub verified_on: Date,
    /// Not verified for a year at the date of the request.
    pub stale: bool,
}

/// Why a device is refused.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal<'a> {
    Ended {
        on: Date,
        successor: Option<&'a str>,
        /// What ended it.
        why: &'a str,
    },
    NotYet {
        from: Date,
    },
    Unverified,
    Territory {
        only: &'a [Territory],
    },
    Audience {
        only: &'a [Audience],
    },
    Content {
        only: &'a [Content],
    },
    GroupOnly,
    OnePersonOnly,
    TooShort {
        least: u32,
    },
    TooLong {
        most: u32,
    },
    Contract {
        only: &'a [Promised],
    },
    ContractTooShort {
        contract: Contract,
        least_months: u32,
    },
    /// The last day to file was before today.
    TooLate {
        by: Date,
    },
}

impl Refusal<'_> {
    /// Key of its sentence: `funding-refusal-` and this.
    pub const fn id(&self) -> &'static str {
        match self {
            Self::Ended { .. } => "ended",
            Self::NotYet { .. } => "not-yet",
            Self::Unverified => "unverified",
            Self::Territory { .. } => "territory",
            Self::Audience { .. } => "audience",
            Self::Content { .. } => "content",
            Self::GroupOnly => "group",
            Self::OnePersonOnly => "one-person",
            Self::TooShort { .. } => "too-short",
            Self::TooLong { .. } => "too-long",
            Self::Contract { .. } => "contract",
            Self::ContractTooShort { .. } => "contract-short",
            Self::TooLate { .. } => "too-late",
        }
    }
}

/// What remains to be confirmed, with the body that the device names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Open<'a> {
    ContentUnknown {
        only: &'a [Content],
    },
    HoursUnknown,
    TerritoryUnknown {
        only: &'a [Territory],
    },
    ContractUnknown {
        only: &'a [Promised],
    },
    MonthsUnknown {
        contract: Contract,
        least_months: u32,
    },
    /// The hours go beyond the rule, on this condition.
    Exceptional {
        rule: &'a Hours,
    },
    /// The condition of a rule that was used.
    Condition {
        text: &'a str,
    },
    /// An agreement in writing.
    Agreement,
    /// The last day to file.
    FileBy {
        on: Date,
    },
    /// Days before the start by which to file.
    FileBefore {
        days: u32,
    },
    /// A limit that nobody verified.
    UnverifiedHours {
        rule: &'a Hours,
    },
    Term(&'a Term),
}

impl Open<'_> {
    /// Key of its sentence: `funding-open-` and this.
    pub const fn id(&self) -> &'static str {
        match self {
            Self::ContentUnknown { .. } => "content",
            Self::HoursUnknown => "hours",
            Self::TerritoryUnknown { .. } => "territory",
            Self::ContractUnknown { .. } => "contract",
            Self::MonthsUnknown { .. } => "months",
            Self::Exceptional { .. } => "exceptional",
            Self::Condition { .. } => "condition",
            Self::Agreement => "agreement",
            Self::FileBy { .. } => "file-by",
            Self::FileBefore { .. } => "file-before",
            Self::UnverifiedHours { .. } => "unverified-hours",
            Self::Term(_) => "term",
        }
    }
}

/// What an amount comes to for one person; nothing is added up.
#[derive(Clone, Debug, PartialEq)]
pub struct Estimate<'a> {
    pub amount: &'a Amount,
    /// € for one person, from and to; `None` where the hours are not known.
    pub euros: Option<(f64, f64)>,
}

/// What is said of one device.
#[derive(Clone, Debug, PartialEq)]
pub struct Ruling<'a> {
    pub device: &'a Device,
    /// Clauses that hold; empty for a refused device.
    pub clauses: Vec<Clause<'a>>,
    /// Empty for an eligible device; the decisive one first.
    pub refusals: Vec<Refusal<'a>>,
    pub open: Vec<Open<'a>>,
    pub payers: Vec<&'a Payer>,
    pub amounts: Vec<Estimate<'a>>,
    /// The device was not verified for a year at the date of the request.
    pub stale: bool,
}

impl Ruling<'_> {
    /// Worth checking: no clause that was verified refuses it.
    pub const fn eligible(&self) -> bool {
        self.refusals.is_empty()
    }
}

/// The territory, then the départements, régions and country that hold it.
pub fn around(territory: Territory, reference: &Reference) -> Vec<Territory> {
    let departments: BTreeSet<Territory> = match territory {
        Territory::Department(_) => BTreeSet::from([territory]),
        Territory::Region(_) | Territory::France => BTreeSet::new(),
        _ => reference
            .communes_of(territory)
            .into_iter()
            .filter_map(|commune| reference.department_from_commune(commune))
            .collect(),
    };
    let regions: BTreeSet<Territory> =
        departments.iter().filter_map(|one| reference.region_from_department(*one)).collect();
    let mut all = vec![territory];
    all.extend(departments.into_iter().chain(regions).filter(|one| *one != territory));
    all
}

/// A ruling on each device: eligible ones first, each part in the order of the devices.
pub fn rulings<'a>(devices: &'a [Device], request: &Request) -> Vec<Ruling<'a>> {
    let mut all: Vec<Ruling<'a>> = devices.iter().map(|device| rule(device, request)).collect();
    all.sort_by_key(|ruling| !ruling.eligible());
    all
}

/// What is said of one device for one training.
pub fn rule<'a>(device: &'a Device, request: &Request) -> Ruling<'a> {
    let mut found =
        Judging { device, request, clauses: Vec::new(), refusals: Vec::new(), open: Vec::new() };
    found.period();
    found.territory();
    found.audience();
    found.content();
    found.hours();
    found.contract();
    found.filing();
    let Judging { mut clauses, refusals, mut open, .. } = found;
    if refusals.is_empty() {
        open.extend(device.terms.iter().map(Open::Term));
    } else {
        clauses.clear();
        open.clear();
    }
    let eligible = refusals.is_empty();
    Ruling {
        device,
        clauses,
        refusals,
        open,
        payers: if eligible { payers(device, request) } else { Vec::new() },
        amounts: if eligible { amounts(device, request) } else { Vec::new() },
        stale: device.stale(request.today),
    }
}

struct Judging<'a, 'r> {
    device: &'a Device,
    request: &'r Request,
    clauses: Vec<Clause<'a>>,
    refusals: Vec<Refusal<'a>>,
    open: Vec<Open<'a>>,
}

impl<'a> Judging<'a, '_> {
    fn holds(&mut self, ground: Ground<'a>, fact: Option<&'a Fact>) {
        let device = self.device;
        let (source, verified_on) = fact
            .map_or((device.source.as_str(), device.verified_on), |fact| {
                (fact.source.as_str(), fact.verified_on)
            });
        let stale = stale(verified_on, self.request.today);
        self.clauses.push(Clause { ground, source, verified_on, stale });
    }

    /// The rules of the day of the start; an ended device holds to its last day.
    fn period(&mut self) {
        let Device { valid_from: from, valid_to: to, ref successor, status, .. } = *self.device;
        let start = self.request.day();
        if let Some(on) = to.filter(|to| start > *to) {
            self.refusals.push(Refusal::Ended {
                on,
                successor: successor.as_deref(),
                why: &self.device.source,
            });
        } else if let Some(from) = from.filter(|from| start < *from) {
            self.refusals.push(Refusal::NotYet { from });
        }
        if status == Status::Unverified {
            self.refusals.push(Refusal::Unverified);
        }
        self.holds(Ground::Period { from, to }, None);
    }

    fn territory(&mut self) {
        let only = self.device.territories.as_slice();
        if only.is_empty() {
            return;
        }
        let here = &self.request.territories;
        match only.iter().find(|one| here.contains(one)) {
            Some(one) => self.holds(Ground::Territory(*one), None),
            None if here.is_empty() => self.open.push(Open::TerritoryUnknown { only }),
            None => self.refusals.push(Refusal::Territory { only }),
        }
    }

    fn audience(&mut self) {
        let only = self.device.audiences.as_slice();
        match self.request.audiences.iter().find(|one| only.contains(one)) {
            Some(one) => self.holds(Ground::Audience(*one), None),
            None => self.refusals.push(Refusal::Audience { only }),
        }
    }

    fn content(&mut self) {
        let only = self.device.contents.as_slice();
        match self.request.content {
            _ if only.is_empty() => {}
            None => self.open.push(Open::ContentUnknown { only }),
            Some(content) if only.contains(&content) => {
                self.holds(Ground::Content(content), None);
            }
            Some(_) => self.refusals.push(Refusal::Content { only }),
        }
        match (self.device.group, self.request.group) {
            (Some(true), Some(false)) => self.refusals.push(Refusal::GroupOnly),
            (Some(false), Some(true)) => self.refusals.push(Refusal::OnePersonOnly),
            _ => {}
        }
    }

    /// The first rule that applies is the rule; exceptional ones may go beyond it.
    fn hours(&mut self) {
        let rules = self.device.hours.iter().filter(|rule| applies(rule, self.request));
        let (sure, weak): (Vec<&'a Hours>, Vec<&'a Hours>) =
            rules.partition(|rule| !rule.fact.unverified);
        self.open.extend(weak.into_iter().map(|rule| Open::UnverifiedHours { rule }));
        let Some(rule) = sure.iter().copied().find(|rule| !rule.exceptional) else { return };
        let Some(hours) = self.request.hours else {
            self.open.push(Open::HoursUnknown);
            return;
        };
        if let Some(least) = rule.least.filter(|least| hours < *least) {
            self.refusals.push(Refusal::TooShort { least });
        } else if rule.most.is_none_or(|most| hours <= most) {
            self.holds(Ground::Hours { hours, rule }, Some(&rule.fact));
            if !rule.condition.is_empty() {
                self.open.push(Open::Condition { text: &rule.condition });
            }
        } else if let Some(beyond) = sure
            .iter()
            .copied()
            .find(|rule| rule.exceptional && rule.most.is_none_or(|most| hours <= most))
        {
            self.holds(Ground::Hours { hours, rule: beyond }, Some(&beyond.fact));
            self.open.push(Open::Exceptional { rule: beyond });
        } else {
            let most = sure.iter().filter_map(|rule| rule.exceptional.then_some(rule.most)?).max();
            let most = most.or(rule.most).unwrap_or(u32::MAX);
            self.refusals.push(Refusal::TooLong { most });
        }
    }

    fn contract(&mut self) {
        let only = self.device.contracts.as_slice();
        if only.iter().all(|rule| rule.fact.unverified) {
            return;
        }
        let (contract, months) = match self.request.promise {
            Promise::Unknown => {
                self.open.push(Open::ContractUnknown { only });
                return;
            }
            Promise::Nothing => {
                self.refusals.push(Refusal::Contract { only });
                return;
            }
            Promise::Made { contract, months } => (contract, months),
        };
        let Some(rule) = only.iter().find(|rule| rule.kind == contract) else {
            self.refusals.push(Refusal::Contract { only });
            return;
        };
        if let Some((_, least_months)) =
            months.zip(rule.least_months).filter(|(months, least)| months < least)
        {
            self.refusals.push(Refusal::ContractTooShort { contract, least_months });
            return;
        }
        self.holds(Ground::Promise { contract, rule }, Some(&rule.fact));
        if let (None, Some(least_months)) = (months, rule.least_months) {
            self.open.push(Open::MonthsUnknown { contract, least_months });
        }
        if !rule.condition.is_empty() {
            self.open.push(Open::Condition { text: &rule.condition });
        }
    }

    fn filing(&mut self) {
        if self.device.agreement {
            self.open.push(Open::Agreement);
        }
        let Some(days) = self.device.deadline_days else { return };
        let Some(start) = self.request.start else {
            self.open.push(Open::FileBefore { days });
            return;
        };
        let Some(by) = Date::from_ordinal(start.ordinal() - i64::from(days)) else { return };
        if by < self.request.today {
            self.refusals.push(Refusal::TooLate { by });
        } else {
            self.open.push(Open::FileBy { on: by });
        }
    }
}

/// Whether a rule of hours is about such a training; what is not known excludes a special rule.
fn applies(rule: &Hours, request: &Request) -> bool {
    let content = request.content.is_some_and(|content| rule.contents.contains(&content));
    let audience = request.audiences.iter().any(|one| rule.audiences.contains(one));
    let contract = match request.promise {
        Promise::Made { contract, .. } => rule.contracts.contains(&contract),
        _ => false,
    };
    (rule.contents.is_empty() || content)
        && (rule.audiences.is_empty() || audience)
        && (rule.contracts.is_empty() || contract)
}

/// Those of the territory where it has its own, else the general ones.
fn payers<'a>(device: &'a Device, request: &Request) -> Vec<&'a Payer> {
    let here =
        |payer: &&Payer| payer.territories.iter().any(|one| request.territories.contains(one));
    let sized = |payer: &&Payer| {
        payer.most_employees.zip(request.employer_size).is_none_or(|(most, size)| size <= most)
    };
    let own: Vec<&Payer> = device.payers.iter().filter(here).filter(sized).collect();
    if own.is_empty() {
        let general = |payer: &&Payer| payer.territories.is_empty();
        device.payers.iter().filter(general).filter(sized).collect()
    } else {
        own
    }
}

/// Amounts that concern such a training on the day of its start.
fn amounts<'a>(device: &'a Device, request: &Request) -> Vec<Estimate<'a>> {
    let concerned = |amount: &&Amount| {
        let Request { audiences, content, .. } = request;
        let day = request.day();
        let any = |list: &[Audience]| audiences.iter().any(|one| list.contains(one));
        amount.valid_from.is_none_or(|from| from <= day)
            && amount.valid_to.is_none_or(|to| day <= to)
            && (amount.audiences.is_empty() || any(&amount.audiences))
            // Several audiences describe the same people: one that is exempt exempts them.
            && !any(&amount.except)
            && (amount.contents.is_empty()
                || content.is_none_or(|content| amount.contents.contains(&content)))
    };
    let estimate = |amount: &'a Amount| {
        let euros = match (amount.measure, request.hours) {
            (Measure::PerHour, Some(hours)) => {
                Some((amount.low * f64::from(hours), amount.high * f64::from(hours)))
            }
            (Measure::PerHour, None) => None,
            _ => Some((amount.low, amount.high)),
        };
        Estimate { amount, euros }
    };
    device.amounts.iter().filter(concerned).map(estimate).collect()
}

#[cfg(test)]
mod tests;
