//! Who decided what, when, on which figures.

use crate::model::action::journal::{Entry, Event, realised_of};
use crate::model::decimal::Decimal;
use crate::report::build::actions::{Told, id, joined, line};
use crate::report::document::{Cell, Row, Shown, Table};
use crate::words::actions as said;

use Shown::Everywhere;

const COLUMNS: &[(&str, u16, Shown)] = &[
    ("entry-date", 12, Everywhere),
    ("entry-event", 26, Everywhere),
    ("entry-subject", 44, Everywhere),
    ("entry-words", 44, Everywhere),
    ("entry-who", 26, Everywhere),
    ("entry-figures", 60, Everywhere),
];

/// One row per line of the journal, numbered in the order of writing.
pub fn table(told: &Told<'_>) -> Table {
    let rows = told.plan.journal.iter().enumerate().map(|(at, entry)| {
        let cells = vec![
            Cell::Date(entry.date),
            told.context.words("plan-event", entry.event.id()),
            line(&entry.name),
            words(told, entry),
            line(&entry.who),
            figures(told, entry),
        ];
        Row::new((at + 1).to_string(), None, cells)
    });
    told.table(id::JOURNAL, COLUMNS, rows.collect())
}

/// What the line says beside its event.
fn words(told: &Told<'_>, entry: &Entry) -> Cell {
    let text = joined(&said::entry_words(entry, told.context.catalog));
    match entry.event {
        Event::Measured => match entry.words.parse::<Decimal>() {
            Ok(value) => told.decimal(Some(value)),
            Err(_) => Cell::text(text),
        },
        Event::Realised => match realised_of(&entry.words) {
            Some((realised, ..)) => {
                let first = realised.steps().into_iter().flatten().next();
                Cell::Said { text, order: first.map(f64::from) }
            }
            None => Cell::text(text),
        },
        _ => Cell::text(text),
    }
}

/// The figures of a decision, as they read that day.
fn figures(told: &Told<'_>, entry: &Entry) -> Cell {
    let catalog = told.context.catalog;
    let colon = told.text("colon");
    let said = entry.figures.iter().map(|figure| {
        let label = joined(&figure.label);
        format!("{label}{colon}{} [{}]", said::kept(figure, catalog), figure.mark)
    });
    let text = told.list(said);
    let order = u32::try_from(entry.figures.len()).ok().map(f64::from);
    if text.is_empty() { Cell::Blank } else { Cell::Said { text, order } }
}
