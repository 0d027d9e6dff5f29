//! What a plan of action starts from: levers, targets and times of work, and what each answers of
//! the diagnosis. Dated and sourced; the territory changes all of it.

use crate::model::action::{ActionPlan, ActorKind, Lever, Target, Wave};
use crate::model::{Audience, Date, Language};
use crate::reference::lists::ReferenceError;
use serde::Deserialize;
use std::collections::BTreeMap;
use std::sync::OnceLock;

const FILE: &str = "action_plan.ron";

/// A plan to start from, in no language yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Start {
    pub source: String,
    pub since: Date,
    pub checked: Date,
    levers: Vec<RawLever>,
    targets: Vec<RawTarget>,
    waves: Vec<RawWave>,
    leads: BTreeMap<String, Vec<ActorKind>>,
    pub capacity: Capacity,
}

/// Actions led at once beyond which an actor who said no number is told to lead many: a choice of
/// the tool, dated.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Capacity {
    pub value: u8,
    pub since: Date,
    pub source: String,
    pub checked: Date,
}

/// [`Start::capacity`] of the list that is built in.
pub fn usual_capacity() -> u8 {
    static READ: OnceLock<u8> = OnceLock::new();
    // A test holds that the list can be read.
    *READ.get_or_init(|| Start::embedded().map_or(u8::MAX, |start| start.capacity.value))
}

#[derive(Deserialize)]
struct Raw {
    source: String,
    since: String,
    checked: String,
    levers: Vec<RawLever>,
    targets: Vec<RawTarget>,
    waves: Vec<RawWave>,
    leads: Vec<RawLead>,
    capacity: RawCapacity,
}

#[derive(Deserialize)]
struct RawCapacity {
    value: u8,
    since: String,
    source: String,
    checked: String,
}

#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
struct RawLever {
    french: String,
    english: String,
    answers: Vec<String>,
}

#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
struct RawTarget {
    french: String,
    english: String,
    named_in: String,
    audiences: Vec<String>,
}

#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
struct RawWave {
    french: String,
    english: String,
}

#[derive(Deserialize)]
struct RawLead {
    id: String,
    kinds: Vec<String>,
}

fn fail(detail: impl std::fmt::Display) -> ReferenceError {
    ReferenceError { list: FILE, line: 0, detail: detail.to_string() }
}

impl Start {
    /// # Errors
    /// Where the list is not what it should be, or has no date or source.
    pub fn embedded() -> Result<Self, ReferenceError> {
        Self::parse(include_str!("../../assets/params/action_plan.ron"))
    }

    fn parse(text: &str) -> Result<Self, ReferenceError> {
        let raw: Raw = ron::from_str(text).map_err(fail)?;
        let date = |text: &str| text.parse::<Date>().map_err(fail);
        if raw.source.trim().is_empty() || raw.capacity.source.trim().is_empty() {
            return Err(fail("no source"));
        }
        for audience in raw.targets.iter().flat_map(|target| &target.audiences) {
            audience.parse::<Audience>().map_err(fail)?;
        }
        let kinds = |lead: RawLead| {
            let kind = |id: String| ActorKind::from_id(&id).ok_or_else(|| fail(id));
            let kinds: Result<Vec<ActorKind>, ReferenceError> =
                lead.kinds.into_iter().map(kind).collect();
            Ok((lead.id, kinds?))
        };
        let capacity = Capacity {
            value: raw.capacity.value,
            since: date(&raw.capacity.since)?,
            source: raw.capacity.source,
            checked: date(&raw.capacity.checked)?,
        };
        Ok(Self {
            capacity,
            since: date(&raw.since)?,
            checked: date(&raw.checked)?,
            source: raw.source,
            levers: raw.levers,
            targets: raw.targets,
            waves: raw.waves,
            leads: raw.leads.into_iter().map(kinds).collect::<Result<_, _>>()?,
        })
    }

    /// A plan with its levers, targets and times of work; identifiers are given in that order.
    pub fn plan(&self, language: Language) -> ActionPlan {
        let mut plan = ActionPlan::default();
        self.fill(&mut plan, language);
        plan
    }

    /// Adds them to a plan that has none of the kind; what is there stays as it is.
    pub fn fill(&self, plan: &mut ActionPlan, language: Language) {
        let said = |french: &str, english: &str| match language {
            Language::French => french.to_owned(),
            Language::English => english.to_owned(),
        };
        if plan.levers.is_empty() {
            for lever in &self.levers {
                let name = said(&lever.french, &lever.english);
                let answers = lever.answers.clone();
                plan.add_lever(Lever { name, answers, ..Lever::default() });
            }
        }
        if plan.targets.is_empty() {
            for target in &self.targets {
                plan.add_target(Target {
                    name: said(&target.french, &target.english),
                    named_in: target.named_in.clone(),
                    audiences: target.audiences.clone(),
                    ..Target::default()
                });
            }
        }
        if plan.waves.is_empty() {
            for wave in &self.waves {
                plan.add_wave(Wave { name: said(&wave.french, &wave.english), ..Wave::default() });
            }
        }
    }

    /// The kinds of actors that a suggested lead may be; none where it is not known.
    pub fn lead_kinds(&self, lead: &str) -> &[ActorKind] {
        self.leads.get(lead).map(Vec::as_slice).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::reference::params::Parameters;

    #[test]
    fn the_seminar_is_what_a_territory_starts_from() {
        let start = Start::embedded().unwrap();
        let plan = start.plan(Language::French);
        assert_eq!((plan.levers.len(), plan.targets.len(), plan.waves.len()), (5, 7, 4));
        let named = |place: &str| plan.targets.iter().filter(|one| one.named_in == place).count();
        assert_eq!((named("text"), named("diagram")), (3, 4));
        let ids: std::collections::BTreeSet<&str> = plan.ids().collect();
        assert_eq!(ids.len(), 5 + 7 + 4);
        assert_eq!(plan.issued, 5 + 7 + 4);
        let english = start.plan(Language::English);
        assert_eq!(english.levers[4].name, "HR strategy and employer brand inside companies");
        assert_eq!(english.levers[4].answers, plan.levers[4].answers);
    }

    #[test]
    fn what_an_actor_can_lead_is_dated_and_sourced() {
        let capacity = Start::embedded().unwrap().capacity;
        assert!(capacity.value > 0 && !capacity.source.is_empty());
        assert_eq!(usual_capacity(), capacity.value);
    }

    #[test]
    fn what_is_there_is_not_filled_again() {
        let start = Start::embedded().unwrap();
        let mut plan = start.plan(Language::French);
        plan.levers.truncate(2);
        let before = plan.clone();
        start.fill(&mut plan, Language::French);
        assert_eq!(plan, before);
    }

    /// Whatever the diagnosis names, the territory has a lever for it, and somebody who could lead.
    #[test]
    fn every_lever_of_the_decision_table_has_its_own_here() {
        let start = Start::embedded().unwrap();
        let plan = start.plan(Language::French);
        let parameters = Parameters::embedded().unwrap();
        let check = |of_diagnosis: &str, lever: &str| {
            let found = plan.answering(of_diagnosis).map(|one| one.name.as_str());
            assert!(found.is_some_and(|name| name.starts_with(lever)), "{of_diagnosis}: {found:?}");
            let lead = parameters.lead(of_diagnosis).unwrap();
            assert!(!start.lead_kinds(&lead.id).is_empty(), "{}", lead.id);
        };
        check("training", "Formation continue");
        check("training-with-commitment", "Formation continue");
        check("widen-pool", "Formation continue");
        check("job-quality", "Stratégie RH");
        check("retention", "Stratégie RH");
        check("mobility", "Services aux nouveaux arrivants");
        check("ask-employers", "Communication");
        for cause in ["housing", "spouse", "geographic-mismatch"] {
            assert_eq!(plan.answering(cause), plan.answering("mobility"), "{cause}");
        }
    }

    #[test]
    fn what_has_no_source_or_no_date_does_not_load() {
        let text = include_str!("../../assets/params/action_plan.ron");
        for (from, to) in [
            ("since: \"2017-11-30\"", "since: \"novembre\""),
            ("audiences: [\"young\"]", "audiences: [\"jeunes\"]"),
            ("kinds: [\"local\"]", "kinds: [\"ailleurs\"]"),
            ("since: \"2026-12-01\"", "since: \"décembre\""),
        ] {
            assert!(text.contains(from), "{from}");
            assert!(Start::parse(&text.replace(from, to)).is_err(), "{to}");
        }
    }
}
