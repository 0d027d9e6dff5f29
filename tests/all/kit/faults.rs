//! What cannot be taken is told at its cell and left unknown; the rest is kept.

use crate::kit::filling::{Cells, Copy, FORM, JOBS, Value, WISHES, bakery, collected, one};
use bassin::readers::kit::{Fault, Mending, Outcome};
use bassin::reference::questionnaire::SheetId;

/// One faulty cell: told at that cell alone, unknown in its table, the row kept.
fn check(sheet: SheetId, id: &str, value: impl Into<Value>, expect: &Fault) {
    let mut copy = bakery();
    if sheet == WISHES {
        copy.set(WISHES, 0, "libelle_metier", "Boulanger");
        copy.set(WISHES, 0, "competence_visee", "Four");
    }
    let cell = copy.set(sheet, 0, id, value);
    let found = one(&copy);
    let told: Vec<_> = found
        .rejects
        .iter()
        .map(|r| (r.file.as_str(), r.sheet.as_str(), r.cell.as_str(), r.question.as_str(), &r.what))
        .collect();
    let name = copy.sheet_name(sheet);
    assert_eq!(told, [("a.xlsx", name.as_str(), cell.as_str(), id, expect)]);
    assert!(!found.rejects.first().unwrap().found.is_empty());
    let table = match sheet {
        SheetId::Establishment if found.contacts.header.iter().any(|h| h == id) => &found.contacts,
        SheetId::Establishment => &found.establishments,
        SheetId::Occupations => &found.occupations,
        SheetId::Wishes => &found.wishes,
    };
    assert_eq!(table.rows.len(), 1);
    if id == "id_etablissement" {
        assert_eq!(table.get(0, id).len(), 9, "{}", table.get(0, id));
    } else {
        assert_eq!(table.get(0, id.split('/').next().unwrap()), "", "{id}");
    }
    assert_eq!(found.occupations.get(0, "libelle_metier"), "Boulanger");
}

#[test]
fn one_fault_of_each_kind_of_question() {
    let code = |system| Fault::NotACode { system };
    let bounds = Fault::OutOfBounds { min: 0, max: 20_000 };
    check(FORM, "effectif_total", "env. 20", &Fault::NotANumber);
    check(FORM, "effectif_total", 12.5, &Fault::NotWhole);
    check(FORM, "effectif_total", -1.0, &bounds);
    check(FORM, "effectif_total", 20_001.0, &bounds);
    check(FORM, "effectif_total", Value::Day("2026-03-12"), &Fault::NotANumber);
    check(FORM, "effectif_total", "#REF!", &Fault::CellError);
    check(FORM, "accueil_pmsmp", "peut-être", &Fault::NotYesOrNo);
    check(FORM, "freins_formation/temps", "un peu", &Fault::NotYesOrNo);
    check(FORM, "date_reponse", "au printemps", &Fault::NotADate);
    let (from, to) = ("2020-01-01".parse().unwrap(), "2049-12-31".parse().unwrap());
    check(FORM, "date_reponse", "15/03/2019", &Fault::DateOutOfBounds { from, to });
    check(FORM, "code_naf", "boulangerie", &code("naf"));
    check(FORM, "code_naf", "10.71Z", &Fault::UnknownCode { system: "naf" });
    check(FORM, "code_commune", "15130", &Fault::NotInList);
    check(FORM, "siret", "732829320", &code("siret"));
    check(FORM, "siret", "7,33E+13", &Fault::DigitsLost);
    check(FORM, "siret", "73282932000075", &Fault::CheckDigit);
    check(FORM, "id_etablissement", "732 829 320", &Fault::Identifies);
    check(FORM, "contact_nom", "a".repeat(81).as_str(), &Fault::TooLong { max: 80 });
    check(JOBS, "qualification", "expert", &Fault::NotAnOption);
    check(JOBS, "code_rome", "D11", &code("rome"));
    check(JOBS, "code_rome", "Z9999", &Fault::UnknownCode { system: "rome" });
    let most = Fault::MoreThan { total: "effectif_total".to_owned(), sum: 13, most: 12 };
    check(JOBS, "effectif_metier", 13.0, &most);
    check(JOBS, "causes_difficulte/image", "bof", &Fault::NotYesOrNo);
    check(JOBS, "projets_cdi", "deux", &Fault::NotANumber);
    check(WISHES, "nb_personnes", 0.0, &Fault::OutOfBounds { min: 1, max: 20_000 });
    check(WISHES, "modalite", "hybride", &Fault::NotAnOption);
}

#[test]
fn faults_have_the_references_of_the_kit() {
    // Read off the workbook: the fifth question of the form, the first row of occupations.
    let mut copy = bakery();
    assert_eq!(copy.set(FORM, 0, "code_commune", "?"), "C12");
    assert_eq!(copy.set(JOBS, 0, "effectif_metier", "?"), "D8");
    let found = one(&copy);
    let cells: Vec<_> = found.rejects.iter().map(|r| (r.cell.as_str(), &r.what)).collect();
    assert_eq!(cells, [("C12", &Fault::Required), ("D8", &Fault::Required)]);
}

#[test]
fn parts_beyond_their_total_are_left_unknown() {
    let check =
        |sheet: SheetId, values: &[(&str, f64)], refused: &[&str], what: (&str, u64, u64)| {
            let mut copy = bakery();
            let mut cells = Vec::new();
            for (id, value) in values {
                let cell = copy.set(sheet, 0, id, *value);
                cells.extend(refused.contains(id).then_some(cell));
            }
            let found = one(&copy);
            let (total, sum, most) = (what.0.to_owned(), what.1, what.2);
            let fault = Fault::MoreThan { total, sum, most };
            let told: Vec<_> = found.rejects.iter().map(|r| (r.cell.clone(), &r.what)).collect();
            let expect: Vec<_> = cells.into_iter().map(|cell| (cell, &fault)).collect();
            assert_eq!(told, expect, "{values:?}");
            let table = if sheet == FORM { &found.establishments } else { &found.occupations };
            for (id, value) in values {
                let kept = if refused.contains(id) { String::new() } else { value.to_string() };
                assert_eq!(table.get(0, id), kept, "{id}");
            }
        };
    check(JOBS, &[("projets_difficiles", 3.0)], &["projets_difficiles"], ("projets_12m", 3, 2));
    check(
        JOBS,
        &[("candidatures_12m", 4.0), ("candidats_qualifies_12m", 5.0)],
        &["candidats_qualifies_12m"],
        ("candidatures_12m", 5, 4),
    );
    check(
        JOBS,
        &[("age_moins_30", 4.0), ("age_30_49", 0.0), ("age_50_54", 2.0)],
        &["age_moins_30", "age_50_54"],
        ("effectif_metier", 6, 5),
    );
    check(
        JOBS,
        &[("offres_12m", 2.0), ("postes_pourvus_12m", 2.0), ("postes_abandonnes_12m", 1.0)],
        &["postes_pourvus_12m", "postes_abandonnes_12m"],
        ("offres_12m", 3, 2),
    );
    check(
        FORM,
        &[("effectif_cdi", 11.0), ("effectif_cdd", 2.0)],
        &["effectif_cdi", "effectif_cdd"],
        ("effectif_total", 13, 12),
    );
    // Equal is not more; an unknown total cannot be exceeded.
    check(JOBS, &[("projets_difficiles", 2.0), ("projets_cdi", 2.0)], &[], ("", 0, 0));
    check(JOBS, &[("candidats_qualifies_12m", 5.0)], &[], ("", 0, 0));
}

#[test]
fn needed_answers_that_are_missing() {
    let mut copy = Copy::new();
    copy.set(JOBS, 4, "projets_12m", 1.0);
    let found = one(&copy);
    let told: Vec<_> = found.rejects.iter().map(|r| (r.question.as_str(), &r.what)).collect();
    let required = [
        "raison_sociale",
        "code_naf",
        "code_commune",
        "date_reponse",
        "effectif_total",
        "libelle_metier",
        "effectif_metier",
    ];
    assert_eq!(told, required.map(|id| (id, &Fault::Required)));
    // The row is kept: its hire is known, its headcount is not zero.
    assert_eq!(found.occupations.get(0, "projets_12m"), "1");
    assert_eq!(found.occupations.get(0, "effectif_metier"), "");
}

#[test]
fn a_line_that_is_gone_is_told() {
    let mut copy = bakery();
    let (index, row, column) = copy.place(FORM, 0, "code_naf");
    copy.sheets[index].1.retain(|(r, _), _| *r != row);
    let found = one(&copy);
    let told: Vec<_> = found.rejects.iter().map(|r| (r.question.as_str(), &r.what)).collect();
    assert_eq!(told, [("code_naf", &Fault::Gone)], "{column}");
}

#[test]
fn a_denied_need_with_a_wish_is_left_unknown() {
    let mut copy = bakery();
    let cell = copy.set(JOBS, 0, "besoin_formation", "non");
    copy.set(WISHES, 0, "competence_visee", "Vente");
    copy.set(WISHES, 0, "libelle_metier", "Vendeur");
    assert_eq!(one(&copy).rejects, []);
    copy.set(WISHES, 0, "libelle_metier", "boulanger");
    let found = one(&copy);
    assert_eq!(found.rejects.len(), 1);
    assert_eq!((&found.rejects[0].cell, &found.rejects[0].what), (&cell, &Fault::WishedYetDenied));
    assert_eq!(found.occupations.get(0, "besoin_formation"), "");
}

#[test]
fn a_second_sheet_is_told_only_when_it_has_answers() {
    let mut copy = bakery();
    let (index, ..) = copy.place(JOBS, 0, "libelle_metier");
    let (_, cells) = copy.sheets[index].clone();
    let empty = Copy::new().sheets[index].1.clone();
    copy.sheets.push(("Métiers (2)".to_owned(), empty));
    assert_eq!(one(&copy).rejects, []);
    copy.sheets.push(("Métiers (3)".to_owned(), cells));
    let found = one(&copy);
    let told: Vec<_> = found.rejects.iter().map(|r| (r.sheet.as_str(), &r.what)).collect();
    assert_eq!(told, [("Métiers (3)", &Fault::SecondSheet)]);
    assert_eq!(found.occupations.rows.len(), 1);
}

#[test]
fn a_sheet_that_is_gone_is_told_by_its_name() {
    let mut copy = bakery();
    let (index, ..) = copy.place(JOBS, 0, "libelle_metier");
    copy.sheets.remove(index);
    let found = one(&copy);
    let told: Vec<_> =
        found.rejects.iter().map(|r| (r.file.as_str(), r.sheet.as_str(), &r.what)).collect();
    assert_eq!(told, [("a.xlsx", "Métiers", &Fault::SheetGone)]);
    assert_eq!((found.establishments.rows.len(), found.occupations.rows.len()), (1, 0));
}

/// Without the kit's own list, a commune is looked for in the built-in one.
#[test]
fn a_commune_that_does_not_exist_is_told() {
    let mut copy = bakery();
    let list = |(_, cells): &(String, _)| cells_hold(cells, "commune-code");
    copy.sheets.retain(|sheet| !list(sheet));
    let cell = copy.set(FORM, 0, "code_commune", "99999");
    let found = one(&copy);
    let told: Vec<_> = found.rejects.iter().map(|r| (r.cell.as_str(), &r.what)).collect();
    assert_eq!(told, [(cell.as_str(), &Fault::UnknownCode { system: "insee" })]);
    assert_eq!(found.establishments.get(0, "code_commune"), "");
}

fn cells_hold(cells: &Cells, text: &str) -> bool {
    cells.values().any(|value| matches!(value, Value::Text(found) if found == text))
}

#[test]
fn mendings_are_told() {
    let mut copy = bakery();
    copy.set(FORM, 0, "siret", "7,3282932000074E+13");
    let cell = copy.set(FORM, 0, "date_reponse", "15/03/26");
    let found = one(&copy);
    let told: Vec<_> = found.mended.iter().map(|m| (m.question.as_str(), m.what)).collect();
    assert_eq!(told, [("siret", Mending::Scientific), ("date_reponse", Mending::ShortYear)]);
    assert_eq!(found.mended[1].cell, cell);
}

#[test]
fn files_that_are_no_kit() {
    let check = |bytes: Vec<u8>, expect: &str| {
        let found = collected(&[("a.xlsx", bytes)]);
        let Outcome::Refused(fault) = &found.sources[0].outcome else { panic!("taken") };
        assert_eq!(fault.id(), expect);
        assert_eq!(&found.rejects[0].what, fault);
        assert_eq!(found.sources[0].version, None);
    };
    check(Vec::new(), "unreadable");
    check(b"nom;prenom\r\n".to_vec(), "unreadable");
    let mut copy = bakery();
    copy.sheets.truncate(1);
    check(copy.write(), "not-a-kit");
    let mut copy = bakery();
    let (index, ..) = copy.place(FORM, 0, "siret");
    copy.sheets.remove(index);
    check(copy.write(), "no-form");
    let mut encrypted = vec![0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
    encrypted.extend("EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes));
    check(encrypted, "password-protected");
}

#[test]
fn damaged_and_absurd_files_do_no_harm() {
    let bytes = bakery().write();
    for end in (0..bytes.len()).step_by(bytes.len() / 60) {
        let found = collected(&[("a.xlsx", bytes[..end].to_vec())]);
        assert!(matches!(found.sources[0].outcome, Outcome::Refused(_)), "{end}");
    }
    for place in (0..bytes.len()).step_by(bytes.len() / 60) {
        let mut spoilt = bytes.clone();
        spoilt[place] ^= 0x55;
        assert_eq!(collected(&[("a.xlsx", spoilt)]).sources.len(), 1);
    }
    // A stray cell in the far corner costs one entry.
    let mut copy = bakery();
    let (index, ..) = copy.place(JOBS, 0, "libelle_metier");
    copy.sheets[index].1.insert((1_048_575, 16_383), 1.0.into());
    let found = one(&copy);
    assert_eq!((found.rejects.len(), found.occupations.rows.len()), (0, 1));
}
