//! `bassin demo` where there is no display: the results of the sample territory in a folder.

use crate::analysis::{Request, analyse as analysis};
use crate::cli::{Failure, Format, analyse, file_failure, reference};
use crate::files;
use crate::i18n::Catalog;
use crate::inquiry::{Asked, inquiry};
use crate::model::Date;
use crate::project::{Decisions, Project};
use crate::readers::{Control, read};
use crate::reference::params::Parameters;
use crate::report::build::{Comparison, Context, error_sentence};
use crate::report::csv::Marks;
use crate::sample;
use std::path::Path;
use std::sync::Arc;

/// Folder of the results, under the current one.
const FOLDER: &str = "bassin-demo";

pub fn run(catalog: &Catalog, today: Date) -> Result<String, Failure> {
    let could_not = |error: &dyn std::fmt::Display| Failure::could_not(error.to_string());
    let reference = reference()?;
    let parameters = Parameters::embedded().map_err(|error| could_not(&error))?;
    let mut inputs = Vec::new();
    for (name, bytes) in sample::FILES {
        let tables =
            read(name, bytes, &reference, Control::none()).map_err(|error| could_not(&error))?;
        inputs.extend(tables.into_iter().map(Arc::new));
    }
    let territory = sample::TERRITORY.parse().map_err(|_| could_not(&sample::TERRITORY))?;
    let request = Request { territory, year: None, as_of: today };
    let results = analysis(&inputs, &reference, &parameters, &request)
        .map_err(|error| Failure::could_not(error_sentence(&error, catalog)))?;
    let log = Project::default().log();
    let decisions = Decisions::default();
    let asked = Asked {
        territory,
        version: results.fap_version,
        labels: &decisions.labels,
        weighting: decisions.weighting,
        groups: &decisions.groups,
        log: &log,
    };
    let inquiry = inquiry(&inputs, &reference, &parameters, &asked);
    let context = Context {
        results: &results,
        catalog,
        reference: &reference,
        parameters: &parameters,
        comparison: Comparison::default(),
        inquiry: inquiry.as_ref(),
        // The sample asks no college.
        perceived: None,
        actions: None,
    };
    let formats = [Format::Xlsx, Format::Csv, Format::Json];
    let made = analyse::bytes((&formats, Marks::default()), &context, &[])?;
    let written = files::write_results(Path::new(FOLDER), &made, &[])
        .map_err(|error| file_failure(&error, catalog))?;
    let mut text = catalog.text("cli-demo-written");
    text.push('\n');
    for path in written {
        text.push_str(&path.display().to_string());
        text.push('\n');
    }
    Ok(text)
}
