//! Exits from the lists of job seekers (`method.md` §1.2, component E).

use crate::analysis::own::occupation;
use crate::model::{Fap, FapVersion, Territory};
use crate::readers::ReadTable;
use crate::reference::Reference;
use crate::tables::{Cell, Table};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// Exit rates over one period of one file, categories A, B, C, 0–1.
#[derive(Clone, Debug, PartialEq)]
pub struct Exits {
    pub source: usize,
    /// As written: `2025-T4`, `2025-12`.
    pub period: String,
    rates: BTreeMap<(Territory, Fap), f64>,
}

/// Stock at the end of a period and exits during it; unknown once a cell is masked or missing.
#[derive(Clone, Copy)]
struct Flow {
    stock: Option<f64>,
    exits: Option<f64>,
}

impl Flow {
    fn add(&mut self, stock: Cell, exits: Cell) {
        let sum = |so_far: Option<f64>, cell: Cell| Some(so_far? + cell.value()?);
        self.stock = sum(self.stock, stock);
        self.exits = sum(self.exits, exits);
    }

    /// Exits over the stock at the start and the entries, which is the stock at the end and the
    /// exits.
    fn rate(self) -> Option<f64> {
        let (stock, exits) = (self.stock?, self.exits?);
        (stock + exits > 0.0).then(|| exits / (stock + exits))
    }
}

impl Exits {
    /// The latest period of a loaded file that has both the territory and enough occupations ×
    /// départements to set it against.
    pub fn new(
        inputs: &[Arc<ReadTable>],
        territory: Territory,
        version: FapVersion,
        reference: &Reference,
        least_cells: usize,
    ) -> Option<Self> {
        let mut best: Option<Self> = None;
        for (source, input) in inputs.iter().enumerate() {
            let Table::JobSeekers(table) = &input.table else { continue };
            let mut periods: BTreeMap<&str, BTreeMap<(Territory, Fap), Flow>> = BTreeMap::new();
            for row in table.rows() {
                let Ok(place) = row.territory.parse::<Territory>() else { continue };
                let code = occupation(version, row.fap, row.fap_year, row.rome, "", reference);
                let Some(code) = code else { continue };
                let flows = periods.entry(row.period).or_default();
                let flow = flows
                    .entry((place, code))
                    .or_insert(Flow { stock: Some(0.0), exits: Some(0.0) });
                flow.add(row.stock_abc, row.exits_abc);
            }
            for (period, flows) in periods.into_iter().rev() {
                let rates: BTreeMap<(Territory, Fap), f64> =
                    flows.into_iter().filter_map(|(key, flow)| Some((key, flow.rate()?))).collect();
                let places: BTreeSet<Territory> = rates.keys().map(|(place, _)| *place).collect();
                let department = |place: &Territory| matches!(place, Territory::Department(_));
                let cells = rates.keys().filter(|(place, _)| department(place)).count();
                if !places.contains(&territory) || cells < least_cells {
                    continue;
                }
                if best.as_ref().is_none_or(|best| period > best.period.as_str()) {
                    best = Some(Self { source, period: period.to_owned(), rates });
                }
                break;
            }
        }
        best
    }

    pub fn rate(&self, territory: Territory, occupation: Fap) -> Option<f64> {
        self.rates.get(&(territory, occupation)).copied()
    }
}
