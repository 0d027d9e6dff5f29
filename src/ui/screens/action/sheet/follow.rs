//! What an action is followed by: its indicators, and places planned against realised.

use super::of_pick;
use crate::actions::{due, places};
use crate::format;
use crate::model::action::Id;
use crate::model::action::edit::step;
use crate::model::action::indicator::Indicator;
use crate::model::action::sheet::{Action, Places, Realised};
use crate::ui::screens::View;
use crate::ui::screens::action::desk::{Desk, named, shown};
use crate::ui::screens::action::indicators::decimal;
use crate::ui::screens::action::inputs::{Picked, alarm, count, cross, date, day, in_sight, pick};
use crate::ui::screens::action::{To, told};
use crate::ui::theme::palette;
use crate::ui::widgets::field::whole;
use crate::ui::widgets::{prose, weak};
use crate::words::actions as words;
use egui::{Button, Grid, Id as Place, RichText, TextEdit, Ui};

/// A statement being typed.
#[derive(Debug, Default)]
pub struct Draft {
    of: Id,
    date: String,
    source: String,
    steps: [String; 5],
    reason: String,
    /// What could not be read of it.
    unread: Option<String>,
}

fn salt(id: &str) -> String {
    format!("{id} indicators")
}

pub fn first(action: &Action) -> Place {
    of_pick(&salt(&action.id))
}

pub fn first_place(action: &Action) -> Place {
    super::of_field(&format!("{} planned 0", action.id))
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
        ui.horizontal_wrapped(|ui| match indicator {
            Some(indicator) => {
                if told::link(ui, &shown(view, &indicator.name), false) {
                    to = Some(To::Indicator(known.clone()));
                }
                one(ui, view, desk, &indicator);
                detach(ui, view, desk, action, (known, &indicator.name));
            }
            None => {
                let name = named(view, desk.plan(), known);
                ui.label(RichText::new(&name).color(palette(ui).flagged));
                detach(ui, view, desk, action, (known, &name));
            }
        });
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

/// Planned and realised along the way, then what is said of a day.
pub fn places(
    ui: &mut Ui,
    view: &View<'_>,
    desk: &mut Desk<'_>,
    action: &Action,
    draft: &mut Draft,
) {
    let id = &action.id;
    let steps = places::steps(action);
    Grid::new(("plan-places", id)).num_columns(4).spacing([10.0, 4.0]).show(ui, |ui| {
        for key in ["acts-step", "acts-planned", "acts-realised", "acts-gap"] {
            ui.label(RichText::new(view.text(key)).color(palette(ui).quiet));
        }
        ui.end_row();
        for (at, step) in steps.iter().enumerate() {
            // Two cells of the line: the name, and the field that it names.
            let name = view.text(&format!("places-{}", step.id));
            planned(ui, view, desk, action, (at, step.planned, &name));
            let language = view.session.catalog.language();
            let text = step.realised.map_or_else(
                || view.text("acts-not-said"),
                |count| format::integer(f64::from(count), language),
            );
            ui.label(text);
            // What is not said is not zero: no gap is made of it.
            let gap = step.gap().map(|gap| {
                let text = format::integer(gap as f64, language);
                if gap > 0 { format!("+{text}") } else { text }
            });
            ui.label(gap.unwrap_or_default());
            ui.end_row();
        }
    });
    for (at, one) in action.realised.iter().enumerate() {
        ui.horizontal_wrapped(|ui| {
            let day = format::date(one.date, view.session.catalog.language());
            let of = [("date", (&day).into())];
            let mut parts = vec![view.session.catalog.with("acts-realised-on", &of)];
            parts.extend(said(view, &one.places));
            parts.extend([one.source.clone(), one.reason.clone()]);
            parts.retain(|part| !part.is_empty());
            prose(ui, &parts.join(" – "));
            if cross(ui, &view.session.catalog.with("acts-without", &[("name", (&day).into())])) {
                desk.sheet(step::REALISED, id, |one| {
                    if at < one.realised.len() {
                        one.realised.remove(at);
                    }
                });
            }
        });
    }
    of_programme(ui, view, desk, action);
    statement(ui, view, desk, action, draft);
}

/// The actions of its programme together, where there are others.
fn of_programme(ui: &mut Ui, view: &View<'_>, desk: &Desk<'_>, action: &Action) {
    let Some(link) = &action.programme else { return };
    let all = places::by_programme(desk.plan());
    let Some(sums) = all.iter().find(|one| one.key == link.key && one.actions.len() > 1) else {
        return;
    };
    let of = [("programme", (&sums.name).into())];
    prose(ui, &view.session.catalog.with("plan-places-programme", &of));
    for step in &sums.steps {
        if let Some(told) = words::step(step, &view.session.catalog) {
            weak(ui, &told);
        }
    }
}

/// « ouvertes 12, entrées 10 »: what a statement says, in the order of the way.
fn said(view: &View<'_>, places: &Places) -> Option<String> {
    let language = view.session.catalog.language();
    let parts: Vec<String> = Places::STEPS
        .iter()
        .zip(places.steps())
        .filter_map(|(id, count)| {
            let count = format::integer(f64::from(count?), language);
            Some(format!("{} {count}", view.text(&format!("places-{id}"))))
        })
        .collect();
    (!parts.is_empty()).then(|| parts.join(", "))
}

fn planned(
    ui: &mut Ui,
    view: &View<'_>,
    desk: &mut Desk<'_>,
    action: &Action,
    (at, now, label): (usize, Option<u32>, &str),
) {
    let salt = format!("{} planned {at}", action.id);
    if let Some(value) = count(ui, view, (label, &salt), now) {
        desk.sheet(step::SHEET, &action.id, |one| {
            let mut steps = one.planned.steps();
            if let Some(step) = steps.get_mut(at) {
                *step = value;
            }
            one.planned = Places::from_steps(steps);
        });
    }
}

/// What is realised on a day: each number is the state of that day, not what was added to it.
fn statement(
    ui: &mut Ui,
    view: &View<'_>,
    desk: &mut Desk<'_>,
    action: &Action,
    draft: &mut Draft,
) {
    let language = view.session.catalog.language();
    if draft.of != action.id {
        let date = format::date(view.session.today, language);
        *draft = Draft { of: action.id.clone(), date, ..Draft::default() };
    }
    weak(ui, &view.text("acts-realised-help"));
    ui.horizontal_wrapped(|ui| {
        let line = |ui: &mut Ui, name: String, text: &mut String, width: f32| {
            let label = ui.label(name);
            let edit = TextEdit::singleline(text).desired_width(width);
            in_sight(&ui.add(edit).labelled_by(label.id));
        };
        line(ui, view.text("acts-realised-date"), &mut draft.date, 92.0);
        for (id, text) in Places::STEPS.iter().zip(&mut draft.steps) {
            line(ui, view.text(&format!("places-{id}")), text, 46.0);
        }
        line(ui, view.text("acts-realised-source"), &mut draft.source, 150.0);
        line(ui, view.text("acts-realised-reason"), &mut draft.reason, 220.0);
        let given = draft.steps.iter().any(|text| !text.trim().is_empty())
            || !draft.reason.trim().is_empty();
        let add = ui.add_enabled(given, Button::new(view.text("acts-realised-add")));
        in_sight(&add);
        if add.clicked() {
            match read(draft, view) {
                Ok(realised) => {
                    desk.change(step::REALISED, |plan, by| plan.realise(&action.id, realised, by));
                    draft.steps = <[String; 5]>::default();
                    draft.reason.clear();
                    draft.unread = None;
                }
                Err(text) => draft.unread = Some(text),
            }
        }
    });
    if let Some(text) = &draft.unread {
        alarm(ui, &view.session.catalog.with("planned-unread", &[("found", text.into())]));
    }
}

/// The statement, or the first text of it that cannot be read.
fn read(draft: &Draft, view: &View<'_>) -> Result<Realised, String> {
    let date = day(&draft.date, view.session.today).ok_or_else(|| draft.date.clone())?;
    let mut steps = [None; 5];
    for (step, text) in steps.iter_mut().zip(&draft.steps) {
        let text = text.trim();
        if !text.is_empty() {
            let count = whole(text, view.session.catalog.language());
            *step = Some(count.ok_or_else(|| text.to_owned())?);
        }
    }
    Ok(Realised {
        date,
        source: draft.source.trim().to_owned(),
        places: Places::from_steps(steps),
        reason: draft.reason.trim().to_owned(),
    })
}
