//! The register of needs: totals and ratios by occupation, with their uncertainty and who is
//! behind them.

use crate::analysis::employers::answers::{Answers, Asked};
use crate::analysis::employers::weigh::Weighing;
use crate::model::{Grade, Groups, OccupationGroup, Scope, Unit, Value};
use crate::survey::estimate::{Estimate, Sample, ratio, total};
use crate::survey::interval::{
    Interval, Refusal, effective_size, positive, publish, weighted_share,
};
use std::sync::Arc;

/// Level of every interval shown.
pub const LEVEL: f64 = 0.95;
/// Level at which a value is refused as too uncertain (`method.md` §6.1).
pub const REFUSAL_LEVEL: f64 = 0.8;

/// A figure of the register of needs: a total, or a ratio of two.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    Total(Asked),
    /// Part and base: the unit of the figure says of what it is a share.
    Ratio(Asked, Asked),
}

/// One figure asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Wanted {
    /// In the registry of indicators.
    pub indicator: &'static str,
    pub unit: Unit,
    pub form: Form,
}

const fn wanted(indicator: &'static str, unit: Unit, form: Form) -> Wanted {
    Wanted { indicator, unit, form }
}

/// The figures of each occupation (`method.md` §5.3).
pub const WANTED: [Wanted; 16] = [
    wanted("need-headcount", Unit::Employees, Form::Total(Asked::headcount)),
    wanted("need-projects", Unit::Projects, Form::Total(Asked::projects)),
    wanted(
        "need-difficult-share",
        Unit::ShareOfProjects,
        Form::Ratio(Asked::difficult, Asked::projects),
    ),
    wanted("need-retirements-12", Unit::Departures, Form::Total(Asked::retirements_12m)),
    wanted("need-retirements-36", Unit::Departures, Form::Total(Asked::retirements_36m)),
    wanted("need-departures-36", Unit::Departures, Form::Total(Asked::other_departures_36m)),
    wanted("need-fill-rate", Unit::ShareOfPosts, Form::Ratio(Asked::filled, Asked::offers)),
    wanted(
        "need-applicants-per-post",
        Unit::CandidatesPerPost,
        Form::Ratio(Asked::applicants, Asked::offers),
    ),
    wanted(
        "need-qualified-per-post",
        Unit::CandidatesPerPost,
        Form::Ratio(Asked::qualified, Asked::offers),
    ),
    wanted(
        "need-suitable-share",
        Unit::ShareOfCandidates,
        Form::Ratio(Asked::suitable, Asked::qualified),
    ),
    wanted(
        "need-retention",
        Unit::ShareOfHires,
        Form::Ratio(Asked::present_after_12m, Asked::filled),
    ),
    wanted("need-delay", Unit::DaysPerPost, Form::Ratio(Asked::days_waited, Asked::posts_waited)),
    wanted("need-creations", Unit::Projects, Form::Total(Asked::creations)),
    wanted("need-aged-50-54", Unit::Employees, Form::Total(Asked::aged_50_54)),
    wanted("need-aged-55-59", Unit::Employees, Form::Total(Asked::aged_55_59)),
    wanted("need-aged-60-plus", Unit::Employees, Form::Total(Asked::aged_60_plus)),
];

/// Those of an occupation in a sector: what the pressure of sectors is read from.
const WANTED_WITHIN: [&str; 2] = ["need-projects", "need-difficult-share"];

/// What one respondent puts into a figure.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Contribution {
    /// Its place among the establishments asked.
    pub who: usize,
    pub own: f64,
    pub weighted: f64,
}

/// A figure with what it stands on. Only `secrecy` decides what of it is shown.
#[derive(Clone, Debug, PartialEq)]
pub struct Measure {
    pub wanted: Wanted,
    pub value: Value,
    /// The estimate, whether the answers bear it or not: what its interval is around.
    pub point: Option<f64>,
    /// Among respondents alone, without weights.
    pub unweighted: Option<f64>,
    /// Answers, and respondents concerned.
    pub n: u32,
    pub base: u32,
    pub standard_error: Option<f64>,
    /// Why no point value is given.
    pub refusal: Option<Refusal>,
    /// Of a share: how far its answers bear it (`method.md` §1.11, with the respondents
    /// themselves as effective size).
    pub grade: Option<Grade>,
    /// What the total, or the base of the ratio, is made of: respondents with something in it, or,
    /// where nobody has, those who have the occupation and said zero.
    pub contributions: Vec<Contribution>,
    /// What the part of a ratio is made of, in the same way.
    pub part: Vec<Contribution>,
}

/// A row of the register.
#[derive(Clone, Debug, PartialEq)]
pub struct Need {
    pub scope: Scope,
    /// Respondents that have an occupation of it.
    pub establishments: u32,
    /// Their places among the establishments asked.
    pub having: Vec<usize>,
    /// Those of them of a group that answered in full: they stand for themselves alone.
    pub observed: Vec<usize>,
    /// In the order of [`WANTED`]; of an occupation in a sector, projects and difficult share only.
    pub measures: Vec<Measure>,
}

fn number(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}

/// What rows speak of: all occupations together, each sector, the groups of which someone has an
/// occupation, then each occupation by code.
pub fn scopes(answers: &Answers, groups: &Groups) -> Vec<Scope> {
    let occupations = answers.occupations();
    let found = groups
        .iter()
        .filter(|(_, members)| occupations.iter().any(|occupation| members.contains(occupation)));
    let found = found.map(|(name, members)| {
        let group = OccupationGroup { name: name.clone(), members: members.clone() };
        Scope::Group(Arc::new(group))
    });
    let each = occupations.iter().copied().map(Scope::Occupation);
    std::iter::once(Scope::All).chain(answers.sectors()).chain(found).chain(each).collect()
}

/// The register: a row for each of [`scopes`], then for each occupation in each sector.
pub fn needs(weighing: &Weighing, answers: &Answers, groups: &Groups) -> Vec<Need> {
    let margins = weighing.margins.as_ref().map(|(margins, ..)| margins);
    let sample = Sample { design: &weighing.design, weights: &weighing.weights, margins };
    let unobserved = weighing.design.unobserved();
    let strata = weighing.design.stratum_of_unit();
    let full = |stratum: usize| unobserved.get(stratum).is_some_and(|left| *left <= 0.0);
    let answered = weighing.respondents.iter().zip(strata);
    let alone: Vec<usize> =
        answered.filter(|(_, stratum)| full(**stratum)).map(|(who, _)| *who).collect();
    let one = |scope: Scope| {
        let having = weighing.respondents.iter().zip(answers.having(&scope));
        let having: Vec<usize> = having.filter(|(_, has)| *has).map(|(who, _)| *who).collect();
        let within = matches!(scope, Scope::Within(..));
        let wanted = WANTED.iter().filter(|one| !within || WANTED_WITHIN.contains(&one.indicator));
        let measures = wanted.map(|wanted| measure(&sample, weighing, answers, &scope, *wanted));
        let measures = measures.collect();
        let observed = having.iter().copied().filter(|who| alone.contains(who)).collect();
        Need { scope, establishments: number(having.len()), having, observed, measures }
    };
    scopes(answers, groups).into_iter().chain(answers.occupations_by_sector()).map(one).collect()
}

fn contributions(
    weighing: &Weighing,
    concerned: &[bool],
    numbers: &[Option<f64>],
) -> Vec<Contribution> {
    let all = numbers.iter().zip(&weighing.weights).zip(&weighing.respondents).zip(concerned);
    let said: Vec<Contribution> = all
        .filter_map(|(((own, weight), who), concerned)| {
            let own = own.filter(|own| *own > 0.0 || *concerned)?;
            Some(Contribution { who: *who, own, weighted: own * weight })
        })
        .collect();
    let some: Vec<Contribution> = said.iter().copied().filter(|one| one.own > 0.0).collect();
    // A zero is told by all who could have said otherwise.
    if some.is_empty() { said } else { some }
}

fn measure(
    sample: &Sample<'_>,
    weighing: &Weighing,
    answers: &Answers,
    scope: &Scope,
    wanted: Wanted,
) -> Measure {
    let concerned = answers.having(scope);
    match wanted.form {
        Form::Total(asked) => {
            let numbers = answers.numbers(scope, asked);
            let within = answers.concerned(scope);
            let estimate = total(sample, &numbers, within.as_deref());
            let own: f64 = numbers.iter().flatten().sum();
            let interval = |level| estimate.as_ref().and_then(|e| positive(e, own, level));
            let contributions = contributions(weighing, &concerned, &numbers);
            shaped(wanted, estimate.as_ref(), &interval, contributions, Vec::new())
        }
        Form::Ratio(part, base) => {
            let numbers = |asked| answers.numbers(scope, asked);
            let (part, base) = (numbers(part), numbers(base));
            // Nobody with a base of zero says anything of the ratio.
            let told: Vec<bool> = base.iter().map(|base| base.is_some_and(|b| b > 0.0)).collect();
            let estimate = ratio(sample, &part, &base, Some(&told));
            let interval = |level| {
                let estimate = estimate.as_ref()?;
                if wanted.unit.is_share() {
                    weighted_share(sample, estimate, Some(&told), level)
                } else {
                    positive(estimate, 0.0, level)
                }
            };
            let of_base = contributions(weighing, &concerned, &base);
            let of_part = contributions(weighing, &concerned, &part);
            let grade = estimate.as_ref().filter(|_| wanted.unit.is_share()).and_then(|estimate| {
                effective_size(sample, estimate, Some(&told)).map(Grade::of_effective_size)
            });
            Measure { grade, ..shaped(wanted, estimate.as_ref(), &interval, of_base, of_part) }
        }
    }
}

/// The value that the answers bear (`method.md` §6.1): with its interval, the interval alone, or
/// nothing.
pub fn borne(outcome: &Result<f64, Refusal>, shown: Option<Interval>) -> Value {
    match (outcome, shown) {
        (Ok(value), Some(shown)) if shown.half_width() > 0.0 => {
            Value::Interval { value: *value, low: shown.low, high: shown.high }
        }
        (Ok(value), _) => Value::Exact(*value),
        (Err(Refusal::TooWide { .. }), Some(shown)) => {
            Value::RangeOnly { low: shown.low, high: shown.high }
        }
        (Err(_), _) => Value::Unknown,
    }
}

/// A measure with the value that its answers bear.
fn shaped(
    wanted: Wanted,
    estimate: Option<&Estimate>,
    interval: &dyn Fn(f64) -> Option<Interval>,
    contributions: Vec<Contribution>,
    part: Vec<Contribution>,
) -> Measure {
    let blank = Measure {
        wanted,
        value: Value::Unknown,
        point: None,
        unweighted: None,
        n: 0,
        base: 0,
        standard_error: None,
        refusal: None,
        grade: None,
        contributions,
        part,
    };
    let Some(estimate) = estimate else { return blank };
    let shown = interval(LEVEL);
    let outcome = publish(estimate, interval(REFUSAL_LEVEL));
    let value = borne(&outcome, shown);
    Measure {
        value,
        point: Some(estimate.value),
        unweighted: Some(estimate.unweighted),
        n: number(estimate.n),
        base: number(estimate.base),
        standard_error: Some(estimate.standard_error),
        refusal: outcome.err(),
        ..blank
    }
}
