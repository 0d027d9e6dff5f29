//! Cells as people really type them → values. What cannot be read is refused, never guessed.

use crate::model::{Date, Fap, FapVersion, IssueKind, Naf};
use crate::readers::cells::trimmed;
use crate::tables::Cell;
use std::borrow::Cow;

const MARKS: [&str; 11] = ["", "n.d.", "nd", "na", "nc", "n.c.", "-", "–", "—", "n/a", "?"];

/// Marks of a missing value.
pub fn is_missing(text: &str) -> bool {
    // The usual case: a number.
    if text.as_bytes().first().is_some_and(u8::is_ascii_digit) {
        return false;
    }
    // None is longer: a sentence is not looked at.
    text.len() <= 4 && MARKS.iter().any(|mark| mark.eq_ignore_ascii_case(text))
}

/// What spreadsheets write for a formula that fails, in English and in French.
const ERRORS: [&str; 19] = [
    "#REF!",
    "#N/A",
    "#NAME?",
    "#VALUE!",
    "#DIV/0!",
    "#NULL!",
    "#NUM!",
    "#SPILL!",
    "#CALC!",
    "#FIELD!",
    "#BLOCKED!",
    "#GETTING_DATA",
    "#NOM?",
    "#VALEUR!",
    "#NUL!",
    "#NOMBRE!",
    "#PROPAGATION!",
    "#EPARS!",
    "#CHAMP!",
];

/// Whether a cell is a formula that failed: no word, no identifier, no mark of a missing value.
pub fn is_formula_error(text: &str) -> bool {
    // The usual case.
    if !text.starts_with('#') {
        return false;
    }
    // Some write « #NOM ? ».
    let mut bare = String::with_capacity(text.len());
    bare.extend(text.chars().filter(|c| !c.is_whitespace()).take(16));
    ERRORS.iter().any(|error| error.eq_ignore_ascii_case(&bare))
}

/// Digits alone, so few that their number is exact.
fn short_whole(text: &str) -> Option<f64> {
    if !(1..=15).contains(&text.len()) {
        return None;
    }
    let digit = |byte: u8| byte.is_ascii_digit().then(|| u64::from(byte - b'0'));
    let value = text.bytes().try_fold(0, |sum: u64, byte| Some(sum * 10 + digit(byte)?))?;
    #[expect(clippy::cast_precision_loss, reason = "below 2^53")]
    Some(value as f64)
}

/// `1 234,5`, `1234.5`, `39,74061108`; missing marks give nothing.
pub fn number(text: &str) -> Result<Option<f64>, IssueKind> {
    let trimmed = trimmed(text);
    // The usual case.
    if let Some(value) = short_whole(trimmed) {
        return Ok(Some(value));
    }
    if is_missing(trimmed) {
        return Ok(None);
    }
    if trimmed.starts_with('#') {
        return Err(IssueKind::CellError { text: shorten(trimmed) });
    }
    let bad = || IssueKind::NotANumber { text: shorten(trimmed) };
    let plain = plain_number(trimmed).or_else(|| plain_number(amount(trimmed)?));
    let value: f64 = plain.ok_or_else(bad)?.parse().map_err(|_| bad())?;
    if value.is_finite() { Ok(Some(value)) } else { Err(bad()) }
}

/// The units that may stand behind a number: the sign or the name of the euro.
const UNITS: [&str; 4] = ["€", "euros", "euro", "EUR"];

/// What stands before a unit.
fn amount(text: &str) -> Option<&str> {
    UNITS.into_iter().find_map(|unit| text.strip_suffix(unit)).map(str::trim_end)
}

/// Whether a cell is a number with a unit behind it.
pub fn has_unit(text: &str) -> bool {
    // Last bytes of the units: seldom those of anything else.
    matches!(text.as_bytes().last(), Some(0xac | b's' | b'o' | b'R'))
        && amount(text).is_some_and(|bare| plain_number(bare).is_some())
}

/// A number without the unit behind it; as it stands where there is none.
pub fn without_unit(text: &str) -> &str {
    if has_unit(text) { amount(text).unwrap_or(text) } else { text }
}

/// A number as Rust writes it, from one as people do: a sign, thousands apart by one blank of any
/// kind, a comma or a point; or as spreadsheets abridge it (`1,2E+05`). Two numbers in a cell, a
/// telephone number or a line break are no number.
fn plain_number(text: &str) -> Option<String> {
    let (sign, rest) = match text.strip_prefix(['-', '−', '+']) {
        Some(rest) if text.starts_with('+') => ("", rest),
        Some(rest) => ("-", rest),
        None => ("", text),
    };
    let (mantissa, exponent) = match rest.split_once('E') {
        Some((mantissa, exponent)) => (mantissa, Some(exponent)),
        None => (rest, None),
    };
    let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    let (whole, decimals) = match mantissa.split_once([',', '.']) {
        Some((whole, decimals)) => (whole, decimals),
        None => (mantissa, ""),
    };
    let mut groups = whole.split([' ', '\u{a0}', '\u{202f}']);
    let first = groups.next().filter(|group| digits(group))?;
    let mut bare = first.to_owned();
    for group in groups {
        if group.len() != 3 || !digits(group) || first.len() > 3 || first.is_empty() {
            return None;
        }
        bare.push_str(group);
    }
    if !digits(decimals) || (bare.is_empty() && decimals.is_empty()) {
        return None;
    }
    let mut plain = format!("{sign}{bare}");
    if !decimals.is_empty() {
        plain.push('.');
        plain.push_str(decimals);
    }
    if let Some(exponent) = exponent {
        let signed = exponent.strip_prefix(['+', '-'])?;
        if signed.len() < 2 || !digits(signed) {
            return None;
        }
        plain.push('e');
        plain.push_str(exponent);
    }
    Some(plain)
}

/// Whether the point or the comma of a number may be that of its thousands as well: `1.500`, not
/// `0.500` nor `1500.250`.
pub fn has_two_readings(text: &str) -> bool {
    let Some((whole, rest)) = text.split_once(['.', ',']) else { return false };
    let (whole, rest) = (whole.trim_start().trim_start_matches(['-', '−', '+']), rest.trim_end());
    let rest = amount(rest).unwrap_or(rest);
    let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    let begins = (1..=3).contains(&whole.len()) && digits(whole) && !whole.starts_with('0');
    begins && rest.len() == 3 && digits(rest)
}

/// As [`number`], refusing negative values.
pub fn positive(text: &str) -> Result<Option<f64>, IssueKind> {
    match number(text)? {
        Some(value) if value < 0.0 => Err(IssueKind::Negative { text: shorten(text) }),
        value => Ok(value),
    }
}

/// A count that the producer may mask with `*`.
pub fn maskable(text: &str) -> Result<Cell, IssueKind> {
    if text.trim() == "*" {
        return Ok(Cell::Masked);
    }
    Ok(positive(text)?.map_or(Cell::Missing, Cell::Value))
}

/// `0,85`, `85 %`.
pub fn rate(text: &str) -> Result<Option<f64>, IssueKind> {
    let trimmed = text.trim();
    let value = match trimmed.strip_suffix('%') {
        Some(percent) => positive(percent)?.map(|value| value / 100.0),
        None => positive(trimmed)?,
    };
    match value {
        Some(value) if value > 1.0 => Err(IssueKind::NotAShare { text: shorten(trimmed) }),
        value => Ok(value),
    }
}

/// oui/non, o/n, 1/0, vrai/faux.
pub fn yes_no(text: &str) -> Result<Option<bool>, IssueKind> {
    let trimmed = trimmed(text);
    match trimmed {
        text if is_missing(text) => return Ok(None),
        "oui" => return Ok(Some(true)),
        "non" => return Ok(Some(false)),
        _ => {}
    }
    match trimmed.to_lowercase().as_str() {
        "oui" | "o" | "1" | "vrai" | "true" | "yes" => Ok(Some(true)),
        "non" | "n" | "0" | "faux" | "false" | "no" => Ok(Some(false)),
        _ => Err(IssueKind::NotAnOption { text: shorten(text) }),
    }
}

/// Day 0 of a workbook's calendar, as it numbers the days after February 1900.
const WORKBOOK_ORIGIN: &str = "1899-12-30";
/// Numbers that a workbook's date can be: 1982 to 2064. Others are not dates.
const WORKBOOK_DAYS: std::ops::RangeInclusive<i64> = 30_000..=60_000;

/// jj/mm/aaaa, aaaa-mm-jj with or without an hour, aaaammjj, or a workbook's number of days, as an
/// ISO day; mm/aaaa, aaaa-mm and aaaamm00 as an ISO month. Empty stays empty.
pub fn date(text: &str) -> Result<Cow<'_, str>, IssueKind> {
    let trimmed = trimmed(text);
    if is_missing(trimmed) {
        return Ok(Cow::Borrowed(""));
    }
    if is_iso(trimmed) {
        return Ok(Cow::Borrowed(trimmed));
    }
    let (day, hour) = trimmed.split_once(['T', ' ']).unwrap_or((trimmed, ""));
    let is_hour = |c: char| c.is_ascii_digit() || matches!(c, ':' | '.' | '+' | '-' | 'Z');
    if let (Ok(date), true) = (day.parse::<Date>(), hour.chars().all(is_hour)) {
        return Ok(Cow::Owned(date.to_string()));
    }
    month(trimmed)
        .or_else(|| dayless(day))
        .or_else(|| compact(trimmed))
        .or_else(|| serial(trimmed))
        .map(Cow::Owned)
        .ok_or_else(|| IssueKind::NotADate { text: shorten(trimmed) })
}

/// A day as it is kept: `2025-03-01`.
fn is_iso(text: &str) -> bool {
    let &[y0, y1, y2, y3, b'-', m0, m1, b'-', d0, d1] = text.as_bytes() else { return false };
    let number = |digits: &[u8]| {
        let digit = |byte: u8| byte.is_ascii_digit().then(|| u16::from(byte - b'0'));
        digits.iter().try_fold(0, |sum: u16, byte| Some(sum * 10 + digit(*byte)?))
    };
    let short = |digits| number(digits).and_then(|number| u8::try_from(number).ok());
    match (number(&[y0, y1, y2, y3]), short(&[m0, m1]), short(&[d0, d1])) {
        (Some(year), Some(month), Some(day)) => Date::new(i32::from(year), month, day).is_ok(),
        _ => false,
    }
}

/// `03/2025` and `2025-03` → `2025-03`.
fn month(text: &str) -> Option<String> {
    let (month, year) = match text.split_once('/') {
        Some(parts) => parts,
        None => text.split_once('-').map(|(year, month)| (month, year))?,
    };
    let digits = |text: &str, least: usize, most: usize| {
        (least..=most).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit())
    };
    let month = format!("{month:0>2}");
    let known = digits(&month, 2, 2) && digits(year, 4, 4);
    known.then(|| format!("{year}-{month}-01").parse::<Date>().ok())??;
    Some(format!("{year}-{month}"))
}

/// `00/03/2025` and `2025-03-00` → `2025-03`: the day is not known.
fn dayless(text: &str) -> Option<String> {
    text.strip_prefix("00/").or_else(|| text.strip_suffix("-00")).and_then(month)
}

/// `20171003` → `2017-10-03`; `20170900` → `2017-09`: the day is not known.
fn compact(text: &str) -> Option<String> {
    if text.len() != 8 || !text.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let (year, rest) = text.split_at(4);
    let (month, day) = rest.split_at(2);
    let first = format!("{year}-{month}-{}", if day == "00" { "01" } else { day });
    first.parse::<Date>().ok()?;
    Some(if day == "00" { format!("{year}-{month}") } else { first })
}

/// `45658` → `2025-01-01`.
fn serial(text: &str) -> Option<String> {
    let bare = text.strip_suffix(".0").unwrap_or(text);
    let days: i64 = bare.parse().ok().filter(|days| WORKBOOK_DAYS.contains(days))?;
    let origin: Date = WORKBOOK_ORIGIN.parse().ok()?;
    Date::from_ordinal(origin.ordinal() + days).map(|date| date.to_string())
}

/// An Insee commune code, its leading zero restored.
pub fn commune(text: &str) -> Result<Cow<'_, str>, IssueKind> {
    let trimmed = trimmed(text);
    if is_missing(trimmed) {
        return Ok(Cow::Borrowed(""));
    }
    // A code stored as a number.
    let trimmed = trimmed.strip_suffix(".0").unwrap_or(trimmed);
    let padded = if trimmed.len() != 5 {
        Cow::Owned(format!("{trimmed:0>5}"))
    } else if trimmed.bytes().any(|byte| byte.is_ascii_lowercase()) {
        Cow::Owned(trimmed.to_ascii_uppercase())
    } else {
        Cow::Borrowed(trimmed)
    };
    let shape = padded.len() == 5
        && padded
            .bytes()
            .enumerate()
            .all(|(i, b)| b.is_ascii_digit() || (i == 1 && matches!(b, b'A' | b'B')));
    if shape { Ok(padded) } else { Err(code("Insee", trimmed)) }
}

/// A NAF code, its lost zero given back: `111Z`. With or without its dot.
pub fn naf(text: &str) -> Result<Naf, IssueKind> {
    // As nearly all are written.
    if text.len() == 5
        && let Ok(naf) = Naf::new(text)
    {
        return Ok(naf);
    }
    let bare = text.replace('.', "");
    let lost = bare.len() == 4 && bare.bytes().take(3).all(|byte| byte.is_ascii_digit());
    let whole = if lost { format!("0{bare}") } else { bare };
    Naf::new(&whole).map_err(|_| code("NAF", text))
}

/// A FAP code, whose shape is the same in both editions, whatever its case.
pub fn fap(text: &str) -> Result<Fap, IssueKind> {
    let bad = || code("FAP", text);
    if let Ok(fap) = Fap::new(FapVersion::Fap2021, text) {
        return Ok(fap);
    }
    // Letters are capital, but the sixth.
    let (head, tail) = text.split_at_checked(5).unwrap_or((text, ""));
    let shaped = format!("{}{}", head.to_ascii_uppercase(), tail.to_ascii_lowercase());
    Fap::new(FapVersion::Fap2021, &shaped).map_err(|_| bad())
}

/// The fourteen digits of a SIRET, from groups, from a number of a workbook, or without the zeros
/// that a spreadsheet took from its beginning.
///
/// # Errors
/// When digits are lost, when it is a SIREN, and for anything else: a company is not one of its
/// establishments, and no SIRET is made of it.
pub fn siret(text: &str) -> Result<Cow<'_, str>, IssueKind> {
    // As nearly all are written.
    if text.len() == 14 && text.bytes().all(|byte| byte.is_ascii_digit()) {
        return Ok(Cow::Borrowed(text));
    }
    siret_of(text).map(Cow::Owned)
}

fn siret_of(text: &str) -> Result<String, IssueKind> {
    let whole: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    let bare = whole.strip_suffix(".0").unwrap_or(&whole);
    if !bare.is_empty() && bare.bytes().all(|byte| byte.is_ascii_digit()) {
        return match bare.len() {
            14 => Ok(bare.to_owned()),
            13 => Ok(format!("0{bare}")),
            // Several zeros lost: its key tells that it is one.
            10..=12 if has_luhn_key(bare) => Ok(format!("{bare:0>14}")),
            9 => Err(IssueKind::SirenAlone { text: shorten(text) }),
            _ => Err(code("SIRET", text)),
        };
    }
    let Some((mantissa, exponent)) = bare.split_once(['E', 'e']) else {
        return Err(code("SIRET", text));
    };
    let digits: String = mantissa.chars().filter(|c| !matches!(c, ',' | '.')).collect();
    let exponent: Option<usize> = exponent.trim_start_matches('+').parse().ok();
    let number = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
    match exponent.filter(|_| number) {
        Some(13) if digits.len() == 14 => Ok(digits),
        Some(_) => Err(IssueKind::Abridged { text: shorten(text) }),
        None => Err(code("SIRET", text)),
    }
}

/// The key of SIREN and SIRET, which zeros before them do not change.
fn has_luhn_key(digits: &str) -> bool {
    let values = digits.bytes().rev().map(|byte| u32::from(byte - b'0'));
    let sum: u32 = values
        .enumerate()
        .map(|(place, digit)| match digit * 2 {
            _ if place % 2 == 0 => digit,
            double if double > 9 => double - 9,
            double => double,
        })
        .sum();
    sum.is_multiple_of(10)
}

pub fn code(system: &str, text: &str) -> IssueKind {
    IssueKind::NotACode { system: system.to_owned(), text: shorten(text) }
}

/// Enough of a cell to recognise it in a message.
pub fn shorten(text: &str) -> String {
    let mut short: String = text.trim().chars().take(40).collect();
    if text.trim().chars().count() > 40 {
        short.push('…');
    }
    short
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: Option<f64>) {
        assert_eq!(number(text), Ok(expected), "{text}");
    }

    #[test]
    fn numbers() {
        check("1\u{202f}234,5", Some(1234.5));
        check("39,74061108", Some(39.740_611_08));
        check(" 36 ", Some(36.0));
        check("", None);
        check("n.d.", None);
        check("-", None);
        check("45.9096865448", Some(45.909_686_544_8));
        check("1\u{a0}234\u{a0}567", Some(1_234_567.0));
        check("-3", Some(-3.0));
        check("−3,5", Some(-3.5));
        check("+4", Some(4.0));
        check(",5", Some(0.5));
        check("1,2E+05", Some(120_000.0));
        check("5\u{202f}600 €", Some(5_600.0));
        check("5 600\u{a0}€", Some(5_600.0));
        check("19,50€", Some(19.5));
        check("5600 euros", Some(5_600.0));
    }

    #[test]
    fn what_cannot_be_read_is_refused() {
        for text in [
            "env. 20",
            "12 à 15",
            "12 15",
            "12\n15",
            "06 12 34 56 78",
            "1234 567",
            "1e3",
            "beaucoup",
            "inf",
            "NaN",
            "1.2.3",
            "1.234,5",
            ",",
            "#N/A",
        ] {
            assert!(number(text).is_err(), "{text}");
        }
        assert!(positive("-3").is_err());
        assert!(number("€").is_err() && number("5 600 $").is_err());
        assert_eq!(rate("85").unwrap_err().id(), "not-a-share");
        assert_eq!(rate("beaucoup").unwrap_err().id(), "not-a-number");
    }

    #[test]
    fn dates_as_people_and_workbooks_write_them() {
        let check = |text: &str, expected: Option<&str>| {
            assert_eq!(date(text).ok().as_deref(), expected, "{text}");
        };
        check("01/03/2025", Some("2025-03-01"));
        check("2025-03-01", Some("2025-03-01"));
        check(" 2024-02-29 ", Some("2024-02-29"));
        check("2025-02-29", None);
        check("2016-09-12 00:00", Some("2016-09-12"));
        check("2019-01-23T13:32:22+01:00", Some("2019-01-23"));
        check("03/2025", Some("2025-03"));
        check("3/2025", Some("2025-03"));
        check("2025-03", Some("2025-03"));
        check("00/03/2025", Some("2025-03"));
        check("2025-03-00", Some("2025-03"));
        check("00/2025", None);
        check("00/00/2025", None);
        check("20170900", Some("2017-09"));
        check("20171003", Some("2017-10-03"));
        check("20171399", None);
        check("45658", Some("2025-01-01"));
        check("45658.0", Some("2025-01-01"));
        check("?", Some(""));
        for text in [
            "13/2025",
            "2025-13",
            "31/02/2025",
            "2025",
            "12",
            "99999",
            "mars",
            "01/03/2025 ou 02/03/2025",
        ] {
            check(text, None);
        }
    }

    #[test]
    fn a_siret_is_never_made_of_something_else() {
        let check = |text: &str, expect: Result<&str, &str>| {
            let found = siret(text);
            assert_eq!(found.as_deref().map_err(IssueKind::id), expect, "{text}");
        };
        check("73282932000074", Ok("73282932000074"));
        check("732 829 320 00074", Ok("73282932000074"));
        check("73282932000074.0", Ok("73282932000074"));
        check("7.3282932000074E+13", Ok("73282932000074"));
        check("5520135000038", Ok("05520135000038"));
        check("552013500003", Err("not-a-code"));
        check("732829320", Err("siren-alone"));
        check("7,32829E+13", Err("abridged"));
        check("1.23E+13", Err("abridged"));
        check("abc", Err("not-a-code"));
        check("732829320000741", Err("not-a-code"));
    }

    #[test]
    fn masked_missing_and_zero_are_three_things() {
        assert_eq!(maskable("*"), Ok(Cell::Masked));
        assert_eq!(maskable(""), Ok(Cell::Missing));
        assert_eq!(maskable("0"), Ok(Cell::Value(0.0)));
    }

    #[test]
    fn other_cells() {
        assert_eq!(rate("86 %"), Ok(Some(0.86)));
        assert_eq!(yes_no("Oui"), Ok(Some(true)));
        assert_eq!(date("01/03/2025").as_deref(), Ok("2025-03-01"));
        assert_eq!(commune("1001").as_deref(), Ok("01001"));
        assert_eq!(commune("15014.0").as_deref(), Ok("15014"));
        assert!(commune("Aurillac").is_err());
    }
}
