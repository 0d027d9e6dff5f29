//! What was answered is found again, under the headers of the survey's own layouts.

use crate::kit::filling::{
    Copy, FORM, JOBS, Value, WISHES, bakery, collected, kit, one, questionnaire,
};
use bassin::readers::kit::{Collected, Fault, Outcome, Table, to_csv};
use bassin::reference::questionnaire::{Kind, SheetId};

/// Headers of the two tables, in their order.
const ESTABLISHMENTS: &str = "id_etablissement code_commune code_bassin code_naf strate \
    date_reponse statut_reponse mode_reponse effectif_total effectif_cdi effectif_cdd \
    effectif_interim effectif_saisonnier tranche_effectif poids_initial embauches_12m departs_12m \
    accueil_pmsmp tuteur_disponible afest_possible freins_formation accord_citation commentaire";
const OCCUPATIONS: &str = "id_etablissement libelle_metier code_rome code_fap version_fap \
    qualification effectif_metier age_moins_30 age_30_49 age_50_54 age_55_59 age_60_plus \
    departs_retraite_12m departs_retraite_36m autres_departs_12m autres_departs_36m offres_12m \
    candidatures_12m candidats_qualifies_12m candidats_convenables_12m postes_pourvus_12m \
    postes_abandonnes_12m delai_pourvoi_jours presents_a_12_mois departs_avant_12_mois \
    projets_12m projets_creation projets_remplacement projets_saisonniers projets_cdi \
    projets_temps_complet projets_difficiles causes_difficulte besoin_formation public_formation \
    competence_visee duree_souhaitee_h modalite periode promesse_embauche";

#[test]
fn tables_have_the_headers_of_the_layouts() {
    let found = collected(&[]);
    assert_eq!(found.establishments.header.join(" "), ESTABLISHMENTS);
    assert_eq!(found.occupations.header.join(" "), OCCUPATIONS);
}

/// Every question answered as its example says.
fn exemplary() -> Copy {
    let mut copy = Copy::new();
    for sheet in &questionnaire().sheets {
        for field in sheet.fields() {
            let example = field.question.example.as_str();
            let value = match &field.question.kind {
                Kind::Count { .. } => Value::Number(example.parse().unwrap()),
                Kind::Choice(options) => {
                    let option = options.iter().find(|option| option.value == example).unwrap();
                    option.text.of(bassin::model::Language::French).into()
                }
                _ if field.id() == "siret" => "73282932000074".into(),
                _ => example.into(),
            };
            copy.set(sheet.id, 0, &field.id(), value);
        }
    }
    copy
}

#[test]
fn every_answer_is_found_again() {
    let found = one(&exemplary());
    assert_eq!(found.rejects, []);
    assert_eq!(found.wave, "printemps 2026");
    let questionnaire = questionnaire();
    let mut n_checked = 0;
    for (table, ids) in [
        (&found.establishments, vec![FORM]),
        (&found.occupations, vec![JOBS, WISHES]),
        (&found.wishes, vec![WISHES]),
        (&found.contacts, vec![FORM]),
    ] {
        assert_eq!(table.rows.len(), 1);
        for column in &table.header {
            let mut sheets = ids.iter().filter_map(|id| questionnaire.sheet(*id));
            let Some(question) = sheets.find_map(|sheet| sheet.question(column)) else { continue };
            let expect = match (&question.kind, column.as_str()) {
                (Kind::Several(options), _) => {
                    options.iter().map(|o| o.value.as_str()).collect::<Vec<_>>().join("|")
                }
                (_, "siret") => "73282932000074".to_owned(),
                (_, "code_naf") => "1071C".to_owned(),
                (_, "code_commune") => "15014".to_owned(),
                (_, "date_reponse") => "2026-03-15".to_owned(),
                // Consent was refused in the example.
                (_, "commentaire") => String::new(),
                _ => question.example.clone(),
            };
            assert_eq!(table.get(0, column), expect, "{column}");
            n_checked += 1;
        }
    }
    let n_questions: usize = questionnaire.sheets.iter().map(|s| s.questions().count()).sum();
    assert!(n_checked > n_questions, "{n_checked} columns for {n_questions} questions");
    assert_eq!(found.establishments.get(0, "statut_reponse"), "répondant");
    assert_eq!(found.contacts.get(0, "commentaire_prive"), "Peu de candidats hors saison.");
}

#[test]
fn an_untouched_kit_is_empty() {
    // Its example rows are no answers.
    let found = collected(&[("a.xlsx", kit())]);
    assert_eq!(found.sources[0].outcome, Outcome::Refused(Fault::Empty));
    assert!(found.establishments.rows.is_empty() && found.occupations.rows.is_empty());
}

#[test]
fn cells_as_people_type_them() {
    let check = |sheet: SheetId, id: &str, value: Value, expect: &str| {
        let mut copy = bakery();
        copy.set(sheet, 0, id, value.clone());
        let found = one(&copy);
        assert_eq!(found.rejects, [], "{id} {value:?}");
        let table = match sheet {
            SheetId::Establishment if id == "siret" => &found.contacts,
            SheetId::Establishment => &found.establishments,
            SheetId::Occupations => &found.occupations,
            SheetId::Wishes => &found.wishes,
        };
        assert_eq!(table.get(0, id.split('/').next().unwrap()), expect, "{id} {value:?}");
    };
    check(FORM, "effectif_total", "12,0".into(), "12");
    check(FORM, "effectif_total", " 12\u{a0}".into(), "12");
    check(FORM, "effectif_total", "1\u{202f}200".into(), "1200");
    check(FORM, "effectif_cdi", "nsp".into(), "");
    check(FORM, "effectif_cdi", 0.0.into(), "0");
    check(FORM, "accueil_pmsmp", "x".into(), "oui");
    check(FORM, "accueil_pmsmp", Value::Bool(false), "non");
    check(FORM, "freins_formation/cout", "OUI".into(), "coût");
    check(FORM, "freins_formation/cout", "non".into(), "");
    check(FORM, "date_reponse", Value::Day("2026-03-16"), "2026-03-16");
    check(FORM, "date_reponse", "16 mars 2026".into(), "2026-03-16");
    check(FORM, "date_reponse", 46_097.0.into(), "2026-03-16");
    check(FORM, "siret", 73_282_932_000_074.0.into(), "73282932000074");
    check(FORM, "siret", "7,3282932000074E+13".into(), "73282932000074");
    check(FORM, "code_commune", 15_014.0.into(), "15014");
    check(FORM, "code_commune", "arpajon sur cere".into(), "15012");
    check(FORM, "code_naf", "1071c".into(), "1071C");
    check(JOBS, "qualification", "Employé qualifié".into(), "6");
    check(JOBS, "qualification", 6.0.into(), "6");
    check(JOBS, "promesse_embauche", "permanent".into(), "CDI");
    check(JOBS, "projets_12m", "2.".into(), "2");
    check(JOBS, "libelle_metier", "Boulanger\n de nuit ".into(), "Boulanger de nuit");
}

/// Columns and rows are inserted, sheets renamed, the hidden sheet removed: same answers.
#[test]
fn labels_and_places_do_not_matter() {
    let straight = one(&bakery());
    let mut copy = bakery();
    copy.insert(JOBS, 7, 3, 4, 2);
    copy.insert(JOBS, 0, 2, 0, 1);
    copy.insert(FORM, 9, 1, 2, 1);
    for (index, (name, cells)) in copy.sheets.iter_mut().enumerate() {
        *name = format!("Feuil{index}");
        // Labels are corrected by the employer.
        for value in cells.values_mut() {
            if matches!(value, Value::Text(text) if text.contains("Salariés")) {
                *value = "Effectif".into();
            }
        }
    }
    copy.sheets.reverse();
    let same = |found: &Collected| {
        assert_eq!(found.rejects, []);
        assert_eq!(found.establishments, straight.establishments);
        assert_eq!(found.occupations, straight.occupations);
        assert_eq!(found.contacts, straight.contacts);
    };
    same(&one(&copy));
    copy.sheets.retain(|(_, cells)| !cells.values().any(is_control));
    assert_eq!(copy.sheets.len(), 4);
    same(&one(&copy));
}

fn is_control(value: &Value) -> bool {
    matches!(value, Value::Text(text) if text.contains("|control|"))
}

#[test]
fn wishes_join_their_occupation() {
    let mut copy = bakery();
    for (row, skill, hours) in [(0, "Pâtes levées", 35.0), (1, "Four", 35.0), (2, "Vente", 7.0)] {
        let label = if row == 2 { "Vendeur" } else { "BOULANGER" };
        copy.set(WISHES, row, "libelle_metier", label);
        copy.set(WISHES, row, "competence_visee", skill);
        copy.set(WISHES, row, "duree_souhaitee_h", hours);
    }
    copy.set(WISHES, 0, "public_formation/salaries", "oui");
    copy.set(WISHES, 1, "public_formation/alternants", "oui");
    copy.set(WISHES, 1, "modalite", "mixte");
    let found = one(&copy);
    assert_eq!(found.wishes.rows.len(), 3);
    let told = |column| found.occupations.get(0, column);
    assert_eq!(told("competence_visee"), "Pâtes levées ; Four");
    assert_eq!(told("public_formation"), "salariés|alternants");
    assert_eq!(told("duree_souhaitee_h"), "35");
    // One course says so and the other does not: unknown for the occupation.
    assert_eq!(told("modalite"), "");
}

#[test]
fn names_stay_out_of_the_survey() {
    let mut copy = bakery();
    let private = [
        ("raison_sociale", "Secrets SARL"),
        ("contact_nom", "Camille Secret"),
        ("contact_courriel", "secret@exemple.fr"),
        ("commentaire", "Demandez à Secret"),
    ];
    for (id, text) in private {
        copy.set(FORM, 0, id, text);
    }
    let found = one(&copy);
    let text = |table: &Table| String::from_utf8(to_csv(table)).unwrap();
    for table in [&found.establishments, &found.occupations, &found.wishes] {
        let text = text(table).to_lowercase();
        assert!(!text.contains("secret") && !text.contains("73282932"), "{text}");
    }
    let contacts = text(&found.contacts);
    for (_, expect) in private {
        assert!(contacts.contains(expect), "{contacts}");
    }
    assert!(contacts.contains("73282932000074"));
    // With consent the comment goes with the answers, harmless to a spreadsheet.
    copy.set(FORM, 0, "accord_citation", "oui");
    copy.set(FORM, 0, "commentaire", "=cmd;\"x\"");
    let found = one(&copy);
    assert!(text(&found.establishments).contains(";oui;\"'=cmd;\"\"x\"\"\"\r\n"));
    assert_eq!(found.contacts.get(0, "commentaire_prive"), "");
}
