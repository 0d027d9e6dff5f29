//! Financing devices of the user enter the project: their file is read off the window's thread.

use crate::files;
use crate::jobs::{Job, Outcome};
use crate::model::planning::{OwnDevices, Planning};
use crate::project::Edit;
use crate::ui::app::App;
use crate::words::funding::device_fault;
use std::path::Path;
use std::sync::Arc;

/// Bytes of a file of devices, at most.
const MOST_BYTES: u64 = 1024 * 1024;

/// The devices, as written; why there are none.
pub(super) type Read = Result<OwnDevices, String>;

impl App {
    /// Begins to read a file of devices; another one under way is given up.
    pub fn add_devices(&mut self, path: &Path) {
        let (path, catalog) = (path.to_owned(), Arc::clone(&self.session.catalog));
        let parameters = Arc::clone(&self.session.parameters);
        let job = Job::spawn("devices", self.session.waker(), move |_| {
            let bytes = files::read(&path, MOST_BYTES).map_err(|error| error.to_string())?;
            let file = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
            let text = String::from_utf8_lossy(&bytes).into_owned();
            let own = OwnDevices { file, text };
            match parameters.with_own(&own) {
                Ok(_) => Ok(own),
                Err(error) => Err(device_fault(&error, &own.file, &catalog)),
            }
        });
        match job {
            Ok(job) => self.devices = Some(job),
            Err(error) => self.message = Some(error.to_string()),
        }
    }

    /// A file of devices was read: nothing of a faulty one is taken, and its fault is told.
    pub(super) fn take_devices(&mut self) {
        let Some(job) = self.devices.take() else { return };
        match job.poll() {
            Outcome::Running => self.devices = Some(job),
            Outcome::Done(Ok(own)) => {
                let planning = self.session.project.decisions().planning.clone();
                let planning = Planning { devices: Some(own), ..planning };
                self.session.project.apply(Edit::Planning(Box::new(planning)));
            }
            Outcome::Done(Err(why)) => self.message = Some(why),
            Outcome::Failed => {
                self.message = Some(self.session.catalog.text("issue-read-panicked"));
            }
        }
    }
}
