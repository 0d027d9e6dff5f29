//! The map on the screen, written as a picture off the window's thread.

use crate::jobs::Outcome;
use crate::project::Origin;
use crate::ui::app::App;
use crate::ui::maps;
use std::path::Path;
use std::sync::Arc;

impl App {
    /// Writes the map as it is drawn: same shapes, same classes, same words.
    pub(super) fn write_map(&mut self, path: &Path) {
        let Some(shot) = self.screens.diagnosis.map_shot(&self.session) else { return };
        let sources = self.session.project.decisions().sources.iter();
        let sources = sources.filter_map(|source| match &source.origin {
            Origin::File(path) => Some(path.clone()),
            Origin::Sample(_) => None,
        });
        let (sources, catalog) = (sources.collect(), Arc::clone(&self.session.catalog));
        match maps::write(shot, catalog, path.to_owned(), sources, self.session.waker()) {
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
                self.message = Some(catalog.with("map-written", &[("path", (&path).into())]));
            }
            Outcome::Done(Err(error)) => self.message = Some(error),
            Outcome::Failed => self.message = Some(catalog.text("window-export-failed")),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Language;
    use crate::ui::Opening;
    use crate::ui::command::{Command, Step};
    use egui::{Context, RawInput};

    fn settle(app: &mut App, ctx: &Context) {
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
        app.session.project.apply(crate::project::Edit::AddSources(vec![Origin::File(
            crate::files::canonical(&source),
        )]));
        settle(&mut app, &ctx);
        app.run(&ctx, Command::MapTo(source.clone()));
        settle(&mut app, &ctx);
        assert!(app.message.take().is_some(), "refused, and told");
        assert_eq!(crate::files::read(&source, 10).unwrap(), b"x");
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
}
