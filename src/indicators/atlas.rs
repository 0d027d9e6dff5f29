//! Every basin at once: one year of the BMO survey, occupation × basin, with the rings of each
//! cell (`method.md` §1.11) had by subtraction, so that a changed setting is a new reading of
//! numbers at hand and never a new walk over the rows.
//!
//! It gives what [`crate::indicators::posterior`] gives territory by territory: a test compares.

use crate::indicators::hiring::{Mask, Sums};
use crate::indicators::posterior::{Bearing, Rings, Settings, bearing};
use crate::indicators::pressure::Status;
use crate::model::adjust::Cut;
use crate::model::{Fap, FapVersion, Grade, Territory};
use crate::tables::bmo::{Bmo, Row};
use std::collections::{BTreeMap, BTreeSet};

/// A basin, and the départements and régions that its rows name.
#[derive(Clone, Debug, PartialEq)]
pub struct Place {
    pub territory: Territory,
    /// As published.
    pub label: String,
    departments: Vec<usize>,
    regions: Vec<usize>,
}

/// An occupation of a basin that the survey has rows for.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Cell {
    /// Place in [`Atlas::basins`].
    pub basin: usize,
    /// Place in [`Atlas::occupations`].
    pub occupation: usize,
    pub own: Sums,
}

/// One year of the survey, all basins.
#[derive(Clone, Debug, PartialEq)]
pub struct Atlas {
    pub year: u16,
    pub mask: Mask,
    /// By code, each with its published label.
    pub occupations: Vec<(Fap, String)>,
    /// By code.
    pub basins: Vec<Place>,
    /// By basin, then by occupation.
    pub cells: Vec<Cell>,
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

/// Codes met so far and their places; rows come sorted, so that the last one is tried first.
#[derive(Default)]
struct Codes<'a> {
    places: BTreeMap<&'a str, Option<usize>>,
    last: Option<(&'a str, Option<usize>)>,
}

impl<'a> Codes<'a> {
    fn place(&mut self, code: &'a str, make: impl FnOnce() -> Option<usize>) -> Option<usize> {
        if let Some((known, place)) = self.last
            && known == code
        {
            return place;
        }
        let place = *self.places.entry(code).or_insert_with(make);
        self.last = Some((code, place));
        place
    }
}

/// Adds a place to a list of distinct ones.
fn note(list: &mut Vec<usize>, place: usize) {
    if !list.contains(&place) {
        list.push(place);
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

impl Atlas {
    /// Rows without a well-formed occupation or basin are left out, as they are of an analysis.
    pub fn new(table: &Bmo, year: u16, version: FapVersion, mask: Mask) -> Self {
        let mut reader = Reader::default();
        let mut rows: Vec<(usize, usize, usize, usize, Row<'_>)> = Vec::new();
        for row in table.rows() {
            if let Some((basin, occupation, department, region)) = reader.places(&row, version) {
                rows.push((basin, occupation, department, region, row));
            }
        }
        let Reader { mut occupations, mut basins, departments, regions, .. } = reader;
        let codes: Vec<Fap> = occupations.iter().map(|(code, _)| *code).collect();
        let occupation_ranks = ranks(&codes);
        let places: Vec<Territory> = basins.iter().map(|basin| basin.territory).collect();
        let basin_ranks = ranks(&places);
        occupations.sort();
        basins.sort_by_key(|basin| basin.territory);

        let width = occupations.len();
        let mut atlas = Self {
            year,
            mask,
            cells: Vec::new(),
            by_department: vec![Sums::default(); departments * width],
            by_region: vec![Sums::default(); regions * width],
            by_country: vec![Sums::default(); width],
            country: Sums::default(),
            occupations,
            basins,
        };
        let mut cells: BTreeMap<(usize, usize), Sums> = BTreeMap::new();
        let rank = |ranks: &[usize], place: usize| ranks.get(place).copied().unwrap_or_default();
        for (basin, occupation, department, region, row) in rows {
            let occupation = rank(&occupation_ranks, occupation);
            let sums = [
                atlas.by_department.get_mut(department * width + occupation),
                atlas.by_region.get_mut(region * width + occupation),
                atlas.by_country.get_mut(occupation),
                Some(&mut atlas.country),
                Some(cells.entry((rank(&basin_ranks, basin), occupation)).or_default()),
            ];
            for sums in sums.into_iter().flatten() {
                sums.add(&row, mask);
            }
        }
        let cell = |((basin, occupation), own)| Cell { basin, occupation, own };
        atlas.cells = cells.into_iter().map(cell).collect();
        atlas
    }

    /// What each basin is set against: a share of difficult projects of all occupations, published
    /// cells alone; one half where nothing is published.
    pub fn cuts(&self, cut: Cut) -> Vec<f64> {
        let share = |sums: &Sums| {
            if sums.projects > 0.0 { sums.difficult / sums.projects } else { 0.5 }
        };
        let width = self.occupations.len().max(1);
        let region = |place: &usize| {
            let row = self.by_region.get(place * width..(place + 1) * width).unwrap_or_default();
            row.iter().fold(Sums::default(), |all, sums| all.plus(sums))
        };
        let of = |basin: &Place| match cut {
            Cut::France => share(&self.country),
            Cut::Region => {
                let regions = basin.regions.iter().map(region);
                share(&regions.fold(Sums::default(), |all, sums| all.plus(&sums)))
            }
            Cut::Fixed(thousandths) => f64::from(thousandths) / 1_000.0,
        };
        self.basins.iter().map(of).collect()
    }

    /// The four disjoint rings of a cell, from the basin outwards.
    pub fn rings(&self, cell: &Cell) -> Rings {
        let width = self.occupations.len();
        let sum = |sums: &[Sums], places: &[usize]| {
            let at = |place: &usize| sums.get(place * width + cell.occupation);
            match places {
                [only] => at(only).copied().unwrap_or_default(),
                several => several.iter().filter_map(at).fold(Sums::default(), |a, b| a.plus(b)),
            }
        };
        let Some(basin) = self.basins.get(cell.basin) else {
            return [cell.own, Sums::default(), Sums::default(), Sums::default()];
        };
        let departments = sum(&self.by_department, &basin.departments);
        let regions = sum(&self.by_region, &basin.regions);
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
            let cut = |cell: &Cell| cuts.get(cell.basin).copied().unwrap_or(0.5);
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

    /// Basins that lie in several départements: their ring is that of all of them.
    pub fn straddling(&self) -> BTreeSet<Territory> {
        let several = self.basins.iter().filter(|basin| basin.departments.len() > 1);
        several.map(|basin| basin.territory).collect()
    }
}

/// Codes of the rows turned into places, in the order they come.
#[derive(Default)]
struct Reader<'a> {
    known: [Codes<'a>; 4],
    occupations: Vec<(Fap, String)>,
    basins: Vec<Place>,
    departments: usize,
    regions: usize,
}

impl<'a> Reader<'a> {
    /// Basin, occupation, département and région of a row.
    fn places(
        &mut self,
        row: &Row<'a>,
        version: FapVersion,
    ) -> Option<(usize, usize, usize, usize)> {
        let Self { known, occupations, basins, departments, regions } = self;
        let [of_occupation, of_basin, of_department, of_region] = known;
        let occupation = of_occupation.place(row.occupation, || {
            let code = Fap::new(version, row.occupation).ok()?;
            occupations.push((code, row.label.split_whitespace().collect::<Vec<_>>().join(" ")));
            Some(occupations.len() - 1)
        })?;
        let basin = of_basin.place(row.basin, || {
            let label = row.basin_label.split_whitespace().collect::<Vec<_>>().join(" ");
            let territory = Territory::basin(row.basin).ok()?;
            basins.push(Place { territory, label, departments: Vec::new(), regions: Vec::new() });
            Some(basins.len() - 1)
        })?;
        let count = |count: &mut usize| {
            *count += 1;
            Some(*count - 1)
        };
        let department = of_department.place(row.department, || count(departments))?;
        let region = of_region.place(row.region, || count(regions))?;
        let place = basins.get_mut(basin)?;
        note(&mut place.departments, department);
        note(&mut place.regions, region);
        Some((basin, occupation, department, region))
    }
}
