//! A table of the document as Excel's users expect it: sort by the header, filter, a sticky
//! label, a block chosen with mouse or arrows, Ctrl+C to a spreadsheet.

use crate::i18n::Catalog;
use crate::model::{Fap, fold};
use crate::report::document::{Cell, Row, Shown, Table};
use crate::secrecy::Published;
use crate::ui::theme::palette;
use crate::ui::widgets::rows::{Kept, Rows};
use egui::{Align, Event, Key, Label, Layout, Rect, RichText, Sense, Ui, WidgetInfo};
use egui_table::{CellInfo, HeaderCellInfo, HeaderRow, TableDelegate};
use std::borrow::Cow;

/// A figure whose origin is asked for, with its row's occupation and place in its source.
pub type Asked = (Published, Option<Fap>, Option<(usize, u32)>);

/// What happened in the grid during a frame.
#[derive(Debug, Default)]
pub struct Events {
    /// The row now looked at, by its place in the rows, and its occupation.
    pub row: Option<usize>,
    pub chosen: Option<Fap>,
    pub explained: Option<Asked>,
    pub copied: Option<String>,
}

/// Which rows are wanted. `tag` names the choice made besides the text.
pub struct Wanted<'a> {
    pub text: &'a str,
    pub tag: &'a str,
    pub keep: &'a dyn Fn(&Row) -> bool,
}

#[derive(Debug, Clone, PartialEq)]
struct ViewKey {
    revision: u64,
    sort: Option<(usize, bool)>,
    text: String,
    tag: String,
}

/// Passing state of a grid: lost without regret.
#[derive(Debug, Default)]
pub struct Grid {
    /// Column of the table and direction; `None`: the table's own order.
    sort: Option<(usize, bool)>,
    view: Vec<usize>,
    key: Option<ViewKey>,
    /// Corners of the chosen block, in rows of the view and shown columns.
    block: Option<((usize, usize), (usize, usize))>,
    scroll: Option<usize>,
}

impl Grid {
    /// Number of rows that pass the filter, as last shown, for eyes.
    pub fn count(&self, catalog: &Catalog) -> String {
        let rows = u32::try_from(self.view.len()).map_or(f64::NAN, f64::from);
        crate::format::integer(rows, catalog.language())
    }

    fn refresh(&mut self, rows: &dyn Rows, revision: u64, (text, tag): (&str, &str)) {
        let (text, tag) = (text.to_owned(), tag.to_owned());
        let key = ViewKey { revision, sort: self.sort, text, tag };
        if self.key.as_ref() == Some(&key) {
            return;
        }
        let needles: Vec<String> = fold(&key.text).split_whitespace().map(str::to_owned).collect();
        self.view = rows.found(&needles);
        if let Some((column, descending)) = self.sort {
            rows.sort(&mut self.view, column, descending);
        }
        self.block = None;
        self.key = Some(key);
    }

    /// Draws the table in the space left.
    pub fn show(
        &mut self,
        ui: &mut Ui,
        (table, revision): (&Table, u64),
        wanted: &Wanted<'_>,
        selected: Option<Fap>,
        catalog: &Catalog,
    ) -> Events {
        let rows = Kept { table, keep: wanted.keep };
        self.show_rows(ui, (&rows, revision), (wanted.text, wanted.tag), selected, catalog)
    }

    /// As [`Grid::show`], of rows that need not be a table: those that hold the text; `tag` names
    /// the choice made besides it.
    pub fn show_rows(
        &mut self,
        ui: &mut Ui,
        (rows, revision): (&dyn Rows, u64),
        wanted: (&str, &str),
        selected: Option<Fap>,
        catalog: &Catalog,
    ) -> Events {
        self.refresh(rows, revision, wanted);
        let columns: Vec<usize> = rows
            .columns()
            .iter()
            .enumerate()
            .filter(|(_, column)| column.shown != Shown::File)
            .map(|(index, _)| index)
            .collect();
        let mut events = Events::default();
        self.keys(ui, rows, &columns, catalog, &mut events);
        let mut shown: Vec<egui_table::Column> = columns
            .iter()
            .filter_map(|index| rows.columns().get(*index))
            .map(|column| {
                let width = f32::from(column.width) * 6.6 + 22.0;
                egui_table::Column::new(width.clamp(64.0, 320.0))
                    .range(44.0..=640.0)
                    .resizable(true)
                    .id(egui::Id::unique((rows.id(), column.id)))
            })
            .collect();
        let label = columns
            .iter()
            .position(|index| rows.columns().get(*index).is_some_and(|c| c.id == "label"));
        let sticky = label.map_or(1, |place| place + 1);
        let mut widget = egui_table::Table::new().id_salt(rows.id());
        first_widths(ui, widget.get_id(ui), &mut shown, label);
        widget = widget
            .num_rows(self.view.len() as u64)
            .columns(shown)
            .num_sticky_cols(sticky)
            .headers(vec![HeaderRow::new(52.0)])
            .auto_size_mode(egui_table::AutoSizeMode::Never);
        if let Some(row) = self.scroll.take() {
            widget = widget.scroll_to_row(row as u64, None);
        }
        let mut drawn =
            Drawn { grid: self, rows, columns: &columns, selected, catalog, events: &mut events };
        widget.show(ui, &mut drawn);
        events
    }

    /// Arrows move, Shift extends, Ctrl+A takes all, Ctrl+C copies, Enter opens.
    fn keys(
        &mut self,
        ui: &Ui,
        rows: &dyn Rows,
        columns: &[usize],
        catalog: &Catalog,
        events: &mut Events,
    ) {
        if ui.memory(|memory| memory.focused().is_some()) || self.view.is_empty() {
            return;
        }
        let last = (self.view.len() - 1, columns.len().saturating_sub(1));
        let steps = ui.input(|input| {
            let mut steps: Vec<(isize, isize, bool)> = Vec::new();
            for event in &input.events {
                let Event::Key { key, pressed: true, modifiers, .. } = event else { continue };
                let (down, right) = match key {
                    Key::ArrowDown => (1, 0),
                    Key::ArrowUp => (-1, 0),
                    Key::ArrowRight => (0, 1),
                    Key::ArrowLeft => (0, -1),
                    Key::PageDown => (20, 0),
                    Key::PageUp => (-20, 0),
                    Key::Home => (isize::MIN / 2, 0),
                    Key::End => (isize::MAX / 2, 0),
                    _ => continue,
                };
                steps.push((down, right, modifiers.shift));
            }
            steps
        });
        for (down, right, extend) in steps {
            let (from, at) = self.block.unwrap_or(((0, 0), (0, 0)));
            let first = self.block.is_none();
            let moved = |place: usize, by: isize, last: usize| {
                if first { place } else { place.saturating_add_signed(by).min(last) }
            };
            let to = (moved(at.0, down, last.0), moved(at.1, right, last.1));
            self.block = Some((if extend { from } else { to }, to));
            self.scroll = Some(to.0);
            events.row = self.view.get(to.0).copied();
            events.chosen = self.occupation(rows, to.0);
        }
        let (copy, all) = ui.input(|input| {
            let copy = input.events.iter().any(|event| matches!(event, Event::Copy));
            (copy, input.modifiers.command && input.key_pressed(Key::A))
        });
        if all {
            self.block = Some(((0, 0), last));
        }
        if copy && self.block.is_some() {
            events.copied = Some(self.copied(rows, columns, catalog));
        }
    }

    fn occupation(&self, rows: &dyn Rows, row: usize) -> Option<Fap> {
        self.view.get(row).and_then(|index| rows.occupation(*index))
    }

    fn corners(
        &self,
    ) -> Option<(std::ops::RangeInclusive<usize>, std::ops::RangeInclusive<usize>)> {
        let ((a, b), (c, d)) = self.block?;
        Some((a.min(c)..=a.max(c), b.min(d)..=b.max(d)))
    }

    /// The chosen block as a spreadsheet pastes it, with its headers when it has several rows.
    fn copied(&self, rows: &dyn Rows, columns: &[usize], catalog: &Catalog) -> String {
        let Some((chosen, places)) = self.corners() else { return String::new() };
        let columns: Vec<usize> = places.filter_map(|place| columns.get(place)).copied().collect();
        let mut lines: Vec<String> = Vec::new();
        if chosen.clone().count() > 1 {
            let titles = columns.iter().filter_map(|index| rows.columns().get(*index));
            lines.push(titles.map(|c| plain(&c.title)).collect::<Vec<_>>().join("\t"));
        }
        for row in chosen.filter_map(|row| self.view.get(row)) {
            let cells = columns.iter().map(|index| {
                rows.cell(*row, *index).map(|cell| plain(&cell.shown(catalog))).unwrap_or_default()
            });
            lines.push(cells.collect::<Vec<_>>().join("\t"));
        }
        lines.join("\n")
    }
}

/// Widths of a table never shown before: the asked ones, the label taking the space left. The
/// table's own first pass would shrink each column to its narrowest.
fn first_widths(ui: &Ui, id: egui::Id, columns: &mut [egui_table::Column], label: Option<usize>) {
    if egui_table::TableState::load(ui, id).is_some() {
        return;
    }
    let used: f32 = columns.iter().map(|column| column.current).sum();
    let room = ui.available_width() - used - 12.0;
    if let Some(column) = label.and_then(|place| columns.get_mut(place))
        && room > 0.0
    {
        column.current = (column.current + room).min(420.0);
    }
    let widths = columns.iter().enumerate().map(|(at, c)| (c.id_for(at), c.current));
    egui_table::TableState { col_widths: widths.collect(), parent_width: None }.store(ui, id);
}

/// One cell of a pasted block: no tab, no line break, no formula, no thousands space.
fn plain(text: &str) -> String {
    let digits = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
    let chars: Vec<char> = text.chars().collect();
    let mut out = String::with_capacity(text.len());
    for (index, c) in chars.iter().enumerate() {
        let between = index > 0
            && digits(chars.get(index - 1).copied())
            && digits(chars.get(index + 1).copied());
        match c {
            '\t' | '\n' | '\r' => out.push(' '),
            '\u{202f}' | '\u{a0}' if between => {}
            '\u{202f}' => out.push('\u{a0}'),
            _ => out.push(*c),
        }
    }
    crate::report::csv::harmless(&out)
}

struct Drawn<'a> {
    grid: &'a mut Grid,
    rows: &'a dyn Rows,
    columns: &'a [usize],
    selected: Option<Fap>,
    catalog: &'a Catalog,
    events: &'a mut Events,
}

impl Drawn<'_> {
    fn cell(&self, row: usize, place: usize) -> Option<Cow<'_, Cell>> {
        let column = *self.columns.get(place)?;
        self.rows.cell(*self.grid.view.get(row)?, column)
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
        ui.scope_builder(
            egui::UiBuilder::new().max_rect(rect.shrink2(egui::vec2(6.0, 2.0))),
            |ui| {
                ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                    ui.add(Label::new(text).wrap());
                });
            },
        );
        let response = ui.interact(rect, ui.scope_id().with("header"), Sense::click());
        let title = column.title.clone();
        response.widget_info(|| {
            WidgetInfo::labeled(
                egui::Role::Button,
                true,
                self.catalog.with("grid-sort", &[("column", (&title).into())]),
            )
        });
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
        let (text, number) = (found.shown(self.catalog), found.number().is_some());
        let figure = match *found {
            Cell::Figure { figure, .. } => Some(figure),
            _ => None,
        };
        let whole = figure.is_some();
        drop(found);
        let rect: Rect = ui.max_rect();
        let inside = self
            .grid
            .corners()
            .is_some_and(|(rows, places)| rows.contains(&row) && places.contains(&place));
        if inside {
            let colour = ui.visuals().selection.bg_fill.gamma_multiply(0.7);
            ui.painter().rect_filled(rect, 0.0, colour);
        }
        let layout = if number || whole {
            Layout::right_to_left(Align::Center)
        } else {
            Layout::left_to_right(Align::Center)
        };
        ui.scope_builder(
            egui::UiBuilder::new().max_rect(rect.shrink2(egui::vec2(6.0, 0.0))),
            |ui| {
                ui.with_layout(layout, |ui| {
                    ui.add(Label::new(&text).truncate());
                });
            },
        );
        let response = ui.interact(rect, ui.scope_id().with((row, place)), Sense::click_and_drag());
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
        let place = self.grid.view.get(row).copied();
        let origin = place.map(|row| (self.rows.occupation(row), self.rows.origin(row)));
        response.context_menu(|ui| {
            if let (Some(figure), Some((occupation, origin))) = (figure, origin)
                && ui.button(self.catalog.text("provenance-title")).clicked()
            {
                self.events.explained = Some((figure, occupation, origin));
                ui.close();
            }
            if ui.button(self.catalog.text("grid-copy")).clicked() {
                self.events.copied = Some(self.grid.copied(self.rows, self.columns, self.catalog));
                ui.close();
            }
        });
        if response.double_clicked()
            && let (Some(figure), Some((occupation, origin))) = (figure, origin)
        {
            self.events.explained = Some((figure, occupation, origin));
        }
    }

    fn default_row_height(&self) -> f32 {
        26.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_copied_cell_is_one_cell_and_no_formula() {
        let check = |text: &str, expect: &str| assert_eq!(plain(text), expect, "{text:?}");
        check("1\u{202f}234", "1234");
        check("58\u{202f}%", "58\u{a0}%");
        check("a\tb\nc", "a b c");
        check("=1+1", "'=1+1");
        check("Cuisiniers", "Cuisiniers");
    }
}
