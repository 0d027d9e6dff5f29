//! The letters of the file: Source Sans 3, and what becomes of a letter it does not have.

use std::collections::BTreeSet;
use std::sync::LazyLock;
use typst::foundations::Bytes;
use typst::layout::Abs;
use typst::text::{Font, FontInstance, FontVariant, FontVariations, is_default_ignorable};
use unicode_normalization::UnicodeNormalization as _;

/// Regular and semibold: figures of one width, every sign of French typography.
pub static FONTS: LazyLock<Vec<Font>> = LazyLock::new(|| {
    let files: [&'static [u8]; 2] = [
        include_bytes!("../../../assets/fonts/SourceSans3-Regular.otf"),
        include_bytes!("../../../assets/fonts/SourceSans3-Semibold.otf"),
    ];
    files.into_iter().flat_map(|file| Font::iter(Bytes::new(file))).collect()
});

/// The wider of the two, to measure with.
static WIDEST: LazyLock<Option<FontInstance>> = LazyLock::new(|| {
    let font = FONTS.last()?.clone();
    Some(font.instantiate(FontVariant::default(), Abs::pt(10.0), &FontVariations::default()))
});

/// Stands for a letter that there is none of.
const LOST: char = '□';
/// Where a line may be cut, unseen.
const CUT: char = '\u{200b}';
const SOFT_HYPHEN: char = '\u{ad}';
/// A word of more letters than this is cut somewhere: no French word is as long, nor are two
/// that a no-break space joins.
const LONGEST: usize = 34;
/// Names of more letters than this are cut after each `_`.
const NAMES: usize = 15;
/// Letters between two cuts of such a word.
const STEP: usize = 12;

fn printed(letter: char) -> bool {
    let private = matches!(letter, '\u{e000}'..='\u{f8ff}' | '\u{f0000}'..);
    !private && FONTS.iter().all(|font| font.info().coverage.contains(u32::from(letter)))
}

/// What a letter becomes; `None` where it is not seen anyway.
fn become_of(letter: char, lost: &mut BTreeSet<char>) -> Option<char> {
    match letter {
        SOFT_HYPHEN | CUT => Some(letter),
        letter if letter.is_control() || matches!(letter, '\u{2028}' | '\u{2029}') => Some(' '),
        letter if is_default_ignorable(letter) => None,
        letter if printed(letter) => Some(letter),
        letter => {
            lost.insert(letter);
            Some(LOST)
        }
    }
}

/// Where lines are cut anyway.
const BETWEEN: [char; 6] = [' ', '-', '–', '—', CUT, SOFT_HYPHEN];

/// A text of one paragraph as the file shows it; what it has no letter for is added to `lost`.
pub fn shown(text: &str, lost: &mut BTreeSet<char>) -> String {
    let text: String = text.nfc().filter_map(|letter| become_of(letter, lost)).collect();
    text.split_inclusive(BETWEEN).map(cut).collect()
}

/// A text that is on no line, without places to cut it.
pub fn uncut(text: &str) -> String {
    text.replace(CUT, "")
}

/// A word with places to cut it if it is longer than words are: at the signs of names of files
/// and addresses, or anywhere.
fn cut(word: &str) -> String {
    let length = word.chars().count();
    // `candidats_convenables_12m`: a name of a column in a formula, wider than its column may be.
    if (NAMES..=LONGEST).contains(&length) && word.contains('_') {
        return word.replace('_', &format!("_{CUT}"));
    }
    if length <= LONGEST {
        return word.to_owned();
    }
    let mut out = String::with_capacity(word.len() * 2);
    let mut length = 0;
    for letter in word.chars() {
        out.push(letter);
        length += 1;
        if length >= STEP || matches!(letter, '_' | '/' | '@') {
            out.push(CUT);
            length = 0;
        }
    }
    out
}

/// A drawing with the letters that there are, as wide as they are: its texts were measured with
/// other letters, and its bold ones thickened by a line for want of a bold font.
pub fn drawn(svg: &str, lost: &mut BTreeSet<char>) -> String {
    let svg: String = svg
        .chars()
        .filter_map(|letter| match letter {
            '\n' | '\t' => Some(letter),
            letter => become_of(letter, lost),
        })
        .collect();
    let mut out = String::with_capacity(svg.len());
    let mut rest = svg.as_str();
    while let Some((before, after)) = rest.split_once("<text ") {
        let (attributes, after) = after.split_once('>').unwrap_or((after, ""));
        let mut attributes = without(attributes, "textLength");
        if attributes.contains("font-weight=\"bold\"") {
            attributes = without(&without(&attributes, "stroke"), "stroke-width");
        }
        out.extend([before, "<text ", &attributes, ">"]);
        rest = after;
    }
    out.push_str(rest);
    out
}

/// Attributes but one.
fn without(attributes: &str, name: &str) -> String {
    let opens = format!(" {name}=\"");
    let found = attributes.split_once(&opens);
    let parts = found.and_then(|(before, after)| Some((before, after.split_once('"')?.1)));
    parts.map_or_else(|| attributes.to_owned(), |(before, after)| format!("{before}{after}"))
}

/// Width of a text on one line, in sizes of its letters.
pub fn width(text: &str) -> f64 {
    let Some(font) = WIDEST.as_ref() else { return 0.0 };
    text.chars()
        .filter_map(|letter| font.ttf().glyph_index(letter))
        .filter_map(|glyph| font.x_advance(glyph.0))
        .map(typst::layout::Em::get)
        .sum()
}

/// Width of the longest part of a text that is on one line whatever its width.
pub fn longest_word(text: &str) -> f64 {
    text.split_inclusive(BETWEEN)
        .map(|word| width(word.trim_end_matches([' ', CUT, SOFT_HYPHEN])))
        .fold(0.0, f64::max)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn french_typography_is_in_both_fonts() {
        assert_eq!(FONTS.len(), 2);
        for letter in "«»‹›“”‘’–—…·•€œŒæÆéèêëàâîïôöùûüÿçÉÈÀÇ≥≤≠≈−×±°²³‰→←↑↓▲▼■□●½ﬁ\u{a0}\u{202f}\u{2009}\u{2011}".chars() {
            if letter != 'ﬁ' {
                assert!(printed(letter), "{letter:?}");
            }
        }
    }

    #[test]
    fn figures_have_one_width() {
        let check = |figure: &str| assert!((width(figure) - width("0")).abs() < 1e-9, "{figure}");
        ["1", "2", "3", "4", "5", "6", "7", "8", "9"].into_iter().for_each(check);
        assert!(width("W") > width("i") && width("0") > 0.4);
    }

    #[test]
    fn letters_that_there_are_none_of_are_told() {
        let check = |text: &str, expect: &str, expect_lost: &str| {
            let mut lost = BTreeSet::new();
            assert_eq!(shown(text, &mut lost), expect, "{text}");
            assert_eq!(lost.into_iter().collect::<String>(), expect_lost, "{text}");
        };
        check("Aurillac, 61\u{202f}%", "Aurillac, 61\u{202f}%", "");
        check("cafe\u{301}", "café", "");
        check("🌾 blé", "□ blé", "🌾");
        // A family is three persons joined by what is not seen.
        check("👨\u{200d}👩\u{200d}👧", "□□□", "👧👨👩");
        check("a\u{0}b\tc\nd\u{feff}e\u{202e}f", "a b c def", "");
        check("\u{e000}", "□", "\u{e000}");
        check("漢字", "□□", "字漢");
    }

    #[test]
    fn texts_of_a_drawing_are_as_wide_as_their_letters() {
        let check = |svg: &str, expect: &str| {
            assert_eq!(drawn(svg, &mut BTreeSet::new()), expect);
        };
        check(
            r#"<svg><rect stroke="a"/><text x="1" textLength="9.5" fill="b">A 🌾</text></svg>"#,
            r#"<svg><rect stroke="a"/><text x="1" fill="b">A □</text></svg>"#,
        );
        check(
            r#"<text x="1" font-weight="bold" stroke="b" stroke-width="0.4">A</text><text x="1" stroke="c">B</text>"#,
            r#"<text x="1" font-weight="bold">A</text><text x="1" stroke="c">B</text>"#,
        );
        check("<text x=\"1\" textLength=\"", "<text x=\"1\" textLength=\">");
        check("<text><tspan/></text>", "<text><tspan/></text>");
    }

    #[test]
    fn a_word_that_never_ends_is_cut() {
        let check = |text: &str, expect: &str| {
            assert_eq!(shown(text, &mut BTreeSet::new()).replace(CUT, "|"), expect);
        };
        check("anticonstitutionnellement", "anticonstitutionnellement");
        check(&"a".repeat(38), &format!("{0}|{0}|{0}|{1}", "a".repeat(12), "aa"));
        check(
            "BMO_2025_territoire_fictif_Aurillac.xlsx",
            "BMO_|2025_|territoire_|fictif_|Aurillac.xls|x",
        );
        check("a/b", "a/b");
    }
}
