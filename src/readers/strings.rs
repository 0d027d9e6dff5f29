//! The texts that the cells of a workbook share: one after the other in one text, within bounds.

use crate::readers::rows::MAX_CELL;

/// Bytes of all of them, and how many they are, at most.
#[derive(Clone, Copy, Debug)]
pub struct Bounds {
    pub bytes: usize,
    pub entries: usize,
}

pub const BOUNDS: Bounds = Bounds { bytes: 256 * 1024 * 1024, entries: 20_000_000 };

/// They are more than is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TooMany;

/// One of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shared<'a> {
    Text(&'a str),
    /// Longer than a cell: how much.
    Long(usize),
}

#[derive(Debug)]
pub struct Strings {
    text: String,
    /// Where each ends.
    ends: Vec<u32>,
    /// Those longer than a cell, which are not kept: their place and length.
    long: Vec<(usize, usize)>,
    /// Bytes of the open one that are not kept.
    dropped: usize,
    bounds: Bounds,
}

impl Default for Strings {
    fn default() -> Self {
        Self::within(BOUNDS)
    }
}

impl Strings {
    pub const fn within(bounds: Bounds) -> Self {
        Self { text: String::new(), ends: Vec::new(), long: Vec::new(), dropped: 0, bounds }
    }

    fn begin(&self) -> usize {
        self.ends.last().map_or(0, |end| *end as usize)
    }

    /// Adds to the open one.
    ///
    /// # Errors
    /// When they hold more than is read.
    pub fn add(&mut self, piece: &str) -> Result<(), TooMany> {
        let begin = self.begin();
        let length = self.text.len() - begin + piece.len();
        if self.dropped > 0 || length > MAX_CELL {
            self.dropped = self.dropped.saturating_add(length);
            self.text.truncate(begin);
        } else {
            self.text.push_str(piece);
        }
        if self.text.len().saturating_add(self.dropped) > self.bounds.bytes {
            return Err(TooMany);
        }
        Ok(())
    }

    /// Ends the open one.
    ///
    /// # Errors
    /// When they are more than is read.
    pub fn end(&mut self) -> Result<(), TooMany> {
        if self.dropped > 0 {
            self.long.push((self.ends.len(), std::mem::take(&mut self.dropped)));
        }
        if self.ends.len() >= self.bounds.entries {
            return Err(TooMany);
        }
        self.ends.push(u32::try_from(self.text.len()).map_err(|_| TooMany)?);
        Ok(())
    }

    pub fn get(&self, place: usize) -> Option<Shared<'_>> {
        let end = *self.ends.get(place)? as usize;
        let begin = match place.checked_sub(1) {
            Some(before) => *self.ends.get(before)? as usize,
            None => 0,
        };
        let text = self.text.get(begin..end)?;
        if text.is_empty()
            && let Ok(found) = self.long.binary_search_by_key(&place, |(place, _)| *place)
        {
            return self.long.get(found).map(|(_, length)| Shared::Long(*length));
        }
        Some(Shared::Text(text))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(texts: &[&str], bounds: Bounds) -> Result<Strings, TooMany> {
        let mut strings = Strings::within(bounds);
        for text in texts {
            strings.add(text)?;
            strings.end()?;
        }
        Ok(strings)
    }

    #[test]
    fn each_is_found_by_its_place() {
        let long = "x".repeat(MAX_CELL + 1);
        let strings = of(&["a", "", &long, "é"], BOUNDS).unwrap();
        let found: Vec<_> = (0..5).map(|place| strings.get(place)).collect();
        let text = |text| Some(Shared::Text(text));
        let wanted = [text("a"), text(""), Some(Shared::Long(MAX_CELL + 1)), text("é"), None];
        assert_eq!(found, wanted);
        assert!(strings.text.len() < 8, "a text that is not read is not kept");
    }

    #[test]
    fn they_are_bounded_by_count_and_by_size() {
        let bounds = Bounds { bytes: 4, entries: 2 };
        assert!(of(&["ab", "cd"], bounds).is_ok());
        assert!(of(&["ab", "cde"], bounds).is_err());
        assert!(of(&["", "", ""], bounds).is_err());
    }
}
