//! The tables as Parquet, for data teams: typed columns under their identifiers, one number a cell,
//! the short name of each row, and why a cell holds none.

use crate::i18n::Catalog;
use crate::report::citation::RowMark;
use crate::report::document::{Cell, Row, Shown, Table};
use polars::prelude::{Column, DataFrame, NamedFrom as _, PolarsError, Series};
use polars_io::prelude::{ParquetCompression, ParquetWriter};

/// The column of the short names of rows.
pub const MARK: &str = "mark";
/// The column of what is hidden: `column=reason`, with `;` between.
pub const HIDDEN: &str = "hidden";

/// Ending of the column of the numbers of a column that holds words too.
pub const NUMBER: &str = "_number";

/// One table, the columns of files: numbers as 64-bit floats, shares 0–1, the rest as text.
///
/// # Errors
/// When the frame cannot be made or written to memory.
pub fn table(table: &Table, catalog: &Catalog) -> Result<Vec<u8>, PolarsError> {
    let mut columns = vec![texts(MARK, table.rows.iter().map(|row| Some(mark(table, row))))];
    let (mut is_hidden, mut beside) = (false, Vec::new());
    for (place, column) in table.columns.iter().enumerate() {
        if column.shown == Shown::Screen {
            continue;
        }
        let cells: Vec<&Cell> =
            table.rows.iter().map(|row| row.cells.get(place).unwrap_or(&Cell::Blank)).collect();
        is_hidden |= cells.iter().any(|cell| reason(cell).is_some());
        let name = column.id.replace('-', "_");
        columns.push(if cells.iter().all(|cell| is_number(cell)) && is_some(&cells) {
            let numbers: Vec<Option<f64>> = cells.iter().map(|cell| cell.number()).collect();
            Series::new(name.as_str().into(), numbers).into()
        } else {
            // Words and numbers in one column: the numbers stand beside, as numbers.
            if cells.iter().any(|cell| cell.number().is_some()) {
                let numbers: Vec<Option<f64>> = cells.iter().map(|cell| cell.number()).collect();
                beside.push(Series::new(format!("{name}{NUMBER}").into(), numbers).into());
            }
            let words =
                cells.iter().map(|cell| text(cell, catalog).filter(|_| cell.number().is_none()));
            texts(&name, words)
        });
        columns.append(&mut beside);
    }
    if is_hidden {
        columns.push(texts(HIDDEN, table.rows.iter().map(|row| hidden(table, row))));
    }
    let mut frame = DataFrame::new(table.rows.len(), columns)?;
    let mut bytes = Vec::new();
    ParquetWriter::new(&mut bytes)
        .with_compression(ParquetCompression::Snappy)
        .finish(&mut frame)?;
    Ok(bytes)
}

fn texts(name: &str, values: impl Iterator<Item = Option<String>>) -> Column {
    Series::new(name.into(), values.collect::<Vec<Option<String>>>()).into()
}

fn mark(table: &Table, row: &Row) -> String {
    RowMark::of(table.id, &row.key).to_string()
}

/// A number, or nothing where a number would stand.
const fn is_number(cell: &Cell) -> bool {
    matches!(cell, Cell::Whole(_) | Cell::Figure { .. } | Cell::Amount { .. } | Cell::Blank)
}

/// Whether anything stands in a column: one of blanks is of texts.
fn is_some(cells: &[&Cell]) -> bool {
    cells.iter().any(|cell| !matches!(cell, Cell::Blank))
}

fn text(cell: &Cell, catalog: &Catalog) -> Option<String> {
    match cell {
        Cell::Date(date) => Some(date.to_string()),
        Cell::Figure { .. } if reason(cell).is_some() => None,
        _ => Some(cell.shown(catalog)).filter(|text| !text.is_empty()),
    }
}

fn reason(cell: &Cell) -> Option<&'static str> {
    match cell {
        Cell::Figure { figure, .. } => figure.hidden().map(crate::secrecy::Hidden::id),
        _ => None,
    }
}

fn hidden(table: &Table, row: &Row) -> Option<String> {
    let cells = table.columns.iter().zip(&row.cells);
    let shown = cells.filter(|(column, _)| column.shown != Shown::Screen);
    let reasons = shown.filter_map(|(column, cell)| {
        reason(cell).map(|reason| format!("{}={reason}", column.id.replace('-', "_")))
    });
    let all: Vec<String> = reasons.collect();
    (!all.is_empty()).then(|| all.join(";"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Figure, Language, Origin, Territory, Unit, Value};
    use crate::report::document::{Column as Head, Part};
    use crate::secrecy::{Rules, publish};
    use polars_io::SerReader as _;
    use polars_io::prelude::ParquetReader;
    use std::io::Cursor;

    fn figure(n: u32) -> Cell {
        let figure = Figure {
            indicator: "survey-projects",
            territory: Territory::France,
            value: Value::Exact(12.5),
            unit: Unit::Projects,
            n,
            masked_cells: 0,
            grade: None,
            origin: Origin::Respondents { n, largest_share: 0.2 },
        };
        let rules = Rules::PUBLISHED;
        Cell::figure(publish(&figure, rules), Part::Point)
    }

    #[test]
    fn columns_are_typed_and_what_is_hidden_says_why() {
        let head = |id, shown| Head { id, title: id.to_owned(), width: 8, shown };
        let row = |key: &str, number: Cell| {
            Row::new(key, None, vec![Cell::text("a"), Cell::text("x"), number])
        };
        let made = Table {
            id: "t",
            title: String::new(),
            about: String::new(),
            columns: vec![
                head("label", Shown::Everywhere),
                head("shown", Shown::Screen),
                head("need-value", Shown::File),
            ],
            rows: vec![row("1", figure(9)), row("2", figure(2))],
            chart: None,
        };
        let catalog = Catalog::new(Language::French).unwrap();
        let bytes = table(&made, &catalog).unwrap();
        assert_eq!(bytes, table(&made, &catalog).unwrap());
        let frame = ParquetReader::new(Cursor::new(bytes)).finish().unwrap();
        let names: Vec<String> =
            frame.get_column_names().iter().map(std::string::ToString::to_string).collect();
        assert_eq!(names, [MARK, "label", "need_value", HIDDEN]);
        let numbers = frame.column("need_value").unwrap();
        assert_eq!([0, 1].map(|row| numbers.f64().unwrap().get(row)), [Some(12.5), None]);
        let hidden = frame.column(HIDDEN).unwrap();
        let hidden = [0, 1].map(|row| hidden.str().unwrap().get(row));
        assert_eq!(hidden, [None, Some("need_value=too-few")]);
        let marks = frame.column(MARK).unwrap();
        assert_eq!(marks.str().unwrap().get(0), Some(RowMark::of("t", "1").to_string().as_str()));
    }
}
