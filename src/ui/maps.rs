//! Maps of the window: shapes that were loaded, placed once, and the values asked for.

use crate::analysis::mapped::{MapError, Mapped, Question, mapped};
use crate::analysis::with_lists;
use crate::geo::{Atlas, Division, atlas, groups_unless};
use crate::i18n::Catalog;
use crate::jobs::{Control, Derived, Job};
use crate::model::adjust::Adjustments;
use crate::model::{Date, Territory};
use crate::readers::{self, ReadTable};
use crate::reference::Reference;
use crate::reference::params::Parameters;
use crate::report::map::{CENTIMETRES, Classing, Picture, svg};
use crate::secrecy::Rules;
use crate::tables::Table;
use crate::ui::export::Written;
use crate::ui::pictures;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// Shapes of one division, on their page.
#[derive(Clone, Debug)]
pub struct Placed {
    pub atlas: Arc<Atlas>,
    /// Name of their file.
    pub file: String,
}

/// Revision of the files, settings of the method, question.
type Asked = (u64, Adjustments, Question);
type Answer = Result<Arc<Mapped>, MapError>;

/// What is derived for maps.
#[derive(Default)]
pub struct Maps {
    shapes: Derived<u64, Vec<Placed>>,
    question: Option<Question>,
    values: Derived<Asked, Answer>,
}

/// A map as it is on the screen.
#[derive(Clone, Debug)]
pub struct Shot {
    pub placed: Placed,
    pub mapped: Arc<Mapped>,
    pub classing: Classing,
    pub marked: Option<Territory>,
    pub as_of: Date,
    pub rules: Rules,
}

/// Writes a map as SVG, or as PNG where the name of the file says so.
///
/// # Errors
/// When the system refuses a thread.
pub fn write(
    shot: Shot,
    catalog: Arc<Catalog>,
    path: PathBuf,
    sources: Vec<PathBuf>,
    wake: impl Fn() + Send + 'static,
) -> std::io::Result<Job<Written>> {
    Job::spawn("map picture", wake, move |_| written(&shot, &catalog, &path, &sources))
}

fn written(shot: &Shot, catalog: &Catalog, path: &Path, sources: &[PathBuf]) -> Written {
    let picture = Picture {
        is_cited: false,
        atlas: &shot.placed.atlas,
        mapped: &shot.mapped,
        classing: &shot.classing,
        marked: shot.marked,
        geography: &shot.placed.file,
        as_of: shot.as_of,
        rules: shot.rules,
        catalog,
    };
    pictures::written(svg(&picture), CENTIMETRES, path, sources, catalog)
}

/// What maps are made from.
pub struct Given<'a> {
    pub loaded: u64,
    pub inputs: &'a [Arc<ReadTable>],
    pub reference: &'a Arc<Reference>,
    pub parameters: &'a Arc<Parameters>,
    /// What the user changed of the parameters.
    pub method: &'a Adjustments,
}

fn has_shapes(inputs: &[Arc<ReadTable>]) -> bool {
    inputs.iter().any(|input| matches!(input.table, Table::Shapes(_)))
}

/// Every division that a loaded file makes, the first file that makes one.
fn placed(inputs: &[Arc<ReadTable>], reference: &Reference, control: &Control) -> Vec<Placed> {
    let reference = with_lists(inputs, reference);
    let of = |division: Division| {
        inputs.iter().find_map(|input| {
            let Table::Shapes(shapes) = &input.table else { return None };
            let groups = groups_unless(shapes, division, &reference, &|| control.cancelled())?;
            let atlas = Arc::new(atlas(&groups, division)?);
            Some(Placed { atlas, file: input.file.clone() })
        })
    };
    Division::ALL.into_iter().filter_map(of).collect()
}

impl Maps {
    /// The values to show; the former ones stay until these are there.
    pub fn ask(&mut self, question: Question) {
        self.question = Some(question);
    }

    pub fn question(&self) -> Option<&Question> {
        self.question.as_ref()
    }

    pub fn clear(&mut self) {
        *self = Self::default();
    }

    /// Takes what is finished, starts what is needed.
    pub fn update<W: Fn() + Send + 'static>(&mut self, given: &Given<'_>, waker: impl Fn() -> W) {
        if !has_shapes(given.inputs) {
            self.shapes.clear();
            return;
        }
        let (inputs, reference) = (given.inputs.to_vec(), Arc::clone(given.reference));
        self.shapes.update(&given.loaded, || {
            Job::spawn("shapes", waker(), move |control| placed(&inputs, &reference, control))
        });
        let Some(question) = self.question.clone() else { return };
        let (inputs, reference) = (given.inputs.to_vec(), Arc::clone(given.reference));
        let parameters = Arc::clone(given.parameters);
        let asked = (given.loaded, given.method.clone(), question.clone());
        self.values.update(&asked, || {
            Job::spawn("map", waker(), move |control| {
                let lists = with_lists(&inputs, &reference);
                let cancelled = || control.cancelled();
                let control = readers::Control { cancelled: &cancelled, progress: &|_| {} };
                mapped(&inputs, &lists, &parameters, &question, control).map(Arc::new)
            })
        });
    }

    /// Gives up what is under way, until it is asked for again.
    pub fn stop(&mut self) {
        self.shapes.stop();
        self.values.stop();
    }

    pub fn resume(&mut self) {
        self.shapes.retry();
        self.values.retry();
    }

    /// Given up, or failed on these files.
    pub const fn is_stopped(&self) -> bool {
        self.shapes.is_stopped() || self.values.is_stopped()
    }

    pub fn is_running(&self) -> bool {
        self.shapes.is_running() || self.values.is_running()
    }

    /// Divisions that can be drawn, the finest first; `None` until that is known.
    pub fn shapes(&self) -> Option<&[Placed]> {
        self.shapes.value().map(Vec::as_slice)
    }

    /// The values last asked for.
    pub fn values(&self) -> Option<&Answer> {
        self.values.value()
    }
}
