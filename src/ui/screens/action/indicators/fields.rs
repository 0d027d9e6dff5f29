//! What an indicator is: its kind, where it starts, what it aims at, when and by whom it is measured.

use crate::model::action::edit::step;
use crate::model::action::indicator::{Direction, Indicator, IndicatorKind};
use crate::model::action::{ActionPlan, Id};
use crate::model::decimal::Decimal;
use crate::ui::screens::View;
use crate::ui::screens::action::desk::{Desk, named, shown};
use crate::ui::screens::action::inputs::{Changed, choose, count, date, long, read, text};
use crate::ui::screens::action::{To, told};
use crate::ui::widgets::{section, weak};
use crate::words::actions as words;
use egui::Ui;

/// All that is written of an indicator; where its actions lead.
pub fn show(
    ui: &mut Ui,
    view: &View<'_>,
    desk: &mut Desk<'_>,
    indicator: &Indicator,
) -> Option<To> {
    let id = &indicator.id;
    let salt = |part: &str| format!("{id} {part}");
    let label = view.text("acts-name");
    if let Some(name) = text(ui, (&label, &salt("name")), &indicator.name, 400.0) {
        desk.indicator(step::INDICATOR, id, |one| one.name = name);
    }
    kind(ui, view, desk, indicator);
    let label = view.text("acts-definition");
    if let Some(definition) = long(ui, (&label, &salt("definition")), &indicator.definition, 2) {
        desk.indicator(step::INDICATOR, id, |one| one.definition = definition);
    }
    let label = view.text("acts-source");
    if let Some(source) = text(ui, (&label, &salt("source")), &indicator.source, 400.0) {
        desk.indicator(step::INDICATOR, id, |one| one.source = source);
    }
    aims(ui, view, desk, indicator);
    owner(ui, view, desk, indicator);
    followed_by(ui, view, desk.plan(), id)
}

fn kind(ui: &mut Ui, view: &View<'_>, desk: &mut Desk<'_>, indicator: &Indicator) {
    let id = &indicator.id;
    ui.horizontal_wrapped(|ui| {
        let name = |kind: IndicatorKind| view.text(&format!("indicator-kind-{}", kind.id()));
        let all: Vec<_> = IndicatorKind::ALL.into_iter().map(|one| (one, name(one))).collect();
        let (label, salt) = (view.text("acts-indicator-kind"), format!("{id} kind"));
        let shown = name(indicator.kind);
        if let Some(kind) = choose(ui, (&label, &salt), (&indicator.kind, &shown), &all, 170.0) {
            desk.indicator(step::INDICATOR, id, |one| one.kind = kind);
        }
        let name = |way: Direction| view.text(&format!("direction-{}", way.id()));
        let all: Vec<_> = Direction::ALL.into_iter().map(|one| (one, name(one))).collect();
        let (label, salt) = (view.text("acts-direction"), format!("{id} direction"));
        let shown = name(indicator.direction);
        if let Some(way) = choose(ui, (&label, &salt), (&indicator.direction, &shown), &all, 170.0)
        {
            desk.indicator(step::INDICATOR, id, |one| one.direction = way);
        }
        let (label, salt) = (view.text("acts-unit"), format!("{id} unit"));
        if let Some(unit) = text(ui, (&label, &salt), &indicator.unit, 90.0) {
            desk.indicator(step::INDICATOR, id, |one| one.unit = unit);
        }
    });
}

/// A number of the user, as they write it.
pub fn decimal(
    ui: &mut Ui,
    view: &View<'_>,
    named: (&str, &str),
    chosen: Option<Decimal>,
) -> Changed<Decimal> {
    let shown = chosen.map(|value| words::number(value, &view.session.catalog)).unwrap_or_default();
    read(ui, view, named, (&shown, 80.0), "acts-not-a-number", |text| text.parse().ok())
}

/// Where it starts, what it aims at, when it is measured.
fn aims(ui: &mut Ui, view: &View<'_>, desk: &mut Desk<'_>, indicator: &Indicator) {
    let id = &indicator.id;
    let salt = |part: &str| format!("{id} {part}");
    ui.horizontal_wrapped(|ui| {
        let label = view.text("acts-baseline");
        if let Some(value) = decimal(ui, view, (&label, &salt("baseline")), indicator.baseline) {
            desk.indicator(step::INDICATOR, id, |one| one.baseline = value);
        }
        let label = view.text("acts-baseline-on");
        let named = salt("baseline-on");
        if let Some(day) = date(ui, view, (&label, &named), indicator.baseline_on) {
            desk.indicator(step::INDICATOR, id, |one| one.baseline_on = day);
        }
    });
    ui.horizontal_wrapped(|ui| {
        let label = view.text("acts-aim");
        if let Some(value) = decimal(ui, view, (&label, &salt("target")), indicator.target) {
            desk.indicator(step::INDICATOR, id, |one| one.target = value);
        }
        let label = view.text("acts-aim-on");
        let named = salt("target-on");
        if let Some(day) = date(ui, view, (&label, &named), indicator.target_on) {
            desk.indicator(step::INDICATOR, id, |one| one.target_on = day);
        }
    });
    ui.horizontal_wrapped(|ui| {
        let label = view.text("acts-every");
        let months = indicator.every_months.map(u32::from);
        if let Some(months) = count(ui, view, (&label, &salt("every")), months) {
            let months = months.map(|months| u8::try_from(months).unwrap_or(u8::MAX));
            desk.indicator(step::INDICATOR, id, |one| one.every_months = months);
        }
        let label = view.text("acts-next-measure");
        if let Some(day) = date(ui, view, (&label, &salt("next")), indicator.next) {
            desk.indicator(step::INDICATOR, id, |one| one.next = day);
        }
    });
}

/// The actor who measures it.
fn owner(ui: &mut Ui, view: &View<'_>, desk: &mut Desk<'_>, indicator: &Indicator) {
    let id = &indicator.id;
    ui.horizontal_wrapped(|ui| {
        let plan = desk.plan();
        let mut all = vec![(None, view.text("acts-no-owner"))];
        let actors = plan.actors.iter();
        all.extend(actors.map(|one| (Some(one.id.clone()), shown(view, &one.name))));
        let shown = match &indicator.owner {
            Some(owner) => named(view, plan, owner),
            None => view.text("acts-no-owner"),
        };
        let (label, salt) = (view.text("acts-owner"), format!("{id} owner"));
        if let Some(owner) = choose(ui, (&label, &salt), (&indicator.owner, &shown), &all, 240.0) {
            desk.indicator(step::INDICATOR, id, |one| one.owner = owner);
        }
    });
}

/// Actions that it follows.
fn followed_by(ui: &mut Ui, view: &View<'_>, plan: &ActionPlan, id: &Id) -> Option<To> {
    section(ui, &view.text("acts-its-actions"));
    let mut to = None;
    let mut none = true;
    for action in plan.actions.iter().filter(|one| one.indicators.contains(id)) {
        none = false;
        if told::link(ui, &shown(view, &action.title), false) {
            to = Some(To::Action(action.id.clone()));
        }
    }
    if none {
        weak(ui, &view.text("acts-follows-nothing"));
    }
    to
}
