//! One sector of activity: what offers say, what is estimated, what its employers declare.

use crate::report::build::sectors;
use crate::report::document::{Cell, Row};
use crate::report::paper::cite::together;
use crate::report::paper::matter::{Col, Matter, bounds, number, words};
use crate::report::paper::parts::limits;
use crate::report::paper::{Block, Fact, Tone};

pub fn section(matter: &Matter<'_>, section: char, id: &str) -> Option<Vec<Block>> {
    Some(match id {
        "introduction" | "conclusions" => Vec::new(),
        "facts" => figures(matter, section),
        "occupations" => occupations(matter, section).into_iter().collect(),
        "survey" => survey(matter, section),
        "causes" => causes(matter, section),
        "limits" => {
            let two = "table-sectors-about";
            let all = [two, "cover-reading-difficult", "paper-limit-bias"];
            // Two readings are told apart where there are two.
            let skipped = usize::from(known(matter, section).is_empty());
            let told = all.get(skipped..).unwrap_or_default();
            vec![limits::unknown(matter), limits::sentences(matter, told)]
        }
        _ => return None,
    })
}

/// Figures that offers or the estimate give.
fn known(matter: &Matter<'_>, section: char) -> Vec<Fact> {
    let key = section.to_string();
    let citing = matter.citing();
    let figure = |column: &str| citing.figure(sectors::ID, &key, column);
    let mut facts: Vec<Fact> = Vec::new();
    if let Some(posts) = figure("sector-posts") {
        let of = [("offers", matter.figure(sectors::ID, &key, "sector-offers").into())];
        let beneath = matter.say("paper-sector-posts-beneath", &of);
        facts.push(matter.large(posts, "paper-sector-posts", beneath));
    }
    for (column, label) in
        [("sector-projects", "paper-sector-projects"), ("sector-share", "paper-sector-share")]
    {
        let whole = citing.whole(sectors::ID, &key, column);
        let known = figure(column).or(whole).filter(|inline| inline.shown() != "—");
        let Some(shown) = known else { continue };
        let low = matter.figure(sectors::ID, &key, &format!("{column}-low"));
        let high = matter.figure(sectors::ID, &key, &format!("{column}-high"));
        let of = [("low", low.into()), ("high", high.into())];
        facts.push(matter.large(shown, label, matter.say("paper-sector-estimate", &of)));
    }
    facts
}

fn figures(matter: &Matter<'_>, section: char) -> Vec<Block> {
    let facts = known(matter, section);
    let name = matter.context().section(section);
    let lead = matter.say(
        "paper-sector-lead",
        &[
            ("name", name.into()),
            ("territory", matter.context().results.territory.label.as_str().into()),
        ],
    );
    if facts.is_empty() {
        let surveyed = matter.context().inquiry.is_some();
        let key = if surveyed { "paper-sector-survey-alone" } else { "sector-none" };
        return vec![Block::Text(matter.plain(key))];
    }
    vec![Block::Lead(lead), Block::Facts(facts)]
}

/// The occupations of the sector, those with most posts or projects first.
fn occupations(matter: &Matter<'_>, section: char) -> Option<Block> {
    let table = matter.document.table(sectors::ID)?;
    let start = format!("{section}/");
    let rows = table.rows.iter().filter(|row| row.key.starts_with(&start)).take(matter.most);
    let columns = [
        words("label", 4.2),
        number("sector-posts", 1.6),
        bounds("sector-projects", 2.4),
        bounds("sector-share", 2.4),
    ];
    let note = matter.plain("paper-sector-note");
    let grid = matter.grid("paper-sector-occupations-caption", table, rows, &columns, note);
    // Names without a number would say that these occupations are in demand.
    grid.filter(|grid| matches!(grid, Block::Table(grid) if grid.columns.len() > 1))
}

/// The register of needs of the sector, as far as it may be told.
fn survey(matter: &Matter<'_>, section: char) -> Vec<Block> {
    if matter.context().inquiry.is_none() {
        return Vec::new();
    }
    let start = format!("{section}/");
    let columns =
        [words("need-figure", 4.6), bounds("need-value", 3.0), number("need-answers", 1.4)];
    let of = ("besoins_secteurs", "need-value");
    match of_sector(matter, of, &start, &columns, "paper-survey-caption") {
        Some(grid) => {
            let said = together(vec![
                matter.plain("paper-sector-survey"),
                matter.plain("paper-limit-weights"),
            ]);
            vec![grid, Block::Small(said)]
        }
        None => vec![Block::Callout {
            tone: Tone::Limit,
            title: matter.text("paper-survey-limit"),
            words: matter.plain("paper-sector-survey-none"),
        }],
    }
}

fn causes(matter: &Matter<'_>, section: char) -> Vec<Block> {
    let start = format!("{section}/");
    let columns =
        [words("stated-cause", 4.0), bounds("share-point", 3.0).titled("paper-column-stated")];
    let of = ("causes_citees_secteurs", "share-point");
    // What nobody names is no cause that they name.
    let is_named = |row: &Row| {
        let table = matter.document.table(of.0);
        let place = table.and_then(|table| table.column(of.1));
        let cell = place.and_then(|place| row.cells.get(place));
        matches!(cell, Some(Cell::Figure { figure, .. }) if figure.bounds().is_some()
            && figure.point().is_none_or(|share| share > 0.0))
    };
    let told = of_sector(matter, of, &start, &columns, "paper-survey-causes-caption");
    let named = of_rows(matter, of, (&start, &is_named), &columns, "paper-survey-causes-caption");
    match (told, named) {
        (_, Some(named)) => vec![named],
        (Some(_), None) => vec![Block::Text(matter.plain("paper-sector-causes-none"))],
        (None, None) => Vec::new(),
    }
}

/// Rows of a table of the survey on one sector, those whose figure is told.
fn of_sector(
    matter: &Matter<'_>,
    of: (&str, &str),
    start: &str,
    columns: &[Col],
    caption: &str,
) -> Option<Block> {
    of_rows(matter, of, (start, &|_| true), columns, caption)
}

/// Of these, those that are kept.
fn of_rows(
    matter: &Matter<'_>,
    (id, figure): (&str, &str),
    (start, keep): (&str, &dyn Fn(&Row) -> bool),
    columns: &[Col],
    caption: &str,
) -> Option<Block> {
    let table = matter.document.table(id)?;
    let place = table.column(figure)?;
    let told = |row: &&Row| {
        let cell = row.cells.get(place);
        let told = matches!(cell, Some(Cell::Figure { figure, .. }) if figure.bounds().is_some());
        row.key.starts_with(start) && told && keep(row)
    };
    let note = matter.plain("paper-survey-note");
    matter.grid(caption, table, table.rows.iter().filter(told), columns, note)
}
