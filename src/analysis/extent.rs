//! The rows of a survey by basin that a territory is read at, and how complete that reading is.

use crate::analysis::rings;
use crate::model::Territory;
use crate::reference::Reference;
use crate::tables::bmo::Row;
use std::collections::{BTreeMap, BTreeSet};

/// Where a territory is looked for in the survey.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Extent {
    territory: Territory,
    /// For a territory that the survey does not count itself: one of the places that stand for
    /// it, which are of one kind, and the codes of all.
    kind: Option<Territory>,
    codes: BTreeSet<String>,
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

    /// Several places of one kind together, under a code of their own.
    pub fn of_places(territory: Territory, places: impl Iterator<Item = Territory>) -> Self {
        let codes: BTreeMap<Territory, String> =
            places.map(|place| (place, place.code().to_owned())).collect();
        Self { territory, kind: codes.keys().next().copied(), codes: codes.into_values().collect() }
    }

    pub const fn territory(&self) -> Territory {
        self.territory
    }

    /// No list at hand tells its communes: it cannot be looked for.
    pub fn is_unknown(&self) -> bool {
        self.territory.is_of_communes() && self.codes.is_empty()
    }

    pub fn contains(&self, row: &Row<'_>) -> bool {
        match self.kind {
            Some(Territory::Region(_)) => return self.codes.contains(row.region),
            Some(Territory::Department(_)) => return self.codes.contains(row.department),
            Some(_) => return self.codes.contains(row.basin),
            None => {}
        }
        match self.territory {
            Territory::France => true,
            Territory::Region(code) => row.region == code.as_str(),
            Territory::Department(code) => row.department == code.as_str(),
            Territory::Basin(code) => row.basin == code.as_str(),
            Territory::EmploymentZone(_)
            | Territory::Committee(_)
            | Territory::Grouping(_)
            | Territory::Perimeter(_) => false,
        }
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

    /// `data.md` §7.1: the zone has 93 communes of the basin, all that exist today; four of the
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
