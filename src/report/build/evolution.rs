//! What changed since the year before: shares with their intervals, and the list of flags.

use crate::analysis::borders::Break;
use crate::analysis::results::Occupation;
use crate::analysis::series::{Move, Reading, Subject, Track};
use crate::format;
use crate::indicators::trend::Trend;
use crate::model::{Fap, Unit};
use crate::reference::passage::Passage;
use crate::report::build::{Context, diagnosis, three};
use crate::report::document::{Cell, Part, Row, Shown, Table};
use crate::secrecy::Published;

use Shown::{Everywhere, File, Screen};

/// Identifier of the table, for those who cite it.
pub const ID: &str = "evolution";

/// The row of an occupation of this year.
pub fn key_of(occupation: &Occupation) -> String {
    format!("occupation/{}", occupation.code.code())
}

const COLUMNS: &[(&str, u16, Shown)] = &[
    ("level", 12, Everywhere),
    ("code", 8, Everywhere),
    ("label", 40, Everywhere),
    ("movement", 16, Everywhere),
    ("year-before", 8, Everywhere),
    ("before-shown", 17, Screen),
    ("before", 10, File),
    ("before-low", 10, File),
    ("before-high", 10, File),
    ("year-after", 8, Everywhere),
    ("posterior-shown", 17, Screen),
    ("posterior", 10, File),
    ("posterior-low", 10, File),
    ("posterior-high", 10, File),
    ("trend", 22, Everywhere),
    ("break", 10, Everywhere),
    ("passage", 40, Everywhere),
    ("borders", 16, Everywhere),
];

/// Occupations in the order of the diagnosis, those that left the list, groups, families.
pub fn table(context: &Context<'_>) -> Table {
    let series = &context.results.series;
    let mut rows: Vec<Row> = diagnosis::ranked(context)
        .into_iter()
        // Without a survey of projects there is no share to follow.
        .filter(|_| context.results.bmo.is_some())
        .map(|occupation| of_occupation(context, occupation))
        .collect();
    let here = |code: &Fap| context.results.occupations.iter().any(|found| found.code == *code);
    let gone = series.moves.iter().flat_map(|moves| &moves.moves);
    let gone = gone.filter(|one| one.after.as_ref().is_none_or(|code| !here(code)));
    rows.extend(gone.filter_map(|one| left(context, one)));
    rows.extend(series.tracks.iter().map(|track| of_track(context, track)));
    Table {
        id: ID,
        title: context.catalog.text("table-evolution"),
        about: context.catalog.text("table-evolution-about"),
        columns: context.columns(COLUMNS),
        rows,
        chart: None,
    }
}

struct Line<'a> {
    /// Where the row is in the table: an occupation that is gone may bear a code of another edition.
    part: &'static str,
    level: &'static str,
    occupation: Option<Fap>,
    code: &'a str,
    label: &'a str,
    movement: Option<&'static str>,
    before: Option<&'a Reading>,
    after: Option<(u16, Published)>,
    trend: Option<Trend>,
    crosses: bool,
    passage: Option<Passage>,
    /// Years between which the territory changed.
    borders: String,
}

fn line(context: &Context<'_>, line: &Line<'_>) -> Row {
    let before = line.before.map(|reading| context.before(reading));
    let figure = |figure: Option<Published>| {
        let mut cells = vec![figure.map_or(Cell::Blank, |it| Cell::figure(it, Part::Whole))];
        cells.extend(figure.map_or([Cell::Blank, Cell::Blank, Cell::Blank], three));
        cells
    };
    let year = |year: Option<u16>| year.map_or(Cell::Blank, Cell::year);
    let mut cells = vec![
        context.words("level", line.level),
        Cell::text(line.code),
        Cell::text(line.label),
        line.movement.map_or(Cell::Blank, |id| context.words("movement", id)),
        year(line.before.map(|reading| reading.year)),
    ];
    cells.extend(figure(before));
    cells.push(year(line.after.as_ref().map(|(year, _)| *year)));
    cells.extend(figure(line.after.map(|(_, figure)| figure)));
    cells.push(line.trend.map_or(Cell::Blank, |trend| context.words("trend", trend.id())));
    cells.push(context.yes_no(Some(line.crosses)));
    cells.push(match line.passage {
        Some(passage) => Cell::text(context.passage(passage)),
        // Nothing tells how much of a family is the same in the other edition.
        None if line.level == "family" && line.crosses => {
            Cell::text(context.catalog.text("evolution-family"))
        }
        None => Cell::Blank,
    });
    cells.push(match line.borders.as_str() {
        "" => Cell::Blank,
        between => Cell::text(between),
    });
    Row::new(format!("{}/{}", line.part, line.code), line.occupation, cells)
}

fn of_occupation(context: &Context<'_>, occupation: &Occupation) -> Row {
    let moved = context.results.series.moves.as_ref().and_then(|list| {
        let mut found = list.moves.iter();
        found.find(|one| one.after == Some(occupation.code)).map(|one| (list.across, one))
    });
    let after = context.posterior(&occupation.pressure, &occupation.benchmarks.territory.projects);
    line(
        context,
        &Line {
            part: "occupation",
            level: "occupation",
            occupation: Some(occupation.code),
            code: occupation.code.code(),
            label: &occupation.label,
            movement: moved.map(|(_, one)| one.kind.id()),
            before: occupation.change.before.as_ref(),
            after: Some((context.results.year, after)),
            trend: Some(occupation.change.trend),
            // Either the list of flags was followed across it, or the series stops at it.
            crosses: moved.is_some_and(|(across, _)| across)
                || occupation.change.trend == Trend::Broken,
            passage: moved.and_then(|(_, one)| one.passage),
            borders: match (&occupation.change.before, &context.results.series.moves) {
                (Some(before), _) => context.borders(before.year, context.results.year),
                (None, Some(list)) if moved.is_some() => context.borders(list.before, list.after),
                _ => String::new(),
            },
        },
    )
}

/// Flagged the year before, and not among the occupations of this one.
fn left(context: &Context<'_>, one: &Move) -> Option<Row> {
    let code = one.before?;
    let moves = context.results.series.moves.as_ref();
    let across = moves.is_some_and(|moves| moves.across);
    let borders = moves.map(|moves| context.borders(moves.before, moves.after));
    Some(line(
        context,
        &Line {
            part: "left",
            level: "occupation",
            occupation: None,
            code: code.code(),
            label: context.reference.fap_label(code).unwrap_or_default(),
            movement: Some(one.kind.id()),
            before: None,
            after: None,
            trend: None,
            crosses: across,
            passage: one.passage,
            borders: borders.unwrap_or_default(),
        },
    ))
}

fn of_track(context: &Context<'_>, track: &Track) -> Row {
    let (level, code) = match &track.subject {
        Subject::Family(letter) => ("family", letter.as_str()),
        Subject::Group(code) => ("group", code.code()),
    };
    let mut latest = track.readings.iter().rev();
    let (after, before) = (latest.next(), latest.next());
    line(
        context,
        &Line {
            part: level,
            level,
            occupation: None,
            code,
            label: &track.label,
            movement: None,
            before,
            after: after.map(|reading| (reading.year, context.reading(reading))),
            trend: Some(track.trend),
            crosses: !track.breaks.is_empty(),
            passage: track.passage,
            borders: match (track.readings.first(), track.readings.last()) {
                (Some(first), Some(last)) => context.borders(first.year, last.year),
                _ => String::new(),
            },
        },
    )
}

impl Context<'_> {
    /// The shrunk share of a family or a group, with its 80 % interval.
    pub fn reading(&self, reading: &Reading) -> Published {
        self.share_of("difficult-share-posterior", reading)
    }

    /// The shrunk share of an earlier year.
    pub fn before(&self, reading: &Reading) -> Published {
        self.share_of("difficult-share-before", reading)
    }

    fn share_of(&self, indicator: &'static str, reading: &Reading) -> Published {
        let value = reading.posterior.shown();
        let base = (reading.tally.projects.cells, reading.tally.projects.masked_cells);
        let unit = Unit::ShareOfProjects;
        self.public(indicator, self.here(), value, unit, base, Some(reading.grade))
    }

    /// Pairs of years between which the territory changed, from one year to another.
    pub fn borders(&self, before: u16, after: u16) -> String {
        let between = |one: &Break| {
            let (before, after) = (one.before.to_string(), one.after.to_string());
            let years = [("before", (&before).into()), ("after", (&after).into())];
            self.catalog.with("borders-between", &years)
        };
        let all: Vec<String> = self.results.series.borders(before, after).map(between).collect();
        all.join(&self.catalog.text("list-separator"))
    }

    /// « J3Z (FAP 2009), commun à 89 % et 100 % ».
    pub fn passage(&self, passage: Passage) -> String {
        let catalog = self.catalog;
        let percent = |share: f64| format::percent(share, 0, catalog.language());
        // Told from this year's code, whichever way it was read.
        let here = passage.from.version == self.results.fap_version;
        let (other, own, theirs) = if here {
            (passage.to, passage.forward, passage.backward)
        } else {
            (passage.from, passage.backward, passage.forward)
        };
        catalog.with(
            "evolution-passage",
            &[
                ("code", other.code().into()),
                ("edition", (&other.version.year().to_string()).into()),
                ("own", (&percent(own)).into()),
                ("theirs", (&percent(theirs)).into()),
            ],
        )
    }
}
