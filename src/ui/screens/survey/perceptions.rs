//! What colleges of actors say of the same questions: one question at a time as intervals set
//! against the first college, and all of them as a table.

use super::questions::{is_of, names, one_of};
use crate::report::document::{Cell, Row, Table};
use crate::secrecy::Published;
use crate::ui::screens::{View, chart_or_table};
use crate::ui::theme::palette;
use crate::ui::widgets::grid::{Grid, Wanted};
use crate::ui::widgets::{prose, weak};
use egui::{Align, Layout, Painter, Pos2, RichText, Sense, Stroke, Ui, WidgetInfo};
use egui::{pos2, vec2};
use std::sync::Arc;

/// Width of the names of colleges.
const NAMES: f32 = 190.0;
/// Width of the share in words.
const WORDS: f32 = 160.0;
const LINE: f32 = 20.0;

/// Passing state.
#[derive(Debug, Default)]
pub struct Screen {
    chosen: usize,
    as_table: bool,
    grid: Grid,
    text: String,
}

impl Screen {
    pub fn show(&mut self, ui: &mut Ui, view: &mut View<'_>, told: Option<&(Arc<Table>, u64)>) {
        let Some((table, revision)) = told else {
            prose(ui, &view.text("perceptions-none"));
            return;
        };
        weak(ui, &table.about);
        chart_or_table(ui, view, &mut self.as_table, &mut self.text);
        if self.as_table {
            let wanted = Wanted { text: &self.text, tag: "perceptions", keep: &|_| true };
            let shown = (table.as_ref(), *revision);
            let events = self.grid.show(ui, shown, &wanted, None, &view.session.catalog);
            view.follow(events);
            return;
        }
        let names = names(table);
        self.chosen = self.chosen.min(names.len().saturating_sub(1));
        one_of(ui, "perceptions", &names, &mut self.chosen, |ui, name| {
            weak(ui, &view.text("perceptions-scale"));
            let rows: Vec<&Row> = table.rows.iter().filter(|row| is_of(row, name)).collect();
            let same = |a: &&Row, b: &&Row| a.cells.get(1) == b.cells.get(1);
            for statement in rows.chunk_by(same) {
                said(ui, view, table, statement);
            }
        });
    }
}

/// One answer: a line for each college, its figures in words beside it.
fn said(ui: &mut Ui, view: &View<'_>, table: &Table, rows: &[&Row]) {
    let catalog = &view.session.catalog;
    let cell = |row: &Row, id: &str| -> Cell {
        let at = table.column(id);
        at.and_then(|at| row.cells.get(at)).cloned().unwrap_or(Cell::Blank)
    };
    let shown = |row: &Row, id: &str| cell(row, id).shown(catalog);
    let Some(first) = rows.first() else { return };
    ui.add_space(8.0);
    ui.label(RichText::new(shown(first, "answer")).strong());
    let reference = match cell(first, "perception-share") {
        Cell::Figure { figure, .. } => figure.point(),
        _ => None,
    };
    for (place, row) in rows.iter().enumerate() {
        let Cell::Figure { figure, part } = cell(row, "perception-share") else { continue };
        let college = shown(row, "college");
        let words = Cell::Figure { figure, part }.shown(catalog);
        let (gap, reading) = (shown(row, "gap"), shown(row, "reading"));
        let after = [gap, reading].into_iter().filter(|text| !text.is_empty());
        let after = after.collect::<Vec<_>>().join(" — ");
        ui.horizontal(|ui| {
            fixed(ui, NAMES, |ui| ui.add(egui::Label::new(&college).truncate()));
            if figure.hidden().is_some() {
                weak(ui, &words);
                return;
            }
            line(ui, &figure, place, reference, &format!("{college} : {words} {after}"));
            fixed(ui, WORDS, |ui| ui.label(RichText::new(&words).strong()));
            ui.label(&after);
        });
    }
}

/// A cell of a fixed width, so that lines stand under each other.
fn fixed(ui: &mut Ui, width: f32, add: impl FnOnce(&mut Ui) -> egui::Response) {
    ui.allocate_ui_with_layout(vec2(width, LINE), Layout::left_to_right(Align::Center), |ui| {
        ui.set_width(width);
        add(ui)
    });
}

/// A share from 0 to 1 as a mark on its interval; the first college as an upright line.
fn line(ui: &mut Ui, figure: &Published, place: usize, reference: Option<f64>, words: &str) {
    let width = (ui.available_width() - WORDS - 290.0).clamp(120.0, 360.0);
    let (rect, response) = ui.allocate_exact_size(vec2(width, LINE), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(egui::Role::Image, true, words));
    let colours = palette(ui);
    let (painter, middle) = (ui.painter(), rect.center().y);
    // Room for a whole mark at both ends.
    let at =
        |share: f64| rect.left() + 6.0 + (rect.width() - 12.0) * (share as f32).clamp(0.0, 1.0);
    painter.rect_filled(rect.shrink2(vec2(0.0, 2.0)), 2.0, ui.visuals().faint_bg_color);
    if let Some(reference) = reference {
        let x = at(reference);
        let stroke = Stroke::new(1.0, colours.quiet);
        // Joined with the lines above and below.
        let (top, bottom) = (rect.top() - 3.0, rect.bottom() + 3.0);
        painter.line_segment([pos2(x, top), pos2(x, bottom)], stroke);
    }
    if let Some((low, high)) = figure.bounds() {
        let stroke = Stroke::new(2.0, colours.accent);
        painter.line_segment([pos2(at(low), middle), pos2(at(high), middle)], stroke);
        for end in [at(low), at(high)] {
            painter.line_segment([pos2(end, middle - 4.0), pos2(end, middle + 4.0)], stroke);
        }
    }
    if let Some(point) = figure.point() {
        let fill = if place == 0 { colours.accent } else { ui.visuals().panel_fill };
        mark(painter, pos2(at(point), middle), place, fill, Stroke::new(2.0, colours.accent));
    }
}

/// A full disc for the first college; a ring, a square, a diamond for the others in turn.
fn mark(painter: &Painter, at: Pos2, place: usize, fill: egui::Color32, stroke: Stroke) {
    let corner = |x: f32, y: f32| pos2(at.x + x, at.y + y);
    match place {
        0 | 1 => {
            painter.circle(at, 5.0, fill, stroke);
        }
        _ if place.is_multiple_of(2) => {
            let square = egui::Rect::from_center_size(at, vec2(9.0, 9.0));
            painter.rect(square, 0.0, fill, stroke, egui::StrokeKind::Middle);
        }
        _ => {
            let corners =
                vec![corner(0.0, -6.0), corner(6.0, 0.0), corner(0.0, 6.0), corner(-6.0, 0.0)];
            painter.add(egui::Shape::convex_polygon(corners, fill, stroke));
        }
    }
}
