//! What is told of the rows of a file that are refused.

use crate::cli::complain;
use crate::format::integer;
use crate::i18n::Catalog;
use crate::model::{Issue, IssueKind, Severity};
use crate::readers::ReadTable;
use std::sync::Arc;

/// Names what cannot be read of a file, with its line: rows that are refused, cells that are.
pub fn complain_of(tables: &[Arc<ReadTable>], catalog: &Catalog) {
    for table in tables {
        let told = table.issues.as_slice().iter();
        for issue in told.filter(|issue| issue.severity != Severity::Notice) {
            let place = catalog.place(issue);
            let file = if place.is_empty() {
                table.file.clone()
            } else {
                format!("{}, {place}", table.file)
            };
            complain(&format!("{file}{}{}", catalog.text("colon"), catalog.issue(issue)));
        }
    }
}

/// How many rows of a table are refused, with the reason of the first; of a file that is damaged or
/// not read at all, with that. `None` where nothing is refused.
pub fn refused(table: &ReadTable, catalog: &Catalog) -> Option<String> {
    let errors = || table.issues.as_slice().iter().filter(|one| one.severity == Severity::Error);
    let is_damage = |issue: &&Issue| matches!(issue.kind, IssueKind::Damaged { .. });
    let first = errors().find(is_damage).or_else(|| errors().next());
    if table.rows.refused == 0 {
        let reason = catalog.issue(first.filter(|_| table.rows.kept == 0)?);
        return Some(format!("{}{}{reason}", table.file, catalog.text("colon")));
    }
    let number = |n: u32| integer(f64::from(n), catalog.language());
    let (refused, read) = (number(table.rows.refused), number(table.rows.read));
    let reason = first.map_or_else(String::new, |issue| {
        let place = catalog.place(issue);
        let colon = if place.is_empty() { String::new() } else { catalog.text("colon") };
        format!("{place}{colon}{}", catalog.issue(issue))
    });
    let args = [
        ("file", (&table.file).into()),
        ("refused", (&refused).into()),
        ("read", (&read).into()),
        ("reason", (&reason).into()),
    ];
    Some(catalog.with("cli-rows-refused", &args))
}
