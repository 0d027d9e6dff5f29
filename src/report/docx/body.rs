//! The text itself: blocks in the order of reading, tables and pictures numbered as they come.

use crate::i18n::Catalog;
use crate::model::Language;
use crate::report::docx::contents::{Entry, contents, entries};
use crate::report::docx::media::{Image, Placed};
use crate::report::docx::paragraph::{Ask, Set, field, inlines, paragraph, run};
use crate::report::docx::relations::Relation;
use crate::report::docx::xml::Xml;
use crate::report::docx::{frame, table};
use crate::report::paper::{Block, Grid, Inline, Kind, Paper, Picture, Tone};
use std::collections::BTreeMap;

/// A picture that is ready to be placed, and its width and height on the page.
pub type Ready = (Image, [u32; 2]);

/// Parts of a text that are listed before it, at least.
pub const LISTED: usize = 5;

/// Items of a list that is never cut.
const SHORT: usize = 6;

/// Whether a document is long enough to be found one's way in: a list of parts would take the
/// place of what a sheet of one or two pages has to say.
const fn has_contents(kind: Kind) -> bool {
    match kind {
        Kind::Note
        | Kind::Programmes
        | Kind::Body
        | Kind::Company
        | Kind::Method
        | Kind::Plan
        | Kind::Evaluation
        | Kind::Workshop => true,
        Kind::Occupation | Kind::Sector | Kind::Respondent | Kind::Bulletin => false,
    }
}

/// What of the text is written, and what was counted so far.
struct Body<'a> {
    xml: &'a mut Xml,
    catalog: &'a Catalog,
    language: Language,
    headings: std::vec::IntoIter<Entry<'a>>,
    pictures: std::slice::Iter<'a, Ready>,
    /// The next paragraph begins a page.
    page: bool,
    /// What is written is the last of its page, and another page follows.
    ends: bool,
    tables: u32,
    figures: u32,
}

/// Whether its parts are listed before the text.
pub fn is_listed(paper: &Paper) -> bool {
    let parts = entries(&paper.blocks).iter().filter(|heading| heading.level == 1).count();
    parts >= LISTED && has_contents(paper.kind)
}

/// The main part: the whole text, then the pages it is set on. `pages` has those of the bookmarks,
/// where they are known.
pub fn body(
    paper: &Paper,
    (logo, pictures): (Option<&Image>, &[Ready]),
    pages: &BTreeMap<String, u32>,
    catalog: &Catalog,
) -> Vec<u8> {
    let headings = entries(&paper.blocks);
    let mut listed = is_listed(paper).then(|| headings.clone());
    let mut xml = Xml::part();
    xml.wrap("w:document", &frame::SPACES, |xml| {
        xml.wrap("w:body", &[], |xml| {
            let mut body = Body {
                xml: &mut *xml,
                catalog,
                language: paper.language,
                headings: headings.into_iter(),
                pictures: pictures.iter(),
                page: false,
                ends: false,
                tables: 0,
                figures: 0,
            };
            body.title(paper, logo);
            for (at, block) in paper.blocks.iter().enumerate() {
                if let Block::Heading { .. } = block
                    && let Some(entries) = listed.take()
                {
                    let page = std::mem::take(&mut body.page);
                    contents(body.xml, &entries, (page, pages), catalog);
                }
                let next = paper.blocks.get(at + 1);
                body.ends = matches!(next, Some(Block::PageBreak)) && at + 2 < paper.blocks.len();
                body.block(block, next);
            }
            frame::section(xml, titled(paper), headed(paper), paper.kind.is_sheet());
        });
    });
    xml.into_bytes()
}

/// Whether the first page begins with a title, and goes without a header.
fn titled(paper: &Paper) -> bool {
    !paper.title.trim().is_empty()
}

/// Whether a header has something to say.
pub fn headed(paper: &Paper) -> bool {
    !paper.look.organisation.trim().is_empty() || paper.look.logo.is_some()
}

impl Body<'_> {
    /// A paragraph of the text, first of its page where a break was asked for.
    fn paragraph(&mut self, set: Set, inside: impl FnOnce(&mut Xml)) {
        let page = std::mem::take(&mut self.page);
        paragraph(self.xml, Set { page: page || set.page, ..set }, inside);
    }

    fn title(&mut self, paper: &Paper, logo: Option<&Image>) {
        if !titled(paper) {
            return;
        }
        if headed(paper) {
            frame::publisher(self.xml, paper, logo, true);
        }
        self.paragraph(Set::style("Title"), |xml| run(xml, None, &paper.title));
        if !paper.subtitle.trim().is_empty() {
            self.paragraph(Set::style("Subtitle"), |xml| run(xml, None, &paper.subtitle));
        }
    }

    fn block(&mut self, block: &Block, next: Option<&Block>) {
        match block {
            Block::Heading { .. } => self.heading(),
            Block::Text(words) => {
                // « …, par exemple : » stays with its list, what announces a table with it.
                let leads = matches!(next, Some(Block::List(_) | Block::Table(_)));
                let set = Set { keep_next: leads.then_some(true), ..Set::style("Normal") };
                self.words(set, words);
            }
            Block::Lead(words) => self.words(Set::style("Lead"), words),
            Block::Small(words) => {
                // Notes in a row are one list.
                let follows = matches!(next, Some(Block::Small(_)));
                let set = Set { after: follows.then_some(20), ..Set::style("Note") };
                self.words(set, words);
            }
            Block::List(items) => self.list(items),
            Block::Facts(facts) => {
                if std::mem::take(&mut self.page) {
                    let set = Set { page: true, ..Set::style("TableEnd") };
                    paragraph(self.xml, set, |_| {});
                }
                table::facts(self.xml, facts);
            }
            Block::Callout { tone, title, words } => self.callout(*tone, title, words, next),
            Block::Table(grid) => self.table(grid),
            Block::Picture(picture) => {
                self.picture(picture, matches!(next, Some(Block::Small(_))));
            }
            Block::PageBreak => self.page = true,
        }
    }

    fn words(&mut self, set: Set, words: &[Inline]) {
        self.paragraph(set, |xml| inlines(xml, words, "FigureMark"));
    }

    fn heading(&mut self) {
        let Some(entry) = self.headings.next() else { return };
        let style = match entry.level {
            1 => "Heading1",
            2 => "Heading2",
            _ => "Heading3",
        };
        // At the top of a page, no space above.
        let before = self.page.then_some(0);
        self.paragraph(Set { before, ..Set::style(style) }, |xml| {
            let id = entry.number.to_string();
            xml.leaf("w:bookmarkStart", &[("w:id", &id), ("w:name", &entry.bookmark())]);
            run(xml, None, entry.text);
            xml.leaf("w:bookmarkEnd", &[("w:id", &id)]);
        });
    }

    fn list(&mut self, items: &[Vec<Inline>]) {
        for (at, words) in items.iter().enumerate() {
            let last = at + 1 == items.len();
            // No item is alone above or beneath a cut; a short list is not cut.
            let kept = !last && (items.len() <= SHORT || at == 0 || at + 2 == items.len());
            let set = Set {
                keep_next: kept.then_some(true),
                after: last.then_some(160),
                ..Set::style("ListBullet")
            };
            self.words(set, words);
        }
    }

    /// A box of its own, also where another of its kind follows.
    fn callout(&mut self, tone: Tone, title: &str, words: &[Inline], next: Option<&Block>) {
        let (head, text) = match tone {
            Tone::Advice => ("AdviceTitle", "Advice"),
            Tone::Limit => ("LimitTitle", "Limit"),
        };
        let untitled = title.trim().is_empty();
        if !untitled {
            self.paragraph(Set::style(head), |xml| run(xml, None, title));
        }
        let apart = matches!(next, Some(Block::Callout { tone: other, .. }) if *other == tone);
        let (before, after) = (untitled.then_some(260), apart.then_some(0));
        self.words(Set { before, after, ..Set::style(text) }, words);
        if apart {
            self.paragraph(Set::style("TableEnd"), |_| {});
        }
    }

    /// « Tableau 3 : Métiers en tension », its number a field that Word counts again.
    fn caption(&mut self, set: Set, label: &str, instruction: &'static str, number: u32, of: &str) {
        let colon = self.catalog.text("colon");
        self.paragraph(set, |xml| {
            run(xml, Some("Label"), &format!("{label}\u{a0}"));
            field(xml, Some("Label"), Ask::Own(instruction), &number.to_string());
            run(xml, Some("Label"), &colon);
            run(xml, None, of);
        });
    }

    fn table(&mut self, grid: &Grid) {
        if grid.caption.trim().is_empty() {
            // Two tables in a row would be one.
            self.paragraph(Set::style("TableEnd").keeping(true), |_| {});
        } else {
            self.tables += 1;
            let instruction = match self.language {
                Language::French => " SEQ Tableau \\* ARABIC ",
                Language::English => " SEQ Table \\* ARABIC ",
            };
            let label = self.catalog.text("docx-table");
            self.caption(Set::style("Caption"), &label, instruction, self.tables, &grid.caption);
        }
        table::grid(self.xml, grid, self.catalog);
        if grid.note.is_empty() {
            // The paragraph that begins the next page parts the two: none is left alone on a page
            // that is full.
            if !self.ends {
                self.paragraph(Set::style("TableEnd"), |_| {});
            }
        } else {
            self.words(Set::style("Note"), &grid.note);
        }
    }

    /// A picture and, beneath it, its caption: never on two pages, nor away from a note that follows.
    fn picture(&mut self, picture: &Picture, noted: bool) {
        let Some((_, size)) = self.pictures.next() else { return };
        self.figures += 1;
        let number = self.figures;
        let label = self.catalog.text("docx-figure");
        let captioned = !picture.caption.trim().is_empty();
        let relation = Relation::Picture(usize::try_from(number).unwrap_or(usize::MAX)).id();
        self.paragraph(Set::style("Picture").keeping(captioned || noted), |xml| {
            let placed = Placed {
                relation: &relation,
                // The logo has the first two.
                id: number + 2,
                name: &format!("{label} {number}"),
                alt: &picture.alt,
                size: *size,
            };
            placed.write(xml);
        });
        if captioned {
            let set = Set {
                keep_next: Some(noted),
                before: Some(0),
                after: Some(if noted { 40 } else { 240 }),
                ..Set::style("Caption")
            };
            self.caption(set, &label, " SEQ Figure \\* ARABIC ", number, &picture.caption);
        }
    }
}
