//! Causes of recruitment difficulties, as employers state them: shares of the establishments that
//! declare difficulties for an occupation, in a sector, anywhere.
//!
//! A multiple choice: shares add up to more than one, and have no mean. They stand beside the
//! national classes of causes and never change one.

use crate::analysis::employers::Reading;
use crate::analysis::employers::answers::{Answers, answers};
use crate::analysis::employers::asked::asked;
use crate::analysis::employers::frame::frame;
use crate::analysis::employers::needs::{LEVEL, scopes};
use crate::analysis::employers::weigh::{Basis, Weighing, weigh};
use crate::model::{Fap, FapVersion, Groups, Scope, Territory, Value};
use crate::readers::CAUSES;
use crate::readers::ReadTable;
use crate::recommend::diagnosis::SurveyCause;
use crate::recommend::local::LocalCause;
use crate::reference::Reference;
use crate::secrecy::primary::{Thresholds, Verdict, of_share};
use crate::survey::estimate::Sample;
use crate::survey::interval::Refusal;
use crate::survey::kinds::Context;
use crate::survey::kinds::choices::Multiple;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// Causes that the questionnaire offers: each is a row even where nobody names it, since
/// a row left out would tell that nobody did.
pub const OFFERED: [&str; 9] = CAUSES;

/// A cause, and the share of establishments that name it among those that name one.
#[derive(Clone, Debug, PartialEq)]
pub struct Cited {
    /// As the layout writes it.
    pub cause: String,
    /// Weighted share, 0–1, with its interval; without a value under three answers.
    pub value: Value,
    /// Among respondents alone; `None` without any answer.
    pub unweighted: Option<f64>,
    /// Why the value is to be read as no more than its interval, or is not given.
    pub refusal: Option<Refusal>,
    /// Respondents that name it, by their place among the establishments asked.
    pub who: Vec<usize>,
}

/// The causes named in a scope.
#[derive(Clone, Debug, PartialEq)]
pub struct Stated {
    pub scope: Scope,
    /// Respondents that have an occupation of it.
    pub having: Vec<usize>,
    /// Those of them that declare difficulties there: the base.
    pub declaring: Vec<usize>,
    /// Those of them that name a cause: the answers.
    pub answered: Vec<usize>,
    /// In the order of [`OFFERED`], then others that were written.
    pub cited: Vec<Cited>,
}

/// What is stated of all occupations together, of each sector, group and occupation; only where
/// someone declares difficulties.
pub fn causes(weighing: &Weighing, answers: &Answers, groups: &Groups) -> Vec<Stated> {
    let mut all: Vec<&str> = OFFERED.to_vec();
    let written: BTreeSet<&str> =
        answers.causes(&Scope::All).into_iter().flatten().flatten().collect();
    all.extend(written.into_iter().filter(|cause| !OFFERED.contains(cause)));
    scopes(answers, groups)
        .into_iter()
        .map(|scope| stated(weighing, answers, scope, &all))
        .filter(|stated| !stated.declaring.is_empty())
        .collect()
}

fn stated(weighing: &Weighing, answers: &Answers, scope: Scope, causes: &[&str]) -> Stated {
    let declaring = answers.declaring(&scope);
    let (having, named) = (answers.having(&scope), answers.causes(&scope));
    let places = |keep: &dyn Fn(usize) -> bool| -> Vec<usize> {
        let all = weighing.respondents.iter().enumerate();
        all.filter(|(unit, _)| keep(*unit)).map(|(_, who)| *who).collect()
    };
    let is = |flags: &[bool], unit: usize| flags.get(unit).copied().unwrap_or(false);
    let tells = |unit: usize, cause: Option<&str>| {
        let said = named.get(unit).and_then(Option::as_ref);
        said.is_some_and(|said| cause.is_none_or(|cause| said.contains(cause)))
    };
    let margins = weighing.margins.as_ref().map(|(margins, ..)| margins);
    let sample = Sample { design: &weighing.design, weights: &weighing.weights, margins };
    let context = Context { sample, domain: Some(&declaring), level: LEVEL };
    let place = |cause: &&str| causes.iter().position(|known| known == cause);
    let chosen = |said: &BTreeSet<&str>| said.iter().filter_map(place).collect();
    let chosen = named.iter().map(|said| said.as_ref().map(chosen)).collect();
    let multiple = Multiple::new(causes.len(), chosen).ok();
    let cited = causes.iter().enumerate().map(|(option, cause)| {
        let figure = multiple.as_ref().and_then(|asked| asked.share_citing(option, &context));
        let outcome = figure.as_ref().map(|figure| (figure.published(), figure.interval));
        let point = figure.as_ref().map(|figure| figure.estimate.value);
        let value = match (&outcome, point) {
            // A share is always shown with its interval, however wide: it cannot leave 0–1.
            (Some((Ok(_) | Err(Refusal::TooWide { .. }), Some(interval))), Some(value)) => {
                Value::Interval { value, low: interval.low, high: interval.high }
            }
            _ => Value::Unknown,
        };
        Cited {
            cause: (*cause).to_owned(),
            value,
            unweighted: figure.as_ref().map(|figure| figure.estimate.unweighted),
            refusal: outcome.and_then(|(outcome, _)| outcome.err()),
            who: places(&|unit| tells(unit, Some(cause))),
        }
    });
    Stated {
        cited: cited.collect(),
        having: places(&|unit| is(&having, unit) || is(&declaring, unit)),
        declaring: places(&|unit| is(&declaring, unit)),
        answered: places(&|unit| tells(unit, None)),
        scope,
    }
}

/// The causes stated by a survey, as a diagnosis reads them.
#[derive(Clone, Debug, Default)]
pub struct ToldCauses {
    pub stated: Vec<Stated>,
    /// Whether the respondents have weights, from a register or given.
    pub weighted: bool,
}

/// The causes stated by the survey of a territory, nothing else of it; nothing without a survey.
pub fn of_inputs(
    inputs: &[Arc<ReadTable>],
    territory: Territory,
    version: FapVersion,
    reference: &Reference,
    reading: &Reading<'_>,
) -> ToldCauses {
    let list = asked(inputs, territory, reference).unwrap_or_default();
    let frame = frame(inputs, territory, reference);
    let Ok(weighing) = weigh(&list, frame.as_ref(), &reading.choices) else {
        return ToldCauses::default();
    };
    let understood = reading.understood;
    let answers = answers(inputs, &list, &weighing.respondents, version, reference, understood);
    let stated = causes(&weighing, &answers, &Groups::new());
    ToldCauses { stated, weighted: weighing.basis != Basis::Unweighted }
}

/// What the diagnosis reads of each occupation: causes as employers name them, weighted where there
/// are weights. A diagnosis that speaks of a share tells it: only those that may be said aloud by
/// themselves count.
pub fn for_diagnosis(told: &ToldCauses, thresholds: Thresholds) -> BTreeMap<Fap, Vec<SurveyCause>> {
    let count = |who: &[usize]| u32::try_from(who.len()).unwrap_or(u32::MAX);
    let weighted = told.weighted;
    let one = |stated: &Stated| {
        let Scope::Occupation(fap) = stated.scope else { return None };
        let n = count(&stated.answered);
        let told = stated.cited.iter().filter_map(|cited| {
            let tellable = of_share(count(&cited.who), n, thresholds) == Verdict::Publishable;
            let Value::Interval { value, low, high } = cited.value else { return None };
            let cause = LocalCause::of(&cited.cause).filter(|_| tellable)?;
            Some(SurveyCause { cause, share: value, low, high, n, weighted })
        });
        Some((fap, told.collect()))
    };
    told.stated.iter().filter_map(one).collect()
}

#[cfg(test)]
mod tests;
