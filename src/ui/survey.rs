//! The employer survey as the window shows it, computed off its thread.

use crate::analysis::employers::weigh::Choices;
use crate::analysis::employers::{Survey, survey};
use crate::i18n::Catalog;
use crate::matching::label::dictionary::{Dictionary, Resolved, Target, Verdict};
use crate::matching::label::index::Index;
use crate::model::{FapVersion, Kind, Language, Rome, Territory};
use crate::project::{WeightMethod, Weighting};
use crate::readers::ReadTable;
use crate::reference::Reference;
use crate::reference::params::Parameters;
use crate::report::build::survey::{SurveyContext, coverage, needs, questions, weights};
use crate::report::document::Table;
use crate::report::survey::{PublishedNeeds, published};
use crate::secrecy::Rules;
use crate::secrecy::journal::Log;
use crate::survey::calibrate::Method;
use crate::ui::sampling::{Register, register};
use std::sync::{Arc, OnceLock};

/// What the screen of the survey is computed from.
#[derive(Clone, Debug, PartialEq)]
pub struct Key {
    pub loaded: u64,
    pub territory: Option<Territory>,
    pub labels: Dictionary,
    /// What was decided in any project.
    pub own: Arc<Dictionary>,
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
    /// In another project it was decided to name no occupation.
    pub is_none_elsewhere: bool,
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
    pub decided: Option<PublishedNeeds>,
    /// What is said of each figure of the register.
    pub register: Register,
    /// Label and text.
    pub weights: Vec<(String, String)>,
    /// Not decided yet, most frequent first.
    pub labels: Vec<LabelRow>,
}

pub fn rules(parameters: &Parameters) -> Rules {
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

/// What the project decided of a label, else what is proposed: first what the user decided
/// elsewhere, and whether that was that it names no occupation.
fn proposed(index: &Index, key: &Key, label: &str) -> (Resolved, bool) {
    let resolved = key.labels.resolve(index, label);
    if resolved.decided.is_some() {
        return (resolved, false);
    }
    let elsewhere = key.own.resolve(index, label);
    let Some(decided) = elsewhere.decided else { return (resolved, false) };
    if decided.verdict == Verdict::NoOccupation {
        return (resolved, true);
    }
    let mut answer = elsewhere.answer;
    let refused = key.labels.entries.get(&answer.normalised.key).map(|entry| &entry.refused);
    answer.candidates.retain(|one| refused.is_none_or(|refused| !refused.contains(&one.rome)));
    (Resolved { answer, decided: None }, false)
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
        let rows = told.answers.uncoded.iter().map(|uncoded| {
            let (resolved, is_none_elsewhere) = proposed(index, key, &uncoded.label);
            LabelRow {
                label: uncoded.label.clone(),
                rows: uncoded.rows,
                establishments: uncoded.establishments,
                resolved,
                is_none_elsewhere,
            }
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
    let register = decided.as_ref().map(|decided| register(&decided.needs)).unwrap_or_default();
    Some(Arc::new(SurveyView {
        survey,
        territory,
        coverage,
        questions,
        needs,
        decided,
        register,
        weights,
        labels,
    }))
}
