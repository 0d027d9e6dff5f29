//! The whole store of figures: the document of an analysis, with the tables of programmes.
//!
//! What documents to be read cite, what `trace` answers from and what the workbook of a report
//! holds is this one.

use crate::report::build::planned::{Planned, tables};
use crate::report::build::{budget, devices, made, terms, verdicts};
use crate::report::document::Document;

/// Every table of an analysis and of its plan; one of the plan without a row is left out.
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
    made(&planned.context, tables.collect())
}
