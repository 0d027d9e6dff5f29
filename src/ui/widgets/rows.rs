//! What a grid shows: rows of known columns, searched and sorted without being laid out whole.

use crate::model::{Fap, fold};
use crate::report::document::{Cell, Column, Row, Table};
use crate::report::provenance::{Asked, is_told};
use std::borrow::Cow;
use std::cmp::Ordering;

/// Rows by their place; the grid keeps the places it shows, in its order.
pub trait Rows {
    /// Stable identifier: salt of the grid.
    fn id(&self) -> &'static str;
    fn columns(&self) -> &[Column];
    fn cell(&self, row: usize, column: usize) -> Option<Cow<'_, Cell>>;
    /// The occupation that a row opens.
    fn occupation(&self, row: usize) -> Option<Fap>;
    /// What a row is about in the document; `None` where the document has no such rows.
    fn key(&self, row: usize) -> Option<&str>;
    /// Source index and row in it.
    fn origin(&self, row: usize) -> Option<(usize, u32)>;
    /// Rows that are kept and hold every needle, which are folded.
    fn found(&self, needles: &[String]) -> Vec<usize>;
    fn sort(&self, rows: &mut Vec<usize>, column: usize, descending: bool);
    /// Numbers are sorted largest first.
    fn is_number(&self, column: usize) -> bool;

    /// A number of a cell, to ask where it comes from; `None` for words, dates and blanks.
    fn asked(&self, row: usize, column: usize) -> Option<Asked> {
        let of = self.columns().get(column)?;
        let cell = self.cell(row, column)?;
        if !is_told(self.id(), of.id, &cell) {
            return None;
        }
        let (table, key) = self.key(row).map_or(("", ""), |key| (self.id(), key));
        Some(Asked {
            table,
            key: key.to_owned(),
            column: of.id,
            title: of.title.clone(),
            cell: cell.into_owned(),
            occupation: self.occupation(row),
            origin: self.origin(row),
            is_cited: false,
        })
    }

    fn is_selected(&self, row: usize, selected: Option<Fap>) -> bool {
        let occupation = self.occupation(row);
        occupation.is_some() && occupation == selected
    }
}

/// The rows of a table that are kept.
pub struct Kept<'a> {
    pub table: &'a Table,
    pub keep: &'a dyn Fn(&Row) -> bool,
}

impl Kept<'_> {
    fn row(&self, row: usize) -> Option<&Row> {
        self.table.rows.get(row)
    }
}

impl Rows for Kept<'_> {
    fn id(&self) -> &'static str {
        self.table.id
    }

    fn columns(&self) -> &[Column] {
        &self.table.columns
    }

    fn cell(&self, row: usize, column: usize) -> Option<Cow<'_, Cell>> {
        self.row(row)?.cells.get(column).map(Cow::Borrowed)
    }

    fn occupation(&self, row: usize) -> Option<Fap> {
        self.row(row)?.occupation
    }

    fn key(&self, row: usize) -> Option<&str> {
        Some(&self.row(row)?.key)
    }

    fn origin(&self, row: usize) -> Option<(usize, u32)> {
        self.row(row)?.origin
    }

    fn found(&self, needles: &[String]) -> Vec<usize> {
        let found = |row: &Row| {
            (self.keep)(row)
                && (needles.is_empty() || {
                    let texts = row.cells.iter().filter_map(|cell| match cell {
                        Cell::Text(text) => Some(fold(text)),
                        _ => None,
                    });
                    let all = texts.collect::<Vec<_>>().join(" ");
                    needles.iter().all(|needle| all.contains(needle.as_str()))
                })
        };
        let rows = self.table.rows.iter().enumerate();
        rows.filter(|(_, row)| found(row)).map(|(index, _)| index).collect()
    }

    fn sort(&self, rows: &mut Vec<usize>, column: usize, descending: bool) {
        let cell = |row: &usize| self.row(*row).and_then(|row| row.cells.get(column));
        rows.sort_by(|a, b| match (cell(a), cell(b)) {
            (Some(a), Some(b)) => a.compare(b, descending),
            _ => Ordering::Equal,
        });
    }

    fn is_number(&self, column: usize) -> bool {
        self.table.rows.iter().any(|row| {
            row.cells.get(column).is_some_and(|cell| {
                matches!(
                    cell,
                    Cell::Figure { .. } | Cell::Whole(_) | Cell::Said { .. } | Cell::Amount { .. }
                )
            })
        })
    }
}
