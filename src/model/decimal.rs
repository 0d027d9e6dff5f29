//! Numbers that a user writes, kept as written: whole millionths, so that they are equal when they
//! look equal, in memory as in a file.

use std::fmt;
use std::str::FromStr;

/// Millionths in one.
const ONE: i64 = 1_000_000;
/// Decimals kept.
const DIGITS: usize = 6;

/// A decimal number of six decimals, below nine million millions.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Decimal(i64);

/// A text that is no number, or one too large.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a number: {0}")]
pub struct NotANumber(pub String);

impl Decimal {
    pub const ZERO: Self = Self(0);

    /// Rounded to the millionth; `None` for what is no finite number of that size.
    pub fn new(value: f64) -> Option<Self> {
        #[expect(clippy::cast_precision_loss, reason = "a bound, far above what is written")]
        let scaled = value * ONE as f64;
        #[expect(clippy::cast_possible_truncation, reason = "within what a whole number holds")]
        (scaled.is_finite() && scaled.abs() < 9.0e18).then(|| Self(scaled.round() as i64))
    }

    pub fn whole(value: u32) -> Self {
        Self(i64::from(value) * ONE)
    }

    #[expect(clippy::cast_precision_loss, reason = "a millionth of what is shown is no loss")]
    pub fn value(self) -> f64 {
        self.0 as f64 / ONE as f64
    }

    /// Of a share, 0–1, its per cent; `None` where it grows too large.
    pub fn hundredfold(self) -> Option<Self> {
        self.0.checked_mul(100).map(Self)
    }

    /// Of a share, its per cent as figures are published: whole; `None` where it grows too large.
    pub fn per_cent(self) -> Option<Self> {
        Self::new(self.hundredfold()?.value().round())
    }

    /// `None` where it grows too large.
    pub fn less(self, other: Self) -> Option<Self> {
        self.0.checked_sub(other.0).map(Self)
    }

    /// Decimals that it needs, none for a whole number.
    pub fn decimals(self) -> usize {
        let rest = self.0.unsigned_abs() % ONE.unsigned_abs();
        let text = format!("{rest:06}");
        text.trim_end_matches('0').len()
    }
}

/// With a full stop and no more decimals than it needs: `-3.5`, `1200`.
impl fmt::Display for Decimal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (whole, rest) = (
            self.0.unsigned_abs() / ONE.unsigned_abs(),
            self.0.unsigned_abs() % ONE.unsigned_abs(),
        );
        let sign = if self.0 < 0 { "-" } else { "" };
        let rest = format!("{rest:06}");
        let rest = rest.trim_end_matches('0');
        let point = if rest.is_empty() { "" } else { "." };
        write!(f, "{sign}{whole}{point}{rest}")
    }
}

/// Reads `1 234,5`, `1234.5`, `−3`, and `12 %` as 12: what French and English users type.
impl FromStr for Decimal {
    type Err = NotANumber;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let bad = || NotANumber(text.trim().to_owned());
        let bare: String = text
            .trim()
            .trim_end_matches(['%', '€'])
            .chars()
            .filter(|c| !matches!(c, ' ' | '\u{a0}' | '\u{202f}' | '\u{2009}' | '_'))
            .map(|c| if matches!(c, '−' | '–') { '-' } else { c })
            .collect();
        let (negative, bare) = match bare.strip_prefix('-') {
            Some(rest) => (true, rest),
            None => (false, bare.strip_prefix('+').unwrap_or(&bare)),
        };
        let (whole, rest) = bare.split_once([',', '.']).unwrap_or((bare, ""));
        let digits = |part: &str| part.chars().all(|c| c.is_ascii_digit());
        if (whole.is_empty() && rest.is_empty()) || !digits(whole) || !digits(rest) {
            return Err(bad());
        }
        // A seventh decimal would be lost without a word.
        if rest.trim_end_matches('0').len() > DIGITS {
            return Err(bad());
        }
        let whole: i64 = if whole.is_empty() { 0 } else { whole.parse().map_err(|_| bad())? };
        let padded: String = rest.chars().chain(std::iter::repeat('0')).take(DIGITS).collect();
        let rest: i64 = padded.parse().map_err(|_| bad())?;
        let scaled = whole.checked_mul(ONE).and_then(|whole| whole.checked_add(rest));
        let scaled = scaled.ok_or_else(bad)?;
        Ok(Self(if negative { -scaled } else { scaled }))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn check(text: &str, expect: Option<&str>) {
        let read = text.parse::<Decimal>().ok().map(|number| number.to_string());
        assert_eq!(read.as_deref(), expect, "{text}");
    }

    #[test]
    fn what_users_type() {
        check("1 234,5", Some("1234.5"));
        check("1\u{202f}234,50", Some("1234.5"));
        check(" −3 ", Some("-3"));
        check("12 %", Some("12"));
        check("2 400 €", Some("2400"));
        check("0,000001", Some("0.000001"));
        check(",5", Some("0.5"));
        check("+7", Some("7"));
    }

    #[test]
    fn what_is_no_number() {
        for text in ["", "-", "douze", "1,2,3", "1.234,5", "0,0000001", "99999999999999", "NaN"] {
            check(text, None);
        }
    }

    #[test]
    fn a_share_becomes_its_per_cent() {
        let share = Decimal::new(0.417).unwrap();
        assert_eq!(share.hundredfold(), "41,7".parse().ok());
        assert_eq!(share.per_cent(), Some(Decimal::whole(42)));
        assert_eq!((share.decimals(), Decimal::whole(3).decimals()), (3, 0));
        assert_eq!(Decimal::new(f64::NAN), None);
        assert_eq!(Decimal::new(1e300), None);
    }

    proptest! {
        #[test]
        fn what_is_written_is_read(millionths in any::<i32>()) {
            let number = Decimal(i64::from(millionths) * 37);
            prop_assert_eq!(number.to_string().parse(), Ok(number));
            prop_assert_eq!(Decimal::new(number.value()), Some(number));
        }
    }
}
