//! Every loaded year of the shares, one row per subject and year: what charts of years are drawn
//! from. Years of two editions of FAP are told apart in their rows, and never subtracted.

use crate::analysis::series::{Reading, Subject};
use crate::model::Fap;
use crate::report::build::{Context, diagnosis, three};
use crate::report::document::{Cell, Part, Row, Shown, Table};

use Shown::{Everywhere, File, Screen};

const COLUMNS: &[(&str, u16, Shown)] = &[
    ("level", 12, Everywhere),
    ("code", 8, Everywhere),
    ("label", 40, Everywhere),
    ("year", 8, Everywhere),
    ("fap-edition", 12, Everywhere),
    ("borders-of", 14, Everywhere),
    ("status", 13, Everywhere),
    ("grade", 10, Everywhere),
    ("projects-shown", 18, Screen),
    ("projects", 12, File),
    ("projects-low", 10, File),
    ("projects-high", 10, File),
    ("posterior-shown", 17, Screen),
    ("posterior", 10, File),
    ("posterior-low", 10, File),
    ("posterior-high", 10, File),
];

/// Occupations in the order of the diagnosis, then families and groups; `None` with one year.
pub fn table(context: &Context<'_>) -> Option<Table> {
    let series = &context.results.series;
    let mut rows = Vec::new();
    for occupation in diagnosis::ranked(context) {
        let readings = series.occupations.get(&occupation.code).into_iter().flatten();
        let subject = ("occupation", occupation.code.code(), occupation.label.as_str());
        rows.extend(readings.map(|one| row(context, subject, Some(occupation.code), one)));
    }
    for track in series.tracks.iter().filter(|track| track.readings.len() > 1) {
        let (level, code) = match &track.subject {
            Subject::Family(letter) => ("family", letter.as_str()),
            Subject::Group(code) => ("group", code.code()),
        };
        let subject = (level, code, track.label.as_str());
        rows.extend(track.readings.iter().map(|one| row(context, subject, None, one)));
    }
    (!rows.is_empty()).then(|| Table {
        id: "series",
        title: context.catalog.text("table-series"),
        about: context.catalog.text("table-series-about"),
        columns: context.columns(COLUMNS),
        rows,
        chart: None,
    })
}

/// From which year on the territory is as in this one, or before which; blank where it is the same
/// in all.
fn borders(context: &Context<'_>, year: u16) -> Cell {
    let breaks = &context.results.series.borders;
    let said = |key: &str, year: u16| {
        let year = year.to_string();
        Cell::text(context.catalog.with(key, &[("year", (&year).into())]))
    };
    match (breaks.iter().rev().find(|one| one.after <= year), breaks.first()) {
        (Some(last), _) => said("borders-from", last.after),
        (None, Some(first)) => said("borders-until", first.after),
        (None, None) => Cell::Blank,
    }
}

fn row(
    context: &Context<'_>,
    (level, code, label): (&str, &str, &str),
    occupation: Option<Fap>,
    reading: &Reading,
) -> Row {
    let year = reading.year.to_string();
    let edition = reading.fap_version.year().to_string();
    let args = [("edition", (&edition).into())];
    let projects = context.count("projects", &reading.tally.projects);
    let share = if reading.year == context.results.year {
        context.reading(reading)
    } else {
        context.before(reading)
    };
    let mut cells = vec![
        context.words("level", level),
        Cell::text(code),
        Cell::text(label),
        Cell::year(reading.year),
        Cell::text(context.catalog.with("series-edition", &args)),
        borders(context, reading.year),
        context.words("status", reading.status.word(reading.grade)),
        Cell::text(reading.grade.to_string()),
    ];
    for figure in [projects, share] {
        cells.push(Cell::figure(figure, Part::Whole));
        cells.extend(three(figure));
    }
    Row::new(format!("{level}/{code}/{year}"), occupation, cells)
}
