//! From a short name back to the number: what it says, and where it comes from.

use crate::analysis::planning::Plan;
use crate::report::build::Context;
use crate::report::citation::{FigureId, Index, Mark};
use crate::report::document::{Cell, Document, Row, Table};
use crate::report::provenance::{Asked, Provenance, is_told, of};

/// A number that a short name names.
#[derive(Clone, Debug, PartialEq)]
pub struct Traced {
    pub id: FigureId,
    /// Identifier and title.
    pub table: (&'static str, String),
    /// What the row is about: its key, and its words.
    pub row: (String, String),
    /// Identifier and title.
    pub column: (&'static str, String),
    /// `None` for a number that is withheld.
    pub cell: Option<Cell>,
    pub provenance: Provenance,
}

/// The numbers that a short name names: one, or all those of a row. None for words and dates, and
/// for a name that the document does not hold. `plan`: the one that the document holds.
pub fn trace(
    context: &Context<'_>,
    plan: Option<&Plan>,
    document: &Document,
    mark: Mark,
) -> Vec<Traced> {
    trace_in(context, plan, &Index::new(document), mark)
}

/// [`trace`], for who asks more than once.
pub fn trace_in(
    context: &Context<'_>,
    plan: Option<&Plan>,
    index: &Index<'_>,
    mark: Mark,
) -> Vec<Traced> {
    let found = index.places(mark).into_iter().filter_map(|place| {
        let asked = Asked::at(place)?;
        if !is_told(asked.table, asked.column, &asked.cell) {
            return None;
        }
        let row = place.table.rows.get(place.row)?;
        Some(Traced {
            id: place.id()?,
            table: (place.table.id, place.table.title.clone()),
            row: (row.key.clone(), about(place.table, row)),
            column: (asked.column, asked.title.clone()),
            provenance: of(context, plan, &asked),
            cell: Some(asked.cell),
        })
    });
    found.collect()
}

impl Traced {
    /// The same without what only a release tells of respondents: that an answer was given is told
    /// by its row alone.
    #[must_use]
    pub fn withheld(mut self, catalog: &crate::i18n::Catalog) -> Self {
        self.row = (String::new(), String::new());
        self.cell = None;
        self.provenance = self.provenance.withheld(catalog);
        self
    }
}

/// Columns that say what a row is about.
const NAMING: [&str; 45] = [
    "code",
    "label",
    "level",
    "sector",
    "size-class",
    "question",
    "answer",
    "college",
    "benchmark-name",
    "stated-cause",
    "need-figure",
    "years",
    "predictor",
    "title",
    "provider",
    "file",
    "sheet",
    "left-file",
    "format",
    "audience",
    "weights-what",
    "method-name",
    "year",
    "reference",
    "fact-label",
    "note",
    "device",
    "returned-what",
    "company-post",
    "frame-name",
    "action",
    "actor",
    "finding-kind",
    "milestone",
    "due-what",
    "funder",
    "follow-indicator",
    "action-programme",
    "figure-label",
    "proposal",
    "near-other",
    "map-name",
    "closed-year",
    "entry-event",
    "entry-subject",
];

/// The words of a row that say what it is about.
pub fn about(table: &Table, row: &Row) -> String {
    let cells = table.columns.iter().zip(&row.cells);
    let named = cells.filter(|(column, _)| NAMING.contains(&column.id));
    let words = named.filter_map(|(_, cell)| match cell {
        Cell::Text(text) | Cell::Said { text, .. } | Cell::Amount { text, .. } => {
            Some(text.as_str())
        }
        _ => None,
    });
    words.collect::<Vec<_>>().join(" · ")
}
