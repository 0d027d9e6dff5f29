//! Every short name that a reader meets, in whatever document, form, picture or language, is found
//! again with what its figure stands on; and each figure of a document bears one in its files.

use super::{parts, pdf, said_in_xml};
use crate::charts::picture::seen;
use crate::marks::whole::{WHOLE, Whole};
use bassin::analysis::body::sheet;
use bassin::i18n::Catalog;
use bassin::model::Language;
use bassin::model::papers::Papers;
use bassin::report::citation::{Index, Mark, RowMark};
use bassin::report::document::Document;
use bassin::report::paper::make::{Asked, paper};
use bassin::report::paper::matter::Matter;
use bassin::report::paper::{Block, Kind, Look, Paper};
use bassin::report::trace::trace_in;
use bassin::report::{csv, docx, json, parquet, xlsx};
use std::collections::BTreeSet;

/// Names that were traced once need not be again.
struct Tracing<'a> {
    whole: &'a Whole,
    catalog: &'a Catalog,
    index: Index<'a>,
    found: BTreeSet<String>,
    /// Names that lead nowhere, all told at once.
    lost: Vec<String>,
}

impl Tracing<'_> {
    fn check(&mut self, mark: Mark, place: &str) {
        let name = match mark {
            Mark::Row(row) => row.to_string(),
            Mark::Figure(id) => id.to_string(),
        };
        if !self.found.insert(name.clone()) {
            return;
        }
        let context = self.whole.context(self.catalog);
        let told = trace_in(&context, Some(&self.whole.plan), &self.index, mark);
        if told.is_empty() {
            self.lost.push(format!("{place}: {name}"));
        }
        for one in told {
            let lines = &one.provenance.lines;
            assert!(one.provenance.definition.len() > 10 && !lines.is_empty(), "{place}: {name}");
        }
    }

    /// Every word of a file that is a short name.
    fn words(&mut self, text: &str, place: &str) -> usize {
        let edge = |c: char| !(c.is_ascii_alphanumeric() || c == '-');
        let mut seen = 0;
        for word in text.split(edge).filter(|word| matches!(word.len(), 6 | 9)) {
            let (row, column) = word.split_once('-').unwrap_or((word, ""));
            // As they are printed; codes of occupations and fingerprints are of another shape.
            let is_printed = row.len() == 6
                && matches!(column.len(), 0 | 2)
                && !word.contains(|c: char| c.is_ascii_lowercase())
                && word.contains(|c: char| c.is_ascii_digit());
            let Some(mark) = is_printed.then(|| word.parse::<Mark>().ok()).flatten() else {
                continue;
            };
            if !self.index.places(mark).is_empty() {
                self.check(mark, place);
                seen += 1;
            }
        }
        seen
    }
}

/// What is printed of a paper beside its words: names of figures in its prose, of rows in its tables.
fn names(paper: &Paper) -> Vec<Mark> {
    let rows = paper.blocks.iter().filter_map(|block| match block {
        Block::Table(grid) => Some(grid.rows.iter().filter_map(|row| row.mark)),
        _ => None,
    });
    let figures = paper.figures().into_iter().map(Mark::Figure);
    rows.flatten().map(Mark::Row).chain(figures).collect()
}

/// Names printed as words: in a table, that of the row stands for those of its figures.
fn printed(paper: &Paper) -> BTreeSet<String> {
    use bassin::report::paper::Inline;
    let mut out: BTreeSet<String> = BTreeSet::new();
    for words in crate::papers::prose(paper).into_iter().flatten() {
        if let Inline::Figure { id, .. } = words {
            out.insert(id.to_string());
        }
    }
    let grids = paper.blocks.iter().filter_map(|block| match block {
        Block::Table(grid) => Some(grid),
        _ => None,
    });
    for row in grids.flat_map(|grid| &grid.rows) {
        out.extend(row.mark.map(|mark| mark.to_string()));
    }
    out
}

type Work<'w> = dyn FnMut(&Matter<'_>, &Document, &Catalog, &[Asked<'_>]) + 'w;

fn with_all(language: Language, work: &mut Work<'_>) {
    let whole = &*WHOLE;
    let catalog = Catalog::new(language).unwrap();
    let document = whole.document(&catalog);
    let (papers, look) = (&Papers::default(), &Look::default());
    let planned = whole.planned(&catalog);
    let matter =
        Matter { planned, document: &document, papers, look, map: None, most: 15, since: None };
    let results = &whole.results;
    let sources = results.sources.iter().enumerate();
    let own = sources.filter(|(_, source)| source.file.contains("catalogue_formation"));
    let own = own.map(|(place, _)| place).collect();
    let body = sheet(results, &whole.verdicts, &own, &whole.out, &whole.parameters);
    let mut asked = vec![
        Asked::Note,
        Asked::Programmes,
        Asked::Body("Greta", &body),
        Asked::Company,
        Asked::Respondent(7),
        Asked::Bulletin,
        Asked::Method,
        Asked::Plan,
        Asked::Evaluation,
        Asked::Workshop,
    ];
    asked.extend(results.occupations.iter().step_by(5).map(Asked::Occupation));
    asked.extend(matter.context().sections().into_iter().step_by(3).map(Asked::Sector));
    let kinds: BTreeSet<&str> = asked.iter().map(|one| one.kind().id()).collect();
    assert_eq!(kinds.len(), Kind::ALL.len(), "every document is looked at: {kinds:?}");
    work(&matter, &document, &catalog, &asked);
}

#[test]
fn every_name_of_every_document_is_traced_as_it_is_printed() {
    for language in Language::ALL {
        with_all(language, &mut |matter, document, catalog, asked| {
            let index = Index::new(document);
            let mut tracing =
                Tracing { whole: &WHOLE, catalog, index, found: BTreeSet::new(), lost: Vec::new() };
            let (mut pictures, mut drawn) = (0, 0);
            for (at, one) in asked.iter().enumerate() {
                let made = paper(matter, one).unwrap();
                for mark in names(&made) {
                    tracing.check(mark, &made.name);
                }
                for block in &made.blocks {
                    let Block::Picture(picture) = block else { continue };
                    pictures += 1;
                    for text in seen(&picture.svg).texts {
                        if let Some(figure) = text.figure {
                            tracing.check(figure.parse().unwrap(), &made.name);
                            drawn += 1;
                        }
                        if text.class == "mark" {
                            drawn += tracing.words(&text.words, &made.name);
                        }
                    }
                }
                // Sheets of occupations are alike: some of them as files.
                if at < 13 || at % 6 == 0 {
                    as_files(&made, catalog, &mut tracing);
                }
            }
            assert!(tracing.lost.is_empty(), "{language}: {:?} lead nowhere", tracing.lost);
            assert!(pictures > 1 && drawn > 20, "{pictures} pictures, {drawn} names in them");
            assert!(tracing.found.len() > 200, "{}", tracing.found.len());
        });
    }
}

fn as_files(paper: &Paper, catalog: &Catalog, tracing: &mut Tracing<'_>) {
    let all = parts(&docx::docx(paper, catalog).unwrap());
    let said = said_in_xml(&String::from_utf8_lossy(&all["word/document.xml"]));
    let wanted = printed(paper);
    for name in &wanted {
        assert!(said.contains(name.as_str()), "{}: {name} is not in the Word file", paper.name);
    }
    tracing.words(&said, &paper.name);
    if bassin::report::pdf::IS_BUILT_IN {
        let read = pdf::read(&bassin::report::pdf::pdf(paper, catalog).unwrap());
        let joined = read.pages.replace(' ', "");
        for name in &wanted {
            assert!(joined.contains(name.as_str()), "{}: {name} is not in the PDF", paper.name);
        }
        tracing.words(&read.pages, &paper.name);
    }
}

/// Each row of a file of tables bears the name that the document gives it.
#[test]
fn every_row_of_every_table_bears_its_name_in_every_form() {
    use polars_io::SerReader as _;
    for language in Language::ALL {
        let catalog = Catalog::new(language).unwrap();
        let document = WHOLE.document(&catalog);
        let names = |table: &bassin::report::document::Table| -> Vec<String> {
            table.rows.iter().map(|row| RowMark::of(table.id, &row.key).to_string()).collect()
        };
        let book = parts(&xlsx::workbook(&document, &catalog).unwrap());
        let shared = String::from_utf8_lossy(&book["xl/sharedStrings.xml"]).into_owned();
        let shared: BTreeSet<&str> = shared.split(['<', '>']).collect();
        let json = json::document(&document, &catalog).unwrap();
        let json: BTreeSet<&str> =
            json.split('"').map(|word| word.split('-').next().unwrap_or_default()).collect();
        let mut rows = 0;
        for table in &document.tables {
            let wanted = names(table);
            for name in &wanted {
                assert!(shared.contains(name.as_str()), "{}: {name}", table.id);
                assert!(json.contains(name.as_str()), "{}: {name}", table.id);
                rows += 1;
            }
            let bytes = csv::table(table, &catalog, csv::Marks::OfLanguage).unwrap();
            let mut reader = ::csv::ReaderBuilder::new().delimiter(b';').from_reader(&bytes[3..]);
            let found: Vec<String> = reader
                .records()
                .map(|record| record.unwrap().iter().next_back().unwrap().to_owned())
                .collect();
            assert_eq!(found, wanted, "{}", table.id);
            let bytes = parquet::table(table, &catalog).unwrap();
            let read = polars_io::prelude::ParquetReader::new(std::io::Cursor::new(bytes));
            let frame = read.finish().unwrap();
            let column = frame.column(parquet::MARK).unwrap();
            let found: Vec<&str> = column.str().unwrap().iter().flatten().collect();
            assert_eq!(found, wanted, "{}", table.id);
        }
        assert!(rows > 1_500, "{rows}");
    }
}
