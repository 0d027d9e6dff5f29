//! Bytes → recognised tables, with every row accounted for. Never opens a file.
//!
//! Recognition is by content: the header decides, not the file name, the sheet name or the
//! column order. A reader never fails on content: it returns what it could read and an issue,
//! with its place, for the rest.

mod coerce;
mod demand;
mod fill;
mod header;
mod layout;
mod lheo;
mod lists;
mod offers;
mod own;
mod rncp;
mod text;
mod training;
mod workbook;

use crate::model::{FapVersion, IssueKind, Issues, Kind, Place, Reason, RowCount};
use crate::readers::fill::Filling;
use crate::readers::header::Columns;
pub use crate::readers::header::normalise;
use crate::readers::layout::{LAYOUTS, Layout};
use crate::reference::Reference;
use crate::tables::Table;
use sha2::{Digest as _, Sha256};
use std::fmt::Write as _;
use std::io::Read as _;

/// One recognised table: a sheet of a workbook, a text file, or a member of an archive.
#[derive(Clone, Debug)]
pub struct ReadTable {
    /// File name as given, without folders.
    pub file: String,
    /// SHA-256 of the whole file, hexadecimal.
    pub fingerprint: String,
    /// Size of the whole file in bytes.
    pub bytes: u64,
    pub kind: Kind,
    /// Year of the data.
    pub vintage: Option<u16>,
    /// Edition of its FAP codes, for the kinds that carry some.
    pub fap_version: Option<FapVersion>,
    pub sheet: Option<String>,
    pub reasons: Vec<Reason>,
    pub rows: RowCount,
    /// Masked cells (`*`) kept as such.
    pub masked_cells: u32,
    pub issues: Issues,
    pub table: Table,
}

/// Progress and cancellation of a long read.
#[derive(Clone, Copy)]
pub struct Control<'a> {
    /// Looked at every 256 rows.
    pub cancelled: &'a (dyn Fn() -> bool + Sync),
    /// Called with the rows read so far.
    pub progress: &'a (dyn Fn(u32) + Sync),
}

impl Control<'static> {
    /// Neither progress nor cancellation.
    pub fn none() -> Self {
        Self { cancelled: &|| false, progress: &|_| {} }
    }
}

/// The read was cancelled: nothing of it is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("cancelled")]
pub struct Cancelled;

/// A grid of text cells, walked row by row; the visitor returns false to stop.
trait Sheet {
    fn for_each_row(&mut self, visit: &mut dyn FnMut(u32, &[String]) -> bool)
    -> Result<(), String>;
}

/// Rows looked at to find a header.
const HEADER_ROWS: usize = 20;
/// Characters of a JSON document, at most: a parsed one takes several times its text.
const MAX_JSON: usize = 128 * 1024 * 1024;
/// Bytes that a member of an archive may inflate to.
const MAX_MEMBER: u64 = 512 * 1024 * 1024;

/// Reads one file. Several tables for a workbook with several sheets or an archive.
///
/// # Errors
/// Only when cancelled: a file that cannot be read gives a table of unknown kind with its issue.
pub fn read(
    name: &str,
    bytes: &[u8],
    reference: &Reference,
    control: Control<'_>,
) -> Result<Vec<ReadTable>, Cancelled> {
    let mut fingerprint = String::with_capacity(64);
    for byte in Sha256::digest(bytes) {
        let _ = write!(fingerprint, "{byte:02x}");
    }
    let blank = ReadTable {
        file: name.rsplit(['/', '\\']).next().unwrap_or(name).to_owned(),
        fingerprint,
        bytes: bytes.len() as u64,
        kind: Kind::Unknown,
        vintage: None,
        fap_version: None,
        sheet: None,
        reasons: Vec::new(),
        rows: RowCount::default(),
        masked_cells: 0,
        issues: Issues::default(),
        table: Table::None,
    };
    // A parser that panics on hostile bytes costs its file, nothing else.
    let outcome = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| {
        read_bytes(bytes, &blank, reference, control, 0)
    }));
    match outcome {
        Ok(tables) => tables,
        Err(_) => Ok(vec![failed(&blank, IssueKind::ReadPanicked)]),
    }
}

fn failed(blank: &ReadTable, kind: IssueKind) -> ReadTable {
    let mut table = blank.clone();
    table.issues.error(Place::default(), kind);
    table
}

fn read_bytes(
    bytes: &[u8],
    blank: &ReadTable,
    reference: &Reference,
    control: Control<'_>,
    depth: u8,
) -> Result<Vec<ReadTable>, Cancelled> {
    if blank.file.starts_with("~$") {
        return Ok(vec![failed(blank, IssueKind::LockFile)]);
    }
    if bytes.iter().all(u8::is_ascii_whitespace) {
        return Ok(vec![failed(blank, IssueKind::EmptyFile)]);
    }
    if workbook::is_zip(bytes) && !is_workbook(bytes) {
        return read_archive(bytes, blank, reference, control, depth);
    }
    if workbook::is_zip(bytes) || workbook::is_compound(bytes) {
        return read_workbook(bytes, blank, reference, control);
    }
    // Text has no zero byte, unless it says by its mark that it is UTF-16.
    let marked = bytes.starts_with(b"\xff\xfe") || bytes.starts_with(b"\xfe\xff");
    if bytes.starts_with(b"%PDF") || (!marked && bytes.iter().take(8_192).any(|byte| *byte == 0)) {
        return Ok(vec![failed(blank, IssueKind::NotAWorkbook)]);
    }
    let decoded = text::decode(bytes);
    let small = decoded.text.len() <= MAX_JSON;
    if small && is_map(&decoded.text) {
        let mut table = blank.clone();
        table.kind = Kind::Map;
        table.reasons.push(Reason::Structure("FeatureCollection".to_owned()));
        return Ok(vec![table]);
    }
    if decoded.text.trim_start().starts_with('<') && lheo::is_lheo(&decoded.text) {
        let mut offers = lheo::Offers { text: &decoded.text };
        let mut table = read_sheet(&mut offers, "", blank, reference, control)?;
        table.reasons.push(Reason::Structure("LHEO".to_owned()));
        return Ok(vec![table]);
    }
    if small && let Some(mut offers) = offers::parse(&decoded.text) {
        let mut table = read_sheet(&mut offers, "", blank, reference, control)?;
        table.reasons.push(Reason::Structure("resultats".to_owned()));
        return Ok(vec![table]);
    }
    let separator = separator(&decoded.text);
    let mut sheet = text::Delimited::new(&decoded.text, separator);
    let mut table = read_sheet(&mut sheet, "", blank, reference, control)?;
    table.reasons.push(Reason::Text { encoding: decoded.encoding, separator });
    Ok(vec![table])
}

/// The separator under which a known header appears, else the most frequent one.
fn separator(text: &str) -> char {
    let ranked = text::separators(text);
    let known = ranked.into_iter().find(|separator| {
        let (mut seen, mut found) = (0, false);
        // An unreadable row ends the search as a missing header does.
        let _ = text::Delimited::new(text, *separator).for_each_row(&mut |_, cells| {
            seen += 1;
            found = recognise(cells).is_some() || is_dictionary(cells);
            !found && seen < HEADER_ROWS
        });
        found
    });
    let [most_frequent, ..] = ranked;
    known.unwrap_or(most_frequent)
}

/// A GeoJSON collection; parsed, since a text that merely mentions one is not a map.
fn is_map(text: &str) -> bool {
    text.trim_start().starts_with('{')
        && serde_json::from_str::<serde_json::Value>(text)
            .is_ok_and(|value| value.get("type").is_some_and(|kind| kind == "FeatureCollection"))
}

/// An Office Open XML or OpenDocument container, by its members.
fn is_workbook(bytes: &[u8]) -> bool {
    let Ok(mut archive) = zip::ZipArchive::new(std::io::Cursor::new(bytes)) else { return true };
    (0..archive.len()).any(|index| {
        archive.by_index_raw(index).is_ok_and(|member| {
            matches!(member.name_raw(), b"[Content_Types].xml" | b"content.xml")
        })
    })
}

fn read_archive(
    bytes: &[u8],
    blank: &ReadTable,
    reference: &Reference,
    control: Control<'_>,
    depth: u8,
) -> Result<Vec<ReadTable>, Cancelled> {
    let damaged = |error: &dyn std::fmt::Display| IssueKind::Damaged { detail: error.to_string() };
    let mut archive = match zip::ZipArchive::new(std::io::Cursor::new(bytes)) {
        Ok(archive) if depth == 0 => archive,
        Ok(_) => return Ok(vec![failed(blank, IssueKind::Unrecognised)]),
        Err(error) => return Ok(vec![failed(blank, damaged(&error))]),
    };
    let names: Vec<String> = (0..archive.len())
        .filter_map(|index| {
            let member = archive.by_index_raw(index).ok()?;
            Some(String::from_utf8_lossy(member.name_raw()).into_owned())
        })
        .collect();
    if rncp::is_export(names.iter().map(String::as_str)) {
        return read_register(&mut archive, blank, reference, control);
    }
    let mut tables = Vec::new();
    for index in 0..archive.len() {
        let mut member = match archive.by_index(index) {
            Ok(member) if member.is_dir() => continue,
            Ok(member) => member,
            Err(error) => {
                tables.push(failed(blank, damaged(&error)));
                continue;
            }
        };
        let name = String::from_utf8_lossy(member.name_raw()).into_owned();
        let mut inflated = Vec::new();
        let read = member.by_ref().take(MAX_MEMBER + 1).read_to_end(&mut inflated);
        if let Err(error) = read {
            tables.push(failed(blank, damaged(&error)));
            continue;
        }
        if inflated.len() as u64 > MAX_MEMBER {
            tables.push(failed(blank, IssueKind::TooLarge { limit_mib: 512 }));
            continue;
        }
        let mut found = read_bytes(&inflated, blank, reference, control, depth + 1)?;
        for table in &mut found {
            table.reasons.push(Reason::Member(name.clone()));
        }
        tables.extend(found);
    }
    Ok(tables)
}

/// The export of the national registers: its members are one table.
fn read_register(
    archive: &mut zip::ZipArchive<std::io::Cursor<&[u8]>>,
    blank: &ReadTable,
    reference: &Reference,
    control: Control<'_>,
) -> Result<Vec<ReadTable>, Cancelled> {
    let damaged = |error: &dyn std::fmt::Display| {
        Ok(vec![failed(blank, IssueKind::Damaged { detail: error.to_string() })])
    };
    let mut left = MAX_MEMBER;
    let mut members: Vec<(String, String)> = Vec::new();
    for index in 0..archive.len() {
        let member = match archive.by_index(index) {
            Ok(member) => member,
            Err(error) => return damaged(&error),
        };
        let name = String::from_utf8_lossy(member.name_raw()).into_owned();
        if !rncp::is_joined(&name) {
            continue;
        }
        let mut inflated = Vec::new();
        if let Err(error) = member.take(left + 1).read_to_end(&mut inflated) {
            return damaged(&error);
        }
        let Some(rest) = left.checked_sub(inflated.len() as u64) else {
            return Ok(vec![failed(blank, IssueKind::TooLarge { limit_mib: 512 })]);
        };
        left = rest;
        members.push((name, text::decode(&inflated).text));
    }
    let mut fiches = match rncp::Fiches::new(&members) {
        Ok(Some(fiches)) => fiches,
        Ok(None) => return Ok(vec![failed(blank, IssueKind::Unrecognised)]),
        Err(detail) => return damaged(&detail),
    };
    let mut table = read_sheet(&mut fiches, "", blank, reference, control)?;
    table.reasons.extend(members.iter().map(|(name, _)| Reason::Member(name.clone())));
    Ok(vec![table])
}

fn read_workbook(
    bytes: &[u8],
    blank: &ReadTable,
    reference: &Reference,
    control: Control<'_>,
) -> Result<Vec<ReadTable>, Cancelled> {
    let mut workbook = match workbook::open(bytes) {
        Ok(workbook) => workbook,
        Err(kind) => return Ok(vec![failed(blank, kind)]),
    };
    let mut found = Vec::new();
    let mut unknown = None;
    for name in workbook.sheet_names() {
        let table = read_sheet(&mut workbook.sheet(&name), &name, blank, reference, control)?;
        if table.kind == Kind::Unknown {
            unknown.get_or_insert(table);
        } else {
            found.push(table);
        }
    }
    // The dictionary sheet of a survey says nothing once its data sheet was read.
    if found.iter().any(|table| table.kind == Kind::Bmo) {
        found.retain(|table| table.kind != Kind::BmoDictionary);
    }
    if found.is_empty() {
        found.push(unknown.unwrap_or_else(|| failed(blank, IssueKind::NoUsableRow)));
    }
    Ok(found)
}

/// The layout whose required columns are all there, with the most columns matched.
fn recognise(cells: &[String]) -> Option<(&'static Layout, Columns)> {
    LAYOUTS
        .iter()
        .map(|layout| (layout, header::columns(cells, layout.fields)))
        .filter(|(layout, columns)| layout.required.iter().all(|name| columns.has(name)))
        .max_by_key(|(_, columns)| columns.names().len())
}

/// Variables of a BMO dictionary, which is documentation.
fn is_dictionary(cells: &[String]) -> bool {
    let names: Vec<String> = cells.iter().map(|cell| header::normalise(cell)).collect();
    let has = |name: &str| names.iter().any(|found| found == name);
    has("variables") && has("description")
}

fn read_sheet(
    sheet: &mut dyn Sheet,
    name: &str,
    blank: &ReadTable,
    reference: &Reference,
    control: Control<'_>,
) -> Result<ReadTable, Cancelled> {
    let mut table = blank.clone();
    table.sheet = (!name.is_empty()).then(|| name.to_owned());
    let mut seen = 0;
    let mut cancelled = false;
    let mut filling: Option<Filling> = None;
    let walked = sheet.for_each_row(&mut |row, cells| {
        let Some(filling) = filling.as_mut() else {
            if is_dictionary(cells) {
                table.kind = Kind::BmoDictionary;
                return false;
            }
            if let Some((layout, columns)) = recognise(cells) {
                table.kind = layout.kind;
                note_header(&mut table, row, &columns);
                filling = Some(Filling::new(layout.kind, columns));
            }
            seen += 1;
            return filling.is_some() || seen < HEADER_ROWS;
        };
        if table.rows.read.is_multiple_of(256) {
            (control.progress)(table.rows.read);
            cancelled = (control.cancelled)();
            if cancelled {
                return false;
            }
        }
        filling.row(row, cells, name, &mut table.rows, &mut table.issues);
        true
    });
    if cancelled {
        return Err(Cancelled);
    }
    if let Err(detail) = walked {
        table.issues.error(Place::sheet(name), IssueKind::Damaged { detail });
    }
    match filling {
        Some(filling) => filling.finish(&mut table, name, reference),
        None if table.kind == Kind::BmoDictionary => {
            table.issues.notice(Place::sheet(name), IssueKind::DocumentationOnly);
        }
        None => table.issues.error(Place::sheet(name), IssueKind::Unrecognised),
    }
    Ok(table)
}

fn note_header(table: &mut ReadTable, row: u32, columns: &Columns) {
    table.reasons.push(Reason::Columns(columns.names()));
    table.reasons.push(Reason::HeaderRow(row));
    if !columns.ignored.is_empty() {
        table.reasons.push(Reason::IgnoredColumns(columns.ignored.clone()));
    }
    for column in &columns.duplicates {
        let kind = IssueKind::DuplicateColumn { column: column.clone() };
        table.issues.warning(Place::default(), kind);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A header of a layout in a coming edition: other order, other case, accents, underscores, a
    /// new column.
    fn header(layout: &Layout, only_required: bool, turn: usize) -> Vec<String> {
        let fields = layout.fields.iter();
        let wanted = |name: &str| !only_required || layout.required.contains(&name);
        let mut cells: Vec<String> = fields
            .filter(|(name, _)| wanted(name))
            .filter_map(|(_, aliases)| aliases.get(turn % aliases.len()))
            .map(|alias| {
                let name = alias.replace('#', "26");
                let (first, rest) = name.split_at(1);
                format!(" {}_{} ", first.to_uppercase(), rest.replace('e', "É"))
            })
            .collect();
        let by = turn % cells.len();
        cells.rotate_left(by);
        cells.insert(turn % (cells.len() + 1), "Colonne nouvelle".to_owned());
        cells
    }

    #[test]
    fn each_layout_is_recognised_in_any_order_and_case_with_a_new_column() {
        for layout in LAYOUTS {
            for turn in 0..12 {
                for only_required in [false, true] {
                    let cells = header(layout, only_required, turn);
                    let Some((found, columns)) = recognise(&cells) else {
                        panic!("{} is not recognised by {cells:?}", layout.kind);
                    };
                    assert_eq!(found.kind, layout.kind, "{cells:?}");
                    assert_eq!(columns.ignored, ["Colonne nouvelle"], "{}", layout.kind);
                    assert!(layout.required.iter().all(|name| columns.has(name)));
                }
            }
        }
    }

    /// A layout without a table would count as kept rows that nobody holds.
    #[test]
    fn each_layout_fills_a_table() {
        for layout in LAYOUTS {
            assert!(Filling::new(layout.kind, Columns::default()).holds_rows(), "{}", layout.kind);
        }
    }

    #[test]
    fn a_header_without_a_required_column_is_not_that_layout() {
        for layout in LAYOUTS {
            let all = header(layout, true, 0);
            for missing in 0..all.len() {
                let mut cells = all.clone();
                if cells.remove(missing) == "Colonne nouvelle" {
                    continue;
                }
                let found = recognise(&cells).map(|(found, _)| found.kind);
                assert_ne!(found, Some(layout.kind), "{cells:?}");
            }
        }
    }
}
