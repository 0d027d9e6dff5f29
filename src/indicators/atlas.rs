//! Every territory of a division at once: one year of the BMO survey, occupation × territory, with
//! the rings of each cell (`method.md` §1.11) had by subtraction, so that a changed setting is a
//! new reading of numbers at hand and never a new walk over the rows.
//!
//! It gives what [`crate::indicators::posterior`] gives territory by territory: a test compares.

use crate::indicators::fold::{Entry, Fold, Site};
use crate::indicators::hiring::{Mask, Sums};
use crate::indicators::posterior::{Bearing, Rings, Settings, bearing};
use crate::indicators::pressure::Status;
use crate::model::adjust::Cut;
use crate::model::{Fap, Grade, Territory};
use std::collections::BTreeSet;

/// A territory, and the départements and régions that its rows name.
#[derive(Clone, Debug, PartialEq)]
pub struct Place {
    pub territory: Territory,
    /// As published; empty for one that the survey does not name.
    pub label: String,
    departments: Vec<usize>,
    regions: Vec<usize>,
}

/// An occupation of a territory that the survey has rows for.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Cell {
    /// Place in [`Atlas::territories`].
    pub territory: usize,
    /// Place in [`Atlas::occupations`].
    pub occupation: usize,
    pub own: Sums,
}

/// One year of the survey, all territories of a division.
#[derive(Clone, Debug, PartialEq)]
pub struct Atlas {
    pub year: u16,
    pub mask: Mask,
    /// By code, each with its published label.
    pub occupations: Vec<(Fap, String)>,
    /// By code.
    pub territories: Vec<Place>,
    /// By territory, then by occupation.
    pub cells: Vec<Cell>,
    /// Of each territory, all occupations together.
    totals: Vec<Sums>,
    departments: Vec<Territory>,
    regions: Vec<Territory>,
    /// Départements × occupations, régions × occupations, occupations.
    by_department: Vec<Sums>,
    by_region: Vec<Sums>,
    by_country: Vec<Sums>,
    country: Sums,
}

/// What a cell says, under some settings.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Reading {
    /// Shrunk share of difficult projects, 0–1.
    pub mean: f64,
    /// `P(share > cut)`, published cells alone.
    pub probability: f64,
    pub status: Status,
    pub grade: Grade,
}

/// Adds a place to a list of distinct ones.
fn note(list: &mut Vec<usize>, place: Option<usize>) {
    if let Some(place) = place.filter(|place| !list.contains(place)) {
        list.push(place);
    }
}

/// Distinct territories, by code.
fn distinct(of: impl Iterator<Item = Territory>) -> Vec<Territory> {
    of.collect::<BTreeSet<_>>().into_iter().collect()
}

/// Where the entries of a site are added.
struct At {
    territories: Vec<usize>,
    department: Option<usize>,
    region: Option<usize>,
}

impl Atlas {
    /// Every basin.
    pub fn of_basins(fold: &Fold) -> Self {
        Self::new(fold, &|site: &Site| site.basin().into_iter().collect())
    }

    /// The territories that `homes` gives to sites; a site may count in several, or in none.
    pub fn new(fold: &Fold, homes: &dyn Fn(&Site) -> Vec<Territory>) -> Self {
        let homes: Vec<Vec<Territory>> = fold.sites.iter().map(homes).collect();
        let departments = distinct(fold.sites.iter().filter_map(Site::department));
        let regions = distinct(fold.sites.iter().filter_map(Site::region));
        let codes = distinct(homes.iter().flatten().copied());
        let label = |territory: Territory| {
            fold.sites.iter().find_map(|site| site.label(territory)).unwrap_or_default().to_owned()
        };
        let mut territories: Vec<Place> = codes
            .iter()
            .map(|territory| Place {
                territory: *territory,
                label: label(*territory),
                departments: Vec::new(),
                regions: Vec::new(),
            })
            .collect();
        let mut at = Vec::with_capacity(fold.sites.len());
        for (site, homes) in fold.sites.iter().zip(&homes) {
            let among = |list: &[Territory], place: Option<Territory>| {
                place.and_then(|place| list.binary_search(&place).ok())
            };
            let department = among(&departments, site.department());
            let region = among(&regions, site.region());
            let homes: Vec<usize> =
                homes.iter().filter_map(|home| codes.binary_search(home).ok()).collect();
            for home in &homes {
                if let Some(place) = territories.get_mut(*home) {
                    note(&mut place.departments, department);
                    note(&mut place.regions, region);
                }
            }
            at.push(At { territories: homes, department, region });
        }
        let width = fold.occupations.len();
        let none = |count: usize| vec![Sums::default(); count];
        let mut atlas = Self {
            year: fold.year,
            mask: fold.mask,
            occupations: fold.occupations.iter().map(|one| (one.code, one.label.clone())).collect(),
            cells: Vec::new(),
            totals: none(territories.len()),
            by_department: none(departments.len() * width),
            by_region: none(regions.len() * width),
            by_country: none(width),
            country: Sums::default(),
            departments,
            regions,
            territories,
        };
        let mut own = none(atlas.territories.len() * width);
        for Entry { occupation, site, sums, .. } in &fold.entries {
            let Some(at) = at.get(*site) else { continue };
            let above = |place: Option<usize>| place.map(|place| place * width + occupation);
            let slots = [
                above(at.department).and_then(|place| atlas.by_department.get_mut(place)),
                above(at.region).and_then(|place| atlas.by_region.get_mut(place)),
                atlas.by_country.get_mut(*occupation),
                Some(&mut atlas.country),
            ];
            for slot in slots.into_iter().flatten() {
                *slot = slot.plus(sums);
            }
            for home in &at.territories {
                let slots = [own.get_mut(home * width + occupation), atlas.totals.get_mut(*home)];
                for slot in slots.into_iter().flatten() {
                    *slot = slot.plus(sums);
                }
            }
        }
        let placed = own.into_iter().enumerate().filter(|(_, own)| own.cells > 0);
        atlas.cells = placed
            .map(|(place, own)| Cell { territory: place / width, occupation: place % width, own })
            .collect();
        atlas
    }

    /// Sums of a territory, by its place: of an occupation by its place, or of all together.
    pub fn own(&self, territory: usize, occupation: Option<usize>) -> Sums {
        let Some(occupation) = occupation else {
            return self.totals.get(territory).copied().unwrap_or_default();
        };
        let key = |cell: &Cell| (cell.territory, cell.occupation);
        let found = self.cells.binary_search_by_key(&(territory, occupation), key);
        found
            .ok()
            .and_then(|place| self.cells.get(place))
            .map_or_else(Sums::default, |cell| cell.own)
    }

    /// Sums of the whole survey: of an occupation by its place, or of all together.
    pub fn country(&self, occupation: Option<usize>) -> Sums {
        match occupation {
            Some(occupation) => self.by_country.get(occupation).copied().unwrap_or_default(),
            None => self.country,
        }
    }

    /// Départements and régions that the rows of a territory name.
    pub fn around(&self, place: &Place) -> BTreeSet<Territory> {
        let departments = place.departments.iter().filter_map(|at| self.departments.get(*at));
        let regions = place.regions.iter().filter_map(|at| self.regions.get(*at));
        departments.chain(regions).copied().collect()
    }

    /// What each territory is set against: a share of difficult projects of all occupations, published
    /// cells alone; one half where nothing is published.
    pub fn cuts(&self, cut: Cut) -> Vec<f64> {
        let share = |sums: &Sums| sums.point_share().unwrap_or(0.5);
        let width = self.occupations.len().max(1);
        let region = |place: &usize| {
            let row = self.by_region.get(place * width..(place + 1) * width).unwrap_or_default();
            row.iter().fold(Sums::default(), |all, sums| all.plus(sums))
        };
        let of = |place: &Place| match cut {
            Cut::France => share(&self.country),
            Cut::Region => {
                let regions = place.regions.iter().map(region);
                share(&regions.fold(Sums::default(), |all, sums| all.plus(&sums)))
            }
            Cut::Fixed(thousandths) => f64::from(thousandths) / 1_000.0,
        };
        self.territories.iter().map(of).collect()
    }

    /// The four disjoint rings of a cell, from the territory outwards.
    pub fn rings(&self, cell: &Cell) -> Rings {
        let width = self.occupations.len();
        let sum = |sums: &[Sums], places: &[usize]| {
            let at = |place: &usize| sums.get(place * width + cell.occupation);
            match places {
                [only] => at(only).copied().unwrap_or_default(),
                several => several.iter().filter_map(at).fold(Sums::default(), |a, b| a.plus(b)),
            }
        };
        let Some(place) = self.territories.get(cell.territory) else {
            return [cell.own, Sums::default(), Sums::default(), Sums::default()];
        };
        let departments = sum(&self.by_department, &place.departments);
        let regions = sum(&self.by_region, &place.regions);
        let country = self.by_country.get(cell.occupation).copied().unwrap_or_default();
        [
            cell.own,
            departments.minus(&cell.own),
            regions.minus(&departments),
            country.minus(&regions),
        ]
    }

    /// What a cell says against a cut.
    pub fn reading(&self, cell: &Cell, cut: f64, settings: Settings) -> Reading {
        let Bearing { mean, probability, status, depends_on_masked } =
            bearing(&self.rings(cell), self.mask, cut, settings);
        let grade = cell.own.grade(self.mask, settings.effective_share);
        Reading {
            mean,
            probability,
            status,
            grade: if depends_on_masked { grade.lowered() } else { grade },
        }
    }

    /// What every cell says, in their order, on as many threads as are given.
    pub fn readings(&self, cut: Cut, settings: Settings, threads: usize) -> Vec<Reading> {
        let cuts = self.cuts(cut);
        let cuts = &cuts;
        let read = move |cells: &[Cell]| -> Vec<Reading> {
            let cut = |cell: &Cell| cuts.get(cell.territory).copied().unwrap_or(0.5);
            cells.iter().map(|cell| self.reading(cell, cut(cell), settings)).collect()
        };
        let size = self.cells.len().div_ceil(threads.max(1)).max(1);
        if size >= self.cells.len() {
            return read(&self.cells);
        }
        std::thread::scope(|scope| {
            let pieces: Vec<_> =
                self.cells.chunks(size).map(|piece| scope.spawn(move || read(piece))).collect();
            let mut readings = Vec::with_capacity(self.cells.len());
            for piece in pieces {
                match piece.join() {
                    Ok(found) => readings.extend(found),
                    Err(panic) => std::panic::resume_unwind(panic),
                }
            }
            readings
        })
    }

    /// Territories that lie in several départements: their ring is that of all of them.
    pub fn straddling(&self) -> BTreeSet<Territory> {
        let several = self.territories.iter().filter(|place| place.departments.len() > 1);
        several.map(|place| place.territory).collect()
    }
}
