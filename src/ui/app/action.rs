//! An action is begun: written by hand, or drafted from what the diagnosis says of an occupation.
//! The territory's own levers are there from the first one on.

use crate::actions::propose::{Diagnosed, adopt, propose};
use crate::analysis::planning::Plan;
use crate::model::action::edit::{By, step};
use crate::model::action::sheet::{Places, ProgrammeLink};
use crate::model::{Date, Fap};
use crate::project::Edit;
use crate::recommend::choice::{Objective, Terms};
use crate::recommend::proposal::{Proposal, Selection};
use crate::reference::actions::Start;
use crate::report::build::adopt::diagnosed;
use crate::report::build::planned::Planned;
use crate::ui::app::App;
use crate::ui::command::{Begun, Step};
use crate::ui::screens::action::blank;
use crate::words::plan as words;
use std::collections::BTreeMap;

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
        self.screens.action.open(id);
        self.step = Step::Actions;
    }

    /// What is known of what an action is begun from; `None` of nothing.
    fn draft(&self, from: &Begun, by: &By) -> Option<Diagnosed> {
        let session = &self.session;
        let known = session.plan().map(|(plan, _)| plan);
        let proposal = match from {
            Begun::Programme(id) => known.and_then(|plan| plan.proposal(id)),
            _ => None,
        };
        let occupation = match from {
            Begun::Occupation(code) => *code,
            Begun::Programme(_) => proposal?.key.occupation,
            Begun::Nothing => return None,
        };
        let mut draft = self.diagnosed(occupation, by)?;
        if let Some(proposal) = proposal {
            self.set_programme(&mut draft, proposal);
        }
        Some(draft)
    }

    /// The occupation, with the plan of programmes where one is made already.
    fn diagnosed(&self, occupation: Fap, by: &By) -> Option<Diagnosed> {
        let session = &self.session;
        let (document, _) = session.document()?;
        let context = session.context()?;
        let start = Start::embedded().ok()?;
        let none = no_plan(by.date);
        let (no_verdicts, nothing_unfed) = (BTreeMap::new(), Vec::new());
        let trained = session.trained().map(|(trained, _)| trained);
        let planned = Planned {
            context,
            verdicts: trained.map_or(&no_verdicts, |trained| &trained.verdicts),
            unfed: trained.map_or(nothing_unfed.as_slice(), |trained| &trained.unfed),
            plan: session.plan().map_or(&none, |(plan, _)| plan),
        };
        // Figures of respondents are kept once they are outside: not before.
        diagnosed(&planned, (document, false), &start, occupation, (by.date, &by.who))
    }

    /// The candidate looked at is the one that the action runs, whichever was chosen.
    fn set_programme(&self, draft: &mut Diagnosed, proposal: &Proposal) {
        let session = &self.session;
        let id = proposal.id();
        let taken = session.plan().and_then(|(plan, _)| plan.chosen()?.choice.taken(&id));
        let label = session.occupation(proposal.key.occupation);
        let label = label.map_or("", |one| one.label.as_str());
        let name = words::name(&proposal.key, label, &session.catalog);
        draft.planned = Places { opened: taken.map(|one| one.places), ..Places::default() };
        draft.programme = Some(ProgrammeLink { key: id, name });
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

/// Programmes are not looked at yet: nothing is known of them.
fn no_plan(decided_on: Date) -> Plan {
    let terms = Terms {
        budgets: BTreeMap::new(),
        most_occupations: None,
        floors: BTreeMap::new(),
        capacities: BTreeMap::new(),
        needs: BTreeMap::new(),
        need_bounds: BTreeMap::new(),
        decided_on,
        latest_start: None,
        objective: Objective::default(),
    };
    let (candidates, unpriced, unconfirmed, set_aside) = Default::default();
    let selection = Selection { candidates, terms, unpriced, unconfirmed, set_aside };
    Plan { proposals: Vec::new(), selection, answer: None }
}
