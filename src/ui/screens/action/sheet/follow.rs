//! What an action is followed by: its indicators, with what each aims at and when it is measured.

use super::of_pick;
use crate::actions::due;
use crate::model::action::Id;
use crate::model::action::edit::step;
use crate::model::action::indicator::Indicator;
use crate::model::action::sheet::Action;
use crate::ui::screens::View;
use crate::ui::screens::action::desk::{Desk, named, shown};
use crate::ui::screens::action::indicators::decimal;
use crate::ui::screens::action::inputs::{Picked, alarm, cross, date, pick};
use crate::ui::screens::action::{To, told};
use crate::ui::theme::palette;
use crate::ui::widgets::weak;
use crate::words::actions as words;
use egui::{Id as Place, RichText, Ui};

fn salt(id: &str) -> String {
    format!("{id} indicators")
}

pub fn first(action: &Action) -> Place {
    of_pick(&salt(&action.id))
}

pub fn indicators(
    ui: &mut Ui,
    view: &View<'_>,
    desk: &mut Desk<'_>,
    action: &Action,
) -> Option<To> {
    let id = &action.id;
    let mut to = None;
    if action.indicators.is_empty() {
        alarm(ui, &view.text("acts-no-indicator"));
    }
    for known in &action.indicators {
        let indicator = desk.plan().indicator(known).cloned();
        ui.horizontal_wrapped(|ui| {
            if let Some(indicator) = &indicator {
                if told::link(ui, &shown(view, &indicator.name), false) {
                    to = Some(To::Indicator(known.clone()));
                }
                detach(ui, view, desk, action, (known, &indicator.name));
            } else {
                let name = named(view, desk.plan(), known);
                ui.label(RichText::new(&name).color(palette(ui).flagged));
                detach(ui, view, desk, action, (known, &name));
            }
        });
        if let Some(indicator) = indicator {
            ui.horizontal_wrapped(|ui| one(ui, view, desk, &indicator));
        }
    }
    ui.horizontal_wrapped(|ui| {
        let others =
            desk.plan().indicators.iter().filter(|one| !action.indicators.contains(&one.id));
        let all: Vec<(String, String)> =
            others.map(|one| (one.id.clone(), shown(view, &one.name))).collect();
        let named = (view.text("acts-indicator-new"), salt(id));
        if let Some(picked) = pick(ui, view, (&named.0, &named.1), &all, true) {
            desk.change(step::INDICATOR, |plan, _| {
                let known = match picked {
                    Picked::Known(known) => known,
                    Picked::New(name) => {
                        plan.add_indicator(Indicator { name, ..Indicator::default() })
                    }
                };
                if let Some(mut action) = plan.action(id).cloned() {
                    action.indicators.push(known);
                    plan.put_action(action);
                }
            });
        }
    });
    if let Some(many) = due::too_many(desk.plan()) {
        let told = words::too_many(many, &view.session.catalog);
        alarm(ui, &told);
    }
    to
}

/// What an indicator starts from, what it aims at, when it is measured.
fn one(ui: &mut Ui, view: &View<'_>, desk: &mut Desk<'_>, indicator: &Indicator) {
    let id = &indicator.id;
    let catalog = &view.session.catalog;
    if let Some(baseline) = indicator.baseline {
        let value = words::number(baseline, catalog);
        let of = [("value", (&value).into()), ("unit", (&indicator.unit).into())];
        weak(ui, catalog.with("acts-said-baseline", &of).trim());
    }
    let (aim, next) = (view.text("acts-aim"), view.text("acts-next-measure"));
    if let Some(value) = decimal(ui, view, (&aim, &format!("{id} sheet aim")), indicator.target) {
        desk.indicator(step::INDICATOR, id, |one| one.target = value);
    }
    if let Some(day) = date(ui, view, (&next, &format!("{id} sheet next")), indicator.next) {
        desk.indicator(step::INDICATOR, id, |one| one.next = day);
    }
}

fn detach(
    ui: &mut Ui,
    view: &View<'_>,
    desk: &mut Desk<'_>,
    action: &Action,
    (known, name): (&Id, &str),
) {
    if cross(ui, &view.session.catalog.with("acts-without", &[("name", name.into())])) {
        desk.sheet(step::SHEET, &action.id, |one| one.indicators.retain(|id| id != known));
    }
}
