//! Yearly support levels of apprenticeship contracts, from the lists loaded (NPEC).

use crate::model::{Kind, Rncp};
use crate::readers::ReadTable;
use crate::recommend::apprenticeship::{Support, Supports};
use crate::survey::quantile::quantile;
use crate::tables::Table;
use std::collections::BTreeMap;
use std::sync::Arc;

/// Levels by certification. Of several lists that tell one, the most recent is kept: one that says
/// no year gives way to any that does.
pub fn supports(inputs: &[Arc<ReadTable>]) -> Supports {
    let mut lists: Vec<(Option<u16>, usize, &crate::tables::nomenclature::Nomenclature)> = inputs
        .iter()
        .enumerate()
        .filter_map(|(source, input)| match (input.kind, &input.table) {
            (Kind::ApprenticeshipPrices, Table::Nomenclature(list)) => {
                Some((input.vintage, source, list))
            }
            _ => None,
        })
        .collect();
    lists.sort_by_key(|(year, source, _)| (*year, *source));
    let mut all = Supports::new();
    for (year, source, list) in lists {
        // Certification: its first row, and the level of each branch.
        let mut levels: BTreeMap<Rncp, (u32, Vec<f64>)> = BTreeMap::new();
        for row in list.rows() {
            let Ok(register) = Rncp::new(row.code) else { continue };
            let Ok(level) = row.target.replace(',', ".").parse::<f64>() else { continue };
            if level.is_finite() && level > 0.0 {
                levels.entry(register).or_insert((row.row, Vec::new())).1.push(level);
            }
        }
        for (register, (row, mut levels)) in levels {
            levels.sort_by(f64::total_cmp);
            let ends = levels.first().copied().zip(levels.last().copied());
            let (Some((low, high)), Some(value)) = (ends, quantile(&levels, 0.5)) else { continue };
            let n_branches = u32::try_from(levels.len()).unwrap_or(u32::MAX);
            all.insert(register, Support { source, row, low, value, high, n_branches, year });
        }
    }
    all
}
