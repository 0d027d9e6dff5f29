//! Sentences of the catalogs with figures of the document in them.

use crate::i18n::{Arg, Catalog};
use crate::report::citation::{FigureId, RowMark};
use crate::report::document::{Cell, Document, Form, Part, Row, Table};
use crate::report::paper::Inline;

/// What stands for a figure while a sentence is made: characters that no text holds.
const OPENS: char = '\u{e000}';
const CLOSES: char = '\u{e001}';

/// The document that a paper cites, and the words it is written with.
#[derive(Clone, Copy, Debug)]
pub struct Citing<'a> {
    pub document: &'a Document,
    pub catalog: &'a Catalog,
}

/// What a sentence is filled with.
#[derive(Clone, Debug, PartialEq)]
pub enum Fill {
    /// A figure, a name, a year.
    With(Inline),
    /// A list of them, with the words between.
    Many(Vec<Inline>),
    /// Chooses between forms of the sentence and is not shown.
    Count(u32),
}

impl From<Inline> for Fill {
    fn from(inline: Inline) -> Self {
        Self::With(inline)
    }
}

impl From<Vec<Inline>> for Fill {
    fn from(inlines: Vec<Inline>) -> Self {
        Self::Many(inlines)
    }
}

impl From<u32> for Fill {
    fn from(count: u32) -> Self {
        Self::Count(count)
    }
}

impl From<String> for Fill {
    fn from(words: String) -> Self {
        Self::With(Inline::Words(words))
    }
}

impl From<&str> for Fill {
    fn from(words: &str) -> Self {
        Self::With(Inline::Words(words.to_owned()))
    }
}

impl<'a> Citing<'a> {
    pub fn row(&self, table: &str, key: &str) -> Option<(&'a Table, &'a Row)> {
        let table = self.document.table(table)?;
        table.rows.iter().find(|row| row.key == key).map(|row| (table, row))
    }

    pub fn cell(&self, table: &str, key: &str, column: &str) -> Option<&'a Cell> {
        let (table, row) = self.row(table, key)?;
        row.cells.get(table.column(column)?)
    }

    /// The figure of a cell as its table shows it; `None` where table, row or column is not there,
    /// or the cell has nothing to show.
    pub fn figure(&self, table: &str, key: &str, column: &str) -> Option<Inline> {
        figure(self.cell(table, key, column)?, (table, key, column), self.catalog)
    }

    /// The same with its bounds, of a cell that shows one part of its figure.
    pub fn whole(&self, table: &str, key: &str, column: &str) -> Option<Inline> {
        whole(self.cell(table, key, column)?, (table, key, column), self.catalog)
    }

    /// The whole number of a cell, for the forms of a sentence; 0 where there is none.
    pub fn count(&self, table: &str, key: &str, column: &str) -> u32 {
        let number = self.cell(table, key, column).and_then(Cell::number);
        number.map_or(0, form)
    }

    pub fn mark(table: &str, key: &str) -> RowMark {
        RowMark::of(table, key)
    }

    /// A sentence of the catalogs, its figures kept apart from its words.
    pub fn say(&self, message: &str, fills: &[(&str, Fill)]) -> Vec<Inline> {
        say(self.catalog, message, fills)
    }
}

/// What a cell shows, under the name of its place: table, key of the row, column.
pub fn figure(
    cell: &Cell,
    (table, key, column): (&str, &str, &str),
    catalog: &Catalog,
) -> Option<Inline> {
    let shown = cell.shown(catalog);
    match cell {
        _ if shown.is_empty() => None,
        Cell::Blank => None,
        Cell::Text(_) | Cell::Date(_) | Cell::Causes(_) | Cell::Amount { form: Form::Year, .. } => {
            Some(Inline::Words(shown))
        }
        Cell::Figure { .. } | Cell::Whole(_) | Cell::Said { .. } | Cell::Amount { .. } => {
            Some(Inline::Figure { shown, id: FigureId::of(table, key, column) })
        }
    }
}

/// The figure of a cell with its bounds, whichever part of it the cell shows.
pub fn whole(cell: &Cell, place: (&str, &str, &str), catalog: &Catalog) -> Option<Inline> {
    match cell {
        Cell::Figure { figure: published, .. } => {
            figure(&Cell::figure(*published, Part::Whole), place, catalog)
        }
        _ => figure(cell, place, catalog),
    }
}

/// The form of a sentence that a number asks for.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped")]
pub fn form(number: f64) -> u32 {
    // A NaN becomes 0.
    number.round().clamp(0.0, f64::from(u32::MAX)) as u32
}

/// A sentence of the catalogs, its figures kept apart from its words.
pub fn say(catalog: &Catalog, message: &str, fills: &[(&str, Fill)]) -> Vec<Inline> {
    let held: Vec<String> =
        (0..fills.len()).map(|place| format!("{OPENS}{place}{CLOSES}")).collect();
    let args: Vec<(&str, Arg<'_>)> = fills
        .iter()
        .zip(&held)
        .map(|((name, fill), held)| match fill {
            Fill::Count(count) => (*name, Arg::Number(*count)),
            Fill::With(_) | Fill::Many(_) => (*name, Arg::Text(held)),
        })
        .collect();
    let sentence = catalog.with(message, &args);
    apart(&sentence, |place| match fills.get(place) {
        Some((_, Fill::With(inline))) => vec![inline.clone()],
        Some((_, Fill::Many(inlines))) => inlines.clone(),
        _ => Vec::new(),
    })
}

/// Sentences one after the other.
pub fn together(sentences: Vec<Vec<Inline>>) -> Vec<Inline> {
    listed(sentences, " ")
}

/// Items with the same words between them; empty ones are left out.
pub fn listed(items: Vec<Vec<Inline>>, between: &str) -> Vec<Inline> {
    let mut out = Vec::new();
    for item in items.into_iter().filter(|item| !item.is_empty()) {
        if !out.is_empty() {
            push(&mut out, Inline::Words(between.to_owned()));
        }
        for inline in item {
            push(&mut out, inline);
        }
    }
    out
}

/// Adds what comes next; neighbouring words are one.
pub fn push(out: &mut Vec<Inline>, inline: Inline) {
    match (out.last_mut(), inline) {
        (_, Inline::Words(words)) if words.is_empty() => {}
        (Some(Inline::Words(before)), Inline::Words(words)) => before.push_str(&words),
        (_, inline) => out.push(inline),
    }
}

/// Words and what stands between the two marks, in order.
fn apart(sentence: &str, found: impl Fn(usize) -> Vec<Inline>) -> Vec<Inline> {
    let mut out: Vec<Inline> = Vec::new();
    let mut rest = sentence;
    while let Some((before, after)) = rest.split_once(OPENS) {
        push(&mut out, Inline::Words(before.to_owned()));
        let Some((place, after)) = after.split_once(CLOSES) else {
            rest = after;
            break;
        };
        for inline in place.parse().ok().map(&found).unwrap_or_default() {
            push(&mut out, inline);
        }
        rest = after;
    }
    push(&mut out, Inline::Words(rest.to_owned()));
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_and_figures_are_apart() {
        let figure = Inline::Figure { shown: "83".into(), id: FigureId::of("a", "b", "c") };
        let check = |sentence: &str, expect: &[Inline]| {
            let found = apart(sentence, |place| match place {
                0 => vec![figure.clone()],
                1 => vec![Inline::Words("Aurillac".into())],
                _ => Vec::new(),
            });
            assert_eq!(found, expect, "{sentence}");
        };
        let words = |text: &str| Inline::Words(text.into());
        check("", &[]);
        check("rien", &[words("rien")]);
        check("\u{e000}0\u{e001} projets", &[figure.clone(), words(" projets")]);
        check(
            "à \u{e000}1\u{e001}\u{a0}: \u{e000}0\u{e001}",
            &[words("à Aurillac\u{a0}: "), figure.clone()],
        );
        check("mal \u{e000}7\u{e001}fermé \u{e000}0", &[words("mal fermé 0")]);
    }
}
