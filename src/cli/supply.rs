//! `bassin supply`: training within reach of a territory, against what its occupations need.

mod page;
mod view;

use crate::analysis::balance::balances;
use crate::analysis::verdicts::{to_stop, verdicts};
use crate::analysis::{Request, Results, Stage};
use crate::cli::memory::Memory;
use crate::cli::{Failure, analyse, json, read_all, reference, sources, territory};
use crate::flows::balance::Basis;
use crate::i18n::Catalog;
use crate::loading::Kept;
use crate::matching::supply::Offer;
use crate::model::{Date, Fap};
use crate::recommend::stop::Unfed;
use crate::recommend::verdict::Conclusion;
use crate::reference::params::Parameters;
use crate::report::build::error_sentence;
use crate::report::survey::PublishedSurvey;
use std::collections::BTreeMap;
use std::path::PathBuf;

/// What the command line asked for.
#[derive(Debug, clap::Args)]
pub struct Asked {
    /// Files, folders, or a project: its links between training and occupations hold.
    #[arg(required = true)]
    files: Vec<PathBuf>,
    /// Typed code: be:8450, dep:15, reg:84, ze:8403…
    #[arg(long)]
    territory: String,
    /// One occupation, in detail: V0X60.
    #[arg(long)]
    occupation: Option<String>,
    /// How far is near: 30km as the crow flies, or 45min of the travel times loaded.
    #[arg(long)]
    within: Option<String>,
    /// Machine-readable output (docs/json.md).
    #[arg(long)]
    json: bool,
}

/// What is told.
struct Told<'a> {
    results: &'a Results,
    verdicts: BTreeMap<Fap, Conclusion>,
    unfed: Vec<(Offer, Unfed)>,
    /// Minutes and kilometres within which training is near.
    near: (Option<f64>, Option<f64>),
    /// The only occupation asked for.
    only: Option<Fap>,
}

pub fn run(asked: &Asked, kept: &Kept, catalog: &Catalog, today: Date) -> Result<String, Failure> {
    let territory = territory(&asked.territory, catalog)?;
    let near = asked.within.as_deref().map(|text| within(text, catalog)).transpose()?;
    let method = Parameters::embedded().map_err(|error| Failure::could_not(error.to_string()))?;
    let reference = reference()?;
    let sources = sources(&asked.files, catalog)?;
    let mut parameters = method.adjusted(&sources.method);
    if let Some((minutes, kilometres)) = near {
        parameters = parameters.within(minutes, kilometres);
    }
    let inputs = read_all(&sources, &reference, kept, catalog)?;
    let reference = reference.with_perimeters(&sources.perimeters);
    let request = Request { territory, year: None, as_of: today };
    let stage = Stage::corrected(&inputs, &reference, &parameters, &request, &sources.links)
        .map_err(|error| Failure::could_not(error_sentence(&error, catalog)))?;
    let mut results = stage.results(&parameters);
    let memory = Memory::of(&sources, catalog);
    let found = analyse::surveyed(&inputs, &reference, &parameters, &results, &sources, &memory);
    let published = found.as_ref().and_then(|found| found.published.as_ref());
    let announced = published.map(PublishedSurvey::announced).unwrap_or_default();
    results.balances = balances(&results, &announced, &parameters);
    let only = asked.occupation.as_deref();
    let only = only.map(|code| occupation(code, &results, catalog)).transpose()?;
    // Needs of employers are derived of figures of the survey: these leave with them.
    let told = results.balances.iter().filter(|(code, _)| only.is_none_or(|only| only == **code));
    if told.into_iter().any(|(_, balance)| balance.basis == Basis::Survey)
        && let Some(published) = published
    {
        memory?.release(published, catalog)?;
    }
    let told = Told {
        verdicts: verdicts(&results, &parameters),
        unfed: to_stop(&results),
        near: parameters.near(),
        only,
        results: &results,
    };
    if asked.json { json::text(&view::view(&told)) } else { Ok(page::page(&told, catalog)) }
}

/// Minutes, or kilometres, one of which is said.
type Near = (Option<f64>, Option<f64>);

fn within(text: &str, catalog: &Catalog) -> Result<Near, Failure> {
    let lower = text.trim().to_lowercase().replace(',', ".");
    let number = |suffix: &str| {
        let digits = lower.strip_suffix(suffix)?.trim();
        digits.parse::<f64>().ok().filter(|limit| limit.is_finite() && *limit > 0.0)
    };
    match (number("min"), number("km")) {
        (Some(minutes), _) => Ok((Some(minutes), None)),
        (None, Some(kilometres)) => Ok((None, Some(kilometres))),
        (None, None) => Err(Failure::usage(catalog.with("error-within", &[("text", text.into())]))),
    }
}

/// A code of the survey's own edition, typed or bare.
fn occupation(text: &str, results: &Results, catalog: &Catalog) -> Result<Fap, Failure> {
    let code = text.parse::<Fap>().or_else(|_| Fap::new(results.fap_version, text)).ok();
    let known = results.occupations.iter().find(|occupation| Some(occupation.code) == code);
    known.map(|occupation| occupation.code).ok_or_else(|| {
        let year = results.year.to_string();
        let args = [("code", text.into()), ("year", (&year).into())];
        Failure::could_not(catalog.with("error-occupation-here", &args))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Language;

    #[test]
    fn how_far_is_near() {
        let catalog = Catalog::new(Language::French).unwrap();
        let check = |text: &str, expect: Option<Near>| {
            assert_eq!(within(text, &catalog).ok(), expect, "{text}");
        };
        check("30km", Some((None, Some(30.0))));
        check("45 min", Some((Some(45.0), None)));
        check("12,5 KM", Some((None, Some(12.5))));
        check("45", None);
        check("-3km", None);
        check("loin", None);
    }
}
