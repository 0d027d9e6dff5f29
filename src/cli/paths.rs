//! What the paths of a command line hold: files, folders, projects among them, and the tables read.

use crate::cli::folders::expand;
use crate::cli::refused::refused;
use crate::cli::{Failure, complain, file_failure, memory, reference};
use crate::files::{self, FileError};
use crate::handover;
use crate::i18n::Catalog;
use crate::jobs::side_by_side;
use crate::loading::{self, Kept, LoadError, With};
use crate::matching::corrections::Links;
use crate::model::action::ActionPlan;
use crate::model::adjust::Adjustments;
use crate::model::planning::Planning;
use crate::model::{Benchmark, Perimeter};
use crate::project::{Origin, Source, dated, file, preferred_first};
use crate::readers::mapping::Mapping;
use crate::readers::{Control, ReadTable};
use crate::reference::Reference;
use crate::reference::params::Parameters;
use crate::sample;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// What the given paths lead to: files, and what projects among them say of theirs.
#[derive(Default)]
pub(super) struct Sources {
    pub(super) origins: Vec<Origin>,
    pub(super) mappings: Vec<Mapping>,
    pub(super) preferred: Vec<String>,
    pub(super) survey_years: BTreeMap<String, u16>,
    /// What the last of the projects changes of the method.
    pub(super) method: Adjustments,
    pub(super) projects: Vec<memory::Given>,
    pub(super) perimeters: Vec<Perimeter>,
    pub(super) benchmarks: Vec<Benchmark>,
    /// Those of the last of the projects.
    pub(super) links: Links,
    pub(super) planning: Planning,
}

impl Sources {
    /// Those that lie on the disk.
    pub(super) fn files(&self) -> Vec<PathBuf> {
        let files = self.origins.iter().filter_map(|origin| match origin {
            Origin::File(path) => Some(path.clone()),
            Origin::Sample(_) => None,
        });
        files.collect()
    }

    /// Sources of projects whose content is not the one that was saved; one that is not there has
    /// none.
    pub(super) fn changed(&self, read: &[Arc<ReadTable>]) -> Vec<String> {
        let read: BTreeSet<&str> = read.iter().map(|table| table.fingerprint.as_str()).collect();
        let saved = self.projects.iter().flat_map(|given| &given.decisions.sources);
        let changed = saved.filter(|source| {
            let is_there = match &source.origin {
                Origin::File(path) => files::exists(path),
                Origin::Sample(_) => true,
            };
            is_there && source.fingerprint.as_deref().is_some_and(|known| !read.contains(known))
        });
        changed.map(|source| source.origin.name()).collect()
    }

    /// Whether a file is one that the archive of its project was made without, on purpose.
    fn is_left_out(&self, path: &Path) -> bool {
        self.source_at(path).is_some_and(|source| source.left_out)
    }

    /// What is said of a file that cannot be opened, where the rest is done.
    pub(super) fn absent(&self, error: &FileError, catalog: &Catalog) -> String {
        if error.id() == "not-found" && self.is_left_out(&error.path) {
            let name = error.path.file_name().unwrap_or_default().to_string_lossy();
            return catalog.with("report-left-out", &[("file", name.as_ref().into())]);
        }
        self.gone(error, catalog).text
    }

    /// The source of a project that lies there.
    fn source_at(&self, path: &Path) -> Option<&Source> {
        let mut saved = self.projects.iter().flat_map(|given| &given.decisions.sources);
        saved.find(|source| matches!(&source.origin, Origin::File(at) if at == path))
    }

    /// Why a file that is not there stops what was begun.
    fn gone(&self, error: &FileError, catalog: &Catalog) -> Failure {
        if error.id() != "not-found" || self.source_at(&error.path).is_none() {
            return file_failure(error, catalog);
        }
        let path = error.path.display().to_string();
        Failure::could_not(catalog.with("error-source-gone", &[("path", (&path).into())]))
    }

    /// The plan of action of the last of the projects, once something of it is written.
    pub(super) fn actions(&self) -> Option<&ActionPlan> {
        let given = self.projects.last()?;
        Some(&given.decisions.actions).filter(|plan| !plan.is_empty())
    }
}

/// The files under paths and folders, and of projects among them their sources and decisions.
pub(super) fn sources(paths: &[PathBuf], catalog: &Catalog) -> Result<Sources, Failure> {
    sources_of(expand(paths, catalog)?, catalog)
}

/// These files, and of projects among them their sources and decisions.
pub(super) fn sources_of(files: Vec<PathBuf>, catalog: &Catalog) -> Result<Sources, Failure> {
    let could_not = |error: FileError| file_failure(&error, catalog);
    let mut found = Sources::default();
    for path in files {
        if handover::is_archive(&path) {
            let shown = path.display().to_string();
            complain(&catalog.with("error-archive-to-restore", &[("path", (&shown).into())]));
            continue;
        }
        if path.extension().is_none_or(|extension| extension != "bassin") {
            found.origins.push(Origin::File(path));
            continue;
        }
        let bytes = files::read(&path, file::MOST_BYTES).map_err(could_not)?;
        let folder = path.parent().unwrap_or(Path::new(""));
        let parsed = file::parse_whole(&String::from_utf8_lossy(&bytes), folder);
        let (decisions, log) = parsed.map_err(|error| {
            let detail = error.to_string();
            let key = format!("error-project-{}", error.id());
            Failure::could_not(catalog.with(&key, &[("detail", (&detail).into())]))
        })?;
        found.mappings.extend(decisions.mappings.iter().cloned());
        found.preferred.extend(decisions.preferred.iter().cloned());
        found.survey_years.extend(decisions.survey_years.clone());
        found.perimeters.extend(decisions.perimeters.iter().cloned());
        found.benchmarks.extend(decisions.benchmarks.iter().copied());
        found.method = decisions.method.clone();
        found.links = decisions.links.clone();
        found.planning = decisions.planning.clone();
        found.origins.extend(decisions.sources.iter().map(|source| source.origin.clone()));
        found.projects.push(memory::Given { path, decisions, log });
    }
    Ok(found)
}

/// The tables under the given paths.
pub(super) fn load(
    paths: &[PathBuf],
    reference: &Reference,
    kept: &Kept,
    catalog: &Catalog,
) -> Result<Vec<Arc<ReadTable>>, Failure> {
    read_all(&sources(paths, catalog)?, reference, kept, catalog)
}

/// What the given paths hold, read as the projects among them say.
pub(super) struct Given {
    pub(super) inputs: Vec<Arc<ReadTable>>,
    pub(super) reference: Reference,
    pub(super) parameters: Parameters,
}

/// The tables, the lists with the perimeters of projects, the method as they change it.
pub(super) fn given(paths: &[PathBuf], kept: &Kept, catalog: &Catalog) -> Result<Given, Failure> {
    let parameters =
        Parameters::embedded().map_err(|error| Failure::could_not(error.to_string()))?;
    let reference = reference()?;
    let sources = sources(paths, catalog)?;
    Ok(Given {
        inputs: read_all(&sources, &reference, kept, catalog)?,
        reference: reference.with_perimeters(&sources.perimeters),
        parameters: sources.parameters(&parameters, catalog)?,
    })
}

/// The tables of sources, those that a project prefers first. A file that cannot be read is a
/// table with its issue; one that does not exist is a failure. What was refused of each is told.
pub(super) fn read_all(
    sources: &Sources,
    reference: &Reference,
    kept: &Kept,
    catalog: &Catalog,
) -> Result<Vec<Arc<ReadTable>>, Failure> {
    let tables = read_untold(sources, reference, kept, catalog)?;
    for table in &tables {
        if let Some(text) = refused(table, catalog) {
            complain(&text);
        }
    }
    Ok(tables)
}

/// As [`read_all`], for who tells each refused row and cell.
pub(super) fn read_untold(
    sources: &Sources,
    reference: &Reference,
    kept: &Kept,
    catalog: &Catalog,
) -> Result<Vec<Arc<ReadTable>>, Failure> {
    let (tables, absent) = read_each(sources, Some(reference), kept, catalog)?;
    // Before anything is printed or written: what follows does not stand on what was saved.
    for file in sources.changed(&tables) {
        complain(&catalog.with("report-changed", &[("file", (&file).into())]));
    }
    let mut failures = absent.iter().map(|error| sources.gone(error, catalog));
    let Some(mut first) = failures.next() else { return Ok(tables) };
    for other in failures {
        first.text.push('\n');
        first.text.push_str(&other.text);
    }
    Err(first)
}

/// As [`read_all`]; one that does not exist is a table with its issue too, and named beside. One
/// that the archive of its project was made without is told, and no table.
/// Without lists, the built-in ones are made if a file must be read.
pub(super) fn read_each(
    sources: &Sources,
    lists: Option<&Reference>,
    kept: &Kept,
    catalog: &Catalog,
) -> Result<(Vec<Arc<ReadTable>>, Vec<FileError>), Failure> {
    let Sources { origins, mappings, preferred, survey_years, .. } = sources;
    let terminal = std::io::IsTerminal::is_terminal(&std::io::stderr());
    let begun = std::sync::atomic::AtomicUsize::new(0);
    let with = With { lists, mappings };
    let loaded = side_by_side(origins, |origin| {
        let done = begun.fetch_add(1, std::sync::atomic::Ordering::Relaxed) + 1;
        if terminal {
            let (done, of) = (done.to_string(), origins.len().to_string());
            complain(&catalog.with(
                "cli-reading",
                &[
                    ("done", (&done).into()),
                    ("of", (&of).into()),
                    ("path", (&origin.name()).into()),
                ],
            ));
        }
        match origin {
            Origin::File(path) => loading::load(path, with, kept, Control::none()),
            Origin::Sample(name) => sample::file(name).map_or(Ok(Vec::new()), |bytes| {
                loading::load_bytes(name, bytes, with, kept, Control::none())
            }),
        }
    });
    let (mut tables, mut absent) = (Vec::new(), Vec::new());
    for read in loaded {
        match read {
            Ok(read) => tables.extend(read.into_iter().map(|mut table| {
                dated(&mut table, survey_years);
                Arc::new(table)
            })),
            Err(LoadError::File(error))
                if error.id() == "not-found" && sources.is_left_out(&error.path) =>
            {
                complain(&sources.absent(&error, catalog));
            }
            Err(LoadError::File(error)) => {
                tables.push(Arc::new(loading::unopened(&error)));
                absent.extend((error.id() == "not-found").then_some(error));
            }
            Err(error) => return Err(Failure::could_not(error.to_string())),
        }
    }
    preferred_first(&mut tables, preferred);
    Ok((tables, absent))
}

/// The file of a place among tables that were read.
pub(super) fn named(tables: &[Arc<ReadTable>]) -> impl Fn(usize) -> String + '_ {
    |place| tables.get(place).map(|table| table.file.clone()).unwrap_or_default()
}
