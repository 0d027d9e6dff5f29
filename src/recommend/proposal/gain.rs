//! What a place brings: those who complete, who find work, and who stay in the occupation on the
//! territory (`method.md` §3.2). Products of bounds: wide, and never narrower than what is known.

use crate::matching::supply::Offer;
use crate::recommend::diagnosis::Diagnosis;
use crate::recommend::proposal::{Known, Origin};
use crate::reference::params::Parameters;
use crate::survey::interval::wilson;
use crate::survey::student::normal;

/// Level of the interval of a rate, that of every flow (`method.md` §6.1).
const LEVEL: f64 = 0.8;

/// Share of people who begin and who work and stay, 0–1: by offers within reach where they say
/// all of it, else as comparable programmes were seen to do, else as the method supposes.
pub fn brings(
    offers: &[Offer],
    diagnosis: Diagnosis,
    seen: Option<Known>,
    parameters: &Parameters,
) -> Known {
    let local = || offers.iter().filter(|offer| !offer.ended && offer.ring.is_local());
    let (_, retention) = parameters.entrants();
    let [completion, access] = way(offers, parameters);
    // Training bodies say what stays without a base: it counts as said.
    let stay = said(local().filter_map(|offer| offer.numbers.retention))
        .unwrap_or_else(|| supposed(retention));
    let leak = match diagnosis {
        Diagnosis::Mixed | Diagnosis::JobQuality => supposed(parameters.mixed_stay()),
        _ => Known::exactly(1.0, completion.from),
    };
    let factors = [completion, access, stay, leak];
    let count = |known: &Known| match known.from {
        Origin::Offers(count) => Some(count),
        _ => None,
    };
    let from = factors
        .iter()
        .map(count)
        .collect::<Option<Vec<u32>>>()
        .and_then(|counts| counts.into_iter().min())
        .map_or(Origin::Method, Origin::Offers);
    let product = |of: &dyn Fn(&Known) -> f64| factors.iter().map(of).product::<f64>();
    let told = Known {
        value: product(&|known| known.value),
        low: product(&|known| known.low),
        high: product(&|known| known.high),
        from,
    };
    match seen {
        // Where jobs themselves are in cause here, they may not have been there: people leave
        // as much as without the experience.
        Some(seen) if from == Origin::Method => Known {
            value: seen.value * leak.value,
            low: seen.low * leak.low,
            high: seen.high * leak.high,
            from: seen.from,
        },
        _ => told,
    }
}

/// Of people who begin, the share that completes; of these, the share that works: by offers within
/// reach where they say it, else as the method supposes.
pub fn way(offers: &[Offer], parameters: &Parameters) -> [Known; 2] {
    let local = || offers.iter().filter(|offer| !offer.ended && offer.ring.is_local());
    let (least, _) = parameters.entrants();
    let completion =
        completion(local(), least).unwrap_or_else(|| supposed(parameters.completion()));
    let employed = local().filter_map(|offer| {
        let numbers = &offer.numbers;
        Some((numbers.employment_rate?, numbers.rate_denominator.filter(|n| *n >= least)?))
    });
    let access = weighted(employed).unwrap_or_else(|| supposed(parameters.access_to_work()));
    [completion, access]
}

fn supposed((low, high): (f64, f64)) -> Known {
    Known { value: f64::midpoint(low, high), low, high, from: Origin::Method }
}

/// One less drop-outs over entries, of the offers that say both, where enough people entered.
fn completion<'a>(offers: impl Iterator<Item = &'a Offer>, least: f64) -> Option<Known> {
    let said: Vec<(f64, f64)> = offers
        .filter_map(|offer| {
            let (entries, dropouts) = (offer.numbers.entries?, offer.numbers.dropouts?);
            (entries > 0.0 && dropouts <= entries).then_some((1.0 - dropouts / entries, entries))
        })
        .collect();
    let base: f64 = said.iter().map(|(_, entries)| entries).sum();
    (base >= least).then(|| weighted(said.into_iter()))?
}

/// Mean of rates by their base, with the interval that the base allows.
fn weighted(rates: impl Iterator<Item = (f64, f64)>) -> Option<Known> {
    let rates: Vec<(f64, f64)> = rates.collect();
    let base: f64 = rates.iter().map(|(_, base)| base).sum();
    let sum: f64 = rates.iter().map(|(rate, base)| rate * base).sum();
    let value = (base > 0.0).then(|| sum / base)?;
    let interval = wilson(value, base, normal(f64::midpoint(1.0, LEVEL)), LEVEL);
    let from = Origin::Offers(u32::try_from(rates.len()).unwrap_or(u32::MAX));
    Some(Known { value, low: interval.low, high: interval.high, from })
}

/// Mean of shares that are said without a base, between the least and the greatest of them.
fn said(shares: impl Iterator<Item = f64>) -> Option<Known> {
    let mut shares: Vec<f64> = shares.collect();
    shares.sort_by(f64::total_cmp);
    let count = u32::try_from(shares.len()).unwrap_or(u32::MAX);
    let value = shares.iter().sum::<f64>() / f64::from(count);
    let (low, high) = (*shares.first()?, *shares.last()?);
    Some(Known { value, low, high, from: Origin::Offers(count) })
}
