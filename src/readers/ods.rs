//! OpenDocument spreadsheets, streamed: repeated rows are handed on as often as they say, never
//! laid out in memory, where a file of a kilobyte may ask for gigabytes.
//!
//! Reads values, not what computes or shows them. A date stays as the file writes it.

use crate::model::IssueKind;
use crate::readers::rows::{Left, MAX_CELL, MAX_COLUMNS, MAX_ROWS, Rows, Visit};
use crate::readers::watch::{Broken, Events, Flag, Watched};
use crate::readers::xlsx::text::character;
use quick_xml::events::{BytesStart, Event};
use std::collections::BTreeMap;
use std::io::{Cursor, Read};

/// Bytes of the content, once inflated, at most.
const MAX_CONTENT: u64 = 2 * 1024 * 1024 * 1024;
/// Bytes of the list of members.
const MAX_MANIFEST: u64 = 1024 * 1024;
const CONTENT: &str = "content.xml";
const TYPE: &str = "application/vnd.oasis.opendocument.spreadsheet";

type Archive<'a> = zip::ZipArchive<Cursor<&'a [u8]>>;

/// Whether its members are encrypted, by its manifest.
pub fn is_encrypted(archive: &mut Archive<'_>) -> bool {
    start(archive, "META-INF/manifest.xml").is_some_and(|text| text.contains("encryption-data"))
}

/// The beginning of a small member.
fn start(archive: &mut Archive<'_>, name: &str) -> Option<String> {
    let member = archive.by_name(name).ok()?;
    let mut bytes = Vec::new();
    member.take(MAX_MANIFEST).read_to_end(&mut bytes).ok()?;
    Some(String::from_utf8_lossy(&bytes).into_owned())
}

pub struct Table {
    name: String,
    hidden: bool,
    /// Where it begins in the content: its rows are read from there.
    at: u64,
}

/// An open spreadsheet.
pub struct Ods<'a> {
    archive: Archive<'a>,
    tables: Vec<Table>,
    /// Why the content was not read to its end.
    damage: Option<String>,
    cancelled: Flag<'a>,
}

fn told(broken: Broken) -> IssueKind {
    match broken {
        Broken::TooLarge => IssueKind::TooLarge { limit_mib: 2_048 },
        Broken::Unreadable(detail) | Broken::Damaged(detail) => IssueKind::Damaged { detail },
    }
}

fn broken(detail: impl std::fmt::Display) -> Broken {
    Broken::Damaged(detail.to_string())
}

/// The value of an attribute, by its whole name: several end alike.
fn attribute(tag: &BytesStart<'_>, name: &str) -> Result<Option<String>, Broken> {
    let Some(found) = tag.try_get_attribute(name).map_err(broken)? else { return Ok(None) };
    let value = found.normalized_value(quick_xml::XmlVersion::Implicit1_0).map_err(broken)?;
    Ok(Some(value.into_owned()))
}

/// How often an element stands for itself.
fn repeats(tag: &BytesStart<'_>, name: &str) -> Result<u32, Broken> {
    let Some(text) = attribute(tag, name)? else { return Ok(1) };
    // Beyond what fits, as many as a sheet has.
    let digits = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    if digits {
        Ok(text.parse().unwrap_or(u32::MAX))
    } else {
        Err(broken(format!("{name}={text}")))
    }
}

impl<'a> Ods<'a> {
    /// # Errors
    /// When it is of another kind, is damaged, or holds more than is read.
    pub fn open(mut archive: Archive<'a>, cancelled: Flag<'a>) -> Result<Self, IssueKind> {
        // A text or a drawing has the same members.
        if start(&mut archive, "mimetype").is_some_and(|text| !text.starts_with(TYPE)) {
            return Err(IssueKind::NotAWorkbook);
        }
        let mut found = Vec::new();
        let damage = {
            let content = archive.by_name(CONTENT).map_err(|error| told(broken(error)))?;
            let source = Watched::new(content, cancelled).at_most(MAX_CONTENT);
            match tables(&mut Events::new(source), &mut found) {
                Ok(()) => None,
                // The tables that end before the damage are read; where the source itself is
                // damaged nobody knows which they are.
                Err(Broken::Damaged(detail)) if !found.is_empty() => Some(detail),
                Err(broken) => return Err(told(broken)),
            }
        };
        Ok(Self { archive, tables: found, damage, cancelled })
    }

    pub fn sheet_names(&self) -> Vec<(String, bool)> {
        self.tables.iter().map(|table| (table.name.clone(), table.hidden)).collect()
    }

    /// Walks the rows of a sheet that have cells.
    ///
    /// # Errors
    /// When the content is damaged; rows before were visited. Damage beyond the tables is told
    /// with the last of them.
    pub fn rows(&mut self, name: &str, visit: Visit<'_>, left: &mut Left) -> Result<(), String> {
        let last = self.tables.last().is_some_and(|table| table.name == name);
        let table = self.tables.iter().find(|table| table.name == name).ok_or("no such sheet")?;
        let content = self.archive.by_name(CONTENT).map_err(|error| error.to_string())?;
        let mut source = Watched::new(content, self.cancelled);
        let mut before = source.by_ref().take(table.at);
        std::io::copy(&mut before, &mut std::io::sink()).map_err(|error| error.to_string())?;
        match rows(&mut Events::new(source), &mut Rows::new(visit, left)) {
            Ok(()) => match &self.damage {
                Some(detail) if last => Err(detail.clone()),
                _ => Ok(()),
            },
            Err(Broken::TooLarge) => {
                left.cut = true;
                Ok(())
            }
            Err(Broken::Unreadable(detail) | Broken::Damaged(detail)) => Err(detail),
        }
    }
}

/// Finds the tables of the content, and where each begins.
pub fn tables(events: &mut Events<impl Read>, tables: &mut Vec<Table>) -> Result<(), Broken> {
    let mut hidden_styles: BTreeMap<String, bool> = BTreeMap::new();
    let (mut style, mut depth) = (None, 0_u32);
    loop {
        let at = events.position();
        match events.next()? {
            Event::Start(tag) => match tag.local_name().as_ref() {
                "style" => style = attribute(&tag, "style:name")?,
                "table-properties" => {
                    if let Some(style) = style.take() {
                        let shown = attribute(&tag, "table:display")?;
                        hidden_styles.insert(style, shown.as_deref() == Some("false"));
                    }
                }
                "table" => {
                    if depth == 0 {
                        let style = attribute(&tag, "table:style-name")?.unwrap_or_default();
                        let hidden = hidden_styles.get(&style).copied().unwrap_or(false);
                        let name = attribute(&tag, "table:name")?.unwrap_or_default();
                        tables.push(Table { name, hidden, at });
                    }
                    depth += 1;
                }
                _ => {}
            },
            Event::End(tag) if tag.local_name().as_ref() == "table" => {
                depth = depth.saturating_sub(1);
            }
            Event::Eof => return Ok(()),
            _ => {}
        }
    }
}

/// Walks the rows from the beginning of a table to its end.
pub fn rows(events: &mut Events<impl Read>, rows: &mut Rows<'_>) -> Result<(), Broken> {
    let (mut row, mut times) = (0_u32, 1_u32);
    let mut column = 0_usize;
    let mut depth = 0_u32;
    loop {
        match events.next()? {
            Event::Start(tag) => match tag.local_name().as_ref() {
                "table" => depth += 1,
                "table-row" => {
                    times = repeats(&tag, "table:number-rows-repeated")?;
                    column = 0;
                    if row < MAX_ROWS {
                        rows.at(row);
                    }
                }
                "table-cell" | "covered-table-cell" => {
                    let times = repeats(&tag, "table:number-columns-repeated")? as usize;
                    let value = match value(&tag)? {
                        Some(value) => {
                            skip(events)?;
                            value
                        }
                        None => content(events)?,
                    };
                    // What is below the last row of a spreadsheet is nowhere.
                    if row >= MAX_ROWS && !value.is_empty() {
                        rows.below(row);
                        return Ok(());
                    }
                    if !value.is_empty() {
                        let end = column.saturating_add(times);
                        for place in column..end.min(MAX_COLUMNS) {
                            rows.put(place, |into| into.push_str(&value));
                        }
                        if end > MAX_COLUMNS {
                            rows.put(end - 1, |_| {});
                        }
                    }
                    column = column.saturating_add(times);
                }
                _ => {}
            },
            Event::End(tag) => match tag.local_name().as_ref() {
                "table-row" => {
                    if !rows.repeat(times) {
                        return Ok(());
                    }
                    row = row.saturating_add(times);
                }
                "table" => {
                    depth = depth.saturating_sub(1);
                    if depth == 0 {
                        return Ok(());
                    }
                }
                _ => {}
            },
            Event::Eof => return Err(broken("truncated document")),
            _ => {}
        }
    }
}

/// The value that a cell states; `None` when its content is its value.
fn value(tag: &BytesStart<'_>) -> Result<Option<String>, Broken> {
    let (mut kind, mut stated, mut is_error) = (String::new(), None, false);
    for found in tag.attributes() {
        let found = found.map_err(broken)?;
        let read = || {
            let value = found.normalized_value(quick_xml::XmlVersion::Implicit1_0);
            value.map(std::borrow::Cow::into_owned).map_err(broken)
        };
        match found.key.as_ref() {
            "office:value-type" => kind = read()?,
            "calcext:value-type" => is_error = read()? == "error",
            "office:value" => {
                let number: f64 = read()?.parse().map_err(broken)?;
                stated = Some(number.to_string());
            }
            "office:boolean-value" => {
                let yes = read()?.eq_ignore_ascii_case("true");
                stated = Some(if yes { "1" } else { "0" }.to_owned());
            }
            "office:date-value" | "office:time-value" | "office:string-value" => {
                stated = Some(read()?);
            }
            _ => {}
        }
    }
    Ok(match stated {
        // The text of an error stands in the content, beside an empty value.
        Some(text) if is_error && text.is_empty() => None,
        None if kind == "string" => None,
        stated => Some(stated.unwrap_or_default()),
    })
}

/// Passes over the content of the open cell.
fn skip(events: &mut Events<impl Read>) -> Result<(), Broken> {
    let mut depth = 1_u32;
    while depth > 0 {
        match events.next()? {
            Event::Start(_) => depth += 1,
            Event::End(_) => depth -= 1,
            Event::Eof => return Err(broken("truncated document")),
            _ => {}
        }
    }
    Ok(())
}

/// The paragraphs of the open cell, without its notes and drawings.
fn content(events: &mut Events<impl Read>) -> Result<String, Broken> {
    let mut text = String::new();
    let (mut depth, mut paragraphs) = (1_u32, 0);
    // Depth of the open paragraph, and of what is beside the cell's own text.
    let (mut inside, mut aside) = (None, None);
    while depth > 0 {
        // One more character than a cell may hold tells that it is too long.
        let room = text.len() <= MAX_CELL;
        match events.next()? {
            Event::Start(tag) => {
                depth += 1;
                let own = aside.is_none();
                match tag.local_name().as_ref() {
                    "annotation" if own => aside = Some(depth),
                    _ if own && tag.name().as_ref().starts_with("draw:") => aside = Some(depth),
                    "p" if own && inside.is_none() => {
                        if paragraphs > 0 && room {
                            text.push('\n');
                        }
                        paragraphs += 1;
                        inside = Some(depth);
                    }
                    "s" if own && room => {
                        let count = repeats(&tag, "text:c")? as usize;
                        text.extend(std::iter::repeat_n(' ', count.min(MAX_CELL + 1)));
                    }
                    "tab" if own && room => text.push('\t'),
                    "line-break" if own && room => text.push('\n'),
                    _ => {}
                }
            }
            Event::End(_) => {
                inside = inside.filter(|at| *at != depth);
                aside = aside.filter(|at| *at != depth);
                depth -= 1;
            }
            Event::Text(piece) if room && inside.is_some() && aside.is_none() => {
                text.push_str(&piece.xml10_content());
            }
            Event::CData(piece) if room && inside.is_some() && aside.is_none() => {
                text.push_str(&piece.xml10_content());
            }
            Event::GeneralRef(name) if room && inside.is_some() && aside.is_none() => {
                let read = character(name.as_ref());
                text.push(read.map_err(|_| broken(format!("&{};", name.as_ref())))?);
            }
            Event::Eof => return Err(broken("truncated document")),
            _ => {}
        }
    }
    Ok(text)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::atomic::{AtomicU32, Ordering};

    type Seen = Vec<(u32, Vec<String>)>;

    fn seen(table: &str) -> (Seen, Left) {
        let text = format!("<table:table table:name='F'>{table}</table:table>");
        let (mut seen, mut left) = (Seen::new(), Left::default());
        let mut visit = |row: u32, cells: crate::readers::cells::Cells<'_>| {
            seen.push((row, cells.to_vec()));
            seen.len() < 1_000
        };
        rows(&mut Events::new(text.as_bytes()), &mut Rows::new(&mut visit, &mut left)).unwrap();
        (seen, left)
    }

    #[test]
    fn cells_of_each_type_are_text() {
        let cell = |attributes: &str, content: &str| {
            format!("<table:table-cell {attributes}>{content}</table:table-cell>")
        };
        let cells = [
            cell("office:value-type='float' office:value='8450.0'", "<text:p>8 450</text:p>"),
            cell("office:value-type='percentage' office:value='0.862'", "<text:p>86 %</text:p>"),
            cell("office:value-type='date' office:date-value='2025-03-01'", ""),
            cell("office:value-type='boolean' office:boolean-value='true'", ""),
            cell(
                "office:value-type='string'",
                "\n <office:annotation><text:p>note</text:p></office:annotation>\
                 <text:p>a &amp; <text:span>b<text:s text:c='2'/>c</text:span></text:p>\n \
                 <text:p>d</text:p>\n",
            ),
            cell(
                "office:value-type='string' office:string-value='' calcext:value-type='error'",
                "<text:p>#N/A</text:p>",
            ),
            cell("table:number-columns-repeated='2'", ""),
            cell(
                "office:value-type='string' table:number-columns-repeated='2'",
                "<text:p>x</text:p>",
            ),
            cell("table:number-columns-repeated='16000'", ""),
        ];
        let (seen, left) = seen(&format!("<table:table-row>{}</table:table-row>", cells.concat()));
        let wanted = ["8450", "0.862", "2025-03-01", "1", "a & b  c\nd", "#N/A", "", "", "x", "x"];
        assert_eq!(seen, [(1, wanted.map(str::to_owned).to_vec())]);
        assert!(left.long.is_empty() && left.columns == 0);
    }

    #[test]
    fn rows_are_numbered_through_empty_and_repeated_ones() {
        let x =
            "<table:table-cell office:value-type='string'><text:p>x</text:p></table:table-cell>";
        let (seen, left) = seen(&format!(
            "<table:table-header-rows><table:table-row>{x}</table:table-row></table:table-header-rows>\
             <table:table-row table:number-rows-repeated='3'><table:table-cell/></table:table-row>\
             <table:table-row-group><table:table-row table:number-rows-repeated='2'>{x}\
             </table:table-row></table:table-row-group>\
             <table:table-row table:number-rows-repeated='1048569'/>\
             <table:table-row><table:table-cell table:number-columns-repeated='20000'/>{x}{x}\
             </table:table-row><table:table-row>{x}</table:table-row>"
        ));
        let numbers: Vec<u32> = seen.iter().map(|(row, _)| *row).collect();
        assert_eq!(numbers, [1, 5, 6]);
        assert_eq!(left.columns, 20_002);
        assert!(left.below.is_some(), "a row after the last of a spreadsheet");
    }

    #[test]
    fn a_text_that_says_to_be_long_is_not_laid_out() {
        let long = "<text:p><text:s text:c='4000000000'/></text:p>".repeat(4);
        let (seen, left) = seen(&format!(
            "<table:table-row><table:table-cell office:value-type='string'>{long}\
             </table:table-cell></table:table-row>"
        ));
        assert!(seen.is_empty());
        assert_eq!(left.long.len(), 1);
    }

    /// The same cells as a library that many use.
    #[test]
    #[expect(clippy::disallowed_methods, reason = "a test reads its own files")]
    fn cells_are_those_of_another_library() {
        use crate::readers::workbook::same::{streamed, told_by};
        use calamine::Reader as _;
        let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests");
        for path in ["data/types.ods", "abuse/ordinaire.ods"] {
            let bytes = std::fs::read(root.join(path)).unwrap();
            let theirs = told_by(calamine::Ods::new(Cursor::new(bytes.as_slice())));
            assert!(theirs.iter().any(|(.., rows)| !rows.is_empty()), "{path}");
            assert_eq!(streamed(&bytes), theirs, "{path}");
        }
    }

    #[test]
    fn a_content_is_given_up() {
        let looks = AtomicU32::new(0);
        let flag = || looks.fetch_add(1, Ordering::Relaxed) > 0;
        let head = &b"<table:table>"[..];
        let endless = head.chain(std::io::repeat(b' '));
        let found = tables(&mut Events::new(Watched::new(endless, &flag)), &mut Vec::new());
        assert!(found.is_err() && looks.load(Ordering::Relaxed) < 4);
    }
}
