//! An action is begun: written by hand, or drafted from what the diagnosis says of an occupation.
//! The territory's own levers are there from the first one on.

use crate::actions::propose::{Diagnosed, adopt, propose};
use crate::analysis::planning::Plan;
use crate::model::Fap;
use crate::model::action::Id;
use crate::model::action::decided::{FigureKey, FrozenFigure};
use crate::model::action::edit::{By, step};
use crate::model::action::sheet::Status;
use crate::project::Edit;
use crate::reference::actions::Start;
use crate::report::build::adopt::{diagnosed, keys_of};
use crate::report::build::frozen::Freezer;
use crate::report::build::planned::Planned;
use crate::ui::app::App;
use crate::ui::command::{Begun, Step};
use crate::ui::screens::action::blank;
use crate::ui::session::whole::Made;
use std::collections::BTreeMap;

/// Passing state: actions drafted of an occupation since the project was opened, and what they were
/// last looked at with.
#[derive(Debug, Default)]
pub(super) struct Drafted {
    begun: Vec<Id>,
    of: Option<(Made, u64)>,
}

impl Drafted {
    fn begun(&mut self, id: Id) {
        self.begun.push(id);
        self.of = None;
    }

    fn is_done(&self, of: (Made, u64)) -> bool {
        self.begun.is_empty() || self.of == Some(of)
    }
}

impl App {
    /// Puts an action in the plan and opens its sheet, its title to be written.
    pub(super) fn begin_action(&mut self, from: &Begun) {
        let by = By { date: self.session.today, who: self.settings.who.clone() };
        let mut plan = self.session.project.decisions().actions.clone();
        let draft = self.draft(from, &by);
        let (step, id) = match (draft, Start::embedded()) {
            (Some(draft), Ok(start)) => {
                // An action goes under a lever: those of the seminar, where there is none yet.
                if plan.levers.is_empty() && plan.targets.is_empty() {
                    start.fill(&mut plan, self.session.catalog.language());
                }
                let proposed = propose(&plan, &draft);
                (step::ADOPT, adopt(&mut plan, proposed, &by))
            }
            _ => (step::ADD, blank(&mut plan, &by)),
        };
        let edit = Edit::Actions { step, plan: Box::new(plan) };
        self.session.apply(edit, &mut self.message);
        if step == step::ADOPT {
            self.drafted.begun(id.clone());
        }
        self.screens.action.open(id);
        self.step = Step::Actions;
    }

    /// Drafts that were begun before needs and gaps were made take them as soon as they are.
    pub(super) fn complete_drafts(&mut self) {
        let session = &self.session;
        let of = (session.whole_revision(), session.project.revision());
        if self.drafted.is_done(of) || session.is_busy() || session.trained().is_none() {
            return;
        }
        self.drafted.of = Some(of);
        let plan = &session.project.decisions().actions;
        // What is withheld comes once figures have left, not before.
        let out = session.has_let_out();
        let lacking: Vec<(Id, Vec<FigureKey>)> = self
            .drafted
            .begun
            .iter()
            .filter_map(|id| {
                let action = plan.action(id)?;
                let had = &action.decided_on.as_ref()?.figures;
                let mut keys = keys_of(action);
                // Of what it was drafted of: figures and occupations added since wait for a decision.
                let drafted_of = |key: &FigureKey| {
                    let row = |figure: &FrozenFigure| figure.key.row == key.row;
                    had.iter().any(row) && !action.wanted.contains(key)
                };
                keys.retain(|key| {
                    let known = had.iter().find(|figure| figure.key == *key);
                    drafted_of(key) && known.is_none_or(|figure| out && figure.is_withheld())
                });
                (!keys.is_empty() && action.status == Status::Idea).then(|| (id.clone(), keys))
            })
            .collect();
        if lacking.is_empty() {
            return;
        }
        let (Some(document), Some(context)) = (session.whole(), session.balanced()) else { return };
        let freezer = Freezer {
            context,
            document: &document,
            plan: session.plan().map(|(plan, _)| &**plan),
            let_out: out,
        };
        let (mut plan, mut came) = (plan.clone(), false);
        for (id, keys) in lacking {
            let on = freezer.decided(&keys, session.today, &self.settings.who);
            came |= plan.complete(&id, &on);
        }
        if came {
            self.session.project.complete(plan);
        }
    }

    /// What is known of what an action is begun from; `None` of nothing.
    fn draft(&self, from: &Begun, by: &By) -> Option<Diagnosed> {
        let session = &self.session;
        match from {
            Begun::Occupation(code) => self.diagnosed((*code, None), by),
            // The candidate looked at is the one that the action runs, whichever was chosen.
            Begun::Programme(id) => {
                let (plan, _) = session.plan()?;
                self.diagnosed((plan.proposal(id)?.key.occupation, Some(id)), by)
            }
            Begun::Nothing => None,
        }
    }

    /// The occupation, with the plan of programmes where one is made already.
    fn diagnosed(&self, of: (Fap, Option<&str>), by: &By) -> Option<Diagnosed> {
        let session = &self.session;
        let (document, context) = (session.whole()?, session.balanced()?);
        let start = Start::embedded().ok()?;
        let none = Plan::none(by.date);
        let (no_verdicts, nothing_unfed) = (BTreeMap::new(), Vec::new());
        let trained = session.trained().map(|(trained, _)| trained);
        let planned = Planned {
            context,
            verdicts: trained.map_or(&no_verdicts, |trained| &trained.verdicts),
            unfed: trained.map_or(nothing_unfed.as_slice(), |trained| &trained.unfed),
            plan: session.plan().map_or(&none, |(plan, _)| plan),
        };
        // Figures of respondents are kept once they are outside: not before.
        let document = (&document, session.has_let_out());
        diagnosed(&planned, document, &start, of, (by.date, &by.who))
    }

    /// What an action that is begun now would be about: the candidate or the occupation looked at.
    pub(super) fn looked_at(&self) -> Begun {
        let about = self.selected.map_or(Begun::Nothing, Begun::Occupation);
        match self.step {
            Step::Diagnosis | Step::Training => about,
            Step::Programmes => {
                let chosen = self.screens.programmes.looked_at(&self.session);
                chosen.map_or(about, Begun::Programme)
            }
            _ => Begun::Nothing,
        }
    }
}
