//! A crash loses nothing: unsaved decisions, and words that are still in their fields, are written
//! beside the settings. What was found there is offered until it is taken or refused, and nothing
//! is written over it meanwhile.

use crate::files;
use crate::project::file::{self, Unsaved};
use crate::project::{Origin, Project};
use crate::ui::app::{App, read_text};
use crate::ui::widgets::field::PAUSE;
use crate::ui::widgets::prose;
use egui::{Context, Modal, RichText};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

/// Copies set aside, at most.
const MOST_ASIDE: u32 = 99;

/// Work of another session, not answered yet.
struct Kept {
    at: PathBuf,
    /// The file that it is of.
    of: Option<PathBuf>,
    /// It is left for later in this session.
    put_off: bool,
}

/// Passing state.
#[derive(Default)]
pub(super) struct Recovery {
    waiting: Vec<Kept>,
    /// The copy at the usual place is of this session.
    mine: bool,
    /// Project revision last kept.
    kept: u64,
    /// Words in fields, as last seen, and since when.
    typed: Vec<(String, String)>,
    since: f64,
    /// They are not in the copy yet.
    due: bool,
}

fn usual(folder: &Path) -> PathBuf {
    folder.join("recovery.bassin")
}

fn aside(folder: &Path, number: u32) -> PathBuf {
    folder.join(format!("recovery-{number}.bassin"))
}

fn remove(path: &Path) {
    if let Err(error) = files::remove(path) {
        log::warn!("recovery file: {error}");
    }
}

impl Recovery {
    /// What was left by sessions before.
    pub(super) fn found(folder: Option<&Path>) -> Self {
        let Some(folder) = folder else { return Self::default() };
        let all = std::iter::once(usual(folder)).chain((1..=MOST_ASIDE).map(|n| aside(folder, n)));
        let copy = |at: PathBuf| {
            let of = read_text(&at).ok().and_then(|text| file::unsaved(&text).file);
            Kept { at, of: of.map(PathBuf::from), put_off: false }
        };
        let waiting = all.filter(|at| files::exists(at)).map(copy).collect();
        Self { waiting, ..Self::default() }
    }

    /// The one that is offered: that of this file, else the first.
    fn offered(&self, path: Option<&Path>) -> Option<&Kept> {
        let of_this =
            || self.waiting.iter().filter(move |one| path.is_some() && one.of.as_deref() == path);
        let asked = of_this().find(|one| !one.put_off);
        asked.or_else(|| of_this().next()).or_else(|| self.waiting.first())
    }

    fn is_of(&self, path: &Path) -> bool {
        self.waiting.iter().any(|one| one.of.as_deref() == Some(path) && !one.put_off)
    }
}

impl App {
    /// What is said of work found, if any was: of which file it is.
    pub(super) fn found_work(&self) -> Option<String> {
        let catalog = &self.session.catalog;
        let copy = self.recovery.offered(self.session.project.path.as_deref())?;
        Some(match &copy.of {
            Some(path) => {
                let file = Origin::File(path.clone()).name();
                catalog.with("sources-recovery-of", &[("file", (&file).into())])
            }
            None => catalog.text("sources-recovery"),
        })
    }

    /// Another project is about to be opened: what was not saved of this one waits to be taken.
    pub(super) fn leave_copy(&mut self) {
        let changed = self.session.project.is_changed();
        let now =
            Recovery { waiting: std::mem::take(&mut self.recovery.waiting), ..Recovery::default() };
        let before = std::mem::replace(&mut self.recovery, now);
        let Some(folder) = self.folder.as_ref().filter(|_| before.mine) else { return };
        if changed || !before.typed.is_empty() {
            let of = self.session.project.path.as_deref().map(files::canonical);
            // The user has just left it: it is offered, and not asked about at once.
            self.recovery.waiting.push(Kept { at: usual(folder), of, put_off: true });
        } else {
            remove(&usual(folder));
        }
    }

    /// A project was opened: it is as its file.
    pub(super) fn nothing_to_keep(&mut self) {
        self.recovery.kept = self.session.project.revision();
    }

    /// Unsaved decisions are written at each change, words in fields at each pause of the keys.
    pub(super) fn keep_for_recovery(&mut self, ctx: &Context) {
        let Some(folder) = self.folder.clone() else { return };
        let typed = self.screens.action.typed(ctx);
        let now = ctx.input(|input| input.time);
        let kept = &mut self.recovery;
        if kept.typed != typed {
            (kept.typed, kept.since, kept.due) = (typed, now, true);
        }
        let left = kept.since + PAUSE - now;
        let rested = kept.due && left <= 0.0;
        if kept.due && !rested {
            ctx.request_repaint_after(Duration::from_secs_f64(left));
        }
        let project = &self.session.project;
        let changed = project.revision() != kept.kept && project.is_changed();
        if !changed && !rested {
            return;
        }
        kept.kept = project.revision();
        kept.due = false;
        if project.is_changed() || !kept.typed.is_empty() {
            self.write_copy(&folder);
        } else {
            self.remove_own();
        }
    }

    fn write_copy(&mut self, folder: &Path) {
        if !self.recovery.mine && !self.set_aside(folder) {
            return;
        }
        let project = &self.session.project;
        let path = project.path.as_deref().map(files::canonical);
        let unsaved = Unsaved {
            file: path.and_then(|path| path.to_str().map(ToOwned::to_owned)),
            known: self.known.clone(),
            typed: self.recovery.typed.clone(),
        };
        let text = file::recovery_text(project.decisions(), project.saved_log(), folder, unsaved);
        let Ok(text) = text else { return };
        match files::write_atomic(&usual(folder), text.as_bytes(), false) {
            Ok(()) => self.recovery.mine = true,
            Err(error) => log::warn!("recovery file: {error}"),
        }
    }

    /// Puts a copy that waits at the usual place under another name. False when it cannot be: it is
    /// not written over.
    fn set_aside(&mut self, folder: &Path) -> bool {
        let at = usual(folder);
        let Some(place) = self.recovery.waiting.iter().position(|one| one.at == at) else {
            return true;
        };
        let mut free = (1..=MOST_ASIDE).map(|number| aside(folder, number));
        let Some(to) = free.find(|to| !files::exists(to)) else { return false };
        let written = files::read(&at, file::MOST_BYTES)
            .and_then(|bytes| files::write_atomic(&to, &bytes, false));
        if let Err(error) = written {
            log::warn!("recovery file: {error}");
            return false;
        }
        if let Some(copy) = self.recovery.waiting.get_mut(place) {
            copy.at = to;
        }
        true
    }

    fn remove_own(&mut self) {
        if let Some(folder) = &self.folder
            && std::mem::take(&mut self.recovery.mine)
        {
            remove(&usual(folder));
        }
    }

    /// The project is saved: its copy is of no use. Words that are still in their fields are kept.
    pub(super) fn forget_own(&mut self) {
        self.remove_own();
        self.recovery.due = !self.recovery.typed.is_empty();
    }

    /// Work found is refused.
    pub(super) fn refuse_work(&mut self) {
        let offered = self.recovery.offered(self.session.project.path.as_deref());
        let Some(at) = offered.map(|copy| copy.at.clone()) else { return };
        remove(&at);
        self.recovery.waiting.retain(|copy| copy.at != at);
    }

    /// Work found is taken: it goes on over the file that it came from.
    pub(super) fn recover(&mut self, ctx: &Context) {
        let Some(folder) = self.folder.clone() else { return };
        let offered = self.recovery.offered(self.session.project.path.as_deref());
        let Some(at) = offered.map(|copy| copy.at.clone()) else { return };
        let read = read_text(&at).and_then(|text| {
            let (decisions, log) =
                file::parse_whole(&text, &folder).map_err(|error| error.to_string())?;
            Ok((decisions, log, file::unsaved(&text)))
        });
        let (decisions, log, unsaved) = match read {
            Ok(read) => read,
            Err(error) => {
                self.message = Some(error);
                return;
            }
        };
        let from = unsaved.file.map(PathBuf::from).and_then(|path| {
            let beside = path.parent().unwrap_or(Path::new("")).to_owned();
            let read = file::parse_whole(&read_text(&path).ok()?, &beside).ok()?;
            Some((path, read))
        });
        let project = match from {
            Some((path, (saved, written))) => {
                let mut project =
                    Project::recovered(decisions, Some(path)).with_log(log).over(saved);
                if let Some(written) = &written {
                    project.joins(written);
                }
                project
            }
            None => Project::recovered(decisions, None).with_log(log),
        };
        self.recovery.waiting.retain(|copy| copy.at != at);
        let is_usual = at == usual(&folder);
        self.open(project);
        // It stays where it is until it is saved, as a copy of this session.
        self.recovery.mine = is_usual;
        self.known = unsaved.known;
        let (plan, today) = (&self.session.project.decisions().actions, self.session.today);
        self.screens.action.type_again((ctx, plan, today), &unsaved.typed);
        self.recovery.typed = self.screens.action.typed(ctx);
        self.write_copy(&folder);
        if !is_usual && self.recovery.mine {
            remove(&at);
        }
    }

    /// Work on the file that is opened was found: what becomes of it is asked at once.
    pub(super) fn recovery_ui(&mut self, ctx: &Context) {
        let Some(path) = self.session.project.path.clone() else { return };
        if !self.recovery.is_of(&path) || self.message.is_some() {
            return;
        }
        let catalog = Arc::clone(&self.session.catalog);
        let modal = Modal::new(egui::Id::unique("work found")).show(ctx, |ui| {
            ui.set_max_width(520.0);
            let title = catalog.text("recovery-title");
            ui.label(RichText::new(title).strong().size(16.0));
            prose(ui, &path.display().to_string());
            prose(ui, &catalog.text("recovery-why"));
            let mut answer = None;
            ui.horizontal_wrapped(|ui| {
                let take = ui.button(catalog.text("sources-recover"));
                if ui.memory(|memory| memory.focused().is_none()) {
                    take.request_focus();
                }
                if take.clicked() {
                    answer = Some(Some(true));
                }
                if ui.button(catalog.text("sources-forget")).clicked() {
                    answer = Some(Some(false));
                }
                if ui.button(catalog.text("recovery-later")).clicked() {
                    answer = Some(None);
                }
            });
            answer
        });
        match modal.inner {
            Some(Some(true)) => self.recover(ctx),
            Some(Some(false)) => self.refuse_work(),
            Some(None) => self.put_off(&path),
            None if modal.should_close() => self.put_off(&path),
            None => {}
        }
    }

    fn put_off(&mut self, path: &Path) {
        let of_this = |copy: &&mut Kept| copy.of.as_deref() == Some(path);
        for copy in self.recovery.waiting.iter_mut().filter(of_this) {
            copy.put_off = true;
        }
    }
}
