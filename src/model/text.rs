//! Words compared as people do.

use unicode_normalization::char::{decompose_canonical, is_combining_mark};

/// Letters without case or accents, for sorting and searching.
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '’' => folded.push('\''),
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

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use unicode_normalization::UnicodeNormalization as _;

    /// By the definition: letters apart from their marks, marks left out, no case.
    fn by_definition(text: &str) -> String {
        let bare = text.nfd().filter(|c| !is_combining_mark(*c)).flat_map(char::to_lowercase);
        bare.map(|c| if c == '’' { '\'' } else { c }).collect()
    }

    #[test]
    fn case_and_accents_do_not_count() {
        assert_eq!(fold("Cœur d’Éléonore À Ÿ"), "cœur d'eleonore a y");
        assert_eq!(fold("e\u{301}t\u{301}e"), "ete");
    }

    proptest! {
        #[test]
        fn letter_by_letter_as_by_the_definition(text in ".{0,40}") {
            prop_assert_eq!(fold(&text), by_definition(&text));
        }
    }
}
