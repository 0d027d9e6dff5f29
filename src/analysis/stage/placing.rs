//! Where the occupations of a territory stand: on what set, by which components, how sure.

use crate::analysis::absent;
use crate::analysis::results::Benchmarks;
use crate::analysis::rings::{self, Folded, Survey};
use crate::analysis::seekers::{Flows, Rates};
use crate::analysis::stage::Stage;
use crate::indicators::hiring::{Sums, Tally};
use crate::indicators::posterior::{self, Rings, Settings};
use crate::indicators::pressure::{Pressure, Raw, Scale};
use crate::model::Fap;
use std::collections::BTreeMap;

impl Stage {
    /// What a survey's share of an occupation without a row here is shrunk to, by code.
    pub(super) fn priors(&self, cut: f64, settings: Settings) -> BTreeMap<Fap, f64> {
        let around = self.folded.elsewhere.iter();
        let prior = |(code, cells): (&Fap, &rings::Cells)| {
            Some((*code, absent::prior(&cells.rings, cut, settings)?))
        };
        around.filter_map(prior).collect()
    }
}

fn sum(rings: &[Sums]) -> Sums {
    rings.iter().fold(Sums::default(), |total, ring| total.plus(ring))
}

pub(super) fn cells_of(set: &[Raw]) -> u32 {
    u32::try_from(set.len()).unwrap_or(u32::MAX)
}

/// Territory, département(s), région(s), France: each includes the ones inside it.
pub(super) fn benchmarks(rings: &Rings, wave: &Survey, effective_share: f64) -> Benchmarks {
    let upto = |n: usize| -> Tally {
        sum(rings.get(..n).unwrap_or_default()).tally(wave.mask, effective_share)
    };
    Benchmarks { territory: upto(1), department: upto(2), region: upto(3), france: upto(4) }
}

/// Occupations × départements of the région(s) that publish projects, with their shrunk
/// difficulty share (the same shrinkage as the territory's own, or the two could not be compared)
/// and their exit rate where a file gives it.
pub(super) fn reference_set(
    folded: &Folded,
    cut: f64,
    settings: Settings,
    flows: &Flows,
) -> Vec<Raw> {
    let mut cells = Vec::with_capacity(folded.by_department.len());
    for ((occupation, department), own) in &folded.by_department {
        if own.projects <= 0.0 {
            continue;
        }
        let region = folded.by_region.get(occupation).copied().unwrap_or_default();
        let country = folded.by_country.get(occupation).copied().unwrap_or_default();
        let rings = [*own, Sums::default(), region.minus(own), country.minus(&region)];
        let rate = |rates: &Option<Rates>| rates.as_ref()?.rate(*department, *occupation);
        cells.push(Raw {
            difficulty: Some(posterior::mean(&rings, cut, settings)),
            offers_per_seeker: rate(&flows.offers_per_seeker),
            exit_rate: rate(&flows.exits),
        });
    }
    cells
}

pub(super) fn pressure(
    cells: &rings::Cells,
    wave: &Survey,
    cut: f64,
    settings: Settings,
    (scale, others): (Option<&Scale>, Raw),
) -> Pressure {
    let [own, ..] = &cells.rings;
    let posterior = posterior::posterior(&cells.rings, wave.mask, cut, settings);
    let grade = posterior::grade(own, &posterior, wave.mask, settings);
    // Without any published project there is no D on the territory.
    let difficulty = (own.projects > 0.0).then_some(posterior.mean);
    let raw = Raw { difficulty, ..others };
    let placed = scale.and_then(|scale| scale.place(raw));
    Pressure {
        class: placed.map(|placed| placed.class),
        score: placed.map(|placed| placed.score),
        components: placed.map(|placed| placed.components).unwrap_or_default(),
        // A missing component: one grade less (`method.md` §1.9).
        confidence: if placed.is_some_and(|placed| placed.is_whole()) {
            grade
        } else {
            grade.lowered()
        },
        status: posterior::status(&posterior, settings),
        grade,
        posterior,
    }
}
