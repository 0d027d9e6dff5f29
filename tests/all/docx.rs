//! A paper with each kind of block as a Word document: what is read in it, in order.

mod rich;

use bassin::i18n::Catalog;
use bassin::model::Language;
use bassin::report::docx::docx;
use bassin::report::paper::{Block, Grid, Inline, Paper};
use quick_xml::events::Event;
use std::io::{Cursor, Read as _};

/// The texts of the paragraphs, in the order of reading, without what fields are made of.
fn paragraphs(bytes: &[u8]) -> Vec<String> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut text = String::new();
    archive.by_name("word/document.xml").unwrap().read_to_string(&mut text).unwrap();
    let mut reader = quick_xml::Reader::from_str(&text);
    let (mut found, mut shown) = (Vec::<String>::new(), false);
    loop {
        match reader.read_event().unwrap() {
            Event::Start(start) if start.name().as_ref() == "w:p" => found.push(String::new()),
            Event::Start(start) => shown = start.name().as_ref() == "w:t",
            Event::End(_) => shown = false,
            Event::Text(text) if shown => found.last_mut().unwrap().push_str(&text),
            Event::GeneralRef(name) if shown => {
                let letter = quick_xml::escape::resolve_predefined_entity(&name).unwrap();
                found.last_mut().unwrap().push_str(letter);
            }
            Event::Eof => break,
            _ => {}
        }
    }
    found.retain(|paragraph| !paragraph.is_empty());
    found
}

/// Words and figures as they are printed: each figure with its name.
fn named(words: &[Inline]) -> String {
    let one = |inline: &Inline| match inline {
        Inline::Figure { shown, id } => format!("{shown}\u{202f}{id}"),
        other => other.shown().to_owned(),
    };
    words.iter().map(one).collect()
}

fn table(grid: &Grid, number: usize) -> Vec<String> {
    let mut expect = vec![format!("Tableau\u{a0}{number}\u{a0}: {}", grid.caption)];
    expect.extend(grid.columns.iter().map(|column| column.title.clone()));
    expect.push("Repère".into());
    for row in &grid.rows {
        expect.extend(row.cells.iter().map(|words| bassin::report::paper::text(words)));
        expect.extend(row.mark.map(|mark| mark.to_string()));
    }
    expect.push(named(&grid.note));
    expect
}

/// What a reader of the paper reads, paragraph after paragraph.
fn expected(paper: &Paper) -> Vec<String> {
    let mut expect =
        vec![paper.look.organisation.clone(), paper.title.clone(), paper.subtitle.clone()];
    let (mut tables, mut figures, mut listed) = (0, 0, false);
    for block in &paper.blocks {
        match block {
            Block::Heading { text, .. } => {
                if !listed {
                    expect.push("Sommaire".into());
                    expect.extend(paper.blocks.iter().filter_map(|block| match block {
                        // With its page, which depends on the letters at hand.
                        Block::Heading { level: 1 | 2, text } => Some(format!("{text}{PAGE}")),
                        _ => None,
                    }));
                    listed = true;
                }
                expect.push(text.clone());
            }
            Block::Text(words) | Block::Lead(words) | Block::Small(words) => {
                expect.push(named(words));
            }
            Block::List(items) => expect.extend(items.iter().map(|words| named(words))),
            Block::Facts(facts) => {
                for fact in facts {
                    let Inline::Figure { shown, id } = &fact.figure else { panic!("{fact:?}") };
                    expect.extend([shown.clone(), fact.label.clone()]);
                    expect.push(format!("{}\u{202f}{id}", named(&fact.beneath)));
                }
            }
            Block::Callout { title, words, .. } => expect.extend([title.clone(), named(words)]),
            Block::Table(grid) => {
                tables += 1;
                expect.extend(table(grid, tables));
            }
            Block::Picture(picture) => {
                figures += 1;
                expect.push(format!("Figure\u{a0}{figures}\u{a0}: {}", picture.caption));
            }
            Block::PageBreak => {}
        }
    }
    expect.retain(|paragraph| !paragraph.is_empty());
    expect
}

/// Stands for the number of a page.
const PAGE: &str = "#page";

/// `BASSIN_PAPERS` names a folder where the documents are left to be looked at.
#[test]
fn a_paper_is_read_from_first_to_last() {
    let catalog = Catalog::new(Language::French).unwrap();
    let kept = std::env::var_os("BASSIN_PAPERS").map(std::path::PathBuf::from);
    for (name, paper) in [("riche", rich::note()), ("fiche", rich::sheet())] {
        let bytes = docx(&paper, &catalog).unwrap();
        assert_eq!(bytes, docx(&paper, &catalog).unwrap(), "{name}: not the same bytes twice");
        if let Some(folder) = &kept {
            std::fs::write(folder.join(format!("{name}.docx")), &bytes).unwrap();
        }
        let expect = expected(&paper);
        assert!(expect.len() > 40, "{name}: {}", expect.len());
        let found = paragraphs(&bytes);
        for (found, expect) in found.iter().zip(&expect) {
            let Some(head) = expect.strip_suffix(PAGE) else {
                assert_eq!(found, expect, "{name}");
                continue;
            };
            let page = found.strip_prefix(head).unwrap_or_default();
            assert!(page.parse::<u8>().is_ok(), "{name}: {found} for {head}");
        }
        assert_eq!(found.len(), expect.len(), "{name}");
    }
}
