//! Figures that hang on one or two large employers.
//!
//! A respondent dominates when the story changes without it: the figure leaves its own interval or
//! crosses a threshold. The story is told by removal alone; the weights of the others stay.

use crate::survey::interval::Interval;

/// Share of a total from which the largest respondent is named in any case.
pub const LARGE_SHARE: f64 = 0.3;
/// Most respondents worth naming: beyond, nobody in particular dominates.
pub const MOST_NAMED: usize = 3;

/// What a figure must not do without a respondent.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Story {
    /// Interval of the whole figure, where known.
    pub interval: Option<Interval>,
    /// Value that separates two readings (0 for a balance), where there is one.
    pub threshold: Option<f64>,
}

impl Story {
    /// Whether `without` is read otherwise than `with`.
    pub fn changes(&self, with: f64, without: f64) -> bool {
        let leaves = self.interval.is_some_and(|i| !i.contains(without));
        leaves || self.threshold.is_some_and(|t| (with > t) != (without > t))
    }
}

/// A figure with and without those that dominate it.
#[derive(Debug, Clone, PartialEq)]
pub struct Dominance {
    /// Respondents by index, the largest contribution first; empty when nobody dominates.
    pub respondents: Vec<usize>,
    /// Share of the sum of absolute contributions held by the largest respondent.
    pub largest_share: f64,
    pub with: f64,
    /// Without all of `respondents`; `None` when nothing is left to compute it on.
    pub without: Option<f64>,
    pub tells_another_story: bool,
}

/// Dominance in a total: `contributions` are `wᵢ yᵢ`.
///
/// `None` when all are zero.
pub fn of_total(contributions: &[f64], story: &Story) -> Option<Dominance> {
    let with: f64 = contributions.iter().sum();
    find(contributions, with, story, &|removed| {
        let gone: f64 = removed.iter().filter_map(|unit| contributions.get(*unit)).sum();
        (removed.len() < contributions.len()).then_some(with - gone)
    })
}

/// Dominance in a headcount-weighted mean or share `Σ num / Σ den`.
///
/// The largest respondents are those of the largest `den` (`wᵢ` × headcount); removal takes both
/// parts away. `None` without a denominator.
pub fn of_ratio(numerators: &[f64], denominators: &[f64], story: &Story) -> Option<Dominance> {
    let (top, bottom): (f64, f64) = (numerators.iter().sum(), denominators.iter().sum());
    if bottom == 0.0 {
        return None;
    }
    find(denominators, top / bottom, story, &|removed| {
        let gone =
            |parts: &[f64]| -> f64 { removed.iter().filter_map(|unit| parts.get(*unit)).sum() };
        let left = removed.len() < denominators.len();
        let below = bottom - gone(denominators);
        (left && below != 0.0).then(|| (top - gone(numerators)) / below)
    })
}

fn find(
    sizes: &[f64],
    with: f64,
    story: &Story,
    figure_without: &dyn Fn(&[usize]) -> Option<f64>,
) -> Option<Dominance> {
    let whole: f64 = sizes.iter().map(|c| c.abs()).sum();
    if whole.is_nan() || whole <= 0.0 {
        return None;
    }
    let mut order: Vec<(usize, f64)> =
        sizes.iter().map(|c| c.abs()).enumerate().filter(|(_, c)| *c > 0.0).collect();
    order.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
    let largest_share = order.first().map_or(0.0, |(_, c)| c / whole);
    let ranked: Vec<usize> = order.iter().map(|(unit, _)| *unit).collect();
    for named in 1..=MOST_NAMED.min(ranked.len()) {
        let respondents = ranked.get(..named).unwrap_or(&[]);
        let without = figure_without(respondents);
        // Nothing left is another story too.
        if without.is_none_or(|without| story.changes(with, without)) {
            let respondents = respondents.to_vec();
            let tells_another_story = true;
            return Some(Dominance {
                respondents,
                largest_share,
                with,
                without,
                tells_another_story,
            });
        }
    }
    let named = usize::from(largest_share > LARGE_SHARE);
    let respondents = ranked.get(..named).unwrap_or(&[]).to_vec();
    let without = figure_without(&respondents);
    Some(Dominance { respondents, largest_share, with, without, tells_another_story: false })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const WIDE: Story =
        Story { interval: Some(Interval { low: 0.0, high: 1e9, level: 0.95 }), threshold: None };

    fn within(low: f64, high: f64) -> Story {
        Story { interval: Some(Interval { low, high, level: 0.95 }), threshold: None }
    }

    fn check(contributions: &[f64], story: Story, who: &[usize], without: f64, other: bool) {
        let found = of_total(contributions, &story).unwrap();
        assert_eq!(found.respondents, who);
        assert_eq!(found.without, Some(without));
        assert_eq!(found.tells_another_story, other);
    }

    #[test]
    fn nobody() {
        check(&[10.0, 12.0, 9.0, 11.0, 8.0], WIDE, &[], 50.0, false);
    }

    #[test]
    fn a_third_is_named_in_any_case() {
        check(&[10.0, 40.0, 20.0, 20.0, 10.0], WIDE, &[1], 100.0 - 40.0, false);
    }

    #[test]
    fn out_of_the_interval() {
        check(&[10.0, 25.0, 20.0, 20.0, 25.0], within(80.0, 130.0), &[1], 100.0 - 25.0, true);
    }

    #[test]
    fn two_together() {
        check(&[10.0, 25.0, 20.0, 20.0, 25.0], within(60.0, 130.0), &[1, 4], 100.0 - 50.0, true);
    }

    #[test]
    fn a_balance_changes_sign() {
        let story = Story { interval: None, threshold: Some(0.0) };
        check(&[-4.0, 9.0, -3.0], story, &[1], 2.0 - 9.0, true);
    }

    #[test]
    fn a_share_of_employees_crosses_one_half() {
        // 60 employees of 100 in one establishment with difficulties; 10 of the 40 others.
        let story = Story { interval: None, threshold: Some(0.5) };
        let found = of_ratio(&[60.0, 0.0, 10.0], &[60.0, 30.0, 10.0], &story).unwrap();
        assert_eq!(found.respondents, [0]);
        assert_eq!((found.with, found.without), (70.0 / 100.0, Some(10.0 / 40.0)));
        assert!(found.tells_another_story);
    }

    #[test]
    fn nothing_left_or_nothing_at_all() {
        let alone = of_total(&[5.0], &WIDE).unwrap();
        assert_eq!((alone.respondents, alone.without), (vec![0], None));
        assert_eq!(of_total(&[0.0, 0.0], &WIDE), None);
        assert_eq!(of_ratio(&[1.0], &[0.0], &WIDE), None);
    }

    proptest! {
        /// Whole numbers add exactly: without the named ones, the rest remains, to the unit.
        #[test]
        fn removal_is_exact(counts in prop::collection::vec(0..10_000_u32, 2..40)) {
            let parts: Vec<f64> = counts.iter().map(|c| f64::from(*c)).collect();
            let whole: f64 = parts.iter().sum();
            let story = within(0.9 * whole, whole);
            let Some(found) = of_total(&parts, &story) else {
                prop_assert!(counts.iter().all(|c| *c == 0));
                return Ok(());
            };
            let rest: u32 = counts.iter().enumerate()
                .filter(|(unit, _)| !found.respondents.contains(unit)).map(|(_, c)| *c).sum();
            if let Some(without) = found.without {
                prop_assert_eq!(without.to_bits(), f64::from(rest).to_bits());
            }
            for unit in &found.respondents {
                prop_assert!(counts[*unit] > 0);
            }
            if found.largest_share > LARGE_SHARE {
                prop_assert!(!found.respondents.is_empty());
                prop_assert!(found.without != Some(found.with));
            }
        }
    }
}
