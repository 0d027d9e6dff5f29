//! The figures that decisions were taken on, and the same figures now. What is now is the figure of
//! the document; what was then stays as it was published.

use super::{Told, id, joined, line, whole};
use crate::actions::follow::{Change, Followed, follow as followed, keys};
use crate::format;
use crate::i18n::Catalog;
use crate::model::action::decided::FrozenFigure;
use crate::model::action::sheet::Action;
use crate::model::{Fap, Unit};
use crate::report::build::frozen::present;
use crate::report::document::{Cell, Part, Row, Shown, Table, shape};

use Shown::Everywhere;

const COLUMNS: &[(&str, u16, Shown)] = &[
    ("action", 40, Everywhere),
    ("figure-label", 50, Everywhere),
    ("figure-then", 22, Everywhere),
    ("then-n", 8, Everywhere),
    ("then-year", 8, Everywhere),
    ("then-source", 34, Everywhere),
    ("then-mark", 12, Everywhere),
    ("then-on", 12, Everywhere),
    ("figure-now", 22, Everywhere),
    ("figure-difference", 14, Everywhere),
    ("figure-change", 30, Everywhere),
    ("figure-why", 50, Everywhere),
];

/// The figures of each decision against those of today.
pub fn follow<'a>(told: &Told<'a>) -> Vec<(&'a Action, Vec<Followed>)> {
    let present = present(&told.context, told.document, &keys(told.plan));
    let decided = told.plan.actions.iter().filter_map(|action| {
        let on = action.decided_on.as_ref()?;
        Some((action, followed(on, Some(&present))))
    });
    decided.collect()
}

/// One row per figure of a decision.
pub fn table(told: &Told<'_>) -> Table {
    let rows = follow(told).into_iter().flat_map(|(action, all)| {
        all.into_iter()
            .enumerate()
            .map(|(at, one)| row(told, action, (at + 1, &one)))
            .collect::<Vec<_>>()
    });
    told.table(id::DECIDED, COLUMNS, rows.collect())
}

fn row(told: &Told<'_>, action: &Action, (at, one): (usize, &Followed)) -> Row {
    let catalog = told.context.catalog;
    let then = &one.then;
    let difference = one.difference.map_or(Cell::Blank, |difference| {
        let value = difference.value();
        let language = catalog.language();
        let text = if then.unit.is_share() {
            format::points(value, language)
        } else {
            signed(value, then.unit, catalog)
        };
        Cell::Said { text, order: Some(value) }
    });
    let why = match one.change {
        Change::CannotSay(why) => Cell::text(told.text(&format!("plan-why-{}", why.id()))),
        Change::Up | Change::Down | Change::WithinNoise => Cell::Blank,
    };
    let (now, occupation) = now(told, one);
    let cells = vec![
        line(&action.title),
        line(&then.label),
        Cell::Said {
            text: shown(then, catalog),
            order: then.value.map(crate::model::decimal::Decimal::value),
        },
        whole(then.n),
        then.year.map_or(Cell::Blank, |year| Cell::text(year.to_string())),
        line(&then.source),
        Cell::text(joined(&then.mark)),
        action.decided_on.as_ref().map_or(Cell::Blank, |on| Cell::Date(on.date)),
        now,
        difference,
        Cell::text(told.text(&format!("plan-change-{}", one.change.id()))),
        why,
    ];
    Row::new(format!("{}/{at}", action.id), occupation, cells)
}

/// The figure of the document in the same place, with what its row is about.
fn now(told: &Told<'_>, one: &Followed) -> (Cell, Option<Fap>) {
    let key = &one.then.key;
    let place = one.now.as_ref().and_then(|_| {
        let table = told.document.table(&key.table)?;
        let row = table.rows.iter().find(|row| row.key == key.row)?;
        Some((row, row.cells.get(table.column(&key.column)?)?))
    });
    match place {
        Some((row, Cell::Figure { figure, .. })) => {
            (Cell::figure(*figure, Part::Whole), row.occupation)
        }
        _ => (Cell::Blank, None),
    }
}

/// A difference with its sign.
fn signed(value: f64, unit: Unit, catalog: &Catalog) -> String {
    let text = shape(value, unit, catalog.language());
    if value > 0.0 { format!("+{text}") } else { text }
}

/// A kept figure as it read: `62 % (51–71 %)`; why, where it was hidden.
pub fn shown(figure: &FrozenFigure, catalog: &Catalog) -> String {
    if let Some(hidden) = &figure.hidden {
        return catalog.text(&format!("hidden-{hidden}"));
    }
    let (unit, language) = (figure.unit, catalog.language());
    let point = figure.value.map(|value| shape(value.value(), unit, language));
    let bounds = figure.low.zip(figure.high).map(|(low, high)| {
        let (low, high) = (low.value(), high.value());
        if unit.is_share() {
            format::percent_range(low, high, 0, language)
        } else {
            let digits = match unit {
                Unit::Kappa | Unit::Ratio | Unit::StandardScore | Unit::PostsPerSeeker => 2,
                Unit::CandidatesPerPost => 1,
                _ => 0,
            };
            format::range(low, high, digits, language)
        }
    });
    match (point, bounds) {
        (Some(point), Some(bounds)) if point != bounds => format!("{point} ({bounds})"),
        (Some(text), _) | (None, Some(text)) => text,
        (None, None) => "—".to_owned(),
    }
}
