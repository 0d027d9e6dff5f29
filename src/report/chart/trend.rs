//! Figures over years; a change of nomenclature is a gap and a line, and nothing is joined over it.

use crate::model::Unit;
use crate::report::chart::placing::spread;
use crate::report::chart::rows::whisker;
use crate::report::chart::sheet::{Draft, MARGIN, ROOM};
use crate::report::chart::{Datum, Drawn, Reading, Sheet, Spot};
use crate::report::document::shape;
use crate::report::drawing::{
    Anchor, Colour, FAINT, Fill, INK, Page, Pen, QUIET, Scale, Shape, Stroke, fitted, lighter,
    lines, width,
};
use std::collections::BTreeSet;

/// Series at most: more lines are not told apart.
pub const MOST: usize = 6;
const HIGH: f32 = 250.0;
const AXIS: f32 = 44.0;
/// Of the names at the right.
const NAMES: f32 = 190.0;
const SIZES: [f32; 3] = [11.5, 10.5, 9.5];

/// What is drawn.
#[derive(Clone, Debug)]
pub struct Trend<'a> {
    /// Of which the first six are drawn.
    pub series: Vec<Series<'a>>,
    /// What is measured, above the axis.
    pub axis: String,
    /// What is drawn keeps its name from one nomenclature to the other: families of BMO.
    pub keeps_names: bool,
}

/// One line, oldest year first.
#[derive(Clone, Debug)]
pub struct Series<'a> {
    pub label: String,
    pub steps: Vec<Step<'a>>,
}

#[derive(Clone, Debug)]
pub struct Step<'a> {
    pub year: u16,
    pub figure: Spot<'a>,
    /// Nomenclature and method of the year: neighbours that differ are not comparable as such.
    pub edition: String,
    /// The territory of the year: neighbours that differ are of two; empty where all are of one.
    pub borders: String,
}

/// A step that the document has.
struct Read<'a> {
    year: u16,
    datum: Datum,
    edition: &'a str,
    borders: &'a str,
}

impl<'a> Read<'a> {
    /// What makes it comparable to its neighbours.
    fn terms(&self) -> [&'a str; 2] {
        [self.edition, self.borders]
    }
}

struct Track<'a> {
    label: &'a str,
    steps: Vec<Read<'a>>,
}

/// `None` without two years.
pub fn trend(sheet: &Sheet<'_>, asked: &Trend<'_>) -> Option<Drawn> {
    let citing = &sheet.citing;
    let read = |step: &'_ Step<'_>| Datum::of(citing, step.figure);
    let tracks = asked.series.iter().take(MOST).map(|series| {
        let steps = series.steps.iter().filter_map(|step| {
            let Step { year, edition, borders, .. } = step;
            Some(Read { year: *year, datum: read(step)?, edition, borders })
        });
        Track { label: &series.label, steps: steps.collect() }
    });
    let tracks: Vec<Track<'_>> = tracks.filter(|track| !track.steps.is_empty()).collect();
    let years: BTreeSet<u16> =
        tracks.iter().flat_map(|track| track.steps.iter().map(|step| step.year)).collect();
    let (first, last) = (years.first().copied()?, years.last().copied()?);
    if first == last {
        return None;
    }
    let mut draft = sheet.open();
    let surface = Surface::new(&draft, &tracks, (first, last));
    axes(&mut draft, &surface, &years, &tracks, &asked.axis);
    for (place, track) in tracks.iter().enumerate() {
        line(&mut draft, &surface, (place, tracks.len()), track);
    }
    if tracks.len() > 1 {
        names(&mut draft, &surface, &tracks);
    }
    draft.y = surface.rect[3] + if tracks.len() == 1 { 40.0 } else { 30.0 };
    let mut notes = absent(sheet, &tracks);
    let breaks = breaks(&tracks);
    if breaks.iter().any(Break::is_of_borders) {
        notes.insert(0, sheet.text("chart-break-borders"));
    }
    if breaks.iter().any(Break::is_of_edition) {
        let key = if asked.keeps_names { "chart-break-families" } else { "chart-break-note" };
        notes.insert(0, sheet.text(key));
    }
    notes.insert(
        0,
        sheet.text(if tracks.len() == 1 { "chart-ribbon" } else { "chart-whisker-note" }),
    );
    let seen = seen(sheet, &tracks, asked.keeps_names);
    Some(draft.close(&notes, &seen))
}

struct Surface {
    rect: [f32; 4],
    x: Scale,
    y: Scale,
    unit: Unit,
}

impl Surface {
    fn new(draft: &Draft<'_>, tracks: &[Track<'_>], (first, last): (u16, u16)) -> Self {
        let top = draft.y + 34.0;
        // One line is named by the title.
        let names = if tracks.len() == 1 { 0.0 } else { NAMES };
        let rect = [MARGIN + AXIS, top, MARGIN + ROOM - names, top + HIGH];
        let steps = || tracks.iter().flat_map(|track| &track.steps);
        let unit = steps().find_map(|step| step.datum.unit).unwrap_or(Unit::Projects);
        let spans = steps().filter_map(|step| step.datum.span());
        let most = spans
            .flat_map(|span| [span.value, span.low, span.high])
            .flatten()
            .fold(0.0_f64, f64::max);
        let [left, _, right, bottom] = rect;
        let places = (bottom, top);
        let y = if unit.is_share() {
            Scale::linear((0.0, 1.0), places)
        } else {
            Scale::round((0.0, most), places, 5)
        };
        let ends = (f64::from(first), f64::from(last));
        let aside = if tracks.len() == 1 { 56.0 } else { 26.0 };
        Self { rect, x: Scale::linear(ends, (left + aside, right - aside)), y, unit }
    }

    fn year(&self, year: u16) -> f32 {
        self.x.at(f64::from(year))
    }
}

/// Neighbouring years that are not comparable as such, with the nomenclature and the territory of
/// each.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Break<'a> {
    before: u16,
    after: u16,
    old: [&'a str; 2],
    new: [&'a str; 2],
}

impl Break<'_> {
    fn is_of_edition(&self) -> bool {
        let ([old, _], [new, _]) = (self.old, self.new);
        old != new
    }

    fn is_of_borders(&self) -> bool {
        let ([_, old], [_, new]) = (self.old, self.new);
        old != new
    }

    /// What differs, before and after.
    fn sides(&self) -> [String; 2] {
        let kept = [self.is_of_edition(), self.is_of_borders()];
        [self.old, self.new].map(|terms| {
            let told = terms.into_iter().zip(kept).filter(|(_, differs)| *differs);
            told.map(|(term, _)| term).collect::<Vec<_>>().join(", ")
        })
    }
}

fn breaks<'a>(tracks: &[Track<'a>]) -> BTreeSet<Break<'a>> {
    let pairs = tracks.iter().flat_map(|track| track.steps.iter().zip(track.steps.iter().skip(1)));
    let differ = pairs.filter(|(a, b)| a.terms() != b.terms());
    let made = |(a, b): (&Read<'a>, &Read<'a>)| Break {
        before: a.year,
        after: b.year,
        old: a.terms(),
        new: b.terms(),
    };
    differ.map(made).collect()
}

fn axes(
    draft: &mut Draft<'_>,
    surface: &Surface,
    years: &BTreeSet<u16>,
    tracks: &[Track<'_>],
    axis: &str,
) {
    let [left, top, right, bottom] = surface.rect;
    let catalog = draft.sheet.citing.catalog;
    let pen = Pen::new("scale", 10.5).of(QUIET);
    for tick in surface.y.ticks(5) {
        let y = surface.y.at(tick);
        let stroke = Stroke::new(if tick == 0.0 { QUIET } else { FAINT }, 0.8);
        draft.page.line([left, y], [right, y], stroke);
        let words = shape(tick, surface.unit, catalog.language());
        draft.page.text([left - 8.0, y + 3.5], &words, &pen.at(Anchor::End));
    }
    let mut free = f32::INFINITY;
    // The last year is always written.
    for year in years.iter().rev() {
        let at = [surface.year(*year), bottom + 17.0];
        let pen = pen.of(INK).at(Anchor::Middle);
        let [from, _, to, _] = pen.space(at, &year.to_string());
        if to + 8.0 <= free {
            draft.page.text(at, &year.to_string(), &pen);
            free = from;
        }
    }
    draft.page.text([MARGIN, top - 22.0], axis, &Pen::new("axis", 11.0));
    let mut free = f32::MIN;
    for one in breaks(tracks) {
        let x = f32::midpoint(surface.year(one.before), surface.year(one.after));
        let [old, new] = one.sides();
        let stroke = Stroke::new(INK, 1.0).dashed("2 3");
        draft.page.line([x, top - 4.0], [x, bottom], stroke);
        let args = [("old", (&old).into()), ("new", (&new).into())];
        let words = catalog.with("chart-break", &args);
        let pen = Pen::new("break", 10.0).at(Anchor::Middle);
        let half = width(&words, pen.size) / 2.0;
        let x = x.clamp(MARGIN + half, MARGIN + ROOM - half);
        if x - half > free {
            draft.page.text([x, top - 8.0], &words, &pen);
            free = x + half + 6.0;
        }
    }
}

/// Line, mark and colour of a series: told apart without the colour.
fn style(place: usize, accent: Colour) -> (Stroke, Shape) {
    let (shape, dashes, colour) = match place {
        0 => (Shape::Disc, "", accent),
        1 => (Shape::Frame, "7 4", INK),
        2 => (Shape::Triangle, "2 3", QUIET),
        3 => (Shape::Lozenge, "10 3 2 3", accent),
        4 => (Shape::Square, "4 2", INK),
        _ => (Shape::Ring, "1.5 2", QUIET),
    };
    (Stroke::new(colour, 1.8).dashed(dashes), shape)
}

/// Steps that follow each other without a break, nor a year without a figure.
fn segments<'t, 'a>(track: &'t Track<'a>) -> Vec<Vec<&'t Read<'a>>> {
    let mut segments: Vec<Vec<&Read<'_>>> = Vec::new();
    let mut is_joined = false;
    for step in &track.steps {
        if step.datum.value().is_none() {
            is_joined = false;
            continue;
        }
        let last = segments.last_mut().filter(|segment| {
            is_joined && segment.last().is_some_and(|last| last.terms() == step.terms())
        });
        match last {
            Some(segment) => segment.push(step),
            None => segments.push(vec![step]),
        }
        is_joined = true;
    }
    segments
}

fn line(draft: &mut Draft<'_>, surface: &Surface, (place, of): (usize, usize), track: &Track<'_>) {
    let (stroke, shape) = style(place, draft.sheet.accent());
    // Whiskers of several series stand side by side.
    let aside = f32::from(u8::try_from(place).unwrap_or(0)) * 3.0
        - f32::from(u8::try_from(of.saturating_sub(1)).unwrap_or(0)) * 1.5;
    for segment in segments(track) {
        let points: Vec<[f32; 2]> = segment
            .iter()
            .filter_map(|step| {
                Some([surface.year(step.year) + aside, surface.y.at(step.datum.value()?)])
            })
            .collect();
        let bounds: Vec<[f32; 3]> = segment
            .iter()
            .filter_map(|step| {
                let span = step.datum.span()?;
                let x = surface.year(step.year) + aside;
                Some([x, surface.y.at(span.low?), surface.y.at(span.high?)])
            })
            .collect();
        if of == 1 && bounds.len() > 1 {
            ribbon(&mut draft.page, &bounds, stroke.colour);
        } else {
            for [x, low, high] in bounds {
                let stroke = Stroke::new(stroke.colour, 1.0);
                whisker(&mut draft.page, [x, low], [x, high], stroke);
            }
        }
        if points.len() > 1 {
            draft.page.path(&points, false, Fill::None, stroke);
        }
        for point in points {
            draft.page.mark(point, shape, 4.2, stroke.colour);
        }
    }
    for step in &track.steps {
        draft.keep(&step.datum);
    }
    if of == 1 {
        figures(draft, surface, track);
    }
}

/// Each figure above its interval, on one line or two, and its short name below the year.
fn figures(draft: &mut Draft<'_>, surface: &Surface, track: &Track<'_>) {
    let years = u16::try_from(track.steps.len()).unwrap_or(u16::MAX);
    let [left, _, right, bottom] = surface.rect;
    let room = (right - left) / f32::from(years);
    let pen = Pen::new("figure", 11.0).at(Anchor::Middle);
    let mark = Pen::new("mark", 7.5).of(QUIET).at(Anchor::Middle);
    for step in &track.steps {
        let x = surface.year(step.year);
        let name = step.datum.id.to_string();
        if width(&name, mark.size) < room {
            draft.page.text([x, bottom + 28.0], &name, &mark);
        }
        let Some(span) = step.datum.span() else { continue };
        let Some(high) = span.value.into_iter().chain(span.high).reduce(f64::max) else { continue };
        let said = step.datum.said();
        let words = if width(said, pen.size) < room {
            vec![said.to_owned()]
        } else {
            // The value, then its bounds.
            lines(said, pen.size, room.max(40.0))
        };
        let more = f32::from(u8::try_from(words.len().saturating_sub(1)).unwrap_or(9));
        let y = surface.y.at(high) - 7.0 - more * pen.leading();
        draft.page.lines([x, y], &words, &pen.says(step.datum.id));
    }
}

/// Between the bounds of neighbouring years.
fn ribbon(page: &mut Page, bounds: &[[f32; 3]], colour: Colour) {
    let upper = bounds.iter().map(|[x, _, high]| [*x, *high]);
    let lower = bounds.iter().rev().map(|[x, low, _]| [*x, *low]);
    let around: Vec<[f32; 2]> = upper.chain(lower).collect();
    let edge = Stroke::new(lighter(colour, 0.45), 0.7);
    page.path(&around, true, Fill::Plain(lighter(colour, 0.82)), edge);
}

/// At the end of each line: its mark, its name and its last figure.
fn names(draft: &mut Draft<'_>, surface: &Surface, tracks: &[Track<'_>]) {
    let [_, top, right, bottom] = surface.rect;
    let pen = Pen::new("label", 11.5);
    let room = NAMES - 34.0;
    let ends: Vec<(usize, &Track<'_>, &Read<'_>)> = tracks
        .iter()
        .enumerate()
        .filter_map(|(place, track)| {
            let mut known = track.steps.iter().rev();
            let last = known.find(|step| step.datum.value().is_some())?;
            Some((place, track, last))
        })
        .collect();
    let named: Vec<(f32, Vec<String>)> =
        ends.iter().map(|(_, track, _)| fitted(track.label, &SIZES, room, 2)).collect();
    let most = named.iter().map(|(_, lines)| lines.len()).max().unwrap_or(1);
    let apart = pen.leading() * (f32::from(u8::try_from(most).unwrap_or(2)) + 1.0) + 3.0;
    let wanted: Vec<f32> = ends
        .iter()
        .map(|(.., last)| surface.y.at(last.datum.value().unwrap_or_default()))
        .collect();
    let heights = spread(&wanted, apart, (top + 4.0, bottom - apart + 24.0));
    let each = ends.into_iter().zip(named).zip(wanted.into_iter().zip(heights));
    for (((place, _, last), (size, name)), (from, y)) in each {
        let (stroke, shape) = style(place, draft.sheet.accent());
        let edge = Stroke::new(QUIET, 0.7);
        draft.page.line([surface.year(last.year) + 12.0, from], [right + 10.0, y], edge);
        draft.page.mark([right + 18.0, y], shape, 4.2, stroke.colour);
        let x = right + 30.0;
        let below = draft.page.lines([x, y + 4.0], &name, &Pen { size, ..pen });
        let said = Pen::new("figure", 11.0).of(QUIET);
        let [.., end, _] = draft.says([x, below - 1.0], &last.datum, &said);
        let mark = Pen::new("mark", 7.5).of(QUIET);
        draft.page.text([end + 7.0, below - 1.0], &last.datum.id.to_string(), &mark);
    }
}

/// Years without a figure, with why.
fn absent(sheet: &Sheet<'_>, tracks: &[Track<'_>]) -> Vec<String> {
    let without = tracks.iter().flat_map(|track| {
        track.steps.iter().filter_map(|step| match &step.datum.reading {
            Reading::Words(words) => Some(format!("{} ({}) {words}", track.label, step.year)),
            Reading::Span(_) => None,
        })
    });
    let list: Vec<String> = without.collect();
    if list.is_empty() {
        return Vec::new();
    }
    let list = list.join(&sheet.text("list-separator"));
    vec![sheet.citing.catalog.with("chart-seen-without", &[("list", (&list).into())])]
}

/// First and last year of each series, and where the years are not comparable.
fn seen(sheet: &Sheet<'_>, tracks: &[Track<'_>], keeps_names: bool) -> String {
    let catalog = sheet.citing.catalog;
    let mut said: Vec<String> = tracks
        .iter()
        .map(|track| {
            let told: Vec<String> = track
                .steps
                .iter()
                .map(|step| format!("{} {}", step.year, step.datum.said()))
                .collect();
            let told = told.join(&catalog.text("list-separator"));
            catalog.with(
                "chart-seen-track",
                &[("label", track.label.into()), ("list", (&told).into())],
            )
        })
        .collect();
    said.extend(breaks(tracks).into_iter().map(|one| {
        let (before, after) = (one.before.to_string(), one.after.to_string());
        let [old, new] = one.sides();
        let key = match (one.is_of_edition(), keeps_names) {
            (false, _) => "chart-seen-borders",
            (true, true) => "chart-seen-families",
            (true, false) => "chart-seen-break",
        };
        catalog.with(
            key,
            &[
                ("before", (&before).into()),
                ("after", (&after).into()),
                ("old", (&old).into()),
                ("new", (&new).into()),
            ],
        )
    }));
    said.join(" ")
}
