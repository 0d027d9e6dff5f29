//! Colours of a paper, made of the one that the user chose: read on screen, in print and in grey.

/// Text.
pub const INK: [u8; 3] = [0x1e, 0x1e, 0x1e];
/// What surrounds the text: notes, header, footer.
pub const QUIET: [u8; 3] = [0x59, 0x59, 0x59];
/// Names of figures: read by those who look for them.
pub const FAINT: [u8; 3] = [0x6b, 0x6b, 0x6b];
/// Rules between rows.
pub const RULE: [u8; 3] = [0xc4, 0xc4, 0xc4];
/// Behind what cannot be said.
pub const GREY: [u8; 3] = [0xf2, 0xf2, 0xf2];

/// Least contrast of a text on white: WCAG 2.1, criterion 1.4.3.
const CONTRAST: f32 = 4.5;

/// As files write it: six hexadecimal digits.
pub fn hex([red, green, blue]: [u8; 3]) -> String {
    format!("{red:02X}{green:02X}{blue:02X}")
}

/// The colour itself, darkened until a text in it is read on white.
pub fn dark(colour: [u8; 3]) -> [u8; 3] {
    let mut dark = colour;
    while 1.05 / (luminance(dark) + 0.05) < CONTRAST {
        dark = dark.map(|part| part.saturating_sub(part / 16 + 1));
    }
    dark
}

/// The colour in a veil: a surface behind a text.
pub fn pale(colour: [u8; 3]) -> [u8; 3] {
    // Eleven parts of white for one of the colour.
    let mixed = |part: u8| u8::try_from((255 * 11 + u16::from(part)) / 12).unwrap_or(u8::MAX);
    colour.map(mixed)
}

/// Relative luminance in the sense of WCAG 2.1, 0–1.
fn luminance(colour: [u8; 3]) -> f32 {
    let [red, green, blue] = colour.map(|part| {
        let part = f32::from(part) / 255.0;
        if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
    });
    0.2126 * red + 0.7152 * green + 0.0722 * blue
}

#[cfg(test)]
mod tests {
    use super::*;

    fn contrast(one: [u8; 3], other: [u8; 3]) -> f32 {
        let (one, other) = (luminance(one) + 0.05, luminance(other) + 0.05);
        one.max(other) / one.min(other)
    }

    #[test]
    fn every_text_is_read_on_its_surface() {
        for accent in [[0x1f, 0x4e, 0x79], [0xff, 0xff, 0x00], [0xff; 3], [0; 3], [0xe3, 0, 0x0b]] {
            let ink = dark(accent);
            assert!(contrast(ink, [0xff; 3]) >= 4.5, "{accent:?} {ink:?}");
            assert!(contrast(INK, pale(ink)) >= 7.0, "{accent:?}");
            assert!(contrast(ink, pale(ink)) >= 3.0, "{accent:?}");
        }
        assert!(contrast(FAINT, [0xff; 3]) >= 4.5);
        assert!(contrast(QUIET, GREY) >= 4.5);
    }

    #[test]
    fn a_dark_colour_is_left_as_it_is() {
        assert_eq!(hex(dark([0x1f, 0x4e, 0x79])), "1F4E79");
        assert_eq!(hex(pale([0, 12, 255])), "E9EAFF");
    }
}
