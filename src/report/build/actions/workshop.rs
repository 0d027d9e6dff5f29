//! What was said in the room: as it was written, grouped and counted, and what may be the same.

use crate::actions::workshop::{Group, groups as grouped, suggestions};
use crate::model::action::workshop::Contribution;
use crate::report::build::actions::{Told, count, id, joined, line, whole};
use crate::report::document::{Cell, Row, Shown, Table};

use Shown::Everywhere;

/// The row of what was said to no question.
pub const NONE: &str = "none";

const QUESTIONS: &[(&str, u16, Shown)] = &[
    ("question", 60, Everywhere),
    ("said-contributions", 12, Everywhere),
    ("said-groups", 12, Everywhere),
    ("said-occurrences", 12, Everywhere),
    ("said-tables", 12, Everywhere),
    ("said-stickers", 12, Everywhere),
    ("said-unsaid", 12, Everywhere),
];

const GROUPS: &[(&str, u16, Shown)] = &[
    ("question", 40, Everywhere),
    ("proposal", 60, Everywhere),
    ("said-occurrences", 12, Everywhere),
    ("said-stickers", 12, Everywhere),
    ("said-by", 16, Everywhere),
    ("said-contributions", 12, Everywhere),
    ("practice", 18, Everywhere),
    ("action-lever", 34, Everywhere),
    ("action", 34, Everywhere),
    ("label", 28, Everywhere),
];

const PROPOSALS: &[(&str, u16, Shown)] = &[
    ("question", 40, Everywhere),
    ("said-table", 8, Everywhere),
    ("proposal", 60, Everywhere),
    ("said-occurrences", 12, Everywhere),
    ("said-sticker", 10, Everywhere),
    ("practice", 18, Everywhere),
    ("action-lever", 34, Everywhere),
    ("action", 34, Everywhere),
    ("label", 28, Everywhere),
    ("said-under", 60, Everywhere),
];

const NEAR: &[(&str, u16, Shown)] = &[
    ("proposal", 60, Everywhere),
    ("near-other", 60, Everywhere),
    ("near-words", 40, Everywhere),
    ("near-score", 10, Everywhere),
];

/// The questions that something was said to, with what was said to none of them.
pub fn questions(told: &Told<'_>) -> Table {
    let asked = told.plan.questions.iter().map(|one| (one.id.as_str(), joined(&one.text)));
    let none = told.text("plan-table-no-question");
    // A question that was removed takes nothing of what was said with it.
    let mut gone: Vec<&str> = Vec::new();
    for id in told.plan.contributions.iter().filter_map(|one| one.question.as_deref()) {
        if told.plan.question(id).is_none() && !gone.contains(&id) {
            gone.push(id);
        }
    }
    let gone = gone.into_iter().map(|id| (id, told.name(id)));
    let all = asked.chain(gone).chain([("", none)]);
    let rows = all.filter_map(|(question, text)| {
        let groups = grouped(told.plan, Some(question));
        if groups.is_empty() && question.is_empty() {
            return None;
        }
        let sum = |of: &dyn Fn(&Group) -> u32| groups.iter().map(of).fold(0, u32::saturating_add);
        let mut tables: Vec<u16> = groups.iter().flat_map(|group| group.tables.clone()).collect();
        tables.sort_unstable();
        tables.dedup();
        let members = groups.iter().flat_map(|group| &group.members);
        let unsaid =
            members.filter_map(|id| told.plan.contribution(id)).filter(|one| one.table.is_none());
        let unsaid = unsaid.count();
        let cells = vec![
            Cell::text(text),
            count(groups.iter().map(|group| group.members.len()).sum()),
            count(groups.len()),
            Cell::Whole(sum(&|group| group.occurrences)),
            count(tables.len()),
            Cell::Whole(sum(&|group| group.priorities)),
            count(unsaid),
        ];
        let key = if question.is_empty() { NONE } else { question };
        Some(Row::new(key, None, cells))
    });
    told.table(id::QUESTIONS, QUESTIONS, rows.collect())
}

/// The question that something was said to, by its text.
fn question(told: &Told<'_>, one: &Contribution) -> Cell {
    one.question.as_ref().map_or_else(
        || Cell::text(told.text("plan-table-no-question")),
        |id| Cell::text(told.name(id)),
    )
}

/// Lever, action and occupation that a contribution is linked to.
fn links(told: &Told<'_>, one: &Contribution) -> [Cell; 3] {
    let occupation = one.occupation.as_ref();
    [
        told.named(one.lever.as_ref()),
        told.named(one.action.as_ref()),
        occupation.map_or(Cell::Blank, |code| Cell::text(told.occupation(code))),
    ]
}

/// What was said once or several times, under the contribution that speaks for it.
pub fn groups(told: &Told<'_>) -> Table {
    let rows = grouped(told.plan, None).into_iter().filter_map(|group| {
        let head = told.plan.contribution(&group.head)?;
        let tables = group.tables.iter().map(u16::to_string);
        let mut cells = vec![
            question(told, head),
            line(&head.text),
            Cell::Whole(group.occurrences),
            Cell::Whole(group.priorities),
            Cell::text(tables.collect::<Vec<_>>().join(", ")),
            count(group.members.len()),
            told.context.words("practice", head.practice.id()),
        ];
        cells.extend(group_links(told, &group));
        Some(Row::new(group.head.as_str(), None, cells))
    });
    told.table(id::GROUPS, GROUPS, rows.collect())
}

/// What the first of the group that is linked is linked to, of each kind.
fn group_links(told: &Told<'_>, group: &Group) -> [Cell; 3] {
    let mut found = [Cell::Blank, Cell::Blank, Cell::Blank];
    for one in group.members.iter().filter_map(|id| told.plan.contribution(id)) {
        for (known, new) in found.iter_mut().zip(links(told, one)) {
            if *known == Cell::Blank {
                *known = new;
            }
        }
    }
    found
}

/// Every contribution as it was written.
pub fn proposals(told: &Told<'_>) -> Table {
    let rows = told.plan.contributions.iter().map(|one| {
        let into = one.merged_into.as_ref().filter(|id| told.plan.contribution(id).is_some());
        let mut cells = vec![
            question(told, one),
            whole(one.table.map(u32::from)),
            line(&one.text),
            Cell::Whole(one.occurrences.max(1)),
            told.context.yes_no(one.priority.then_some(true)),
            told.context.words("practice", one.practice.id()),
        ];
        cells.extend(links(told, one));
        cells.push(told.named(into));
        Row::new(one.id.as_str(), None, cells)
    });
    told.table(id::PROPOSALS, PROPOSALS, rows.collect())
}

/// What may be the same and was not said to be.
pub fn near(told: &Told<'_>) -> Table {
    let rows = suggestions(told.plan).into_iter().map(|one| {
        let cells = vec![
            Cell::text(told.name(&one.into)),
            Cell::text(told.name(&one.other)),
            Cell::text(told.list(one.words.iter().cloned())),
            Cell::Whole(u32::from(one.score)),
        ];
        Row::new(format!("{}/{}", one.into, one.other), None, cells)
    });
    told.table(id::NEAR, NEAR, rows.collect())
}
