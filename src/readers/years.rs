//! A survey that holds several years: each is a table of its own.

use crate::model::{Issue, IssueKind, Issues, Place, Reason, RowCount};
use crate::readers::ReadTable;
use crate::readers::fill::edition;
use crate::reference::Reference;
use crate::tables::{Cell, Table, bmo};
use std::collections::BTreeSet;

/// A survey of several years as one table for each, the earliest first: their codes may be of two
/// editions, and nothing of one year is a figure of another. What was refused is told of the first.
pub fn by_year(
    table: ReadTable,
    years: &[u16],
    sheet: &str,
    reference: &Reference,
) -> Vec<ReadTable> {
    let different: BTreeSet<u16> = years.iter().copied().collect();
    let Table::Bmo(rows) = &table.table else { return vec![table] };
    if different.len() < 2 {
        return vec![table];
    }
    let count = |size: usize| u32::try_from(size).unwrap_or(u32::MAX);
    let mut found: Vec<ReadTable> = Vec::with_capacity(different.len());
    for year in &different {
        let (mut builder, mut faps, mut masked) = (bmo::Builder::default(), BTreeSet::new(), 0);
        for (row, _) in rows.rows().zip(years).filter(|(_, of)| *of == year) {
            faps.insert(row.occupation.to_owned());
            let cells = [row.projects, row.difficult, row.seasonal];
            masked += count(cells.iter().filter(|cell| **cell == Cell::Masked).count());
            builder.push(row);
        }
        let kept = count(builder.len());
        let mut one = ReadTable { masked_cells: masked, vintage: Some(*year), ..table.clone() };
        one.reasons.retain(|reason| {
            !matches!(reason, Reason::FapVersion { .. } | Reason::EditionOfYear { .. })
        });
        one.reasons.push(Reason::YearOf { year: *year, years: count(different.len()) });
        // Of the editions of all years together.
        let of_editions = |issue: &Issue| match &issue.kind {
            IssueKind::CodesUnknown { system, .. } => system.starts_with("fap"),
            kind => matches!(kind, IssueKind::FapVersionUnclear { .. }),
        };
        if found.is_empty() {
            one.rows.read -= one.rows.kept - kept;
            one.issues.retain(|issue| !of_editions(issue));
        } else {
            one.rows = RowCount { read: kept, kept, ..RowCount::default() };
            one.issues = Issues::default();
        }
        one.rows.kept = kept;
        edition(&faps, &mut one, sheet, reference);
        match builder.finish() {
            Ok(rows) => one.table = Table::Bmo(rows),
            Err(error) => {
                let kind = IssueKind::Damaged { detail: error.to_string() };
                one.issues.error(Place::sheet(sheet), kind);
            }
        }
        found.push(one);
    }
    found
}

#[cfg(test)]
mod tests {
    use crate::model::{FapVersion, Kind};
    use crate::readers::{Control, read};
    use crate::reference::Reference;

    /// Two editions of codes and a row without a year, in one text.
    #[test]
    fn each_year_is_a_table_with_its_own_codes() {
        let text = "annee;code métier;BE;Dept;REG;met;xmet;smet\n\
                    2024;V0X60;8450;15;84;12;8;*\n2023;V0Z60;8450;15;84;30;9;*\n\
                    2024;S1X40;8450;15;84;7;5;5\n;S1X40;8450;15;84;9;5;5\n\
                    2023;V0Z60;8450;15;84;31;9;*\n;;;;;;;\n"
            .replace("BE;", "BE24;");
        let reference = Reference::embedded().unwrap();
        let found = read("a.csv", text.as_bytes(), &reference, Control::none()).unwrap();
        let told: Vec<_> = found
            .iter()
            .map(|t| {
                assert!(t.kind == Kind::Bmo && t.rows.adds_up(), "{:?}", t.rows);
                let rows = [t.rows.kept, t.rows.refused, t.rows.empty];
                (t.vintage, t.fap_version, rows, t.masked_cells)
            })
            .collect();
        let (old, new) = (Some(FapVersion::Fap2009), Some(FapVersion::Fap2021));
        assert_eq!(
            told,
            [(Some(2023), old, [1, 2, 1], 1), (Some(2024), new, [2, 0, 0], 1)],
            "a row without a year and a row of the same key are refused"
        );
    }
}
