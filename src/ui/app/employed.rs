//! The headcount of a company that the user chose: held while the window is open, and nowhere else.

use crate::jobs::{Job, Outcome};
use crate::ui::app::App;
use crate::ui::employed::{self, Employed};
use std::path::PathBuf;
use std::sync::Arc;

/// Passing state.
#[derive(Default)]
pub(super) struct Held {
    chosen: Option<Arc<Employed>>,
    reading: Option<Job<employed::Read>>,
}

impl Held {
    pub(super) const fn is_busy(&self) -> bool {
        self.reading.is_some()
    }
}

impl App {
    /// The headcount chosen, else the one among the sources.
    pub(super) fn employed(&self) -> Option<Arc<Employed>> {
        let among = || self.session.inputs().iter().find_map(|input| employed::of(input));
        self.employed.chosen.clone().or_else(|| among().map(Arc::new))
    }

    /// Begins to read a headcount; another one under way is given up.
    pub fn choose_employed(&mut self, path: PathBuf) {
        let session = &self.session;
        let mappings = session.project.decisions().mappings.clone();
        let with = (Arc::clone(&session.reference), mappings);
        match employed::read(path, with, Arc::clone(&session.catalog), session.waker()) {
            Ok(job) => self.employed.reading = Some(job),
            Err(error) => self.message = Some(error.to_string()),
        }
    }

    pub(super) fn forget_employed(&mut self) {
        self.employed = Held::default();
    }

    pub(super) fn take_employed(&mut self) {
        let Some(job) = self.employed.reading.take() else { return };
        match job.poll() {
            Outcome::Running => self.employed.reading = Some(job),
            Outcome::Done(Ok(read)) => self.employed.chosen = Some(Arc::new(read)),
            Outcome::Done(Err(why)) => self.message = Some(why),
            Outcome::Failed => {
                self.message = Some(self.session.catalog.text("issue-read-panicked"));
            }
        }
    }
}
