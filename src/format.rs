//! Numbers and dates for eyes: the only place that rounds, half away from zero.
//!
//! French: decimal comma, narrow no-break space between thousands and before `%`.
//! English: decimal point, comma between thousands, no space before `%`.

use crate::model::{Date, Language, Unit};

/// Narrow no-break space: thousands in cells and single-line text.
pub const NARROW: char = '\u{202f}';
/// No-break space: thousands in prose that wraps, since egui breaks lines at U+202F.
pub const WIDE: char = '\u{a0}';

/// `1 234`; the sign is U+2212.
pub fn integer(value: f64, language: Language) -> String {
    decimal(value, 0, language)
}

/// `1 234,5` with exactly `digits` decimals.
pub fn decimal(value: f64, digits: usize, language: Language) -> String {
    if !value.is_finite() {
        return "—".to_owned();
    }
    let text = rounded(value, digits);
    let (negative, text) = match text.strip_prefix('-') {
        Some(rest) => (rest.bytes().any(|b| b.is_ascii_digit() && b != b'0'), rest),
        None => (false, text.as_str()),
    };
    let (whole, fraction) = text.split_once('.').unwrap_or((text, ""));
    let (group, point) = match language {
        Language::French => (NARROW, ','),
        Language::English => (',', '.'),
    };
    let mut out = String::with_capacity(text.len() + 8);
    if negative {
        out.push('\u{2212}');
    }
    for (index, digit) in whole.chars().enumerate() {
        if index > 0 && (whole.len() - index).is_multiple_of(3) {
            out.push(group);
        }
        out.push(digit);
    }
    if !fraction.is_empty() {
        out.push(point);
        out.push_str(fraction);
    }
    out
}

/// Half away from zero on the shortest decimal text of the number, so that 0.285 gives 0.29.
fn rounded(value: f64, digits: usize) -> String {
    let shortest = format!("{value}");
    let fraction = shortest.split_once('.').map_or("", |(_, fraction)| fraction);
    let exact_half = fraction.len() == digits + 1 && fraction.ends_with('5');
    if exact_half {
        // `format!` rounds the binary value; move it off the tie, away from zero.
        let step = 10_f64.powi(-i32::try_from(digits).unwrap_or(0) - 3);
        return format!("{:.digits$}", value + step.copysign(value));
    }
    format!("{value:.digits$}")
}

/// A number of thousandths with the digits it has: `0,25`, `10`.
pub fn thousandths(value: u32, language: Language) -> String {
    let digits = match value {
        value if value.is_multiple_of(1_000) => 0,
        value if value.is_multiple_of(100) => 1,
        value if value.is_multiple_of(10) => 2,
        _ => 3,
    };
    decimal(f64::from(value) / 1_000.0, digits, language)
}

/// A share 0–1 as a percentage: `58 %`, `58,1 %`.
pub fn percent(share: f64, digits: usize, language: Language) -> String {
    let number = decimal(share * 100.0, digits, language);
    match language {
        Language::French => format!("{number}{NARROW}%"),
        Language::English => format!("{number}%"),
    }
}

/// A number with all its digits, without spaces between thousands: `0,025`.
pub fn raw(value: f64, language: Language) -> String {
    match language {
        Language::French => value.to_string().replace('.', ","),
        Language::English => value.to_string(),
    }
}

/// A probability 0–1, never rounded to certainty: `> 99 %`, `< 1 %`.
pub fn probability(value: f64, language: Language) -> String {
    if value > 0.99 && value < 1.0 {
        format!(">{WIDE}{}", percent(0.99, 0, language))
    } else if value > 0.0 && value < 0.01 {
        format!("<{WIDE}{}", percent(0.01, 0, language))
    } else {
        percent(value, 0, language)
    }
}

/// A difference of two shares in points, with its sign: `+12`, `−4`, `0`.
pub fn points(difference: f64, language: Language) -> String {
    let number = integer(difference * 100.0, language);
    let above = difference > 0.0 && number != "0" && number != "—";
    if above { format!("+{number}") } else { number }
}

/// `55–62 %`: a percentage interval with one sign; `70 %` where both ends read the same.
pub fn percent_range(low: f64, high: f64, digits: usize, language: Language) -> String {
    let low_shown = decimal(low * 100.0, digits, language);
    let high_shown = percent(high, digits, language);
    if percent(low, digits, language) == high_shown {
        return high_shown;
    }
    format!("{low_shown}{}{high_shown}", between(low, language))
}

/// Between two bounds: a dash, or a word where the first has a minus.
const fn between(low: f64, language: Language) -> &'static str {
    match language {
        _ if low >= 0.0 || low.is_nan() => "–",
        Language::French => "\u{a0}à\u{a0}",
        Language::English => "\u{a0}to\u{a0}",
    }
}

/// `3 356–3 482`, `−3 à 13`; `12` where both ends read the same.
pub fn range(low: f64, high: f64, digits: usize, language: Language) -> String {
    let (low_shown, high_shown) = (decimal(low, digits, language), decimal(high, digits, language));
    if low_shown == high_shown {
        return high_shown;
    }
    format!("{low_shown}{}{high_shown}", between(low, language))
}

/// `01/03/2024` in French, `2024-03-01` in English.
pub fn date(date: Date, language: Language) -> String {
    match language {
        Language::French => format!("{:02}/{:02}/{:04}", date.day(), date.month(), date.year()),
        Language::English => date.to_string(),
    }
}

/// A number in the writing of its unit.
pub fn shape(value: f64, unit: Unit, language: Language) -> String {
    match unit {
        Unit::Probability => probability(value, language),
        _ if unit.is_share() => percent(value, 0, language),
        Unit::StandardScore | Unit::PostsPerSeeker | Unit::Kappa | Unit::Ratio => {
            decimal(value, 2, language)
        }
        Unit::CandidatesPerPost => decimal(value, 1, language),
        // Of amounts, tenths are nothing.
        Unit::PerEstablishment if value.abs() < 100.0 => decimal(value, 1, language),
        Unit::DifferenceOfShares => points(value, language),
        _ => integer(value, language),
    }
}

/// A text for prose that wraps: narrow no-break spaces become no-break spaces.
pub fn prose(text: &str) -> String {
    text.replace(NARROW, &WIDE.to_string())
}

/// `3,3 Mio` in French, `3.3 MB` in English.
pub fn bytes(count: u64, language: Language) -> String {
    const MIB: f64 = 1024.0 * 1024.0;
    #[expect(clippy::cast_precision_loss, reason = "shown with one decimal")]
    let count = count as f64;
    let (value, unit) = match (count >= MIB, language) {
        (true, Language::French) => (count / MIB, "Mio"),
        (true, Language::English) => (count / MIB, "MiB"),
        (false, Language::French) => (count / 1024.0, "Kio"),
        (false, Language::English) => (count / 1024.0, "KiB"),
    };
    format!("{}{NARROW}{unit}", decimal(value, 1, language))
}

#[cfg(test)]
mod tests {
    use super::*;
    use Language::{English, French};

    fn check(value: f64, digits: usize, expected: &str) {
        assert_eq!(decimal(value, digits, French), expected, "{value} {digits}");
    }

    #[test]
    fn french_numbers() {
        check(1234.5, 1, "1\u{202f}234,5");
        check(0.0, 0, "0");
        check(-3.0, 0, "\u{2212}3");
        check(1_234_567.0, 0, "1\u{202f}234\u{202f}567");
        check(999.0, 0, "999");
        check(f64::NAN, 1, "—");
    }

    #[test]
    fn halves_go_away_from_zero() {
        check(0.5, 0, "1");
        check(2.5, 0, "3");
        check(-2.5, 0, "\u{2212}3");
        check(0.285, 2, "0,29");
        check(1.005, 2, "1,01");
        check(-0.4, 0, "0");
    }

    #[test]
    fn percentages() {
        assert_eq!(percent(0.5809, 1, French), "58,1\u{202f}%");
        assert_eq!(percent(0.5809, 0, English), "58%");
        assert_eq!(percent_range(0.5528, 0.6241, 0, French), "55–62\u{202f}%");
        assert_eq!(range(-3.0, 13.0, 0, French), "−3\u{a0}à\u{a0}13");
        assert_eq!(range(-3.0, -1.0, 0, English), "−3\u{a0}to\u{a0}−1");
        assert_eq!(range(0.0, 13.0, 0, French), "0–13");
        // Two ends that read the same are a point.
        assert_eq!(percent_range(0.698, 0.703, 0, French), "70\u{202f}%");
        assert_eq!(percent_range(0.698, 0.703, 1, English), "69.8–70.3%");
        assert_eq!(range(11.6, 12.4, 0, French), "12");
    }

    #[test]
    fn a_probability_is_never_rounded_to_certainty() {
        assert_eq!(probability(0.9999, French), ">\u{a0}99\u{202f}%");
        assert_eq!(probability(0.0001, English), "<\u{a0}1%");
        assert_eq!(probability(0.8, French), "80\u{202f}%");
    }
}
