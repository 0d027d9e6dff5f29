//! Workbooks of several sheets: each is read, told to be left aside, or offered to be mapped, and
//! damage costs no more than what comes after it.

use bassin::model::{IssueKind, Kind, Severity};
use bassin::readers::mapping::{Field, From, Manner, Mapping};
use bassin::readers::{Control, Knowing, ReadTable, read_with};
use bassin::reference::Reference;
use std::fmt::Write as _;
use std::io::{Cursor, Write as _};

const MAIN: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006";

pub fn archive(members: &[(&str, String)]) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in members {
        zip.start_file(*name, zip::write::SimpleFileOptions::default()).unwrap();
        zip.write_all(text.as_bytes()).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

/// A workbook of sheets, each by its name and the XML of its rows.
fn book(sheets: &[(&str, String)]) -> Vec<u8> {
    let (mut list, mut links) = (String::new(), String::new());
    let mut members = Vec::new();
    let names: Vec<String> =
        (1..=sheets.len()).map(|number| format!("worksheets/sheet{number}.xml")).collect();
    for (((name, _), target), place) in sheets.iter().zip(&names).zip(1..) {
        write!(list, "<sheet name=\"{name}\" sheetId=\"{place}\" r:id=\"s{place}\"/>").unwrap();
        write!(
            links,
            "<Relationship Id=\"s{place}\" Type=\"{OFFICE}/worksheet\" Target=\"{target}\"/>"
        )
        .unwrap();
    }
    let paths: Vec<String> = names.iter().map(|name| format!("xl/{name}")).collect();
    members.push(("[Content_Types].xml", format!("<Types xmlns=\"{PACKAGE}/content-types\"/>")));
    members.push((
        "_rels/.rels",
        format!(
            "<Relationships xmlns=\"{PACKAGE}/relationships\"><Relationship Id=\"r\" \
             Type=\"{OFFICE}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"
        ),
    ));
    members.push((
        "xl/workbook.xml",
        format!(
            "<workbook xmlns=\"{MAIN}\" xmlns:r=\"{OFFICE}\"><sheets>{list}</sheets></workbook>"
        ),
    ));
    members.push((
        "xl/_rels/workbook.xml.rels",
        format!("<Relationships xmlns=\"{PACKAGE}/relationships\">{links}</Relationships>"),
    ));
    members.push(("xl/sharedStrings.xml", format!("<sst xmlns=\"{MAIN}\"/>")));
    for (path, (_, rows)) in paths.iter().zip(sheets) {
        let text = format!("<worksheet xmlns=\"{MAIN}\"><sheetData>{rows}</sheetData></worksheet>");
        members.push((path, text));
    }
    archive(&members)
}

/// Lines of `;` separated cells as rows of a sheet.
fn rows(text: &str) -> String {
    let cell = |text: &str| format!("<c t=\"inlineStr\"><is><t>{text}</t></is></c>");
    let row = |line: &str| format!("<row>{}</row>", line.split(';').map(cell).collect::<String>());
    text.lines().map(row).collect()
}

const SECTORS: &str =
    "code_bassin;demandeurs_emploi;secteur_libelle\n8450;12;Santé\n8451;3;Commerce\n8456;1;Santé";
const OWN: &str = "Numéro;Insee;Activité;Effectif\nA;15014;10.51C;12";

fn read(bytes: &[u8], mappings: &[Mapping]) -> Vec<ReadTable> {
    let reference = Reference::embedded().unwrap();
    let knowing = Knowing { reference: &reference, mappings };
    let tables = read_with("classeur", bytes, knowing, Control::none()).unwrap();
    assert!(tables.iter().all(|table| table.rows.adds_up()), "{tables:?}");
    tables
}

/// What is told of a table: how badly, of which sheet and row, and what.
fn told(table: &ReadTable) -> Vec<(Severity, &str, Option<u32>, &str)> {
    let issues = table.issues.as_slice().iter();
    issues
        .map(|issue| {
            let sheet = issue.place.sheet.as_deref().unwrap_or_default();
            (issue.severity, sheet, issue.place.row, issue.kind.id())
        })
        .collect()
}

fn mapping() -> Mapping {
    let field = |name: &str, from| Field {
        name: name.to_owned(),
        from,
        manner: Manner::Plain,
        recodes: Vec::new(),
    };
    let column = |header: &str| From::Column(header.to_owned());
    Mapping {
        confirmed_on: "classeur".to_owned(),
        kind: Kind::SurveyEstablishments,
        two_rows: false,
        fields: vec![
            field("id", column("Numéro")),
            field("status", From::Constant("répondant".to_owned())),
            field("commune", column("Insee")),
            field("naf", column("Activité")),
            field("headcount", column("Effectif")),
        ],
        questions: Vec::new(),
        seen: OWN.lines().next().unwrap().split(';').map(str::to_owned).collect(),
        none: Vec::new(),
    }
}

#[test]
fn a_sheet_that_is_not_recognised_is_told_and_may_be_mapped() {
    let bytes = book(&[
        ("Le mien", rows(OWN)),
        ("Vide", String::new()),
        ("Secteurs", rows(SECTORS)),
        ("Lisez-moi", rows("Document de travail")),
    ]);
    let tables = read(&bytes, &[]);
    let kinds: Vec<_> = tables.iter().map(|t| (t.sheet.as_deref().unwrap(), t.kind)).collect();
    let wanted = [
        ("Secteurs", Kind::BasinSectors),
        ("Le mien", Kind::Unknown),
        ("Lisez-moi", Kind::Unknown),
    ];
    assert_eq!(kinds, wanted);
    assert_eq!(told(&tables[0]), [(Severity::Notice, "Vide", None, "empty-sheet")]);
    assert_eq!(told(&tables[1]), [(Severity::Notice, "Le mien", None, "unrecognised")]);
    // Mapped, it stands beside the other; what is left is still told.
    let tables = read(&bytes, &[mapping()]);
    let kinds: Vec<_> = tables.iter().map(|table| (table.kind, table.rows.kept)).collect();
    assert_eq!(
        kinds,
        [(Kind::SurveyEstablishments, 1), (Kind::BasinSectors, 3), (Kind::Unknown, 0)]
    );
}

#[test]
fn a_workbook_of_nothing_known_tells_each_of_its_sheets() {
    let tables = read(&book(&[("Un", rows(OWN)), ("Deux", rows("a;b\n1;2"))]), &[]);
    let sheets: Vec<_> = tables.iter().map(told).collect();
    assert_eq!(
        sheets,
        [
            [(Severity::Error, "Un", None, "unrecognised")],
            [(Severity::Error, "Deux", None, "unrecognised")]
        ]
    );
    let tables = read(&book(&[("Un", String::new()), ("Deux", String::new())]), &[]);
    let ids: Vec<_> = told(&tables[0]).into_iter().map(|(.., id)| id).collect();
    assert_eq!((tables.len(), ids), (1, vec!["no-usable-row", "empty-sheet", "empty-sheet"]));
}

/// A comment sends the sheet to the library, which refuses the workbook for a cell elsewhere.
#[test]
fn a_sheet_that_cannot_be_read_costs_no_other() {
    let odd = format!("{}<!-- fin -->", rows(SECTORS));
    let long = format!("{}{}", rows(SECTORS), rows(&"x".repeat(1_100_000)));
    let bytes = book(&[
        ("Avant", rows(SECTORS)),
        ("Étrange", odd.clone()),
        ("Longue", long),
        ("Encore", odd),
        ("Après", rows(OWN)),
    ]);
    let tables = read(&bytes, &[mapping()]);
    let kept: Vec<_> = tables.iter().map(|t| (t.sheet.as_deref().unwrap(), t.rows.kept)).collect();
    assert_eq!(kept, [("Avant", 3), ("Étrange", 0), ("Longue", 3), ("Encore", 0), ("Après", 1)]);
    let failed = |sheet| vec![(Severity::Error, sheet, None, "too-long")];
    assert!(told(&tables[0]).is_empty() && told(&tables[4]).is_empty());
    assert_eq!((told(&tables[1]), told(&tables[3])), (failed("Étrange"), failed("Encore")));
    assert_eq!(told(&tables[2])[0].3, "too-long");
}

fn damage(table: &ReadTable) -> Option<u32> {
    let issues = table.issues.as_slice().iter();
    let damage = issues.filter(|issue| matches!(issue.kind, IssueKind::Damaged { .. }));
    damage.map(|issue| issue.place.row).next().flatten()
}

#[test]
fn damage_is_told_with_its_row_and_a_part_is_not_taken_for_the_whole() {
    // An error value of no spreadsheet program.
    let faulty = "<row><c t=\"e\"><v>#ETRANGE!</v></c></row>";
    let (head, tail) = (rows(SECTORS), rows("8457;4;Santé"));
    let bytes = book(&[("S", format!("<!-- x -->{head}{faulty}{tail}")), ("T", rows(SECTORS))]);
    let tables = read(&bytes, &[]);
    // Where the fault stands is not said: the row before may lack a cell, so it is not read.
    assert_eq!((tables[0].rows.kept, damage(&tables[0])), (0, Some(4)));
    assert_eq!(tables[0].rows.refused, 2);
    assert_eq!((tables[1].rows.kept, damage(&tables[1])), (3, None));
}

const ODS: &str = "xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" \
                   xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\" \
                   xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\"";

fn ods_rows(text: &str) -> String {
    let cell = |text: &str| {
        format!(
            "<table:table-cell office:value-type=\"string\"><text:p>{text}</text:p>\
             </table:table-cell>"
        )
    };
    let row = |line: &str| {
        let cells: String = line.split(';').map(cell).collect();
        format!("<table:table-row>{cells}</table:table-row>")
    };
    text.lines().map(row).collect()
}

fn ods(content: &str) -> Vec<u8> {
    let head = format!("<office:document-content {ODS}><office:body><office:spreadsheet>");
    archive(&[
        ("mimetype", "application/vnd.oasis.opendocument.spreadsheet".to_owned()),
        ("content.xml", format!("{head}{content}")),
    ])
}

#[test]
fn damage_to_an_open_document_costs_the_table_that_holds_it() {
    let table = |name: &str, rows: &str| format!("<table:table table:name=\"{name}\">{rows}");
    let whole = format!("{}</table:table>", table("Un", &ods_rows(SECTORS)));
    let cut = table("Deux", &format!("{}<table:table-row>", ods_rows(SECTORS)));
    let tables = read(&ods(&format!("{whole}{cut}")), &[]);
    assert_eq!((tables[0].rows.kept, damage(&tables[0])), (3, None));
    assert_eq!((tables[1].rows.kept, damage(&tables[1])), (0, Some(5)));
    // After the tables: nobody knows what more the last one had.
    let tables = read(&ods(&format!("{whole}<truc")), &[]);
    assert_eq!((tables[0].rows.kept, damage(&tables[0])), (0, Some(5)));
}

#[test]
fn rows_below_the_last_of_a_spreadsheet_are_told() {
    let blank = |count: u32| format!("<table:table-row table:number-rows-repeated=\"{count}\"/>");
    let check = |below: &str, expect: &[&str]| {
        let rows = format!("{}{}{below}", ods_rows(SECTORS), blank(1_048_571));
        let content = format!(
            "<table:table table:name=\"F\">{rows}</table:table></office:spreadsheet>\
             </office:body></office:document-content>"
        );
        let tables = read(&ods(&content), &[]);
        let ids: Vec<_> = told(&tables[0]).into_iter().map(|(.., id)| id).collect();
        assert_eq!((tables[0].rows.kept, ids.as_slice()), (4, expect));
    };
    let row = ods_rows("8457;4;Santé");
    check(&row, &[]);
    check(&format!("{row}{}", blank(5_000)), &[]);
    check(&format!("{row}{row}"), &["sheet-too-long"]);
    let repeated =
        row.replace("<table:table-row>", "<table:table-row table:number-rows-repeated=\"9\">");
    check(&repeated, &["sheet-too-long"]);
}

/// The stream of an old workbook ends within its sheet.
#[test]
fn damage_to_an_old_workbook_costs_what_comes_after_it() {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/abuse/ordinaire.xls");
    let whole = std::fs::read(path).unwrap();
    let before = read(&whole, &[]);
    // A record that announces more than is left: the last cells are lost, no row before them.
    let label = |at: &usize| matches!(whole[*at..*at + 4], [4, 2, 8..60, 0]);
    let at = (0..whole.len() - 4).rev().find(label).unwrap();
    let mut broken = whole.clone();
    broken[at + 2..at + 4].copy_from_slice(&[0xff, 0xff]);
    let after = read(&broken, &[]);
    assert!(damage(&before[0]).is_none(), "{:?}", told(&before[0]));
    assert!(damage(&after[0]).is_some(), "{:?}", told(&after[0]));
    assert_eq!(before[0].kind, after[0].kind);
}
