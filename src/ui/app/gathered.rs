//! Files and folders enter the project: walked off the window's thread, and what is left out is
//! said as the command line says it.

use super::is_project;
use crate::files::{self, Found, Skipped};
use crate::handover::is_archive;
use crate::jobs::{Job, Outcome};
use crate::project::{Edit, Origin};
use crate::ui::app::App;
use crate::ui::command::Step;
use crate::words;
use std::path::PathBuf;

/// What was found under the paths given; why nothing was.
pub(super) type Walked = Result<Gathered, String>;

#[derive(Debug, Default)]
pub(super) struct Gathered {
    origins: Vec<Origin>,
    skipped: Skipped,
    /// Projects and archives of projects among them: neither is data.
    projects: u32,
    archives: u32,
}

fn walk(paths: &[PathBuf]) -> Walked {
    let Found { mut files, skipped } = files::find(paths).map_err(|error| error.to_string())?;
    let count = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
    let projects = count(files.extract_if(.., |path| is_project(path)).count());
    let archives = count(files.extract_if(.., |path| is_archive(path)).count());
    let origins = files.iter().map(|path| Origin::File(files::canonical(path))).collect();
    Ok(Gathered { origins, skipped, projects, archives })
}

impl App {
    /// Begins to look for the files under paths; others under way go on.
    pub(super) fn gather(&mut self, paths: &[PathBuf]) {
        let paths = paths.to_vec();
        match Job::spawn("folders", self.session.waker(), move |_| walk(&paths)) {
            Ok(job) => self.gathering.push(job),
            Err(error) => self.message = Some(error.to_string()),
        }
    }

    /// Adds what was found, in the order it was asked for.
    pub(super) fn take_gathered(&mut self) {
        for job in std::mem::take(&mut self.gathering) {
            // What was asked for later waits for what was asked for before.
            if !self.gathering.is_empty() {
                self.gathering.push(job);
                continue;
            }
            match job.poll() {
                Outcome::Running => self.gathering.push(job),
                Outcome::Done(Ok(found)) => self.add_gathered(found),
                Outcome::Done(Err(error)) => self.message = Some(error),
                Outcome::Failed => {
                    self.message = Some(self.session.catalog.text("issue-read-panicked"));
                }
            }
        }
    }

    fn add_gathered(&mut self, found: Gathered) {
        let Gathered { origins, skipped, projects, archives } = found;
        let catalog = &self.session.catalog;
        let mut told: Vec<String> = Vec::new();
        if projects > 0 {
            told.push(catalog.with("project-alone", &[("count", projects.into())]));
        }
        if archives > 0 {
            told.push(catalog.text("archive-alone"));
        }
        told.extend(words::left_out(&skipped, catalog));
        if origins.is_empty() && told.is_empty() {
            told.push(catalog.text("sources-nothing-found"));
        }
        if !told.is_empty() {
            self.message = Some(told.join("\n"));
        }
        if !origins.is_empty() {
            self.session.project.apply(Edit::AddSources(origins));
        }
        self.step = Step::Sources;
    }
}
