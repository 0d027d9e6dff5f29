//! Offers of several lists that are one: which, and why.

use crate::analysis::offers::{Merge, Sameness};
use crate::format;
use crate::report::build::Context;
use crate::report::document::{Cell, Row, Shown::Everywhere, Table};

/// Each row that does not count with the one that stands for it; `None` where there is none.
pub fn table(context: &Context<'_>) -> Option<Table> {
    let merged = &context.results.merged_offers;
    (!merged.is_empty()).then(|| Table {
        id: "merged-offers",
        title: context.catalog.text("table-merged-offers"),
        about: context.catalog.text("table-merged-offers-about"),
        columns: context.columns(&[
            ("kept-file", 30, Everywhere),
            ("kept-row", 10, Everywhere),
            ("left-file", 30, Everywhere),
            ("left-row", 10, Everywhere),
            ("same-because", 70, Everywhere),
        ]),
        rows: merged.iter().map(|one| row(context, one)).collect(),
        chart: None,
    })
}

fn row(context: &Context<'_>, merge: &Merge) -> Row {
    let mut cells = Vec::with_capacity(5);
    for (source, row) in [merge.kept, merge.left] {
        cells.push(Cell::text(context.file(source)));
        cells.push(Cell::Whole(row));
    }
    cells.push(Cell::text(context.same_because(merge)));
    let (source, row) = merge.left;
    Row::new(context.row_key(source, row), None, cells).on(source, row)
}

impl Context<'_> {
    /// Why two rows are one offer, in words.
    pub fn same_because(&self, merge: &Merge) -> String {
        let catalog = self.catalog;
        match merge.sameness {
            Sameness::Identifier => catalog.text("same-by-identifier"),
            Sameness::Likeness { by_siret, days, title } => {
                let key = if by_siret { "same-by-siret" } else { "same-by-name" };
                let likeness = format::percent(title, 0, catalog.language());
                catalog.with(key, &[("days", days.into()), ("title", (&likeness).into())])
            }
        }
    }
}
