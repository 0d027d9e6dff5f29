//! "Territories like this one": the nearest of the same kind by size and structure of hiring.
//!
//! Distance = a · ½ Σ |share of the family here − there| + b · |ln (projects here / there)|, on
//! published cells. The first term is the part of hires that would have to change family, 0–1.
//! Weights and number of neighbours are dated parameters, choices of ours.

use crate::analysis::extent::Extent;
use crate::analysis::rings::{self, Wave};
use crate::indicators::fold::places;
use crate::model::Territory;
use crate::tables::bmo::Row;
use std::collections::BTreeMap;

/// Weights of the distance, and how many neighbours make a benchmark.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Settings {
    pub structure: f64,
    pub volume: f64,
    pub count: usize,
}

/// A neighbour and why it is one.
#[derive(Clone, Debug, PartialEq)]
pub struct Similar {
    pub territory: Territory,
    pub label: String,
    pub distance: f64,
    /// Part of the projects that would have to change family to hire alike, 0–1.
    pub structure: f64,
    /// Published projects there, and over those here.
    pub projects: f64,
    pub volume_ratio: f64,
}

/// Published projects, in all and by family.
#[derive(Clone, Debug, Default)]
struct Profile {
    label: String,
    projects: f64,
    families: BTreeMap<String, f64>,
    /// Shares rows with the territory: it would be compared with itself.
    overlaps: bool,
}

impl Profile {
    fn add(&mut self, row: &Row<'_>) {
        let Some(projects) = row.projects.value() else { return };
        // Files without the families of BMO have the domain of the occupation instead.
        let family = if row.family.is_empty() { row.occupation.get(..1) } else { Some(row.family) };
        self.projects += projects;
        *self.families.entry(family.unwrap_or_default().to_owned()).or_default() += projects;
    }

    /// Half the sum of differences of shares, 0–1.
    fn dissimilarity(&self, other: &Self) -> f64 {
        let share = |profile: &Self, family: &String| {
            profile.families.get(family).copied().unwrap_or_default() / profile.projects
        };
        let added = other.families.keys().filter(|family| !self.families.contains_key(*family));
        let families = self.families.keys().chain(added);
        families.map(|family| (share(self, family) - share(other, family)).abs()).sum::<f64>() / 2.0
    }
}

/// The nearest first; ties by code. Départements are compared with départements, régions with
/// régions, everything else with basins; what shares rows with the territory is left out.
pub fn similar(wave: &Wave<'_>, own: &Extent, settings: Settings) -> Vec<Similar> {
    let mut here = Profile::default();
    let mut others: BTreeMap<Territory, Profile> = BTreeMap::new();
    for row in wave.table.rows() {
        let places = places(&row);
        let inside = own.holds(places);
        if inside {
            here.add(&row);
        }
        let [basin, department, region] = places;
        let (place, label) = match own.territory() {
            Territory::Department(_) => (department, row.department_label),
            Territory::Region(_) => (region, row.region_label),
            _ => (basin, row.basin_label),
        };
        let Some(place) = place else { continue };
        let profile = others.entry(place).or_default();
        profile.overlaps |= inside;
        if profile.label.is_empty() {
            profile.label = rings::tidy(label);
        }
        profile.add(&row);
    }
    if here.projects <= 0.0 {
        return Vec::new();
    }
    let mut found: Vec<Similar> = others
        .into_iter()
        .filter(|(_, profile)| !profile.overlaps && profile.projects > 0.0)
        .map(|(territory, profile)| {
            let structure = here.dissimilarity(&profile);
            let volume_ratio = profile.projects / here.projects;
            let distance =
                settings.structure * structure + settings.volume * volume_ratio.ln().abs();
            let Profile { label, projects, .. } = profile;
            Similar { territory, label, distance, structure, projects, volume_ratio }
        })
        .collect();
    found.sort_by(|a, b| a.distance.total_cmp(&b.distance).then(a.territory.cmp(&b.territory)));
    found.truncate(settings.count);
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::readers::{Control, ReadTable, read};
    use crate::reference::Reference;
    use proptest::prelude::*;
    use std::sync::Arc;

    const SETTINGS: Settings = Settings { structure: 1.0, volume: 0.25, count: 2 };

    /// (basin, family, projects); `*` where there are none.
    fn survey(rows: &[(&str, &str, u32)]) -> Arc<ReadTable> {
        let mut lines =
            vec!["annee;code métier;Famille_met;BE26;Dept;REG;met;xmet;smet".to_owned()];
        for (place, (basin, family, projects)) in rows.iter().enumerate() {
            let code = ["V0X60", "S1X20", "J3X43", "T2A60"][place % 4];
            let met = if *projects == 0 { "*".to_owned() } else { projects.to_string() };
            // A département each: two rows of one key would be one too many.
            lines.push(format!("2026;{code};{family};{basin};{};84;{met};*;*", 10 + place));
        }
        let text = lines.join("\n");
        let reference = Reference::embedded().unwrap();
        Arc::new(read("bmo.csv", text.as_bytes(), &reference, Control::none()).unwrap().remove(0))
    }

    fn nearest(rows: &[(&str, &str, u32)]) -> Vec<Similar> {
        let inputs = [survey(rows)];
        let (waves, _) = rings::waves(&inputs, 4.0);
        let own = Extent::new("be:0001".parse().unwrap(), &Reference::embedded().unwrap());
        similar(waves.values().next().unwrap(), &own, SETTINGS)
    }

    #[test]
    fn the_same_structure_and_size_come_first() {
        let found = nearest(&[
            ("0001", "S", 60),
            ("0001", "V", 40),
            ("0002", "S", 10),
            ("0002", "V", 90),
            ("0003", "S", 65),
            ("0003", "V", 35),
            ("0004", "S", 6_000),
            ("0004", "V", 4_000),
        ]);
        let order: Vec<&str> = found.iter().map(|one| one.territory.code()).collect();
        assert_eq!(order, ["0003", "0002"]);
        // Five projects in a hundred would have to change family.
        assert!((found[0].structure - 0.05).abs() < 1e-12);
        assert!((found[0].distance - 0.05).abs() < 1e-12, "the same volume costs nothing");
        assert!((found[1].distance - 0.5).abs() < 1e-12);
    }

    #[test]
    fn size_counts_by_its_logarithm() {
        let found = nearest(&[("0001", "S", 50), ("0002", "S", 100), ("0003", "S", 25)]);
        let expected = 0.25 * 2.0_f64.ln();
        assert!(found.iter().all(|one| (one.distance - expected).abs() < 1e-12));
        assert_eq!(found[0].territory.code(), "0002", "ties by code");
        assert!((found[0].volume_ratio - 100.0 / 50.0).abs() < 1e-12);
    }

    #[test]
    fn a_territory_without_published_projects_has_no_likes() {
        assert_eq!(nearest(&[("0001", "S", 0), ("0002", "S", 100)]), []);
    }

    proptest! {
        #[test]
        fn the_order_of_rows_is_indifferent_and_distances_grow(
            rows in prop::collection::vec((1_u8..6, 0_u8..3, 5_u32..400), 2..30)
        ) {
            let rows: Vec<(String, &str, u32)> = rows
                .into_iter()
                .map(|(basin, family, n)| {
                    (format!("000{basin}"), ["S", "V", "I"][usize::from(family)], n)
                })
                .collect();
            let mut given: Vec<(&str, &str, u32)> =
                rows.iter().map(|(basin, family, n)| (basin.as_str(), *family, *n)).collect();
            let found = nearest(&given);
            given.reverse();
            prop_assert_eq!(&found, &nearest(&given));
            prop_assert!(found.windows(2).all(|pair| pair[0].distance <= pair[1].distance));
            prop_assert!(found.iter().all(|one| (0.0..=1.0).contains(&one.structure)));
            prop_assert!(found.iter().all(|one| one.territory.code() != "0001"));
        }
    }
}
