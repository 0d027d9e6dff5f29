//! What training can do for each occupation of the territory, and the supply that feeds none.

use crate::analysis::Results;
use crate::analysis::balanced::Balanced;
use crate::analysis::results::Occupation;
use crate::flows::balance::Balance;
use crate::flows::gap::Sign;
use crate::matching::reach::Limits;
use crate::matching::supply::Offer;
use crate::model::Fap;
use crate::recommend::duplication::{Wanted, is_proven, precedents};
use crate::recommend::stop::{Unfed, unfed};
use crate::recommend::verdict::{Around, Conclusion, Thresholds, conclude, facts};
use crate::reference::params::Parameters;
use std::collections::BTreeMap;

/// The verdict on every occupation of an analysis.
pub fn verdicts(results: &Balanced, parameters: &Parameters) -> BTreeMap<Fap, Conclusion> {
    let (taken, group) = parameters.training_thresholds();
    let (minutes, kilometres) = parameters.near();
    let occupations = results.occupations.iter();
    occupations
        .map(|occupation| {
            let balance = results.balances.get(&occupation.code);
            let causes = occupation.anchor.map(|anchor| anchor.causes);
            let around = Around {
                labour_shortage: causes.and_then(|causes| causes.labour_shortage),
                proven: is_known(results, occupation, parameters),
                near: Limits { minutes, kilometres },
            };
            let facts = facts(&occupation.finding, balance, &occupation.supply, &around);
            (occupation.code, conclude(facts, Thresholds { taken, group }))
        })
        .collect()
}

/// Whether the library holds a programme that worked, close enough to what is recommended here for
/// one of its publics.
fn is_known(results: &Results, occupation: &Occupation, parameters: &Parameters) -> bool {
    if results.library.is_empty() {
        return false;
    }
    let mut programmes = results.programmes.iter();
    let recommended = programmes.find(|one| one.occupation == occupation.code);
    let Some(plan) = recommended.and_then(|one| one.training.as_ref()) else { return false };
    let rules = parameters.comparable();
    plan.audiences.iter().any(|audience| {
        let setting = (parameters, results.as_of);
        let (code, supply) = (occupation.code, &occupation.supply);
        let wanted = Wanted::new(code, plan, supply, *audience, setting);
        is_proven(&precedents(&wanted, &results.library, &rules), &rules)
    })
}

/// An offer, and the occupations that it leads to with the sign of their gaps.
type Led<'a> = (&'a Offer, Vec<(Fap, Sign)>);

/// Supply that feeds no need within reach, by source and row.
pub fn to_stop(results: &Balanced) -> Vec<(Offer, Unfed)> {
    let mut led: BTreeMap<(usize, u32), Led<'_>> = BTreeMap::new();
    for occupation in &results.occupations {
        let sign = results.balances.get(&occupation.code).map(Balance::sign);
        for offer in &occupation.supply.offers {
            let known = led.entry((offer.source, offer.row)).or_insert((offer, Vec::new()));
            known.1.push((occupation.code, sign.unwrap_or(Sign::Undetermined)));
        }
    }
    let fed = led.values().map(|(offer, occupations)| (*offer, occupations.as_slice()));
    let idle = results.idle.iter().map(|offer| (offer, [].as_slice()));
    let mut found: Vec<(Offer, Unfed)> = fed
        .chain(idle)
        .filter_map(|(offer, occupations)| Some((offer.clone(), unfed(offer, true, occupations)?)))
        .collect();
    found.sort_by_key(|(offer, _)| (offer.source, offer.row));
    found
}
