//! `bassin archive` and `bassin restore`: a project in one file, and back.
//!
//! Standard output names the file, then says of each source whether it is inside and why not; what
//! is to be known of it is on standard error.

use crate::archive::manifest::Manifest;
use crate::archive::{Content, Described, With, told};
use crate::cli::{Failure, Sources, complain, file_failure, json, reference, sources_of};
use crate::handover::{self, Ordered};
use crate::i18n::Catalog;
use crate::jobs::side_by_side;
use crate::loading::{self, Kept, LoadError};
use crate::model::Custody;
use crate::project::Origin;
use crate::readers::Control;
use clap::ValueEnum;
use std::fmt::Write as _;
use std::path::PathBuf;

/// What the command line asked for.
#[derive(Debug, clap::Args)]
pub struct Asked {
    /// A saved project.
    project: PathBuf,
    /// File to write; `.bassin.zip` is added where it is no zip.
    #[arg(long)]
    out: PathBuf,
    /// What goes with the project: public (published files), own (your catalogues, offers and
    /// maps), respondents (answers, names of establishments, headcounts, the memory of exports),
    /// all or none.
    #[arg(long, value_delimiter = ',', default_value = "none")]
    with: Vec<Chosen>,
    /// Machine-readable output (docs/json.md).
    #[arg(long)]
    json: bool,
}

/// What the command line asked for.
#[derive(Debug, clap::Args)]
pub struct Restoring {
    /// The archive of a project.
    archive: PathBuf,
    /// Folder to write, which is not there or has nothing in it.
    #[arg(long)]
    out: PathBuf,
    /// Machine-readable output (docs/json.md).
    #[arg(long)]
    json: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Chosen {
    None,
    Public,
    Own,
    Respondents,
    All,
}

/// What the words chosen mean together; `None` where one says the contrary of another.
fn with(chosen: &[Chosen]) -> Option<With> {
    let mut with = With::default();
    for one in chosen {
        match one {
            Chosen::None if chosen.iter().any(|other| *other != Chosen::None) => return None,
            Chosen::None => {}
            Chosen::Public => with.set(Custody::Public, true),
            Chosen::Own => with.set(Custody::Own, true),
            Chosen::Respondents => with.set(Custody::Respondents, true),
            Chosen::All => with = With::ALL,
        }
    }
    Some(with)
}

pub fn run(asked: &Asked, kept: &Kept, catalog: &Catalog) -> Result<String, Failure> {
    let with = with(&asked.with)
        .ok_or_else(|| Failure::usage(catalog.text("error-archive-none-and-more")))?;
    let sources = sources_of(vec![asked.project.clone()], catalog)?;
    let [project] = sources.projects.as_slice() else {
        let path = asked.project.display().to_string();
        return Err(Failure::usage(
            catalog.with("error-archive-no-project", &[("path", (&path).into())]),
        ));
    };
    let described = described(&sources, kept, catalog)?;
    for (source, found) in project.decisions.sources.iter().zip(&described) {
        let now = found.content.as_ref().map(|content| &content.fingerprint);
        if now.is_some() && source.fingerprint.is_some() && source.fingerprint.as_ref() != now {
            let name = source.origin.name();
            complain(&catalog.with("report-changed", &[("file", (&name).into())]));
        }
    }
    let ordered = Ordered {
        project: Some(&project.path),
        decisions: &project.decisions,
        log: project.log.as_ref(),
        sources: &described,
        with,
    };
    let packed = handover::make(&ordered, catalog).map_err(Failure::could_not)?;
    let to = handover::named(asked.out.clone());
    let written = handover::write(&to, &packed, &ordered);
    let written = written.map_err(|error| file_failure(&error, catalog))?;
    for note in told::notes(&packed.manifest, catalog) {
        complain(&note);
    }
    if asked.json {
        json::text(&packed.manifest)
    } else {
        Ok(page(&written, &packed.manifest, catalog))
    }
}

/// What each source of the project is, in their order.
fn described(sources: &Sources, kept: &Kept, catalog: &Catalog) -> Result<Vec<Described>, Failure> {
    let lists = reference()?;
    let read_with = loading::With { lists: Some(&lists), mappings: &sources.mappings };
    let read = side_by_side(&sources.origins, |origin| {
        let tables = match origin {
            Origin::File(path) => loading::load(path, read_with, kept, Control::none()),
            Origin::Sample(_) => Ok(Vec::new()),
        };
        tables.map(|tables| Described { origin: origin.clone(), content: Content::of(&tables) })
    });
    let mut described = Vec::new();
    for (origin, read) in sources.origins.iter().zip(read) {
        described.push(match read {
            Ok(found) => found,
            Err(LoadError::File(error)) => {
                complain(&sources.absent(&error, catalog));
                Described { origin: origin.clone(), content: None }
            }
            Err(error) => return Err(Failure::could_not(error.to_string())),
        });
    }
    Ok(described)
}

pub fn restore(asked: &Restoring, catalog: &Catalog) -> Result<String, Failure> {
    let restored = handover::restore(&asked.archive, &asked.out, Control::none())
        .map_err(|error| Failure::could_not(error.say(catalog)))?;
    for note in told::notes(&restored.manifest, catalog) {
        complain(&note);
    }
    let done = if asked.json {
        json::text(&restored.manifest)?
    } else {
        page(&restored.project, &restored.manifest, catalog)
    };
    if restored.spoilt.is_empty() {
        return Ok(done);
    }
    let text = told::spoilt(&restored.spoilt, catalog).join("\n");
    Err(Failure { status: 1, text, done })
}

/// The file written, then its sources.
fn page(written: &std::path::Path, manifest: &Manifest, catalog: &Catalog) -> String {
    let mut page = format!("{}\n", written.display());
    for line in told::sources(manifest, catalog) {
        let _ = writeln!(page, "  {line}");
    }
    page
}

#[cfg(test)]
mod tests;
