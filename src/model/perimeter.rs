//! What a territory is set against: another territory, a perimeter of the user's own, its likes.

use crate::model::Territory;
use crate::model::code::InvalidCode;
use std::collections::BTreeSet;
use std::fmt;
use std::str::FromStr;

/// A territory that the user drew: a named list of communes.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Perimeter {
    pub name: String,
    /// Insee codes, five characters.
    pub communes: BTreeSet<String>,
}

impl Perimeter {
    /// Told by its communes: the same list under another name is the same territory.
    pub fn territory(&self) -> Territory {
        // FNV-1a, 32 bits: bit-stable, and short enough to be typed. Not a matter of safety.
        let mut hash = 0x811c_9dc5_u32;
        for byte in self.communes.iter().flat_map(|commune| commune.bytes().chain([b';'])) {
            hash = (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193);
        }
        // Eight hexadecimal digits are always the code of a perimeter.
        Territory::perimeter(&format!("{hash:08x}")).unwrap_or(Territory::France)
    }
}

/// Against what the occupations of a territory are read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Benchmark {
    Place(Territory),
    /// The nearest basins by size and structure of hiring, together.
    Similar,
}

impl fmt::Display for Benchmark {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Place(territory) => write!(f, "{territory}"),
            Self::Similar => f.write_str("similar"),
        }
    }
}

impl FromStr for Benchmark {
    type Err = InvalidCode;

    fn from_str(text: &str) -> Result<Self, InvalidCode> {
        if text.trim().eq_ignore_ascii_case("similar") {
            return Ok(Self::Similar);
        }
        text.parse().map(Self::Place)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn perimeter(name: &str, communes: &[&str]) -> Perimeter {
        let communes = communes.iter().map(|commune| (*commune).to_owned()).collect();
        Perimeter { name: name.to_owned(), communes }
    }

    #[test]
    fn a_perimeter_is_its_communes() {
        let one = perimeter("a", &["15014", "15012"]);
        assert_eq!(one.territory(), perimeter("b", &["15012", "15014"]).territory());
        assert_ne!(one.territory(), perimeter("a", &["15014"]).territory());
        assert_eq!(one.territory().prefix(), "per");
        assert_eq!(one.territory().to_string().parse(), Ok(one.territory()));
    }

    #[test]
    fn benchmarks_as_typed() {
        let check = |text: &str, expected: Option<&str>| {
            let shown = text.parse::<Benchmark>().ok().map(|found| found.to_string());
            assert_eq!(shown.as_deref(), expected, "{text}");
        };
        check("dep:15", Some("dep:15"));
        check("Similar", Some("similar"));
        check("FR", Some("fr"));
        check("15", None);
    }
}
