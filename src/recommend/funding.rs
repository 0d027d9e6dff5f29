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
            self.refusals.push(Refusal::Ended { on, successor: successor.as_deref() });
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
            // Exempt only when everyone is.
            && !(!audiences.is_empty() && audiences.iter().all(|one| amount.except.contains(one)))
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
mod tests {
    use super::*;
    use crate::reference::params::Parameters;

    fn day(text: &str) -> Date {
        text.parse().unwrap()
    }

    fn device(id: &str) -> Device {
        let parameters = Parameters::embedded().unwrap();
        parameters.devices().iter().find(|device| device.id == id).unwrap().clone()
    }

    fn asked(audience: Audience, hours: u32, start: &str) -> Request {
        Request {
            audiences: vec![audience],
            hours: Some(hours),
            content: None,
            promise: Promise::Unknown,
            group: None,
            employer_size: None,
            territories: Vec::new(),
            start: Some(day(start)),
            today: day(start),
        }
    }

    fn check(id: &str, request: &Request, expect: &str) {
        let device = device(id);
        let ruling = rule(&device, request);
        let told = ruling.refusals.first().map_or("eligible", Refusal::id);
        assert_eq!(told, expect, "{id} {request:?}: {:?}", ruling.refusals);
        assert_eq!(ruling.eligible(), ruling.refusals.is_empty());
    }

    /// Ended devices of `method.md` §5.4, on both sides of their last day.
    #[test]
    fn an_ended_device_holds_to_its_last_day() {
        use Audience::{Employees, JobSeekers};
        check("afpr", &asked(JobSeekers, 300, "2024-06-17"), "eligible");
        check("afpr", &asked(JobSeekers, 300, "2024-06-18"), "ended");
        check("pro-a", &asked(Employees, 300, "2025-12-31"), "eligible");
        check("pro-a", &asked(Employees, 300, "2026-01-01"), "ended");
        check("transco", &asked(Employees, 300, "2025-12-31"), "eligible");
        check("transco", &asked(Employees, 300, "2026-01-01"), "ended");
        check("fne", &asked(Employees, 35, "2024-12-31"), "eligible");
        check("fne", &asked(Employees, 35, "2025-01-01"), "ended");
        check("pric-2019", &asked(JobSeekers, 300, "2023-12-31"), "eligible");
        check("pric-2019", &asked(JobSeekers, 300, "2024-01-01"), "ended");
        let successor = |id: &str, date: &str| {
            let device = device(id);
            let asked = asked(device.audiences[0], 300, date);
            match rule(&device, &asked).refusals.first() {
                Some(Refusal::Ended { successor, .. }) => successor.map(str::to_owned),
                other => panic!("{other:?}"),
            }
        };
        assert_eq!(successor("afpr", "2026-03-01").as_deref(), Some("poei"));
        assert_eq!(successor("pro-a", "2026-03-01").as_deref(), Some("reconversion"));
        assert_eq!(successor("fne", "2026-03-01"), None);
        // The successor begins where the ended one stops.
        check("poei", &asked(JobSeekers, 300, "2024-06-17"), "not-yet");
        check("poei", &asked(JobSeekers, 300, "2024-06-18"), "eligible");
    }

    #[test]
    fn what_nobody_verified_is_refused_whatever_the_date() {
        for (id, audience) in [
            ("cared", Audience::JobSeekers),
            ("cared-plus", Audience::Disabled),
            ("aif", Audience::JobSeekers),
            ("vae", Audience::Employees),
            ("apprentissage", Audience::Young),
        ] {
            for date in ["2018-03-01", "2026-03-01"] {
                check(id, &asked(audience, 200, date), "unverified");
            }
        }
        // Nor does a limit that nobody verified refuse anything.
        let long = asked(Audience::JobSeekers, 900, "2024-06-17");
        check("afpr", &long, "eligible");
        let device = device("afpr");
        let open = rule(&device, &long).open;
        assert!(open.iter().any(|open| matches!(open, Open::UnverifiedHours { .. })), "{open:?}");
    }

    #[test]
    fn hours_of_the_poei_depend_on_who_trains_whom() {
        use Audience::{JobSeekers, JobSeekersFarFromWork};
        let date = "2026-03-02";
        check("poei", &asked(JobSeekers, 450, date), "eligible");
        check("poei", &asked(JobSeekers, 451, date), "too-long");
        check("poei", &asked(JobSeekersFarFromWork, 600, date), "eligible");
        check("poei", &asked(JobSeekersFarFromWork, 601, date), "too-long");
        let tutored =
            |hours| Request { content: Some(Content::Tutoring), ..asked(JobSeekers, hours, date) };
        check("poei", &tutored(300), "eligible");
        check("poei", &tutored(301), "too-long");
        let promise = Promise::Made { contract: Contract::Seasonal, months: Some(4) };
        let seasonal = |hours| Request { promise, ..asked(JobSeekers, hours, date) };
        check("poei", &seasonal(300), "eligible");
        check("poei", &seasonal(301), "too-long");
    }

    #[test]
    fn contracts_promised() {
        let with = |promise| Request { promise, ..asked(Audience::JobSeekers, 400, "2026-03-02") };
        let made = |contract, months| with(Promise::Made { contract, months });
        check("poei", &with(Promise::Nothing), "contract");
        check("poei", &made(Contract::Permanent, None), "eligible");
        check("poei", &made(Contract::FixedTerm, Some(6)), "eligible");
        check("poei", &made(Contract::FixedTerm, Some(5)), "contract-short");
        check("poei", &made(Contract::FixedTerm, None), "eligible");
        check("poec", &with(Promise::Nothing), "eligible");
        check("professionnalisation", &made(Contract::Apprenticeship, Some(12)), "contract");
    }

    #[test]
    fn exceptional_hours_are_to_be_confirmed() {
        let check_open = |id: &str, request: &Request, expect: bool| {
            let device = device(id);
            let open = rule(&device, request).open;
            let found = open.iter().any(|open| matches!(open, Open::Exceptional { .. }));
            assert_eq!(found, expect, "{open:?}");
        };
        let seekers = |hours| asked(Audience::JobSeekers, hours, "2026-03-02");
        check_open("poec", &seekers(400), false);
        check_open("poec", &seekers(434), true);
        check("poec", &seekers(435), "too-long");
        let staff = |hours| Request {
            today: day("2026-01-31"),
            ..asked(Audience::Employees, hours, "2026-03-02")
        };
        check("reconversion", &staff(149), "too-short");
        check_open("reconversion", &staff(450), false);
        check_open("reconversion", &staff(2_100), true);
        check("reconversion", &staff(2_101), "too-long");
    }

    /// The file of a *période de reconversion* reaches the OPCO thirty days before the start.
    #[test]
    fn the_last_day_to_file() {
        let on = |today: &str| Request {
            today: day(today),
            ..asked(Audience::Employees, 300, "2026-03-31")
        };
        check("reconversion", &on("2026-03-01"), "eligible");
        check("reconversion", &on("2026-03-02"), "too-late");
        let unknown = Request { start: None, ..on("2026-03-02") };
        check("reconversion", &unknown, "eligible");
        let device = device("reconversion");
        assert!(rule(&device, &unknown).open.contains(&Open::FileBefore { days: 30 }));
    }

    #[test]
    fn groups_audiences_contents() {
        let seekers = asked(Audience::JobSeekers, 300, "2026-03-02");
        check("poec", &Request { group: Some(false), ..seekers.clone() }, "group");
        check("poei", &Request { group: Some(true), ..seekers.clone() }, "one-person");
        check("plan", &seekers, "audience");
        let tutored = Request { content: Some(Content::Tutoring), ..seekers };
        check("pric", &tutored, "content");
    }

    #[test]
    fn a_device_of_a_territory() {
        let reference = Reference::embedded().unwrap();
        let here = |code: &str| around(code.parse().unwrap(), &reference);
        let text = |all: &[Territory]| all.iter().map(ToString::to_string).collect::<Vec<_>>();
        assert_eq!(text(&here("be:8450")), ["be:8450", "dep:15", "reg:84"]);
        assert_eq!(text(&here("dep:15")), ["dep:15", "reg:84"]);
        assert_eq!(text(&here("reg:84")), ["reg:84"]);
        let local = Device { status: Status::InForce, ..device("cared") };
        let told = |territories: Vec<Territory>| {
            let asked = Request { territories, ..asked(Audience::JobSeekers, 300, "2026-03-02") };
            let ruling = rule(&local, &asked);
            let open = ruling.open.iter().any(|o| matches!(o, Open::TerritoryUnknown { .. }));
            (ruling.refusals.first().map(|refusal| refusal.id().to_owned()), open)
        };
        assert_eq!(told(here("be:8450")), (None, false));
        assert_eq!(told(here("dep:75")), (Some("territory".to_owned()), false));
        assert_eq!(told(Vec::new()), (None, true));
        // Who pays depends on the territory too.
        let device = device("pric");
        let payer = |territories: Vec<Territory>| {
            let asked = Request { territories, ..asked(Audience::JobSeekers, 300, "2026-03-02") };
            let ruling = rule(&device, &asked);
            ruling.payers.iter().map(|payer| payer.name.clone()).collect::<Vec<_>>()
        };
        assert_eq!(payer(here("be:8450")), ["État et France Travail"]);
        assert_eq!(payer(here("dep:75")), ["État et Région"]);
    }

    #[test]
    fn amounts_of_the_day_and_of_the_hours() {
        let euros = |id: &str, request: &Request| {
            let device = device(id);
            let ruling = rule(&device, request);
            ruling.amounts.iter().map(|found| found.euros).collect::<Vec<_>>()
        };
        let staff = |start: &str| Request {
            today: day("2024-01-01"),
            ..asked(Audience::Employees, 300, start)
        };
        assert_eq!(euros("cpf", &staff("2024-05-01")), []);
        assert_eq!(euros("cpf", &staff("2024-05-02")), [Some((100.0, 100.0))]);
        assert_eq!(euros("cpf", &staff("2025-06-01")), [Some((102.23, 102.23))]);
        assert_eq!(euros("cpf", &staff("2026-06-01")), [Some((103.2, 103.2))]);
        assert_eq!(euros("cpf", &asked(Audience::JobSeekers, 300, "2026-06-01")), []);
        let expect = [Some((9.15 * 300.0, 9.15 * 300.0)), Some((5_000.0, 5_000.0))];
        assert_eq!(euros("reconversion", &staff("2026-06-01")), expect);
        let unknown = Request { hours: None, ..staff("2026-06-01") };
        assert_eq!(euros("reconversion", &unknown), [None, Some((5_000.0, 5_000.0))]);
    }

    #[test]
    fn the_payer_depends_on_the_size_of_the_firm() {
        let device = device("plan");
        let names = |size| {
            let asked =
                Request { employer_size: size, ..asked(Audience::Employees, 35, "2026-03-02") };
            let ruling = rule(&device, &asked);
            ruling.payers.iter().map(|payer| payer.name.clone()).collect::<Vec<_>>()
        };
        assert_eq!(names(Some(49)), ["entreprise", "OPCO"]);
        assert_eq!(names(Some(50)), ["entreprise"]);
        assert_eq!(names(None), ["entreprise", "OPCO"]);
    }

    #[test]
    fn a_rule_not_verified_for_a_year_is_stale() {
        let device = device("poei");
        let on = |today: &str| {
            let asked =
                Request { today: day(today), ..asked(Audience::JobSeekers, 300, "2026-03-02") };
            let ruling = rule(&device, &asked);
            assert!(ruling.clauses.iter().all(|clause| clause.stale == ruling.stale));
            ruling.stale
        };
        assert!(!on("2027-01-31") && on("2027-02-01"));
    }

    #[test]
    fn every_clause_has_a_source_and_a_date() {
        let parameters = Parameters::embedded().unwrap();
        let asked = asked(Audience::JobSeekers, 300, "2026-03-02");
        let rulings = rulings(parameters.devices(), &asked);
        assert_eq!(rulings.len(), parameters.devices().len());
        let first_refused = rulings.iter().position(|one| !one.eligible()).unwrap();
        assert!(rulings[first_refused..].iter().all(|one| !one.eligible()));
        for ruling in &rulings {
            assert_eq!(ruling.eligible(), !ruling.clauses.is_empty(), "{}", ruling.device.id);
            assert!(ruling.clauses.iter().all(|clause| !clause.source.is_empty()));
            assert!(!ruling.device.confirm_with.is_empty());
        }
    }
}
