//! Words compared as people do.

use unicode_normalization::char::{decompose_canonical, is_combining_mark};

/// Letters without case or accents, for sorting and searching.
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '’' => folded.push('\''),
            // As spreadsheets and French typography write spaces.
            '\u{a0}' | '\u{202f}' => folded.push(' '),
            // Nearly all letters; a million names are folded while a list is read.
            _ if letter.is_ascii() => folded.push(letter.to_ascii_lowercase()),
            // Letter by letter: marks, which alone would change places, are left out.
            _ => decompose_canonical(letter, |part| {
                if !is_combining_mark(part) {
                    folded.extend(part.to_lowercase());
                }
            }),
        }
    }
    folded
}

/// What two texts are compared by at once: their length and both their ends, which are all of a
/// text of up to sixteen bytes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Ends {
    pub ends: [u64; 2],
    pub length: usize,
}

impl Ends {
    #[expect(clippy::inline_always, reason = "of a text in the program nothing is left to be done")]
    #[inline(always)]
    pub fn of(text: &str) -> Self {
        let bytes = text.as_bytes();
        let wide = |chunk: Option<&[u8; 8]>| chunk.map(|chunk| u64::from_le_bytes(*chunk));
        let half =
            |chunk: Option<&[u8; 4]>| chunk.map(|chunk| u64::from(u32::from_le_bytes(*chunk)));
        let few = || bytes.iter().fold(0, |all, byte| all << 8 | u64::from(*byte));
        let first = wide(bytes.first_chunk()).or_else(|| half(bytes.first_chunk()));
        let last = wide(bytes.last_chunk()).or_else(|| half(bytes.last_chunk()));
        let [first, last] = [first, last].map(|end| end.unwrap_or_else(few));
        Self { ends: [first, last], length: bytes.len() }
    }

    /// Whether they are the whole text.
    pub const fn is_whole(self) -> bool {
        self.length <= 16
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use unicode_normalization::UnicodeNormalization as _;

    /// By the definition: letters apart from their marks, marks left out, no case.
    fn by_definition(text: &str) -> String {
        let bare = text.nfd().filter(|c| !is_combining_mark(*c)).flat_map(char::to_lowercase);
        let plain = |c| match c {
            '’' => '\'',
            '\u{a0}' | '\u{202f}' => ' ',
            _ => c,
        };
        bare.map(plain).collect()
    }

    #[test]
    fn case_and_accents_do_not_count() {
        assert_eq!(fold("Cœur d’Éléonore À Ÿ"), "cœur d'eleonore a y");
        assert_eq!(fold("e\u{301}t\u{301}e"), "ete");
        assert_eq!(fold("Métiers\u{a0}: lesquels\u{202f}?"), "metiers : lesquels ?");
    }

    proptest! {
        /// Of short texts they tell what the texts tell; of long ones never that two alike differ.
        #[test]
        fn ends_are_those_of_the_text(one in "[ab]{0,18}", other in "[ab]{0,18}") {
            let same = Ends::of(&one) == Ends::of(&other);
            prop_assert_eq!(same || one != other, true);
            if Ends::of(&one).is_whole() {
                prop_assert_eq!(same, one == other);
            }
        }

        #[test]
        fn letter_by_letter_as_by_the_definition(text in ".{0,40}") {
            prop_assert_eq!(fold(&text), by_definition(&text));
        }
    }
}
