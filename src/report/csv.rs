//! CSV for French Excel: `;`, decimal comma, UTF-8 with its mark, no formula from a cell; or for any
//! other tool: comma and point, whatever the language of the words.

use crate::i18n::Catalog;
use crate::model::{Language, fold};
use crate::report::citation::RowMark;
use crate::report::document::{Cell, Document, Line, Shown, Table};
use std::fmt::Write as _;

/// What parts fields, and decimals.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Marks {
    /// `;`, and the decimal mark of the language: a spreadsheet of that language opens it.
    #[default]
    OfLanguage,
    /// `,` and a decimal point.
    International,
}

impl Marks {
    pub const ALL: [Self; 2] = [Self::OfLanguage, Self::International];

    /// On the command line.
    pub const fn id(self) -> &'static str {
        match self {
            Self::OfLanguage => "language",
            Self::International => "international",
        }
    }

    const fn between(self) -> u8 {
        match self {
            Self::OfLanguage => b';',
            Self::International => b',',
        }
    }

    fn number(self, value: f64, language: Language) -> String {
        match self {
            Self::OfLanguage => number(value, language),
            Self::International => number(value, Language::English),
        }
    }
}

/// Text from a file could begin a formula; a leading quote makes it text again.
pub fn harmless(text: &str) -> String {
    match text.chars().next() {
        Some('=' | '+' | '-' | '@' | '\t' | '\r' | '\n') => format!("'{text}"),
        _ => text.to_owned(),
    }
}

/// Digits that a number keeps, beside those of its whole part: what is read again is within a
/// millionth of it. The other formats hold it whole.
const DIGITS: i32 = 7;

/// A raw number without the digits that nothing bears: `0,58333333333333337` misleads who reads it.
fn rounded(value: f64) -> String {
    if value.fract() == 0.0 {
        return value.to_string();
    }
    let scientific = format!("{value:e}");
    let exponent = scientific.rsplit_once('e').and_then(|(_, exponent)| exponent.parse().ok());
    let decimals = DIGITS - 1 - exponent.unwrap_or(0);
    let decimals = usize::try_from(decimals).unwrap_or(0);
    let text = format!("{value:.decimals$}");
    if text.contains('.') {
        text.trim_end_matches('0').trim_end_matches('.').to_owned()
    } else {
        text
    }
}

/// The name of the file of a table: its title, in the language of the title, so that a folder is of
/// one language. Titles are unique in a document, as the sheets of a workbook.
pub fn file_name(table: &Table) -> String {
    let folded = fold(&table.title);
    let words = folded.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    format!("{}.csv", words.collect::<Vec<_>>().join("_"))
}

/// A raw number: decimal comma in French, no thousands.
fn number(value: f64, language: Language) -> String {
    if !value.is_finite() {
        return String::new();
    }
    let text = rounded(value);
    match language {
        Language::French => text.replace('.', ","),
        Language::English => text,
    }
}

fn cell(cell: &Cell, catalog: &Catalog, marks: Marks) -> String {
    match (cell, cell.number()) {
        (_, Some(value)) => marks.number(value, catalog.language()),
        (Cell::Date(date), _) => date.to_string(),
        (Cell::Figure { figure, .. }, None) if figure.hidden().is_none() => String::new(),
        _ => harmless(&cell.shown(catalog)),
    }
}

/// One table, the columns of files; the short name of each row comes last.
///
/// # Errors
/// When a record cannot be written to memory.
pub fn table(table: &Table, catalog: &Catalog, marks: Marks) -> Result<Vec<u8>, csv::Error> {
    let kept: Vec<usize> = table
        .columns
        .iter()
        .enumerate()
        .filter(|(_, column)| column.shown != Shown::Screen)
        .map(|(index, _)| index)
        .collect();
    let mut writer = csv::WriterBuilder::new()
        .delimiter(marks.between())
        .terminator(csv::Terminator::CRLF)
        .from_writer(vec![0xef, 0xbb, 0xbf]);
    let titles = kept.iter().filter_map(|index| table.columns.get(*index));
    let mark = catalog.text("column-mark");
    writer.write_record(titles.map(|column| column.title.as_str()).chain([mark.as_str()]))?;
    for row in &table.rows {
        let cells = kept.iter().filter_map(|index| row.cells.get(*index));
        let mark = RowMark::of(table.id, &row.key).to_string();
        writer.write_record(cells.map(|found| cell(found, catalog, marks)).chain([mark]))?;
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
                let file = table.map(|table| format!("{} — ", file_name(table)));
                let file = file.unwrap_or_default();
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
    use crate::report::document::{Column, Form, Row};
    use proptest::prelude::*;

    #[test]
    fn a_cell_never_begins_a_formula() {
        assert_eq!(harmless("=1+1"), "'=1+1");
        assert_eq!(harmless("@SUM(A1)"), "'@SUM(A1)");
        assert_eq!(harmless("-cmd"), "'-cmd");
        assert_eq!(harmless("Cuisiniers"), "Cuisiniers");
    }

    #[test]
    fn digits_that_nothing_bears_are_left_out() {
        let check = |value: f64, expect: &str| assert_eq!(rounded(value), expect, "{value}");
        check(7.0 / 12.0, "0.5833333");
        check(0.1 + 0.2, "0.3");
        check(-2.0 / 3.0, "-0.6666667");
        check(0.000_123_456_789, "0.0001234568");
        check(3_049_918.0, "3049918");
        // The whole part is never cut.
        check(123_456_789.75, "123456790");
        check(9_999_999.96, "10000000");
        check(12.5, "12.5");
    }

    proptest! {
        /// What is read again is the number within a millionth; in either language.
        #[test]
        fn a_number_is_read_again_as_it_was(value in prop::num::f64::NORMAL) {
            for language in Language::ALL {
                let text = number(value, language).replace(',', ".");
                let again: f64 = text.parse().unwrap();
                prop_assert!((again - value).abs() <= value.abs() * 1e-6, "{value} {text}");
            }
        }
    }

    #[test]
    fn files_are_named_after_their_tables() {
        let named = |title: &str| {
            let (id, title, about) = ("x", title.to_owned(), String::new());
            file_name(&Table { id, title, about, columns: vec![], rows: vec![], chart: None })
        };
        assert_eq!(named("Secteurs d’activité"), "secteurs_d_activite.csv");
        assert_eq!(named("Need, entrants, gap"), "need_entrants_gap.csv");
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
        let row = |cells: Vec<Cell>| Row::new("bmo", None, cells);
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
                      sources.csv — Sources\u{a0}: Les fichiers.\r\n\r\n\
                      Sources\r\n-------\r\nFichier\u{a0}: bmo.xlsx\r\n";
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
            rows: vec![Row::new("1", None, vec![Cell::text("one"), Cell::text("=two")])],
            chart: None,
        };
        let catalog = Catalog::new(Language::French).unwrap();
        let bytes = table(&made, &catalog, Marks::OfLanguage).unwrap();
        let mark = RowMark::of("x", "1");
        let expect = format!("\u{feff}b;Repère\r\n'=two;{mark}\r\n");
        assert_eq!(std::str::from_utf8(&bytes).unwrap(), expect);
    }

    /// Comma and point whatever the language; a comma in a text does not part it.
    #[test]
    fn an_international_file_is_of_no_language() {
        let column = |id| Column { id, title: id.to_owned(), width: 8, shown: Shown::Everywhere };
        let cells = vec![Cell::text("un, deux"), Cell::amount("1,5", 1.5, Form::Number)];
        let made = Table {
            id: "x",
            title: String::new(),
            about: String::new(),
            columns: vec![column("a"), column("b")],
            rows: vec![Row::new("1", None, cells)],
            chart: None,
        };
        let mark = RowMark::of("x", "1");
        for language in Language::ALL {
            let catalog = Catalog::new(language).unwrap();
            let bytes = table(&made, &catalog, Marks::International).unwrap();
            let text = std::str::from_utf8(&bytes).unwrap();
            assert!(text.ends_with(&format!("\r\n\"un, deux\",1.5,{mark}\r\n")), "{text}");
            assert!(text.starts_with("\u{feff}a,b,"), "{text}");
        }
    }
}
