//! Who does what: a row for each part of an actor in an action, one for each actor, and what is to
//! be settled between them.

use crate::actions::due::too_many;
use crate::actions::matrix::{Finding, findings as found, loads, matrix};
use crate::reference::actions::usual_capacity;
use crate::report::build::actions::{Told, count, id, joined, line, whole};
use crate::report::document::{Cell, Row, Shown, Table};
use crate::words::actions as said;

use Shown::Everywhere;

const CELLS: &[(&str, u16, Shown)] = &[
    ("action", 40, Everywhere),
    ("actor", 30, Everywhere),
    ("actor-kind", 24, Everywhere),
    ("actor-roles", 30, Everywhere),
    ("actor-does", 44, Everywhere),
];

const ACTORS: &[(&str, u16, Shown)] = &[
    ("actor", 30, Everywhere),
    ("actor-kind", 24, Everywhere),
    ("actor-leads", 9, Everywhere),
    ("actor-capacity", 9, Everywhere),
    ("actor-parts", 9, Everywhere),
    ("actor-led", 50, Everywhere),
    ("actor-levers", 34, Everywhere),
    ("actor-can", 44, Everywhere),
    ("actor-contact", 30, Everywhere),
];

const FINDINGS: &[(&str, u16, Shown)] =
    &[("finding-kind", 24, Everywhere), ("finding", 100, Everywhere)];

/// The matrix, a row for each of its cells that says something.
pub fn cells(told: &Told<'_>) -> Table {
    let plan = told.plan;
    let matrix = matrix(plan);
    let mut rows = Vec::new();
    for row in &matrix.rows {
        let Some(action) = plan.action(&row.action) else { continue };
        for (actor, roles) in matrix.actors.iter().zip(&row.cells) {
            if roles.is_empty() {
                continue;
            }
            let said = roles.iter().map(|role| told.text(&format!("action-role-{}", role.id())));
            let does = action.partners.iter().filter(|one| one.actor == *actor);
            let does = told.list(does.map(|one| joined(&one.does)));
            let cells = vec![
                line(&action.title),
                Cell::text(told.name(actor)),
                kind(told, actor),
                Cell::text(told.list(said)),
                Cell::text(does),
            ];
            rows.push(Row::new(format!("{}/{actor}", row.action), None, cells));
        }
    }
    told.table(id::WHO, CELLS, rows)
}

fn kind(told: &Told<'_>, actor: &str) -> Cell {
    let known = told.plan.actor(actor);
    known.map_or(Cell::Blank, |one| told.context.words("actor-kind", one.kind.id()))
}

/// Actors with what they answer for; one that was removed, while an action names it.
pub fn actors(told: &Told<'_>) -> Table {
    let plan = told.plan;
    let matrix = matrix(plan);
    let rows = matrix.actors.iter().map(|actor| {
        let (leads, parts) = loads(plan, actor);
        let led = told.list(leads.iter().map(|one| joined(&one.title)));
        let known = plan.actor(actor);
        let words = |text: Option<&String>| text.map_or(Cell::Blank, |text| line(text));
        let cells = vec![
            Cell::text(told.name(actor)),
            kind(told, actor),
            count(leads.len()),
            whole(known.and_then(|one| one.capacity).map(u32::from)),
            count(parts.len()),
            Cell::text(led),
            known.map_or(Cell::Blank, |one| Cell::text(told.names(&one.levers))),
            words(known.map(|one| &one.can)),
            words(known.map(|one| &one.contact)),
        ];
        Row::new(actor.as_str(), None, cells)
    });
    told.table(id::ACTORS, ACTORS, rows.collect())
}

/// What is missing, what is too much, what may be done twice, a sentence each.
pub fn findings(told: &Told<'_>) -> Table {
    let catalog = told.context.catalog;
    let mut rows: Vec<Row> = found(told.plan, usual_capacity())
        .iter()
        .map(|one| {
            let text = said::finding(told.plan, one, catalog);
            let kind = told.context.words("plan-table-finding", one.id());
            Row::new(key(one), None, vec![kind, Cell::Said { text, order: None }])
        })
        .collect();
    if let Some(many) = too_many(told.plan) {
        let text = said::too_many(many, catalog);
        #[expect(clippy::cast_precision_loss, reason = "a number of indicators")]
        let order = Some(many as f64);
        let kind = told.context.words("plan-table-finding", "too-many");
        rows.push(Row::new("too-many", None, vec![kind, Cell::Said { text, order }]));
    }
    told.table(id::FINDINGS, FINDINGS, rows)
}

/// What it is about, in no language.
fn key(one: &Finding) -> String {
    let of = match one {
        Finding::NoLead { action } | Finding::TwoLeads { action, .. } => action.clone(),
        Finding::BrokenLead { action, actor } => format!("{action}/{actor}"),
        Finding::Overload { actor, .. } => actor.clone(),
        Finding::Alike { a, b, .. } => format!("{a}/{b}"),
    };
    format!("{}/{of}", one.id())
}
