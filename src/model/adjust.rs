//! What a user changes of the method: within bounds, said everywhere, undone as any decision.

use std::collections::BTreeMap;

/// A parameter that may be changed, and what it may be, in thousandths.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Adjustable {
    pub id: &'static str,
    pub least: u32,
    pub most: u32,
    /// By how much a step of the field changes it.
    pub step: u32,
}

const fn from(id: &'static str, least: u32, most: u32, step: u32) -> Adjustable {
    Adjustable { id, least, most, step }
}

/// Those of the diagnosis, of what is within reach, then the rules of secrecy, whose bounds are the
/// published values: they are made stricter, never looser.
pub const ADJUSTABLE: [Adjustable; 18] = [
    from("weight_difficulty", 0, 1_000, 50),
    from("weight_offers", 0, 1_000, 50),
    from("weight_exits", 0, 1_000, 50),
    from("flag_probability", 500, 990, 10),
    from("effective_share", 50, 1_000, 50),
    from("prior_strength", 1_000, 100_000, 1_000),
    from("star_max", 1_000, 9_000, 1_000),
    from("reference_minimum", 10_000, 1_000_000, 5_000),
    from("survey_skill_threshold", 100, 1_000, 50),
    from("survey_contradiction_threshold", 100, 1_000, 50),
    from("quotient_minimum", 5_000, 1_000_000, 5_000),
    from("validation_minimum", 5_000, 500_000, 5_000),
    from("near_minutes", 5_000, 180_000, 5_000),
    from("near_kilometres", 5_000, 200_000, 5_000),
    from("minimum_respondents", 3_000, 50_000, 1_000),
    from("dominance", 300, 850, 10),
    from("minimum_persons", 11_000, 100_000, 1_000),
    from("minimum_base", 11_000, 100_000, 1_000),
];

/// Share of difficult projects above which an occupation counts as difficult (`bmo_cut_mode` of
/// `method.md` §1.11).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Cut {
    /// All occupations of France, same file.
    #[default]
    France,
    /// All occupations of the région(s) of the territory, same file.
    Region,
    /// In thousandths.
    Fixed(u16),
}

/// Why a value is not taken.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum AdjustError {
    #[error("no such parameter: {0}")]
    Unknown(String),
    #[error("{id}: {least} to {most}")]
    OutOfRange { id: String, least: String, most: String },
    #[error("{id}: not a value it takes: {found}")]
    NotAValue { id: String, found: String },
    /// Where the text stops being readable.
    #[error("line {line}, column {column}: {detail}")]
    Malformed { line: usize, column: usize, detail: String },
}

/// Changes of the method, by parameter, in thousandths; empty: the method as it comes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Adjustments {
    values: BTreeMap<&'static str, u32>,
    pub cut: Cut,
}

/// A number of thousandths as it is written: `0.25`, `4`.
fn written(thousandths: u32) -> String {
    (f64::from(thousandths) / 1_000.0).to_string()
}

impl Adjustments {
    pub fn is_empty(&self) -> bool {
        self.values.is_empty() && self.cut == Cut::France
    }

    /// Changed parameters by name, in thousandths.
    pub fn values(&self) -> impl Iterator<Item = (&'static str, u32)> {
        self.values.iter().map(|(id, value)| (*id, *value))
    }

    pub fn get(&self, id: &str) -> Option<u32> {
        self.values.get(id).copied()
    }

    /// # Errors
    /// When nothing of this name may be changed, or not to this value.
    pub fn set(&mut self, id: &str, thousandths: u32) -> Result<(), AdjustError> {
        let known = ADJUSTABLE.iter().find(|one| one.id == id);
        let Some(one) = known else { return Err(AdjustError::Unknown(id.to_owned())) };
        if !(one.least..=one.most).contains(&thousandths) {
            return Err(AdjustError::OutOfRange {
                id: id.to_owned(),
                least: written(one.least),
                most: written(one.most),
            });
        }
        self.values.insert(one.id, thousandths);
        Ok(())
    }

    /// # Errors
    /// When it is no share, 0–1.
    pub fn set_cut(&mut self, share: f64) -> Result<(), AdjustError> {
        let thousandths = thousandths(share).filter(|share| *share <= 1_000);
        let thousandths = thousandths.and_then(|share| u16::try_from(share).ok());
        self.cut = Cut::Fixed(thousandths.ok_or_else(|| AdjustError::OutOfRange {
            id: "cut".to_owned(),
            least: "0".to_owned(),
            most: "1".to_owned(),
        })?);
        Ok(())
    }

    /// As it comes again.
    pub fn reset(&mut self, id: &str) {
        self.values.remove(id);
    }
}

/// A number in thousandths; `None` when it is negative, too large or finer than that.
pub fn thousandths(number: f64) -> Option<u32> {
    let scaled = (number * 1_000.0).round();
    let fits = (0.0..=4e9).contains(&scaled) && (scaled - number * 1_000.0).abs() < 1e-6;
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "within bounds")]
    let whole = scaled as u32;
    fits.then_some(whole)
}
