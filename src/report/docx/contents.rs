//! The list of the parts of a long text: a field whose entries lead to their headings.
//!
//! Pages are known to whoever sets the text: each entry asks for its own, and shows what
//! [`pages`](crate::report::docx::pages) counts until that is updated.

use crate::i18n::Catalog;
use crate::report::docx::paragraph::{
    Ask, Set, bookmark, field, field_begins, field_ends, paragraph, run, tab,
};
use crate::report::docx::xml::Xml;
use crate::report::paper::Block;
use std::collections::BTreeMap;

/// Entries of a list that has sections beneath its parts, at most.
const MOST: usize = 24;

/// A heading of the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Entry<'a> {
    /// From 1, in the order of the text.
    pub number: u32,
    /// 1, 2 or 3.
    pub level: u8,
    pub text: &'a str,
}

impl Entry<'_> {
    pub fn bookmark(&self) -> String {
        bookmark(self.number)
    }
}

/// The headings of a text.
pub fn entries(blocks: &[Block]) -> Vec<Entry<'_>> {
    let headings = blocks.iter().filter_map(|block| match block {
        Block::Heading { level, text } => Some(((*level).clamp(1, 3), text.as_str())),
        _ => None,
    });
    (1..).zip(headings).map(|(number, (level, text))| Entry { number, level, text }).collect()
}

/// The list, in the frame by which Word offers to update it; `pages` has those of the bookmarks.
pub fn contents(
    xml: &mut Xml,
    entries: &[Entry<'_>],
    (page, pages): (bool, &BTreeMap<String, u32>),
    catalog: &Catalog,
) {
    let sections = entries.iter().filter(|entry| entry.level <= 2).count() <= MOST;
    let (deepest, instruction) = if sections {
        (2, " TOC \\o \"1-2\" \\h \\z \\u ")
    } else {
        (1, " TOC \\o \"1-1\" \\h \\z \\u ")
    };
    let shown: Vec<&Entry<'_>> = entries.iter().filter(|entry| entry.level <= deepest).collect();
    xml.wrap("w:sdt", &[], |xml| {
        xml.wrap("w:sdtPr", &[], |xml| {
            xml.wrap("w:docPartObj", &[], |xml| {
                xml.value("w:docPartGallery", "Table of Contents");
                xml.leaf("w:docPartUnique", &[]);
            });
        });
        xml.wrap("w:sdtContent", &[], |xml| {
            paragraph(xml, Set { page, ..Set::style("TOCHeading") }, |xml| {
                run(xml, None, &catalog.text("docx-contents"));
            });
            for (at, entry) in shown.iter().enumerate() {
                let style = if entry.level == 1 { "TOC1" } else { "TOC2" };
                paragraph(xml, Set::style(style), |xml| {
                    if at == 0 {
                        field_begins(xml, None, Ask::Own(instruction));
                    }
                    let to = [("w:anchor", entry.bookmark()), ("w:history", "1".to_owned())];
                    let to = to.each_ref().map(|(name, value)| (*name, value.as_str()));
                    let on = pages.get(&entry.bookmark()).map(u32::to_string);
                    xml.wrap("w:hyperlink", &to, |xml| {
                        run(xml, None, entry.text);
                        if let Some(on) = on {
                            tab(xml);
                            field(xml, None, Ask::PageOf(entry.number), &on);
                        }
                    });
                    if at + 1 == shown.len() {
                        field_ends(xml, None);
                    }
                });
            }
        });
    });
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Language;

    fn heading(level: u8, text: &str) -> Block {
        Block::Heading { level, text: text.into() }
    }

    #[test]
    fn headings_are_numbered_in_order() {
        let blocks = [heading(0, "a"), Block::PageBreak, heading(2, "b"), heading(9, "c")];
        let found: Vec<_> = entries(&blocks).iter().map(|e| (e.number, e.level, e.text)).collect();
        assert_eq!(found, [(1, 1, "a"), (2, 2, "b"), (3, 3, "c")]);
    }

    #[test]
    fn a_list_that_is_too_long_is_of_parts_alone() {
        let catalog = Catalog::new(Language::French).unwrap();
        let check = |sections: usize, expect: usize| {
            let mut blocks = vec![heading(1, "Partie"), heading(3, "Détail")];
            blocks.extend((0..sections).map(|_| heading(2, "Section")));
            let mut xml = Xml::default();
            let entries = entries(&blocks);
            let pages = entries.iter().map(|one| (one.bookmark(), one.number + 1)).collect();
            contents(&mut xml, &entries, (false, &pages), &catalog);
            let text = String::from_utf8(xml.into_bytes()).unwrap();
            assert_eq!(text.matches("<w:hyperlink").count(), expect, "{sections} sections");
            // A field around the list, and one for each page.
            assert_eq!(text.matches("w:fldChar ").count(), 3 + 3 * expect, "{sections} sections");
            let first = "PAGEREF _Toc100000001 \\h </w:instrText></w:r><w:r><w:fldChar \
                         w:fldCharType=\"separate\"/></w:r><w:r><w:t xml:space=\"preserve\">2<";
            assert!(text.contains(first), "{text}");
        };
        check(0, 1);
        check(MOST - 1, MOST);
        check(MOST, 1);
    }
}
