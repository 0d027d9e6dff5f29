//! The small parts of a workbook: its sheets, its shared texts, its formats of dates.

use crate::readers::strings::Strings;
use crate::readers::style::{Style, built_in, style_of};
use crate::readers::watch::{Events, Flag, Watched};
use crate::readers::xlsx::text::{self, Manner};
use crate::readers::xlsx::{Archive, Trouble, Unknown};
use quick_xml::events::{BytesStart, Event};
use std::collections::BTreeMap;
use std::io::Read;

/// Bytes of a small part, at most.
const MAX_PART: u64 = 16 * 1024 * 1024;
/// Bytes of one piece of a shared text, at most: one longer than a cell is told at its place.
const MAX_TEXT: usize = 8 * 1024 * 1024;

pub struct SheetPart {
    pub name: String,
    pub path: String,
    pub hidden: bool,
}

pub struct Parts {
    pub sheets: Vec<SheetPart>,
    pub strings: Strings,
    pub styles: Vec<Style>,
    pub is_1904: bool,
}

impl Parts {
    pub fn read(archive: &mut Archive<'_>, cancelled: Flag<'_>) -> Result<Self, Trouble> {
        let links = links(&part(archive, "xl/_rels/workbook.xml.rels")?)?;
        let (sheets, is_1904) = sheets(&part(archive, "xl/workbook.xml")?, &links)?;
        let styles = match part(archive, "xl/styles.xml") {
            Ok(text) => styles(&text)?,
            Err(Unknown) if archive.index_for_name("xl/styles.xml").is_none() => Vec::new(),
            Err(Unknown) => return Err(Trouble::Unknown),
        };
        let named = links.values().find(|(kind, _)| kind.ends_with("/sharedStrings"));
        let strings = match named {
            Some((_, path)) => {
                let member = archive.by_name(path).map_err(|_| Unknown)?;
                strings(Watched::new(member, cancelled))?
            }
            None => Strings::default(),
        };
        Ok(Self { sheets, strings, styles, is_1904 })
    }
}

fn part(archive: &mut Archive<'_>, name: &str) -> Result<String, Unknown> {
    let member = archive.by_name(name).map_err(|_| Unknown)?;
    let mut text = String::new();
    member.take(MAX_PART + 1).read_to_string(&mut text).map_err(|_| Unknown)?;
    if text.len() as u64 > MAX_PART {
        return Err(Unknown);
    }
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
pub type Links = BTreeMap<String, (String, String)>;

pub fn links(text: &str) -> Result<Links, Unknown> {
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

pub fn sheets(text: &str, links: &Links) -> Result<(Vec<SheetPart>, bool), Unknown> {
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

pub fn styles(text: &str) -> Result<Vec<Style>, Unknown> {
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

/// The shared texts. Beyond their budget nobody else is to try: calamine keeps them all.
pub fn strings(source: impl Read) -> Result<Strings, Trouble> {
    let mut events = Events::new(source);
    let mut strings = Strings::default();
    let mut open = false;
    // Inside a text, and not inside the reading aid above it.
    let (mut shown, mut aid) = (None, false);
    let (mut piece, mut read) = (String::new(), String::new());
    loop {
        match events.next()? {
            Event::Start(tag) => match tag.local_name().as_ref() {
                "si" => open = true,
                "t" => {
                    let preserved = attribute(&tag, "space")?.as_deref() == Some("preserve");
                    shown = Some(if preserved { Manner::Escaped } else { Manner::Trimmed });
                }
                "rPh" => aid = true,
                _ => {}
            },
            Event::End(tag) => match tag.local_name().as_ref() {
                "si" => {
                    strings.end()?;
                    open = false;
                }
                "t" => {
                    if let Some(manner) = shown.take().filter(|_| open && !aid) {
                        read.clear();
                        text::finish(&piece, manner, &mut read);
                        strings.add(&read)?;
                    }
                    piece.clear();
                }
                "rPh" => aid = false,
                _ => {}
            },
            Event::Text(text) if shown.is_some() && !aid => {
                piece.push_str(&text.xml10_content());
                if piece.len() > MAX_TEXT {
                    return Err(Trouble::TooLarge);
                }
            }
            Event::GeneralRef(name) if shown.is_some() && !aid => {
                piece.push(text::character(name.as_ref())?);
            }
            Event::DocType(_) | Event::CData(_) => return Err(Trouble::Unknown),
            Event::Eof => return Ok(strings),
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::readers::rows::MAX_CELL;
    use crate::readers::strings::{BOUNDS, Shared};
    use crate::readers::watch::Watched;
    use std::sync::atomic::{AtomicU32, Ordering};

    #[test]
    fn shared_texts_are_those_shown() {
        let table = "<sst><si><t>Kana</t><rPh sb='0' eb='1'><t>LECTURE</t></rPh></si><si/><si>\
                     <t/></si><si><r><t xml:space='preserve'>a </t></r><r><rPr><b/></rPr><t> b\
                     </t></r></si><si><t>&#233; &amp; _x000D_</t></si></sst>";
        let strings = strings(table.as_bytes()).unwrap();
        let shown: Vec<_> = (0..).map_while(|place| strings.get(place)).collect();
        assert_eq!(shown, ["Kana", "", "", "a b", "é & \r"].map(Shared::Text));
    }

    #[test]
    fn shared_texts_that_never_end_are_refused() {
        let many = std::io::repeat(b' ').take(0).chain(Repeated::new("<si/>"));
        assert!(matches!(strings((&b"<sst>"[..]).chain(many)), Err(Trouble::TooLarge)));
        let text = "x".repeat(MAX_CELL);
        let long = format!("<si><t>{text}</t></si>");
        assert!(BOUNDS.bytes / long.len() < 300);
        let many = (&b"<sst>"[..]).chain(Repeated::new(&long));
        assert!(matches!(strings(many), Err(Trouble::TooLarge)));
        let one = (&b"<sst><si><t>"[..]).chain(std::io::repeat(b'x'));
        assert!(matches!(strings(one), Err(Trouble::TooLarge)));
        let pieces = (&b"<sst><si><t>"[..]).chain(Repeated::new("x<b/>&amp;"));
        assert!(matches!(strings(pieces), Err(Trouble::TooLarge)));
    }

    #[test]
    fn shared_texts_are_given_up() {
        let looks = AtomicU32::new(0);
        let flag = || looks.fetch_add(1, Ordering::Relaxed) > 0;
        let endless = (&b"<sst>"[..]).chain(Repeated::new("<si><t>abc</t></si>"));
        assert!(matches!(strings(Watched::new(endless, &flag)), Err(Trouble::Unknown)));
        assert!(looks.load(Ordering::Relaxed) < 4);
    }

    /// A text over and over.
    struct Repeated {
        text: Vec<u8>,
        at: usize,
    }

    impl Repeated {
        fn new(text: &str) -> Self {
            Self { text: text.repeat(4_096 / text.len() + 1).into_bytes(), at: 0 }
        }
    }

    impl Read for Repeated {
        fn read(&mut self, into: &mut [u8]) -> std::io::Result<usize> {
            let read = (&self.text[self.at..]).read(into)?;
            self.at = (self.at + read) % self.text.len();
            Ok(read)
        }
    }
}
