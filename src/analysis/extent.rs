//! The rows of a survey by basin that a territory is read at, and how complete that reading is.

use crate::analysis::rings;
use crate::indicators::fold::Site;
use crate::model::Territory;
use crate::reference::Reference;
use std::collections::{BTreeMap, BTreeSet};

/// Where a territory is looked for in the survey.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Extent {
    territory: Territory,
    /// For a territory that the survey does not count itself: the places that stand for it.
    places: BTreeSet<Territory>,
}

/// How a territory made of communes is read at the basins that hold them. Never a silent
/// approximation: a basin counts whole, and the part of it that is inside is told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Coverage {
    /// Communes of the territory that exist today.
    pub communes: u32,
    /// Those among them that the list of basins does not have.
    pub unplaced: u32,
    /// Those with most communes inside first; ties by code.
    pub basins: Vec<BasinPart>,
}

/// A basin and the part of its communes that lie in the territory.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BasinPart {
    pub basin: Territory,
    pub label: String,
    /// Communes that exist today: inside the territory, and of the whole basin.
    pub inside: u32,
    pub of: u32,
}

impl BasinPart {
    pub const fn is_whole(&self) -> bool {
        self.inside == self.of
    }
}

impl Coverage {
    /// The basins are the territory, no more and no less.
    pub fn is_exact(&self) -> bool {
        self.unplaced == 0 && self.basins.iter().all(BasinPart::is_whole)
    }

    /// Communes of the basins that count, inside the territory and in all.
    pub fn inside_of(&self) -> (u32, u32) {
        self.basins
            .iter()
            .fold((0, 0), |(inside, of), basin| (inside + basin.inside, of + basin.of))
    }
}

impl Extent {
    pub fn new(territory: Territory, reference: &Reference) -> Self {
        let communes =
            if territory.is_of_communes() { reference.communes_of(territory) } else { Vec::new() };
        let basins = communes.iter().filter_map(|commune| reference.basin_from_commune(commune));
        Self::of_places(territory, basins)
    }

    /// Several places together, under a code of their own.
    pub fn of_places(territory: Territory, places: impl Iterator<Item = Territory>) -> Self {
        Self { territory, places: places.collect() }
    }

    pub const fn territory(&self) -> Territory {
        self.territory
    }

    /// The basins that it is, or is read at; none for what the survey counts otherwise.
    pub fn basins(&self) -> BTreeSet<Territory> {
        let own = std::iter::once(self.territory).filter(|_| self.places.is_empty());
        let all = own.chain(self.places.iter().copied());
        all.filter(|place| matches!(place, Territory::Basin(_))).collect()
    }

    /// No list at hand tells its communes: it cannot be looked for.
    pub fn is_unknown(&self) -> bool {
        self.territory.is_of_communes() && self.places.is_empty()
    }

    pub fn contains(&self, site: &Site) -> bool {
        self.holds(site.places)
    }

    /// Whether one of the places of a row is the territory, or stands for it.
    pub fn holds(&self, places: [Option<Territory>; 3]) -> bool {
        let mut places = places.into_iter().flatten();
        if !self.places.is_empty() {
            return places.any(|place| self.places.contains(&place));
        }
        self.territory == Territory::France || places.any(|place| place == self.territory)
    }
}

/// How a territory is read; `None` for one that the survey counts itself.
pub fn coverage(territory: Territory, reference: &Reference) -> Option<Coverage> {
    if !territory.is_of_communes() {
        return None;
    }
    let communes: BTreeSet<&str> = reference.communes_of(territory).into_iter().collect();
    let basins = communes.iter().filter_map(|commune| reference.basin_from_commune(commune));
    let mut parts: Vec<BasinPart> = Vec::new();
    for basin in basins.collect::<BTreeSet<Territory>>() {
        // Former communes live on in the list of basins: they would make a whole basin look
        // partial. A basin that no list of today knows is counted as it is.
        let all = reference.communes_of(basin);
        let today: Vec<&str> =
            all.iter().copied().filter(|commune| reference.is_current(commune)).collect();
        let today = if today.is_empty() { all } else { today };
        parts.push(BasinPart {
            basin,
            label: rings::tidy(reference.label(basin).unwrap_or_default()),
            inside: count(today.iter().filter(|commune| communes.contains(**commune)).count()),
            of: count(today.len()),
        });
    }
    parts.sort_by(|a, b| b.inside.cmp(&a.inside).then(a.basin.cmp(&b.basin)));
    let unplaced = communes.iter().filter(|commune| {
        reference.basin_from_commune(commune).is_none() && reference.is_current(commune)
    });
    let unplaced = count(unplaced.count());
    let placed: u32 = parts.iter().map(|part| part.inside).sum();
    Some(Coverage { communes: placed + unplaced, unplaced, basins: parts })
}

/// How every territory of a division made of communes is read, by code: what [`coverage`] says of
/// one, for all of them in one walk over the lists.
pub fn coverages(prefix: &str, reference: &Reference) -> BTreeMap<Territory, Coverage> {
    // Of each basin, communes that exist today; all of them where no list of today has one.
    let mut sizes: BTreeMap<Territory, (u32, u32)> = BTreeMap::new();
    for (commune, basin) in reference.placed() {
        let (today, all) = sizes.entry(basin).or_default();
        *today += u32::from(reference.is_current(commune));
        *all += 1;
    }
    let mut inside: BTreeMap<(Territory, Territory), u32> = BTreeMap::new();
    let mut unplaced: BTreeMap<Territory, u32> = BTreeMap::new();
    for (commune, home) in reference.members(prefix) {
        let current = reference.is_current(commune);
        match reference.basin_from_commune(commune) {
            None => *unplaced.entry(home).or_default() += u32::from(current),
            Some(basin) => {
                let old = sizes.get(&basin).is_none_or(|(today, _)| *today == 0);
                *inside.entry((home, basin)).or_default() += u32::from(current || old);
            }
        }
    }
    let mut found: BTreeMap<Territory, Coverage> = BTreeMap::new();
    let empty = || Coverage { communes: 0, unplaced: 0, basins: Vec::new() };
    for (home, count) in unplaced {
        let coverage = found.entry(home).or_insert_with(empty);
        coverage.unplaced = count;
        coverage.communes += count;
    }
    for ((home, basin), inside) in inside {
        let (today, all) = sizes.get(&basin).copied().unwrap_or_default();
        let coverage = found.entry(home).or_insert_with(empty);
        coverage.communes += inside;
        coverage.basins.push(BasinPart {
            basin,
            label: rings::tidy(reference.label(basin).unwrap_or_default()),
            inside,
            of: if today == 0 { all } else { today },
        });
    }
    for coverage in found.values_mut() {
        coverage.basins.sort_by(|a, b| b.inside.cmp(&a.inside).then(a.basin.cmp(&b.basin)));
    }
    found
}

fn count(len: usize) -> u32 {
    u32::try_from(len).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Perimeter;

    fn read(territory: &str) -> Option<Coverage> {
        coverage(territory.parse().unwrap(), &Reference::embedded().unwrap())
    }

    fn parts(coverage: &Coverage) -> Vec<(String, u32, u32)> {
        let part = |part: &BasinPart| (part.basin.to_string(), part.inside, part.of);
        coverage.basins.iter().map(part).collect()
    }

    /// The zone has 93 communes of the basin, all that exist today; four of the
    /// basin of Saint-Flour and five of that of Mauriac.
    #[test]
    fn the_zone_of_aurillac_is_the_basin_and_nine_communes_more() {
        let zone = read("ze:8403").unwrap();
        let expected =
            [("be:8450", 93, 93), ("be:8456", 5, 50 + 5), ("be:8451", 4, 84 + 9 + 4 + 1)];
        let expected = expected.map(|(basin, inside, of)| (basin.to_owned(), inside, of));
        assert_eq!(parts(&zone), expected);
        assert_eq!((zone.communes, zone.unplaced), (93 + 5 + 4, 0));
        assert!(!zone.is_exact());
    }

    /// By two roads: one by one, and all in one walk.
    #[test]
    fn all_together_say_what_each_says() {
        let reference = Reference::embedded().unwrap();
        for prefix in ["ze", "clpe"] {
            let all = coverages(prefix, &reference);
            assert!(all.len() > 300, "{prefix} {}", all.len());
            for (territory, found) in all.iter().step_by(23) {
                assert_eq!(Some(found), coverage(*territory, &reference).as_ref(), "{territory}");
            }
        }
        assert_eq!(coverages("epci", &reference), BTreeMap::new());
    }

    #[test]
    fn what_the_survey_counts_needs_no_reading() {
        for territory in ["be:8450", "dep:15", "reg:84", "fr"] {
            assert_eq!(read(territory), None, "{territory}");
        }
    }

    #[test]
    fn a_perimeter_that_is_a_basin_is_exact_even_without_its_former_communes() {
        let reference = Reference::embedded().unwrap();
        let basin: Territory = "be:8450".parse().unwrap();
        let all = reference.communes_of(basin).into_iter();
        let communes = all.filter(|commune| reference.is_current(commune)).map(str::to_owned);
        let perimeter = Perimeter { name: "Le bassin".into(), communes: communes.collect() };
        let reference = reference.with_perimeters(std::slice::from_ref(&perimeter));
        let found = coverage(perimeter.territory(), &reference).unwrap();
        assert!(found.is_exact());
        assert_eq!(parts(&found), [("be:8450".to_owned(), 93, 93)]);
        assert_eq!(reference.label(perimeter.territory()), Some("Le bassin"));
    }

    #[test]
    fn a_zone_that_no_list_has_is_unknown() {
        let reference = Reference::embedded().unwrap();
        assert!(Extent::new("epci:241500230".parse().unwrap(), &reference).is_unknown());
        assert!(!Extent::new("ze:8403".parse().unwrap(), &reference).is_unknown());
    }
}
