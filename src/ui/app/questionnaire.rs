//! The questionnaire written, the filled ones collected.

use crate::jobs::{Job, Outcome};
use crate::ui::app::App;
use crate::ui::command::Step;
use crate::ui::kit;
use std::path::PathBuf;
use std::sync::Arc;

impl App {
    /// The questionnaire was written, or filled ones were collected.
    pub(super) fn take_questionnaire(&mut self) {
        let Some(job) = self.questionnaire.take() else { return };
        match job.poll() {
            Outcome::Running => self.questionnaire = Some(job),
            Outcome::Done(Ok(done)) => {
                self.message = Some(done.told);
                if !done.sources.is_empty() {
                    self.add(&done.sources);
                    self.step = Step::Survey;
                }
            }
            Outcome::Done(Err(error)) => self.message = Some(error),
            Outcome::Failed => {
                self.message = Some(self.session.catalog.text("window-export-failed"));
            }
        }
    }

    fn start_questionnaire(&mut self, job: std::io::Result<Job<kit::Outcome>>) {
        match job {
            Ok(job) => self.questionnaire = Some(job),
            Err(error) => self.message = Some(error.to_string()),
        }
    }

    /// Writes the questionnaire as the screen of the survey describes it.
    pub(super) fn write_questionnaire(&mut self, folder: PathBuf) {
        let (catalog, waker) = (Arc::clone(&self.session.catalog), self.session.waker());
        match self.screens.survey.kit.asked(&self.session) {
            Ok(asked) => self.start_questionnaire(kit::write(asked, folder, catalog, waker)),
            Err(sentence) => self.message = Some(sentence),
        }
    }

    pub(super) fn collect(&mut self, folder: PathBuf) {
        let (catalog, waker) = (Arc::clone(&self.session.catalog), self.session.waker());
        self.start_questionnaire(kit::gather(folder, catalog, waker));
    }
}
