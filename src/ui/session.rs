//! What the window shows: the project, its sources as read, and what is derived from them.
//! Draws nothing.

mod atlas;
mod beside;
mod decided;
mod method;
mod origin;
mod papers;
pub mod planning;
mod seen;
mod stages;
pub mod whole;

use crate::analysis::compare::compare;
use crate::analysis::shift::{Shift, shifts};
use crate::analysis::{AnalysisError, Request, Results, Stage, territories, years};
use crate::i18n::Catalog;
use crate::inquiry;
use crate::jobs::{Derived, Job, Outcome};
use crate::loading::Kept;
use crate::matching::corrections::Links;
use crate::matching::label::dictionary::Dictionary;
use crate::model::adjust::Adjustments;
use crate::model::planning::OwnDevices;
use crate::model::{Benchmark, Date, Kind, Language, Perimeter, Reason, Territory};
use crate::project::{Origin, Project, Weighting, preferred_first};
use crate::readers::ReadTable;
use crate::readers::mapping::Mapping;
use crate::reference::Reference;
use crate::reference::params::Parameters;
use crate::report::build::{Comparison, Context, document, rules};
use crate::report::document::{Document, Table};
use crate::secrecy::journal::Log;
use crate::ui::maps::{Given, Maps};
use crate::ui::own::Own;
use crate::ui::perceptions;
use crate::ui::reading::{self, Begun, Loaded};
use crate::ui::session::stages::{StageKey, Stages};
use crate::ui::survey::{self, SurveyView};
use std::collections::BTreeMap;
use std::sync::Arc;

/// Called from any thread when something is ready.
pub type Wake = Arc<dyn Fn() + Send + Sync>;

#[derive(Clone, Debug, PartialEq, Eq)]
struct ResultsKey {
    loaded: u64,
    territory: Territory,
    year: Option<u16>,
    method: Adjustments,
    devices: Option<OwnDevices>,
    perimeters: Vec<Perimeter>,
    benchmarks: Vec<Benchmark>,
    links: Links,
    weighting: Weighting,
    labels: Dictionary,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct DocumentKey {
    results: u64,
    survey: u64,
    perceptions: u64,
    language: Language,
    comparison: Comparison,
}

impl ResultsKey {
    fn stage(&self) -> StageKey {
        let Self { loaded, territory, year, weighting, .. } = *self;
        let Self { perimeters, links, labels, .. } = self.clone();
        StageKey { loaded, territory, year, perimeters, links, weighting, labels }
    }
}

/// Territories and years that can be chosen.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Choices {
    pub territories: Vec<(Territory, String)>,
    pub years: Vec<u16>,
}

/// Results, and what the user's settings of the method change in them.
struct Analysis {
    results: Arc<Results>,
    shifts: Vec<Shift>,
}

type Analysed = Result<Analysis, AnalysisError>;

pub struct Session {
    pub project: Project,
    pub catalog: Arc<Catalog>,
    pub reference: Arc<Reference>,
    /// The method as it comes.
    pub parameters: Arc<Parameters>,
    /// Settings under the user's hand, not decided yet.
    trial: Option<Adjustments>,
    /// The method with the user's settings.
    adjusted: Arc<Parameters>,
    pub today: Date,
    wake: Wake,
    loaded: BTreeMap<Origin, Loaded>,
    /// Grows whenever the tables at hand change.
    loaded_revision: u64,
    /// Project revision that `loaded` was made for.
    seen: Option<u64>,
    decided: decided::Decided,
    /// Mappings that `loaded` was read with.
    mapped: Vec<Mapping>,
    /// Contents preferred when the results were asked for.
    preferred: Vec<String>,
    /// Years of surveys that do not say theirs, as `loaded` has them.
    survey_years: BTreeMap<String, u16>,
    /// A source whose columns are about to be mapped.
    peek: Option<Job<Begun>>,
    /// Several at a time, one for each core.
    reading: Vec<(Origin, Job<Loaded>)>,
    /// Where tables that were read are kept.
    pub kept: Kept,
    /// The labels decided in any project.
    pub own: Own,
    choices: Derived<u64, Choices>,
    together: Derived<u64, beside::Together>,
    stages: Arc<Stages>,
    results: Derived<ResultsKey, Analysed>,
    /// Grows with every new result.
    results_revision: u64,
    document: Derived<DocumentKey, Arc<Document>>,
    document_revision: u64,
    survey: Derived<survey::Key, Option<Arc<SurveyView>>>,
    survey_revision: u64,
    atlases: atlas::Atlases,
    perceptions: Derived<perceptions::Key, Option<Arc<perceptions::Told>>>,
    perceptions_revision: u64,
    /// Sampling errors, by revision of the survey.
    errors: Derived<u64, Option<Arc<Table>>>,
    errors_revision: u64,
    /// Computed once looked at; `Some(false)`: the user stopped them.
    errors_wanted: Option<bool>,
    /// What has left the project, under the salt that it will be saved with.
    log: Arc<Log>,
    pub maps: Maps,
    planner: planning::Planner,
    desks: papers::Desks,
}

/// Whether a source would be read otherwise with other mappings.
fn depends_on_mappings(loaded: &Loaded) -> bool {
    let Loaded::Read(tables) = loaded else { return false };
    tables.iter().any(|table| {
        table.kind == Kind::Unknown
            || table.reasons.iter().any(|reason| matches!(reason, Reason::Mapped { .. }))
    })
}

impl Session {
    pub fn new(
        catalog: Arc<Catalog>,
        reference: Arc<Reference>,
        parameters: Arc<Parameters>,
        today: Date,
        wake: Wake,
    ) -> Self {
        let project = Project::default();
        let log = Arc::new(project.log());
        Self {
            project,
            catalog,
            reference,
            adjusted: Arc::clone(&parameters),
            parameters,
            trial: None,
            today,
            wake,
            loaded: BTreeMap::new(),
            loaded_revision: 0,
            seen: None,
            decided: decided::Decided::default(),
            mapped: Vec::new(),
            preferred: Vec::new(),
            survey_years: BTreeMap::new(),
            peek: None,
            reading: Vec::new(),
            kept: Kept::default(),
            own: Own::default(),
            choices: Derived::default(),
            together: Derived::default(),
            stages: Arc::default(),
            results: Derived::default(),
            results_revision: 0,
            document: Derived::default(),
            document_revision: 0,
            survey: Derived::default(),
            survey_revision: 0,
            atlases: atlas::Atlases::default(),
            perceptions: Derived::default(),
            perceptions_revision: 0,
            errors: Derived::default(),
            errors_revision: 0,
            errors_wanted: None,
            log,
            maps: Maps::default(),
            planner: planning::Planner::default(),
            desks: papers::Desks::default(),
        }
    }

    pub fn set_wake(&mut self, wake: Wake) {
        self.wake = wake;
    }

    pub fn waker(&self) -> impl Fn() + Send + 'static {
        let wake = Arc::clone(&self.wake);
        move || wake()
    }

    /// Another project: what was read of the former one is forgotten.
    pub fn open(&mut self, project: Project) {
        self.log = Arc::new(project.log());
        self.project = project;
        self.own.close();
        self.trial = None;
        self.loaded.clear();
        self.loaded_revision += 1;
        self.reading.clear();
        self.seen = None;
        self.mapped.clear();
        self.peek = None;
        self.choices.clear();
        self.together.clear();
        self.stages.clear();
        self.results.clear();
        self.document.clear();
        self.survey.clear();
        self.atlases = atlas::Atlases::default();
        self.perceptions.clear();
        self.errors.clear();
        self.errors_wanted = None;
        self.maps.clear();
        self.planner = planning::Planner::default();
        self.desks = papers::Desks::default();
    }

    /// Takes what is finished, starts what is needed. Once per frame.
    pub fn update(&mut self) {
        self.take_reading();
        self.follow_project();
        self.start_reading();
        if self.is_reading() {
            return;
        }
        self.derive();
    }

    fn take_reading(&mut self) {
        for (origin, job) in std::mem::take(&mut self.reading) {
            let loaded = match job.poll() {
                Outcome::Running => {
                    self.reading.push((origin, job));
                    continue;
                }
                Outcome::Done(loaded) => loaded,
                Outcome::Failed => Loaded::Refused(self.catalog.text("issue-read-panicked")),
            };
            // A source taken away meanwhile stays away.
            if let Some(known) = self.loaded.get_mut(&origin) {
                *known = loaded.dated(&self.survey_years);
                self.loaded_revision += 1;
            }
        }
    }

    fn follow_project(&mut self) {
        if self.has_seen_project() {
            return;
        }
        self.seen = Some(self.project.revision());
        self.trial = None;
        self.adjusted = Arc::new(self.adjusted_to(self.method()));
        let sources = &self.project.decisions().sources;
        let before = self.loaded.len();
        self.loaded.retain(|origin, _| sources.iter().any(|source| source.origin == *origin));
        let mut changed = self.loaded.len() != before;
        for source in sources {
            self.loaded.entry(source.origin.clone()).or_insert_with(|| {
                changed = true;
                Loaded::Waiting
            });
        }
        let decisions = self.project.decisions();
        self.decided.follow(decisions);
        let preferred = &decisions.preferred;
        if *preferred != self.preferred {
            self.preferred.clone_from(preferred);
            changed = true;
        }
        changed |= self.follow_years();
        let mappings = &self.project.decisions().mappings;
        if *mappings != self.mapped {
            self.mapped.clone_from(mappings);
            for loaded in self.loaded.values_mut().filter(|loaded| depends_on_mappings(loaded)) {
                *loaded = Loaded::Waiting;
                changed = true;
            }
            // What is being read was begun with the former mappings.
            self.reading.clear();
        }
        if changed {
            self.loaded_revision += 1;
        }
        let loaded = &self.loaded;
        self.reading.retain(|(origin, _)| loaded.contains_key(origin));
    }

    fn start_reading(&mut self) {
        let cores = std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
        while self.reading.len() < cores {
            let under_way = |origin: &Origin| self.reading.iter().any(|(read, _)| read == origin);
            let sources = self.project.decisions().sources.iter().map(|source| &source.origin);
            let mut waiting = sources.filter(|origin| {
                matches!(self.loaded.get(origin), Some(Loaded::Waiting)) && !under_way(origin)
            });
            let Some(origin) = waiting.next().cloned() else { return };
            let reference = Arc::clone(&self.reference);
            let (mappings, kept) = (self.mapped.clone(), self.kept.clone());
            match reading::start(origin.clone(), reference, mappings, kept, self.waker()) {
                Ok(job) => self.reading.push((origin, job)),
                Err(error) => {
                    self.loaded.insert(origin, Loaded::Refused(error.to_string()));
                    self.loaded_revision += 1;
                }
            }
        }
    }

    fn derive(&mut self) {
        let inputs = self.inputs();
        let waker = self.waker();
        let (given, reference) = (inputs.clone(), Arc::clone(&self.reference));
        self.choices.update(&self.loaded_revision, || {
            Job::spawn("choices", waker, move |_| Choices {
                territories: territories(&given, &reference),
                years: years(&given),
            })
        });
        let (given, waker) = (inputs.clone(), self.waker());
        self.together.update(&self.loaded_revision, || {
            Job::spawn("together", waker, move |_| beside::Together::new(&given))
        });
        let surveyed = [self.derive_survey(&inputs), self.derive_perceptions(&inputs)];
        self.derive_atlas();
        let given = Given {
            loaded: self.loaded_revision,
            inputs: &inputs,
            reference: &self.reference,
            parameters: &self.adjusted,
            method: self.trial.as_ref().unwrap_or(&self.project.decisions().method),
        };
        let wake = &self.wake;
        self.maps.update(&given, || {
            let wake = Arc::clone(wake);
            move || wake()
        });
        let Some(territory) = self.project.decisions().territory else { return };
        let key = self.results_key(territory);
        let asked = key.clone();
        let (reference, method) = (Arc::clone(&self.reference), Arc::clone(&self.parameters));
        let changed = !key.method.is_empty() || key.devices.is_some();
        let adjusted = changed.then(|| Arc::clone(&self.adjusted));
        let stages = Arc::clone(&self.stages);
        let request = Request { territory, year: key.year, as_of: self.today };
        let waker = self.waker();
        let came = self.results.update(&key, || {
            Job::spawn("analysis", waker, move |_| {
                let reference = reference.with_perimeters(&asked.perimeters);
                let results = |parameters: &Parameters| {
                    let make = || {
                        let links = &asked.links;
                        let stage =
                            Stage::corrected(&inputs, &reference, parameters, &request, links)?;
                        Ok(inquiry::with_survey(stage, asked.weighting, &asked.labels))
                    };
                    let stage = stages.stage(&asked.stage(), parameters, make)?;
                    Ok::<_, AnalysisError>(stage.results(parameters))
                };
                let as_it_comes = results(&method)?;
                let (mut results, shifts) = match &adjusted {
                    None => (as_it_comes, Vec::new()),
                    Some(adjusted) => {
                        let results = results(adjusted)?;
                        let shifts = shifts(&as_it_comes, &results);
                        (results, shifts)
                    }
                };
                let parameters = adjusted.as_ref().unwrap_or(&method);
                let benchmarks = &asked.benchmarks;
                results.comparisons =
                    compare(&inputs, &reference, parameters, &results, benchmarks);
                Ok(Analysis { results: Arc::new(results), shifts })
            })
        });
        if came {
            self.results_revision += 1;
        }
        let Some(Ok(Analysis { results, .. })) = self.results.value() else { return };
        if surveyed.contains(&false) {
            return;
        }
        let survey = self.survey.value().cloned().flatten();
        let perceived = self.perceived().cloned();
        let key = self.document_key();
        let (results, catalog) = (Arc::clone(results), Arc::clone(&self.catalog));
        let (reference, parameters) = (Arc::clone(&self.reference), Arc::clone(&self.adjusted));
        let comparison = key.comparison;
        let waker = self.waker();
        let came = self.document.update(&key, || {
            Job::spawn("document", waker, move |_| {
                let context = Context {
                    results: &results,
                    catalog: &catalog,
                    reference: &reference,
                    parameters: &parameters,
                    comparison,
                    inquiry: survey.as_deref().map(|view| &view.inquiry),
                    perceived: perceived.as_deref().map(|told| &told.perceived),
                    actions: None,
                };
                Arc::new(document(&context))
            })
        });
        if came {
            self.document_revision += 1;
        }
        self.derive_plan();
        self.derive_papers();
    }

    /// What the results depend on.
    fn results_key(&self, territory: Territory) -> ResultsKey {
        let decisions = self.project.decisions();
        ResultsKey {
            loaded: self.loaded_revision,
            territory,
            year: decisions.year,
            perimeters: decisions.perimeters.clone(),
            benchmarks: decisions.benchmarks.clone(),
            method: self.method().clone(),
            devices: decisions.planning.devices.clone(),
            links: decisions.links.clone(),
            weighting: decisions.weighting,
            labels: decisions.labels.clone(),
        }
    }

    /// The own survey needs no published file: it is computed beside the analysis.
    /// False while it is under way.
    fn derive_survey(&mut self, inputs: &[Arc<ReadTable>]) -> bool {
        let decisions = self.project.decisions();
        let key = survey::Key {
            loaded: self.loaded_revision,
            territory: decisions.territory,
            labels: decisions.labels.clone(),
            own: Arc::clone(&self.own.dictionary),
            weighting: decisions.weighting,
            groups: decisions.groups.clone(),
            language: self.catalog.language(),
            year: decisions.year,
            rules: rules(self.adjusted()),
            exports: self.log.releases.len(),
        };
        let (given, asked) = (inputs.to_vec(), key.clone());
        let perimeters = decisions.perimeters.clone();
        let (reference, parameters) = (Arc::clone(&self.reference), Arc::clone(self.adjusted()));
        let (catalog, waker) = (Arc::clone(&self.catalog), self.waker());
        let log = Arc::clone(&self.log);
        let came = self.survey.update(&key, || {
            Job::spawn("survey", waker, move |_| {
                let reference = reference.with_perimeters(&perimeters);
                survey::view(&given, &reference, &parameters, &catalog, &asked, &log)
            })
        });
        if came {
            self.survey_revision += 1;
        }
        self.derive_errors();
        self.survey.is_current(&key) || self.survey.has_failed(&key)
    }

    /// The survey as last computed, and its revision; `None` without one.
    pub fn survey(&self) -> Option<(&Arc<SurveyView>, u64)> {
        let found = self.survey.value()?.as_ref()?;
        Some((found, self.survey_revision))
    }

    /// Whether the document is the one of the present decisions, so that it may leave.
    pub fn is_settled(&self) -> bool {
        !self.is_busy() && self.document.is_current(&self.document_key())
    }

    /// What the document depends on.
    fn document_key(&self) -> DocumentKey {
        DocumentKey {
            results: self.results_revision,
            survey: self.survey_revision,
            perceptions: self.perceptions_revision,
            language: self.catalog.language(),
            comparison: self.comparison(),
        }
    }

    /// The tables read, those of preferred contents first, then in the order of the sources.
    pub fn inputs(&self) -> Vec<Arc<ReadTable>> {
        let sources = self.project.decisions().sources.iter();
        let mut inputs: Vec<_> = sources
            .filter_map(|source| match self.loaded.get(&source.origin) {
                Some(Loaded::Read(tables)) => Some(tables.iter().cloned()),
                _ => None,
            })
            .flatten()
            .collect();
        preferred_first(&mut inputs, &self.project.decisions().preferred);
        inputs
    }

    pub fn loaded(&self, origin: &Origin) -> Option<&Loaded> {
        self.loaded.get(origin)
    }

    pub fn is_reading(&self) -> bool {
        !self.reading.is_empty()
    }

    /// Something is under way: reading, analysis or document.
    pub fn is_busy(&self) -> bool {
        self.is_reading()
            || self.peek.is_some()
            || self.choices.is_running()
            || self.together.is_running()
            || self.results.is_running()
            || self.document.is_running()
            || self.survey.is_running()
            || self.atlases.is_running()
            || self.perceptions.is_running()
            || self.errors.is_running()
            || self.maps.is_running()
            || self.planner.is_running()
            || self.desks.is_running()
    }

    /// Stops reading; the files not read yet stay in the list, to be read again on demand.
    pub fn cancel_reading(&mut self) {
        self.reading.clear();
        for loaded in self.loaded.values_mut() {
            if matches!(loaded, Loaded::Waiting) {
                *loaded = Loaded::Cancelled;
            }
        }
        self.loaded_revision += 1;
    }

    pub fn read_again(&mut self, origin: &Origin) {
        if let Some(loaded) = self.loaded.get_mut(origin) {
            *loaded = Loaded::Waiting;
            self.loaded_revision += 1;
        }
    }
}
