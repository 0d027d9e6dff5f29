//! The questions of the survey: one at a time, as bars with their intervals; all of
//! them as a table.

use crate::report::document::{Cell, Row, Table};
use crate::secrecy::Published;
use crate::ui::screens::{View, chart_or_table};
use crate::ui::survey::SurveyView;
use crate::ui::theme::palette;
use crate::ui::widgets::grid::{Grid, Wanted};
use crate::ui::widgets::{prose, section, weak};
use egui::{RichText, ScrollArea, Sense, Stroke, Ui, WidgetInfo, pos2, vec2};

/// Passing state.
#[derive(Debug, Default)]
pub struct Screen {
    chosen: usize,
    as_table: bool,
    grid: Grid,
    text: String,
}

impl Screen {
    pub fn show(&mut self, ui: &mut Ui, view: &mut View<'_>, survey: &SurveyView, revision: u64) {
        let Some(table) = &survey.questions else {
            prose(ui, &view.text("weights-no-answer"));
            return;
        };
        let names = names(table);
        if names.is_empty() {
            prose(ui, &view.text("questions-none"));
            return;
        }
        self.chosen = self.chosen.min(names.len() - 1);
        weak(ui, &table.about);
        chart_or_table(ui, view, &mut self.as_table, &mut self.text);
        if self.as_table {
            let wanted = Wanted { text: &self.text, tag: "questions", keep: &|_| true };
            let shown = (table, revision);
            let events = self.grid.show(ui, shown, &wanted, None, &view.session.catalog);
            view.follow(events);
            return;
        }
        one_of(ui, "questions", &names, &mut self.chosen, |ui, name| {
            let rows: Vec<&Row> = table.rows.iter().filter(|row| is_of(row, name)).collect();
            answers(ui, view, table, &rows);
        });
    }
}

/// The list of questions, and beside it the one chosen.
pub(super) fn one_of(
    ui: &mut Ui,
    id: &'static str,
    names: &[&str],
    chosen: &mut usize,
    show: impl FnOnce(&mut Ui, &str),
) {
    egui::Panel::left(id).resizable(true).default_size(260.0).show(ui, |ui| {
        ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
            for (place, name) in names.iter().enumerate() {
                if ui.selectable_label(*chosen == place, *name).clicked() {
                    *chosen = place;
                }
            }
        });
    });
    let Some(name) = names.get(*chosen) else { return };
    // Not against the edge of the list.
    let frame = egui::Frame::NONE.inner_margin(egui::Margin { left: 10, ..egui::Margin::ZERO });
    egui::CentralPanel::default().frame(frame).show(ui, |ui| {
        ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
            section(ui, name);
            show(ui, name);
        });
    });
}

pub(super) fn is_of(row: &Row, name: &str) -> bool {
    matches!(row.cells.first(), Some(Cell::Text(text)) if text == name)
}

pub(super) fn names(table: &Table) -> Vec<&str> {
    let mut names: Vec<&str> = Vec::new();
    for row in &table.rows {
        if let Some(Cell::Text(text)) = row.cells.first()
            && !names.contains(&text.as_str())
        {
            names.push(text);
        }
    }
    names
}

/// Bars with whiskers, each with its figures in words beside it.
fn answers(ui: &mut Ui, view: &View<'_>, table: &Table, rows: &[&Row]) {
    let catalog = &view.session.catalog;
    let cell = |row: &Row, id: &str| -> Option<Cell> {
        table.column(id).and_then(|column| row.cells.get(column)).cloned()
    };
    if let Some(first) = rows.first() {
        let shown = |id: &str| cell(first, id).map(|cell| cell.shown(catalog)).unwrap_or_default();
        // How many answered tells of those whose answers are hidden.
        let hidden = matches!(cell(first, "answers"), None | Some(Cell::Blank));
        let note = catalog.with(
            if hidden { "questions-base-hidden" } else { "questions-base" },
            &[
                ("kind", (&shown("question-kind")).into()),
                ("answers", (&shown("answers")).into()),
                ("respondents", (&shown("respondents")).into()),
            ],
        );
        weak(ui, &note);
    }
    for row in rows {
        let answer = cell(row, "answer").map(|cell| cell.shown(catalog)).unwrap_or_default();
        ui.add_space(4.0);
        match cell(row, "share") {
            Some(hidden @ Cell::Figure { figure, .. }) if figure.hidden().is_some() => {
                let why = hidden.shown(catalog);
                let told = [answer.as_str(), why.as_str()];
                let told: Vec<&str> = told.into_iter().filter(|text| !text.is_empty()).collect();
                prose(ui, &told.join(&catalog.text("colon")));
            }
            Some(Cell::Figure { figure, part }) => {
                let words = Cell::Figure { figure, part }.shown(catalog);
                ui.horizontal(|ui| {
                    ui.allocate_ui(vec2(220.0, 18.0), |ui| {
                        ui.set_width(220.0);
                        ui.add(egui::Label::new(&answer).truncate());
                    });
                    bar(ui, &figure, &format!("{answer} : {words}"));
                    ui.label(RichText::new(words).strong());
                });
            }
            Some(other) => {
                prose(ui, &other.shown(catalog));
            }
            None => {}
        }
    }
}

/// A share from 0 to 1 with its interval.
fn bar(ui: &mut Ui, figure: &Published, words: &str) {
    let width = (ui.available_width() - 170.0).clamp(120.0, 420.0);
    let (rect, response) = ui.allocate_exact_size(vec2(width, 16.0), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(egui::Role::Image, true, words));
    let colours = palette(ui);
    let painter = ui.painter();
    painter.rect_filled(rect, 2.0, ui.visuals().faint_bg_color);
    let at = |share: f64| rect.left() + rect.width() * (share as f32).clamp(0.0, 1.0);
    if let Some(point) = figure.point() {
        let mut filled = rect;
        filled.set_right(at(point));
        painter.rect_filled(filled, 2.0, colours.accent);
    }
    if let Some((low, high)) = figure.bounds() {
        let middle = rect.center().y;
        // Seen on the bar as beside it.
        let edge = Stroke::new(4.0, ui.visuals().panel_fill);
        for stroke in [edge, Stroke::new(1.5, ui.visuals().strong_text_color())] {
            painter.line_segment([pos2(at(low), middle), pos2(at(high), middle)], stroke);
            for end in [at(low), at(high)] {
                painter.line_segment([pos2(end, middle - 4.0), pos2(end, middle + 4.0)], stroke);
            }
        }
    }
}
