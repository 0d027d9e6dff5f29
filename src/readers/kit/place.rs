//! Where the answers of a workbook stand: by its hidden marks and ids, never by names or places.

use crate::readers::kit::book::{Cell, Cells};
use crate::readers::kit::codes::Lists;
use crate::reference::questionnaire::SheetId;
use crate::reference::questionnaire::marker::{
    ANSWER, BEGINS, COMMUNE_CODE, COMMUNE_LABEL, CONTROL, Marker, SKIP,
};

/// A mark is looked for in this corner of a sheet: rows and columns may have been inserted.
const CORNER: (u32, u32) = (200, 50);

/// A sheet of a kit and its mark.
pub struct Marked<'a> {
    pub cells: &'a Cells,
    pub marker: Marker,
    row: u32,
    column: u32,
}

/// A cell to read: the id of its field, its row and its column.
pub type Asked = (String, u32, u32);

/// The marked sheets of a workbook, in order.
pub fn marked(sheets: &[Cells]) -> Vec<Marked<'_>> {
    let found = sheets.iter().filter_map(|cells| {
        let corner = cells.cells.range(..(CORNER.0, 0)).filter(|((_, c), _)| *c < CORNER.1);
        let mut marks = corner.filter_map(|((row, column), cell)| match cell {
            Cell::Text(text) if text.starts_with(BEGINS) => {
                Marker::read(text).map(|marker| (marker, *row, *column))
            }
            _ => None,
        });
        marks.next().map(|(marker, row, column)| Marked { cells, marker, row, column })
    });
    found.collect()
}

impl Marked<'_> {
    pub fn id(&self) -> Option<SheetId> {
        self.marker.id()
    }

    fn text(&self, row: u32, column: u32) -> &str {
        match self.cells.cells.get(&(row, column)) {
            Some(Cell::Text(text)) => text,
            _ => "",
        }
    }

    /// Texts of the mark's row, right of it.
    fn heads(&self) -> impl Iterator<Item = (u32, &str)> {
        let row = self.cells.cells.range((self.row, self.column + 1)..(self.row + 1, 0));
        row.filter_map(|((_, column), cell)| match cell {
            Cell::Text(text) => Some((*column, text.as_str())),
            _ => None,
        })
    }

    /// The cells of a form, in the order of its lines.
    pub fn form(&self) -> Vec<Asked> {
        let answers = self.heads().find(|(_, text)| *text == ANSWER).map(|(column, _)| column);
        let Some(answers) = answers else { return Vec::new() };
        let lines = self.cells.cells.iter().filter_map(|((row, column), cell)| match cell {
            Cell::Text(id) if *column == self.column && *row > self.row => {
                Some((id.clone(), *row, answers))
            }
            _ => None,
        });
        lines.collect()
    }

    /// The cells of the rows of a table that have any answer, row by row.
    pub fn rows(&self) -> Vec<Vec<Asked>> {
        let heads: Vec<(u32, &str)> = self.heads().collect();
        let mut rows: Vec<Vec<Asked>> = Vec::new();
        let mut done = None;
        for (row, column) in self.cells.cells.keys().copied() {
            let is_answer = row > self.row && heads.iter().any(|(head, _)| *head == column);
            if !is_answer || done == Some(row) || self.text(row, self.column) == SKIP {
                continue;
            }
            done = Some(row);
            rows.push(heads.iter().map(|(column, id)| ((*id).to_owned(), row, *column)).collect());
        }
        rows
    }

    pub fn cell(&self, (_, row, column): &Asked) -> Option<&Cell> {
        self.cells.cells.get(&(*row, *column))
    }
}

/// The lists of the hidden sheet; empty when it is gone.
pub fn lists(sheets: &[Marked<'_>]) -> Lists {
    let mut lists = Lists::default();
    let control = sheets.iter().find(|sheet| sheet.marker.sheet == CONTROL);
    let Some(control) = control else { return lists };
    let head = |name| control.heads().find(|(_, text)| *text == name).map(|(column, _)| column);
    let (Some(codes), Some(labels)) = (head(COMMUNE_CODE), head(COMMUNE_LABEL)) else {
        return lists;
    };
    for ((row, column), cell) in &control.cells.cells {
        if let (Cell::Text(code), true) = (cell, *column == codes && *row > control.row) {
            lists.communes.push((code.clone(), control.text(*row, labels).to_owned()));
        }
    }
    lists
}

/// `C12` of a row and a column from 0.
pub fn reference(row: u32, column: u32) -> String {
    let mut letters = Vec::new();
    let mut left = column + 1;
    while left > 0 {
        let digit = u8::try_from((left - 1) % 26).unwrap_or(0);
        letters.push(char::from(b'A' + digit));
        left = (left - 1) / 26;
    }
    let name: String = letters.into_iter().rev().collect();
    format!("{name}{}", row + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn references_as_spreadsheets_write_them() {
        let check = |row, column, expect: &str| assert_eq!(reference(row, column), expect);
        check(0, 0, "A1");
        check(11, 2, "C12");
        check(0, 25, "Z1");
        check(0, 26, "AA1");
        check(1_048_575, 16_383, "XFD1048576");
    }
}
