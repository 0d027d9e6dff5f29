//! Calendar dates, as given: the core never reads the clock.

use std::fmt;
use std::str::FromStr;

/// A day of the Gregorian calendar, checked on construction.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date {
    year: i32,
    month: u8,
    day: u8,
}

/// Not a date of the calendar.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a date: {0}")]
pub struct InvalidDate(pub String);

impl Date {
    /// # Errors
    /// When the day does not exist in that month.
    pub fn new(year: i32, month: u8, day: u8) -> Result<Self, InvalidDate> {
        let valid = (1..=9999).contains(&year)
            && (1..=12).contains(&month)
            && day >= 1
            && day <= days_in_month(year, month);
        if valid {
            Ok(Self { year, month, day })
        } else {
            Err(InvalidDate(format!("{year:04}-{month:02}-{day:02}")))
        }
    }

    pub const fn year(self) -> i32 {
        self.year
    }

    pub const fn month(self) -> u8 {
        self.month
    }

    pub const fn day(self) -> u8 {
        self.day
    }

    /// The day that [`Date::ordinal`] numbers so; `None` outside years 1 to 9999.
    pub fn from_ordinal(ordinal: i64) -> Option<Self> {
        // 146,097 days in 400 years: at most one year too early.
        let guess = i32::try_from((ordinal - 1).checked_mul(400)? / 146_097).ok()?;
        let begins = |year: i32| Self::new(year, 1, 1).map(Self::ordinal).ok();
        let mut year = guess.max(1);
        while begins(year + 1).is_some_and(|next| next <= ordinal) {
            year += 1;
        }
        let mut left = ordinal - begins(year)?;
        for month in 1..=12 {
            let days = i64::from(days_in_month(year, month));
            if left < days {
                return Self::new(year, month, u8::try_from(left + 1).ok()?).ok();
            }
            left -= days;
        }
        None
    }

    /// The same day so many months later, the last of the month where it has no such day; `None`
    /// after year 9999.
    pub fn months_later(self, months: u32) -> Option<Self> {
        let months = i64::from(self.year) * 12 + i64::from(self.month) - 1 + i64::from(months);
        let year = i32::try_from(months.div_euclid(12)).ok()?;
        let month = u8::try_from(months.rem_euclid(12) + 1).ok()?;
        Self::new(year, month, self.day.min(days_in_month(year, month))).ok()
    }

    /// Whole days since 1 January of year 1, to measure delays between two dates.
    pub fn ordinal(self) -> i64 {
        let previous = i64::from(self.year) - 1;
        let leap_days = previous / 4 - previous / 100 + previous / 400;
        let months: i64 = (1..self.month).map(|m| i64::from(days_in_month(self.year, m))).sum();
        previous * 365 + leap_days + months + i64::from(self.day)
    }
}

const fn is_leap(year: i32) -> bool {
    (year % 4 == 0 && year % 100 != 0) || year % 400 == 0
}

const fn days_in_month(year: i32, month: u8) -> u8 {
    match month {
        4 | 6 | 9 | 11 => 30,
        2 if is_leap(year) => 29,
        2 => 28,
        _ => 31,
    }
}

/// ISO 8601: `2024-03-01`.
impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

/// Reads `2024-03-01` and `01/03/2024`, the two forms of French administrative files.
impl FromStr for Date {
    type Err = InvalidDate;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let bad = || InvalidDate(text.to_owned());
        let text = text.trim();
        let separator = if text.contains('/') { '/' } else { '-' };
        let mut parts = text.splitn(3, separator);
        let (Some(a), Some(b), Some(c)) = (parts.next(), parts.next(), parts.next()) else {
            return Err(bad());
        };
        let (year, month, day) = if separator == '/' { (c, b, a) } else { (a, b, c) };
        if year.len() != 4 || !text.is_ascii() {
            return Err(bad());
        }
        let year = year.parse().map_err(|_| bad())?;
        let month = month.parse().map_err(|_| bad())?;
        let day = day.parse().map_err(|_| bad())?;
        Self::new(year, month, day).map_err(|_| bad())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: Option<&str>) {
        assert_eq!(text.parse::<Date>().ok().map(|d| d.to_string()).as_deref(), expected, "{text}");
    }

    #[test]
    fn both_written_forms() {
        check("2024-03-01", Some("2024-03-01"));
        check("01/03/2024", Some("2024-03-01"));
        check(" 29/02/2024 ", Some("2024-02-29"));
    }

    #[test]
    fn impossible_days_are_refused() {
        check("2023-02-29", None);
        check("2017-09-00", None);
        check("31/04/2024", None);
        check("24-03-01", None);
        check("mars 2024", None);
        check("", None);
    }

    #[test]
    fn a_day_is_found_again_by_its_number() {
        for ordinal in (1..3_650_000).step_by(97) {
            let date = Date::from_ordinal(ordinal).unwrap();
            assert_eq!(date.ordinal(), ordinal, "{date}");
        }
        let day = |text: &str| text.parse::<Date>().unwrap();
        for text in ["0001-01-01", "1999-12-31", "2000-02-29", "2100-02-28", "9999-12-31"] {
            assert_eq!(Date::from_ordinal(day(text).ordinal()), Some(day(text)));
        }
        assert_eq!(Date::from_ordinal(0), None);
        assert_eq!(Date::from_ordinal(day("9999-12-31").ordinal() + 1), None);
    }

    #[test]
    fn months_go_by() {
        let check = |from: &str, months: u32, expect: Option<&str>| {
            let later = from.parse::<Date>().unwrap().months_later(months);
            assert_eq!(later.map(|date| date.to_string()).as_deref(), expect, "{from}");
        };
        check("2024-01-31", 1, Some("2024-02-29"));
        check("2023-11-15", 3, Some("2024-02-15"));
        check("2023-12-01", 12, Some("2024-12-01"));
        check("2024-05-31", 0, Some("2024-05-31"));
        check("9999-12-01", 1, None);
    }

    #[test]
    fn ordinal_counts_days() {
        let days = |a: &str, b: &str| {
            b.parse::<Date>().unwrap().ordinal() - a.parse::<Date>().unwrap().ordinal()
        };
        assert_eq!(days("2024-02-28", "2024-03-01"), 2);
        assert_eq!(days("2023-12-31", "2024-01-01"), 1);
        assert_eq!(days("2023-01-01", "2024-01-01"), 365);
    }
}
