//! From candidate programmes to the best use of a budget: what the search is asked, and what it
//! cannot be asked about.

use crate::model::planning::{ANY_FUNDER, Hypotheses, Planning};
use crate::model::{Date, Fap, fold};
use crate::recommend::choice::{Candidate, Objective, Payer, Target, Terms};
use crate::recommend::funding::{Ruling, rule};
use crate::recommend::proposal::{Known, NeedBasis, Origin, Proposal, whole};
use crate::reference::financing::{Measure, Payer as FundingPayer, Status};
use crate::reference::params::Parameters;
use std::collections::{BTreeMap, BTreeSet};

/// Why a choice is made without money: each place then counts for one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unpaid {
    /// There is a budget, and no candidate whose cost is known.
    NoCost,
    /// There is no budget: limits alone are asked.
    NoBudget,
}

impl Unpaid {
    /// In `--json` and in the catalogs (`choice-unpaid-…`).
    pub const fn id(self) -> &'static str {
        match self {
            Self::NoCost => "no-cost",
            Self::NoBudget => "no-budget",
        }
    }
}

/// What the search is asked.
#[derive(Clone, Debug, PartialEq)]
pub struct Selection {
    pub candidates: Vec<Candidate>,
    pub terms: Terms,
    /// The choice is made without money: what a place costs in `candidates` is then one place,
    /// and nothing of it is euros.
    pub unpaid: Option<Unpaid>,
    /// What the user supposes where nothing tells.
    pub hypotheses: Hypotheses,
    /// Names of budgets that no device pays with, and all payers that devices name.
    pub unknown_funders: Vec<String>,
    pub payers: BTreeSet<String>,
    /// Without a known cost: they cannot be set against others, but without money.
    pub unpriced: Vec<String>,
    /// Their verdict is undetermined, or their least need not known: places are bought once
    /// employers answer, or the user writes a need.
    pub unconfirmed: Vec<String>,
    /// Left out by the user.
    pub set_aside: Vec<String>,
}

impl Selection {
    /// All the candidates that there are: each is asked about, or is kept out for a reason.
    pub const fn n_proposals(&self) -> usize {
        let asked = self.candidates.len() + self.unconfirmed.len() + self.set_aside.len();
        // Without money, those without a cost are asked about too.
        if self.unpaid.is_some() { asked } else { asked + self.unpriced.len() }
    }

    /// Those that a cost keeps out.
    pub fn kept_out(&self) -> &[String] {
        if self.unpaid.is_some() { &[] } else { &self.unpriced }
    }
}

/// The question that proposals and the user's limits put.
pub fn select(
    proposals: &[Proposal],
    planning: &Planning,
    parameters: &Parameters,
    decided_on: Date,
) -> Selection {
    let mut selection = Selection {
        candidates: Vec::new(),
        terms: terms(proposals, planning, decided_on),
        unpaid: None,
        hypotheses: planning.hypotheses(),
        unknown_funders: unknown_funders(planning, parameters),
        payers: known_payers(parameters),
        unpriced: Vec::new(),
        unconfirmed: Vec::new(),
        set_aside: Vec::new(),
    };
    let mut free: Vec<Candidate> = Vec::new();
    for proposal in proposals {
        if proposal.changes.set_aside {
            selection.set_aside.push(proposal.id());
            continue;
        }
        if proposal.is_unconfirmed() {
            selection.unconfirmed.push(proposal.id());
            continue;
        }
        let told = proposal.terms.place_cost;
        free.push(counted(proposal));
        match told.map(|cost| candidate(proposal, cost, payers(proposal, planning, parameters))) {
            Some(candidate) => selection.candidates.push(candidate),
            None => selection.unpriced.push(proposal.id()),
        }
    }
    let money = planning.has_money();
    let unpaid = if money && selection.candidates.is_empty() {
        (!selection.unpriced.is_empty()).then_some(Unpaid::NoCost)
    } else {
        (!money && planning.has_limits()).then_some(Unpaid::NoBudget)
    };
    if let Some(unpaid) = unpaid {
        // A purse of places that all could be opened from: the limits alone decide.
        let most = |one: &Candidate| f64::from(one.most_group) * f64::from(one.most_sessions);
        let purse: f64 = free.iter().map(most).sum();
        selection.terms.budgets = BTreeMap::from([(ANY_FUNDER.to_owned(), purse)]);
        selection.candidates = free;
        selection.unpaid = Some(unpaid);
    }
    selection
}

/// Who pays, of the devices that are in force.
fn known_payers(parameters: &Parameters) -> BTreeSet<String> {
    let devices = parameters.devices().iter().filter(|device| device.status == Status::InForce);
    devices.flat_map(|device| device.payers.iter().map(|payer| payer.name.clone())).collect()
}

/// Budgets that are of no payer nor device at all: a name written otherwise, most likely.
fn unknown_funders(planning: &Planning, parameters: &Parameters) -> Vec<String> {
    let known = |funder: &str| {
        parameters.devices().iter().any(|device| {
            names(&device.name, funder)
                || device.payers.iter().any(|payer| names(&payer.name, funder))
        })
    };
    let named = planning.budgets.keys().filter(|funder| *funder != ANY_FUNDER);
    named.filter(|funder| !known(funder)).cloned().collect()
}

/// A candidate of which a place costs one place.
fn counted(proposal: &Proposal) -> Candidate {
    let any = Payer { funder: ANY_FUNDER.to_owned(), most_share: 1.0, most_per_place: None };
    let one = Known::exactly(1.0, Origin::Method);
    Candidate { session_cost: 0.0, ..candidate(proposal, one, vec![any]) }
}

fn candidate(proposal: &Proposal, cost: Known, payers: Vec<Payer>) -> Candidate {
    let terms = &proposal.terms;
    let spread = [cost.high - cost.value, cost.value - cost.low].into_iter().fold(0.0, f64::max);
    Candidate {
        id: proposal.id(),
        occupation: proposal.key.occupation,
        audience: proposal.key.audience,
        sector: proposal.sector.map(String::from),
        least_group: terms.least_group,
        most_group: terms.most_group,
        most_sessions: terms.most_sessions,
        session_cost: terms.session_cost,
        place_cost: cost.value,
        cost_spread: if cost.value > 0.0 { (spread / cost.value).min(1.0) } else { 0.0 },
        payers,
        provider: terms.provider.clone(),
        lead_weeks: Some(terms.lead_weeks),
        needed_by: terms.needed_by,
        brings: terms.brings.estimate(),
    }
}

/// The funders with a budget that may pay: any funder for anything, a named one for what one of
/// its devices knows.
fn payers(proposal: &Proposal, planning: &Planning, parameters: &Parameters) -> Vec<Payer> {
    let rulings: Vec<Ruling<'_>> = parameters
        .devices()
        .iter()
        .filter(|device| proposal.devices.contains(&device.id))
        .map(|device| rule(device, &proposal.request))
        .collect();
    let one = |funder: &String| {
        if funder == ANY_FUNDER {
            return Some(Payer { funder: funder.clone(), most_share: 1.0, most_per_place: None });
        }
        // What was not verified, or holds for firms of a size that is not known, never decides.
        let is_sure = |payer: &&&FundingPayer| {
            let sized = payer.most_employees.is_none() || proposal.request.employer_size.is_some();
            !payer.fact.unverified && sized
        };
        let pays = rulings.iter().filter(|ruling| {
            let mut sure = ruling.payers.iter().filter(is_sure);
            sure.any(|payer| names(&payer.name, funder) || names(&ruling.device.name, funder))
        });
        // The most generous of its devices; one without a limit has none.
        let mut most: Option<Option<f64>> = None;
        for ruling in pays {
            let cap = cap(ruling);
            most = Some(match most {
                None => cap,
                Some(known) => known.zip(cap).map(|(known, cap)| known.max(cap)),
            });
        }
        most.map(|most_per_place| Payer { funder: funder.clone(), most_share: 1.0, most_per_place })
    };
    planning.budgets.keys().filter_map(one).collect()
}

/// € for one person at most, where a rule that was verified says so.
fn cap(ruling: &Ruling<'_>) -> Option<f64> {
    let verified = ruling.amounts.iter().filter(|estimate| !estimate.amount.fact.unverified);
    let sums = verified.filter_map(|estimate| match estimate.amount.measure {
        Measure::PerHour | Measure::AtMost => Some(estimate.euros?.1),
        Measure::Average | Measure::LeftToPay | Measure::ToEmployer => None,
    });
    sums.reduce(f64::max)
}

/// Whether a payer is that funder: its words one after the other, whatever the case. A letter, or
/// nothing, names nobody.
fn names(payer: &str, funder: &str) -> bool {
    let words = |text: &str| -> Vec<String> {
        let words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
        words.map(fold).collect()
    };
    let (payer, funder) = (words(payer), words(funder));
    !funder.is_empty() && payer.windows(funder.len()).any(|window| *window == *funder)
}

fn terms(proposals: &[Proposal], planning: &Planning, decided_on: Date) -> Terms {
    let mut needs: BTreeMap<Fap, u32> = BTreeMap::new();
    let mut need_bounds: BTreeMap<Fap, (u32, u32)> = BTreeMap::new();
    for proposal in proposals {
        let need = &proposal.need;
        needs.insert(proposal.key.occupation, need.places());
        // Behind a need that is supposed stands all that the files leave open.
        let low = if need.basis == NeedBasis::Stated { &proposal.computed_need } else { need }.low;
        need_bounds.insert(proposal.key.occupation, (whole(low), whole(need.high.ceil())));
    }
    // A need that the user wrote on one candidate of an occupation holds for all of them.
    let mut written: BTreeMap<Fap, u32> = BTreeMap::new();
    for proposal in proposals.iter().filter(|one| one.changes.least_need.is_some()) {
        let most = written.entry(proposal.key.occupation).or_default();
        *most = proposal.need.places().max(*most);
    }
    // What the user wrote is certain.
    need_bounds.retain(|occupation, _| !written.contains_key(occupation));
    needs.extend(written);
    let floors = planning.floors.iter();
    let floors = floors.filter_map(|(id, places)| Some((Target::from_id(id)?, *places)));
    let objective = Objective::ALL.into_iter().find(|one| one.id() == planning.objective);
    Terms {
        budgets: planning.budgets.iter().map(|(who, sum)| (who.clone(), f64::from(*sum))).collect(),
        most_occupations: planning.most_occupations,
        floors: floors.collect(),
        capacities: planning.capacities.clone(),
        most_places: planning.most_places,
        needs,
        need_bounds,
        decided_on,
        latest_start: planning.latest_start,
        objective: objective.unwrap_or_default(),
    }
}
