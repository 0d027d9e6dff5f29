//! What is in the files is what is in the document, and nothing else: what secrecy lets out of the
//! document, which other tests attack, is what an attacker finds in each file.

#![expect(clippy::indexing_slicing, reason = "a test fails by panicking")]

mod cited;
mod named;
mod pages;
pub mod pdf;
mod told;

use crate::marks::whole::WHOLE;
use crate::papers::{MADE, all};
use bassin::i18n::Catalog;
use bassin::model::Language;
use bassin::model::papers::Papers;
use bassin::report::document::{Cell, Document, Part, Shown, Table};
use bassin::report::paper::{Block, Inline, Paper};
use bassin::report::{Theme, csv, docx, json, parquet, xlsx};
use calamine::{Data, Reader as _};
use polars_io::SerReader as _;
use std::collections::{BTreeMap, BTreeSet};
use std::io::{Cursor, Read as _};

type Book = calamine::Xlsx<Cursor<Vec<u8>>>;

fn french() -> Catalog {
    Catalog::new(Language::French).unwrap()
}

fn filed(table: &Table) -> Vec<usize> {
    let columns = table.columns.iter().enumerate();
    columns.filter(|(_, column)| column.shown != Shown::Screen).map(|(place, _)| place).collect()
}

/// A text that a reader takes for a number: `18 500 €`, `58 %`, `−3,5`.
fn looks_like_a_number(text: &str) -> bool {
    let kept = text.chars().filter(|c| !c.is_whitespace() && !matches!(c, '€' | '%'));
    let kept: String = kept.collect();
    let digits = kept.trim_start_matches(['+', '-', '−']);
    let points = digits.matches([',', '.']).count();
    points < 2
        && digits.starts_with(|c: char| c.is_ascii_digit())
        && digits.ends_with(|c: char| c.is_ascii_digit())
        && digits.chars().all(|c| c.is_ascii_digit() || matches!(c, ',' | '.'))
}

#[test]
fn what_looks_like_a_number_is_told() {
    for number in ["18\u{202f}500\u{a0}€", "€18,500", "58\u{202f}%", "−3,5", "+12", "2024", "0"]
    {
        assert!(looks_like_a_number(number), "{number}");
    }
    for words in ["", "12 (8–20)", "V0X60", "au moins 3", "8–20", "—", "01/02/2026", "1.2.3"]
    {
        assert!(!looks_like_a_number(words), "{words}");
    }
}

/// Codes and short names are no quantities, however they are written.
const CODES: [&str; 8] = [
    "place",
    "code",
    "benchmark-code",
    "then-mark",
    "entry-subject",
    "fingerprint",
    "said-by",
    "entry-words",
];

/// A sum over a column of euros, people or parameters is the sum: none of them is a text.
#[test]
fn no_number_of_a_file_is_a_text() {
    for language in Language::ALL {
        let catalog = Catalog::new(language).unwrap();
        let document = WHOLE.document(&catalog);
        let mut book = opened(xlsx::workbook(&document, &catalog).unwrap());
        let mut numbers = 0;
        for table in &document.tables {
            let columns = filed(table);
            let range = book.worksheet_range(&table.title).unwrap();
            for (place, index) in columns.iter().enumerate() {
                let column = &table.columns[*index];
                if CODES.contains(&column.id) {
                    continue;
                }
                for row in range.rows().skip(4) {
                    match &row[place] {
                        Data::String(text) => assert!(
                            !looks_like_a_number(text),
                            "{language}: {text} of {} in {}",
                            column.id,
                            table.id
                        ),
                        Data::Float(_) | Data::Int(_) => numbers += 1,
                        _ => {}
                    }
                }
            }
            text_tables(table, &catalog);
        }
        assert!(numbers > 5_000, "{numbers}");
    }
}

/// The same of CSV and Parquet, whose texts are told by what a spreadsheet would make of them.
fn text_tables(table: &Table, catalog: &Catalog) {
    let bytes = csv::table(table, catalog, csv::Marks::OfLanguage).unwrap();
    let mut reader = ::csv::ReaderBuilder::new().delimiter(b';').from_reader(&bytes[3..]);
    for record in reader.records() {
        for (index, text) in filed(table).into_iter().zip(record.unwrap().iter()) {
            let column = &table.columns[index];
            let spelt = looks_like_a_number(text);
            // With a unit or set in thousands it is a text for every spreadsheet.
            let is_bare = text.chars().all(|c| c.is_ascii_digit() || "-,.".contains(c));
            let known = CODES.contains(&column.id);
            assert!(!spelt || is_bare || known, "{text} of {} in {}", column.id, table.id);
        }
    }
    let bytes = parquet::table(table, catalog).unwrap();
    let frame = polars_io::prelude::ParquetReader::new(Cursor::new(bytes)).finish().unwrap();
    for series in frame.columns() {
        let name = series.name().as_str().replace('_', "-");
        let Ok(texts) = series.str() else { continue };
        if CODES.contains(&name.as_str()) {
            continue;
        }
        for text in texts.iter().flatten() {
            assert!(!looks_like_a_number(text), "{text} of {name} in {}", table.id);
        }
    }
}

fn opened(bytes: Vec<u8>) -> Book {
    calamine::open_workbook_from_rs(Cursor::new(bytes)).unwrap()
}

fn parts(bytes: &[u8]) -> BTreeMap<String, Vec<u8>> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    (0..archive.len())
        .map(|index| {
            let mut part = archive.by_index(index).unwrap();
            let mut bytes = Vec::new();
            part.read_to_end(&mut bytes).unwrap();
            (part.name().unwrap().into_owned(), bytes)
        })
        .collect()
}

/// The numbers and words that the document lets out: of its cells, as files hold them.
struct Let {
    numbers: BTreeSet<u64>,
    words: BTreeSet<String>,
}

impl Let {
    fn new(document: &Document, catalog: &Catalog) -> Self {
        let mut numbers = BTreeSet::new();
        let mut words = BTreeSet::new();
        for table in &document.tables {
            words.extend([table.title.clone(), table.about.clone()]);
            for index in filed(table) {
                words.insert(table.columns[index].title.clone());
                for row in &table.rows {
                    let cell = &row.cells[index];
                    match cell.number() {
                        Some(number) => _ = numbers.insert(number.to_bits()),
                        None => _ = words.insert(cell.shown(catalog)),
                    }
                }
            }
        }
        Self { numbers, words }
    }
}

/// Every cell of every sheet, the caches of the charts and what stands around them.
#[test]
fn the_workbook_holds_the_document_and_nothing_else() {
    let catalog = french();
    let document = WHOLE.document(&catalog);
    let bytes = xlsx::workbook(&document, &catalog).unwrap();
    keep("classeur.xlsx", &bytes);
    let known = Let::new(&document, &catalog);
    let mut book = opened(bytes.clone());
    for table in &document.tables {
        let columns = filed(table);
        let range = book.worksheet_range(&table.title).unwrap();
        let rows: Vec<&[Data]> = range.rows().skip(4).collect();
        assert_eq!(rows.len(), table.rows.len(), "{}", table.id);
        for (row, found) in table.rows.iter().zip(rows) {
            assert!(found.len() <= columns.len() + 1, "{}: a cell beyond the table", table.id);
            for (place, index) in columns.iter().enumerate() {
                let cell = &row.cells[*index];
                match &found[place] {
                    Data::Float(value) => assert_eq!(cell.number(), Some(*value), "{cell:?}"),
                    Data::String(text) => {
                        assert_eq!(cell.number(), None, "{text}");
                        assert_eq!(*text, cell.shown(&catalog));
                    }
                    Data::Empty => assert_eq!(cell.number(), None, "{cell:?}"),
                    Data::DateTime(_) => assert!(matches!(cell, Cell::Date(_))),
                    other => panic!("{cell:?} became {other:?}"),
                }
            }
        }
    }
    around(&bytes, &known, &document, &catalog);
}

/// What stands around the cells: parts, caches of charts, texts beside those of the document.
fn around(bytes: &[u8], known: &Let, document: &Document, catalog: &Catalog) {
    let parts = parts(bytes);
    let is_known = |name: &str| {
        let name = name.trim_start_matches('/');
        let places = ["_rels/", "docProps/", "xl/worksheets/sheet", "xl/worksheets/_rels/"];
        let more = ["xl/charts/chart", "xl/drawings/", "xl/theme/", "xl/_rels/"];
        let files =
            ["[Content_Types].xml", "xl/workbook.xml", "xl/styles.xml", "xl/sharedStrings.xml"];
        places.iter().chain(&more).any(|place| name.starts_with(place)) || files.contains(&name)
    };
    for name in parts.keys() {
        assert!(is_known(name), "{name} is of a kind that nobody looked at");
    }
    let mut cached = 0;
    for (name, bytes) in parts.iter().filter(|(name, _)| name.starts_with("xl/charts/")) {
        let text = String::from_utf8_lossy(bytes);
        let is_english = catalog.language() == bassin::model::Language::English;
        assert_eq!(text.contains("en-US"), is_english, "{name}: its language");
        for cache in text.split("<c:numCache>").skip(1) {
            let cache = cache.split("</c:numCache>").next().unwrap();
            for value in cache.split("<c:v>").skip(1) {
                let value: f64 = value.split('<').next().unwrap().parse().unwrap();
                assert!(known.numbers.contains(&value.to_bits()), "{name} caches {value}");
                cached += 1;
            }
        }
    }
    assert!(cached > 20, "charts hold their numbers: {cached}");
    // Beside the cells: the read-me, the contents, words of the workbook itself.
    let shared = String::from_utf8_lossy(&parts["xl/sharedStrings.xml"]).into_owned();
    let book = String::from_utf8_lossy(&parts["xl/workbook.xml"]).into_owned();
    for hidden in ["state=\"hidden\"", "veryHidden"] {
        assert!(!book.contains(hidden), "a sheet is {hidden}");
    }
    // The one name that is hidden is that of the range of a filter.
    for name in book.split("<definedName ").skip(1).filter(|name| name.contains("hidden=")) {
        assert!(name.starts_with("name=\"_xlnm._FilterDatabase\""), "{name}");
    }
    let texts: Vec<String> = shared
        .split("<si>")
        .skip(1)
        .map(|item| {
            let runs =
                item.split("<t").skip(1).filter_map(|run| run.split_once('>')?.1.split('<').next());
            unescaped(&runs.collect::<String>())
        })
        .collect();
    let cover: BTreeSet<String> = cover(document);
    let marks: BTreeSet<String> = document
        .tables
        .iter()
        .flat_map(|table| {
            table
                .rows
                .iter()
                .map(|row| bassin::report::citation::RowMark::of(table.id, &row.key).to_string())
        })
        .collect();
    let mut said: BTreeSet<String> = BTreeSet::new();
    for key in [
        "table-cover",
        "workbook-contents",
        "workbook-back",
        "workbook-contents-sheet",
        "workbook-contents-holds",
        "workbook-contents-rows",
        "workbook-cover-about",
        "workbook-charts",
        "workbook-charts-about",
        "column-mark",
    ] {
        said.insert(catalog.text(key));
    }
    said.extend(Theme::ALL.iter().map(|theme| catalog.text(&format!("theme-{}", theme.id()))));
    for chart in document.tables.iter().filter_map(|table| table.chart.as_ref()) {
        said.extend([chart.title.clone(), chart.axis.clone()]);
        said.extend(chart.series.iter().map(|series| series.name.clone()));
        said.extend(chart.categories.iter().cloned());
    }
    for text in texts {
        let told = known.words.contains(&text)
            || cover.contains(&text)
            || marks.contains(&text)
            || said.contains(&text);
        assert!(told, "« {text} » is no text of the document");
    }
}

fn cover(document: &Document) -> BTreeSet<String> {
    use bassin::report::document::Line;
    let lines = document.cover.iter().flat_map(|line| match line {
        Line::Heading(text) | Line::Text(text) => vec![text.clone()],
        Line::Fact { label, text } => vec![label.clone(), text.clone()],
    });
    lines.chain([document.title.clone(), document.subtitle.clone()]).collect()
}

fn unescaped(text: &str) -> String {
    text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&amp;", "&")
}

fn keys(map: &serde_json::Map<String, serde_json::Value>) -> Vec<&str> {
    let mut keys: Vec<&str> = map.keys().map(String::as_str).collect();
    keys.sort_unstable();
    keys
}

/// The number of a value, to the last digits that reading a text may change.
fn same(value: &serde_json::Value, expect: Option<f64>) {
    match (value.as_f64(), expect) {
        (Some(read), Some(number)) => {
            assert!((read - number).abs() <= number.abs() * 1e-12, "{read} {number}");
        }
        (read, expect) => assert_eq!(read, expect, "{value}"),
    }
}

/// What JSON says of a cell: its number, its bounds, its base where they are shown; of a hidden one,
/// that it is.
#[test]
fn json_holds_the_document_and_nothing_else() {
    let catalog = french();
    let document = WHOLE.document(&catalog);
    let text = json::document(&document, &catalog).unwrap();
    let value: serde_json::Value = serde_json::from_str(&text).unwrap();
    let (mut hidden, mut shown) = (0, 0);
    for (table, found) in document.tables.iter().zip(value["tables"].as_array().unwrap()) {
        assert_eq!(keys(found.as_object().unwrap()), ["about", "columns", "id", "rows", "title"]);
        for (row, found) in table.rows.iter().zip(found["rows"].as_array().unwrap()) {
            let cells = found["cells"].as_array().unwrap();
            for (index, found) in filed(table).into_iter().zip(cells) {
                let cell = &row.cells[index];
                match cell {
                    Cell::Blank => assert!(found.is_null()),
                    Cell::Text(text) => assert_eq!(found, text.as_str()),
                    Cell::Date(date) => assert_eq!(*found, date.to_string()),
                    Cell::Causes(_) => assert_eq!(*found, cell.shown(&catalog)),
                    Cell::Whole(_) => same(&found["value"], cell.number()),
                    Cell::Said { order, .. } => same(&found["value"], *order),
                    Cell::Amount { value, .. } => same(&found["value"], *value),
                    Cell::Figure { figure, part } => {
                        let said = found.as_object().unwrap();
                        if let Some(why) = figure.hidden() {
                            hidden += 1;
                            let expect = ["hidden", "id", "indicator", "territory", "unit"];
                            assert_eq!(keys(said), expect);
                            assert_eq!(said["hidden"], why.id());
                        } else {
                            shown += 1;
                            let value = match part {
                                Part::Whole => figure.point(),
                                _ => cell.number(),
                            };
                            same(&said["value"], value);
                            assert_eq!(said["n"].as_u64(), figure.n().map(u64::from));
                            let bounds = figure.bounds();
                            same(&said["bounds"][0], bounds.map(|(low, _)| low));
                            same(&said["bounds"][1], bounds.map(|(_, high)| high));
                        }
                    }
                }
            }
        }
    }
    assert!(hidden > 50 && shown > 1_000, "{hidden} {shown}");
}

/// Numbers within a millionth, texts as they are shown, hidden figures by their reason.
#[test]
fn csv_and_parquet_hold_the_document_and_nothing_else() {
    for language in Language::ALL {
        let catalog = Catalog::new(language).unwrap();
        let document = WHOLE.document(&catalog);
        for table in &document.tables {
            let bytes = csv::table(table, &catalog, csv::Marks::OfLanguage).unwrap();
            let mut reader = ::csv::ReaderBuilder::new().delimiter(b';').from_reader(&bytes[3..]);
            let records: Vec<_> = reader.records().map(|record| record.unwrap()).collect();
            assert_eq!(records.len(), table.rows.len());
            for (row, record) in table.rows.iter().zip(&records) {
                let columns = filed(table);
                assert_eq!(record.len(), columns.len() + 1, "{}", table.id);
                for (index, text) in columns.into_iter().zip(record) {
                    let cell = &row.cells[index];
                    let Some(number) = cell.number() else {
                        let shown = cell.shown(&catalog);
                        let read = text.trim_start_matches('\'');
                        let is_date = matches!(cell, Cell::Date(_));
                        let is_open = text.is_empty() && matches!(cell, Cell::Figure { .. });
                        let same = read == shown.trim_start_matches('\'');
                        assert!(same || is_date || is_open, "{text} {cell:?}");
                        continue;
                    };
                    let read: f64 = text.replace(',', ".").parse().unwrap();
                    assert!((read - number).abs() <= number.abs() * 1e-6, "{text} {number}");
                }
            }
            in_parquet(table, &catalog);
        }
    }
}

fn in_parquet(table: &Table, catalog: &Catalog) {
    let bytes = parquet::table(table, catalog).unwrap();
    let frame = polars_io::prelude::ParquetReader::new(Cursor::new(bytes)).finish().unwrap();
    let mut left: BTreeSet<String> =
        frame.get_column_names().iter().map(std::string::ToString::to_string).collect();
    for index in filed(table) {
        let column = &table.columns[index];
        let name = column.id.replace('-', "_");
        let cells: Vec<&Cell> = table.rows.iter().map(|row| &row.cells[index]).collect();
        let numbers: Vec<Option<f64>> = cells.iter().map(|cell| cell.number()).collect();
        let of = |name: &str| frame.column(name).unwrap();
        let beside = format!("{name}{}", parquet::NUMBER);
        let typed = of(&name).f64().ok().cloned();
        let beside = left.contains(&beside).then(|| of(&beside).f64().unwrap().clone());
        if let Some(found) = typed.as_ref().or(beside.as_ref()) {
            assert_eq!(found.iter().collect::<Vec<_>>(), numbers, "{name}");
        } else {
            assert!(numbers.iter().all(Option::is_none), "{name} of {} lost numbers", table.id);
        }
        if let Ok(texts) = of(&name).str() {
            for (cell, text) in cells.iter().zip(texts.iter()) {
                let Some(text) = text else { continue };
                let is_hidden =
                    matches!(cell, Cell::Figure { figure, .. } if figure.hidden().is_some());
                assert!(!is_hidden && cell.number().is_none(), "{text} {cell:?}");
                assert!(text == cell.shown(catalog) || matches!(cell, Cell::Date(_)), "{text}");
            }
        }
        left.remove(&name);
        left.remove(&format!("{name}{}", parquet::NUMBER));
    }
    left.remove(parquet::MARK);
    left.remove(parquet::HIDDEN);
    assert!(left.is_empty(), "{left:?} of {}", table.id);
}

/// Every text of a paper, in the order of reading.
fn texts(paper: &Paper, drawn: bool, out: &mut Vec<String>) {
    let inlines =
        |words: &[Inline]| words.iter().map(|one| one.shown().to_owned()).collect::<String>();
    out.extend([paper.title.clone(), paper.subtitle.clone()]);
    for block in &paper.blocks {
        match block {
            Block::Heading { text, .. } => out.push(text.clone()),
            Block::Text(words) | Block::Lead(words) | Block::Small(words) => {
                out.push(inlines(words));
            }
            Block::List(items) => out.extend(items.iter().map(|item| inlines(item))),
            Block::Facts(facts) => {
                for fact in facts {
                    out.extend([fact.figure.shown().to_owned(), fact.label.clone()]);
                    out.push(inlines(&fact.beneath));
                }
            }
            Block::Callout { title, words, .. } => out.extend([title.clone(), inlines(words)]),
            Block::Table(grid) => {
                out.push(grid.caption.clone());
                out.extend(grid.columns.iter().map(|column| column.title.clone()));
                out.extend(grid.rows.iter().flat_map(|row| row.cells.iter().map(|c| inlines(c))));
                out.push(inlines(&grid.note));
            }
            Block::Picture(picture) => {
                out.extend([picture.caption.clone(), picture.alt.clone()]);
                let svg = picture.svg.split("<text").skip(1).filter(|_| drawn);
                out.extend(svg.filter_map(|text| {
                    Some(unescaped(text.split_once('>')?.1.split("</text>").next()?))
                }));
            }
            Block::PageBreak => {}
        }
    }
}

/// Numbers of a text, as they are written: what differs by a digit is another.
fn numbers(text: &str) -> BTreeSet<String> {
    let joined = text.replace(['\u{a0}', '\u{202f}', '\u{200b}', '\u{ad}', '\u{2060}'], "");
    let words = joined.split(|c: char| !(c.is_ascii_digit() || c == ','));
    let trimmed = words.map(|word| word.trim_matches(','));
    trimmed.filter(|word| word.len() > 2).map(str::to_owned).collect()
}

/// `BASSIN_PAPERS=folder` keeps the files, to be looked at.
fn keep(name: &str, bytes: &[u8]) {
    if let Some(folder) = std::env::var_os("BASSIN_PAPERS") {
        std::fs::write(std::path::Path::new(&folder).join(name), bytes).unwrap();
    }
}

/// Word and PDF hold no number that their paper does not: in their text, in alternative texts,
/// headers, bookmarks and metadata.
#[test]
fn papers_as_files_hold_the_paper_and_nothing_else() {
    let catalog = french();
    MADE.with(Language::French, &Papers::default(), |matter, _| {
        let papers = all(matter);
        let first = papers.iter().enumerate().filter(|(place, _)| *place < 12 || place % 20 == 0);
        for (_, paper) in first {
            let mut told = Vec::new();
            texts(paper, true, &mut told);
            let mut known = numbers(&told.join(" "));
            let mut written = Vec::new();
            texts(paper, false, &mut written);
            // Short names, the day, and what a page says of itself.
            known.extend(paper.figures().iter().flat_map(|id| numbers(&id.to_string())));
            known.extend(paper.blocks.iter().flat_map(marks));
            known.extend(numbers("02/03/2026 24/11/2026 2026 20261124"));
            let bytes = docx::docx(paper, &catalog).unwrap();
            keep(&format!("{}.docx", paper.name), &bytes);
            let parts = parts(&bytes);
            for (name, bytes) in &parts {
                let is_text = ["word/document.xml", "word/header", "word/footer", "docProps/"]
                    .iter()
                    .any(|place| name.starts_with(place));
                if !is_text {
                    continue;
                }
                let xml = String::from_utf8(bytes.clone()).unwrap();
                for found in numbers(&said_in_xml(&xml)) {
                    assert!(known.contains(&found), "{}: {name} holds {found}", paper.name);
                }
            }
            if bassin::report::pdf::IS_BUILT_IN {
                let bytes = bassin::report::pdf::pdf(paper, &catalog).unwrap();
                keep(&format!("{}.pdf", paper.name), &bytes);
                let pdf::Read { pages, rest } = pdf::read(&bytes);
                let joined = pages.replace([' ', '\u{a0}', '\u{202f}', '\u{200b}', '\u{2060}'], "");
                // Longer words are cut between lines, their digits apart.
                let written: Vec<&str> = written
                    .iter()
                    .flat_map(|text| text.split(' '))
                    .filter(|word| word.chars().count() < 30)
                    .collect();
                for found in &numbers(&written.join(" ")) {
                    let seen = joined.contains(found.as_str()) || rest.contains(found.as_str());
                    assert!(seen, "{}: {found} is not read in the file", paper.name);
                }
                // A number is in pieces where a line is cut or a space is set.
                for found in numbers(&pages) {
                    let is_known = known.iter().any(|known| known.contains(&found));
                    assert!(is_known, "{}: a page holds {found}", paper.name);
                }
            }
        }
    });
}

/// Digits of the short names of rows.
fn marks(block: &Block) -> Vec<String> {
    let Block::Table(grid) = block else { return Vec::new() };
    let marks = grid.rows.iter().filter_map(|row| row.mark);
    marks.flat_map(|mark| numbers(&mark.to_string())).collect()
}

/// Runs of text, alternative texts and titles of a part.
fn said_in_xml(xml: &str) -> String {
    let mut out = String::new();
    for run in xml.split("<w:t").skip(1).filter(|run| run.starts_with(['>', ' '])) {
        let text = run.split_once('>').and_then(|(_, text)| text.split("</w:t>").next());
        out.push(' ');
        out.push_str(&unescaped(text.unwrap_or_default()));
    }
    for name in ["descr=\"", "title=\""] {
        for value in xml.split(name).skip(1) {
            out.push(' ');
            out.push_str(&unescaped(value.split('"').next().unwrap_or_default()));
        }
    }
    for name in ["dc:title", "dc:description", "dc:subject", "dc:creator"] {
        if let Some((_, rest)) = xml.split_once(&format!("<{name}>")) {
            out.push(' ');
            out.push_str(&unescaped(rest.split('<').next().unwrap_or_default()));
        }
    }
    out
}
