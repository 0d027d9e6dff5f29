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

/// As files write it: six hexadecimal digits.
pub fn hex([red, green, blue]: [u8; 3]) -> String {
    format!("{red:02X}{green:02X}{blue:02X}")
}

/// The colour in a veil: a surface behind a text.
pub fn pale(colour: [u8; 3]) -> [u8; 3] {
    // Eleven parts of white for one of the colour.
    let mixed = |part: u8| u8::try_from((255 * 11 + u16::from(part)) / 12).unwrap_or(u8::MAX);
    colour.map(mixed)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::paper::Look;
    use crate::report::paper::look::contrast;

    #[test]
    fn every_text_is_read_on_its_surface() {
        for accent in [[0x1f, 0x4e, 0x79], [0xff, 0xff, 0x00], [0xff; 3], [0; 3], [0xe3, 0, 0x0b]] {
            let ink = Look { accent, ..Look::default() }.ink();
            assert!(contrast(INK, pale(ink)) >= 7.0, "{accent:?}");
            assert!(contrast(ink, pale(ink)) >= 3.0, "{accent:?}");
        }
        assert!(contrast(FAINT, [0xff; 3]) >= 4.5);
        assert!(contrast(QUIET, GREY) >= 4.5);
    }

    #[test]
    fn colours_as_files_write_them() {
        assert_eq!(hex([0x1f, 0x4e, 0x79]), "1F4E79");
        assert_eq!(hex(pale([0, 12, 255])), "E9EAFF");
    }
}
