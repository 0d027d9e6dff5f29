//! Job seekers of the territory by occupation: the stock behind the usable pool.

use crate::analysis::own::occupation;
use crate::analysis::results::Seekers;
use crate::model::{Count, Fap, FapVersion, Territory};
use crate::readers::ReadTable;
use crate::reference::Reference;
use crate::tables::{Cell, Table};
use std::collections::BTreeMap;
use std::sync::Arc;

/// Stocks of category A of the latest period that speaks of the territory; a masked cell is
/// between nought and the greatest masked value, a missing one makes the stock unknown.
pub fn seekers(
    inputs: &[Arc<ReadTable>],
    territory: Territory,
    version: FapVersion,
    reference: &Reference,
    star_max: f64,
) -> BTreeMap<Fap, Seekers> {
    let here = territory.to_string();
    let mut latest: Option<(usize, String)> = None;
    for (source, input) in inputs.iter().enumerate() {
        let Table::JobSeekers(table) = &input.table else { continue };
        for row in table.rows().filter(|row| row.territory == here && row.stock_a != Cell::Missing)
        {
            // Periods are written so that later ones sort after.
            if latest.as_ref().is_none_or(|(_, period)| row.period > period.as_str()) {
                latest = Some((source, row.period.to_owned()));
            }
        }
    }
    let Some((source, period)) = latest else { return BTreeMap::new() };
    let Some(Table::JobSeekers(table)) = inputs.get(source).map(|input| &input.table) else {
        return BTreeMap::new();
    };
    let mut found: BTreeMap<Fap, Option<Count>> = BTreeMap::new();
    for row in table.rows().filter(|row| row.territory == here && row.period == period) {
        let code = occupation(version, row.fap, row.fap_year, row.rome, "", reference);
        let Some(code) = code else { continue };
        let none = Count::default();
        let entry = found.entry(code).or_insert(Some(none));
        let Some(sum) = entry else { continue };
        sum.cells += 1;
        match row.stock_a {
            Cell::Value(stock) => {
                sum.value += stock;
                sum.low += stock;
                sum.high += stock;
            }
            Cell::Masked => {
                sum.high += star_max;
                sum.masked_cells += 1;
            }
            Cell::Missing => *entry = None,
        }
    }
    let known = found.into_iter().filter_map(|(code, stock)| Some((code, stock?)));
    known.map(|(code, stock)| (code, Seekers { source, period: period.clone(), stock })).collect()
}
