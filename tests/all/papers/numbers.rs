//! No number is written by hand: what is printed is what the cell of that name shows.

#![expect(clippy::indexing_slicing, reason = "a test fails by panicking")]

use crate::papers::{MADE, UNSURVEYED, all, prose, titles};
use bassin::i18n::Catalog;
use bassin::model::Language;
use bassin::model::papers::Papers;
use bassin::report::citation::{FigureId, Mark, RowMark, places};
use bassin::report::document::{Cell, Document, Line, Part, Table, whole};
use bassin::report::paper::make::{self, Asked};
use bassin::report::paper::{Block, GridRow, Inline, Paper, text};

/// Parameters of the method that sentences may name: levels of intervals, ends of classes.
const PARAMETERS: [&str; 16] = [
    "intervalle à 80 %",
    "intervalles à 80 %",
    "intervalle à 95 %",
    "80% interval",
    "95% interval",
    "interval of 95%",
    "de 1 à 5 ; 5 aggrave",
    "from 1 to 5; 5 aggravates",
    "classe 4 ou 5",
    "class 4 or 5",
    "(5 aggrave)",
    "(5 aggravates)",
    "(1 à 5)",
    "(1 to 5)",
    "sur 5",
    "of 5",
];

/// Texts of the tables that hold digits: titles of offers, names of files, fingerprints.
fn names(document: &Document) -> Vec<String> {
    let mut out: Vec<String> = Vec::new();
    for cell in document.tables.iter().flat_map(|table| &table.rows).flat_map(|row| &row.cells) {
        // A sentence of the tables is no name.
        if let Cell::Text(text) = cell
            && (3..=90).contains(&text.chars().count())
            && text.contains(|c: char| c.is_ascii_digit())
            // A year by itself would be taken out of dates.
            && text.parse::<u16>().is_err()
        {
            out.push(text.clone());
        }
    }
    // The longest first: one may hold another.
    out.sort_by(|a, b| b.len().cmp(&a.len()).then(a.cmp(b)));
    out.dedup();
    out
}

/// A year, a date, a code.
fn is_allowed(token: &str) -> bool {
    let year = |text: &str| {
        text.len() == 4 && text.parse::<u16>().is_ok_and(|year| (1990..2100).contains(&year))
    };
    let date = |text: &str| {
        let parts: Vec<&str> = text.split(['/', '-']).collect();
        parts.len() == 3 && parts.iter().all(|part| part.parse::<u16>().is_ok())
    };
    let code = |text: &str| text.contains(char::is_alphabetic);
    year(token) || date(token) || code(token)
}

/// What is left of words once names, parameters, years, dates and codes are taken out.
fn left(words: &str, names: &[String]) -> Vec<String> {
    let mut text = words.to_owned();
    for name in names {
        if text.contains(name.as_str()) {
            text = text.replace(name.as_str(), "");
        }
    }
    let mut text = text.replace(['\u{202f}', '\u{a0}'], " ");
    for phrase in PARAMETERS {
        text = text.replace(phrase, "");
    }
    let inside = |c: char| c.is_alphanumeric() || matches!(c, '/' | '-' | ':' | '_');
    text.split(|c: char| !inside(c))
        .filter(|token| token.contains(|c: char| c.is_ascii_digit()))
        .filter(|token| !is_allowed(token.trim_matches(['-', ':', '/'])))
        .map(str::to_owned)
        .collect()
}

/// Whether a cell of that name shows that text, alone or with its bounds.
fn is_shown(document: &Document, id: FigureId, shown: &str, catalog: &Catalog) -> bool {
    places(document, Mark::Figure(id)).iter().any(|place| {
        let cell = &place.table.rows[place.row].cells[place.column];
        cell.shown(catalog) == shown
            || matches!(cell, Cell::Figure { figure, .. }
                if Cell::Figure { figure: *figure, part: Part::Whole }.shown(catalog) == shown
                    || whole(figure, catalog) == shown)
    })
}

fn row_of(document: &Document, mark: RowMark) -> Option<(&Table, usize)> {
    let all = document.tables.iter();
    let mut found = all.filter_map(|table| {
        let row = table.rows.iter().position(|row| RowMark::of(table.id, &row.key) == mark)?;
        Some((table, row))
    });
    found.next()
}

/// Words of a row that bears a mark are words of its row in the tables.
fn check_row(document: &Document, row: &GridRow, catalog: &Catalog, paper: &str) {
    for inline in row.cells.iter().flatten() {
        if let Inline::Figure { shown, id } = inline {
            assert!(is_shown(document, *id, shown, catalog), "{paper}: {id} {shown}");
        }
    }
    let Some(mark) = row.mark else { return };
    let (table, at) = row_of(document, mark).unwrap_or_else(|| panic!("{paper}: no row {mark}"));
    let cells: Vec<String> = table.rows[at].cells.iter().map(|cell| cell.shown(catalog)).collect();
    for inline in row.cells.iter().flatten() {
        let Inline::Words(words) = inline else { continue };
        let digits = words.contains(|c: char| c.is_ascii_digit());
        assert!(!digits || cells.contains(words), "{paper}: {words} is not in {mark}");
    }
}

fn check(paper: &Paper, document: &Document, names: &[String], catalog: &Catalog) -> usize {
    let mut figures = 0;
    for inline in prose(paper).into_iter().flatten() {
        match inline {
            Inline::Figure { shown, id } => {
                figures += 1;
                assert!(is_shown(document, *id, shown, catalog), "{}: {id} {shown}", paper.name);
            }
            Inline::Words(words) | Inline::Strong(words) => {
                let left = left(words, names);
                assert!(left.is_empty(), "{}: {left:?} in « {words} »", paper.name);
            }
        }
    }
    for title in titles(paper) {
        let left = left(title, names);
        assert!(left.is_empty(), "{}: {left:?} in « {title} »", paper.name);
    }
    for block in &paper.blocks {
        let Block::Table(grid) = block else { continue };
        for row in &grid.rows {
            check_row(document, row, catalog, &paper.name);
            assert_eq!(row.cells.len(), grid.columns.len(), "{}", paper.name);
        }
    }
    figures
}

#[test]
fn every_number_of_every_document_is_a_cell_of_the_tables() {
    for language in Language::ALL {
        let catalog = Catalog::new(language).unwrap();
        // Without the survey of projects there are less figures, and none by hand either.
        for (made, least) in [(&MADE, 300), (&UNSURVEYED, 100)] {
            made.with(language, &Papers::default(), |matter, document| {
                let names = names(document);
                let mut figures = 0;
                for paper in all(matter) {
                    figures += check(&paper, document, &names, &catalog);
                }
                assert!(figures > least, "{figures}");
            });
        }
    }
}

/// The scan itself sees a number written by hand.
#[test]
fn a_number_by_hand_is_seen() {
    let seen = |words: &str| left(words, &["CAP en 2 ans".to_owned()]);
    assert_eq!(seen("il y a 83 projets, soit 76 %"), ["83", "76"]);
    assert_eq!(seen("V0X60, en 2025, le 24/11/2026, be:9601, RNCP34090"), Vec::<String>::new());
    assert_eq!(seen("CAP en 2 ans : 3 places"), ["3"]);
    assert_eq!(seen("intervalle à 80\u{202f}% ; classe 4 ou 5"), Vec::<String>::new());
    assert_eq!(seen("intervalle à 90\u{202f}%"), ["90"]);
}

/// A figure that is hidden is told by its reason, in every document.
#[test]
fn what_is_hidden_stays_hidden() {
    let catalog = Catalog::new(Language::French).unwrap();
    MADE.with(Language::French, &Papers::default(), |matter, document| {
        let mut hidden = 0;
        for paper in all(matter) {
            let grids = paper.blocks.iter().filter_map(|block| match block {
                Block::Table(grid) => Some(grid),
                _ => None,
            });
            let of_grids = grids.flat_map(|grid| &grid.rows).flat_map(|row| &row.cells).flatten();
            for inline in prose(&paper).into_iter().flatten().chain(of_grids) {
                let Inline::Figure { shown, id } = inline else { continue };
                for place in places(document, Mark::Figure(*id)) {
                    let cell = &place.table.rows[place.row].cells[place.column];
                    let Cell::Figure { figure, .. } = cell else { continue };
                    let Some(why) = figure.hidden() else { continue };
                    hidden += 1;
                    assert_eq!(*shown, catalog.text(&format!("hidden-{}", why.id())));
                }
            }
        }
        let in_tables = bassin::report::masked::reasons(document);
        assert!(!in_tables.is_empty(), "the sample hides something");
        // The note and the read-me of the workbook say how many, and it is the same.
        let total: u32 = in_tables.values().sum();
        let note = make::paper(matter, &Asked::Note).unwrap();
        let said = prose(&note).into_iter().map(text).collect::<Vec<_>>().join("\n");
        assert!(said.contains(&format!("{total} chiffres sont cachés")), "{total}: {said}");
        let cover = document.cover.iter().any(|line| {
            matches!(line, Line::Text(text)
                if text.contains(&format!("{total} chiffres de l’enquête sont cachés")))
        });
        assert!(cover, "{total}");
        println!("{hidden} hidden figures are told as hidden");
    });
}
