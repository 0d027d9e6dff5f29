//! The BMO survey of one year seen from a territory: four disjoint rings per occupation.

use crate::analysis::AnalysisError;
use crate::analysis::extent::Extent;
use crate::analysis::inputs::year_of;
pub use crate::indicators::fold::tidy;
use crate::indicators::fold::{Entry, Fold, Site};
use crate::indicators::hiring::{Mask, Sums};
use crate::indicators::posterior::Rings;
use crate::model::adjust::Cut;
use crate::model::{Fap, FapVersion, Kind, Territory};
use crate::readers::ReadTable;
use crate::reference::Reference;
use crate::tables::Table;
use crate::tables::bmo::Bmo;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Deref;
use std::sync::Arc;

/// Which survey it is, without its rows.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Survey {
    pub source: usize,
    pub year: u16,
    pub version: FapVersion,
    pub mask: Mask,
}

/// One loaded BMO survey.
#[derive(Clone, Copy, Debug)]
pub struct Wave<'a> {
    pub survey: Survey,
    pub table: &'a Bmo,
}

impl Deref for Wave<'_> {
    type Target = Survey;

    fn deref(&self) -> &Survey {
        &self.survey
    }
}

impl Wave<'_> {
    /// The numbers of its rows, walked once.
    pub fn fold(&self) -> Fold {
        Fold::new(self.table, self.year, self.version, self.mask)
    }
}

/// The loaded surveys by year; of two for one year the first is kept, the others returned.
pub fn waves(
    inputs: &[Arc<ReadTable>],
    star_max: f64,
) -> (BTreeMap<u16, Wave<'_>>, Vec<(usize, usize)>) {
    let mut waves = BTreeMap::new();
    let mut doubles = Vec::new();
    for (source, input) in inputs.iter().enumerate() {
        let (Kind::Bmo, Table::Bmo(table)) = (input.kind, &input.table) else { continue };
        let (Some(year), Some(version)) = (year_of(input, None), input.fap_version) else {
            continue;
        };
        let mask = if is_decimal(table) { Mask::decimal() } else { Mask::integer(star_max) };
        let wave = Wave { survey: Survey { source, year, version, mask }, table };
        match waves.get(&year) {
            None => {
                waves.insert(year, wave);
            }
            Some(kept) => doubles.push((kept.source, source)),
        }
    }
    (waves, doubles)
}

/// The year asked for, else the latest.
///
/// # Errors
/// When no survey of that year is there, or none that says its year.
pub fn wave<'a, 'b>(
    waves: &'b BTreeMap<u16, Wave<'a>>,
    inputs: &[Arc<ReadTable>],
    asked: Option<u16>,
) -> Result<&'b Wave<'a>, AnalysisError> {
    let Some(latest) = waves.keys().next_back().copied() else {
        let undated = |input: &&Arc<ReadTable>| {
            input.kind == Kind::Bmo && year_of(input, None).is_none() && input.rows.kept > 0
        };
        return Err(match inputs.iter().find(undated) {
            Some(input) => AnalysisError::SurveyWithoutYear { file: input.file.clone() },
            None => AnalysisError::NoSurvey,
        });
    };
    let year = asked.unwrap_or(latest);
    let loaded = || waves.keys().copied().collect();
    waves.get(&year).ok_or_else(|| AnalysisError::YearNotLoaded { year, loaded: loaded() })
}

/// The same, where an analysis can do without: `None` when no survey is loaded at all.
///
/// # Errors
/// When surveys are loaded, and none is of that year or says its year.
pub fn wave_if_any<'a, 'b>(
    waves: &'b BTreeMap<u16, Wave<'a>>,
    inputs: &[Arc<ReadTable>],
    asked: Option<u16>,
) -> Result<Option<&'b Wave<'a>>, AnalysisError> {
    match wave(waves, inputs, asked) {
        Err(AnalysisError::NoSurvey) => Ok(None),
        found => found.map(Some),
    }
}

/// The layout of 2014–2018 publishes unrounded decimals, and masks otherwise.
fn is_decimal(table: &Bmo) -> bool {
    table.rows().any(|row| row.projects.value().is_some_and(|value| value.fract() != 0.0))
}

/// Where the territory lies, by the survey's own rows.
#[derive(Clone, Debug, PartialEq)]
pub struct Geography {
    pub extent: Extent,
    pub label: String,
    /// The one with most projects first; ties by code.
    pub departments: Vec<(Territory, String)>,
    pub regions: Vec<(Territory, String)>,
}

impl Geography {
    pub const fn territory(&self) -> Territory {
        self.extent.territory()
    }
}

/// Every territory that the survey has rows for, basins first, with the survey's labels.
pub fn territories(fold: &Fold) -> Vec<(Territory, String)> {
    let labels = fold.territories().into_iter();
    basins_first(labels.map(|(place, name)| (place, name.to_owned())).collect())
}

/// Basins, départements, régions, others, each by code, then the country.
pub fn basins_first(mut list: Vec<(Territory, String)>) -> Vec<(Territory, String)> {
    let order = |territory: &Territory| match territory {
        Territory::Basin(_) => 0,
        Territory::Department(_) => 1,
        Territory::Region(_) => 2,
        _ => 3,
    };
    list.retain(|(place, _)| *place != Territory::France);
    list.sort_by_key(|(place, _)| (order(place), *place));
    list.push((Territory::France, "France".to_owned()));
    list
}

/// # Errors
/// When the survey has no row for the territory; the error says what is near.
pub fn geography(
    fold: &Fold,
    extent: Extent,
    reference: &Reference,
) -> Result<Geography, AnalysisError> {
    let territory = extent.territory();
    if extent.is_unknown() {
        return Err(AnalysisError::CommunesUnknown { territory });
    }
    let inside: Vec<bool> = fold.sites.iter().map(|site| extent.contains(site)).collect();
    let first = fold.sites.iter().zip(&inside).find(|(_, inside)| **inside);
    let Some((site, _)) = first else {
        return Err(AnalysisError::absent(fold, territory));
    };
    let label = match territory {
        Territory::France => "France".to_owned(),
        _ if territory.is_of_communes() => tidy(reference.label(territory).unwrap_or_default()),
        _ => site.label(territory).unwrap_or_default().to_owned(),
    };
    let mut departments: BTreeMap<Territory, (f64, &str)> = BTreeMap::new();
    let mut regions: BTreeMap<Territory, (f64, &str)> = BTreeMap::new();
    for entry in &fold.entries {
        let Some(site) =
            fold.sites.get(entry.site).filter(|_| inside.get(entry.site) == Some(&true))
        else {
            continue;
        };
        for (list, place) in [(&mut departments, site.department()), (&mut regions, site.region())]
        {
            if let Some(place) = place {
                let label = site.label(place).unwrap_or_default();
                list.entry(place).or_insert((0.0, label)).0 += entry.sums.projects;
            }
        }
    }
    let ranked = |places: BTreeMap<Territory, (f64, &str)>| {
        let mut list: Vec<_> = places.into_iter().collect();
        list.sort_by(|a, b| b.1.0.total_cmp(&a.1.0).then(a.0.cmp(&b.0)));
        list.into_iter().map(|(place, (_, name))| (place, name.to_owned())).collect()
    };
    Ok(Geography { label, extent, departments: ranked(departments), regions: ranked(regions) })
}

/// An occupation with its rings and the rows of its own territory.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Cells {
    pub rings: Rings,
    /// By their rank in the table.
    pub rows: Vec<usize>,
    /// As published.
    pub label: String,
    /// Letter and label, as published.
    pub family: Option<(String, String)>,
}

/// One survey, as the territory sees it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Folded {
    /// Occupations with at least one row in the territory: an absent row is not a masked row.
    pub occupations: BTreeMap<Fap, Cells>,
    /// All occupations together.
    pub all: Rings,
    /// Occupation × département of the région(s), for the reference set of the class.
    pub by_department: BTreeMap<(Fap, Territory), Sums>,
    /// Occupation on the région(s) and on France.
    pub by_region: BTreeMap<Fap, Sums>,
    pub by_country: BTreeMap<Fap, Sums>,
    /// Occupations without a row in the territory too: they are part of their group around it.
    pub elsewhere: BTreeMap<Fap, Cells>,
}

impl Folded {
    /// Occupations that no survey of projects tells: known by other files, without a row.
    pub fn unsurveyed(occupations: impl Iterator<Item = Fap>) -> Self {
        let cells = |code| (code, Cells::default());
        Self { occupations: occupations.map(cells).collect(), ..Self::default() }
    }

    /// The same as [`Folded::cut`] where a survey was read, or the user set one; `None` else: no
    /// share of projects is known to set anything against.
    pub fn cut_if_any(&self, cut: Cut) -> Option<f64> {
        let read = self.all.iter().any(|ring| ring.cells > 0);
        (read || matches!(cut, Cut::Fixed(_))).then(|| self.cut(cut))
    }

    /// What occupations are set against: the share of difficult projects of all of them, published
    /// cells alone; one half where nothing is published.
    pub fn cut(&self, cut: Cut) -> f64 {
        let share = |rings: &[Sums]| {
            let sums = rings.iter().fold(Sums::default(), |all, ring| all.plus(ring));
            sums.point_share()
        };
        let cut = match cut {
            Cut::France => share(&self.all),
            Cut::Region => share(self.all.get(..3).unwrap_or_default()),
            Cut::Fixed(thousandths) => Some(f64::from(thousandths) / 1_000.0),
        };
        cut.unwrap_or(0.5)
    }
}

/// Where the entries of a site go.
struct Around {
    ring: usize,
    /// Place among the départements of the région(s).
    department: Option<usize>,
    in_region: bool,
}

/// The rings of every occupation around a territory.
pub fn fold(fold: &Fold, geography: &Geography) -> Folded {
    let holds = |places: &[(Territory, String)], place: Option<Territory>| {
        places.iter().any(|(known, _)| Some(*known) == place)
    };
    let in_region = |site: &Site| holds(&geography.regions, site.region());
    let known = fold.sites.iter().filter(|site| in_region(site)).filter_map(Site::department);
    let departments: Vec<Territory> = known.collect::<BTreeSet<_>>().into_iter().collect();
    let around = |site: &Site| {
        let in_region = in_region(site);
        let ring = if geography.extent.contains(site) {
            0
        } else if holds(&geography.departments, site.department()) {
            1
        } else if in_region {
            2
        } else {
            3
        };
        let department = site.department().and_then(|place| departments.binary_search(&place).ok());
        Around { ring, department: department.filter(|_| in_region), in_region }
    };
    let around: Vec<Around> = fold.sites.iter().map(around).collect();
    let width = departments.len();
    let mut all = Rings::default();
    let mut cells = vec![Cells::default(); fold.occupations.len()];
    let mut regional = vec![Sums::default(); fold.occupations.len()];
    let mut national = regional.clone();
    let mut by_department = vec![Sums::default(); fold.occupations.len() * width];
    for Entry { occupation, site, rank, sums } in &fold.entries {
        let (Some(at), Some(own)) = (around.get(*site), cells.get_mut(*occupation)) else {
            continue;
        };
        let slots = [
            own.rings.get_mut(at.ring),
            all.get_mut(at.ring),
            national.get_mut(*occupation),
            regional.get_mut(*occupation).filter(|_| at.in_region),
            at.department.and_then(|place| by_department.get_mut(occupation * width + place)),
        ];
        for slot in slots.into_iter().flatten() {
            *slot = slot.plus(sums);
        }
        if at.ring == 0 {
            own.rows.push(*rank);
        }
    }
    let mut folded = Folded { all, ..Folded::default() };
    let present = |sums: &Sums| sums.cells > 0;
    for (place, (named, mut own)) in fold.occupations.iter().zip(cells).enumerate() {
        let code = named.code;
        own.label.clone_from(&named.label);
        own.family.clone_from(&named.family);
        let here = own.rings.first().is_some_and(present);
        let list = if here { &mut folded.occupations } else { &mut folded.elsewhere };
        list.insert(code, own);
        let row = by_department.get(place * width..(place + 1) * width).unwrap_or_default();
        for (department, sums) in departments.iter().zip(row).filter(|(_, sums)| present(sums)) {
            folded.by_department.insert((code, *department), *sums);
        }
        for (list, sums) in [
            (&mut folded.by_region, regional.get(place)),
            (&mut folded.by_country, national.get(place)),
        ] {
            if let Some(sums) = sums.filter(|sums| present(sums)) {
                list.insert(code, *sums);
            }
        }
    }
    folded
}
