//! Words of the user in a document: paragraphs and lists, with figures cited by their short name.
//!
//! `{K7Q2XA-9F}` is replaced by what its cell shows now, so that a text never holds a stale number.
//! A name that is no figure of the document is shown as it was written, with a question mark, and is
//! told before anything is exported.

use crate::model::papers::{Choices, Papers, Part};
use crate::report::citation::{Index, Mark};
use crate::report::document::Cell;
use crate::report::paper::cite::{self, Citing, push};
use crate::report::paper::{Block, Inline, Kind};
use std::cell::OnceCell;

/// A name of a figure in a text of the user that is none of the document.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Broken {
    pub kind: Kind,
    /// `introduction` or `conclusions`.
    pub part: &'static str,
    /// As written, without its braces.
    pub written: String,
}

/// The texts of a document about a subject, by section.
pub fn texts<'c>(choices: &'c Choices, subject: Option<&str>) -> [(&'static str, &'c str); 2] {
    Part::ALL.map(|part| (part.id(), choices.text(part, subject)))
}

/// Paragraphs apart by an empty line; lines that begin with a dash are a list.
pub fn blocks(text: &str, citing: &Citing<'_>) -> Vec<Block> {
    let names = Names::new(*citing);
    let mut out = Vec::new();
    let mut paragraph: Vec<&str> = Vec::new();
    let mut items: Vec<&str> = Vec::new();
    let flush = |paragraph: &mut Vec<&str>, items: &mut Vec<&str>, out: &mut Vec<Block>| {
        if !paragraph.is_empty() {
            out.push(Block::Text(inlines(&paragraph.join(" "), &names)));
            paragraph.clear();
        }
        if !items.is_empty() {
            out.push(Block::List(items.iter().map(|item| inlines(item, &names)).collect()));
            items.clear();
        }
    };
    for line in text.lines().map(str::trim) {
        let item = ["- ", "– ", "• ", "* "].iter().find_map(|dash| line.strip_prefix(dash));
        match item {
            Some(item) => {
                if !paragraph.is_empty() {
                    flush(&mut paragraph, &mut items, &mut out);
                }
                items.push(item.trim());
            }
            None if line.is_empty() => flush(&mut paragraph, &mut items, &mut out),
            None => {
                if !items.is_empty() {
                    flush(&mut paragraph, &mut items, &mut out);
                }
                paragraph.push(line);
            }
        }
    }
    flush(&mut paragraph, &mut items, &mut out);
    out
}

/// What a text is made of: words, and what stands in braces.
enum Piece<'t> {
    Words(&'t str),
    Named(&'t str),
}

fn pieces(text: &str) -> Vec<Piece<'_>> {
    let mut out = Vec::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('{') {
        let Some((named, after)) = after.split_once('}') else { break };
        out.push(Piece::Words(before));
        out.push(Piece::Named(named));
        rest = after;
    }
    out.push(Piece::Words(rest));
    out
}

/// The figures of a document by their names, sorted once, and only where a text names one.
struct Names<'a> {
    citing: Citing<'a>,
    index: OnceCell<Index<'a>>,
}

impl<'a> Names<'a> {
    const fn new(citing: Citing<'a>) -> Self {
        Self { citing, index: OnceCell::new() }
    }

    /// The figure of a short name; `None` where no cell bears it, or it names a whole row.
    fn cited(&self, written: &str) -> Option<Inline> {
        let Ok(mark @ Mark::Figure(_)) = written.parse::<Mark>() else { return None };
        let index = self.index.get_or_init(|| Index::new(self.citing.document));
        let place = index.places(mark).into_iter().next()?;
        let table = place.table;
        let (row, column) = (table.rows.get(place.row)?, table.columns.get(place.column)?);
        let cell: &Cell = row.cells.get(place.column)?;
        cite::figure(cell, (table.id, &row.key, column.id), self.citing.catalog)
    }
}

fn inlines(text: &str, names: &Names<'_>) -> Vec<Inline> {
    let mut out = Vec::new();
    for piece in pieces(text) {
        let inline = match piece {
            Piece::Words(words) => Inline::Words(words.to_owned()),
            Piece::Named(written) => names
                .cited(written)
                .unwrap_or_else(|| Inline::Strong(format!("{{{written}}}\u{a0}(?)"))),
        };
        push(&mut out, inline);
    }
    out
}

/// The names in texts of a document about a subject that are no figure of what it cites.
pub fn broken(
    papers: &Papers,
    (kind, subject): (Kind, Option<&str>),
    citing: &Citing<'_>,
) -> Vec<Broken> {
    let Some(choices) = papers.of(kind.id()) else { return Vec::new() };
    let names = Names::new(*citing);
    let mut found = Vec::new();
    for (part, text) in texts(choices, subject) {
        for piece in pieces(text) {
            if let Piece::Named(written) = piece
                && names.cited(written).is_none()
            {
                found.push(Broken { kind, part, written: written.to_owned() });
            }
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::Catalog;
    use crate::model::Language;
    use crate::report::citation::FigureId;
    use crate::report::document::{Column, Document, Row, Shown, Table};

    fn document() -> Document {
        let column = |id| Column { id, title: id.to_owned(), width: 8, shown: Shown::Everywhere };
        let cells = vec![Cell::Whole(1_240), Cell::text("un nom")];
        Document {
            title: String::new(),
            subtitle: String::new(),
            as_of: "2026-03-02".parse().unwrap(),
            cover: Vec::new(),
            tables: vec![Table {
                id: "t",
                title: String::new(),
                about: String::new(),
                columns: vec![column("a"), column("b")],
                rows: vec![Row::new("k", None, cells)],
                chart: None,
            }],
        }
    }

    fn papers(introduction: &str) -> Papers {
        let choices = Choices { introduction: introduction.to_owned(), ..Choices::default() };
        let mut papers = Papers::default();
        papers.decide("note", choices);
        papers
    }

    fn check(text: &str, expect: &[&str], wrong: &[&str]) {
        let (document, catalog) = (document(), Catalog::new(Language::French).unwrap());
        let citing = Citing { document: &document, catalog: &catalog };
        let written: Vec<String> = blocks(text, &citing)
            .iter()
            .map(|block| match block {
                Block::Text(words) => crate::report::paper::text(words),
                Block::List(items) => {
                    let items: Vec<String> =
                        items.iter().map(|item| crate::report::paper::text(item)).collect();
                    format!("• {}", items.join(" • "))
                }
                other => panic!("{other:?}"),
            })
            .collect();
        assert_eq!(written, expect, "{text}");
        let found = broken(&papers(text), (Kind::Note, None), &citing);
        let found: Vec<&str> = found.iter().map(|one| one.written.as_str()).collect();
        assert_eq!(found, wrong, "{text}");
    }

    #[test]
    fn paragraphs_lists_and_figures() {
        let id = FigureId::of("t", "k", "a");
        let name = FigureId::of("t", "k", "b");
        let row = id.row;
        check("", &[], &[]);
        check("Un\ndeux\n\n\ntrois", &["Un deux", "trois"], &[]);
        check("Voici :\n- un\n- deux\nfin", &["Voici :", "• un • deux", "fin"], &[]);
        check(&format!("Soit {{{id}}} projets."), &["Soit 1\u{202f}240 projets."], &[]);
        check(&format!("- {{{name}}}"), &["• un nom"], &[]);
        let lower = id.to_string().to_lowercase();
        check(&format!("{{{lower}}}"), &["1\u{202f}240"], &[]);
        check("{000000-00} ici", &["{000000-00}\u{a0}(?) ici"], &["000000-00"]);
        let whole_row = row.to_string();
        check(&format!("{{{row}}}"), &[&format!("{{{row}}}\u{a0}(?)")], &[whole_row.as_str()]);
        check("{note} et { ouvert", &["{note}\u{a0}(?) et { ouvert"], &["note"]);
    }

    #[test]
    fn only_the_kinds_asked_for_are_looked_at() {
        let (document, catalog) = (document(), Catalog::new(Language::French).unwrap());
        let citing = Citing { document: &document, catalog: &catalog };
        assert!(broken(&papers("{000000-00}"), (Kind::Bulletin, None), &citing).is_empty());
    }
}
