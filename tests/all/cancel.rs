//! A read is given up soon: whatever the container, the flag is looked at all along, and what
//! sees it set ends at once. No clock: looks are counted.

use bassin::readers::{Cancelled, Control, read};
use bassin::reference::Reference;
use polars::prelude::{DataFrame, NamedFrom as _, Series};
use std::io::Write as _;
use std::path::Path;
use std::sync::LazyLock;
use std::sync::atomic::{AtomicU32, Ordering};

static REFERENCE: LazyLock<Reference> = LazyLock::new(|| Reference::embedded().unwrap());

/// Looks after the one that told: each layer may look once more on its way out.
const ON_THE_WAY_OUT: u32 = 16;

const HEADER: &str = "id_offre;source;intitule;code_rome;code_commune;date_creation;nb_postes;\
                      type_contrat;statut";

/// Reads with a flag that is set after some looks; gives whether it was given up, and the looks.
fn looked(name: &str, bytes: &[u8], before: u32) -> (bool, u32) {
    let looks = AtomicU32::new(0);
    let flag = || looks.fetch_add(1, Ordering::Relaxed) >= before;
    let control = Control { cancelled: &flag, progress: &|_| {} };
    let outcome = read(name, bytes, &REFERENCE, control);
    (outcome.err() == Some(Cancelled), looks.load(Ordering::Relaxed))
}

/// A long content is looked at `at_least` times, and given up after any of them.
fn check(name: &str, bytes: &[u8], at_least: u32) {
    let (given_up, all) = looked(name, bytes, u32::MAX);
    assert!(!given_up && all >= at_least, "{name}: {all} looks");
    for before in [0, 1, all / 3, all - 1] {
        let (given_up, looks) = looked(name, bytes, before);
        assert!(given_up, "{name} after {before} of {all} looks");
        assert!(looks <= before + 1 + ON_THE_WAY_OUT, "{name}: {looks} after {before} of {all}");
    }
}

fn archive(members: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, bytes) in members {
        zip.start_file(*name, zip::write::SimpleFileOptions::default()).unwrap();
        zip.write_all(bytes).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

#[test]
fn every_container_is_given_up() {
    for folder in ["tests/abuse", "tests/data"] {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                continue;
            }
            let name = path.file_name().unwrap().to_string_lossy().into_owned();
            let bytes = std::fs::read(&path).unwrap();
            for before in [0, 1, 2, 5, 40] {
                let (given_up, looks) = looked(&name, &bytes, before);
                // A short one may be read before.
                assert!(given_up || looks <= before, "{name} after {before} looks");
                assert!(looks <= before + 1 + ON_THE_WAY_OUT, "{name}: {looks} after {before}");
            }
        }
    }
}

#[test]
fn long_texts_are_given_up() {
    let offer = ";mesure;Aide-soignant;J1501;15014;2026-03-01;1;CDI;ouverte\n";
    let rows: Vec<String> = (0..60_000).map(|number| format!("o{number}{offer}")).collect();
    check("long.csv", format!("{HEADER}\n{}", rows.concat()).as_bytes(), 60_000 / 256);
    let quoted = format!("{HEADER}\n\"{}\"\n", "ligne\n".repeat(1_000_000));
    check("une_ligne.csv", quoted.as_bytes(), 20);
    let old = [HEADER.as_bytes(), &b"\n\xe9"[..], &b"x".repeat(20_000_000)].concat();
    check("latin.csv", &old, 10);
    let root = "<lheo xmlns='http://www.lheo.org/2.2'>";
    let without = format!("{root}{}</lheo>", "<a>b</a>".repeat(200_000));
    check("sans_offre.xml", without.as_bytes(), 100);
    let formats = format!("value $fap9\n{}", "\"J1501\"= \"V0Z60\"\n".repeat(100_000));
    check("formats.sas", formats.as_bytes(), 90);
    let nested = format!("{{\"type\":\"x\",\"a\":[{}0]}}", "[1,2],".repeat(1_000_000));
    check("long.json", nested.as_bytes(), 10);
}

#[test]
fn long_archives_and_columns_are_given_up() {
    let text = format!("{HEADER}\n");
    let names: Vec<String> = (0..200).map(|number| format!("{number}.csv")).collect();
    let members: Vec<(&str, &[u8])> =
        names.iter().map(|name| (name.as_str(), text.as_bytes())).collect();
    check("membres.zip", &archive(&members), 200);
    let large = b" ".repeat(50_000_000);
    check("grand.zip", &archive(&[("a.csv", &large)]), 50);

    let column = |number| Series::new(format!("c{number}").into(), vec!["x"; 10]).into();
    let mut frame = DataFrame::new(10, (0..200).map(column).collect()).unwrap();
    let mut bytes = Vec::new();
    polars_io::prelude::ParquetWriter::new(&mut bytes).finish(&mut frame).unwrap();
    check("colonnes.parquet", &bytes, 50);
}

/// A sheet without a row, and shared texts that no cell shows: nothing is visited.
#[test]
fn long_workbooks_are_given_up() {
    let mut made = rust_xlsxwriter::Workbook::new();
    let sheet = made.add_worksheet();
    for row in 0..20_000 {
        for (column, text) in (0..).zip(HEADER.split(';')) {
            let text = if row == 0 { text.to_owned() } else { format!("{text} {row}") };
            sheet.write_string(row, column, text).unwrap();
        }
    }
    let bytes = made.save_to_buffer().unwrap();
    check("long.xlsx", &bytes, 500);

    let parts = |strings: &str, sheet: &str| {
        let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
        let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        let package = "http://schemas.openxmlformats.org/package/2006";
        let root = format!(
            "<Relationships xmlns='{package}/relationships'><Relationship Id='r1' \
             Type='{office}/officeDocument' Target='xl/workbook.xml'/></Relationships>"
        );
        let book = format!(
            "<workbook xmlns='{main}' xmlns:r='{office}'><sheets>\
             <sheet name='F' sheetId='1' r:id='r1'/></sheets></workbook>"
        );
        let links = format!(
            "<Relationships xmlns='{package}/relationships'><Relationship Id='r1' \
             Type='{office}/worksheet' Target='worksheets/sheet1.xml'/><Relationship Id='r2' \
             Type='{office}/sharedStrings' Target='sharedStrings.xml'/></Relationships>"
        );
        let strings = format!("<sst xmlns='{main}'>{strings}</sst>");
        let sheet = format!("<worksheet xmlns='{main}'><sheetData>{sheet}</sheetData></worksheet>");
        archive(&[
            ("[Content_Types].xml", b"<Types/>"),
            ("_rels/.rels", root.as_bytes()),
            ("xl/workbook.xml", book.as_bytes()),
            ("xl/_rels/workbook.xml.rels", links.as_bytes()),
            ("xl/sharedStrings.xml", strings.as_bytes()),
            ("xl/worksheets/sheet1.xml", sheet.as_bytes()),
        ])
    };
    let empty = "<row></row>".repeat(1_000_000);
    check("sans_cellule.xlsx", &parts("", &empty), 50);
    let texts = "<si><t>texte</t></si>".repeat(200_000);
    check("textes.xlsx", &parts(&texts, ""), 100);
    let slow = format!("<!-- lent -->{}", "<row><c><v>1</v></c></row>".repeat(20_000));
    check("lent.xlsx", &parts(&texts, &slow), 200);
}

#[test]
fn long_sheets_of_other_formats_are_given_up() {
    let ods = |rows: &str| {
        let content = format!(
            "<office:document-content><office:body><office:spreadsheet><table:table \
             table:name='F'>{rows}</table:table></office:spreadsheet></office:body>\
             </office:document-content>"
        );
        let kind = b"application/vnd.oasis.opendocument.spreadsheet";
        archive(&[("mimetype", kind), ("content.xml", content.as_bytes())])
    };
    let empty = "<table:table-row><table:table-cell/></table:table-row>".repeat(50_000);
    check("vide.ods", &ods(&empty), 100);
    let cells = HEADER.split(';').map(|text| {
        format!("<table:table-cell office:value-type='string'><text:p>{text}</text:p></table:table-cell>")
    });
    let cells: String = cells.collect();
    let rows = format!(
        "<table:table-row>{cells}</table:table-row>\
         <table:table-row table:number-rows-repeated='100000'>{cells}</table:table-row>"
    );
    check("repetee.ods", &ods(&rows), 100_000 / 256);
}
