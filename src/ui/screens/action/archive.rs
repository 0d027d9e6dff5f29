//! Years that are closed, as they stood: readable whatever was removed since. What is known of an
//! action after it ended is added to it here, with its date, and its evaluation can be said otherwise.

use super::desk::{Desk, shown};
use super::figures;
use super::inputs::long_left;
use super::present::Today;
use super::sheet::{ending, places};
use crate::format;
use crate::model::action::edit::step;
use crate::model::action::indicator::Indicator;
use crate::model::action::sheet::Action;
use crate::model::action::{Closed, Id};
use crate::ui::screens::View;
use crate::ui::widgets::{prose, weak};
use crate::words::actions as words;
use egui::{CollapsingHeader, RichText, ScrollArea, Ui};
use std::collections::BTreeMap;

/// Passing state.
#[derive(Debug, Default)]
pub struct Panel {
    /// What is being said of each action.
    drafts: BTreeMap<Id, places::Draft>,
}

impl Panel {
    pub fn show(
        &mut self,
        ui: &mut Ui,
        view: &mut View<'_>,
        desk: &mut Desk<'_>,
        today: Today<'_>,
    ) {
        let years: Vec<Closed> = desk.plan().archive.iter().rev().cloned().collect();
        for closed in &years {
            let (year, count) = (closed.year.to_string(), closed.actions.len().to_string());
            let of = [("year", (&year).into()), ("count", (&count).into())];
            let title = view.session.catalog.with("acts-year-archive", &of);
            CollapsingHeader::new(title).id_salt(("plan-archive", closed.year)).show(ui, |ui| {
                let height = (ui.available_height() * 0.6).max(220.0);
                ScrollArea::vertical().id_salt(closed.year).max_height(height).show(ui, |ui| {
                    self.year(ui, view, desk, (closed, today));
                });
            });
        }
    }

    fn year(
        &mut self,
        ui: &mut Ui,
        view: &mut View<'_>,
        desk: &mut Desk<'_>,
        (closed, today): (&Closed, Today<'_>),
    ) {
        let year = closed.year.to_string();
        let label = view.session.catalog.with("acts-archive-year", &[("year", (&year).into())]);
        let named = (label, format!("evaluation {year}"));
        if let Some(text) = long_left(ui, (&named.0, &named.1), &closed.evaluation, 2) {
            desk.change(step::EVALUATE, |plan, by| plan.evaluate_year(closed.year, &text, by));
        }
        for action in &closed.actions {
            ui.label(RichText::new(format::prose(&shown(view, &action.title))).strong());
            weak(ui, &state(view, closed, action));
            let outcome = &action.outcome;
            for text in [&outcome.done, &outcome.hindered, &outcome.follows] {
                if !text.is_empty() {
                    prose(ui, text);
                }
            }
            for step in crate::actions::places::steps(action) {
                if let Some(told) = words::step(&step, &view.session.catalog) {
                    weak(ui, &told);
                }
            }
            let title = view.text("acts-archive-more");
            let salt = ("plan-archived", closed.year, &action.id);
            CollapsingHeader::new(title).id_salt(salt).show(ui, |ui| {
                self.action(ui, view, desk, (closed, action, today));
            });
        }
    }

    /// All that its sheet held; what came after, where it ended in that year.
    fn action(
        &mut self,
        ui: &mut Ui,
        view: &mut View<'_>,
        desk: &mut Desk<'_>,
        (closed, action, today): (&Closed, &Action, Today<'_>),
    ) {
        for line in kept(view, closed, action) {
            prose(ui, &line);
        }
        let ended =
            desk.plan().ended().any(|(year, one)| year.year == closed.year && one.id == action.id);
        if !ended {
            weak(ui, &view.text("acts-archive-went-on"));
            return;
        }
        figures::taken(ui, view, desk, (action, today));
        weak(ui, &view.text("acts-archive-later"));
        let draft = self.drafts.entry(action.id.clone()).or_default();
        places::show(ui, view, desk, action, draft);
        ending::evaluation(ui, view, desk, action);
    }
}

/// Objective, calendar, milestones, money, reasons, indicators with their measures, a line each.
fn kept(view: &View<'_>, closed: &Closed, action: &Action) -> Vec<String> {
    let catalog = &view.session.catalog;
    let date = |date| format::date(date, catalog.language());
    let mut lines = Vec::new();
    if !action.objective.trim().is_empty() {
        lines.push(action.objective.clone());
    }
    for one in &action.milestones {
        let name = shown(view, &one.name);
        let (key, day) = match (one.done, one.due) {
            (Some(done), _) => ("plan-table-milestone-done", Some(done)),
            (None, Some(due)) => ("plan-table-milestone-due", Some(due)),
            (None, None) => ("", None),
        };
        lines.push(day.map_or_else(
            || name.clone(),
            |day| {
                let day = date(day);
                catalog.with(key, &[("name", (&name).into()), ("date", (&day).into())])
            },
        ));
    }
    for one in &action.budget {
        let key = if one.secured { "plan-table-secured" } else { "plan-table-asked" };
        let sum = crate::words::plan::money(f64::from(one.euros), catalog);
        lines.push(catalog.with(key, &[("funder", (&one.funder).into()), ("sum", (&sum).into())]));
    }
    for (day, reason) in crate::actions::places::reasons(action) {
        let day = date(day);
        let of = [("date", (&day).into()), ("reason", reason.into())];
        lines.push(catalog.with("plan-places-reason", &of));
    }
    let indicators = action.indicators.iter();
    let of_then = |id: &Id| closed.indicators.iter().find(|one| one.id == *id);
    lines.extend(indicators.filter_map(of_then).map(|one| measured(view, one)));
    for (key, text) in [("acts-risks", &action.risks), ("acts-notes", &action.notes)] {
        if !text.trim().is_empty() {
            lines.push(format!("{}{}{text}", view.text(key), view.text("colon")));
        }
    }
    lines
}

/// « Places ouvertes : départ 0 au … ; 12 le … ; cible 24 ».
fn measured(view: &View<'_>, indicator: &Indicator) -> String {
    let name = shown(view, &indicator.name);
    format!("{name}{}{}", view.text("colon"), super::chart::said(view, indicator))
}

/// « terminée ; Agglomération ; atteint en partie »: names are those of that year.
fn state(view: &View<'_>, closed: &Closed, action: &Action) -> String {
    let name = |id: &Id| closed.names.get(id).cloned().unwrap_or_else(|| id.clone());
    let mut parts = vec![view.text(&format!("action-status-{}", action.status.id()))];
    parts.extend(action.lead.iter().map(name));
    parts.extend(action.lever.iter().map(name));
    let reached = action.outcome.reached;
    parts.extend(reached.map(|one| view.text(&format!("reached-{}", one.id()))));
    parts.join(&view.text("list-separator"))
}
