//! How a paper is dressed by the user, and its colour made dark enough to be read.

/// Least contrast of a text on white: WCAG 2.1, criterion 1.4.3.
const CONTRAST: f32 = 4.5;

/// How a paper is dressed, by the user.
#[derive(Clone, Debug, PartialEq)]
pub struct Look {
    /// Headings, rules, bars and charts: red, green, blue, as the user chose it.
    pub accent: [u8; 3],
    /// Who publishes; in the header of each page.
    pub organisation: String,
    /// A PNG of at most a few hundred kilobytes, and what it shows.
    pub logo: Option<(Vec<u8>, String)>,
}

impl Default for Look {
    fn default() -> Self {
        Self { accent: [0x1f, 0x4e, 0x79], organisation: String::new(), logo: None }
    }
}

impl Look {
    /// The user's colour, darkened until a text in it is read on white: the same in the Word
    /// document, the PDF and the charts of both.
    pub fn ink(&self) -> [u8; 3] {
        let mut ink = self.accent;
        while contrast(ink, [0xff; 3]) < CONTRAST {
            ink = ink.map(|part| part.saturating_sub(part / 16 + 1));
        }
        ink
    }
}

/// Contrast of two colours in the sense of WCAG 2.1, 1–21.
pub fn contrast(one: [u8; 3], other: [u8; 3]) -> f32 {
    let (one, other) = (luminance(one) + 0.05, luminance(other) + 0.05);
    one.max(other) / one.min(other)
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

    fn ink(accent: [u8; 3]) -> [u8; 3] {
        Look { accent, ..Look::default() }.ink()
    }

    #[test]
    fn every_colour_becomes_one_that_is_read() {
        for accent in [[0xff, 0xe0, 0x40], [0xff, 0xff, 0], [0xff; 3], [0; 3], [0xe3, 0, 0x0b]] {
            assert!(contrast(ink(accent), [0xff; 3]) >= 4.5, "{accent:?}");
        }
        let pale = ink([0xff, 0xe0, 0x40]);
        assert!(pale[0] > pale[2] && pale[0] < 0xff, "{pale:?} is still a yellow");
    }

    #[test]
    fn a_dark_colour_is_left_as_it_is() {
        assert_eq!(ink([0x1f, 0x4e, 0x79]), [0x1f, 0x4e, 0x79]);
    }

    #[test]
    fn contrasts_of_the_guidelines() {
        assert!((contrast([0; 3], [0xff; 3]) - 21.0).abs() < 1e-4);
        assert!((contrast([0xff; 3], [0xff; 3]) - 1.0).abs() < 1e-6);
        // #767676 is the lightest grey that passes.
        assert!(contrast([0x76; 3], [0xff; 3]) >= 4.5);
        assert!(contrast([0x77; 3], [0xff; 3]) < 4.5);
    }
}
