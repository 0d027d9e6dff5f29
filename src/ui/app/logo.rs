//! The logo of documents: looked at off the window's thread before the project names it, and never
//! written.

use crate::files;
use crate::jobs::{Job, Outcome};
use crate::outputs::MOST_LOGO;
use crate::project::Edit;
use crate::report::docx::logo_points;
use crate::ui::app::App;
use std::path::PathBuf;
use std::sync::Arc;

/// A file that serves as a logo; why it does not.
pub(super) type Read = Result<PathBuf, String>;

impl App {
    /// Begins to look at a logo; another one under way is given up.
    pub fn choose_logo(&mut self, path: PathBuf) {
        let catalog = Arc::clone(&self.session.catalog);
        let job = Job::spawn("logo", self.session.waker(), move |_| {
            let path = files::canonical(&path);
            let shown = path.display().to_string();
            let bytes = files::read(&path, MOST_LOGO)
                .map_err(|error| catalog.file(error.id(), &error.source.to_string(), &shown))?;
            match logo_points(&bytes) {
                Ok(_) => Ok(path),
                Err(_) => Err(catalog.with("dress-logo-bad", &[("path", (&shown).into())])),
            }
        });
        match job {
            Ok(job) => self.logo = Some(job),
            Err(error) => self.message = Some(error.to_string()),
        }
    }

    pub(super) fn take_logo(&mut self) {
        let Some(job) = self.logo.take() else { return };
        match job.poll() {
            Outcome::Running => self.logo = Some(job),
            Outcome::Done(Ok(path)) => {
                let mut papers = self.session.project.decisions().papers.clone();
                papers.dress.logo = Some(path);
                self.session.project.apply(Edit::Papers(papers));
            }
            Outcome::Done(Err(why)) => self.message = Some(why),
            Outcome::Failed => {
                self.message = Some(self.session.catalog.text("issue-read-panicked"));
            }
        }
    }
}
