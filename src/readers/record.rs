//! One row of a delimited text at a time: cut where it stands when no quote is in it, else
//! unquoted into memory of its own.

use crate::readers::cells::{Cells, Span};
use crate::readers::rows::MAX_COLUMNS;
use crate::readers::watch::Flag;
use csv_core::ReadRecordResult;

/// Bytes of one row read between two looks at the flag.
const PIECE: usize = 256 * 1024;

/// How much of a row is cut.
#[derive(Clone, Copy, Debug)]
pub struct Wanted {
    /// Its first cells, which are read.
    pub cells: usize,
    /// Cells of the header: a row that has more is cut to its end.
    pub header: usize,
}

impl Wanted {
    /// Every row to its end.
    pub const ALL: Self = Self { cells: MAX_COLUMNS, header: MAX_COLUMNS };
}

/// Reads rows; its memory is used again for the next one.
pub struct Records<'a> {
    separator: u8,
    quoting: bool,
    cancelled: Flag<'a>,
    spans: Vec<Span>,
    unquoted: Unquoted,
}

/// One row.
pub struct Record<'r> {
    pub cells: Cells<'r>,
    /// Of the text; the end of its line may be one of them.
    pub bytes: usize,
    /// Ends of lines among them.
    pub lines: u64,
}

/// A row whose quotes were taken away.
struct Unquoted {
    reader: csv_core::Reader,
    text: Vec<u8>,
    /// Where each cell ends in the text.
    ends: Vec<usize>,
}

impl<'a> Records<'a> {
    /// Without quoting, a quote is a character as any other.
    pub fn new(separator: u8, quoting: bool, cancelled: Flag<'a>) -> Self {
        let reader = csv_core::ReaderBuilder::new().delimiter(separator).quote(b'"').build();
        let unquoted = Unquoted { reader, text: Vec::new(), ends: Vec::new() };
        Self { separator, quoting, cancelled, spans: Vec::new(), unquoted }
    }

    /// The row at the beginning of a text that does not begin with the end of a line; `None` once
    /// the flag is set.
    ///
    /// Cells beyond the wanted ones are there only when fewer than two of those hold something: a
    /// row, a note and a blank line are told from all their cells; and when the row has more cells
    /// than its header.
    pub fn read<'r>(&'r mut self, text: &'r str, wanted: Wanted) -> Option<Record<'r>> {
        let bytes = text.as_bytes();
        let found = if self.quoting {
            memchr::memchr3(b'"', b'\n', b'\r', bytes)
        } else {
            memchr::memchr2(b'\n', b'\r', bytes)
        };
        let end = found.unwrap_or(bytes.len());
        if bytes.get(end) == Some(&b'"') {
            return self.unquote(bytes);
        }
        if end > PIECE && (self.cancelled)() {
            return None;
        }
        let line = text.get(..end).unwrap_or_default();
        self.cut(line, wanted);
        Some(Record { cells: Cells::new(line, &self.spans), bytes: end, lines: 0 })
    }

    fn cut(&mut self, line: &str, wanted: Wanted) {
        self.spans.clear();
        let (mut start, mut most) = (0, wanted.cells.min(MAX_COLUMNS));
        for place in memchr::memchr_iter(self.separator, line.as_bytes()) {
            self.spans.push((start, place));
            start = place + 1;
            if self.spans.len() == most {
                if most == MAX_COLUMNS {
                    return;
                }
                let rest = line.as_bytes().get(start..).unwrap_or_default();
                let more = || 1 + memchr::memchr_iter(self.separator, rest).count();
                if Cells::new(line, &self.spans).holds_two() && most + more() <= wanted.header {
                    return;
                }
                most = MAX_COLUMNS;
            }
        }
        self.spans.push((start, line.len()));
    }

    fn unquote(&mut self, bytes: &[u8]) -> Option<Record<'_>> {
        let Unquoted { reader, text, ends } = &mut self.unquoted;
        reader.reset();
        let (mut read, mut written, mut cells) = (0, 0, 0);
        loop {
            // Nothing more to read ends the row.
            let piece = bytes.get(read..).unwrap_or_default();
            let piece = piece.get(..PIECE).unwrap_or(piece);
            let (result, taken, put, ended) = reader.read_record(
                piece,
                text.get_mut(written..).unwrap_or_default(),
                ends.get_mut(cells..).unwrap_or_default(),
            );
            (read, written, cells) = (read + taken, written + put, cells + ended);
            match result {
                ReadRecordResult::InputEmpty if (self.cancelled)() => return None,
                ReadRecordResult::InputEmpty => {}
                ReadRecordResult::OutputFull => text.resize((text.len() * 2).max(1_024), 0),
                ReadRecordResult::OutputEndsFull => ends.resize((ends.len() * 2).max(64), 0),
                ReadRecordResult::Record | ReadRecordResult::End => break,
            }
        }
        self.spans.clear();
        let ends = ends.iter().take(cells.min(MAX_COLUMNS));
        self.spans.extend(ends.scan(0, |start, end| Some((std::mem::replace(start, *end), *end))));
        // Quotes alone were taken out of a text.
        let text = std::str::from_utf8(text.get(..written).unwrap_or_default()).unwrap_or_default();
        let lines = memchr::memchr_iter(b'\n', bytes.get(..read).unwrap_or_default()).count();
        Some(Record { cells: Cells::new(text, &self.spans), bytes: read, lines: lines as u64 })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::readers::watch::NEVER;
    use proptest::prelude::*;

    /// Cells of the first row of a text, and what comes after the row.
    fn check(text: &str, wanted: usize, cells: &[&str], rest: &str) {
        check_under(text, Wanted { cells: wanted, header: MAX_COLUMNS }, cells, rest);
    }

    fn check_under(text: &str, wanted: Wanted, cells: &[&str], rest: &str) {
        let mut records = Records::new(b';', true, NEVER);
        let found = records.read(text, wanted).unwrap();
        let after = &text[found.bytes..];
        assert_eq!((found.cells.to_vec().as_slice(), after), (&own(cells)[..], rest), "{text}");
        assert_eq!(
            usize::try_from(found.lines).unwrap(),
            text[..found.bytes].matches('\n').count(),
            "{text}"
        );
    }

    fn own(cells: &[&str]) -> Vec<String> {
        cells.iter().map(|cell| (*cell).to_owned()).collect()
    }

    #[test]
    fn rows_with_and_without_quotes() {
        check("a;b;\nc", 9, &["a", "b", ""], "\nc");
        check("a\r\nb", 9, &["a"], "\r\nb");
        check("é;œ", 9, &["é", "œ"], "");
        check("\"a;1\";\"b\"\"\nc\";d\ne", 9, &["a;1", "b\"\nc", "d"], "e");
        check("a;\"b", 9, &["a", "b"], "");
        check("a;b\"c\"\n", 9, &["a", "b\"c\""], "");
    }

    #[test]
    fn cells_that_nobody_wants_are_not_cut_from_a_row() {
        check("a;b;c;d\n", 2, &["a", "b"], "\n");
        check("a;;c;d", 3, &["a", "", "c"], "");
        check("a; ;c;d", 2, &["a", " ", "c", "d"], "");
        check(";;;d", 2, &["", "", "", "d"], "");
        check("a;b", 2, &["a", "b"], "");
        // But from one that has more of them than its header.
        let under = |header: usize| Wanted { cells: 2, header };
        check_under("a;b;c;d\n", under(4), &["a", "b"], "\n");
        check_under("a;b;c;d\n", under(3), &["a", "b", "c", "d"], "\n");
        check_under("a;b;c", under(2), &["a", "b", "c"], "");
        check_under("a;b", under(2), &["a", "b"], "");
    }

    #[test]
    fn a_long_row_is_given_up() {
        for text in ["x".repeat(PIECE + 1), format!("\"{}\"", "x\n".repeat(PIECE))] {
            assert!(Records::new(b';', true, &|| true).read(&text, Wanted::ALL).is_none());
        }
    }

    proptest! {
        /// The same rows as the reader of the `csv` crate, whatever the text.
        #[test]
        fn any_text_is_cut_as_by_another_reader(text in "[a;é\"\n\r ]{0,40}", quoting: bool) {
            let mut other = csv::ReaderBuilder::new();
            let other = other.delimiter(b';').quoting(quoting).has_headers(false).flexible(true);
            let other = other.from_reader(text.as_bytes()).into_records();
            let expect: Vec<Vec<String>> = other
                .map(|row| row.unwrap().iter().map(str::to_owned).collect())
                .collect();
            let mut records = Records::new(b';', quoting, NEVER);
            let (mut found, mut rest) = (Vec::new(), text.as_str());
            loop {
                rest = rest.trim_start_matches(['\r', '\n']);
                if rest.is_empty() {
                    break;
                }
                let record = records.read(rest, Wanted::ALL).unwrap();
                found.push(record.cells.to_vec());
                rest = &rest[record.bytes..];
            }
            prop_assert_eq!(found, expect);
        }
    }
}
