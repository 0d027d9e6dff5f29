//! One pure call from loaded tables to results, for the window, the command line and the tests.
//!
//! No clock, no disk, no locale: same inputs, same results, byte for byte.

pub mod anchor;
pub mod compare;
pub mod couples;
pub mod disagreement;
pub mod employers;
pub mod extent;
mod history;
mod inputs;
pub mod levels;
pub mod mapped;
mod official;
pub mod own;
mod regulatory;
pub mod results;
mod rings;
pub mod sectors;
mod seekers;
pub mod series;
pub mod shift;
pub mod similar;
pub mod stacking;
mod titles;
pub mod validation;
mod years;

pub use inputs::with_lists;
pub use results::Results;

use crate::analysis::extent::Extent;
use crate::analysis::history::History;
use crate::analysis::inputs::{Prepared, prepare};
use crate::analysis::regulatory::Regulatory;
use crate::analysis::results::{Benchmarks, Note, Occupation, SourceView, TerritoryView};
use crate::analysis::rings::{Folded, Wave};
use crate::analysis::seekers::{Flows, Rates};
use crate::analysis::series::Change;
use crate::analysis::years::{Together, together};
use crate::indicators::atlas::Atlas;
use crate::indicators::hiring::{Sums, Tally};
use crate::indicators::posterior::{self, Rings, Settings};
use crate::indicators::pressure::{Pressure, Raw, Scale, Status, Weights};
use crate::indicators::rank::{Drawn, Draws, Rank, ranks};
use crate::matching::find::{Index, Reach};
use crate::model::adjust::Cut;
use crate::model::{Date, Fap, Kind, Territory};
use crate::readers::ReadTable;
use crate::recommend::diagnosis::{Signs, SurveyThresholds, diagnose};
use crate::recommend::plan::{Case, programmes};
use crate::recommend::programme::Programme;
use crate::reference::Reference;
use crate::reference::adjust::Changed;
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
    #[error("no official tensions among the files")]
    NoTension,
    #[error("{code} is not in the BMO survey of {year}")]
    OccupationAbsent { code: String, year: u16 },
    #[error("{territory} is not known")]
    UnknownTerritory { territory: Territory },
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
            Self::NoTension => "no-tension",
            Self::OccupationAbsent { .. } => "occupation-absent",
            Self::UnknownTerritory { .. } => "unknown-territory",
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

/// The settings of shrinkage and flag that parameters give.
pub fn settings(parameters: &Parameters) -> Settings {
    Settings {
        effective_share: parameters.effective_share(),
        prior_strength: parameters.prior_strength(),
        flag_probability: parameters.flag_probability(),
    }
}

/// Every basin of a year, the latest loaded by default; `None` without a survey of that year.
pub fn atlas(
    inputs: &[Arc<ReadTable>],
    parameters: &Parameters,
    year: Option<u16>,
) -> Option<Atlas> {
    let Prepared { inputs, .. } = prepare(inputs);
    let (waves, _) = rings::waves(&inputs, parameters.star_max());
    let wave = match year {
        Some(year) => waves.get(&year)?,
        None => waves.values().next_back()?,
    };
    Some(Atlas::new(wave.table, wave.year, wave.version, wave.mask))
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
    let settings = settings(parameters);
    let country = sum(&folded.all);
    let share = |sums: Sums| (sums.projects > 0.0).then(|| sums.difficult / sums.projects);
    let cut = match parameters.cut() {
        Cut::France => share(country),
        Cut::Region => share(sum(folded.all.get(..3).unwrap_or_default())),
        Cut::Fixed(thousandths) => Some(f64::from(thousandths) / 1_000.0),
    }
    .unwrap_or(0.5);
    let least_cells = parameters.reference_minimum();
    let flows = Flows::new(inputs, request.territory, wave.version, reference, least_cells);
    let (difficulty, offers_per_seeker, exit_rate) = parameters.weights();
    let weights = Weights { difficulty, offers_per_seeker, exit_rate };
    let set = reference_set(&folded, cut, settings, &flows);

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
        flows,
    };
    let mut occupations: Vec<Occupation> =
        folded.occupations.iter().map(|(code, cells)| context.occupation(*code, cells)).collect();
    rank(&mut occupations, parameters);
    let Together { series, changes, validations } =
        together(&waves, (&geography.extent, year), settings, parameters, reference);
    for occupation in &mut occupations {
        occupation.change = changes.get(&occupation.code).copied().unwrap_or_default();
    }
    let by_sector = (&offered.by_sector, offered.without_sector);
    let sectors = sectors::sectors(inputs, &occupations, by_sector, reference);
    let mut notes: Vec<Note> = user_changes(parameters);
    notes.extend(left_aside(&doubles, &copies, &former));
    notes.extend(context.notes(inputs, &geography, cells_of(&set), &occupations));
    notes.extend(offered.notes());
    Ok(Results {
        territory: view(&geography, reference),
        year,
        fap_version: wave.version,
        as_of: request.as_of,
        sources: sources(
            given,
            wave,
            &[doubles, copies, former.iter().map(|(left, _)| (*left, *left)).collect()].concat(),
            &context.flows,
        ),
        totals: benchmarks(&folded.all, wave, settings.effective_share),
        cut,
        reference_cells: cells_of(&set),
        exits: context.flows.exits.as_ref().map(origin),
        registrations: context.flows.offers_per_seeker.as_ref().map(origin),
        programmes: recommended(&occupations, parameters, request.as_of),
        occupations,
        notes,
        years: context.history.totals,
        series,
        validations,
        groups: levels::groups(&folded, reference, wave.mask, cut, settings),
        sectors,
        comparisons: compare::Comparisons::default(),
    })
}

/// Gives every occupation its rank among all of them.
fn rank(occupations: &mut [Occupation], parameters: &Parameters) {
    let drawn: Vec<Drawn> = occupations
        .iter()
        .map(|occupation| Drawn {
            alpha: occupation.pressure.posterior.alpha,
            beta: occupation.pressure.posterior.beta,
            stream: occupation
                .code
                .code()
                .bytes()
                .fold(0, |so_far, byte| so_far << 8 | u64::from(byte)),
        })
        .collect();
    let (number, seed) = parameters.rank_draws();
    for (occupation, rank) in occupations.iter_mut().zip(ranks(&drawn, Draws { number, seed })) {
        occupation.rank = rank;
    }
}

fn view(geography: &rings::Geography, reference: &Reference) -> TerritoryView {
    TerritoryView {
        territory: geography.territory(),
        coverage: extent::coverage(geography.territory(), reference),
        label: geography.label.clone(),
        departments: geography.departments.clone(),
        regions: geography.regions.clone(),
    }
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
    flows: Flows,
}

impl Context<'_> {
    fn occupation(&self, code: Fap, cells: &rings::Cells<'_>) -> Occupation {
        let Self { wave, reference, parameters, settings, .. } = *self;
        let anchor = self.anchors.anchor(code, reference);
        let rates = |rates: &Option<Rates>| rates.as_ref()?.rate(self.territory, code);
        let others = (rates(&self.flows.offers_per_seeker), rates(&self.flows.exits));
        let pressure = pressure(cells, wave, self.cut, settings, (self.scale.as_ref(), others));
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
            // Known once all are.
            rank: Rank::default(),
            change: Change::default(),
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

/// Sources that count for nothing, each with the one that counts instead.
fn left_aside(
    doubles: &[(usize, usize)],
    copies: &[(usize, usize)],
    former: &[(usize, Option<u16>)],
) -> Vec<Note> {
    let doubles =
        doubles.iter().map(|(kept, left)| Note::DuplicateYear { kept: *kept, left: *left });
    let copies = copies.iter().map(|(kept, left)| Note::SameContent { kept: *kept, left: *left });
    let former = former.iter().map(|(left, year)| Note::FormerWave { left: *left, year: *year });
    doubles.chain(copies).chain(former).collect()
}

/// What the user changed of the method, said with every result.
fn user_changes(parameters: &Parameters) -> Vec<Note> {
    let changed = parameters
        .changed()
        .into_iter()
        .map(|Changed { id, value, default }| Note::ParameterChanged { id, value, default });
    let cut = Some(parameters.cut()).filter(|cut| *cut != Cut::France);
    changed.chain(cut.map(|cut| Note::CutChanged { cut })).collect()
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

/// Source and period.
fn origin(rates: &Rates) -> (usize, String) {
    (rates.source, rates.period.clone())
}

fn sum(rings: &[Sums]) -> Sums {
    rings.iter().fold(Sums::default(), |total, ring| total.plus(ring))
}

fn cells_of(set: &[Raw]) -> u32 {
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
fn reference_set(folded: &Folded<'_>, cut: f64, settings: Settings, flows: &Flows) -> Vec<Raw> {
    let mut cells = Vec::with_capacity(folded.by_department.len());
    for ((occupation, department), own) in &folded.by_department {
        if own.projects <= 0.0 {
            continue;
        }
        let region = folded.by_region.get(occupation).copied().unwrap_or_default();
        let country = folded.by_country.get(occupation).copied().unwrap_or_default();
        let rings = [*own, Sums::default(), region.minus(own), country.minus(&region)];
        let place = Territory::department(department).ok();
        let rate = |rates: &Option<Rates>| rates.as_ref()?.rate(place?, *occupation);
        cells.push(Raw {
            difficulty: Some(posterior::mean(&rings, cut, settings)),
            offers_per_seeker: rate(&flows.offers_per_seeker),
            exit_rate: rate(&flows.exits),
        });
    }
    cells
}

fn pressure(
    cells: &rings::Cells<'_>,
    wave: &Wave<'_>,
    cut: f64,
    settings: Settings,
    (scale, (offers_per_seeker, exit_rate)): (Option<&Scale>, (Option<f64>, Option<f64>)),
) -> Pressure {
    let [own, ..] = &cells.rings;
    let posterior = posterior::posterior(&cells.rings, wave.mask, cut, settings);
    let grade = posterior::grade(own, &posterior, wave.mask, settings);
    // Without any published project there is no D on the territory.
    let difficulty = (own.projects > 0.0).then_some(posterior.mean);
    let raw = Raw { difficulty, offers_per_seeker, exit_rate };
    let placed = scale.and_then(|scale| scale.place(raw));
    Pressure {
        class: placed.map(|placed| placed.class),
        score: placed.map(|placed| placed.score),
        components: placed.map(|placed| placed.components).unwrap_or_default(),
        // A missing component: one grade less (`method.md` §1.9).
        confidence: if placed.is_some_and(|placed| placed.is_whole()) {
            grade
        } else {
            grade.lowered()
        },
        status: posterior::status(&posterior, settings),
        grade,
        posterior,
    }
}

fn sources(
    inputs: &[Arc<ReadTable>],
    wave: &Wave<'_>,
    doubles: &[(usize, usize)],
    flows: &Flows,
) -> Vec<SourceView> {
    inputs
        .iter()
        .enumerate()
        .map(|(position, input)| {
            let used = doubles.iter().all(|(_, left)| *left != position)
                && match input.kind {
                    Kind::Bmo => input.fap_version == Some(wave.version),
                    Kind::JobSeekers => flows.sources().any(|source| source == position),
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
                };
            SourceView::new(input, used)
        })
        .collect()
}
