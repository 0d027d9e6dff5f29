//! What the template is given: the paper as strings and numbers, ready to be set.

use crate::format;
use crate::i18n::Catalog;
use crate::report::paper::Kind;
use crate::report::paper::{
    Block, Fact, Grid, GridColumn, GridRow, Inline, Paper, Picture, Tone, text,
};
use crate::report::pdf::{columns, letters};
use serde::Serialize;
use std::collections::BTreeSet;

/// Stand for the numbers of pages, which are known once pages are set.
const PAGE: &str = "\u{e000}";
const PAGES: &str = "\u{e001}";
/// Letters of the title in the footer, at most.
const SHORT: usize = 90;
/// Letters of a callout that is not cut by a page, at most.
const WHOLE_WORDS: usize = 1_500;
/// Heights in points of what is not cut by a page, at most: a table, a row.
const WHOLE_TABLE: f64 = 130.0;
const WHOLE_ROW: f64 = 450.0;

/// The paper, as `assets/papers/paper.typ` reads it.
#[derive(Debug, Serialize)]
pub struct Pages {
    /// Letters that the fonts do not have.
    #[serde(skip)]
    pub lost: BTreeSet<char>,
    pub title: String,
    short: String,
    subtitle: String,
    lang: &'static str,
    organisation: String,
    accent: String,
    /// A page or two, or each of its pages, is to hold it: smaller letters, less white.
    dense: bool,
    date: String,
    dated: String,
    /// What the logo shows.
    logo: Option<String>,
    words: Words,
    blocks: Vec<Set>,
}

#[derive(Debug, Serialize)]
struct Words {
    table: String,
    figure: String,
    mark: String,
    page: String,
}

#[derive(Debug, Serialize)]
#[serde(untagged)]
enum Piece {
    Words { words: String },
    Strong { strong: String },
    Figure { shown: String, id: String },
}

/// A block, ready to be set.
#[derive(Debug, Serialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
enum Set {
    /// `depth` skips no level, as readers of structure ask; `level` is how it looks.
    Heading {
        level: u8,
        depth: u8,
        text: String,
    },
    Text {
        words: Vec<Piece>,
    },
    Lead {
        words: Vec<Piece>,
    },
    Small {
        words: Vec<Piece>,
    },
    List {
        items: Vec<Vec<Piece>>,
    },
    Facts {
        facts: Vec<SetFact>,
    },
    Callout {
        tone: &'static str,
        title: String,
        words: Vec<Piece>,
        whole: bool,
    },
    Table(SetTable),
    Picture {
        svg: String,
        ratio: f32,
        width: f32,
        alt: String,
        caption: String,
    },
    PageBreak,
}

#[derive(Debug, Serialize)]
struct SetFact {
    figure: Piece,
    /// In sizes of its letters.
    width: f64,
    label: String,
    beneath: Vec<Piece>,
}

#[derive(Debug, Serialize)]
struct SetTable {
    caption: String,
    size: f64,
    columns: Vec<SetColumn>,
    rows: Vec<SetRow>,
    note: Vec<Piece>,
    /// Rows have short names.
    marked: bool,
    whole: bool,
}

#[derive(Debug, Serialize)]
struct SetColumn {
    title: String,
    width: f64,
    number: bool,
    cut: bool,
}

#[expect(clippy::struct_excessive_bools, reason = "ways of a row, each on or off by itself")]
#[derive(Debug, Serialize)]
struct SetRow {
    mark: String,
    cells: Vec<Vec<Piece>>,
    strong: bool,
    /// Its first cell goes across.
    group: bool,
    tall: bool,
    whole: bool,
}

/// Texts as the fonts can show them, and what they cannot.
struct Setter {
    lost: BTreeSet<char>,
    /// Depth of the last heading.
    depth: u8,
    dense: bool,
    title: String,
}

impl Pages {
    pub fn of(paper: &Paper, catalog: &Catalog) -> Self {
        let mut setter = Setter {
            lost: BTreeSet::new(),
            depth: 0,
            // A programme is a page as well.
            dense: paper.kind.is_sheet() || paper.kind == Kind::Programmes,
            title: String::new(),
        };
        let title = if paper.title.trim().is_empty() { &paper.name } else { &paper.title };
        setter.title = setter.shown(title);
        let date = format::date(paper.as_of, catalog.language());
        let words = Words {
            table: catalog.text("pdf-table"),
            figure: catalog.text("pdf-figure"),
            mark: catalog.text("pdf-mark"),
            page: catalog.with("pdf-page", &[("page", PAGE.into()), ("pages", PAGES.into())]),
        };
        let blocks = paper.blocks.iter().filter_map(|block| setter.block(block)).collect();
        Self {
            short: short(&setter.title),
            subtitle: setter.shown(&paper.subtitle),
            lang: paper.language.tag(),
            organisation: setter.shown(&paper.look.organisation),
            accent: colour(paper.look.ink()),
            dense: setter.dense,
            dated: catalog.with("pdf-dated", &[("date", (&date).into())]),
            date,
            logo: paper.look.logo.as_ref().map(|(_, alt)| {
                let shows = [alt, &paper.look.organisation, &paper.title];
                letters::uncut(&setter.first(&shows.map(String::as_str)))
            }),
            words,
            blocks,
            title: setter.title,
            lost: setter.lost,
        }
    }
}

impl Setter {
    fn shown(&mut self, text: &str) -> String {
        letters::shown(text, &mut self.lost)
    }

    /// The first text that says something.
    fn first(&mut self, texts: &[&str]) -> String {
        let found = texts.iter().find(|text| !text.trim().is_empty());
        found.map_or_else(|| "—".to_owned(), |text| self.shown(text))
    }

    fn inline(&mut self, inline: &Inline) -> Inline {
        match inline {
            Inline::Words(words) => Inline::Words(self.shown(words)),
            Inline::Strong(words) => Inline::Strong(self.shown(words)),
            Inline::Figure { shown, id } => Inline::Figure { shown: self.shown(shown), id: *id },
        }
    }

    fn piece(&mut self, inline: &Inline) -> Piece {
        piece(self.inline(inline))
    }

    fn pieces(&mut self, words: &[Inline]) -> Vec<Piece> {
        words.iter().map(|inline| self.piece(inline)).collect()
    }

    /// `None` for what has nothing to show.
    fn block(&mut self, block: &Block) -> Option<Set> {
        let said = |words: &[Inline]| !text(words).trim().is_empty();
        match block {
            Block::Heading { level, text } => {
                let text = self.shown(text);
                let level = (*level).clamp(1, 3);
                (!text.trim().is_empty()).then(|| {
                    self.depth = level.min(self.depth + 1);
                    Set::Heading { level, depth: self.depth, text }
                })
            }
            Block::Text(words) => said(words).then(|| Set::Text { words: self.pieces(words) }),
            Block::Lead(words) => said(words).then(|| Set::Lead { words: self.pieces(words) }),
            Block::Small(words) => said(words).then(|| Set::Small { words: self.pieces(words) }),
            Block::List(items) => {
                let items: Vec<_> = items.iter().filter(|words| said(words)).collect();
                (!items.is_empty()).then(|| Set::List {
                    items: items.into_iter().map(|words| self.pieces(words)).collect(),
                })
            }
            Block::Facts(facts) => (!facts.is_empty()).then(|| self.facts(facts)),
            Block::Callout { tone, title, words } => Some(Set::Callout {
                tone: match tone {
                    Tone::Advice => "advice",
                    Tone::Limit => "limit",
                },
                title: self.shown(title),
                whole: text(words).chars().count() <= WHOLE_WORDS,
                words: self.pieces(words),
            }),
            Block::Table(grid) => (!grid.columns.is_empty()).then(|| Set::Table(self.table(grid))),
            Block::Picture(picture) => Some(self.picture(picture)),
            Block::PageBreak => Some(Set::PageBreak),
        }
    }

    fn facts(&mut self, facts: &[Fact]) -> Set {
        let facts = facts.iter().map(|fact| {
            let figure = self.piece(&fact.figure);
            let width = letters::width(figure.shown()).max(1.0);
            let (label, beneath) = (self.shown(&fact.label), self.pieces(&fact.beneath));
            SetFact { figure, width, label, beneath }
        });
        Set::Facts { facts: facts.collect() }
    }

    /// Cells as many as columns, whatever the rows hold.
    fn grid(&mut self, grid: &Grid) -> Grid {
        let columns: Vec<GridColumn> = grid
            .columns
            .iter()
            .map(|column| GridColumn { title: self.shown(&column.title), ..*column })
            .collect();
        let mut row = |row: &GridRow| GridRow {
            cells: (0..columns.len())
                .map(|at| row.cells.get(at).map(Vec::as_slice).unwrap_or_default())
                .map(|words| words.iter().map(|inline| self.inline(inline)).collect())
                .collect(),
            ..*row
        };
        let rows = grid.rows.iter().map(&mut row).collect();
        Grid { caption: self.shown(&grid.caption), columns, rows, note: grid.note.clone() }
    }

    fn table(&mut self, grid: &Grid) -> SetTable {
        let marked = grid.rows.iter().any(|row| row.mark.is_some());
        let grid = self.grid(grid);
        let fit = columns::fit(&grid, marked, self.dense);
        let columns = grid
            .columns
            .into_iter()
            .zip(fit.widths.iter().zip(&fit.cut))
            .map(|(GridColumn { title, number, .. }, (width, cut))| SetColumn {
                title,
                width: *width,
                number,
                cut: *cut,
            })
            .collect();
        let rows = grid.rows.into_iter().zip(&fit.heights).map(|(row, height)| SetRow {
            group: row.is_group(),
            mark: row.mark.map_or_else(String::new, |mark| mark.to_string()),
            cells: row
                .cells
                .into_iter()
                .map(|words| words.into_iter().map(piece).collect())
                .collect(),
            strong: row.strong,
            tall: row.tall,
            whole: *height <= WHOLE_ROW,
        });
        SetTable {
            caption: grid.caption,
            size: fit.size,
            columns,
            rows: rows.collect(),
            note: self.pieces(&grid.note),
            marked,
            whole: fit.heights.iter().sum::<f64>() <= WHOLE_TABLE,
        }
    }

    fn picture(&mut self, picture: &Picture) -> Set {
        let within = |value: f32, low: f32, high: f32, other: f32| {
            if value.is_finite() { value.clamp(low, high) } else { other }
        };
        let title = self.title.clone();
        Set::Picture {
            svg: letters::drawn(&picture.svg, &mut self.lost),
            ratio: within(picture.ratio, 0.1, 20.0, 1.5),
            width: within(picture.width, 0.1, 1.0, 1.0),
            alt: letters::uncut(&self.first(&[&picture.alt, &picture.caption, &title])),
            caption: self.shown(&picture.caption),
        }
    }
}

impl Piece {
    fn shown(&self) -> &str {
        match self {
            Self::Words { words: text }
            | Self::Strong { strong: text }
            | Self::Figure { shown: text, .. } => text,
        }
    }
}

fn piece(inline: Inline) -> Piece {
    match inline {
        Inline::Words(words) => Piece::Words { words },
        Inline::Strong(strong) => Piece::Strong { strong },
        Inline::Figure { shown, id } => Piece::Figure { shown, id: id.to_string() },
    }
}

/// A title that fits in the footer, cut between words.
fn short(title: &str) -> String {
    if title.chars().count() <= SHORT {
        return title.to_owned();
    }
    let mut out = String::new();
    let mut length = 0;
    for word in title.split_inclusive(' ') {
        length += word.chars().count();
        if length > SHORT {
            break;
        }
        out.push_str(word);
    }
    if out.is_empty() {
        out = title.chars().take(SHORT).collect();
    }
    format!("{}…", out.trim_end())
}

fn colour([red, green, blue]: [u8; 3]) -> String {
    format!("#{red:02x}{green:02x}{blue:02x}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_title_is_short_in_the_footer() {
        let check = |title: &str, expect: &str| assert_eq!(short(title), expect);
        check("Note", "Note");
        check(&"mot ".repeat(40), &format!("{}…", "mot ".repeat(22).trim_end()));
        check(&"a".repeat(200), &format!("{}…", "a".repeat(90)));
    }
}
