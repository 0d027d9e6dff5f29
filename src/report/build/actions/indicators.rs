//! Indicators, where they start from and what they aim at, and each of their measures.

use crate::actions::due::next_measure;
use crate::format::{percent, range};
use crate::model::action::indicator::{Indicator, Measure};
use crate::report::build::actions::{Told, count, day, id, joined, line, whole};
use crate::report::document::{Cell, Row, Shown, Table};

use Shown::Everywhere;

const INDICATORS: &[(&str, u16, Shown)] = &[
    ("follow-indicator", 40, Everywhere),
    ("follow-kind", 14, Everywhere),
    ("follow-baseline", 12, Everywhere),
    ("follow-baseline-on", 12, Everywhere),
    ("follow-target", 12, Everywhere),
    ("follow-target-on", 12, Everywhere),
    ("follow-latest", 12, Everywhere),
    ("follow-latest-on", 12, Everywhere),
    ("follow-reached", 16, Everywhere),
    ("follow-direction", 14, Everywhere),
    ("follow-owner", 26, Everywhere),
    ("follow-next", 12, Everywhere),
    ("follow-every", 10, Everywhere),
    ("follow-measures", 10, Everywhere),
    ("follow-definition", 50, Everywhere),
    ("follow-source", 34, Everywhere),
    ("follow-actions", 40, Everywhere),
];

const MEASURES: &[(&str, u16, Shown)] = &[
    ("follow-indicator", 40, Everywhere),
    ("measure-on", 12, Everywhere),
    ("measure-value", 12, Everywhere),
    ("measure-bounds", 16, Everywhere),
    ("measure-year", 10, Everywhere),
    ("measure-source", 40, Everywhere),
    ("measure-note", 50, Everywhere),
];

/// Its name, with its unit.
pub fn named(indicator: &Indicator) -> String {
    let (name, unit) = (joined(&indicator.name), joined(&indicator.unit));
    if unit.is_empty() { name } else { format!("{name} ({unit})") }
}

/// One row per indicator, under its identifier.
pub fn table(told: &Told<'_>) -> Table {
    let rows = told.plan.indicators.iter().map(|one| row(told, one));
    told.table(id::INDICATORS, INDICATORS, rows.collect())
}

fn row(told: &Told<'_>, one: &Indicator) -> Row {
    let words = |prefix: &str, id: &str| told.context.words(prefix, id);
    let latest = one.latest();
    let reached = latest.and_then(|measure| one.reaches(measure.value));
    let used = told.plan.actions.iter().filter(|action| action.indicators.contains(&one.id));
    let cells = vec![
        Cell::text(named(one)),
        words("indicator-kind", one.kind.id()),
        told.decimal(one.baseline),
        day(one.baseline_on),
        told.decimal(one.target),
        day(one.target_on),
        told.decimal(latest.map(|measure| measure.value)),
        day(latest.map(|measure| measure.date)),
        reached.map_or(Cell::Blank, |yes| {
            words("plan-table-target", if yes { "reached" } else { "not-reached" })
        }),
        words("direction", one.direction.id()),
        told.named(one.owner.as_ref()),
        day(next_measure(told.plan, one)),
        whole(one.every_months.map(u32::from)),
        count(one.measures.len()),
        line(&one.definition),
        line(&one.source),
        Cell::text(told.list(used.map(|action| joined(&action.title)))),
    ];
    Row::new(one.id.as_str(), None, cells)
}

/// The interval of a measure that a survey gave, with its level.
fn bounds(told: &Told<'_>, measure: &Measure) -> Cell {
    let (Some(low), Some(high)) = (measure.low, measure.high) else { return Cell::Blank };
    let catalog = told.context.catalog;
    let bounds = range(low.value(), high.value(), 0, catalog.language());
    let text = match measure.level {
        Some(level) => {
            let level = percent(f64::from(level) / 100.0, 0, catalog.language());
            let of = [("bounds", (&bounds).into()), ("level", (&level).into())];
            catalog.with("plan-table-bounds", &of)
        }
        None => bounds,
    };
    Cell::Said { text, order: Some(low.value()) }
}

/// One row per measure, in the order of writing.
pub fn measures(told: &Told<'_>) -> Table {
    let rows = told.plan.indicators.iter().flat_map(|one| {
        one.measures.iter().enumerate().map(|(at, measure)| {
            let cells = vec![
                Cell::text(named(one)),
                Cell::Date(measure.date),
                told.decimal(Some(measure.value)),
                bounds(told, measure),
                measure.year.map_or(Cell::Blank, |year| Cell::text(year.to_string())),
                line(&measure.source),
                line(&measure.note),
            ];
            Row::new(format!("{}/{}", one.id, at + 1), None, cells)
        })
    });
    told.table(id::MEASURES, MEASURES, rows.collect())
}
