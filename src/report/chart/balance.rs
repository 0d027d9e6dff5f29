//! What an occupation lacks: posts to fill, people who come in, the pool, and the gap between them.

use crate::report::chart::legend::{Key, legend};
use crate::report::chart::rows::{self, Row, Rows, Style};
use crate::report::chart::{Datum, Drawn, Sheet, Spot};
use crate::report::drawing::{Fill, Shape, Stroke, lighter};

/// What is drawn, over one horizon.
#[derive(Clone, Debug)]
pub struct Balance<'a> {
    /// Need, entrants, pool; the gap last, which is set apart.
    pub spans: Vec<Spanned<'a>>,
    /// What the figures are: people, over three years.
    pub head: String,
    /// What the sign of the gap is, as the document says it.
    pub sign: String,
}

/// A span of the document: the cell that says it, and the columns of its value and ends.
#[derive(Clone, Debug)]
pub struct Spanned<'a> {
    pub label: String,
    pub whole: Spot<'a>,
    pub ends: [&'a str; 3],
}

/// `None` without a span that the document has.
pub fn balance(sheet: &Sheet<'_>, asked: &Balance<'_>) -> Option<Drawn> {
    let last = asked.spans.len().saturating_sub(1);
    let rows: Vec<Row> = asked
        .spans
        .iter()
        .enumerate()
        .filter_map(|(place, span)| {
            let datum = Datum::spanned(&sheet.citing, span.whole, span.ends)?;
            Some(Row { label: span.label.clone(), datum, base: None, is_studied: place == last })
        })
        .collect();
    rows.iter().find(|row| row.datum.span().is_some())?;
    let heads = [asked.head.clone(), String::new()];
    let sides = Some([sheet.text("gap-surplus"), sheet.text("gap-lack")]);
    let rows = Rows { rows, style: Style::Interval, heads, line: None, sides };
    let mut draft = sheet.open();
    rows::draw(&mut draft, &rows);
    let accent = sheet.accent();
    let edge = Stroke::new(accent, 0.9);
    let bounds = Key::Surface(Fill::Plain(lighter(accent, 0.68)), edge);
    let gap = Key::Surface(Fill::Pattern("hatched"), edge);
    legend(
        &mut draft,
        &[
            (Key::Mark(Shape::Disc, accent), sheet.text("chart-value")),
            (bounds, sheet.text("chart-bounds")),
            (gap, sheet.text("chart-gap")),
        ],
    );
    let spans = rows.rows.iter().filter_map(|row| row.datum.span());
    let is_open = spans.into_iter().any(|span| span.low.is_none() || span.high.is_none());
    let notes: Vec<String> = std::iter::once(asked.sign.clone())
        .chain(is_open.then(|| sheet.text("chart-open")))
        .collect();
    let told: Vec<String> =
        rows.rows.iter().map(|row| format!("{} {}", row.label, row.datum.said())).collect();
    let told = told.join(&sheet.text("list-separator"));
    Some(draft.close(&notes, &format!("{told}. {}", asked.sign)))
}
