//! A perimeter of communes enters the project: its file is read off the window's thread.

use crate::analysis::with_lists;
use crate::files;
use crate::jobs::{Job, Outcome};
use crate::model::Perimeter;
use crate::project::Edit;
use crate::reference::perimeter::{Unread, parse};
use crate::ui::app::App;
use crate::words;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// Bytes of a list of communes, at most.
const MAX_LIST: u64 = 16 * 1024 * 1024;

/// A perimeter with the lines that name no commune; why there is none.
pub(super) type Read = Result<(PathBuf, Perimeter, Vec<Unread>), Fault>;

#[derive(Debug)]
pub(super) enum Fault {
    File(String),
    Empty(PathBuf),
}

impl App {
    /// Begins to read a list of communes; another one under way is given up.
    pub fn add_perimeter(&mut self, path: &Path) {
        let path = path.to_owned();
        let (inputs, reference) = (self.session.inputs(), Arc::clone(&self.session.reference));
        let job = Job::spawn("perimeter", self.session.waker(), move |_| {
            let bytes = files::read(&path, MAX_LIST).map_err(|e| Fault::File(e.to_string()))?;
            let name = path.file_stem().unwrap_or(path.as_os_str()).to_string_lossy();
            let lists = with_lists(&inputs, &reference);
            match parse(&name, &String::from_utf8_lossy(&bytes), &lists) {
                Some((perimeter, unread)) => Ok((path, perimeter, unread)),
                None => Err(Fault::Empty(path)),
            }
        });
        match job {
            Ok(job) => self.perimeter = Some(job),
            Err(error) => self.message = Some(error.to_string()),
        }
    }

    /// A list of communes was read; what could not be read of it is told.
    pub(super) fn take_perimeter(&mut self) {
        let Some(job) = self.perimeter.take() else { return };
        let catalog = &self.session.catalog;
        let shown = |path: &Path| path.display().to_string();
        match job.poll() {
            Outcome::Running => self.perimeter = Some(job),
            Outcome::Done(Ok((path, perimeter, unread))) => {
                self.message = words::unread_perimeter(&shown(&path), &unread, catalog);
                self.session.project.apply(Edit::AddPerimeter(perimeter));
            }
            Outcome::Done(Err(Fault::Empty(path))) => {
                let path = shown(&path);
                let args = [("path", (&path).into())];
                self.message = Some(catalog.with("error-perimeter-empty", &args));
            }
            Outcome::Done(Err(Fault::File(error))) => self.message = Some(error),
            Outcome::Failed => self.message = Some(catalog.text("issue-read-panicked")),
        }
    }
}
