//! The plan as a whole, one figure a row: candidates, what was chosen, what it costs and brings.

use crate::analysis::planning::Answer;
use crate::recommend::diagnosis::Lever;
use crate::report::build::planned::Planned;
use crate::report::document::{Cell, Form, Row, Shown, Table};
use crate::secrecy::key;
use crate::words::{costs, plan as words};

use Shown::{Everywhere, File};

/// Identifier of the table, for those who cite it.
pub const ID: &str = "plan";
/// Beginning of the keys of budgets, before the funder.
pub const GIVEN: &str = "given-budget/";
/// Beginning of the keys of what the user supposes.
pub const SUPPOSED: &str = "supposed/";
/// The column of the figures.
pub const VALUE: &str = "fact";

const COLUMNS: &[(&str, u16, Shown)] = &[
    ("fact-label", 60, Everywhere),
    (VALUE, 30, Everywhere),
    ("fact-low", 12, File),
    ("fact-high", 12, File),
];

pub fn table(planned: &Planned<'_>) -> Table {
    let context = &planned.context;
    let count = |key: &str, count: usize| {
        let count = Cell::Whole(u32::try_from(count).unwrap_or(u32::MAX));
        row(planned, key, [count, Cell::Blank, Cell::Blank])
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
    rows.extend(given(planned));
    let supposed = costs::hypotheses(&plan.selection.hypotheses, context.catalog);
    rows.extend(supposed.into_iter().map(|(of, text)| {
        let label = Cell::text(context.catalog.text("fact-supposed"));
        let cells = vec![label, Cell::Said { text, order: None }, Cell::Blank, Cell::Blank];
        Row::new(format!("{SUPPOSED}{}", key::part(of)), None, cells)
    }));
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

/// A figure with its bounds, where it has some.
fn row(planned: &Planned<'_>, key: &str, [cell, low, high]: [Cell; 3]) -> Row {
    let label = planned.context.catalog.text(&format!("fact-{key}"));
    Row::new(key, None, vec![Cell::text(label), cell, low, high])
}

/// Under what the choice was made: without it a name of the choice is not found again.
fn given(planned: &Planned<'_>) -> Vec<Row> {
    let catalog = planned.context.catalog;
    let asked = &planned.plan.selection;
    let terms = &asked.terms;
    // Without money, the purse holds places.
    let budgets = terms.budgets.iter().filter(|_| asked.unpaid.is_none()).map(|(who, sum)| {
        let funder = words::funder(who, catalog);
        let of = [("funder", (&funder).into())];
        let label = Cell::text(catalog.with("fact-given-budget", &of));
        let sum = Cell::amount(words::money(*sum, catalog), *sum, Form::Euros);
        let who = key::part(who);
        Row::new(format!("{GIVEN}{who}"), None, vec![label, sum, Cell::Blank, Cell::Blank])
    });
    let most = terms.most_occupations.filter(|_| !terms.budgets.is_empty());
    let most = most.map(|most| {
        row(planned, "given-occupations", [Cell::Whole(most), Cell::Blank, Cell::Blank])
    });
    let places = terms
        .most_places
        .map(|most| row(planned, "given-places", [Cell::Whole(most), Cell::Blank, Cell::Blank]));
    budgets.chain(most).chain(places).collect()
}

fn chosen(planned: &Planned<'_>, answer: &Answer) -> Vec<Row> {
    let catalog = planned.context.catalog;
    let taken = &answer.choice.taken;
    let places: u32 = taken.iter().map(|one| one.places).sum();
    // One that nothing tells the cost of leaves the sum unknown.
    let costs: Option<Vec<f64>> = taken.iter().map(|one| planned.plan.cost_of(one)).collect();
    let cost = costs.map(|costs| costs.iter().sum::<f64>());
    let cost = match cost {
        Some(cost) => {
            let mut chosen = taken.iter().filter_map(|one| planned.plan.proposal(&one.id));
            let assumed = chosen.any(|one| one.terms.assumption.is_some());
            Cell::amount(words::marked(cost, assumed, catalog), cost, Form::Euros)
        }
        None => Cell::bounded(catalog.text("supply-unknown"), (None, None), Form::Euros),
    };
    let sum = |parts: &dyn Fn(&crate::recommend::choice::Estimate) -> f64| -> f64 {
        taken.iter().map(|one| parts(&one.brings)).sum()
    };
    let (value, low, high) = (sum(&|e| e.value), sum(&|e| e.low), sum(&|e| e.high));
    let people = words::people(value, catalog);
    let bounds = words::interval(low, high, 1, catalog);
    let alone = |cell: Cell| [cell, Cell::Blank, Cell::Blank];
    let end = |end: f64| Cell::amount(words::people(end, catalog), end, Form::People);
    let taken_count = Cell::Whole(u32::try_from(taken.len()).unwrap_or(u32::MAX));
    let chosen = taken.iter().filter_map(|one| planned.plan.proposal(&one.id));
    let conditional = chosen.filter(|one| !one.conditions().is_empty()).count();
    let conditional = Cell::Whole(u32::try_from(conditional).unwrap_or(u32::MAX));
    let brought = Cell::amount(format!("{people} ({bounds})"), value, Form::People);
    vec![
        row(planned, "chosen", alone(taken_count)),
        row(planned, "chosen-conditional", alone(conditional)),
        row(planned, "chosen-places", alone(Cell::Whole(places))),
        row(planned, "chosen-cost", alone(cost)),
        row(planned, "chosen-people", [brought, end(low), end(high)]),
    ]
}
