//! For tests: employers, their exports, and a reader of all of them.

use crate::secrecy::attack::{View, attack, worst};
use crate::secrecy::journal::{
    Answer, Candidate, Decision, Entry, Export, Key, Log, Outcome, Rule, decide,
};
use crate::secrecy::primary::Thresholds;
use crate::secrecy::siphash::Salt;
use crate::secrecy::table::{CellId, Protection, State, System};
use std::collections::BTreeMap;

pub const SALT: Salt = Salt([3; 16]);

/// Name, sector, size class, headcount.
#[derive(Clone, Debug, PartialEq)]
pub struct Employer {
    pub name: String,
    pub sector: usize,
    pub size: usize,
    pub headcount: f64,
}

pub fn employer(name: &str, sector: usize, size: usize, headcount: f64) -> Employer {
    Employer { name: name.to_owned(), sector, size, headcount }
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Table {
    SectorBySize,
    Sectors,
    Sizes,
}

pub fn export(people: &[Employer], table: Table, rows: usize, columns: usize) -> Export {
    let mut export = Export::default();
    let mut add = |sector: Option<usize>, size: Option<usize>| {
        let within = people.iter().filter(|p| {
            sector.is_none_or(|sector| sector == p.sector) && size.is_none_or(|size| size == p.size)
        });
        let name = |class: Option<usize>| class.map_or("all".to_owned(), |class| class.to_string());
        export.candidates.push(Candidate {
            key: Key {
                indicator: "headcount".into(),
                territory: "be:8450".into(),
                breakdown: format!("sector {}, size {}", name(sector), name(size)),
                vintage: "2024".into(),
            },
            answers: within
                .map(|p| Answer {
                    unit: p.name.clone(),
                    unweighted: p.headcount,
                    weighted: p.headcount,
                })
                .collect(),
            rule: Rule::Total,
            half_step: 0.0,
            wanted: true,
        });
        export.candidates.len() - 1
    };
    let mut totals = Vec::new();
    let grand = add(None, None);
    if table == Table::Sizes {
        let margins: Vec<usize> = (0..columns).map(|column| add(None, Some(column))).collect();
        totals.push((grand, margins));
    } else {
        let margins: Vec<usize> = (0..rows).map(|row| add(Some(row), None)).collect();
        totals.push((grand, margins.clone()));
        if table == Table::SectorBySize {
            let mut grid: Vec<Vec<usize>> = Vec::new();
            for (row, &margin) in margins.iter().enumerate() {
                let cells: Vec<usize> = (0..columns).map(|c| add(Some(row), Some(c))).collect();
                totals.push((margin, cells.clone()));
                grid.push(cells);
            }
            let margins: Vec<usize> = (0..columns).map(|column| add(None, Some(column))).collect();
            for (column, &margin) in margins.iter().enumerate() {
                totals.push((margin, grid.iter().map(|row| row[column]).collect()));
            }
            totals.push((grand, margins));
        }
    }
    export.totals = totals;
    export
}

/// The log with the true value of every version that ever was, which only a test may hold.
#[derive(Clone)]
pub struct World {
    pub log: Log,
    truths: BTreeMap<(Key, u64), f64>,
}

impl World {
    pub fn new() -> Self {
        Self { log: Log::new(SALT), truths: BTreeMap::new() }
    }

    pub fn send(&mut self, export: &Export) -> Decision {
        let decision =
            decide(&self.log, export, Thresholds::default(), Protection::default()).unwrap();
        for (entry, candidate) in decision.release.entries.iter().zip(&export.candidates) {
            self.truths.insert((entry.key.clone(), entry.fingerprint), candidate.value());
        }
        self.log.releases.push(decision.release.clone());
        decision
    }

    /// Keys of the cells that were sensitive at any time, and which the figures of the first
    /// `exports` together give away within 15 %; the relations of all are known.
    pub fn broken(&self, exports: usize) -> Vec<Key> {
        let mut system = System::new();
        let mut shown = Vec::new();
        let mut cells: BTreeMap<(Key, u64), CellId> = BTreeMap::new();
        for (id, &truth) in &self.truths {
            cells.insert(id.clone(), system.add(truth, State::Withheld).unwrap());
            shown.push(None);
        }
        let mut sensitive = Vec::new();
        for (number, release) in self.log.releases.iter().enumerate() {
            let id = |position: usize| {
                let entry = &release.entries[position];
                cells[&(entry.key.clone(), entry.fingerprint)]
            };
            for (position, entry) in release.entries.iter().enumerate() {
                match entry.outcome {
                    Outcome::Shown { value, half_step } if number < exports => {
                        shown[id(position).0] =
                            Some(((value - half_step).max(0.0), value + half_step));
                    }
                    Outcome::Empty => shown[id(position).0] = Some((0.0, 0.0)),
                    Outcome::Sensitive { .. } => sensitive.push((id(position), entry.key.clone())),
                    Outcome::Shown { .. } | Outcome::Found { .. } | Outcome::Hidden => {}
                }
            }
            for (total, parts) in &release.totals {
                let parts: Vec<CellId> = parts.iter().map(|&part| id(part)).collect();
                system.total(id(*total), &parts).unwrap();
            }
        }
        let found = attack(&system, &View { shown, shares: Vec::new() });
        let near = |cell: CellId| {
            let truth = system.cell(cell).unwrap().value.unwrap();
            let bounds = found.iter().find(|bounds| bounds.cell == cell);
            let distance = bounds.map(|bounds| worst(bounds, truth));
            !distance.is_some_and(|d| d.below >= 0.15 && d.above >= 0.15)
        };
        sensitive.into_iter().filter(|(cell, _)| near(*cell)).map(|(_, key)| key).collect()
    }

    /// Figures shown in two exports with one or two units between them.
    pub fn telling_differences(&self) -> usize {
        let shown: Vec<_> = self
            .log
            .releases
            .iter()
            .enumerate()
            .flat_map(|(release, of)| of.entries.iter().map(move |entry| (release, entry)))
            .filter(|(_, entry)| matches!(entry.outcome, Outcome::Shown { .. }))
            .collect();
        let first = |entry: &Entry| {
            shown.iter().find(|(_, e)| e.fingerprint == entry.fingerprint).unwrap().0
        };
        let mut count = 0;
        for (one, before) in &shown {
            for (other, after) in shown.iter().filter(|(other, _)| other > one) {
                // A version that was outside already tells nothing by being shown again.
                if first(after) < *other {
                    continue;
                }
                let units = before.contributors.changes_to(&after.contributors).units();
                count += usize::from((1..3).contains(&units));
            }
        }
        count
    }
}
