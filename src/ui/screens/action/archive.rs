//! Years that are closed, as they stood: readable whatever was removed since.

use super::desk::shown;
use crate::format;
use crate::model::action::sheet::Action;
use crate::model::action::{ActionPlan, Closed, Id};
use crate::ui::screens::View;
use crate::ui::widgets::{prose, weak};
use crate::words::actions as words;
use egui::{CollapsingHeader, RichText, ScrollArea, Ui};

pub fn show(ui: &mut Ui, view: &View<'_>, plan: &ActionPlan) {
    for closed in plan.archive.iter().rev() {
        let (year, count) = (closed.year.to_string(), closed.actions.len().to_string());
        let of = [("year", (&year).into()), ("count", (&count).into())];
        let title = view.session.catalog.with("acts-year-archive", &of);
        CollapsingHeader::new(title).id_salt(("plan-archive", closed.year)).show(ui, |ui| {
            let height = (ui.available_height() * 0.5).max(160.0);
            ScrollArea::vertical().id_salt(closed.year).max_height(height).show(ui, |ui| {
                year_ui(ui, view, closed);
            });
        });
    }
}

fn year_ui(ui: &mut Ui, view: &View<'_>, closed: &Closed) {
    if !closed.evaluation.is_empty() {
        prose(ui, &closed.evaluation);
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
    }
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
