//! Where everything comes from, and how it is computed.

use crate::format;
use crate::indicators::ALL;
use crate::model::Date;
use crate::report::build::Context;
use crate::report::chart::sentence;
use crate::report::document::{Cell, Form, Row, Shown, Table};
use crate::words;

use Shown::{Everywhere, File};

const SOURCES: &[(&str, u16, Shown)] = &[
    ("file", 44, Everywhere),
    ("kind", 36, Everywhere),
    ("vintage", 10, Everywhere),
    ("sheet", 22, Everywhere),
    ("rows-read", 10, Everywhere),
    ("rows-kept", 10, Everywhere),
    ("rows-refused", 10, Everywhere),
    ("rows-empty", 10, Everywhere),
    ("used", 10, Everywhere),
    ("usage", 30, Everywhere),
    ("fingerprint", 68, File),
];

const METHOD: &[(&str, u16, Shown)] = &[
    ("method-type", 16, Everywhere),
    ("method-name", 40, Everywhere),
    ("definition", 70, Everywhere),
    ("formula", 60, Everywhere),
    ("nulls", 50, Everywhere),
    ("source", 50, Everywhere),
    ("date", 12, Everywhere),
];

pub fn sources(context: &Context<'_>) -> Table {
    let row = |(at, source): (usize, &crate::analysis::results::SourceView)| {
        let cells = vec![
            Cell::text(&source.file),
            context.words("kind", source.kind.id()),
            // A year is a name, not a quantity: no thousands space.
            source.vintage.map_or(Cell::Blank, Cell::year),
            source.sheet.as_ref().map_or(Cell::Blank, Cell::text),
            Cell::Whole(source.rows.read),
            Cell::Whole(source.rows.kept),
            Cell::Whole(source.rows.refused),
            Cell::Whole(source.rows.empty),
            context.yes_no(Some(source.usage.is_used())),
            context.words("usage", source.usage.id()),
            Cell::text(&source.fingerprint),
        ];
        Row::new(format!("{}/{}", context.source_key(at), source.kind.id()), None, cells)
    };
    // A place without a file holds what is not to be told.
    let told = context.results.sources.iter().enumerate().filter(|(_, one)| !one.file.is_empty());
    Table {
        id: "sources",
        title: context.catalog.text("table-sources"),
        about: context.catalog.text("table-sources-about"),
        columns: context.columns(SOURCES),
        rows: told.map(row).collect(),
        chart: None,
    }
}

/// Parameters that sentences tell in per cent.
const SHARES: [&str; 3] = ["dominance", "effective_share", "flag_probability"];

pub fn method(context: &Context<'_>) -> Table {
    let catalog = context.catalog;
    let plain =
        |kind: &str, id: &str, cells: Vec<Cell>| Row::new(format!("{kind}/{id}"), None, cells);
    let date = |text: &str| text.parse::<Date>().map_or_else(|_| Cell::text(text), Cell::Date);
    let mut rows: Vec<Row> = ALL
        .iter()
        .map(|indicator| {
            let words = |part: &str| catalog.text(&format!("indicator-{}-{part}", indicator.id));
            let unit = catalog.text(&format!("unit-{}", indicator.unit.id()));
            plain(
                "indicator",
                indicator.id,
                vec![
                    context.words("method", "indicator"),
                    Cell::text(format!("{} ({unit})", words("name"))),
                    Cell::text(words("definition")),
                    Cell::text(indicator.formula),
                    Cell::text(words("nulls")),
                    Cell::text(words::source(indicator.source, catalog)),
                    Cell::Blank,
                ],
            )
        })
        .collect();
    rows.extend(context.parameters.values().iter().map(|(id, parameter)| {
        // A quotient of two published figures has no more to say than four digits.
        let number = |value: f64| format::raw(short(value), catalog.language());
        let value = if SHARES.contains(&id.as_str()) {
            format::percent(short(parameter.value), 0, catalog.language())
        } else {
            number(parameter.value)
        };
        plain(
            "parameter",
            id,
            vec![
                context.words("method", "parameter"),
                Cell::text(id),
                Cell::text(sentence(
                    &context.catalog.text(&format!("parameter-{}", id.replace('_', "-"))),
                )),
                Cell::amount(value, parameter.value, Form::Number),
                Cell::Blank,
                match parameter.default {
                    Some(default) => Cell::text(catalog.with(
                        "parameter-by-user",
                        &[
                            ("default", (&number(default)).into()),
                            ("source", (&words::source(&parameter.source, catalog)).into()),
                        ],
                    )),
                    None => Cell::text(words::source(&parameter.source, catalog)),
                },
                Cell::Date(parameter.since),
            ],
        )
    }));
    rows.extend(context.parameters.devices().iter().map(|device| {
        plain(
            "device",
            &device.id,
            vec![
                context.words("method", "device"),
                Cell::text(&device.name),
                context.words("device", status(device.status)),
                Cell::Blank,
                Cell::Blank,
                Cell::text(&device.source),
                Cell::Date(device.verified_on),
            ],
        )
    }));
    rows.extend(context.reference.lists().iter().map(|list| {
        plain(
            "list",
            &list.id,
            vec![
                context.words("method", "list"),
                Cell::text(&list.title),
                match &list.replaced_by {
                    Some((file, _)) => {
                        Cell::text(catalog.with("list-replaced", &[("file", file.into())]))
                    }
                    None => Cell::Blank,
                },
                Cell::Blank,
                Cell::Blank,
                Cell::text(format!("{}, {}", list.publisher, list.licence)),
                date(&list.date),
            ],
        )
    }));
    Table {
        id: "methode",
        title: catalog.text("table-method"),
        about: catalog.text("table-method-about"),
        columns: context.columns(METHOD),
        rows,
        chart: None,
    }
}

/// Four significant digits of what is no whole number.
fn short(value: f64) -> f64 {
    if value.fract() == 0.0 || !value.is_finite() {
        return value;
    }
    format!("{value:.3e}").parse().unwrap_or(value)
}

const fn status(status: crate::reference::financing::Status) -> &'static str {
    match status {
        crate::reference::financing::Status::InForce => "in-force",
        crate::reference::financing::Status::Ended => "ended",
        crate::reference::financing::Status::Unverified => "unverified",
    }
}
