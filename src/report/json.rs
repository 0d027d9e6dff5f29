//! The store of figures as JSON: each with its short name, unit, base, bounds and state of secrecy.

use crate::i18n::Catalog;
use crate::report::citation::{FigureId, RowMark};
use crate::report::document::{Cell, Column, Document, Part, Row, Shown, Table};
use crate::secrecy::Published;
use serde_json::{Map, Value, json};

/// Version of the form; it grows with every change that a reader must know.
pub const VERSION: u32 = 1;

/// The whole document, the columns of files (docs/json.md).
///
/// # Errors
/// When the text cannot be written to memory.
pub fn document(document: &Document, catalog: &Catalog) -> Result<String, serde_json::Error> {
    let tables: Vec<Value> = document.tables.iter().map(|one| table(one, catalog)).collect();
    let whole = json!({
        "form": VERSION,
        "title": document.title,
        "subtitle": document.subtitle,
        "as_of": document.as_of.to_string(),
        "language": catalog.language().to_string(),
        "tables": tables,
    });
    serde_json::to_string_pretty(&whole).map(|text| text + "\n")
}

fn of_files(table: &Table) -> impl Iterator<Item = (usize, &Column)> {
    table.columns.iter().enumerate().filter(|(_, column)| column.shown != Shown::Screen)
}

fn table(table: &Table, catalog: &Catalog) -> Value {
    let columns: Vec<Value> = of_files(table)
        .map(|(_, column)| json!({ "id": column.id, "title": column.title }))
        .collect();
    let rows: Vec<Value> = table.rows.iter().map(|one| row(table, one, catalog)).collect();
    json!({
        "id": table.id,
        "title": table.title,
        "about": table.about,
        "columns": columns,
        "rows": rows,
    })
}

fn row(table: &Table, row: &Row, catalog: &Catalog) -> Value {
    let cells = of_files(table).map(|(place, column)| {
        let cell = row.cells.get(place).unwrap_or(&Cell::Blank);
        let id = FigureId::of(table.id, &row.key, column.id);
        of_cell(cell, id, catalog)
    });
    json!({
        "key": row.key,
        "mark": RowMark::of(table.id, &row.key).to_string(),
        "cells": cells.collect::<Vec<Value>>(),
    })
}

fn of_cell(cell: &Cell, id: FigureId, catalog: &Catalog) -> Value {
    match cell {
        Cell::Blank => Value::Null,
        Cell::Text(_) | Cell::Causes(_) => json!(cell.shown(catalog)),
        Cell::Date(date) => json!(date.to_string()),
        Cell::Whole(number) => json!({ "id": id.to_string(), "value": number }),
        Cell::Said { text, order } => {
            json!({ "id": id.to_string(), "shown": text, "value": order })
        }
        Cell::Amount { text, value, form, .. } => {
            json!({ "id": id.to_string(), "shown": text, "value": value, "unit": form.id() })
        }
        Cell::Figure { figure, part } => of_figure((figure, *part), cell, id, catalog),
    }
}

fn of_figure(
    (figure, part): (&Published, Part),
    cell: &Cell,
    id: FigureId,
    catalog: &Catalog,
) -> Value {
    let mut out = Map::new();
    out.insert("id".to_owned(), json!(id.to_string()));
    out.insert("indicator".to_owned(), json!(figure.indicator()));
    out.insert("territory".to_owned(), json!(figure.territory().to_string()));
    out.insert("unit".to_owned(), json!(figure.unit().id()));
    if let Some(hidden) = figure.hidden() {
        out.insert("hidden".to_owned(), json!(hidden.id()));
    } else {
        // Of a figure shown whole, its point; its bounds are beside.
        let value = match part {
            Part::Whole => figure.point(),
            Part::Point | Part::Low | Part::High => cell.number(),
        };
        out.insert("value".to_owned(), json!(value));
        out.insert("shown".to_owned(), json!(cell.shown(catalog)));
        let bounds = figure.bounds().map(|(low, high)| [low, high]);
        out.insert("bounds".to_owned(), json!(bounds));
        out.insert("n".to_owned(), json!(figure.n()));
        out.insert("masked_cells".to_owned(), json!(figure.masked_cells()));
        out.insert("grade".to_owned(), json!(figure.grade().map(|grade| grade.to_string())));
    }
    Value::Object(out)
}
