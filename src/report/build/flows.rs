//! Offers and job seekers of every occupation of the list that a file of them speaks of: posts and
//! registrations side by side, a flow never set against a stock.

use crate::analysis::results::Occupation;
use crate::model::{Unit, Value};
use crate::report::build::diagnosis::ranked;
use crate::report::build::{Context, three};
use crate::report::document::{Cell, Column, Part, Row, Shown, Table};
use crate::secrecy::Published;

use Shown::{Everywhere, File, Screen};

/// Identifier of the table, for those who cite it.
pub const ID: &str = "offres_et_demandeurs";

const COLUMNS: &[(&str, u16, Shown)] = &[
    ("code", 8, Everywhere),
    ("label", 40, Everywhere),
    ("local-posts", 12, Everywhere),
    ("offers-nature", 14, Everywhere),
    ("seekers-shown", 14, Screen),
    ("job-seekers", 14, File),
    ("seekers-low", 12, File),
    ("seekers-high", 12, File),
    ("seekers-period", 12, Everywhere),
    ("offers-per-seeker", 14, Everywhere),
    ("exit-rate", 12, Everywhere),
    ("class", 10, Everywhere),
    ("class-grade", 10, Everywhere),
];

/// One row per occupation that some file of offers or of job seekers speaks of, in the order of the
/// diagnosis; `None` where there is none.
pub fn table(context: &Context<'_>) -> Option<Table> {
    let told = ranked(context).into_iter().filter(|one| is_told(one));
    let rows: Vec<Row> = told.map(|one| row(context, one)).collect();
    let catalog = context.catalog;
    let title = |id: &str| match id {
        "local-posts" | "job-seekers" | "offers-per-seeker" | "exit-rate" => {
            catalog.text(&format!("indicator-{id}-name"))
        }
        "seekers-shown" => catalog.text("indicator-job-seekers-name"),
        _ => catalog.text(&format!("column-{id}")),
    };
    let column = |(id, width, shown): &(&'static str, u16, Shown)| Column {
        id,
        title: title(id),
        width: *width,
        shown: *shown,
    };
    (!rows.is_empty()).then(|| Table {
        id: ID,
        title: catalog.text("table-flows"),
        about: catalog.text("table-flows-about"),
        columns: COLUMNS.iter().map(column).collect(),
        rows,
        chart: None,
    })
}

fn is_told(one: &Occupation) -> bool {
    let raw = one.pressure.raw;
    let rates = raw.offers_per_seeker.is_some() || raw.exit_rate.is_some();
    one.local_offers.is_some() || one.seekers.is_some() || rates
}

/// The place of a column.
pub(super) fn place(column: &str) -> Option<usize> {
    COLUMNS.iter().position(|(id, ..)| *id == column)
}

fn row(context: &Context<'_>, one: &Occupation) -> Row {
    Row::new(one.code.code(), Some(one.code), cells(context, one))
}

/// What the row of an occupation shows.
pub(super) fn cells(context: &Context<'_>, one: &Occupation) -> Vec<Cell> {
    let pressure = &one.pressure;
    let offers = one.local_offers.as_ref();
    let seekers = one.seekers.as_ref();
    let class = context.exact("pressure-class", Unit::Class, pressure.class.map(f64::from));
    let stock = seekers.map(|_| context.seekers(one));
    let mut cells = vec![
        Cell::text(one.code.code()),
        Cell::text(&one.label),
        offers.map_or(Cell::Blank, |offers| {
            Cell::figure(context.publish(&offers.posts), Part::Point)
        }),
        offers.map_or(Cell::Blank, |offers| context.words("nature", offers.nature.id())),
        stock.map_or(Cell::Blank, |stock| Cell::figure(stock, Part::Whole)),
    ];
    cells.extend(stock.map_or([Cell::Blank, Cell::Blank, Cell::Blank], three));
    cells.extend([
        seekers.map_or(Cell::Blank, |seekers| Cell::text(&seekers.period)),
        Cell::figure(context.offers_per_seeker(pressure), Part::Point),
        Cell::figure(context.exit_rate(pressure), Part::Point),
        Cell::figure(class, Part::Point),
        pressure.class.map_or(Cell::Blank, |_| Cell::text(pressure.confidence.to_string())),
    ]);
    cells
}

impl Context<'_> {
    /// Job seekers of category A at the end of the latest period, with the bounds of masked cells.
    pub fn seekers(&self, occupation: &Occupation) -> Published {
        let stock = occupation.seekers.as_ref().map(|seekers| seekers.stock).unwrap_or_default();
        let value = match stock.shown() {
            Value::Interval { low, high, .. } => Value::RangeOnly { low, high },
            value => value,
        };
        let base = (stock.cells, stock.masked_cells);
        self.public("job-seekers", self.here(), value, Unit::Seekers, base, None)
    }
}
