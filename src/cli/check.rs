//! `bassin check FILES…`: what each file is, and every issue with its place.

use crate::analysis::disagreement::disagreements;
use crate::analysis::stacking::pairs as pairs_of;
use crate::cli::{Failure, disagreement, json, load, reference, stacking};
use crate::format::integer;
use crate::i18n::Catalog;
use crate::loading::Kept;
use crate::model::Kind;
use crate::readers::ReadTable;
use std::fmt::Write as _;
use std::path::PathBuf;

pub fn run(
    files: &[PathBuf],
    as_json: bool,
    kept: &Kept,
    catalog: &Catalog,
) -> Result<String, Failure> {
    let tables = load(files, &reference()?, kept, catalog)?;
    let pairs = disagreements(&tables);
    if as_json {
        let views: Vec<json::Checked> = (0..tables.len())
            .filter_map(|at| json::checked(&tables, at, &pairs, catalog))
            .collect();
        return json::text(&views);
    }
    let mut out = String::new();
    for table in &tables {
        describe(table, catalog, &mut out);
    }
    for pair in &pairs {
        let _ = writeln!(out, "{}", disagreement(pair, &tables, catalog));
    }
    for pair in &pairs_of(&tables) {
        let _ = writeln!(out, "{}", stacking(pair, &tables, catalog));
    }
    // Recognising nothing at all is a failure; one bad file among good ones is not.
    if tables.iter().all(|table| table.kind == Kind::Unknown) {
        return Err(Failure::could_not(out.trim_end()));
    }
    Ok(out)
}

fn describe(table: &ReadTable, catalog: &Catalog, out: &mut String) {
    let number = |n: u32| integer(f64::from(n), catalog.language());
    let kind = catalog.text(&format!("kind-{}", table.kind.id()));
    let vintage = table.vintage.map(|year| format!(" {year}")).unwrap_or_default();
    let sheet = table.sheet.as_deref().map(|sheet| format!(" [{sheet}]")).unwrap_or_default();
    let _ = writeln!(out, "{}{sheet}", table.file);
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
    for issue in table.issues.as_slice() {
        let place = catalog.place(issue);
        let place = if place.is_empty() { place } else { format!(" ({place})") };
        let _ = writeln!(
            out,
            "  {}{}{}{place}",
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
