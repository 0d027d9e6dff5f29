//! The table of every basin × occupation: tens of thousands of rows, of which a cell is made when
//! it is looked at. Sorting and searching work on numbers and on the few hundred labels.

use crate::i18n::Catalog;
use crate::indicators::atlas::{Atlas, Cell as Place, Reading};
use crate::indicators::pressure::Status;
use crate::model::{Fap, Figure, Grade, Origin, Territory, Unit, Value, fold};
use crate::reference::Reference;
use crate::report::document::{Cell, Column, Part, Shown};
use crate::secrecy::{Rules, publish};
use std::sync::Arc;

/// Words of a status that a cell may have.
const STATUSES: [&str; 5] = [
    Status::Flagged.id(),
    Status::Flagged.word(Grade::C),
    Status::ToCheck.id(),
    Status::NotFlagged.id(),
    Status::NoProject.id(),
];

const COLUMNS: [(&str, u16); 8] = [
    ("basin", 24),
    ("code", 8),
    ("label", 40),
    ("status", 13),
    ("grade", 10),
    ("projects-shown", 18),
    ("posterior-shown", 17),
    ("probability", 12),
];

/// A label with its code, as shown and as searched.
#[derive(Clone, Debug)]
struct Named {
    shown: String,
    folded: String,
    /// Place in the alphabetical order.
    rank: u32,
}

/// The rows, in the order of the atlas.
#[derive(Clone, Debug)]
pub struct Sheet {
    pub atlas: Arc<Atlas>,
    pub readings: Arc<Vec<Reading>>,
    pub columns: Vec<Column>,
    statuses: [(&'static str, String); 5],
    basins: Vec<Named>,
    occupations: Vec<Named>,
    rules: Rules,
}

/// Labels with their alphabetical ranks.
fn named(things: impl Iterator<Item = (String, String)>) -> Vec<Named> {
    let mut all: Vec<Named> = things
        .map(|(shown, code)| {
            let folded = fold(&format!("{shown} {code}"));
            Named { shown, folded, rank: 0 }
        })
        .collect();
    let mut order: Vec<(String, usize)> =
        all.iter().enumerate().map(|(place, one)| (one.folded.clone(), place)).collect();
    order.sort();
    for (rank, (_, place)) in (0..).zip(order) {
        if let Some(one) = all.get_mut(place) {
            one.rank = rank;
        }
    }
    all
}

/// Numbers from zero up, as whole numbers of the same order.
const fn ordered(number: f64) -> u64 {
    number.max(0.0).to_bits()
}

impl Sheet {
    pub fn new(
        atlas: Arc<Atlas>,
        readings: Arc<Vec<Reading>>,
        (catalog, reference): (&Catalog, &Reference),
        rules: Rules,
    ) -> Self {
        let column = |(id, width): (&'static str, u16)| Column {
            id,
            title: catalog.text(&format!("column-{id}")),
            width,
            shown: Shown::Screen,
        };
        let words = |id: &'static str| (id, catalog.text(&format!("status-{id}")));
        let basins = atlas.territories.iter();
        let basins =
            named(basins.map(|basin| (basin.label.clone(), basin.territory.code().to_owned())));
        let occupations = atlas.occupations.iter();
        let occupations = named(occupations.map(|(code, published)| {
            let label = reference.fap_label(*code).unwrap_or(published);
            (label.to_owned(), code.code().to_owned())
        }));
        Self {
            columns: COLUMNS.map(column).to_vec(),
            statuses: STATUSES.map(words),
            basins,
            occupations,
            rules,
            atlas,
            readings,
        }
    }

    pub fn len(&self) -> usize {
        self.readings.len().min(self.atlas.cells.len())
    }

    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    fn row(&self, row: usize) -> Option<(&Place, &Reading)> {
        self.atlas.cells.get(row).zip(self.readings.get(row))
    }

    /// What a row is about.
    pub fn subject(&self, row: usize) -> Option<(Territory, Fap)> {
        let (place, _) = self.row(row)?;
        let basin = self.atlas.territories.get(place.territory)?;
        let (occupation, _) = self.atlas.occupations.get(place.occupation)?;
        Some((basin.territory, *occupation))
    }

    pub fn reading(&self, row: usize) -> Option<&Reading> {
        self.readings.get(row)
    }

    /// A cell, made anew.
    pub fn cell(&self, row: usize, column: usize) -> Option<Cell> {
        let (place, reading) = self.row(row)?;
        let (territory, occupation) = self.subject(row)?;
        let text = |named: Option<&Named>| named.map_or(Cell::Blank, |one| Cell::text(&one.shown));
        let figure = |indicator, value, unit, grade| {
            let n = place.own.cells;
            let masked_cells = place.own.masked_projects;
            let origin = Origin::Public;
            let figure =
                Figure { indicator, territory, value, unit, n, masked_cells, grade, origin };
            publish(&figure, self.rules)
        };
        let (id, _) = COLUMNS.get(column)?;
        Some(match *id {
            "basin" => text(self.basins.get(place.territory)),
            "code" => Cell::text(occupation.code()),
            "label" => text(self.occupations.get(place.occupation)),
            "status" => Cell::text(self.status(reading)),
            "grade" => Cell::text(reading.grade.to_string()),
            "projects-shown" => {
                let count = place.own.tally(self.atlas.mask, 1.0).projects;
                let figure = figure("projects", count.shown(), Unit::Projects, None);
                Cell::figure(figure, Part::Whole)
            }
            "posterior-shown" => {
                let value = Value::Exact(reading.mean);
                let (id, unit) = ("difficult-share-posterior", Unit::ShareOfProjects);
                Cell::figure(figure(id, value, unit, Some(reading.grade)), Part::Point)
            }
            _ => {
                let value = Value::Exact(reading.probability);
                let (id, unit) = ("flag-probability", Unit::Probability);
                Cell::figure(figure(id, value, unit, Some(reading.grade)), Part::Point)
            }
        })
    }

    fn status(&self, reading: &Reading) -> &str {
        let id = reading.status.word(reading.grade);
        let found = self.statuses.iter().find(|(known, _)| *known == id);
        found.map_or("", |(_, words)| words)
    }

    /// The rows wanted whose basin and occupation hold every needle, in the order of the atlas.
    /// Needles are folded.
    pub fn found(&self, needles: &[String], keep: &dyn Fn(&Reading) -> bool) -> Vec<usize> {
        // A needle is looked for in a few hundred labels, not in every row.
        let holds = |named: &[Named]| -> Vec<u64> {
            let mask = |one: &Named| {
                let bits = needles.iter().take(64).enumerate();
                bits.filter(|(_, needle)| one.folded.contains(needle.as_str()))
                    .fold(0, |mask, (bit, _)| mask | 1 << bit)
            };
            named.iter().map(mask).collect()
        };
        let (basins, occupations) = (holds(&self.basins), holds(&self.occupations));
        let all = needles.iter().take(64).enumerate().fold(0, |mask, (bit, _)| mask | 1 << bit);
        let mask = |of: &[u64], place: usize| of.get(place).copied().unwrap_or_default();
        let rows = self.atlas.cells.iter().zip(self.readings.iter()).enumerate();
        rows.filter(|(_, (place, reading))| {
            let found = mask(&basins, place.territory) | mask(&occupations, place.occupation);
            found == all && keep(reading)
        })
        .map(|(row, _)| row)
        .collect()
    }

    /// Sorts rows by a column; equals stay in the order of the atlas.
    pub fn sort(&self, rows: &mut Vec<usize>, column: usize, descending: bool) {
        let Some((id, _)) = COLUMNS.get(column) else { return };
        let rank = |named: &[Named], place: usize| {
            named.get(place).map_or(u64::MAX, |one| u64::from(one.rank))
        };
        let key = |row: usize| -> u64 {
            let Some((place, reading)) = self.row(row) else { return u64::MAX };
            match *id {
                "basin" => rank(&self.basins, place.territory),
                // Places are in the order of the codes.
                "code" => place.occupation as u64,
                "label" => rank(&self.occupations, place.occupation),
                "status" => match reading.status {
                    Status::Flagged if reading.grade != Grade::C => 0,
                    Status::Flagged => 1,
                    Status::ToCheck => 2,
                    Status::NotFlagged | Status::Unread => 3,
                    Status::NoProject => 4,
                },
                "grade" => match reading.grade {
                    Grade::A => 0,
                    Grade::B => 1,
                    Grade::C => 2,
                },
                "projects-shown" => ordered(place.own.projects),
                "posterior-shown" => ordered(reading.mean),
                _ => ordered(reading.probability),
            }
        };
        let turned = |key: u64| if descending { u64::MAX - key } else { key };
        let mut keyed: Vec<(u64, usize)> =
            rows.iter().map(|row| (turned(key(*row)), *row)).collect();
        keyed.sort_unstable();
        rows.clear();
        rows.extend(keyed.into_iter().map(|(_, row)| row));
    }

    /// Whether a column holds numbers: those are sorted largest first.
    pub fn is_number(column: usize) -> bool {
        let numbers = ["projects-shown", "posterior-shown", "probability"];
        COLUMNS.get(column).is_some_and(|(id, _)| numbers.contains(id))
    }
}
