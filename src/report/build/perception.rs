//! What colleges of actors say of the same things, as a table that may leave.
//!
//! An answer that too few of a college gave is hidden for it, and what would give it: the share, the
//! gap, and the row of an answer that no college is shown with.

use crate::analysis::employers::perception::{Asked, Statement};
use crate::i18n::Catalog;
use crate::model::{Figure, Origin, Unit, Value};
use crate::report::document::{Cell, Column, Part, Row, Shown, Table};
use crate::report::survey::perceived::Perceived;
use crate::secrecy::journal::Fate;
use crate::secrecy::{Published, key, publish_decided};
use crate::survey::gap::Difference;

use Shown::{Everywhere, File, Screen};

const COLUMNS: &[(&str, u16, Shown)] = &[
    ("question", 34, Everywhere),
    ("answer", 26, Everywhere),
    ("college", 22, Everywhere),
    ("perception-share", 22, Screen),
    ("share-point", 12, File),
    ("share-low", 12, File),
    ("share-high", 12, File),
    ("answers", 12, File),
    ("gap", 26, Screen),
    ("gap-point", 14, File),
    ("gap-low", 14, File),
    ("gap-high", 14, File),
    ("reading", 16, Everywhere),
];

/// What the table is built from.
#[derive(Clone, Copy)]
struct Told<'a> {
    perceived: &'a Perceived,
    catalog: &'a Catalog,
}

/// Question × answer × college: share, gap with the first college, what may be said of it.
pub fn perceptions(perceived: &Perceived, catalog: &Catalog) -> Table {
    let context = &Told { perceived, catalog };
    let title = |id: &str| match id {
        // « Part difficile » elsewhere.
        "share-low" | "share-high" => catalog.text(&format!("column-perception-{id}")),
        _ => catalog.text(&format!("column-{id}")),
    };
    let column = |(id, width, shown): &(&'static str, u16, Shown)| Column {
        id,
        title: title(id),
        width: *width,
        shown: *shown,
    };
    Table {
        id: "perceptions",
        title: catalog.text("table-perceptions"),
        about: catalog.text("table-perceptions-about"),
        columns: COLUMNS.iter().map(column).collect(),
        rows: {
            let questions = perceived.perception.questions.iter().enumerate();
            questions.flat_map(|question| of(context, question)).collect()
        },
        chart: None,
    }
}

fn of(context: &Told<'_>, (question, asked): (usize, &Asked)) -> Vec<Row> {
    if asked.statements.is_empty() {
        let words = Cell::text(context.catalog.text("perception-words"));
        let mut cells = vec![Cell::text(&asked.question), words];
        cells.resize(COLUMNS.len(), Cell::Blank);
        return vec![Row::new(&asked.question, None, cells)];
    }
    let colleges = context.perceived.perception.colleges.len();
    let fate =
        |college: usize, statement: usize| context.perceived.fate(question, college, statement);
    let mut rows = Vec::new();
    for (place, statement) in asked.statements.iter().enumerate() {
        let given = |college: usize| statement.by_college.get(college).map_or(0, |(n, _)| *n);
        // That it was given at all would tell of a hidden college.
        let is_said = (0..colleges).any(|at| *fate(at, place) == Fate::Shown && given(at) > 0);
        if !is_said {
            continue;
        }
        let first = fate(0, place);
        rows.extend((0..colleges).filter_map(|college| {
            row(context, asked, statement, (college, fate(college, place)), first)
        }));
    }
    if rows.is_empty() {
        let nothing =
            Statement { answers: Vec::new(), by_college: vec![(0, 0); colleges], who: Vec::new() };
        // Nothing of any college: the first answer tells why.
        rows.extend((0..colleges).filter_map(|college| {
            row(context, asked, &nothing, (college, fate(college, 0)), fate(0, 0))
        }));
    }
    rows
}

fn row(
    context: &Told<'_>,
    asked: &Asked,
    statement: &Statement,
    (college, fate): (usize, &Fate),
    first: &Fate,
) -> Option<Row> {
    let catalog = context.catalog;
    let name = context.perceived.perception.colleges.get(college)?;
    let (_, n) = *statement.by_college.get(college)?;
    let figure = |indicator, unit, value, n| Figure {
        indicator,
        territory: context.perceived.territory,
        value,
        unit,
        n,
        masked_cells: 0,
        grade: None,
        origin: Origin::Respondents { n, largest_share: 0.0 },
    };
    let share = statement.share(college).map_or(Value::Unknown, |(value, interval)| {
        Value::Interval { value, low: interval.low, high: interval.high }
    });
    let unit = Unit::ShareOfRespondents;
    let share = publish_decided(&figure("survey-perception", unit, share, n), fate);
    let shown = *fate == Fate::Shown;
    let against = (college > 0 && shown && *first == Fate::Shown)
        .then(|| statement.against_first(college))
        .flatten();
    let gap = against.map(|Difference { value, interval, .. }| {
        let value = Value::Interval { value, low: interval.low, high: interval.high };
        let figure = figure("perception-gap", Unit::DifferenceOfShares, value, n);
        publish_decided(&figure, &Fate::Shown)
    });
    let reading = match against {
        Some(found) => catalog.text(&format!("perception-{}", found.reading.id())),
        None if college == 0 && shown => catalog.text("perception-first"),
        None => String::new(),
    };
    let answer = match statement.answers.as_slice() {
        [one, other] => {
            catalog.with("perception-either", &[("first", one.into()), ("second", other.into())])
        }
        answers => answers.first().cloned().unwrap_or_default(),
    };
    let of_gap = |part| gap.map_or(Cell::Blank, |gap: Published| Cell::figure(gap, part));
    let key = format!(
        "{}/{}/{}",
        key::part(&asked.question),
        key::joined(&statement.answers),
        key::part(name)
    );
    let cells = vec![
        Cell::text(&asked.question),
        Cell::text(answer),
        Cell::text(name),
        Cell::figure(share, Part::Whole),
        Cell::figure(share, Part::Point),
        Cell::figure(share, Part::Low),
        Cell::figure(share, Part::High),
        share.n().filter(|_| shown).map_or(Cell::Blank, Cell::Whole),
        of_gap(Part::Whole),
        of_gap(Part::Point),
        of_gap(Part::Low),
        of_gap(Part::High),
        Cell::text(reading),
    ];
    Some(Row::new(key, None, cells))
}
