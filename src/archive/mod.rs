//! A project in one file, to be handed to a colleague or kept for next year: its decisions, the
//! fingerprints of all its sources, and those sources that were chosen.
//!
//! What respondents gave goes with an explicit choice alone, and so does all that tells of it: the
//! memory of exports, whose hashes give answers to whoever holds them; the labels that employers
//! wrote; the mappings of their forms; the names of their files. The same inputs give the same
//! bytes. Nothing is read from or written to a disk here.

mod content;
pub mod manifest;
pub mod names;
mod open;
mod pack;
pub mod told;
mod without;

#[cfg(test)]
pub mod hostile;
#[cfg(test)]
mod tests;

pub use content::{Content, Described};
pub use open::{Opened, Refusal, Trick, open};
pub use pack::{Given, PackError, Packed, pack};

use crate::model::Custody;

/// What an archive's name ends in.
pub const EXTENSION: &str = "bassin.zip";
/// The first member, by which an archive is known whatever its name.
pub const MARK: &str = "bassin-archive.json";
/// Bytes of a file at which it is known whether it is an archive.
pub const HEAD: usize = 30 + MARK.len();
/// Bytes of an archive, and of all that it holds, at most.
pub const MOST_BYTES: u64 = 2 * 1024 * 1024 * 1024;
/// Bytes of one source in it, at most: those that are read at all.
pub const MOST_SOURCE: u64 = 1024 * 1024 * 1024;

/// Whether a file that begins with these bytes is an archive of a project.
pub fn is_archive(head: &[u8]) -> bool {
    head.starts_with(b"PK\x03\x04") && head.get(30..HEAD) == Some(MARK.as_bytes())
}

/// How many times its own size an archive may hold, at most, beyond what any may.
const MOST_RATIO: u64 = 200;
const ANY_MAY: u64 = 64 * 1024 * 1024;

/// Whether an archive of a size may inflate to another: more is a bomb.
fn may_hold(size: u64, inflated: u64) -> bool {
    inflated <= MOST_BYTES && inflated <= ANY_MAY.max(size.saturating_mul(MOST_RATIO))
}

/// What goes with the project.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct With {
    pub public: bool,
    pub own: bool,
    pub respondents: bool,
}

impl With {
    pub const ALL: Self = Self { public: true, own: true, respondents: true };

    pub const fn takes(self, custody: Custody) -> bool {
        match custody {
            Custody::Public => self.public,
            Custody::Own => self.own,
            Custody::Respondents => self.respondents,
        }
    }

    pub const fn set(&mut self, custody: Custody, taken: bool) {
        match custody {
            Custody::Public => self.public = taken,
            Custody::Own => self.own = taken,
            Custody::Respondents => self.respondents = taken,
        }
    }

    /// What is chosen, in the order of [`Custody::ALL`].
    pub fn chosen(self) -> Vec<Custody> {
        Custody::ALL.into_iter().filter(|custody| self.takes(*custody)).collect()
    }
}
