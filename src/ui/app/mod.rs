//! The application: takes finished work, runs commands, draws the step. A panic of a job costs
//! that job; the open project is kept beside the settings until it is saved.

use crate::files;
use crate::handover::is_archive;
use crate::i18n::Catalog;
use crate::jobs::Job;
use crate::loading::Kept;
use crate::model::Fap;
use crate::project::{Edit, Origin, Project, file};
use crate::reference::Reference;
use crate::reference::params::Parameters;
use crate::report::provenance::Provenance;
use crate::sample;
use crate::settings::Settings;
use crate::ui::app::fresh::Looking;
use crate::ui::app::leaving::Export;
use crate::ui::bar::{Picking, bar, rail};
use crate::ui::command::{Command, Dialog, Step};
use crate::ui::desk::About;
use crate::ui::export::Written;
use crate::ui::kit;
use crate::ui::own::Own;
use crate::ui::screens::action as action_plan;
use crate::ui::screens::{View, diagnosis, documents, programmes, sources, survey, training};
use crate::ui::session::Session;
use crate::ui::widgets::field;
use crate::ui::{Opening, theme};
use egui::{Context, Ui};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;

mod action;
mod asking;
mod commands;
mod disk;
mod employed;
mod fresh;
mod gathered;
mod handed;
mod leaving;
mod logo;
mod own_devices;
mod perimeter;
mod pictures;
mod questionnaire;
mod recovery;
mod typing;
mod windows;

pub mod shortcuts {
    //! The keys of Excel's users.
    use egui::{Key, KeyboardShortcut, Modifiers};

    pub const NEW: KeyboardShortcut = KeyboardShortcut::new(Modifiers::COMMAND, Key::N);
    pub const OPEN: KeyboardShortcut = KeyboardShortcut::new(Modifiers::COMMAND, Key::O);
    pub const SAVE: KeyboardShortcut = KeyboardShortcut::new(Modifiers::COMMAND, Key::S);
    pub const UNDO: KeyboardShortcut = KeyboardShortcut::new(Modifiers::COMMAND, Key::Z);
    pub const REDO: KeyboardShortcut = KeyboardShortcut::new(Modifiers::COMMAND, Key::Y);
    pub const FIND: KeyboardShortcut = KeyboardShortcut::new(Modifiers::COMMAND, Key::F);
    pub const ACTION: KeyboardShortcut =
        KeyboardShortcut::new(Modifiers::COMMAND.plus(Modifiers::SHIFT), Key::A);
}

#[derive(Default)]
struct Screens {
    sources: sources::Screen,
    diagnosis: diagnosis::Screen,
    survey: survey::Screen,
    training: training::Screen,
    programmes: programmes::Screen,
    documents: documents::Screen,
    action: action_plan::Screen,
}

pub struct App {
    pub session: Session,
    settings: Settings,
    /// Where settings and the recovery file lie; `None` without a home folder, and in tests.
    folder: Option<PathBuf>,
    step: Step,
    selected: Option<Fap>,
    picking: Picking,
    screens: Screens,
    commands: Vec<Command>,
    asking: asking::Asking,
    export: Option<Export>,
    /// An export whose files are looked at first.
    looking: Option<Looking>,
    /// Sources that were told to be no longer those that were saved.
    told_changed: BTreeSet<String>,
    questionnaire: Option<Job<kit::Outcome>>,
    /// Folders that are walked, in the order they were given.
    gathering: Vec<Job<gathered::Walked>>,
    perimeter: Option<Job<perimeter::Read>>,
    devices: Option<Job<own_devices::Read>>,
    employed: employed::Held,
    logo: Option<Job<logo::Read>>,
    handed: handed::Held,
    picture: Option<Job<Written>>,
    written: Option<Vec<String>>,
    message: Option<String>,
    provenance: Option<Provenance>,
    find: bool,
    recovery: recovery::Recovery,
    /// The project's file as it was last read or written.
    known: Option<file::Known>,
    differs: Option<disk::Differs>,
    /// Others look at this screen.
    sharing: bool,
    /// The document that was shown while the screen was shared, and is remembered.
    shared: Option<u64>,
    /// What is typed, and what waits for it to be written.
    typing: typing::Typing,
    drafted: action::Drafted,
    applied: Option<Settings>,
}

impl App {
    /// The application of this user, with their settings.
    ///
    /// # Errors
    /// When an embedded asset is faulty.
    pub fn new(opening: Opening) -> Result<Self, String> {
        let mut app = Self::with_folder(opening, files::user_folder())?;
        app.session.kept = Kept::of_user();
        Ok(app)
    }

    /// The application with another folder for its settings, or none.
    ///
    /// # Errors
    /// When an embedded asset is faulty.
    pub fn with_folder(opening: Opening, folder: Option<PathBuf>) -> Result<Self, String> {
        let mut message = None;
        let mut settings = Settings::default();
        if let Some(path) = folder.as_ref().map(|folder| folder.join("settings.ron"))
            && files::exists(&path)
        {
            match read_text(&path).and_then(|t| Settings::parse(&t).map_err(|e| e.to_string())) {
                Ok(read) => settings = read,
                Err(error) => message = Some(format!("{}: {error}", path.display())),
            }
        }
        if let Some(language) = opening.language {
            language.tag().clone_into(&mut settings.language);
        }
        let catalog = Catalog::new(settings.language()).map_err(|error| error.to_string())?;
        let reference = Reference::embedded().map_err(|error| error.to_string())?;
        let parameters = Parameters::embedded().map_err(|error| error.to_string())?;
        let mut session = Session::new(
            Arc::new(catalog),
            Arc::new(reference),
            Arc::new(parameters),
            opening.today,
            Arc::new(|| {}),
        );
        session.own = Own::load(folder.as_deref(), &mut message);
        session.kept = Kept { folder: folder.as_ref().map(|folder| folder.join("cache")) };
        let recovery = recovery::Recovery::found(folder.as_deref());
        let mut app = Self {
            session,
            settings,
            folder,
            step: Step::default(),
            selected: None,
            picking: Picking::default(),
            screens: Screens::default(),
            commands: Vec::new(),
            asking: asking::Asking::default(),
            export: None,
            looking: None,
            told_changed: BTreeSet::new(),
            questionnaire: None,
            gathering: Vec::new(),
            perimeter: None,
            devices: None,
            employed: employed::Held::default(),
            logo: None,
            handed: handed::Held::default(),
            picture: None,
            written: None,
            message,
            provenance: None,
            find: false,
            recovery,
            known: None,
            differs: None,
            sharing: false,
            shared: None,
            typing: typing::Typing::default(),
            drafted: action::Drafted::default(),
            applied: None,
        };
        if opening.demo {
            app.commands.push(Command::Sample);
            app.commands.push(Command::Go(Step::Diagnosis));
        }
        let (projects, data): (Vec<PathBuf>, Vec<PathBuf>) =
            opening.files.into_iter().partition(|path| is_project(path) || is_archive(path));
        if let Some(project) = projects.into_iter().next() {
            app.commands.push(Command::Open(project));
        }
        if !data.is_empty() {
            app.commands.push(Command::Add(data));
        }
        Ok(app)
    }

    /// Joins the window: fonts, theme, and wake-ups from other threads.
    pub fn attach(&mut self, ctx: &Context) {
        theme::fonts(ctx);
        let waker = ctx.clone();
        self.session.set_wake(Arc::new(move || waker.request_repaint()));
    }

    /// What comes before drawing: finished work, keys, dropped files, commands.
    pub fn logic(&mut self, ctx: &Context) {
        if self.applied.as_ref() != Some(&self.settings) {
            theme::apply(ctx, &self.settings);
            self.applied = Some(self.settings.clone());
        }
        self.take_jobs();
        self.take_questionnaire();
        self.take_gathered();
        self.take_perimeter();
        self.take_devices();
        self.take_employed();
        self.take_logo();
        self.take_handed();
        self.take_picture();
        self.keys(ctx);
        let dropped: Vec<PathBuf> = ctx.input(|input| {
            input.raw.dropped_files.iter().map(|file| file.path().to_owned()).collect()
        });
        if !dropped.is_empty() {
            self.commands.push(Command::Add(dropped));
        }
        self.run_all(ctx);
        let planning = matches!(self.step, Step::Training | Step::Programmes | Step::Actions);
        // An action that is begun of the occupation looked at keeps its need and its gap.
        let begins = self.step == Step::Diagnosis && self.selected.is_some();
        self.session.look_at_plan(planning || begins, planning);
        let (looked_at, about) = self.papers_looked_at();
        let about = about.cloned();
        self.session.look_at_papers(looked_at, about.as_ref());
        self.session.update();
        self.complete_drafts();
        self.remember_shown();
        self.follow_mapping();
        self.keep_for_recovery(ctx);
        if self.is_busy() {
            // Progress is looked at ten times a second, and only while something runs.
            ctx.request_repaint_after(std::time::Duration::from_millis(100));
        }
    }

    fn take_jobs(&mut self) {
        self.take_dialog();
        self.take_looking();
        self.take_export();
    }

    /// Opens the mapping that was asked for, and follows its choices.
    fn follow_mapping(&mut self) {
        match self.session.take_mapping() {
            Some(Ok(draft)) => {
                self.screens.sources.mapping.open(draft);
                self.step = Step::Sources;
            }
            Some(Err(key)) => self.message = Some(self.session.catalog.text(key)),
            None => {}
        }
        let session = &self.session;
        if !self.screens.sources.mapping.update(|| session.waker()) {
            self.message = Some(session.catalog.text("issue-read-panicked"));
        }
    }

    /// Something is under way whose result will be shown.
    pub fn is_busy(&self) -> bool {
        self.session.is_busy()
            || self.screens.sources.mapping.is_busy()
            || !self.gathering.is_empty()
            || self.perimeter.is_some()
            || self.looking.is_some()
            || self.devices.is_some()
            || self.questionnaire.is_some()
            || self.employed.is_busy()
            || self.logo.is_some()
            || self.handed.is_busy()
            || self.picture.is_some()
            || self.export.is_some()
            || self.awaits_paper()
    }

    /// Another document was chosen, and its preview is not begun yet.
    fn awaits_paper(&self) -> bool {
        let (looked_at, about) = self.papers_looked_at();
        looked_at && !self.session.is_looked_at(about)
    }

    /// Whether documents are looked at, or tables made for one reader, and which.
    fn papers_looked_at(&self) -> (bool, Option<&About>) {
        match self.step {
            Step::Documents => (true, self.screens.documents.about()),
            Step::Training => self.screens.training.about(),
            _ => (false, None),
        }
    }

    fn keys(&mut self, ctx: &Context) {
        field::go_on(ctx);
        let pressed = |shortcut: &egui::KeyboardShortcut| {
            ctx.input_mut(|input| input.consume_shortcut(shortcut))
        };
        // A field being typed in keeps its own undo.
        let typing = ctx.memory(|memory| memory.focused().is_some()) && ctx.text_edit_focused();
        if !typing && pressed(&shortcuts::UNDO) {
            self.commands.push(Command::Undo);
        }
        if !typing && pressed(&shortcuts::REDO) {
            self.commands.push(Command::Redo);
        }
        self.step_keys(ctx);
        for (shortcut, command) in [
            (shortcuts::NEW, Command::New),
            (shortcuts::OPEN, Command::Ask(Dialog::OpenProject)),
            (shortcuts::SAVE, Command::Save),
            (shortcuts::FIND, Command::Find),
            (shortcuts::ACTION, Command::BeginActionHere),
        ] {
            if pressed(&shortcut) {
                self.once_written(ctx, command);
            }
        }
    }

    fn open(&mut self, project: Project) {
        self.leave_copy();
        self.known = None;
        self.differs = None;
        self.session.open(project);
        self.screens.sources.mapping.close();
        // Nothing that was typed of one project is seen in another.
        self.screens.documents = documents::Screen::default();
        self.screens.training = training::Screen::default();
        self.screens.action = action_plan::Screen::default();
        self.drafted = action::Drafted::default();
        self.nothing_to_keep();
        self.selected = None;
        // Documents of the former project that are not outside yet are not let out into this one.
        if matches!(self.export, Some(Export::Making { .. })) {
            self.export = None;
        }
        self.looking = None;
        self.told_changed.clear();
        self.written = None;
        self.provenance = None;
        self.forget_employed();
        self.step = Step::Sources;
    }

    fn sample(&mut self) {
        let names = sample::FILES.iter().map(|(name, _)| Origin::Sample((*name).to_owned()));
        self.session.project.apply(Edit::AddSources(names.collect()));
        if let Ok(territory) = sample::TERRITORY.parse() {
            self.session.project.apply(Edit::Territory(territory));
        }
    }

    fn add(&mut self, paths: &[PathBuf]) {
        if let [only] = paths
            && (is_project(only) || is_archive(only))
        {
            self.open_file(only);
            return;
        }
        self.gather(paths);
    }

    fn open_file(&mut self, path: &Path) {
        if is_archive(path) {
            self.look_at_archive(files::canonical(path));
            return;
        }
        self.open_project(path);
    }

    fn save_settings(&mut self) {
        let Some(folder) = &self.folder else { return };
        let written = self.settings.to_text().map_err(|error| error.to_string()).and_then(|text| {
            files::write_atomic(&folder.join("settings.ron"), text.as_bytes(), false)
                .map_err(|error| error.to_string())
        });
        if let Err(error) = written {
            self.message = Some(error);
        }
    }

    /// Draws everything.
    pub fn draw(&mut self, ui: &mut Ui) {
        let ctx = ui.ctx().clone();
        field::begin(&ctx);
        let (step, find) = (self.step, std::mem::take(&mut self.find));
        let employed = self.employed();
        let found_work = self.found_work();
        let under_way = self.export.as_ref().map(Export::progress);
        let Self { session, settings, screens, picking, commands, written, .. } = self;
        let export = documents::Export {
            written: written.as_deref(),
            under_way: under_way.map(|(done, all, _)| (done, all)),
        };
        let mut view = View {
            session,
            settings,
            selected: self.selected,
            commands,
            picking,
            find,
            recovery: found_work.as_deref(),
            sharing: self.sharing,
            employed,
        };
        egui::Panel::top("bar").show(ui, |ui| bar(ui, &mut view));
        egui::Panel::left("rail")
            .resizable(false)
            .exact_size(152.0)
            .show(ui, |ui| rail(ui, &mut view, step));
        egui::CentralPanel::default().show(ui, |ui| match step {
            Step::Sources => screens.sources.show(ui, &mut view),
            Step::Survey => screens.survey.show(ui, &mut view),
            Step::Diagnosis => screens.diagnosis.show(ui, &mut view),
            Step::Training => screens.training.show(ui, &mut view),
            Step::Programmes => screens.programmes.show(ui, &mut view),
            Step::Documents => screens.documents.show(ui, &mut view, export),
            Step::Actions => screens.action.show(ui, &mut view),
        });
        self.windows(&ctx);
        self.after_fields(&ctx);
        if !self.commands.is_empty() || self.awaits_paper() {
            ctx.request_repaint();
        }
    }
}

fn is_project(path: &Path) -> bool {
    path.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("bassin"))
}

fn read_text(path: &Path) -> Result<String, String> {
    let bytes = files::read(path, file::MOST_BYTES).map_err(|error| error.to_string())?;
    String::from_utf8(bytes).map_err(|error| error.to_string())
}

impl eframe::App for App {
    fn logic(&mut self, ctx: &Context, _frame: &mut eframe::Frame) {
        Self::logic(self, ctx);
    }

    fn ui(&mut self, ui: &mut Ui, _frame: &mut eframe::Frame) {
        self.draw(ui);
    }
}
