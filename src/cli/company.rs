//! `bassin company`: one company's headcount against its basin. For the company alone: nothing is
//! written but what is printed, and the territory's own results are made without it.

mod page;
mod view;

use crate::analysis::balanced::Balanced;
use crate::analysis::company::{Beside, Post, beside, posts, yearly};
use crate::analysis::verdicts::verdicts;
use crate::cli::alone::headcounts;
use crate::cli::trained::trained;
use crate::cli::{Failure, json, reference};
use crate::i18n::Catalog;
use crate::loading::Kept;
use crate::model::{Date, Fap};
use crate::reference::Reference;
use std::path::PathBuf;

/// What the command line asked for.
#[derive(Debug, clap::Args)]
pub struct Asked {
    /// The company's headcount by occupation and age (docs/layouts.md).
    #[arg(required = true)]
    headcount: PathBuf,
    /// Files, folders, or a project: surveys, tensions, training.
    #[arg(required = true)]
    files: Vec<PathBuf>,
    /// Typed code: be:8450, dep:15, reg:84, ze:8403…
    #[arg(long)]
    territory: String,
    /// Machine-readable output (docs/json.md).
    #[arg(long)]
    json: bool,
}

/// What is told.
struct Told<'a> {
    /// As if nobody had answered a survey: what a company is told of its basin, here as in its
    /// document and in the window.
    results: &'a Balanced,
    reference: &'a Reference,
    /// Each with what the basin says of its occupation.
    posts: Vec<(Post, Option<Beside<'a>>)>,
    /// People a year under which no group opens.
    group: f64,
}

impl Told<'_> {
    /// Label of an occupation, whether the territory hires in it or not.
    fn label(&self, code: Fap) -> &str {
        self.reference.fap_label(code).unwrap_or_default()
    }
}

pub fn run(asked: &Asked, kept: &Kept, catalog: &Catalog, today: Date) -> Result<String, Failure> {
    let reference = reference()?;
    let headcounts = headcounts(&asked.headcount, catalog)?;
    let place = (asked.files.as_slice(), asked.territory.as_str());
    let (trained, _) = trained(place, (None, None), |_| Ok(None), (kept, catalog, today))?;
    let parameters = &trained.parameters;
    let results = &trained.results.unsurveyed(parameters);
    let verdicts = &verdicts(results, parameters);
    let posts = posts(&headcounts, results, &reference, parameters);
    let sums = yearly(&posts);
    let with = |post: Post| {
        let beside = beside(&post, &sums, results, verdicts, parameters);
        (post, beside)
    };
    let (_, group) = parameters.training_thresholds();
    let told = Told {
        posts: posts.into_iter().map(with).collect(),
        results,
        reference: &reference,
        group,
    };
    if asked.json { json::text(&view::view(&told)) } else { Ok(page::page(&told, catalog)) }
}

#[cfg(test)]
mod tests;
