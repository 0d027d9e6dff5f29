//! What changed since the last edition, on two pages: entries, exits, trends, the list of today.

use crate::format;
use crate::model::Date;
use crate::report::build::actions::id;
use crate::report::document::Row;
use crate::report::paper::matter::Matter;
use crate::report::paper::parts::{actions, around, essentials, limits, ranked};
use crate::report::paper::{Block, Kind, Tone};

/// Rows of the list: the bulletin is two pages.
const LISTED: usize = 10;

pub fn section(matter: &Matter<'_>, id: &str) -> Option<Vec<Block>> {
    Some(match id {
        "introduction" | "conclusions" => Vec::new(),
        "essentials" => {
            vec![Block::Lead(essentials::lead(matter)), Block::Text(essentials::levers(matter))]
        }
        "moves" => {
            let moves = around::moves(matter);
            if moves.is_empty() { vec![nothing(matter)] } else { moves }
        }
        "trends" => around::trends(matter),
        "list" => ranked::list(matter, LISTED.min(matter.most)),
        "done" => done(matter),
        "limits" => vec![limits::sentences(
            matter,
            &["cover-reading-difficult", "paper-limit-change", "paper-limit-unknown"],
        )],
        _ => return None,
    })
}

/// What was done of the plan of action since the last edition; nothing without a plan.
fn done(matter: &Matter<'_>) -> Vec<Block> {
    let context = matter.context();
    let (Some(_), Some(table)) = (context.actions, matter.document.table(id::JOURNAL)) else {
        return Vec::new();
    };
    let today = context.results.as_of;
    // A bulletin follows a survey of each year.
    let decided = || matter.papers.of(Kind::Bulletin.id()).and_then(|choices| choices.since);
    let since = matter.since.or_else(decided).unwrap_or_else(|| year_before(today));
    let words = format::date(since, matter.catalog().language());
    let of = [("since", words.into())];
    let doing = actions::DOING.map(|event| matter.text(&format!("plan-event-{}", event.id())));
    let place = table.column("entry-event");
    let tells = |row: &&Row| {
        let event = place.and_then(|place| row.cells.get(place));
        event.is_some_and(|cell| doing.contains(&cell.shown(matter.catalog())))
    };
    let rows: Vec<&Row> = actions::done(table, since).into_iter().filter(tells).collect();
    let more = rows.len() > matter.most;
    let rows = rows.into_iter().take(matter.most);
    let note = if more { matter.plain("paper-bulletin-done-more") } else { Vec::new() };
    let caption = "paper-bulletin-done";
    let Some(grid) = matter.grid(caption, table, rows, &actions::JOURNAL, note) else {
        return vec![Block::Text(matter.say("paper-bulletin-nothing-done", &of))];
    };
    vec![Block::Text(matter.say("paper-bulletin-done-since", &of)), grid]
}

/// The same day of the year before; of 29 February, the day before.
fn year_before(date: Date) -> Date {
    let day = |day: u8| Date::new(date.year() - 1, date.month(), day);
    day(date.day()).or_else(|_| day(28)).unwrap_or(date)
}

/// A single year tells of no change.
fn nothing(matter: &Matter<'_>) -> Block {
    Block::Callout {
        tone: Tone::Limit,
        title: matter.text("paper-bulletin-nothing-title"),
        words: matter.plain("paper-evolution-one-year"),
    }
}
