//! What the documents are made of: read, analysed, decided.

use crate::analysis::disagreement::disagreements;
use crate::cli::analyse::{self, Analysed, surveyed};
use crate::cli::memory::Memory;
use crate::cli::plan::money;
use crate::cli::report::Asked;
use crate::cli::{Failure, Sources, complain, file_failure, named};
use crate::files;
use crate::i18n::Catalog;
use crate::inquiry;
use crate::loading::Kept;
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
use crate::words::together;
use std::collections::BTreeSet;
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

/// Reads, analyses, decides on what may leave; nothing leaves here.
pub fn gather(
    asked: &Asked,
    (kept, catalog, date): (&Kept, &Catalog, Date),
) -> Result<Gathered, Failure> {
    let question = analyse::Asked {
        territory: asked.territory.as_deref(),
        year: asked.year,
        ..analyse::Asked::of(&asked.inputs, kept)
    };
    let analysed = analyse::analysed(&question, true, catalog, date)?;
    let Analysed { sources, inputs, reference, parameters, results, comparison } = analysed;
    for pair in &disagreements(&inputs) {
        complain(&together::disagreement(pair, &named(&inputs), catalog));
    }
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
    money(&asked.budget, asked.max_occupations, &mut planning, catalog)?;
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

    /// Sources of projects whose content is not the one that was saved.
    pub fn changed(&self) -> Vec<String> {
        let read: BTreeSet<&str> =
            self.inputs.iter().map(|table| table.fingerprint.as_str()).collect();
        let saved = self.sources.projects.iter().flat_map(|given| &given.decisions.sources);
        let changed = saved.filter(|source| {
            source.fingerprint.as_deref().is_some_and(|known| !read.contains(known))
        });
        changed.map(|source| source.origin.name()).collect()
    }

    /// The dress of documents, with the picture of who publishes.
    pub fn look(&self, catalog: &Catalog) -> Result<Look, Failure> {
        look(&self.papers.dress, |path| {
            files::read(path, MOST_LOGO).map_err(|error| file_failure(&error, catalog))
        })
    }

    /// Files that are never written over.
    pub fn protected(&self, asked: &Asked) -> Vec<PathBuf> {
        let mut all = self.sources.files();
        all.extend(asked.inputs.iter().cloned());
        all.extend(self.sources.projects.iter().map(|given| given.path.clone()));
        all.extend([&asked.catalogue, &asked.headcount].into_iter().flatten().cloned());
        all.extend(self.papers.dress.logo.clone());
        all
    }
}
