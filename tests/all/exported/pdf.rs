//! The text of a PDF as an attacker reads it: its pages through their fonts, and every string of its
//! objects, whatever is compressed.

use flate2::read::ZlibDecoder;
use std::collections::BTreeMap;
use std::io::Read as _;

/// An object of the file: its dictionary, and its stream unpacked.
struct Object {
    head: String,
    stream: Option<Vec<u8>>,
}

/// What is read of a file.
pub struct Read {
    /// The text of the pages and of the pictures in them, a space between two pieces.
    pub pages: String,
    /// Strings of all objects, and metadata.
    pub rest: String,
}

pub fn read(bytes: &[u8]) -> Read {
    let objects = objects(bytes);
    let fonts: BTreeMap<u32, BTreeMap<u32, String>> = objects
        .iter()
        .filter_map(|(number, object)| {
            let map = reference(&object.head, "/ToUnicode")?;
            Some((*number, letters(objects.get(&map)?.stream.as_deref()?)))
        })
        .collect();
    let (mut out, mut rest) = (String::new(), String::new());
    for object in objects.values() {
        if !object.head.contains("/Type/Page/") && !object.head.contains("/Type /Page ") {
            strings(&object.head, &mut rest);
            continue;
        }
        strings(&object.head, &mut rest);
        let named = named_fonts(object, &objects);
        let contents = reference(&object.head, "/Contents").and_then(|id| objects.get(&id));
        if let Some(stream) = contents.and_then(|object| object.stream.as_deref()) {
            shown(stream, &named, &fonts, &mut out);
        }
        // Pictures are drawn apart, with the same fonts or with none.
    }
    for object in objects.values().filter(|one| one.head.contains("/Subtype/Form")) {
        let named = named_fonts(object, &objects);
        if let Some(stream) = object.stream.as_deref() {
            shown(stream, &named, &fonts, &mut out);
        }
    }
    for object in objects.values() {
        // Metadata is XML.
        if object.head.contains("/Metadata")
            && let Some(stream) = &object.stream
        {
            rest.push_str(&String::from_utf8_lossy(stream));
        }
    }
    Read { pages: out, rest }
}

fn objects(bytes: &[u8]) -> BTreeMap<u32, Object> {
    let find = |from: usize, what: &[u8]| {
        bytes[from..].windows(what.len()).position(|window| window == what).map(|at| from + at)
    };
    let mut found = BTreeMap::new();
    let mut at = 0;
    while let Some(opens) = find(at, b" 0 obj\n") {
        let begins = bytes[..opens].iter().rposition(|byte| *byte == b'\n').map_or(0, |at| at + 1);
        let number = std::str::from_utf8(&bytes[begins..opens]).ok().and_then(|n| n.parse().ok());
        let body = opens + b" 0 obj\n".len();
        let ends = find(body, b"endobj").unwrap_or(bytes.len());
        let stream = find(body, b"stream\n").filter(|at| *at < ends);
        let head = String::from_utf8_lossy(&bytes[body..stream.unwrap_or(ends)]).into_owned();
        let mut ends = ends;
        let stream = stream.map(|at| {
            let from = at + b"stream\n".len();
            let length = number_after(&head, "/Length").unwrap_or_default();
            let raw = &bytes[from..(from + length).min(bytes.len())];
            ends = find(from + length, b"endobj").unwrap_or(bytes.len());
            if head.contains("/FlateDecode") {
                let mut out = Vec::new();
                ZlibDecoder::new(raw).read_to_end(&mut out).unwrap();
                out
            } else {
                raw.to_vec()
            }
        });
        if let Some(number) = number {
            found.insert(number, Object { head, stream });
        }
        at = ends;
    }
    found
}

fn number_after(head: &str, key: &str) -> Option<usize> {
    let rest = head.split_once(key)?.1.trim_start();
    rest.split(|c: char| !c.is_ascii_digit()).next()?.parse().ok()
}

fn reference(head: &str, key: &str) -> Option<u32> {
    let rest = head.split_once(key)?.1.trim_start();
    rest.split(|c: char| !c.is_ascii_digit()).next()?.parse().ok()
}

/// The fonts of a page or picture under the names of its content: object of each.
fn named_fonts(object: &Object, objects: &BTreeMap<u32, Object>) -> BTreeMap<String, u32> {
    let resources = match reference(&object.head, "/Resources ") {
        Some(id) => objects.get(&id).map(|found| found.head.clone()).unwrap_or_default(),
        None => object.head.clone(),
    };
    let Some((_, fonts)) = resources.split_once("/Font") else { return BTreeMap::new() };
    let fonts = if let Some(rest) = fonts.trim_start().strip_prefix("<<") {
        rest.split(">>").next().unwrap_or_default().to_owned()
    } else {
        let id = fonts.trim_start().split(' ').next().and_then(|id| id.parse().ok());
        id.and_then(|id: u32| objects.get(&id)).map(|o| o.head.clone()).unwrap_or_default()
    };
    let parts = fonts.split('/').skip(1).filter_map(|part| {
        let mut words = part.split_whitespace();
        Some((words.next()?.to_owned(), words.next()?.parse().ok()?))
    });
    parts.collect()
}

/// What glyphs stand for, of a `ToUnicode` map.
fn letters(map: &[u8]) -> BTreeMap<u32, String> {
    let text = String::from_utf8_lossy(map);
    let mut found = BTreeMap::new();
    let hex = |text: &str| u32::from_str_radix(text.trim_matches(['<', '>']), 16).ok();
    let wide = |text: &str| {
        let digits = text.trim_matches(['<', '>']).as_bytes();
        let units = digits
            .chunks(4)
            .filter_map(|unit| u16::from_str_radix(std::str::from_utf8(unit).ok()?, 16).ok());
        String::from_utf16_lossy(&units.collect::<Vec<u16>>())
    };
    for block in text.split("beginbfchar").skip(1) {
        let block = block.split("endbfchar").next().unwrap_or_default();
        for line in block.lines() {
            let mut words = line.split_whitespace();
            if let (Some(glyph), Some(letter)) = (words.next().and_then(hex), words.next()) {
                found.insert(glyph, wide(letter));
            }
        }
    }
    for block in text.split("beginbfrange").skip(1) {
        let block = block.split("endbfrange").next().unwrap_or_default();
        for line in block.lines() {
            let words: Vec<&str> = line.split_whitespace().collect();
            let [first, last, letter] = words[..] else { continue };
            let (Some(first), Some(last), Some(letter)) = (hex(first), hex(last), hex(letter))
            else {
                continue;
            };
            for glyph in first..=last {
                let letter = char::from_u32(letter + glyph - first);
                found.insert(glyph, letter.map(String::from).unwrap_or_default());
            }
        }
    }
    found
}

/// The texts that a content stream shows.
fn shown(
    stream: &[u8],
    named: &BTreeMap<String, u32>,
    fonts: &BTreeMap<u32, BTreeMap<u32, String>>,
    out: &mut String,
) {
    let empty = BTreeMap::new();
    let mut font = &empty;
    let (mut place, mut word, mut last) = (0, String::new(), String::new());
    while let Some(byte) = stream.get(place).copied() {
        let is_hex = byte == b'<' && stream.get(place + 1) != Some(&b'<');
        if byte.is_ascii_whitespace() || matches!(byte, b'/' | b'[' | b']' | b'(') || is_hex {
            match word.as_str() {
                "Tj" | "TJ" | "ET" => out.push(' '),
                "Tf" => font = named.get(&last).and_then(|id| fonts.get(id)).unwrap_or(&empty),
                _ => {}
            }
            if let Some(name) = word.strip_prefix('/') {
                name.clone_into(&mut last);
            }
            word.clear();
        }
        match byte {
            b'(' => {
                let (bytes, next) = literal(stream, place);
                for pair in bytes.chunks(2) {
                    let glyph = pair.iter().fold(0, |glyph, byte| glyph << 8 | u32::from(*byte));
                    out.push_str(font.get(&glyph).map_or("", String::as_str));
                }
                place = next;
                continue;
            }
            b'<' if is_hex => {
                let ends = stream[place..].iter().position(|byte| *byte == b'>').unwrap();
                for four in stream[place + 1..place + ends].chunks(4) {
                    let glyph = u32::from_str_radix(std::str::from_utf8(four).unwrap(), 16);
                    out.push_str(font.get(&glyph.unwrap_or(0)).map_or("", String::as_str));
                }
                place += ends + 1;
                continue;
            }
            b'[' | b']' => {}
            byte if byte.is_ascii_whitespace() => {}
            byte => word.push(char::from(byte)),
        }
        place += 1;
    }
    out.push('\n');
}

/// The bytes between two brackets, and the place behind them.
fn literal(stream: &[u8], opens: usize) -> (Vec<u8>, usize) {
    let (mut out, mut depth, mut place) = (Vec::new(), 1, opens + 1);
    while depth > 0 {
        let byte = stream[place];
        place += 1;
        match byte {
            b'\\' => {
                let next = stream[place];
                place += 1;
                match next {
                    b'n' => out.push(b'\n'),
                    b'r' => out.push(b'\r'),
                    b't' => out.push(b'\t'),
                    b'b' => out.push(8),
                    b'f' => out.push(12),
                    b'0'..=b'7' => {
                        let digits: Vec<u8> = std::iter::once(next)
                            .chain(stream[place..].iter().copied().take(2))
                            .take_while(|digit| (b'0'..=b'7').contains(digit))
                            .collect();
                        place += digits.len() - 1;
                        let value = digits.iter().fold(0_u32, |n, d| n * 8 + u32::from(d - b'0'));
                        out.push(u8::try_from(value & 0xff).unwrap());
                    }
                    other => out.push(other),
                }
            }
            b'(' => {
                depth += 1;
                out.push(byte);
            }
            b')' => {
                depth -= 1;
                if depth > 0 {
                    out.push(byte);
                }
            }
            other => out.push(other),
        }
    }
    (out, place)
}

/// Strings of a dictionary: of the structure, of bookmarks, alternative texts.
fn strings(head: &str, out: &mut String) {
    let bytes = head.as_bytes();
    let mut place = 0;
    while place < bytes.len() {
        if bytes[place] == b'(' {
            let (found, next) = literal(bytes, place);
            out.push_str(&wide(&found));
            out.push(' ');
            place = next;
            continue;
        }
        if bytes[place] == b'<' && bytes.get(place + 1) != Some(&b'<') {
            if place > 0 && bytes[place - 1] == b'<' {
                place += 1;
                continue;
            }
            let Some(ends) = head[place..].find('>') else { return };
            let digits: Vec<u8> = bytes[place + 1..place + ends].to_vec();
            let pairs = digits
                .chunks(2)
                .filter_map(|pair| u8::from_str_radix(std::str::from_utf8(pair).ok()?, 16).ok());
            out.push_str(&wide(&pairs.collect::<Vec<u8>>()));
            out.push(' ');
            place += ends;
        }
        place += 1;
    }
}

fn wide(bytes: &[u8]) -> String {
    match bytes.strip_prefix(&[0xfe, 0xff]) {
        Some(units) => {
            let units =
                units.chunks(2).map(|two| two.iter().fold(0, |n, b| n << 8 | u16::from(*b)));
            String::from_utf16_lossy(&units.collect::<Vec<u16>>())
        }
        None => String::from_utf8_lossy(bytes).into_owned(),
    }
}
