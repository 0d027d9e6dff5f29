//! One year of the BMO survey, walked once.
//!
//! Codes become places in short lists. Whatever reads the survey afterwards (the rings of a
//! territory, every basin at once, a map) looks at the few hundred sites instead of the rows, and
//! adds up the same entries in the order of the file: two readings cannot disagree.

use crate::indicators::hiring::{Mask, Sums};
use crate::model::{Fap, FapVersion, Territory};
use crate::tables::bmo::{Bmo, Row};
use std::collections::BTreeMap;

/// A basin inside one département and one région: where a row counts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Site {
    /// Basin, département, région; `None` where the code has not the shape of one.
    pub places: [Option<Territory>; 3],
    /// As published, of the three.
    pub labels: [String; 3],
}

impl Site {
    fn new(row: &Row<'_>) -> Self {
        Self {
            places: places(row),
            labels: [row.basin_label, row.department_label, row.region_label].map(tidy),
        }
    }

    pub const fn basin(&self) -> Option<Territory> {
        let [basin, ..] = self.places;
        basin
    }

    pub const fn department(&self) -> Option<Territory> {
        let [_, department, _] = self.places;
        department
    }

    pub const fn region(&self) -> Option<Territory> {
        let [.., region] = self.places;
        region
    }

    /// The published label of one of its places.
    pub fn label(&self, territory: Territory) -> Option<&str> {
        let mut named = self.places.iter().zip(&self.labels);
        named.find(|(place, _)| **place == Some(territory)).map(|(_, label)| label.as_str())
    }
}

/// An occupation of the survey, as published.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Named {
    pub code: Fap,
    pub label: String,
    /// Letter and label of the *famille de métiers*.
    pub family: Option<(String, String)>,
}

/// The numbers of one row.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Entry {
    /// Place in [`Fold::occupations`].
    pub occupation: usize,
    /// Place in [`Fold::sites`].
    pub site: usize,
    /// Rank of its row in the table.
    pub rank: usize,
    pub sums: Sums,
}

/// One year of the survey.
#[derive(Clone, Debug, PartialEq)]
pub struct Fold {
    pub year: u16,
    pub mask: Mask,
    /// By code.
    pub occupations: Vec<Named>,
    /// In the order of the file.
    pub sites: Vec<Site>,
    /// In the order of the file; rows without a well-formed occupation count nowhere.
    pub entries: Vec<Entry>,
}

/// What was met so far, in the order it came: rows come sorted, so that what came last, and what
/// followed it the time before, are tried before the others are searched.
struct Known<K, V> {
    all: Vec<(K, V)>,
    places: BTreeMap<K, usize>,
    last: usize,
}

impl<K, V> Default for Known<K, V> {
    fn default() -> Self {
        Self { all: Vec::new(), places: BTreeMap::new(), last: 0 }
    }
}

impl<K: Ord + Copy, V: Copy> Known<K, V> {
    fn get(&mut self, key: K, make: impl FnOnce() -> V) -> V {
        for place in [self.last, self.last + 1] {
            if let Some((known, value)) = self.all.get(place)
                && *known == key
            {
                self.last = place;
                return *value;
            }
        }
        if let Some(place) = self.places.get(&key)
            && let Some((_, value)) = self.all.get(*place)
        {
            self.last = *place;
            return *value;
        }
        let value = make();
        self.last = self.all.len();
        self.places.insert(key, self.last);
        self.all.push((key, value));
        value
    }
}

impl Fold {
    pub fn new(table: &Bmo, year: u16, version: FapVersion, mask: Mask) -> Self {
        let mut occupations: Vec<Named> = Vec::new();
        let mut sites: Vec<Site> = Vec::new();
        let mut entries = Vec::new();
        let mut known: Known<&str, Option<usize>> = Known::default();
        let mut places: Known<(&str, &str, &str), usize> = Known::default();
        for (rank, row) in table.rows().enumerate() {
            let found = known.get(row.occupation, || {
                let code = Fap::new(version, row.occupation).ok()?;
                occupations.push(Named { code, label: String::new(), family: None });
                Some(occupations.len() - 1)
            });
            let Some(occupation) = found else { continue };
            if let Some(named) = occupations.get_mut(occupation) {
                name(named, &row);
            }
            let site = places.get((row.basin, row.department, row.region), || {
                sites.push(Site::new(&row));
                sites.len() - 1
            });
            let mut sums = Sums::default();
            sums.add(&row, mask);
            entries.push(Entry { occupation, site, rank, sums });
        }
        let ranks = ranks(&occupations.iter().map(|named| named.code).collect::<Vec<_>>());
        for entry in &mut entries {
            entry.occupation = ranks.get(entry.occupation).copied().unwrap_or_default();
        }
        occupations.sort_by_key(|named| named.code);
        Self { year, mask, occupations, sites, entries }
    }

    /// The place of an occupation in the list.
    pub fn occupation(&self, code: Fap) -> Option<usize> {
        self.occupations.binary_search_by_key(&code, |named| named.code).ok()
    }

    /// Every basin, département and région of the survey, with its label.
    pub fn territories(&self) -> BTreeMap<Territory, &str> {
        let mut labels = BTreeMap::new();
        for site in &self.sites {
            for (place, label) in site.places.iter().zip(&site.labels) {
                if let Some(place) = place {
                    labels.entry(*place).or_insert(label.as_str());
                }
            }
        }
        labels
    }
}

/// Basin, département and région of a row, as typed codes.
pub fn places(row: &Row<'_>) -> [Option<Territory>; 3] {
    [
        Territory::basin(row.basin).ok(),
        Territory::department(row.department).ok(),
        Territory::region(row.region).ok(),
    ]
}

/// Published labels carry no-break spaces and doubled blanks.
pub fn tidy(label: &str) -> String {
    label.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The first row that names it counts.
fn name(named: &mut Named, row: &Row<'_>) {
    if named.label.is_empty() && !row.label.is_empty() {
        named.label = tidy(row.label);
    }
    if named.family.is_none() && !row.family.is_empty() {
        named.family = Some((row.family.to_owned(), tidy(row.family_label)));
    }
}

/// The places of things in their sorted order.
fn ranks<T: Ord>(things: &[T]) -> Vec<usize> {
    let mut order: Vec<usize> = (0..things.len()).collect();
    order.sort_by(|a, b| things.get(*a).cmp(&things.get(*b)));
    let mut ranks = vec![0; things.len()];
    for (rank, place) in order.into_iter().enumerate() {
        if let Some(slot) = ranks.get_mut(place) {
            *slot = rank;
        }
    }
    ranks
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tables::Cell;
    use crate::tables::bmo::Builder;
    use proptest::prelude::*;

    fn table(rows: &[(&str, &str, &str, Option<f64>)]) -> Bmo {
        let mut builder = Builder::default();
        for (number, (occupation, basin, department, projects)) in (2..).zip(rows) {
            let cell = projects.map_or(Cell::Masked, Cell::Value);
            builder.push(Row {
                row: number,
                occupation,
                label: "Métier\u{a0} du  lieu",
                family: "S",
                family_label: "Famille",
                basin,
                basin_label: "BASSIN\u{a0}",
                department,
                department_label: "D",
                region: "84",
                region_label: "R",
                projects: cell,
                difficult: Cell::Masked,
                seasonal: Cell::Masked,
            });
        }
        builder.finish().unwrap()
    }

    fn fold(rows: &[(&str, &str, &str, Option<f64>)]) -> Fold {
        Fold::new(&table(rows), 2024, FapVersion::Fap2021, Mask::integer(4.0))
    }

    #[test]
    fn rows_become_entries_of_sites_and_occupations() {
        let found = fold(&[
            ("V0X60", "8450", "15", Some(100.0)),
            ("A0X40", "8450", "15", None),
            ("nothing", "8450", "15", Some(7.0)),
            ("V0X60", "8450", "63", Some(20.0)),
            ("V0X60", "", "15", Some(5.0)),
        ]);
        let codes: Vec<&str> = found.occupations.iter().map(|named| named.code.code()).collect();
        assert_eq!(codes, ["A0X40", "V0X60"]);
        assert_eq!(found.occupations[0].label, "Métier du lieu");
        let entries: Vec<(usize, usize, usize)> =
            found.entries.iter().map(|one| (one.occupation, one.site, one.rank)).collect();
        assert_eq!(entries, [(1, 0, 0), (0, 0, 1), (1, 1, 3), (1, 2, 4)]);
        assert_eq!(found.sites[0].label("be:8450".parse().unwrap()), Some("BASSIN"));
        assert_eq!(found.sites[2].basin(), None, "counted above, in no basin");
        let places: Vec<String> = found.territories().keys().map(ToString::to_string).collect();
        assert_eq!(places, ["reg:84", "dep:15", "dep:63", "be:8450"]);
    }

    proptest! {
        /// Nothing is lost and nothing counts twice: the entries add up to the rows.
        #[test]
        fn entries_add_up_to_the_rows(
            given in prop::collection::vec((0_usize..3, 0_usize..3, prop::option::of(5_u32..400)), 1..40)
        ) {
            let codes = ["V0X60", "A0X40", "S1X20"];
            let basins = ["8450", "8451", "1109"];
            let rows: Vec<_> = given
                .iter()
                .map(|(code, basin, met)| (codes[*code], basins[*basin], "15", met.map(f64::from)))
                .collect();
            let found = fold(&rows);
            for (place, named) in found.occupations.iter().enumerate() {
                let own = found.entries.iter().filter(|entry| entry.occupation == place);
                let total = own.fold(Sums::default(), |all, entry| all.plus(&entry.sums));
                let of = rows.iter().filter(|row| row.0 == named.code.code());
                let expected: f64 = of.clone().filter_map(|row| row.3).sum();
                prop_assert!((total.projects - expected).abs() < f64::EPSILON);
                prop_assert_eq!(total.cells as usize, of.count());
            }
        }
    }
}
