//! CSV for French Excel: `;`, decimal comma, UTF-8 with its mark, no formula from a cell.

use crate::i18n::Catalog;
use crate::model::Language;
use crate::report::document::{Cell, Shown, Table};

/// Text from a file could begin a formula; a leading quote makes it text again.
pub fn harmless(text: &str) -> String {
    match text.chars().next() {
        Some('=' | '+' | '-' | '@' | '\t' | '\r' | '\n') => format!("'{text}"),
        _ => text.to_owned(),
    }
}

/// A raw number: decimal comma in French, no thousands.
fn number(value: f64, language: Language) -> String {
    if !value.is_finite() {
        return String::new();
    }
    let text = value.to_string();
    match language {
        Language::French => text.replace('.', ","),
        Language::English => text,
    }
}

fn cell(cell: &Cell, catalog: &Catalog) -> String {
    match (cell, cell.number()) {
        (_, Some(value)) => number(value, catalog.language()),
        (Cell::Date(date), _) => date.to_string(),
        (Cell::Figure { figure, .. }, None) if figure.hidden().is_none() => String::new(),
        _ => harmless(&cell.shown(catalog)),
    }
}

/// One table, the columns of files.
///
/// # Errors
/// When a record cannot be written to memory.
pub fn table(table: &Table, catalog: &Catalog) -> Result<Vec<u8>, csv::Error> {
    let kept: Vec<usize> = table
        .columns
        .iter()
        .enumerate()
        .filter(|(_, column)| column.shown != Shown::Screen)
        .map(|(index, _)| index)
        .collect();
    let mut writer = csv::WriterBuilder::new()
        .delimiter(b';')
        .terminator(csv::Terminator::CRLF)
        .from_writer(vec![0xef, 0xbb, 0xbf]);
    let titles = kept.iter().filter_map(|index| table.columns.get(*index));
    writer.write_record(titles.map(|column| column.title.as_str()))?;
    for row in &table.rows {
        let cells = kept.iter().filter_map(|index| row.cells.get(*index));
        writer.write_record(cells.map(|found| cell(found, catalog)))?;
    }
    writer.into_inner().map_err(|error| error.into_error().into())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::document::{Column, Row};

    #[test]
    fn a_cell_never_begins_a_formula() {
        assert_eq!(harmless("=1+1"), "'=1+1");
        assert_eq!(harmless("@SUM(A1)"), "'@SUM(A1)");
        assert_eq!(harmless("-cmd"), "'-cmd");
        assert_eq!(harmless("Cuisiniers"), "Cuisiniers");
    }

    #[test]
    fn numbers_in_the_reader_s_own_writing() {
        assert_eq!(number(0.58, Language::French), "0,58");
        assert_eq!(number(0.58, Language::English), "0.58");
        assert_eq!(number(f64::NAN, Language::French), "");
    }

    #[test]
    fn the_columns_of_the_window_stay_in_the_window() {
        let column = |id, shown| Column { id, title: id.to_owned(), width: 8, shown };
        let made = Table {
            id: "x",
            title: String::new(),
            about: String::new(),
            columns: vec![column("a", Shown::Screen), column("b", Shown::File)],
            rows: vec![Row {
                occupation: None,
                origin: None,
                cells: vec![Cell::text("one"), Cell::text("=two")],
            }],
            chart: None,
        };
        let catalog = Catalog::new(Language::French).unwrap();
        let bytes = table(&made, &catalog).unwrap();
        assert_eq!(std::str::from_utf8(&bytes).unwrap(), "\u{feff}b\r\n'=two\r\n");
    }
}
