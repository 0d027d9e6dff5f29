//! The annex: every indicator, parameter, device and list, with source and date.

use crate::report::paper::Block;
use crate::report::paper::matter::{Matter, words};
use crate::report::paper::parts::{limits, sources};

pub fn section(matter: &Matter<'_>, id: &str) -> Option<Vec<Block>> {
    Some(match id {
        "introduction" | "conclusions" => Vec::new(),
        "reading" => limits::method(matter),
        "indicators" => {
            let columns = [
                words("method-name", 2.6),
                words("definition", 4.6),
                words("formula", 3.4),
                words("source", 2.6),
            ];
            part(matter, "indicator/", &columns, "paper-method-indicators")
        }
        "parameters" => {
            let columns = [
                words("definition", 5.0),
                words("formula", 1.6).titled("paper-column-value"),
                words("source", 4.6),
                words("date", 1.8),
            ];
            part(matter, "parameter/", &columns, "paper-method-parameters")
        }
        "devices" => {
            let columns = [
                words("method-name", 3.4),
                words("definition", 3.4).titled("paper-column-status"),
                words("source", 4.4),
                words("date", 1.8),
            ];
            part(matter, "device/", &columns, "paper-method-devices")
        }
        "lists" => {
            let columns = [words("method-name", 4.6), words("source", 5.0), words("date", 1.8)];
            part(matter, "list/", &columns, "paper-method-lists")
        }
        "sources" => sources::fingerprints(matter),
        _ => return None,
    })
}

/// The rows of one part of the table of the method.
fn part(
    matter: &Matter<'_>,
    start: &str,
    columns: &[crate::report::paper::matter::Col],
    caption: &str,
) -> Vec<Block> {
    let Some(table) = matter.document.table("methode") else { return Vec::new() };
    let rows = table.rows.iter().filter(|row| row.key.starts_with(start));
    matter.grid(caption, table, rows, columns, Vec::new()).into_iter().collect()
}
