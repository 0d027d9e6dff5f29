//! Saved form of what a user decides on programmes.

use crate::model::Date;
use crate::model::planning::{
    Changes, OwnDevices, Part, Planning, Promised, Scenario, StatedCost, StatedNeed, Supposition,
    Way,
};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

#[derive(Serialize, Deserialize)]
pub struct PlanningV1 {
    #[serde(default)]
    budgets: BTreeMap<String, u32>,
    #[serde(default)]
    most_occupations: Option<u32>,
    #[serde(default)]
    objective: Option<String>,
    #[serde(default)]
    floors: BTreeMap<String, u32>,
    #[serde(default)]
    capacities: BTreeMap<String, u32>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    most_places: Option<u32>,
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    costs: BTreeMap<String, CostV1>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    need: Option<NeedV1>,
    #[serde(default)]
    latest_start: Option<String>,
    #[serde(default)]
    changes: BTreeMap<String, ChangesV1>,
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    added: BTreeSet<String>,
    #[serde(default)]
    scenarios: Vec<ScenarioV1>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    devices: Option<DevicesV1>,
}

#[derive(Serialize, Deserialize)]
struct DevicesV1 {
    file: String,
    text: String,
}

#[derive(Serialize, Deserialize)]
struct NeedV1 {
    percent: u8,
    #[serde(default)]
    source: String,
}

#[derive(Serialize, Deserialize)]
struct CostV1 {
    #[serde(default)]
    hour_cents: Option<u32>,
    #[serde(default)]
    place_euros: Option<u32>,
    #[serde(default)]
    source: String,
}

#[derive(Serialize, Deserialize)]
struct ChangesV1 {
    #[serde(default)]
    least_group: Option<u32>,
    #[serde(default)]
    most_group: Option<u32>,
    #[serde(default)]
    most_sessions: Option<u32>,
    #[serde(default)]
    hours: Option<u32>,
    #[serde(default)]
    place_cost: Option<u32>,
    #[serde(default)]
    session_cost: Option<u32>,
    #[serde(default)]
    lead_weeks: Option<u32>,
    #[serde(default)]
    needed_by: Option<String>,
    #[serde(default)]
    stay_percent: Option<u8>,
    #[serde(default)]
    least_need: Option<u32>,
    #[serde(default)]
    provider: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    way: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    promise: Option<PromisedV1>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    employer_size: Option<u32>,
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    committed: bool,
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    parts: BTreeMap<String, String>,
    #[serde(default)]
    set_aside: bool,
    #[serde(default)]
    note: String,
}

#[derive(Serialize, Deserialize)]
enum PromisedV1 {
    Nothing,
    Made { contract: String, months: Option<u32> },
}

#[derive(Serialize, Deserialize)]
struct ScenarioV1 {
    name: String,
    suppositions: Vec<SuppositionV1>,
}

#[derive(Serialize, Deserialize)]
enum SuppositionV1 {
    Departures { percent: u16 },
    Posts { occupation: String, posts: i32 },
    Places { occupation: String, places: u32 },
    Lifted { occupation: Option<String>, cause: String },
    Budget { percent: u16 },
}

/// `None` where nothing was decided.
pub fn planning(planning: &Planning) -> Option<PlanningV1> {
    if *planning == Planning::default() {
        return None;
    }
    let Planning {
        budgets,
        most_occupations,
        objective,
        floors,
        capacities,
        most_places,
        costs,
        need,
        latest_start,
        changes,
        added,
        scenarios,
        devices,
    } = planning;
    Some(PlanningV1 {
        budgets: budgets.clone(),
        most_occupations: *most_occupations,
        objective: Some(objective.clone()),
        floors: floors.clone(),
        capacities: capacities.clone(),
        most_places: *most_places,
        costs: costs.iter().map(|(way, cost)| (way.clone(), CostV1::from(cost))).collect(),
        need: need.clone().map(|StatedNeed { percent, source }| NeedV1 { percent, source }),
        latest_start: latest_start.map(|date| date.to_string()),
        changes: changes.iter().map(|(id, changes)| (id.clone(), changes.into())).collect(),
        added: added.clone(),
        scenarios: scenarios.iter().map(ScenarioV1::from).collect(),
        devices: devices.clone().map(|OwnDevices { file, text }| DevicesV1 { file, text }),
    })
}

/// # Errors
/// With the date that is none.
pub fn planning_back(saved: Option<PlanningV1>) -> Result<Planning, String> {
    let Some(saved) = saved else { return Ok(Planning::default()) };
    let changes: Result<BTreeMap<String, Changes>, String> =
        saved.changes.into_iter().map(|(id, changes)| Ok((id, changes.back()?))).collect();
    Ok(Planning {
        budgets: saved.budgets,
        most_occupations: saved.most_occupations,
        objective: saved.objective.unwrap_or_else(|| Planning::default().objective),
        floors: saved.floors,
        capacities: saved.capacities,
        most_places: saved.most_places,
        costs: saved.costs.into_iter().map(|(way, cost)| (way, cost.back())).collect(),
        need: saved.need.map(|NeedV1 { percent, source }| StatedNeed { percent, source }),
        latest_start: date(saved.latest_start)?,
        changes: changes?,
        added: saved.added,
        scenarios: saved.scenarios.into_iter().map(ScenarioV1::back).collect(),
        devices: saved.devices.map(|DevicesV1 { file, text }| OwnDevices { file, text }),
    })
}

impl From<&StatedCost> for CostV1 {
    fn from(cost: &StatedCost) -> Self {
        let StatedCost { hour_cents, place_euros, source } = cost.clone();
        Self { hour_cents, place_euros, source }
    }
}

impl CostV1 {
    fn back(self) -> StatedCost {
        let Self { hour_cents, place_euros, source } = self;
        StatedCost { hour_cents, place_euros, source }
    }
}

fn date(text: Option<String>) -> Result<Option<Date>, String> {
    text.map(|text| text.parse::<Date>().map_err(|error| error.to_string())).transpose()
}

impl From<&Changes> for ChangesV1 {
    fn from(changes: &Changes) -> Self {
        let Changes {
            least_group,
            most_group,
            most_sessions,
            hours,
            place_cost,
            session_cost,
            lead_weeks,
            needed_by,
            stay_percent,
            least_need,
            ref provider,
            way,
            ref promise,
            employer_size,
            committed,
            ref parts,
            set_aside,
            ref note,
        } = *changes;
        Self {
            least_group,
            most_group,
            most_sessions,
            hours,
            place_cost,
            session_cost,
            lead_weeks,
            needed_by: needed_by.map(|date| date.to_string()),
            stay_percent,
            least_need,
            provider: provider.clone(),
            way: way.map(|way| way.id().to_owned()),
            promise: promise.as_ref().map(PromisedV1::from),
            employer_size,
            committed,
            parts: parts.iter().map(|(part, text)| (part.id().to_owned(), text.clone())).collect(),
            set_aside,
            note: note.clone(),
        }
    }
}

impl From<&Promised> for PromisedV1 {
    fn from(promised: &Promised) -> Self {
        match promised.clone() {
            Promised::Nothing => Self::Nothing,
            Promised::Made { contract, months } => Self::Made { contract, months },
        }
    }
}

impl PromisedV1 {
    fn back(self) -> Promised {
        match self {
            Self::Nothing => Promised::Nothing,
            Self::Made { contract, months } => Promised::Made { contract, months },
        }
    }
}

impl ChangesV1 {
    fn back(self) -> Result<Changes, String> {
        Ok(Changes {
            least_group: self.least_group,
            most_group: self.most_group,
            most_sessions: self.most_sessions,
            hours: self.hours,
            place_cost: self.place_cost,
            session_cost: self.session_cost,
            lead_weeks: self.lead_weeks,
            needed_by: date(self.needed_by)?,
            stay_percent: self.stay_percent,
            least_need: self.least_need,
            provider: self.provider,
            way: self.way.as_deref().and_then(Way::from_id),
            promise: self.promise.map(PromisedV1::back),
            employer_size: self.employer_size,
            committed: self.committed,
            parts: self
                .parts
                .into_iter()
                .filter_map(|(part, text)| Some((Part::from_id(&part)?, text)))
                .collect(),
            set_aside: self.set_aside,
            note: self.note,
        })
    }
}

impl From<&Scenario> for ScenarioV1 {
    fn from(scenario: &Scenario) -> Self {
        let suppositions = scenario.suppositions.iter().map(|one| match one.clone() {
            Supposition::Departures { percent } => SuppositionV1::Departures { percent },
            Supposition::Posts { occupation, posts } => SuppositionV1::Posts { occupation, posts },
            Supposition::Places { occupation, places } => {
                SuppositionV1::Places { occupation, places }
            }
            Supposition::Lifted { occupation, cause } => {
                SuppositionV1::Lifted { occupation, cause }
            }
            Supposition::Budget { percent } => SuppositionV1::Budget { percent },
        });
        Self { name: scenario.name.clone(), suppositions: suppositions.collect() }
    }
}

impl ScenarioV1 {
    fn back(self) -> Scenario {
        let suppositions = self.suppositions.into_iter().map(|one| match one {
            SuppositionV1::Departures { percent } => Supposition::Departures { percent },
            SuppositionV1::Posts { occupation, posts } => Supposition::Posts { occupation, posts },
            SuppositionV1::Places { occupation, places } => {
                Supposition::Places { occupation, places }
            }
            SuppositionV1::Lifted { occupation, cause } => {
                Supposition::Lifted { occupation, cause }
            }
            SuppositionV1::Budget { percent } => Supposition::Budget { percent },
        });
        Scenario { name: self.name, suppositions: suppositions.collect() }
    }
}
