//! Who was invited and sent nothing: counted as asked, and asked again.

use crate::kit::filling::{Copy, FORM, after, bakery, collected};
use bassin::readers::kit::{Collected, Known, Outcome, to_csv};

fn sent(siret: &str, number: Option<&str>) -> Vec<u8> {
    let mut copy: Copy = bakery();
    copy.set(FORM, 0, "siret", siret);
    if let Some(number) = number {
        copy.set(FORM, 0, "id_etablissement", number);
    }
    copy.write()
}

/// As a surveyor keeps it: one without a survey number, one refused, one closed.
const LIST: &str = "N° enquête;Raison sociale;SIRET;Code APE;Code Insee;Tranche d’effectif;Statut;Courriel\n\
     C-1;Alpha;73282932000074;10.71C;15014;10-19;;a@exemple.fr\n\
     C-2;Bêta;35600000000048;47.11D;15014;1-9;;b@exemple.fr\n\
     C-3;Gamma;55210055400013;87.10A;15012;50-99;;c@exemple.fr\n\
     ;Delta;44306184100047;56.10A;15014;1-9;;d@exemple.fr\n\
     C-5;Epsilon;;56.10A;15014;1-9;Refusé;\n\
     C-6;Zêta;;56.10A;15014;1-9;Fermé;\n";

fn statuses(found: &Collected) -> Vec<(String, String)> {
    let table = &found.establishments;
    let cell = |row, name: &str| table.get(row, name).to_owned();
    let mut all: Vec<_> = (0..table.rows.len())
        .map(|row| (cell(row, "id_etablissement"), cell(row, "statut_reponse")))
        .collect();
    all.sort();
    all
}

/// The list beside the questionnaires: as text, as old spreadsheets save it, as a workbook.
#[test]
fn a_list_among_the_questionnaires_tells_who_is_missing() {
    let workbook = {
        let mut book = rust_xlsxwriter::Workbook::new();
        let sheet = book.add_worksheet();
        sheet.write_string(0, 0, "Établissements invités").unwrap();
        for (row, line) in (2_u32..).zip(LIST.lines()) {
            for (column, cell) in (0_u16..).zip(line.split(';')) {
                sheet.write_string(row, column, cell).unwrap();
            }
        }
        book.save_to_buffer().unwrap()
    };
    for list in [LIST.as_bytes().to_vec(), workbook] {
        let files = [
            // One by its number, one by its SIRET.
            ("a.xlsx", sent("?", Some("C-1"))),
            ("b.xlsx", sent("35600000000048", None)),
            ("liste", list),
        ];
        let found = collected(&files);
        assert_eq!((found.n_answers, found.n_missing), (2, 4), "{:?}", found.rejects);
        assert_eq!(found.sources[2].outcome, Outcome::List { n_rows: 6 });
        let told = statuses(&found);
        let of = |id: &str| told.iter().find(|(one, _)| one == id).map(|(_, status)| &**status);
        assert_eq!((of("C-1"), of("C-2")), (Some("répondant"), Some("répondant")));
        assert_eq!((of("C-3"), of("C-5")), (Some("non joint"), Some("refus")));
        assert_eq!(of("C-6"), Some("hors champ"));
        assert_eq!(told.len(), 6, "each once: {told:?}");
        // Drawn among the small ones, whatever it answers; SIRET and names stay with the contacts.
        let row = (0..6).find(|row| found.establishments.get(*row, "id_etablissement") == "C-1");
        assert_eq!(found.establishments.get(row.unwrap(), "tranche_effectif"), "10-19");
        let text = String::from_utf8(to_csv(&found.establishments)).unwrap();
        for private in ["Gamma", "55210055400013", "exemple.fr"] {
            assert!(!text.contains(private), "{private}");
        }
        // The largest first; who refused or is closed is not asked again.
        let again = &found.reminders;
        let names: Vec<&str> =
            (0..again.rows.len()).map(|row| again.get(row, "raison_sociale")).collect();
        assert_eq!(names, ["Gamma", "Delta"]);
        assert_eq!(again.get(0, "contact_courriel"), "c@exemple.fr");
    }
}

/// Collected again without the list, from what the former collection wrote: the same are missing; one
/// that answers late keeps its number.
#[test]
fn the_contacts_remember_who_was_invited() {
    let first = [("a.xlsx", sent("?", Some("C-1"))), ("liste.csv", LIST.as_bytes().to_vec())];
    let found = collected(&first);
    assert_eq!((found.n_answers, found.n_missing), (1, 5));
    let known = Known::read(&to_csv(&found.contacts)).unwrap();
    let again = [("a.xlsx", sent("?", Some("C-1"))), ("late.xlsx", sent("55210055400013", None))];
    let next = after(&again, &known);
    assert_eq!((next.n_answers, next.n_missing), (2, 4));
    let told = statuses(&next);
    assert!(told.contains(&("C-3".to_owned(), "répondant".to_owned())), "{told:?}");
    let ids = |found: &Collected| statuses(found).into_iter().map(|(id, _)| id).collect::<Vec<_>>();
    assert_eq!(ids(&next), ids(&found));
}

/// Two batches of one round, collected into one folder: who answered in the first is not asked again, nor
/// counted as silent, and it is said that its answers are not in the tables; of another round it is.
#[test]
fn who_answered_in_an_earlier_batch_is_not_asked_again() {
    let list = || ("liste.csv", LIST.as_bytes().to_vec());
    let first = collected(&[("a.xlsx", sent("?", Some("C-1"))), list()]);
    let known = Known::read(&to_csv(&first.contacts)).unwrap();
    let late = || ("late.xlsx", sent("55210055400013", None));
    for files in [vec![late()], vec![late(), list()]] {
        let next = after(&files, &known);
        assert_eq!((next.n_answers, next.n_missing, next.n_earlier), (1, 4, 1));
        let told = statuses(&next);
        assert!(told.iter().all(|(id, _)| id != "C-1"), "{told:?}");
        let names = |of: &bassin::readers::kit::Table| -> Vec<String> {
            (0..of.rows.len()).map(|row| of.get(row, "id_etablissement").to_owned()).collect()
        };
        assert!(!names(&next.reminders).contains(&"C-1".to_owned()));
        // Its number stays its own, and a third batch knows it still.
        let known = Known::read(&to_csv(&next.contacts)).unwrap();
        let third = after(&[("a.xlsx", sent("?", Some("C-1")))], &known);
        assert_eq!((third.n_answers, third.n_earlier), (1, 1), "{:?}", third.contacts);
        let questionnaire = crate::kit::filling::questionnaire();
        let catalog = bassin::i18n::Catalog::new(bassin::model::Language::French).unwrap();
        let lines = bassin::words::collection::lines(&next, Vec::new(), &questionnaire, &catalog);
        let told: Vec<String> = lines.iter().map(|line| line.text(&catalog)).collect();
        assert!(told.iter().any(|line| line.contains("envoi antérieur")), "{told:?}");
    }
    let mut former = first.contacts.clone();
    for row in 0..former.rows.len() {
        former.set(row, "vague", "2019".to_owned());
    }
    let known = Known::read(&to_csv(&former)).unwrap();
    let next = after(&[late(), list()], &known);
    assert_eq!((next.n_missing, next.n_earlier), (5, 0));
}

/// A list tells the commune and the activity that an answer leaves open; without one, the answer is
/// said to count nowhere.
#[test]
fn what_an_answer_leaves_open_is_read_in_the_list() {
    let mut copy = bakery();
    copy.set(FORM, 0, "id_etablissement", "C-1");
    copy.set(FORM, 0, "code_commune", "15999");
    let alone = collected(&[("a.xlsx", copy.write())]);
    assert_eq!(alone.establishments.get(0, "code_commune"), "");
    assert_eq!(alone.uncounted, ["a.xlsx"]);
    let files = [("a.xlsx", copy.write()), ("liste.csv", LIST.as_bytes().to_vec())];
    let found = collected(&files);
    assert_eq!(found.establishments.get(0, "code_commune"), "15014");
    assert!(found.uncounted.is_empty());
}

/// Invited without a commune are in no territory: it is said.
#[test]
fn invited_without_a_commune_are_told() {
    let list = b"Nom;SIRET\nAlpha;73282932000074\nB\xe8ta;35600000000048\n".to_vec();
    let found = collected(&[("a.xlsx", bakery().write()), ("liste.csv", list)]);
    assert_eq!((found.n_answers, found.n_missing, found.n_missing_nowhere), (1, 1, 1));
    let questionnaire = crate::kit::filling::questionnaire();
    let catalog = bassin::i18n::Catalog::new(bassin::model::Language::French).unwrap();
    let lines = bassin::words::collection::lines(&found, Vec::new(), &questionnaire, &catalog);
    let told: Vec<String> = lines.iter().map(|line| line.text(&catalog)).collect();
    assert!(told.iter().any(|line| line.starts_with("1 invité")), "{told:?}");
}

/// Tables of answers in the folder are no list of the invited.
#[test]
fn a_table_of_answers_is_no_list() {
    let occupations = b"id_etablissement;libelle_metier\nC-9;soudeur\n".to_vec();
    let answers = b"id_etablissement;raison_sociale;date_reponse\nC-9;Alpha;2026-01-02\n".to_vec();
    for bytes in [occupations, answers] {
        let found = collected(&[("a.xlsx", bakery().write()), ("table.csv", bytes)]);
        assert_eq!((found.n_answers, found.n_missing), (1, 0));
        assert!(matches!(found.sources[1].outcome, Outcome::Refused(_)));
    }
}
