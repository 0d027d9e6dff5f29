//! Bytes that can be given up and never run away: each source looks at the cancel flag, and holds
//! a budget of what it hands on.
//!
//! A file of a kilobyte may inflate to gigabytes between two rows: a look at every row is not
//! enough, and what it says of its own size is not to be believed.

use std::io::{BufRead, BufReader, Error, ErrorKind, Read, Result, Seek, SeekFrom};

/// True once the read is to be given up.
pub type Flag<'a> = &'a (dyn Fn() -> bool + Sync);

/// Nobody gives up.
pub const NEVER: Flag<'static> = &|| false;

/// Bytes handed on at a time: a millisecond of inflation.
const PIECE: usize = 256 * 1024;
/// Bytes of a compressed source handed on at a time: they may become a thousand times as many.
const COMPRESSED_PIECE: usize = 4 * 1024;

/// Bytes handed on in pieces, with a look at the flag before each.
pub struct Watched<'a, R> {
    reader: R,
    cancelled: Flag<'a>,
    piece: usize,
    left: u64,
}

impl<'a, R> Watched<'a, R> {
    pub const fn new(reader: R, cancelled: Flag<'a>) -> Self {
        Self { reader, cancelled, piece: PIECE, left: u64::MAX }
    }

    /// A source that someone else inflates.
    pub const fn compressed(reader: R, cancelled: Flag<'a>) -> Self {
        Self { reader, cancelled, piece: COMPRESSED_PIECE, left: u64::MAX }
    }

    /// Fails once more than these bytes were read ([`is_too_large`]).
    pub fn at_most(self, left: u64) -> Self {
        Self { left, ..self }
    }
}

/// Whether a source held more than it was allowed to.
pub fn is_too_large(error: &Error) -> bool {
    error.kind() == ErrorKind::FileTooLarge
}

fn too_large() -> Error {
    ErrorKind::FileTooLarge.into()
}

impl<R: Read> Read for Watched<'_, R> {
    fn read(&mut self, into: &mut [u8]) -> Result<usize> {
        if (self.cancelled)() {
            // Not `Interrupted`, which is tried again.
            return Err(Error::other("cancelled"));
        }
        let most = into.len().min(self.piece);
        let read = self.reader.read(into.get_mut(..most).unwrap_or_default())?;
        self.left = self.left.checked_sub(read as u64).ok_or_else(too_large)?;
        Ok(read)
    }
}

impl<R: Seek> Seek for Watched<'_, R> {
    fn seek(&mut self, to: SeekFrom) -> Result<u64> {
        self.reader.seek(to)
    }
}

/// Bytes of one event of an XML document, at most: one that does not end would be gathered whole.
const MAX_EVENT: usize = 8 * 1024 * 1024;

/// A source whose next event is bounded.
pub struct Metered<R> {
    reader: BufReader<R>,
    left: usize,
    exceeded: bool,
}

impl<R: Read> Read for Metered<R> {
    fn read(&mut self, into: &mut [u8]) -> Result<usize> {
        let read = self.fill_buf()?.read(into)?;
        self.consume(read);
        Ok(read)
    }
}

impl<R: Read> BufRead for Metered<R> {
    fn fill_buf(&mut self) -> Result<&[u8]> {
        if self.left == 0 {
            self.exceeded = true;
            return Err(too_large());
        }
        match self.reader.fill_buf() {
            Ok(bytes) => Ok(bytes.get(..bytes.len().min(self.left)).unwrap_or_default()),
            Err(error) => {
                self.exceeded |= is_too_large(&error);
                Err(error)
            }
        }
    }

    fn consume(&mut self, read: usize) {
        self.left = self.left.saturating_sub(read);
        self.reader.consume(read);
    }
}

/// Why an XML document cannot be read on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Broken {
    /// An event, or the whole, holds more than is read.
    TooLarge,
    /// The source itself: cut, damaged, or not what its checksum says.
    Unreadable(String),
    Damaged(String),
}

/// The events of an XML document, one at a time, within bounds; an empty element opens and ends.
pub struct Events<R> {
    reader: quick_xml::Reader<Metered<R>>,
    buffer: Vec<u8>,
}

impl<R: Read> Events<R> {
    pub fn new(reader: R) -> Self {
        let metered = Metered { reader: BufReader::new(reader), left: MAX_EVENT, exceeded: false };
        let mut reader = quick_xml::Reader::from_reader(metered);
        let config = reader.config_mut();
        config.expand_empty_elements = true;
        // The document may be walked from its middle.
        config.check_end_names = false;
        Self { reader, buffer: Vec::new() }
    }

    /// # Errors
    /// When the document is not well formed, or holds more than is read.
    pub fn next(&mut self) -> std::result::Result<quick_xml::events::Event<'_>, Broken> {
        self.buffer.clear();
        self.reader.get_mut().left = MAX_EVENT;
        match self.reader.read_event_into(&mut self.buffer) {
            Ok(event) => Ok(event),
            Err(error) if self.reader.get_ref().exceeded => {
                drop(error);
                Err(Broken::TooLarge)
            }
            Err(quick_xml::Error::Io(error)) => Err(Broken::Unreadable(error.to_string())),
            Err(error) => Err(Broken::Damaged(error.to_string())),
        }
    }

    /// Bytes passed, at the end of the last event.
    pub fn position(&self) -> u64 {
        self.reader.buffer_position()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::atomic::{AtomicU32, Ordering};

    #[test]
    fn a_source_is_given_up_within_a_piece() {
        let looks = AtomicU32::new(0);
        let flag = || looks.fetch_add(1, Ordering::Relaxed) > 0;
        let mut kept = Vec::new();
        let mut source = Watched::new(std::io::repeat(b'a'), &flag);
        assert!(source.read_to_end(&mut kept).is_err());
        assert!(kept.len() <= PIECE, "{}", kept.len());
    }

    #[test]
    fn a_source_never_hands_on_more_than_its_budget() {
        let read = |budget| {
            let mut kept = Vec::new();
            let source = Watched::new(&b"0123456789"[..], NEVER).at_most(budget);
            { source }.read_to_end(&mut kept).map(|_| kept.len())
        };
        assert_eq!(read(10).ok(), Some(10));
        assert!(read(9).is_err_and(|error| is_too_large(&error)));
    }

    #[test]
    fn an_event_that_does_not_end_is_not_gathered() {
        use quick_xml::events::Event;
        let head = &b"<a><b>1</b>"[..];
        let mut events = Events::new(head.chain(std::io::repeat(b'x')));
        let mut seen = 0;
        let broken = loop {
            match events.next() {
                Ok(Event::Eof) => panic!("it never ends"),
                Ok(_) => seen += 1,
                Err(broken) => break broken,
            }
        };
        assert_eq!((seen, broken), (4, Broken::TooLarge));
        assert!(events.buffer.capacity() <= 2 * MAX_EVENT);
    }
}
