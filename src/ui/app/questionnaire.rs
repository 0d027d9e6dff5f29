//! The questionnaire written, the filled ones collected.

use crate::files;
use crate::jobs::{Job, Outcome};
use crate::project::{Edit, Origin};
use crate::ui::app::App;
use crate::ui::command::Step;
use crate::ui::kit;
use std::path::PathBuf;
use std::sync::Arc;

impl App {
    /// The questionnaire was written, or filled ones were collected.
    pub(super) fn take_questionnaire(&mut self) {
        let Some(job) = self.questionnaire.take() else { return };
        match job.poll() {
            Outcome::Running => self.questionnaire = Some(job),
            Outcome::Done(Ok(done)) => {
                self.message = Some(done.told);
                if !done.sources.is_empty() {
                    let file = |path: &PathBuf| Origin::File(files::canonical(path));
                    let sources: Vec<Origin> = done.sources.iter().map(file).collect();
                    // Known from a former collection, they hold other answers now.
                    for source in &sources {
                        self.session.read_again(source);
                    }
                    self.session.project.apply(Edit::AddSources(sources));
                    self.screens.survey.kit.followed = done.followed;
                    self.step = Step::Survey;
                }
            }
            Outcome::Done(Err(error)) => self.message = Some(error),
            Outcome::Failed => {
                self.message = Some(self.session.catalog.text("window-export-failed"));
            }
        }
    }

    fn start_questionnaire(&mut self, job: std::io::Result<Job<kit::Outcome>>) {
        match job {
            Ok(job) => self.questionnaire = Some(job),
            Err(error) => self.message = Some(error.to_string()),
        }
    }

    /// Writes the questionnaire as the screen of the survey describes it.
    pub(super) fn write_questionnaire(&mut self, folder: PathBuf) {
        let (catalog, waker) = (Arc::clone(&self.session.catalog), self.session.waker());
        match self.screens.survey.kit.asked(&self.session) {
            Ok(asked) => self.start_questionnaire(kit::write(asked, folder, catalog, waker)),
            Err(sentence) => self.message = Some(sentence),
        }
    }

    pub(super) fn collect(&mut self, folder: PathBuf) {
        let (catalog, waker) = (Arc::clone(&self.session.catalog), self.session.waker());
        self.start_questionnaire(kit::gather(folder, catalog, waker));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Language;
    use crate::ui::Opening;
    use crate::ui::app::pictures::tests::settle;
    use crate::ui::command::Command;
    use egui::Context;

    const KITS: [(&str, &[u8]); 3] = [
        ("a.xlsx", include_bytes!("../../../tests/data/libreoffice_kit/01_boulangerie.xlsx")),
        ("b.xlsx", include_bytes!("../../../tests/data/libreoffice_kit/02_garage.xlsx")),
        ("c.ods", include_bytes!("../../../tests/data/libreoffice_kit/03_ehpad.ods")),
    ];
    const INVITED: &str = "Numéro;Nom;SIRET;Code APE;Code Insee;Tranche\n\
         N1;Fournil des Monts (fictif);73282932000074;1071C;15014;10-19\n\
         N3;EHPAD Les Tilleuls (fictif);55210055400013;8710A;15014;50-99\n\
         N9;Scierie (fictif);44306184100047;1610A;15014;20-49\n";

    /// Answers collected a second time are those that the figures are made of; a file that cannot be
    /// opened costs nothing but itself; wishes are a source; who was invited is asked.
    #[test]
    fn a_second_collection_is_read() {
        let folder = tempfile::tempdir().unwrap();
        let put = |name: &str, bytes: &[u8]| {
            files::write_atomic(&folder.path().join(name), bytes, false).unwrap();
        };
        let today = "2026-11-24".parse().unwrap();
        let language = Some(Language::French);
        let opening = Opening { files: Vec::new(), demo: false, language, today };
        let (mut app, ctx) = (App::with_folder(opening, None).unwrap(), Context::default());
        settle(&mut app, &ctx);
        let counts = |app: &App| {
            let total = app.session.survey().expect("a survey").0.survey.board.total;
            (total.answered, total.asked)
        };
        for (name, bytes) in &KITS[..2] {
            put(name, bytes);
        }
        put("trop_grand.xlsx", &vec![0; 65 * 1024 * 1024]);
        app.run(&ctx, Command::CollectFrom(folder.path().to_owned()));
        settle(&mut app, &ctx);
        assert_eq!(counts(&app), (2, 2));
        assert_eq!(app.session.project.decisions().sources.len(), 3, "with the wishes");
        let told = app.message.take().unwrap();
        assert!(told.contains("2 réponses") && told.contains("1 fichier illisible"), "{told}");
        let followed = &app.screens.survey.kit.followed;
        assert!(followed.iter().any(|line| line.file == "trop_grand.xlsx"), "{followed:?}");
        assert!(files::exists(&folder.path().join("collecte/suivi_collecte_prive.csv")));
        put(KITS[2].0, KITS[2].1);
        put("invites.csv", INVITED.as_bytes());
        app.run(&ctx, Command::CollectFrom(folder.path().to_owned()));
        settle(&mut app, &ctx);
        assert_eq!(counts(&app), (3, 4), "one was invited and sent nothing: {:?}", app.message);
        assert_eq!(app.session.project.decisions().sources.len(), 3);
    }
}
