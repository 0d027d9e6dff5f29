//! The employer survey as the window shows it, computed off its thread.

use crate::analysis::employers::perception::perception;
use crate::analysis::employers::replicated::resample;
use crate::analysis::employers::weigh::Choices;
use crate::analysis::employers::{Survey, survey};
use crate::i18n::Catalog;
use crate::jobs::Control;
use crate::matching::label::dictionary::{Dictionary, Resolved, Target, Verdict};
use crate::matching::label::index::Index;
use crate::model::{Fap, FapVersion, Kind, Language, Rome, Territory};
use crate::project::{WeightMethod, Weighting};
use crate::readers::ReadTable;
use crate::reference::Reference;
use crate::reference::params::Parameters;
use crate::report::build::perception::{PerceptionContext, perceptions};
use crate::report::build::resampled::{errors, with_error};
use crate::report::build::survey::{SurveyContext, coverage, needs, questions, weights};
use crate::report::document::Table;
use crate::report::survey::{PublishedNeeds, published};
use crate::secrecy::Rules;
use crate::secrecy::journal::Log;
use crate::survey::calibrate::Method;
use std::collections::BTreeSet;
use std::sync::{Arc, OnceLock};

/// What the screen of the survey is computed from.
#[derive(Clone, Debug, PartialEq)]
pub struct Key {
    pub loaded: u64,
    pub territory: Option<Territory>,
    pub labels: Dictionary,
    pub weighting: Weighting,
    pub language: Language,
    /// What has left the project before.
    pub log: Log,
}

/// A label to be understood, with what is proposed.
#[derive(Clone, Debug)]
pub struct LabelRow {
    pub label: String,
    pub rows: u32,
    pub establishments: u32,
    pub resolved: Resolved,
}

/// The survey, ready to be drawn.
#[derive(Debug)]
pub struct SurveyView {
    pub survey: Survey,
    pub territory: Territory,
    pub coverage: Table,
    pub questions: Option<Table>,
    /// The register of needs.
    pub needs: Option<Table>,
    /// As decided by secrecy.
    decided: Option<PublishedNeeds>,
    /// Figures of the register shown, and hidden.
    pub figures: (u32, u32),
    /// Figures of the register that are hidden, by occupation and indicator.
    secret: Secret,
    /// Label and text.
    pub weights: Vec<(String, String)>,
    /// Not decided yet, most frequent first.
    pub labels: Vec<LabelRow>,
}

impl SurveyView {
    /// Whether secrecy hides a figure of the register of needs; what it has not decided on is.
    pub fn is_secret(&self, occupation: Option<Fap>, indicator: &'static str) -> bool {
        self.needs.is_none() || self.secret.contains(&(occupation, indicator))
    }
}

/// Replicates that the sampling errors are computed over.
pub const REPLICATES: u64 = 1_000;

/// Sampling errors of the figures shown, over replicates of the survey; `None` when stopped, or
/// without any figure.
pub fn resampled(
    view: &SurveyView,
    reference: &Reference,
    catalog: &Catalog,
    control: &Control,
) -> Option<Arc<Table>> {
    let told = view.survey.weighing.as_ref().ok()?;
    let decided = view.decided.as_ref()?;
    let asked: Vec<_> =
        with_error(decided).into_iter().map(|one| (one.occupation, one.form)).collect();
    if asked.is_empty() {
        return None;
    }
    let steps = |n: u64| usize::try_from(n).unwrap_or(usize::MAX);
    let mut progress = |done, all| {
        control.step(steps(done), steps(all));
        !control.cancelled()
    };
    let plan = (view.survey.choices.seed, REPLICATES);
    let found = resample(&told.weighing, &told.answers, &asked, plan, &mut progress)?;
    let label = |fap| reference.fap_label(fap).unwrap_or_default().to_owned();
    Some(Arc::new(errors(decided, &found, catalog, &label)))
}

/// What the table of perceptions is computed from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PerceptionKey {
    pub loaded: u64,
    pub territory: Option<Territory>,
    pub language: Language,
}

/// What colleges of actors say, as it may be shown; `None` without two of them.
pub fn perceived(
    inputs: &[Arc<ReadTable>],
    parameters: &Parameters,
    catalog: &Catalog,
    territory: Option<Territory>,
) -> Option<Arc<Table>> {
    let perception = perception(inputs)?;
    let context = PerceptionContext {
        perception: &perception,
        catalog,
        territory: territory.unwrap_or(Territory::France),
        rules: rules(parameters),
    };
    Some(Arc::new(perceptions(&context)))
}

fn rules(parameters: &Parameters) -> Rules {
    Rules { least_respondents: parameters.minimum_respondents(), dominance: parameters.dominance() }
}

/// The index of job titles, made once; `None` if a built-in list is faulty, which a test refuses.
pub fn index() -> Option<&'static Index> {
    static INDEX: OnceLock<Option<Index>> = OnceLock::new();
    INDEX.get_or_init(|| Index::embedded().ok()).as_ref()
}

/// The card that a label was decided to mean.
pub fn understood(index: &Index, labels: &Dictionary, label: &str) -> Option<Rome> {
    let decided = labels.resolve(index, label).decided?;
    match decided.verdict {
        Verdict::Accepted(Target::Rome(rome)) | Verdict::Corrected(Target::Rome(rome)) => {
            Some(rome)
        }
        _ => None,
    }
}

pub fn choices(weighting: Weighting) -> Choices {
    let ratio = |hundredths: u16| f64::from(hundredths) / 100.0;
    let (low, high) = (ratio(weighting.low), ratio(weighting.high));
    Choices {
        method: match weighting.method {
            WeightMethod::Raking => Method::RakingRatio,
            WeightMethod::Linear => Method::Linear,
            WeightMethod::Logit => Method::Logit { low, high },
        },
        bounds: (low, high),
        take_all: f64::from(weighting.take_all),
        seed: weighting.seed,
        ..Choices::default()
    }
}

/// Edition of the occupations of the latest BMO loaded, else the present one.
fn version(inputs: &[Arc<ReadTable>]) -> FapVersion {
    let latest = inputs.iter().filter(|input| input.kind == Kind::Bmo).max_by_key(|i| i.vintage);
    latest.and_then(|input| input.fap_version).unwrap_or(FapVersion::Fap2021)
}

type Secret = BTreeSet<(Option<Fap>, &'static str)>;

/// How many figures of the register are shown and hidden, and which are hidden.
fn told_and_hidden(decided: &PublishedNeeds) -> ((u32, u32), Secret) {
    let all = decided
        .needs
        .iter()
        .flat_map(|need| need.measures.iter().map(move |measure| (need.occupation, measure)));
    let (mut shown, mut secret) = (0, Secret::new());
    for (occupation, measure) in all {
        if measure.weighted.hidden().is_some() {
            secret.insert((occupation, measure.wanted.indicator));
        } else if measure.weighted.bounds().or(measure.unweighted.bounds()).is_some() {
            shown += 1;
        }
    }
    ((shown, u32::try_from(secret.len()).unwrap_or(u32::MAX)), secret)
}

/// Computes it all; `None` without a survey.
pub fn view(
    inputs: &[Arc<ReadTable>],
    reference: &Reference,
    parameters: &Parameters,
    catalog: &Catalog,
    key: &Key,
) -> Option<Arc<SurveyView>> {
    let territory = key.territory.unwrap_or(Territory::France);
    let index = index()?;
    let meaning = |label: &str| understood(index, &key.labels, label);
    let survey =
        survey(inputs, territory, version(inputs), reference, choices(key.weighting), &meaning)?;
    let context = SurveyContext { survey: &survey, catalog, territory, rules: rules(parameters) };
    let told = survey.weighing.as_ref().ok();
    let labels = told.map(|told| {
        let rows = told.answers.uncoded.iter().map(|uncoded| LabelRow {
            label: uncoded.label.clone(),
            rows: uncoded.rows,
            establishments: uncoded.establishments,
            resolved: key.labels.resolve(index, &uncoded.label),
        });
        rows.filter(|row| row.resolved.decided.is_none()).collect()
    });
    let (coverage, weights) = (coverage(&context), weights(&context));
    let questions = told.map(|told| questions(&context, told));
    let labels = labels.unwrap_or_default();
    let wave = inputs
        .iter()
        .filter(|input| input.kind == Kind::SurveyEstablishments)
        .filter_map(|input| input.vintage)
        .max()
        .map(|year| year.to_string())
        .unwrap_or_default();
    let decided = told.and_then(|told| {
        let list = &survey.list;
        published(&told.needs, list, territory, &wave, &key.log).ok()
    });
    let label = |fap| reference.fap_label(fap).unwrap_or_default().to_owned();
    let needs = decided.as_ref().map(|decided| needs(&context, decided, &label));
    let (figures, secret) = decided.as_ref().map(told_and_hidden).unwrap_or_default();
    Some(Arc::new(SurveyView {
        survey,
        territory,
        coverage,
        questions,
        needs,
        decided,
        figures,
        secret,
        weights,
        labels,
    }))
}
