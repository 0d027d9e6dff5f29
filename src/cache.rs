//! Tables that were read, as bytes and back: typed frames in Arrow IPC under a checksum.
//!
//! Keyed by the content of the source and by what it was read with: a source that changed has
//! another key. Safe to delete at any time. Knows no disk.

use crate::model::{FapVersion, Issues, Kind, Reason, RowCount};
use crate::readers::ReadTable;
use crate::readers::mapping::Mapping;
use crate::tables::Table;
use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};
use std::io::Write;

/// Grows whenever a reader reads otherwise what it read before, or a table changes its columns.
const EDITION: u32 = 17;
const MAGIC: &[u8] = b"bassin-tables 3\n";
const CHECKSUM: usize = 4;
/// Bytes written between two looks at the flag.
const PIECE: usize = 4 * 1024 * 1024;

/// What is kept of a table beside its frame.
#[derive(Serialize, Deserialize)]
struct Entry {
    fingerprint: String,
    bytes: u64,
    kind: Kind,
    vintage: Option<u16>,
    fap_version: Option<FapVersion>,
    sheet: Option<String>,
    reasons: Vec<Reason>,
    rows: RowCount,
    masked_cells: u32,
    issues: Issues,
    /// Which table, and the length of its frame; empty for none.
    table: String,
    frame: usize,
}

/// The name under which the tables of a content are kept.
pub fn key(fingerprint: &str, mappings: &[Mapping]) -> String {
    let mut digest = Sha256::new();
    digest.update(env!("CARGO_PKG_VERSION"));
    digest.update(EDITION.to_le_bytes());
    digest.update(fingerprint);
    // A mapping that cannot be written as text shares no key with any other.
    digest.update(serde_json::to_string(mappings).unwrap_or_else(|error| error.to_string()));
    let mut name = String::with_capacity(72);
    for byte in digest.finalize() {
        // A text never fails.
        let _ = std::fmt::Write::write_fmt(&mut name, format_args!("{byte:02x}"));
    }
    name.push_str(".tables");
    name
}

/// Bytes on their way, counted, under a checksum; none once the flag is set.
struct Sealing<'a> {
    into: &'a mut dyn Write,
    checksum: crc32fast::Hasher,
    written: usize,
    cancelled: &'a dyn Fn() -> bool,
}

impl Write for Sealing<'_> {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        if (self.cancelled)() {
            return Err(std::io::Error::other("cancelled"));
        }
        // A large piece takes its time.
        let bytes = bytes.get(..PIECE).unwrap_or(bytes);
        self.into.write_all(bytes)?;
        self.checksum.update(bytes);
        self.written += bytes.len();
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        self.into.flush()
    }
}

/// Writes tables that were read: their frames, what is kept beside them and its length, the
/// checksum. No more than a few rows are held beside the tables.
///
/// # Errors
/// When they cannot be written, or the flag is set: what was written is then worth nothing.
pub fn seal(
    tables: &[ReadTable],
    into: &mut dyn Write,
    cancelled: &dyn Fn() -> bool,
) -> std::io::Result<()> {
    into.write_all(MAGIC)?;
    let mut sealing = Sealing { into, checksum: crc32fast::Hasher::new(), written: 0, cancelled };
    let mut entries = Vec::with_capacity(tables.len());
    for table in tables {
        let before = sealing.written;
        let name = table.table.write(&mut sealing, cancelled).map_err(std::io::Error::other)?;
        entries.push(Entry {
            fingerprint: table.fingerprint.clone(),
            bytes: table.bytes,
            kind: table.kind,
            vintage: table.vintage,
            fap_version: table.fap_version,
            sheet: table.sheet.clone(),
            reasons: table.reasons.clone(),
            rows: table.rows,
            masked_cells: table.masked_cells,
            issues: table.issues.clone(),
            table: name.to_owned(),
            frame: sealing.written - before,
        });
    }
    let entries = serde_json::to_vec(&entries)?;
    sealing.write_all(&entries)?;
    sealing.write_all(&(entries.len() as u64).to_le_bytes())?;
    let checksum = sealing.checksum.finalize();
    into.write_all(&checksum.to_le_bytes())
}

/// The tables of sealed bytes; `None` when they are damaged or of another edition.
pub fn open(sealed: &[u8]) -> Option<Vec<ReadTable>> {
    let rest = sealed.strip_prefix(MAGIC)?;
    let (body, checksum) = rest.split_last_chunk::<CHECKSUM>()?;
    // Against a damaged disk; the key, which is not chosen by anyone else, says what is inside.
    if crc32fast::hash(body).to_le_bytes() != *checksum {
        return None;
    }
    let (rest, length) = body.split_last_chunk::<8>()?;
    let length = usize::try_from(u64::from_le_bytes(*length)).ok()?;
    let (mut frames, entries) = rest.split_at_checked(rest.len().checked_sub(length)?)?;
    let entries: Vec<Entry> = serde_json::from_slice(entries).ok()?;
    let mut tables = Vec::with_capacity(entries.len());
    for entry in entries {
        let (frame, after) = frames.split_at_checked(entry.frame)?;
        frames = after;
        tables.push(ReadTable {
            file: String::new(),
            fingerprint: entry.fingerprint,
            bytes: entry.bytes,
            kind: entry.kind,
            vintage: entry.vintage,
            fap_version: entry.fap_version,
            sheet: entry.sheet,
            reasons: entry.reasons,
            rows: entry.rows,
            masked_cells: entry.masked_cells,
            issues: entry.issues,
            table: Table::read(&entry.table, frame).ok()?,
        });
    }
    Some(tables)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::readers::{Control, read};
    use crate::reference::Reference;
    use crate::sample;

    fn sample_tables() -> Vec<ReadTable> {
        let reference = Reference::embedded().unwrap();
        sample::FILES
            .iter()
            .flat_map(|(name, bytes)| read(name, bytes, &reference, Control::none()).unwrap())
            .collect()
    }

    fn sealed(tables: &[ReadTable]) -> Vec<u8> {
        let mut bytes = Vec::new();
        seal(tables, &mut bytes, &|| false).unwrap();
        bytes
    }

    #[test]
    fn sealing_is_given_up() {
        let tables = sample_tables();
        let looks = std::cell::Cell::new(0);
        let seal_until = |most: u32| {
            looks.set(0);
            let flag = || looks.replace(looks.get() + 1) >= most;
            seal(&tables, &mut std::io::sink(), &flag).is_ok()
        };
        assert!(seal_until(u32::MAX));
        let all = looks.get();
        assert!(all as usize > 2 * tables.len());
        for most in [0, 1, all / 2, all - 1] {
            assert!(!seal_until(most), "{most}");
            assert!(looks.get() <= most + 40, "{} after {most}", looks.get());
        }
    }

    #[test]
    fn what_is_kept_is_what_was_read() {
        let tables = sample_tables();
        let mut opened = open(&sealed(&tables)).unwrap();
        assert_eq!(opened.len(), tables.len());
        for (found, table) in opened.iter_mut().zip(&tables) {
            found.file.clone_from(&table.file);
            assert_eq!(format!("{found:?}"), format!("{table:?}"), "{}", table.file);
        }
    }

    #[test]
    fn damaged_bytes_are_no_tables() {
        let sealed = sealed(&sample_tables());
        assert!(open(&[]).is_none());
        assert!(open(&sealed[..sealed.len() - 1]).is_none());
        for place in (0..sealed.len()).step_by(sealed.len() / 97) {
            let mut damaged = sealed.clone();
            damaged[place] ^= 0x41;
            assert!(open(&damaged).is_none(), "byte {place}");
        }
    }

    #[test]
    fn another_content_or_mapping_is_another_key() {
        let mapping = Mapping {
            confirmed_on: String::new(),
            kind: Kind::JobOffers,
            two_rows: false,
            fields: Vec::new(),
            questions: Vec::new(),
            seen: Vec::new(),
            none: Vec::new(),
        };
        let keys = [key("a", &[]), key("b", &[]), key("a", &[mapping])];
        assert!(keys[0] != keys[1] && keys[0] != keys[2]);
        assert_eq!(key("a", &[]), keys[0]);
    }
}
