//! The BMO survey of one year seen from a territory: four disjoint rings per occupation.

use crate::analysis::AnalysisError;
use crate::analysis::extent::Extent;
use crate::indicators::hiring::{Mask, Sums};
use crate::indicators::posterior::Rings;
use crate::model::{Fap, FapVersion, Kind, Territory};
use crate::readers::ReadTable;
use crate::reference::Reference;
use crate::tables::Table;
use crate::tables::bmo::{Bmo, Row};
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Deref;
use std::sync::Arc;

/// Which survey it is, without its rows.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Survey {
    pub source: usize,
    pub year: u16,
    pub version: FapVersion,
    pub mask: Mask,
}

/// One loaded BMO survey.
#[derive(Clone, Copy, Debug)]
pub struct Wave<'a> {
    pub survey: Survey,
    pub table: &'a Bmo,
}

impl Deref for Wave<'_> {
    type Target = Survey;

    fn deref(&self) -> &Survey {
        &self.survey
    }
}

/// The loaded surveys by year; of two for one year the first is kept, the others returned.
pub fn waves(
    inputs: &[Arc<ReadTable>],
    star_max: f64,
) -> (BTreeMap<u16, Wave<'_>>, Vec<(usize, usize)>) {
    let mut waves = BTreeMap::new();
    let mut doubles = Vec::new();
    for (source, input) in inputs.iter().enumerate() {
        let (Kind::Bmo, Table::Bmo(table)) = (input.kind, &input.table) else { continue };
        let (Some(year), Some(version)) = (input.vintage, input.fap_version) else { continue };
        let mask = if is_decimal(table) { Mask::decimal() } else { Mask::integer(star_max) };
        let wave = Wave { survey: Survey { source, year, version, mask }, table };
        match waves.get(&year) {
            None => {
                waves.insert(year, wave);
            }
            Some(kept) => doubles.push((kept.source, source)),
        }
    }
    (waves, doubles)
}

/// The layout of 2014–2018 publishes unrounded decimals, and masks otherwise.
fn is_decimal(table: &Bmo) -> bool {
    table.rows().any(|row| row.projects.value().is_some_and(|value| value.fract() != 0.0))
}

/// Where the territory lies, by the survey's own rows.
#[derive(Clone, Debug, PartialEq)]
pub struct Geography {
    pub extent: Extent,
    pub label: String,
    /// The one with most projects first; ties by code.
    pub departments: Vec<(Territory, String)>,
    pub regions: Vec<(Territory, String)>,
}

impl Geography {
    pub const fn territory(&self) -> Territory {
        self.extent.territory()
    }
}

/// Basins, départements and régions of a row, as typed codes.
fn places(row: &Row<'_>) -> [(Option<Territory>, &'static str); 3] {
    [
        (Territory::basin(row.basin).ok(), "be"),
        (Territory::department(row.department).ok(), "dep"),
        (Territory::region(row.region).ok(), "reg"),
    ]
}

/// Every territory that the survey has rows for, basins first, with the survey's labels.
pub fn territories(wave: &Wave<'_>) -> Vec<(Territory, String)> {
    let mut labels: BTreeMap<Territory, &str> = BTreeMap::new();
    for row in wave.table.rows() {
        let names = [row.basin_label, row.department_label, row.region_label];
        for ((place, _), name) in places(&row).into_iter().zip(names) {
            if let Some(place) = place {
                labels.entry(place).or_insert(name);
            }
        }
    }
    let order = |territory: &Territory| match territory {
        Territory::Basin(_) => 0,
        Territory::Department(_) => 1,
        Territory::Region(_) => 2,
        _ => 3,
    };
    let mut list: Vec<_> = labels.into_iter().map(|(place, name)| (place, tidy(name))).collect();
    list.sort_by_key(|(place, _)| (order(place), *place));
    list.push((Territory::France, "France".to_owned()));
    list
}

/// Published labels carry no-break spaces and doubled blanks.
pub fn tidy(label: &str) -> String {
    label.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// # Errors
/// When the survey has no row for the territory; the error says what is near.
pub fn geography(
    wave: &Wave<'_>,
    extent: Extent,
    reference: &Reference,
) -> Result<Geography, AnalysisError> {
    let territory = extent.territory();
    if extent.is_unknown() {
        return Err(AnalysisError::CommunesUnknown { territory });
    }
    let mut label = None;
    let mut departments: BTreeMap<Territory, (f64, &str)> = BTreeMap::new();
    let mut regions: BTreeMap<Territory, (f64, &str)> = BTreeMap::new();
    for row in wave.table.rows().filter(|row| extent.contains(row)) {
        label.get_or_insert(match territory {
            Territory::Basin(_) => row.basin_label,
            Territory::Department(_) => row.department_label,
            Territory::Region(_) => row.region_label,
            Territory::France => "France",
            _ => reference.label(territory).unwrap_or_default(),
        });
        let projects = row.projects.value().unwrap_or_default();
        if let Ok(place) = Territory::department(row.department) {
            departments.entry(place).or_insert((0.0, row.department_label)).0 += projects;
        }
        if let Ok(place) = Territory::region(row.region) {
            regions.entry(place).or_insert((0.0, row.region_label)).0 += projects;
        }
    }
    let Some(label) = label else {
        return Err(AnalysisError::absent(wave, territory));
    };
    let ranked = |places: BTreeMap<Territory, (f64, &str)>| {
        let mut list: Vec<_> = places.into_iter().collect();
        list.sort_by(|a, b| b.1.0.total_cmp(&a.1.0).then(a.0.cmp(&b.0)));
        list.into_iter().map(|(place, (_, name))| (place, tidy(name))).collect()
    };
    Ok(Geography {
        label: tidy(label),
        extent,
        departments: ranked(departments),
        regions: ranked(regions),
    })
}

/// An occupation with its rings and the rows of its own territory.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Cells {
    pub rings: Rings,
    pub rows: Vec<u32>,
    /// As published.
    pub label: String,
    /// Letter and label, as published.
    pub family: Option<(String, String)>,
}

/// The whole survey, folded once.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Folded {
    /// Occupations with at least one row in the territory: an absent row is not a masked row.
    pub occupations: BTreeMap<Fap, Cells>,
    /// All occupations together.
    pub all: Rings,
    /// Occupation × département of the région(s), for the reference set of the class.
    pub by_department: BTreeMap<(Fap, Territory), Sums>,
    /// Occupation on the région(s) and on France.
    pub by_region: BTreeMap<Fap, Sums>,
    pub by_country: BTreeMap<Fap, Sums>,
    /// Occupations without a row in the territory too: they are part of their group around it.
    pub elsewhere: BTreeMap<Fap, Cells>,
}

pub fn fold(wave: &Wave<'_>, geography: &Geography) -> Folded {
    let codes = |places: &[(Territory, String)]| -> BTreeSet<String> {
        places.iter().map(|(place, _)| place.code().to_owned()).collect()
    };
    let departments = codes(&geography.departments);
    let regions = codes(&geography.regions);
    let mut folded = Folded::default();
    let mut occupations: BTreeMap<Fap, Cells> = BTreeMap::new();
    for row in wave.table.rows() {
        let Ok(occupation) = Fap::new(wave.version, row.occupation) else { continue };
        let in_region = regions.contains(row.region);
        let ring = if geography.extent.contains(&row) {
            0
        } else if departments.contains(row.department) {
            1
        } else if in_region {
            2
        } else {
            3
        };
        let cells = occupations.entry(occupation).or_default();
        if let Some(sums) = cells.rings.get_mut(ring) {
            sums.add(&row, wave.mask);
        }
        if let Some(sums) = folded.all.get_mut(ring) {
            sums.add(&row, wave.mask);
        }
        if ring == 0 {
            cells.rows.push(row.row);
        }
        if cells.label.is_empty() {
            row.label.clone_into(&mut cells.label);
            let family = || (row.family.to_owned(), row.family_label.to_owned());
            cells.family = (!row.family.is_empty()).then(family);
        }
        if in_region {
            if let Ok(department) = Territory::department(row.department) {
                let key = (occupation, department);
                folded.by_department.entry(key).or_default().add(&row, wave.mask);
            }
            folded.by_region.entry(occupation).or_default().add(&row, wave.mask);
        }
        folded.by_country.entry(occupation).or_default().add(&row, wave.mask);
    }
    let here = |cells: &Cells| cells.rings.first().is_some_and(|own| own.cells > 0);
    (folded.occupations, folded.elsewhere) =
        occupations.into_iter().partition(|(_, cells)| here(cells));
    folded
}

/// Sums of the territory alone, in all and by occupation.
pub fn own_sums(wave: &Wave<'_>, extent: &Extent) -> (Sums, BTreeMap<Fap, Sums>) {
    let mut all = Sums::default();
    let mut occupations: BTreeMap<Fap, Sums> = BTreeMap::new();
    for row in wave.table.rows().filter(|row| extent.contains(row)) {
        all.add(&row, wave.mask);
        if let Ok(code) = Fap::new(wave.version, row.occupation) {
            occupations.entry(code).or_default().add(&row, wave.mask);
        }
    }
    (all, occupations)
}
