//! One figure for several territories or sectors, the studied one apart by its pattern.

use crate::report::chart::intervals::seen;
use crate::report::chart::legend::{Key, legend};
use crate::report::chart::rows::{self, Row, Rows, Style, whisker};
use crate::report::chart::sheet::{Draft, MARGIN, ROOM};
use crate::report::chart::{Drawn, Item, Reading, Sheet};
use crate::report::document::shape;
use crate::report::drawing::{
    Anchor, FAINT, Fill, INK, Pen, QUIET, Stroke, WHITE, fitted, lighter, lines,
};

/// Columns side by side, at most; more are drawn as bars, one below the other.
const MOST: usize = 7;
/// Of the axis, and of the numbers at its left.
const HIGH: f32 = 220.0;
const AXIS: f32 = 44.0;
const SIZES: [f32; 3] = [12.0, 11.0, 10.0];

/// In this order; `heads`: what the figures are, and what they stand on. `None` without a figure
/// that the document has.
pub fn columns(sheet: &Sheet<'_>, items: &[Item<'_>], heads: &[String; 2]) -> Option<Drawn> {
    let all = Row::all(&sheet.citing, items);
    if all.is_empty() {
        return None;
    }
    let slot = (ROOM - AXIS) / f32::from(u8::try_from(all.len()).unwrap_or(u8::MAX));
    let fits = |row: &Row| fitted(&row.label, &SIZES, slot - 10.0, 3).1.len() <= 3;
    let upright = all.len() <= MOST && all.iter().all(fits);
    let rows = Rows { rows: all, style: Style::Bar, heads: heads.clone(), line: None, sides: None };
    let mut draft = sheet.open();
    if upright {
        stand(&mut draft, &rows, slot);
    } else {
        rows::draw(&mut draft, &rows);
    }
    let accent = sheet.accent();
    let edge = Stroke::new(accent, 0.9);
    let mut entries = Vec::new();
    let has = |wanted: &dyn Fn(&Row) -> bool| rows.rows.iter().any(wanted);
    let plain = Fill::Plain(lighter(accent, 0.68));
    for (is_there, fill, key) in [
        (has(&|row| row.is_studied), Fill::Pattern("hatched"), "chart-studied"),
        (has(&|row| row.is_studied) && has(&|row| !row.is_studied), plain, "chart-compared"),
        (
            has(&|row| row.datum.is_presumed && row.datum.span().is_some()),
            Fill::Plain(WHITE),
            "chart-presumed",
        ),
    ] {
        if is_there {
            entries.push((Key::Surface(fill, edge), sheet.text(key)));
        }
    }
    if has(&|row| row.datum.span().is_some_and(|span| span.low != span.high)) {
        entries.push((Key::Whisker, sheet.text("chart-whisker")));
    }
    legend(&mut draft, &entries);
    Some(draft.close(&[], &seen(sheet, &rows)))
}

fn stand(draft: &mut Draft<'_>, rows: &Rows, slot: f32) {
    let accent = draft.sheet.accent();
    let (top, base) = (draft.y + 26.0, draft.y + 26.0 + HIGH);
    let scale = rows::scale(rows, (base, top));
    let (unit, language) = (rows::unit(rows), draft.sheet.citing.catalog.language());
    let pen = Pen::new("scale", 10.5).of(QUIET).at(Anchor::End);
    for tick in scale.ticks(5) {
        let y = scale.at(tick);
        let stroke = Stroke::new(if tick == 0.0 { QUIET } else { FAINT }, 0.8);
        draft.page.line([MARGIN + AXIS, y], [MARGIN + ROOM, y], stroke);
        draft.page.text([MARGIN + AXIS - 8.0, y + 3.5], &shape(tick, unit, language), &pen);
    }
    let mut lowest = base;
    for (place, row) in rows.rows.iter().enumerate() {
        let place = f32::from(u8::try_from(place).unwrap_or(u8::MAX));
        let x = MARGIN + AXIS + slot * (place + 0.5);
        let half = (slot * 0.29).min(34.0);
        draft.keep(&row.datum);
        let pen = Pen::new("figure", 12.0).at(Anchor::Middle).heavy(row.is_studied);
        match &row.datum.reading {
            Reading::Span(span) => {
                let fill = match row {
                    row if row.is_studied => Fill::Pattern("hatched"),
                    row if row.datum.is_presumed => Fill::Plain(WHITE),
                    _ => Fill::Plain(lighter(accent, 0.68)),
                };
                let edge = Stroke::new(accent, 0.9);
                let mut highest = scale.at(span.high.or(span.value).unwrap_or_default());
                if let Some(value) = span.value {
                    let end = scale.at(value);
                    let nought = scale.at(0.0);
                    let column = [x - half, end.min(nought), x + half, end.max(nought)];
                    draft.page.rect(column, fill, edge);
                    highest = highest.min(end);
                }
                if let (Some(low), Some(high)) = (span.low, span.high) {
                    let stroke = Stroke::new(INK, 1.2);
                    whisker(&mut draft.page, [x, scale.at(low)], [x, scale.at(high)], stroke);
                }
                let said = lines(row.datum.said(), pen.size, slot - 4.0);
                let above = highest
                    - 6.0
                    - pen.leading() * f32::from(u8::try_from(said.len() - 1).unwrap_or(0));
                for (line, y) in said.iter().zip([above, above + pen.leading()]) {
                    // Over the lines of the axis.
                    let [left, top, right, bottom] = pen.space([x, y], line);
                    let around = [left - 2.0, top, right + 2.0, bottom];
                    draft.page.rect(around, Fill::Plain(WHITE), Stroke::NONE);
                }
                draft.page.lines([x, above], &said, &pen.says(row.datum.id));
            }
            Reading::Words(words) => {
                let pen = Pen { heavy: false, ..pen }.of(QUIET);
                let pen = Pen { size: 10.5, ..pen };
                let said = lines(words, pen.size, slot - 10.0);
                let above = base
                    - 6.0
                    - pen.leading() * f32::from(u8::try_from(said.len() - 1).unwrap_or(0));
                draft.page.lines([x, above], &said, &pen.says(row.datum.id));
            }
        }
        let (size, label) = fitted(&row.label, &SIZES, slot - 10.0, 3);
        let pen = Pen::new("label", size).at(Anchor::Middle).heavy(row.is_studied);
        let mut y = draft.page.lines([x, base + 18.0], &label, &pen);
        if let Some(base) = &row.base {
            let pen = Pen::new("base", 10.5).of(QUIET).at(Anchor::Middle).says(base.id);
            let [_, head] = &rows.heads;
            let words = format!("{head}{}{}", draft.sheet.text("colon"), base.said());
            let words = lines(&words, pen.size, slot - 6.0);
            draft.keep(base);
            y = draft.page.lines([x, y], &words, &pen);
        }
        let pen = Pen::new("mark", 7.5).of(QUIET).at(Anchor::Middle);
        draft.page.text([x, y - 2.0], &row.datum.id.to_string(), &pen);
        lowest = lowest.max(y + 4.0);
    }
    draft.y = lowest + 4.0;
}
