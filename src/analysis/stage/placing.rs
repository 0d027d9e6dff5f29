//! Where the occupations of a territory stand: on what set, by which components, how sure.

use crate::analysis::absent;
use crate::analysis::results::Benchmarks;
use crate::analysis::rings::{self, Folded};
use crate::analysis::seekers::{Flows, Rates};
use crate::analysis::stage::Stage;
use crate::indicators::hiring::{Mask, Sums, Tally};
use crate::indicators::posterior::{self, Rings, Settings};
use crate::indicators::pressure::{Pressure, Raw, Scale, Status};
use crate::model::{Fap, Grade, Territory};
use crate::reference::Reference;
use std::collections::{BTreeMap, BTreeSet};

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
pub(super) fn benchmarks(rings: &Rings, mask: Mask, effective_share: f64) -> Benchmarks {
    let upto = |n: usize| -> Tally {
        sum(rings.get(..n).unwrap_or_default()).tally(mask, effective_share)
    };
    Benchmarks { territory: upto(1), department: upto(2), region: upto(3), france: upto(4) }
}

/// Occupations × départements of the région(s) that publish projects, with their shrunk
/// difficulty share (the same shrinkage as the territory's own, or the two could not be compared)
/// and their exit rate where a file gives it. Without a survey of projects, those that offers are
/// set against registrations of.
pub(super) fn reference_set(
    folded: &Folded,
    cut: Option<f64>,
    settings: Settings,
    (flows, regions): (&Flows, &[(Territory, String)]),
    reference: &Reference,
) -> Vec<Raw> {
    let rate =
        |rates: &Option<Rates>, place: Territory, code: Fap| rates.as_ref()?.rate(place, code);
    let others = |place: Territory, code: Fap| Raw {
        difficulty: None,
        offers_per_seeker: rate(&flows.offers_per_seeker, place, code),
        exit_rate: rate(&flows.exits, place, code),
    };
    let Some(cut) = cut.filter(|_| !folded.by_department.is_empty()) else {
        let here: BTreeSet<Territory> = regions.iter().map(|(place, _)| *place).collect();
        let inside = |place: &Territory| {
            matches!(place, Territory::Department(_))
                && reference.region_from_department(*place).is_some_and(|it| here.contains(&it))
        };
        let cells = flows.offers_per_seeker.iter().flat_map(Rates::cells);
        let cells = cells.filter(|(place, _)| inside(place));
        return cells.map(|(place, code)| others(place, code)).collect();
    };
    let mut cells = Vec::with_capacity(folded.by_department.len());
    for ((occupation, department), own) in &folded.by_department {
        if own.projects <= 0.0 {
            continue;
        }
        let region = folded.by_region.get(occupation).copied().unwrap_or_default();
        let country = folded.by_country.get(occupation).copied().unwrap_or_default();
        let rings = [*own, Sums::default(), region.minus(own), country.minus(&region)];
        let difficulty = Some(posterior::mean(&rings, cut, settings));
        cells.push(Raw { difficulty, ..others(*department, *occupation) });
    }
    cells
}

/// Without a `cut` there is no survey of projects, and nothing is said of any.
pub(super) fn pressure(
    cells: &rings::Cells,
    mask: Mask,
    cut: Option<f64>,
    settings: Settings,
    (scale, others): (Option<&Scale>, Raw),
) -> Pressure {
    let [own, ..] = &cells.rings;
    let known = cut.map(|cut| posterior::posterior(&cells.rings, mask, cut, settings));
    let grade = known.map(|known| posterior::grade(own, &known, mask, settings));
    let grade = grade.unwrap_or(Grade::C);
    // Without any published project there is no D on the territory.
    let difficulty = known.filter(|_| own.projects > 0.0).map(|known| known.mean);
    let raw = Raw { difficulty, ..others };
    let placed = scale.and_then(|scale| scale.place(raw));
    Pressure {
        class: placed.map(|placed| placed.class),
        score: placed.map(|placed| placed.score),
        components: placed.map(|placed| placed.components).unwrap_or_default(),
        raw,
        // A missing component: one grade less (`method.md` §1.9).
        confidence: if placed.is_some_and(|placed| placed.is_whole()) {
            grade
        } else {
            grade.lowered()
        },
        status: known.map_or(Status::Unread, |known| posterior::status(own, &known, settings)),
        grade,
        posterior: known,
    }
}
