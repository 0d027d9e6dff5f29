//! What an archive holds and does not, in sentences: for the command line and the window.

use crate::archive::manifest::{Manifest, Source};
use crate::archive::{PackError, Refusal};
use crate::format::integer;
use crate::i18n::Catalog;

/// One line for each source: what it is, whether it is inside, and why not.
pub fn sources(manifest: &Manifest, catalog: &Catalog) -> Vec<String> {
    manifest.sources.iter().map(|source| one(source, catalog)).collect()
}

fn one(source: &Source, catalog: &Catalog) -> String {
    let mut kinds: Vec<String> = Vec::new();
    for table in &source.tables {
        let kind = catalog.text(&format!("kind-{}", table.kind.id()));
        let told = match table.vintage {
            Some(year) => format!("{kind} {year}"),
            None => kind,
        };
        if !kinds.contains(&told) {
            kinds.push(told);
        }
    }
    let why = catalog.text(&format!("archive-why-{}", source.why.id()));
    let list = kinds.join(&catalog.text("list-separator"));
    let key = if list.is_empty() { "archive-source-unread" } else { "archive-source" };
    catalog.with(
        key,
        &[("name", (&source.name).into()), ("kinds", (&list).into()), ("why", (&why).into())],
    )
}

/// What is to be known beside its sources: how it is to be treated, what was left out with the data
/// of respondents, by which version it was made.
pub fn notes(manifest: &Manifest, catalog: &Catalog) -> Vec<String> {
    let mut notes = Vec::new();
    let mut counted = |key: &str, count: u32| {
        if count > 0 {
            let shown = integer(f64::from(count), catalog.language());
            let args = [("count", count.into()), ("shown", (&shown).into())];
            notes.push(catalog.with(key, &args));
        }
    };
    if manifest.memory.inside {
        counted("archive-memory-inside", manifest.memory.exports);
    } else {
        counted("archive-memory-left", manifest.memory.exports);
    }
    counted("archive-labels-left", manifest.left_out.labels);
    counted("archive-mappings-left", manifest.left_out.mappings);
    counted("archive-traces-left", manifest.left_out.traces);
    let key = if manifest.memory.inside { "archive-treat" } else { "archive-own-words" };
    notes.push(catalog.text(key));
    if manifest.made_by != env!("CARGO_PKG_VERSION") {
        let version = manifest.made_by.as_str();
        notes.push(catalog.with("archive-other-version", &[("version", version.into())]));
    }
    notes
}

/// Why an archive is not opened.
pub fn refused(refusal: &Refusal, catalog: &Catalog) -> String {
    let why = catalog.text(&format!("archive-refused-{}", refusal.id()));
    let detail = match refusal {
        Refusal::Damaged(detail) => detail.clone(),
        Refusal::Newer(version) => version.to_string(),
        Refusal::Trick { name, .. } => name.clone(),
        Refusal::NotOne | Refusal::Cancelled => String::new(),
    };
    if detail.is_empty() {
        return why;
    }
    catalog.with("archive-refused-of", &[("why", (&why).into()), ("detail", (&detail).into())])
}

/// Members that are not what they were.
pub fn spoilt(names: &[String], catalog: &Catalog) -> Vec<String> {
    let told = |name: &String| catalog.with("archive-spoilt", &[("name", name.into())]);
    names.iter().map(told).collect()
}

/// Why there is no archive; `file` tells of a source that cannot be read.
pub fn not_made<E>(error: &PackError<E>, file: impl Fn(&E) -> String, catalog: &Catalog) -> String {
    match error {
        PackError::Source(error) => file(error),
        PackError::Changed(path) => {
            let path = path.display().to_string();
            catalog.with("archive-changed", &[("path", (&path).into())])
        }
        PackError::TooLarge => catalog.text("archive-too-large"),
        PackError::Archive(error) => {
            catalog.with("error-other", &[("detail", (&error.to_string()).into())])
        }
        PackError::Without(error) => {
            catalog.with("error-other", &[("detail", (&error.to_string()).into())])
        }
        PackError::Text(error) => {
            catalog.with("error-other", &[("detail", (&error.to_string()).into())])
        }
        PackError::Manifest(error) => {
            catalog.with("error-other", &[("detail", (&error.to_string()).into())])
        }
    }
}
