//! Text files: encoding, separator, rows.

use crate::readers::cells::Cells;
use crate::readers::sheet::Sheet;
use std::borrow::Cow;

/// A decoded text with the encoding it was in; UTF-8 is not copied.
pub struct Decoded<'a> {
    pub text: Cow<'a, str>,
    pub encoding: &'static str,
}

/// Latin-9 differs from Windows-1252 by eight characters: `œ` stands where the other has `½`, which
/// no word has inside; and the other writes its own between 0x80 and 0x9F.
fn is_latin9(bytes: &[u8]) -> bool {
    let inside = |window: &[u8]| match window {
        [before, 0xbc..=0xbe, after] => before.is_ascii_alphabetic() || after.is_ascii_alphabetic(),
        _ => false,
    };
    bytes.iter().all(|byte| !(0x80..=0x9f).contains(byte)) && bytes.windows(3).any(inside)
}

/// A byte order mark, else valid UTF-8, else Latin-9 or Windows-1252: never Latin-1, real files
/// carry œ and ’.
pub fn decode(bytes: &[u8]) -> Decoded<'_> {
    if let Some((encoding, skip)) = encoding_rs::Encoding::for_bom(bytes) {
        let (text, _) = encoding.decode_without_bom_handling(bytes.get(skip..).unwrap_or_default());
        return Decoded { text: Cow::Owned(text.into_owned()), encoding: encoding.name() };
    }
    if let Ok(text) = std::str::from_utf8(bytes) {
        return Decoded { text: Cow::Borrowed(text), encoding: "UTF-8" };
    }
    let (encoding, name) = if is_latin9(bytes) {
        (encoding_rs::ISO_8859_15, "ISO-8859-15")
    } else {
        (encoding_rs::WINDOWS_1252, "windows-1252")
    };
    let (text, _) = encoding.decode_without_bom_handling(bytes);
    Decoded { text: Cow::Owned(text.into_owned()), encoding: name }
}

/// The separators `;` `,` tab `|`, those that occur most on the first lines first.
pub fn separators(text: &str) -> [char; 4] {
    let lines: Vec<&str> = text.lines().filter(|line| !line.trim().is_empty()).take(30).collect();
    let count = |c: char| lines.iter().map(|line| line.matches(c).count()).sum::<usize>();
    let mut ranked = [';', ',', '\t', '|'];
    ranked.sort_by_key(|candidate| std::cmp::Reverse(count(*candidate)));
    ranked
}

/// The rows of a delimited text; row numbers are line numbers, so that an editor finds them.
#[derive(Clone, Copy)]
pub struct Delimited<'a> {
    text: &'a str,
    separator: u8,
    quoting: bool,
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
    /// An odd number of quotes means that they are not delimiters (Certif Info).
    pub fn new(text: &'a str, separator: char) -> Self {
        let quotes = memchr::memchr_iter(b'"', text.as_bytes()).count();
        let separator = u8::try_from(separator).unwrap_or(b';');
        Self { text, separator, quoting: quotes.is_multiple_of(2) }
    }

    /// The same text by another separator.
    pub fn with_separator(self, separator: char) -> Self {
        Self { separator: u8::try_from(separator).unwrap_or(b';'), ..self }
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
    /// The visitor returns false to stop after its row.
    ///
    /// # Errors
    /// When a row cannot be read.
    pub fn walk(
        &self,
        from: Spot,
        to: Spot,
        visit: &mut dyn FnMut(u32, Cells<'_>) -> bool,
    ) -> Result<Spot, String> {
        let mut reader = csv::ReaderBuilder::new()
            .delimiter(self.separator)
            .quoting(self.quoting)
            .has_headers(false)
            .flexible(true)
            .buffer_capacity(64 * 1024)
            .from_reader(self.text.as_bytes().get(from.byte..).unwrap_or_default());
        let mut record = csv::StringRecord::new();
        let mut spans = Vec::new();
        let mut next = self.after_ends(from);
        loop {
            if next.byte >= to.byte {
                return Ok(next);
            }
            match reader.read_record(&mut record) {
                Ok(true) => {}
                Ok(false) => return Ok(self.end()),
                Err(error) => return Err(error.to_string()),
            }
            let line = next.line;
            // The reader stands before the end of the line (after `\r`) or before blank lines.
            let at = reader.position();
            next = self.after_ends(Spot {
                byte: from.byte + usize::try_from(at.byte()).unwrap_or(usize::MAX),
                line: from.line + at.line() - 1,
            });
            spans.clear();
            let ranges = (0..record.len()).filter_map(|place| record.range(place));
            spans.extend(ranges.map(|range| (range.start, range.end)));
            let cells = Cells::new(record.as_slice(), &spans);
            if !visit(u32::try_from(line).unwrap_or(u32::MAX), cells) {
                return Ok(next);
            }
        }
    }
}

impl Sheet for Delimited<'_> {
    fn for_each_row(
        &mut self,
        visit: &mut dyn FnMut(u32, Cells<'_>) -> bool,
    ) -> Result<(), String> {
        self.walk(Spot::START, self.end(), visit).map(drop)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn encodings() {
        assert_eq!(decode(b"\xef\xbb\xbfcl\xc3\xa9").text, "clé");
        assert_eq!(decode("clé".as_bytes()).encoding, "UTF-8");
        let old = decode(b"c\x9cur d\x92ouvrage");
        assert_eq!((&*old.text, old.encoding), ("cœur d’ouvrage", "windows-1252"));
        let nine = decode(b"main-d'\xbduvre, \xe9t\xe9");
        assert_eq!((&*nine.text, nine.encoding), ("main-d'œuvre, été", "ISO-8859-15"));
        assert_eq!(decode(b"1 \xbd ; caf\xe9").text, "1 ½ ; café");
        assert_eq!(decode(b"\xff\xfea\x00").text, "a");
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
