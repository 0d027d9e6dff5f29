//! Text files: encoding, separator, rows.

use crate::readers::cells::Cells;
use crate::readers::quotes;
use crate::readers::record::{Records, Wanted};
use crate::readers::rows::MAX_COLUMNS;
use crate::readers::sheet::Sheet;
use crate::readers::watch::{Flag, NEVER};
use encoding_rs::Encoding;
use std::borrow::Cow;

/// Bytes decoded between two looks at the flag.
const PIECE: usize = 4 * 1024 * 1024;
/// Bytes looked at to tell UTF-16, and in which separators are counted.
const UTF16_HEAD: usize = 200;
const HEAD: usize = 4 * 1024 * 1024;

/// A decoded text with the encoding it was in; UTF-8 is not copied.
pub struct Decoded<'a> {
    pub text: Cow<'a, str>,
    pub encoding: &'static str,
    /// Bytes that are no UTF-8 in a text that is: each is `U+FFFD` now.
    pub bad: Option<BadBytes>,
}

/// Bytes of a text in UTF-8 that are none of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BadBytes {
    pub count: u32,
    /// Of the first, from one.
    pub line: u32,
}

/// Letters of several bytes for each byte that is none, at least, in a text that is UTF-8 but for
/// some bytes. In Windows-1252 two bytes of accents are a letter of UTF-8 only where a capital is
/// followed by a sign as `É’` and `É »` are: nearly all its accents, followed by a letter or the
/// end of a word, are none. In UTF-8 every accent is one.
const LETTERS_FOR_ONE: usize = 4;
/// Bad bytes beyond which a text that has too few letters for them is looked at no further.
const MOST_BAD: usize = 4_096;

/// What of a text is no UTF-8; `None` where it is another encoding and not marked as this one, or
/// the flag is set.
fn nearly_utf8(bytes: &[u8], is_marked: bool, cancelled: Flag<'_>) -> Option<BadBytes> {
    let (mut letters, mut count, mut line) = (0, 0, 0);
    let is_likely = |letters: usize, count: usize| is_marked || letters >= count * LETTERS_FOR_ONE;
    let mut rest = bytes;
    while !rest.is_empty() {
        let piece = rest.get(..PIECE).unwrap_or(rest);
        let (valid, bad) = match simdutf8::compat::from_utf8(piece) {
            Ok(_) => (piece.len(), 0),
            Err(error) => {
                let valid = error.valid_up_to();
                let bad = match error.error_len() {
                    Some(length) => length,
                    // Cut by the end of the text, not by that of the piece.
                    None if piece.len() == rest.len() => piece.len() - valid,
                    None => 0,
                };
                (valid, bad)
            }
        };
        let before = rest.get(..valid).unwrap_or_default();
        letters += before.iter().filter(|byte| **byte >= 0xc0).count();
        if count == 0 {
            line += memchr::memchr_iter(b'\n', before).count();
        }
        count += bad;
        rest = rest.get(valid + bad..).unwrap_or_default();
        if (count > MOST_BAD && !is_likely(letters, count)) || cancelled() {
            return None;
        }
    }
    let number = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
    is_likely(letters, count).then(|| BadBytes { count: number(count), line: number(line + 1) })
}

/// Latin-9 differs from Windows-1252 by eight characters: `œ` stands where the other has `½`, which
/// no word has inside; and the other writes its own between 0x80 and 0x9F.
fn is_latin9(bytes: &[u8], cancelled: Flag<'_>) -> bool {
    let inside = |window: &[u8]| match window {
        [before, 0xbc..=0xbe, after] => before.is_ascii_alphabetic() || after.is_ascii_alphabetic(),
        _ => false,
    };
    let mut pieces = bytes.chunks(PIECE).take_while(|_| !cancelled());
    pieces.all(|piece| piece.iter().all(|byte| !(0x80..=0x9f).contains(byte)))
        && bytes
            .chunks(PIECE)
            .take_while(|_| !cancelled())
            .any(|piece| piece.windows(3).any(inside))
}

/// UTF-16 by its mark, or without one by the zero bytes that stand at every second place of a
/// text of our letters.
fn utf16(bytes: &[u8]) -> Option<&'static Encoding> {
    if let Some((encoding, _)) = Encoding::for_bom(bytes) {
        return (encoding != encoding_rs::UTF_8).then_some(encoding);
    }
    let head = bytes.get(..bytes.len().min(UTF16_HEAD)).unwrap_or_default();
    let (pairs, _) = head.as_chunks::<2>();
    let [mut high, mut low] = [0, 0];
    for [first, second] in pairs {
        low += usize::from(*first == 0);
        high += usize::from(*second == 0);
    }
    // A few of them may be of other alphabets, as `œ` is; none of them is a zero.
    let most = |count: usize| count * 10 >= pairs.len() * 9;
    let encoding = match (low, high) {
        (0, high) if high > 2 && most(high) => encoding_rs::UTF_16LE,
        (low, 0) if low > 2 && most(low) => encoding_rs::UTF_16BE,
        _ => return None,
    };
    let (text, _) = encoding.decode_without_bom_handling(pairs.as_flattened());
    let is_text =
        |c: char| c != char::REPLACEMENT_CHARACTER && (!c.is_control() || c.is_whitespace());
    // The last character may be cut.
    text.trim_end_matches(char::REPLACEMENT_CHARACTER).chars().all(is_text).then_some(encoding)
}

/// Whether a text is in UTF-32, by its mark or by three zero bytes of each four.
pub fn is_utf32(bytes: &[u8]) -> bool {
    if bytes.starts_with(b"\xff\xfe\0\0") || bytes.starts_with(b"\0\0\xfe\xff") {
        return true;
    }
    let head = bytes.get(..bytes.len().min(UTF16_HEAD)).unwrap_or_default();
    let (letters, _) = head.as_chunks::<4>();
    let one = |letter: &[u8; 4]| match letter {
        [low, _, 0, 0] if *low > 0 => true,
        [0, 0, _, low] => *low > 0,
        _ => false,
    };
    letters.len() > 2 && letters.iter().all(one)
}

/// Whether a text is in UTF-16, the only one read with zero bytes.
pub fn is_utf16(bytes: &[u8]) -> bool {
    utf16(bytes).is_some()
}

/// A byte order mark, else zeros at every second place, else valid UTF-8, else Latin-9 or
/// Windows-1252: never Latin-1, real files carry œ and ’.
pub fn decode(bytes: &[u8]) -> Decoded<'_> {
    // Nobody gives up: there is always a text.
    decode_unless(bytes, NEVER).unwrap_or(Decoded {
        text: Cow::Borrowed(""),
        encoding: "UTF-8",
        bad: None,
    })
}

/// As [`decode`]; `None` once the flag is set.
pub fn decode_unless<'a>(bytes: &'a [u8], cancelled: Flag<'_>) -> Option<Decoded<'a>> {
    let marked = Encoding::for_bom(bytes);
    let skip = marked.map_or(0, |(_, skip)| skip);
    let body = bytes.get(skip..).unwrap_or_default();
    let other = utf16(bytes);
    if other.is_none()
        && let Ok(text) = simdutf8::basic::from_utf8(body)
    {
        return Some(Decoded { text: Cow::Borrowed(text), encoding: "UTF-8", bad: None });
    }
    if let Some(encoding) = other {
        return decoded(body, encoding, cancelled);
    }
    if let Some(bad) = nearly_utf8(body, marked.is_some(), cancelled) {
        let decoded = decoded(body, encoding_rs::UTF_8, cancelled)?;
        return Some(Decoded { bad: Some(bad), ..decoded });
    }
    if cancelled() {
        return None;
    }
    let latin9 = is_latin9(bytes, cancelled);
    let encoding = if latin9 { encoding_rs::ISO_8859_15 } else { encoding_rs::WINDOWS_1252 };
    decoded(body, encoding, cancelled)
}

fn decoded(
    bytes: &[u8],
    encoding: &'static Encoding,
    cancelled: Flag<'_>,
) -> Option<Decoded<'static>> {
    let mut decoder = encoding.new_decoder_without_bom_handling();
    let mut text = String::new();
    let mut pieces = bytes.chunks(PIECE).peekable();
    while let Some(piece) = pieces.next() {
        if cancelled() {
            return None;
        }
        text.reserve(decoder.max_utf8_buffer_length(piece.len())?);
        // All of the piece is read: there is room for it.
        let _ = decoder.decode_to_string(piece, &mut text, pieces.peek().is_none());
    }
    Some(Decoded { text: Cow::Owned(text), encoding: encoding.name(), bad: None })
}

/// The first lines, and no more than the beginning of one that does not end.
fn first_lines(text: &str) -> Vec<&str> {
    let head = text.get(..text.floor_char_boundary(HEAD)).unwrap_or(text);
    head.lines().filter(|line| !line.trim().is_empty()).take(30).collect()
}

/// The separators `;` `,` tab `|`, most likely first.
pub fn separators(text: &str) -> [char; 4] {
    quotes::separators(&first_lines(text))
}

/// The rows of a delimited text; row numbers are line numbers, so that an editor finds them.
#[derive(Clone, Copy)]
pub struct Delimited<'a> {
    text: &'a str,
    separator: u8,
    quoting: bool,
    cancelled: Flag<'a>,
}

/// Where a row begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Spot {
    byte: usize,
    /// From one.
    line: u64,
}

impl Spot {
    pub const START: Self = Self { byte: 0, line: 1 };

    pub const fn is_before(self, other: Self) -> bool {
        self.byte < other.byte
    }

    pub const fn is_at(self, other: Self) -> bool {
        self.byte == other.byte
    }
}

impl<'a> Delimited<'a> {
    pub fn new(text: &'a str, separator: char) -> Self {
        let separator = u8::try_from(separator).unwrap_or(b';');
        Self { text, separator, quoting: quotes::enclose(text, separator), cancelled: NEVER }
    }

    /// The same text, given up once the flag is set: a row may be the whole of it.
    pub fn watched(self, cancelled: Flag<'a>) -> Self {
        Self { cancelled, ..self }
    }

    /// The same text by another separator.
    pub fn with_separator(self, separator: char) -> Self {
        let separator = u8::try_from(separator).unwrap_or(b';');
        if separator == self.separator {
            return self;
        }
        // What begins a cell, hence may be enclosed, is another thing.
        Self { separator, quoting: quotes::enclose(self.text, separator), ..self }
    }

    /// Columns of the widest of the first lines, when it has more than are read.
    pub fn columns_beyond(&self) -> Option<u32> {
        let count = |line: &str| memchr::memchr_iter(self.separator, line.as_bytes()).count();
        let columns = first_lines(self.text).into_iter().map(count).max()? + 1;
        (columns > MAX_COLUMNS).then(|| u32::try_from(columns).unwrap_or(u32::MAX))
    }

    /// A place after the ends of lines that stand there, blank lines included.
    fn after_ends(&self, mut spot: Spot) -> Spot {
        let rest = self.text.as_bytes().get(spot.byte..).unwrap_or_default();
        for byte in rest.iter().take_while(|byte| matches!(byte, b'\r' | b'\n')) {
            spot.byte += 1;
            spot.line += u64::from(*byte == b'\n');
        }
        spot
    }

    /// Beginnings of lines that cut what comes after a spot into pieces of about the same size,
    /// and the end of the text. Whether rows begin there is known once the rows before were read.
    pub fn cuts(&self, from: Spot, pieces: usize) -> Vec<Spot> {
        let bytes = self.text.as_bytes();
        let size = (bytes.len() - from.byte.min(bytes.len())) / pieces.max(1);
        let mut cuts: Vec<Spot> = Vec::new();
        let mut last = from;
        for piece in 1..pieces {
            let wanted = from.byte + piece * size;
            let rest = bytes.get(wanted..).unwrap_or_default();
            let Some(end) = memchr::memchr(b'\n', rest) else { break };
            let between = bytes.get(last.byte..wanted + end).unwrap_or_default();
            let lines = memchr::memchr_iter(b'\n', between).count() as u64;
            let spot = self.after_ends(Spot { byte: wanted + end, line: last.line + lines });
            if spot.byte > last.byte {
                cuts.push(spot);
                last = spot;
            }
        }
        cuts.push(self.end());
        cuts
    }

    /// Beyond the last row.
    pub const fn end(&self) -> Spot {
        Spot { byte: self.text.len(), line: 0 }
    }

    /// Bytes after a spot.
    pub const fn left(&self, from: Spot) -> usize {
        self.text.len().saturating_sub(from.byte)
    }

    /// Walks the rows that begin at a spot and before another; gives where the next one begins.
    /// The visitor returns false to stop after its row. Of a row, cells beyond the wanted ones may
    /// be left out ([`Records::read`]).
    ///
    /// # Errors
    /// When the flag is set within a row.
    pub fn walk(
        &self,
        from: Spot,
        to: Spot,
        wanted: Wanted,
        visit: &mut dyn FnMut(u32, Cells<'_>) -> bool,
    ) -> Result<Spot, String> {
        let mut records = Records::new(self.separator, self.quoting, self.cancelled);
        let mut next = self.after_ends(from);
        while next.byte < to.byte {
            let Some(rest) = self.text.get(next.byte..).filter(|rest| !rest.is_empty()) else {
                return Ok(self.end());
            };
            let Some(record) = records.read(rest, wanted) else {
                return Err("cancelled".to_owned());
            };
            let line = u32::try_from(next.line).unwrap_or(u32::MAX);
            next.byte += record.bytes;
            next.line += record.lines;
            next = self.after_ends(next);
            if !visit(line, record.cells) {
                return Ok(next);
            }
        }
        Ok(next)
    }
}

impl Sheet for Delimited<'_> {
    fn is_delimited(&self) -> bool {
        true
    }

    fn for_each_row(
        &mut self,
        visit: &mut dyn FnMut(u32, Cells<'_>) -> bool,
    ) -> Result<(), String> {
        self.walk(Spot::START, self.end(), Wanted::ALL, visit).map(drop)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn encodings() {
        let marked = b"\xef\xbb\xbfcl\xc3\xa9";
        assert!(matches!(decode(marked).text, Cow::Borrowed("clé")));
        assert_eq!(decode(b"\xef\xbb\xbfcl\xe9").text, "cl\u{fffd}");
        assert_eq!(decode("clé".as_bytes()).encoding, "UTF-8");
        let old = decode(b"c\x9cur d\x92ouvrage");
        assert_eq!((&*old.text, old.encoding), ("cœur d’ouvrage", "windows-1252"));
        let nine = decode(b"main-d'\xbduvre, \xe9t\xe9");
        assert_eq!((&*nine.text, nine.encoding), ("main-d'œuvre, été", "ISO-8859-15"));
        assert_eq!(decode(b"1 \xbd ; caf\xe9").text, "1 ½ ; café");
        assert_eq!(decode(b"\xff\xfea\x00").text, "a");
    }

    #[test]
    fn utf32_is_told_from_utf16() {
        let wide = |text: &str| -> Vec<u8> {
            text.chars().flat_map(|c| u32::from(c).to_le_bytes()).collect()
        };
        assert!(is_utf32(&wide("\u{feff}annee;œ")) && is_utf32(&wide("annee;œuvre")));
        let text: Vec<u8> = "annee;œuvre".encode_utf16().flat_map(u16::to_le_bytes).collect();
        assert!(!is_utf32(&text) && !is_utf32(b"a\0") && !is_utf32(&[0; 64]));
    }

    #[test]
    fn a_bad_byte_leaves_a_text_what_it_is() {
        let check = |bytes: &[u8], encoding: &str, bad: Option<(u32, u32)>| {
            let found = decode(bytes);
            let told = found.bad.map(|bad| (bad.count, bad.line));
            assert_eq!((found.encoding, told), (encoding, bad), "{}", found.text);
        };
        check("é\nè\nô\nœ\nclé".as_bytes(), "UTF-8", None);
        check(b"\xc3\xa9\n\xc3\xa9\xc3\xa9\n\xc3\xa9 \xff", "UTF-8", Some((1, 3)));
        // A letter cut by the end of the text.
        check(b"\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3", "UTF-8", Some((1, 1)));
        check(b"\xef\xbb\xbfa\ncl\xe9", "UTF-8", Some((1, 2)));
        // Three letters for one bad byte are too few; capitals before signs are seldom many.
        check(b"\xc3\xa9\xc3\xa9\xc3\xa9 \xff", "windows-1252", None);
        check(b"QUALIT\xc9\xa0\xbb, \xe9t\xe9, m\xe9tier, d\x92\xc9tat", "windows-1252", None);
        let mut long = "é\n".repeat(PIECE).into_bytes();
        long.push(0xff);
        let last = u32::try_from(PIECE).unwrap() + 1;
        check(&long, "UTF-8", Some((1, last)));
        assert!(decode_unless(&long, &|| true).is_none());
    }

    #[test]
    fn utf16_is_told_without_its_mark() {
        let text = "code métier;œuvre;n’est\r\nV0X60;1;2\r\n".repeat(9);
        let little: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
        let big: Vec<u8> = text.encode_utf16().flat_map(u16::to_be_bytes).collect();
        assert_eq!((&*decode(&little).text, decode(&little).encoding), (&*text, "UTF-16LE"));
        assert_eq!((&*decode(&big).text, decode(&big).encoding), (&*text, "UTF-16BE"));
        assert!(is_utf16(&little) && is_utf16(&big) && is_utf16(b"\xff\xfea\0"));
        let numbers: Vec<u8> = (1_u16..200).flat_map(u16::to_le_bytes).collect();
        for other in [&b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"[..], b"a\0", b"a;b\0\0\0\0", &numbers] {
            assert!(!is_utf16(other), "{other:?}");
        }
    }

    #[test]
    fn long_texts_are_decoded_as_short_ones() {
        // A character cut between two pieces, in UTF-16 between two of its halves.
        let text = format!("a{}📷é", "œ".repeat(PIECE / 2 - 2));
        let mut bytes = vec![0xff, 0xfe];
        bytes.extend(text.encode_utf16().flat_map(u16::to_le_bytes));
        assert!(decode(&bytes).text == text);
        let old = [b"\x9cuvre ".repeat(PIECE / 4), b"\xe9".to_vec()].concat();
        assert_eq!(decode(&old).text.chars().count(), old.len());
        assert!(decode_unless(&old, &|| true).is_none());
    }

    #[test]
    fn a_line_of_more_columns_than_a_spreadsheet_is_told() {
        let text = |count: usize| format!("a\n{}\n", ";".repeat(count));
        assert_eq!(Delimited::new(&text(16_383), ';').columns_beyond(), None);
        let wide = text(16_384);
        let mut sheet = Delimited::new(&wide, ';');
        assert_eq!(sheet.columns_beyond(), Some(16_385));
        let mut widest = 0;
        let walked = sheet.for_each_row(&mut |_, cells| {
            widest = widest.max(cells.len());
            true
        });
        assert_eq!((walked, widest), (Ok(()), MAX_COLUMNS));
    }

    #[test]
    fn most_frequent_separator() {
        let first = |text| separators(text)[0];
        assert_eq!(first("a;b;c\n1,5;2;3"), ';');
        assert_eq!(first("a,b\n1,2"), ',');
        assert_eq!(first("a\tb\n1\t2"), '\t');
        assert_eq!(first("naf_id|naf_label"), '|');
    }

    #[test]
    fn lines_are_those_of_an_editor_whatever_ends_them() {
        let lines = |text: &str| {
            let mut lines = Vec::new();
            Delimited::new(text, ';')
                .for_each_row(&mut |line, _| {
                    lines.push(line);
                    true
                })
                .unwrap();
            lines
        };
        assert_eq!(lines("a\nb\nc\n"), [1, 2, 3]);
        assert_eq!(lines("a\r\nb\r\nc\r\n"), [1, 2, 3]);
        assert_eq!(lines("a\r\n\r\nb\r\n"), [1, 3]);
        assert_eq!(lines("\n\na\n\nb"), [3, 5]);
    }

    #[test]
    fn a_quoted_line_break_keeps_line_numbers() {
        let mut rows = Vec::new();
        Delimited::new("a;b\n\"x\ny\";1\nz;2\n", ';')
            .for_each_row(&mut |line, cells| {
                rows.push((line, cells.to_vec()));
                true
            })
            .unwrap();
        assert_eq!(rows[1], (2, vec!["x\ny".to_owned(), "1".to_owned()]));
        assert_eq!(rows[2].0, 4);
    }
}
