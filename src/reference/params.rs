//! Parameters outside the code: each with its value, its date, its source and its last check.

use crate::model::Date;
use crate::model::adjust::Cut;
use crate::model::planning::OwnDevices;
use crate::reference::decision::{Decision, Remedy, remedies};
use crate::reference::financing::{self, Device, DeviceError};
use crate::reference::lists::ReferenceError;
use serde::Deserialize;
use std::collections::BTreeMap;

/// One dated, sourced value; without date or source it does not load.
#[derive(Clone, Debug, PartialEq)]
pub struct Parameter {
    pub value: f64,
    pub since: Date,
    pub source: String,
    pub checked: Date,
    /// The value of the method, where the user changed it.
    pub default: Option<f64>,
}

/// Who could lead, by lever.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lead {
    pub id: String,
    pub lever: String,
}

/// What decides how long a training takes to be set up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LeadTime {
    Certifying,
    Adaptation,
    Access,
}

/// The settings of the method, the financing devices, the leads, and what leads to a lever.
#[derive(Clone, Debug, PartialEq)]
pub struct Parameters {
    values: BTreeMap<String, Parameter>,
    devices: Vec<Device>,
    leads: Vec<Lead>,
    decision: Decision,
    remedies: Vec<Remedy>,
    cut: Cut,
}

#[derive(Deserialize)]
struct RawParameter {
    value: f64,
    since: String,
    source: String,
    checked: String,
}

#[derive(Deserialize)]
struct RawLead {
    id: String,
    lever: String,
}

/// Every parameter that the program reads; loading fails when one is missing.
const NAMES: [&str; 93] = [
    "star_max",
    "effective_share",
    "prior_strength",
    "flag_probability",
    "reference_minimum",
    "weight_difficulty",
    "weight_exits",
    "weight_offers",
    "quotient_minimum",
    "similar_structure",
    "similar_volume",
    "similar_count",
    "same_offer_days",
    "same_offer_title",
    "survey_skill_threshold",
    "survey_contradiction_threshold",
    "minimum_respondents",
    "dominance",
    "minimum_persons",
    "minimum_base",
    "projection_refusal",
    "trained_share_5",
    "trained_share_4",
    "trained_share_3",
    "trained_share_low",
    "trained_share_unknown_low",
    "trained_share_unknown_high",
    "passage_minimum",
    "trend_margin",
    "validation_minimum",
    "validation_draws",
    "rank_draws",
    "rank_seed",
    "tension_cut_1",
    "tension_cut_2",
    "tension_cut_3",
    "tension_cut_4",
    "link_score",
    "link_field_share",
    "near_minutes",
    "near_kilometres",
    "departure_rate",
    "growth_rate_low",
    "growth_rate_high",
    "census_sampled_share",
    "rate_denominator_minimum",
    "retention_low",
    "retention_high",
    "pool_qualified_low",
    "pool_qualified_high",
    "pool_return_low",
    "pool_return_high",
    "destinations_minimum",
    "gap_draws",
    "gap_seed",
    "fill_minimum",
    "group_minimum",
    "main_sector_share",
    "group_maximum",
    "adaptation_hours_low",
    "adaptation_hours",
    "adaptation_hours_high",
    "access_hours_low",
    "access_hours",
    "access_hours_high",
    "completion_low",
    "completion_high",
    "access_to_work_low",
    "access_to_work_high",
    "mixed_stay_low",
    "mixed_stay_high",
    "lead_weeks_certifying",
    "lead_weeks_adaptation",
    "lead_weeks_access",
    "comparable_domain",
    "comparable_weight_level",
    "comparable_weight_audience",
    "comparable_weight_group",
    "comparable_weight_place",
    "comparable_weight_age",
    "comparable_levels",
    "comparable_years",
    "comparable_audience",
    "comparable_department",
    "comparable_region",
    "comparable_elsewhere",
    "comparable_minimum",
    "proven_minimum",
    "proven_outcome",
    "leaving_rate_under_50",
    "leaving_rate_50",
    "leaving_rate_55",
    "leaving_rate_60",
];

fn fail(list: &'static str, detail: impl std::fmt::Display) -> ReferenceError {
    ReferenceError { list, line: 0, detail: format!("{detail}") }
}

fn date(list: &'static str, text: &str) -> Result<Date, ReferenceError> {
    text.parse().map_err(|error| fail(list, error))
}

fn sourced(list: &'static str, id: &str, source: &str) -> Result<(), ReferenceError> {
    if source.trim().is_empty() {
        return Err(fail(list, format!("{id} has no source")));
    }
    Ok(())
}

impl Parameters {
    /// # Errors
    /// When a value is missing, or has no date or no source.
    pub fn embedded() -> Result<Self, ReferenceError> {
        Self::parse(
            include_str!("../../assets/params/method.ron"),
            include_str!("../../assets/params/financing.ron"),
            include_str!("../../assets/params/leads.ron"),
        )
    }

    fn parse(method: &str, financing: &str, leads: &str) -> Result<Self, ReferenceError> {
        let raw: BTreeMap<String, RawParameter> =
            ron::from_str(method).map_err(|error| fail("method.ron", error))?;
        let mut values = BTreeMap::new();
        for (name, raw) in raw {
            sourced("method.ron", &name, &raw.source)?;
            let parameter = Parameter {
                value: raw.value,
                since: date("method.ron", &raw.since)?,
                source: raw.source,
                checked: date("method.ron", &raw.checked)?,
                default: None,
            };
            values.insert(name, parameter);
        }
        if let Some(name) = NAMES.iter().find(|name| !values.contains_key(**name)) {
            return Err(fail("method.ron", format!("{name} is missing")));
        }
        let devices = financing::parse(financing, None, &[]).map_err(|error| ReferenceError {
            list: "financing.ron",
            line: error.line,
            detail: format!("{}: {}", error.device, error.fault),
        })?;
        let raw: Vec<RawLead> = ron::from_str(leads).map_err(|error| fail("leads.ron", error))?;
        let leads = raw.into_iter().map(|RawLead { id, lever }| Lead { id, lever }).collect();
        let decision = Decision::parse(include_str!("../../assets/params/decision.ron"))?;
        let remedies = remedies(include_str!("../../assets/params/remedies.ron"))?;
        Ok(Self { values, devices, leads, decision, remedies, cut: Cut::default() })
    }

    /// Every parameter by name, to be shown with its source.
    pub const fn values(&self) -> &BTreeMap<String, Parameter> {
        &self.values
    }

    /// What the user changed, the same text for the same changes and no other:
    /// `cut=0.55 flag_probability=0.9`; empty: the method as it comes.
    pub fn changes(&self) -> String {
        let cut = match self.cut {
            Cut::France => None,
            Cut::Region => Some("cut=region".to_owned()),
            Cut::Fixed(share) => Some(format!("cut={}", f64::from(share) / 1_000.0)),
        };
        let changed = self.values.iter().filter(|(_, one)| one.default.is_some());
        let changed = changed.map(|(name, one)| format!("{name}={}", one.value));
        cut.into_iter().chain(changed).collect::<Vec<_>>().join(" ")
    }

    pub fn devices(&self) -> &[Device] {
        &self.devices
    }

    /// The same parameters with the devices of the user, each in the place of its namesake.
    #[must_use]
    pub fn with_devices(&self, own: &[Device]) -> Self {
        Self { devices: financing::merged(&self.devices, own), ..self.clone() }
    }

    /// As [`Parameters::with_devices`], of what a user wrote.
    ///
    /// # Errors
    /// At the first fault of the file; nothing of it is taken.
    pub fn with_own(&self, own: &OwnDevices) -> Result<Self, DeviceError> {
        let devices = financing::parse(&own.text, Some(&own.file), &self.devices)?;
        Ok(self.with_devices(&devices))
    }

    pub fn lead(&self, lever: &str) -> Option<&Lead> {
        self.leads.iter().find(|lead| lead.lever == lever)
    }

    /// From causes to a lever.
    pub const fn decision(&self) -> &Decision {
        &self.decision
    }

    /// What to act on, by the cause that weighs.
    pub fn remedies(&self) -> &[Remedy] {
        &self.remedies
    }

    /// What an occupation's share of difficult projects is set against.
    pub const fn cut(&self) -> Cut {
        self.cut
    }

    pub(super) const fn set_cut(&mut self, cut: Cut) {
        self.cut = cut;
    }

    pub(super) fn replace(&mut self, name: &str, with: impl FnOnce(&Parameter) -> Parameter) {
        if let Some(known) = self.values.get_mut(name) {
            *known = with(known);
        }
    }

    /// Checked to be there on loading.
    pub(super) fn get(&self, name: &str) -> f64 {
        self.values.get(name).map_or(f64::NAN, |parameter| parameter.value)
    }

    pub fn star_max(&self) -> f64 {
        self.get("star_max")
    }

    pub fn effective_share(&self) -> f64 {
        self.get("effective_share")
    }

    pub fn prior_strength(&self) -> f64 {
        self.get("prior_strength")
    }

    pub fn flag_probability(&self) -> f64 {
        self.get("flag_probability")
    }

    pub fn reference_minimum(&self) -> usize {
        usize::try_from(self.whole("reference_minimum")).unwrap_or(usize::MAX)
    }

    /// Weights of the components of the pressure score: D, R, E.
    pub fn weights(&self) -> (f64, f64, f64) {
        let weight = |name: &str| self.get(name);
        (weight("weight_difficulty"), weight("weight_offers"), weight("weight_exits"))
    }

    /// Published projects under which a location quotient is not ranked.
    pub fn quotient_minimum(&self) -> f64 {
        self.get("quotient_minimum")
    }

    /// Weights of structure and volume in the distance between territories, and how many of the
    /// nearest make a benchmark.
    pub fn similar(&self) -> (f64, f64, usize) {
        let count = usize::try_from(self.whole("similar_count")).unwrap_or(usize::MAX);
        (self.get("similar_structure"), self.get("similar_volume"), count)
    }

    /// Most days between two offers that are one, and least likeness of their titles, 0–1.
    pub fn same_offer(&self) -> (u32, f64) {
        (self.whole("same_offer_days"), self.get("same_offer_title"))
    }

    pub fn minimum_respondents(&self) -> u32 {
        self.whole("minimum_respondents")
    }

    /// Natural persons under whom a figure on them is not shown.
    pub fn minimum_persons(&self) -> u32 {
        self.whole("minimum_persons")
    }

    /// Respondents under whom a share of none or of all is not shown.
    pub fn minimum_base(&self) -> u32 {
        self.whole("minimum_base")
    }

    fn whole(&self, name: &str) -> u32 {
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped")]
        let value = self.get(name).clamp(0.0, 1e9) as u32;
        value
    }

    pub fn survey_skill_threshold(&self) -> f64 {
        self.get("survey_skill_threshold")
    }

    /// Share of employers naming a cause that national data call low from which the two are set
    /// against each other, 0–1.
    pub fn survey_contradiction_threshold(&self) -> f64 {
        self.get("survey_contradiction_threshold")
    }

    pub fn dominance(&self) -> f64 {
        self.get("dominance")
    }

    /// Least part that two codes of the two editions must hold of each other, 0–1.
    pub fn passage_minimum(&self) -> f64 {
        self.get("passage_minimum")
    }

    /// Largest change of a share still called stable, 0–1.
    pub fn trend_margin(&self) -> f64 {
        self.get("trend_margin")
    }

    /// Least number of occupations that say whether flags announced what came, and the draws
    /// behind the comparison with persistence.
    pub fn validation(&self) -> (u32, u32) {
        (self.whole("validation_minimum"), self.whole("validation_draws"))
    }

    /// Number of draws behind a range of ranks, and their seed.
    pub fn rank_draws(&self) -> (u32, u64) {
        (self.whole("rank_draws"), self.whole("rank_seed").into())
    }

    /// Cut points of the official classes of 2019, ascending: a check on a file, never a class.
    pub fn tension_cuts(&self) -> [f64; 4] {
        ["tension_cut_1", "tension_cut_2", "tension_cut_3", "tension_cut_4"]
            .map(|name| self.get(name))
    }

    /// Score of a title, and share of a field's certifications, from which a link is proposed, 0–1.
    pub fn link_proposals(&self) -> (f64, f64) {
        (self.get("link_score"), self.get("link_field_share"))
    }

    /// Minutes, and kilometres as the crow flies, within which training is near; `None`: not
    /// looked at.
    pub fn near(&self) -> (Option<f64>, Option<f64>) {
        let known = |name: &str| Some(self.get(name)).filter(|limit| limit.is_finite());
        (known("near_minutes"), known("near_kilometres"))
    }

    /// With the distances that the user asks for, of this analysis alone.
    #[must_use]
    pub fn within(&self, minutes: Option<f64>, kilometres: Option<f64>) -> Self {
        let mut changed = self.clone();
        for (name, limit) in [("near_minutes", minutes), ("near_kilometres", kilometres)] {
            let value = limit.unwrap_or(f64::NAN);
            changed.replace(name, |known| Parameter { value, ..known.clone() });
        }
        changed
    }

    /// Yearly rate of end-of-career departures, and bounds of the yearly rate of net creation, of
    /// those in employment, 0–1 (`method.md` §3.1).
    pub fn yearly_rates(&self) -> (f64, (f64, f64)) {
        let growth = (self.get("growth_rate_low"), self.get("growth_rate_high"));
        (self.get("departure_rate"), growth)
    }

    /// Share of the hires of an occupation from which a sector is its own, 0–1.
    pub fn main_sector(&self) -> f64 {
        self.get("main_sector_share")
    }

    /// Least denominator of a rate that is used, and bounds of ρ, the part of the trained people
    /// who work on the territory, where it is not said (`method.md` §3.2).
    pub fn entrants(&self) -> (f64, (f64, f64)) {
        let retention = (self.get("retention_low"), self.get("retention_high"));
        (self.get("rate_denominator_minimum"), retention)
    }

    /// Bounds of the share of job seekers with the qualification, and of the share of these who
    /// take a post of the same occupation, 0–1.
    pub fn pool(&self) -> ((f64, f64), (f64, f64)) {
        let bounds = |low: &str, high: &str| (self.get(low), self.get(high));
        (
            bounds("pool_qualified_low", "pool_qualified_high"),
            bounds("pool_return_low", "pool_return_high"),
        )
    }

    /// Part of the people behind a public count of employment that does not say it, 0–1.
    pub fn census_sampled(&self) -> f64 {
        self.get("census_sampled_share")
    }

    /// People seen in their occupations from which these destinations share out a programme.
    pub fn destinations_minimum(&self) -> f64 {
        self.get("destinations_minimum")
    }

    /// Yearly rates of end-of-career departure by age, 0–1: under 50, from 50, from 55, from 60.
    pub fn leaving_rates(&self) -> [f64; 4] {
        ["leaving_rate_under_50", "leaving_rate_50", "leaving_rate_55", "leaving_rate_60"]
            .map(|name| self.get(name))
    }

    /// Number of draws behind a gap, and their seed.
    pub fn gap_draws(&self) -> (u32, u64) {
        (self.whole("gap_draws"), self.whole("gap_seed").into())
    }

    /// Share of the places taken under which training exists but is not followed, 0–1, and people
    /// per year under which no group opens on the spot.
    pub fn training_thresholds(&self) -> (f64, f64) {
        (self.get("fill_minimum"), self.get("group_minimum"))
    }

    /// Places of a session, at least and at most.
    pub fn group(&self) -> (u32, u32) {
        (self.count("group_minimum"), self.count("group_maximum"))
    }

    /// Hours of a short adaptation for one person: least, usual, most.
    pub fn adaptation_hours(&self) -> (f64, f64, f64) {
        let [low, high] = ["adaptation_hours_low", "adaptation_hours_high"].map(|id| self.get(id));
        (low, self.get("adaptation_hours"), high)
    }

    /// The same of a short access programme.
    pub fn access_hours(&self) -> (f64, f64, f64) {
        let [low, high] = ["access_hours_low", "access_hours_high"].map(|id| self.get(id));
        (low, self.get("access_hours"), high)
    }

    /// Bounds of the share of those who begin and complete, 0–1, where no offer says it.
    pub fn completion(&self) -> (f64, f64) {
        (self.get("completion_low"), self.get("completion_high"))
    }

    /// Bounds of the share of those who complete and find work, 0–1, where no offer says it.
    pub fn access_to_work(&self) -> (f64, f64) {
        (self.get("access_to_work_low"), self.get("access_to_work_high"))
    }

    /// Bounds of the share of the trained who stay where jobs themselves are in cause, 0–1.
    pub fn mixed_stay(&self) -> (f64, f64) {
        (self.get("mixed_stay_low"), self.get("mixed_stay_high"))
    }

    /// Weeks from the decision to the first day, by length of the training.
    pub fn lead_weeks(&self, lead: LeadTime) -> u32 {
        self.count(match lead {
            LeadTime::Certifying => "lead_weeks_certifying",
            LeadTime::Adaptation => "lead_weeks_adaptation",
            LeadTime::Access => "lead_weeks_access",
        })
    }

    /// A parameter that is a whole number.
    fn count(&self, name: &str) -> u32 {
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped")]
        let count = self.get(name).clamp(0.0, 1e9).round() as u32;
        count
    }

    pub fn projection_refusal(&self) -> f64 {
        self.get("projection_refusal")
    }

    /// κ of `method.md` §3.1 with its bounds: share of recruitments that need trained entrants.
    pub fn trained_share(&self, training_link: Option<u8>) -> (f64, f64, f64) {
        let name = match training_link {
            Some(5) => "trained_share_5",
            Some(4) => "trained_share_4",
            Some(3) => "trained_share_3",
            Some(_) => "trained_share_low",
            None => {
                let low = self.get("trained_share_unknown_low");
                let high = self.get("trained_share_unknown_high");
                return (self.get("trained_share_3"), low, high);
            }
        };
        let value = self.get(name);
        (value, value, value)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_built_in_parameters_load() {
        let parameters = Parameters::embedded().unwrap();
        assert_eq!(parameters.values().len(), NAMES.len());
        assert_eq!(parameters.reference_minimum(), 30);
        assert_eq!(parameters.trained_share(None), (0.4, 0.2, 0.8));
        assert_eq!(parameters.trained_share(Some(1)), (0.2, 0.2, 0.2));
    }

    #[test]
    fn a_value_without_source_or_date_does_not_load() {
        let method = include_str!("../../assets/params/method.ron");
        let load = |method: &str| Parameters::parse(method, "[]", "[]");
        assert!(load(method).is_ok());
        assert!(load(&method.replacen("source: \"choix de l’outil\"", "source: \"\"", 1)).is_err());
        assert!(load(&method.replacen("since: \"2026-11-23\"", "since: \"soon\"", 1)).is_err());
        assert!(load(&method.replacen("star_max", "other", 1)).is_err());
    }
}
