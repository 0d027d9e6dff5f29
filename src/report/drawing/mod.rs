//! What maps and charts are drawn with: letters and their widths, shapes, scales; SVG text, and
//! the same as points.
//!
//! The letters are of the family « sans-serif » alone, as wide as in the font that PNGs are drawn
//! with: a line that another font would make longer is drawn at that width.

mod letters;
mod page;
mod png;
mod scale;

pub use letters::{fitted, lines, width};
pub use page::{Anchor, Fill, Page, Pen, Shape, Stroke};
pub use png::{PictureError, Points, png, points};
pub use scale::Scale;

/// Red, green and blue.
pub type Colour = [u8; 3];

pub const INK: Colour = [0x1e, 0x1e, 0x1e];
/// Of what surrounds the matter: read on white, also in print.
pub const QUIET: Colour = [0x5f, 0x5f, 0x5f];
/// Of lines that guide the eye and say nothing.
pub const FAINT: Colour = [0xd4, 0xd4, 0xd4];
pub const WHITE: Colour = [0xff, 0xff, 0xff];

/// `#1E1E1E`.
pub fn hex([red, green, blue]: Colour) -> String {
    format!("#{red:02X}{green:02X}{blue:02X}")
}

/// Towards white: 0 is the colour, 1 is white.
pub fn lighter(colour: Colour, by: f32) -> Colour {
    colour.map(|part| {
        let part = f32::from(part);
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "0 to 255")]
        let lighter = (part + (255.0 - part) * by.clamp(0.0, 1.0)).round() as u8;
        lighter
    })
}

/// Text in the sense of XML.
pub fn xml(raw: &str) -> String {
    let mut out = String::with_capacity(raw.len());
    for letter in raw.chars() {
        match letter {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            // The letters of pictures have no such hyphen.
            '\u{2011}' => out.push('-'),
            // Not allowed in XML.
            letter if letter.is_control() || matches!(letter, '\u{fffe}' | '\u{ffff}') => {
                out.push(' ');
            }
            letter => out.push(letter),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn colours_fade_to_white() {
        assert_eq!(lighter([0, 100, 255], 0.0), [0, 100, 255]);
        assert_eq!(lighter([0, 100, 255], 1.0), WHITE);
        assert_eq!(lighter([0, 100, 255], 0.5), [128, 178, 255]);
        assert_eq!(hex(INK), "#1E1E1E");
    }

    #[test]
    fn texts_are_those_of_xml() {
        let check = |raw: &str, expect: &str| assert_eq!(xml(raw), expect);
        check("a & b < c", "a &amp; b &lt; c");
        check("« 58\u{202f}% »", "« 58\u{202f}% »");
        check("a\u{0}b\nc\u{ffff}", "a b c ");
    }
}
