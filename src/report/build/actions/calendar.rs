//! Milestones, what is due, and who pays.

use crate::actions::due::{Due, What, coming, late};
use crate::model::action::sheet::Milestone;
use crate::report::build::actions::facts::AHEAD;
use crate::report::build::actions::{Told, day, id, joined, line};
use crate::report::document::{Cell, Row, Shown, Table};

use Shown::Everywhere;

const MILESTONES: &[(&str, u16, Shown)] = &[
    ("action", 40, Everywhere),
    ("milestone", 40, Everywhere),
    ("milestone-due", 12, Everywhere),
    ("milestone-done", 12, Everywhere),
    ("milestone-state", 30, Everywhere),
];

const DUE: &[(&str, u16, Shown)] = &[
    ("due-kind", 24, Everywhere),
    ("due-what", 50, Everywhere),
    ("action", 40, Everywhere),
    ("due-date", 12, Everywhere),
    ("due-days", 22, Everywhere),
];

const MONEY: &[(&str, u16, Shown)] = &[
    ("action", 40, Everywhere),
    ("funder", 34, Everywhere),
    ("euros", 14, Everywhere),
    ("secured", 16, Everywhere),
];

pub fn milestones(told: &Told<'_>) -> Table {
    let rows = told.plan.actions.iter().flat_map(|action| {
        action.milestones.iter().map(|one| {
            let cells = vec![
                line(&action.title),
                line(&one.name),
                day(one.due),
                day(one.done),
                state(told, one, action.is_open()),
            ];
            Row::new(format!("{}/{}", action.id, one.id), None, cells)
        })
    });
    told.table(id::MILESTONES, MILESTONES, rows.collect())
}

/// Kept, late by how many days, to come; of an action that is over, not reached.
fn state(told: &Told<'_>, one: &Milestone, is_open: bool) -> Cell {
    let days = |late: i64, key: &str| Cell::Said {
        text: days(told, late, key),
        order: i32::try_from(late).ok().map(f64::from),
    };
    let plain = |key: &str| Cell::text(told.text(&format!("plan-table-milestone-{key}")));
    match (one.due, one.done) {
        (Some(due), Some(done)) if done > due => {
            days(done.ordinal() - due.ordinal(), "plan-table-milestone-after")
        }
        (_, Some(_)) => plain("kept"),
        (_, None) if !is_open => plain("not-reached"),
        (Some(due), None) if due < told.today() => {
            days(told.today().ordinal() - due.ordinal(), "plan-table-days-late")
        }
        (Some(_), None) => plain("to-come"),
        (None, None) => plain("undated"),
    }
}

/// « 12 jours de retard ».
fn days(told: &Told<'_>, days: i64, key: &str) -> String {
    let days = u32::try_from(days.unsigned_abs()).unwrap_or(u32::MAX);
    let language = told.context.catalog.language();
    let shown = crate::format::integer(f64::from(days), language);
    told.context.catalog.with(key, &[("count", days.into()), ("shown", (&shown).into())])
}

/// What is late, then what is due in the weeks ahead.
pub fn due(told: &Told<'_>) -> Table {
    let today = told.today();
    let all = late(told.plan, today).into_iter().chain(coming(told.plan, today, AHEAD));
    let rows = all.map(|one| row(told, &one)).collect();
    told.table(id::DUE, DUE, rows)
}

fn row(told: &Told<'_>, one: &Due) -> Row {
    let (key, what, action) = match &one.what {
        What::Milestone { action, milestone, name } => {
            (format!("milestone/{milestone}"), joined(name), Some(action))
        }
        What::End { action } => (format!("end/{action}"), told.name(action), Some(action)),
        What::Measure { indicator } => (format!("measure/{indicator}"), told.name(indicator), None),
    };
    let key_of = if one.days > 0 { "plan-table-days-late" } else { "plan-table-days-ahead" };
    let cells = vec![
        told.context.words("plan-table-due", one.what.id()),
        Cell::text(what),
        told.named(action),
        Cell::Date(one.date),
        Cell::Said {
            text: days(told, one.days, key_of),
            order: i32::try_from(one.days).ok().map(f64::from),
        },
    ];
    Row::new(key, None, cells)
}

pub fn money(told: &Told<'_>) -> Table {
    let rows = told.plan.actions.iter().flat_map(|action| {
        action.budget.iter().enumerate().map(|(at, one)| {
            let state = if one.secured { "secured" } else { "asked" };
            let cells = vec![
                line(&action.title),
                line(&one.funder),
                told.euros(u64::from(one.euros)),
                told.context.words("plan-table-money", state),
            ];
            Row::new(format!("{}/{}", action.id, at + 1), None, cells)
        })
    });
    told.table(id::MONEY, MONEY, rows.collect())
}
