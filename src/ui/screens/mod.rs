//! One file per step of the rail. A screen reads the session and sends commands; it changes
//! only its own passing state.

pub mod action;
pub mod atlas;
pub mod balances;
pub mod beside;
pub mod charts;
pub mod comparison;
pub mod couples;
pub mod diagnosis;
pub mod disagreement;
pub mod documents;
pub mod groups;
pub mod map;
pub mod mapping;
pub mod method;
pub mod programmes;
pub mod sectors;
pub mod sources;
pub mod survey;
pub mod training;
pub mod ways;

use crate::model::Fap;
use crate::report::build::error_sentence;
use crate::settings::Settings;
use crate::ui::bar::{Picking, pick};
use crate::ui::command::Command;
use crate::ui::employed::Employed;
use crate::ui::session::Session;
use crate::ui::widgets::{empty, grid, prose};
use egui::{Key, Ui};
use std::sync::Arc;

/// What a screen sees.
pub struct View<'a> {
    pub session: &'a Session,
    pub settings: &'a Settings,
    /// The occupation looked at.
    pub selected: Option<Fap>,
    pub commands: &'a mut Vec<Command>,
    /// The search for a territory.
    pub picking: &'a mut Picking,
    /// Ctrl+F was pressed: the search field takes the focus.
    pub find: bool,
    /// What is said of work found after a crash.
    pub recovery: Option<&'a str>,
    /// Others look at this screen: nothing that names a respondent is drawn.
    pub sharing: bool,
    /// The headcount of the company whose kit is made.
    pub employed: Option<Arc<Employed>>,
}

impl View<'_> {
    pub fn text(&self, key: &str) -> String {
        self.session.catalog.text(key)
    }

    pub fn send(&mut self, command: Command) {
        self.commands.push(command);
    }

    /// What happened in a grid becomes commands.
    pub fn follow(&mut self, events: grid::Events) {
        if let Some(code) = events.chosen {
            self.send(Command::Select(code));
        }
        if let Some(asked) = events.explained {
            self.send(Command::Explain(Box::new(asked)));
        }
        if let Some(text) = events.copied {
            self.send(if events.copied_words {
                Command::CopyWords(text)
            } else {
                Command::Copy(text)
            });
        }
    }
}

/// Says why there is no result yet, and what to do; true when there are results to draw.
pub fn ready(ui: &mut Ui, view: &mut View<'_>) -> bool {
    let session = view.session;
    if session.document().is_some() {
        return true;
    }
    let catalog = &session.catalog;
    if let Some(error) = session.error() {
        ui.add_space(40.0);
        ui.vertical_centered(|ui| prose(ui, &error_sentence(error, catalog)));
    } else if session.has_failed() {
        empty(ui, catalog, "window-analysis-failed");
    } else if session.is_busy() {
        empty(ui, catalog, "window-working");
    } else if session.project.decisions().sources.is_empty() {
        empty(ui, catalog, "window-no-source");
    } else {
        empty(ui, catalog, "window-no-territory");
        let idle = ui.memory(|memory| memory.focused().is_none());
        let size = egui::vec2(380.0, ui.available_height() - 12.0);
        ui.vertical_centered(|ui| {
            ui.allocate_ui_with_layout(size, egui::Layout::top_down(egui::Align::Min), |ui| {
                egui::ScrollArea::vertical().show(ui, |ui| pick(ui, view, idle));
            });
        });
    }
    false
}

/// Sides of a screen of which one is looked at, by the keys of their names.
pub fn sides<T: Copy + PartialEq>(
    ui: &mut Ui,
    view: &View<'_>,
    looked_at: &mut T,
    named: &[(T, &str)],
) {
    for (side, key) in named {
        if ui.selectable_label(looked_at == side, view.text(key)).clicked() {
            *looked_at = *side;
        }
    }
}

/// A drawing or its table, which can be searched.
pub fn chart_or_table(ui: &mut Ui, view: &View<'_>, as_table: &mut bool, text: &mut String) {
    ui.horizontal_wrapped(|ui| {
        sides(ui, view, as_table, &[(false, "as-chart"), (true, "as-table")]);
        if *as_table {
            search(ui, view, text);
        }
    });
}

/// A search field with a name, taking the focus on Ctrl+F; Enter goes to the first row found.
pub fn search(ui: &mut Ui, view: &View<'_>, text: &mut String) {
    let label = ui.label(view.text("window-search"));
    let field = egui::TextEdit::singleline(text)
        .hint_text(view.text("window-search-hint"))
        .desired_width(220.0);
    let response = ui.add(field).labelled_by(label.id);
    if view.find {
        response.request_focus();
    }
    if response.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter)) {
        grid::enter(ui);
    }
}
