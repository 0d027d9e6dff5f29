//! Makes the hostile and broken files of `tests/abuse`:
//!
//! `cargo run --example make_abuse -- tests/abuse`
//!
//! The same bytes each time. `expect.csv` says what each must be read as.

#![expect(clippy::disallowed_methods, reason = "a tool of ours, run by hand on files of ours")]

#[path = "make_abuse/other.rs"]
mod other;

use polars::prelude::{Column, DataFrame, NamedFrom as _, Series};
use polars_io::prelude::{ParquetWriter, StatisticsOptions};
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
    let marked = format!("\u{feff}{}", String::from_utf8(text(&[&SURVEY, &LINE]))?);
    let utf16: Vec<u8> = marked.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let unmarked: Vec<u8> = marked.encode_utf16().skip(1).flat_map(u16::to_le_bytes).collect();
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
        ("mot_de_passe.xlsx", "unknown", "password-protected", locked()),
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
            "too-long",
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
        ("zip_dans_zip.zip", "unknown", "nested-archive", {
            let inner = archive(&[("a.csv", &text(&[&SURVEY, &LINE]))])?;
            archive(&[("b.zip", &inner)])?
        }),
        ("profondeur.json", "unknown", "damaged", "[".repeat(100_000).into_bytes()),
        ("utf16_sans_marque.csv", "bmo", "", unmarked),
        (
            "premiere_ligne_longue.csv",
            "unknown",
            "sheet-too-wide",
            format!("{}\n1;2\n", "a;".repeat(20_000)).into_bytes(),
        ),
    ])
}

/// Workbooks that ask for more than they hold, and formats other than xlsx.
fn workbooks() -> Outcome<Vec<Made>> {
    let none = format!(r#"<sst xmlns="{MAIN}"/>"#);
    let survey = format!("{}{}", row(&SURVEY), row(&LINE));
    let many = format!(r#"<sst xmlns="{MAIN}">{}</sst>"#, "<si/>".repeat(20_000_001));
    let announced = format!(r#"<sst xmlns="{MAIN}" uniqueCount="99999999999999"/>"#);
    let mebibyte = format!("<t>{}</t>", "a".repeat(1024 * 1024));
    let pieces = |end: &str| {
        format!(
            r#"{}<row><c t="inlineStr"><is>{}</is></c></row>{}{end}"#,
            row(&SURVEY),
            mebibyte.repeat(40),
            row(&LINE)
        )
    };
    let before: Vec<String> = (0..1_100).map(|n| format!("question {n}")).collect();
    let behind = |cells: &[&'static str; 7]| -> Vec<String> {
        before.iter().cloned().chain(cells.iter().map(|cell| (*cell).to_owned())).collect()
    };
    let behind = [&SURVEY, &LINE].map(|cells| {
        let cells = behind(cells);
        row(&cells.iter().map(String::as_str).collect::<Vec<_>>())
    });
    let mut own = SURVEY.to_vec();
    own.push("moy_xp");
    let spilled = row(&["V0X60", "8451", "15", "84", "#SPILL", "1", "1", "_x000D_"])
        .replace(r#"t="inlineStr"><is><t>#SPILL</t></is>"#, r#"t="e"><v>#SPILL!</v>"#);
    let raw = row(&LINE).replace("V0X60", "V0X60<![CDATA[:is ]]>");
    let cells = |texts: [&'static str; 7]| (0..).zip(texts).collect::<Vec<(u32, &str)>>();
    let two = vec![(0, cells(SURVEY)), (1, cells(LINE))];
    let with = |row: u32, column: u32| {
        let mut rows = two.clone();
        rows.push((row, vec![(column, "x")]));
        rows
    };
    let lines = format!("{}{}", other::ods_row(&SURVEY), other::ods_row(&LINE));
    let far = format!(
        r#"{lines}<table:table-row table:number-rows-repeated="1048573"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>{}"#,
        other::ods_row(&["x"]).replace(
            "<table:table-row>",
            r#"<table:table-row><table:table-cell table:number-columns-repeated="16383"/>"#
        )
    );
    let dense = format!(
        r#"{lines}<table:table-row table:number-rows-repeated="97000"><table:table-cell office:value-type="float" office:value="1" table:number-columns-repeated="1000"/></table:table-row>"#
    );
    Ok(vec![
        ("textes_partages.xlsx", "unknown", "too-large", workbook(&survey, &many)?),
        (
            "compte_annonce.xlsx",
            "bmo",
            "too-large",
            workbook(&format!("{survey}<!-- lent -->"), &announced)?,
        ),
        ("cellule_en_morceaux.xlsx", "bmo", "too-long", workbook(&pieces(""), &none)?),
        (
            "cellule_en_morceaux_lente.xlsx",
            "bmo",
            "too-long",
            workbook(&pieces("<!-- lent -->"), &none)?,
        ),
        ("apres_1100_colonnes.xlsx", "bmo", "", workbook(&behind.concat(), &none)?),
        (
            "soulignes.xlsx",
            "bmo",
            "cell-error",
            workbook(&format!("{}{spilled}", row(&own)), &none)?,
        ),
        (
            "texte_brut.xlsx",
            "bmo",
            "not-a-code",
            workbook(&format!("{}{raw}", row(&SURVEY)), &none)?,
        ),
        ("ordinaire.xlsb", "bmo", "", other::xlsb(&two)?),
        ("cellule_lointaine.xlsb", "bmo", "", other::xlsb(&with(1_048_575, 16_383))?),
        ("hors_feuille.xlsb", "bmo", "sheet-too-wide", other::xlsb(&with(2, 20_000))?),
        ("ordinaire.xls", "bmo", "", other::compound("Workbook", &other::xls(&two, false))),
        (
            "cellule_lointaine.xls",
            "bmo",
            "",
            other::compound("Workbook", &other::xls(&with(65_535, 255), false)),
        ),
        ("ordinaire.ods", "bmo", "", other::ods(&lines, false)?),
        ("cellule_lointaine.ods", "bmo", "", other::ods(&far, false)?),
        ("lignes_repetees.ods", "bmo", "not-a-code", other::ods(&dense, false)?),
        (
            "mot_de_passe.xls",
            "unknown",
            "password-protected",
            other::compound("Workbook", &other::xls(&two, true)),
        ),
        ("mot_de_passe.ods", "unknown", "password-protected", other::ods(&lines, true)?),
        ("mot_de_passe_entier.ods", "unknown", "password-protected", other::ods_encrypted_whole()?),
        ("document.doc", "unknown", "not-a-workbook", other::compound("WordDocument", b"x")),
    ])
}

fn locked() -> Vec<u8> {
    other::compound("EncryptedPackage", &[0x5a; 4_096])
}

/// Archives of more than files of data.
fn archives() -> Outcome<Vec<Made>> {
    let survey = format!("{}\n{}\n", SURVEY.join(";"), LINE.join(";"));
    let names: Vec<String> = (0..1_001).map(|n| format!("{n}.csv")).collect();
    let mut many: Vec<(&str, &[u8])> =
        names.iter().map(|name| (name.as_str(), &b"x"[..])).collect();
    if let Some(first) = many.first_mut() {
        first.1 = survey.as_bytes();
    }
    let beside = archive(&[
        ("__MACOSX/._bmo.csv", b"\0\x05\x16\x07"),
        (".DS_Store", b"\0\0\0\x01Bud1"),
        ("~$bmo.xlsx", b"\x05user"),
        ("bmo.csv", survey.as_bytes()),
    ])?;
    Ok(vec![
        ("mille_membres.zip", "bmo", "too-many-members", archive(&many)?),
        ("a_cote.zip", "bmo", "lock-file", beside),
    ])
}

/// Columns of one value: a few bytes that ask for tens of gigabytes.
fn constants() -> Outcome<Vec<Made>> {
    const ROWS: usize = 1024 * 1024;
    let columns: Vec<Column> =
        SURVEY.iter().map(|name| Series::new((*name).into(), vec![8_i64; ROWS]).into()).collect();
    let frame = DataFrame::new(ROWS, columns)?;
    let mut bytes = Vec::new();
    let mut writer = ParquetWriter::new(&mut bytes)
        .with_statistics(StatisticsOptions::empty())
        .batched(frame.schema())?;
    for _ in 0..64 {
        writer.write_batch(&frame)?;
    }
    writer.finish()?;
    Ok(vec![("constantes.parquet", "unknown", "too-large", bytes)])
}

fn main() -> Outcome<()> {
    let Some(folder) = std::env::args().nth(1) else {
        return Err("usage: make_abuse <folder>".into());
    };
    let folder = Path::new(&folder);
    std::fs::create_dir_all(folder)?;
    let mut expect = String::from("file;kind;issue\n");
    for (name, kind, issue, bytes) in [files()?, workbooks()?, archives()?, constants()?].concat() {
        println!("{name}: {} bytes", bytes.len());
        std::fs::write(folder.join(name), bytes)?;
        writeln!(expect, "{name};{kind};{issue}")?;
    }
    std::fs::write(folder.join("expect.csv"), expect)?;
    Ok(())
}
