//! The list of candidate programmes, and the editor of the one looked at.

use super::lines::Lines;
use super::{add, editor};
use crate::analysis::planning::Plan;
use crate::model::Audience;
use crate::recommend::verdict::Verdict;
use crate::report::build::planned::Tables;
use crate::ui::screens::{View, search};
use crate::ui::widgets::grid::Grid;
use crate::ui::widgets::{prose, weak};
use egui::{ComboBox, ScrollArea, Ui};
use std::sync::Arc;

/// Passing state.
#[derive(Debug, Default)]
pub struct Panel {
    grid: Grid,
    text: String,
    audience: Option<Audience>,
    verdict: Option<Verdict>,
    chosen_only: bool,
    editor: editor::Editor,
    add: add::Panel,
}

impl Panel {
    pub fn show(
        &mut self,
        ui: &mut Ui,
        view: &mut View<'_>,
        (tables, revision): (&Tables, u64),
        chosen: &mut Option<String>,
    ) {
        let Some(plan) = view.session.plan().map(|(plan, _)| Arc::clone(plan)) else { return };
        self.add.show(ui, view, chosen);
        if plan.proposals.is_empty() {
            let said = view.session.context().map(|context| context.said("plan-none"));
            prose(ui, &said.unwrap_or_default());
            return;
        }
        self.filters(ui, view, &plan);
        let listed = &tables.candidates;
        let known = |id: &str| plan.proposal(id).is_some();
        let current = chosen.clone().filter(|id| known(id));
        let current = current.or_else(|| listed.ids.first().cloned());
        if let Some(proposal) = current.as_ref().and_then(|id| plan.proposal(id)) {
            egui::Panel::right("planned-editor")
                .resizable(true)
                .default_size((ui.available_width() * 0.40).clamp(320.0, 460.0))
                .size_range(300.0..=760.0)
                .show(ui, |ui| {
                    ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
                        self.editor.show(ui, view, &plan, proposal);
                    });
                });
        }
        let Self { audience, verdict, chosen_only, .. } = *self;
        let keep = |id: &str| {
            plan.proposal(id).is_some_and(|one| {
                audience.is_none_or(|wanted| one.key.audience == wanted)
                    && verdict.is_none_or(|wanted| one.verdict == wanted)
                    && (!chosen_only || taken(&plan, id))
            })
        };
        let tag = format!("{audience:?} {verdict:?} {chosen_only}");
        let lines = Lines { listed, keep: &keep, chosen: current.as_deref() };
        egui::CentralPanel::default().frame(egui::Frame::NONE).show(ui, |ui| {
            weak(ui, &listed.table.about);
            let catalog = &view.session.catalog;
            let wanted = (self.text.as_str(), tag.as_str());
            let events = self.grid.show_rows(ui, (&lines, revision), wanted, None, catalog);
            if let Some(id) = events.row.and_then(|row| listed.ids.get(row)) {
                *chosen = Some(id.clone());
            }
            view.follow(events);
        });
    }

    fn filters(&mut self, ui: &mut Ui, view: &mut View<'_>, plan: &Plan) {
        ui.horizontal_wrapped(|ui| {
            search(ui, view, &mut self.text);
            let mut audiences: Vec<Audience> =
                plan.proposals.iter().map(|one| one.key.audience).collect();
            audiences.sort_unstable();
            audiences.dedup();
            let name = |one: Audience| view.text(&format!("audience-{}", one.id()));
            choose(ui, view, "column-audience", &mut self.audience, &audiences, &name);
            let mut verdicts: Vec<Verdict> = plan.proposals.iter().map(|one| one.verdict).collect();
            verdicts.sort_unstable();
            verdicts.dedup();
            let name = |one: Verdict| view.text(&format!("verdict-{}", one.id()));
            choose(ui, view, "column-verdict", &mut self.verdict, &verdicts, &name);
            ui.checkbox(&mut self.chosen_only, view.text("planned-chosen-only"));
            let count = self.grid.count(&view.session.catalog);
            let count = [("count", (&count).into())];
            weak(ui, &view.session.catalog.with("window-rows", &count));
            let changed = !view.session.project.decisions().planning.changes.is_empty();
            if changed && ui.button(view.text("planned-forget-all")).clicked() {
                super::decide(view, |planning| planning.changes.clear());
            }
        });
        if plan.answer.is_none() {
            ui.horizontal_wrapped(|ui| weak(ui, &view.text("planned-no-budget")));
        }
    }
}

/// Whether a candidate is chosen.
pub fn taken(plan: &Plan, id: &str) -> bool {
    plan.chosen().is_some_and(|answer| answer.choice.taken(id).is_some())
}

/// One of some things, or all.
fn choose<T: Copy + PartialEq>(
    ui: &mut Ui,
    view: &View<'_>,
    title: &str,
    chosen: &mut Option<T>,
    all: &[T],
    name: &dyn Fn(T) -> String,
) {
    let label = ui.label(view.text(title));
    let any = view.text("planned-all");
    ComboBox::from_id_salt(title)
        .selected_text(chosen.map_or_else(|| any.clone(), name))
        .width(150.0)
        .show_ui(ui, |ui| {
            ui.selectable_value(chosen, None, &any);
            for one in all {
                ui.selectable_value(chosen, Some(*one), name(*one));
            }
        })
        .response
        .labelled_by(label.id);
}
