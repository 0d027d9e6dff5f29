//! The project's own file: before it is written over, it is looked whether it is still what was read
//! of it or written into it. A command, or another window, may have written what has left since.

use crate::files;
use crate::project::file::{self, Known};
use crate::project::{Decisions, Project};
use crate::readers::fingerprint;
use crate::ui::app::{App, read_text};
use crate::ui::widgets::prose;
use egui::{Context, Modal, RichText};
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// What a file holds now.
pub(super) enum Content {
    /// What is known of it; or there is no file.
    Known,
    Unreadable,
    /// Something else was saved in it.
    Other(Box<Decisions>),
}

pub(super) struct Found {
    pub(super) content: Content,
    /// Its memory held exports that this window did not know.
    pub(super) came: bool,
    pub(super) is_other: bool,
}

impl From<(Content, bool)> for Found {
    fn from((content, came): (Content, bool)) -> Self {
        let is_other = matches!(content, Content::Other(_));
        Self { content, came, is_other }
    }
}

/// Its file holds something else: whether it is written over is asked.
pub(super) struct Differs {
    path: PathBuf,
    unreadable: bool,
}

fn folder_of(path: &Path) -> PathBuf {
    files::canonical(path.parent().unwrap_or(Path::new("")))
}

/// Decisions as they are saved, by a fingerprint: of what a file would give again, written here or
/// elsewhere.
fn of_decisions(decisions: &Decisions, folder: &Path) -> Result<String, String> {
    let text = |decisions: &Decisions| {
        file::to_text(decisions, None, folder).map_err(|error| error.to_string())
    };
    let read = file::parse(&text(decisions)?, folder).map_err(|error| error.to_string())?;
    Ok(fingerprint(text(&read)?.as_bytes()))
}

/// A project file that was read: what is known of it.
pub(super) fn known_of(text: &str, decisions: &Decisions, folder: &Path) -> Option<Known> {
    let decisions = of_decisions(decisions, folder).ok()?;
    Some(Known { bytes: fingerprint(text.as_bytes()), decisions })
}

impl App {
    /// Looks at the project's file as it is now, and takes what it remembers to have left.
    pub(super) fn look_at_file(&mut self, path: &Path) -> Found {
        if !files::exists(path) {
            return (Content::Known, false).into();
        }
        let folder = folder_of(path);
        let Ok(text) = read_text(path) else { return (Content::Unreadable, false).into() };
        let known = self.known.as_ref();
        if known.is_some_and(|known| known.bytes == fingerprint(text.as_bytes())) {
            return (Content::Known, false).into();
        }
        let Ok((decisions, log)) = file::parse_whole(&text, &folder) else {
            return (Content::Unreadable, false).into();
        };
        let as_known = known_of(&text, &decisions, &folder)
            .is_some_and(|now| known.is_some_and(|known| known.decisions == now.decisions));
        let came = self.session.joins(log.as_ref());
        let content = if as_known { Content::Known } else { Content::Other(Box::new(decisions)) };
        (content, came).into()
    }

    /// Saves the project; what fails is a message in the window, and false. Its own file is not
    /// written over where another program saved something else in it: that is asked first.
    pub fn save(&mut self, path: &Path) -> bool {
        let own = self.session.project.path.as_deref().map(files::canonical);
        if own.is_some_and(|own| own == files::canonical(path)) {
            let found = self.look_at_file(path);
            let unreadable = match found.content {
                Content::Known => None,
                Content::Unreadable => Some(true),
                // The same was done here and there: nothing is lost.
                Content::Other(other) => {
                    let folder = folder_of(path);
                    let now = self.with_fingerprints(self.session.project.decisions().clone());
                    let same = of_decisions(&now, &folder) == of_decisions(&other, &folder);
                    (!same).then_some(false)
                }
            };
            if let Some(unreadable) = unreadable {
                self.differs = Some(Differs { path: path.to_owned(), unreadable });
                return false;
            }
            if found.came {
                self.message = Some(self.session.catalog.text("window-memory-came"));
            }
        }
        self.write_over(path)
    }

    fn write_over(&mut self, path: &Path) -> bool {
        let decisions = self.with_fingerprints(self.session.project.decisions().clone());
        match self.write_project(path, &decisions) {
            Ok(known) => {
                self.known = Some(known);
                self.session.project.path = Some(path.to_owned());
                self.session.project.mark_saved();
                self.settings.remember(&files::canonical(path));
                self.save_settings();
                self.forget_own();
                true
            }
            Err(error) => {
                self.message = Some(error);
                false
            }
        }
    }

    /// Writes a project file: decisions, and what has left. What is known of it then.
    pub(super) fn write_project(
        &self,
        path: &Path,
        decisions: &Decisions,
    ) -> Result<Known, String> {
        let folder = folder_of(path);
        let text = file::to_text(decisions, self.session.project.saved_log(), &folder)
            .map_err(|error| error.to_string())?;
        let known = Known {
            bytes: fingerprint(text.as_bytes()),
            decisions: of_decisions(decisions, &folder)?,
        };
        files::write_atomic(path, text.as_bytes(), true).map_err(|error| error.to_string())?;
        Ok(known)
    }

    pub(super) fn open_project(&mut self, path: &Path) {
        let path = files::canonical(path);
        let folder = path.parent().unwrap_or(Path::new("")).to_owned();
        let catalog = Arc::clone(&self.session.catalog);
        let read = read_text(&path).and_then(|text| {
            let (decisions, log) = file::parse_whole(&text, &folder).map_err(|error| {
                catalog.with(
                    &format!("error-project-{}", error.id()),
                    &[("detail", (&error.to_string()).into())],
                )
            })?;
            let known = known_of(&text, &decisions, &folder);
            Ok((decisions, log, known))
        });
        match read {
            Ok((decisions, log, known)) => {
                self.open(Project::opened(decisions, Some(path.clone())).with_log(log));
                self.known = known;
                self.settings.remember(&path);
                self.save_settings();
            }
            Err(error) => self.message = Some(format!("{error}\n{}", path.display())),
        }
    }

    /// Another program saved something else in the project's file: which one is kept.
    pub(super) fn differs_ui(&mut self, ctx: &Context) {
        let Some(differs) = self.differs.take() else { return };
        let catalog = Arc::clone(&self.session.catalog);
        let modal = Modal::new(egui::Id::unique("file differs")).show(ctx, |ui| {
            ui.set_max_width(520.0);
            ui.label(RichText::new(catalog.text("differs-title")).strong().size(16.0));
            prose(ui, &differs.path.display().to_string());
            let why = if differs.unreadable { "differs-unreadable" } else { "differs-why" };
            prose(ui, &catalog.text(why));
            let mut answer = None;
            ui.horizontal_wrapped(|ui| {
                if ui.button(catalog.text("differs-mine")).clicked() {
                    answer = Some(Some(true));
                }
                if !differs.unreadable && ui.button(catalog.text("differs-other")).clicked() {
                    answer = Some(Some(false));
                }
                // Enter alone replaces nothing.
                let leave = ui.button(catalog.text("window-cancel"));
                if ui.memory(|memory| memory.focused().is_none()) {
                    leave.request_focus();
                }
                if leave.clicked() {
                    answer = Some(None);
                }
            });
            answer
        });
        match modal.inner {
            Some(Some(true)) => {
                // A command may have let out more while the question was open.
                self.look_at_file(&differs.path);
                self.write_over(&differs.path);
            }
            // What is not saved here is set aside first, and offered.
            Some(Some(false)) => self.open_project(&differs.path),
            Some(None) => {}
            None if modal.should_close() => {}
            None => self.differs = Some(differs),
        }
    }
}
