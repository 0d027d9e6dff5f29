//! Makes the hostile and broken files of `tests/abuse`:
//!
//! `cargo run --example make_abuse -- tests/abuse`
//!
//! The same bytes each time. `expect.csv` says what each must be read as.

#![expect(clippy::disallowed_methods, reason = "a tool of ours, run by hand on files of ours")]

use std::error::Error;
use std::fmt::Write as _;
use std::io::{Cursor, Write as _};
use std::path::Path;
use zip::write::SimpleFileOptions;

type Outcome<T> = Result<T, Box<dyn Error>>;

const MAIN: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006";

/// An archive of these members.
fn archive(members: &[(&str, &[u8])]) -> Outcome<Vec<u8>> {
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in members {
        zip.start_file(*name, SimpleFileOptions::default().compression_level(Some(9)))?;
        zip.write_all(bytes)?;
    }
    Ok(zip.finish()?.into_inner())
}

/// A workbook with one sheet of these rows, and these shared strings.
fn workbook(rows: &str, strings: &str) -> Outcome<Vec<u8>> {
    let types = format!(
        r#"<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>"#
    );
    let root = format!(
        r#"<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="r1" Type="{OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>"#
    );
    let book = format!(
        r#"<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheets><sheet name="Feuille" sheetId="1" r:id="r1"/></sheets></workbook>"#
    );
    let parts = format!(
        r#"<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="r1" Type="{OFFICE}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Type="{OFFICE}/sharedStrings" Target="sharedStrings.xml"/></Relationships>"#
    );
    let sheet = format!(r#"<worksheet xmlns="{MAIN}"><sheetData>{rows}</sheetData></worksheet>"#);
    archive(&[
        ("[Content_Types].xml", types.as_bytes()),
        ("_rels/.rels", root.as_bytes()),
        ("xl/workbook.xml", book.as_bytes()),
        ("xl/_rels/workbook.xml.rels", parts.as_bytes()),
        ("xl/sharedStrings.xml", strings.as_bytes()),
        ("xl/worksheets/sheet1.xml", sheet.as_bytes()),
    ])
}

fn row(cells: &[&str]) -> String {
    let cell = |text: &&str| format!(r#"<c t="inlineStr"><is><t>{text}</t></is></c>"#);
    format!("<row>{}</row>", cells.iter().map(cell).collect::<Vec<_>>().concat())
}

const SURVEY: [&str; 7] = ["code métier", "BE26", "Dept", "REG", "met", "xmet", "smet"];
const LINE: [&str; 7] = ["V0X60", "8450", "15", "84", "12", "8", "*"];

/// File, kind and issue expected, content.
type Made = (&'static str, &'static str, &'static str, Vec<u8>);

fn files() -> Outcome<Vec<Made>> {
    let strings = format!(r#"<sst xmlns="{MAIN}"/>"#);
    let survey = format!("{}{}", row(&SURVEY), row(&LINE));
    let text = |rows: &[&[&str]]| -> Vec<u8> {
        rows.iter().flat_map(|cells| format!("{}\n", cells.join(";")).into_bytes()).collect()
    };
    let laughs = "<!DOCTYPE x [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\">\
                  <!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;\">\
                  <!ENTITY d \"&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;\">\
                  <!ENTITY e \"&d;&d;&d;&d;&d;&d;&d;&d;&d;&d;\">]>";
    let bomb = vec![b'a'; 600 * 1024 * 1024];
    let whole = workbook(&survey, &strings)?;
    let cut = whole.get(..whole.len() / 2).unwrap_or_default().to_vec();
    let wide: Vec<String> = (0..16_384).map(|n| format!("colonne {n}")).collect();
    let wide: Vec<&str> = wide.iter().map(String::as_str).collect();
    let long = "a".repeat(32 * 1024 * 1024);
    let mut long_line = LINE;
    long_line[0] = &long;
    let errors = ["V0X60", "8450", "15", "84", "#N/A", "#REF!", "#DIV/0!"];
    let mut twice = SURVEY.to_vec();
    twice.push("met");
    let mut locked = vec![0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
    locked.extend("EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes));
    let utf16: Vec<u8> = std::iter::once(0xfeff_u16)
        .chain(String::from_utf8(text(&[&SURVEY, &LINE]))?.encode_utf16())
        .flat_map(u16::to_le_bytes)
        .collect();
    let far = format!(r#"{survey}<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>"#);
    let ref_cells = format!(
        r#"<row r="1">{}</row>"#,
        SURVEY
            .iter()
            .zip('A'..)
            .map(|(name, column)| {
                format!(r#"<c r="{column}1" t="inlineStr"><is><t>{name}</t></is></c>"#)
            })
            .collect::<Vec<_>>()
            .concat()
    );
    Ok(vec![
        ("vide.xlsx", "unknown", "empty-file", Vec::new()),
        ("coupe.xlsx", "unknown", "damaged", cut),
        ("mot_de_passe.xlsx", "unknown", "password-protected", locked),
        ("bombe.zip", "unknown", "too-large", archive(&[("a.csv", &bomb)])?),
        (
            "entites.xml",
            "carif-offers",
            "no-usable-row",
            format!("{laughs}<lheo-index>&e;</lheo-index>").into_bytes(),
        ),
        (
            "entites.xlsx",
            "unknown",
            "damaged",
            workbook(
                &survey,
                &format!(r#"{laughs}<sst xmlns="{MAIN}"><si><t>&e;</t></si></sst>"#),
            )?,
        ),
        ("16384_colonnes.xlsx", "unknown", "unrecognised", workbook(&row(&wide), &strings)?),
        (
            "cellule_de_32_mo.xlsx",
            "bmo",
            "not-a-code",
            workbook(&format!("{}{}", row(&SURVEY), row(&long_line)), &strings)?,
        ),
        (
            "million_de_lignes_vides.xlsx",
            "bmo",
            "",
            workbook(
                &format!("{survey}{}", r#"<row><c s="1"/></row>"#.repeat(1_000_000)),
                &strings,
            )?,
        ),
        ("cellule_lointaine.xlsx", "bmo", "", workbook(&far, &strings)?),
        ("en_tete_seul.csv", "bmo", "no-usable-row", text(&[&SURVEY])),
        ("en_tete_seul.xlsx", "bmo", "no-usable-row", workbook(&ref_cells, &strings)?),
        ("colonne_en_double.csv", "bmo", "duplicate-column", text(&[&twice, &LINE])),
        ("erreurs_de_formule.csv", "bmo", "cell-error", text(&[&SURVEY, &LINE, &errors])),
        ("guillemet_ouvert.csv", "bmo", "", {
            let mut bytes = text(&[&SURVEY, &LINE]);
            bytes.extend_from_slice(b"\"jamais ferm\xc3\xa9;8450;15");
            bytes
        }),
        ("utf16.csv", "bmo", "", utf16),
        ("chemin.zip", "bmo", "", archive(&[("../../etc/passwd.csv", &text(&[&SURVEY, &LINE]))])?),
        ("zip_dans_zip.zip", "unknown", "unrecognised", {
            let inner = archive(&[("a.csv", &text(&[&SURVEY, &LINE]))])?;
            archive(&[("b.zip", &inner)])?
        }),
        ("profondeur.json", "unknown", "unrecognised", "[".repeat(100_000).into_bytes()),
    ])
}

fn main() -> Outcome<()> {
    let Some(folder) = std::env::args().nth(1) else {
        return Err("usage: make_abuse <folder>".into());
    };
    let folder = Path::new(&folder);
    std::fs::create_dir_all(folder)?;
    let mut expect = String::from("file;kind;issue\n");
    for (name, kind, issue, bytes) in files()? {
        println!("{name}: {} bytes", bytes.len());
        std::fs::write(folder.join(name), bytes)?;
        writeln!(expect, "{name};{kind};{issue}")?;
    }
    std::fs::write(folder.join("expect.csv"), expect)?;
    Ok(())
}
