//! Free labels of occupations, as employers type them, matched to ROME cards of release 3.
//!
//! ```text
//! text ─ normalise ─▶ readings (lemmas) ─ index ─▶ five cards with score and reason
//!                                       └ dictionary ─▶ what the user decided, which wins
//! ```
//!
//! The job titles (*appellations*) of ROME are written in a double form, « Conducteur /
//! Conductrice de bus »: gender is learned from them and folded before anything is compared.
//! This module never decides alone: it proposes, with a reason, and the caller chooses above
//! which score a proposal is accepted without being read.

pub mod abbreviation;
pub mod dictionary;
pub mod double;
pub mod fold;
pub mod grams;
pub mod index;
pub mod inflect;
pub mod noise;
pub mod normalise;
pub mod score;
pub mod titles;
pub mod vocabulary;

use crate::model::Rome;

/// Number of cards proposed for a label.
pub const N_CANDIDATES: usize = 5;

/// Score from which proposals may be accepted in bulk: our choice, held by a test on job titles
/// with a typing error, of which at least 99 % are right above it.
pub const BULK_SCORE: f64 = 0.9;

/// Score under which a card is not proposed at all: our choice of November 2026. A score is near
/// the part of right answers; what is wrong nineteen times in twenty helps nobody choose, and a
/// label that names no job (« xyz », « néant ») must not be given one. Held by a test.
pub const LEAST_SCORE: f64 = 0.05;

/// A built-in or loaded list that does not hold what it should.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum LabelError {
    /// A line has not the number of fields of its table; lines are counted from 1.
    #[error("{list}, line {line}: {found} fields instead of {expected}")]
    Fields { list: &'static str, line: usize, found: usize, expected: usize },
    /// A field holds no code of the expected kind.
    #[error("{list}, line {line}: not a code: {text}")]
    Code { list: &'static str, line: usize, text: String },
}

/// Why a card is proposed, from the safest to the weakest.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Reason {
    /// The user decided so, for this label or one next to it.
    OwnDictionary,
    /// The very same text as a form of a job title, up to case and accents.
    Exact,
    /// The same words, up to their order, small words and mentions (« H/F », « CDI »).
    SameWords,
    /// The same words once gender and number are folded.
    Inflection,
    /// The same words once abbreviations are expanded.
    Abbreviation,
    /// The same words but for typing errors: sum of the Damerau distances over the words.
    Typo { distance: u8 },
    /// Words in common, weighted by their rarity, and letters in common.
    Similar,
}

impl Reason {
    /// Key of its words in the catalogs (`label-reason-…`), and stable identifier in `--json`.
    pub const fn id(self) -> &'static str {
        match self {
            Self::OwnDictionary => "own-dictionary",
            Self::Exact => "exact",
            Self::SameWords => "same-words",
            Self::Inflection => "inflection",
            Self::Abbreviation => "abbreviation",
            Self::Typo { .. } => "typo",
            Self::Similar => "similar",
        }
    }
}

/// A card proposed for a label.
#[derive(Clone, Debug, PartialEq)]
pub struct Candidate {
    /// A card of ROME v3.
    pub rome: Rome,
    /// Confidence that the card is right, 0–1.
    pub score: f64,
    pub reason: Reason,
    /// The job title that speaks for the card, as published.
    pub label: String,
    /// OGR code of this title; `None` when it is the label of a card.
    pub ogr: Option<u32>,
}

/// Rows of a `;` table without quoting, after its header, with their line numbers.
fn rows<'a, const N: usize>(
    list: &'static str,
    text: &'a str,
) -> Result<Vec<(usize, [&'a str; N])>, LabelError> {
    let mut rows = Vec::new();
    for (index, line) in text.lines().enumerate().skip(1) {
        let fields: Vec<&str> = line.split(';').collect();
        let row: [&str; N] = fields.try_into().map_err(|fields: Vec<&str>| LabelError::Fields {
            list,
            line: index + 1,
            found: fields.len(),
            expected: N,
        })?;
        rows.push((index + 1, row));
    }
    Ok(rows)
}

/// A count as a weight; counts here never come near 2³².
fn count(n: usize) -> f64 {
    u32::try_from(n).map_or(f64::from(u32::MAX), f64::from)
}
