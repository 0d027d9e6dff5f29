//! Financing devices worth checking for each candidate programme: why, what remains to be
//! confirmed and with whom. Never a promise.

use crate::recommend::funding::{Ruling, rule};
use crate::recommend::proposal::Proposal;
use crate::report::build::planned::Planned;
use crate::report::document::{Cell, Row, Shown, Table};
use crate::words::funding as words;

use Shown::Everywhere;

/// Identifier of the table, for those who cite it.
pub const ID: &str = "dispositifs";

const COLUMNS: &[(&str, u16, Shown)] = &[
    ("label", 30, Everywhere),
    ("audience", 24, Everywhere),
    ("device", 34, Everywhere),
    ("device-because", 50, Everywhere),
    ("device-open", 50, Everywhere),
    ("device-amounts", 36, Everywhere),
    ("device-payers", 30, Everywhere),
    ("device-ask", 40, Everywhere),
    ("device-verified", 16, Everywhere),
];

/// The row of a device for a candidate.
pub fn key(proposal: &Proposal, device: &str) -> String {
    format!("{}/{device}", proposal.id())
}

/// One row per candidate and device, in the order of both.
pub fn table(planned: &Planned<'_>) -> Table {
    let context = &planned.context;
    let rows = planned.plan.proposals.iter().flat_map(|one| of(planned, one));
    Table {
        id: ID,
        title: context.catalog.text("table-devices"),
        about: context.catalog.text("table-devices-about"),
        columns: context.columns(COLUMNS),
        rows: rows.collect(),
        chart: None,
    }
}

fn of<'p>(planned: &'p Planned<'_>, proposal: &'p Proposal) -> impl Iterator<Item = Row> + 'p {
    let devices = planned.context.parameters.devices().iter();
    let worth = devices.filter(|device| proposal.devices.contains(&device.id));
    worth.map(|device| row(planned, proposal, &rule(device, &proposal.request)))
}

fn row(planned: &Planned<'_>, proposal: &Proposal, ruling: &Ruling<'_>) -> Row {
    let context = &planned.context;
    let (catalog, reference) = (context.catalog, context.reference);
    // A number in a sentence is a figure: the sentence is cited whole.
    let list = |parts: Vec<String>| {
        let text = parts.join(&catalog.text("list-separator"));
        if text.is_empty() { Cell::Blank } else { Cell::Said { text, order: None } }
    };
    let device = ruling.device;
    let because = ruling.clauses.iter().map(|one| words::clause(one, reference, catalog));
    let open = ruling.open.iter().map(|one| words::open(one, reference, catalog));
    let amounts = ruling.amounts.iter().map(|one| words::estimate(one, catalog));
    let payers = ruling.payers.iter().map(|one| words::payer(one, catalog));
    let cells = vec![
        Cell::text(context.occupation_label(proposal.key.occupation)),
        context.words("audience", proposal.key.audience.id()),
        Cell::text(words::heading(device, catalog)),
        list(because.collect()),
        list(open.collect()),
        list(amounts.collect()),
        list(payers.collect()),
        Cell::text(&device.confirm_with),
        Cell::Date(device.verified_on),
    ];
    Row::new(key(proposal, &device.id), Some(proposal.key.occupation), cells)
}
