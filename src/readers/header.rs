//! Headers: found by what they say, never by where they stand.

use crate::readers::cells::{Cells, trimmed};
use crate::readers::period::month;
use crate::tables::kind::same;
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

/// A column that is a month.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Month {
    pub place: usize,
    /// `2020-01`.
    pub period: String,
    pub written: String,
}

/// The columns of a table: canonical name → position and name as written.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Columns {
    found: Vec<(&'static str, usize, String)>,
    /// Where in `found` a name is, from one, at the place its shape gives or the next free one:
    /// each cell of each row is asked for by name.
    slots: Vec<u8>,
    pub periods: Vec<Month>,
    pub ignored: Vec<String>,
    pub duplicates: Vec<String>,
}

/// A canonical column and the normalised names it goes by.
pub type Field = (&'static str, &'static [&'static str]);

impl Columns {
    /// A name's first slot: of two names of one layout few share it.
    #[inline]
    fn slot(&self, name: &str) -> usize {
        let bytes = name.as_bytes();
        let [first, last] = [bytes.first(), bytes.last()].map(|b| b.map_or(0, |b| usize::from(*b)));
        (first * 31 + last * 7 + bytes.len() * 5) & self.slots.len().wrapping_sub(1)
    }

    /// Nearly always at its first slot, which is worth looking at where the name is known.
    #[inline]
    fn place(&self, name: &str) -> Option<&(&'static str, usize, String)> {
        let slot = self.slot(name);
        let entry = self.slots.get(slot).copied().filter(|entry| *entry > 0)?;
        let found = self.found.get(usize::from(entry) - 1)?;
        if same(found.0, name) { Some(found) } else { self.place_after(slot, name) }
    }

    fn place_after(&self, mut slot: usize, name: &str) -> Option<&(&'static str, usize, String)> {
        loop {
            slot = (slot + 1) & (self.slots.len() - 1);
            let entry = self.slots.get(slot).copied().filter(|entry| *entry > 0)?;
            let found = self.found.get(usize::from(entry) - 1)?;
            if found.0 == name {
                return Some(found);
            }
        }
    }

    /// Lays the names out anew. No layout has as many as a quarter of the slots.
    fn arrange(&mut self) {
        let size = (self.found.len() * 4).next_power_of_two();
        self.slots = vec![0; size];
        for place in 0..self.found.len() {
            let Some(name) = self.found.get(place).map(|(name, ..)| *name) else { continue };
            let mut slot = self.slot(name);
            while self.slots.get(slot).is_some_and(|entry| *entry > 0) {
                slot = (slot + 1) & (size - 1);
            }
            if let Some(entry) = self.slots.get_mut(slot) {
                *entry = u8::try_from(place + 1).unwrap_or(u8::MAX);
            }
        }
    }

    /// Where a canonical column stands.
    #[inline]
    pub fn position(&self, name: &str) -> Option<usize> {
        self.place(name).map(|(_, place, _)| *place)
    }

    #[inline]
    pub fn has(&self, name: &str) -> bool {
        self.place(name).is_some()
    }

    /// Places a canonical column.
    pub fn insert(&mut self, name: &'static str, position: usize, written: &str) {
        self.found.retain(|(known, ..)| *known != name);
        self.found.push((name, position, written.to_owned()));
        self.arrange();
    }

    /// The canonical name itself, as the columns keep it; empty when it is not there.
    pub fn canonical(&self, name: &str) -> &'static str {
        self.place(name).map_or("", |(name, ..)| name)
    }

    /// The columns found and their places.
    pub fn places(&self) -> impl Iterator<Item = (&'static str, usize)> {
        self.found.iter().map(|(name, place, _)| (*name, *place))
    }

    /// Columns of the file up to the last that is read.
    pub fn width(&self) -> usize {
        let found = self.found.iter().map(|(_, place, _)| place);
        let last = found.chain(self.periods.iter().map(|month| &month.place)).max();
        last.map_or(0, |place| place + 1)
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
    #[inline]
    pub fn get<'a>(&self, cells: Cells<'a>, name: &str) -> &'a str {
        self.position(name).and_then(|place| cells.get(place)).map_or("", trimmed)
    }
}

/// Characters beyond which a cell is no header: normalising it for each layout would cost more
/// than its file.
const MOST: usize = 400;

/// The normalised names of a row of cells; a cell that is too long has none.
pub fn names(cells: &[String]) -> Vec<String> {
    let name = |cell: &String| {
        if cell.len() > MOST { String::new() } else { normalise(cell) }
    };
    cells.iter().map(name).collect()
}

/// A year suffix is part of some names: `be24`, `nombe24`, `nomreg20`.
fn without_year(name: &str) -> Option<&str> {
    let bare = name.trim_end_matches(|c: char| c.is_ascii_digit());
    let digits = name.len() - bare.len();
    (digits == 2 || digits == 4).then_some(bare)
}

/// Matches a row of cells, whose names are given, to the fields of a layout, and to months where
/// those are columns.
pub fn columns(cells: &[String], names: &[String], fields: &[Field], wide: bool) -> Columns {
    let mut columns = Columns::default();
    for (position, (cell, name)) in cells.iter().zip(names).enumerate() {
        if name.is_empty() {
            continue;
        }
        let known = fields.iter().find(|(_, aliases)| {
            aliases.contains(&name.as_str())
                || without_year(name).is_some_and(|bare| {
                    aliases.iter().any(|alias| alias.strip_suffix('#') == Some(bare))
                })
        });
        let period = if wide { month(cell) } else { None };
        match known {
            None if period.is_some() => columns.periods.extend(period.map(|period| Month {
                place: position,
                period,
                written: cell.trim().to_owned(),
            })),
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
    fn a_text_is_no_header() {
        let cells = ["met".to_owned(), "met ".repeat(200)];
        assert_eq!(names(&cells), ["met", ""]);
    }

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
        let fields: &[Field] = &[("basin", &["be#"]), ("met", &["met"])];
        let found = columns(&cells, &names(&cells), fields, false);
        assert_eq!(found.written("basin"), "BE24");
        assert_eq!(found.ignored, ["NOMBE24", "nouveau"]);
        assert_eq!(found.duplicates, ["MET"]);
        let row = crate::readers::cells::Buffer::of(&cells);
        assert_eq!(found.get(row.cells(), "absent"), "");
        assert_eq!(found.get(row.cells(), "met"), "met");
    }

    #[test]
    fn a_name_is_found_whatever_its_neighbours() {
        // Names of one shape share their first slot.
        let names = ["ab", "axb", "ayb", "azb", "aab", "abb", "acb", "b", ""];
        let mut columns = Columns::default();
        for (place, name) in names.iter().enumerate() {
            columns.insert(name, place, name);
        }
        for (place, name) in names.iter().enumerate() {
            assert_eq!(columns.position(name), Some(place), "{name}");
        }
        columns.insert("axb", 30, "");
        assert_eq!(columns.position("axb"), Some(30));
        assert_eq!(columns.position("adb"), None);
        assert_eq!(Columns::default().position("ab"), None);
    }
}
