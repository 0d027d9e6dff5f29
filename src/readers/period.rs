//! Periods as people and spreadsheets write them: a month, a quarter or a year.

use crate::model::{Date, IssueKind, fold};
use crate::readers::cells::trimmed;
use crate::readers::coerce::{date, shorten};
use std::borrow::Cow;

const MONTHS: [&str; 12] = [
    "janvier",
    "fevrier",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "aout",
    "septembre",
    "octobre",
    "novembre",
    "decembre",
];
/// As spreadsheet programs abridge them, in French and in English.
const ABRIDGED: [(&str, u8); 21] = [
    ("janv", 1),
    ("jan", 1),
    ("fevr", 2),
    ("fev", 2),
    ("feb", 2),
    ("mar", 3),
    ("avr", 4),
    ("apr", 4),
    ("may", 5),
    ("jun", 6),
    ("juil", 7),
    ("jul", 7),
    ("aug", 8),
    ("sept", 9),
    ("sep", 9),
    ("oct", 10),
    ("nov", 11),
    ("dec", 12),
    ("juill", 7),
    ("aou", 8),
    ("febr", 2),
];
const QUARTER: [&str; 4] = ["t", "q", "trim", "trimestre"];
/// Words around the number of a quarter.
const AROUND: [&str; 8] = ["er", "e", "eme", "ere", "nd", "de", "du", "annee"];
/// Characters of a period, at most.
const MOST: usize = 40;

/// The month of a word, by its name or as a spreadsheet abridges it.
pub fn month_of(word: &str) -> Option<u8> {
    let whole = (1_u8..).zip(MONTHS).find(|(_, name)| *name == word).map(|(number, _)| number);
    whole.or_else(|| ABRIDGED.iter().find(|(name, _)| *name == word).map(|(_, number)| *number))
}

/// The letters and the digits of a text apart, without case or accents: `janv.-24` → `janv`, `24`.
pub fn words(text: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    let mut last = None;
    for c in fold(text).chars() {
        let sort = if c.is_ascii_digit() {
            Some(true)
        } else if c.is_alphabetic() {
            Some(false)
        } else {
            None
        };
        match (sort, words.last_mut()) {
            (None, _) => {}
            (_, Some(word)) if sort == last => word.push(c),
            _ => words.push(c.to_string()),
        }
        last = sort;
    }
    words
}

fn is_year(text: &str) -> bool {
    text.len() == 4 && (text.starts_with("19") || text.starts_with("20"))
}

/// « janvier 2020 », `janv-24`, `2024-01`, a date of a workbook → `2020-01`.
pub fn month(text: &str) -> Option<String> {
    let text = trimmed(text);
    if text.len() > MOST || !text.bytes().any(|byte| byte.is_ascii_digit()) {
        return None;
    }
    named_month(text).or_else(|| {
        let day = date(text).ok()?;
        day.get(..7).map(str::to_owned)
    })
}

/// A month by its name and its year; a year of two digits where a dash stands between, as
/// spreadsheets show it: « mars 20 » may be a day.
fn named_month(text: &str) -> Option<String> {
    let words = words(text);
    let [name, year] = words.as_slice() else { return None };
    let number = month_of(name)?;
    if is_year(year) {
        return Some(format!("{year}-{number:02}"));
    }
    let dashed = year.len() == 2 && text.contains('-');
    dashed.then(|| format!("20{year}-{number:02}"))
}

/// `T1 2025`, `2025T1`, « 1er trimestre 2025 » → `2025-T1`.
fn quarter(text: &str) -> Option<String> {
    let words = words(text);
    let (digits, letters): (Vec<_>, Vec<_>) = words
        .iter()
        .map(String::as_str)
        .partition(|word| word.starts_with(|c: char| c.is_ascii_digit()));
    let said = letters.iter().filter(|word| QUARTER.contains(word)).count() == 1;
    let known = letters.iter().all(|word| QUARTER.contains(word) || AROUND.contains(word));
    let number = |text: &str| text.len() == 1 && ("1"..="4").contains(&text);
    let (year, quarter) = match digits.as_slice() {
        [year, quarter] | [quarter, year] if is_year(year) && number(quarter) => (year, quarter),
        _ => return None,
    };
    (said && known).then(|| format!("{year}-T{quarter}"))
}

/// A period as it is kept, `2025-03`, `2025-T1` or `2025`; empty when there is none.
///
/// # Errors
/// When it is no period.
pub fn period(text: &str) -> Result<Cow<'_, str>, IssueKind> {
    let trimmed = trimmed(text);
    if crate::readers::coerce::is_missing(trimmed) {
        return Ok(Cow::Borrowed(""));
    }
    let bad = || IssueKind::NotAPeriod { text: shorten(trimmed) };
    if trimmed.len() > MOST {
        return Err(bad());
    }
    let kept = |found: String| if found == trimmed { Cow::Borrowed(trimmed) } else { found.into() };
    let bare = trimmed.strip_suffix(".0").unwrap_or(trimmed);
    if is_year(bare) && bare.bytes().all(|byte| byte.is_ascii_digit()) {
        return Ok(Cow::Borrowed(bare));
    }
    let six = bare.len() == 6 && bare.bytes().all(|byte| byte.is_ascii_digit());
    let compact = || {
        let (year, month) = bare.split_at_checked(4).filter(|_| six)?;
        month_in(&format!("{year}-{month}"))
    };
    let found = quarter(trimmed).or_else(compact).or_else(|| month_in(trimmed));
    found.map(kept).ok_or_else(bad)
}

/// As [`month`], of years that a period can be of.
fn month_in(text: &str) -> Option<String> {
    month(text).filter(|month| month.get(..4).is_some_and(is_year))
}

/// First and last day of a period as it is kept; `None` for other words.
pub fn days(period: &str) -> Option<(Date, Date)> {
    let (year, rest) = period.split_once('-').map_or((period, ""), |(year, rest)| (year, rest));
    let year: i32 = year.parse().ok()?;
    let (first, months) = match rest.strip_prefix('T') {
        Some(quarter) => {
            let quarter = quarter.parse::<u8>().ok().filter(|quarter| (1..=4).contains(quarter))?;
            (quarter * 3 - 2, 3)
        }
        None if rest.is_empty() => (1, 12),
        None => (rest.parse::<u8>().ok()?, 1),
    };
    let begins = Date::new(year, first, 1).ok()?;
    let next = if first + months > 12 { (year + 1, 1) } else { (year, first + months) };
    let after = Date::new(next.0, next.1, 1).ok()?;
    Some((begins, Date::from_ordinal(after.ordinal() - 1)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn periods_as_people_and_spreadsheets_write_them() {
        let check = |text: &str, expect: Option<&str>| {
            assert_eq!(period(text).ok().as_deref(), expect, "{text}");
        };
        for text in [
            "2025-03",
            "2025-3",
            "03/2025",
            "3/2025",
            "202503",
            "45717",
            "45717.0",
            "2025-03-01",
            "31/03/2025",
            "20250300",
            "mars 2025",
            "Mars\u{a0}2025",
            "mars-25",
            "mar-25",
        ] {
            check(text, Some("2025-03"));
        }
        for text in ["2025-T1", "2025T1", "T1 2025", "T1-2025", "1er trimestre 2025", "2025 Q1"] {
            check(text, Some("2025-T1"));
        }
        check("2025", Some("2025"));
        check("2025.0", Some("2025"));
        check("n.d.", Some(""));
        for text in ["mars", "mars 25", "T5 2025", "2025-13", "fin 2025", "12", "un jour", "1025"] {
            check(text, None);
        }
    }

    #[test]
    fn months_of_a_header() {
        let check = |text: &str, expect: Option<&str>| {
            assert_eq!(month(text).as_deref(), expect, "{text}");
        };
        check("janvier 2020", Some("2020-01"));
        check("Août 2026", Some("2026-08"));
        check("DÉCEMBRE\u{a0}2025", Some("2025-12"));
        check("janv-24", Some("2024-01"));
        check("janv.-24", Some("2024-01"));
        check("janv. 2024", Some("2024-01"));
        check("2024-01", Some("2024-01"));
        check("01/2024", Some("2024-01"));
        check("2024-01-01", Some("2024-01"));
        check("45292", Some("2024-01"));
        check("mai", None);
        check("mois", None);
        check("mars 20", None);
        check("2024", None);
    }

    #[test]
    fn days_of_a_period() {
        let check = |period: &str, expect: Option<(&str, &str)>| {
            let found = days(period).map(|(a, b)| (a.to_string(), b.to_string()));
            let expect = expect.map(|(a, b)| (a.to_owned(), b.to_owned()));
            assert_eq!(found, expect, "{period}");
        };
        check("2025", Some(("2025-01-01", "2025-12-31")));
        check("2025-T1", Some(("2025-01-01", "2025-03-31")));
        check("2025-T4", Some(("2025-10-01", "2025-12-31")));
        check("2024-02", Some(("2024-02-01", "2024-02-29")));
        check("2025-12", Some(("2025-12-01", "2025-12-31")));
        check("2025-T5", None);
        check("2025-13", None);
        check("fin 2025", None);
    }
}
