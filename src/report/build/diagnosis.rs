//! The ranked table of occupations.

use crate::analysis::results::Occupation;
use crate::indicators::pressure::{Pressure, Status};
use crate::model::{Grade, Territory, Unit};
use crate::report::build::{Comparison, Context, three};
use crate::report::document::{Cell, Column, Part, Row, Shown, Table};
use crate::report::paper::text;
use std::cmp::Ordering;

use Shown::{Everywhere, File, Screen};

/// Identifier of the table, for those who cite it.
pub const ID: &str = "diagnostic";

const COLUMNS: &[(&str, u16, Shown)] = &[
    ("code", 8, Everywhere),
    ("label", 40, Everywhere),
    ("status", 13, Everywhere),
    ("grade", 10, Everywhere),
    ("family", 22, File),
    ("projects-shown", 18, Screen),
    ("projects", 12, File),
    ("projects-low", 10, File),
    ("projects-high", 10, File),
    ("masked", 10, File),
    ("masked-difficult", 10, File),
    ("difficult", 12, File),
    ("difficult-low", 10, File),
    ("difficult-high", 10, File),
    ("seasonal", 12, File),
    ("seasonal-low", 10, File),
    ("seasonal-high", 10, File),
    ("share", 10, File),
    ("share-low", 10, File),
    ("share-high", 10, File),
    ("posterior-shown", 28, Screen),
    ("posterior", 10, File),
    ("posterior-low", 10, File),
    ("posterior-high", 10, File),
    ("causes-shown", 16, Screen),
    ("benchmark", 11, Screen),
    ("share-department", 12, File),
    ("share-region", 10, File),
    ("share-france", 10, File),
    ("probability", 12, Everywhere),
    ("rank-shown", 12, Screen),
    ("pressure-rank", 8, File),
    ("rank-low", 10, File),
    ("rank-high", 10, File),
    ("trend", 16, Everywhere),
    ("class", 14, Everywhere),
    ("class-grade", 12, Everywhere),
    ("score", 10, File),
    ("official", 14, Everywhere),
    ("rung", 22, File),
    ("official-place", 18, File),
    ("official-tension", 10, File),
    ("official-year", 8, File),
    ("official-code", 30, File),
    ("diagnosis", 38, Everywhere),
    ("lever", 40, Everywhere),
    ("group-reading", 60, File),
    ("portrait", 90, File),
];

/// One row per occupation, the surest flags first.
pub fn table(context: &Context<'_>) -> Table {
    let mut columns: Vec<Column> = context.columns(COLUMNS);
    if context.results.bmo.is_none() {
        // What there is to look at: where and when the official class was read.
        let official = ["official-tension", "rung", "official-year"];
        for column in columns.iter_mut().filter(|column| official.contains(&column.id)) {
            column.shown = Everywhere;
        }
    }
    if let Some(column) = columns.iter_mut().find(|column| column.id == "benchmark") {
        column.title = context.catalog.text(&format!("comparison-{}", context.comparison.id()));
    }
    Table {
        id: ID,
        title: context.catalog.text("table-diagnosis"),
        about: context.said("table-diagnosis-about"),
        columns,
        rows: ranked(context).into_iter().map(|occupation| row(context, occupation)).collect(),
        chart: None,
    }
}

/// Occupations in the order of every table, the surest first: by [`certainty`], then by the
/// probability of exceeding the cut, then by volume, then by code; without a survey of projects by
/// [`official`]. `table-diagnosis-about` says so.
pub(super) fn ranked<'a>(context: &Context<'a>) -> Vec<&'a Occupation> {
    let mut occupations: Vec<&Occupation> = context.results.occupations.iter().collect();
    let place = context.results.territory.territory;
    let probability = |one: &Occupation| one.pressure.probability().unwrap_or_default();
    occupations.sort_by(|a, b| {
        let surer = certainty(&a.pressure).cmp(&certainty(&b.pressure));
        surer
            .then_with(|| probability(b).total_cmp(&probability(a)))
            .then_with(|| volume(b).total_cmp(&volume(a)))
            .then_with(|| official(place, b, a))
            .then_with(|| a.code.cmp(&b.code))
    });
    occupations
}

/// Flagged by the territory's own data (0), presumed (1), to check (2), the rest (3).
const fn certainty(pressure: &Pressure) -> u8 {
    match (pressure.status, pressure.grade) {
        (Status::Flagged, Grade::A | Grade::B) => 0,
        (Status::Flagged, Grade::C) => 1,
        (Status::ToCheck, _) => 2,
        (Status::NotFlagged | Status::NoProject | Status::Unread, _) => 3,
    }
}

/// Tense ones first, those read here before those of a wider rung, then by official class and value,
/// then by class of pressure: where no survey orders them.
pub fn official(place: Territory, one: &Occupation, other: &Occupation) -> Ordering {
    if one.pressure.posterior.is_some() || other.pressure.posterior.is_some() {
        return Ordering::Equal;
    }
    let class = |it: &Occupation| {
        it.anchor.map(|anchor| (anchor.is_tense(), anchor.is_of(place), anchor.class))
    };
    let value = |it: &Occupation| it.anchor.and_then(|anchor| anchor.tension);
    let value = |it: &Occupation| value(it).unwrap_or(f64::NEG_INFINITY);
    class(one)
        .cmp(&class(other))
        .then_with(|| value(one).total_cmp(&value(other)))
        .then_with(|| one.pressure.class.cmp(&other.pressure.class))
}

/// Projects expected to be difficult, shrunk.
fn volume(occupation: &Occupation) -> f64 {
    let projects = occupation.benchmarks.territory.projects.value;
    occupation.pressure.mean().map_or(0.0, |share| projects * share)
}

/// The place of a column.
pub(super) fn place(column: &str) -> Option<usize> {
    COLUMNS.iter().position(|(id, ..)| *id == column)
}

fn row(context: &Context<'_>, occupation: &Occupation) -> Row {
    let mut cells = cells(context, occupation);
    let portrait = text(&context.portrait_of(occupation, &cells));
    cells.push(Cell::text(portrait));
    Row::new(occupation.code.code(), Some(occupation.code), cells)
}

/// The row but the portrait, which is made of it.
pub(super) fn cells(context: &Context<'_>, occupation: &Occupation) -> Vec<Cell> {
    let tally = &occupation.benchmarks.territory;
    let pressure = &occupation.pressure;
    let anchor = occupation.anchor.as_ref();
    let projects = context.count("projects", &tally.projects);
    let posterior = context.posterior(pressure, &tally.projects);
    let around = |comparison: Comparison| {
        let share =
            context.share(context.compared(comparison), comparison.of(&occupation.benchmarks));
        Cell::figure(share, Part::Point)
    };
    let mut cells = vec![
        Cell::text(occupation.code.code()),
        Cell::text(&occupation.label),
        context.words("status", pressure.status_word()),
        // The grade of a sign that there is none of.
        Context::grade(pressure),
        occupation.family.as_ref().map_or(Cell::Blank, |(_, name)| Cell::text(name)),
        Cell::figure(projects, Part::Whole),
    ];
    cells.extend(three(projects));
    cells.push(Cell::Whole(tally.projects.masked_cells));
    cells.push(Cell::Whole(tally.difficult.masked_cells));
    cells.extend(three(context.count("difficult-projects", &tally.difficult)));
    cells.extend(three(context.count("seasonal-projects", &tally.seasonal)));
    cells.extend(three(context.share(context.results.territory.territory, tally)));
    cells.push(Cell::figure(posterior, Part::Whole));
    cells.extend(three(posterior));
    cells.push(Cell::Causes(anchor.map(|anchor| anchor.causes).unwrap_or_default()));
    cells.push(around(context.comparison));
    cells.extend(Comparison::ALL.map(around));
    let class = context.exact("pressure-class", Unit::Class, pressure.class.map(f64::from));
    let official = anchor.map(|anchor| f64::from(anchor.class));
    let rank = context.rank(occupation);
    cells.extend([
        Cell::figure(context.probability(pressure, &tally.projects), Part::Point),
        Cell::figure(rank, Part::Whole),
    ]);
    cells.extend(three(rank));
    cells.extend([
        context.trend(occupation),
        Cell::figure(class, Part::Point),
        pressure.class.map_or(Cell::Blank, |_| Cell::text(pressure.confidence.to_string())),
        Cell::figure(context.score(occupation), Part::Point),
        Cell::figure(context.exact("official-tension-class", Unit::Class, official), Part::Point),
        anchor.map_or(Cell::Blank, |anchor| context.words("rung", anchor.rung.id())),
        anchor.map_or(Cell::Blank, |anchor| Cell::text(anchor.territory.to_string())),
        Cell::figure(context.official_tension(occupation), Part::Point),
        anchor.map_or(Cell::Blank, |anchor| Cell::year(anchor.year)),
        anchor.map_or(Cell::Blank, |anchor| Cell::text(anchor.occupation.to_string())),
        Cell::text(context.diagnosis(occupation)),
        Cell::text(context.lever(occupation)),
        Cell::text(context.group_reading(occupation)),
    ]);
    cells
}
