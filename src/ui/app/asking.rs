//! Where files are and where they go: asked by a dialog of the system, else in the window itself,
//! so that a project can be saved on any machine.

use crate::files;
use crate::handover::file_name;
use crate::i18n::Catalog;
use crate::jobs::{Job, Outcome};
use crate::ui::app::App;
use crate::ui::command::Dialog;
use crate::ui::dialogs::{self, Answer, Wanted, Words};
use crate::ui::widgets::prose;
use egui::{Context, Modal, TextEdit, Ui};
use std::path::PathBuf;
use std::sync::Arc;

/// What is asked.
#[derive(Default)]
pub(super) struct Asking {
    dialog: Option<Job<Answer>>,
    /// What is typed where the system has no dialog.
    typed: Option<Typed>,
    /// The system has none: it is not asked again.
    none: bool,
}

#[derive(Clone)]
struct Typed {
    dialog: Dialog,
    title: String,
    folder: String,
    /// Of a file.
    name: String,
    /// Its field was given the focus.
    begun: bool,
    /// What was said of it as it is written: the disk is asked where something changes, not in each
    /// frame.
    said: Option<(String, String, Verdict)>,
}

/// The key of what is done with it, or of the words of what is wrong.
type Verdict = Result<&'static str, &'static str>;

impl Typed {
    fn path(&self) -> PathBuf {
        let folder = PathBuf::from(self.folder.trim());
        if dialogs::wanted(self.dialog) == Wanted::Folder {
            return folder;
        }
        dialogs::named(self.dialog, folder.join(self.name.trim()))
    }

    /// What was found of it, as it is written.
    fn known(&mut self) -> Verdict {
        match &self.said {
            Some((folder, name, verdict)) if (folder, name) == (&self.folder, &self.name) => {
                *verdict
            }
            _ => self.again(),
        }
    }

    /// As [`Self::known`], the disk being asked.
    fn again(&mut self) -> Verdict {
        let verdict = self.judged();
        self.said = Some((self.folder.clone(), self.name.clone(), verdict));
        verdict
    }

    fn judged(&self) -> Verdict {
        let wanted = dialogs::wanted(self.dialog);
        let folder = PathBuf::from(self.folder.trim());
        if !files::is_folder(&folder) {
            return Err("typed-no-folder");
        }
        if wanted == Wanted::Folder {
            return Ok("typed-choose");
        }
        let path = self.path();
        if self.name.trim().is_empty() || files::is_folder(&path) {
            return Err("typed-no-name");
        }
        match (wanted, files::exists(&path)) {
            (Wanted::NewFile, true) => Ok("typed-replace"),
            (Wanted::NewFile, false) => Ok("typed-save"),
            (_, true) => Ok("typed-choose"),
            (_, false) => Err("typed-no-file"),
        }
    }
}

impl App {
    /// Never asks the system for a dialog: everything is asked in the window.
    pub const fn without_dialogs(&mut self) {
        self.asking.none = true;
    }

    pub(super) fn ask(&mut self, dialog: Dialog) {
        if self.asking.dialog.is_some() || self.asking.typed.is_some() {
            return;
        }
        if self.asking.none {
            self.type_in(dialog);
            return;
        }
        match dialogs::ask(dialog, self.dialog_words(dialog), self.session.waker()) {
            Ok(job) => self.asking.dialog = Some(job),
            Err(error) => self.message = Some(error.to_string()),
        }
    }

    fn dialog_words(&self, dialog: Dialog) -> Words {
        let catalog = &self.session.catalog;
        let key = match dialog {
            Dialog::AddFiles => "sources-add-files",
            Dialog::AddFolder => "sources-add-folder",
            Dialog::OpenProject => "menu-open",
            Dialog::SaveProject => "menu-save-as",
            Dialog::ExportFolder => "export-folder",
            Dialog::KitFolder => "survey-kit",
            Dialog::CollectFolder => "survey-collect",
            Dialog::Perimeter => "benchmarks-perimeter",
            Dialog::Devices => "planned-devices-add",
            Dialog::Headcount => "employed-choose",
            Dialog::Logo => "dress-logo",
            Dialog::Archive(_) => "menu-archive",
            Dialog::RestoreFolder => "archive-folder",
            Dialog::MapPicture | Dialog::ChartPicture(..) => "map-save",
        };
        Words {
            title: catalog.text(key),
            data: catalog.text("dialog-data"),
            project: catalog.text("dialog-project"),
            archive: catalog.text("dialog-archive"),
            all: catalog.text("dialog-all"),
            file_name: match dialog {
                Dialog::MapPicture => "carte.svg".to_owned(),
                Dialog::ChartPicture(kind, None) => format!("{}.svg", kind.id()),
                Dialog::ChartPicture(kind, Some(code)) => {
                    format!("{}_{}.svg", kind.id(), code.code())
                }
                Dialog::Archive(_) => file_name(self.session.project.path.as_deref()),
                _ => "bassin.bassin".to_owned(),
            },
            folder: self.settings.export_folder.clone().filter(|_| dialog == Dialog::ExportFolder),
        }
    }

    pub(super) fn take_dialog(&mut self) {
        let Some(job) = self.asking.dialog.take() else { return };
        match job.poll() {
            Outcome::Running => self.asking.dialog = Some(job),
            Outcome::Done(Answer::Chosen(command)) => self.commands.push(*command),
            Outcome::Done(Answer::Closed) => {}
            Outcome::Done(Answer::None(dialog)) => {
                self.asking.none = true;
                self.type_in(dialog);
            }
            Outcome::Failed => {
                self.message = Some(self.session.catalog.text("window-no-dialog"));
            }
        }
    }

    /// Asks in the window.
    fn type_in(&mut self, dialog: Dialog) {
        let Words { title, file_name, folder, .. } = self.dialog_words(dialog);
        let beside = self.session.project.path.as_ref().and_then(|path| path.parent());
        let folder = folder.or_else(|| beside.map(ToOwned::to_owned)).or_else(files::home);
        let folder = folder.map(|folder| folder.display().to_string()).unwrap_or_default();
        let is_new = dialogs::wanted(dialog) == Wanted::NewFile;
        let name = if is_new { file_name } else { String::new() };
        self.asking.typed = Some(Typed { dialog, title, folder, name, begun: false, said: None });
    }

    pub(super) fn typed_ui(&mut self, ctx: &Context) {
        let Some(mut typed) = self.asking.typed.take() else { return };
        let catalog = Arc::clone(&self.session.catalog);
        let modal = Modal::new(egui::Id::unique("typed")).show(ctx, |ui| {
            ui.set_width(520.0);
            typed_fields(ui, &mut typed, &catalog)
        });
        match modal.inner {
            Some(true) => {
                let command = dialogs::chosen(typed.dialog, vec![typed.path()]);
                self.commands.extend(command);
            }
            Some(false) => {}
            None if modal.should_close() => {}
            None => self.asking.typed = Some(typed),
        }
    }
}

/// Folder and name; whether they were decided, or given up.
fn typed_fields(ui: &mut Ui, typed: &mut Typed, catalog: &Catalog) -> Option<bool> {
    ui.label(egui::RichText::new(&typed.title).strong().size(16.0));
    prose(ui, &catalog.text("typed-why"));
    ui.add_space(6.0);
    let field = |ui: &mut Ui, key: &str, text: &mut String| {
        let label = ui.label(catalog.text(key));
        ui.add(TextEdit::singleline(text).desired_width(f32::INFINITY)).labelled_by(label.id)
    };
    let mut last = field(ui, "typed-folder", &mut typed.folder);
    if dialogs::wanted(typed.dialog) != Wanted::Folder {
        last = field(ui, "typed-name", &mut typed.name);
    }
    if !typed.begun {
        last.request_focus();
        typed.begun = true;
    }
    let entered = last.lost_focus() && ui.input(|input| input.key_pressed(egui::Key::Enter));
    let judged = typed.known();
    if let Err(key) = judged {
        prose(ui, &catalog.text(key));
    } else {
        prose(ui, &typed.path().display().to_string());
    }
    if judged == Ok("typed-replace") {
        prose(ui, &catalog.text("typed-exists"));
    }
    ui.horizontal(|ui| {
        let key = judged.unwrap_or("typed-choose");
        let does = ui.add_enabled(judged.is_ok(), egui::Button::new(catalog.text(key)));
        // What would be replaced is said first: Enter alone does not.
        let entered = entered && judged.is_ok() && judged != Ok("typed-replace");
        // The disk may be another one since.
        if (does.clicked() || entered) && typed.again() == judged {
            return Some(true);
        }
        ui.button(catalog.text("window-cancel")).clicked().then_some(false)
    })
    .inner
}
