//! Looks of the kit: one palette, one font, and the height that a wrapped text takes.

use crate::model::{Date, Language};
use rust_xlsxwriter::{Color, Format, FormatAlign, FormatBorder};

/// Ink of headings.
const INK: Color = Color::RGB(0x1F_4E_79);
/// Every second group of a table's header.
const INK_2: Color = Color::RGB(0x3B_75_A8);
const PALE: Color = Color::RGB(0xE6_EE_F6);
const GREY: Color = Color::RGB(0x6B_6B_6B);
const LINE: Color = Color::RGB(0xB8_C4_D0);
/// Cells to fill.
const INPUT: Color = Color::RGB(0xFF_FB_EA);
/// An answer is expected.
const AMBER: Color = Color::RGB(0xFB_D9_A5);
/// Numbers that do not agree.
const RED: Color = Color::RGB(0xF4_B6_B0);
const STAR: Color = Color::RGB(0xC0_39_2B);

/// Height of a line of text of ten points.
pub const LINE_HEIGHT: f64 = 13.5;

pub struct Formats {
    pub title: Format,
    pub subtitle: Format,
    pub note: Format,
    pub heading: Format,
    pub body: Format,
    pub bold: Format,
    pub plain: Format,
    pub star: Format,
    pub grey: Format,
    pub help_run: Format,
    pub head: Format,
    pub section: Format,
    pub question: Format,
    pub option: Format,
    pub help: Format,
    pub groups: [Format; 2],
    pub label: Format,
    pub example: Format,
    pub example_number: Format,
    pub input_text: Format,
    pub input_number: Format,
    pub input_choice: Format,
    pub input_date: Format,
    pub expected: Format,
    pub disagrees: Format,
}

impl Formats {
    pub fn new(language: Language) -> Self {
        let base = Format::new().set_font_name("Calibri").set_font_size(10);
        let middle = base.clone().set_align(FormatAlign::VerticalCenter).set_text_wrap();
        let boxed = middle.clone().set_border(FormatBorder::Thin).set_border_color(LINE);
        let input = boxed.clone().set_background_color(INPUT).set_unlocked();
        let group = |color| {
            let centred = boxed.clone().set_align(FormatAlign::Center).set_bold();
            centred.set_font_color(Color::White).set_background_color(color)
        };
        let example = boxed.clone().set_font_color(GREY).set_italic().set_font_size(9);
        Self {
            title: base.clone().set_bold().set_font_size(18).set_font_color(INK),
            subtitle: base.clone().set_font_size(11).set_font_color(GREY),
            note: base.clone().set_italic().set_font_color(GREY),
            heading: base
                .clone()
                .set_bold()
                .set_font_size(12)
                .set_font_color(INK)
                .set_align(FormatAlign::Bottom)
                .set_border_bottom(FormatBorder::Thin)
                .set_border_bottom_color(LINE),
            body: middle.clone(),
            bold: base.clone().set_bold(),
            plain: base.clone(),
            star: base.clone().set_bold().set_font_color(STAR),
            help_run: base.clone().set_font_color(GREY).set_font_size(9),
            grey: base.clone().set_italic().set_font_color(GREY).set_font_size(9),
            head: boxed.clone().set_bold().set_font_color(Color::White).set_background_color(INK),
            section: middle
                .clone()
                .set_bold()
                .set_font_size(11)
                .set_font_color(INK)
                .set_background_color(PALE),
            question: boxed.clone().set_indent(1),
            option: boxed.clone().set_indent(3),
            help: boxed.clone().set_indent(1).set_font_color(GREY).set_font_size(9),
            groups: [group(INK), group(INK_2)],
            label: boxed
                .clone()
                .set_bold()
                .set_font_size(9)
                .set_font_color(INK)
                .set_background_color(PALE)
                .set_align(FormatAlign::Center),
            example: example.clone(),
            example_number: example.set_align(FormatAlign::Center),
            // Text: codes keep their zeros, and nothing typed becomes a formula or a date.
            input_text: input.clone().set_num_format("@"),
            input_number: input.clone().set_align(FormatAlign::Center),
            input_choice: input.clone().set_align(FormatAlign::Center),
            input_date: input.set_align(FormatAlign::Center).set_num_format(match language {
                Language::French => "dd/mm/yyyy",
                Language::English => "yyyy-mm-dd",
            }),
            expected: Format::new().set_background_color(AMBER),
            disagrees: Format::new().set_background_color(RED),
        }
    }
}

/// Height in points of a text wrapped in a column of that many characters.
pub fn height(text: &str, width: u16) -> f64 {
    f64::from(lines(text, width)) * LINE_HEIGHT
}

/// Lines that a wrapped text takes: words are not cut.
pub fn lines(text: &str, width: u16) -> u32 {
    let width = usize::from(width.max(1));
    let (mut n_lines, mut used) = (1_u32, 0_usize);
    for word in text.split(' ') {
        let length = word.chars().count();
        if used > 0 && used + 1 + length > width {
            n_lines += 1;
            used = length;
        } else {
            used += usize::from(used > 0) + length;
        }
    }
    n_lines
}

/// `1er mars 2026`, `1 March 2026`, its spaces unbreakable.
pub fn long_date(date: Date, language: Language) -> String {
    const FRENCH: [&str; 12] = [
        "janvier",
        "février",
        "mars",
        "avril",
        "mai",
        "juin",
        "juillet",
        "août",
        "septembre",
        "octobre",
        "novembre",
        "décembre",
    ];
    const ENGLISH: [&str; 12] = [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ];
    let names = match language {
        Language::French => FRENCH,
        Language::English => ENGLISH,
    };
    let month = names.get(usize::from(date.month()).saturating_sub(1)).copied().unwrap_or("");
    let day = match (date.day(), language) {
        (1, Language::French) => "1er".to_owned(),
        (day, _) => day.to_string(),
    };
    format!("{day}\u{a0}{month}\u{a0}{}", date.year())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_not_cut() {
        let check = |text: &str, width: u16, expect: u32| assert_eq!(lines(text, width), expect);
        check("", 10, 1);
        check("un deux trois", 13, 1);
        check("un deux trois", 12, 2);
        check("anticonstitutionnellement oui", 5, 2);
    }

    #[test]
    fn dates_in_words() {
        let check = |iso: &str, language, expect: &str| {
            assert_eq!(long_date(iso.parse().unwrap(), language).replace('\u{a0}', " "), expect);
        };
        check("2026-03-01", Language::French, "1er mars 2026");
        check("2026-08-31", Language::French, "31 août 2026");
        check("2026-03-01", Language::English, "1 March 2026");
    }
}
