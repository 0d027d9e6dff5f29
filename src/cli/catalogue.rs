//! `bassin catalogue`: a training body's own catalogue against the territories within its reach.

mod page;
mod view;

use crate::analysis::balanced::Balanced;
use crate::analysis::body::{Position, Sheet, sheet};
use crate::cli::trained::{Trained, trained};
use crate::cli::{Failure, complain_of, json, read_untold, reference, sources_of, supply};
use crate::i18n::Catalog;
use crate::loading::Kept;
use crate::model::{Date, Fap, Kind};
use std::collections::BTreeSet;
use std::path::PathBuf;

/// What the command line asked for.
#[derive(Debug, clap::Args)]
pub struct Asked {
    /// The body's own catalogue of training.
    #[arg(required = true)]
    catalogue: PathBuf,
    /// Files, folders, or a project: surveys, tensions, certifications, other catalogues.
    #[arg(required = true)]
    files: Vec<PathBuf>,
    /// Typed codes, one sheet for each: be:8450,dep:15.
    #[arg(long, value_delimiter = ',', required = true)]
    territory: Vec<String>,
    /// How far is near: 30km as the crow flies, or 45min of the travel times loaded.
    #[arg(long)]
    within: Option<String>,
    /// Machine-readable output (docs/json.md).
    #[arg(long)]
    json: bool,
}

/// A territory with its sheet.
struct Told {
    results: Balanced,
    sheet: Sheet,
    /// Minutes and kilometres within which training is near.
    near: (Option<f64>, Option<f64>),
}

impl Told {
    fn label(&self, position: &Position) -> &str {
        self.label_of(position.occupation)
    }

    fn label_of(&self, code: Fap) -> &str {
        let mut occupations = self.results.occupations.iter();
        let found = occupations.find(|one| one.code == code);
        found.map_or("", |one| one.label.as_str())
    }
}

pub fn run(asked: &Asked, kept: &Kept, catalog: &Catalog, today: Date) -> Result<String, Failure> {
    let near = asked.within.as_deref().map(|text| supply::within(text, catalog)).transpose()?;
    let contents = contents(asked, kept, catalog)?;
    // Before the other files: of two with the same content, the first counts.
    let mut files = vec![asked.catalogue.clone()];
    files.extend(asked.files.iter().cloned());
    let mut told = Vec::new();
    for territory in &asked.territory {
        let place = (files.as_slice(), territory.as_str());
        let (trained, _) = trained(place, (near, None), |_| Ok(None), (kept, catalog, today))?;
        let own: BTreeSet<usize> = trained
            .results
            .sources
            .iter()
            .enumerate()
            .filter(|(_, source)| contents.contains(&source.fingerprint))
            .map(|(place, _)| place)
            .collect();
        let Trained { out, results, verdicts, parameters, .. } = &trained;
        let sheet = sheet(results, verdicts, &own, out, parameters);
        let near = parameters.near();
        told.push(Told { sheet, near, results: trained.results });
    }
    if asked.json { json::text(&view::view(&told)) } else { Ok(page::page(&told, catalog)) }
}

/// Fingerprints of what the catalogue holds; a file that holds no offer is no catalogue.
fn contents(asked: &Asked, kept: &Kept, catalog: &Catalog) -> Result<BTreeSet<String>, Failure> {
    let alone = sources_of(vec![asked.catalogue.clone()], catalog)?;
    let tables = read_untold(&alone, &reference()?, kept, catalog)?;
    complain_of(&tables, catalog);
    let offers = [
        Kind::TrainingCatalogue,
        Kind::CarifOffers,
        Kind::CourseOffers,
        Kind::ApprenticeshipCatalogue,
    ];
    let found: BTreeSet<String> = tables
        .iter()
        .filter(|table| offers.contains(&table.kind))
        .map(|table| table.fingerprint.clone())
        .collect();
    if found.is_empty() {
        let path = asked.catalogue.display().to_string();
        let text = catalog.with("error-not-a-catalogue", &[("path", (&path).into())]);
        return Err(Failure::could_not(text));
    }
    Ok(found)
}

#[cfg(test)]
mod tests;
