//! Results with what the survey lets out, need against supply, and verdicts: what the verbs on
//! training share.

use crate::analysis::balanced::{Balanced, LetOut};
use crate::analysis::verdicts::verdicts;
use crate::analysis::{Request, Results, Stage};
use crate::cli::memory::Memory;
use crate::cli::{Failure, Sources, analyse, read_all, reference, sources, territory};
use crate::i18n::Catalog;
use crate::inquiry;
use crate::loading::Kept;
use crate::matching::label::dictionary::Dictionary;
use crate::model::planning::{OwnDevices, Supposed};
use crate::model::{Date, Fap};
use crate::project::Weighting;
use crate::recommend::verdict::Conclusion;
use crate::reference::params::Parameters;
use crate::report::build::error_sentence;
use crate::report::survey::PublishedSurvey;
use std::collections::BTreeMap;
use std::path::PathBuf;

/// Minutes, or kilometres, one of which is said.
pub type Near = (Option<f64>, Option<f64>);

/// What an analysis says of training.
pub struct Trained {
    stage: Stage,
    /// What the survey lets out.
    pub out: LetOut,
    pub results: Balanced,
    pub verdicts: BTreeMap<Fap, Conclusion>,
    pub parameters: Parameters,
    pub sources: Sources,
}

impl Trained {
    /// The same under a scenario.
    pub fn under(&self, supposed: &Supposed) -> (Balanced, BTreeMap<Fap, Conclusion>) {
        let results = self.stage.supposing(&self.parameters, supposed);
        let results = Balanced::new(results, &self.out, supposed, &self.parameters);
        let verdicts = verdicts(&results, &self.parameters);
        (results, verdicts)
    }
}

/// With the own survey weighed and its labels understood as the first project says.
pub fn as_decided(stage: Stage, sources: &Sources) -> Stage {
    match sources.projects.first() {
        Some(given) => {
            inquiry::with_survey(stage, given.decisions.weighting, &given.decisions.labels)
        }
        None => inquiry::with_survey(stage, Weighting::default(), &Dictionary::default()),
    }
}

/// Reads, analyses and balances. Needs that stand on figures of the survey leave with them, hence
/// are remembered by the project before anything is printed; `only` limits them to an occupation.
/// Financing devices given apart stand for those of the project.
pub fn trained(
    (files, place): (&[PathBuf], &str),
    (near, devices): (Option<Near>, Option<OwnDevices>),
    only: impl Fn(&Results) -> Result<Option<Fap>, Failure>,
    (kept, catalog, today): (&Kept, &Catalog, Date),
) -> Result<(Trained, Option<Fap>), Failure> {
    let territory = territory(place, catalog)?;
    let method = Parameters::embedded().map_err(|error| Failure::could_not(error.to_string()))?;
    let reference = reference()?;
    let mut sources = sources(files, catalog)?;
    if devices.is_some() {
        sources.planning.devices = devices;
    }
    let mut parameters = sources.parameters(&method, catalog)?;
    if let Some((minutes, kilometres)) = near {
        parameters = parameters.within(minutes, kilometres);
    }
    let inputs = read_all(&sources, &reference, kept, catalog)?;
    let reference = reference.with_perimeters(&sources.perimeters);
    let request = Request { territory, year: None, as_of: today };
    let stage = Stage::corrected(&inputs, &reference, &parameters, &request, &sources.links)
        .map_err(|error| Failure::could_not(error_sentence(&error, catalog)))?;
    let stage = as_decided(stage, &sources);
    let results = stage.results(&parameters);
    let memory = Memory::of(&sources, catalog);
    let found = analyse::surveyed(&inputs, &reference, &parameters, &results, &sources, &memory);
    let published = found.as_ref().and_then(|found| found.published.as_ref());
    let out = published.map(PublishedSurvey::let_out).unwrap_or_default();
    let results = Balanced::new(results, &out, &Supposed::default(), &parameters);
    let only = only(&results)?;
    if results.stands_on_answers(|code| only.is_none_or(|only| only == code))
        && let Some(published) = published
    {
        memory?.release(&[published.into()], catalog)?;
    }
    let verdicts = verdicts(&results, &parameters);
    Ok((Trained { stage, out, results, verdicts, parameters, sources }, only))
}

#[cfg(test)]
mod tests;
