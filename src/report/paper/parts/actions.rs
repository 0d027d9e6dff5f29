//! Parts on the plan of action that several documents share.

use crate::actions::decisions::{Decision, decisions};
use crate::format;
use crate::model::Date;
use crate::model::action::journal::Event;
use crate::report::build::actions::{VALUE, id};
use crate::report::document::{Cell, Row, Table};
use crate::report::paper::cite::{Fill, together};
use crate::report::paper::matter::{Col, Matter, number, words};
use crate::report::paper::{Block, GridRow, Inline};

/// A figure of the plan as a whole.
pub fn fact(matter: &Matter<'_>, key: &str) -> Inline {
    matter.figure(id::FACTS, key, VALUE)
}

/// Its whole number, for the forms of a sentence.
pub fn many(matter: &Matter<'_>, key: &str) -> u32 {
    matter.citing().count(id::FACTS, key, VALUE)
}

/// Whether the plan has such a figure.
pub fn has(matter: &Matter<'_>, key: &str) -> bool {
    matter.citing().cell(id::FACTS, key, VALUE).is_some()
}

/// A sentence that speaks of one whole number of the plan.
pub fn counted(matter: &Matter<'_>, message: &str, key: &str) -> Vec<Inline> {
    matter.counted_in(id::FACTS, message, key)
}

/// The same where the number is not 0; else nothing.
pub fn any(matter: &Matter<'_>, message: &str, key: &str) -> Vec<Inline> {
    if many(matter, key) == 0 { Vec::new() } else { counted(matter, message, key) }
}

/// A table of a page of all the rows of one of the plan.
pub fn whole(
    matter: &Matter<'_>,
    table: &str,
    caption: &str,
    columns: &[Col],
    note: Vec<Inline>,
) -> Option<Block> {
    let table = matter.document.table(table)?;
    matter.grid(caption, table, table.rows.iter(), columns, note)
}

/// A table of a page whose rows stand under what they are of: name, then keys of the rows.
pub fn grouped(
    matter: &Matter<'_>,
    caption: &str,
    table: &Table,
    (columns, parts): (&[Col], &[(String, Vec<String>)]),
    note: Vec<Inline>,
) -> Option<Block> {
    let keys = parts.iter().flat_map(|(_, keys)| keys.iter().cloned());
    let grid = matter.grid(caption, table, Matter::rows(table, keys), columns, note)?;
    let Block::Table(mut grid) = grid else { return None };
    let mut rows = std::mem::take(&mut grid.rows).into_iter();
    for (name, keys) in parts {
        let mut cells = vec![vec![Inline::Strong(name.clone())]];
        cells.resize(grid.columns.len(), Vec::new());
        grid.rows.push(GridRow { mark: None, cells, strong: true, tall: false });
        grid.rows.extend(rows.by_ref().take(keys.len()));
    }
    Some(Block::Table(grid))
}

/// A table, or the sentence that says that there is none.
pub fn or_none(matter: &Matter<'_>, grid: Option<Block>, none: &str) -> Vec<Block> {
    vec![grid.unwrap_or_else(|| Block::Text(matter.plain(none)))]
}

/// What is late, and what is due in the weeks ahead.
pub fn due(matter: &Matter<'_>) -> Vec<Block> {
    let columns = [
        words("due-what", 3.2),
        words("due-kind", 1.8),
        words("action", 2.8),
        words("due-date", 1.4),
        number("due-days", 1.9),
    ];
    let late = any(matter, "paper-due-late", "late");
    let late = if late.is_empty() { matter.plain("paper-due-none-late") } else { late };
    let said = together(vec![late, any(matter, "paper-due-coming", "coming")]);
    let mut out = vec![Block::Text(said)];
    out.extend(whole(matter, id::DUE, "paper-due-caption", &columns, Vec::new()));
    out
}

/// Rows of figures of decisions under the actions that they are of: those of years that are closed,
/// and those taken before the last one, with their day.
pub fn of_actions(
    matter: &Matter<'_>,
    table: &Table,
    keep: impl Fn(&Decision<'_>) -> bool,
) -> Vec<(String, Vec<String>)> {
    let all = matter.context().actions.map(decisions).unwrap_or_default();
    let part = |decision: &Decision<'_>| {
        let key = decision.key();
        let keys: Vec<String> = table
            .rows
            .iter()
            .filter(|row| row.key.rsplit_once('/').is_some_and(|(of, _)| of == key))
            .map(|row| row.key.clone())
            .collect();
        (!keys.is_empty()).then(|| (heading(matter, decision), keys))
    };
    all.iter().filter(|one| keep(one)).filter_map(part).collect()
}

fn heading(matter: &Matter<'_>, decision: &Decision<'_>) -> String {
    let title = decision.action.title.split_whitespace().collect::<Vec<_>>().join(" ");
    let title = if title.is_empty() { matter.text("plan-table-untitled") } else { title };
    let catalog = matter.catalog();
    let title = match decision.closed {
        Some(year) => {
            let year = year.to_string();
            catalog
                .with("plan-status-ended", &[("action", (&title).into()), ("year", (&year).into())])
        }
        None => title,
    };
    if decision.is_last() {
        return title;
    }
    let date = format::date(decision.on.date, catalog.language());
    catalog.with("paper-decided-before", &[("action", (&title).into()), ("date", (&date).into())])
}

/// What decisions were taken on, as it was published that day.
pub fn decided(matter: &Matter<'_>) -> Option<Block> {
    let table = matter.document.table(id::DECIDED)?;
    let columns = [
        words("figure-label", 4.6),
        number("figure-then", 2.1),
        number("then-n", 0.8),
        words("then-year", 1.0),
        words("then-mark", 1.5),
    ];
    let note = matter.plain("paper-decided-note");
    // Those of before are in the evaluation.
    let parts = of_actions(matter, table, |one| one.closed.is_none() && one.is_last());
    grouped(matter, "paper-decided-caption", table, (&columns, &parts), note)
}

/// Rows of the journal that tell what was done, the latest first.
pub fn done(table: &Table, since: Date) -> Vec<&Row> {
    let telling = |row: &&Row| {
        let date = table.column("entry-date").and_then(|at| row.cells.get(at));
        matches!(date, Some(Cell::Date(date)) if *date >= since)
    };
    let mut rows: Vec<&Row> = table.rows.iter().filter(telling).collect();
    rows.sort_by_key(|row| std::cmp::Reverse(dated(table, row)));
    rows
}

/// The journal by date, then in the order of writing.
pub fn by_date(table: &Table) -> Vec<&Row> {
    let mut rows: Vec<&Row> = table.rows.iter().collect();
    rows.sort_by_key(|row| dated(table, row));
    rows
}

fn dated(table: &Table, row: &Row) -> Option<Date> {
    match table.column("entry-date").and_then(|at| row.cells.get(at)) {
        Some(Cell::Date(date)) => Some(*date),
        _ => None,
    }
}

/// Events that say that something was done, rather than written or planned.
pub const DOING: [Event; 7] = [
    Event::Adopted,
    Event::Decided,
    Event::SignedOff,
    Event::Status,
    Event::Milestone,
    Event::Measured,
    Event::Realised,
];

/// Columns of the journal on a page.
pub const JOURNAL: [Col; 5] = [
    words("entry-date", 1.3),
    words("entry-event", 2.0),
    words("entry-subject", 3.0),
    words("entry-words", 2.4),
    words("entry-who", 1.8),
];

/// A count that chooses a form, and the figure that is shown.
pub fn both<'k>(
    matter: &Matter<'_>,
    key: &str,
    (count, shown): (&'k str, &'k str),
) -> [(&'k str, Fill); 2] {
    [(count, Fill::Count(many(matter, key))), (shown, fact(matter, key).into())]
}
