//! The built-in tables as text, and where each comes from.

use serde::Deserialize;

/// A built-in asset that does not hold what it should.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("built-in list {list}, line {line}: {detail}")]
pub struct ReferenceError {
    pub list: &'static str,
    pub line: usize,
    pub detail: String,
}

/// Where a list comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListInfo {
    pub id: String,
    pub publisher: String,
    pub title: String,
    /// ISO date of the edition.
    pub date: String,
    pub licence: String,
    /// File and year of the user's edition, when one replaces the built-in list.
    pub replaced_by: Option<(String, Option<u16>)>,
}

#[derive(Deserialize)]
struct Entry {
    id: String,
    publisher: String,
    title: String,
    date: String,
    licence: String,
}

pub(crate) fn parse_lists() -> Result<Vec<ListInfo>, ReferenceError> {
    let text = include_str!("../../assets/reference/lists.ron");
    let fail = |detail: String| ReferenceError { list: "lists.ron", line: 0, detail };
    let entries: Vec<Entry> = ron::from_str(text).map_err(|error| fail(error.to_string()))?;
    let sourced = |entry: &Entry| {
        [&entry.publisher, &entry.title, &entry.licence].iter().all(|text| !text.is_empty())
            && entry.date.parse::<crate::model::Date>().is_ok()
    };
    if let Some(entry) = entries.iter().find(|entry| !sourced(entry)) {
        return Err(fail(format!("{} has no source or no date", entry.id)));
    }
    Ok(entries
        .into_iter()
        .map(|Entry { id, publisher, title, date, licence }| ListInfo {
            id,
            publisher,
            title,
            date,
            licence,
            replaced_by: None,
        })
        .collect())
}

/// Whether a loaded list stands for the built-in one: an extract with less than half of its
/// entries completes it instead.
pub(crate) const fn replaces(loaded: usize, built_in: usize) -> bool {
    loaded * 2 >= built_in
}

/// The rows of a `;` table without quoting, after its header; each must have `N` fields.
pub(crate) fn fields<const N: usize>(
    list: &'static str,
    text: &'static str,
) -> Result<impl Iterator<Item = [&'static str; N]>, ReferenceError> {
    let mut rows = Vec::with_capacity(text.len() / 32);
    for (index, line) in text.lines().enumerate().skip(1) {
        let (mut row, mut found) = ([""; N], 0);
        for field in line.split(';') {
            if let Some(place) = row.get_mut(found) {
                *place = field;
            }
            found += 1;
        }
        if found != N {
            let detail = format!("{found} fields instead of {N}");
            return Err(ReferenceError { list, line: index + 1, detail });
        }
        rows.push(row);
    }
    Ok(rows.into_iter())
}
