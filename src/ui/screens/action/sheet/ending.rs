//! What came of an action when it is over, and who agreed to it.

use crate::format;
use crate::model::action::ActionPlan;
use crate::model::action::edit::{By, step};
use crate::model::action::sheet::{Action, Outcome, Reached};
use crate::ui::screens::View;
use crate::ui::screens::action::desk::Desk;
use crate::ui::screens::action::inputs::{alarm, choose, in_sight, long, long_left};
use crate::ui::widgets::field::remember;
use crate::ui::widgets::{prose, weak};
use egui::{Button, Id as Place, Key, RichText, TextEdit, Ui};

/// Who agrees, being typed.
#[derive(Debug, Default)]
pub struct Draft {
    who: String,
}

fn salt(id: &str) -> String {
    format!("{id} done")
}

pub fn first(action: &Action) -> Place {
    super::of_field(&salt(&action.id))
}

pub fn first_agreement() -> Place {
    Place::unique("plan-agreement")
}

pub fn outcome(ui: &mut Ui, view: &View<'_>, desk: &mut Desk<'_>, action: &Action) {
    if action.is_open() {
        weak(ui, &view.text("acts-outcome-later"));
    }
    let id = &action.id;
    written(ui, view, (desk, action), long, &|desk, change| {
        desk.sheet(step::SHEET, id, |one| change(&mut one.outcome));
    });
}

/// The same of an action that ended in a closed year: the journal keeps what it said before.
pub fn evaluation(ui: &mut Ui, view: &View<'_>, desk: &mut Desk<'_>, action: &Action) {
    weak(ui, &view.text("acts-archive-evaluation"));
    let id = &action.id;
    written(ui, view, (desk, action), long_left, &|desk, change| {
        let Some(mut outcome) = desk.plan().any_action(id).map(|one| one.outcome.clone()) else {
            return;
        };
        change(&mut outcome);
        desk.change(step::EVALUATE, |plan, by| plan.evaluate(id, outcome, by));
    });
}

/// A field of several lines: its name and salt, what it shows, how many of them.
type Lines = fn(&mut Ui, (&str, &str), &str, usize) -> Option<String>;

/// Puts a change of what came of an action where it belongs.
type Put<'a> = &'a dyn Fn(&mut Desk<'_>, &dyn Fn(&mut Outcome));

fn written(
    ui: &mut Ui,
    view: &View<'_>,
    (desk, action): (&mut Desk<'_>, &Action),
    lines: Lines,
    put: Put<'_>,
) {
    let id = &action.id;
    let outcome = &action.outcome;
    for (key, part, text) in [
        ("acts-outcome-done", "done", &outcome.done),
        ("acts-outcome-hindered", "hindered", &outcome.hindered),
        ("acts-outcome-follows", "follows", &outcome.follows),
    ] {
        let label = view.text(key);
        let Some(text) = lines(ui, (&label, &format!("{id} {part}")), text, 2) else { continue };
        put(desk, &|one| match part {
            "done" => one.done.clone_from(&text),
            "hindered" => one.hindered.clone_from(&text),
            _ => one.follows.clone_from(&text),
        });
    }
    ui.horizontal_wrapped(|ui| {
        let name = |reached: Option<Reached>| {
            reached.map_or_else(
                || view.text("acts-not-said"),
                |one| view.text(&format!("reached-{}", one.id())),
            )
        };
        let mut all = vec![(None, name(None))];
        all.extend(Reached::ALL.into_iter().map(|one| (Some(one), name(Some(one)))));
        let (label, salt) = (view.text("acts-outcome-reached"), format!("{id} reached"));
        let now = name(outcome.reached);
        if let Some(reached) = choose(ui, (&label, &salt), (&outcome.reached, &now), &all, 200.0) {
            put(desk, &|one| one.reached = reached);
        }
    });
}

/// What a sheet lacks before somebody can agree to it, by the keys of its words.
fn lacking(plan: &ActionPlan, action: &Action) -> Vec<&'static str> {
    let lever = action.lever.as_ref().is_some_and(|id| plan.lever(id).is_some());
    let lead = matches!(action.lead.as_slice(), [only] if plan.actor(only).is_some());
    let indicator = action.indicators.iter().any(|id| plan.indicator(id).is_some());
    let dated = action.ends.is_some() || action.milestones.iter().any(|one| one.due.is_some());
    [
        (!action.title.trim().is_empty(), "acts-lacks-title"),
        (lever, "acts-lacks-lever"),
        (lead, "acts-lacks-lead"),
        (indicator, "acts-lacks-indicator"),
        (dated, "acts-lacks-date"),
    ]
    .into_iter()
    .filter_map(|(there, key)| (!there).then_some(key))
    .collect()
}

/// Who agrees to the sheet as it is; one that lacks something says so, and can be signed.
pub fn agreement(
    ui: &mut Ui,
    view: &View<'_>,
    desk: &mut Desk<'_>,
    action: &Action,
    draft: &mut Draft,
) {
    let catalog = &view.session.catalog;
    if let Some(signed) = &action.signed_off {
        let day = format::date(signed.date, catalog.language());
        let of = [("who", (&signed.who).into()), ("date", (&day).into())];
        ui.label(RichText::new(format!("● {}", catalog.with("acts-signed", &of))).strong());
    }
    let lacks: Vec<String> =
        lacking(desk.plan(), action).into_iter().map(|key| view.text(key)).collect();
    if lacks.is_empty() {
        prose(ui, &view.text("acts-lacks-nothing"));
    } else {
        let list = lacks.join(", ");
        let told = catalog.with("acts-lacks", &[("list", (&list).into())]);
        alarm(ui, &told);
    }
    ui.horizontal_wrapped(|ui| {
        let label = ui.label(view.text("acts-sign-who"));
        let edit = TextEdit::singleline(&mut draft.who)
            .id(first_agreement())
            .hint_text(&view.settings.who)
            .desired_width(200.0);
        let response = ui.add(edit).labelled_by(label.id);
        in_sight(&response);
        remember(ui, &response);
        let entered = response.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
        let typed = draft.who.trim();
        let who = if typed.is_empty() { view.settings.who.trim() } else { typed };
        let sign = Button::new(RichText::new(view.text("acts-sign")).strong());
        if (ui.add_enabled(!who.is_empty(), sign).clicked() || entered) && !who.is_empty() {
            let by = By { date: view.session.today, who: who.to_owned() };
            desk.change(step::SIGN, |plan, _| plan.sign_off(&action.id, &by));
            draft.who.clear();
        }
    });
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::action::indicator::Indicator;
    use crate::model::action::{Actor, Lever};

    #[test]
    fn a_sheet_says_what_it_lacks() {
        let mut plan = ActionPlan::default();
        let lever = plan.add_lever(Lever::default());
        let lead = plan.add_actor(Actor::default());
        let indicator = plan.add_indicator(Indicator::default());
        let whole = Action {
            title: "Former".to_owned(),
            lever: Some(lever),
            lead: vec![lead],
            indicators: vec![indicator],
            ends: "2027-06-30".parse().ok(),
            ..Action::default()
        };
        let check = |action: &Action, expect: &[&str]| assert_eq!(lacking(&plan, action), expect);
        check(&whole, &[]);
        let gone = vec!["P99".to_owned()];
        check(&Action { lead: gone.clone(), ..whole.clone() }, &["acts-lacks-lead"]);
        let two = [whole.lead.clone(), gone].concat();
        check(&Action { lead: two, ..whole.clone() }, &["acts-lacks-lead"]);
        check(&Action { ends: None, ..whole.clone() }, &["acts-lacks-date"]);
        check(
            &Action::default(),
            &[
                "acts-lacks-title",
                "acts-lacks-lever",
                "acts-lacks-lead",
                "acts-lacks-indicator",
                "acts-lacks-date",
            ],
        );
    }
}
