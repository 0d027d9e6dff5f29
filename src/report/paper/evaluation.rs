//! The evaluation of the plan: what was planned and what was done, what changed meanwhile, and
//! whether by more than the noise. Nothing in it says that one caused the other.

use crate::report::build::actions::id;
use crate::report::document::{Cell, Row};
use crate::report::paper::cite::{Fill, together};
use crate::report::paper::matter::{Col, Matter, number, words};
use crate::report::paper::parts::actions::{
    JOURNAL, any, both, by_date, counted, due, fact, grouped, many, of_actions, or_none, whole,
};
use crate::report::paper::parts::limits;
use crate::report::paper::{Block, Inline, Tone, text};
use std::collections::BTreeSet;

pub fn section(matter: &Matter<'_>, id: &str) -> Option<Vec<Block>> {
    Some(match id {
        "introduction" | "conclusions" => Vec::new(),
        "essentials" => essentials(matter),
        "places" => places(matter),
        "programmes" => programmes(matter),
        "milestones" => milestones(matter),
        "indicators" => indicators(matter),
        "changes" => changes(matter),
        "closed" => closed(matter),
        "years" => years(matter),
        "due" => due(matter),
        "journal" => journal(matter),
        "limits" => vec![limits::sentences(
            matter,
            &[
                "paper-evaluation-limit-cause",
                "paper-evaluation-limit-noise",
                "paper-evaluation-limit-silence",
                "paper-plan-limit-entered",
            ],
        )],
        _ => return None,
    })
}

fn essentials(matter: &Matter<'_>) -> Vec<Block> {
    let territory = matter.context().results.territory.label.as_str();
    let mut of = vec![("territory", Fill::from(territory))];
    of.extend(both(matter, "actions", ("actions", "shown")));
    of.extend(both(matter, "done", ("done", "doneshown")));
    of.extend(both(matter, "running", ("running", "runningshown")));
    of.extend(both(matter, "unbegun", ("unbegun", "unbegunshown")));
    let beneath = |key: &str, of: &str| {
        let of = [("count", many(matter, of).into()), ("of", fact(matter, of).into())];
        matter.say(key, &of)
    };
    let facts = vec![
        matter.large(
            fact(matter, "done"),
            "paper-evaluation-fact-done",
            beneath("paper-evaluation-of-actions", "actions"),
        ),
        matter.large(
            fact(matter, "milestones-kept"),
            "paper-evaluation-fact-kept",
            beneath("paper-evaluation-of-milestones", "milestones-due"),
        ),
        matter.large(
            fact(matter, "entered"),
            "paper-evaluation-fact-entered",
            if many(matter, "entered-actions") == 0 {
                Vec::new()
            } else {
                beneath("paper-evaluation-of-entered", "entered-planned")
            },
        ),
        matter.large(
            fact(matter, "indicators-reached"),
            "paper-evaluation-fact-reached",
            beneath("paper-evaluation-of-indicators", "indicators-aimed"),
        ),
    ];
    vec![
        Block::Lead(together(vec![
            matter.say("paper-evaluation-lead", &of),
            any(matter, "paper-plan-stopped", "stopped"),
        ])),
        Block::Facts(facts),
        Block::Callout {
            tone: Tone::Limit,
            title: matter.text("paper-evaluation-cause-title"),
            words: matter.plain("paper-evaluation-cause"),
        },
    ]
}

/// The steps of the way, as « realised of planned ».
const STEPS: [Col; 5] = [
    number("told-opened", 1.25),
    number("told-entered", 1.25),
    number("told-completed", 1.25),
    number("told-employed-6", 1.25),
    number("told-there-12", 1.25),
];

fn places(matter: &Matter<'_>) -> Vec<Block> {
    let mut columns = vec![words("action", 3.2)];
    columns.extend(STEPS);
    let note = matter.plain("paper-evaluation-places-note");
    let caption = "paper-evaluation-places";
    let grid = whole(matter, id::FOLLOWED, caption, &columns, note);
    // Of actions that are closed, the table of programmes tells.
    let elsewhere = grid.is_none() && matter.document.table(id::PROGRAMMES).is_some();
    let mut out =
        if elsewhere { Vec::new() } else { or_none(matter, grid, "paper-evaluation-no-places") };
    let columns = [
        words("action", 2.6),
        words("realised-on", 1.2),
        words("realised-source", 2.2),
        words("realised-reason", 4.0),
    ];
    let table = matter.document.table(id::FOLLOWED);
    let said = table.and_then(|table| {
        let told = |row: &&Row| {
            let date = table.column("realised-on").and_then(|at| row.cells.get(at));
            date.is_some_and(|cell| *cell != Cell::Blank)
        };
        let rows = table.rows.iter().filter(told);
        matter.grid("paper-evaluation-reasons", table, rows, &columns, Vec::new())
    });
    out.extend(said);
    out
}

fn programmes(matter: &Matter<'_>) -> Vec<Block> {
    let mut columns = vec![words("action-programme", 3.0), number("programme-actions", 1.0)];
    columns.extend(STEPS);
    columns.push(words("programme-partial", 2.4));
    let note = matter.plain("paper-evaluation-programmes-note");
    let caption = "paper-evaluation-programmes";
    whole(matter, id::PROGRAMMES, caption, &columns, note).into_iter().collect()
}

fn milestones(matter: &Matter<'_>) -> Vec<Block> {
    let columns = [
        words("milestone", 3.4),
        words("action", 3.0),
        words("milestone-due", 1.4),
        words("milestone-done", 1.4),
        words("milestone-state", 2.2),
    ];
    let caption = "paper-evaluation-milestones";
    let Some(grid) = whole(matter, id::MILESTONES, caption, &columns, Vec::new()) else {
        return vec![Block::Text(matter.plain("paper-evaluation-no-milestone"))];
    };
    let mut of = Vec::new();
    of.extend(both(matter, "milestones-due", ("due", "dueshown")));
    of.extend(both(matter, "milestones-kept", ("kept", "keptshown")));
    let words = if many(matter, "milestones-due") == 0 {
        matter.plain("paper-evaluation-no-milestone-due")
    } else {
        matter.say("paper-evaluation-milestones-words", &of)
    };
    vec![Block::Text(words), grid]
}

fn indicators(matter: &Matter<'_>) -> Vec<Block> {
    let columns = [
        words("follow-indicator", 3.4),
        words("follow-kind", 1.4),
        number("follow-baseline", 1.1),
        number("follow-target", 1.0),
        number("follow-latest", 1.1),
        words("follow-latest-on", 1.4),
        words("follow-reached", 1.4),
    ];
    let note = matter.plain("paper-evaluation-indicators-note");
    let grid = whole(matter, id::INDICATORS, "paper-plan-indicators", &columns, note);
    let mut out = or_none(matter, grid, "paper-plan-no-indicator");
    let columns = [
        words("follow-indicator", 3.2),
        words("measure-on", 1.3),
        number("measure-value", 1.1),
        words("measure-bounds", 1.6),
        words("measure-source", 2.6),
        words("measure-note", 2.6),
    ];
    out.extend(whole(matter, id::MEASURES, "paper-evaluation-measures", &columns, Vec::new()));
    out
}

/// The figures of decisions, then and now.
fn changes(matter: &Matter<'_>) -> Vec<Block> {
    let columns = [
        words("figure-label", 3.2),
        number("figure-then", 2.2),
        words("then-year", 0.9),
        number("figure-now", 2.1),
        number("figure-difference", 1.3),
        words("figure-change", 1.8),
    ];
    let note = matter.plain("paper-evaluation-changes-note");
    let caption = "paper-evaluation-changes";
    let grid = matter.document.table(id::DECIDED).and_then(|table| {
        let parts = of_actions(matter, table, |_| true);
        grouped(matter, caption, table, (&columns, &parts), note)
    });
    let Some(grid) = grid else {
        return vec![Block::Text(matter.plain("paper-decided-none"))];
    };
    let mut out = vec![
        Block::Text(together(vec![
            counted(matter, "paper-evaluation-figures", "figures"),
            any(matter, "paper-evaluation-up", "figures-up"),
            any(matter, "paper-evaluation-down", "figures-down"),
            any(matter, "paper-evaluation-unchanged", "figures-unchanged"),
            any(matter, "paper-evaluation-noise", "figures-noise"),
            any(matter, "paper-evaluation-silent", "figures-silent"),
        ])),
        grid,
    ];
    out.extend(unsaid(matter));
    out
}

/// Why nothing is said of some of them.
fn unsaid(matter: &Matter<'_>) -> Option<Block> {
    let table = matter.document.table(id::DECIDED)?;
    let place = table.column("figure-why")?;
    let silent = |row: &&Row| row.cells.get(place).is_some_and(|cell| *cell != Cell::Blank);
    let columns = [words("action", 2.6), words("figure-label", 3.0), words("figure-why", 4.4)];
    let rows = table.rows.iter().filter(silent);
    let whys: BTreeSet<String> = rows
        .clone()
        .filter_map(|row| Some(row.cells.get(place)?.shown(matter.catalog())))
        .collect();
    // One reason for all is said once.
    if let (1, Some(row)) = (whys.len(), rows.clone().next()) {
        let why = matter.figure(id::DECIDED, &row.key, "figure-why");
        return Some(Block::Text(
            matter.say("paper-evaluation-unsaid-alike", &[("why", why.into())]),
        ));
    }
    matter.grid("paper-evaluation-unsaid", table, rows, &columns, Vec::new())
}

/// Actions that ended, with what is said of them.
fn closed(matter: &Matter<'_>) -> Vec<Block> {
    let (Some(plan), Some(table)) = (matter.context().actions, matter.document.table(id::SHEETS))
    else {
        return Vec::new();
    };
    let ended = plan.actions.iter().filter(|action| !action.is_open());
    let rows = Matter::rows(table, ended.map(|action| action.id.clone()));
    let columns = [
        words("action", 2.4),
        words("action-status", 1.1),
        words("action-reached", 1.3),
        words("outcome-done", 2.4),
        words("outcome-hindered", 2.2),
        words("outcome-follows", 2.2),
    ];
    let note = matter.plain("paper-evaluation-closed-note");
    let grid = matter.grid("paper-evaluation-closed", table, rows, &columns, note);
    or_none(matter, grid, "paper-evaluation-none-closed")
}

/// Years that are closed, with their evaluation.
fn years(matter: &Matter<'_>) -> Vec<Block> {
    let (Some(table), Some(actions)) =
        (matter.document.table(id::YEARS), matter.document.table(id::CLOSED))
    else {
        return Vec::new();
    };
    let mut out = Vec::new();
    for row in &table.rows {
        let figure = |column: &str| matter.figure(id::YEARS, &row.key, column);
        let year = figure("closed-year");
        let title = matter.say("paper-evaluation-year", &[("year", year.into())]);
        let title = text(&title);
        out.push(Block::Heading { level: 2, text: title });
        let count = |column: &str| matter.citing().count(id::YEARS, &row.key, column);
        let of = [
            ("on", figure("closed-on").into()),
            ("actions", count("closed-actions").into()),
            ("shown", figure("closed-actions").into()),
            ("done", count("closed-done").into()),
            ("doneshown", figure("closed-done").into()),
            ("carried", count("closed-carried").into()),
            ("carriedshown", figure("closed-carried").into()),
        ];
        out.push(Block::Text(matter.say("paper-evaluation-year-words", &of)));
        if let Some(said) = matter.citing().figure(id::YEARS, &row.key, "closed-evaluation") {
            out.push(Block::Text(vec![said]));
        }
        let prefix = format!("{}/", row.key);
        let of_year = actions.rows.iter().filter(|row| row.key.starts_with(&prefix));
        let columns = [
            words("action", 2.8),
            words("action-lead", 2.0),
            words("action-status", 1.2),
            words("action-reached", 1.4),
            number("told-entered", 1.2),
            number("told-employed-6", 1.2),
            number("told-there-12", 1.2),
            words("outcome-done", 2.4),
        ];
        let caption = "paper-evaluation-year-actions";
        out.extend(matter.grid(caption, actions, of_year.clone(), &columns, Vec::new()));
        // What the sheets held: it is read without opening the project.
        let columns = [
            words("action", 2.2),
            words("action-milestones", 2.4),
            words("action-funders", 1.8),
            words("realised-reason", 2.0),
            words("closed-measures", 2.4),
        ];
        let holds = |row: &&Row| {
            ["action-milestones", "action-funders", "realised-reason", "closed-measures"]
                .iter()
                .filter_map(|column| row.cells.get(actions.column(column)?))
                .any(|cell| *cell != Cell::Blank)
        };
        let caption = "paper-evaluation-year-kept";
        out.extend(matter.grid(caption, actions, of_year.filter(holds), &columns, Vec::new()));
    }
    out
}

fn journal(matter: &Matter<'_>) -> Vec<Block> {
    let note: Vec<Inline> = matter.plain("paper-evaluation-journal-note");
    let table = matter.document.table(id::JOURNAL);
    let grid = table.and_then(|table| {
        let rows = by_date(table).into_iter();
        matter.grid("paper-evaluation-journal", table, rows, &JOURNAL, note)
    });
    let mut out = or_none(matter, grid, "paper-evaluation-no-journal");
    let with = table.and_then(|table| {
        let place = table.column("entry-figures")?;
        // Those of actions that are there stand above, then and now.
        let plan = matter.context().actions?;
        let gone = |row: &Row| {
            let entry =
                row.key.parse::<usize>().ok().and_then(|at| plan.journal.get(at.checked_sub(1)?));
            let subject = entry.and_then(|entry| entry.subject.as_deref());
            subject.is_none_or(|id| plan.any_action(id).is_none())
        };
        let stood =
            |row: &&Row| row.cells.get(place).is_some_and(|cell| *cell != Cell::Blank) && gone(row);
        let rows = table.rows.iter().filter(stood);
        let columns =
            [words("entry-date", 1.3), words("entry-subject", 2.7), words("entry-figures", 6.0)];
        matter.grid("paper-evaluation-stood", table, rows, &columns, Vec::new())
    });
    out.extend(with);
    out
}
