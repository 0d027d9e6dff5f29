//! The plan in figures, one a row: what texts say of it is said from here.

use crate::actions::due::{coming, late};
use crate::actions::places::has_places;
use crate::actions::workshop::groups;
use crate::model::action::sheet::{Action, Milestone, Practice, Status};
use crate::report::build::actions::decided::follow;
use crate::report::build::actions::{Told, VALUE, count, id};
use crate::report::document::{Cell, Row, Shown, Table};
use std::collections::BTreeSet;

use Shown::Everywhere;

/// Days ahead of which what is due is told.
pub const AHEAD: u32 = 90;

const COLUMNS: &[(&str, u16, Shown)] = &[("fact-label", 60, Everywhere), (VALUE, 18, Everywhere)];

pub fn table(told: &Told<'_>) -> Table {
    let mut rows: Vec<(&str, Cell)> = Vec::new();
    actions(told, &mut rows);
    calendar(told, &mut rows);
    measured(told, &mut rows);
    workshop(told, &mut rows);
    let rows = rows.into_iter().map(|(key, cell)| {
        let label = told.text(&format!("fact-plan-{key}"));
        Row::new(key, None, vec![Cell::text(label), cell])
    });
    told.table(id::FACTS, COLUMNS, rows.collect())
}

fn actions(told: &Told<'_>, rows: &mut Vec<(&str, Cell)>) {
    let all = &told.plan.actions;
    let of = |keep: &dyn Fn(&&Action) -> bool| count(all.iter().filter(keep).count());
    let levers: BTreeSet<&str> = all.iter().filter_map(|one| one.lever.as_deref()).collect();
    rows.extend([
        ("actions", count(all.len())),
        ("open", of(&|one| one.is_open())),
        ("idea", of(&|one| one.status == Status::Idea)),
        ("decided", of(&|one| one.status == Status::Decided)),
        ("running", of(&|one| one.status == Status::Running)),
        ("done", of(&|one| one.status == Status::Done)),
        ("stopped", of(&|one| one.status == Status::Stopped)),
        ("unbegun", of(&|one| matches!(one.status, Status::Idea | Status::Decided))),
        ("signed", of(&|one| one.signed_off.is_some())),
        ("levers", count(told.plan.levers.len())),
        ("levers-used", count(levers.len())),
        ("actors", count(told.plan.actors.len())),
    ]);
    let with_money = all.iter().filter(|one| !one.budget.is_empty());
    let sums = with_money
        .map(Action::euros)
        .reduce(|(all, secured), (one, part)| (all + one, secured + part));
    if let Some((euros, secured)) = sums {
        rows.extend([("euros", told.euros(euros)), ("euros-secured", told.euros(secured))]);
    }
    let planned = all.iter().filter_map(|one| one.planned.opened);
    if planned.clone().next().is_some() {
        let places = planned.fold(0, u32::saturating_add);
        rows.push(("places", Cell::Whole(places)));
        rows.push(("places-actions", of(&|one| one.planned.opened.is_some())));
    }
    // Of the actions that say both: a silence makes no lack.
    let both = |one: &&Action| {
        one.planned.entered.is_some() && one.latest().is_some_and(|of| of.places.entered.is_some())
    };
    let entered = all.iter().filter(both);
    if entered.clone().next().is_some() {
        let planned = entered.clone().filter_map(|one| one.planned.entered);
        let realised = entered.clone().filter_map(|one| one.latest()?.places.entered);
        rows.push(("entered", Cell::Whole(realised.fold(0, u32::saturating_add))));
        rows.push(("entered-planned", Cell::Whole(planned.fold(0, u32::saturating_add))));
        rows.push(("entered-actions", count(entered.count())));
    } else {
        // Nothing planned to set them against: those who came in all the same.
        let realised = all.iter().filter_map(|one| one.latest()?.places.entered);
        if realised.clone().next().is_some() {
            rows.push(("entered", Cell::Whole(realised.fold(0, u32::saturating_add))));
        }
    }
    rows.push(("followed", of(&|one| has_places(one))));
}

fn calendar(told: &Told<'_>, rows: &mut Vec<(&str, Cell)>) {
    let milestones = told.plan.actions.iter().flat_map(|action| &action.milestones);
    let of = |keep: &dyn Fn(&Milestone) -> bool| {
        count(milestones.clone().filter(|one| keep(one)).count())
    };
    let kept = |one: &Milestone| one.done.is_some_and(|done| one.due.is_none_or(|due| done <= due));
    let today = told.today();
    rows.extend([
        ("milestones", of(&|_| true)),
        ("milestones-due", of(&|one| one.due.is_some_and(|due| due < today) || one.done.is_some())),
        ("milestones-done", of(&|one| one.done.is_some())),
        ("milestones-kept", of(&kept)),
        ("late", count(late(told.plan, today).len())),
        ("coming", count(coming(told.plan, today, AHEAD).len())),
    ]);
}

fn measured(told: &Told<'_>, rows: &mut Vec<(&str, Cell)>) {
    let all = &told.plan.indicators;
    let aimed = all.iter().filter(|one| one.target.is_some());
    let reached = aimed
        .clone()
        .filter(|one| one.latest().is_some_and(|measure| one.reaches(measure.value) == Some(true)));
    let measured = all.iter().filter(|one| !one.measures.is_empty()).count();
    rows.extend([
        ("indicators", count(all.len())),
        ("indicators-measured", count(measured)),
        ("indicators-aimed", count(aimed.count())),
        ("indicators-reached", count(reached.count())),
    ]);
    let followed: Vec<_> = follow(told).into_iter().flat_map(|(_, all)| all).collect();
    let of = |id: &str| count(followed.iter().filter(|one| one.change.id() == id).count());
    rows.extend([
        ("figures", count(followed.len())),
        ("figures-up", of("up")),
        ("figures-down", of("down")),
        ("figures-unchanged", of("unchanged")),
        ("figures-noise", of("within-noise")),
        ("figures-silent", of("cannot-say")),
    ]);
    rows.push(("journal", count(told.plan.journal.len())));
}

fn workshop(told: &Told<'_>, rows: &mut Vec<(&str, Cell)>) {
    let all = &told.plan.contributions;
    if all.is_empty() {
        return;
    }
    let groups = groups(told.plan, None);
    let tables: BTreeSet<u16> = all.iter().filter_map(|one| one.table).collect();
    let occurrences = groups.iter().fold(0, |sum: u32, one| sum.saturating_add(one.occurrences));
    let practice = |wanted: Practice| {
        let head = |id: &str| told.plan.contribution(id);
        let of = groups.iter().filter_map(|group| head(&group.head));
        count(of.filter(|one| one.practice == wanted).count())
    };
    rows.extend([
        ("questions", count(told.plan.questions.len())),
        ("contributions", count(all.len())),
        ("occurrences", Cell::Whole(occurrences)),
        ("tables", count(tables.len())),
        ("tables-unsaid", count(all.iter().filter(|one| one.table.is_none()).count())),
        ("groups", count(groups.len())),
        ("alone", count(groups.iter().filter(|one| one.members.len() == 1).count())),
        ("stickers", count(all.iter().filter(|one| one.priority).count())),
        ("existing", practice(Practice::Existing)),
        ("new", practice(Practice::New)),
    ]);
}
