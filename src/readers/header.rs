//! Headers: found by what they say, never by where they stand.

use crate::readers::series::month;
use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::is_combining_mark;

/// « Code métier BMO » → `codemetierbmo` (`data.md` §1.2).
pub fn normalise(header: &str) -> String {
    header
        .nfd()
        .filter(|c| !is_combining_mark(*c))
        .flat_map(char::to_lowercase)
        .filter(char::is_ascii_alphanumeric)
        .collect()
}

/// The columns of a table: canonical name → position and name as written.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Columns {
    /// Few: looked through one by one, which is faster than a tree for every cell.
    found: Vec<(&'static str, usize, String)>,
    /// Columns that are months, with the month (`2020-01`).
    pub periods: Vec<(usize, String)>,
    pub ignored: Vec<String>,
    pub duplicates: Vec<String>,
}

/// A canonical column and the normalised names it goes by.
pub type Field = (&'static str, &'static [&'static str]);

impl Columns {
    fn place(&self, name: &str) -> Option<&(&'static str, usize, String)> {
        self.found.iter().find(|(known, ..)| *known == name)
    }

    pub fn has(&self, name: &str) -> bool {
        self.place(name).is_some()
    }

    /// Places a canonical column.
    pub fn insert(&mut self, name: &'static str, position: usize, written: &str) {
        self.found.retain(|(known, ..)| *known != name);
        self.found.push((name, position, written.to_owned()));
    }

    /// The canonical name itself, as the columns keep it; empty when it is not there.
    pub fn canonical(&self, name: &str) -> &'static str {
        self.place(name).map_or("", |(name, ..)| name)
    }

    /// The columns found and their places.
    pub fn places(&self) -> impl Iterator<Item = (&'static str, usize)> {
        self.found.iter().map(|(name, place, _)| (*name, *place))
    }

    /// Headers found, as written, in the order of the file.
    pub fn names(&self) -> Vec<String> {
        let mut found: Vec<_> = self.found.iter().map(|(_, place, text)| (place, text)).collect();
        found.sort();
        let written = found.into_iter().map(|(_, written)| written.clone());
        written.filter(|name| !name.is_empty()).collect()
    }

    /// The header as written.
    pub fn written(&self, name: &str) -> &str {
        self.place(name).map_or("", |(_, _, written)| written)
    }

    /// The trimmed cell of a column; empty when the column or the cell is absent.
    pub fn get<'a>(&self, cells: &'a [String], name: &str) -> &'a str {
        let place = self.place(name).map(|(_, place, _)| *place);
        place.and_then(|place| cells.get(place)).map_or("", |cell| cell.trim())
    }
}

/// A year suffix is part of some names: `be24`, `nombe24`, `nomreg20`.
fn without_year(name: &str) -> Option<&str> {
    let bare = name.trim_end_matches(|c: char| c.is_ascii_digit());
    let digits = name.len() - bare.len();
    (digits == 2 || digits == 4).then_some(bare)
}

/// Matches a row of cells to the fields of a layout, and to months where those are columns.
pub fn columns(cells: &[String], fields: &[Field], wide: bool) -> Columns {
    let mut columns = Columns::default();
    for (position, cell) in cells.iter().enumerate() {
        let name = normalise(cell);
        if name.is_empty() {
            continue;
        }
        let known = fields.iter().find(|(_, aliases)| {
            aliases.contains(&name.as_str())
                || without_year(&name).is_some_and(|bare| {
                    aliases.iter().any(|alias| alias.strip_suffix('#') == Some(bare))
                })
        });
        let period = if wide { month(cell) } else { None };
        match known {
            None if period.is_some() => columns.periods.extend(period.map(|p| (position, p))),
            None => columns.ignored.push(cell.trim().to_owned()),
            Some((canonical, _)) if columns.has(canonical) => {
                columns.duplicates.push(cell.trim().to_owned());
            }
            Some((canonical, _)) => {
                columns.insert(canonical, position, cell.trim());
            }
        }
    }
    columns
}

/// Whether a header names a month and its year.
#[cfg(test)]
pub fn is_month(text: &str) -> bool {
    month(text).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn normalised_names() {
        assert_eq!(normalise("\u{feff}Code métier BMO "), "codemetierbmo");
        assert_eq!(normalise("Tension\u{a0}"), "tension");
        assert_eq!(normalise("`Options`"), "options");
        assert_eq!(normalise("Manque de main-d'œuvre"), "manquedemainduvre");
    }

    #[test]
    fn year_suffixes_and_unknown_columns() {
        let cells = ["BE24", "NOMBE24", "met", "MET", "nouveau"].map(str::to_owned);
        let found = columns(&cells, &[("basin", &["be#"]), ("met", &["met"])], false);
        assert_eq!(found.written("basin"), "BE24");
        assert_eq!(found.ignored, ["NOMBE24", "nouveau"]);
        assert_eq!(found.duplicates, ["MET"]);
        assert_eq!(found.get(&cells, "absent"), "");
    }
}
