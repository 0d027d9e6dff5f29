//! Where figures come from, as a page for a terminal.

use crate::cli::trace::Told;
use crate::i18n::Catalog;
use crate::report::trace::Traced;
use std::fmt::Write as _;

/// Each number with its origin; those of a row that show parts of one figure together.
pub fn page(told: &[Told], catalog: &Catalog) -> String {
    let mut out = String::new();
    let mut rest = told;
    while let Some((first, _)) = rest.split_first() {
        let alike = rest.iter().take_while(|one| is_one(&first.traced, &one.traced)).count();
        let (group, others) = rest.split_at(alike.max(1));
        if !out.is_empty() {
            out.push('\n');
        }
        one(group, catalog, &mut out);
        rest = others;
    }
    out
}

/// Value and bounds of one figure stand in several columns.
fn is_one(first: &Traced, other: &Traced) -> bool {
    let said = |traced: &Traced| {
        let told = &traced.provenance;
        (told.title.clone(), told.value.clone(), told.files.clone(), told.definition.clone())
    };
    (first.table.0, &first.row) == (other.table.0, &other.row) && said(first) == said(other)
}

fn one(group: &[Told], catalog: &Catalog, out: &mut String) {
    let Some(first) = group.first() else { return };
    let traced = &first.traced;
    let about = [&traced.table.1, &traced.row.1].into_iter().filter(|text| !text.is_empty());
    let about = about.map(String::as_str).collect::<Vec<_>>().join(" — ");
    let ids = group.iter().map(|one| format!("{} {}", one.traced.id, one.traced.column.1));
    let _ = writeln!(out, "{}", ids.collect::<Vec<_>>().join(" · "));
    let _ = writeln!(out, "{about}");
    let told = &traced.provenance;
    let _ = writeln!(out, "{}{}{}", told.title, catalog.text("colon"), told.value);
    let id = catalog.text("provenance-id");
    for (label, text) in told.lines.iter().filter(|(label, _)| *label != id) {
        let text = text.replace('\n', "\n    ");
        let _ = writeln!(out, "  {label}{}{text}", catalog.text("colon"));
    }
}
