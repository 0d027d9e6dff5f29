//! Causes stated by employers in an export: of each scope, those who name one, and those who name
//! each. A share leaves weighted and unweighted, or not at all.
//!
//! Every cause of the layout is a row, named or not, and one reason hides those that nobody names,
//! that all name, that two name and that would give such a one: a row left out, or a reason of its
//! own, would tell which.

use crate::analysis::employers::causes::{Cited, Stated};
use crate::model::{Figure, Origin, Scope, Territory, Unit, Value};
use crate::report::survey::apart::CAUSE;
use crate::report::survey::draft::{Decided, Draft, Weighting};
use crate::report::survey::lines::leave_room;
use crate::report::survey::needs::breakdown;
use crate::report::survey::{PublishedCause, PublishedCauses, shares};
use crate::secrecy::journal::{Fate, Rule};
use crate::secrecy::primary::{Reason, Thresholds};
use crate::secrecy::publish_decided;
use crate::secrecy::rounding::Step;
use crate::survey::interval::LEAST_ANSWERS;
use std::collections::BTreeMap;

/// Where the causes of a scope stand in the export; `None` where too few name one for any to be
/// shown, and no sum of sectors needs them.
type Place = Option<Places>;

/// Positions in the export.
pub struct Places {
    having: usize,
    declaring: usize,
    /// Weighted and unweighted.
    answered: [usize; 2],
    cited: Vec<[usize; 2]>,
}

/// Puts the causes into the export; `weights` by place among the establishments asked.
pub fn put(draft: &mut Draft<'_>, causes: &[Stated], weights: &BTreeMap<usize, f64>) -> Vec<Place> {
    let needed = |stated: &Stated| {
        let adds_up = stated.scope.is_sector() || stated.scope == Scope::All;
        adds_up || stated.answered.len() >= LEAST_ANSWERS
    };
    let places: Vec<Place> =
        causes.iter().map(|stated| needed(stated).then(|| one(draft, stated, weights))).collect();
    // Everyone is of one sector: sectors make the whole.
    let whole = causes.iter().position(|stated| stated.scope == Scope::All);
    let whole = whole.and_then(|whole| places.get(whole)?.as_ref());
    let Some(whole) = whole else { return places };
    let sectors: Vec<&Places> = causes
        .iter()
        .zip(&places)
        .filter(|(stated, _)| stated.scope.is_sector())
        .filter_map(|(_, places)| places.as_ref())
        .collect();
    if !sectors.is_empty() {
        let mut add_up = |of: &dyn Fn(&Places) -> Option<usize>| {
            if let Some(total) = of(whole) {
                draft.total(total, sectors.iter().filter_map(|sector| of(sector)).collect());
            }
        };
        add_up(&|places| Some(places.having));
        add_up(&|places| Some(places.declaring));
        for weighting in 0..2 {
            add_up(&|places| places.answered.get(weighting).copied());
            for cause in 0..whole.cited.len() {
                add_up(&|places| places.cited.get(cause)?.get(weighting).copied());
            }
        }
    }
    places
}

fn one(draft: &mut Draft<'_>, stated: &Stated, weights: &BTreeMap<usize, f64>) -> Places {
    let list = draft.list;
    let mut add = |key: &str, who: &[usize], weighting: Weighting, rule: Rule| {
        let parts = weighting.parts(list, weights, who.iter().map(|who| (*who, 1.0)));
        draft.add(weighting.of(key), breakdown(&stated.scope), &parts, rule, true)
    };
    // Who is in difficulty, among all, is a yes or a no of each.
    let alone = Weighting::Unweighted;
    let having = add("causes/having", &stated.having, alone, Rule::Total);
    let declaring = add("causes/declaring", &stated.declaring, alone, Rule::PartOf(having));
    let answered = Weighting::BOTH
        .map(|weighting| add("causes/asked", &stated.answered, weighting, Rule::Total));
    let cited: Vec<[usize; 2]> = stated
        .cited
        .iter()
        .map(|cited| {
            let key = format!("{CAUSE}{}", cited.cause);
            let [weighted, unweighted] = answered;
            [(Weighting::Weighted, weighted), (Weighting::Unweighted, unweighted)]
                .map(|(weighting, base)| add(&key, &cited.who, weighting, Rule::PartOf(base)))
        })
        .collect();
    draft.together(answered.to_vec());
    for twins in &cited {
        draft.together(twins.to_vec());
    }
    Places { having, declaring, answered, cited }
}

/// Hides more of the causes of a scope, where those that are shown leave too little room: who
/// answered named one at least.
pub fn settled(causes: &[Stated], places: &[Place], decided: &mut Decided, thresholds: Thresholds) {
    for (stated, places) in causes.iter().zip(places) {
        let Some(places) = places else { continue };
        let counts = stated.cited.iter().map(|cited| cited.who.len());
        let options: Vec<_> = counts.zip(places.cited.iter().copied()).collect();
        leave_room(decided, stated.answered.len(), &options, thresholds);
    }
}

/// The causes as decided.
pub fn shown(
    causes: &[Stated],
    places: &[Place],
    decided: &Decided,
    (weights, territory, thresholds): (&BTreeMap<usize, f64>, Territory, Thresholds),
) -> Vec<PublishedCauses> {
    let count = |who: &[usize]| u32::try_from(who.len()).unwrap_or(u32::MAX);
    let least = thresholds.least_units();
    let fate = |places: &[usize]| {
        decided.fate(&places.iter().map(|place| Some(*place)).collect::<Vec<_>>())
    };
    let all = causes.iter().zip(places);
    all.map(|(stated, places)| {
        let n = count(&stated.answered);
        let few = Fate::Primary(Reason::TooFewUnits { units: n, least });
        let base = places.as_ref().map_or_else(|| few.clone(), |places| fate(&places.answered));
        let weight = |who: &usize| (*who, weights.get(who).copied().unwrap_or(1.0));
        let answered: Vec<(usize, f64)> = stated.answered.iter().map(weight).collect();
        let cause = |(place, cited): (usize, &Cited)| {
            let twins = places.as_ref().and_then(|places| places.cited.get(place));
            let own = twins.map_or_else(|| few.clone(), |twins| fate(twins));
            let fate = if own == Fate::Shown { base.clone() } else { own };
            let figure = |value: Value| Figure {
                indicator: "survey-causes",
                territory,
                value,
                unit: Unit::ShareOfEstablishments,
                n,
                masked_cells: 0,
                grade: None,
                origin: Origin::Respondents { n, largest_share: 0.0 },
            };
            let beside = cited.unweighted.map(|share| Step::TENTH_OF_POINT.nearest(share));
            let unweighted = beside.map_or(Value::Unknown, Value::Exact);
            let (value, of_weights) = shares::of(cited.value, &answered, &cited.who, thresholds);
            let weighted = if fate == Fate::Shown { of_weights } else { fate.clone() };
            PublishedCause {
                cause: cited.cause.clone(),
                weighted: publish_decided(&figure(value), &weighted),
                unweighted: publish_decided(&figure(unweighted), &fate),
                refusal: cited.refusal.filter(|_| weighted == Fate::Shown),
            }
        };
        let declaring = places.as_ref().map(|places| fate(&[places.declaring, places.having]));
        PublishedCauses {
            scope: stated.scope.clone(),
            declaring: (declaring == Some(Fate::Shown)).then_some(count(&stated.declaring)),
            answered: (base == Fate::Shown).then_some(n),
            causes: stated.cited.iter().enumerate().map(cause).collect(),
        }
    })
    .collect()
}
