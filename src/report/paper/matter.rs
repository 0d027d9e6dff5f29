//! What documents are made of, and how their parts are made.

use crate::analysis::mapped::Mapped;
use crate::geo::Atlas;
use crate::i18n::Catalog;
use crate::model::papers::Papers;
use crate::model::{Date, Territory};
use crate::report::build::planned::Planned;
use crate::report::build::{Context, facts};
use crate::report::citation::RowMark;
use crate::report::document::{Document, Row, Table};
use crate::report::paper::cite::{self, Citing, Fill};
use crate::report::paper::{Block, Fact, Grid, GridColumn, GridRow, Inline, Look, text};
use crate::report::provenance::is_told;

/// Everything that a document may say.
#[derive(Clone, Copy)]
pub struct Matter<'a> {
    /// Of results that hold their balances.
    pub planned: Planned<'a>,
    /// The store of figures: all that is cited is in it.
    pub document: &'a Document,
    /// What the user decided of documents.
    pub papers: &'a Papers,
    pub look: &'a Look,
    /// Where shapes are loaded.
    pub map: Option<Drawn<'a>>,
    /// Rows of a ranked list, at most.
    pub most: usize,
    /// What the bulletin tells of the plan of action is told since then; `None`: as the project
    /// says, else of a year.
    pub since: Option<Date>,
}

/// A map of the territory and those around it.
#[derive(Clone, Copy)]
pub struct Drawn<'a> {
    pub atlas: &'a Atlas,
    pub mapped: &'a Mapped,
    pub marked: Option<Territory>,
    /// Name of the file of shapes.
    pub geography: &'a str,
}

/// A column of a page, made from one of a table.
#[derive(Clone, Copy)]
pub struct Col {
    pub id: &'static str,
    /// Part of the width.
    pub weight: f32,
    pub number: bool,
    /// The figure with its bounds, rather than the part that the table shows.
    pub whole: bool,
    /// Key of the title in the catalogs, where the table's own is too long or says too little.
    pub title: Option<&'static str>,
}

/// A column of words.
pub const fn words(id: &'static str, weight: f32) -> Col {
    Col { id, weight, number: false, whole: false, title: None }
}

/// A column of figures as the table shows them.
pub const fn number(id: &'static str, weight: f32) -> Col {
    Col { id, weight, number: true, whole: false, title: None }
}

/// A column of figures with their bounds.
pub const fn bounds(id: &'static str, weight: f32) -> Col {
    Col { id, weight, number: true, whole: true, title: None }
}

impl Col {
    #[must_use]
    pub const fn titled(self, key: &'static str) -> Self {
        Self { title: Some(key), ..self }
    }
}

/// Where the public of a programme is told.
pub fn audience(columns: &[Col]) -> Option<usize> {
    columns.iter().position(|column| column.id == "audience")
}

/// Rows that differ in the words of one column alone are one row, under the name of the first; the
/// first `most` of them.
pub fn merged(block: Block, place: Option<usize>, matter: &Matter<'_>, most: usize) -> Block {
    let Block::Table(mut grid) = block else { return block };
    if let Some(place) = place {
        let mut rows: Vec<GridRow> = Vec::new();
        let alike = |a: &GridRow, b: &GridRow| {
            let pairs = a.cells.iter().zip(&b.cells).enumerate();
            pairs.filter(|(at, _)| *at != place).all(|(_, (a, b))| text(a) == text(b))
        };
        for row in grid.rows {
            match rows.last_mut() {
                Some(last) if alike(last, &row) => {
                    let both = [last.cells.get(place), row.cells.get(place)];
                    let both = both.into_iter().flatten().cloned().collect();
                    let said = cite::listed(both, &matter.text("list-separator"));
                    if let Some(cell) = last.cells.get_mut(place) {
                        *cell = said;
                    }
                }
                _ => rows.push(row),
            }
        }
        grid.rows = rows;
    }
    grid.rows.truncate(most);
    Block::Table(grid)
}

impl<'a> Matter<'a> {
    pub const fn context(&self) -> &Context<'a> {
        &self.planned.context
    }

    pub const fn catalog(&self) -> &'a Catalog {
        self.planned.context.catalog
    }

    pub const fn citing(&self) -> Citing<'a> {
        Citing { document: self.document, catalog: self.planned.context.catalog }
    }

    /// The words of a key: as [`Context::said`].
    pub fn text(&self, key: &str) -> String {
        self.context().said(key)
    }

    /// A sentence of the catalogs.
    pub fn say(&self, message: &str, fills: &[(&str, Fill)]) -> Vec<Inline> {
        self.citing().say(&self.context().key_of(message), fills)
    }

    /// A sentence without variables.
    pub fn plain(&self, message: &str) -> Vec<Inline> {
        vec![Inline::Words(self.text(message))]
    }

    /// A figure of the territory as a whole.
    pub fn fact(&self, key: &str) -> Inline {
        or_dash(self.citing().figure(facts::ID, key, facts::VALUE))
    }

    /// The same with its bounds.
    pub fn whole_fact(&self, key: &str) -> Inline {
        or_dash(self.citing().whole(facts::ID, key, facts::VALUE))
    }

    /// Its whole number, for the forms of a sentence.
    pub fn count(&self, key: &str) -> u32 {
        self.citing().count(facts::ID, key, facts::VALUE)
    }

    /// A sentence that speaks of one whole number of the territory: `{$shown}`, in the form that
    /// `{$count}` asks for.
    pub fn counted(&self, message: &str, key: &str) -> Vec<Inline> {
        self.counted_in(facts::ID, message, key)
    }

    /// The same of another table of single figures.
    pub fn counted_in(&self, table: &str, message: &str, key: &str) -> Vec<Inline> {
        let count = self.citing().count(table, key, facts::VALUE);
        let shown = self.figure(table, key, facts::VALUE);
        self.say(message, &[("count", count.into()), ("shown", shown.into())])
    }

    pub fn figure(&self, table: &str, key: &str, column: &str) -> Inline {
        or_dash(self.citing().figure(table, key, column))
    }

    pub fn whole(&self, table: &str, key: &str, column: &str) -> Inline {
        or_dash(self.citing().whole(table, key, column))
    }

    pub fn heading(&self, level: u8, key: &str) -> Block {
        Block::Heading { level, text: self.text(key) }
    }

    /// A table of a page from rows of a table of the document; nothing without a row. A column in
    /// which no row has anything is left out, but for the first.
    pub fn grid<'r>(
        &self,
        caption: &str,
        table: &Table,
        rows: impl Iterator<Item = &'r Row>,
        columns: &[Col],
        note: Vec<Inline>,
    ) -> Option<Block> {
        let rows: Vec<&Row> = rows.collect();
        let told = |(at, column): &(usize, &Col)| {
            let tells = |row: &&Row| {
                let shown = self.grid_cell(table, row, column);
                shown.is_some_and(|inline| !matches!(inline.shown().trim(), "" | "—"))
            };
            *at == 0 || rows.iter().any(tells)
        };
        let columns = columns.iter().enumerate().filter(told);
        let columns: Vec<Col> = columns.map(|(_, column)| *column).collect();
        let rows: Vec<GridRow> =
            rows.into_iter().map(|row| self.grid_row(table, row, &columns)).collect();
        let title = |column: &Col| {
            if let Some(key) = column.title {
                self.text(key)
            } else {
                let place = table.column(column.id).and_then(|place| table.columns.get(place));
                place.map(|column| column.title.clone()).unwrap_or_default()
            }
        };
        let columns = columns.iter().map(|column| GridColumn {
            title: title(column),
            weight: column.weight,
            number: column.number,
        });
        let caption = self.text(caption);
        let grid = Grid { caption, columns: columns.collect(), rows, note };
        (!grid.rows.is_empty()).then_some(Block::Table(grid))
    }

    fn grid_row(&self, table: &Table, row: &Row, columns: &[Col]) -> GridRow {
        let cells =
            columns.iter().map(|column| self.grid_cell(table, row, column).into_iter().collect());
        let cells = cells.collect();
        GridRow { mark: mark_of(table, row), cells, strong: false, tall: false }
    }

    fn grid_cell(&self, table: &Table, row: &Row, column: &Col) -> Option<Inline> {
        let cell = table.column(column.id).and_then(|place| row.cells.get(place))?;
        let place = (table.id, row.key.as_str(), column.id);
        let make = if column.whole { cite::whole } else { cite::figure };
        make(cell, place, self.catalog())
    }

    /// Rows of a table by their keys, in the order of the keys.
    pub fn rows<'r>(
        table: &'r Table,
        keys: impl Iterator<Item = String> + 'r,
    ) -> impl Iterator<Item = &'r Row> + 'r {
        keys.filter_map(|key| table.rows.iter().find(|row| row.key == key))
    }

    /// A figure in large type.
    pub fn large(&self, figure: Inline, label: &str, beneath: Vec<Inline>) -> Fact {
        Fact { figure, label: self.text(label), beneath }
    }
}

/// The short name of a row, where it holds a number to be asked for: words lead nowhere.
pub fn mark_of(table: &Table, row: &Row) -> Option<RowMark> {
    let mut cells = table.columns.iter().zip(&row.cells);
    let holds = cells.any(|(column, cell)| is_told(table.id, column.id, cell));
    holds.then(|| Citing::mark(table.id, &row.key))
}

/// What is not known is a dash, never a zero.
pub fn or_dash(inline: Option<Inline>) -> Inline {
    inline.unwrap_or_else(|| Inline::Words("—".to_owned()))
}
