//! Broken and hostile files: a clear message, nothing lost, never an abort.

use bassin::analysis::{AnalysisError, Request, analyse};
use bassin::model::{IssueKind, Kind, Reason};
use bassin::readers::{Control, ReadTable, read};
use bassin::reference::Reference;
use bassin::reference::params::Parameters;
use proptest::prelude::*;
use std::io::Write as _;
use std::sync::Arc;

const HEADER: &str = "annee;Code métier BMO;Nom métier BMO;Famille_met;Lbl_fam_met;REG;NOM_REG;\
                      Dept;NomDept;BE24;NOMBE24;met;xmet;smet";

fn tables(name: &str, bytes: &[u8]) -> Vec<ReadTable> {
    read(name, bytes, &Reference::embedded().unwrap(), Control::none()).unwrap()
}

fn only(name: &str, bytes: &[u8]) -> ReadTable {
    let mut found = tables(name, bytes);
    assert_eq!(found.len(), 1);
    found.remove(0)
}

fn check(name: &str, bytes: &[u8], issue: &str) {
    let table = only(name, bytes);
    let found: Vec<&str> = table.issues.as_slice().iter().map(|i| i.kind.id()).collect();
    assert_eq!((table.kind, found), (Kind::Unknown, vec![issue]), "{name}");
}

fn survey(rows: &[&str]) -> String {
    let mut text = HEADER.to_owned();
    for row in rows {
        text.push('\n');
        text.push_str(row);
    }
    text
}

fn row(code: &str, basin: &str, counts: &str) -> String {
    format!(
        "2024;{code};Métier;S;Social;84;Auvergne-Rhône-Alpes;15;Cantal;{basin};AURILLAC;{counts}"
    )
}

fn workbook(cells: &[(u32, u16, &str)]) -> Vec<u8> {
    let mut book = rust_xlsxwriter::Workbook::new();
    let sheet = book.add_worksheet();
    for (row, column, text) in cells {
        sheet.write_string(*row, *column, *text).unwrap();
    }
    book.save_to_buffer().unwrap()
}

#[test]
fn what_is_not_a_table_says_so() {
    check("vide.csv", b"", "empty-file");
    check("blanc.csv", b" \r\n\n", "empty-file");
    check("faux.xlsx", b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj", "not-a-workbook");
    check("table.parquet", b"PAR1\x15\x04\x15\x00PAR1", "damaged");
    check("image.csv", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "not-a-workbook");
    check("~$classeur.xlsx", b"PK\x03\x04", "lock-file");
    check("notes.txt", "bonjour;à;tous\n1;2;3".as_bytes(), "unrecognised");
    check("a.csv.gz", b"\x1f\x8b\x08\0\0\0\0\0\0\x03K\x04\0", "gzip");
    let wide: Vec<u8> = "annee;met\n".chars().flat_map(|c| u32::from(c).to_le_bytes()).collect();
    check("a.csv", &wide, "utf-32");
    check("a.csv", &[b"\xff\xfe\0\0".as_slice(), &wide].concat(), "utf-32");
    let whole = workbook(&[(0, 0, "a")]);
    check("coupe.xlsx", &whole[..whole.len() / 2], "damaged");
}

/// One bad byte: the text is what it was, and it is told where.
#[test]
fn a_bad_byte_is_told_and_costs_nothing() {
    let line = row("V0X60", "8450", "73;46;*");
    let text = survey(&[&line, &line.replace("8450", "8451").replace("Social", "Soci\u{7f}al")]);
    let bytes: Vec<u8> = text.bytes().map(|byte| if byte == 0x7f { 0xe9 } else { byte }).collect();
    let table = only("bmo.csv", &bytes);
    assert_eq!((table.kind, table.rows.kept), (Kind::Bmo, 2));
    let bad = IssueKind::BadBytes { count: 1, line: 3 };
    assert!(table.issues.as_slice().iter().any(|one| one.kind == bad), "{:?}", table.issues);
}

#[test]
fn a_stray_cell_costs_neither_memory_nor_the_table() {
    let mut cells: Vec<(u32, u16, &str)> = Vec::new();
    let line = row("V0X60", "8450", "73;46;*");
    for (row, text) in [(0, HEADER), (1, line.as_str())] {
        cells.extend((0_u16..).zip(text.split(';')).map(|(column, cell)| (row, column, cell)));
    }
    cells.push((1_048_575, 16_383, "x"));
    let table = only("bmo.xlsx", &workbook(&cells));
    assert_eq!((table.kind, table.rows.kept, table.masked_cells), (Kind::Bmo, 1, 1));
}

#[test]
fn windows_encoding_other_order_other_case_and_a_new_column() {
    let text = "SMET;nouveau;XMET;MET;nombe26;be26;nomdept;DEPT;nom_reg;reg;Lbl_fam_met;famille_met;NOM METIER BMO;CODE METIER BMO;ANNEE\n\
                *;x;46;73;AURILLAC;8450.0;Cantal;15;Auvergne-Rhône-Alpes;84;Cœur d’ouvrage;S;Aides-soignants;V0X60;2026\n";
    let (bytes, ..) = encoding_rs::WINDOWS_1252.encode(text);
    let table = only("sans-nom", &bytes);
    assert_eq!((table.kind, table.vintage, table.rows.kept), (Kind::Bmo, Some(2026), 1));
    assert!(table.reasons.contains(&Reason::IgnoredColumns(vec!["nouveau".to_owned()])));
    let decoded = Reason::Text { encoding: "windows-1252".to_owned(), separator: ';' };
    assert!(table.reasons.contains(&decoded));
}

#[test]
fn every_row_is_accounted_for_and_refused_at_its_place() {
    let good = row("V0X60", "8450", "73;46;*");
    let lines = [
        good.clone(),
        row("V0X60", "8451", "beaucoup;4;*"),
        good,
        row("V0", "8452", "5;5;5"),
        row("V1X80", "8450", "5;6;5"),
        ";;;;;;;;;;;;;".to_owned(),
    ];
    let lines: Vec<&str> = lines.iter().map(String::as_str).collect();
    let table = only("bmo.csv", survey(&lines).as_bytes());
    let rows = table.rows;
    assert_eq!((rows.read, rows.kept, rows.refused, rows.empty), (6, 1, 4, 1));
    let found: Vec<(Option<u32>, &str, Option<&str>)> = table
        .issues
        .as_slice()
        .iter()
        .map(|issue| (issue.place.row, issue.kind.id(), issue.place.column.as_deref()))
        .collect();
    assert_eq!(
        found,
        [
            (Some(3), "not-a-number", Some("met")),
            (Some(4), "duplicate-key", Some("Code métier BMO")),
            (Some(5), "not-a-code", Some("Code métier BMO")),
            (Some(6), "impossible", Some("xmet")),
        ]
    );
}

#[test]
fn a_quote_of_the_words_costs_no_other_row() {
    let quoted = row("V0X60", "8450", "73;46;*").replace("AURILLAC", "\"AURILLAC ; SUD\"");
    let inches = row("V1X80", "8450", "5;5;5").replace("AURILLAC", "écran 15\" plat");
    let table = only("bmo.csv", survey(&[&inches, &quoted]).as_bytes());
    assert_eq!((table.rows.read, table.rows.kept), (2, 2), "{:?}", table.issues);
    // One that opens a cell and never closes is of the words too: no row is swallowed.
    let open = row("V1X80", "8450", "5;5;5").replace("AURILLAC", "\"AURILLAC");
    let lines = [open.clone(), row("V0X60", "8450", "73;46;*"), open.replace("8450", "8451")];
    let lines: Vec<&str> = lines.iter().map(String::as_str).collect();
    let table = only("bmo.csv", survey(&lines).as_bytes());
    assert_eq!((table.rows.read, table.rows.kept), (3, 3), "{:?}", table.issues);
}

/// Tabs in a free text outnumber the semicolons of the layout: the header decides.
#[test]
fn the_separator_is_the_one_of_the_header() {
    let noise = format!("{}\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t", row("V0X60", "8450", "73;46;*"));
    let table = only("bmo.csv", survey(&[&noise, "\t\t\t\t\t\t\t\t\t\t\t\tx"]).as_bytes());
    assert_eq!((table.kind, table.rows.kept, table.rows.refused), (Kind::Bmo, 1, 1));
}

#[test]
fn an_archive_is_read_by_its_members() {
    let mut archive = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    archive.start_file("donnees.csv", zip::write::SimpleFileOptions::default()).unwrap();
    archive.write_all(survey(&[&row("V0X60", "8450", "73;46;*")]).as_bytes()).unwrap();
    let bytes = archive.finish().unwrap().into_inner();
    let table = only("bmo.zip", &bytes);
    assert_eq!((table.kind, table.rows.kept), (Kind::Bmo, 1));
    assert!(table.reasons.contains(&Reason::Member("donnees.csv".to_owned())));
}

#[test]
fn a_read_can_be_cancelled() {
    let text = survey(&[&row("V0X60", "8450", "73;46;*")]);
    let control = Control { cancelled: &|| true, progress: &|_| {} };
    assert!(read("bmo.csv", text.as_bytes(), &Reference::embedded().unwrap(), control).is_err());
}

#[test]
fn an_absent_territory_names_what_is_near() {
    let table = only("bmo.csv", survey(&[&row("V0X60", "8450", "73;46;*")]).as_bytes());
    let ask = |territory: &str, inputs: &[Arc<ReadTable>]| {
        let request = Request {
            territory: territory.parse().unwrap(),
            year: None,
            as_of: "2026-11-24".parse().unwrap(),
        };
        let reference = Reference::embedded().unwrap();
        analyse(inputs, &reference, &Parameters::embedded().unwrap(), &request)
    };
    let inputs = [Arc::new(table)];
    assert!(matches!(
        ask("be:8459", &inputs),
        Err(AnalysisError::Absent { close, .. }) if close.len() == 1 && close[0].1 == "AURILLAC"
    ));
    assert!(matches!(ask("epci:241500230", &inputs), Err(AnalysisError::CommunesUnknown { .. })));
    let zone = ask("ze:8403", &inputs).unwrap();
    let read_at = zone.territory.coverage.unwrap().basins;
    assert_eq!(read_at.first().map(|part| part.basin.to_string()).as_deref(), Some("be:8450"));
    assert!(matches!(ask("be:8450", &[]), Err(AnalysisError::NothingTold { .. })));
    assert!(ask("be:8450", &inputs).is_ok());
}

proptest! {
    /// Whatever the bytes: rows add up, and nothing panics.
    #[test]
    fn any_bytes_are_accounted_for(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
        for table in tables("x", &bytes) {
            prop_assert!(table.rows.adds_up());
        }
    }

    /// Whatever the cells under a real header.
    #[test]
    fn any_cells_are_accounted_for(cells in proptest::collection::vec("[^\\n\\x00]{0,60}", 0..12)) {
        let lines: Vec<&str> = cells.iter().map(String::as_str).collect();
        let table = only("x.csv", survey(&lines).as_bytes());
        prop_assert!(table.rows.adds_up());
        prop_assert_eq!(table.kind, Kind::Bmo);
    }
}

#[test]
fn a_result_never_replaces_a_source() {
    let folder = tempfile::tempdir().unwrap();
    let source = folder.path().join("formation.csv");
    std::fs::write(&source, b"mine").unwrap();
    let sources = vec![source.clone()];
    let results = ["causes.csv", "formation.csv"].map(|name| (name.to_owned(), b"ours".to_vec()));
    let around = folder.path().join("..").join(folder.path().file_name().unwrap());
    for path in [folder.path().to_owned(), around] {
        let error = bassin::files::write_results(&path, &results, &sources).unwrap_err();
        assert_eq!(error.id(), "is-source");
    }
    assert_eq!(std::fs::read(&source).unwrap(), b"mine");
    assert!(!folder.path().join("causes.csv").exists(), "all or none");
    let elsewhere = folder.path().join("results");
    let written = bassin::files::write_results(&elsewhere, &results, &sources).unwrap();
    assert_eq!(written.len(), 2);
    assert_eq!(std::fs::read(elsewhere.join("formation.csv")).unwrap(), b"ours");
}
