//! Figures one below the other on one axis: label, interval, figure in words, base, short name.

use crate::flows::spread::Span;
use crate::model::Unit;
use crate::report::chart::sheet::{Draft, MARGIN, ROOM};
use crate::report::chart::{Datum, Item, Reading};
use crate::report::citation::RowMark;
use crate::report::document::shape;
use crate::report::drawing::{
    Anchor, FAINT, Fill, INK, Page, Pen, QUIET, Scale, Shape, Stroke, WHITE, fitted, lighter,
    lines, width,
};
use crate::report::paper::cite::Citing;

const GAP: f32 = 12.0;
/// Of the part with the axis, at least.
const PLOT: f32 = 232.0;
/// Between numbers of the axis, about.
const STEPS: u32 = 6;
/// Sizes of labels, the first that lets them stand on two lines, and their widths.
const SIZES: [f32; 3] = [12.5, 11.5, 10.5];
const LABELS: [f32; 4] = [150.0, 190.0, 230.0, 270.0];
const FIGURE: Pen = Pen::new("figure", 12.0);
/// So few rows are set further apart.
const FEW: usize = 8;
const HEAD: Pen = Pen::new("head", 10.5).of(QUIET);
/// A longer word of a head is cut.
const MOST_OF_HEAD: f32 = 110.0;
const MARK: Pen = Pen::new("mark", 7.5).of(QUIET).at(Anchor::End);

/// A row, read from the document.
#[derive(Clone, Debug)]
pub(super) struct Row {
    pub label: String,
    pub datum: Datum,
    pub base: Option<Datum>,
    pub is_studied: bool,
}

impl Row {
    /// Items whose figure the document has.
    pub fn all(citing: &Citing<'_>, items: &[Item<'_>]) -> Vec<Self> {
        let row = |item: &Item<'_>| {
            Some(Self {
                label: item.label.clone(),
                datum: Datum::of(citing, item.figure)?,
                base: item.base.and_then(|base| Datum::of(citing, base)),
                is_studied: item.is_studied,
            })
        };
        items.iter().filter_map(row).collect()
    }

    const fn mark(&self) -> RowMark {
        self.datum.id.row
    }
}

/// Short names beside the rows: of the row, or of the figure where all are of one row.
fn marks(rows: &[Row]) -> Vec<String> {
    let mut others = rows.iter().skip(1).map(Row::mark);
    let first = rows.first().map(Row::mark);
    if rows.len() > 1 && others.all(|mark| Some(mark) == first) {
        return rows.iter().map(|row| row.datum.id.to_string()).collect();
    }
    rows.iter().map(|row| row.mark().to_string()).collect()
}

/// How spans are drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Style {
    /// A bar between the bounds, a mark at the value.
    Interval,
    /// A bar from nought to the value, a whisker between the bounds.
    Bar,
}

/// All of it.
#[derive(Clone, Debug)]
#[expect(clippy::struct_field_names, reason = "they are the rows")]
pub(super) struct Rows {
    pub rows: Vec<Row>,
    pub style: Style,
    /// Above the figures in words, and above their bases.
    pub heads: [String; 2],
    pub line: Option<(Datum, String)>,
    /// Below the last row, left and right of nought, where there is something on both sides.
    pub sides: Option<[String; 2]>,
}

/// Places of the columns.
struct Columns {
    labels: f32,
    plot: (f32, f32),
    /// Left of the figures, right of the bases.
    figures: f32,
    bases: f32,
    /// How wide the heads of both may be.
    heads: [f32; 2],
    marks: f32,
}

/// Ends of the axis: nought, and everything that is drawn; a share has the whole of it.
fn ends(rows: &Rows) -> (f64, f64) {
    let spans = rows.rows.iter().filter_map(|row| row.datum.span());
    let line = rows.line.iter().filter_map(|(datum, _)| datum.value());
    let known =
        spans.flat_map(|Span { value, low, high }| [value, low, high]).flatten().chain(line);
    known
        .filter(|end| end.is_finite())
        .fold((0.0, 0.0), |(low, high), end| (low.min(end), high.max(end)))
}

pub(super) fn unit(rows: &Rows) -> Unit {
    rows.rows.iter().find_map(|row| row.datum.unit).unwrap_or(Unit::Projects)
}

pub(super) fn scale(rows: &Rows, places: (f32, f32)) -> Scale {
    match ends(rows) {
        (low, high) if unit(rows).is_share() && low >= 0.0 && high <= 1.0 => {
            Scale::linear((0.0, 1.0), places)
        }
        ends => Scale::round(ends, places, STEPS),
    }
}

fn columns(rows: &Rows) -> Columns {
    let widest = |all: &mut dyn Iterator<Item = &str>, size: f32| {
        all.map(|words| width(words, size)).fold(0.0, f32::max)
    };
    let spanned = || rows.rows.iter().filter(|row| row.datum.span().is_some());
    // A head is cut between its words, and no further.
    let head = |head: &str| widest(&mut head.split(' '), HEAD.size).min(MOST_OF_HEAD);
    let [of_figures, of_bases] = [head(&rows.heads[0]), head(&rows.heads[1])];
    let figures = widest(&mut spanned().map(|row| row.datum.said()), FIGURE.size);
    let figures = figures.max(of_figures).max(56.0);
    let known = rows.rows.iter().filter_map(|row| row.base.as_ref());
    let bases = widest(&mut known.map(Datum::said), FIGURE.size);
    let bases = if bases > 0.0 { bases.max(of_bases).max(46.0) } else { 0.0 };
    let names = marks(&rows.rows);
    let marks = widest(&mut names.iter().map(String::as_str), MARK.size);
    let taken = figures + bases + marks + GAP * if bases > 0.0 { 4.0 } else { 3.0 };
    let on_two =
        |wide: f32| rows.rows.iter().all(|row| lines(&row.label, SIZES[0], wide).len() <= 2);
    let most = (ROOM - taken - PLOT).max(LABELS[0]);
    let labels = LABELS.into_iter().find(|wide| on_two(*wide)).unwrap_or(LABELS[3]).min(most);
    let left = MARGIN + labels + GAP;
    let right = MARGIN + ROOM;
    let bases_at = right - marks - GAP;
    let figures_at = bases_at - if bases > 0.0 { bases + GAP } else { 0.0 } - figures;
    Columns {
        labels,
        plot: (left, figures_at - GAP),
        figures: figures_at,
        bases: bases_at,
        heads: [figures, bases],
        marks: right,
    }
}

/// Draws the rows; where the last ends, the draft goes on.
pub(super) fn draw(draft: &mut Draft<'_>, rows: &Rows) {
    let columns = columns(rows);
    // Marks and numbers at the ends stay inside.
    let scale = scale(rows, (columns.plot.0 + 6.0, columns.plot.1 - 14.0));
    let air = if rows.rows.len() <= FEW { 16.0 } else { 8.0 };
    let top = heads(draft, rows, &columns, &scale);
    let mut y = top;
    let mut drawn = Vec::new();
    for row in &rows.rows {
        let (size, label) = fitted(&row.label, &SIZES, columns.labels, 2);
        let pen = Pen::new("label", size).heavy(row.is_studied);
        let words = words(row, &columns);
        let many = label.len().max(words.len());
        let high = if many > 1 {
            pen.leading() * f32::from(u8::try_from(many).unwrap_or(9))
        } else {
            14.0
        };
        let bottom = y + high + air;
        drawn.push((row, label, pen, words, (y, bottom)));
        y = bottom;
    }
    guides(draft, rows, &scale, (top, y));
    let marks = marks(&rows.rows);
    for ((row, label, pen, words, (above, below)), mark) in drawn.into_iter().zip(marks) {
        let middle = f32::midpoint(above, below);
        let first = |count: usize, pen: &Pen| {
            let more = f32::from(u8::try_from(count.saturating_sub(1)).unwrap_or(9));
            middle + 0.34 * pen.size - more * pen.leading() / 2.0
        };
        draft.page.lines([MARGIN, first(label.len(), &pen)], &label, &pen);
        let said = FIGURE.heavy(row.is_studied);
        draft.keep(&row.datum);
        match row.datum.reading {
            Reading::Span(span) => {
                shapes(draft, row, span, (rows.style, &scale), middle);
                draft.says([columns.figures, first(1, &said)], &row.datum, &said);
            }
            Reading::Words(_) => {
                let pen = FIGURE.of(QUIET).says(row.datum.id);
                draft.page.lines([columns.plot.0 + 5.0, first(words.len(), &pen)], &words, &pen);
            }
        }
        if let Some(base) = &row.base {
            let pen = FIGURE.of(QUIET).at(Anchor::End);
            draft.says([columns.bases, first(1, &pen)], base, &pen);
        }
        draft.page.text([columns.marks, first(1, &MARK)], &mark, &MARK);
        let rule = Stroke::new(FAINT, 0.6);
        draft.page.line([MARGIN, below], [MARGIN + ROOM, below], rule);
    }
    let sides = rows.sides.as_ref().filter(|_| scale.ends().0 < 0.0 && scale.ends().1 > 0.0);
    if let Some([below, above]) = sides {
        let (x, pen) = (scale.at(0.0), Pen::new("side", 10.5).of(QUIET));
        draft.page.text([x - 6.0, y + 14.0], below, &pen.at(Anchor::End));
        draft.page.text([x + 6.0, y + 14.0], above, &pen);
        y += 16.0;
    }
    draft.y = y + 6.0;
}

/// What is written instead of a span, from the axis to the bases.
fn words(row: &Row, columns: &Columns) -> Vec<String> {
    match &row.datum.reading {
        Reading::Span(_) => Vec::new(),
        Reading::Words(words) => {
            let right = if row.base.is_some() { columns.bases - 60.0 } else { columns.bases };
            lines(words, FIGURE.size, right - columns.plot.0)
        }
    }
}

/// Names of columns, the name of the line, and the numbers of the axis; where rows begin.
fn heads(draft: &mut Draft<'_>, rows: &Rows, columns: &Columns, scale: &Scale) -> f32 {
    let pen = HEAD;
    let catalog = draft.sheet.citing.catalog;
    let (left, right) = columns.plot;
    let room = right - left;
    let named = rows.line.as_ref().map(|(datum, label)| {
        let words = format!("{label}{}{}", catalog.text("colon"), datum.said());
        (datum, lines(&words, pen.size, room))
    });
    let of_figures = lines(&rows.heads[0], pen.size, columns.heads[0]);
    let of_bases = lines(&rows.heads[1], pen.size, columns.heads[1]);
    let of_line = named.as_ref().map_or(0, |(_, lines)| lines.len());
    let many = (of_line + 1).max(of_figures.len()).max(of_bases.len());
    let base = draft.y + 6.0 + pen.leading() * f32::from(u8::try_from(many).unwrap_or(9));
    let above = |count: usize| {
        base - pen.leading() * f32::from(u8::try_from(count.saturating_sub(1)).unwrap_or(9))
    };
    draft.page.lines([columns.figures, above(of_figures.len())], &of_figures, &pen);
    if rows.rows.iter().any(|row| row.base.is_some()) {
        let pen = pen.at(Anchor::End);
        draft.page.lines([columns.bases, above(of_bases.len())], &of_bases, &pen);
    }
    if let Some((datum, words)) = named
        && let Some(value) = datum.value()
    {
        let wide = words.iter().map(|line| width(line, pen.size)).fold(0.0, f32::max);
        let middle =
            scale.at(value).clamp(left + wide / 2.0, (right - wide / 2.0).max(left + wide / 2.0));
        let pen = Pen { colour: INK, ..pen }.at(Anchor::Middle).says(datum.id);
        draft.keep(datum);
        draft.page.lines([middle, above(words.len() + 1)], &words, &pen);
    }
    let (unit, language) = (unit(rows), catalog.language());
    let pen = Pen::new("scale", 10.5).of(QUIET).at(Anchor::Middle);
    let mut free = f32::MIN;
    for tick in scale.ticks(STEPS) {
        let (at, words) = ([scale.at(tick), base], shape(tick, unit, language));
        let [from, _, to, _] = pen.space(at, &words);
        if from > free {
            draft.page.text(at, &words, &pen);
            free = to + 6.0;
        }
    }
    base + 6.0
}

/// What guides the eye from row to row: numbers of the axis, nought, the line.
fn guides(draft: &mut Draft<'_>, rows: &Rows, scale: &Scale, (top, bottom): (f32, f32)) {
    for tick in scale.ticks(STEPS) {
        let x = scale.at(tick);
        let stroke = if tick == 0.0 && scale.ends().0 <= 0.0 {
            Stroke::new(QUIET, if scale.ends().0 < 0.0 { 1.4 } else { 0.9 })
        } else {
            Stroke::new(FAINT, 0.8)
        };
        draft.page.line([x, top], [x, bottom], stroke);
    }
    draft.page.line([MARGIN, top], [MARGIN + ROOM, top], Stroke::new(QUIET, 0.8));
    if let Some(value) = rows.line.as_ref().and_then(|(datum, _)| datum.value()) {
        let x = scale.at(value);
        draft.page.line([x, top - 4.0], [x, bottom], Stroke::new(INK, 1.1).dashed("5 3"));
    }
}

/// The span of a row at its height.
fn shapes(draft: &mut Draft<'_>, row: &Row, span: Span, (style, scale): (Style, &Scale), y: f32) {
    let accent = draft.sheet.accent();
    let (least, most) = scale.ends();
    let (low, high) = (span.low.unwrap_or(least), span.high.unwrap_or(most));
    let (from, to) = (scale.at(low), scale.at(high));
    let edge = Stroke::new(accent, 0.9);
    let is_hatched = row.is_studied || (row.datum.is_presumed && style == Style::Interval);
    let fill = match style {
        _ if is_hatched => Fill::Pattern("hatched"),
        Style::Bar if row.datum.is_presumed => Fill::Plain(WHITE),
        _ => Fill::Plain(lighter(accent, 0.68)),
    };
    match style {
        Style::Interval => {
            if to - from > 0.5 {
                let around = outline(span, (from, to), (y, 4.5));
                draft.page.path(&around, true, fill, edge);
            }
            if let Some(value) = span.value {
                let shape = if row.datum.is_presumed { Shape::Ring } else { Shape::Disc };
                draft.page.mark([scale.at(value), y], shape, 4.4, accent);
            }
        }
        Style::Bar => {
            let nought = scale.at(0.0);
            if let Some(value) = span.value {
                let end = scale.at(value);
                draft.page.rect([nought.min(end), y - 6.0, nought.max(end), y + 6.0], fill, edge);
            }
            whisker(&mut draft.page, [from, y], [to, y], Stroke::new(INK, 1.2));
        }
    }
}

/// A line between two places with a stroke across each end.
pub(super) fn whisker(page: &mut Page, from: [f32; 2], to: [f32; 2], stroke: Stroke) {
    let (dx, dy) = (to[0] - from[0], to[1] - from[1]);
    if dx.abs() + dy.abs() < 1.0 {
        return;
    }
    let (across, along) = if dx.abs() > dy.abs() { (0.0, 3.5) } else { (3.5, 0.0) };
    page.line(from, to, stroke);
    for [x, y] in [from, to] {
        page.line([x - across, y - along], [x + across, y + along], stroke);
    }
}

/// A bar around a height; it ends in an arrow where nothing bounds it.
fn outline(span: Span, (from, to): (f32, f32), (y, half): (f32, f32)) -> Vec<[f32; 2]> {
    let tip = 9.0_f32.min((to - from) / 2.0);
    let mut points = Vec::new();
    if span.high.is_none() {
        points.extend([[to - tip, y - half], [to, y], [to - tip, y + half]]);
    } else {
        points.extend([[to, y - half], [to, y + half]]);
    }
    if span.low.is_none() {
        points.extend([[from + tip, y + half], [from, y], [from + tip, y - half]]);
    } else {
        points.extend([[from, y + half], [from, y - half]]);
    }
    points
}
