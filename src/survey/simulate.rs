//! Basins drawn at random, surveyed at random: what the intervals of this module really cover.
//!
//! A bench, not a method. Sizes are as skewed as those of French employer establishments, hiring
//! is rare among the small and heavy-tailed among the large, and the chance of answering grows
//! with size. Answers are random within a size class: non-response bias is out of its reach.

use crate::survey::calibrate::{Calibrated, Method, Options, calibrate};
use crate::survey::design::Design;
use crate::survey::margins::Margins;
use crate::survey::random::Random;
use crate::survey::strata::{LEAST_RESPONDENTS, Stratum, TAKE_ALL_EMPLOYEES, Unit, groups};
use crate::survey::student::normal;

/// Smallest headcount of each size class.
const SIZES: [f64; 5] = [1.0, 5.0, 10.0, 20.0, 50.0];
/// How much more than average each size class answers.
const EAGERNESS: [f64; 5] = [0.9, 1.0, 1.15, 1.3, 1.5];
/// Cumulated shares of five sectors, and how much each hires.
const SECTORS: [(f64, f64); 5] = [(0.3, 0.7), (0.55, 0.9), (0.75, 1.0), (0.9, 1.3), (1.0, 2.2)];

/// An establishment and what it would answer.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Establishment {
    pub employees: f64,
    pub size: usize,
    pub sector: usize,
    /// Hiring projects of the year.
    pub projects: f64,
    /// Whether it expects difficulties; never without a project.
    pub difficult: bool,
}

/// A basin of `n` establishments.
pub fn basin(random: &mut Random, n: usize) -> Vec<Establishment> {
    (0..n).map(|_| establishment(random)).collect()
}

fn establishment(random: &mut Random) -> Establishment {
    // Pareto of index 1.05 from 1, cut at 800: 78 % below 5 employees, 2 % from 50.
    let employees = random.uniform().mul_add(-1.0, 1.0).powf(-1.0 / 1.05).floor().min(800.0);
    let size = SIZES.iter().rposition(|from| employees >= *from).unwrap_or(0);
    let draw = random.uniform();
    let sector = SECTORS.iter().position(|(to, _)| draw < *to).unwrap_or(0);
    let appetite = SECTORS.get(sector).map_or(1.0, |s| s.1);
    let hires = random.uniform() < 1.0 - (-0.22 * appetite * employees.sqrt()).exp();
    let shock = (0.8 * normal(random.uniform().max(1e-12)) - 0.32).exp();
    let more = (shock * (0.3 + 0.1 * appetite * employees)).floor();
    let projects = if hires { 1.0 + more } else { 0.0 };
    let difficult = random.uniform() < 0.55 && hires;
    Establishment { employees, size, sector, projects, difficult }
}

/// A survey of a basin, weighted as in production.
#[derive(Debug, Clone)]
pub struct Survey {
    /// Respondents, in the order of the design.
    pub respondents: Vec<Establishment>,
    pub design: Design,
    pub base: Vec<f64>,
    /// `None` when the respondents support no calibration.
    pub calibrated: Option<(Margins, Method, Calibrated)>,
    /// Establishments the weights stand for: all but the take-alls that refused.
    pub represented: Vec<Establishment>,
}

impl Survey {
    pub fn weights(&self) -> &[f64] {
        self.calibrated.as_ref().map_or(&self.base, |(_, _, found)| &found.weights)
    }

    pub fn margins(&self) -> Option<&Margins> {
        self.calibrated.as_ref().map(|(margins, _, _)| margins)
    }
}

/// Surveys `basin`; an establishment answers with probability `response` times its eagerness.
///
/// `None` when nobody answered.
pub fn survey(random: &mut Random, basin: &[Establishment], response: f64) -> Option<Survey> {
    let mut units = Vec::with_capacity(basin.len());
    let mut strata = empty_strata();
    for one in basin {
        let stratum = one.sector * SIZES.len() + one.size;
        let eager = EAGERNESS.get(one.size).copied().unwrap_or(1.0);
        let responded = random.uniform() < (response * eager).min(0.95);
        units.push(Unit { stratum, responded, employees: one.employees });
        if let Some(cell) = strata.get_mut(stratum) {
            cell.establishments += 1.0;
            cell.employees += one.employees;
        }
    }
    let grouped = groups(&units, &strata, TAKE_ALL_EMPLOYEES).ok()?;
    let design = grouped.design().ok()?;
    let base: Vec<f64> = grouped.weights.iter().copied().flatten().collect();
    let pairs = || basin.iter().zip(&units);
    let large = |one: &Establishment| one.employees >= TAKE_ALL_EMPLOYEES;
    let respondents: Vec<_> = pairs().filter(|(_, u)| u.responded).map(|(e, _)| *e).collect();
    let represented: Vec<_> =
        pairs().filter(|(e, u)| u.responded || !large(e)).map(|(e, _)| *e).collect();
    if respondents.is_empty() {
        return None;
    }
    let calibrated = weigh(&respondents, &represented, &base);
    Some(Survey { respondents, design, base, calibrated, represented })
}

fn empty_strata() -> Vec<Stratum> {
    let mut strata = Vec::new();
    for sector in 0..5_u32 {
        for (size, from) in (0..5_u32).zip(SIZES) {
            let (establishments, employees) = (0.0, 0.0);
            strata.push(Stratum { sector, size, size_from: from, establishments, employees });
        }
    }
    strata
}

/// Margins from the richest to the poorest, methods from raking to bounded: the first that holds.
fn weigh(
    respondents: &[Establishment],
    represented: &[Establishment],
    base: &[f64],
) -> Option<(Margins, Method, Calibrated)> {
    let small = respondents.iter().filter(|e| e.employees < TAKE_ALL_EMPLOYEES).count();
    let first = match small {
        0..30 => 2,
        30..100 => 1,
        _ => 0,
    };
    for richness in first..3 {
        let margins = margins(respondents, represented, richness)?;
        for method in [Method::RakingRatio, Method::Logit { low: 0.3, high: 3.0 }] {
            if let Ok(found) = calibrate(base, &margins, method, &Options::PRODUCTION) {
                return Some((margins, method, found));
            }
        }
    }
    None
}

/// Sizes; then sectors (`richness` 1); then employees by sector (`richness` 0).
///
/// Neighbouring classes are put together until each has enough respondents. Take-alls have empty
/// rows: calibration leaves them alone.
fn margins(
    respondents: &[Establishment],
    represented: &[Establishment],
    richness: usize,
) -> Option<Margins> {
    let small = |e: &&Establishment| e.employees < TAKE_ALL_EMPLOYEES;
    let sizes = classes(respondents.iter().filter(small).map(|e| e.size), 4);
    let sectors = classes(respondents.iter().filter(small).map(|e| e.sector), 5);
    let (of_size, of_sector) = (sizes.iter().max()? + 1, sectors.iter().max()? + 1);
    let width = of_size + if richness < 2 { of_sector } else { 0 };
    let width = width + if richness < 1 { of_sector } else { 0 };
    let row = |e: &Establishment| {
        let mut row = vec![0.0; width];
        if e.employees < TAKE_ALL_EMPLOYEES {
            let size = sizes.get(e.size).copied().unwrap_or(0);
            let sector = of_size + sectors.get(e.sector).copied().unwrap_or(0);
            for (place, value) in [(size, 1.0), (sector, 1.0), (sector + of_sector, e.employees)] {
                if let Some(cell) = row.get_mut(place) {
                    *cell = value;
                }
            }
        }
        row
    };
    let mut totals = vec![0.0; width];
    for e in represented {
        for (total, x) in totals.iter_mut().zip(row(e)) {
            *total += x;
        }
    }
    let cells: Vec<f64> = respondents.iter().flat_map(row).collect();
    let names = (0..width).map(|m| m.to_string()).collect();
    Margins::new(&cells, respondents.len(), names, totals).ok()
}

/// New class of each of `of` old ones: neighbours joined until all have enough respondents.
fn classes(old: impl Iterator<Item = usize>, of: usize) -> Vec<usize> {
    let mut sizes = vec![0_usize; of];
    for class in old {
        if let Some(n) = sizes.get_mut(class) {
            *n += 1;
        }
    }
    let (mut current, mut filled) = (0, 0);
    let mut left: usize = sizes.iter().sum();
    let mut new = Vec::with_capacity(of);
    for n in sizes {
        if filled >= LEAST_RESPONDENTS && left >= LEAST_RESPONDENTS {
            current += 1;
            filled = 0;
        }
        new.push(current);
        filled += n;
        left -= n;
    }
    new
}
