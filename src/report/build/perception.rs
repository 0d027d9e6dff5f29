//! What colleges of actors say of the same things, as a table that may leave.
//!
//! A college whose answers to a question would tell who gave them is hidden for the whole
//! question: its share, its gap, and the answers that it alone gave.

use crate::analysis::employers::perception::{Asked, Perception, Statement};
use crate::i18n::Catalog;
use crate::model::{Figure, Origin, Territory, Unit, Value};
use crate::report::document::{Cell, Column, Part, Row, Shown, Table};
use crate::secrecy::journal::Fate;
use crate::secrecy::primary::{Verdict, of_share};
use crate::secrecy::{Published, Rules, publish_decided};
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
pub struct PerceptionContext<'a> {
    pub perception: &'a Perception,
    pub catalog: &'a Catalog,
    pub territory: Territory,
    pub rules: Rules,
}

/// Question × answer × college: share, gap with the first college, what may be said of it.
pub fn perceptions(context: &PerceptionContext<'_>) -> Table {
    let catalog = context.catalog;
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
        rows: context.perception.questions.iter().flat_map(|asked| of(context, asked)).collect(),
        chart: None,
    }
}

fn of(context: &PerceptionContext<'_>, asked: &Asked) -> Vec<Row> {
    if asked.statements.is_empty() {
        let words = Cell::text(context.catalog.text("perception-words"));
        let mut cells = vec![Cell::text(&asked.question), words];
        cells.resize(COLUMNS.len(), Cell::Blank);
        return vec![Row { occupation: None, origin: None, cells }];
    }
    let colleges = context.perception.colleges.len();
    // One answer that tells who gave it would be found from the others: all are hidden.
    let verdict =
        |college: usize| {
            let sides = asked.statements.iter().filter_map(|statement| {
                let (given, of) = *statement.by_college.get(college)?;
                Some(of_share(given, of, context.rules.thresholds()))
            });
            sides.fold(Verdict::Publishable, |worst, side| {
                if worst == Verdict::Publishable { side } else { worst }
            })
        };
    let verdicts: Vec<Verdict> = (0..colleges).map(verdict).collect();
    let mut rows = Vec::new();
    for statement in &asked.statements {
        let given = |college: usize| statement.by_college.get(college).map_or(0, |(n, _)| *n);
        let told = verdicts.iter().enumerate();
        // That it was given at all would tell of a hidden college.
        let is_said = told.clone().any(|(at, v)| *v == Verdict::Publishable && given(at) > 0);
        if !is_said {
            continue;
        }
        rows.extend(told.filter_map(|(college, verdict)| {
            row(context, asked, statement, (college, *verdict), verdicts.first().copied()?)
        }));
    }
    if rows.is_empty() {
        rows.extend(verdicts.iter().enumerate().filter_map(|(college, verdict)| {
            let first = verdicts.first().copied()?;
            let nothing = Statement { answers: Vec::new(), by_college: vec![(0, 0); colleges] };
            row(context, asked, &nothing, (college, *verdict), first)
        }));
    }
    rows
}

/// A college stands alone: no other figure is made of its answers.
const fn fate(verdict: Verdict) -> Fate {
    match verdict {
        Verdict::Publishable => Fate::Shown,
        Verdict::Empty => Fate::Empty,
        Verdict::Sensitive(reason) => Fate::Primary(reason),
    }
}

fn row(
    context: &PerceptionContext<'_>,
    asked: &Asked,
    statement: &Statement,
    (college, verdict): (usize, Verdict),
    first: Verdict,
) -> Option<Row> {
    let catalog = context.catalog;
    let name = context.perception.colleges.get(college)?;
    let (_, n) = *statement.by_college.get(college)?;
    let figure = |indicator, unit, value, n| Figure {
        indicator,
        territory: context.territory,
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
    let share = publish_decided(&figure("survey-perception", unit, share, n), &fate(verdict));
    let shown = verdict == Verdict::Publishable;
    let against = (college > 0 && shown && first == Verdict::Publishable)
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
    Some(Row {
        occupation: None,
        origin: None,
        cells: vec![
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
        ],
    })
}
