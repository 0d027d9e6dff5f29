//! Office Open XML workbooks at the speed of their decompression: the parts, and the cells of a
//! sheet scanned as they inflate.
//!
//! Reads what spreadsheet programs write. Whatever else is left to calamine: [`Unknown`] says so,
//! and the sheet is read again from its beginning. Both roads give the same cells: tested on every
//! workbook at hand.

pub mod parts;
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
    pub fn rows(
        &mut self,
        name: &str,
        visit: Visit<'_>,
        left: &mut Left,
    ) -> Result<(), Unknown> {
        let Self { archive, parts, cancelled } = self;
        let sheet = parts.sheets.iter().find(|sheet| sheet.name == name).ok_or(Unknown)?;
        let member = archive.by_name(&sheet.path).map_err(|_| Unknown)?;
        Scanner::new(Watched::new(member, *cancelled)).rows(parts, visit, left)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::readers::workbook;

    type Rows = Vec<(u32, Vec<String>)>;

    fn collected(mut walk: impl FnMut(&mut dyn FnMut(u32, Cells<'_>) -> bool)) -> Rows {
        let mut rows = Vec::new();
        walk(&mut |row, cells| {
            rows.push((row, cells.to_vec()));
            true
        });
        rows
    }

    /// Both roads to the cells of each sheet; false when this one gives way.
    fn same(name: &str, bytes: &[u8]) -> bool {
        let Ok(mut book) = Book::open(bytes) else { return false };
        let mut slow = workbook::open_slow(bytes).unwrap();
        assert_eq!(book.sheet_names(), slow.sheet_names(), "{name}");
        let mut all = true;
        for (sheet, _) in book.sheet_names() {
            let mut outcome = Ok(());
            let fast = collected(|visit| outcome = book.rows(&sheet, visit));
            let kept = collected(|visit| {
                use crate::readers::sheet::Sheet as _;
                slow.sheet(&sheet).for_each_row(visit).unwrap();
            });
            match outcome {
                Ok(()) => {
                    assert!(fast == kept, "{name} {sheet}: {:?}", first_difference(&fast, &kept));
                }
                Err(Unknown) => all = false,
            }
        }
        all
    }

    fn first_difference(a: &Rows, b: &Rows) -> String {
        let found = a.iter().zip(b).find(|(a, b)| a != b);
        found.map_or(format!("{} rows, {} rows", a.len(), b.len()), |pair| format!("{pair:?}"))
    }

    #[test]
    fn cells_are_those_of_the_kept_library() {
        let mut made = rust_xlsxwriter::Workbook::new();
        let sheet = made.add_worksheet().set_name("Données & « co »").unwrap();
        let date = rust_xlsxwriter::Format::new().set_num_format("dd/mm/yyyy");
        let quoted = rust_xlsxwriter::Format::new().set_num_format("0.0\" jours\"");
        let coloured = rust_xlsxwriter::Format::new().set_num_format("[Red]0.00;[Blue]-0.00");
        let month = rust_xlsxwriter::Format::new().set_num_format("mmm yy");
        for (column, text) in
            (0..).zip(["a<b", "\"q\" & 'r'", "é\u{a0}œ’", " bords ", "ligne\nsuite", "", "=1+1"])
        {
            sheet.write_string(0, column, text).unwrap();
        }
        for (column, number) in
            (0..).zip([0.0_f64, -3.0, 8450.0, 0.1, 1e21, 45_658.5, 1e-7, 123_456_789_012.0])
        {
            sheet.write_number(1, column, number).unwrap();
            sheet.write_number_with_format(2, column, number.abs().min(99_999.0), &date).unwrap();
            sheet.write_number_with_format(3, column, number, &quoted).unwrap();
            sheet.write_number_with_format(4, column, number, &coloured).unwrap();
            sheet.write_number_with_format(5, column, number.abs().min(99_999.0), &month).unwrap();
        }
        sheet.write_boolean(7, 2, true).unwrap();
        sheet
            .write_formula(7, 3, rust_xlsxwriter::Formula::new("=A1&\"x\"").set_result("a<bx"))
            .unwrap();
        sheet
            .write_formula(7, 4, rust_xlsxwriter::Formula::new("=1/0").set_result("#DIV/0!"))
            .unwrap();
        sheet.write_blank(9, 1, &date).unwrap();
        sheet.write_string(1_048_575, 1_023, "loin").unwrap();
        let hidden = made.add_worksheet();
        hidden.set_hidden(true).write_string(0, 0, "caché").unwrap();
        let bytes = made.save_to_buffer().unwrap();
        assert!(same("made.xlsx", &bytes), "read without giving way");
    }

    #[test]
    #[expect(
        clippy::disallowed_methods,
        reason = "a test reads published files when they are there"
    )]
    fn the_published_workbooks_too() {
        let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/published");
        let mut seen = 0;
        for path in [
            "bmo/Base_open_data_23.xlsx",
            "bmo/Base_open_data_BMO_2024.xlsx",
            "nomenclatures/Dares_Arborescence_FAP2021.xlsx",
            "formation/Referentiel-des-NPEC-15.07.2024.xlsx",
        ] {
            let Ok(bytes) = std::fs::read(root.join(path)) else { continue };
            assert!(same(path, &bytes), "{path} is read without giving way");
            seen += 1;
        }
        if seen == 0 {
            println!("skipped: the folder of published files is not there");
        }
    }

    #[test]
    fn what_is_unknown_gives_way() {
        assert!(Book::open(b"PK\x03\x04").is_err());
        assert!(Book::open(b"").is_err());
    }
}
