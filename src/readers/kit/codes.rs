//! Codes as spreadsheets spoil them: a SIRET turned to a number, zeros lost, a postcode for a
//! commune.

use crate::model::{Naf, Rome, fold};
use crate::readers::kit::book::Cell;
use crate::readers::kit::fault::{Fault, Mending};
use crate::readers::kit::value::{Answer, Read};
use crate::reference::Reference;
use crate::reference::questionnaire::Code;

/// Lists that the kit itself carries.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Lists {
    /// Insee codes and what the drop-down shows.
    pub communes: Vec<(String, String)>,
}

/// # Errors
/// When the cell is not a code of that system.
pub fn read(cell: &Cell, code: Code, lists: &Lists) -> Result<Read, Fault> {
    let (text, mended) = match code {
        Code::Siret => siret(cell)?,
        Code::Commune => commune(cell, lists)?,
        Code::Respondent => (respondent(&cell.shown())?, None),
        Code::Naf => (shaped(&cell.shown(), "naf", "0000A")?, None),
        Code::Rome => (shaped(&cell.shown(), "rome", "A0000")?, None),
    };
    Ok((Answer::Text(text), mended))
}

/// Overseas collectivities, which the lists of communes leave out.
const BEYOND_LISTS: [&str; 6] = ["975", "977", "978", "986", "987", "988"];

/// Last letters of NAF rév. 2 (Insee, 2008). NAF 2025 has others, so that no code of the one is taken
/// for one of the other.
const LETTERS: &str = "ABCDEFZ";

/// Well-formed codes that no list knows. An activity of another edition than the list's is known
/// where its division is, for its section is told by that alone.
///
/// # Errors
/// When no list knows the code.
pub fn exists(text: &str, code: Code, reference: &Reference) -> Result<(), Fault> {
    let (known, system) = match code {
        Code::Commune => {
            let beyond = BEYOND_LISTS.iter().any(|prefix| text.starts_with(prefix));
            (beyond || reference.basin_from_commune(text).is_some(), "insee")
        }
        Code::Rome => {
            (Rome::new(text).is_ok_and(|rome| reference.rome_label(rome).is_some()), "rome")
        }
        Code::Naf => (Naf::new(text).is_ok_and(|naf| is_activity(naf, reference)), "naf"),
        Code::Respondent | Code::Siret => return Ok(()),
    };
    if known { Ok(()) } else { Err(Fault::UnknownCode { system }) }
}

fn is_activity(naf: Naf, reference: &Reference) -> bool {
    let of_the_list = naf.as_str().ends_with(|letter| LETTERS.contains(letter));
    if of_the_list { reference.naf_label(naf).is_some() } else { naf.section().is_some() }
}

/// A code of activity, whatever blanks and points are in it; `None` for what is none.
pub fn activity(text: &str) -> Option<String> {
    shaped(text, "naf", "0000A").ok()
}

/// Letters and digits in the places of the pattern, whatever blanks and points are between.
fn shaped(text: &str, system: &'static str, pattern: &str) -> Result<String, Fault> {
    let bare: String = text
        .chars()
        .filter(|c| !c.is_whitespace() && *c != '.')
        .flat_map(char::to_uppercase)
        .collect();
    let fits = |(c, place): (char, char)| {
        if place == 'A' { c.is_ascii_uppercase() } else { c.is_ascii_digit() }
    };
    let same_length = bare.chars().count() == pattern.len();
    if same_length && bare.chars().zip(pattern.chars()).all(fits) {
        return Ok(bare);
    }
    Err(Fault::NotACode { system })
}

/// A number that the surveyor gave. One that would name the establishment is refused, since this
/// identifier goes with the answers.
fn respondent(text: &str) -> Result<String, Fault> {
    let n_digits = text.chars().filter(char::is_ascii_digit).count();
    if n_digits >= 9 || text.contains('@') {
        return Err(Fault::Identifies);
    }
    let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.' | '/');
    let begins = text.starts_with(|c: char| c.is_ascii_alphanumeric());
    if begins && n_digits > 0 && text.len() <= 20 && text.chars().all(plain) {
        return Ok(text.to_uppercase());
    }
    Err(Fault::NotACode { system: "respondent" })
}

fn siret(cell: &Cell) -> Result<(String, Option<Mending>), Fault> {
    let bad = Fault::NotACode { system: "siret" };
    let (digits, scientific) = match cell {
        // Fourteen digits are exact in a number.
        Cell::Number(number) if number.fract() == 0.0 && *number > 0.0 => {
            (format!("{number:.0}"), false)
        }
        Cell::Text(text) => {
            let bare: String = text
                .chars()
                .filter(|c| !c.is_whitespace() && !matches!(c, '.' | '-' | '\''))
                .collect();
            let upper = text.replace(',', ".").to_uppercase();
            match upper.split_once('E') {
                Some((mantissa, power)) => (unfold(mantissa, power)?, true),
                None => (bare, false),
            }
        }
        _ => return Err(bad),
    };
    if digits.is_empty() || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err(bad);
    }
    let padded = format!("{digits:0>14}");
    // More than three zeros at the front would be no SIRET at all.
    if padded.len() != 14 || digits.len() < 11 {
        return Err(bad);
    }
    if !luhn(&padded) {
        return Err(Fault::CheckDigit);
    }
    let mended = match (scientific, digits.len()) {
        (true, _) => Some(Mending::Scientific),
        (false, 14) => None,
        (false, _) => Some(Mending::LeadingZeros),
    };
    Ok((padded, mended))
}

/// `1.2345678900013` × 10^13 when every digit is there.
fn unfold(mantissa: &str, power: &str) -> Result<String, Fault> {
    let bad = || Fault::NotACode { system: "siret" };
    let power: usize = power.trim().trim_start_matches('+').parse().map_err(|_| bad())?;
    let (whole, decimals) = mantissa.trim().split_once('.').unwrap_or((mantissa.trim(), ""));
    let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    if whole.len() != 1 || !digits(whole) || !digits(decimals) || power > 20 {
        return Err(bad());
    }
    if decimals.len() != power {
        return Err(Fault::DigitsLost);
    }
    Ok(format!("{whole}{decimals}"))
}

/// Luhn's check; establishments of La Poste (SIREN 356000000) follow a sum of digits instead.
fn luhn(digits: &str) -> bool {
    let values = || digits.bytes().rev().map(|byte| u32::from(byte.wrapping_sub(b'0')));
    let sum: u32 = values()
        .enumerate()
        .map(|(place, value)| match (place % 2, value * 2) {
            (0, _) => value,
            (_, double) if double > 9 => double - 9,
            (_, double) => double,
        })
        .sum();
    sum.is_multiple_of(10)
        || (digits.starts_with("356000000") && values().sum::<u32>().is_multiple_of(5))
}

/// A choice of the kit's list by its text, its name or its code; without a list, an Insee code.
fn commune(cell: &Cell, lists: &Lists) -> Result<(String, Option<Mending>), Fault> {
    let text = cell.shown();
    let inner = text.rsplit_once('(').and_then(|(_, rest)| rest.strip_suffix(')'));
    let written = inner.unwrap_or(&text).trim().to_uppercase();
    let padded = format!("{written:0>5}");
    let is_code = padded.len() == 5
        && padded.bytes().enumerate().all(|(place, byte)| {
            byte.is_ascii_digit() || (place == 1 && matches!(byte, b'A' | b'B'))
        })
        && written.len() >= 4;
    let mended = (is_code && written.len() < 5).then_some(Mending::LeadingZeros);
    if lists.communes.is_empty() {
        // No commune is numbered 000: `15000` is a postcode.
        let fits = is_code && !padded.ends_with("000");
        return if fits { Ok((padded, mended)) } else { Err(Fault::NotACode { system: "insee" }) };
    }
    if is_code {
        let known = lists.communes.iter().any(|(code, _)| *code == padded);
        return if known { Ok((padded, mended)) } else { Err(Fault::NotInList) };
    }
    let bare = |text: &str| fold(text).replace(['-', '\''], " ");
    let mut named = lists.communes.iter().filter(|(_, label)| {
        let name = label.rsplit_once(" (").map_or(label.as_str(), |(name, _)| name);
        bare(name) == bare(&text)
    });
    match (named.next(), named.next()) {
        (Some((code, _)), None) => Ok((code.clone(), None)),
        _ => Err(Fault::NotInList),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(text: &str) -> Cell {
        Cell::Text(text.to_owned())
    }

    #[test]
    fn siret_as_spreadsheets_spoil_it() {
        let check = |cell: Cell, expect: Result<(&str, Option<Mending>), Fault>| {
            let read = siret(&cell);
            let read = read.as_ref().map(|(code, mended)| (code.as_str(), *mended));
            assert_eq!(read, expect.as_ref().map(|e| *e), "{cell:?}");
        };
        let bad = || Err(Fault::NotACode { system: "siret" });
        // The published examples: 732829320 is a valid SIREN; La Poste's head office.
        check(text("732 829 320 00074"), Ok(("73282932000074", None)));
        check(Cell::Number(73_282_932_000_074.0), Ok(("73282932000074", None)));
        check(text("7,3282932000074E+13"), Ok(("73282932000074", Some(Mending::Scientific))));
        check(text("7,33E+13"), Err(Fault::DigitsLost));
        check(text("35600000000048"), Ok(("35600000000048", None)));
        check(text("35600000049837"), Ok(("35600000049837", None)));
        check(text("73282932000075"), Err(Fault::CheckDigit));
        check(text("732829320"), bad());
        check(text("732829320000741"), bad());
        check(text("inconnu"), bad());
        check(Cell::Number(7328.5), bad());
        let lost = siret(&Cell::Number(5_580_113_900_018.0));
        let whole = siret(&text("05580113900018"));
        assert_eq!(lost.map(|(code, _)| code), whole.map(|(code, _)| code));
    }

    #[test]
    fn communes_with_and_without_a_list() {
        let list = Lists {
            communes: [("15014", "Aurillac (15014)"), ("01001", "L’Abergement (01001)")]
                .map(|(code, label)| (code.to_owned(), label.to_owned()))
                .to_vec(),
        };
        let check = |typed: &str, with: Option<&str>, without: Option<&str>| {
            let code = |lists: &Lists| commune(&text(typed), lists).ok().map(|(code, _)| code);
            assert_eq!(code(&list).as_deref(), with, "{typed}");
            assert_eq!(code(&Lists::default()).as_deref(), without, "{typed}");
        };
        check("Aurillac (15014)", Some("15014"), Some("15014"));
        check("AURILLAC", Some("15014"), None);
        check("l'abergement", Some("01001"), None);
        check("1001", Some("01001"), Some("01001"));
        check("2A004", None, Some("2A004"));
        check("15000", None, None);
        check("15130", None, Some("15130"));
        check("Ytrac", None, None);
    }

    #[test]
    fn other_codes() {
        let check = |code: Code, typed: &str, expect: Option<&str>| {
            let read = read(&text(typed), code, &Lists::default()).ok();
            let written = read.map(|(answer, _)| answer.written());
            assert_eq!(written.as_deref(), expect, "{typed}");
        };
        check(Code::Naf, "10.71c", Some("1071C"));
        check(Code::Naf, "1071", None);
        check(Code::Rome, " d1102 ", Some("D1102"));
        check(Code::Rome, "boulanger", None);
        check(Code::Respondent, "c-042", Some("C-042"));
        check(Code::Respondent, "73282932000074", None);
        check(Code::Respondent, "732 829 320", None);
        check(Code::Respondent, "Dupont", None);
        check(Code::Respondent, "=1+1", None);
    }

    #[test]
    fn codes_that_no_list_knows() {
        let reference = Reference::embedded().unwrap();
        let check = |code: Code, text: &str, unknown: Option<&'static str>| {
            let expect = unknown.map_or(Ok(()), |system| Err(Fault::UnknownCode { system }));
            assert_eq!(exists(text, code, &reference), expect, "{text}");
        };
        check(Code::Commune, "15014", None);
        check(Code::Commune, "2A004", None);
        check(Code::Commune, "97502", None);
        check(Code::Commune, "99999", Some("insee"));
        check(Code::Rome, "D1102", None);
        check(Code::Rome, "Z9999", Some("rome"));
        check(Code::Naf, "1071C", None);
        check(Code::Naf, "1071Z", Some("naf"));
        check(Code::Naf, "9999Z", Some("naf"));
        // Of NAF 2025, of which no list is built in.
        check(Code::Naf, "6491Y", None);
        check(Code::Naf, "3411Y", Some("naf"));
    }
}
