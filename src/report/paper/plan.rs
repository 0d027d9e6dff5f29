//! The plan of action of the year: what for, by whom, when, with what money, followed by what, and
//! decided on which figures; what is missing said first; then a page for each action.

mod page;

use crate::actions::matrix::matrix as matrix_of;
use crate::model::action::sheet::Action;
use crate::report::build::actions::id;
use crate::report::document::{Row, Table};
use crate::report::paper::cite::together;
use crate::report::paper::matter::{Col, Matter, mark_of, number, words};
use crate::report::paper::parts::actions::{
    any, both, counted, decided, due, fact, grouped, has, many, or_none, whole,
};
use crate::report::paper::parts::{limits, sources};
use crate::report::paper::{Block, Grid, GridColumn, GridRow, Inline, Tone};
use crate::words::actions as said;

/// Actions below which the table of all of them has no page of its own.
const FEW: usize = 6;

pub fn section(matter: &Matter<'_>, id: &str) -> Option<Vec<Block>> {
    Some(match id {
        "introduction" | "conclusions" => Vec::new(),
        "essentials" => essentials(matter),
        "missing" => missing(matter),
        "frame" => frame(matter),
        "actions" => by_lever(matter),
        "overview" => overview(matter),
        "matrix" => matrix(matter),
        "calendar" => due(matter),
        "budget" => budget(matter),
        "indicators" => indicators(matter),
        "decided" => or_none(matter, decided(matter), "paper-decided-none"),
        "limits" => vec![limits::sentences(
            matter,
            &["paper-plan-limit-entered", "paper-plan-limit-then", "paper-limit-unknown"],
        )],
        "sheets" => page::pages(matter),
        "sources" => sources::loaded(matter),
        _ => return None,
    })
}

fn essentials(matter: &Matter<'_>) -> Vec<Block> {
    let territory = matter.context().results.territory.label.as_str();
    let mut of = vec![("territory", territory.into())];
    of.extend(both(matter, "actions", ("actions", "shown")));
    of.extend(both(matter, "levers-used", ("levers", "used")));
    of.extend(both(matter, "open", ("open", "openshown")));
    let lead = matter.say("paper-plan-lead", &of);
    let beneath = |key: &str, of: &str| {
        let of = [("count", many(matter, of).into()), ("of", fact(matter, of).into())];
        matter.say(key, &of)
    };
    let facts = vec![
        matter.large(
            fact(matter, "actions"),
            "paper-plan-fact-actions",
            counted(matter, "paper-plan-fact-signed", "signed"),
        ),
        matter.large(
            fact(matter, "euros-secured"),
            "paper-plan-fact-secured",
            if has(matter, "euros") {
                beneath("paper-plan-fact-euros", "euros")
            } else {
                Vec::new()
            },
        ),
        matter.large(
            fact(matter, "places"),
            "paper-plan-fact-places",
            any(matter, "paper-plan-fact-places-beneath", "places-actions"),
        ),
        matter.large(
            fact(matter, "indicators"),
            "paper-plan-fact-indicators",
            counted(matter, "paper-plan-fact-measured", "indicators-measured"),
        ),
    ];
    let mut out = vec![Block::Lead(lead), Block::Facts(facts)];
    let state = together(vec![
        any(matter, "paper-plan-idea", "idea"),
        any(matter, "paper-plan-decided", "decided"),
        any(matter, "paper-plan-running", "running"),
        any(matter, "paper-plan-done", "done"),
        any(matter, "paper-plan-stopped", "stopped"),
    ]);
    if !state.is_empty() {
        out.push(Block::Text(state));
    }
    out
}

/// What is missing, plainly; or that nothing is.
fn missing(matter: &Matter<'_>) -> Vec<Block> {
    let Some(table) = matter.document.table(id::FINDINGS) else {
        return vec![Block::Text(matter.plain("paper-plan-nothing-missing"))];
    };
    let said = table.rows.iter();
    let said = said.map(|row| vec![matter.figure(id::FINDINGS, &row.key, "finding")]);
    vec![
        Block::Callout {
            tone: Tone::Limit,
            title: matter.text("paper-plan-missing-title"),
            words: matter.plain("paper-plan-missing-words"),
        },
        Block::List(said.collect()),
    ]
}

/// Levers, targets, times of work.
fn frame(matter: &Matter<'_>) -> Vec<Block> {
    let Some(table) = matter.document.table(id::FRAME) else {
        return vec![Block::Text(matter.plain("paper-plan-no-frame"))];
    };
    let of = |kind: &str, columns: &[Col]| {
        let prefix = format!("{kind}/");
        let rows = table.rows.iter().filter(|row| row.key.starts_with(&prefix));
        matter.grid(&format!("paper-plan-{kind}s"), table, rows, columns, Vec::new())
    };
    let actions = number("frame-actions", 1.0);
    let levers = [
        words("frame-name", 4.2).titled("paper-column-lever"),
        words("frame-note", 3.0),
        actions,
        number("frame-open", 1.2),
        number("frame-euros", 1.5),
    ];
    let targets =
        [words("frame-name", 4.2).titled("paper-column-target"), words("frame-note", 3.0), actions];
    let waves = [
        words("frame-name", 4.2).titled("paper-column-wave"),
        words("frame-begins", 1.5),
        words("frame-ends", 1.5),
        actions,
    ];
    [of("lever", &levers), of("target", &targets), of("wave", &waves)]
        .into_iter()
        .flatten()
        .collect()
}

/// The actions under each lever, which stands above them.
fn by_lever(matter: &Matter<'_>) -> Vec<Block> {
    let (Some(plan), Some(table)) = (matter.context().actions, matter.document.table(id::SHEETS))
    else {
        return vec![Block::Text(matter.plain("paper-plan-no-action"))];
    };
    let columns = [
        words("action", 3.0),
        words("action-lead", 2.4),
        words("action-partners", 2.8),
        words("action-calendar", 1.8),
        number("action-budget", 1.4),
        number("planned-opened", 1.2),
    ];
    let of = |keep: &dyn Fn(&Action) -> bool| {
        plan.actions.iter().filter(|one| keep(one)).map(|one| one.id.clone()).collect()
    };
    let known = |id: &String| plan.lever(id).is_some();
    let mut parts: Vec<(String, Vec<String>)> = plan
        .levers
        .iter()
        .map(|lever| (lever.name.clone(), of(&|one| one.lever.as_ref() == Some(&lever.id))))
        .collect();
    let without = of(&|one| !one.lever.as_ref().is_some_and(known));
    parts.push((matter.text("plan-table-no-lever"), without));
    parts.retain(|(_, keys)| !keys.is_empty());
    grouped(matter, "paper-plan-of-lever", table, (&columns, &parts), Vec::new())
        .into_iter()
        .collect()
}

/// All actions on a page of their own.
fn overview(matter: &Matter<'_>) -> Vec<Block> {
    let columns = [
        words("action", 3.1),
        words("action-lever", 2.7),
        words("action-lead", 2.5),
        words("action-calendar", 1.9),
        words("action-status", 1.5),
        number("action-budget", 1.5),
        number("action-secured", 1.5),
    ];
    let note = matter.plain("paper-plan-summary-note");
    match whole(matter, id::SHEETS, "paper-plan-summary", &columns, note) {
        // A few actions leave such a page empty.
        Some(Block::Table(grid)) if grid.rows.len() < FEW => {
            vec![matter.heading(1, "paper-plan-overview"), Block::Table(grid)]
        }
        // On one page, which is copied and put on a wall.
        Some(grid) => {
            vec![Block::PageBreak, matter.heading(1, "paper-plan-overview"), grid, Block::PageBreak]
        }
        None => Vec::new(),
    }
}

/// Who answers for what, who does it, who is asked, who is told; then the same by actor.
fn matrix(matter: &Matter<'_>) -> Vec<Block> {
    let roles = [
        words("action", 3.0),
        words("role-accountable", 2.0),
        words("role-responsible", 2.2),
        words("role-consulted", 2.0),
        words("role-informed", 2.0),
    ];
    let actors = [
        words("actor", 2.4),
        words("actor-kind", 1.9),
        number("actor-leads", 0.9),
        number("actor-capacity", 1.0),
        number("actor-parts", 0.9),
        words("actor-can", 3.0),
    ];
    let note = matter.plain("paper-plan-matrix-note");
    let by_action = whole(matter, id::SHEETS, "paper-plan-matrix", &roles, note);
    let letters = letters(matter);
    let note = matter.plain("paper-plan-actors-note");
    let by_actor = whole(matter, id::ACTORS, "paper-plan-actors", &actors, note);
    by_action.into_iter().chain(letters).chain(by_actor).collect()
}

/// Actors across a page, at most.
const ACROSS: usize = 8;

/// Actions down, actors across, a letter for each part: as many tables as there are actors for.
fn letters(matter: &Matter<'_>) -> Vec<Block> {
    let Some(plan) = matter.context().actions else { return Vec::new() };
    let all = matrix_of(plan);
    let sheets = matter.document.table(id::SHEETS);
    let taking_part = |at: &usize| {
        all.rows.iter().any(|row| row.cells.get(*at).is_some_and(|roles| !roles.is_empty()))
    };
    let with_part: Vec<usize> = (0..all.actors.len()).filter(taking_part).collect();
    let table = |actors: &[usize]| {
        let column = |title: String, weight: f32| GridColumn { title, weight, number: false };
        let mut columns = vec![column(matter.text("column-action"), 3.2)];
        let names = actors.iter().filter_map(|at| all.actors.get(*at));
        columns.extend(names.map(|id| column(said::name(plan, id, matter.catalog()), 1.1)));
        let rows = all.rows.iter().map(|row| {
            let mut cells = vec![vec![matter.figure(id::SHEETS, &row.action, "action")]];
            cells.extend(actors.iter().map(|at| {
                let roles = row.cells.get(*at).map(Vec::as_slice).unwrap_or_default();
                let letters =
                    roles.iter().map(|role| matter.text(&format!("acts-letter-{}", role.id())));
                let letters = letters.collect::<Vec<_>>().join(" ");
                if letters.is_empty() { Vec::new() } else { vec![Inline::Strong(letters)] }
            }));
            GridRow {
                mark: sheets.and_then(|table| {
                    let found = table.rows.iter().find(|one| one.key == row.action)?;
                    mark_of(table, found)
                }),
                cells,
                strong: false,
                tall: false,
            }
        });
        Block::Table(Grid {
            caption: matter.text("paper-plan-letters"),
            columns,
            rows: rows.collect(),
            note: matter.plain("paper-plan-letters-note"),
        })
    };
    with_part.chunks(ACROSS).map(table).collect()
}

fn budget(matter: &Matter<'_>) -> Vec<Block> {
    let columns =
        [words("action", 3.6), words("funder", 3.0), number("euros", 1.6), words("secured", 1.8)];
    let Some(grid) = whole(matter, id::MONEY, "paper-plan-money", &columns, Vec::new()) else {
        return vec![Block::Text(matter.plain("paper-plan-no-money"))];
    };
    let of =
        [("all", fact(matter, "euros").into()), ("secured", fact(matter, "euros-secured").into())];
    vec![Block::Text(matter.say("paper-plan-money-words", &of)), grid]
}

fn indicators(matter: &Matter<'_>) -> Vec<Block> {
    let Some(table) = matter.document.table(id::INDICATORS) else {
        return vec![Block::Text(matter.plain("paper-plan-no-indicator"))];
    };
    let mut out = vec![Block::Text(counted(matter, "paper-plan-indicators-words", "indicators"))];
    out.extend(followed_by(matter, table, |_| true));
    out
}

/// Indicators with where they start from and what they aim at.
fn followed_by(matter: &Matter<'_>, table: &Table, keep: impl Fn(&Row) -> bool) -> Option<Block> {
    let columns = [
        words("follow-indicator", 3.1),
        words("follow-kind", 1.6),
        number("follow-baseline", 1.1),
        number("follow-target", 1.1),
        words("follow-target-on", 1.6),
        words("follow-owner", 1.9),
        words("follow-next", 1.6),
    ];
    let note: Vec<Inline> = matter.plain("paper-plan-indicators-note");
    let rows = table.rows.iter().filter(|row| keep(row));
    matter.grid("paper-plan-indicators", table, rows, &columns, note)
}
