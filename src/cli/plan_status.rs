//! `bassin plan-status`: where a plan of action stands on a day: who leads what, what is late, what
//! was planned and realised, what the figures of its decisions were and are.
//!
//! Nothing is written, and no figure of respondents leaves the project: one that has not left it is
//! withheld.

mod page;
mod view;

use crate::actions::decisions::decisions;
use crate::actions::due::{Due, late};
use crate::actions::follow::{Followed, Present, follow, keys, measure_again};
use crate::actions::matrix::{Finding, findings};
use crate::cli::analyse;
use crate::cli::gathered::gather;
use crate::cli::memory::Memory;
use crate::cli::plan::Money;
use crate::cli::{Failure, complain, day, json, sources};
use crate::i18n::Catalog;
use crate::loading::Kept;
use crate::model::Date;
use crate::model::action::decided::{Decided, FigureKey};
use crate::model::action::indicator::Measure;
use crate::model::action::{ActionPlan, Id};
use crate::recommend::proposal::Proposal;
use crate::reference::actions::usual_capacity;
use crate::report::build::Context;
use crate::report::build::frozen::Freezer;
use crate::report::build::store::store;
use std::collections::BTreeSet;
use std::path::PathBuf;

/// What the command line asked for.
#[derive(Debug, clap::Args)]
pub struct Asked {
    /// A project that holds a plan of action.
    project: PathBuf,
    /// The day that it is told for; today by default.
    #[arg(long)]
    date: Option<String>,
    /// Machine-readable output (docs/json.md).
    #[arg(long)]
    json: bool,
}

/// What is told of a plan.
struct Told {
    plan: ActionPlan,
    date: Date,
    findings: Vec<Finding>,
    late: Vec<Due>,
    /// Every decision: those of closed years and those that were taken again too.
    taken: Vec<Taken>,
    /// By indicator: what the files measure of it that it does not hold yet.
    again: Vec<Option<Measure>>,
    /// What the files give; `None` without them.
    found: Option<Found>,
}

/// A decision, and its figures then and now.
struct Taken {
    action: Id,
    title: String,
    /// The year that the action ended in, where that is closed.
    closed: Option<u16>,
    is_last: bool,
    on: Decided,
    figures: Vec<Followed>,
}

/// What is looked up in the files of a project.
struct Found {
    present: Present,
    /// Identifiers of the candidate programmes.
    candidates: BTreeSet<String>,
}

impl Told {
    /// The decisions of an action, the last one first.
    fn of<'a>(&'a self, action: &'a str) -> impl Iterator<Item = &'a Taken> {
        self.taken.iter().filter(move |one| one.action == action)
    }

    /// Whether the programme of an action is a candidate no longer; `None`: the files do not tell.
    fn is_gone(&self, programme: &str) -> Option<bool> {
        self.found.as_ref().map(|found| !found.candidates.contains(programme))
    }
}

pub fn run(asked: &Asked, kept: &Kept, catalog: &Catalog, today: Date) -> Result<String, Failure> {
    let date = match &asked.date {
        None => today,
        Some(text) => day(text, catalog)?,
    };
    let path = std::slice::from_ref(&asked.project);
    let found = sources(path, catalog)?;
    let [project] = found.projects.as_slice() else {
        let path = asked.project.display().to_string();
        return Err(Failure::usage(
            catalog.with("error-not-a-project", &[("path", (&path).into())]),
        ));
    };
    let plan = project.decisions.actions.clone();
    let wanted = keys(&plan);
    // Without a figure or a programme to look up, and without files, there is nothing to read.
    let runs = plan.actions.iter().any(|action| action.programme.is_some());
    let looked_up = if (wanted.is_empty() && !runs) || found.origins.is_empty() {
        Ok(None)
    } else {
        present(asked, &wanted, (kept, catalog, date)).map(Some)
    };
    let (found, failure) = match looked_up {
        Ok(found) => (found, None),
        Err(failure) => (None, Some(failure)),
    };
    let present = found.as_ref().map(|found| &found.present);
    let taken = decisions(&plan).into_iter().map(|one| Taken {
        action: one.action.id.clone(),
        title: one.action.title.clone(),
        closed: one.closed,
        is_last: one.is_last(),
        figures: follow(&one.on, present),
        on: one.on,
    });
    let again = plan
        .indicators
        .iter()
        .map(|one| present.and_then(|present| measure_again(&plan, one, present, date)));
    let told = Told {
        findings: findings(&plan, usual_capacity()),
        late: late(&plan, date),
        taken: taken.collect(),
        again: again.collect(),
        date,
        plan: plan.clone(),
        found,
    };
    let text = if asked.json {
        json::text(&view::view(&told, catalog))?
    } else {
        page::page(&told, catalog)
    };
    match failure {
        None => Ok(text),
        // The plan is told all the same: what was decided stays readable without its files.
        Some(failure) => {
            complain(&catalog.text("plan-status-without-files"));
            Err(Failure { done: text, status: 1, ..failure })
        }
    }
}

/// The figures of today, by their places in the document of the project's files.
fn present(
    asked: &Asked,
    wanted: &[FigureKey],
    (kept, catalog, date): (&Kept, &Catalog, Date),
) -> Result<Found, Failure> {
    let inputs = std::slice::from_ref(&asked.project);
    let question = analyse::Asked::of(inputs, kept);
    let gathered = gather(&question, &Money::default(), (catalog, date))?;
    let memory = Memory::of(&gathered.sources, catalog)?.decided_with(gathered.log.clone());
    // What is followed are the figures of the territory: not those of the plan itself.
    let context = Context { actions: None, ..gathered.context(catalog) };
    let document = store(&gathered.ground.planned(context));
    let let_out = gathered.has_left(&memory);
    let plan = Some(&gathered.ground.plan);
    let freezer = Freezer { context, document: &document, plan, let_out };
    let candidates = gathered.ground.plan.proposals.iter().map(Proposal::id);
    Ok(Found { present: freezer.present(wanted), candidates: candidates.collect() })
}
