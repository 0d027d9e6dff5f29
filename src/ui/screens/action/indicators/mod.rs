//! Indicators: what each starts from, aims at and came to; the one looked at, with its measures.

mod entry;
mod fields;

pub use fields::decimal;

use super::To;
use super::chart;
use super::desk::{Desk, named, of_name, shown};
use super::figures::{choices, chosen, label};
use super::inputs::{Picked, alarm, chip, in_sight, pick};
use super::present::Today;
use crate::actions::due;
use crate::actions::follow::measure_again;
use crate::format;
use crate::model::Unit;
use crate::model::action::decided::FigureKey;
use crate::model::action::edit::step;
use crate::model::action::indicator::{Basis, Indicator};
use crate::model::action::{ActionPlan, Id};
use crate::model::decimal::Decimal;
use crate::ui::screens::View;
use crate::ui::widgets::{prose, section, weak};
use crate::words::actions as words;
use egui::{Button, RichText, ScrollArea, Ui, WidgetInfo, vec2};

/// Passing state.
#[derive(Debug, Default)]
pub struct Panel {
    chosen: Option<Id>,
    entry: entry::Entry,
}

impl Panel {
    pub fn open(&mut self, id: Id) {
        self.chosen = Some(id);
    }

    /// Occupations of the actions of the indicator that is looked at.
    pub fn occupations(&self, plan: &ActionPlan) -> Vec<String> {
        let Some(id) = &self.chosen else { return Vec::new() };
        let mut all: Vec<String> = Vec::new();
        for action in plan.actions.iter().filter(|one| one.indicators.contains(id)) {
            for code in &action.occupations {
                if !all.contains(code) {
                    all.push(code.clone());
                }
            }
        }
        all
    }

    /// `today`: the figures of today, for indicators that files measure again.
    pub fn show(
        &mut self,
        ui: &mut Ui,
        view: &View<'_>,
        desk: &mut Desk<'_>,
        today: Today<'_>,
    ) -> Option<To> {
        self.chosen = self.chosen.take().filter(|id| desk.plan().indicator(id).is_some());
        if self.chosen.is_none() {
            self.chosen = desk.plan().indicators.first().map(|one| one.id.clone());
        }
        if let Some(many) = due::too_many(desk.plan()) {
            let told = words::too_many(many, &view.session.catalog);
            alarm(ui, &told);
        }
        egui::Panel::left("plan-indicators")
            .resizable(true)
            .default_size((ui.available_width() * 0.46).clamp(300.0, 560.0))
            .size_range(260.0..=760.0)
            .show(ui, |ui| self.list(ui, view, desk));
        let frame = egui::Frame::NONE.inner_margin(egui::Margin { left: 10, ..egui::Margin::ZERO });
        let mut to = None;
        egui::CentralPanel::default().frame(frame).show(ui, |ui| {
            ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
                let chosen = self.chosen.as_ref().and_then(|id| desk.plan().indicator(id));
                match chosen.cloned() {
                    Some(indicator) => to = self.editor(ui, view, desk, (&indicator, today)),
                    None => {
                        prose(ui, &view.text("acts-indicators-empty"));
                    }
                }
            });
        });
        to
    }

    fn list(&mut self, ui: &mut Ui, view: &View<'_>, desk: &mut Desk<'_>) {
        ui.horizontal_wrapped(|ui| {
            let named = (view.text("acts-add-indicator"), "add-indicator");
            if let Some(Picked::New(name)) = pick(ui, view, (&named.0, named.1), &[], true) {
                let indicator = Indicator { name, ..Indicator::default() };
                self.chosen =
                    Some(desk.change(step::INDICATOR, |plan, _| plan.add_indicator(indicator)));
            }
        });
        ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
            for indicator in due::by_urgency(desk.plan(), view.session.today) {
                let chosen = self.chosen.as_ref() == Some(&indicator.id);
                if line(ui, view, desk.plan(), indicator, chosen) {
                    self.chosen = Some(indicator.id.clone());
                }
                ui.separator();
            }
        });
    }

    fn editor(
        &mut self,
        ui: &mut Ui,
        view: &View<'_>,
        desk: &mut Desk<'_>,
        (indicator, today): (&Indicator, Today<'_>),
    ) -> Option<To> {
        let id = &indicator.id;
        ui.label(RichText::new(shown(view, &indicator.name)).size(18.0).strong());
        let size = vec2(ui.available_width().min(460.0), 110.0);
        chart::chart(ui, view, indicator, size);
        weak(ui, &chart::said(view, indicator));
        again(ui, view, desk, (indicator, today));
        self.entry.show(ui, view, desk, indicator);
        section(ui, &view.text("acts-indicator-about"));
        let to = fields::show(ui, view, desk, indicator);
        ui.add_space(10.0);
        let name = shown(view, &indicator.name);
        if ui.button(of_name(view, "acts-remove-of", &name)).clicked() {
            desk.change(step::REMOVE, |plan, by| plan.remove(id, by));
        }
        to
    }
}

/// What the loaded files measure of an indicator of the diagnosis, noted by a button.
fn again(
    ui: &mut Ui,
    view: &View<'_>,
    desk: &mut Desk<'_>,
    (indicator, today): (&Indicator, Today<'_>),
) {
    tied(ui, view, desk, (indicator, today));
    if indicator.from.is_none() {
        return;
    }
    weak(ui, &view.text("acts-recomputed"));
    let day = view.session.today;
    let measure =
        today.present.and_then(|present| measure_again(desk.plan(), indicator, present, day));
    let Some(measure) = measure else { return };
    let catalog = &view.session.catalog;
    let value = words::number(measure.value, catalog);
    let of = [("value", (&value).into()), ("source", (&measure.source).into())];
    let told = catalog.with("plan-indicator-again", &of);
    ui.horizontal_wrapped(|ui| {
        prose(ui, &told);
        if ui.button(view.text("acts-measure-again")).clicked() {
            desk.change(step::MEASURE, |plan, by| plan.measure(&indicator.id, measure, by));
        }
    });
}

/// The published figure that it is measured by: chosen, or let go of.
fn tied(
    ui: &mut Ui,
    view: &View<'_>,
    desk: &mut Desk<'_>,
    (indicator, today): (&Indicator, Today<'_>),
) {
    ui.horizontal_wrapped(|ui| {
        if let Some(key) = &indicator.from {
            ui.label(format::prose(&view.text("acts-measured-by")));
            if chip(ui, view, &label(today, key)) {
                desk.indicator(step::INDICATOR, &indicator.id, |one| {
                    one.from = None;
                    one.basis = None;
                });
            }
            return;
        }
        let all = choices(today, &[]);
        if all.is_empty() {
            return;
        }
        let named = (view.text("acts-measured-by"), format!("{} figure", indicator.id));
        let picked = pick(ui, view, (&named.0, &named.1), &all, false);
        if let Some(Picked::Known(text)) = picked
            && let Some(key) = chosen(today, &text)
        {
            tie(view, desk, (indicator, today), key);
        }
    });
}

/// It starts from what the figure is today, where it started from nothing.
fn tie(
    view: &View<'_>,
    desk: &mut Desk<'_>,
    (indicator, today): (&Indicator, Today<'_>),
    key: FigureKey,
) {
    let Some(freezer) = today.freezer else { return };
    let decided = freezer.decided(std::slice::from_ref(&key), view.session.today, "");
    let Some(figure) = decided.figures.first().cloned() else { return };
    let is_share = figure.unit.is_some_and(Unit::is_share);
    let value = figure.value.filter(|_| figure.hidden.is_none());
    let value = if is_share { value.and_then(Decimal::per_cent) } else { value };
    desk.indicator(step::INDICATOR, &indicator.id, |one| {
        one.basis = Some(Basis::of(&figure, &decided));
        one.from = Some(key);
        if one.baseline.is_none() && value.is_some() {
            one.baseline = value;
            one.baseline_on = Some(decided.date);
        }
        if one.unit.is_empty() && is_share {
            "%".clone_into(&mut one.unit);
        }
        if one.source.is_empty() {
            one.source.clone_from(&figure.source);
        }
    });
}

/// One line of the list: name, from what to what, chart, when it is measured again; true once it is
/// chosen.
fn line(
    ui: &mut Ui,
    view: &View<'_>,
    plan: &ActionPlan,
    indicator: &Indicator,
    chosen: bool,
) -> bool {
    let mut clicked = false;
    ui.horizontal(|ui| {
        chart::chart(ui, view, indicator, vec2(84.0, 40.0));
        ui.vertical(|ui| {
            let name = shown(view, &indicator.name);
            let text = RichText::new(format::prose(&name)).strong();
            let button = Button::selectable(chosen, text).wrap();
            let response = ui.add(button);
            let said = format!("{name}. {}", chart::said(view, indicator));
            response.widget_info(|| WidgetInfo::selected(egui::Role::Button, true, chosen, &said));
            in_sight(&response);
            clicked = response.clicked();
            weak(ui, &summary(view, plan, indicator));
            next(ui, view, plan, indicator);
        });
    });
    clicked
}

/// « départ 12 places, cible 40, dernière mesure 25 ; Greta ».
fn summary(view: &View<'_>, plan: &ActionPlan, indicator: &Indicator) -> String {
    let catalog = &view.session.catalog;
    let number = |value: Option<Decimal>| {
        value.map_or_else(|| view.text("acts-not-said"), |value| words::number(value, catalog))
    };
    let last = indicator.latest().map(|one| one.value);
    let (baseline, target, latest) =
        (number(indicator.baseline), number(indicator.target), number(last));
    let owner = match &indicator.owner {
        Some(owner) => named(view, plan, owner),
        None => view.text("acts-no-owner"),
    };
    let of = [
        ("baseline", (&baseline).into()),
        ("target", (&target).into()),
        ("latest", (&latest).into()),
        ("owner", (&owner).into()),
    ];
    let mut text = catalog.with("acts-indicator-line", &of);
    if let Some(reached) = last.and_then(|value| indicator.reaches(value)) {
        let key = if reached { "acts-reached" } else { "acts-not-reached" };
        text = format!("{text} · {}", view.text(key));
    }
    text
}

/// When it is measured again; late in a word and a sign.
fn next(ui: &mut Ui, view: &View<'_>, plan: &ActionPlan, indicator: &Indicator) {
    if !due::is_followed(plan, &indicator.id) {
        weak(ui, &view.text("acts-indicator-over"));
        return;
    }
    let Some(day) = due::next_measure(plan, indicator) else { return };
    let shown = format::date(day, view.session.catalog.language());
    let of = [("date", (&shown).into())];
    if day < view.session.today {
        let told = view.session.catalog.with("acts-measure-late", &of);
        alarm(ui, &told);
    } else {
        weak(ui, &view.session.catalog.with("acts-measure-next", &of));
    }
}
