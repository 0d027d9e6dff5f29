//! The figures that decisions were taken on, and the same figures now. What is now is the figure of
//! the document; what was then stays as it was published.

use crate::actions::decisions::{Decision, decisions};
use crate::actions::follow::{Change, Followed, follow as followed, keys};
use crate::format::integer;
use crate::model::decimal::Decimal;
use crate::model::{Fap, Unit};
use crate::report::build::actions::{Told, id, joined, line, whole};
use crate::report::build::frozen::is_words;
use crate::report::build::three;
use crate::report::document::{Cell, Form, Part, Row, Shown, Table, shape};
use crate::words::actions as said;

use Shown::{Everywhere, File, Screen};

const COLUMNS: &[(&str, u16, Shown)] = &[
    ("action", 40, Everywhere),
    ("figure-label", 50, Everywhere),
    ("figure-then", 22, Everywhere),
    ("then-low", 10, File),
    ("then-high", 10, File),
    ("then-n", 8, Everywhere),
    ("then-year", 8, Everywhere),
    ("then-source", 34, Everywhere),
    ("then-mark", 12, Everywhere),
    ("then-on", 12, Everywhere),
    ("figure-now", 22, Screen),
    ("now-value", 10, File),
    ("now-low", 10, File),
    ("now-high", 10, File),
    ("figure-difference", 14, Everywhere),
    ("figure-change", 30, Everywhere),
    ("figure-why", 50, Everywhere),
];

/// The figures of each decision against those of today: those of years that are closed, and those
/// that were taken again since, too.
pub fn follow<'a>(told: &Told<'a>) -> Vec<(Decision<'a>, Vec<Followed>)> {
    let present = told.freezer.present(&keys(told.plan));
    let all = decisions(told.plan).into_iter();
    all.map(|one| {
        let followed = followed(&one.on, Some(&present));
        (one, followed)
    })
    .collect()
}

/// One row per figure of a decision.
pub fn table(told: &Told<'_>) -> Table {
    let rows = follow(told).into_iter().flat_map(|(decision, all)| {
        all.into_iter()
            .enumerate()
            .map(|(at, one)| row(told, &decision, (at + 1, &one)))
            .collect::<Vec<_>>()
    });
    told.table(id::DECIDED, COLUMNS, rows.collect())
}

fn row(told: &Told<'_>, decision: &Decision<'_>, (at, one): (usize, &Followed)) -> Row {
    let catalog = told.context.catalog;
    let then = &one.then;
    let is_share = then.unit.is_some_and(Unit::is_share);
    let form = if is_share { Form::Share } else { Form::Number };
    let number = |value: Option<Decimal>| value.map(Decimal::value);
    let text = |value: f64| match then.unit {
        Some(unit) => shape(value, unit, catalog.language()),
        None => integer(value, catalog.language()),
    };
    let difference = number(one.difference);
    let difference = said::difference(one, catalog)
        .map_or(Cell::Blank, |text| Cell::bounded(text, (difference, difference), form));
    let why = match one.change {
        Change::CannotSay(why) => Cell::text(said::why_not(why, catalog)),
        _ => Cell::Blank,
    };
    let (now, occupation) = now(told, one);
    let parts = match &now {
        Cell::Figure { figure, .. } => three(*figure),
        other => [other.clone(), Cell::Blank, Cell::Blank],
    };
    let mut cells = vec![
        line(&decision.action.title),
        line(&then.label),
        Cell::bounded(said::kept(then, catalog), (number(then.value), number(then.value)), form),
        Cell::end(text, number(then.low), form),
        Cell::end(text, number(then.high), form),
        // Of public files it counts cells, which beside a share would pass for its base.
        whole(then.n.filter(|_| then.is_of_respondents())),
        then.year.map_or(Cell::Blank, Cell::year),
        line(&then.source),
        // Words have no origin of their own to be asked for.
        if is_words(&then.key) { Cell::Blank } else { Cell::text(joined(&then.mark)) },
        Cell::Date(decision.on.date),
        now,
    ];
    cells.extend(parts);
    cells.extend([difference, told.context.words("plan-table-change", one.change.id()), why]);
    Row::new(format!("{}/{at}", decision.key()), occupation, cells)
}

/// The figure of the document in the same place, with what its row is about.
fn now(told: &Told<'_>, one: &Followed) -> (Cell, Option<Fap>) {
    let key = &one.then.key;
    let place = one.now.as_ref().and_then(|_| {
        let table = told.freezer.document.table(&key.table)?;
        let row = table.rows.iter().find(|row| row.key == key.row)?;
        Some((row, row.cells.get(table.column(&key.column)?)?))
    });
    match place {
        Some((row, Cell::Figure { figure, .. })) => {
            (Cell::figure(*figure, Part::Whole), row.occupation)
        }
        Some((
            row,
            cell @ (Cell::Whole(_) | Cell::Said { .. } | Cell::Amount { .. } | Cell::Text(_)),
        )) => (cell.clone(), row.occupation),
        _ => (Cell::Blank, None),
    }
}
