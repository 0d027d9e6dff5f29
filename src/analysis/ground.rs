//! What an analysis stands on where no survey of projects is loaded: the edition of its occupations,
//! where its territory lies, which occupations the other files speak of, and of which year.
//!
//! Nothing stands in for the survey: without it no occupation has a project, a share, a flag nor a
//! rank, and each is told by what the other files say of it.

use crate::analysis::absent::{Absent, Sources};
use crate::analysis::extent::Extent;
use crate::analysis::offers::Lists;
use crate::analysis::official::Anchors;
use crate::analysis::own;
use crate::analysis::results::Employed;
use crate::analysis::rings::{self, Folded, Geography, Wave};
use crate::analysis::{AnalysisError, Request};
use crate::model::{Fap, FapLevel, FapVersion, Kind, Territory};
use crate::readers::{ReadTable, days};
use crate::reference::Reference;
use crate::tables::Table;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// The edition that the files are read in: that of the latest tensions; else 2009 where every code
/// of FAP is of it; else the latest.
pub(super) fn edition(inputs: &[Arc<ReadTable>]) -> FapVersion {
    let tensions = inputs.iter().filter(|input| input.kind == Kind::DaresTension);
    let latest = tensions.max_by_key(|input| (input.vintage, input.fap_version));
    if let Some(version) = latest.and_then(|input| input.fap_version) {
        return version;
    }
    let years = |input: &Arc<ReadTable>| -> Vec<Option<f64>> {
        match &input.table {
            Table::SurveyOccupations(table) => of(table.rows().map(|row| (row.fap, row.fap_year))),
            Table::JobOffers(table) => of(table.rows().map(|row| (row.fap, row.fap_year))),
            Table::JobSeekers(table) => of(table.rows().map(|row| (row.fap, row.fap_year))),
            Table::Employment(table) => of(table.rows().map(|row| (row.fap, row.fap_year))),
            _ => Vec::new(),
        }
    };
    let former = f64::from(FapVersion::Fap2009.year());
    let is_former = |year: &Option<f64>| year.is_some_and(|year| (year - former).abs() < 0.5);
    let mut all = inputs.iter().flat_map(years).peekable();
    if all.peek().is_some() && all.all(|year| is_former(&year)) {
        FapVersion::Fap2009
    } else {
        FapVersion::Fap2021
    }
}

/// Editions of the rows that have a code of FAP, each once.
fn of<'a>(rows: impl Iterator<Item = (&'a str, Option<f64>)>) -> Vec<Option<f64>> {
    let mut found: Vec<Option<f64>> = Vec::new();
    for (_, year) in rows.filter(|(code, _)| !code.is_empty()) {
        if !found.contains(&year) {
            found.push(year);
        }
    }
    found
}

/// Where a territory lies, by its communes.
///
/// # Errors
/// When it is not known, or no list at hand tells its communes.
pub(super) fn geography(
    territory: Territory,
    reference: &Reference,
) -> Result<Geography, AnalysisError> {
    if Extent::new(territory, reference).is_unknown() {
        return Err(AnalysisError::CommunesUnknown { territory });
    }
    let found = by_communes(territory, reference)?;
    let inside = |place: &Territory| {
        let region = reference.region_from_department(*place);
        territory == Territory::France || region == Some(territory)
    };
    if !matches!(territory, Territory::Region(_) | Territory::France) {
        return Ok(found);
    }
    let named = |place: Territory| (place, label(place, reference));
    let departments = reference.territories("dep").into_iter().filter(inside).map(named).collect();
    let regions = match territory {
        Territory::France => reference.territories("reg").into_iter().map(named).collect(),
        _ => found.regions,
    };
    Ok(Geography { departments, regions, ..found })
}

fn label(place: Territory, reference: &Reference) -> String {
    reference.label(place).map(rings::tidy).unwrap_or_default()
}

/// The départements of a territory, the one with most of its communes first, and their régions; a
/// région and the country have none.
///
/// # Errors
/// When the territory is not known.
pub(super) fn by_communes(
    territory: Territory,
    reference: &Reference,
) -> Result<Geography, AnalysisError> {
    let named = |place: Territory| (place, label(place, reference));
    let (departments, regions) = match territory {
        Territory::France => (Vec::new(), Vec::new()),
        Territory::Region(_) => (Vec::new(), vec![territory]),
        Territory::Department(_) => {
            (vec![territory], reference.region_from_department(territory).into_iter().collect())
        }
        _ => departments_of(territory, reference),
    };
    let known = territory == Territory::France || reference.exists(territory);
    let by_communes = matches!(territory, Territory::Basin(_)) || territory.is_of_communes();
    if !known || (by_communes && departments.is_empty()) {
        return Err(AnalysisError::UnknownTerritory { territory });
    }
    Ok(Geography {
        extent: Extent::new(territory, reference),
        label: match territory {
            Territory::France => "France".to_owned(),
            _ => label(territory, reference),
        },
        departments: departments.into_iter().map(named).collect(),
        regions: regions.into_iter().map(named).collect(),
    })
}

/// Départements of a territory made of communes, the one with most of its communes first, and their
/// régions.
fn departments_of(place: Territory, reference: &Reference) -> (Vec<Territory>, Vec<Territory>) {
    let mut communes: BTreeMap<Territory, u32> = BTreeMap::new();
    for commune in reference.communes_of(place) {
        if let Some(department) = reference.department_from_commune(commune) {
            *communes.entry(department).or_default() += 1;
        }
    }
    let mut departments: Vec<(Territory, u32)> = communes.into_iter().collect();
    departments.sort_by(|a, b| b.1.cmp(&a.1).then(a.0.cmp(&b.0)));
    let departments: Vec<Territory> = departments.into_iter().map(|(place, _)| place).collect();
    let mut regions: Vec<Territory> = Vec::new();
    for region in departments.iter().filter_map(|place| reference.region_from_department(*place)) {
        if !regions.contains(&region) {
            regions.push(region);
        }
    }
    (departments, regions)
}

/// What the files say of a territory, each kind by itself.
pub(super) struct Told<'a> {
    pub sources: Sources<'a>,
    pub anchors: &'a Anchors,
    pub survey: Option<&'a own::Survey>,
    pub employed: &'a BTreeMap<Fap, Employed>,
    pub lists: &'a Lists,
}

/// What an analysis is made of.
pub(super) struct Frame {
    pub year: u16,
    /// Occupations without a row of the survey, where there is one.
    pub absent: Vec<Absent>,
    /// Without a survey, the occupations that stand for its own.
    pub unsurveyed: Option<Folded>,
}

impl Told<'_> {
    /// By the survey that is analysed; without one, by what the other files say.
    ///
    /// # Errors
    /// When there is no survey and no file speaks of the territory.
    pub fn frame(
        &self,
        wave: Option<&Wave<'_>>,
        inputs: &[Arc<ReadTable>],
        request: &Request,
        (version, reference): (FapVersion, &Reference),
    ) -> Result<Frame, AnalysisError> {
        if let Some(wave) = wave {
            let absent = self.sources.absent(self.anchors, reference);
            return Ok(Frame { year: wave.year, absent, unsurveyed: None });
        }
        let occupations = self.occupations(version, reference);
        if occupations.is_empty() {
            return Err(AnalysisError::NothingTold { territory: request.territory });
        }
        let told = self.year(inputs, reference).or(request.year);
        // No file says when it was made: the day of the question.
        let today = || u16::try_from(request.as_of.year()).unwrap_or_default();
        let unsurveyed = Some(Folded::unsurveyed(occupations.into_iter()));
        Ok(Frame { year: told.unwrap_or_else(today), absent: Vec::new(), unsurveyed })
    }

    /// Every occupation that one of them speaks of, by code.
    fn occupations(&self, version: FapVersion, reference: &Reference) -> BTreeSet<Fap> {
        let Self { sources, anchors, survey, employed, .. } = self;
        let mut codes = sources.codes(anchors, reference);
        // Of the list of occupations, and those of a producer whose edition has codes of its own.
        let listed = reference.faps(version, FapLevel::Occupation).into_iter();
        let own = anchors.ladder().into_iter().flat_map(crate::indicators::anchor::Ladder::cells);
        let own = own.map(|(_, code, _)| code);
        let own =
            own.filter(|code| code.version == version && code.level() == FapLevel::Occupation);
        let all: BTreeSet<Fap> = listed.chain(own).collect();
        // Of a card of several occupations each is told, as an unsure reading.
        let is_told = |code: &Fap| {
            anchors.anchor(*code, reference).is_some()
                || !anchors.rome_readings(*code, reference).is_empty()
        };
        codes.extend(all.into_iter().filter(is_told));
        codes.extend(survey.iter().flat_map(|survey| survey.views.keys().copied()));
        codes.extend(employed.keys().copied());
        codes
    }

    /// The year of the latest of them; `None` where none says it.
    fn year(&self, inputs: &[Arc<ReadTable>], reference: &Reference) -> Option<u16> {
        let Self { sources, anchors, employed, lists, .. } = self;
        let ladder = anchors.ladder().map(|ladder| ladder.year);
        let asked = own::sources(inputs, sources.territory, reference);
        let survey = asked.iter().filter_map(|source| inputs.get(*source)?.vintage);
        let rates = [&sources.flows.exits, &sources.flows.offers_per_seeker];
        let periods = rates.into_iter().flatten().map(|rates| rates.period.as_str());
        let periods = periods.chain(sources.seekers.values().map(|one| one.period.as_str()));
        let periods = periods.filter_map(|period| u16::try_from(days(period)?.1.year()).ok());
        let created = lists.offers.iter().filter(|offer| offer.here);
        let created = created.filter_map(|offer| u16::try_from(offer.created?.year()).ok());
        let counted = employed.values().map(|one| one.year);
        let all = ladder.into_iter().chain(anchors.basin_year()).chain(survey);
        all.chain(periods).chain(created).chain(counted).max()
    }
}

/// Territories that the files speak of: all that are known where tensions are loaded, which are read
/// up a ladder; else those of their rows.
pub(super) fn territories(inputs: &[Arc<ReadTable>], reference: &Reference) -> BTreeSet<Territory> {
    if inputs.iter().any(|input| input.kind == Kind::DaresTension) {
        let kinds = ["be", "dep", "reg"];
        return kinds.iter().flat_map(|prefix| reference.territories(prefix)).collect();
    }
    let mut found = BTreeSet::new();
    for input in inputs {
        match &input.table {
            Table::BasinTension(table) => {
                let basins: BTreeSet<&str> = table.rows().map(|row| row.basin).collect();
                found.extend(basins.iter().filter_map(|code| Territory::basin(code).ok()));
            }
            Table::SurveyEstablishments(table) => {
                let answered = table.rows().filter(|row| row.status == "répondant");
                let places: BTreeSet<(&str, &str)> =
                    answered.map(|row| (row.commune, row.basin)).collect();
                for (commune, basin) in places {
                    let department = reference.department_from_commune(commune);
                    found.extend(Territory::basin(basin));
                    found.extend(reference.basin_from_commune(commune));
                    found.extend(department);
                    found.extend(department.and_then(|it| reference.region_from_department(it)));
                }
            }
            Table::JobOffers(table) => {
                let places: BTreeSet<(&str, &str)> =
                    table.rows().map(|row| (row.commune, row.department)).collect();
                for (commune, department) in places {
                    let department = Territory::department(department).ok();
                    let known = reference.department_from_commune(commune).or(department);
                    found.extend(reference.basin_from_commune(commune));
                    found.extend(known.iter().copied());
                    found.extend(known.and_then(|place| reference.region_from_department(place)));
                }
            }
            Table::JobSeekers(table) => {
                let places: BTreeSet<&str> = table.rows().map(|row| row.territory).collect();
                found.extend(places.iter().filter_map(|place| place.parse::<Territory>().ok()));
            }
            Table::Employment(table) => {
                let places: BTreeSet<&str> = table.rows().map(|row| row.territory).collect();
                found.extend(places.iter().filter_map(|place| place.parse::<Territory>().ok()));
            }
            _ => {}
        }
    }
    found
}

#[cfg(test)]
mod tests;
