//! Decisions that plans and documents are made of, each with a number that changes when it does:
//! they are compared once for a change of the project, not once a frame.

use super::Session;
use crate::model::action::ActionPlan;
use crate::model::papers::Papers;
use crate::model::planning::Planning;
use crate::project::Decisions;
use crate::report::build::Comparison;
use std::sync::Arc;

impl Session {
    /// Whether what is derived follows the decisions of the project as they are now.
    pub(super) fn has_seen_project(&self) -> bool {
        self.seen == Some(self.project.revision())
    }

    pub fn comparison(&self) -> Comparison {
        let chosen = self.project.decisions().comparison.as_deref();
        chosen.and_then(Comparison::from_id).unwrap_or_default()
    }

    /// The plan of action, once something of it is written.
    pub(super) fn actions(&self) -> Option<&ActionPlan> {
        Some(&self.project.decisions().actions).filter(|plan| !plan.is_empty())
    }
}

#[derive(Default)]
pub(super) struct Decided {
    /// Without its scenarios: naming one changes no plan and no document.
    pub planning: Arc<Planning>,
    pub planning_revision: u64,
    pub papers: Arc<Papers>,
    pub papers_revision: u64,
    pub actions: Arc<ActionPlan>,
    pub actions_revision: u64,
}

impl Decided {
    pub fn follow(&mut self, decisions: &Decisions) {
        let Decisions { planning, papers, actions, .. } = decisions;
        let planning = Planning { scenarios: Vec::new(), ..planning.clone() };
        if *self.planning != planning {
            self.planning = Arc::new(planning);
            self.planning_revision += 1;
        }
        if *self.papers != *papers {
            self.papers = Arc::new(papers.clone());
            self.papers_revision += 1;
        }
        if *self.actions != *actions {
            self.actions = Arc::new(actions.clone());
            self.actions_revision += 1;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::planning::Scenario;

    #[test]
    fn a_number_changes_with_what_it_is_of_alone() {
        let mut decided = Decided::default();
        let mut all = Decisions::default();
        let mut check = |all: &Decisions, expect: [u64; 3]| {
            decided.follow(all);
            let Decided { planning_revision, papers_revision, actions_revision, .. } = decided;
            assert_eq!([planning_revision, papers_revision, actions_revision], expect);
        };
        check(&all, [0, 0, 0]);
        all.planning.most_occupations = Some(3);
        check(&all, [1, 0, 0]);
        all.planning.scenarios.push(Scenario { name: "a".to_owned(), suppositions: Vec::new() });
        check(&all, [1, 0, 0]);
        all.papers.dress.organisation = "Pays".to_owned();
        check(&all, [1, 1, 0]);
        all.actions.year = Some(2026);
        check(&all, [1, 1, 1]);
    }
}
