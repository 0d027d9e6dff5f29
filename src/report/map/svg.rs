//! The picture as SVG text. It holds nothing but shapes, words and figures that are published.

use crate::format::percent;
use crate::geo::{Drawn, Inset};
use crate::report::document::shape;
use crate::report::drawing::{
    Anchor, Fill, INK, Page, Pen, QUIET, Stroke, WHITE, hex, lines, width, xml,
};
use crate::report::map::cells::mark;
use crate::report::map::{Picture, SHADES, Shade, Shading, tone};
use std::fmt::Write as _;

/// Margin around everything, in units of the page.
const MARGIN: f32 = 30.0;
/// Size of the letters of a name on the map.
const SIZE: f32 = 15.0;
/// That of a short name.
const MARK: f32 = 8.0;
/// Between shades: seen on the lightest and on the darkest.
const BORDER: &str = "#8C8C8C";
/// Shades from this tone on are dark: their names are white.
const DARK: usize = 3;

fn fill(shade: Shade, classes: usize) -> Fill {
    match shade {
        Shade::Class(class) => {
            Fill::Plain(SHADES.get(tone(class, classes)).copied().unwrap_or_default())
        }
        Shade::Masked => Fill::Pattern("masked"),
        Shade::Without => Fill::Pattern("without"),
    }
}

/// The whole picture.
pub fn svg(picture: &Picture<'_>) -> String {
    let shading = picture.shading();
    let [wide, high] = picture.atlas.size;
    let mut page = Page::new(wide + 2.0 * MARGIN);
    page.hatch("masked", QUIET);
    page.dots("without", QUIET);
    let pen = Pen::new("title", 27.0);
    let title = lines(&picture.title(), pen.size, wide);
    let below = page.lines([MARGIN, MARGIN + 18.0], &title, &pen);
    let pen = Pen::new("subtitle", 18.0).of(QUIET);
    page.text([MARGIN, below - 2.0], &picture.subtitle(), &pen);
    let top = below + 16.0;
    page.raw(&format!(r#"<g transform="translate({MARGIN} {top:.1})">"#));
    shapes(&mut page, picture, &shading);
    for inset in picture.atlas.frames.iter().skip(1) {
        frame(&mut page, picture, inset);
    }
    names(&mut page, picture, &shading);
    page.raw("</g>");
    bar(&mut page, picture, top + high + 30.0);
    let mut y = top + high + 34.0;
    for (shade, words) in &picture.legend(&shading) {
        let swatch = [MARGIN, y - 15.0, MARGIN + 28.0, y + 3.0];
        page.rect(swatch, fill(*shade, shading.classes.len()), Stroke::new(QUIET, 0.7));
        page.text([MARGIN + 38.0, y], words, &Pen::new("legend", 18.0));
        y += 27.0;
    }
    y += 8.0;
    let pen = Pen::new("note", 15.5).of(QUIET);
    for note in picture.notes(&shading) {
        y = page.lines([MARGIN, y], &lines(&note, pen.size, wide), &pen);
    }
    page.svg(y + MARGIN - 17.0, &picture.title(), &picture.summary(&shading))
}

/// `M x,y L … Z` of every ring.
fn path(drawn: &Drawn) -> String {
    let mut out = String::new();
    for polygon in &drawn.polygons {
        for ring in std::iter::once(&polygon.outline).chain(&polygon.holes) {
            for (place, [x, y]) in ring.iter().enumerate() {
                let _ = write!(out, "{}{x:.1},{y:.1}", if place == 0 { "M" } else { " " });
            }
            out.push('Z');
        }
    }
    out
}

fn shapes(page: &mut Page, picture: &Picture<'_>, shading: &Shading) {
    let mut out = format!(
        r#"<g stroke="{BORDER}" stroke-width="0.7" stroke-linejoin="round" fill-rule="evenodd">"#
    );
    for (place, (drawn, shade)) in picture.atlas.shapes.iter().zip(&shading.shades).enumerate() {
        let _ = write!(
            out,
            r#"<path fill="{}" d="{}"><title>{}</title></path>"#,
            fill(*shade, shading.classes.len()),
            path(drawn),
            xml(&format!("{} {}", picture.name(place), picture.told(shading, place)))
        );
    }
    let marked = picture.atlas.shapes.iter().find(|drawn| Some(drawn.territory) == picture.marked);
    if let Some(drawn) = marked {
        let _ = write!(
            out,
            r#"<path fill="none" stroke="{}" stroke-width="3" d="{}"/>"#,
            hex(INK),
            path(drawn)
        );
    }
    out.push_str("</g>");
    page.raw(&out);
}

fn frame(page: &mut Page, picture: &Picture<'_>, inset: &Inset) {
    page.rect(inset.rect, Fill::None, Stroke::new(QUIET, 0.7));
    let [left, _, _, bottom] = inset.rect;
    let name = picture.catalog.text(&format!("frame-{}", inset.frame.id()));
    page.text([left + 4.0, bottom - 5.0], &name, &Pen::new("frame", 15.0).of(QUIET));
}

/// Whether lines of text around the anchor stay inside the shape.
fn fits(drawn: &Drawn, words: &[&str], size: f32) -> bool {
    let wide = words.iter().map(|line| width(line, size)).fold(0.0, f32::max);
    let half = wide / 2.0;
    let [x, y] = drawn.anchor;
    let more = u16::try_from(words.len().saturating_sub(2)).map_or(0.0, f32::from) * size * 1.2;
    let (above, below) =
        if words.len() > 1 { (size, size * 1.2 + more) } else { (size * 0.5, size * 0.5) };
    let corners = [(-half, -above), (half, -above), (-half, below), (half, below)];
    !words.is_empty() && corners.iter().all(|(dx, dy)| drawn.contains([x + dx, y + dy]))
}

/// A name of several words on two lines of about one length.
fn halves(name: &str) -> Vec<String> {
    let cuts = name.match_indices([' ', '-']).map(|(at, sign)| at + sign.len());
    let middle = name.len() / 2;
    let Some(at) = cuts.min_by_key(|at| at.abs_diff(middle)) else { return vec![name.to_owned()] };
    let (first, second) = name.split_at(at);
    vec![first.trim_end().to_owned(), second.to_owned()]
}

/// Names and values where there is room for them.
fn names(page: &mut Page, picture: &Picture<'_>, shading: &Shading) {
    let (unit, language) = (picture.mapped.indicator.unit, picture.catalog.language());
    for (place, drawn) in picture.atlas.shapes.iter().enumerate() {
        let name = picture.name(place);
        let value = shading.figures.get(place).copied().flatten().and_then(|figure| figure.point());
        let value = value.map(|value| {
            if unit.is_share() { percent(value, 0, language) } else { shape(value, unit, language) }
        });
        // A name on two lines, or in smaller letters, rather than a value alone.
        let halves = halves(&name);
        let both: Vec<&str> = std::iter::once(name.as_str()).chain(value.as_deref()).collect();
        let folded: Vec<&str> = halves.iter().map(String::as_str).chain(value.as_deref()).collect();
        let alone: Vec<&str> = value.as_deref().into_iter().collect();
        let tried = [
            (&both, SIZE),
            (&folded, SIZE),
            (&both, SIZE * 0.8),
            (&folded, SIZE * 0.8),
            (&both, SIZE * 0.65),
            (&folded, SIZE * 0.65),
            (&alone, SIZE),
        ];
        let fitting = tried.into_iter().find(|(words, size)| fits(drawn, words, *size));
        let Some((words, size)) = fitting else { continue };
        let pen = Pen::new("name", size).at(Anchor::Middle);
        let [x, y] = drawn.anchor;
        let mut line = y + if words.len() > 1 { -2.0 } else { 4.0 };
        let classes = shading.classes.len();
        let ink = match shading.shades.get(place) {
            Some(Shade::Class(class)) if tone(*class, classes) >= DARK => WHITE,
            _ => INK,
        };
        for words in words {
            page.text([x, line], words, &pen.of(ink));
            line += size * 1.2;
        }
        if picture.is_cited
            && let Some(mark) = mark(picture, place)
        {
            let pen = Pen::new("mark", MARK).at(Anchor::Middle).of(ink);
            page.text([x, line - SIZE * 0.4], &mark.to_string(), &pen);
        }
    }
}

/// A bar of a round number of kilometres, of the main frame.
fn bar(page: &mut Page, picture: &Picture<'_>, y: f32) {
    let Some(main) = picture.atlas.frames.first() else { return };
    let lengths = (0..6).flat_map(|power| [1.0, 2.0, 5.0].map(|step| step * 10_f64.powi(power)));
    let mut fitting = lengths.filter(|kilometres| kilometres * 1_000.0 / main.metres <= 160.0);
    let Some(kilometres) = fitting.next_back() else { return };
    #[expect(clippy::cast_possible_truncation, reason = "a length on a page")]
    let length = (kilometres * 1_000.0 / main.metres) as f32;
    let right = page.width() - MARGIN;
    let left = right - length;
    let points = [[left, y - 6.0], [left, y], [right, y], [right, y - 6.0]];
    page.path(&points, false, Fill::None, Stroke::new(INK, 1.2));
    let shown = crate::format::integer(kilometres, picture.catalog.language());
    let words = picture.catalog.with("map-kilometres", &[("length", (&shown).into())]);
    page.text([right, y + 18.0], &words, &Pen::new("scale", 15.5).at(Anchor::End));
}
