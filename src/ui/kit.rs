//! The questionnaire written to a folder, and a folder of filled ones collected, off the window's
//! thread.

use crate::files;
use crate::i18n::Catalog;
use crate::jobs::Job;
use crate::model::Date;
use crate::readers::kit::{Known, collect, to_csv};
use crate::reference::Reference;
use crate::reference::questionnaire::Questionnaire;
use crate::report::kit::{Commune, KitSettings, codebook_xlsx, cover_note, questionnaire_xlsx};
use crate::words;
use crate::words::collection::{self, Line};
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// Bytes of a file that is looked at; a filled questionnaire is far below.
const MAX_FILLED: u64 = 64 * 1024 * 1024;
/// Where collected answers are written, beside the questionnaires.
const COLLECTED: &str = "collecte";
const CONTACTS: &str = "contacts_prive.csv";
/// The invited who are to be asked again, with their addresses.
const REMINDERS: &str = "relances_prive.csv";

/// What was written and what is to be said of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Done {
    pub written: Vec<PathBuf>,
    /// Sources to add to the project.
    pub sources: Vec<PathBuf>,
    pub told: String,
    /// What became of the files of a collection.
    pub followed: Vec<Line>,
}

pub type Outcome = Result<Done, String>;

/// The words of the questionnaire that change from one survey to the next.
#[derive(Clone, Debug, PartialEq)]
pub struct Asked {
    pub title: String,
    pub collector: String,
    pub contact: String,
    pub deadline: Date,
    pub wave: String,
    pub as_of: Date,
    pub communes: Vec<Commune>,
}

/// Writes the questionnaire, its list of variables and the note that goes with it.
///
/// # Errors
/// When the system refuses a thread.
pub fn write(
    asked: Asked,
    folder: PathBuf,
    catalog: Arc<Catalog>,
    wake: impl Fn() + Send + 'static,
) -> std::io::Result<Job<Outcome>> {
    Job::spawn("questionnaire", wake, move |_| written(asked, &folder, &catalog))
}

fn written(asked: Asked, folder: &Path, catalog: &Catalog) -> Outcome {
    let Asked { title, collector, contact, deadline, wave, as_of, communes } = asked;
    let language = catalog.language();
    let settings =
        KitSettings { title, collector, contact, deadline, language, wave, as_of, communes };
    let text = |error: &dyn std::fmt::Display| error.to_string();
    let questionnaire = Questionnaire::shipped().map_err(|error| text(&error))?;
    let workbook = questionnaire_xlsx(&questionnaire, &settings).map_err(|error| text(&error))?;
    let codebook = codebook_xlsx(&questionnaire, &settings).map_err(|error| text(&error))?;
    let note = cover_note(&questionnaire, &settings);
    let made = vec![
        ("questionnaire.xlsx".to_owned(), workbook),
        ("codebook.xlsx".to_owned(), codebook),
        ("note_accompagnement.txt".to_owned(), note.into_bytes()),
    ];
    for (name, _) in &made {
        let path = folder.join(name);
        // What an employer has filled in is never written over.
        if files::exists(&path) {
            let path = path.display().to_string();
            return Err(catalog.with("kit-exists", &[("path", (&path).into())]));
        }
    }
    let written =
        files::write_results(folder, &made, &[]).map_err(|error| words::file(&error, catalog))?;
    let mut told = catalog.text("kit-written");
    // A list of codes alone is one that nobody reads.
    if settings.communes.iter().any(|commune| commune.label == commune.code) {
        told = format!("{told} {}", catalog.text("survey-kit-codes-alone"));
    }
    Ok(Done { written, sources: Vec::new(), told, followed: Vec::new() })
}

/// Collects the filled questionnaires of a folder; they are read, never changed.
///
/// # Errors
/// When the system refuses a thread.
pub fn gather(
    folder: PathBuf,
    catalog: Arc<Catalog>,
    wake: impl Fn() + Send + 'static,
) -> std::io::Result<Job<Outcome>> {
    Job::spawn("collect", wake, move |_| gathered(&folder, &catalog))
}

fn gathered(folder: &Path, catalog: &Catalog) -> Outcome {
    let out = folder.join(COLLECTED);
    let mut found =
        files::expand(&[folder.to_owned()]).map_err(|error| words::file(&error, catalog))?;
    // What a former collection made is made again.
    found.retain(|path| !path.starts_with(&out));
    let mut read: Vec<(String, Vec<u8>)> = Vec::new();
    let mut unread = Vec::new();
    for path in &found {
        let name = path.strip_prefix(folder).unwrap_or(path).to_string_lossy().into_owned();
        // One file that cannot be opened costs its answers, and no other's.
        match files::read(path, MAX_FILLED) {
            Ok(bytes) => read.push((name, bytes)),
            Err(error) => {
                let message = catalog.file(error.id(), &error.source.to_string(), &name);
                unread.push(Line::unread(&name, &message));
            }
        }
    }
    let given: Vec<(&str, &[u8])> =
        read.iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice())).collect();
    let questionnaire = Questionnaire::shipped().map_err(|error| error.to_string())?;
    let reference = Reference::embedded().map_err(|error| error.to_string())?;
    let known = known(&out.join(CONTACTS), catalog)?;
    let collected = collect(&given, &known, &questionnaire, &reference);
    let n_unread = unread.len();
    let followed = collection::lines(&collected, unread, &questionnaire, catalog);
    if collected.n_answers == 0 {
        let told: Vec<String> = followed.iter().map(|line| line.text(catalog)).collect();
        let nothing = catalog.text("collect-nothing");
        return Err([nothing].into_iter().chain(told).collect::<Vec<_>>().join("\n"));
    }
    let made = vec![
        ("enquete_etablissements.csv".to_owned(), to_csv(&collected.establishments)),
        ("enquete_metiers.csv".to_owned(), to_csv(&collected.occupations)),
        ("souhaits_formation.csv".to_owned(), to_csv(&collected.wishes)),
        (CONTACTS.to_owned(), to_csv(&collected.contacts)),
        (REMINDERS.to_owned(), to_csv(&collected.reminders)),
        (collection::FILE.to_owned(), to_csv(&collection::table(&followed, catalog))),
    ];
    let written =
        files::write_results(&out, &made, &found).map_err(|error| words::file(&error, catalog))?;
    // Wishes that nobody has are no source.
    let n_tables = if collected.wishes.rows.is_empty() { 2 } else { 3 };
    let sources = written.iter().take(n_tables).cloned().collect();
    let count = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
    let mut told = catalog.with(
        "collect-done",
        &[
            ("files", count(read.len()).into()),
            ("kept", count(collected.n_answers).into()),
            ("missing", count(collected.n_missing).into()),
            ("rejects", count(collected.rejects.len()).into()),
            ("duplicates", count(collected.duplicates.len()).into()),
            ("replaced", count(collected.replaced.len()).into()),
            ("unread", count(n_unread).into()),
            ("file", collection::FILE.into()),
            ("folder", (&out.display().to_string()).into()),
        ],
    );
    for one in &collected.alike {
        told.push(' ');
        told.push_str(&words::alike(one, catalog));
        told.push('.');
    }
    Ok(Done { written, sources, told, followed })
}

/// The contacts of the former collection in the same folder.
fn known(path: &Path, catalog: &Catalog) -> Result<Known, String> {
    if !files::exists(path) {
        return Ok(Known::default());
    }
    let bytes = files::read(path, MAX_FILLED).map_err(|error| words::file(&error, catalog))?;
    let path = path.display().to_string();
    let no_list = || catalog.with("survey-collect-no-contacts", &[("file", (&path).into())]);
    Known::read(&bytes).ok_or_else(no_list)
}
