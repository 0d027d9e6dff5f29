//! A table of the document as Excel's users expect it: sort by the header, filter, a sticky
//! label, a block chosen with mouse or arrows, Ctrl+C to a spreadsheet.

mod cells;
mod marks;

use crate::i18n::Catalog;
use crate::model::{Fap, fold};
use crate::report::document::{Cell, Row, Shown, Table};
use crate::report::provenance::Asked;
use crate::ui::widgets::grid::cells::Drawn;
use crate::ui::widgets::rows::{Kept, Rows};
use egui::{Event, Key, Ui};
use egui_table::HeaderRow;
use std::collections::BTreeSet;

/// Room of the box that picks a row.
const BOX: f32 = 22.0;

/// The column of intervals, and how wide columns up to it are beside a sheet.
const BAR_COLUMN: &str = "posterior-shown";
const NARROW: [(&str, f32); 4] =
    [("status", 84.0), ("grade", 84.0), ("projects-shown", 72.0), (BAR_COLUMN, 196.0)];
/// A label is read at this width, if not whole.
const LEAST_LABEL: f32 = 128.0;

/// What happened in the grid during a frame.
#[derive(Debug, Default)]
pub struct Events {
    /// The row now looked at, by its place in the rows, and its occupation.
    pub row: Option<usize>,
    pub chosen: Option<Fap>,
    pub explained: Option<Asked>,
    pub copied: Option<String>,
    /// What was copied are words alone: no figure, nor a count, left with them.
    pub copied_words: bool,
    /// An occupation was picked, or no longer is.
    pub picked: Option<Fap>,
}

/// How a table is drawn, besides its rows.
#[derive(Clone, Copy, Debug, Default)]
pub struct Looks<'a> {
    /// Share that intervals are set against: they are drawn as bars.
    pub cut: Option<f64>,
    /// Identifiers of columns that are not shown.
    pub hidden: Option<&'a BTreeSet<String>>,
    /// There is little room, most often because a sheet is open beside: what tells most is kept in
    /// sight.
    pub beside: bool,
    /// Occupations picked, where rows can be.
    pub picked: Option<&'a [Fap]>,
    /// What is said over the title of a column, where the catalogs alone cannot say it.
    pub help: Option<(&'a str, &'a str)>,
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

fn entered() -> egui::Id {
    egui::Id::unique("search left by Enter")
}

/// A search was left by Enter: the grid that is drawn next in this pass goes to its first row.
pub fn enter(ui: &Ui) {
    let pass = ui.ctx().cumulative_pass_nr();
    ui.data_mut(|data| data.insert_temp(entered(), pass));
}

/// Whether a search of this pass was left so, and no grid has answered yet.
fn is_entered(ui: &Ui) -> bool {
    let asked = ui.data_mut(|data| data.remove_temp::<u64>(entered()));
    asked == Some(ui.ctx().cumulative_pass_nr())
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
    /// Order to take, by the identifier of its column; an identifier of no column: the table's own.
    wanted: Option<(String, bool)>,
    /// Identifier of the column sorted by.
    sorted: Option<(&'static str, bool)>,
}

impl Grid {
    /// Column sorted by, and whether the largest come first; `None`: the table's own order.
    pub const fn sorted(&self) -> Option<(&'static str, bool)> {
        self.sorted
    }

    /// Sorts by the column of this identifier at the next frame.
    pub fn sort_by(&mut self, sort: Option<(String, bool)>) {
        self.wanted = Some(sort.unwrap_or_default());
    }

    /// Number of rows that pass the filter, as last shown.
    pub const fn shown(&self) -> usize {
        self.view.len()
    }

    /// Number of rows that pass the filter, as last shown, for eyes.
    pub fn count(&self, catalog: &Catalog) -> String {
        let rows = u32::try_from(self.view.len()).map_or(f64::NAN, f64::from);
        crate::format::integer(rows, catalog.language())
    }

    fn refresh(&mut self, rows: &dyn Rows, revision: u64, (text, tag): (&str, &str)) {
        if let Some((id, descending)) = self.wanted.take() {
            let place = rows.columns().iter().position(|column| column.id == id);
            self.sort = place.map(|place| (place, descending));
        }
        let id = |place: usize| rows.columns().get(place).map(|column| column.id);
        self.sorted = self.sort.and_then(|(place, descending)| Some((id(place)?, descending)));
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
        self.show_as(ui, (table, revision), wanted, (selected, Looks::default()), catalog)
    }

    /// As [`Grid::show`], drawn as the looks say.
    pub fn show_as(
        &mut self,
        ui: &mut Ui,
        (table, revision): (&Table, u64),
        wanted: &Wanted<'_>,
        looks: (Option<Fap>, Looks<'_>),
        catalog: &Catalog,
    ) -> Events {
        let rows = Kept { table, keep: wanted.keep };
        self.draw(ui, (&rows, revision), (wanted.text, wanted.tag), looks, catalog)
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
        self.draw(ui, (rows, revision), wanted, (selected, Looks::default()), catalog)
    }

    fn draw(
        &mut self,
        ui: &mut Ui,
        (rows, revision): (&dyn Rows, u64),
        wanted: (&str, &str),
        (selected, looks): (Option<Fap>, Looks<'_>),
        catalog: &Catalog,
    ) -> Events {
        self.refresh(rows, revision, wanted);
        let hidden = |id: &str| looks.hidden.is_some_and(|hidden| hidden.contains(id));
        let columns: Vec<usize> = rows
            .columns()
            .iter()
            .enumerate()
            .filter(|(_, column)| column.shown != Shown::File && !hidden(column.id))
            .map(|(index, _)| index)
            .collect();
        let mut events = Events::default();
        if is_entered(ui) && !self.view.is_empty() {
            self.look_at(rows, ((0, 0), (0, 0)), &mut events);
        }
        self.keys(ui, rows, &columns, catalog, &mut events);
        let mut shown: Vec<egui_table::Column> = columns
            .iter()
            .filter_map(|index| rows.columns().get(*index))
            .map(|column| {
                let asked = (f32::from(column.width) * 6.6 + 22.0).clamp(64.0, 320.0);
                let narrow = NARROW.iter().find(|(id, _)| looks.beside && *id == column.id);
                let width = narrow.map_or(asked, |(_, width)| *width);
                egui_table::Column::new(width)
                    .range(44.0..=640.0)
                    .resizable(true)
                    .id(egui::Id::unique((rows.id(), column.id)))
            })
            .collect();
        if looks.picked.is_some()
            && let Some(first) = shown.first_mut()
        {
            first.current += BOX;
        }
        let label = columns
            .iter()
            .position(|index| rows.columns().get(*index).is_some_and(|c| c.id == "label"));
        let sticky = label.map_or(1, |place| place + 1);
        // The two ways to look at it have widths of their own.
        let mut widget = egui_table::Table::new().id_salt((rows.id(), looks.beside));
        let last = looks.beside.then(|| {
            columns.iter().position(|index| {
                rows.columns().get(*index).is_some_and(|column| column.id == BAR_COLUMN)
            })
        });
        first_widths(ui, widget.get_id(ui), &mut shown, (label, last.flatten()));
        widget = widget
            .num_rows(self.view.len() as u64)
            .columns(shown)
            .num_sticky_cols(sticky)
            .headers(vec![HeaderRow::new(52.0)])
            .auto_size_mode(egui_table::AutoSizeMode::Never);
        if let Some(row) = self.scroll.take() {
            widget = widget.scroll_to_row(row as u64, None);
        }
        let mut drawn = Drawn {
            grid: self,
            rows,
            columns: &columns,
            selected,
            looks,
            catalog,
            events: &mut events,
        };
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
            self.look_at(rows, (if extend { from } else { to }, to), events);
        }
        // The row looked at is picked, or no longer: its box does the same for the mouse.
        if ui.input(|input| input.key_pressed(Key::Space))
            && let Some((_, (row, _))) = self.block
        {
            events.picked = self.occupation(rows, row);
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
            events.copied_words = self.is_words(rows, columns);
        }
    }

    /// Chooses a block; the row of its second corner is looked at.
    fn look_at(
        &mut self,
        rows: &dyn Rows,
        block: ((usize, usize), (usize, usize)),
        events: &mut Events,
    ) {
        let (row, _) = block.1;
        self.block = Some(block);
        self.scroll = Some(row);
        events.row = self.view.get(row).copied();
        events.chosen = self.occupation(rows, row);
    }

    fn occupation(&self, rows: &dyn Rows, row: usize) -> Option<Fap> {
        self.view.get(row).and_then(|index| rows.occupation(*index))
    }

    fn holds(&self, row: usize, place: usize) -> bool {
        self.corners().is_some_and(|(rows, places)| rows.contains(&row) && places.contains(&place))
    }

    fn corners(
        &self,
    ) -> Option<(std::ops::RangeInclusive<usize>, std::ops::RangeInclusive<usize>)> {
        let ((a, b), (c, d)) = self.block?;
        Some((a.min(c)..=a.max(c), b.min(d)..=b.max(d)))
    }

    /// Whether the chosen block holds names and blanks alone.
    fn is_words(&self, rows: &dyn Rows, columns: &[usize]) -> bool {
        let Some((chosen, places)) = self.corners() else { return true };
        let columns: Vec<usize> = places.filter_map(|place| columns.get(place)).copied().collect();
        let is_word = |row: usize, column: usize| {
            let cell = rows.cell(row, column);
            cell.is_none_or(|cell| matches!(*cell, Cell::Text(_) | Cell::Blank))
        };
        let mut all = chosen.filter_map(|row| self.view.get(row));
        all.all(|row| columns.iter().all(|column| is_word(*row, *column)))
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
///
/// Beside a sheet, the label gives way so that the columns up to the last one asked for are seen.
fn first_widths(
    ui: &Ui,
    id: egui::Id,
    columns: &mut [egui_table::Column],
    (label, last): (Option<usize>, Option<usize>),
) {
    if egui_table::TableState::load(ui, id).is_some() {
        return;
    }
    let seen = last.map_or(columns.len(), |place| place + 1);
    let used: f32 = columns.iter().take(seen).map(|column| column.current).sum();
    let room = ui.available_width() - used - 12.0;
    if let Some(column) = label.and_then(|place| columns.get_mut(place))
        && (room > 0.0 || last.is_some())
    {
        column.current = (column.current + room).clamp(LEAST_LABEL, 420.0);
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
