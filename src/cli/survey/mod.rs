//! `bassin survey …`: the employer survey, from the questionnaire to the register of needs.
//!
//! Nothing here prints an identifier of a respondent, but for the reports of the collection and the
//! list of reminders, which name files, cells and establishments to whoever holds them.

mod collect;
mod estimate;
mod kit;
mod labels;
mod reminders;
mod stated;
mod surveyed;
mod weights;

use crate::cli::{Failure, territory};
use crate::files;
use crate::i18n::Catalog;
use crate::loading::Kept;
use crate::model::Date;
use clap::Subcommand;
use std::path::{Path, PathBuf};

#[derive(Debug, Subcommand)]
pub enum Verb {
    /// Writes the questionnaire, its codebook and a cover note.
    Kit(kit::Args),
    /// Gathers filled questionnaires into the tables of one survey.
    Collect(collect::Args),
    /// Weights of the respondents on a register: groups, margins, what weighting costs.
    Weights(weights::Args),
    /// Register of needs by occupation, with intervals, under the secrecy rules. What is printed is
    /// published: given a project, figures are decided with what has left it before, and are added
    /// to its memory.
    Estimate(estimate::Args),
    /// Who was invited and is to be asked again, the largest first.
    Reminders(reminders::Args),
    /// ROME and FAP of job labels as employers type them.
    Match(labels::Args),
}

/// What every verb of the survey is given.
#[derive(Clone, Copy)]
struct Setting<'a> {
    kept: &'a Kept,
    catalog: &'a Catalog,
    today: Date,
}

pub fn run(verb: &Verb, kept: &Kept, catalog: &Catalog, today: Date) -> Result<String, Failure> {
    let setting = Setting { kept, catalog, today };
    match verb {
        Verb::Kit(args) => kit::run(args, setting),
        Verb::Collect(args) => collect::run(args, setting),
        Verb::Weights(args) => weights::run(args, setting),
        Verb::Estimate(args) => estimate::run(args, setting),
        Verb::Reminders(args) => reminders::run(args, setting),
        Verb::Match(args) => labels::run(args, setting),
    }
}

/// Extensions of files: a folder is not called so.
const OF_FILES: [&str; 9] = ["csv", "docx", "json", "ods", "pdf", "txt", "xls", "xlsb", "xlsx"];

/// A folder to write into.
///
/// # Errors
/// When its name is that of a file, unless such a folder is there.
fn folder<'a>(out: &'a Path, catalog: &Catalog) -> Result<&'a Path, Failure> {
    let extension = out.extension().map(|found| found.to_string_lossy().to_lowercase());
    let of_file = extension.is_some_and(|found| OF_FILES.contains(&found.as_str()));
    if !of_file || files::is_folder(out) {
        return Ok(out);
    }
    let (path, hint) = (out.display().to_string(), out.with_extension("").display().to_string());
    let args = [("path", (&path).into()), ("hint", (&hint).into())];
    Err(Failure::usage(catalog.with("error-out-is-a-file", &args)))
}

/// Writes files of ours: never over a file that is there, unless `force`, and never over a source.
fn write(
    folder: &Path,
    made: &[(String, Vec<u8>)],
    sources: &[PathBuf],
    force: bool,
    catalog: &Catalog,
) -> Result<Vec<PathBuf>, Failure> {
    let there = made.iter().map(|(name, _)| folder.join(name)).find(|path| files::exists(path));
    if let Some(path) = there.filter(|_| !force) {
        let path = path.display().to_string();
        let text = catalog.with("error-file-exists", &[("path", (&path).into())]);
        return Err(Failure::could_not(text));
    }
    files::write_results(folder, made, sources)
        .map_err(|error| crate::cli::file_failure(&error, catalog))
}

/// The paths written, one a line, after a sentence.
fn written(paths: &[PathBuf], catalog: &Catalog) -> String {
    let mut text = catalog.text("cli-written");
    text.push('\n');
    for path in paths {
        text.push_str("  ");
        text.push_str(&path.display().to_string());
        text.push('\n');
    }
    text
}

#[cfg(test)]
mod tests;
