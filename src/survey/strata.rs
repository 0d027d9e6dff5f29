//! Response-homogeneity groups and base weights `N_h / r_h` (method.md §4.2).
//!
//! Large establishments stand for themselves: a take-all respondent has weight 1, a take-all that
//! refuses is reported missing, and no small one ever stands for it.

use crate::survey::design::Design;
use crate::survey::diagnostics::count;

/// Default size from which every establishment must answer for itself.
pub const TAKE_ALL_EMPLOYEES: f64 = 50.0;
/// Fewest respondents that may stand for a group.
pub const LEAST_RESPONDENTS: usize = 5;

/// An establishment that was asked, with its size in the *register*.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Unit {
    pub stratum: usize,
    pub responded: bool,
    pub employees: f64,
}

/// A sector × size cell of the register.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Stratum {
    /// Rank of the sector, in an order that puts like sectors side by side.
    pub sector: u32,
    /// Rank of the size class.
    pub size: u32,
    /// Smallest headcount of the size class: the whole stratum is take-all from the threshold on.
    pub size_from: f64,
    /// Establishments in the register, `N_h`.
    pub establishments: f64,
    /// Their employees.
    pub employees: f64,
}

/// One or more strata weighted together.
#[derive(Debug, Clone, PartialEq)]
pub struct Group {
    pub strata: Vec<usize>,
    pub take_all: bool,
    /// Establishments this group stands for; for take-all, its respondents alone.
    pub establishments: f64,
    pub respondents: usize,
}

/// Where the neighbour of a merge was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    AdjacentSize,
    AdjacentSector,
}

/// A merge, in the order it was made: `strata` joined those of `into`.
#[derive(Debug, Clone, PartialEq)]
pub struct Merge {
    pub strata: Vec<usize>,
    pub respondents: usize,
    pub into: Vec<usize>,
    pub step: Step,
}

/// A group left with too few respondents: no group shares its sector or one of its sizes.
#[derive(Debug, Clone, PartialEq)]
pub struct Thin {
    pub strata: Vec<usize>,
    pub establishments: f64,
    /// With 0 respondents these establishments are not represented at all.
    pub respondents: usize,
}

/// Take-all establishments that nobody answered for.
#[derive(Debug, Clone, PartialEq)]
pub struct Missing {
    /// Units of the input that refused.
    pub units: Vec<usize>,
    /// Employees of those units.
    pub employees: f64,
    /// Per take-all stratum, establishments of the register that are not even in the input.
    pub unlisted: Vec<(usize, f64)>,
}

/// Groups and weights of a survey.
#[derive(Debug, Clone, PartialEq)]
pub struct Groups {
    pub groups: Vec<Group>,
    /// Per input unit, its group; `None` without an answer.
    pub group_of_unit: Vec<Option<usize>>,
    /// Per input unit, its base weight; `None` without an answer.
    pub weights: Vec<Option<f64>>,
    pub merges: Vec<Merge>,
    pub thin: Vec<Thin>,
    pub missing: Missing,
}

/// Faults of the input.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub enum StrataError {
    #[error("unit {unit} is in stratum {stratum}, of {strata}")]
    UnknownStratum { unit: usize, stratum: usize, strata: usize },
    #[error("size of unit {unit} is {employees}")]
    Employees { unit: usize, employees: f64 },
    /// More answers below the threshold than establishments there.
    #[error("{respondents} answers in stratum {stratum} of {establishments}")]
    TooMany { stratum: usize, respondents: usize, establishments: f64 },
}

impl Groups {
    /// Establishments the weights stand for: the register without missing take-alls and groups
    /// that have no respondent.
    pub fn represented(&self) -> f64 {
        self.groups.iter().filter(|g| g.respondents > 0).map(|g| g.establishments).sum()
    }

    /// The design of the respondents, in the order of the input; take-alls have no sampling error.
    ///
    /// # Errors
    /// None in practice: groups never hold more respondents than establishments.
    pub fn design(&self) -> Result<Design, crate::survey::design::DesignError> {
        let strata = self.group_of_unit.iter().copied().flatten().collect();
        Design::new(strata, self.groups.iter().map(|g| g.establishments).collect())
    }
}

/// Groups respondents so that each group below `take_all_from` employees has at least
/// [`LEAST_RESPONDENTS`], and weights them.
///
/// The group with the fewest respondents moves first (on ties the lowest sector, then size). It
/// joins the group of a common sector whose size is nearest, else the group of a common size
/// whose sector is nearest; on ties the one with fewer respondents, then the lowest sector and
/// size. Groups without establishments take no part.
///
/// # Errors
/// See [`StrataError`].
pub fn groups(
    units: &[Unit],
    strata: &[Stratum],
    take_all_from: f64,
) -> Result<Groups, StrataError> {
    let tally = tally(units, strata, take_all_from)?;
    let mut pools: Vec<Pool> = Vec::new();
    for (index, (stratum, cell)) in strata.iter().zip(&tally.cells).enumerate() {
        if stratum.size_from < take_all_from && cell.establishments > 0.0 {
            pools.push(Pool {
                strata: vec![index],
                keys: vec![(stratum.sector, stratum.size)],
                establishments: cell.establishments,
                respondents: cell.respondents,
            });
        }
    }
    pools.sort_by(|a, b| a.keys.cmp(&b.keys).then(a.strata.cmp(&b.strata)));
    let (merges, thin) = merge(&mut pools);
    Ok(assemble(units, &tally, &pools, merges, thin))
}

struct Cell {
    establishments: f64,
    respondents: usize,
}

struct Tally {
    cells: Vec<Cell>,
    take_all: Vec<bool>,
    missing: Missing,
}

fn tally(units: &[Unit], strata: &[Stratum], from: f64) -> Result<Tally, StrataError> {
    let mut cells: Vec<Cell> =
        strata.iter().map(|s| Cell { establishments: s.establishments, respondents: 0 }).collect();
    let mut take_all = Vec::with_capacity(units.len());
    let mut missing = Missing { units: Vec::new(), employees: 0.0, unlisted: Vec::new() };
    for (index, unit) in units.iter().enumerate() {
        let Some((cell, stratum)) = cells.get_mut(unit.stratum).zip(strata.get(unit.stratum))
        else {
            let (stratum, strata) = (unit.stratum, strata.len());
            return Err(StrataError::UnknownStratum { unit: index, stratum, strata });
        };
        if !(unit.employees.is_finite() && unit.employees >= 0.0) {
            return Err(StrataError::Employees { unit: index, employees: unit.employees });
        }
        let alone = unit.employees >= from || stratum.size_from >= from;
        take_all.push(alone);
        if alone {
            // It leaves the register count of its stratum: the others must not stand for it.
            cell.establishments -= 1.0;
            if !unit.responded {
                missing.units.push(index);
                missing.employees += unit.employees;
            }
        } else if unit.responded {
            cell.respondents += 1;
        }
    }
    for (index, (cell, stratum)) in cells.iter().zip(strata).enumerate() {
        let whole = stratum.size_from >= from;
        if whole && cell.establishments > 0.0 {
            missing.unlisted.push((index, cell.establishments));
        }
        let answers = if whole { 0 } else { cell.respondents };
        if count(answers) > cell.establishments {
            return Err(StrataError::TooMany {
                stratum: index,
                respondents: cell.respondents,
                establishments: cell.establishments,
            });
        }
    }
    Ok(Tally { cells, take_all, missing })
}

#[derive(Debug, Clone)]
struct Pool {
    strata: Vec<usize>,
    /// Sector and size of each stratum.
    keys: Vec<(u32, u32)>,
    establishments: f64,
    respondents: usize,
}

impl Pool {
    /// How far `other` lies: size first among those of a common sector, else sector.
    fn distance(&self, other: &Self) -> Option<(Step, u32)> {
        let pairs = || self.keys.iter().flat_map(|a| other.keys.iter().map(move |b| (a, b)));
        let same_sector = pairs().filter(|(a, b)| a.0 == b.0).map(|(a, b)| a.1.abs_diff(b.1));
        if let Some(gap) = same_sector.min() {
            return Some((Step::AdjacentSize, gap));
        }
        let same_size = pairs().filter(|(a, b)| a.1 == b.1).map(|(a, b)| a.0.abs_diff(b.0));
        same_size.min().map(|gap| (Step::AdjacentSector, gap))
    }
}

fn merge(pools: &mut Vec<Pool>) -> (Vec<Merge>, Vec<Thin>) {
    let mut merges = Vec::new();
    let mut stuck: Vec<Vec<usize>> = Vec::new();
    loop {
        let poor = |p: &&Pool| p.respondents < LEAST_RESPONDENTS && !stuck.contains(&p.strata);
        let Some(from) = pools.iter().filter(poor).min_by_key(|p| p.respondents).cloned() else {
            break;
        };
        let others = pools.iter().enumerate().filter(|(_, p)| p.strata != from.strata);
        let ranked = others.filter_map(|(index, p)| {
            let (step, gap) = from.distance(p)?;
            Some(((step == Step::AdjacentSector, gap, p.respondents, index), step))
        });
        let Some(((_, _, _, target), step)) = ranked.min_by_key(|(rank, _)| *rank) else {
            stuck.push(from.strata);
            continue;
        };
        if let Some(into) = pools.get_mut(target) {
            merges.push(Merge {
                strata: from.strata.clone(),
                respondents: from.respondents,
                into: into.strata.clone(),
                step,
            });
            into.strata.extend(&from.strata);
            into.strata.sort_unstable();
            into.keys.extend(&from.keys);
            into.keys.sort_unstable();
            into.establishments += from.establishments;
            into.respondents += from.respondents;
        }
        pools.retain(|p| p.strata != from.strata);
        pools.sort_by(|a, b| a.keys.cmp(&b.keys).then(a.strata.cmp(&b.strata)));
    }
    let thin = pools.iter().filter(|p| p.respondents < LEAST_RESPONDENTS);
    let thin = thin.map(|p| Thin {
        strata: p.strata.clone(),
        establishments: p.establishments,
        respondents: p.respondents,
    });
    (merges, thin.collect())
}

fn assemble(
    units: &[Unit],
    tally: &Tally,
    pools: &[Pool],
    merges: Vec<Merge>,
    thin: Vec<Thin>,
) -> Groups {
    let mut groups: Vec<Group> = pools
        .iter()
        .map(|p| Group {
            strata: p.strata.clone(),
            take_all: false,
            establishments: p.establishments,
            respondents: p.respondents,
        })
        .collect();
    let large = groups.len();
    let mut alone =
        Group { strata: Vec::new(), take_all: true, establishments: 0.0, respondents: 0 };
    let mut group_of_unit = Vec::with_capacity(units.len());
    for (unit, take_all) in units.iter().zip(&tally.take_all) {
        let of_stratum = || pools.iter().position(|p| p.strata.contains(&unit.stratum));
        group_of_unit.push(match (unit.responded, *take_all) {
            (false, _) => None,
            (true, true) => {
                alone.strata.push(unit.stratum);
                alone.establishments += 1.0;
                alone.respondents += 1;
                Some(large)
            }
            (true, false) => of_stratum(),
        });
    }
    alone.strata.sort_unstable();
    alone.strata.dedup();
    if alone.respondents > 0 {
        groups.push(alone);
    }
    let weight =
        |index: usize| groups.get(index).map(|g| g.establishments / count(g.respondents.max(1)));
    let weights = group_of_unit.iter().map(|group| group.and_then(weight)).collect();
    let missing = tally.missing.clone();
    Groups { groups, group_of_unit, weights, merges, thin, missing }
}

#[cfg(test)]
mod tests;
