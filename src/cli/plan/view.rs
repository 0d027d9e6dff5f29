//! The contract of `bassin plan --json` (docs/json.md).

use crate::analysis::planning::{Answer, Plan, Shift, shifts, without_effect};
use crate::cli::plan::Told;
use crate::cli::supply::view::SpanView;
use crate::flows::Horizon;
use crate::flows::allocation::Rule;
use crate::flows::balance::Balance;
use crate::flows::spread::Span;
use crate::model::planning::StatedCost;
use crate::recommend::choice::explain::{Between, Reason};
use crate::recommend::choice::more::Next;
use crate::recommend::choice::{ChoiceError, Estimate, Proof};
use crate::recommend::duplication::Precedent;
use crate::recommend::proposal::{Assumption, Known, Need, NeedBasis, Origin, Proposal, Unpaid};
use crate::recommend::verdict::Verdict;
use serde::Serialize;
use std::collections::BTreeMap;

#[derive(Serialize)]
pub struct View<'a> {
    territory: String,
    label: &'a str,
    year: u16,
    as_of: String,
    budgets: &'a BTreeMap<String, u32>,
    max_occupations: Option<u32>,
    objective: &'a str,
    candidates: Vec<CandidateView<'a>>,
    /// Why the choice is made without money; `null` where money decides.
    unpaid: Option<&'static str>,
    /// Places in all, at most.
    max_places: Option<u32>,
    /// Costs supposed by the user, by way of running a training, `*` for any.
    stated_costs: BTreeMap<&'a str, StatedView<'a>>,
    /// A need supposed where nothing establishes it.
    stated_need: Option<StatedNeedView<'a>>,
    unpriced: &'a [String],
    unconfirmed: &'a [String],
    set_aside: &'a [String],
    /// `null` without a budget.
    choice: Option<ChoiceView<'a>>,
    /// Why there is no choice.
    error: Option<String>,
    /// What the scenario changes; `null` without one.
    scenario: Option<ScenarioView<'a>>,
    /// Flagged occupations without a line of training, with their verdict and lever.
    not_training: Vec<OtherView<'a>>,
}

#[derive(Serialize)]
struct ScenarioView<'a> {
    name: &'a str,
    objective_before: Option<f64>,
    objective_after: Option<f64>,
    moved: Vec<MovedView<'a>>,
    gone: &'a [String],
    come: &'a [String],
    /// Occupations whose verdict, need or gap differs.
    shifts: Vec<ShiftView>,
    /// Kinds of suppositions that can change nothing.
    without_effect: Vec<&'static str>,
}

#[derive(Serialize)]
struct ShiftView {
    occupation: String,
    verdict: [Option<&'static str>; 2],
    need: [Option<[Option<f64>; 3]>; 2],
    gap: [Option<[Option<f64>; 3]>; 2],
}

#[derive(Serialize)]
struct MovedView<'a> {
    id: &'a str,
    places_before: u32,
    places_after: u32,
}

/// An hypothesis of the user on costs.
#[derive(Serialize)]
struct StatedView<'a> {
    /// € an hour and person.
    hour: Option<f64>,
    /// € a place.
    place: Option<f64>,
    source: &'a str,
}

/// So many per cent of the most that the files allow.
#[derive(Serialize)]
struct StatedNeedView<'a> {
    percent: u8,
    source: &'a str,
}

/// The yearly support level of an apprenticeship contract.
#[derive(Serialize)]
struct SupportView {
    value: f64,
    low: f64,
    high: f64,
    branches: u32,
    year: Option<u16>,
}

#[derive(Serialize)]
struct KnownView {
    value: f64,
    low: f64,
    high: f64,
    from: &'static str,
    /// Offers that say it.
    n: Option<u32>,
}

#[derive(Serialize)]
#[expect(clippy::struct_excessive_bools, reason = "documented fields, each told apart")]
struct CandidateView<'a> {
    id: String,
    occupation: String,
    label: &'a str,
    format: &'static str,
    audience: &'static str,
    verdict: &'static str,
    diagnosis: &'static str,
    grade: String,
    /// Section of NAF that most of its hires are made in.
    sector: Option<char>,
    need: NeedView,
    least_group: u32,
    most_group: u32,
    most_sessions: u32,
    hours: Option<KnownView>,
    place_cost: Option<KnownView>,
    /// The hypothesis that the cost stands on, with its source; `null` of what a file tells.
    cost_assumption: Option<StatedView<'a>>,
    /// Right for a contract of apprenticeship alone.
    apprenticeship_support: Option<SupportView>,
    session_cost: f64,
    lead_weeks: u32,
    needed_by: Option<String>,
    stays: KnownView,
    provider: Option<&'a str>,
    way: &'static str,
    precedents: Vec<PrecedentView<'a>>,
    devices: &'a [String],
    commitment_required: bool,
    /// Causes that employers must commit themselves to change.
    conditions: Vec<&'static str>,
    committed: bool,
    lead: &'a str,
    also: Vec<&'static str>,
    risks: Vec<&'static str>,
    /// What the user wrote over computed words, by part.
    written: BTreeMap<&'static str, &'a str>,
    /// First day that it could begin, by the rules of which it is financed.
    start: Option<String>,
    /// The user added it.
    by_hand: bool,
    /// The user changed it by hand.
    changed: bool,
}

/// A comparable programme of the library.
#[derive(Serialize)]
struct PrecedentView<'a> {
    source: usize,
    row: u32,
    id: &'a str,
    title: &'a str,
    kinship: &'static str,
    /// What is not said counting as far, then as close, 0–1.
    score: f64,
    score_at_most: f64,
    worked: bool,
    /// Closeness by criterion; `null` where it is not said.
    reasons: BTreeMap<&'static str, Option<f64>>,
    entered: f64,
    completed: f64,
    employed_6m: Option<f64>,
    present_12m: Option<f64>,
    place_cost: Option<f64>,
}

#[derive(Serialize)]
pub struct NeedView {
    value: Option<f64>,
    low: f64,
    high: f64,
    basis: &'static str,
    /// What is known of `low`.
    floor: &'static str,
    /// Places are counted a year.
    horizon: &'static str,
    /// The need that `supply` shows, and whether this one is made of it.
    supply: Option<SupplyNeedView>,
}

#[derive(Serialize)]
struct SupplyNeedView {
    same: bool,
    horizon: &'static str,
    basis: &'static str,
    rule: Option<&'static str>,
    gap: Option<SpanView>,
}

/// The need of a candidate beside the one that `supply` shows.
pub fn need(need: &Need, balance: Option<&Balance>) -> NeedView {
    let of_supply = |balance: &Balance| {
        let gap = balance.gap()?;
        Some(SupplyNeedView {
            same: need.basis == NeedBasis::Gap,
            horizon: gap.horizon.id(),
            basis: balance.basis.id(),
            rule: gap.rule().map(Rule::id),
            gap: gap.span.map(SpanView::from),
        })
    };
    NeedView {
        value: need.value,
        low: need.low,
        high: need.high,
        basis: need.basis.id(),
        floor: need.floor.id(),
        horizon: Horizon::OneYear.id(),
        supply: balance.and_then(of_supply),
    }
}

#[derive(Serialize)]
struct ChoiceView<'a> {
    objective: f64,
    bound: f64,
    /// `optimal`, or the share by which another choice could do better.
    proof: &'static str,
    gap: Option<f64>,
    spent: &'a BTreeMap<String, f64>,
    chosen: Vec<TakenView<'a>>,
    left: Vec<LeftView<'a>>,
    more: Vec<MoreView<'a>>,
    redraws: u32,
}

#[derive(Serialize)]
struct EstimateView {
    value: f64,
    low: f64,
    high: f64,
}

#[derive(Serialize)]
struct TakenView<'a> {
    id: &'a str,
    sessions: u32,
    places: u32,
    useful_places: u32,
    /// `null` where it is not known, of a choice made without money.
    cost: Option<f64>,
    paid: &'a BTreeMap<String, f64>,
    brings: EstimateView,
    /// Share of the redraws in which it stays chosen, 0–1.
    survival: f64,
}

#[derive(Serialize)]
struct BetweenView {
    at_least: f64,
    at_most: Option<f64>,
}

#[derive(Serialize)]
struct LeftView<'a> {
    id: &'a str,
    reason: &'static str,
    /// What set it aside before the search.
    excluded: Option<&'static str>,
    /// The candidate it is set against.
    against: Option<&'a str>,
    /// What forcing it in would take from the objective.
    loss: Option<BetweenView>,
}

#[derive(Serialize)]
struct MoreView<'a> {
    funder: &'a str,
    euros: f64,
    gain: BetweenView,
    changes: &'a BTreeMap<String, (u32, u32)>,
    next: NextView,
}

/// From which sum on the objective rises.
#[derive(Serialize)]
struct NextView {
    /// € more; `null`: no sum raises it, or none was found.
    euros: Option<f64>,
    gain: Option<f64>,
    /// € more up to which it is proven not to rise; `null`: whatever the sum.
    not_below: Option<f64>,
    /// No lesser whole sum raises it, proven.
    exact: bool,
}

fn next(next: Next) -> NextView {
    let exact = next.is_exact();
    match next {
        Next::Never => NextView { euros: None, gain: None, not_below: None, exact },
        Next::At { euros, not_below, gain } => {
            NextView { euros: Some(euros), gain: Some(gain), not_below: Some(not_below), exact }
        }
        Next::NotFound { not_below } => {
            NextView { euros: None, gain: None, not_below: Some(not_below), exact }
        }
    }
}

#[derive(Serialize)]
struct OtherView<'a> {
    occupation: String,
    label: &'a str,
    verdict: Option<&'static str>,
    why: Option<&'static str>,
    lever: &'static str,
}

fn known(known: Known) -> KnownView {
    let n = match known.from {
        Origin::Offers(count)
        | Origin::Hourly(count)
        | Origin::Catalogue(count)
        | Origin::Support(count)
        | Origin::Library(count) => Some(count),
        _ => None,
    };
    KnownView { value: known.value, low: known.low, high: known.high, from: known.from.id(), n }
}

const fn between(between: Between) -> BetweenView {
    BetweenView { at_least: between.at_least, at_most: between.at_most }
}

const fn estimate(estimate: Estimate) -> EstimateView {
    EstimateView { value: estimate.value, low: estimate.low, high: estimate.high }
}

pub fn view<'a>(told: &'a Told<'_>) -> View<'a> {
    let (results, plan, planning) = (told.results, told.plan, told.planning);
    let others = results.programmes.iter().filter(|programme| {
        plan.proposals.iter().all(|proposal| proposal.key.occupation != programme.occupation)
    });
    View {
        territory: results.territory.territory.to_string(),
        label: &results.territory.label,
        year: results.year,
        as_of: results.as_of.to_string(),
        budgets: &planning.budgets,
        max_occupations: planning.most_occupations,
        objective: &planning.objective,
        candidates: plan.proposals.iter().map(|proposal| candidate(told, proposal)).collect(),
        unpaid: plan.selection.unpaid.map(Unpaid::id),
        max_places: planning.most_places,
        stated_costs: planning.costs.iter().map(|(way, one)| (way.as_str(), stated(one))).collect(),
        stated_need: planning
            .need
            .as_ref()
            .map(|need| StatedNeedView { percent: need.percent, source: &need.source }),
        unpriced: &plan.selection.unpriced,
        unconfirmed: &plan.selection.unconfirmed,
        set_aside: &plan.selection.set_aside,
        choice: plan.chosen().map(|answer| choice(plan, answer)),
        error: plan.answer.as_ref().and_then(|answer| answer.as_ref().err()).map(error),
        scenario: told.from.as_ref().map(|(scenario, base, difference)| ScenarioView {
            name: &scenario.name,
            objective_before: difference.objective.0,
            objective_after: difference.objective.1,
            moved: difference
                .moved
                .iter()
                .map(|moved| MovedView {
                    id: &moved.id,
                    places_before: moved.before,
                    places_after: moved.after,
                })
                .collect(),
            gone: &difference.gone,
            come: &difference.come,
            shifts: shifts((base.results, base.verdicts), (results, told.verdicts))
                .iter()
                .map(shifted)
                .collect(),
            without_effect: without_effect(scenario, results).iter().map(|one| one.id()).collect(),
        }),
        not_training: others
            .map(|programme| {
                let conclusion = told.verdicts.get(&programme.occupation);
                OtherView {
                    occupation: programme.occupation.to_string(),
                    label: told.occupation(programme.occupation),
                    verdict: conclusion.map(|conclusion| conclusion.verdict.id()),
                    why: conclusion.map(|conclusion| conclusion.why),
                    lever: programme.lever.id(),
                }
            })
            .collect(),
    }
}

fn shifted(shift: &Shift) -> ShiftView {
    let span = |one: Option<Span>| one.map(|one| [one.value, one.low, one.high]);
    let both = |(before, after)| [span(before), span(after)];
    let (before, after) = shift.verdict;
    ShiftView {
        occupation: shift.occupation.to_string(),
        verdict: [before, after].map(|one| one.map(Verdict::id)),
        need: both(shift.need),
        gap: both(shift.gap),
    }
}

fn error(error: &ChoiceError) -> String {
    error.to_string()
}

fn candidate<'a>(told: &'a Told<'_>, proposal: &'a Proposal) -> CandidateView<'a> {
    let Proposal { key, terms, .. } = proposal;
    CandidateView {
        id: proposal.id(),
        occupation: key.occupation.to_string(),
        label: told.occupation(key.occupation),
        format: key.format.id(),
        audience: key.audience.id(),
        verdict: proposal.verdict.id(),
        diagnosis: proposal.diagnosis.id(),
        grade: proposal.grade.to_string(),
        sector: proposal.sector,
        need: self::need(&proposal.need, told.results.balances.get(&key.occupation)),
        least_group: terms.least_group,
        most_group: terms.most_group,
        most_sessions: terms.most_sessions,
        hours: terms.hours.map(known),
        place_cost: terms.place_cost.map(known),
        cost_assumption: terms.assumption.as_ref().map(assumed),
        apprenticeship_support: proposal.support.map(|support| SupportView {
            value: support.value,
            low: support.low,
            high: support.high,
            branches: support.n_branches,
            year: support.year,
        }),
        session_cost: terms.session_cost,
        lead_weeks: terms.lead_weeks,
        needed_by: terms.needed_by.map(|date| date.to_string()),
        stays: known(terms.brings),
        provider: terms.provider.as_deref(),
        way: terms.way.id(),
        precedents: precedents(told, proposal),
        devices: &proposal.devices,
        commitment_required: proposal.commitment_required,
        conditions: proposal.conditions.iter().map(|cause| cause.id()).collect(),
        committed: proposal.changes.committed,
        lead: &proposal.lead,
        also: proposal.also.iter().map(|audience| audience.id()).collect(),
        risks: proposal.risks.iter().map(|risk| risk.id()).collect(),
        written: proposal
            .changes
            .parts
            .iter()
            .map(|(part, text)| (part.id(), text.as_str()))
            .collect(),
        start: proposal.request.start.map(|date| date.to_string()),
        by_hand: proposal.by_hand,
        changed: !proposal.changes.is_empty(),
    }
}

fn precedents<'a>(told: &'a Told<'_>, proposal: &Proposal) -> Vec<PrecedentView<'a>> {
    let library = &told.results.library;
    let one = |found: &Precedent| {
        let experience = library.get(found.at)?;
        Some(PrecedentView {
            source: experience.source,
            row: experience.row,
            id: &experience.id,
            title: &experience.title,
            kinship: found.kinship.id(),
            score: found.score,
            score_at_most: found.at_most,
            worked: found.worked,
            reasons: found.reasons.iter().map(|(why, close)| (why.id(), *close)).collect(),
            entered: experience.entered,
            completed: experience.completed,
            employed_6m: experience.employed_6m,
            present_12m: experience.present_12m,
            place_cost: experience.place_cost,
        })
    };
    proposal.precedents.iter().filter_map(one).collect()
}

fn stated(cost: &StatedCost) -> StatedView<'_> {
    StatedView {
        hour: cost.hour_cents.map(|cents| f64::from(cents) / 100.0),
        place: cost.place_euros.map(f64::from),
        source: &cost.source,
    }
}

fn assumed(assumption: &Assumption) -> StatedView<'_> {
    let (hour, place, source) = match assumption {
        Assumption::Hour { cents, source } => (Some(f64::from(*cents) / 100.0), None, source),
        Assumption::Place { euros, source } => (None, Some(f64::from(*euros)), source),
    };
    StatedView { hour, place, source }
}

fn choice<'a>(plan: &Plan, answer: &'a Answer) -> ChoiceView<'a> {
    let choice = &answer.choice;
    let taken = choice.taken.iter().map(|taken| TakenView {
        id: &taken.id,
        sessions: taken.sessions,
        places: taken.places,
        useful_places: taken.useful,
        cost: plan.cost_of(taken),
        paid: &taken.paid,
        brings: estimate(taken.brings),
        survival: answer.survival.chosen.get(&taken.id).copied().unwrap_or_default(),
    });
    let left = answer.left.iter().map(|left| LeftView {
        id: &left.id,
        reason: left.reason.id(),
        excluded: match &left.reason {
            Reason::Excluded(exclusion) => Some(exclusion.id()),
            _ => None,
        },
        against: match &left.reason {
            Reason::Outbid { by: other, .. }
            | Reason::DoesNotFit { than: other, .. }
            | Reason::BringsLess { by: other, .. }
            | Reason::BringsMore { than: other, .. } => Some(other),
            _ => None,
        },
        loss: left.loss.map(between),
    });
    let more = answer.more.iter().map(|more| MoreView {
        funder: &more.funder,
        euros: more.step,
        gain: between(more.gain),
        changes: &more.changes,
        next: next(more.next),
    });
    let (proof, gap) = match choice.proof {
        Proof::Optimal => ("optimal", None),
        Proof::Gap(share) => ("gap", Some(share)),
    };
    ChoiceView {
        objective: choice.objective,
        bound: choice.bound,
        proof,
        gap,
        spent: &choice.spent,
        chosen: taken.collect(),
        left: left.collect(),
        more: more.collect(),
        redraws: answer.survival.draws,
    }
}
