//! What calamine is given to read: nothing that it would keep without bound.
//!
//! It keeps all shared texts, gathers a cell whatever its length, and believes the counts that a
//! file announces. So a workbook is walked once before, whole: this road is seldom taken.

use crate::model::IssueKind;
use crate::readers::rows::MAX_CELL;
use crate::readers::strings::BOUNDS;
use crate::readers::watch::{Broken, Events, Flag, Watched, is_too_large};
use crate::readers::xlsx::Archive;
use quick_xml::events::Event;
use std::io::Read;

/// Bytes of all members, once inflated, at most.
const MAX_INFLATED: u64 = 2 * 1024 * 1024 * 1024;
/// Bytes of a binary part that is kept whole, once inflated, at most.
const MAX_BINARY: u64 = 128 * 1024 * 1024;

/// What is told of a place that no spreadsheet has.
const ODD_REFERENCE: &str = "ill-formed document: a cell reference";

fn too_large(bytes: u64) -> IssueKind {
    IssueKind::TooLarge { limit_mib: u32::try_from(bytes >> 20).unwrap_or(u32::MAX) }
}

/// Walks the XML members.
///
/// # Errors
/// When one holds more than is read.
pub fn check(archive: &mut Archive<'_>, cancelled: Flag<'_>) -> Result<(), IssueKind> {
    let mut left = MAX_INFLATED;
    for index in 0..archive.len() {
        let Ok(member) = archive.by_index(index) else { continue };
        let raw = member.name_raw().to_ascii_lowercase();
        if !raw.ends_with(b".xml") && !raw.ends_with(b".rels") {
            continue;
        }
        let name = name_of(&raw);
        let mut events = Events::new(Watched::new(member, cancelled).at_most(left));
        walk(&mut events, &name)?;
        left = left.saturating_sub(events.position());
    }
    Ok(())
}

/// The name of a member, to be told.
fn name_of(raw: &[u8]) -> String {
    String::from_utf8_lossy(raw).into_owned()
}

/// What is told of a member that cannot be read to its end, or is not what its checksum says: a
/// part of it would be taken for the whole.
fn unreadable(name: &str, detail: &str) -> IssueKind {
    IssueKind::Damaged { detail: format!("{name}: {detail}") }
}

/// Whether `AB12`, `12` or `AB` is not longer than the last cell of a spreadsheet.
fn is_reference(text: &str) -> bool {
    let digits = text.trim_start_matches(|c: char| c.is_ascii_alphabetic());
    text.len() - digits.len() <= 3 && digits.len() <= 7
}

fn walk(events: &mut Events<impl Read>, name: &str) -> Result<(), IssueKind> {
    let (mut entries, mut shared) = (0, 0);
    // Text of the open cell or shared text.
    let mut open: Option<usize> = None;
    let announced = || too_large(BOUNDS.bytes as u64);
    loop {
        let length = match events.next() {
            Ok(Event::Start(tag)) => {
                let name = tag.local_name();
                if name.as_ref() == "sst" {
                    let count = tag.try_get_attribute("uniqueCount").ok().flatten();
                    let count = count.and_then(|count| count.value.parse::<u64>().ok());
                    if count.is_some_and(|count| count > BOUNDS.entries as u64) {
                        return Err(announced());
                    }
                }
                entries += usize::from(name.as_ref() == "si");
                if entries > BOUNDS.entries {
                    return Err(announced());
                }
                // calamine reckons with any number of digits, beyond what its own numbers hold.
                let places = match name.as_ref() {
                    "c" | "row" => tag.try_get_attribute("r"),
                    "dimension" => tag.try_get_attribute("ref"),
                    _ => Ok(None),
                };
                if let Ok(Some(places)) = places
                    && !places.value.split(':').all(is_reference)
                {
                    return Err(IssueKind::Damaged { detail: ODD_REFERENCE.to_owned() });
                }
                if matches!(name.as_ref(), "c" | "si") {
                    open = Some(0);
                }
                0
            }
            Ok(Event::End(tag)) if matches!(tag.local_name().as_ref(), "c" | "si") => {
                let length = open.take().unwrap_or(0);
                if tag.local_name().as_ref() == "si" {
                    shared += length;
                }
                if shared > BOUNDS.bytes {
                    return Err(announced());
                }
                0
            }
            Ok(Event::Text(text)) => text.len(),
            Ok(Event::CData(text)) => text.len(),
            Ok(Event::GeneralRef(name)) => name.len(),
            // calamine says what is wrong.
            Ok(Event::Eof) | Err(Broken::Damaged(_)) => return Ok(()),
            Ok(_) => 0,
            Err(Broken::Unreadable(detail)) => return Err(unreadable(name, &detail)),
            Err(Broken::TooLarge) => return Err(too_large(MAX_INFLATED)),
        };
        open = open.map(|before| before + length);
        if let Some(length) = open.filter(|length| *length > MAX_CELL) {
            let length = u32::try_from(length).unwrap_or(u32::MAX);
            return Err(IssueKind::TooLong { length });
        }
    }
}

/// Inflates the binary members: the sizes of those that are kept whole are not to be believed, and
/// their checksums are looked at.
///
/// # Errors
/// When one holds more than is read, or is damaged.
pub fn check_binary(archive: &mut Archive<'_>, cancelled: Flag<'_>) -> Result<(), IssueKind> {
    // Of all sheets: their sizes are not to be believed either.
    let mut left = MAX_INFLATED;
    for index in 0..archive.len() {
        let Ok(member) = archive.by_index(index) else { continue };
        let raw = member.name_raw().to_ascii_lowercase();
        if !raw.starts_with(b"xl/") {
            continue;
        }
        // Sheets are read record by record.
        let is_sheet = raw.starts_with(b"xl/worksheets/");
        let most = if is_sheet { left } else { MAX_BINARY };
        let name = name_of(&raw);
        let mut source = Watched::new(member, cancelled).at_most(most);
        match std::io::copy(&mut source, &mut std::io::sink()) {
            Ok(read) if is_sheet => left = left.saturating_sub(read),
            Ok(_) => {}
            Err(error) if is_too_large(&error) => {
                return Err(too_large(if is_sheet { MAX_INFLATED } else { MAX_BINARY }));
            }
            Err(error) => return Err(unreadable(&name, &error.to_string())),
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_calamine_would_keep_without_bound_is_refused() {
        let check = |text: &str| {
            walk(&mut Events::new(text.as_bytes()), "sheet").map_err(|kind| kind.id().to_owned())
        };
        let long = "x".repeat(MAX_CELL / 2 + 1);
        assert_eq!(check("<sst uniqueCount='3'><si/></sst>"), Ok(()));
        assert_eq!(check("<sst uniqueCount='99999999999999'>"), Err("too-large".to_owned()));
        let cell = format!("<c><is><t>{long}</t><t>{long}</t></is></c>");
        assert_eq!(check(&cell), Err("too-long".to_owned()));
        let cells = format!("<c><v>{long}</v></c><c><v><![CDATA[{long}]]></v></c>");
        assert_eq!(check(&cells), Ok(()));
        assert_eq!(check("<c><v>1</w>"), Ok(()));
        // Places beyond what calamine's numbers hold.
        assert_eq!(check("<dimension ref='A1:XFD1048576'/><row r='7'/><c r='XFD7'/>"), Ok(()));
        for odd in ["<c r='A99999999999'/>", "<row r='99999999999'/>", "<c r='AAAAAAAAAA1'/>"] {
            assert_eq!(check(odd), Err("damaged".to_owned()), "{odd}");
        }
        assert_eq!(check("<dimension ref='A1:A99999999999'/>"), Err("damaged".to_owned()));
    }
}
