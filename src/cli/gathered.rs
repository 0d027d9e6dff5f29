//! What documents and their figures are made of: read, analysed, decided. The same for the commands
//! that write them, that answer for a figure of them, and that set them beside older ones.

use crate::cli::analyse::{self, Analysed, surveyed};
use crate::cli::memory::{Leaving, Memory};
use crate::cli::plan::Money;
use crate::cli::{Failure, Sources, file_failure};
use crate::files;
use crate::i18n::Catalog;
use crate::inquiry;
use crate::model::Date;
use crate::model::papers::Papers;
use crate::outputs::{Ground, MOST_LOGO, look};
use crate::project::Project;
use crate::readers::ReadTable;
use crate::reference::Reference;
use crate::reference::params::Parameters;
use crate::report::build::{Comparison, Context};
use crate::report::paper::Look;
use crate::report::survey::Inquiry;
use crate::report::survey::perceived::Perceived;
use crate::secrecy::journal::Log;
use std::path::PathBuf;
use std::sync::Arc;

/// Everything that documents say, and where it comes from.
pub struct Gathered {
    pub inputs: Vec<Arc<ReadTable>>,
    pub reference: Reference,
    pub parameters: Parameters,
    pub sources: Sources,
    pub ground: Ground,
    pub inquiry: Option<Inquiry>,
    pub perceived: Option<Perceived>,
    /// What figures of respondents were decided with.
    pub log: Log,
    pub papers: Papers,
    comparison: Comparison,
}

/// Reads, analyses, decides on what may leave; nothing leaves here. `money`: in the place of what
/// the project gives programmes.
pub fn gather(
    question: &analyse::Asked<'_>,
    money: &Money,
    (catalog, date): (&Catalog, Date),
) -> Result<Gathered, Failure> {
    let analysed = analyse::analysed(question, true, catalog, date)?;
    let Analysed { sources, inputs, reference, parameters, results, comparison } = analysed;
    let memory = Memory::of(&sources, catalog);
    let inquiry = surveyed(&inputs, &reference, &parameters, &results, &sources, &memory);
    let new = Project::default().log();
    let log = memory.as_ref().map_or(&new, |memory| &memory.log);
    let place = results.territory.territory;
    let perceived = inquiry::perceived(&inputs, &parameters, place, log);
    let context = Context {
        results: &results,
        catalog,
        reference: &reference,
        parameters: &parameters,
        comparison,
        inquiry: inquiry.as_ref(),
        perceived: perceived.as_ref(),
        actions: None,
    };
    let mut planning = sources.planning.clone();
    money.give(&mut planning, catalog)?;
    let ground = Ground::new(&context, &planning, &|| true);
    let log = log.clone();
    // Several projects would each forget what the others gave away.
    if inquiry.is_some() || perceived.is_some() {
        memory?;
    }
    Ok(Gathered {
        ground,
        inquiry,
        perceived,
        log,
        papers: sources.projects.last().map(|one| one.decisions.papers.clone()).unwrap_or_default(),
        comparison,
        inputs,
        reference,
        parameters,
        sources,
    })
}

impl Gathered {
    pub fn context<'a>(&'a self, catalog: &'a Catalog) -> Context<'a> {
        Context {
            results: &self.ground.results,
            catalog,
            reference: &self.reference,
            parameters: &self.parameters,
            comparison: self.comparison,
            inquiry: self.inquiry.as_ref(),
            perceived: self.perceived.as_ref(),
            actions: self.sources.actions(),
        }
    }

    /// The dress of documents, with the picture of who publishes.
    pub fn look(&self, catalog: &Catalog) -> Result<Look, Failure> {
        look(&self.papers.dress, |path| {
            files::read(path, MOST_LOGO).map_err(|error| file_failure(&error, catalog))
        })
    }

    /// Whether all that is told of respondents has left before.
    pub fn has_left(&self, memory: &Memory<'_>) -> bool {
        let survey = self.inquiry.as_ref().and_then(|inquiry| inquiry.published.as_ref());
        survey.is_none_or(|told| memory.has_left(&told.release))
            && self.perceived.as_ref().is_none_or(|told| memory.has_left(&told.release))
    }

    /// Figures of respondents that leave with what is told.
    pub fn leaving(&self) -> Vec<Leaving<'_>> {
        let survey = self.inquiry.as_ref().and_then(|inquiry| inquiry.published.as_ref());
        let colleges = self.perceived.as_ref().map(Leaving::from);
        survey.map(Leaving::from).into_iter().chain(colleges).collect()
    }

    /// Files that are never written over.
    pub fn protected(&self, inputs: &[PathBuf]) -> Vec<PathBuf> {
        let mut all = self.sources.files();
        all.extend(inputs.iter().cloned());
        all.extend(self.sources.projects.iter().map(|given| given.path.clone()));
        all.extend(self.papers.dress.logo.clone());
        all
    }
}
