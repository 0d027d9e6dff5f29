//! Volume against pressure: which occupations weigh and are hard to recruit, relative to two levels.

use crate::report::chart::legend::{Key, legend};
use crate::report::chart::placing::{Placing, beside};
use crate::report::chart::sheet::{Draft, MARGIN, ROOM};
use crate::report::chart::{Datum, Drawn, Item, Line, Sheet, Spot};
use crate::report::document::shape;
use crate::report::drawing::{
    Anchor, Colour, FAINT, Fill, INK, Pen, QUIET, Scale, Shape, Stroke, lighter, lines, width,
};

/// What is drawn.
#[derive(Clone, Debug)]
pub struct Quadrant<'a> {
    pub points: Vec<Point<'a>>,
    /// Along the page, and up it: what is counted, with its unit.
    pub axes: [String; 2],
    /// The levels that pressure and volume are relative to.
    pub levels: [Line<'a>; 2],
    /// « Relatif à … »: what the two levels are, in a sentence.
    pub relative: String,
}

/// An occupation: its pressure is the figure of the item.
#[derive(Clone, Debug)]
pub struct Point<'a> {
    pub item: Item<'a>,
    pub volume: Spot<'a>,
    pub sign: Sign,
}

/// What the data say of an occupation: a mark each.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Sign {
    Evidence,
    Presumed,
    ToCheck,
    Quiet,
}

impl Sign {
    const ALL: [Self; 4] = [Self::Evidence, Self::Presumed, Self::ToCheck, Self::Quiet];

    const fn shape(self) -> Shape {
        match self {
            Self::Evidence => Shape::Disc,
            Self::Presumed => Shape::Lozenge,
            Self::ToCheck => Shape::Frame,
            Self::Quiet => Shape::Cross,
        }
    }

    const fn key(self) -> &'static str {
        match self {
            Self::Evidence => "plot-evidence",
            Self::Presumed => "plot-presumed",
            Self::ToCheck => "plot-check",
            Self::Quiet => "plot-quiet",
        }
    }

    const fn colour(self, accent: Colour) -> Colour {
        match self {
            Self::Evidence | Self::Presumed => accent,
            Self::ToCheck => INK,
            Self::Quiet => QUIET,
        }
    }
}

/// Names written beside their mark, and numbers with a name below, at most.
const NAMED: usize = 12;
const NUMBERED: usize = 24;
const HIGH: f32 = 400.0;
const AXIS: f32 = 40.0;
const RADIUS: f32 = 4.2;
const NAME: Pen = Pen::new("label", 10.5);

/// A point that can be drawn.
struct Drawable<'a> {
    label: &'a str,
    sign: Sign,
    volume: Datum,
    pressure: Datum,
    x: f64,
    y: f64,
}

/// `None` without a point that has both figures.
pub fn quadrant(sheet: &Sheet<'_>, asked: &Quadrant<'_>) -> Option<Drawn> {
    let citing = &sheet.citing;
    let mut points: Vec<Drawable<'_>> = Vec::new();
    let mut without = 0_usize;
    for point in &asked.points {
        let found = Datum::of(citing, point.volume).zip(Datum::of(citing, point.item.figure));
        let Some((volume, pressure)) = found else { continue };
        let Some((x, y)) = volume.value().zip(pressure.value()).filter(|(x, _)| *x >= 1.0) else {
            without += 1;
            continue;
        };
        let (label, sign) = (point.item.label.as_str(), point.sign);
        points.push(Drawable { label, sign, volume, pressure, x, y });
    }
    if points.is_empty() {
        return None;
    }
    // What matters first is named first: sure signs, then many projects that are hard to fill.
    points.sort_by(|a, b| {
        let weight = |one: &Drawable<'_>| one.x * one.y;
        let quiet = |one: &Drawable<'_>| one.sign == Sign::Quiet;
        quiet(a).cmp(&quiet(b)).then(weight(b).total_cmp(&weight(a))).then(a.label.cmp(b.label))
    });
    let [cut, median] = asked.levels.each_ref().map(|line| {
        let datum = Datum::of(citing, line.figure)?;
        Some((datum.value()?, datum, line.label.as_str()))
    });
    let mut draft = sheet.open();
    let frame = Frame::new(&draft, &points, median.as_ref().map(|(value, ..)| *value));
    let passed = cut.as_ref().zip(median.as_ref()).map(|(cut, median)| (cut.0, median.0));
    axes(&mut draft, &frame, asked, passed);
    let mut placing = Placing::within(frame.rect);
    for point in &points {
        let [x, y] = frame.at(point);
        placing.take([x - RADIUS, y - RADIUS, x + RADIUS, y + RADIUS]);
    }
    levels(&mut draft, &frame, (cut.as_ref(), median.as_ref()), &mut placing);
    corners(&mut draft, &frame, &mut placing);
    let rest = marks(&mut draft, &frame, &points, &mut placing);
    draft.y = frame.rect[3] + 42.0;
    let signs: Vec<Sign> = Sign::ALL
        .into_iter()
        .filter(|sign| points.iter().any(|point| point.sign == *sign))
        .collect();
    let accent = sheet.accent();
    let entries: Vec<(Key, String)> = signs
        .iter()
        .map(|sign| (Key::Mark(sign.shape(), sign.colour(accent)), sheet.text(sign.key())))
        .collect();
    legend(&mut draft, &entries);
    numbers(&mut draft, &points, &rest);
    let mut notes = vec![asked.relative.clone()];
    let unnamed = rest.unnamed;
    for (key, count) in [("chart-unnamed", unnamed), ("chart-unplaced", without)] {
        if count > 0 {
            let (count, shown) = sheet.count(count);
            let args = [("count", count.into()), ("shown", (&shown).into())];
            notes.push(citing.catalog.with(key, &args));
        }
    }
    let seen = seen(sheet, &points, cut.map(|(value, ..)| value), median.map(|(value, ..)| value));
    Some(draft.close(&notes, &format!("{seen} {}", asked.relative)))
}

/// The surface with its two axes.
struct Frame {
    rect: [f32; 4],
    x: Scale,
    y: Scale,
}

impl Frame {
    fn new(draft: &Draft<'_>, points: &[Drawable<'_>], median: Option<f64>) -> Self {
        let top = draft.y + 38.0;
        let rect = [MARGIN + AXIS, top, MARGIN + ROOM, top + HIGH];
        let volumes = || points.iter().map(|point| point.x).chain(median);
        let least = volumes().fold(f64::INFINITY, f64::min);
        let most = volumes().fold(1.0, f64::max);
        let [left, _, right, bottom] = rect;
        let x = Scale::logarithmic((least / 1.25, most * 1.25), (left, right));
        Self { rect, x, y: Scale::linear((0.0, 1.0), (bottom - 10.0, top + 10.0)) }
    }

    fn at(&self, point: &Drawable<'_>) -> [f32; 2] {
        [self.x.at(point.x), self.y.at(point.y)]
    }
}

/// `passed`: the two levels; where both are passed, the surface is tinted.
fn axes(draft: &mut Draft<'_>, frame: &Frame, asked: &Quadrant<'_>, passed: Option<(f64, f64)>) {
    let [left, top, right, bottom] = frame.rect;
    if let Some((cut, median)) = passed {
        let both = [frame.x.at(median), top, right, frame.y.at(cut)];
        let tint = lighter(draft.sheet.accent(), 0.93);
        draft.page.rect(both, Fill::Plain(tint), Stroke::NONE);
    }
    let language = draft.sheet.citing.catalog.language();
    let pen = Pen::new("scale", 10.5).of(QUIET);
    for tick in frame.y.ticks(5) {
        let y = frame.y.at(tick);
        draft.page.line([left, y], [right, y], Stroke::new(FAINT, 0.7));
        let words = crate::format::percent(tick, 0, language);
        draft.page.text([left - 6.0, y + 3.5], &words, &pen.at(Anchor::End));
    }
    let mut free = left - 20.0;
    for tick in frame.x.ticks(6) {
        let x = frame.x.at(tick);
        draft.page.line([x, top], [x, bottom], Stroke::new(FAINT, 0.7));
        let words = shape(tick, crate::model::Unit::Projects, language);
        let pen = pen.at(Anchor::Middle);
        let [from, _, to, _] = pen.space([x, bottom + 15.0], &words);
        if from > free && to <= right + 10.0 {
            draft.page.text([x, bottom + 15.0], &words, &pen);
            free = to + 8.0;
        }
    }
    draft.page.rect(frame.rect, Fill::None, Stroke::new(QUIET, 0.8));
    let [along, up] = &asked.axes;
    let pen = Pen::new("axis", 11.0);
    draft.page.text([MARGIN, top - 26.0], up, &pen);
    draft.page.text([right, bottom + 31.0], along, &pen.at(Anchor::End));
}

type Level<'a> = Option<&'a (f64, Datum, &'a str)>;

/// The two lines with their names and figures: in the surface where nothing is, and above it.
fn levels(
    draft: &mut Draft<'_>,
    frame: &Frame,
    (cut, median): (Level<'_>, Level<'_>),
    placing: &mut Placing,
) {
    let [left, top, right, bottom] = frame.rect;
    let stroke = Stroke::new(INK, 1.1).dashed("6 4");
    let colon = draft.sheet.text("colon");
    let pen = Pen::new("level", 10.5);
    if let Some((value, datum, label)) = cut {
        let y = frame.y.at(*value);
        draft.page.line([left, y], [right, y], stroke);
        let words = format!("{label}{colon}{}", datum.said());
        draft.keep(datum);
        let pen = pen.says(datum.id);
        let places = [
            ([right - 6.0, y - 5.0], pen.at(Anchor::End)),
            ([right - 6.0, y + 13.0], pen.at(Anchor::End)),
            ([left + 6.0, y - 5.0], pen),
            ([left + 6.0, y + 13.0], pen),
        ];
        let spaces = places.map(|(at, pen)| pen.space(at, &words));
        let found = placing.first_free(&spaces).unwrap_or_default();
        if let Some((at, pen)) = places.get(found) {
            let space = draft.page.text(*at, &words, pen);
            placing.take(space);
        }
        placing.take([left, y - 0.5, right, y + 0.5]);
    }
    if let Some((value, datum, label)) = median {
        let x = frame.x.at(*value);
        draft.page.line([x, top - 5.0], [x, bottom], stroke);
        let words = format!("{label}{colon}{}", datum.said());
        draft.keep(datum);
        let half = width(&words, pen.size) / 2.0;
        let middle = x.clamp(left + half, right - half);
        let pen = pen.at(Anchor::Middle).says(datum.id);
        draft.page.text([middle, top - 9.0], &words, &pen);
        placing.take([x - 0.5, top, x + 0.5, bottom]);
    }
}

/// What each corner is, written in it.
fn corners(draft: &mut Draft<'_>, frame: &Frame, placing: &mut Placing) {
    let [left, top, right, bottom] = frame.rect;
    let pen = Pen::new("corner", 10.0).of(QUIET);
    let (above, below) = (top + 14.0, bottom - 20.0);
    for (key, x, y, anchor) in [
        ("chart-corner-tense", left + 7.0, above, Anchor::Start),
        ("chart-corner-both", right - 7.0, above, Anchor::End),
        ("chart-corner-neither", left + 7.0, below, Anchor::Start),
        ("chart-corner-large", right - 7.0, below, Anchor::End),
    ] {
        let pen = pen.at(anchor);
        let words = draft.sheet.text(key);
        let space = pen.space([x, y], &words);
        if placing.is_free(space) {
            placing.take(draft.page.text([x, y], &words, &pen));
        }
    }
}

/// What is not named beside its mark.
struct Rest {
    /// Places of points, in the order of their numbers from 1.
    numbered: Vec<usize>,
    unnamed: usize,
}

/// Marks, the least that matters below; then names, then numbers, where there is room.
fn marks(
    draft: &mut Draft<'_>,
    frame: &Frame,
    points: &[Drawable<'_>],
    placing: &mut Placing,
) -> Rest {
    let accent = draft.sheet.accent();
    for point in points.iter().rev() {
        let [x, y] = frame.at(point);
        draft.page.mark([x, y], point.sign.shape(), RADIUS, point.sign.colour(accent));
    }
    for point in points {
        draft.keep(&point.volume);
        draft.keep(&point.pressure);
    }
    let mut rest = Rest { numbered: Vec::new(), unnamed: 0 };
    let mut named = 0;
    for (place, point) in points.iter().enumerate() {
        let at = frame.at(point);
        if named < NAMED && name(draft, point, at, placing) {
            named += 1;
        } else if rest.numbered.len() < NUMBERED
            && number(draft, rest.numbered.len() + 1, at, placing)
        {
            rest.numbered.push(place);
        } else {
            rest.unnamed += 1;
        }
    }
    rest
}

/// Writes the label beside its mark, on one line or two; whether there was room.
fn name(draft: &mut Draft<'_>, point: &Drawable<'_>, at: [f32; 2], placing: &mut Placing) -> bool {
    for (most, count) in [(150.0, 1), (150.0, 2), (112.0, 3), (190.0, 2)] {
        let words = lines(point.label, NAME.size, most);
        if words.len() > count {
            continue;
        }
        let wide = words.iter().map(|line| width(line, NAME.size)).fold(0.0, f32::max);
        let more = f32::from(u8::try_from(words.len() - 1).unwrap_or(0));
        let high = NAME.size * 0.98 + more * NAME.leading();
        let spaces = beside(at, RADIUS, [wide, high]);
        let Some(found) = placing.first_free(&spaces) else { continue };
        let Some([left, top, right, _]) = spaces.get(found).copied() else { continue };
        // Towards the mark.
        let (x, anchor) = match found {
            1 | 6 | 7 => (right, Anchor::End),
            2 | 3 => (f32::midpoint(left, right), Anchor::Middle),
            _ => (left, Anchor::Start),
        };
        draft.page.lines([x, top + NAME.size * 0.76], &words, &NAME.at(anchor));
        return true;
    }
    false
}

fn number(draft: &mut Draft<'_>, number: usize, at: [f32; 2], placing: &mut Placing) -> bool {
    let pen = Pen::new("number", 9.5);
    let words = number.to_string();
    let spaces = beside(at, RADIUS - 1.0, [width(&words, pen.size), pen.size * 0.98]);
    let Some([left, top, ..]) = placing.first_free(&spaces).and_then(|found| spaces.get(found))
    else {
        return false;
    };
    draft.page.text([*left, top + pen.size * 0.76], &words, &pen);
    true
}

/// The names of the numbers, in two columns.
fn numbers(draft: &mut Draft<'_>, points: &[Drawable<'_>], rest: &Rest) {
    if rest.numbered.is_empty() {
        return;
    }
    let pen = Pen::new("label", 10.5);
    let (room, number) = (ROOM / 2.0 - 10.0, 22.0);
    let half = rest.numbered.len().div_ceil(2);
    let top = draft.y + 16.0;
    let mut lowest = top;
    let mut y = top;
    for (place, at) in rest.numbered.iter().enumerate() {
        let Some(point) = points.get(*at) else { continue };
        if place == half {
            y = top;
        }
        let x = if place < half { MARGIN } else { MARGIN + ROOM / 2.0 + 10.0 };
        let words = (place + 1).to_string();
        let figure = Pen::new("number", 10.5).at(Anchor::End).heavy(true);
        draft.page.text([x + number - 6.0, y], &words, &figure);
        let label = lines(point.label, pen.size, room - number);
        y = draft.page.lines([x + number, y], &label, &pen) + 1.0;
        lowest = lowest.max(y);
    }
    draft.y = lowest - 6.0;
}

/// How many in each corner, and the first of the corner that matters most.
fn seen(
    sheet: &Sheet<'_>,
    points: &[Drawable<'_>],
    cut: Option<f64>,
    median: Option<f64>,
) -> String {
    let (cut, median) = (cut.unwrap_or(0.0), median.unwrap_or(0.0));
    let corner = |tense: bool, large: bool| {
        points.iter().filter(move |point| (point.y > cut, point.x > median) == (tense, large))
    };
    let names: Vec<&str> = corner(true, true).take(5).map(|point| point.label).collect();
    let first = if names.is_empty() {
        sheet.text("chart-none")
    } else {
        names.join(&sheet.text("list-separator"))
    };
    let counts = [
        points.len(),
        corner(true, true).count(),
        corner(true, false).count(),
        corner(false, true).count(),
        corner(false, false).count(),
    ]
    .map(|count| sheet.count(count).1);
    let [all, both, tense, large, neither] = &counts;
    sheet.citing.catalog.with(
        "quadrant-summary",
        &[
            ("all", all.into()),
            ("both", both.into()),
            ("tense", tense.into()),
            ("large", large.into()),
            ("neither", neither.into()),
            ("named", (&first).into()),
        ],
    )
}
