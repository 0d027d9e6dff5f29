//! Questions in an export: of each the answers given to it, and of those who gave one.
//!
//! One answer that tells who gave it would be found from the others, so that unweighted shares are
//! shown for all answers of a question or for none. A weighted share beside may be hidden alone:
//! weights that name their owner are no answers.

use crate::analysis::employers::questions::{QuestionKind, QuestionView};
use crate::model::{Figure, Origin, Territory, Unit, Value};
use crate::report::survey::draft::{Decided, Draft, Part, Weighting};
use crate::report::survey::{PublishedOption, PublishedQuestion, shares};
use crate::secrecy::journal::{Fate, Rule};
use crate::secrecy::primary::Thresholds;
use crate::secrecy::rounding::Step;
use crate::secrecy::{key, publish_decided};
use std::collections::BTreeMap;

/// Where a question stands in the export.
pub struct Places {
    /// Those who answered.
    answered: Vec<usize>,
    options: Vec<usize>,
}

/// Puts the questions into the export; `weights` by place among the establishments asked.
pub fn put(
    draft: &mut Draft<'_>,
    questions: &[QuestionView],
    weights: &BTreeMap<usize, f64>,
) -> Vec<Places> {
    questions.iter().map(|question| one(draft, question, weights)).collect()
}

fn one(draft: &mut Draft<'_>, question: &QuestionView, weights: &BTreeMap<usize, f64>) -> Places {
    let mut places = Places { answered: Vec::new(), options: Vec::new() };
    let list = draft.list;
    let parts = |who: &[usize], weighting: Weighting| -> Vec<Part<'_>> {
        let named = who.iter().filter_map(|who| {
            let weight = match weighting {
                Weighting::Weighted => weights.get(who).copied().unwrap_or(1.0),
                Weighting::Unweighted => 1.0,
            };
            Some(Part { unit: list.get(*who)?.id.as_str(), own: 1.0, weighted: weight })
        });
        named.collect()
    };
    for weighting in Weighting::BOTH {
        let key = weighting.of(&format!("question/{}", key::part(&question.label)));
        let answered = parts(&question.answered, weighting);
        let base = draft.add(key.clone(), String::new(), &answered, Rule::Total, true);
        places.answered.push(base);
        let options: Vec<usize> = question
            .options
            .iter()
            .map(|option| {
                let given = parts(&option.who, weighting);
                let key = format!("{key}/{}", key::part(&option.label));
                draft.add(key, String::new(), &given, Rule::PartOf(base), true)
            })
            .collect();
        if one_each(question) {
            draft.total(base, options.clone());
        }
        places.options.extend(options);
    }
    draft.together(places.answered.clone());
    draft.together(places.options.clone());
    places
}

/// Everyone gave exactly one of the answers shown, and everyone knows it.
fn one_each(question: &QuestionView) -> bool {
    let mut given: Vec<usize> =
        question.options.iter().flat_map(|option| option.who.iter().copied()).collect();
    let answers = given.len();
    given.sort_unstable();
    given.dedup();
    let single = matches!(
        question.kind,
        QuestionKind::YesNo | QuestionKind::Scale | QuestionKind::Choice | QuestionKind::Rank
    );
    single && answers == given.len() && answers == question.answered.len() && answers > 0
}

/// The questions as decided.
pub fn shown(
    questions: &[QuestionView],
    places: &[Places],
    decided: &Decided,
    (weights, territory, thresholds): (&BTreeMap<usize, f64>, Territory, Thresholds),
) -> Vec<PublishedQuestion> {
    let all = questions.iter().zip(places);
    all.map(|(question, places)| {
        let known = |places: &[usize]| {
            decided.fate(&places.iter().map(|place| Some(*place)).collect::<Vec<_>>())
        };
        let base = known(&places.answered);
        let n = u32::try_from(question.answered.len()).unwrap_or(u32::MAX);
        let figure = |value: Value| Figure {
            indicator: "survey-answer",
            territory,
            value,
            unit: Unit::ShareOfEstablishments,
            n,
            masked_cells: 0,
            grade: None,
            origin: Origin::Respondents { n, largest_share: 0.0 },
        };
        // A share gives its part to who knows its base, and the base to who knows its part.
        let fate = [known(&places.options), base.clone()];
        let fate = fate.into_iter().find(|fate| *fate != Fate::Shown).unwrap_or(Fate::Shown);
        let (options, hidden) = if question.options.is_empty() {
            (Vec::new(), None)
        } else if fate == Fate::Shown {
            let weight = |who: &usize| (*who, weights.get(who).copied().unwrap_or(1.0));
            let answered: Vec<(usize, f64)> = question.answered.iter().map(weight).collect();
            let options = question.options.iter().map(|option| {
                let (weighted, fate) = shares::of(option.value, &answered, &option.who, thresholds);
                // An unweighted share counts answers, and no weight is in it.
                let beside = figure(Value::Exact(Step::TENTH_OF_POINT.nearest(option.unweighted)));
                PublishedOption {
                    label: option.label.clone(),
                    weighted: publish_decided(&figure(weighted), &fate),
                    unweighted: publish_decided(&beside, &Fate::Shown),
                }
            });
            (options.collect(), None)
        } else {
            // Its labels too tell that someone gave them.
            (Vec::new(), Some(publish_decided(&figure(Value::Unknown), &fate)))
        };
        PublishedQuestion {
            label: question.label.clone(),
            kind: question.kind,
            answered: (base == Fate::Shown).then_some(n),
            base: question.base,
            options,
            hidden,
        }
    })
    .collect()
}
