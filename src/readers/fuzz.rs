//! Ways in for the fuzzer, past the containers that random bytes never get through.

use crate::readers::offers::Offers;
use crate::readers::rows::{Left, Rows};
use crate::readers::sheet::Sheet as _;
use crate::readers::strings::Strings;
use crate::readers::style::Style;
use crate::readers::watch::{Events, NEVER};
use crate::readers::xlsx::parts::{self, Parts};
use crate::readers::xlsx::scan::Scanner;
use crate::readers::{
    Knowing, ReadTable, coerce, document, lheo, map, ods, parquet, rncp, rows, sas, text, xls,
};
use crate::reference::Reference;

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

/// A list of records in JSON: as many rows as it has, each as wide as their names.
pub fn records(text: &str) {
    let Some(found) = document::records(text, NEVER) else { return };
    let count = found.len();
    if let Ok(mut offers) = Offers::new(found.clone()) {
        let _ = offers.for_each_row(&mut |_, _| true);
    }
    let mut rows = 0;
    let read = document::Records::new(found).for_each_row(&mut |_, _| {
        rows += 1;
        true
    });
    assert!(read.is_err() || rows == count + 1, "{rows} rows of {count} records: {text}");
}

/// A collection of shapes.
pub fn geojson(text: &str) {
    let Ok(reference) = Reference::embedded() else { return };
    let knowing = Knowing { reference: &reference, mappings: &[] };
    let Ok(table) = map::read_map(text, &ReadTable::blank("carte.json"), knowing, NEVER) else {
        return;
    };
    assert!(table.rows.adds_up(), "{:?}: {text}", table.rows);
}

/// The members of an export of the national registers, apart by form feeds.
pub fn rncp(text: &str) {
    const NAMES: [&str; 6] = [
        "export_fiches_CSV_Standard_2024.csv",
        "export_fiches_CSV_Rome_2024.csv",
        "export_fiches_CSV_Nsf_2024.csv",
        "export_fiches_CSV_Formacode_2024.csv",
        "export_fiches_CSV_Certificateurs_2024.csv",
        "export_fiches_CSV_VoixdAcces_2024.csv",
    ];
    let members = NAMES.iter().zip(text.split('\u{c}'));
    let members: Vec<(String, String)> =
        members.map(|(name, text)| ((*name).to_owned(), text.to_owned())).collect();
    let Ok(Some(mut fiches)) = rncp::Fiches::new(&members, NEVER) else { return };
    let _ = fiches.for_each_row(&mut |_, _| true);
    assert!(fiches.rows.adds_up(), "{:?}: {text}", fiches.rows);
}

/// A Parquet file: a panic of the library is contained, as it is in the application.
pub fn parquet(bytes: &[u8]) {
    let _ = std::panic::catch_unwind(|| {
        let Ok(mut table) = parquet::Table::open(bytes) else { return };
        let mut last = None;
        let _ = table.for_each_row(&mut |row, _| {
            assert!(last.is_none_or(|last| row == last + 1), "{row} after {last:?}");
            last = Some(row);
            row < 10_000
        });
    });
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
        fn any_records_of_json_do_no_harm(text in pieces(&[
            "[", "]", "{", "}", ",", ":", "\"id\"", "\"romeCode\"", "\"resultats\"", "null", "true", "1e999",
            "\"lieuTravail\"", "{\"a\": 1}", "{\"a\": [1, \"x\"]}", "[{\"a\": 1}, {\"b\": {}}]", "\n",
            "\"\\ud800\"", "-0.0", "9007199254740993",
        ])) {
            records(&text);
            records(&format!("[{{{text}}}]"));
            records(&format!("{{\"resultats\": [{text}]}}"));
        }

        /// Whole lists, whatever their fields hold: one row each, under the names of all.
        #[test]
        fn a_list_of_records_is_read_whole(list in prop::collection::vec(
            prop::collection::btree_map("[a-c]", prop_oneof![
                Just(serde_json::Value::Null), any::<bool>().prop_map(Into::into),
                any::<i32>().prop_map(Into::into), "[^\u{0}]{0,5}".prop_map(Into::into),
                prop::collection::vec(any::<u8>(), 0..3).prop_map(Into::into),
            ], 0..4), 1..6)
        ) {
            let text = serde_json::to_string(&list).unwrap();
            records(&text);
            let found = document::records(&text, NEVER).unwrap();
            prop_assert_eq!(found.len(), list.len());
            let lines: Vec<String> =
                list.iter().map(|one| serde_json::to_string(one).unwrap()).collect();
            if list.len() > 1 {
                let found = document::records(&lines.join("\n"), NEVER).unwrap();
                prop_assert_eq!(found.len(), list.len(), "a record a line");
            }
        }

        #[test]
        fn any_collection_does_no_harm(text in pieces(&[
            "{\"type\": \"FeatureCollection\", \"features\": [", "]}", "{\"type\": \"Feature\", ",
            "\"properties\": {\"code\": \"8450\"}", ",", "\"geometry\": ", "null", "}",
            "{\"type\": \"Polygon\", \"coordinates\": [[[2, 45], [3, 45], [3, 46], [2, 45]]]}",
            "{\"type\": \"MultiPolygon\", \"coordinates\": [[[[2, 45]]]]}", "[1e308, -1e308]", "[[", "]]",
            "{\"type\": \"GeometryCollection\", \"geometries\": [", "\"crs\": {}", "\"properties\": null",
        ])) {
            geojson(&text);
            geojson(&format!("{{\"type\": \"FeatureCollection\", \"features\": [{text}]}}"));
        }

        #[test]
        fn any_members_of_the_registers_do_no_harm(text in pieces(&[
            "Numero_Fiche;Intitule;Actif\n", "Numero_Fiche;Codes_Rome_Code\n", "RNCP1", "RNCP2", "RS1", ";",
            "\n", "ACTIVE", "J1501", "\u{c}", "\"", "\t12345678900012", "|", "NIV3", "Nsf_Code", "Oui",
            "Numero_Fiche;Nom_Certificateur;Siret_Certificateur\n",
        ])) {
            rncp(&text);
            let header = "Id_Fiche;Numero_Fiche;Intitule;Abrege_Libelle;Nomenclature_Europe_Niveau;Actif\n";
            rncp(&format!("{header}1;RNCP1;Soins;CAP;NIV3;ACTIVE\n{text}"));
        }

        #[test]
        fn any_parquet_does_no_harm(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
            parquet(&[b"PAR1", bytes.as_slice(), b"PAR1"].concat());
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
