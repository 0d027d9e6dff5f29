//! A change that goes on with the last one: words of one field, written while they are typed. And
//! what comes to a project from its own file, written by another program meanwhile.

use crate::project::{Decisions, Edit, Project};
use crate::secrecy::journal::Log;

impl Project {
    /// Applies a change that goes on with the last one, of the same name: one step undoes both, and
    /// none is left where they come back to where they began.
    pub fn amend(&mut self, edit: Edit) {
        let known = self.undo.pop_if(|(name, _)| *name == edit.id());
        let revision = self.revision;
        self.apply(edit);
        let Some(known) = known else { return };
        if self.revision != revision {
            self.undo.pop();
        }
        if known.1 != self.decisions {
            self.undo.push(known);
        }
    }

    /// Takes what left by another way, as its file remembers it; whether there was any. Under the
    /// salt of the file, where exports from there are known.
    pub fn joins(&mut self, written: &Log) -> bool {
        let mine = self.log.as_ref();
        let known = |release| mine.is_some_and(|mine| mine.releases.contains(release));
        if written.releases.iter().all(known) {
            return false;
        }
        self.log = Some(match mine {
            Some(mine) => written.clone().joined(mine),
            None => written.clone(),
        });
        self.revision += 1;
        true
    }

    /// What is on disk of a project recovered.
    #[must_use]
    pub fn over(mut self, saved: Decisions) -> Self {
        self.saved = saved;
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_goes_on_is_undone_in_one_step() {
        let mut project = Project::default();
        project.apply(Edit::Year(Some(2024)));
        project.amend(Edit::Year(Some(2025)));
        project.amend(Edit::Year(Some(2025)));
        project.amend(Edit::Year(Some(2026)));
        assert_eq!(project.decisions().year, Some(2026));
        project.undo();
        assert_eq!((project.decisions().year, project.undoable()), (None, None));
        project.redo();
        assert_eq!(project.decisions().year, Some(2026));
        // Of another name, it is a step of its own.
        project.amend(Edit::Comparison("france".to_owned()));
        project.undo();
        assert_eq!((project.decisions().year, project.undoable()), (Some(2026), Some("year")));
        project.amend(Edit::Year(None));
        assert_eq!((project.undoable(), project.redoable()), (None, None));
    }

    #[test]
    fn what_left_by_another_way_is_never_fewer() {
        use crate::secrecy::journal::Release;
        use crate::secrecy::siphash::Salt;
        let one = Release { has_plain_keys: true, ..Release::default() };
        let other = Release::default();
        let log = |releases: &[&Release]| Log {
            salt: Salt([7; 16]),
            releases: releases.iter().map(|one| (*one).clone()).collect(),
        };
        let check = |mine: Option<Log>, written: &Log, expect: &[&Release], came: bool| {
            let mut project = Project::default().with_log(mine);
            assert_eq!(project.joins(written), came);
            assert_eq!(project.log().releases, expect.iter().copied().cloned().collect::<Vec<_>>());
        };
        check(None, &log(&[&one]), &[&one], true);
        check(Some(log(&[&other])), &log(&[&one]), &[&one, &other], true);
        check(Some(log(&[&one, &other])), &log(&[&one]), &[&one, &other], false);
        check(Some(log(&[&one])), &log(&[]), &[&one], false);
    }
}
