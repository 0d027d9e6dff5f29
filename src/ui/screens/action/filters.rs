//! Which actions are looked at: by lever, target, actor, time of work, and words.

use super::desk::shown;
use super::inputs::choose;
use crate::model::action::sheet::Action;
use crate::model::action::{ActionPlan, Id};
use crate::model::fold;
use crate::ui::screens::{View, search};
use crate::ui::widgets::weak;
use egui::Ui;

/// Passing state.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filters {
    text: String,
    lever: Option<Id>,
    target: Option<Id>,
    actor: Option<Id>,
    wave: Option<Id>,
}

impl Filters {
    /// Whether nothing is left out.
    pub fn is_open(&self) -> bool {
        *self == Self::default()
    }

    pub fn keeps(&self, plan: &ActionPlan, action: &Action) -> bool {
        let is = |wanted: &Option<Id>, held: bool| wanted.is_none() || held;
        is(&self.lever, action.lever == self.lever)
            && is(&self.wave, action.wave == self.wave)
            && is(&self.target, action.targets.iter().any(|id| Some(id) == self.target.as_ref()))
            && is(&self.actor, self.actor.as_deref().is_some_and(|actor| action.involves(actor)))
            && self.says(plan, action)
    }

    /// Every word is somewhere in the sheet, or in the names that it refers to.
    fn says(&self, plan: &ActionPlan, action: &Action) -> bool {
        let wanted = fold(&self.text);
        if wanted.trim().is_empty() {
            return true;
        }
        let names = action
            .lever
            .iter()
            .chain(&action.lead)
            .chain(action.partners.iter().map(|one| &one.actor))
            .chain(&action.targets)
            .map(|id| plan.name(id).text());
        let milestones = action.milestones.iter().map(|one| one.name.as_str());
        let own = [&action.title, &action.objective, &action.notes].map(String::as_str);
        let group = action.group.iter().chain(&action.occupations).map(String::as_str);
        let all: Vec<&str> = own.into_iter().chain(names).chain(milestones).chain(group).collect();
        let all = fold(&all.join(" "));
        wanted.split_whitespace().all(|word| all.contains(word))
    }

    pub fn show(&mut self, ui: &mut Ui, view: &View<'_>, plan: &ActionPlan) {
        ui.horizontal_wrapped(|ui| {
            search(ui, view, &mut self.text);
            let of = |id: &Id, name: &str| (Some(id.clone()), shown(view, name));
            let levers = plan.levers.iter().map(|one| of(&one.id, &one.name));
            one_of(ui, view, "acts-lever", &mut self.lever, levers.collect());
            let targets = plan.targets.iter().map(|one| of(&one.id, &one.name));
            one_of(ui, view, "acts-target", &mut self.target, targets.collect());
            let actors = plan.actors.iter().map(|one| of(&one.id, &one.name));
            one_of(ui, view, "acts-actor", &mut self.actor, actors.collect());
            let waves = plan.waves.iter().map(|one| of(&one.id, &one.name));
            one_of(ui, view, "acts-wave", &mut self.wave, waves.collect());
            let kept = plan.actions.iter().filter(|action| self.keeps(plan, action)).count();
            let (kept, all) = (kept.to_string(), plan.actions.len().to_string());
            let count = [("count", (&kept).into()), ("all", (&all).into())];
            weak(ui, &view.session.catalog.with("acts-kept", &count));
            if !self.is_open() && ui.button(view.text("acts-all-again")).clicked() {
                *self = Self::default();
            }
        });
    }
}

fn one_of(
    ui: &mut Ui,
    view: &View<'_>,
    title: &str,
    chosen: &mut Option<Id>,
    all: Vec<(Option<Id>, String)>,
) {
    if all.is_empty() && chosen.is_none() {
        return;
    }
    let any = view.text("planned-all");
    let mut options = vec![(None, any.clone())];
    options.extend(all);
    let known = options.iter().find(|(id, _)| id == chosen);
    let text = known.map_or(any, |(_, name)| name.clone());
    let salt = format!("filter {title}");
    if let Some(other) = choose(ui, (&view.text(title), &salt), (chosen, &text), &options, 130.0) {
        *chosen = other;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::action::Actor;
    use crate::model::action::sheet::Partner;

    #[test]
    fn an_action_is_kept_by_what_its_sheet_says() {
        let mut plan = ActionPlan::default();
        let greta = plan.add_actor(Actor { name: "Greta".to_owned(), ..Actor::default() });
        let action = Action {
            title: "Former des aides à domicile".to_owned(),
            lever: Some("L9".to_owned()),
            partners: vec![Partner { actor: greta.clone(), ..Partner::default() }],
            ..Action::default()
        };
        let check = |filters: Filters, expect: bool| {
            assert_eq!(filters.keeps(&plan, &action), expect, "{filters:?}");
        };
        let said = |text: &str| Filters { text: text.to_owned(), ..Filters::default() };
        check(Filters::default(), true);
        check(said("AIDES former"), true);
        check(said("greta"), true);
        check(said("greta logement"), false);
        check(Filters { lever: Some("L9".to_owned()), ..Filters::default() }, true);
        check(Filters { lever: Some("L8".to_owned()), ..Filters::default() }, false);
        check(Filters { actor: Some(greta.clone()), ..Filters::default() }, true);
        check(Filters { actor: Some("P0".to_owned()), ..Filters::default() }, false);
        check(Filters { wave: Some("V1".to_owned()), ..Filters::default() }, false);
        check(Filters { target: Some("C1".to_owned()), ..Filters::default() }, false);
    }
}
