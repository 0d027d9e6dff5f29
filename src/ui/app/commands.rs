//! Commands, run after drawing.

use crate::i18n::Catalog;
use crate::project::Project;
use crate::ui::app::App;
use crate::ui::command::{Command, Dialog, Step};
use crate::ui::widgets::digit;
use egui::{Context, Event};
use std::sync::Arc;

impl App {
    pub(super) fn run(&mut self, ctx: &Context, command: Command) {
        self.session.settle_unless(&command);
        match command {
            Command::Go(step) => self.step = step,
            Command::Do(edit) => self.session.apply(edit, &mut self.message),
            Command::Unlearn(key) => self.session.own.forget(&key, &mut self.message),
            Command::Undo => self.session.undo(&mut self.message),
            Command::Redo => self.session.redo(&mut self.message),
            Command::New => self.open(Project::default()),
            Command::Sample => self.sample(),
            Command::Recover => self.recover(ctx),
            Command::ForgetRecovery => self.refuse_work(),
            Command::Ask(dialog) => self.ask(dialog),
            Command::Add(paths) => self.add(&paths),
            Command::Open(path) => self.open_file(&path),
            Command::Save => match self.session.project.path.clone() {
                Some(path) => {
                    self.save(&path);
                }
                None => self.ask(Dialog::SaveProject),
            },
            Command::SaveAs(path) => {
                if self.save(&path) && self.session.project.saved_log().is_some() {
                    self.message = Some(self.session.catalog.text("secrecy-file-why"));
                }
            }
            Command::ChooseArchive => self.handed.choose(),
            Command::ArchiveTo(with, path) => self.archive(with, path),
            Command::RestoreInto(folder) => self.restore(&folder),
            Command::ReadAgain(origin) => self.session.read_again(&origin),
            Command::CancelReading => self.session.cancel_reading(),
            Command::MapColumns(origin) => self.session.begin_mapping(&origin),
            Command::WantAtlas => self.session.want_atlas(),
            Command::Try(method) => self.session.try_method(method),
            Command::AskMap(question) => self.session.maps.ask(question),
            Command::Perimeter(path) => self.add_perimeter(&path),
            Command::Devices(path) => self.add_devices(&path),
            Command::Headcount(path) => self.choose_employed(path),
            Command::Logo(path) => self.choose_logo(path),
            Command::ForgetHeadcount => self.forget_employed(),
            Command::Prepare(about) => {
                self.screens.documents.prepare(&about);
                self.step = Step::Documents;
            }
            Command::Select(code) => self.selected = Some(code),
            Command::CloseSheet => self.selected = None,
            Command::Explain(asked) => self.provenance = self.session.where_from(*asked),
            Command::Trace(id) => self.provenance = self.session.where_in_paper(id),
            Command::Copy(text) => self.copy(ctx, text, false),
            Command::CopyWords(text) => self.copy_words(ctx, text),
            Command::CopySurvey(text) => self.copy(ctx, text, true),
            Command::MapTo(_) | Command::ChartTo(..) | Command::Export(_) => {
                self.leave_fresh(command);
            }
            Command::StopMap => self.session.maps.stop(),
            Command::ResumeMap => self.session.maps.resume(),
            Command::ExportTo(_)
            | Command::CsvInternational(_)
            | Command::Language(_)
            | Command::Theme(_)
            | Command::Zoom(_)
            | Command::Who(_) => self.prefer(command),
            // Dropping the work cancels it.
            Command::CancelExport => {
                self.looking = None;
                self.export = None;
            }
            Command::KitTo(folder) => self.write_questionnaire(folder),
            Command::CollectFrom(folder) => self.collect(folder),
            Command::Resample(wanted) => self.session.resample(wanted),
            Command::Choose(wanted) => self.session.choose(wanted),
            Command::Compare(names) => self.session.compare_scenarios(names),
            Command::BeginAction(from) => self.begin_action(&from),
            Command::BeginActionHere => {
                let from = self.looked_at();
                self.begin_action(&from);
            }
            Command::Sharing(sharing) => {
                self.sharing = sharing;
                self.shared = None;
            }
            Command::Tell(key) => self.message = Some(self.session.catalog.text(key)),
            Command::Find => self.find = true,
        }
    }

    /// Ctrl and the number of a step goes to it, once what is typed is written.
    pub(super) fn step_keys(&mut self, ctx: &Context) {
        let step = |event: &Event| {
            let (place, with) = digit(event)?;
            let bare = with.command && !with.alt && !with.shift;
            Step::ALL.get(place).copied().filter(|_| bare)
        };
        if let Some(step) = ctx.input(|input| input.events.iter().find_map(step)) {
            self.screens.action.arrive();
            self.once_written(ctx, Command::Go(step));
        }
    }

    /// What the user prefers, kept for the next time.
    fn prefer(&mut self, command: Command) {
        match command {
            Command::ExportTo(folder) => self.settings.export_folder = Some(folder),
            Command::CsvInternational(on) => self.settings.csv_international = on,
            Command::Language(language) => {
                language.tag().clone_into(&mut self.settings.language);
                match Catalog::new(language) {
                    Ok(catalog) => self.session.catalog = Arc::new(catalog),
                    Err(error) => self.message = Some(error.to_string()),
                }
                self.provenance = None;
            }
            Command::Theme(theme) => self.settings.theme = theme,
            Command::Zoom(zoom) => self.settings.zoom = zoom,
            Command::Who(who) => self.settings.who = who,
            _ => {}
        }
        self.save_settings();
    }
}
