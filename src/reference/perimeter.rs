//! A perimeter as the user writes it down: communes in a text or a delimited table.

use crate::model::Perimeter;
use crate::reference::Reference;
use std::collections::BTreeSet;

/// A line that holds no commune we know.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unread {
    /// From 1.
    pub line: usize,
    pub text: String,
}

/// Reads communes: one code per line, several separated by blanks, or the column of a table
/// (`;`, `,` or tab) in which most cells are codes of communes, whatever its title.
///
/// A code may be followed by the name of its commune. Codes that lost their leading zero get it back. Lines without a known commune are returned,
/// but for a title: words alone, on the first line. `None`: not one commune in the text.
pub fn parse(name: &str, text: &str, reference: &Reference) -> Option<(Perimeter, Vec<Unread>)> {
    let known = |cell: &str| commune(cell, reference);
    let lines: Vec<(usize, Vec<&str>)> = (1..)
        .zip(text.trim_start_matches('\u{feff}').lines())
        .map(|(n, l)| (n, cells(l)))
        .collect();
    let width = lines.iter().map(|(_, cells)| cells.len()).max()?;
    let filled = |column: usize| {
        lines
            .iter()
            .filter(|(_, cells)| cells.get(column).is_some_and(|c| known(c).is_some()))
            .count()
    };
    // A postal code often is the code of another commune: the column that has most codes counts.
    let column = (0..width).max_by_key(|column| (filled(*column), std::cmp::Reverse(*column)))?;
    let mut communes = BTreeSet::new();
    let mut unread = Vec::new();
    let mut first = true;
    for (line, cells) in &lines {
        let cell = cells.get(column).copied().unwrap_or_default();
        let mut strange = false;
        let mut coded = false;
        for word in cell.split_whitespace() {
            match known(word) {
                Some(code) => {
                    communes.insert(code);
                    coded = true;
                }
                // « 15014 Aurillac »: the name of what the code has said.
                None if coded && !word.contains(|c: char| c.is_ascii_digit()) => {}
                None => strange = true,
            }
        }
        let blank = cells.iter().all(|cell| cell.is_empty());
        // Words without a code, on the first line that is written: any other line was meant to count.
        let title = first && !coded && !cell.split_whitespace().any(is_like_a_code);
        first &= blank;
        if !blank && (strange || cell.is_empty()) && !title {
            unread.push(Unread { line: *line, text: cells.join(" ") });
        }
    }
    let perimeter = Perimeter { name: name.to_owned(), communes };
    (!perimeter.communes.is_empty()).then_some((perimeter, unread))
}

fn cells(line: &str) -> Vec<&str> {
    let separator = [';', '\t', ','].into_iter().find(|separator| line.contains(*separator));
    match separator {
        Some(separator) => line.split(separator).map(bare).collect(),
        None => vec![bare(line)],
    }
}

fn bare(cell: &str) -> &str {
    cell.trim().trim_matches('"').trim()
}

/// « 99999 », « 2A9999 » or « 150 », not `insee_2024`.
fn is_like_a_code(word: &str) -> bool {
    word.len() <= 6 && word.bytes().filter(u8::is_ascii_digit).count() >= 3
}

/// The code of a commune that the list of basins or of *zones d'emploi* has.
fn commune(text: &str, reference: &Reference) -> Option<String> {
    let exists = |code: &str| {
        reference.basin_from_commune(code).is_some() || reference.zone_from_commune(code).is_some()
    };
    let code = match text.len() {
        4 if text.bytes().all(|byte| byte.is_ascii_digit()) => format!("0{text}"),
        5 => text.to_ascii_uppercase(),
        _ => return None,
    };
    exists(&code).then_some(code)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, communes: &[&str], unread: &[usize]) {
        let reference = Reference::embedded().unwrap();
        let (found, left) = parse("p", text, &reference).unwrap();
        assert_eq!(found.communes.iter().map(String::as_str).collect::<Vec<_>>(), communes);
        assert_eq!(left.iter().map(|one| one.line).collect::<Vec<_>>(), unread);
    }

    #[test]
    fn communes_as_they_are_written() {
        check("15014\n15012\r\n", &["15012", "15014"], &[]);
        check("15014 15012\t", &["15012", "15014"], &[]);
        check("\u{feff}codgeo;nom\n15014;Aurillac\n\"15012\";Arpajon\n", &["15012", "15014"], &[]);
        check("15014 Aurillac\n15012 Arpajon-sur-Cère\n", &["15012", "15014"], &[]);
        check("15014 Aurillac 15012 Arpajon-sur-Cère\n", &["15012", "15014"], &[]);
        check(
            "15014 Aurillac\n15012 150121\nAurillac 15013\n",
            &["15012", "15013", "15014"],
            &[2, 3],
        );
        check("1001\n2a004\n", &["01001", "2A004"], &[]);
    }

    /// 15130 is the postal code of Arpajon-sur-Cère and the Insee code of another commune.
    #[test]
    fn postal_codes_do_not_count() {
        let table = "cp;nom;insee\n15130;Arpajon;15012\n15000;Aurillac;15014\n";
        check(table, &["15012", "15014"], &[]);
    }

    #[test]
    fn what_is_not_a_commune_is_told() {
        check("15014\nAurillac\n99999\n\n15012\n", &["15012", "15014"], &[2, 3]);
        // Before the first known commune too: the first line alone may be a title, and not a code.
        check("Communes\n15014\n", &["15014"], &[]);
        check("\n\nCommunes\n15014\n", &["15014"], &[]);
        check("Communes\n99999\nAurillac\n15014\n", &["15014"], &[2, 3]);
        check("99999\n15014\n", &["15014"], &[1]);
        let reference = Reference::embedded().unwrap();
        assert_eq!(parse("p", "Aurillac\n", &reference), None);
        assert_eq!(parse("p", "", &reference), None);
    }
}
