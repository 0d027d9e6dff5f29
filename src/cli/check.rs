//! `bassin check FILES…`: what each file is, and every issue with its place.

use crate::analysis::disagreement::disagreements;
use crate::analysis::stacking::pairs as pairs_of;
use crate::cli::{Failure, complain, file_failure, json, named, read_each, sources_of, told};
use crate::files::{self, FileError};
use crate::format::integer;
use crate::i18n::Catalog;
use crate::loading::{self, Kept};
use crate::model::{Issue, Kind, Severity};
use crate::readers::ReadTable;
use crate::words::together;
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::PathBuf;
use std::sync::Arc;

pub fn run(
    files: &[PathBuf],
    as_json: bool,
    kept: &Kept,
    catalog: &Catalog,
) -> Result<String, Failure> {
    let (tables, absent) = tables(files, kept, catalog)?;
    if tables.is_empty() && !as_json {
        return Err(Failure::could_not(catalog.text("cli-nothing-to-check")));
    }
    let text = report(&tables, as_json, catalog)?;
    // Recognising nothing at all is a failure, and so is refusing all; one bad file among good ones
    // is not.
    let failed = tables.iter().all(|table| {
        table.kind == Kind::Unknown || (table.rows.kept == 0 && table.rows.refused > 0)
    });
    if absent.is_empty() {
        return if failed && !as_json {
            Err(Failure::could_not(text.trim_end()))
        } else {
            Ok(text)
        };
    }
    let sentences: Vec<String> =
        absent.iter().map(|error| file_failure(error, catalog).text).collect();
    Err(Failure { done: text, ..Failure::could_not(sentences.join("\n")) })
}

/// The tables under the paths, and those of the paths that are not there: the others are looked
/// at all the same.
fn tables(
    paths: &[PathBuf],
    kept: &Kept,
    catalog: &Catalog,
) -> Result<(Vec<Arc<ReadTable>>, Vec<FileError>), Failure> {
    let (mut found, mut closed) = (files::Found::default(), Vec::new());
    for path in paths {
        match files::find(std::slice::from_ref(path)) {
            Ok(more) => {
                if more.files.is_empty() {
                    let shown = path.display().to_string();
                    complain(&catalog.with("cli-empty-folder", &[("path", (&shown).into())]));
                }
                found.add(more);
            }
            Err(error) => closed.push(error),
        }
    }
    let sources = sources_of(told(found, catalog), catalog)?;
    let (mut tables, absent) = read_each(&sources, None, kept, catalog)?;
    tables.extend(closed.iter().map(|error| Arc::new(loading::unopened(error))));
    closed.extend(absent);
    Ok((tables, closed))
}

fn report(tables: &[Arc<ReadTable>], as_json: bool, catalog: &Catalog) -> Result<String, Failure> {
    let (pairs, together) = (disagreements(tables), pairs_of(tables));
    if as_json {
        let views: Vec<json::Checked> = (0..tables.len())
            .filter_map(|at| json::checked(tables, at, &pairs, &together, catalog))
            .collect();
        return json::text(&views);
    }
    let mut out = String::new();
    for table in tables {
        describe(table, catalog, &mut out);
    }
    let name = named(tables);
    for pair in &pairs {
        let _ = writeln!(out, "{}", together::disagreement(pair, &name, catalog));
        for line in together::differing(pair, catalog) {
            let _ = writeln!(out, "  {line}");
        }
    }
    for pair in &together {
        let _ = writeln!(out, "{}", together::stacking(pair, &name, catalog));
    }
    Ok(out)
}

fn describe(table: &ReadTable, catalog: &Catalog, out: &mut String) {
    let number = |n: u32| integer(f64::from(n), catalog.language());
    let kind = catalog.text(&format!("kind-{}", table.kind.id()));
    let vintage = table.vintage.map(|year| format!(" {year}")).unwrap_or_default();
    let sheet = table.sheet.as_deref().map(|sheet| format!(" [{sheet}]")).unwrap_or_default();
    let _ = writeln!(out, "{}{sheet}", table.file);
    // A sheet beside those that were read: nothing of it is refused.
    let is_aside = |issue: &Issue| issue.severity == Severity::Notice;
    if table.kind == Kind::Unknown && table.issues.as_slice().iter().all(is_aside) {
        let _ = writeln!(out, "  {}", catalog.text("cli-sheet-aside"));
        return;
    }
    let _ = writeln!(out, "  {kind}{vintage}");
    let rows = catalog.with(
        "cli-rows",
        &[
            ("read", (&number(table.rows.read)).into()),
            ("kept", (&number(table.rows.kept)).into()),
            ("refused", (&number(table.rows.refused)).into()),
            ("empty", (&number(table.rows.empty)).into()),
        ],
    );
    let _ = writeln!(out, "  {rows}");
    if table.masked_cells > 0 {
        let masked = number(table.masked_cells);
        let _ = writeln!(out, "  {}", catalog.with("cli-masked", &[("count", (&masked).into())]));
    }
    if !table.kind.serves() && table.kind != Kind::Unknown {
        let _ = writeln!(out, "  {}", catalog.text("sources-not-used"));
    }
    for reason in &table.reasons {
        let _ = writeln!(out, "  {}", catalog.reason(reason));
    }
    for (issue, more) in told_once(table.issues.as_slice(), catalog) {
        let place = catalog.place(issue);
        let place = if place.is_empty() { place } else { format!(" ({place})") };
        let more = if more == 0 {
            String::new()
        } else {
            let shown = number(more);
            let args = [("count", more.into()), ("shown", (&shown).into())];
            format!(" {}", catalog.with("cli-same-issue", &args))
        };
        let _ = writeln!(
            out,
            "  {}{}{}{place}{more}",
            catalog.severity(issue.severity),
            catalog.text("colon"),
            catalog.issue(issue)
        );
    }
    if table.issues.beyond() > 0 {
        let beyond = number(table.issues.beyond());
        let _ = writeln!(out, "  {}", catalog.with("cli-beyond", &[("count", (&beyond).into())]));
    }
}

/// Issues in order, each sentence once for a file, at its first place, with how many more say it.
fn told_once<'a>(issues: &'a [Issue], catalog: &Catalog) -> Vec<(&'a Issue, u32)> {
    let mut told: Vec<(&Issue, u32)> = Vec::new();
    let mut places: BTreeMap<(Severity, String), usize> = BTreeMap::new();
    for issue in issues {
        let sentence = (issue.severity, catalog.issue(issue));
        if let Some((_, more)) = places.get(&sentence).and_then(|place| told.get_mut(*place)) {
            *more += 1;
        } else {
            places.insert(sentence, told.len());
            told.push((issue, 0));
        }
    }
    told
}
