//! An action on a page: what for, by whom, with whom, when, with what money, followed by what,
//! decided on which figures, and room for those who agree to sign.

use crate::model::action::decided::FrozenFigure;
use crate::model::action::sheet::{Action, Role};
use crate::report::build::actions::id;
use crate::report::document::Row;
use crate::report::paper::cite::{Citing, listed, together};
use crate::report::paper::matter::{Matter, number, words};
use crate::report::paper::plan::followed_by;
use crate::report::paper::{Block, Grid, GridColumn, GridRow, Inline};
use crate::words::actions as said;

/// Who signs beside the lead, at most.
const SIGNING: usize = 3;

/// Lines of the sheet: their titles in the catalogs, and columns of the table of actions.
const LINES: [(&str, &str); 20] = [
    ("paper-action-lever", "action-lever"),
    ("paper-action-targets", "action-targets"),
    ("paper-action-occupations", "action-occupations"),
    ("paper-action-sectors", "action-sectors"),
    ("paper-action-wave", "action-wave"),
    ("paper-action-lead", "action-lead"),
    ("paper-action-partners", "action-partners"),
    ("paper-action-group", "action-group"),
    ("paper-action-calendar", "action-calendar"),
    ("paper-action-milestones", "action-milestones"),
    ("paper-action-funders", "action-funders"),
    ("paper-action-places", "planned-told"),
    ("paper-action-programme", "action-programme"),
    ("paper-action-practice", "action-practice"),
    ("paper-action-risks", "action-risks"),
    ("column-action-notes", "action-notes"),
    ("column-action-reached", "action-reached"),
    ("column-outcome-done", "outcome-done"),
    ("column-outcome-hindered", "outcome-hindered"),
    ("column-outcome-follows", "outcome-follows"),
];

/// One page each, in the order of the plan. What follows stands on none of them.
pub fn pages(matter: &Matter<'_>) -> Vec<Block> {
    let actions = matter.context().actions.map(|plan| plan.actions.as_slice()).unwrap_or_default();
    let mut out: Vec<Block> = actions.iter().flat_map(|action| page(matter, action)).collect();
    if !out.is_empty() {
        out.insert(1, matter.heading(1, "paper-plan-pages"));
        out.push(Block::PageBreak);
    }
    out
}

fn page(matter: &Matter<'_>, action: &Action) -> Vec<Block> {
    let cell = |column: &str| matter.citing().figure(id::SHEETS, &action.id, column);
    let name = cell("action").map(|one| one.shown().to_owned());
    let name = name.unwrap_or_else(|| matter.text("plan-table-untitled"));
    let mut out = vec![Block::PageBreak, Block::Heading { level: 2, text: name }];
    if let Some(objective) = cell("action-objective") {
        out.push(Block::Lead(vec![objective]));
    }
    out.push(Block::Text(state(matter, action)));
    out.push(sheet(matter, action));
    out.extend(indicators(matter, action));
    out.extend(decided(matter, action));
    out.extend(kept_back(matter, action));
    out.push(signatures(matter, action));
    out
}

/// Where it stands, what it was decided on, who agreed.
fn state(matter: &Matter<'_>, action: &Action) -> Vec<Inline> {
    let of = |column: &str| matter.figure(id::SHEETS, &action.id, column);
    let said = |key: &str, name: &str, column: &str| matter.say(key, &[(name, of(column).into())]);
    let decided = action.decided_on.as_ref();
    let signed = action.signed_off.as_ref();
    together(vec![
        said("paper-action-status", "status", "action-status"),
        decided.map(|_| said("paper-action-decided", "on", "action-decided")).unwrap_or_default(),
        match signed {
            Some(_) => said("paper-action-signed", "on", "action-signed"),
            None => matter.plain("paper-action-unsigned"),
        },
    ])
}

fn sheet(matter: &Matter<'_>, action: &Action) -> Block {
    let lines = LINES.iter().filter_map(|(title, column)| {
        let inline = matter.citing().figure(id::SHEETS, &action.id, column)?;
        let cites = matches!(inline, Inline::Figure { .. });
        Some(GridRow {
            mark: cites.then(|| Citing::mark(id::SHEETS, &action.id)),
            cells: vec![vec![Inline::Strong(matter.text(title))], vec![inline]],
            strong: false,
            tall: false,
        })
    });
    let column =
        |key: &str, weight: f32| GridColumn { title: matter.text(key), weight, number: false };
    Block::Table(Grid {
        caption: matter.text("paper-action-sheet"),
        columns: vec![column("paper-column-item", 2.2), column("paper-column-content", 7.8)],
        rows: lines.collect(),
        note: Vec::new(),
    })
}

fn indicators(matter: &Matter<'_>, action: &Action) -> Option<Block> {
    let table = matter.document.table(id::INDICATORS)?;
    let grid = followed_by(matter, table, |row| action.indicators.contains(&row.key))?;
    // How it reads is said once, before the pages.
    let Block::Table(grid) = grid else { return None };
    Some(Block::Table(Grid { note: Vec::new(), ..grid }))
}

fn decided(matter: &Matter<'_>, action: &Action) -> Option<Block> {
    let table = matter.document.table(id::DECIDED)?;
    let columns = [
        words("figure-label", 4.6),
        number("figure-then", 2.1),
        number("then-n", 0.8),
        words("then-year", 1.0),
        words("then-mark", 1.5),
    ];
    // What is shown of the last decision alone: those before it are in the evaluation.
    let shown = |row: &&Row| figure_of(action, row).is_some_and(|figure| figure.hidden.is_none());
    let rows = table.rows.iter().filter(shown);
    matter.grid("paper-action-decided-caption", table, rows, &columns, Vec::new())
}

/// The figure of the last decision that a row is of.
fn figure_of<'a>(action: &'a Action, row: &Row) -> Option<&'a FrozenFigure> {
    let (of, place) = row.key.rsplit_once('/')?;
    let place: usize = place.parse().ok()?;
    let decided = action.decided_on.as_ref().filter(|_| of == action.id)?;
    decided.figures.get(place.checked_sub(1)?)
}

/// Figures of the decision that are not shown, by the reason that they share: a line instead of a
/// row each.
fn kept_back(matter: &Matter<'_>, action: &Action) -> Vec<Block> {
    let Some(table) = matter.document.table(id::DECIDED) else { return Vec::new() };
    let mut reasons: Vec<(String, Vec<Vec<Inline>>)> = Vec::new();
    for row in &table.rows {
        let Some(figure) = figure_of(action, row).filter(|one| one.hidden.is_some()) else {
            continue;
        };
        let why = said::figure(figure, matter.catalog());
        let name = vec![matter.figure(id::DECIDED, &row.key, "figure-label")];
        match reasons.iter_mut().find(|(known, _)| *known == why) {
            Some((_, names)) => names.push(name),
            None => reasons.push((why, vec![name])),
        }
    }
    let line = |(why, names): (String, Vec<Vec<Inline>>)| {
        let list = listed(names, &matter.text("list-separator"));
        Block::Small(
            matter.say("paper-action-hidden", &[("why", why.into()), ("list", list.into())]),
        )
    };
    reasons.into_iter().map(line).collect()
}

/// Who is to sign: the lead, then those who do it.
fn signatures(matter: &Matter<'_>, action: &Action) -> Block {
    let plan = matter.context().actions;
    let name =
        |id: &String| plan.map_or_else(|| id.clone(), |plan| plan.name(id).text().to_owned());
    let leads = action.lead.iter().map(|id| (matter.text("paper-action-sign-lead"), name(id)));
    let mut rows: Vec<(String, String)> = leads.collect();
    if rows.is_empty() {
        rows.push((matter.text("paper-action-sign-lead"), matter.text("paper-action-to-name")));
    }
    let partners = action.partners.iter().filter(|one| {
        matches!(one.role, Role::Accountable | Role::Responsible)
            && !action.lead.contains(&one.actor)
    });
    let partners = partners
        .take(SIGNING)
        .map(|one| (matter.text("paper-action-sign-partner"), name(&one.actor)));
    rows.extend(partners);
    let row = |(as_what, who): (String, String)| GridRow {
        mark: None,
        cells: vec![
            vec![Inline::Strong(who)],
            vec![Inline::Words(as_what)],
            Vec::new(),
            Vec::new(),
        ],
        strong: false,
        tall: true,
    };
    let column =
        |key: &str, weight: f32| GridColumn { title: matter.text(key), weight, number: false };
    Block::Table(Grid {
        caption: matter.text("paper-action-sign"),
        columns: vec![
            column("paper-action-sign-for", 3.0),
            column("paper-action-sign-as", 1.8),
            column("paper-action-sign-name", 3.0),
            column("paper-action-sign-date", 3.4),
        ],
        rows: rows.into_iter().map(row).collect(),
        note: Vec::new(),
    })
}
