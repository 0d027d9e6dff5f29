//! The cells of one row, borrowed from where the source holds its text: nothing is copied for a
//! cell that nobody reads.

/// Where a cell begins and ends in the text of its row.
pub type Span = (usize, usize);

/// Trimmed; seldom anything to trim.
#[inline]
pub fn trimmed(cell: &str) -> &str {
    match (cell.as_bytes().first(), cell.as_bytes().last()) {
        (Some(0x21..=0x7e), Some(0x21..=0x7e)) => cell,
        _ => cell.trim(),
    }
}

/// The cells of one row.
#[derive(Clone, Copy, Debug)]
pub struct Cells<'a> {
    text: &'a str,
    spans: &'a [Span],
}

impl<'a> Cells<'a> {
    pub const fn new(text: &'a str, spans: &'a [Span]) -> Self {
        Self { text, spans }
    }

    /// Whether a no-break space may be somewhere in the row, cells that are left out included: one
    /// begins with a byte that few French letters have.
    pub fn may_hold_blanks(self) -> bool {
        memchr::memchr2(0xc2, 0xe2, self.text.as_bytes()).is_some()
    }

    pub const fn len(self) -> usize {
        self.spans.len()
    }

    /// As it stands; `None` beyond the last cell.
    pub fn get(self, place: usize) -> Option<&'a str> {
        self.spans.get(place).map(|span| self.piece(*span))
    }

    pub fn iter(self) -> impl ExactSizeIterator<Item = &'a str> + Clone {
        self.spans.iter().map(move |span| self.piece(*span))
    }

    fn piece(self, (start, end): Span) -> &'a str {
        self.text.get(start..end).unwrap_or_default()
    }

    /// Whether no cell holds anything but blanks.
    pub fn is_blank(self) -> bool {
        self.iter().all(|cell| trimmed(cell).is_empty())
    }

    /// Whether two cells hold something.
    pub fn holds_two(self) -> bool {
        self.iter().filter(|cell| !trimmed(cell).is_empty()).nth(1).is_some()
    }

    pub fn to_vec(self) -> Vec<String> {
        self.iter().map(str::to_owned).collect()
    }
}

/// A row under way; its memory is used again for the next.
#[derive(Debug, Default)]
pub struct Buffer {
    text: String,
    spans: Vec<Span>,
}

impl Buffer {
    /// A row of these cells.
    pub fn of<T: AsRef<str>>(cells: &[T]) -> Self {
        let mut row = Self::default();
        row.extend(cells.iter().map(AsRef::as_ref));
        row
    }

    pub fn clear(&mut self) {
        self.text.clear();
        self.spans.clear();
    }

    pub fn push(&mut self, cell: &str) {
        self.put(self.spans.len(), |text| text.push_str(cell));
    }

    /// Writes the cell of a place; those before it that were not written are empty. A place that
    /// is written twice holds what was written last.
    pub fn put<T>(&mut self, place: usize, write: impl FnOnce(&mut String) -> T) -> T {
        let start = self.text.len();
        let outcome = write(&mut self.text);
        if self.spans.len() <= place {
            self.spans.resize(place + 1, (start, start));
        }
        if let Some(span) = self.spans.get_mut(place) {
            *span = (start, self.text.len());
        }
        outcome
    }

    pub fn cells(&self) -> Cells<'_> {
        Cells::new(&self.text, &self.spans)
    }

    pub const fn is_empty(&self) -> bool {
        self.spans.is_empty()
    }

    /// Bytes of the texts written.
    pub const fn bytes(&self) -> usize {
        self.text.len()
    }
}

impl<'a> Extend<&'a str> for Buffer {
    fn extend<T: IntoIterator<Item = &'a str>>(&mut self, cells: T) {
        for cell in cells {
            self.push(cell);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_come_in_any_order_and_gaps_are_empty() {
        let mut row = Buffer::default();
        row.put(2, |text| text.push('c'));
        row.put(0, |text| text.push('a'));
        row.put(0, |text| text.push('à'));
        assert_eq!(row.cells().to_vec(), ["à", "", "c"]);
        row.push("d");
        assert_eq!((row.cells().len(), row.cells().get(3)), (4, Some("d")));
        row.clear();
        assert!(row.is_empty() && row.cells().is_blank());
        assert!(Buffer::of(&[" ", "\u{a0}"]).cells().is_blank());
        assert!(!Buffer::of(&["", "0"]).cells().is_blank());
    }
}
