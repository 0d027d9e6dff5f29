//! Archives: their members as files of their own, within one budget.
//!
//! An archive inside an archive is refused, and what systems and spreadsheet programs leave beside
//! the files is passed over with a word.

use crate::model::{IssueKind, Place, Reason};
use crate::readers::sheet::Sheet as _;
use crate::readers::watch::{Flag, NEVER, Watched, is_too_large};
use crate::readers::{
    Cancelled, Control, Knowing, MAX_MEMBER, ReadTable, failed, read_alone, read_bytes, rncp, text,
};
use std::io::{Cursor, Read};

/// Bytes that all members may inflate to.
const MAX_ALL: u64 = 1024 * 1024 * 1024;
const MAX_ALL_MIB: u32 = 1_024;
/// Members read of one archive.
const MAX_MEMBERS: u32 = 1_000;

type Archive<'a> = zip::ZipArchive<Cursor<&'a [u8]>>;

fn damaged(error: impl std::fmt::Display) -> IssueKind {
    IssueKind::Damaged { detail: error.to_string() }
}

/// An Office Open XML or OpenDocument container, by its members.
pub fn is_workbook(bytes: &[u8]) -> bool {
    let Ok(mut archive) = zip::ZipArchive::new(Cursor::new(bytes)) else { return true };
    (0..archive.len()).any(|index| {
        archive.by_index_raw(index).is_ok_and(|member| {
            let name = member.name_raw();
            matches!(name, b"[Content_Types].xml" | b"content.xml" | b"encrypted-package")
        })
    })
}

/// What a system or a spreadsheet program leaves beside the files: not a file of anyone's.
fn is_left_behind(name: &str) -> bool {
    let last = name.rsplit(['/', '\\']).next().unwrap_or(name);
    let hidden = last.starts_with("~$") || last.starts_with("._");
    let of_a_system = [".DS_Store", "Thumbs.db", "desktop.ini"];
    hidden || of_a_system.contains(&last) || name.split(['/', '\\']).any(|part| part == "__MACOSX")
}

/// Inflates a member, within what is left of the budget.
fn inflate(member: impl Read, most: u64, cancelled: Flag<'_>) -> std::io::Result<Vec<u8>> {
    let mut inflated = Vec::new();
    Watched::new(member, cancelled).at_most(most).read_to_end(&mut inflated)?;
    Ok(inflated)
}

pub fn read_archive(
    bytes: &[u8],
    blank: &ReadTable,
    knowing: Knowing<'_>,
    control: Control<'_>,
    depth: u8,
) -> Result<Vec<ReadTable>, Cancelled> {
    let mut archive = match zip::ZipArchive::new(Cursor::new(bytes)) {
        Ok(archive) if depth == 0 => archive,
        Ok(_) => return Ok(vec![failed(blank, IssueKind::NestedArchive)]),
        Err(error) => return Ok(vec![failed(blank, damaged(error))]),
    };
    if rncp::is_export(archive.file_names_raw().map(String::from_utf8_lossy)) {
        return read_register(&mut archive, blank, knowing, control);
    }
    let mut tables = Vec::new();
    let mut left = MAX_ALL;
    let (mut read, mut left_behind) = (0, false);
    for index in 0..archive.len() {
        if (control.cancelled)() {
            return Err(Cancelled);
        }
        let member = match archive.by_index(index) {
            Ok(member) if member.is_dir() => continue,
            Ok(member) => member,
            Err(error) => {
                tables.push(failed(blank, damaged(error)));
                continue;
            }
        };
        let name = String::from_utf8_lossy(member.name_raw()).into_owned();
        if is_left_behind(&name) {
            left_behind = true;
            continue;
        }
        read += 1;
        if read > MAX_MEMBERS {
            tables.push(failed(blank, IssueKind::TooManyMembers { limit: MAX_MEMBERS }));
            break;
        }
        let mut of_member = blank.clone();
        of_member.reasons.push(Reason::Member(name));
        tables.extend(match member_bytes(member, &mut left, control) {
            Ok(inflated) => read_bytes(&inflated, &of_member, knowing, control, depth + 1)?,
            Err(kind) => vec![failed(&of_member, kind)],
        });
        if left == 0 {
            break;
        }
    }
    if tables.is_empty() {
        tables.push(failed(blank, IssueKind::NoUsableRow));
    }
    if left_behind && let Some(first) = tables.first_mut() {
        first.issues.notice(Place::default(), IssueKind::LockFile);
    }
    Ok(tables)
}

/// The content of a member; the budget is at its end once one asks for more.
fn member_bytes(
    member: zip::read::ZipFile<'_, impl Read + std::io::Seek>,
    left: &mut u64,
    control: Control<'_>,
) -> Result<Vec<u8>, IssueKind> {
    // What says itself too large is not tried; what lies is stopped where it shows.
    if member.size() > MAX_MEMBER {
        return Err(IssueKind::TooLarge { limit_mib: 512 });
    }
    let most = MAX_MEMBER.min(*left);
    let of_all = *left < MAX_MEMBER;
    match inflate(member, most, control.cancelled) {
        Ok(inflated) => {
            *left -= inflated.len() as u64;
            Ok(inflated)
        }
        Err(error) if is_too_large(&error) => {
            *left -= most;
            let limit_mib = if of_all { MAX_ALL_MIB } else { 512 };
            Err(IssueKind::TooLarge { limit_mib })
        }
        Err(error) => Err(damaged(error)),
    }
}

/// The export of the national registers: its members are one table.
fn read_register(
    archive: &mut Archive<'_>,
    blank: &ReadTable,
    knowing: Knowing<'_>,
    control: Control<'_>,
) -> Result<Vec<ReadTable>, Cancelled> {
    // Members that are not read are counted, within a budget of their own.
    let (mut left, mut uncounted) = (MAX_MEMBER, MAX_MEMBER);
    let mut members: Vec<(String, String)> = Vec::new();
    let (mut aside, mut bad) = (Vec::new(), Vec::new());
    for index in 0..archive.len() {
        let member = match archive.by_index(index) {
            Ok(member) if member.is_dir() => continue,
            Ok(member) => member,
            Err(error) => return Ok(vec![failed(blank, damaged(error))]),
        };
        let name = String::from_utf8_lossy(member.name_raw()).into_owned();
        if !rncp::is_joined(&name) {
            if !is_left_behind(&name) {
                let rows = rows_of(member, &mut uncounted, control.cancelled);
                aside.push((name, rows));
            }
            continue;
        }
        let inflated = match inflate(member, left, control.cancelled) {
            Ok(inflated) => inflated,
            Err(error) if is_too_large(&error) => {
                return Ok(vec![failed(blank, IssueKind::TooLarge { limit_mib: 512 })]);
            }
            Err(error) => return Ok(vec![failed(blank, damaged(error))]),
        };
        left -= inflated.len() as u64;
        let decoded = text::decode(&inflated);
        bad.extend(decoded.bad.map(|bad| (name.clone(), bad)));
        members.push((name, decoded.text.into_owned()));
    }
    let mut fiches = match rncp::Fiches::new(&members, control.cancelled) {
        Ok(Some(fiches)) => fiches,
        Ok(None) => return Ok(vec![failed(blank, IssueKind::Unrecognised)]),
        Err(detail) => return Ok(vec![failed(blank, damaged(detail))]),
    };
    let names: Vec<String> = members.iter().map(|(name, _)| name.clone()).collect();
    let reasons: Vec<_> = names.iter().cloned().map(Reason::Member).collect();
    let mut tables = read_alone(&mut fiches, blank, knowing, control, &reasons)?;
    if let Some(table) = tables.first_mut() {
        // Every row of every member that is read counts.
        table.rows += fiches.rows;
        table.issues.append(fiches.issues);
        for (name, text::BadBytes { count, line }) in bad {
            let kind = IssueKind::BadBytes { count, line };
            table.issues.warning(Place::sheet(&name), kind);
        }
        for member in rncp::missing(&names) {
            let kind = IssueKind::MemberMissing { member: member.to_owned() };
            table.issues.warning(Place::default(), kind);
        }
        for member in rncp::again(&names) {
            let kind = IssueKind::MemberAgain { member: member.clone() };
            table.issues.warning(Place::default(), kind);
        }
        if !aside.is_empty() {
            table.reasons.push(Reason::MembersAside(aside));
        }
    }
    Ok(tables)
}

/// Rows of a member that is not read, below its header; `None` where it cannot be counted.
fn rows_of(member: impl Read, left: &mut u64, cancelled: Flag<'_>) -> Option<u32> {
    let inflated = inflate(member, *left, cancelled).ok()?;
    *left = left.saturating_sub(inflated.len() as u64);
    let decoded = text::decode_unless(&inflated, cancelled)?;
    let [separator, ..] = text::separators(&decoded.text);
    let mut rows = 0_u32;
    let mut sheet = text::Delimited::new(&decoded.text, separator).watched(cancelled);
    sheet
        .for_each_row(&mut |_, cells| {
            rows += u32::from(cells.to_vec().iter().any(|cell| !cell.trim().is_empty()));
            true
        })
        .ok()?;
    Some(rows.saturating_sub(1))
}

/// Bytes of members that are looked at to choose from, and members at most.
const MAX_PEEK: u64 = 256 * 1024 * 1024;
const MOST_PEEKED: usize = 100;

/// The members of an archive that may be tables, by name; what is left beside them is passed over.
pub fn peek(bytes: &[u8], visit: &mut dyn FnMut(&str, &[u8])) {
    let Ok(mut archive) = zip::ZipArchive::new(Cursor::new(bytes)) else { return };
    let mut left = MAX_PEEK;
    for index in 0..archive.len().min(MOST_PEEKED) {
        let Ok(member) = archive.by_index(index) else { continue };
        let name = String::from_utf8_lossy(member.name_raw()).into_owned();
        if member.is_dir() || is_left_behind(&name) || member.size() > left {
            continue;
        }
        match inflate(member, left, NEVER) {
            Ok(inflated) => {
                left -= inflated.len() as u64;
                visit(&name, &inflated);
            }
            // What lies of its size costs the rest.
            Err(error) if is_too_large(&error) => return,
            Err(_) => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_left_behind_is_nobodys_file() {
        let left = ["__MACOSX/._bmo.csv", "a/__MACOSX/b", "._bmo.csv", "a/.DS_Store", "~$bmo.xlsx"];
        assert!(left.into_iter().all(is_left_behind));
        assert!(!["bmo.csv", "MACOSX/bmo.csv", "a$b.csv", ".csv"].into_iter().any(is_left_behind));
    }
}
