//! From results to a chosen plan: candidate programmes of every occupation where training is a
//! lever, and the best use of a budget among them.

use crate::analysis::Results;
use crate::analysis::balanced::Balanced;
use crate::flows::balance::Basis;
use crate::flows::spread::Span;
use crate::matching::supply::Offer;
use crate::model::planning::{Hypotheses, Planning, Scenario, Supposition};
use crate::model::{Date, Fap, Territory};
use crate::recommend::choice::explain::{self, Left, Survival};
use crate::recommend::choice::more::{More, more};
use crate::recommend::choice::{Choice, ChoiceError, Effort, Objective, Taken, Terms, choose};
use crate::recommend::proposal::{
    Case, Proposal, Selection, Setting, added, proposals, select, usual_rate,
};
use crate::recommend::verdict::{Conclusion, Verdict};
use crate::reference::params::Parameters;
use std::collections::{BTreeMap, BTreeSet};

/// € more of each funder of which is told what they would buy.
pub const STEP: f64 = 10_000.0;
/// Redraws behind how often a candidate stays chosen, and their seed.
pub const REDRAWS: (u32, u64) = (100, 20_261_130);

/// The choice, and why.
#[derive(Clone, Debug, PartialEq)]
pub struct Answer {
    pub choice: Choice,
    pub left: Vec<Left>,
    pub more: Vec<More>,
    pub survival: Survival,
}

/// Candidates and what was chosen among them.
#[derive(Clone, Debug, PartialEq)]
pub struct Plan {
    pub proposals: Vec<Proposal>,
    pub selection: Selection,
    /// What the files tell of costs.
    pub costs: ToldCosts,
    /// `None` without a budget nor any limit: nothing was asked.
    pub answer: Option<Result<Answer, ChoiceError>>,
}

impl Plan {
    /// Without a candidate nor a question: programmes are not looked at.
    pub fn none(decided_on: Date) -> Self {
        let terms = Terms {
            budgets: BTreeMap::new(),
            most_occupations: None,
            floors: BTreeMap::new(),
            capacities: BTreeMap::new(),
            most_places: None,
            needs: BTreeMap::new(),
            need_bounds: BTreeMap::new(),
            decided_on,
            latest_start: None,
            objective: Objective::default(),
        };
        let (candidates, unpriced, unconfirmed, set_aside) = Default::default();
        let selection = Selection {
            candidates,
            terms,
            unpaid: None,
            hypotheses: Hypotheses::default(),
            unknown_funders: Vec::new(),
            payers: BTreeSet::new(),
            unpriced,
            unconfirmed,
            set_aside,
        };
        let costs = ToldCosts::default();
        Self { proposals: Vec::new(), selection, costs, answer: None }
    }

    pub fn proposal(&self, id: &str) -> Option<&Proposal> {
        self.proposals.iter().find(|proposal| proposal.id() == id)
    }

    /// € of what was chosen of a candidate; `None` where no cost is known, of a choice made without
    /// money.
    pub fn cost_of(&self, taken: &Taken) -> Option<f64> {
        if self.selection.unpaid.is_none() {
            return Some(taken.cost);
        }
        self.proposal(&taken.id)?.cost(taken.sessions, taken.places)
    }

    /// What was chosen, where something was.
    pub fn chosen(&self) -> Option<&Answer> {
        self.answer.as_ref()?.as_ref().ok()
    }
}

/// A candidate whose place in the choice differs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Moved {
    pub id: String,
    /// Places chosen; 0 where it is left or is no candidate.
    pub before: u32,
    pub after: u32,
}

/// What a scenario changes of a plan.
#[derive(Clone, Debug, PartialEq)]
pub struct Difference {
    /// Objective reached without and with it; `None` where nothing could be chosen.
    pub objective: (Option<f64>, Option<f64>),
    /// By identifier.
    pub moved: Vec<Moved>,
    /// Candidates that are there without it only, and with it only.
    pub gone: Vec<String>,
    pub come: Vec<String>,
}

/// Two plans side by side.
pub fn difference(before: &Plan, after: &Plan) -> Difference {
    let places = |plan: &Plan| -> BTreeMap<String, u32> {
        let taken = plan.chosen().map(|answer| answer.choice.taken.as_slice()).unwrap_or_default();
        taken.iter().map(|taken| (taken.id.clone(), taken.places)).collect()
    };
    let (old, new) = (places(before), places(after));
    let all: BTreeSet<&String> = old.keys().chain(new.keys()).collect();
    let of = |places: &BTreeMap<String, u32>, id: &str| places.get(id).copied().unwrap_or_default();
    let moved = all.into_iter().filter_map(|id| {
        let (before, after) = (of(&old, id), of(&new, id));
        (before != after).then(|| Moved { id: id.clone(), before, after })
    });
    let ids = |plan: &Plan| plan.proposals.iter().map(Proposal::id).collect::<BTreeSet<String>>();
    let (old_ids, new_ids) = (ids(before), ids(after));
    let objective = |plan: &Plan| plan.chosen().map(|answer| answer.choice.objective);
    Difference {
        objective: (objective(before), objective(after)),
        moved: moved.collect(),
        gone: old_ids.difference(&new_ids).cloned().collect(),
        come: new_ids.difference(&old_ids).cloned().collect(),
    }
}

/// What a scenario changes of an occupation, without and with it.
#[derive(Clone, Debug, PartialEq)]
pub struct Shift {
    pub occupation: Fap,
    pub verdict: (Option<Verdict>, Option<Verdict>),
    /// Over three years.
    pub need: (Option<Span>, Option<Span>),
    pub gap: (Option<Span>, Option<Span>),
}

/// What a scenario or its absence says of occupations: results with their verdicts.
pub type World<'a> = (&'a Results, &'a BTreeMap<Fap, Conclusion>);

/// The occupations whose verdict, need or gap differs, by code.
pub fn shifts(before: World<'_>, after: World<'_>) -> Vec<Shift> {
    let told = |(results, verdicts): World<'_>, code: Fap| {
        let balance = results.balances.get(&code);
        let need = balance.and_then(|one| one.needs?.get(1).copied());
        let gap = balance.and_then(|one| one.gap()?.span);
        (verdicts.get(&code).map(|one| one.verdict), need, gap)
    };
    let one = |code: Fap| {
        let (was, is) = (told(before, code), told(after, code));
        (was != is).then_some(Shift {
            occupation: code,
            verdict: (was.0, is.0),
            need: (was.1, is.1),
            gap: (was.2, is.2),
        })
    };
    before.0.occupations.iter().filter_map(|occupation| one(occupation.code)).collect()
}

/// Suppositions of a scenario that can change nothing: departures where no occupation's are known,
/// and what bears on an occupation that is not there.
pub fn without_effect<'a>(scenario: &'a Scenario, results: &Results) -> Vec<&'a Supposition> {
    let here = |code: &str| {
        let code = code.parse::<Fap>().ok();
        code.is_some_and(|code| results.occupations.iter().any(|one| one.code == code))
    };
    let counted = results.balances.values().any(|balance| balance.basis != Basis::Hires);
    let idle = |one: &&Supposition| match one {
        Supposition::Departures { percent } => *percent != 100 && !counted,
        Supposition::Posts { occupation, .. } | Supposition::Places { occupation, .. } => {
            !here(occupation)
        }
        Supposition::Lifted { occupation, .. } => {
            occupation.as_deref().is_some_and(|code| !here(code))
        }
        Supposition::Budget { .. } => false,
    };
    scenario.suppositions.iter().filter(idle).collect()
}

/// What the files tell of costs.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ToldCosts {
    /// Offers of continuing education that can still be followed, each once; those with a price,
    /// and those among them that lead to an occupation with a candidate.
    pub n_offers: u32,
    pub n_priced: u32,
    pub n_priced_here: u32,
    /// Certifications with a yearly support level of apprenticeship, and candidates that aim at
    /// one.
    pub n_supports: u32,
    pub n_supported: u32,
    /// Programmes of the library with a cost.
    pub n_experiences: u32,
}

/// What the files tell of costs, and how much of it bears on the candidates.
fn told_costs(results: &Results, proposals: &[Proposal]) -> ToldCosts {
    let here: BTreeSet<Fap> = proposals.iter().map(|one| one.key.occupation).collect();
    let usable = |offer: &&Offer| !offer.ended && offer.continuing != Some(false);
    let mut offers: BTreeMap<(usize, u32), (bool, bool)> = BTreeMap::new();
    let linked = results.occupations.iter().flat_map(|one| {
        let leads = here.contains(&one.code);
        one.supply.offers.iter().map(move |offer| (offer, leads))
    });
    let idle = results.idle.iter().chain(&results.unlinked).map(|offer| (offer, false));
    for (offer, leads) in linked.chain(idle).filter(|(offer, _)| usable(offer)) {
        let priced = offer.price.or(offer.hour_price).is_some_and(|price| price > 0.0);
        let known = offers.entry((offer.source, offer.row)).or_default();
        *known = (known.0 | priced, known.1 | leads);
    }
    let count = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
    ToldCosts {
        n_offers: count(offers.len()),
        n_priced: count(offers.values().filter(|(priced, _)| *priced).count()),
        n_priced_here: count(offers.values().filter(|(priced, leads)| *priced && *leads).count()),
        n_supports: count(results.supports.len()),
        n_supported: count(proposals.iter().filter(|one| one.support.is_some()).count()),
        n_experiences: count(results.library.iter().filter(|one| one.place_cost.is_some()).count()),
    }
}

/// The candidates of an analysis, in the order of the recommended list.
pub fn candidates(
    results: &Balanced,
    verdicts: &BTreeMap<Fap, Conclusion>,
    parameters: &Parameters,
    planning: &Planning,
) -> Vec<Proposal> {
    let view = &results.territory;
    let around = view.departments.iter().chain(&view.regions).map(|(place, _)| *place);
    let mut here: Vec<Territory> = vec![view.territory];
    here.extend(around.chain([Territory::France]));
    let mut cases: Vec<Case<'_>> = results
        .programmes
        .iter()
        .filter_map(|programme| {
            let mut occupations = results.occupations.iter();
            let occupation = occupations.find(|one| one.code == programme.occupation)?;
            Some(Case {
                occupation: occupation.code,
                verdict: verdicts.get(&occupation.code)?.verdict,
                finding: &occupation.finding,
                grade: programme.grade,
                plan: programme.training.as_ref(),
                lead: &programme.lead,
                supply: &occupation.supply,
                balance: results.balances.get(&occupation.code),
                sector: results.sectors.main(occupation.code, parameters.main_sector()),
            })
        })
        .collect();
    // Occupations that the user adds a candidate for, without a flag.
    for key in added(planning) {
        let occupation = results.occupations.iter().find(|one| one.code == key.occupation);
        let known = |case: &Case<'_>| case.occupation == key.occupation;
        let Some(occupation) = occupation.filter(|_| !cases.iter().any(known)) else { continue };
        let Some(conclusion) = verdicts.get(&occupation.code) else { continue };
        let lead = parameters.lead(occupation.finding.lever.id());
        cases.push(Case {
            occupation: occupation.code,
            verdict: conclusion.verdict,
            finding: &occupation.finding,
            grade: occupation.pressure.grade,
            plan: None,
            lead: lead.map_or("", |lead| lead.id.as_str()),
            supply: &occupation.supply,
            balance: results.balances.get(&occupation.code),
            sector: results.sectors.main(occupation.code, parameters.main_sector()),
        });
    }
    let offers = results.occupations.iter().flat_map(|one| &one.supply.offers);
    let usual_rate = usual_rate(offers.chain(&results.idle));
    let as_of = results.as_of;
    let (library, supports) = (&results.library, &results.supports);
    let here = &here;
    let setting = Setting { parameters, here, planning, usual_rate, library, supports, as_of };
    proposals(&cases, setting)
}

/// The best use of the budgets among candidates, with its reasons.
///
/// Costs many searches: off the frame.
pub fn plan(
    proposals: Vec<Proposal>,
    planning: &Planning,
    parameters: &Parameters,
    results: &Results,
) -> Plan {
    plan_while(proposals, planning, (parameters, results), &|| true)
}

/// As [`plan`], left off between two searches once nobody waits for it any more: it then has no
/// answer.
pub fn plan_while(
    proposals: Vec<Proposal>,
    planning: &Planning,
    (parameters, results): (&Parameters, &Results),
    awaited: &dyn Fn() -> bool,
) -> Plan {
    let selection = select(&proposals, planning, parameters, results.as_of);
    let asked = planning.has_money() || selection.unpaid.is_some();
    let answer = if asked { answer(&selection, awaited).transpose() } else { None };
    let costs = told_costs(results, &proposals);
    Plan { proposals, selection, costs, answer }
}

/// `None` when it was left off.
fn answer(
    selection: &Selection,
    awaited: &dyn Fn() -> bool,
) -> Result<Option<Answer>, ChoiceError> {
    let Selection { candidates, terms, .. } = selection;
    if !awaited() {
        return Ok(None);
    }
    let choice = choose(candidates, terms, Effort::CHOICE)?;
    let effort = Effort::QUESTION;
    if !awaited() {
        return Ok(None);
    }
    let left = explain::left(candidates, terms, &choice, effort)?;
    if !awaited() {
        return Ok(None);
    }
    let paid = selection.unpaid.is_none();
    let more = if paid { more(candidates, terms, &choice, STEP, effort)? } else { Vec::new() };
    if !awaited() {
        return Ok(None);
    }
    let survival = explain::survival(candidates, terms, &choice, REDRAWS, effort)?;
    let answer = Answer { choice, left, more, survival };
    Ok(Some(if paid { answer } else { without_money(answer) }))
}

/// What was counted in places tells no euro.
fn without_money(mut answer: Answer) -> Answer {
    answer.choice.spent.clear();
    for taken in &mut answer.choice.taken {
        taken.cost = 0.0;
        taken.paid.clear();
    }
    for left in &mut answer.left {
        left.reason = left.reason.clone().by_place();
    }
    answer
}
