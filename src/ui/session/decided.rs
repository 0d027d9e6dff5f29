//! Decisions that plans and documents are made of, each with a number that changes when it does:
//! they are compared once for a change of the project, not once a frame.

use super::Session;
use crate::model::papers::Papers;
use crate::model::planning::Planning;
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
}

#[derive(Default)]
pub(super) struct Decided {
    /// Without its scenarios: naming one changes no plan and no document.
    pub planning: Arc<Planning>,
    pub planning_revision: u64,
    pub papers: Arc<Papers>,
    pub papers_revision: u64,
}

impl Decided {
    pub fn follow(&mut self, planning: &Planning, papers: &Papers) {
        let planning = Planning { scenarios: Vec::new(), ..planning.clone() };
        if *self.planning != planning {
            self.planning = Arc::new(planning);
            self.planning_revision += 1;
        }
        if *self.papers != *papers {
            self.papers = Arc::new(papers.clone());
            self.papers_revision += 1;
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
        let (mut planning, mut papers) = (Planning::default(), Papers::default());
        let mut check = |planning: &Planning, papers: &Papers, expect: (u64, u64)| {
            decided.follow(planning, papers);
            assert_eq!((decided.planning_revision, decided.papers_revision), expect);
        };
        check(&planning, &papers, (0, 0));
        planning.most_occupations = Some(3);
        check(&planning, &papers, (1, 0));
        planning.scenarios.push(Scenario { name: "a".to_owned(), suppositions: Vec::new() });
        check(&planning, &papers, (1, 0));
        papers.dress.organisation = "Pays".to_owned();
        check(&planning, &papers, (1, 1));
    }
}
