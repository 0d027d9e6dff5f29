//! Programmes proposed to those who fund them: a summary, then one page for each that is chosen.

mod page;

use crate::recommend::proposal::{Measure, Proposal};
use crate::report::build::budget;
use crate::report::document::Row;
use crate::report::paper::cite::{Fill, listed, together};
use crate::report::paper::matter::{Col, Matter, audience, merged, number, words};
use crate::report::paper::parts::{limits, sources};
use crate::report::paper::{Block, Inline, Tone};
use std::collections::BTreeSet;

pub fn section(matter: &Matter<'_>, id: &str) -> Option<Vec<Block>> {
    Some(match id {
        "introduction" | "conclusions" => Vec::new(),
        "essentials" => essentials(matter),
        "summary" => summary(matter),
        "levers" => levers(matter).into_iter().collect(),
        "unfed" => unfed(matter).into_iter().collect(),
        "limits" => vec![
            limits::unknown(matter),
            limits::sentences(
                matter,
                &[
                    "plan-reading",
                    "funding-never-a-promise",
                    "cover-reading-places",
                    "cover-reading-training",
                ],
            ),
        ],
        "pages" => page::pages(matter),
        "others" => page::others(matter),
        "sources" => sources::loaded(matter),
        _ => return None,
    })
}

/// How many programmes, for how many occupations; what the budget buys, where one was given.
fn essentials(matter: &Matter<'_>) -> Vec<Block> {
    let plan = |message: &str, key: &str| matter.counted_in(budget::ID, message, key);
    let results = matter.context().results;
    let place = [
        ("territory", Fill::from(results.territory.label.as_str())),
        ("year", results.year.to_string().into()),
        ("count", matter.citing().count(budget::ID, "candidates", budget::VALUE).into()),
        ("shown", matter.figure(budget::ID, "candidates", budget::VALUE).into()),
    ];
    let lead = together(vec![
        matter.say("paper-programmes-lead", &place),
        plan("paper-programmes-occupations", "candidate-occupations"),
    ]);
    let mut out = vec![Block::Lead(lead)];
    let figure = |key: &str| matter.figure(budget::ID, key, budget::VALUE);
    match matter.planned.plan.chosen() {
        Some(_) => {
            let (label, beneath) = on_condition(matter);
            let facts = [
                ("chosen", label, beneath),
                ("chosen-places", "paper-fact-places", Vec::new()),
                ("chosen-cost", "paper-fact-cost", Vec::new()),
                ("chosen-people", "paper-fact-people", Vec::new()),
            ];
            let facts = facts.map(|(key, label, under)| matter.large(figure(key), label, under));
            out.push(Block::Facts(facts.to_vec()));
            out.extend(under(matter));
        }
        None => out.push(Block::Text(matter.plain(match &matter.planned.plan.answer {
            Some(_) => "paper-programmes-no-choice",
            None => "paper-programmes-no-budget",
        }))),
    }
    let asked = &matter.planned.plan.selection;
    if let Some(why) = asked.unpaid {
        out.push(Block::Text(matter.plain(&format!("choice-unpaid-{}", why.id()))));
    }
    out.extend(supposed(matter));
    if !asked.unpriced.is_empty() {
        out.push(Block::Callout {
            tone: Tone::Advice,
            title: matter.text("paper-programmes-unpriced-title"),
            words: matter.plain("paper-programmes-unpriced"),
        });
    }
    if !asked.unconfirmed.is_empty() {
        let title = matter.text("paper-programmes-unconfirmed-title");
        let words = together(vec![
            plan("paper-programmes-unconfirmed", "unconfirmed"),
            matter.plain("paper-programmes-settle"),
        ]);
        out.push(Block::Callout { tone: Tone::Advice, title, words });
    }
    let words = together(vec![
        plan("paper-programmes-without", "without-training"),
        matter.plain("paper-programmes-confirm"),
    ]);
    let title = matter.text("paper-programmes-confirm-title");
    out.push(Block::Callout { tone: Tone::Limit, title, words });
    out.push(Block::Text(
        matter.say("paper-programmes-measures", &[("list", measures(matter).into())]),
    ));
    out
}

/// How many are chosen on condition, and on which.
fn on_condition(matter: &Matter<'_>) -> (&'static str, Vec<Inline>) {
    let plan = matter.planned.plan;
    let taken = plan.chosen().map(|answer| answer.choice.taken.as_slice()).unwrap_or_default();
    let chosen = taken.iter().filter_map(|taken| plan.proposal(&taken.id));
    let all: BTreeSet<_> = chosen.flat_map(Proposal::conditions).collect();
    let named = page::named_conditions(matter, &all.into_iter().collect::<Vec<_>>());
    let count = |key: &str| matter.citing().count(budget::ID, key, budget::VALUE);
    let (conditional, of) = (count("chosen-conditional"), count("chosen"));
    match conditional {
        0 => ("paper-fact-chosen", Vec::new()),
        all if all == of => ("paper-fact-chosen-if", vec![Inline::Words(named)]),
        some => {
            let shown = matter.figure(budget::ID, "chosen-conditional", budget::VALUE);
            let of =
                [("count", some.into()), ("shown", shown.into()), ("conditions", named.into())];
            ("paper-fact-chosen", matter.say("paper-fact-chosen-some", &of))
        }
    }
}

/// What the user supposes where nothing tells, with its sources.
fn supposed(matter: &Matter<'_>) -> Option<Block> {
    let table = matter.document.table(budget::ID)?;
    let rows = table.rows.iter().filter(|row| row.key.starts_with(budget::SUPPOSED));
    let told = rows.map(|row| vec![matter.figure(budget::ID, &row.key, budget::VALUE)]);
    let told: Vec<Vec<Inline>> = told.collect();
    (!told.is_empty()).then(|| Block::Callout {
        tone: Tone::Limit,
        title: matter.text("paper-programmes-supposed-title"),
        words: listed(told, &matter.text("list-separator")),
    })
}

/// The budgets that the choice was made under.
fn under(matter: &Matter<'_>) -> Option<Block> {
    let table = matter.document.table(budget::ID)?;
    let budgets = table.rows.iter().filter(|row| row.key.starts_with(budget::GIVEN));
    let colon = matter.text("colon");
    let of = |row: &Row| {
        let label = row.cells.first().map(|cell| cell.shown(matter.catalog())).unwrap_or_default();
        let sum = matter.figure(budget::ID, &row.key, budget::VALUE);
        vec![Inline::Words(format!("{label}{colon}")), sum]
    };
    let most = matter.citing().figure(budget::ID, "given-occupations", budget::VALUE);
    let most = most.map(|most| {
        let count = matter.citing().count(budget::ID, "given-occupations", budget::VALUE);
        matter.say("paper-programmes-most", &[("count", count.into()), ("shown", most.into())])
    });
    let given: Vec<Vec<Inline>> = budgets.map(of).chain(most).collect();
    let words = listed(given, &matter.text("list-separator"));
    (!words.is_empty()).then_some(Block::Text(words))
}

/// What is counted of every programme, in short: said once, not on each page.
fn measures(matter: &Matter<'_>) -> String {
    let all = Measure::ACHIEVEMENT.into_iter().chain(Measure::RESULT);
    let named = all.map(|one| matter.text(&format!("paper-measure-{}", one.id())));
    named.collect::<Vec<_>>().join(&matter.text("list-separator"))
}

/// What was chosen, what the choice left and why, what never entered it.
fn choice(matter: &Matter<'_>) -> Vec<Block> {
    let Some(answer) = matter.planned.plan.chosen() else { return Vec::new() };
    let Some(table) = matter.document.table("choice") else { return Vec::new() };
    let is_taken = |row: &&Row| answer.choice.taken.iter().any(|one| one.id == row.key);
    let is_left = |row: &&Row| answer.left.iter().any(|one| one.id == row.key);
    let what = [words("label", 2.8), words("format", 2.2), words("audience", 2.2)];
    let [label, format, audience_of] = what;
    let taken = [
        label,
        words("decision", 1.5),
        number("places", 1.0),
        format,
        audience_of,
        number("cost", 1.6),
        number("people", 1.9),
    ];
    let left = [label, format, audience_of, words("why", 4.2)];
    let out = [label, format, audience_of, words("decision", 2.0)];
    let note = matter.plain("paper-choice-note");
    let rows = table.rows.iter().filter(is_taken);
    let first = matter.grid("paper-choice-caption", table, rows, &taken, note);
    let rows = together_by_occupation(table.rows.iter().filter(is_left));
    let second =
        matter.grid("paper-choice-left-caption", table, rows.into_iter(), &left, Vec::new());
    let rows = table.rows.iter().filter(|row| !is_taken(row) && !is_left(row));
    let rows = together_by_occupation(rows);
    let third = matter.grid("paper-choice-out-caption", table, rows.into_iter(), &out, Vec::new());
    let one = |grid: Block, columns: &[Col]| merged(grid, audience(columns), matter, usize::MAX);
    let all = [first, second.map(|grid| one(grid, &left)), third.map(|grid| one(grid, &out))];
    all.into_iter().flatten().collect()
}

/// Rows of one occupation one after the other, where the first of them stands.
fn together_by_occupation<'r>(rows: impl Iterator<Item = &'r Row>) -> Vec<&'r Row> {
    let mut groups: Vec<Vec<&Row>> = Vec::new();
    for row in rows {
        let same = |group: &&mut Vec<&Row>| {
            group.first().is_some_and(|first| first.occupation == row.occupation)
        };
        match groups.iter_mut().find(same) {
            Some(group) => group.push(row),
            None => groups.push(vec![row]),
        }
    }
    groups.into_iter().flatten().collect()
}

/// What was chosen and left; without a budget, the candidates.
fn summary(matter: &Matter<'_>) -> Vec<Block> {
    let chosen = choice(matter);
    if !chosen.is_empty() {
        return chosen;
    }
    let candidates = || {
        let table = matter.document.table("candidates")?;
        let columns = [
            words("label", 3.2),
            words("format", 2.1),
            words("audience", 2.2),
            number("year-need", 1.8),
            number("place-cost", 1.4),
            number("stays", 2.0),
        ];
        let note = matter.plain("paper-candidates-note");
        let rows = together_by_occupation(table.rows.iter()).into_iter();
        let grid = matter.grid("paper-candidates-caption", table, rows, &columns, note)?;
        Some(merged(grid, audience(&columns), matter, usize::MAX))
    };
    candidates().map_or_else(|| vec![Block::Text(matter.plain("plan-none"))], |grid| vec![grid])
}

/// Flagged occupations without a line of training.
fn levers(matter: &Matter<'_>) -> Option<Block> {
    let table = matter.document.table("levers")?;
    let columns =
        [words("label", 3.2), words("verdict", 2.2), words("lever", 3.6), words("lead", 3.0)];
    let note = matter.plain("paper-levers-note");
    matter.grid("paper-levers-caption", table, table.rows.iter(), &columns, note)
}

/// Supply that feeds no need: to be looked at before money is put into more.
fn unfed(matter: &Matter<'_>) -> Option<Block> {
    let table = matter.document.table("unfed")?;
    let columns = [words("title", 4.0), words("provider", 3.0), words("ring", 2.0)];
    let rows = table.rows.iter().take(matter.most);
    let note: Vec<Inline> = matter.plain("paper-unfed-note");
    matter.grid("paper-unfed-caption", table, rows, &columns, note)
}
