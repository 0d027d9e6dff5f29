//! Office Open XML workbooks at the speed of their decompression: the parts, and the cells of a
//! sheet scanned as they inflate.
//!
//! Reads what spreadsheet programs write. Whatever else is left to calamine: [`Unknown`] says so,
//! and the sheet is read again from its beginning. Both roads give the same cells: tested on every
//! workbook at hand.

pub mod parts;
#[cfg(test)]
mod same;
pub mod scan;
pub mod slow;
pub mod text;

use crate::readers::rows::{Left, Visit};
use crate::readers::strings::TooMany;
use crate::readers::watch::{Broken, Flag, Watched};
use crate::readers::xlsx::parts::Parts;
use crate::readers::xlsx::scan::Scanner;
use std::io::Cursor;

/// Something that this reader does not know: calamine reads the workbook.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Unknown;

/// Why a workbook is not opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trouble {
    Unknown,
    /// It holds more than is read: nobody else is to try.
    TooLarge,
}

impl From<Unknown> for Trouble {
    fn from(_: Unknown) -> Self {
        Self::Unknown
    }
}

impl From<TooMany> for Trouble {
    fn from(_: TooMany) -> Self {
        Self::TooLarge
    }
}

impl From<Broken> for Trouble {
    fn from(broken: Broken) -> Self {
        if broken == Broken::TooLarge { Self::TooLarge } else { Self::Unknown }
    }
}

type Archive<'a> = zip::ZipArchive<Cursor<&'a [u8]>>;

/// An open workbook.
pub struct Book<'a> {
    archive: Archive<'a>,
    parts: Parts,
    cancelled: Flag<'a>,
}

impl<'a> Book<'a> {
    /// # Errors
    /// When a part is not what spreadsheet programs write, or holds more than is read.
    pub fn open(bytes: &'a [u8], cancelled: Flag<'a>) -> Result<Self, Trouble> {
        let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).map_err(|_| Unknown)?;
        let parts = Parts::read(&mut archive, cancelled)?;
        Ok(Self { archive, parts, cancelled })
    }

    /// Names of the sheets of cells, and whether each is hidden.
    pub fn sheet_names(&self) -> Vec<(String, bool)> {
        self.parts.sheets.iter().map(|sheet| (sheet.name.clone(), sheet.hidden)).collect()
    }

    /// Walks the rows of a sheet that have cells; the visitor returns false to stop. What is left
    /// out is noted.
    ///
    /// # Errors
    /// When the sheet holds something unknown; rows before it were visited.
    pub fn rows(&mut self, name: &str, visit: Visit<'_>, left: &mut Left) -> Result<(), Unknown> {
        let Self { archive, parts, cancelled } = self;
        let sheet = parts.sheets.iter().find(|sheet| sheet.name == name).ok_or(Unknown)?;
        let member = archive.by_name(&sheet.path).map_err(|_| Unknown)?;
        Scanner::new(Watched::new(member, *cancelled)).rows(parts, visit, left)
    }
}
