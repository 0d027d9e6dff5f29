//! With what: who pays how much, what may go wrong, notes.

use super::of_pick;
use crate::format;
use crate::model::action::edit::step;
use crate::model::action::sheet::{Action, Money};
use crate::ui::screens::View;
use crate::ui::screens::action::desk::Desk;
use crate::ui::screens::action::inputs::{Picked, count, cross, long, pick};
use crate::ui::widgets::field::field;
use crate::ui::widgets::prose;
use crate::words::plan as words;
use egui::{Id as Place, Ui};
use std::collections::BTreeSet;

fn salt(id: &str) -> String {
    format!("{id} funder")
}

pub fn first(action: &Action) -> Place {
    of_pick(&salt(&action.id))
}

pub fn show(ui: &mut Ui, view: &View<'_>, desk: &mut Desk<'_>, action: &Action) {
    let id = &action.id;
    for (at, money) in action.budget.iter().enumerate() {
        ui.horizontal_wrapped(|ui| line(ui, view, desk, action, (at, money)));
    }
    if !action.budget.is_empty() {
        let (all, secured) = action.euros();
        let catalog = &view.session.catalog;
        let euros = |sum: u64| f64::from(u32::try_from(sum).unwrap_or(u32::MAX));
        let [all, secured] = [all, secured].map(|sum| words::money(euros(sum), catalog));
        let of = [("all", (&all).into()), ("secured", (&secured).into())];
        prose(ui, &catalog.with("acts-euros", &of));
    }
    ui.horizontal_wrapped(|ui| {
        // Whoever pays for another action may pay for this one.
        let plan = desk.plan();
        let known: BTreeSet<&String> =
            plan.actions.iter().flat_map(|one| &one.budget).map(|one| &one.funder).collect();
        let all: Vec<(String, String)> =
            known.into_iter().map(|name| (name.clone(), name.clone())).collect();
        let named = (view.text("acts-funder-new"), salt(id));
        let picked = pick(ui, view, (&named.0, &named.1), &all, true);
        if let Some(Picked::Known(funder) | Picked::New(funder)) = picked {
            desk.sheet(step::SHEET, id, |one| {
                one.budget.push(Money { funder, ..Money::default() });
            });
        }
    });
    let label = view.text("acts-risks");
    if let Some(risks) = long(ui, (&label, &format!("{id} risks")), &action.risks, 2) {
        desk.sheet(step::SHEET, id, |one| one.risks = risks);
    }
    let label = view.text("acts-notes");
    if let Some(notes) = long(ui, (&label, &format!("{id} notes")), &action.notes, 2) {
        desk.sheet(step::SHEET, id, |one| one.notes = notes);
    }
}

fn line(
    ui: &mut Ui,
    view: &View<'_>,
    desk: &mut Desk<'_>,
    action: &Action,
    (at, money): (usize, &Money),
) {
    let id = &action.id;
    let put = |desk: &mut Desk<'_>, change: &dyn Fn(&mut Money)| {
        desk.sheet(step::SHEET, id, |one| {
            if let Some(money) = one.budget.get_mut(at) {
                change(money);
            }
        });
    };
    let label = ui.label(view.text("acts-funder"));
    let salt = format!("{id} funder {at}");
    if let Some(funder) = field(ui, &salt, &money.funder, 150.0, label.id) {
        put(desk, &|one| one.funder.clone_from(&funder));
    }
    let label = view.text("acts-euros-of");
    let euros = Some(money.euros).filter(|euros| *euros > 0);
    if let Some(euros) = count(ui, view, (&label, &format!("{id} euros {at}")), euros) {
        put(desk, &|one| one.euros = euros.unwrap_or_default());
    }
    let mut secured = money.secured;
    if ui.checkbox(&mut secured, view.text("acts-secured")).changed() {
        put(desk, &|one| one.secured = secured);
    }
    let of = [("name", (&money.funder).into())];
    if cross(ui, &format::prose(&view.session.catalog.with("acts-without", &of))) {
        desk.sheet(step::SHEET, id, |one| {
            if at < one.budget.len() {
                one.budget.remove(at);
            }
        });
    }
}
