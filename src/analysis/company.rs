//! One company against its basin: who leaves and when, what it hires, where the territory is
//! short too, and what could be trained for together.
//!
//! What is made here is for the company alone: nothing of it goes back into [`Results`].

use crate::analysis::results::{Occupation, Results};
use crate::analysis::{own, titles};
use crate::flows::Horizon;
use crate::flows::departures::{AgeRates, Pyramid, interval};
use crate::flows::gap::Sign;
use crate::matching::supply::Offer;
use crate::model::{Fap, Rome};
use crate::recommend::verdict::{Conclusion, Verdict};
use crate::reference::Reference;
use crate::reference::params::Parameters;
use crate::tables::headcount::{Headcounts, Row};
use std::collections::BTreeMap;

/// What departures are counted from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Counted {
    /// The ages of all employees.
    Ages,
    /// The average rate: some ages are not said.
    Rate,
    /// Neither: nobody says how many work there.
    Nothing,
}

impl Counted {
    /// In `--json` and in the catalogs (`departures-by-…`).
    pub const fn id(self) -> &'static str {
        match self {
            Self::Ages => "ages",
            Self::Rate => "rate",
            Self::Nothing => "nothing",
        }
    }
}

/// Departures over a horizon: expected ones, with their 80 % interval, never fewer than those
/// that are known.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Leaving {
    pub horizon: Horizon,
    pub value: f64,
    pub low: f64,
    pub high: f64,
}

/// An occupation of the company.
#[derive(Clone, Debug, PartialEq)]
pub struct Post {
    pub row: u32,
    /// The company's own name of it.
    pub label: String,
    /// `None`: no code, or a name that leaves a doubt.
    pub occupation: Option<Fap>,
    /// Found by its name, to be checked.
    pub by_title: bool,
    /// Other occupations that its ROME card leads to: a FAP code in the file chooses.
    pub could_be: Vec<Fap>,
    pub headcount: Option<f64>,
    pub counted: Counted,
    /// Over one, three and five years; empty where nothing tells them.
    pub leaving: Vec<Leaving>,
    pub known_12m: Option<f64>,
    pub known_36m: Option<f64>,
    pub hires_12m: Option<f64>,
    /// People to find in a year: hires planned, else a third of the departures of three years.
    pub yearly: Option<f64>,
}

/// Whether the few people that a company has to find could be trained with those of others.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Pooling {
    /// The territory lacks people as well.
    Lack,
    /// The occupation is under pressure and training is a lever, but the lack is not established:
    /// to be asked of the other employers.
    Likely,
    /// Enough people for a group of its own.
    OwnGroup,
    /// Nobody to find, or not known.
    Nobody,
    /// Training is not the lever there.
    OtherLever,
    /// More people than posts on the territory, or no pressure.
    Enough,
}

impl Pooling {
    pub const ALL: [Self; 6] =
        [Self::Lack, Self::Likely, Self::OwnGroup, Self::Nobody, Self::OtherLever, Self::Enough];

    /// In `--json` and in the catalogs (`pooling-…`).
    pub const fn id(self) -> &'static str {
        match self {
            Self::Lack => "lack",
            Self::Likely => "likely",
            Self::OwnGroup => "own-group",
            Self::Nobody => "nobody",
            Self::OtherLever => "other-lever",
            Self::Enough => "enough",
        }
    }
}

/// What the basin says of an occupation of the company.
#[derive(Clone, Debug, PartialEq)]
pub struct Beside<'a> {
    pub occupation: &'a Occupation,
    pub conclusion: Option<Conclusion>,
    /// The territory is short, or flags it: hard to hire here for others too.
    pub hard: bool,
    /// Whether a group with others is worth asking about.
    pub pooling: Pooling,
    /// Offers that can still be followed within reach.
    pub offers: Vec<&'a Offer>,
}

/// The posts of headcounts, in the order of the file.
pub fn posts(
    table: &Headcounts,
    results: &Results,
    reference: &Reference,
    parameters: &Parameters,
) -> Vec<Post> {
    let mut titles = titles::Titles::default();
    table.rows().map(|row| post(row, results, reference, parameters, &mut titles)).collect()
}

fn post(
    row: Row<'_>,
    results: &Results,
    reference: &Reference,
    parameters: &Parameters,
    titles: &mut titles::Titles,
) -> Post {
    let find = |fap: &str, rome: &str| {
        own::occupation(results.fap_version, fap, row.fap_year, rome, "", reference)
    };
    let coded = find(row.fap, row.rome);
    let silent = row.fap.is_empty() && row.rome.is_empty();
    let occupation = if silent {
        let rome = titles.rome(row.label);
        find("", rome.as_ref().map_or("", Rome::as_str))
    } else {
        coded
    };
    let (counted, leaving) = leaving(&row, parameters);
    let three = leaving.get(1).map(|one| one.value / Horizon::ThreeYears.years());
    Post {
        row: row.row,
        label: row.label.to_owned(),
        occupation,
        by_title: silent && occupation.is_some(),
        could_be: others(&row, occupation, results, reference),
        headcount: row.headcount,
        counted,
        leaving,
        known_12m: row.departures_12m,
        known_36m: row.departures_36m,
        hires_12m: row.hires_12m,
        yearly: row.hires_12m.or(three),
    }
}

/// What else the card of a row without a FAP code leads to, by code; of a row without any, what its
/// title may be.
fn others(row: &Row<'_>, found: Option<Fap>, results: &Results, reference: &Reference) -> Vec<Fap> {
    let is_silent = row.fap.is_empty() && row.rome.is_empty();
    // A title that leaves a doubt: what it may be is named, for the user to choose.
    let rome = match Rome::new(row.rome).ok().filter(|_| row.fap.is_empty()) {
        None if is_silent && found.is_none() => titles::Titles::likely(row.label),
        rome => rome,
    };
    let Some(rome) = rome.and_then(|rome| reference.rome_v3(rome)) else { return Vec::new() };
    let all = reference.fap_from_rome(results.fap_version, rome, None).into_iter();
    all.map(|(code, _)| code).filter(|code| Some(*code) != found).collect()
}

/// All ages of the row; `None` with one missing.
fn pyramid(row: &Row<'_>) -> Option<Pyramid> {
    Some(Pyramid {
        under_30: row.aged_under_30?,
        from_30: row.aged_30_49?,
        from_50: row.aged_50_54?,
        from_55: row.aged_55_59?,
        from_60: row.aged_60_plus?,
    })
}

fn leaving(row: &Row<'_>, parameters: &Parameters) -> (Counted, Vec<Leaving>) {
    let [under_50, from_50, from_55, from_60] = parameters.leaving_rates();
    let rates = AgeRates { under_50, from_50, from_55, from_60 };
    let (average, _) = parameters.yearly_rates();
    let ages = pyramid(row);
    let counted = match (ages, row.headcount) {
        (Some(_), _) => Counted::Ages,
        (None, Some(_)) => Counted::Rate,
        (None, None) => Counted::Nothing,
    };
    let one = |(horizon, years): (Horizon, u32)| {
        let mean = match (ages, row.headcount) {
            (Some(ages), headcount) => {
                // Employees whose age is in no band leave at the average rate.
                let rest = headcount.map_or(0.0, |all| (all - ages.total()).max(0.0));
                ages.departures(rates, years) + rest * average * horizon.years()
            }
            (None, Some(headcount)) => headcount * average * horizon.years(),
            (None, None) => return None,
        };
        let known = match horizon {
            Horizon::OneYear => row.departures_12m,
            Horizon::ThreeYears | Horizon::FiveYears => row.departures_36m.or(row.departures_12m),
        };
        let known = known.unwrap_or_default();
        let (low, high) = interval(mean);
        let least = |value: f64| value.max(known);
        Some(Leaving { horizon, value: least(mean), low: least(low), high: least(high) })
    };
    let leaving = Horizon::ALL.into_iter().zip([1, 3, 5]).filter_map(one).collect();
    (counted, leaving)
}

/// People a year that the company has to find in each occupation, all its posts together.
pub fn yearly(posts: &[Post]) -> BTreeMap<Fap, f64> {
    let mut sums = BTreeMap::new();
    for post in posts {
        if let (Some(code), Some(people)) = (post.occupation, post.yearly) {
            *sums.entry(code).or_default() += people;
        }
    }
    sums
}

/// What the basin says of a post; `None` where the survey names no project of its occupation.
pub fn beside<'a>(
    post: &Post,
    yearly: &BTreeMap<Fap, f64>,
    results: &'a Results,
    verdicts: &BTreeMap<Fap, Conclusion>,
    parameters: &Parameters,
) -> Option<Beside<'a>> {
    let code = post.occupation?;
    let occupation = results.occupations.iter().find(|one| one.code == code)?;
    let conclusion = verdicts.get(&code).copied();
    let lacks = conclusion.is_some_and(|found| found.facts.sign == Sign::Lack);
    let (_, group) = parameters.training_thresholds();
    // Where training is not the lever, a group together would train for nothing either.
    let lever = occupation.finding.lever.includes_training() || occupation.finding.short_adaptation;
    let sign = conclusion.map_or(Sign::Undetermined, |found| found.facts.sign);
    let taken = conclusion.is_none_or(|found| found.verdict != Verdict::NotTaken);
    let hard = occupation.pressure.flagged() || lacks;
    let pooling = match yearly.get(&code).copied().unwrap_or_default() {
        people if people <= 0.0 => Pooling::Nobody,
        _ if sign == Sign::Surplus || !hard || !taken => Pooling::Enough,
        _ if !lever => Pooling::OtherLever,
        people if people >= group => Pooling::OwnGroup,
        _ if lacks => Pooling::Lack,
        _ => Pooling::Likely,
    };
    let offers = occupation.supply.offers.iter();
    Some(Beside {
        hard,
        pooling,
        offers: offers.filter(|offer| !offer.ended && offer.ring.is_local()).collect(),
        occupation,
        conclusion,
    })
}
