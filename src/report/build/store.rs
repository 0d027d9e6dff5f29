//! The whole store of figures: the document of an analysis, with the tables of programmes and of
//! the plan of action.
//!
//! What documents to be read cite, what `trace` answers from and what the workbook of a report
//! holds is this one.

use crate::report::build::planned::{Planned, tables};
use crate::report::build::{actions, budget, devices, made, terms, verdicts};
use crate::report::document::{Document, Line, Table};

/// Every table of an analysis, of its programmes and of the plan of action; one of these without a
/// row is left out.
pub fn store(planned: &Planned<'_>) -> Document {
    let of_plan = tables(planned);
    let choice = of_plan.choice.map(|listed| listed.table);
    let tables = [budget::table(planned), of_plan.candidates.table]
        .into_iter()
        .chain(choice)
        .chain([
            terms::table(planned),
            devices::table(planned),
            of_plan.levers,
            of_plan.unfed,
            of_plan.balances,
            verdicts::table(planned),
        ])
        .filter(|table| !table.rows.is_empty());
    let mut document = made(&planned.context, tables.collect());
    // They set the figures of the document beside those of decisions.
    let of_actions = actions::tables(planned, &document);
    let named = of_actions
        .iter()
        .map(|table| Line::Fact { label: table.title.clone(), text: table.about.clone() });
    // The list of tables ends the read-me.
    document.cover.extend(named);
    document.tables.extend(of_actions.into_iter().map(Table::told_apart));
    document
}
