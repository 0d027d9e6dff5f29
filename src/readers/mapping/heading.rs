//! The header of a spreadsheet nobody knows: where it stands, on one row or two.

use crate::readers::coerce::number;
use crate::readers::sheet::Row;

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
/// several columns.
pub fn joined(upper: Option<&[String]>, lower: &[String]) -> Vec<String> {
    let cell = |cells: &[String], place: usize| tidy(cells.get(place).map_or("", String::as_str));
    let Some(upper) = upper else {
        return lower.iter().map(|name| tidy(name)).collect();
    };
    let mut over = String::new();
    (0..upper.len().max(lower.len()))
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
        .collect()
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
    let filled = |place: usize| rows.get(place).map(|(_, cells)| words(cells)).unwrap_or_default();
    let most = (0..rows.len().min(LOOKED_AT))
        .map(|place| (filled(place).len(), std::cmp::Reverse(place)))
        .max()
        .map_or(0, |(_, std::cmp::Reverse(place))| place);
    // The first row that has nearly as many words: the rows of answers come after the header.
    let enough = filled(most).len() * 6 / 10;
    let first = (0..=most).find(|place| filled(*place).len() >= enough.max(2)).unwrap_or(most);
    let completes = |upper: usize, lower: usize| {
        let (above, below) = (filled(upper), filled(lower));
        let only_above = above.iter().filter(|place| !below.contains(place)).count();
        let only_below = below.iter().filter(|place| !above.contains(place)).count();
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
    fn an_empty_sheet_has_no_names() {
        assert!(guess(&[]).names(&[]).is_empty());
    }
}
