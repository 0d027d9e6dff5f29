//! Ranked intervals: where each figure may lie, against a level.

use crate::report::chart::legend::{Key, legend};
use crate::report::chart::rows::{self, Row, Rows, Style};
use crate::report::chart::{Datum, Drawn, Item, Line, Reading, Sheet};
use crate::report::drawing::{Fill, Shape, lighter};

/// Rows at most: more are a table.
pub const MOST: usize = 15;
/// So few rows are all said to those who do not see them.
const LISTED: usize = 8;

/// What is ranked.
#[derive(Clone, Debug)]
pub struct Intervals<'a> {
    /// Of which the first twenty are drawn.
    pub items: &'a [Item<'a>],
    /// Above the figures in words, and above what they stand on.
    pub heads: [String; 2],
    pub line: Option<Line<'a>>,
}

/// The greatest first, then what is known by its bounds, then what has no figure, in words.
/// `None` without a row that the document has.
pub fn intervals(sheet: &Sheet<'_>, asked: &Intervals<'_>) -> Option<Drawn> {
    let citing = &sheet.citing;
    let items = asked.items.get(..MOST).unwrap_or(asked.items);
    let mut all = Row::all(citing, items);
    if all.is_empty() {
        return None;
    }
    all.sort_by(|a, b| order(&b.datum).total_cmp(&order(&a.datum)));
    let line = asked.line.as_ref().and_then(|line| {
        let datum = Datum::of(citing, line.figure)?;
        datum.value().is_some().then(|| (datum, line.label.clone()))
    });
    let heads = asked.heads.clone();
    let rows = Rows { rows: all, style: Style::Interval, heads, line, sides: None };
    let mut draft = sheet.open();
    rows::draw(&mut draft, &rows);
    let accent = sheet.accent();
    let own = Key::Span(Fill::Plain(lighter(accent, 0.68)), Shape::Disc, accent);
    let presumed = Key::Span(Fill::Pattern("hatched"), Shape::Ring, accent);
    let drawn = || rows.rows.iter().map(|row| &row.datum).filter(|datum| datum.span().is_some());
    let has = |presumed: bool| drawn().any(|datum| datum.is_presumed == presumed);
    let mut entries = Vec::new();
    if has(false) {
        entries.push((own, sheet.text("chart-own")));
    }
    if has(true) {
        entries.push((presumed, sheet.text("chart-presumed")));
    }
    legend(&mut draft, &entries);
    draft.y += 2.0;
    let mut notes = vec![sheet.text("chart-bar")];
    let (_, shown) = sheet.count(rows.rows.len());
    let (_, of) = sheet.count(asked.items.len());
    let base = sheet
        .citing
        .catalog
        .with("chart-rows", &[("shown", (&shown).into()), ("of", (&of).into())]);
    if asked.items.len() > rows.rows.len() {
        notes.push(base);
    }
    Some(draft.close(&notes, &seen(sheet, &rows)))
}

/// By the value, else by the middle of the bounds; what is not known, last.
fn order(datum: &Datum) -> f64 {
    let Some(span) = datum.span() else { return f64::NEG_INFINITY };
    let middle = span.low.zip(span.high).map(|(low, high)| f64::midpoint(low, high));
    span.value.or(middle).or(span.low).or(span.high).unwrap_or(f64::NEG_INFINITY)
}

/// First and last, how many are surely above the line, how many have no figure.
pub(super) fn seen(sheet: &Sheet<'_>, rows: &Rows) -> String {
    let catalog = sheet.citing.catalog;
    let named = |row: &Row| format!("{} {}", row.label, row.datum.said());
    let known: Vec<&Row> = rows.rows.iter().filter(|row| row.datum.span().is_some()).collect();
    if rows.rows.len() <= LISTED {
        let list: Vec<String> = rows.rows.iter().map(named).collect();
        return format!("{}.", list.join(&catalog.text("list-separator")));
    }
    let mut said = Vec::new();
    let first = known.iter().max_by(|a, b| order(&a.datum).total_cmp(&order(&b.datum)));
    let last = known.iter().min_by(|a, b| order(&a.datum).total_cmp(&order(&b.datum)));
    if let (Some(first), Some(last)) = (first, last) {
        let (count, shown) = sheet.count(known.len());
        let (first, last) = (named(first), named(last));
        let args = [
            ("count", count.into()),
            ("shown", (&shown).into()),
            ("first", (&first).into()),
            ("last", (&last).into()),
        ];
        said.push(catalog.with("chart-seen-ranked", &args));
    }
    if let Some((datum, label)) = &rows.line
        && let Some(level) = datum.value()
    {
        let above = known.iter().filter(|row| {
            row.datum.span().and_then(|span| span.low).is_some_and(|low| low > level)
        });
        let (count, shown) = sheet.count(above.count());
        let line = format!("{label} {}", datum.said());
        let args = [("count", count.into()), ("shown", (&shown).into()), ("line", (&line).into())];
        said.push(catalog.with("chart-seen-above", &args));
    }
    let without: Vec<String> = rows
        .rows
        .iter()
        .filter(|row| matches!(row.datum.reading, Reading::Words(_)))
        .map(named)
        .collect();
    if !without.is_empty() {
        let blank = without.join(&catalog.text("list-separator"));
        said.push(catalog.with("chart-seen-without", &[("list", (&blank).into())]));
    }
    said.join(" ")
}
