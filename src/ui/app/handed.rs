//! The archive of the project, made and opened: what goes into it is chosen here, what is in one is
//! said before a folder is chosen for it, and both are done off the window's thread.

use crate::archive::{Content, Described, Packed, With, told};
use crate::files;
use crate::handover::{self, Looked, Ordered, Restored};
use crate::jobs::{Control, Job, Outcome};
use crate::model::Custody;
use crate::readers;
use crate::ui::app::App;
use crate::ui::command::{Command, Dialog};
use crate::ui::reading::Loaded;
use crate::ui::widgets::{prose, weak};
use egui::{Context, Modal, RichText, ScrollArea, Ui};
use std::path::{Path, PathBuf};
use std::sync::Arc;

type Made = Result<(PathBuf, Packed), String>;

/// What is chosen, looked at or under way.
#[derive(Default)]
pub(super) struct Held {
    /// The choice is open.
    choosing: Option<With>,
    making: Option<Job<Made>>,
    looking: Option<(PathBuf, Job<Result<Looked, String>>)>,
    /// An archive, and what it holds: to be opened or left.
    looked: Option<(PathBuf, Looked)>,
    restoring: Option<Job<Result<Restored, String>>>,
}

/// What was answered to a question over the window.
enum Answer {
    Do(Box<Command>),
    Leave,
}

impl Held {
    pub(super) fn choose(&mut self) {
        // Nothing but the project goes without a choice.
        self.choosing = Some(With::default());
    }

    pub(super) const fn is_busy(&self) -> bool {
        self.making.is_some() || self.looking.is_some() || self.restoring.is_some()
    }
}

/// What is done with the flag of a job looked at.
fn watched<T>(control: &Control, work: impl FnOnce(readers::Control<'_>) -> T) -> T {
    let cancelled = || control.cancelled();
    work(readers::Control { cancelled: &cancelled, progress: &|_| {} })
}

impl App {
    /// The sources of the project, as they were read.
    fn described(&self) -> Vec<Described> {
        let sources = self.session.project.decisions().sources.iter();
        let content = |loaded: Option<&Loaded>| match loaded {
            Some(Loaded::Read(tables)) => Content::of(tables),
            _ => None,
        };
        sources
            .map(|source| Described {
                origin: source.origin.clone(),
                content: content(self.session.loaded(&source.origin)),
            })
            .collect()
    }

    /// Makes the archive of the project as it is now, saved or not, and writes it.
    pub(super) fn archive(&mut self, with: With, path: PathBuf) {
        if self.handed.is_busy() || self.session.is_reading() {
            return;
        }
        let sources = self.described();
        let decisions = self.with_fingerprints(self.session.project.decisions().clone());
        let log = self.session.project.saved_log().cloned();
        let project = self.session.project.path.clone();
        let catalog = Arc::clone(&self.session.catalog);
        let job = Job::spawn("archive", self.session.waker(), move |_| {
            let ordered = Ordered {
                project: project.as_deref(),
                decisions: &decisions,
                log: log.as_ref(),
                sources: &sources,
                with,
            };
            let packed = handover::make(&ordered, &catalog)?;
            let written = handover::write(&handover::named(path), &packed, &ordered);
            let written = written.map_err(|error| crate::words::file(&error, &catalog))?;
            Ok((written, packed))
        });
        match job {
            Ok(job) => self.handed.making = Some(job),
            Err(error) => self.message = Some(error.to_string()),
        }
    }

    /// Begins to look at an archive; another one looked at is left.
    pub(super) fn look_at_archive(&mut self, path: PathBuf) {
        let catalog = Arc::clone(&self.session.catalog);
        let at = path.clone();
        let job = Job::spawn("archive looked at", self.session.waker(), move |control| {
            watched(control, |control| handover::look(&at, control))
                .map_err(|error| format!("{}\n{}", error.say(&catalog), at.display()))
        });
        self.handed.looked = None;
        match job {
            Ok(job) => self.handed.looking = Some((path, job)),
            Err(error) => self.message = Some(error.to_string()),
        }
    }

    /// Opens the archive looked at, into a folder of its own below the one chosen.
    pub(super) fn restore(&mut self, chosen: &Path) {
        let Some((path, _)) = self.handed.looked.take() else { return };
        let folder = handover::folder_for(&path, chosen);
        let catalog = Arc::clone(&self.session.catalog);
        let job = Job::spawn("archive opened", self.session.waker(), move |control| {
            watched(control, |control| handover::restore(&path, &folder, control))
                .map_err(|error| error.say(&catalog))
        });
        match job {
            Ok(job) => self.handed.restoring = Some(job),
            Err(error) => self.message = Some(error.to_string()),
        }
    }

    pub(super) fn take_handed(&mut self) {
        let catalog = Arc::clone(&self.session.catalog);
        let failed = || Some(catalog.text("archive-failed"));
        if let Some(job) = self.handed.making.take() {
            match job.poll() {
                Outcome::Running => self.handed.making = Some(job),
                Outcome::Done(Ok((path, packed))) => {
                    let mut lines = vec![
                        catalog.text("archive-written"),
                        path.display().to_string(),
                        String::new(),
                    ];
                    lines.extend(told::sources(&packed.manifest, &catalog));
                    lines.push(String::new());
                    lines.extend(told::notes(&packed.manifest, &catalog));
                    self.message = Some(lines.join("\n"));
                }
                Outcome::Done(Err(why)) => self.message = Some(why),
                Outcome::Failed => self.message = failed(),
            }
        }
        if let Some((path, job)) = self.handed.looking.take() {
            match job.poll() {
                Outcome::Running => self.handed.looking = Some((path, job)),
                Outcome::Done(Ok(looked)) => self.handed.looked = Some((path, looked)),
                Outcome::Done(Err(why)) => self.message = Some(why),
                Outcome::Failed => self.message = failed(),
            }
        }
        if let Some(job) = self.handed.restoring.take() {
            match job.poll() {
                Outcome::Running => self.handed.restoring = Some(job),
                Outcome::Done(Ok(restored)) => {
                    self.open_file(&restored.project);
                    if !restored.spoilt.is_empty() {
                        self.message = Some(told::spoilt(&restored.spoilt, &catalog).join("\n"));
                    }
                }
                Outcome::Done(Err(why)) => self.message = Some(why),
                Outcome::Failed => self.message = failed(),
            }
        }
    }

    /// What is chosen, and what an archive holds.
    pub(super) fn handed_ui(&mut self, ctx: &Context) {
        if let Some(with) = self.handed.choosing {
            self.choosing_ui(ctx, with);
        }
        if let Some((path, looked)) = self.handed.looked.clone() {
            self.looked_ui(ctx, &path, &looked);
        }
    }

    fn choosing_ui(&mut self, ctx: &Context, mut with: With) {
        let described = self.described();
        let modal = Modal::new(egui::Id::unique("archive")).show(ctx, |ui| {
            ui.set_max_width(520.0);
            self.choice_ui(ui, &described, &mut with)
        });
        let leaves = modal.should_close() || modal.inner.is_some();
        self.handed.choosing = (!leaves).then_some(with);
        if let Some(Answer::Do(command)) = modal.inner {
            self.commands.push(*command);
        }
    }

    /// The choice; what was answered then.
    fn choice_ui(&self, ui: &mut Ui, described: &[Described], with: &mut With) -> Option<Answer> {
        let catalog = &self.session.catalog;
        let text = |key: &str| catalog.text(key);
        ui.label(RichText::new(text("archive-title")).strong().size(16.0));
        prose(ui, &text("archive-always"));
        for custody in Custody::ALL {
            let of = |one: &&Described| {
                one.content.as_ref().is_some_and(|content| content.custody == custody)
            };
            let names: Vec<String> =
                described.iter().filter(of).map(|one| one.origin.name()).collect();
            ui.add_space(6.0);
            let mut taken = with.takes(custody);
            ui.checkbox(&mut taken, text(&format!("archive-with-{}", custody.id())));
            with.set(custody, taken);
            weak(ui, &text(&format!("archive-with-{}-help", custody.id())));
            let list = names.join(&text("list-separator"));
            // Others may look at this screen: a name of a file may be that of a company.
            let is_shared = self.sharing && custody == Custody::Respondents;
            if !names.is_empty() && !is_shared {
                weak(ui, &list);
            }
        }
        let exports = self.session.project.saved_log().map_or(0, |log| log.releases.len());
        if with.respondents {
            ui.add_space(6.0);
            prose(ui, &text("archive-treat"));
        } else if exports > 0 {
            let count = u32::try_from(exports).unwrap_or(u32::MAX);
            let shown = crate::format::integer(f64::from(count), catalog.language());
            let args = [("count", count.into()), ("shown", (&shown).into())];
            ui.add_space(6.0);
            prose(ui, &catalog.with("archive-memory-left", &args));
        }
        ui.add_space(8.0);
        if self.session.is_reading() {
            weak(ui, &text("archive-reading"));
        }
        let mut asked = None;
        ui.horizontal_wrapped(|ui| {
            let ready = !self.session.is_reading() && !self.handed.is_busy();
            if ui.add_enabled(ready, egui::Button::new(text("archive-save"))).clicked() {
                asked = Some(Answer::Do(Box::new(Command::Ask(Dialog::Archive(*with)))));
            }
            // Beside the project, where nothing of that name is replaced.
            let project = self.session.project.path.as_deref();
            let beside = project.map(|path| path.with_file_name(handover::file_name(project)));
            if let Some(beside) = beside.filter(|path| !files::exists(path))
                && ui.add_enabled(ready, egui::Button::new(text("archive-save-beside"))).clicked()
            {
                asked = Some(Answer::Do(Box::new(Command::ArchiveTo(*with, beside))));
            }
            if ui.button(text("archive-leave")).clicked() {
                asked = Some(Answer::Leave);
            }
        });
        asked
    }

    fn looked_ui(&mut self, ctx: &Context, path: &Path, looked: &Looked) {
        let catalog = Arc::clone(&self.session.catalog);
        let beside = path.parent().unwrap_or(Path::new("")).to_owned();
        let folder = handover::folder_for(path, &beside);
        let modal = Modal::new(egui::Id::unique("archive-looked-at")).show(ctx, |ui| {
            ui.set_max_width(560.0);
            ui.label(RichText::new(catalog.text("archive-looked-title")).strong().size(16.0));
            prose(ui, &path.display().to_string());
            let room = ui.ctx().content_rect().height() - 320.0;
            ScrollArea::vertical().max_height(room.max(120.0)).show(ui, |ui| {
                for line in told::sources(&looked.manifest, &catalog) {
                    prose(ui, &line);
                }
                ui.add_space(6.0);
                let spoilt = told::spoilt(&looked.spoilt, &catalog);
                for line in spoilt.into_iter().chain(told::notes(&looked.manifest, &catalog)) {
                    prose(ui, &line);
                }
            });
            ui.add_space(8.0);
            if self.session.project.is_changed() {
                prose(ui, &catalog.text("archive-unsaved"));
            }
            let shown = folder.display().to_string();
            prose(ui, &catalog.with("archive-into", &[("folder", (&shown).into())]));
            let mut asked = None;
            ui.horizontal_wrapped(|ui| {
                if ui.button(catalog.text("archive-open-beside")).clicked() {
                    asked = Some(Answer::Do(Box::new(Command::RestoreInto(beside.clone()))));
                }
                if ui.button(catalog.text("archive-folder")).clicked() {
                    asked = Some(Answer::Do(Box::new(Command::Ask(Dialog::RestoreFolder))));
                }
                if ui.button(catalog.text("archive-leave")).clicked() {
                    asked = Some(Answer::Leave);
                }
            });
            asked
        });
        match modal.inner {
            // The answer of a dialog comes later: the archive stays looked at until then.
            Some(Answer::Do(command)) => self.commands.push(*command),
            Some(Answer::Leave) => self.handed.looked = None,
            None if modal.should_close() => self.handed.looked = None,
            None => {}
        }
    }
}
