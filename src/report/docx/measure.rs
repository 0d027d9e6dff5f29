//! How much room words take: the widths of the letters that a Word document names, and the sizes
//! and spaces of its styles. Lengths are twentieths of a point.

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use std::collections::BTreeMap;
use unicode_normalization::UnicodeNormalization as _;

/// Widths of the letters from the space to the tilde in the font of the styles, in parts of
/// [`EM`]; fonts made to stand for it have the same.
const WIDTHS: [u16; 95] = [
    463, 667, 821, 1020, 1038, 1464, 1397, 452, 621, 621, 1020, 1020, 511, 627, 517, 791, 1038,
    1038, 1038, 1038, 1038, 1038, 1038, 1038, 1038, 1038, 548, 548, 1020, 1020, 1020, 949, 1831,
    1185, 1114, 1092, 1260, 1000, 941, 1292, 1276, 516, 653, 1064, 861, 1751, 1322, 1356, 1058,
    1378, 1112, 941, 998, 1314, 1162, 1822, 1063, 998, 959, 628, 791, 628, 1020, 1020, 596, 981,
    1076, 866, 1076, 1019, 625, 964, 1076, 470, 490, 931, 470, 1636, 1076, 1080, 1076, 1076, 714,
    801, 686, 1076, 925, 1464, 887, 927, 809, 644, 943, 644, 1020,
];
/// Width of a letter that is not among them.
const OTHER: u16 = 1038;
const EM: f64 = 2_048.0;
/// Bold letters against others.
const BOLD: f64 = 1.02;
/// Letters above the line against those on it.
const RAISED: f64 = 0.65;
/// Height of a line against the size of its letters.
const LINE: f64 = 2_500.0 / EM;

/// What a style says of a paragraph, or of some of its words.
#[expect(clippy::struct_excessive_bools, reason = "marks of a style, each on or off by itself")]
#[derive(Clone, Debug, PartialEq)]
pub struct Style {
    /// Of its letters, in twentieths of a point.
    pub size: f64,
    /// It says a size: words in it have that rather than the one of their paragraph.
    pub sized: bool,
    pub bold: bool,
    pub before: f64,
    pub after: f64,
    /// Lines against single ones, in 240ths; exact lengths where `exact`.
    pub line: f64,
    pub exact: bool,
    /// Taken from the width of the text, both sides.
    pub indent: f64,
    pub keep_next: bool,
    pub keep_lines: bool,
}

impl Style {
    const PLAIN: Self = Self {
        size: 210.0,
        sized: false,
        bold: false,
        before: 0.0,
        after: 0.0,
        line: 240.0,
        exact: false,
        indent: 0.0,
        keep_next: false,
        keep_lines: false,
    };

    /// Height of one line.
    pub fn height(&self) -> f64 {
        if self.exact { self.line } else { self.size * LINE * self.line / 240.0 }
    }

    /// Width of a text on one line.
    pub fn width(&self, text: &str) -> f64 {
        let units: f64 = text.chars().map(|letter| f64::from(units(letter))).sum();
        units / EM * self.size * if self.bold { BOLD } else { 1.0 }
    }
}

fn units(letter: char) -> u16 {
    let plain = match letter {
        '\u{a0}' | '\u{202f}' => ' ',
        '’' => ',',
        'œ' => 'm',
        '—' => return 1_854,
        letter => std::iter::once(letter).nfd().next().unwrap_or(letter),
    };
    let place = u32::from(plain).checked_sub(32).and_then(|place| usize::try_from(place).ok());
    place.and_then(|place| WIDTHS.get(place)).copied().unwrap_or(OTHER)
}

/// The styles of a document, each with what it takes from the one it is based on.
pub struct Styles(BTreeMap<String, Style>);

impl Styles {
    /// What a part of styles says; a style that is not there is plain.
    pub fn read(part: &str) -> Self {
        let (mut styles, mut id, mut style) = (BTreeMap::new(), None, Style::PLAIN);
        let mut reader = Reader::from_str(part);
        loop {
            match reader.read_event() {
                Ok(Event::Start(tag)) if tag.name().as_ref() == "w:style" => {
                    (id, style) = (value(&tag, "w:styleId"), Style::PLAIN);
                }
                // A style comes after the one it is based on.
                Ok(Event::Empty(tag)) if tag.name().as_ref() == "w:basedOn" => {
                    let base = value(&tag, "w:val").and_then(|base| styles.get(&base).cloned());
                    style = base.unwrap_or(style);
                }
                Ok(Event::Empty(tag) | Event::Start(tag)) => style.told(&tag),
                Ok(Event::End(tag)) if tag.name().as_ref() == "w:style" => {
                    if let Some(id) = id.take() {
                        styles.insert(id, style.clone());
                    }
                }
                Ok(Event::Eof) | Err(_) => break,
                Ok(_) => {}
            }
        }
        Self(styles)
    }

    pub fn of(&self, id: &str) -> Style {
        self.0.get(id).or_else(|| self.0.get("Normal")).cloned().unwrap_or(Style::PLAIN)
    }
}

impl Style {
    /// Follows a property, of a style or of a paragraph that says more than its style.
    pub fn told(&mut self, tag: &BytesStart<'_>) {
        let number = |name: &str| value(tag, name).and_then(|text| text.parse::<f64>().ok());
        let off = matches!(value(tag, "w:val").as_deref(), Some("0" | "false"));
        match tag.name().as_ref() {
            // In half points.
            "w:sz" => {
                self.size = number("w:val").map_or(self.size, |size| size * 10.0);
                self.sized = true;
            }
            "w:vertAlign" => self.size *= RAISED,
            "w:b" => self.bold = !off,
            "w:keepNext" => self.keep_next = !off,
            "w:keepLines" => self.keep_lines = !off,
            "w:ind" => {
                self.indent = number("w:left").unwrap_or(0.0) + number("w:right").unwrap_or(0.0);
            }
            "w:spacing" => {
                self.before = number("w:before").unwrap_or(self.before);
                self.after = number("w:after").unwrap_or(self.after);
                if let Some(line) = number("w:line") {
                    self.line = line;
                    self.exact = value(tag, "w:lineRule").as_deref() == Some("exact");
                }
            }
            _ => {}
        }
    }
}

/// An attribute of a tag of ours.
pub fn value(tag: &BytesStart<'_>, name: &str) -> Option<String> {
    let found = tag.try_get_attribute(name).ok().flatten()?;
    Some(found.value.into_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_are_as_wide_as_in_their_font() {
        let width = |text: &str| Style { size: EM, ..Style::PLAIN }.width(text);
        assert!((width(" ~") - (463.0 + 1_020.0)).abs() < 1e-9);
        assert!((width("éà") - (1_019.0 + 981.0)).abs() < 1e-9);
        assert!((width("W\u{202f}%") - (1_822.0 + 463.0 + 1_464.0)).abs() < 1e-9);
        assert!((width("漢") - 1_038.0).abs() < 1e-9);
        assert!((Style { size: 200.0, ..Style::PLAIN }.height() - 200.0 * 1.220_703).abs() < 1e-3);
    }

    #[test]
    fn a_style_takes_from_its_base() {
        let styles = Styles::read(
            r#"<w:styles><w:style w:styleId="Normal"><w:pPr><w:spacing w:after="130" w:line="276" w:lineRule="auto"/></w:pPr></w:style>
            <w:style w:styleId="Lead"><w:basedOn w:val="Normal"/><w:pPr><w:keepLines/><w:spacing w:before="20"/></w:pPr><w:rPr><w:b/><w:sz w:val="26"/></w:rPr></w:style>
            <w:style w:styleId="End"><w:basedOn w:val="Lead"/><w:pPr><w:keepLines w:val="0"/><w:spacing w:line="170" w:lineRule="exact"/><w:ind w:left="290" w:right="170"/></w:pPr></w:style></w:styles>"#,
        );
        let lead = styles.of("Lead");
        assert!(lead.keep_lines && lead.bold && !lead.keep_next);
        let numbers = [lead.size, lead.before, lead.after, lead.line];
        assert_eq!(numbers.map(|number| number.to_string()), ["260", "20", "130", "276"]);
        let end = styles.of("End");
        assert!(!end.keep_lines && end.exact);
        assert_eq!([end.height(), end.indent].map(|n| n.to_string()), ["170", "460"]);
        assert_eq!(styles.of("Nothing"), styles.of("Normal"));
    }
}
