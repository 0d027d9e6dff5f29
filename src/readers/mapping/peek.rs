//! The first rows of a file as they stand, to choose from.

use crate::readers::offers::Offers;
use crate::readers::sheet::{Row, Sheet};
use crate::readers::watch::NEVER;
use crate::readers::{archive, document, parquet, text, workbook};

/// Rows of a sheet looked at.
const ROWS: usize = 400;

/// One sheet, as it stands.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RawSheet {
    /// Empty for a text file.
    pub name: String,
    pub hidden: bool,
    pub rows: Vec<Row>,
}

/// The sheets of a file; empty when it holds no table.
pub type Peek = Vec<RawSheet>;

/// The first rows of each sheet of a workbook or a text, those of the members of an archive under
/// their names. A map or a file that cannot be opened has none.
pub fn peek(bytes: &[u8]) -> Peek {
    // A parser that panics on hostile bytes costs its file, nothing else.
    let looked = std::panic::AssertUnwindSafe(|| {
        if workbook::is_zip(bytes) && !archive::is_workbook(bytes) {
            return members(bytes);
        }
        sheets(bytes)
    });
    std::panic::catch_unwind(looked).unwrap_or_default()
}

fn members(bytes: &[u8]) -> Peek {
    let mut found = Peek::new();
    archive::peek(bytes, &mut |name, inflated| {
        // An archive in an archive is not read.
        if workbook::is_zip(inflated) && !archive::is_workbook(inflated) {
            return;
        }
        let name = name.rsplit(['/', '\\']).next().unwrap_or(name);
        let named = |sheet: RawSheet| {
            let name = match sheet.name.as_str() {
                "" => name.to_owned(),
                sheet => format!("{name} › {sheet}"),
            };
            RawSheet { name, ..sheet }
        };
        found
            .extend(sheets(inflated).into_iter().filter(|sheet| !sheet.rows.is_empty()).map(named));
    });
    found
}

fn sheets(bytes: &[u8]) -> Peek {
    if workbook::is_zip(bytes) || workbook::is_compound(bytes) {
        let Ok(mut workbook) = workbook::open(bytes) else { return Vec::new() };
        let named = workbook.sheet_names();
        return named
            .into_iter()
            .map(|(name, hidden)| {
                let mut rows = first_rows(&mut workbook.sheet(&name));
                if workbook.gave_way()
                    && let Ok(slow) = workbook::open_slow(bytes)
                {
                    workbook = slow;
                    rows = first_rows(&mut workbook.sheet(&name));
                }
                RawSheet { name, hidden, rows }
            })
            .filter(|sheet| !sheet.rows.is_empty())
            .collect();
    }
    if parquet::is_parquet(bytes) {
        let Ok(mut table) = parquet::Table::open(bytes) else { return Vec::new() };
        return vec![RawSheet { name: String::new(), hidden: false, rows: first_rows(&mut table) }];
    }
    let decoded = text::decode(bytes);
    if let Some(records) = document::records(&decoded.text, NEVER) {
        // Offers of France Travail need no mapping.
        let Err(records) = Offers::new(records) else { return Vec::new() };
        let rows = first_rows(&mut document::Records::new(records));
        return vec![RawSheet { name: String::new(), hidden: false, rows }];
    }
    let [separator, ..] = text::separators(&decoded.text);
    let rows = first_rows(&mut text::Delimited::new(&decoded.text, separator));
    vec![RawSheet { name: String::new(), hidden: false, rows }]
}

fn first_rows(sheet: &mut dyn Sheet) -> Vec<Row> {
    let mut rows = Vec::new();
    // What can be read of a damaged sheet is shown; its reading says what is wrong.
    let _ = sheet.for_each_row(&mut |row, cells| {
        rows.push((row, cells.to_vec()));
        rows.len() < ROWS
    });
    rows
}
