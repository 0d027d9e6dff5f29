//! Years that the user gives to surveys that do not say theirs.

use crate::model::{Kind, Reason};
use crate::readers::{ReadTable, named};
use std::collections::BTreeMap;

/// What names a survey that does not say its year: its content, and the member of an archive.
pub fn survey_key(table: &ReadTable) -> String {
    let member = table.reasons.iter().find_map(|reason| match reason {
        Reason::Member(name) => Some(name.as_str()),
        _ => None,
    });
    member.map_or_else(
        || table.fingerprint.clone(),
        |member| format!("{}/{member}", table.fingerprint),
    )
}

/// Whether only the user knows the year of a table.
pub fn is_undated(table: &ReadTable) -> bool {
    let by_user = |reason: &Reason| matches!(reason, Reason::YearOfUser(_));
    table.kind == Kind::Bmo
        && table.rows.kept > 0
        && (table.vintage.is_none() || table.reasons.iter().any(by_user))
}

/// Gives a table the year that the user gave it.
pub fn dated(table: &mut ReadTable, years: &BTreeMap<String, u16>) {
    if !years.is_empty()
        && table.vintage.is_none()
        && is_undated(table)
        && let Some(year) = years.get(&survey_key(table))
    {
        named::date_as(table, *year);
    }
}
