//! What the user's own tables say about the territory's occupations: survey and job offers.

use crate::analysis::offers::Lists;
use crate::analysis::results::{LocalOffers, Note, Stated, SurveyView};
use crate::analysis::sectors::Offered;
use crate::model::{Fap, FapVersion, Figure, Origin, Rome, Territory, Unit, Value};
use crate::readers::ReadTable;
use crate::reference::Reference;
use crate::tables::Table;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// Least share of a code that must fall in the occupation to count the row there: our choice.
const LEAST_SHARE: f64 = 0.5;

/// The occupation of a row coded in FAP or ROME; `None` when it cannot be told.
pub(super) fn occupation(
    version: FapVersion,
    fap: &str,
    fap_year: Option<f64>,
    rome: &str,
    qualification: &str,
    reference: &Reference,
) -> Option<Fap> {
    let given = match fap_year {
        Some(year) if (year - 2009.0).abs() < 0.5 => Fap::new(FapVersion::Fap2009, fap).ok(),
        Some(year) if (year - 2021.0).abs() < 0.5 => Fap::new(FapVersion::Fap2021, fap).ok(),
        _ => None,
    };
    let candidates = match given {
        Some(given) if given.version == version => return Some(given),
        Some(given) => reference.bridge(given, version),
        None => {
            let rome = reference.rome_v3(Rome::new(rome).ok()?)?;
            reference.fap_from_rome(version, rome, qualification.chars().next())
        }
    };
    candidates
        .into_iter()
        .filter(|(_, share)| *share >= LEAST_SHARE)
        .max_by(|a, b| a.1.total_cmp(&b.1).then(b.0.cmp(&a.0)))
        .map(|(fap, _)| fap)
}

/// Whether a code of ROME is right and leads to several occupations, none of which has most of it.
pub(super) fn is_of_several(
    version: FapVersion,
    rome: &str,
    qualification: &str,
    reference: &Reference,
) -> bool {
    let found = Rome::new(rome)
        .ok()
        .and_then(|rome| reference.rome_v3(rome))
        .map(|rome| reference.fap_from_rome(version, rome, qualification.chars().next()));
    found.is_some_and(|of| of.len() > 1 && of.iter().all(|(_, share)| *share < LEAST_SHARE))
}

/// Whether a commune lies in the territory.
pub(super) fn inside(
    commune: &str,
    basin: &str,
    department: &str,
    territory: Territory,
    reference: &Reference,
) -> bool {
    let department = || {
        let given = Territory::department(department).ok();
        given.or_else(|| reference.department_from_commune(commune))
    };
    match territory {
        Territory::France => true,
        Territory::Basin(_) => {
            let given = Territory::basin(basin).ok();
            given.or_else(|| reference.basin_from_commune(commune)) == Some(territory)
        }
        Territory::Department(_) => department() == Some(territory),
        Territory::Region(_) => {
            department().and_then(|place| reference.region_from_department(place))
                == Some(territory)
        }
        Territory::EmploymentZone(_)
        | Territory::Committee(_)
        | Territory::Grouping(_)
        | Territory::Perimeter(_) => reference.holds(territory, commune),
    }
}

#[derive(Default)]
struct Answers {
    establishments: BTreeSet<String>,
    /// Per establishment, so that the largest one is known.
    projects: BTreeMap<String, f64>,
    difficult: BTreeMap<String, f64>,
    need: BTreeMap<String, bool>,
}

/// The survey by occupation, with the number of rows whose occupation could not be told.
pub struct Survey {
    pub source: usize,
    pub views: BTreeMap<Fap, SurveyView>,
    pub without_occupation: u32,
}

/// The tables that [`survey`] reads an answer of the territory in; none without both tables.
pub fn sources(
    inputs: &[Arc<ReadTable>],
    territory: Territory,
    reference: &Reference,
) -> BTreeSet<usize> {
    let (mut asked, mut told) = (BTreeSet::new(), BTreeSet::new());
    let mut present: BTreeSet<&str> = BTreeSet::new();
    for (source, input) in inputs.iter().enumerate() {
        let Table::SurveyEstablishments(table) = &input.table else { continue };
        let here = table.rows().filter(|row| {
            row.status == "répondant" && inside(row.commune, row.basin, "", territory, reference)
        });
        for row in here {
            asked.insert(source);
            present.insert(row.id);
        }
    }
    for (source, input) in inputs.iter().enumerate() {
        if let Table::SurveyOccupations(table) = &input.table
            && table.rows().any(|row| present.contains(row.establishment))
        {
            told.insert(source);
        }
    }
    if told.is_empty() { told } else { asked.union(&told).copied().collect() }
}

/// Reads the answers of the territory's establishments; `None` without both survey tables.
pub fn survey(
    inputs: &[Arc<ReadTable>],
    territory: Territory,
    version: FapVersion,
    reference: &Reference,
) -> Option<Survey> {
    let mut present = BTreeSet::new();
    for input in inputs {
        if let Table::SurveyEstablishments(table) = &input.table {
            for row in table.rows().filter(|row| row.status == "répondant") {
                if inside(row.commune, row.basin, "", territory, reference) {
                    present.insert(row.id.to_owned());
                }
            }
        }
    }
    let mut answers: BTreeMap<Fap, Answers> = BTreeMap::new();
    let mut source = None;
    let mut without_occupation = 0;
    for (position, input) in inputs.iter().enumerate() {
        let Table::SurveyOccupations(table) = &input.table else { continue };
        source.get_or_insert(position);
        for row in table.rows().filter(|row| present.contains(row.establishment)) {
            let Some(fap) =
                occupation(version, row.fap, row.fap_year, row.rome, row.qualification, reference)
            else {
                without_occupation += 1;
                continue;
            };
            let said = answers.entry(fap).or_default();
            let id = row.establishment.to_owned();
            said.establishments.insert(id.clone());
            if let Some(projects) = row.projects {
                *said.projects.entry(id.clone()).or_default() += projects;
            }
            if let Some(difficult) = row.difficult {
                *said.difficult.entry(id.clone()).or_default() += difficult;
            }
            if let Some(need) = row.training_need {
                *said.need.entry(id.clone()).or_default() |= need;
            }
        }
    }
    let source = source?;
    let views = answers.iter().map(|(fap, said)| (*fap, view(source, territory, said))).collect();
    Some(Survey { source, views, without_occupation })
}

fn count(len: usize) -> u32 {
    u32::try_from(len).unwrap_or(u32::MAX)
}

fn ratio(part: usize, of: usize) -> f64 {
    f64::from(count(part)) / f64::from(count(of).max(1))
}

fn view(source: usize, territory: Territory, said: &Answers) -> SurveyView {
    let total = |indicator, values: &BTreeMap<String, f64>| {
        let sum: f64 = values.values().sum();
        let largest = values.values().copied().fold(0.0, f64::max);
        let figure = Figure {
            indicator,
            territory,
            value: if values.is_empty() { Value::Unknown } else { Value::Exact(sum) },
            unit: Unit::Projects,
            n: count(values.len()),
            masked_cells: 0,
            grade: None,
            origin: Origin::Respondents {
                n: count(values.len()),
                largest_share: if sum > 0.0 { largest / sum } else { 0.0 },
            },
        };
        let by = values.iter().map(|(id, own)| (id.clone(), *own)).collect();
        Stated { figure, by, of: Vec::new() }
    };
    let share = |indicator, part: Vec<&String>, of: Vec<&String>| Stated {
        figure: Figure {
            indicator,
            territory,
            value: if of.is_empty() {
                Value::Unknown
            } else {
                Value::Exact(ratio(part.len(), of.len()))
            },
            unit: Unit::ShareOfEstablishments,
            n: count(of.len()),
            masked_cells: 0,
            grade: None,
            origin: Origin::Respondents { n: count(of.len()), largest_share: ratio(1, of.len()) },
        },
        by: part.into_iter().map(|id| (id.clone(), 1.0)).collect(),
        of: of.into_iter().cloned().collect(),
    };
    SurveyView {
        source,
        establishments: count(said.establishments.len()),
        projects: total("survey-projects", &said.projects),
        difficult: total("survey-difficult", &said.difficult),
        training_need: share(
            "survey-training-need",
            said.need.iter().filter(|(_, need)| **need).map(|(id, _)| id).collect(),
            said.need.keys().collect(),
        ),
    }
}

/// Posts offered on the territory, of lists of one nature.
#[derive(Debug, Default)]
pub struct Offers {
    pub by_occupation: BTreeMap<Fap, LocalOffers>,
    /// By source, rows whose occupation cannot be told.
    pub unplaced: Vec<(usize, u32)>,
    /// By source, rows without a code whose title tells the occupation.
    pub by_title: Vec<(usize, u32)>,
    /// By section of NAF and occupation, where the offer states its activity: offers and posts.
    pub by_sector: Offered,
    pub without_sector: u32,
}

impl Offers {
    /// What the reader must know of how offers were placed.
    pub fn notes(&self) -> Vec<Note> {
        let placed = self.by_title.iter();
        let placed = placed
            .map(|(source, count)| Note::OccupationByTitle { source: *source, count: *count });
        let without = self.unplaced.iter();
        let without = without
            .map(|(source, count)| Note::WithoutOccupation { source: *source, count: *count });
        without.chain(placed).collect()
    }
}

/// Posts offered on the territory by occupation; a flow is not added to a stock.
pub fn local_offers(lists: &Lists, territory: Territory) -> Offers {
    let mut offers = Offers::default();
    let Some(nature) = lists.counted() else { return offers };
    let mut unplaced: BTreeMap<usize, u32> = BTreeMap::new();
    let mut by_title: BTreeMap<usize, u32> = BTreeMap::new();
    for offer in lists.offers.iter().filter(|offer| offer.here && offer.nature == nature) {
        if offer.by_title {
            *by_title.entry(offer.source).or_default() += 1;
        }
        match offer.section {
            Some(section) => {
                let key = (section, offer.occupation);
                let (count, posts) = offers.by_sector.entry(key).or_default();
                *count += 1;
                *posts += offer.posts;
            }
            None => offers.without_sector += 1,
        }
        let Some(fap) = offer.occupation else {
            *unplaced.entry(offer.source).or_default() += 1;
            continue;
        };
        let entry = offers.by_occupation.entry(fap).or_insert_with(|| LocalOffers {
            source: offer.source,
            nature,
            offers: 0,
            posts: Figure {
                indicator: "local-posts",
                territory,
                value: Value::Exact(0.0),
                unit: Unit::Posts,
                n: 0,
                masked_cells: 0,
                grade: None,
                origin: Origin::Public,
            },
        });
        entry.offers += 1;
        entry.posts.n += 1;
        if let Value::Exact(posts) = &mut entry.posts.value {
            *posts += offer.posts;
        }
    }
    offers.unplaced = unplaced.into_iter().collect();
    offers.by_title = by_title.into_iter().collect();
    offers
}
