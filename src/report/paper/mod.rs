//! A document to be read from its first page to its last: what Word, PDF and the preview show.
//!
//! Its figures are cells of the [`Document`](crate::report::document::Document), cited by their
//! short name: a text cannot say another number than the tables, and what is hidden there is
//! hidden here.

mod body;
mod bulletin;
pub mod cite;
mod company;
mod evaluation;
pub mod look;
pub mod make;
pub mod matter;
mod method;
mod note;
mod occupation;
pub mod own;
mod parts;
mod pictures;
mod plan;
mod programmes;
mod respondent;
mod sector;
pub mod template;
mod typography;
mod verdict;
mod workshop;

pub use look::Look;

use crate::model::{Date, Language};
use crate::report::citation::{FigureId, RowMark};
use std::collections::BTreeSet;

/// A whole text, in the order of reading.
#[derive(Clone, Debug, PartialEq)]
pub struct Paper {
    pub kind: Kind,
    /// Stem of the file's name: letters, digits and `_`; nothing of a respondent.
    pub name: String,
    pub title: String,
    pub subtitle: String,
    pub language: Language,
    /// Date of the analysis, given by the caller: the only date in a file.
    pub as_of: Date,
    pub look: Look,
    pub blocks: Vec<Block>,
}

/// The documents that Bassin writes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// What is tense in a territory, how surely and why.
    Note,
    /// One occupation, one page.
    Occupation,
    /// One sector of activity.
    Sector,
    /// Continuing-education programmes proposed to those who fund them.
    Programmes,
    /// Gaps between needs and the offer of a training body.
    Body,
    /// What the basin says of the occupations of a company.
    Company,
    /// Where a respondent of the survey stands among its like.
    Respondent,
    /// What changed since the last edition.
    Bulletin,
    /// Formulas, parameters and sources.
    Method,
    /// The plan of action of the territory, a page for each action.
    Plan,
    /// What of the plan was done, and what changed meanwhile.
    Evaluation,
    /// What was said in a seminar, grouped.
    Workshop,
}

impl Kind {
    pub const ALL: [Self; 12] = [
        Self::Note,
        Self::Occupation,
        Self::Sector,
        Self::Programmes,
        Self::Body,
        Self::Company,
        Self::Respondent,
        Self::Bulletin,
        Self::Method,
        Self::Plan,
        Self::Evaluation,
        Self::Workshop,
    ];

    /// As on the command line and in projects; key of its words: `paper-…`.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Note => "note",
            Self::Occupation => "occupation",
            Self::Sector => "sector",
            Self::Programmes => "programmes",
            Self::Body => "body",
            Self::Company => "company",
            Self::Respondent => "respondent",
            Self::Bulletin => "bulletin",
            Self::Method => "method",
            Self::Plan => "plan",
            Self::Evaluation => "evaluation",
            Self::Workshop => "workshop",
        }
    }

    /// Whether it is handed over on a page or two, or page by page: set closer than what is read
    /// from first to last.
    pub const fn is_sheet(self) -> bool {
        match self {
            Self::Occupation
            | Self::Sector
            | Self::Programmes
            | Self::Company
            | Self::Respondent
            | Self::Bulletin
            | Self::Plan => true,
            Self::Note | Self::Body | Self::Method | Self::Evaluation | Self::Workshop => false,
        }
    }

    /// Pages that it is meant to stay on, where it is.
    pub const fn most_pages(self) -> Option<usize> {
        match self {
            Self::Occupation => Some(1),
            Self::Bulletin => Some(2),
            _ => None,
        }
    }

    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.id() == id)
    }
}

#[derive(Clone, Debug, PartialEq)]
pub enum Block {
    /// 1: part, 2: section, 3: sub-section. Never last on a page.
    Heading {
        level: u8,
        text: String,
    },
    /// Body text.
    Text(Vec<Inline>),
    /// The sentence to be read if only one is.
    Lead(Vec<Inline>),
    /// What surrounds the matter: bases, sources, legends.
    Small(Vec<Inline>),
    List(Vec<Vec<Inline>>),
    /// At most four figures seen before the text.
    Facts(Vec<Fact>),
    /// Set apart: what a reader must not miss.
    Callout {
        tone: Tone,
        title: String,
        words: Vec<Inline>,
    },
    Table(Grid),
    Picture(Picture),
    PageBreak,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    /// What to do.
    Advice,
    /// What cannot be said, or not surely.
    Limit,
}

/// A figure in large type above what it is.
#[derive(Clone, Debug, PartialEq)]
pub struct Fact {
    pub figure: Inline,
    pub label: String,
    /// Base, interval, year.
    pub beneath: Vec<Inline>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Inline {
    /// No figure in it: years, codes and thresholds of the method at most.
    Words(String),
    Strong(String),
    /// A figure of the document as it reads there, and its short name, printed small.
    Figure {
        shown: String,
        id: FigureId,
    },
}

/// A table of a page: its header is repeated where it is cut, between rows only.
#[derive(Clone, Debug, PartialEq)]
pub struct Grid {
    /// Above it, numbered by the exporter.
    pub caption: String,
    pub columns: Vec<GridColumn>,
    pub rows: Vec<GridRow>,
    /// Beneath it: how it reads, its source.
    pub note: Vec<Inline>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct GridColumn {
    pub title: String,
    /// Part of the width, against the other columns.
    pub weight: f32,
    /// Set to the right: numbers.
    pub number: bool,
}

#[derive(Clone, Debug, PartialEq)]
pub struct GridRow {
    /// Printed small at the end of the row, instead of a name at each figure.
    pub mark: Option<RowMark>,
    /// One per column; figures in it are printed without their own names.
    pub cells: Vec<Vec<Inline>>,
    /// A total, a group: in bold.
    pub strong: bool,
    /// Room is left in it to write and sign by hand.
    pub tall: bool,
}

/// A chart or a map, with title, source, base and date inside it.
#[derive(Clone, Debug, PartialEq)]
pub struct Picture {
    /// A drawing of ours: shapes and texts in the family « sans-serif » alone.
    pub svg: String,
    /// Width over height.
    pub ratio: f32,
    /// Part of the width of the text, 0–1.
    pub width: f32,
    /// What it shows, for those who do not see it.
    pub alt: String,
    pub caption: String,
}

impl Paper {
    /// The short names of its figures.
    pub fn figures(&self) -> BTreeSet<FigureId> {
        let mut runs: Vec<&[Inline]> = Vec::new();
        for block in &self.blocks {
            match block {
                Block::Text(words)
                | Block::Lead(words)
                | Block::Small(words)
                | Block::Callout { words, .. } => runs.push(words),
                Block::List(items) => runs.extend(items.iter().map(Vec::as_slice)),
                Block::Facts(facts) => runs.extend(facts.iter().flat_map(|fact| {
                    [std::slice::from_ref(&fact.figure), fact.beneath.as_slice()]
                })),
                Block::Table(grid) => {
                    runs.extend(grid.rows.iter().flat_map(|row| &row.cells).map(Vec::as_slice));
                    runs.push(&grid.note);
                }
                Block::Heading { .. } | Block::Picture(_) | Block::PageBreak => {}
            }
        }
        let figures = runs.into_iter().flatten().filter_map(|inline| match inline {
            Inline::Figure { id, .. } => Some(*id),
            Inline::Words(_) | Inline::Strong(_) => None,
        });
        figures.collect()
    }
}

impl GridRow {
    /// The name of a group above its rows: it goes across all columns.
    pub fn is_group(&self) -> bool {
        match self.cells.split_first() {
            Some((first, rest)) => {
                self.strong
                    && !rest.is_empty()
                    && !first.is_empty()
                    && rest.iter().all(Vec::is_empty)
            }
            None => false,
        }
    }
}

impl Inline {
    /// As it reads, without its short name.
    pub fn shown(&self) -> &str {
        match self {
            Self::Words(text) | Self::Strong(text) | Self::Figure { shown: text, .. } => text,
        }
    }
}

/// As it reads.
pub fn text(words: &[Inline]) -> String {
    words.iter().map(Inline::shown).collect()
}
