//! Offers and job seekers of every occupation of the list that a file of them speaks of: posts and
//! registrations side by side, a flow never set against a stock.

use crate::analysis::results::Occupation;
use crate::model::{Unit, Value};
use crate::report::build::Context;
use crate::report::build::diagnosis::ranked;
use crate::report::document::{Cell, Column, Part, Row, Shown, Table};
use crate::secrecy::Published;

use Shown::Everywhere;

/// Identifier of the table, for those who cite it.
pub const ID: &str = "offres_et_demandeurs";

const COLUMNS: &[(&str, u16)] = &[
    ("code", 8),
    ("label", 40),
    ("local-posts", 12),
    ("offers-nature", 14),
    ("job-seekers", 14),
    ("seekers-period", 12),
    ("offers-per-seeker", 14),
    ("exit-rate", 12),
    ("class", 10),
    ("class-grade", 10),
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
        _ => catalog.text(&format!("column-{id}")),
    };
    let column = |(id, width): &(&'static str, u16)| Column {
        id,
        title: title(id),
        width: *width,
        shown: Everywhere,
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
    COLUMNS.iter().position(|(id, _)| *id == column)
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
    vec![
        Cell::text(one.code.code()),
        Cell::text(&one.label),
        offers.map_or(Cell::Blank, |offers| {
            Cell::figure(context.publish(&offers.posts), Part::Point)
        }),
        offers.map_or(Cell::Blank, |offers| context.words("nature", offers.nature.id())),
        seekers.map_or(Cell::Blank, |_| Cell::figure(context.seekers(one), Part::Point)),
        seekers.map_or(Cell::Blank, |seekers| Cell::text(&seekers.period)),
        Cell::figure(context.offers_per_seeker(pressure), Part::Point),
        Cell::figure(context.exit_rate(pressure), Part::Point),
        Cell::figure(class, Part::Point),
        pressure.class.map_or(Cell::Blank, |_| Cell::text(pressure.confidence.to_string())),
    ]
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
