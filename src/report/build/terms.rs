//! What each candidate programme stands on: length, group, calendar, cost, outcomes, each as it is
//! told, with where it comes from.

use crate::format::integer;
use crate::i18n::Catalog;
use crate::model::Date;
use crate::recommend::proposal::{Known, Proposal};
use crate::report::build::planned::Planned;
use crate::report::document::{Cell, Form, Row, Shown, Table};
use crate::words::plan as words;

use Shown::{Everywhere, File};

/// Identifier of the table, for those who cite it.
pub const ID: &str = "fiches";

const COLUMNS: &[(&str, u16, Shown)] = &[
    ("label", 30, Everywhere),
    ("format", 26, Everywhere),
    ("audience", 24, Everywhere),
    ("need-told", 40, Everywhere),
    ("hours-told", 34, Everywhere),
    ("hours", 10, File),
    ("hours-low", 10, File),
    ("hours-high", 10, File),
    ("group-told", 34, Everywhere),
    ("group-least", 10, File),
    ("group-most", 10, File),
    ("cost-told", 40, Everywhere),
    ("session-cost", 16, Everywhere),
    ("stays-told", 40, Everywhere),
    ("lead-weeks", 12, Everywhere),
    ("needed-by", 14, Everywhere),
    ("provider", 30, Everywhere),
    ("grade", 10, Everywhere),
    ("risks-told", 60, Everywhere),
    ("way", 24, Everywhere),
    ("precedent-told", 60, Everywhere),
];

/// One row per candidate, under its identifier.
pub fn table(planned: &Planned<'_>) -> Table {
    let context = &planned.context;
    Table {
        id: ID,
        title: context.catalog.text("table-terms"),
        about: context.catalog.text("table-terms-about"),
        columns: context.columns(COLUMNS),
        rows: planned.plan.proposals.iter().map(|one| row(planned, one)).collect(),
        chart: None,
    }
}

fn said(text: String, order: Option<f64>) -> Cell {
    Cell::Said { text, order }
}

fn known(text: String, known: Option<Known>) -> Cell {
    said(text, known.map(|known| known.value))
}

/// The most comparable programme of the library, with its reasons, its cost and its context.
fn precedent(planned: &Planned<'_>, one: &Proposal) -> Cell {
    let library = &planned.context.results.library;
    let found = one.precedents.first();
    let found = found.and_then(|found| Some((found, library.get(found.at)?)));
    found.map_or(Cell::Blank, |(found, experience)| {
        let catalog = planned.context.catalog;
        let told = words::precedent(found, experience, catalog);
        let cost = words::precedent_cost(experience, catalog);
        said(format!("{told} ; {cost}"), Some(found.score))
    })
}

fn row(planned: &Planned<'_>, one: &Proposal) -> Row {
    let context = &planned.context;
    let catalog: &Catalog = context.catalog;
    let terms = &one.terms;
    let label = context.occupation_label(one.key.occupation);
    let risks = one.risks.iter().map(|risk| catalog.text(&format!("risk-{}", risk.id())));
    let risks: Vec<String> = risks.collect();
    let session = if terms.session_cost > 0.0 {
        Cell::amount(words::money(terms.session_cost, catalog), terms.session_cost, Form::Euros)
    } else {
        Cell::Blank
    };
    let middle = one.need.value.unwrap_or_else(|| f64::midpoint(one.need.low, one.need.high));
    let number = |number: f64| integer(number, catalog.language());
    let hours = |part: fn(Known) -> f64| Cell::end(number, terms.hours.map(part), Form::Number);
    let cells = vec![
        Cell::text(label),
        context.words("proposal-format", one.key.format.id()),
        context.words("audience", one.key.audience.id()),
        said(words::need(&one.need, catalog), Some(middle)),
        known(words::hours(terms.hours, catalog), terms.hours),
        hours(|known| known.value),
        hours(|known| known.low),
        hours(|known| known.high),
        said(words::group(one, catalog), Some(f64::from(terms.most_group))),
        Cell::Whole(terms.least_group),
        Cell::Whole(terms.most_group),
        known(words::place_cost(terms, catalog), terms.place_cost),
        session,
        known(words::stays(terms.brings, catalog), Some(terms.brings)),
        Cell::Whole(terms.lead_weeks),
        terms.needed_by.map_or(Cell::Blank, |date: Date| Cell::Date(date)),
        terms.provider.as_deref().map_or(Cell::Blank, Cell::text),
        Cell::text(one.grade.to_string()),
        Cell::text(risks.join(&catalog.text("list-separator"))),
        context.words("way", terms.way.id()),
        precedent(planned, one),
    ];
    Row::new(one.id(), Some(one.key.occupation), cells)
}
