//! The texts of the old format: 16 bits a character or 8, cut over records.

use crate::model::IssueKind;
use crate::readers::strings::Strings;
use crate::readers::watch::Flag;
use crate::readers::xls::cfb::{u16_at, u32_at};
use encoding_rs::Encoding;

/// Texts between two looks at the flag.
const BETWEEN: usize = 4_096;

/// How the texts of a workbook are written.
#[derive(Clone, Copy)]
pub struct Coding {
    /// As of Excel 97: each text says whether its characters have 16 bits.
    pub is_wide: bool,
    page: &'static Encoding,
}

impl Default for Coding {
    fn default() -> Self {
        Self { is_wide: true, page: encoding_rs::WINDOWS_1252 }
    }
}

impl Coding {
    /// The code page of the texts of 8 bits, before Excel 97.
    pub const fn set_page(&mut self, page: u16) {
        self.page = match page {
            1250 => encoding_rs::WINDOWS_1250,
            1251 => encoding_rs::WINDOWS_1251,
            1253 => encoding_rs::WINDOWS_1253,
            1254 => encoding_rs::WINDOWS_1254,
            10_000 => encoding_rs::MACINTOSH,
            _ => encoding_rs::WINDOWS_1252,
        };
    }

    /// A text after its length of 8 bits.
    pub fn short(self, data: &[u8]) -> Option<String> {
        let (length, data) = data.split_first()?;
        self.after_length(usize::from(*length), &[data])
    }

    /// A text after its length of 16 bits, in the pieces of a record.
    pub fn long(self, pieces: &[&[u8]]) -> Option<String> {
        let (first, more) = pieces.split_first()?;
        let length = usize::from(u16_at(first, 0)?);
        let mut pieces = vec![first.get(2..)?];
        pieces.extend(more);
        self.after_length(length, &pieces)
    }

    /// The code of a format: its length has 16 bits as of Excel 97, 8 before.
    pub fn format(self, data: &[u8]) -> Option<String> {
        if self.is_wide { self.long(&[data]) } else { self.short(data) }
    }

    fn after_length(self, length: usize, pieces: &[&[u8]]) -> Option<String> {
        let mut source = Pieces::new(pieces);
        if self.is_wide {
            // An empty text may leave out its flags.
            if length == 0 {
                return Some(String::new());
            }
            let wide = source.take(1)?.first()? & 1 != 0;
            return source.characters(length, wide);
        }
        let data = source.take(length)?;
        Some(self.page.decode_without_bom_handling(data).0.into_owned())
    }
}

/// The pieces of a record, one after the other.
struct Pieces<'p, 's> {
    data: &'s [u8],
    more: std::slice::Iter<'p, &'s [u8]>,
}

impl<'p, 's> Pieces<'p, 's> {
    fn new(pieces: &'p [&'s [u8]]) -> Self {
        let mut more = pieces.iter();
        Self { data: more.next().copied().unwrap_or_default(), more }
    }

    /// Goes on to the next piece once one is at its end; false after the last.
    fn go_on(&mut self) -> bool {
        while self.data.is_empty() {
            let Some(next) = self.more.next() else { return false };
            self.data = next;
        }
        true
    }

    /// Bytes that are not cut.
    fn take(&mut self, count: usize) -> Option<&'s [u8]> {
        let (taken, rest) = self.data.split_at_checked(count)?;
        self.data = rest;
        Some(taken)
    }

    fn skip(&mut self, mut count: usize) -> Option<()> {
        while count > 0 {
            if !self.go_on() {
                return None;
            }
            let step = count.min(self.data.len());
            self.take(step)?;
            count -= step;
        }
        Some(())
    }

    /// Characters, which may go on in the next piece, where their width is said again.
    fn characters(&mut self, count: usize, mut wide: bool) -> Option<String> {
        let mut units = Vec::new();
        let mut left = count;
        loop {
            let width = if wide { 2 } else { 1 };
            let here = left.min(self.data.len() / width);
            let bytes = self.take(here * width)?;
            if wide {
                units.extend(bytes.as_chunks().0.iter().copied().map(u16::from_le_bytes));
            } else {
                units.extend(bytes.iter().map(|byte| u16::from(*byte)));
            }
            left -= here;
            if left == 0 {
                return Some(String::from_utf16_lossy(&units));
            }
            // Half a character at the end of a piece is none.
            self.data = &[];
            if !self.go_on() {
                return None;
            }
            wide = self.take(1)?.first()? & 1 != 0;
        }
    }
}

/// The texts that cells share (2.4.265): some with runs of formats and reading aids after them.
///
/// # Errors
/// When the record is damaged, or holds more than is read.
pub fn shared(pieces: &[&[u8]], cancelled: Flag<'_>) -> Result<Strings, IssueKind> {
    let damaged = || IssueKind::Damaged { detail: "shared strings".to_owned() };
    let mut source = Pieces::new(pieces);
    source.take(8).ok_or_else(damaged)?;
    let mut strings = Strings::default();
    for count in 1_usize.. {
        if !source.go_on() {
            break;
        }
        if count.is_multiple_of(BETWEEN) && cancelled() {
            return Err(damaged());
        }
        let text = shared_text(&mut source).ok_or_else(damaged)?;
        let kept = strings.add(&text).and_then(|()| strings.end());
        kept.map_err(|_| IssueKind::TooLarge { limit_mib: 256 })?;
    }
    Ok(strings)
}

fn shared_text(source: &mut Pieces<'_, '_>) -> Option<String> {
    let head = source.take(3)?;
    let (length, flags) = (usize::from(u16_at(head, 0)?), *head.get(2)?);
    let runs = if flags & 8 == 0 { 0 } else { usize::from(u16_at(source.take(2)?, 0)?) };
    let aids = if flags & 4 == 0 { 0 } else { u32_at(source.take(4)?, 0)? as usize };
    let text = source.characters(length, flags & 1 != 0)?;
    source.skip(runs * 4)?;
    source.skip(aids)?;
    Some(text)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::readers::strings::Shared;
    use crate::readers::watch::NEVER;

    /// A text cut between two records changes its width there; runs and aids may be cut too.
    #[test]
    fn shared_texts_are_cut_over_records() {
        let first = b"\0\0\0\0\0\0\0\0\x04\0\x08\x02\0ab";
        let second = b"\x01\xe9\0\x53\x01runs";
        let third = b"runs\x02\0\x04\x03\0\0\0xy";
        let fourth = b"aid\0\0\0";
        let strings = shared(&[first, second, third, fourth], NEVER).unwrap();
        let found: Vec<_> = (0..).map_while(|place| strings.get(place)).collect();
        assert_eq!(found, ["abéœ", "xy", ""].map(Shared::Text));
        for cut in 0..first.len() {
            // What is cut anywhere else is damaged, and does no harm.
            let _ = shared(&[&first[..cut]], NEVER);
        }
        assert!(shared(&[first], NEVER).is_err());
    }

    #[test]
    fn texts_of_each_age() {
        let mut coding = Coding::default();
        assert_eq!(coding.short(b"\x02\x01\x53\x01a\0").as_deref(), Some("œa"));
        assert_eq!(coding.long(&[b"\x03\0\0ab", b"\0c"]).as_deref(), Some("abc"));
        assert_eq!(coding.long(&[b"\0\0"]).as_deref(), Some(""));
        coding.is_wide = false;
        assert_eq!(coding.short(b"\x02\x9ca").as_deref(), Some("œa"));
        coding.set_page(10_000);
        assert_eq!(coding.short(b"\x01\x8e").as_deref(), Some("é"));
    }
}
