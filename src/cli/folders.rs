//! The files under the paths given, and what is left out of folders.

use crate::cli::{Failure, complain, file_failure};
use crate::files::{self, Found, Skipped};
use crate::format::integer;
use crate::i18n::Catalog;
use std::path::PathBuf;

/// The files under paths and folders; what is left out of folders is said once.
pub fn expand(paths: &[PathBuf], catalog: &Catalog) -> Result<Vec<PathBuf>, Failure> {
    let found = files::find(paths).map_err(|error| file_failure(&error, catalog))?;
    Ok(told(found, catalog))
}

/// The files found, once it is said what is left out.
pub fn told(found: Found, catalog: &Catalog) -> Vec<PathBuf> {
    let Found { files, skipped } = found;
    let Skipped { hidden, locks, links, deep, closed } = skipped;
    let counts = [
        ("cli-skipped-hidden", hidden),
        ("cli-skipped-locks", locks),
        ("cli-skipped-links", links),
        ("cli-skipped-deep", deep),
        ("cli-skipped-closed", closed),
    ];
    let told: Vec<String> = counts
        .into_iter()
        .filter(|(_, count)| *count > 0)
        .map(|(key, count)| {
            let shown = integer(f64::from(count), catalog.language());
            catalog.with(key, &[("count", count.into()), ("shown", (&shown).into())])
        })
        .collect();
    if !told.is_empty() {
        let list = told.join(&catalog.text("list-separator"));
        complain(&catalog.with("cli-skipped", &[("list", (&list).into())]));
    }
    files
}
