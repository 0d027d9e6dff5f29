//! The same establishment twice: duplicates, corrections, and numbers given twice.

use crate::kit::filling::{Copy, FORM, JOBS, after, bakery, collected};
use bassin::readers::kit::{Collected, Fault, Key, Known, Outcome, to_csv};

fn with(values: &[(&str, &str)]) -> Copy {
    let mut copy = bakery();
    for (id, value) in values {
        copy.set(FORM, 0, id, *value);
    }
    copy
}

#[test]
fn identical_content_is_a_duplicate() {
    let mut again = bakery();
    // Saved again: other bytes, same answers.
    again.sheets[0].1.insert((90, 0), "note".into());
    // A workbook holds the second that it was written in.
    let once = bakery().write();
    let files = [("a.xlsx", once.clone()), ("b.xlsx", once), ("c.xlsx", again.write())];
    let found = collected(&files);
    let told: Vec<_> = found.duplicates.iter().map(|d| (&*d.file, &*d.of, d.same_bytes)).collect();
    assert_eq!(told, [("b.xlsx", "a.xlsx", true), ("c.xlsx", "a.xlsx", false)]);
    assert_eq!(found.establishments.rows.len(), 1);
    assert_eq!(found.replaced, []);
}

#[test]
fn a_later_version_replaces_with_a_trace() {
    let mut late = with(&[("date_reponse", "20/03/2026")]);
    late.set(FORM, 0, "effectif_total", 14.0);
    late.set(JOBS, 1, "libelle_metier", "Vendeur");
    let mut early = bakery();
    early.set(FORM, 0, "effectif_cdi", "env. 9");
    // The later answer has the former name.
    let found = collected(&[("a.xlsx", late.write()), ("z.xlsx", early.write())]);
    assert_eq!(found.establishments.rows.len(), 1);
    assert_eq!(found.establishments.get(0, "effectif_total"), "14");
    assert_eq!(found.occupations.rows.len(), 2);
    let [trace] = found.replaced.as_slice() else { panic!("{:?}", found.replaced) };
    assert_eq!((trace.kept.as_str(), trace.left.as_str()), ("a.xlsx", "z.xlsx"));
    assert_eq!(trace.kept_on, "2026-03-20".parse().ok());
    assert_eq!(trace.left_on, "2026-03-15".parse().ok());
    assert_eq!(trace.by, Key::Siret);
    assert!(!trace.is_by_name());
    // Date, headcount, and the label of a second occupation.
    assert_eq!(trace.n_changed, 1 + 1 + 1);
    assert_eq!(found.sources[1].outcome, Outcome::Replaced { by: "a.xlsx".to_owned() });
    // The faults of the former version are no longer of interest.
    assert!(found.rejects.iter().all(|reject| reject.file == "a.xlsx"));
}

#[test]
fn of_two_answers_of_one_day_the_later_name_is_kept() {
    let v1 = with(&[("effectif_cdi", "8")]);
    let v2 = with(&[("effectif_cdi", "9")]);
    let found = collected(&[("r-v2.xlsx", v2.write()), ("r-v1.xlsx", v1.write())]);
    assert_eq!(found.establishments.get(0, "effectif_cdi"), "9");
    assert_eq!(found.replaced[0].left, "r-v1.xlsx");
    assert!(found.replaced[0].is_by_name());
}

#[test]
fn survey_numbers_tell_establishments_apart() {
    let numbered = |siret: &str, total: &str| {
        with(&[("siret", siret), ("id_etablissement", "c-042"), ("effectif_total", total)]).write()
    };
    // Same number without a SIRET: the same establishment.
    let found = collected(&[("a.xlsx", numbered("?", "10")), ("b.xlsx", numbered("?", "11"))]);
    assert_eq!(found.establishments.rows.len(), 1);
    assert_eq!(found.establishments.get(0, "id_etablissement"), "C-042");
    assert_eq!(found.replaced[0].by, Key::Number);
    // Same number under two SIRET: two establishments, the second without that number.
    let two = [
        ("a.xlsx", numbered("73282932000074", "10")),
        ("b.xlsx", numbered("35600000000048", "11")),
    ];
    let found = collected(&two);
    let id = |row| found.establishments.get(row, "id_etablissement");
    assert_eq!(id(0), "C-042");
    assert!(id(1).starts_with('E') && id(1).len() == 9, "{}", id(1));
    assert_eq!(found.rejects.len(), 1);
    assert_eq!((&*found.rejects[0].cell, &found.rejects[0].what), ("C8", &Fault::NumberTaken));
    assert_eq!(found.replaced, []);
}

fn sent(siret: &str, date: &str) -> Vec<u8> {
    with(&[("siret", siret), ("date_reponse", date)]).write()
}

fn id_of(found: &Collected, name: &str) -> String {
    let source = found.sources.iter().find(|source| source.file == name).unwrap();
    let Outcome::Kept { id } = &source.outcome else { panic!("{name} is not kept") };
    id.clone()
}

/// One answer more, before or after in date, changes the identifier of no other.
#[test]
fn an_answer_more_changes_no_identifier() {
    let of = |files: &[(&str, Vec<u8>)], name: &str| id_of(&collected(files), name);
    let mut files = vec![
        ("a.xlsx", sent("73282932000074", "20/03/2026")),
        ("b.xlsx", sent("35600000000048", "18/03/2026")),
    ];
    let (a, b) = (of(&files, "a.xlsx"), of(&files, "b.xlsx"));
    assert_ne!(a, b);
    assert!(!a.contains("732829320"));
    files.push(("early.xlsx", sent("55210055400013", "01/03/2026")));
    files.push(("late.xlsx", sent("44306184100047", "30/03/2026")));
    assert_eq!((of(&files, "a.xlsx"), of(&files, "b.xlsx")), (a.clone(), b.clone()));
    // A correction keeps the identifier of the first answer.
    files.push(("c.xlsx", sent("35600000000048", "25/03/2026")));
    assert_eq!((of(&files, "c.xlsx"), of(&files, "a.xlsx")), (b, a));
}

/// The contacts of the former collection keep the numbers that it gave, whatever the dates; new ones
/// are numbered after the last, and nobody is forgotten.
#[test]
fn identifiers_are_those_of_the_former_collection() {
    let contacts = "id_etablissement;raison_sociale;siret;commune_ecrite\r\n\
                    E002;x;73282932000074;15014\r\nE001;y;35600000000048;15014\r\n\
                    E009;Disparu;;15014\r\n";
    let known = Known::read(contacts.as_bytes()).unwrap();
    let files = [
        ("a.xlsx", sent("73282932000074", "20/03/2026")),
        ("b.xlsx", sent("35600000000048", "18/03/2026")),
        ("early.xlsx", sent("55210055400013", "01/03/2026")),
    ];
    let found = after(&files, &known);
    let ids: Vec<String> = files.iter().map(|(name, _)| id_of(&found, name)).collect();
    assert_eq!(ids, ["E002", "E001", "E010"]);
    assert_eq!(found.n_known, 2);
    assert_eq!(found.contacts.rows.len(), 4);
    assert_eq!(found.contacts.get(3, "raison_sociale"), "Disparu");
    // What it writes is what the next one knows.
    let again = Known::read(&to_csv(&found.contacts)).unwrap();
    let next = after(&files, &again);
    assert_eq!(next.contacts, found.contacts);
    assert_eq!(next.n_known, 3);
}

/// Without a SIRET, two answers of one name in one commune are two, and told.
#[test]
fn what_nothing_tells_apart_is_told() {
    let of = |total: &str| with(&[("siret", "?"), ("effectif_total", total)]).write();
    let alone = collected(&[("a.xlsx", of("10"))]);
    let found = collected(&[("a.xlsx", of("10")), ("b.xlsx", of("11"))]);
    assert_eq!(id_of(&found, "a.xlsx"), id_of(&alone, "a.xlsx"));
    assert_eq!(id_of(&found, "b.xlsx"), format!("{}-2", id_of(&alone, "a.xlsx")));
    assert_eq!(alone.alike, []);
    let [pair] = found.alike.as_slice() else { panic!("{:?}", found.alike) };
    assert_eq!((&*pair.file, &*pair.other), ("b.xlsx", "a.xlsx"));
    let other = with(&[("siret", "?"), ("code_commune", "Arpajon-sur-Cère (15012)")]).write();
    assert_eq!(collected(&[("a.xlsx", of("10")), ("b.xlsx", other)]).alike, []);
}

#[test]
fn another_round_is_left_out() {
    let other = |copy: &Copy| {
        let mut copy = copy.clone();
        for value in copy.sheets.iter_mut().flat_map(|(_, cells)| cells.values_mut()) {
            if let crate::kit::filling::Value::Text(text) = value {
                *text = text.replace("|printemps 2026", "|2024");
            }
        }
        copy.write()
    };
    let now = |siret| with(&[("siret", siret)]);
    let found = collected(&[
        ("a.xlsx", now("73282932000074").write()),
        ("b.xlsx", now("35600000000048").write()),
        ("c.xlsx", other(&bakery())),
    ]);
    assert_eq!(found.wave, "printemps 2026");
    assert_eq!(found.establishments.rows.len(), 2);
    let fault = Fault::OtherWave { wave: "2024".to_owned() };
    assert_eq!(found.sources[2].outcome, Outcome::Refused(fault));
    assert_eq!(found.replaced, []);
}

#[test]
fn the_order_of_files_does_not_matter() {
    let files = [
        ("a.xlsx", bakery().write()),
        ("b.xlsx", with(&[("effectif_cdi", "9")]).write()),
        ("c.xlsx", with(&[("siret", "35600000000048")]).write()),
        ("d.xlsx", bakery().write()),
        ("e.xlsx", b"?".to_vec()),
    ];
    let expect = collected(&files);
    let outcomes: Vec<_> = expect.sources.iter().map(|source| source.outcome.clone()).collect();
    assert_eq!(outcomes.len(), files.len());
    for shift in 1..files.len() {
        let mut turned = files.to_vec();
        turned.rotate_left(shift);
        assert_eq!(collected(&turned), expect);
        turned.reverse();
        assert_eq!(collected(&turned), expect);
    }
    let rows = expect.establishments.rows.len();
    let kept = outcomes.iter().filter(|outcome| matches!(outcome, Outcome::Kept { .. })).count();
    assert_eq!(rows, kept);
}
