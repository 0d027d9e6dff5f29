//! Makes the candidates of an occupation: one for each public that a financing device knows.

use crate::flows::balance::{Balance, Basis};
use crate::indicators::anchor::Cause;
use crate::matching::reach::Limits;
use crate::matching::supply::{Certification, Offer, Ring, Supply};
use crate::model::planning::{Changes, Planning, Promised, Way};
use crate::model::{Date, Fap, Grade, Territory};
use crate::recommend::apprenticeship::{Support, Supports};
use crate::recommend::diagnosis::{Diagnosis, Finding};
use crate::recommend::duplication::{self, Experience, Precedent, Wanted, precedents};
use crate::recommend::funding::{self, Promise, Request, Ruling, rulings};
use crate::recommend::plan::{certifications, providers};
use crate::recommend::programme::{Audience, Format, Places, TrainingPlan};
use crate::recommend::proposal::{
    Floor, Key, Known, Need, NeedBasis, Origin, Proposal, Risk, Terms, cost, gain, is_unsure, whole,
};
use crate::recommend::verdict::{Verdict, is_neighbour};
use crate::reference::financing::{Content, Contract};
use crate::reference::params::{LeadTime, Parameters};

/// What the candidates of one occupation are made of.
#[derive(Clone, Copy, Debug)]
pub struct Case<'a> {
    pub occupation: Fap,
    pub verdict: Verdict,
    pub finding: &'a Finding,
    pub grade: Grade,
    /// The training part of the recommendation; without it there is no candidate.
    pub plan: Option<&'a TrainingPlan>,
    pub lead: &'a str,
    pub supply: &'a Supply,
    pub balance: Option<&'a Balance>,
    /// Section of NAF that most of its hires are made in.
    pub sector: Option<char>,
}

/// What holds for all of them.
#[derive(Clone, Copy, Debug)]
pub struct Setting<'a> {
    pub parameters: &'a Parameters,
    /// The territory and those that hold it, for rules of a région.
    pub here: &'a [Territory],
    pub planning: &'a Planning,
    /// € an hour and person of the offers at hand, whatever they teach.
    pub usual_rate: Option<Known>,
    /// Programmes that worked.
    pub library: &'a [Experience],
    /// Yearly support levels of apprenticeship contracts.
    pub supports: &'a Supports,
    pub as_of: Date,
}

/// The candidates of all occupations, in the order of the cases.
///
/// None where training is no lever, nor where the supply that exists is not followed: pay or
/// transport alone never yield a line. Where training is the lever but the lack is not sure, the
/// candidates say that employers must confirm them: no place is bought by itself.
pub fn proposals(cases: &[Case<'_>], setting: Setting<'_>) -> Vec<Proposal> {
    let one = |case: &Case<'_>| {
        let mut made = if is_asked(case) { of(case, setting) } else { Vec::new() };
        for key in added(setting.planning).filter(|key| key.occupation == case.occupation) {
            if made.iter().all(|known: &Proposal| known.key != key) {
                made.push(by_hand(case, key, setting));
            }
        }
        made
    };
    cases.iter().flat_map(one).collect()
}

/// The candidates that the user adds.
pub fn added(planning: &Planning) -> impl Iterator<Item = Key> {
    planning.added.iter().filter_map(|id| id.parse().ok())
}

/// A candidate of the user's: the files and the method tell of it what they tell of any.
fn by_hand(case: &Case<'_>, key: Key, setting: Setting<'_>) -> Proposal {
    let plan = TrainingPlan {
        format: key.format,
        audiences: vec![key.audience],
        employer_commitment: matches!(
            case.finding.diagnosis,
            Diagnosis::Mixed | Diagnosis::JobQuality
        ),
        places: case.plan.and_then(|plan| plan.places),
        hours: None,
        certifications: certifications(case.supply),
        providers: providers(case.supply),
        financing: Vec::new(),
    };
    let mut made = proposal(case, &plan, key.audience, &[], setting);
    made.by_hand = true;
    if !case.finding.lever.includes_training() {
        made.risks.push(Risk::AgainstDiagnosis);
        made.risks.sort();
    }
    made
}

fn is_asked(case: &Case<'_>) -> bool {
    let lever = case.finding.lever.includes_training() || case.finding.short_adaptation;
    case.verdict.is_training() || (case.verdict == Verdict::AskEmployers && lever)
}

fn of(case: &Case<'_>, setting: Setting<'_>) -> Vec<Proposal> {
    let Some(plan) = case.plan.filter(|plan| is_sized(case, plan)) else { return Vec::new() };
    // Where people come from is no status: they are funded as what they also are.
    let status =
        |audience: &Audience| !matches!(audience, Audience::OutsideBasin | Audience::Spouses);
    let known = |audience: &Audience| {
        let mut devices = setting.parameters.devices().iter();
        status(audience) && devices.any(|device| device.audiences.contains(audience))
    };
    let (funded, also): (Vec<Audience>, Vec<Audience>) =
        plan.audiences.iter().copied().partition(known);
    let one = |audience| proposal(case, plan, audience, &also, setting);
    funded.into_iter().map(one).collect()
}

fn proposal(
    case: &Case<'_>,
    plan: &TrainingPlan,
    audience: Audience,
    also: &[Audience],
    setting: Setting<'_>,
) -> Proposal {
    let Setting { parameters, planning, library, .. } = setting;
    let key = Key { occupation: case.occupation, format: plan.format, audience };
    let changes = planning.changes_of(&key.to_string()).cloned().unwrap_or_default();
    let hours = cost::hours(plan.format, &case.supply.offers, parameters);
    let asked_hours = changes.hours.map(given).or(hours);
    let computed_way = way(case);
    let way = changes.way.unwrap_or(computed_way);
    let lead_weeks =
        changes.lead_weeks.unwrap_or_else(|| parameters.lead_weeks(lead_time(plan.format)));
    let least_group =
        changes.least_group.unwrap_or_else(|| least_group(plan.format, way, parameters));
    let request = Request {
        audiences: vec![audience],
        hours: asked_hours.map(|hours| whole(hours.value.round())),
        content: Some(content(plan.format, way)),
        promise: promise(&changes),
        // From two people on it is a group; one at a time may be either.
        group: (least_group > 1).then_some(true),
        employer_size: changes.employer_size,
        territories: setting.here.to_vec(),
        start: Date::from_ordinal(setting.as_of.ordinal() + 7 * i64::from(lead_weeks)),
        today: setting.as_of,
    };
    let found: Vec<Ruling<'_>> =
        rulings(parameters.devices(), &request).into_iter().filter(Ruling::eligible).collect();
    let as_asked = (parameters, setting.as_of);
    let wanted = Wanted::new(case.occupation, plan, case.supply, audience, as_asked);
    let alike = precedents(&wanted, library, &parameters.comparable());
    let seen = duplication::outcome(&alike, library);
    let brings = gain::brings(&case.supply.offers, case.finding.diagnosis, seen, parameters);
    let eligible = || found.iter().map(|ruling| ruling.device);
    let computed_need = need(case, plan, brings);
    let need = standing_need(case, (key, computed_need), &changes, planning);
    let aimed = plan.certifications.iter().filter_map(|at| case.supply.certifications.get(*at));
    let certifying = plan.format == Format::Certifying;
    let support = if certifying { cost::support(aimed, setting.supports) } else { None };
    let costs = Costs { format: plan.format, supply: case.supply, alike: &alike, support, setting };
    let (place_cost, assumption) = costs.of(computed_way, hours);
    let computed = Terms {
        place_cost,
        assumption,
        ..terms((plan.format, computed_way), &computed_need, hours, brings, case, parameters)
    };
    let standing = standing(&computed, (&changes, way, least_group), &need, &costs);
    let stale = found.iter().any(|ruling| ruling.stale);
    let unverified = found.iter().any(|ruling| {
        let weak = |estimate: &funding::Estimate<'_>| estimate.amount.fact.unverified;
        !ruling.amounts.is_empty() && ruling.amounts.iter().all(weak)
    });
    let counted = case.balance.is_some_and(|balance| balance.basis == Basis::Employment)
        && need.basis == NeedBasis::Gap;
    let mut proposal = Proposal {
        key,
        verdict: case.verdict,
        diagnosis: case.finding.diagnosis,
        grade: if counted { case.grade.lowered() } else { case.grade },
        sector: case.sector,
        computed_need,
        need,
        computed,
        terms: standing,
        changes,
        certifications: plan.certifications.clone(),
        providers: plan.providers.clone(),
        precedents: alike,
        support,
        devices: eligible().map(|device| device.id.clone()).collect(),
        request,
        commitment_required: plan.employer_commitment,
        conditions: case
            .finding
            .aggravating
            .iter()
            .copied()
            .filter(|cause| is_of_jobs(*cause))
            .collect(),
        by_hand: false,
        lead: case.lead.to_owned(),
        also: also.to_vec(),
        risks: Vec::new(),
    };
    proposal.risks = risks(&proposal, case, Doubts { stale, unverified, counted }, setting.as_of);
    proposal
}

/// What the cost of a place is made of.
struct Costs<'a> {
    format: Format,
    supply: &'a Supply,
    /// Comparable programmes of the library.
    alike: &'a [Precedent],
    support: Option<Support>,
    setting: Setting<'a>,
}

impl Costs<'_> {
    /// What files tell of the training, else what the user supposes, else the price of others.
    fn of(&self, way: Way, hours: Option<Known>) -> cost::Cost {
        // What a contract of apprenticeship is paid with is told for it alone.
        if way == Way::Apprenticeship
            && let Some(support) = &self.support
        {
            return (Some(cost::of_support(support)), None);
        }
        let Setting { planning, library, usual_rate, .. } = self.setting;
        let seen = duplication::place_cost(self.alike, library, hours);
        let told = cost::place_cost(self.format, hours, &self.supply.offers, (seen, usual_rate));
        // The price of other trainings is no known cost of this one.
        let known = told.is_some_and(|cost| !matches!(cost.from, Origin::Catalogue(_)));
        match cost::stated_cost(planning, way, hours) {
            stated @ (Some(_), _) if !known => stated,
            _ => (told, None),
        }
    }
}

/// The need as it stands: what the user wrote, else what was supposed for all where nothing
/// establishes it, else as computed.
fn standing_need(
    case: &Case<'_>,
    (key, computed): (Key, Need),
    changes: &Changes,
    planning: &Planning,
) -> Need {
    let by_hand = added(planning).any(|one| one == key);
    match (changes.least_need, &planning.need) {
        (Some(places), _) => at_least(computed, places),
        // Never where the diagnosis does not call for training: an hypothesis for all decides
        // nothing against it.
        // Nor of nothing: a part of a need that no file tells is none.
        (None, Some(stated))
            if computed.high > 0.0
                && is_asked(case)
                && is_unsure(case.verdict, &computed, by_hand) =>
        {
            stated_need(computed, stated.percent)
        }
        _ => computed,
    }
}

/// The terms with what the user changed, and what follows from it.
fn standing(
    computed: &Terms,
    (changes, way, least_group): (&Changes, Way, u32),
    need: &Need,
    costs: &Costs<'_>,
) -> Terms {
    let mut standing = changed(computed, changes);
    if changes.least_group.is_none() {
        standing.least_group = least_group;
        standing.most_group = standing.most_group.max(least_group);
    }
    if changes.way.is_some() && changes.provider.is_none() {
        standing.provider = provider(costs.supply, way, costs.setting.parameters);
    }
    if changes.most_sessions.is_none() {
        standing.most_sessions = computed.most_sessions.max(sessions(need, standing.most_group));
    }
    if changes.place_cost.is_some() {
        standing.assumption = None;
    } else if changes.hours.is_some() || changes.way.is_some() {
        (standing.place_cost, standing.assumption) = costs.of(way, standing.hours);
    }
    standing
}

/// A number written by the user.
fn given(value: u32) -> Known {
    Known::exactly(f64::from(value), Origin::User)
}

/// Whether projects, or a gap that has a greatest end, tell how many places at most: without either
/// a number of places would be made up.
fn is_sized(case: &Case<'_>, plan: &TrainingPlan) -> bool {
    let gap = case.balance.and_then(|balance| balance.gap()?.span);
    plan.places.is_some() || gap.is_some_and(|span| span.high.is_some())
}

/// A need that nothing tells; a candidate added by hand stands on what the user writes.
const UNTOLD: Places = Places { value: None, low: 0.0, high: 0.0, trained_share: 0.0 };

/// The indicative gap, which has the entrants and the pool taken off; without one, what projects
/// let expect.
fn need(case: &Case<'_>, plan: &TrainingPlan, brings: Known) -> Need {
    let expected = plan.places.unwrap_or(UNTOLD);
    let told = case.balance.and_then(|balance| Some((balance.basis, balance.gap()?.span?)));
    let Some((basis, span)) = told.filter(|_| brings.value > 0.0) else {
        let (value, low, high) = (expected.value, expected.low, expected.high);
        return Need { value, low, high, basis: NeedBasis::Projects, floor: Floor::Known };
    };
    // People who stay, as places: some of those who begin do not complete, or leave.
    let places = |people: f64| people.max(0.0) / 3.0 / brings.value;
    let low = places(span.low.unwrap_or_default()).floor();
    // Without a greatest lack, because employers did not say all that they lose or may not be
    // shown to, projects tell how many at most; never how many at least.
    let high = span.high.map_or(expected.high, |most| places(most).ceil()).max(low);
    let value = span.value.filter(|_| span.high.is_some()).map(|people| places(people).round());
    let lacks = span.low.is_some_and(|least| least > 0.0);
    let floor = match basis {
        _ if lacks || high <= 0.0 => Floor::Known,
        Basis::Hires => Floor::NoAnswers,
        Basis::Survey | Basis::Employment => Floor::EitherWay,
    };
    Need { value, low, high, basis: NeedBasis::Gap, floor }
}

/// A need with the least places that the user wrote.
fn at_least(computed: Need, places: u32) -> Need {
    let least = f64::from(places);
    let high = computed.high.max(least);
    Need { value: Some(least), low: least, high, basis: NeedBasis::User, floor: Floor::Known }
}

/// A need of which the user supposes a part of the most that the files allow; a least that the
/// files establish stays.
fn stated_need(computed: Need, percent: u8) -> Need {
    let supposed = (computed.high * f64::from(percent.min(100)) / 100.0).floor();
    let low = supposed.max(computed.low);
    Need { value: Some(low), low, basis: NeedBasis::Stated, floor: Floor::Known, ..computed }
}

/// As many as could fill the greatest need, and one more.
fn sessions(need: &Need, most: u32) -> u32 {
    (whole(need.high) / most.max(1)).clamp(1, 9) + 1
}

/// How it is run: as the verdict says, on the spot by default.
fn way(case: &Case<'_>) -> Way {
    match case.verdict {
        Verdict::Pool => Way::WithNeighbour,
        Verdict::Distance if case.supply.count(Ring::Remote) > 0 => Way::Remote,
        Verdict::Distance => Way::OnTheJob,
        _ => Way::OnSite,
    }
}

/// What the rules of financing are asked about: of a whole certification, what is learnt on the job
/// is some of its blocks.
const fn content(format: Format, way: Way) -> Content {
    match (format, way) {
        (Format::Certifying, Way::OnTheJob) => Content::Blocks,
        (format, _) => format.content(),
    }
}

fn promise(changes: &Changes) -> Promise {
    match &changes.promise {
        None => Promise::Unknown,
        Some(Promised::Nothing) => Promise::Nothing,
        Some(Promised::Made { contract, months }) => match Contract::from_id(contract) {
            Some(contract) => Promise::Made { contract, months: *months },
            None => Promise::Unknown,
        },
    }
}

/// A short adaptation is made for one person at a time as well as for several; at a distance, on
/// the job and in a group of two basins one of the territory is enough.
fn least_group(format: Format, way: Way, parameters: &Parameters) -> u32 {
    let (least, _) = parameters.group();
    if format == Format::ShortAdaptation || way.takes_one() { 1 } else { least }
}

fn terms(
    (format, way): (Format, Way),
    need: &Need,
    hours: Option<Known>,
    brings: Known,
    case: &Case<'_>,
    parameters: &Parameters,
) -> Terms {
    let (_, most) = parameters.group();
    let most_sessions = sessions(need, most);
    Terms {
        least_group: least_group(format, way, parameters),
        most_group: most,
        most_sessions,
        hours,
        place_cost: None,
        assumption: None,
        session_cost: 0.0,
        lead_weeks: parameters.lead_weeks(lead_time(format)),
        needed_by: None,
        brings,
        provider: provider(case.supply, way, parameters),
        way,
    }
}

const fn lead_time(format: Format) -> LeadTime {
    match format {
        Format::Certifying => LeadTime::Certifying,
        Format::ShortAdaptation => LeadTime::Adaptation,
        Format::ShortAccess => LeadTime::Access,
    }
}

/// The body of the first offer of continuing education that can still be followed: at a distance
/// where it is run so, in a neighbouring basin where the group is shared, else within the région.
fn provider(supply: &Supply, way: Way, parameters: &Parameters) -> Option<String> {
    let (minutes, kilometres) = parameters.near();
    let near = Limits { minutes, kilometres };
    let fits = |offer: &&Offer| match way {
        Way::Remote => offer.ring == Ring::Remote,
        Way::WithNeighbour => is_neighbour(offer, near),
        Way::OnSite | Way::Mixed | Way::OnTheJob | Way::Apprenticeship => {
            !matches!(offer.ring, Ring::Elsewhere | Ring::Remote)
        }
    };
    let usable = |offer: &&Offer| !offer.ended && offer.continuing != Some(false);
    let found = supply.offers.iter().filter(usable).filter(fits).min_by_key(|offer| offer.ring);
    found.map(|offer| offer.provider.clone())
}

/// What was computed, with what the user changed.
fn changed(computed: &Terms, changes: &Changes) -> Terms {
    let cost = changes.place_cost.map(given);
    let stay = changes
        .stay_percent
        .map(|percent| Known::exactly(f64::from(percent.min(100)) / 100.0, Origin::User));
    let least_group = changes.least_group.unwrap_or(computed.least_group);
    Terms {
        least_group,
        most_group: changes.most_group.unwrap_or(computed.most_group).max(least_group).max(1),
        most_sessions: changes.most_sessions.unwrap_or(computed.most_sessions).max(1),
        hours: changes.hours.map(given).or(computed.hours),
        place_cost: cost.or(computed.place_cost),
        assumption: computed.assumption.clone(),
        session_cost: changes.session_cost.map_or(computed.session_cost, f64::from),
        lead_weeks: changes.lead_weeks.unwrap_or(computed.lead_weeks),
        needed_by: changes.needed_by.or(computed.needed_by),
        brings: stay.unwrap_or(computed.brings),
        provider: changes.provider.clone().or_else(|| computed.provider.clone()),
        way: changes.way.unwrap_or(computed.way),
    }
}

/// Whether employers can change it.
const fn is_of_jobs(cause: Cause) -> bool {
    matches!(cause, Cause::Precariousness | Cause::WorkingConditions | Cause::UnattractivePay)
}

/// What is doubted of the rules and of the need.
#[derive(Clone, Copy)]
struct Doubts {
    stale: bool,
    unverified: bool,
    counted: bool,
}

fn risks(proposal: &Proposal, case: &Case<'_>, doubts: Doubts, as_of: Date) -> Vec<Risk> {
    let Proposal { terms, need, devices, .. } = proposal;
    let aimed = || {
        let at = |place: &usize| case.supply.certifications.get(*place);
        proposal.certifications.iter().filter_map(at)
    };
    let ends = |certification: &Certification| {
        certification.until.is_some_and(|until| until.ordinal() - as_of.ordinal() < 365)
    };
    let leaves = matches!(proposal.diagnosis, Diagnosis::Mixed | Diagnosis::JobQuality);
    let certifying = proposal.key.format == Format::Certifying;
    let all = [
        (
            Risk::NeedUnconfirmed,
            proposal.verdict == Verdict::AskEmployers || need.basis == NeedBasis::Stated,
        ),
        (Risk::NoProvider, terms.provider.is_none()),
        (Risk::NoDevice, devices.is_empty()),
        (Risk::StaleRule, doubts.stale),
        (Risk::AmountUnverified, doubts.unverified),
        (Risk::NeedCounted, doubts.counted),
        (Risk::SmallGroup, need.places() < terms.least_group),
        (Risk::CostUnknown, terms.place_cost.is_none()),
        (
            Risk::CostAssumed,
            terms.place_cost.is_some_and(|cost| {
                !matches!(
                    cost.from,
                    Origin::Offers(_) | Origin::Hourly(_) | Origin::Support(_) | Origin::User
                )
            }),
        ),
        (Risk::OutcomesAssumed, terms.brings.from == Origin::Method),
        (Risk::Presumed, proposal.grade == Grade::C),
        (Risk::Leakage, leaves),
        (Risk::NotCommitted, proposal.commitment_required && !proposal.changes.committed),
        (
            Risk::LateStart,
            terms.needed_by.zip(proposal.request.start).is_some_and(|(by, start)| start > by),
        ),
        (Risk::SharedGroup, terms.way == Way::WithNeighbour),
        (Risk::CertificationEnds, certifying && aimed().next().is_some_and(ends)),
        (Risk::NoCertification, certifying && aimed().next().is_none()),
    ];
    all.into_iter().filter_map(|(risk, holds)| holds.then_some(risk)).collect()
}
