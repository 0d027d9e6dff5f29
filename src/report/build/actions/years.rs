//! Years that are closed, as they stood then: each with its evaluation, and its actions.

use crate::actions::places::{reasons, steps};
use crate::model::action::indicator::Indicator;
use crate::model::action::sheet::{Action, Status};
use crate::model::action::{Closed, Id};
use crate::report::build::actions::{
    Told, count, day, followed, id, indicators, joined, line, sheets,
};
use crate::report::document::{Cell, Row, Shown, Table};
use crate::words::actions as said;

use Shown::Everywhere;

const YEARS: &[(&str, u16, Shown)] = &[
    ("closed-year", 8, Everywhere),
    ("closed-on", 12, Everywhere),
    ("closed-actions", 10, Everywhere),
    ("closed-done", 10, Everywhere),
    ("closed-stopped", 10, Everywhere),
    ("closed-carried", 10, Everywhere),
    ("closed-evaluation", 80, Everywhere),
];

const CLOSED: &[(&str, u16, Shown)] = &[
    ("closed-year", 8, Everywhere),
    ("action", 40, Everywhere),
    ("action-lever", 30, Everywhere),
    ("action-lead", 26, Everywhere),
    ("action-status", 12, Everywhere),
    ("action-reached", 16, Everywhere),
    ("told-opened", 12, Everywhere),
    ("told-entered", 12, Everywhere),
    ("told-completed", 12, Everywhere),
    ("told-employed-6", 12, Everywhere),
    ("told-there-12", 12, Everywhere),
    ("outcome-done", 40, Everywhere),
    ("outcome-hindered", 40, Everywhere),
    ("outcome-follows", 40, Everywhere),
    ("action-objective", 50, Everywhere),
    ("action-milestones", 50, Everywhere),
    ("action-funders", 40, Everywhere),
    ("realised-reason", 50, Everywhere),
    ("closed-measures", 60, Everywhere),
    ("action-decided", 26, Everywhere),
];

/// One row per closed year, the latest first.
pub fn table(told: &Told<'_>) -> Table {
    let rows = told.plan.archive.iter().rev().map(|year| {
        let of = |keep: &dyn Fn(&&Action) -> bool| count(year.actions.iter().filter(keep).count());
        let cells = vec![
            Cell::year(year.year),
            day(year.on),
            count(year.actions.len()),
            of(&|one| one.status == Status::Done),
            of(&|one| one.status == Status::Stopped),
            of(&|one| one.is_open()),
            line(&year.evaluation),
        ];
        Row::new(year.year.to_string(), None, cells)
    });
    told.table(id::YEARS, YEARS, rows.collect())
}

/// One row per action of a closed year.
pub fn closed(told: &Told<'_>) -> Table {
    let years = told.plan.archive.iter().rev();
    let rows = years.flat_map(|year| year.actions.iter().map(|action| row(told, year, action)));
    told.table(id::CLOSED, CLOSED, rows.collect())
}

/// « Places ouvertes (places) : 12 le 30/06/2025, départ 0, cible 24 »: indicators as they stood.
fn measures(told: &Told<'_>, year: &Closed, action: &Action) -> Cell {
    let catalog = told.context.catalog;
    let of_then = |id: &Id| year.indicators.iter().find(|one| one.id == *id);
    let all: Vec<&Indicator> = action.indicators.iter().filter_map(of_then).collect();
    let said = all.iter().map(|one| {
        let name = joined(&indicators::named(one));
        format!("{name}{}{}", told.text("colon"), said::stood(one, catalog))
    });
    let text = told.list(said);
    let latest = all.iter().find_map(|one| one.latest()).map(|one| one.value.value());
    if text.is_empty() { Cell::Blank } else { Cell::Said { text, order: latest } }
}

/// A name as it was when the year was closed.
fn name(told: &Told<'_>, year: &Closed, id: &Id) -> String {
    year.names.get(id).map_or_else(|| told.name(id), |name| joined(name))
}

fn row(told: &Told<'_>, year: &Closed, action: &Action) -> Row {
    let lever = action.lever.as_ref().map(|id| name(told, year, id)).unwrap_or_default();
    let reached = action.outcome.reached;
    let mut cells = vec![
        Cell::year(year.year),
        line(&action.title),
        Cell::text(lever),
        Cell::text(told.list(action.lead.iter().map(|id| name(told, year, id)))),
        told.context.words("action-status", action.status.id()),
        reached.map_or(Cell::Blank, |one| told.context.words("reached", one.id())),
    ];
    cells.extend(steps(action).iter().map(|step| followed::of_step(told, step)));
    cells.extend([
        line(&action.outcome.done),
        line(&action.outcome.hindered),
        line(&action.outcome.follows),
        line(&action.objective),
        Cell::text(sheets::milestones(told, action)),
        sheets::funders(told, action),
        Cell::text(told.list(reasons(action).map(|(date, why)| {
            let (date, why) = (told.date(date), joined(why));
            let of = [("date", (&date).into()), ("reason", (&why).into())];
            told.context.catalog.with("plan-places-reason", &of)
        }))),
        measures(told, year, action),
        action
            .decided_on
            .as_ref()
            .map_or(Cell::Blank, |on| Cell::text(sheets::dated_text(told, on.date, &on.who))),
    ]);
    Row::new(format!("{}/{}", year.year, action.id), None, cells)
}
