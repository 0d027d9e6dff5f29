//! What an attacker reads of an output: its texts, its numbers, the cells of a document.

use bassin::report::document::{Cell, Document, Row, Table};
use calamine::Reader as _;
use std::collections::BTreeMap;
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

/// The text of the pages of a PDF, as one line, and its numbers; with all that is written plainly:
/// titles, bookmarks, alternative texts.
pub fn pdf(bytes: &[u8]) -> (String, Vec<f64>) {
    let streams = streams(bytes);
    let text = |stream: &Vec<u8>| String::from_utf8_lossy(stream).into_owned();
    let maps: Vec<BTreeMap<u16, String>> = streams
        .iter()
        .filter(|stream| memchr::memmem::find(stream, b"begincmap").is_some())
        .map(|stream| letters(&text(stream)))
        .collect();
    assert!(!maps.is_empty(), "fonts say what their glyphs are");
    let (mut pages, mut found) = (String::new(), Vec::new());
    for stream in &streams {
        for map in &maps {
            let runs = runs(stream, map);
            found.extend(numbers(&runs.join("\n")));
            pages.push_str(&runs.concat());
            pages.push('\n');
        }
    }
    // Strings outside pages: UTF-16, in parentheses or as digits.
    let wide: Vec<u16> =
        bytes.chunks_exact(2).map(|two| u16::from_be_bytes([two[0], two[1]])).collect();
    let shifted = bytes.get(1..).unwrap_or_default();
    let other: Vec<u16> =
        shifted.chunks_exact(2).map(|two| u16::from_be_bytes([two[0], two[1]])).collect();
    for units in [wide, other] {
        pages.push_str(&String::from_utf16_lossy(&units));
    }
    pages.push_str(&String::from_utf8_lossy(bytes));
    for stream in streams {
        pages.push_str(&String::from_utf8_lossy(&stream));
    }
    (pages, found)
}

/// What the streams of a PDF hold, inflated.
fn streams(bytes: &[u8]) -> Vec<Vec<u8>> {
    let mut found = Vec::new();
    let mut rest = bytes;
    while let Some(begin) = memchr::memmem::find(rest, b"stream\n") {
        rest = &rest[begin + 7..];
        let end = memchr::memmem::find(rest, b"endstream").unwrap_or(rest.len());
        let mut inflated = Vec::new();
        let mut decoder = flate2::read::ZlibDecoder::new(&rest[..end]);
        if std::io::Read::read_to_end(&mut decoder, &mut inflated).is_ok() {
            found.push(inflated);
        }
        // Past the word, which ends as the next one begins.
        rest = rest.get(end + 9..).unwrap_or_default();
    }
    found
}

/// What each glyph of a font stands for.
fn letters(map: &str) -> BTreeMap<u16, String> {
    let hex = |text: &str| -> Option<Vec<u16>> {
        let digits = text.strip_prefix('<')?.strip_suffix('>')?;
        let parts = digits.as_bytes().chunks(4).map(std::str::from_utf8);
        parts.map(|part| u16::from_str_radix(part.ok()?, 16).ok()).collect()
    };
    let lines = map.lines().filter_map(|line| {
        let (glyph, letters) = line.trim().split_once(' ')?;
        Some((*hex(glyph)?.first()?, String::from_utf16_lossy(&hex(letters.trim())?)))
    });
    lines.collect()
}

/// Runs of text of a page: strings in parentheses between two moves, glyphs of two bytes each.
fn runs(page: &[u8], map: &BTreeMap<u16, String>) -> Vec<String> {
    let mut runs = vec![String::new()];
    let mut at = 0;
    while at < page.len() {
        if page[at..].starts_with(b" Tm") {
            runs.push(String::new());
        }
        if page[at] != b'(' {
            at += 1;
            continue;
        }
        at += 1;
        let mut string = Vec::new();
        while at < page.len() && page[at] != b')' {
            if page[at] != b'\\' {
                string.push(page[at]);
                at += 1;
                continue;
            }
            let escaped = page.get(at + 1).copied().unwrap_or_default();
            let octal: Vec<u8> = page[at + 1..]
                .iter()
                .copied()
                .take(3)
                .take_while(|c| (b'0'..=b'7').contains(c))
                .collect();
            if octal.is_empty() {
                string.push(match escaped {
                    b'n' => b'\n',
                    b'r' => b'\r',
                    b't' => b'\t',
                    b'b' => 8,
                    b'f' => 12,
                    other => other,
                });
                at += 2;
            } else {
                let value =
                    octal.iter().fold(0_u32, |sum, digit| sum * 8 + u32::from(digit - b'0'));
                string.push(u8::try_from(value).unwrap_or_default());
                at += 1 + octal.len();
            }
        }
        let glyphs = string.chunks_exact(2).map(|two| u16::from_be_bytes([two[0], two[1]]));
        let run = runs.last_mut().unwrap();
        for glyph in glyphs {
            run.push_str(map.get(&glyph).map_or("\u{fffd}", String::as_str));
        }
    }
    runs.retain(|run| !run.is_empty());
    runs
}

/// Numbers in a text, the decimal comma read.
pub fn numbers(text: &str) -> Vec<f64> {
    // Thousands are set apart by spaces that do not break.
    let text = text.replace(['\u{a0}', '\u{202f}'], "");
    let numeric = |c: char| c.is_ascii_digit() || c == ',' || c == '.';
    let words = text.split(|c: char| !numeric(c)).filter(|word| !word.is_empty());
    words.filter_map(|word| word.trim_matches(',').replace(',', ".").parse().ok()).collect()
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
