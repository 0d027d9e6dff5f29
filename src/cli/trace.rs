//! `bassin trace`: from the short name of a figure, printed beside it, to where it comes from.
//!
//! Nothing is written. A figure of respondents that has not left a project yet is not told either:
//! its name is on no paper.

mod page;
mod view;

use crate::cli::analyse;
use crate::cli::gathered::{Gathered, gather};
use crate::cli::memory::Memory;
use crate::cli::plan::Money;
use crate::cli::{Failure, alone, day, json};
use crate::i18n::Catalog;
use crate::loading::Kept;
use crate::model::Date;
use crate::outputs::{Refusal, cited_by_body, cited_by_kit, cited_by_return, drawing, with_map};
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
    #[command(flatten)]
    money: Money,
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
    asked.money.check(catalog)?;
    let question = analyse::Asked {
        territory: asked.territory.as_deref(),
        perimeters: &asked.perimeter,
        benchmarks: &asked.benchmark,
        year: asked.year,
        params: asked.params.as_deref(),
        ..analyse::Asked::of(&asked.inputs, kept)
    };
    let gathered = gather(&question, &asked.money, (catalog, date))?;
    let told = told(asked, &gathered, mark, (kept, catalog))?;
    if told.is_empty() {
        let id = asked.id.trim().to_uppercase();
        let mut text = catalog.with("error-trace-unknown", &[("id", (&id).into())]);
        // A choice of programmes is under a budget: without it, its names are none.
        if gathered.ground.plan.answer.is_none() {
            text = format!("{text}\n{}", catalog.text("trace-without-budget"));
        }
        return Err(Failure::could_not(text));
    }
    Ok((mark, told))
}

fn told(
    asked: &Asked,
    gathered: &Gathered,
    mark: Mark,
    (kept, catalog): (&Kept, &Catalog),
) -> Result<Vec<Told>, Failure> {
    let memory = Memory::of(&gathered.sources, catalog)?.decided_with(gathered.log.clone());
    // As documents are made: what secrecy keeps back of them is told by no name.
    let (context, ground) = (gathered.context(catalog), &gathered.ground);
    let document = cited(asked, &context, gathered, kept)?;
    let traced = trace(&context, Some(&ground.plan), &document, mark);
    let left = gathered.has_left(&memory);
    let told: Vec<Told> = traced
        .into_iter()
        .map(|traced| {
            let withheld = traced.provenance.of_respondents && !left;
            let traced = if withheld { traced.withheld(catalog) } else { traced };
            Told { traced, withheld }
        })
        .collect();
    // Without a project, what leaves is said; with one, it has left.
    if gathered.sources.projects.is_empty()
        && told.iter().any(|one| one.traced.provenance.of_respondents)
    {
        memory.release(&gathered.leaving(), catalog)?;
    }
    Ok(told)
}

/// The figures that the document cites which the name is printed on.
fn cited(
    asked: &Asked,
    context: &Context<'_>,
    gathered: &Gathered,
    kept: &Kept,
) -> Result<Document, Failure> {
    let (catalog, ground) = (context.catalog, &gathered.ground);
    if let Some(path) = &asked.headcount {
        return Ok(cited_by_kit(context, ground, &alone::headcounts(path, catalog)?));
    }
    let mut document = store(&ground.planned(*context));
    with_map(&mut document, drawing(&gathered.inputs, context).as_ref(), context);
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
