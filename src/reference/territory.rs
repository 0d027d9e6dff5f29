//! Communes, basins, *zones d'emploi*, départements and régions.

use crate::model::{Perimeter, Territory};
use crate::reference::lists::{ReferenceError, fields, replaces};
use crate::tables::commune::Communes;
use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

/// The territory of each commune; those of the built-in list are not copied.
type ByCommune = BTreeMap<Cow<'static, str>, Territory>;

#[derive(Clone, Debug, Default)]
pub struct Territories {
    labels: BTreeMap<Territory, String>,
    regions: BTreeMap<Territory, Territory>,
    basins: ByCommune,
    zones: ByCommune,
    committees: ByCommune,
    groupings: ByCommune,
    perimeters: Vec<Perimeter>,
}

/// `15014` → `dep:15`, `97105` → `dep:971`, `2A004` → `dep:2A`.
pub fn department_from_commune(commune: &str) -> Option<Territory> {
    if commune.len() != 5 {
        return None;
    }
    let width = if commune.starts_with("97") || commune.starts_with("98") { 3 } else { 2 };
    Territory::department(commune.get(..width)?).ok()
}

impl Territories {
    /// # Errors
    /// When a built-in list is faulty.
    pub fn embedded() -> Result<Self, ReferenceError> {
        let mut list = Self::default();
        for [kind, code, label, parent] in
            fields::<4>("territory.csv", include_str!("../../assets/reference/territory.csv"))?
        {
            let Ok(territory) = format!("{kind}:{code}").parse::<Territory>() else { continue };
            list.labels.insert(territory, label.to_owned());
            if let Ok(region) = Territory::region(parent) {
                list.regions.insert(territory, region);
            }
        }
        // Gathered, then made at once: every start of the program waits for these 35,000 communes.
        let (mut basins, mut zones, mut committees) = (Vec::new(), Vec::new(), Vec::new());
        for [commune, basin, zone, committee] in
            fields::<4>("commune.csv", include_str!("../../assets/reference/commune.csv"))?
        {
            if let Ok(basin) = Territory::basin(basin) {
                basins.push((Cow::Borrowed(commune), basin));
            }
            if let Ok(zone) = Territory::employment_zone(zone) {
                zones.push((Cow::Borrowed(commune), zone));
            }
            if let Ok(committee) = Territory::committee(committee) {
                committees.push((Cow::Borrowed(commune), committee));
            }
        }
        list.basins = basins.into_iter().collect();
        list.zones = zones.into_iter().collect();
        list.committees = committees.into_iter().collect();
        Ok(list)
    }

    /// The basins of a loaded file instead of the built-in ones, with its départements.
    #[must_use]
    pub fn with_basins(&self, communes: &Communes) -> Self {
        let mut changed = self.clone();
        if replaces(communes.rows().count(), changed.basins.len()) {
            changed.basins.clear();
            changed.labels.retain(|territory, _| !matches!(territory, Territory::Basin(_)));
        }
        let mut named = BTreeSet::new();
        for row in communes.rows() {
            let Ok(basin) = Territory::basin(row.division) else { continue };
            changed.basins.insert(Cow::Owned(row.commune.to_owned()), basin);
            if named.insert(basin) {
                changed.labels.insert(basin, row.division_label.to_owned());
            }
            let department = department_from_commune(row.commune);
            if let (Some(department), Ok(region)) = (department, Territory::region(row.region)) {
                changed.regions.insert(department, region);
            }
        }
        changed
    }

    /// The *zones d'emploi* of a loaded file instead of the built-in ones.
    #[must_use]
    pub fn with_zones(&self, communes: &Communes) -> Self {
        let mut changed = self.clone();
        if replaces(communes.rows().count(), changed.zones.len()) {
            changed.zones.clear();
            changed.labels.retain(|territory, _| territory.prefix() != "ze");
        }
        for row in communes.rows() {
            let Ok(zone) = Territory::employment_zone(row.division) else { continue };
            changed.zones.insert(Cow::Owned(row.commune.to_owned()), zone);
            changed.labels.insert(zone, row.division_label.to_owned());
        }
        changed
    }

    /// The départements and régions that a loaded file names, over the built-in ones, and its
    /// committees instead of them.
    #[must_use]
    pub fn with_departments(&self, communes: &Communes) -> Self {
        let mut changed = self.clone();
        if replaces(communes.rows().count(), changed.committees.len()) {
            changed.committees.clear();
            changed.labels.retain(|territory, _| territory.prefix() != "clpe");
        }
        let mut named = BTreeSet::new();
        for row in communes.rows() {
            let department = Territory::department(row.department);
            let (Ok(department), Ok(region)) = (department, Territory::region(row.region)) else {
                continue;
            };
            changed.labels.insert(department, row.department_label.to_owned());
            changed.labels.insert(region, row.region_label.to_owned());
            changed.regions.insert(department, region);
            if let Ok(committee) = Territory::committee(row.division) {
                changed.committees.insert(Cow::Owned(row.commune.to_owned()), committee);
                if named.insert(committee) {
                    changed.labels.insert(committee, row.division_label.trim().to_owned());
                }
            }
        }
        changed
    }

    /// The intercommunal groupings of a loaded file.
    #[must_use]
    pub fn with_groupings(&self, communes: &Communes) -> Self {
        let mut changed = self.clone();
        for row in communes.rows() {
            let Ok(grouping) = Territory::grouping(row.division) else { continue };
            changed.groupings.insert(Cow::Owned(row.commune.to_owned()), grouping);
            changed.labels.insert(grouping, row.division_label.to_owned());
        }
        changed
    }

    /// The perimeters of the user, beside the official territories.
    #[must_use]
    pub fn with_perimeters(&self, perimeters: &[Perimeter]) -> Self {
        let mut changed = self.clone();
        for perimeter in perimeters {
            changed.labels.insert(perimeter.territory(), perimeter.name.clone());
        }
        changed.perimeters.extend_from_slice(perimeters);
        changed
    }

    /// The list of a division; `None` for one that is no list of communes.
    fn list(&self, prefix: &str) -> Option<&ByCommune> {
        match prefix {
            "be" => Some(&self.basins),
            "ze" => Some(&self.zones),
            "clpe" => Some(&self.committees),
            "epci" => Some(&self.groupings),
            _ => None,
        }
    }

    /// Communes with their territory of a division.
    pub fn members(&self, prefix: &str) -> impl Iterator<Item = (&str, Territory)> {
        let pairs = self.list(prefix).into_iter().flatten();
        pairs.map(|(commune, territory)| (commune.as_ref(), *territory))
    }

    /// The territory of a division that a commune is in.
    pub fn home(&self, prefix: &str, commune: &str) -> Option<Territory> {
        match prefix {
            "fr" => Some(Territory::France),
            "dep" => department_from_commune(commune),
            "reg" => self.region_from_department(department_from_commune(commune)?),
            _ => self.list(prefix)?.get(commune).copied(),
        }
    }

    /// Communes of a territory, as far as the lists at hand tell.
    pub fn communes_of(&self, territory: Territory) -> Vec<&str> {
        if let Territory::Perimeter(_) = territory {
            let found = self.perimeters.iter().find(|one| one.territory() == territory);
            let communes = found.into_iter().flat_map(|perimeter| &perimeter.communes);
            return communes.map(String::as_str).collect();
        }
        if self.list(territory.prefix()).is_none() {
            return self.communes().filter(|commune| self.holds(territory, commune)).collect();
        }
        let inside = self.members(territory.prefix()).filter(|(_, found)| *found == territory);
        inside.map(|(commune, _)| commune).collect()
    }

    /// Whether a commune lies in a territory.
    pub fn holds(&self, territory: Territory, commune: &str) -> bool {
        if let Territory::Perimeter(_) = territory {
            let found = self.perimeters.iter().find(|one| one.territory() == territory);
            return found.is_some_and(|perimeter| perimeter.communes.contains(commune));
        }
        self.home(territory.prefix(), commune) == Some(territory)
    }

    /// Territories made of communes that lie, at least in part, in some of these basins.
    pub fn over(&self, basins: &BTreeSet<Territory>) -> BTreeSet<Territory> {
        let inside = self.basins.iter().filter(|(_, basin)| basins.contains(basin));
        let lists = [&self.zones, &self.committees, &self.groupings];
        inside
            .flat_map(|(commune, _)| lists.map(|list| list.get(commune).copied()))
            .flatten()
            .collect()
    }

    /// Whether a commune of the list of basins still exists: that list keeps former communes, the
    /// list of *zones d'emploi* does not.
    pub fn is_current(&self, commune: &str) -> bool {
        self.zones.contains_key(commune)
    }

    pub fn label(&self, territory: Territory) -> Option<&str> {
        self.labels.get(&territory).map(String::as_str)
    }

    pub fn region_from_department(&self, department: Territory) -> Option<Territory> {
        self.regions.get(&department).copied()
    }

    pub fn basin_from_commune(&self, commune: &str) -> Option<Territory> {
        self.basins.get(commune).copied()
    }

    pub fn zone_from_commune(&self, commune: &str) -> Option<Territory> {
        self.zones.get(commune).copied()
    }

    pub fn communes(&self) -> impl Iterator<Item = &str> {
        self.basins.keys().map(AsRef::as_ref)
    }

    pub fn of_kind(&self, prefix: &str) -> Vec<Territory> {
        self.labels.keys().filter(|territory| territory.prefix() == prefix).copied().collect()
    }
}
