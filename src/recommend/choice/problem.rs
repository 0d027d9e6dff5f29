//! The choice as the search sees it: each candidate is a list of options (so many sessions and
//! places), one of which is taken, or none.
//!
//! Whole numbers decide: gains are in ten-thousandths of a person, and a bound is a whole number.
//! Whether funders can pay is decided exactly, without a split: the plan can be paid if and only if
//! every set of funders has what the others cannot pay (Gale, 1957, for flows with supplies and
//! demands). These sums only grow, so that a part of a plan that cannot be paid ends its branch.

use crate::model::Fap;
use crate::recommend::choice::{CENT, Candidate, ChoiceError, Objective, Target, Terms, payable};
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

/// Ten-thousandths of a person.
pub const UNIT: f64 = 10_000.0;

/// Funders told apart, at most: their sets are counted.
pub const MOST_FUNDERS: usize = 8;

/// What a place brings, in ten-thousandths of a person.
pub fn gain(candidate: &Candidate, objective: Objective) -> u32 {
    let scaled = (objective.of(candidate.brings) * UNIT).round().clamp(0.0, 1e9);
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped")]
    let whole = scaled as u32;
    whole
}

/// So many sessions and places of a candidate.
#[derive(Clone, Debug)]
pub struct Choosable {
    pub sessions: u32,
    pub places: u32,
    /// €.
    pub cost: f64,
    /// € that each set of funders must pay at least, by the bits of the set.
    pub due: Vec<f64>,
    /// € that each funder may pay at most, in the order of the funders.
    pub most: Vec<f64>,
}

/// A candidate, in the order of the search.
#[derive(Clone, Debug)]
pub struct Item {
    /// Its place among the candidates given.
    pub place: usize,
    pub worth: i64,
    pub occupation: usize,
    /// Capacities that its places are taken from: of its provider, of all.
    pub capacities: Vec<usize>,
    /// Floors that it counts for.
    pub floors: Vec<usize>,
    pub options: Vec<Choosable>,
    pub forced: bool,
    /// First of its occupation in the order.
    pub first: bool,
    /// The first item after its occupation.
    pub after: usize,
}

/// All that the search reads.
#[derive(Clone, Debug)]
pub struct Question {
    pub items: Vec<Item>,
    /// € of each set of funders, by the bits of the set.
    pub budgets: Vec<f64>,
    pub n_funders: usize,
    /// `None`: no limit on the number of occupations.
    pub most_occupations: Option<usize>,
    /// Places needed by occupation; `None`: no limit.
    pub needs: Vec<Option<i64>>,
    pub capacities: Vec<u32>,
    pub floors: Vec<u32>,
    /// Most places of each floor that candidates from this one on could open.
    pub reachable: Vec<Vec<u32>>,
}

/// What is counted.
#[derive(Clone, Copy, Debug)]
pub enum Goal<'a> {
    Gain,
    /// Places of a target, whatever the floors and needs.
    Reach(&'a Target),
}

impl Question {
    /// # Errors
    /// When more funders than [`MOST_FUNDERS`] may pay.
    pub fn new(
        candidates: &[&Candidate],
        terms: &Terms,
        goal: Goal<'_>,
        forced: Option<&str>,
    ) -> Result<Self, ChoiceError> {
        let named: BTreeSet<&str> = candidates
            .iter()
            .flat_map(|one| one.payers.iter().map(|payer| payer.funder.as_str()))
            .filter(|funder| terms.budgets.contains_key(*funder))
            .collect();
        let funders: Vec<&str> = named.into_iter().collect();
        if funders.len() > MOST_FUNDERS {
            return Err(ChoiceError::TooManyFunders { most: MOST_FUNDERS });
        }
        let budget_of: Vec<f64> = funders
            .iter()
            .map(|funder| terms.budgets.get(*funder).copied().unwrap_or_default())
            .collect();
        let floors: Vec<(&Target, u32)> = match goal {
            Goal::Gain => terms.floors.iter().map(|(target, floor)| (target, *floor)).collect(),
            Goal::Reach(_) => Vec::new(),
        };
        let worth = |candidate: &Candidate| match goal {
            Goal::Gain => i64::from(gain(candidate, terms.objective)),
            Goal::Reach(target) => i64::from(target.holds(candidate)),
        };
        let order = ordered(candidates, &worth);
        let codes: Vec<Fap> = {
            let mut codes: Vec<Fap> = Vec::new();
            for place in &order {
                let Some(one) = candidates.get(*place) else { continue };
                if codes.last() != Some(&one.occupation) {
                    codes.push(one.occupation);
                }
            }
            codes
        };
        let providers: Vec<&String> = terms.capacities.keys().collect();
        let mut items: Vec<Item> = Vec::new();
        for place in order {
            let Some(candidate) = candidates.get(place) else { continue };
            let occupation =
                codes.iter().position(|code| *code == candidate.occupation).unwrap_or_default();
            let provider = candidate
                .provider
                .as_ref()
                .and_then(|name| providers.iter().position(|known| *known == name));
            let all = terms.most_places.map(|_| providers.len());
            let first = items.last().is_none_or(|last| last.occupation != occupation);
            items.push(Item {
                place,
                worth: worth(candidate),
                occupation,
                capacities: provider.into_iter().chain(all).collect(),
                floors: (0..floors.len())
                    .filter(|at| floors.get(*at).is_some_and(|(target, _)| target.holds(candidate)))
                    .collect(),
                options: options(candidate, terms, &funders),
                forced: forced == Some(candidate.id.as_str()),
                first,
                after: 0,
            });
        }
        let mut after = items.len();
        for (at, item) in items.iter_mut().enumerate().rev() {
            item.after = after;
            if item.first {
                after = at;
            }
        }
        let needs = codes.iter().map(|code| match goal {
            Goal::Gain => terms.needs.get(code).map(|need| i64::from(*need)),
            Goal::Reach(_) => None,
        });
        let most_occupations = terms
            .most_occupations
            .and_then(|most| usize::try_from(most).ok())
            .filter(|most| *most < codes.len());
        let reachable = reachable(&items, floors.len());
        Ok(Self {
            budgets: sets(&budget_of),
            n_funders: funders.len(),
            most_occupations,
            needs: needs.collect(),
            capacities: terms.capacities.values().copied().chain(terms.most_places).collect(),
            floors: floors.into_iter().map(|(_, floor)| floor).collect(),
            reachable,
            items,
        })
    }
}

/// Occupations with the best places for a euro first, their candidates together, best places
/// first, so that the places that a need leaves go to those that bring most.
fn ordered(candidates: &[&Candidate], worth: &dyn Fn(&Candidate) -> i64) -> Vec<usize> {
    #[expect(clippy::cast_precision_loss, reason = "an order alone")]
    let ratio = |one: &Candidate| {
        let cost = one.cost(1, one.most_group).max(1.0);
        worth(one) as f64 * f64::from(one.most_group) / cost
    };
    let mut best: BTreeMap<Fap, f64> = BTreeMap::new();
    for one in candidates {
        let known = best.entry(one.occupation).or_insert(0.0);
        *known = known.max(ratio(one));
    }
    let mut order: Vec<(usize, &&Candidate)> = candidates.iter().enumerate().collect();
    order.sort_by(|(_, a), (_, b)| {
        let of = |one: &Candidate| best.get(&one.occupation).copied().unwrap_or_default();
        of(b)
            .total_cmp(&of(a))
            .then(a.occupation.cmp(&b.occupation))
            .then(worth(b).cmp(&worth(a)))
            .then(ratio(b).total_cmp(&ratio(a)))
            .then(a.id.cmp(&b.id))
    });
    order.into_iter().map(|(place, _)| place).collect()
}

/// Everything that can be opened of a candidate and paid, fewest places first.
fn options(candidate: &Candidate, terms: &Terms, funders: &[&str]) -> Vec<Choosable> {
    let capacity = candidate.provider.as_ref().and_then(|name| terms.capacities.get(name));
    let mut found = Vec::new();
    let mut done = 0;
    for sessions in 1..=candidate.most_sessions {
        let (low, high) = (candidate.least() * sessions, candidate.most_group * sessions);
        let most = capacity.copied().into_iter().chain(terms.most_places).min();
        let high = most.map_or(high, |most| high.min(most));
        // More sessions for the same places cost more and bring nothing more.
        for places in low.max(done + 1)..=high {
            let cost = candidate.cost(sessions, places);
            let mut most = vec![0.0; funders.len()];
            for (funder, euros) in payable(candidate, terms, sessions, places) {
                let at = funders.iter().position(|known| *known == funder);
                if let Some(slot) = at.and_then(|at| most.get_mut(at)) {
                    *slot = euros;
                }
            }
            let all = sets(&most);
            let total = all.last().copied().unwrap_or_default();
            if total + CENT < cost {
                continue;
            }
            let due = all.iter().map(|own| (cost - (total - own)).max(0.0)).collect();
            found.push(Choosable { sessions, places, cost, due, most });
        }
        done = done.max(high);
    }
    found.sort_by_key(|option| Reverse(option.places));
    found
}

/// Sums of every subset, by the bits of the subset; the whole comes last.
fn sets(values: &[f64]) -> Vec<f64> {
    (0..1_usize << values.len())
        .map(|set| {
            values.iter().enumerate().filter(|(at, _)| set >> at & 1 == 1).map(|(_, v)| v).sum()
        })
        .collect()
}

fn reachable(items: &[Item], n_floors: usize) -> Vec<Vec<u32>> {
    let mut all = vec![vec![0_u32; n_floors]];
    for item in items.iter().rev() {
        let mut here = all.last().cloned().unwrap_or_default();
        let most = item.options.iter().map(|option| option.places).max().unwrap_or_default();
        for floor in &item.floors {
            if let Some(slot) = here.get_mut(*floor) {
                *slot = slot.saturating_add(most);
            }
        }
        all.push(here);
    }
    all.reverse();
    all
}
