//! What the documents are made of: read, analysed, decided.

use crate::analysis::balance::{Announced, balances};
use crate::analysis::compare::compare;
use crate::analysis::disagreement::{Disagreement, disagreements};
use crate::analysis::planning::{Plan, candidates, plan};
use crate::analysis::verdicts::{to_stop, verdicts};
use crate::analysis::{Request, Results, Stage, with_lists};
use crate::cli::analyse::surveyed;
use crate::cli::memory::Memory;
use crate::cli::report::{Asked, plain_look};
use crate::cli::trained::as_decided;
use crate::cli::{
    Failure, Sources, complain, file_failure, named, read_all, reference, sources, territory,
};
use crate::files;
use crate::i18n::Catalog;
use crate::inquiry;
use crate::loading::Kept;
use crate::matching::supply::Offer;
use crate::model::papers::Papers;
use crate::model::planning::Supposed;
use crate::model::{Date, Fap, Kind, Severity};
use crate::project::Project;
use crate::readers::ReadTable;
use crate::recommend::diagnosis::Diagnosis;
use crate::recommend::stop::Unfed;
use crate::recommend::verdict::Conclusion;
use crate::reference::Reference;
use crate::reference::params::Parameters;
use crate::report::build::{Comparison, Context, error_sentence};
use crate::report::paper::Look;
use crate::report::survey::perceived::Perceived;
use crate::report::survey::{Inquiry, PublishedSurvey};
use crate::words::together;
use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;
use std::sync::Arc;

/// Bytes of a logo, at most.
const MOST_LOGO: u64 = 512 * 1024;

/// Everything that documents say, and where it comes from.
pub struct Gathered {
    pub inputs: Vec<Arc<ReadTable>>,
    pub reference: Reference,
    pub parameters: Parameters,
    pub sources: Sources,
    /// They hold their balances.
    pub results: Results,
    pub announced: BTreeMap<Fap, Announced>,
    pub verdicts: BTreeMap<Fap, Conclusion>,
    pub unfed: Vec<(Offer, Unfed)>,
    pub plan: Plan,
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
    let published = inquiry.as_ref().and_then(|inquiry| inquiry.published.as_ref());
    let announced = published.map(PublishedSurvey::announced).unwrap_or_default();
    results.balances = balances(&results, &announced, &Supposed::default(), &parameters);
    let untold = {
        let (inquiry, perceived) = (inquiry.as_ref(), None);
        let context = Context {
            results: &results,
            catalog,
            reference: &reference,
            parameters: &parameters,
            comparison: Comparison::default(),
            inquiry,
            perceived,
        };
        context.untold_adaptations()
    };
    without_adaptations(&mut results, |code| untold.contains(&code));
    let verdicts = verdicts(&results, &parameters);
    let unfed = to_stop(&results);
    let planning = sources.planning.clone();
    let proposals = candidates(&results, &verdicts, &parameters, &planning);
    let plan = plan(proposals, &planning, &parameters, &results);
    let comparison = decisions.comparison.as_deref().and_then(Comparison::from_id);
    // Several projects would each forget what the others gave away.
    if inquiry.is_some() || perceived.is_some() {
        memory?;
    }
    Ok(Gathered {
        announced,
        unfed,
        plan,
        verdicts,
        inquiry,
        perceived,
        papers: decisions.papers,
        comparison: comparison.unwrap_or_default(),
        inputs,
        reference,
        parameters,
        results,
        sources,
    })
}

/// As if employers named no skill gap, for some occupations.
pub fn without_adaptations(results: &mut Results, of: impl Fn(Fap) -> bool) {
    for occupation in results.occupations.iter_mut().filter(|one| of(one.code)) {
        occupation.finding.short_adaptation = false;
    }
    for programme in &mut results.programmes {
        if of(programme.occupation) && programme.diagnosis == Diagnosis::JobQuality {
            *programme = programme.clone().without_training();
        }
    }
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
            results: &self.results,
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
        let dress = &self.papers.dress;
        let mut look = plain_look(self);
        if let Some(path) = &dress.logo {
            let bytes =
                files::read(path, MOST_LOGO).map_err(|error| file_failure(&error, catalog))?;
            let shows = if dress.logo_shows.is_empty() {
                dress.organisation.clone()
            } else {
                dress.logo_shows.clone()
            };
            look.logo = Some((bytes, shows));
        }
        Ok(look)
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
