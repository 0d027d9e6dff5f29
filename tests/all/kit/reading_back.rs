//! What is collected is read by the program's own readers, every row accounted for.

use crate::kit::filling::{WISHES, bakery, collected};
use bassin::model::Kind;
use bassin::readers::kit::{Table, to_csv};
use bassin::readers::{Control, ReadTable, read};
use bassin::reference::Reference;

fn read_back(name: &str, table: &Table) -> ReadTable {
    let reference = Reference::embedded().unwrap();
    let mut tables = read(name, &to_csv(table), &reference, Control::none()).unwrap();
    assert_eq!(tables.len(), 1, "{name}");
    tables.remove(0)
}

#[test]
fn the_tables_of_a_collection_are_those_of_a_survey() {
    let mut second = bakery();
    second.set(crate::kit::filling::FORM, 0, "siret", "356 000 000 00048");
    second.set(crate::kit::filling::FORM, 0, "raison_sociale", "=DANGER()");
    second.set(WISHES, 0, "libelle_metier", "Boulanger");
    second.set(WISHES, 0, "competence_visee", "Four");
    let found = collected(&[("a.xlsx", bakery().write()), ("b.xlsx", second.write())]);
    assert_eq!(found.establishments.rows.len(), 2, "{:?}", found.rejects);
    let establishments = read_back("enquete_etablissements.csv", &found.establishments);
    assert_eq!(establishments.kind, Kind::SurveyEstablishments);
    let occupations = read_back("enquete_metiers.csv", &found.occupations);
    assert_eq!(occupations.kind, Kind::SurveyOccupations);
    let wishes = read_back("souhaits_formation.csv", &found.wishes);
    assert_eq!(wishes.kind, Kind::SurveyWishes);
    for (table, rows) in [(&establishments, 2), (&occupations, 2), (&wishes, 1)] {
        assert!(table.rows.adds_up());
        assert_eq!((table.rows.kept, table.rows.refused), (rows, 0), "{:?}", table.issues);
    }
    assert_eq!(establishments.vintage, Some(2026));
}
