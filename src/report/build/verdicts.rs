//! What training can do for each occupation, with the numbers that the verdict stands on.

use crate::format::percent;
use crate::model::Fap;
use crate::recommend::verdict::Conclusion;
use crate::report::build::planned::Planned;
use crate::report::document::{Cell, Form, Row, Shown, Table};
use crate::words::supply;

use Shown::Everywhere;

/// Identifier of the table, for those who cite it.
pub const ID: &str = "verdicts";

const COLUMNS: &[(&str, u16, Shown)] = &[
    ("code", 8, Everywhere),
    ("label", 34, Everywhere),
    ("verdict", 28, Everywhere),
    ("gap-told", 16, Everywhere),
    ("offers-local", 12, Everywhere),
    ("offers-beyond", 12, Everywhere),
    ("offers-remote", 12, Everywhere),
    ("places-taken", 12, Everywhere),
    ("offers-rings", 44, Everywhere),
    ("why", 70, Everywhere),
];

pub fn table(planned: &Planned<'_>) -> Table {
    let context = &planned.context;
    let rows = planned.verdicts.iter().filter_map(|(code, one)| row(planned, *code, one));
    Table {
        id: ID,
        title: context.catalog.text("table-verdicts"),
        about: context.catalog.text("table-verdicts-about"),
        columns: context.columns(COLUMNS),
        rows: rows.collect(),
        chart: None,
    }
}

fn row(planned: &Planned<'_>, code: Fap, one: &Conclusion) -> Option<Row> {
    let context = &planned.context;
    let (catalog, language) = (context.catalog, context.catalog.language());
    let occupation = context.results.occupations.iter().find(|found| found.code == code)?;
    let facts = one.facts;
    let said = |text: String, order: Option<f64>| Cell::Said { text, order };
    let middle = facts.gap.and_then(|gap| gap.value.or(gap.low).or(gap.high));
    let taken = facts
        .taken
        .map_or(Cell::Blank, |taken| Cell::amount(percent(taken, 0, language), taken, Form::Share));
    let rings = supply::rings(occupation, catalog);
    let cells = vec![
        Cell::text(code.code()),
        Cell::text(&occupation.label),
        context.words("verdict", one.verdict.id()),
        said(supply::gap(facts.gap, catalog), middle),
        Cell::Whole(facts.local),
        Cell::Whole(facts.beyond),
        Cell::Whole(facts.remote),
        taken,
        said(rings, Some(f64::from(facts.local))),
        Cell::text(supply::why(one, catalog)),
    ];
    Some(Row::new(code.code(), Some(code), cells))
}
