//! Typed territory codes: `be:8450`, `dep:15`, `reg:84`, `ze:8403`, `clpe:15001`,
//! `epci:241500230`, `fr`.
//!
//! 217 codes are both an employment basin of BMO and a *zone d'emploi*, with other places;
//! 84 is a région and a département. A bare code is therefore never guessed.

use crate::model::code::{InvalidCode, Short};
use std::fmt;
use std::str::FromStr;

/// A territory, by kind and canonical code.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Territory {
    /// The whole country.
    France,
    /// Région, two characters (Insee).
    Region(Code),
    /// Département, two characters, three overseas (Insee).
    Department(Code),
    /// Employment basin of the BMO survey, four characters (France Travail).
    Basin(Code),
    /// *Zone d'emploi* 2020, four characters (Insee).
    EmploymentZone(Code),
    /// Area of a *comité local pour l'emploi*, five characters (France Travail).
    Committee(Code),
    /// Intercommunal grouping, its SIREN of nine digits.
    Grouping(Code),
    /// A perimeter that the user drew, told by what is in it: see `model::perimeter`.
    Perimeter(Code),
}

/// The canonical code of a territory inside its kind: padded, never a number.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Code(Short);

impl Code {
    pub fn as_str(&self) -> &str {
        self.0.as_str()
    }
}

impl fmt::Debug for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl Territory {
    /// Pads to four: `101` and `101.0` become `0101`.
    ///
    /// # Errors
    /// When the text is not one to four digits.
    pub fn basin(text: &str) -> Result<Self, InvalidCode> {
        padded(text, 4, 4, "be").map(Self::Basin)
    }

    /// Pads to two; keeps `2A`, `971`; `015` is `15`.
    ///
    /// # Errors
    /// When the text is not a département code.
    pub fn department(text: &str) -> Result<Self, InvalidCode> {
        let text = text.trim();
        // None of three digits begins with a zero.
        let bare = text.strip_prefix('0').filter(|rest| rest.len() == 2).unwrap_or(text);
        padded(bare, 2, 3, "dep").map(Self::Department)
    }

    /// Pads to two.
    ///
    /// # Errors
    /// When the text is not a région code.
    pub fn region(text: &str) -> Result<Self, InvalidCode> {
        padded(text, 2, 2, "reg").map(Self::Region)
    }

    /// Pads to four.
    ///
    /// # Errors
    /// When the text is not a code of *zone d'emploi*.
    pub fn employment_zone(text: &str) -> Result<Self, InvalidCode> {
        padded(text, 4, 4, "ze").map(Self::EmploymentZone)
    }

    /// With or without the letters that France Travail puts before: `CLPE15001`.
    ///
    /// # Errors
    /// When five characters that begin with a département do not follow.
    pub fn committee(text: &str) -> Result<Self, InvalidCode> {
        let trimmed = text.trim().to_ascii_uppercase();
        let bare = trimmed.strip_prefix("CLPE").unwrap_or(&trimmed);
        let shaped = |(place, byte): (usize, u8)| {
            // 2A and 2B; 69D and 69M, the Rhône outside and inside the métropole de Lyon.
            byte.is_ascii_digit()
                || (place == 1 && matches!(byte, b'A' | b'B'))
                || (place == 2 && matches!(byte, b'D' | b'M'))
        };
        let right = (5..=6).contains(&bare.len()) && bare.bytes().enumerate().all(shaped);
        let bad = || InvalidCode { system: "clpe", text: text.to_owned() };
        right
            .then(|| Short::new(bare))
            .flatten()
            .map(|code| Self::Committee(Code(code)))
            .ok_or_else(bad)
    }

    /// # Errors
    /// When the text is not the nine digits of a SIREN.
    pub fn grouping(text: &str) -> Result<Self, InvalidCode> {
        padded(text, 9, 9, "epci").map(Self::Grouping)
    }

    /// # Errors
    /// When the text is not the eight hexadecimal digits of a perimeter.
    pub fn perimeter(text: &str) -> Result<Self, InvalidCode> {
        let bare = text.trim().to_ascii_lowercase();
        let right = bare.len() == 8 && bare.bytes().all(|byte| byte.is_ascii_hexdigit());
        let bad = || InvalidCode { system: "per", text: text.to_owned() };
        right
            .then(|| Short::new(&bare))
            .flatten()
            .map(|code| Self::Perimeter(Code(code)))
            .ok_or_else(bad)
    }

    /// The code inside its kind; empty for France.
    pub fn code(&self) -> &str {
        match self {
            Self::France => "",
            Self::Region(c)
            | Self::Department(c)
            | Self::Basin(c)
            | Self::EmploymentZone(c)
            | Self::Committee(c)
            | Self::Grouping(c)
            | Self::Perimeter(c) => c.as_str(),
        }
    }

    /// The prefix of the typed form.
    pub const fn prefix(&self) -> &'static str {
        match self {
            Self::France => "fr",
            Self::Region(_) => "reg",
            Self::Department(_) => "dep",
            Self::Basin(_) => "be",
            Self::EmploymentZone(_) => "ze",
            Self::Committee(_) => "clpe",
            Self::Grouping(_) => "epci",
            Self::Perimeter(_) => "per",
        }
    }

    /// Whether it is a list of communes, which a survey by basin can only be read around.
    pub const fn is_of_communes(&self) -> bool {
        matches!(
            self,
            Self::EmploymentZone(_) | Self::Committee(_) | Self::Grouping(_) | Self::Perimeter(_)
        )
    }
}

/// A code of `width` to `max` characters: digits, or a Corsican `2A`/`2B`.
fn padded(text: &str, width: usize, max: usize, system: &'static str) -> Result<Code, InvalidCode> {
    let bad = || InvalidCode { system, text: text.to_owned() };
    let trimmed = text.trim();
    // The usual case: as it should be.
    if trimmed.len() == width && trimmed.bytes().all(|byte| byte.is_ascii_digit()) {
        return Short::new(trimmed).map(Code).ok_or_else(bad);
    }
    let bare = trimmed.strip_suffix(".0").unwrap_or(trimmed).to_ascii_uppercase();
    let corsica = width == 2 && (bare == "2A" || bare == "2B");
    if !corsica && (bare.is_empty() || !bare.bytes().all(|b| b.is_ascii_digit())) {
        return Err(bad());
    }
    let full = format!("{bare:0>width$}");
    if full.len() > max {
        return Err(bad());
    }
    Short::new(&full).map(Code).ok_or_else(bad)
}

impl fmt::Display for Territory {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::France => f.write_str("fr"),
            _ => write!(f, "{}:{}", self.prefix(), self.code()),
        }
    }
}

impl fmt::Debug for Territory {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl FromStr for Territory {
    type Err = InvalidCode;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let trimmed = text.trim();
        if trimmed.eq_ignore_ascii_case("fr") {
            return Ok(Self::France);
        }
        match trimmed.split_once(':') {
            Some(("be", code)) => Self::basin(code),
            Some(("dep", code)) => Self::department(code),
            Some(("reg", code)) => Self::region(code),
            Some(("ze", code)) => Self::employment_zone(code),
            Some(("clpe", code)) => Self::committee(code),
            Some(("epci", code)) => Self::grouping(code),
            Some(("per", code)) => Self::perimeter(code),
            _ => Err(InvalidCode { system: "territory", text: text.to_owned() }),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: Option<&str>) {
        let shown = text.parse::<Territory>().ok().map(|t| t.to_string());
        assert_eq!(shown.as_deref(), expected, "{text}");
    }

    #[test]
    fn typed_codes_are_canonical() {
        check("be:8450", Some("be:8450"));
        check("be:101", Some("be:0101"));
        check("be:8450.0", Some("be:8450"));
        check("dep:1", Some("dep:01"));
        check("dep:2a", Some("dep:2A"));
        check("dep:971", Some("dep:971"));
        check("reg:84", Some("reg:84"));
        check("ze:8403", Some("ze:8403"));
        check("FR", Some("fr"));
        check("clpe:CLPE15001", Some("clpe:15001"));
        check("clpe:2A001", Some("clpe:2A001"));
        check("clpe:CLPE69M03", Some("clpe:69M03"));
        check("epci:241500230", Some("epci:241500230"));
        check("per:0A1B2c3d", Some("per:0a1b2c3d"));
    }

    #[test]
    fn bare_or_strange_codes_are_refused() {
        check("8450", None);
        check("84", None);
        check("reg:840", None);
        check("be:", None);
        check("be:Aurillac", None);
        check("dep:2C", None);
        check("be:12345", None);
        check("clpe:150", None);
        check("clpe:15A01", None);
        check("epci:Aurillac", None);
        check("epci:2415002300", None);
        check("per:xyz", None);
        check("", None);
    }

    #[test]
    fn a_basin_is_not_a_zone() {
        let basin: Territory = "be:8403".parse().unwrap();
        let zone: Territory = "ze:8403".parse().unwrap();
        assert_ne!(basin, zone);
    }
}
