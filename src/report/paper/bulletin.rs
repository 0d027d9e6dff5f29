//! What changed since the last edition, on two pages: entries, exits, trends, the list of today.

use crate::report::paper::matter::Matter;
use crate::report::paper::parts::{around, essentials, limits, ranked};
use crate::report::paper::{Block, Tone};

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
        "limits" => vec![limits::sentences(
            matter,
            &["cover-reading-difficult", "paper-limit-change", "paper-limit-unknown"],
        )],
        _ => return None,
    })
}

/// A single year tells of no change.
fn nothing(matter: &Matter<'_>) -> Block {
    Block::Callout {
        tone: Tone::Limit,
        title: matter.text("paper-bulletin-nothing-title"),
        words: matter.plain("paper-evolution-one-year"),
    }
}
