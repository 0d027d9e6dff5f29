//! The register of establishments as the frame of the survey: how many there are, by sector and
//! size.

use crate::analysis::own::inside;
use crate::model::{Naf, SizeClass, Territory};
use crate::readers::ReadTable;
use crate::reference::Reference;
use crate::tables::Table;
use std::collections::BTreeMap;
use std::sync::Arc;

/// Sector (section of NAF) and size class.
pub type CellKey = (char, SizeClass);

/// Establishments of one sector and size.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct FrameCell {
    pub establishments: f64,
    /// Their employees, where the register tells.
    pub headcount: Option<f64>,
}

/// The establishments of a territory.
#[derive(Clone, Debug, PartialEq)]
pub struct Frame {
    /// Index of the source.
    pub source: usize,
    pub cells: BTreeMap<CellKey, FrameCell>,
    /// Rows whose sector or size cannot be told, with their establishments: in no cell.
    pub unplaced: f64,
}

impl Frame {
    pub fn establishments(&self) -> f64 {
        self.cells.values().map(|cell| cell.establishments).sum()
    }

    /// Employees of all cells; `None` when one cell does not tell.
    pub fn headcount(&self) -> Option<f64> {
        self.cells.values().map(|cell| cell.headcount).sum()
    }

    fn add(&mut self, key: Option<CellKey>, establishments: f64, headcount: Option<f64>) {
        let Some(key) = key else {
            self.unplaced += establishments;
            return;
        };
        let first = !self.cells.contains_key(&key);
        let cell = self.cells.entry(key).or_default();
        cell.establishments += establishments;
        cell.headcount = match (first, cell.headcount, headcount) {
            (true, _, more) => more,
            (false, Some(known), Some(more)) => Some(known + more),
            _ => None,
        };
    }
}

/// The own table of margins where there is one, else the register of establishments (Sirene);
/// `None` without either.
pub fn frame(
    inputs: &[Arc<ReadTable>],
    territory: Territory,
    reference: &Reference,
) -> Option<Frame> {
    margins(inputs).or_else(|| stock(inputs, territory, reference))
}

fn empty(source: usize) -> Frame {
    Frame { source, cells: BTreeMap::new(), unplaced: 0.0 }
}

fn margins(inputs: &[Arc<ReadTable>]) -> Option<Frame> {
    let mut found: Option<Frame> = None;
    for (source, input) in inputs.iter().enumerate() {
        let Table::Register(table) = &input.table else { continue };
        let frame = found.get_or_insert_with(|| empty(source));
        for row in table.rows() {
            let section = row.naf_section.chars().next().filter(char::is_ascii_alphabetic);
            let key = section.map(|c| c.to_ascii_uppercase()).zip(SizeClass::parse(row.size_class));
            frame.add(key, row.establishments.unwrap_or(0.0), row.headcount);
        }
    }
    found
}

fn stock(inputs: &[Arc<ReadTable>], territory: Territory, reference: &Reference) -> Option<Frame> {
    let mut found: Option<Frame> = None;
    for (source, input) in inputs.iter().enumerate() {
        let Table::Stock(table) = &input.table else { continue };
        let frame = found.get_or_insert_with(|| empty(source));
        for row in table.rows() {
            let open = row.active != Some(false) && row.employer != Some(false);
            if !open || !inside(row.commune, "", "", territory, reference) {
                continue;
            }
            let size = SizeClass::from_insee(row.size_class);
            // An establishment without employees employs nobody who could be needed.
            if size == Some(SizeClass::None) || (size.is_none() && row.employer.is_none()) {
                continue;
            }
            let section = Naf::new(row.naf).ok().and_then(|naf| naf.section());
            frame.add(section.zip(size), 1.0, None);
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_whose_employees_are_not_all_known_has_no_headcount() {
        let mut frame = empty(0);
        frame.add(Some(('C', SizeClass::From1)), 3.0, Some(12.0));
        frame.add(Some(('C', SizeClass::From1)), 2.0, Some(9.0));
        frame.add(Some(('F', SizeClass::From1)), 4.0, Some(20.0));
        assert_eq!((frame.establishments(), frame.headcount()), (3.0 + 2.0 + 4.0, Some(41.0)));
        frame.add(Some(('F', SizeClass::From1)), 1.0, None);
        frame.add(None, 7.0, Some(70.0));
        assert_eq!((frame.establishments(), frame.headcount(), frame.unplaced), (10.0, None, 7.0));
    }
}
