//! What goes back to a respondent of the survey: its own answers beside its sector's and all, as far
//! as they may be told. Nothing in it names anyone, not even the respondent.

use crate::report::build::returned;
use crate::report::document::{Cell, Row};
use crate::report::paper::matter::{Matter, number, words};
use crate::report::paper::parts::limits;
use crate::report::paper::{Block, Tone};

pub fn section(matter: &Matter<'_>, id: &str) -> Option<Vec<Block>> {
    Some(match id {
        "introduction" | "conclusions" => Vec::new(),
        "reading" => vec![
            Block::Text(matter.say(
                "paper-returned-intro",
                &[
                    ("answered", matter.fact("survey-answered").into()),
                    ("asked", matter.fact("survey-asked").into()),
                ],
            )),
            Block::Callout {
                tone: Tone::Limit,
                title: matter.text("paper-returned-private-title"),
                words: matter.plain("paper-returned-private"),
            },
        ],
        "position" => position(matter),
        "limits" => vec![limits::sentences(
            matter,
            &["paper-returned-hidden", "paper-limit-weights", "paper-limit-unknown"],
        )],
        _ => return None,
    })
}

fn position(matter: &Matter<'_>) -> Vec<Block> {
    let Some(table) = matter.document.table(returned::ID) else { return Vec::new() };
    let place = table.column("returned-sector");
    let told = |row: &Row| {
        let cell = place.and_then(|place| row.cells.get(place));
        matches!(cell, Some(Cell::Figure { figure, .. }) if figure.bounds().is_some())
    };
    let measures = || table.rows.iter().filter(|row| row.key.starts_with("measure/"));
    let mut out = Vec::new();
    let by_sector = measures().any(told);
    if !by_sector {
        out.push(Block::Callout {
            tone: Tone::Limit,
            title: matter.text("paper-returned-small-title"),
            words: matter.plain("paper-returned-small"),
        });
    }
    let mut columns = vec![words("returned-what", 4.4), number("returned-own", 1.6)];
    if by_sector {
        columns.push(number("returned-sector", 2.6));
    }
    columns.push(number("returned-all", 2.6));
    let note = matter.plain("paper-returned-note");
    out.extend(matter.grid("paper-returned-caption", table, measures(), &columns, note));
    let columns = [words("returned-what", 6.0), number("returned-all", 3.0)];
    let answers = table.rows.iter().filter(|row| row.key.starts_with("question/"));
    let note = matter.plain("paper-returned-answers-note");
    out.extend(matter.grid("paper-returned-answers", table, answers, &columns, note));
    out
}
