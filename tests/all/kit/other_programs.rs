//! Kits saved by other programs: a filled kit converted by `LibreOffice` 7.4 to ods, to xls, and from
//! ods back to xlsx.

use crate::kit::filling::collected;
use bassin::readers::kit::{Fault, to_csv};

const FILLED: &[u8] = include_bytes!("../../data/filled.xlsx");
const ODS: &[u8] = include_bytes!("../../data/libreoffice.ods");
const XLS: &[u8] = include_bytes!("../../data/libreoffice.xls");
const BACK: &[u8] = include_bytes!("../../data/libreoffice.xlsx");

#[test]
fn the_same_answers_whatever_the_program() {
    let expect = collected(&[("a", FILLED.to_vec())]);
    assert_eq!(expect.occupations.rows.len(), 2);
    for bytes in [ODS, XLS, BACK] {
        let found = collected(&[("a", bytes.to_vec())]);
        assert_eq!(found.establishments, expect.establishments);
        assert_eq!(found.occupations, expect.occupations);
        assert_eq!(found.wishes, expect.wishes);
        assert_eq!(found.contacts, expect.contacts);
        assert_eq!(found.rejects, expect.rejects);
    }
}

#[test]
fn faults_are_told_at_their_cells() {
    let found = collected(&[("a.ods", ODS.to_vec())]);
    let told: Vec<_> = found
        .rejects
        .iter()
        .map(|r| (r.sheet.as_str(), r.cell.as_str(), r.found.as_str(), r.what.clone()))
        .collect();
    let more = Fault::MoreThan { total: "projets_12m".to_owned(), sum: 3, most: 2 };
    assert_eq!(
        told,
        [("Métiers", "AC8", "3", more), ("Métiers", "D9", "env. 20", Fault::NotANumber)]
    );
}

#[test]
fn all_four_are_one_establishment() {
    let files = [("a", FILLED), ("b", ODS), ("c", XLS), ("d", BACK)];
    let found = collected(&files.map(|(name, bytes)| (name, bytes.to_vec())));
    assert_eq!(found.establishments.rows.len(), 1);
    assert_eq!(found.duplicates.iter().filter(|d| d.of == "a" && !d.same_bytes).count(), 3);
}

#[test]
fn the_tables_as_the_program_reads_them() {
    let found = collected(&[("a.ods", ODS.to_vec())]);
    let text = |table| String::from_utf8(to_csv(table)).unwrap();
    let row = |table| text(table).lines().nth(1).unwrap().to_owned();
    let id = found.contacts.get(0, "id_etablissement");
    let form = ";15014;;1071C;;2026-03-15;répondant;web;12;9;;;;;;;;;;;;;";
    assert_eq!(row(&found.establishments), format!("{id}{form}"));
    let job = ";Boulanger;;;;6;5;1;;;;;;;;;;;;;;;;;;2;;;;;;;pénurie de candidats;oui;salariés;\
               Pâtes levées;35;mixte;;";
    assert_eq!(row(&found.occupations), format!("{id}{job}"));
    assert_eq!(row(&found.wishes), format!("{id};Boulanger;Pâtes levées;salariés;2;35;mixte;"));
    assert!(text(&found.establishments).starts_with('\u{feff}'));
}
