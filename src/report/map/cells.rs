//! The map in rows: what each territory is shaded by, and the bounds of the classes. What a document
//! draws is in its store, under short names, as every other figure.

use crate::i18n::Catalog;
use crate::report::citation::RowMark;
use crate::report::document::{Cell, Column, Form, Part, Row, Shown, Table, shape};
use crate::report::map::{Picture, Shade, Shading};

use Shown::{Everywhere, File, Screen};

/// Identifiers of the tables, for those who cite them.
pub const ID: &str = "carte";
pub const CLASSES: &str = "carte_classes";

const COLUMNS: &[(&str, u16, Shown)] = &[
    ("territory", 14, Everywhere),
    ("map-name", 34, Everywhere),
    ("map-shown", 20, Screen),
    ("map-value", 12, File),
    ("map-low", 12, File),
    ("map-high", 12, File),
    ("map-class", 10, Everywhere),
];

const BOUNDS: &[(&str, u16, Shown)] = &[
    ("map-class", 10, Everywhere),
    ("map-words", 30, Everywhere),
    ("map-from", 12, Everywhere),
    ("map-to", 12, Everywhere),
    ("map-count", 12, Everywhere),
];

/// The row of a territory, in no language.
fn key(picture: &Picture<'_>, place: usize) -> Option<String> {
    let shape = picture.atlas.shapes.get(place)?;
    let (indicator, division) = (picture.mapped.indicator.id, picture.mapped.division);
    Some(format!("{indicator}/{division}/{}", shape.territory))
}

/// The short name of what a territory is shaded by.
pub fn mark(picture: &Picture<'_>, place: usize) -> Option<RowMark> {
    Some(RowMark::of(ID, &key(picture, place)?))
}

fn columns(list: &[(&'static str, u16, Shown)], catalog: &Catalog) -> Vec<Column> {
    let column = |(id, width, shown): &(&'static str, u16, Shown)| Column {
        id,
        title: catalog.text(&format!("column-{id}")),
        width: *width,
        shown: *shown,
    };
    list.iter().map(column).collect()
}

/// Territories, then classes.
pub fn tables(picture: &Picture<'_>) -> [Table; 2] {
    let (catalog, shading) = (picture.catalog, picture.shading());
    let places = 0..picture.atlas.shapes.len();
    let rows = places.filter_map(|place| territory(picture, &shading, place));
    let unit = picture.mapped.indicator.unit;
    let classes = shading.classes.iter().enumerate().map(|(at, class)| {
        let bound = |bound: Option<f64>| {
            let form = if unit.is_share() { Form::Share } else { Form::Number };
            Cell::end(|value| shape(value, unit, catalog.language()), bound, form)
        };
        let count = |count: usize| Cell::Whole(u32::try_from(count).unwrap_or(u32::MAX));
        let cells = vec![
            count(at + 1),
            Cell::text(picture.class_words(class)),
            bound(class.low),
            bound(class.high),
            count(class.count),
        ];
        Row::new(format!("{}/{}", picture.mapped.indicator.id, at + 1), None, cells)
    });
    let table = |id: &'static str, key: &str, list, rows: Vec<Row>| Table {
        id,
        title: catalog.text(&format!("table-{key}")),
        about: {
            let title = picture.title();
            let of = [("title", (&title).into())];
            catalog.with(&format!("table-{key}-about"), &of)
        },
        columns: columns(list, catalog),
        rows,
        chart: None,
    };
    [
        table(ID, "map", COLUMNS, rows.collect()),
        table(CLASSES, "map-classes", BOUNDS, classes.collect()),
    ]
}

fn territory(picture: &Picture<'_>, shading: &Shading, place: usize) -> Option<Row> {
    let shape = picture.atlas.shapes.get(place)?;
    let figure = shading.figures.get(place).copied().flatten();
    let mut cells = vec![Cell::text(shape.territory.to_string()), Cell::text(picture.name(place))];
    for part in [Part::Whole, Part::Point, Part::Low, Part::High] {
        cells.push(figure.map_or(Cell::Blank, |figure| Cell::figure(figure, part)));
    }
    cells.push(match shading.shades.get(place) {
        Some(Shade::Class(class)) => Cell::Whole(u32::try_from(class + 1).unwrap_or(u32::MAX)),
        _ => Cell::Blank,
    });
    let occupation = picture.mapped.occupation.as_ref().map(|(code, _)| *code);
    Some(Row::new(key(picture, place)?, occupation, cells))
}
