//! Names of files in an archive: safe on every system, and each once whatever the case.

use std::collections::BTreeSet;

/// Where sources lie beside the project.
pub const SOURCES: &str = "sources";
/// Bytes of one part of a name, at most; the whole has two more parts at most.
const MOST_PART: usize = 180;
/// Names that Windows keeps for devices, whatever follows the first point.
const DEVICES: [&str; 6] = ["con", "prn", "aux", "nul", "conin$", "conout$"];

/// Whether this is the name of one file in a folder, on every system.
fn is_plain_part(part: &str) -> bool {
    let stem = part.split('.').next().unwrap_or_default().trim_end().to_lowercase();
    let numbered = |name: &str| {
        let digit = stem.strip_prefix(name).and_then(|rest| rest.chars().next());
        digit.is_some_and(|digit| digit.is_ascii_digit() || matches!(digit, '¹' | '²' | '³'))
            && stem.chars().count() == name.len() + 1
    };
    !part.is_empty()
        && part.len() <= MOST_PART
        && !part.starts_with(['.', ' '])
        && !part.ends_with(['.', ' '])
        && !part.chars().any(is_refused)
        && !DEVICES.contains(&stem.as_str())
        && !numbered("com")
        && !numbered("lpt")
}

/// Signs that some system does not take, or that hide what a name is.
fn is_refused(sign: char) -> bool {
    let turns =
        matches!(sign, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    sign.is_control()
        || turns
        || matches!(sign, '<' | '>' | ':' | '"' | '/' | '\\' | '|' | '?' | '*' | '\u{fffd}')
}

/// Whether a member may lie under this name: at most two folders deep, below none but its own.
pub fn is_plain(name: &str) -> bool {
    let parts: Vec<&str> = name.split('/').collect();
    parts.len() <= 3 && parts.iter().all(|part| is_plain_part(part))
}

/// As names are compared where systems do not tell capitals apart.
pub fn folded(name: &str) -> String {
    name.to_lowercase()
}

/// The name of a file as it may stand in an archive, its ending kept.
pub fn plain(name: &str) -> String {
    let cleaned: String =
        name.chars().map(|sign| if is_refused(sign) { '_' } else { sign }).collect();
    let trimmed = cleaned.trim_end_matches(['.', ' ']);
    let (stem, ending) = match trimmed.rsplit_once('.') {
        Some((stem, ending)) if !stem.is_empty() && ending.len() < 16 => (stem, Some(ending)),
        _ => (trimmed, None),
    };
    let mut most = MOST_PART.saturating_sub(ending.map_or(1, |ending| ending.len() + 2));
    while !stem.is_char_boundary(most.min(stem.len())) {
        most = most.saturating_sub(1);
    }
    let stem = stem.get(..most.min(stem.len())).unwrap_or_default();
    let with = |stem: &str| match ending {
        Some(ending) => format!("{stem}.{ending}"),
        None => stem.to_owned(),
    };
    let whole = with(stem);
    // A point first hides a file, a device takes its place.
    if is_plain_part(&whole) { whole } else { with(&format!("_{}", stem.trim_end())) }
}

/// Names given so far.
#[derive(Default)]
pub struct Names(BTreeSet<String>);

impl Names {
    /// A place below `sources` for a file of this name: the name itself, since files of one kind are
    /// taken in the order of their names; in a folder of its own where it is taken.
    pub fn place(&mut self, name: &str) -> String {
        let name = plain(name);
        let mut place = format!("{SOURCES}/{name}");
        let mut turn = 2;
        while !self.0.insert(folded(&place)) {
            place = format!("{SOURCES}/{turn}/{name}");
            turn += 1;
        }
        place
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_plain_on_every_system_or_is_refused() {
        for name in ["a.csv", "sources/été 2024.xlsx", "sources/2/a.csv", "con-seil.csv", "com.csv"]
        {
            assert!(is_plain(name), "{name}");
        }
        let long = "a".repeat(181);
        for name in [
            "",
            "/a",
            "a/",
            "a//b",
            "../a",
            "a/../b",
            "a/./b",
            ".a",
            "a.",
            "a ",
            "a\\b",
            "C:a",
            "c:/a",
            "a:b",
            "a\0b",
            "con",
            "CON.csv",
            "nul.tar.gz",
            "com1",
            "LPT9.txt",
            "a/b/c/d",
            "\u{202e}a",
            "a?",
            "aux .csv",
            &long,
        ] {
            assert!(!is_plain(name), "{name:?}");
        }
    }

    #[test]
    fn every_name_becomes_a_plain_one_and_keeps_its_ending() {
        let long = format!("{}.xlsx", "é".repeat(200));
        for name in [
            "a.csv",
            "a:b.csv",
            ".profile",
            "con.csv",
            "a .",
            "..",
            "",
            "COM1",
            "x|y?.txt",
            &long,
            "a.",
            " a.csv",
            "a\u{202e}vsc.exe",
        ] {
            let found = plain(name);
            assert!(is_plain(&found), "{name:?}: {found:?}");
            assert_eq!(plain(&found), found);
        }
        assert_eq!(plain("été 2024.xlsx"), "été 2024.xlsx");
        assert_eq!(
            plain(&long).rsplit_once('.').map(|(_, ending)| ending.to_owned()),
            Some("xlsx".to_owned())
        );
    }

    #[test]
    fn two_files_of_one_name_have_two_places() {
        let mut names = Names::default();
        let found = ["a.csv", "A.csv", "a.csv", "b.csv"].map(|name| names.place(name));
        let expect = ["sources/a.csv", "sources/2/A.csv", "sources/3/a.csv", "sources/b.csv"];
        assert_eq!(found, expect);
    }
}
