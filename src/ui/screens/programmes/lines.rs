//! Rows of candidates: each is one candidate, so that two of an occupation are told apart.

use crate::model::Fap;
use crate::report::build::planned::Listed;
use crate::report::document::{Cell, Column};
use crate::ui::widgets::rows::{Kept, Rows};
use std::borrow::Cow;

pub struct Lines<'a> {
    pub listed: &'a Listed,
    /// By identifier.
    pub keep: &'a dyn Fn(&str) -> bool,
    pub chosen: Option<&'a str>,
}

impl Lines<'_> {
    const fn rows(&self) -> Kept<'_> {
        Kept { table: &self.listed.table, keep: &|_| true }
    }

    fn id_of(&self, row: usize) -> Option<&str> {
        self.listed.ids.get(row).map(String::as_str)
    }
}

impl Rows for Lines<'_> {
    fn id(&self) -> &'static str {
        self.listed.table.id
    }

    fn columns(&self) -> &[Column] {
        &self.listed.table.columns
    }

    fn cell(&self, row: usize, column: usize) -> Option<Cow<'_, Cell>> {
        self.listed.table.rows.get(row)?.cells.get(column).map(Cow::Borrowed)
    }

    fn occupation(&self, row: usize) -> Option<Fap> {
        self.rows().occupation(row)
    }

    fn key(&self, row: usize) -> Option<&str> {
        self.id_of(row)
    }

    fn origin(&self, row: usize) -> Option<(usize, u32)> {
        self.rows().origin(row)
    }

    fn found(&self, needles: &[String]) -> Vec<usize> {
        let mut found = self.rows().found(needles);
        found.retain(|row| self.id_of(*row).is_some_and(self.keep));
        found
    }

    fn sort(&self, rows: &mut Vec<usize>, column: usize, descending: bool) {
        self.rows().sort(rows, column, descending);
    }

    fn is_number(&self, column: usize) -> bool {
        self.rows().is_number(column)
    }

    fn is_selected(&self, row: usize, _: Option<Fap>) -> bool {
        let id = self.id_of(row);
        id.is_some() && id == self.chosen
    }
}
