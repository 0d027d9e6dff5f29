//! CSV for French Excel: `;`, decimal comma, UTF-8 with its mark, no formula from a cell.

use crate::i18n::Catalog;
use crate::model::Language;
use crate::report::document::{Cell, Document, Line, Shown, Table};
use std::fmt::Write as _;

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

/// The read-me that stands beside the tables, and its name: what the other formats say of sources,
/// date, warnings, and of what is hidden and why.
pub fn read_me(document: &Document, catalog: &Catalog) -> (&'static str, Vec<u8>) {
    let colon = catalog.text("colon");
    let mut text = format!("{}\n{}\n", document.title, document.subtitle);
    for line in &document.cover {
        let _ = match line {
            Line::Heading(heading) => heading_of(heading, &mut text),
            Line::Text(sentence) => writeln!(text, "{sentence}"),
            Line::Fact { label, text: said } => {
                // A table is found by the name of its file.
                let table = document.tables.iter().find(|table| table.title == *label);
                let file = table.map(|table| format!("{}.csv — ", table.id)).unwrap_or_default();
                writeln!(text, "{file}{label}{colon}{said}")
            }
        };
    }
    if let Some(sources) = document.table("sources") {
        let _ = heading_of(&sources.title, &mut text);
        for row in &sources.rows {
            let cells = sources.columns.iter().zip(&row.cells);
            let told = cells.filter(|(_, cell)| **cell != Cell::Blank);
            let told = told.map(|(c, cell)| format!("{}{colon}{}", c.title, cell.shown(catalog)));
            let list = told.collect::<Vec<_>>().join(&catalog.text("list-separator"));
            let _ = writeln!(text, "{list}");
        }
    }
    let name = match catalog.language() {
        Language::French => "BASSIN_LISEZMOI.txt",
        Language::English => "BASSIN_README.txt",
    };
    // As the text editors of office machines show it.
    (name, format!("\u{feff}{}", text.replace('\n', "\r\n")).into_bytes())
}

fn heading_of(heading: &str, text: &mut String) -> std::fmt::Result {
    writeln!(text, "\n{heading}\n{}", "-".repeat(heading.chars().count()))
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
    fn the_read_me_says_what_the_cover_and_the_sources_say() {
        let column = |id, title: &str| Column {
            id,
            title: title.to_owned(),
            width: 8,
            shown: Shown::Everywhere,
        };
        let row = |cells: Vec<Cell>| Row { occupation: None, origin: None, cells };
        let sources = Table {
            id: "sources",
            title: "Sources".to_owned(),
            about: "Les fichiers.".to_owned(),
            columns: vec![column("file", "Fichier"), column("sheet", "Feuille")],
            rows: vec![row(vec![Cell::text("bmo.xlsx"), Cell::Blank])],
            chart: None,
        };
        let document = Document {
            title: "Diagnostic".to_owned(),
            subtitle: "Aurillac, 2026".to_owned(),
            as_of: "2026-03-02".parse().unwrap(),
            cover: vec![
                Line::Heading("À savoir".to_owned()),
                Line::Text("3 chiffres ne sont pas montrés.".to_owned()),
                Line::Fact { label: "Sources".to_owned(), text: "Les fichiers.".to_owned() },
            ],
            tables: vec![sources],
        };
        let catalog = Catalog::new(Language::French).unwrap();
        let (name, bytes) = read_me(&document, &catalog);
        let expect = "\u{feff}Diagnostic\r\nAurillac, 2026\r\n\r\nÀ savoir\r\n--------\r\n\
                      3 chiffres ne sont pas montrés.\r\n\
                      sources.csv — Sources\u{202f}: Les fichiers.\r\n\r\n\
                      Sources\r\n-------\r\nFichier\u{202f}: bmo.xlsx\r\n";
        assert_eq!((name, std::str::from_utf8(&bytes).unwrap()), ("BASSIN_LISEZMOI.txt", expect));
        let english = Catalog::new(Language::English).unwrap();
        assert_eq!(read_me(&document, &english).0, "BASSIN_README.txt");
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
