//! What the documents are made of: read, analysed, decided.

use crate::analysis::compare::compare;
use crate::analysis::disagreement::{Disagreement, disagreements};
use crate::analysis::{Request, Stage, with_lists};
use crate::cli::analyse::surveyed;
use crate::cli::memory::Memory;
use crate::cli::report::Asked;
use crate::cli::trained::as_decided;
use crate::cli::{
    Failure, Sources, complain, file_failure, named, read_all, reference, sources, territory,
};
use crate::files;
use crate::i18n::Catalog;
use crate::inquiry;
use crate::loading::Kept;
use crate::model::papers::Papers;
use crate::model::{Date, Kind, Severity};
use crate::outputs::{Ground, MOST_LOGO, look};
use crate::project::Project;
use crate::readers::ReadTable;
use crate::reference::Reference;
use crate::reference::params::Parameters;
use crate::report::build::{Comparison, Context, error_sentence};
use crate::report::paper::Look;
use crate::report::survey::Inquiry;
use crate::report::survey::perceived::Perceived;
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
    pub papers: Papers,
    comparison: Comparison,
}

/// Reads, analyses, decides on what may leave; nothing leaves here.
pub fn gather(
    asked: &Asked,
    (kept, catalog, date): (&Kept, &Catalog, Date),
) -> Result<Gathered, Failure> {
    let asked_for = asked.territory.as_deref().map(|code| territory(code, catalog)).transpose()?;
    let method = Parameters::embedded().map_err(|error| Failure::could_not(error.to_string()))?;
    let lists = reference()?;
    let sources = sources(&asked.inputs, catalog)?;
    let decisions =
        sources.projects.last().map(|given| given.decisions.clone()).unwrap_or_default();
    let territory = asked_for
        .or(decisions.territory)
        .ok_or_else(|| Failure::usage(catalog.text("error-no-territory")))?;
    let parameters = method.adjusted(&sources.method);
    let inputs = read_all(&sources, &lists, kept, catalog)?;
    let reference = with_lists(&inputs, &lists).with_perimeters(&sources.perimeters);
    let request = Request { territory, year: asked.year.or(decisions.year), as_of: date };
    let could_not = |error| Failure::could_not(error_sentence(&error, catalog));
    let stage = Stage::corrected(&inputs, &reference, &parameters, &request, &sources.links);
    let mut results = as_decided(stage.map_err(could_not)?, &sources).results(&parameters);
    let benchmarks = &sources.benchmarks;
    results.comparisons = compare(&inputs, &reference, &parameters, &results, benchmarks);
    for (_, error) in &results.comparisons.missing {
        complain(&error_sentence(error, catalog));
    }
    let pairs = disagreements(&inputs);
    tell_files(&inputs, &pairs, catalog);
    let memory = Memory::of(&sources, catalog);
    let inquiry = surveyed(&inputs, &reference, &parameters, &results, &sources, &memory);
    let new = Project::default().log();
    let log = memory.as_ref().map_or(&new, |memory| &memory.log);
    let place = results.territory.territory;
    let perceived = inquiry::perceived(&inputs, &parameters, place, log);
    let comparison = decisions.comparison.as_deref().and_then(Comparison::from_id);
    let comparison = comparison.unwrap_or_default();
    let context = Context {
        results: &results,
        catalog,
        reference: &reference,
        parameters: &parameters,
        comparison,
        inquiry: inquiry.as_ref(),
        perceived: perceived.as_ref(),
    };
    let ground = Ground::new(&context, &sources.planning, &|| true);
    // Several projects would each forget what the others gave away.
    if inquiry.is_some() || perceived.is_some() {
        memory?;
    }
    Ok(Gathered {
        ground,
        inquiry,
        perceived,
        papers: decisions.papers,
        comparison,
        inputs,
        reference,
        parameters,
        sources,
    })
}

/// What is wrong with files, and those that say otherwise of the same thing.
fn tell_files(inputs: &[Arc<ReadTable>], pairs: &[Disagreement], catalog: &Catalog) {
    for unread in inputs.iter().filter(|input| input.kind == Kind::Unknown) {
        let mut issues = unread.issues.as_slice().iter();
        if let Some(issue) = issues.find(|issue| issue.severity == Severity::Error) {
            complain(&format!("{}{}{}", unread.file, catalog.text("colon"), catalog.issue(issue)));
        }
    }
    for pair in pairs {
        complain(&together::disagreement(pair, &named(inputs), catalog));
    }
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
