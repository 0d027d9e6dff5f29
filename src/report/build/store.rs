//! The whole store of figures: the document of an analysis, with the tables of programmes.
//!
//! What documents to be read cite, what `trace` answers from and what the workbook of a report
//! holds is this one.

use crate::report::build::planned::{Planned, tables};
use crate::report::build::{budget, devices, document, terms, verdicts};
use crate::report::document::{Document, Table};

/// Every table of an analysis and of its plan.
pub fn store(planned: &Planned<'_>) -> Document {
    let mut document = document(&planned.context);
    let made = tables(planned);
    let choice = made.choice.map(|listed| listed.table);
    let more = [budget::table(planned), made.candidates.table]
        .into_iter()
        .chain(choice)
        .chain([
            terms::table(planned),
            devices::table(planned),
            made.levers,
            made.unfed,
            made.balances,
            verdicts::table(planned),
        ])
        .filter(|table| !table.rows.is_empty())
        .map(Table::told_apart);
    // Sources and method stay last.
    let place = document.tables.iter().position(|table| table.id == "sources");
    let place = place.unwrap_or(document.tables.len());
    document.tables.splice(place..place, more);
    document
}
