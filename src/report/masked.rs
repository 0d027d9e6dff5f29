//! What is hidden in a document, and why: told before anything is exported, and written beside it.

use crate::i18n::Catalog;
use crate::report::document::{Cell, Column, Document, Row, Shown, Table};
use crate::report::trace::about;
use crate::secrecy::Hidden;
use std::collections::BTreeMap;

/// The figures that what left before gives away, then one row per hidden figure; the bounds of a
/// figure are hidden with it and are not told again.
pub fn table(document: &Document, exposed: &[String], catalog: &Catalog) -> Table {
    let columns =
        [("masked-table", 34), ("masked-row", 50), ("masked-column", 34), ("masked-why", 60)];
    let columns = columns.map(|(id, width)| Column {
        id,
        title: catalog.text(&format!("column-{id}")),
        width,
        shown: Shown::Everywhere,
    });
    Table {
        id: "masques",
        title: catalog.text("table-masked"),
        about: catalog.text("table-masked-about"),
        columns: columns.to_vec(),
        rows: found_anyway(exposed, catalog)
            .chain(document.tables.iter().flat_map(|table| of(table, catalog)))
            .collect(),
        chart: None,
    }
}

/// By name: their values are told nowhere.
fn found_anyway<'a>(exposed: &'a [String], catalog: &'a Catalog) -> impl Iterator<Item = Row> + 'a {
    exposed.iter().enumerate().map(|(place, name)| {
        let cells = vec![
            Cell::text(catalog.text("exposed-column")),
            Cell::text(name),
            Cell::text(String::new()),
            Cell::text(catalog.text("exposed-why")),
        ];
        Row::new(format!("exposed/{place}"), None, cells)
    })
}

/// How many figures are hidden, by reason.
pub fn reasons(document: &Document) -> BTreeMap<Hidden, u32> {
    reasons_of(&document.tables)
}

/// The same of the tables that a document is made of.
pub fn reasons_of(tables: &[Table]) -> BTreeMap<Hidden, u32> {
    let mut counts = BTreeMap::new();
    for table in tables {
        for (_, _, hidden) in hidden(table) {
            *counts.entry(hidden).or_insert(0) += 1;
        }
    }
    counts
}

/// Hidden figures of a table, each indicator once a row.
fn hidden(table: &Table) -> impl Iterator<Item = (&Row, &Column, Hidden)> {
    table.rows.iter().flat_map(|row| {
        let mut seen: Vec<&str> = Vec::new();
        let cells = table.columns.iter().zip(&row.cells);
        let shown = cells.filter(|(column, _)| column.shown != Shown::Screen);
        let found = shown.filter_map(move |(column, cell)| {
            let Cell::Figure { figure, .. } = cell else { return None };
            let why = figure.hidden()?;
            // Value, bounds and unweighted twin are one figure.
            if seen.contains(&figure.indicator()) {
                return None;
            }
            seen.push(figure.indicator());
            Some((row, column, why))
        });
        found.collect::<Vec<_>>()
    })
}

fn of(table: &Table, catalog: &Catalog) -> Vec<Row> {
    let one = |(row, column, why): (&Row, &Column, Hidden)| {
        let cells = vec![
            Cell::text(&table.title),
            Cell::text(about(table, row)),
            Cell::text(&column.title),
            Cell::text(catalog.text(&format!("hidden-{}", why.id()))),
        ];
        Row::new(format!("{}/{}/{}", table.id, row.key, column.id), None, cells)
    };
    hidden(table).map(one).collect()
}
