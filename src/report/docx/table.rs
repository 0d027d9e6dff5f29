//! Tables: thin rules, a header on each page, rows in one piece, and the facts set above a text.

use crate::i18n::Catalog;
use crate::report::citation::RowMark;
use crate::report::docx::page::{WIDTH, columns};
use crate::report::docx::paragraph::{Set, inlines, named, paragraph, run};
use crate::report::docx::xml::Xml;
use crate::report::paper::{Fact, Grid, GridRow, Inline, text};

/// Width of the column of short names of rows, six of the widest letters, and of its left margin.
const MARKS: u32 = 720;
const MARK_MARGIN: &str = "60";
/// Margins of a cell, both, and a letter of a table, in the mean.
const MARGINS: usize = 210;
const LETTER: usize = 95;
/// Rows of a table that is never cut.
const SMALL: usize = 10;
/// Least height of a row that is written in by hand.
const TALL: &str = "740";
/// Facts beside one another, at most.
const ABREAST: usize = 4;

/// Where a cell stands in its row.
#[derive(Clone, Copy)]
struct Place {
    width: u32,
    /// Columns that it goes across.
    span: usize,
    first: bool,
    last: bool,
}

impl Place {
    /// A paragraph of the cell; a word is cut only where its column cannot hold it.
    fn set(self, style: &'static str, text: &str) -> Set {
        let longest = text.split([' ', '-']).map(|word| word.chars().count()).max().unwrap_or(0);
        let width = usize::try_from(self.width).unwrap_or(usize::MAX);
        Set { hyphens: longest * LETTER + MARGINS > width, ..Set::style(style) }
    }
}

/// Cells from left to right, of these widths.
fn places(widths: &[u32]) -> impl Iterator<Item = Place> {
    let last = widths.len().saturating_sub(1);
    let place = move |(at, width): (usize, &u32)| Place {
        width: *width,
        span: 1,
        first: at == 0,
        last: at == last,
    };
    widths.iter().enumerate().map(place)
}

/// A table of the style `style` with these columns, and its rows.
fn table(
    xml: &mut Xml,
    style: &'static str,
    widths: &[u32],
    told: Option<(&str, &str)>,
    rows: impl FnOnce(&mut Xml),
) {
    let widths: Vec<String> = widths.iter().map(u32::to_string).collect();
    xml.wrap("w:tbl", &[], |xml| {
        // In the order of the schema.
        xml.wrap("w:tblPr", &[], |xml| {
            xml.value("w:tblStyle", style);
            xml.leaf("w:tblW", &[("w:w", &WIDTH.to_string()), ("w:type", "dxa")]);
            xml.leaf("w:tblLayout", &[("w:type", "fixed")]);
            let header = if told.is_some() { "1" } else { "0" };
            xml.leaf(
                "w:tblLook",
                &[
                    ("w:val", if told.is_some() { "0620" } else { "0600" }),
                    ("w:firstRow", header),
                    ("w:lastRow", "0"),
                    ("w:firstColumn", "0"),
                    ("w:lastColumn", "0"),
                    ("w:noHBand", "1"),
                    ("w:noVBand", "1"),
                ],
            );
            if let Some((caption, description)) = told {
                xml.value("w:tblCaption", caption);
                xml.value("w:tblDescription", description);
            }
        });
        xml.wrap("w:tblGrid", &[], |xml| {
            for width in &widths {
                xml.leaf("w:gridCol", &[("w:w", width)]);
            }
        });
        rows(xml);
    });
}

fn row(xml: &mut Xml, (header, tall): (bool, bool), cells: impl FnOnce(&mut Xml)) {
    xml.wrap("w:tr", &[], |xml| {
        xml.wrap("w:trPr", &[], |xml| {
            xml.leaf("w:cantSplit", &[]);
            if tall {
                xml.leaf("w:trHeight", &[("w:val", TALL), ("w:hRule", "atLeast")]);
            }
            if header {
                xml.leaf("w:tblHeader", &[]);
            }
        });
        cells(xml);
    });
}

/// What a cell is in its table.
#[derive(Clone, Copy, Default)]
struct Kind {
    header: bool,
    /// Beneath a rule that is seen.
    strong: bool,
    /// In the column of short names.
    mark: bool,
}

/// A cell; the first and the last begin and end with the text around the table.
fn cell(xml: &mut Xml, place: Place, kind: Kind, inside: impl FnOnce(&mut Xml)) {
    xml.wrap("w:tc", &[], |xml| {
        xml.wrap("w:tcPr", &[], |xml| {
            xml.leaf("w:tcW", &[("w:w", &place.width.to_string()), ("w:type", "dxa")]);
            if place.span > 1 {
                xml.value("w:gridSpan", &place.span.to_string());
            }
            if kind.strong {
                xml.wrap("w:tcBorders", &[], |xml| {
                    let rule = [("w:val", "single"), ("w:sz", "6"), ("w:space", "0")];
                    xml.leaf("w:top", &[rule.as_slice(), &[("w:color", "7F7F7F")]].concat());
                });
            }
            if kind.mark {
                xml.leaf("w:noWrap", &[]);
            }
            if place.first || place.last {
                xml.wrap("w:tcMar", &[], |xml| {
                    if place.first || kind.mark {
                        let margin = if place.first { "0" } else { MARK_MARGIN };
                        xml.leaf("w:left", &[("w:w", margin), ("w:type", "dxa")]);
                    }
                    if place.last {
                        xml.leaf("w:right", &[("w:w", "0"), ("w:type", "dxa")]);
                    }
                });
            }
            if kind.header {
                xml.value("w:vAlign", "bottom");
            }
        });
        inside(xml);
    });
}

/// The table alone: its caption and its note are paragraphs of the text.
pub fn grid(xml: &mut Xml, grid: &Grid, catalog: &Catalog) {
    let marked = grid.rows.iter().any(|row| row.mark.is_some());
    let marks = if marked { MARKS } else { 0 };
    let mut widths = columns(WIDTH - marks, grid.columns.iter().map(|column| column.weight));
    widths.extend(marked.then_some(marks));
    let told = (grid.caption.as_str(), description(grid, catalog));
    table(xml, "PaperTable", &widths, Some((told.0, &told.1)), |xml| {
        row(xml, (true, false), |xml| {
            let mut places = places(&widths);
            for (column, place) in grid.columns.iter().zip(&mut places) {
                let style = if column.number { "TableHeadNumber" } else { "TableHead" };
                cell(xml, place, Kind { header: true, ..Kind::default() }, |xml| {
                    paragraph(xml, place.set(style, &column.title), |xml| {
                        run(xml, None, &column.title);
                    });
                });
            }
            for place in places {
                let kind = Kind { header: true, mark: true, ..Kind::default() };
                cell(xml, place, kind, |xml| {
                    paragraph(xml, Set::style("TableMark").keeping(true), |xml| {
                        run(xml, None, &catalog.text("docx-mark"));
                    });
                });
            }
        });
        for (at, record) in grid.rows.iter().enumerate() {
            row(xml, (false, record.tall), |xml| cells(xml, grid, at, record, &widths));
        }
    });
}

fn cells(xml: &mut Xml, grid: &Grid, at: usize, record: &GridRow, widths: &[u32]) {
    let keep = kept(grid, at);
    let mut places = places(widths);
    if record.is_group() {
        let across: Vec<Place> = places.by_ref().take(grid.columns.len()).collect();
        let place = Place {
            width: across.iter().map(|place| place.width).sum(),
            span: across.len(),
            first: true,
            last: across.last().is_some_and(|place| place.last),
        };
        let words = record.cells.first().map(Vec::as_slice).unwrap_or_default();
        cell(xml, place, Kind { strong: true, ..Kind::default() }, |xml| {
            paragraph(xml, Set::style("TableText").keeping(true), |xml| {
                cell_words(xml, words, record);
            });
        });
    }
    let cells = if record.is_group() { &[] } else { record.cells.as_slice() };
    for ((column, words), place) in grid.columns.iter().zip(cells).zip(&mut places) {
        let style = if column.number { "TableNumber" } else { "TableText" };
        cell(xml, place, Kind { strong: record.strong, ..Kind::default() }, |xml| {
            paragraph(xml, place.set(style, &text(words)).keeping(keep), |xml| {
                cell_words(xml, words, record);
            });
        });
    }
    for place in places {
        let kind = Kind { strong: record.strong, mark: true, ..Kind::default() };
        cell(xml, place, kind, |xml| {
            paragraph(xml, Set::style("TableMark").keeping(keep), |xml| {
                let mark = record.mark.as_ref().map(RowMark::to_string).unwrap_or_default();
                run(xml, None, &mark);
            });
        });
    }
}

/// The words of a cell. The mark of the row stands for the names of its figures; a figure of
/// another row bears its own.
fn cell_words(xml: &mut Xml, words: &[Inline], record: &GridRow) {
    let strong = record.strong.then_some("Strong");
    for inline in words {
        match inline {
            Inline::Words(words) => run(xml, strong, words),
            Inline::Strong(words) => run(xml, Some("Strong"), words),
            Inline::Figure { shown, id } => {
                run(xml, strong, shown);
                if record.mark != Some(id.row) {
                    named(xml, "FigureMark", *id);
                }
            }
        }
    }
}

/// Whether a row stays on the page of the next one, or of the note: no row is alone above or
/// beneath a cut, no total without what it adds up.
fn kept(grid: &Grid, at: usize) -> bool {
    let rows = grid.rows.len();
    if at + 1 >= rows {
        return !grid.note.is_empty();
    }
    rows <= SMALL || at == 0 || at + 2 == rows || grid.rows.get(at).is_some_and(|row| row.strong)
}

/// « 25 lignes ; colonnes : Métier, Projets ».
fn description(grid: &Grid, catalog: &Catalog) -> String {
    let rows = grid.rows.len();
    let count = u32::try_from(rows).unwrap_or(u32::MAX);
    let shown = crate::format::integer(f64::from(count), catalog.language());
    let titles: Vec<&str> = grid.columns.iter().map(|column| column.title.as_str()).collect();
    let titles = titles.join(", ");
    let args = [("count", count.into()), ("shown", (&shown).into()), ("titles", (&titles).into())];
    catalog.with("docx-table-description", &args)
}

/// Figures in large type, side by side: read one after the other, each with what it is.
pub fn facts(xml: &mut Xml, facts: &[Fact]) {
    for facts in facts.chunks(ABREAST) {
        let widths = columns(WIDTH, facts.iter().map(|_| 1.0));
        table(xml, "FactTable", &widths, None, |xml| {
            row(xml, (false, false), |xml| {
                for (fact, place) in facts.iter().zip(places(&widths)) {
                    cell(xml, place, Kind::default(), |xml| one_fact(xml, fact));
                }
            });
        });
        paragraph(xml, Set::style("TableEnd"), |_| {});
    }
}

fn one_fact(xml: &mut Xml, fact: &Fact) {
    paragraph(xml, Set::style("FactFigure"), |xml| run(xml, None, fact.figure.shown()));
    paragraph(xml, Set::style("FactLabel"), |xml| run(xml, None, &fact.label));
    let name = match &fact.figure {
        Inline::Figure { id, .. } => Some(*id),
        Inline::Words(_) | Inline::Strong(_) => None,
    };
    if fact.beneath.is_empty() && name.is_none() {
        return;
    }
    paragraph(xml, Set::style("FactNote"), |xml| {
        inlines(xml, &fact.beneath, "RowMark");
        if let Some(id) = name {
            named(xml, "RowMark", id);
        }
    });
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::paper::GridColumn;

    #[test]
    fn a_word_is_cut_where_it_does_not_fit() {
        let check = |width: u32, text: &str, expect: bool| {
            let place = Place { width, span: 1, first: false, last: false };
            assert_eq!(place.set("TableText", text).hyphens, expect, "{width} {text}");
        };
        check(1_300, "Projets de recrutement", false);
        check(1_100, "Projets de recrutement", true);
        check(1_300, "Aides médico-psychologiques", true);
        check(1_700, "Aides médico-psychologiques", false);
        check(10, "", true);
    }

    #[test]
    fn a_row_is_not_left_alone() {
        let column = GridColumn { title: "Métier".into(), weight: 1.0, number: false };
        let check = |rows: &str, note: &str, expect: &str| {
            let row = |kind| GridRow {
                mark: None,
                cells: vec![Vec::new()],
                strong: kind == 's',
                tall: false,
            };
            let note = if note.is_empty() { Vec::new() } else { vec![Inline::Words(note.into())] };
            let grid = Grid {
                caption: String::new(),
                columns: vec![column.clone()],
                rows: rows.chars().map(row).collect(),
                note,
            };
            let kept = (0..grid.rows.len()).map(|at| kept(&grid, at));
            let found: String = kept.map(|kept| if kept { '+' } else { '-' }).collect();
            assert_eq!(found, expect, "{rows}");
        };
        check("...", "", "++-");
        check("...", "Source", "+++");
        check("............", "", "+---------+-");
        check("............s", "Source", "+----------++");
        check("....s.........", "", "+---+-------+-");
    }
}
