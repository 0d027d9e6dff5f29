//! Codes of the French nomenclatures, parsed once and well-formed for ever.
//!
//! A code here has the right *shape*; whether it *exists* is known by `crate::reference`.
//! Codes are text from the first byte to the last: a leading zero is part of the code.

use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;

/// The text does not have the shape of that code.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a {system} code: {text}")]
pub struct InvalidCode {
    pub system: &'static str,
    pub text: String,
}

fn invalid(system: &'static str, text: &str) -> InvalidCode {
    InvalidCode { system, text: text.to_owned() }
}

/// Up to nine ASCII characters, copied by value.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Short {
    bytes: [u8; 9],
    len: u8,
}

impl Short {
    pub(crate) fn new(text: &str) -> Option<Self> {
        Self::of(text.bytes())
    }

    fn of(text: impl Iterator<Item = u8>) -> Option<Self> {
        let mut short = Self { bytes: [0; 9], len: 0 };
        for byte in text {
            *short.bytes.get_mut(usize::from(short.len)).filter(|_| byte.is_ascii_graphic())? =
                byte;
            short.len += 1;
        }
        (short.len > 0).then_some(short)
    }

    /// The same, letter by letter.
    fn map(mut self, change: fn(&u8) -> u8) -> Self {
        self.bytes = self.bytes.each_ref().map(change);
        self
    }

    pub(crate) fn as_str(&self) -> &str {
        let used = self.bytes.get(..usize::from(self.len)).unwrap_or_default();
        std::str::from_utf8(used).unwrap_or_default()
    }
}

impl fmt::Debug for Short {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// Edition of the *familles professionnelles*: seven codes exist in both with another meaning.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum FapVersion {
    /// BMO up to 2023, Dares tensions up to 2022.
    Fap2009,
    /// BMO from 2024, Dares tensions from 2023.
    Fap2021,
}

impl FapVersion {
    pub const fn year(self) -> u16 {
        match self {
            Self::Fap2009 => 2009,
            Self::Fap2021 => 2021,
        }
    }

    pub const fn from_year(year: u16) -> Option<Self> {
        match year {
            2009 => Some(Self::Fap2009),
            2021 => Some(Self::Fap2021),
            _ => None,
        }
    }
}

impl fmt::Display for FapVersion {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "fap{}", self.year())
    }
}

/// Depth of a FAP code: the hierarchy is a prefix rule in both editions.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum FapLevel {
    /// 22 domains, one character.
    Domain,
    /// 87 (2009) or 86 (2021) groups, three characters.
    Group,
    /// 225 or 228 occupations, five characters: the level of BMO.
    Occupation,
    /// 341 fine positions of FAP 2021, six characters.
    Fine,
}

/// An occupation: a code of the *familles professionnelles* with its edition.
///
/// Shown as `fap2021:G0B41`, because `G0B41` alone has two meanings.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Fap {
    pub version: FapVersion,
    code: Short,
}

impl Fap {
    /// # Errors
    /// When the text is not a FAP code of 1, 3, 5 or 6 characters.
    pub fn new(version: FapVersion, text: &str) -> Result<Self, InvalidCode> {
        let bad = || invalid("FAP", text);
        let upper = text.trim();
        if !is_fap_shape(upper.as_bytes()) {
            return Err(bad());
        }
        Ok(Self { version, code: Short::new(upper).ok_or_else(bad)? })
    }

    /// The bare code, without its edition.
    pub fn code(&self) -> &str {
        self.code.as_str()
    }

    pub fn level(&self) -> FapLevel {
        match self.code().len() {
            1 => FapLevel::Domain,
            3 => FapLevel::Group,
            5 => FapLevel::Occupation,
            _ => FapLevel::Fine,
        }
    }

    /// The ancestor at `level`, or itself; `None` below its own level.
    pub fn ancestor(&self, level: FapLevel) -> Option<Self> {
        let len = match level {
            FapLevel::Domain => 1,
            FapLevel::Group => 3,
            FapLevel::Occupation => 5,
            FapLevel::Fine => 6,
        };
        let text = self.code().get(..len)?;
        Some(Self { version: self.version, code: Short::new(text)? })
    }
}

/// `[A-Z]`, `[A-Z][0-9A-Z][A-Z]`, then two digits, then an optional small letter.
/// The second character is a letter in `QAX01`…`QEX01` (banking and insurance).
fn is_fap_shape(code: &[u8]) -> bool {
    let rest = match code {
        [a] => return a.is_ascii_uppercase(),
        [a, b, c, rest @ ..]
            if a.is_ascii_uppercase()
                && (b.is_ascii_digit() || b.is_ascii_uppercase())
                && c.is_ascii_uppercase() =>
        {
            rest
        }
        _ => return false,
    };
    match rest {
        [] => true,
        [d, e] => d.is_ascii_digit() && e.is_ascii_digit(),
        [d, e, f] => d.is_ascii_digit() && e.is_ascii_digit() && f.is_ascii_lowercase(),
        _ => false,
    }
}

impl fmt::Display for Fap {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.version, self.code())
    }
}

impl fmt::Debug for Fap {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl FromStr for Fap {
    type Err = InvalidCode;

    /// Reads the typed form, `fap2021:G0B41`.
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let bad = || invalid("FAP", text);
        let (version, code) = text.split_once(':').ok_or_else(bad)?;
        let version = match version {
            "fap2009" => FapVersion::Fap2009,
            "fap2021" => FapVersion::Fap2021,
            _ => return Err(bad()),
        };
        Self::new(version, code)
    }
}

macro_rules! plain_code {
    ($(#[$doc:meta])* $name:ident, $system:literal, $check:expr) => {
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(Short);

        impl $name {
            /// # Errors
            /// When the text does not have the shape of this code.
            pub fn new(text: &str) -> Result<Self, InvalidCode> {
                let bad = || invalid($system, text);
                let canonical: Option<Short> = ($check)(text.trim());
                canonical.map(Self).ok_or_else(bad)
            }

            pub fn as_str(&self) -> &str {
                self.0.as_str()
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(self.as_str())
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(self.as_str())
            }
        }
    };
}

plain_code!(
    /// A ROME card, `J1501`: a capital letter and four digits.
    Rome,
    "ROME",
    |text: &str| match text.as_bytes() {
        [letter, digits @ ..]
            if digits.len() == 4
                && letter.is_ascii_alphabetic()
                && digits.iter().all(u8::is_ascii_digit) =>
            Short::new(text).map(|code| code.map(u8::to_ascii_uppercase)),
        _ => None,
    }
);

impl Rome {
    /// `A1100`: a *domaine* of ROME, not a card (old tables use it as one).
    pub fn is_domain(&self) -> bool {
        self.as_str().ends_with("00")
    }
}

plain_code!(
    /// An activity of NAF rév. 2 without its dot: `0111Z`, or a two-digit division, `47`.
    Naf,
    "NAF",
    |text: &str| {
        let bare = Short::of(text.bytes().filter(|byte| *byte != b'.'))?;
        match bare.as_str().as_bytes() {
            [a, b] if a.is_ascii_digit() && b.is_ascii_digit() => Some(bare),
            [digits @ .., letter]
                if digits.len() == 4
                    && digits.iter().all(u8::is_ascii_digit)
                    && letter.is_ascii_alphabetic() =>
                Some(bare.map(u8::to_ascii_uppercase)),
            _ => None,
        }
    }
);

impl Naf {
    /// The two-digit division.
    pub fn division(&self) -> &str {
        self.as_str().get(..2).unwrap_or_default()
    }

    /// The section letter A–U, derived from the division (NAF rév. 2, Insee, 2008).
    pub fn section(&self) -> Option<char> {
        let division: u8 = self.division().parse().ok()?;
        let section = match division {
            1..=3 => 'A',
            5..=9 => 'B',
            10..=33 => 'C',
            35 => 'D',
            36..=39 => 'E',
            41..=43 => 'F',
            45..=47 => 'G',
            49..=53 => 'H',
            55..=56 => 'I',
            58..=63 => 'J',
            64..=66 => 'K',
            68 => 'L',
            69..=75 => 'M',
            77..=82 => 'N',
            84 => 'O',
            85 => 'P',
            86..=88 => 'Q',
            90..=93 => 'R',
            94..=96 => 'S',
            97..=98 => 'T',
            99 => 'U',
            _ => return None,
        };
        Some(section)
    }
}

plain_code!(
    /// A Formacode: five digits.
    Formacode,
    "Formacode",
    |text: &str| (text.len() == 5 && text.bytes().all(|b| b.is_ascii_digit()))
        .then(|| Short::new(text))?
);

plain_code!(
    /// A training specialty: three digits and possibly a letter, `221w`.
    Nsf,
    "NSF",
    |text: &str| match text.as_bytes() {
        [digits @ .., letter]
            if digits.len() == 3
                && digits.iter().all(u8::is_ascii_digit)
                && letter.is_ascii_alphabetic() =>
            Short::new(text).map(|code| code.map(u8::to_ascii_lowercase)),
        digits if digits.len() == 3 && digits.iter().all(u8::is_ascii_digit) =>
            Short::new(text),
        _ => None,
    }
);

/// A registered certification. RNCP and RS numbers overlap as integers: the kind is part of the key.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Rncp {
    /// Répertoire national des certifications professionnelles.
    Rncp(u32),
    /// Répertoire spécifique.
    Rs(u32),
}

impl Rncp {
    /// Reads `RNCP509`, `RS6117`.
    ///
    /// # Errors
    /// When there is no prefix or no number: a bare number needs [`Rncp::from_rncp_column`] or [`Rncp::from_rs_column`].
    pub fn new(text: &str) -> Result<Self, InvalidCode> {
        let bad = || invalid("RNCP", text);
        let upper = text.trim().to_ascii_uppercase();
        if let Some(number) = upper.strip_prefix("RNCP") {
            return number.trim().parse().map(Self::Rncp).map_err(|_| bad());
        }
        let number = upper.strip_prefix("RS").ok_or_else(bad)?;
        number.trim().parse().map(Self::Rs).map_err(|_| bad())
    }

    /// Reads `37297`, `37297.0` or `RNCP37297` from a column known to hold RNCP numbers.
    ///
    /// # Errors
    /// When no positive number is found; `-1` stands for none in Mon Compte Formation.
    pub fn from_rncp_column(text: &str) -> Result<Self, InvalidCode> {
        Self::in_column(text, Self::Rncp)
    }

    /// As [`Rncp::from_rncp_column`], for a column known to hold RS numbers.
    ///
    /// # Errors
    /// When no positive number is found.
    pub fn from_rs_column(text: &str) -> Result<Self, InvalidCode> {
        Self::in_column(text, Self::Rs)
    }

    fn in_column(text: &str, kind: fn(u32) -> Self) -> Result<Self, InvalidCode> {
        if let Ok(code) = Self::new(text) {
            return Ok(code);
        }
        let trimmed = text.trim();
        let bare = trimmed.strip_suffix(".0").unwrap_or(trimmed);
        match bare.parse() {
            Ok(number) if number > 0 => Ok(kind(number)),
            _ => Err(invalid("RNCP", text)),
        }
    }
}

impl fmt::Display for Rncp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Rncp(number) => write!(f, "RNCP{number}"),
            Self::Rs(number) => write!(f, "RS{number}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fap(text: &str, expected: Option<FapLevel>) {
        let level = Fap::new(FapVersion::Fap2021, text).ok().map(|f| f.level());
        assert_eq!(level, expected, "{text}");
    }

    #[test]
    fn fap_shapes() {
        fap("A", Some(FapLevel::Domain));
        fap("A0X", Some(FapLevel::Group));
        fap("A0X40", Some(FapLevel::Occupation));
        fap("QAX01", Some(FapLevel::Occupation));
        fap("A0X41a", Some(FapLevel::Fine));
        fap("A0", None);
        fap("a0x40", None);
        fap("A0X4", None);
        fap("84", None);
        fap("", None);
    }

    #[test]
    fn fap_ancestors_are_prefixes() {
        let fine: Fap = "fap2021:G0B41b".parse().unwrap();
        assert_eq!(fine.ancestor(FapLevel::Occupation).unwrap().to_string(), "fap2021:G0B41");
        assert_eq!(fine.ancestor(FapLevel::Group).unwrap().code(), "G0B");
        assert_eq!(fine.ancestor(FapLevel::Domain).unwrap().code(), "G");
        let group: Fap = "fap2009:G0B".parse().unwrap();
        assert_eq!(group.ancestor(FapLevel::Occupation), None);
    }

    #[test]
    fn the_same_letters_in_two_editions_are_two_codes() {
        let old: Fap = "fap2009:T2B60".parse().unwrap();
        let new: Fap = "fap2021:T2B60".parse().unwrap();
        assert_ne!(old, new);
    }

    #[test]
    fn naf_with_or_without_dot() {
        assert_eq!(Naf::new("01.11Z").unwrap(), Naf::new("0111z").unwrap());
        assert_eq!(Naf::new("47").unwrap().section(), Some('G'));
        assert_eq!(Naf::new("86.10Z").unwrap().section(), Some('Q'));
        assert!(Naf::new("4").is_err());
    }

    #[test]
    fn rncp_needs_its_kind() {
        assert_eq!(Rncp::new("RNCP509"), Ok(Rncp::Rncp(509)));
        assert_eq!(Rncp::from_rs_column("6117.0"), Ok(Rncp::Rs(6117)));
        assert_eq!(Rncp::from_rncp_column("37297"), Ok(Rncp::Rncp(37297)));
        assert!(Rncp::from_rncp_column("-1").is_err());
        assert!(Rncp::new("37297").is_err());
        assert_ne!(Rncp::Rncp(1), Rncp::Rs(1));
    }

    #[test]
    fn rome_and_nsf() {
        assert_eq!(Rome::new(" j1501 ").unwrap().as_str(), "J1501");
        assert!(Rome::new("A1100").unwrap().is_domain());
        assert!(Rome::new("J15011").is_err());
        assert_eq!(Nsf::new("221W").unwrap().as_str(), "221w");
        assert!(Nsf::new("22").is_err());
        assert!(Formacode::new("31827").is_ok());
    }
}
