//! Papers as PDF: the same bytes twice, tags, hostile texts, what is refused.
//!
//! `BASSIN_PAPERS=folder` keeps the files that the tests make, to be looked at.

mod sample;

use bassin::i18n::Catalog;
use bassin::model::{Date, Language};
use bassin::report::citation::{FigureId, RowMark};
use bassin::report::paper::{
    Block, Fact, Grid, GridColumn, GridRow, Inline, Kind, Look, Paper, Picture, Tone,
};
use bassin::report::pdf::{PdfError, notice, pdf};
use sample::{logo, rich, words};

fn french() -> Catalog {
    Catalog::new(Language::French).unwrap()
}

fn made(paper: &Paper) -> Vec<u8> {
    let bytes = pdf(paper, &french()).unwrap();
    assert!(bytes.starts_with(b"%PDF-1.7"));
    if let Some(folder) = std::env::var_os("BASSIN_PAPERS") {
        let file = std::path::Path::new(&folder).join(format!("{}.pdf", paper.name));
        std::fs::write(file, &bytes).unwrap();
    }
    bytes
}

fn times(bytes: &[u8], part: &str) -> usize {
    bytes.windows(part.len()).filter(|window| *window == part.as_bytes()).count()
}

/// A text of the structure, as the file writes what is not ASCII.
fn wide(text: &str) -> String {
    let units: Vec<String> = text.encode_utf16().map(|unit| format!("{unit:04X}")).collect();
    format!("<FEFF{}>", units.concat())
}

fn pages(bytes: &[u8]) -> usize {
    times(bytes, "/Type/Page/")
}

fn plain(name: &str, blocks: Vec<Block>) -> Paper {
    Paper {
        kind: Kind::Note,
        name: name.to_owned(),
        title: "Note".to_owned(),
        subtitle: String::new(),
        language: Language::French,
        as_of: Date::new(2026, 3, 12).unwrap(),
        look: Look::default(),
        blocks,
    }
}

#[test]
fn the_same_paper_is_the_same_file() {
    let first = made(&rich());
    let other = made(&plain("other", vec![Block::Text(words("Entre les deux"))]));
    assert_ne!(first, other);
    assert!(first == made(&rich()));
    let later = Paper { as_of: Date::new(2026, 3, 13).unwrap(), ..rich() };
    assert!(first != made(&later));
}

#[test]
fn a_file_has_tags_title_language_and_bookmarks() {
    let bytes = made(&rich());
    for (part, least) in [
        ("/StructTreeRoot ", 1),
        ("/MarkInfo<</Marked true", 1),
        ("/Lang(fr)", 1),
        ("/DisplayDocTitle true", 1),
        ("/Outlines ", 1),
        ("/S/H1", 2),
        ("/S/H2", 2),
        ("/S/Table/", 2),
        ("/S/THead", 2),
        ("/S/TH/", 12),
        ("/S/Caption", 3),
        ("/S/Figure", 2),
        ("/S/L/", 1),
        ("<pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>", 1),
        ("<pdfuaid:part>1</pdfuaid:part>", 1),
        ("/CreationDate(D:20260312000000Z)", 1),
    ] {
        assert!(times(&bytes, part) >= least, "{part}: {}", times(&bytes, part));
    }
    let paper = rich();
    assert_eq!(times(&bytes, &wide(&paper.title)), 1, "the title");
    assert_eq!(times(&bytes, &wide("Des causes qui se cumulent : l’été")), 2, "tag and bookmark");
    assert_eq!(times(&bytes, &wide("Barres : projets difficiles par métier")), 1, "alt text");
    assert!(pages(&bytes) >= 3, "{}", pages(&bytes));
}

#[test]
fn english_is_told_to_be_english() {
    let paper = Paper { language: Language::English, ..plain("english", Vec::new()) };
    let bytes = pdf(&paper, &Catalog::new(Language::English).unwrap()).unwrap();
    assert_eq!(times(&bytes, "/Lang(en)"), 1);
    assert_eq!(pages(&bytes), 1);
}

/// A text in every place that a text may have.
fn everywhere(name: &str, text: &str) -> Paper {
    let said = || {
        let id = FigureId::of("t", "k", "c");
        vec![
            Inline::Words(text.to_owned()),
            Inline::Strong(text.to_owned()),
            Inline::Figure { shown: text.to_owned(), id },
        ]
    };
    let column = |number| GridColumn { title: text.to_owned(), weight: 1.0, number };
    let grid = Grid {
        caption: text.to_owned(),
        columns: vec![column(false), column(true), column(false)],
        rows: vec![
            GridRow {
                mark: Some(RowMark::of("t", "k")),
                cells: vec![said(), said()],
                strong: true,
                tall: false,
            },
            GridRow {
                mark: None,
                cells: vec![said(), said(), said(), said()],
                strong: false,
                tall: false,
            },
        ],
        note: said(),
    };
    let escaped = text.replace('&', "&amp;").replace('<', "&lt;").replace('\u{0}', "");
    let picture = Picture {
        svg: format!(
            r#"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 90 30" width="90" height="30" font-family="sans-serif"><text x="1" y="20" font-size="8">{escaped}</text></svg>"#
        ),
        ratio: 3.0,
        width: 0.6,
        alt: text.to_owned(),
        caption: text.to_owned(),
    };
    Paper {
        title: text.to_owned(),
        subtitle: text.to_owned(),
        look: Look { organisation: text.to_owned(), ..Look::default() },
        ..plain(
            name,
            vec![
                Block::Heading { level: 3, text: text.to_owned() },
                Block::Lead(said()),
                Block::Text(said()),
                Block::Small(said()),
                Block::List(vec![said(), said()]),
                Block::Facts(vec![Fact {
                    figure: Inline::Words(text.to_owned()),
                    label: text.to_owned(),
                    beneath: said(),
                }]),
                Block::Callout { tone: Tone::Limit, title: text.to_owned(), words: said() },
                Block::Table(grid),
                Block::Picture(picture),
                Block::PageBreak,
            ],
        )
    }
}

/// Nothing is read as markup, as code or as a file: a heading is the text, letter by letter.
#[test]
fn texts_are_never_markup() {
    for (number, text) in [
        "é #read(\"/etc/passwd\")",
        "é #image(\"/etc/passwd\") $x^2$ @ref <label> *gras* _it_ `raw` = titre",
        "é \\ \\u{41} \\\\ \" ' \\\" ` ``` // /* */ #[ ] ( { } ) #{panic()} ~ -- ---",
        "é #import \"@preview/cetz:0.3.0\": *",
        "é {\"words\": \"x\"}",
    ]
    .into_iter()
    .enumerate()
    {
        let bytes = made(&everywhere(&format!("hostile_{number}"), text));
        // The title, the tag and the bookmark of the heading, alternative texts.
        assert!(times(&bytes, &wide(text)) >= 3, "{text}");
    }
}

#[test]
fn no_text_makes_it_fail() {
    let long = "a".repeat(400);
    let chosen = [
        ("", ""),
        (" ", ""),
        (long.as_str(), ""),
        ("Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft", ""),
        ("🌾 moisson 👨\u{200d}👩\u{200d}👧", "🌾 👧 👨 👩"),
        ("\u{0}\u{7}\u{1b}[31m", ""),
        ("\u{e000}0\u{e001}", "\u{e000} \u{e001}"),
        ("\u{202e}gnol\u{202c} \u{feff}\u{fffe}", "\u{fffe}"),
        ("e\u{301}\u{301}\u{301} a\u{1ab0}", "\u{1ab0}"),
        ("العربية", "ا ب ة ر ع ل ي"),
        ("x\u{a0}\u{202f}\u{2009}\u{2011}\u{2028}\u{2029}y", ""),
        ("\r\n\t", ""),
    ];
    for (number, (text, lost)) in chosen.into_iter().enumerate() {
        let paper = everywhere(&format!("odd_{number}"), text);
        made(&paper);
        let told = notice(&paper, &french());
        let list = told.as_ref().and_then(|told| told.split(": ").nth(1)).unwrap_or_default();
        assert_eq!(list, lost, "{text:?} {told:?}");
    }
}

#[test]
fn levels_of_headings_are_tagged_without_a_gap() {
    let heading = |level, text: &str| Block::Heading { level, text: text.to_owned() };
    let bytes = made(&plain(
        "levels",
        vec![heading(3, "A"), heading(1, "B"), heading(3, "C"), heading(9, "D")],
    ));
    for (part, expect) in [("/S/H1", 2), ("/S/H2", 1), ("/S/H3", 1)] {
        assert_eq!(times(&bytes, part), expect, "{part}");
    }
}

#[test]
fn a_long_table_is_cut_between_rows_under_its_header() {
    let figure = |row: usize, column: &str| {
        let id = FigureId::of("long", &row.to_string(), column);
        vec![Inline::Figure { shown: format!("{}\u{202f}{:03}", row % 7, row % 1_000), id }]
    };
    let column =
        |title: &str, weight, number| GridColumn { title: title.to_owned(), weight, number };
    let rows = (0..2_000).map(|row| GridRow {
        mark: Some(RowMark::of("long", &row.to_string())),
        cells: vec![
            words(&format!("Métier {row}, avec un libellé comme il y en a dans les listes")),
            figure(row, "a"),
            figure(row, "b"),
            figure(row, "c"),
        ],
        strong: row % 500 == 499,
        tall: false,
    });
    let grid = Grid {
        caption: "Deux mille lignes".to_owned(),
        columns: vec![
            column("Métier", 4.0, false),
            column("Projets", 1.0, true),
            column("Difficiles", 1.0, true),
            column("Part", 1.0, true),
        ],
        rows: rows.collect(),
        note: words("Lecture : une ligne par métier."),
    };
    let bytes = made(&plain("long", vec![Block::Table(grid)]));
    assert_eq!(times(&bytes, "/S/TR/"), 2_001);
    assert_eq!(times(&bytes, "/S/TH/"), 5, "the header is tagged once, whatever the pages");
    assert!((30..90).contains(&pages(&bytes)), "{}", pages(&bytes));
}

#[test]
fn what_cannot_be_read_is_named() {
    let with_logo = |png: Vec<u8>| Paper {
        look: Look { logo: Some((png, "Logo".to_owned())), ..Look::default() },
        ..plain("logo", Vec::new())
    };
    assert_eq!(times(&made(&with_logo(logo())), "/S/Figure"), 1);
    let refused = |paper: &Paper| pdf(paper, &french()).unwrap_err();
    assert!(matches!(refused(&with_logo(b"not a picture".to_vec())), PdfError::Logo(_)));
    let said = refused(&with_logo(Vec::new())).say(&french());
    assert!(said.starts_with("Le logo n’est pas une image PNG lisible"), "{said}");
    let with_picture = |svg: &str| {
        let picture = Picture {
            svg: svg.to_owned(),
            ratio: 3.0,
            width: 1.0,
            alt: "a".to_owned(),
            caption: "Carte".to_owned(),
        };
        plain("picture", vec![Block::Picture(picture)])
    };
    let PdfError::Picture { caption, detail } = refused(&with_picture("<svg><rect></svg>")) else {
        panic!("a picture");
    };
    assert_eq!(caption, "Carte");
    assert!(!detail.is_empty());
    // A drawing that names a file gets none.
    let link = r#"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 3" width="9" height="3"><image href="/etc/passwd" width="9" height="3"/></svg>"#;
    assert!(matches!(refused(&with_picture(link)), PdfError::Pages(_)));
}
