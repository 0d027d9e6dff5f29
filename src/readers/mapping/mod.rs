//! How a spreadsheet of the user's own is read: which column fills which field, and in what
//! manner. Confirmed once, kept in the project, applied to every file that has its columns.

mod align;
mod apply;
mod heading;
mod held;
mod known;
mod peek;
mod propose;
mod questions;
mod restore;
mod value;

pub use align::Header;
pub use apply::{Answered, Answers, Bound, Fault, Preview, ReadRow, preview};
pub use heading::{Heading, guess, own_part};
pub use held::{Column, Held};
pub use known::{Found, Near, nearest, nearly, of_header};
pub use peek::{Peek, RawSheet, peek};
pub use propose::{Proposal, Why, propose, reading_of};
pub use questions::{Degrees, degrees, is_beside, questions};
pub use restore::{Restored, restore};
pub use value::tick;

use crate::model::Kind;
use crate::readers::fields;
use serde::{Deserialize, Serialize};

/// The kinds of table that a spreadsheet may be mapped to.
pub const KINDS: [Kind; 8] = [
    Kind::SurveyEstablishments,
    Kind::SurveyOccupations,
    Kind::JobOffers,
    Kind::TrainingCatalogue,
    Kind::JobSeekers,
    Kind::EmploymentByAge,
    Kind::EstablishmentRegister,
    Kind::ActorOpinions,
];

/// Columns of a spreadsheet → fields of a kind of table.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mapping {
    /// The file it was confirmed on.
    pub confirmed_on: String,
    pub kind: Kind,
    /// The header stands on two rows.
    pub two_rows: bool,
    pub fields: Vec<Field>,
    /// Columns that fill no field, kept as further questions.
    pub questions: Vec<Question>,
    /// All headers of the file it was confirmed on, which tell its form from others; empty when
    /// it was saved before they were kept.
    #[serde(default)]
    pub seen: Vec<String>,
    /// Fields that were confirmed to have no source: none is put in again unasked. Empty when it
    /// was saved before they were kept.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub none: Vec<String>,
}

/// One field and where it comes from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Field {
    /// Canonical name.
    pub name: String,
    pub from: From,
    pub manner: Manner,
    /// Values that stand for others; a value that is not here stays as it is.
    pub recodes: Vec<Recode>,
}

/// Where a field or a question comes from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum From {
    /// The column of this header.
    Column(String),
    /// Several columns, one for each possible answer, ticked or not.
    Ticked(Vec<String>),
    /// The same value on every row.
    Constant(String),
    /// The number of the row.
    RowNumber,
}

/// How the cells of a column are read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Manner {
    /// As the field reads its cells.
    #[default]
    Plain,
    /// Decimal comma or point; thousands apart.
    Number,
    /// Decimal comma alone: `1.500` is fifteen hundred.
    DecimalComma,
    /// Decimal point alone: `1,234` is twelve hundred and thirty-four.
    DecimalPoint,
    /// `86,2` is 86.2 %.
    Percent,
    /// Days first, whatever sets the parts apart (`31-12-2026`, `3.4.2026`).
    DayFirst,
    /// Months first (`12/31/2026`), in the same way.
    MonthFirst,
    /// A code of this many characters whose leading zeros may be lost.
    Code(u8),
    /// Several answers in one cell, apart by this character.
    Several(char),
    /// Degrees of a scale, from the lowest: a number, or its place among the recoded values.
    Scale,
    /// One answer of a few: a choice, and not words of one's own.
    Choice,
    /// Answers in one cell from the first to the last, apart by this character.
    Rank(char),
    /// Degrees of a scale whose bounds are known, both allowed.
    Likert { low: u8, high: u8 },
}

/// A value as written and what it stands for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Recode {
    pub written: String,
    pub means: String,
}

/// A column kept as a question of its own.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Question {
    pub label: String,
    pub from: From,
    pub manner: Manner,
    pub recodes: Vec<Recode>,
}

impl From {
    /// The headers it needs.
    pub fn headers(&self) -> &[String] {
        match self {
            Self::Column(header) => std::slice::from_ref(header),
            Self::Ticked(headers) => headers,
            Self::Constant(_) | Self::RowNumber => &[],
        }
    }
}

impl Mapping {
    /// The headers it needs, of fields and of questions.
    pub fn headers(&self) -> impl Iterator<Item = &str> {
        let fields = self.fields.iter().flat_map(|field| field.from.headers());
        let questions = self.questions.iter().flat_map(|question| question.from.headers());
        fields.chain(questions).map(String::as_str)
    }

    /// Whether its questions are opinions of colleges, one column each: every row of the sheet
    /// makes as many of the table.
    pub fn is_wide(&self) -> bool {
        let is_there = |name| self.field(name).is_some();
        self.kind == Kind::ActorOpinions
            && !self.questions.is_empty()
            && !is_there("question")
            && !is_there("answer")
    }

    /// Whether the table cannot do without a field.
    pub fn needs(&self, name: &str) -> bool {
        let of_questions = matches!(name, "question" | "answer") && self.is_wide();
        fields::is_required(self.kind, name) && !of_questions
    }

    /// Whether columns without a field are questions: a survey alone asks some.
    pub const fn keeps_questions(kind: Kind) -> bool {
        matches!(kind, Kind::SurveyEstablishments | Kind::SurveyOccupations | Kind::ActorOpinions)
    }

    pub fn field(&self, name: &str) -> Option<&Field> {
        self.fields.iter().find(|field| field.name == name)
    }

    /// Whether two mappings read the same forms: the later one then replaces the earlier. A form
    /// is all its columns, those that were left aside too: forms of one surveyor ask the same
    /// establishment, commune and activity.
    pub fn same_form(&self, other: &Self) -> bool {
        let sorted = |mut keys: Vec<String>| {
            keys.sort();
            keys
        };
        let form = |mapping: &Self| sorted(mapping.seen.iter().map(|name| key(name)).collect());
        let used = |mapping: &Self| sorted(mapping.headers().map(key).collect());
        if self.kind != other.kind {
            return false;
        }
        if self.seen.is_empty() || other.seen.is_empty() {
            return used(self) == used(other);
        }
        form(self) == form(other)
    }
}

/// Characters of a header that tell it from others: beyond, it is a text.
const TOLD_BY: usize = 400;

fn is_year(word: &str) -> bool {
    word.len() == 4
        && matches!(word.get(..2), Some("19" | "20"))
        && word.bytes().all(|byte| byte.is_ascii_digit())
}

/// What two waves of one form have in common in a header: its words, without accents, case or
/// year.
pub fn key(header: &str) -> String {
    let header = header
        .char_indices()
        .nth(TOLD_BY)
        .map_or(header, |(end, _)| header.get(..end).unwrap_or(header));
    let words = header.split(|c: char| !c.is_alphanumeric());
    let without: String = words.filter(|word| !is_year(word)).collect();
    let name = crate::readers::normalise(&without);
    // A header that is only a year stays what it is.
    if name.is_empty() { crate::readers::normalise(header) } else { name }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_year_in_a_header_does_not_make_another_form() {
        let check = |header: &str, expect: &str| assert_eq!(key(header), expect, "{header}");
        check("Effectif au 31/12/2025", "effectifau3112");
        check("Effectif 2026", "effectif");
        check("Q12 — Projets", "q12projets");
        check("2026", "2026");
        check("Code 15014", "code15014");
        check(&"é".repeat(2_000), &"e".repeat(TOLD_BY));
    }

    #[test]
    fn a_form_is_all_its_columns() {
        let mapping = |seen: &[&str], used: &[&str]| Mapping {
            confirmed_on: String::new(),
            kind: Kind::SurveyEstablishments,
            two_rows: false,
            fields: Vec::new(),
            questions: used
                .iter()
                .map(|name| Question {
                    label: (*name).to_owned(),
                    from: From::Column((*name).to_owned()),
                    manner: Manner::Plain,
                    recodes: Vec::new(),
                })
                .collect(),
            seen: seen.iter().map(|name| (*name).to_owned()).collect(),
            none: Vec::new(),
        };
        let check = |a: (&[&str], &[&str]), b: (&[&str], &[&str]), expect: bool| {
            assert_eq!(mapping(a.0, a.1).same_form(&mapping(b.0, b.1)), expect, "{a:?} {b:?}");
        };
        // A question left aside, another wave: the same form.
        check((&["A 2025", "B"], &["A 2025", "B"]), (&["B", "A 2026"], &["B"]), true);
        check((&["A", "B"], &["A"]), (&["A", "C"], &["A"]), false);
        check((&["A", "B", "B (2)"], &["A"]), (&["A", "B"], &["A"]), false);
        // Saved before all columns were kept.
        check((&[], &["A", "B"]), (&["A", "B", "C"], &["B", "A"]), true);
        check((&[], &["A", "B"]), (&["A", "B"], &["A"]), false);
    }

    #[test]
    fn a_mapping_saved_before_all_headers_were_kept_is_read() {
        let text = r#"{"confirmed_on":"a.xlsx","kind":"JobOffers","two_rows":false,
            "fields":[],"questions":[]}"#;
        let mut value: serde_json::Value = serde_json::from_str(text).unwrap();
        value["kind"] = serde_json::to_value(Kind::JobOffers).unwrap();
        let read: Mapping = serde_json::from_value(value).unwrap();
        assert!(read.seen.is_empty() && read.none.is_empty());
    }
}
