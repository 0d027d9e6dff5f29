//! Planned and realised, from the places opened to who is still there a year later.

use crate::actions::places::{Step, by_programme, has_places, reasons, steps};
use crate::format::integer;
use crate::report::build::actions::{Told, count, day, id, joined, line, whole};
use crate::report::document::{Cell, Row, Shown, Table};

use Shown::{Everywhere, File};

/// What each step was, as it is told; then its two sides, one number a cell.
const FOLLOWED: &[(&str, u16, Shown)] = &[
    ("action", 40, Everywhere),
    ("told-opened", 12, Everywhere),
    ("told-entered", 12, Everywhere),
    ("told-completed", 12, Everywhere),
    ("told-employed-6", 12, Everywhere),
    ("told-there-12", 12, Everywhere),
    ("planned-opened", 10, File),
    ("realised-opened", 10, File),
    ("planned-entered", 10, File),
    ("realised-entered", 10, File),
    ("planned-completed", 10, File),
    ("realised-completed", 10, File),
    ("planned-employed-6", 10, File),
    ("realised-employed-6", 10, File),
    ("planned-there-12", 10, File),
    ("realised-there-12", 10, File),
    ("realised-on", 12, Everywhere),
    ("realised-source", 34, Everywhere),
    ("realised-reason", 50, Everywhere),
];

const PROGRAMMES: &[(&str, u16, Shown)] = &[
    ("action-programme", 40, Everywhere),
    ("programme-actions", 10, Everywhere),
    ("told-opened", 12, Everywhere),
    ("told-entered", 12, Everywhere),
    ("told-completed", 12, Everywhere),
    ("told-employed-6", 12, Everywhere),
    ("told-there-12", 12, Everywhere),
    ("programme-partial", 50, Everywhere),
];

/// One row per action that plans or realises places.
pub fn table(told: &Told<'_>) -> Table {
    let all = told.plan.actions.iter().filter(|action| has_places(action));
    let rows = all.map(|action| {
        let steps = steps(action);
        let mut cells = vec![line(&action.title)];
        cells.extend(steps.iter().map(|step| of_step(told, step)));
        cells.extend(steps.iter().flat_map(|step| [whole(step.planned), whole(step.realised)]));
        let latest = action.latest();
        cells.push(day(latest.map(|one| one.date)));
        cells.push(latest.map_or(Cell::Blank, |one| line(&one.source)));
        let reasons = reasons(action).map(|(date, why)| {
            let (date, why) = (told.date(date), joined(why));
            let of = [("date", (&date).into()), ("reason", (&why).into())];
            told.context.catalog.with("plan-places-reason", &of)
        });
        cells.push(Cell::text(told.list(reasons)));
        Row::new(action.id.as_str(), None, cells)
    });
    told.table(id::FOLLOWED, FOLLOWED, rows.collect())
}

/// « 9 sur 12 »; a side that is not said is a dash.
pub fn of_step(told: &Told<'_>, step: &Step) -> Cell {
    let catalog = told.context.catalog;
    if step.planned.is_none() && step.realised.is_none() {
        return Cell::Blank;
    }
    let side = |count: Option<u32>| {
        count.map_or_else(|| "—".to_owned(), |n| integer(f64::from(n), catalog.language()))
    };
    let (realised, planned) = (side(step.realised), side(step.planned));
    let of = [("realised", (&realised).into()), ("planned", (&planned).into())];
    Cell::Said { text: catalog.with("plan-table-of", &of), order: step.realised.map(f64::from) }
}

/// One row per programme that actions run.
pub fn programmes(told: &Told<'_>) -> Table {
    let rows = by_programme(told.plan).into_iter().map(|one| {
        let mut cells = vec![line(&one.name), count(one.actions.len())];
        cells.extend(one.steps.iter().map(|step| of_step(told, step)));
        let partial = one.steps.iter().zip(one.partial).filter(|(_, partial)| *partial > 0);
        let partial = partial.map(|(step, partial)| {
            let step = told.text(&format!("places-{}", step.id));
            let shown = integer(f64::from(partial), told.context.catalog.language());
            let of =
                [("step", (&step).into()), ("count", partial.into()), ("shown", (&shown).into())];
            told.context.catalog.with("plan-table-partial", &of)
        });
        let text = told.list(partial);
        let order = Some(f64::from(one.partial.iter().sum::<u32>()));
        cells.push(if text.is_empty() { Cell::Blank } else { Cell::Said { text, order } });
        Row::new(one.key, None, cells)
    });
    told.table(id::PROGRAMMES, PROGRAMMES, rows.collect())
}
