//! The kit of a company: what its basin says of its own occupations, without any other employer
//! and without any answer of a survey.

use crate::analysis::company::Pooling;
use crate::report::build::company;
use crate::report::document::{Row, Table};
use crate::report::paper::cite::{Fill, listed};
use crate::report::paper::matter::{Matter, number, or_dash, words};
use crate::report::paper::parts::limits;
use crate::report::paper::{Block, Inline, Tone};

pub fn section(matter: &Matter<'_>, id: &str) -> Option<Vec<Block>> {
    Some(match id {
        "introduction" | "conclusions" => Vec::new(),
        "reading" => vec![Block::Callout {
            tone: Tone::Limit,
            title: matter.text("paper-company-private-title"),
            words: matter.plain("paper-company-private"),
        }],
        "summary" => summary(matter).into_iter().collect(),
        "occupations" => occupations(matter),
        "pool" => pool(matter),
        "limits" => {
            let said = ["cover-reading-difficult", "paper-limit-unknown"];
            vec![limits::sentences(matter, &said)]
        }
        _ => return None,
    })
}

fn summary(matter: &Matter<'_>) -> Option<Block> {
    let table = matter.document.table(company::ID)?;
    let columns = [
        words("company-post", 3.0),
        number("company-headcount", 1.2),
        number("leaving-3y", 1.8),
        number("planned-hires", 1.2),
        words("hard", 2.8),
        words("lever", 3.6),
    ];
    let year = matter.context().results.year.to_string();
    let note = matter.say("paper-company-note", &[("year", year.into())]);
    matter.grid("paper-company-caption", table, table.rows.iter(), &columns, note)
}

/// One part per occupation of the company that the basin says something of, then the names of those
/// that it does not know. What the table says is not said again.
fn occupations(matter: &Matter<'_>) -> Vec<Block> {
    let Some(table) = matter.document.table(company::ID) else { return Vec::new() };
    let mut unknown: Vec<Vec<Inline>> = Vec::new();
    let mut out = Vec::new();
    for row in &table.rows {
        if shown(matter, table, row, "company-occupation").is_empty() {
            unknown.push(vec![Inline::Strong(shown(matter, table, row, "company-post"))]);
        } else {
            out.extend(one(matter, table, row));
        }
    }
    let list = listed(unknown, &matter.text("list-separator"));
    if !list.is_empty() {
        out.push(Block::Text(matter.say("paper-company-unknown", &[("list", list.into())])));
    }
    out
}

fn shown(matter: &Matter<'_>, table: &Table, row: &Row, column: &str) -> String {
    let cell = table.column(column).and_then(|place| row.cells.get(place));
    cell.map(|cell| cell.shown(matter.catalog())).unwrap_or_default()
}

fn one(matter: &Matter<'_>, table: &Table, row: &Row) -> Vec<Block> {
    let shown = |column: &str| shown(matter, table, row, column);
    let figure =
        |column: &str| Fill::from(or_dash(matter.citing().figure(company::ID, &row.key, column)));
    let heading = Block::Heading { level: 2, text: shown("company-post") };
    let occupation = shown("company-occupation");
    let leaving = [("one", figure("leaving-1y")), ("five", figure("leaving-5y"))];
    let mut said = vec![matter.say("paper-company-leaving", &leaving)];
    // A card that settles no occupation is set against none.
    if row.occupation.is_none() {
        said.push(matter.say("paper-company-several", &[("text", occupation.into())]));
        return vec![heading, Block::List(said)];
    }
    if shown("hard").is_empty() {
        said.push(matter.say("paper-company-no-project", &[("label", occupation.into())]));
        return vec![heading, Block::List(said)];
    }
    let of = [
        ("label", Fill::from(occupation)),
        ("class", figure("class")),
        ("official", figure("official")),
        ("diagnosis", shown("diagnosis").into()),
    ];
    said.push(matter.say("paper-company-basin", &of));
    let verdict = shown("verdict");
    if !verdict.is_empty() {
        let of = [("verdict", verdict.into()), ("offers", figure("local-offers"))];
        said.push(matter.say("paper-company-training", &of));
    }
    vec![heading, Block::List(said)]
}

/// What could be trained for with others.
fn pool(matter: &Matter<'_>) -> Vec<Block> {
    let Some(table) = matter.document.table(company::ID) else { return Vec::new() };
    let told = |pooling: Pooling, key: &str| {
        let named = company::pooled(table, pooling, matter.catalog()).into_iter();
        let named: Vec<Vec<Inline>> = named.map(|post| vec![Inline::Strong(post)]).collect();
        let list = listed(named.clone(), &matter.text("list-separator"));
        (!named.is_empty()).then(|| Block::Text(matter.say(key, &[("list", list.into())])))
    };
    let sure = told(Pooling::Lack, "paper-company-pool");
    let likely = told(Pooling::Likely, "paper-company-pool-likely");
    let all: Vec<Block> = sure.into_iter().chain(likely).collect();
    if all.is_empty() { vec![Block::Text(matter.plain("paper-company-pool-none"))] } else { all }
}
