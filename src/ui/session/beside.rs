//! What is derived beside the survey of employers: opinions of colleges, sampling errors, the
//! labels that the user learns; how far reading is, and the mapping that is asked for.

use super::Session;
use crate::analysis::disagreement::{Disagreement, disagreements};
use crate::analysis::stacking::{Pair, pairs};
use crate::jobs::{Job, Outcome};
use crate::model::Territory;
use crate::project::{Edit, Origin};
use crate::readers::ReadTable;
use crate::report::build::rules;
use crate::report::document::Table;
use crate::secrecy::journal::{Log, Release};
use crate::ui::reading::{self, Begun, Loaded};
use crate::ui::{perceptions, sampling};
use std::sync::Arc;

/// What the loaded files make together; places are those of [`Session::inputs`].
pub(super) struct Together {
    disagreements: Vec<Disagreement>,
    stacking: Vec<Pair>,
}

impl Together {
    pub(super) fn new(inputs: &[Arc<ReadTable>]) -> Self {
        Self { disagreements: disagreements(inputs), stacking: pairs(inputs) }
    }
}

impl Session {
    fn together(&self) -> Option<&Together> {
        self.together.is_current(&self.loaded_revision).then(|| self.together.value())?
    }

    /// Whether surveys that do not say their year are to be read again: as they were, before they
    /// are dated otherwise or no more.
    pub(super) fn follow_years(&mut self) -> bool {
        let years = &self.project.decisions().survey_years;
        if *years == self.survey_years {
            return false;
        }
        self.survey_years.clone_from(years);
        let mut changed = false;
        for loaded in self.loaded.values_mut().filter(|loaded| loaded.has_undated()) {
            *loaded = Loaded::Waiting;
            changed = true;
        }
        changed
    }

    /// Files that publish the same figures otherwise; places are those of [`Session::inputs`].
    pub fn disagreements(&self) -> &[Disagreement] {
        self.together().map(|found| found.disagreements.as_slice()).unwrap_or_default()
    }

    /// Series, breaks, and files set aside; places are those of [`Session::inputs`].
    pub fn stacking(&self) -> &[Pair] {
        self.together().map(|found| found.stacking.as_slice()).unwrap_or_default()
    }

    /// Fingerprint of a source as it was read.
    pub fn fingerprint(&self, origin: &Origin) -> Option<String> {
        match self.loaded.get(origin)? {
            // What could not be opened has none.
            Loaded::Read(tables) => {
                let first = tables.first().map(|table| table.fingerprint.clone());
                first.filter(|fingerprint| !fingerprint.is_empty())
            }
            _ => None,
        }
    }

    /// Name of the file being read, rows read of it, files done and files in all.
    pub fn progress(&self) -> Option<(String, u32, usize, usize)> {
        let (origin, job) = self.reading.first()?;
        let (.., rows) = job.control().progress();
        let waiting = self.loaded.values().filter(|l| matches!(l, Loaded::Waiting)).count();
        Some((origin.name(), rows, self.loaded.len() - waiting, self.loaded.len()))
    }

    /// Looks at the columns of a source; [`Session::take_mapping`] gives what they may fill.
    pub fn begin_mapping(&mut self, origin: &Origin) {
        let former = self.project.decisions().mappings.clone();
        self.peek = reading::begin_mapping(origin.clone(), former, self.waker()).ok();
    }

    /// The mapping that was asked for, once it is there.
    pub fn take_mapping(&mut self) -> Option<Begun> {
        let job = self.peek.take()?;
        match job.poll() {
            Outcome::Running => {
                self.peek = Some(job);
                None
            }
            Outcome::Done(begun) => Some(begun),
            Outcome::Failed => Some(Err("mapping-nothing")),
        }
    }

    /// Territories that can be chosen: those of the survey, and the perimeters of the project.
    pub fn territories(&self) -> Vec<(Territory, &str)> {
        let known = self.choices().map(|choices| choices.territories.as_slice());
        let known = known.unwrap_or_default().iter().map(|(place, name)| (*place, name.as_str()));
        let drawn = self.project.decisions().perimeters.iter();
        known.chain(drawn.map(|one| (one.territory(), one.name.as_str()))).collect()
    }

    /// Errors of the survey as last computed: they follow it, and nothing waits for them.
    pub(super) fn derive_errors(&mut self) {
        let Some((survey, revision)) = self.survey() else { return };
        if self.errors_wanted != Some(true) {
            return;
        }
        let survey = Arc::clone(survey);
        let (reference, catalog) = (Arc::clone(&self.reference), Arc::clone(&self.catalog));
        let waker = self.waker();
        let came = self.errors.update(&revision, || {
            Job::spawn("resampling", waker, move |control| {
                sampling::resampled(&survey, &reference, &catalog, control)
            })
        });
        if came {
            self.errors_revision += 1;
        }
    }

    /// Sampling errors of the present survey, and their revision; `None` until they are there.
    pub fn errors(&self) -> Option<(&Arc<Table>, u64)> {
        let found = self.errors.is_current(&self.survey_revision).then(|| self.errors.value())?;
        Some((found?.as_ref()?, self.errors_revision))
    }

    /// Steps done and steps in all of the sampling errors under way.
    pub fn errors_progress(&self) -> Option<(u32, u32)> {
        self.errors.progress()
    }

    /// Whether the sampling errors are wanted; `None` until somebody looks at them.
    pub const fn errors_wanted(&self) -> Option<bool> {
        self.errors_wanted
    }

    /// Computes the sampling errors again, or stops.
    pub fn resample(&mut self, wanted: bool) {
        self.errors_wanted = Some(wanted);
        self.errors.clear();
    }

    /// False while they are under way.
    pub(super) fn derive_perceptions(&mut self, inputs: &[Arc<ReadTable>]) -> bool {
        let key = perceptions::Key {
            loaded: self.loaded_revision,
            territory: self.project.decisions().territory,
            language: self.catalog.language(),
            rules: rules(self.adjusted()),
            exports: self.log.releases.len(),
        };
        let (given, territory) = (inputs.to_vec(), key.territory);
        let (parameters, catalog) = (Arc::clone(self.adjusted()), Arc::clone(&self.catalog));
        let (waker, log) = (self.waker(), Arc::clone(&self.log));
        let came = self.perceptions.update(&key, || {
            Job::spawn("perceptions", waker, move |_| {
                perceptions::told(&given, &parameters, &catalog, territory, &log)
            })
        });
        if came {
            self.perceptions_revision += 1;
        }
        self.perceptions.is_current(&key) || self.perceptions.has_failed(&key)
    }

    /// What colleges of actors say, as it may leave; `None` without two of them.
    pub fn perceived(&self) -> Option<&Arc<perceptions::Told>> {
        self.perceptions.value()?.as_ref()
    }

    /// What colleges of actors say, and its revision; `None` without two of them.
    pub fn perceptions(&self) -> Option<(&Arc<Table>, u64)> {
        Some((&self.perceived()?.table, self.perceptions_revision))
    }

    /// What leaves of respondents with the document.
    pub fn releases(&self) -> Vec<Release> {
        let survey = self.survey().and_then(|(view, _)| view.published.as_ref());
        let survey = survey.map(|published| published.release.clone());
        let colleges = self.perceived().map(|told| told.perceived.release.clone());
        survey.into_iter().chain(colleges).collect()
    }

    /// Remembers that the document has left, with the figures of respondents in it.
    pub fn released(&mut self) {
        for release in self.releases() {
            if self.log.adds(&release) {
                self.project.released(self.log.salt, release);
                self.log = Arc::new(self.project.log());
            }
        }
    }

    /// Takes what left the project by another way, as its file says; whether there was any.
    pub fn joins(&mut self, written: Option<&Log>) -> bool {
        let came = written.is_some_and(|written| self.project.joins(written));
        if came {
            self.log = Arc::new(self.project.log());
        }
        came
    }

    /// Whether what would leave now is not all remembered.
    pub fn lets_out_more(&self) -> bool {
        self.project.has_unsaved_log()
            || self.releases().iter().any(|release| self.log.adds(release))
    }

    /// Changes the project; what is decided of labels is learnt.
    pub fn apply(&mut self, edit: Edit, message: &mut Option<String>) {
        if let Edit::Labels(labels) = &edit {
            self.own.learn(&self.project.decisions().labels, labels, message);
        }
        self.project.apply(edit);
    }

    /// Takes back the last change of the project, with what was learnt of it.
    pub fn undo(&mut self, message: &mut Option<String>) {
        let undone = self.project.decisions().labels.clone();
        self.project.undo();
        self.own.unlearn(&undone, &self.project.decisions().labels, message);
    }

    /// Makes it again, learnt again.
    pub fn redo(&mut self, message: &mut Option<String>) {
        let before = self.project.decisions().labels.clone();
        self.project.redo();
        self.own.learn(&before, &self.project.decisions().labels, message);
    }
}
