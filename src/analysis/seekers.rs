//! Flows of job seekers and of offers (`method.md` §1.2): components E and R.

use crate::analysis::offers::{Lists, Nature, Offer};
use crate::analysis::own::occupation;
use crate::analysis::pool::when;
use crate::model::{Date, Fap, FapVersion, Territory};
use crate::readers::{ReadTable, days};
use crate::reference::Reference;
use crate::tables::job_seeker::JobSeekers;
use crate::tables::{Cell, Table};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// A rate by territory and occupation over one period of one file.
#[derive(Clone, Debug, PartialEq)]
pub struct Rates {
    pub source: usize,
    /// As written: `2025-T4`, `2025-12`.
    pub period: String,
    by_cell: BTreeMap<(Territory, Fap), f64>,
}

impl Rates {
    pub fn rate(&self, territory: Territory, occupation: Fap) -> Option<f64> {
        self.by_cell.get(&(territory, occupation)).copied()
    }

    /// The occupations that have a rate on a territory.
    pub fn occupations(&self, territory: Territory) -> impl Iterator<Item = Fap> {
        let here = self.by_cell.keys().filter(move |(place, _)| *place == territory);
        here.map(|(_, code)| *code)
    }

    /// Territories and occupations that have a rate.
    pub fn cells(&self) -> impl Iterator<Item = (Territory, Fap)> {
        self.by_cell.keys().copied()
    }

    /// How good it is for the territory; `None` where it does not tell it. Enough occupations ×
    /// départements to set it against come first: without them it is told, and no class is made.
    fn worth(&self, territory: Territory, least_cells: usize) -> Option<Worth> {
        let of_departments =
            |(place, _): &&(Territory, Fap)| matches!(place, Territory::Department(_));
        let told = self.by_cell.keys().any(|(place, _)| *place == territory);
        let enough = self.by_cell.keys().filter(of_departments).count() >= least_cells;
        let (days, period) = when(&self.period);
        told.then(|| (enough, days, period.to_owned()))
    }
}

/// Whether there are enough cells to set a territory against, the days that are known, the period.
type Worth = (bool, Option<(Date, Date)>, String);

/// What the files of job seekers and of offers say.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Flows {
    /// E: exits / (stock at the start + entries), categories A, B, C, 0–1.
    pub exits: Option<Rates>,
    /// R: posts offered / registrations of category A.
    pub offers_per_seeker: Option<Rates>,
    /// Lists of which an offer is in R.
    offered: BTreeSet<usize>,
}

/// Sums of a period; unknown once a cell is masked or missing.
#[derive(Clone, Copy)]
struct Sums {
    stock: Option<f64>,
    exits: Option<f64>,
    entries: Option<f64>,
}

impl Sums {
    const NOUGHT: Self = Self { stock: Some(0.0), exits: Some(0.0), entries: Some(0.0) };

    fn add(&mut self, stock: Cell, exits: Cell, entries: Cell) {
        let sum = |so_far: Option<f64>, cell: Cell| Some(so_far? + cell.value()?);
        self.stock = sum(self.stock, stock);
        self.exits = sum(self.exits, exits);
        self.entries = sum(self.entries, entries);
    }

    /// Exits over the stock at the start and the entries, which is the stock at the end and the
    /// exits.
    fn exit_rate(self) -> Option<f64> {
        let (stock, exits) = (self.stock?, self.exits?);
        (stock + exits > 0.0).then(|| exits / (stock + exits))
    }
}

type Period = BTreeMap<(Territory, Fap), Sums>;

/// The periods of a file, in the order of their writing.
fn periods<'a>(
    table: &'a JobSeekers,
    version: FapVersion,
    reference: &Reference,
) -> BTreeMap<&'a str, Period> {
    let mut periods: BTreeMap<&str, Period> = BTreeMap::new();
    for row in table.rows() {
        let Ok(place) = row.territory.parse::<Territory>() else { continue };
        let code = occupation(version, row.fap, row.fap_year, row.rome, "", reference);
        let Some(code) = code else { continue };
        let sums = periods.entry(row.period).or_default().entry((place, code));
        sums.or_insert(Sums::NOUGHT).add(row.stock_abc, row.exits_abc, row.entries_a);
    }
    periods
}

/// Posts of the offers created within a period, by place and occupation: the territory and every
/// département that has any. A place without an offer is unknown, not empty: no list says what it
/// covers.
fn posts(
    lists: &Lists,
    territory: Territory,
    days: (Date, Date),
) -> (BTreeSet<Territory>, BTreeMap<(Territory, Fap), f64>) {
    let mut covered = BTreeSet::new();
    let mut posts: BTreeMap<(Territory, Fap), f64> = BTreeMap::new();
    for offer in within(lists, days) {
        let here = Some(territory).filter(|own| offer.here && offer.department != Some(*own));
        for place in [offer.department, here].into_iter().flatten() {
            covered.insert(place);
            if let Some(code) = offer.occupation {
                *posts.entry((place, code)).or_default() += offer.posts;
            }
        }
    }
    (covered, posts)
}

/// Offers of the lists that follow new offers: a stock over registrations would be no rate.
fn of_flows(lists: &Lists) -> impl Iterator<Item = &Offer> {
    lists.offers.iter().filter(|offer| offer.nature == Nature::Flow)
}

/// Those created between two days.
fn within(lists: &Lists, (first, last): (Date, Date)) -> impl Iterator<Item = &Offer> {
    let within = move |day: Date| day >= first && day <= last;
    of_flows(lists).filter(move |offer| offer.created.is_some_and(within))
}

impl Flows {
    /// Of each component, the latest period of a loaded file that serves the territory, with a set
    /// to place it in first.
    pub fn new(
        inputs: &[Arc<ReadTable>],
        lists: &Lists,
        (territory, version): (Territory, FapVersion),
        reference: &Reference,
        least_cells: usize,
    ) -> Self {
        let mut flows = Self::default();
        let keep = |best: &mut Option<Rates>, rates: Rates| {
            let worth = |rates: &Rates| rates.worth(territory, least_cells);
            let found = worth(&rates);
            if found.is_some() && found > best.as_ref().and_then(worth) {
                *best = Some(rates);
            }
        };
        let offered = of_flows(lists).any(|offer| offer.created.is_some());
        for (source, input) in inputs.iter().enumerate() {
            let Table::JobSeekers(table) = &input.table else { continue };
            for (period, sums) in periods(table, version, reference) {
                let rates = |by_cell: BTreeMap<(Territory, Fap), f64>| Rates {
                    source,
                    period: period.to_owned(),
                    by_cell,
                };
                let exits = sums.iter().filter_map(|(key, one)| Some((*key, one.exit_rate()?)));
                keep(&mut flows.exits, rates(exits.collect()));
                let Some(days) = days(period).filter(|_| offered) else { continue };
                let (covered, posts) = posts(lists, territory, days);
                let ratios = sums.iter().filter_map(|(key, one)| {
                    let entries = one.entries.filter(|entries| *entries > 0.0)?;
                    let posts = posts.get(key).copied().unwrap_or_default();
                    covered.contains(&key.0).then(|| (*key, posts / entries))
                });
                keep(&mut flows.offers_per_seeker, rates(ratios.collect()));
            }
        }
        let period = flows.offers_per_seeker.as_ref().and_then(|rates| days(&rates.period));
        if let Some((first, last)) = period {
            let offers = within(lists, (first, last)).filter(|offer| {
                offer.occupation.is_some() && (offer.here || offer.department.is_some())
            });
            flows.offered = offers.map(|offer| offer.source).collect();
        }
        flows
    }

    /// Sources of the posts set against registrations.
    pub fn offers(&self) -> impl Iterator<Item = usize> {
        self.offered.iter().copied()
    }

    /// Source and period of each component that a file gives.
    pub fn sources(&self) -> impl Iterator<Item = usize> {
        [&self.exits, &self.offers_per_seeker].into_iter().flatten().map(|rates| rates.source)
    }
}
