//! One pure call from loaded tables to results, for the window, the command line and the tests.
//!
//! No clock, no disk, no locale: same inputs, same results, byte for byte.

pub mod compare;
pub mod disagreement;
pub mod employers;
pub mod extent;
mod inputs;
pub mod levels;
mod official;
mod own;
mod regulatory;
pub mod results;
mod rings;
pub mod sectors;
mod seekers;
pub mod similar;
mod titles;

pub use inputs::with_lists;
pub use results::Results;

use crate::analysis::extent::Extent;
use crate::analysis::inputs::{Prepared, prepare};
use crate::analysis::regulatory::Regulatory;
use crate::analysis::results::{
    Benchmarks, Note, Occupation, SourceView, TerritoryView, YearPoint,
};
use crate::analysis::rings::{Folded, Wave};
use crate::analysis::seekers::Exits;
use crate::indicators::hiring::{Sums, Tally};
use crate::indicators::posterior::{self, Rings, Settings};
use crate::indicators::pressure::{Pressure, ReferenceCell, Scale, Status, Weights};
use crate::matching::find::{Index, Reach};
use crate::model::{Date, Fap, Kind, Territory};
use crate::readers::ReadTable;
use crate::recommend::diagnosis::{Signs, SurveyThresholds, diagnose};
use crate::recommend::plan::{Case, programmes};
use crate::recommend::programme::Programme;
use crate::reference::Reference;
use crate::reference::params::Parameters;
use crate::tables::Table;
use std::collections::BTreeMap;
use std::sync::Arc;

/// What is asked: where, when, and the date of the question.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Request {
    pub territory: Territory,
    /// `None`: the latest loaded.
    pub year: Option<u16>,
    pub as_of: Date,
}

/// Why there is no result. Each has a sentence in the catalogs (`error-…`).
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum AnalysisError {
    #[error("no BMO survey among the files")]
    NoSurvey,
    #[error("no BMO survey of {year} among the files")]
    YearNotLoaded { year: u16, loaded: Vec<u16> },
    #[error("{territory} has no row in the BMO survey of {year}")]
    Absent {
        territory: Territory,
        year: u16,
        /// Territories of the same kind that come closest by code or label.
        close: Vec<(Territory, String)>,
    },
    #[error("no list at hand tells the communes of {territory}")]
    CommunesUnknown { territory: Territory },
    #[error("no territory like {territory} in the BMO survey of {year}")]
    NoSimilar { territory: Territory, year: u16 },
}

impl AnalysisError {
    /// Key of the sentence in the catalogs.
    pub const fn id(&self) -> &'static str {
        match self {
            Self::NoSurvey => "no-survey",
            Self::YearNotLoaded { .. } => "year-not-loaded",
            Self::Absent { .. } => "territory-absent",
            Self::CommunesUnknown { .. } => "communes-unknown",
            Self::NoSimilar { .. } => "no-similar",
        }
    }

    fn absent(wave: &Wave<'_>, territory: Territory) -> Self {
        let distance = |other: &Territory| {
            let pairs = territory.code().bytes().zip(other.code().bytes());
            pairs.filter(|(a, b)| a != b).count()
        };
        let mut close: Vec<_> = rings::territories(wave)
            .into_iter()
            .filter(|(other, _)| other.prefix() == territory.prefix())
            .collect();
        close.sort_by_key(|(other, _)| (distance(other), *other));
        close.truncate(3);
        Self::Absent { territory, year: wave.year, close }
    }
}

/// Territories that the latest loaded survey can be read at: its basins, départements, régions and
/// France, then the territories made of communes of those basins.
pub fn territories(inputs: &[Arc<ReadTable>], reference: &Reference) -> Vec<(Territory, String)> {
    let (waves, _) = rings::waves(inputs, 4.0);
    let Some(wave) = waves.values().next_back() else { return Vec::new() };
    let mut list = rings::territories(wave);
    let reference = inputs::with_lists(inputs, reference);
    let basins = list.iter().map(|(place, _)| *place).collect();
    let of_communes = reference.over(&basins).into_iter().map(|place| {
        let label = reference.label(place).map(rings::tidy).unwrap_or_default();
        (place, label)
    });
    list.extend(of_communes);
    list
}

/// Years of the loaded surveys, oldest first.
pub fn years(inputs: &[Arc<ReadTable>]) -> Vec<u16> {
    rings::waves(inputs, 4.0).0.into_keys().collect()
}

/// # Errors
/// When no survey is loaded, or the territory or the year is not in it.
pub fn analyse(
    inputs: &[Arc<ReadTable>],
    reference: &Reference,
    parameters: &Parameters,
    request: &Request,
) -> Result<Results, AnalysisError> {
    let given = inputs;
    let Prepared { inputs, copies, former } = prepare(given);
    let inputs = inputs.as_slice();
    let (waves, doubles) = rings::waves(inputs, parameters.star_max());
    let latest = waves.keys().next_back().copied().ok_or(AnalysisError::NoSurvey)?;
    let year = request.year.unwrap_or(latest);
    let wave = waves.get(&year).ok_or_else(|| AnalysisError::YearNotLoaded {
        year,
        loaded: waves.keys().copied().collect(),
    })?;
    let reference = &inputs::with_lists(inputs, reference);

    let extent = Extent::new(request.territory, reference);
    let geography = rings::geography(wave, extent, reference)?;
    let folded = rings::fold(wave, &geography);
    let settings = Settings {
        effective_share: parameters.effective_share(),
        prior_strength: parameters.prior_strength(),
        flag_probability: parameters.flag_probability(),
    };
    let country = sum(&folded.all);
    let cut = if country.projects > 0.0 { country.difficult / country.projects } else { 0.5 };
    let least_cells = parameters.reference_minimum();
    let exits = Exits::new(inputs, request.territory, wave.version, reference, least_cells);
    let (difficulty, exit_rate) = parameters.weights();
    let weights = Weights { difficulty, exit_rate };
    let set = reference_set(&folded, wave, cut, settings, exits.as_ref());

    let survey = own::survey(inputs, request.territory, wave.version, reference);
    let mut offered = own::local_offers(inputs, request.territory, wave.version, reference);
    let reach = Reach {
        territory: request.territory,
        departments: geography.departments.iter().map(|(place, _)| *place).collect(),
        regions: geography.regions.iter().map(|(place, _)| *place).collect(),
    };
    let tables: Vec<(usize, &Table)> =
        inputs.iter().enumerate().map(|(source, input)| (source, &input.table)).collect();
    let context = Context {
        territory: request.territory,
        wave,
        reference,
        parameters,
        settings,
        cut,
        scale: Scale::new(&set, weights, least_cells),
        anchors: official::Anchors::new(inputs, wave.version, &geography),
        index: Index::new(&tables, &reach, reference, request.as_of),
        history: History::new(&waves, wave, &geography.extent, settings.effective_share),
        survey,
        offers: std::mem::take(&mut offered.by_occupation),
        regulatory: Regulatory::new(inputs, &geography),
        exits,
    };
    let occupations: Vec<Occupation> =
        folded.occupations.iter().map(|(code, cells)| context.occupation(*code, cells)).collect();
    let by_sector = (&offered.by_sector, offered.without_sector);
    let sectors = sectors::sectors(inputs, &occupations, by_sector, reference);
    let mut notes: Vec<Note> = doubles
        .iter()
        .map(|(kept, left)| Note::DuplicateYear { kept: *kept, left: *left })
        .collect();
    let again = copies.iter().map(|(kept, left)| Note::SameContent { kept: *kept, left: *left });
    notes.extend(again);
    notes.extend(former.iter().map(|(left, year)| Note::FormerWave { left: *left, year: *year }));
    notes.extend(context.notes(inputs, &geography, cells_of(&set), &occupations));
    notes.extend(offered.notes());
    Ok(Results {
        territory: TerritoryView {
            territory: geography.territory(),
            label: geography.label.clone(),
            coverage: extent::coverage(geography.territory(), reference),
            departments: geography.departments.clone(),
            regions: geography.regions.clone(),
        },
        year,
        fap_version: wave.version,
        as_of: request.as_of,
        sources: sources(
            given,
            wave,
            &[doubles, copies, former.iter().map(|(left, _)| (*left, *left)).collect()].concat(),
            context.exits.as_ref(),
        ),
        totals: benchmarks(&folded.all, wave, settings.effective_share),
        cut,
        reference_cells: cells_of(&set),
        exits: context.exits.as_ref().map(|exits| (exits.source, exits.period.clone())),
        programmes: recommended(&occupations, parameters, request.as_of),
        occupations,
        notes,
        years: context.history.totals,
        groups: levels::groups(&folded, reference, wave.mask, cut, settings),
        sectors,
        comparisons: compare::Comparisons::default(),
    })
}

/// What every occupation of one analysis is looked at with.
struct Context<'a> {
    territory: Territory,
    wave: &'a Wave<'a>,
    reference: &'a Reference,
    parameters: &'a Parameters,
    settings: Settings,
    cut: f64,
    /// `None`: the reference set is too small for a class.
    scale: Option<Scale>,
    anchors: official::Anchors,
    index: Index,
    history: History,
    survey: Option<own::Survey>,
    offers: BTreeMap<Fap, results::LocalOffers>,
    regulatory: Regulatory,
    exits: Option<Exits>,
}

impl Context<'_> {
    fn occupation(&self, code: Fap, cells: &rings::Cells<'_>) -> Occupation {
        let Self { wave, reference, parameters, settings, .. } = *self;
        let anchor = self.anchors.anchor(code, reference);
        let exits = self.exits.as_ref();
        let exit_rate = exits.and_then(|exits| exits.rate(self.territory, code));
        let pressure = pressure(cells, wave, self.cut, settings, (self.scale.as_ref(), exit_rate));
        let said = self.survey.as_ref().and_then(|survey| survey.causes.get(&code));
        let signs = Signs {
            official_class: anchor.map(|anchor| anchor.class),
            local_evidence: pressure.evidence(),
            local_presumption: pressure.presumed() || pressure.status == Status::ToCheck,
            causes: anchor.map(|anchor| anchor.causes).unwrap_or_default(),
            survey: said.map(Vec::as_slice).unwrap_or_default(),
        };
        let thresholds = SurveyThresholds {
            skill_share: parameters.survey_skill_threshold(),
            least_respondents: parameters.minimum_respondents(),
        };
        let label =
            reference.fap_label(code).map_or_else(|| rings::tidy(cells.label), str::to_owned);
        Occupation {
            code,
            label,
            family: cells.family.map(|(letter, name)| (letter.to_owned(), rings::tidy(name))),
            benchmarks: benchmarks(&cells.rings, wave, settings.effective_share),
            pressure,
            anchor,
            rome_readings: self.anchors.rome_readings(code, reference),
            finding: diagnose(&signs, thresholds),
            supply: self.index.supply(code, reference),
            history: self.history.of(code),
            survey: self.survey.as_ref().and_then(|survey| survey.views.get(&code)).cloned(),
            local_offers: self.offers.get(&code).cloned(),
            regulatory: self.regulatory.of(code, reference),
            rows: cells.rows.iter().map(|row| (wave.source, *row)).collect(),
        }
    }

    fn notes(
        &self,
        inputs: &[Arc<ReadTable>],
        geography: &rings::Geography,
        reference_cells: u32,
        occupations: &[Occupation],
    ) -> Vec<Note> {
        let mut notes = Vec::new();
        if self.scale.is_none() {
            notes.push(Note::ReferenceSetTooSmall { cells: reference_cells });
        }
        if let (Territory::Basin(_), [first, _, ..]) =
            (geography.territory(), geography.departments.as_slice())
        {
            notes.push(Note::SeveralDepartments { used: first.0 });
        }
        notes.extend(self.anchors.notes());
        let unmatched = occupations.iter().filter(|occupation| occupation.anchor.is_none()).count();
        if self.anchors.loaded() && unmatched > 0 {
            let count = u32::try_from(unmatched).unwrap_or(u32::MAX);
            notes.push(Note::AnchorWithoutMatch { count });
        }
        if let Some(survey) = self.survey.as_ref().filter(|survey| survey.without_occupation > 0) {
            notes.push(Note::WithoutOccupation {
                source: survey.source,
                count: survey.without_occupation,
            });
        }
        let breaks = self.history.breaks.iter();
        notes.extend(
            breaks
                .map(|(before, after)| Note::NomenclatureBreak { before: *before, after: *after }),
        );
        let training = [
            Kind::CertifInfo,
            Kind::NationalRegister,
            Kind::CourseOffers,
            Kind::CarifOffers,
            Kind::TrainingCatalogue,
        ];
        if !inputs.iter().any(|input| training.contains(&input.kind)) {
            notes.push(Note::NoTrainingLoaded);
        }
        notes
    }
}

fn recommended(occupations: &[Occupation], parameters: &Parameters, as_of: Date) -> Vec<Programme> {
    let cases: Vec<Case<'_>> = occupations
        .iter()
        .map(|occupation| {
            let causes = occupation.anchor.map(|anchor| anchor.causes).unwrap_or_default();
            Case {
                occupation: occupation.code,
                tally: &occupation.benchmarks.territory,
                pressure: &occupation.pressure,
                finding: &occupation.finding,
                training_link: causes.training_link,
                labour_shortage: causes.labour_shortage,
                supply: &occupation.supply,
            }
        })
        .collect();
    programmes(&cases, parameters, as_of)
}

fn sum(rings: &[Sums]) -> Sums {
    rings.iter().fold(Sums::default(), |total, ring| total.plus(ring))
}

fn cells_of(set: &[ReferenceCell]) -> u32 {
    u32::try_from(set.len()).unwrap_or(u32::MAX)
}

/// Territory, département(s), région(s), France: each includes the ones inside it.
fn benchmarks(rings: &Rings, wave: &Wave<'_>, effective_share: f64) -> Benchmarks {
    let upto = |n: usize| -> Tally {
        sum(rings.get(..n).unwrap_or_default()).tally(wave.mask, effective_share)
    };
    Benchmarks { territory: upto(1), department: upto(2), region: upto(3), france: upto(4) }
}

/// Occupations × départements of the région(s) that publish projects, with their shrunk
/// difficulty share (the same shrinkage as the territory's own, or the two could not be compared)
/// and their exit rate where a file gives it.
fn reference_set(
    folded: &Folded<'_>,
    wave: &Wave<'_>,
    cut: f64,
    settings: Settings,
    exits: Option<&Exits>,
) -> Vec<ReferenceCell> {
    let mut cells = Vec::with_capacity(folded.by_department.len());
    for ((occupation, department), own) in &folded.by_department {
        if own.projects <= 0.0 {
            continue;
        }
        let region = folded.by_region.get(occupation).copied().unwrap_or_default();
        let country = folded.by_country.get(occupation).copied().unwrap_or_default();
        let rings = [*own, Sums::default(), region.minus(own), country.minus(&region)];
        let exit_rate = exits.zip(Territory::department(department).ok());
        cells.push(ReferenceCell {
            difficulty: posterior::posterior(&rings, wave.mask, cut, settings).mean,
            exit_rate: exit_rate.and_then(|(exits, place)| exits.rate(place, *occupation)),
        });
    }
    cells
}

fn pressure(
    cells: &rings::Cells<'_>,
    wave: &Wave<'_>,
    cut: f64,
    settings: Settings,
    (scale, exit_rate): (Option<&Scale>, Option<f64>),
) -> Pressure {
    let [own, ..] = &cells.rings;
    let posterior = posterior::posterior(&cells.rings, wave.mask, cut, settings);
    let grade = posterior::grade(own, &posterior, wave.mask, settings);
    // Without any published project there is no D on the territory: not computable.
    let placed =
        scale.filter(|_| own.projects > 0.0).map(|scale| scale.place(posterior.mean, exit_rate));
    Pressure {
        class: placed.map(|placed| placed.class),
        score: placed.map(|placed| placed.score),
        components: placed.map(|placed| placed.components).unwrap_or_default(),
        // R is missing, and E often: one grade less (`method.md` §1.9).
        confidence: grade.lowered(),
        status: posterior::status(&posterior, settings),
        grade,
        posterior,
    }
}

fn sources(
    inputs: &[Arc<ReadTable>],
    wave: &Wave<'_>,
    doubles: &[(usize, usize)],
    exits: Option<&Exits>,
) -> Vec<SourceView> {
    inputs
        .iter()
        .enumerate()
        .map(|(position, input)| SourceView {
            file: input.file.clone(),
            fingerprint: input.fingerprint.clone(),
            kind: input.kind,
            vintage: input.vintage,
            sheet: input.sheet.clone(),
            rows: input.rows,
            used: doubles.iter().all(|(_, left)| *left != position)
                && match input.kind {
                    Kind::Bmo => input.fap_version == Some(wave.version),
                    Kind::JobSeekers => exits.is_some_and(|exits| exits.source == position),
                    Kind::DaresTension
                    | Kind::RegulatoryList
                    | Kind::BasinTension
                    | Kind::CertifInfo
                    | Kind::NationalRegister
                    | Kind::CourseOffers
                    | Kind::CarifOffers
                    | Kind::TrainingCatalogue
                    | Kind::SurveyEstablishments
                    | Kind::SurveyOccupations
                    | Kind::RomeNafHirings
                    | Kind::JobOffers => true,
                    kind => kind.is_reference(),
                },
        })
        .collect()
}

/// The other years of the same edition of FAP, and where the series breaks.
struct History {
    totals: Vec<YearPoint>,
    by_occupation: BTreeMap<Fap, Vec<YearPoint>>,
    breaks: Vec<(u16, u16)>,
}

impl History {
    fn new(
        waves: &BTreeMap<u16, Wave<'_>>,
        current: &Wave<'_>,
        extent: &Extent,
        effective_share: f64,
    ) -> Self {
        let mut history =
            Self { totals: Vec::new(), by_occupation: BTreeMap::new(), breaks: Vec::new() };
        let mut previous: Option<&Wave<'_>> = None;
        for wave in waves.values() {
            if let Some(before) = previous.filter(|before| before.version != wave.version) {
                history.breaks.push((before.year, wave.year));
            }
            previous = Some(wave);
            let (all, occupations) = rings::own_sums(wave, extent);
            let point = |sums: &Sums| YearPoint {
                source: wave.source,
                year: wave.year,
                fap_version: wave.version,
                tally: sums.tally(wave.mask, effective_share),
            };
            if all.cells > 0 {
                history.totals.push(point(&all));
            }
            if wave.version == current.version {
                for (code, sums) in &occupations {
                    history.by_occupation.entry(*code).or_default().push(point(sums));
                }
            }
        }
        history
    }

    fn of(&self, code: Fap) -> Vec<YearPoint> {
        self.by_occupation.get(&code).cloned().unwrap_or_default()
    }
}
