//! JSON documents that are tables: a list of records, alone, under a name, or one on each line.
//! And what to say of documents that are none.

use crate::model::IssueKind;
use crate::readers::cells::{Buffer, Cells};
use crate::readers::offers::json;
use crate::readers::sheet::Sheet;
use crate::readers::watch::Flag;
use serde_json::{Map, Value};
use std::collections::BTreeSet;

type Record = Map<String, Value>;

/// Characters in which a page of the web says what it is.
const HEAD: usize = 2_048;

/// Whether a text begins as a JSON document does: too large a one is not parsed to know more.
pub fn is_json(text: &str) -> bool {
    let mut signs = text.trim_start_matches('\u{feff}').chars().filter(|c| !c.is_whitespace());
    match (signs.next(), signs.next()) {
        (Some('{'), next) => matches!(next, Some('"' | '}')),
        (Some('['), next) => {
            matches!(next, Some('{' | '[' | '"' | ']' | '-' | 't' | 'f' | 'n' | '0'..='9'))
        }
        _ => false,
    }
}

/// The records of a document; `None` when it is no list of them.
pub fn records(text: &str, cancelled: Flag<'_>) -> Option<Vec<Record>> {
    let text = text.trim_start_matches('\u{feff}').trim();
    let list = match text.as_bytes().first()? {
        b'[' => json::<Vec<Value>>(text, cancelled).ok()?,
        b'{' => match json::<Record>(text, cancelled) {
            Ok(whole) => named(whole)?,
            Err(_) => lines(text, cancelled)?,
        },
        _ => return None,
    };
    let count = list.len();
    let records: Vec<Record> = list
        .into_iter()
        .filter_map(|one| match one {
            Value::Object(record) => Some(record),
            _ => None,
        })
        .collect();
    (count > 0 && records.len() == count).then_some(records)
}

/// The list of records under a name of a document: that of the offers of France Travail, else the
/// only one.
fn named(mut whole: Record) -> Option<Vec<Value>> {
    if let Some(Value::Array(list)) = whole.remove("resultats") {
        return Some(list);
    }
    let is_list = |value: &Value| {
        value.as_array().is_some_and(|list| list.first().is_some_and(Value::is_object))
    };
    let mut lists = whole.into_iter().filter(|(_, value)| is_list(value));
    let (Some((_, Value::Array(list))), None) = (lists.next(), lists.next()) else { return None };
    Some(list)
}

/// A record on each line.
fn lines(text: &str, cancelled: Flag<'_>) -> Option<Vec<Value>> {
    let mut found = Vec::new();
    for (place, line) in text.lines().map(str::trim).filter(|line| !line.is_empty()).enumerate() {
        if place.is_multiple_of(256) && cancelled() {
            return None;
        }
        let record: Record = serde_json::from_str(line).ok()?;
        found.push(Value::Object(record));
    }
    (found.len() > 1).then_some(found)
}

/// Records as rows under the names of their fields; row numbers are ranks in the list.
pub struct Records {
    names: Vec<String>,
    found: Vec<Record>,
}

impl Records {
    pub fn new(found: Vec<Record>) -> Self {
        let (mut names, mut known) = (Vec::new(), BTreeSet::new());
        for name in found.iter().flat_map(Map::keys) {
            if known.insert(name.as_str()) {
                names.push(name.clone());
            }
        }
        Self { names, found }
    }
}

/// A value as a cell: what has parts is none.
fn cell(value: Option<&Value>) -> String {
    match value {
        Some(Value::String(text)) => text.clone(),
        Some(Value::Number(number)) => number.to_string(),
        Some(Value::Bool(true)) => "oui".to_owned(),
        Some(Value::Bool(false)) => "non".to_owned(),
        Some(Value::Array(list)) if !list.iter().any(|one| one.is_object() || one.is_array()) => {
            let parts: Vec<String> = list.iter().map(|one| cell(Some(one))).collect();
            parts.join("|")
        }
        _ => String::new(),
    }
}

impl Sheet for Records {
    fn for_each_row(
        &mut self,
        visit: &mut dyn FnMut(u32, Cells<'_>) -> bool,
    ) -> Result<(), String> {
        if !visit(0, Buffer::of(&self.names).cells()) {
            return Ok(());
        }
        for (row, record) in (1_u32..).zip(&self.found) {
            let cells: Vec<String> = self.names.iter().map(|name| cell(record.get(name))).collect();
            if !visit(row, Buffer::of(&cells).cells()) {
                return Ok(());
            }
        }
        Ok(())
    }
}

/// Why a document of another program is no table: damaged, a page of the web, of another structure.
pub fn why(text: &str, cancelled: Flag<'_>) -> IssueKind {
    let text = text.trim_start_matches('\u{feff}').trim_start();
    if text.starts_with('<') {
        let head: String = text.chars().take(HEAD).collect::<String>().to_lowercase();
        let page =
            ["<html", "<!doctype html", "<table", "<body"].iter().any(|tag| head.contains(tag));
        return if page { IssueKind::WebPage } else { IssueKind::NotATable };
    }
    match json::<serde::de::IgnoredAny>(text, cancelled) {
        Err(error) if error.is_eof() || error.is_syntax() => {
            IssueKind::Damaged { detail: error.to_string() }
        }
        _ => IssueKind::NotATable,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::readers::watch::NEVER;

    fn check(text: &str, expect: Option<&[&[&str]]>) {
        let found = records(text, NEVER).map(|records| {
            let mut rows = Vec::new();
            Records::new(records)
                .for_each_row(&mut |_, cells| {
                    rows.push(cells.to_vec());
                    true
                })
                .unwrap();
            rows
        });
        let expect: Option<Vec<Vec<String>>> = expect.map(|rows| {
            rows.iter().map(|row| row.iter().map(|cell| (*cell).to_owned()).collect()).collect()
        });
        assert_eq!(found, expect, "{text}");
    }

    #[test]
    fn lists_of_records_are_tables() {
        let rows: &[&[&str]] = &[&["a", "b", "c"], &["1", "x", ""], &["2", "", "oui"]];
        check(r#"[{"a": 1, "b": "x"}, {"a": "2", "c": true}]"#, Some(rows));
        check("{\"a\": 1, \"b\": \"x\"}\n{\"a\": \"2\", \"c\": true}\n", Some(rows));
        check(
            r#"{"total": 2, "results": [{"a": 1, "b": "x"}, {"a": "2", "c": true}]}"#,
            Some(rows),
        );
        check(r#"[{"a": ["x", "y"], "b": {"c": 1}}]"#, Some(&[&["a", "b"], &["x|y", ""]]));
        for text in
            ["[]", "[1]", "{}", r#"{"a": 1}"#, r#"[{"a": 1}, 2]"#, "{\"a\": [{}], \"b\": [{}]}"]
        {
            check(text, None);
        }
    }

    #[test]
    fn a_document_is_known_by_how_it_begins() {
        let check = |text: &str, expect: bool| assert_eq!(is_json(text), expect, "{text}");
        check("\u{feff} {\n \"type\": \"FeatureCollection\"", true);
        check("[{\"id\": 1}", true);
        check("[\n1, 2", true);
        check("[Feuille 1];met", false);
        check("{accolade};met", false);
        check("annee;met", false);
    }

    #[test]
    fn what_is_no_table_is_told_apart() {
        let check = |text: &str, expect: &str| assert_eq!(why(text, NEVER).id(), expect, "{text}");
        check("<html><table><tr><td>1</td></tr></table></html>", "web-page");
        check("<?xml version=\"1.0\"?><a/>", "not-a-table");
        check("{\"resultats\": [{\"id\": 1", "damaged");
        check("[1, 2]", "not-a-table");
    }
}
