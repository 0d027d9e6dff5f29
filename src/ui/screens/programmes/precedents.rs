//! The programmes of the library behind a candidate: which, how close and why, what they cost, what
//! made them work.

use crate::recommend::proposal::Proposal;
use crate::ui::screens::View;
use crate::ui::widgets::{prose, section, weak};
use crate::words::plan as words;
use egui::Ui;

pub fn precedents_ui(ui: &mut Ui, view: &View<'_>, proposal: &Proposal) {
    let Some(results) = view.session.results() else { return };
    if results.library.is_empty() {
        return;
    }
    let catalog = &view.session.catalog;
    section(ui, &view.text("planned-precedents"));
    if proposal.precedents.is_empty() {
        weak(ui, &view.text("planned-precedents-none"));
    }
    for found in &proposal.precedents {
        let Some(experience) = results.library.get(found.at) else { continue };
        prose(ui, &words::precedent(found, experience, catalog));
        weak(ui, &words::precedent_cost(experience, catalog));
    }
}
