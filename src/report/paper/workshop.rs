//! What was said in a seminar, compiled: by question, grouped, counted. An occurrence is a time that
//! a table of people wrote it, and never a share of those who were there.

use crate::actions::workshop::groups as said_together;
use crate::model::action::sheet::Practice;
use crate::model::action::workshop::Contribution;
use crate::report::build::actions::{NONE, id};
use crate::report::document::{Cell, Row, Table};
use crate::report::paper::cite::{Fill, listed, together};
use crate::report::paper::matter::{Col, Matter, number, words};
use crate::report::paper::parts::actions::{
    any, both, counted, fact, grouped, many, or_none, whole,
};
use crate::report::paper::parts::limits;
use crate::report::paper::{Block, Inline, Tone};

pub fn section(matter: &Matter<'_>, id: &str) -> Option<Vec<Block>> {
    let said = matter.context().actions.is_some_and(|plan| !plan.contributions.is_empty());
    Some(match id {
        "introduction" | "conclusions" => Vec::new(),
        "essentials" if !said => vec![Block::Lead(matter.plain("paper-workshop-nothing"))],
        "essentials" => essentials(matter),
        "questions" => questions(matter),
        "practices" => practices(matter),
        "links" => links(matter),
        "alone" => Some(matter).filter(|_| said).map(alone).unwrap_or_default(),
        "limits" => vec![limits::sentences(
            matter,
            &[
                "paper-workshop-limit-count",
                "paper-workshop-limit-groups",
                "paper-plan-limit-entered",
            ],
        )],
        "annex" => annex(matter),
        _ => return None,
    })
}

fn essentials(matter: &Matter<'_>) -> Vec<Block> {
    let territory = matter.context().results.territory.label.as_str();
    let mut of = vec![("territory", Fill::from(territory))];
    of.extend(both(matter, "contributions", ("contributions", "shown")));
    of.extend(both(matter, "tables", ("tables", "tablesshown")));
    of.extend(both(matter, "questions", ("questions", "questionsshown")));
    of.extend(both(matter, "groups", ("groups", "groupsshown")));
    let facts = vec![
        matter.large(
            fact(matter, "contributions"),
            "paper-workshop-fact-contributions",
            counted(matter, "paper-workshop-fact-occurrences", "occurrences"),
        ),
        matter.large(fact(matter, "tables"), "paper-workshop-fact-tables", Vec::new()),
        matter.large(
            fact(matter, "groups"),
            "paper-workshop-fact-groups",
            counted(matter, "paper-workshop-fact-alone", "alone"),
        ),
        matter.large(fact(matter, "stickers"), "paper-workshop-fact-stickers", Vec::new()),
    ];
    // Tables are those that are named: of the others, no number is known.
    let named = many(matter, "tables") > 0;
    let lead = if named { "paper-workshop-lead" } else { "paper-workshop-lead-unsaid" };
    let mut out = vec![
        Block::Lead(matter.say(lead, &of)),
        Block::Facts(facts),
        Block::Callout {
            tone: Tone::Limit,
            title: matter.text("paper-workshop-count-title"),
            words: matter.plain("paper-workshop-count"),
        },
    ];
    let unsaid = any(matter, "paper-workshop-unsaid", "tables-unsaid");
    if named && !unsaid.is_empty() {
        out.push(Block::Text(unsaid));
    }
    let first = first(matter);
    if !first.is_empty() {
        out.push(Block::Text(first));
    }
    out
}

/// What was said most often, in a sentence.
fn first(matter: &Matter<'_>) -> Vec<Inline> {
    let Some(table) = matter.document.table(id::GROUPS) else { return Vec::new() };
    let said = table
        .rows
        .iter()
        .filter(|row| matter.citing().count(id::GROUPS, &row.key, "said-occurrences") > 1);
    let said = said.take(3).map(|row| {
        let of = [
            ("proposal", matter.figure(id::GROUPS, &row.key, "proposal").into()),
            ("count", matter.citing().count(id::GROUPS, &row.key, "said-occurrences").into()),
            ("shown", matter.figure(id::GROUPS, &row.key, "said-occurrences").into()),
        ];
        matter.say("paper-workshop-said", &of)
    });
    let list = listed(said.collect(), &matter.text("list-separator"));
    if list.is_empty() {
        return list;
    }
    matter.say("paper-workshop-first", &[("list", list.into())])
}

const GROUPED: [Col; 5] = [
    words("proposal", 4.6),
    number("said-occurrences", 1.2),
    number("said-stickers", 1.1),
    words("said-by", 1.2),
    words("practice", 1.6),
];

/// Rows whose cell in a column reads so.
fn reading<'t>(
    table: &'t Table,
    column: &str,
    text: String,
) -> impl Iterator<Item = &'t Row> + use<'t> {
    let place = table.column(column);
    table.rows.iter().filter(move |row| {
        let cell = place.and_then(|place| row.cells.get(place));
        matches!(cell, Some(Cell::Text(found)) if *found == text)
    })
}

/// Groups of each question, those said most often first.
fn questions(matter: &Matter<'_>) -> Vec<Block> {
    let (Some(plan), Some(asked), Some(table)) = (
        matter.context().actions,
        matter.document.table(id::QUESTIONS),
        matter.document.table(id::GROUPS),
    ) else {
        return Vec::new();
    };
    let mut out = Vec::new();
    for row in &asked.rows {
        let text = matter.figure(id::QUESTIONS, &row.key, "question").shown().to_owned();
        out.push(Block::Heading { level: 2, text });
        let count = |column: &str| matter.citing().count(id::QUESTIONS, &row.key, column);
        let figure = |column: &str| Fill::from(matter.figure(id::QUESTIONS, &row.key, column));
        let of = [
            ("contributions", count("said-contributions").into()),
            ("shown", figure("said-contributions")),
            ("groups", count("said-groups").into()),
            ("groupsshown", figure("said-groups")),
            ("tables", count("said-tables").into()),
            ("tablesshown", figure("said-tables")),
            ("unsaid", count("said-unsaid").into()),
            ("unsaidshown", figure("said-unsaid")),
        ];
        let said = match (count("said-tables"), count("said-unsaid")) {
            (_, 0) => "paper-workshop-question",
            (0, _) => "paper-workshop-question-unsaid",
            _ => "paper-workshop-question-partly",
        };
        let asked = if row.key == NONE { "" } else { &row.key };
        let heads = said_together(plan, Some(asked)).into_iter().map(|group| group.head);
        let rows = Matter::rows(table, heads);
        let note = matter.plain("paper-workshop-grid-note");
        match matter.grid("paper-workshop-grid", table, rows, &GROUPED, note) {
            Some(grid) => {
                out.push(Block::Text(matter.say(said, &of)));
                out.push(grid);
            }
            None => out.push(Block::Text(matter.plain("paper-workshop-silent"))),
        }
    }
    out
}

/// What is done somewhere and may be spread, then what is to be started.
fn practices(matter: &Matter<'_>) -> Vec<Block> {
    let Some(table) = matter.document.table(id::GROUPS) else { return Vec::new() };
    let columns = [
        words("proposal", 5.0),
        number("said-occurrences", 1.2),
        number("said-stickers", 1.1),
        words("question", 3.4),
    ];
    let of = |practice: Practice, caption: &str| {
        let name = matter.text(&format!("practice-{}", practice.id()));
        let rows = reading(table, "practice", name);
        matter.grid(caption, table, rows, &columns, Vec::new())
    };
    let words = together(vec![
        any(matter, "paper-workshop-existing-words", "existing"),
        any(matter, "paper-workshop-new-words", "new"),
    ]);
    let mut out = vec![Block::Text(words)];
    out.extend(of(Practice::Existing, "paper-workshop-existing"));
    out.extend(of(Practice::New, "paper-workshop-new"));
    out
}

/// Proposals that a lever, an action or an occupation takes up.
fn links(matter: &Matter<'_>) -> Vec<Block> {
    let Some(table) = matter.document.table(id::GROUPS) else { return Vec::new() };
    let linked = |row: &&Row| {
        ["action-lever", "action", "label"].iter().any(|column| {
            let cell = table.column(column).and_then(|place| row.cells.get(place));
            cell.is_some_and(|cell| *cell != Cell::Blank)
        })
    };
    let columns = [
        words("proposal", 3.8),
        words("action-lever", 2.6),
        words("action", 2.6),
        words("label", 2.0),
    ];
    let rows = table.rows.iter().filter(linked);
    let note = matter.plain("paper-workshop-links-note");
    let grid = matter.grid("paper-workshop-links", table, rows, &columns, note);
    or_none(matter, grid, "paper-workshop-no-link")
}

/// What was not grouped, and what may be and was not confirmed.
fn alone(matter: &Matter<'_>) -> Vec<Block> {
    let columns = [words("proposal", 4.0), words("near-other", 4.0), words("near-words", 2.4)];
    let note = matter.plain("paper-workshop-near-note");
    let mut out = vec![Block::Text(counted(matter, "paper-workshop-alone", "alone"))];
    out.extend(whole(matter, id::NEAR, "paper-workshop-near", &columns, note));
    out
}

/// Every contribution as it was written, under its question.
fn annex(matter: &Matter<'_>) -> Vec<Block> {
    let (Some(plan), Some(asked), Some(table)) = (
        matter.context().actions,
        matter.document.table(id::QUESTIONS),
        matter.document.table(id::PROPOSALS),
    ) else {
        return Vec::new();
    };
    let columns = [
        words("proposal", 4.2),
        number("said-table", 0.9),
        number("said-occurrences", 1.2),
        words("said-sticker", 1.1),
        words("practice", 1.5),
        words("said-under", 3.0),
    ];
    let part = |row: &Row| {
        let name = matter.figure(id::QUESTIONS, &row.key, "question").shown().to_owned();
        let of = |one: &&Contribution| {
            one.question.as_deref().map_or(row.key == NONE, |question| question == row.key)
        };
        let keys = plan.contributions.iter().filter(of).map(|one| one.id.clone());
        (name, keys.collect::<Vec<_>>())
    };
    let mut parts: Vec<(String, Vec<String>)> = asked.rows.iter().map(part).collect();
    parts.retain(|(_, keys)| !keys.is_empty());
    let note = matter.plain("paper-workshop-annex-note");
    grouped(matter, "paper-workshop-annex", table, (&columns, &parts), note).into_iter().collect()
}
