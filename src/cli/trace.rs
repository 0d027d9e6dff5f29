//! `bassin trace`: from the short name of a figure, printed beside it, to where it comes from.
//!
//! Nothing is written. A figure of respondents that has not left a project yet is not told either:
//! its name is on no paper.

mod page;
mod view;

use crate::cli::analyse::{self, Analysed};
use crate::cli::memory::{Leaving, Memory};
use crate::cli::{Failure, alone, day, json};
use crate::i18n::Catalog;
use crate::inquiry;
use crate::loading::Kept;
use crate::model::Date;
use crate::outputs::{Ground, Refusal, cited_by_body, cited_by_kit, cited_by_return};
use crate::report::build::Context;
use crate::report::build::store::store;
use crate::report::citation::Mark;
use crate::report::document::Document;
use crate::report::trace::{Traced, trace};
use std::path::PathBuf;

/// What the command line asked for.
#[derive(Debug, clap::Args)]
pub struct Asked {
    /// As printed: K7Q2XA-9F for a figure, K7Q2XA for all those of a row.
    id: String,
    /// Files, folders, or a project.
    #[arg(required = true)]
    inputs: Vec<PathBuf>,
    /// Typed code: be:8450, dep:15, reg:84, ze:8403…; that of the project by default.
    #[arg(long)]
    territory: Option<String>,
    /// Text or CSV of commune codes: the territory, or a benchmark beside --territory.
    #[arg(long)]
    perimeter: Vec<PathBuf>,
    /// Territories that the document compares with; those of a project by default.
    #[arg(long, num_args = 1.., value_delimiter = ',')]
    benchmark: Vec<String>,
    /// Survey year; that of the project, else the latest loaded by default.
    #[arg(long)]
    year: Option<u16>,
    /// Changes of the method, as readable data.
    #[arg(long)]
    params: Option<PathBuf>,
    /// Catalogue of the training body whose gap sheet the name is printed on.
    #[arg(long, conflicts_with_all = ["headcount", "respondent"])]
    catalogue: Option<PathBuf>,
    /// Headcount of the company whose kit the name is printed on.
    #[arg(long, conflicts_with = "respondent")]
    headcount: Option<PathBuf>,
    /// Identifier of the respondent whose return the name is printed on.
    #[arg(long)]
    respondent: Option<String>,
    /// Date of the analysis, as printed in the document; today by default.
    #[arg(long)]
    date: Option<String>,
    /// Machine-readable output (docs/json.md).
    #[arg(long)]
    json: bool,
}

/// What is told of a number.
struct Told {
    traced: Traced,
    /// Of respondents, and not out of the project yet.
    withheld: bool,
}

pub fn run(asked: &Asked, kept: &Kept, catalog: &Catalog, today: Date) -> Result<String, Failure> {
    let (mark, told) = found(asked, kept, catalog, today)?;
    if asked.json { json::text(&view::view(mark, &told)) } else { Ok(page::page(&told, catalog)) }
}

/// The figures that are asked for, one at least.
fn found(
    asked: &Asked,
    kept: &Kept,
    catalog: &Catalog,
    today: Date,
) -> Result<(Mark, Vec<Told>), Failure> {
    let mark: Mark = asked.id.parse().map_err(|_| {
        Failure::usage(catalog.with("error-trace-mark", &[("text", (&asked.id).into())]))
    })?;
    let date = match &asked.date {
        None => today,
        Some(text) => day(text, catalog)?,
    };
    let analysed = analyse::analysed(
        &analyse::Asked {
            territory: asked.territory.as_deref(),
            perimeters: &asked.perimeter,
            benchmarks: &asked.benchmark,
            year: asked.year,
            params: asked.params.as_deref(),
            ..analyse::Asked::of(&asked.inputs, kept)
        },
        true,
        catalog,
        date,
    )?;
    let told = told(asked, analysed, mark, (kept, catalog))?;
    if told.is_empty() {
        let id = asked.id.trim().to_uppercase();
        return Err(Failure::could_not(
            catalog.with("error-trace-unknown", &[("id", (&id).into())]),
        ));
    }
    Ok((mark, told))
}

fn told(
    asked: &Asked,
    analysed: Analysed,
    mark: Mark,
    (kept, catalog): (&Kept, &Catalog),
) -> Result<Vec<Told>, Failure> {
    let Analysed { sources, inputs, reference, parameters, results, comparison } = analysed;
    let memory = Memory::of(&sources, catalog);
    let found = analyse::surveyed(&inputs, &reference, &parameters, &results, &sources, &memory);
    let memory = memory?;
    let territory = results.territory.territory;
    let perceived = inquiry::perceived(&inputs, &parameters, territory, &memory.log);
    let published = found.as_ref().and_then(|found| found.published.as_ref());
    let context = Context {
        results: &results,
        catalog,
        reference: &reference,
        parameters: &parameters,
        comparison,
        inquiry: found.as_ref(),
        perceived: perceived.as_ref(),
        actions: sources.actions(),
    };
    // As documents are made: what secrecy keeps back of them is told by no name.
    let ground = Ground::new(&context, &sources.planning, &|| true);
    let context = Context { results: &ground.results, ..context };
    let document = cited(asked, &context, &ground, kept)?;
    let traced = trace(&context, Some(&ground.plan), &document, mark);
    let left = published.is_none_or(|told| memory.has_left(&told.release))
        && perceived.as_ref().is_none_or(|told| memory.has_left(&told.release));
    let told: Vec<Told> = traced
        .into_iter()
        .map(|traced| {
            let withheld = traced.provenance.of_respondents && !left;
            let traced = if withheld { traced.withheld(catalog) } else { traced };
            Told { traced, withheld }
        })
        .collect();
    // Without a project, what leaves is said; with one, it has left.
    if sources.projects.is_empty() && told.iter().any(|one| one.traced.provenance.of_respondents) {
        let survey = published.map(Leaving::from);
        let leaving: Vec<Leaving<'_>> =
            survey.into_iter().chain(perceived.as_ref().map(Leaving::from)).collect();
        memory.release(&leaving, catalog)?;
    }
    Ok(told)
}

/// The figures that the document cites which the name is printed on.
fn cited(
    asked: &Asked,
    context: &Context<'_>,
    ground: &Ground,
    kept: &Kept,
) -> Result<Document, Failure> {
    let catalog = context.catalog;
    if let Some(path) = &asked.headcount {
        return Ok(cited_by_kit(context, ground, &alone::headcounts(path, catalog)?));
    }
    let document = store(&ground.planned(*context));
    if let Some(path) = &asked.catalogue {
        let (name, contents) = alone::catalogue(path, kept, catalog)?;
        let found = cited_by_body((context, &document), ground, (&name, &contents));
        return found.map_err(|why| {
            let path = path.display().to_string();
            Failure::could_not(match why {
                Refusal::NotAmong(_) => {
                    catalog.with("error-report-not-among", &[("path", (&path).into())])
                }
                other => other.to_string(),
            })
        });
    }
    match &asked.respondent {
        Some(id) => cited_by_return(context, &document, id).map_err(|why| {
            Failure::could_not(catalog.text(&format!("error-returned-{}", why.id())))
        }),
        None => Ok(document),
    }
}

#[cfg(test)]
mod tests;
