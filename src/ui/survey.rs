//! The employer survey as the window shows it, computed off its thread.

use crate::i18n::Catalog;
pub use crate::inquiry::index;
use crate::inquiry::{Asked, inquiry, version};
use crate::matching::label::dictionary::{Dictionary, Resolved, Verdict};
use crate::matching::label::index::Index;
use crate::model::{Groups, Language, Territory};
use crate::project::Weighting;
use crate::readers::ReadTable;
use crate::reference::Reference;
use crate::reference::params::Parameters;
use crate::report::build::survey::{SurveyContext, coverage, needs, questions, sectors, weights};
use crate::report::build::{rules, stated};
use crate::report::document::Table;
use crate::report::survey::Inquiry;
use crate::secrecy::Rules;
use crate::secrecy::journal::Log;
use crate::ui::sampling::{Register, register};
use std::ops::Deref;
use std::sync::Arc;

/// What the screen of the survey is computed from.
#[derive(Clone, Debug, PartialEq)]
pub struct Key {
    pub loaded: u64,
    pub territory: Option<Territory>,
    pub labels: Dictionary,
    /// What was decided in any project.
    pub own: Arc<Dictionary>,
    pub weighting: Weighting,
    pub groups: Groups,
    pub language: Language,
    pub year: Option<u16>,
    /// Rules of secrecy, as the project makes them stricter.
    pub rules: Rules,
    /// How many exports have left the project.
    pub exports: usize,
}

/// A label to be understood, with what is proposed.
#[derive(Clone, Debug)]
pub struct LabelRow {
    pub label: String,
    pub rows: u32,
    /// Some of them have a code, which leads to several occupations.
    pub is_of_several: bool,
    pub establishments: u32,
    pub resolved: Resolved,
    /// In another project it was decided to name no occupation.
    pub is_none_elsewhere: bool,
}

/// The survey, ready to be drawn.
#[derive(Debug)]
pub struct SurveyView {
    pub inquiry: Inquiry,
    pub coverage: Table,
    pub questions: Option<Table>,
    /// The register of needs.
    pub needs: Option<Table>,
    /// The same by sector of activity.
    pub sectors: Option<Table>,
    /// Causes of difficulty that employers state, by occupation and by sector.
    pub causes: Option<Table>,
    pub causes_by_sector: Option<Table>,
    /// What is said of each figure of the register.
    pub register: Register,
    /// Label and text.
    pub weights: Vec<(String, String)>,
    /// Not decided yet, most frequent first.
    pub labels: Vec<LabelRow>,
}

impl Deref for SurveyView {
    type Target = Inquiry;

    fn deref(&self) -> &Inquiry {
        &self.inquiry
    }
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
    log: &Log,
) -> Option<Arc<SurveyView>> {
    let asked = Asked {
        territory: key.territory.unwrap_or(Territory::France),
        version: version(inputs, key.year),
        labels: &key.labels,
        weighting: key.weighting,
        groups: &key.groups,
        log,
    };
    let inquiry = inquiry(inputs, reference, parameters, &asked)?;
    let rules = rules(parameters);
    let Inquiry { survey, territory, published, .. } = &inquiry;
    let context = SurveyContext { survey, catalog, territory: *territory, rules };
    let index = index()?;
    let labels = survey.weighing.as_ref().ok().map(|told| {
        let rows = told.answers.uncoded.iter().map(|uncoded| {
            let (resolved, is_none_elsewhere) = proposed(index, key, &uncoded.label);
            LabelRow {
                label: uncoded.label.clone(),
                rows: uncoded.rows,
                is_of_several: uncoded.several > 0,
                establishments: uncoded.establishments,
                resolved,
                is_none_elsewhere,
            }
        });
        rows.filter(|row| row.resolved.decided.is_none()).collect()
    });
    let coverage = coverage(&context);
    let weights = weights(&context).into_iter().map(|one| (one.label, one.text)).collect();
    let told = published.as_ref().filter(|_| survey.weighing.is_ok());
    let questions = told.map(|told| questions(&context, &told.questions));
    let label = |fap| reference.fap_label(fap).unwrap_or_default().to_owned();
    let needs = told.map(|told| needs(&context, told, &label));
    let sectors = told.and_then(|told| sectors(&context, told));
    let causes = told.map(|told| stated::by_occupation(&context, told, &label));
    let causes_by_sector = told.and_then(|told| stated::by_sector(&context, told));
    let labels = labels.unwrap_or_default();
    let register = told.map(|told| register(&told.needs)).unwrap_or_default();
    Some(Arc::new(SurveyView {
        inquiry,
        coverage,
        questions,
        needs,
        sectors,
        causes,
        causes_by_sector,
        register,
        weights,
        labels,
    }))
}
