//! About the page that each part of a text begins on, for the list of its parts.
//!
//! Whoever sets the text knows, and a field asks it; until the field is updated the list shows what
//! is counted here, line by line, with the widths of the letters and the spaces of the styles.

use crate::report::docx::measure::{Style, Styles, value};
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use std::collections::BTreeMap;

/// A length of a picture, in what the format counts it in, to twentieths of a point.
const EMU: f64 = 635.0;
/// On both sides of the words of a cell.
const CELL: f64 = 210.0;
/// A rule between two rows.
const RULE: f64 = 10.0;
/// Lines of a paragraph that are never alone above or beneath a cut.
const TOGETHER: usize = 2;

/// What is never cut by a page.
#[derive(Clone, Debug, Default, PartialEq)]
struct Unit {
    height: f64,
    /// White beneath it, which a page may lack.
    after: f64,
    /// On the page of the next one.
    keep: bool,
    /// First of a page.
    begins: bool,
    /// Height of the header that a page begins with where it begins here.
    header: f64,
    /// Names of the places in it.
    places: Vec<String>,
}

/// What is on one line.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Word {
    width: f64,
    /// Width of the space behind it; `None` where the next letters are of the same word.
    space: Option<f64>,
}

/// A paragraph under way.
struct Paragraph {
    style: Style,
    begins: bool,
    words: Vec<Word>,
    /// Style of the run under way, where it says a size.
    run: Option<Style>,
    picture: f64,
    places: Vec<String>,
    /// Between the marks of a text to be shown.
    shown: bool,
}

/// A table under way.
#[derive(Default)]
struct Table {
    header: f64,
    rows: Vec<Unit>,
    /// Of the row under way.
    row: Unit,
    is_header: bool,
    /// Width and height of the cell under way.
    cell: (f64, f64),
}

struct Reading<'a> {
    styles: &'a Styles,
    width: f64,
    units: Vec<Unit>,
    paragraph: Option<Paragraph>,
    table: Option<Table>,
}

/// The page of every bookmark of a document, from 1; `width` and `height` are those of the text of
/// a page.
pub fn pages(
    document: &[u8],
    styles: &Styles,
    (width, height): (f64, f64),
) -> BTreeMap<String, u32> {
    let Ok(document) = std::str::from_utf8(document) else { return BTreeMap::new() };
    let mut reading = Reading { styles, width, units: Vec::new(), paragraph: None, table: None };
    let mut reader = Reader::from_str(document);
    loop {
        match reader.read_event() {
            Ok(Event::Start(tag)) => reading.begins(&tag),
            Ok(Event::Empty(tag)) => reading.says(&tag),
            Ok(Event::Text(text)) => reading.words(&text.xml10_content()),
            // « & » and its like: as wide as a letter.
            Ok(Event::GeneralRef(_)) => reading.words("e"),
            Ok(Event::End(tag)) => reading.ends(tag.name().as_ref()),
            Ok(Event::Eof) | Err(_) => break,
            Ok(_) => {}
        }
    }
    placed(&reading.units, height)
}

impl Reading<'_> {
    fn begins(&mut self, tag: &BytesStart<'_>) {
        match tag.name().as_ref() {
            "w:p" => {
                self.paragraph = Some(Paragraph {
                    style: self.styles.of("Normal"),
                    begins: false,
                    words: Vec::new(),
                    run: None,
                    picture: 0.0,
                    places: Vec::new(),
                    shown: false,
                });
            }
            "w:r" => {
                if let Some(paragraph) = &mut self.paragraph {
                    paragraph.run = None;
                }
            }
            "w:t" => {
                if let Some(paragraph) = &mut self.paragraph {
                    paragraph.shown = true;
                }
            }
            "w:tbl" => self.table = Some(Table::default()),
            "w:tr" => {
                if let Some(table) = &mut self.table {
                    (table.row, table.is_header) = (Unit::default(), false);
                }
            }
            "w:tc" => {
                if let Some(table) = &mut self.table {
                    table.cell = (0.0, 0.0);
                }
            }
            _ => {}
        }
    }

    fn says(&mut self, tag: &BytesStart<'_>) {
        let name = tag.name();
        match (name.as_ref(), &mut self.table) {
            ("w:tblHeader", Some(table)) => table.is_header = true,
            ("w:tcW", Some(table)) => {
                let width = value(tag, "w:w").and_then(|width| width.parse::<f64>().ok());
                table.cell.0 = width.unwrap_or(0.0);
            }
            _ => {}
        }
        let Some(paragraph) = &mut self.paragraph else { return };
        match name.as_ref() {
            "w:pStyle" => {
                let id = value(tag, "w:val").unwrap_or_default();
                paragraph.style = self.styles.of(&id);
            }
            "w:rStyle" => {
                let id = value(tag, "w:val").unwrap_or_default();
                paragraph.run = Some(self.styles.of(&id)).filter(|style| style.sized);
            }
            "w:pageBreakBefore" => paragraph.begins = true,
            "w:bookmarkStart" => paragraph.places.extend(value(tag, "w:name")),
            "wp:extent" => {
                let height = value(tag, "cy").and_then(|height| height.parse::<f64>().ok());
                paragraph.picture = paragraph.picture.max(height.unwrap_or(0.0) / EMU);
            }
            _ => paragraph.style.told(tag),
        }
    }

    fn words(&mut self, text: &str) {
        let Some(paragraph) = self.paragraph.as_mut().filter(|one| one.shown) else { return };
        let style = paragraph.run.as_ref().unwrap_or(&paragraph.style);
        let between = style.width(" ");
        for part in text.split_inclusive(' ') {
            let letters = part.trim_end_matches(' ');
            let width = style.width(letters);
            let space = (letters != part).then_some(between);
            match paragraph.words.last_mut() {
                Some(last) if last.space.is_none() => {
                    *last = Word { width: last.width + width, space };
                }
                _ => paragraph.words.push(Word { width, space }),
            }
        }
    }

    fn ends(&mut self, name: &str) {
        match name {
            "w:t" => {
                if let Some(paragraph) = &mut self.paragraph {
                    paragraph.shown = false;
                }
            }
            "w:p" => {
                if let Some(paragraph) = self.paragraph.take() {
                    self.set(&paragraph);
                }
            }
            "w:tc" => {
                if let Some(table) = &mut self.table {
                    table.row.height = table.row.height.max(table.cell.1 + RULE);
                }
            }
            "w:tr" => {
                if let Some(table) = &mut self.table {
                    let row = std::mem::take(&mut table.row);
                    if table.is_header {
                        table.header += row.height;
                    }
                    table.rows.push(Unit { keep: row.keep || table.is_header, ..row });
                }
            }
            "w:tbl" => {
                if let Some(table) = self.table.take() {
                    let header = table.header;
                    let rows = table.rows.into_iter().enumerate();
                    // No header stands above the header itself.
                    self.units.extend(rows.map(|(at, row)| Unit {
                        header: if at == 0 { 0.0 } else { header },
                        ..row
                    }));
                }
            }
            _ => {}
        }
    }

    /// A paragraph that is over, in its cell or on the page.
    fn set(&mut self, paragraph: &Paragraph) {
        let style = &paragraph.style;
        let width = self.table.as_ref().map_or(self.width, |table| table.cell.0 - CELL);
        let lines = lines(&paragraph.words, width - style.indent);
        let line = style.height();
        if let Some(table) = &mut self.table {
            let number = u32::try_from(lines).unwrap_or(u32::MAX);
            table.cell.1 += style.before + f64::from(number) * line + style.after;
            table.row.keep |= style.keep_next;
            return;
        }
        let whole = |lines: usize| f64::from(u32::try_from(lines).unwrap_or(u32::MAX)) * line;
        let mut parts: Vec<f64> = if style.keep_lines || lines < 2 * TOGETHER {
            vec![whole(lines).max(paragraph.picture)]
        } else {
            let between = std::iter::repeat_n(line, lines - 2 * TOGETHER);
            std::iter::once(whole(TOGETHER)).chain(between).chain([whole(TOGETHER)]).collect()
        };
        if let Some(first) = parts.first_mut() {
            *first += style.before;
        }
        let last = parts.len().saturating_sub(1);
        let units = parts.into_iter().enumerate().map(|(at, height)| Unit {
            height,
            after: if at == last { style.after } else { 0.0 },
            keep: at == last && style.keep_next,
            begins: at == 0 && paragraph.begins,
            header: 0.0,
            places: if at == 0 { paragraph.places.clone() } else { Vec::new() },
        });
        self.units.extend(units);
    }
}

/// Lines that words take, one at least.
fn lines(words: &[Word], width: f64) -> usize {
    let width = width.max(1.0);
    let (mut lines, mut used) = (1, 0.0);
    for word in words {
        if used > 0.0 && used + word.width > width {
            (lines, used) = (lines + 1, 0.0);
        }
        used += word.width;
        // A word wider than the line goes on on the next ones.
        while used > width {
            (lines, used) = (lines + 1, used - width);
        }
        used += word.space.unwrap_or(0.0);
    }
    lines
}

/// The page of every place, units set one after the other.
fn placed(units: &[Unit], height: f64) -> BTreeMap<String, u32> {
    let (mut page, mut used) = (1, 0.0);
    let mut found = BTreeMap::new();
    for (at, unit) in units.iter().enumerate() {
        let tied = at.checked_sub(1).and_then(|before| units.get(before)).is_some_and(|b| b.keep);
        // The first of those that stay together asks for the room of all.
        let asked = if tied { unit.height } else { together(units.get(at..).unwrap_or_default()) };
        let asked = if asked > height { unit.height } else { asked };
        if used > 0.0 && (unit.begins || used + asked > height) {
            (page, used) = (page + 1, unit.header);
        }
        used += unit.height + unit.after;
        found.extend(unit.places.iter().map(|place| (place.clone(), page)));
    }
    found
}

/// Height of the first unit and of those that it keeps, white inside counted.
fn together(units: &[Unit]) -> f64 {
    let mut height = 0.0;
    for unit in units {
        height += unit.height;
        if !unit.keep {
            break;
        }
        height += unit.after;
    }
    height
}

#[cfg(test)]
mod tests {
    use super::*;

    const STYLES: &str = r#"<w:styles><w:style w:styleId="Normal"><w:pPr><w:spacing w:after="0" w:line="200" w:lineRule="exact"/></w:pPr><w:rPr><w:sz w:val="20"/></w:rPr></w:style>
        <w:style w:styleId="H"><w:basedOn w:val="Normal"/><w:pPr><w:keepNext/></w:pPr></w:style></w:styles>"#;

    fn paragraph(style: &str, place: &str, text: &str, more: &str) -> String {
        format!(
            r#"<w:p><w:pPr><w:pStyle w:val="{style}"/>{more}</w:pPr><w:bookmarkStart w:id="1" w:name="{place}"/><w:r><w:instrText>PAGE PAGE</w:instrText></w:r><w:r><w:t xml:space="preserve">{text}</w:t></w:r></w:p>"#
        )
    }

    /// The pages of places, on pages of five lines.
    fn check(body: &[String], expect: &[(&str, u32)]) {
        let document = format!("<w:document><w:body>{}</w:body></w:document>", body.concat());
        let found = pages(document.as_bytes(), &Styles::read(STYLES), (4_000.0, 1_000.0));
        let expect = expect.iter().map(|(place, page)| ((*place).to_owned(), *page)).collect();
        assert_eq!(found, expect, "{document}");
    }

    fn plain(place: &str) -> String {
        paragraph("Normal", place, "mot", "")
    }

    #[test]
    fn a_page_is_filled_line_by_line() {
        let six: Vec<String> = ["a", "b", "c", "d", "e", "f"].map(plain).to_vec();
        check(&six, &[("a", 1), ("b", 1), ("c", 1), ("d", 1), ("e", 1), ("f", 2)]);
        let broken = [plain("a"), paragraph("Normal", "b", "mot", "<w:pageBreakBefore/>")];
        check(&broken, &[("a", 1), ("b", 2)]);
    }

    #[test]
    fn a_heading_stays_with_its_text() {
        let body = [
            plain("a"),
            plain("b"),
            plain("c"),
            plain("d"),
            paragraph("H", "h", "Titre", ""),
            plain("e"),
        ];
        check(&body, &[("a", 1), ("b", 1), ("c", 1), ("d", 1), ("h", 2), ("e", 2)]);
    }

    #[test]
    fn a_long_paragraph_is_cut_but_not_for_one_line() {
        // Eight words of 1,142 on lines of 4,000: three a line, three lines, in one piece.
        let text = ["mmmmmmiiii"; 8].join(" ");
        let three = paragraph("Normal", "p", &text, "");
        let body = [plain("a"), plain("b"), plain("c"), three, plain("z")];
        check(&body, &[("a", 1), ("b", 1), ("c", 1), ("p", 2), ("z", 2)]);
        // Four lines: two on each page.
        let text = ["mmmmmmiiii"; 12].join(" ");
        let four = paragraph("Normal", "p", &text, "");
        let body = [plain("a"), plain("b"), plain("c"), four, plain("z")];
        check(&body, &[("a", 1), ("b", 1), ("c", 1), ("p", 1), ("z", 2)]);
    }

    #[test]
    fn the_header_of_a_table_comes_again() {
        let row = |header: &str, place: &str| {
            let cell = paragraph("Normal", place, "mot", "");
            format!(
                r#"<w:tr><w:trPr>{header}</w:trPr><w:tc><w:tcPr><w:tcW w:w="2000" w:type="dxa"/></w:tcPr>{cell}</w:tc></w:tr>"#
            )
        };
        // Rows of 210: four on a page; on the next the header and one row leave two lines.
        let rows: String = ["a", "b", "c", "d"].map(|place| row("", place)).concat();
        let table = format!("<w:tbl>{}{rows}</w:tbl>", row("<w:tblHeader/>", "t"));
        check(&[table, plain("x"), plain("y"), plain("z")], &[("x", 2), ("y", 2), ("z", 3)]);
    }
}
