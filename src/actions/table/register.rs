//! Rows of what is the territory's own: actors, levers, targets, times of work.

use crate::actions::table::columns::Column;
use crate::actions::table::rows::{Bad, Cell, Done, bad, chosen, day, is_empty_row, known_id};
use crate::actions::table::{Fault, cells};
use crate::model::action::{ActionPlan, Actor, Lever, Target, Wave};

const fn done(is_new: bool) -> Done {
    Done { is_new, created: Vec::new() }
}

pub fn actor(plan: &mut ActionPlan, row: &[Cell<'_>]) -> Result<Done, Bad> {
    if let Some(empty) = is_empty_row(row, Column::ActorName) {
        return Err(empty);
    }
    let known = known_id(row).and_then(|id| plan.actor(id)).cloned();
    let is_new = known.is_none();
    let mut made = known.unwrap_or_default();
    for cell in row {
        of_actor(&mut made, cell, plan).map_err(|why| bad(cell, why))?;
    }
    // A name that is in the register already is that actor.
    let same = is_new.then(|| cells::actor_here(plan, &made.name)).flatten();
    if let Some(id) = same {
        made.id = id;
        plan.put_actor(made);
        return Ok(done(false));
    }
    if is_new {
        plan.add_actor(Actor { id: String::new(), ..made });
    } else {
        plan.put_actor(made);
    }
    Ok(done(is_new))
}

fn of_actor(made: &mut Actor, cell: &Cell<'_>, plan: &ActionPlan) -> Result<(), Fault> {
    let text = cell.text;
    match cell.column {
        Column::ActorName => text.clone_into(&mut made.name),
        Column::ActorKind => made.kind = chosen(text, cells::actor_kind)?,
        Column::Can => text.clone_into(&mut made.can),
        Column::Contact => text.clone_into(&mut made.contact),
        Column::Capacity if text.is_empty() => made.capacity = None,
        Column::Capacity => made.capacity = Some(cells::small(text)?),
        Column::Levers => {
            let levers = cells::list(text).map(|name| cells::lever(plan, name));
            made.levers = levers.collect::<Result<_, _>>()?;
        }
        _ => {}
    }
    Ok(())
}

pub fn lever(plan: &mut ActionPlan, row: &[Cell<'_>]) -> Result<Done, Bad> {
    if let Some(empty) = is_empty_row(row, Column::LeverName) {
        return Err(empty);
    }
    let known = known_id(row).and_then(|id| plan.lever(id)).cloned();
    let is_new = known.is_none();
    let mut made = known.unwrap_or_default();
    for cell in row {
        match cell.column {
            Column::LeverName => cell.text.clone_into(&mut made.name),
            Column::Note => cell.text.clone_into(&mut made.note),
            _ => {}
        }
    }
    if is_new {
        plan.add_lever(Lever { id: String::new(), ..made });
    } else {
        plan.put_lever(made);
    }
    Ok(done(is_new))
}

pub fn target(plan: &mut ActionPlan, row: &[Cell<'_>]) -> Result<Done, Bad> {
    if let Some(empty) = is_empty_row(row, Column::TargetName) {
        return Err(empty);
    }
    let known = known_id(row).and_then(|id| plan.target(id)).cloned();
    let is_new = known.is_none();
    let mut made = known.unwrap_or_default();
    for cell in row.iter().filter(|cell| cell.column == Column::TargetName) {
        cell.text.clone_into(&mut made.name);
    }
    if is_new {
        plan.add_target(Target { id: String::new(), ..made });
    } else {
        plan.put_target(made);
    }
    Ok(done(is_new))
}

pub fn wave(plan: &mut ActionPlan, row: &[Cell<'_>]) -> Result<Done, Bad> {
    if let Some(empty) = is_empty_row(row, Column::WaveName) {
        return Err(empty);
    }
    let known = known_id(row).and_then(|id| plan.wave(id)).cloned();
    let is_new = known.is_none();
    let mut made = known.unwrap_or_default();
    for cell in row {
        match cell.column {
            Column::WaveName => cell.text.clone_into(&mut made.name),
            Column::Begins => made.begins = day(cell.text).map_err(|why| bad(cell, why))?,
            Column::Ends => made.ends = day(cell.text).map_err(|why| bad(cell, why))?,
            _ => {}
        }
    }
    if is_new {
        plan.add_wave(Wave { id: String::new(), ..made });
    } else {
        plan.put_wave(made);
    }
    Ok(done(is_new))
}
