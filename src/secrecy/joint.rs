//! What weighted and unweighted figures tell together.
//!
//! Who holds the register and knows who answered knows every weight. A weighted total beside an
//! unweighted one is then two equations in the answers, and the interval, which is even on a
//! logarithmic scale around what establishments that stand for themselves hold, is a third. The
//! answers themselves are the unknowns here, each of one respondent on one occupation, and a figure
//! that is shown says within what its rounding leaves.
//!
//! A secret is kept as long as another set of answers fits all that is shown, in which it stands
//! as far away as it must, on each side; and for every other respondent, who knows its own
//! answers, a set in which that one answers the same. Such sets are sought among exchanges in whole
//! numbers, so that counting does not exclude them; where none fits, the one that contradicts the
//! figures of least worth is taken, and these are shown less precisely, or hidden.

use crate::secrecy::goals::{SPARE, Side};
use crate::secrecy::table::Protection;
use std::collections::{BTreeMap, BTreeSet};

/// One answer of a respondent.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Unknown {
    /// The respondent.
    pub unit: usize,
    /// What is asked: answers to different questions are related by nothing.
    pub number: usize,
    /// The occupation it is given for.
    pub kind: usize,
    pub value: f64,
    pub weight: f64,
}

/// Something that a figure tells: Σ factor · answer is off its true value by no more than `room`,
/// whose ends are at most and at least zero. The answers are of one number.
#[derive(Clone, Debug, PartialEq)]
pub struct Relation {
    pub terms: Vec<(usize, f64)>,
    pub room: (f64, f64),
}

/// A figure and the forms that it may be shown in, the most telling first; after the last one it
/// is hidden.
#[derive(Clone, Debug, PartialEq)]
pub struct Shown {
    pub forms: Vec<Vec<Relation>>,
    /// What is lost with it, against others.
    pub cost: f64,
    /// It left before in its first form: everyone has it, whatever is shown now.
    pub is_outside: bool,
}

/// What must not be found: the sum of these answers of one respondent.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Secret {
    pub unit: usize,
    pub unknowns: Vec<usize>,
}

/// Everything together.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Joint {
    pub unknowns: Vec<Unknown>,
    pub figures: Vec<Shown>,
    pub secrets: Vec<Secret>,
}

/// Answers that move, and by how much.
type Move = Vec<(usize, f64)>;

/// Arithmetic, in the unit of the answers.
const NOTHING: f64 = 1e-4;
/// A figure shown less precisely is not always within what it was: everything is looked at again,
/// so many times at most.
const MOST_ROUNDS: usize = 8;
/// Ways to share a move out among others that are tried.
const MOST_SPREADS: usize = 10;

/// For each figure, the first form that it may be shown in; the number of its forms when it must be
/// hidden.
pub fn protect(joint: &Joint, protection: Protection) -> Vec<usize> {
    let mut search = Search::new(joint);
    let mut goals = Vec::new();
    for secret in &joint.secrets {
        for side in [Side::Below, Side::Above] {
            goals.extend(search.goal(secret, side, protection));
        }
    }
    goals.sort_by(|one, other| {
        other.by.abs().total_cmp(&one.by.abs()).then(one.secret.cmp(other.secret))
    });
    for round in 0..=MOST_ROUNDS {
        let before = search.form.clone();
        for goal in &mut goals {
            search.serve(goal);
        }
        if search.form == before {
            break;
        }
        if round == MOST_ROUNDS {
            // What still changes is not shown at all.
            for (figure, form) in before.into_iter().enumerate() {
                if search.form.get(figure) != Some(&form) {
                    search.raise(figure, usize::MAX);
                }
            }
        }
    }
    search.form
}

/// A secret that must be able to stand elsewhere, `by` so much.
struct Goal<'a> {
    secret: &'a Secret,
    by: f64,
    /// Moves that reach it, in which together nobody else takes part every time.
    moves: Vec<Move>,
}

/// A figure and the place of a relation in its present form, with the factor of an unknown.
type Term = (usize, usize, f64);

struct Search<'a> {
    joint: &'a Joint,
    /// The form that each figure is in.
    form: Vec<usize>,
    /// Of each unknown, the relations of the present forms.
    within: Vec<Vec<Term>>,
    by_number: BTreeMap<usize, Vec<usize>>,
}

impl<'a> Search<'a> {
    fn new(joint: &'a Joint) -> Self {
        let mut by_number: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
        for (place, unknown) in joint.unknowns.iter().enumerate() {
            by_number.entry(unknown.number).or_default().push(place);
        }
        let form = vec![0; joint.figures.len()];
        let within = vec![Vec::new(); joint.unknowns.len()];
        let mut search = Self { joint, form, within, by_number };
        (0..joint.figures.len()).for_each(|figure| search.put(figure));
        search
    }

    fn relations(&self, figure: usize) -> &'a [Relation] {
        let form = self.form.get(figure).copied().unwrap_or(usize::MAX);
        let forms = self.joint.figures.get(figure).map(|shown| shown.forms.as_slice());
        forms.and_then(|forms| forms.get(form)).map(Vec::as_slice).unwrap_or_default()
    }

    fn put(&mut self, figure: usize) {
        for (place, relation) in self.relations(figure).iter().enumerate() {
            for &(unknown, factor) in &relation.terms {
                if let Some(of) = self.within.get_mut(unknown) {
                    of.push((figure, place, factor));
                }
            }
        }
    }

    /// Shows a figure in a less telling form; hides it after the last one.
    fn raise(&mut self, figure: usize, form: usize) {
        if self.is_outside(figure) {
            return;
        }
        for relation in self.relations(figure) {
            for &(unknown, _) in &relation.terms {
                if let Some(of) = self.within.get_mut(unknown) {
                    of.retain(|(of, ..)| *of != figure);
                }
            }
        }
        let last = self.joint.figures.get(figure).map_or(0, |shown| shown.forms.len());
        if let Some(slot) = self.form.get_mut(figure) {
            *slot = form.min(last);
        }
        self.put(figure);
    }

    fn is_outside(&self, figure: usize) -> bool {
        self.joint.figures.get(figure).is_some_and(|shown| shown.is_outside)
    }

    fn value(&self, unknown: usize) -> f64 {
        self.joint.unknowns.get(unknown).map_or(0.0, |unknown| unknown.value)
    }

    fn weight(&self, unknown: usize) -> f64 {
        self.joint.unknowns.get(unknown).map_or(0.0, |unknown| unknown.weight)
    }

    fn unit(&self, unknown: usize) -> usize {
        self.joint.unknowns.get(unknown).map_or(usize::MAX, |unknown| unknown.unit)
    }

    fn kind(&self, unknown: usize) -> usize {
        self.joint.unknowns.get(unknown).map_or(usize::MAX, |unknown| unknown.kind)
    }

    fn goal<'s>(&self, secret: &'s Secret, side: Side, protection: Protection) -> Option<Goal<'s>> {
        let value: f64 = secret.unknowns.iter().map(|unknown| self.value(*unknown)).sum();
        let mut distance = protection.distance(SPARE * value, 0.0);
        // Whole answers differ by whole numbers.
        if value.fract().abs() < NOTHING {
            distance = (distance - NOTHING).ceil();
        }
        let by = match side {
            Side::Below => -distance.min(value),
            Side::Above => distance,
        };
        (by != 0.0).then_some(Goal { secret, by, moves: Vec::new() })
    }

    /// The figures that a move contradicts.
    fn broken(&self, moved: &Move) -> Vec<usize> {
        let mut sums: Vec<(usize, usize, f64)> = Vec::new();
        for (unknown, by) in moved {
            for &(figure, place, factor) in self.within.get(*unknown).into_iter().flatten() {
                let known = sums.iter_mut().find(|(of, at, _)| (*of, *at) == (figure, place));
                match known {
                    Some((.., sum)) => *sum += factor * by,
                    None => sums.push((figure, place, factor * by)),
                }
            }
        }
        let mut broken: Vec<usize> = sums
            .into_iter()
            .filter(|(figure, place, sum)| {
                self.relations(*figure).get(*place).is_some_and(|relation| {
                    let (low, high) = relation.room;
                    *sum < low - NOTHING || *sum > high + NOTHING
                })
            })
            .map(|(figure, ..)| figure)
            .collect();
        broken.sort_unstable();
        broken.dedup();
        broken
    }

    /// The secret moves as far as it must, and no answer goes below zero.
    fn reaches(&self, goal: &Goal<'_>, moved: &Move) -> bool {
        let own = moved.iter().filter(|(unknown, _)| goal.secret.unknowns.contains(unknown));
        let sum: f64 = own.map(|(_, by)| by).sum();
        let far = if goal.by < 0.0 { sum <= goal.by + NOTHING } else { sum >= goal.by - NOTHING };
        far && moved.iter().all(|(unknown, by)| self.value(*unknown) + by >= -NOTHING)
    }

    /// The others who take part in a move.
    fn others(&self, goal: &Goal<'_>, moved: &Move) -> BTreeSet<usize> {
        let moving = moved.iter().filter(|(_, by)| by.abs() > NOTHING);
        let mut units: BTreeSet<usize> = moving.map(|(unknown, _)| self.unit(*unknown)).collect();
        units.remove(&goal.secret.unit);
        units
    }

    /// Finds what hides the secret from anyone and from each of the others; where nothing does,
    /// takes what contradicts the least, and shows less of that.
    fn serve(&mut self, goal: &mut Goal<'_>) {
        // Those who take part in every move found so far.
        let mut common: Option<BTreeSet<usize>> = None;
        let enough =
            |common: &Option<BTreeSet<usize>>| common.as_ref().is_some_and(BTreeSet::is_empty);
        let narrow = |common: &mut Option<BTreeSet<usize>>, others: BTreeSet<usize>| {
            *common = Some(match common.take() {
                Some(common) => common.intersection(&others).copied().collect(),
                None => others,
            });
        };
        goal.moves.retain(|moved| self.broken(moved).is_empty());
        for moved in &goal.moves {
            narrow(&mut common, self.others(goal, moved));
        }
        if enough(&common) {
            return;
        }
        let mut costly: Vec<(f64, Move)> = Vec::new();
        let mut found: Vec<Move> = Vec::new();
        for moved in self.exchanges(goal) {
            if !self.reaches(goal, &moved) {
                continue;
            }
            let broken = self.broken(&moved);
            if broken.is_empty() {
                narrow(&mut common, self.others(goal, &moved));
                found.push(moved);
                if enough(&common) {
                    break;
                }
                continue;
            }
            // What left cannot be taken back.
            if broken.iter().any(|figure| self.is_outside(*figure)) {
                continue;
            }
            let costs = broken.iter().filter_map(|figure| self.joint.figures.get(*figure));
            costly.push((costs.map(|shown| shown.cost).sum(), moved));
        }
        goal.moves.extend(found);
        if enough(&common) {
            return;
        }
        costly.sort_by(|(a, _), (b, _)| a.total_cmp(b));
        for (_, moved) in costly {
            let others = self.others(goal, &moved);
            // One who takes part in all must be in it no more.
            if common.as_ref().is_some_and(|common| common.is_subset(&others)) {
                continue;
            }
            while let Some(figure) = self.broken(&moved).first().copied() {
                let form = self.form.get(figure).copied().unwrap_or(usize::MAX);
                self.raise(figure, form.saturating_add(1));
            }
            narrow(&mut common, others);
            goal.moves.push(moved);
            if enough(&common) {
                return;
            }
        }
        self.hide_all(goal.secret);
    }

    fn hide_all(&mut self, secret: &Secret) {
        for unknown in &secret.unknowns {
            let figures: Vec<usize> =
                self.within.get(*unknown).into_iter().flatten().map(|(of, ..)| *of).collect();
            for figure in figures {
                self.raise(figure, usize::MAX);
            }
        }
    }

    /// Moves in whole numbers that reach the goal, made when asked for: with several others, the
    /// secret alone, exchanges with another, the likest weights first, with another over two
    /// occupations.
    fn exchanges<'b>(&'b self, goal: &'b Goal<'_>) -> impl Iterator<Item = Move> + 'b {
        let owns = &goal.secret.unknowns;
        let number = owns.first().and_then(|own| self.joint.unknowns.get(*own));
        let all = number.and_then(|own| self.by_number.get(&own.number));
        let all = all.map(Vec::as_slice).unwrap_or_default();
        let each = owns.iter().flat_map(move |own| self.exchanges_of(goal, all, *own));
        self.spreads(goal, all).chain(each)
    }

    fn exchanges_of<'b>(
        &'b self,
        goal: &'b Goal<'_>,
        all: &'b [usize],
        own: usize,
    ) -> impl Iterator<Item = Move> + 'b {
        let owns = &goal.secret.unknowns;
        let mut others: Vec<usize> =
            all.iter().copied().filter(|other| !owns.contains(other)).collect();
        let far = |other: &usize| (self.weight(*other) - self.weight(own)).abs();
        let differs = move |other: &usize| self.kind(*other) != self.kind(own);
        others.sort_by(|a, b| {
            differs(a).cmp(&differs(b)).then(far(a).total_cmp(&far(b))).then(a.cmp(b))
        });
        let (by, balancing) = (goal.by, others.clone());
        let alike: Vec<usize> = others.iter().copied().filter(|other| !differs(other)).collect();
        let plain = others.into_iter().map(move |other| vec![(own, by), (other, -by)]);
        let balanced = balancing.into_iter().filter_map(move |other| self.balanced(own, other, by));
        let cycles = alike.into_iter().flat_map(move |other| self.cycles(all, own, other, by));
        std::iter::once(vec![(own, by)]).chain(plain).chain(balanced).chain(cycles)
    }

    /// An exchange that leaves the weighted sum as it is: whole numbers on both sides, and at least
    /// as much as asked for.
    fn balanced(&self, own: usize, other: usize, by: f64) -> Option<Move> {
        let (mine, theirs) = (self.weight(own), self.weight(other));
        if mine <= 0.0 || theirs <= 0.0 || (mine - theirs).abs() < NOTHING {
            return None;
        }
        let least = (by.abs() * mine / theirs - NOTHING).ceil();
        let most = least + 12.0;
        let mut count = least;
        while count <= most {
            let own_part = count * theirs / mine;
            if (own_part - own_part.round()).abs() < NOTHING {
                let own_part = own_part.round().copysign(by);
                return Some(vec![(own, own_part), (other, -count.copysign(by))]);
            }
            count += 1.0;
        }
        // No whole numbers do: the nearest, within what rounding leaves.
        Some(vec![(own, by), (other, -(by * mine / theirs).round())])
    }

    /// Two respondents who exchange between two occupations: no sum of either changes.
    fn cycles(&self, all: &[usize], own: usize, other: usize, by: f64) -> Vec<Move> {
        let of = |unit: usize, kind: usize| {
            let mut found = all.iter().copied();
            found.find(|place| self.unit(*place) == unit && self.kind(*place) == kind)
        };
        let (who, whose, kind) = (self.unit(own), self.unit(other), self.kind(own));
        let back = all.iter().copied().filter(|place| self.unit(*place) == who && *place != own);
        back.filter(|back| self.kind(*back) != kind)
            .filter_map(|back| {
                let forth = of(whose, self.kind(back))?;
                Some(vec![(own, by), (other, -by), (back, -by), (forth, by)])
            })
            .collect()
    }

    /// The amount taken from, or given to, others, the likest first: of the same occupations, then
    /// of any. Each time others are left alone, until everyone has been once, or there is nobody
    /// to spare.
    fn spreads<'b>(
        &'b self,
        goal: &'b Goal<'_>,
        all: &'b [usize],
    ) -> impl Iterator<Item = Move> + 'b {
        [true, false].into_iter().flat_map(move |within| {
            let mut left_alone = Some(0);
            std::iter::from_fn(move || {
                let first = left_alone?;
                let (moved, others, taking) = self.spread(goal, all, (first, within))?;
                // By halves of those to spare: blocks that follow each other share their ends.
                let spare = others.saturating_sub(taking).div_ceil(2);
                let spare = if goal.by < 0.0 { 1 } else { spare };
                left_alone = (spare > 0 && first + spare < others).then_some(first + spare);
                Some(moved)
            })
            .take(MOST_SPREADS)
        })
    }

    /// One of these moves, in which the others begin with the one at `first`; how many others there
    /// are, and how many take part. `None` where they have not enough.
    fn spread(
        &self,
        goal: &Goal<'_>,
        all: &[usize],
        (first, within): (usize, bool),
    ) -> Option<(Move, usize, usize)> {
        let owns = &goal.secret.unknowns;
        let mut order = owns.clone();
        order.sort_by(|a, b| self.value(*b).total_cmp(&self.value(*a)).then(a.cmp(b)));
        let mut left = goal.by.abs();
        let mut moved: BTreeMap<usize, f64> = BTreeMap::new();
        let mut most = 0;
        for own in order {
            let far = |other: usize| (self.weight(other) - self.weight(own)).abs();
            let differs = |other: usize| self.kind(other) != self.kind(own);
            let mut others: Vec<usize> = all
                .iter()
                .copied()
                .filter(|place| !owns.contains(place) && (!within || !differs(*place)))
                .collect();
            others.sort_by(|a, b| {
                let likest = far(*a).total_cmp(&far(*b));
                differs(*a).cmp(&differs(*b)).then(likest).then(a.cmp(b))
            });
            most = most.max(others.len());
            if !others.is_empty() {
                let first = first % others.len();
                others.rotate_left(first);
            }
            if goal.by < 0.0 {
                let amount = left.min(self.value(own));
                if let Some(other) = others.first().filter(|_| amount > 0.0) {
                    *moved.entry(own).or_default() -= amount;
                    *moved.entry(*other).or_default() += amount;
                    left -= amount;
                }
                continue;
            }
            for other in others {
                let taken = moved.get(&other).copied().unwrap_or_default();
                let amount = left.min(self.value(other) + taken).max(0.0);
                if amount > 0.0 {
                    *moved.entry(own).or_default() += amount;
                    *moved.entry(other).or_default() -= amount;
                    left -= amount;
                }
            }
        }
        let taking = moved.keys().filter(|place| !owns.contains(place)).count();
        (left <= NOTHING).then(|| (moved.into_iter().collect(), most, taking))
    }
}

/// What an interval that is even on the logarithmic scale around `c` tells of `c`, the part without
/// error: `(value − c)² = (low − c)(high − c)` for some value and bounds within what their rounding
/// leaves. `None` for a value or a bound that is not known. Both ends are within `least` and `most`.
pub fn implied(
    value: Option<(f64, f64)>,
    low: Option<(f64, f64)>,
    high: (f64, f64),
    (least, most): (f64, f64),
) -> Option<(f64, f64)> {
    let Some((value, low)) = value.zip(low) else { return Some((least, most)) };
    let fits = |c: f64| {
        let part = |of: f64| (of - c).max(0.0);
        let product = (part(low.0) * part(high.0), part(low.1) * part(high.1));
        let square = (part(value.0).powi(2), part(value.1).powi(2));
        value.1 >= c && product.0 <= square.1 && square.0 <= product.1
    };
    let steps = 400;
    let at = |step: u32| least + (most - least) * f64::from(step) / f64::from(steps);
    let mut fitting = (0..=steps).map(at).filter(|c| fits(*c));
    let first = fitting.next()?;
    Some((first, fitting.next_back().unwrap_or(first)))
}

#[cfg(test)]
mod tests;
