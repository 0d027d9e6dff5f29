//! What the territory acts on, for whom, in which times of work; and how much of the plan is of
//! each.

use crate::model::action::sheet::Action;
use crate::report::build::actions::{Told, count, day, id, joined, line};
use crate::report::document::{Cell, Row, Shown, Table};

use Shown::Everywhere;

const COLUMNS: &[(&str, u16, Shown)] = &[
    ("frame-kind", 14, Everywhere),
    ("frame-name", 44, Everywhere),
    ("frame-note", 40, Everywhere),
    ("frame-begins", 12, Everywhere),
    ("frame-ends", 12, Everywhere),
    ("frame-actions", 10, Everywhere),
    ("frame-open", 10, Everywhere),
    ("frame-euros", 14, Everywhere),
];

/// One row each: levers, targets, times of work, then what actions name and is there no longer.
pub fn table(told: &Told<'_>) -> Table {
    let plan = told.plan;
    let mut rows = Vec::new();
    for lever in &plan.levers {
        let of = |action: &&Action| action.lever.as_ref() == Some(&lever.id);
        let about = [Cell::Blank, Cell::Blank];
        rows.push(row(told, ("lever", &lever.id), (&lever.name, &lever.note), about, &of));
    }
    let without =
        |action: &&Action| action.lever.as_ref().is_none_or(|id| plan.lever(id).is_none());
    if !plan.levers.is_empty() && plan.actions.iter().any(|action| without(&action)) {
        let (name, blank) = (told.text("plan-table-no-lever"), [Cell::Blank, Cell::Blank]);
        rows.push(row(told, ("lever", "none"), (&name, ""), blank, &without));
    }
    for target in &plan.targets {
        let of = |action: &&Action| action.targets.contains(&target.id);
        let note = match target.named_in.as_str() {
            "" => String::new(),
            place @ ("text" | "diagram") => told.text(&format!("plan-table-named-{place}")),
            other => joined(other),
        };
        let about = [Cell::Blank, Cell::Blank];
        rows.push(row(told, ("target", &target.id), (&target.name, &note), about, &of));
    }
    for wave in &plan.waves {
        let of = |action: &&Action| action.wave.as_ref() == Some(&wave.id);
        let about = [day(wave.begins), day(wave.ends)];
        rows.push(row(told, ("wave", &wave.id), (&wave.name, ""), about, &of));
    }
    told.table(id::FRAME, COLUMNS, rows)
}

fn row(
    told: &Told<'_>,
    (kind, key): (&str, &str),
    (name, note): (&str, &str),
    [begins, ends]: [Cell; 2],
    of: &dyn Fn(&&Action) -> bool,
) -> Row {
    let actions = told.plan.actions.iter().filter(of);
    let open = actions.clone().filter(|action| action.is_open()).count();
    // Nothing said of money is not nothing.
    let with_money = actions.clone().filter(|action| !action.budget.is_empty());
    let euros: Option<u64> = with_money.map(|action| action.euros().0).reduce(|a, b| a + b);
    let cells = vec![
        told.context.words("plan-table-frame", kind),
        line(name),
        line(note),
        begins,
        ends,
        count(actions.count()),
        count(open),
        euros.map_or(Cell::Blank, |euros| told.euros(euros)),
    ];
    Row::new(format!("{kind}/{key}"), None, cells)
}
