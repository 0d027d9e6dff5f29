//! The drawing of a grid: headers that sort, cells that are chosen, marks in them.

use crate::i18n::Catalog;
use crate::model::{Fap, Unit};
use crate::report::document::{Cell, Part};
use crate::ui::theme::palette;
use crate::ui::widgets::grid::{BOX, Events, Grid, Looks, marks};
use crate::ui::widgets::rows::Rows;
use egui::{Align, Label, Layout, Rect, RichText, Sense, Ui, WidgetInfo, vec2};
use egui_table::{CellInfo, HeaderCellInfo, TableDelegate};
use std::borrow::Cow;

/// Width of a letter, about.
const LETTER: f32 = 6.2;
/// A cell narrower than this has no room for a bar beside its text.
const BAR: f32 = 180.0;

pub(super) struct Drawn<'a> {
    pub grid: &'a mut Grid,
    pub rows: &'a dyn Rows,
    pub columns: &'a [usize],
    pub selected: Option<Fap>,
    pub looks: Looks<'a>,
    pub catalog: &'a Catalog,
    pub events: &'a mut Events,
}

impl Drawn<'_> {
    fn cell(&self, row: usize, place: usize) -> Option<Cow<'_, Cell>> {
        let column = *self.columns.get(place)?;
        self.rows.cell(*self.grid.view.get(row)?, column)
    }

    /// What a cell says when the pointer rests on it.
    fn told(&self, cell: &Cell, width: f32) -> Option<String> {
        match cell {
            // What does not fit is read whole.
            Cell::Text(text) if text.chars().count() as f32 * LETTER > width => Some(text.clone()),
            Cell::Causes(causes) if !causes.is_empty() => {
                let list = cell.shown(self.catalog);
                Some(self.catalog.with("causes-told", &[("list", (&list).into())]))
            }
            Cell::Figure { figure, .. } if figure.is_below_bounds() => {
                Some(self.catalog.text("figure-published-why"))
            }
            _ => None,
        }
    }

    fn contents(&self, ui: &mut Ui, rect: Rect, cell: &Cell) {
        let text = cell.shown(self.catalog);
        let bar = match cell {
            Cell::Figure { figure, part: Part::Whole } => {
                // The cut is a share of projects: nothing else stands against it.
                let share = figure.unit() == Unit::ShareOfProjects;
                self.looks.cut.filter(|_| share && rect.width() >= BAR)
            }
            _ => None,
        };
        if let (Some(cut), Cell::Figure { figure, .. }) = (bar, cell) {
            marks::interval(ui, rect, figure, cut);
        }
        if let Cell::Causes(causes) = cell
            && causes.aggravating().next().is_some()
        {
            marks::causes(ui, rect, causes, &text);
            return;
        }
        let number = cell.number().is_some() || matches!(cell, Cell::Figure { .. });
        let layout = if number {
            Layout::right_to_left(Align::Center)
        } else {
            Layout::left_to_right(Align::Center)
        };
        ui.scope_builder(egui::UiBuilder::new().max_rect(rect), |ui| {
            ui.with_layout(layout, |ui| {
                ui.add(Label::new(&text).truncate());
            });
        });
    }

    /// The box that picks the occupation of a row, to be looked at beside others.
    fn pick(&mut self, ui: &Ui, rect: Rect, row: usize) {
        let Some(picked) = self.looks.picked else { return };
        let Some(code) = self.grid.occupation(self.rows, row) else { return };
        let on = picked.contains(&code);
        let square = Rect::from_center_size(rect.left_center() + vec2(11.0, 0.0), vec2(14.0, 14.0));
        let response =
            ui.interact(square.expand(4.0), ui.scope_id().with((row, "pick")), Sense::click());
        let name = self.catalog.with("grid-pick", &[("code", code.code().into())]);
        response.widget_info(|| WidgetInfo::selected(egui::Role::CheckBox, true, on, &name));
        let visuals = ui.style().interact(&response);
        ui.painter().rect(
            square,
            2.0,
            visuals.bg_fill,
            visuals.fg_stroke,
            egui::StrokeKind::Inside,
        );
        if on {
            let at = |x: f32, y: f32| square.min + vec2(x, y);
            let tick = vec![at(3.0, 7.0), at(6.0, 10.5), at(11.0, 3.5)];
            ui.painter().add(egui::Shape::line(tick, visuals.fg_stroke));
        }
        if response.on_hover_text(&name).clicked() {
            self.events.picked = Some(code);
        }
    }

    fn chosen(&mut self, ui: &Ui, response: &egui::Response, (row, place): (usize, usize)) {
        let inside = self.grid.holds(row, place);
        if response.clicked() || response.drag_started() || response.secondary_clicked() {
            ui.memory_mut(|memory| {
                if let Some(id) = memory.focused() {
                    memory.surrender_focus(id);
                }
            });
            let extend = ui.input(|input| input.modifiers.shift);
            let kept = response.secondary_clicked() && inside;
            if !kept {
                let from =
                    self.grid.block.filter(|_| extend).map_or((row, place), |(from, _)| from);
                self.grid.block = Some((from, (row, place)));
            }
            self.events.row = self.grid.view.get(row).copied();
            self.events.chosen = self.grid.occupation(self.rows, row);
        }
        // A drag that began elsewhere in the grid reaches this cell.
        let dragging = ui.input(|input| input.pointer.is_decidedly_dragging());
        if dragging
            && let Some((from, _)) = self.grid.block
            && ui.input(|input| input.pointer.primary_down())
            && response.contains_pointer()
        {
            self.grid.block = Some((from, (row, place)));
        }
    }

    fn asked(&mut self, response: &egui::Response, (row, place): (usize, usize)) {
        let number = || {
            let column = *self.columns.get(place)?;
            self.rows.asked(*self.grid.view.get(row)?, column)
        };
        response.context_menu(|ui| {
            if let Some(asked) = number()
                && ui.button(self.catalog.text("provenance-title")).clicked()
            {
                self.events.explained = Some(asked);
                ui.close();
            }
            if ui.button(self.catalog.text("grid-copy")).clicked() {
                self.events.copied = Some(self.grid.copied(self.rows, self.columns, self.catalog));
                self.events.copied_words = self.grid.is_words(self.rows, self.columns);
                ui.close();
            }
        });
        if response.double_clicked()
            && let Some(asked) = number()
        {
            self.events.explained = Some(asked);
        }
    }
}

impl TableDelegate for Drawn<'_> {
    fn header_cell_ui(&mut self, ui: &mut Ui, cell: &HeaderCellInfo) {
        let Some(index) = self.columns.get(cell.group_index).copied() else { return };
        let Some(column) = self.rows.columns().get(index) else { return };
        let rect = ui.max_rect();
        ui.painter().rect_filled(rect, 0.0, palette(ui).stripe);
        let sorted = self.grid.sort.filter(|(place, _)| *place == index);
        let mark = match sorted {
            Some((_, true)) => " ▼",
            Some((_, false)) => " ▲",
            None => "",
        };
        let text = RichText::new(format!("{}{mark}", column.title)).size(12.5).strong();
        ui.scope_builder(egui::UiBuilder::new().max_rect(rect.shrink2(vec2(6.0, 2.0))), |ui| {
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                ui.add(Label::new(text).wrap());
            });
        });
        let response = ui.interact(rect, ui.scope_id().with("header"), Sense::click());
        let title = column.title.clone();
        response.widget_info(|| {
            WidgetInfo::labeled(
                egui::Role::Button,
                true,
                self.catalog.with("grid-sort", &[("column", (&title).into())]),
            )
        });
        let key = format!("help-{}", column.id);
        let own = self.looks.help.filter(|(id, _)| *id == column.id).map(|(_, text)| text);
        let response = match own {
            _ if !response.hovered() => response,
            Some(text) => response.on_hover_text(crate::format::prose(text)),
            None if self.catalog.has(&key) => {
                response.on_hover_text(crate::format::prose(&self.catalog.text(&key)))
            }
            None => response,
        };
        if response.clicked() {
            let number = self.rows.is_number(index);
            // Numbers largest first, words from A: then the other way, then the table's order.
            self.grid.sort = match sorted {
                None => Some((index, number)),
                Some((_, direction)) if direction == number => Some((index, !number)),
                Some(_) => None,
            };
        }
    }

    fn row_ui(&mut self, ui: &mut Ui, row: u64) {
        let row = row as usize;
        let rect = ui.max_rect();
        let place = self.grid.view.get(row);
        if place.is_some_and(|place| self.rows.is_selected(*place, self.selected)) {
            ui.painter().rect_filled(rect, 0.0, palette(ui).selection);
        } else if row % 2 == 1 {
            ui.painter().rect_filled(rect, 0.0, palette(ui).stripe);
        }
    }

    fn cell_ui(&mut self, ui: &mut Ui, cell: &CellInfo) {
        let (row, place) = (cell.row_nr as usize, cell.col_nr);
        let Some(found) = self.cell(row, place) else { return };
        let rect: Rect = ui.max_rect();
        if self.grid.holds(row, place) {
            let colour = ui.visuals().selection.bg_fill.gamma_multiply(0.7);
            ui.painter().rect_filled(rect, 0.0, colour);
        }
        let mut inside = rect.shrink2(vec2(6.0, 0.0));
        if place == 0 && self.looks.picked.is_some() {
            inside.min.x = (inside.min.x + BOX).min(inside.max.x);
        }
        self.contents(ui, inside, &found);
        let told = self.told(&found, inside.width());
        drop(found);
        let response = ui.interact(rect, ui.scope_id().with((row, place)), Sense::click_and_drag());
        self.chosen(ui, &response, (row, place));
        self.asked(&response, (row, place));
        if let Some(told) = told.filter(|_| response.hovered()) {
            response.on_hover_text(crate::format::prose(&told));
        }
        if place == 0 {
            self.pick(ui, rect, row);
        }
    }

    fn default_row_height(&self) -> f32 {
        26.0
    }
}
