//! Before anything is exported: whether the files are still what was read of them. One that changed
//! is read again, and said; nothing of the former content leaves unsaid.

use crate::jobs::{Job, Outcome};
use crate::loading;
use crate::project::Origin;
use crate::ui::app::App;
use crate::ui::command::Command;
use std::collections::BTreeSet;
use std::path::PathBuf;

/// What waits for the files to be looked at.
pub(super) struct Looking {
    job: Job<Vec<PathBuf>>,
    command: Command,
}

impl App {
    /// An export, once its files are known to be what was read. Where nothing is to be looked at, at
    /// once.
    pub(super) fn leave_fresh(&mut self, command: Command) {
        if self.looking.is_some() || !self.announced(&command) {
            return;
        }
        let sources = self.session.project.decisions().sources.iter();
        let read = sources.filter_map(|source| match &source.origin {
            Origin::File(path) => Some((path.clone(), self.session.fingerprint(&source.origin)?)),
            Origin::Sample(_) => None,
        });
        let read: Vec<(PathBuf, String)> = read.collect();
        if read.is_empty() {
            self.leave(command);
            return;
        }
        let job = Job::spawn("files looked at", self.session.waker(), move |control| {
            let is_other = |(path, known): &(PathBuf, String)| {
                // What cannot be read now was read all the same: it is not known to be another.
                let found = loading::content(path, &|| control.cancelled());
                found.is_ok_and(|found| found != *known)
            };
            read.into_iter().filter(is_other).map(|(path, _)| path).collect()
        });
        match job {
            Ok(job) => self.looking = Some(Looking { job, command }),
            Err(error) => self.message = Some(error.to_string()),
        }
    }

    /// Takes what was looked at. Once per frame.
    pub(super) fn take_looking(&mut self) {
        let Some(Looking { job, command }) = self.looking.take() else { return };
        match job.poll() {
            Outcome::Running => self.looking = Some(Looking { job, command }),
            Outcome::Done(changed) if changed.is_empty() => self.leave(command),
            Outcome::Done(changed) => {
                let names: Vec<String> =
                    changed.iter().map(|path| Origin::File(path.clone()).name()).collect();
                for path in changed {
                    self.session.read_again(&Origin::File(path));
                }
                let list = names.join(&self.session.catalog.text("list-separator"));
                let of = [("files", (&list).into())];
                self.message = Some(self.session.catalog.with("export-file-changed", &of));
            }
            Outcome::Failed => {
                self.message = Some(self.session.catalog.text("window-export-failed"));
            }
        }
    }

    /// Pictures are written from screens that do not say which sources are no longer those that
    /// were saved: it is said once, and done when it is asked for again.
    fn announced(&mut self, command: &Command) -> bool {
        if matches!(command, Command::Export(_)) {
            return true;
        }
        let changed: BTreeSet<String> = self.session.changed_sources().into_iter().collect();
        if changed.is_subset(&self.told_changed) {
            return true;
        }
        let told = changed
            .iter()
            .map(|file| self.session.catalog.with("report-changed", &[("file", file.into())]));
        let again = self.session.catalog.text("picture-again");
        self.message = Some(told.chain([again]).collect::<Vec<_>>().join("\n"));
        self.told_changed = changed;
        false
    }

    fn leave(&mut self, command: Command) {
        match command {
            Command::Export(order) => self.export(order),
            Command::MapTo(path) => self.write_map(&path),
            Command::ChartTo(kind, code, path) => self.write_chart(kind, code, path),
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::files;
    use crate::model::Language;
    use crate::report::chart::Kind;
    use crate::sample;
    use crate::ui::Opening;
    use crate::ui::app::pictures::tests::settle;
    use egui::Context;

    /// The file of the day before is still in the window when it is replaced on the disk.
    #[test]
    fn a_file_that_changed_since_it_was_read_is_read_again_before_it_leaves() {
        let folder = tempfile::tempdir().unwrap();
        let today = "2026-11-24".parse().unwrap();
        for (name, bytes) in sample::FILES {
            files::write_atomic(&folder.path().join(name), bytes, false).unwrap();
        }
        let language = Some(Language::French);
        let opening =
            Opening { files: vec![folder.path().to_owned()], demo: false, language, today };
        let (mut app, ctx) = (App::with_folder(opening, None).unwrap(), Context::default());
        settle(&mut app, &ctx);
        let territory = sample::TERRITORY.parse().unwrap();
        app.run(&ctx, Command::Do(crate::project::Edit::Territory(territory)));
        settle(&mut app, &ctx);
        let picture = folder.path().join("sortie").join("a.svg");
        let chart = |app: &mut App| {
            app.message = None;
            app.run(&ctx, Command::ChartTo(Kind::Intervals, None, picture.clone()));
            settle(app, &ctx);
            app.message.take().unwrap_or_default()
        };
        let offers = folder.path().join("offres_locales_fictif.csv");
        let mut bytes = files::read(&offers, 1 << 20).unwrap();
        bytes.extend_from_slice(b"\r\n");
        files::write_atomic(&offers, &bytes, true).unwrap();
        let told = chart(&mut app);
        assert!(told.contains("offres_locales_fictif.csv"), "{told}");
        assert!(!files::exists(&picture), "nothing has left");
        let told = chart(&mut app);
        assert!(told.contains("a.svg") && files::exists(&picture), "{told}");
    }
}
