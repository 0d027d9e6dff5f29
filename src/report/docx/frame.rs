//! What stands around the text of each page: who publishes, what it is, which page.

use crate::format;
use crate::i18n::Catalog;
use crate::report::docx::media::{Image, Placed};
use crate::report::docx::page::{EDGES, MARGIN, PAPER, SHEET_MARGIN};
use crate::report::docx::paragraph::{Ask, Set, field, paragraph, run, tab};
use crate::report::docx::relations::Relation;
use crate::report::docx::xml::Xml;
use crate::report::paper::Paper;

/// Namespaces of a part that holds text.
pub const SPACES: [(&str, &str); 3] = [
    ("xmlns:w", "http://schemas.openxmlformats.org/wordprocessingml/2006/main"),
    ("xmlns:r", "http://schemas.openxmlformats.org/officeDocument/2006/relationships"),
    ("xmlns:wp", "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"),
];

/// Largest logo above a title and in a header.
const MASTHEAD: [u32; 2] = [3_400, 850];
const HEADER: [u32; 2] = [1_700, 340];
/// Letters of a title in a footer: the line holds the date and the page too.
const TITLE: usize = 78;

/// What stands for a field while a sentence is made: characters that no text holds.
const PAGE: char = '\u{e000}';
const PAGES: char = '\u{e001}';

/// Who publishes, and its logo at the other end of the line.
pub fn publisher(xml: &mut Xml, paper: &Paper, logo: Option<&Image>, masthead: bool) {
    let (style, [width, height]) =
        if masthead { ("Masthead", MASTHEAD) } else { ("Header", HEADER) };
    paragraph(xml, Set::style(style), |xml| {
        run(xml, None, &paper.look.organisation);
        if let (Some(image), Some((_, alt))) = (logo, &paper.look.logo) {
            tab(xml);
            let placed = Placed {
                relation: Relation::LOGO,
                id: if masthead { 1 } else { 2 },
                name: "Logo",
                alt,
                size: image.within(width, height),
            };
            placed.write(xml);
        }
    });
}

/// The header of every page but the first.
pub fn header(paper: &Paper, logo: Option<&Image>) -> Vec<u8> {
    let mut xml = Xml::part();
    xml.wrap("w:hdr", &SPACES, |xml| publisher(xml, paper, logo, false));
    xml.into_bytes()
}

/// « Note de diagnostic · 01/03/2026 », « page 2 / 7 ».
pub fn footer(paper: &Paper, catalog: &Catalog) -> Vec<u8> {
    let date = format::date(paper.as_of, catalog.language());
    let left = if paper.title.trim().is_empty() {
        date
    } else {
        format!("{} · {date}", shortened(&paper.title))
    };
    let (page, pages) = (PAGE.to_string(), PAGES.to_string());
    let right = catalog.with("docx-page", &[("page", (&page).into()), ("pages", (&pages).into())]);
    let mut xml = Xml::part();
    xml.wrap("w:ftr", &SPACES, |xml| {
        paragraph(xml, Set::style("Footer"), |xml| {
            run(xml, None, &left);
            tab(xml);
            for part in right.split_inclusive([PAGE, PAGES]) {
                run(xml, None, part.trim_end_matches([PAGE, PAGES]));
                if part.ends_with(PAGE) {
                    field(xml, None, Ask::Own(" PAGE "), "1");
                } else if part.ends_with(PAGES) {
                    field(xml, None, Ask::Own(" NUMPAGES "), "1");
                }
            }
        });
    });
    xml.into_bytes()
}

/// A title as a line of a footer holds it.
fn shortened(title: &str) -> String {
    if title.chars().count() <= TITLE {
        return title.to_owned();
    }
    let head: String = title.chars().take(TITLE).collect();
    let head = head.rsplit_once(' ').map_or(head.as_str(), |(head, _)| head);
    format!("{}…", head.trim_end())
}

/// Size and margins of the pages, and what stands around their text.
pub fn section(xml: &mut Xml, titled: bool, headed: bool, sheet: bool) {
    xml.wrap("w:sectPr", &[], |xml| {
        if headed {
            let id = Relation::Header.id();
            xml.leaf("w:headerReference", &[("w:type", "default"), ("r:id", &id)]);
        }
        for (kind, relation) in [("default", Relation::Footer), ("first", Relation::FirstFooter)] {
            xml.leaf("w:footerReference", &[("w:type", kind), ("r:id", &relation.id())]);
        }
        let [width, height] = PAPER.map(|side| side.to_string());
        xml.leaf("w:pgSz", &[("w:w", &width), ("w:h", &height)]);
        let edges = EDGES.map(|edge| edge.to_string());
        let aside = MARGIN.to_string();
        let over = if sheet { SHEET_MARGIN } else { MARGIN }.to_string();
        let (aside, over) = (aside.as_str(), over.as_str());
        let sides = [("w:top", over), ("w:right", aside), ("w:bottom", over), ("w:left", aside)];
        let [above, below] = edges.each_ref().map(String::as_str);
        let others = [("w:header", above), ("w:footer", below), ("w:gutter", "0")];
        xml.leaf("w:pgMar", &[sides.as_slice(), &others].concat());
        if titled {
            xml.leaf("w:titlePg", &[]);
        }
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_fits_in_a_line() {
        let check = |title: &str, expect: &str| assert_eq!(shortened(title), expect);
        check("Note de diagnostic", "Note de diagnostic");
        let long = format!("{} et la suite de ce titre", "a".repeat(70));
        check(&long, &format!("{} et la…", "a".repeat(70)));
        check(&"b".repeat(90), &format!("{}…", "b".repeat(78)));
    }
}
