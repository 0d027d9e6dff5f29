//! The calendar: months across, an action a line, its milestones on it; what is late and what comes
//! before; the same as a list.

mod drawing;

use super::desk::{lead, shown};
use super::filters::Filters;
use super::{To, told};
use crate::actions::due;
use crate::format;
use crate::model::Date;
use crate::model::action::sheet::{Action, Milestone};
use crate::model::action::{ActionPlan, Id};
use crate::report::document::{Cell, Column, Row, Shown, Table};
use crate::ui::screens::{View, sides};
use crate::ui::widgets::grid::{Grid, Wanted};
use crate::ui::widgets::{section, weak};
use egui::{ScrollArea, Ui};

/// Days ahead that are told before the calendar.
const SOON: u32 = 60;
/// Passing state.
#[derive(Debug, Default)]
pub struct Panel {
    as_list: bool,
    grid: Grid,
    /// The row looked at in the list.
    row: Option<usize>,
}

impl Panel {
    pub fn show(
        &mut self,
        ui: &mut Ui,
        view: &mut View<'_>,
        plan: &ActionPlan,
        filters: &Filters,
    ) -> Option<To> {
        let mut to = None;
        ui.horizontal_wrapped(|ui| {
            sides(ui, view, &mut self.as_list, &[(false, "as-chart"), (true, "as-table")]);
        });
        if self.as_list {
            return self.list(ui, view, plan, filters);
        }
        ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
            to = pressing(ui, view, plan);
            let kept: Vec<&Action> =
                plan.actions.iter().filter(|one| filters.keeps(plan, one)).collect();
            if let Some(id) = drawing::drawing(ui, view, plan, &kept) {
                to = Some(To::Action(id));
            }
        });
        to
    }

    fn list(
        &mut self,
        ui: &mut Ui,
        view: &mut View<'_>,
        plan: &ActionPlan,
        filters: &Filters,
    ) -> Option<To> {
        let (table, ids) = listed(view, plan, filters);
        if table.rows.is_empty() {
            weak(ui, &view.text("acts-calendar-empty"));
            return None;
        }
        let wanted = Wanted { text: "", tag: "", keep: &|_| true };
        let rows = (&table, revision(view, &table));
        let events = self.grid.show(ui, rows, &wanted, None, &view.session.catalog);
        let clicked = ui.input(|input| input.pointer.any_click());
        let chosen = events.row;
        self.row = chosen.or(self.row);
        view.follow(events);
        // Arrows move from row to row: Enter goes to the sheet, and so does a click.
        let idle = ui.memory(|memory| memory.focused().is_none());
        let entered = idle && ui.input(|input| input.key_pressed(egui::Key::Enter));
        let row = if entered { self.row } else { chosen.filter(|_| clicked) };
        row.and_then(|row| ids.get(row)).map(|id| To::Action(id.clone()))
    }
}

/// Changes whenever the rows do.
fn revision(view: &View<'_>, table: &Table) -> u64 {
    view.session.project.revision().wrapping_mul(1000).wrapping_add(table.rows.len() as u64)
}

/// What is late, then what comes.
fn pressing(ui: &mut Ui, view: &View<'_>, plan: &ActionPlan) -> Option<To> {
    let today = view.session.today;
    let mut to = None;
    let late = due::late(plan, today);
    let coming = due::coming(plan, today, SOON);
    let count = |all: &[due::Due]| all.len().to_string();
    let catalog = &view.session.catalog;
    section(ui, &catalog.with("acts-late", &[("count", (&count(&late)).into())]));
    if late.is_empty() {
        weak(ui, &view.text("acts-late-none"));
    }
    for one in &late {
        if told::link(ui, &told::due(view, plan, one), true) {
            to = Some(told::to_of_due(one));
        }
    }
    section(ui, &catalog.with("acts-coming", &[("count", (&count(&coming)).into())]));
    if coming.is_empty() {
        weak(ui, &view.text("acts-coming-none"));
    }
    for one in &coming {
        if told::link(ui, &told::due(view, plan, one), false) {
            to = Some(told::to_of_due(one));
        }
    }
    to
}

/// A line of the calendar in words.
fn said(view: &View<'_>, plan: &ActionPlan, action: &Action) -> String {
    let catalog = &view.session.catalog;
    let day = |day: Option<Date>| {
        day.map_or_else(|| view.text("acts-no-date"), |day| format::date(day, catalog.language()))
    };
    let (title, lead) = (shown(view, &action.title), lead(view, plan, action));
    let (from, to) = (day(action.begins), day(action.ends));
    let of = [
        ("name", (&title).into()),
        ("lead", (&lead).into()),
        ("from", (&from).into()),
        ("to", (&to).into()),
    ];
    let mut parts = vec![catalog.with("acts-calendar-line", &of)];
    parts.extend(action.milestones.iter().map(|one| milestone(view, one)));
    parts.join("\n")
}

/// « Jalon : ouverture, le 15/03/2027, en retard ».
fn milestone(view: &View<'_>, one: &Milestone) -> String {
    let catalog = &view.session.catalog;
    let language = catalog.language();
    let name = shown(view, &one.name);
    let (key, day) = match (one.done, one.due) {
        (Some(done), _) => ("acts-milestone-done", format::date(done, language)),
        (None, Some(due)) if due < view.session.today => {
            ("acts-milestone-late", format::date(due, language))
        }
        (None, Some(due)) => ("acts-milestone-due", format::date(due, language)),
        (None, None) => ("acts-next-no-date", String::new()),
    };
    catalog.with(key, &[("name", (&name).into()), ("date", (&day).into())])
}

/// Every day of the actions, as a table; the action of each row.
fn listed(view: &View<'_>, plan: &ActionPlan, filters: &Filters) -> (Table, Vec<Id>) {
    let mut lines: Vec<(Date, String, &Action, String)> = Vec::new();
    for action in plan.actions.iter().filter(|one| filters.keeps(plan, one)) {
        for one in &action.milestones {
            if let Some(day) = one.due.or(one.done) {
                let state = match one.done {
                    Some(_) => "acts-state-done",
                    None if is_late(one, view.session.today) => "acts-state-late",
                    None => "acts-state-due",
                };
                lines.push((day, shown(view, &one.name), action, view.text(state)));
            }
        }
        for (day, key) in [(action.begins, "acts-begins"), (action.ends, "acts-ends")] {
            let Some(day) = day else { continue };
            let status = view.text(&format!("action-status-{}", action.status.id()));
            lines.push((day, view.text(key), action, status));
        }
    }
    lines.sort_by_key(|(day, ..)| *day);
    let column = |id, key: &str, width| Column {
        id,
        title: view.text(key),
        width,
        shown: Shown::Everywhere,
    };
    let rows = lines.iter().enumerate().map(|(at, (day, what, action, state))| {
        let cells = vec![
            Cell::Date(*day),
            Cell::text(what.clone()),
            Cell::text(shown(view, &action.title)),
            Cell::text(lead(view, plan, action)),
            Cell::text(state.clone()),
        ];
        Row::new(at.to_string(), None, cells)
    });
    let table = Table {
        id: "plan-calendar",
        title: view.text("acts-calendar"),
        about: String::new(),
        columns: vec![
            column("date", "acts-column-date", 12),
            column("label", "acts-column-what", 34),
            column("action", "acts-column-action", 40),
            column("lead", "acts-column-lead", 30),
            column("state", "acts-column-state", 16),
        ],
        rows: rows.collect(),
        chart: None,
    };
    (table, lines.iter().map(|(_, _, action, _)| action.id.clone()).collect())
}

fn is_late(milestone: &Milestone, today: Date) -> bool {
    milestone.done.is_none() && milestone.due.is_some_and(|due| due < today)
}
