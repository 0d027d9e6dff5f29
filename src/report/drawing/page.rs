//! A page that is drawn on from top to bottom, as SVG text.

use crate::report::citation::FigureId;
use crate::report::drawing::{Colour, INK, WHITE, hex, width, xml};
use std::fmt::{self, Write as _};

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Anchor {
    #[default]
    Start,
    Middle,
    End,
}

/// How a line of text is written.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Pen {
    /// What the words are, for whoever reads the picture as text: `title`, `figure`, `scale`…
    pub class: &'static str,
    pub size: f32,
    pub colour: Colour,
    pub anchor: Anchor,
    pub heavy: bool,
    /// The figure that the words are, named in the picture.
    pub figure: Option<FigureId>,
}

impl Pen {
    pub const fn new(class: &'static str, size: f32) -> Self {
        Self { class, size, colour: INK, anchor: Anchor::Start, heavy: false, figure: None }
    }

    #[must_use]
    pub const fn of(self, colour: Colour) -> Self {
        Self { colour, ..self }
    }

    #[must_use]
    pub const fn at(self, anchor: Anchor) -> Self {
        Self { anchor, ..self }
    }

    #[must_use]
    pub const fn heavy(self, heavy: bool) -> Self {
        Self { heavy, ..self }
    }

    #[must_use]
    pub const fn says(self, figure: FigureId) -> Self {
        Self { figure: Some(figure), ..self }
    }

    /// Between two lines.
    pub fn leading(&self) -> f32 {
        (self.size * 1.28).round()
    }

    /// What a line of text takes: left, top, right, bottom.
    pub fn space(&self, [x, y]: [f32; 2], words: &str) -> [f32; 4] {
        let wide = width(words, self.size);
        let left = match self.anchor {
            Anchor::Start => x,
            Anchor::Middle => x - wide / 2.0,
            Anchor::End => x - wide,
        };
        [left, y - 0.76 * self.size, left + wide, y + 0.22 * self.size]
    }
}

/// What a surface is filled with.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Fill {
    None,
    Plain(Colour),
    /// A pattern of the page, by its name.
    Pattern(&'static str),
}

impl fmt::Display for Fill {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::None => f.write_str("none"),
            Self::Plain(colour) => f.write_str(&hex(*colour)),
            Self::Pattern(name) => write!(f, "url(#{name})"),
        }
    }
}

/// How a line is drawn; of no width: not at all.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Stroke {
    pub colour: Colour,
    pub width: f32,
    /// Lengths of dashes and gaps; empty for a line without gaps.
    pub dashes: &'static str,
}

impl Stroke {
    pub const NONE: Self = Self::new(WHITE, 0.0);

    pub const fn new(colour: Colour, width: f32) -> Self {
        Self { colour, width, dashes: "" }
    }

    #[must_use]
    pub const fn dashed(self, dashes: &'static str) -> Self {
        Self { dashes, ..self }
    }

    fn text(self) -> String {
        if self.width <= 0.0 {
            return String::new();
        }
        let mut out = format!(r#" stroke="{}" stroke-width="{}""#, hex(self.colour), self.width);
        if !self.dashes.is_empty() {
            let _ = write!(out, r#" stroke-dasharray="{}""#, self.dashes);
        }
        out
    }
}

/// Marks that are told apart without their colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    Disc,
    Ring,
    Square,
    Frame,
    Diamond,
    Lozenge,
    Triangle,
    Cross,
}

/// A page of a width, drawn in any order.
#[derive(Clone, Debug, Default)]
pub struct Page {
    width: f32,
    patterns: String,
    drawn: String,
}

impl Page {
    pub fn new(width: f32) -> Self {
        Self { width, ..Self::default() }
    }

    pub const fn width(&self) -> f32 {
        self.width
    }

    /// Slanted lines of a colour on white.
    pub fn hatch(&mut self, name: &str, colour: Colour) {
        let _ = write!(
            self.patterns,
            r##"<pattern id="{name}" width="6" height="6" patternUnits="userSpaceOnUse"><rect width="6" height="6" fill="#FFFFFF"/><path d="M-1,7 L7,-1 M-1,1 L1,-1 M5,7 L7,5" stroke="{}" stroke-width="1.2"/></pattern>"##,
            hex(colour)
        );
    }

    /// Dots of a colour on white.
    pub fn dots(&mut self, name: &str, colour: Colour) {
        let _ = write!(
            self.patterns,
            r##"<pattern id="{name}" width="8" height="8" patternUnits="userSpaceOnUse"><rect width="8" height="8" fill="#FFFFFF"/><circle cx="4" cy="4" r="0.9" fill="{}"/></pattern>"##,
            hex(colour)
        );
    }

    /// One line of text, at its base; what it takes.
    pub fn text(&mut self, [x, y]: [f32; 2], words: &str, pen: &Pen) -> [f32; 4] {
        let space = pen.space([x, y], words);
        if words.is_empty() {
            return space;
        }
        let Pen { class, size, colour, anchor, heavy, figure } = *pen;
        let _ = write!(
            self.drawn,
            r#"<text class="{class}" x="{x:.1}" y="{y:.1}" font-size="{size}" textLength="{:.1}""#,
            space[2] - space[0]
        );
        if colour != INK {
            let _ = write!(self.drawn, r#" fill="{}""#, hex(colour));
        }
        match anchor {
            Anchor::Start => {}
            Anchor::Middle => self.drawn.push_str(r#" text-anchor="middle""#),
            Anchor::End => self.drawn.push_str(r#" text-anchor="end""#),
        }
        if heavy {
            // The letters of pictures come in one weight: their outline makes them heavier.
            let ink = hex(colour);
            let _ = write!(self.drawn, r#" font-weight="bold" stroke="{ink}" stroke-width="0.45""#);
        }
        if let Some(figure) = figure {
            let _ = write!(self.drawn, r#" data-figure="{figure}""#);
        }
        let _ = write!(self.drawn, ">{}</text>", xml(words));
        space
    }

    /// Lines of text from the base of the first; the base that a further one would have.
    pub fn lines(&mut self, [x, mut y]: [f32; 2], lines: &[String], pen: &Pen) -> f32 {
        for line in lines {
            self.text([x, y], line, pen);
            y += pen.leading();
        }
        y
    }

    pub fn line(&mut self, [x0, y0]: [f32; 2], [x1, y1]: [f32; 2], stroke: Stroke) {
        let _ = write!(
            self.drawn,
            r#"<path d="M{x0:.1},{y0:.1} L{x1:.1},{y1:.1}" fill="none"{}/>"#,
            stroke.text()
        );
    }

    /// Points joined in their order.
    pub fn path(&mut self, points: &[[f32; 2]], closed: bool, fill: Fill, stroke: Stroke) {
        let mut way = String::new();
        for (place, [x, y]) in points.iter().enumerate() {
            let _ = write!(way, "{}{x:.1},{y:.1}", if place == 0 { "M" } else { " L" });
        }
        let end = if closed { "Z" } else { "" };
        let _ = write!(
            self.drawn,
            r#"<path d="{way}{end}" fill="{}" stroke-linejoin="round"{}/>"#,
            fill,
            stroke.text()
        );
    }

    /// Left, top, right, bottom.
    pub fn rect(&mut self, [left, top, right, bottom]: [f32; 4], fill: Fill, stroke: Stroke) {
        let _ = write!(
            self.drawn,
            r#"<rect x="{left:.1}" y="{top:.1}" width="{:.1}" height="{:.1}" fill="{}"{}/>"#,
            (right - left).max(0.0),
            (bottom - top).max(0.0),
            fill,
            stroke.text()
        );
    }

    /// A mark around a place, on a white edge, so that it is seen on a line.
    pub fn mark(&mut self, [x, y]: [f32; 2], shape: Shape, radius: f32, colour: Colour) {
        let r = radius;
        let edge = Stroke::new(WHITE, 1.0);
        let hollow = Stroke::new(colour, 1.6);
        let diamond = [[x, y - 1.25 * r], [x + 1.25 * r, y], [x, y + 1.25 * r], [x - 1.25 * r, y]];
        let square = [[x - r, y - r], [x + r, y - r], [x + r, y + r], [x - r, y + r]];
        let (plain, white) = (Fill::Plain(colour), Fill::Plain(WHITE));
        let mut disc = |fill: Fill, stroke: Stroke, r: f32| {
            let _ = write!(
                self.drawn,
                r#"<circle cx="{x:.1}" cy="{y:.1}" r="{r:.1}" fill="{}"{}/>"#,
                fill,
                stroke.text()
            );
        };
        match shape {
            Shape::Disc => disc(plain, edge, r + 0.5),
            Shape::Ring => disc(white, hollow, r - 0.3),
            Shape::Square => self.path(&square, true, plain, edge),
            Shape::Frame => self.path(&square, true, white, hollow),
            Shape::Diamond => self.path(&diamond, true, plain, edge),
            Shape::Lozenge => self.path(&diamond, true, white, hollow),
            Shape::Triangle => {
                let points = [[x, y - 1.2 * r], [x + 1.15 * r, y + r], [x - 1.15 * r, y + r]];
                self.path(&points, true, plain, edge);
            }
            Shape::Cross => {
                let stroke = Stroke::new(colour, 1.5);
                let r = 0.8 * r;
                self.line([x - r, y - r], [x + r, y + r], stroke);
                self.line([x - r, y + r], [x + r, y - r], stroke);
            }
        }
    }

    /// Shapes in words of SVG.
    pub fn raw(&mut self, shapes: &str) {
        self.drawn.push_str(shapes);
    }

    /// The whole picture, with its title and what it shows in words.
    pub fn svg(&self, height: f32, title: &str, description: &str) -> String {
        let Self { width, patterns, drawn } = self;
        format!(
            r##"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:.1} {height:.1}" width="{width:.1}" height="{height:.1}" role="img" font-family="sans-serif" fill="{}"><title>{}</title><desc>{}</desc><defs>{patterns}</defs><rect width="100%" height="100%" fill="#FFFFFF"/>{drawn}</svg>
"##,
            hex(INK),
            xml(title),
            xml(description)
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::drawing::png::tree;

    fn boxes(node: &resvg::usvg::Group, found: &mut Vec<[f32; 4]>) {
        for child in node.children() {
            match child {
                resvg::usvg::Node::Group(group) => boxes(group, found),
                resvg::usvg::Node::Text(text) => {
                    let rect = text.abs_bounding_box();
                    found.push([rect.left(), rect.top(), rect.right(), rect.bottom()]);
                }
                _ => {}
            }
        }
    }

    /// What a page says that words take is what they take once drawn.
    #[test]
    fn words_take_the_space_that_is_told() {
        let check = |words: &str, pen: Pen| {
            let mut page = Page::new(600.0);
            let told = page.text([300.0, 50.0], words, &pen);
            let svg = page.svg(100.0, "", "");
            let mut found = Vec::new();
            boxes(tree(&svg).unwrap().root(), &mut found);
            let [drawn] = found.as_slice() else { panic!("{svg}") };
            assert!((drawn[0] - told[0]).abs() < 1.5, "{words}: {drawn:?} {told:?}");
            assert!((drawn[2] - told[2]).abs() < 1.5, "{words}: {drawn:?} {told:?}");
        };
        let pen = Pen::new("label", 14.0);
        check("Aides à domicile et aides ménagères", pen);
        check("58\u{202f}% (41–73\u{202f}%)", pen.at(Anchor::End));
        check("Œuvre d’été\u{a0}: 1\u{202f}234 €", pen.at(Anchor::Middle).heavy(true));
        check("AVATAR WAVE Tél.", pen);
    }

    #[test]
    fn a_picture_is_well_formed() {
        let mut page = Page::new(200.0);
        page.hatch("hatched", INK);
        page.dots("dotted", INK);
        page.text([10.0, 20.0], "a < b & \"c\"", &Pen::new("label", 12.0));
        page.rect([1.0, 2.0, 3.0, 4.0], Fill::Pattern("hatched"), Stroke::NONE);
        for (place, shape) in [
            Shape::Disc,
            Shape::Ring,
            Shape::Square,
            Shape::Frame,
            Shape::Diamond,
            Shape::Lozenge,
            Shape::Triangle,
            Shape::Cross,
        ]
        .into_iter()
        .enumerate()
        {
            let place = f32::from(u8::try_from(place).unwrap());
            page.mark([10.0 + 12.0 * place, 50.0], shape, 4.0, INK);
        }
        let svg = page.svg(100.0, "a & b", "c < d");
        let tree = tree(&svg).unwrap();
        assert_eq!((tree.size().width(), tree.size().height()), (200.0, 100.0));
        // Seven marks of one shape, the cross of two; one in each pattern.
        let shapes = svg.matches("<path").count() + svg.matches("<circle").count();
        assert_eq!(shapes, 7 + 2 + 2);
    }
}
