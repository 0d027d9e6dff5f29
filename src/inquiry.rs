//! The employer survey of a project, computed alike for the window and for the command line.

use crate::analysis::Stage;
use crate::analysis::employers::perception::perception;
use crate::analysis::employers::weigh::Choices;
use crate::analysis::employers::{Reading, survey};
use crate::matching::label::dictionary::Dictionary;
use crate::matching::label::index::Index;
use crate::model::{FapVersion, Groups, Kind, Rome, Territory};
use crate::project::Weighting;
use crate::readers::ReadTable;
use crate::reference::Reference;
use crate::reference::params::Parameters;
use crate::report::build::rules;
use crate::report::survey::perceived::Perceived;
use crate::report::survey::{Inquiry, Material, published};
use crate::secrecy::journal::Log;
use std::sync::Arc;

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
    Index::shared()
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
    Some(Inquiry { survey, territory, wave, choices: choices(weighting), published })
}

/// What colleges of actors say, decided with what has left before; `None` without two of them, or
/// when no decision could be taken, so that no answer leaves.
pub fn perceived(
    inputs: &[Arc<ReadTable>],
    parameters: &Parameters,
    territory: Territory,
    log: &Log,
) -> Option<Perceived> {
    let thresholds = rules(parameters).thresholds();
    Perceived::new(perception(inputs)?, territory, thresholds, log).ok()
}

/// With the own survey read as the project says.
pub fn with_survey(stage: Stage, weighting: Weighting, labels: &Dictionary) -> Stage {
    let choices = choices(weighting);
    let Some(index) = index().filter(|_| !labels.entries.is_empty()) else {
        return stage.surveyed(&Reading { choices, ..Reading::default() });
    };
    let understood = |label: &str| understood(index, labels, label);
    stage.surveyed(&Reading { choices, understood: &understood })
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
