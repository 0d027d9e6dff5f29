//! The small parts of a workbook: its sheets, its shared texts, its formats of dates.

use crate::readers::xlsx::{Archive, Unknown};
use quick_xml::events::{BytesStart, Event};
use std::collections::BTreeMap;
use std::io::{BufReader, Read};

/// Bytes of a small part, at most.
const MAX_PART: u64 = 16 * 1024 * 1024;

pub struct SheetPart {
    pub name: String,
    pub path: String,
    pub hidden: bool,
}

/// What the numbers of a style are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Style {
    Number,
    Date,
    /// Hours beyond a day, and what cannot be told.
    Unknown,
}

pub struct Parts {
    pub sheets: Vec<SheetPart>,
    pub strings: Vec<String>,
    pub styles: Vec<Style>,
    pub is_1904: bool,
}

impl Parts {
    pub fn read(archive: &mut Archive<'_>) -> Result<Self, Unknown> {
        let links = links(&part(archive, "xl/_rels/workbook.xml.rels")?)?;
        let (sheets, is_1904) = sheets(&part(archive, "xl/workbook.xml")?, &links)?;
        let styles = match part(archive, "xl/styles.xml") {
            Ok(text) => styles(&text)?,
            Err(Unknown) if archive.index_for_name("xl/styles.xml").is_none() => Vec::new(),
            Err(Unknown) => return Err(Unknown),
        };
        let named = links.values().find(|(kind, _)| kind.ends_with("/sharedStrings"));
        let strings = match named {
            Some((_, path)) => strings(archive, path)?,
            None => Vec::new(),
        };
        Ok(Self { sheets, strings, styles, is_1904 })
    }
}

fn part(archive: &mut Archive<'_>, name: &str) -> Result<String, Unknown> {
    let member = archive.by_name(name).map_err(|_| Unknown)?;
    let mut text = String::new();
    member.take(MAX_PART).read_to_string(&mut text).map_err(|_| Unknown)?;
    let plain = !text.contains("<!DOCTYPE") && !text.contains("<![CDATA[");
    plain.then_some(text).ok_or(Unknown)
}

/// The value of an attribute, by its local name.
fn attribute(tag: &BytesStart<'_>, name: &str) -> Result<Option<String>, Unknown> {
    for attribute in tag.attributes() {
        let attribute = attribute.map_err(|_| Unknown)?;
        if attribute.key.local_name().as_ref() == name {
            let value = attribute.normalized_value(quick_xml::XmlVersion::Implicit1_0);
            return value.map(|value| Some(value.into_owned())).map_err(|_| Unknown);
        }
    }
    Ok(None)
}

/// Calls for each opening or empty element.
fn each(
    text: &str,
    mut visit: impl FnMut(&str, &BytesStart<'_>, bool) -> Result<(), Unknown>,
) -> Result<(), Unknown> {
    let mut reader = quick_xml::Reader::from_str(text);
    loop {
        match reader.read_event().map_err(|_| Unknown)? {
            Event::Start(tag) => visit(tag.local_name().as_ref(), &tag, true)?,
            Event::Empty(tag) => {
                visit(tag.local_name().as_ref(), &tag, true)?;
                visit(tag.local_name().as_ref(), &tag, false)?;
            }
            Event::End(tag) => {
                let tag = BytesStart::new(tag.name().as_ref().to_owned());
                visit(tag.local_name().as_ref(), &tag, false)?;
            }
            Event::Eof => return Ok(()),
            _ => {}
        }
    }
}

/// Identifier → (type, path).
type Links = BTreeMap<String, (String, String)>;

fn links(text: &str) -> Result<Links, Unknown> {
    let mut links = Links::new();
    each(text, |name, tag, opens| {
        if name == "Relationship" && opens {
            let id = attribute(tag, "Id")?.ok_or(Unknown)?;
            let kind = attribute(tag, "Type")?.ok_or(Unknown)?;
            let target = attribute(tag, "Target")?.ok_or(Unknown)?;
            let path = match target.strip_prefix('/') {
                Some(whole) => whole.to_owned(),
                None => format!("xl/{target}"),
            };
            links.insert(id, (kind, path));
        }
        Ok(())
    })?;
    Ok(links)
}

fn sheets(text: &str, links: &Links) -> Result<(Vec<SheetPart>, bool), Unknown> {
    let (mut sheets, mut is_1904) = (Vec::new(), false);
    each(text, |name, tag, opens| {
        if name == "workbookPr" && opens {
            is_1904 = matches!(attribute(tag, "date1904")?.as_deref(), Some("1" | "true"));
        }
        if name == "sheet" && opens {
            let id = attribute(tag, "id")?.ok_or(Unknown)?;
            let (kind, path) = links.get(&id).ok_or(Unknown)?;
            if kind.ends_with("/worksheet") {
                let hidden = attribute(tag, "state")?.is_some_and(|state| state != "visible");
                let name = attribute(tag, "name")?.ok_or(Unknown)?;
                sheets.push(SheetPart { name, path: path.clone(), hidden });
            }
        }
        Ok(())
    })?;
    Ok((sheets, is_1904))
}

fn styles(text: &str) -> Result<Vec<Style>, Unknown> {
    let mut formats: BTreeMap<u32, Style> = BTreeMap::new();
    let (mut styles, mut inside) = (Vec::new(), false);
    each(text, |name, tag, opens| {
        let id = || -> Result<u32, Unknown> {
            let id = attribute(tag, "numFmtId")?;
            id.map_or(Ok(0), |id| id.parse()).map_err(|_| Unknown)
        };
        match name {
            "numFmt" if opens => {
                let code = attribute(tag, "formatCode")?.ok_or(Unknown)?;
                formats.insert(id()?, style_of(&code));
            }
            "cellXfs" => inside = opens,
            "xf" if opens && inside => {
                let id = id()?;
                styles.push(formats.get(&id).copied().unwrap_or_else(|| built_in(id)));
            }
            _ => {}
        }
        Ok(())
    })?;
    Ok(styles)
}

/// The formats that every spreadsheet program has (ECMA-376, 18.8.30).
const fn built_in(id: u32) -> Style {
    match id {
        14..=22 | 27..=36 | 45 | 47 | 50..=58 => Style::Date,
        46 => Style::Unknown,
        _ => Style::Number,
    }
}

/// Whether a format shows dates: its letters, outside quotes, brackets and escapes.
fn style_of(code: &str) -> Style {
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

fn strings(archive: &mut Archive<'_>, path: &str) -> Result<Vec<String>, Unknown> {
    let member = archive.by_name(path).map_err(|_| Unknown)?;
    let mut reader = quick_xml::Reader::from_reader(BufReader::new(member));
    let mut strings = Vec::new();
    let mut text: Option<String> = None;
    // Inside a text, and not inside the reading aid above it.
    let (mut shown, mut aid) = (false, false);
    let mut buffer = Vec::new();
    loop {
        buffer.clear();
        match reader.read_event_into(&mut buffer).map_err(|_| Unknown)? {
            Event::Start(tag) => match tag.local_name().as_ref() {
                "si" => text = Some(String::new()),
                "t" => shown = true,
                "rPh" => aid = true,
                _ => {}
            },
            Event::Empty(tag) if tag.local_name().as_ref() == "si" => strings.push(String::new()),
            Event::End(tag) => match tag.local_name().as_ref() {
                "si" => strings.push(text.take().unwrap_or_default()),
                "t" => shown = false,
                "rPh" => aid = false,
                _ => {}
            },
            Event::Text(piece) if shown && !aid => {
                if let Some(text) = &mut text {
                    text.push_str(&piece.xml10_content());
                }
            }
            Event::GeneralRef(name) if shown && !aid => {
                let character = character(name.as_ref())?;
                if let Some(text) = &mut text {
                    text.push(character);
                }
            }
            Event::DocType(_) | Event::CData(_) => return Err(Unknown),
            Event::Eof => break,
            _ => {}
        }
    }
    // Escapes of control characters are left to the library.
    if strings.iter().any(|text| text.contains("_x")) { Err(Unknown) } else { Ok(strings) }
}

/// `amp`, `#233`, `#xE9` → its character.
pub fn character(name: &str) -> Result<char, Unknown> {
    match name {
        "amp" => Ok('&'),
        "lt" => Ok('<'),
        "gt" => Ok('>'),
        "quot" => Ok('"'),
        "apos" => Ok('\''),
        _ => {
            let number = name.strip_prefix('#').ok_or(Unknown)?;
            let code = match number.strip_prefix('x') {
                Some(hexadecimal) => u32::from_str_radix(hexadecimal, 16),
                None => number.parse(),
            };
            code.ok().and_then(char::from_u32).ok_or(Unknown)
        }
    }
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
