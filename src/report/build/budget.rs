//! The plan as a whole, one figure a row: candidates, what was chosen, what it costs and brings.

use crate::analysis::planning::Answer;
use crate::format::integer;
use crate::recommend::diagnosis::Lever;
use crate::report::build::planned::Planned;
use crate::report::document::{Cell, Row, Shown, Table};
use crate::words::plan as words;

use Shown::Everywhere;

/// Identifier of the table, for those who cite it.
pub const ID: &str = "plan";
/// The column of the figures.
pub const VALUE: &str = "fact";

const COLUMNS: &[(&str, u16, Shown)] = &[("fact-label", 60, Everywhere), (VALUE, 30, Everywhere)];

pub fn table(planned: &Planned<'_>) -> Table {
    let context = &planned.context;
    let count = |key: &str, count: usize| {
        let count = Cell::Whole(u32::try_from(count).unwrap_or(u32::MAX));
        row(planned, key, count)
    };
    let plan = planned.plan;
    let mut occupations: Vec<_> = plan.proposals.iter().map(|one| one.key.occupation).collect();
    occupations.dedup();
    let trained = |one: &crate::recommend::programme::Programme| {
        plan.proposals.iter().any(|proposal| proposal.key.occupation == one.occupation)
    };
    let listed = &context.results.programmes;
    let without = listed.iter().filter(|one| !trained(one) && one.lever != Lever::None).count();
    let mut rows = vec![
        count("candidates", plan.proposals.len()),
        count("candidate-occupations", occupations.len()),
        count("unconfirmed", plan.selection.unconfirmed.len()),
        count("without-training", without),
        count("unfed", planned.unfed.len()),
    ];
    if let Some(answer) = plan.chosen() {
        rows.extend(chosen(planned, answer));
    }
    Table {
        id: ID,
        title: context.catalog.text("table-plan"),
        about: context.catalog.text("table-plan-about"),
        columns: context.columns(COLUMNS),
        rows,
        chart: None,
    }
}

fn row(planned: &Planned<'_>, key: &str, cell: Cell) -> Row {
    let label = planned.context.catalog.text(&format!("fact-{key}"));
    Row::new(key, None, vec![Cell::text(label), cell])
}

fn chosen(planned: &Planned<'_>, answer: &Answer) -> Vec<Row> {
    let catalog = planned.context.catalog;
    let taken = &answer.choice.taken;
    let places: u32 = taken.iter().map(|one| one.places).sum();
    let cost: f64 = taken.iter().map(|one| one.cost).sum();
    let sum = |parts: &dyn Fn(&crate::recommend::choice::Estimate) -> f64| -> f64 {
        taken.iter().map(|one| parts(&one.brings)).sum()
    };
    let (value, low, high) = (sum(&|e| e.value), sum(&|e| e.low), sum(&|e| e.high));
    let people = words::people(value, catalog);
    let bounds = words::interval(low, high, 1, catalog);
    let said = |text: String, order: f64| Cell::Said { text, order: Some(order) };
    let places_said = integer(f64::from(places), catalog.language());
    vec![
        row(planned, "chosen", Cell::Whole(u32::try_from(taken.len()).unwrap_or(u32::MAX))),
        row(planned, "chosen-places", said(places_said, f64::from(places))),
        row(planned, "chosen-cost", said(words::money(cost, catalog), cost)),
        row(planned, "chosen-people", said(format!("{people} ({bounds})"), value)),
    ]
}
