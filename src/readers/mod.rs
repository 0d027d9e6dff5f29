//! Bytes → recognised tables, with every row accounted for. Never opens a file.
//!
//! Recognition is by content: the header decides, not the file name, the sheet name or the
//! column order. A reader never fails on content: it returns what it could read and an issue,
//! with its place, for the rest.

mod archive;
mod blank;
mod cells;
mod coerce;
mod company;
mod demand;
mod document;
mod employed;
pub mod fields;
mod fill;
#[cfg(any(fuzzing, test))]
#[doc(hidden)]
pub mod fuzz;
mod header;
mod keys;
pub mod kit;
mod layout;
mod lheo;
mod line;
mod lists;
mod map;
pub mod mapping;
pub mod named;
mod noted;
mod notes;
mod ods;
mod offers;
mod own;
mod parquet;
mod period;
mod plain;
mod prose;
mod proven;
mod quotes;
mod record;
mod rncp;
mod rows;
mod sas;
mod series;
mod sheet;
mod sheets;
mod split;
mod strata;
mod strings;
mod style;
mod text;
mod training;
mod unknown;
mod watch;
mod workbook;
mod xls;
mod xlsx;
mod years;

use crate::model::{FapVersion, IssueKind, Issues, Kind, Place, Reason, RowCount};
pub use crate::readers::header::normalise;
use crate::readers::mapping::Mapping;
pub use crate::readers::own::CAUSES;
pub use crate::readers::period::days;
use crate::readers::rows::Left;
use crate::readers::sheet::{Sheet, read_sheet};
use crate::readers::sheets::Sheets;
use crate::readers::watch::{Flag, NEVER};
use crate::reference::Reference;
use crate::tables::Table;
use sha2::{Digest as _, Sha256};
use std::fmt::Write as _;

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

impl ReadTable {
    /// Keeps none of its rows.
    pub fn refuse_all(&mut self) {
        self.rows.refused = self.rows.refused.saturating_add(self.rows.kept);
        (self.rows.kept, self.masked_cells) = (0, 0);
        self.table = Table::None;
    }
}

/// Progress and cancellation of a long read.
#[derive(Clone, Copy)]
pub struct Control<'a> {
    /// Looked at every 256 rows, and wherever much is read between two rows.
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

/// Bytes whose fingerprint is worth a thread of its own.
const WORTH_A_THREAD: usize = 8 * 1024 * 1024;
/// Bytes that a member of an archive may inflate to.
const MAX_MEMBER: u64 = 512 * 1024 * 1024;
/// Bytes of a fingerprint computed between two looks at the cancel flag.
const FINGERPRINT_PIECE: usize = 4 * 1024 * 1024;

/// SHA-256 of a content that comes in pieces.
#[derive(Default)]
pub struct Fingerprint(Sha256);

impl Fingerprint {
    pub fn add(&mut self, piece: &[u8]) {
        self.0.update(piece);
    }

    /// Hexadecimal.
    pub fn finish(self) -> String {
        let mut text = String::with_capacity(64);
        for byte in self.0.finalize() {
            let _ = write!(text, "{byte:02x}");
        }
        text
    }
}

/// SHA-256 of a content, hexadecimal.
pub fn fingerprint(bytes: &[u8]) -> String {
    fingerprint_unless(bytes, NEVER)
}

/// As [`fingerprint`]; of no use once the flag is set.
fn fingerprint_unless(bytes: &[u8], cancelled: Flag<'_>) -> String {
    let mut found = Fingerprint::default();
    for piece in bytes.chunks(FINGERPRINT_PIECE).take_while(|_| !cancelled()) {
        found.add(piece);
    }
    found.finish()
}

/// What a reader knows beside the file.
#[derive(Clone, Copy)]
pub struct Knowing<'a> {
    pub reference: &'a Reference,
    /// How spreadsheets of the user's own are read.
    pub mappings: &'a [Mapping],
}

/// Reads one file of a known layout. Several tables for a workbook with several sheets or an
/// archive.
///
/// # Errors
/// Only when cancelled: a file that cannot be read gives a table of unknown kind with its issue.
pub fn read(
    name: &str,
    bytes: &[u8],
    reference: &Reference,
    control: Control<'_>,
) -> Result<Vec<ReadTable>, Cancelled> {
    read_with(name, bytes, Knowing { reference, mappings: &[] }, control)
}

/// As [`read`]; a table of no known layout is read by the first mapping that has its columns.
///
/// # Errors
/// Only when cancelled.
pub fn read_with(
    name: &str,
    bytes: &[u8],
    knowing: Knowing<'_>,
    control: Control<'_>,
) -> Result<Vec<ReadTable>, Cancelled> {
    let mut tables = if bytes.len() < WORTH_A_THREAD {
        read_known(name, bytes, &fingerprint(bytes), knowing, control)?
    } else {
        read_beside(name, bytes, knowing, control)?
    };
    tables.iter_mut().for_each(named::date);
    Ok(tables)
}

/// As [`read_known`], the fingerprint being made meanwhile.
fn read_beside(
    name: &str,
    bytes: &[u8],
    knowing: Knowing<'_>,
    control: Control<'_>,
) -> Result<Vec<ReadTable>, Cancelled> {
    std::thread::scope(|scope| {
        let fingerprint = scope.spawn(|| fingerprint_unless(bytes, control.cancelled));
        let mut tables = read_known(name, bytes, "", knowing, control)?;
        match fingerprint.join() {
            Ok(text) => tables.iter_mut().for_each(|table| table.fingerprint.clone_from(&text)),
            Err(panic) => std::panic::resume_unwind(panic),
        }
        Ok(tables)
    })
}

/// As [`read_with`], of a content whose fingerprint is known; what its name tells is left to
/// [`named::date`].
///
/// # Errors
/// Only when cancelled.
pub fn read_known(
    name: &str,
    bytes: &[u8],
    fingerprint: &str,
    knowing: Knowing<'_>,
    control: Control<'_>,
) -> Result<Vec<ReadTable>, Cancelled> {
    let blank = ReadTable {
        fingerprint: fingerprint.to_owned(),
        bytes: bytes.len() as u64,
        ..ReadTable::blank(name.rsplit(['/', '\\']).next().unwrap_or(name))
    };
    // A parser that panics on hostile bytes costs its file, nothing else.
    let outcome = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| {
        read_bytes(bytes, &blank, knowing, control, 0)
    }));
    // What gave up on the way says that it failed.
    if (control.cancelled)() {
        return Err(Cancelled);
    }
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
    knowing: Knowing<'_>,
    control: Control<'_>,
    depth: u8,
) -> Result<Vec<ReadTable>, Cancelled> {
    if blank.file.starts_with("~$") {
        return Ok(vec![failed(blank, IssueKind::LockFile)]);
    }
    if bytes.iter().all(u8::is_ascii_whitespace) {
        return Ok(vec![failed(blank, IssueKind::EmptyFile)]);
    }
    if workbook::is_zip(bytes) && !archive::is_workbook(bytes) {
        return archive::read_archive(bytes, blank, knowing, control, depth);
    }
    if workbook::is_zip(bytes) || workbook::is_compound(bytes) {
        return read_workbook(bytes, blank, knowing, control);
    }
    if parquet::is_parquet(bytes) {
        return parquet::read_parquet(bytes, blank, knowing, control);
    }
    if bytes.starts_with(b"\x1f\x8b") {
        return Ok(vec![failed(blank, IssueKind::Gzip)]);
    }
    if text::is_utf32(bytes) {
        return Ok(vec![failed(blank, IssueKind::Utf32)]);
    }
    // Text has no zero byte, unless it is UTF-16.
    let zero = bytes.iter().take(8_192).any(|byte| *byte == 0);
    if bytes.starts_with(b"%PDF") || (zero && !text::is_utf16(bytes)) {
        return Ok(vec![failed(blank, IssueKind::NotAWorkbook)]);
    }
    let Some(decoded) = text::decode_unless(bytes, control.cancelled) else {
        return Err(Cancelled);
    };
    plain::read_text(&decoded, blank, knowing, control)
}

/// Reads the one sheet of a file.
fn read_alone(
    sheet: &mut dyn Sheet,
    blank: &ReadTable,
    knowing: Knowing<'_>,
    control: Control<'_>,
    reasons: &[Reason],
) -> Result<Vec<ReadTable>, Cancelled> {
    let mut tables = read_sheet(sheet, "", blank, knowing, control)?;
    for table in &mut tables {
        table.reasons.extend_from_slice(reasons);
    }
    Ok(tables)
}

/// Counts and tells what was left out of a sheet.
fn tell(left: &Left, sheet: &str, table: &mut ReadTable) {
    for long in &left.long {
        let place = Place::cell(sheet, long.row, &rows::letters(long.column));
        table.issues.error(place, IssueKind::TooLong { length: long.length });
    }
    // Rows before a header that is not found are no rows of a table.
    if table.kind != Kind::Unknown {
        let refused = u32::try_from(left.long.len()).unwrap_or(u32::MAX).saturating_add(left.more);
        table.rows.read += refused;
        table.rows.refused += refused;
    }
    if left.columns > 0 {
        let kind = IssueKind::SheetTooWide { columns: left.columns };
        table.issues.warning(Place::sheet(sheet), kind);
    }
    if let Some(row) = left.below {
        let kind = IssueKind::SheetTooLong { rows: rows::MAX_ROWS };
        table.issues.error(Place::row(sheet, row), kind);
    }
    if left.cut {
        let kind = IssueKind::TooLarge { limit_mib: rows::MAX_TEXT_MIB };
        table.issues.error(Place::sheet(sheet), kind);
    }
}

fn read_workbook(
    bytes: &[u8],
    blank: &ReadTable,
    knowing: Knowing<'_>,
    control: Control<'_>,
) -> Result<Vec<ReadTable>, Cancelled> {
    let mut workbook = match workbook::open_by(bytes, true, control.cancelled) {
        Ok(workbook) => workbook,
        Err(kind) => return Ok(vec![failed(blank, kind)]),
    };
    let mut sheets = Sheets::default();
    // Why the library cannot open what the fast road gave way on.
    let mut closed = None;
    for (name, is_hidden) in workbook.sheet_names() {
        if is_hidden {
            sheets.aside.push((name, IssueKind::HiddenSheet));
            continue;
        }
        let mut tables = read_sheet(&mut workbook.sheet(&name), &name, blank, knowing, control)?;
        if workbook.gave_way() {
            if (control.cancelled)() {
                return Err(Cancelled);
            }
            let opened = match &closed {
                Some(kind) => Err(IssueKind::clone(kind)),
                None => workbook::open_by(bytes, false, control.cancelled),
            };
            match opened {
                Ok(slow) => {
                    workbook = slow;
                    let sheet = &mut workbook.sheet(&name);
                    tables = read_sheet(sheet, &name, blank, knowing, control)?;
                }
                // The other sheets are kept; of this one a part alone was read.
                Err(kind) => {
                    tables.iter_mut().for_each(ReadTable::refuse_all);
                    if let Some(first) = tables.first_mut() {
                        first.issues.error(Place::sheet(&name), kind.clone());
                    }
                    closed = Some(kind);
                }
            }
        }
        if let Some(first) = tables.first_mut() {
            tell(workbook.left(), &name, first);
        }
        sheets.take(&name, tables);
    }
    Ok(sheets.finish(blank))
}

#[cfg(test)]
mod tests {
    use crate::readers::fill::Filling;
    use crate::readers::header::Columns;
    use crate::readers::layout::{LAYOUTS, Layout};
    use crate::readers::sheet::{Row, recognise};

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
        if layout.wide {
            cells.extend(["Janvier_2026", "février 2026"].map(str::to_owned));
        }
        let by = turn % cells.len();
        cells.rotate_left(by);
        cells.insert(turn % (cells.len() + 1), "Colonne nouvelle".to_owned());
        cells
    }

    /// A row under such a header, for the layouts that look below it.
    fn proof(layout: &Layout, cells: &[String]) -> Vec<Row> {
        let row = cells.iter().map(|_| if layout.proof.is_some() { "01.11Z" } else { "x" });
        vec![(2, row.map(str::to_owned).collect())]
    }

    #[test]
    fn each_layout_is_recognised_in_any_order_and_case_with_a_new_column() {
        for layout in LAYOUTS {
            for turn in 0..12 {
                for only_required in [false, true] {
                    let cells = header(layout, only_required, turn);
                    let below = proof(layout, &cells);
                    let Some((found, columns)) = recognise(&cells, Some(&below)) else {
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
            assert!(
                Filling::new(layout.kind, Columns::default(), String::new()).holds_rows(),
                "{}",
                layout.kind
            );
        }
    }

    #[test]
    fn a_header_without_a_required_column_is_not_that_layout() {
        for layout in LAYOUTS {
            let all = header(layout, true, 0);
            for missing in 0..all.len() {
                let mut cells = all.clone();
                let removed = cells.remove(missing);
                if removed == "Colonne nouvelle" || crate::readers::header::is_month(&removed) {
                    continue;
                }
                let found =
                    recognise(&cells, Some(&proof(layout, &all))).map(|(found, _)| found.kind);
                assert_ne!(found, Some(layout.kind), "{cells:?}");
            }
        }
    }
}
