//! Ways in for the fuzzer, past the containers that random bytes never get through.

use crate::readers::rows::{Left, Rows};
use crate::readers::sheet::Sheet as _;
use crate::readers::strings::Strings;
use crate::readers::style::Style;
use crate::readers::watch::{Events, NEVER};
use crate::readers::xlsx::parts::{self, Parts};
use crate::readers::xlsx::scan::Scanner;
use crate::readers::{coerce, lheo, ods, rows, sas, text, xls};

/// The XML of a sheet.
pub fn sheet_xml(bytes: &[u8]) {
    let mut strings = Strings::default();
    for text in ["V0X60", "", "_x000D_"] {
        let _ = strings.add(text).and_then(|()| strings.end());
    }
    let styles = vec![Style::Number, Style::Date, Style::Unknown];
    let parts = Parts { sheets: Vec::new(), strings, styles, is_1904: false };
    let (mut last, mut left) = (0, Left::default());
    let _ = Scanner::new(bytes).rows(
        &parts,
        &mut |row, cells| {
            assert!(row > last && cells.len() <= rows::MAX_COLUMNS, "{row} after {last}");
            last = row;
            true
        },
        &mut left,
    );
}

/// The shared texts of a workbook.
pub fn shared_strings(bytes: &[u8]) {
    let _ = parts::strings(bytes);
}

/// The small parts of a workbook.
pub fn small_parts(text: &str) {
    let _ = parts::styles(text);
    if let Ok(links) = parts::links(text) {
        let _ = parts::sheets(text, &links);
    }
}

/// The content of an OpenDocument spreadsheet.
pub fn ods(bytes: &[u8]) {
    let _ = ods::tables(&mut Events::new(bytes), &mut Vec::new());
    let mut left = Left::default();
    let _ = ods::rows(&mut Events::new(bytes), &mut Rows::new(&mut |_, _| true, &mut left));
}

/// The stream of an old workbook.
pub fn xls(bytes: &[u8]) {
    let Ok(book) = xls::Xls::of_stream(bytes.to_vec(), NEVER) else { return };
    for (name, _) in book.sheet_names() {
        let _ = book.rows(&name, &mut |_, _| true, &mut Left::default());
    }
}

/// A document of training offers.
pub fn lheo(text: &str) {
    let _ = lheo::Offers { text, cancelled: NEVER }.for_each_row(&mut |_, _| true);
}

/// Formats of SAS.
pub fn sas(text: &str) {
    if let Some(mut formats) = sas::parse(text, NEVER) {
        let _ = formats.for_each_row(&mut |_, _| true);
    }
}

/// A delimited text, in any encoding.
pub fn delimited(bytes: &[u8]) {
    let decoded = text::decode(bytes);
    for separator in text::separators(&decoded.text) {
        let mut sheet = text::Delimited::new(&decoded.text, separator);
        let _ = sheet.for_each_row(&mut |_, _| true);
    }
}

/// The text of one cell, read as each type: what is read is read the same again.
pub fn coerce(text: &str) {
    let number = coerce::number(text);
    if let Ok(Some(number)) = &number {
        assert!(number.is_finite(), "{text}");
    }
    assert!(!coerce::positive(text).is_ok_and(|n| n.is_some_and(|n| n < 0.0)), "{text}");
    let _ = (coerce::maskable(text), coerce::rate(text), coerce::yes_no(text));
    if let Ok(date) = coerce::date(text) {
        assert_eq!(coerce::date(&date).as_deref(), Ok(&*date), "{text}");
    }
    if let Ok(commune) = coerce::commune(text) {
        assert_eq!(coerce::commune(&commune).as_deref(), Ok(&*commune), "{text}");
    }
}

#[cfg(test)]
mod mutated;
#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// Pieces of what the readers look for, in any order.
    fn pieces(of: &'static [&'static str]) -> impl Strategy<Value = String> {
        let piece =
            prop_oneof![4 => prop::sample::select(of).prop_map(str::to_owned), 1 => ".{0,6}"];
        prop::collection::vec(piece, 0..40).prop_map(|pieces| pieces.concat())
    }

    proptest! {
        #[test]
        fn any_sheet_does_no_harm(text in pieces(&[
            "<sheetData>", "</sheetData>", "<row>", "<row r=\"2\">", "</row>", "<row/>", "<c>",
            "<c r=\"A2\" t=\"s\">", "<c t=\"inlineStr\">", "<c s=\"1\">", "</c>", "<v>", "</v>",
            "<v>1</v></c>", "<is>", "<t>", "</t>", "</is>", "&amp;", "&#0;", "_x000D_", "<!--", "-->",
            "<![CDATA[", "]]>", "<rPh>", "</rPh>", "<c r=\"XFD2\"/>", "4294967295", "<row r=\"4294967295\">",
        ])) {
            sheet_xml(format!("<sheetData>{text}</sheetData>").as_bytes());
            sheet_xml(text.as_bytes());
        }

        #[test]
        fn any_shared_texts_and_parts_do_no_harm(text in pieces(&[
            "<sst>", "<si>", "</si>", "<si/>", "<t>", "</t>", "<r>", "</r>", "<rPh>", "</rPh>", "&lt;",
            "<styleSheet>", "<cellXfs>", "<xf numFmtId=\"14\"/>", "<numFmt numFmtId=\"170\" formatCode=\"[h\"/>",
            "<Relationship Id=\"a\" Type=\"/worksheet\" Target=\"b\"/>", "<sheet r:id=\"a\" name=\"b\"/>",
        ])) {
            shared_strings(text.as_bytes());
            small_parts(&text);
        }

        #[test]
        fn any_content_does_no_harm(text in pieces(&[
            "<table:table table:name=\"a\">", "</table:table>", "<table:table-row>", "</table:table-row>",
            "<table:table-row table:number-rows-repeated=\"99999999999999999999\">", "<table:table-cell/>",
            "<table:table-cell office:value-type=\"string\" table:number-columns-repeated=\"20000\">",
            "<table:table-cell office:value=\"1\"/>", "</table:table-cell>", "<text:p>", "</text:p>",
            "<text:s text:c=\"9\"/>", "<office:annotation>", "</office:annotation>", "<draw:frame>",
        ])) {
            ods(format!("<table:table>{text}").as_bytes());
            ods(text.as_bytes());
        }

        #[test]
        fn any_records_do_no_harm(records in prop::collection::vec(
            (prop::sample::select(&[0x0809_u16, 0x0085, 0x00fc, 0x003c, 0x000a, 0x00fd, 0x0203, 0x00bd,
                0x027e, 0x0006, 0x0207, 0x0204, 0x0205, 0x041e, 0x00e0][..]),
             prop::collection::vec(prop_oneof![Just(0_u8), Just(1), any::<u8>()], 0..24)), 0..24)
        ) {
            let mut stream = Vec::new();
            for (kind, data) in records {
                stream.extend(kind.to_le_bytes());
                stream.extend(u16::try_from(data.len()).unwrap().to_le_bytes());
                stream.extend(data);
            }
            xls(&stream);
            // As a sheet that stands after the globals.
            let globals = b"\x85\0\x09\0\x11\0\0\0\0\0\x01\0a\x0a\0\0\0";
            xls(&[&globals[..], &stream].concat());
        }

        #[test]
        fn any_text_does_no_harm(text in pieces(&[
            "value $fap9", "value $FAP9R", "\"a\"", "=", "\n", ";", "<lheo>", "<resume-offre numero='1'>",
            "</resume-offre>", "<code-ROME>", "</code-ROME>", "1 204,5", "12/13/2025", "45658", "%", "-",
            "2A004", "\u{a0}", "*", "31/02/2024", "2024-12", "1e999", "\"",
        ])) {
            lheo(&text);
            sas(&text);
            coerce(&text);
            delimited(text.as_bytes());
        }
    }
}
