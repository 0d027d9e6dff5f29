//! Why it is tense, what is not a matter of training and who can lead, and what training can do.

use crate::recommend::diagnosis::{Diagnosis, Lever};
use crate::recommend::proposal::Proposal;
use crate::recommend::verdict::Verdict;
use crate::report::build::{budget, causes};
use crate::report::document::{Cell, Row};
use crate::report::paper::cite::{listed, together};
use crate::report::paper::matter::{Matter, audience, merged, number, words};
use crate::report::paper::parts::ranked;
use crate::report::paper::{Block, Inline, Tone};
use std::collections::BTreeSet;

/// Programmes of a note, at most: their list tells the rest.
const PROGRAMMES: usize = 12;

/// How many of the flagged occupations have which diagnosis, then the causes of each.
pub fn causes(matter: &Matter<'_>) -> Vec<Block> {
    let catalog = matter.catalog();
    let diagnoses = Diagnosis::ALL.into_iter().filter_map(|diagnosis| {
        let key = format!("diagnosis-{}", diagnosis.id());
        let words = catalog.text(&format!("diagnosis-{}", diagnosis.id()));
        (matter.count(&key) > 0).then(|| {
            let of = [("shown", matter.fact(&key).into()), ("words", words.into())];
            matter.say("paper-causes-line", &of)
        })
    });
    let diagnoses: Vec<Vec<Inline>> = diagnoses.collect();
    if diagnoses.is_empty() {
        return vec![Block::Text(matter.plain("paper-list-none"))];
    }
    let mut out = vec![
        Block::Text(matter.plain("paper-causes-intro")),
        Block::List(diagnoses),
        Block::Small(matter.plain("paper-causes-words")),
    ];
    out.extend(table_of_causes(matter));
    out
}

/// One row per flagged occupation: its diagnosis and the causes of class 4 or 5.
fn table_of_causes(matter: &Matter<'_>) -> Option<Block> {
    let table = matter.document.table(causes::ID)?;
    let flagged = ranked::order(matter).into_iter().map(|one| one.code.code().to_owned());
    let columns = [
        words("label", 3.2),
        words("diagnosis", 2.5),
        words("causes-aggravating", 5.4),
        words("causes-rung", 1.9),
    ];
    let rows: Vec<&Row> = Matter::rows(table, flagged.take(matter.most)).collect();
    // Where no cause is published, the list above has said all.
    let causes = table.column("causes-aggravating")?;
    let is_known = |row: &&Row| {
        let cell = row.cells.get(causes);
        cell.is_some_and(|cell| {
            !matches!(cell, Cell::Blank | Cell::Causes(_))
                || matches!(cell, Cell::Causes(known) if !known.is_empty())
        })
    };
    if !rows.iter().any(is_known) {
        return None;
    }
    let years: BTreeSet<String> = rows
        .iter()
        .filter_map(|row| matter.planned.occupation(row.occupation?)?.anchor)
        .map(|anchor| anchor.year.to_string())
        .collect();
    let rows = rows.into_iter();
    let note = matter.plain("paper-causes-note");
    let mut grid = matter.grid("paper-causes-caption", table, rows, &columns, note);
    if let Some(Block::Table(grid)) = &mut grid {
        // They may be older than the survey of the title.
        let years = years.into_iter().collect::<Vec<_>>().join(&matter.text("list-separator"));
        grid.caption = format!("{} ({years})", grid.caption);
    }
    grid
}

/// Whether the causes of an occupation say nothing: no lever comes first there, training no less
/// than others.
fn is_to_be_asked(matter: &Matter<'_>, row: &Row) -> bool {
    let found = row.occupation.and_then(|code| matter.planned.occupation(code));
    found.is_some_and(|one| one.finding.lever == Lever::AskEmployers)
}

/// What comes before training, and who can lead.
pub fn levers(matter: &Matter<'_>) -> Vec<Block> {
    let table = matter.document.table("levers");
    let columns = [words("label", 3.8), words("lever", 4.4), words("lead", 3.4)];
    let grid = table.and_then(|table| {
        let mut note = matter.plain("paper-levers-note");
        let told = table.rows.iter().filter(|row| !is_to_be_asked(matter, row)).count();
        if told > matter.most {
            note = together(vec![note, matter.plain("paper-levers-more")]);
        }
        let rows = table.rows.iter().filter(|row| !is_to_be_asked(matter, row));
        matter.grid("paper-levers-caption", table, rows.take(matter.most), &columns, note)
    });
    let Some(grid) = grid else { return Vec::new() };
    let first = if matter.count("another-lever") > 0 {
        vec![Block::Callout {
            tone: Tone::Advice,
            title: matter.text("paper-levers-title"),
            words: matter.counted("paper-levers-first", "another-lever"),
        }]
    } else {
        Vec::new()
    };
    first.into_iter().chain([grid]).collect()
}

/// Candidate programmes in short; the list of programmes tells the rest.
pub fn training(matter: &Matter<'_>) -> Vec<Block> {
    let table = matter.document.table("candidates");
    let columns = [
        words("label", 3.0),
        words("format", 2.1),
        words("audience", 2.7),
        number("year-need", 1.7),
        words("verdict", 2.9),
    ];
    let grid = table.and_then(|table| {
        let note = matter.plain("paper-training-note");
        matter.grid("paper-training-caption", table, table.rows.iter(), &columns, note)
    });
    let grid = grid.map(|grid| merged(grid, audience(&columns), matter, PROGRAMMES));
    let Some(grid) = grid else { return vec![Block::Text(matter.plain("plan-none"))] };
    let intro = matter.counted_in(budget::ID, "paper-training-intro", "candidates");
    match asked_of_all(matter) {
        Some(said) => vec![Block::Text(intro), Block::Text(said)],
        None => vec![Block::Text(intro), grid],
    }
}

/// Where every candidate is one to ask employers about, it is said once, with the first to ask of.
fn asked_of_all(matter: &Matter<'_>) -> Option<Vec<Inline>> {
    let proposals = &matter.planned.plan.proposals;
    let is_asked = |one: &Proposal| one.verdict == Verdict::AskEmployers;
    if proposals.len() < 2 || !proposals.iter().all(is_asked) {
        return None;
    }
    let mut named: Vec<&str> = Vec::new();
    for one in proposals {
        let label = matter.planned.occupation(one.key.occupation).map(|of| of.label.as_str());
        named.extend(label.filter(|label| !named.contains(label)));
    }
    let list = named.into_iter().take(PROGRAMMES).map(|label| vec![Inline::Words(label.into())]);
    let list = listed(list.collect(), &matter.text("list-separator"));
    Some(matter.say("paper-training-asked", &[("list", list.into())]))
}
