//! Writes the documents of an analysis to a folder, off the window's thread.

use crate::files;
use crate::i18n::Catalog;
use crate::jobs::Job;
use crate::report::document::Document;
use crate::report::{csv as delimited, xlsx};
use crate::ui::command::Formats;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// The files written, or why they could not be.
pub type Written = Result<Vec<PathBuf>, String>;

/// Starts writing.
///
/// # Errors
/// When the system refuses a thread.
pub fn start(
    document: Arc<Document>,
    catalog: Arc<Catalog>,
    folder: PathBuf,
    formats: Formats,
    sources: Vec<PathBuf>,
    wake: impl Fn() + Send + 'static,
) -> std::io::Result<Job<Written>> {
    Job::spawn("export", wake, move |_| write(&document, &catalog, &folder, formats, &sources))
}

fn write(
    document: &Document,
    catalog: &Catalog,
    folder: &Path,
    formats: Formats,
    sources: &[PathBuf],
) -> Written {
    let mut made: Vec<(String, Vec<u8>)> = Vec::new();
    if formats.xlsx {
        let bytes = xlsx::workbook(document, catalog).map_err(|error| error.to_string())?;
        made.push(("bassin.xlsx".to_owned(), bytes));
    }
    if formats.csv {
        for table in &document.tables {
            let bytes = delimited::table(table, catalog).map_err(|error| error.to_string())?;
            made.push((delimited::file_name(table), bytes));
        }
        let (name, bytes) = delimited::read_me(document, catalog);
        made.push((name.to_owned(), bytes));
    }
    files::write_results(folder, &made, sources).map_err(|error| {
        let path = error.path.display().to_string();
        catalog.file(error.id(), &error.source.to_string(), &path)
    })
}
