//! What employers of the territory said, as far as it may be told.

use crate::report::document::{Cell, Row};
use crate::report::paper::cite::together;
use crate::report::paper::matter::{Matter, bounds, number, words};
use crate::report::paper::{Block, Tone};

/// Who answered, the main figures of the register, the causes that are named.
pub fn blocks(matter: &Matter<'_>) -> Vec<Block> {
    let Some(inquiry) = matter.context().inquiry else { return Vec::new() };
    let answered = [
        ("answered", matter.fact("survey-answered").into()),
        ("asked", matter.fact("survey-asked").into()),
        ("rate", matter.figure("couverture", "all", "response-rate").into()),
    ];
    let mut said = vec![matter.say("paper-survey-answered", &answered)];
    if inquiry.published.is_some() {
        said.push(matter.counted("paper-survey-hidden", "survey-hidden"));
    }
    let mut out = vec![Block::Text(together(said))];
    if inquiry.published.is_none() {
        out.push(Block::Callout {
            tone: Tone::Limit,
            title: matter.text("paper-survey-limit"),
            words: matter.plain("secrecy-undecided"),
        });
        return out;
    }
    out.extend(needs(matter));
    if inquiry.hangs_on_few() {
        out.push(Block::Callout {
            tone: Tone::Limit,
            title: matter.text("paper-survey-hangs"),
            words: matter.plain("survey-hangs-on-few"),
        });
    }
    out.extend(causes(matter));
    out.push(Block::Small(matter.plain("paper-limit-weights")));
    out
}

/// A figure that is told: hidden ones say why, elsewhere.
fn is_told(row: &Row, place: Option<usize>) -> bool {
    let cell = place.and_then(|place| row.cells.get(place));
    matches!(cell, Some(Cell::Figure { figure, .. }) if figure.bounds().is_some())
}

fn needs(matter: &Matter<'_>) -> Option<Block> {
    let table = matter.document.table("besoins")?;
    let place = table.column("need-value");
    let of_all = |row: &&Row| row.key.starts_with("all/") && is_told(row, place);
    let columns =
        [words("need-figure", 4.6), bounds("need-value", 3.0), number("need-answers", 1.4)];
    let rows = table.rows.iter().filter(of_all);
    let note = matter.plain("paper-survey-note");
    matter.grid("paper-survey-caption", table, rows, &columns, note)
}

fn causes(matter: &Matter<'_>) -> Option<Block> {
    let table = matter.document.table("causes_citees")?;
    let place = table.column("share-point");
    let of_all = |row: &&Row| row.key.starts_with("all/") && is_told(row, place);
    let columns =
        [words("stated-cause", 4.0), bounds("share-point", 3.0).titled("paper-column-stated")];
    let rows = table.rows.iter().filter(of_all);
    let note = matter.plain("paper-survey-causes-note");
    matter.grid("paper-survey-causes-caption", table, rows, &columns, note)
}
