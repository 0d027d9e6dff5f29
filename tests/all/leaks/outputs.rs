//! What an attacker reads of an output: its texts, its numbers, the cells of a document.

use bassin::report::document::{Cell, Document, Row, Table};
use calamine::Reader as _;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

pub fn cell<'a>(table: &Table, row: &'a Row, id: &str) -> &'a Cell {
    &row.cells[table.column(id).unwrap()]
}

/// Rows of the register of which a figure is read, weighted or not.
pub fn shown(document: &Document) -> usize {
    let table = document.table("besoins").unwrap();
    let read = |row: &&Row| {
        ["need-value", "unweighted"].iter().any(|id| cell(table, row, id).number().is_some())
    };
    table.rows.iter().filter(read).count()
}

/// Every text of a workbook, and every number of it.
pub fn workbook(bytes: &[u8]) -> (String, Vec<f64>) {
    let mut book: calamine::Xlsx<_> =
        calamine::open_workbook_from_rs(std::io::Cursor::new(bytes)).unwrap();
    let (mut text, mut numbers) = (String::new(), Vec::new());
    for sheet in book.sheet_names() {
        for cell in book.worksheet_range(&sheet).unwrap().cells() {
            let _ = writeln!(text, "{}", cell.2);
            numbers.extend(match cell.2 {
                calamine::Data::Float(value) => Some(*value),
                _ => None,
            });
        }
    }
    (text, numbers)
}

/// All files in some folders and in the folders they hold.
pub fn written(folders: &[PathBuf]) -> Vec<PathBuf> {
    let mut left = folders.to_vec();
    let mut files = Vec::new();
    while let Some(folder) = left.pop() {
        for entry in std::fs::read_dir(&folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() { left.push(path) } else { files.push(path) }
        }
    }
    files
}

/// The text of a Word document: its runs, a space between any two.
pub fn word(bytes: &[u8]) -> String {
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
    let mut xml = String::new();
    let mut part = archive.by_name("word/document.xml").unwrap();
    std::io::Read::read_to_string(&mut part, &mut xml).unwrap();
    // Runs of text, not tables nor their cells.
    let runs = xml.split("<w:t").skip(1).filter(|run| run.starts_with(['>', ' ']));
    let runs = runs.filter_map(|run| {
        let (_, text) = run.split_once('>')?;
        text.split_once("</w:t>").map(|(text, _)| text)
    });
    runs.collect::<Vec<_>>().join(" ")
}

/// Every cell of a Parquet file, a line each.
pub fn parquet(bytes: Vec<u8>) -> String {
    use polars_io::SerReader as _;
    let reader = polars_io::prelude::ParquetReader::new(std::io::Cursor::new(bytes));
    let frame = reader.finish().unwrap();
    let mut text = String::new();
    for column in frame.columns() {
        let _ = writeln!(text, "{}", column.name());
        for row in 0..frame.height() {
            let value = column.get(row).unwrap();
            let _ = match value.get_str() {
                Some(words) => writeln!(text, "{words}"),
                None => writeln!(text, "{value}"),
            };
        }
    }
    text
}

/// The text of the pages of a PDF and its numbers; with all that is written plainly: titles,
/// bookmarks, alternative texts.
pub fn pdf(bytes: &[u8]) -> (String, Vec<f64>) {
    let read = crate::exported::pdf::read(bytes);
    let found = numbers(&read.pages);
    (format!("{}\n{}", read.pages, read.rest), found)
}

/// Numbers in a text, the decimal comma read. The short names of figures (`GFJ669-4G`) are letters
/// of a hash, whatever digits stand in them.
pub fn numbers(text: &str) -> Vec<f64> {
    // Thousands are set apart by spaces that do not break.
    let text = text.replace(['\u{a0}', '\u{202f}'], "");
    let numeric = |c: char| c.is_ascii_digit() || c == ',' || c == '.';
    let words = text.split(|c: char| !(numeric(c) || c.is_alphabetic() || c == '-'));
    let words = words.filter(|word| !is_short_name(word));
    let digits = words.flat_map(|word| word.split(|c: char| !numeric(c)));
    digits.filter_map(|word| word.trim_matches(',').replace(',', ".").parse().ok()).collect()
}

/// Six letters and digits name a row, two more after a hyphen a figure; the first is a letter.
fn is_short_name(word: &str) -> bool {
    let word = word.trim_matches([',', '.']);
    let (row, column) = word.split_once('-').unwrap_or((word, "00"));
    let in_name = |c: char| c.is_ascii_digit() || c.is_ascii_uppercase();
    row.starts_with(|c: char| c.is_ascii_uppercase())
        && (row.len(), column.len()) == (6, 2)
        && format!("{row}{column}").chars().all(in_name)
}

#[test]
fn short_names_are_no_numbers() {
    let text = "GFJ669-4G, A12345 ; 669,5 x12 ID-0003-X 1\u{202f}204 12-15";
    assert_eq!(numbers(text), [669.5, 12.0, 3.0, 1204.0, 12.0, 15.0]);
}

/// The command line in a folder; what it prints, and what it complains of.
pub fn run(folder: &Path, arguments: &[&str]) -> (String, String) {
    let output = std::process::Command::new(env!("CARGO_BIN_EXE_bassin"))
        .args(["--no-cache"])
        .args(arguments)
        .current_dir(folder)
        .output()
        .unwrap();
    let error = String::from_utf8(output.stderr).unwrap();
    assert!(output.status.success(), "{arguments:?}: {error}");
    (String::from_utf8(output.stdout).unwrap(), error)
}

/// The same, of what may have nothing to tell.
pub fn try_run(folder: &Path, arguments: &[&str]) -> bool {
    let output = std::process::Command::new(env!("CARGO_BIN_EXE_bassin"))
        .args(["--no-cache"])
        .args(arguments)
        .current_dir(folder)
        .output()
        .unwrap();
    output.status.success()
}

/// What is said of supply and needs, for eyes and for machines. Needs are derived of shown figures:
/// they tell no more, and leave with them.
pub fn supply(folder: &Path, files: &[&str]) -> Vec<(String, String, Vec<f64>)> {
    let told = |form: &[&str]| {
        let territory = ["--territory", bassin::sample::TERRITORY];
        let (text, error) = run(folder, &[&["supply"], files, &territory, form].concat());
        assert!(error.contains("Sans projet"), "{error}");
        let found = numbers(&text);
        (format!("supply {form:?}"), text, found)
    };
    vec![told(&["--json"]), told(&[])]
}

/// SIRET and name of a respondent: not to be found in any export.
pub fn identity(number: usize) -> (String, String) {
    (format!("8123456780{number:04}"), format!("Raison Secrète {number:04}"))
}
