//! The occupations of a territory against territories that the user chose.
//!
//! Beside `analyse`, not in it: the results stand without any benchmark.

use crate::analysis::extent::{Coverage, Extent, coverage};
use crate::analysis::inputs::{prepare_for, with_lists};
use crate::analysis::rings::{self, Cells, Folded, Wave};
use crate::analysis::similar::{self, Similar, similar};
use crate::analysis::{AnalysisError, Results};
use crate::indicators::fold::Fold;
use crate::indicators::hiring::{Sums, Tally};
use crate::indicators::posterior;
use crate::indicators::pressure::Posterior;
use crate::indicators::quotient::{self, Place, Quotient, quotient};
use crate::model::{Benchmark, Fap, Grade, Perimeter, Territory};
use crate::readers::ReadTable;
use crate::reference::Reference;
use crate::reference::params::Parameters;
use std::collections::BTreeMap;
use std::sync::Arc;

/// What was asked for, in its order, and what could not be had.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Comparisons {
    pub found: Vec<Compared>,
    pub missing: Vec<(Benchmark, AnalysisError)>,
}

/// One benchmark, read in the same survey as the territory.
#[derive(Clone, Debug, PartialEq)]
pub struct Compared {
    pub benchmark: Benchmark,
    pub territory: Territory,
    pub label: String,
    /// For one made of communes: the basins it is read at.
    pub coverage: Option<Coverage>,
    /// For the likes of the territory: which, and why. They are read together.
    pub similar: Vec<Similar>,
    /// Holds the whole territory: the quotient is told through the rest of it.
    pub nested: bool,
    /// Read at the very rows of the territory: there is nothing to compare.
    pub same: bool,
    pub total: Tally,
    /// Occupations of the territory that the benchmark has rows for.
    pub occupations: BTreeMap<Fap, Against>,
}

/// One occupation on the benchmark.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Against {
    pub tally: Tally,
    /// Shrunk as that of the territory, with its 80 % interval.
    pub posterior: Posterior,
    pub grade: Grade,
    /// How specific the occupation is to the territory; `None` without projects there.
    pub quotient: Option<Quotient>,
}

/// Sets the occupations of `results` against each benchmark, in the survey of the same year.
pub fn compare(
    given: &[Arc<ReadTable>],
    reference: &Reference,
    parameters: &Parameters,
    results: &Results,
    benchmarks: &[Benchmark],
) -> Comparisons {
    let mut comparisons = Comparisons::default();
    if benchmarks.is_empty() {
        return comparisons;
    }
    let inputs = prepare_for(given, Some(results.year)).inputs;
    let (waves, _) = rings::waves(&inputs, parameters.star_max());
    let Some((wave, cut)) = waves.get(&results.year).zip(results.cut) else {
        // What is compared is projects: that there are none is said of each.
        let nothing = |benchmark: &Benchmark| (*benchmark, AnalysisError::NoSurvey);
        comparisons.missing.extend(benchmarks.iter().map(nothing));
        return comparisons;
    };
    let reference = &with_lists(&inputs, reference);
    let fold = wave.fold();
    let own = Extent::new(results.territory.territory, reference);
    let Ok(geography) = rings::geography(&fold, own, reference) else { return comparisons };
    let Folded { all: [all, ..], occupations, .. } = rings::fold(&fold, &geography);
    let own = geography.extent;
    let here = Here { wave, fold, own, all, occupations, cut, results, reference, parameters };
    for benchmark in benchmarks {
        match here.against(*benchmark) {
            Ok(compared) => comparisons.found.push(compared),
            Err(error) => comparisons.missing.push((*benchmark, error)),
        }
    }
    comparisons
}

/// The territory, ready to be set against others.
struct Here<'a> {
    wave: &'a Wave<'a>,
    fold: Fold,
    own: Extent,
    all: Sums,
    occupations: BTreeMap<Fap, Cells>,
    cut: f64,
    results: &'a Results,
    reference: &'a Reference,
    parameters: &'a Parameters,
}

impl Here<'_> {
    fn against(&self, benchmark: Benchmark) -> Result<Compared, AnalysisError> {
        let Self { wave, fold, reference, parameters, .. } = self;
        let similar = match benchmark {
            Benchmark::Place(_) => Vec::new(),
            Benchmark::Similar => self.similar()?,
        };
        let extent = match benchmark {
            Benchmark::Place(territory) => Extent::new(territory, reference),
            Benchmark::Similar => together(&similar),
        };
        let geography = rings::geography(fold, extent, reference)?;
        let folded = rings::fold(fold, &geography);
        let settings = posterior::Settings {
            effective_share: parameters.effective_share(),
            prior_strength: parameters.prior_strength(),
            flag_probability: parameters.flag_probability(),
        };
        let [total, ..] = folded.all;
        let nested = {
            let mut sites = fold.sites.iter().filter(|site| self.own.contains(site));
            sites.all(|site| geography.extent.contains(site))
        };
        let quotient_settings = quotient::Settings {
            effective_share: settings.effective_share,
            least_projects: parameters.quotient_minimum(),
        };
        let mut occupations = BTreeMap::new();
        for (code, own) in &self.occupations {
            let [own, ..] = &own.rings;
            let Some(cells) = folded.occupations.get(code) else { continue };
            let [there, ..] = &cells.rings;
            let posterior = posterior::posterior(&cells.rings, wave.mask, self.cut, settings);
            let against = Against {
                tally: there.tally(wave.mask, settings.effective_share),
                grade: posterior::grade(there, &posterior, wave.mask, settings),
                posterior,
                quotient: quotient(
                    &Place { occupation: *own, all: self.all },
                    &Place { occupation: *there, all: total },
                    nested,
                    wave.mask,
                    quotient_settings,
                ),
            };
            occupations.insert(*code, against);
        }
        Ok(Compared {
            benchmark,
            territory: geography.territory(),
            label: geography.label.clone(),
            coverage: match benchmark {
                Benchmark::Place(territory) => coverage(territory, reference),
                Benchmark::Similar => None,
            },
            similar,
            nested,
            same: nested && total.cells == self.all.cells,
            total: total.tally(wave.mask, settings.effective_share),
            occupations,
        })
    }

    fn similar(&self) -> Result<Vec<Similar>, AnalysisError> {
        let (structure, volume, count) = self.parameters.similar();
        let found = similar(self.wave, &self.own, similar::Settings { structure, volume, count });
        let (territory, year) = (self.results.territory.territory, self.wave.year);
        if found.is_empty() {
            return Err(AnalysisError::NoSimilar { territory, year });
        }
        Ok(found)
    }
}

/// The neighbours as one place, told by their codes.
fn together(similar: &[Similar]) -> Extent {
    let codes = similar.iter().map(|one| one.territory.to_string()).collect();
    let group = Perimeter { name: String::new(), communes: codes };
    Extent::of_places(group.territory(), similar.iter().map(|one| one.territory))
}
