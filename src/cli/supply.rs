//! `bassin supply`: training within reach of a territory, against what its occupations need.

pub(super) mod page;
pub(super) mod view;

use crate::analysis::Results;
use crate::analysis::planning::candidates;
use crate::analysis::verdicts::to_stop;
use crate::cli::trained::{Near, Trained, trained};
use crate::cli::{Failure, json};
use crate::i18n::Catalog;
use crate::loading::Kept;
use crate::matching::supply::Offer;
use crate::model::{Date, Fap};
use crate::recommend::proposal::Need;
use crate::recommend::stop::Unfed;
use crate::recommend::verdict::Conclusion;
use crate::report::build;
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
pub struct Told<'a> {
    results: &'a Results,
    verdicts: BTreeMap<Fap, Conclusion>,
    unfed: Vec<(Offer, Unfed)>,
    /// Places a year that `plan` asks for, by occupation with a candidate programme.
    asked: BTreeMap<Fap, Need>,
    /// Minutes and kilometres within which training is near.
    near: (Option<f64>, Option<f64>),
    /// The only occupation asked for.
    only: Option<Fap>,
}

pub fn run(asked: &Asked, kept: &Kept, catalog: &Catalog, today: Date) -> Result<String, Failure> {
    let near = asked.within.as_deref().map(|text| within(text, catalog)).transpose()?;
    let place = (asked.files.as_slice(), asked.territory.as_str());
    let only = |results: &Results| {
        let code = asked.occupation.as_deref();
        code.map(|code| occupation(code, results, catalog)).transpose()
    };
    let (trained, only) = trained(place, (near, None), only, (kept, catalog, today))?;
    let Trained { results, verdicts, parameters, sources, .. } = trained;
    let proposals = candidates(&results, &verdicts, &parameters, &sources.planning);
    let told = Told {
        unfed: to_stop(&results),
        asked: proposals.into_iter().map(|one| (one.key.occupation, one.need)).collect(),
        near: parameters.near(),
        only,
        verdicts,
        results: &results,
    };
    if asked.json { json::text(&view::view(&told)) } else { Ok(page::page(&told, catalog)) }
}

pub(super) fn within(text: &str, catalog: &Catalog) -> Result<Near, Failure> {
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
    known
        .map(|occupation| occupation.code)
        .ok_or_else(|| Failure::could_not(build::not_here(text, results, catalog)))
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
