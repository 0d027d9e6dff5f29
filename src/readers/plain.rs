//! A text: which structure it has, and the tables that are in it.

use crate::model::{IssueKind, Kind, Place, Reason};
use crate::readers::sheet::{HEADER_ROWS, Sheet as _, is_dictionary, recognise};
use crate::readers::text::{self, BadBytes};
use crate::readers::watch::Flag;
use crate::readers::{Cancelled, Control, Knowing, ReadTable, failed, read_alone};
use crate::readers::{document, lheo, map, offers, prose, sas, split};

/// Characters of a JSON document, at most: a parsed one takes several times its text.
const MAX_JSON: usize = MAX_JSON_MIB as usize * 1024 * 1024;
const MAX_JSON_MIB: u32 = 128;
/// Bytes in which a GeoJSON collection says what it is.
const MAP_HEAD: usize = 512;

/// A text that no layout knows and that is no table is one to be read by people.
pub fn read_text(
    decoded: &text::Decoded<'_>,
    blank: &ReadTable,
    knowing: Knowing<'_>,
    control: Control<'_>,
) -> Result<Vec<ReadTable>, Cancelled> {
    let mut tables = read_text_as_table(decoded, blank, knowing, control)?;
    // Told of nothing but that no layout is its own: what else is told is a fault of a table.
    let unknown = tables.iter().all(|table| {
        let mut issues = table.issues.as_slice().iter();
        table.kind == Kind::Unknown && issues.all(|issue| issue.kind == IssueKind::Unrecognised)
    });
    if unknown && prose::is_prose(&blank.file, &decoded.text) {
        tables = vec![ReadTable { kind: Kind::ReadMe, ..blank.clone() }];
    }
    if let (Some(bad), Some(first)) = (decoded.bad, tables.first_mut()) {
        let BadBytes { count, line } = bad;
        first.issues.warning(Place::default(), IssueKind::BadBytes { count, line });
    }
    Ok(tables)
}

fn read_text_as_table(
    decoded: &text::Decoded<'_>,
    blank: &ReadTable,
    knowing: Knowing<'_>,
    control: Control<'_>,
) -> Result<Vec<ReadTable>, Cancelled> {
    let cancelled = control.cancelled;
    let small = decoded.text.len() <= MAX_JSON;
    if small && let Some(head) = map_head(&decoded.text, cancelled) {
        return match head {
            Ok(()) => Ok(vec![map::read_map(&decoded.text, blank, knowing, cancelled)?]),
            Err(kind) => Ok(vec![failed(blank, kind)]),
        };
    }
    if decoded.text.trim_start().starts_with('<') && lheo::is_lheo(&decoded.text) {
        let mut offers = lheo::Offers { text: &decoded.text, cancelled };
        let reason = Reason::Structure("LHEO".to_owned());
        return read_alone(&mut offers, blank, knowing, control, &[reason]);
    }
    if small && let Some(records) = document::records(&decoded.text, cancelled) {
        return match offers::Offers::new(records) {
            Ok(mut offers) => {
                let reason = Reason::Structure("resultats".to_owned());
                read_alone(&mut offers, blank, knowing, control, &[reason])
            }
            Err(records) => {
                let reason = Reason::Structure("JSON".to_owned());
                let mut records = document::Records::new(records);
                read_alone(&mut records, blank, knowing, control, &[reason])
            }
        };
    }
    if let Some(mut formats) = sas::parse(&decoded.text, cancelled) {
        let reason = Reason::Structure("value $FAP".to_owned());
        return read_alone(&mut formats, blank, knowing, control, &[reason]);
    }
    if !small && document::is_json(&decoded.text) {
        return Ok(vec![failed(blank, IssueKind::TooLarge { limit_mib: MAX_JSON_MIB })]);
    }
    // A document of another program: one of its lines may be the whole of it.
    if matches!(decoded.text.trim_start().as_bytes().first(), Some(b'{' | b'[' | b'<')) {
        return Ok(vec![failed(blank, document::why(&decoded.text, cancelled))]);
    }
    let (mut sheet, separator) = separated(&decoded.text, cancelled);
    let reason = Reason::Text { encoding: decoded.encoding.to_owned(), separator };
    let mut tables = match split::read_split(&sheet, blank, knowing, control)? {
        Some(tables) => tables,
        None => read_alone(&mut sheet, blank, knowing, control, &[])?,
    };
    for table in &mut tables {
        table.reasons.push(reason.clone());
    }
    if let (Some(columns), Some(first)) = (sheet.columns_beyond(), tables.first_mut()) {
        first.issues.warning(Place::default(), IssueKind::SheetTooWide { columns });
    }
    Ok(tables)
}

/// A text by the separator under which a known header appears, else by the most frequent one.
fn separated<'a>(text: &'a str, cancelled: Flag<'a>) -> (text::Delimited<'a>, char) {
    let ranked = text::separators(text);
    let [most_frequent, ..] = ranked;
    let sheet = text::Delimited::new(text, most_frequent).watched(cancelled);
    let known = ranked.into_iter().find(|separator| {
        let (mut seen, mut found) = (0, false);
        // An unreadable row ends the search as a missing header does.
        let _ = sheet.with_separator(*separator).for_each_row(&mut |_, cells| {
            seen += 1;
            let cells = cells.to_vec();
            found = recognise(&cells, None).is_some() || is_dictionary(&cells);
            !found && seen < HEADER_ROWS
        });
        found
    });
    let separator = known.unwrap_or(most_frequent);
    (sheet.with_separator(separator), separator)
}

/// Whether a text is a GeoJSON collection; parsed, since a text that merely mentions one is not a
/// map, and without keeping what it holds. An error where it would be one and is damaged.
fn map_head(text: &str, cancelled: Flag<'_>) -> Option<Result<(), IssueKind>> {
    #[derive(serde::Deserialize)]
    struct Head {
        r#type: String,
    }
    if !text.trim_start().starts_with('{') {
        return None;
    }
    match offers::json::<Head>(text, cancelled) {
        Ok(head) => (head.r#type == "FeatureCollection").then_some(Ok(())),
        Err(error) => {
            let head = text.get(..MAP_HEAD).unwrap_or(text);
            let meant = head.contains("\"FeatureCollection\"") && !error.is_data();
            meant.then(|| Err(map::damaged(&error)))
        }
    }
}
