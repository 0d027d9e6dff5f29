//! What the numbers of a cell are, by the format they are shown in.

/// What the numbers of a style are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Style {
    Number,
    Date,
    /// Hours beyond a day, and what cannot be told.
    Unknown,
}

/// The formats that every spreadsheet program has (ECMA-376, 18.8.30).
pub const fn built_in(id: u32) -> Style {
    match id {
        14..=22 | 27..=36 | 45 | 47 | 50..=58 => Style::Date,
        46 => Style::Unknown,
        _ => Style::Number,
    }
}

/// Whether a format shows dates: its letters, outside quotes, brackets and escapes.
pub fn style_of(code: &str) -> Style {
    if code.eq_ignore_ascii_case("general") {
        return Style::Number;
    }
    let mut letters = code.chars();
    while let Some(c) = letters.next() {
        match c {
            '\\' | '_' | '*' => drop(letters.next()),
            '"' => drop(letters.by_ref().find(|c| *c == '"')),
            ';' => return Style::Number,
            '[' => {
                let inside: String = letters.by_ref().take_while(|c| *c != ']').collect();
                if inside.chars().all(|c| matches!(c.to_ascii_lowercase(), 'h' | 'm' | 's')) {
                    return Style::Unknown;
                }
            }
            // The hours of « AM/PM » are left to the library.
            'a' | 'A' | 'p' | 'P' => return Style::Unknown,
            'd' | 'm' | 'h' | 'y' | 's' | 'D' | 'M' | 'H' | 'Y' | 'S' => return Style::Date,
            _ => {}
        }
    }
    Style::Number
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formats_of_dates_are_told_from_others() {
        let check = |code: &str, expect: Style| assert_eq!(style_of(code), expect, "{code}");
        check("dd/mm/yyyy", Style::Date);
        check("mmm yy", Style::Date);
        check("0.0\" jours\"", Style::Number);
        check("[Red]0.00;dd", Style::Number);
        check("# ##0\\ \\d", Style::Number);
        check("[h]:mm", Style::Unknown);
        check("General", Style::Number);
        check("h:mm AM/PM", Style::Date);
    }
}
