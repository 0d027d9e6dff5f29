//! What leaves the project is remembered in it at once: a memory that waits for the user to save
//! would be lost with the window, and the next export could then give away the difference.

use crate::jobs::{Job, Outcome};
use crate::outputs::File;
use crate::project::Decisions;
use crate::report::provenance::Provenance;
use crate::secrecy::journal::Release;
use crate::ui::app::App;
use crate::ui::app::disk::Content;
use crate::ui::command::Step;
use crate::ui::desk::{self, Bytes, Order};
use crate::ui::export::Written;
use std::path::PathBuf;
use std::sync::Arc;

/// An export under way.
pub(super) enum Export {
    /// What it lets out of respondents, and where it is to be written.
    Making {
        job: Job<Bytes>,
        releases: Vec<Release>,
        folder: PathBuf,
    },
    Writing(Job<Written>),
}

impl Export {
    pub(super) fn progress(&self) -> (u32, u32, u32) {
        match self {
            Self::Making { job, .. } => job.control().progress(),
            Self::Writing(job) => job.control().progress(),
        }
    }
}

impl App {
    /// Remembers the export under way, in the project and in its file.
    /// False when the project cannot be written: nothing is to leave then.
    pub(super) fn remember_export(&mut self) -> bool {
        if !self.session.lets_out_more() {
            return true;
        }
        let Some(path) = self.session.project.path.clone() else {
            self.session.released();
            return true;
        };
        // What left by another way meanwhile is known first: what leaves now is decided with it.
        let found = self.look_at_file(&path);
        if found.came {
            self.message = Some(self.session.catalog.text("window-memory-first"));
            return false;
        }
        // Only the memory of exports is added: what the user has not saved stays unsaved, and what
        // another program saved stays saved.
        let decisions = match found.content {
            Content::Unreadable => {
                self.message = Some(self.session.catalog.text("window-file-unreadable"));
                return false;
            }
            Content::Other(decisions) => *decisions,
            Content::Known => self.with_fingerprints(self.session.project.saved().clone()),
        };
        self.session.released();
        match self.write_project(&path, &decisions) {
            Ok(known) => {
                if !found.is_other {
                    self.known = Some(known);
                }
                self.session.project.mark_log_saved();
                true
            }
            Err(error) => {
                self.message = Some(error);
                false
            }
        }
    }

    /// Documents and files of figures, as they are looked at: made, then remembered, then written.
    pub(super) fn export(&mut self, order: Order) {
        self.written = None;
        if !self.session.may_export() || self.export.is_some() {
            return;
        }
        let Some(desk) = self.session.desk().map(|(desk, _)| Arc::clone(desk)) else { return };
        let papers = self.session.project.decisions().papers.clone();
        let (protected, folder) = (self.session.protected(), order.folder.clone());
        let releases = desk.releases();
        match desk::make(desk, papers, order, protected, self.session.waker()) {
            Ok(job) => self.export = Some(Export::Making { job, releases, folder }),
            Err(error) => self.message = Some(error.to_string()),
        }
    }

    pub(super) fn take_export(&mut self) {
        match self.export.take() {
            Some(Export::Making { job, releases, folder }) => match job.poll() {
                Outcome::Running => self.export = Some(Export::Making { job, releases, folder }),
                Outcome::Done(Ok(made)) => self.let_out(made, &releases, folder),
                Outcome::Done(Err(error)) => self.message = Some(error),
                Outcome::Failed => self.export_failed(),
            },
            Some(Export::Writing(job)) => match job.poll() {
                Outcome::Running => self.export = Some(Export::Writing(job)),
                Outcome::Done(Ok(paths)) => {
                    let names = paths.iter().map(|path| path.display().to_string());
                    self.written = Some(names.collect());
                }
                Outcome::Done(Err(error)) => self.message = Some(error),
                Outcome::Failed => self.export_failed(),
            },
            None => {}
        }
    }

    fn export_failed(&mut self) {
        self.message = Some(self.session.catalog.text("window-export-failed"));
    }

    /// Writes what was made once it is remembered, provided that the same would leave now: what was
    /// decided meanwhile may have told something else.
    fn let_out(&mut self, made: Vec<File>, releases: &[Release], folder: PathBuf) {
        if self.session.releases() != releases {
            self.message = Some(self.session.catalog.text("window-export-changed"));
            return;
        }
        if !self.remember_export() {
            return;
        }
        let (protected, catalog) = (self.session.protected(), Arc::clone(&self.session.catalog));
        match desk::write(made, folder, protected, catalog, self.session.waker()) {
            Ok(job) => self.export = Some(Export::Writing(job)),
            Err(error) => self.message = Some(error.to_string()),
        }
    }

    /// Copied cells; those of the survey, and needs that stand on it, may be pasted anywhere, so
    /// they are remembered.
    pub(super) fn copy(&mut self, ctx: &egui::Context, text: String, of_survey: bool) {
        let of_respondents = match self.step {
            Step::Survey | Step::Documents => true,
            // Readings, levers and sectors may tell what employers said.
            Step::Diagnosis => of_survey || self.session.survey().is_some(),
            Step::Training | Step::Programmes => {
                self.session.plans_on_answers() || self.session.survey().is_some()
            }
            _ => of_survey,
        };
        if !of_respondents || self.remember_export() {
            ctx.copy_text(text);
        }
    }

    /// Names of the tables of the survey: no answer is in them. Elsewhere words may hold figures.
    pub(super) fn copy_words(&mut self, ctx: &egui::Context, text: String) {
        if self.step == Step::Survey {
            ctx.copy_text(text);
        } else {
            self.copy(ctx, text, false);
        }
    }

    /// What is shown on a shared screen is outside: others see it, and may keep it.
    pub(super) fn remember_shown(&mut self) {
        let now = self.session.document().map(|(_, revision)| revision);
        if self.sharing && now.is_some() && self.shared != now {
            self.shared = now;
            // It has been seen, whatever becomes of the file: it is written with the next save.
            if !self.remember_export() {
                self.session.released();
            }
        }
    }

    /// Copies where a figure comes from; that of respondents has left with it, from any step.
    pub(super) fn copy_where_from(&mut self, ctx: &egui::Context, provenance: &Provenance) {
        if !provenance.of_respondents || self.remember_export() {
            ctx.copy_text(provenance.text());
        }
    }

    /// The contents of sources as they were read.
    pub(super) fn with_fingerprints(&self, mut decisions: Decisions) -> Decisions {
        for source in &mut decisions.sources {
            if let Some(fingerprint) = self.session.fingerprint(&source.origin) {
                source.fingerprint = Some(fingerprint);
                source.left_out = false;
            }
        }
        decisions
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::files;
    use crate::jobs::Outcome;
    use crate::model::Language;
    use crate::outputs::{Format, Subject};
    use crate::ui::Opening;
    use crate::ui::app::pictures::tests::settle;
    use crate::ui::command::Command;
    use crate::ui::desk::About;
    use egui::Context;
    use std::time::{Duration, Instant};

    /// Beside the window, counted, and given up whole.
    #[test]
    fn documents_are_written_beside_the_window_or_given_up() {
        let folder = tempfile::tempdir().unwrap();
        let today = "2026-11-24".parse().unwrap();
        let opening =
            Opening { files: Vec::new(), demo: true, language: Some(Language::French), today };
        let (mut app, ctx) = (App::with_folder(opening, None).unwrap(), Context::default());
        settle(&mut app, &ctx);
        app.run(&ctx, Command::Go(Step::Documents));
        settle(&mut app, &ctx);
        let paged = if Format::Pdf.is_built_in() { Format::Pdf } else { Format::Docx };
        let order = Order {
            subjects: vec![About::Of(Subject::Bulletin), About::Of(Subject::Method)],
            formats: vec![paged],
            marks: crate::report::csv::Marks::default(),
            folder: folder.path().join("sortie"),
        };
        let written = |order: &Order| files::expand(std::slice::from_ref(&order.folder)).ok();
        app.run(&ctx, Command::Export(order.clone()));
        let Some(Export::Making { job, .. }) = app.export.take() else { panic!("not begun") };
        job.control().cancel();
        let begun = Instant::now();
        let why = loop {
            match job.poll() {
                Outcome::Running => std::thread::sleep(Duration::from_millis(5)),
                Outcome::Done(Err(why)) => break why,
                other => panic!("{other:?}"),
            }
            assert!(begun.elapsed() < Duration::from_mins(5), "never given up");
        };
        assert_eq!(why, app.session.catalog.text("export-given-up"));
        assert_eq!(written(&order), None, "nothing of it is there");
        app.run(&ctx, Command::Export(order.clone()));
        app.run(&ctx, Command::CancelExport);
        assert!(app.export.is_none() && app.message.is_none());
        app.run(&ctx, Command::Export(order.clone()));
        assert!(app.is_busy(), "the window does not wait for it");
        settle(&mut app, &ctx);
        assert_eq!(app.message.take(), None);
        let written = written(&order).unwrap();
        let is_paged =
            |path: &std::path::PathBuf| path.extension().is_some_and(|ending| ending == paged.id());
        assert_eq!(written.iter().filter(|path| is_paged(path)).count(), 2, "{written:?}");
    }
}
