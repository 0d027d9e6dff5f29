//! The loaded surveys of projects as a territory sees them.

use crate::analysis::AnalysisError;
use crate::analysis::borders::{self, Break, Sites};
use crate::analysis::extent::Extent;
use crate::analysis::history::OwnYear;
use crate::analysis::rings::{self, Folded, Geography, Wave};
use crate::indicators::fold::Fold;
use crate::model::Territory;
use crate::readers::ReadTable;
use crate::reference::Reference;
use std::collections::BTreeMap;
use std::sync::Arc;

/// Where the territory lies, the survey that is analysed, and all of them, oldest first.
pub(super) struct Seen {
    pub geography: Geography,
    pub folded: Arc<Folded>,
    pub years: Vec<OwnYear>,
    /// Where the territory is not the same from one of them to the next.
    pub borders: Vec<Break>,
}

impl Seen {
    /// # Errors
    /// When the survey that is analysed has no row of the territory.
    pub fn of(
        wave: &Wave<'_>,
        waves: &BTreeMap<u16, Wave<'_>>,
        inputs: &[Arc<ReadTable>],
        territory: Territory,
        reference: &Reference,
    ) -> Result<Self, AnalysisError> {
        let extent = Extent::new(territory, reference);
        let fold = wave.fold();
        let geography = rings::geography(&fold, extent.clone(), reference)?;
        let folded = Arc::new(rings::fold(&fold, &geography));
        let sites_of = |fold: &Fold| -> Sites { fold.sites.iter().map(|s| s.places).collect() };
        let mut sites = BTreeMap::from([(wave.year, sites_of(&fold))]);
        drop(fold);
        let mut years = Vec::with_capacity(waves.len());
        for other in waves.values() {
            let folded = if other.year == wave.year {
                Some(Arc::clone(&folded))
            } else {
                let fold = other.fold();
                sites.insert(other.year, sites_of(&fold));
                let geography = rings::geography(&fold, extent.clone(), reference).ok();
                geography.map(|geography| Arc::new(rings::fold(&fold, &geography)))
            };
            years.push(OwnYear { survey: other.survey, folded });
        }
        let borders = borders::breaks(&sites, &extent, inputs);
        Ok(Self { geography, folded, years, borders })
    }

    /// No survey at all: its occupations are those of other files.
    pub fn unsurveyed(geography: Geography) -> Self {
        let folded = Arc::new(Folded::default());
        Self { geography, folded, years: Vec::new(), borders: Vec::new() }
    }
}
