//! How wide words are in the letters that pictures are drawn with, and where lines are cut.

use epaint_default_fonts::UBUNTU_LIGHT;
use skrifa::instance::{LocationRef, Size};
use skrifa::{FontRef, MetadataProvider as _};
use std::collections::BTreeMap;
use std::sync::LazyLock;

/// Of letters that the font does not have, in sizes of it.
const UNKNOWN: f32 = 0.6;
/// Between thousands and before `%`; the font has none, and half a space is drawn.
const NARROW: char = crate::format::NARROW;

/// Widths of letters, in sizes of the font.
static ADVANCES: LazyLock<BTreeMap<char, f32>> = LazyLock::new(advances);

fn advances() -> BTreeMap<char, f32> {
    let Ok(font) = FontRef::new(UBUNTU_LIGHT) else { return BTreeMap::new() };
    let (size, plain) = (Size::unscaled(), LocationRef::default());
    let em = f32::from(font.metrics(size, plain).units_per_em);
    let glyphs = font.glyph_metrics(size, plain);
    let all = font.charmap().mappings();
    let mut widths: BTreeMap<char, f32> = all
        .filter_map(|(code, glyph)| {
            Some((char::from_u32(code)?, glyphs.advance_width(glyph)? / em))
        })
        .collect();
    if let Some(space) = widths.get(&' ').copied() {
        widths.entry(NARROW).or_insert(space / 2.0);
    }
    widths
}

/// The width of a line of text, in the unit of `size`. Letters that are set closer in some pairs
/// are not: it is never less than what is drawn.
pub fn width(words: &str, size: f32) -> f32 {
    let of = |letter: char| ADVANCES.get(&letter).copied().unwrap_or(UNKNOWN);
    size * words.chars().map(of).sum::<f32>()
}

/// Lines no wider than `most`: cut at spaces that may be, within a word after `/` or `-` where the
/// word alone is too wide, and between letters where nothing else helps.
pub fn lines(words: &str, size: f32, most: f32) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in words.split(' ') {
        let fits = lines.last_mut().filter(|line| {
            !line.is_empty() && width(line, size) + width(" ", size) + width(word, size) <= most
        });
        if let Some(line) = fits {
            line.push(' ');
            line.push_str(word);
        } else {
            lines.extend(pieces(word, size, most));
        }
    }
    lines
}

/// A word alone, cut where it is too wide for a line.
fn pieces(word: &str, size: f32, most: f32) -> Vec<String> {
    if width(word, size) <= most {
        return vec![word.to_owned()];
    }
    let mut pieces: Vec<String> = Vec::new();
    let mut push = |piece: &str| match pieces.last_mut() {
        Some(last) if width(last, size) + width(piece, size) <= most => last.push_str(piece),
        _ => pieces.push(piece.to_owned()),
    };
    for part in word.split_inclusive(['/', '-']) {
        if width(part, size) <= most {
            push(part);
            continue;
        }
        for letter in part.chars() {
            push(letter.encode_utf8(&mut [0; 4]));
        }
    }
    pieces
}

/// The largest of some sizes at which a text takes at most so many lines, with its lines; the
/// smallest, whatever it takes, where none does.
pub fn fitted(words: &str, sizes: &[f32], most: f32, count: usize) -> (f32, Vec<String>) {
    let mut found = (0.0, Vec::new());
    for size in sizes {
        found = (*size, lines(words, *size, most));
        if found.1.len() <= count {
            break;
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_have_their_own_widths() {
        assert!((width("•", 1_000.0) - 360.0).abs() < 0.01);
        assert!(width("iiii", 12.0) < width("mmmm", 12.0) / 2.0);
        assert!(width("", 12.0).abs() < 1e-6);
        // As drawn: half a space.
        let narrow = width("58\u{202f}%", 10.0) - width("58%", 10.0);
        assert!((narrow - width(" ", 10.0) / 2.0).abs() < 1e-4);
    }

    #[test]
    fn lines_are_cut_where_they_may_be() {
        let check = |words: &str, most: f32, expect: &[&str]| {
            let found = lines(words, 10.0, most);
            assert_eq!(found, expect);
            assert!(found.iter().all(|line| width(line, 10.0) <= most), "{found:?}");
        };
        check("", 50.0, &[""]);
        check("Aides-soignants", 100.0, &["Aides-soignants"]);
        check("Aides-soignants et autres", 80.0, &["Aides-soignants", "et autres"]);
        // Never before what a no-break space ties.
        check("à 58\u{202f}% de\u{a0}: tout", 45.0, &["à 58\u{202f}%", "de\u{a0}: tout"]);
        check("Aides-soignants", 50.0, &["Aides-", "soignants"]);
        check("anticonstitutionnel", 50.0, &["anticonstit", "utionnel"]);
    }

    #[test]
    fn the_largest_size_that_fits() {
        let words = "Techniciens et agents de maîtrise des matériaux souples";
        let (size, two) = fitted(words, &[13.0, 11.0, 9.0], 150.0, 2);
        assert!((size - 9.0).abs() < 1e-6 && two.len() == 2);
        assert!((fitted(words, &[13.0, 11.0], 60.0, 2).0 - 11.0).abs() < 1e-6);
    }
}
