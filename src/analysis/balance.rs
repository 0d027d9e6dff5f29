//! Need, entrants and indicative gap of every occupation, from results and from what the survey
//! lets out. Costs draws: made when asked for, never with every change of a setting.

mod public;

use crate::analysis::Results;
use crate::analysis::results::{Occupation, Seekers};
use crate::flows::Horizon;
use crate::flows::allocation::{Links, Rule, shares};
use crate::flows::balance::{Balance, Basis, Counted, Creating, Grounds, Leaving, Missing, bounds};
use crate::flows::departures::{AgeRates, Ages, by_ages};
use crate::flows::entrants::{Entrants, Gap as FlowGap, Rate, Route, Rules, entrants};
use crate::flows::gap::{Case, Flow, Settings, draw};
use crate::flows::need::{Parts, Terms, alone};
use crate::flows::pool;
use crate::flows::spread::Spread;
use crate::matching::supply::Offer;
use crate::model::Fap;
use crate::model::planning::Supposed;
use crate::reference::params::Parameters;
use std::collections::{BTreeMap, BTreeSet};

/// What the survey says of a number, as it is shown: what is derived of shown figures tells no
/// more than they do.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub enum Told {
    /// Nobody said it.
    #[default]
    Unknown,
    /// It may not be shown.
    Hidden,
    Known(Spread),
}

impl Told {
    const fn known(self) -> Option<Spread> {
        match self {
            Self::Known(spread) => Some(spread),
            Self::Unknown | Self::Hidden => None,
        }
    }
}

/// What employers said of an occupation, in totals for the territory.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Announced {
    pub headcount: Told,
    /// Retirements within twelve and within thirty-six months.
    pub retirements_12: Told,
    pub retirements_36: Told,
    /// Other departures within thirty-six months.
    pub departures_36: Told,
    /// Posts to be created within twelve months.
    pub creations_12: Told,
    /// Employees by age.
    pub aged_50_54: Told,
    pub aged_55_59: Told,
    pub aged_60_plus: Told,
}

impl Announced {
    fn all(&self) -> [Told; 8] {
        [
            self.headcount,
            self.retirements_12,
            self.retirements_36,
            self.departures_36,
            self.creations_12,
            self.aged_50_54,
            self.aged_55_59,
            self.aged_60_plus,
        ]
    }

    /// The ages of the employees; `None` unless all of them and the headcount are known.
    fn ages(&self) -> Option<Ages> {
        Some(Ages {
            headcount: self.headcount.known()?,
            from_50: self.aged_50_54.known()?,
            from_55: self.aged_55_59.known()?,
            from_60: self.aged_60_plus.known()?,
        })
    }
}

/// The share of a programme that an occupation receives, in the order of [`Rule::ALL`].
type ByRule = [Option<f64>; 4];

/// The balance of every occupation of the results.
pub fn balances(
    results: &Results,
    announced: &BTreeMap<Fap, Announced>,
    supposed: &Supposed,
    parameters: &Parameters,
) -> BTreeMap<Fap, Balance> {
    let (least_denominator, retention) = parameters.entrants();
    let rules = Rules { least_denominator, retention };
    let programmes = programmes(results, &rules);
    let openings: Vec<f64> = results.occupations.iter().map(openings).collect();
    let links: Vec<Links> = programmes.iter().map(|one| one.links.clone()).collect();
    let least = parameters.destinations_minimum();
    let by_rule = Rule::ALL.map(|rule| shares(rule, &links, &openings, least));
    // The share of each programme in each of its occupations, by rule.
    let mut flows: BTreeMap<usize, Vec<(usize, ByRule)>> = BTreeMap::new();
    for (place, programme) in programmes.iter().enumerate() {
        for (within, occupation) in programme.links.occupations.iter().enumerate() {
            let share = std::array::from_fn(|rule| {
                by_rule.get(rule)?.get(place)?.as_ref()?.get(within).copied()
            });
            flows.entry(*occupation).or_default().push((place, share));
        }
    }
    let (draws, seed) = parameters.gap_draws();
    let settings = Settings { draws, seed, refusal: parameters.projection_refusal() };
    let nothing = Announced::default();
    let one = |(place, occupation): (usize, &Occupation)| {
        let said = announced.get(&occupation.code).unwrap_or(&nothing);
        let own = flows.get(&place).map(Vec::as_slice).unwrap_or_default();
        let own: Vec<(&Programme, ByRule)> = own
            .iter()
            .filter_map(|(place, shares)| Some((programmes.get(*place)?, *shares)))
            .collect();
        (occupation.code, balance(occupation, said, &own, settings, (supposed, parameters)))
    };
    results.occupations.iter().enumerate().map(one).collect()
}

/// Hiring projects, in the middle of what masked cells allow: they share out programmes, no more.
fn openings(occupation: &Occupation) -> f64 {
    let projects = occupation.benchmarks.territory.projects;
    f64::midpoint(projects.low, projects.high)
}

/// One way in of one offer, and the occupations that it leads to.
struct Programme {
    at: (usize, u32),
    initial: bool,
    entrants: Entrants,
    links: Links,
}

/// Whether the people of an offer may be counted on the territory: it is within reach. What a
/// course farther off says of who stays is said of its own basin, not of this one.
fn counts(offer: &Offer) -> bool {
    !offer.ended && offer.ring.is_local()
}

fn programmes(results: &Results, rules: &Rules) -> Vec<Programme> {
    let mut found: BTreeMap<(usize, u32), (&Offer, Vec<usize>)> = BTreeMap::new();
    for (place, occupation) in results.occupations.iter().enumerate() {
        for offer in occupation.supply.offers.iter().filter(|offer| counts(offer)) {
            let key = (offer.source, offer.row);
            found.entry(key).or_insert_with(|| (offer, Vec::new())).1.push(place);
        }
    }
    let mut programmes = Vec::new();
    for (at, (offer, occupations)) in found {
        for route in routes(offer) {
            let entrants = entrants(&route, offer.places, offer.numbers.retention, rules);
            let span = bounds(&entrants.factors);
            // Weighs programmes against each other in one rule: the middle of what is known.
            let middle = span.low.zip(span.high).map(|(low, high)| f64::midpoint(low, high));
            let people = span.value.or(middle).unwrap_or_default();
            let links = Links { people, occupations: occupations.clone(), observed: None };
            programmes.push(Programme { at, initial: route.is_initial(), entrants, links });
        }
    }
    programmes
}

/// Initial and continuing training apart; a mixed route is both, of each what is said.
fn routes(offer: &Offer) -> Vec<Route> {
    let numbers = offer.numbers;
    let rate = |value: Option<f64>| {
        value.map(|value| Rate { value, denominator: numbers.rate_denominator })
    };
    let initial = Route::Initial {
        enrolled: numbers.enrolled,
        continuing: rate(numbers.continuation_rate),
        employed: rate(numbers.employment_rate),
    };
    let continuing = Route::Continuing {
        entries: numbers.entries,
        dropouts: numbers.dropouts,
        access: rate(numbers.employment_rate),
    };
    match offer.route.as_str() {
        "scolaire" | "apprentissage" => vec![initial],
        "mixte" if numbers.enrolled.is_some() && numbers.entries.is_some() => {
            vec![initial, continuing]
        }
        "mixte" if numbers.enrolled.is_some() => vec![initial],
        _ => vec![continuing],
    }
}

fn balance(
    occupation: &Occupation,
    said: &Announced,
    own: &[(&Programme, ByRule)],
    settings: Settings,
    (supposed, parameters): (&Supposed, &Parameters),
) -> Balance {
    let mut missing = BTreeSet::new();
    let (basis, grounds, need) = need(occupation, said, parameters, &mut missing);
    let need = changed((occupation.code, basis), &need, supposed);
    let pool = occupation.seekers.as_ref().map(|seekers| usable(seekers, parameters));
    if pool.is_none() {
        missing.insert(Missing::Pool);
    }
    let more = supposed.places.get(&occupation.code).map(|places| opened(*places, parameters));
    let flows: Vec<Flow> = own
        .iter()
        .map(|(programme, shares)| Flow {
            factors: programme.entrants.factors.clone(),
            initial: programme.initial,
            shares: *shares,
        })
        .chain(more)
        .collect();
    for gap in own.iter().flat_map(|(programme, _)| &programme.entrants.missing) {
        missing.insert(match gap {
            FlowGap::Intake => Missing::Places,
            FlowGap::Retention => Missing::Retention,
            FlowGap::Leaving | FlowGap::Employment | FlowGap::SmallDenominator => Missing::Rates,
        });
    }
    let supply = &occupation.supply;
    if supply.offers.iter().any(|offer| !offer.ended && !counts(offer)) {
        missing.insert(Missing::Beyond);
    }
    if !supply.proposed.is_empty() {
        missing.insert(Missing::Proposals);
    }
    if !supply.offers_known {
        missing.insert(Missing::Offers);
    }
    let code = occupation.code.code();
    let stream = code.bytes().fold(0, |so_far: u64, byte| so_far << 8 | u64::from(byte));
    // Without a row of the survey no project bounds what nobody else tells.
    let told = basis != Basis::Hires
        || occupation.benchmarks.territory.projects.cells > 0
        || supposed.posts.contains_key(&occupation.code);
    let drawn = draw(&Case { need: told.then_some(need), flows, pool, stream }, settings);
    let [initial, continuing] = drawn.entrants;
    let rated = |programme: &Programme| {
        let missing = &programme.entrants.missing;
        !missing.contains(&FlowGap::Employment) && !missing.contains(&FlowGap::SmallDenominator)
    };
    let biased_down = (code.starts_with('A') || code.starts_with("T2"))
        && own.iter().any(|(programme, _)| rated(programme));
    let counted = |(programme, shares): &(&Programme, ByRule)| Counted {
        at: programme.at,
        initial: programme.initial,
        people: bounds(&programme.entrants.factors),
        // In the order of preference of the gap that is shown.
        share: [3, 1, 0].into_iter().find_map(|rule| shares.get(rule).copied().flatten()),
        missing: programme.entrants.missing.clone(),
    };
    Balance {
        basis,
        grounds,
        needs: drawn.needs,
        gaps: drawn.gaps,
        initial,
        continuing,
        pool: drawn.pool,
        programmes: own.iter().map(counted).collect(),
        missing: missing.into_iter().collect(),
        biased_down,
    }
}

/// κ of the occupation, with its bounds.
fn trained(occupation: &Occupation, parameters: &Parameters) -> Spread {
    let class = occupation.anchor.and_then(|anchor| anchor.causes.training_link);
    let (value, low, high) = parameters.trained_share(class);
    if low < high { Spread::Around { value, low, high } } else { Spread::Known(value) }
}

fn need(
    occupation: &Occupation,
    said: &Announced,
    parameters: &Parameters,
    missing: &mut BTreeSet<Missing>,
) -> (Basis, Option<[Grounds; 3]>, [Parts; 3]) {
    let trained = trained(occupation, parameters);
    if said.all().contains(&Told::Hidden) {
        missing.insert(Missing::Hidden);
    }
    let answered = said.retirements_36.known().is_some() || said.headcount.known().is_some();
    if !answered && said.all().iter().all(|told| *told == Told::Unknown) {
        missing.insert(Missing::Survey);
    }
    let employed = occupation.employed.as_ref().filter(|_| !answered);
    if !answered && employed.is_none() {
        missing.insert(Missing::Employment);
        let parts = Horizon::ALL.map(|horizon| hires(occupation, horizon));
        return (Basis::Hires, None, parts);
    }
    let [under_50, from_50, from_55, from_60] = parameters.leaving_rates();
    let ages = AgeRates { under_50, from_50, from_55, from_60 };
    let (departure, growth) = parameters.yearly_rates();
    let rates = Rates { departure, growth, trained, hired: lasting(occupation) };
    let usual = parameters.census_sampled();
    let counted = employed.map(|employed| public::announced(employed, usual));
    let told = counted.as_ref().unwrap_or(said);
    let by_age = |years: (u32, u32)| match employed {
        Some(employed) => public::leaving(employed, usual, ages, years),
        None => said.ages().map(|stock| by_ages(&stock, ages, years)),
    };
    if told.departures_36.known().is_none() {
        missing.insert(Missing::Turnover);
    }
    if employed.is_some_and(|employed| employed.ages_of.is_some()) {
        missing.insert(Missing::WiderAges);
    }
    let of = Horizon::ALL.map(|horizon| surveyed(told, &rates, &by_age, horizon));
    let basis = if employed.is_some() { Basis::Employment } else { Basis::Survey };
    (basis, Some(of.map(|(grounds, _)| grounds)), of.map(|(_, parts)| parts))
}

/// End-of-career departures between two years from now, where ages tell them.
type ByAge<'a> = &'a dyn Fn((u32, u32)) -> Option<Spread>;

/// What the method supposes of those in employment.
struct Rates {
    /// Yearly rate of end-of-career departures, bounds of that of net creation, 0–1.
    departure: f64,
    growth: (f64, f64),
    /// κ.
    trained: Spread,
    /// People hired in a year at most, other than for a season.
    hired: f64,
}

/// Hiring projects of a year other than seasonal, at most; without a bound where no survey tells any.
fn lasting(occupation: &Occupation) -> f64 {
    let tally = &occupation.benchmarks.territory;
    if tally.projects.cells == 0 {
        return f64::INFINITY;
    }
    (tally.projects.high - tally.seasonal.low).max(0.0)
}

/// Hires other than seasonal, at most: how many of them follow a departure or fill a new post,
/// which all need trained people, is not known, nor how many only change employers.
fn hires(occupation: &Occupation, horizon: Horizon) -> Parts {
    let high = lasting(occupation) * horizon.years();
    Parts {
        creation: alone([Spread::NOUGHT; 2]),
        departures: alone([Spread::NOUGHT; 2]),
        turnover: [Spread::Bounds { low: 0.0, high }, Spread::ONE],
        supposed: 0.0,
    }
}

/// Nothing bounds what nobody said.
const ANY: Spread = Spread::Bounds { low: 0.0, high: f64::INFINITY };

fn surveyed(
    said: &Announced,
    rates: &Rates,
    by_age: ByAge<'_>,
    horizon: Horizon,
) -> (Grounds, Parts) {
    let years = horizon.years();
    let (creating, creation) = creation(said, rates.growth, horizon);
    let (leaving, departures) = departures(said, rates, by_age, horizon);
    // Who takes the place of somebody that left was hired: nobody says how many were.
    let hired = Spread::Bounds { low: 0.0, high: rates.hired * years };
    let turnover = said.departures_36.known().map_or(hired, |others| others.times(years / 3.0));
    let turnover = [turnover, rates.trained];
    let grounds = Grounds { creation: creating, departures: leaving };
    (grounds, Parts { creation, departures, turnover, supposed: 0.0 })
}

/// Posts that employers create in the year that they were asked of, then the regional growth of the
/// headcount. What they announce is not net: nobody asks which posts they close.
fn creation(said: &Announced, (slow, fast): (f64, f64), horizon: Horizon) -> (Creating, Terms) {
    let grown = |years: f64| {
        let headcount = said.headcount.known()?;
        Some([headcount, Spread::Uniform { low: slow * years, high: fast * years }])
    };
    let unknown = [ANY, Spread::ONE];
    match (said.creations_12.known(), horizon) {
        (Some(created), Horizon::OneYear) => (Creating::Announced, alone([created, Spread::ONE])),
        (Some(created), _) => match grown(horizon.years() - 1.0) {
            Some(later) => (Creating::AnnouncedThenRate, [[created, Spread::ONE], later]),
            None => (Creating::Unknown, [[created, Spread::ONE], unknown]),
        },
        (None, _) => match grown(horizon.years()) {
            Some(grown) => (Creating::Rate, alone(grown)),
            None => (Creating::Unknown, alone(unknown)),
        },
    }
}

/// What employers announce, as far as they were asked; beyond, and where they say nothing, by the
/// ages of their staff; without ages, at the same pace or at the regional rate.
fn departures(
    said: &Announced,
    rates: &Rates,
    by_age: ByAge<'_>,
    horizon: Horizon,
) -> (Leaving, Terms) {
    let years = horizon.years();
    let by_age = |after: u32, until: u32| Some([by_age((after, until))?, Spread::ONE]);
    let pace = |announced: Spread| alone([announced, Spread::Known(years / 3.0)]);
    // A headcount is no surer for being multiplied by a rate: its interval goes into the count.
    let at_rate = |headcount: Spread| match (headcount, headcount.point()) {
        (Spread::Around { value, low, high }, _) => {
            let rate = rates.departure * years;
            [Spread::Events { people: value, low, high, rate }, Spread::ONE]
        }
        (_, Some(people)) => [Spread::Poisson(people * rates.departure * years), Spread::ONE],
        (_, None) => [headcount, Spread::Known(rates.departure * years)],
    };
    let whole = |until: u32| match (by_age(0, until), said.headcount.known()) {
        (Some(leaving), _) => (Leaving::Ages, alone(leaving)),
        (None, Some(headcount)) => (Leaving::Rate, alone(at_rate(headcount))),
        (None, None) => (Leaving::Unknown, alone([ANY, Spread::ONE])),
    };
    let announced = said.retirements_36.known();
    match (horizon, said.retirements_12.known(), announced) {
        (Horizon::OneYear, Some(soon), _) => (Leaving::Announced, alone([soon, Spread::ONE])),
        (Horizon::OneYear, None, Some(announced)) => (Leaving::Pace, pace(announced)),
        (Horizon::ThreeYears, _, Some(announced)) => (Leaving::Announced, pace(announced)),
        (Horizon::FiveYears, _, Some(announced)) => match by_age(3, 5) {
            Some(later) => (Leaving::AnnouncedThenAges, [[announced, Spread::ONE], later]),
            None => (Leaving::Pace, pace(announced)),
        },
        (Horizon::OneYear, None, None) => whole(1),
        (Horizon::ThreeYears, _, None) => whole(3),
        (Horizon::FiveYears, _, None) => whole(5),
    }
}

/// A need as a scenario supposes it: posts over three years fall evenly on its years. Hiring
/// projects do not follow from departures: without a survey or a count, nothing is multiplied.
fn changed((code, basis): (Fap, Basis), needs: &[Parts; 3], supposed: &Supposed) -> [Parts; 3] {
    let posts = supposed.posts.get(&code).copied().unwrap_or_default();
    let mut changed = *needs;
    for (parts, horizon) in changed.iter_mut().zip(Horizon::ALL) {
        parts.supposed += posts * horizon.years() / 3.0;
        if basis != Basis::Hires {
            let more = |[number, share]: [Spread; 2]| [number.times(supposed.departures), share];
            parts.departures = parts.departures.map(more);
            parts.turnover = more(parts.turnover);
        }
    }
    changed
}

/// Places that a scenario opens, with the outcomes that the method supposes.
fn opened(places: f64, parameters: &Parameters) -> Flow {
    let uniform = |(low, high): (f64, f64)| Spread::Uniform { low, high };
    let (_, retention) = parameters.entrants();
    let outcomes = [parameters.completion(), parameters.access_to_work(), retention];
    let mut factors = vec![Spread::Known(places)];
    factors.extend(outcomes.map(uniform));
    Flow { factors, initial: false, shares: [Some(1.0); 4] }
}

fn usable(seekers: &Seekers, parameters: &Parameters) -> [Spread; 3] {
    let stock = seekers.stock;
    let stock = if stock.masked_cells == 0 {
        Spread::Known(stock.value)
    } else {
        Spread::Bounds { low: stock.low, high: stock.high }
    };
    let uniform = |(low, high): (f64, f64)| Spread::Uniform { low, high };
    let (qualified, back) = parameters.pool();
    pool::factors(stock, uniform(qualified), uniform(back))
}
