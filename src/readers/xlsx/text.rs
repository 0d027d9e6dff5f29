//! The texts of a workbook: entities, line ends, and Excel's own escapes, `_x000D_`.

use crate::readers::xlsx::Unknown;
use std::borrow::Cow;

/// Bytes of an escape: `_xHHHH_`.
const ESCAPE: usize = 7;

/// How the text of an element is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Manner {
    /// As it stands.
    Plain,
    /// With Excel's escapes.
    Escaped,
    /// With them, and without the blanks around it, unless the element says to preserve them.
    Trimmed,
}

/// Adds the text between two tags.
///
/// # Errors
/// When it is not UTF-8, or holds an entity that XML does not define.
pub fn read(raw: &[u8], manner: Manner, into: &mut String) -> Result<(), Unknown> {
    let text = std::str::from_utf8(raw).map_err(|_| Unknown)?;
    if memchr::memchr3(b'&', b'\r', b'_', raw).is_none() {
        into.push_str(trimmed(text, manner));
        return Ok(());
    }
    let text = if text.contains('\r') {
        Cow::Owned(text.replace("\r\n", "\n").replace('\r', "\n"))
    } else {
        Cow::Borrowed(text)
    };
    let mut plain = String::new();
    let mut rest: &str = &text;
    while let Some((before, after)) = rest.split_once('&') {
        plain.push_str(before);
        let (name, next) = after.split_once(';').ok_or(Unknown)?;
        plain.push(character(name)?);
        rest = next;
    }
    plain.push_str(rest);
    finish(&plain, manner, into);
    Ok(())
}

/// Adds a text whose entities are characters.
pub fn finish(text: &str, manner: Manner, into: &mut String) {
    let mut rest = trimmed(text, manner);
    if manner == Manner::Plain {
        into.push_str(rest);
        return;
    }
    while let Some((before, unit, after)) = split_escape(rest) {
        into.push_str(before);
        rest = after;
        let mut units = vec![unit];
        // A character beyond 16 bits is written as two of them.
        if (0xd800..0xdc00).contains(&unit)
            && let Some(("", low @ 0xdc00..0xe000, next)) = split_escape(rest)
        {
            units.push(low);
            rest = next;
        }
        let read = char::decode_utf16(units);
        into.extend(read.map(|read| read.unwrap_or(char::REPLACEMENT_CHARACTER)));
    }
    into.push_str(rest);
}

fn trimmed(text: &str, manner: Manner) -> &str {
    if manner == Manner::Trimmed { text.trim_matches([' ', '\t', '\r', '\n']) } else { text }
}

/// What stands before the first escape, its 16 bits, and what stands after.
fn split_escape(text: &str) -> Option<(&str, u16, &str)> {
    let begins = memchr::memmem::find_iter(text.as_bytes(), b"_x");
    begins.filter_map(|at| text.get(..at).zip(text.get(at..))).find_map(|(before, from)| {
        let (escape, after) = from.split_at_checked(ESCAPE)?;
        let digits = escape.strip_prefix("_x")?.strip_suffix('_')?;
        let hexadecimal = digits.bytes().all(|digit| digit.is_ascii_hexdigit());
        let unit = u16::from_str_radix(digits, 16).ok().filter(|_| hexadecimal)?;
        Some((before, unit, after))
    })
}

/// `amp`, `#233`, `#xE9` → its character.
///
/// # Errors
/// When XML does not define it.
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
    fn entities_and_escapes_are_characters() {
        let check = |raw: &str, manner: Manner, wanted: &str| {
            let mut text = String::new();
            read(raw.as_bytes(), manner, &mut text).unwrap();
            assert_eq!(text, wanted, "{raw}");
        };
        check("a &amp; &#233;&#xE9;\r\nb", Manner::Plain, "a & éé\nb");
        check("moy_xp", Manner::Escaped, "moy_xp");
        check("a_x000D_b", Manner::Escaped, "a\rb");
        check("a_x000D_b", Manner::Plain, "a_x000D_b");
        check("_x005F_x000D_", Manner::Escaped, "_x000D_");
        check("_x00e9__x00E9", Manner::Escaped, "é_x00E9");
        check("_xD83D__xDCF7_!", Manner::Escaped, "📷!");
        check("_xD83D_ seul, _x+0D0_", Manner::Escaped, "\u{fffd} seul, _x+0D0_");
        check("_x_x0041_", Manner::Escaped, "_xA");
        check("\n a ", Manner::Trimmed, "a");
        check("\u{a0}a&#32;", Manner::Trimmed, "\u{a0}a");
        check(" a ", Manner::Escaped, " a ");
        assert_eq!(read(b"&eacute;", Manner::Plain, &mut String::new()), Err(Unknown));
        assert_eq!(read(b"\xff", Manner::Plain, &mut String::new()), Err(Unknown));
    }
}
