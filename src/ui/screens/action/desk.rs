//! Changes of the plan in a frame, each on those before it: a field that is left and the button
//! that is pressed meanwhile are two steps, and neither loses the other.

use crate::model::action::ActionPlan;
use crate::model::action::edit::By;
use crate::model::action::indicator::Indicator;
use crate::model::action::sheet::Action;
use crate::project::Edit;
use crate::ui::command::Command;
use crate::ui::screens::View;
use crate::words::actions as words;

/// The plan as it is drawn, and what was changed while drawing.
pub struct Desk<'a> {
    base: &'a ActionPlan,
    edits: Vec<(&'static str, ActionPlan)>,
    pub by: By,
}

impl<'a> Desk<'a> {
    pub const fn new(base: &'a ActionPlan, by: By) -> Self {
        Self { base, edits: Vec::new(), by }
    }

    pub fn plan(&self) -> &ActionPlan {
        self.edits.last().map_or(self.base, |(_, plan)| plan)
    }

    /// One step to undo; none where nothing changes.
    pub fn change<R>(
        &mut self,
        step: &'static str,
        change: impl FnOnce(&mut ActionPlan, &By) -> R,
    ) -> R {
        let mut plan = self.plan().clone();
        let by = self.by.clone();
        let told = change(&mut plan, &by);
        if plan != *self.plan() {
            self.edits.push((step, plan));
        }
        told
    }

    /// Another plan in its place.
    pub fn replace(&mut self, step: &'static str, plan: ActionPlan) {
        if plan != *self.plan() {
            self.edits.push((step, plan));
        }
    }

    /// Changes a sheet.
    pub fn sheet(&mut self, step: &'static str, id: &str, change: impl FnOnce(&mut Action)) {
        let Some(mut action) = self.plan().action(id).cloned() else { return };
        change(&mut action);
        self.change(step, |plan, _| plan.put_action(action));
    }

    pub fn indicator(&mut self, step: &'static str, id: &str, change: impl FnOnce(&mut Indicator)) {
        let Some(mut indicator) = self.plan().indicator(id).cloned() else { return };
        change(&mut indicator);
        self.change(step, |plan, _| plan.put_indicator(indicator));
    }

    /// The changes become steps of the project.
    pub fn send(self, view: &mut View<'_>) {
        for (step, plan) in self.edits {
            view.send(Command::Do(Edit::Actions { step, plan: Box::new(plan) }));
        }
    }
}

/// A name of the plan, and in words that what it led to is no longer there.
pub fn named(view: &View<'_>, plan: &ActionPlan, id: &str) -> String {
    shown(view, &words::name(plan, id, &view.session.catalog))
}

/// A name that was left empty is said to be.
pub fn shown(view: &View<'_>, name: &str) -> String {
    if name.trim().is_empty() { view.text("acts-untitled") } else { name.to_owned() }
}

/// A sentence of a name.
pub fn of_name(view: &View<'_>, key: &str, name: &str) -> String {
    view.session.catalog.with(key, &[("name", name.into())])
}

/// Names joined as a list.
pub fn names<'b>(
    view: &View<'_>,
    plan: &ActionPlan,
    ids: impl IntoIterator<Item = &'b String>,
) -> String {
    let all: Vec<String> = ids.into_iter().map(|id| named(view, plan, id)).collect();
    all.join(&view.text("list-separator"))
}

/// Who leads, or in words that nobody does.
pub fn lead(view: &View<'_>, plan: &ActionPlan, action: &Action) -> String {
    match action.lead.as_slice() {
        [] => view.text("acts-no-lead"),
        [only] => {
            let name = named(view, plan, only);
            view.session.catalog.with("acts-lead-of", &[("name", (&name).into())])
        }
        several => {
            let list = names(view, plan, several);
            view.session.catalog.with("acts-two-leads", &[("list", (&list).into())])
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::action::edit::step;
    use crate::model::action::journal::Event;

    fn by() -> By {
        By { date: "2026-11-24".parse().unwrap(), who: "Ada".to_owned() }
    }

    #[test]
    fn two_changes_of_a_frame_are_two_steps_and_both_hold() {
        let mut base = ActionPlan::default();
        let id = base.add_action(Action::default(), Event::Added, &by());
        let mut desk = Desk::new(&base, by());
        desk.sheet(step::SHEET, &id, |action| action.title = "Accueillir".to_owned());
        desk.change(step::SIGN, |plan, by| plan.sign_off(&id, by));
        desk.sheet(step::SHEET, &id, |action| action.title = "Accueillir".to_owned());
        let steps: Vec<&str> = desk.edits.iter().map(|(step, _)| *step).collect();
        assert_eq!(steps, [step::SHEET, step::SIGN], "what changes nothing is no step");
        let action = desk.plan().action(&id).unwrap();
        assert_eq!(action.title, "Accueillir");
        assert!(action.signed_off.is_some());
    }
}
