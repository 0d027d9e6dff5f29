//! Headers: found by what they say, never by where they stand.

use crate::model::text::Ends;
use crate::readers::cells::{Cells, trimmed};
use crate::readers::period::month;
use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::is_combining_mark;

/// « Code métier BMO » → `codemetierbmo`.
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
    /// Names by their shape, each at its first slot or the next free one: each cell of each row is
    /// asked for by name.
    slots: Vec<Slot>,
    pub periods: Vec<Month>,
    pub ignored: Vec<String>,
    pub duplicates: Vec<String>,
}

/// A canonical column and the normalised names it goes by.
pub type Field = (&'static str, &'static [&'static str]);

/// The slot where a name is looked for first. Where the name is written in the program, this is
/// known when it is compiled.
#[expect(clippy::inline_always, reason = "of a name in the program nothing is left to be done")]
#[inline(always)]
const fn first_slot(shape: Ends) -> usize {
    let [first, last] = shape.ends;
    let mixed = (first ^ last.rotate_left(23)).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    let slot = (mixed >> 40) as usize;
    slot ^ shape.length
}

/// A name in its slot; a place of zero: nothing is there.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Slot {
    shape: Ends,
    /// In `found`, from one.
    place: usize,
    /// In the file.
    position: usize,
}

impl Columns {
    #[expect(clippy::inline_always, reason = "of a name in the program nothing is left to be done")]
    #[inline(always)]
    fn slot(&self, name: &str) -> Option<&Slot> {
        let shape = Ends::of(name);
        let first = first_slot(shape) & self.slots.len().wrapping_sub(1);
        let slot = self.slots.get(first).filter(|slot| slot.place > 0)?;
        if slot.shape == shape && shape.is_whole() {
            return Some(slot);
        }
        self.slot_from(first, shape, name)
    }

    fn slot_from(&self, mut at: usize, shape: Ends, name: &str) -> Option<&Slot> {
        loop {
            let slot = self.slots.get(at).filter(|slot| slot.place > 0)?;
            let known = || self.found.get(slot.place - 1).is_some_and(|found| found.0 == name);
            if slot.shape == shape && known() {
                return Some(slot);
            }
            at = (at + 1) & (self.slots.len() - 1);
        }
    }

    fn place(&self, name: &str) -> Option<&(&'static str, usize, String)> {
        self.found.get(self.slot(name)?.place - 1)
    }

    /// Lays the names out anew. No layout has as many as a quarter of the slots.
    fn arrange(&mut self) {
        let size = (self.found.len() * 4).next_power_of_two();
        self.slots = vec![Slot::default(); size];
        for (rank, (name, position, _)) in self.found.iter().enumerate() {
            let shape = Ends::of(name);
            let mut at = first_slot(shape) & (size - 1);
            while self.slots.get(at).is_some_and(|slot| slot.place > 0) {
                at = (at + 1) & (size - 1);
            }
            if let Some(slot) = self.slots.get_mut(at) {
                *slot = Slot { shape, place: rank + 1, position: *position };
            }
        }
    }

    /// Where a canonical column stands.
    #[expect(clippy::inline_always, reason = "of a name in the program nothing is left to be done")]
    #[inline(always)]
    pub fn position(&self, name: &str) -> Option<usize> {
        self.slot(name).map(|slot| slot.position)
    }

    #[expect(clippy::inline_always, reason = "of a name in the program nothing is left to be done")]
    #[inline(always)]
    pub fn has(&self, name: &str) -> bool {
        self.slot(name).is_some()
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
    #[expect(clippy::inline_always, reason = "of a name in the program nothing is left to be done")]
    #[inline(always)]
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

    /// A name is found where it stands and no other name is, however alike: long ones that differ
    /// in the middle alone have one shape.
    #[test]
    fn names_are_never_taken_for_one_another() {
        const NAMES: [&str; 12] = [
            "a",
            "b",
            "ab",
            "ba",
            "abc",
            "naf",
            "closed",
            "created",
            "survey_share_of_hires",
            "survey_shape_of_hires",
            "survey_share_af_hires",
            "département",
        ];
        for there in 0..1_u32 << NAMES.len() {
            let mut columns = Columns::default();
            let held = |place: usize| there >> place & 1 == 1;
            for (place, name) in NAMES.iter().enumerate().filter(|(place, _)| held(*place)) {
                columns.insert(name, place * 3, name);
            }
            for (place, name) in NAMES.iter().enumerate() {
                let expect = held(place).then_some(place * 3);
                assert_eq!(columns.position(name), expect, "{there:b} {name}");
                assert_eq!(
                    (columns.has(name), columns.written(name).is_empty()),
                    (held(place), !held(place))
                );
            }
            assert!(!columns.has("") && !columns.has("survey_share_if_hires"));
        }
    }

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
