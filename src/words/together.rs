//! What files that are loaded together make, in sentences: for the command line, the window and
//! the documents.

use crate::analysis::borders::Break;
use crate::analysis::disagreement::{Differing, Disagreement};
use crate::analysis::stacking::{Link, Pair, Series};
use crate::format::{decimal, integer};
use crate::i18n::{Arg, Catalog};
use crate::tables::Cell;

/// « A » et « B » se contredisent : combien de chiffres, et lequel est retenu.
pub fn disagreement(
    pair: &Disagreement,
    name: &dyn Fn(usize) -> String,
    catalog: &Catalog,
) -> String {
    let (first, second, used) = (name(pair.first), name(pair.second), name(pair.used()));
    let kind = catalog.text(&format!("kind-{}", pair.kind.id()));
    let number = |count: u32| integer(f64::from(count), catalog.language());
    let (shown, rows) = (number(pair.n_differing()), number(pair.common));
    let year = if pair.year == 0 { String::new() } else { format!(" {}", pair.year) };
    let key =
        if pair.is_of_respondents() { "disagreement-respondents" } else { "disagreement-told" };
    let told = catalog.with(
        key,
        &[
            ("first", (&first).into()),
            ("second", (&second).into()),
            ("used", (&used).into()),
            ("kind", (&kind).into()),
            ("year", (&year).into()),
            ("count", pair.n_differing().into()),
            ("shown", (&shown).into()),
            ("common", pair.common.into()),
            ("rows", (&rows).into()),
        ],
    );
    match alone(pair, name, catalog) {
        Some(alone) => format!("{told} {alone}"),
        None => told,
    }
}

/// How many rows one of the two has and the other has not.
fn alone(pair: &Disagreement, name: &dyn Fn(usize) -> String, catalog: &Catalog) -> Option<String> {
    let sides = [(pair.only_first, pair.first), (pair.only_second, pair.second)];
    let told = |(count, place): &(u32, usize)| {
        let (shown, file) = (integer(f64::from(*count), catalog.language()), name(*place));
        let args =
            [("count", (*count).into()), ("shown", (&shown).into()), ("file", (&file).into())];
        catalog.with("disagreement-rows-alone", &args)
    };
    let lines: Vec<String> = sides.iter().filter(|(count, _)| *count > 0).map(told).collect();
    (!lines.is_empty()).then(|| lines.join(" "))
}

/// Cells that are listed under two files that differ.
const LISTED: usize = 10;

/// The first cells on which two files differ, a line for each, and how many more there are.
pub fn differing(pair: &Disagreement, catalog: &Catalog) -> Vec<String> {
    let line = |cell: &Differing| {
        let field = catalog.text(&format!("field-{}", cell.column));
        let what = [cell.occupation.as_str(), &cell.place, &field];
        let what: Vec<&str> = what.into_iter().filter(|part| !part.is_empty()).collect();
        let (first_row, second_row) = (cell.rows.0.to_string(), cell.rows.1.to_string());
        if cell.answers.is_some() {
            let rows = [("what", (&field).into()), ("first_row", (&first_row).into())];
            let other = [("second_row", (&second_row).into())];
            return catalog.with("disagreement-answer", &[rows.as_slice(), &other].concat());
        }
        catalog.with(
            "disagreement-cell",
            &[
                ("what", (&what.join(", ")).into()),
                ("first", (&shown(cell.first, catalog)).into()),
                ("second", (&shown(cell.second, catalog)).into()),
                ("first_row", (&first_row).into()),
                ("second_row", (&second_row).into()),
            ],
        )
    };
    let mut lines: Vec<String> = pair.cells.iter().take(LISTED).map(line).collect();
    let more = pair.n_differing().saturating_sub(u32::try_from(LISTED).unwrap_or(u32::MAX));
    if more > 0 {
        let shown = integer(f64::from(more), catalog.language());
        let values = [("count", more.into()), ("shown", (&shown).into())];
        lines.push(catalog.with("disagreement-more", &values));
    }
    lines
}

/// A figure as a file has it: `*` where it is masked.
pub fn shown(cell: Cell, catalog: &Catalog) -> String {
    match cell {
        Cell::Value(value) if value.fract() == 0.0 => integer(value, catalog.language()),
        Cell::Value(value) => decimal(value, 2, catalog.language()),
        Cell::Masked => "*".to_owned(),
        Cell::Missing => "—".to_owned(),
    }
}

/// « A » et « B » s’empilent, restent séparés, marquent une rupture, ou l’un ne compte pas.
pub fn stacking(pair: &Pair, name: &dyn Fn(usize) -> String, catalog: &Catalog) -> String {
    let (before, after) = (name(pair.before), name(pair.after));
    let kind = catalog.text(&format!("kind-{}", pair.kind.id()));
    let key = format!("stacking-{}", pair.link.id());
    let told = |more: &[(&str, Arg<'_>)]| {
        let mut values = vec![
            ("before", (&before).into()),
            ("after", (&after).into()),
            ("kind", (&kind).into()),
        ];
        values.extend(more.iter().cloned());
        catalog.with(&key, &values)
    };
    match &pair.link {
        // Extracts of one year: no span.
        Link::Stacked { from, to } if from == to => catalog.with(
            "stacking-stacked-once",
            &[
                ("before", (&before).into()),
                ("after", (&after).into()),
                ("kind", (&kind).into()),
                ("from", from.into()),
            ],
        ),
        Link::Stacked { from, to } => told(&[("from", from.into()), ("to", to.into())]),
        Link::OtherMeasure { before, after } => {
            told(&[("first", before.into()), ("second", after.into())])
        }
        Link::OtherEdition | Link::Replaced | Link::SameYear | Link::Copy => told(&[]),
        Link::OtherSpan { before, after } => {
            let span = |months: u8| catalog.text(&format!("span-{months}"));
            told(&[("first", (&span(*before)).into()), ("second", (&span(*after)).into())])
        }
        Link::Completed { count }
        | Link::SameAnswers { count, .. }
        | Link::NewerAnswers { count, .. }
        | Link::OtherAnswers { count, .. } => {
            let count = u32::try_from(*count).unwrap_or(u32::MAX);
            let shown = integer(f64::from(count), catalog.language());
            told(&[("count", count.into()), ("shown", (&shown).into())])
        }
        Link::FormerWave { year } => told(&[("year", (&year.to_string()).into())]),
        Link::OtherBasins { count, examples }
        | Link::OtherDepartments { count, examples }
        | Link::MovedCommunes { count, examples }
        | Link::Shared { count, examples } => {
            let count = u32::try_from(*count).unwrap_or(u32::MAX);
            let shown = integer(f64::from(count), catalog.language());
            let examples =
                if examples.is_empty() { String::new() } else { format!(" ({examples})") };
            told(&[
                ("count", count.into()),
                ("shown", (&shown).into()),
                ("examples", (&examples).into()),
            ])
        }
    }
}

/// The territory is not the same in two years, and what tells it.
pub fn borders(one: &Break, catalog: &Catalog) -> String {
    let (before, after) = (one.before.to_string(), one.after.to_string());
    let count = u32::try_from(one.count).unwrap_or(u32::MAX);
    let shown = integer(f64::from(count), catalog.language());
    catalog.with(
        &format!("borders-{}", one.cause.id()),
        &[
            ("before", (&before).into()),
            ("after", (&after).into()),
            ("count", count.into()),
            ("shown", (&shown).into()),
            ("examples", (&one.examples).into()),
        ],
    )
}

/// Several files that make one series: « A » ; « B » ; « C » s’empilent.
pub fn stacked(series: &Series, files: &[String], catalog: &Catalog) -> String {
    let quoted = |file: &String| catalog.with("stacking-file", &[("file", file.into())]);
    let quoted: Vec<String> = files.iter().map(quoted).collect();
    let list = quoted.join(&catalog.text("list-separator"));
    let kind = catalog.text(&format!("kind-{}", series.kind.id()));
    let key = if series.from == series.to { "stacking-series-once" } else { "stacking-series" };
    catalog.with(
        key,
        &[
            ("list", (&list).into()),
            ("kind", (&kind).into()),
            ("from", (&series.from).into()),
            ("to", (&series.to).into()),
        ],
    )
}
