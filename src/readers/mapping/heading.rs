//! The header of a spreadsheet nobody knows: where it stands, on one row or two.

use crate::readers::coerce::number;
use crate::readers::sheet::Row;
use std::collections::{BTreeMap, BTreeSet};

/// Rows among which a header is looked for.
const LOOKED_AT: usize = 20;
/// Between the two rows of a header, in its names.
const BETWEEN: &str = " › ";

/// Where a header stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Heading {
    /// Place of its last row among the rows seen.
    pub last: usize,
    pub two_rows: bool,
}

impl Heading {
    /// The names of the columns; empty for a column without one.
    pub fn names(self, rows: &[Row]) -> Vec<String> {
        let row = |place: usize| rows.get(place).map_or(&[][..], |(_, cells)| cells.as_slice());
        let above = self.last.checked_sub(1).filter(|_| self.two_rows);
        joined(above.map(row), row(self.last))
    }

    /// The rows below it.
    pub fn below(self, rows: &[Row]) -> &[Row] {
        rows.get(self.last + 1..).unwrap_or_default()
    }
}

/// The names of columns whose header stands on one row, or two of which the upper is merged over
/// several columns. No two are the same: every column can be spoken of.
pub fn joined(upper: Option<&[String]>, lower: &[String]) -> Vec<String> {
    let cell = |cells: &[String], place: usize| tidy(cells.get(place).map_or("", String::as_str));
    let Some(upper) = upper else {
        return numbered(lower.iter().map(|name| tidy(name)).collect());
    };
    let mut over = String::new();
    let names = (0..upper.len().max(lower.len()))
        .map(|place| {
            let (above, below) = (cell(upper, place), cell(lower, place));
            match (above.is_empty(), below.is_empty()) {
                // Merged over both rows: what stands over the next columns is not known yet.
                (false, true) => {
                    over.clear();
                    above
                }
                (false, false) => {
                    over = above;
                    format!("{over}{BETWEEN}{below}")
                }
                (true, false) if over.is_empty() => below,
                (true, false) => format!("{over}{BETWEEN}{below}"),
                (true, true) => String::new(),
            }
        })
        .collect();
    numbered(names)
}

/// The second of two columns of one name is « Précisez (2) ».
fn numbered(names: Vec<String>) -> Vec<String> {
    let mut taken: BTreeSet<String> = names.iter().cloned().collect();
    let mut seen: BTreeMap<String, usize> = BTreeMap::new();
    let number = |name: String| {
        if name.is_empty() {
            return name;
        }
        let count = seen.entry(name.clone()).or_default();
        *count += 1;
        if *count == 1 {
            return name;
        }
        loop {
            let other = format!("{name} ({count})");
            if taken.insert(other.clone()) {
                return other;
            }
            *count += 1;
        }
    };
    names.into_iter().map(number).collect()
}

/// A name without the number that tells it from another of the same words.
pub fn unnumbered(name: &str) -> &str {
    let bare = name.strip_suffix(')').and_then(|name| name.rsplit_once(" ("));
    let is_number = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    bare.filter(|(_, number)| is_number(number)).map_or(name, |(bare, _)| bare)
}

/// What comes after the words common to several columns.
pub fn own_part(name: &str) -> &str {
    name.rsplit_once(BETWEEN).map_or(name, |(_, own)| own)
}

/// The words that stand over several columns.
pub fn common_part(name: &str) -> Option<&str> {
    name.rsplit_once(BETWEEN).map(|(common, _)| common)
}

fn tidy(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Columns that hold words, not numbers.
fn words(cells: &[String]) -> Vec<usize> {
    let is_word = |cell: &str| !cell.trim().is_empty() && number(cell).is_err();
    cells.iter().enumerate().filter(|(_, cell)| is_word(cell)).map(|(place, _)| place).collect()
}

/// The likeliest header: the first row with the most words, no row of figures above it; on two
/// rows when the one above or below completes it as merged cells do.
pub fn guess(rows: &[Row]) -> Heading {
    // One more: the row below the last that is looked at may be half of a header.
    let held: Vec<_> = rows.iter().take(LOOKED_AT + 1).map(|(_, cells)| words(cells)).collect();
    let filled = |place: usize| held.get(place).map_or(&[][..], Vec::as_slice);
    let most = (0..rows.len().min(LOOKED_AT))
        .map(|place| (filled(place).len(), std::cmp::Reverse(place)))
        .max()
        .map_or(0, |(_, std::cmp::Reverse(place))| place);
    // The first row that has nearly as many words: the rows of answers come after the header.
    let enough = filled(most).len() * 6 / 10;
    let first = (0..=most).find(|place| filled(*place).len() >= enough.max(2)).unwrap_or(most);
    let completes = |upper: usize, lower: usize| {
        let (above, below) = (filled(upper), filled(lower));
        let only_above = above.iter().filter(|place| below.binary_search(place).is_err()).count();
        let only_below = below.iter().filter(|place| above.binary_search(place).is_err()).count();
        let figures = rows.get(lower).is_some_and(|(_, cells)| {
            cells.iter().any(|cell| !cell.trim().is_empty() && number(cell).is_ok())
        });
        // A title alone above a table is not half of a header.
        above.len() >= 2
            && !below.is_empty()
            && only_below >= 1
            && !figures
            && (only_above >= 1 || above.len() < below.len())
    };
    if first + 1 < rows.len() && completes(first, first + 1) {
        return Heading { last: first + 1, two_rows: true };
    }
    if first > 0 && completes(first - 1, first) {
        return Heading { last: first, two_rows: true };
    }
    Heading { last: first, two_rows: false }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(text: &str) -> Vec<Row> {
        let cells = |line: &str| line.split(';').map(str::to_owned).collect();
        (1..).zip(text.lines()).map(|(number, line)| (number, cells(line))).collect()
    }

    #[test]
    fn headers_are_found_on_one_row_or_two() {
        let check = |text: &str, last: usize, two_rows: bool, names: &[&str]| {
            let rows = rows(text);
            let found = guess(&rows);
            assert_eq!(found, Heading { last, two_rows }, "{text}");
            assert_eq!(found.names(&rows), names, "{text}");
        };
        check("Nom;Commune;Effectif\nA;15014;12\n", 0, false, &["Nom", "Commune", "Effectif"]);
        check(
            "Enquête 2026\n\nNom;Commune;Effectif\nA;15014;12\n",
            2,
            false,
            &["Nom", "Commune", "Effectif"],
        );
        check(
            "Nom;Effectifs;;Freins;;\n;CDI;CDD;Coût;Temps;Autre\nA;1;2;x;;\n",
            1,
            true,
            &[
                "Nom",
                "Effectifs › CDI",
                "Effectifs › CDD",
                "Freins › Coût",
                "Freins › Temps",
                "Freins › Autre",
            ],
        );
        check("Nom;Avis\nA;Plutôt oui\nB;Non\n", 0, false, &["Nom", "Avis"]);
    }

    #[test]
    fn columns_of_one_name_are_numbered() {
        let check = |header: &str, expect: &str| {
            let rows = rows(header);
            let names = Heading { last: 0, two_rows: false }.names(&rows);
            assert_eq!(names.join(";"), expect);
            for (name, cell) in names.iter().zip(&rows[0].1) {
                assert!(name == cell || unnumbered(name) == cell, "{name}");
            }
        };
        check("Nom;Précisez;;Précisez;;Précisez", "Nom;Précisez;;Précisez (2);;Précisez (3)");
        check("A;A (2);A;A (2)", "A;A (2);A (3);A (2) (2)");
        assert_eq!(unnumbered("Effectif (ETP)"), "Effectif (ETP)");
    }

    #[test]
    fn an_empty_sheet_has_no_names() {
        assert!(guess(&[]).names(&[]).is_empty());
    }
}
