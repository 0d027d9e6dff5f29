//! The questionnaire written to a folder, and a folder of filled ones collected, off the window's
//! thread.

use crate::files;
use crate::i18n::Catalog;
use crate::jobs::Job;
use crate::model::Date;
use crate::readers::kit::{Collected, Known, collect, to_csv};
use crate::reference::Reference;
use crate::reference::questionnaire::Questionnaire;
use crate::report::kit::{Commune, KitSettings, codebook_xlsx, cover_note, questionnaire_xlsx};
use crate::words;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// Bytes of a filled questionnaire, at most.
const MAX_FILLED: u64 = 8 * 1024 * 1024;
/// Where collected answers are written, beside the questionnaires.
const COLLECTED: &str = "collecte";
const CONTACTS: &str = "contacts_prive.csv";

/// What was written and what is to be said of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Done {
    pub written: Vec<PathBuf>,
    /// Sources to add to the project.
    pub sources: Vec<PathBuf>,
    pub told: String,
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
    Ok(Done { written, sources: Vec::new(), told: catalog.text("kit-written") })
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
    let found =
        files::expand(&[folder.to_owned()]).map_err(|error| words::file(&error, catalog))?;
    let mut read: Vec<(String, Vec<u8>)> = Vec::new();
    for path in found.iter().filter(|path| !path.starts_with(&out)) {
        let bytes = files::read(path, MAX_FILLED).map_err(|error| words::file(&error, catalog))?;
        let name = path.strip_prefix(folder).unwrap_or(path).to_string_lossy().into_owned();
        read.push((name, bytes));
    }
    let given: Vec<(&str, &[u8])> =
        read.iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice())).collect();
    let questionnaire = Questionnaire::shipped().map_err(|error| error.to_string())?;
    let reference = Reference::embedded().map_err(|error| error.to_string())?;
    let contacts = out.join(CONTACTS);
    let known = if files::exists(&contacts) {
        let bytes =
            files::read(&contacts, MAX_FILLED).map_err(|error| words::file(&error, catalog))?;
        let path = contacts.display().to_string();
        let no_list = || catalog.with("survey-collect-no-contacts", &[("file", (&path).into())]);
        Known::read(&bytes).ok_or_else(no_list)?
    } else {
        Known::default()
    };
    let collected = collect(&given, &known, &questionnaire, &reference);
    if collected.establishments.rows.is_empty() {
        return Err(catalog.text("collect-nothing"));
    }
    let made = vec![
        ("enquete_etablissements.csv".to_owned(), to_csv(&collected.establishments)),
        ("enquete_metiers.csv".to_owned(), to_csv(&collected.occupations)),
        ("souhaits_formation.csv".to_owned(), to_csv(&collected.wishes)),
        (CONTACTS.to_owned(), to_csv(&collected.contacts)),
        ("rejets.csv".to_owned(), rejects(&collected, &questionnaire, catalog)),
    ];
    let written =
        files::write_results(&out, &made, &found).map_err(|error| words::file(&error, catalog))?;
    let sources = written.iter().take(2).cloned().collect();
    let count = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
    let mut told = catalog.with(
        "collect-done",
        &[
            ("files", count(read.len()).into()),
            ("kept", count(collected.establishments.rows.len()).into()),
            ("rejects", count(collected.rejects.len()).into()),
            ("duplicates", count(collected.duplicates.len()).into()),
            ("replaced", count(collected.replaced.len()).into()),
            ("folder", (&out.display().to_string()).into()),
        ],
    );
    for one in &collected.alike {
        told.push(' ');
        told.push_str(&words::alike(one, catalog));
        told.push('.');
    }
    Ok(Done { written, sources, told })
}

/// What was not taken, by file and cell, for the surveyor to ask again.
fn rejects(collected: &Collected, questionnaire: &Questionnaire, catalog: &Catalog) -> Vec<u8> {
    let header = ["fichier", "feuille", "cellule", "question", "trouve", "motif"];
    let mut table =
        crate::readers::kit::Table { header: header.map(str::to_owned).to_vec(), rows: Vec::new() };
    for reject in &collected.rejects {
        table.rows.push(vec![
            reject.file.clone(),
            reject.sheet.clone(),
            reject.cell.clone(),
            reject.question.clone(),
            reject.found.clone(),
            words::fault(&reject.what, &reject.found, questionnaire, catalog),
        ]);
    }
    to_csv(&table)
}
