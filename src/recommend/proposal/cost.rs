//! Hours and cost of a place, from the offers that say them, else from what the method supposes.

use crate::matching::supply::{Certification, Offer};
use crate::model::planning::{Planning, StatedCost, Way};
use crate::recommend::apprenticeship::{Support, Supports};
use crate::recommend::programme::Format;
use crate::recommend::proposal::{Known, Origin};
use crate::reference::params::Parameters;
use crate::survey::quantile::quantile;
use std::collections::BTreeMap;

/// The hypothesis that a cost stands on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Assumption {
    /// Cents of a euro an hour, and where the user has it from.
    Hour { cents: u32, source: String },
    /// € a place.
    Place { euros: u32, source: String },
}

/// The cost of a place, with the hypothesis that it stands on where it does.
pub type Cost = (Option<Known>, Option<Assumption>);

/// What the user supposes, where nothing else tells: of the way it is run first, then of any; by
/// the hour where the hours are known, else by the place.
pub fn stated_cost(planning: &Planning, way: Way, hours: Option<Known>) -> Cost {
    let by_hour = |cost: &StatedCost| {
        let (cents, hours) = (cost.hour_cents.filter(|cents| *cents > 0)?, hours?);
        let rate = f64::from(cents) / 100.0;
        let known = Known {
            value: hours.value * rate,
            low: hours.low * rate,
            high: hours.high * rate,
            from: Origin::Stated,
        };
        Some((known, Assumption::Hour { cents, source: cost.source.clone() }))
    };
    let by_place = |cost: &StatedCost| {
        let euros = cost.place_euros.filter(|euros| *euros > 0)?;
        let known = Known::exactly(f64::from(euros), Origin::Stated);
        Some((known, Assumption::Place { euros, source: cost.source.clone() }))
    };
    let found =
        planning.stated_costs(way).find_map(|cost| by_hour(cost).or_else(|| by_place(cost)));
    found.map_or((None, None), |(known, assumption)| (Some(known), Some(assumption)))
}

/// The yearly support level of the first certification aimed at that has one.
pub fn support<'a>(
    mut aimed: impl Iterator<Item = &'a Certification>,
    supports: &Supports,
) -> Option<Support> {
    aimed.find_map(|one| supports.get(&one.register?)).copied()
}

/// € of a year of contract.
pub const fn of_support(support: &Support) -> Known {
    Known {
        value: support.value,
        low: support.low,
        high: support.high,
        from: Origin::Support(support.n_branches),
    }
}

/// Offers of continuing education that can still be followed.
fn usable(offers: &[Offer]) -> impl Iterator<Item = &Offer> {
    offers.iter().filter(|offer| !offer.ended && offer.continuing != Some(false))
}

/// Least, median and most of numbers, with how many they are; `None` of none.
fn spread(mut numbers: Vec<f64>) -> Option<Known> {
    numbers.retain(|number| number.is_finite() && *number > 0.0);
    numbers.sort_by(f64::total_cmp);
    let count = u32::try_from(numbers.len()).unwrap_or(u32::MAX);
    Some(Known {
        value: quantile(&numbers, 0.5)?,
        low: *numbers.first()?,
        high: *numbers.last()?,
        from: Origin::Offers(count),
    })
}

/// Hours for one person. A certification lasts what its offers last; a short training what the
/// method supposes, since the offers at hand are mostly whole certifications.
pub fn hours(format: Format, offers: &[Offer], parameters: &Parameters) -> Option<Known> {
    let supposed = |(low, value, high)| Known { value, low, high, from: Origin::Method };
    match format {
        Format::Certifying => spread(usable(offers).filter_map(|offer| offer.hours).collect()),
        Format::ShortAdaptation => Some(supposed(parameters.adaptation_hours())),
        Format::ShortAccess => Some(supposed(parameters.access_hours())),
    }
}

/// € an hour and person of all priced offers of continuing education at hand, each once: from
/// the tenth to the ninetieth hundredth. What stands in for the price of a training that no offer
/// of its own tells.
pub fn usual_rate<'a>(offers: impl Iterator<Item = &'a Offer>) -> Option<Known> {
    let rates: BTreeMap<(usize, u32), f64> = offers
        .filter(|offer| !offer.ended && offer.continuing != Some(false))
        .filter_map(|offer| Some(((offer.source, offer.row), hourly(offer)?)))
        .collect();
    let mut rates: Vec<f64> = rates.into_values().collect();
    rates.sort_by(f64::total_cmp);
    let count = u32::try_from(rates.len()).unwrap_or(u32::MAX);
    Some(Known {
        value: quantile(&rates, 0.5)?,
        low: quantile(&rates, 0.1)?,
        high: quantile(&rates, 0.9)?,
        from: Origin::Catalogue(count),
    })
}

/// € an hour and person: as written, else the price over the hours.
fn hourly(offer: &Offer) -> Option<f64> {
    if let Some(rate) = offer.hour_price.filter(|rate| rate.is_finite() && *rate > 0.0) {
        return Some(rate);
    }
    let hours = offer.hours.filter(|hours| *hours > 0.0)?;
    offer.price.map(|price| price / hours).filter(|rate| rate.is_finite() && *rate > 0.0)
}

/// The same, said to be hours at an hourly price.
const fn at_hourly(known: Known) -> Known {
    match known.from {
        Origin::Offers(count) => Known { from: Origin::Hourly(count), ..known },
        _ => known,
    }
}

/// € for one person: the price of offers where the whole is aimed at, else the hours at the
/// hourly price of offers of the occupation, else what comparable programmes cost, else the hours
/// at the usual price of all offers at hand. The last is that of other trainings: what the user
/// supposes goes before it ([`stated_cost`]).
///
/// `None` where nothing tells: a cost is never made up, and what a financing device pays is not
/// what a training costs.
pub fn place_cost(
    format: Format,
    hours: Option<Known>,
    offers: &[Offer],
    (seen, usual): (Option<Known>, Option<Known>),
) -> Option<Known> {
    if format == Format::Certifying
        && let Some(prices) = spread(usable(offers).filter_map(|offer| offer.price).collect())
    {
        let written = usable(offers).any(|offer| offer.price.is_some() && !offer.price_by_hour);
        return Some(if written { prices } else { at_hourly(prices) });
    }
    let own = hours.and_then(|_| spread(usable(offers).filter_map(hourly).collect()));
    if own.is_none() && seen.is_some() {
        return seen;
    }
    let (hours, rate) = (hours?, own.map(at_hourly).or(usual)?);
    Some(Known {
        value: hours.value * rate.value,
        low: hours.low * rate.low,
        high: hours.high * rate.high,
        from: rate.from,
    })
}
