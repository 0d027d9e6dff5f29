//! One cell in the manner chosen for it: parts and a number, never a text to be read again; what
//! was made of it is noted.

use crate::model::{IssueKind, fold};
use crate::readers::coerce::{
    code, date, has_two_readings, is_formula_error, is_missing, number, shorten, without_unit,
    yes_no,
};
use crate::readers::mapping::heading::unnumbered;
use crate::readers::mapping::{Manner, Recode, is_beside};
use crate::readers::noted::Coercion;
use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

/// A value as read; no part when there is none.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Value {
    pub parts: Vec<String>,
    /// Of a number, a share (0–1) or a degree.
    pub number: Option<f64>,
    pub coercions: Vec<Coercion>,
}

impl Value {
    pub fn text(text: &str) -> Self {
        Self { parts: vec![text.to_owned()], ..Self::default() }
    }

    /// As a table writes it: several answers apart by `|`, which none of them may then hold.
    pub fn into_cell(self) -> String {
        let Self { mut parts, .. } = self;
        if parts.len() > 1 {
            for part in parts.iter_mut().filter(|part| part.contains('|')) {
                *part = part.replace('|', "/");
            }
        }
        parts.join("|")
    }

    fn missing(text: &str) -> Self {
        let coercions = if text.is_empty() { Vec::new() } else { vec![Coercion::Missing] };
        Self { coercions, ..Self::default() }
    }
}

/// What values stand for, by how they are written.
#[derive(Clone, Debug, Default)]
pub struct Recodes(BTreeMap<String, String>);

impl Recodes {
    pub fn new(recodes: &[Recode]) -> Self {
        let mut means = BTreeMap::new();
        for recode in recodes {
            // The first of two for one value.
            means.entry(fold(recode.written.trim())).or_insert_with(|| recode.means.clone());
        }
        Self(means)
    }

    /// Whether a value stands for another.
    pub fn has(&self, text: &str) -> bool {
        self.0.contains_key(&fold(text.trim()))
    }

    pub fn of(&self, text: &str, made: &mut Vec<Coercion>) -> String {
        let text = text.trim();
        let found = if self.0.is_empty() { None } else { self.0.get(&fold(text)) };
        match found {
            Some(means) if means != text => {
                made.push(Coercion::Recoded);
                means.clone()
            }
            _ => text.to_owned(),
        }
    }
}

/// Whether a cell of a column of ticks is ticked; `None` for a mark of a missing value.
///
/// # Errors
/// When it is neither a yes, a no, a tick nor the answer that the column stands for.
pub fn tick(text: &str, answer: &str) -> Result<Option<bool>, IssueKind> {
    let text = text.trim();
    match text {
        "" => return Ok(Some(false)),
        "x" | "X" | "✓" | "✔" => return Ok(Some(true)),
        _ => {}
    }
    let own = || {
        let written = fold(text);
        written == fold(answer) || written == fold(unnumbered(answer))
    };
    match yes_no(text) {
        // « Non » under « Non » is the answer itself, or no tick: nobody can tell.
        Ok(Some(false)) if own() => Err(IssueKind::NotAnOption { text: shorten(text) }),
        Ok(Some(ticked)) => Ok(Some(ticked)),
        _ if text.eq_ignore_ascii_case("on") => Ok(Some(true)),
        _ if text.eq_ignore_ascii_case("off") => Ok(Some(false)),
        _ if own() => Ok(Some(true)),
        _ if is_missing(text) => Ok(None),
        _ => Err(IssueKind::NotAnOption { text: shorten(text) }),
    }
}

/// A cell in a manner.
pub fn read_as(manner: Manner, text: &str, recodes: &Recodes) -> Result<Value, IssueKind> {
    let text = text.trim();
    if is_formula_error(text) && !recodes.has(text) {
        return Err(IssueKind::CellError { text: shorten(text) });
    }
    match manner {
        Manner::Several(separator) => return Ok(several(text, separator, recodes)),
        Manner::Rank(separator) => return ranked(several(text, separator, recodes)),
        _ => {}
    }
    let mut coercions = Vec::new();
    let text = recodes.of(text, &mut coercions);
    if is_missing(&text) {
        let Value { coercions: marks, .. } = Value::missing(&text);
        coercions.extend(marks);
        return Ok(Value { coercions, ..Value::default() });
    }
    let mut figure = None;
    let text = match manner {
        Manner::Plain | Manner::Choice | Manner::Several(_) | Manner::Rank(_) => text,
        Manner::Number => {
            let bare = bare(&text, &mut coercions);
            figure = number(bare)?;
            if has_two_readings(bare) {
                coercions.push(Coercion::TwoReadings);
            }
            bare.to_owned()
        }
        Manner::DecimalComma | Manner::DecimalPoint => {
            let plain = with_thousands(manner, bare(&text, &mut coercions))?;
            figure = number(&plain)?;
            plain
        }
        Manner::Percent => {
            let bare = text.trim_end_matches('%').trim();
            figure = number(bare)?.map(|percent| percent / 100.0);
            format!("{bare} %")
        }
        Manner::DayFirst | Manner::MonthFirst => {
            let day = ordered(manner, &text)?;
            // What it was is not seen any more once it is a day.
            if text.strip_suffix(".0").unwrap_or(&text).bytes().all(|byte| byte.is_ascii_digit())
                && text.len() < 8
            {
                coercions.push(Coercion::Serial);
            }
            day
        }
        Manner::Code(width) => {
            let padded = padded(&text, width)?;
            if padded.len() > text.strip_suffix(".0").unwrap_or(&text).len() {
                coercions.push(Coercion::Zeros);
            }
            padded
        }
        // No degree, and no answer that a mean could take in.
        Manner::Scale | Manner::Likert { .. } if is_beside(&text) => {
            coercions.push(Coercion::Missing);
            return Ok(Value { coercions, ..Value::default() });
        }
        Manner::Scale => {
            figure = number(&text).map_err(|_| IssueKind::NotAnOption { text: shorten(&text) })?;
            text
        }
        Manner::Likert { low, high } => {
            let read = number(&text).ok().flatten().filter(|degree| {
                degree.fract() == 0.0 && (f64::from(low)..=f64::from(high)).contains(degree)
            });
            let degree = read.ok_or_else(|| IssueKind::NotAnOption { text: shorten(&text) })?;
            figure = Some(degree);
            // « 4,0 » is the fourth degree too.
            format!("{degree:.0}")
        }
    };
    Ok(Value { parts: vec![text], number: figure, coercions })
}

/// A number without its unit, which is noted.
fn bare<'a>(text: &'a str, coercions: &mut Vec<Coercion>) -> &'a str {
    let bare = without_unit(text);
    if bare.len() < text.len() {
        coercions.push(Coercion::Unit);
    }
    bare
}

/// A number whose style is known, its thousands no longer apart.
fn with_thousands(manner: Manner, text: &str) -> Result<String, IssueKind> {
    let (decimal, thousands) = if manner == Manner::DecimalComma { (',', '.') } else { ('.', ',') };
    let bad = || IssueKind::NotANumber { text: shorten(text) };
    let (whole, decimals) = match text.split_once(decimal) {
        Some((whole, decimals)) => (whole, Some(decimals)),
        None => (text, None),
    };
    if decimals.is_some_and(|decimals| decimals.contains([decimal, thousands])) {
        return Err(bad());
    }
    let mut groups = whole.split(thousands);
    let mut plain = groups.next().unwrap_or_default().to_owned();
    // One to three digits, whatever stands before them, then three by three.
    let begins = plain.bytes().filter(u8::is_ascii_digit).count();
    for group in groups {
        let is_group = group.len() == 3 && group.bytes().all(|byte| byte.is_ascii_digit());
        if !is_group || !(1..=3).contains(&begins) {
            return Err(bad());
        }
        plain.push_str(group);
    }
    if let Some(decimals) = decimals {
        plain.push(',');
        plain.push_str(decimals);
    }
    Ok(plain)
}

fn several(text: &str, separator: char, recodes: &Recodes) -> Value {
    let mut value = Value::default();
    if is_missing(text) {
        return Value::missing(text);
    }
    for part in text.split(separator).map(str::trim).filter(|part| !part.is_empty()) {
        let part = recodes.of(part, &mut value.coercions);
        if is_missing(&part) {
            value.coercions.extend(Value::missing(&part).coercions);
        } else {
            value.parts.push(part);
        }
    }
    value
}

/// Answers in order: none of them comes twice.
fn ranked(value: Value) -> Result<Value, IssueKind> {
    let mut met = BTreeSet::new();
    match value.parts.iter().find(|part| !met.insert(fold(part))) {
        Some(twice) => Err(IssueKind::NotAnOption { text: shorten(twice) }),
        None => Ok(value),
    }
}

/// A day whose parts are in the order of a manner, whatever sets them apart.
fn ordered(manner: Manner, text: &str) -> Result<String, IssueKind> {
    let (day, _) = text.split_once(' ').unwrap_or((text, ""));
    let parts: Vec<&str> = day.split(['/', '-', '.']).collect();
    match parts.as_slice() {
        [first, second, year] if year.len() == 4 => {
            let (day, month) =
                if manner == Manner::MonthFirst { (second, first) } else { (first, second) };
            date(&format!("{day:0>2}/{month:0>2}/{year}"))
                .map(Cow::into_owned)
                .map_err(|_| IssueKind::NotADate { text: shorten(text) })
        }
        _ => date(text).map(Cow::into_owned),
    }
}

/// A code with the zeros that a spreadsheet took from it.
fn padded(text: &str, width: u8) -> Result<String, IssueKind> {
    let bare = text.strip_suffix(".0").unwrap_or(text);
    let width = usize::from(width);
    let shape = bare.chars().all(char::is_alphanumeric) && bare.chars().count() <= width;
    if shape { Ok(format!("{bare:0>width$}")) } else { Err(code("", text)) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(manner: Manner, text: &str) -> Result<Value, IssueKind> {
        read_as(manner, text, &Recodes::default())
    }

    #[test]
    fn cells_are_read_in_the_manner_chosen() {
        let check = |manner: Manner, text: &str, expect: Result<&str, ()>| {
            let found = read(manner, text).map(Value::into_cell);
            assert_eq!(found.as_deref().map_err(|_| ()), expect, "{manner:?} {text}");
        };
        check(Manner::Number, "1 234,5", Ok("1 234,5"));
        check(Manner::Number, "12 à 15", Err(()));
        check(Manner::Number, "env. 20", Err(()));
        check(Manner::Number, "NC", Ok(""));
        // The same cell in two styles.
        check(Manner::DecimalComma, "1.500", Ok("1500"));
        check(Manner::DecimalComma, "1.234.567,5", Ok("1234567,5"));
        check(Manner::DecimalComma, "-1 500,25", Ok("-1 500,25"));
        check(Manner::DecimalComma, "1.50", Err(()));
        check(Manner::DecimalComma, "1,234.5", Err(()));
        check(Manner::DecimalComma, "1234.567", Err(()));
        check(Manner::DecimalPoint, "1,234", Ok("1234"));
        check(Manner::DecimalPoint, "1,234.5", Ok("1234,5"));
        check(Manner::DecimalPoint, "1.234,5", Err(()));
        check(Manner::DecimalPoint, "NC", Ok(""));
        // A formula that failed is no word and no identifier.
        for manner in [Manner::Plain, Manner::Choice, Manner::Several(';'), Manner::Number] {
            check(manner, "#REF!", Err(()));
            check(manner, "#N/A", Err(()));
            check(manner, "#NOM ?", Err(()));
        }
        check(Manner::Plain, "#1 du secteur", Ok("#1 du secteur"));
        check(Manner::Plain, "NC", Ok(""));
        check(Manner::Plain, "?", Ok(""));
        check(Manner::Percent, "86,2", Ok("86,2 %"));
        check(Manner::Percent, "86,2 %", Ok("86,2 %"));
        check(Manner::MonthFirst, "12/31/2026", Ok("2026-12-31"));
        check(Manner::MonthFirst, "31/12/2026", Err(()));
        check(Manner::DayFirst, "31/12/2026", Ok("2026-12-31"));
        check(Manner::DayFirst, "3.4.2026 10:12", Ok("2026-04-03"));
        check(Manner::DayFirst, "31-12-2026", Ok("2026-12-31"));
        check(Manner::DayFirst, "12/31/2026", Err(()));
        check(Manner::Code(5), "1001", Ok("01001"));
        check(Manner::Code(5), "1001.0", Ok("01001"));
        check(Manner::Code(14), "1.23457E+13", Err(()));
        check(Manner::Several(';'), "coût ; temps;", Ok("coût|temps"));
        check(Manner::Several(';'), "CAP | BEP; vente", Ok("CAP / BEP|vente"));
        check(Manner::Several(';'), "NC", Ok(""));
        check(Manner::Choice, " Vente ", Ok("Vente"));
        check(Manner::Rank('>'), "coût > temps > accès", Ok("coût|temps|accès"));
        check(Manner::Rank('>'), "coût > temps > Coût", Err(()));
        let scale = Manner::Likert { low: 1, high: 5 };
        check(scale, "4,0", Ok("4"));
        check(scale, "1", Ok("1"));
        check(scale, "Sans opinion", Ok(""));
        for beyond in ["0", "6", "2,5", "-1", "plutôt"] {
            check(scale, beyond, Err(()));
        }
        check(Manner::Plain, "CAP | BEP", Ok("CAP | BEP"));
        check(Manner::Scale, "4", Ok("4"));
        check(Manner::Scale, "Plutôt", Err(()));
        check(Manner::Scale, "Sans opinion", Ok(""));
    }

    #[test]
    fn numbers_are_typed_and_coercions_noted() {
        let check = |manner: Manner, text: &str, number: Option<f64>, made: &[Coercion]| {
            let value = read(manner, text).unwrap();
            assert_eq!((value.number, value.coercions.as_slice()), (number, made), "{text}");
        };
        check(Manner::Percent, "86,2 %", Some(86.2 / 100.0), &[]);
        check(Manner::Number, "1 234,5", Some(1234.5), &[]);
        check(Manner::DecimalComma, "1.500", Some(1500.0), &[]);
        check(Manner::DecimalPoint, "1,234.5", Some(1234.5), &[]);
        // Fifteen hundred, or one and a half: read in decimals, and said so.
        check(Manner::Number, "1.500", Some(1.5), &[Coercion::TwoReadings]);
        check(Manner::Number, "-12,345 €", Some(-12.345), &[Coercion::Unit, Coercion::TwoReadings]);
        check(Manner::DecimalComma, "3.500 €", Some(3_500.0), &[Coercion::Unit]);
        for (text, value) in [("0.500", 0.5), ("1500.250", 1500.25), ("1 500", 1500.0)] {
            check(Manner::Number, text, Some(value), &[]);
        }
        check(Manner::Number, "NC", None, &[Coercion::Missing]);
        check(Manner::Plain, "", None, &[]);
        check(Manner::Several(','), "vente, -", None, &[Coercion::Missing]);
        check(Manner::Code(5), "1001", None, &[Coercion::Zeros]);
        check(Manner::Code(5), "15014", None, &[]);
        check(Manner::MonthFirst, "45658", None, &[Coercion::Serial]);
        check(Manner::MonthFirst, "2026-03-01", None, &[]);
    }

    #[test]
    fn values_are_recoded_and_others_stay() {
        let recodes =
            Recodes::new(&[Recode { written: "Manque de temps".into(), means: "temps".into() }]);
        let read = |text: &str| read_as(Manner::Several(';'), text, &recodes).unwrap();
        let value = read("manque de TEMPS;Autre : la météo");
        assert_eq!(value.coercions, [Coercion::Recoded]);
        assert_eq!(value.into_cell(), "temps|Autre : la météo");
        assert!(read("temps").coercions.is_empty());
    }

    #[test]
    fn a_tick_is_told_from_words() {
        let check = |text: &str, expect: Result<Option<bool>, ()>| {
            assert_eq!(tick(text, "Coût").map_err(|_| ()), expect, "{text}");
        };
        check("x", Ok(Some(true)));
        check("coût", Ok(Some(true)));
        check("FALSE", Ok(Some(false)));
        check("off", Ok(Some(false)));
        check("NC", Ok(None));
        check("peut-être", Err(()));
        assert_eq!(tick("Coût", "Coût (2)"), Ok(Some(true)));
        assert!(tick("Non", "Non").is_err());
        assert_eq!(tick("Non", "Oui"), Ok(Some(false)));
    }
}
