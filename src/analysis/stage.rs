//! An analysis in two: what the files say of a territory, made once, and what the method makes of
//! it, made again whenever a setting changes.

mod placing;
mod seen;
mod usage;

use crate::analysis::absent::{self, Absent};
use crate::analysis::asides::{left_aside, side_by_side, user_changes};
use crate::analysis::borders::{self, Break};
use crate::analysis::employers::Reading;
use crate::analysis::employers::causes::{ToldCauses, for_diagnosis, of_inputs};
use crate::analysis::ground::{self, Told};
use crate::analysis::hirings::Hirings;
use crate::analysis::history::{History, OwnYear};
use crate::analysis::inputs::{Dated, of_territory, prepare_for, with_lists};
use crate::analysis::library::library;
use crate::analysis::offers::{List, Lists, Merge, Rule};
use crate::analysis::readings::Known;
use crate::analysis::regulatory::Regulatory;
use crate::analysis::results::{
    Employed, Note, Occupation, Results, Seekers, TerritoryView, Usage,
};
use crate::analysis::rings::{self, Folded, Survey};
use crate::analysis::seekers::{Flows, Rates};
use crate::analysis::series::Change;
use crate::analysis::stacking::{Pair, pairs_of};
use crate::analysis::stage::placing::{benchmarks, cells_of, pressure, reference_set};
use crate::analysis::stage::seen::Seen;
use crate::analysis::years::{Together, together};
use crate::analysis::{
    AnalysisError, Request, compare, employment, levels, official, own, pool, sectors, settings,
    support, view,
};
use crate::indicators::anchor::{Cause, Causes};
use crate::indicators::hiring::Mask;
use crate::indicators::posterior::Settings;
use crate::indicators::pressure::{Scale, Status, Weights};
use crate::indicators::rank::{Drawn, Draws, Rank, ranks};
use crate::jobs;
use crate::matching::corrections::Links;
use crate::matching::find::{self, Index};
use crate::matching::reach::{Limits, Reach};
use crate::model::planning::Supposed;
use crate::model::{Date, Fap, FapVersion, Kind, Territory};
use crate::readers::ReadTable;
use crate::recommend::apprenticeship::Supports;
use crate::recommend::diagnosis::{Signs, SurveyCause, SurveyThresholds, diagnose};
use crate::recommend::duplication::Experience;
use crate::recommend::plan::{Case, Setting, programmes};
use crate::recommend::programme::Programme;
use crate::reference::Reference;
use crate::reference::params::Parameters;
use crate::secrecy::Rules;
use crate::secrecy::primary::Thresholds;
use crate::tables::Table;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// What the loaded files say of a territory in a year, whatever the weights and cuts.
pub struct Stage {
    request: Request,
    given: Vec<Arc<ReadTable>>,
    inputs: Vec<Arc<ReadTable>>,
    copies: Vec<(usize, usize)>,
    former: Vec<(usize, Option<u16>)>,
    dated: Vec<Dated>,
    doubles: Vec<(usize, usize)>,
    /// What the files make together.
    pairs: Vec<Pair>,
    /// With the lists among the files.
    reference: Reference,
    /// The survey of projects; `None` where none is loaded.
    bmo: Option<Survey>,
    /// Of the survey; without one, of the latest file.
    year: u16,
    version: FapVersion,
    mask: Mask,
    geography: rings::Geography,
    folded: Arc<Folded>,
    flows: Flows,
    survey: Option<own::Survey>,
    /// Causes that employers state.
    told: ToldCauses,
    offered: own::Offers,
    offer_lists: Vec<List>,
    merged_offers: Vec<Merge>,
    offer_notes: Vec<Note>,
    index: Index,
    /// Where each row of the survey was read.
    origins: Vec<(usize, u32)>,
    anchors: official::Anchors,
    /// What they say of each occupation.
    official: BTreeMap<Fap, Known>,
    /// Without a row of the survey; not placed yet.
    absent: Vec<Absent>,
    hirings: Option<Hirings>,
    regulatory: Regulatory,
    /// Every loaded survey, oldest first.
    years: Vec<OwnYear>,
    /// Where the territory is not the same from one of them to the next.
    borders: Vec<Break>,
    /// Job seekers of category A, by occupation.
    seekers: BTreeMap<Fap, Seekers>,
    /// People in employment, by occupation.
    employed: BTreeMap<Fap, Employed>,
    /// Programmes that worked.
    library: Vec<Experience>,
    supports: Arc<Supports>,
    /// Headcounts of companies among the files, none of which is looked at.
    apart: u32,
    /// Sources of distances; those of what employers say.
    distances: BTreeSet<usize>,
    employers: BTreeSet<usize>,
    /// What each of the given tables is worth.
    usages: Vec<Usage>,
    made_with: Made,
}

/// The settings that the files are read through.
#[derive(Clone, Copy, PartialEq)]
struct Made {
    star_max: f64,
    reference_minimum: usize,
    proposals: (f64, f64),
    near: (Option<f64>, Option<f64>),
}

impl Made {
    fn with(parameters: &Parameters) -> Self {
        let (star_max, reference_minimum) = (parameters.star_max(), parameters.reference_minimum());
        let (proposals, near) = (parameters.link_proposals(), parameters.near());
        Self { star_max, reference_minimum, proposals, near }
    }
}

impl Stage {
    /// # Errors
    /// When no file speaks of the territory, or the survey of projects has not it or the year.
    pub fn new(
        inputs: &[Arc<ReadTable>],
        reference: &Reference,
        parameters: &Parameters,
        request: &Request,
    ) -> Result<Self, AnalysisError> {
        Self::corrected(inputs, reference, parameters, request, &Links::default())
    }

    /// With the links between training and occupations that the user corrected.
    ///
    /// # Errors
    /// Those of [`Stage::new`].
    pub fn corrected(
        inputs: &[Arc<ReadTable>],
        reference: &Reference,
        parameters: &Parameters,
        request: &Request,
        links: &Links,
    ) -> Result<Self, AnalysisError> {
        let (given, apart) = of_territory(inputs);
        let prepared = prepare_for(&given, request.year);
        let pairs = pairs_of(&given, &prepared);
        let made_with = Made::with(parameters);
        let inputs = &prepared.inputs;
        let (waves, doubles) = rings::waves(inputs, made_with.star_max);
        let wave = rings::wave_if_any(&waves, inputs, request.year)?;
        let reference = with_lists(inputs, reference);
        let territory = request.territory;
        let version = wave.map_or_else(|| ground::edition(inputs), |wave| wave.version);
        let Seen { geography, folded, years, borders } = match wave {
            Some(wave) => Seen::of(wave, &waves, inputs, territory, &reference)?,
            None => Seen::unsurveyed(ground::geography(territory, &reference)?),
        };
        let tables: Vec<(usize, &Table)> =
            inputs.iter().enumerate().map(|(source, input)| (source, &input.table)).collect();
        let reach = reach(territory, &geography, made_with.near).measured(&tables, &reference);
        let (least_score, least_share) = made_with.proposals;
        let rules = find::Rules { as_of: request.as_of, least_score, least_share, links };
        let least_cells = made_with.reference_minimum;
        let (days, title) = parameters.same_offer();
        let lists = Lists::new(inputs, territory, version, &reference, Rule { days, title });
        let distances = reach.sources().clone();
        let analysed = wave.map(|wave| wave.year).or(request.year);
        let anchors = official::Anchors::new(inputs, version, analysed, &geography);
        let flows = Flows::new(inputs, &lists, (territory, version), &reference, least_cells);
        let offered = own::local_offers(&lists, territory);
        let seekers = pool::seekers(inputs, territory, version, &reference, made_with.star_max);
        let employed = employment::employed(inputs, &geography, version, &reference);
        let survey = own::survey(inputs, territory, version, &reference);
        let told = Told {
            sources: absent::Sources {
                territory,
                folded: &folded,
                flows: &flows,
                offered: &offered,
                seekers: &seekers,
            },
            anchors: &anchors,
            survey: survey.as_ref(),
            employed: &employed,
            lists: &lists,
        };
        let frame = told.frame(wave, inputs, request, (version, &reference))?;
        let folded = frame.unsurveyed.map_or(folded, Arc::new);
        let occupations: Vec<Fap> = folded.occupations.keys().copied().collect();
        let official = occupations
            .iter()
            .map(|code| (*code, Known::new(&anchors, *code, &reference)))
            .collect();
        let mut stage = Self {
            request: *request,
            absent: frame.absent,
            bmo: wave.map(|wave| wave.survey),
            year: frame.year,
            version,
            mask: wave.map_or(Mask::integer(made_with.star_max), |wave| wave.mask),
            folded,
            flows,
            survey,
            told: of_inputs(inputs, territory, version, &reference, &Reading::default()),
            offered,
            offer_notes: lists.notes(),
            offer_lists: lists.lists,
            merged_offers: lists.merged,
            index: Index::new(&tables, &reach, &reference, rules),
            seekers,
            employed,
            library: library(inputs, &occupations, &reach, (version, &reference)),
            supports: Arc::new(support::supports(inputs)),
            origins: wave.map(|wave| prepared.origins(wave.source)).unwrap_or_default(),
            anchors,
            official,
            // They spread projects over sectors.
            hirings: wave.and_then(|_| Hirings::new(inputs, &reference, request.year)),
            regulatory: Regulatory::new(inputs, &geography),
            years,
            borders,
            employers: own::sources(inputs, territory, &reference),
            given,
            apart,
            copies: prepared.copies,
            former: prepared.former,
            dated: prepared.dated,
            doubles,
            pairs,
            geography,
            reference,
            made_with,
            inputs: prepared.inputs,
            distances,
            usages: Vec::new(),
        };
        stage.usages = stage.usages();
        Ok(stage)
    }

    /// The same, with the own survey weighed and understood otherwise than by default.
    #[must_use]
    pub fn surveyed(self, reading: &Reading<'_>) -> Self {
        let Self { inputs, reference, version, request, .. } = &self;
        let told = of_inputs(inputs, request.territory, *version, reference, reading);
        Self { told, ..self }
    }

    /// Only the survey of projects is read at whole basins: the other files tell communes, or rungs.
    fn view(&self) -> TerritoryView {
        let view = view(&self.geography, &self.reference);
        TerritoryView { coverage: view.coverage.filter(|_| self.bmo.is_some()), ..view }
    }

    /// The loaded years, and where the territory changed.
    fn seen(&self) -> (&[OwnYear], &[Break]) {
        (&self.years, &self.borders)
    }

    /// Whether the territory is not the same in two surveys.
    fn is_cut(&self, pair: &Pair) -> bool {
        let year = |source: usize| {
            let own = self.years.iter().find(|year| year.survey.source == source);
            own.map(|year| year.survey.year)
        };
        let years = year(pair.before).zip(year(pair.after));
        years.is_some_and(|(a, b)| borders::between(&self.borders, a, b).next().is_some())
    }

    /// Whether it was made with what these parameters say of masked cells and of the reference
    /// set: else it is to be made anew.
    pub fn serves(&self, parameters: &Parameters) -> bool {
        self.made_with == Made::with(parameters)
    }

    /// What the method makes of it. Of no use when it does not serve.
    pub fn results(&self, parameters: &Parameters) -> Results {
        self.supposing(parameters, &Supposed::default())
    }

    /// The same where a scenario lifts some causes; what it supposes of needs and places is for
    /// [`crate::analysis::balance::balances`].
    pub fn supposing(&self, parameters: &Parameters, supposed: &Supposed) -> Results {
        let Self { folded, mask, geography, reference, flows, .. } = self;
        let (settings, mask) = (settings(parameters), *mask);
        let cut = folded.cut_if_any(parameters.cut());
        let (difficulty, offers_per_seeker, exit_rate) = parameters.weights();
        let weights = Weights { difficulty, offers_per_seeker, exit_rate };
        let set = reference_set(folded, cut, settings, (flows, &geography.regions), reference);
        let context = Context {
            stage: self,
            parameters,
            supposed,
            settings,
            cut,
            scale: Scale::new(&set, weights, parameters.reference_minimum()),
            history: History::new(&self.years, self.version, settings.effective_share),
            said: for_diagnosis(&self.told, thresholds(parameters)),
        };
        // The other years on a thread of their own: neither waits for the other.
        let (together, mut occupations) = std::thread::scope(|scope| {
            let years =
                scope.spawn(|| together(self.seen(), self.year, settings, parameters, reference));
            let all: Vec<_> = folded.occupations.iter().collect();
            let mut occupations: Vec<Occupation> =
                jobs::side_by_side(&all, |(code, cells)| context.occupation(**code, cells));
            rank(&mut occupations, parameters);
            let years = years.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic));
            (years, occupations)
        });
        let Together { series, changes, validations } = together;
        for occupation in &mut occupations {
            occupation.change = changes.get(&occupation.code).copied().unwrap_or_default();
        }
        let idle = self.index.idle(occupations.iter().map(|occupation| &occupation.supply));
        let by_sector = (&self.offered.by_sector, self.offered.without_sector);
        let sectors = sectors::sectors(self.hirings.as_ref(), &occupations, by_sector, reference);
        let mut notes: Vec<Note> = user_changes(parameters);
        notes.extend(self.dated.iter().map(|one| Note::YearGiven {
            source: one.source,
            year: one.year,
            by_name: one.by_name,
        }));
        notes.extend(left_aside(&self.doubles, &self.copies, &self.former));
        notes.extend(side_by_side(&self.pairs, |pair| self.is_cut(pair)));
        notes.extend(context.notes(cells_of(&set), &occupations));
        notes.extend(self.offered.notes());
        notes.extend(self.offer_notes.iter().cloned());
        notes.extend(self.hirings.iter().flat_map(Hirings::notes));
        notes.extend((self.apart > 0).then_some(Note::CompanyApart { count: self.apart }));
        Results {
            territory: self.view(),
            bmo: self.bmo.map(|survey| survey.source),
            year: self.year,
            fap_version: self.version,
            as_of: self.request.as_of,
            sources: self.sources(),
            totals: benchmarks(&folded.all, mask, settings.effective_share),
            cut,
            reference_cells: cells_of(&set),
            exits: flows.exits.as_ref().map(origin),
            registrations: flows.offers_per_seeker.as_ref().map(origin),
            programmes: recommended(&occupations, parameters, geography, self.request.as_of),
            absent: absent::placed(&self.absent, context.scale.as_ref()),
            priors: cut.map(|cut| self.priors(cut, settings)).unwrap_or_default(),
            scale: context.scale,
            occupations,
            notes,
            together: self.pairs.clone(),
            years: context.history.totals,
            series,
            validations,
            groups: cut.map_or_else(Vec::new, |cut| {
                levels::groups(folded, reference, mask, cut, settings)
            }),
            sectors,
            offer_lists: self.offer_lists.clone(),
            merged_offers: self.merged_offers.clone(),
            comparisons: compare::Comparisons::default(),
            linking: self.index.linking().to_vec(),
            balances: BTreeMap::new(),
            library: self.library.clone(),
            supports: Arc::clone(&self.supports),
            idle,
            unlinked: self.index.unlinked(),
        }
    }
}

/// What is within reach of the territory: so many minutes or kilometres around it, then its
/// départements, then its regions.
fn reach(
    territory: Territory,
    geography: &rings::Geography,
    (minutes, kilometres): (Option<f64>, Option<f64>),
) -> Reach {
    let places = |list: &[(Territory, String)]| list.iter().map(|(place, _)| *place).collect();
    Reach::new(
        territory,
        places(&geography.departments),
        places(&geography.regions),
        Limits { minutes, kilometres },
    )
}

/// The rules of secrecy on what a diagnosis may say of respondents.
fn thresholds(parameters: &Parameters) -> Thresholds {
    let rules = Rules {
        least_respondents: parameters.minimum_respondents(),
        dominance: parameters.dominance(),
        least_persons: parameters.minimum_persons(),
        least_base: parameters.minimum_base(),
    };
    rules.thresholds()
}

/// Gives every occupation that has a share its rank among all of them.
fn rank(occupations: &mut [Occupation], parameters: &Parameters) {
    let (known, drawn): (Vec<usize>, Vec<Drawn>) = occupations
        .iter()
        .enumerate()
        .filter_map(|(place, occupation)| {
            let posterior = occupation.pressure.posterior?;
            let bytes = occupation.code.code().bytes();
            let stream = bytes.fold(0, |so_far, byte| so_far << 8 | u64::from(byte));
            Some((place, Drawn { alpha: posterior.alpha, beta: posterior.beta, stream }))
        })
        .unzip();
    let (number, seed) = parameters.rank_draws();
    for (place, rank) in known.into_iter().zip(ranks(&drawn, Draws { number, seed })) {
        if let Some(occupation) = occupations.get_mut(place) {
            occupation.rank = rank;
        }
    }
}

/// What every occupation of one analysis is looked at with.
struct Context<'a> {
    stage: &'a Stage,
    parameters: &'a Parameters,
    supposed: &'a Supposed,
    settings: Settings,
    /// `None`: no survey of projects, nor a share set by the user.
    cut: Option<f64>,
    /// `None`: the reference set is too small for a class.
    scale: Option<Scale>,
    history: History,
    /// Causes that employers state, by occupation.
    said: BTreeMap<Fap, Vec<SurveyCause>>,
}

impl Context<'_> {
    fn occupation(&self, code: Fap, cells: &rings::Cells) -> Occupation {
        let Self { stage, parameters, settings, supposed, .. } = *self;
        let Stage { mask, reference, flows, official, offered, survey, .. } = stage;
        let territory = stage.request.territory;
        let known = official.get(&code);
        let anchor = known.and_then(|known| known.anchor);
        let others = absent::raw(flows, territory, code);
        let cut = self.cut.filter(|_| stage.bmo.is_some());
        let pressure = pressure(cells, *mask, cut, settings, (self.scale.as_ref(), others));
        let said = self.said.get(&code);
        let signs = Signs {
            official_class: anchor.map(|anchor| anchor.class),
            local_evidence: pressure.evidence(),
            local_presumption: pressure.presumed() || pressure.status == Status::ToCheck,
            causes: lifted(anchor.map(|one| one.causes).unwrap_or_default(), code, supposed),
            survey: said.map(Vec::as_slice).unwrap_or_default(),
        };
        let thresholds = SurveyThresholds {
            skill_share: parameters.survey_skill_threshold(),
            contradiction_share: parameters.survey_contradiction_threshold(),
            least_respondents: parameters.minimum_respondents(),
        };
        let label =
            reference.fap_label(code).map_or_else(|| rings::tidy(&cells.label), str::to_owned);
        Occupation {
            code,
            label,
            family: cells.family.as_ref().map(|(letter, name)| (letter.clone(), rings::tidy(name))),
            benchmarks: benchmarks(&cells.rings, *mask, settings.effective_share),
            pressure,
            // Known once all are.
            rank: Rank::default(),
            change: Change::default(),
            anchor,
            rome_readings: known.map(|known| known.cards.clone()).unwrap_or_default(),
            other_readings: known
                .map(|known| {
                    let lifted = |causes| lifted(causes, code, supposed);
                    known.others(&signs, (thresholds, parameters.decision()), lifted)
                })
                .unwrap_or_default(),
            finding: diagnose(&signs, thresholds, parameters.decision()),
            supply: stage.index.supply(code, reference),
            history: self.history.of(code),
            survey: survey.as_ref().and_then(|survey| survey.views.get(&code)).cloned(),
            local_offers: offered.by_occupation.get(&code).cloned(),
            seekers: stage.seekers.get(&code).cloned(),
            employed: stage.employed.get(&code).cloned(),
            regulatory: stage.regulatory.of(code, reference),
            rows: cells.rows.iter().filter_map(|rank| stage.origins.get(*rank).copied()).collect(),
        }
    }

    fn notes(&self, reference_cells: u32, occupations: &[Occupation]) -> Vec<Note> {
        let Stage { inputs, geography, anchors, survey, bmo, flows, .. } = self.stage;
        let mut notes = Vec::new();
        if bmo.is_none() {
            notes.push(Note::NoProjects);
        }
        // Without a survey, nor offers to set against registrations, nothing asked for a set.
        if self.scale.is_none() && (bmo.is_some() || flows.offers_per_seeker.is_some()) {
            notes.push(Note::ReferenceSetTooSmall { cells: reference_cells });
        }
        let of_departments = !matches!(
            geography.territory(),
            Territory::Department(_) | Territory::Region(_) | Territory::France
        );
        if let Some([first, _, ..]) = of_departments.then_some(geography.departments.as_slice()) {
            let by_projects = bmo.is_some();
            notes.push(Note::SeveralDepartments { used: first.0, by_projects });
        }
        notes.extend(anchors.notes());
        let unmatched = occupations.iter().filter(|occupation| occupation.anchor.is_none()).count();
        if anchors.loaded() && unmatched > 0 {
            let count = u32::try_from(unmatched).unwrap_or(u32::MAX);
            notes.push(Note::AnchorWithoutMatch { count });
        }
        if let Some(survey) = survey.as_ref().filter(|survey| survey.without_occupation > 0) {
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
        notes.extend(self.stage.borders.iter().cloned().map(Note::OtherBorders));
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

fn recommended(
    occupations: &[Occupation],
    parameters: &Parameters,
    geography: &rings::Geography,
    as_of: Date,
) -> Vec<Programme> {
    let cases: Vec<Case<'_>> = occupations
        .iter()
        .map(|occupation| {
            let causes = occupation.anchor.map(|anchor| anchor.causes).unwrap_or_default();
            Case {
                occupation: occupation.code,
                tally: &occupation.benchmarks.territory,
                pressure: &occupation.pressure,
                finding: &occupation.finding,
                anchor: occupation.anchor.as_ref(),
                training_link: causes.training_link,
                labour_shortage: causes.labour_shortage,
                supply: &occupation.supply,
            }
        })
        .collect();
    let around = geography.departments.iter().chain(&geography.regions).map(|(place, _)| *place);
    let here: Vec<Territory> = std::iter::once(geography.territory()).chain(around).collect();
    programmes(&cases, Setting { parameters, here: &here, as_of })
}

/// The official causes, less those that a scenario lifts.
fn lifted(known: Causes, code: Fap, supposed: &Supposed) -> Causes {
    let lifted = Cause::ALL.into_iter().filter(|cause| supposed.lifts(code, cause.id()));
    lifted.fold(known, Causes::lifted)
}

/// Source and period.
fn origin(rates: &Rates) -> (usize, String) {
    (rates.source, rates.period.clone())
}
