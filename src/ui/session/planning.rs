//! Programmes as the window plans them: balances and verdicts, candidates and the best use of a
//! budget, scenarios beside them. All of it off the frame, and only while it is looked at.

use super::{ResultsKey, Session};
use crate::analysis::balanced::{Balanced, LetOut};
use crate::analysis::planning::{Plan, candidates, plan_while};
use crate::analysis::verdicts::{to_stop, verdicts};
use crate::analysis::{Request, Results, Stage};
use crate::inquiry;
use crate::jobs::{Control, Derived, Job};
use crate::matching::supply::Offer;
use crate::model::planning::{Planning, Scenario, Supposed};
use crate::model::{Fap, Language};
use crate::recommend::stop::Unfed;
use crate::recommend::verdict::Conclusion;
use crate::reference::params::Parameters;
use crate::report::build::Context;
use crate::report::build::planned::{self, Planned};
use crate::report::survey::PublishedSurvey;
use std::collections::BTreeMap;
use std::sync::Arc;

/// What the files and the published survey say of training.
pub struct Trained {
    pub results: Balanced,
    pub verdicts: BTreeMap<Fap, Conclusion>,
    /// Supply that feeds no need.
    pub unfed: Vec<(Offer, Unfed)>,
    out: LetOut,
}

/// The same, with the plan, where a scenario holds.
pub struct Other {
    pub scenario: Scenario,
    /// With its budgets.
    pub planning: Planning,
    pub results: Balanced,
    pub verdicts: BTreeMap<Fap, Conclusion>,
    pub plan: Plan,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct TrainedKey {
    results: u64,
    survey: u64,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct PlanKey {
    trained: u64,
    planning: u64,
}

#[derive(Clone, Debug, PartialEq, Eq)]
struct OtherKey {
    plan: PlanKey,
    scenario: Scenario,
}

#[derive(Clone, Debug, PartialEq, Eq)]
struct TablesKey {
    trained: u64,
    plan: u64,
    language: Language,
}

#[derive(Default)]
pub struct Planner {
    /// Somebody looks at it.
    looked_at: bool,
    /// Candidates and their choice too.
    programmes: bool,
    /// The user stopped the search; what is shown is the last one that ended.
    stopped: bool,
    trained: Derived<TrainedKey, Arc<Trained>>,
    trained_revision: u64,
    plan: Derived<PlanKey, Arc<Plan>>,
    plan_revision: u64,
    /// The scenarios set beside each other; `None`: none.
    compared: [Option<String>; 2],
    others: [Derived<OtherKey, Arc<Other>>; 2],
    others_revision: u64,
    tables: Derived<TablesKey, Arc<planned::Tables>>,
    tables_revision: u64,
}

impl Planner {
    pub fn is_running(&self) -> bool {
        self.looked_at
            && (self.trained.is_running()
                || self.is_choosing()
                || self.tables.is_running()
                || self.others.iter().any(Derived::is_running))
    }

    const fn is_choosing(&self) -> bool {
        self.plan.is_running()
    }
}

/// The stage of a question: at hand, or made anew.
struct Staged {
    asked: ResultsKey,
    inputs: Vec<Arc<crate::readers::ReadTable>>,
    reference: Arc<crate::reference::Reference>,
    stages: Arc<super::Stages>,
    request: Request,
}

impl Staged {
    fn stage(&self, parameters: &Parameters) -> Option<Arc<Stage>> {
        let Self { asked, inputs, stages, request, .. } = self;
        let reference = self.reference.with_perimeters(&asked.perimeters);
        let make = || {
            let links = &asked.links;
            let stage = Stage::corrected(inputs, &reference, parameters, request, links)?;
            Ok(inquiry::with_survey(stage, asked.weighting, &asked.labels))
        };
        stages.stage(&asked.stage(), parameters, make).ok()
    }
}

impl Session {
    /// Whether need and gap are looked at, and programmes with them: else nothing of it is computed.
    pub const fn look_at_plan(&mut self, looked_at: bool, programmes: bool) {
        self.planner.looked_at = looked_at;
        self.planner.programmes = programmes;
    }

    /// Starts the search again, or stops it.
    pub fn choose(&mut self, wanted: bool) {
        let Planner { stopped, plan, others, .. } = &mut self.planner;
        *stopped = !wanted;
        if wanted {
            plan.retry();
            others.iter_mut().for_each(Derived::retry);
        } else {
            plan.stop();
            others.iter_mut().for_each(Derived::stop);
        }
    }

    /// Sets scenarios beside each other, by name.
    pub fn compare_scenarios(&mut self, names: [Option<String>; 2]) {
        self.planner.compared = names;
    }

    /// The last balances and verdicts, and their revision.
    pub fn trained(&self) -> Option<(&Arc<Trained>, u64)> {
        Some((self.planner.trained.value()?, self.planner.trained_revision))
    }

    /// The last plan, and its revision.
    pub fn plan(&self) -> Option<(&Arc<Plan>, u64)> {
        Some((self.planner.plan.value()?, self.planner.plan_revision))
    }

    /// The tables of it, and their revision.
    pub fn planned(&self) -> Option<(&Arc<planned::Tables>, u64)> {
        Some((self.planner.tables.value()?, self.planner.tables_revision))
    }

    /// Whether a newer plan is under way.
    pub const fn is_choosing(&self) -> bool {
        self.planner.is_choosing()
    }

    pub const fn has_stopped_choosing(&self) -> bool {
        self.planner.stopped
    }

    /// A panic while planning: said, and not tried again.
    pub fn has_failed_planning(&self) -> bool {
        let key = TrainedKey { results: self.results_revision, survey: self.survey_revision };
        let planner = &self.planner;
        let plan = !planner.stopped && planner.plan.has_failed(&self.plan_key());
        planner.trained.has_failed(&key) || plan
    }

    pub const fn compared_scenarios(&self) -> &[Option<String>; 2] {
        &self.planner.compared
    }

    /// What a scenario set beside makes of it, of the present name and content alone.
    pub fn other(&self, side: usize) -> Option<&Arc<Other>> {
        let name = self.planner.compared.get(side)?.as_ref()?;
        let scenario = self.project.decisions().planning.scenario(name)?;
        let found = self.planner.others.get(side)?.value()?;
        (found.scenario == *scenario).then_some(found)
    }

    /// Grows with every new scenario computed.
    pub const fn others_revision(&self) -> u64 {
        self.planner.others_revision
    }

    /// Whether needs stand on figures of respondents: copied, these have left.
    pub fn plans_on_answers(&self) -> bool {
        self.trained().is_some_and(|(trained, _)| trained.results.stands_on_answers(|_| true))
    }

    const fn plan_key(&self) -> PlanKey {
        let planning = self.decided.planning_revision;
        PlanKey { trained: self.planner.trained_revision, planning }
    }

    /// Starts what is looked at and out of date; the former stays until the newer is there.
    pub(super) fn derive_plan(&mut self) {
        if !self.planner.looked_at {
            return;
        }
        let Some(results) = self.results().map(Arc::clone) else { return };
        let key = TrainedKey { results: self.results_revision, survey: self.survey_revision };
        let survey = self.survey().map(|(view, _)| Arc::clone(view));
        let (parameters, waker) = (Arc::clone(&self.adjusted), self.waker());
        let came = self.planner.trained.update(&key, || {
            Job::spawn("balances", waker, move |_| {
                let published = survey.as_ref().and_then(|view| view.published.as_ref());
                let out = published.map(PublishedSurvey::let_out).unwrap_or_default();
                let results = Results::clone(&results);
                let results = Balanced::new(results, &out, &Supposed::default(), &parameters);
                let (verdicts, unfed) = (verdicts(&results, &parameters), to_stop(&results));
                Arc::new(Trained { results, verdicts, unfed, out })
            })
        });
        self.planner.trained_revision += u64::from(came);
        let Some(trained) = self.planner.trained.value().map(Arc::clone) else { return };
        if !self.planner.programmes {
            return;
        }
        self.derive_choice(&trained);
        self.derive_others(&trained);
        self.derive_tables(&trained);
    }

    fn derive_choice(&mut self, trained: &Arc<Trained>) {
        if self.planner.stopped {
            return;
        }
        let key = self.plan_key();
        let (planning, trained) = (Arc::clone(&self.decided.planning), Arc::clone(trained));
        let (parameters, waker) = (Arc::clone(&self.adjusted), self.waker());
        let came = self.planner.plan.update(&key, || {
            Job::spawn("plan", waker, move |control| {
                let Trained { results, verdicts, .. } = &*trained;
                Arc::new(planned_as(results, verdicts, &planning, &parameters, control))
            })
        });
        self.planner.plan_revision += u64::from(came);
    }

    fn derive_others(&mut self, trained: &Arc<Trained>) {
        let is_compared = self.planner.compared.iter().any(Option::is_some);
        if self.planner.stopped || !is_compared {
            return;
        }
        let Some(territory) = self.project.decisions().territory else { return };
        let asked = self.results_key(territory);
        if !self.results.is_current(&asked) {
            return;
        }
        // Apart, so that what a scenario is made of is gathered only where it is to be made.
        let mut others = std::mem::take(&mut self.planner.others);
        let planning = &self.project.decisions().planning;
        let mut found = 0;
        for (other, name) in others.iter_mut().zip(&self.planner.compared) {
            let scenario = name.as_ref().and_then(|name| planning.scenario(name));
            let Some(scenario) = scenario.cloned() else { continue };
            let key = OtherKey { plan: self.plan_key(), scenario };
            let came = other.update(&key, || {
                let staged = Staged {
                    request: Request { territory, year: asked.year, as_of: self.today },
                    asked: asked.clone(),
                    inputs: self.inputs(),
                    reference: Arc::clone(&self.reference),
                    stages: Arc::clone(&self.stages),
                };
                let (parameters, trained) = (Arc::clone(&self.adjusted), Arc::clone(trained));
                let of = (Arc::clone(&self.decided.planning), key.scenario.clone());
                Job::spawn("scenario", self.waker(), move |control| {
                    Arc::new(supposed(&staged, &trained, of, &parameters, control))
                })
            });
            found += u64::from(came);
        }
        self.planner.others = others;
        self.planner.others_revision += found;
    }

    fn derive_tables(&mut self, trained: &Arc<Trained>) {
        let Some(plan) = self.planner.plan.value().map(Arc::clone) else { return };
        let key = TablesKey {
            trained: self.planner.trained_revision,
            plan: self.planner.plan_revision,
            language: self.catalog.language(),
        };
        let (trained, waker) = (Arc::clone(trained), self.waker());
        let (reference, parameters) = (Arc::clone(&self.reference), Arc::clone(&self.adjusted));
        let (catalog, comparison) = (Arc::clone(&self.catalog), self.comparison());
        let survey = self.survey().map(|(view, _)| Arc::clone(view));
        let perceived = self.perceived().cloned();
        let came = self.planner.tables.update(&key, || {
            Job::spawn("tables of the plan", waker, move |_| {
                let context = Context {
                    results: &trained.results,
                    catalog: &catalog,
                    reference: &reference,
                    parameters: &parameters,
                    comparison,
                    inquiry: survey.as_deref().map(|view| &view.inquiry),
                    perceived: perceived.as_deref().map(|told| &told.perceived),
                    actions: None,
                };
                let (verdicts, unfed) = (&trained.verdicts, trained.unfed.as_slice());
                Arc::new(planned::tables(&Planned { context, verdicts, unfed, plan: &plan }))
            })
        });
        self.planner.tables_revision += u64::from(came);
    }
}

fn planned_as(
    results: &Balanced,
    verdicts: &BTreeMap<Fap, Conclusion>,
    planning: &Planning,
    parameters: &Parameters,
    control: &Control,
) -> Plan {
    let proposals = candidates(results, verdicts, parameters, planning);
    plan_while(proposals, planning, (parameters, results), &|| !control.cancelled())
}

/// Everything again where a scenario holds.
fn supposed(
    staged: &Staged,
    trained: &Trained,
    (planning, scenario): (Arc<Planning>, Scenario),
    parameters: &Parameters,
    control: &Control,
) -> Other {
    let supposed = Supposed::from(&scenario);
    let results = match staged.stage(parameters) {
        Some(stage) => stage.supposing(parameters, &supposed),
        // The files gave results a moment ago: only what is lifted would be missing.
        None => Results::clone(&trained.results),
    };
    let results = Balanced::new(results, &trained.out, &supposed, parameters);
    let verdicts = verdicts(&results, parameters);
    let planning = planning.under(&supposed);
    let plan = planned_as(&results, &verdicts, &planning, parameters, control);
    Other { scenario, planning, results, verdicts, plan }
}
