//! Questions in an export: of each the lines of its answers, and of those who gave one.
//!
//! Of one answer each, one line would be found from the others: they are shown all or none. Of
//! several, an answer is shown or hidden by itself. A weighted share beside may be hidden alone:
//! weights that name their owner are no answers.

use crate::analysis::employers::questions::{MeanView, OptionView, QuestionView};
use crate::model::{Figure, Origin, Territory, Unit, Value};
use crate::report::survey::draft::{Decided, Draft, Part, Weighting};
use crate::report::survey::lines::{self, Lines, leave_room, lines};
use crate::report::survey::{PublishedMean, PublishedOption, PublishedQuestion, means, shares};
use crate::secrecy::journal::{AsShown, Fate, Log, Rule};
use crate::secrecy::primary::Thresholds;
use crate::secrecy::rounding::{Precision, Step};
use crate::secrecy::{key, publish_decided};
use std::collections::BTreeMap;

/// Last part of the key of the answers that are joined in one line; no answer is written so.
pub const OTHERS: &str = "others";

/// Where a question stands in the export; weighted and unweighted.
pub struct Places {
    standing: Lines,
    /// Those who answered.
    answered: [usize; 2],
    options: Vec<[usize; 2]>,
    /// In the order of [`lines::shown`].
    pub(super) lines: Vec<[usize; 2]>,
    /// The sum of the numbers.
    sum: Option<[usize; 2]>,
    /// How their mean is shown, once decided ([`settled`]).
    mean: Option<means::Settled>,
}

/// Puts the questions into the export; `weights` by place among the establishments asked.
pub fn put(
    draft: &mut Draft<'_>,
    questions: &[QuestionView],
    weights: &BTreeMap<usize, f64>,
    thresholds: Thresholds,
) -> Vec<Places> {
    let list = draft.list;
    let all = questions.iter();
    all.map(|question| {
        let standing = lines(question, list, weights, thresholds);
        one(draft, question, standing, weights)
    })
    .collect()
}

/// Puts one question into an export.
pub(super) fn one(
    draft: &mut Draft<'_>,
    question: &QuestionView,
    standing: Lines,
    weights: &BTreeMap<usize, f64>,
) -> Places {
    let places =
        Weighting::BOTH.map(|weighting| weighted(draft, question, standing, (weights, weighting)));
    let [(answered, options, lines), (beside, options_beside, lines_beside)] = places;
    let twins = |some: Vec<usize>, other: Vec<usize>| -> Vec<[usize; 2]> {
        some.into_iter().zip(other).map(|(some, other)| [some, other]).collect()
    };
    let options = twins(options, options_beside);
    let lines = twins(lines, lines_beside);
    draft.together(vec![answered, beside]);
    match standing {
        Lines::Several => lines.iter().for_each(|twins| draft.together(twins.to_vec())),
        Lines::Joined(_) => draft.together(lines.as_flattened().to_vec()),
        Lines::Hidden => {}
    }
    let sum = question.mean.as_ref().map(|mean| {
        Weighting::BOTH.map(|weighting| sum(draft, question, mean, (weights, weighting)))
    });
    if let Some(twins) = sum {
        draft.together(twins.to_vec());
    }
    Places { standing, answered: [answered, beside], options, lines, sum, mean: None }
}

/// Position of the sum of the numbers that a question asks for.
fn sum(
    draft: &mut Draft<'_>,
    question: &QuestionView,
    mean: &MeanView,
    (weights, weighting): (&BTreeMap<usize, f64>, Weighting),
) -> usize {
    let all = weighting.parts(draft.list, weights, mean.said.iter().copied());
    let some: Vec<Part<'_>> = all.iter().filter(|part| part.own > 0.0).cloned().collect();
    // A zero is told by all who could have said otherwise.
    let parts = if some.is_empty() { all } else { some };
    let key = weighting.of(&format!("question/{}", key::part(&question.label)));
    draft.add(format!("{key}/{OTHERS}/sum"), String::new(), &parts, Rule::Total, true)
}

/// Positions of those who answered, of the options and of the lines, under one weighting.
fn weighted(
    draft: &mut Draft<'_>,
    question: &QuestionView,
    standing: Lines,
    (weights, weighting): (&BTreeMap<usize, f64>, Weighting),
) -> (usize, Vec<usize>, Vec<usize>) {
    let list = draft.list;
    let key = weighting.of(&format!("question/{}", key::part(&question.label)));
    let mut add = |name: &str, who: &[usize], rule: Rule, wanted: bool| {
        let key = if name.is_empty() { key.clone() } else { format!("{key}/{name}") };
        let parts = weighting.parts(list, weights, who.iter().map(|who| (*who, 1.0)));
        draft.add(key, String::new(), &parts, rule, wanted)
    };
    let base = add("", &question.answered, Rule::Total, true);
    let joined: Vec<usize> = match standing {
        Lines::Joined(rarest) => question.rarest().into_iter().take(rarest).collect(),
        Lines::Several | Lines::Hidden => Vec::new(),
    };
    let each = question.options.iter().enumerate();
    let options: Vec<usize> = each
        .map(|(place, option)| {
            let stands = standing != Lines::Hidden && !joined.contains(&place);
            add(&key::part(&option.label), &option.who, Rule::PartOf(base), stands)
        })
        .collect();
    let is_joined = |place: &usize| joined.contains(place);
    let alone: Vec<usize> = (0..options.len()).filter(|place| !is_joined(place)).collect();
    let at = |places: &[usize]| -> Vec<usize> {
        places.iter().filter_map(|place| options.get(*place).copied()).collect()
    };
    let mut shown = at(&alone);
    // Who gave an answer beyond the list.
    let beyond: &[usize] = question.joined.first().map_or(&[], |beyond| &beyond.who);
    let together = match standing {
        Lines::Joined(rarest) => question.joined.get(rarest).filter(|one| !one.who.is_empty()),
        Lines::Several | Lines::Hidden => None,
    };
    let mut members = at(&joined);
    if let Some(together) = together {
        let others = add(OTHERS, &together.who, Rule::PartOf(base), true);
        shown.push(others);
        if !joined.is_empty() {
            if !beyond.is_empty() {
                let name = format!("{OTHERS}/beyond");
                members.push(add(&name, beyond, Rule::PartOf(base), false));
            }
            draft.total(others, members);
        }
        draft.total(base, shown.clone());
    } else if !question.joined.is_empty() && !options.is_empty() {
        let mut all = options.clone();
        if !beyond.is_empty() {
            all.push(add(&format!("{OTHERS}/beyond"), beyond, Rule::PartOf(base), false));
        }
        draft.total(base, all);
    }
    (base, options, shown)
}

/// Hides more of the questions of several answers, where what is shown leaves too little room, and
/// settles how means are shown, given how the same left before.
pub fn settled(
    questions: &[QuestionView],
    places: &mut [Places],
    decided: &mut Decided,
    (weights, thresholds): (&BTreeMap<usize, f64>, Thresholds),
    log: &Log,
) {
    for (question, places) in questions.iter().zip(places) {
        if places.standing == Lines::Several {
            let counts = question.options.iter().map(|option| option.who.len());
            let options: Vec<_> = counts.zip(places.options.iter().copied()).collect();
            leave_room(decided, question.answered.len(), &options, thresholds);
        }
        if let Some((mean, sum)) = question.mean.as_ref().zip(places.sum) {
            places.mean = settled_mean(mean, sum, decided, weights, log);
        }
    }
}

/// How a mean is shown; a sum that the answers would be found from is hidden.
fn settled_mean(
    mean: &MeanView,
    sum: [usize; 2],
    decided: &mut Decided,
    weights: &BTreeMap<usize, f64>,
    log: &Log,
) -> Option<means::Settled> {
    // What the answers do not bear is refused for that, and tells nothing.
    let is_refused = mean.value == Value::Unknown;
    if is_refused || decided.fate(&sum.map(Some)) != Fate::Shown {
        return None;
    }
    // A zero is in no sum, and moves the mean.
    let version = |place: usize| {
        let entry = decided.release.entries.get(place)?;
        let answers = mean.said.len() as u64;
        Some((entry.key.clone(), entry.fingerprint ^ answers.rotate_left(32)))
    };
    let versions = sum.map(version);
    let left = versions.clone().map(|version| {
        let (key, fingerprint) = version?;
        log.precision(&key, fingerprint)
    });
    let settled = if let [Some(weighted), beside] = left {
        means::as_before(mean, [weighted, beside.unwrap_or(Precision::Hidden)])
    } else {
        let known = mean.said.iter().map(|(who, _)| weights.get(who).copied().unwrap_or(1.0));
        let settled = means::settle(mean, &known.collect::<Vec<f64>>());
        // Under other weights the unweighted mean is the same number: as it left, or not at all.
        settled.map(|settled| match left[1] {
            Some(before) if before != Precision::Point(settled.step) => {
                means::Settled { unweighted: None, ..settled }
            }
            _ => settled,
        })
    };
    let precisions = means::Settled::precisions(settled);
    let shown = versions.into_iter().flatten().zip(precisions);
    decided.release.precisions.extend(shown.map(|((key, fingerprint), precision)| AsShown {
        key,
        fingerprint,
        precision,
    }));
    for (place, precision) in sum.into_iter().zip(precisions) {
        if precision == Precision::Hidden {
            decided.hide(Some(place));
        }
    }
    settled
}

/// The questions as decided.
pub fn shown(
    questions: &[QuestionView],
    places: &[Places],
    decided: &Decided,
    by: (&BTreeMap<usize, f64>, Territory, Thresholds),
) -> Vec<PublishedQuestion> {
    let all = questions.iter().zip(places);
    all.map(|(question, places)| published(question, places, decided, by)).collect()
}

fn published(
    question: &QuestionView,
    places: &Places,
    decided: &Decided,
    (weights, territory, thresholds): (&BTreeMap<usize, f64>, Territory, Thresholds),
) -> PublishedQuestion {
    let fate = |twins: [usize; 2]| decided.fate(&twins.map(Some));
    let base = fate(places.answered);
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
    let weight = |who: &usize| (*who, weights.get(who).copied().unwrap_or(1.0));
    let answered: Vec<(usize, f64)> = question.answered.iter().map(weight).collect();
    let option = |(label, option): (Option<&str>, &OptionView), own: &Fate| {
        let (weighted, of_weights) = shares::of(option.value, &answered, &option.who, thresholds);
        let of_weights = if *own == Fate::Shown { of_weights } else { own.clone() };
        // An unweighted share counts answers, and no weight is in it.
        let beside = figure(Value::Exact(Step::TENTH_OF_POINT.nearest(option.unweighted)));
        PublishedOption {
            label: label.map(str::to_owned),
            weighted: publish_decided(&figure(weighted), &of_weights),
            unweighted: publish_decided(&beside, own),
        }
    };
    // A share gives its part to who knows its base, and the base to who knows its part.
    let of_line = |twins: &[usize; 2]| {
        let own = fate(*twins);
        if own == Fate::Shown { base.clone() } else { own }
    };
    let fates: Vec<Fate> = match places.standing {
        Lines::Several | Lines::Joined(_) => places.lines.iter().map(of_line).collect(),
        Lines::Hidden => {
            let of = |twins: &[usize; 2]| fate(*twins);
            let hidden = places.options.iter().map(of);
            let mut hidden = hidden.filter(|fate| matches!(fate, Fate::Primary(_)));
            vec![hidden.next().unwrap_or(Fate::Secondary)]
        }
    };
    let is_shown = fates.contains(&Fate::Shown);
    let (options, hidden) = if question.options.is_empty() {
        (Vec::new(), None)
    } else if is_shown {
        let standing = lines::shown(question, places.standing);
        let mut options: Vec<PublishedOption> =
            standing.into_iter().zip(&fates).map(|(one, own)| option(one, own)).collect();
        if places.standing == Lines::Several {
            // By what is shown of them: the order of the others would tell their counts.
            let shown = |one: &PublishedOption| one.weighted.point().unwrap_or(-1.0);
            options
                .sort_by(|a, b| shown(b).total_cmp(&shown(a)).then_with(|| a.label.cmp(&b.label)));
        }
        (options, None)
    } else {
        // Its labels too tell that someone gave them.
        let fate = fates.first().cloned().unwrap_or(Fate::Secondary);
        (Vec::new(), Some(publish_decided(&figure(Value::Unknown), &fate)))
    };
    let mean = question.mean.as_ref().zip(places.sum).map(|(mean, sum)| {
        // A mean gives its sum to who knows how many answered.
        let of = |place: usize| {
            let own = decided.fate(&[Some(place)]);
            if own == Fate::Shown { base.clone() } else { own }
        };
        of_mean(mean, places.mean, sum.map(of), &figure)
    });
    PublishedQuestion {
        mean,
        label: question.label.clone(),
        kind: question.kind,
        answered: (base == Fate::Shown).then_some(n),
        base: question.base,
        options,
        hidden,
    }
}

/// A mean as it may be shown, given what became of its sum, weighted and not.
fn of_mean(
    mean: &MeanView,
    settled: Option<means::Settled>,
    [own, beside]: [Fate; 2],
    figure: &dyn Fn(Value) -> Figure,
) -> PublishedMean {
    let number = |value: Value| Figure {
        indicator: "survey-mean",
        unit: Unit::PerEstablishment,
        ..figure(value)
    };
    let unweighted = settled.and_then(|settled| settled.unweighted);
    let weighted = settled.map_or(Value::Unknown, |settled| settled.weighted);
    let refusal = mean.refusal.filter(|_| own == Fate::Shown);
    PublishedMean {
        weighted: publish_decided(&number(weighted), &own),
        unweighted: publish_decided(
            &number(unweighted.map_or(Value::Unknown, Value::Exact)),
            &beside,
        ),
        refusal,
    }
}
