//! The map and the charts on the screen, written as pictures off the window's thread.

use crate::jobs::{Job, Outcome};
use crate::model::Fap;
use crate::report::chart::Kind;
use crate::ui::app::App;
use crate::ui::export::Written;
use crate::ui::maps;
use crate::ui::pictures::{self, Asked};
use std::path::{Path, PathBuf};
use std::sync::Arc;

impl App {
    /// Writes the map as it is drawn: same shapes, same classes, same words.
    pub(super) fn write_map(&mut self, path: &Path) {
        let Some(shot) = self.screens.diagnosis.map_shot(&self.session) else { return };
        let (sources, catalog) = (self.session.protected(), Arc::clone(&self.session.catalog));
        let job = maps::write(shot, catalog, path.to_owned(), sources, self.session.waker());
        self.begin_picture(job);
    }

    /// Writes a chart: of the occupations that the diagnosis keeps, or of one, dressed as documents
    /// are. Its figures are of public files, but for balances: those that stand on the local survey
    /// are remembered as having left.
    pub(super) fn write_chart(&mut self, kind: Kind, code: Option<Fap>, path: PathBuf) {
        let Some((document, _)) = self.session.document() else { return };
        let document = Arc::clone(document);
        let mut more = None;
        let kept = if code.is_some() { None } else { self.screens.diagnosis.kept(&self.session) };
        if kind == Kind::Balance {
            let Some((tables, _)) = self.session.planned() else { return };
            more = Some(tables.balances.clone());
            if self.session.plans_on_answers() && !self.remember_export() {
                return;
            }
        }
        let is_public = matches!(kind, Kind::Quadrant | Kind::Intervals | Kind::Trend);
        if !is_public && self.session.survey().is_some() && !self.remember_export() {
            return;
        }
        let dress = self.session.project.decisions().papers.dress.clone();
        let asked = Asked { kind, document, more, code, kept, dress, path };
        let (sources, catalog) = (self.session.protected(), Arc::clone(&self.session.catalog));
        let job = pictures::chart(asked, catalog, sources, self.session.waker());
        self.begin_picture(job);
    }

    fn begin_picture(&mut self, job: std::io::Result<Job<Written>>) {
        match job {
            Ok(job) => self.picture = Some(job),
            Err(error) => self.message = Some(error.to_string()),
        }
    }

    pub(super) fn take_picture(&mut self) {
        let Some(job) = self.picture.take() else { return };
        let catalog = &self.session.catalog;
        match job.poll() {
            Outcome::Running => self.picture = Some(job),
            Outcome::Done(Ok(paths)) => {
                let paths: Vec<String> =
                    paths.iter().map(|path| path.display().to_string()).collect();
                let path = paths.join("\n");
                self.message = Some(catalog.with("picture-written", &[("path", (&path).into())]));
            }
            Outcome::Done(Err(error)) => self.message = Some(error),
            Outcome::Failed => self.message = Some(catalog.text("window-export-failed")),
        }
    }
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;
    use crate::model::Language;
    use crate::ui::Opening;
    use crate::ui::command::{Command, Step};
    use egui::{Context, RawInput};

    pub(in crate::ui::app) fn settle(app: &mut App, ctx: &Context) {
        for _ in 0..30_000 {
            let mut output = ctx.run_ui(RawInput::default(), |ui| {
                app.logic(ctx);
                app.draw(ui);
            });
            // Nothing draws them.
            output.textures_delta.clear();
            if !app.is_busy() && app.commands.is_empty() {
                return;
            }
            std::thread::sleep(std::time::Duration::from_millis(10));
        }
        panic!("the window never settles");
    }

    /// Both pictures are of the map on the screen; a source is never written over.
    #[test]
    fn the_map_on_the_screen_is_written() {
        let folder = tempfile::tempdir().unwrap();
        let today = "2026-11-24".parse().unwrap();
        let language = Some(Language::French);
        let opening = Opening { files: Vec::new(), demo: true, language, today };
        let (mut app, ctx) = (App::with_folder(opening, None).unwrap(), Context::default());
        settle(&mut app, &ctx);
        app.run(&ctx, Command::Go(Step::Diagnosis));
        app.screens.diagnosis.look_at_map();
        settle(&mut app, &ctx);
        for (name, begins) in [("a.svg", &b"<svg"[..]), ("b.PNG", &b"\x89PNG"[..])] {
            let path = folder.path().join(name);
            app.run(&ctx, Command::MapTo(path.clone()));
            settle(&mut app, &ctx);
            let told = app.message.take().unwrap();
            assert!(told.contains(name), "{told}");
            let written = crate::files::read(&path, 64 * 1024 * 1024).unwrap();
            assert!(written.starts_with(begins), "{name}");
        }
        let source = folder.path().join("carte.svg");
        crate::files::write_atomic(&source, b"x", false).unwrap();
        app.session.project.apply(crate::project::Edit::AddSources(vec![
            crate::project::Origin::File(crate::files::canonical(&source)),
        ]));
        settle(&mut app, &ctx);
        app.run(&ctx, Command::MapTo(source.clone()));
        settle(&mut app, &ctx);
        assert!(app.message.take().is_some(), "refused, and told");
        assert_eq!(crate::files::read(&source, 10).unwrap(), b"x");
    }

    /// Of the occupations that the screen keeps.
    #[test]
    fn a_chart_of_the_diagnosis_is_written() {
        let folder = tempfile::tempdir().unwrap();
        let today = "2026-11-24".parse().unwrap();
        let language = Some(Language::French);
        let opening = Opening { files: Vec::new(), demo: true, language, today };
        let (mut app, ctx) = (App::with_folder(opening, None).unwrap(), Context::default());
        settle(&mut app, &ctx);
        for (kind, name, begins) in
            [(Kind::Quadrant, "a.svg", &b"<svg"[..]), (Kind::Intervals, "b.png", &b"\x89PNG"[..])]
        {
            let path = folder.path().join(name);
            app.run(&ctx, Command::ChartTo(kind, None, path.clone()));
            settle(&mut app, &ctx);
            let told = app.message.take().unwrap();
            assert!(told.contains(name), "{told}");
            let written = crate::files::read(&path, 64 * 1024 * 1024).unwrap();
            assert!(written.starts_with(begins), "{name}");
        }
    }

    /// Of an occupation, in the colour and under the name of who publishes.
    #[test]
    fn charts_of_an_occupation_are_dressed_as_documents() {
        let folder = tempfile::tempdir().unwrap();
        let today = "2026-11-24".parse().unwrap();
        let language = Some(Language::French);
        let opening = Opening { files: Vec::new(), demo: true, language, today };
        let (mut app, ctx) = (App::with_folder(opening, None).unwrap(), Context::default());
        settle(&mut app, &ctx);
        let mut papers = app.session.project.decisions().papers.clone();
        papers.dress.accent = Some([0x8a, 0x1c, 0x1c]);
        papers.dress.organisation = "Pays des Essais".to_owned();
        app.run(&ctx, Command::Do(crate::project::Edit::Papers(papers)));
        let code: Fap = "fap2021:V0X60".parse().unwrap();
        for kind in [Kind::Trend, Kind::Causes, Kind::Columns, Kind::Balance] {
            if kind == Kind::Balance {
                app.run(&ctx, Command::Go(Step::Training));
                settle(&mut app, &ctx);
            }
            let path = folder.path().join(format!("{}.svg", kind.id()));
            app.run(&ctx, Command::ChartTo(kind, Some(code), path.clone()));
            settle(&mut app, &ctx);
            let told = app.message.take().unwrap();
            assert!(told.contains(kind.id()), "{told}");
            let text = crate::files::read(&path, 64 * 1024 * 1024).unwrap();
            let text = String::from_utf8(text).unwrap();
            assert!(text.contains("Pays des Essais"), "{kind:?}");
            assert!(text.to_lowercase().contains("#8a1c1c"), "{kind:?}");
        }
        // What stands on answers of the survey has left with it.
        assert!(app.session.plans_on_answers());
        assert!(app.session.project.saved_log().is_some());
    }

    #[test]
    fn a_list_of_communes_is_read_beside_the_window() {
        let folder = tempfile::tempdir().unwrap();
        let today = "2026-11-24".parse().unwrap();
        let opening = Opening { files: Vec::new(), demo: false, language: None, today };
        let (mut app, ctx) = (App::with_folder(opening, None).unwrap(), Context::default());
        let list = folder.path().join("pays.csv");
        crate::files::write_atomic(&list, "15014 Aurillac\n15012\nperdu\n".as_bytes(), false)
            .unwrap();
        app.run(&ctx, Command::Perimeter(list));
        assert!(app.is_busy(), "the window does not wait for it");
        settle(&mut app, &ctx);
        let perimeters = &app.session.project.decisions().perimeters;
        assert_eq!(perimeters.len(), 1);
        assert_eq!(perimeters.iter().flat_map(|one| &one.communes).count(), 2);
        let told = app.message.take().unwrap();
        assert!(told.contains("perdu") && !told.contains("Aurillac"), "{told}");
        app.run(&ctx, Command::Perimeter(folder.path().join("absent.csv")));
        settle(&mut app, &ctx);
        assert!(app.message.is_some());
    }

    /// A device of one's own reaches the candidates and the choice; a faulty file takes nothing.
    #[test]
    fn financing_devices_of_ones_own_reach_the_plan() {
        let folder = tempfile::tempdir().unwrap();
        let today = "2026-11-24".parse().unwrap();
        let opening = Opening { files: Vec::new(), demo: true, language: None, today };
        let (mut app, ctx) = (App::with_folder(opening, None).unwrap(), Context::default());
        settle(&mut app, &ctx);
        let own = folder.path().join("aides.ron");
        let text = "[(id: \"aide\", name: \"Aide du pays\", status: InForce, audiences: \
                    [\"job-seekers\"], payers: [(name: \"Pays\")], verified_on: \"2026-11-01\", \
                    source: \"délibération\", confirm_with: \"le pays\")]";
        crate::files::write_atomic(&own, text.as_bytes(), false).unwrap();
        app.run(&ctx, Command::Devices(own.clone()));
        assert!(app.is_busy(), "the window does not wait for it");
        settle(&mut app, &ctx);
        assert_eq!(app.message.take(), None);
        app.run(&ctx, Command::Go(Step::Programmes));
        settle(&mut app, &ctx);
        let (plan, _) = app.session.plan().unwrap();
        let offered = plan.proposals.iter().filter(|one| one.devices.iter().any(|id| id == "aide"));
        assert!(offered.count() > 0, "no candidate may use it");
        let known = app.session.adjusted().devices().len();
        // A fault is told with its place; what was there stays.
        crate::files::write_atomic(&own, b"[(id: \"aide\")]", true).unwrap();
        app.run(&ctx, Command::Devices(own));
        settle(&mut app, &ctx);
        assert!(app.message.take().unwrap().contains("aides.ron"));
        assert_eq!(app.session.adjusted().devices().len(), known);
        // Taken back by one step.
        app.session.project.undo();
        settle(&mut app, &ctx);
        assert_eq!(app.session.adjusted().devices().len(), known - 1);
    }
}
