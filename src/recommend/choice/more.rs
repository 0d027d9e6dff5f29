//! What more money of a funder would buy, and the least sum that buys anything.

use crate::recommend::choice::explain::{Between, answer, people, plan, units};
use crate::recommend::choice::problem::{Goal, Question};
use crate::recommend::choice::solve::{COARSE, Ready, ready};
use crate::recommend::choice::table::priced;
use crate::recommend::choice::{Candidate, Choice, ChoiceError, Effort, Terms};
use std::collections::BTreeMap;

/// What more money of a funder would buy.
#[derive(Clone, Debug, PartialEq)]
pub struct More {
    pub funder: String,
    /// € more.
    pub step: f64,
    /// What the objective would gain.
    pub gain: Between,
    /// Places of each candidate that would change: before and after, by identifier.
    pub changes: BTreeMap<String, (u32, u32)>,
    /// From which sum on the objective rises.
    pub next: Next,
}

/// The least further sum of a funder that raises the objective; € all.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Next {
    /// Whatever is added, proven.
    Never,
    /// With `euros` it rises by `gain`; up to `not_below` it is proven not to. They are one euro
    /// apart where the sum is exact.
    At { euros: f64, not_below: f64, gain: f64 },
    /// Not found within the effort; up to `not_below` it is proven not to rise.
    NotFound { not_below: f64 },
}

impl Next {
    /// No lesser whole sum raises it, proven.
    pub fn is_exact(self) -> bool {
        match self {
            Self::Never => true,
            Self::At { euros, not_below, .. } => euros - not_below <= 1.0,
            Self::NotFound { .. } => false,
        }
    }
}

/// What more money of a funder gives: gain found, gain that nothing exceeds, and what changes.
struct Richer {
    gain: i64,
    bound: i64,
    changes: BTreeMap<String, (u32, u32)>,
}

fn richer(
    candidates: &[Candidate],
    terms: &Terms,
    choice: &Choice,
    (funder, euros): (&str, f64),
    effort: Effort,
) -> Result<Richer, ChoiceError> {
    let mut terms = terms.clone();
    if let Some(budget) = terms.budgets.get_mut(funder) {
        *budget += euros;
    }
    let Ready { kept, .. } = ready(candidates, &terms)?;
    let question = Question::new(&kept, &terms, Goal::Gain, None)?;
    let before = plan(&kept, choice);
    let prices = priced(&question, COARSE);
    let found = answer(&kept, &terms, (&prices, None), Some(&before), effort)?;
    let (after, gain) = found.plan.unwrap_or_else(|| (before.clone(), units(choice.objective)));
    let changes = kept
        .iter()
        .zip(before.iter().zip(&after))
        .filter(|(_, (before, after))| before.1 != after.1)
        .map(|(one, (before, after))| (one.id.clone(), (before.1, after.1)));
    Ok(Richer { gain, bound: found.bound, changes: changes.collect() })
}

/// What `step` € more of each funder would buy, by funder, and from which sum on anything is.
///
/// # Errors
/// Those of [`super::choose`].
pub fn more(
    candidates: &[Candidate],
    terms: &Terms,
    choice: &Choice,
    step: f64,
    effort: Effort,
) -> Result<Vec<More>, ChoiceError> {
    let mut all = Vec::with_capacity(terms.budgets.len());
    for funder in terms.budgets.keys() {
        let asked = |euros: f64| richer(candidates, terms, choice, (funder, euros), effort);
        let found = asked(step)?;
        all.push(More {
            funder: funder.clone(),
            step,
            gain: Between {
                at_least: people((found.gain - units(choice.bound)).max(0)),
                at_most: Some(people((found.bound - units(choice.objective)).max(0))),
            },
            next: next(candidates, choice, (step, &found), &asked)?,
            changes: found.changes,
        });
    }
    Ok(all)
}

/// The least whole sum that raises the objective. More money never lowers it, hence by halves
/// between a sum that raises it and one of which it is proven that it does not.
fn next(
    candidates: &[Candidate],
    choice: &Choice,
    (step, by_step): (f64, &Richer),
    asked: &dyn Fn(f64) -> Result<Richer, ChoiceError>,
) -> Result<Next, ChoiceError> {
    // More than every choice of today, proven; and no more than what is reached, proven.
    let rises = |found: &Richer| found.gain > units(choice.bound);
    let flat = |found: &Richer| found.bound <= units(choice.objective);
    // With this much nothing is out of reach.
    let all: f64 = candidates
        .iter()
        .map(|one| {
            let places = one.most_group.saturating_mul(one.most_sessions);
            one.cost(one.most_sessions, places)
        })
        .sum();
    let all = all.ceil().max(step);
    let (mut not_below, mut from, mut at) = (0.0, 0.0, step);
    let (mut gain, mut raised, mut proven) = (by_step.gain, rises(by_step), flat(by_step));
    while !raised {
        if proven {
            not_below = at;
        }
        if at >= all {
            let never = not_below >= all;
            return Ok(if never { Next::Never } else { Next::NotFound { not_below } });
        }
        from = at;
        at = (at * 2.0).min(all);
        let found = asked(at)?;
        (gain, raised, proven) = (found.gain, rises(&found), flat(&found));
    }
    while at - from > 1.0 {
        let middle = f64::midpoint(from, at).floor();
        let found = asked(middle)?;
        if rises(&found) {
            (at, gain) = (middle, found.gain);
        } else {
            if flat(&found) {
                not_below = middle;
            }
            from = middle;
        }
    }
    Ok(Next::At { euros: at, not_below, gain: people(gain - units(choice.objective)) })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::recommend::choice::choose;
    use crate::recommend::choice::tests::{item, terms};
    use proptest::prelude::*;

    fn near(found: f64, expect: f64) -> bool {
        (found - expect).abs() < 1e-6
    }

    #[test]
    fn what_more_money_buys() {
        let candidates = [item("a", 10.0, 1.0), item("b", 10.0, 0.6)];
        let terms = terms(&[("a", 15.0)]);
        let choice = choose(&candidates, &terms, Effort::CHOICE).unwrap();
        let told = |step| {
            let found = more(&candidates, &terms, &choice, step, Effort::QUESTION).unwrap();
            // Whatever is asked about, b costs five euros more than what is left.
            let next = found[0].next;
            assert!(matches!(next, Next::At { euros, .. } if near(euros, 5.0)), "{next:?}");
            assert!(next.is_exact());
            (found[0].gain, found[0].changes.clone())
        };
        let (gain, changes) = told(4.0);
        assert!(near(gain.at_least, 0.0) && gain.at_most == Some(0.0) && changes.is_empty());
        let (gain, changes) = told(5.0);
        assert!(near(gain.at_least, 0.6) && near(gain.at_most.unwrap(), 0.6));
        assert_eq!(changes, BTreeMap::from([("b".to_owned(), (0, 1))]));
    }

    #[test]
    fn a_sum_that_changes_nothing_and_one_that_does() {
        let told = |candidates: &[Candidate], budget| {
            let terms = terms(&[("a", budget)]);
            let choice = choose(candidates, &terms, Effort::CHOICE).unwrap();
            more(candidates, &terms, &choice, 10.0, Effort::QUESTION).unwrap()[0].next
        };
        let one = [item("a", 10.0, 1.0), item("b", 53.0, 0.6)];
        let expect = Next::At { euros: 10.0 + 53.0 - 15.0, not_below: 47.0, gain: 0.6 };
        assert_eq!(told(&one, 15.0), expect);
        // Not whole: the least whole sum.
        let part = [item("a", 10.25, 1.0)];
        assert!(matches!(told(&part, 5.0), Next::At { euros, .. } if near(euros, 6.0)));
        // All is chosen already.
        assert_eq!(told(&one, 63.0), Next::Never);
        // Nobody else may pay for it.
        let other = [Candidate { payers: Vec::new(), ..item("a", 10.0, 1.0) }];
        assert_eq!(told(&other, 0.0), Next::Never);
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(32))]

        /// The same sum as by trying each.
        #[test]
        fn the_next_rise_is_the_first_sum_that_raises_the_objective(
            raw in prop::collection::vec((1_u8..9, 1_u8..9), 1..6),
            budget in 0_u8..12,
        ) {
            let candidates: Vec<Candidate> = raw
                .iter()
                .enumerate()
                .map(|(at, (cost, brings))| item(&at.to_string(), f64::from(*cost), f64::from(*brings)))
                .collect();
            let at = |more: f64| {
                let terms = terms(&[("a", f64::from(budget) + more)]);
                choose(&candidates, &terms, Effort::CHOICE).unwrap()
            };
            let today = at(0.0);
            let first = (1..60).map(f64::from).find(|more| at(*more).objective > today.objective + 1e-9);
            let own = terms(&[("a", f64::from(budget))]);
            let found = more(&candidates, &own, &today, 7.0, Effort::QUESTION).unwrap()[0].next;
            prop_assert!(found.is_exact(), "{found:?}");
            match first {
                None => prop_assert_eq!(found, Next::Never),
                Some(first) => prop_assert!(
                    matches!(found, Next::At { euros, gain, .. } if near(euros, first)
                        && near(gain, at(first).objective - today.objective)),
                    "{found:?} {first}"
                ),
            }
        }
    }
}
