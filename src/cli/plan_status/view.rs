//! The contract of `bassin plan-status --json` (docs/json.md).

use crate::actions::due::{Due, What, is_followed, next_measure, too_many};
use crate::actions::follow::{Change, Followed, content};
use crate::actions::matrix::Finding;
use crate::actions::places::{OfProgramme, Step, by_programme, steps};
use crate::cli::plan_status::{Taken, Told};
use crate::i18n::Catalog;
use crate::model::Date;
use crate::model::action::decided::{Fingerprint, FrozenFigure, Spread};
use crate::model::action::indicator::{Indicator, Measure};
use crate::model::action::sheet::{Action, Reached, Status};
use crate::model::action::{ActionPlan, Id};
use crate::model::decimal::Decimal;
use crate::words::actions as words;
use serde::Serialize;
use std::collections::BTreeMap;

#[derive(Serialize)]
pub struct View<'a> {
    date: String,
    year: Option<u16>,
    /// Number of actions by status.
    by_status: BTreeMap<&'static str, usize>,
    actions: Vec<ActionView<'a>>,
    /// Actions that ended in years that are closed, the latest year first.
    ended: Vec<EndedView<'a>>,
    findings: Vec<FindingView>,
    late: Vec<DueView<'a>>,
    indicators: Vec<IndicatorView<'a>>,
    too_many_indicators: bool,
    programmes: Vec<ProgrammeView>,
    closed_years: Vec<u16>,
}

#[derive(Serialize)]
struct Reference {
    id: String,
    /// Its name, then too where it was removed since.
    name: String,
    broken: bool,
}

#[derive(Serialize)]
struct ActionView<'a> {
    id: &'a str,
    title: &'a str,
    status: &'static str,
    lever: Option<Reference>,
    targets: Vec<Reference>,
    wave: Option<Reference>,
    lead: Vec<Reference>,
    occupations: &'a [String],
    begins: Option<String>,
    ends: Option<String>,
    signed_off: Option<Signed<'a>>,
    euros: u64,
    euros_secured: u64,
    programme: Option<&'a str>,
    /// Whether the programme is a candidate no longer; `null`: none, or the files do not tell.
    programme_broken: Option<bool>,
    places: Vec<StepView>,
    decided: Option<DecidedView<'a>>,
    /// What it was decided on before, the latest first.
    decided_before: Vec<DecidedView<'a>>,
}

#[derive(Serialize)]
struct EndedView<'a> {
    year: u16,
    id: &'a str,
    title: &'a str,
    status: &'static str,
    reached: Option<&'static str>,
    places: Vec<StepView>,
    decided: Option<DecidedView<'a>>,
    decided_before: Vec<DecidedView<'a>>,
}

#[derive(Serialize)]
struct Signed<'a> {
    date: String,
    who: &'a str,
}

#[derive(Serialize)]
struct StepView {
    step: &'static str,
    planned: Option<u32>,
    realised: Option<u32>,
}

#[derive(Serialize)]
struct DecidedView<'a> {
    date: String,
    who: &'a str,
    method: &'a str,
    edition: &'a str,
    files: Vec<FileView<'a>>,
    figures: Vec<FollowedView<'a>>,
}

#[derive(Serialize)]
struct FileView<'a> {
    file: &'a str,
    sha256: &'a str,
    /// `same`, `other`, `renamed`, `gone`; `null` where no files are read.
    now: Option<&'static str>,
}

#[derive(Serialize)]
struct FollowedView<'a> {
    label: &'a str,
    then: FigureView<'a>,
    now: Option<FigureView<'a>>,
    difference: Option<f64>,
    /// `up`, `down`, `unchanged`, `within-noise`, `same-words`, `other-words`, `cannot-say`.
    change: &'static str,
    /// Why nothing can be said, else `null`.
    why: Option<&'static str>,
}

#[derive(Serialize)]
struct FigureView<'a> {
    id: &'a str,
    table: &'a str,
    row: &'a str,
    column: &'a str,
    indicator: Option<&'a str>,
    unit: Option<&'static str>,
    territory: &'a str,
    occupation: Option<&'a str>,
    year: Option<u16>,
    value: Option<f64>,
    /// As it read, where it is no indicator: `12 (8 à 20)`, a verdict.
    words: Option<&'a str>,
    low: Option<f64>,
    high: Option<f64>,
    /// `none`, `masking`, `interval`.
    bounds: &'static str,
    /// Per cent of the interval.
    level: Option<u8>,
    n: Option<u32>,
    grade: Option<String>,
    hidden: Option<&'a str>,
    source: &'a str,
}

#[derive(Serialize)]
struct FindingView {
    kind: &'static str,
    actions: Vec<Id>,
    actors: Vec<Id>,
    score: Option<u8>,
    message: String,
}

#[derive(Serialize)]
struct DueView<'a> {
    kind: &'static str,
    action: Option<&'a str>,
    milestone: Option<&'a str>,
    indicator: Option<&'a str>,
    date: String,
    days: i64,
    message: String,
}

#[derive(Serialize)]
struct IndicatorView<'a> {
    id: &'a str,
    name: &'a str,
    kind: &'static str,
    unit: &'a str,
    owner: Option<Reference>,
    baseline: Option<f64>,
    target: Option<f64>,
    latest: Option<MeasureView<'a>>,
    /// What the files measure of it that it does not hold yet.
    computed: Option<MeasureView<'a>>,
    /// Whether the latest is at the target; `null` without either.
    reached: Option<bool>,
    next: Option<String>,
    /// Whether it is to be kept up: not all its actions are over.
    followed: bool,
    measures: usize,
}

#[derive(Serialize)]
struct MeasureView<'a> {
    date: String,
    value: f64,
    source: &'a str,
    /// Year of the survey that gave it.
    year: Option<u16>,
    low: Option<f64>,
    high: Option<f64>,
}

#[derive(Serialize)]
struct ProgrammeView {
    key: String,
    name: String,
    actions: Vec<String>,
    places: Vec<StepView>,
    /// By step, actions that say one side alone.
    partial: [u32; 5],
}

pub fn view<'a>(told: &'a Told, catalog: &Catalog) -> View<'a> {
    let plan = &told.plan;
    let of_status = |status: Status| {
        let of = plan.actions.iter().filter(|action| action.status == status);
        (status.id(), of.count())
    };
    View {
        date: told.date.to_string(),
        year: plan.year,
        by_status: Status::ALL.into_iter().map(of_status).collect(),
        actions: plan.actions.iter().map(|action| of_action(told, action)).collect(),
        ended: plan.ended().map(|(year, action)| ended(told, year.year, action)).collect(),
        findings: told.findings.iter().map(|one| finding(plan, one, catalog)).collect(),
        late: told.late.iter().map(|one| due(plan, one, catalog)).collect(),
        indicators: plan
            .indicators
            .iter()
            .zip(&told.again)
            .map(|(one, again)| indicator(plan, one, again.as_ref()))
            .collect(),
        too_many_indicators: too_many(plan).is_some(),
        programmes: by_programme(plan).into_iter().map(programme).collect(),
        closed_years: plan.archive.iter().map(|closed| closed.year).collect(),
    }
}

fn reference(plan: &ActionPlan, id: &Id) -> Reference {
    let name = plan.name(id);
    Reference { id: id.clone(), name: name.text().to_owned(), broken: name.is_broken() }
}

fn text(date: Option<Date>) -> Option<String> {
    date.map(|date| date.to_string())
}

fn number(value: Option<Decimal>) -> Option<f64> {
    value.map(Decimal::value)
}

fn step(step: &Step) -> StepView {
    StepView { step: step.id, planned: step.planned, realised: step.realised }
}

fn ended<'a>(told: &'a Told, year: u16, action: &'a Action) -> EndedView<'a> {
    let (decided, decided_before) = taken(told, action);
    EndedView {
        year,
        id: &action.id,
        title: &action.title,
        status: action.status.id(),
        reached: action.outcome.reached.map(Reached::id),
        places: steps(action).iter().map(step).collect(),
        decided,
        decided_before,
    }
}

/// The last decision of an action, and those before it.
fn taken<'a>(
    told: &'a Told,
    action: &'a Action,
) -> (Option<DecidedView<'a>>, Vec<DecidedView<'a>>) {
    let (last, before): (Vec<&Taken>, Vec<&Taken>) =
        told.of(&action.id).partition(|one| one.is_last);
    let view = |one: &&'a Taken| of_decision(told, one);
    (last.first().map(view), before.iter().map(view).collect())
}

fn of_action<'a>(told: &'a Told, action: &'a Action) -> ActionView<'a> {
    let plan = &told.plan;
    let (decided, decided_before) = taken(told, action);
    let several = |ids: &[Id]| ids.iter().map(|id| reference(plan, id)).collect();
    let (euros, euros_secured) = action.euros();
    ActionView {
        id: &action.id,
        title: &action.title,
        status: action.status.id(),
        lever: action.lever.as_ref().map(|id| reference(plan, id)),
        targets: several(&action.targets),
        wave: action.wave.as_ref().map(|id| reference(plan, id)),
        lead: several(&action.lead),
        occupations: &action.occupations,
        begins: text(action.begins),
        ends: text(action.ends),
        signed_off: action
            .signed_off
            .as_ref()
            .map(|signed| Signed { date: signed.date.to_string(), who: &signed.who }),
        euros,
        euros_secured,
        programme: action.programme.as_ref().map(|link| link.key.as_str()),
        places: steps(action).iter().map(step).collect(),
        programme_broken: action.programme.as_ref().and_then(|link| told.is_gone(&link.key)),
        decided,
        decided_before,
    }
}

fn of_decision<'a>(told: &'a Told, taken: &'a Taken) -> DecidedView<'a> {
    let Taken { on: decided, figures: followed, .. } = taken;
    let files = told.found.as_ref().map(|found| found.present.files.as_slice());
    let file = |one: &'a Fingerprint| FileView {
        file: &one.file,
        sha256: &one.sha256,
        now: files.map(|files| content(one, files).id()),
    };
    let figure = |one: &'a Followed| FollowedView {
        label: &one.then.label,
        then: of_figure(&one.then),
        now: one.now.as_ref().map(of_figure),
        difference: number(one.difference),
        change: one.change.id(),
        why: match one.change {
            Change::CannotSay(why) => Some(why.id()),
            _ => None,
        },
    };
    DecidedView {
        date: decided.date.to_string(),
        who: &decided.who,
        method: &decided.method,
        edition: &decided.edition,
        files: decided.fingerprints.iter().map(file).collect(),
        figures: followed.iter().map(figure).collect(),
    }
}

fn of_figure(figure: &FrozenFigure) -> FigureView<'_> {
    let (bounds, level) = match figure.spread {
        Spread::None => ("none", None),
        Spread::Masking => ("masking", None),
        Spread::Interval(level) => ("interval", Some(level)),
    };
    FigureView {
        id: &figure.mark,
        table: &figure.key.table,
        row: &figure.key.row,
        column: &figure.key.column,
        indicator: Some(figure.indicator.as_str()).filter(|id| !id.is_empty()),
        unit: figure.unit.map(crate::model::Unit::id),
        territory: &figure.territory,
        occupation: figure.occupation.as_deref(),
        year: figure.year,
        value: number(figure.value),
        words: Some(figure.words.as_str()).filter(|words| !words.is_empty()),
        low: number(figure.low),
        high: number(figure.high),
        bounds,
        level,
        n: figure.n,
        grade: figure.grade.map(|grade| grade.to_string()),
        hidden: figure.hidden.as_deref(),
        source: &figure.source,
    }
}

fn finding(plan: &ActionPlan, one: &Finding, catalog: &Catalog) -> FindingView {
    let (actions, actors, score) = match one.clone() {
        Finding::NoLead { action } => (vec![action], Vec::new(), None),
        Finding::TwoLeads { action, actors } => (vec![action], actors, None),
        Finding::BrokenLead { action, actor } => (vec![action], vec![actor], None),
        Finding::Overload { actor, leads, .. } => (leads, vec![actor], None),
        Finding::Alike { a, b, score, .. } => (vec![a, b], Vec::new(), Some(score)),
    };
    let message = words::finding(plan, one, catalog);
    FindingView { kind: one.id(), actions, actors, score, message }
}

fn due<'a>(plan: &ActionPlan, one: &'a Due, catalog: &Catalog) -> DueView<'a> {
    let (action, milestone, indicator) = match &one.what {
        What::Milestone { action, milestone, .. } => (Some(action), Some(milestone), None),
        What::End { action } => (Some(action), None, None),
        What::Measure { indicator } => (None, None, Some(indicator)),
    };
    DueView {
        kind: one.what.id(),
        action: action.map(String::as_str),
        milestone: milestone.map(String::as_str),
        indicator: indicator.map(String::as_str),
        date: one.date.to_string(),
        days: one.days,
        message: words::due(plan, one, catalog),
    }
}

fn indicator<'a>(
    plan: &ActionPlan,
    one: &'a Indicator,
    again: Option<&'a Measure>,
) -> IndicatorView<'a> {
    let latest = one.latest();
    let measure = |measure: &'a Measure| MeasureView {
        date: measure.date.to_string(),
        value: measure.value.value(),
        source: &measure.source,
        year: measure.year,
        low: number(measure.low),
        high: number(measure.high),
    };
    IndicatorView {
        id: &one.id,
        name: &one.name,
        kind: one.kind.id(),
        unit: &one.unit,
        owner: one.owner.as_ref().map(|id| reference(plan, id)),
        baseline: number(one.baseline),
        target: number(one.target),
        latest: latest.map(measure),
        computed: again.map(measure),
        reached: latest.and_then(|measure| one.reaches(measure.value)),
        next: text(next_measure(plan, one)),
        followed: is_followed(plan, &one.id),
        measures: one.measures.len(),
    }
}

fn programme(one: OfProgramme) -> ProgrammeView {
    let OfProgramme { key, name, actions, steps, partial } = one;
    ProgrammeView { key, name, actions, places: steps.iter().map(step).collect(), partial }
}
