//! Shapes of a file gathered by territory, through the communes where it has communes.

use crate::geo::{Division, Ring, dissolve};
use crate::model::Territory;
use crate::reference::Reference;
use crate::tables::shape::{Shapes, decode};
use std::collections::{BTreeMap, BTreeSet};

/// One territory: its rings, and how complete they are.
#[derive(Clone, Debug, PartialEq)]
pub struct Group {
    pub territory: Territory,
    /// As the file names it, else as the lists do; may be empty.
    pub label: String,
    /// Outlines counter-clockwise, holes clockwise.
    pub rings: Vec<Ring>,
    /// Communes that it is made of, by the file.
    pub communes: u32,
    /// Communes of the list (those of 2020) that the file has no shape for.
    pub missing: Vec<String>,
}

/// Paris, Lyon and Marseille may be there by their *arrondissements*.
fn city(commune: &str) -> Option<&'static str> {
    match commune.get(..3)? {
        "751" => Some("75056"),
        "132" => Some("13055"),
        _ if ("69381"..="69389").contains(&commune) => Some("69123"),
        _ => None,
    }
}

/// The territory of a division that a commune, département or territory of the same kind is in.
fn above(code: &str, division: Division, reference: &Reference) -> Option<Territory> {
    if let Some(commune) = code.strip_prefix("com:") {
        let department = reference.department_from_commune(commune);
        return match division {
            Division::Basin => reference.basin_from_commune(commune),
            Division::Department => department,
            Division::Region => reference.region_from_department(department?),
            Division::Zone | Division::Committee | Division::Grouping => {
                reference.home(division.id(), commune)
            }
        };
    }
    let territory: Territory = code.parse().ok()?;
    match (territory, division) {
        (Territory::Department(_), Division::Region) => reference.region_from_department(territory),
        _ => (territory.prefix() == division.id()).then_some(territory),
    }
}

/// Rings gathered between two looks at whether somebody still waits.
const ROWS_BETWEEN_LOOKS: usize = 4_096;

/// The territories of a division that shapes make.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Groups {
    /// By code; none where the shapes are of another division.
    pub list: Vec<Group>,
    /// Codes of shapes that are in no territory of the lists.
    pub without: Vec<String>,
}

/// Gathers shapes; the lists are those of the user where some are loaded.
pub fn groups(shapes: &Shapes, division: Division, reference: &Reference) -> Groups {
    groups_unless(shapes, division, reference, &|| false).unwrap_or_default()
}

/// As [`groups`]; `None` once `cancelled` says that nobody waits any more.
pub fn groups_unless(
    shapes: &Shapes,
    division: Division,
    reference: &Reference,
    cancelled: &dyn Fn() -> bool,
) -> Option<Groups> {
    let mut found: BTreeMap<Territory, Group> = BTreeMap::new();
    let mut present: BTreeSet<String> = BTreeSet::new();
    let mut without: BTreeSet<&str> = BTreeSet::new();
    for (number, row) in shapes.rows().enumerate() {
        if number % ROWS_BETWEEN_LOOKS == 0 && cancelled() {
            return None;
        }
        let Some(territory) = above(row.code, division, reference) else {
            without.insert(row.code);
            continue;
        };
        let group = found.entry(territory).or_insert_with(|| {
            let own = row.code == territory.to_string() && !row.label.is_empty();
            let label = if own { Some(row.label) } else { reference.label(territory) };
            Group {
                territory,
                label: label.unwrap_or_default().to_owned(),
                rings: Vec::new(),
                communes: 0,
                missing: Vec::new(),
            }
        });
        group.rings.push(decode(row.points));
        if let Some(commune) = row.code.strip_prefix("com:")
            && present.insert(commune.to_owned())
        {
            group.communes += 1;
        }
    }
    present.extend(
        present.iter().filter_map(|commune| city(commune)).map(str::to_owned).collect::<Vec<_>>(),
    );
    if !present.is_empty() {
        // A commune of the list that has no zone d'emploi was merged into another before 2020.
        let list =
            reference.communes().filter(|commune| reference.zone_from_commune(commune).is_some());
        for commune in list.filter(|commune| !present.contains(*commune)) {
            let territory = above(&format!("com:{commune}"), division, reference);
            if let Some(group) = territory.and_then(|territory| found.get_mut(&territory)) {
                group.missing.push(commune.to_owned());
            }
        }
    }
    let mut list: Vec<Group> = found.into_values().collect();
    for group in &mut list {
        if cancelled() {
            return None;
        }
        // The same ring twice would count twice.
        group.rings.sort_unstable();
        group.rings.dedup();
        group.rings = dissolve(&group.rings);
    }
    Some(Groups { list, without: without.into_iter().map(str::to_owned).collect() })
}
