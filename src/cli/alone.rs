//! Files of one reader: the catalogue of a training body, the headcount of a company.

use crate::cli::{Failure, complain_of, read_all, read_untold, reference, sources_of};
use crate::i18n::Catalog;
use crate::loading::Kept;
use crate::tables::Table;
use crate::tables::headcount::Headcounts;
use std::collections::BTreeSet;
use std::path::Path;

/// The catalogue of a body: its name, and its contents, by which it is known among the files.
pub fn catalogue(
    path: &Path,
    kept: &Kept,
    catalog: &Catalog,
) -> Result<(String, BTreeSet<String>), Failure> {
    let alone = sources_of(vec![path.to_owned()], catalog)?;
    let tables = read_all(&alone, &reference()?, kept, catalog)?;
    let contents = tables.iter().map(|table| table.fingerprint.clone()).collect();
    let name = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
    Ok((name, contents))
}

/// The headcount of a company, once what is wrong with it is said. Never kept for the next time: it
/// belongs to the company.
pub fn headcounts(path: &Path, catalog: &Catalog) -> Result<Headcounts, Failure> {
    let alone = sources_of(vec![path.to_owned()], catalog)?;
    let tables = read_untold(&alone, &reference()?, &Kept::default(), catalog)?;
    let headcounts = tables.iter().find_map(|table| match &table.table {
        Table::Headcounts(headcounts) => Some(headcounts.clone()),
        _ => None,
    });
    // What stands in the way of reading it is told before it is refused.
    complain_of(&tables, catalog);
    let headcounts = headcounts.ok_or_else(|| {
        let path = path.display().to_string();
        Failure::could_not(catalog.with("error-not-a-headcount", &[("path", (&path).into())]))
    })?;
    Ok(headcounts)
}
