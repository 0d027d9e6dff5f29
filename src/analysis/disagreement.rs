//! Two files that publish the same figures otherwise: cell by cell, for the user to choose.

use crate::model::Kind;
use crate::readers::ReadTable;
use crate::tables::{Cell, Table};
use std::collections::BTreeMap;
use std::sync::Arc;

/// Differing cells kept for the eye; further ones are counted.
const KEPT: usize = 400;

/// Two tables of one kind whose figures differ for the same thing.
#[derive(Clone, Debug, PartialEq)]
pub struct Disagreement {
    pub kind: Kind,
    /// Years both speak of, latest.
    pub year: u16,
    /// Places among the inputs; the first is the one used.
    pub first: usize,
    pub second: usize,
    pub cells: Vec<Differing>,
    /// Differing cells beyond those kept.
    pub beyond: u32,
    /// Rows that both have.
    pub common: u32,
    pub only_first: u32,
    pub only_second: u32,
}

impl Disagreement {
    /// Figures that differ, kept or counted.
    pub fn n_differing(&self) -> u32 {
        u32::try_from(self.cells.len()).unwrap_or(u32::MAX).saturating_add(self.beyond)
    }
}

/// One figure, as each file has it.
#[derive(Clone, Debug, PartialEq)]
pub struct Differing {
    pub occupation: String,
    /// Typed codes of the territories.
    pub place: String,
    /// Field of the table (`field-…` in the catalogs).
    pub column: &'static str,
    pub first: Cell,
    pub second: Cell,
    /// Row in each file.
    pub rows: (u32, u32),
}

/// A row: its number and its figures.
type Figures = (u32, Vec<(&'static str, Cell)>);
/// (year, occupation, place) → figures.
type Keyed<'a> = BTreeMap<(u16, &'a str, String), Figures>;

fn cell(value: Option<f64>) -> Cell {
    value.map_or(Cell::Missing, Cell::Value)
}

fn year_of(value: Option<f64>, otherwise: u16) -> u16 {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a year")]
    value.filter(|year| (1900.0..2200.0).contains(year)).map_or(otherwise, |year| year as u16)
}

/// The figures of a table by what they are about; `None` for a kind that is not compared.
fn keyed(table: &ReadTable) -> Option<Keyed<'_>> {
    let vintage = table.vintage?;
    Some(match &table.table {
        Table::Bmo(rows) => rows
            .rows()
            .map(|row| {
                let place = format!("be:{} dep:{}", row.basin, row.department);
                let figures = vec![
                    ("projects", row.projects),
                    ("difficult", row.difficult),
                    ("seasonal", row.seasonal),
                ];
                ((vintage, row.occupation, place), (row.row, figures))
            })
            .collect(),
        Table::Tension(rows) => rows
            .rows()
            .map(|row| {
                let figures = vec![("class", cell(row.class)), ("tension", cell(row.tension))];
                let year = year_of(row.year, vintage);
                ((year, row.occupation, row.territory.to_owned()), (row.row, figures))
            })
            .collect(),
        Table::BasinTension(rows) => rows
            .rows()
            .map(|row| {
                let figures = vec![("class", cell(row.class)), ("offers", cell(row.offers))];
                let year = year_of(row.year, vintage);
                ((year, row.rome, format!("be:{}", row.basin)), (row.row, figures))
            })
            .collect(),
        _ => return None,
    })
}

/// Every pair of files of one kind that have a figure in common and differ on one.
pub fn disagreements(inputs: &[Arc<ReadTable>]) -> Vec<Disagreement> {
    let mut found = Vec::new();
    let may_differ = |a: &ReadTable, b: &ReadTable| {
        a.kind == b.kind
            && a.fingerprint != b.fingerprint
            && a.fap_version == b.fap_version
            && (a.kind != Kind::Bmo || a.vintage == b.vintage)
    };
    for (first, a) in inputs.iter().enumerate() {
        for (second, b) in inputs.iter().enumerate().skip(first + 1) {
            if !may_differ(a, b) {
                continue;
            }
            let (Some(left), Some(right)) = (keyed(a), keyed(b)) else { continue };
            let pair = compare(a.kind, (first, &left), (second, &right));
            found.extend(pair.filter(|pair| !pair.cells.is_empty()));
        }
    }
    found
}

fn compare(
    kind: Kind,
    (first, left): (usize, &Keyed<'_>),
    (second, right): (usize, &Keyed<'_>),
) -> Option<Disagreement> {
    let mut cells = Vec::new();
    let (mut beyond, mut common, mut year) = (0, 0_u32, 0);
    for (key, (row, figures)) in left {
        let Some((other_row, others)) = right.get(key) else { continue };
        common += 1;
        year = year.max(key.0);
        for ((column, a), (_, b)) in figures.iter().zip(others) {
            if a == b {
                continue;
            }
            if cells.len() == KEPT {
                beyond += 1;
                continue;
            }
            cells.push(Differing {
                occupation: key.1.to_owned(),
                place: key.2.clone(),
                column,
                first: *a,
                second: *b,
                rows: (*row, *other_row),
            });
        }
    }
    let count = |size: usize| u32::try_from(size).unwrap_or(u32::MAX);
    (common > 0).then(|| Disagreement {
        kind,
        year,
        first,
        second,
        cells,
        beyond,
        common,
        only_first: count(left.len()) - common,
        only_second: count(right.len()) - common,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::readers::{Control, read};
    use crate::reference::Reference;

    fn survey(year: u16, rows: &[&str]) -> Arc<ReadTable> {
        let header = "annee;code métier;BE26;Dept;REG;met;xmet;smet";
        let lines: Vec<String> = rows.iter().map(|row| format!("{year};{row}")).collect();
        let text = format!("{header}\n{}\n", lines.join("\n"));
        let reference = Reference::embedded().unwrap();
        let mut tables = read("a.csv", text.as_bytes(), &reference, Control::none()).unwrap();
        Arc::new(tables.remove(0))
    }

    #[test]
    fn differing_cells_are_named_and_rows_of_one_file_alone_are_counted() {
        let one = survey(2026, &["V0X60;8450;15;84;12;8;*", "S1X20;8450;15;84;30;10;5"]);
        let two = survey(2026, &["V0X60;8450;15;84;12;9;5", "S2X61;8450;15;84;7;*;*"]);
        let found = disagreements(&[Arc::clone(&one), two]);
        assert_eq!(found.len(), 1);
        let pair = &found[0];
        assert_eq!((pair.common, pair.only_first, pair.only_second), (1, 1, 1));
        let cells: Vec<_> = pair.cells.iter().map(|c| (c.column, c.first, c.second)).collect();
        assert_eq!(
            cells,
            [
                ("difficult", Cell::Value(8.0), Cell::Value(9.0)),
                ("seasonal", Cell::Masked, Cell::Value(5.0)),
            ],
            "masked is not five"
        );
        assert_eq!(pair.cells[0].rows, (2, 2));
        let other_year = survey(2025, &["V0X60;8450;15;84;99;9;5"]);
        assert!(disagreements(&[one, other_year]).is_empty(), "another year is another figure");
    }
}
