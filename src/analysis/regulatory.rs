//! The legal list of occupations in tension (work permits): information, never a measure.

use crate::analysis::official::converted;
use crate::analysis::results::Listed;
use crate::analysis::rings::Geography;
use crate::model::{Fap, FapVersion, Kind};
use crate::readers::{ReadTable, normalise};
use crate::reference::Reference;
use crate::tables::Table;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// Rows that hold everywhere, beside those of each région.
const WHOLE_COUNTRY: &str = "franceentiere";

/// Occupations listed for the régions of a territory, in the edition of the list.
#[derive(Debug, Default)]
pub struct Regulatory {
    listed: BTreeMap<Fap, (usize, u32)>,
}

impl Regulatory {
    pub fn new(inputs: &[Arc<ReadTable>], geography: &Geography) -> Self {
        let mut places: BTreeSet<String> =
            geography.regions.iter().map(|(_, label)| normalise(label)).collect();
        places.insert(WHOLE_COUNTRY.to_owned());
        let mut listed = BTreeMap::new();
        for (source, input) in inputs.iter().enumerate() {
            let (Kind::RegulatoryList, Table::Nomenclature(table), Some(version)) =
                (input.kind, &input.table, input.fap_version)
            else {
                continue;
            };
            for row in table.rows().filter(|row| places.contains(&normalise(row.parent))) {
                if let Ok(code) = Fap::new(version, row.code) {
                    listed.entry(code).or_insert((source, row.row));
                }
            }
        }
        Self { listed }
    }

    /// Sources of the rows that hold for the territory.
    pub fn sources(&self) -> impl Iterator<Item = usize> {
        self.listed.values().map(|(source, _)| *source)
    }

    pub fn of(&self, occupation: Fap, reference: &Reference) -> Option<Listed> {
        if let Some((source, row)) = self.listed.get(&occupation) {
            return Some(Listed { source: *source, row: *row, converted: None });
        }
        let other = match occupation.version {
            FapVersion::Fap2009 => FapVersion::Fap2021,
            FapVersion::Fap2021 => FapVersion::Fap2009,
        };
        let (code, share) = converted(occupation, other, reference)?;
        let (source, row) = self.listed.get(&code)?;
        Some(Listed { source: *source, row: *row, converted: Some(share) })
    }
}
