//! Rows of what was measured, planned and realised.

use crate::actions::table::columns::Column;
use crate::actions::table::rows::{Bad, Cell, Done, bad, day, is_empty_row, number};
use crate::actions::table::{Fault, cells};
use crate::model::Date;
use crate::model::action::edit::By;
use crate::model::action::indicator::Measure;
use crate::model::action::sheet::{Places, Realised};
use crate::model::action::{ActionPlan, Id};

/// The identifier of what a row is of, and its place in it, from 0: `I3/2`.
fn placed<'a>(row: &[Cell<'a>]) -> Option<(&'a str, usize)> {
    let id = row.iter().find(|cell| cell.column == Column::Id)?.text;
    let (of, at) = id.rsplit_once('/')?;
    let at: usize = at.parse().ok()?;
    Some((of, at.checked_sub(1)?))
}

fn cell<'a, 'b>(row: &'b [Cell<'a>], column: Column) -> Option<&'b Cell<'a>> {
    row.iter().find(|cell| cell.column == column)
}

/// A row without a cell that it cannot do without is refused at the first one it has.
fn missing(row: &[Cell<'_>]) -> Bad {
    let title = row.first().map(|cell| cell.title.to_owned()).unwrap_or_default();
    (title, String::new(), Fault::Empty)
}

fn text(row: &[Cell<'_>], column: Column, before: &str) -> String {
    cell(row, column).map_or_else(|| before.to_owned(), |cell| cell.text.to_owned())
}

fn date(row: &[Cell<'_>], column: Column, before: Option<Date>) -> Result<Option<Date>, Bad> {
    match cell(row, column) {
        Some(cell) => day(cell.text).map_err(|why| bad(cell, why)),
        None => Ok(before),
    }
}

/// A measure: the one whose place it bears, else a new one of the indicator that it names.
pub fn measure(plan: &mut ActionPlan, row: &[Cell<'_>], by: &By) -> Result<Done, Bad> {
    if let Some(empty) = is_empty_row(row, Column::Value) {
        return Err(empty);
    }
    let known = placed(row).and_then(|(id, at)| {
        let measure = plan.indicator(id)?.measures.get(at)?.clone();
        Some((id.to_owned(), at, measure))
    });
    let id: Id = match (&known, cell(row, Column::OfIndicator)) {
        (Some((id, ..)), _) => id.clone(),
        (None, Some(cell)) => cells::indicator(plan, cell.text).map_err(|why| bad(cell, why))?,
        (None, None) => return Err(missing(row)),
    };
    let before = known.as_ref().map(|(_, _, measure)| measure);
    let on = date(row, Column::MeasuredOn, before.map(|one| one.date))?;
    let on = on.or_else(|| before.map(|one| one.date)).unwrap_or(by.date);
    let value = match cell(row, Column::Value) {
        Some(cell) => number(cell.text).map_err(|why| bad(cell, why))?,
        None => before.map(|one| one.value),
    };
    let Some(value) = value else { return Err(missing(row)) };
    let source = text(row, Column::Source, before.map_or("", |one| &one.source));
    let note = text(row, Column::Note, before.map_or("", |one| &one.note));
    let is_new = known.is_none();
    match known {
        Some((id, at, before)) => {
            // A number that is another one has no longer the interval of the survey.
            let made = if before.value == value {
                Measure { date: on, source, note, ..before }
            } else {
                Measure::by_hand(on, value, source, note)
            };
            if let Some(mut indicator) = plan.indicator(&id).cloned() {
                if let Some(measure) = indicator.measures.get_mut(at) {
                    *measure = made;
                }
                plan.put_indicator(indicator);
            }
        }
        None => {
            plan.measure(&id, Measure::by_hand(on, value, source, note), by);
        }
    }
    Ok(Done { is_new, created: Vec::new() })
}

/// The columns of the way, in its order.
pub const STEPS: [Column; 5] =
    [Column::Opened, Column::Entered, Column::Completed, Column::Employed6, Column::There12];

/// What is planned of an action, or was realised on a day: of the action whose place it bears, else
/// of the one that it names, of a closed year too.
pub fn places(plan: &mut ActionPlan, row: &[Cell<'_>], by: &By) -> Result<Done, Bad> {
    let of_id = cell(row, Column::Id).map_or("", |cell| cell.text);
    let planned_of = of_id.strip_suffix("/p").filter(|id| plan.any_action(id).is_some());
    let known = placed(row)
        .filter(|(id, at)| plan.any_action(id).is_some_and(|action| action.realised.len() > *at));
    let id: Id = match (planned_of, known, cell(row, Column::Action)) {
        (Some(id), ..) | (None, Some((id, _)), _) => id.to_owned(),
        (None, None, Some(cell)) => {
            cells::any_action(plan, cell.text).map_err(|why| bad(cell, why))?
        }
        (None, None, None) => return Err(missing(row)),
    };
    let is_planned = planned_of.is_some()
        || cell(row, Column::Side)
            .map_or(Ok(false), |cell| cells::is_planned(cell.text).map_err(|why| bad(cell, why)))?;
    let Some(action) = plan.any_action(&id) else { return Err(missing(row)) };
    let before = known.and_then(|(_, at)| action.realised.get(at)).cloned();
    let start = if is_planned { action.planned } else { before_places(before.as_ref()) };
    let mut steps = start.steps();
    for (step, column) in steps.iter_mut().zip(STEPS) {
        let Some(cell) = cell(row, column) else { continue };
        *step = match cell.text {
            "" => None,
            text => Some(cells::whole(text).map_err(|why| bad(cell, why))?),
        };
    }
    let places = Places::from_steps(steps);
    if is_planned {
        let is_new = action.planned.is_empty();
        let Some(mut action) = plan.action(&id).cloned() else {
            // What was planned of a year that is closed is as it was.
            return Err(missing(row));
        };
        action.planned = places;
        plan.put_action(action);
        return Ok(Done { is_new, created: Vec::new() });
    }
    let on = date(row, Column::MeasuredOn, before.as_ref().map(|one| one.date))?;
    let on = on.or_else(|| before.as_ref().map(|one| one.date)).unwrap_or(by.date);
    let realised = Realised {
        date: on,
        source: text(row, Column::Source, before.as_ref().map_or("", |one| &one.source)),
        places,
        reason: text(row, Column::Reason, before.as_ref().map_or("", |one| &one.reason)),
    };
    match known {
        Some((_, at)) => {
            plan.put_realised(&id, at, realised);
        }
        None => {
            plan.realise(&id, realised, by);
        }
    }
    Ok(Done { is_new: known.is_none(), created: Vec::new() })
}

fn before_places(before: Option<&Realised>) -> Places {
    before.map(|one| one.places).unwrap_or_default()
}
