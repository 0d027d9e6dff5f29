//! Whether a territory is the same from one year of the survey to the next: its borders, and what
//! the survey counts in it.
//!
//! The survey tells no border. What tells one is told: communes that two loaded lists put in two
//! basins, a basin that is not of the same départements, basins beside it that only one year has, a
//! département that one year counts apart. A file that holds a part of the country tells nothing of
//! what it leaves out.

use crate::analysis::extent::Extent;
use crate::model::{Kind, Territory};
use crate::readers::{ReadTable, named};
use crate::tables::Table;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// Codes given as examples.
const EXAMPLES: usize = 5;

/// Basin, département and region of the rows of one year.
pub(super) type Sites = BTreeSet<[Option<Territory>; 3]>;

/// Why figures of two years are not of the same territory.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Cause {
    /// Communes entered or left its basins, by the loaded lists.
    Communes,
    /// Its basins are not of the same départements.
    Departments,
    /// Basins of its départements that only one of the years has: borders around it moved.
    Basins,
    /// What only one of the years counts, or counts apart.
    Scope,
}

impl Cause {
    pub const ALL: [Self; 4] = [Self::Communes, Self::Departments, Self::Basins, Self::Scope];

    /// Key of its sentence in the catalogs (`borders-…`), and identifier in `--json`.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Communes => "communes",
            Self::Departments => "departments",
            Self::Basins => "basins",
            Self::Scope => "scope",
        }
    }
}

/// Two neighbouring years between which the territory is not the same.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Break {
    pub before: u16,
    pub after: u16,
    pub cause: Cause,
    /// Communes, départements or basins that tell it, and some of their codes.
    pub count: usize,
    pub examples: String,
}

/// Those of a list that lie between two years.
pub fn between(breaks: &[Break], before: u16, after: u16) -> impl Iterator<Item = &Break> {
    breaks.iter().filter(move |one| before <= one.before && one.after <= after)
}

/// The breaks of a territory over the loaded years, oldest first.
pub(super) fn breaks(
    years: &BTreeMap<u16, Sites>,
    extent: &Extent,
    inputs: &[Arc<ReadTable>],
) -> Vec<Break> {
    let lists = lists(inputs);
    let pairs = years.iter().zip(years.iter().skip(1));
    let found = pairs.filter_map(|((before, old), (after, new))| {
        let own = extent.basins();
        let of_lists = moved(&lists, (*before, *after), &own);
        let (cause, codes) = match of_lists {
            Some(codes) if !codes.is_empty() => (Cause::Communes, codes),
            told => changed(old, new, extent, told.is_some())?,
        };
        let examples: Vec<&str> = codes.iter().take(EXAMPLES).map(String::as_str).collect();
        let (count, examples) = (codes.len(), examples.join(", "));
        Some(Break { before: *before, after: *after, cause, count, examples })
    });
    found.collect()
}

/// The basin of each commune, by the year of the list.
type Lists<'a> = BTreeMap<u16, BTreeMap<&'a str, &'a str>>;

fn lists(inputs: &[Arc<ReadTable>]) -> Lists<'_> {
    let mut lists = Lists::new();
    for input in inputs.iter().filter(|input| input.kind == Kind::CommuneBasins) {
        let year = input.vintage.or_else(|| named::year_in(&input.file));
        if let (Table::Communes(table), Some(year)) = (&input.table, year) {
            let list = lists.entry(year).or_default();
            list.extend(table.rows().map(|row| (row.commune, row.division)));
        }
    }
    lists
}

/// Communes that entered or left these basins between two years; `None` where no two lists tell.
fn moved(
    lists: &Lists<'_>,
    (before, after): (u16, u16),
    own: &BTreeSet<Territory>,
) -> Option<BTreeSet<String>> {
    let (_, old) = lists.range(..=before).next_back()?;
    let (_, new) = lists.range(before + 1..=after).next_back()?;
    let is_own = |code: &str| Territory::basin(code).is_ok_and(|basin| own.contains(&basin));
    let moved = old.iter().filter_map(|(commune, from)| {
        let to = new.get(commune)?;
        (from != to && (is_own(from) || is_own(to))).then(|| (*commune).to_owned())
    });
    Some(moved.collect())
}

fn places(
    sites: &Sites,
    wanted: impl Fn(&[Option<Territory>; 3]) -> Option<Territory>,
) -> BTreeSet<Territory> {
    sites.iter().filter_map(wanted).collect()
}

fn codes(places: &BTreeSet<Territory>) -> BTreeSet<String> {
    places.iter().map(|place| place.code().to_owned()).collect()
}

fn departments(sites: &Sites) -> BTreeSet<Territory> {
    places(sites, |[_, department, _]| *department)
}

/// Whether both hold about the same part of the country: else one is an extract.
fn are_alike(old: &Sites, new: &Sites) -> bool {
    let (old, new) = (departments(old).len(), departments(new).len());
    old * 10 >= new * 9 && new * 10 >= old * 9
}

/// What the rows of two years tell; `is_settled`: lists told that no commune moved.
fn changed(
    old: &Sites,
    new: &Sites,
    extent: &Extent,
    is_settled: bool,
) -> Option<(Cause, BTreeSet<String>)> {
    let own = extent.basins();
    if !own.is_empty() {
        return of_basins(old, new, &own, is_settled);
    }
    let inside = |sites: &Sites| -> Sites {
        sites.iter().filter(|places| extent.holds(**places)).copied().collect()
    };
    let (here, there) = (inside(old), inside(new));
    if let department @ Territory::Department(_) = extent.territory() {
        let apart = beside(department, (old, &here), new);
        let apart: BTreeSet<Territory> =
            apart.union(&beside(department, (new, &there), old)).copied().collect();
        let tells = are_alike(old, new) && !apart.is_empty();
        return tells.then(|| (Cause::Scope, codes(&apart)));
    }
    // A département that was a part of another is inside all the same.
    let added = |one: &Sites, other: &Sites| -> BTreeSet<Territory> {
        let known = departments(other);
        let basins = places(other, |[basin, ..]| *basin);
        let new = |[basin, department, _]: &[Option<Territory>; 3]| {
            let is_new = !department.is_some_and(|department| known.contains(&department))
                && !basin.is_some_and(|basin| basins.contains(&basin));
            department.filter(|_| is_new)
        };
        places(one, new)
    };
    let apart: BTreeSet<Territory> =
        added(&here, &there).union(&added(&there, &here)).copied().collect();
    (!apart.is_empty()).then(|| (Cause::Scope, codes(&apart)))
}

/// Départements that only one year has and that share a basin with this one: they were counted in
/// it by the other.
fn beside(
    department: Territory,
    (all, own): (&Sites, &Sites),
    other: &Sites,
) -> BTreeSet<Territory> {
    let known = departments(other);
    let shared = places(own, |[basin, ..]| *basin);
    let was_inside = |basin: Territory| {
        other.iter().any(|[b, d, _]| *b == Some(basin) && *d == Some(department))
    };
    places(all, |[basin, department, _]| {
        let department = department.filter(|department| !known.contains(department))?;
        let basin = (*basin).filter(|basin| shared.contains(basin))?;
        was_inside(basin).then_some(department)
    })
}

fn of_basins(
    old: &Sites,
    new: &Sites,
    own: &BTreeSet<Territory>,
    is_settled: bool,
) -> Option<(Cause, BTreeSet<String>)> {
    let (mut moved, mut around) = (BTreeSet::new(), BTreeSet::new());
    for basin in own {
        let of = |sites: &Sites| {
            places(sites, |[b, department, _]| department.filter(|_| *b == Some(*basin)))
        };
        let (before, after) = (of(old), of(new));
        if before.is_empty() || after.is_empty() {
            continue;
        }
        moved.extend(before.symmetric_difference(&after).copied());
        let in_them = |sites: &Sites| {
            places(sites, |[b, department, _]| {
                b.filter(|_| department.is_some_and(|d| before.contains(&d) && after.contains(&d)))
            })
        };
        around.extend(in_them(old).symmetric_difference(&in_them(new)).copied());
    }
    if !moved.is_empty() {
        return Some((Cause::Departments, codes(&moved)));
    }
    let tells = !is_settled && are_alike(old, new) && !around.is_empty();
    tells.then(|| (Cause::Basins, codes(&around)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sites(all: &[(&str, &str, &str)]) -> Sites {
        let one = |(basin, department, region): &(&str, &str, &str)| {
            [
                Territory::basin(basin).ok(),
                Territory::department(department).ok(),
                Territory::region(region).ok(),
            ]
        };
        all.iter().map(one).collect()
    }

    fn check(old: &Sites, new: &Sites, territory: Territory, expect: Option<(Cause, &str)>) {
        let extent = Extent::of_places(territory, std::iter::empty());
        let found = changed(old, new, &extent, false);
        let told =
            found.map(|(cause, codes)| (cause, codes.into_iter().collect::<Vec<_>>().join(",")));
        assert_eq!(told, expect.map(|(cause, codes)| (cause, codes.to_owned())), "{territory:?}");
        let back = changed(new, old, &extent, false).map(|(cause, _)| cause);
        assert_eq!(back, expect.map(|(cause, _)| cause), "either way");
    }

    fn place(code: &str) -> Territory {
        code.parse().unwrap()
    }

    /// As between 2023 and 2024: a basin appears in Guyane, Saint-Martin is counted apart, a basin
    /// of Brittany reaches into another region.
    #[test]
    fn only_the_territories_that_changed_are_told() {
        let common = [("8450", "15", "84"), ("8451", "15", "84"), ("5206", "44", "52")];
        let far = ["60", "61", "62", "63", "64", "65", "66", "67"];
        let mut old = common.to_vec();
        old.extend(far.map(|department| ("3201", department, "32")));
        old.extend([("0301", "973", "03"), ("0302", "973", "03"), ("0104", "971", "01")]);
        old.extend([("0101", "971", "01"), ("5313", "35", "53")]);
        let mut new = old.clone();
        new.extend([("0304", "973", "03"), ("0104", "978", "01"), ("5313", "44", "52")]);
        let (old, new) = (sites(&old), sites(&new));
        check(&old, &new, place("be:0301"), Some((Cause::Basins, "0304")));
        check(&old, &new, place("be:0104"), Some((Cause::Departments, "978")));
        check(&old, &new, place("be:5313"), Some((Cause::Departments, "44")));
        check(&old, &new, place("dep:971"), Some((Cause::Scope, "978")));
        for same in ["be:8450", "be:0101", "dep:973", "dep:15", "reg:01", "reg:84", "fr"] {
            check(&old, &new, place(same), None);
        }
    }

    #[test]
    fn an_extract_is_no_change_but_of_what_it_holds() {
        let whole = sites(&[
            ("8450", "15", "84"),
            ("8451", "15", "84"),
            ("8403", "01", "84"),
            ("1101", "75", "11"),
        ]);
        let extract = sites(&[("8450", "15", "84")]);
        check(&whole, &extract, place("be:8450"), None);
        check(&whole, &extract, place("dep:15"), None);
        check(&whole, &extract, place("reg:84"), Some((Cause::Scope, "01")));
        check(&whole, &extract, place("fr"), Some((Cause::Scope, "01,75")));
    }

    #[test]
    fn lists_of_communes_tell_more_than_rows() {
        let own = BTreeSet::from([place("be:8450")]);
        let mut lists = Lists::new();
        lists.insert(
            2021,
            BTreeMap::from([("15014", "8450"), ("15187", "8450"), ("15120", "8451")]),
        );
        lists.insert(
            2024,
            BTreeMap::from([("15014", "8450"), ("15187", "8451"), ("15120", "8456")]),
        );
        let moved =
            |pair| moved(&lists, pair, &own).map(|codes| codes.into_iter().collect::<Vec<_>>());
        assert_eq!(moved((2023, 2024)), Some(vec!["15187".to_owned()]));
        assert_eq!(moved((2022, 2023)), None, "no list of these years tells");
        let old = sites(&[("8450", "15", "84")]);
        let new = sites(&[("8450", "15", "84"), ("8451", "15", "84")]);
        let extent = Extent::of_places(place("be:8450"), std::iter::empty());
        assert!(changed(&old, &new, &extent, false).is_some());
        assert_eq!(changed(&old, &new, &extent, true), None, "no commune of it moved");
    }
}
