//! The picture as SVG text. It holds nothing but shapes, words and figures that are published.

use crate::format::percent;
use crate::geo::{Drawn, Inset};
use crate::report::document::shape;
use crate::report::map::{Picture, SHADES, Shade, Shading, tone};
use std::fmt::Write as _;

/// Margin around everything, in units of the page.
const MARGIN: f32 = 30.0;
/// Letters of a line of text under the map, at most.
const LINE: usize = 150;
/// Mean width of a letter, in sizes of it.
const LETTER: f32 = 0.52;
/// Size of the letters of a name on the map.
const SIZE: f32 = 12.0;
const INK: &str = "#1E1E1E";
const QUIET: &str = "#6A6A6A";
/// Between shades: seen on the lightest and on the darkest.
const BORDER: &str = "#8C8C8C";
/// Shades from this tone on are dark: their names are white.
const DARK: usize = 3;

/// Text in the sense of XML.
fn text(raw: &str) -> String {
    let mut out = String::with_capacity(raw.len());
    for letter in raw.chars() {
        match letter {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            // Not allowed in XML.
            letter if letter.is_control() => out.push(' '),
            letter => out.push(letter),
        }
    }
    out
}

/// Lines of at most so many letters, cut at spaces that may be.
fn lines(raw: &str, most: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in raw.split(' ') {
        match lines.last_mut() {
            Some(line) if line.chars().count() + word.chars().count() < most => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines
}

fn fill(shade: Shade, classes: usize) -> String {
    match shade {
        Shade::Class(class) => {
            let [red, green, blue] = SHADES.get(tone(class, classes)).copied().unwrap_or_default();
            format!("#{red:02X}{green:02X}{blue:02X}")
        }
        Shade::Masked => "url(#masked)".to_owned(),
        Shade::Without => "url(#without)".to_owned(),
    }
}

/// The whole picture.
pub fn svg(picture: &Picture<'_>) -> String {
    let shading = picture.shading();
    let legend = picture.legend(&shading);
    let [width, height] = picture.atlas.size;
    let title = lines(&picture.title(), 78);
    let top = MARGIN + 30.0 * f32::from(u8::try_from(title.len()).unwrap_or(9)) + 34.0;
    let mut out = String::new();
    let mut y = top + height + 34.0;
    let mut below = String::new();
    for (shade, words) in &legend {
        let _ = write!(
            below,
            r#"<rect x="{MARGIN}" y="{:.1}" width="26" height="16" fill="{}" stroke="{QUIET}" stroke-width="0.7"/><text x="{:.1}" y="{:.1}" font-size="15">{}</text>"#,
            y - 13.0,
            fill(*shade, shading.classes.len()),
            MARGIN + 36.0,
            y,
            text(words)
        );
        y += 24.0;
    }
    bar(&mut below, picture, top + height + 30.0);
    y += 8.0;
    for note in picture.notes() {
        for line in lines(&note, LINE) {
            let _ = write!(
                below,
                r#"<text x="{MARGIN}" y="{y:.1}" font-size="12.5" fill="{QUIET}">{}</text>"#,
                text(&line)
            );
            y += 17.0;
        }
    }
    let (page_width, page_height) = (width + 2.0 * MARGIN, y + MARGIN - 17.0);
    let _ = write!(
        out,
        r#"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {page_width:.1} {page_height:.1}" width="{page_width:.1}" height="{page_height:.1}" role="img" font-family="Ubuntu, 'DejaVu Sans', Arial, sans-serif" fill="{INK}">"#
    );
    let _ = write!(
        out,
        r##"<title>{}</title><desc>{}</desc><defs><pattern id="masked" width="7" height="7" patternUnits="userSpaceOnUse"><rect width="7" height="7" fill="#FFFFFF"/><path d="M-1,8 L8,-1 M-1,1 L1,-1 M6,8 L8,6" stroke="{QUIET}" stroke-width="1.3"/></pattern><pattern id="without" width="8" height="8" patternUnits="userSpaceOnUse"><rect width="8" height="8" fill="#FFFFFF"/><circle cx="4" cy="4" r="0.9" fill="{QUIET}"/></pattern></defs><rect width="100%" height="100%" fill="#FFFFFF"/>"##,
        text(&picture.title()),
        text(&picture.summary(&shading))
    );
    let mut line = MARGIN + 18.0;
    for words in &title {
        let _ = write!(
            out,
            r#"<text x="{MARGIN}" y="{line:.1}" font-size="25">{}</text>"#,
            text(words)
        );
        line += 30.0;
    }
    let _ = write!(
        out,
        r#"<text x="{MARGIN}" y="{:.1}" font-size="16" fill="{QUIET}">{}</text>"#,
        line - 2.0,
        text(&picture.subtitle())
    );
    let _ = write!(out, r#"<g transform="translate({MARGIN} {top:.1})">"#);
    shapes(&mut out, picture, &shading);
    for inset in picture.atlas.frames.iter().skip(1) {
        frame(&mut out, picture, inset);
    }
    names(&mut out, picture, &shading);
    out.push_str("</g>");
    out.push_str(&below);
    out.push_str("</svg>\n");
    out
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

fn shapes(out: &mut String, picture: &Picture<'_>, shading: &Shading) {
    let _ = write!(
        out,
        r#"<g stroke="{BORDER}" stroke-width="0.7" stroke-linejoin="round" fill-rule="evenodd">"#
    );
    for (place, (drawn, shade)) in picture.atlas.shapes.iter().zip(&shading.shades).enumerate() {
        let _ = write!(
            out,
            r#"<path fill="{}" d="{}"><title>{}</title></path>"#,
            fill(*shade, shading.classes.len()),
            path(drawn),
            text(&format!("{} {}", picture.name(place), picture.told(shading, place)))
        );
    }
    let marked = picture.atlas.shapes.iter().find(|drawn| Some(drawn.territory) == picture.marked);
    if let Some(drawn) = marked {
        let _ = write!(
            out,
            r#"<path fill="none" stroke="{INK}" stroke-width="3" d="{}"/>"#,
            path(drawn)
        );
    }
    out.push_str("</g>");
}

fn frame(out: &mut String, picture: &Picture<'_>, inset: &Inset) {
    let [left, top, right, bottom] = inset.rect;
    let _ = write!(
        out,
        r#"<rect x="{left:.1}" y="{top:.1}" width="{:.1}" height="{:.1}" fill="none" stroke="{QUIET}" stroke-width="0.7"/><text x="{:.1}" y="{:.1}" font-size="12" fill="{QUIET}">{}</text>"#,
        right - left,
        bottom - top,
        left + 4.0,
        bottom - 5.0,
        text(&picture.catalog.text(&format!("frame-{}", inset.frame.id())))
    );
}

/// Whether lines of text around the anchor stay inside the shape.
fn fits(drawn: &Drawn, words: &[&str]) -> bool {
    let letters = words.iter().map(|line| line.chars().count()).max().unwrap_or(0);
    let half = f32::from(u16::try_from(letters).unwrap_or(u16::MAX)) * LETTER * SIZE / 2.0;
    let [x, y] = drawn.anchor;
    let (above, below) = if words.len() > 1 { (12.0, 14.0) } else { (6.0, 6.0) };
    let corners = [(-half, -above), (half, -above), (-half, below), (half, below)];
    !words.is_empty() && corners.iter().all(|(dx, dy)| drawn.contains([x + dx, y + dy]))
}

/// Names and values where there is room for them.
fn names(out: &mut String, picture: &Picture<'_>, shading: &Shading) {
    let (unit, language) = (picture.mapped.indicator.unit, picture.catalog.language());
    out.push_str(r#"<g text-anchor="middle">"#);
    for (place, drawn) in picture.atlas.shapes.iter().enumerate() {
        let name = picture.name(place);
        let value = shading.figures.get(place).copied().flatten().and_then(|figure| figure.point());
        let value = value.map(|value| {
            if unit.is_share() { percent(value, 0, language) } else { shape(value, unit, language) }
        });
        let both: Vec<&str> = std::iter::once(name.as_str()).chain(value.as_deref()).collect();
        let alone: Vec<&str> = value.as_deref().into_iter().collect();
        let fitting = [both, alone].into_iter().find(|words| fits(drawn, words));
        let Some(words) = fitting else { continue };
        let [x, y] = drawn.anchor;
        let mut line = y + if words.len() > 1 { -2.0 } else { 4.0 };
        let classes = shading.classes.len();
        let ink = match shading.shades.get(place) {
            Some(Shade::Class(class)) if tone(*class, classes) >= DARK => "#FFFFFF",
            _ => INK,
        };
        for words in words {
            let _ = write!(
                out,
                r#"<text x="{x:.1}" y="{line:.1}" font-size="{SIZE}" fill="{ink}">{}</text>"#,
                text(words)
            );
            line += 14.0;
        }
    }
    out.push_str("</g>");
}

/// A bar of a round number of kilometres, of the main frame.
fn bar(out: &mut String, picture: &Picture<'_>, y: f32) {
    let Some(main) = picture.atlas.frames.first() else { return };
    let lengths = (0..6).flat_map(|power| [1.0, 2.0, 5.0].map(|step| step * 10_f64.powi(power)));
    let mut fitting = lengths.filter(|kilometres| kilometres * 1_000.0 / main.metres <= 160.0);
    let Some(kilometres) = fitting.next_back() else { return };
    let length = kilometres * 1_000.0 / main.metres;
    let right = f64::from(picture.atlas.size[0] + MARGIN);
    let shown = crate::format::integer(kilometres, picture.catalog.language());
    let _ = write!(
        out,
        r#"<path d="M{:.1},{:.1} v6 h{length:.1} v-6" fill="none" stroke="{INK}" stroke-width="1.2"/><text x="{right:.1}" y="{:.1}" font-size="12.5" text-anchor="end">{}</text>"#,
        right - length,
        y - 6.0,
        y + 16.0,
        text(&picture.catalog.with("map-kilometres", &[("length", (&shown).into())]))
    );
}
