//! One programme, several occupations: which share of its people goes to each
//! (`method.md` §3.3). Under every rule the shares of a programme sum to 1.

/// How the people of a programme are shared among the occupations that it leads to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Rule {
    /// a: as much to each; poor, a bound of sensitivity.
    Equal,
    /// b: in proportion to the openings of each occupation.
    Demand,
    /// c: openings are shared among programmes in proportion to their people (« Nebraska »).
    Openings,
    /// d: where they were seen to go.
    Observed,
}

impl Rule {
    pub const ALL: [Self; 4] = [Self::Equal, Self::Demand, Self::Openings, Self::Observed];

    /// In `--json` and in the catalogs (`allocation-…`).
    pub const fn id(self) -> &'static str {
        match self {
            Self::Equal => "equal",
            Self::Demand => "demand",
            Self::Openings => "openings",
            Self::Observed => "observed",
        }
    }
}

/// A programme, by the places of its occupations in the list of openings.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Links {
    /// People per year: weighs programmes in rule c.
    pub people: f64,
    /// Ascending, each once.
    pub occupations: Vec<usize>,
    /// People seen in each occupation, in the same order; used from `least` of them in all.
    pub observed: Option<Vec<f64>>,
}

/// Added to the people of every programme in rule c, so that one without any still counts.
pub const EPSILON: f64 = 1e-9;

/// Openings of an occupation that are available to a programme, in rule c:
/// `O·(G + ε) / Σ (G + ε)` over the programmes of that occupation.
pub fn available(programmes: &[Links], openings: &[f64]) -> Vec<Vec<f64>> {
    let mut totals = vec![0.0; openings.len()];
    for programme in programmes {
        for &occupation in &programme.occupations {
            if let Some(total) = totals.get_mut(occupation) {
                *total += programme.people + EPSILON;
            }
        }
    }
    let of = |programme: &Links, occupation: usize| {
        let open = openings.get(occupation).copied().unwrap_or_default();
        let total = totals.get(occupation).copied().unwrap_or_default();
        if total > 0.0 { open * (programme.people + EPSILON) / total } else { 0.0 }
    };
    programmes
        .iter()
        .map(|programme| programme.occupations.iter().map(|o| of(programme, *o)).collect())
        .collect()
}

/// Shares of each programme among its occupations, in their order; `None` where the rule cannot
/// tell: no opening, or fewer than `least` people observed.
pub fn shares(
    rule: Rule,
    programmes: &[Links],
    openings: &[f64],
    least: f64,
) -> Vec<Option<Vec<f64>>> {
    match rule {
        Rule::Equal => {
            programmes.iter().map(|one| normalised(&vec![1.0; one.occupations.len()])).collect()
        }
        Rule::Demand => {
            let open = |o: &usize| openings.get(*o).copied().unwrap_or_default();
            let weights = |one: &Links| one.occupations.iter().map(open).collect::<Vec<f64>>();
            programmes.iter().map(|one| normalised(&weights(one))).collect()
        }
        Rule::Openings => {
            available(programmes, openings).iter().map(|weights| normalised(weights)).collect()
        }
        Rule::Observed => programmes
            .iter()
            .map(|one| {
                let seen = one.observed.as_ref()?;
                let enough = seen.iter().sum::<f64>() >= least;
                (enough && seen.len() == one.occupations.len()).then(|| normalised(seen))?
            })
            .collect(),
    }
}

/// Weights as shares whose sum is 1; `None` when there is nothing to share by.
fn normalised(weights: &[f64]) -> Option<Vec<f64>> {
    let total: f64 = weights.iter().sum();
    (total > 0.0 && total.is_finite())
        .then(|| weights.iter().map(|weight| weight / total).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn links(people: f64, occupations: &[usize]) -> Links {
        Links { people, occupations: occupations.to_vec(), observed: None }
    }

    /// `method.md` §7.8: C1 46, C2 4.
    #[test]
    fn the_published_rule_c() {
        let programmes = [links(40.0, &[0, 1]), links(10.0, &[1])];
        let found = available(&programmes, &[30.0, 20.0]);
        let total = |place: usize| found[place].iter().sum::<f64>();
        let expect = [30.0 + 20.0 * 40.0 / 50.0, 20.0 * 10.0 / 50.0];
        assert!((total(0) - expect[0]).abs() < 1e-6 && (total(1) - expect[1]).abs() < 1e-6);
        assert!((total(0) - 46.0).abs() < 1e-6 && (total(1) - 4.0).abs() < 1e-6);
        assert!((total(0) + total(1) - 50.0).abs() < 1e-9);
    }

    #[test]
    fn the_rules_on_one_programme() {
        let mut one = links(10.0, &[0, 1]);
        one.observed = Some(vec![27.0, 3.0]);
        let of = |rule| shares(rule, std::slice::from_ref(&one), &[30.0, 10.0], 30.0).remove(0);
        assert_eq!(of(Rule::Equal), Some(vec![0.5, 0.5]));
        assert_eq!(of(Rule::Demand), Some(vec![0.75, 0.25]));
        let found = of(Rule::Openings).unwrap();
        assert!((found[0] - 0.75).abs() < 1e-12 && (found[1] - 0.25).abs() < 1e-12);
        assert_eq!(of(Rule::Observed), Some(vec![0.9, 0.1]));
        let few = shares(Rule::Observed, &[one], &[30.0, 10.0], 31.0).remove(0);
        assert_eq!(few, None);
    }

    #[test]
    fn without_openings_demand_cannot_tell() {
        let programmes = [links(10.0, &[0, 1])];
        assert_eq!(shares(Rule::Demand, &programmes, &[0.0, 0.0], 30.0), [None]);
        assert_eq!(shares(Rule::Openings, &programmes, &[0.0, 0.0], 30.0), [None]);
        assert_eq!(shares(Rule::Equal, &[links(3.0, &[])], &[], 30.0), [None]);
    }

    proptest! {
        /// No double counting under any rule; order of the programmes is indifferent.
        #[test]
        fn shares_of_a_programme_sum_to_one(
            raw in prop::collection::vec(
                (0.0_f64..500.0, prop::collection::btree_set(0_usize..8, 1..6)), 1..8),
            openings in prop::collection::vec(0.0_f64..300.0, 8),
        ) {
            let programmes: Vec<Links> = raw
                .iter()
                .map(|(people, set)| Links {
                    people: *people,
                    occupations: set.iter().copied().collect(),
                    observed: Some(set.iter().map(|o| 40.0 + f64::from(u8::try_from(*o).unwrap())).collect()),
                })
                .collect();
            for rule in Rule::ALL {
                let found = shares(rule, &programmes, &openings, 30.0);
                for shares in found.iter().flatten() {
                    prop_assert!((shares.iter().sum::<f64>() - 1.0).abs() < 1e-12);
                }
                let turned: Vec<Links> = programmes.iter().rev().cloned().collect();
                let back: Vec<_> = shares(rule, &turned, &openings, 30.0).into_iter().rev().collect();
                for (one, other) in found.iter().zip(&back) {
                    prop_assert_eq!(one.is_some(), other.is_some());
                    let pairs = one.iter().flatten().zip(other.iter().flatten());
                    for (a, b) in pairs {
                        prop_assert!((a - b).abs() < 1e-9);
                    }
                }
            }
            let sum: f64 = available(&programmes, &openings).iter().flatten().sum();
            let linked = |o: usize| programmes.iter().any(|p| p.occupations.contains(&o));
            let expect: f64 =
                openings.iter().enumerate().filter(|(o, _)| linked(*o)).map(|(_, open)| open).sum();
            prop_assert!((sum - expect).abs() < 1e-6);
        }
    }
}
