//! A change that goes on with the last one: words of one field, written while they are typed.

use crate::project::{Edit, Project};

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
}
