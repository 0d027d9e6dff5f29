//! What is derived beside the survey of employers: opinions of colleges, sampling errors, the
//! labels that the user learns.

use super::Session;
use crate::jobs::Job;
use crate::project::Edit;
use crate::readers::ReadTable;
use crate::report::document::Table;
use crate::ui::{perceptions, sampling};
use std::sync::Arc;

impl Session {
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

    pub(super) fn derive_perceptions(&mut self, inputs: &[Arc<ReadTable>]) {
        let key = perceptions::Key {
            loaded: self.loaded_revision,
            territory: self.project.decisions().territory,
            language: self.catalog.language(),
        };
        let (given, territory) = (inputs.to_vec(), key.territory);
        let (parameters, catalog) = (Arc::clone(&self.parameters), Arc::clone(&self.catalog));
        let waker = self.waker();
        let came = self.perceptions.update(&key, || {
            Job::spawn("perceptions", waker, move |_| {
                perceptions::perceived(&given, &parameters, &catalog, territory)
            })
        });
        if came {
            self.perceptions_revision += 1;
        }
    }

    /// What colleges of actors say, and its revision; `None` without two of them.
    pub fn perceptions(&self) -> Option<(&Arc<Table>, u64)> {
        let found = self.perceptions.value()?.as_ref()?;
        Some((found, self.perceptions_revision))
    }

    /// Changes the project; what is decided of labels is learnt.
    pub fn apply(&mut self, edit: Edit, message: &mut Option<String>) {
        if let Edit::Labels(labels) = &edit {
            self.own.learn(&self.project.decisions().labels, labels, message);
        }
        self.project.apply(edit);
    }
}
