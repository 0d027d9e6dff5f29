//! What a user decides on programmes: money, limits, and the changes made by hand on what was
//! computed. Kept apart from the computed, so that the two are never confused.

use crate::model::{Date, Fap};
use std::collections::{BTreeMap, BTreeSet};

/// The funder of a budget that anything may be paid with.
pub const ANY_FUNDER: &str = "*";

/// How a programme is run.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Way {
    #[default]
    OnSite,
    /// Some of it on site, some at a distance.
    Mixed,
    Remote,
    /// In the company (AFEST).
    OnTheJob,
    /// In one group with people of a neighbouring basin.
    WithNeighbour,
    /// Under a contract of apprenticeship.
    Apprenticeship,
}

impl Way {
    pub const ALL: [Self; 6] = [
        Self::OnSite,
        Self::Mixed,
        Self::Remote,
        Self::OnTheJob,
        Self::WithNeighbour,
        Self::Apprenticeship,
    ];

    /// In projects, `--json` and the catalogs (`way-…`).
    pub const fn id(self) -> &'static str {
        match self {
            Self::OnSite => "on-site",
            Self::Mixed => "mixed",
            Self::Remote => "remote",
            Self::OnTheJob => "on-the-job",
            Self::WithNeighbour => "with-neighbour",
            Self::Apprenticeship => "apprenticeship",
        }
    }

    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.id() == id)
    }

    /// Opens with as few as one person of the territory.
    pub const fn takes_one(self) -> bool {
        matches!(self, Self::Remote | Self::OnTheJob | Self::WithNeighbour | Self::Apprenticeship)
    }
}

/// What employers promise to those who are trained.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Promised {
    /// No promise, and the user says so.
    Nothing,
    /// A contract, by its identifier in the rules of financing, and its months; `None`: without
    /// end, or not known.
    Made { contract: String, months: Option<u32> },
}

/// Key of [`Planning::costs`] for every way of running a training.
pub const ANY_WAY: &str = "*";

/// What the user supposes that a training costs, where no file tells it: an hypothesis, never put
/// over a cost that is known.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct StatedCost {
    /// Cents of a euro an hour and person.
    pub hour_cents: Option<u32>,
    /// € a place, where its hours are not known or no hourly cost is stated.
    pub place_euros: Option<u32>,
    /// Where the user has it from.
    pub source: String,
}

/// What the user takes for the need of an occupation whose least need nothing establishes: an
/// hypothesis, never put over what files or the user say of one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StatedNeed {
    /// Of a hundred places of the most that the files allow.
    pub percent: u8,
    /// Where the user has it from.
    pub source: String,
}

/// What the user supposes where nothing tells.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Hypotheses {
    /// By way of running a training, or [`ANY_WAY`].
    pub costs: BTreeMap<String, StatedCost>,
    pub need: Option<StatedNeed>,
}

/// What of a candidate is told in words, and can be written otherwise.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Part {
    Certification,
    Skills,
    Public,
    Devices,
    Commitment,
    Lead,
    Partners,
    Indicators,
    Risks,
}

impl Part {
    pub const ALL: [Self; 9] = [
        Self::Certification,
        Self::Skills,
        Self::Public,
        Self::Devices,
        Self::Commitment,
        Self::Lead,
        Self::Partners,
        Self::Indicators,
        Self::Risks,
    ];

    /// In projects, `--json` and the catalogs (`planned-part-…`).
    pub const fn id(self) -> &'static str {
        match self {
            Self::Certification => "certification",
            Self::Skills => "skills",
            Self::Public => "public",
            Self::Devices => "devices",
            Self::Commitment => "commitment",
            Self::Lead => "lead",
            Self::Partners => "partners",
            Self::Indicators => "indicators",
            Self::Risks => "risks",
        }
    }

    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.id() == id)
    }
}

/// What the user changes of one candidate programme; `None`: as computed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Changes {
    /// Places of a session, at least and at most.
    pub least_group: Option<u32>,
    pub most_group: Option<u32>,
    pub most_sessions: Option<u32>,
    /// Hours for one person.
    pub hours: Option<u32>,
    /// € for each place, and € for each session however many places.
    pub place_cost: Option<u32>,
    pub session_cost: Option<u32>,
    /// Weeks from the decision to the first day.
    pub lead_weeks: Option<u32>,
    /// The day by which it must have begun.
    pub needed_by: Option<Date>,
    /// Of a hundred who begin, those who work and stay in the territory.
    pub stay_percent: Option<u8>,
    /// Places a year that are needed at least, whatever the files say.
    pub least_need: Option<u32>,
    /// The body that runs it.
    pub provider: Option<String>,
    pub way: Option<Way>,
    /// What employers promise, and how many they employ: rules of financing ask.
    pub promise: Option<Promised>,
    pub employer_size: Option<u32>,
    /// Employers committed themselves to what the diagnosis asks of them.
    pub committed: bool,
    /// Words over the computed ones.
    pub parts: BTreeMap<Part, String>,
    /// Never chosen, whatever the budget.
    pub set_aside: bool,
    /// Words of the user.
    pub note: String,
}

impl Changes {
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

/// A change of the world that a scenario supposes.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Supposition {
    /// Retirements and other departures, in per cent of what is expected: 120 is a fifth more.
    Departures { percent: u16 },
    /// Posts that open (or close, below 0) over three years in an occupation: its typed code.
    Posts { occupation: String, posts: i32 },
    /// More places a year within reach for an occupation: its typed code.
    Places { occupation: String, places: u32 },
    /// A cause no longer weighs, for an occupation or for all: identifier of the cause.
    Lifted { occupation: Option<String>, cause: String },
    /// All budgets, in per cent.
    Budget { percent: u16 },
}

impl Supposition {
    /// Key of its sentence: `supposition-` and this.
    pub const fn id(&self) -> &'static str {
        match self {
            Self::Departures { .. } => "departures",
            Self::Posts { .. } => "posts",
            Self::Places { .. } => "places",
            Self::Lifted { .. } => "lifted",
            Self::Budget { .. } => "budget",
        }
    }
}

/// Suppositions under a name.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Scenario {
    pub name: String,
    pub suppositions: Vec<Supposition>,
}

/// What scenarios change, ready for computing; by default, nothing.
#[derive(Clone, Debug, PartialEq)]
pub struct Supposed {
    /// Factor of departures.
    pub departures: f64,
    /// Posts opened, closed below 0, over three years.
    pub posts: BTreeMap<Fap, f64>,
    /// Places more a year within reach.
    pub places: BTreeMap<Fap, f64>,
    /// Causes that no longer weigh: everywhere, or for an occupation.
    pub lifted: BTreeSet<(Option<Fap>, String)>,
    /// Factor of all budgets.
    pub budget: f64,
}

impl Default for Supposed {
    fn default() -> Self {
        Self {
            departures: 1.0,
            posts: BTreeMap::new(),
            places: BTreeMap::new(),
            lifted: BTreeSet::new(),
            budget: 1.0,
        }
    }
}

impl From<&Scenario> for Supposed {
    /// Suppositions of the same thing add up, factors multiply; on a code that is none, nothing.
    fn from(scenario: &Scenario) -> Self {
        let mut all = Self::default();
        for one in &scenario.suppositions {
            match one {
                Supposition::Departures { percent } => {
                    all.departures *= f64::from(*percent) / 100.0;
                }
                Supposition::Budget { percent } => all.budget *= f64::from(*percent) / 100.0,
                Supposition::Posts { occupation, posts } => {
                    if let Ok(code) = occupation.parse::<Fap>() {
                        *all.posts.entry(code).or_default() += f64::from(*posts);
                    }
                }
                Supposition::Places { occupation, places } => {
                    if let Ok(code) = occupation.parse::<Fap>() {
                        *all.places.entry(code).or_default() += f64::from(*places);
                    }
                }
                Supposition::Lifted { occupation, cause } => {
                    let code = occupation.as_ref().map(|code| code.parse::<Fap>());
                    if let Ok(code) = code.transpose() {
                        all.lifted.insert((code, cause.clone()));
                    }
                }
            }
        }
        all
    }
}

impl Supposed {
    /// Whether a cause no longer weighs for an occupation.
    pub fn lifts(&self, occupation: Fap, cause: &str) -> bool {
        let mut lifted = self.lifted.iter();
        lifted.any(|(code, name)| code.is_none_or(|code| code == occupation) && name == cause)
    }
}

/// Financing devices of the user, as written: read again wherever they serve.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwnDevices {
    /// Name of the file that they come from.
    pub file: String,
    /// In the form of `assets/params/financing.ron`.
    pub text: String,
}

/// What is to be made as large as can be, by its identifier in `recommend::choice`.
pub const DEFAULT_OBJECTIVE: &str = "stay";

/// Money, limits, changes by hand and scenarios.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Planning {
    /// € of each funder; [`ANY_FUNDER`] pays for anything.
    pub budgets: BTreeMap<String, u32>,
    /// Occupations among which the choice is made, at most.
    pub most_occupations: Option<u32>,
    /// Identifier of the objective.
    pub objective: String,
    /// Places that must be opened for a public, at least: identifiers of the audiences.
    pub floors: BTreeMap<String, u32>,
    /// Places that a provider can open in all, at most.
    pub capacities: BTreeMap<String, u32>,
    /// Places opened in all, at most.
    pub most_places: Option<u32>,
    /// Costs supposed where no file tells one: by way of running it, or [`ANY_WAY`].
    pub costs: BTreeMap<String, StatedCost>,
    /// A need supposed where nothing establishes it.
    pub need: Option<StatedNeed>,
    /// The last day on which a session may begin.
    pub latest_start: Option<Date>,
    /// By candidate programme.
    pub changes: BTreeMap<String, Changes>,
    /// Candidates that the user adds, by identifier: occupation, format, public.
    pub added: BTreeSet<String>,
    pub scenarios: Vec<Scenario>,
    /// Beside the built-in ones, or in their place.
    pub devices: Option<OwnDevices>,
}

impl Default for Planning {
    fn default() -> Self {
        Self {
            budgets: BTreeMap::new(),
            most_occupations: None,
            objective: DEFAULT_OBJECTIVE.to_owned(),
            floors: BTreeMap::new(),
            capacities: BTreeMap::new(),
            most_places: None,
            costs: BTreeMap::new(),
            need: None,
            latest_start: None,
            changes: BTreeMap::new(),
            added: BTreeSet::new(),
            scenarios: Vec::new(),
            devices: None,
        }
    }
}

impl Planning {
    /// The changes of a candidate, `None` when it is as computed.
    pub fn changes_of(&self, id: &str) -> Option<&Changes> {
        self.changes.get(id)
    }

    /// The costs supposed of a way of running a training: its own first, then those of any.
    pub fn stated_costs(&self, way: Way) -> impl Iterator<Item = &StatedCost> {
        [way.id(), ANY_WAY].into_iter().filter_map(move |key| self.costs.get(key))
    }

    pub fn hypotheses(&self) -> Hypotheses {
        Hypotheses { costs: self.costs.clone(), need: self.need.clone() }
    }

    /// Whether there is money to spend.
    pub fn has_money(&self) -> bool {
        self.budgets.values().any(|euros| *euros > 0)
    }

    /// Whether something is asked of the choice that needs no money.
    pub fn has_limits(&self) -> bool {
        self.most_places.is_some()
            || self.most_occupations.is_some()
            || self.latest_start.is_some()
            || self.floors.values().any(|places| *places > 0)
            || !self.capacities.is_empty()
    }

    /// Writes the changes of a candidate; empty ones are forgotten.
    pub fn change(&mut self, id: &str, changes: Changes) {
        if changes.is_empty() {
            self.changes.remove(id);
        } else {
            self.changes.insert(id.to_owned(), changes);
        }
    }

    /// Replaces the scenario of that name, or adds it.
    pub fn suppose(&mut self, scenario: Scenario) {
        match self.scenarios.iter_mut().find(|known| known.name == scenario.name) {
            Some(known) => *known = scenario,
            None => self.scenarios.push(scenario),
        }
    }

    pub fn forget(&mut self, name: &str) {
        self.scenarios.retain(|scenario| scenario.name != name);
    }

    /// The budgets under a scenario, in whole euros.
    #[must_use]
    pub fn under(&self, supposed: &Supposed) -> Self {
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped")]
        let scaled = |sum: u32| {
            (f64::from(sum) * supposed.budget).round().clamp(0.0, f64::from(u32::MAX)) as u32
        };
        let budgets = self.budgets.iter().map(|(who, sum)| (who.clone(), scaled(*sum))).collect();
        Self { budgets, ..self.clone() }
    }

    pub fn scenario(&self, name: &str) -> Option<&Scenario> {
        self.scenarios.iter().find(|scenario| scenario.name == name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_change_taken_back_leaves_nothing() {
        let mut planning = Planning::default();
        planning.change("x", Changes { hours: Some(70), ..Changes::default() });
        assert_eq!(planning.changes_of("x").and_then(|changes| changes.hours), Some(70));
        planning.change("x", Changes::default());
        assert_eq!(planning, Planning::default());
    }

    #[test]
    fn suppositions_add_up_and_factors_multiply() {
        let code = "fap2021:V0X60".to_owned();
        let of = |posts| Supposition::Posts { occupation: code.clone(), posts };
        let lifted = |occupation| Supposition::Lifted { occupation, cause: "pay".to_owned() };
        let scenario = Scenario {
            name: String::new(),
            suppositions: vec![
                of(40),
                of(-10),
                Supposition::Departures { percent: 120 },
                Supposition::Departures { percent: 50 },
                Supposition::Budget { percent: 50 },
                Supposition::Places { occupation: "nulle part".to_owned(), places: 9 },
                lifted(Some(code.clone())),
            ],
        };
        let supposed = Supposed::from(&scenario);
        let fap: Fap = code.parse().unwrap();
        assert_eq!(supposed.posts, [(fap, 30.0)].into());
        assert!((supposed.departures - 1.2 * 0.5).abs() < 1e-12);
        assert!(supposed.places.is_empty());
        let other: Fap = "fap2021:G1X72".parse().unwrap();
        assert!(supposed.lifts(fap, "pay") && !supposed.lifts(other, "pay"));
        let everywhere = Scenario { suppositions: vec![lifted(None)], ..Scenario::default() };
        assert!(Supposed::from(&everywhere).lifts(other, "pay"));
        let mut planning = Planning::default();
        planning.budgets.insert(ANY_FUNDER.to_owned(), 150_001);
        assert_eq!(planning.under(&supposed).budgets[ANY_FUNDER], 75_001);
    }

    #[test]
    fn a_scenario_of_the_same_name_is_replaced_at_its_place() {
        let mut planning = Planning::default();
        let of = |name: &str, suppositions| Scenario { name: name.to_owned(), suppositions };
        planning.suppose(of("a", vec![]));
        planning.suppose(of("b", vec![]));
        planning.suppose(of("a", vec![Supposition::Budget { percent: 50 }]));
        let names: Vec<&str> = planning.scenarios.iter().map(|s| s.name.as_str()).collect();
        assert_eq!(names, ["a", "b"]);
        assert_eq!(planning.scenario("a").map(|s| s.suppositions.len()), Some(1));
        planning.forget("b");
        assert!(planning.scenario("b").is_none());
    }
}
