//! Cells as people type them → answers. What cannot be read is refused, never guessed.

use crate::model::{Date, Language, fold};
use crate::readers::kit::book::Cell;
use crate::readers::kit::codes::{self, Lists};
use crate::readers::kit::fault::{Fault, Mending};
use crate::reference::questionnaire::{Choice, Kind};

/// An answer, checked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answer {
    /// Free text, or a code, or the value of a choice.
    Text(String),
    Count(u32),
    Date(Date),
    YesNo(bool),
}

impl Answer {
    /// As the survey's tables write it.
    pub fn written(&self) -> String {
        match self {
            Self::Text(text) => text.clone(),
            Self::Count(count) => count.to_string(),
            Self::Date(date) => date.to_string(),
            Self::YesNo(yes) => if *yes { "oui" } else { "non" }.to_owned(),
        }
    }
}

/// An answer and what was mended in it.
pub type Read = (Answer, Option<Mending>);

/// Marks of « I do not know »: left unknown without a word.
pub fn is_unknown(text: &str) -> bool {
    const MARKS: [&str; 12] =
        ["", "n.d.", "nd", "na", "n/a", "nc", "n.c.", "-", "–", "—", "?", "nsp"];
    MARKS.contains(&text.trim().to_lowercase().as_str())
}

/// Reads the cell of a question; nothing when it is unknown.
///
/// # Errors
/// The fault of the cell.
pub fn read(cell: &Cell, kind: &Kind, lists: &Lists) -> Result<Option<Read>, Fault> {
    match cell {
        Cell::Error => return Err(Fault::CellError),
        Cell::Text(text) if text.starts_with('#') && text.ends_with(['!', '?', 'A']) => {
            return Err(Fault::CellError);
        }
        Cell::Text(text) if is_unknown(text) => return Ok(None),
        _ => {}
    }
    let plain = |answer| Ok(Some((answer, None)));
    match kind {
        Kind::Text { max } => {
            let text = cell.shown();
            if text.chars().count() > usize::try_from(*max).unwrap_or(usize::MAX) {
                return Err(Fault::TooLong { max: *max });
            }
            plain(Answer::Text(text))
        }
        Kind::Code(code) => codes::read(cell, *code, lists).map(Some),
        Kind::Count { min, max } => count(cell, *min, *max).map(|n| Some((Answer::Count(n), None))),
        Kind::Date { .. } => {
            let (date, mended) = date(cell)?;
            match kind.days() {
                Some((from, to)) if date < from || date > to => {
                    Err(Fault::DateOutOfBounds { from, to })
                }
                _ => Ok(Some((Answer::Date(date), mended))),
            }
        }
        Kind::YesNo | Kind::Several(_) => plain(Answer::YesNo(yes_no(cell)?)),
        Kind::Choice(options) => plain(Answer::Text(choice(cell, options)?)),
    }
}

/// `12`, `12,0`, `1 200`; a decimal, a text or a date is refused.
fn count(cell: &Cell, min: u32, max: u32) -> Result<u32, Fault> {
    let number = match cell {
        Cell::Number(number) => *number,
        Cell::Text(text) => number(text)?,
        _ => return Err(Fault::NotANumber),
    };
    if number.fract() != 0.0 {
        return Err(Fault::NotWhole);
    }
    if number < f64::from(min) || number > f64::from(max) {
        return Err(Fault::OutOfBounds { min, max });
    }
    // Whole and between two bounds of 32 bits: its digits are those of the count.
    format!("{number:.0}").parse().map_err(|_| Fault::NotANumber)
}

/// Digits in threes or together, with a decimal comma or point.
fn number(text: &str) -> Result<f64, Fault> {
    let mut bare = String::new();
    for c in text.chars().filter(|c| !c.is_whitespace()) {
        match c {
            '0'..='9' => bare.push(c),
            ',' | '.' => bare.push('.'),
            '-' | '−' | '+' if bare.is_empty() => bare.push(if c == '+' { '+' } else { '-' }),
            _ => return Err(Fault::NotANumber),
        }
    }
    // `12 15` is two numbers, `1 200` is one.
    let groups: Vec<&str> = text.split([',', '.']).next().unwrap_or("").split(' ').collect();
    if groups.iter().skip(1).any(|group| group.len() != 3)
        || groups.first().is_some_and(|first| groups.len() > 1 && first.len() > 3)
    {
        return Err(Fault::NotANumber);
    }
    bare.parse().map_err(|_| Fault::NotANumber)
}

fn yes_no(cell: &Cell) -> Result<bool, Fault> {
    match cell {
        Cell::Bool(value) => return Ok(*value),
        Cell::Number(1.0) => return Ok(true),
        Cell::Number(0.0) => return Ok(false),
        _ => {}
    }
    let folded = fold(&cell.shown());
    match folded.trim_matches([' ', '.', '!']) {
        "oui" | "o" | "x" | "1" | "vrai" | "true" | "yes" | "y" | "✓" | "✔" | "✗" | "☑" | "☒" => {
            Ok(true)
        }
        "non" | "n" | "0" | "faux" | "false" | "no" => Ok(false),
        _ => Err(Fault::NotYesOrNo),
    }
}

/// The value of the option written in either language, or of the value itself.
fn choice(cell: &Cell, options: &[Choice]) -> Result<String, Fault> {
    let same = |a: &str, b: &str| {
        let bare = |text: &str| fold(text).replace(['\u{a0}', '\u{202f}'], " ");
        bare(a).trim_end_matches('.') == bare(b)
    };
    let text = cell.shown();
    let found = options.iter().find(|option| {
        let mut names = Language::ALL.into_iter().map(|language| option.text.of(language));
        same(&text, &option.value) || names.any(|name| same(&text, name))
    });
    found.map(|option| option.value.clone()).ok_or(Fault::NotAnOption)
}

/// Days of a workbook's calendar that a date of an answer can be: 1982 to 2064.
const SERIALS: std::ops::RangeInclusive<f64> = 30_000.0..=60_000.0;

fn date(cell: &Cell) -> Result<(Date, Option<Mending>), Fault> {
    let serial = |number: f64| {
        let origin = Date::new(1899, 12, 30).map_err(|_| Fault::NotADate)?;
        let days: i64 = format!("{:.0}", number.floor()).parse().map_err(|_| Fault::NotADate)?;
        let date = Date::from_ordinal(origin.ordinal() + days).ok_or(Fault::NotADate)?;
        Ok((date, Some(Mending::SerialDate)))
    };
    match cell {
        Cell::Date(date) => Ok((*date, None)),
        Cell::Number(number) if SERIALS.contains(number) => serial(*number),
        Cell::Text(text) => written_date(text),
        _ => Err(Fault::NotADate),
    }
}

/// `15/03/2026`, `15.3.2026`, `2026-03-15`, `15 mars 2026`, `15/03/26`.
fn written_date(text: &str) -> Result<(Date, Option<Mending>), Fault> {
    let folded = fold(text);
    let words: Vec<&str> = folded
        .split(['/', '-', '.', ' '])
        .filter(|word| !word.is_empty() && !DAYS.contains(word) && *word != "le")
        .collect();
    let [first, second, third] = words.as_slice() else { return Err(Fault::NotADate) };
    let digits = |text: &str| text.len() <= 4 && text.bytes().all(|byte| byte.is_ascii_digit());
    let month = match MONTHS.iter().position(|names| names.contains(second)) {
        Some(place) => u8::try_from(place + 1).ok(),
        None if digits(second) => second.parse().ok(),
        None => None,
    };
    let first = first.strip_suffix("er").unwrap_or(first);
    if !digits(first) || !digits(third) {
        return Err(Fault::NotADate);
    }
    let (day, year) = if first.len() == 4 { (*third, first) } else { (first, *third) };
    let (year, mended) = match year.len() {
        4 => (year.to_owned(), None),
        2 => (format!("20{year}"), Some(Mending::ShortYear)),
        _ => return Err(Fault::NotADate),
    };
    let parts = (year.parse(), month, day.parse());
    let (Ok(year), Some(month), Ok(day)) = parts else { return Err(Fault::NotADate) };
    Date::new(year, month, day).map(|date| (date, mended)).map_err(|_| Fault::NotADate)
}

const DAYS: [&str; 7] = ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"];

const MONTHS: [[&str; 2]; 12] = [
    ["janvier", "january"],
    ["fevrier", "february"],
    ["mars", "march"],
    ["avril", "april"],
    ["mai", "may"],
    ["juin", "june"],
    ["juillet", "july"],
    ["aout", "august"],
    ["septembre", "september"],
    ["octobre", "october"],
    ["novembre", "november"],
    ["decembre", "december"],
];

#[cfg(test)]
mod tests {
    use super::*;

    fn text(text: &str) -> Cell {
        Cell::Text(text.to_owned())
    }

    #[test]
    fn counts_as_people_type_them() {
        let check = |cell: Cell, expect: Result<u32, Fault>| {
            assert_eq!(count(&cell, 0, 20_000), expect, "{cell:?}");
        };
        let bounds = || Err(Fault::OutOfBounds { min: 0, max: 20_000 });
        check(Cell::Number(12.0), Ok(12));
        check(Cell::Number(12.5), Err(Fault::NotWhole));
        check(Cell::Number(-1.0), bounds());
        check(Cell::Number(1e300), bounds());
        check(Cell::Number(f64::NAN), Err(Fault::NotWhole));
        check(text("12,0"), Ok(12));
        check(text("1 200"), Ok(1_200));
        check(text("0"), Ok(0));
        check(text("12,5"), Err(Fault::NotWhole));
        check(text("-3"), bounds());
        check(text("12 15"), Err(Fault::NotANumber));
        check(text("1234 567"), Err(Fault::NotANumber));
        check(text("env. 20"), Err(Fault::NotANumber));
        check(text("12 à 15"), Err(Fault::NotANumber));
        check(text("1e3"), Err(Fault::NotANumber));
        check(text("douze"), Err(Fault::NotANumber));
        check(Cell::Bool(true), Err(Fault::NotANumber));
    }

    #[test]
    fn yes_and_no() {
        let check = |cell: Cell, expect: Option<bool>| assert_eq!(yes_no(&cell).ok(), expect);
        for yes in ["oui", "Oui", "O", "x", "X", "yes", "✓"] {
            check(text(yes), Some(true));
        }
        for no in ["non", "NON", "n", "faux"] {
            check(text(no), Some(false));
        }
        check(Cell::Number(1.0), Some(true));
        check(Cell::Bool(false), Some(false));
        check(text("peut-être"), None);
        check(Cell::Number(2.0), None);
    }

    #[test]
    fn dates_as_people_type_them() {
        let check = |typed: &str, expect: Option<&str>| {
            let read = written_date(typed).ok().map(|(date, _)| date.to_string());
            assert_eq!(read.as_deref(), expect, "{typed}");
        };
        check("15/03/2026", Some("2026-03-15"));
        check("15.3.2026", Some("2026-03-15"));
        check("2026-03-15", Some("2026-03-15"));
        check("15/03/26", Some("2026-03-15"));
        check("lundi 1er août 2026", Some("2026-08-01"));
        check("le 15 Décembre 2026", Some("2026-12-15"));
        for typed in ["31/02/2026", "mars 2026", "15/03", "hier", "15/03/202", "1/2/3/4"] {
            check(typed, None);
        }
        let serial = date(&Cell::Number(45_658.0)).map(|(date, _)| date.to_string());
        assert_eq!(serial.as_deref(), Ok("2025-01-01"));
        assert_eq!(date(&Cell::Number(12.0)), Err(Fault::NotADate));
    }
}
