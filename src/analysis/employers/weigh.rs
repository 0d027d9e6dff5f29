//! Weights of the respondents: groups, margins of the register, what was given up on the way.

use crate::analysis::employers::asked::{Establishment, Status};
use crate::analysis::employers::frame::{CellKey, Frame};
use crate::model::SizeClass;
use crate::survey::calibrate::{Calibrated, CalibrationError, Family, Method, Options, calibrate};
use crate::survey::design::{Design, DesignError};
use crate::survey::diagnostics::{Ratios, Spread, ratios, spread};
use crate::survey::margins::Margins;
use crate::survey::strata::{
    Group, LEAST_RESPONDENTS, Merge, StrataError, Stratum, TAKE_ALL_EMPLOYEES, Thin, Unit, groups,
};
use std::collections::BTreeMap;

/// Under so many respondents, size classes alone are margins (`method.md` §4.2).
const FEW: usize = 30;
/// Under so many, employees by sector are none: intervals of totals then cover too little
/// (`docs/survey.md`).
const ENOUGH_FOR_EMPLOYEES: usize = 100;

/// What the analyst chose.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Choices {
    pub method: Method,
    /// Accepted ratios of final to initial weights.
    pub bounds: (f64, f64),
    /// Employees from which an establishment stands for itself alone.
    pub take_all: f64,
    pub seed: u64,
    /// Bootstrap replicates.
    pub replicates: u64,
}

impl Default for Choices {
    fn default() -> Self {
        Self {
            method: Method::RakingRatio,
            bounds: (0.3, 3.0),
            take_all: TAKE_ALL_EMPLOYEES,
            seed: 1,
            replicates: 1_000,
        }
    }
}

impl Choices {
    /// What is chosen in the window or on the command line; `bounds` hold for every distance.
    pub fn new(family: Family, bounds: (f64, f64), take_all: f64, seed: u64) -> Self {
        Self { method: family.within(bounds), bounds, take_all, seed, ..Self::default() }
    }
}

/// A kind of margin, in order of importance: the last is given up first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum MarginKind {
    Size,
    Sector,
    Headcount,
}

/// Where the weights come from.
#[derive(Clone, Debug, PartialEq)]
pub enum Basis {
    /// Every respondent counts for one: no register.
    Unweighted,
    /// Given by the file.
    Given,
    /// Groups of the register, not calibrated: why not, when margins were tried.
    Groups,
    /// Calibrated on these margins.
    Calibrated(Vec<MarginKind>),
}

/// A margin that was given up, with the reason.
#[derive(Clone, Debug, PartialEq)]
pub struct Dropped {
    pub kind: MarginKind,
    pub error: CalibrationError,
}

/// Why nothing can be weighted.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
pub enum WeighError {
    #[error("nobody answered")]
    NoAnswer,
    /// The register cannot be of those who answered: each would stand for itself alone, as in a
    /// census.
    #[error("{register} establishments in the register for {answers} answers")]
    Register { register: f64, answers: usize },
    #[error(transparent)]
    Strata(#[from] StrataError),
    #[error(transparent)]
    Design(#[from] DesignError),
}

/// The respondents with their weights.
#[derive(Clone, Debug)]
pub struct Weighing {
    /// Places of the respondents among the establishments asked.
    pub respondents: Vec<usize>,
    /// Group of each, and establishments of each group.
    pub design: Design,
    /// Before calibration.
    pub base: Vec<f64>,
    pub weights: Vec<f64>,
    pub basis: Basis,
    /// Margins met, with their multipliers, to calibrate replicates again.
    pub margins: Option<(Margins, Method, Vec<f64>)>,
    pub dropped: Vec<Dropped>,
    /// Cells of the register, by the numbers that merges and groups use.
    pub strata: Vec<CellKey>,
    /// Groups of cells weighted together; none without a register.
    pub groups: Vec<Group>,
    pub merges: Vec<Merge>,
    pub thin: Vec<Thin>,
    /// Large establishments that did not answer: nobody stands for them.
    pub large_missing: u32,
    /// Large establishments of the register that are not in the survey's list.
    pub large_unlisted: f64,
    /// Cells with more establishments asked than the register holds.
    pub beyond_register: Vec<CellKey>,
    pub spread: Option<Spread>,
    pub ratios: Option<Ratios>,
}

impl Weighing {
    /// Establishments that the weights stand for.
    pub fn represented(&self) -> f64 {
        self.weights.iter().sum()
    }
}

/// Weighs those who answered.
///
/// # Errors
/// When nobody did, or when the register holds too few establishments to be theirs.
pub fn weigh(
    list: &[Establishment],
    frame: Option<&Frame>,
    choices: &Choices,
) -> Result<Weighing, WeighError> {
    let answered = |one: &&Establishment| one.status == Status::Answered;
    if !list.iter().any(|one| answered(&one)) {
        return Err(WeighError::NoAnswer);
    }
    let given: Option<Vec<f64>> =
        list.iter().filter(answered).map(|one| one.weight.filter(|w| *w > 0.0)).collect();
    match (given, frame) {
        (Some(weights), _) => by_given(list, weights),
        (None, Some(frame)) => by_register(list, frame, choices),
        (None, None) => equal(list),
    }
}

fn places(list: &[Establishment]) -> Vec<usize> {
    let answered = list.iter().enumerate().filter(|(_, one)| one.status == Status::Answered);
    answered.map(|(place, _)| place).collect()
}

fn plain(respondents: Vec<usize>, design: Design, base: Vec<f64>, basis: Basis) -> Weighing {
    Weighing {
        respondents,
        design,
        spread: spread(&base),
        ratios: None,
        weights: base.clone(),
        base,
        basis,
        margins: None,
        dropped: Vec::new(),
        strata: Vec::new(),
        groups: Vec::new(),
        merges: Vec::new(),
        thin: Vec::new(),
        large_missing: 0,
        large_unlisted: 0.0,
        beyond_register: Vec::new(),
    }
}

fn count(n: usize) -> f64 {
    u32::try_from(n).map_or(f64::MAX, f64::from)
}

/// One group, of a population that nobody counted: no correction for a finite one.
fn equal(list: &[Establishment]) -> Result<Weighing, WeighError> {
    let respondents = places(list);
    let n = respondents.len();
    let design = Design::new(vec![0; n], vec![count(n)])?.uncorrected();
    Ok(plain(respondents, design, vec![1.0; n], Basis::Unweighted))
}

/// Groups are those of equal weights: who made them drew each at one rate.
fn by_given(list: &[Establishment], weights: Vec<f64>) -> Result<Weighing, WeighError> {
    let respondents = places(list);
    let mut groups: Vec<(f64, usize, f64)> = Vec::new();
    let mut group_of = Vec::with_capacity(weights.len());
    for weight in &weights {
        let known = groups.iter().position(|(of, ..)| (of - weight).abs() < 1e-9);
        let place = known.unwrap_or(groups.len());
        if known.is_none() {
            groups.push((*weight, place, 0.0));
        }
        if let Some((.., population)) = groups.get_mut(place) {
            *population += weight.max(1.0);
        }
        group_of.push(place);
    }
    let population = groups.iter().map(|(.., population)| *population).collect();
    let design = Design::new(group_of, population)?;
    Ok(plain(respondents, design, weights, Basis::Given))
}

/// The register and the survey as strata and units.
struct Cells {
    keys: Vec<CellKey>,
    strata: Vec<Stratum>,
    beyond: Vec<CellKey>,
    /// Of each establishment asked, its cell; `None` when it cannot be placed.
    cell_of: Vec<Option<usize>>,
}

fn section_rank(section: char) -> u32 {
    u32::from(section)
}

fn size_rank(size: SizeClass) -> u32 {
    u32::try_from(SizeClass::ALL.iter().position(|class| *class == size).unwrap_or(0)).unwrap_or(0)
}

fn cells(list: &[Establishment], frame: &Frame) -> Cells {
    let mut counted: BTreeMap<CellKey, (f64, Option<f64>, f64)> = frame
        .cells
        .iter()
        .map(|(key, cell)| (*key, (cell.establishments, cell.headcount, 0.0)))
        .collect();
    let in_scope = |one: &&Establishment| one.status != Status::OutOfScope;
    for one in list.iter().filter(in_scope) {
        if let Some(key) = one.key() {
            counted.entry(key).or_insert((0.0, None, 0.0)).2 += 1.0;
        }
    }
    let mut beyond = Vec::new();
    let (mut keys, mut strata) = (Vec::new(), Vec::new());
    for (key, (establishments, headcount, asked)) in counted {
        // The register is older than the survey: those who are there count at least.
        if asked > establishments {
            beyond.push(key);
        }
        let (section, size) = key;
        keys.push(key);
        strata.push(Stratum {
            sector: section_rank(section),
            size: size_rank(size),
            size_from: size.least(),
            establishments: establishments.max(asked),
            employees: headcount.unwrap_or(0.0),
        });
    }
    let cell_of = list.iter().map(|one| keys.iter().position(|key| Some(*key) == one.key()));
    Cells { cell_of: cell_of.collect(), keys, strata, beyond }
}

/// Refuses a register with fewer establishments than answers, or with none in any cell that has
/// an answer.
fn of_the_answers(list: &[Establishment], frame: &Frame) -> Result<(), WeighError> {
    let answered = list.iter().filter(|one| one.status == Status::Answered);
    let keys: Vec<CellKey> = answered.filter_map(Establishment::key).collect();
    let of = |key: &CellKey| frame.cells.get(key).map_or(0.0, |cell| cell.establishments);
    let whole = frame.establishments();
    let beside = keys.iter().all(|key| of(key) <= 0.0);
    if !keys.is_empty() && (beside || whole < count(keys.len())) {
        let register = if beside { 0.0 } else { whole };
        return Err(WeighError::Register { register, answers: keys.len() });
    }
    Ok(())
}

fn by_register(
    list: &[Establishment],
    frame: &Frame,
    choices: &Choices,
) -> Result<Weighing, WeighError> {
    of_the_answers(list, frame)?;
    let cells = cells(list, frame);
    // Out of scope, and what no cell holds: neither asked nor represented.
    let usable = |place: &usize| {
        list.get(*place).is_some_and(|one| one.status != Status::OutOfScope)
            && cells.cell_of.get(*place).copied().flatten().is_some()
    };
    let units_at: Vec<usize> = (0..list.len()).filter(usable).collect();
    let units: Vec<Unit> = units_at
        .iter()
        .filter_map(|place| {
            let one = list.get(*place)?;
            let stratum = cells.cell_of.get(*place).copied().flatten()?;
            let employees = one.headcount.or(one.size.map(SizeClass::least)).unwrap_or(0.0);
            Some(Unit { stratum, responded: one.status == Status::Answered, employees })
        })
        .collect();
    let grouped = groups(&units, &cells.strata, choices.take_all)?;
    let design = grouped.design()?;
    let respondents: Vec<usize> = units_at
        .iter()
        .zip(&grouped.weights)
        .filter_map(|(place, weight)| weight.map(|_| *place))
        .collect();
    if respondents.is_empty() {
        return Err(WeighError::NoAnswer);
    }
    let base: Vec<f64> = grouped.weights.iter().copied().flatten().collect();
    let group_of: Vec<usize> = grouped.group_of_unit.iter().copied().flatten().collect();
    let alone: Vec<bool> = group_of
        .iter()
        .map(|group| grouped.groups.get(*group).is_some_and(|group| group.take_all))
        .collect();
    let represented = represented(&cells, &units, &grouped, choices.take_all);
    let margins = Marginal { list, cells: &cells, respondents: &respondents, alone: &alone };
    let mut weighing = plain(respondents.clone(), design, base, Basis::Groups);
    weighing.margins_of(&margins, &represented, choices);
    weighing.groups = grouped.groups;
    weighing.merges = grouped.merges;
    weighing.thin = grouped.thin;
    weighing.large_missing = u32::try_from(grouped.missing.units.len()).unwrap_or(u32::MAX);
    weighing.large_unlisted = grouped.missing.unlisted.iter().map(|(_, n)| n).sum();
    weighing.beyond_register = cells.beyond;
    weighing.strata = cells.keys;
    Ok(weighing)
}

/// Establishments and employees of each cell that the respondents can stand for.
fn represented(
    cells: &Cells,
    units: &[Unit],
    grouped: &crate::survey::strata::Groups,
    take_all: f64,
) -> Vec<(f64, f64)> {
    let mut left: Vec<(f64, f64)> =
        cells.strata.iter().map(|cell| (cell.establishments, cell.employees)).collect();
    let mut alone = vec![(0.0, 0.0); left.len()];
    for unit in units {
        let whole = cells.strata.get(unit.stratum).is_some_and(|cell| cell.size_from >= take_all);
        if unit.employees < take_all && !whole {
            continue;
        }
        if let Some((establishments, employees)) = left.get_mut(unit.stratum) {
            *establishments -= 1.0;
            *employees = (*employees - unit.employees).max(0.0);
        }
        if let Some((establishments, employees)) =
            alone.get_mut(unit.stratum).filter(|_| unit.responded)
        {
            *establishments += 1.0;
            *employees += unit.employees;
        }
    }
    let stood_for = |place: usize| {
        let mut groups = grouped.groups.iter().filter(|group| !group.take_all);
        groups.any(|group| group.respondents > 0 && group.strata.contains(&place))
    };
    left.iter()
        .zip(alone)
        .enumerate()
        .map(|(place, (left, alone))| {
            let sampled = if stood_for(place) { *left } else { (0.0, 0.0) };
            (sampled.0.max(0.0) + alone.0, sampled.1 + alone.1)
        })
        .collect()
}

/// What margins are made of.
struct Marginal<'a> {
    list: &'a [Establishment],
    cells: &'a Cells,
    respondents: &'a [usize],
    /// Respondents that stand for themselves alone.
    alone: &'a [bool],
}

impl Marginal<'_> {
    fn cell_of(&self, respondent: usize) -> Option<usize> {
        self.cells.cell_of.get(*self.respondents.get(respondent)?).copied().flatten()
    }

    /// The modalities of a margin: cells of the register that make each, every one with enough
    /// respondents who do not stand for themselves alone.
    fn modalities(&self, of: impl Fn(CellKey) -> u32) -> Vec<(Vec<u32>, usize)> {
        let mut counts: BTreeMap<u32, usize> = BTreeMap::new();
        for key in &self.cells.keys {
            counts.entry(of(*key)).or_default();
        }
        for (place, alone) in self.alone.iter().enumerate() {
            let key = self.cell_of(place).and_then(|cell| self.cells.keys.get(cell));
            if let Some(key) = key.filter(|_| !alone) {
                *counts.entry(of(*key)).or_default() += 1;
            }
        }
        let mut merged: Vec<(Vec<u32>, usize)> =
            counts.into_iter().map(|(modality, n)| (vec![modality], n)).collect();
        // The poorest joins its poorer neighbour, until all have enough.
        while let Some(poorest) = (0..merged.len())
            .filter(|place| merged.get(*place).is_some_and(|(_, n)| *n < LEAST_RESPONDENTS))
            .min_by_key(|place| merged.get(*place).map(|(_, n)| *n))
            .filter(|_| merged.len() > 1)
        {
            let (modalities, n) = merged.remove(poorest);
            let neighbours = [poorest.checked_sub(1), Some(poorest)];
            let target = neighbours
                .into_iter()
                .flatten()
                .filter(|place| *place < merged.len())
                .min_by_key(|place| merged.get(*place).map(|(_, n)| *n));
            if let Some((into, sum)) = target.and_then(|place| merged.get_mut(place)) {
                into.extend(modalities);
                into.sort_unstable();
                *sum += n;
            }
        }
        merged
    }

    /// Columns and totals of some kinds of margin.
    fn margins(&self, kinds: &[MarginKind], represented: &[(f64, f64)]) -> Option<Margins> {
        let mut columns: Vec<(String, Vec<f64>, f64)> = Vec::new();
        for kind in kinds {
            match kind {
                MarginKind::Size => {
                    let of = |(_, size): CellKey| (size_rank(size), size.id().to_owned());
                    self.counts(of, represented, &mut columns);
                }
                MarginKind::Sector => {
                    let of = |(section, _): CellKey| (section_rank(section), section.to_string());
                    self.counts(of, represented, &mut columns);
                }
                MarginKind::Headcount => {
                    let of = |(section, _): CellKey| (section_rank(section), section.to_string());
                    let from = columns.len();
                    self.counts(of, represented, &mut columns);
                    self.employees(of, represented, from, &mut columns)?;
                }
            }
        }
        let units = self.respondents.len();
        let row = |unit: usize| columns.iter().map(move |(_, x, _)| x.get(unit).copied());
        let cells: Vec<f64> = (0..units).flat_map(row).map(Option::unwrap_or_default).collect();
        let names = columns.iter().map(|(name, ..)| name.clone()).collect();
        let totals = columns.iter().map(|(.., total)| *total).collect();
        Margins::new(&cells, units, names, totals).ok().map(|margins| margins.holding(self.alone))
    }

    /// Turns the margins of establishments added last into margins of their employees; `None`
    /// when one respondent does not tell how many it has.
    fn employees(
        &self,
        of: impl Fn(CellKey) -> (u32, String) + Copy,
        represented: &[(f64, f64)],
        from: usize,
        columns: &mut [(String, Vec<f64>, f64)],
    ) -> Option<()> {
        let modalities = self.modalities(|key| of(key).0);
        for ((name, own, total), (modalities, _)) in columns.iter_mut().skip(from).zip(modalities) {
            for (x, place) in own.iter_mut().zip(self.respondents) {
                *x *= self.list.get(*place)?.headcount?;
            }
            let within = |cell: usize| {
                self.cells.keys.get(cell).is_some_and(|key| modalities.contains(&of(*key).0))
            };
            let cells = represented.iter().enumerate().filter(|(cell, _)| within(*cell));
            *total = cells.map(|(_, (_, employees))| employees).sum();
            name.push_str(" (employees)");
        }
        Some(())
    }

    fn counts(
        &self,
        of: impl Fn(CellKey) -> (u32, String) + Copy,
        represented: &[(f64, f64)],
        columns: &mut Vec<(String, Vec<f64>, f64)>,
    ) {
        for (modalities, _) in self.modalities(|key| of(key).0) {
            let within = |cell: usize| {
                self.cells.keys.get(cell).is_some_and(|key| modalities.contains(&of(*key).0))
            };
            let own = (0..self.respondents.len())
                .map(|unit| f64::from(u8::from(self.cell_of(unit).is_some_and(within))))
                .collect();
            let total = represented.iter().enumerate();
            let total = total.filter(|(cell, _)| within(*cell)).map(|(_, (n, _))| n).sum();
            let mut named: Vec<(u32, String)> =
                self.cells.keys.iter().map(|key| of(*key)).collect();
            named.retain(|(modality, _)| modalities.contains(modality));
            named.sort();
            named.dedup();
            let named: Vec<String> = named.into_iter().map(|(_, name)| name).collect();
            columns.push((named.join(" + "), own, total));
        }
    }
}

impl Weighing {
    /// Calibrates on as many margins as can be met, the least important given up first.
    fn margins_of(&mut self, of: &Marginal<'_>, represented: &[(f64, f64)], choices: &Choices) {
        let mut kinds = vec![MarginKind::Size];
        let free = of.alone.iter().filter(|alone| !**alone).count();
        if free >= FEW {
            kinds.push(MarginKind::Sector);
            let told = of.cells.strata.iter().all(|cell| cell.employees > 0.0);
            let known = of
                .respondents
                .iter()
                .all(|place| of.list.get(*place).is_some_and(|one| one.headcount.is_some()));
            if told && known && free >= ENOUGH_FOR_EMPLOYEES {
                kinds.push(MarginKind::Headcount);
            }
        }
        if free < LEAST_RESPONDENTS {
            return;
        }
        let options = Options { ratio_bounds: Some(choices.bounds), ..Options::PRODUCTION };
        while let Some(last) = kinds.last().copied() {
            let Some(margins) = of.margins(&kinds, represented) else { return };
            match calibrate(&self.base, &margins, choices.method, &options) {
                Ok(Calibrated { weights, lambda, .. }) => {
                    let (low, high) = choices.bounds;
                    self.ratios = ratios(&weights, &self.base, low, high);
                    self.spread = spread(&weights);
                    self.weights = weights;
                    self.basis = Basis::Calibrated(kinds);
                    self.margins = Some((margins, choices.method, lambda));
                    return;
                }
                Err(error) => {
                    self.dropped.push(Dropped { kind: last, error });
                    kinds.pop();
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::employers::asked::tests::one;
    use crate::analysis::employers::frame::FrameCell;

    /// A register that cannot be of those who answered never makes a census of them.
    #[test]
    fn a_register_without_the_respondents_is_refused() {
        let (small, other) = (('C', SizeClass::From1), ('F', SizeClass::From1));
        let list: Vec<Establishment> =
            (0..6).map(|n| one(&n.to_string(), Some(small), 4.0, Status::Answered)).collect();
        let check = |cells: &[(CellKey, f64)], expect: Result<f64, WeighError>| {
            let cell = |n| FrameCell { establishments: n, headcount: None };
            let cells = cells.iter().map(|(key, n)| (*key, cell(*n))).collect();
            let frame = Frame { source: 0, cells, unplaced: 0.0 };
            let found = weigh(&list, Some(&frame), &Choices::default());
            assert_eq!(found.map(|weighing| weighing.represented().round()), expect);
        };
        let refused = |register| Err(WeighError::Register { register, answers: 6 });
        check(&[(small, 0.0)], refused(0.0));
        check(&[(small, 5.0)], refused(5.0));
        check(&[], refused(0.0));
        // Many establishments, none of them where somebody answered.
        check(&[(other, 90.0)], refused(0.0));
        check(&[(small, 0.0), (other, 90.0)], refused(0.0));
        check(&[(small, 24.0)], Ok(24.0));
    }
}
