//! The territory against others, and against itself a year before.

use crate::report::build::{comparison, evolution, facts};
use crate::report::document::Table;
use crate::report::paper::cite::{Fill, together};
use crate::report::paper::matter::{Matter, bounds, words};
use crate::report::paper::parts::unsurveyed;
use crate::report::paper::{Block, Inline, Tone};

/// Rows of a comparison, at most.
const SPECIFIC: usize = 10;

/// The territory's share beside those around it, then what is more present here than elsewhere.
pub fn comparison(matter: &Matter<'_>) -> Vec<Block> {
    if unsurveyed::is_so(matter) {
        return vec![Block::Text(matter.plain("unsurveyed-comparison"))];
    }
    let mut out = Vec::new();
    if let Some(table) = matter.document.table(facts::ID) {
        let keys = ["share", "share-department", "share-region", "share-france"];
        let columns = [words("fact-label", 5.0), bounds(facts::VALUE, 3.0)];
        let rows = Matter::rows(table, keys.map(str::to_owned).into_iter());
        let note = matter.plain("paper-comparison-note");
        out.extend(matter.grid("paper-comparison-caption", table, rows, &columns, note));
    }
    out.extend(specific(matter));
    out
}

/// Occupations whose quotient lies above one over its whole interval.
fn specific(matter: &Matter<'_>) -> Option<Block> {
    let table = matter.document.table(comparison::ID)?;
    let more = matter.text("specificity-more");
    let is_more = |row: &&crate::report::document::Row| {
        let place = table.column("specificity");
        let cell = place.and_then(|place| row.cells.get(place));
        cell.is_some_and(|cell| cell.shown(matter.catalog()) == more)
    };
    let columns = [
        words("label", 4.0),
        words("benchmark-name", 2.6),
        bounds("quotient", 2.2),
        bounds("projects", 2.2).titled("paper-column-projects"),
    ];
    let rows = table.rows.iter().filter(is_more).take(SPECIFIC);
    let note = matter.plain("paper-specific-note");
    matter.grid("paper-specific-caption", table, rows, &columns, note)
}

/// Entries, exits and trends, breaks marked.
pub fn evolution(matter: &Matter<'_>) -> Vec<Block> {
    let mut out = moves(matter);
    out.extend(trends(matter));
    if out.is_empty() {
        return vec![Block::Text(matter.plain("paper-evolution-one-year"))];
    }
    out
}

/// What entered the list of flags and what left it.
pub fn moves(matter: &Matter<'_>) -> Vec<Block> {
    let series = &matter.context().results.series;
    let Some(moves) = &series.moves else { return Vec::new() };
    let years = [
        ("before", Fill::from(moves.before.to_string())),
        ("after", moves.after.to_string().into()),
    ];
    let counts = [
        matter.counted("paper-moves-kept", "moves-kept"),
        matter.counted("paper-moves-entry", "moves-entry"),
        matter.counted("paper-moves-exit", "moves-exit"),
        matter.counted("paper-moves-unsure", "moves-unsure"),
    ];
    let mut said = vec![matter.say("paper-moves-years", &years)];
    said.extend(counts);
    let mut out = vec![Block::Text(together(said))];
    if moves.across {
        out.push(a_break(matter, &years));
    }
    // Its numbers are cells: the sentence is cited as a note, here are the years alone.
    if series.borders(moves.before, moves.after).next().is_some() {
        out.push(Block::Callout {
            tone: Tone::Limit,
            title: matter.text("paper-borders-title"),
            words: matter.say("paper-borders", &years),
        });
    }
    out.extend(named(matter, "entry"));
    out.extend(named(matter, "exit"));
    out
}

fn a_break(matter: &Matter<'_>, years: &[(&str, Fill)]) -> Block {
    Block::Callout {
        tone: Tone::Limit,
        title: matter.text("paper-evolution-break-title"),
        words: matter.say("note-nomenclature-break", years),
    }
}

/// Occupations of one kind of move, in a table.
fn named(matter: &Matter<'_>, kind: &str) -> Option<Block> {
    let table = matter.document.table(evolution::ID)?;
    let wanted = matter.text(&format!("movement-{kind}"));
    let place = table.column("movement")?;
    let is_wanted = |row: &&crate::report::document::Row| {
        row.cells.get(place).is_some_and(|cell| cell.shown(matter.catalog()) == wanted)
    };
    let columns = [
        words("label", 4.0),
        bounds("before", 2.3).titled("paper-column-before"),
        bounds("posterior", 2.3).titled("paper-column-now"),
        words("trend", 2.2),
    ];
    let rows = table.rows.iter().filter(is_wanted).take(matter.most);
    matter.grid(&format!("paper-moves-{kind}-caption"), table, rows, &columns, Vec::new())
}

fn interval(matter: &Matter<'_>) -> Vec<Inline> {
    matter.plain("paper-evolution-note")
}

/// How the trends read; that one crosses a change of nomenclature is said once for all of them.
fn families(matter: &Matter<'_>, table: &Table) -> Vec<Inline> {
    let yes = matter.text("answer-yes");
    let place = table.column("break");
    let crossed = table.rows.iter().filter(|row| row.key.starts_with("family/")).any(|row| {
        let cell = place.and_then(|place| row.cells.get(place));
        cell.is_some_and(|cell| cell.shown(matter.catalog()) == yes)
    });
    let note = if crossed { matter.plain("paper-trends-break") } else { Vec::new() };
    together(vec![interval(matter), note])
}

/// Families and groups of occupations, which cross a change of nomenclature.
pub fn trends(matter: &Matter<'_>) -> Vec<Block> {
    let Some(table) = matter.document.table(evolution::ID) else { return Vec::new() };
    let before = table.column("before");
    let told = |row: &&crate::report::document::Row| {
        let cell = before.and_then(|place| row.cells.get(place));
        row.key.starts_with("family/")
            && cell.is_some_and(|cell| !cell.shown(matter.catalog()).is_empty())
    };
    let columns = [
        words("label", 4.6),
        words("year-before", 1.6).titled("paper-column-year-before"),
        bounds("before", 2.2).titled("paper-column-before"),
        bounds("posterior", 2.2).titled("paper-column-now"),
        words("trend", 2.4),
    ];
    let rows = table.rows.iter().filter(told);
    let grid = matter.grid("paper-trends-caption", table, rows, &columns, families(matter, table));
    grid.into_iter().collect()
}
