//! The choice made, and every rule checked anew: the search is never believed on its word. Euros
//! are shared among funders by a linear programme, for the chosen plan alone.

use crate::model::Fap;
use crate::recommend::choice::problem::{Goal, Question, UNIT, gain};
use crate::recommend::choice::search::{self, Best, beam, search};
use crate::recommend::choice::table::{Prices, Table, priced};
use crate::recommend::choice::{
    CENT, Candidate, Choice, ChoiceError, Effort, Estimate, Exclusion, Proof, Taken, Terms,
    checked, exclusion, payable,
};
use microlp::{ComparisonOp, OptimizationDirection, Problem, Variable};
use std::collections::{BTreeMap, BTreeSet};
use std::time::Duration;

/// € of the unit of account inside the linear programme.
const THOUSAND: f64 = 1_000.0;

/// Cells of the tables among which prices are sought.
pub const COARSE: usize = 48;

/// The split of a chosen plan among its funders is a small linear programme; past this the
/// solver is cycling.
const PATIENCE: Duration = Duration::from_secs(10);

/// Sessions and places of each candidate, in their order.
pub type Plan = Vec<(u32, u32)>;

/// Candidates worth a search, by identifier, and the others with their reason.
pub struct Ready<'a> {
    pub kept: Vec<&'a Candidate>,
    pub excluded: BTreeMap<String, Exclusion>,
}

pub fn ready<'a>(candidates: &'a [Candidate], terms: &Terms) -> Result<Ready<'a>, ChoiceError> {
    let mut ready = Ready { kept: Vec::new(), excluded: BTreeMap::new() };
    for candidate in checked(candidates, terms)? {
        match exclusion(candidate, terms) {
            None => ready.kept.push(candidate),
            Some(reason) => {
                ready.excluded.insert(candidate.id.clone(), reason);
            }
        }
    }
    Ok(ready)
}

/// Sessions and places of what a search took.
pub fn plan_of(question: &Question, taken: &search::Taken) -> Plan {
    let mut plan = vec![(0, 0); question.items.len()];
    for (item, choice) in question.items.iter().zip(taken) {
        let option = choice.and_then(|choice| item.options.get(choice));
        if let (Some(option), Some(slot)) = (option, plan.get_mut(item.place)) {
            *slot = (option.sessions, option.places);
        }
    }
    plan
}

/// A plan as a search takes it up; `None` where it is not one of its options.
pub fn best_of(
    question: &Question,
    kept: &[&Candidate],
    plan: &Plan,
    terms: &Terms,
) -> Option<Best> {
    let mut taken = Vec::with_capacity(question.items.len());
    let mut cost = 0.0;
    for item in &question.items {
        let (sessions, places) = plan.get(item.place).copied()?;
        if sessions == 0 {
            taken.push(None);
            continue;
        }
        let at = item.options.iter().position(|option| option.places == places)?;
        cost += item.options.get(at)?.cost;
        taken.push(Some(at));
    }
    Some(Best { taken, gain: gained(kept, plan, terms), cost })
}

/// Useful places of each candidate: what an occupation needs goes to those that bring most.
pub fn useful(kept: &[&Candidate], plan: &Plan, terms: &Terms) -> Vec<u32> {
    let mut left: BTreeMap<Fap, u32> = terms.needs.clone();
    let mut order: Vec<usize> = (0..kept.len().min(plan.len())).collect();
    order.sort_by_key(|place| {
        kept.get(*place).map(|one| std::cmp::Reverse(gain(one, terms.objective)))
    });
    let mut useful = vec![0; kept.len()];
    for place in order {
        let (Some(candidate), Some((_, places)), Some(slot)) =
            (kept.get(place), plan.get(place), useful.get_mut(place))
        else {
            continue;
        };
        *slot = match left.get_mut(&candidate.occupation) {
            None => *places,
            Some(need) => {
                let used = (*places).min(*need);
                *need -= used;
                used
            }
        };
    }
    useful
}

/// Ten-thousandths of a person that a plan gains.
pub fn gained(kept: &[&Candidate], plan: &Plan, terms: &Terms) -> i64 {
    let useful = useful(kept, plan, terms);
    let each = kept.iter().zip(&useful);
    each.map(|(one, useful)| i64::from(gain(one, terms.objective)) * i64::from(*useful)).sum()
}

/// The choice that gains most under the terms.
///
/// # Errors
/// When a candidate or a budget is faulty, when the floors cannot be met, or when the search ends
/// with nothing.
pub fn choose(
    candidates: &[Candidate],
    terms: &Terms,
    effort: Effort,
) -> Result<Choice, ChoiceError> {
    let Ready { kept, excluded } = ready(candidates, terms)?;
    let question = Question::new(&kept, terms, Goal::Gain, None)?;
    let prices = priced(&question, COARSE);
    let table = Table::new(&question, &prices, effort.cells);
    let start = first(&question, &table, effort);
    let found = search(&question, &table, effort.nodes, start, false);
    let Some(best) = found.best else {
        return Err(if found.done {
            unmet(&kept, terms, effort)?
        } else {
            ChoiceError::NotFound { nodes: effort.nodes }
        });
    };
    let gain = best.gain;
    let frugal = search(&question, &table, effort.nodes / 4, Some(best), true);
    let best = frugal.best.ok_or(ChoiceError::NotFound { nodes: effort.nodes })?;
    let bound = found.bound.max(gain).max(best.gain);
    let plan = trimmed(&question, &kept, plan_of(&question, &best.taken), terms);
    finish(&kept, terms, &plan, (best.gain, bound), excluded)
}

/// A plan without the places that bring nothing: the search for the cheapest one may end before it
/// tried all. Step by step, what saves most is taken off; no rule is broken and nothing is lost.
pub fn trimmed(question: &Question, kept: &[&Candidate], mut plan: Plan, terms: &Terms) -> Plan {
    let gain = gained(kept, &plan, terms);
    // Each step opens fewer places: it ends.
    loop {
        let idle = beyond_need(kept, &plan, terms);
        let mut best: Option<(f64, Plan)> = None;
        for item in &question.items {
            let (Some((sessions, places)), Some(candidate)) =
                (plan.get(item.place).copied(), kept.get(item.place))
            else {
                continue;
            };
            let beyond = idle.get(&candidate.occupation).copied().unwrap_or_default();
            if sessions == 0 || beyond == 0 {
                continue;
            }
            let cost = candidate.cost(sessions, places);
            // The fewest places first, none at all before: the first that holds saves most.
            let fewer = item.options.iter().rev().map(|one| (one.sessions, one.places, one.cost));
            let found =
                std::iter::once((0, 0, 0.0)).chain(fewer).find_map(|(sessions, fewer, less)| {
                    let least = best.as_ref().map_or(CENT, |(saved, _)| *saved);
                    let within = fewer < places && places - fewer <= beyond && cost - less > least;
                    if !within {
                        return None;
                    }
                    let mut tried = plan.clone();
                    *tried.get_mut(item.place)? = (sessions, fewer);
                    let holds = gained(kept, &tried, terms) >= gain
                        && broken(kept, &tried, terms).is_none()
                        && split(kept, &tried, terms).is_some();
                    holds.then_some((cost - less, tried))
                });
            best = found.or(best);
        }
        let Some((_, next)) = best else { return plan };
        plan = next;
    }
}

/// Places of each occupation that meet no need.
fn beyond_need(kept: &[&Candidate], plan: &Plan, terms: &Terms) -> BTreeMap<Fap, u32> {
    let mut idle: BTreeMap<Fap, u32> = BTreeMap::new();
    for ((one, (_, places)), useful) in kept.iter().zip(plan).zip(useful(kept, plan, terms)) {
        *idle.entry(one.occupation).or_default() += places.saturating_sub(useful);
    }
    idle
}

/// A plan to begin with. Prices that make the bound low may let a funder's euros weigh nothing: a
/// plan is sought with even prices too.
pub fn first(question: &Question, table: &Table, effort: Effort) -> Option<Best> {
    let priced = beam(question, table, effort.width);
    let even = (question.n_funders > 1).then(|| {
        let table = Table::new(question, &Prices::even(question), effort.cells / 2);
        let found = beam(question, &table, effort.width);
        search(question, &table, effort.nodes / 8, found, false).best
    });
    let plans = [priced, even.flatten()].into_iter().flatten();
    plans.max_by_key(|best| best.gain)
}

/// Which floor cannot be met.
fn unmet(kept: &[&Candidate], terms: &Terms, effort: Effort) -> Result<ChoiceError, ChoiceError> {
    for (target, floor) in &terms.floors {
        let reach = Question::new(kept, terms, Goal::Reach(target), None)?;
        let table = Table::new(&reach, &priced(&reach, COARSE), effort.cells);
        let found = search(&reach, &table, effort.nodes, None, false);
        let Some(best) = found.best else { continue };
        if found.bound < i64::from(*floor) {
            let most = u32::try_from(best.gain).unwrap_or_default();
            return Ok(ChoiceError::Floor { target: target.clone(), floor: *floor, most });
        }
    }
    Ok(ChoiceError::Floors)
}

/// The answer in people and euros, every rule checked anew.
fn finish(
    kept: &[&Candidate],
    terms: &Terms,
    plan: &Plan,
    (value, bound): (i64, i64),
    excluded: BTreeMap<String, Exclusion>,
) -> Result<Choice, ChoiceError> {
    if let Some(broken) = broken(kept, plan, terms) {
        return Err(ChoiceError::Solver(format!("a plan that breaks a rule: {broken}")));
    }
    let paid = split(kept, plan, terms)
        .ok_or_else(|| ChoiceError::Solver("a plan that cannot be paid".to_owned()))?;
    let useful = useful(kept, plan, terms);
    let mut spent: BTreeMap<String, f64> =
        terms.budgets.keys().map(|funder| (funder.clone(), 0.0)).collect();
    let mut taken = Vec::new();
    for (((candidate, (sessions, places)), useful), paid) in
        kept.iter().zip(plan).zip(useful).zip(paid)
    {
        if *sessions == 0 {
            continue;
        }
        for (funder, euros) in &paid {
            *spent.entry(funder.clone()).or_default() += euros;
        }
        let times = f64::from(useful);
        let Estimate { value, low, high } = candidate.brings;
        taken.push(Taken {
            id: candidate.id.clone(),
            occupation: candidate.occupation,
            sessions: *sessions,
            places: *places,
            useful,
            cost: candidate.cost(*sessions, *places),
            paid,
            brings: Estimate { value: value * times, low: low * times, high: high * times },
        });
    }
    #[expect(clippy::cast_precision_loss, reason = "far below 2^53")]
    let people = |units: i64| units as f64 / UNIT;
    let (value, bound) = (people(value), people(bound));
    let proof = if bound <= value { Proof::Optimal } else { Proof::Gap((bound - value) / bound) };
    Ok(Choice { taken, objective: value, bound, proof, spent, excluded })
}

/// The first rule of whole numbers that a plan breaks.
pub fn broken(kept: &[&Candidate], plan: &Plan, terms: &Terms) -> Option<&'static str> {
    let each = || kept.iter().zip(plan).map(|(one, counts)| (*one, *counts));
    let groups = each().all(|(one, (sessions, places))| {
        sessions <= one.most_sessions
            && one.least() * sessions <= places
            && places <= one.most_group * sessions
    });
    let opened: BTreeSet<Fap> =
        each().filter(|(_, (sessions, _))| *sessions > 0).map(|(one, _)| one.occupation).collect();
    let few = terms
        .most_occupations
        .is_none_or(|most| u32::try_from(opened.len()).is_ok_and(|count| count <= most));
    let sum = |which: &dyn Fn(&Candidate) -> bool| -> u32 {
        each().filter(|(one, _)| which(one)).map(|(_, (_, places))| places).sum()
    };
    let floors = terms.floors.iter().all(|(target, floor)| sum(&|one| target.holds(one)) >= *floor);
    let capacities = terms
        .capacities
        .iter()
        .all(|(provider, most)| sum(&|one| one.provider.as_ref() == Some(provider)) <= *most);
    let places = terms.most_places.is_none_or(|most| sum(&|_| true) <= most);
    [
        (groups, "groups"),
        (few, "occupations"),
        (floors, "floors"),
        (capacities, "capacities"),
        (places, "places"),
    ]
    .into_iter()
    .find(|(holds, _)| !holds)
    .map(|(_, name)| name)
}

/// € by funder of each candidate, in the order in which it names them as far as budgets go; `None`
/// when the plan cannot be paid.
pub fn split(
    kept: &[&Candidate],
    plan: &Plan,
    terms: &Terms,
) -> Option<Vec<BTreeMap<String, f64>>> {
    let mut problem = Problem::new(OptimizationDirection::Minimize);
    let mut of_funder: BTreeMap<&str, Vec<(Variable, f64)>> = BTreeMap::new();
    let mut columns: Vec<Vec<(&str, Variable)>> = Vec::new();
    for (candidate, (sessions, places)) in kept.iter().zip(plan) {
        let cost = candidate.cost(*sessions, *places);
        let mut own: Vec<(&str, Variable)> = Vec::new();
        if cost > 0.0 {
            let payers = payable(candidate, terms, *sessions, *places);
            for ((funder, most), rank) in payers.zip(0_u32..) {
                let most = (most + CENT) / THOUSAND;
                let variable = problem.add_var(f64::from(rank), (0.0, most));
                of_funder.entry(funder).or_default().push((variable, 1.0));
                own.push((funder, variable));
            }
            if own.is_empty() {
                return None;
            }
            let sum: Vec<(Variable, f64)> = own.iter().map(|(_, v)| (*v, 1.0)).collect();
            problem.add_constraint(sum, ComparisonOp::Eq, cost / THOUSAND);
        }
        columns.push(own);
    }
    for (funder, sum) in of_funder {
        let budget = terms.budgets.get(funder)?;
        problem.add_constraint(sum, ComparisonOp::Le, (budget + CENT) / THOUSAND);
    }
    problem.set_time_limit(PATIENCE);
    let solution = problem.solve().ok()?.into_solution().ok()?;
    let paid = columns.into_iter().map(|own| {
        let euros = own
            .into_iter()
            .map(|(funder, v)| (funder.to_owned(), (solution.var_value(v) * THOUSAND).max(0.0)));
        euros.filter(|(_, euros)| *euros > CENT).collect()
    });
    Some(paid.collect())
}
