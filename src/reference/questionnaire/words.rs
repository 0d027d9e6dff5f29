//! Texts in two languages, French typography, and the words around the questions.

use crate::model::Language;
use serde::{Deserialize, Deserializer};

/// A text in both languages; the French one with its no-break spaces.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Text {
    fr: String,
    en: String,
}

#[derive(Deserialize)]
#[serde(rename = "Text")]
struct Written {
    fr: String,
    en: String,
}

impl<'de> Deserialize<'de> for Text {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let written = Written::deserialize(deserializer)?;
        Ok(Self { fr: french(&written.fr), en: written.en.replace('\'', "’") })
    }
}

impl Text {
    pub fn of(&self, language: Language) -> &str {
        match language {
            Language::French => &self.fr,
            Language::English => &self.en,
        }
    }
}

/// A block of the cover.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub enum Block {
    Heading(Text),
    Paragraph(Text),
    Bullet(Text),
}

/// The words around the questions; a missing one is an error of loading.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Words {
    pub yes: Text,
    pub no: Text,
    pub question: Text,
    pub answer: Text,
    pub help: Text,
    pub example: Text,
    pub example_row: Text,
    pub required: Text,
    pub cover_sheet: Text,
    pub edition: Text,
    pub footer: Text,
    pub reply_by: Text,
    pub reply_to: Text,
    pub led_by: Text,
    pub error_title: Text,
    pub error_count: Text,
    pub error_at_most: Text,
    pub error_sum: Text,
    pub error_total: Text,
    pub error_date: Text,
    pub error_list: Text,
    pub error_text: Text,
    pub error_siret: Text,
    pub error_naf: Text,
    pub error_rome: Text,
    pub error_commune: Text,
    pub error_other: Text,
    pub codebook: Text,
    pub codebook_columns: Vec<Text>,
    pub kind_text: Text,
    pub kind_code: Text,
    pub kind_count: Text,
    pub kind_date: Text,
    pub kind_yes_no: Text,
    pub kind_choice: Text,
    pub kind_several: Text,
    pub check_bounds: Text,
    pub check_length: Text,
    pub check_at_most: Text,
}

/// Puts values in the place of `{name}`. A value is never read for names itself.
pub fn fill(text: &str, values: &[(&str, &str)]) -> String {
    let mut filled = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('{') {
        filled.push_str(before);
        let known = after.split_once('}').and_then(|(name, end)| {
            values.iter().find(|(known, _)| *known == name).map(|(_, value)| (*value, end))
        });
        if let Some((value, end)) = known {
            filled.push_str(value);
            rest = end;
        } else {
            filled.push('{');
            rest = after;
        }
    }
    filled.push_str(rest);
    filled
}

/// Ordinary typing → French typography: curly apostrophes, a narrow no-break space before `; ! ?
/// %` and inside « », a no-break space before `:` and after `n°`.
pub fn french(text: &str) -> String {
    let text = text.replace('\'', "’").replace("n° ", "n°\u{a0}");
    let mut set = String::with_capacity(text.len());
    let mut letters = text.chars().peekable();
    let mut last = ' ';
    while let Some(letter) = letters.next() {
        let next = letters.peek().copied();
        set.push(match (letter, next) {
            (' ', Some(';' | '!' | '?' | '%' | '»')) => '\u{202f}',
            (' ', Some(':')) => '\u{a0}',
            (' ', _) if last == '«' => '\u{202f}',
            _ => letter,
        });
        last = letter;
    }
    set
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn french_spaces_do_not_break() {
        let check = |typed: &str, set: &str| assert_eq!(french(typed), set);
        check("l'offre : quoi ?", "l’offre\u{a0}: quoi\u{202f}?");
        check("« oui »", "«\u{202f}oui\u{202f}»");
        check("plus de 85 %", "plus de 85\u{202f}%");
        check("loi n° 51-711", "loi n°\u{a0}51-711");
    }

    #[test]
    fn names_are_filled_once() {
        let check = |text: &str, expect: &str| {
            assert_eq!(fill(text, &[("a", "{b}"), ("b", "x")]), expect);
        };
        check("{a} {b}", "{b} x");
        check("{c} {b", "{c} {b");
        check("", "");
    }
}
