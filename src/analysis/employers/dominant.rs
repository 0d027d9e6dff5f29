//! Figures that hang on one or two large respondents: with and without them.

use crate::analysis::employers::needs::{Form, LEVEL};
use crate::analysis::employers::needs::{Measure, Need};
use crate::model::{Scope, Unit, Value};
use crate::survey::dominance::{Dominance, Story, of_ratio, of_total};
use crate::survey::interval::Interval;
use std::collections::BTreeMap;

/// Contributions from which a figure is one.
const LEAST_CONTRIBUTIONS: usize = 3;

/// A figure whose story changes without those who dominate it.
#[derive(Clone, Debug, PartialEq)]
pub struct Dominant {
    pub scope: Scope,
    pub indicator: &'static str,
    pub unit: Unit,
    /// Places among the establishments asked: for the surveyor's own screen.
    pub who: Vec<usize>,
    pub largest_share: f64,
    pub with: f64,
    pub without: Option<f64>,
    pub another_story: bool,
}

/// Figures that someone dominates, those that tell another story first.
pub fn dominant(needs: &[Need]) -> Vec<Dominant> {
    let mut found: Vec<Dominant> = needs
        .iter()
        // The occupation and the sector already say so.
        .filter(|need| !matches!(need.scope, Scope::Within(..)))
        .flat_map(|need| need.measures.iter().filter_map(|measure| of(&need.scope, measure)))
        .collect();
    found.sort_by(|a, b| {
        (b.another_story.cmp(&a.another_story))
            .then(b.largest_share.total_cmp(&a.largest_share))
            .then_with(|| a.scope.cmp(&b.scope))
            .then(a.indicator.cmp(b.indicator))
    });
    found
}

fn of(scope: &Scope, measure: &Measure) -> Option<Dominant> {
    let interval = match measure.value {
        Value::Interval { value, low, high } => {
            let low = below(measure, value, (low, high));
            Some(Interval { low, high, level: LEVEL })
        }
        _ => None,
    };
    let story = Story { interval, threshold: None };
    let who: Vec<usize> = measure.contributions.iter().map(|one| one.who).collect();
    let weighted: Vec<f64> = measure.contributions.iter().map(|one| one.weighted).collect();
    let found: Dominance = match measure.wanted.form {
        Form::Total(_) => of_total(&weighted, &story)?,
        Form::Ratio(..) => {
            let parts: BTreeMap<usize, f64> =
                measure.part.iter().map(|one| (one.who, one.weighted)).collect();
            let numerators: Vec<f64> =
                who.iter().map(|who| parts.get(who).copied().unwrap_or(0.0)).collect();
            of_ratio(&numerators, &weighted, &story)?
        }
    };
    // Under three contributions there is no figure to speak of: secrecy hides it.
    if found.respondents.is_empty() || who.len() < LEAST_CONTRIBUTIONS {
        return None;
    }
    Some(Dominant {
        scope: scope.clone(),
        indicator: measure.wanted.indicator,
        unit: measure.wanted.unit,
        who: found.respondents.iter().filter_map(|place| who.get(*place).copied()).collect(),
        largest_share: found.largest_share,
        with: found.with,
        without: found.without,
        another_story: found.tells_another_story,
    })
}

/// The lower bound that tells a story. A total is never said to be under what respondents
/// themselves hold; without one of them they hold less, and whoever left would change the story.
/// There the bound is as far below as the upper one is above, on the scale of the interval.
fn below(measure: &Measure, value: f64, (low, high): (f64, f64)) -> f64 {
    let held: f64 = measure.contributions.iter().map(|one| one.own).sum();
    let at_held = matches!(measure.wanted.form, Form::Total(_)) && low <= held * (1.0 + 1e-9);
    if at_held && high > 0.0 { low.min(value * value / high) } else { low }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::employers::needs::{Contribution, WANTED};

    fn measure(own: &[f64], value: Value) -> Measure {
        Measure {
            wanted: WANTED[1],
            value,
            point: None,
            unweighted: None,
            n: 0,
            base: 0,
            standard_error: None,
            refusal: None,
            grade: None,
            contributions: own
                .iter()
                .enumerate()
                .map(|(who, own)| Contribution { who: who + 10, own: *own, weighted: 2.0 * own })
                .collect(),
            part: Vec::new(),
        }
    }

    /// Without a register the interval of a total begins at the total: nobody dominates for that.
    #[test]
    fn what_respondents_hold_is_no_bound_of_a_story() {
        let check = |largest: f64, expect: usize| {
            let mut own = vec![5.0; 19];
            own.push(largest);
            let total: f64 = own.iter().sum();
            let value = Value::Interval { value: total, low: total, high: total * 1.2 };
            let mut one = measure(&own, value);
            for contribution in &mut one.contributions {
                contribution.weighted = contribution.own;
            }
            let need = Need {
                having: Vec::new(),
                observed: Vec::new(),
                scope: Scope::All,
                establishments: 20,
                measures: vec![one],
            };
            assert_eq!(dominant(&[need]).len(), expect, "{largest}");
        };
        // Three of twenty equal ones hold 15 %, less than the sixth that the interval leaves.
        check(5.0, 0);
        check(40.0, 1);
    }

    #[test]
    fn the_total_without_the_largest_is_the_total_less_its_own() {
        let value = Value::Interval { value: 68.0, low: 50.0, high: 90.0 };
        let need = Need {
            having: Vec::new(),
            observed: Vec::new(),
            scope: Scope::All,
            establishments: 4,
            measures: vec![measure(&[25.0, 4.0, 3.0, 2.0], value)],
        };
        let [found] = dominant(&[need]).try_into().unwrap();
        assert_eq!(found.who, [10], "by its place, not by its name");
        assert_eq!((found.with, found.without), (68.0, Some(68.0 - 50.0)));
        assert!(found.another_story);
        let even = Need {
            having: Vec::new(),
            observed: Vec::new(),
            scope: Scope::All,
            establishments: 4,
            measures: vec![measure(&[5.0, 5.0, 5.0, 5.0], Value::Exact(40.0))],
        };
        assert!(dominant(&[even]).is_empty());
    }
}
