//! Branch and bound: candidates in order, the most promising option first, a branch ended as soon
//! as its bound does not beat the best plan known.

use crate::recommend::choice::CENT;
use crate::recommend::choice::problem::{Item, Question};
use crate::recommend::choice::table::Table;

/// Which option of each item is taken, in their order.
pub type Taken = Vec<Option<usize>>;

/// What a search ends with, in the unit of gains.
#[derive(Clone, Debug)]
pub struct Found {
    pub best: Option<Best>,
    /// No plan gains more than this; meaningless where nothing can be and the search is done.
    pub bound: i64,
    /// Every branch was followed or ended by its bound.
    pub done: bool,
}

#[derive(Clone, Debug)]
pub struct Best {
    pub taken: Taken,
    pub gain: i64,
    pub cost: f64,
}

struct Search<'a> {
    question: &'a Question,
    table: &'a Table,
    nodes: u64,
    best: Option<Best>,
    /// Among equal gains, the cheapest: then a branch that may equal the best is followed too.
    cheapest: bool,
    /// The best bound of what was not followed.
    left: i64,
    taken: Taken,
    places: Vec<u32>,
    missing: Vec<i64>,
}

/// Where the search stands.
#[derive(Clone, Copy)]
struct At {
    item: usize,
    opened: bool,
    occupations: usize,
    weight_left: f64,
    /// Places that the occupation at hand still needs.
    need: Option<i64>,
    gain: i64,
    /// Gain with what places count for beyond it.
    priced: i64,
    cost: f64,
}

/// Follows branches within a number of nodes, from a plan if there is one.
pub fn search(
    question: &Question,
    table: &Table,
    nodes: u64,
    start: Option<Best>,
    cheapest: bool,
) -> Found {
    let mut search = Search::new(question, table, nodes, start, cheapest);
    let at = Search::start(table);
    let due = vec![0.0; question.budgets.len()];
    let done = search.follow(at, &due);
    let reached = search.best.as_ref().map_or(i64::MIN, |best| best.gain);
    let bound = search.left.max(reached).min(table.root().max(reached));
    Found { best: search.best, bound, done }
}

/// A state of the beam, and how it was reached.
struct Kept {
    at: At,
    due: Vec<f64>,
    places: Vec<u32>,
    missing: Vec<i64>,
    /// State of the level before, and option taken.
    from: (usize, Option<usize>),
}

/// A good plan soon: all candidates in order, the `width` most promising states kept at each.
/// `None` where no state met the floors.
pub fn beam(question: &Question, table: &Table, width: usize) -> Option<Best> {
    let mut search = Search::new(question, table, 0, None, false);
    let mut level = vec![Kept {
        at: Search::start(table),
        due: vec![0.0; question.budgets.len()],
        places: search.places.clone(),
        missing: search.missing.clone(),
        from: (0, None),
    }];
    let mut history: Vec<Vec<(usize, Option<usize>)>> = Vec::with_capacity(question.items.len());
    for item in &question.items {
        let mut ways: Vec<(i64, usize, Option<usize>, At)> = Vec::new();
        for (state, kept) in level.iter().enumerate() {
            let at = Search::enter(question, kept.at);
            let children = search.children(at).into_iter();
            ways.extend(children.map(|(bound, choice, below)| (bound, state, choice, below)));
        }
        // At equal bounds the plan that has gained more, then the order of the states.
        ways.sort_by(|a, b| b.0.cmp(&a.0).then(b.3.gain.cmp(&a.3.gain)));
        let mut next: Vec<Kept> = Vec::with_capacity(width);
        for (_, state, choice, at) in ways {
            if next.len() == width {
                break;
            }
            let Some(kept) = level.get(state) else { continue };
            search.places.clone_from(&kept.places);
            search.missing.clone_from(&kept.missing);
            let mut due = kept.due.clone();
            if let Some(option) = choice.and_then(|choice| item.options.get(choice)) {
                due = plus(&due, &option.due);
                if !search.payable(&due) || !search.open(item, option.places) {
                    continue;
                }
            }
            if search.hopeless(at.item) {
                continue;
            }
            let (places, missing) = (search.places.clone(), search.missing.clone());
            next.push(Kept { at, due, places, missing, from: (state, choice) });
        }
        history.push(next.iter().map(|kept| kept.from).collect());
        level = next;
    }
    let (mut state, best) = level
        .iter()
        .enumerate()
        .filter(|(_, kept)| kept.missing.iter().all(|missing| *missing <= 0))
        .max_by(|(_, a), (_, b)| a.at.gain.cmp(&b.at.gain).then(b.at.cost.total_cmp(&a.at.cost)))?;
    let mut taken = vec![None; question.items.len()];
    for (steps, slot) in history.iter().zip(&mut taken).rev() {
        let (before, choice) = steps.get(state).copied()?;
        (state, *slot) = (before, choice);
    }
    Some(Best { taken, gain: best.at.gain, cost: best.at.cost })
}

fn plus(a: &[f64], b: &[f64]) -> Vec<f64> {
    a.iter().zip(b).map(|(a, b)| a + b).collect()
}

impl<'a> Search<'a> {
    fn new(
        question: &'a Question,
        table: &'a Table,
        nodes: u64,
        best: Option<Best>,
        cheapest: bool,
    ) -> Self {
        Self {
            question,
            table,
            nodes,
            best,
            cheapest,
            left: i64::MIN,
            taken: vec![None; question.items.len()],
            places: vec![0; question.capacities.len()],
            missing: question.floors.iter().map(|floor| i64::from(*floor)).collect(),
        }
    }

    const fn start(table: &Table) -> At {
        At {
            item: 0,
            opened: false,
            occupations: table.layers(),
            weight_left: table.purse,
            need: None,
            gain: 0,
            priced: table.constant,
            cost: 0.0,
        }
    }

    /// The first candidate of an occupation finds its whole need.
    fn enter(question: &Question, at: At) -> At {
        match question.items.get(at.item) {
            Some(item) if item.first => {
                let need = question.needs.get(item.occupation).copied().flatten();
                At { need, opened: false, ..at }
            }
            _ => at,
        }
    }

    /// Whether the funders can pay, set by set.
    fn payable(&self, due: &[f64]) -> bool {
        due.iter().zip(&self.question.budgets).all(|(due, have)| *due <= have + CENT)
    }

    /// A floor is out of reach of the candidates from this one on.
    fn hopeless(&self, item: usize) -> bool {
        let reachable = self.question.reachable.get(item).into_iter().flatten();
        self.missing.iter().zip(reachable).any(|(missing, most)| *missing > i64::from(*most))
    }

    /// Whether everything below was followed or ended by its bound.
    fn follow(&mut self, at: At, due: &[f64]) -> bool {
        let question = self.question;
        let Some(item) = question.items.get(at.item) else {
            self.reached(at);
            return true;
        };
        if self.nodes == 0 {
            return false;
        }
        self.nodes -= 1;
        if self.hopeless(at.item) {
            return true;
        }
        let at = Self::enter(question, at);
        let mut children = self.children(at);
        // The best bound first; at equal bounds more places first, then none.
        children.sort_by(|a, b| b.0.cmp(&a.0).then(a.1.is_none().cmp(&b.1.is_none())));
        for (bound, choice, below) in children {
            if self.beaten(bound, below.cost) {
                continue;
            }
            if self.nodes == 0 {
                self.left = self.left.max(bound);
                return false;
            }
            let done = match choice.and_then(|choice| item.options.get(choice)) {
                None => self.follow(below, due),
                Some(option) => {
                    let due = plus(due, &option.due);
                    if !self.payable(&due) || !self.open(item, option.places) {
                        continue;
                    }
                    if let Some(slot) = self.taken.get_mut(at.item) {
                        *slot = choice;
                    }
                    let done = self.follow(below, &due);
                    if let Some(slot) = self.taken.get_mut(at.item) {
                        *slot = None;
                    }
                    self.close(item, option.places);
                    done
                }
            };
            if !done {
                self.left = self.left.max(bound);
                return false;
            }
        }
        true
    }

    /// (bound, option, what follows) of each way on.
    fn children(&self, at: At) -> Vec<(i64, Option<usize>, At)> {
        let (question, table) = (self.question, self.table);
        let Some(item) = question.items.get(at.item) else { return Vec::new() };
        // In search of the cheapest, a branch that may equal the best is followed too.
        let enough =
            self.best.as_ref().map_or(i64::MIN, |best| best.gain - i64::from(self.cheapest));
        let bound = |below: &At| {
            let layer = (below.opened, below.occupations);
            let rest = table.rest(
                question,
                below.item,
                layer,
                below.weight_left,
                (below.need, enough.saturating_sub(below.priced)),
            );
            below.priced.saturating_add(rest)
        };
        let mut children = Vec::with_capacity(item.options.len() + 1);
        if !item.forced {
            let below = At { item: at.item + 1, ..at };
            children.push((bound(&below), None, below));
        }
        let occupations = match (question.most_occupations, at.opened) {
            (None, _) | (_, true) => at.occupations,
            (Some(_), false) => match at.occupations.checked_sub(1) {
                Some(left) => left,
                None => return children,
            },
        };
        let extra = table.extras.get(at.item).copied().unwrap_or_default();
        let weights = table.weights.get(at.item).into_iter().flatten();
        for (choice, (option, weight)) in item.options.iter().zip(weights).enumerate() {
            let places = i64::from(option.places);
            let useful = at.need.map_or(places, |need| places.min(need));
            let gain = item.worth * useful;
            let below = At {
                item: at.item + 1,
                opened: true,
                occupations,
                weight_left: at.weight_left - weight,
                need: at.need.map(|need| need - useful),
                gain: at.gain + gain,
                priced: at.priced + gain + extra * places,
                cost: at.cost + option.cost,
            };
            // Under a cell less than nothing: sums of weights are not exact.
            if below.weight_left >= -table.purse * 1e-9 - CENT {
                children.push((bound(&below), Some(choice), below));
            }
        }
        children
    }

    /// No plan of such a bound and at least such a cost is better than the best known.
    fn beaten(&self, bound: i64, cost: f64) -> bool {
        self.best.as_ref().is_some_and(|best| {
            bound < best.gain || (bound == best.gain && (!self.cheapest || cost + CENT > best.cost))
        })
    }

    fn open(&mut self, item: &Item, places: u32) -> bool {
        let full = |at: &usize| {
            let used = self.places.get(*at).copied().unwrap_or_default();
            self.question.capacities.get(*at).is_some_and(|most| used + places > *most)
        };
        if item.capacities.iter().any(full) {
            return false;
        }
        for at in &item.capacities {
            if let Some(slot) = self.places.get_mut(*at) {
                *slot += places;
            }
        }
        for floor in &item.floors {
            if let Some(slot) = self.missing.get_mut(*floor) {
                *slot -= i64::from(places);
            }
        }
        true
    }

    fn close(&mut self, item: &Item, places: u32) {
        for at in &item.capacities {
            if let Some(slot) = self.places.get_mut(*at) {
                *slot -= places;
            }
        }
        for floor in &item.floors {
            if let Some(slot) = self.missing.get_mut(*floor) {
                *slot += i64::from(places);
            }
        }
    }

    fn reached(&mut self, at: At) {
        if self.missing.iter().any(|missing| *missing > 0) {
            return;
        }
        let better = self.best.as_ref().is_none_or(|best| {
            at.gain > best.gain
                || (self.cheapest && at.gain == best.gain && at.cost + CENT < best.cost)
        });
        if better {
            self.best = Some(Best { taken: self.taken.clone(), gain: at.gain, cost: at.cost });
        }
    }
}
