//! The best use of a budget: which programmes, how many sessions and places, paid by whom.
//!
//! Exact: the optimum is proven, or the gap that remains is stated. The work is counted in nodes of
//! the search, never in seconds, so that the same question has the same answer on every machine.
//! The order in which candidates are given changes nothing.
//!
//! A branch and bound of our own, since a general solver did not do: with a fixed cost for each
//! session and a few occupations among many, microlp found no choice at all among 200 candidates in
//! 2 000 nodes (4 s). Here the bound is the same choice with all euros in one purse, solved by
//! dynamic programming (`table`), so that the first branch followed is nearly the best.
//!
//! Gains are counted in ten-thousandths of a person, finer than anything known of them. Among
//! choices of equal gain the cheapest is sought, so that no place is opened for nothing.

pub mod explain;
pub mod more;
mod problem;
mod search;
mod solve;
mod table;
#[cfg(test)]
mod tests;

pub use solve::choose;

use crate::model::{Audience, Date, Fap};
use std::collections::{BTreeMap, BTreeSet};

/// A funder that may pay for a candidate, and up to what.
#[derive(Clone, Debug, PartialEq)]
pub struct Payer {
    /// A key of [`Terms::budgets`]; one without a budget pays nothing.
    pub funder: String,
    /// Part of the cost of the candidate that it may pay, 0–1.
    pub most_share: f64,
    /// € for each place, at most.
    pub most_per_place: Option<f64>,
}

/// A quantity with the interval in which it is believed to lie.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Estimate {
    pub value: f64,
    pub low: f64,
    pub high: f64,
}

impl Estimate {
    /// A number without uncertainty.
    pub const fn exactly(value: f64) -> Self {
        Self { value, low: value, high: value }
    }
}

/// A programme that could be run.
#[derive(Clone, Debug, PartialEq)]
pub struct Candidate {
    /// Unique among the candidates.
    pub id: String,
    pub occupation: Fap,
    pub audience: Audience,
    /// Section of NAF that most hires of the occupation are made in; `None`: of none mainly.
    pub sector: Option<String>,
    /// Places of a session, at least and at most.
    pub least_group: u32,
    pub most_group: u32,
    pub most_sessions: u32,
    /// € for a session, however many places.
    pub session_cost: f64,
    /// € for each place.
    pub place_cost: f64,
    /// Part by which both costs may be otherwise than told, either way, 0–1.
    pub cost_spread: f64,
    pub payers: Vec<Payer>,
    pub provider: Option<String>,
    /// Weeks from the decision to the first day; `None`: not known, and nothing is refused for it.
    pub lead_weeks: Option<u32>,
    /// The day by which it must have begun.
    pub needed_by: Option<Date>,
    /// Trained people who stay in a tense occupation, for each place.
    pub brings: Estimate,
}

impl Candidate {
    /// Places of a session, at least: one where nothing is asked.
    pub const fn least(&self) -> u32 {
        if self.least_group == 0 { 1 } else { self.least_group }
    }

    /// € of a number of sessions and places.
    pub fn cost(&self, sessions: u32, places: u32) -> f64 {
        self.session_cost * f64::from(sessions) + self.place_cost * f64::from(places)
    }
}

/// What stands before the section of a sector.
const SECTION: &str = "naf:";

/// Whom a floor is for.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Target {
    Audience(Audience),
    Sector(String),
}

impl Target {
    /// `job-seekers`, or `naf:Q`: the section of a sector of activity.
    pub fn id(&self) -> String {
        match self {
            Self::Audience(audience) => audience.id().to_owned(),
            Self::Sector(section) => format!("{SECTION}{section}"),
        }
    }

    /// The target of an identifier; `None` of what is neither a public nor a section of NAF.
    pub fn from_id(id: &str) -> Option<Self> {
        let Some(section) = id.strip_prefix(SECTION) else {
            return id.parse().ok().map(Self::Audience);
        };
        let section = section.trim().to_ascii_uppercase();
        let is_section = section.len() == 1 && ("A"..="U").contains(&section.as_str());
        is_section.then_some(Self::Sector(section))
    }

    fn holds(&self, candidate: &Candidate) -> bool {
        match self {
            Self::Audience(audience) => candidate.audience == *audience,
            Self::Sector(sector) => candidate.sector.as_ref() == Some(sector),
        }
    }
}

/// What is to be made as large as can be.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Objective {
    /// Trained people who stay, as expected.
    #[default]
    Stay,
    /// The same at the low end of each interval.
    Cautious,
    /// Places that meet a need.
    Places,
}

impl Objective {
    pub const ALL: [Self; 3] = [Self::Stay, Self::Cautious, Self::Places];

    pub const fn id(self) -> &'static str {
        match self {
            Self::Stay => "stay",
            Self::Cautious => "cautious",
            Self::Places => "places",
        }
    }

    /// What a place of such a candidate counts for.
    pub const fn of(self, brings: Estimate) -> f64 {
        match self {
            Self::Stay => brings.value,
            Self::Cautious => brings.low,
            Self::Places => 1.0,
        }
    }
}

/// What the choice must respect.
#[derive(Clone, Debug, PartialEq)]
pub struct Terms {
    /// € of each funder.
    pub budgets: BTreeMap<String, f64>,
    /// Occupations among which the choice is made, at most.
    pub most_occupations: Option<u32>,
    /// Places that must be opened for a target, at least.
    pub floors: BTreeMap<Target, u32>,
    /// Places that a provider can open, at most; one that is absent is not limited.
    pub capacities: BTreeMap<String, u32>,
    /// Places that can be opened in all, at most.
    pub most_places: Option<u32>,
    /// Places beyond which nothing more is gained; an occupation that is absent is not limited.
    pub needs: BTreeMap<Fap, u32>,
    /// Between which they may be, where that is known: the choice is made again within them to tell
    /// how often it survives.
    pub need_bounds: BTreeMap<Fap, (u32, u32)>,
    pub decided_on: Date,
    /// The last day on which a session may begin.
    pub latest_start: Option<Date>,
    pub objective: Objective,
}

/// How much work is done before the answer is given.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Effort {
    /// Nodes of the search.
    pub nodes: u64,
    /// Cells of the grid of euros behind the bounds: more make them closer, and slower.
    pub cells: usize,
    /// States kept side by side for a first plan.
    pub width: usize,
}

impl Effort {
    /// For the choice itself.
    pub const CHOICE: Self = Self { nodes: 300_000, cells: 320, width: 32 };
    /// For each of the many questions that explain it.
    pub const QUESTION: Self = Self { nodes: 1_500, cells: 96, width: 4 };
}

/// A candidate that is chosen.
#[derive(Clone, Debug, PartialEq)]
pub struct Taken {
    pub id: String,
    pub occupation: Fap,
    pub sessions: u32,
    pub places: u32,
    /// Places that meet a need: those beyond bring nothing.
    pub useful: u32,
    /// € in all.
    pub cost: f64,
    /// € by funder; they add up to the cost.
    pub paid: BTreeMap<String, f64>,
    /// Trained people who stay, for the useful places.
    pub brings: Estimate,
}

/// Whether nothing better exists.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Proof {
    Optimal,
    /// A better choice would gain this share of the objective at most, 0–1.
    Gap(f64),
}

/// The answer.
#[derive(Clone, Debug, PartialEq)]
pub struct Choice {
    /// By identifier.
    pub taken: Vec<Taken>,
    /// Objective reached, in people (or places).
    pub objective: f64,
    /// No choice does better than this.
    pub bound: f64,
    pub proof: Proof,
    /// € by funder.
    pub spent: BTreeMap<String, f64>,
    /// Set aside before the search, by identifier.
    pub excluded: BTreeMap<String, Exclusion>,
}

impl Choice {
    pub fn taken(&self, id: &str) -> Option<&Taken> {
        self.taken.iter().find(|taken| taken.id == id)
    }
}

/// Why a candidate is not even considered.
#[derive(Clone, Debug, PartialEq)]
pub enum Exclusion {
    /// No funder with a budget may pay for it.
    NoFunder,
    /// The least group of one session costs more than its funders have; € both.
    OverBudget { least_cost: f64, available: f64 },
    /// A place costs more than its funders may pay for one, whatever they have; € both.
    AboveCaps { place_cost: f64, most: f64 },
    /// It could not begin by the day.
    TooLate { could_start: Date, latest: Date },
    /// Nothing is expected of it, or its occupation has no need.
    NothingGained,
    /// The provider has fewer places than the least group.
    ProviderTooSmall { places: u32, least_group: u32 },
    /// The least group is larger than all places that may be opened.
    TooFewPlaces { places: u32, least_group: u32 },
}

impl Exclusion {
    /// Key of its sentence: `choice-excluded-` and this.
    pub const fn id(&self) -> &'static str {
        match self {
            Self::NoFunder => "no-funder",
            Self::OverBudget { .. } => "over-budget",
            Self::AboveCaps { .. } => "above-caps",
            Self::TooLate { .. } => "too-late",
            Self::NothingGained => "nothing-gained",
            Self::ProviderTooSmall { .. } => "provider",
            Self::TooFewPlaces { .. } => "few-places",
        }
    }
}

/// What is wrong with a candidate.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Flaw {
    /// No place, no session, or the least group above the most.
    Group,
    /// A cost is not a number, or below 0.
    Cost,
    /// Not 0 ≤ low ≤ value ≤ high.
    Brings,
    /// A share is not 0–1, a sum for a place is below 0, or a funder is named twice.
    Share,
}

impl Flaw {
    /// Key of its sentence: `choice-flaw-` and this.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Group => "group",
            Self::Cost => "cost",
            Self::Brings => "brings",
            Self::Share => "share",
        }
    }
}

/// Why there is no choice.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
pub enum ChoiceError {
    #[error("candidate {id}: {flaw:?}")]
    Flawed { id: String, flaw: Flaw },
    #[error("two candidates {id}")]
    Twice { id: String },
    #[error("the budget of {funder} is not a sum")]
    Budget { funder: String },
    /// No choice meets all floors; `most` places can be reached for this one alone.
    #[error("floor of {floor} places for {target:?}: {most} at most")]
    Floor { target: Target, floor: u32, most: u32 },
    /// Each floor can be met, all together cannot.
    #[error("the floors cannot all be met")]
    Floors,
    /// The search ended without any choice, which does not mean that there is none.
    #[error("no choice found in {nodes} nodes")]
    NotFound { nodes: u64 },
    #[error("more than {most} funders")]
    TooManyFunders { most: usize },
    #[error("{0}")]
    Solver(String),
}

/// Half a cent: sums of euros are not told apart below.
pub(crate) const CENT: f64 = 0.005;

fn flaw(candidate: &Candidate) -> Option<Flaw> {
    let Candidate { least_group, most_group, most_sessions, brings, .. } = candidate;
    let sum = |value: f64| value.is_finite() && (0.0..=1e9).contains(&value);
    let share = |value: f64| (0.0..=1.0).contains(&value);
    if *most_group == 0 || least_group > most_group || *most_sessions == 0 {
        return Some(Flaw::Group);
    }
    // Beyond, whole numbers of places would no longer be told apart by the search.
    if most_group.checked_mul(*most_sessions).is_none_or(|places| places > 100_000) {
        return Some(Flaw::Group);
    }
    if !sum(candidate.session_cost) || !sum(candidate.place_cost) || !share(candidate.cost_spread) {
        return Some(Flaw::Cost);
    }
    let ordered = 0.0 <= brings.low && brings.low <= brings.value && brings.value <= brings.high;
    if !ordered || !brings.high.is_finite() || brings.high > 1e4 {
        return Some(Flaw::Brings);
    }
    let fine = |payer: &Payer| share(payer.most_share) && payer.most_per_place.is_none_or(sum);
    let funders: BTreeSet<&str> =
        candidate.payers.iter().map(|payer| payer.funder.as_str()).collect();
    let twice = funders.len() < candidate.payers.len();
    (twice || !candidate.payers.iter().all(fine)).then_some(Flaw::Share)
}

/// Candidates by identifier, checked.
fn checked<'a>(
    candidates: &'a [Candidate],
    terms: &Terms,
) -> Result<Vec<&'a Candidate>, ChoiceError> {
    let mut sorted: Vec<&Candidate> = candidates.iter().collect();
    sorted.sort_by(|a, b| a.id.cmp(&b.id));
    for pair in sorted.windows(2) {
        if let [one, other] = pair
            && one.id == other.id
        {
            return Err(ChoiceError::Twice { id: one.id.clone() });
        }
    }
    for candidate in &sorted {
        if let Some(flaw) = flaw(candidate) {
            return Err(ChoiceError::Flawed { id: candidate.id.clone(), flaw });
        }
    }
    for (funder, budget) in &terms.budgets {
        if !budget.is_finite() || *budget < 0.0 {
            return Err(ChoiceError::Budget { funder: funder.clone() });
        }
    }
    Ok(sorted)
}

/// Funders with a budget that may pay, with € at most for so many sessions and places.
fn payable<'a>(
    candidate: &'a Candidate,
    terms: &'a Terms,
    sessions: u32,
    places: u32,
) -> impl Iterator<Item = (&'a str, f64)> {
    let cost = candidate.cost(sessions, places);
    candidate.payers.iter().filter_map(move |payer| {
        let budget = terms.budgets.get(&payer.funder)?;
        let cap = payer.most_per_place.map_or(f64::INFINITY, |most| most * f64::from(places));
        Some((payer.funder.as_str(), budget.min(payer.most_share * cost).min(cap)))
    })
}

/// Why a candidate is set aside before the search, if it is.
fn exclusion(candidate: &Candidate, terms: &Terms) -> Option<Exclusion> {
    let latest = [candidate.needed_by, terms.latest_start].into_iter().flatten().min();
    if let (Some(latest), Some(weeks)) = (latest, candidate.lead_weeks) {
        let ordinal = terms.decided_on.ordinal() + 7 * i64::from(weeks);
        let could_start = Date::from_ordinal(ordinal)?;
        if could_start > latest {
            return Some(Exclusion::TooLate { could_start, latest });
        }
    }
    let needless = terms.needs.get(&candidate.occupation) == Some(&0);
    if problem::gain(candidate, terms.objective) == 0 || needless {
        // A floor may ask for places that gain nothing.
        let asked =
            terms.floors.iter().any(|(target, floor)| *floor > 0 && target.holds(candidate));
        if !asked {
            return Some(Exclusion::NothingGained);
        }
    }
    let least_group = candidate.least();
    if let Some(places) =
        candidate.provider.as_ref().and_then(|provider| terms.capacities.get(provider))
        && *places < least_group
    {
        return Some(Exclusion::ProviderTooSmall { places: *places, least_group });
    }
    if let Some(places) = terms.most_places.filter(|places| *places < least_group) {
        return Some(Exclusion::TooFewPlaces { places, least_group });
    }
    let least_cost = candidate.cost(1, least_group);
    if payable(candidate, terms, 1, least_group).next().is_none() && least_cost > 0.0 {
        return Some(Exclusion::NoFunder);
    }
    let budgeted = |payer: &&Payer| terms.budgets.contains_key(&payer.funder);
    let caps = candidate.payers.iter().filter(budgeted).map(|payer| payer.most_per_place);
    if let Some(most) = caps.sum::<Option<f64>>().filter(|most| most + CENT < candidate.place_cost)
    {
        return Some(Exclusion::AboveCaps { place_cost: candidate.place_cost, most });
    }
    let available =
        |places: u32| -> f64 { payable(candidate, terms, 1, places).map(|(_, most)| most).sum() };
    let beyond = |places: &u32| available(*places) + CENT < candidate.cost(1, *places);
    // A sum for each place may pay for a larger group and not for the least. With several sessions
    // it is left to the search.
    let capped = candidate.payers.iter().any(|payer| payer.most_per_place.is_some());
    let over = beyond(&least_group)
        && (!capped
            || (candidate.most_sessions == 1
                && (least_group..=candidate.most_group).all(|places| beyond(&places))));
    let available = available(least_group);
    over.then_some(Exclusion::OverBudget { least_cost, available })
}
