//! The employer survey of a project, computed alike for the window and for the command line.

use crate::analysis::employers::survey;
use crate::analysis::employers::weigh::Choices;
use crate::matching::label::dictionary::Dictionary;
use crate::matching::label::index::Index;
use crate::model::{FapVersion, Groups, Kind, Rome, Territory};
use crate::project::Weighting;
use crate::readers::ReadTable;
use crate::reference::Reference;
use crate::reference::params::Parameters;
use crate::report::build::rules;
use crate::report::survey::{Inquiry, Material, published};
use crate::secrecy::journal::Log;
use std::sync::{Arc, OnceLock};

/// What the analyst decided that the figures depend on.
#[derive(Clone, Copy, Debug)]
pub struct Asked<'a> {
    pub territory: Territory,
    /// Edition of the codes of occupations.
    pub version: FapVersion,
    pub labels: &'a Dictionary,
    pub weighting: Weighting,
    /// Groups of occupations, rows of the register.
    pub groups: &'a Groups,
    /// What has left before.
    pub log: &'a Log,
}

/// The index of job titles, made once; `None` if a built-in list is faulty, which a test refuses.
pub fn index() -> Option<&'static Index> {
    static INDEX: OnceLock<Option<Index>> = OnceLock::new();
    INDEX.get_or_init(|| Index::embedded().ok()).as_ref()
}

/// The card that a label was decided to mean.
pub fn understood(index: &Index, labels: &Dictionary, label: &str) -> Option<Rome> {
    labels.resolve(index, label).decided?.verdict.target()
}

pub fn choices(weighting: Weighting) -> Choices {
    let ratio = |hundredths: u16| f64::from(hundredths) / 100.0;
    let bounds = (ratio(weighting.low), ratio(weighting.high));
    Choices::new(weighting.method, bounds, f64::from(weighting.take_all), weighting.seed)
}

/// Edition of the occupations of a year of BMO, of the latest loaded without one, else the
/// present edition.
pub fn version(inputs: &[Arc<ReadTable>], year: Option<u16>) -> FapVersion {
    let waves = inputs.iter().filter(|input| input.kind == Kind::Bmo);
    let of_year = |input: &&Arc<ReadTable>| year.is_none_or(|year| input.vintage == Some(year));
    let latest = waves.filter(of_year).max_by_key(|input| input.vintage);
    latest.and_then(|input| input.fap_version).unwrap_or(FapVersion::Fap2021)
}

/// The wave that the log knows a survey by: its year, where the files tell one.
pub fn wave(inputs: &[Arc<ReadTable>]) -> String {
    let surveys = inputs.iter().filter(|input| input.kind == Kind::SurveyEstablishments);
    let year = surveys.filter_map(|input| input.vintage).max();
    year.map(|year| year.to_string()).unwrap_or_default()
}

/// Computes it all and decides on what may leave; `None` without a survey.
pub fn inquiry(
    inputs: &[Arc<ReadTable>],
    reference: &Reference,
    parameters: &Parameters,
    asked: &Asked<'_>,
) -> Option<Inquiry> {
    let Asked { territory, version, labels, weighting, groups, log } = *asked;
    let index = index()?;
    let meaning = |label: &str| understood(index, labels, label);
    let survey =
        survey(inputs, territory, version, reference, choices(weighting), (&meaning, groups))?;
    let wave = wave(inputs);
    let material = Material::all(&survey.list, survey.weighing.as_ref().ok(), &survey.views);
    let thresholds = rules(parameters).thresholds();
    let published = published(&material, territory, &wave, thresholds, log).ok();
    Some(Inquiry { survey, territory, wave, published })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn saved_hundredths_are_ratios() {
        let made = choices(Weighting::default());
        assert_eq!(made, Choices::default());
    }
}
