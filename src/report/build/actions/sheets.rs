//! The sheets of actions, one a row.

use crate::actions::matrix::roles;
use crate::model::action::sheet::{Action, Places, Role};
use crate::report::build::actions::{Told, id, joined, line, whole};
use crate::report::document::{Cell, Row, Shown, Table};
use crate::words::actions as said;
use crate::words::plan::money;

use Shown::Everywhere;

const COLUMNS: &[(&str, u16, Shown)] = &[
    ("action", 40, Everywhere),
    ("action-lever", 30, Everywhere),
    ("action-lead", 26, Everywhere),
    ("action-calendar", 24, Everywhere),
    ("action-status", 12, Everywhere),
    ("action-budget", 13, Everywhere),
    ("action-secured", 13, Everywhere),
    ("planned-opened", 10, Everywhere),
    ("action-objective", 50, Everywhere),
    ("action-targets", 34, Everywhere),
    ("action-occupations", 30, Everywhere),
    ("action-sectors", 26, Everywhere),
    ("action-wave", 20, Everywhere),
    ("role-accountable", 26, Everywhere),
    ("role-responsible", 26, Everywhere),
    ("role-consulted", 26, Everywhere),
    ("role-informed", 26, Everywhere),
    ("action-partners", 44, Everywhere),
    ("action-group", 30, Everywhere),
    ("action-milestones", 50, Everywhere),
    ("action-funders", 40, Everywhere),
    ("action-indicators", 40, Everywhere),
    ("planned-told", 40, Everywhere),
    ("action-practice", 16, Everywhere),
    ("action-programme", 30, Everywhere),
    ("action-risks", 40, Everywhere),
    ("action-decided", 26, Everywhere),
    ("action-signed", 26, Everywhere),
    ("action-reached", 16, Everywhere),
    ("outcome-done", 40, Everywhere),
    ("outcome-hindered", 40, Everywhere),
    ("outcome-follows", 40, Everywhere),
    ("action-notes", 40, Everywhere),
];

/// One row per action, under its identifier.
pub fn table(told: &Told<'_>) -> Table {
    let rows = told.plan.actions.iter().map(|action| row(told, action));
    told.table(id::SHEETS, COLUMNS, rows.collect())
}

fn row(told: &Told<'_>, action: &Action) -> Row {
    let words = |prefix: &str, id: &str| told.context.words(prefix, id);
    let (all, secured) = action.euros();
    let budget = |euros: u64| {
        if action.budget.is_empty() { Cell::Blank } else { told.euros(euros) }
    };
    let mut cells = vec![
        line(&action.title),
        told.named(action.lever.as_ref()),
        lead(told, action),
        Cell::text(told.calendar(action)),
        words("action-status", action.status.id()),
        budget(all),
        budget(secured),
        whole(action.planned.opened),
        line(&action.objective),
        Cell::text(told.names(&action.targets)),
        Cell::text(told.list(action.occupations.iter().map(|code| told.occupation(code)))),
        Cell::text(told.list(action.sectors.iter().map(|code| told.sector(code)))),
        told.named(action.wave.as_ref()),
    ];
    cells.extend(Role::ALL.map(|role| match (role, with_role(told, action, role)) {
        (Role::Accountable, Cell::Blank) => to_name(told, action),
        (_, cell) => cell,
    }));
    cells.extend([
        Cell::text(partners(told, action)),
        Cell::text(told.list(action.group.iter().map(|name| joined(name)))),
        Cell::text(milestones(told, action)),
        funders(told, action),
        Cell::text(told.names(&action.indicators)),
        planned(told, &action.planned),
        words("practice", action.practice.id()),
        programme(told, action),
        line(&action.risks),
        action.decided_on.as_ref().map_or(Cell::Blank, |on| dated(told, on.date, &on.who)),
        action.signed_off.as_ref().map_or(Cell::Blank, |on| dated(told, on.date, &on.who)),
        action.outcome.reached.map_or(Cell::Blank, |one| words("reached", one.id())),
        line(&action.outcome.done),
        line(&action.outcome.hindered),
        line(&action.outcome.follows),
        line(&action.notes),
    ]);
    Row::new(action.id.as_str(), None, cells)
}

/// The lead; of what goes on without one, that it is to be named.
fn lead(told: &Told<'_>, action: &Action) -> Cell {
    if action.lead.is_empty() {
        return to_name(told, action);
    }
    Cell::text(told.names(&action.lead))
}

fn to_name(told: &Told<'_>, action: &Action) -> Cell {
    if action.is_open() { Cell::text(told.text("plan-table-to-name")) } else { Cell::Blank }
}

/// The programme that it runs; of one that is a candidate no longer, that it is not.
fn programme(told: &Told<'_>, action: &Action) -> Cell {
    let Some(link) = &action.programme else { return Cell::Blank };
    let gone = told.freezer.plan.is_some_and(|plan| plan.proposal(&link.key).is_none());
    if gone {
        return line(&said::programme_gone(&link.name, told.context.catalog));
    }
    line(&link.name)
}

/// When, and by whom.
fn dated(told: &Told<'_>, date: crate::model::Date, who: &str) -> Cell {
    Cell::text(dated_text(told, date, who))
}

/// The same in words.
pub fn dated_text(told: &Told<'_>, date: crate::model::Date, who: &str) -> String {
    let parts = [told.date(date), joined(who)].into_iter().filter(|part| !part.is_empty());
    parts.collect::<Vec<_>>().join(", ")
}

/// Who has a role in an action: leads, then partners.
fn with_role(told: &Told<'_>, action: &Action, role: Role) -> Cell {
    let partners = action.partners.iter().map(|one| &one.actor);
    let mut actors: Vec<&String> = Vec::new();
    for id in action.lead.iter().chain(partners) {
        if !actors.contains(&id) && roles(action, id).contains(&role) {
            actors.push(id);
        }
    }
    Cell::text(told.names(actors))
}

fn partners(told: &Told<'_>, action: &Action) -> String {
    let parts = action.partners.iter().map(|one| {
        let name = told.name(&one.actor);
        let does = joined(&one.does);
        let does = if does.is_empty() {
            told.text(&format!("action-role-{}", one.role.id()))
        } else {
            does
        };
        format!("{name} ({does})")
    });
    told.list(parts)
}

pub fn milestones(told: &Told<'_>, action: &Action) -> String {
    let said = action.milestones.iter().map(|one| {
        let name = joined(&one.name);
        let (key, date) = match (one.done, one.due) {
            (Some(done), _) => ("plan-table-milestone-done", done),
            (None, Some(due)) => ("plan-table-milestone-due", due),
            (None, None) => return name,
        };
        let date = told.date(date);
        told.context.catalog.with(key, &[("name", (&name).into()), ("date", (&date).into())])
    });
    told.list(said)
}

/// Who pays how much, and whether it is promised.
pub fn funders(told: &Told<'_>, action: &Action) -> Cell {
    let catalog = told.context.catalog;
    let said = action.budget.iter().map(|one| {
        let key = if one.secured { "plan-table-secured" } else { "plan-table-asked" };
        let (funder, sum) = (joined(&one.funder), money(f64::from(one.euros), catalog));
        catalog.with(key, &[("funder", (&funder).into()), ("sum", (&sum).into())])
    });
    let (text, (all, _)) = (told.list(said), action.euros());
    #[expect(clippy::cast_precision_loss, reason = "no budget comes near 2^53 €")]
    let order = Some(all as f64);
    if text.is_empty() { Cell::Blank } else { Cell::Said { text, order } }
}

/// The way of people as planned, from places to a year later.
fn planned(told: &Told<'_>, places: &Places) -> Cell {
    let catalog = told.context.catalog;
    let said = Places::STEPS.iter().zip(places.steps()).filter_map(|(id, count)| {
        let step = told.text(&format!("places-{id}"));
        let count = crate::format::integer(f64::from(count?), catalog.language());
        Some(
            catalog
                .with("plan-table-step", &[("step", (&step).into()), ("count", (&count).into())]),
        )
    });
    let text = told.list(said);
    let order = places.steps().into_iter().flatten().next().map(f64::from);
    if text.is_empty() { Cell::Blank } else { Cell::Said { text, order } }
}
