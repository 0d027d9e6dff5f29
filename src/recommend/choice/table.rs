//! An upper bound of what the rest of the candidates can gain with the euros left: the choice with
//! all funders in one purse, solved by dynamic programming on a grid of euros.
//!
//! The purse weighs each funder's euro by a price; floors and capacities enter by a price for each
//! place. Whatever the prices (none negative), no choice does better than the bound: one purse is
//! a weaker rule than several, a priced rule is weaker than the rule, and costs are rounded down on
//! the grid. Prices are sought that make the bound low.

use crate::recommend::choice::problem::{Choosable, Item, Question};

/// What a euro of each funder weighs, and a place of each floor and of each provider, in the unit
/// of gains.
#[derive(Clone, Debug, PartialEq)]
pub struct Prices {
    pub funders: Vec<f64>,
    pub floors: Vec<i64>,
    pub capacities: Vec<i64>,
}

impl Prices {
    pub fn even(question: &Question) -> Self {
        Self {
            funders: vec![1.0; question.n_funders],
            floors: vec![0; question.floors.len()],
            capacities: vec![0; question.capacities.len()],
        }
    }

    /// What a place of such a candidate counts for beyond its gain.
    pub fn extra(&self, item: &Item) -> i64 {
        let floors = item.floors.iter().filter_map(|floor| self.floors.get(*floor));
        let capacities = item.capacities.iter().filter_map(|at| self.capacities.get(*at));
        floors.sum::<i64>() - capacities.sum::<i64>()
    }

    /// What the rules themselves count for: the bound is this more.
    fn constant(&self, question: &Question) -> i64 {
        let sum = |prices: &[i64], rules: &[u32]| -> i64 {
            prices.iter().zip(rules).map(|(price, rule)| price * i64::from(*rule)).sum()
        };
        sum(&self.capacities, &question.capacities) - sum(&self.floors, &question.floors)
    }

    /// The least that an option weighs, however its funders share it.
    fn weight(&self, option: &Choosable) -> f64 {
        let mut offers: Vec<(f64, f64)> =
            self.funders.iter().copied().zip(option.most.iter().copied()).collect();
        offers.sort_by(|a, b| a.0.total_cmp(&b.0));
        let mut left = option.cost;
        let mut weight = 0.0;
        for (price, most) in offers {
            let paid = left.min(most);
            weight += price * paid;
            left -= paid;
        }
        weight
    }
}

/// Bounds by occupation and by candidate, on a grid of euros.
pub struct Table {
    /// For each occupation in order, and past the last: what it and the following ones gain, by
    /// occupations left and cells.
    following: Vec<Vec<i64>>,
    /// For each candidate: what it and the following ones of its occupation gain, by places still
    /// needed and cells.
    within: Vec<Vec<i64>>,
    cells: usize,
    /// Occupations left, 0 to this; 0 where they are not limited.
    layers: usize,
    limited: bool,
    /// Weight of a cell.
    unit: f64,
    /// Weight of each option, by item.
    pub weights: Vec<Vec<f64>>,
    /// What a place counts for beyond its gain, by item.
    pub extras: Vec<i64>,
    pub constant: i64,
    /// Weight of all budgets.
    pub purse: f64,
}

/// An option counts as lighter by this part of a cell: sums of weights are not exact.
const SLACK: f64 = 1e-6;

/// Far below any gain: there is no way on.
const NEVER: i64 = i64::MIN / 8;

/// Places needed that are told apart, at most: a larger need bounds the gain of its occupation as
/// a whole.
const MOST_NEED: i64 = 60;

impl Table {
    pub fn new(question: &Question, prices: &Prices, cells: usize) -> Self {
        let cells = cells.max(2);
        let budgets = (0..question.n_funders).map(|at| question.budgets.get(1 << at));
        let purse: f64 = budgets
            .zip(&prices.funders)
            .map(|(budget, price)| budget.copied().unwrap_or_default() * price)
            .sum();
        #[expect(clippy::cast_precision_loss, reason = "a few hundred cells")]
        let unit = if purse > 0.0 { purse / (cells - 1) as f64 } else { 1.0 };
        let layers = question.most_occupations.unwrap_or(0);
        let weights: Vec<Vec<f64>> = question
            .items
            .iter()
            .map(|item| item.options.iter().map(|option| prices.weight(option)).collect())
            .collect();
        let mut table = Self {
            following: vec![Vec::new(); question.needs.len() + 1],
            within: vec![Vec::new(); question.items.len()],
            cells,
            layers,
            limited: question.most_occupations.is_some(),
            unit,
            weights,
            extras: question.items.iter().map(|item| prices.extra(item)).collect(),
            constant: prices.constant(question),
            purse,
        };
        if let Some(last) = table.following.last_mut() {
            *last = vec![0; cells * (layers + 1)];
        }
        for (at, item) in question.items.iter().enumerate().rev() {
            table.candidate(question, at, item);
            if item.first {
                table.occupation(question, at, item);
            }
        }
        table
    }

    /// What candidates from this one on gain at most: `need` is what its occupation needs still. A
    /// bound that is no more than `enough` may be looser than it could be.
    pub fn rest(
        &self,
        question: &Question,
        at: usize,
        (opened, occupations): (bool, usize),
        weight_left: f64,
        (need, enough): (Option<i64>, i64),
    ) -> i64 {
        let cell = self.cell(weight_left);
        let Some(item) = question.items.get(at) else { return 0 };
        if item.first {
            return self.following(item.occupation, occupations, cell);
        }
        let need = state(question, item, need);
        if opened {
            return self.joined(at, item, (need, occupations), (cell, enough));
        }
        let skipped = self.following(item.occupation + 1, occupations, cell);
        let left = if self.limited { occupations.checked_sub(1) } else { Some(occupations) };
        left.map_or(skipped, |left| {
            self.joined(at, item, (need, left), (cell, enough)).max(skipped)
        })
    }

    /// The bound of the whole question.
    pub fn root(&self) -> i64 {
        self.constant + self.following(0, self.layers, self.cells - 1)
    }

    pub const fn layers(&self) -> usize {
        self.layers
    }

    fn following(&self, occupation: usize, occupations: usize, cell: usize) -> i64 {
        let row = self.following.get(occupation);
        row.and_then(|row| row.get(occupations * self.cells + cell)).copied().unwrap_or(0)
    }

    /// The best way to divide the euros between the rest of an occupation and what follows it.
    fn joined(
        &self,
        at: usize,
        item: &Item,
        (need, occupations): (usize, usize),
        (cell, enough): (usize, i64),
    ) -> i64 {
        let here = self.within.get(at).and_then(|row| {
            let start = need * self.cells;
            row.get(start..=start + cell)
        });
        let after = self.following.get(item.occupation + 1).and_then(|row| {
            let start = occupations * self.cells;
            row.get(start..=start + cell)
        });
        let (Some(here), Some(after)) = (here, after) else { return 0 };
        // As if each had all the euros: often that is enough.
        let loose = here.last().zip(after.last()).map_or(0, |(a, b)| a + b);
        if loose <= enough {
            return loose;
        }
        here.iter().zip(after.iter().rev()).map(|(a, b)| a + b).max().unwrap_or(0)
    }

    fn cell(&self, weight: f64) -> usize {
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            clippy::cast_precision_loss,
            reason = "clamped"
        )]
        let cell = (weight / self.unit + SLACK).clamp(0.0, (self.cells - 1) as f64) as usize;
        cell
    }

    /// A candidate and the following ones of its occupation.
    fn candidate(&mut self, question: &Question, at: usize, item: &Item) {
        let cells = self.cells;
        let told = told(question, item);
        let states = told.map_or(1, |need| need + 1);
        let extra = self.extras.get(at).copied().unwrap_or_default();
        let last = question.items.get(at + 1).is_none_or(|next| next.first);
        let next = if last {
            vec![0; states * cells]
        } else {
            self.within.get(at + 1).cloned().unwrap_or_default()
        };
        // A forced candidate has no way round it.
        let mut here = if item.forced { vec![NEVER; states * cells] } else { next.clone() };
        let weights = self.weights.get(at).into_iter().flatten();
        for (option, weight) in item.options.iter().zip(weights) {
            #[expect(
                clippy::cast_possible_truncation,
                clippy::cast_sign_loss,
                clippy::cast_precision_loss,
                reason = "clamped"
            )]
            let shift = (weight / self.unit - SLACK).clamp(0.0, cells as f64) as usize;
            if shift >= cells {
                continue;
            }
            let places = usize::try_from(option.places).unwrap_or(usize::MAX);
            for need in 0..states {
                let useful = if told.is_some() { places.min(need) } else { places };
                let left = if told.is_some() { need - useful } else { 0 };
                let gain = item.worth * i64::try_from(useful).unwrap_or(i64::MAX)
                    + extra * i64::from(option.places);
                let from = next.get(left * cells..left * cells + cells - shift);
                let into = here.get_mut(need * cells + shift..(need + 1) * cells);
                for (slot, value) in into.into_iter().flatten().zip(from.into_iter().flatten()) {
                    *slot = (*slot).max(value + gain);
                }
            }
        }
        if let Some(slot) = self.within.get_mut(at) {
            *slot = here;
        }
    }

    /// An occupation and the following ones, from its first candidate.
    fn occupation(&mut self, question: &Question, at: usize, item: &Item) {
        let cells = self.cells;
        let mut here = vec![NEVER; cells * (self.layers + 1)];
        let need = told(question, item).unwrap_or(0);
        let own = self.within.get(at).and_then(|row| row.get(need * cells..(need + 1) * cells));
        let mut own = own.unwrap_or_default().to_vec();
        if let (None, Some(need)) =
            (told(question, item), question.needs.get(item.occupation).copied().flatten())
        {
            let most = most_of(question, at, item, need, &self.extras);
            for value in &mut own {
                *value = (*value).min(most);
            }
        }
        let forced = question.items.iter().skip(at).take(item.after - at).any(|one| one.forced);
        let Some(next) = self.following.get(item.occupation + 1) else { return };
        for layer in 0..=self.layers {
            let base = layer * cells;
            if !forced {
                let skipped = next.get(base..base + cells).unwrap_or_default();
                for (slot, value) in here.iter_mut().skip(base).zip(skipped) {
                    *slot = *value;
                }
            }
            let left = if self.limited { layer.checked_sub(1) } else { Some(layer) };
            let Some(left) = left else { continue };
            let after = next.get(left * cells..(left + 1) * cells).unwrap_or_default();
            for (cell, gain) in own.iter().enumerate() {
                // What no more euros improve needs no more euros.
                if cell > 0 && own.get(cell - 1) == Some(gain) {
                    continue;
                }
                let into = here.get_mut(base + cell..base + cells);
                for (slot, value) in into.into_iter().flatten().zip(after) {
                    *slot = (*slot).max(value + gain);
                }
            }
        }
        if let Some(slot) = self.following.get_mut(item.occupation) {
            *slot = here;
        }
    }
}

/// Places that an occupation needs, where they are told apart one by one.
fn told(question: &Question, item: &Item) -> Option<usize> {
    let need = question.needs.get(item.occupation).copied().flatten()?;
    if need <= MOST_NEED { usize::try_from(need).ok() } else { None }
}

/// The row of a table for places still needed.
fn state(question: &Question, item: &Item, need: Option<i64>) -> usize {
    match (told(question, item), need) {
        (Some(most), Some(need)) => usize::try_from(need).unwrap_or(0).min(most),
        (most, _) => most.unwrap_or(0),
    }
}

/// An occupation brings no more than its need at its best worth, whatever is opened in it.
fn most_of(question: &Question, at: usize, item: &Item, need: i64, extras: &[i64]) -> i64 {
    let own = question.items.iter().zip(extras).skip(at).take(item.after - at);
    let (mut worth, mut beyond) = (0, 0_i64);
    for (one, extra) in own {
        worth = one.worth.max(worth);
        let places = one.options.iter().map(|option| i64::from(option.places)).max();
        beyond = beyond.saturating_add((*extra).max(0) * places.unwrap_or_default());
    }
    worth.saturating_mul(need).saturating_add(beyond)
}

/// Prices that make the bound low: each in turn, larger or smaller, ever more finely.
pub fn priced(question: &Question, cells: usize) -> Prices {
    let mut prices = Prices::even(question);
    let bound = |prices: &Prices| Table::new(question, prices, cells).root();
    let mut best = bound(&prices);
    let worth = question.items.iter().map(|item| item.worth).max().unwrap_or_default();
    for (factors, part) in [([0.0, 0.5, 2.0], 2), ([0.7, 1.4, 1.0], 4), ([0.9, 1.12, 1.0], 8)] {
        let mut better = |prices: &mut Prices, change: &dyn Fn(&mut Prices)| {
            let mut other = prices.clone();
            change(&mut other);
            if other != *prices {
                let found = bound(&other);
                if found < best {
                    (best, *prices) = (found, other);
                }
            }
        };
        // One price alone says nothing: the first funder is the measure of the others.
        for at in 1..question.n_funders {
            for factor in factors {
                better(&mut prices, &|prices| {
                    if let Some(price) = prices.funders.get_mut(at) {
                        *price *= factor;
                    }
                });
            }
        }
        for change in [worth / part, -worth / (2 * part)] {
            for at in 0..question.floors.len() {
                better(&mut prices, &|prices| raised(&mut prices.floors, at, change));
            }
            for at in 0..question.capacities.len() {
                better(&mut prices, &|prices| raised(&mut prices.capacities, at, change));
            }
        }
    }
    prices
}

fn raised(prices: &mut [i64], at: usize, change: i64) {
    if let Some(price) = prices.get_mut(at) {
        *price = (*price + change).max(0);
    }
}
