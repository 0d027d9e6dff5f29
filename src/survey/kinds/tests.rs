//! Values by visible arithmetic, and statistics that must not exist.

use std::any::TypeId;
use std::collections::{BTreeMap, BTreeSet};

use super::choices::{FreeText, Multiple, Rank, Single};
use super::counts::{Amount, Count, Occupations, Part};
use super::scales::{Likert, Quality, Usage};
use super::*;
use crate::survey::design::Design;

/// Two strata: four answers weigh 2.5 each, two weigh 5.
fn check<K>(statistic: impl Fn(&Context<'_>) -> Option<Figure<K>>, value: f64, n: usize) {
    let design = Design::new(vec![0, 0, 0, 0, 1, 1], vec![10.0, 10.0]).unwrap();
    let weights = design.base_weights();
    let sample = Sample { design: &design, weights: &weights, margins: None };
    let found = statistic(&Context { sample, domain: None, level: 0.95 }).unwrap();
    assert!((found.estimate.value - value).abs() < 1e-12, "{} {value}", found.estimate.value);
    assert_eq!(found.estimate.n, n);
    if let Some(interval) = found.interval {
        assert!(interval.contains(value), "{interval:?}");
        assert!(found.eighty.unwrap().half_width() <= interval.half_width());
    }
}

fn hires() -> Count<Hires> {
    Count::new([4, 0, 2, 2, 6, 2].map(Some).to_vec())
}

#[test]
fn counts() {
    check(|c| hires().total(c), 2.5 * 8.0 + 5.0 * 8.0, 6);
    check(|c| hires().mean_per_employer(c), 60.0 / 20.0, 6);
    check(|c| hires().share_having(c), 17.5 / 20.0, 6);
    let applications = Count::<Applications>::new([8, 0, 2, 6, 9, 3].map(Some).to_vec());
    check(|c| applications.per(&hires(), c), (2.5 * 16.0 + 5.0 * 12.0) / 60.0, 6);
}

#[test]
fn amounts() {
    let spent = Amount::<Euros>::new([100.0, 0.0, 0.0, 50.0, 10.0, 0.0].map(Some).to_vec());
    check(|c| spent.as_ref().unwrap().total(c), 2.5 * 150.0 + 5.0 * 10.0, 6);
    let error = AnswerError::Amount { unit: 1, amount: -1.0 };
    assert_eq!(Amount::<Euros>::new(vec![None, Some(-1.0)]), Err(error));
}

#[test]
fn a_part_weighs_by_the_whole() {
    let kept = Part::new([2, 0, 1, 0, 3, 2].map(Some).to_vec(), &hires()).unwrap();
    // The employer without hires is no answer about them.
    check(|c| kept.share(c), (2.5 * 3.0 + 5.0 * 5.0) / 60.0, 5);
    check(|c| kept.count().total(c), 2.5 * 3.0 + 5.0 * 5.0, 6);
    let above = Part::new([0, 1, 0, 0, 0, 0].map(Some).to_vec(), &hires());
    assert_eq!(above, Err(AnswerError::PartAboveWhole { unit: 1, part: 1, whole: 0 }));
}

#[test]
fn choices() {
    let single = Single::new(3, vec![Some(0), Some(1), None, Some(0), Some(2), Some(0)]).unwrap();
    check(|c| single.share(0, c), (2.5 * 2.0 + 5.0) / (2.5 * 3.0 + 10.0), 5);
    let sets: [&[usize]; 6] = [&[0, 1], &[], &[1], &[0], &[0, 1], &[1]];
    let sets = sets.map(|s| Some(s.iter().copied().collect::<BTreeSet<_>>())).to_vec();
    let multiple = Multiple::new(2, sets).unwrap();
    check(|c| multiple.share_citing(0, c), (2.5 * 2.0 + 5.0) / 20.0, 6);
    check(|c| multiple.share_of_citations(0, c), 10.0 / (2.5 * 4.0 + 5.0 * 3.0), 5);
    let error = AnswerError::UnknownOption { unit: 0, option: 3, options: 3 };
    assert_eq!(Single::new(3, vec![Some(3)]), Err(error));
}

#[test]
fn ranks() {
    let orders = [vec![0, 1], vec![1], vec![1, 0], vec![], vec![2, 0, 1], vec![0]];
    let rank = Rank::new(3, orders.map(Some).to_vec()).unwrap();
    check(|c| rank.share_in_first(0, 1, c), (2.5 + 5.0) / 20.0, 6);
    check(|c| rank.share_in_first(0, 2, c), (2.5 * 2.0 + 10.0) / 20.0, 6);
    let twice = Rank::new(3, vec![Some(vec![1, 1])]);
    assert_eq!(twice, Err(AnswerError::RankedTwice { unit: 0, option: 1 }));
}

#[test]
fn scales() {
    let levels = [1, 3, 4, 5, 2, 4].map(Some).to_vec();
    let quality = Likert::<Quality>::new(1, 5, levels.clone()).unwrap();
    check(|c| quality.share_content(c), (2.5 * 2.0 + 5.0) / 20.0, 6);
    check(|c| quality.share_at_least(3, c), (2.5 * 3.0 + 5.0) / 20.0, 6);
    let before = Likert::<Quality>::new(1, 5, [1, 1, 5, 5, 1, 4].map(Some).to_vec()).unwrap();
    check(|c| quality.share_higher_than(&before, c), (2.5 + 5.0) / 20.0, 6);
    let usage = Likert::<Usage>::new(1, 5, levels).unwrap();
    check(|c| usage.share_using(c), 17.5 / 20.0, 6);
    let error = AnswerError::OutOfScale { unit: 0, level: 6, low: 1, high: 5 };
    assert_eq!(Likert::<Usage>::new(1, 5, vec![Some(6)]), Err(error));
}

#[test]
fn weighted_median() {
    let design = Design::new(vec![0, 0, 1], vec![2.0, 8.0]).unwrap();
    let weights = design.base_weights();
    let sample = Sample { design: &design, weights: &weights, margins: None };
    let context = Context { sample, domain: None, level: 0.95 };
    let scale = |answers| Likert::<Usage>::new(0, 4, answers).unwrap().median(&context);
    assert_eq!(scale(vec![Some(1), Some(1), Some(4)]), Some(4));
    assert_eq!(scale(vec![Some(1), Some(1), None]), Some(1));
    assert_eq!(scale(vec![None, None, None]), None);
}

#[test]
fn occupations() {
    let list = |pairs: &[(&str, u32)]| {
        Some(pairs.iter().map(|(code, n)| ((*code).to_owned(), *n)).collect::<BTreeMap<_, _>>())
    };
    let answers = vec![
        list(&[("A1", 2), ("B2", 1)]),
        list(&[]),
        None,
        list(&[("B2", 3)]),
        list(&[("A1", 1)]),
        list(&[]),
    ];
    let wanted = Occupations::<Projects>::new(answers);
    assert_eq!(wanted.codes(), ["A1", "B2"]);
    check(|c| wanted.share_listing("A1", c), (2.5 + 5.0) / 17.5, 5);
    check(|c| wanted.share("A1", c), (5.0 + 5.0) / (2.5 * 6.0 + 5.0), 3);
    check(|c| wanted.of("A1").mean_per_employer(c), (5.0 + 5.0) / 17.5, 5);
}

#[test]
fn words_are_not_counted() {
    let texts = [Some("nights"), Some(" "), None, None, Some("housing"), None];
    let text = FreeText::new(texts.map(|t| t.map(str::to_owned)).to_vec());
    check(|c| text.share_writing(c), (2.5 + 5.0) / 20.0, 6);
    assert_eq!(text.texts().collect::<Vec<_>>(), [(0, "nights"), (4, "housing")]);
}

#[test]
fn two_answers_publish_nothing() {
    let design = Design::new(vec![0; 2], vec![2.0]).unwrap();
    let weights = design.base_weights();
    let sample = Sample { design: &design, weights: &weights, margins: None };
    let context = Context { sample, domain: None, level: 0.95 };
    let count = Count::<Hires>::new(vec![Some(1), Some(3)]).total(&context).unwrap();
    assert_eq!(count.published(), Err(Refusal::TooFew { n: 2, least: 3 }));
}

#[test]
fn shares_of_different_things_are_different_types() {
    let types = [
        TypeId::of::<Figure<ShareOf<Employers>>>(),
        TypeId::of::<Figure<ShareOf<Departures>>>(),
        TypeId::of::<Figure<ShareOf<Citations>>>(),
        TypeId::of::<Figure<Total<Departures>>>(),
        TypeId::of::<Figure<Per<Hires, Employers>>>(),
    ];
    assert_eq!(BTreeSet::from(types).len(), types.len());
    assert_ne!(TypeId::of::<Likert<Usage>>(), TypeId::of::<Likert<Quality>>());
}

/// Stands behind every type: an inherent method of the same name would be called instead, and
/// would not take these arguments, so adding one breaks this build.
trait Absent {
    fn mean(&self) -> &'static str {
        "absent"
    }
    fn mean_per_employer(&self) -> &'static str {
        "absent"
    }
    fn total(&self) -> &'static str {
        "absent"
    }
    fn median(&self) -> &'static str {
        "absent"
    }
    fn share_using(&self) -> &'static str {
        "absent"
    }
    fn share_content(&self) -> &'static str {
        "absent"
    }
}
impl<T> Absent for T {}

#[test]
fn statistics_that_must_not_exist() {
    let multiple = Multiple::new(1, Vec::new()).unwrap();
    let single = Single::new(1, Vec::new()).unwrap();
    let rank = Rank::new(1, Vec::new()).unwrap();
    let text = FreeText::new(Vec::new());
    let usage = Likert::<Usage>::new(1, 5, Vec::new()).unwrap();
    let quality = Likert::<Quality>::new(1, 5, Vec::new()).unwrap();
    let found = [
        multiple.mean(),
        multiple.mean_per_employer(),
        multiple.total(),
        multiple.median(),
        single.mean(),
        single.median(),
        rank.mean(),
        text.total(),
        usage.mean(),
        usage.share_content(),
        quality.mean(),
        quality.share_using(),
    ];
    assert_eq!(found, ["absent"; 12]);
}
