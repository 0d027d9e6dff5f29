//! The questions of the survey: one at a time, as bars with their intervals; all of
//! them as a table.

use crate::report::document::{Cell, Row, Table};
use crate::report::survey::questions::OTHERS;
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

/// Height of the bar of an unweighted share.
const UNWEIGHTED: f32 = 4.0;

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
        // Degrees that are joined have no place between the others.
        let is_joined = rows.iter().any(|row| row.key.ends_with(&format!("/{OTHERS}")));
        if !is_joined && shown("question-kind") == catalog.text("question-scale") {
            stacked(ui, view, table, rows);
        }
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
            // A mean is on no scale from none to all.
            Some(Cell::Figure { figure, part }) if !figure.unit().is_share() => {
                let words = Cell::Figure { figure, part }.shown(catalog);
                let beside = cell(row, "unweighted").filter(|cell| cell.number().is_some());
                let beside = beside.map(|cell| {
                    let value = cell.shown(catalog);
                    catalog.with("questions-unweighted", &[("value", (&value).into())])
                });
                let told = [Some(words), beside].into_iter().flatten().collect::<Vec<_>>();
                let told = told.join(&catalog.text("list-separator"));
                prose(ui, &format!("{answer}{}{told}", catalog.text("colon")));
            }
            Some(Cell::Figure { figure, part }) => {
                let words = Cell::Figure { figure, part }.shown(catalog);
                let plain = cell(row, "unweighted");
                let beside = match &plain {
                    Some(Cell::Figure { figure, .. }) => figure.point(),
                    _ => None,
                };
                let plain = plain.filter(|_| beside.is_some()).map(|cell| {
                    let value = cell.shown(catalog);
                    catalog.with("questions-unweighted", &[("value", (&value).into())])
                });
                let plain = plain.unwrap_or_default();
                ui.horizontal(|ui| {
                    ui.allocate_ui(vec2(220.0, 18.0), |ui| {
                        ui.set_width(220.0);
                        ui.add(egui::Label::new(&answer).truncate());
                    });
                    let said = [words.as_str(), plain.as_str()];
                    let said: Vec<&str> =
                        said.into_iter().filter(|text| !text.is_empty()).collect();
                    let said = said.join(", ");
                    let colon = catalog.text("colon");
                    bar(ui, &figure, beside, &format!("{answer}{colon}{said}"));
                    ui.label(RichText::new(words).strong());
                    weak(ui, &plain);
                });
            }
            Some(other) => {
                prose(ui, &other.shown(catalog));
            }
            None => {}
        }
    }
}

/// Degrees of a scale side by side, in their order: what is low on the left, what is high on the
/// right. Nothing where one of them is hidden, for the rest of the bar would tell it.
fn stacked(ui: &mut Ui, view: &View<'_>, table: &Table, rows: &[&Row]) {
    let catalog = &view.session.catalog;
    let at = |id: &str| table.column(id);
    let (Some(share), Some(answer)) = (at("share-point"), at("answer")) else { return };
    let degrees: Option<Vec<(String, f64)>> = rows
        .iter()
        .map(|row| {
            let Some(Cell::Figure { figure, .. }) = row.cells.get(share) else { return None };
            Some((row.cells.get(answer)?.shown(catalog), figure.point()?))
        })
        .collect();
    let Some(degrees) = degrees.filter(|degrees| degrees.len() > 1) else { return };
    let whole: f64 = degrees.iter().map(|(_, share)| share).sum();
    if whole <= 0.0 {
        return;
    }
    let width = ui.available_width().clamp(120.0, 640.0);
    let (rect, response) = ui.allocate_exact_size(vec2(width, 24.0), Sense::hover());
    let named = |(label, share): &(String, f64)| {
        let percent = crate::format::percent(*share, 0, catalog.language());
        format!("{label} ({percent})")
    };
    let told = degrees.iter().map(named).collect::<Vec<_>>().join(&catalog.text("list-separator"));
    let words = catalog.with("questions-stacked", &[("list", (&told).into())]);
    response.widget_info(|| WidgetInfo::labeled(egui::Role::Image, true, &words));
    response.on_hover_text(&words);
    let colours = palette(ui);
    let (paler, full) = (ui.visuals().faint_bg_color, colours.accent);
    let last = (degrees.len() - 1) as f32;
    let mut left = rect.left();
    for (place, (label, share)) in degrees.iter().enumerate() {
        let right = left + rect.width() * (share / whole) as f32;
        let part = egui::Rect::from_min_max(pos2(left, rect.top()), pos2(right, rect.bottom()));
        // The higher the degree, the deeper.
        let depth = 0.2 + 0.8 * place as f32 / last;
        ui.painter().rect_filled(part, 0.0, paler.lerp_to_gamma(full, depth));
        ui.painter().line_segment(
            [part.right_top(), part.right_bottom()],
            Stroke::new(1.0, ui.visuals().panel_fill),
        );
        if part.width() > 30.0 {
            let font = egui::TextStyle::Small.resolve(ui.style());
            let ink = if depth > 0.5 { ui.visuals().panel_fill } else { ui.visuals().text_color() };
            ui.painter().with_clip_rect(part).text(
                part.center(),
                egui::Align2::CENTER_CENTER,
                label,
                font,
                ink,
            );
        }
        left = right;
    }
    ui.add_space(4.0);
}

/// A share from 0 to 1 with its interval; below it the unweighted one.
fn bar(ui: &mut Ui, figure: &Published, beside: Option<f64>, words: &str) {
    let width = (ui.available_width() - 300.0).clamp(120.0, 420.0);
    let (rect, response) = ui.allocate_exact_size(vec2(width, 16.0), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(egui::Role::Image, true, words));
    let colours = palette(ui);
    let painter = ui.painter();
    painter.rect_filled(rect, 2.0, ui.visuals().faint_bg_color);
    let at = |share: f64| rect.left() + rect.width() * (share as f32).clamp(0.0, 1.0);
    if let Some(point) = figure.point() {
        let mut filled = rect;
        if beside.is_some() {
            filled.set_bottom(rect.bottom() - UNWEIGHTED - 1.0);
        }
        filled.set_right(at(point));
        painter.rect_filled(filled, 2.0, colours.accent);
    }
    if let Some(beside) = beside {
        let mut thin = rect;
        thin.set_top(rect.bottom() - UNWEIGHTED);
        thin.set_right(at(beside));
        painter.rect_filled(thin, 1.0, colours.quiet);
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
