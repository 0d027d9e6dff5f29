//! What was loaded, and how each file can be known again.

use crate::report::paper::cite::push;
use crate::report::paper::matter::{Matter, number, words};
use crate::report::paper::{Block, Inline};

/// Files with their rows.
pub fn loaded(matter: &Matter<'_>) -> Vec<Block> {
    let Some(table) = matter.document.table("sources") else { return Vec::new() };
    let columns = [
        words("file", 4.0),
        words("kind", 3.6),
        words("vintage", 1.3),
        number("rows-kept", 1.2),
        number("rows-refused", 1.2),
        words("used", 1.0),
    ];
    let note = matter.plain("paper-loaded-note");
    let grid = matter.grid("paper-loaded-caption", table, table.rows.iter(), &columns, note);
    grid.into_iter().collect()
}

/// Files with their SHA-256.
pub fn fingerprints(matter: &Matter<'_>) -> Vec<Block> {
    let Some(table) = matter.document.table("sources") else { return Vec::new() };
    let mut out = vec![Block::Text(matter.plain("paper-sources-intro"))];
    let cell = |row: &crate::report::document::Row, column: &str| {
        let cell = table.column(column).and_then(|place| row.cells.get(place));
        cell.map(|cell| cell.shown(matter.catalog())).unwrap_or_default()
    };
    let lines = table.rows.iter().map(|row| {
        let mut line = vec![Inline::Strong(cell(row, "file"))];
        let more = [cell(row, "sheet"), cell(row, "kind"), cell(row, "vintage")];
        let more: Vec<String> = more.into_iter().filter(|text| !text.is_empty()).collect();
        push(&mut line, Inline::Words(format!(" ({})", more.join(", "))));
        let fingerprint = cell(row, "fingerprint");
        push(&mut line, Inline::Words(format!("{}{fingerprint}", matter.text("colon"))));
        line
    });
    out.extend(lines.map(Block::Small));
    out
}
